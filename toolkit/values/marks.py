"""Marks in narrow columns: ticks, gender, attendance."""

from collections.abc import Mapping

from toolkit.model import Raw
from toolkit.values.reading import BLANK, Reading
from toolkit.values.texts import clean, fold, is_dots, says_nothing, shown

TICK = "x"
"""The value of a ticked cell."""

_TICKS = frozenset("xX✓✔√vVµ●•*+☑☒✅🗸ü") | {"1", "có", "TRUE", "đúng", "rồi", "đã", "xx"}
_NO_TICKS = frozenset({"không", "k", "ko", "FALSE", "0", "chưa", "không có", "☐", "□", "o"})

_GENDERS = {
    "male": "nam, trai, male, m, ong, anh",
    "female": "nu, gai, female, f, ba, chi, co",
}
_ATTENDANCE = {
    "present": "co mat, co, co du, du, tham du, da du, da ky, true, cm, present",
    "excused": "vang co ly do, vang co phep, co phep, p, phep, vang p, vcp, excused",
    "absent": "vang, vang mat, v, k, kp, khong, vang khong ly do, vang khong phep, khong phep,"
    "vang k, false, khong du, khong co mat, absent",
    "unknown": "chua ro, khong ro, unknown",
}
"""Folded words by what they mean."""


def parse_tick(raw: Raw) -> Reading:
    """`x` where a cell is ticked; blank where it is not.

    Some staff write the matter itself into the column that fits: such a text is a tick too, and
    is handed on as `remark`.

    >>> parse_tick("✓").value, parse_tick(True).value, parse_tick("Không").value
    ('x', 'x', None)
    >>> reading = parse_tick("Đã lắp 3 bóng đèn")
    >>> reading.value, reading.also
    ('x', {'remark': 'Đã lắp 3 bóng đèn'})
    """
    text = clean(shown(raw))
    if text in _TICKS or text.casefold() in _TICKS:
        return Reading(TICK)
    if text in _NO_TICKS or text.casefold() in _NO_TICKS or says_nothing(text) or is_dots(text):
        return BLANK
    return Reading(TICK, {"remark": text})


def parse_gender(raw: Raw) -> Reading:
    """`male` or `female`. Yes and no do not tell which is which, so they are unreadable.

    >>> parse_gender("Nữ").value, parse_gender("NAM").value
    ('female', 'male')

    Raises:
        ValueError: It names no gender.
    """
    return _word(raw, _GENDERS)


def parse_attendance(raw: Raw) -> Reading:
    """`present`, `excused`, `absent` or `unknown`; a tick means present.

    >>> parse_attendance("x").value, parse_attendance("Vắng (có lý do)").value
    ('present', 'excused')

    Raises:
        ValueError: It does not tell whether the person came.
    """
    try:
        return _word(raw, _ATTENDANCE)
    except ValueError:
        if parse_tick(raw) != Reading(TICK):
            raise
        return Reading("present")


def _word(raw: Raw, words: Mapping[str, str]) -> Reading:
    text = clean(shown(raw))
    for value, listed in words.items():
        if fold(text) in {word.strip() for word in listed.split(",")}:
            return Reading(value)
    if says_nothing(text):
        return BLANK
    raise ValueError(text)
