"""What the records of an .xls tell beside the values: errors, hidden rows, formats, links.

A record is a number and a length, two bytes each, and its content. Source: [MS-XLS].
"""

import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from toolkit.excel.facts import Address, Facts, pads_with_zeros, require_room
from toolkit.excel.gate import require_few_sheets, require_near
from toolkit.excel.tokens import XLS, sheet_references
from toolkit.limits import Limits

ERROR_VALUES: Mapping[int, str] = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}

_BEGIN, _EOF = 0x809, 0x0A
_THIS_BOOK, _ADD_IN = b"\x01\x04", b"\x01\x3a"
_LAST_ROW = 65_536
_HIDDEN_ROW, _HIDDEN_COLUMN = 0x20, 0x01
_NO_NUMBER = b"\xff\xff"
_IS_ERROR = 2
_FILEPASS = 0x2F
_TEXTS = 0xFC


def is_encrypted(stream: bytes) -> bool:
    """Whether a password is needed for the records."""
    return any(number == _FILEPASS for number, _ in _records(stream, 0))


def scan(stream: bytes, name: str, limits: Limits) -> tuple[Facts, ...]:
    """The facts of every sheet, in the order of the workbook.

    Raises:
        InputError: A cell lies farther off than any cell of an .xls can.
        ValueError: The area of a sheet, or the number of its texts, is impossible.
        struct.error: A record is shorter than it must be.
    """
    book = _Book()
    for number, content in _records(stream, 0):
        if number == _TEXTS:
            require_room(struct.unpack_from("<4xi", content)[0], len(stream))
        if read := _ABOUT_THE_BOOK.get(number):
            read(book, content)
    require_few_sheets(len(book.sheets), name, limits)
    formats = {
        style: book.formats[number]
        for style, number in enumerate(book.styles)
        if number in book.formats
    }
    return tuple(
        _facts(stream, start, _Sheet(title, formats, book.external()), name, limits)
        for start, title in book.sheets
    )


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records from one BEGIN to its EOF, without those of charts inside."""
    depth = 0
    while at + 4 <= len(stream):
        number, size = struct.unpack_from("<HH", stream, at)
        at += 4
        depth += (number == _BEGIN) - (number == _EOF)
        if depth <= 0:
            return
        if depth == 1:
            yield number, stream[at : at + size]
        at += size


@dataclass(slots=True)
class _Book:
    """What the records at the beginning say about the whole workbook.

    `sheets` are where each begins, and its title. `formats` are only those with leading zeros,
    `styles` gives the format of each style. `is_other` tells of each workbook referred to
    whether it is another one, `references` gives the workbook of each sheet reference.
    """

    sheets: list[tuple[int, str]] = field(default_factory=list)
    formats: dict[int, str] = field(default_factory=dict)
    styles: list[int] = field(default_factory=list)
    is_other: list[bool] = field(default_factory=list)
    references: list[int] = field(default_factory=list)

    def add_sheet(self, content: bytes) -> None:
        start, letters, flags = struct.unpack_from("<I2xBB", content)
        self.sheets.append((start, _letters(content[8:], letters, flags)))

    def add_format(self, content: bytes) -> None:
        (number,) = struct.unpack_from("<H", content)
        number_format = _text(content[2:])
        if pads_with_zeros(number_format):
            self.formats[number] = number_format

    def add_style(self, content: bytes) -> None:
        self.styles += struct.unpack_from("<2xH", content)

    def add_workbook(self, content: bytes) -> None:
        self.is_other.append(content[2:4] not in {_THIS_BOOK, _ADD_IN})

    def add_references(self, content: bytes) -> None:
        whole = len(content) - (len(content) - 2) % 6
        self.references += (book for book, _, _ in struct.iter_unpack("<3H", content[2:whole]))

    def external(self) -> frozenset[int]:
        """The sheet references that lead to other workbooks."""
        others = {number for number, other in enumerate(self.is_other) if other}
        return frozenset(n for n, book in enumerate(self.references) if book in others)


_ABOUT_THE_BOOK: Mapping[int, Callable[[_Book, bytes], None]] = {
    0x17: _Book.add_references,
    0x85: _Book.add_sheet,
    0xE0: _Book.add_style,
    0x1AE: _Book.add_workbook,
    0x41E: _Book.add_format,
}


def _text(content: bytes) -> str:
    """A text with its length before it, as Excel 97 and later store it."""
    letters, flags = struct.unpack_from("<HB", content)
    return _letters(content[3:], letters, flags)


def _letters(content: bytes, count: int, flags: int) -> str:
    encoding, size = ("utf-16-le", 2) if flags & 1 else ("latin-1", 1)
    return content[: count * size].decode(encoding, errors="replace")


def _facts(stream: bytes, start: int, sheet: "_Sheet", name: str, limits: Limits) -> Facts:
    for number, content in _records(stream, start):
        if read := _ABOUT_A_SHEET.get(number):
            read(sheet, content)
    require_near(sheet.title, sheet.bottom, sheet.right, name, limits)
    return sheet.facts


@dataclass(slots=True)
class _Sheet:
    """The facts of one sheet, as its records add to them. Rows and columns count from 1."""

    title: str
    formats: Mapping[int, str]
    external: frozenset[int]
    facts: Facts = field(default_factory=Facts)
    bottom: int = 0
    right: int = 0

    def check_dimensions(self, content: bytes) -> None:
        """Refuse an area that ends before it begins: a reader would set aside endless memory.

        Raises:
            ValueError: It does.
        """
        top, bottom, left, right = struct.unpack_from("<IIHH", content)
        if top > bottom or left > right or bottom > _LAST_ROW:
            raise ValueError("impossible dimensions")

    def add_row(self, content: bytes) -> None:
        row, flags = struct.unpack_from("<H10xI", content)
        if flags & _HIDDEN_ROW:
            self.facts.hidden_rows.add(row + 1)

    def add_columns(self, content: bytes) -> None:
        first, last, flags = struct.unpack_from("<HH4xH", content)
        if flags & _HIDDEN_COLUMN:
            self.facts.hidden_columns.update(range(first + 1, last + 2))

    def add_cell(self, content: bytes) -> None:
        """A text, a number or a truth value."""
        self._at(*struct.unpack_from("<HHH", content))

    def add_error(self, content: bytes) -> None:
        row, column, style, value, is_error = struct.unpack_from("<HHHBB", content)
        at = self._at(row, column, style)
        if is_error:
            self.facts.errors[at] = error_value(value)

    def add_numbers(self, content: bytes) -> None:
        row, column = struct.unpack_from("<HH", content)
        whole = len(content) - (len(content) - 6) % 6 - 2
        for style, _ in struct.iter_unpack("<HI", content[4:whole]):
            self._at(row, column, style)
            column += 1

    def add_formula(self, content: bytes) -> None:
        row, column, style, result, size = struct.unpack_from("<HHH8s6xH", content)
        at = self._at(row, column, style)
        if result[6:] == _NO_NUMBER and result[0] == _IS_ERROR:
            self.facts.errors[at] = error_value(result[2])
        if self.external and not self.external.isdisjoint(
            sheet_references(content[22 : 22 + size], XLS)
        ):
            self.facts.external.add(at)

    def _at(self, row: int, column: int, style: int) -> Address:
        """Where a filled cell stands. Its format is noted."""
        at = (row + 1, column + 1)
        self.facts.filled += 1
        self.bottom, self.right = max(self.bottom, row + 1), max(self.right, column + 1)
        if style in self.formats:
            self.facts.formats[at] = self.formats[style]
        return at


_ABOUT_A_SHEET: Mapping[int, Callable[[_Sheet, bytes], None]] = {
    0x06: _Sheet.add_formula,
    0x7D: _Sheet.add_columns,
    0xBD: _Sheet.add_numbers,
    0xD6: _Sheet.add_cell,
    0xFD: _Sheet.add_cell,
    0x200: _Sheet.check_dimensions,
    0x203: _Sheet.add_cell,
    0x204: _Sheet.add_cell,
    0x205: _Sheet.add_error,
    0x208: _Sheet.add_row,
    0x27E: _Sheet.add_cell,
}


def error_value(number: int) -> str:
    """An error value as the user sees it; one that is not known still shows as an error."""
    return ERROR_VALUES.get(number, f"#ERROR {number}")
