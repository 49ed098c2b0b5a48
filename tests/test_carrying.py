"""What the last meeting left open comes first at the next, with its age and how often raised."""

import shutil
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tests.living import Case, petition

LAST, NOW = date(2025, 11, 20), date(2026, 11, 23)
ROAD_TEXT = "Đề nghị sửa đường liên ấp đoạn qua trường học"
OLD = {"received": date(2025, 10, 20)}
ROAD = petition(ROAD_TEXT, unit="Phòng Kinh tế", **OLD)
LIGHT = petition("Đề nghị lắp đèn chiếu sáng ở tổ 5 gần chợ", name="Trần Thị Bình", **OLD)
CANAL = petition("Đề nghị nạo vét kênh số 3 trước mùa mưa", name="Lê Văn Cường")


@pytest.fixture
def last(tmp_path: Path) -> Case:
    """The meeting of last year: the lights were put up, the road was not mended."""
    made = Case(tmp_path / "hoi-nghi-2025")
    made.receive(ROAD, LIGHT)
    made.run(LAST)
    made.type("KN-2025-002", "Kết quả", "Đã giải quyết xong")
    made.run(LAST)
    return made


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case(tmp_path / "hoi-nghi-2026")


def left_open(case: Case) -> list[tuple[object, ...]]:
    book = openpyxl.load_workbook(case.folder / "ket-qua" / "Tong_hop.xlsx")
    rows = list(book["Tồn đọng"].iter_rows(values_only=True))
    start = next(n for n, row in enumerate(rows) if row[0] == "STT")
    return [(row[1], row[2], row[6], row[7]) for row in rows[start + 1 :] if row[0] == 1]


def test_open_items_of_the_last_table_come_first_and_closed_ones_not_at_all(
    case: Case, last: Case
) -> None:
    case.receive(CANAL)
    shutil.copy(last.table, case.folder / "nhan-vao" / "Theo doi 2025.xlsx")
    done = case.run(NOW)
    assert [task.petition.id for task in done.data.tasks] == ["KN-2025-001", "KN-2026-001"]
    assert list(case.rows()) == ["KN-2025-001", "KN-2026-001"]
    assert left_open(case) == [(2025, ROAD_TEXT, 1, "KN-2025-001, đã 399 ngày")]
    before = case.bytes()
    assert not case.run(NOW).wrote
    assert case.bytes() == before


def test_a_petition_that_is_raised_again_is_one_and_is_counted(case: Case, last: Case) -> None:
    case.receive(petition(ROAD_TEXT), CANAL)
    shutil.copy(last.table, case.folder / "nhan-vao" / "Theo doi 2025.xlsx")
    done = case.run(NOW)
    assert done.counts["petitions"] == 2
    assert case.rows()["KN-2025-001"]["Ghi chú"] == "Kiến nghị lần thứ 2"
    assert left_open(case) == [(2025, ROAD_TEXT, 2, "KN-2025-001, đã 399 ngày")]
    third = Case(case.folder.parent / "hoi-nghi-2027")
    third.receive(petition(ROAD_TEXT))
    shutil.copy(case.table, third.folder / "nhan-vao" / "Theo doi 2026.xlsx")
    third.run(date(2027, 11, 23))
    assert third.rows()["KN-2025-001"]["Ghi chú"] == "Kiến nghị lần thứ 3"


def test_the_dossier_of_the_last_meeting_may_be_named_instead(case: Case, last: Case) -> None:
    case.receive(CANAL)
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Cấu hình")
    sheet.append(["Mục", "Giá trị"])
    sheet.append(["Hồ sơ hội nghị trước", f"../{last.folder.name}"])
    book.save(case.folder / "Bang_dieu_khien.xlsx")
    done = case.run(NOW)
    assert [task.petition.id for task in done.data.tasks] == ["KN-2025-001", "KN-2026-001"]


def test_a_copy_of_this_years_table_in_the_inbox_is_left_out(case: Case) -> None:
    case.receive(CANAL)
    case.run(NOW)
    shutil.copy(case.table, case.folder / "nhan-vao" / "Ban sao.xlsx")
    assert case.run(NOW).counts["petitions"] == 1
