"""One entry out of all the records that speak of one person or one petition."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from toolkit.model import (
    Cluster,
    Entry,
    Finding,
    Link,
    Notice,
    PartialDate,
    Record,
    Severity,
    Value,
)
from toolkit.rules.declare import shown
from toolkit.values import hamlets
from toolkit.values.quotes import repeats_petitions
from toolkit.values.telling import told_once
from toolkit.values.texts import fold

OWN_TO_ROW = frozenset({"seq", "note", "honorific"})
"""Fields that may differ from table to table and contradict nothing."""
NOT_OF_ANSWER = frozenset({"seq", "petition_id"})
"""Fields that a response has for itself; they never fill a blank of the petition."""
SAID_BY_LINK = frozenset({"content", "petitioner", "hamlet"})
"""Fields by which an answer was linked; where they differ, LNK-09 has said so."""

DIFFERS = Notice(
    "DUP-20",
    Severity.INFO,
    vi="{what} ghi hai nơi khác nhau: “{kept}” ({other}) và “{value}” ở đây. Đang dùng nơi ghi "
    "trước; cột này có {count} chỗ như vậy.",
    en="Two places differ about {what_en}: “{kept}” ({other}) and “{value}” here. The earlier one "
    "is used; the column has {count} such cells.",
    fix_vi="Đề nghị xem cả hai ô và sửa ô sai, ví dụ cùng ghi 0912345678.",
    fix_en="Look at both cells and correct the wrong one, for example 0912345678 in both.",
    why="Two lists describe the same person or petition and do not agree; one of them is out of "
    "date.",
    good="""
        == a.xlsx
        STT | Họ và tên     | Số CCCD       | Chức vụ
        1   | Nguyễn Văn An | '072060000001 | Trưởng ấp
        == b.xlsx
        STT | Họ và tên     | Số CCCD       | Chức vụ
        1   | Nguyễn Văn An | '072060000001 | Trưởng ấp
    """,
    bad="""
        == a.xlsx
        STT | Họ và tên     | Số CCCD       | Chức vụ
        1   | Nguyễn Văn An | '072060000001 | Trưởng ấp
        == b.xlsx
        STT | Họ và tên     | Số CCCD       | Chức vụ
        1   | Nguyễn Văn An | '072060000001 | >>Bí thư chi bộ
    """,
)
ANSWER_DIFFERS = Notice(
    "LNK-10",
    Severity.INFO,
    vi="{count} ô ở cột này khác với bảng kiến nghị: ở đây “{value}”, tại {other} “{kept}”. Đang "
    "dùng bảng kiến nghị.",
    en="{count} cells of this column differ from the table of petitions, first of all “{value}” "
    "here "
    "and “{kept}” at {other}. That of the petitions is used.",
    fix_vi="Đề nghị xem cả hai ô và sửa ô đã cũ, ví dụ cùng ghi Phòng Kinh tế.",
    fix_en="Look at both cells and correct the old one, for example “Đã giải quyết xong” in both.",
    why="The answer's row and the petition's row tell two states of one matter.",
    good="""
        # Kiến nghị
        Mã kiến nghị | Họ và tên     | Nội dung kiến nghị            | Đơn vị chủ trì
        KN-01        | Nguyễn Văn An | Đề nghị sửa cầu qua kênh số 3 | Phòng Kinh tế
        # Trả lời
        Mã kiến nghị | Nội dung trả lời                   | Đơn vị chủ trì
        KN-01        | Xã đã sửa xong cầu trong tháng 10. | Phòng Kinh tế
    """,
    bad="""
        # Kiến nghị
        Mã kiến nghị | Họ và tên     | Nội dung kiến nghị            | Đơn vị chủ trì
        KN-01        | Nguyễn Văn An | Đề nghị sửa cầu qua kênh số 3 | Phòng Kinh tế
        # Trả lời
        Mã kiến nghị | Nội dung trả lời                   | Đơn vị chủ trì
        KN-01        | Xã đã sửa xong cầu trong tháng 10. | >>Công an xã
    """,
)
NOTICES = (DIFFERS, ANSWER_DIFFERS)

WHAT = {True: ("Người này", "this person"), False: ("Kiến nghị này", "this petition")}
"""How what was merged is called: whether it is a person."""


def merge_people(clusters: Sequence[Cluster]) -> tuple[tuple[Entry, ...], tuple[Finding, ...]]:
    """One entry for each cluster of attendees, in their order, and where records differ."""
    return merge_petitions(clusters, ())


def merge_petitions(
    clusters: Sequence[Cluster], links: Iterable[Link]
) -> tuple[tuple[Entry, ...], tuple[Finding, ...]]:
    """One entry for each cluster, in their order, answers filled in, and where records differ.

    What differs in many rows of the same two tables is told once for each column.
    """
    answers: dict[int, list[Record]] = defaultdict(list)
    for link in links:
        answers[id(link.petition)].append(link.response)
    merged = [merge(c, [a for r in c.records for a in answers[id(r)]]) for c in clusters]
    findings = (finding for _, told in merged for finding in told)
    return tuple(entry for entry, _ in merged), told_once(findings, NOTICES)


def merge(cluster: Cluster, responses: Sequence[Record] = ()) -> tuple[Entry, tuple[Finding, ...]]:
    """The entry of one cluster, and a finding for each value that lost.

    The first record wins; its blanks are filled from the others in order, then from the
    responses in order. Who raised a petition goes before an annex that only repeats it. That two
    responses differ is said where they are linked.
    """
    kept: dict[str, _Held] = {}
    findings: list[Finding] = []
    ordered = sorted(cluster.records, key=_only_repeats)
    records = [(record, False) for record in ordered]
    for record, of_answer in [*records, *((response, True) for response in responses)]:
        for field, value in record.values.items():
            if _is_blank(field, value) or (of_answer and field in NOT_OF_ANSWER):
                continue
            if _is_of_another_group(field, record, records[0][0]):
                continue
            held = kept.setdefault(field, _Held(value, record, of_answer))
            if held.value is value or _agree(field, held.value, value):
                continue
            repeated = field == "content" and _only_repeats(record)  # DUP-18 has said so
            if not repeated and _is_told(field, held, of_answer=of_answer):
                notice = ANSWER_DIFFERS if of_answer else DIFFERS
                findings.append(_differs(notice, field, record, held))
    values = {field: held.value for field, held in kept.items()}
    places = {field: held.record.cell(field) for field, held in kept.items()}
    return Entry(values, places, (*ordered, *responses)), tuple(findings)


@dataclass(frozen=True, slots=True)
class _Held:
    """A value of the entry and the record it was taken from."""

    value: Value
    record: Record
    of_answer: bool


def _is_of_another_group(field: str, record: Record, first: Record) -> bool:
    """Whether a hamlet is only the title above a row, and the first row stands in another group.

    Who is listed among the officials is not from the hamlet below whose title he is named again.
    """
    if record is first or field != "hamlet" or record.cell(field).row == record.row:
        return False
    groups = first["delegation"], record["delegation"]
    return None not in groups and not _agree("delegation", *groups)


def _only_repeats(record: Record) -> bool:
    """Whether a record is a petition that an annex of answers repeats."""
    return record.entity == "petition" and repeats_petitions(record.table)


def _is_blank(field: str, value: Value) -> bool:
    """Whether a value says nothing. That attendance is unknown is no more than a blank."""
    return value in (None, "", ()) or (field == "attendance" and value == "unknown")


def _is_told(field: str, held: _Held, *, of_answer: bool) -> bool:
    """Whether it matters that a record differs from what is held, and nobody has said so."""
    silent = OWN_TO_ROW | (SAID_BY_LINK if of_answer else frozenset())
    return field not in silent and not held.of_answer


def _agree(field: str, one: Value, other: Value) -> bool:
    """Whether two values say the same, one perhaps less exactly: 1960 and 02/05/1960."""
    match one, other:
        case PartialDate(year, month), PartialDate() | date():
            return year == other.year and (not month or other.month in (month, None))
        case date(), PartialDate():
            return _agree(field, other, one)
        case str(), str() if field == "hamlet":
            return hamlets.key(one) == hamlets.key(other)
        case str(), str():
            return fold(one) == fold(other)
        case tuple(), tuple():
            return {fold(part) for part in one} == {fold(part) for part in other}
    return one == other


def _differs(notice: Notice, field: str, record: Record, held: _Held) -> Finding:
    other = held.record.cell(field)
    value = shown(record, field)
    cell = record.cell(field)
    is_here = (other.workbook, other.sheet) == (cell.workbook, cell.sheet)
    what, what_en = WHAT[record.entity == "attendee"]
    params = {
        "count": 1,
        "what": what,
        "what_en": what_en,
        "value": value,
        "kept": shown(held.record, field),
        "other": other.a1 if is_here else str(other),
    }
    return Finding(notice, cell, params, field, value, (other,))
