"""Deadlines in the follow-up table: put off with a reason, moved by a day off, kept when done."""

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.living import Case, petition

ROAD = petition("Đề nghị sửa đường liên ấp đoạn qua trường học")
LIGHT = petition("Đề nghị lắp đèn chiếu sáng ở tổ 5 gần chợ", name="Trần Thị Bình")
FIRST, SECOND = "KN-2026-001", "KN-2026-002"
DUE = "Thời hạn hoàn thành"
AS_OF = date(2026, 10, 26)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    made = Case(tmp_path / "ho-so")
    made.receive(ROAD, LIGHT)
    made.run(AS_OF)
    return made


def give_a_day_off(case: Case, day: date) -> None:
    book = Workbook()
    sheet = book.create_sheet("Ngày nghỉ")
    sheet.append(["Ngày", "Loại", "Tên"])
    sheet.append([day, "Nghỉ", "Nghỉ bão"])
    book.save(case.folder / "Bang_dieu_khien.xlsx")


def test_a_day_off_moves_open_deadlines_and_says_which(case: Case) -> None:
    case.type(SECOND, "Kết quả", "Đã giải quyết xong")
    case.type(SECOND, "Ngày hoàn thành", date(2026, 10, 23))
    give_a_day_off(case, date(2026, 10, 28))
    done = case.run(AS_OF)
    assert [(m.id, m.old, m.new) for m in done.moved] == [(FIRST, "2026-11-03", "2026-11-04")]
    rows = case.rows()
    assert rows[FIRST][DUE] == datetime(2026, 11, 4)
    assert rows[SECOND][DUE] == datetime(2026, 11, 3)
    assert "03/11/2026" in str(rows[SECOND]["Căn cứ thời hạn"])
    assert rows[SECOND]["Tình trạng hạn"] == "Hoàn thành đúng hạn"
    assert case.run(AS_OF).moved == ()


def test_a_deadline_that_is_put_off_needs_a_reason_and_shows_the_first_day(case: Case) -> None:
    case.type(FIRST, DUE, date(2026, 11, 20))
    done = case.run(AS_OF)
    told = [f for f in done.data.findings if f.notice.code == "DEA-24"]
    assert [(f.cell.a1, f.text("vi")) for f in told] == [
        ("M9", "Thời hạn đã lùi từ 03/11/2026 sang 20/11/2026 nhưng chưa ghi lý do gia hạn.")
    ]
    assert case.rows()[FIRST]["Căn cứ thời hạn"] == (
        "gia hạn đến 20/11/2026, hạn đầu 03/11/2026; chưa ghi lý do"
    )
    case.type(FIRST, "Ghi chú", "Gia hạn do chờ kinh phí")
    done = case.run(AS_OF)
    assert not [f for f in done.data.findings if f.notice.code == "DEA-24"]
    assert case.rows()[FIRST]["Căn cứ thời hạn"] == (
        "gia hạn đến 20/11/2026, hạn đầu 03/11/2026; Gia hạn do chờ kinh phí"
    )
    case.type(FIRST, DUE, date(2026, 12, 1))
    case.run(AS_OF)
    assert "hạn đầu 03/11/2026" in str(case.rows()[FIRST]["Căn cứ thời hạn"])


def test_a_unit_typed_by_hand_wins_and_stays(case: Case) -> None:
    case.type(FIRST, "Đơn vị chủ trì", "Tổ công tác số 2")
    case.receive({**ROAD, "Lĩnh vực": "Giao thông"}, LIGHT)
    done = case.run(AS_OF)
    assert case.rows()[FIRST]["Đơn vị chủ trì"] == "Tổ công tác số 2"
    assert {task.lead_unit for task in done.data.tasks} == {"Tổ công tác số 2", ""}
