"""What an earlier meeting left open, as its follow-up workbook tells."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from toolkit import excel
from toolkit.detect import detect
from toolkit.dossier import digest
from toolkit.errors import InputError
from toolkit.following.table import by_row, only_rows, own_record
from toolkit.living.base import Base, read_base
from toolkit.living.planning import NO_SOURCE
from toolkit.living.reading import Living, Row, find_tables, read_living
from toolkit.model import DueState, Entry, FileStatus, Record, SourceFile, Table
from toolkit.normalize import normalize
from toolkit.profiles import Profile

CHANNEL = "Hội nghị trước"
"""Where a petition that is carried over comes from."""
RAISED = "raised"
"""The value of an entry that tells how many times a petition was raised."""

_CLOSED = frozenset({NO_SOURCE, *(str(state) for state in DueState if state.is_done)})
_TIMES = re.compile(r"[Kk]iến nghị lần thứ (\d+)")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


def carried(path: Path, name: str, profile: Profile, year: int) -> SourceFile | None:
    """The rows of an earlier follow-up workbook that are still open, as a file of the inbox.

    None if the workbook cannot be read, holds no such table, or is no earlier than `year`.
    """
    try:
        workbook = excel.read(path, name)
    except InputError:
        return None
    base = read_base(workbook)
    found, _ = detect(workbook, profile.layouts, profile.codelists, profile.decisions)
    tables = find_tables([table for table in found if table.layout.key == "petition"], base)
    if not tables:
        return None
    living = read_living(workbook, tables, base, {})
    if _year_of(living, base) >= year:
        return None
    parts = [_open_rows(living, table, profile) for table in living.tables]
    return SourceFile(
        name,
        digest(path),
        path.stat().st_size,
        FileStatus.OK,
        tables=tuple(table for table, records in parts if records),
        records=tuple(record for _, records in parts for record in records),
    )


def _year_of(living: Living, base: Base) -> int:
    """The year that the ids of a table name; else that of the last petition received."""
    ids = [row.id for row in living.rows] or list(base.kept)
    years = [int(found) for given in ids for found in _YEAR.findall(given)]
    received = (row.cells.get("received_on", "")[:4] for row in living.rows)
    return max(years or [int(text) for text in received if text.isdecimal()], default=0)


def _open_rows(living: Living, table: Table, profile: Profile) -> tuple[Table, tuple[Record, ...]]:
    records, _ = normalize(table, profile.codelists, profile.decisions)
    told = by_row(records)
    rows = [row for row in living.rows if row.sheet == table.sheet.name and _is_open(row)]
    rows = [row for row in rows if (row.sheet, row.number) in told]
    only = only_rows(table, {row.number for row in rows})
    numbers = {row.number for row in only.rows}
    made = (
        _carried(own_record(told[row.sheet, row.number], row, only), row)
        for row in rows
        if row.number in numbers
    )
    return only, tuple(made)


def _is_open(row: Row) -> bool:
    return bool(row.cells.get("content")) and row.cells.get("due_state") not in _CLOSED


def _carried(record: Record, row: Row) -> Record:
    given = {"petition_id": row.id} if row.id else {}
    return replace(record, values={**record.values, **given, "channel": CHANNEL})


def with_history(entries: Sequence[Entry], earlier: Iterable[SourceFile]) -> tuple[Entry, ...]:
    """The petitions with how many times they were raised, as far as earlier meetings tell."""
    tables = {id(table) for file in earlier for table in file.tables}
    return tuple(_counted(entry, tables) if tables else entry for entry in entries)


def _counted(entry: Entry, tables: set[int]) -> Entry:
    before = [record for record in entry.sources if id(record.table) in tables]
    if not before:
        return entry
    again = any(r.entity == "petition" and id(r.table) not in tables for r in entry.sources)
    note = entry.text("note")
    found = _TIMES.search(note)
    times = (int(found[1]) if found else 1) + int(again)
    told = f"Kiến nghị lần thứ {times}"
    if found:
        note = _TIMES.sub(told, note, count=1)
    elif times > 1:
        note = f"{note}; {told}" if note else told
    values = {**entry.values, RAISED: times, "channel": CHANNEL}
    return replace(entry, values=values | ({"note": note} if note else {}))
