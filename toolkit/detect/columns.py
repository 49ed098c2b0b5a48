"""Decide what each column of a table is, by its header and by what it holds."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from toolkit.decisions import IGNORED, UNDECIDED, Decisions, column_key
from toolkit.detect.evidence import (
    STRICT,
    fit,
    is_hamlet,
    is_national_id,
    is_person,
    is_sentence,
)
from toolkit.detect.headers import Header
from toolkit.detect.vocabulary import EXACT, Vocabulary
from toolkit.model import Code, Column, Layout, MappedColumn, Raw

CONTRADICTED, SUPPORTED = 0.25, 0.8
"""Below and above these shares of fitting cells, the content speaks against or for a header."""
_AGAINST, _FOR = 0.55, 0.15
GUESSED = 0.8
"""A column that is less sure than this was guessed, and a person should look."""
_FEW = 3
"""So few cells prove nothing against a header."""
_WORTH = {"seq": 0.2, "note": 0.2, "content": 1.5, "response_text": 1.5, "question": 1.5}
"""What columns are worth that every table has, and those that make a table; all others 1."""
_MISSING = 1.5
_SAID = 0.5
_STRONG = 3
_PEOPLE = {"leader", "assignee", "responder"}
"""Fields that name somebody, never sentences."""
"""So many columns that only this kind of table has outweigh a missing one."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A header read as one layout. `missing` are fields of `needs` that have no column."""

    layout: Layout
    columns: tuple[MappedColumn, ...]
    missing: tuple[str, ...]
    score: float

    @property
    def holds(self) -> bool:
        """Whether the header can be this layout at all."""
        if self.layout.foreign:
            return len(self.columns) >= _STRONG
        proper = [m for m in self.columns if m.column.field not in {"seq", "note"}]
        evidence = [
            m for m in proper if m.column.field in self.layout.evidence and m.confidence >= GUESSED
        ]
        if self.missing:
            return len(evidence) >= _STRONG
        return len(proper) >= 2 and any(m.how in {"header", "decided"} for m in proper)


def read_header(
    header: Header,
    layout: Layout,
    vocabulary: Vocabulary,
    content: Mapping[int, Sequence[Raw]],
    codelists: Mapping[str, tuple[Code, ...]],
    titles: str,
    decisions: Decisions = UNDECIDED,
) -> Reading:
    """The most likely meaning of the columns if the table is of this layout.

    `content` are the filled cells below each column, `titles` the folded text above.
    """
    if layout.foreign:
        return _foreign(header, layout, vocabulary)
    told = _decided(header, layout, decisions)
    fixed = [m for m in told.values() if m]
    by_words = _by_words(header, vocabulary, content, codelists)
    free = ((sure, rivals, m) for sure, rivals, m in by_words if m.number not in told)
    mapped = {m.number: m for m in _choose(free, fixed)}
    unknown = header.part_of(
        [
            n
            for n in header.columns
            if n not in mapped and n not in told and not vocabulary.hits(header.words(n))
        ]
    )
    for guess in _guesses(unknown, layout, content, mapped):
        mapped[guess.number] = guess
    for guess in _akin(unknown, vocabulary, content, codelists, mapped):
        mapped[guess.number] = guess
    columns = tuple(mapped[number] for number in sorted(mapped))
    fields = {m.column.field for m in columns}
    missing = tuple(field for field in layout.needs if field not in fields)
    score = sum(m.confidence * _WORTH.get(m.column.field, 1) for m in columns)
    score -= _MISSING * len(missing)
    score += _SAID * any(words in titles for words in layout.said_by)
    return Reading(layout, columns, missing, score)


def _foreign(header: Header, layout: Layout, vocabulary: Vocabulary) -> Reading:
    known = [n for n, texts in header.columns.items() if any(map(vocabulary.knows, texts))]
    column = layout.columns[0]
    columns = tuple(MappedColumn(n, column, header.label(n), EXACT, "header") for n in known)
    return Reading(layout, columns, (), float(len(known)))


def _by_words(
    header: Header,
    vocabulary: Vocabulary,
    content: Mapping[int, Sequence[Raw]],
    codelists: Mapping[str, tuple[Code, ...]],
) -> Iterator[tuple[float, int, MappedColumn]]:
    """Every meaning that the words of a header allow: likeness, number of rivals, column."""
    for number in header.columns:
        hits = vocabulary.hits(header.words(number))
        for hit in hits:
            sure = _weighed(hit.score, hit.column, content.get(number, ()), codelists)
            yield (
                sure,
                len(hits),
                MappedColumn(number, hit.column, header.label(number), round(sure, 2), "header"),
            )


