"""Turn the raw rows of a table into records, each value with the cell it came from.

What is unreadable is left blank and has its finding; no record is dropped.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from toolkit.decisions import UNDECIDED, Decisions, code_key
from toolkit.model import (
    Cell,
    Code,
    Finding,
    MappedColumn,
    Notice,
    Question,
    Record,
    Table,
    TableRow,
    Value,
)
from toolkit.normalize import columns, date_order, encodings, notices, sections
from toolkit.normalize.cells import Said, read_cells
from toolkit.normalize.columns import ColumnReader
from toolkit.normalize.date_parts import join_dates
from toolkit.normalize.draft import Chosen, Draft
from toolkit.normalize.encodings import to_unicode
from toolkit.normalize.names import with_decided_names
from toolkit.normalize.petitions import split_petitions
from toolkit.normalize.sections import Titles
from toolkit.normalize.suspicion import with_suspicion
from toolkit.values import ONCE_PER_COLUMN
from toolkit.values.codes import CodeIndex, CodeIndexes
from toolkit.values.reading import Reading, Saying, UnreadableError
from toolkit.values.telling import told_once
from toolkit.values.texts import clean, is_ditto, shorten, shown

__all__ = ["NOTICES", "normalize", "to_unicode"]

NOTICES = (
    *columns.NOTICES,
    *date_order.NOTICES,
    *encodings.NOTICES,
    *notices.NOTICES,
    *sections.NOTICES,
)

DATES = frozenset({"date", "birth"})

Rows = Sequence[tuple[TableRow, dict[int, Said]]]


def normalize(
    table: Table, codelists: Mapping[str, tuple[Code, ...]], decisions: Decisions = UNDECIDED
) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    """The records of a table in the order of its rows, and what was wrong with single values.

    Of `decisions`, those about dates, names and kinds count here; those about codes are in
    `codelists` already.

    A record's `typed` holds every field whose cell says something, also where it could not be
    read; cells that say “không có” or “-” are blank and not in it.
    """
    indexes = CodeIndexes(codelists)
    rows = tuple(join_dates(table, read_cells(table)))
    work = _Work(table, indexes, rows, decisions)
    made = (record for row, cells in rows for record in work.records(row, cells))
    records = with_suspicion(with_decided_names(made, decisions), decisions)
    return records, tuple(work.findings())


class _Work:
    """The readers of one table's columns, and the findings so far."""

    def __init__(
        self,
        table: Table,
        indexes: Mapping[str, CodeIndex],
        rows: Rows,
        decisions: Decisions,
    ) -> None:
        self._table = table
        self._decisions = decisions
        self._fields = {column.field for column in table.layout.columns}
        self._titles = Titles(table, indexes)
        self._findings: list[Finding] = []
        self._without_topic: set[int] = set()
        self._readers = [self._reader(mapped, indexes, rows) for mapped in table.columns]

    def records(self, row: TableRow, cells: Mapping[int, Said]) -> Iterable[Record]:
        """The record of a row, or the several whose petitions or ballots stand in it."""
        return chain.from_iterable(
            self._records(readers, row, cells) for readers in _by_question(self._readers)
        )

    def _records(
        self, readers: Sequence[ColumnReader], row: TableRow, cells: Mapping[int, Said]
    ) -> Iterable[Record]:
        draft = Draft()
        secondary = [self._read(draft, reader, row, cells) for reader in readers]
        for reader in readers:
            if question := reader.column.implies.get("question"):
                draft.ask(question, reader.column.field, cells[reader.mapped.number].place)
        for said, also in secondary:
            for field, value in also.items():
                self._tell(draft, field, value, said)
        for field, told in self._titles.of_row(row.section).items():
            draft.fill(field, told.value, told.place, told.title)
        self._check_dittos(draft, row, cells)
        self._check_exclusive(draft)
        if row.section and "topic" in self._fields and "topic" not in draft.values:
            self._without_topic.add(row.section)
        return self._parts(draft.record(self._table, row.number), cells)

    def findings(self) -> tuple[Finding, ...]:
        """All findings, each once, by place."""
        headings = self._titles.findings(frozenset(self._without_topic))
        gathered = (*ONCE_PER_COLUMN, *columns.ONCE_PER_COLUMN, notices.FILLED_DOWN)
        each = {(f.cell, f.notice.code): f for f in (*self._findings, *headings)}
        once = told_once(list(each.values()), gathered)
        return tuple(sorted(once, key=lambda finding: (finding.cell, finding.notice.code)))

    def _reader(
        self, mapped: MappedColumn, indexes: Mapping[str, CodeIndex], rows: Rows
    ) -> ColumnReader:
        places = {cells[mapped.number].place: cells[mapped.number].raw for _, cells in rows}
        if mapped.column.kind not in DATES:
            return ColumnReader(self._table, mapped, indexes).with_cells(places.values())
        typed = [(self._table.cell(*place), raw) for place, raw in places.items()]
        order = date_order.date_order(self._table, mapped, typed, self._decisions)
        self._findings += order.findings
        return ColumnReader(self._table, mapped, indexes, order)

    def _read(
        self, draft: Draft, reader: ColumnReader, row: TableRow, cells: Mapping[int, Said]
    ) -> tuple[Said, Mapping[str, Value]]:
        """Put what a cell tells of its own field; what it tells of others is given back."""
        column, said = reader.column, cells[reader.mapped.number]
        if said.raw is None:
            return said, {}
        try:
            reading = reader.read(said.raw)
        except UnreadableError as error:
            reading = Reading(said=((error.notice, error.params),))
        if said.place == (row.number, reader.mapped.number):
            self._find(reader.mapped, said, reading.said)
        elif said.typed:
            self._filled_down(reader.mapped, row, said)
        if reading.value is not None:
            draft.chosen.append(Chosen(reader.mapped, reading.value, said))
        draft.put(column.field, reading.value, said.place, said.typed)
        if not reading.also:
            draft.keep(column.field, said.place, said.typed)
        implied = column.implies if reading.value is not None else {}
        return said, {**implied, **reading.also}

    def _filled_down(self, mapped: MappedColumn, row: TableRow, said: Said) -> None:
        """That a cell was read as the one above; a petition that says only “nt” is odd."""
        own = (row.number, mapped.number)
        if mapped.column.field == "content" and is_ditto(said.typed):
            other = self._table.cell(*said.place)
            params = {"other": other.a1}
            self._add(notices.SAME_CONTENT, own, mapped, said.typed, params, (other,))
            return
        if mapped.column.kind == "seq":
            return
        params = {"header": clean(mapped.header), "value": shorten(shown(said.raw))}
        self._add(notices.FILLED_DOWN, own, mapped, said.typed, params)

    def _tell(self, draft: Draft, field: str, value: Value, said: Said) -> None:
        """What a cell tells of a field that is not its own counts where that one is blank."""
        if field not in self._fields:
            return
        fill = draft.put if field == "note" else draft.fill
        fill(field, value, said.place, said.typed)

    def _check_dittos(self, draft: Draft, row: TableRow, cells: Mapping[int, Said]) -> None:
        """“Như trên” with nothing above it matters where nothing else tells the field either."""
        for mapped in self._table.columns:
            if cells[mapped.number].unfounded and mapped.column.field not in draft.values:
                place = (row.number, mapped.number)
                typed = shown(self._table.sheet.at(*place))
                self._add(notices.NOTHING_ABOVE, place, mapped, typed, {})

    def _check_exclusive(self, draft: Draft) -> None:
        """Ticks for two things leave open which of them holds."""
        chosen = tuple(draft.chosen)
        for position, choice in enumerate(chosen):
            before = next((c for c in chosen[:position] if c.excludes(choice)), None)
            if before:
                first = self._table.cell(*before.said.place)
                mapped, said = choice.mapped, choice.said
                params = {
                    "header": clean(mapped.header).rpartition(" / ")[2],
                    "other": clean(before.mapped.header).rpartition(" / ")[2],
                }
                self._add(notices.EXCLUSIVE, said.place, mapped, said.typed, params, (first,))
                if mapped.column.kind == "tick":
                    draft.leave_open(before.mapped.column.field, mapped.column.field)

    def _find(self, mapped: MappedColumn, said: Said, sayings: Iterable[Saying]) -> None:
        for notice, params in sayings:
            self._add(notice, said.place, mapped, said.typed, params)

    def _add(
        self,
        notice: Notice,
        place: tuple[int, int],
        mapped: MappedColumn,
        typed: str,
        params: Mapping[str, object],
        related: tuple[Cell, ...] = (),
    ) -> None:
        cell = self._table.cell(*place)
        given = {"value": shorten(typed), **params}
        asked = _question(notice, cell, mapped, typed, params)
        finding = Finding(notice, cell, given, mapped.column.field, typed, related, asked)
        self._findings.append(finding)

    def _parts(self, record: Record, cells: Mapping[int, Said]) -> Iterable[Record]:
        """A record for every numbered petition of the content cell; answers go along."""
        holders = [m for m in self._table.columns if m.column.field == "content"]
        if record.entity != "petition" or len(holders) != 1:
            return (record,)
        said = cells[holders[0].number]
        contents = split_petitions(said.raw) if isinstance(said.raw, str) else ()
        if len(contents) < 2:
            return (record,)
        self._add(
            notices.SEVERAL_PETITIONS, said.place, holders[0], said.typed, {"parts": len(contents)}
        )
        answers = _answers(record, len(contents))
        return tuple(
            replace(record, values={**record.values, "content": content} | answer, part=part)
            for part, (content, answer) in enumerate(zip(contents, answers, strict=True), start=1)
        )


