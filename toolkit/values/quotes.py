"""Which of many texts a shorter text repeats in other words.

An annex of answers quotes petitions shortened and turned round: “Làm cầu bê tông qua suối tổ 1”
for “Cây cầu gỗ qua suối tổ 1 đã mục, đề nghị làm cầu bê tông”. What counts is how much of the
quoting text the other holds; a word that many texts hold counts for little.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import fsum

from toolkit.model import Table

RAREST = 12
"""By how many of its rarest words and word pairs a text looks for others."""
FEW = 40
"""What more texts than this have in common is not rare."""
ANSWERED = ("response_text", "lead_unit", "leader", "due_date", "outcome", "status")
"""Fields that tell what is done about a petition."""
ASKED = ("petitioner", "received_on")
"""Fields that tell who raised a petition, and when."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A text that may be quoted.

    `share` is how much of the quoting text it holds, from 0 to 1. `weight` is how much they have
    in common, where a word, or a pair of words, that no other text holds counts 1.
    """

    position: int
    share: float
    weight: float


class QuoteIndex:
    """Texts that can be asked which of them another text quotes."""

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        """Take in texts, each as folded phrases; no pair of words reaches over two phrases."""
        self._terms = [
            frozenset(t for phrase in phrases for t in _terms(phrase)) for phrases in texts
        ]
        self._holders: dict[str, list[int]] = defaultdict(list)
        for position, terms in enumerate(self._terms):
            for term in terms:
                self._holders[term].append(position)

    def quoted(self, text: str) -> list[Quoted]:
        """The texts that have something rare in common with a folded one, best first.

        At most `RAREST` × `FEW`, whatever the size of the index.

        >>> index = QuoteIndex([["cay cau go qua suoi to 1 da muc"], ["den duong to 1 hu"]])
        >>> [(q.position, round(q.share, 2)) for q in index.quoted("lam cau qua suoi to 1")]
        [(0, 0.7), (1, 0.21)]
        """
        terms = frozenset(_terms(text))
        whole = fsum(map(self._weight, terms))
        common = {at: fsum(map(self._weight, terms & self._terms[at])) for at in self._near(terms)}
        found = [Quoted(at, weight / whole, weight) for at, weight in common.items()]
        return sorted(found, key=lambda quoted: (-quoted.share, quoted.position))

    def _near(self, terms: frozenset[str]) -> set[int]:
        """The positions of texts that hold one of the rarest terms."""
        held = [term for term in terms if 0 < len(self._holders.get(term, ())) <= FEW]
        held.sort(key=lambda term: (len(self._holders[term]), term))
        return {position for term in held[:RAREST] for position in self._holders[term]}

    def _weight(self, term: str) -> float:
        """What a term counts; it does not depend on how many texts there are in all."""
        return float(max(1, len(self._holders.get(term, ()))) ** -0.5)


def _terms(phrase: str) -> Iterator[str]:
    words = phrase.split()
    yield from words
    yield from (f"{first} {second}" for first, second in pairwise(words))


def repeats_petitions(table: Table) -> bool:
    """Whether a table tells what is done about petitions and not who raised them.

    Its petitions may well stand in another table, with who raised them.
    """
    return any(map(table.has, ANSWERED)) and not any(map(table.has, ASKED))