def _weighed(
    score: float,
    column: Column,
    values: Sequence[Raw],
    codelists: Mapping[str, tuple[Code, ...]],
) -> float:
    """The likeness of the words, after the content has spoken."""
    if column.field in {"content", "response_text"}:
        sentences = sum(map(is_sentence, values))
        return min(score + _FOR, 0.95) if score < EXACT and 2 * sentences > len(values) else score
    if column.field in _PEOPLE:
        return score * _AGAINST if 2 * sum(map(is_sentence, values)) > len(values) else score
    share = fit(column, values, codelists)
    if share is None:
        return score
    if share < CONTRADICTED and column.kind in STRICT and len(values) >= _FEW:
        return score * _AGAINST
    if share >= SUPPORTED and score < EXACT:
        return min(score + _FOR, 0.95)
    return score


def _decided(
    header: Header, layout: Layout, decisions: Decisions
) -> dict[int, MappedColumn | None]:
    """What people have said of columns; None for those to be left out. A field has one column."""
    labels = {column.headers[0]: column for column in layout.columns}
    found: dict[int, MappedColumn | None] = {}
    taken: set[object] = set()
    for number in header.columns if decisions.answers else ():
        text = header.label(number)
        answer = decisions.get(column_key(layout.key, text))
        column = labels.get(answer or "")
        if answer == IGNORED:
            found[number] = None
        elif column and _field_key(column) not in taken:
            taken.add(_field_key(column))
            found[number] = MappedColumn(number, column, text, EXACT, "decided")
    return found


def _choose(
    candidates: Iterable[tuple[float, int, MappedColumn]], fixed: Sequence[MappedColumn]
) -> Iterator[MappedColumn]:
    """The surest meanings beside the fixed ones, each column and each field taken once."""
    yield from fixed
    taken_columns: set[int] = set()
    taken_fields: set[object] = {_field_key(m.column) for m in fixed}
    ranked = sorted(candidates, key=lambda c: (-c[0], c[1], c[2].number))
    for score, _, mapped in ranked:
        key = _field_key(mapped.column)
        if score <= _AGAINST or mapped.number in taken_columns or key in taken_fields:
            continue
        taken_columns.add(mapped.number)
        taken_fields.add(key)
        yield mapped


def _field_key(column: Column) -> object:
    """Two tick columns may speak of one field; otherwise a field has one column."""
    return column.field, column.value, tuple(sorted(column.implies.items()))


def _guesses(
    header: Header,
    layout: Layout,
    content: Mapping[int, Sequence[Raw]],
    mapped: Mapping[int, MappedColumn],
) -> Iterator[MappedColumn]:
    """What columns without known words are, if their content leaves little doubt."""
    taken = {m.column.field for m in mapped.values()}
    for number in header.columns:
        values = content.get(number, ())
        if number in mapped or len(values) < _FEW:
            continue
        for field, looks in _TELLING.items():
            column = _plain_column(layout, field)
            if column is None or field in taken:
                continue
            share = sum(map(looks, values)) / len(values)
            if share >= SUPPORTED:
                taken.add(field)
                sure = round(0.7 * share, 2)
                yield MappedColumn(number, column, header.label(number), sure, "content")
                break


def _akin(
    header: Header,
    vocabulary: Vocabulary,
    content: Mapping[int, Sequence[Raw]],
    codelists: Mapping[str, tuple[Code, ...]],
    mapped: Mapping[int, MappedColumn],
) -> Iterator[MappedColumn]:
    """What columns of unknown words are, where single words and content agree."""
    taken = {m.column.field for m in mapped.values()}
    candidates = [
        (hit.score, number, hit.column)
        for number in header.columns
        if number not in mapped
        for hit in vocabulary.akin(header.words(number))
        if hit.column.field not in taken
        and _agrees(hit.column, content.get(number, ()), codelists)
    ]
    for score, number, column in sorted(candidates, key=lambda c: (-c[0], c[1])):
        if column.field not in taken and number not in mapped:
            taken.add(column.field)
            yield MappedColumn(number, column, header.label(number), score, "words")


def _agrees(
    column: Column, values: Sequence[Raw], codelists: Mapping[str, tuple[Code, ...]]
) -> bool:
    """Whether the cells look like the column; never, where they could look like anything."""
    if not values:
        return False
    if column.field in {"content", "response_text", "question"}:
        return 2 * sum(map(is_sentence, values)) > len(values)
    if column.field in _PEOPLE:
        return sum(map(is_person, values)) >= SUPPORTED * len(values)
    share = fit(column, values, codelists)
    return share is not None and share >= SUPPORTED


_TELLING = {
    "full_name": is_person,
    "petitioner": is_person,
    "national_id": is_national_id,
    "hamlet": is_hamlet,
    "content": is_sentence,
}
"""Fields whose cells look like nothing else."""


def _plain_column(layout: Layout, field: str) -> Column | None:
    return next((c for c in layout.columns if c.field == field and not c.also), None)
