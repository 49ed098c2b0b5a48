"""Two states of one file: the one that was saved last is believed."""

import os
from pathlib import Path

import openpyxl

from tests.test_assign import AS_OF
from toolkit import api
from toolkit.dossier import Dossier, collect

HEADER = ("STT", "Họ và tên", "Ấp", "Nội dung kiến nghị", "Lĩnh vực", "Ngày tiếp nhận")
ROWS = (
    (1, "Nguyễn Văn An", "Tân Hòa", "Đề nghị sửa đường liên ấp", "Giao thông", "05/10/2026"),
    (2, "Lê Thị Bé", "Tân Hòa", "Đề nghị lắp đèn đường tổ 5", "Điện", "05/10/2026"),
    (3, "Trần Văn Chín", "Tân Hòa", "Đề nghị nạo vét kênh số 3", "Thủy lợi", "05/10/2026"),
    (4, "Võ Thị Dung", "Tân Hòa", "Đề nghị mở lớp dạy nghề may", "Việc làm", "05/10/2026"),
)


def save(path: Path, dates: str, saved: int) -> None:
    """A list whose rows have this day of receipt, as saved so many seconds after 2001."""
    book = openpyxl.Workbook()
    for row in (HEADER, *([*row[:-1], dates] for row in ROWS)):
        book.worksheets[0].append(list(row))
    book.save(path)
    os.utime(path, (1_000_000_000 + saved, 1_000_000_000 + saved))


def read(folder: Path) -> tuple[list[str], list[tuple[str, str]]]:
    """The days of receipt that count, and the warnings about files with what they name."""
    place = Dossier(folder, folder / "ket-qua")
    data, _ = api.gather(collect([folder]), place, AS_OF)
    told = [
        (finding.cell.workbook, str(finding.params["other"]))
        for finding in data.findings
        if finding.notice.code == "FIL-71"
    ]
    return [str(task.petition["received_on"]) for task in data.tasks], told


def test_the_copy_that_was_not_corrected_is_told_and_the_newer_file_is_believed(
    tmp_path: Path,
) -> None:
    save(tmp_path / "a (cu).xlsx", "01/10/2026", 0)
    save(tmp_path / "b.xlsx", "05/10/2026", 600)
    assert read(tmp_path) == (["2026-10-05"] * 4, [("a (cu).xlsx", "b.xlsx")])


def test_a_list_that_holds_only_some_rows_of_another_is_no_copy(tmp_path: Path) -> None:
    save(tmp_path / "a.xlsx", "05/10/2026", 0)
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    book.worksheets[0].delete_rows(4, 2)
    book.save(tmp_path / "b.xlsx")
    assert read(tmp_path)[1] == []
