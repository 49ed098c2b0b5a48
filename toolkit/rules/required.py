"""Rules about values that most rows have and some lack (REQ-07)."""

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
    blank = [
        record
        for record in asked
        if record["petitioner"] is None and not is_unreadable(record, "petitioner")
    ]
    if blank and records[0].table.has("petitioner") and len(blank) * 2 < len(asked):
        first, *others = blank
        own = first.cell("petitioner")
        cells = dict.fromkeys(record.cell("petitioner") for record in others)
        related = tuple(cell for cell in cells if cell != own)
        yield Blame(first, "petitioner", related, {"count": len(related) + 1})
