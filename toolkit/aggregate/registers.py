"""The registers of the level above: every row that came, its unit, and the cell it came from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from toolkit.aggregate.rows import (
    ATTENDEE,
    PETITION,
    SURVEY,
    Field,
    PersonRow,
    PetitionRow,
    SurveyRow,
)
from toolkit.aggregate.view import Placed, Rows, View
from toolkit.model import Look, ReportCell, SourceLink
from toolkit.summarize.columns import Column, Register, column, numbers

AnyPlaced: TypeAlias = Placed[PetitionRow] | Placed[PersonRow] | Placed[SurveyRow]

UNIT_NAMES = {PETITION: "KN_xa", ATTENDEE: "DB_xa", SURVEY: "KS_xa"}
"""The named ranges that say which unit a row lies under."""
EARLIER = "NT_"
"""Before the names of ranges that hold the rows of earlier years."""

YEAR, CODE, UNIT, OPEN = "Kỳ", "Mã đơn vị", "Xã, phường", "Mở"
"""The headers before the fields of a row, and of the link that opens where it came from."""


def registers(
    view: View, rows: Rows, *, contacts: bool, link_base: str = "", prefix: str = ""
) -> dict[str, Register]:
    """The registers of some rows, by kind; `prefix` stands before the names of their ranges."""
    kinds: dict[str, tuple[Sequence[AnyPlaced], tuple[Field, ...]]] = {
        PETITION: (rows.petitions, PetitionRow.FIELDS),
        ATTENDEE: (rows.people, PersonRow.FIELDS),
        SURVEY: (rows.surveys, SurveyRow.FIELDS),
    }
    return {
        kind: _renamed(
            _register(view, kind, placed, fields, contacts=contacts, link_base=link_base), prefix
        )
        for kind, (placed, fields) in kinds.items()
    }


def _register(
    view: View,
    kind: str,
    placed: Sequence[AnyPlaced],
    fields: Iterable[Field],
    *,
    contacts: bool,
    link_base: str,
) -> Register:
    ordered = _in_order(view, placed)
    labels = view.labels
    years = column(YEAR, 7, (str(one.sent.year) for one in ordered), Look.CENTER, name=_year(kind))
    codes = column(CODE, 9, (one.sent.unit for one in ordered), Look.CENTER)
    return Register(
        (
            numbers(ordered),
            _unprinted(years),
            _unprinted(codes),
            column(UNIT, 20, (labels[one.unit] for one in ordered), name=UNIT_NAMES[kind]),
            *(_field(one, ordered) for one in fields if contacts or not one.contact),
            _unprinted(column(OPEN, 12, _links(kind, ordered, link_base), Look.CENTER)),
        )
    )


def _year(kind: str) -> str:
    return f"{UNIT_NAMES[kind][:3]}ky"


def _in_order(view: View, placed: Sequence[AnyPlaced]) -> tuple[AnyPlaced, ...]:
    """Units in the order of the roster; within one, earlier years first."""
    places = {code: number for number, code in enumerate(view.labels)}
    return tuple(sorted(placed, key=lambda one: (places[one.unit], one.sent.key)))


def _field(field: Field, ordered: Sequence[AnyPlaced]) -> Column:
    cells = (_shown(field, getattr(one.row, field.key)) for one in ordered)
    made = column(field.header, field.width, cells, field.look, name=field.name)
    return made if field.printed else _unprinted(made)


def _shown(field: Field, value: ReportCell) -> ReportCell:
    """Blank texts stay blank cells, but in columns that formulas compare."""
    return value if value != "" or field.name else None


def _links(kind: str, ordered: Sequence[AnyPlaced], base: str) -> Iterator[ReportCell]:
    """What opens the row where it came from: in the unit's own file, else in what it sent."""
    for one in ordered:
        at = one.sent.seen_at.get(kind)
        location = one.sent.locations.get(one.row.path)
        if at is not None:
            row = at.rows[one.number]
            yield SourceLink(f"A{row}", base + at.path, at.sheet, f"A{row}")
        elif location is not None and one.row.cell:
            yield SourceLink(one.row.cell, base + location, one.row.sheet, one.row.cell)
        else:
            yield None


def _unprinted(made: Column) -> Column:
    return replace(made, report=replace(made.report, printed=False))


def _renamed(register: Register, prefix: str) -> Register:
    return Register(
        tuple(
            replace(one, report=replace(one.report, name=prefix + one.report.name))
            if one.report.name
            else one
            for one in register.columns
        )
    )
