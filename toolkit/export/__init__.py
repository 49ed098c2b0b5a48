"""Open data: the rows and figures as CSV with a Table Schema, and as one SQLite database.

Frictionless Data Package and Table Schema: https://specs.frictionlessdata.io
"""

import csv
import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any, TypeAlias

from toolkit import __version__
from toolkit.aggregate.rows import Field, PersonRow, PetitionRow, SurveyRow
from toolkit.aggregate.view import View
from toolkit.model import Look

Json = dict[str, Any]
Cell: TypeAlias = str | int | float | None
Hide: TypeAlias = Callable[[str], str]

WRITTEN = frozenset({"content", "response", "note"})
"""Fields in which people write freely, and may name others."""

PACKAGE, DATABASE = "datapackage.json", "doithoai.sqlite"
_SQL = {"integer": "INTEGER", "string": "TEXT", "date": "TEXT"}


@dataclass(frozen=True, slots=True)
class Resource:
    """One table: its name, what it is in Vietnamese, its columns and rows."""

    name: str
    title: str
    fields: tuple[Json, ...]
    rows: tuple[tuple[Cell, ...], ...]
    key: tuple[str, ...] = ()

    def as_csv(self) -> str:
        """The table as CSV; what is blank is empty."""
        text = StringIO()
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow(field["name"] for field in self.fields)
        writer.writerows(self.rows)
        return text.getvalue()


_OWN = (
    {"name": "year", "type": "integer", "title": "Kỳ"},
    {"name": "reported_code", "type": "string", "title": "Mã đơn vị khi báo cáo"},
    {"name": "unit_code", "type": "string", "title": "Mã đơn vị"},
)
_UNITS: tuple[Json, ...] = (
    {"name": "code", "type": "string", "title": "Mã đơn vị", "constraints": {"required": True}},
    {"name": "name", "type": "string", "title": "Tên đơn vị"},
    {"name": "state", "type": "string", "title": "Tình trạng nộp"},
    {"name": "received", "type": "date", "title": "Ngày nhận lần đầu"},
    {"name": "times", "type": "integer", "title": "Số lần nộp"},
    {"name": "petitions", "type": "integer", "title": "Số kiến nghị; trống là chưa cho biết"},
    {"name": "attendees", "type": "integer", "title": "Số đại biểu; trống là chưa cho biết"},
)


def resources(view: View, hide: Hide) -> tuple[Resource, ...]:
    """The tables of a view: rows of all years, and how the units stand this year.

    Nothing that identifies people is in them: no names, no numbers. `hide` takes names out of
    the texts that people wrote.
    """
    now, past = view.now, view.earlier
    petitions = (*now.petitions, *past.petitions)
    people, surveys = (*now.people, *past.people), (*now.surveys, *past.surveys)
    return (
        _rows("kien-nghi", "Kiến nghị", PetitionRow.FIELDS, petitions, hide),
        _rows("dai-bieu", "Đại biểu", PersonRow.FIELDS, people, hide),
        _rows("khao-sat", "Khảo sát", SurveyRow.FIELDS, surveys, hide),
        Resource("don-vi", "Đơn vị và tình trạng nộp", _UNITS, _units(view), ("code",)),
    )


def data_package(tables: Iterable[Resource], view: View) -> Json:
    """The description that goes with the tables."""
    name = view.whole.name if view.whole else ""
    return {
        "profile": "tabular-data-package",
        "name": f"doi-thoai-{view.year}",
        "title": f"Kết quả hội nghị đối thoại {view.year}{f' – {name}' if name else ''}",
        "created": f"{view.as_of.isoformat()}T00:00:00Z",
        "sources": [{"title": f"doithoai {__version__}"}],
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": table.name,
                "path": f"{table.name}.csv",
                "title": table.title,
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": {
                    "fields": list(table.fields),
                    "missingValues": [""],
                    **({"primaryKey": list(table.key)} if table.key else {}),
                },
            }
            for table in tables
        ],
    }


def files(tables: Sequence[Resource], view: View) -> Mapping[str, bytes]:
    """The contents of all text files, by their names."""
    made = {f"{table.name}.csv": table.as_csv().encode() for table in tables}
    package = json.dumps(data_package(tables, view), ensure_ascii=False, indent=2)
    return made | {PACKAGE: f"{package}\n".encode()}


def write_database(tables: Iterable[Resource], target: Path) -> None:
    """The same tables as one SQLite database; a database that is there is replaced."""
    target.unlink(missing_ok=True)
    database = sqlite3.connect(target)
    try:
        with database:
            for table in tables:
                _write_table(database, table)
    finally:
        database.close()


def _write_table(database: sqlite3.Connection, table: Resource) -> None:
    name = table.name.replace("-", "_")
    columns = ", ".join(f'"{f["name"]}" {_SQL[f["type"]]}' for f in table.fields)
    marks = ", ".join("?" * len(table.fields))
    database.execute(f'CREATE TABLE "{name}" ({columns})')
    database.executemany(f'INSERT INTO "{name}" VALUES ({marks})', table.rows)  # noqa: S608 — ours


def _rows(
    name: str, title: str, fields: Sequence[Field], placed: Sequence[Any], hide: Hide
) -> Resource:
    shown = [field for field in fields if not field.contact and field.key != "petitioner"]
    return Resource(
        name,
        title,
        (*_OWN, *map(_field, shown)),
        tuple(
            (
                one.sent.year,
                one.sent.unit,
                one.unit,
                *(_cell(field, getattr(one.row, field.key), hide) for field in shown),
            )
            for one in placed
        ),
    )


def _field(field: Field) -> Json:
    kinds = {Look.INTEGER: "integer"}
    return {"name": field.key, "type": kinds.get(field.look, "string"), "title": field.header}


def _cell(field: Field, value: Any, hide: Hide) -> Cell:
    if isinstance(value, date):
        return value.isoformat()
    if field.key in WRITTEN:
        return hide(value) or None
    return value if value != "" or field.look is Look.INTEGER else None


def _units(view: View) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        (
            one.unit.code,
            one.unit.name,
            one.standing.name.lower(),
            one.holding.first.received if one.holding else None,
            len(one.holding.receipts) if one.holding else 0,
            len(one.holding.counted.petitions) if one.holding and one.tells("petition") else None,
            len(one.holding.counted.people) if one.holding and one.tells("attendee") else None,
        )
        for one in view.expected
    )


__all__ = ["DATABASE", "PACKAGE", "Resource", "files", "resources", "write_database"]
