"""The follow-up table of a dossier as people left it, and what they typed there."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path

from toolkit import dossier, excel
from toolkit.decisions import column_key, heading
from toolkit.detect import detect
from toolkit.dossier import Dossier
from toolkit.errors import InputError, OutputError, ToolkitError
from toolkit.following.notices import COLUMN_UNKNOWN, NOT_KNOWN
from toolkit.identity import Known, Register
from toolkit.layouts.follow_up import COUNTED, HEADERS
from toolkit.living.base import DELETED, FIELDS, GONE, TYPED, Base, Kept, read_base
from toolkit.living.merging import Decision
from toolkit.living.planning import Choice, typed_fields
from toolkit.living.reading import Living, Row, find_tables, read_living
from toolkit.living.sheets import Board, read_board
from toolkit.living.slips import Answer, Received, answers, receive
from toolkit.model import (
    Cell,
    Entry,
    Excluded,
    Finding,
    Question,
    Reason,
    Record,
    Table,
    Value,
    Workbook,
)
from toolkit.normalize import normalize
from toolkit.profiles import Profile
from toolkit.summarize.privacy import is_stub
from toolkit.values.likeness import identifier


@dataclass(frozen=True, slots=True, eq=False)
class Followed:
    """The follow-up table as people left it, with the base that it carries.

    `choices` are the decisions on the sheet of conflicts (`board`); `received` is what slips
    added, which stands in `living` already.
    """

    content: bytes
    workbook: Workbook
    living: Living
    base: Base
    board: Board | None
    choices: Mapping[tuple[str, str], Choice]
    received: Received | None = None

    @property
    def tables(self) -> tuple[Table, ...]:
        return self.living.tables

    @property
    def current(self) -> Base:
        """The base after what slips added."""
        return replace(self.base, kept=self.received.kept) if self.received else self.base

    def is_own(self, row: Row) -> bool:
        """Whether people typed a row themselves."""
        kept = self.base.get(row.known) if row.known else None
        return kept is None or kept.origin == TYPED

    def typed_cells(self) -> frozenset[tuple[str, int, int]]:
        """The cells in which people wrote something else than the toolkit."""
        return frozenset(
            (row.sheet, row.number, self.living.columns[row.sheet][key])
            for row in self.living.rows
            for key in typed_fields(row, self.base.get(row.known) if row.known else None)
        )


def read(place: Dossier, profile: Profile, register: Register) -> Followed | ToolkitError | None:
    """The follow-up table; None if there is none yet, an error if it cannot be used.

    `register` tells the ids that were given, should the table have lost its base.
    """
    path = place.results / dossier.FOLLOW_UP
    if not path.exists():
        return None
    name = place.result(dossier.FOLLOW_UP)
    try:
        content = path.read_bytes()
        workbook = excel.read_content(content, name)
        calculated = excel.formulas(content, name)
    except InputError as error:
        return error
    except OSError:
        return OutputError(dossier.CANNOT_REMEMBER, {"path": dossier.FOLLOW_UP})
    base = read_base(workbook)
    base = base if base.is_there else _without_values(register)
    found, _ = detect(workbook, profile.layouts, profile.codelists, profile.decisions)
    tables = find_tables([t for t in found if t.layout.key == "petition"], base)
    if not tables:
        return OutputError(NOT_KNOWN, {"path": dossier.FOLLOW_UP})
    living = read_living(workbook, tables, base, calculated)
    board = read_board(workbook)
    return Followed(content, workbook, living, base, board, board.choices() if board else {})


@dataclass(frozen=True, slots=True)
class Override:
    """What people typed in the follow-up table, by field: the value, and where it stands."""

    values: Mapping[str, Value]
    places: Mapping[str, Cell]


def _without_values(register: Register) -> Base:
    """A base that knows the ids, and nothing that was written under them."""
    return Base({identifier(k.id): Kept(k.id, says=k.content) for k in register.petitions})


def read_slips(files: Iterable[tuple[Path, str]], profile: Profile) -> tuple[Answer, ...]:
    """What units wrote into slips, by their paths and names; unreadable ones say nothing."""
    found: list[Answer] = []
    for path, name in files:
        try:
            workbook = excel.read(path, name)
        except InputError:
            continue
        base = read_base(workbook)
        tables, _ = detect(workbook, profile.layouts, profile.codelists, profile.decisions)
        tables = find_tables(tables, base)
        if tables and base.is_there:
            living = read_living(workbook, tables, base, {})
            records = [
                record
                for table in living.tables
                for record in normalize(table, profile.codelists, profile.decisions)[0]
            ]
            found += answers(living, base, records)
    return tuple(found)


def with_slips(followed: Followed, given: Sequence[Answer]) -> Followed:
    """The table as if what units filled in had been typed in it."""
    received = receive(followed.living, followed.base, given, followed.choices)
    return replace(followed, living=received.living, received=received)


def own_records(
    followed: Followed, records: Sequence[Record]
) -> tuple[tuple[Table, ...], tuple[Record, ...]]:
    """The rows that people typed themselves, as tables of nothing else, and what they say.

    `records` are those of all rows.
    """
    told = by_row(records)
    tables: list[Table] = []
    made: list[Record] = []
    for table in followed.tables:
        rows = [
            row
            for row in followed.living.rows
            if row.sheet == table.sheet.name and followed.is_own(row) and row.cells.get("content")
        ]
        numbers = {row.number for row in rows} & {number for _, number in told}
        only = only_rows(table, numbers)
        if not only.rows:
            continue
        tables.append(only)
        found = ((told.get((row.sheet, row.number)), row) for row in rows)
        made += [own_record(record, row, only) for record, row in found if record]
    return tuple(tables), tuple(made)


def only_rows(table: Table, numbers: Set[int]) -> Table:
    """A table of some of the rows; the others are known from the sources."""
    others = tuple(
        Excluded(row.number, Reason.KNOWN, "") for row in table.rows if row.number not in numbers
    )
    excluded = sorted((*table.excluded, *others), key=lambda row: row.row)
    rows = tuple(row for row in table.rows if row.number in numbers)
    return replace(table, rows=rows, excluded=tuple(excluded))


def by_row(records: Iterable[Record]) -> dict[tuple[str, int], Record]:
    """The first record of each row."""
    found: dict[tuple[str, int], Record] = {}
    for record in records:
        found.setdefault((record.table.sheet.name, record.row), record)
    return found


def own_record(record: Record, row: Row, table: Table) -> Record:
    """One record for a row, under the id that it is known by."""
    values = dict(record.values) | {"content": " ".join(row.cells["content"].split())}
    if row.known:
        values["petition_id"] = row.known
    elif row.copied:
        values.pop("petition_id", None)
    return replace(record, table=table, values=values, part=0)


def unknown_columns(followed: Followed) -> tuple[Finding, ...]:
    """The columns that held something and are not known any more; people can say which."""
    table = followed.tables[0]
    written = {key for kept in followed.base.kept.values() for key, v in kept.values.items() if v}
    cell = table.cell(table.header_rows[-1], 1)
    lost = [key for key in followed.living.unclear if key in written]
    taken = {*followed.living.columns[followed.living.sheet].values()}
    questions = tuple(
        Question(column_key(table.layout.key, header), f"Cột “{header}”", "", (cell,))
        for number, header in _headers(table)
        if number not in taken and heading(header)
    )
    return tuple(
        Finding(COLUMN_UNKNOWN, cell, {"column": HEADERS[key]}, key, questions=questions)
        for key in lost
    )


def _headers(table: Table) -> tuple[tuple[int, str], ...]:
    return (*((m.number, m.header) for m in table.columns), *table.unmapped)


def overrides(followed: Followed, records: Sequence[Record]) -> Mapping[str, Override]:
    """What people typed over what the toolkit wrote, by the id for comparing."""
    told = by_row(records)
    found: dict[str, Override] = {}
    for row in followed.living.rows:
        record = told.get((row.sheet, row.number))
        if not row.known or record is None:
            continue
        keys = [
            key
            for key in typed_fields(row, followed.base.get(row.known))
            if key not in COUNTED and key != "petition_id" and not _is_given_up(followed, row, key)
        ]
        taken = followed.received.taken if followed.received else {}
        slips = {key: taken.get((identifier(row.known), key)) for key in keys}
        found[identifier(row.known)] = Override(
            {key: slip.value if slip else _value(record, row, key) for key, slip in slips.items()},
            {k: slip.cell if slip else followed.living.cell(row, k) for k, slip in slips.items()},
        )
    return found


def _is_given_up(followed: Followed, row: Row, key: str) -> bool:
    """Whether it was decided that the new value is to be written over what people typed."""
    choice = followed.choices.get((identifier(row.known), key))
    return choice is not None and choice.decision is Decision.TAKE


def _value(record: Record, row: Row, key: str) -> Value:
    if not row.cells.get(key):
        return None
    return " ".join(row.cells[key].split()) if key == "content" else record.values.get(key)


def with_override(entry: Entry, typed: Override | None, keys: Iterable[str] = FIELDS) -> Entry:
    """A petition with what people typed in the table.

    Of complaints and denunciations the table shows no content, so none is taken from it.
    """
    if typed is None:
        return entry
    hidden = {"content", "petitioner"} if is_stub(entry) else set()
    values = {key: typed.values[key] for key in keys if key in typed.values and key not in hidden}
    if not values:
        return entry
    places = {key: typed.places[key] for key in values}
    return replace(entry, values={**entry.values, **values}, places={**entry.places, **places})


def known_ids(base: Base, register: Register) -> Register:
    """The register of ids, with those that only the table remembers."""
    there = {identifier(known.id) for known in register.petitions}
    added = tuple(
        Known(
            kept.id,
            kept.values.get("content", ""),
            kept.values.get("petitioner", ""),
            kept.values.get("hamlet", ""),
            present=kept.state not in {GONE, DELETED},
        )
        for key, kept in base.kept.items()
        if key not in there
    )
    return replace(register, petitions=(*register.petitions, *added)) if added else register
