"""The follow-up table lives: nothing that people do in it is lost, moved or written over."""

import datetime
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from tests.libreoffice import converted, needs_libreoffice
from tests.living import SHEET, Case, body, columns, header_row, petition

ROAD = petition("Đề nghị sửa đường liên ấp đoạn qua trường học", unit="Phòng Kinh tế")
LIGHT = petition("Đề nghị lắp đèn chiếu sáng ở tổ 5 gần chợ", name="Trần Thị Bình")
CANAL = petition("Đề nghị nạo vét kênh số 3 trước mùa mưa", name="Lê Văn Cường")
FIRST, SECOND, THIRD = "KN-2026-001", "KN-2026-002", "KN-2026-003"


@pytest.fixture
def case(tmp_path: Path) -> Case:
    made = Case(tmp_path / "ho-so")
    made.receive(ROAD, LIGHT)
    made.run()
    return made


def test_what_people_typed_stays_and_new_petitions_are_added_below(case: Case) -> None:
    case.type(FIRST, "Nội dung trả lời, kết quả giải quyết", "Đã trải đá 300 m")
    case.type(SECOND, "Ghi chú", "gọi lại thứ Hai")
    case.receive(ROAD, LIGHT, CANAL)
    done = case.run()
    rows = case.rows()
    assert done.changes.new == (THIRD,)
    assert list(rows) == [FIRST, SECOND, THIRD]
    assert rows[FIRST]["Nội dung trả lời, kết quả giải quyết"] == "Đã trải đá 300 m"
    assert rows[SECOND]["Ghi chú"] == "gọi lại thứ Hai"
    assert rows[THIRD]["Nội dung kiến nghị"] == CANAL["Nội dung kiến nghị"]
    assert rows[THIRD]["STT"] == 3


def test_what_only_the_source_changed_is_taken_and_logged(case: Case) -> None:
    case.receive({**ROAD, "Đơn vị chủ trì": "Công an xã"}, LIGHT)
    done = case.run()
    assert case.rows()[FIRST]["Đơn vị chủ trì"] == "Công an xã"
    assert done.conflicts == ()
    assert case.sheet_rows("Nhật ký")[-1] == [
        datetime.datetime(2026, 11, 23), FIRST, "Đơn vị chủ trì", "Phòng Kinh tế", "Công an xã",
        "nguồn thay đổi",
    ]  # fmt: skip


def test_a_blank_source_erases_nothing(case: Case) -> None:
    case.receive({**ROAD, "Đơn vị chủ trì": None}, LIGHT)
    case.run()
    assert case.rows()[FIRST]["Đơn vị chủ trì"] == "Phòng Kinh tế"


def test_what_both_changed_stays_and_waits_for_a_decision(case: Case) -> None:
    case.type(FIRST, "Đơn vị chủ trì", "Ban chỉ huy quân sự xã")
    case.receive({**ROAD, "Đơn vị chủ trì": "Công an xã"}, LIGHT)
    done = case.run()
    (conflict,) = done.conflicts
    assert (conflict.id, conflict.column) == (FIRST, "Đơn vị chủ trì")
    assert case.rows()[FIRST]["Đơn vị chủ trì"] == "Ban chỉ huy quân sự xã"
    assert case.sheet_rows("Xung đột")[-1] == [
        1, FIRST, "Đơn vị chủ trì", "Phòng Kinh tế", "Ban chỉ huy quân sự xã", "Công an xã",
        "Theo dõi!H9", "«nhan-vao/a.xlsx» › «Sheet» › H2", None,
    ]  # fmt: skip
    before = case.bytes()
    assert case.run().conflicts == done.conflicts
    assert case.bytes() == before


@pytest.mark.parametrize(
    ("decision", "stays"), [("giữ", "Ban chỉ huy quân sự xã"), ("Lấy mới", "Công an xã")]
)
def test_a_decision_acts_on_the_next_run_and_goes_to_the_log(
    case: Case, decision: str, stays: str
) -> None:
    case.type(FIRST, "Đơn vị chủ trì", "Ban chỉ huy quân sự xã")
    case.receive({**ROAD, "Đơn vị chủ trì": "Công an xã"}, LIGHT)
    case.run()
    decide(case, decision)
    assert case.run().conflicts == ()
    assert case.rows()[FIRST]["Đơn vị chủ trì"] == stays
    assert len(case.sheet_rows("Xung đột")) == 3
    assert case.sheet_rows("Nhật ký")[-1][-1] == f"quyết định: {decision.lower()}"
    before = case.bytes()
    assert case.run().conflicts == ()
    assert case.bytes() == before


