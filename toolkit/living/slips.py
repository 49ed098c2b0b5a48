"""Slips that came back: what units filled in is put into the table as if it were typed there.

A slip carries the base of its own: what stood in it when it was made. What the unit changed since
is held against the table cell by cell, by the same three-way rule. What was put into the table
once is remembered, so that a slip that goes on lying in the inbox is no news.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from toolkit.living.base import Base, Kept
from toolkit.living.merging import Decision, Verdict, merge
from toolkit.living.planning import Change, Choice, Conflict, Plan
from toolkit.living.reading import Living, Row
from toolkit.model import Cell, Record, ReportCell, Value
from toolkit.values.likeness import identifier


@dataclass(frozen=True, slots=True)
class Answer:
    """What a unit changed in one cell of its slip: `base` stood there, `text` stands there now.

    `value` is what it means; None if it could not be read.
    """

    id: str
    key: str
    base: str
    text: str
    value: Value
    cell: Cell


@dataclass(slots=True)
class Received:
    """The table with what slips filled in, and what is to be done about it.

    `taken` are the answers that stand in the table now, by id and field.
    """

    living: Living
    kept: dict[str, Kept]
    plan: Plan = field(default_factory=Plan)
    taken: dict[tuple[str, str], Answer] = field(default_factory=dict)


def answers(living: Living, base: Base, records: Sequence[Record]) -> tuple[Answer, ...]:
    """What was changed in a slip since it was made; blank cells say nothing."""
    by_row = {(record.table.sheet.name, record.row): record for record in records}
    return tuple(
        Answer(
            row.known,
            key,
            kept.values.get(key, ""),
            text,
            record[key] if (record := by_row.get((row.sheet, row.number))) else None,
            living.cell(row, key),
        )
        for row in living.rows
        if (kept := base.get(row.known)) and row.known
        for key, text in row.cells.items()
        if text and key in kept.values and key != "petition_id" and text != kept.values[key]
    )


def receive(
    living: Living,
    base: Base,
    given: Sequence[Answer],
    choices: Mapping[tuple[str, str], Choice],
) -> Received:
    """Put the answers of slips into the table, one after another."""
    received = Received(living, dict(base.kept))
    rows = {identifier(row.known): row for row in living.rows if row.known}
    for answer in given:
        key = identifier(answer.id)
        row, kept = rows.get(key), received.kept.get(key)
        if row is None or kept is None or answer.key not in living.columns[row.sheet]:
            continue
        if answer.key in row.formulas or _known(kept).get(answer.key) == answer.text:
            continue
        rows[key] = _put(received, row, answer, choices)
    by_place = {(row.sheet, row.number): row for row in rows.values()}
    changed = tuple(by_place.get((row.sheet, row.number), row) for row in living.rows)
    received.living = replace(living, rows=changed)
    return received


def _put(
    received: Received, row: Row, answer: Answer, choices: Mapping[tuple[str, str], Choice]
) -> Row:
    """Hold one answer against the table; the row as it is afterwards."""
    typed = row.cells.get(answer.key, "")
    cell = received.living.cell(row, answer.key)
    conflict = Conflict(answer.id, answer.key, answer.base, typed, answer.text, cell, answer.cell)
    choice = choices.get(conflict.name)
    decision = choice.decision if choice and choice.new == answer.text else None
    verdict = merge(answer.base, typed, answer.text, decision).verdict
    if verdict is Verdict.CONFLICT:
        received.plan.conflicts.append(conflict)
        return row
    key = identifier(answer.id)
    received.kept[key] = _with_known(received.kept[key], answer)
    if decision:
        old, new = (typed, answer.text) if decision is Decision.TAKE else (answer.text, typed)
        why = f"quyết định: {decision}"
        received.plan.log.append(Change(answer.id, answer.key, old, new, why))
    if verdict is not Verdict.TAKE:
        return row
    if not decision:
        why = f"phiếu giao việc {answer.cell.workbook}"
        received.plan.log.append(Change(answer.id, answer.key, typed, answer.text, why))
    received.taken[key, answer.key] = answer
    received.plan.values[cell.sheet, cell.row, cell.column] = _content(answer)
    return replace(row, cells={**row.cells, answer.key: answer.text})


def _content(answer: Answer) -> ReportCell:
    """What is written into the table: the day itself, or what a reader of the slip sees."""
    return answer.value if isinstance(answer.value, date) else answer.text


def _known(kept: Kept) -> dict[str, str]:
    """The answers of slips that were put into the table, by field."""
    return dict(json.loads(kept.slips)) if kept.slips else {}


def _with_known(kept: Kept, answer: Answer) -> Kept:
    told = _known(kept) | {answer.key: answer.text}
    return replace(kept, slips=json.dumps(told, ensure_ascii=False, sort_keys=True))
