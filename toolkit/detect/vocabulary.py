"""Which columns of a layout a header may mean, judged by its words alone."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import fuzz

from toolkit.detect import phrases
from toolkit.detect.phrases import Meaning, plain, read_phrase
from toolkit.model import Column, Layout
from toolkit.values.texts import fold

EXACT, LOWER_ONLY, GENERIC, PARENT_ONLY = 1.0, 0.95, 0.7, 0.6
"""How far words are trusted: declared ones; those of the lower row where both rows together mean
something else; declared as ambiguous; those of the upper row."""

_SIMILAR = 86
"""Least likeness, of 100, of a header and a declared word that differ by typing mistakes."""
_SHORTEST_SIMILAR = 6
_LEAST_COVERED, _LEAST_SCATTERED = 0.5, 0.75
OTHER = 0.85
"""How sure it must be that a header means something that is none of ours."""
AKIN, _LEAST_AKIN = 0.7, 0.6
"""What single words are worth at most, and how much of their weight must speak for a field."""

_SEVERAL, _IN_BRACKETS = 0.92, 0.8
"""How far the words of a header are trusted that names several fields, or one in brackets."""

_MOST_AKIN = 2
"""A header that is as much akin to more fields than these is akin to none."""
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_JOINT = re.compile(r"\s[-–]\s|[,;/+&–]|\s(?:và|va)\s", re.IGNORECASE)
"""What stands between the fields that one header names."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A column that a header may mean, and how surely: 1 for a declared word.

    `how` is header where the words are declared or like declared ones, else words.
    """

    column: Column
    score: float
    how: str = "header"


_BESIDE_NAME = frozenset(
    {"birth", "position", "organisation", "address", "hamlet", "phone", "national_id"}
)
TAKEN_APART: Mapping[str, frozenset[str]] = {
    "full_name": _BESIDE_NAME,
    "petitioner": _BESIDE_NAME,
    "phone": frozenset({"national_id"}),
    "national_id": frozenset({"phone"}),
    "address": frozenset({"hamlet", "phone"}),
    "position": frozenset({"organisation"}),
    "organisation": frozenset({"hamlet"}),
    "document_no": frozenset({"document_date"}),
}
"""What else the cells of a field may tell: its reader takes them apart."""


class Vocabulary:
    """The header words of one layout."""

    def __init__(self, layout: Layout) -> None:
        self._columns = layout.columns
        self._exact: dict[str, dict[int, Hit]] = defaultdict(dict)
        for number, column in enumerate(layout.columns):
            for words, score in ((column.headers, EXACT), (column.generic, GENERIC)):
                for header in words:
                    self._exact[fold(header)].setdefault(number, Hit(column, score))
        self._phrases = [(phrase, phrase.split()) for phrase in self._exact]
        self._bags = _bags(layout)
        self._fields = Counter(word for bag in self._bags.values() for word in bag)
        self._meant = _by_meaning(layout)
        self._known: dict[tuple[str, ...], tuple[Hit, ...]] = {}

    def knows(self, text: str) -> bool:
        """Whether one cell holds a declared word."""
        return any(form in self._exact for form in _forms(text))

    def declared(self) -> Iterator[tuple[str, float]]:
        """Every declared header, folded, with how surely it means something."""
        for form, hits in self._exact.items():
            yield form, max(hit.score for hit in hits.values())

    def hits(self, header: Sequence[str]) -> tuple[Hit, ...]:
        """What a header may mean, given its texts from the upper to the lower row."""
        key = tuple(header)
        if key not in self._known:
            self._known[key] = self._find(key)
        return self._known[key]

    def other(self, header: Sequence[str]) -> float:
        """How surely a header means something that is none of ours; 0 if it is declared."""
        return 0.0 if self.knows(header[-1]) else _strange(header[-1])

    def is_below_other(self, header: Sequence[str]) -> bool:
        """Whether an upper heading means none of ours: “Đôn đốc / Số công văn” is no answer's."""
        return any(
            not self.knows(text) and _strange(text) >= phrases.WHOLE for text in header[:-1]
        ) and not any(self._declared(text) for text in _joined(header))

    def akin(self, header: Sequence[str]) -> tuple[Hit, ...]:
        """What an unknown header may mean by its single words, weighed by how telling each is.

        A word that few fields use tells more; a word that none uses tells against all.
        """
        words = set(_forms(header[-1])[0].split())
        weights = {word: self._weight(word) for word in words}
        whole = sum(weights.values())
        hits = []
        for number, bag in self._bags.items():
            share = sum(weights[word] for word in words & bag) / whole if whole else 0.0
            if share >= _LEAST_AKIN:
                hits.append(Hit(self._columns[number], round(AKIN * share, 2), "words"))
        best = max((hit.score for hit in hits), default=0.0)
        if sum(hit.score == best for hit in hits) > _MOST_AKIN:  # “Ngày” is akin to every date
            return ()
        return tuple(sorted(hits, key=lambda hit: -hit.score))

    def _weight(self, word: str) -> float:
        return math.log(1 + len(self._bags) / max(self._fields[word], 1))

    def _find(self, header: tuple[str, ...]) -> tuple[Hit, ...]:
        joined = _joined(header)
        exact = next((hits for text in joined if (hits := self._declared(text))), ())
        if exact or (lower := self._declared(header[-1])):
            lower = self._declared(header[-1]) if exact else lower
            alone = [Hit(hit.column, LOWER_ONLY * hit.score) for hit in lower]
            return _best([*exact, *alone]) if exact else self._below(header, lower)
        if several := self._several(header[-1]):
            return several
        texts = [*joined, header[-1]]
        similar = [hit for text in texts for hit in (*self._similar(text), *self._phrased(text))]
        similar += self._bracketed(header[-1])
        above = [
            Hit(hit.column, PARENT_ONLY * hit.score)
            for text in header[:-1]
            for hit in self._declared(text)
        ]
        return _best([*similar, *above])

    def _below(self, header: tuple[str, ...], lower: Sequence[Hit]) -> tuple[Hit, ...]:
        """What a declared lower heading means below another: “Giải đáp / Nội dung”.

        Where it says little alone, what both say together goes before it.
        """
        if len(header) == 1 or not phrases.is_bare(plain(header[-1])):
            return tuple(lower)
        told = self._phrased(f"{header[-1]} {header[-2]}")
        fields = {hit.column.field for hit in lower if hit.score > GENERIC}
        if not told or any(hit.column.field in fields for hit in told):
            return tuple(lower)
        best = max(hit.score for hit in told)
        together = [
            replace(hit, score=max(hit.score, LOWER_ONLY)) for hit in told if hit.score == best
        ]
        return _best([*together, *(replace(hit, score=GENERIC * hit.score) for hit in lower)])

    def _declared(self, text: str) -> tuple[Hit, ...]:
        """What a text is declared to mean; with what stands in brackets rather than without."""
        whole, bare = (
            [hit for form in forms for hit in self._exact.get(form, {}).values()]
            for forms in (_whole_forms(text), _forms(text))
        )
        if _is_accented_syllable(text):  # “Bàn” is not “Bản”, though folded it is
            whole, bare = ([hit for hit in hits if _spells(hit, text)] for hits in (whole, bare))
        lower = LOWER_ONLY if whole else EXACT
        return _best([*whole, *(Hit(hit.column, lower * hit.score) for hit in bare)])

    def _several(self, text: str) -> tuple[Hit, ...]:
        """What a header means that names several fields: “Họ tên, năm sinh, địa chỉ”.

        The first one is the column's own field; the others are what its cells tell besides.
        What is none of ours is left aside: “Số CCCD, ngày cấp, nơi cấp”.
        """
        parts = [part for part in _JOINT.split(_BRACKETED.sub(" ", text)) if fold(part)]
        told = [self._declared(parts[0]), *map(self._surely, parts[1:])] if parts else []
        unknown = (part for part, hits in zip(parts, told, strict=True) if not hits)
        if len(parts) < 2 or not told[0] or any(_strange(part) < OTHER for part in unknown):
            return ()
        first, *others = (hits[0].column for hits in told if hits)
        also = tuple(dict.fromkeys(c.field for c in others if c.field != first.field))
        if not also:
            return (Hit(first, _SEVERAL),)
        takes = TAKEN_APART.get(first.field, frozenset())
        if first.value or first.implies or not takes.issuperset(also):
            return ()
        return (Hit(replace(first, also=(*also, *first.also)), _SEVERAL),)

    def _surely(self, text: str) -> tuple[Hit, ...]:
        return tuple(hit for hit in self.hits((text,)) if hit.score >= phrases.LEAST)

    def _bracketed(self, text: str) -> list[Hit]:
        """What stands in brackets behind words that mean nothing: “Nơi phát sinh (ấp)”."""
        return [
            Hit(hit.column, _IN_BRACKETS * hit.score)
            for inside in _BRACKETED.findall(text)
            for hit in self._declared(inside[1:-1])
        ]

    def _phrased(self, text: str) -> list[Hit]:
        """What the grammar of headers makes of a text."""
        return [
            Hit(self._meant[meaning], score, "words")
            for form in _forms(text)
            for meaning, score in read_phrase(form).items()
            if meaning in self._meant
        ]

    def _similar(self, text: str) -> list[Hit]:
        form = plain(_BRACKETED.sub(" ", text)) or plain(text)
        words = form.split()
        found = []
        for phrase, phrase_words in self._phrases:
            likeness = max(_typing(form, phrase), _covered(words, phrase_words))
            if likeness:
                hits = self._exact[phrase].values()
                found += [Hit(hit.column, likeness * hit.score) for hit in hits]
        return found


