"""An engine of xlwings over openpyxl: what Excel holds in memory, without Excel.

Written from the interface that xlwings publishes (`xlwings.base_classes`); it has what
`toolkit.excel.live` uses, and nothing else.
"""

from collections.abc import Callable, Iterator, Sequence
from copy import copy
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import xlwings
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet
from xlwings import base_classes, utils


class Engine:
    """What xlwings asks of an engine beside the objects: how values go in and out."""

    name = "openpyxl"
    type = "desktop"

    def __init__(self) -> None:
        self.apps = Apps(self)

    @staticmethod
    def prepare_xl_data_element(value: object, _options: object) -> object:
        return None if value == "" else value

    @staticmethod
    def clean_value_data(
        data: Sequence[Sequence[Any]],
        datetime_builder: Callable[..., object],
        empty_as: object,
        number_builder: Callable[[float], object] | None,
        err_to_str: bool,  # noqa: FBT001 — as xlwings calls it
    ) -> list[list[object]]:
        """Numbers come as float, days as moments, error values as None unless they are wanted."""

        def cleaned(value: Any) -> object:
            if value is None:
                return empty_as
            if isinstance(value, bool):
                return value
            if isinstance(value, int | float):
                return number_builder(value) if number_builder else float(value)
            if isinstance(value, date):
                moment = value if isinstance(value, datetime) else datetime(*value.timetuple()[:3])
                return datetime_builder(
                    year=moment.year, month=moment.month, day=moment.day, hour=moment.hour,
                    minute=moment.minute, second=moment.second, microsecond=moment.microsecond,
                    tzinfo=None,
                )  # fmt: skip
            is_error = isinstance(value, str) and value.startswith("#") and not err_to_str
            return None if is_error else value

        return [[cleaned(value) for value in row] for row in data]


class Apps(base_classes.Apps):  # type: ignore[misc]  # xlwings may be missing where mypy runs
    """One application."""

    def __init__(self, engine: Engine) -> None:
        self.app = App(engine)

    def __iter__(self) -> Iterator["App"]:
        return iter([self.app])

    def __len__(self) -> int:
        return 1


class App(base_classes.App):  # type: ignore[misc]
    """The application."""

    engine: Any = None
    books: Any = None
    pid = 1

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.books = Books(self)


