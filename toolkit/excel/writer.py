"""A report as a new Excel file, ready to be printed, signed and worked in."""

import dataclasses
from datetime import datetime, time
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Worksheet

from toolkit.errors import DeclarationError
from toolkit.excel.canvas import Canvas, TypedInWorksheet
from toolkit.excel.cells import quoted_sheet
from toolkit.excel.charts import write_charts
from toolkit.excel.controls import Lists, add_controls
from toolkit.excel.grid import grid_of
from toolkit.excel.letterhead import write_letterhead, write_signatures
from toolkit.excel.paging import Pages, page_room
from toolkit.excel.reader import OWN_PROPERTY
from toolkit.excel.saving import replace, saving
from toolkit.excel.tables import Placed, is_typed_in, write_table
from toolkit.excel.theme import (
    BOOK_OPTIONS,
    TITLE_SIZE,
    Styles,
    set_page,
    standard_font,
)
from toolkit.excel.widgets import protect, write_buttons, write_pictures
from toolkit.model import ReportBook, ReportSheet, column_letters

AUTHOR = "doithoai"
"""Who made a workbook of a unit that is not known."""
LANGUAGE_PROPERTY = "Language"
LANGUAGES = {"vi": "vi-VN", "en": "en-US"}
MAX_FROZEN = 240.0
"""Points; with more of the window frozen, too little would be left to scroll."""


def write(book: ReportBook, target: Path) -> None:
    """Write a workbook. The same book gives the same bytes.

    It is written to the end beside the target and then takes its name: whatever happens, the
    target is the old file or the new one.

    Raises:
        OutputError: The target is open in Excel, or cannot be written. It is as it was before.
        DeclarationError: Two columns have the same name.
    """
    with saving(target):
        replace(target, written(book))


def save(contents: bytes, target: Path) -> None:
    """Put the contents of a file in its place, whole or not at all.

    Raises:
        OutputError: The target is open in Excel, or cannot be written. It is as it was before.
    """
    with saving(target):
        replace(target, contents)


def written(report: ReportBook, macros: bytes = b"") -> bytes:
    """The workbook as it is to stand on the disk; with `macros`, a VBA project, an .xlsm.

    The modules of the project that belong to sheets are called Sheet1, Sheet2, …

    Raises:
        OSError: The folder for temporary files cannot be used.
    """
    content = BytesIO()
    with TemporaryDirectory() as scratch:
        options = {"tmpdir": scratch, "default_format_properties": standard_font()}
        book = Workbook(content, BOOK_OPTIONS | options)
        try:
            _write_book(book, report)
            if macros:
                _add_macros(book, macros)
            book.close()
        except FileCreateError as error:
            # Without its traceback nothing holds the unfinished zip file any longer.
            raise error.args[0].with_traceback(None) from None
        finally:
            # After a failure XlsxWriter leaves its rows open, and Windows keeps open files.
            for sheet in book.worksheets():
                sheet.row_data_fh.close()
    return content.getvalue()


def _write_book(book: Workbook, report: ReportBook) -> None:
    _set_properties(book, report)
    styles, lists = Styles(book), Lists()
    names: dict[str, str] = {}
    for sheet in report.sheets:
        kind = TypedInWorksheet if any(map(is_typed_in, sheet.tables)) else Worksheet
        written = book.add_worksheet(sheet.name, kind)
        canvas = Canvas(written, sheet.name, styles, grid_of(sheet))
        for placed in _write_sheet(book, canvas, report, sheet, lists):
            _add_names(names, sheet.name, placed)
    for name, cells in names.items():
        book.define_name(name, cells)
    lists.write(book)


def _add_macros(book: Workbook, macros: bytes) -> None:
    """Excel takes a project for damaged when one of its sheets has no module there."""
    book.add_vba_project(BytesIO(macros), is_stream=True)
    book.set_vba_name("ThisWorkbook")
    for number, sheet in enumerate(book.worksheets(), start=1):
        sheet.set_vba_name(f"Sheet{number}")


def _set_properties(book: Workbook, report: ReportBook) -> None:
    """What the file says about itself: nothing of the person or the machine that made it."""
    made = datetime.combine(report.made_on, time())
    author = report.meeting.unit_name and f"UBND {report.meeting.unit_name}"
    book.set_properties({"title": report.title, "author": author or AUTHOR, "created": made})
    if report.kind:
        book.set_custom_property(OWN_PROPERTY, report.kind, "text")
    book.set_custom_property(LANGUAGE_PROPERTY, LANGUAGES[report.language], "text")


