"""What registers are made of: columns of cells, some of which formulas refer to by name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from toolkit.model import (
    Cell,
    Code,
    Entry,
    Look,
    Record,
    ReportCell,
    ReportColumn,
    ReportTable,
    SourceLink,
)
from toolkit.summarize.labels import name_of, shown

if TYPE_CHECKING:
    import pandas as pd

NUMBER = ReportColumn(("STT",), 6, Look.CENTER)
"""The first column of every table."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a register: how it is written, and what stands in its rows."""

    report: ReportColumn
    cells: tuple[ReportCell, ...]


@dataclass(frozen=True, slots=True)
class Register:
    """The columns of a register, all of the same length."""

    columns: tuple[Column, ...]

    def table(self, empty: str, caption: str = "") -> ReportTable:
        """The register as it is written."""
        cells = (column.cells for column in self.columns)
        return ReportTable(
            tuple(column.report for column in self.columns),
            tuple(zip(*cells, strict=True)),
            empty=empty,
            caption=caption,
        )

    def frame(self) -> "pd.DataFrame":
        """The columns that have a name, as the formulas see them; a blank number counts 0."""
        import pandas as pd  # noqa: PLC0415 — slow, and not needed until the files are read

        return pd.DataFrame(
            {
                column.report.name: _as_counted(column)
                for column in self.columns
                if column.report.name
            }
        )


def column(
    header: str,
    width: float,
    cells: Iterable[ReportCell],
    look: Look = Look.TEXT,
    *,
    name: str | None = None,
) -> Column:
    """A column of any cells; `name` is that of the range."""
    return Column(ReportColumn((header,), width, look, name), tuple(cells))


def numbered(rows: Iterable[tuple[ReportCell, ...]]) -> tuple[tuple[ReportCell, ...], ...]:
    """Rows with their numbers before them.

    >>> numbered([("An",), ("Bình",)])
    ((1, 'An'), (2, 'Bình'))
    """
    return tuple((number, *row) for number, row in enumerate(rows, start=1))


def numbers(rows: Sequence[object]) -> Column:
    """The column that counts the rows from 1."""
    return Column(NUMBER, tuple(range(1, len(rows) + 1)))


def texts(header: str, width: float, entries: Sequence[Entry | Record], key: str) -> Column:
    """A field as it is, without numbers that identify people."""
    return column(header, width, (shown(entry[key]) for entry in entries))


def labelled(
    header: str,
    width: float,
    entries: Sequence[Entry | Record],
    key: str,
    labels: Mapping[str, str],
    *,
    name: str | None = None,
) -> Column:
    """A field by which figures are grouped: the label of its text."""
    return column(header, width, (labels[entry.text(key)] for entry in entries), name=name)


def coded(
    header: str,
    width: float,
    entries: Sequence[Entry | Record],
    key: str,
    codes: tuple[Code, ...],
    *,
    name: str | None = None,
) -> Column:
    """A field that holds a code: the name of the code."""
    return column(header, width, (name_of(codes, e.text(key)) for e in entries), name=name)


def unprinted(columns: Iterable[Column]) -> tuple[Column, ...]:
    """The same columns, kept off the paper."""
    return tuple(replace(c, report=replace(c.report, printed=False)) for c in columns)


def places_of(places: Sequence[Cell], link_base: str) -> tuple[Column, ...]:
    """File, sheet and cell of every row; the cell opens when it is clicked."""
    links = (source_link(place, link_base) for place in places)
    return (
        column("Tệp", 40, (place.workbook for place in places)),
        column("Trang", 20, (place.sheet for place in places)),
        column("Ô", 8, links, Look.CENTER),
    )


def source_link(place: Cell, link_base: str) -> SourceLink:
    """A cell of a workbook that staff made; `link_base` leads from our workbook to theirs."""
    return SourceLink(place.a1, link_base + place.workbook, place.sheet, place.a1)


def _as_counted(column: Column) -> list[str] | list[int]:
    if column.report.look is Look.INTEGER:
        return [cell if isinstance(cell, int) else 0 for cell in column.cells]
    return [str(cell) for cell in column.cells]
