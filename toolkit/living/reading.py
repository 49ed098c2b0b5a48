"""The follow-up table as people left it: which column is which field, which row which petition.

Rows may have been sorted, moved, copied and typed; columns moved, renamed and added. A column is
known by the header it was given, by what stands in it, or by its words; a row by its id, or by
what it says.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from toolkit.layouts.follow_up import HEADERS
from toolkit.layouts.follow_up import SHEET as USUAL
from toolkit.living.base import FIELDS, Base, Kept
from toolkit.living.printed import SHEET as PRINTED
from toolkit.living.seen import seen
from toolkit.model import Cell, MappedColumn, Raw, Sheet, Table, Workbook
from toolkit.values.likeness import likeness
from toolkit.values.texts import fold

FEWEST_WITNESSES, SHARE = 3, 0.7
"""A column holds a field if so many of its rows, and such a share, say what was written there."""
SAME_ROW = 90
"""From which likeness on a row that lost its id says what a known petition says."""

NEW_ROWS = "Mới"
"""The sheet for new rows where something stands below the table."""

_FEWEST_SIGNS = 8
_NAMED, _HAS_IDS = 10, 5
"""What the name of its sheet, and ids in it, count for a table beside a header of ours."""

_KEYS = {fold(header): key for key, header in HEADERS.items()}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table. `id` is the one that stands there; `known` the petition that it is.

    `cells` are what a reader sees, by field; `formulas` the fields in which people calculate.
    `copied` rows have the id of another row, which it belongs to.
    """

    sheet: str
    number: int
    id: str
    cells: Mapping[str, str]
    formulas: frozenset[str] = frozenset()
    known: str = ""
    copied: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Living:
    """The table and its rows. `tables` are what was recognised, one for each sheet with rows.

    `columns` maps sheets and fields to columns. `unclear` are fields that no column, or more than
    one, can be said to hold. `has_room` tells whether rows can be added below the table.
    """

    workbook: str
    tables: tuple[Table, ...]
    columns: Mapping[str, Mapping[str, int]]
    rows: tuple[Row, ...]
    unclear: tuple[str, ...] = ()
    has_room: bool = True
    last_number: int = 0

    @property
    def sheet(self) -> str:
        """The sheet of the table itself."""
        return self.tables[0].sheet.name

    def cell(self, row: Row, key: str) -> Cell:
        column = self.columns[row.sheet].get(key, 1)
        return Cell(self.workbook, row.sheet, row.number, column)


def find_tables(tables: Sequence[Table], base: Base) -> tuple[Table, ...]:
    """The table of the workbook that is followed up, and that of new rows; none if it is gone."""
    scored = [(_score(table, base), -place, table) for place, table in enumerate(tables)]
    beside = {NEW_ROWS, PRINTED}
    scored = [o for o in scored if o[2].sheet.name not in beside and not o[2].sheet.hidden]
    best = max(scored, key=lambda one: one[:2], default=(0, 0, None))
    if best[2] is None or best[0] < _FEWEST_SIGNS:
        return ()
    more = [table for table in tables if table.sheet.name == NEW_ROWS][:1]
    return (best[2], *more)


def _score(table: Table, base: Base) -> int:
    """How much speaks for a table: headers of ours, the usual name, ids that are known."""
    ours = len({_KEYS.get(fold(header)) for _, header in _headers(table)} - {None})
    has_ids = _best_id_column(table, base)[1] > 0
    is_usual = table.sheet.name == USUAL
    return ours + _NAMED * is_usual + _HAS_IDS * has_ids if ours or has_ids else 0


