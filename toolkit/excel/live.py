"""The workbook that people have open in Excel: read with what is not saved yet, marked, filled in.

Only xlwings' public functions are used, so that any engine of it will do. Where xlwings or Excel
is not there, nothing is found, and whoever asked goes on with files.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toolkit.excel.biff import ERROR_VALUES
from toolkit.excel.facts import Address
from toolkit.excel.painted import NO_COLOUR, Mark, painted
from toolkit.excel.patch.edits import Content, Edits, NewSheet, SheetEdits
from toolkit.model import Raw, Sheet, Span, Workbook

if TYPE_CHECKING:
    import xlwings


def find(path: Path) -> "LiveBook | None":
    """The open workbook of a path; None if it is not open, or Excel cannot be talked to."""
    try:
        import xlwings  # noqa: PLC0415 — an extra, and slow to import
    except ImportError:
        return None
    with suppress(Exception):  # whatever COM says: then there is no Excel to talk to
        for app in xlwings.apps:
            for book in app.books:
                if Path(book.fullname) == path:
                    return LiveBook(book)
    return None


@dataclass(frozen=True, slots=True)
class LiveBook:
    """A workbook as it is open now."""

    book: "xlwings.Book"

    def read(self) -> Workbook:
        """All its sheets, as `excel.read` would give them if it were saved now."""
        return Workbook(self.book.name, tuple(_sheet(sheet) for sheet in self.book.sheets))

    def unmark(self) -> None:
        """Take all marks of earlier runs away; what people have written and painted stays."""
        for sheet in self.book.sheets:
            for note in tuple(sheet.notes):
                found = painted(note.text)
                if found is None:
                    continue
                cell = note.location
                if _colour(cell) == found.colour:
                    cell.color = None if found.before == NO_COLOUR else f"#{found.before}"
                note.delete()
                if found.theirs:
                    cell.add_note(found.theirs)

    def mark(self, marks: Sequence[Mark]) -> None:
        """Show these marks, and none of earlier runs."""
        self.unmark()
        for mark in marks:
            cell = self.book.sheets[mark.sheet].range(mark.place)
            theirs = ""
            if cell.note is not None:
                theirs = cell.note.text
                cell.note.delete()
            cell.add_note(mark.note(_colour(cell), theirs))
            cell.color = f"#{mark.colour}"

    def put(self, sheet: str, values: Mapping[Address, Content]) -> None:
        """Put values into cells, row and column from 1. Excel keeps all else as it is.

        A text stays a text, whatever it looks like.
        """
        for place, value in values.items():
            cell = self.book.sheets[sheet].range(place)
            if isinstance(value, str):
                cell.number_format = "@"
            cell.value = value

    def apply(self, edits: Edits) -> None:
        """Change what is to be changed, as `excel.patch` changes a file.

        Excel itself keeps all else: filters, colours, formulas, columns of people's own.
        """
        for title, wanted in edits.sheets.items():
            self.put(title, wanted.values)
            sheet = self.book.sheets[title]
            for place, colour in wanted.fills.items():
                sheet.range(place).color = f"#{colour}"
            for place, text in wanted.notes.items():
                _add_note(sheet.range(place), text)
            self._append(title, wanted)
        for added in edits.added:
            self._add(added)

    def _append(self, title: str, wanted: SheetEdits) -> None:
        """Rows below the last one that holds something, each a copy of a row that is there."""
        sheet = self.book.sheets[title]
        used = len(_sheet(sheet).rows)
        width = sheet.used_range.last_cell.column
        like = wanted.like or used
        for number, row in enumerate(wanted.appended, start=used + 1):
            line = sheet.range((number, 1), (number, width))
            sheet.range((like, 1), (like, width)).copy(line)
            line.clear_contents()
            self.put(title, {(number, column): value for column, value in row.items()})

    def _add(self, added: NewSheet) -> None:
        """A new sheet at the end; one of that name that is there already stays."""
        if added.title in [sheet.name for sheet in self.book.sheets]:
            return
        self.book.sheets.add(added.title, after=self.book.sheets[-1])
        places = {
            (row, column): value
            for row, cells in enumerate(added.rows, start=1)
            for column, value in enumerate(cells, start=1)
        }
        self.put(added.title, places)


def _add_note(cell: "xlwings.Range", text: str) -> None:
    """A text below the note of a cell, or a note of its own."""
    theirs = ""
    if cell.note is not None:
        theirs = f"{cell.note.text}\n\n"
        cell.note.delete()
    cell.add_note(theirs + text)


def _sheet(sheet: "xlwings.Sheet") -> Sheet:
    used = sheet.used_range.last_cell
    area = sheet.range((1, 1), (used.row, used.column))
    grid = area.options(ndim=2, err_to_str=True).value
    errors = {
        (row, column): value
        for row, cells in enumerate(grid, start=1)
        for column, value in enumerate(cells, start=1)
        if isinstance(value, str) and value in ERROR_VALUES.values()
    }
    rows = tuple(_row(cells, row, errors) for row, cells in enumerate(grid, start=1))
    filled = max((number for number, row in enumerate(rows, start=1) if row), default=0)
    merged = tuple(dict.fromkeys(_merged(area, rows[:filled])))
    return Sheet(sheet.name, rows[:filled], merged=merged, hidden=not sheet.visible, errors=errors)


def _row(cells: Sequence[Any], number: int, errors: Mapping[Address, str]) -> tuple[Raw, ...]:
    """A row as files give it, up to its last filled cell."""
    values = [
        None if (number, column) in errors else _raw(value)
        for column, value in enumerate(cells, start=1)
    ]
    while values and values[-1] is None:
        values.pop()
    return tuple(values)


def _raw(value: Any) -> Raw:
    """A value as files give it: whole numbers are int, moments at midnight are days."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, datetime) and value.time() == time():
        return value.date()
    return value or None if isinstance(value, str) else value


def _merged(area: "xlwings.Range", rows: Sequence[tuple[Raw, ...]]) -> Iterator[Span]:
    """The merged ranges that begin in a filled cell."""
    for number, row in enumerate(rows, start=1):
        if area.rows[number - 1].merge_cells is False:
            continue
        for column, value in enumerate(row, start=1):
            if value is not None:
                found = area[number - 1, column - 1].merge_area
                height, width = found.shape
                if height * width > 1:
                    yield Span(number, column, number + height - 1, column + width - 1)


def _colour(cell: "xlwings.Range") -> str:
    """The colour of a cell as RRGGBB; the sign for none if it has none."""
    colour = cell.color
    return NO_COLOUR if colour is None else "{:02X}{:02X}{:02X}".format(*colour)
