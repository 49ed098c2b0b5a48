"""How wide the columns of a sheet are, and where a line across the page is divided."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from toolkit.excel.measure import line_count, lines_height, text_width
from toolkit.excel.theme import DIGIT, MAX_ROW_HEIGHT, PADDING, SIZE, page_width
from toolkit.model import (
    Look,
    ReportCell,
    ReportColumn,
    ReportSheet,
    ReportTable,
    Section,
    SourceLink,
)

WIDEST = 110.0
"""Characters; wider columns are harder to read than high rows."""
STEP = 1.15
FEWEST = 2
"""Columns of a sheet: letterhead and signatures have a left and a right."""
NO_TABLE = 34.0
"""Characters of a column that no table uses."""
MARGIN = 6
"""Pixels between the text of a cell and its borders, both sides together."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of a sheet: widths in pixels; the first `printed` of them go on the paper."""

    widths: tuple[int, ...]
    printed: int

    def width(self, first: int, last: int) -> int:
        """The pixels of some neighbors, both included; columns count from 0."""
        return sum(self.widths[first : last + 1])

    @property
    def printed_width(self) -> int:
        return self.width(0, self.printed - 1)

    def split(self, left: float, right: float) -> int | None:
        """The column at which the right half begins, if both halves get the pixels they need.

        Of the possible columns, the one that leaves the same to spare on both sides.

        >>> Grid((40, 300, 100, 160), printed=4).split(200, 200)
        2
        >>> Grid((40, 500, 60), printed=3).split(200, 200) is None
        True
        """
        lefts = list(accumulate(self.widths[: self.printed]))
        spare = {
            column: (at - left, lefts[-1] - at - right)
            for column, at in enumerate(lefts[:-1], start=1)
        }
        fitting = {column: abs(a - b) for column, (a, b) in spare.items() if min(a, b) >= 0}
        return min(fitting, key=fitting.__getitem__, default=None)


def grid_of(sheet: ReportSheet) -> Grid:
    """The columns that all tables of the sheet share.

    Columns of text take up what is left of the page, and grow where a text would need a higher
    row than Excel has.
    """
    count = max(FEWEST, *(len(table.columns) for table in sheet.tables), 0)
    widths = [_pixels(_characters(sheet.tables, position)) for position in range(count)]
    printed = _printed(sheet.tables, count)
    texts = [p for p in range(printed) if _is_text(sheet.tables, p)] or list(range(printed))
    spare = page_width(landscape=sheet.landscape) - sum(widths[:printed])
    if spare > 0:
        _share(widths, texts, spare)
    return Grid(tuple(widths), printed)


def text_room(width: int) -> int:
    """The pixels that a text has in a cell."""
    return width - MARGIN


def _pixels(characters: float) -> int:
    return int(characters * DIGIT + 0.5) + PADDING


def _printed(tables: Sequence[ReportTable], count: int) -> int:
    """Columns up to the last one that goes on the paper, in any table."""
    return max(
        (p + 1 for table in tables for p, c in enumerate(table.columns) if c.printed),
        default=count,
    )


def _is_text(tables: Sequence[ReportTable], position: int) -> bool:
    return any(
        table.columns[position].look is Look.TEXT
        for table in tables
        if position < len(table.columns)
    )


def _characters(tables: Sequence[ReportTable], position: int) -> float:
    """The width of a column: the greatest that a table wants, or a text needs."""
    having = [table for table in tables if position < len(table.columns)]
    width = max((_least(table.columns[position]) for table in having), default=NO_TABLE)
    for text in (text for table in having for text in _texts(table.rows, position)):
        while width < WIDEST and _too_high(text, width):
            width = min(width * STEP, WIDEST)
    return width


def _least(column: ReportColumn) -> float:
    """The width that a column asks for, or that the longest word of its header needs."""
    longest = max(text_width(word, SIZE, bold=True) for word in column.header[-1].split() or [""])
    return max(column.width, (longest + MARGIN - PADDING) / DIGIT)


def _texts(rows: Sequence[tuple[ReportCell, ...] | Section], position: int) -> Iterator[str]:
    for row in rows:
        if not isinstance(row, Section):
            value = row[position]
            if isinstance(value, str):
                yield value
            elif isinstance(value, SourceLink):
                yield value.text


def _too_high(text: str, characters: float) -> bool:
    # A line holds more letters than digits, hardly ever fewer than half as many.
    if len(text) < characters * MAX_ROW_HEIGHT / lines_height(2, SIZE) and "\n" not in text:
        return False
    lines = line_count(text, text_room(_pixels(characters)), SIZE)
    return lines_height(lines, SIZE) > MAX_ROW_HEIGHT


def _share(widths: list[int], positions: Sequence[int], spare: int) -> None:
    """Give some columns what is to spare, in proportion to what they have, to the pixel."""
    whole = sum(widths[p] for p in positions)
    edges = [0, *(spare * w // whole for w in accumulate(widths[p] for p in positions))]
    for position, (start, end) in zip(positions, pairwise(edges), strict=True):
        widths[position] += end - start
