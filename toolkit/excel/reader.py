"""Files as plain data: every sheet with its cells, and what is hidden, merged or wrong in it.

The values come from python-calamine. It says nothing of error values (#REF! arrives as blank),
of formulas without a result, of hidden rows and of leading zeros that only a number format
shows; these facts are scanned from the file itself.
"""

import hashlib
import struct
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path, PurePosixPath

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from toolkit.errors import InputError
from toolkit.excel import biff, compound, delimited, opendocument, openxml, xlsb
from toolkit.excel.facts import Address, Facts, padded
from toolkit.excel.gate import Kind, contents, opened, recognise, require_near
from toolkit.excel.package import Package, main_part
from toolkit.excel.refusals import (
    ARCHIVE,
    DAMAGED,
    FAILED,
    LONG_TEXT,
    MANY_CELLS,
    NO_DATA,
    NO_WORKBOOK,
    PASSWORD,
    SAME_NAMES,
    refused,
)
from toolkit.limits import LIMITS, Limits
from toolkit.model import Cell, Raw, Sheet, Span, Workbook

OWN_PROPERTY = "doithoai"
"""The custom document property that says which of our outputs a workbook is."""

_CONTENT_TYPES = "[Content_Types].xml"
_PROPERTIES = "docProps/custom.xml"
_DOCUMENTS = (
    ("word/document.xml", "văn bản Word", "a Word document"),
    ("ppt/presentation.xml", "bài trình chiếu PowerPoint", "a PowerPoint presentation"),
    ("index/document.iwa", "bảng Numbers của máy Mac", "an Apple Numbers document"),
)
_SCAN_FAILURES = (ValueError, LookupError, struct.error)
_READER_FAILURES = (CalamineError, OSError, OverflowError)
_PANIC = "PanicException"
_LONGEST_SHEET_NAME = 31


def read(path: Path, name: str, limits: Limits = LIMITS) -> Workbook:
    """Read a workbook: .xlsx, .xlsm, .xlsb, .xls, .ods or .csv, whatever its name says.

    `name` is how the user knows the file. Texts are left as they were typed. Whole numbers are
    int; a number that its format shows with leading zeros is the text that the user sees.

    Raises:
        InputError: The file cannot be used.
    """
    return read_content(contents(path, name, limits), name, limits)


def read_content(data: bytes, name: str, limits: Limits = LIMITS) -> Workbook:
    """The same for the bytes of a file; the same errors."""
    sheets = _sheets(data, name, limits)
    _require_short_texts(sheets, name, limits)
    if not any(sheet.rows for sheet in sheets):
        raise refused(NO_DATA, name)
    return Workbook(name, sheets, hashlib.sha256(data).hexdigest())


def own_kind(path: Path) -> str | None:
    """Which of our own outputs a file is; None if it is somebody else's, or unreadable."""
    try:
        with opened(path, path.name) as file:
            package = Package(file, path.name)
            if not 0 < package.size(_PROPERTIES) <= LIMITS.property_bytes:
                return None
            for found in package.tree(_PROPERTIES).iterfind("{*}property"):
                if found.get("name") == OWN_PROPERTY:
                    return "".join(map(str, found.itertext())).strip() or None
    except InputError:
        return None
    return None


def _sheets(data: bytes, name: str, limits: Limits) -> tuple[Sheet, ...]:
    kind = recognise(data, name)
    try:
        if kind is Kind.TEXT:
            return _text_sheet(data, name, limits)
        if kind is Kind.ZIP:
            return _package_sheets(Package(BytesIO(data), name, limits), data)
        stream = compound.workbook_stream(data, name)
        if stream is None or biff.is_encrypted(stream):
            return _sheets(compound.decrypted(data, name), name, limits)
        return _with_values(data, biff.scan(stream, name, limits), name, limits)
    except _SCAN_FAILURES as error:
        raise refused(FAILED, name) from error


def _text_sheet(data: bytes, name: str, limits: Limits) -> tuple[Sheet, ...]:
    """The one sheet of a text with delimiters; it is called as the file is."""
    rows = delimited.rows(data, name)
    title = PurePosixPath(name).stem[:_LONGEST_SHEET_NAME]
    require_near(title, len(rows), max(map(len, rows), default=0), name, limits)
    _require_few_cells(sum(map(len, rows)), name, limits)
    return (_sheet(title, rows, Facts()),)


def _package_sheets(package: Package, data: bytes) -> tuple[Sheet, ...]:
    _require_workbook(package)
    if opendocument.CONTENT in package:
        if opendocument.is_encrypted(package):
            raise refused(PASSWORD, package.name)
        facts = opendocument.scan(package)
    elif main_part(package).endswith(".bin"):
        facts = xlsb.scan(package)
    else:
        facts = openxml.scan(package)
        if openxml.has_new_errors(facts):
            data = openxml.without_new_errors(package)
    return _with_values(data, facts, package.name, package.limits)


def _require_workbook(package: Package) -> None:
    for part, what_vi, what_en in _DOCUMENTS:
        if part in package:
            raise refused(NO_WORKBOOK, package.name, what_vi=what_vi, what_en=what_en)
    if opendocument.is_other_document(package):
        raise refused(
            NO_WORKBOOK,
            package.name,
            what_vi="tài liệu LibreOffice",
            what_en="a LibreOffice document",
        )
    if opendocument.CONTENT not in package and not main_part(package):
        raise refused(DAMAGED if _CONTENT_TYPES in package else ARCHIVE, package.name)


