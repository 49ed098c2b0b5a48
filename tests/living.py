"""A dossier whose follow-up table people work in: an inbox, runs, what they do to the table."""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from toolkit import api
from toolkit.api import Consolidated
from toolkit.layouts.follow_up import HEADERS

THOUSANDS = os.environ.get("HISTORIES") == "thousands"
"""Whether thousands of random histories are tried, not the few that a quick run has time for."""
AS_OF = date(2026, 11, 23)
SHEET = "Theo dõi"
HEADER = (
    "STT", "Mã kiến nghị", "Họ và tên", "Ấp", "Nội dung kiến nghị", "Lĩnh vực", "Ngày tiếp nhận",
    "Đơn vị chủ trì", "Nội dung trả lời", "Tình trạng xử lý",
)  # fmt: skip
KEYS = {header: key for key, header in HEADERS.items()}


@dataclass(frozen=True, slots=True)
class Case:
    """One dossier on disk."""

    folder: Path

    @property
    def table(self) -> Path:
        return self.folder / "ket-qua" / "Theo_doi_phan_cong.xlsx"

    def receive(self, *petitions: Mapping[str, object], name: str = "a.xlsx") -> None:
        """Put a file with petitions, by header, into the inbox."""
        book = Workbook()
        sheet = book.active
        assert isinstance(sheet, Worksheet)
        sheet.append(HEADER)
        for number, petition in enumerate(petitions, start=1):
            cells = {"STT": number, "Ngày tiếp nhận": date(2026, 10, 20), **petition}
            sheet.append([cells.get(header) for header in HEADER])
        path = self.folder / "nhan-vao" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        book.save(path)

    def run(self, as_of: date = AS_OF, *, dry_run: bool = False) -> Consolidated:
        return api.consolidate(self.folder, None, as_of, "vi", dry_run=dry_run)

    def work(self, edit: Callable[[Worksheet], None]) -> None:
        """Let somebody change the table and save it."""
        book = load_workbook(self.table)
        edit(book[SHEET])
        book.save(self.table)

    def type(self, given: str, header: str, value: str | int | date | None) -> None:
        """Type a value into the row of an id, under a header."""

        def edit(sheet: Worksheet) -> None:
            row = next(n for n, cells in body(sheet) if cells.get("Mã kiến nghị") == given)
            sheet.cell(row, columns(sheet)[header]).value = value

        self.work(edit)

    def rows(self) -> dict[str, dict[str, object]]:
        """What stands in the table, by id and header."""
        sheet = load_workbook(self.table)[SHEET]
        return {str(cells["Mã kiến nghị"]): cells for _, cells in body(sheet)}

    def sheet_rows(self, name: str) -> list[list[object]]:
        """The filled rows of a sheet; none if there is no such sheet."""
        book = load_workbook(self.table)
        if name not in book.sheetnames:
            return []
        rows: list[list[object]] = [[c.value for c in row] for row in book[name].iter_rows()]
        return [row for row in rows if any(cell is not None for cell in row)]

    def bytes(self) -> dict[str, bytes]:
        """All files of the dossier."""
        files = (path for path in self.folder.rglob("*") if path.is_file())
        return {str(path.relative_to(self.folder)): path.read_bytes() for path in files}


def header_row(sheet: Worksheet) -> int:
    return next(
        row[0].row or 0
        for row in sheet.iter_rows()
        if sum(cell.value in KEYS for cell in row) > len(KEYS) // 2
    )


def columns(sheet: Worksheet) -> dict[str, int]:
    """The columns of a table by what stands over them."""
    cells = sheet[header_row(sheet)]
    return {str(cell.value): cell.column for cell in cells if cell.value is not None}


def body(sheet: Worksheet) -> Iterable[tuple[int, dict[str, object]]]:
    """The rows below the header that say something, by number."""
    named = columns(sheet)
    for row in range(header_row(sheet) + 1, sheet.max_row + 1):
        cells: dict[str, object] = {
            header: sheet.cell(row, column).value for header, column in named.items()
        }
        if any(value is not None for value in cells.values()):
            yield row, cells


def petition(text: str, **more: object) -> dict[str, object]:
    """A petition of the inbox."""
    named = {"unit": "Đơn vị chủ trì", "answer": "Nội dung trả lời", "name": "Họ và tên"}
    named |= {"topic": "Lĩnh vực", "status": "Tình trạng xử lý", "hamlet": "Ấp"}
    named |= {"id": "Mã kiến nghị", "received": "Ngày tiếp nhận"}
    told = {named[key]: value for key, value in more.items()}
    return {"Họ và tên": "Nguyễn Văn An", "Ấp": "Tân Hòa", "Nội dung kiến nghị": text, **told}
