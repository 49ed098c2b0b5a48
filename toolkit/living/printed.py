"""The sheet “Theo đơn vị”: for printing, and made anew as long as nobody writes in it."""

from hashlib import blake2s

from toolkit.living.seen import seen
from toolkit.model import Sheet, Workbook

SHEET = "Theo đơn vị"


def printed_sheet(workbook: Workbook) -> Sheet | None:
    """The sheet; None if people took it out."""
    return next((sheet for sheet in workbook.sheets if sheet.name == SHEET), None)


def whole(sheet: Sheet) -> str:
    """A digest of all that the sheet says."""
    return _digest(sheet, len(sheet.rows))


def rows(sheet: Sheet) -> str:
    """A digest of its numbered rows: the day below them changes every day."""
    numbered = [n for n, cells in enumerate(sheet.rows, start=1) if cells and _is_number(cells[0])]
    return _digest(sheet, max(numbered, default=0))


def _is_number(cell: object) -> bool:
    return isinstance(cell, int | float)


def _digest(sheet: Sheet, count: int) -> str:
    lines = ("\t".join(map(seen, cells)).rstrip() for cells in sheet.rows[:count])
    return blake2s("\n".join(lines).encode(), digest_size=8).hexdigest()
