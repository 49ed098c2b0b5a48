"""The buttons of the control workbook, pressed in LibreOffice: files and cells that change."""

import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner

from tests.live_office import Office, needs_live_office, run_macro, running
from toolkit.cli import main

pytestmark = needs_live_office

FIX = (
    "Cách sửa: Hãy gõ lại ngày đúng, ví dụ 28/02/2026; nếu chưa biết là ngày nào, hãy gõ "
    "«tháng 02/2026» vào ô này."
)
RED, WHITE = 0xFFC7CE, -1


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of the runners that a test may choose; `chosen` starts the one it names."""
    folder = tmp_path_factory.mktemp("bộ công cụ")
    root = Path(__file__).parents[1]
    for name, text in {
        "real": f'PYTHONPATH="{root}" exec "{sys.executable}" -m toolkit "$@"',
        "failing": "exit 9",
        "slow": "sleep 30",
        "killed": "kill -9 $$",
        "chosen": f'exec "{folder}/$(cat "{folder}/choice")" "$@"',
    }.items():
        folder.joinpath(name).write_text(f"#!/bin/sh\n{text}\n", "utf-8")
        folder.joinpath(name).chmod(0o755)
    return folder


@pytest.fixture(scope="module")
def started(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    profile = tmp_path_factory.mktemp("profile")
    shared.joinpath("temp").mkdir()
    chosen = {"DOITHOAI_CMD": str(shared / "chosen"), "TEMP": str(shared / "temp")}
    with running(profile, chosen) as office:
        yield office


@pytest.fixture
def office(started: Office, shared: Path) -> Iterator[Office]:
    shared.joinpath("choice").write_text("real")
    yield started
    started.close_all()


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A dossier with one list of petitions, in which one day is wrong."""
    folder = tmp_path / "hội nghị = ấp 'Tân Hòa' & 2"
    CliRunner().invoke(main, ["init", str(folder)], catch_exceptions=False)
    petitions(folder / "nhan-vao" / "Kiến nghị ấp 1.xlsx", "31/02/2026")
    return folder


ROADS = ("Đề nghị sửa đường vào tổ 5 bị hư", "Đề nghị lắp đèn đường ở tổ 6")
BRIDGES = (
    "Đề nghị sửa cầu bắc qua kênh số 3 đã hư hỏng nặng",
    "Đề nghị sửa cầu qua kênh số 3 đã hư hỏng nặng",
)


def petitions(path: Path, day: str, contents: tuple[str, str] = ROADS) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Kiến nghị"
    for row in (
        ("STT", "Họ và tên", "Ấp", "Nội dung kiến nghị", "Ngày tiếp nhận"),
        (1, "Lê Văn Mẫu", "Ấp 1", contents[0], day),
        (2, "Võ Thị Cảnh", "Ấp 1", contents[1], "05/10/2026"),
    ):
        sheet.append(row)
    book.save(path)


def press(control: Any, macro: str) -> str:
    """Press a button; the message, as the control workbook keeps it."""
    run_macro(control, f"modDoiThoai.{macro}")
    return beside(control, "Thông báo")


def beside(control: Any, label: str) -> str:
    sheet = control.Sheets.getByName("Điều khiển")
    for row in range(30):
        if sheet.getCellByPosition(0, row).String == label:
            return str(sheet.getCellByPosition(1, row).String)
    raise AssertionError(label)


def cell(book: Any, place: str) -> Any:
    return book.Sheets.getByIndex(0).getCellRangeByName(place)


# ── What the buttons do ─────────────────────────────────────────────────────────────────────


def test_consolidating_makes_the_results_and_says_three_numbers(
    office: Office, dossier: Path, shared: Path
) -> None:
    control = office.open(dossier / "Bang_dieu_khien.xlsm")
    assert press(control, "TongHop").startswith("Đã tổng hợp 1 tệp, 2 dòng: 1 lỗi.")
    assert sorted(path.name for path in (dossier / "ket-qua").glob("*.xlsx")) == [
        "Danh_sach_loi.xlsx", "Theo_doi_phan_cong.xlsx", "Tong_hop.xlsx",
    ]  # fmt: skip
    told = [beside(control, label) for label in ("Việc đã làm", "Số tệp", "Số dòng", "Số lỗi")]
    assert told == ["Tổng hợp", "1", "2", "1"]
    assert beside(control, "Thời điểm").startswith(f"{datetime.now():%d/%m/%Y}")
    sent = (shared / "temp").glob("doithoai-*")
    left = [path for path in sent if path.suffix != ".ended"]
    assert left == [], "what went to and fro may tell of people"
    log = control.Sheets.getByName("Nhật ký")
    assert log.getCellRangeByName("B5").String == "Tổng hợp"
    assert log.getCellRangeByName("C5").Value == 1


def test_checking_marks_the_open_workbook_and_the_next_check_takes_the_marks_away(
    office: Office, dossier: Path
) -> None:
    control = office.open(dossier / "Bang_dieu_khien.xlsm")
    book = office.open(dossier / "nhan-vao" / "Kiến nghị ấp 1.xlsx")
    cell(book, "E3").CellBackColor = 0x00FF00
    book.Sheets.getByIndex(0).Annotations.insertNew(cell(book, "E2").CellAddress, "hỏi anh Ba")
    assert press(control, "KiemTra").startswith("Đã kiểm tra 1 tệp, 2 dòng: 1 lỗi.")
    note = cell(book, "E2").Annotation.String
    assert note.splitlines() == [
        "hỏi anh Ba",
        "— Đối thoại —",
        "Lỗi DAT-02: Ngày “31/02/2026” không có trong lịch.",
        FIX,
        "Màu nền trước: -",
    ]
    assert (cell(book, "E2").CellBackColor, cell(book, "E3").CellBackColor) == (RED, 0x00FF00)
    cell(book, "E2").String = "28/02/2026"
    book.store()
    assert press(control, "KiemTra") == (
        "Đã kiểm tra 1 tệp, 2 dòng: 0 lỗi. Anh chị có thể bấm Tổng hợp."
    )
    assert cell(book, "E2").Annotation.String == "hỏi anh Ba"
    assert (cell(book, "E2").CellBackColor, cell(book, "E3").CellBackColor) == (WHITE, 0x00FF00)


