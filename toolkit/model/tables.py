"""What is recognised: tables, and their records once they are normalized."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from enum import StrEnum

from toolkit.model.findings import Cell, Value
from toolkit.model.layouts import Column, Layout
from toolkit.model.workbooks import Sheet


class Reason(StrEnum):
    """Why a row of a table is no record."""

    TITLE = "title"
    COLUMN_NUMBERS = "column_numbers"
    REPEATED_HEADER = "repeated_header"
    SECTION = "section"
    TOTAL = "total"
    SIGNATURE = "signature"
    NOTE = "note"
    BLANK = "blank"
    NIL_RETURN = "nil_return"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """A column of the sheet that was understood.

    `how` is header, words, content or decided.
    """

    number: int
    column: Column
    header: str
    confidence: float
    how: str


@dataclass(frozen=True, slots=True)
class Excluded:
    """A row of a table that is no record, with the reason and what stands there."""

    row: int
    reason: Reason
    text: str


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row that holds a record; `section` is the row of the section title above it."""

    number: int
    section: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A layout found in a sheet.

    Between the header and the end every row is in `rows` or in `excluded`. `titles` are the
    rows of text above the header, nearest last.
    """

    workbook: str
    sheet: Sheet
    layout: Layout
    header_rows: tuple[int, ...]
    columns: tuple[MappedColumn, ...]
    unmapped: tuple[tuple[int, str], ...]
    rows: tuple[TableRow, ...]
    excluded: tuple[Excluded, ...]
    titles: tuple[tuple[int, str], ...] = ()

    def cell(self, row: int, column: int) -> Cell:
        return Cell(self.workbook, self.sheet.name, row, column)

    def heading(self, column: int) -> Cell:
        """The cell that shows the lowest words over a column.

        Of merged cells only the top left one shows anything, and can be typed into.
        """
        for row in reversed(self.header_rows):
            if self.sheet.at(row, column) is not None:
                return self.cell(row, column)
            for span in self.sheet.merged:
                if span.top <= row <= span.bottom and span.left <= column <= span.right:
                    return self.cell(span.top, span.left)
        return self.cell(self.header_rows[-1], column)

    def has(self, key: str) -> bool:
        """Whether a field has a column of its own."""
        return any(key == m.column.field or key in m.column.also for m in self.columns)


@dataclass(frozen=True, slots=True, eq=False)
class Record:
    """One record, normalized; it remembers the cell of every value.

    `places` maps a field to its (row, column); `typed` to what the user typed. `part` counts
    from 1 where several petitions stand in one cell, and is 0 otherwise. `suspected` is the code
    of the kind that its words hint at, a complaint or a denunciation, until a person has decided.
    """

    table: Table
    row: int
    values: Mapping[str, Value]
    places: Mapping[str, tuple[int, int]]
    typed: Mapping[str, str] = dataclass_field(default_factory=dict)
    part: int = 0
    suspected: str = ""

    @property
    def entity(self) -> str:
        return self.table.layout.key

    def __getitem__(self, key: str) -> Value:
        return self.values.get(key)

    def text(self, key: str) -> str:
        """A value as text; empty if it is blank."""
        value = self.values.get(key)
        return value if isinstance(value, str) else ""

    def cell(self, key: str) -> Cell:
        """Where a field stands; where it would stand if it is blank."""
        row, column = self.places.get(key) or (self.row, self._column(key))
        return self.table.cell(row, column)

    def _column(self, key: str) -> int:
        for mapped in self.table.columns:
            if mapped.column.field == key or key in mapped.column.also:
                return mapped.number
        return self.table.columns[0].number if self.table.columns else 1
