"""Sheets of one workbook that are hard to tell apart by their names."""

from collections.abc import Iterator, Sequence

from toolkit.check.notices import SAME_NAME
from toolkit.model import Finding, Table
from toolkit.values.likeness import spelling
from toolkit.values.texts import clean, fold


def about_sheets(tables: Sequence[Table]) -> Iterator[Finding]:
    """Sheets whose names differ by spaces, capitals or the place of the tone mark only.

    `tables` are those of one workbook; a sheet without any is nobody's concern.
    """
    first: dict[object, Table] = {}
    told: set[str] = set()
    for table in tables:
        name = table.sheet.name
        key = spelling(clean(name)) or fold(name)
        owner = first.setdefault(key, table)
        if owner.sheet.name != name and name not in told:
            told.add(name)
            cell = table.heading(table.columns[0].number)
            yield Finding(SAME_NAME, cell, {"name": name, "other": owner.sheet.name}, value=name)
