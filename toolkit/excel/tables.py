"""A report table onto a sheet: caption, header, rows, total."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from toolkit.excel.canvas import Canvas, row_height
from toolkit.excel.cells import DataRows, clean, filled
from toolkit.excel.grid import text_room
from toolkit.excel.measure import line_count
from toolkit.excel.theme import ROW_HEIGHT, SIZE, SMALL_SIZE, SOFT_FILL, CellFormats
from toolkit.model import (
    Formula,
    ReportCell,
    ReportColumn,
    ReportTable,
    Section,
    SourceLink,
)

WIDEST_LETTER = 17
"""Pixels; shorter texts fit without looking closer."""
SECTION: dict[str, object] = {"bold": True, "border": 1, "bg_color": SOFT_FILL}


@dataclass(frozen=True, slots=True)
class Placed:
    """A table and where it was written. Rows count from 0, as XlsxWriter counts.

    `top` is the caption, if there is one. From `header` to `body` − 1 is the header with its
    row of numbers, from `first` to `last` the data. A table without rows has the sentence that
    says so, or a blank row, or both. `above` are the points from the top of the sheet to `body`.
    """

    table: ReportTable
    top: int
    header: int
    body: int
    first: int
    last: int
    above: float


def write_table(canvas: Canvas, table: ReportTable, *, open_cells: bool = False) -> Placed:
    """Write a table below what is there already. Protection leaves `open_cells` alone."""
    last_column, top = len(table.columns) - 1, canvas.row
    if table.caption:
        canvas.line(table.caption, last_column, bold=True, align="left")
    header = canvas.row
    _write_header(canvas, table.columns)
    if table.numbered:
        _write_numbers(canvas, last_column)
    body, above = canvas.row, canvas.height
    first = body
    data = table.rows
    if not data and table.empty:
        canvas.line(table.empty, last_column, italic=True, align="center", border=1)
    if not data and (_is_referred_to(table) or not table.empty):
        first, data = canvas.row, ((None,) * len(table.columns),)
    last = first + max(len(data), 1) - 1
    rows = DataRows(first + 1, last + 1, last + 2)
    _write_rows(canvas, table.columns, data, rows, open_cells=open_cells)
    if table.total is not None:
        _write_total(canvas, table.columns, table.total, rows)
    return Placed(table, top, header, body, first, last, above)


def is_typed_in(table: ReportTable) -> bool:
    """Whether people type into the table: then something is offered to choose from."""
    return any(column.choices or column.choices_by for column in table.columns)


def _is_referred_to(table: ReportTable) -> bool:
    """Whether a name, a total or a person needs a row, even if it is blank."""
    named = any(column.name for column in table.columns)
    return named or table.total is not None or is_typed_in(table)


def _write_header(canvas: Canvas, columns: Sequence[ReportColumn]) -> None:
    """The header, over as many rows as its deepest column has parts."""
    depth = max(len(column.header) for column in columns)
    top, style = canvas.row, canvas.styles.header()
    boxes = tuple(_boxes(columns, depth))
    for level, height in enumerate(_header_heights(canvas, boxes, depth)):
        for column in range(len(columns)):
            canvas.sheet.write_blank(canvas.row, column, None, style)
        for box in boxes:
            if box.top == level:
                canvas.sheet.write_string(canvas.row, box.left, clean(box.text), style)
                if hint := columns[box.left].hint:
                    canvas.note(box.left, hint)
        canvas.end_row(height)
    for box in boxes:
        canvas.join(top + box.top, box.left, top + box.bottom, box.right)


@dataclass(frozen=True, slots=True)
class _Box:
    """A cell of a header; rows count from its own first row, all edges are included."""

    text: str
    top: int
    left: int
    bottom: int
    right: int


def _boxes(columns: Sequence[ReportColumn], depth: int) -> Iterator[_Box]:
    """The cells of a header: equal parents side by side are one, the last part reaches down."""
    for level in range(depth):
        for parts, group in groupby(
            enumerate(columns), key=lambda numbered: _parts(numbered[1], level, numbered[0])
        ):
            positions = [position for position, _ in group]
            header = columns[positions[0]].header
            if parts is not None:
                bottom = depth - 1 if len(header) == level + 1 else level
                yield _Box(header[level], level, positions[0], bottom, positions[-1])


def _parts(
    column: ReportColumn, level: int, position: int
) -> tuple[tuple[str, ...], int | None] | None:
    """What two columns must share to have one header cell at this level.

    Only parents are shared: the last part belongs to its own column.
    """
    if len(column.header) <= level:
        return None
    own = position if len(column.header) == level + 1 else None
    return column.header[: level + 1], own


def _header_heights(canvas: Canvas, boxes: Sequence[_Box], depth: int) -> list[float]:
    """The height of every header row; cells over several rows push the last of them."""
    heights = [ROW_HEIGHT] * depth
    for box in sorted(boxes, key=lambda box: box.bottom - box.top):
        room = text_room(canvas.grid.width(box.left, box.right))
        needed = row_height(line_count(box.text, room, SIZE, bold=True))
        missing = needed - sum(heights[box.top : box.bottom + 1])
        heights[box.bottom] += max(0.0, missing)
    return heights


def _write_numbers(canvas: Canvas, last_column: int) -> None:
    style = canvas.styles.numbers()
    for column in range(last_column + 1):
        canvas.sheet.write_string(canvas.row, column, f"({column + 1})", style)
    canvas.end_row(row_height(1, SMALL_SIZE))


def _write_rows(
    canvas: Canvas,
    columns: Sequence[ReportColumn],
    data: Sequence[tuple[ReportCell, ...] | Section],
    rows: DataRows,
    *,
    open_cells: bool,
) -> None:
    formats = [canvas.styles.cells(c.look, locked=c.locked, is_open=open_cells) for c in columns]
    rooms = _rooms(canvas, columns)
    for row in data:
        if isinstance(row, Section):
            _write_section(canvas, row, len(columns))
        else:
            _write_row(canvas, row, formats, rows)
            canvas.end_row(_height(row, rooms))


def _write_section(canvas: Canvas, section: Section, count: int) -> None:
    if section.page_break:
        canvas.breaks.append(canvas.row)
    canvas.line(section.title, count - 1, **SECTION)


def _write_total(
    canvas: Canvas,
    columns: Sequence[ReportColumn],
    total: Sequence[ReportCell],
    rows: DataRows,
) -> None:
    """The last row, in bold; its label reaches over the blank cells beside it."""
    formats = [canvas.styles.cells(column.look, total=True) for column in columns]
    _write_row(canvas, total, formats, rows)
    reach = 0
    if isinstance(total[0], str):
        reach = next((c for c, value in enumerate(total[1:]) if value is not None), 0)
        canvas.join(canvas.row, 0, canvas.row, reach)
    label_room = text_room(canvas.grid.width(0, reach))
    canvas.end_row(_height(total, (label_room, *_rooms(canvas, columns)[1:])))


def _write_row(
    canvas: Canvas,
    row: Sequence[ReportCell],
    formats: Sequence[CellFormats],
    rows: DataRows,
) -> None:
    for column, (value, style) in enumerate(zip(row, formats, strict=True)):
        if isinstance(value, Formula):
            text = filled(value, canvas.row + 1, rows)
            canvas.cell(column, Formula(text, value.value), style)
        else:
            canvas.cell(column, value, style)


def _rooms(canvas: Canvas, columns: Sequence[ReportColumn]) -> tuple[int, ...]:
    """The pixels for text in every column."""
    return tuple(text_room(canvas.grid.widths[column]) for column in range(len(columns)))


def _height(row: Sequence[ReportCell], rooms: Sequence[int]) -> float:
    """The height in which every text of the row can be read."""
    lines = 1
    for value, room in zip(row, rooms, strict=True):
        text = _shown(value)
        if len(text) * WIDEST_LETTER > room or "\n" in text:
            lines = max(lines, _lines(text, room))
    return row_height(lines)


@lru_cache(maxsize=10_000)
def _lines(text: str, room: int) -> int:
    """Units, hamlets and topics come again and again."""
    return line_count(text, room, SIZE)


def _shown(value: ReportCell) -> str:
    """The text of a cell, as far as it may need several lines."""
    if isinstance(value, str):
        return value
    if isinstance(value, SourceLink):
        return value.text
    return value.value if isinstance(value, Formula) and isinstance(value.value, str) else ""