def read_living(
    workbook: Workbook,
    tables: Sequence[Table],
    base: Base,
    formulas: Mapping[str, frozenset[tuple[int, int]]],
) -> Living:
    """The table with its rows; `formulas` are the cells in which people calculate, by sheet."""
    columns: dict[str, Mapping[str, int]] = {}
    unclear: tuple[str, ...] = ()
    rows: list[Row] = []
    for position, table in enumerate(tables):
        mapped, doubtful = _columns(table, base)
        columns[table.sheet.name] = mapped
        unclear = unclear if position else doubtful
        rows += _rows(table, mapped, base, formulas.get(table.sheet.name, frozenset()))
    first = tables[0]
    return Living(
        workbook.name,
        tuple(_understood(table, columns[table.sheet.name]) for table in tables),
        columns,
        _recognised(rows, base),
        unclear,
        _has_room(first, [row for row in rows if row.sheet == first.sheet.name]),
        _last_number(rows),
    )


def _understood(table: Table, columns: Mapping[str, int]) -> Table:
    """The table with its columns as they are known here."""
    kinds = {column.field: column for column in reversed(table.layout.columns)}
    ours = [
        MappedColumn(number, kinds[key], HEADERS[key], 1.0, "header")
        for key, number in columns.items()
        if key in kinds
    ]
    taken = {*columns.values()}
    others = [
        mapped
        for mapped in table.columns
        if mapped.number not in taken and mapped.column.field not in HEADERS
    ]
    return replace(table, columns=tuple(sorted((*ours, *others), key=lambda m: m.number)))


# ── Columns ─────────────────────────────────────────────────────────────────────────────────


def _headers(table: Table) -> tuple[tuple[int, str], ...]:
    return (*((m.number, m.header) for m in table.columns), *table.unmapped)


def _columns(table: Table, base: Base) -> tuple[Mapping[str, int], tuple[str, ...]]:
    """The column of each field, and the fields that are in none or in several."""
    by_header: dict[str, list[int]] = defaultdict(list)
    for number, header in _headers(table):
        if key := _KEYS.get(fold(header)):
            by_header[key].append(number)
    found = {key: numbers[0] for key, numbers in by_header.items() if len(numbers) == 1}
    if "petition_id" not in found:
        number, ids = _best_id_column(table, base)
        found |= {"petition_id": number} if ids else {}
    taken = {*found.values()}
    missing = frozenset(FIELDS) - found.keys()
    witnesses = _witnesses(table, found.get("petition_id"), base, missing)
    for key, number in witnesses.items():
        if key not in found and number not in taken:
            found[key] = number
            taken.add(number)
    for mapped in table.columns:
        key = mapped.column.field
        if key in HEADERS and key not in found and mapped.number not in taken:
            found[key] = mapped.number
            taken.add(mapped.number)
    doubtful = {key for key, numbers in by_header.items() if len(numbers) > 1} - witnesses.keys()
    sure = {key: number for key, number in found.items() if key not in doubtful}
    return sure, tuple(key for key in FIELDS if key not in sure)


def _best_id_column(table: Table, base: Base) -> tuple[int, int]:
    """The column with the most ids that are known, and how many they are."""
    counts: Counter[int] = Counter()
    for cells in table.sheet.rows[table.header_rows[-1] :]:
        for column, raw in enumerate(cells, start=1):
            if isinstance(raw, str) and base.get(raw):
                counts[column] += 1
    return counts.most_common(1)[0] if counts else (0, 0)


def _witnesses(
    table: Table, id_column: int | None, base: Base, keys: frozenset[str]
) -> Mapping[str, int]:
    """The columns in which most rows say what was written for one of the fields."""
    if id_column is None:
        return {}
    agreeing: Counter[tuple[str, int]] = Counter()
    filled: Counter[str] = Counter()
    for number in range(table.header_rows[-1] + 1, len(table.sheet.rows) + 1):
        kept = base.get(seen(table.sheet.at(number, id_column)))
        told = kept.values.items() if kept else ()
        for key, value in ((key, value) for key, value in told if value and key in keys):
            filled[key] += 1
            for column, raw in enumerate(table.sheet.rows[number - 1], start=1):
                if raw is not None and seen(raw, key) == value:
                    agreeing[key, column] += 1
    best: dict[str, int] = {}
    for (key, column), count in agreeing.most_common():
        enough = count >= FEWEST_WITNESSES and count >= SHARE * filled[key]
        if enough and key not in best and column not in best.values():
            best[key] = column
    return best


