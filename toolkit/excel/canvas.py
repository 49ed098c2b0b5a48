"""One sheet while it is written, from top to bottom."""

from dataclasses import dataclass, field
from datetime import date

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from toolkit.excel.cells import address, begins_like_formula, clean
from toolkit.excel.grid import MARGIN, Grid, text_room
from toolkit.excel.measure import PIXELS, line_count, lines_height
from toolkit.excel.theme import (
    FONT,
    MAX_ROW_HEIGHT,
    ROW_HEIGHT,
    SIZE,
    SMALL_SIZE,
    CellFormats,
    Styles,
)
from toolkit.model import Formula, ReportCell, SourceLink

FIRST_YEAR = 1900
"""Excel knows no earlier dates; they are written as text."""
GAP = 12.0
"""Points of an empty row between two blocks."""
AIR = 3.0
"""Points above and below the text of a row together."""
NOTE_WIDTH, NOTE_AUTHOR = 260, "Đối thoại"
"""Pixels of a note on a cell, and who wrote it."""


class TypedInWorksheet(Worksheet):  # type: ignore[misc]  # xlsxwriter is not typed
    """A sheet whose rows have a height and still grow when people type more into them.

    Excel keeps a height for ever that is marked as custom. XlsxWriter always marks it.
    """

    def _xml_start_tag_unencoded(self, tag: str, attributes: list[tuple[str, object]]) -> None:
        kept = [attribute for attribute in attributes if attribute[0] != "customHeight"]
        super()._xml_start_tag_unencoded(tag, kept)


@dataclass(slots=True)
class Canvas:
    """A sheet, the row that comes next, and what is already used up.

    Rows and columns count from 0, as XlsxWriter counts. XlsxWriter sends every row to the disk
    when the next one begins: nothing is written to a row that has been left.
    `breaks` are rows that begin a page, `drawn` those that hold drawings.
    """

    sheet: Worksheet
    name: str
    styles: Styles
    grid: Grid
    row: int = 0
    heights: list[float] = field(default_factory=list)
    links: int = 0
    breaks: list[int] = field(default_factory=list)
    drawn: list[int] = field(default_factory=list)

    @property
    def height(self) -> float:
        """The points used up so far."""
        return sum(self.heights)

    def gap(self, height: float = GAP) -> None:
        """Leave a row empty."""
        self.sheet.write_blank(self.row, 0, None, self.styles.text())
        self.end_row(height)

    def end_row(self, height: float) -> None:
        """Give the row its height in points, and go to the next."""
        self.heights.append(min(height, MAX_ROW_HEIGHT))
        self.sheet.set_row(self.row, self.heights[-1])
        self.row += 1

    def line(self, text: str, last: int, **properties: object) -> None:
        """A text from the first column to `last` or the end of the paper, as high as it needs."""
        last = min(last, self.grid.printed - 1)
        size, bold = float(str(properties.get("font_size", SIZE))), bool(properties.get("bold"))
        text = clean(text)
        self.merged(0, last, text, self.styles.text(**properties))
        room = text_room(self.grid.width(0, last))
        lines = line_count(text, room, size, bold=bold)
        self.end_row(row_height(lines, size))

    def text(self, column: int, text: str, style: Format) -> None:
        """A text in one cell of this row; nothing at all if it is empty."""
        if text:
            self.sheet.write_string(self.row, column, clean(text), style)

    def note(self, column: int, text: str) -> None:
        """A note on a cell of this row, as large as its text needs."""
        lines = line_count(text, NOTE_WIDTH - 2 * MARGIN, SMALL_SIZE)
        size = {"width": NOTE_WIDTH, "height": pixels(lines_height(lines + 1, SMALL_SIZE))}
        font = {"font_name": FONT, "font_size": SMALL_SIZE, "author": NOTE_AUTHOR}
        self.sheet.write_comment(self.row, column, clean(text), size | font)

    def merged(self, first: int, last: int, text: str, style: Format) -> None:
        """A text over some columns of this row."""
        self.sheet.write_string(self.row, first, text, style)
        for column in range(first + 1, last + 1):
            self.sheet.write_blank(self.row, column, None, style)
        self.join(self.row, first, self.row, last)

    def join(self, top: int, left: int, bottom: int, right: int) -> None:
        """Merge cells that are written already, or will be; one cell stays as it is."""
        if (top, left) != (bottom, right):
            # merge_range() writes all its cells at once, which is too late for the upper of
            # two rows: they are on the disk. This is the list that it adds to.
            self.sheet.merge.append([top, left, bottom, right])

    def cell(self, column: int, value: ReportCell, formats: CellFormats) -> None:
        """One cell of this row. Text stays text, whatever it begins with.

        A formula has its placeholders filled already.
        """
        sheet, row = self.sheet, self.row
        if value is None or value == "":
            sheet.write_blank(row, column, None, formats.plain)
        elif isinstance(value, str):
            text = clean(value)
            style = formats.quoted if begins_like_formula(text) else formats.plain
            sheet.write_string(row, column, text, style)
        elif isinstance(value, int | float):
            sheet.write_number(row, column, value, formats.plain)
        elif isinstance(value, Formula):
            sheet.write_formula(row, column, value.text, formats.plain, value.value)
        elif isinstance(value, date):
            self._date(column, value, formats)
        else:
            self._link(column, value, formats)

    def _date(self, column: int, value: date, formats: CellFormats) -> None:
        if value.year < FIRST_YEAR:
            text = f"{value.day:02}/{value.month:02}/{value.year:04}"
            self.sheet.write_string(self.row, column, text, formats.date)
        else:
            self.sheet.write_datetime(self.row, column, value, formats.date)

    def _link(self, column: int, link: SourceLink, formats: CellFormats) -> None:
        """A link; only its text where Excel could not hold one more, or one so long."""
        url = address(link, self.links + 1)
        if url is None:
            self.cell(column, link.text, formats)
        else:
            self.links += 1
            self.sheet.write_url(self.row, column, url, formats.link, clean(link.text))


def row_height(lines: int, size: float = SIZE) -> float:
    """The points that a row of so many lines needs.

    >>> row_height(1), row_height(3)
    (18.75, 50.25)
    """
    return max(ROW_HEIGHT, lines_height(lines, size) + AIR)


def pixels(points: float) -> int:
    """The pixels that Excel gives to a row.

    >>> pixels(18)
    24
    """
    return int(points * PIXELS + 0.5)
