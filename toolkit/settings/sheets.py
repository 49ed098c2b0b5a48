"""The rows of a settings sheet: its header may stand anywhere in the first rows, in any order."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from toolkit.model import Cell, Finding, Notice, Raw, Sheet, Workbook
from toolkit.settings.notices import NO_COLUMN, NO_FULL_DATE
from toolkit.values.dates import parse_date
from toolkit.values.reading import UnreadableError
from toolkit.values.texts import clean, fold, shown

HEADER_ROWS = 15
"""How far down a header is looked for; above it stand a title and instructions."""

SEPARATORS = re.compile(r"[;|\n]")
BLANK = "(để trống)"
"""What messages show of an empty cell."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of a settings sheet; the first of `words` is the one we print, `width` wide."""

    key: str
    words: tuple[str, ...]
    width: float
    required: bool = False

    def is_meant_by(self, text: str) -> bool:
        """Whether a header says this, whatever its accents and the order of its words.

        >>> Heading("lead_unit", ("Đơn vị chủ trì",), 30).is_meant_by("CHỦ TRÌ (đơn vị)")
        True
        """
        return sorted(fold(text).split()) in [sorted(fold(word).split()) for word in self.words]


@dataclass(frozen=True, slots=True)
class Line:
    """A filled row of a settings sheet, and where its columns are."""

    workbook: str
    sheet: Sheet
    number: int
    columns: Mapping[str, int]

    def raw(self, key: str) -> Raw:
        return self.sheet.at(self.number, self.columns[key]) if key in self.columns else None

    def text(self, key: str) -> str:
        """What stands there, on one line; empty if it is blank."""
        return clean(shown(self.raw(key)))

    def parts(self, key: str) -> tuple[str, ...]:
        """The parts of a cell that holds several, one per line or separated by `;` or `|`."""
        found = (clean(part) for part in SEPARATORS.split(shown(self.raw(key))))
        return tuple(part for part in found if part)

    def finding(
        self,
        notice: Notice,
        key: str,
        params: Mapping[str, object] | None = None,
        related: tuple[Cell, ...] = (),
    ) -> Finding:
        """A finding about a cell of this row; its text may show the `value` of the cell."""
        value = self.text(key)
        filling = {"value": value or BLANK, **(params or {})}
        return Finding(notice, self.cell(key), filling, value=value or None, related=related)

    def cell(self, key: str) -> Cell:
        return Cell(self.workbook, self.sheet.name, self.number, self.columns.get(key, 1))


def sheet_named(workbook: Workbook, names: Sequence[str]) -> Sheet | None:
    """The first sheet that has one of these names, spelling apart."""
    wanted = {fold(name) for name in names}
    return next((sheet for sheet in workbook.sheets if fold(sheet.name) in wanted), None)


def control_cell(control: Workbook, sheet: str, label: str) -> tuple[int, int]:
    """Row and column of the cell beside a label of a control workbook; people may move it.

    Raises:
        LookupError: The workbook has no such sheet, or the sheet no such label.
    """
    found = sheet_named(control, (sheet,))
    if found is None:
        raise LookupError(f"no sheet {sheet}")
    for row, cells in enumerate(found.rows, start=1):
        for column, cell in enumerate(cells, start=1):
            if fold(clean(shown(cell))) == fold(label):
                return row, column + 1
    raise LookupError(f"no label {label} in sheet {sheet}")


def read_lines(
    workbook: str, sheet: Sheet, headings: Sequence[Heading]
) -> tuple[tuple[Line, ...], tuple[Finding, ...]]:
    """The filled rows below the header; a finding instead if a required column is missing."""
    row, columns = find_header(sheet, headings)
    for heading in headings:
        if heading.required and heading.key not in columns:
            cell = Cell(workbook, sheet.name, row, 1)
            free = Cell(
                workbook, sheet.name, row, 1 + len(sheet.rows[row - 1] if sheet.rows else ())
            )
            params = {"header": heading.words[0], "place": free.a1}
            return (), (Finding(NO_COLUMN, cell, params),)
    lines = (Line(workbook, sheet, n, columns) for n in range(row + 1, len(sheet.rows) + 1))
    return tuple(line for line in lines if any(map(line.text, columns))), ()


def full_date(line: Line, key: str) -> date | Finding:
    """The day that a cell tells, or why it tells none."""
    try:
        value = parse_date(line.raw(key)).value
    except UnreadableError as error:
        return line.finding(error.notice, key, error.params)
    return value if isinstance(value, date) else line.finding(NO_FULL_DATE, key)


def find_header(sheet: Sheet, headings: Sequence[Heading]) -> tuple[int, dict[str, int]]:
    """The row that names most of the columns, and which they are; row 1 if none does.

    Of several the last: a title above may be the name of a column, too.
    """
    candidates = [
        (row, columns)
        for row, cells in enumerate(sheet.rows[:HEADER_ROWS], start=1)
        if (columns := _columns(cells, headings))
    ]
    return max(reversed(candidates), key=lambda found: len(found[1]), default=(1, {}))


def _columns(cells: Sequence[Raw], headings: Sequence[Heading]) -> dict[str, int]:
    found: dict[str, int] = {}
    for number, cell in enumerate(cells, start=1):
        for heading in headings:
            if heading.key not in found and heading.is_meant_by(shown(cell)):
                found[heading.key] = number
    return found
