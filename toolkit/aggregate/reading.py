"""A finished `Tong_hop.xlsx`, of a commune or of a level above, as data again."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from dataclasses import field as dataclass_field
from datetime import date, datetime
from typing import Any

from toolkit import codelists as known_codes
from toolkit.aggregate.registers import CODE, YEAR
from toolkit.aggregate.roster import RECEIPTS, RECEIPTS_SHEET, YES
from toolkit.aggregate.rows import (
    ATTENDEE,
    KINDS,
    MAIN,
    PETITION,
    SURVEY,
    PetitionRow,
    Row,
    from_cells,
)
from toolkit.aggregate.submissions import Holding, Holdings, Receipt, SeenAt, Submission
from toolkit.codelists.meanings import Result
from toolkit.model import Raw, Sheet, Workbook
from toolkit.summarize.labels import Codelists
from toolkit.values.texts import clean, shown

FIRST, SOURCE, ID = "STT", "Tệp", "Mã kiến nghị"
"""The first header of every table of ours, one that only registers have, and that of ids."""

_VERSION = re.compile(r"phiên bản (\S+)")
_DAY = re.compile(r"(\d\d)/(\d\d)/(\d{4})")


@dataclass(frozen=True, slots=True)
class Found:
    """A register: its rows, with the cells before the fields, and the numbers they stand in."""

    kind: str
    sheet: str
    rows: tuple[tuple[int, Mapping[str, Raw], Row], ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a commune's summary says of itself, and its registers by kind."""

    unit: str = ""
    parent: str = ""
    held_on: date | None = None
    version: str = ""
    errors: int = 0
    warnings: int = 0
    registers: Mapping[str, Found] = dataclass_field(default_factory=dict)

    def rows(self, kind: str) -> tuple[Any, ...]:
        found = self.registers.get(kind)
        return tuple(row for _, _, row in found.rows) if found else ()

    def seen_at(self, path: str) -> Mapping[str, SeenAt]:
        """Where the rows stand in the workbook, which lies at a path."""
        return {
            kind: SeenAt(path, found.sheet, tuple(number for number, _, _ in found.rows))
            for kind, found in self.registers.items()
        }


def read_summary(workbook: Workbook) -> Summary:
    """The summary of a commune; what it does not say is blank."""
    told = dict(_pairs(workbook))
    unit, _, parent = told.get("Đơn vị", "").partition(", ")
    found = _DAY.search(told.get("Ngày hội nghị", ""))
    version = _VERSION.search(told.get("Công cụ", ""))
    errors, warnings = _mistakes(workbook)
    return Summary(
        unit=unit,
        parent=parent,
        held_on=date(int(found[3]), int(found[2]), int(found[1])) if found else None,
        version=version[1] if version else "",
        errors=errors,
        warnings=warnings,
        registers={one.kind: one for one in _registers(workbook)},
    )


def read_aggregate(workbook: Workbook) -> Holdings:
    """What a level below put together: of every unit what counts, and every time it sent."""
    rows: dict[tuple[str, int], dict[str, list[tuple[int, str, Row]]]] = {}
    for found in _registers(workbook):
        for number, cells, row in found.rows:
            key = (_text(cells.get(CODE)), int(_text(cells.get(YEAR)) or 0))
            rows.setdefault(key, {}).setdefault(found.kind, []).append((number, found.sheet, row))
    held: dict[tuple[str, int], Holding] = {}
    for key, receipts in _receipts(workbook).items():
        counted = next((one for one in receipts if one["counts"]), receipts[-1])
        held[key] = Holding(
            (_submission(workbook.name, counted, rows.get(key, {})),),
            tuple(sorted(_receipt(one) for one in receipts)),
        )
    return held


def _submission(
    path: str, told: Mapping[str, str], rows: Mapping[str, list[tuple[int, str, Row]]]
) -> Submission:
    by_kind: dict[str, Any] = {
        kind: tuple(row for _, _, row in rows.get(kind, ())) for kind in KINDS
    }
    return Submission(
        unit=told["unit"],
        unit_name=told["unit_name"],
        year=int(told["year"] or 0),
        held_on=date.fromisoformat(told["held_on"]) if told["held_on"] else None,
        receipt=_receipt(told),
        kinds=frozenset(filter(None, told["kinds"].split(", "))),
        is_nil=told["nil"] == YES,
        version=told["version"],
        people=by_kind[ATTENDEE],
        petitions=by_kind[PETITION],
        surveys=by_kind[SURVEY],
        seen_at={
            kind: SeenAt(path, found[0][1], tuple(number for number, _, _ in found))
            for kind, found in rows.items()
        },
    )


def _receipt(told: Mapping[str, str]) -> Receipt:
    return Receipt(
        saved=told["saved"],
        received=told["received"],
        digest=told["digest"],
        source=told["source"],
        petitions=int(told["petitions"] or 0),
        people=int(told["people"] or 0),
        surveys=int(told["surveys"] or 0),
        errors=int(told["errors"] or 0),
        warnings=int(told["warnings"] or 0),
        unreadable=int(told["unreadable"] or 0),
        is_nil=told["nil"] == YES,
    )


