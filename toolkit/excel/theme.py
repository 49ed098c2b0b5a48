"""Fonts, paper and colors of what we print.

Paper, margins and fonts follow Nghị định 30/2020/NĐ-CP, Phụ lục I: A4, Times New Roman in black,
20–25 mm above and below, 30–35 mm on the left, 15–20 mm on the right.
"""

from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from toolkit.excel.measure import PIXELS
from toolkit.model import Look

FONT = "Times New Roman"
SIZE = 12
FORMAL_SIZE = 13
"""Of letterhead, place and date, signatures; tables are set a little smaller."""
TITLE_SIZE = 14
SMALL_SIZE = 11

ROW_HEIGHT = 18.0
"""Points; a row of one line, with a little air."""
MAX_ROW_HEIGHT = 409.0
"""Points; Excel has no higher rows."""
DIGIT = 8
"""Pixels of a digit of the standard font: the unit in which Excel counts widths of columns."""
PADDING = 5
"""Pixels that a column is wider than its text."""

A4 = 9
MM_PER_INCH = 25.4
SHORT_EDGE, LONG_EDGE = 210, 297
TOP, BOTTOM, LEFT, RIGHT = 20, 20, 30, 15
FOOTER = f'&C&"{FONT},Regular"&{SMALL_SIZE}Trang &P/&N'

BOOK_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "default_row_height": 21,
    "default_column_width": 72,
}
"""Row and column defaults in pixels; they go with the standard font."""

HEADER_FILL = "#E7E6E6"
SOFT_FILL = "#F2F2F2"
"""Of section titles and of columns that nobody types into."""
LINK = "#0000CC"


PAINTS = {"red": "#FFC7CE", "yellow": "#FFEB9C", "green": "#C6EFCE", "grey": "#D9D9D9"}
"""Paper of a row, by the names that `ReportSheet.colors` uses.

Black, and the color of links, have a contrast above 4.5 : 1 on each of them.
"""

SHADES = ("#2B5A8C", "#BDD7EE", "#14233F", "#FFFFFF", "#5583B5", "#82AAD4")
"""Fills of a chart, between black lines. All differ in lightness, so that they differ in grey."""
DARK_SHADES = frozenset({"#2B5A8C", "#14233F"})
"""Those on which letters are white."""

INTEGER, PERCENT = "[$-42A]#,##0", "[$-42A]0.0%"
"""Numbers as Vietnamese writes them: 1.284 and 9,1%.

The mark names the language (0x042A) to programs that follow the document, such as LibreOffice.
Excel has the separators of the computer it runs on; the cells are numbers everywhere.
"""
_LOOKS: dict[Look, dict[str, object]] = {
    Look.TEXT: {"align": "left"},
    Look.CENTER: {"align": "center"},
    Look.INTEGER: {"align": "center", "num_format": INTEGER},
    Look.PERCENT: {"align": "center", "num_format": PERCENT},
    Look.DATE: {"align": "center", "num_format": "dd/mm/yyyy"},
}


@dataclass(frozen=True, slots=True)
class CellFormats:
    """The formats of one column: ordinary, text that begins like a formula, date, link."""

    plain: Format
    quoted: Format
    date: Format
    link: Format


class Styles:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[frozenset[tuple[str, object]], Format] = {}
        self._cells: dict[tuple[Look, bool, bool, bool], CellFormats] = {}

    def text(self, **properties: object) -> Format:
        """Text in the standard font, wrapped, centered up and down."""
        return self._format({"text_wrap": True, "valign": "vcenter"} | properties)

    def difference(self, **properties: object) -> Format:
        """What a conditional format changes, and nothing else."""
        return self._book.add_format(properties)

    def header(self) -> Format:
        return self.text(bold=True, align="center", border=1, bg_color=HEADER_FILL)

    def numbers(self) -> Format:
        """The row “(1) (2) (3)” under a header."""
        return self.text(italic=True, align="center", border=1, font_size=SMALL_SIZE)

    def cells(
        self, look: Look, *, total: bool = False, locked: bool = False, is_open: bool = False
    ) -> CellFormats:
        """The formats of the data cells of a column, or of its total.

        `locked` cells look as if nobody types there; `is_open` ones can be typed into though
        their sheet is protected.
        """
        key = (look, total, locked, is_open)
        if key not in self._cells:
            self._cells[key] = self._new_cells(look, total=total, locked=locked, is_open=is_open)
        return self._cells[key]

    def _new_cells(self, look: Look, *, total: bool, locked: bool, is_open: bool) -> CellFormats:
        base = _LOOKS[look] | {"border": 1}
        if is_open:
            base |= {"locked": False}
        if total:
            base |= {"bold": True}
        if locked:
            base |= {"bg_color": SOFT_FILL}
        return CellFormats(
            plain=self.text(**base),
            quoted=self.text(**base, quote_prefix=True),
            date=self.text(**(base | _LOOKS[Look.DATE])),
            link=self.text(**base, font_color=LINK, underline=1),
        )

    def _format(self, properties: dict[str, object]) -> Format:
        key = frozenset(properties.items())
        if key not in self._made:
            self._made[key] = self._book.add_format(properties)
        return self._made[key]


def standard_font() -> dict[str, object]:
    """The font of all cells, as XlsxWriter wants it; it adds to the dictionary that it gets."""
    return {"font_name": FONT, "font_size": SIZE, "font_family": 1, "font_scheme": "none"}


def page_width(*, landscape: bool) -> int:
    """Pixels between the margins, unscaled.

    >>> page_width(landscape=False), page_width(landscape=True)
    (623, 952)
    """
    edge = LONG_EDGE if landscape else SHORT_EDGE
    return int((edge - LEFT - RIGHT) / MM_PER_INCH * 72 * PIXELS)


def set_page(sheet: Worksheet, *, landscape: bool) -> None:
    """A4, the margins of the decree, page x/y."""
    sheet.set_paper(A4)
    if landscape:
        sheet.set_landscape()
    left, right, top, bottom = (mm / MM_PER_INCH for mm in (LEFT, RIGHT, TOP, BOTTOM))
    sheet.set_margins(left, right, top, bottom)
    sheet.set_footer(FOOTER, {"margin": 10 / MM_PER_INCH})
    sheet.center_horizontally()