def test_a_decision_about_another_value_is_asked_again(case: Case) -> None:
    case.type(FIRST, "Đơn vị chủ trì", "Ban chỉ huy quân sự xã")
    case.receive({**ROAD, "Đơn vị chủ trì": "Công an xã"}, LIGHT)
    case.run()
    decide(case, "lấy mới")
    case.receive({**ROAD, "Đơn vị chủ trì": "Trạm Y tế"}, LIGHT)
    (conflict,) = case.run().conflicts
    assert conflict.new == "Trạm Y tế"
    assert case.rows()[FIRST]["Đơn vị chủ trì"] == "Ban chỉ huy quân sự xã"
    assert case.sheet_rows("Xung đột")[-1][8:] == [None, "hỏi lại anh Ba"]


def decide(case: Case, decision: str) -> None:
    book = load_workbook(case.table)
    sheet = book["Xung đột"]
    row = max(cell.row for cell in sheet["B"] if cell.value)
    sheet.cell(row, 9, decision)
    sheet.cell(row, 10, "hỏi lại anh Ba")
    book.save(case.table)


def test_a_vanished_petition_is_kept_and_says_so_until_it_comes_back(case: Case) -> None:
    case.receive(LIGHT)
    done = case.run()
    assert done.changes.vanished == (FIRST,)
    assert case.rows()[FIRST]["Tình trạng hạn"] == "Không còn trong nguồn"
    assert case.rows()[FIRST]["Đơn vị chủ trì"] == "Phòng Kinh tế"
    case.receive(LIGHT, ROAD, CANAL)
    case.run()
    assert case.rows()[FIRST]["Tình trạng hạn"] == "Quá hạn"
    assert list(case.rows()) == [FIRST, SECOND, THIRD]


def test_answers_typed_in_the_table_count_in_the_summary(case: Case) -> None:
    case.type(FIRST, "Kết quả", "Đã giải quyết xong")
    case.type(FIRST, "Ngày hoàn thành", date(2026, 10, 30))
    done = case.run()
    assert done.counts["resolved"] == 1
    assert case.rows()[FIRST]["Tình trạng hạn"] == "Hoàn thành đúng hạn"
    assert case.rows()[FIRST]["Số ngày quá hạn"] is None


def test_a_wrong_value_typed_in_the_table_is_told_at_its_cell(case: Case) -> None:
    case.type(FIRST, "Ngày văn bản", "31/02/2026")
    found = [f for f in case.run().data.findings if "Theo_doi" in f.cell.workbook]
    assert [(f.notice.code, f.cell.a1) for f in found] == [("DAT-02", "Q9")]


def test_rows_may_be_sorted_columns_moved_and_renamed(case: Case) -> None:
    others = [{**LIGHT, "Đơn vị chủ trì": "Điện lực"}, {**CANAL, "Đơn vị chủ trì": "Thủy lợi"}]
    case.receive(ROAD, *others)
    case.run()

    def rearrange(sheet: Worksheet) -> None:
        first = header_row(sheet)
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=first)]
        header, records = rows[0], rows[1:]
        header[header.index("Đơn vị chủ trì")] = "Bộ phận lo việc này"
        header[header.index("Nội dung kiến nghị")] = "Bà con nói gì"
        order = [len(header) - 1, *range(len(header) - 1)]
        moved = [[row[n] for n in order] + ["xe 2"] for row in (header, *records[::-1])]
        moved[0][-1] = "Cột riêng của tôi"
        moved.insert(2, ["II. VIỆC KHÓ"])
        for at, row in enumerate(moved, start=first):
            for column in range(1, len(header) + 2):
                value = row[column - 1] if column <= len(row) else None
                sheet.cell(at, column).value = value

    case.work(rearrange)
    case.receive({**ROAD, "Đơn vị chủ trì": "Công an xã"}, *others)
    case.run()
    sheet = load_workbook(case.table)[SHEET]
    found = {cells["Mã kiến nghị"]: cells for _, cells in body(sheet)}
    assert found[FIRST]["Bộ phận lo việc này"] == "Công an xã"
    assert found[FIRST]["Bà con nói gì"] == ROAD["Nội dung kiến nghị"]
    assert [cells["Mã kiến nghị"] for _, cells in body(sheet)] == [THIRD, None, SECOND, FIRST]
    assert {cells["Cột riêng của tôi"] for cells in found.values()} == {"xe 2", None}


