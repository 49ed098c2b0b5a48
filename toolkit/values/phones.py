"""Phone numbers as staff type them; Excel drops the first zero of a number."""

import re

from toolkit.model import Notice, Raw, Severity
from toolkit.values.reading import BLANK, Reading, Saying, UnreadableError
from toolkit.values.texts import clean, says_nothing, shown

UNREADABLE = Notice(
    "TEL-01",
    Severity.ERROR,
    vi="“{value}” không phải số điện thoại; số di động có 10 chữ số, bắt đầu bằng số 0.",
    en="“{value}” is no phone number; mobile numbers have 10 digits and begin with 0.",
    fix_vi="Đề nghị hỏi lại và gõ đủ 10 chữ số, ví dụ 0912345678; nếu chưa hỏi được, hãy gõ «Chưa "
    "rõ» vào ô này.",
    fix_en="Ask again and type all 10 digits, e.g. 0912345678, or «Chưa rõ» until you know.",
    why="With a wrong number nobody can be reached.",
    good="""
        STT | Họ và tên  | Chức vụ   | Số điện thoại
        1   | Lê Văn Mẫu | Trưởng ấp | '0912.345.678
    """,
    bad="""
        STT | Họ và tên  | Chức vụ   | Số điện thoại
        1   | Lê Văn Mẫu | Trưởng ấp | >>'091234567
    """,
)
ZERO_RESTORED = Notice(
    "TEL-02",
    Severity.INFO,
    vi="Số “{value}” mất số 0 ở đầu, đã đọc là {number}. Cột này có {count} số như vậy.",
    en="“{value}” lost its first zero and was read as {number}. The column has {count} such.",
    fix_vi="Nên định dạng cột là Văn bản rồi gõ đủ số 0 ở đầu, ví dụ 0912345678.",
    fix_en="Format the column as Text and type the first zero, e.g. 0912345678.",
    why="Excel drops the first zero of what it takes for a number.",
    good="""
        STT | Họ và tên  | Chức vụ   | Số điện thoại
        1   | Lê Văn Mẫu | Trưởng ấp | '0912345678
    """,
    bad="""
        STT | Họ và tên  | Chức vụ   | Số điện thoại
        1   | Lê Văn Mẫu | Trưởng ấp | >>912345678
    """,
)
MIGRATED = Notice(
    "TEL-03",
    Severity.INFO,
    vi="“{value}” là số cũ có 11 chữ số, nay là {number}. Cột này có {count} số như vậy.",
    en="“{value}” is an old number of 11 digits, today {number}. The column has {count} such.",
    fix_vi="Đề nghị gọi thử rồi gõ lại số mới có 10 chữ số, ví dụ 0329999999.",
    fix_en="Try the new number of 10 digits and type it, e.g. 0329999999.",
    why="Numbers of 11 digits got 10 digits from 15/9/2018 on.",
    good="""
        STT | Họ và tên  | Chức vụ   | Số điện thoại
        1   | Lê Văn Mẫu | Trưởng ấp | '0329999999
    """,
    bad="""
        STT | Họ và tên  | Chức vụ   | Số điện thoại
        1   | Lê Văn Mẫu | Trưởng ấp | >>'01629999999
    """,
)
SEVERAL = Notice(
    "TEL-04",
    Severity.INFO,
    vi="Ô này có {several} số điện thoại: {numbers}. Đã lấy số đầu tiên.",
    en="This cell has {several} phone numbers: {numbers}. The first was taken.",
    fix_vi="Nếu số thường dùng là số khác, đề nghị đưa số đó lên trước, ví dụ 0912345678.",
    fix_en="If another is the usual one, type it first, e.g. 0912345678.",
    why="The summary holds one number per person.",
    good="""
        STT | Họ và tên  | Chức vụ   | Số điện thoại
        1   | Lê Văn Mẫu | Trưởng ấp | '0912345678
    """,
    bad="""
        STT | Họ và tên  | Chức vụ   | Số điện thoại
        1   | Lê Văn Mẫu | Trưởng ấp | >>'0912345678/0389000111
    """,
)
NOTICES = (UNREADABLE, ZERO_RESTORED, MIGRATED, SEVERAL)

