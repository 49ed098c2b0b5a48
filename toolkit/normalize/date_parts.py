"""Dates that stand in three columns: “Ngày hỏi | Tháng hỏi | Năm hỏi”."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from toolkit.model import Table, TableRow
from toolkit.normalize.cells import Said

PARTS = ("day", "month", "year")
"""What a column of a part of a date is worth (`Column.value`), in the order it is written."""


def join_dates(
    table: Table, rows: Iterable[tuple[TableRow, dict[int, Said]]]
) -> Iterator[tuple[TableRow, dict[int, Said]]]:
    """The rows, with the parts of each date put together in the first of its columns.

    A date of which only month and year are filled becomes “10/2026”; a blank one stays blank.
    """
    groups = tuple(_groups(table))
    for row, cells in rows:
        joined = dict(cells)
        for numbers in groups:
            joined |= _joined(numbers, cells)
        yield row, joined


def _groups(table: Table) -> Iterator[tuple[int, ...]]:
    """The columns of day, month and year, for each field that has such."""
    fields: dict[str, dict[str, int]] = {}
    for mapped in table.columns:
        if mapped.column.value in PARTS:
            fields.setdefault(mapped.column.field, {})[mapped.column.value] = mapped.number
    yield from (tuple(parts[p] for p in PARTS if p in parts) for parts in fields.values())


def _joined(numbers: tuple[int, ...], cells: Mapping[int, Said]) -> dict[int, Said]:
    parts = [cells[number] for number in numbers]
    text = "/".join(part.typed for part in parts if part.typed)
    first = next((part for part in parts if part.typed), parts[0])
    blank = {number: Said(None, cells[number].place, "") for number in numbers}
    if not text:
        return blank
    return blank | {numbers[0]: replace(first, raw=text, typed=text)}
