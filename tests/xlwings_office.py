"""An engine of xlwings over a LibreOffice that runs: another program holds the workbook.

As `tests.xlwings_openpyxl`, with the cells in LibreOffice (UNO).
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import xlwings
from xlwings import utils

from tests import xlwings_openpyxl as base
from tests.live_office import DELIVER_OWNERSHIP, Office

NO_COLOUR = -1
A_TEXT, A_DAY = 2, 2
"""Of com.sun.star.sheet.FormulaResult, and of com.sun.star.util.NumberFormat."""
CONTENTS = 1 | 2 | 4 | 16
"""Of com.sun.star.sheet.CellFlags: numbers, days, texts, formulas."""
FIRST_DAY = datetime(1899, 12, 30)


class Engine(base.Engine):
    """The engine; `office` is the LibreOffice that it talks to."""

    name = "office"

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self.apps.app.books = Books(self.apps.app)


class Books(base.Books):
    """What is open there."""

    def open(self, fullname: str) -> Any:
        self.opened.append(Book(self, fullname))
        return self.opened[-1]


class Book(base.Book):
    """A workbook of LibreOffice."""

    def __init__(self, books: Books, fullname: str) -> None:
        self.books, self.app, self.fullname = books, books.app, fullname
        self.name = Path(fullname).name
        self.api = books.app.engine.office.open(Path(fullname))
        self.sheets = Sheets(self)

    def save(self, path: str | None = None, password: str | None = None) -> None:  # noqa: ARG002
        self.api.store()

    def close(self) -> None:
        self.api.close(DELIVER_OWNERSHIP)
        super().close()


class Sheets(base.Sheets):
    """Its sheets."""

    def __call__(self, key: str | int) -> "Sheet":
        sheets = self.book.api.Sheets
        found = sheets.getByName(key) if isinstance(key, str) else sheets.getByIndex(key - 1)
        return Sheet(self.book, found)

    def __len__(self) -> int:
        return int(self.book.api.Sheets.Count)

    def __iter__(self) -> Iterator["Sheet"]:
        return (self(number) for number in range(1, len(self) + 1))

    def add(self, before: Any = None, after: Any = None, name: Any = None) -> "Sheet":  # noqa: ARG002
        self.book.api.Sheets.insertNewByName(name, len(self))
        return self(name)


class Sheet(base.Sheet):
    """A sheet."""

    @property
    def name(self) -> str:
        return str(self.api.Name)

    @property
    def visible(self) -> bool:
        return bool(self.api.IsVisible)

    @property
    def used_range(self) -> "Range":
        cursor = self.api.createCursor()
        cursor.gotoEndOfUsedArea(False)  # noqa: FBT003 — UNO knows no names
        end = cursor.RangeAddress
        return self._range(1, 1, end.EndRow + 1, end.EndColumn + 1)

    @property
    def notes(self) -> list[Any]:
        notes = self.api.Annotations
        places = [notes.getByIndex(number).Position for number in range(notes.Count)]
        return [Note(self._range(place.Row + 1, place.Column + 1, 1, 1)) for place in places]

    def _range(self, row: int, column: int, height: int, width: int) -> "Range":
        return Range(self, row, column, (height, width))


class Range(base.Range):
    """A rectangle of cells."""

    @property
    def raw_value(self) -> list[list[object]]:
        formats = self.sheet.book.api.NumberFormats
        return [[_value(cell, formats) for cell in row] for row in self._cells()]

    @raw_value.setter
    def raw_value(self, value: Any) -> None:
        value = value[0][0] if isinstance(value, list | tuple) else value
        if isinstance(value, str):
            self._first().String = value
        else:
            self._first().Value = value

    def copy(self, destination: Any) -> None:
        self.api.copyRange(destination.impl._first().CellAddress, self._area().RangeAddress)

    def clear_contents(self) -> None:
        self._area().clearContents(CONTENTS)

    @property
    def merge_cells(self) -> bool | None:
        counted = [cell.IsMerged for row in self._cells() for cell in row]
        return None if any(counted) and not all(counted) else any(counted)

    @property
    def merge_area(self) -> "Range":
        cursor = self.api.createCursorByRange(self._first())
        cursor.collapseToMergedArea()
        end = cursor.RangeAddress
        shape = (end.EndRow - end.StartRow + 1, end.EndColumn - end.StartColumn + 1)
        return Range(self.sheet, end.StartRow + 1, end.StartColumn + 1, shape)

    @property
    def number_format(self) -> str:
        formats = self.sheet.book.api.NumberFormats
        return str(formats.getByKey(self._first().NumberFormat).FormatString)

    @number_format.setter
    def number_format(self, value: str) -> None:
        api = self.sheet.book.api
        key = api.NumberFormats.queryKey(value, api.CharLocale, False)  # noqa: FBT003
        self._first().NumberFormat = key

    @property
    def color(self) -> tuple[int, int, int] | None:
        colour = self._first().CellBackColor
        return None if colour == NO_COLOUR else (colour >> 16, colour >> 8 & 255, colour & 255)

    @color.setter
    def color(self, value: Any) -> None:
        if isinstance(value, str):
            value = utils.hex_to_rgb(value)
        self._first().CellBackColor = (
            (value[0] << 16) + (value[1] << 8) + value[2] if value else NO_COLOUR
        )

    @property
    def note(self) -> Any:
        return Note(self) if self._first().Annotation.String else None

    def add_note(self, text: str) -> Any:
        self.api.Annotations.insertNew(self._first().CellAddress, text)
        return Note(self)

    def _first(self) -> Any:
        return self.api.getCellByPosition(self.column - 1, self.row - 1)

    def _area(self) -> Any:
        bottom, right = self.row + self.shape[0] - 2, self.column + self.shape[1] - 2
        return self.api.getCellRangeByPosition(self.column - 1, self.row - 1, right, bottom)

    def _cells(self) -> Iterator[tuple[Any, ...]]:
        for row in range(self.row - 1, self.row + self.shape[0] - 1):
            columns = range(self.column - 1, self.column + self.shape[1] - 1)
            yield tuple(self.api.getCellByPosition(column, row) for column in columns)


class Note(base.Note):
    """The note of a cell."""

    def __init__(self, location: Range) -> None:
        self.location = location
        self.api = location._first()

    @property
    def text(self) -> str:
        return str(self.api.Annotation.String)

    def delete(self) -> None:
        notes = self.location.api.Annotations
        for number in range(notes.Count):
            place = notes.getByIndex(number).Position
            if (place.Row + 1, place.Column + 1) == (self.location.row, self.location.column):
                notes.removeByIndex(number)
                return


def _value(cell: Any, formats: Any) -> object:
    """What Excel would tell: a number that is shown as a day is a moment."""
    if cell.getError() or cell.Type.value not in {"VALUE", "FORMULA"}:
        return cell.String or None
    if cell.Type.value == "FORMULA" and cell.FormulaResultType2 == A_TEXT:
        return cell.String
    if formats.getByKey(cell.NumberFormat).Type & A_DAY:
        return FIRST_DAY + timedelta(days=cell.Value)
    return cell.Value


def activate(office: Office) -> Engine:
    """Register the engine with xlwings as the one in use."""
    engine = Engine(office)
    xlwings.engines.add(xlwings.Engine(impl=engine))
    xlwings.engines[engine.name].activate()
    return engine
