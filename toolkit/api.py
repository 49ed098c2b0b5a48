"""The use cases: one function each, for the command line, the Excel buttons and the tests.

`examine`, `across` and `assemble` are the stages between reading and writing, on data alone: here
it is decided what follows what.
"""

import hashlib
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain, count
from pathlib import Path
from typing import Any

from toolkit import __version__, codelists, dossier, excel, intake, isolation, profiles, summarize
from toolkit.assign import assign
from toolkit.check import check_links
from toolkit.detect.meeting import fill, find_meeting
from toolkit.dossier import Dossier, InboxFile
from toolkit.errors import InputError
from toolkit.identity import (
    Changes,
    Register,
    identify,
    merge_people,
    merge_petitions,
    unit_prefix,
)
from toolkit.intake import Declared
from toolkit.isolation import Failure
from toolkit.link import link, same_people, same_petitions
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
    SourceFile,
    Task,
    Workbook,
)
from toolkit.profiles import Profile
from toolkit.settings import control_book, shipped

Progress = Callable[[int, int, str], None]
"""Told how many files are done, how many there are, and the name of the next."""

REGISTER, LAST_RUN = "register", "last-run"
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
    path of an older follow-up table that was left as it is; empty if there was none.
    """

    data: Consolidation
    counts: Mapping[str, int]
    changes: Changes
    outputs: Mapping[str, str]
    wrote: bool
    kept: str = ""

    @property
    def has_tables(self) -> bool:
        """Whether there was anything to consolidate."""
        return any(file.tables for file in self.data.files)


def check(paths: Sequence[Path], as_of: date, progress: Progress | None = None) -> Checked:
    """Look at workbooks and folders of workbooks; change none of them.

    Raises:
        NothingToReadError: There is no file at all.
    """
    isolation.start(intake.__name__)
    read = _read_all(dossier.collect(paths), as_of, None, progress)
    found = across(_records(read.files)).findings
    return Checked(as_of, read.meeting, _with_findings(read.files, found))


def write_findings(checked: Checked, target: Path, language: str) -> None:
    """Write what `check` found to a workbook.

    Raises:
        OutputError: It cannot be written.
    """
    findings = tuple(chain.from_iterable(file.findings for file in checked.files))
    data = Consolidation(checked.meeting, checked.as_of, checked.files, (), (), (), (), findings)
    excel.write(summarize.findings_book(data, language), target)


def consolidate(
    folder: Path,
    out: Path | None,
    as_of: date,
    language: str,
    *,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> Consolidated:
    """Make the summary, the follow-up table and the findings of one meeting.

    A second run on the same inputs, settings and day writes nothing; nor does one that finds no
    table. A follow-up table that is there already is left as it is; the new one is written
    beside it.

    Raises:
        NothingToReadError: There is no file at all.
        OutputError: A result cannot be written.
    """
    isolation.start(intake.__name__)
    place = Dossier(folder.absolute(), (out or folder / dossier.RESULTS).absolute())
    control = _control(place)
    read = _read_all(dossier.collect([place.root]), as_of, control, progress)
    data, register, changes = _put_together(read, place, as_of)
    done = Consolidated(data, summarize.counts(data), changes, {}, wrote=False)
    key = _key(place, read.files, as_of, language)
    last = place.recall(LAST_RUN)
    if _is_up_to_date(place, last, key):
        return replace(done, outputs=last["outputs"])
    if dry_run or not done.has_tables:
        return done
    names, kept = _write(place, done, read.profile, language)
    outputs = {kind: place.result(name) for kind, name in names.items()}
    made = {
        name: dossier.digest(place.results / name) for name in (dossier.SUMMARY, dossier.FINDINGS)
    }
    place.remember(REGISTER, register.as_json())
    place.remember(LAST_RUN, {"key": key, "outputs": outputs, "digests": made})
    return replace(done, outputs=outputs, wrote=True, kept=kept)


def lay_out_sample(sample: Path, folder: Path, as_of: date) -> None:
    """Copy the inbox of the sample dossier into a folder, with a control workbook beside it.

    What is there already stays as it is.
    """
    inbox, control = folder / dossier.INBOX, folder / dossier.CONTROL[-1]
    if not inbox.exists():
        shutil.copytree(sample / dossier.INBOX, inbox)
    if not control.exists():
        excel.write(control_book(Meeting(), shipped(), as_of), control)


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


def across(records: Iterable[Record]) -> Across:
    """Hold the records of all files against each other."""
    by_kind: dict[str, list[Record]] = {}
    for record in records:
        by_kind.setdefault(record.entity, []).append(record)
    petitions, responses = by_kind.get("petition", []), by_kind.get("response", [])
    people, about_people = same_people(by_kind.get("attendee", []))
    clusters, about_petitions = same_petitions(petitions)
    links, about_links = link(petitions, responses) if petitions else ((), ())
    findings = (*about_people, *about_petitions, *about_links, *check_links(links))
    return Across(people, clusters, links, findings)


def assemble(
    found: Across, profile: Profile, meeting: Meeting, known: Register, as_of: date
) -> Assembled:
    """Make entries of what belongs together. `known` are the ids given in earlier runs."""
    people, about_people = merge_people(found.people)
    petitions, about_petitions = merge_petitions(found.petitions, found.links)
    unit = unit_prefix(meeting.unit_code, meeting.unit_name)
    petitions, register, changes, about_ids = identify(
        petitions, known, unit, meeting.year or as_of.year
    )
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
) -> _Read:
    profile, findings = profiles.load(as_of, control)
    inbox, found = _settled(inbox, Declared.of(as_of, control), progress)
    meeting = _meeting(found, profile.settings.meeting, as_of)
    day = meeting.held_on or date(meeting.year or as_of.year, as_of.month, min(as_of.day, 28))
    if day != as_of:
        profile, findings = profiles.load(day, control)
    job = partial(intake.examine_file, Declared.of(day, control), meeting, as_of)
    files = _examined(inbox, found, job)
    return _Read(profile, meeting, _with_findings(files, findings))


def _settled(
    inbox: Sequence[InboxFile], declared: Declared, progress: Progress | None
) -> tuple[Sequence[InboxFile], Sequence[SourceFile]]:
    """Every file with its tables; those that somebody was still writing to are read again."""
    found = _recognised(inbox, declared, progress)
    pairs = list(zip(inbox, found, strict=True))
    late = [number for number, pair in enumerate(pairs) if intake.may_be_incomplete(*pair)]
    if late:
        renewed = dossier.await_quiet([inbox[number] for number in late])
        again = _recognised(renewed, declared, None)
        for number, file, result in zip(late, renewed, again, strict=True):
            is_written = dossier.has_changed(file) or dossier.is_young(file)
            pairs[number] = file, intake.still_written(file) if is_written else result
    return [file for file, _ in pairs], [result for _, result in pairs]


def _recognised(
    inbox: Sequence[InboxFile], declared: Declared, progress: Progress | None
) -> list[SourceFile]:
    """Every file with its tables, or with the reason why it was not read."""
    to_read = [file for file in inbox if not file.skipped]
    results = isolation.run(partial(intake.recognise_file, declared), to_read)
    found: list[SourceFile] = []
    for number, file in enumerate(inbox):
        if progress:
            progress(number, len(inbox), file.name)
        if file.skipped:
            found.append(intake.known(file))
        else:
            result = next(results)
            found.append(intake.failed(file, result) if isinstance(result, Failure) else result)
    return found


def _examined(
    inbox: Sequence[InboxFile],
    found: Sequence[SourceFile],
    job: Callable[[SourceFile], SourceFile],
) -> tuple[SourceFile, ...]:
    """The files with their records, and with all that is wrong in them."""
    results = isolation.run(job, [file for file in found if file.tables])
    files: list[SourceFile] = []
    for listed, file in zip(inbox, found, strict=True):
        if file.tables:
            result = next(results)
            done = intake.failed(listed, result) if isinstance(result, Failure) else result
            files.append(_with_status(done))
        else:
            is_read = file.status is FileStatus.OK
            files.append(replace(file, status=FileStatus.NO_TABLE) if is_read else file)
    return tuple(files)


def _records(files: Iterable[SourceFile]) -> Iterable[Record]:
    return chain.from_iterable(file.records for file in files)


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


# ── Putting together ────────────────────────────────────────────────────────────────────────


def _put_together(
    read: _Read, place: Dossier, as_of: date
) -> tuple[Consolidation, Register, Changes]:
    """All that is known after this run; the register of ids to keep, and what is new in it."""
    found = across(_records(read.files))
    known = Register.from_json(place.recall(REGISTER))
    made = assemble(found, read.profile, read.meeting, known, as_of)
    files = _with_findings(read.files, (*found.findings, *made.findings))
    linked = {id(one.response) for one in found.links}
    every = tuple(_records(files))
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


def _control(place: Dossier) -> Workbook | None:
    """The control workbook of a dossier that has one.

    Raises:
        InputError: It cannot be read.
    """
    for path in filter(None, [place.control]):
        (result,) = isolation.run(intake.read_control, [path])
        if isinstance(result, Failure):
            raise InputError(*intake.explained(result, path.name))
        if isinstance(result, InputError):
            raise result
        return result
    return None


def _key(place: Dossier, files: Iterable[SourceFile], as_of: date, language: str) -> str:
    """What the results depend on, in one word."""
    control = dossier.digest(place.control) if place.control else ""
    read = sorted((file.path, file.sha256) for file in files)
    parts = (__version__, as_of.isoformat(), language, str(place.results), control, repr(read))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


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


def _write(
    place: Dossier, done: Consolidated, profile: Profile, language: str
) -> tuple[dict[str, str], str]:
    """Write the results; their names by kind, and the follow-up table that was left as it is."""
    place.make_results()
    kept, follow_up = _follow_up_names(place, done)
    base, lists = place.link_base, profile.codelists
    excel.write(summarize.summary(done.data, lists, base), place.results / dossier.SUMMARY)
    if follow_up != kept:
        units = [row.lead_unit for row in profile.assignments if row.is_in_force(profile.day)]
        book = summarize.follow_up(done.data, lists, units)
        excel.write(book, place.results / follow_up)
    excel.write(
        summarize.findings_book(done.data, language, base), place.results / dossier.FINDINGS
    )
    names = {"summary": dossier.SUMMARY, "follow_up": follow_up, "findings": dossier.FINDINGS}
    return names, kept


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
