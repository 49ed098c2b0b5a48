"""Rules about survey forms with a row per person and a tick below a level (TOT-13, TOT-14)."""

from collections.abc import Iterator, Sequence

from toolkit.model import Record, Severity
from toolkit.rules.declare import Blame, table_rule

LEVELS = ("very_satisfied", "satisfied", "neutral", "dissatisfied", "very_dissatisfied")


@table_rule(
    "TOT-13",
    Severity.WARNING,
    fields=LEVELS,
    vi="Phiếu này đánh dấu {ticked} mức cho cùng một nội dung, mà mỗi phiếu chỉ chọn một mức.",
    en="This form has {ticked} levels ticked for one question; a form can choose only one.",
    fix_vi="Đề nghị đối chiếu phiếu giấy rồi xóa dấu nhập nhầm; nếu phiếu chọn hai mức, hãy xóa "
    "cả hai và ghi chú, ví dụ: phiếu không hợp lệ.",
    fix_en="Compare with the paper and clear the wrong tick; if it has both, clear both and "
    "say so in the note.",
    good="""
        STT | Họ và tên  | Thái độ phục vụ | <        | <
        ^   | ^          | Rất hài lòng    | Hài lòng | Không hài lòng
        1   | Lê Văn Mẫu | x               |          |
        2   | Trần Thị B |                 | x        |
    """,
    bad="""
        STT | Họ và tên  | Thái độ phục vụ | <        | <
        ^   | ^          | Rất hài lòng    | Hài lòng | Không hài lòng
        1   | Lê Văn Mẫu | x               | >>x      |
        2   | Trần Thị B |                 | x        |
    """,
    tables=("survey",),
    gives=("ticked",),
)
def one_level_is_ticked(records: Sequence[Record]) -> Iterator[Blame]:
    """Each tick is counted, so a form with two of them counts twice."""
    for record in records:
        ticked = [field for field in _levels(record) if record[field] is not None]
        if len(ticked) > 1:
            first, second, *_ = ticked
            yield Blame(record, second, (record.cell(first),), {"ticked": len(ticked)})


@table_rule(
    "TOT-14",
    Severity.WARNING,
    fields=LEVELS,
    vi="Có {count} phiếu chưa đánh dấu mức nào, nên chưa được tính vào kết quả.",
    en="{count} forms have no level ticked, so they do not count.",
    fix_vi="Đề nghị đối chiếu phiếu giấy rồi đánh dấu mức đã chọn, ví dụ x; nếu để trống thì ghi "
    "chú: phiếu trắng.",
    fix_en="Compare with the paper and tick the level chosen; if it is blank, say so in the note.",
    good="""
        STT | Họ và tên  | Thái độ phục vụ | <        | <
        ^   | ^          | Rất hài lòng    | Hài lòng | Không hài lòng
        1   | Lê Văn Mẫu | x               |          |
        2   | Trần Thị B |                 | x        |
    """,
    bad="""
        STT | Họ và tên  | Thái độ phục vụ | <        | <
        ^   | ^          | Rất hài lòng    | Hài lòng | Không hài lòng
        1   | Lê Văn Mẫu | x               |          |
        2   | Trần Thị B | >>              |          |
    """,
    tables=("survey",),
    gives=("count",),
)
def a_level_is_ticked(records: Sequence[Record]) -> Iterator[Blame]:
    """A form that was handed in and not typed in full is missing in the shares."""
    blank = [
        (record, levels[0])
        for record in records
        if (levels := _levels(record)) and all(record[field] is None for field in levels)
    ]
    if blank:
        cells = [record.cell(level) for record, level in blank]
        record, level = blank[0]
        yield Blame(record, level, tuple(cells[1:]), {"count": len(blank)})


def _levels(record: Record) -> list[str]:
    """The levels of the question of a record that have columns of ticks, from left to right."""
    return [
        mapped.column.field
        for mapped in record.table.columns
        if mapped.column.field in LEVELS
        and mapped.column.kind == "tick"
        and mapped.column.implies.get("question") in {None, record["question"]}
    ]
