"""Rules about figures that must add up within one record (TOT-10 to TOT-19).

Totals below a table are held against its rows by `check`.
"""

from toolkit.model import Severity
from toolkit.rules.declare import Verdict, rule


@rule(
    "TOT-10",
    Severity.ERROR,
    vi="Tổng số phiếu ghi {total} nhưng cộng các mức được {sum}, nhiều hơn tổng.",
    en="The total is {total}, but the levels add up to {sum}, which is more.",
    fix_vi="Hãy đếm lại phiếu; nếu các mức đã đúng, hãy gõ «{sum}» vào ô này.",
    fix_en="Count again; if the levels are right, type «{sum}».",
    good="""
        STT | Nội dung đánh giá | Rất hài lòng | Hài lòng | Không hài lòng | Tổng số phiếu
        1   | Thái độ phục vụ   | 10           | 20       | 1              | 31
    """,
    bad="""
        STT | Nội dung đánh giá | Rất hài lòng | Hài lòng | Không hài lòng | Tổng số phiếu
        1   | Thái độ phục vụ   | 10           | 20       | 1              | >>30
    """,
    gives=("sum",),
)
def levels_do_not_exceed_the_total(
    total: int,
    satisfied: int,
    very_satisfied: int | None,
    neutral: int | None,
    dissatisfied: int | None,
    very_dissatisfied: int | None,
) -> Verdict:
    """More votes than voters: the shares of this row cannot be right."""
    levels = (very_satisfied, satisfied, neutral, dissatisfied, very_dissatisfied)
    added = sum(level or 0 for level in levels)
    return added <= total or {"sum": added}


@rule(
    "TOT-11",
    Severity.WARNING,
    vi="Tổng số phiếu ghi {total} nhưng cộng các mức chỉ được {sum}, còn thiếu {missing} phiếu.",
    en="The total is {total}, but the levels add up to {sum} only; {missing} are missing.",
    fix_vi="Đề nghị đếm lại; nếu có phiếu không chọn mức nào thì ghi rõ ở cột ghi chú, ví dụ: 2 "
    "phiếu trắng.",
    fix_en="Count again; if some chose no level, say so in the note, e.g. 2 blank.",
    good="""
        STT | Nội dung đánh giá | Rất hài lòng | Hài lòng | Không hài lòng | Tổng số phiếu
        1   | Thái độ phục vụ   | 10           | 20       | 1              | 31
    """,
    bad="""
        STT | Nội dung đánh giá | Rất hài lòng | Hài lòng | Không hài lòng | Tổng số phiếu
        1   | Thái độ phục vụ   | 10           | 20       | 1              | >>33
    """,
    gives=("sum", "missing"),
)
def levels_reach_the_total(
    total: int,
    satisfied: int,
    very_satisfied: int | None,
    neutral: int | None,
    dissatisfied: int | None,
    very_dissatisfied: int | None,
    note: str | None,
) -> Verdict:
    """Either votes were not counted, or some people left the question out.

    A note about it settles the matter.
    """
    levels = (very_satisfied, satisfied, neutral, dissatisfied, very_dissatisfied)
    added = sum(level or 0 for level in levels)
    return added >= total or note is not None or {"sum": added, "missing": total - added}
