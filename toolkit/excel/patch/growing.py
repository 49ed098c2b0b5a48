"""Ranges that end at the last row of a sheet grow with the rows that are added below it."""

import re
from collections.abc import Callable

from toolkit.excel.patch.parts import Parts

_RANGE = re.compile(r"(\$?[A-Z]{1,3}\$?)(\d+):(\$?[A-Z]{1,3}\$?)(\d+)")
_IN_SHEET = re.compile(
    r"(?:(?<= sqref=\")|(?<=<autoFilter ref=\")|(?<=<xm:sqref>))[^\"<]*"
    r"|(?<=<dimension ref=\")[^\"]*"
)
_IN_TABLE = re.compile(r"(?<=\sref=\")[^\"]*")
_NAME = re.compile(r"(?P<head><(?:\w+:)?definedName\b[^>]*>)(?P<cells>[^<]*)")


def grown(last: int, added: int) -> Callable[[str], str]:
    """How ranges are written after rows were added below row `last`.

    So do those that end at blank rows which are filled now. Validations and colours that reach
    further down than the rows do have room already.

    >>> grown(9, 2)("A5:C9 E5:E10 B2:B8 A1:F500")
    'A5:C11 E5:E11 B2:B8 A1:F500'
    """

    def grow(cells: str) -> str:
        return _RANGE.sub(
            lambda found: (
                f"{found[1]}{found[2]}:{found[3]}{last + added}"
                if last <= int(found[4]) < last + added
                else found[0]
            ),
            cells,
        )

    return grow


def grow_sheet(data: bytes, last: int, added: int) -> bytes:
    """The same for all ranges that a sheet names."""
    grow = grown(last, added)
    return _IN_SHEET.sub(lambda found: grow(found[0]), data.decode("utf-8")).encode()


def grow_parts(parts: Parts, part: str, title: str, last: int, added: int) -> None:
    """The same for the tables of a sheet, and for the names of its cells in the workbook."""
    grow = grown(last, added)
    for table in parts.related(part, "table").values():
        text = parts.read(table).decode("utf-8")
        changed = _IN_TABLE.sub(lambda found: grow(found[0]), text)
        if changed != text:
            parts.put(table, changed.encode())
    text = parts.read(parts.workbook).decode("utf-8")
    quoted = title.replace("'", "''").replace("&", "&amp;").replace("<", "&lt;")
    owners = (f"'{quoted}'!", f"{quoted}!")

    def grow_name(found: re.Match[str]) -> str:
        pieces = found["cells"].split(",")
        return found["head"] + ",".join(
            grow(piece) if piece.startswith(owners) else piece for piece in pieces
        )

    changed = _NAME.sub(grow_name, text)
    if changed != text:
        parts.put(parts.workbook, changed.encode())