def test_a_row_typed_by_hand_gets_an_id_and_stays_one_row(case: Case) -> None:
    text = "Xin cấp lại giấy khai sinh cho cháu ngoại"

    def add(sheet: Worksheet) -> None:
        row = sheet.max_row + 1
        sheet.cell(row, columns(sheet)["Nội dung kiến nghị"], text)
        sheet.cell(row, columns(sheet)["Người kiến nghị"], "Bà Tư")

    case.work(add)
    done = case.run()
    assert case.rows()[THIRD]["Nội dung kiến nghị"] == text
    assert (done.changes.new, done.counts["petitions"]) == ((THIRD,), 3)
    before = case.bytes()
    assert case.run().counts["petitions"] == 3
    assert case.bytes() == before
    case.receive(ROAD, LIGHT, {**CANAL, "Nội dung kiến nghị": text, "Họ và tên": "Bà Tư"})
    assert case.run().counts["petitions"] == 3
    assert list(case.rows()) == [FIRST, SECOND, THIRD]
    assert case.rows()[THIRD]["Nội dung kiến nghị"] == text


def test_an_id_that_was_erased_is_written_again(case: Case) -> None:
    case.type(FIRST, "Ghi chú", "của tôi")
    case.type(FIRST, "Mã kiến nghị", None)
    case.run()
    assert case.rows()[FIRST]["Ghi chú"] == "của tôi"
    assert list(case.rows()) == [FIRST, SECOND]


def test_a_row_that_was_copied_and_changed_becomes_another_petition(case: Case) -> None:
    def copy(sheet: Worksheet) -> None:
        first = header_row(sheet) + 1
        row = sheet.max_row + 1
        for column in columns(sheet).values():
            sheet.cell(row, column).value = sheet.cell(first, column).value
        sheet.cell(row, columns(sheet)["Nội dung kiến nghị"], "Xin hỗ trợ giống lúa vụ tới")

    case.work(copy)
    done = case.run()
    assert case.rows()[FIRST]["Nội dung kiến nghị"] == ROAD["Nội dung kiến nghị"]
    assert case.rows()[THIRD]["Nội dung kiến nghị"] == "Xin hỗ trợ giống lúa vụ tới"
    assert done.counts["petitions"] == 3


def test_a_row_that_was_taken_out_waits_for_a_decision(case: Case) -> None:
    case.work(lambda sheet: sheet.delete_rows(header_row(sheet) + 1))
    (conflict,) = case.run().conflicts
    assert (conflict.id, conflict.column) == (FIRST, "(cả dòng)")
    decide(case, "giữ")
    assert case.run().conflicts == ()
    assert list(case.rows()) == [SECOND]
    assert case.run().conflicts == ()


def test_a_formula_that_people_put_into_a_cell_is_not_written_over(case: Case) -> None:
    case.type(FIRST, "Đơn vị chủ trì", '=UPPER("công an")')
    case.receive({**ROAD, "Đơn vị chủ trì": "Công an xã"}, LIGHT)
    case.run()
    assert case.rows()[FIRST]["Đơn vị chủ trì"] == '=UPPER("công an")'