MIGRATION = {
    "0120": "070", "0121": "079", "0122": "077", "0126": "076", "0128": "078",
    "0123": "083", "0124": "084", "0125": "085", "0127": "081", "0129": "082",
    "0162": "032", "0163": "033", "0164": "034", "0165": "035", "0166": "036",
    "0167": "037", "0168": "038", "0169": "039",
    "0186": "056", "0188": "058", "0199": "059",
}  # fmt: skip
"""Prefixes of 11-digit mobile numbers and what replaced them (15/9/2018 to 30/6/2019)."""

_VALID = re.compile(r"0[35789]\d{8}|02\d{9}")
_OLD = re.compile(rf"({'|'.join(MIGRATION)})\d{{7}}")
_NO_ZERO = re.compile(rf"[35789]\d{{8}}|2\d{{9}}|({'|'.join(p[1:] for p in MIGRATION)})\d{{7}}")
_COUNTRY = re.compile(r"(\+|00)?84(?=\d{9,10}$)")
_BETWEEN = re.compile(r"[/;,\n|]|\s[-–]\s|\bhoặc\b|\bvà\b", re.IGNORECASE)
_LETTER_O = re.compile(r"(?<=[\d.\s])[oO](?=[\d.\s])|\b[oO](?=\d)|(?<=\d)[oO]\b")
_DIGITS_TOGETHER = re.compile(r"\+?\d[\d\s.\-()]*")

SHORTEST = 9


def parse_phone(raw: Raw) -> Reading:
    """A phone number of today, as digits that begin with 0.

    Zeros lost to Excel and +84 are put right, 11-digit numbers of before 2018 are replaced. Of
    several numbers the first is the value.

    >>> parse_phone(912345678.0).value, parse_phone("+84 912 345 678").value
    ('0912345678', '0912345678')
    >>> parse_phone("0276.3822.123 (nhà riêng)").value
    '02763822123'

    Raises:
        UnreadableError: There is no valid number.
    """
    text = shown(raw)
    if says_nothing(clean(text)):
        return BLANK
    found = [number for piece in _pieces(text) if (number := _number(piece))]
    numbers = list(dict.fromkeys(digits for digits, _ in found))
    if not numbers:
        raise UnreadableError(UNREADABLE)
    said = found[0][1]
    if len(numbers) > 1:
        said = (*said, (SEVERAL, {"numbers": ", ".join(numbers), "several": len(numbers)}))
    return Reading(numbers[0], said=said)


def _pieces(text: str) -> list[str]:
    """The parts of a cell that could be one number each; the whole cell if it is one number."""
    if _number(text):
        return [text]
    return [piece for piece in _BETWEEN.split(text) if piece.strip()]


def _number(piece: str) -> tuple[str, tuple[Saying, ...]] | None:
    """The only run of digits long enough for a phone number, put right; None if there is none."""
    runs = _DIGITS_TOGETHER.findall(_LETTER_O.sub("0", piece))
    stripped = [re.sub(r"[^\d+]", "", run) for run in runs]
    long = [digits for digits in stripped if len(digits) >= SHORTEST]
    return _put_right(_COUNTRY.sub("0", long[0])) if len(long) == 1 else None


def _put_right(digits: str) -> tuple[str, tuple[Saying, ...]] | None:
    if _VALID.fullmatch(digits):
        return digits, ()
    if _OLD.fullmatch(digits):
        today = MIGRATION[digits[:4]] + digits[4:]
        return today, ((MIGRATED, {"number": today}),)
    if _NO_ZERO.fullmatch(digits) and (right := _put_right("0" + digits)):
        return right[0], right[1] or ((ZERO_RESTORED, {"number": right[0]}),)
    return None
