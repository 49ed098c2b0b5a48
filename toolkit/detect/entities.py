"""Decide what kind of table a header heads, if any of ours: all evidence is weighed together."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from toolkit.detect.columns import Evidence, read_columns
from toolkit.detect.evidence import is_amount, is_clock, is_money, is_weekday
from toolkit.detect.neighbours import GUESSED
from toolkit.detect.vocabulary import Vocabulary
from toolkit.layouts import row_words
from toolkit.model import Layout, MappedColumn
from toolkit.values.texts import fold

NEAREST_TITLES = 4
"""So many lines above a table speak of it; those farther up are letterhead."""

_WORTH = {"seq": 0.2, "note": 0.2, "content": 2.0, "response_text": 2.0, "question": 2.0}
"""What columns are worth that every table has, and those that make a table; all others 1."""
_MISSING = 1.5
_SAID, _SAID_BOTH = 0.4, 0.5
_TITLED = 3.0
_STRANGE_TIME, _STRANGE_AMOUNT = 1.0, 0.6
"""What a column of times, or of amounts, that ours does not know says against it."""
_LEAST = 1.4
"""What a table is worth at least: a name or a petition, and something beside it."""
_STRONG = 3
"""So many columns that only this kind of table has outweigh a missing one."""
_FILLED, _STRANGERS = 3, 2
"""So many filled cells make a column, and so many strange columns a list for something else."""
_MEETINGS = tuple(map(fold, row_words()["meetings"]))
_PERSONAL = re.compile(rf"\b({'|'.join(map(fold, row_words()['personal']))})\b")
_COMING, _SENT = {"attendance", "delegation"}, {"position", "organisation"}
"""Fields of which one, and fields which together, only lists of those who come have."""
_NAMED = 0.71
"""How sure a column is at least that more than its cells tell."""
_RAISED = {"petitioner", "full_name", "channel", "kind"}
"""Fields of which one makes a table of sentences one of petitions."""
_EVENTS = {
    "petitioner",
    "received_on",
    "channel",
    "response_text",
    "answered_on",
    "full_name",
    "satisfied",
}
"""Fields that tell what somebody did; a list of codes has none."""


@dataclass(frozen=True, slots=True)
class Titles:
    """What stands over a table: folded lines above it, the nearest last, and names of its sheet.

    `names` are those of the sheet and of the file.
    """

    lines: tuple[str, ...]
    names: tuple[str, ...]

    @classmethod
    def of(cls, lines: Iterable[str], sheet: str, workbook: str) -> "Titles":
        """The titles as they are compared; a line may hold several texts, parted by “|”."""
        parts = [fold(part) for line in lines for part in line.split("|")]
        stem = workbook.rsplit("/", maxsplit=1)[-1].rsplit(".", maxsplit=1)[0]
        return cls(tuple(part for part in parts if part), (fold(sheet), fold(stem)))

    def say(self, layout: Layout) -> bool:
        """Whether a line, or the name of the sheet, has words of this kind of table."""
        return any(
            words in line for line in (*self.lines, self.names[0]) for words in layout.said_by
        )

    def tell_of_meeting(self, layout: Layout) -> bool:
        """Whether a line or a name has words of a meeting, or of this kind of table."""
        words = (*_MEETINGS, *layout.said_by)
        return any(word in line for word in words for line in (*self.lines, *self.names))

    def head(self, layout: Layout) -> Sequence[str]:
        """The lines and names that begin with words of a foreign kind of table."""
        begun = [line for line in self.lines if line.startswith(layout.said_by)]
        squeezed = tuple(words.replace(" ", "") for words in layout.said_by)
        return begun + [n for n in self.names if n.replace(" ", "").startswith(squeezed)]


@dataclass(frozen=True, slots=True)
class Reading:
    """A header read as one layout. `missing` are fields of `needs` that have no column.

    `said` is whether the titles speak of this kind of table, `met` whether of it or of a meeting.
    """

    layout: Layout
    columns: tuple[MappedColumn, ...]
    missing: tuple[str, ...]
    score: float
    said: bool
    met: bool

    @property
    def holds(self) -> bool:
        """Whether the header can be this layout at all."""
        proper = [m for m in self.columns if m.column.field not in {"seq", "note"}]
        evidence = {
            m.column.field
            for m in proper
            if m.column.field in self.layout.evidence and m.confidence >= GUESSED
        }
        if self.missing:
            speaks = self.said or any(
                words in fold(m.header) for m in self.columns for words in self.layout.said_by
            )
            return speaks and len(evidence) >= _STRONG and bool(evidence & _EVENTS)
        fields = {m.column.field for m in proper}
        if not (self.met or fields & _RAISED or self._names_what_it_needs(proper)):
            return False
        sure = any(m.how != "content" and m.confidence >= GUESSED for m in proper)
        return (
            self.score >= _LEAST
            and len(fields) + self.said >= 2
            and (sure or (self.said and len(fields) >= _STRONG))
        )

    def _names_what_it_needs(self, columns: Iterable[MappedColumn]) -> bool:
        """Whether a heading, and not only what stands below it, tells one of the fields needed."""
        return any(m.column.field in self.layout.needs and m.confidence >= _NAMED for m in columns)


def read_table(
    evidence: Evidence, vocabularies: Sequence[tuple[Layout, Vocabulary]], titles: Titles
) -> Reading | None:
    """The reading that explains most of a header; None if it heads no table of ours."""
    ours = [
        reading
        for layout, vocabulary in vocabularies
        if not layout.foreign and (reading := _ours(evidence, layout, vocabulary, titles)).holds
    ]
    if not ours:
        return None
    best = max(ours, key=lambda reading: reading.score)
    if _has_another_purpose(evidence, best, titles):
        return None
    known = {m.number for m in best.columns}
    for layout, vocabulary in vocabularies:
        if layout.foreign and _explains_more(evidence, layout, vocabulary, titles, best, known):
            return None
    return best


def _ours(evidence: Evidence, layout: Layout, vocabulary: Vocabulary, titles: Titles) -> Reading:
    columns = read_columns(evidence, layout, vocabulary)
    by_confidence = sorted(columns, key=lambda m: m.confidence)
    best = {field: m for m in by_confidence for field in (*m.column.implies, m.column.field)}
    missing = tuple(field for field in layout.needs if field not in best)
    score = sum(m.confidence**2 * _WORTH.get(field, 1) for field, m in best.items())
    said = titles.say(layout)
    score += _SAID * said - _MISSING * len(missing)
    if "question" not in layout.needs:
        score -= _strangeness(evidence, {m.number for m in columns})
    met = said or titles.tell_of_meeting(layout)
    return Reading(layout, columns, missing, score, said, met)


def _strangeness(evidence: Evidence, known: set[int]) -> float:
    """How much the columns that are not understood look like a timetable, a budget, a payroll."""
    left = [content for number, content in evidence.contents.items() if number not in known]
    times = sum(max(c.share(is_clock), c.share(is_weekday)) > 1 / 2 for c in left)
    amounts = sum(c.share(is_amount) > 1 / 2 for c in left)
    return _STRANGE_TIME * times + _STRANGE_AMOUNT * amounts


def _has_another_purpose(evidence: Evidence, best: Reading, titles: Titles) -> bool:
    """Whether a list of people speaks of no meeting, but of marks, fees, vaccines: what not."""
    fields = {m.column.field for m in best.columns}
    if "full_name" not in best.layout.needs or titles.tell_of_meeting(best.layout):
        return False
    if fields & _COMING or fields >= _SENT:
        return False
    known = {m.number for m in best.columns}
    strange = [
        number
        for number, content in evidence.contents.items()
        if number not in known
        and len(content) >= _FILLED
        and not _PERSONAL.search(fold(evidence.header.label(number)))
    ]
    return len(strange) >= _STRANGERS


def _counts_money(evidence: Evidence, known: set[int]) -> bool:
    """Whether a column that is not understood holds sums of money."""
    left = [content for number, content in evidence.contents.items() if number not in known]
    return any(content.share(is_money) > 1 / 2 for content in left)


def _explains_more(
    evidence: Evidence,
    layout: Layout,
    vocabulary: Vocabulary,
    titles: Titles,
    best: Reading,
    known: set[int],
) -> bool:
    """Whether a header is rather that of a foreign table, by its columns and its titles."""
    header = evidence.header
    knows = {n for n in header.columns if any(map(vocabulary.knows, header.words(n)))}
    headed = titles.head(layout)
    ours = () if _counts_money(evidence, known) else best.layout.said_by
    alone = [line for line in headed if not any(words in line for words in ours)]
    score = len(knows) + (_TITLED if alone else _SAID_BOTH if headed else 0)
    enough = len(knows) >= 1 if alone else len(knows) >= _STRONG and len(knows - known) >= 2
    return enough and score > best.score
