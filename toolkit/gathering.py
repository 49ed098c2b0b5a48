"""All files of a run as data: recognised, examined, held against each other."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path

from toolkit import (
    codelists,
    dossier,
    excel,
    following,
    profiles,
    summarize,
)
from toolkit.detect.meeting import fill, find_meeting
from toolkit.dossier import InboxFile
from toolkit.errors import InputError
from toolkit.identity import (
    Register,
)
from toolkit.model import (
    FileStatus,
    Finding,
    Meeting,
    Record,
    Severity,
    SourceFile,
    Workbook,
)
from toolkit.profiles import Profile
from toolkit.settings import meeting_findings
from toolkit.stages import Across, across, examine, numbering_of, recognise

Progress = Callable[[int, int, str], None]
"""Told how many files are done, how many there are, and the name of the next."""


@dataclass(frozen=True, slots=True)
class Read:
    """All files of a run, and the profile of the day of the meeting that they speak of.

    `slips` are the slips that came back, by path and name; `earlier` are those files that tell
    what earlier meetings left open.
    """

    profile: Profile
    meeting: Meeting
    files: tuple[SourceFile, ...]
    slips: tuple[tuple[Path, str], ...] = ()
    earlier: tuple[SourceFile, ...] = ()


def read_all(
    inbox: Sequence[InboxFile],
    as_of: date,
    control: Workbook | None,
    progress: Progress | None,
    root: Path | None = None,
) -> Read:
    """Read the files of an inbox as people have set and decided, and what they speak of.

    `control` is the control workbook, `root` the folder of the dossier. `progress` is told how far
    it is.
    """
    profile, findings = profiles.load(as_of, control)
    found: list[SourceFile] = []
    for number, file in enumerate(inbox):
        if progress:
            progress(number, len(inbox), file.name)
        found.append(_recognise(file, profile))
    meeting = _meeting(found, profile.settings.meeting, as_of)
    day = meeting.held_on or date(meeting.year or as_of.year, as_of.month, min(as_of.day, 28))
    if day != as_of:
        profile, findings = profiles.load(day, control)
    findings = (*findings, *meeting_findings(control, profile.settings, as_of))
    files = tuple(_examine(file, profile, meeting, as_of) for file in found)
    earlier = tuple(_earlier(inbox, profile, meeting.year or as_of.year, root))
    names = {file.path for file in earlier}
    files = (*earlier, *(file for file in files if file.path not in names))
    slips = tuple((file.path, file.name) for file in inbox if file.skipped is dossier.SLIP)
    return Read(profile, meeting, with_findings(files, findings), slips, earlier)


def _earlier(
    inbox: Sequence[InboxFile], profile: Profile, year: int, root: Path | None
) -> Iterator[SourceFile]:
    """What earlier meetings left open.

    It stands in follow-up workbooks in the inbox, and in that of the dossier which is set as the
    one before.
    """
    places = [(file.path, file.name) for file in inbox if file.skipped is dossier.EARLIER]
    if root and profile.settings.previous:
        path = root / profile.settings.previous / dossier.RESULTS / dossier.FOLLOW_UP
        places.append((path, f"{profile.settings.previous}/{dossier.RESULTS}/{path.name}"))
    for path, name in places:
        if path.is_file() and (file := following.carried(path, name, profile, year)):
            yield file


def _recognise(file: InboxFile, profile: Profile) -> SourceFile:
    """The tables of a file, as they stand there; nothing is normalized or checked yet."""
    known = SourceFile(file.name, file.sha256, file.size, FileStatus.SKIPPED)
    if file.skipped:
        return replace(known, reason=file.skipped, params=file.params)
    try:
        workbook = excel.read(file.path, file.name)
    except InputError as error:
        if dossier.is_workbook_name(file.name):
            return replace(
                known, status=FileStatus.UNREADABLE, reason=error.notice, params=error.params
            )
        return replace(known, reason=dossier.NOT_A_WORKBOOK)
    tables, findings = recognise(replace(workbook, sha256=file.sha256), profile)
    return replace(known, status=FileStatus.OK, tables=tables, findings=findings)


def _examine(file: SourceFile, profile: Profile, overall: Meeting, as_of: date) -> SourceFile:
    """The same file with its records, and with all that is wrong in them."""
    if not file.tables:
        is_read = file.status is FileStatus.OK
        return replace(file, status=FileStatus.NO_TABLE) if is_read else file
    records, findings = examine(file.tables, profile, overall, as_of)
    return with_status(replace(file, records=records, findings=(*file.findings, *findings)))


def records_of(files: Iterable[SourceFile]) -> tuple[Record, ...]:
    """All records of some files."""
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


def with_status(file: SourceFile) -> SourceFile:
    """The file with the status that its findings give it."""
    severities = {finding.notice.severity for finding in file.findings}
    if Severity.ERROR in severities:
        return replace(file, status=FileStatus.ERRORS)
    if Severity.WARNING in severities and file.status is not FileStatus.NO_TABLE:
        return replace(file, status=FileStatus.WARNINGS)
    return file


def with_findings(
    files: Iterable[SourceFile], findings: Iterable[Finding]
) -> tuple[SourceFile, ...]:
    """The files, each with those further findings that stand in its cells."""
    by_file: dict[str, list[Finding]] = {}
    for finding in findings:
        by_file.setdefault(finding.cell.workbook, []).append(finding)
    return tuple(
        with_status(
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


def across_all(records: Sequence[Record], read: Read, known: Register, as_of: date) -> Across:
    """Hold the records of a run against each other; `known` are the ids of earlier runs."""
    profile, numbering = read.profile, numbering_of(known, read.meeting, as_of)
    return across(records, profile.decisions, profile.names, numbering)


def discreet(files: Iterable[SourceFile], found: Across) -> tuple[SourceFile, ...]:
    """The files, whose findings quote nothing of complaints and denunciations."""
    known = tuple(files)
    hidden = summarize.withheld(records_of(known), found.petitions, found.links)
    return tuple(
        replace(file, findings=summarize.discreet(file.findings, hidden)) for file in known
    )
