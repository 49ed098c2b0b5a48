"""What a form has beside its tables: buttons, pictures, protection."""

from collections.abc import Sequence
from itertools import accumulate

from toolkit.excel.canvas import Canvas, pixels
from toolkit.excel.cells import clean
from toolkit.excel.measure import PIXELS, line_count, lines_height, text_width
from toolkit.excel.theme import FONT, HEADER_FILL, PAINTS, SMALL_SIZE
from toolkit.model import Button, Picture

BUTTON_WIDTH, BUTTON_HEIGHT, BUTTON_SPACE = 150, 36, 12
"""Pixels."""

NARROWEST, WIDEST = 40, 230
"""Pixels of a column of a picture."""
INSIDE = 24
"""Pixels between the text and the edges of a drawn cell, both sides together."""
WRONG, RIGHT = PAINTS["red"], "#FFFFFF"

MAY = {
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "insert_rows": True,
    "insert_hyperlinks": True,
    "delete_rows": True,
    "sort": True,
    "autofilter": True,
    "objects": True,
}
"""What people may do in a protected sheet, beside typing: everything but change the headers."""


def write_buttons(canvas: Canvas, buttons: Sequence[Button]) -> None:
    """Put buttons side by side into one row, below what is there already."""
    if not buttons:
        return
    for number, button in enumerate(buttons):
        place = {"x_offset": BUTTON_SPACE + number * (BUTTON_WIDTH + BUTTON_SPACE), "y_offset": 4}
        size = {"width": BUTTON_WIDTH, "height": BUTTON_HEIGHT}
        text = {"macro": button.macro, "caption": button.caption, "description": button.caption}
        canvas.sheet.insert_button(canvas.row, 0, text | size | place)
    canvas.gap((BUTTON_HEIGHT + BUTTON_SPACE) / PIXELS)


def write_pictures(canvas: Canvas, pictures: Sequence[Picture]) -> None:
    """Draw small tables below what is there already, each in one row of the sheet."""
    for picture in pictures:
        canvas.gap()
        canvas.line(picture.caption, canvas.grid.printed - 1, bold=True, align="left")
        widths = _widths(picture, canvas.grid.printed_width)
        heights = [_height(row, widths) for row in picture.rows]
        for number, row in enumerate(picture.rows):
            top = sum(heights[:number])
            lefts = (0, *accumulate(widths))
            for column, (typed, left, width) in enumerate(zip(row, lefts, widths, strict=False)):
                is_wrong = (number, column) in picture.blamed
                ground, text = (WRONG, f"✗ {typed}") if is_wrong else (RIGHT, typed)
                size = {"width": width, "height": heights[number]}
                place = {"x_offset": left, "y_offset": top, "description": text or "ô trống"}
                looks = _looks(HEADER_FILL if number == 0 else ground, bold=number == 0)
                canvas.sheet.insert_textbox(canvas.row, 0, clean(text), looks | size | place)
        canvas.gap((sum(heights) + INSIDE) / PIXELS)


def protect(canvas: Canvas) -> None:
    """Keep the cells that are not unlocked from being typed over; no password is needed."""
    canvas.sheet.protect("", MAY)


def _widths(picture: Picture, room: int) -> list[int]:
    """The columns of a picture, narrower where the page would not hold them."""
    columns = list(zip(*picture.rows, strict=True))
    wanted = [
        min(WIDEST, max(NARROWEST, *(round(_width(text)) + INSIDE for text in column)))
        for column in columns
    ]
    scale = min(1.0, room / sum(wanted))
    return [int(width * scale) for width in wanted]


def _height(row: Sequence[str], widths: Sequence[int]) -> int:
    lines = (
        line_count(text, width - INSIDE, SMALL_SIZE, bold=True)
        for text, width in zip(row, widths, strict=True)
    )
    return pixels(lines_height(max(lines), SMALL_SIZE)) + INSIDE // 2


def _width(text: str) -> float:
    return text_width(text, SMALL_SIZE, bold=True)


def _looks(ground: str, *, bold: bool) -> dict[str, object]:
    return {
        "fill": {"color": ground},
        "line": {"color": "#000000", "width": 0.75},
        "font": {"name": FONT, "size": SMALL_SIZE, "bold": bold},
        "align": {"vertical": "middle", "horizontal": "center" if bold else "left"},
        "object_position": 2,
    }
