"""Further rows and sheets in a workbook that people keep: every other part stays byte for byte.

Only the sheet that grows, and what lists the sheets and styles, is written anew. Macros, buttons,
notes, pictures and the other sheets are copied as they are.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

from lxml import etree

from toolkit.errors import InputError, OutputError
from toolkit.excel.cells import clean
from toolkit.excel.facts import address
from toolkit.excel.openxml import sheet_parts
from toolkit.excel.package import Package, child, main_part
from toolkit.excel.transplant import to_bytes, transplanted
from toolkit.excel.writer import notice_of, replace_file, written
from toolkit.model import ReportBook, ReportCell, column_letters

_REFERENCE = re.compile(r"(\$?[A-Z]+\$?)(\d+)")

Row = Mapping[int, ReportCell]
"""Values by the number of their column, from 1."""


def append_rows(path: Path, sheet: str, after: int, rows: Sequence[Row]) -> None:
    """Write rows below row `after` of a sheet, the last that holds anything.

    They look like the row above them. Filter and printed area grow with them. The file is the
    old one or the new one, whatever happens.

    Raises:
        OutputError: It is open in Excel, or cannot be written, or has become unreadable.
    """
    try:
        package = Package(BytesIO(path.read_bytes()), path.name)
        replace_file(path, package.with_parts(_appended(package, sheet, after, rows)))
    except (OSError, InputError) as error:
        raise _refused(path, error) from error


def add_sheets(path: Path, book: ReportBook) -> None:
    """Add the sheets of a report at the end of a workbook; those whose name is there stay.

    Raises:
        OutputError: As above.
    """
    try:
        package = Package(BytesIO(path.read_bytes()), path.name)
        donor = Package(BytesIO(written(book)), path.name)
        replace_file(path, package.with_parts(transplanted(donor, package)))
    except (OSError, InputError) as error:
        raise _refused(path, error) from error


def _refused(path: Path, error: OSError | InputError) -> OutputError:
    notice = error.notice if isinstance(error, InputError) else notice_of(error)
    return OutputError(notice, {"path": path.name})


# ── Rows ────────────────────────────────────────────────────────────────────────────────────


def _appended(package: Package, sheet: str, after: int, rows: Sequence[Row]) -> dict[str, bytes]:
    """The parts that change when rows are added to a sheet."""
    workbook = main_part(package)
    titles = [title for title, _ in sheet_parts(package)]
    part = dict(sheet_parts(package))[sheet]
    tree, listed = package.tree(part), package.tree(workbook)
    last = after + len(rows)
    _add_rows(tree, after, rows)
    for found in (tree.find("{*}dimension"), tree.find("{*}autoFilter")):
        if found is not None:
            found.set("ref", _reaching(found.get("ref", ""), last))
    changed = {part: to_bytes(tree)}
    if _stretch_names(listed, titles.index(sheet), last):
        changed[workbook] = to_bytes(listed)
    return changed


def _add_rows(tree: etree._Element, after: int, rows: Sequence[Row]) -> None:
    """Put rows in their places; blank ones that are there already are filled."""
    data = child(tree, "sheetData", "")
    there = {int(row.get("r", "0")): row for row in data}
    styles = _styles(there.get(after + 1)) or _styles(there.get(after))
    namespace = etree.QName(tree).namespace
    for number, values in enumerate(rows, start=after + 1):
        row = there.get(number)
        if row is None:
            row = etree.Element(f"{{{namespace}}}row", r=str(number))
            below = [line for found, line in there.items() if found > number]
            (below[0].addprevious if below else data.append)(row)
        own = styles | _styles(row)
        for cell in list(row):
            row.remove(cell)
        row.attrib.pop("ht", "")
        row.attrib.pop("spans", "")
        for column in sorted({*own, *values}):
            place = f"{column_letters(column)}{number}"
            cell = etree.SubElement(row, f"{{{namespace}}}c", r=place)
            if column in own:
                cell.set("s", own[column])
            _fill(cell, values.get(column))


def _styles(row: etree._Element | None) -> dict[int, str]:
    """The styles of the cells of a row, by column."""
    cells = () if row is None else row
    return {_column(cell): style for cell in cells if (style := cell.get("s"))}


def _column(cell: etree._Element) -> int:
    letters = cell.get("r", "A").rstrip("0123456789")
    return address(letters.encode(), b"1")[1]


def _fill(cell: etree._Element, value: ReportCell) -> None:
    """Write a text or a number; a day as people read it, whatever the style of the cell is."""
    if value is None or value == "":
        return
    namespace = etree.QName(cell).namespace
    if isinstance(value, int | float):
        etree.SubElement(cell, f"{{{namespace}}}v").text = str(value)
        return
    text = f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)
    cell.set("t", "inlineStr")
    inline = etree.SubElement(cell, f"{{{namespace}}}is")
    held = etree.SubElement(inline, f"{{{namespace}}}t")
    held.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    held.text = clean(text)


def _stretch_names(listed: etree._Element, position: int, last: int) -> bool:
    """Let the printed area and the filter of a sheet reach the last row; whether they did not."""
    changed = False
    for name in listed.iterfind("{*}definedNames/{*}definedName"):
        own = name.get("localSheetId") == str(position)
        if own and name.get("name") in {"_xlnm.Print_Area", "_xlnm._FilterDatabase"}:
            stretched = _reaching(name.text or "", last)
            changed = changed or stretched != name.text
            name.text = stretched
    return changed


def _reaching(reference: str, last: int) -> str:
    """A range that ends no higher than a row.

    >>> _reaching("A4:I5", 12), _reaching("'Ghi nhớ'!$A$1:$H$15", 12)
    ('A4:I12', "'Ghi nhớ'!$A$1:$H$15")
    """
    *before, end = reference.rsplit(":", 1)
    grown = _REFERENCE.sub(lambda found: f"{found[1]}{max(int(found[2]), last)}", end)
    return ":".join([*before, grown])
