"""What the records of an .xlsb tell beside the values. Source: [MS-XLSB].

A record is a number of one or two bytes, a length of one to four, and its content.
"""

import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from toolkit.excel.biff import error_value
from toolkit.excel.facts import LAST_COLUMN, Address, Facts, pads_with_zeros, require_room
from toolkit.excel.gate import require_few_sheets, require_near
from toolkit.excel.package import Package, main_part, part_of_kind, relations
from toolkit.excel.tokens import XLSB, sheet_references
from toolkit.model import Span

_HIDDEN_ROW, _HIDDEN_COLUMN, _STYLE = 0x10, 0x01, 0xFFFFFF
_FORMAT, _CELL_STYLE = 44, 47
_BEGIN_TEXTS = 159
_BEGIN_CELL_STYLES, _END_CELL_STYLES = 617, 618


def scan(package: Package) -> tuple[Facts, ...]:
    """The facts of every sheet, in the order of the workbook; none of chart sheets.

    Raises:
        InputError: A part is damaged, or a cell lies too far off.
        ValueError: A number cannot be meant.
        struct.error: A record is shorter than it must be.
    """
    workbook = main_part(package)
    related = relations(package, workbook)
    book = _Book()
    for number, content in _records(package.read(workbook)):
        if read := _ABOUT_THE_BOOK.get(number):
            read(book, content)
    require_few_sheets(len(book.sheets), package.name, package.limits)
    if strings := part_of_kind(related, "sharedStrings"):
        _require_honest_texts(package.look(strings), package.size(strings))
    styles = part_of_kind(related, "styles")
    formats = _formats_with_zeros(package.read(styles)) if styles else {}
    return tuple(
        _facts(
            _Sheet(title, Facts(merged=[]), formats, book.external()),
            package,
            found.part,
        )
        if (found := related.get(key)) and found.kind == "worksheet"
        else Facts()
        for title, key in book.sheets
    )


def _require_honest_texts(start: bytes, size: int) -> None:
    number, content = next(_records(start), (0, b""))
    if number == _BEGIN_TEXTS:
        require_room(struct.unpack_from("<4xI", content)[0], size)


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(data):
        number, at = data[at], at + 1
        if number & 0x80:
            number, at = number & 0x7F | data[at] << 7, at + 1
        size = shift = 0
        while True:
            part, at = data[at], at + 1
            size |= (part & 0x7F) << shift
            shift += 7
            if part < 0x80:
                break
        yield number, data[at : at + size]
        at += size


@dataclass(slots=True)
class _Book:
    """Title and relation of each sheet, and which sheet references lead to other workbooks."""

    sheets: list[tuple[str, str]] = field(default_factory=list)
    is_other: list[bool] = field(default_factory=list)
    references: list[int] = field(default_factory=list)

    def add_sheet(self, content: bytes) -> None:
        key, at = _text(content, 8)
        title, _ = _text(content, at)
        self.sheets.append((title, key))

    def add_other_workbook(self, _: bytes) -> None:
        self.is_other.append(True)

    def add_workbook(self, _: bytes) -> None:
        self.is_other.append(False)

    def add_references(self, content: bytes) -> None:
        whole = len(content) - (len(content) - 4) % 12
        self.references += (book for book, _, _ in struct.iter_unpack("<Iii", content[4:whole]))

    def external(self) -> frozenset[int]:
        others = {number for number, other in enumerate(self.is_other) if other}
        return frozenset(n for n, book in enumerate(self.references) if book in others)


_ABOUT_THE_BOOK: Mapping[int, Callable[[_Book, bytes], None]] = {
    156: _Book.add_sheet,
    355: _Book.add_other_workbook,
    357: _Book.add_workbook,
    358: _Book.add_workbook,
    362: _Book.add_references,
    667: _Book.add_workbook,
}


