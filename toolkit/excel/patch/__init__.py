"""Change single cells of a workbook, and lose nothing of the rest.

Whatever the toolkit does not know in a workbook (buttons, pictures, pivot tables, macros) stays,
byte for byte: only the parts that must change are written, and in those only the places that
must.
"""

import re
from collections.abc import Mapping

from toolkit.excel.facts import Address
from toolkit.excel.package import parse
from toolkit.excel.patch.cells import FormulaError, SheetCells
from toolkit.excel.patch.edits import Content, Edits, NewSheet, SheetEdits
from toolkit.excel.patch.growing import grow_parts, grow_sheet
from toolkit.excel.patch.heights import heights
from toolkit.excel.patch.notes import add_notes
from toolkit.excel.patch.parts import Parts
from toolkit.excel.patch.recounting import recount
from toolkit.excel.patch.sheets import add_sheet
from toolkit.excel.patch.styles import Styles
from toolkit.excel.refusals import DAMAGED, refused

__all__ = [
    "Content",
    "Edits",
    "FormulaError",
    "NewSheet",
    "SheetEdits",
    "formulas",
    "patched",
]

_DATES_FROM_1904 = re.compile(rb"<(?:\w+:)?workbookPr\b[^>]*\bdate1904=[\"'](?:1|true)[\"']")


def patched(content: bytes, edits: Edits, name: str) -> bytes:
    """A workbook (.xlsx, .xlsm) with some changes, as the bytes of a file.

    Raises:
        InputError: The file is no such workbook, is damaged, has a password, or does not say
            where the sheet of a title lies.
        FormulaError: A value is to be put where a formula stands.
    """
    parts = Parts(content, name)
    if not parts.workbook.endswith(".xml"):
        raise refused(DAMAGED, name)
    styles = Styles(parts)
    sheets = _sheets(parts)
    is_1904 = bool(_DATES_FROM_1904.search(parts.read(parts.workbook)))
    if not edits.sheets.keys() <= sheets.keys():
        raise refused(DAMAGED, name)
    for title, changes in edits.sheets.items():
        try:
            _edit(parts, sheets[title], title, changes, styles, from_1904=is_1904)
        except FormulaError:
            raise
        except ValueError as error:  # what should be a number is none
            raise refused(DAMAGED, name) from error
    for sheet in edits.added:
        add_sheet(parts, sheet, styles)
    styles.save()
    if any(changes.values or changes.appended for changes in edits.sheets.values()):
        recount(parts)
    return parts.packed()


def formulas(content: bytes, name: str) -> Mapping[str, frozenset[Address]]:
    """The cells in which people calculate, by the titles of the sheets.

    Raises:
        InputError: The file is no .xlsx or .xlsm, is damaged, or has a password.
    """
    parts = Parts(content, name)
    if not parts.workbook.endswith(".xml"):
        raise refused(DAMAGED, name)
    return {
        title: SheetCells(parts.read(part)).formulas() for title, part in _sheets(parts).items()
    }


def _sheets(parts: Parts) -> Mapping[str, str]:
    """The part of every sheet with cells, by title."""
    known = parts.related(parts.workbook, "worksheet")
    return {
        found.get("name", ""): known[key]
        for found in parts.tree(parts.workbook).iterfind("{*}sheets/{*}sheet")
        for name, key in found.items()
        if str(name).endswith("}id") and key in known
    }


def _edit(
    parts: Parts, part: str, title: str, changes: SheetEdits, styles: Styles, *, from_1904: bool
) -> None:
    data = parts.read(part)
    parse(data, parts.name)  # it is edited as a text, which would cut in the wrong place
    cells = SheetCells(data, from_1904=from_1904)
    if changes.appended:
        last = cells.last_row()
        like = cells.style_of(changes.like or last)
        cells.data = grow_sheet(cells.data, last, len(changes.appended))
        cells.append(changes.appended, last + 1, like, styles)
        cells.heighten(heights(cells.data, changes.appended, last + 1, like, styles))
        grow_parts(parts, part, title, last, len(changes.appended))
    cells.apply(changes, styles)
    add_notes(parts, part, cells, changes.notes)
    parts.put(part, cells.data)