def _write_sheet(
    book: Workbook, canvas: Canvas, report: ReportBook, sheet: ReportSheet, lists: Lists
) -> tuple[Placed, ...]:
    """All blocks of a sheet from top to bottom, then what concerns the sheet as a whole."""
    for column, width in enumerate(canvas.grid.widths):
        style = canvas.styles.text(locked=False) if sheet.protected else None
        canvas.sheet.set_column_pixels(column, column, width, style)
    if sheet.letterhead:
        write_letterhead(canvas, report.meeting)
    _write_title(canvas, sheet)
    write_buttons(canvas, sheet.buttons)
    placed = _write_tables(canvas, sheet)
    write_charts(book, canvas, sheet.charts, placed)
    _write_notes(canvas, sheet)
    write_pictures(canvas, sheet.pictures)
    end = canvas.row
    if sheet.signature:
        write_signatures(canvas, report.meeting, report.made_on, report.signers)
    add_controls(canvas, sheet, placed, lists)
    _set_view(canvas, sheet, placed)
    _set_print(canvas, sheet, placed, end)
    return placed


def _write_title(canvas: Canvas, sheet: ReportSheet) -> None:
    last = canvas.grid.printed - 1
    canvas.line(sheet.title, last, bold=True, align="center", font_size=TITLE_SIZE)
    if sheet.subtitle:
        canvas.line(sheet.subtitle, last, italic=True, align="center")
    canvas.gap()


def _write_tables(canvas: Canvas, sheet: ReportSheet) -> tuple[Placed, ...]:
    placed: list[Placed] = []
    for table in sheet.tables:
        if placed:
            canvas.gap()
        placed.append(write_table(canvas, table, open_cells=sheet.protected))
    return tuple(placed)


def _write_notes(canvas: Canvas, sheet: ReportSheet) -> None:
    if sheet.notes:
        canvas.gap()
    for note in sheet.notes:
        canvas.line(note, canvas.grid.printed - 1, italic=True, align="left")


def _add_names(names: dict[str, str], sheet: str, placed: Placed) -> None:
    """The named ranges of a table: the data rows of a column, from any sheet."""
    for number, column in enumerate(placed.table.columns, start=1):
        if column.name is None:
            continue
        if column.name in names:
            raise DeclarationError(f"two report columns are named {column.name}")
        letters = column_letters(number)
        rows = f"${letters}${placed.first + 1}:${letters}${placed.last + 1}"
        names[column.name] = f"={quoted_sheet(sheet)}!{rows}"


def _set_view(canvas: Canvas, sheet: ReportSheet, placed: tuple[Placed, ...]) -> None:
    """What is seen on the screen: the header stays in sight, if there is only one."""
    canvas.sheet.hide_gridlines(2 if sheet.letterhead else 1)
    if len(placed) == 1 and placed[0].above <= MAX_FROZEN:
        canvas.sheet.freeze_panes(placed[0].body, 0)
    if sheet.protected:
        protect(canvas)
    if sheet.hidden:
        canvas.sheet.very_hidden()


def _set_print(canvas: Canvas, sheet: ReportSheet, placed: tuple[Placed, ...], end: int) -> None:
    """The paper: one page wide, the header on every page if there is only one.

    What is a little more than a page is made a page; the signatures begin in row `end`.
    """
    set_page(canvas.sheet, landscape=sheet.landscape)
    canvas.sheet.print_area(0, 0, canvas.row - 1, canvas.grid.printed - 1)
    header = (placed[0].header, placed[0].body) if len(placed) == 1 else (0, 0)
    pages = Pages(
        canvas.heights,
        page_room(canvas.grid.printed_width, landscape=sheet.landscape),
        sum(canvas.heights[slice(*header)]),
        tuple(canvas.breaks),
    )
    is_typed = any(is_typed_in(table.table) for table in placed)
    is_one = sheet.one_page or (pages.can_be_one and not is_typed)
    canvas.sheet.fit_to_pages(1, 1 if is_one else 0)
    if not is_one:
        pages = _kept_together(pages, canvas, placed, end)
    canvas.sheet.set_h_pagebreaks(pages.breaks)
    if len(placed) == 1 and (is_typed or _goes_on(pages, placed[0])):
        canvas.sheet.repeat_rows(placed[0].header, placed[0].body - 1)


def _kept_together(pages: Pages, canvas: Canvas, placed: tuple[Placed, ...], end: int) -> Pages:
    """Captions stay with their tables; the signatures take the last lines along to a new page."""
    for table in placed:
        pages = dataclasses.replace(pages, breaks=pages.unbroken(table.top, table.first))
    if end == canvas.row:
        return pages
    breaks = pages.accompanied(end, _last_lines(canvas, placed))
    return dataclasses.replace(pages, breaks=breaks)


def _last_lines(canvas: Canvas, placed: tuple[Placed, ...]) -> tuple[int, ...]:
    """The rows from which the end of a sheet may stand on a page of its own, best first."""
    rows = range(placed[-1].last - 2, placed[-1].last + 1) if placed else ()
    lines = tuple(row for row in rows if row > placed[-1].first)
    return (*canvas.drawn[-1:], *lines)


def _goes_on(pages: Pages, placed: Placed) -> bool:
    """Whether a table does not end on the page on which it begins."""
    return any(placed.body < row <= placed.last + 1 for row in pages.begins())
