"""What makes a written table comfortable to work in: lists to choose from, colors, filters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from xlsxwriter import Workbook

from toolkit.excel.canvas import Canvas
from toolkit.excel.cells import clean
from toolkit.excel.tables import Placed, is_typed_in
from toolkit.excel.theme import PAINTS
from toolkit.model import ReportSheet, column_letters

LISTS_SHEET, CHOSEN_SHEET = "_danh_muc", "_theo_loai"
MAX_LIST = 255
"""Letters of a list that stands in the validation itself; its items may hold no comma."""
NEW_ROWS = 500
"""Blank rows below a table that ends its sheet, for what people add."""

NOT_IN_LIST: dict[str, object] = {
    "error_type": "warning",
    "error_title": "Chưa có trong danh sách",
    "error_message": "Giá trị này chưa có trong danh sách. Đề nghị chọn từ danh sách thả xuống.",
}
LOCKED: dict[str, object] = {
    "validate": "custom",
    "value": "=FALSE",
    "error_type": "stop",
    "error_title": "Cột tự động",
    "error_message": "Cột này do công cụ tự ghi. Đề nghị sửa ở các cột còn lại.",
}

HARMLESS = ("number_stored_as_text", "formula_differs", "formula_range", "empty_cell_reference")


@dataclass(slots=True)
class Lists:
    """The long lists of a workbook, each once, in a hidden sheet at its end."""

    columns: dict[tuple[str, ...], int] = field(default_factory=dict)
    side_by_side: list[tuple[str, ...]] = field(default_factory=list)

    def source(self, choices: tuple[str, ...]) -> list[str] | str:
        """The list as a validation wants it: itself, or where it stands."""
        short = len(",".join(choices)) <= MAX_LIST
        if short and not any("," in choice for choice in choices):
            return list(choices)
        column = column_letters(self.columns.setdefault(choices, len(self.columns)) + 1)
        return f"={LISTS_SHEET}!${column}$1:${column}${len(choices)}"

    def source_by(self, cell: str, lists: Mapping[str, tuple[str, ...]]) -> str:
        """The list that the text in a cell names; the names stand before the lists."""
        first = len(self.side_by_side)
        self.side_by_side += [tuple(lists), *lists.values()]
        names, begin = (column_letters(first + number) for number in (1, 2))
        place = f"MATCH({cell},{CHOSEN_SHEET}!${names}$1:${names}${len(lists)},0)-1"
        longest = max(map(len, lists.values()))
        whole = f"OFFSET({CHOSEN_SHEET}!${begin}$1,0,{place},{longest},1)"
        return f"=OFFSET({CHOSEN_SHEET}!${begin}$1,0,{place},COUNTA({whole}),1)"

    def write(self, book: Workbook) -> None:
        """Add the sheets with lists, if there are any to keep in them."""
        _write_lists(book, LISTS_SHEET, tuple(self.columns))
        _write_lists(book, CHOSEN_SHEET, self.side_by_side)


def _write_lists(book: Workbook, name: str, lists: Sequence[tuple[str, ...]]) -> None:
    """A hidden sheet with one list in each column; none if there are no lists."""
    if not lists:
        return
    sheet = book.add_worksheet(name)
    sheet.very_hidden()
    for row in range(max(map(len, lists))):
        for column, choices in enumerate(lists):
            if row < len(choices):
                sheet.write_string(row, column, clean(choices[row]))


def add_controls(
    canvas: Canvas, sheet: ReportSheet, placed: tuple[Placed, ...], lists: Lists
) -> None:
    """Everything of `ReportSheet` and `ReportColumn` that is about working on the screen."""
    for table in placed:
        reach = _reach(sheet, table)
        _add_validations(canvas, table, reach, lists)
        _add_colors(canvas, sheet, table, reach)
    if sheet.filtered and placed:
        _add_filter(canvas, placed[0])
    _silence_warnings(canvas, placed)


def _reach(sheet: ReportSheet, placed: Placed) -> int:
    """The last row in which the table may go on: further down if nothing stands below it."""
    below = sheet.notes or sheet.charts or sheet.signature or placed.table.total is not None
    is_last = placed.table is sheet.tables[-1]
    open_ended = is_last and not below and is_typed_in(placed.table)
    return placed.last + NEW_ROWS if open_ended else placed.last


def _add_validations(canvas: Canvas, placed: Placed, reach: int, lists: Lists) -> None:
    for number, column in enumerate(placed.table.columns):
        if column.locked:
            options = LOCKED
        elif column.choices:
            options = NOT_IN_LIST | {"validate": "list", "source": lists.source(column.choices)}
        elif by := column.choices_by:
            cell = f"${column_letters(by.column + 1)}{placed.first + 1}"
            source = lists.source_by(cell, by.lists)
            options = {"validate": "list", "source": source, "show_error": False}
        else:
            continue
        canvas.sheet.data_validation(placed.first, number, reach, number, options)


def _add_colors(canvas: Canvas, sheet: ReportSheet, placed: Placed, reach: int) -> None:
    """Color the rows that say certain words; the color follows when the words are changed."""
    last = len(placed.table.columns)
    row = f"$A{placed.first + 1}:${column_letters(last)}{placed.first + 1}"
    for text, name in sheet.colors.items():
        rule = {
            "type": "formula",
            "criteria": f"=ISNUMBER(MATCH({_literal(text)},{row},0))",
            "format": canvas.styles.difference(bg_color=PAINTS[name]),
        }
        canvas.sheet.conditional_format(placed.first, 0, reach, last - 1, rule)


def _literal(text: str) -> str:
    """A text inside a formula of `MATCH`, for which `*`, `?` and `~` are not ordinary letters."""
    for letter in "~*?":
        text = text.replace(letter, f"~{letter}")
    return '"' + text.replace('"', '""') + '"'


def _add_filter(canvas: Canvas, placed: Placed) -> None:
    last = len(placed.table.columns) - 1
    canvas.sheet.autofilter(placed.body - 1, 0, placed.last, last)


def _silence_warnings(canvas: Canvas, placed: tuple[Placed, ...]) -> None:
    """No green corners at phone numbers and counted figures: they are meant so."""
    cells = " ".join(
        f"A{p.body + 1}:{column_letters(len(p.table.columns))}{p.last + 2}" for p in placed
    )
    if cells:
        canvas.sheet.ignore_errors(dict.fromkeys(HARMLESS, cells))
