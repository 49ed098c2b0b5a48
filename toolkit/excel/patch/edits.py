"""What is to be changed in a workbook: plain data, the same for a file and for an open book."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from toolkit.excel.facts import Address

Content = str | int | float | date | None
"""What a cell is to hold; None empties it. Text stays text, whatever it begins with."""


@dataclass(frozen=True, slots=True)
class SheetEdits:
    """The changes of one sheet, by row and column from 1.

    `fills` are colours (RRGGBB), `notes` texts to be added to whatever note stands there,
    `appended` rows to be added below the last row that holds something, by column. They look like
    row `like`, or like the last one if that is 0.
    """

    values: Mapping[Address, Content] = field(default_factory=dict)
    fills: Mapping[Address, str] = field(default_factory=dict)
    notes: Mapping[Address, str] = field(default_factory=dict)
    appended: Sequence[Mapping[int, Content]] = ()
    like: int = 0


@dataclass(frozen=True, slots=True)
class NewSheet:
    """A plain sheet to be added at the end: the first row is its header.

    `links` lead from cells to other cells of the workbook, as Excel writes them
    (`'Trang 1'!B7`). A hidden one cannot be shown from Excel's menus.
    """

    title: str
    rows: Sequence[Sequence[Content]]
    widths: Sequence[float] = ()
    links: Mapping[Address, str] = field(default_factory=dict)
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Edits:
    """The changes of one workbook, by the titles of its sheets."""

    sheets: Mapping[str, SheetEdits] = field(default_factory=dict)
    added: Sequence[NewSheet] = ()
