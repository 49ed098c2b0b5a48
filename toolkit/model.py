"""The plain data that flow from stage to stage. Nothing here reads, writes or decides.

Workbook ─ Sheet ─(detect)─> Table ─(normalize)─> Record ─(link)─> Link, Cluster
    ─(identity, assign)─> Entry ─ Task ─(summarize)─> ReportBook
Every stage also returns Findings.

Sheets, tables and records are told apart by what they are, not by what they hold (`eq=False`):
two rows with the same words are two records.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TypeAlias

Raw: TypeAlias = str | float | int | bool | datetime | date | time | timedelta | None
"""What a cell holds as Excel stored it; None is an empty cell."""


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date known only to its year, or to its month.

    >>> PartialDate(1960).isoformat(), PartialDate(2023, 3).isoformat()
    ('1960', '2023-03')
    """

    year: int
    month: int | None = None

    def isoformat(self) -> str:
        return f"{self.year:04}" if self.month is None else f"{self.year:04}-{self.month:02}"


Value: TypeAlias = str | int | float | date | PartialDate | tuple[str, ...] | None
"""A normalized value; None is blank, or was unreadable and has its own finding."""


class Severity(StrEnum):
    """How much a finding matters. No severity ever drops a record."""

    ERROR = "error"
    """What stands there cannot be used as typed."""
    WARNING = "warning"
    """A person should look."""
    INFO = "info"
    """What was done, or is worth knowing."""


