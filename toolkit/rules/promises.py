"""Whether an answer tells what was done, or only what is still to be done."""

import re
from collections.abc import Iterator
from datetime import date

from toolkit.rules.words import words
from toolkit.values.texts import clean, unaccented

HEAD = 8
"""Within so many words from its beginning an answer says whether it is a promise. “… nộp hồ sơ tại
Bộ phận Một cửa, cán bộ sẽ hướng dẫn” explains; what follows later is not what was asked for."""

_DAY = re.compile(
    r"(?P<before>\b(?:truoc|den|han|den het)(?: ngay)? )?"
    r"\b(?P<day>[0-3]?\d)(?: thang | ?[/.-] ?)(?P<month>[01]?\d)"
    r"(?: nam | ?[/.-] ?)(?P<year>20\d\d)\b"
)
"""A full day in words without accents, and the word before it that makes it a deadline."""


def promise_in(answer: str) -> str | None:
    """The words by which an answer is only a promise; None if it tells of something done, too.

    >>> promise_in("Sẽ dặm vá 30 m đường trước ngày 30/11/2026")
    'Sẽ'
    >>> promise_in("Đã tiếp thu, đang lập hồ sơ")
    'đang'
    >>> promise_in("Đã dặm vá 30 m, sẽ làm tiếp trong năm 2027")
    """
    if words("deed").found_in(answer):
        return None
    return words("promise").found_in(" ".join(answer.split()[:HEAD]))


def is_promise(answer: str) -> bool:
    """Whether an answer tells only of what is still to be done."""
    return promise_in(answer) is not None


def day_of_deed(answer: str, as_of: date) -> date | None:
    """The last day, up to `as_of`, that an answer names for something done; None if none.

    >>> day_of_deed("Đã chi trả 36 hộ ngày 02/11/2026 tại UBND xã.", date(2026, 11, 23))
    datetime.date(2026, 11, 2)
    >>> day_of_deed("Đã giao thầu, xong trước ngày 20/11/2026.", date(2026, 11, 23))
    >>> day_of_deed("Sẽ dặm vá ngày 20/11/2026.", date(2026, 11, 23))
    """
    if is_promise(answer):
        return None
    return max((day for day in _days(unaccented(clean(answer))) if day <= as_of), default=None)


def _days(text: str) -> Iterator[date]:
    """The days that a text without accents names; no deadlines, and none that never was."""
    for found in _DAY.finditer(text):
        year, month, day = (int(found[part]) for part in ("year", "month", "day"))
        if not found["before"]:
            try:
                yield date(year, month, day)
            except ValueError:
                continue
