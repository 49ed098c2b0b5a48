"""The proof that nothing was lost: every row is explained, every record is counted."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

from toolkit.model import Consolidation, Record, SourceFile, Table

RecordKey: TypeAlias = tuple[str, str, tuple[int, ...], int, int, int]


class LostRowsError(Exception):
    """Rows or records of a file are in none of the results. Ours to mend, never the user's."""


@dataclass(frozen=True, slots=True)
class Reconciled:
    """A table whose rows are all explained: they are records or were left out for a reason."""

    table: Table
    rows: int
    taken: int
    left_out: int
    records: int


def reconcile(data: Consolidation) -> tuple[Reconciled, ...]:
    """All tables of all files, in the order in which they were read.

    Raises:
        LostRowsError: A row between header and end is neither record nor left out, a row has
            no record, or a record is in no register or is counted twice.
    """
    _require_all_counted(data)
    return tuple(_reconciled(file, table) for file in data.files for table in own_tables(file))


def own_tables(file: SourceFile) -> tuple[Table, ...]:
    """The tables of a file that were read; not those that are of another kind than ours."""
    return tuple(table for table in file.tables if not table.layout.foreign)


def _reconciled(file: SourceFile, table: Table) -> Reconciled:
    top = max(table.header_rows, default=0)
    taken = {row.number for row in table.rows}
    left_out = {row.row for row in table.excluded if row.row > top}
    blank = _blank_at_the_end(table, taken | left_out)
    rows = set(range(top + 1, max(taken | left_out, default=top) + 1)) - blank
    key = _table_key(table)
    records = [record.row for record in file.records if _table_key(record.table) == key]
    lost = (rows - taken - left_out) | (taken & left_out) | (taken ^ set(records))
    if lost:
        numbers = ", ".join(map(str, sorted(lost)))
        raise LostRowsError(f"{file.path} › {table.sheet.name}: rows {numbers} are unexplained")
    return Reconciled(table, len(rows), len(taken), len(left_out), len(records))


def _blank_at_the_end(table: Table, listed: set[int]) -> set[int]:
    """Unlisted blank rows below the last record: they separate the table from its signatures."""
    end = max((row.number for row in table.rows), default=0)
    numbers = [column.number for column in table.columns]
    width = range(min(numbers, default=1), max(numbers, default=0) + 1)
    return {
        row
        for row in range(end + 1, max(listed, default=end))
        if row not in listed and all(table.sheet.at(row, column) is None for column in width)
    }


def _require_all_counted(data: Consolidation) -> None:
    read = {_key(record) for file in data.files for record in file.records}
    counted = tuple(_counted_records(data))
    used = Counter(map(_key, counted))
    lost = sorted(read - used.keys())
    if lost:
        raise LostRowsError(f"not in any register: {lost}")
    # One answer may well answer several petitions.
    twice = sorted({_key(r) for r in counted if r.entity != "response" and used[_key(r)] > 1})
    if twice:
        raise LostRowsError(f"counted twice: {twice}")


def _counted_records(data: Consolidation) -> Iterator[Record]:
    """All records that entries are made of, and those that stand alone."""
    people = (person.sources for person in data.attendees)
    petitions = (task.petition.sources for task in data.tasks)
    return chain(chain.from_iterable(chain(people, petitions)), data.unlinked, data.surveys)


def _key(record: Record) -> RecordKey:
    return (*_table_key(record.table), record.row, record.part)


def _table_key(table: Table) -> tuple[str, str, tuple[int, ...], int]:
    """What tells tables apart: two may lie on one sheet, above or beside each other."""
    left = min((column.number for column in table.columns), default=0)
    return table.workbook, table.sheet.name, table.header_rows, left