class Reason(StrEnum):
    """Why a row of a table is no record."""

    TITLE = "title"
    COLUMN_NUMBERS = "column_numbers"
    REPEATED_HEADER = "repeated_header"
    SECTION = "section"
    TOTAL = "total"
    SIGNATURE = "signature"
    NOTE = "note"
    BLANK = "blank"
    NIL_RETURN = "nil_return"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that the toolkit can tell a user, in both languages.

    The texts hold `{placeholders}`; the place (file, sheet, cell) is never part of them.
    `good` and `bad` are small sheets written as text (`toolkit.testing`): the tests run them,
    `doithoai explain` shows them. In `bad` the cell that is blamed begins with `>>`.
    A notice about a whole file has prose instead of sheets.
    """

    code: str
    severity: Severity
    vi: str
    en: str
    fix_vi: str
    fix_en: str
    why: str
    good: str
    bad: str

    def text(self, language: str, params: Mapping[str, object]) -> str:
        return (self.vi if language == "vi" else self.en).format(**params)

    def fix(self, language: str, params: Mapping[str, object]) -> str:
        return (self.fix_vi if language == "vi" else self.fix_en).format(**params)


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """The address of one cell. Rows and columns count from 1, as in Excel."""

    workbook: str
    sheet: str
    row: int
    column: int

    @property
    def a1(self) -> str:
        """The address without file and sheet.

        >>> Cell("a.xlsx", "Sheet1", 7, 28).a1
        'AB7'
        """
        return f"{column_letters(self.column)}{self.row}"

    def __str__(self) -> str:
        """The place as messages show it.

        >>> str(Cell("xa-a.xlsx", "Danh sách", 7, 28))
        '«xa-a.xlsx» › «Danh sách» › AB7'
        """
        return f"«{self.workbook}» › «{self.sheet}» › {self.a1}"


def column_letters(number: int) -> str:
    """The name of a column.

    >>> column_letters(1), column_letters(26), column_letters(27)
    ('A', 'Z', 'AA')
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@dataclass(frozen=True, slots=True)
class Question:
    """A guess that a person can settle once and for all, on the sheet “Ghi nhớ”.

    `key` names what is asked, and nothing of where it stands, so that the answer holds for other
    files and years (`toolkit.decisions`). `seen` is what was found, in Vietnamese; `proposal`
    one of the answers, empty if none is likelier; `cells` is where it was found.
    """

    key: str
    seen: str
    proposal: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One notice about one cell.

    `value` is what stands in the cell, as the user sees it; None if that does not matter.
    `related` are the other cells involved, `questions` the guesses that a person can settle.
    """

    notice: Notice
    cell: Cell
    params: Mapping[str, object] = dataclass_field(default_factory=dict)
    field: str | None = None
    value: str | None = None
    related: tuple[Cell, ...] = ()
    questions: tuple[Question, ...] = ()

    def text(self, language: str) -> str:
        return self.notice.text(language, self.params)

    def fix(self, language: str) -> str:
        return self.notice.fix(language, self.params)


# ── What is read ────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Span:
    """A rectangle of cells, all four edges included; rows and columns count from 1."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """One sheet as rows of raw values, from cell A1 on; rows end at their last filled cell.

    `errors` are cells that show an error value (#REF!); `no_result` are formulas that were
    never calculated. Both are None in `rows`. `external` are formulas that take their value
    from another workbook; the value last saved stands in `rows`.
    """

    name: str
    rows: tuple[tuple[Raw, ...], ...]
    merged: tuple[Span, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    errors: Mapping[tuple[int, int], str] = dataclass_field(default_factory=dict)
    no_result: frozenset[tuple[int, int]] = frozenset()
    external: frozenset[tuple[int, int]] = frozenset()

    def at(self, row: int, column: int) -> Raw:
        """What a cell holds; None beyond the filled area."""
        if 0 < row <= len(self.rows) and 0 < column <= len(self.rows[row - 1]):
            return self.rows[row - 1][column - 1]
        return None


@dataclass(frozen=True, slots=True, eq=False)
class Workbook:
    """The sheets of one file. `name` is its path below the folder given, with `/`, in NFC."""

    name: str
    sheets: tuple[Sheet, ...]
    sha256: str = ""


# ── What is declared ────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Column:
    """One way in which staff write a field down.

    A field may be declared several times: as one column, as several tick columns (`value` is
    what a tick in this one means; None if it counts one), in parts that are joined from left to
    right (`value` names the part), or under a header that itself says something (`implies`).
    `also` names further fields that the same cell holds (“Họ tên - Địa chỉ”). `headers` are
    the words staff write over it, `generic` those that mean it only for want of a better.
    """

    field: str
    kind: str
    headers: tuple[str, ...]
    generic: tuple[str, ...] = ()
    required: bool = False
    codelist: str | None = None
    value: str | None = None
    implies: Mapping[str, str] = dataclass_field(default_factory=dict)
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """One kind of table. `foreign` ones are declared only to be told apart from ours.

    `needs` are the fields of which the table must have all, `evidence` those that speak for
    this kind of table and not for another, `said_by` words in a title that do so.
    """

    key: str
    title: str
    columns: tuple[Column, ...]
    needs: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    said_by: tuple[str, ...] = ()
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """One entry of a code list; `synonyms` are other ways in which staff write it."""

    code: str
    name: str
    synonyms: tuple[str, ...] = ()
    more: Mapping[str, str] = dataclass_field(default_factory=dict)


# ── What is recognised ──────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """A column of the sheet that was understood.

    `how` is header, words, content or decided.
    """

    number: int
    column: Column
    header: str
    confidence: float
    how: str


@dataclass(frozen=True, slots=True)
class Excluded:
    """A row of a table that is no record, with the reason and what stands there."""

    row: int
    reason: Reason
    text: str


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row that holds a record; `section` is the row of the section title above it."""

    number: int
    section: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A layout found in a sheet.

    Between the header and the end every row is in `rows` or in `excluded`. `titles` are the
    rows of text above the header, nearest last.
    """

    workbook: str
    sheet: Sheet
    layout: Layout
    header_rows: tuple[int, ...]
    columns: tuple[MappedColumn, ...]
    unmapped: tuple[tuple[int, str], ...]
    rows: tuple[TableRow, ...]
    excluded: tuple[Excluded, ...]
    titles: tuple[tuple[int, str], ...] = ()

    def cell(self, row: int, column: int) -> Cell:
        return Cell(self.workbook, self.sheet.name, row, column)

    def heading(self, column: int) -> Cell:
        """The cell that shows the lowest words over a column.

        Of merged cells only the top left one shows anything, and can be typed into.
        """
        for row in reversed(self.header_rows):
            if self.sheet.at(row, column) is not None:
                return self.cell(row, column)
            for span in self.sheet.merged:
                if span.top <= row <= span.bottom and span.left <= column <= span.right:
                    return self.cell(span.top, span.left)
        return self.cell(self.header_rows[-1], column)

    def has(self, key: str) -> bool:
        """Whether a field has a column of its own."""
        return any(key == m.column.field or key in m.column.also for m in self.columns)


@dataclass(frozen=True, slots=True, eq=False)
class Record:
    """One record, normalized; it remembers the cell of every value.

    `places` maps a field to its (row, column); `typed` to what the user typed. `part` counts
    from 1 where several petitions stand in one cell, and is 0 otherwise. `suspected` is the code
    of the kind that its words hint at, a complaint or a denunciation, until a person has decided.
    """

    table: Table
    row: int
    values: Mapping[str, Value]
    places: Mapping[str, tuple[int, int]]
    typed: Mapping[str, str] = dataclass_field(default_factory=dict)
    part: int = 0
    suspected: str = ""

    @property
    def entity(self) -> str:
        return self.table.layout.key

    def __getitem__(self, key: str) -> Value:
        return self.values.get(key)

    def text(self, key: str) -> str:
        """A value as text; empty if it is blank."""
        value = self.values.get(key)
        return value if isinstance(value, str) else ""

    def cell(self, key: str) -> Cell:
        """Where a field stands; where it would stand if it is blank."""
        row, column = self.places.get(key) or (self.row, self._column(key))
        return self.table.cell(row, column)

    def _column(self, key: str) -> int:
        for mapped in self.table.columns:
            if mapped.column.field == key or key in mapped.column.also:
                return mapped.number
        return self.table.columns[0].number if self.table.columns else 1


# ── What is put together ────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Link:
    """A response and the petition that it answers. `how` is id, number, text or decided."""

    petition: Record
    response: Record
    how: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """Records that certainly speak of the same thing, in the order they were read."""

    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One person or one petition, made of all the records that speak of it.

    `places` maps a field to the cell its value was taken from. `id` is empty for people.
    """

    values: Mapping[str, Value]
    places: Mapping[str, Cell]
    sources: tuple[Record, ...]
    id: str = ""

    def __getitem__(self, key: str) -> Value:
        return self.values.get(key)

    def text(self, key: str) -> str:
        """A value as text; empty if it is blank."""
        value = self.values.get(key)
        return value if isinstance(value, str) else ""

    @property
    def suspected(self) -> str:
        """What its words hint at in any of its sources (see `Record`)."""
        return next((record.suspected for record in self.sources if record.suspected), "")

    @property
    def place(self) -> Cell:
        """The cell that shows where the entry comes from: its main field, in its first source."""
        first = self.sources[0]
        main = first.table.layout.needs[0]
        return first.cell(main)


class DueState(StrEnum):
    """The third axis: how a task stands to its deadline. Computed, never typed."""

    DONE_IN_TIME = "Hoàn thành đúng hạn"
    DONE_LATE = "Hoàn thành quá hạn"
    DONE_UNDATED = "Hoàn thành (chưa rõ ngày)"
    """The deadline is past, and nothing says whether it was finished before or after."""
    DONE_WITHOUT_DEADLINE = "Hoàn thành, không có hạn"
    """Neither in time nor late, as is what has no day: both count in no rate of timeliness."""
    IN_TIME = "Còn trong hạn"
    SOON = "Sắp đến hạn"
    OVERDUE = "Quá hạn"
    NO_DEADLINE = "Chưa có hạn"

    @property
    def is_done(self) -> bool:
        """Whether nobody has to act any more."""
        return self.name.startswith("DONE_")


@dataclass(frozen=True, slots=True)
class Task:
    """A petition with who is to do what until when.

    `proposed` are the fields that the toolkit filled in, not a person. `basis` explains the
    due date in Vietnamese. `days_overdue` is None unless the task is or was late.
    """

    petition: Entry
    lead_unit: str
    support_units: tuple[str, ...]
    leader: str
    assignee: str
    due_date: date | None
    basis: str
    due_state: DueState
    days_overdue: int | None
    proposed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Meeting:
    """What is known of the meeting. Unknown parts are empty or None.

    `unit_name` is as in a letterhead (“xã Tân Phong”), `unit_code` the official code of the
    commune. `parent` is the level above (“huyện Tân Biên”, “tỉnh Tây Ninh”).
    """

    unit_name: str = ""
    unit_code: str = ""
    parent: str = ""
    held_on: date | None = None
    year: int | None = None


class FileStatus(StrEnum):
    """What became of one input file."""

    OK = "ok"
    WARNINGS = "warnings"
    ERRORS = "errors"
    UNREADABLE = "unreadable"
    SKIPPED = "skipped"
    NO_TABLE = "no_table"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of the inbox and what was found in it.

    `path` is below the folder given, with `/`, in NFC. `reason` says why the file was skipped
    or could not be read, with what fills its placeholders.
    """

    path: str
    sha256: str
    size: int
    status: FileStatus
    reason: Notice | None = None
    params: Mapping[str, object] = dataclass_field(default_factory=dict)
    tables: tuple[Table, ...] = ()
    records: tuple[Record, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def has_data(self) -> bool:
        """Whether a table of ours was read from it: such files are counted as used."""
        return any(not table.layout.foreign for table in self.tables)


@dataclass(frozen=True, slots=True)
class Consolidation:
    """All that is known after one run over a dossier: what the summary sheets speak of.

    Every record of `files` is a source of exactly one of `attendees` and `tasks`, or is in
    `unlinked` (responses whose petition was not found) or `surveys`. `findings` are those of
    the files and those that only show across files.
    """

    meeting: Meeting
    as_of: date
    files: tuple[SourceFile, ...]
    attendees: tuple[Entry, ...]
    tasks: tuple[Task, ...]
    unlinked: tuple[Record, ...]
    surveys: tuple[Record, ...]
    findings: tuple[Finding, ...]


# ── What is written ─────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Formula:
    """A figure that a spreadsheet program recounts, with the value it must come to.

    In `text`, `{row}` is the row it is written to, `{first}` and `{last}` the first and last
    data row of its table, `{total}` the total row. Register columns are named ranges.
    """

    text: str
    value: int | float | str


@dataclass(frozen=True, slots=True)
class SourceLink:
    """A text that opens the cell of a workbook when clicked; `None` path: this workbook."""

    text: str
    path: str | None
    sheet: str
    cell: str


ReportCell: TypeAlias = str | int | float | date | Formula | SourceLink | None


class Look(StrEnum):
    """How the cells of a report column are shown."""

    TEXT = "text"
    CENTER = "center"
    INTEGER = "integer"
    PERCENT = "percent"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class ChoicesBy:
    """Drop-down lists of which the cell in another column of the row says the one to offer.

    That column counts from 0 in its table. Other texts may be typed, too.
    """

    column: int
    lists: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ReportColumn:
    """A column of a report: header, or parent and child header; width in characters.

    `name` makes the data of this column a named range that formulas refer to. `choices` makes
    a drop-down list, `choices_by` one that differs from row to row. `printed` is False for
    columns that stay off the paper. `locked` ones refuse what is typed, and stay so in a sheet
    that is protected. `hint` is a note on the header: how to fill in the column.
    """

    header: tuple[str, ...]
    width: float
    look: Look = Look.TEXT
    name: str | None = None
    choices: tuple[str, ...] = ()
    choices_by: ChoicesBy | None = None
    printed: bool = True
    locked: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A title row inside a report table, over all its columns."""

    title: str
    page_break: bool = False


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A table to be written: what it says, not how it looks.

    `rows` hold one cell per column, or a section title. `total` is the last row. `empty` is
    the sentence that stands there when there are no rows.
    """

    columns: tuple[ReportColumn, ...]
    rows: Sequence[tuple[ReportCell, ...] | Section]
    total: tuple[ReportCell, ...] | None = None
    empty: str = ""
    caption: str = ""
    numbered: bool = False


class ChartKind(StrEnum):
    """How figures are drawn."""

    BAR = "bar"
    PIE = "pie"
    STACKED = "stacked"


@dataclass(frozen=True, slots=True)
class Chart:
    """Figures of one table of the same sheet: a column of names and columns of numbers."""

    kind: ChartKind
    title: str
    table: int
    names: int
    figures: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Button:
    """A button on a sheet: what stands on it, and the macro that it starts."""

    caption: str
    macro: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A small table that is drawn, not typed: it shows how to fill in, and is never read as data.

    `rows` are as people see them, the header first. `blamed` are the cells, by row and column
    from 0, that are wrong; none in a picture of how it is right.
    """

    caption: str
    rows: tuple[tuple[str, ...], ...]
    blamed: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class ReportSheet:
    """One sheet: its title, its tables from top to bottom, its charts and pictures.

    In a `protected` one only what stands below the headers can be typed into, without a password.
    """

    name: str
    title: str
    tables: tuple[ReportTable, ...]
    subtitle: str = ""
    notes: tuple[str, ...] = ()
    charts: tuple[Chart, ...] = ()
    landscape: bool = True
    one_page: bool = False
    letterhead: bool = True
    signature: bool = True
    filtered: bool = False
    protected: bool = False
    """Headers and `locked` columns refuse what is typed; there is no password."""
    hidden: bool = False
    buttons: tuple[Button, ...] = ()
    pictures: tuple[Picture, ...] = ()
    colors: Mapping[str, str] = dataclass_field(default_factory=dict)
    """In the tables of this sheet, rows whose cells say the key get the colour of that name:
    red, yellow, green, grey."""


@dataclass(frozen=True, slots=True)
class Signers:
    """Who signs the sheets of a report; empty where it is to be filled in by hand."""

    prepared_by: str = ""
    name: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class ReportBook:
    """A workbook to be written. `kind` is kept in it, so that it is known again as our own."""

    kind: str
    title: str
    meeting: Meeting
    made_on: date
    sheets: tuple[ReportSheet, ...]
    language: str = "vi"
    signers: Signers = Signers()
