"""Whether the dates of a column are typed with the day or with the month first.

In Vietnam the day comes first, and so it is read without asking. Only a column that itself shows
American dates is another matter: then the cell that shows it is named.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from toolkit import decisions as memory
from toolkit.decisions import Decisions, layout_key
from toolkit.model import (
    Cell,
    Finding,
    MappedColumn,
    Notice,
    Question,
    Raw,
    Severity,
    Table,
    Value,
)
from toolkit.values.dates import MONTHS, first_and_second, parse_date
from toolkit.values.reading import UnreadableError
from toolkit.values.texts import clean, shown, unaccented

MONTH_FIRST = Notice(
    "DAT-04",
    Severity.WARNING,
    vi="“{value}” ghi tháng trước ngày, nên {count} ngày khác trong cột cũng đọc như vậy.",
    en="“{value}” has the month first, so {count} other dates of the column are read so too.",
    fix_vi="Nếu chưa đúng, hãy gõ lại cả cột theo ngày/tháng/năm, ví dụ 25/10/2026.",
    fix_en="If that is wrong, type the column again as day/month/year, e.g. 25/10/2026.",
    why="05/10 is the 5th of October here and the 10th of May in America; one typed date above "
    "the 12th tells which way the column goes.",
    good="""
        STT | Nội dung kiến nghị               | Ngày tiếp nhận
        1   | Đường tổ 5 bị hư, đề nghị sửa lại | 25/10/2026
        2   | Đề nghị lắp đèn đường ở ngã ba    | 05/10/2026
    """,
    bad="""
        STT | Nội dung kiến nghị               | Ngày tiếp nhận
        1   | Đường tổ 5 bị hư, đề nghị sửa lại | >>10/25/2026
        2   | Đề nghị lắp đèn đường ở ngã ba    | 10/05/2026
    """,
)
MIXED = Notice(
    "DAT-05",
    Severity.WARNING,
    vi="“{value}” ghi tháng trước ngày, trái với cả cột, nên {count} ngày có thể hiểu hai cách.",
    en="“{value}” has the month first, unlike others, so {count} dates could mean two days.",
    fix_vi="Hãy gõ lại theo ngày/tháng/năm, ví dụ 25/10/2026, và xem lại các ngày nêu kèm.",
    fix_en="Type day/month/year, e.g. 25/10/2026, and look at the other dates named.",
    why="Where both orders stand in one column, a date such as 05/10 cannot be told for certain; "
    "it was read with the day first.",
    good="""
        STT | Nội dung kiến nghị               | Ngày tiếp nhận
        1   | Đường tổ 5 bị hư, đề nghị sửa lại | 25/10/2026
        2   | Đề nghị lắp đèn đường ở ngã ba    | 26/10/2026
    """,
    bad="""
        STT | Nội dung kiến nghị               | Ngày tiếp nhận
        1   | Đường tổ 5 bị hư, đề nghị sửa lại | 26/10/2026
        2   | Đề nghị lắp đèn đường ở ngã ba    | >>10/25/2026
        3   | Đề nghị nạo vét kênh tưới số 3    | 05/10/2026
    """,
)
SWAPPED = Notice(
    "DAT-06",
    Severity.WARNING,
    vi="Excel có thể đã đổi chỗ ngày và tháng của {count} ngày trong cột này, như {value}.",
    en="Excel may have swapped day and month of {count} dates of this column, such as {value}.",
    fix_vi="Đề nghị đối chiếu với bản giấy; nếu bị đổi chỗ thì gõ lại, ví dụ 05/10/2026.",
    fix_en="Compare these dates with the paper; if swapped, type them again, e.g. 05/10/2026.",
    why="An Excel set to American dates takes 05/10 for the 10th of May and leaves 25/10 as text; "
    "in this column all days above the 12th are text.",
    good="""
        STT | Nội dung kiến nghị               | Ngày tiếp nhận
        1   | Đường tổ 5 bị hư, đề nghị sửa lại | 2026-10-05
        2   | Đề nghị lắp đèn đường ở ngã ba    | 2026-10-25
    """,
    bad="""
        STT | Nội dung kiến nghị               | Ngày tiếp nhận
        1   | Đường tổ 5 bị hư, đề nghị sửa lại | >>2026-05-10
        2   | Đề nghị lắp đèn đường ở ngã ba    | 25/10/2026
        3   | Đề nghị nạo vét kênh tưới số 3    | 2026-06-10
        4   | Đề nghị thu gom rác hai lần/tuần  | 26/10/2026
        5   | Đề nghị sửa cầu qua kênh số 2     | 2026-07-10
    """,
)
OUTLIER = Notice(
    "DAT-08",
    Severity.WARNING,
    vi="“{value}” cách xa các ngày khác trong cột, có thể ghi ngược ngày và tháng của {likely}.",
    en="“{value}” is far from the other dates; perhaps day and month of {likely} were swapped.",
    fix_vi="Đề nghị xem lại; nếu ghi ngược, hãy gõ ngày trước tháng sau, ví dụ {likely}.",
    fix_en="Look again; if swapped, type the day before the month, e.g. {likely}.",
    why="All others are within a month of each other, and so would this one be, read month first.",
    good="""
        STT | Nội dung kiến nghị               | Ngày tiếp nhận
        1   | Đường tổ 5 bị hư, đề nghị sửa lại | 05/10/2026
        2   | Đề nghị lắp đèn đường ở ngã ba    | 06/10/2026
        3   | Đề nghị nạo vét kênh tưới số 3    | 08/10/2026
        4   | Đề nghị thu gom rác hai lần/tuần  | 07/10/2026
    """,
    bad="""
        STT | Nội dung kiến nghị               | Ngày tiếp nhận
        1   | Đường tổ 5 bị hư, đề nghị sửa lại | 05/10/2026
        2   | Đề nghị lắp đèn đường ở ngã ba    | 06/10/2026
        3   | Đề nghị nạo vét kênh tưới số 3    | 08/10/2026
        4   | Đề nghị thu gom rác hai lần/tuần  | >>10/07/2026
    """,
)
NOTICES = (MONTH_FIRST, MIXED, SWAPPED, OUTLIER)

TEXTS_TO_SUSPECT = 2
DATES_TO_SUSPECT = 3
"""So many texts above the 12th, and dates up to it, are no accident."""

SHOWN = 3
"""Dates that are shown where it is asked how to read them."""

FEWEST_OTHERS = 3
CLOSE = timedelta(days=7)
FAR = timedelta(days=30)
"""When one date stands out: far from all others, which are together, and close when swapped."""

_MONTH_FIRST_HEADERS = ("mm/dd", "mm-dd", "thang/ngay", "thang-ngay")

Typed = tuple[Cell, Raw]


@dataclass(frozen=True, slots=True)
class DateOrder:
    """How the dates of a column are to be read, and what is to be said of it.

    With `swapped` Excel has taken days for months and months for days.
    """

    month_first: bool = False
    findings: tuple[Finding, ...] = ()
    swapped: bool = False

    def mended(self, raw: Raw) -> Raw:
        """What a cell holds, day and month in their places again.

        >>> DateOrder(swapped=True).mended(date(2026, 5, 10))
        datetime.date(2026, 10, 5)
        """
        if self.swapped and isinstance(raw, date) and raw.day <= MONTHS:
            return raw.replace(month=raw.day, day=raw.month)
        return raw


DAY_FIRST = DateOrder()
"""How dates are written in Vietnam."""


def date_order(
    table: Table,
    column: MappedColumn,
    typed: Sequence[Typed],
    decisions: Decisions = memory.UNDECIDED,
) -> DateOrder:
    """The order of the dates of a column, from what people have decided, else from all its cells.

    That the month comes first holds for tables of this layout until one shows the opposite.
    """
    day_first = [item for item in typed if _above_months(item[1], 0)]
    month_first = [item for item in typed if _above_months(item[1], 1)]
    ambiguous = [item for item in typed if _is_ambiguous(item[1])]
    order_key = layout_key(memory.ORDER, table, column.header)
    told = decisions.get(order_key)
    if told and (month_first or not day_first):
        return DateOrder(told == memory.MONTH_FIRST)
    field = column.column.field
    if not month_first:
        swap_key = layout_key(memory.SWAP, table, column.header)
        return _without_telling_text(
            column, typed, day_first, ambiguous, swap_key, decisions.get(swap_key)
        )
    notice = MIXED if day_first else MONTH_FIRST
    proposal = memory.DAY_FIRST if day_first else memory.MONTH_FIRST
    finding = _finding(notice, field, month_first[0], ambiguous)
    asked = _question(order_key, column, month_first[:1] + ambiguous, proposal)
    return DateOrder(not day_first, (replace(finding, questions=(asked,)),))


def _without_telling_text(
    column: MappedColumn,
    typed: Sequence[Typed],
    day_first: Sequence[Typed],
    ambiguous: Sequence[Typed],
    key: str,
    told: str | None,
) -> DateOrder:
    """The order where no text shows that the month comes first."""
    header = unaccented(column.header)
    says_so = not day_first and any(words in header for words in _MONTH_FIRST_HEADERS)
    suspects = _swapped_by_excel(typed, day_first, ambiguous)
    if suspects and told:
        return DateOrder(swapped=told == memory.SWAPPED)
    if not suspects:
        return DateOrder(says_so, () if says_so else _outliers(column, typed))
    finding = _finding(SWAPPED, column.column.field, suspects[0], suspects)
    asked = _question(key, column, suspects, memory.AS_SHOWN)
    return DateOrder(says_so, (replace(finding, questions=(asked,)),))


def _question(
    key: str, column: MappedColumn, examples: Sequence[Typed], proposal: str
) -> Question:
    some = "; ".join(shown(raw) for _, raw in examples[:SHOWN])
    seen = f"Cột “{clean(column.header)}”, ví dụ: {some}"
    return Question(key, seen, proposal, tuple(cell for cell, _ in examples[:1]))


def _above_months(raw: Raw, position: int) -> bool:
    """Whether the first (0) or the second (1) number of a text can only be a day."""
    numbers = first_and_second(raw)
    if numbers is None or numbers[1 - position] > MONTHS:
        return False
    return numbers[position] > MONTHS


def _is_ambiguous(raw: Raw) -> bool:
    numbers = first_and_second(raw)
    return numbers is not None and max(numbers) <= MONTHS and numbers[0] != numbers[1]


def _swapped_by_excel(
    typed: Sequence[Typed], day_first: Sequence[Typed], ambiguous: Sequence[Typed]
) -> Sequence[Typed]:
    """The dates whose day and month Excel may have swapped; none if nothing speaks for it."""
    dates = [item for item in typed if isinstance(item[1], date)]
    suspects = [item for item in dates if isinstance(item[1], date) and item[1].day <= MONTHS]
    all_suspect = len(suspects) == len(dates) >= DATES_TO_SUSPECT
    if not all_suspect or ambiguous or len(day_first) < TEXTS_TO_SUSPECT:
        return ()
    return suspects


def _outliers(column: MappedColumn, typed: Sequence[Typed]) -> tuple[Finding, ...]:
    """Single dates that only make sense beside the others with day and month swapped."""
    if column.column.kind != "date":
        return ()
    dates = [(item, day) for item in typed if isinstance(day := _date(item[1]), date)]
    if len(dates) <= FEWEST_OTHERS:
        return ()
    days = sorted(day for _, day in dates)
    suspects = {days[0]: days[1:], days[-1]: days[:-1]}
    return tuple(
        _outlier(column.column.field, item, likely)
        for item, day in dates
        if day in suspects and (likely := _likely(day, suspects[day]))
    )


def _likely(day: date, others: Sequence[date]) -> date | None:
    """The day with its month as day, if it fits the others and the day itself does not."""
    first, last = others[0], others[-1]
    if day.day > MONTHS or last - first > FAR or first - FAR <= day <= last + FAR:
        return None
    swapped = date(day.year, day.day, day.month)
    return swapped if first - CLOSE <= swapped <= last + CLOSE else None


def _date(raw: Raw) -> Value:
    try:
        return parse_date(raw).value
    except UnreadableError:
        return None


def _outlier(field: str, item: Typed, likely: date) -> Finding:
    cell, raw = item
    params = {"value": shown(raw), "likely": f"{likely:%d/%m/%Y}"}
    return Finding(OUTLIER, cell, params, field, shown(raw))


def _finding(notice: Notice, field: str, first: Typed, others: Sequence[Typed]) -> Finding:
    cell, raw = first
    related = tuple(place for place, _ in others if place != cell)
    params = {"value": shown(raw), "count": len(others)}
    return Finding(notice, cell, params, field, shown(raw), related)
