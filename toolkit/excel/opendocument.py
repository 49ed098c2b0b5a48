"""What content.xml of an .ods tells beside the values: errors, hidden rows, merged cells.

Cells, rows and columns that are alike are written once, with the number of times. Source:
OpenDocument 1.3, part 3, chapter 9.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

from lxml import etree

from toolkit.excel.facts import LAST_COLUMN, Address, Facts
from toolkit.excel.gate import require_few_sheets, require_near
from toolkit.excel.package import Package
from toolkit.excel.refusals import DAMAGED, refused
from toolkit.limits import LIMITS, Limits
from toolkit.model import Span

CONTENT = "content.xml"

_KIND = "mimetype"
_MANIFEST = "META-INF/manifest.xml"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_LIBRE = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_SHEET, _ROW, _COLUMN = _TABLE + "table", _TABLE + "table-row", _TABLE + "table-column"
_CELL, _COVERED = _TABLE + "table-cell", _TABLE + "covered-table-cell"

_LAST_ROW = LIMITS.last_row
_LEADING_ZERO = re.compile(r"0[\d .-]*\d")
_OTHER_WORKBOOK = re.compile(r"'\w+:/[^']*'#")


def is_other_document(package: Package) -> bool:
    """Whether this is a text, a presentation … of LibreOffice and no spreadsheet."""
    if _KIND not in package:
        return False
    kind = package.look(_KIND)
    return b"opendocument" in kind and b"spreadsheet" not in kind


def is_encrypted(package: Package) -> bool:
    """Whether a password is needed for the parts."""
    return _MANIFEST in package and b"encryption-data" in package.read(_MANIFEST)


def scan(package: Package) -> tuple[Facts, ...]:
    """The facts of every sheet, in the order of the workbook.

    Raises:
        InputError: The content is damaged, or a cell lies too far off.
    """
    try:
        found = tuple(_sheets(package.read(CONTENT), package.name, package.limits))
    except etree.XMLSyntaxError as error:
        raise refused(DAMAGED, package.name) from error
    require_few_sheets(len(found), package.name, package.limits)
    return found


def _sheets(data: bytes, name: str, limits: Limits) -> Iterator[Facts]:
    """Read row after row, and forget each: the whole tree would need ten times the memory."""
    sheet = _Sheet()
    for _, element in etree.iterparse(
        BytesIO(data), tag=(_SHEET, _ROW, _COLUMN), resolve_entities=False, huge_tree=True
    ):
        if element.tag == _COLUMN:
            sheet.add_columns(element)
        elif element.tag == _ROW:
            sheet.add_row(element)
            element.clear()
        else:
            parent = element.getparent()
            if parent is not None and parent.tag == _OFFICE + "spreadsheet":
                title = element.get(_TABLE + "name", "")
                require_near(title, sheet.bottom, sheet.right, name, limits)
                yield sheet.facts
            sheet = _Sheet()


@dataclass(slots=True)
class _Sheet:
    """The facts of one sheet, as its rows add to them. Rows and columns count from 1."""

    facts: Facts = field(default_factory=lambda: Facts(merged=[]))
    row: int = 1
    column: int = 1
    bottom: int = 0
    right: int = 0

    def add_columns(self, element: etree._Element) -> None:
        after = self.column + _count(element, "number-columns-repeated")
        if _is_hidden(element):
            self.facts.hidden_columns.update(range(self.column, min(after, LAST_COLUMN + 1)))
        self.column = after

    def add_row(self, element: etree._Element) -> None:
        after = self.row + _count(element, "number-rows-repeated")
        if _is_hidden(element):
            self.facts.hidden_rows.update(range(self.row, min(after, _LAST_ROW + 1)))
        column = 1
        for cell in element.iterchildren(_CELL, _COVERED):
            next_column = column + _count(cell, "number-columns-repeated")
            if len(cell) or cell.attrib.has_key(_TABLE + "formula"):
                self.facts.filled += (after - self.row) * (next_column - column)
                self.bottom = max(self.bottom, after - 1)
                self.right = max(self.right, next_column - 1)
                self._add_cell(cell, column)
            column = next_column
        self.row = after

    def _add_cell(self, cell: etree._Element, column: int) -> None:
        """Note what is odd about a filled cell: for the first of those that are alike."""
        at = (self.row, column)
        self._add_merged(cell, column)
        shown = "\n".join(
            "".join(map(str, line.itertext())) for line in cell.iterchildren(_TEXT + "p")
        )
        kind = cell.get(_OFFICE + "value-type")
        if cell.get(_LIBRE + "value-type") == "error":
            self.facts.errors[at] = shown
        elif kind == "float" and _LEADING_ZERO.fullmatch(shown):
            self.facts.formats[at] = re.sub(r"\d", "0", shown).replace(".", r"\.")
        formula = cell.get(_TABLE + "formula")
        if formula is not None:
            self._add_formula(at, formula, has_result=bool(kind) or len(cell) > 0)

    def _add_formula(self, at: Address, formula: str, *, has_result: bool) -> None:
        if not has_result:
            self.facts.no_result.add(at)
        if _OTHER_WORKBOOK.search(formula):
            self.facts.external.add(at)

    def _add_merged(self, cell: etree._Element, column: int) -> None:
        height, width = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
        if height * width > 1 and self.facts.merged is not None:
            bottom, right = self.row + height - 1, column + width - 1
            self.facts.merged.append(Span(self.row, column, bottom, right))


def _count(element: etree._Element, attribute: str) -> int:
    return int(element.get(_TABLE + attribute, "1"))


def _is_hidden(element: etree._Element) -> bool:
    return element.get(_TABLE + "visibility") in {"collapse", "filter"}
