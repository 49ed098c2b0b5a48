"""Slips go out to the units and come back filled in; what they say goes into the table."""

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.living import Case, petition
from toolkit import api

AS_OF = date(2026, 10, 26)
ROAD = petition("Đề nghị sửa đường liên ấp đoạn qua trường học", unit="Phòng Kinh tế")
LIGHT = petition("Đề nghị lắp đèn chiếu sáng ở tổ 5 gần chợ", name="Lê Bình", unit="Điện lực")
FIRST, SECOND = "KN-2026-001", "KN-2026-002"
ANSWER = "Nội dung trả lời, kết quả giải quyết"


@pytest.fixture
def case(tmp_path: Path) -> Case:
    made = Case(tmp_path / "ho-so")
    made.receive(ROAD, LIGHT)
    made.run(AS_OF)
    return made


def headings(sheet: Worksheet) -> dict[str, tuple[int, int]]:
    """The row and column of every text of a sheet."""
    cells = (cell for row in sheet.iter_rows() for cell in row if cell.value)
    return {str(cell.value): (cell.row or 0, cell.column or 0) for cell in cells}


def fill(case: Case, unit: str, given: str, **answers: object) -> None:
    """Let a unit fill in its slip and send it back."""
    source = case.folder / "ket-qua" / "phieu-giao-viec" / f"Phieu_{unit}.xlsx"
    book = openpyxl.load_workbook(source)
    sheet = book["Phiếu giao việc"]
    row = next(row for row in sheet.iter_rows() if any(cell.value == given for cell in row))
    places = headings(sheet)
    headers = {"answer": ANSWER, "done": "Ngày hoàn thành", "outcome": "Kết quả"}
    for key, value in answers.items():
        cell = sheet.cell(row[0].row or 0, places[headers[key]][1])
        cell.value = value  # type: ignore[assignment]
    book.save(case.folder / "nhan-vao" / f"gui ve {unit}.xlsx")


def test_every_lead_unit_gets_a_slip_with_its_open_rows(case: Case) -> None:
    assert api.slips(case.folder, AS_OF) == (
        "ket-qua/phieu-giao-viec/Phieu_dien_luc.xlsx",
        "ket-qua/phieu-giao-viec/Phieu_phong_kinh_te.xlsx",
    )
    path = case.folder / "ket-qua" / "phieu-giao-viec" / "Phieu_phong_kinh_te.xlsx"
    sheet = openpyxl.load_workbook(path)["Phiếu giao việc"]
    texts = [cell.value for row in sheet.iter_rows() for cell in row if cell.value]
    assert ROAD["Nội dung kiến nghị"] in texts
    assert LIGHT["Nội dung kiến nghị"] not in texts
    assert sheet.protection.sheet
    row, column = headings(sheet)[ANSWER]
    assert not sheet.cell(row + 1, column).protection.locked
    assert sheet.cell(row + 1, headings(sheet)["Mã kiến nghị"][1]).protection.locked


def test_what_a_slip_says_goes_into_the_table_and_counts(case: Case) -> None:
    api.slips(case.folder, AS_OF)
    fill(
        case, "phong_kinh_te", FIRST,
        answer="Đã trải đá 300 m", outcome="Đã giải quyết xong", done=date(2026, 10, 25),
    )  # fmt: skip
    done = case.run(AS_OF)
    row = case.rows()[FIRST]
    assert row[ANSWER] == "Đã trải đá 300 m"
    assert row["Ngày hoàn thành"] == datetime(2026, 10, 25)
    assert row["Tình trạng hạn"] == "Hoàn thành đúng hạn"
    assert done.counts["resolved"] == 1
    assert "phiếu giao việc nhan-vao/gui ve phong_kinh_te.xlsx" in {
        line[-1] for line in case.sheet_rows("Nhật ký")
    }
    before = case.bytes()
    assert not case.run(AS_OF).wrote
    assert case.bytes() == before


def test_a_slip_that_lies_in_the_inbox_does_not_undo_what_is_typed_later(case: Case) -> None:
    api.slips(case.folder, AS_OF)
    fill(case, "phong_kinh_te", FIRST, answer="Đã trải đá 300 m")
    case.run(AS_OF)
    case.type(FIRST, ANSWER, "Đã trải đá 350 m")
    assert case.run(AS_OF).conflicts == ()
    assert case.rows()[FIRST][ANSWER] == "Đã trải đá 350 m"


def test_where_the_table_says_something_else_a_person_decides(case: Case) -> None:
    api.slips(case.folder, AS_OF)
    fill(case, "phong_kinh_te", FIRST, answer="Đã trải đá 300 m")
    case.type(FIRST, ANSWER, "Đang chờ kinh phí")
    (conflict,) = case.run(AS_OF).conflicts
    assert (conflict.typed, conflict.new) == ("Đang chờ kinh phí", "Đã trải đá 300 m")
    book = openpyxl.load_workbook(case.table)
    sheet = book["Xung đột"]
    sheet.cell(max(cell.row for cell in sheet["B"] if cell.value), 9, "lấy mới")
    book.save(case.table)
    assert case.run(AS_OF).conflicts == ()
    assert case.rows()[FIRST][ANSWER] == "Đã trải đá 300 m"
    assert case.run(AS_OF).conflicts == ()


def test_a_filled_slip_in_the_results_is_not_written_over(case: Case) -> None:
    api.slips(case.folder, AS_OF)
    path = case.folder / "ket-qua" / "phieu-giao-viec" / "Phieu_dien_luc.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["Phiếu giao việc"]
    row, column = headings(sheet)[ANSWER]
    sheet.cell(row + 1, column, "Đã lắp 3 bóng")
    book.save(path)
    filled = path.read_bytes()
    assert "ket-qua/phieu-giao-viec/Phieu_dien_luc_2026-10-26.xlsx" in api.slips(
        case.folder, AS_OF
    )
    assert path.read_bytes() == filled
