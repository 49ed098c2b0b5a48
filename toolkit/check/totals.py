"""Typed totals, counted again."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from toolkit.check.notices import TOTAL_OF_FIGURES, TOTAL_OF_ROWS, TOTAL_OF_SECTION
from toolkit.model import Finding, MappedColumn, Notice, Raw, Reason, Record, Table
from toolkit.rules.declare import is_unreadable
from toolkit.values.texts import fold, shown

_UNITS = "kien nghi|y kien|noi dung|phan anh|nguoi|dai bieu|cau hoi|kn"
_SPELLED = "mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|muoi|tram|linh|le"
_COUNTED = re.compile(rf"\b(\d+)(?: (?:{_SPELLED}))* (?:luot )?(?:{_UNITS})\b")
"""“06 ý kiến”, “06 (sáu) ý kiến”, folded."""
_TOTAL = re.compile(rf"(?:tong cong|tong so|tong|cong)(?: (?:so|co|luot|{_UNITS}))* (\d+)")
"""“Tổng số ý kiến: 06”, folded."""
_IN_HEADING = re.compile(
    r"[(:]\s*(?:có\s+|gồm\s+)?(\d+)\s+(?:lượt\s+)?"
    r"(?:kiến nghị|ý kiến|nội dung|phản ánh|người|đại biểu)",
    re.IGNORECASE,
)
"""“(5 kiến nghị)”, “: 5 ý kiến”: in a heading “Ấp 5 …” is no number of rows."""

_WORDS = frozenset({"text", "name", "petitioner"})
"""Kinds of columns under which a lone number counts the rows."""

PEOPLE = ("full_name", "petitioner")


def about_totals(table: Table, records: Sequence[Record]) -> Iterator[Finding]:
    """Totals that no reading makes right.

    A total may stand below or above what it sums, for a section or for the whole table, so it is
    right if it fits any stretch of rows that begins or ends at it.
    """
    rows = [row.number for row in table.rows]
    yield from _about_headings(table, records)
    for excluded in table.excluded:
        if excluded.reason is not Reason.TOTAL:
            continue
        stretches = _stretches(table, rows, excluded.row)
        for mapped in table.columns:
            yield from _about_total(table, records, excluded.row, mapped, stretches)
        yield from _about_words(table, records, excluded.row, stretches)


def _about_headings(table: Table, records: Sequence[Record]) -> Iterator[Finding]:
    """Numbers in headings that no stretch of rows below them comes to."""
    breaks = [e.row for e in table.excluded if e.reason in {Reason.SECTION, Reason.TOTAL}]
    rows = [row.number for row in table.rows]
    for heading in table.excluded:
        found = _IN_HEADING.findall(heading.text)
        if heading.reason is not Reason.SECTION or len(found) != 1:
            continue
        ends = [*(row for row in breaks if row > heading.row), max([heading.row, *rows]) + 1]
        below = [[row for row in rows if heading.row < row < end] for end in ends]
        counted = [count for stretch in below for count in _counts(records, stretch)]
        if int(found[0]) not in counted and any(counted):
            column, text = next(
                (column, shown(raw))
                for column, raw in enumerate(table.sheet.rows[heading.row - 1], start=1)
                if _IN_HEADING.search(shown(raw))
            )
            params = {"typed": int(found[0]), "counted": counted[0]}
            cell = table.cell(heading.row, column)
            yield Finding(TOTAL_OF_SECTION, cell, params, value=text)


def _about_total(
    table: Table,
    records: Sequence[Record],
    row: int,
    mapped: MappedColumn,
    stretches: Sequence[Collection[int]],
) -> Iterator[Finding]:
    raw = table.sheet.at(row, mapped.number)
    figures = _figures(records, mapped)
    if mapped.column.kind in {"count", "tick"}:
        typed = _number(raw)
        counted = [sum(figures.get(r, 0) for r in stretch) for stretch in stretches]
        notice = TOTAL_OF_FIGURES
        is_tick = mapped.column.kind == "tick"
        if not is_tick and any(is_unreadable(record, mapped.column.field) for record in records):
            return
    else:
        typed = _number_of_rows(raw) if mapped.column.kind in _WORDS | {"seq"} else None
        counted = [count for stretch in stretches for count in _counts(records, stretch)]
        notice = TOTAL_OF_ROWS
    if typed is not None and counted and typed not in counted:
        yield _finding(notice, table, row, mapped, raw, typed, counted[0])


def _about_words(
    table: Table, records: Sequence[Record], row: int, stretches: Sequence[Collection[int]]
) -> Iterator[Finding]:
    """Words with a number, such as “Cộng: 06 ý kiến”, in columns that were not understood."""
    mapped = {m.number for m in table.columns}
    counted = [count for stretch in stretches for count in _counts(records, stretch)]
    for column, raw in enumerate(table.sheet.rows[row - 1], start=1):
        typed = _number_in_words(raw) if column not in mapped else None
        if typed is not None and counted and typed not in counted:
            params = {"typed": typed, "counted": counted[0]}
            yield Finding(TOTAL_OF_ROWS, table.cell(row, column), params, value=str(raw))


def _finding(
    notice: Notice,
    table: Table,
    row: int,
    mapped: MappedColumn,
    raw: Raw,
    typed: int,
    counted: int,
) -> Finding:
    params = {"typed": typed, "counted": counted}
    return Finding(notice, table.cell(row, mapped.number), params, mapped.column.field, str(raw))


def _stretches(table: Table, rows: Sequence[int], total: int) -> list[list[int]]:
    """The stretches of rows that a total may sum; the likeliest first, none of them empty."""
    breaks = {e.row for e in table.excluded if e.reason in {Reason.TOTAL, Reason.SECTION}}
    totals = [e.row for e in table.excluded if e.reason is Reason.TOTAL]
    starts = [0, *sorted((row for row in breaks if row < total), reverse=True)]
    ends = [*sorted(row for row in breaks if row > total), max(total, *rows, total) + 1]
    if total != totals[-1]:
        starts = [*starts[1:], 0]
    above = [[row for row in rows if start < row < total] for start in starts]
    below = [[row for row in rows if total < row < end] for end in ends]
    return [stretch for stretch in (*above, list(rows), *below) if stretch]


def _figures(records: Sequence[Record], mapped: MappedColumn) -> Mapping[int, int]:
    """What each row adds to a total of the column: its number, or 1 for a tick.

    Of ticks that exclude each other the first is added, though they leave the field open.
    """
    field = mapped.column.field
    figures: dict[int, int] = {}
    for record in records:
        value = record[field]
        if value is None and mapped.column.kind == "tick":
            value = record.typed.get(field)
        if value is None or record.places.get(field) != (record.row, mapped.number):
            continue
        figures[record.row] = int(value) if isinstance(value, int | float) else 1
    return figures


def _counts(records: Sequence[Record], stretch: Collection[int]) -> Iterator[int]:
    """All that may be meant by the number of rows: rows, petitions, people."""
    within = [record for record in records if record.row in stretch]
    yield len({record.row for record in within})
    yield len(within)
    for field in PEOPLE:
        yield len({record.text(field) for record in within if record[field]})


def _number(raw: Raw) -> int | None:
    """A whole number, also one typed with dots between the thousands.

    >>> _number(3.0), _number("1.250"), _number("1.5"), _number(True)
    (3, 1250, None, None)
    """
    match raw:
        case bool() | None:
            return None
        case int():
            return raw
        case float() if raw.is_integer():
            return int(raw)
        case str() if re.fullmatch(r"\d+|\d{1,3}(\.\d{3})+", raw.strip()):
            return int(raw.replace(".", ""))
    return None


def _number_of_rows(raw: Raw) -> int | None:
    """The number of rows that a total tells: “25”, or “Tổng cộng: 25 kiến nghị”."""
    in_words = _number_in_words(raw)
    return _number(raw) if in_words is None else in_words


def _number_in_words(raw: Raw) -> int | None:
    """The one number of rows that a text names; None if it names none, or several.

    >>> _number_in_words("Cộng: 06 (sáu) ý kiến"), _number_in_words("Tong so y kien: 6")
    (6, 6)
    >>> _number_in_words("Tổng cộng: 02 người có 03 ý kiến"), _number_in_words("Ấp 5")
    (None, None)
    """
    if not isinstance(raw, str):
        return None
    text = fold(raw)
    found = _COUNTED.findall(text)
    if not found and (alone := _TOTAL.fullmatch(text)):
        return int(alone[1])
    return int(found[0]) if len(found) == 1 else None
