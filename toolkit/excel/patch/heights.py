"""How high the rows are that are added: Excel fits only those that people type."""

import re
from collections.abc import Iterable, Mapping, Sequence

from toolkit.excel.canvas import row_height
from toolkit.excel.grid import MARGIN
from toolkit.excel.measure import line_count
from toolkit.excel.patch.edits import Content
from toolkit.excel.patch.styles import Styles
from toolkit.excel.theme import DIGIT, MAX_ROW_HEIGHT, PADDING, SIZE

USUAL_WIDTH = 8.43
"""Characters in a column whose width nobody set."""

_COLUMN = re.compile(rb"<(?:\w+:)?col\b[^>]*>")
_ATTRIBUTE = re.compile(rb"\b(min|max|width)=[\"']([\d.]+)[\"']")


def heights(
    data: bytes,
    rows: Sequence[Mapping[int, Content]],
    first: int,
    like: Mapping[int, int],
    styles: Styles,
) -> dict[int, float]:
    """The points that rows need from row `first` on, for texts in styles that wrap.

    `data` is the sheet, `like` the style of each column. Rows without such texts are left out.
    """
    wrapped = {column for column, style in like.items() if styles.wraps(style)}
    widths = _widths(data[: data.find(b"sheetData")])
    return {
        number: _height((text, _width(column, widths)) for column, text in texts.items())
        for number, row in enumerate(rows, start=first)
        if (texts := {c: t for c, t in row.items() if c in wrapped and isinstance(t, str)})
    }


def _widths(head: bytes) -> list[tuple[int, int, float]]:
    """First and last column, and their width in characters."""
    found = (dict(_ATTRIBUTE.findall(column[0])) for column in _COLUMN.finditer(head))
    return [(int(c[b"min"]), int(c[b"max"]), float(c[b"width"])) for c in found if len(c) == 3]


def _width(column: int, widths: Iterable[tuple[int, int, float]]) -> float:
    """The pixels that a text has in a column."""
    given = (width for first, last, width in widths if first <= column <= last)
    return max(next(given, USUAL_WIDTH) * DIGIT - PADDING - MARGIN, 1.0)


def _height(texts: Iterable[tuple[str, float]]) -> float:
    lines = max(line_count(text, room, SIZE) for text, room in texts)
    return min(row_height(lines), MAX_ROW_HEIGHT)
