"""Tables of figures: one row per group, one column per measure, and a total row."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from toolkit.model import (
    Formula,
    Look,
    ReportCell,
    ReportColumn,
    ReportTable,
    column_letters,
)
from toolkit.summarize.columns import NUMBER, numbered
from toolkit.summarize.ranges import Conditions, Ranges, expression, quoted, rate

NAME_CELL = "$B{row}"
"""Where a row of the table shows the name of its group."""

FIRST_MEASURE = 3
"""The column of the first measure; before it stand the number and the name of the group."""


@dataclass(frozen=True, slots=True)
class Count:
    """Rows of a register that belong to the group by the range `by` and meet the conditions."""

    header: tuple[str, ...]
    by: str
    where: Conditions = ()
    weight: str = ""


@dataclass(frozen=True, slots=True)
class Rate:
    """The share of some measures in the sum of others, between 0 and 1; empty of nothing."""

    header: tuple[str, ...]
    part: tuple[str, ...]
    whole: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rest:
    """What a measure counts beyond other measures, said in words; with `once`, of all groups."""

    words: str
    whole: str
    parts: tuple[str, ...]
    once: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """Counts that have no column, together, said in words."""

    words: str
    counts: tuple[Count, ...]
    once: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence for each rest and mention that is not zero; without any, a column to write in.

    What is said once, of all groups together, stands in the total row.
    """

    header: tuple[str, ...]
    rests: tuple[Rest | Mention, ...] = ()

    def told(self, *, once: bool) -> tuple[Rest | Mention, ...]:
        """What stands in the total row, or else in the row of a group."""
        return tuple(rest for rest in self.rests if rest.once == once)


@dataclass(frozen=True, slots=True)
class Blank:
    """A measure of which nothing is known."""

    header: tuple[str, ...]


Measure: TypeAlias = Count | Rate | Remark | Blank
Measures: TypeAlias = Mapping[str, Measure]
"""Measures by the keys by which they refer to each other, in the order of their columns."""


def grouped(
    ranges: Ranges, header: str, labels: Sequence[str], measures: Measures, empty: str
) -> ReportTable:
    """The table of all measures for every label; each label is the name that a register shows."""
    known = {
        key: ranges.by_label(count.by, count.where, count.weight)
        for key, count in (*_counts(measures), *_mentioned(measures))
    }
    groups = [{key: counted.get(label, 0) for key, counted in known.items()} for label in labels]
    sums = {key: sum(group[key] for group in groups) for key in known}
    columns = _Columns(measures)
    return ReportTable(
        columns=(
            NUMBER,
            ReportColumn((header,), 32),
            *map(_column, measures.values()),
        ),
        rows=numbered(
            (label, *columns.cells(group)) for label, group in zip(labels, groups, strict=True)
        ),
        total=("Tổng cộng", None, *columns.totals(sums)) if labels else None,
        empty=empty,
    )


def _counts(measures: Measures) -> Iterator[tuple[str, Count]]:
    yield from ((key, one) for key, one in measures.items() if isinstance(one, Count))


def _mentioned(measures: Measures) -> Iterator[tuple[str, Count]]:
    """The counts that only a remark tells of, under keys of their own."""
    remarks = (measure for measure in measures.values() if isinstance(measure, Remark))
    mentions = (rest for remark in remarks for rest in remark.rests if isinstance(rest, Mention))
    for mention in mentions:
        yield from ((_key(mention, n), count) for n, count in enumerate(mention.counts))


def _key(mention: Mention, number: int) -> str:
    return f"{mention.words} {number}"


def _column(measure: Measure) -> ReportColumn:
    match measure:
        case Rate():
            return ReportColumn(measure.header, 10, Look.PERCENT)
        case Remark():
            return ReportColumn(measure.header, 24)
        case _:
            return ReportColumn(measure.header, 9, Look.INTEGER)


class _Columns:
    """The measures of a table, which know in which column each of them stands."""

    def __init__(self, measures: Measures) -> None:
        self._measures = measures
        self._letters = {k: column_letters(n) for n, k in enumerate(measures, FIRST_MEASURE)}

    def cells(self, counted: Mapping[str, int]) -> tuple[ReportCell, ...]:
        """The cells of a group, from what was counted of it by the keys of the measures."""
        return tuple(self._cell(key, counted) for key in self._measures)

    def totals(self, sums: Mapping[str, int]) -> tuple[ReportCell, ...]:
        """The cells of the total row: the sums of all counts, and the rates of these sums."""
        return tuple(self._total(key, sums) for key in self._measures)

    def _total(self, key: str, sums: Mapping[str, int]) -> ReportCell:
        match self._measures[key]:
            case Count():
                letter = self._letters[key]
                return Formula(f"=SUM({letter}{{first}}:{letter}{{last}})", sums[key])
            case Remark() as remark:
                return self._remark(remark.told(once=True), sums)
            case _:
                return self._cell(key, sums)

    def _cell(self, key: str, counted: Mapping[str, int]) -> ReportCell:
        match self._measures[key]:
            case Count(by=by, where=where, weight=weight):
                text = expression(by, ((by, NAME_CELL), *quoted(where)), weight)
                return Formula(f"={text}", counted[key])
            case Rate(part=part, whole=whole):
                return rate(self._plus(part, counted), self._plus(whole, counted))
            case Remark() as remark:
                return self._remark(remark.told(once=False), counted)
            case _:
                return None

    def _plus(self, keys: tuple[str, ...], counted: Mapping[str, int]) -> tuple[str, int]:
        """The expression of a sum of measures, and its value."""
        return "+".join(map(self._here, keys)), sum(counted[key] for key in keys)

    def _remark(
        self, rests: tuple[Rest | Mention, ...], counted: Mapping[str, int]
    ) -> Formula | None:
        if not rests:
            return None
        texts, said = [], []
        for rest in rests:
            over, number = self._said(rest, counted)
            texts.append(f'IF({over}=0,"",{over}&" {rest.words}. ")')
            said += [f"{number} {rest.words}."] if number else []
        return Formula(f"=TRIM({'&'.join(texts)})", " ".join(said))

    def _said(self, rest: Rest | Mention, counted: Mapping[str, int]) -> tuple[str, int]:
        """The expression of what a remark tells, and its value."""
        if isinstance(rest, Rest):
            over = "-".join(map(self._here, (rest.whole, *rest.parts)))
            return over, counted[rest.whole] - sum(counted[part] for part in rest.parts)
        counts = (
            expression(one.by, ((one.by, NAME_CELL), *quoted(one.where)), one.weight)
            for one in rest.counts
        )
        number = sum(counted[_key(rest, n)] for n in range(len(rest.counts)))
        return f"({'+'.join(counts)})", number

    def _here(self, key: str) -> str:
        return self._letters[key] + "{row}"