def test_a_mark_is_taken_away_where_its_row_has_gone(office: Office, dossier: Path) -> None:
    control = office.open(dossier / "Bang_dieu_khien.xlsm")
    book = office.open(dossier / "nhan-vao" / "Kiến nghị ấp 1.xlsx")
    cell(book, "E2").CellBackColor = 0xFFFF00
    press(control, "KiemTra")
    book.Sheets.getByIndex(0).Rows.insertByIndex(1, 3)
    cell(book, "E5").String = "28/02/2026"
    book.store()
    press(control, "KiemTra")
    assert cell(book, "E5").CellBackColor == 0xFFFF00
    assert book.Sheets.getByIndex(0).Annotations.Count == 0


def test_a_wrong_setting_is_marked_in_the_control_workbook(office: Office, dossier: Path) -> None:
    control = office.open(dossier / "Bang_dieu_khien.xlsm")
    sheet = control.Sheets.getByName("Cấu hình")
    sheet.getCellRangeByName("B8").String = "31/02/2026"
    press(control, "KiemTra")
    assert sheet.getCellRangeByName("B8").CellBackColor == RED
    assert "DAT-02" in sheet.getCellRangeByName("B8").Annotation.String


def test_the_follow_up_table_is_opened_after_it_was_updated(office: Office, dossier: Path) -> None:
    control = office.open(dossier / "Bang_dieu_khien.xlsm")
    press(control, "CapNhatTheoDoi")
    assert beside(control, "Việc đã làm") == "Cập nhật theo dõi"
    assert "Theo_doi_phan_cong.xlsx" in open_workbooks(office)


def test_results_are_opened_where_there_are_any(office: Office, dossier: Path) -> None:
    control = office.open(dossier / "Bang_dieu_khien.xlsm")
    assert press(control, "MoKetQua") == "Chưa có kết quả. Hãy bấm nút Tổng hợp trước."
    CliRunner().invoke(main, ["consolidate", str(dossier)])
    press(control, "MoKetQua")
    assert "Tong_hop.xlsx" in open_workbooks(office)


def test_undoing_says_what_came_of_it(office: Office, dossier: Path) -> None:
    control = office.open(dossier / "Bang_dieu_khien.xlsm")
    assert press(control, "HoanTac") != ""


def test_new_questions_go_into_the_open_control_workbook(office: Office, dossier: Path) -> None:
    petitions(dossier / "nhan-vao" / "Kiến nghị ấp 2.xlsx", "06/10/2026", BRIDGES)
    control = office.open(dossier / "Bang_dieu_khien.xlsm")
    text = press(control, "TongHop")
    memory = control.Sheets.getByName("Ghi nhớ")
    asked = [memory.getCellByPosition(8, row).String for row in range(3, 12)]
    count = sum("/" in key for key in asked)
    assert count
    assert f"Có {count} điểm cần anh chị quyết định" in text


def test_the_buttons_work_in_a_workbook_that_libreoffice_has_saved(
    office: Office, dossier: Path
) -> None:
    control = office.open(dossier / "Bang_dieu_khien.xlsm")
    control.store()
    office.close_all()
    control = office.open(dossier / "Bang_dieu_khien.xlsm")
    assert press(control, "KiemTra").startswith("Đã kiểm tra 1 tệp, 2 dòng: 1 lỗi.")


# ── What may go wrong ───────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        ("failing", "Công cụ đã dừng giữa chừng (mã 9)"),
        ("killed", "Công cụ đã dừng giữa chừng (mã 137)"),
        ("slow", "Công cụ chạy quá lâu"),
    ],
)
def test_a_toolkit_that_does_not_answer_changes_nothing_and_is_told_of(
    choice: str, said: str, office: Office, dossier: Path, shared: Path
) -> None:
    shared.joinpath("choice").write_text(choice)
    control = office.open(dossier / "Bang_dieu_khien.xlsm")
    control.Sheets.getByName("_doithoai").getCellRangeByName("B5").Value = 2
    assert press(control, "TongHop").startswith(said)
    assert not (dossier / "ket-qua").exists()


def test_a_toolkit_that_is_missing_is_told_of(office: Office, dossier: Path, shared: Path) -> None:
    control = office.open(dossier / "Bang_dieu_khien.xlsm")
    control.Sheets.getByName("_doithoai").getCellRangeByName("B4").String = ""
    shared.joinpath("chosen").rename(shared / "away")
    try:
        said = press(control, "KiemTra")
    finally:
        shared.joinpath("away").rename(shared / "chosen")
    assert said.startswith("Chưa tìm thấy bộ công cụ trên máy này.")


def open_workbooks(office: Office) -> set[str]:
    books = office.desktop.Components.createEnumeration()
    names = set()
    while books.hasMoreElements():
        names.add(Path(str(books.nextElement().URL)).name)
    return names
