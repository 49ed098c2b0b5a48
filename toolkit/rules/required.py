"""Rules about values that most rows have and some lack (REQ-07, REQ-09)."""

from collections.abc import Iterator, Sequence

from toolkit.model import Record, Severity
from toolkit.rules.declare import Blame, is_unreadable, table_rule


@table_rule(
    "REQ-07",
    Severity.INFO,
    fields=("petitioner",),
    vi="Có {count} dòng chưa ghi người kiến nghị, trong khi phần lớn các dòng khác đều có.",
    en="{count} rows do not say who raised the petition, while most of the others do.",
    fix_vi="Đề nghị ghi người kiến nghị; nếu là ý kiến chung, ghi ví dụ: Cử tri ấp Tân Hòa.",
    fix_en="Say who raised it; if many did, write for example: Cử tri ấp Tân Hòa.",
    good="""
        STT | Người kiến nghị      | Nội dung kiến nghị
        1   | Lê Văn Mẫu           | Đề nghị sửa đường vào tổ 5
        2   | Cử tri ấp Tân Hòa    | Đề nghị lắp đèn đường tổ 6
    """,
    bad="""
        STT | Người kiến nghị | Nội dung kiến nghị
        1   | Lê Văn Mẫu      | Đề nghị sửa đường vào tổ 5
        2   | >>              | Đề nghị lắp đèn đường tổ 6
        3   | Võ Văn Cảnh     | Cống thoát nước tổ 7 bị nghẹt
    """,
    tables=("petition",),
    gives=("count",),
)
def petitioner_is_named(records: Sequence[Record]) -> Iterator[Blame]:
    """Whoever asked wants to know what became of it; without a name nobody can be told.

    A column that is mostly blank is not in use, and nobody is blamed for it.
    """
    asked = [record for record in records if record["content"]]
    if records[0].table.has("petitioner"):
        yield from _together(_exceptions(asked, "petitioner"), "petitioner")


@table_rule(
    "REQ-09",
    Severity.INFO,
    fields=("hamlet",),
    vi="Có {count} dòng để trống ấp, trong khi phần lớn các dòng khác đều ghi, nên chưa tính được "
    "vào ấp nào.",
    en="{count} rows do not say the hamlet, while most of the others do; they count in none.",
    fix_vi="Đề nghị ghi tên ấp, ví dụ Tân Hòa; nếu là cán bộ xã thì để trống.",
    fix_en="Enter the hamlet, e.g. Tân Hòa; leave it blank for officials of the commune.",
    good="""
        STT | Họ và tên   | Chức vụ   | Ấp
        1   | Lê Văn Mẫu  | Nông dân  | Tân Hòa
        2   | Trần Thị B  | Giáo viên | Tân Lập
    """,
    bad="""
        STT | Họ và tên   | Chức vụ   | Ấp
        1   | Lê Văn Mẫu  | Nông dân  | Tân Hòa
        2   | Trần Thị B  | Giáo viên | >>
        3   | Võ Văn Cảnh | Nông dân  | Tân Lập
    """,
    tables=("attendee", "petition"),
    gives=("count",),
)
def hamlet_is_named(records: Sequence[Record]) -> Iterator[Blame]:
    """Figures by hamlet leave out whoever has none.

    A section in which most have none, as of guests and officials, is left alone.
    """
    table = records[0].table
    if any(mapped.column.field == "hamlet" for mapped in table.columns):
        sections = {row.number: row.section for row in table.rows}
        parts: dict[int | None, list[Record]] = {}
        for record in records:
            parts.setdefault(sections.get(record.row), []).append(record)
        blank = [r for part in parts.values() for r in _exceptions(part, "hamlet")]
        yield from _together(blank, "hamlet")


def _exceptions(records: Sequence[Record], field: str) -> list[Record]:
    """The records without a value of which most others have one."""
    blank = [r for r in records if r[field] is None and not is_unreadable(r, field)]
    return blank if len(blank) * 2 < len(records) else []


def _together(blank: Sequence[Record], field: str) -> Iterator[Blame]:
    """One blame for all of them, at the first."""
    if blank:
        first, *others = blank
        own = first.cell(field)
        cells = dict.fromkeys(record.cell(field) for record in others)
        related = tuple(cell for cell in cells if cell != own)
        yield Blame(first, field, related, {"count": len(related) + 1})