class Lexicon:
    """The header words of all layouts at once, for judging many rows quickly."""

    def __init__(self, layouts: Sequence[Layout]) -> None:
        self.vocabularies = tuple((layout, Vocabulary(layout)) for layout in layouts)
        self._scores: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, (_, vocabulary) in enumerate(self.vocabularies):
            for form, score in vocabulary.declared():
                self._scores[form].append((number, score))

    def knows(self, text: str) -> bool:
        """Whether one cell holds a declared word of any layout."""
        return any(form in self._scores for form in _forms(text))

    def declared(self, texts: Iterable[str]) -> float:
        """How much of a row is declared by the one layout that declares the most of it."""
        totals = [0.0] * len(self.vocabularies)
        for text in texts:
            best: dict[int, float] = {}
            for form in _forms(text):
                for number, score in self._scores.get(form, ()):
                    best[number] = max(score, best.get(number, 0.0))
            for number, score in best.items():
                totals[number] += score
        return max(totals, default=0.0)

    def similar(self, texts: Collection[str]) -> float:
        """The same, with words that are like declared ones counted by their likeness."""
        return max(
            sum(max((hit.score for hit in v.hits((text,))), default=0.0) for text in texts)
            for _, v in self.vocabularies
        )


def _by_meaning(layout: Layout) -> dict[Meaning, Column]:
    """For each field, and each meaning of a tick, the column that says it, rather it alone."""
    columns = [c for c in layout.columns if not c.implies and (not c.value or c.kind == "tick")]
    return {(c.field, c.value): c for c in sorted(columns, key=lambda c: -len(c.also))}


