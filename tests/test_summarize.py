"""The summary workbook: its sheets, its figures, and that they add up."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.consolidations import CODELISTS, as_lines, consolidation, headers, sheet_of
from toolkit.model import (
    Cell,
    DueState,
    Finding,
    Formula,
    Notice,
    ReportBook,
    ReportCell,
    ReportTable,
    Severity,
    SourceLink,
)
from toolkit.summarize import summary

MEETING = """
== nhan-vao/Đại biểu.xlsx
# Đại biểu
full_name     | gender | birth | hamlet      | delegation | attendance | national_id
Trần Thị Bé   | female | 1960  | Ấp Tân Hòa  | AP         | present    | '072060001234
Nguyễn Văn Ân | male   |       | ấp Tân Hoà  | CD         | present    |
Lê Văn An     | male   |       | Ấp 2        | CD         | absent     |
Lê Thị Chi    | female |       |             |            | excused    |
== nhan-vao/Kiến nghị ấp 1.xlsx
# Kiến nghị
petitioner    | hamlet     | content           | topic  | authority | kind | lead_unit      | due_state           | days_overdue | status | outcome | response_text
Nguyễn Văn Ân | Ấp Tân Hòa | Sửa đường         | B01    | XA        | KN   | Phòng Kinh tế  | Quá hạn             | 14           | '03    |         |
Trần Thị Bé   | Ấp Tân Hòa | Thu gom rác       | B04    | XA        | KN   | Phòng Kinh tế  | Hoàn thành đúng hạn |              | '06    | A       | Đã thu gom
Lê Văn An     | Ấp 2       | Cấp sổ            | A05    | TINH      | KN   | Sở Nông nghiệp | Còn trong hạn       |              | '05    |         |
Phạm Văn Tư   | Ấp 10      | Ông X nhận tiền   | Bến đò |           | TC   |                | Chưa có hạn         |              | '04    |         | Đã mời ông Tư
Cử tri ấp 2   | Ấp 2       | Hỏi về điện       |        | DN        | KN   | Điện lực       | Sắp đến hạn         |              |        |         |
"""  # noqa: E501 - a sheet reads best with a row on a line

SHEETS = [
    "Tổng quan",
    "Đại biểu",
    "Kiến nghị",
    "Theo lĩnh vực",
    "Theo đơn vị",
    "Theo ấp",
    "Thành phần",
    "Vượt thẩm quyền",
    "Tồn đọng",
    "Hài lòng",
    "Nguồn số liệu",
    "Thông tin",
]


def table_of(book: ReportBook, sheet: str, number: int = 0) -> ReportTable:
    return sheet_of(book, sheet).tables[number]


def column_of(table: ReportTable, *header: str) -> list[ReportCell]:
    position = [column.header for column in table.columns].index(header)
    return [row[position] for row in table.rows if isinstance(row, tuple)]


def texts(book: ReportBook) -> str:
    """All the text of a workbook."""
    lines = (line for sheet in book.sheets for table in sheet.tables for line in as_lines(table))
    notes = (note for sheet in book.sheets for note in (*sheet.notes, sheet.subtitle))
    return "\n".join((*lines, *notes))


def test_the_workbook_has_the_twelve_sheets_in_their_order() -> None:
    book = summary(consolidation(MEETING), CODELISTS)
    assert [sheet.name for sheet in book.sheets] == SHEETS
    assert book.kind == "summary"


def test_a_workbook_without_any_data_says_so_sheet_by_sheet() -> None:
    book = summary(consolidation(""), CODELISTS)
    assert [sheet.name for sheet in book.sheets] == SHEETS
    for sheet in book.sheets[1:]:
        assert all(table.rows or table.empty for table in sheet.tables)
    assert (
        as_lines(table_of(book, "Tổng quan"))[5]
        == "Số nội dung kiến nghị | 0 |  | Sắp đến hạn | 0 | "
    )


def test_people_are_listed_by_group_and_given_name_with_their_cells() -> None:
    table = table_of(summary(consolidation(MEETING), CODELISTS, "../"), "Đại biểu")
    assert headers(table) == (
        "STT | Họ và tên | Giới tính | Năm sinh | Chức vụ | Đơn vị | Ấp/Khu phố | Thành phần | "
        "Điểm danh | Ghi chú | Nguồn khác | Tệp | Trang | Ô"
    )
    assert as_lines(table) == [
        (
            "1 | Trần Thị Bé | Nữ | 1960 |  |  | Ấp Tân Hòa | Bí thư chi bộ, Trưởng ấp | Có mặt | "
            " |  | nhan-vao/Đại biểu.xlsx | Đại biểu | A2"
        ),
        (
            "2 | Lê Văn An | Nam |  |  |  | Ấp 2 | Công dân/hộ dân | Vắng |  |  | "
            "nhan-vao/Đại biểu.xlsx | Đại biểu | A4"
        ),
        (
            "3 | Nguyễn Văn Ân | Nam |  |  |  | Ấp Tân Hòa | Công dân/hộ dân | Có mặt |  |  | "
            "nhan-vao/Đại biểu.xlsx | Đại biểu | A3"
        ),
        (
            "4 | Lê Thị Chi | Nữ |  |  |  | Chưa xác định | Chưa xác định | Vắng có lý do |  |  | "
            "nhan-vao/Đại biểu.xlsx | Đại biểu | A5"
        ),
    ]
    assert column_of(table, "Ô")[0] == SourceLink(
        "A2", "../nhan-vao/Đại biểu.xlsx", "Đại biểu", "A2"
    )


def test_groups_that_no_list_knows_stay_in_their_order_and_are_no_shouting() -> None:
    data = consolidation(
        """
        == a.xlsx
        # Đại biểu
        full_name | delegation
        Lê Văn Tư | LÃNH ĐẠO XÃ
        Lê Văn Bé | CÔNG CHỨC CÁC PHÒNG, HĐND
        Lê Văn An | CÔNG CHỨC CÁC PHÒNG, HĐND
        Lê Văn Ba |
        """
    )
    table = table_of(summary(data, CODELISTS), "Đại biểu")
    people = zip(column_of(table, "Họ và tên"), column_of(table, "Thành phần"), strict=True)
    assert list(people) == [
        ("Lê Văn Tư", "Lãnh đạo xã"),
        ("Lê Văn An", "Công chức các phòng, HĐND"),
        ("Lê Văn Bé", "Công chức các phòng, HĐND"),
        ("Lê Văn Ba", "Chưa xác định"),
    ]


def test_the_register_of_petitions_begins_with_the_columns_of_the_annex() -> None:
    table = table_of(summary(consolidation(MEETING), CODELISTS), "Kiến nghị")
    printed = [column.header[0] for column in table.columns if column.printed]
    assert printed == [
        "STT",
        "Mã kiến nghị",
        "Họ và tên (hoặc cử tri, tổ chức)",
        "Ấp/Khu phố",
        "Nội dung kiến nghị",
        "Lĩnh vực",
        "Thẩm quyền giải quyết",
        "Nguồn tiếp nhận",
        "Ngày tiếp nhận",
        "Ghi chú",
    ]
    assert [column.header[0] for column in table.columns[-3:]] == ["Tệp", "Trang", "Ô"]
    assert [link.text for link in column_of(table, "Ô") if isinstance(link, SourceLink)] == [
        "C2",
        "C3",
        "C4",
        "C5",
        "C6",
    ]


def test_figures_by_topic() -> None:
    table = table_of(summary(consolidation(MEETING), CODELISTS), "Theo lĩnh vực")
    assert headers(table) == (
        "STT | Lĩnh vực | Tổng số | Kết quả/Đã giải quyết xong | "
        "Kết quả/Giải trình, cung cấp thông tin | Kết quả/Có lộ trình | Kết quả/Đang giải quyết | "
        "Kết quả/Chưa giải quyết | Kết quả/Chuyển cấp trên | Thẩm quyền/Xã | "
        "Thẩm quyền/Tỉnh | Thẩm quyền/TW | Thẩm quyền/Ngành dọc | Tỷ lệ giải quyết xong (%) | "
        "Ghi chú"
    )
    assert as_lines(table) == [
        "1 | Đất đai | 1 | 0 | 0 | 0 | 0 | 0 | 1 | 0 | 1 | 0 | 0 | 0.0% | ",
        "2 | Giao thông | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 1 | 0 | 0 | 0 | 0.0% | ",
        (
            "3 | Rác thải, vệ sinh môi trường | 1 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | "
            "100.0% | "
        ),
        ("4 | Bến đò | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0.0% | 1 chưa ghi kết quả."),
        ("5 | Chưa xác định | 1 | 0 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0.0% | "),
        (
            "Tổng cộng |  | 5 | 1 | 0 | 0 | 1 | 1 | 1 | 2 | 1 | 0 | 0 | 20.0% | "
            "2 thẩm quyền khác hoặc chưa xác định."
        ),
    ]


def test_only_levels_that_exist_on_the_day_of_the_meeting_have_a_column() -> None:
    data = consolidation(MEETING)
    before = replace(data, meeting=replace(data.meeting, held_on=date(2025, 6, 30)))
    shown = [headers(table_of(summary(d, CODELISTS), "Theo lĩnh vực")) for d in (data, before)]
    assert ["Thẩm quyền/Huyện" in line for line in shown] == [False, True]


def test_figures_by_lead_unit() -> None:
    table = table_of(summary(consolidation(MEETING), CODELISTS), "Theo đơn vị")
    assert headers(table) == (
        "STT | Đơn vị chủ trì | Tổng giao | Hoàn thành/Đúng hạn | Hoàn thành/Quá hạn | "
        "Chưa hoàn thành/Trong hạn | Chưa hoàn thành/Sắp đến hạn | Chưa hoàn thành/Quá hạn | "
        "Tỷ lệ đúng hạn (%) | Ghi chú"
    )
    assert as_lines(table) == [
        "1 | Điện lực | 1 | 0 | 0 | 0 | 1 | 0 |  | ",
        "2 | Phòng Kinh tế | 2 | 1 | 0 | 0 | 0 | 1 | 50.0% | ",
        "3 | Sở Nông nghiệp | 1 | 0 | 0 | 1 | 0 | 0 |  | ",
        "4 | Chưa xác định | 1 | 0 | 0 | 0 | 0 | 0 |  | 1 không có hạn.",
        "Tổng cộng |  | 5 | 1 | 0 | 1 | 1 | 1 | 50.0% | ",
    ]


def test_figures_by_hamlet_count_people_and_petitions_together() -> None:
    table = table_of(summary(consolidation(MEETING), CODELISTS), "Theo ấp")
    assert headers(table) == (
        "STT | Ấp/Khu phố | Số người dự | Số người phát biểu | Số lượt ý kiến | "
        "Số nội dung kiến nghị | Đã trả lời tại hội nghị | Đã giải quyết xong | Đang giải quyết | "
        "Quá hạn | Chuyển cấp trên | Ghi chú"
    )
    assert as_lines(table) == [
        "1 | Ấp 2 | 0 | 2 | 2 | 2 | 0 | 0 | 0 | 0 | 1 | ",
        "2 | Ấp 10 | 0 | 1 | 1 | 1 | 0 | 0 | 0 | 0 | 0 | ",
        "3 | Ấp Tân Hòa | 2 | 2 | 2 | 2 | 0 | 1 | 1 | 1 | 0 | ",
        "4 | Chưa xác định | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ",
        "Tổng cộng |  | 2 | 5 | 5 | 5 | 0 | 1 | 1 | 1 | 1 | ",
    ]


def test_a_hamlet_is_the_same_with_or_without_the_word_for_it() -> None:
    data = consolidation(
        """
        == a.xlsx
        # Đại biểu
        full_name | hamlet
        Lê An     | Tân Hoà
        # Kiến nghị
        content | hamlet
        Đường   | Ấp Tân Hòa
        Điện    | Ấp Tân Hòa
        """
    )
    lines = as_lines(table_of(summary(data, CODELISTS), "Theo ấp"))
    assert lines[0] == "1 | Ấp Tân Hòa | 1 | 0 | 2 | 2 | 0 | 0 | 0 | 0 | 0 | "


def test_figures_by_delegation() -> None:
    table = table_of(summary(consolidation(MEETING), CODELISTS), "Thành phần")
    assert headers(table) == (
        "STT | Thành phần | Số mời | Có mặt | Vắng có lý do | Vắng không lý do | Tỷ lệ (%) | "
        "Trong đó nữ"
    )
    assert as_lines(table) == [
        "1 | Bí thư chi bộ, Trưởng ấp | 1 | 1 | 0 | 0 | 100.0% | 1",
        "2 | Công dân/hộ dân | 2 | 1 | 0 | 1 | 50.0% | 0",
        "3 | Chưa xác định | 1 | 0 | 1 | 0 | 0.0% | 1",
        "Tổng cộng |  | 4 | 2 | 1 | 1 | 50.0% | 2",
    ]


def test_without_a_roll_call_nobody_is_said_to_be_absent() -> None:
    data = consolidation(
        """
        == a.xlsx
        # Đại biểu
        full_name | hamlet
        Lê An     | Ấp 1
        Lê Bé     | Ấp 1
        """
    )
    book = summary(data, CODELISTS)
    assert (
        as_lines(table_of(book, "Tổng quan"))[2]
        == "Số người có mặt | chưa điểm danh |  | Hoàn thành (chưa rõ ngày) | 0 | "
    )
    assert as_lines(table_of(book, "Thành phần")) == [
        "1 | Chưa xác định | 2 |  |  |  |  | 0",
        "Tổng cộng |  | 2 |  |  |  |  | 0",
    ]
    assert sheet_of(book, "Thành phần").notes == (
        "Chưa điểm danh: các danh sách đã đọc không có cột điểm danh.",
    )
    assert as_lines(table_of(book, "Theo ấp"))[0].startswith("1 | Ấp 1 | 2 |")


def test_the_overview_tells_answered_from_resolved_and_shows_what_is_late() -> None:
    book = summary(consolidation(MEETING), CODELISTS)
    assert as_lines(table_of(book, "Tổng quan")) == [
        "Số người trong danh sách | 4 |  | Hoàn thành đúng hạn | 1 | 20.0%",
        "– trong đó nữ | 2 | 50.0% | Hoàn thành quá hạn | 0 | 0.0%",
        "Số người có mặt | 2 | 50.0% | Hoàn thành (chưa rõ ngày) | 0 | 0.0%",
        "Số người phát biểu | 5 |  | Hoàn thành, không có hạn | 0 | 0.0%",
        "Số lượt ý kiến | 5 |  | Còn trong hạn | 1 | 20.0%",
        "Số nội dung kiến nghị | 5 |  | Sắp đến hạn | 1 | 20.0%",
        "Đã trả lời | 2 | 40.0% | Quá hạn | 1 | 20.0%",
        "– trong đó tại hội nghị | 0 | 0.0% | Chưa có hạn | 1 | 20.0%",
        "Đã giải quyết xong | 1 | 20.0% | Hài lòng | chưa khảo sát | ",
        " |  |  | Lỗi trong số liệu | 0 | ",
        " |  |  | Cảnh báo trong số liệu | 0 | ",
    ]
    assert as_lines(table_of(book, "Tổng quan", 2)) == ["Sửa đường | 14 |  | Phòng Kinh tế | KN-1"]
    note, *_ = sheet_of(book, "Tổng quan").notes
    assert note == (
        "Đoạn dùng cho báo cáo: Tổng số 5 lượt ý kiến với 5 nội dung kiến nghị; đã trả lời 2 nội "
        "dung, trong đó trả lời tại hội nghị 0; đã giải quyết xong 1/5 nội dung (20,0%); quá hạn "
        "chưa giải quyết 1 nội dung."
    )


def test_the_overview_counts_what_is_wrong_and_says_what_follows_from_it() -> None:
    late = Notice("DAT-02", Severity.ERROR, "Ngày «{day}» sai.", "", "", "", "", "", "")
    twice = replace(late, code="DUP-10", severity=Severity.WARNING)
    known = replace(late, code="TXT-01", severity=Severity.INFO)
    cell = Cell("nhan-vao/Đại biểu.xlsx", "Đại biểu", 2, 1)
    findings = [Finding(notice, cell) for notice in (twice, twice, known, late)]
    book = summary(consolidation(MEETING, findings), CODELISTS)
    assert as_lines(table_of(book, "Tổng quan"))[9:] == [
        " |  |  | Lỗi trong số liệu | 1 | ",
        " |  |  | Cảnh báo trong số liệu | 2 | ",
    ]
    *_, note = sheet_of(book, "Tổng quan").notes
    assert note == (
        "Các tệp gốc còn 1 lỗi, nên số liệu có thể thay đổi sau khi sửa; từng chỗ ghi trong "
        "Danh_sach_loi.xlsx."
    )


def test_who_has_no_name_comes_last_and_no_petition_is_blank() -> None:
    data = consolidation(
        """
        == a.xlsx
        # Đại biểu
        full_name | hamlet | note
                  | Ấp 1   |
        Lê Bé     | Ấp 1   | trùng CCCD
        # Kiến nghị
        content | petitioner | note
                | Lê Bé      | gọi lại
        """
    )
    book = summary(data, CODELISTS)
    assert column_of(table_of(book, "Đại biểu"), "Họ và tên") == ["Lê Bé", "Chưa ghi họ tên"]
    petitions = table_of(book, "Kiến nghị")
    assert column_of(petitions, "Nội dung kiến nghị") == ["(Chưa ghi nội dung kiến nghị)"]


def test_what_staff_noted_for_themselves_is_kept_but_not_printed() -> None:
    data = consolidation(
        """
        == a.xlsx
        # Đại biểu
        full_name | note
        Lê Bé     | trùng CCCD
        # Kiến nghị
        content | note
        Đường   | gọi lại
        """
    )
    book = summary(data, CODELISTS)
    for sheet, note in (("Đại biểu", "trùng CCCD"), ("Kiến nghị", "gọi lại")):
        table = table_of(book, sheet)
        (row,) = (row for row in table.rows if isinstance(row, tuple))
        assert [c.printed for c, cell in zip(table.columns, row, strict=True) if cell == note] == [
            False
        ]


def test_what_is_beyond_the_commune_is_listed_with_its_document() -> None:
    data = consolidation(
        """
        == a.xlsx
        # Kiến nghị
        content | authority | lead_unit | due_date   | document_no | document_date | response_text
        Cầu     | TINH      | Sở XD     | 2026-12-20 | 15/UBND-KT  | 2026-11-01    | Sẽ làm
        Đường   | XA        |           |            |             |               |
        """
    )
    table = table_of(summary(data, CODELISTS), "Vượt thẩm quyền")
    assert headers(table) == (
        "STT | Nội dung kiến nghị | Cơ quan có thẩm quyền | Số, ngày văn bản chuyển | "
        "Ngày đến hạn trả lời | Kết quả trả lời | Ghi chú"
    )
    assert as_lines(table) == [
        "1 | Cầu | Sở XD | 15/UBND-KT ngày 01/11/2026 | 2026-12-20 | Sẽ làm | KN-1"
    ]


def test_what_earlier_meetings_left_is_listed_if_the_files_say_so() -> None:
    data = consolidation(
        """
        == a.xlsx
        # Kiến nghị
        content | channel        | received_on | lead_unit     | obstacles      | due_date
        Cầu     | HOI_NGHI_TRUOC | 2025-10-20  | Phòng Kinh tế | Thiếu kinh phí | 2026-12-20
        """
    )
    table = table_of(summary(data, CODELISTS), "Tồn đọng")
    assert headers(table) == (
        "STT | Hội nghị (năm) | Nội dung kiến nghị | Đơn vị chủ trì | Lý do chưa giải quyết | "
        "Thời hạn mới | Số lần kiến nghị | Ghi chú"
    )
    assert as_lines(table) == [
        "1 | 2025 | Cầu | Phòng Kinh tế | Thiếu kinh phí | 2026-12-20 |  | KN-1, đã 399 ngày"
    ]
    nothing = table_of(summary(consolidation(MEETING), CODELISTS), "Tồn đọng")
    assert (nothing.rows, nothing.empty) == (
        (),
        "Các tệp đã đọc không ghi kiến nghị tồn đọng của hội nghị trước.",
    )


def test_survey_rows_of_one_question_are_added_up() -> None:
    data = consolidation(
        """
        == a.xlsx
        # Khảo sát
        question  | very_satisfied | satisfied | neutral | dissatisfied | very_dissatisfied | total
        Thái độ   | 10             | 5         | 3       | 1            | 1                 | 20
        Thời gian |                |           |         |              |                   | 7
        == b.xlsx
        # Khảo sát
        question  | very_satisfied | satisfied | neutral
        thái độ   | 3              | 2         |
        """
    )
    book = summary(data, CODELISTS)
    table = table_of(book, "Hài lòng")
    assert headers(table) == (
        "STT | Nội dung đánh giá | Rất hài lòng | Hài lòng | Bình thường | Không hài lòng | "
        "Rất không hài lòng | Tổng số phiếu | Tỷ lệ hài lòng (%)"
    )
    assert as_lines(table) == [
        "1 | Thái độ | 13 | 7 | 3 | 1 | 1 | 25 | 80.0%",
        "2 | Thời gian | 0 | 0 | 0 | 0 | 0 | 7 | 0.0%",
        "Tổng cộng |  | 13 | 7 | 3 | 1 | 1 | 32 | 62.5%",
    ]
    assert as_lines(table_of(book, "Hài lòng", 1)) == [
        "1 | Thái độ | 10 | 5 | 3 | 1 | 1 | 20 | 20 |  | a.xlsx | Khảo sát | A2",
        "2 | Thời gian |  |  |  |  |  | 7 | 7 |  | a.xlsx | Khảo sát | A3",
        "3 | Thái độ | 3 | 2 |  |  |  | 5 |  |  | b.xlsx | Khảo sát | A2",
    ]
    assert (
        as_lines(table_of(book, "Tổng quan"))[8]
        == "Đã giải quyết xong | 0 |  | Hài lòng, trên 32 lượt đánh giá | 20 | 62.5%"
    )


def test_complaints_and_denunciations_are_counted_but_not_told() -> None:
    book = summary(consolidation(MEETING), CODELISTS)
    shown = texts(book)
    assert "Đã hướng dẫn theo Luật Tố cáo" in shown
    assert not any(secret in shown for secret in ("Phạm Văn Tư", "ông Tư", "Ông X", "nhận tiền"))


def test_no_sheet_shows_a_number_that_identifies_a_person() -> None:
    data = consolidation(
        """
        == a.xlsx
        # Kiến nghị
        petitioner                | content                  | note            | response_text
        Lê An (CCCD 072090001234) | 0912 345 678, 290123456  | Zalo 0912345678 | Gọi 0912.345.678
        # Đại biểu
        full_name | national_id   | phone       | note
        Lê An     | '072090001234 | '0912345678 | gọi 84 912 345 678
        """
    )
    numbers = re.findall(r"\d(?:[ .]?\d){8,11}", texts(summary(data, CODELISTS)))
    assert numbers == []


names = st.sampled_from(
    ["", "-", "Ấp 1", "ấp  1", "Ấp *", "?", "<5", "01", "1", "1/2", '"', "{x}", "Ấp " + "a" * 300]
)
petition = st.fixed_dictionaries(
    {
        "content": st.just("Sửa đường"),
        "petitioner": st.sampled_from(["", "Lê An", "Lê Bé"]),
        "hamlet": names,
        "topic": st.sampled_from(["B01", "A05", "Bến đò", ""]),
        "authority": st.sampled_from(["XA", "TINH", "DN", ""]),
        "lead_unit": names,
        "kind": st.sampled_from(["KN", "TC", ""]),
        "status": st.sampled_from(["01", "03", "05", "06", ""]),
        "outcome": st.sampled_from(["A", "C", ""]),
    }
)


@given(st.lists(st.tuples(petition, st.sampled_from(DueState)), max_size=12))
def test_whatever_is_written_every_total_is_the_number_of_rows_of_the_register(
    drawn: list[tuple[dict[str, str], DueState]],
) -> None:
    rows = "\n".join("Sửa đường" for _ in drawn)
    data = consolidation(f"== a.xlsx\n# Kiến nghị\ncontent\n{rows}")
    tasks = tuple(
        replace(
            task,
            lead_unit=values["lead_unit"],
            due_state=state,
            petition=replace(task.petition, values=values),
        )
        for task, (values, state) in zip(data.tasks, drawn, strict=True)
    )
    book = summary(replace(data, tasks=tasks), CODELISTS)
    register = table_of(book, "Kiến nghị")
    for sheet, header, of in (
        ("Theo lĩnh vực", "Tổng số", "Lĩnh vực"),
        ("Theo đơn vị", "Tổng giao", "Đơn vị chủ trì"),
        ("Theo ấp", "Số nội dung kiến nghị", "Ấp/Khu phố"),
    ):
        table = table_of(book, sheet)
        counted = Counter(column_of(register, of))
        figures = column_of(table, header)
        names_of_groups = [row[1] for row in table.rows if isinstance(row, tuple)]
        values = [figure.value for figure in figures if isinstance(figure, Formula)]
        assert dict(zip(names_of_groups, values, strict=True)) == dict(counted)
        assert sum(counted.values()) == len(drawn)
        if table.total is not None:
            (total,) = (
                table.total[table.columns.index(c)] for c in table.columns if c.header == (header,)
            )
            assert isinstance(total, Formula)
            assert total.value == len(drawn)


def test_leaders_see_what_is_due_within_a_week_and_which_units_are_late() -> None:
    data = consolidation("""
        == a.xlsx
        # Kiến nghị
        content | lead_unit | due_date   | due_state
        Cầu     | Phòng B   | 2026-11-27 | Sắp đến hạn
        Đường   | Phòng A   | 2026-11-24 | Sắp đến hạn
        Chợ     | Phòng A   | 2026-12-24 | Còn trong hạn
        Rác     | Phòng A   | 2026-11-02 | Quá hạn
        Đèn     | Phòng B   | 2026-11-02 | Quá hạn
        Kênh    | Phòng B   | 2026-11-03 | Quá hạn
    """)
    notes = sheet_of(summary(data, CODELISTS), "Tổng quan").notes
    assert notes[1:3] == (
        "Đến hạn trong 7 ngày tới (2 việc): 24/11 KN-2 (Phòng A); 27/11 KN-1 (Phòng B).",
        "Quá hạn theo đơn vị chủ trì: Phòng B 2; Phòng A 1.",
    )


def test_answers_to_a_survey_are_told_from_the_forms_that_hold_them() -> None:
    data = consolidation(
        """
        == a.xlsx
        # Khảo sát
        question  | very_satisfied | satisfied | neutral | dissatisfied
        Chuẩn bị  | 20             | 25        | 8       | 2
        Trả lời   | 15             | 28        | 9       | 3
        Thời gian | 12             | 26        | 12      | 5
        Kết quả   | 10             | 22        | 15      | 8
        """
    )
    lines = as_lines(table_of(summary(data, CODELISTS), "Tổng quan"))
    assert lines[8].endswith("Hài lòng, trên 220 lượt đánh giá (55 phiếu) | 158 | 71.8%")


def test_petitions_without_a_topic_lead_the_topics_where_they_are_the_most() -> None:
    data = consolidation(
        """
        == a.xlsx
        # Kiến nghị
        content | topic
        Đường   | B01
        Cầu     |
        Kênh    |
        """
    )
    lines = as_lines(table_of(summary(data, CODELISTS), "Tổng quan", 1))
    assert lines[0].endswith("| Chưa xác định | 2 | 66.7%")
    assert lines[1].endswith("| Giao thông | 1 | 33.3%")


def test_what_was_done_on_an_unknown_day_counts_in_no_rate_of_its_unit() -> None:
    data = consolidation(
        """
        == a.xlsx
        # Kiến nghị
        content | lead_unit | due_state
        Đường   | Phòng A   | Hoàn thành (chưa rõ ngày)
        Cầu     | Phòng A   | Hoàn thành đúng hạn
        Kênh    | Phòng A   | Chưa có hạn
        Điện    | Phòng A   | Hoàn thành, không có hạn
        Chợ     | Phòng A   | Quá hạn
        """
    )
    assert as_lines(table_of(summary(data, CODELISTS), "Theo đơn vị"))[0] == (
        "1 | Phòng A | 5 | 1 | 0 | 0 | 0 | 1 | 50.0% | 1 hoàn thành, chưa rõ ngày. 2 không có hạn."
    )
