"""Identity numbers: 12 digits, or 9 of the former identity card (CMND)."""

import re

from toolkit.model import Notice, Raw, Severity
from toolkit.values.reading import BLANK, Reading, UnreadableError
from toolkit.values.texts import clean, says_nothing, shown

UNREADABLE = Notice(
    "IDN-01",
    Severity.ERROR,
    vi="“{value}” có {digits} chữ số; số định danh có 12 chữ số, số chứng minh cũ có 9.",
    en="“{value}” has {digits} digits; identity numbers have 12, those of old cards 9.",
    fix_vi="Đề nghị đối chiếu thẻ căn cước và gõ đủ 12 chữ số, ví dụ 072090001234; nếu chưa có "
    "thẻ, hãy gõ «Chưa rõ» vào ô này.",
    fix_en="Compare with the card and type all 12 digits, e.g. 072090001234, or «Chưa rõ».",
    why="With a digit missing or added it is not the number of that person.",
    good="""
        STT | Họ và tên  | Chức vụ   | Số CCCD
        1   | Lê Văn Mẫu | Trưởng ấp | '072090001234
    """,
    bad="""
        STT | Họ và tên  | Chức vụ   | Số CCCD
        1   | Lê Văn Mẫu | Trưởng ấp | >>'0720900012
    """,
)
ZEROS_RESTORED = Notice(
    "IDN-02",
    Severity.INFO,
    vi="Số định danh “{value}” mất số 0 ở đầu, đã đọc là {number}. Cột này có {count} số như vậy.",
    en="“{value}” lost its first zeros and was read as {number}. The column has {count} such.",
    fix_vi="Nên định dạng cột là Văn bản rồi gõ đủ 12 chữ số, ví dụ 072090001234.",
    fix_en="Format the column as Text and type all 12 digits, e.g. 072090001234.",
    why="Codes of provinces begin with 0, and Excel drops the first zeros of a number.",
    good="""
        STT | Họ và tên  | Chức vụ   | Số CCCD
        1   | Lê Văn Mẫu | Trưởng ấp | '072090001234
    """,
    bad="""
        STT | Họ và tên  | Chức vụ   | Số CCCD
        1   | Lê Văn Mẫu | Trưởng ấp | >>72090001234
    """,
)
DIGITS_LOST = Notice(
    "IDN-03",
    Severity.ERROR,
    vi="“{value}” là cách Excel rút gọn một số dài, các chữ số cuối đã mất.",
    en="“{value}” is how Excel shortens a long number; its last digits are lost.",
    fix_vi="Hãy định dạng ô là Văn bản rồi gõ lại đủ 12 chữ số, ví dụ 072090001234; nếu chưa có "
    "thẻ, hãy gõ «Chưa rõ» vào ô này.",
    fix_en="Format the cell as Text and type all 12 digits, e.g. 072090001234, or «Chưa rõ».",
    why="Copied in its short form, a long number keeps only the digits that were shown.",
    good="""
        STT | Họ và tên  | Chức vụ   | Số CCCD
        1   | Lê Văn Mẫu | Trưởng ấp | '072090001234
    """,
    bad="""
        STT | Họ và tên  | Chức vụ   | Số CCCD
        1   | Lê Văn Mẫu | Trưởng ấp | >>'7.2090E+10
    """,
)
PASSPORT = Notice(
    "IDN-04",
    Severity.INFO,
    vi="“{value}” là số hộ chiếu nên không ghi vào số định danh.",
    en="“{value}” is a passport number, so it is not taken as an identity number.",
    fix_vi="Nếu người này có thẻ căn cước, đề nghị ghi số định danh, ví dụ 072090001234.",
    fix_en="If the person has an identity card, give its number, e.g. 072090001234.",
    why="Passport numbers change; they do not identify a person.",
    good="""
        STT | Họ và tên  | Chức vụ   | Số CCCD
        1   | Lê Văn Mẫu | Trưởng ấp | '072090001234
    """,
    bad="""
        STT | Họ và tên  | Chức vụ   | Số CCCD
        1   | Lê Văn Mẫu | Trưởng ấp | >>B1234567
    """,
)
SEVERAL = Notice(
    "IDN-05",
    Severity.INFO,
    vi="Ô này có {several} số định danh: {numbers}. Đã lấy số đầu tiên.",
    en="This cell has {several} identity numbers: {numbers}. The first was taken.",
    fix_vi="Đề nghị ghi mỗi người một dòng với số của mình, ví dụ 072090001234.",
    fix_en="Give each person a row with their own number, e.g. 072090001234.",
    why="An identity number belongs to one person, and so does a row.",
    good="""
        STT | Họ và tên  | Chức vụ   | Số CCCD
        1   | Lê Văn Mẫu | Trưởng ấp | '072090001234
    """,
    bad="""
        STT | Họ và tên  | Chức vụ   | Số CCCD
        1   | Lê Văn Mẫu | Trưởng ấp | >>'072090001234; 072190004321
    """,
)
NOTICES = (UNREADABLE, ZEROS_RESTORED, DIGITS_LOST, PASSPORT, SEVERAL)