def _bags(layout: Layout) -> dict[int, frozenset[str]]:
    """The single words of each plain column, by its number; joined and tick columns have none."""
    return {
        number: frozenset(word for header in column.headers for word in fold(header).split())
        for number, column in enumerate(layout.columns)
        if not (column.also or column.value or column.implies)
    }


def _joined(header: Sequence[str]) -> list[str]:
    """The texts of several rows as one, from all of them to the lowest two."""
    return [" ".join(header[-length:]) for length in range(len(header), 1, -1)]


def _is_accented_syllable(text: str) -> bool:
    return text.isalpha() and text.casefold() != fold(text)


def _spells(hit: Hit, text: str) -> bool:
    """Whether a single syllable is declared as it is spelled, or in other words."""
    headers = {h.casefold() for h in (*hit.column.headers, *hit.column.generic) if h.isalpha()}
    return text.casefold() in headers or fold(text) not in set(map(fold, headers))


def _strange(text: str) -> float:
    """How surely the grammar takes a text for something that is none of ours."""
    return read_phrase(_forms(text)[0]).get(phrases.OTHER, 0.0)


@lru_cache(maxsize=16384)
def _forms(text: str) -> tuple[str, ...]:
    """A header folded without what stands in brackets, and with it; each also written out."""
    bare = _BRACKETED.sub(" ", text)
    bare_forms = (fold(bare), plain(bare)) if fold(bare) else ()
    return tuple(dict.fromkeys([*bare_forms, *_whole_forms(text)]))


def _whole_forms(text: str) -> tuple[str, str]:
    """A header folded with what stands in brackets; also written out."""
    return fold(text), plain(text)


def _typing(form: str, phrase: str) -> float:
    if min(len(form), len(phrase)) < _SHORTEST_SIMILAR:
        return 0.0
    return 0.95 * fuzz.ratio(form, phrase, score_cutoff=_SIMILAR) / 100


def _covered(words: list[str], phrase: list[str]) -> float:
    """How much of a header a declared phrase of two words or more explains.

    The words of the phrase stand in the header in their order; others may stand between them.

    >>> _covered("noi dung kien nghi cua ba con".split(), "noi dung kien nghi".split())
    0.78
    >>> _covered("ap dang cu tru".split(), "ap cu tru".split())
    0.75
    """
    if len(phrase) < 2 or len(phrase) > len(words):
        return 0.0
    covered = len(phrase) / len(words)
    starts = range(len(words) - len(phrase) + 1)
    if any(words[start : start + len(phrase)] == phrase for start in starts):
        return round(0.55 + 0.4 * covered, 2) if covered >= _LEAST_COVERED else 0.0
    left = iter(words)
    in_order = all(word in left for word in phrase)
    return round(0.45 + 0.4 * covered, 2) if in_order and covered >= _LEAST_SCATTERED else 0.0


def _best(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """One hit per column, the surest first."""
    best: dict[int, Hit] = {}
    for hit in sorted(hits, key=lambda h: -h.score):
        best.setdefault(id(hit.column), hit)
    return tuple(best.values())
