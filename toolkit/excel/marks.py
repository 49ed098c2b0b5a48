"""A copy of a workbook with its mistakes marked: a colour and a note on each cell, and a list."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path, PurePosixPath

from xlsxwriter import Workbook as NewWorkbook

from toolkit.errors import OutputError
from toolkit.excel.cells import quoted_sheet
from toolkit.excel.facts import Address
from toolkit.excel.gate import Kind, contents, recognise
from toolkit.excel.office import as_xlsx
from toolkit.excel.package import Package, main_part
from toolkit.excel.patch import Edits, NewSheet, SheetEdits, patched
from toolkit.excel.reader import read
from toolkit.excel.saving import replace, saving
from toolkit.excel.theme import BOOK_OPTIONS
from toolkit.limits import LIMITS
from toolkit.model import Finding, Notice, Severity

COLOURS = {Severity.ERROR: "FFC7CE", Severity.WARNING: "FFEB9C", Severity.INFO: "DDEBF7"}
"""Light red, yellow, blue; the first that a cell deserves is the one it gets."""

WORDS = {
    "vi": {Severity.ERROR: "Lỗi", Severity.WARNING: "Cần xem lại", Severity.INFO: "Ghi chú"},
    "en": {Severity.ERROR: "Error", Severity.WARNING: "Please check", Severity.INFO: "Note"},
}
_FIX = {"vi": "Cách sửa", "en": "What to do"}
_LIST = {"vi": "Danh sách lỗi", "en": "Findings"}
_HEADER = {
    "vi": ("STT", "Trang", "Ô", "Mức độ", "Đang ghi", "Vấn đề", "Cách sửa", "Mã"),
    "en": ("No.", "Sheet", "Cell", "Severity", "Value", "What is wrong", "What to do", "Code"),
}
_WIDTHS = (6, 18, 8, 12, 26, 60, 50, 9)
_CELL_COLUMN = 3

NO_OFFICE = Notice(
    "FIL-40",
    Severity.WARNING,
    vi="Chưa tạo được bản đánh dấu của «{path}», vì tệp không phải .xlsx và máy này không có "
    "LibreOffice để chuyển.",
    en="No marked copy of “{path}” could be made: it is no .xlsx, and there is no LibreOffice.",
    fix_vi="Hãy mở tệp bằng Excel, chọn «Lưu thành», kiểu «Excel Workbook (*.xlsx)», rồi "
    "chạy lại.",
    fix_en="Open it in Excel, choose Save As, Excel Workbook (.xlsx), and run again.",
    why="Colours and notes can be put without loss only into the formats .xlsx and .xlsm.",
    good="A workbook saved as .xlsx or .xlsm.",
    bad="A workbook saved as .xls.",
)
NOTICES = (NO_OFFICE,)


def mark(source: Path, name: str, findings: Sequence[Finding], folder: Path, language: str) -> str:
    """Write a copy of a workbook with its findings marked; its name below the folder.

    All else in the copy is as it was. A workbook of another format becomes an .xlsx first.

    Raises:
        InputError: The workbook cannot be read.
        OutputError: The copy cannot be written; or it would have to be converted first, and
            there is nothing to do it.
    """
    content, suffix = _editable(source, name)
    copy = name + suffix
    target = folder.joinpath(*PurePosixPath(copy).parts)
    with saving(target):
        replace(target, patched(content, _edits(findings, language), name))
    return copy


def note_text(findings: Sequence[Finding], language: str) -> str:
    """What is said at a cell: each finding with its fix."""
    return "\n\n".join(
        f"{WORDS[language][finding.notice.severity]} {finding.notice.code}:"
        f" {finding.text(language)}\n{_FIX[language]}: {finding.fix(language)}"
        for finding in findings
    )


def _editable(source: Path, name: str) -> tuple[bytes, str]:
    """A workbook that can be marked, and what its name becomes longer by."""
    data = contents(source, name, LIMITS)
    kind = recognise(data, name)
    if kind is Kind.TEXT:
        return _as_workbook(source, name), ".xlsx"
    if kind is Kind.ZIP:
        main = main_part(Package(BytesIO(data), name))
        if main.endswith(".xml"):
            return data, ""
        converted = as_xlsx(source, ".xlsb" if main else ".ods")
    else:
        converted = as_xlsx(source, ".xls")
    if converted is None:
        raise OutputError(NO_OFFICE, {"path": name})
    return converted, ".xlsx"


def _as_workbook(source: Path, name: str) -> bytes:
    """A text with delimiters as a workbook; each value stays the text that it is."""
    target = BytesIO()
    book = NewWorkbook(target, BOOK_OPTIONS)
    for sheet in read(source, name).sheets:
        written = book.add_worksheet(sheet.name)
        for row, cells in enumerate(sheet.rows):
            for column, value in enumerate(cells):
                if isinstance(value, str):
                    written.write_string(row, column, value)
    book.close()
    return target.getvalue()


def _edits(findings: Sequence[Finding], language: str) -> Edits:
    worst_first = sorted(
        findings, key=lambda finding: list(COLOURS).index(finding.notice.severity)
    )
    sheets: dict[str, dict[Address, list[Finding]]] = {}
    for finding in worst_first:
        cell = finding.cell
        cells = sheets.setdefault(cell.sheet, {})
        cells.setdefault((cell.row, cell.column), []).append(finding)
    return Edits(
        {
            title: SheetEdits(
                fills={place: COLOURS[told[0].notice.severity] for place, told in cells.items()},
                notes={place: note_text(told, language) for place, told in cells.items()},
            )
            for title, cells in sheets.items()
        },
        (_list(findings, language),),
    )


def _list(findings: Sequence[Finding], language: str) -> NewSheet:
    ordered = sorted(findings, key=lambda finding: finding.cell)
    rows = [
        (
            number,
            finding.cell.sheet,
            finding.cell.a1,
            WORDS[language][finding.notice.severity],
            finding.value or "",
            finding.text(language),
            finding.fix(language),
            finding.notice.code,
        )
        for number, finding in enumerate(ordered, start=1)
    ]
    links = {
        (number + 1, _CELL_COLUMN): f"{quoted_sheet(finding.cell.sheet)}!{finding.cell.a1}"
        for number, finding in enumerate(ordered, start=1)
    }
    return NewSheet(_LIST[language], (_HEADER[language], *rows), _WIDTHS, links)
