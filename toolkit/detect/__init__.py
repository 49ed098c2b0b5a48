"""Find the tables that staff made, wherever they put them.

Rows that may head a table are found by their words (`headers`). Each is read as every layout;
words and content vote on what a column is (`columns`), and the reading that explains most of the
header wins, layouts of foreign tables included. The rows below are then sorted (`rows`).
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise

from toolkit.decisions import IGNORED, UNDECIDED, Decisions, column_key, heading
from toolkit.detect.columns import GUESSED, Reading, read_header
from toolkit.detect.evidence import SAMPLES
from toolkit.detect.grid import Grid
from toolkit.detect.headers import Header, find_headers
from toolkit.detect.notices import (
    GUESSED_COLUMN,
    MISSING_COLUMN,
    NO_TABLE,
    NOTICES,
    UNUSED_COLUMN,
)
from toolkit.detect.rows import Rows, Sorter
from toolkit.detect.vocabulary import Vocabulary
from toolkit.model import (
    Cell,
    Code,
    Excluded,
    Finding,
    Layout,
    Question,
    Raw,
    Reason,
    Sheet,
    Table,
    Workbook,
)
from toolkit.values.texts import clean, fold, shorten, shown

__all__ = ["NOTICES", "detect"]

SHOWN = 3
"""Values of a column that are shown where it is asked what the column is."""
TITLE_GAP = " | "
"""Stands between the cells of one row of titles."""

Codelists = Mapping[str, tuple[Code, ...]]


def detect(
    workbook: Workbook,
    layouts: Sequence[Layout],
    codelists: Codelists,
    decisions: Decisions = UNDECIDED,
) -> tuple[tuple[Table, ...], tuple[Finding, ...]]:
    """The tables of a workbook, from left to right and top to bottom, and doubts about them.

    What people have decided about columns comes before what their words and content say.
    A workbook without a table of ours gives one finding, at the first cell of its first sheet.
    """
    vocabularies = [(layout, Vocabulary(layout)) for layout in layouts]
    tables = tuple(
        table
        for sheet in workbook.sheets
        for table in _Finder(workbook.name, sheet, vocabularies, codelists, decisions).tables()
    )
    if not tables:
        name = workbook.sheets[0].name if workbook.sheets else ""
        return (), (Finding(NO_TABLE, Cell(workbook.name, name, 1, 1)),)
    return tables, tuple(finding for table in tables for finding in _doubts(table, decisions))


class _Finder:
    """The search in one sheet."""

    def __init__(
        self,
        workbook: str,
        sheet: Sheet,
        vocabularies: Sequence[tuple[Layout, Vocabulary]],
        codelists: Codelists,
        decisions: Decisions,
    ) -> None:
        self._workbook = workbook
        self._sheet = sheet
        self._vocabularies = vocabularies
        self._codelists = codelists
        self._decisions = decisions
        self._grid = Grid(sheet)

    def tables(self) -> Iterator[Table]:
        """The tables of the sheet; foreign ones only end the ones above them."""
        headers = find_headers(self._grid, [v for _, v in self._vocabularies])
        above = 0
        for first, *again in _runs(self._grid, headers):
            after = again[-1] if again else first
            end = self._end(after, headers)
            titles = self._titles(above, first)
            for part in self._parts(first, end, titles):
                yield from self._table(part, again, end, titles)
            above = end

    def _end(self, header: Header, headers: Sequence[Header]) -> int:
        """The last row before the next header, and before the titles that belong to it."""
        following = [h.rows[0] for h in headers if h.rows[0] > header.rows[-1]]
        if not following:
            return self._grid.last_row
        row = following[0] - 1
        while row > header.rows[-1] and len(set(self._grid.filled(row).values())) == 1:
            row -= 1
        return row if not self._grid.filled(row) else following[0] - 1

    def _titles(self, above: int, header: Header) -> tuple[tuple[int, str], ...]:
        rows = ((row, self._grid.filled(row)) for row in range(above + 1, header.rows[0]))
        return tuple((row, TITLE_GAP.join(dict.fromkeys(c.values()))) for row, c in rows if c)

    def _parts(
        self, header: Header, end: int, titles: Sequence[tuple[int, str]]
    ) -> tuple[Header, ...]:
        """The header cut where blank columns part tables that stand side by side."""
        groups: list[list[int]] = []
        for column in sorted(header.columns):
            if groups and column - groups[-1][-1] == 1:
                groups[-1].append(column)
            else:
                groups.append([column])
        whole = header.part(sorted(header.columns))
        if len(groups) == 1:
            return (whole,)
        parts = tuple(header.part(group) for group in groups)
        alone = [part for part in parts if self._read(part, end, titles)]
        return parts if len(alone) > 1 else (whole,)

    def _read(self, header: Header, end: int, titles: Sequence[tuple[int, str]]) -> Reading | None:
        """The reading that explains most of a header; None if it heads no table of ours.

        Decisions that leave nothing of a table are not followed: they must lose no record.
        """
        read = self._reading(header, end, titles, self._decisions)
        if read is None and self._decisions.answers:
            return self._reading(header, end, titles, UNDECIDED)
        return read

    def _reading(
        self,
        header: Header,
        end: int,
        titles: Sequence[tuple[int, str]],
        decisions: Decisions,
    ) -> Reading | None:
        content = {
            column: tuple(self._content(header.rows[-1] + 1, end, column))
            for column in header.columns
        }
        said = fold(" ".join(text for _, text in titles[-4:]))
        readings = [
            read_header(header, layout, vocabulary, content, self._codelists, said, decisions)
            for layout, vocabulary in self._vocabularies
        ]
        holding = [reading for reading in readings if reading.holds]
        ours = [reading for reading in holding if not reading.layout.foreign]
        if not ours:
            return None
        best = max(ours, key=lambda reading: reading.score)
        known = {m.number for m in best.columns}
        for foreign in (reading for reading in holding if reading.layout.foreign):
            only = sum(m.number not in known for m in foreign.columns)
            if only >= 2 and foreign.score > best.score:
                return None
        return best

    def _content(self, first: int, last: int, column: int) -> Iterator[Raw]:
        for number, raw in enumerate(self._grid.down(first, last, column)):
            if number == SAMPLES:
                return
            yield raw

    def _table(
        self, header: Header, again: Sequence[Header], end: int, titles: Sequence[tuple[int, str]]
    ) -> Iterator[Table]:
        reading = self._read(header, end, titles)
        if reading is None:
            return
        sorter = Sorter(self._grid, reading.layout, reading.columns, header.columns)
        repeated = {row: Reason.REPEATED_HEADER for h in again for row in h.rows}
        rows = sorter.sort(range(header.rows[-1] + 1, end + 1), repeated)
        mapped = {m.number for m in reading.columns}
        yield Table(
            self._workbook,
            self._sheet,
            reading.layout,
            header.rows,
            reading.columns,
            tuple((n, header.label(n)) for n in sorted(header.columns) if n not in mapped),
            tuple(rows.records),
            tuple(_excluded(rows)),
            tuple(titles),
        )


def _runs(grid: Grid, headers: Sequence[Header]) -> tuple[tuple[Header, ...], ...]:
    """The headers, those that only stand there again after a page break with the first of them.

    The same header below a title of its own, or with numbers that begin anew, heads a new table.
    """
    runs: list[list[Header]] = [[header] for header in headers[:1]]
    for before, header in pairwise(headers):
        if header.columns == before.columns and _continues(grid, header):
            runs[-1].append(header)
        else:
            runs.append([header])
    return tuple(map(tuple, runs))


def _continues(grid: Grid, header: Header) -> bool:
    """Whether the rows go on as if the header were not there: after a record, not from 1."""
    above = next(cells for row in range(header.rows[0] - 1, 0, -1) if (cells := grid.filled(row)))
    first = min(header.columns)
    numbers = (grid.text(row, first) for row in range(header.rows[-1] + 1, grid.last_row + 1))
    number = next((text for text in numbers if text and not text.startswith("(")), "")
    return len(set(above.values())) > 2 and number not in {"", "1", "01"}


def _excluded(rows: Rows) -> Iterator[Excluded]:
    yield from sorted(rows.excluded, key=lambda excluded: excluded.row)


def _doubts(table: Table, decisions: Decisions) -> Iterator[Finding]:
    """What a person should know about the columns of a table, as far as nobody has decided."""
    header = table.header_rows[-1]
    fields = {m.column.field for m in table.columns}
    for column in table.layout.columns:
        if column.required and column.field not in fields:
            cell = table.cell(header, table.columns[0].number)
            yield Finding(MISSING_COLUMN, cell, _missing(table, column.headers[0]), column.field)
            fields.add(column.field)
    for mapped in table.columns:
        if mapped.confidence < GUESSED:
            meaning = mapped.column.headers[0]
            params = {"header": mapped.header, "meaning": meaning, "share": mapped.confidence}
            cell = table.cell(header, mapped.number)
            asked = tuple(_questions(table, mapped.number, mapped.header, meaning))
            field, text = mapped.column.field, mapped.header
            yield Finding(GUESSED_COLUMN, cell, params, field, text, questions=asked)
    for number, text in table.unmapped:
        filled = sum(table.sheet.at(row.number, number) is not None for row in table.rows)
        if filled and not decisions.get(column_key(table.layout.key, text)):
            params = {"header": text, "count": filled}
            asked = tuple(_questions(table, number, text, IGNORED))
            cell = table.cell(header, number)
            yield Finding(UNUSED_COLUMN, cell, params, value=text, questions=asked)


def _questions(table: Table, number: int, header: str, proposal: str) -> Iterator[Question]:
    """What a column is, with some of what stands in it; not where the heading says nothing."""
    if heading(header):
        values = (shown(table.sheet.at(row.number, number)) for row in table.rows)
        some = islice(dict.fromkeys(shorten(value, 30) for value in values if value), SHOWN)
        seen = f"Cột “{clean(header)}”, ví dụ: {'; '.join(some)}"
        cell = table.cell(table.header_rows[-1], number)
        yield Question(column_key(table.layout.key, header), seen, proposal, (cell,))


def _missing(table: Table, meaning: str) -> dict[str, object]:
    seen = [m.header for m in table.columns] + [text for _, text in table.unmapped]
    return {"meaning": meaning, "headers": "; ".join(seen)}