def _by_question(readers: Sequence[ColumnReader]) -> Iterable[Sequence[ColumnReader]]:
    """All columns of a row; of a ballot with several questions, those of each question."""
    asked = dict.fromkeys(reader.column.implies.get("question") for reader in readers)
    questions = [question for question in asked if question]
    if len(questions) < 2:
        return (readers,)
    return (
        tuple(r for r in readers if r.column.implies.get("question", question) == question)
        for question in questions
    )


def _question(
    notice: Notice, cell: Cell, mapped: MappedColumn, typed: str, params: Mapping[str, object]
) -> tuple[Question, ...]:
    """Which code a text means that is in no list; a whole sentence is not asked about."""
    codelist = columns.codelist_of(mapped.column)
    if notice not in (columns.UNKNOWN, columns.UNKNOWN_AND_UNLIKE) or not codelist:
        return ()
    if len(typed) > columns.LONG:
        return ()
    seen = f"“{clean(typed)}” ở cột “{clean(mapped.header)}”"
    proposal = str(params.get("proposal", ""))
    return (Question(code_key(codelist, typed), seen, proposal, (cell,)),)


def _answers(record: Record, parts: int) -> Sequence[dict[str, Value]]:
    """The answer of each part where the answers are numbered alike; else nothing to change."""
    answers = split_petitions(record.typed.get("response_text", ""))
    if len(answers) != parts:
        return [{}] * parts
    return [{"response_text": answer} for answer in answers]
