"""Dates as staff type them: the day first, as is written in Vietnam, in many a form."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from toolkit.model import Notice, PartialDate, Raw, Severity
from toolkit.values.reading import BLANK, Reading, UnreadableError
from toolkit.values.texts import CACHED, clean, says_nothing, shown, unaccented

UNREADABLE = Notice(
    "DAT-01",
    Severity.ERROR,
    vi="“{value}” không đọc được thành ngày, tháng, năm.",
    en="“{value}” cannot be read as a date.",
    fix_vi="Hãy gõ lại theo ngày/tháng/năm, ví dụ 05/10/2026; nếu chưa biết, hãy gõ «Chưa rõ» "
    "vào ô này.",
    fix_en="Type day/month/year, e.g. 05/10/2026, or «Chưa rõ» if it is not known.",
    why="Deadlines and figures by time are counted from a day.",
    good="""
        STT | Họ và tên  | Nội dung kiến nghị              | Ngày tiếp nhận
        1   | Lê Văn Mẫu | Đề nghị sửa đường vào tổ 5 bị hư | ngày 05 tháng 10 năm 2026
    """,
    bad="""
        STT | Họ và tên  | Nội dung kiến nghị              | Ngày tiếp nhận
        1   | Lê Văn Mẫu | Đề nghị sửa đường vào tổ 5 bị hư | >>sau hội nghị
    """,
)
NOT_IN_CALENDAR = Notice(
    "DAT-02",
    Severity.ERROR,
    vi="Ngày “{value}” không có trong lịch.",
    en="There is no day “{value}” in the calendar.",
    fix_vi="Hãy gõ lại ngày đúng, ví dụ 28/02/2026; nếu chưa biết là ngày nào, hãy gõ «{instead}» "
    "vào ô này.",
    fix_en="Type the right day, e.g. 28/02/2026, or «{instead}» if the day is not known.",
    why="No deadline can be counted from a day that never was.",
    good="""
        STT | Họ và tên  | Nội dung kiến nghị              | Ngày tiếp nhận
        1   | Lê Văn Mẫu | Đề nghị sửa đường vào tổ 5 bị hư | 28/02/2026
    """,
    bad="""
        STT | Họ và tên  | Nội dung kiến nghị              | Ngày tiếp nhận
        1   | Lê Văn Mẫu | Đề nghị sửa đường vào tổ 5 bị hư | >>31/02/2026
    """,
)
NO_YEAR = Notice(
    "DAT-03",
    Severity.ERROR,
    vi="“{value}” chưa rõ năm nên chưa xác định được ngày.",
    en="“{value}” does not tell the year.",
    fix_vi="Hãy ghi đủ ngày/tháng/năm, ví dụ 05/10/2026; nếu chưa biết năm, hãy gõ «Chưa rõ» vào "
    "ô này.",
    fix_en="Type day, month and year, e.g. 05/10/2026, or «Chưa rõ» if it is not known.",
    why="Petitions are followed over years; without its own the year would be a guess.",
    good="""
        STT | Họ và tên  | Nội dung kiến nghị              | Ngày tiếp nhận
        1   | Lê Văn Mẫu | Đề nghị sửa đường vào tổ 5 bị hư | 05/10/2026
    """,
    bad="""
        STT | Họ và tên  | Nội dung kiến nghị              | Ngày tiếp nhận
        1   | Lê Văn Mẫu | Đề nghị sửa đường vào tổ 5 bị hư | >>'5/10
    """,
)
QUARTER = Notice(
    "DAT-07",
    Severity.ERROR,
    vi="“{value}” mới nêu quý, chưa có ngày hoặc tháng cụ thể.",
    en="“{value}” names a quarter, not a day or a month.",
    fix_vi="Nếu chưa có ngày cụ thể, hãy gõ «{instead}» vào ô này; thời hạn theo quý thì lấy ngày "
    "cuối quý.",
    fix_en="If no day is set, type «{instead}»: a quarter ends on its last day.",
    why="Only against a day can it be told whether something is overdue.",
    good="""
        STT | Nội dung kiến nghị              | Đơn vị chủ trì | Thời hạn hoàn thành
        1   | Đề nghị sửa đường vào tổ 5 bị hư | Phòng Kinh tế  | 31/12/2026
    """,
    bad="""
        STT | Nội dung kiến nghị              | Đơn vị chủ trì | Thời hạn hoàn thành
        1   | Đề nghị sửa đường vào tổ 5 bị hư | Phòng Kinh tế  | >>Quý IV/2026
    """,
)
BORN_LONG_AGO = Notice(
    "DAT-09",
    Severity.ERROR,
    vi="“{value}” không thể là năm sinh của người dự hội nghị vì đã quá xa; có thể "
    "gõ nhầm chữ số.",
    en="“{value}” is too long ago for the birth of anybody alive; a digit may be wrong.",
    fix_vi="Đề nghị xem lại giấy tờ rồi gõ năm sinh đúng, ví dụ 1982; nếu chưa hỏi được, hãy gõ "
    "«Chưa rõ» vào ô này.",
    fix_en="Look at the papers and type the right year, e.g. 1982, or «Chưa rõ».",
    why="Two digits that changed places are the usual cause.",
    good="""
        STT | Họ và tên  | Năm sinh | Chức vụ
        1   | Lê Văn Mẫu | 1982     | Trưởng ấp
    """,
    bad="""
        STT | Họ và tên  | Năm sinh | Chức vụ
        1   | Lê Văn Mẫu | >>1892   | Trưởng ấp
    """,
)
IN_WORDS = Notice(
    "DAT-44",
    Severity.WARNING,
    vi="“{value}” nói thời gian bằng lời, không phải một ngày, nên không biết đã "
    "quá hạn hay chưa.",
    en="“{value}” tells a time in words, not a day, so no deadline can be judged by it.",
    fix_vi="Nếu có ngày cụ thể, đề nghị ghi ngày đó, ví dụ 30/11/2026; nếu không, cứ để nguyên.",
    fix_en="Give the day if there is one, e.g. 30/11/2026; otherwise leave it.",
    why="What is done all the time, or as soon as there is money, has no day.",
    good="""
        STT | Nội dung kiến nghị              | Đơn vị chủ trì | Thời hạn hoàn thành
        1   | Đề nghị sửa đường vào tổ 5 bị hư | Phòng Kinh tế  | 30/11/2026
    """,
    bad="""
        STT | Nội dung kiến nghị              | Đơn vị chủ trì | Thời hạn hoàn thành
        1   | Đề nghị sửa đường vào tổ 5 bị hư | Phòng Kinh tế  | >>Thường xuyên
    """,
)
NOTICES = (UNREADABLE, NOT_IN_CALENDAR, NO_YEAR, QUARTER, BORN_LONG_AGO, IN_WORDS)

YEARS = range(1900, 2101)
"""Years that a date in these tables can have."""

MONTHS = 12

NOT_KNOWN_YET = "Chưa rõ"
"""What staff are asked to type where no date can be proposed."""


@dataclass(frozen=True, slots=True)
class Era:
    """Of what time the dates of a column are.

    Two-digit years above `pivot` are of the 20th century. `serials` are Excel's day numbers, as
    a date shows without its format.
    """

    pivot: int
    serials: range


PRESENT = Era(50, range(36_526, 73_416))
"""What happens around a meeting: from 2000 to 2100. “20223” is a mistyped year, no date."""

LIFETIME = Era(15, range(10_000, 73_416))
"""When people were born: since 1927. Who attends is no small child, so “/16” is 1916."""

_TIME = re.compile(
    r"(\bt?|(?<=\d)t)\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(\s*[ap]m\b)?z?|\b\d{1,2}\s*(gio|g|h)\s*(\d{1,2}\s*(phut|p)?)?\b"
)
_WEEKDAY = re.compile(r"\b(thu (hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)\b")
_FILLER = re.compile(r"\b(truoc|trong|den|vao|luc|sang|chieu|toi|tu|het|ngay)\b")
_MONTH = re.compile(r"\bthang\b|^t(?=\d)")
_YEAR = re.compile(r"\bnam\b")
_SEPARATORS = re.compile(r"[\s./\\,\-–]+")
_QUARTER = re.compile(r"\bquy\b")
_QUARTERS = ("i", "ii", "iii", "iv", "1", "2", "3", "4")
_NAMED_QUARTER = re.compile(r"\bquy\s*(iv|i{1,3}|[1-4])\b\D*(20\d\d)\b")

_IN_WORDS = re.compile(
    r"(thuong xuyen|lien tuc|hang (nam|thang|quy)|dinh ky|khi |sau khi |tuy |da |"
    r"(cuoi|dau|giua) (nam|thang|quy)|"
    r"theo (ke hoach|lo trinh|tien do)|(ngay |truc tiep |tra loi )*tai (hoi nghi|buoi|cuoc|cho)|"
    r"truc tiep|trong (nhiem ky|giai doan)|"
    r"(trong |khoang )?\d+ (ngay|tuan|thang|nam)( lam viec)?$).*"
)
"""Times that staff tell in words, unaccented: “Khi có vốn”, “Ngay tại hội nghị”, “30 ngày”."""
_NOT_YET = re.compile(r"chua( \w+){1,3}\W*")
"""“Chưa trả lời”, “chưa xong”: there is no day yet."""
_ALONE = re.compile(r"(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)")
"""A day among words."""
_BORN = re.compile(
    r"(?:(?:nam sinh|sinh nam|sinh|nam|sn|ns|khoang)\W*)?((?:19|20)\d\d)\W*(?:\d{1,3} tuoi\W*)?"
)
"""A year of birth with words around it, unaccented: “SN 1960”, “1960 (66 tuổi)”."""
_LONG_AGO = re.compile(r"(\d{1,2}/){0,2}1[5-8]\d\d")
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})")
_FORMS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?P<y>\d{4})/(?P<m>\d{1,2})/(?P<d>\d{1,2})"), "day"),
    (re.compile(r"(?P<d>\d{2})(?P<m>\d{2})(?P<y>(19|20)\d{2})"), "day"),
    (re.compile(r"(?P<y>(19|20)\d{2})(?P<m>\d{2})(?P<d>\d{2})"), "day"),
    (re.compile(r"(?P<m>\d{1,2})/(?P<y>\d{4})"), "partial"),
    (re.compile(r"(?P<y>\d{4})(/(?P<m>\d{1,2}))?"), "partial"),
)


@lru_cache(maxsize=CACHED, typed=True)
def parse_date(raw: Raw, *, month_first: bool = False, era: Era = PRESENT) -> Reading:
    """A date; or only its month or year, where no more is said.

    `month_first` reads `10/05/2026` as the 5th of October. Either way a number above 12 is the
    day. The time of day is dropped.

    >>> parse_date(" 5.10.2026 ").value
    datetime.date(2026, 10, 5)
    >>> parse_date("ngày 05 tháng 02 năm 2026").value, parse_date("tháng 3/2023").value
    (datetime.date(2026, 2, 5), PartialDate(year=2023, month=3))
    >>> parse_date("5/10").value
    Traceback (most recent call last):
    toolkit.values.reading.UnreadableError: DAT-03

    Raises:
        UnreadableError: It is no date, or a date that does not exist.
    """
    match raw:
        case datetime():
            return Reading(_in_range(raw.date()))
        case date():
            return Reading(_in_range(raw))
        case int() | float() if not isinstance(raw, bool):
            return Reading(_from_number(raw, era))
    text = clean(shown(raw))
    if says_nothing(text) or _NOT_YET.fullmatch(unaccented(text)):
        return BLANK
    return Reading(_from_text(text, month_first=month_first, era=era))


def parse_birth(raw: Raw, *, month_first: bool = False) -> Reading:
    """A date or year of birth.

    >>> parse_birth(1960).value, parse_birth("1/6/42").value
    (PartialDate(year=1960, month=None), datetime.date(1942, 6, 1))
    >>> parse_birth("SN 1960 (66 tuổi)").value
    PartialDate(year=1960, month=None)
    >>> parse_birth("05/10/1892").value
    Traceback (most recent call last):
    toolkit.values.reading.UnreadableError: DAT-09

    Raises:
        UnreadableError: It is no date, a date that does not exist, or before 1900.
    """
    try:
        return parse_date(raw, month_first=month_first, era=LIFETIME)
    except UnreadableError as error:
        if found := _BORN.fullmatch(unaccented(clean(shown(raw)))):
            return Reading(PartialDate(int(found[1])))
        if error.notice is UNREADABLE and _LONG_AGO.fullmatch(_skeleton(unaccented(shown(raw)))):
            raise UnreadableError(BORN_LONG_AGO) from None
        raise


@lru_cache(maxsize=CACHED)
def first_and_second(raw: Raw) -> tuple[int, int] | None:
    """The two numbers before the year where a text could be day/month or month/day.

    >>> first_and_second("05/10/2026"), first_and_second("2026-10-05"), first_and_second(1960)
    ((5, 10), None, None)
    """
    if not isinstance(raw, str):
        return None
    found = _DAY_MONTH_YEAR.fullmatch(_skeleton(unaccented(clean(raw))))
    if not found or "thang" in unaccented(raw):
        return None
    return int(found[1]), int(found[2])


def _from_number(number: float, era: Era) -> date | PartialDate:
    if number in YEARS:
        return PartialDate(int(number))
    if era.serials.start <= number < era.serials.stop:
        return _of_serial(int(number))
    return _from_text(shown(number), month_first=False, era=era)


def _of_serial(number: int) -> date:
    """The day that Excel's day number stands for; its day 60 (29/02/1900) never was."""
    return date(1899, 12, 30) + timedelta(days=number)


