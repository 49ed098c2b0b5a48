"""What a cell may hold: texts made safe, formulas filled, links spelled as Excel wants them."""

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from toolkit.model import Formula, SourceLink

MAX_UNITS = 32_767
"""UTF-16 units that a cell holds."""
CUT = "… (còn nữa)"
"""Says that the text goes on where it came from."""
MAX_LINK = 2_079
MAX_LINKS = 65_530
"""What Excel allows: units in an address, links in a sheet."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile("\r\n?")
_UNUSUAL = re.compile("[\t\r]|" + _CONTROL.pattern)
_PLACEHOLDER = re.compile(r"\{(row|first|last|total)\}")
_FORMULA_STARTS = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class DataRows:
    """Where the data of a table stand: rows as Excel counts them, from 1.

    `total` is where the total stands or would stand.
    """

    first: int
    last: int
    total: int


def clean(text: str) -> str:
    r"""The text as a cell can hold it.

    Control characters, which XML forbids, are left out; a tab becomes a space; what is longer
    than Excel allows is cut, and says so.

    >>> clean("dòng một\r\ndòng\thai\x0b")
    'dòng một\ndòng hai'
    >>> clean("a" * 40_000)[-12:]
    'a… (còn nữa)'
    """
    if _UNUSUAL.search(text):
        text = _CONTROL.sub("", _LINE_END.sub("\n", text).replace("\t", " "))
    return text if 2 * len(text) <= MAX_UNITS or _units(text) <= MAX_UNITS else _cut(text)


def begins_like_formula(text: str) -> bool:
    """Whether Excel would take the text for a formula if somebody typed it.

    >>> begins_like_formula("-5"), begins_like_formula("5")
    (True, False)
    """
    return text.startswith(_FORMULA_STARTS)


def filled(formula: Formula, row: int, rows: DataRows) -> str:
    """The text of a formula for one row, its placeholders filled.

    >>> filled(Formula("=SUM(C{first}:C{last})/C{row}", 1), 9, DataRows(5, 8, 9))
    '=SUM(C5:C8)/C9'
    """
    if "{" not in formula.text:
        return formula.text
    numbers = {"row": row, "first": rows.first, "last": rows.last, "total": rows.total}
    return _PLACEHOLDER.sub(lambda found: str(numbers[found[1]]), formula.text)


def quoted_sheet(name: str) -> str:
    """The name of a sheet inside an address.

    >>> quoted_sheet("Kiến nghị 'mới'")
    "'Kiến nghị ''mới'''"
    """
    return "'" + name.replace("'", "''") + "'"


def address(link: SourceLink, nth: int = 1) -> str | None:
    """Where the nth link of a sheet leads, as XlsxWriter wants it; None if Excel has no room.

    Paths are relative to the folder of the workbook that holds the link.

    >>> address(SourceLink("E17", "nhan-vao/Ấp 1 #2.xlsx", "Kiến nghị", "E17"))
    "external:nhan-vao/Ấp%201%20%232.xlsx#'Kiến nghị'!E17"
    >>> address(SourceLink("E17", None, "Kiến nghị", "E17"), nth=65_530)
    "internal:'Kiến nghị'!E17"
    >>> address(SourceLink("E17", None, "Kiến nghị", "E17"), nth=65_531)
    """
    place = f"{quoted_sheet(link.sheet)}!{link.cell}"
    if nth > MAX_LINKS or _units(place) > MAX_LINK:
        return None
    if link.path is None:
        return f"internal:{place}"
    path = _escaped(link.path)
    return f"external:{path}#{place}" if _units(path) <= MAX_LINK else None


@lru_cache(maxsize=1000)
def _escaped(path: str) -> str:
    """The path with the signs escaped that mean something else in an address."""
    return "".join(letter if letter > "\x7f" else quote(letter) for letter in clean(path))


def _units(text: str) -> int:
    """The length as Excel counts it: letters beyond U+FFFF count twice."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _cut(text: str) -> str:
    room = (MAX_UNITS - len(CUT)) * 2
    return text.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + CUT
