"""The XML of one sheet of an .xlsx as bytes, spelled the one way in which it can be searched.

Excel, LibreOffice, openpyxl and XlsxWriter all begin a cell with `<c r="B7"`. What other
programs write (prefixes, no addresses, another order) is rewritten to that first.
"""

import re
from collections.abc import Iterator

from lxml import etree

from toolkit.excel.facts import address
from toolkit.excel.gate import require_near
from toolkit.excel.package import Package, parse
from toolkit.model import column_letters

_HEAD = 4096
_CELL, _CELL_END = b'<c r="', b"</c>"
_REFERENCE = re.compile(rb'<c r="([A-Za-z]+)(\d+)"([^>]*)')
_FILLED = re.compile(rb'<c r="([A-Za-z]+)(\d+)"[^>]*(?<!/)>(?!</c>)')
_PREFIX = re.compile(rb"<(\w+):worksheet[\s>]")
_A1 = re.compile(r"([A-Za-z]+)(\d+)")

_NOT_NEAR = (
    re.compile(rb'<c(?! r="[A-Z]{1,2}(?:1?\d{1,4}|2[0-7]\d{3})")'),
    re.compile(rb'<c(?! r="[A-Z](?:[1-6]?\d{1,5}|7[0-5]\d{4})")'),
)
"""The first is found in no sheet whose cells are all in A1:ZZ27999, the second in none whose
cells are all in A1:Z759999: boxes that are small enough, whatever is filled."""

_ODD_CELL = re.compile(rb'<c(?! r="[A-Za-z]+\d+")')


class SheetXml:
    """The bytes of a sheet, and where its cells are in them."""

    def __init__(self, title: str, package: Package, part: str) -> None:
        """Find the cells of a part.

        Raises:
            InputError: The part is damaged, or a cell lies too far off.
        """
        self._hold(_without_prefix(package.read(part)))
        if self._is_odd():
            self._hold(_respelled(parse(self.data, package.name)))
        if not self._is_near:
            require_near(title, *self._last_filled(), package.name, package.limits)

    @property
    def head(self) -> bytes:
        """What stands before the cells."""
        return self.data[: self._start]

    @property
    def filled(self) -> int:
        """How many cells are filled; blank ones have no end of their own, with few exceptions."""
        return self.data.count(_CELL_END, self._start, self._end)

    def has(self, text: bytes) -> bool:
        """Whether a text stands among the cells."""
        return self.data.find(text, self._start, self._end) >= 0

    def find(self, pattern: re.Pattern[bytes]) -> Iterator[re.Match[bytes]]:
        """All places among the cells where a pattern matches."""
        return pattern.finditer(self.data, self._start, self._end)

    def cell_before(self, position: int) -> re.Match[bytes] | None:
        """The beginning of the cell around a position: column, row, further attributes."""
        return _REFERENCE.match(self.data, self.data.rfind(_CELL, self._start, position))

    def _hold(self, data: bytes) -> None:
        self.data = data
        self._start = data.find(b"<sheetData")
        # Blank cells have no end of their own: a million formatted rows below are left out.
        self._end = max(data.rfind(_CELL_END, self._start) + len(_CELL_END), self._start)
        self._is_near = not all(self._has_match(pattern) for pattern in _NOT_NEAR)

    def _is_odd(self) -> bool:
        return self._start < 0 or (not self._is_near and self._has_match(_ODD_CELL))

    def _has_match(self, pattern: re.Pattern[bytes]) -> bool:
        return pattern.search(self.data, self._start, self._end) is not None

    def _last_filled(self) -> tuple[int, int]:
        """The last row and the last column that hold something."""
        bottom, letters = 0, {b"A"}
        for match in self.find(_FILLED):
            bottom = max(bottom, int(match[2]))
            letters.add(match[1])
        return bottom, max(address(column, b"1")[1] for column in letters)


def _without_prefix(data: bytes) -> bytes:
    prefix = _PREFIX.search(data, 0, _HEAD)
    return re.sub(rb"<(/?)" + prefix[1] + rb":", rb"<\1", data) if prefix else data


def _respelled(tree: etree._Element) -> bytes:
    _number(tree)
    return etree.tostring(_without_namespaces(tree))


def _number(tree: etree._Element) -> None:
    """Give rows and cells without an address the one after their neighbour's."""
    row = 0
    for line in tree.iterfind("{*}sheetData/{*}row"):
        row = int(line.get("r") or row + 1)
        line.set("r", str(row))
        column = 0
        for cell in line.iterfind("{*}c"):
            given = _A1.fullmatch(cell.get("r", ""))
            column = address(given[1].encode(), b"1")[1] if given else column + 1
            cell.set("r", f"{column_letters(column)}{given[2] if given else row}")


def _without_namespaces(element: etree._Element) -> etree._Element:
    """A copy by local names; the address is the first attribute."""
    attributes = {etree.QName(name).localname: str(value) for name, value in element.items()}
    if place := attributes.pop("r", None):
        attributes = {"r": place, **attributes}
    copy = etree.Element(etree.QName(element).localname, attributes)
    copy.text = element.text
    copy.extend([_without_namespaces(child) for child in element.iterchildren("{*}*")])
    return copy