def _formats_with_zeros(data: bytes) -> Mapping[int, str]:
    formats: dict[int, str] = {}
    styles: list[int] = []
    of_cells = False
    for number, content in _records(data):
        if number in {_BEGIN_CELL_STYLES, _END_CELL_STYLES}:
            of_cells = number == _BEGIN_CELL_STYLES
        elif number == _FORMAT:
            formats[struct.unpack_from("<H", content)[0]] = _text(content, 2)[0]
        elif number == _CELL_STYLE and of_cells:
            styles += struct.unpack_from("<2xH", content)
    return {
        style: formats[number]
        for style, number in enumerate(styles)
        if pads_with_zeros(formats.get(number, ""))
    }


def _text(content: bytes, at: int) -> tuple[str, int]:
    """A text with its length before it, and where it ends."""
    (letters,) = struct.unpack_from("<I", content, at)
    end = at + 4 + 2 * int(letters)
    return content[at + 4 : end].decode("utf-16-le", errors="replace"), end


@dataclass(slots=True)
class _Sheet:
    """The facts of one sheet, as its records add to them. Rows and columns count from 1."""

    title: str
    facts: Facts
    formats: Mapping[int, str]
    external: frozenset[int]
    row: int = 0
    bottom: int = 0
    right: int = 0

    def add_row(self, content: bytes) -> None:
        (row,) = struct.unpack_from("<I", content)
        self.row = row + 1
        if content[11] & _HIDDEN_ROW:
            self.facts.hidden_rows.add(self.row)

    def add_columns(self, content: bytes) -> None:
        first, last, flags = struct.unpack_from("<II8xH", content)
        if flags & _HIDDEN_COLUMN:
            self.facts.hidden_columns.update(range(first + 1, min(last + 2, LAST_COLUMN + 1)))

    def add_merged(self, content: bytes) -> None:
        top, bottom, left, right = struct.unpack_from("<4I", content)
        if self.facts.merged is not None:
            self.facts.merged.append(Span(top + 1, left + 1, bottom + 1, right + 1))

    def add_value(self, content: bytes) -> None:
        self._at(content)

    def add_error(self, content: bytes) -> None:
        self.facts.errors[self._at(content)] = error_value(content[8])

    def add_formula_text(self, content: bytes) -> None:
        _, end = _text(content, 8)
        self._add_formula(content, end)

    def add_formula_number(self, content: bytes) -> None:
        self._add_formula(content, 16)

    def add_formula_flag(self, content: bytes) -> None:
        self._add_formula(content, 9)

    def add_formula_error(self, content: bytes) -> None:
        self.add_error(content)
        self._add_formula(content, 9)

    def _at(self, content: bytes) -> Address:
        """Where a filled cell stands. Its format is noted."""
        column, style = struct.unpack_from("<II", content)
        at = (self.row, column + 1)
        self.facts.filled += 1
        self.bottom, self.right = max(self.bottom, self.row), max(self.right, column + 1)
        if number_format := self.formats.get(style & _STYLE):
            self.facts.formats[at] = number_format
        return at

    def _add_formula(self, content: bytes, end_of_value: int) -> None:
        at = self._at(content)
        if self.external:
            (size,) = struct.unpack_from("<I", content, end_of_value + 2)
            formula = content[end_of_value + 6 : end_of_value + 6 + size]
            if not self.external.isdisjoint(sheet_references(formula, XLSB)):
                self.facts.external.add(at)


_ABOUT_A_SHEET: Mapping[int, Callable[[_Sheet, bytes], None]] = {
    0: _Sheet.add_row,
    2: _Sheet.add_value,
    3: _Sheet.add_error,
    4: _Sheet.add_value,
    5: _Sheet.add_value,
    6: _Sheet.add_value,
    7: _Sheet.add_value,
    8: _Sheet.add_formula_text,
    9: _Sheet.add_formula_number,
    10: _Sheet.add_formula_flag,
    11: _Sheet.add_formula_error,
    60: _Sheet.add_columns,
    176: _Sheet.add_merged,
}


def _facts(sheet: _Sheet, package: Package, part: str) -> Facts:
    for number, content in _records(package.read(part)):
        if read := _ABOUT_A_SHEET.get(number):
            read(sheet, content)
    require_near(sheet.title, sheet.bottom, sheet.right, package.name, package.limits)
    return sheet.facts
