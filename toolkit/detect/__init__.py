"""Find the tables that staff made, wherever they put them.

Rows that may head a table are found by their words (`headers`). Each is read as every layout;
words and content vote on what a column is (`columns`, `parts`), and the reading that explains most
of the header wins, layouts of foreign tables included (`entities`). The rows below are then sorted
(`rows`).
"""

import re
from collections.abc import Container, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import lru_cache
from itertools import islice, pairwise

from toolkit.decisions import IGNORED, UNDECIDED, Decisions, column_key, heading
from toolkit.detect.columns import Evidence
from toolkit.detect.entities import NEAREST_TITLES, Reading, Titles, read_table
from toolkit.detect.evidence import SAMPLES, CodeWords, Content, is_sentence
from toolkit.detect.foreign import foreign_layout
from toolkit.detect.grid import Grid, as_text
from toolkit.detect.headers import Header, find_headers
from toolkit.detect.lines import begins
from toolkit.detect.neighbours import GUESSED
from toolkit.detect.notices import (
    FOREIGN,
    GUESSED_COLUMN,
    MISSING_COLUMN,
    NO_TABLE,
    NOTICES,
    UNUSED_COLUMN,
)
from toolkit.detect.registrations import without_petition
from toolkit.detect.rows import Rows, Sorter, are_column_numbers, asides
from toolkit.detect.vocabulary import LOWER_ONLY, Lexicon
from toolkit.model import (
    Cell,
    Code,
    Excluded,
    Finding,
    Layout,
    Question,
    Reason,
    Sheet,
    Table,
    Workbook,
)
from toolkit.values.texts import clean, fold, is_ditto, says_nothing, says_unknown, shorten, shown

__all__ = ["NOTICES", "detect"]

SHOWN = 3
"""Values of a column that are shown where it is asked what the column is."""
NAMED = 120
"""How many characters of the headers of a table a message shows."""

TITLE_GAP = " | "
"""Stands between the cells of one row of titles."""

_ENDINGS = ("total", "note", "signature")
"""Rows that stand alone below a table and are no title of the next one."""

_PAGE = re.compile(r"\btrang( so)? \d|\btiep( theo)?$|\b(mang|chuyen) (sang|trang)\b")
"""What is written where a table goes on on another page, folded."""

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
    lexicon = _lexicon(_Same(layouts))
    codes = CodeWords(codelists)
    tables = tuple(
        table
        for sheet in workbook.sheets
        for table in _Finder(workbook.name, sheet, lexicon, codes, decisions).tables()
    )
    if not tables:
        cell = Cell(workbook.name, workbook.sheets[0].name if workbook.sheets else "", 1, 1)
        other = foreign_layout(workbook, lexicon.vocabularies)
        return (), (
            Finding(FOREIGN, cell, {"kind": other.title}) if other else Finding(NO_TABLE, cell),
        )
    return tables, tuple(finding for table in tables for finding in _doubts(table, decisions))