# ── Rows ────────────────────────────────────────────────────────────────────────────────────


def _rows(
    table: Table,
    columns: Mapping[str, int],
    base: Base,
    formulas: frozenset[tuple[int, int]],
) -> list[Row]:
    """The rows that are records, and those that have a known id whatever else they look like."""
    records = {row.number for row in table.rows}
    found: list[Row] = []
    for number in range(table.header_rows[-1] + 1, len(table.sheet.rows) + 1):
        given = seen(_raw(table.sheet, number, columns.get("petition_id")))
        if number not in records and not base.get(given):
            continue
        cells = {
            key: seen(_raw(table.sheet, number, column), key) for key, column in columns.items()
        }
        calculated = {
            key
            for key, column in columns.items()
            if (number, column) in formulas or (number, column) in table.sheet.no_result
        }
        if any(cells.get(key) for key in FIELDS):
            found.append(Row(table.sheet.name, number, given, cells, frozenset(calculated)))
    return found


def _raw(sheet: Sheet, row: int, column: int | None) -> Raw:
    return sheet.at(row, column) if column else None


def _recognised(rows: Sequence[Row], base: Base) -> tuple[Row, ...]:
    """The rows with the petitions that they are: no petition has two rows."""
    holders: dict[str, list[int]] = defaultdict(list)
    for position, row in enumerate(rows):
        if kept := base.get(row.id):
            holders[kept.id].append(position)
    known: dict[int, str] = {}
    copied: set[int] = set()
    for given, positions in holders.items():
        kept = base.get(given)
        best = max(positions, key=lambda at: (_agreement(rows[at], kept), -at))
        known[best] = given
        copied |= {*positions} - {best}
    _find_by_words(rows, known, copied, base)
    return tuple(
        replace(row, known=known.get(at, ""), copied=at in copied) for at, row in enumerate(rows)
    )


def _find_by_words(
    rows: Sequence[Row], known: dict[int, str], copied: set[int], base: Base
) -> None:
    """Rows whose id was erased or typed over are those petitions that have no row any more."""
    lost = [kept for kept in base.kept.values() if kept.id not in {*known.values()}]
    open_rows = [at for at in range(len(rows)) if at not in known and at not in copied]
    scored = [
        (_resemblance(rows[at], kept), -at, kept.id)
        for at in open_rows
        for kept in lost
        if rows[at].cells.get("content") and kept.content
    ]
    for score, minus, given in sorted(scored, reverse=True):
        if score >= SAME_ROW and -minus not in known and given not in known.values():
            known[-minus] = given


def _resemblance(row: Row, kept: Kept) -> float:
    """How likely a row without its id is a petition; from 0 to 100."""
    if row.cells.get("content") == kept.content:
        return 100.0 + _agreement(row, kept)
    if _agreement(row, kept) < SHARE * sum(map(bool, kept.values.values())):
        return 0.0
    return likeness(fold(row.cells["content"]), fold(kept.content))


def _agreement(row: Row, kept: Kept | None) -> int:
    """In how many fields a row says what was written."""
    values = kept.values.items() if kept else ()
    return sum(bool(value) and row.cells.get(key) == value for key, value in values)


def _has_room(table: Table, rows: Iterable[Row]) -> bool:
    """Whether the last row of the sheet that says something is one of the table."""
    last = max((row.number for row in rows), default=table.header_rows[-1])
    return last >= len(table.sheet.rows)


def _last_number(rows: Iterable[Row]) -> int:
    numbers = (row.cells.get("seq", "") for row in rows)
    return max((int(number) for number in numbers if number.isdecimal()), default=0)
