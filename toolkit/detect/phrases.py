"""Read a header that no list has by its grammar: “Ngày bà con gửi” is a day, of receiving."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from toolkit.layouts import load, phrases
from toolkit.values.texts import fold

WHOLE, LEAST = 0.9, 0.75
"""How sure a reading is that leaves no word over, and the least sure one that counts."""
_LEAST_ALONE = 0.6
"""How much of a header a head must explain that needs no other word."""
_BASE = 0.6
_LATE_HEAD, _ALL_HEAD = 0.05, 0.03
"""How much less a head counts behind other words, and how much more where there are no others."""
_ANYTHING = "*"

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
"""Where a word begins in a name without spaces."""

_MOSTLY = 0.8
"""The share of the words that begin so which must be one and the same."""
_ONSET = re.compile(r"[bcdghklmnpqrstvx]+(?=[aeiouy])")
"""The consonants that a syllable begins with."""

_COMPOUND = ("noi", "dung")
"""Two syllables of one word, the first of which is another word where accents are left out."""

Words = tuple[str, ...]
Meaning = tuple[str, str | None]
"""A field, and what a tick means where the column has ticks."""

OTHER: Meaning = ("other", None)
"""A header that is understood but means none of ours."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A rule of the grammar: see layouts/phrases.toml. Longer word groups come first."""

    field: str
    value: str | None
    heads: tuple[Words, ...]
    about: tuple[Words, ...]
    beside: tuple[Words, ...]

    def likeness(self, words: Words, filler: Sequence[Words]) -> float:
        """How surely a header reads as this phrase; 0 if it does not."""
        return max(
            (
                self._likeness(words, filler, at, len(head))
                for head in self.heads
                for at in _places(words, head)
            ),
            default=0.0,
        )

    def _likeness(self, words: Words, filler: Sequence[Words], at: int, length: int) -> float:
        """The same with the head at one place."""
        left = set(range(len(words))) - set(range(at, at + length))
        about = _cover(words, left, self.about)
        if self.about and not about:
            return 0.0
        left -= about
        left -= _cover(words, left, self.beside)
        empty = _cover(words, left, filler)
        left -= empty
        if (_ANYTHING,) in self.beside:
            left = set()
        share = 1 - len(left) / (len(words) - len(empty))
        if not self.about and share < _LEAST_ALONE:
            return 0.0
        late = _LATE_HEAD if set(range(at)) - empty else 0
        whole = _ALL_HEAD if length == len(words) else 0
        return round(_BASE + (WHOLE - _BASE) * share - late + whole, 2)


@lru_cache(maxsize=4096)
def read_phrase(folded: str) -> Mapping[Meaning, float]:
    """What a folded header may mean, each with how surely.

    >>> dict(read_phrase("ngay ba con gui"))
    {('received_on', None): 0.9}
    >>> OTHER in read_phrase("bien so xe")
    True
    """
    words = tuple(folded.split())
    filler, rules = _grammar()
    best: dict[Meaning, float] = {}
    for rule in rules:
        likeness = rule.likeness(words, filler) if words else 0.0
        if likeness >= LEAST:
            meaning = rule.field, rule.value
            best[meaning] = max(likeness, best.get(meaning, 0.0))
    return best


@lru_cache(maxsize=4096)
def is_bare(folded: str) -> bool:
    """Whether a lower heading means little without the one above it.

    >>> is_bare("noi dung"), is_bare("noi dung kien nghi")
    (True, False)
    """
    return folded in _bare()


@cache
def _bare() -> frozenset[str]:
    return frozenset(map(fold, phrases().bare))


def is_ratio(text: str) -> bool:
    """Whether a column holds shares of what stands beside it: “Tỷ lệ”, “%”, “Hài lòng (%)”."""
    return "%" in text or fold(text).startswith(("ty le", "ti le"))


@lru_cache(maxsize=16384)
def plain(text: str) -> str:
    """A header folded and written out; names of fields that systems export are words, too.

    >>> plain("coQuanChuTri"), plain("LVKinhTe_NganSach"), plain("ND (KN)")
    ('co quan chu tri', 'linh vuc kinh te ngan sach', 'noi dung kien nghi')
    """
    spaced = text if " " in text.strip() else _HUMP.sub(" ", text)
    return in_full(fold(spaced))


@lru_cache(maxsize=16384)
def in_full(folded: str) -> str:
    """A folded header with its shortened words written out.

    >>> in_full("nd kien nghi"), in_full("dv p hop"), in_full("d chi"), in_full("th han gq")
    ('noi dung kien nghi', 'don vi phoi hop', 'dia chi', 'thoi han giai quyet')
    """
    padded = f" {folded} "
    for short, full in _short().items():
        padded = padded.replace(f" {short} ", f" {full} ")
    words = padded.split()
    for at, pair in enumerate(pairwise(words)):
        words[at] = _begun().get(pair, words[at])
    return " ".join(words)


def _places(words: Words, part: Words) -> Iterator[int]:
    """Where a group of words stands; “nơi” does not stand in “nội dung”, though folded it does."""
    yield from (
        at
        for at in range(len(words) - len(part) + 1)
        if words[at : at + len(part)] == part and words[at + len(part) - 1 :][:2] != _COMPOUND
    )


def _cover(words: Words, left: set[int], parts: Sequence[Words]) -> set[int]:
    """Which of the words left are explained by these groups of words."""
    covered: set[int] = set()
    for part in parts:
        for at in _places(words, part):
            here = set(range(at, at + len(part)))
            if here <= left - covered:
                covered |= here
    return covered


@cache
def _short() -> Mapping[str, str]:
    return {fold(short): fold(full) for short, full in phrases().short.items()}


@cache
def _begun() -> Mapping[tuple[str, str], str]:
    """The first of two syllables, by how it begins and by the second: “Đ.chỉ” is “địa chỉ”.

    Only where hardly another word of headers begins so and goes on so.
    """
    headers = (
        h for layout in load() if not layout.foreign for c in layout.columns for h in c.headers
    )
    pairs = Counter(pair for header in headers for pair in pairwise(fold(header).split()))
    found: dict[tuple[str, str], Counter[str]] = {}
    for (first, second), count in pairs.items():
        onset = _ONSET.match(first)
        for begun in {first[:1], onset[0] if onset else first}:
            if (begun, second) not in pairs:
                found.setdefault((begun, second), Counter())[first] += count
    return {
        short: first
        for short, counted in found.items()
        for first, count in counted.most_common(1)
        if count >= _MOSTLY * counted.total()
    }


@cache
def _grammar() -> tuple[tuple[Words, ...], tuple[_Phrase, ...]]:
    declared = phrases()
    rules = tuple(
        _Phrase(
            rule.field,
            rule.value,
            _groups(rule.heads),
            _groups(rule.about),
            _groups(rule.beside),
        )
        for rule in declared.rules
    )
    return _groups(declared.filler), rules


def _groups(texts: Sequence[str]) -> tuple[Words, ...]:
    groups = {tuple(fold(text).split()) or (text,) for text in texts}
    return tuple(sorted(groups, key=lambda words: (-len(words), words)))