def test_colours_notes_heights_and_sheets_of_people_stay(case: Case) -> None:
    def paint(sheet: Worksheet) -> None:
        cell = sheet.cell(header_row(sheet) + 1, 3)
        cell.fill = PatternFill("solid", fgColor="FFFF00")
        cell.comment = Comment("Chú ý hộ nghèo", "Tôi")
        sheet.row_dimensions[header_row(sheet) + 1].height = 77
        sheet.column_dimensions["C"].width = 33
        book = sheet.parent
        assert book is not None
        book.create_sheet("Sổ tay")["B2"] = "=COUNTA('Theo dõi'!B:B)"

    case.work(paint)
    case.receive({**ROAD, "Đơn vị chủ trì": "Công an xã"}, LIGHT, CANAL)
    case.run()
    book = load_workbook(case.table)
    sheet = book[SHEET]
    cell = sheet.cell(header_row(sheet) + 1, 3)
    assert cell.fill.fgColor.rgb == "00FFFF00"
    assert cell.comment is not None
    assert cell.comment.text == "Chú ý hộ nghèo"
    assert sheet.row_dimensions[header_row(sheet) + 1].height == 77
    assert sheet.column_dimensions["C"].width == 33
    assert book["Sổ tay"]["B2"].value == "=COUNTA('Theo dõi'!B:B)"


def test_where_something_stands_below_the_table_new_rows_go_to_a_sheet_of_their_own(
    case: Case,
) -> None:
    def sign(sheet: Worksheet) -> None:
        sheet.cell(sheet.max_row + 3, 3, "Người lập biểu")

    case.work(sign)
    case.receive(ROAD, LIGHT, CANAL)
    case.run()
    assert [row[1] for row in case.sheet_rows("Mới")[-1:]] == [THIRD]
    before = case.bytes()
    case.run()
    assert case.bytes() == before
    more = petition("Đề nghị mở lớp học nghề cho thanh niên", name="Phạm Thị Dung")
    case.receive(ROAD, LIGHT, {**CANAL, "Đơn vị chủ trì": "Công an xã"}, more)
    case.run()
    assert [row[1] for row in case.sheet_rows("Mới")[-2:]] == [THIRD, "KN-2026-004"]
    assert case.sheet_rows("Mới")[-2][7] == "Công an xã"


def test_a_dry_run_lists_what_would_change_and_writes_nothing(case: Case) -> None:
    case.type(FIRST, "Đơn vị chủ trì", "Ban chỉ huy quân sự xã")
    case.receive({**ROAD, "Đơn vị chủ trì": "Công an xã"}, CANAL)
    before = case.bytes()
    done = case.run(dry_run=True)
    assert case.bytes() == before
    assert (done.changes.new, done.changes.vanished) == ((THIRD,), (SECOND,))
    assert done.changes.changed == (FIRST,)
    assert [conflict.id for conflict in done.conflicts] == [FIRST]


@needs_libreoffice
def test_everything_holds_when_libreoffice_saved_the_table_last(case: Case) -> None:
    case.type(FIRST, "Nội dung trả lời, kết quả giải quyết", "Đã trải đá\n300 m")
    folder = case.folder.parent / "office"
    folder.mkdir()
    source = folder / "in.ods"
    copy = folder / case.table.name
    copy.write_bytes(case.table.read_bytes())
    source = converted(copy, "ods")
    case.table.write_bytes(converted(source, "xlsx").read_bytes())
    case.receive({**ROAD, "Đơn vị chủ trì": "Công an xã"}, LIGHT, CANAL)
    done = case.run()
    assert done.conflicts == ()
    rows = case.rows()
    assert list(rows) == [FIRST, SECOND, THIRD]
    assert rows[FIRST]["Nội dung trả lời, kết quả giải quyết"] == "Đã trải đá\n300 m"
    assert rows[FIRST]["Đơn vị chủ trì"] == "Công an xã"
    before = case.bytes()
    case.run()
    assert case.bytes() == before


def test_the_sheet_for_printing_follows_the_table_until_somebody_writes_in_it(case: Case) -> None:
    case.type(FIRST, "Đơn vị chủ trì", "Trạm Y tế")
    case.run()
    assert "Trạm Y tế (1 kiến nghị)" in {row[0] for row in case.sheet_rows("Theo đơn vị")}
    book = load_workbook(case.table)
    book["Theo đơn vị"]["G9"] = "giao ngày 25/11"
    book.save(case.table)
    case.type(FIRST, "Đơn vị chủ trì", "Công an xã")
    case.run()
    printed = case.sheet_rows("Theo đơn vị")
    assert "Trạm Y tế (1 kiến nghị)" in {row[0] for row in printed}
    assert "giao ngày 25/11" in {cell for row in printed for cell in row}