_LABEL = re.compile(r"\b(cccd|cmnd|cmt|căn cước|số|sđd|đdcn|id)\b[\s:.]*", re.IGNORECASE)
_SCIENTIFIC = re.compile(r"\d([.,]\d+)?E\+?\d+", re.IGNORECASE)
_PASSPORT = re.compile(r"[A-Z]\d{7,8}", re.IGNORECASE)
_SEPARATORS = re.compile(r"[\s.'’\-]")
_BETWEEN = re.compile(r"[/;,\n|]|\s[-–]\s|\bvà\b", re.IGNORECASE)
_AS_ISSUED = re.compile(r"\d{12}|\d{9}")
_SHORT = re.compile(r"[1-9]\d{10}|[1-8]\d{9}|[1-9]\d{7}")
"""12 digits without the first zero; without two (provinces 001 to 008); a CMND without one."""


def parse_national_id(raw: Raw) -> Reading:
    """An identity number of 12 or 9 digits; zeros that Excel dropped are put back.

    Codes of provinces begin with 0 (Nghị định 137/2015/NĐ-CP, Điều 13), so a number of 11 digits
    lost one zero; if it begins with 0, another digit is missing.

    >>> parse_national_id(72090001234.0).value, parse_national_id("072 090 001 234").value
    ('072090001234', '072090001234')
    >>> parse_national_id("7.2090E+10").value
    Traceback (most recent call last):
    toolkit.values.reading.UnreadableError: IDN-03

    Raises:
        UnreadableError: It has another number of digits, or digits were lost.
    """
    text = _LABEL.sub("", clean(shown(raw))).lstrip("'")
    if says_nothing(text):
        return BLANK
    if _SCIENTIFIC.fullmatch(text):
        raise UnreadableError(DIGITS_LOST)
    if _PASSPORT.fullmatch(text):
        return Reading(said=((PASSPORT, {}),))
    pieces = [_bare(piece) for piece in _BETWEEN.split(text)]
    if len(pieces) > 1 and all(map(_AS_ISSUED.fullmatch, pieces)):
        params = {"numbers": ", ".join(pieces), "several": len(pieces)}
        return Reading(pieces[0], said=((SEVERAL, params),))
    return _read(_bare(text))


def _bare(text: str) -> str:
    return _SEPARATORS.sub("", text).replace("O", "0").replace("o", "0")


def _read(digits: str) -> Reading:
    if _AS_ISSUED.fullmatch(digits):
        return Reading(digits)
    if _SHORT.fullmatch(digits):
        full = digits.zfill(12 if len(digits) > len("123456789") else 9)
        return Reading(full, said=((ZEROS_RESTORED, {"number": full}),))
    raise UnreadableError(UNREADABLE, digits=sum(c.isdigit() for c in digits))