def _from_text(text: str, *, month_first: bool, era: Era) -> date | PartialDate:
    plain = unaccented(text)
    alone = _alone(plain)
    if alone == plain:
        _refuse_words(plain)
    skeleton = _skeleton(alone)
    if found := _DAY_MONTH_YEAR.fullmatch(skeleton):
        first, second = int(found[1]), int(found[2])
        swapped = first <= MONTHS and (month_first or second > MONTHS)
        day, month = (second, first) if swapped else (first, second)
        return _date(_full_year(found[3], era), month, day)
    return _other_form(skeleton, era)


def _other_form(skeleton: str, era: Era) -> date | PartialDate:
    """A date in any form but day/month/year."""
    if re.fullmatch(r"\d{5}", skeleton) and int(skeleton) in era.serials:
        return _of_serial(int(skeleton))
    for pattern, form in _FORMS:
        if found := pattern.fullmatch(skeleton):
            year, month = int(found["y"]), int(found["m"] or 1)
            if year not in YEARS or month not in range(1, MONTHS + 1):
                continue
            if form == "day":
                return _date(year, month, int(found["d"]))
            return PartialDate(year, month if found["m"] else None)
    day_and_month = re.fullmatch(r"\d{1,2}/\d{1,2}", skeleton)
    raise UnreadableError(NO_YEAR if day_and_month else UNREADABLE)


