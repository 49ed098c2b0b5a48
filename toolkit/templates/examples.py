"""The examples of rules as pictures: wrong with the blamed cell in red, then right."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from toolkit import rules, values
from toolkit.model import Cell, Notice, Picture, Raw, Sheet
from toolkit.testing import blamed, workbook
from toolkit.values.texts import shown

_NOTICES: Mapping[str, Notice] = {
    notice.code: notice for notice in (*values.NOTICES, *rules.NOTICES)
}


def lesson(code: str, rule: str) -> tuple[Picture, Picture]:
    """A wrong table and the right one, with the rule that they show.

    Raises:
        KeyError: No rule has this code.
    """
    notice = _NOTICES[code]
    wrong = _picture(f"SAI: {rule}", notice.bad, blamed(notice.bad))
    return wrong, _picture("ĐÚNG:", notice.good, frozenset())


def _picture(caption: str, example: str, red: frozenset[Cell]) -> Picture:
    sheet = workbook(example).sheets[0]
    places = {(cell.row - 1, cell.column - 1) for cell in red}
    return Picture(caption, tuple(_rows(sheet)), frozenset(places))


def _rows(sheet: Sheet) -> Iterator[tuple[str, ...]]:
    width = max(map(len, sheet.rows))
    for row in sheet.rows:
        yield tuple(_seen(value) for value in (*row, *[None] * (width - len(row))))


def _seen(value: Raw) -> str:
    """What a cell shows: a day as people write it, whatever else as it stands there."""
    return f"{value:%d/%m/%Y}" if isinstance(value, datetime) else shown(value)
