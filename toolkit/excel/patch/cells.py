"""Cells of one sheet changed in its bytes: what stands around them is not rewritten."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

from toolkit.excel.facts import Address, address
from toolkit.excel.patch.edits import Content, SheetEdits
from toolkit.excel.patch.styles import Styles
from toolkit.model import column_letters

_ATTRIBUTES = rb'(?P<attributes>(?:[^>"\']|"[^"]*"|\'[^\']*\')*?)'
_FIRST_DAY, _FIRST_DAY_OF_1904 = date(1899, 12, 30), date(1904, 1, 1)
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_MOST_LETTERS = 32_767


class FormulaError(ValueError):
    """A value was to be put where somebody has a formula."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell in the bytes of its row: its column, its attributes, and where it begins and ends."""

    column: int
    attributes: bytes
    content: bytes
    start: int
    end: int


@dataclass(slots=True)
class _Change:
    """What is to be changed in one cell; a `style` of None is the one it has."""

    sets_value: bool = False
    value: Content = None
    colour: str = ""
    style: int | None = None


class SheetCells:
    """The bytes of a sheet; cells are changed by splicing."""

    def __init__(
        self,
        data: bytes,
        *,
        from_1904: bool = False,
        heights: Mapping[int, float] | None = None,
    ) -> None:
        """Look at a sheet. `heights` are those of rows to be added, in points."""
        self._heights = heights or {}
        self._first_day = _FIRST_DAY_OF_1904 if from_1904 else _FIRST_DAY
        found = re.search(rb"<(?:(\w+):)?worksheet[\s>]", data)
        prefix = found[1] + b":" if found and found[1] else b""
        self.data = data
        self._prefix = prefix
        self._row = re.compile(
            rb"<" + prefix + rb"row(?=[\s/>])" + _ATTRIBUTES + rb"(?P<shut>/?)>"
        )
        self._cell = re.compile(
            rb"<"
            + prefix
            + rb"c(?=[\s/>])"
            + _ATTRIBUTES
            + rb"(?:/>|>(?P<content>.*?)</"
            + prefix
            + rb"c>)",
            re.DOTALL,
        )
        self._shut = b"</" + prefix + b"row>"

    def apply(self, edits: SheetEdits, styles: Styles) -> None:
        """Put values and colours into cells; cells and rows that are missing are added.

        Raises:
            FormulaError: A value is to be put where a formula stands.
        """
        self._splice(_by_row(edits), styles)

    def last_row(self) -> int:
        """The last row that holds a value; 0 if none does."""
        begin, end = self._open()
        return max(
            (
                number
                for number, start, stop in self._rows(begin, end)
                if any(cell.content for cell in self._cells(self.data[start:stop]))
            ),
            default=0,
        )

    def formulas(self) -> frozenset[Address]:
        """The cells in which people calculate."""
        begin, end = self._open()
        formula = re.compile(rb"<" + self._prefix + rb"f[\s/>]")
        if not formula.search(self.data, begin, end):
            return frozenset()
        return frozenset(
            (number, cell.column)
            for number, start, stop in self._rows(begin, end)
            if formula.search(self.data, start, stop)
            for cell in self._cells(self.data[start:stop])
            if formula.search(cell.content)
        )

    def style_of(self, number: int) -> Mapping[int, int]:
        """The styles of the cells of a row, by column."""
        begin, end = self._open()
        for found, start, stop in self._rows(begin, end):
            if found == number:
                cells = self._cells(self.data[start:stop])
                return {cell.column: _style(cell.attributes) for cell in cells}
        return {}

    def append(
        self,
        rows: Sequence[Mapping[int, Content]],
        first: int,
        like: Mapping[int, int],
        styles: Styles,
    ) -> None:
        """Add rows from row `first` on, each cell in the style that `like` has for its column."""
        self._splice(
            {
                number: {
                    column: _Change(
                        sets_value=True, value=row.get(column), style=like.get(column, 0)
                    )
                    for column in {*row, *like}
                }
                for number, row in enumerate(rows, start=first)
            },
            styles,
        )

    def heighten(self, heights: Mapping[int, float]) -> None:
        """Give rows a height in points; one that a person set stays."""
        begin, end = self._open()
        pieces, position = [], 0
        for number, start, _ in self._rows(begin, end):
            tag = self._row.match(self.data, start)
            if tag is None or number not in heights or b"customHeight" in tag["attributes"]:
                continue
            kept = re.sub(rb"\s+ht\s*=\s*(?:\"[^\"]*\"|'[^']*')", b"", tag["attributes"])
            place = tag.start("attributes")
            pieces += [self.data[position:place], kept + b' ht="%g"' % heights[number]]
            position = tag.end("attributes")
        self.data = b"".join([*pieces, self.data[position:]])

    def before_element(self, names: tuple[bytes, ...]) -> int:
        """Where an element belongs that stands before those named, all behind the cells."""
        tail = self._open()[1]
        places = [self.data.rindex(b"</" + self._prefix + b"worksheet>")]
        for name in names:
            pattern = rb"<" + (b"" if b":" in name else self._prefix) + name + rb"(?=[\s/>])"
            if found := re.compile(pattern).search(self.data, tail):
                places.append(found.start())
        return min(places)

    def insert(self, position: int, name: str, attributes: bytes) -> None:
        """Put an empty element in."""
        tag = self._tag(name, attributes, b"")
        self.data = self.data[:position] + tag + self.data[position:]

    def _splice(self, changes: Mapping[int, Mapping[int, _Change]], styles: Styles) -> None:
        if not changes:
            return
        begin, end = self._open()
        pieces, position = [self.data[:begin]], begin
        waiting = sorted(changes)
        for number, start, stop in self._rows(begin, end):
            while waiting and waiting[0] < number:
                missing = waiting.pop(0)
                pieces += [self.data[position:start], self._new_row(missing, changes, styles)]
                position = start
            if waiting and waiting[0] == number:
                waiting.pop(0)
                row = self._changed(self.data[start:stop], number, changes[number], styles)
                pieces += [self.data[position:start], row]
                position = stop
        pieces.append(self.data[position:end])
        pieces += [self._new_row(number, changes, styles) for number in waiting]
        pieces.append(self.data[end:])
        self.data = b"".join(pieces)

    def _open(self) -> tuple[int, int]:
        """Where the rows begin and end; an empty element becomes one that can hold rows."""
        name = self._prefix + b"sheetData"
        found = re.search(rb"<" + name + rb"\s*(/?)>", self.data)
        if found is None:
            raise ValueError("a sheet without sheetData")
        if found[1]:
            both = b"<" + name + b"></" + name + b">"
            self.data = self.data[: found.start()] + both + self.data[found.end() :]
            begin = found.start() + len(name) + 2
            return begin, begin
        return found.end(), self.data.index(b"</" + name + b">", found.end())

    def _rows(self, begin: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Number, beginning and end of each row."""
        number, position = 0, begin
        while found := self._row.search(self.data, position, end):
            given = _attribute(found["attributes"], b"r")
            number = int(given) if given else number + 1
            position = found.end()
            if not found["shut"]:
                position = self.data.index(self._shut, position) + len(self._shut)
            yield number, found.start(), position

    def _cells(self, row: bytes) -> Iterator[_Cell]:
        column = 0
        for found in self._cell.finditer(row):
            given = re.match(rb"[A-Za-z]+", _attribute(found["attributes"], b"r"))
            column = address(given[0], b"1")[1] if given else column + 1
            attributes, content = found["attributes"], found["content"] or b""
            yield _Cell(column, attributes, content, found.start(), found.end())

    def _changed(
        self, row: bytes, number: int, changes: Mapping[int, _Change], styles: Styles
    ) -> bytes:
        usual = int(_attribute(row[: row.index(b">")], b"s") or 0)
        if row.endswith(b"/>"):
            row = row[:-2].rstrip() + b">" + self._shut
        there = {cell.column: cell for cell in self._cells(row)}
        end = len(row) - len(self._shut)
        pieces: list[bytes] = []
        position = 0
        for column in sorted(changes):
            cell = there.get(column)
            later = (c.start for c in there.values() if c.column > column)
            start, stop = (cell.start, cell.end) if cell else (min(later, default=end),) * 2
            made = (
                self._edited(cell, number, changes[column], styles)
                if cell
                else self._new_cell(number, column, usual, changes[column], styles)
            )
            pieces += [row[position:start], made]
            position = stop
        return b"".join([*pieces, row[position:]])

    def _new_row(
        self, number: int, changes: Mapping[int, Mapping[int, _Change]], styles: Styles
    ) -> bytes:
        cells = (
            self._new_cell(number, column, 0, change, styles)
            for column, change in sorted(changes[number].items())
        )
        height = self._heights.get(number)
        shown = f' ht="{height:g}" customHeight="1"'.encode() if height else b""
        return self._tag("row", b' r="%d"' % number + shown, b"".join(cells))

    def _new_cell(
        self, row: int, column: int, style: int, change: _Change, styles: Styles
    ) -> bytes:
        return self._made(row, column, _styled(style, change, styles), change.value, styles)

    def _edited(self, cell: _Cell, row: int, change: _Change, styles: Styles) -> bytes:
        style = _styled(_style(cell.attributes), change, styles)
        if not change.sets_value:
            attributes = _with_style(cell.attributes, style)
            return self._tag("c", attributes, cell.content)
        if re.search(rb"<" + self._prefix + rb"f[\s/>]", cell.content):
            raise FormulaError(f"{column_letters(cell.column)}{row}")
        return self._made(row, cell.column, style, change.value, styles)

    def _made(self, row: int, column: int, style: int, value: Content, styles: Styles) -> bytes:
        """A cell with a value."""
        kind, content = b"", b""
        match value:
            case str() if value:
                text = escape(_ILLEGAL.sub("", value)[:_MOST_LETTERS]).encode()
                text = self._tag("t", b' xml:space="preserve"', text)
                kind, content = b' t="inlineStr"', self._tag("is", b"", text)
            case date():
                style = styles.dated(style)
                content = self._tag("v", b"", b"%d" % (value - self._first_day).days)
            case int() | float():
                content = self._tag("v", b"", repr(value).encode())
        shown = b' s="%d"' % style if style else b""
        place = f' r="{column_letters(column)}{row}"'.encode()
        return self._tag("c", place + shown + kind, content)

    def _tag(self, name: str, attributes: bytes, content: bytes) -> bytes:
        full = self._prefix + name.encode()
        if not content:
            return b"<" + full + attributes + b"/>"
        return b"<" + full + attributes + b">" + content + b"</" + full + b">"


def _by_row(edits: SheetEdits) -> dict[int, dict[int, _Change]]:
    changes: dict[int, dict[int, _Change]] = {}

    def at(place: Address) -> _Change:
        return changes.setdefault(place[0], {}).setdefault(place[1], _Change())

    for place, value in edits.values.items():
        at(place).sets_value, at(place).value = True, value
    for place, colour in edits.fills.items():
        at(place).colour = colour
    return changes


def _attribute(attributes: bytes, name: bytes) -> bytes:
    found = re.search(rb"(?:^|\s)" + name + rb"\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", attributes)
    return (found[1] or found[2] or b"") if found else b""


def _style(attributes: bytes) -> int:
    return int(_attribute(attributes, b"s") or 0)


def _styled(style: int, change: _Change, styles: Styles) -> int:
    """The style that a cell has after a change."""
    kept = style if change.style is None else change.style
    return styles.filled(kept, change.colour) if change.colour else kept


def _with_style(attributes: bytes, style: int) -> bytes:
    given, changed = re.subn(
        rb"(?<=\s)s\s*=\s*(?:\"[^\"]*\"|'[^']*')", b's="%d"' % style, attributes.rstrip()
    )
    return given if changed else given + b' s="%d"' % style
