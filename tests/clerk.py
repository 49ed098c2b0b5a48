"""A clerk who follows the findings workbook to the letter, and knows nothing else.

The patterns are those of docs/NOTICES.md; whatever else a “Cách sửa” says is for people.
"""

import csv
import re
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from toolkit import excel

INTO_THIS = re.compile(r"hãy gõ «([^»]+)» vào ô này", re.IGNORECASE)
INTO_THAT = re.compile(r"hãy gõ «([^»]+)» vào ô ([A-Z]{1,3}\d+)", re.IGNORECASE)
AT_THE_END = re.compile(r"hãy gõ thêm «([^»]+)» vào cuối ô này", re.IGNORECASE)
CLEAR = re.compile(r"hãy để trống ô này", re.IGNORECASE)
CLEAR_ROW = re.compile(r"hãy xóa cả dòng này", re.IGNORECASE)
DELETE = re.compile(r"hãy xóa bản sao này", re.IGNORECASE)
SAVE = re.compile(r"hãy mở tệp bằng Excel, bấm Lưu", re.IGNORECASE)

PATTERNS = (INTO_THIS, INTO_THAT, AT_THE_END, CLEAR, CLEAR_ROW, SAVE)
"""What an instruction that can be carried out to the letter looks like."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the sheet “Chi tiết”."""

    severity: str
    path: str
    sheet: str
    cell: str
    fix: str


def lines(report: Path) -> list[Line]:
    """All that a findings workbook lists."""
    rows = list(load_workbook(report)["Chi tiết"].iter_rows(values_only=True))
    top = next(number for number, row in enumerate(rows) if "Cách sửa" in row)
    columns = [rows[top].index(h) for h in ("Mức độ", "Tệp", "Trang", "Ô", "Cách sửa")]
    return [
        Line(*(str(row[column] or "") for column in columns))
        for row in rows[top + 1 :]
        if row[columns[0]] in {"Lỗi", "Cảnh báo", "Ghi chú"}
    ]


def errors(report: Path) -> list[Line]:
    return [line for line in lines(report) if line.severity == "Lỗi"]


def mend(folder: Path, report: Path) -> None:
    """Do what the report says of each error, and of copies, in the files below a folder."""
    for line in lines(report):
        if DELETE.search(line.fix):
            (folder / line.path).unlink()
    by_path: dict[str, list[Line]] = {}
    for line in errors(report):
        by_path.setdefault(line.path, []).append(line)
    for path, told in by_path.items():
        edit = _edit_csv if path.endswith(".csv") else _edit_workbook
        edit(folder / path, told)


def save_as_xlsx(path: Path) -> None:
    """What Excel's “Lưu thành” does to a workbook of an older kind: values and merged cells."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in excel.read(path, path.name).sheets:
        target = book.create_sheet(sheet.name)
        for number, row in enumerate(sheet.rows, start=1):
            for column, raw in enumerate(row, start=1):
                target.cell(number, column, raw)
        for span in sheet.merged:
            target.merge_cells(None, span.top, span.left, span.bottom, span.right)
    book.save(path.with_suffix(".xlsx"))
    path.unlink()


def _edit_workbook(path: Path, told: list[Line]) -> None:
    book = _with_results(path)
    for line in told:
        follow(book[line.sheet], line)
    book.save(path)


def _with_results(path: Path) -> Workbook:
    """A workbook with what its formulas read from other workbooks, which openpyxl would drop.

    Other formulas stay: when Excel saves, it counts them anew.
    """
    book, results = load_workbook(path), load_workbook(path, data_only=True)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                result = results[sheet.title][cell.coordinate].value
                if cell.data_type == "f" and "[" in str(cell.value) and result is not None:
                    cell.value = result
    return book


def _edit_csv(path: Path, told: list[Line]) -> None:
    """A text file is one sheet; it keeps its separator and encoding."""
    text = path.read_text("utf-8-sig")
    dialect = csv.Sniffer().sniff(text.splitlines()[0], ";,\t")
    sheet = Workbook().worksheets[0]
    for row in csv.reader(text.splitlines(), dialect):
        sheet.append(row)
    for line in told:
        follow(sheet, line)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=dialect.delimiter)
        writer.writerows([value or "" for value in row] for row in sheet.values)


def follow(sheet: Worksheet, line: Line) -> None:
    """Carry out one instruction.

    Raises:
        ValueError: It is none that can be followed to the letter.
    """
    if found := INTO_THAT.search(line.fix):
        _write(sheet, found[2], _as_excel_takes(found[1]))
    elif found := INTO_THIS.search(line.fix):
        _write(sheet, line.cell, _as_excel_takes(found[1]))
    elif found := AT_THE_END.search(line.fix):
        _write(sheet, line.cell, f"{_top(sheet, line.cell).value or ''} {found[1]}")
    elif CLEAR.search(line.fix):
        _write(sheet, line.cell, None)
    elif CLEAR_ROW.search(line.fix):
        row = _top(sheet, line.cell).row
        for column in range(1, sheet.max_column + 1):
            _write(sheet, sheet.cell(row, column).coordinate, None)
    else:
        raise ValueError(line.fix)


def _as_excel_takes(text: str) -> str | int:
    """Digits become a number where no zero would be lost."""
    return int(text) if re.fullmatch(r"0|[1-9]\d*", text) else text


def _write(sheet: Worksheet, place: str, value: str | int | None) -> None:
    cell = _top(sheet, place)
    cell.value = value
    if isinstance(value, str):
        cell.number_format = "@"


def _top(sheet: Worksheet, place: str) -> Cell:
    """A cell; of merged ones the one that holds their value."""
    cell = sheet[place]
    if isinstance(cell, MergedCell):
        area = next(area for area in sheet.merged_cells.ranges if place in area)
        cell = sheet.cell(area.min_row, area.min_col)
    assert isinstance(cell, Cell)
    return cell
