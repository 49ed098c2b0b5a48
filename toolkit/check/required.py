"""Required values that are missing."""

from collections.abc import Iterator, Sequence

from toolkit.check.notices import NOTHING_FILLED, REQUIRED, WITHOUT_PETITION
from toolkit.codelists.meanings import Need
from toolkit.model import Cell, Finding, Notice, Reason, Record, Table
from toolkit.rules.declare import is_unreadable
from toolkit.rules.states import is_answered, needs


def about_required(table: Table, records: Sequence[Record]) -> Iterator[Finding]:
    """What is missing in the records of a table, from top to bottom."""
    for (entity, field), notice in REQUIRED.items():
        if table.layout.key != entity or not table.has(field):
            continue
        blank = [record for record in records if _is_missing(record, field)]
        if entity == "petition" and blank and len(blank) == len(records):
            yield _together(NOTHING_FILLED, [record.cell(field) for record in blank], field)
        else:
            yield from (Finding(notice, record.cell(field), field=field) for record in blank)
        if silent := list(_left_blank(table, field)):
            yield _together(WITHOUT_PETITION, silent, field)


def _left_blank(table: Table, field: str) -> Iterator[Cell]:
    """The blank cells of people who registered without a petition: their rows are no records."""
    column = next(m.number for m in table.columns if field in {m.column.field, *m.column.also})
    for excluded in table.excluded:
        empty = table.sheet.at(excluded.row, column) is None
        if excluded.reason is Reason.NIL_RETURN and empty and _fills_several(table, excluded.row):
            yield table.cell(excluded.row, column)


def _fills_several(table: Table, row: int) -> bool:
    """Whether a row holds more than one text: “Không có kiến nghị” alone says enough."""
    return sum(raw is not None for raw in table.sheet.rows[row - 1]) > 1


def _together(notice: Notice, cells: Sequence[Cell], field: str) -> Finding:
    first, *others = dict.fromkeys(cells)
    return Finding(notice, first, {"count": len(others) + 1}, field, related=tuple(others))


def _is_missing(record: Record, field: str) -> bool:
    if record[field] is not None or is_unreadable(record, field):
        return False
    return record.entity != "response" or not _is_pending(record)


def _is_pending(record: Record) -> bool:
    """Whether a row of answers need not hold one: open, passed on, set aside, not resolved."""
    status, outcome = record.text("status"), record.text("outcome")
    waits = bool(status) and not is_answered(status)
    return waits or (bool(outcome) and not needs(outcome, Need.PROOF))
