"""Rules about dates that do not fit the meeting (DAT-31 to DAT-35)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from toolkit.model import Record, Severity
from toolkit.rules.dates import YEARS_BACK
from toolkit.rules.declare import Blame, Context, Verdict, rule, table_rule
from toolkit.rules.words import words

YEARS_AHEAD = 5
"""A road may take years; a deadline beyond the term of the council is a slip."""

DONE_ON = ("answered_on", "completed_on", "document_date")


@rule(
    "DAT-31",
    Severity.WARNING,
    vi="Thời hạn {due_date} cách quá xa hội nghị năm {year}, có thể gõ nhầm năm.",
    en="The deadline {due_date} is far from the meeting of {year}; the year may be wrong.",
    fix_vi="Đề nghị xem lại năm của thời hạn, ví dụ 30/11/2026.",
    fix_en="Look at the year of the deadline again, e.g. 30/11/2026.",
    good="""
        STT | Nội dung kiến nghị         | Đơn vị chủ trì | Thời hạn hoàn thành
        1   | Đề nghị sửa đường vào tổ 5 | Phòng Kinh tế  | 30/11/2027
    """,
    bad="""
        STT | Nội dung kiến nghị         | Đơn vị chủ trì | Thời hạn hoàn thành
        1   | Đề nghị sửa đường vào tổ 5 | Phòng Kinh tế  | >>30/11/2062
    """,
    gives=("year",),
)
def due_near_the_meeting(due_date: date, *, context: Context) -> Verdict:
    """Two digits of a year that changed places would hide a task for decades."""
    year = context.year
    return due_date.year <= year + YEARS_AHEAD or {"year": year}


@table_rule(
    "DAT-32",
    Severity.WARNING,
    fields=DONE_ON,
    vi="Ngày {day} cách quá xa hội nghị năm {year}, có thể gõ nhầm năm.",
    en="The date {day} is far from the meeting of {year}; the year may be wrong.",
    fix_vi="Đề nghị đối chiếu văn bản rồi sửa lại năm, ví dụ 20/10/2026.",
    fix_en="Compare with the document and correct the year, e.g. 20/10/2026.",
    good="""
        STT | Nội dung kiến nghị         | Nội dung trả lời     | Ngày trả lời
        1   | Đề nghị sửa đường vào tổ 5 | Đã dặm vá 30 m đường | 20/10/2025
    """,
    bad="""
        STT | Nội dung kiến nghị         | Nội dung trả lời     | Ngày trả lời
        1   | Đề nghị sửa đường vào tổ 5 | Đã dặm vá 30 m đường | >>20/10/2006
    """,
    gives=("day", "year"),
)
def done_near_the_meeting(records: Sequence[Record], *, context: Context) -> Iterator[Blame]:
    """An answer from decades ago is a slip of the keyboard.

    Where the day of receipt is known, DAT-21 to DAT-23 say so. Of several such dates in a row
    the first is told.
    """
    year = context.year
    for record in records:
        if record["received_on"] is not None:
            continue
        for field in DONE_ON:
            day = record[field]
            if isinstance(day, date) and day.year < year - YEARS_BACK:
                yield Blame(record, field, params={"day": day, "year": year})
                break


@rule(
    "DAT-33",
    Severity.WARNING,
    vi="Ngày tiếp nhận {received_on} khác ngày hội nghị {held_on}, mà nguồn tiếp nhận ghi "
    "“{channel}”.",
    en="Received on {received_on}, but the meeting was on {held_on} and the channel is "
    "“{channel}”.",
    fix_vi="Đề nghị sửa ngày tiếp nhận hoặc nguồn tiếp nhận, ví dụ Trước hội nghị.",
    fix_en="Correct the date or the channel, e.g. Trước hội nghị.",
    good="""
        STT | Nội dung kiến nghị         | Nguồn tiếp nhận | Ngày tiếp nhận
        1   | Đề nghị sửa đường vào tổ 5 | Trước hội nghị  | 05/10/2026
        2   | Đề nghị lắp đèn đường tổ 6 | Tại hội nghị    | 20/10/2026
    """,
    bad="""
        STT | Nội dung kiến nghị         | Nguồn tiếp nhận | Ngày tiếp nhận
        1   | Đề nghị sửa đường vào tổ 5 | Tại hội nghị    | >>05/10/2026
    """,
    gives=("held_on",),
)
def raised_at_the_meeting_on_its_day(
    received_on: date, channel: str, *, context: Context
) -> Verdict:
    """Deadlines count from the day of receipt; what was said at the meeting came that day."""
    held_on = context.meeting.held_on
    if held_on is None or words("at_the_meeting").found_in(channel) is None:
        return True
    return received_on == held_on or {"held_on": held_on}


@rule(
    "DAT-34",
    Severity.INFO,
    vi="Có {count} ngày trả lời sớm hơn ngày hội nghị {held_on}, trong khi không ghi ngày tiếp "
    "nhận.",
    en="{count} answers are older than the meeting of {held_on}, and no day of receipt is given.",
    fix_vi="Nếu đã trả lời trước hội nghị thì giữ nguyên; nếu không, đề nghị sửa lại ngày, ví dụ "
    "30/10/2026.",
    fix_en="Leave it if they were given before the meeting; else correct them, e.g. 30/10/2026.",
    good="""
        STT | Nội dung kiến nghị         | Nội dung trả lời     | Ngày trả lời
        1   | Đề nghị sửa đường vào tổ 5 | Đã dặm vá 30 m đường | 30/10/2026
    """,
    bad="""
        STT | Nội dung kiến nghị         | Nội dung trả lời     | Ngày trả lời
        1   | Đề nghị sửa đường vào tổ 5 | Đã dặm vá 30 m đường | >>10/10/2026
        2   | Đề nghị lắp đèn đường tổ 6 | Đã lắp 12 bóng đèn   | 09/10/2026
    """,
    gives=("held_on",),
    once=True,
)
def answered_after_the_meeting(
    answered_on: date, received_on: date | None, *, context: Context
) -> Verdict:
    """Petitions that come before the meeting may be answered before it; most are not.

    Dates of other years are DAT-32, or of petitions carried along.
    """
    held_on = context.meeting.held_on
    if held_on is None or received_on is not None or answered_on.year != held_on.year:
        return True
    return answered_on >= held_on or {"held_on": held_on}


@table_rule(
    "DAT-35",
    Severity.WARNING,
    fields=DONE_ON,
    vi="Ngày {day} thuộc năm trước hội nghị năm {year}, khác phần lớn ngày cùng cột; có thể gõ "
    "nhầm năm.",
    en="The date {day} is of a year before the meeting of {year}, unlike most of this column.",
    fix_vi="Đề nghị đối chiếu văn bản rồi sửa lại năm, ví dụ 20/10/2026.",
    fix_en="Compare with the document and correct the year, e.g. 20/10/2026.",
    good="""
        STT | Nội dung kiến nghị         | Nội dung trả lời     | Ngày trả lời
        1   | Đề nghị sửa đường vào tổ 5 | Đã dặm vá 30 m đường | 20/10/2026
        2   | Đề nghị lắp đèn đường tổ 6 | Đã lắp 12 bóng đèn   | 20/10/2026
        3   | Đề nghị nạo vét kênh số 3  | Đã nạo vét 200 m     | 21/10/2026
    """,
    bad="""
        STT | Nội dung kiến nghị         | Nội dung trả lời     | Ngày trả lời
        1   | Đề nghị sửa đường vào tổ 5 | Đã dặm vá 30 m đường | 20/10/2026
        2   | Đề nghị lắp đèn đường tổ 6 | Đã lắp 12 bóng đèn   | >>20/10/2025
        3   | Đề nghị nạo vét kênh số 3  | Đã nạo vét 200 m     | 21/10/2026
    """,
    gives=("day", "year"),
)
def done_in_the_year_of_the_others(
    records: Sequence[Record], *, context: Context
) -> Iterator[Blame]:
    """Last year's number is typed out of habit.

    Where the day of receipt is known, DAT-21 to DAT-23 say so; dates of decades ago are DAT-32.
    Lists in which several answers are older hold petitions that were carried along.
    """
    for field in DONE_ON:
        days = [(r, r[field]) for r in records]
        years = Counter(day.year for _, day in days if isinstance(day, date))
        if 2 * years[context.year] <= years.total() or years.total() - years[context.year] > 1:
            continue
        for record, day in days:
            early = isinstance(day, date) and context.year - YEARS_BACK <= day.year < context.year
            if early and record["received_on"] is None:
                yield Blame(record, field, params={"day": day, "year": context.year})
