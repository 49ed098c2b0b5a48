"""What a line of text in or below a table begins with, or counts."""

import re
from collections.abc import Iterable

from toolkit.layouts import row_words
from toolkit.values.texts import fold


def begins(text: str, reason: str) -> bool:
    """Whether a text begins with one of the words of a reason (layouts/rows.toml).

    A text typed without any accents is compared without them, but not with single syllables,
    which could mean too much.

    >>> begins("Tổng cộng: 5 ý kiến", "total"), begins("Tống Văn Hai", "total")
    (True, False)
    >>> begins("TRUONG AP", "signature"), begins("Tong Van Hai", "total")
    (True, False)
    """
    plain = _accented(text)
    words = row_words()[reason]
    if plain == fold(text):
        words = (*words, *(fold(word) for word in words if " " in word.strip()))
    return any(plain == word or plain.startswith(word.rstrip() + " ") for word in words)


def counts_up(text: str) -> bool:
    """Whether a text says how many rows stand above it; it may be typed without accents.

    >>> counts_up("Cong A: 14 y kien"), counts_up("Danh sách này có 24 người")
    (True, True)
    >>> counts_up("Ấp Bình Hòa: 3 ý kiến"), counts_up("Cong duong vao to 5")
    (True, False)
    >>> counts_up("Cổng 3 hộ dân bị nghẹt")
    False
    """
    plain = _accented(text)
    told = _COUNTS_UP_FOLDED if plain == fold(text) else _COUNTS_UP
    return bool(told.fullmatch(plain) or _COUNT_OF.fullmatch(text))


def _accented(text: str) -> str:
    """Lower case, accents kept, no punctuation."""
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())


def _any_of(texts: Iterable[str]) -> str:
    return "|".join(sorted(texts, key=len, reverse=True))


_COUNTS = r"(?:{})(?: \w+){{0,8}}? \d{{1,4}} (?:{})"
_COUNTING, _COUNTED = row_words()["counting"], row_words()["counted"]
_COUNTS_UP = re.compile(_COUNTS.format(_any_of(_COUNTING), _any_of(_COUNTED)) + r"(?: \w+){0,4}")
_COUNTS_UP_FOLDED = re.compile(
    _COUNTS.format(_any_of(map(fold, _COUNTING)), _any_of(map(fold, _COUNTED)))
)
_COUNT_OF = re.compile(
    rf"[^:]{{1,60}}:\s*\d{{1,4}}\s+(?:{_any_of((*_COUNTED, *map(fold, _COUNTED)))})\s*[.;]?",
    re.IGNORECASE,
)
"""“Ấp Bình Hòa: 3 ý kiến”."""
