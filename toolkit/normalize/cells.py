"""What each cell of a table says: its own content, or that of the cell it stands for."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from toolkit.model import Raw, Table, TableRow
from toolkit.values.texts import (
    CACHED,
    LONGEST_FILLER,
    is_ditto,
    is_dots,
    says_nothing,
    shown,
)

LITERAL = frozenset({"seq"})
"""Kinds of columns in which “nt” and the like mean nothing."""

NO_MEANS_NO = frozenset({"attendance", "count", "seq", "tick"})
"""Kinds of columns in which “không” or 0 says something."""

COUNTED = frozenset({"count"})
"""Kinds of columns whose merged cells say their number once, not once per row."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a cell says, and the cell (row, column) that it was taken from.

    `typed` is what stands in the cell itself; where the cell is merged with one above, what
    stands there. It is empty where the cell says nothing. `unfounded` is a “như trên” with
    nothing above it.
    """

    raw: Raw
    place: tuple[int, int]
    typed: str
    unfounded: bool = False


def read_cells(table: Table) -> Iterator[tuple[TableRow, dict[int, Said]]]:
    """The rows of a table, each with what its mapped columns say.

    Vertically merged cells say what their top cell says, “như trên” what the record above in
    the same section says.
    """
    tops = _tops(table)
    above: dict[int, Said] = {}
    section: int | None = None
    for row in table.rows:
        if row.section != section:
            above, section = {}, row.section
        above = _read_row(table, row, tops, above)
        yield row, above


def _read_row(
    table: Table, row: TableRow, tops: dict[tuple[int, int], int], above: dict[int, Said]
) -> dict[int, Said]:
    said: dict[int, Said] = {}
    for mapped in table.columns:
        column, kind = mapped.number, mapped.column.kind
        place = (row.number, column)
        if kind not in COUNTED:
            place = (tops.get(place, row.number), column)
        raw = table.sheet.at(*place)
        typed, ditto, blank = _typed(raw)
        if ditto and kind not in LITERAL:
            said[column] = _as_above(typed, place, above.get(column))
        else:
            said[column] = Said(raw, place, "" if blank and kind not in NO_MEANS_NO else typed)
    return said


@lru_cache(maxsize=CACHED, typed=True)
def _typed(raw: Raw) -> tuple[str, bool, bool]:
    """What stands in a cell, and whether it says “as above”, and whether it says nothing."""
    typed = shown(raw)
    ditto = len(typed) <= LONGEST_FILLER and is_ditto(typed)
    return typed, ditto, not ditto and says_nothing(typed)


def _as_above(raw: str, place: tuple[int, int], above: Said | None) -> Said:
    if above and above.typed:
        return Said(above.raw, above.place, raw)
    return Said(None, place, "", unfounded=not is_dots(raw))


def _tops(table: Table) -> dict[tuple[int, int], int]:
    """The row of the top cell, for every cell that is vertically merged with a record above."""
    numbers = {row.number for row in table.rows}
    last = max(numbers, default=0)
    return {
        (row, span.left): span.top
        for span in table.sheet.merged
        if span.top in numbers
        for row in range(span.top + 1, min(span.bottom, last) + 1)
    }
