"""One file, from bytes to tables, records and findings: what workers do with it.

First every file is read and its tables are recognised; then, when all files together have told
which meeting they speak of, the records are made and checked. Nothing of a file is kept in a
worker between the two, so any worker can be lost at any time.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import chain
from pathlib import Path

from toolkit import dossier, excel, profiles
from toolkit.check import about_sheets
from toolkit.check import check as hold_against_rules
from toolkit.detect import detect
from toolkit.detect.meeting import fill, find_meeting
from toolkit.dossier import InboxFile
from toolkit.errors import InputError
from toolkit.isolation import Failure, Fate
from toolkit.isolation.messages import packed, unpacked
from toolkit.limits import LIMITS, Limits
from toolkit.model import (
    FileStatus,
    Finding,
    Meeting,
    Notice,
    Record,
    Severity,
    SourceFile,
    Table,
    Workbook,
)
from toolkit.normalize import normalize, to_unicode
from toolkit.profiles import Profile
from toolkit.rules.declare import Context
from toolkit.settings import longest_answer

TIMEOUT = Notice(
    "FIL-50",
    Severity.ERROR,
    vi="Đọc tệp quá {seconds} giây nên đã dừng lại; chưa dùng dòng nào của tệp này, các tệp khác"
    " vẫn chạy tiếp.",
    en="Reading took over {seconds} seconds and was stopped; no row of this file was used, the"
    " other files went on.",
    fix_vi="Hãy mở tệp bằng Excel, xóa các trang và hàng trống không cần, chọn Tệp > Lưu thành,"
    " lưu thành tệp .xlsx mới rồi chạy lại.",
    fix_en="Open it in Excel, delete sheets and blank rows that are not needed, save it as a new"
    " .xlsx and run again.",
    why="A damaged or malicious file may keep a reader busy for ever; the others need not wait.",
    good="A workbook that is read in a second.",
    bad="A workbook whose parts refer to each other in a circle.",
)
LOST = Notice(
    "FIL-51",
    Severity.ERROR,
    vi="Tệp cần quá nhiều bộ nhớ hoặc làm hỏng trình đọc nên đã dừng an toàn; chưa dùng dòng nào,"
    " các tệp khác vẫn chạy tiếp.",
    en="The file needs too much memory or breaks the reader. It was stopped safely; no row was"
    " used, the other files went on.",
    fix_vi="Hãy mở tệp bằng Excel, chọn Tệp > Lưu thành, lưu thành tệp .xlsx mới rồi chạy lại;"
    " nếu vẫn vậy, hãy tách thành nhiều tệp nhỏ.",
    fix_en="Open it in Excel, save it as a new .xlsx and run again; if that does not help, split"
    " it into smaller files.",
    why="Each file is read apart from the rest, with limited memory, so that one file never stops"
    " the others.",
    good="A file saved by Excel as .xlsx.",
    bad="A file whose chains of sectors never end.",
)
FAULT = Notice(
    "FIL-52",
    Severity.ERROR,
    vi="Công cụ gặp sự cố khi xử lý tệp này nên chưa dùng dòng nào; các tệp khác vẫn chạy tiếp.",
    en="The toolkit met a fault of its own with this file; no row was used, the other files went"
    " on.",
    fix_vi="Đề nghị gửi tệp này cho người phụ trách công cụ; trong lúc chờ, hãy thử mở bằng Excel"
    " rồi lưu thành tệp .xlsx mới.",
    fix_en="Send this file to whoever looks after the toolkit; meanwhile try to save it as a new"
    " .xlsx in Excel.",
    why="That is a mistake of the toolkit, not of the person who made the file.",
    good="A file that the toolkit understands.",
    bad="A file that shows a mistake in the toolkit.",
)
NOTICES = (TIMEOUT, LOST, FAULT)

_FATES = {Fate.TIMEOUT: TIMEOUT, Fate.LOST: LOST, Fate.FAULT: FAULT}


@dataclass(frozen=True, slots=True)
class Declared:
    """By what files are read: the day, and the control workbook as a message to workers."""

    day: date
    control: bytes
    limits: Limits

    @classmethod
    def of(cls, day: date, control: Workbook | None, limits: Limits = LIMITS) -> "Declared":
        return cls(day, packed(control), limits)

    def profile(self) -> Profile:
        return _profile(self)


@lru_cache(maxsize=4)
def _profile(declared: Declared) -> Profile:
    control = unpacked(declared.control)
    return profiles.load(declared.day, control if isinstance(control, Workbook) else None)[0]


# ── The two jobs ────────────────────────────────────────────────────────────────────────────


def recognise_file(declared: Declared, file: InboxFile) -> SourceFile:
    """The tables of a file, as they stand there; nothing is normalized or checked yet."""
    try:
        workbook = excel.read(file.path, file.name, declared.limits)
    except InputError as error:
        return _refused(file, error.notice, error.params)
    tables, findings = recognise(replace(workbook, sha256=file.sha256), declared.profile())
    return replace(known(file), status=FileStatus.OK, tables=tables, findings=findings)


def examine_file(
    declared: Declared, overall: Meeting, as_of: date, file: SourceFile
) -> SourceFile:
    """The same file with its records, and with all that is wrong in them."""
    records, findings = examine(file.tables, declared.profile(), overall, as_of)
    return replace(file, records=records, findings=(*file.findings, *findings))


def read_control(path: Path, limits: Limits) -> Workbook | InputError:
    """The control workbook of a dossier, or why it cannot be read."""
    try:
        return excel.read(path, path.name, limits)
    except InputError as error:
        return error


# ── Outcomes ────────────────────────────────────────────────────────────────────────────────


def known(file: InboxFile) -> SourceFile:
    """What is known of a file that nobody has opened."""
    is_error = file.skipped is not None and file.skipped.severity is Severity.ERROR
    return SourceFile(
        file.name,
        file.sha256,
        file.size,
        FileStatus.UNREADABLE if is_error else FileStatus.SKIPPED,
        reason=file.skipped,
        params=file.params,
    )


def may_be_incomplete(file: InboxFile, found: SourceFile, limits: Limits) -> bool:
    """Whether a file was perhaps not yet written to its end when it was read.

    A package that was read wholly is whole, however young it is: its directory comes last.
    """
    if file.skipped:
        return False
    is_suspect = found.reason in excel.INCOMPLETE and dossier.is_young(file, limits)
    return is_suspect or dossier.has_changed(file)


def still_written(file: InboxFile) -> SourceFile:
    """A file that somebody goes on writing to."""
    return _refused(file, excel.BEING_COPIED, {"path": file.name})


def failed(file: InboxFile, failure: Failure, limits: Limits) -> SourceFile:
    """A file that a worker could not deal with."""
    return _refused(file, *explained(failure, file.name, limits))


def explained(failure: Failure, name: str, limits: Limits) -> tuple[Notice, dict[str, object]]:
    """What is told about a failure, and what fills its placeholders.

    `detail`, which no text shows, is for whoever looks after the toolkit.
    """
    notice = _FATES[failure.fate]
    return notice, {"path": name, "seconds": round(limits.seconds), "detail": failure.detail}


def _refused(file: InboxFile, notice: Notice, params: Mapping[str, object]) -> SourceFile:
    if not dossier.is_workbook_name(file.name):
        return replace(known(file), reason=dossier.NOT_A_WORKBOOK)
    return replace(known(file), status=FileStatus.UNREADABLE, reason=notice, params=params)


# ── On data alone ───────────────────────────────────────────────────────────────────────────


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
