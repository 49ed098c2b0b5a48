"""How alike two texts are, and which of many are worth comparing at all.

Comparing every text with every other would take a province hours. Here a text is compared only
with those that share one of its rarest pairs of words, and with a bounded number of them, so
that the cost grows as the number of texts does.
"""

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz

from toolkit.values.texts import CACHED, fold

RAREST = 8
"""By how many of its word pairs a text looks for others."""
WINDOW = 12
"""With how many of those that share a word pair, or a key, one is compared."""


def likeness(one: str, other: str) -> float:
    """How alike two folded texts are, from 0 to 100; the order of the words does not matter.

    >>> likeness("sua duong to 3", "duong to 3 sua")
    100.0
    >>> likeness("sua duong to 3", "") < 1
    True
    """
    return fuzz.token_sort_ratio(one, other)


def shares_words(one: str, other: str) -> float:
    """How much of the shorter folded text is in the longer, from 0 to 100, word by word.

    >>> shares_words("sua duong", "de nghi xa som sua chua duong lien ap")
    100.0
    """
    return fuzz.token_set_ratio(one, other)


def contained(part: str, whole: str) -> float:
    """How well a folded text is repeated inside a longer one, from 0 to 100.

    >>> contained("sua duong to 3", "ve viec sua duong to 3 ubnd xa tra loi")
    100.0
    """
    return fuzz.partial_ratio(part, whole) if len(part) <= len(whole) else 0.0


@lru_cache(maxsize=CACHED)
def numbers(text: str) -> tuple[int, ...]:
    """The numbers a text holds, smallest first: “tổ 3” and “tổ 5” are two places.

    >>> numbers("tổ 05, ấp 3"), numbers("tổ 5 ấp 3")
    ((3, 5), (3, 5))
    """
    return tuple(sorted(int(digits) for digits in re.findall(r"[0-9]+", text)))


@lru_cache(maxsize=CACHED)
def spelling(text: str) -> tuple[tuple[str, str], ...]:
    """A text with its accents, wherever in the syllable the tone mark was put.

    Empty if it was typed without any accent, so that its spelling says nothing.

    >>> spelling("Nguyễn Thị Hoà") == spelling("NGUYỄN  THỊ HÒA")
    True
    >>> spelling("Hoa Hồng") == spelling("Hòa Hồng")
    False
    >>> spelling("Nguyen Thi Hoa")
    ()
    """
    plain = unicodedata.normalize("NFD", text.casefold().replace("ð", "đ"))
    syllables = tuple(_letters_and_marks(word) for word in plain.split())
    accented = any(marks or "đ" in letters for letters, marks in syllables)
    return syllables if accented else ()


def _letters_and_marks(word: str) -> tuple[str, str]:
    marks = sorted(letter for letter in word if unicodedata.combining(letter))
    return "".join(letter for letter in word if letter.isalnum()), "".join(marks)


@lru_cache(maxsize=CACHED)
def identifier(text: str) -> str:
    """A typed id for comparing: no case, accents, spaces or leading zeros; one kind of dash.

    >>> identifier("KN – 2026/015"), identifier("kn-2026-15"), identifier("007")
    ('kn-2026-15', 'kn-2026-15', '7')
    """
    groups = re.findall(r"[0-9]+|[^\W0-9_]+", fold(text))
    return "-".join(group.lstrip("0") or "0" if group.isdigit() else group for group in groups)


class TextIndex:
    """Texts that can be asked which of them may be near to another one."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Take in folded texts; one that comes twice counts once."""
        self._holders: dict[str, list[str]] = defaultdict(list)
        for text in sorted(set(texts)):
            for pair in _word_pairs(text):
                self._holders[pair].append(text)

    def near(self, text: str) -> list[str]:
        """The texts to compare a folded text with, itself left out, in alphabetical order.

        At most `RAREST` × `WINDOW`, whatever the size of the index.
        """
        shared = [pair for pair in _word_pairs(text) if self._holders.get(pair, [text]) != [text]]
        shared.sort(key=lambda pair: (len(self._holders[pair]), pair))
        found = {near for pair in shared[:RAREST] for near in self._around(text, pair)}
        return sorted(found - {text})

    def _around(self, text: str, pair: str) -> list[str]:
        holders = self._holders[pair]
        start = max(0, bisect_left(holders, text) - WINDOW // 2)
        return holders[start : start + WINDOW]


def _word_pairs(text: str) -> set[str]:
    words = text.split()
    if len(words) == 1:
        return {text}
    return {f"{first} {second}" for first, second in pairwise(words)}


def pairs_sharing(
    keys: Sequence[Iterable[Hashable]], order: Sequence[tuple[str | int, ...]]
) -> list[tuple[int, int]]:
    """The pairs of positions worth comparing, because they have a key in common.

    `keys` and `order` have one entry for each position. Where many share a key, each is compared
    with the `WINDOW` that follow it in `order` only. The smaller position comes first.

    >>> pairs_sharing([["an"], ["binh"], ["an", "binh"]], [(1,), (2,), (3,)])
    [(0, 2), (1, 2)]
    """
    holders: dict[Hashable, list[int]] = defaultdict(list)
    for position, own in enumerate(keys):
        for key in own:
            holders[key].append(position)
    pairs: set[tuple[int, int]] = set()
    for block in holders.values():
        block.sort(key=order.__getitem__)
        for place, one in enumerate(block):
            pairs.update((min(one, b), max(one, b)) for b in block[place + 1 : place + 1 + WINDOW])
    return sorted(pairs)
