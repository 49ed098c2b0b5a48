"""Hold the records of one table against the rules, and its cells against what Excel says of them.

Wrong values as such were found when they were read (`normalize`). Here it is about required
values that are missing, what the rules say, cells of which Excel itself has no value, what is
hidden, and totals that were typed.
"""

from collections.abc import Iterable, Iterator, Sequence

from toolkit.check.cells import about_cells
from toolkit.check.links import check_links
from toolkit.check.notices import NOTICES, REQUIRED
from toolkit.check.totals import about_totals
from toolkit.model import Finding, Record, Table
from toolkit.rules.declare import Context, Rule, as_text, is_unreadable
from toolkit.rules.states import RESOLVED

__all__ = ["NOTICES", "check", "check_links"]

PENDING = frozenset({"01", "02", "03", "05", "07", "08"})
"""Statuses with which there need be no answer: open, passed on, set aside."""


def check(
    table: Table, records: Sequence[Record], rules: Sequence[Rule], context: Context
) -> tuple[Finding, ...]:
    """What is wrong with the records of one table, from top to bottom; never twice at one cell.

    `records` are all those of `table`, as `normalize` returned them.
    """
    found = (
        *_about_required(table, records),
        *_about_rules(records, rules, context),
        *about_cells(table),
        *about_totals(table, records),
    )
    once = {(finding.cell, finding.notice.code): finding for finding in reversed(found)}
    return tuple(once[key] for key in sorted(once))


def _about_required(table: Table, records: Iterable[Record]) -> Iterator[Finding]:
    for (entity, field), notice in REQUIRED.items():
        if table.layout.key != entity or not table.has(field):
            continue
        for record in records:
            if record[field] is None and not is_unreadable(record, field):
                if entity == "response" and _is_pending(record):
                    continue
                yield Finding(notice, record.cell(field), field=field)


def _is_pending(record: Record) -> bool:
    """Whether a row of answers says that there is none yet; other rules look at the outcome."""
    outcome = record["outcome"]
    return record["status"] in PENDING or (outcome is not None and outcome != RESOLVED)


def _about_rules(
    records: Sequence[Record], rules: Iterable[Rule], context: Context
) -> Iterator[Finding]:
    for rule in rules:
        for blame in rule.offenders(records, context):
            record, field = blame.record, blame.field
            value = record.typed.get(field) or as_text(record[field]) or None
            yield Finding(
                rule.notice, record.cell(field), rule.params(blame), field, value, blame.related
            )
