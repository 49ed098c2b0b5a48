"""Find the rows that head a table: one to four of them, anywhere on a sheet."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from toolkit.detect.evidence import is_sentence
from toolkit.detect.grid import Grid, is_number
from toolkit.detect.phrases import is_bare, plain
from toolkit.detect.vocabulary import Lexicon
from toolkit.values.texts import fold

LONGEST = 90
"""No header cell is longer; petitions are."""
MOST_ROWS = 4
SAME = 0.8
"""The share of columns that must read the same in a header that stands there again."""
_DECLARED_WORDS = 1.6
_SIMILAR_WORDS = 2.2
"""How much the words of a row must score to be looked at as a header."""
_WORDS_OVER_VALUES = 1.2
"""How much they must score where dates, numbers or sentences stand below."""
_WORDS_BELOW = 3
"""So many texts at least go on below a header that is not merged with them."""
_FIRST_ROWS = 40
"""Only so far down are words looked at that are like declared ones but are not the same."""

_RECORD_NUMBER = re.compile(r"\d{1,3}[.)]?")
"""“04”, “4.”: how records are numbered; a year has four digits."""


@dataclass(frozen=True, slots=True)
class Header:
    """The rows of a header, and for each column its texts from the upper row to the lower."""

    rows: tuple[int, ...]
    columns: Mapping[int, tuple[str, ...]]

    def label(self, column: int) -> str:
        """The header as it is shown: “Năm sinh / Nam”."""
        return " / ".join(self.columns[column])

    def words(self, column: int) -> tuple[str, ...]:
        """The texts that tell a column from its neighbours, from the upper to the lower row.

        A lower text that stands under several upper ones (“Số phiếu | Tỷ lệ” under each level)
        does not, unless it says another thing with each: “Kiến nghị / Ngày”, “Trả lời / Ngày”.
        """
        texts = self.columns[column]
        alone = sum(t[-1] == texts[-1] for t in self.columns.values()) == 1
        if len(texts) == 1 or alone or is_bare(plain(texts[-1])):
            return texts
        return texts[:-1]

    def resembles(self, other: "Header") -> bool:
        """Whether nearly all columns of two headers have the same texts, however spelled."""
        columns = self.columns.keys() | other.columns.keys()
        ours, theirs = self.columns, other.columns
        same = sum(
            fold(" ".join(ours.get(n, ()))) == fold(" ".join(theirs.get(n, ()))) for n in columns
        )
        return same >= SAME * len(columns)

    def part_of(self, columns: Sequence[int]) -> "Header":
        """The header over some of its columns, as it stands."""
        return Header(self.rows, {column: self.columns[column] for column in columns})

    def panels(self) -> tuple["Header", ...]:
        """The header cut where all its texts begin anew: a long list in two or three panels."""
        numbers = sorted(self.columns)
        texts = [fold(self.columns[number][-1]) for number in numbers]
        width = next((n for n in range(2, len(texts)) if texts[n] == texts[0]), len(texts))
        again = [texts[at : at + width] for at in range(0, len(texts), width)]
        if any(panel != again[0] for panel in again):
            return (self.part(numbers),)
        return tuple(self.part(numbers[at : at + width]) for at in range(0, len(numbers), width))

    def part(self, columns: Sequence[int]) -> "Header":
        """The header over some of its columns, without a title that stands over all of them."""
        texts = {column: self.columns[column] for column in columns}
        upper = {text[0] if len(text) > 1 else None for text in texts.values()}
        if len(texts) < 3 or len(upper) > 1 or None in upper:
            return self.part_of(columns)
        return Header(self.rows[1:], {column: text[1:] for column, text in texts.items()})


def find_headers(grid: Grid, lexicon: Lexicon) -> tuple[Header, ...]:
    """All rows that may head a table, from top to bottom. They do not overlap."""
    found: list[Header] = []
    end = 0
    for row in range(1, grid.last_row + 1):
        if row <= end or (found and _is_numbered(grid, row, found[-1])):
            continue
        if _is_candidate(grid, row, lexicon, is_first=not found):
            rows = _grow(grid, row, end, lexicon)
            found.append(Header(rows, dict(_columns(grid, rows))))
            end = rows[-1]
    return tuple(found)


def _is_candidate(grid: Grid, row: int, lexicon: Lexicon, *, is_first: bool) -> bool:
    """Whether a row may head a table. Below another header, guesses need a gap or title above."""
    cells = grid.filled(row)
    told = cells if is_first else _without_repeated(grid, row, cells)
    texts = {text for text in told.values() if len(text) <= LONGEST}
    if len(texts) < 2:
        return False
    numbers = sum(is_number(grid.sheet.at(row, column)) for column in cells)
    least = _DECLARED_WORDS + 2 * numbers
    if least <= len(texts) and lexicon.declared(texts) >= least:
        return True
    if numbers:
        return False
    if _counts_below(grid, row, cells):
        return True
    if row > _FIRST_ROWS or len(texts) < 3 or not (is_first or _begins_block(grid, row)):
        return False
    over_values = is_first and _stands_over_values(grid, row, cells)
    return lexicon.similar(texts) >= (_WORDS_OVER_VALUES if over_values else _SIMILAR_WORDS)


def _is_numbered(grid: Grid, row: int, above: Header) -> bool:
    """Whether a row has a number below the first heading of a table, as its records have.

    A record may hold words that are headings elsewhere: “năm” for a number, “Xã”.
    """
    return bool(_RECORD_NUMBER.fullmatch(grid.text(row, min(above.columns))))


def _without_repeated(grid: Grid, row: int, cells: Mapping[int, str]) -> dict[int, str]:
    """The cells of a row that do not say what the cell above or below says, as values do."""
    return {
        column: text
        for column, text in cells.items()
        if text not in {grid.text(row - 1, column), grid.text(row + 1, column)}
    }


def _begins_block(grid: Grid, row: int) -> bool:
    """Whether the row above is blank or holds a title."""
    return len(set(grid.filled(row - 1).values())) < 2


def _counts_below(grid: Grid, row: int, cells: Mapping[int, str]) -> bool:
    """Whether the first cell of a row of words stands over 1, 2: the numbers of records."""
    first = min(cells)
    if len(cells) < 3:
        return False
    below = [grid.text(row + 1, first), grid.text(row + 2, first)]
    return below == ["1", "2"] and any(map(str.isalpha, cells[first]))


def _stands_over_values(grid: Grid, row: int, cells: Mapping[int, str]) -> bool:
    """Whether short words stand over two rows of dates, numbers or sentences, in most columns."""
    if len(cells) < 3 or max(map(len, cells.values())) > LONGEST // 2:
        return False
    below = [grid.sheet.at(row + at, column) for at in (1, 2) for column in cells]
    told = sum(is_number(raw) or is_sentence(raw) for raw in below)
    return told >= 2 and sum(raw is not None for raw in below) > len(cells)


def _grow(grid: Grid, row: int, end: int, lexicon: Lexicon) -> tuple[int, ...]:
    """The header rows above and below one that was recognised."""
    first = last = row
    while first - 1 > end and last - first < MOST_ROWS - 1:
        if not _heads(grid, first - 1, lexicon):
            break
        first -= 1
    while last < grid.last_row and last - first < MOST_ROWS - 1:
        if not (
            _reaches(grid, last)
            or _is_below_groups(grid, last)
            or _goes_on_to_first(grid, first, last)
        ):
            break
        last += 1
    return tuple(range(first, last + 1))


def _heads(grid: Grid, row: int, lexicon: Lexicon) -> bool:
    """Whether a row is the upper part of the header that begins below it."""
    if _reaches(grid, row):
        return True
    cells = grid.filled(row)
    if len(cells) < 2 or any(is_number(grid.sheet.at(row, column)) for column in cells):
        return False
    return any(map(lexicon.knows, cells.values()))


def _reaches(grid: Grid, row: int) -> bool:
    """Whether a filled cell of this row is merged with the one below it."""
    return any(
        span and span.top <= row < span.bottom and span.bottom - span.top < MOST_ROWS
        for column in grid.filled(row)
        for span in (grid.span(row, column),)
    )


def _is_below_groups(grid: Grid, row: int) -> bool:
    """Whether the next row divides the headings of this one: “Năm sinh” into “Nam | Nữ”."""
    below = grid.filled(row + 1)
    if len(below) < 2 or any(len(text) > LONGEST // 2 for text in below.values()):
        return False
    if any(is_number(grid.sheet.at(row + 1, column)) for column in below):
        return False
    return all(_is_grouped(grid, row, column, below) for column in below)


def _goes_on_to_first(grid: Grid, first: int, last: int) -> bool:
    """Whether words go on below a header, and the first record is numbered right below them.

    “Nội dung” over “kiến nghị”, each in a cell of its own; nothing stands below “STT”.
    """
    above, below = grid.filled(first), grid.filled(last + 1)
    if not below or min(above) in below or grid.text(last + 2, min(above)) != "1":
        return False
    if len(set(below.values())) < _WORDS_BELOW or max(map(len, below.values())) > LONGEST // 2:
        return False
    return not any(is_number(grid.sheet.at(last + 1, column)) for column in below)


def _is_grouped(grid: Grid, row: int, column: int, below: Mapping[int, str]) -> bool:
    span = grid.span(row, column)
    if span:
        return span.right > span.left and bool(grid.text(span.top, span.left))
    if grid.text(row, column):  # the first of an unmerged group: its right neighbour is blank
        return column + 1 in below and not grid.text(row, column + 1)
    return _heading_left(grid, row, column) is not None


def _heading_left(grid: Grid, row: int, column: int) -> int | None:
    """The column of the nearest heading to the left, over a blank that is not merged."""
    while column > 1 and not grid.text(row, column):
        column -= 1
        if grid.span(row, column) and not grid.text(row, column):
            return None
    return column if grid.text(row, column) else None


def _columns(grid: Grid, rows: tuple[int, ...]) -> Iterator[tuple[int, tuple[str, ...]]]:
    last = max(column for row in rows for column in grid.filled(row))
    for column in range(1, last + 1):
        texts: list[str] = []
        for row in rows:
            text = _text_over(grid, row, column, rows)
            if text and (not texts or texts[-1] != text):
                texts.append(text)
        if texts:
            yield column, tuple(texts)


def _text_over(grid: Grid, row: int, column: int, rows: tuple[int, ...]) -> str:
    """The heading of a column in one header row, taken from the merged range if there is one."""
    text = grid.text(row, column)
    span = grid.span(row, column)
    if text or span:
        return text or (grid.text(span.top, span.left) if span and span.top == row else "")
    if row == rows[-1] or not grid.text(row + 1, column):
        return ""
    left = _heading_left(grid, row, column)
    return grid.text(row, left) if left and grid.text(row + 1, left) else ""
