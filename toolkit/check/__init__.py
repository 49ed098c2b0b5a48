"""Hold the records of one table against the rules, and its cells against what Excel says of them.

Wrong values as such were found when they were read (`normalize`). Here it is about required
values that are missing, what the rules say, cells of which Excel itself has no value, what is
hidden, and totals that were typed.
"""

from collections.abc import Iterable, Iterator, Sequence

from toolkit.check.cells import about_cells
from toolkit.check.links import check_links
from toolkit.check.notices import NOTICES
from toolkit.check.required import about_required
from toolkit.check.shares import about_shares
from toolkit.check.sheets import about_sheets
from toolkit.check.suspects import about_suspects
from toolkit.check.totals import about_totals
from toolkit.model import Finding, Record, Table
from toolkit.rules.declare import Context, Rule, as_text

__all__ = ["NOTICES", "about_sheets", "check", "check_links"]


def check(
    table: Table, records: Sequence[Record], rules: Sequence[Rule], context: Context
) -> tuple[Finding, ...]:
    """What is wrong with the records of one table, from top to bottom; never twice at one cell.

    `records` are all those of `table`, as `normalize` returned them.
    """
    found = (
        *about_required(table, records),
        *_about_rules(records, rules, context),
        *about_cells(table),
        *about_totals(table, records),
        *about_shares(table, records),
        *about_suspects(records),
    )
    once = {(finding.cell, finding.notice.code): finding for finding in reversed(found)}
    return tuple(once[key] for key in sorted(once))


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