def _alone(plain: str) -> str:
    """The one day that a text of few words tells; the text itself if it tells none, or more.

    >>> _alone("da tra loi 05/11/2026"), _alone("05/10/2026, 06/10/2026")
    ('05/11/2026', '05/10/2026, 06/10/2026')
    """
    found = _ALONE.findall(plain)
    rest = _ALONE.sub("", plain)
    return found[0] if len(found) == 1 and not any(map(str.isdigit, rest)) else plain


def _refuse_words(plain: str) -> None:
    """Times in words are no days, but no mistakes either.

    Raises:
        UnreadableError: An unaccented text tells a time in words.
    """
    if _QUARTER.search(plain):
        raise UnreadableError(QUARTER, instead=_end_of_quarter(plain))
    if _IN_WORDS.fullmatch(plain):
        raise UnreadableError(IN_WORDS)


def _end_of_quarter(plain: str) -> str:
    """The last day of the quarter that a folded text names; “Chưa rõ” without quarter and year.

    >>> _end_of_quarter("quy iv/2026"), _end_of_quarter("trong quy 1 nam 2027")
    ('31/12/2026', '31/03/2027')
    >>> _end_of_quarter("quy sau")
    'Chưa rõ'
    """
    named = _NAMED_QUARTER.search(plain)
    if named is None:
        return NOT_KNOWN_YET
    last = ("31/03", "30/06", "30/09", "31/12")[_QUARTERS.index(named[1]) % 4]
    return f"{last}/{named[2]}"


def _skeleton(plain: str) -> str:
    """The numbers of a date, separated by slashes; words that say no more are dropped.

    >>> _skeleton("truoc 16 gio 30 phut, ngay 05 thang 02 nam 2026")
    '05/02/2026'
    """
    for pattern, instead in (
        (_TIME, " "),
        (_WEEKDAY, " "),
        (_FILLER, " "),
        (_MONTH, "/"),
        (_YEAR, "/"),
        (_SEPARATORS, "/"),
    ):
        plain = pattern.sub(instead, plain)
    return plain.strip("/")


def _full_year(typed: str, era: Era) -> int:
    if len(typed) == len("2026"):
        return int(typed)
    return int(typed) + (1900 if int(typed) > era.pivot else 2000)


def _date(year: int, month: int, day: int) -> date:
    if year not in YEARS:
        raise UnreadableError(UNREADABLE)
    try:
        return date(year, month, day)
    except ValueError:
        instead = f"tháng {month:02}/{year}" if month in range(1, MONTHS + 1) else str(year)
        raise UnreadableError(NOT_IN_CALENDAR, instead=instead) from None


def _in_range(day: date) -> date:
    if day.year not in YEARS:
        raise UnreadableError(UNREADABLE)
    return day