class _Same:
    """Layouts that are the same object, for remembering what was made of them."""

    def __init__(self, layouts: Sequence[Layout]) -> None:
        self.layouts = layouts

    def __hash__(self) -> int:
        return id(self.layouts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.layouts is other.layouts


@lru_cache(maxsize=4)
def _lexicon(same: _Same) -> Lexicon:
    return Lexicon(same.layouts)


class _Finder:
    """The search in one sheet."""

    def __init__(
        self,
        workbook: str,
        sheet: Sheet,
        lexicon: Lexicon,
        codes: CodeWords,
        decisions: Decisions,
    ) -> None:
        self._workbook = workbook
        self._sheet = sheet
        self._lexicon = lexicon
        self._codes = codes
        self._decisions = decisions
        self._grid = Grid(sheet)

    def tables(self) -> Iterator[Table]:
        """The tables of the sheet; foreign ones only end the ones above them."""
        headers = find_headers(self._grid, self._lexicon)
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
        while row > header.rows[-1] and self._is_title(row):
            row -= 1
        return row

    def _is_title(self, row: int) -> bool:
        """Whether one text stands alone in a row, and is no total, note or signature."""
        texts = set(self._grid.filled(row).values())
        return len(texts) == 1 and not any(
            begins(text, reason) for text in texts for reason in _ENDINGS
        )

    def _titles(self, above: int, header: Header) -> tuple[tuple[int, str], ...]:
        rows = ((row, self._grid.filled(row)) for row in range(above + 1, header.rows[0]))
        return tuple((row, TITLE_GAP.join(dict.fromkeys(c.values()))) for row, c in rows if c)

    def _parts(
        self, header: Header, end: int, titles: Sequence[tuple[int, str]]
    ) -> tuple[Header, ...]:
        """The header cut where tables stand side by side.

        Blank columns part them, or the same headings once more. What stands beside the only table
        and would hide what it is (“Xe | Đón ở đâu”) is left aside.
        """
        groups: list[list[int]] = []
        for column in sorted(header.columns):
            if groups and column - groups[-1][-1] == 1:
                groups[-1].append(column)
            else:
                groups.append([column])
        whole = header.part(sorted(header.columns))
        parts = tuple(part for group in groups for part in header.part_of(group).panels())
        if len(parts) == 1:
            return (whole,)
        alone = [part for part in parts if self._read(part, end, titles)]
        if len(alone) == 1:
            read = self._read(whole, end, titles)
            return (whole,) if read and _goes_on(whole, alone[0], read) else tuple(alone)
        return parts if alone else (whole,)

    def _read(self, header: Header, end: int, titles: Sequence[tuple[int, str]]) -> Reading | None:
        """The reading that explains most of a header; None if it heads no table of ours.

        Decisions that leave nothing of a table are not followed: they must lose no record.
        """
        first = header.rows[-1] + 1
        first += are_column_numbers(self._grid.filled(first))
        aside = asides(self._grid, range(first, end + 1), header.columns)
        contents = {column: self._content(first, end, column, aside) for column in header.columns}
        lines = [text for _, text in titles[-NEAREST_TITLES:]]
        said = Titles.of(lines, self._sheet.name, self._workbook)
        evidence = Evidence(header, contents, self._codes, self._decisions)
        read = read_table(evidence, self._lexicon.vocabularies, said)
        if read is None and self._decisions.answers:
            undecided = replace(evidence, decisions=UNDECIDED)
            return read_table(undecided, self._lexicon.vocabularies, said)
        return read

    def _content(self, first: int, last: int, column: int, aside: Container[int]) -> Content:
        """What a column holds, but for rows that are no records and marks for “as above”."""
        told = (
            (row, raw)
            for row, raw in self._grid.down(first, last, column)
            if row not in aside and not _is_empty(as_text(raw))
        )
        return Content(dict(islice(told, SAMPLES)), self._codes)

    def _table(
        self, header: Header, again: Sequence[Header], end: int, titles: Sequence[tuple[int, str]]
    ) -> Iterator[Table]:
        reading = self._read(header, end, titles)
        if reading is None:
            return
        sorter = Sorter(self._grid, reading.layout, reading.columns, header.columns)
        repeated = dict(_repeated(self._grid, again))
        numbers = range(header.rows[-1] + 1, end + 1)
        lines = (self._sheet.name, *(text for _, text in titles))
        silent = without_petition(self._grid, reading.layout, reading.columns, lines, numbers)
        rows = sorter.sort(numbers, repeated, silent)
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


def _goes_on(whole: Header, part: Header, reading: Reading) -> bool:
    """Whether columns beyond a blank one are of the table: surely read, and none there again."""
    texts = {fold(part.columns[number][-1]) for number in part.columns}
    beside = whole.columns.keys() - part.columns.keys()
    again = any(fold(whole.columns[number][-1]) in texts for number in beside)
    sure = any(
        m.number in beside and m.how == "header" and m.confidence >= LOWER_ONLY
        for m in reading.columns
    )
    return sure and not again


def _is_empty(text: str) -> bool:
    """Whether a cell says nothing of its column: “như trên”, “không có”, “chưa rõ”."""
    return not text.isdecimal() and (is_ditto(text) or says_nothing(text) or says_unknown(text))


def _runs(grid: Grid, headers: Sequence[Header]) -> tuple[tuple[Header, ...], ...]:
    """The headers, those that only stand there again after a page break with the first of them.

    The same header below a title of its own, or with numbers that begin anew, heads a new table.
    """
    runs: list[list[Header]] = [[header] for header in headers[:1]]
    for before, header in pairwise(headers):
        titles = set(_lone_above(grid, runs[-1][0]))
        if header.resembles(before) and _continues(grid, before, header, titles):
            runs[-1].append(header)
        else:
            runs.append([header])
    return tuple(map(tuple, runs))


def _continues(grid: Grid, before: Header, header: Header, titles: Set[str]) -> bool:
    """Whether the rows go on as if the header were not there.

    Numbers that go on tell it whatever stands between; else no title may stand there but that of
    the page before, or of a page.
    """
    first = min(header.columns)
    above = [grid.text(row, first) for row in range(before.rows[-1] + 1, header.rows[0])]
    below = range(header.rows[-1] + 1, grid.last_row + 1)
    numbered = (row for row in below if not are_column_numbers(grid.filled(row)))
    number = next((t for row in numbered if (t := grid.text(row, first)).isdecimal()), "")
    last = next((text for text in reversed(above) if text.isdecimal()), "")
    if last and number and int(number) == int(last) + 1:
        return True
    return all(text in titles or _PAGE.search(text) for text in _lone_above(grid, header))


def _lone_above(grid: Grid, header: Header) -> Iterator[str]:
    """The folded texts that stand alone in the rows right above a header, the nearest first."""
    for row in range(header.rows[0] - 1, 0, -1):
        texts = set(grid.filled(row).values())
        if len(texts) > 1:
            return
        yield from map(fold, texts)


def _repeated(grid: Grid, again: Sequence[Header]) -> Iterator[tuple[int, Reason]]:
    """The rows of headers that stand there again, and of the titles right above them."""
    for header in again:
        yield from ((row, Reason.REPEATED_HEADER) for row in header.rows)
        row = header.rows[0] - 1
        while len(set(grid.filled(row).values())) < 2 and row > 1:
            if grid.filled(row):
                yield row, Reason.TITLE
            row -= 1


def _excluded(rows: Rows) -> Iterator[Excluded]:
    yield from sorted(rows.excluded, key=lambda excluded: excluded.row)


def _doubts(table: Table, decisions: Decisions) -> Iterator[Finding]:
    """What a person should know about the columns of a table, as far as nobody has decided."""
    fields = {f for m in table.columns for f in (m.column.field, *m.column.implies)}
    for column in table.layout.columns:
        if column.required and column.field not in fields:
            cell = table.heading(table.columns[0].number)
            yield Finding(MISSING_COLUMN, cell, _missing(table, column.headers[0]), column.field)
            fields.add(column.field)
    for mapped in table.columns:
        if mapped.confidence < GUESSED:
            meaning = mapped.column.headers[0]
            params = {"header": mapped.header, "meaning": meaning, "share": mapped.confidence}
            cell = table.heading(mapped.number)
            asked = tuple(_questions(table, mapped.number, mapped.header, meaning))
            field, text = mapped.column.field, mapped.header
            yield Finding(GUESSED_COLUMN, cell, params, field, text, questions=asked)
    for number, text in table.unmapped:
        filled = sum(table.sheet.at(row.number, number) is not None for row in table.rows)
        if filled and not decisions.get(column_key(table.layout.key, text)):
            params = {"header": text, "count": filled}
            asked = tuple(_questions(table, number, text, IGNORED))
            cell = table.heading(number)
            yield Finding(UNUSED_COLUMN, cell, params, value=text, questions=asked)


def _questions(table: Table, number: int, header: str, proposal: str) -> Iterator[Question]:
    """What a column is, with some of what stands in it; not where the heading says nothing."""
    if heading(header):
        values = (shown(table.sheet.at(row.number, number)) for row in table.rows)
        some = islice(dict.fromkeys(shorten(value, 30) for value in values if value), SHOWN)
        seen = f"Cột “{clean(header)}”, ví dụ: {'; '.join(some)}"
        cell = table.heading(number)
        yield Question(column_key(table.layout.key, header), seen, proposal, (cell,))


def _missing(table: Table, meaning: str) -> dict[str, object]:
    seen = [m.header for m in table.columns] + [text for _, text in table.unmapped]
    place = table.heading(_likeliest(table)).a1
    return {"meaning": meaning, "headers": shorten("; ".join(seen), NAMED), "place": place}


def _likeliest(table: Table) -> int:
    """The column that may hold what is missing: of those not understood the most wordy one.

    Without any that holds sentences, the first one right of the table.
    """
    wordy = {
        number: sum(is_sentence(table.sheet.at(row.number, number)) for row in table.rows)
        for number, _ in table.unmapped
    }
    best = max(wordy, key=lambda number: (wordy[number], -number), default=0)
    if wordy.get(best):
        return best
    return 1 + max([m.number for m in table.columns] + [number for number, _ in table.unmapped])
