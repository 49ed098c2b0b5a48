"""Free text as staff type it, and the words that stand for nothing or for the cell above."""

import re
import unicodedata
from datetime import date, datetime, time
from functools import lru_cache

from toolkit.model import PartialDate, Raw
from toolkit.values.reading import BLANK, Reading

NOTHING = frozenset(
    {
        "không", "không có", "khong", "khong co", "k", "không có gì", "chưa có", "chua co",
        "null", "none", "n/a", "na", "trống", "(trống)", "0",
    }
)  # fmt: skip
"""Words that staff type into a cell to say that there is nothing (lower case)."""

UNKNOWN = "chua ro"
"""What staff are asked to type (“Chưa rõ”) where they cannot find out what is right; folded."""

CACHED = 50_000
"""Texts remembered by functions that are asked for the same ones again and again."""

_LETTERS = (*range(0x41, 0x250), *range(0x1EA0, 0x1EFA))
CAPITALS = "".join(letter for letter in map(chr, _LETTERS) if letter.isupper())
"""All capital letters that Vietnamese is typed with, for use inside `[…]`. Between À and Ỹ small
letters stand too."""

LONGEST_FILLER = 20
"""No longer text says “nothing” or “as above”."""

_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|_x000D_")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_DASHES = re.compile(r"[-–—_.…\s]*")
_DITTO_WORD = re.compile(r"[-\s(]*(n\s*\.?\s*t\.?|như (dòng |ô )?trên)[-\s.)]*", re.IGNORECASE)
_DITTO_MARK = re.compile(r"[-\s]*(/\s?/|[\"”“″〃]|'{2}|’{2}|,,)[-\s]*")
_DITTO_DOTS = re.compile(r"\.{2,3}|…")
_UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""Control characters, marks that turn the direction of writing, bytes that are no text."""


def shown(raw: object) -> str:
    """A value as users read it, be it a cell's or one that was understood; empty if it is blank.

    >>> shown(1.0), shown(2.5), shown(datetime(2026, 10, 5)), shown(None)
    ('1', '2.5', '05/10/2026', '')
    >>> shown(True), shown(time(7, 30))
    ('TRUE', '07:30')
    >>> shown(PartialDate(2026, 3)), shown(PartialDate(1962)), shown(("Công an xã", "MTTQ xã"))
    ('03/2026', '1962', 'Công an xã; MTTQ xã')
    """
    match raw:
        case None:
            return ""
        case bool():
            return str(raw).upper()
        case float() if raw.is_integer():
            return str(int(raw))
        case date() | time() | PartialDate():
            return _shown_time(raw)
        case tuple():
            return "; ".join(map(shown, raw))
    return str(raw)


def _shown_time(value: date | time | PartialDate) -> str:
    if isinstance(value, PartialDate):
        return f"{value.month:02}/{value.year}" if value.month else str(value.year)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    clock = value.time() if isinstance(value, datetime) else time()
    return f"{value:%d/%m/}{value.year:04}{f' {clock:%H:%M}' if clock != time() else ''}"


@lru_cache(maxsize=CACHED)
def clean(text: str) -> str:
    r"""One line of composed Unicode (NFC), single spaces, nothing invisible.

    Files typed on a Mac, or with UniKey's “Unicode tổ hợp”, hold a letter and its accent apart.

    >>> clean("  Xã\n Tân\u00a0Phong\u200b ")
    'Xã Tân Phong'
    """
    visible = _CONTROL.sub(" ", _INVISIBLE.sub("", text))
    return " ".join(unicodedata.normalize("NFC", visible).split())


def parse_text(raw: Raw) -> Reading:
    r"""Free text; blank if it says that there is nothing.

    >>> parse_text("  Đường\n tổ  5 ").value
    'Đường tổ 5'
    >>> parse_text("Không có").value is None
    True
    """
    text = clean(shown(raw))
    return BLANK if says_nothing(text) else Reading(text)


def parse_seq(raw: Raw) -> Reading:
    """A number in a list, or an id, as typed; blank if it is only dashes or dots.

    >>> parse_seq(1.0).value, parse_seq("2.5").value, parse_seq("I").value
    ('1', '2.5', 'I')
    """
    text = clean(shown(raw))
    return BLANK if _DASHES.fullmatch(text) else Reading(text)


def says_nothing(text: str) -> bool:
    """Whether a cell is blank in effect: empty, only dashes or dots, or a word for nothing.

    >>> [says_nothing(text) for text in ("", " - ", "…………", "Không có.", "Không có đường")]
    [True, True, True, True, False]
    """
    if _DASHES.fullmatch(text):
        return True
    return len(text) <= LONGEST_FILLER and clean(text).casefold().rstrip(" .") in NOTHING


def says_unknown(text: str) -> bool:
    """Whether a cell says that its value is not known: somebody looked, and left it for later.

    Only these words; others (“sau hội nghị”) were meant to say something.

    >>> [says_unknown(text) for text in ("Chưa rõ", "CHƯA RÕ.", "chua ro", "Chưa rõ ngày")]
    [True, True, True, False]
    """
    return text.lstrip()[:1] in {"C", "c"} and fold(text[: LONGEST_FILLER + 1]) == UNKNOWN


def is_ditto(text: str) -> bool:
    """Whether a cell says “as above”. Two or three dots may also mean nothing: see `is_dots`.

    >>> [is_ditto(text) for text in ("nt", "-nt-", "Như trên", "//", '"', "..", "nt 5")]
    [True, True, True, True, True, True, False]
    """
    text = clean(text)
    patterns = (_DITTO_WORD, _DITTO_MARK, _DITTO_DOTS)
    return any(pattern.fullmatch(text) for pattern in patterns)


def is_dots(text: str) -> bool:
    """Whether a cell holds dots only: “as above” below a value, else nothing.

    >>> is_dots("…"), is_dots("nt")
    (True, False)
    """
    return bool(_DITTO_DOTS.fullmatch(clean(text)))


@lru_cache(maxsize=CACHED)
def fold(text: str) -> str:
    """For comparing only: no accents, no case, no punctuation, single spaces.

    Ð (Icelandic, U+00D0) looks like Đ and some keyboards type it.

    >>> fold("Ngày  Sinh (*)") == fold("NGÀY SINH")
    True
    >>> fold("Đơn vị"), fold("Ðơn vị"), fold("hoà") == fold("hòa")
    ('don vi', 'don vi', True)
    """
    return " ".join("".join(c if c.isalnum() else " " for c in unaccented(text)).split())


def unaccented(text: str) -> str:
    """Lower case without accents; punctuation and spaces stay.

    >>> unaccented("Ngày 05 Tháng 02")
    'ngay 05 thang 02'
    """
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d").replace("ð", "d"))
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare)


def is_unaccented(text: str) -> bool:
    """Whether a text is typed without any accents.

    >>> is_unaccented("AP PHU MY"), is_unaccented("Ấp Phu My")
    (True, False)
    """
    return unaccented(text) == text.casefold()


def any_of(words: str) -> str:
    """A regular expression for any of the words, separated by commas, and whole words only.

    >>> bool(re.match(any_of("khu phố, ấp"), "khu  phố 3")), bool(re.match(any_of("ấp"), "ấpx"))
    (True, False)
    """
    listed = sorted((clean(word) for word in words.split(",")), key=len, reverse=True)
    return rf"(?:{'|'.join(re.escape(word) for word in listed)})(?!\w)".replace(r"\ ", r"\s+")


def shorten(text: str, length: int = 60) -> str:
    """A text as messages quote it.

    >>> shorten("Đề nghị sửa đường tổ 5", 15)
    'Đề nghị sửa…'
    """
    text = clean(text)
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


def printable(text: str) -> str:
    r"""A text as it can be shown: what is no visible character is escaped.

    >>> printable("Ấp 1.xlsx"), printable("a\n\x1b[2J.xlsx"), printable("a\udcff.xlsx")
    ('Ấp 1.xlsx', 'a\\n\\x1b[2J.xlsx', 'a\\xff.xlsx')
    """
    return _UNPRINTABLE.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    letter = found[0]
    if "\udc80" <= letter <= "\udcff":  # a byte of a name that is no text
        return f"\\x{ord(letter) - 0xDC00:02x}"
    return letter.encode("unicode_escape").decode("ascii")
