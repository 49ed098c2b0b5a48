"""The JSON documents that scripts, macros and checks rely on, and the schemas they follow."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from importlib.resources import files
from typing import Any

from toolkit import __version__
from toolkit.aggregate.view import Expected
from toolkit.api import Checked, Consolidated
from toolkit.codelists.meanings import Result
from toolkit.errors import ToolkitError
from toolkit.layouts import ENTITIES
from toolkit.levels.aggregation import Aggregated
from toolkit.model import (
    Cell,
    DueState,
    Finding,
    PartialDate,
    Record,
    Severity,
    SourceFile,
    Table,
    Value,
    column_letters,
)
from toolkit.tracing import Traced

NUMBER = 1
"""Changes only when a document changes in a way that a reader could stumble over."""

Json = dict[str, Any]


def schema(document: str) -> Json:
    """The JSON Schema of a document: of `check`, or of `consolidate`, which adds to it.

    >>> schema("consolidate")["title"]
    'doithoai consolidate --json'
    """
    if document == "aggregate":
        return _load(document)
    whole = _load("check")
    if document != "check":
        more = _load(document)
        whole["title"] = more["title"]
        whole["properties"] |= more["properties"]
        whole["required"] += more["required"]
    return whole


def check_document(checked: Checked, language: str, *, with_records: bool = False) -> Json:
    """What `check --json` prints."""
    return _document(checked.as_of, checked.files, language, with_records=with_records)


def consolidate_document(done: Consolidated, language: str) -> Json:
    """What `consolidate --json` prints."""
    return _document(done.data.as_of, done.data.files, language) | {
        "outputs": dict(done.outputs),
        "counts": dict(done.counts),
        "changes": {
            "new": len(done.changes.new),
            "changed": len(done.changes.changed),
            "vanished": len(done.changes.vanished),
            "unchanged": len(done.changes.unchanged),
        },
        "questions": {"new": len(done.asked.new), "open": done.asked.open},
        "conflicts": [
            {
                "petition": conflict.id,
                "column": conflict.column,
                "field": conflict.key or None,
                "old": conflict.base,
                "typed": conflict.typed,
                "new": conflict.new,
                "cell": conflict.cell and f"{conflict.cell.sheet}!{conflict.cell.a1}",
                "source": conflict.source and _place(conflict.source),
            }
            for conflict in done.conflicts
        ],
        "moved": [
            {"petition": moved.id, "old": moved.old, "new": moved.new} for moved in done.moved
        ],
        "waiting": done.obstacle
        and {
            "code": done.obstacle.notice.code,
            "message": done.obstacle.text(language),
            "fix": done.obstacle.fix(language),
        },
        "wrote": done.wrote,
    }


def aggregate_document(done: Aggregated, language: str) -> Json:
    """What `aggregate --json` prints."""
    view = done.view
    petitions = view.now.petitions
    return {
        "contract": NUMBER,
        "tool": _tool(),
        "as_of": view.as_of.isoformat(),
        "unit": {"code": view.whole.code, "name": view.whole.name} if view.whole else None,
        "year": view.year,
        "deadline": done.deadline.isoformat() if done.deadline else None,
        "units": [_expected(one) for one in view.expected],
        "counts": {
            "expected": len(view.expected),
            "told": view.shares("petition")[0],
            "attendees": len(view.now.people),
            "petitions": len(petitions),
            "answered": sum(one.row.answered for one in petitions),
            "resolved": sum(one.row.result == Result.RESOLVED for one in petitions),
            "overdue": sum(one.row.due_state == DueState.OVERDUE for one in petitions),
            "unreadable": done.unreadable,
        },
        "remarks": [
            {
                "code": remark.notice.code,
                "severity": remark.notice.severity.value,
                "unit": remark.unit or None,
                "source": remark.source or None,
                "message": remark.text(language),
                "fix": remark.fix(language),
            }
            for remark in view.remarks
        ],
        "questions": {"new": len(done.asked.new), "open": done.asked.open},
        "outputs": dict(done.outputs),
        "wrote": done.wrote,
    }


def _expected(one: Expected) -> Json:
    """How a unit stands; `petitions` is null where it did not say how many there were."""
    counted = one.holding.counted if one.holding else None
    receipt = counted.receipt if counted else None
    return {
        "code": one.unit.code,
        "name": one.unit.name,
        "state": one.standing.name.lower(),
        "verdict": receipt.verdict.name.lower() if receipt else None,
        "received": one.holding.first.received if one.holding else None,
        "times": len(one.holding.receipts) if one.holding else 0,
        "source": receipt.source if receipt else None,
        "digest": receipt.digest if receipt else None,
        "version": counted.version or None if counted else None,
        "attendees": len(counted.people) if counted and one.tells("attendee") else None,
        "petitions": len(counted.petitions) if counted and one.tells("petition") else None,
        "errors": receipt.errors if receipt else 0,
        "warnings": receipt.warnings if receipt else 0,
    }


def trace_document(traced: Traced) -> Json:
    """What `trace --json` prints."""
    return {
        "contract": NUMBER,
        "tool": _tool(),
        "cell": traced.cell,
        "value": traced.value if isinstance(traced.value, int | float | str) else None,
        "formula": traced.formula,
        "sources": [
            {
                "path": source.file,
                "sheet": source.sheet,
                "cell": source.cell,
                "amount": source.amount,
            }
            for source in traced.sources
        ],
    }


def error_document(error: ToolkitError, language: str) -> Json:
    """What is printed instead when the run stopped."""
    return {
        "contract": NUMBER,
        "tool": _tool(),
        "error": {
            "code": error.notice.code,
            "message": error.text(language),
            "fix": error.fix(language),
        },
    }


def _load(name: str) -> Json:
    text = files("toolkit").joinpath("schemas", f"{name}.json").read_text("utf-8")
    loaded: Json = json.loads(text)
    return loaded


def _tool() -> Json:
    return {"name": "doithoai", "version": __version__}


def _document(
    as_of: date,
    sources: Sequence[SourceFile],
    language: str,
    *,
    with_records: bool = False,
) -> Json:
    records = Counter(record.entity for source in sources for record in source.records)
    severities = Counter(f.notice.severity for source in sources for f in source.findings)
    return {
        "contract": NUMBER,
        "tool": _tool(),
        "as_of": as_of.isoformat(),
        "files": [
            _file(source, language)
            | ({"records": [_record(r) for r in source.records]} if with_records else {})
            for source in sources
        ],
        "totals": {
            "files": len(sources),
            "tables": sum(len(source.tables) for source in sources),
            "records": {entity: records[entity] for entity in ENTITIES},
            "findings": {severity.value: severities[severity] for severity in Severity},
        },
    }


def _file(source: SourceFile, language: str) -> Json:
    notice = source.reason
    return {
        "path": source.path,
        "sha256": source.sha256,
        "status": source.status.value,
        "reason": notice
        and {
            "code": notice.code,
            "message": notice.text(language, source.params),
            "fix": notice.fix(language, source.params),
        },
        "tables": [_table(table, source.records) for table in source.tables],
        "findings": [_finding(finding, language) for finding in source.findings],
    }


def _table(table: Table, records: Iterable[Record]) -> Json:
    rows = [row.number for row in table.rows] or [table.header_rows[-1] + 1]
    return {
        "sheet": table.sheet.name,
        "entity": table.layout.key,
        "header_rows": list(table.header_rows),
        "first_row": rows[0],
        "last_row": rows[-1],
        "columns": [
            {
                "column": column_letters(mapped.number),
                "field": mapped.column.field,
                "header": mapped.header,
                "confidence": mapped.confidence,
            }
            for mapped in table.columns
        ],
        "unmapped": [
            {"column": column_letters(number), "header": header}
            for number, header in table.unmapped
        ],
        "records": sum(record.table is table for record in records),
        "excluded": [
            {"row": excluded.row, "reason": excluded.reason.value, "text": excluded.text}
            for excluded in table.excluded
        ],
    }


def _finding(finding: Finding, language: str) -> Json:
    here = finding.cell
    return {
        "code": finding.notice.code,
        "severity": finding.notice.severity.value,
        "sheet": here.sheet,
        "cell": here.a1,
        "related": [_related(cell, here) for cell in finding.related],
        "field": finding.field,
        "value": finding.value,
        "message": finding.text(language),
        "fix": finding.fix(language),
    }


def _place(cell: Cell) -> str:
    """A cell with its file and sheet."""
    return f"[{cell.workbook}]{cell.sheet}!{cell.a1}"


def _related(cell: Cell, here: Cell) -> str:
    """Another cell: sheet and address, and before them the file if it is another one."""
    return f"{cell.sheet}!{cell.a1}" if cell.workbook == here.workbook else _place(cell)


def _record(record: Record) -> Json:
    filled = {key: value for key, value in record.values.items() if value not in (None, ())}
    return {
        "entity": record.entity,
        "sheet": record.table.sheet.name,
        "row": record.row,
        "values": {key: _value(value) for key, value in filled.items()},
        "cells": {key: record.cell(key).a1 for key in filled},
    }


def _value(value: Value) -> str | int | float | list[str] | None:
    match value:
        case date() | PartialDate():
            return value.isoformat()
        case tuple():
            return list(value)
    return value
