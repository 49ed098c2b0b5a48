"""A sheet seen as texts, with merged cells filled in."""

from collections.abc import Iterator
from datetime import date, datetime
from functools import cached_property

from toolkit.model import Raw, Sheet, Span

_LONG_NUMBER = 5
"""Digits in a text that is a number or a date; a year in a heading has four."""


class Grid:
    """Looks things up in one sheet. Rows and columns count from 1."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.last_row = len(sheet.rows)

    @cached_property
    def _spans(self) -> dict[tuple[int, int], Span]:
        """The merged range of each cell near a header; ranges over whole columns are cut."""
        return {
            (row, column): span
            for span in self.sheet.merged
            for row in range(span.top, min(span.bottom, self.last_row) + 1)
            for column in range(span.left, min(span.right, span.left + 200) + 1)
        }

    def span(self, row: int, column: int) -> Span | None:
        """The merged range that a cell is part of."""
        return self._spans.get((row, column))

    def text(self, row: int, column: int) -> str:
        """What stands in a cell itself, on one line; "" if it is empty."""
        return as_text(self.sheet.at(row, column))

    def filled(self, row: int) -> dict[int, str]:
        """The cells of a row that are not empty, by column."""
        if not 0 < row <= self.last_row:
            return {}
        cells = enumerate(self.sheet.rows[row - 1], start=1)
        return {column: text for column, raw in cells if (text := as_text(raw))}

    def down(self, first: int, last: int, column: int) -> Iterator[tuple[int, Raw]]:
        """The rows and cells of a column from one row to another, empty ones left out."""
        for row in range(first, min(last, self.last_row) + 1):
            raw = self.sheet.at(row, column)
            if raw is not None and raw != "":
                yield row, raw


def as_text(raw: Raw) -> str:
    r"""A cell as one line of text.

    >>> as_text("Năm\n sinh"), as_text(3.0), as_text(None)
    ('Năm sinh', '3', '')
    """
    if raw is None:
        return ""
    if isinstance(raw, str):
        return " ".join(raw.split())
    if isinstance(raw, float) and raw.is_integer():
        return str(int(raw))
    return str(raw)


def is_number(raw: Raw) -> bool:
    """A number or a date, as Excel stores it or typed as text.

    >>> is_number("0778 215 595"), is_number("20/10/2026 07:05"), is_number("Năm 2026")
    (True, True, False)
    """
    if isinstance(raw, str):
        digits, letters = sum(map(str.isdigit, raw)), sum(map(str.isalpha, raw))
        return digits >= _LONG_NUMBER and digits > letters
    return isinstance(raw, int | float | date | datetime) and not isinstance(raw, bool)
