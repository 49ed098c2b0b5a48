"""What Excel says of the cells of a table: errors, formulas without result, hidden places."""

from collections.abc import Iterable, Iterator, Sequence

from toolkit.check.notices import (
    ERROR_VALUE,
    EXTERNAL,
    HIDDEN_COLUMN,
    HIDDEN_ROWS,
    HIDDEN_SHEET,
    NO_RESULT,
)
from toolkit.model import Finding, MappedColumn, Table, column_letters
from toolkit.values.texts import shown

NAMED = 5
"""How many hidden rows a message names."""


def about_cells(table: Table) -> Iterator[Finding]:
    """Findings about the understood columns and the records of a table."""
    rows = [row.number for row in table.rows]
    if not rows:
        return
    for mapped in table.columns:
        yield from _errors(table, mapped, rows)
        yield from _formulas(table, mapped, rows)
        yield from _hidden_column(table, mapped, rows)
    yield from _hidden_rows(table, rows)
    if table.sheet.hidden:
        cell = table.heading(table.columns[0].number)
        yield Finding(HIDDEN_SHEET, cell, {"count": len(rows)})


def _errors(table: Table, mapped: MappedColumn, rows: Iterable[int]) -> Iterator[Finding]:
    for row in rows:
        if error := table.sheet.errors.get((row, mapped.number)):
            cell = table.cell(row, mapped.number)
            yield Finding(ERROR_VALUE, cell, {"error": error}, mapped.column.field, error)


def _formulas(table: Table, mapped: MappedColumn, rows: Sequence[int]) -> Iterator[Finding]:
    """A formula that was filled down has one cause: it is told once for each stretch of rows."""
    sheet = table.sheet
    for notice, places in ((NO_RESULT, sheet.no_result), (EXTERNAL, sheet.external)):
        for first, *others in _stretches(rows, {r for r, c in places if c == mapped.number}):
            yield Finding(
                notice,
                table.cell(first, mapped.number),
                {"count": 1 + len(others)},
                mapped.column.field,
                shown(sheet.at(first, mapped.number)) or None,
                tuple(table.cell(row, mapped.number) for row in others),
            )


def _hidden_column(table: Table, mapped: MappedColumn, rows: Iterable[int]) -> Iterator[Finding]:
    filled = any(table.sheet.at(row, mapped.number) is not None for row in rows)
    if filled and mapped.number in table.sheet.hidden_columns:
        params = {"header": mapped.header, "letters": column_letters(mapped.number)}
        cell = table.heading(mapped.number)
        yield Finding(HIDDEN_COLUMN, cell, params, mapped.column.field, mapped.header)


def _hidden_rows(table: Table, rows: Iterable[int]) -> Iterator[Finding]:
    hidden = [row for row in rows if row in table.sheet.hidden_rows]
    if not hidden:
        return
    column = min(mapped.number for mapped in table.columns)
    named = ", ".join(map(str, hidden[:NAMED])) + (", …" if len(hidden) > NAMED else "")
    params = {"count": len(hidden), "rows": named, "first": hidden[0]}
    first, *others = (table.cell(row, column) for row in hidden)
    yield Finding(HIDDEN_ROWS, first, params, related=tuple(others))


def _stretches(rows: Sequence[int], wanted: set[int]) -> Iterator[list[int]]:
    """The wanted rows, in stretches that follow each other in the table."""
    stretch: list[int] = []
    for row in rows:
        if row in wanted:
            stretch.append(row)
        elif stretch:
            yield stretch
            stretch = []
    if stretch:
        yield stretch
