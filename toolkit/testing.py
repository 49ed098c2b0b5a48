r"""Sheets written as text, for tests and for the examples of rules.

What you read is what is in the cells. One line is one row, `|` separates cells:

- `== a.xlsx` begins another workbook, `# Kiến nghị` another sheet;
- an empty cell is None, an empty line an empty row;
- numbers and ISO dates become what Excel would store; `'` keeps text as text;
- `^` is merged with the cell above, `<` with the cell to the left;
- `#REF!` and its like are error values, `=?` a formula that was never calculated;
- `\n` is a line break inside a cell; `>>` before a cell marks it as the one to blame;
- a line that begins with `~` is a hidden row.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from textwrap import dedent

from toolkit.model import Cell, Raw, Sheet, Span, Workbook

BLAMED = ">>"
ERROR_VALUE = re.compile(r"#(REF!|N/A|DIV/0!|NAME\?|VALUE!|NUM!|NULL!)")


def workbook(text: str, name: str = "test.xlsx") -> Workbook:
    """The first workbook that the text holds.

    >>> sheet = workbook('''
    ... Họ tên | Số CCCD       | Năm sinh
    ... An     | '001090000001 | 1990
    ... ''').sheets[0]
    >>> sheet.rows[1]
    ('An', '001090000001', 1990)
    """
    return workbooks(text, name)[0]


def workbooks(text: str, name: str = "test.xlsx") -> tuple[Workbook, ...]:
    """All workbooks that the text holds; the first needs no `==` line.

    >>> [(w.name, [s.name for s in w.sheets]) for w in workbooks('''
    ... == a.xlsx
    ... # Một
    ... STT
    ... # Hai
    ... == b.xlsx
    ... STT
    ... ''')]
    [('a.xlsx', ['Một', 'Hai']), ('b.xlsx', ['Sheet1'])]
    """
    return tuple(book for book, _ in _read(text, name))


def blamed(text: str, name: str = "test.xlsx") -> frozenset[Cell]:
    """The cells marked with `>>`.

    >>> [cell.a1 for cell in blamed('An | >>Bình')]
    ['B1']
    """
    return frozenset(cell for _, cells in _read(text, name) for cell in cells)


@dataclass(slots=True)
class _Draft:
    """A sheet being read."""

    name: str
    rows: list[tuple[Raw, ...]] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    no_result: set[tuple[int, int]] = field(default_factory=set)
    blamed: set[tuple[int, int]] = field(default_factory=set)

    def add(self, line: str) -> None:
        number = len(self.rows) + 1
        if line.startswith("~"):
            self.hidden.add(number)
            line = line[1:]
        cells = (part.strip() for part in line.split("|")) if line.strip() else ()
        self.rows.append(tuple(self._cell(t, number, c) for c, t in enumerate(cells, start=1)))

    def _cell(self, text: str, row: int, column: int) -> Raw:
        if text.startswith(BLAMED):
            self.blamed.add((row, column))
            text = text.removeprefix(BLAMED).strip()
        if text in {"^", "<"}:
            self._merge(row, column, above=text == "^")
            return None
        if ERROR_VALUE.fullmatch(text):
            self.errors[row, column] = text
            return None
        if text == "=?":
            self.no_result.add((row, column))
            return None
        return _value(text)

    def _merge(self, row: int, column: int, *, above: bool) -> None:
        neighbour = (row - 1, column) if above else (row, column - 1)
        for position, span in enumerate(self.spans):
            if span.top <= neighbour[0] <= span.bottom and span.left <= neighbour[1] <= span.right:
                grown = Span(span.top, span.left, max(row, span.bottom), max(column, span.right))
                self.spans[position] = grown
                return
        self.spans.append(Span(*neighbour, row, column))

    def sheet(self) -> Sheet:
        return Sheet(
            self.name,
            tuple(self.rows),
            merged=tuple(self.spans),
            hidden_rows=frozenset(self.hidden),
            errors=self.errors,
            no_result=frozenset(self.no_result),
        )


def _read(text: str, name: str) -> Iterator[tuple[Workbook, frozenset[Cell]]]:
    drafts: list[_Draft] = []
    for line in [*dedent(text).strip("\n").splitlines(), "== end"]:
        if line.startswith("== "):
            if drafts:
                yield (
                    Workbook(name, tuple(draft.sheet() for draft in drafts)),
                    frozenset(Cell(name, d.name, *at) for d in drafts for at in d.blamed),
                )
            name, drafts = line.removeprefix("== ").strip(), []
        elif line.startswith("# "):
            drafts.append(_Draft(line.removeprefix("# ").strip()))
        else:
            if not drafts:
                drafts.append(_Draft("Sheet1"))
            drafts[-1].add(line)


def _value(text: str) -> Raw:
    if not text:
        return None
    if text.startswith("'"):
        return text[1:]
    for read in (int, float, datetime.fromisoformat):
        try:
            return read(text)
        except ValueError:
            continue
    return text.replace("\\n", "\n")
