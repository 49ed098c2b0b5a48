"""Required values that are missing, unless their column is one that may be left blank."""

from collections.abc import Iterator, Sequence

from toolkit.check.notices import MAY_BE_BLANK, NOTHING_FILLED, REQUIRED
from toolkit.model import Finding, Notice, Record, Table
from toolkit.rules.declare import is_unreadable
from toolkit.rules.states import RESOLVED
from toolkit.rules.words import words

PENDING = frozenset({"01", "02", "03", "05", "07", "08"})
"""Statuses with which there need be no answer: open, passed on, set aside."""

FEW = 3
"""From how many blank cells on a column that is half blank is one that may be left blank."""


def about_required(table: Table, records: Sequence[Record]) -> Iterator[Finding]:
    """What is missing in the records of a table, from top to bottom."""
    for (entity, field), notice in REQUIRED.items():
        if table.layout.key != entity or not table.has(field):
            continue
        blank = [record for record in records if _is_missing(record, field)]
        if gathered := _gathered(table, records, blank, field):
            first, *others = (record.cell(field) for record in blank)
            related = tuple(dict.fromkeys(cell for cell in others if cell != first))
            yield Finding(gathered, first, {"count": len(related) + 1}, field, related=related)
        else:
            yield from (Finding(notice, record.cell(field), field=field) for record in blank)


def _is_missing(record: Record, field: str) -> bool:
    if record[field] is not None or is_unreadable(record, field):
        return False
    return record.entity != "response" or not _is_pending(record)


def _is_pending(record: Record) -> bool:
    """Whether a row of answers says that there is none yet; other rules look at the outcome."""
    outcome = record["outcome"]
    return record["status"] in PENDING or (outcome is not None and outcome != RESOLVED)


def _gathered(
    table: Table, records: Sequence[Record], blank: Sequence[Record], field: str
) -> Notice | None:
    """What is told of all blank petitions together; None if each is a slip of its own.

    In a list of people who registered, only some have a petition. A column in which nothing
    at all is filled in has one cause, too.
    """
    if table.layout.key != "petition" or not blank:
        return None
    named = [record for record in blank if record["petitioner"] is not None]
    if _is_registration(table, field) or (len(named) >= FEW and len(records) <= 2 * len(named)):
        return MAY_BE_BLANK if len(named) == len(blank) else None
    return NOTHING_FILLED if len(blank) == len(records) else None


def _is_registration(table: Table, field: str) -> bool:
    """Whether the header says “nếu có”, or the titles that people register here."""
    headers = (mapped.header for mapped in table.columns if mapped.column.field == field)
    titles = (table.sheet.name, *(text for _, text in table.titles))
    return any(map(words("optional").found_in, headers)) or any(
        map(words("registration").found_in, titles)
    )
