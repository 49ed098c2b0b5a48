"""What is written: workbooks, as they are to look."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from toolkit.model.dossiers import Meeting


@dataclass(frozen=True, slots=True)
class Formula:
    """A figure that a spreadsheet program recounts, with the value it must come to.

    In `text`, `{row}` is the row it is written to, `{first}` and `{last}` the first and last
    data row of its table, `{total}` the total row. Register columns are named ranges.
    """

    text: str
    value: int | float | str


@dataclass(frozen=True, slots=True)
class SourceLink:
    """A text that opens the cell of a workbook when clicked; `None` path: this workbook."""

    text: str
    path: str | None
    sheet: str
    cell: str


ReportCell: TypeAlias = str | int | float | date | Formula | SourceLink | None


class Look(StrEnum):
    """How the cells of a report column are shown."""

    TEXT = "text"
    CENTER = "center"
    INTEGER = "integer"
    PERCENT = "percent"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class ChoicesBy:
    """Drop-down lists of which the cell in another column of the row says the one to offer.

    That column counts from 0 in its table. Other texts may be typed, too.
    """

    column: int
    lists: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ReportColumn:
    """A column of a report: header, or parent and child header; width in characters.

    `name` makes the data of this column a named range that formulas refer to. `choices` makes
    a drop-down list, `choices_by` one that differs from row to row. `printed` is False for
    columns that stay off the paper. `locked` ones refuse what is typed, and stay so in a sheet
    that is protected. `hint` is a note on the header: how to fill in the column.
    """

    header: tuple[str, ...]
    width: float
    look: Look = Look.TEXT
    name: str | None = None
    choices: tuple[str, ...] = ()
    choices_by: ChoicesBy | None = None
    printed: bool = True
    locked: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A title row inside a report table, over all its columns."""

    title: str
    page_break: bool = False


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A table to be written: what it says, not how it looks.

    `rows` hold one cell per column, or a section title. `total` is the last row. `empty` is
    the sentence that stands there when there are no rows.
    """

    columns: tuple[ReportColumn, ...]
    rows: Sequence[tuple[ReportCell, ...] | Section]
    total: tuple[ReportCell, ...] | None = None
    empty: str = ""
    caption: str = ""
    numbered: bool = False


class ChartKind(StrEnum):
    """How figures are drawn."""

    BAR = "bar"
    PIE = "pie"
    STACKED = "stacked"


@dataclass(frozen=True, slots=True)
class Chart:
    """Figures of one table of the same sheet: a column of names and columns of numbers."""

    kind: ChartKind
    title: str
    table: int
    names: int
    figures: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Button:
    """A button on a sheet: what stands on it, and the macro that it starts."""

    caption: str
    macro: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A small table that is drawn, not typed: it shows how to fill in, and is never read as data.

    `rows` are as people see them, the header first. `blamed` are the cells, by row and column
    from 0, that are wrong; none in a picture of how it is right.
    """

    caption: str
    rows: tuple[tuple[str, ...], ...]
    blamed: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class ReportSheet:
    """One sheet: its title, its tables from top to bottom, its charts and pictures.

    In a `protected` one only what stands below the headers can be typed into, without a password.
    """

    name: str
    title: str
    tables: tuple[ReportTable, ...]
    subtitle: str = ""
    notes: tuple[str, ...] = ()
    charts: tuple[Chart, ...] = ()
    landscape: bool = True
    one_page: bool = False
    letterhead: bool = True
    signature: bool = True
    filtered: bool = False
    protected: bool = False
    """Headers and `locked` columns refuse what is typed; there is no password."""
    hidden: bool = False
    buttons: tuple[Button, ...] = ()
    pictures: tuple[Picture, ...] = ()
    colors: Mapping[str, str] = dataclass_field(default_factory=dict)
    """In the tables of this sheet, rows whose cells say the key get the colour of that name:
    red, yellow, green, grey."""


@dataclass(frozen=True, slots=True)
class Signers:
    """Who signs the sheets of a report; empty where it is to be filled in by hand."""

    prepared_by: str = ""
    name: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class ReportBook:
    """A workbook to be written. `kind` is kept in it, so that it is known again as our own."""

    kind: str
    title: str
    meeting: Meeting
    made_on: date
    sheets: tuple[ReportSheet, ...]
    language: str = "vi"
    signers: Signers = Signers()
