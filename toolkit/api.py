"""The use cases: one function each, for the command line, the Excel buttons and the tests.

`examine`, `across` and `assemble` are the stages between reading and writing, on data alone: here
it is decided what follows what.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from importlib import import_module
from itertools import chain, count
from pathlib import Path
from threading import Thread
from typing import Any

from toolkit import __version__, asking, dossier, excel, intake, isolation, reading, summarize
from toolkit.asking import Written
from toolkit.assign import assign
from toolkit.check import check_links
from toolkit.decisions import UNDECIDED, Decisions
from toolkit.dossier import Dossier, InboxFile
from toolkit.errors import InputError, OutputError, ToolkitError
from toolkit.identity import (
    Changes,
    Numbering,
    Register,
    identify,
    merge_people,
    merge_petitions,
    unit_prefix,
)
from toolkit.limits import LIMITS, Limits
from toolkit.link import Ids, link, near_names, same_people, same_petitions
from toolkit.model import (
    Cluster,
    Consolidation,
    Entry,
    Finding,
    Link,
    Meeting,
    Record,
    Severity,
    Signers,
    SourceFile,
    Task,
    Workbook,
)
from toolkit.profiles import Profile
from toolkit.reading import Progress, Reading, records_of, with_findings
from toolkit.settings import Asking

REGISTER, LAST_RUN = "register", "last-run"
NO_NAMES: Mapping[str, Sequence[str]] = {}
NOTHING_OPEN: Mapping[Path, Path] = {}
LATER = ("pandas", "holidays.countries")
"""Libraries that are slow to load, and of no use before the files are read."""

FOLLOW_UP_STEM = Path(dossier.FOLLOW_UP).stem


@dataclass(frozen=True, slots=True)
class Checked:
    """The files that were looked at, by name."""

    as_of: date
    meeting: Meeting
    files: tuple[SourceFile, ...]


@dataclass(frozen=True, slots=True)
class Consolidated:
    """One dossier made one: what is known, what changed, and where the results lie.

    `outputs` maps summary, follow_up and findings to paths as messages show them. `kept` is the
    path of an older follow-up table that was left as it is; empty if there was none. `asked` is
    what people are to decide, `questions` where they find what is new of it.
    """

    data: Consolidation
    counts: Mapping[str, int]
    changes: Changes
    outputs: Mapping[str, str]
    wrote: bool
    kept: str = ""
    asked: Asking = field(default_factory=Asking)
    questions: Written = field(default_factory=Written)

    @property
    def has_tables(self) -> bool:
        """Whether there was anything to consolidate."""
        return any(file.tables for file in self.data.files)

    @property
    def has_errors(self) -> bool:
        """Whether something in the files is to be put right."""
        return any(f.notice.severity is Severity.ERROR for f in self.data.findings)


def check(
    paths: Sequence[Path],
    as_of: date,
    progress: Progress | None = None,
    limits: Limits = LIMITS,
    opened: Mapping[Path, Path] = NOTHING_OPEN,
    open_control: Workbook | None = None,
) -> Checked:
    """Look at workbooks and folders of workbooks; change none of them.

    What staff have set and decided in the control workbook of a single folder counts. `opened`
    maps workbooks that people have open, by absolute path, to the files to read instead;
    `open_control` is the control workbook if they have that open.

    Raises:
        NothingToReadError: There is no file at all.
    """
    isolation.start(intake.__name__)
    control = open_control or reading.control_of(paths, limits)
    inbox = dossier.stood_in(dossier.collect(paths, limits), opened, limits)
    read = reading.read_all(inbox, as_of, control, progress, limits)
    known = Register.from_json(dossier.recall_of(paths, REGISTER))
    found = _across(read, known, as_of)
    files = with_findings(read.files, found.findings)
    return Checked(as_of, read.meeting, _discreet(files, found))


def write_findings(checked: Checked, target: Path, language: str) -> None:
    """Write what `check` found to a workbook.

    Raises:
        OutputError: It cannot be written.
    """
    findings = tuple(chain.from_iterable(file.findings for file in checked.files))
    data = Consolidation(checked.meeting, checked.as_of, checked.files, (), (), (), (), findings)
    excel.write(summarize.findings_book(data, language), target)


def mark(
    files: Iterable[SourceFile], paths: Sequence[Path], folder: Path, language: str
) -> tuple[tuple[str, ...], tuple[ToolkitError, ...]]:
    """Write a copy of each workbook in which something was found, with the cells marked.

    `paths` are what was looked at. The names of the copies below `folder`, and why there is none
    of some workbooks.
    """
    where = {file.name: file.path for file in dossier.collect(paths)}
    made: list[str] = []
    failed: list[ToolkitError] = []
    for file in files:
        if not file.findings or file.path not in where:
            continue
        try:
            made.append(excel.mark(where[file.path], file.path, file.findings, folder, language))
        except (InputError, OutputError) as error:
            failed.append(error)
    return tuple(made), tuple(failed)


def consolidate(
    folder: Path,
    out: Path | None,
    as_of: date,
    language: str,
    *,
    dry_run: bool = False,
    progress: Progress | None = None,
    limits: Limits = LIMITS,
    open_control: Workbook | None = None,
) -> Consolidated:
    """Make the summary, the follow-up table and the findings of one meeting.

    A second run on the same inputs, settings and day writes nothing; nor does one that finds no
    table. A follow-up table that is there already is left as it is; the new one is written
    beside it. `open_control` is the control workbook if people have it open: it is read instead
    of the file, and whoever gave it has to write the new questions into it.

    Raises:
        NothingToReadError: There is no file at all.
        OutputError: A result cannot be written.
    """
    isolation.start(intake.__name__)
    Thread(target=_import_the_rest).start()
    place = Dossier(folder.absolute(), (out or folder / dossier.RESULTS).absolute())
    control = open_control or reading.control_workbook(place, limits)
    inbox = dossier.collect([place.root], limits)
    read = reading.read_all(inbox, as_of, control, progress, limits)
    data, register, changes = _put_together(read, place, as_of)
    asked = asking.questions(data, read.profile.decisions)
    done = Consolidated(data, summarize.counts(data), changes, {}, wrote=False, asked=asked)
    last = place.recall(LAST_RUN)
    is_up_to_date = _is_up_to_date(place, last, _key(place, read.files, as_of, language))
    if is_up_to_date:
        done = replace(done, outputs=last["outputs"])
    if dry_run or not done.has_tables or (is_up_to_date and not asked.new):
        return done
    if not is_up_to_date:
        done = _write(place, done, read.profile, language)
        place.remember(REGISTER, register.as_json())
    if asked.new and not open_control:
        written = asking.ask(place, control, asked.new, as_of)
        done = replace(done, questions=written, wrote=done.wrote or bool(written.workbook))
    made = {
        name: dossier.digest(place.results / name) for name in (dossier.SUMMARY, dossier.FINDINGS)
    }
    key = _key(place, read.files, as_of, language)
    if done.wrote:
        place.remember(LAST_RUN, {"key": key, "outputs": done.outputs, "digests": made})
    return done


def gather(
    inbox: Sequence[InboxFile], place: Dossier, as_of: date
) -> tuple[Consolidation, Profile]:
    """All that is known from some files of a dossier, and by what it was read; writes nothing.

    Raises:
        InputError: The control workbook of the dossier cannot be read.
    """
    read = reading.read_all(inbox, as_of, reading.control_workbook(place), None)
    data, _, _ = _put_together(read, place, as_of)
    return data, read.profile


def _import_the_rest() -> None:
    """What `consolidate` needs last, loaded while the workers read."""
    for module in LATER:
        import_module(module)


# ── The stages ──────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Across:
    """What shows only across tables and files: who and what is the same, what answers what."""

    people: tuple[Cluster, ...]
    petitions: tuple[Cluster, ...]
    links: tuple[Link, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Assembled:
    """One entry per person and petition, with ids, units and deadlines.

    `register` is the one to keep for the next run; `findings` are those that came up on the way.
    """

    attendees: tuple[Entry, ...]
    tasks: tuple[Task, ...]
    register: Register
    changes: Changes
    findings: tuple[Finding, ...]


def across(
    records: Sequence[Record],
    decisions: Decisions = UNDECIDED,
    names: Mapping[str, Sequence[str]] = NO_NAMES,
    numbering: Numbering | None = None,
) -> Across:
    """Hold the records of all files against each other, as far as people have not decided.

    `names` are the official ones of hamlets and units, by field; `numbering` gives petitions the
    ids by which answers may call them, besides their own.
    """
    by_kind: dict[str, list[Record]] = {}
    for record in records:
        by_kind.setdefault(record.entity, []).append(record)
    petitions, responses = by_kind.get("petition", []), by_kind.get("response", [])
    people, about_people = same_people(by_kind.get("attendee", []), decisions)
    remembered = numbering.of_records(petitions) if numbering else {}
    clusters, about_petitions = same_petitions(petitions, decisions, remembered)
    ids = _ids(clusters, numbering) if numbering else Ids()
    links, about_links = link(petitions, responses, decisions, ids) if petitions else ((), ())
    findings = (
        *about_people,
        *about_petitions,
        *about_links,
        *check_links(links),
        *near_names(records, names, decisions),
    )
    return Across(people, clusters, links, findings)


def _ids(clusters: Sequence[Cluster], numbering: Numbering) -> Ids:
    """Under which ids the petitions will be shown, and by which of them answers may call them."""
    given = numbering.of_clusters(clusters)
    return Ids(given, numbering.telling(given.values()))


def numbering_of(known: Register, meeting: Meeting, as_of: date) -> Numbering:
    """By what the petitions of a meeting get their ids."""
    unit = unit_prefix(meeting.unit_code, meeting.unit_name)
    return Numbering(known, unit, meeting.year or as_of.year)


def assemble(
    found: Across, profile: Profile, meeting: Meeting, known: Register, as_of: date
) -> Assembled:
    """Make entries of what belongs together. `known` are the ids given in earlier runs."""
    people, about_people = merge_people(found.people)
    petitions, about_petitions = merge_petitions(found.petitions, found.links)
    by = numbering_of(known, meeting, as_of)
    petitions, register, changes, about_ids = identify(petitions, known, by.unit, by.year)
    tasks, about_tasks = assign(
        petitions, profile.assignments, profile.deadlines, profile.calendar, meeting, as_of
    )
    findings = (*about_people, *about_petitions, *about_ids, *about_tasks)
    return Assembled(people, tasks, register, changes, findings)


def _across(read: Reading, known: Register, as_of: date) -> Across:
    profile, numbering = read.profile, numbering_of(known, read.meeting, as_of)
    return across(records_of(read.files), profile.decisions, profile.names, numbering)


def _discreet(files: Iterable[SourceFile], found: Across) -> tuple[SourceFile, ...]:
    """The files, whose findings quote nothing of complaints and denunciations."""
    known = tuple(files)
    hidden = summarize.withheld(records_of(known), found.petitions, found.links)
    return tuple(
        replace(file, findings=summarize.discreet(file.findings, hidden)) for file in known
    )


# ── Putting together ────────────────────────────────────────────────────────────────────────


def _put_together(
    read: Reading, place: Dossier, as_of: date
) -> tuple[Consolidation, Register, Changes]:
    """All that is known after this run; the register of ids to keep, and what is new in it."""
    known = Register.from_json(place.recall(REGISTER))
    found = _across(read, known, as_of)
    made = assemble(found, read.profile, read.meeting, known, as_of)
    files = _discreet(with_findings(read.files, (*found.findings, *made.findings)), found)
    linked = {id(one.response) for one in found.links}
    every = records_of(files)
    data = Consolidation(
        meeting=read.meeting,
        as_of=as_of,
        files=files,
        attendees=made.attendees,
        tasks=made.tasks,
        unlinked=tuple(r for r in every if r.entity == "response" and id(r) not in linked),
        surveys=tuple(record for record in every if record.entity == "survey"),
        findings=tuple(chain.from_iterable(file.findings for file in files)),
    )
    return data, made.register, made.changes


# ── Writing ─────────────────────────────────────────────────────────────────────────────────


def _key(place: Dossier, files: Iterable[SourceFile], as_of: date, language: str) -> str:
    """What the results depend on, in one word."""
    control = dossier.digest(place.control) if place.control else ""
    inbox = (file for file in files if file.reason != dossier.CONTROL_WORKBOOK)
    read = sorted(
        (file.path, file.sha256, file.reason.code if file.reason else "") for file in inbox
    )
    parts = (
        state_of_toolkit(),
        as_of.isoformat(),
        language,
        str(place.results),
        control,
        repr(read),
    )
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@cache
def state_of_toolkit() -> str:
    """The version, and when its files changed: whoever edits a code list wants new results."""
    root = Path(__file__).parent
    files = (p for p in root.rglob("*") if p.suffix in {".py", ".csv", ".toml"})
    states = sorted((str(p.relative_to(root)), p.stat().st_mtime_ns) for p in files)
    return f"{__version__} {states}"


def _is_up_to_date(place: Dossier, last: Mapping[str, Any], key: str) -> bool:
    """Whether the last run was about the same, and the results it made still lie there.

    People may have typed in the follow-up table since; it need only be there.
    """
    made = last.get("digests", {})
    return (
        last.get("key") == key
        and (place.results / dossier.FOLLOW_UP).exists()
        and all(dossier.digest(place.results / name) == known for name, known in made.items())
    )


def _write(place: Dossier, done: Consolidated, profile: Profile, language: str) -> Consolidated:
    """Write the results; the same run, with where they lie."""
    place.make_results()
    kept, follow_up = _follow_up_names(place, done)
    base, lists = place.link_base, profile.codelists
    settings = profile.settings
    signers = Signers(settings.prepared_by, settings.signer, settings.signer_title)
    book = replace(summarize.summary(done.data, lists, base), signers=signers)
    excel.write(book, place.results / dossier.SUMMARY)
    if follow_up != kept:
        units = [row.lead_unit for row in profile.assignments if row.is_in_force(profile.day)]
        book = replace(summarize.follow_up(done.data, lists, units), signers=signers)
        excel.write(book, place.results / follow_up)
    control = (place.control or Path(dossier.CONTROL[-1])).name
    asks = control if done.asked.new or done.asked.open else ""
    excel.write(
        summarize.findings_book(done.data, language, base, asks), place.results / dossier.FINDINGS
    )
    names = {"summary": dossier.SUMMARY, "follow_up": follow_up, "findings": dossier.FINDINGS}
    outputs = {kind: place.result(name) for kind, name in names.items()}
    return replace(done, outputs=outputs, wrote=True, kept=kept)


def _follow_up_names(place: Dossier, done: Consolidated) -> tuple[str, str]:
    """The follow-up table that is there already, and the name to write the new one under.

    Both are the same if there is nothing new to tell.
    """
    if not (place.results / dossier.FOLLOW_UP).exists():
        return "", dossier.FOLLOW_UP
    changes = done.changes
    if not (changes.new or changes.changed or changes.vanished):
        return dossier.FOLLOW_UP, dossier.FOLLOW_UP
    stem = f"{FOLLOW_UP_STEM}_{done.data.as_of.isoformat()}"
    names = (f"{stem}.xlsx" if n == 1 else f"{stem}_{n}.xlsx" for n in count(1))
    return dossier.FOLLOW_UP, next(n for n in names if not (place.results / n).exists())
