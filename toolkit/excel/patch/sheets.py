"""A new sheet at the end of a workbook."""

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from toolkit.excel.measure import line_count, lines_height
from toolkit.excel.patch.cells import SheetCells
from toolkit.excel.patch.edits import Content, NewSheet
from toolkit.excel.patch.parts import Parts
from toolkit.excel.patch.styles import Styles
from toolkit.excel.refusals import DAMAGED, refused
from toolkit.model import column_letters

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_LONGEST_TITLE = 31
_PIXELS_PER_LETTER, _POINTS = 7, 12
"""What a unit of a column's width is; and a letter size that most workbooks do not exceed."""


def add_sheet(parts: Parts, sheet: NewSheet, styles: Styles) -> str:
    """Add a sheet; the title it got, for its own may be taken.

    Raises:
        InputError: The workbook has no sheets.
    """
    return enlist(parts, _content(parts, sheet, styles), sheet.title, hidden=sheet.hidden)


def enlist(parts: Parts, content: bytes, wanted: str, *, hidden: bool) -> str:
    """Put a finished sheet at the end; the title it got, for the one that is wanted may be taken.

    Raises:
        InputError: The workbook has no sheets.
    """
    part = parts.unused("xl/worksheets/sheet%d.xml")
    parts.put(part, content)
    parts.declare(part, _CONTENT_TYPE)
    key = parts.relate(parts.workbook, "worksheet", part)
    text = parts.read(parts.workbook).decode("utf-8")
    title = _untaken(parts, wanted)
    number = max(map(int, re.findall(r'sheetId="(\d+)"', text)), default=0) + 1
    end = re.search(r"</((?:\w+:)?)sheets>", text)
    if end is None:
        raise refused(DAMAGED, parts.name)
    state = ' state="veryHidden"' if hidden else ""
    entry = (
        f'<{end[1]}sheet name={quoteattr(title)} sheetId="{number}"{state}'
        f' xmlns:r="{parts.office}" r:id="{key}"/>'
    )
    parts.put(parts.workbook, (text[: end.start()] + entry + text[end.start() :]).encode())
    return title


def _untaken(parts: Parts, title: str) -> str:
    sheets = parts.tree(parts.workbook).iterfind("{*}sheets/{*}sheet")
    taken = {found.get("name", "").casefold() for found in sheets}
    number, free = 1, title
    while free.casefold() in taken:
        number += 1
        mark = f" ({number})"
        free = title[: _LONGEST_TITLE - len(mark)] + mark
    return free


def _content(parts: Parts, sheet: NewSheet, styles: Styles) -> bytes:
    space = etree.QName(parts.tree(parts.workbook)).namespace
    widths = "".join(
        f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
        for number, width in enumerate(sheet.widths, start=1)
    )
    cells = SheetCells(
        (
            f'<worksheet xmlns="{space}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
            '<sheetViews><sheetView workbookViewId="0">'
            '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
            "</sheetView></sheetViews>"
            f"{f'<cols>{widths}</cols>' if widths else ''}<sheetData/>{_links(sheet)}"
            '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
        ).encode(),
        heights={
            number: _height(row, sheet.widths) for number, row in enumerate(sheet.rows, start=1)
        },
    )
    rows = [dict(enumerate(row, start=1)) for row in sheet.rows]
    columns = range(1, max(map(len, rows), default=0) + 1)
    cells.append(rows[:1], 1, dict.fromkeys(columns, styles.headed()), styles)
    cells.append(rows[1:], 2, dict.fromkeys(columns, styles.wrapped()), styles)
    return cells.data


def _height(row: Sequence[Content], widths: Sequence[float]) -> float:
    """The height of a row in points that shows all lines of its texts."""
    lines = (
        line_count(value, width * _PIXELS_PER_LETTER, _POINTS)
        for value, width in zip(row, widths, strict=False)
        if isinstance(value, str)
    )
    return lines_height(max(lines, default=1), _POINTS)


def _links(sheet: NewSheet) -> str:
    links = "".join(
        f'<hyperlink ref="{column_letters(column)}{row}" location={quoteattr(target)}'
        f' display="{escape(target)}"/>'
        for (row, column), target in sorted(sheet.links.items())
    )
    return f"<hyperlinks>{links}</hyperlinks>" if links else ""
