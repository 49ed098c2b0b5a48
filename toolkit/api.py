"""The use cases: one function each, for the command line, the Excel buttons and the tests.

`examine`, `across` and `assemble` are the stages between reading and writing, on data alone: here
it is decided what follows what.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from itertools import chain, count
from pathlib import Path
from typing import Any

from toolkit import __version__, asking, codelists, dossier, excel, profiles, summarize
from toolkit.asking import Written
from toolkit.assign import assign
from toolkit.check import about_sheets, check_links
from toolkit.check import check as hold_against_rules
from toolkit.decisions import UNDECIDED, Decisions
from toolkit.detect import detect
from toolkit.detect.meeting import fill, find_meeting
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
from toolkit.link import Ids, link, near_names, same_people, same_petitions
from toolkit.model import (
    Cluster,
    Consolidation,
    Entry,
    FileStatus,
    Finding,
    Link,
    Meeting,
    Record,
    Severity,
    Signers,
    SourceFile,
    Table,
    Task,
    Workbook,
)
from toolkit.normalize import normalize, to_unicode
from toolkit.profiles import Profile
from toolkit.rules.declare import Context
from toolkit.settings import Asking, longest_answer

Progress = Callable[[int, int, str], None]
"""Told how many files are done, how many there are, and the name of the next."""

REGISTER, LAST_RUN = "register", "last-run"
NO_NAMES: Mapping[str, Sequence[str]] = {}
NOTHING_OPEN: Mapping[Path, Workbook] = {}
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
    opened: Mapping[Path, Workbook] = NOTHING_OPEN,
) -> Checked:
    """Look at workbooks and folders of workbooks; change none of them.

    What staff have set and decided in the control workbook of a single folder counts. Of the
    workbooks in `opened` (by absolute path) it is not the file that is read, but what is given.

    Raises:
        NothingToReadError: There is no file at all.
    """
    control = dossier.control_of(paths, opened)
    read = _read_all(dossier.collect(paths), as_of, control, progress, opened)
    known = Register.from_json(dossier.recall_of(paths, REGISTER))
    found = _across(read, known, as_of)
    files = _with_findings(read.files, found.findings)
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
    place = Dossier(folder.absolute(), (out or folder / dossier.RESULTS).absolute())
    control = open_control or place.read_control()
    read = _read_all(dossier.collect([place.root]), as_of, control, progress)
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


def recognise(
    workbook: Workbook, profile: Profile
) -> tuple[tuple[Table, ...], tuple[Finding, ...]]:
    """The tables of a workbook as they stand there, its texts in Unicode; and what is in doubt."""
    decoded = [to_unicode(workbook.name, sheet) for sheet in workbook.sheets]
    readable = replace(workbook, sheets=tuple(sheet for sheet, _ in decoded))
    tables, doubts = detect(readable, profile.layouts, profile.codelists, profile.decisions)
    columns = {(t.sheet.name, m.number) for t in tables for m in t.columns}
    told = chain.from_iterable(findings for _, findings in decoded)
    return tables, (
        *doubts,
        *(finding for finding in told if (finding.cell.sheet, finding.cell.column) in columns),
    )


def examine(
    tables: Sequence[Table], profile: Profile, overall: Meeting, as_of: date
) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    """The records of the tables of one file, and all that is wrong in them.

    What the tables do not say of the meeting is taken from `overall`.
    """
    own = fill(find_meeting(tables, profile.codelists["communes"]), overall)
    context = Context(
        as_of=as_of,
        meeting=own,
        calendar=profile.calendar,
        codelists=profile.codelists,
        longest=longest_answer(profile.deadlines, own.held_on or as_of),
    )
    records: list[Record] = []
    findings: list[Finding] = []
    for table in tables:
        made, unreadable = normalize(table, profile.codelists, profile.decisions)
        records += made
        findings += unreadable
        findings += hold_against_rules(table, made, profile.rules, context)
    return tuple(records), (*findings, *about_sheets(tables))


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


# ── Reading ─────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Read:
    """All files of a run, and the profile of the day of the meeting that they speak of."""

    profile: Profile
    meeting: Meeting
    files: tuple[SourceFile, ...]


def _read_all(
    inbox: Sequence[InboxFile],
    as_of: date,
    control: Workbook | None,
    progress: Progress | None,
    opened: Mapping[Path, Workbook] = NOTHING_OPEN,
) -> _Read:
    profile, findings = profiles.load(as_of, control)
    found: list[SourceFile] = []
    for number, file in enumerate(inbox):
        if progress:
            progress(number, len(inbox), file.name)
        found.append(_recognise(file, profile, opened.get(file.path)))
    meeting = _meeting(found, profile.settings.meeting, as_of)
    day = meeting.held_on or date(meeting.year or as_of.year, as_of.month, min(as_of.day, 28))
    if day != as_of:
        profile, findings = profiles.load(day, control)
    files = tuple(_examine(file, profile, meeting, as_of) for file in found)
    return _Read(profile, meeting, _with_findings(files, findings))


def _recognise(file: InboxFile, profile: Profile, opened: Workbook | None) -> SourceFile:
    """The tables of a file, or of what people have open; nothing is normalized or checked yet."""
    known = SourceFile(file.name, file.sha256, file.size, FileStatus.SKIPPED)
    if file.skipped:
        return replace(known, reason=file.skipped, params=file.params)
    try:
        workbook = opened or excel.read(file.path, file.name)
    except InputError as error:
        if dossier.is_workbook_name(file.name):
            return replace(
                known, status=FileStatus.UNREADABLE, reason=error.notice, params=error.params
            )
        return replace(known, reason=dossier.NOT_A_WORKBOOK)
    tables, findings = recognise(replace(workbook, name=file.name, sha256=file.sha256), profile)
    return replace(known, status=FileStatus.OK, tables=tables, findings=findings)


def _examine(file: SourceFile, profile: Profile, overall: Meeting, as_of: date) -> SourceFile:
    """The same file with its records, and with all that is wrong in them."""
    if not file.tables:
        is_read = file.status is FileStatus.OK
        return replace(file, status=FileStatus.NO_TABLE) if is_read else file
    records, findings = examine(file.tables, profile, overall, as_of)
    return _with_status(replace(file, records=records, findings=(*file.findings, *findings)))


def _records(files: Iterable[SourceFile]) -> tuple[Record, ...]:
    return tuple(chain.from_iterable(file.records for file in files))


def _meeting(files: Iterable[SourceFile], given: Meeting, as_of: date) -> Meeting:
    """What staff have set; what they have not is what the letterheads say."""
    tables = [table for file in files for table in file.tables]
    year = given.year or find_meeting(tables, ()).year or as_of.year
    communes = {
        code.code: code
        for day in (date(year, 1, 1), date(year, 12, 31))
        for code in codelists.load("communes", day)
    }
    return fill(given, find_meeting(tables, tuple(communes.values())))


def _with_status(file: SourceFile) -> SourceFile:
    severities = {finding.notice.severity for finding in file.findings}
    if Severity.ERROR in severities:
        return replace(file, status=FileStatus.ERRORS)
    if Severity.WARNING in severities and file.status is not FileStatus.NO_TABLE:
        return replace(file, status=FileStatus.WARNINGS)
    return file


def _with_findings(
    files: Iterable[SourceFile], findings: Iterable[Finding]
) -> tuple[SourceFile, ...]:
    """The files, each with those further findings that stand in its cells."""
    by_file: dict[str, list[Finding]] = {}
    for finding in findings:
        by_file.setdefault(finding.cell.workbook, []).append(finding)
    return tuple(
        _with_status(
            replace(
                file,
                findings=tuple(
                    sorted(
                        (*file.findings, *by_file.get(file.path, ())),
                        key=lambda finding: (finding.cell, finding.notice.code),
                    )
                ),
            )
        )
        for file in files
    )


def _across(read: _Read, known: Register, as_of: date) -> Across:
    profile, numbering = read.profile, numbering_of(known, read.meeting, as_of)
    return across(_records(read.files), profile.decisions, profile.names, numbering)


def _discreet(files: Iterable[SourceFile], found: Across) -> tuple[SourceFile, ...]:
    """The files, whose findings quote nothing of complaints and denunciations."""
    known = tuple(files)
    hidden = summarize.withheld(_records(known), found.petitions, found.links)
    return tuple(
        replace(file, findings=summarize.discreet(file.findings, hidden)) for file in known
    )


# ── Putting together ────────────────────────────────────────────────────────────────────────


def _put_together(
    read: _Read, place: Dossier, as_of: date
) -> tuple[Consolidation, Register, Changes]:
    """All that is known after this run; the register of ids to keep, and what is new in it."""
    known = Register.from_json(place.recall(REGISTER))
    found = _across(read, known, as_of)
    made = assemble(found, read.profile, read.meeting, known, as_of)
    files = _discreet(_with_findings(read.files, (*found.findings, *made.findings)), found)
    linked = {id(one.response) for one in found.links}
    every = _records(files)
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
    inbox = (file for file in files if file.reason is not dossier.CONTROL_WORKBOOK)
    read = sorted((file.path, file.sha256) for file in inbox)
    parts = (
        _state_of_toolkit(),
        as_of.isoformat(),
        language,
        str(place.results),
        control,
        repr(read),
    )
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@cache
def _state_of_toolkit() -> str:
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