def _with_values(
    data: bytes, facts: Sequence[Facts], name: str, limits: Limits
) -> tuple[Sheet, ...]:
    """Let python-calamine read the values, and put both together."""
    _require_few_cells(sum(sheet.filled for sheet in facts), name, limits)
    try:
        with CalamineWorkbook.from_filelike(BytesIO(data)) as book:
            return _worksheets(book, facts, name)
    except PasswordError as error:
        raise refused(PASSWORD, name) from error
    except _READER_FAILURES as error:
        raise refused(FAILED, name) from error
    except BaseException as error:
        # A panic of the reader is no Exception, and its class cannot be imported.
        if type(error).__name__ == _PANIC:
            raise refused(FAILED, name) from error
        raise


def _worksheets(book: CalamineWorkbook, facts: Sequence[Facts], name: str) -> tuple[Sheet, ...]:
    sheets = book.sheets_metadata
    _require_own_names([sheet.name for sheet in sheets], name)
    return tuple(
        _worksheet(book.get_sheet_by_name(sheet.name), sheet, known)
        for sheet, known in zip(sheets, facts, strict=True)
        if sheet.typ == SheetTypeEnum.WorkSheet
    )


def _require_own_names(titles: Sequence[str], name: str) -> None:
    """Refuse two sheets of one name: python-calamine would give the first of them each time."""
    seen: set[str] = set()
    for title in titles:
        plain = unicodedata.normalize("NFC", title).strip().casefold()
        if plain in seen:
            raise refused(SAME_NAMES, name, sheet=title)
        seen.add(plain)


def _require_few_cells(count: int, name: str, limits: Limits) -> None:
    if count > limits.filled_cells:
        raise refused(MANY_CELLS, name, count=count, limit=limits.filled_cells)


def _require_short_texts(sheets: Sequence[Sheet], name: str, limits: Limits) -> None:
    for sheet in sheets:
        for row, cells in enumerate(sheet.rows, start=1):
            for column, text in enumerate(cells, start=1):
                if type(text) is str and len(text) > limits.letters:
                    cell = Cell(name, sheet.name, row, column).a1
                    given = {"cell": cell, "count": len(text), "limit": limits.letters}
                    raise refused(LONG_TEXT, name, sheet=sheet.name, **given)


def _worksheet(sheet: CalamineSheet, metadata: SheetMetadata, facts: Facts) -> Sheet:
    if facts.merged is None:
        facts.merged = [
            Span(top + 1, left + 1, bottom + 1, right + 1)
            for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
        ]
    hidden = metadata.visible != SheetVisibleEnum.Visible
    return _sheet(metadata.name, _values(sheet), facts, hidden=hidden)


def _values(sheet: CalamineSheet) -> Iterator[Sequence[Raw]]:
    """The rows from A1 on; python-calamine leaves out blank columns at the left."""
    blank: list[Raw] = [None] * (sheet.start or (0, 0))[1]
    for row in sheet.iter_rows():
        yield [*blank, *row] if blank else row


def _sheet(
    name: str, values: Iterable[Sequence[Raw]], facts: Facts, *, hidden: bool = False
) -> Sheet:
    rows = _rows(values, facts)
    width = max(map(len, rows), default=0)
    return Sheet(
        name,
        rows,
        merged=tuple(facts.merged or ()),
        hidden=hidden,
        hidden_rows=frozenset(row for row in facts.hidden_rows if row <= len(rows)),
        hidden_columns=frozenset(column for column in facts.hidden_columns if column <= width),
        errors=facts.errors,
        no_result=frozenset(facts.no_result),
        external=frozenset(facts.external),
    )


def _rows(values: Iterable[Sequence[Raw]], facts: Facts) -> tuple[tuple[Raw, ...], ...]:
    """Rows up to their last filled cell; errors and formulas without result are filled."""
    formats, blanks = _by_row(facts.formats), _by_row((*facts.errors, *facts.no_result))
    rows: list[tuple[Raw, ...]] = []
    for number, row in enumerate(values, start=1):
        cells = _plain(row)
        for column in formats.get(number, ()):
            if column <= len(cells):
                cells[column - 1] = _shown(cells[column - 1], facts.formats[number, column])
        rows.append(_cut(cells, blanks.get(number, ())))
    below = range(len(rows) + 1, max(blanks, default=0) + 1)
    rows.extend(_cut([], blanks.get(number, ())) for number in below)
    while rows and not rows[-1]:
        rows.pop()
    return tuple(rows)


def _by_row(addresses: Iterable[Address]) -> Mapping[int, Sequence[int]]:
    columns: dict[int, list[int]] = {}
    for row, column in addresses:
        columns.setdefault(row, []).append(column)
    return columns


def _cut(cells: list[Raw], blanks: Sequence[int]) -> tuple[Raw, ...]:
    """A row up to its last filled cell; the cells of `blanks` are filled, but hold None."""
    last = max(blanks) if blanks else 0
    for column in blanks:
        cells.extend([None] * (column - len(cells)))
        cells[column - 1] = None
    while len(cells) > last and cells[-1] is None:
        cells.pop()
    return tuple(cells)


def _plain(cells: Sequence[Raw]) -> list[Raw]:
    """Values of python-calamine as ours: "" is an empty cell, and every number is a float."""
    return [
        (cell or None)
        if type(cell) is str
        else int(cell)
        if type(cell) is float and cell.is_integer()
        else cell
        for cell in cells
    ]


def _shown(cell: Raw, number_format: str) -> Raw:
    """A whole number as the text that its format shows; all else as it is."""
    if isinstance(cell, int) and not isinstance(cell, bool):
        return padded(cell, number_format) or cell
    return cell
