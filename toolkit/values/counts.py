"""Whole numbers as they are written in Vietnam: dots group thousands, a comma starts decimals."""

import re

from toolkit.model import Notice, Raw, Severity
from toolkit.values.reading import BLANK, Reading, UnreadableError
from toolkit.values.texts import clean, fold, says_nothing, shown

NOT_WHOLE = Notice(
    "TXT-06",
    Severity.ERROR,
    vi="“{value}” không phải số đếm (số nguyên không âm).",
    en="“{value}” is not a count (a whole number, not negative).",
    fix_vi="Hãy ghi số lượng bằng chữ số, ví dụ 45, không ghi tỷ lệ; nếu chưa đếm được, hãy gõ "
    "«Chưa rõ» vào ô này.",
    fix_en="Type the number in digits, e.g. 45, not a share; «Chưa rõ» if it is not counted.",
    why="Totals are added up from counts, not from shares.",
    good="""
        STT | Nội dung đánh giá           | Rất hài lòng | Hài lòng | Bình thường | Không hài lòng
        1   | Thái độ phục vụ của công chức | 20           | 25       | 5           | 0
    """,
    bad="""
        STT | Nội dung đánh giá           | Rất hài lòng | Hài lòng | Bình thường | Không hài lòng
        1   | Thái độ phục vụ của công chức | 20           | >>51,8 % | 5           | 0
    """,
)
NOTICES = (NOT_WHOLE,)

ZERO = frozenset({"khong", "khong co", "0"})
_NUMBER = re.compile(r"-?\d{1,3}([. ]\d{3})+(,\d+)?|-?\d+(,\d+)?|-?\d{1,3}(,\d{3}){2,}|-?\d+\.\d+")
_WORDS = re.compile(
    r"\s*(phiếu|người|lượt|lượt người|ý kiến|kiến nghị|cử tri|hộ|hộ dân|ý)\.?$", re.IGNORECASE
)


def parse_count(raw: Raw) -> Reading:
    """A whole number, not negative. A dash is blank; “không” is 0.

    >>> parse_count("1.234").value, parse_count("45 phiếu").value, parse_count("-").value
    (1234, 45, None)
    >>> parse_count("6 lượt người").value
    6
    >>> parse_count("51,8").value
    Traceback (most recent call last):
    toolkit.values.reading.UnreadableError: TXT-06

    Raises:
        UnreadableError: It is no whole number, or is negative.
    """
    text = clean(shown(raw))
    if fold(text) in ZERO:
        return Reading(0)
    if says_nothing(text):
        return BLANK
    number = raw if isinstance(raw, int | float) else parse_number(_WORDS.sub("", text))
    if isinstance(raw, bool) or number is None or number < 0 or not float(number).is_integer():
        raise UnreadableError(NOT_WHOLE)
    return Reading(int(number))


def parse_number(text: str) -> float | None:
    """A number in Vietnamese writing; None if it is none.

    >>> parse_number("1.234"), parse_number("51,8"), parse_number("2.5"), parse_number("x")
    (1234.0, 51.8, 2.5, None)
    """
    if not _NUMBER.fullmatch(text):
        return None
    if re.fullmatch(r"-?\d+\.\d+", text) and not re.fullmatch(r"-?\d{1,3}\.\d{3}", text):
        return float(text)
    if text.count(",") > 1:
        return float(text.replace(",", ""))
    return float(re.sub(r"[. ]", "", text).replace(",", "."))
