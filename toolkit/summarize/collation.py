"""Vietnamese order of names, and when two spellings name the same thing.

Dictionaries order syllable by syllable: first by letter (a ă â b c d đ e ê …), then by tone
(ngang, huyền, hỏi, ngã, sắc, nặng). Lists of people are ordered by the given name, which is
written last, then by the family name, then by what stands between. Excel can do neither.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import cache, lru_cache
from typing import TypeAlias

ALPHABET = "0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = "\N{COMBINING GRAVE ACCENT}\N{COMBINING HOOK ABOVE}\N{COMBINING TILDE}\
\N{COMBINING ACUTE ACCENT}\N{COMBINING DOT BELOW}"
"""Huyền, hỏi, ngã, sắc, nặng; ngang has no mark."""

LOOKALIKES = str.maketrans({"ð": "đ"})  # Icelandic eth, from old converters

SyllableKey: TypeAlias = tuple[int, tuple[int, ...], int]
Key: TypeAlias = tuple[SyllableKey, ...]


@lru_cache(maxsize=50_000)
def text_key(text: str) -> Key:
    """The place of a text in Vietnamese order.

    Case, spaces, punctuation and the letter that carries the tone do not matter, all other
    accents do; numbers count by their size. Texts of equal key name the same thing.

    >>> text_key("Ấp  Tân Hoà") == text_key("ấp Tân Hòa")
    True
    >>> sorted(["Ấp 10", "Ấp 2", "Ấp Bàu", "Ấp Bảu", "Ấp Bau"], key=text_key)
    ['Ấp 2', 'Ấp 10', 'Ấp Bau', 'Ấp Bàu', 'Ấp Bảu']
    """
    plain = unicodedata.normalize("NFC", text).lower().translate(LOOKALIKES)
    return tuple(_syllable_key(syllable) for syllable in re.findall(r"\d+|[^\W\d_]+", plain))


def person_key(name: str) -> tuple[Key, str]:
    """The place of a person in a list: given name, family name, middle names.

    What stands in brackets is not part of the name. People of one name keep a fixed order.

    >>> sorted(["Trần Thị Bé", "Nguyễn Văn Ân", "Lê Văn An", "Lê An"], key=person_key)
    ['Lê An', 'Lê Văn An', 'Nguyễn Văn Ân', 'Trần Thị Bé']
    """
    syllables = text_key(re.sub(r"\(.*?\)", " ", name))
    return syllables[-1:] + syllables[:-1], name


def spellings(
    texts: Iterable[str], key: Callable[[str], Hashable] = text_key
) -> Mapping[str, str]:
    """For every text the spelling to show for it: the commonest one of the same thing.

    Texts of equal `key` name the same thing. Of spellings equally common the first is taken; one
    typed without accents only where there is no other.

    >>> spellings(["Ấp Tân Hoà", "Ấp Tân Hòa", "ấp Tân Hòa", "Ấp Tân Hòa"])["ấp Tân Hòa"]
    'Ấp Tân Hòa'
    >>> spellings(["Ấp Phu My", "Ấp Phu My", "Ấp Phú Mỹ"], key=len)["Ấp Phu My"]
    'Ấp Phú Mỹ'
    """
    counted = Counter(texts)
    accents: dict[Hashable, int] = {}
    for text in counted:
        accents[key(text)] = max(_accents(text), accents.get(key(text), 0))
    shown: dict[Hashable, str] = {}
    for text in sorted(counted, key=counted.__getitem__, reverse=True):
        if 2 * _accents(text) >= accents[key(text)]:
            shown.setdefault(key(text), text)
    return {text: shown[key(text)] for text in counted}


def _accents(text: str) -> int:
    """How many letters of a text have an accent; đ is one."""
    composed = unicodedata.normalize("NFC", text.casefold())
    return sum(len(unicodedata.normalize("NFD", c)) > 1 or c == "đ" for c in composed)


def _syllable_key(syllable: str) -> SyllableKey:
    """Numbers come before words: a number by its size, a word by its letters, then its tone."""
    if syllable.isdecimal():
        digits = syllable.lstrip("0")
        return 0, (len(digits), *map(int, digits)), 0
    letters, tones = zip(*map(_without_tone, syllable), strict=True)
    return 1, tuple(map(_place, letters)), max(tones)


@cache
def _without_tone(character: str) -> tuple[str, int]:
    """A letter without its tone, and the number of the tone; 0 is ngang.

    >>> _without_tone("ệ")
    ('ê', 5)
    """
    parts = unicodedata.normalize("NFD", character)
    tone = next((TONES.index(part) + 1 for part in parts if part in TONES), 0)
    letter = "".join(part for part in parts if part not in TONES)
    return unicodedata.normalize("NFC", letter), tone


def _place(letter: str) -> int:
    """Where a letter stands in the alphabet; foreign letters come after all of ours."""
    place = ALPHABET.find(letter)
    return place if place >= 0 else len(ALPHABET) + ord(letter[0])
