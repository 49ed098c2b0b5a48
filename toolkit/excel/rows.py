"""Rows put into the XML of a sheet, as people would have typed them there."""

from collections.abc import Iterable, Mapping, Sequence, Set

from lxml import etree

from toolkit.excel.canvas import row_height
from toolkit.excel.cells import clean
from toolkit.excel.facts import address
from toolkit.excel.grid import MARGIN
from toolkit.excel.measure import line_count
from toolkit.excel.package import child
from toolkit.excel.theme import DIGIT, MAX_ROW_HEIGHT, PADDING, SIZE
from toolkit.model import column_letters

USUAL_WIDTH = 64.0
"""Pixels of a column whose width nobody set."""
MOST_COLUMNS = 1000
"""Further to the right nothing is written."""

Row = Mapping[int, str | int | float | None]
"""Values by the number of their column, from 1."""


def add_rows(tree: etree._Element, after: int, rows: Sequence[Row], wrapping: Set[str]) -> None:
    """Put rows below row `after`; blank ones that are there already are filled.

    They have the styles of the row they fill, else of the last one. `wrapping` are the styles in
    which a long text makes its row higher.
    """
    widths = _widths(tree)
    data = child(tree, "sheetData", "")
    there = {int(row.get("r", "0")): row for row in data}
    usual = _styles(there.get(after + 1)) or _styles(there.get(after))
    for number, values in enumerate(rows, start=after + 1):
        row = there.get(number)
        if row is None:
            row = _new_row(data, number)
        styles = usual | _styles(row)
        wrapped = [
            (str(value), widths.get(column, USUAL_WIDTH))
            for column, value in values.items()
            if value is not None and styles.get(column) in wrapping
        ]
        row.set("ht", str(_height(wrapped)))
        _fill_row(row, number, values, styles)


def _new_row(data: etree._Element, number: int) -> etree._Element:
    """A row in its place among those that are there."""
    row = etree.Element(f"{{{etree.QName(data).namespace}}}row", r=str(number))
    below = next((other for other in data if int(other.get("r", "0")) > number), None)
    if below is None:
        data.append(row)
    else:
        below.addprevious(row)
    return row


def _fill_row(row: etree._Element, number: int, values: Row, styles: Mapping[int, str]) -> None:
    """Give a row new cells instead of the blank ones that it has."""
    for cell in list(row):
        row.remove(cell)
    row.attrib.pop("spans", "")
    for column in sorted({*styles, *values}):
        place = f"{column_letters(column)}{number}"
        cell = etree.SubElement(row, f"{{{etree.QName(row).namespace}}}c", r=place)
        if column in styles:
            cell.set("s", styles[column])
        _fill(cell, values.get(column))


def _styles(row: etree._Element | None) -> dict[int, str]:
    """The styles of the cells of a row, by column."""
    cells = () if row is None else row
    return {_column(cell): style for cell in cells if (style := cell.get("s"))}


def _widths(tree: etree._Element) -> dict[int, float]:
    """The widths of columns in pixels, as far as somebody set them."""
    return {
        number: float(column.get("width", "0")) * DIGIT
        for column in tree.iterfind("{*}cols/{*}col")
        for number in range(int(column.get("min", "0")), int(column.get("max", "0")) + 1)
        if number <= MOST_COLUMNS
    }


def _height(texts: Iterable[tuple[str, float]]) -> float:
    """The points that a row needs for texts in columns so many pixels wide."""
    lines = (line_count(text, max(width - PADDING - MARGIN, 1), SIZE) for text, width in texts)
    return min(row_height(max(lines, default=1)), MAX_ROW_HEIGHT)


def _column(cell: etree._Element) -> int:
    letters = cell.get("r", "A").rstrip("0123456789")
    return address(letters.encode(), b"1")[1]


def _fill(cell: etree._Element, value: str | float | None) -> None:
    """Write a text or a number; texts stay texts, whatever they begin with."""
    namespace = etree.QName(cell).namespace
    if isinstance(value, str):
        cell.set("t", "inlineStr")
        inline = etree.SubElement(cell, f"{{{namespace}}}is")
        held = etree.SubElement(inline, f"{{{namespace}}}t")
        held.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        held.text = clean(value)
    elif value is not None:
        etree.SubElement(cell, f"{{{namespace}}}v").text = str(value)
