"""All files of a run, read and checked in workers, and which meeting they speak of.

Every file has an outcome: its tables and records, or the reason why there are none.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path

from toolkit import codelists, dossier, excel, following, intake, isolation, profiles
from toolkit.detect.meeting import fill, find_meeting
from toolkit.dossier import Dossier, InboxFile
from toolkit.errors import InputError
from toolkit.intake import Declared
from toolkit.isolation import Failure
from toolkit.limits import LIMITS, WORKER_BYTES, Limits
from toolkit.link import newest_first
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

Progress = Callable[[int, int, str], None]
"""Told how many files are done, how many there are, and the name of the next."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All files of a run, and the profile of the day of the meeting that they speak of.

    `slips` are the slips that came back, by path and name; `earlier` are those files that tell
    what earlier meetings left open.
    """

    profile: Profile
    meeting: Meeting
    files: tuple[SourceFile, ...]
    slips: tuple[tuple[Path, str], ...] = ()
    earlier: tuple[SourceFile, ...] = ()


def control_of(paths: Sequence[Path], limits: Limits = LIMITS) -> Workbook | None:
    """The control workbook of the one folder that is looked at; None if there is none to read."""
    if len(paths) != 1 or not paths[0].is_dir():
        return None
    root = paths[0].absolute()
    try:
        return control_workbook(Dossier(root, root / dossier.RESULTS), limits)
    except InputError:
        return None


def control_workbook(place: Dossier, limits: Limits = LIMITS) -> Workbook | None:
    """The control workbook of a dossier that has one.

    Raises:
        InputError: It cannot be read.
    """
    for path in filter(None, [place.control]):
        (result,) = isolation.run(partial(intake.read_control, limits=limits), [path], limits)
        if isinstance(result, Failure):
            raise InputError(*intake.explained(result, path.name, limits))
        if isinstance(result, InputError):
            raise result
        return result
    return None


def read_all(
    inbox: Sequence[InboxFile],
    as_of: date,
    control: Workbook | None,
    progress: Progress | None,
    limits: Limits = LIMITS,
    root: Path | None = None,
) -> Reading:
    """Read and check every file; `control` is what staff have set and decided.

    `root` is the folder of the dossier, from which that of the meeting before is found.
    """
    profile, findings = profiles.load(as_of, control)
    inbox, found = _settled(inbox, Declared.of(as_of, control, limits), progress)
    meeting = _meeting(found, profile.settings.meeting, as_of)
    day = meeting.held_on or date(meeting.year or as_of.year, as_of.month, min(as_of.day, 28))
    if day != as_of:
        profile, findings = profiles.load(day, control)
    job = partial(intake.examine_file, Declared.of(day, control, limits), meeting, as_of)
    files = _examined(inbox, found, job, limits)
    files, copied = newest_first(files, partial(_is_newer, {f.name: f for f in inbox}))
    findings = (*findings, *copied, *meeting_findings(control, profile.settings, as_of))
    earlier = tuple(_earlier(inbox, profile, meeting.year or as_of.year, root))
    names = {file.path for file in earlier}
    files = (*earlier, *(file for file in files if file.path not in names))
    slips = tuple((file.path, file.name) for file in inbox if file.skipped == dossier.SLIP)
    return Reading(profile, meeting, with_findings(files, findings), slips, earlier)


def _earlier(
    inbox: Sequence[InboxFile], profile: Profile, year: int, root: Path | None
) -> Iterator[SourceFile]:
    """What earlier meetings left open.

    It stands in follow-up workbooks in the inbox, and in that of the dossier which is set as the
    one before.
    """
    places = [(file.path, file.name) for file in inbox if file.skipped == dossier.EARLIER]
    if root and profile.settings.previous:
        path = root / profile.settings.previous / dossier.RESULTS / dossier.FOLLOW_UP
        places.append((path, f"{profile.settings.previous}/{dossier.RESULTS}/{path.name}"))
    for path, name in places:
        if path.is_file() and (file := following.carried(path, name, profile, year)):
            yield file


def _is_newer(inbox: Mapping[str, InboxFile], one: str, other: str) -> bool:
    """Whether a file was saved after another: as they tell themselves, or else by the disk."""
    files = inbox[one], inbox[other]
    told = [excel.last_saved(file.path) for file in files]
    if all(told) and told[0] != told[1]:
        return told[0] > told[1]
    return files[0].changed_ns > files[1].changed_ns


def _settled(
    inbox: Sequence[InboxFile], declared: Declared, progress: Progress | None
) -> tuple[Sequence[InboxFile], Sequence[SourceFile]]:
    """Every file with its tables; those that somebody was still writing to are read again."""
    limits = declared.limits
    found = _recognised(inbox, declared, progress)
    pairs = list(zip(inbox, found, strict=True))
    late = [number for number, pair in enumerate(pairs) if intake.may_be_incomplete(*pair, limits)]
    if late:
        renewed = dossier.await_quiet([inbox[number] for number in late], limits)
        again = _recognised(renewed, declared, None)
        for number, file, result in zip(late, renewed, again, strict=True):
            is_written = dossier.has_changed(file) or dossier.is_young(file, limits)
            pairs[number] = file, intake.still_written(file) if is_written else result
    return [file for file, _ in pairs], [result for _, result in pairs]


def _recognised(
    inbox: Sequence[InboxFile], declared: Declared, progress: Progress | None
) -> list[SourceFile]:
    """Every file with its tables, or with the reason why it was not read."""
    to_read = [file for file in inbox if not file.skipped]
    results = isolation.run(
        partial(intake.recognise_file, declared), to_read, declared.limits, _workers(to_read)
    )
    found: list[SourceFile] = []
    for number, file in enumerate(inbox):
        if progress:
            progress(number, len(inbox), file.name)
        if file.skipped:
            found.append(intake.known(file))
        else:
            result = next(results)
            if isinstance(result, Failure):
                result = intake.failed(file, result, declared.limits)
            found.append(result)
    return found


def _examined(
    inbox: Sequence[InboxFile],
    found: Sequence[SourceFile],
    job: Callable[[SourceFile], SourceFile],
    limits: Limits,
) -> tuple[SourceFile, ...]:
    """The files with their records, and with all that is wrong in them."""
    with_tables = [file for file in found if file.tables]
    results = isolation.run(job, with_tables, limits, _workers(with_tables))
    files: list[SourceFile] = []
    for listed, file in zip(inbox, found, strict=True):
        if file.tables:
            result = next(results)
            if isinstance(result, Failure):
                result = intake.failed(listed, result, limits)
            files.append(with_status(result))
        else:
            is_read = file.status is FileStatus.OK
            files.append(replace(file, status=FileStatus.NO_TABLE) if is_read else file)
    return tuple(files)


def _workers(files: Iterable[InboxFile | SourceFile]) -> int:
    """How many workers are worth their start."""
    return 1 + sum(file.size for file in files) // WORKER_BYTES


def records_of(files: Iterable[SourceFile]) -> tuple[Record, ...]:
    """The records of all files, in their order."""
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
