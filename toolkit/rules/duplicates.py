"""Rules about what stands twice in one table (DUP-01 to DUP-09).

The same person or petition in several tables, or nearly the same, is the business of `link`.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from toolkit.model import Record, Severity
from toolkit.rules.declare import Blame, table_rule
from toolkit.values.texts import fold

SAME_PETITION = ("content", "petitioner", "hamlet", "received_on")
"""Two rows that agree in all of these say the same."""


@table_rule(
    "DUP-01",
    Severity.ERROR,
    fields=("petition_id",),
    vi="Mã kiến nghị “{petition_id}” đã dùng cho một kiến nghị khác ở dòng {row}, nên không phân "
    "biệt được hai kiến nghị.",
    en="Petition id “{petition_id}” is already used for another petition in row {row}.",
    fix_vi="Hãy sửa mã bị nhầm, ví dụ thành KN-2026-015; nếu chưa biết mã đúng, hãy để trống ô "
    "này để công cụ cấp mã mới.",
    fix_en="Correct the id, e.g. KN-2026-015, or leave this cell blank to get a new one.",
    good="""
        STT | Mã kiến nghị | Nội dung kiến nghị
        1   | KN-01        | Đề nghị sửa đường vào tổ 5
        2   | KN-02        | Đề nghị lắp đèn đường tổ 6
    """,
    bad="""
        STT | Mã kiến nghị | Nội dung kiến nghị
        1   | KN-01        | Đề nghị sửa đường vào tổ 5
        2   | >>KN-01      | Đề nghị lắp đèn đường tổ 6
    """,
    tables=("petition",),
    gives=("row",),
)
def petition_id_is_unique(records: Sequence[Record]) -> Iterator[Blame]:
    """Answers find their petition by its id; an id given twice leads to the wrong one."""
    first: dict[str, Record] = {}
    for record in records:
        if not (key := fold(record.text("petition_id"))):
            continue
        owner = first.setdefault(key, record)
        if owner.cell("petition_id") != record.cell("petition_id") and not _same(owner, record):
            yield _twice(record, owner, "petition_id")


@table_rule(
    "DUP-02",
    Severity.WARNING,
    fields=("content", "petitioner"),
    vi="Kiến nghị này giống hệt dòng {row} (cùng nội dung, cùng người), có thể đã nhập hai lần.",
    en="This petition is exactly that of row {row}; it may have been entered twice.",
    fix_vi="Nếu là một, đề nghị xóa một trong hai dòng, ví dụ xóa dòng này và giữ dòng {row}.",
    fix_en="If it is one petition, delete one of the rows, e.g. this one, and keep row {row}.",
    good="""
        STT | Người kiến nghị | Nội dung kiến nghị
        1   | Lê Văn Mẫu      | Đề nghị sửa đường vào tổ 5
        2   | Trần Thị B      | Đề nghị sửa đường vào tổ 5
    """,
    bad="""
        STT | Người kiến nghị | Nội dung kiến nghị
        1   | Lê Văn Mẫu      | Đề nghị sửa đường vào tổ 5
        2   | Lê Văn Mẫu      | >>Đề nghị sửa  đường vào tổ 5
    """,
    tables=("petition",),
    gives=("row",),
)
def petition_is_entered_once(records: Sequence[Record]) -> Iterator[Blame]:
    """Copying rows from list to list doubles petitions, and every count with them."""
    first: dict[tuple[str, ...], Record] = {}
    for record in records:
        if not record["content"] or not record["petitioner"]:
            continue
        owner = first.setdefault(_petition(record), record)
        if owner.row != record.row:
            yield _twice(record, owner, "content")


@table_rule(
    "DUP-03",
    Severity.WARNING,
    fields=("seq",),
    vi="Số thứ tự “{seq}” đã có ở dòng {row}, nên khó đối chiếu khi trao đổi.",
    en="Number “{seq}” is already that of row {row}, which makes it hard to refer to.",
    fix_vi="Đề nghị đánh lại số thứ tự từ dòng này trở xuống, ví dụ 1, 2, 3.",
    fix_en="Number the rows again from here on, e.g. 1, 2, 3.",
    good="""
        STT | Người kiến nghị | Nội dung kiến nghị
        1   | Lê Văn Mẫu      | Đề nghị sửa đường vào tổ 5
        2   | Trần Thị B      | Đề nghị lắp đèn đường tổ 6
        3   | Võ Văn C        | Cống thoát nước tổ 7 bị nghẹt
    """,
    bad="""
        STT | Người kiến nghị | Nội dung kiến nghị
        1   | Lê Văn Mẫu      | Đề nghị sửa đường vào tổ 5
        2   | Trần Thị B      | Đề nghị lắp đèn đường tổ 6
        >>2 | Võ Văn C        | Cống thoát nước tổ 7 bị nghẹt
    """,
    tables=("attendee", "petition", "survey"),
    gives=("row",),
)
def numbers_do_not_repeat(records: Sequence[Record]) -> Iterator[Blame]:
    """A row was inserted, or copied, without numbering again.

    Numbers may restart at 1.
    """
    for counted in _counts(records):
        first: dict[int, Record] = {}
        for record, number in counted.items():
            owner = first.setdefault(number, record)
            if owner is not record:
                yield _twice(record, owner, "seq")


@table_rule(
    "DUP-04",
    Severity.INFO,
    fields=("seq",),
    vi="Số thứ tự nhảy từ {before} sang {seq}, có thể đã mất một dòng hoặc chưa đánh lại số.",
    en="Numbers jump from {before} to {seq}: a row may be missing.",
    fix_vi="Đề nghị đối chiếu bản gốc xem có sót dòng không, rồi đánh lại số, ví dụ 1, 2, 3.",
    fix_en="Compare with the original for a missing row, then number again, e.g. 1, 2, 3.",
    good="""
        STT | Người kiến nghị | Nội dung kiến nghị
        1   | Lê Văn Mẫu      | Đề nghị sửa đường vào tổ 5
        2   | Trần Thị B      | Đề nghị lắp đèn đường tổ 6
        3   | Võ Văn C        | Cống thoát nước tổ 7 bị nghẹt
    """,
    bad="""
        STT | Người kiến nghị | Nội dung kiến nghị
        1   | Lê Văn Mẫu      | Đề nghị sửa đường vào tổ 5
        2   | Trần Thị B      | Đề nghị lắp đèn đường tổ 6
        >>4 | Võ Văn C        | Cống thoát nước tổ 7 bị nghẹt
    """,
    tables=("attendee", "petition", "survey"),
    gives=("before",),
)
def numbers_do_not_jump(records: Sequence[Record]) -> Iterator[Blame]:
    """A deleted row leaves a gap; what it said may be missing.

    Rows that are left out on purpose may have kept a number.
    """
    for counted in _counts(records):
        for (above, before), (record, number) in pairwise(counted.items()):
            neighbours = record.row == above.row + 1
            if neighbours and number > before + 1:
                yield Blame(record, "seq", (above.cell("seq"),), {"before": before})


@table_rule(
    "DUP-05",
    Severity.WARNING,
    fields=("question", "group"),
    vi="Nội dung đánh giá “{question}” đã có ở dòng {row}, nên số phiếu có thể bị tính hai lần.",
    en="“{question}” is already asked in row {row}; its votes may be counted twice.",
    fix_vi="Đề nghị giữ một dòng, hoặc ghi rõ hai nội dung khác nhau, ví dụ thêm tên thủ tục.",
    fix_en="Keep one row, or word the two questions differently, e.g. add the procedure.",
    good="""
        STT | Nội dung đánh giá    | Rất hài lòng | Hài lòng | Không hài lòng
        1   | Thái độ phục vụ      | 10           | 20       | 1
        2   | Thời gian giải quyết | 12           | 18       | 1
    """,
    bad="""
        STT | Nội dung đánh giá | Rất hài lòng | Hài lòng | Không hài lòng
        1   | Thái độ phục vụ   | 10           | 20       | 1
        2   | >>Thái độ phục vụ | 12           | 18       | 1
    """,
    tables=("survey",),
    gives=("row",),
)
def question_is_asked_once(records: Sequence[Record]) -> Iterator[Blame]:
    """A row copied by mistake counts the same votes twice.

    The same question of two hamlets or groups is right; so is that of ballots with a row each.
    """
    first: dict[tuple[object, ...], Record] = {}
    for record in records:
        if record["question"] and record.table.has("question"):
            places = (record[key] for key in ("group", "hamlet", "commune"))
            section = record.table.rows and _section(record)
            key = (fold(record.text("question")), section, *places)
            owner = first.setdefault(key, record)
            if owner is not record:
                yield _twice(record, owner, "question")


def _twice(record: Record, owner: Record, field: str) -> Blame:
    cell = owner.cell(field)
    return Blame(record, field, (cell,), {"row": cell.row})


def _same(one: Record, other: Record) -> bool:
    return bool(one["petitioner"]) and _petition(one) == _petition(other)


def _petition(record: Record) -> tuple[str, ...]:
    return tuple(fold(str(record[key] or "")) for key in SAME_PETITION)


def _section(record: Record) -> int | None:
    sections = (row.section for row in record.table.rows if row.number == record.row)
    return next(sections, None)


def _counts(records: Sequence[Record]) -> Iterator[Mapping[Record, int]]:
    """The records that are numbered in one go, with their numbers; each row once.

    A new go begins with a section, and with the number 1. Numbers like “2.5” or “a)” are not
    counted.
    """
    sections = {row.number: row.section for row in records[0].table.rows}
    counted: dict[Record, int] = {}
    section, row = None, 0
    for record in records:
        number = record.text("seq").rstrip(".)")
        if not number.isdecimal() or record.cell("seq").row != record.row or record.row == row:
            continue
        if int(number) == 1 or sections.get(record.row) != section:
            yield counted
            counted = {}
        section, row = sections.get(record.row), record.row
        counted[record] = int(number)
    yield counted