def _receipts(workbook: Workbook) -> Mapping[tuple[str, int], list[dict[str, str]]]:
    """The rows of the sheet of receipts, by unit and year."""
    sheet = next((s for s in workbook.sheets if s.name == RECEIPTS_SHEET), None)
    headers = {header: key for key, header, _ in RECEIPTS}
    found: dict[tuple[str, int], list[dict[str, str]]] = {}
    for _, cells in _table(sheet, RECEIPTS[0][1]) if sheet else ():
        told = {key: _text(cells.get(header)) for header, key in headers.items()}
        if told["unit"] and told["digest"]:
            found.setdefault((told["unit"], int(told["year"] or 0)), []).append(told)
    return found


def _registers(workbook: Workbook) -> Iterator[Found]:
    for sheet in workbook.sheets:
        for kind, main in MAIN.items():
            rows = tuple(
                (number, cells, from_cells(KINDS[kind], cells))
                for number, cells in _table(sheet, FIRST, main, SOURCE)
            )
            if rows or _header(sheet, FIRST, main, SOURCE):
                yield Found(kind, sheet.name, rows)


def _table(sheet: Sheet, first: str, *others: str) -> Iterator[tuple[int, Mapping[str, Raw]]]:
    """The rows below a header that begins so and has the others; they end where its column does.

    Headers are matched to the letter: these tables are ours.
    """
    found = _header(sheet, first, *others)
    if found is None:
        return
    row, columns = found
    start = columns[first]
    for number in range(row + 1, len(sheet.rows) + 1):
        if not isinstance(sheet.at(number, start), int) and first == FIRST:
            return
        if sheet.at(number, start) is None:
            return
        yield number, {header: sheet.at(number, at) for header, at in columns.items()}


def _header(sheet: Sheet, first: str, *others: str) -> tuple[int, Mapping[str, int]] | None:
    for number, cells in enumerate(sheet.rows, start=1):
        texts = [clean(cell) if isinstance(cell, str) else "" for cell in cells]
        if first in texts and all(other in texts for other in others):
            columns: dict[str, int] = {}
            for column, text in enumerate(texts, start=1):
                columns.setdefault(text, column)
            return number, columns
    return None


def _pairs(workbook: Workbook) -> Iterator[tuple[str, str]]:
    """The rows “name, value” of the sheet that tells about the workbook."""
    for sheet in workbook.sheets:
        if sheet.name == "Thông tin":
            for _, cells in _table(sheet, FIRST, "Mục"):
                yield shown(cells.get("Mục")), shown(cells.get("Nội dung"))


def _mistakes(workbook: Workbook) -> tuple[int, int]:
    """How many errors and warnings the commune's own run found in its files."""
    sheet = next((s for s in workbook.sheets if s.name == "Thông tin"), None)
    rows = tuple(cells for _, cells in _table(sheet, FIRST, "Số lỗi")) if sheet else ()
    errors = (cells.get("Số lỗi") for cells in rows)
    warnings = (cells.get("Số cảnh báo") for cells in rows)
    return (
        sum(value for value in errors if isinstance(value, int)),
        sum(value for value in warnings if isinstance(value, int)),
    )


def _text(value: Raw) -> str:
    """A cell as text; whole numbers without a point, times as ISO."""
    if isinstance(value, datetime):
        return value.isoformat()
    return clean(shown(value))


_FOLLOWED = (
    "lead_unit", "support_units", "due_date", "response", "document_no", "document_date",
    "status", "outcome", "completed_on", "due_state", "days_overdue", "note",
)  # fmt: skip
"""What people type into the follow-up table."""


def with_follow_up(
    rows: tuple[PetitionRow, ...], workbook: Workbook, codelists: Codelists
) -> tuple[PetitionRow, ...]:
    """The rows with what people typed into the follow-up table since; ids tell which is which."""
    typed = {
        _text(cells.get(ID)): cells for sheet in workbook.sheets for _, cells in _table(sheet, ID)
    }
    return tuple(
        _followed(row, typed[row.id], codelists) if row.id in typed else row for row in rows
    )


def _followed(row: PetitionRow, cells: Mapping[str, Raw], codelists: Codelists) -> PetitionRow:
    told = from_cells(PetitionRow, cells)
    more: dict[str, Any] = {
        key: value for key in _FOLLOWED if (value := getattr(told, key)) not in (None, "")
    }
    made = replace(row, **more)
    outcome = known_codes.outcomes().get(_code(codelists, "outcomes", made.outcome))
    status = known_codes.statuses().get(_code(codelists, "statuses", made.status))
    group = (outcome and outcome.result) or (status and status.result)
    answered = any(state.answered for state in (outcome, status) if state)
    return replace(
        made,
        result=str(group or (Result.UNTOLD if made.response else Result.UNRESOLVED)),
        answered=int(bool(made.response) or answered),
    )


def _code(codelists: Codelists, key: str, name: str) -> str:
    """The code of a name; empty if it is none."""
    return next((code.code for code in codelists.get(key, ()) if code.name == name), "")
