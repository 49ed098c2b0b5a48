"""Further rows and sheets in a workbook that people keep: every other part stays byte for byte.

Only the sheet that grows, and what lists the sheets and styles, is written anew. Macros, buttons,
notes, pictures and the other sheets are copied as they are.
"""

import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from lxml import etree

from toolkit.errors import InputError, OutputError
from toolkit.excel.openxml import sheet_parts
from toolkit.excel.package import Package, main_part, part_of_kind, relations
from toolkit.excel.rows import Row, add_rows
from toolkit.excel.transplant import to_bytes, transplanted
from toolkit.excel.writer import notice_of, replace_file, written
from toolkit.model import ReportBook

_REFERENCE = re.compile(r"(\$?[A-Z]+\$?)(\d+)")


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
    styles = part_of_kind(relations(package, workbook), "styles")
    add_rows(tree, after, rows, _wrapping(package, styles))
    for found in (tree.find("{*}dimension"), tree.find("{*}autoFilter")):
        if found is not None:
            found.set("ref", _reaching(found.get("ref", ""), last))
    changed = {part: to_bytes(tree)}
    if _stretch_names(listed, titles.index(sheet), last):
        changed[workbook] = to_bytes(listed)
    return changed


def _wrapping(package: Package, styles: str) -> frozenset[str]:
    """The numbers of the styles that wrap their text."""
    if not styles:
        return frozenset()
    listed = package.tree(styles).iterfind("{*}cellXfs/{*}xf")
    return frozenset(
        str(number)
        for number, style in enumerate(listed)
        for alignment in style.iterfind("{*}alignment")
        if alignment.get("wrapText") in {"1", "true"}
    )


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