class Books(base_classes.Books):  # type: ignore[misc]
    """What is open."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.opened: list[Any] = []

    def __iter__(self) -> Iterator[Any]:
        return iter(self.opened)

    def __len__(self) -> int:
        return len(self.opened)

    def open(self, fullname: str) -> Any:
        self.opened.append(Book(self, fullname))
        return self.opened[-1]


class Book(base_classes.Book):  # type: ignore[misc]
    """A workbook in memory."""

    app: Any = None
    sheets: Any = None
    name: Any = None
    fullname: Any = None
    api: Any = None

    def __init__(self, books: Books, fullname: str) -> None:
        self.books, self.app, self.fullname = books, books.app, fullname
        self.name = Path(fullname).name
        self.api = openpyxl.load_workbook(fullname, keep_vba=fullname.endswith("m"))
        self.sheets = Sheets(self)

    def save(self, path: str | None = None, password: str | None = None) -> None:  # noqa: ARG002
        self.api.save(path or self.fullname)

    def close(self) -> None:
        self.books.opened.remove(self)


class Sheets(base_classes.Sheets):  # type: ignore[misc]
    """The sheets of a workbook."""

    api: Any = None

    def __init__(self, book: Book) -> None:
        self.book = self.api = book

    def __call__(self, key: str | int) -> "Sheet":
        sheets = self.book.api
        return Sheet(
            self.book, sheets[key] if isinstance(key, str) else sheets.worksheets[key - 1]
        )

    def __len__(self) -> int:
        return len(self.book.api.worksheets)

    def __iter__(self) -> Iterator["Sheet"]:
        return (Sheet(self.book, sheet) for sheet in self.book.api.worksheets)

    def add(self, before: Any = None, after: Any = None, name: Any = None) -> "Sheet":  # noqa: ARG002
        return Sheet(self.book, self.book.api.create_sheet(name))


class Sheet(base_classes.Sheet):  # type: ignore[misc]
    """A sheet."""

    book: Any = None
    api: Any = None

    def __init__(self, book: Book, api: Worksheet) -> None:
        self.book, self.api = book, api

    @property
    def name(self) -> str:
        return str(self.api.title)

    @property
    def visible(self) -> bool:
        return bool(self.api.sheet_state == "visible")

    @property
    def used_range(self) -> "Range":
        return self._range(1, 1, self.api.max_row, self.api.max_column)

    @property
    def notes(self) -> list["Note"]:
        return [
            Note(self._range(cell.row, cell.column, 1, 1))
            for row in self.api.iter_rows()
            for cell in row
            if cell.comment
        ]

    def range(self, arg1: Any, arg2: Any = None) -> "Range":
        if isinstance(arg1, Range):
            last = arg2 or arg1
            end = (last.row + last.shape[0] - 1, last.column + last.shape[1] - 1)
            arg1, arg2 = (arg1.row, arg1.column), end
        elif len(arg1) == len(("row", "column", "height", "width")):
            return self._range(*arg1)
        (top, left), (bottom, right) = arg1, arg2 or arg1
        return self._range(top, left, bottom - top + 1, right - left + 1)

    def _range(self, row: int, column: int, height: int, width: int) -> "Range":
        return Range(self, row, column, (height, width))


class Range(base_classes.Range):  # type: ignore[misc]
    """A rectangle of cells."""

    sheet: Any = None
    row: Any = None
    column: Any = None
    shape: Any = None
    api: Any = None

    def __init__(self, sheet: Any, row: int, column: int, shape: tuple[int, int]) -> None:
        self.sheet, self.row, self.column, self.shape = sheet, row, column, shape
        self.api = sheet.api

    def __len__(self) -> int:
        return int(self.shape[0] * self.shape[1])

    def __call__(self, row: int, column: int | None = None) -> "Range":
        if column is None:
            row, column = (row - 1) // self.shape[1] + 1, (row - 1) % self.shape[1] + 1
        return type(self)(self.sheet, self.row + row - 1, self.column + column - 1, (1, 1))

    @property
    def coords(self) -> tuple[object, ...]:
        return self.sheet.name, self.row, self.column, *self.shape

    @property
    def raw_value(self) -> list[list[object]]:
        return [[cell.value for cell in row] for row in self._cells()]

    @raw_value.setter
    def raw_value(self, value: Any) -> None:
        self._first().value = value[0][0] if isinstance(value, list | tuple) else value

    def copy(self, destination: Any) -> None:
        source, target = next(self._cells()), next(destination.impl._cells())
        for theirs, ours in zip(source, target, strict=True):
            ours.value, ours._style = theirs.value, copy(theirs._style)

    def clear_contents(self) -> None:
        for row in self._cells():
            for cell in row:
                cell.value = None

    @property
    def merge_cells(self) -> bool | None:
        count = sum(self._merged(cell) is not None for row in self._cells() for cell in row)
        return None if 0 < count < len(self) else bool(count)

    @property
    def merge_area(self) -> "Range":
        found = self._merged(self._first())
        if found is None:
            return self
        shape = (found.max_row - found.min_row + 1, found.max_col - found.min_col + 1)
        return Range(self.sheet, found.min_row, found.min_col, shape)

    @property
    def number_format(self) -> str:
        return str(self._first().number_format)

    @number_format.setter
    def number_format(self, value: str) -> None:
        self._first().number_format = value

    @property
    def color(self) -> tuple[int, int, int] | None:
        fill = self._first().fill
        is_solid = fill.fill_type == "solid" and isinstance(fill.fgColor.rgb, str)
        return utils.hex_to_rgb(fill.fgColor.rgb[-6:]) if is_solid else None

    @color.setter
    def color(self, value: Any) -> None:
        if isinstance(value, str):
            value = utils.hex_to_rgb(value)
        rgb = value and "{:02X}{:02X}{:02X}".format(*value)
        self._first().fill = PatternFill("solid", fgColor=rgb) if rgb else PatternFill()

    @property
    def note(self) -> "Note | None":
        return Note(self) if self._first().comment else None

    def add_note(self, text: str) -> "Note":
        self._first().comment = Comment(text, "test")
        return Note(self)

    def _first(self) -> Any:
        return self.api.cell(self.row, self.column)

    def _cells(self) -> Iterator[tuple[Any, ...]]:
        last = (self.row + self.shape[0] - 1, self.column + self.shape[1] - 1)
        yield from self.api.iter_rows(self.row, last[0], self.column, last[1])

    def _merged(self, cell: Cell) -> Any:
        ranges = self.api.merged_cells.ranges
        return next((found for found in ranges if cell.coordinate in found), None)


class Note(base_classes.Note):  # type: ignore[misc]
    """The note of a cell."""

    api: Any = None
    location: Any = None

    def __init__(self, location: Range) -> None:
        self.location = location
        self.api = location.api.cell(location.row, location.column)

    @property
    def text(self) -> str:
        return str(self.api.comment.text)

    def delete(self) -> None:
        self.api.comment = None


def activate() -> Engine:
    """Register the engine with xlwings as the one in use."""
    engine = Engine()
    xlwings.engines.add(xlwings.Engine(impl=engine))
    xlwings.engines[engine.name].activate()
    return engine
