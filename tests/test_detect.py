"""What is recognised, and as what. The sheets are small copies of layouts that offices use."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit import codelists, layouts
from toolkit.detect import detect
from toolkit.model import Sheet, Span, Table, Workbook
from toolkit.testing import workbook

CODES = {key: codelists.load(key, date(2026, 10, 20)) for key in codelists.KEYS}


def tables(text: str) -> tuple[Table, ...]:
    return detect(workbook(text), layouts.load(), CODES)[0]


def columns(table: Table) -> list[str]:
    """Column letter, field, and what a tick in it or its header means."""
    return [
        " ".join(
            [
                f"{table.cell(1, mapped.number).a1[:-1]}={mapped.column.field}",
                *([mapped.column.value] if mapped.column.value else []),
                *mapped.column.implies.values(),
            ]
        )
        for mapped in table.columns
    ]


def rows(table: Table) -> list[int]:
    return [row.number for row in table.rows]


def excluded(table: Table) -> list[str]:
    return [f"{row.row} {row.reason}" for row in table.excluded]


def test_a_petition_list_below_letterhead_and_title_is_found() -> None:
    (table,) = tables("""
        UBND XÃ TÂN PHONG | | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        | | Độc lập - Tự do - Hạnh phúc

        DANH SÁCH KIẾN NGHỊ CỦA CỬ TRI
        STT | Họ và tên | Ấp | Nội dung kiến nghị
        1 | Nguyễn Văn An | Tân Hòa | Đề nghị sửa đường liên ấp
        2 | Trần Thị Bình | Tân Hòa | Đề nghị lắp đèn chiếu sáng
    """)
    assert table.layout.key == "petition"
    assert table.header_rows == (5,)
    assert columns(table) == ["A=seq", "B=petitioner", "C=hamlet", "D=content"]
    assert rows(table) == [6, 7]
    assert excluded(table) == []
    assert table.titles[-1] == (4, "DANH SÁCH KIẾN NGHỊ CỦA CỬ TRI")


def test_year_of_birth_under_nam_and_nu_says_the_gender() -> None:
    (table,) = tables("""
        STT | Họ và tên     | Năm sinh | <    | Chức vụ   | Ký tên
        ^   | ^             | Nam      | Nữ   | ^         | ^
        1   | Nguyễn Văn An | 1970     |      | Trưởng ấp |
        2   | Lê Thị Hoa    |          | 1985 | Hộ dân    |
    """)
    assert table.layout.key == "attendee"
    assert table.header_rows == (1, 2)
    assert columns(table) == [
        "A=seq",
        "B=full_name",
        "C=birth male",
        "D=birth female",
        "E=position",
    ]
    assert table.unmapped == ((6, "Ký tên"),)
    assert rows(table) == [3, 4]


def test_a_two_row_header_needs_no_merged_cells() -> None:
    (table,) = tables("""
        STT | Nội dung kiến nghị           | Kết quả            |                 |
            |                              | Đã giải quyết      | Đang giải quyết | Chưa giải quyết
        1   | Đề nghị sửa cầu ấp 2         | x                  |                 |
    """)
    assert columns(table) == [
        "A=seq",
        "B=content",
        "C=outcome A",
        "D=status 03",
        "E=outcome E",
    ]
    assert rows(table) == [3]


def test_sections_totals_notes_and_signatures_are_no_records() -> None:
    (table,) = tables("""
        STT | Họ và tên     | Nội dung kiến nghị             | Ghi chú
        (1) | (2)           | (3)                            | (4)
        I. Lĩnh vực đất đai | | |
        1   | Nguyễn Văn An | Đề nghị cấp lại giấy chứng nhận |
        II  | Lĩnh vực giao thông | |
        1   | Lê Thị Hoa    | Đề nghị sửa đường liên ấp       |
        Tổng cộng: 2 kiến nghị | | |

        | | Tân Phong, ngày 05 tháng 10 năm 2026
        NGƯỜI LẬP BIỂU | | TRƯỞNG ẤP
        (Ký tên) | |

        Nguyễn Văn Bé | | Trần Văn Tư
    """)
    assert rows(table) == [4, 6]
    assert [row.section for row in table.rows] == [3, 5]
    assert excluded(table) == [
        "2 column_numbers",
        "3 section",
        "5 section",
        "7 total",
        "9 signature",
        "10 signature",
        "11 signature",
        "13 signature",
    ]


def test_a_hamlet_without_petitions_says_so_in_one_row() -> None:
    (table,) = tables("""
        STT | Ấp      | Nội dung kiến nghị
        1   | Tân Hòa | Đề nghị sửa đường liên ấp
        2   | Xóm Mới | Không có kiến nghị
    """)
    assert rows(table) == [2]
    assert excluded(table) == ["3 nil_return"]


def test_a_header_repeated_after_a_page_break_is_no_record() -> None:
    (table,) = tables("""
        STT | Họ và tên     | Chức vụ
        1   | Nguyễn Văn An | Trưởng ấp
        STT | Họ và tên     | Chức vụ
        2   | Lê Thị Hoa    | Hộ dân
    """)
    assert rows(table) == [2, 4]
    assert excluded(table) == ["3 repeated_header"]


def test_two_tables_one_above_the_other_are_two() -> None:
    first, second = tables("""
        I. DANH SÁCH ĐẠI BIỂU
        STT | Họ và tên     | Chức vụ
        1   | Nguyễn Văn An | Trưởng ấp

        II. Ý KIẾN, KIẾN NGHỊ
        STT | Người kiến nghị | Nội dung kiến nghị
        1   | Lê Thị Hoa      | Đề nghị sửa đường liên ấp
    """)
    assert (first.layout.key, rows(first), excluded(first)) == ("attendee", [3], [])
    assert (second.layout.key, rows(second), excluded(second)) == ("petition", [7], [])


def test_two_tables_side_by_side_are_two() -> None:
    first, second = tables("""
        STT | Họ và tên     | Chức vụ   | | STT | Họ và tên    | Chức vụ
        1   | Nguyễn Văn An | Trưởng ấp | | 1   | Lê Thị Hoa   | Hộ dân
        2   | Trần Văn Bảy  | Hộ dân    | |     |              |
    """)
    assert columns(first) == ["A=seq", "B=full_name", "C=position"]
    assert columns(second) == ["E=seq", "F=full_name", "G=position"]
    assert (rows(first), rows(second)) == ([2, 3], [2])


def test_a_table_with_petition_and_answer_is_a_petition_table() -> None:
    (table,) = tables("""
        STT | Nội dung kiến nghị        | Nội dung trả lời        | Số văn bản
        1   | Đề nghị sửa đường liên ấp | Đã sửa xong ngày 05/10  | 26/TB-UBND
    """)
    assert table.layout.key == "petition"
    assert columns(table) == ["A=seq", "B=content", "C=response_text", "D=document_no"]


def test_answers_without_the_petition_are_a_response_table() -> None:
    (table,) = tables("""
        Mã kiến nghị  | Trả lời                  | Ngày trả lời
        25498-2026-01 | Đã sửa xong đường liên ấp | 2026-10-25
    """)
    assert table.layout.key == "response"
    assert columns(table) == ["A=petition_id", "B=response_text", "C=answered_on"]


def test_a_survey_is_known_by_its_levels() -> None:
    (table,) = tables("""
        TT | Tiêu chí               | Rất hài lòng | Hài lòng | Bình thường | Không hài lòng | Cộng
        1  | Thái độ công chức      | 10           | 20       | 5           | 1              | 36
        Tổng cộng | <               | 10           | 20       | 5           | 1              | 36
    """)
    assert table.layout.key == "survey"
    assert [mapped.column.field for mapped in table.columns] == [
        "seq",
        "question",
        "very_satisfied",
        "satisfied",
        "neutral",
        "dissatisfied",
        "total",
    ]
    assert excluded(table) == ["3 total"]


def test_a_column_of_12_digits_is_an_identity_number_whatever_it_is_called() -> None:
    (table,) = tables("""
        STT | Họ và tên     | Chức vụ   | Số
        1   | Nguyễn Văn An | Trưởng ấp | '072085000001
        2   | Lê Thị Hoa    | Hộ dân    | '072190000002
        3   | Trần Văn Bảy  | Hộ dân    | '072075000003
    """)
    number = table.columns[-1]
    assert (number.column.field, number.how, number.confidence) == ("national_id", "content", 0.7)


@pytest.mark.parametrize(
    "header",
    ["HO VA TEN", "Họ và tên (*)", "Họ\\nvà tên", "Họ và tên (ghi rõ)", "Hộ và tên", "họ,  tên"],
)
def test_spelling_marks_and_line_breaks_in_a_header_do_not_matter(header: str) -> None:
    (table,) = tables(f"""
        STT | {header}      | Chức vụ
        1   | Nguyễn Văn An | Trưởng ấp
    """)
    assert columns(table) == ["A=seq", "B=full_name", "C=position"]


@pytest.mark.parametrize(
    "text",
    [
        """
        LỊCH CÔNG TÁC TUẦN 11
        Thứ, ngày | Thời gian | Nội dung              | Thành phần  | Địa điểm
        Hai 13/3  | 7 giờ 30  | Họp giao ban đầu tuần | Toàn cơ quan | Phòng họp
        """,
        """
        DỰ TOÁN KINH PHÍ
        STT | Nội dung          | ĐVT   | Số lượng | Đơn giá | Thành tiền
        1   | Nước uống đại biểu | chai  | 100      | 5000    | 500000
        """,
        """
        BẢNG LƯƠNG THÁNG 3
        STT | Họ và tên     | Chức vụ  | Hệ số | Phụ cấp | Thực lĩnh
        1   | Nguyễn Văn An | Chủ tịch | 4.32  | 0.25    | 8000000
        """,
    ],
)
def test_timetables_budgets_and_payrolls_are_left_alone(text: str) -> None:
    found, findings = detect(workbook(text), layouts.load(), CODES)
    assert found == ()
    assert [finding.notice.code for finding in findings] == ["COL-05"]


PLAIN = workbook("""
    STT | Họ và tên     | Ấp      | Nội dung kiến nghị
    1   | Nguyễn Văn An | Tân Hòa | Đề nghị sửa đường liên ấp
    2   | Lê Thị Hoa    | Xóm Mới | Đề nghị lắp đèn chiếu sáng
""").sheets[0]


@given(above=st.integers(0, 25), left=st.integers(0, 6), titles=st.integers(0, 3))
def test_a_table_is_found_wherever_it_stands(above: int, left: int, titles: int) -> None:
    title = ("ỦY BAN NHÂN DÂN XÃ", "BIỂU TỔNG HỢP", "Năm 2026")[:titles]
    lines = [(text,) for text in title] + [()] * above
    moved = [(None,) * left + row for row in PLAIN.rows]
    span = (Span(1, 1, 1, 8),) if titles else ()
    sheet = Sheet("S", (*lines, *moved), merged=span)
    (table,) = detect(Workbook("a.xlsx", (sheet,)), layouts.load(), CODES)[0]
    assert table.header_rows == (len(lines) + 1,)
    assert rows(table) == [len(lines) + 2, len(lines) + 3]
    assert [(m.number - left, m.column.field) for m in table.columns] == [
        (1, "seq"),
        (2, "petitioner"),
        (3, "hamlet"),
        (4, "content"),
    ]


@given(st.lists(st.sampled_from(["1", "", "I", "Tổng", "x", "Không có", "Ấp 2", "TM. UBND"])))
def test_every_filled_row_below_a_header_is_a_record_or_excluded_once(cells: list[str]) -> None:
    lines = tuple((cell or None,) for cell in cells)
    sheet = Sheet("S", (*PLAIN.rows, *lines))
    (table,) = detect(Workbook("a.xlsx", (sheet,)), layouts.load(), CODES)[0]
    listed = [*rows(table), *(row.row for row in table.excluded)]
    filled = [n for n, row in enumerate(sheet.rows, start=1) if any(row) and n > 1]
    assert len(listed) == len(set(listed))
    assert set(filled) <= set(listed)


def test_a_lower_heading_that_repeats_under_each_level_leaves_the_level_to_decide() -> None:
    (table,) = tables("""
        STT | Tiêu chí          | Rất hài lòng | <       | Hài lòng | <       | Tổng số phiếu
        ^   | ^                 | Số phiếu     | Tỷ lệ   | Số phiếu | Tỷ lệ   | ^
        1   | Thái độ công chức | 41           | '47,7%  | 30       | '34,9%  | 86
        2   | Thời gian chờ     | 40           | '46,5%  | 34       | '39,5%  | 86
        3   | Chỗ ngồi chờ      | 39           | '45,3%  | 35       | '40,7%  | 86
    """)
    assert columns(table) == [
        "A=seq",
        "B=question",
        "C=very_satisfied",
        "E=satisfied",
        "G=total",
    ]


def test_a_page_break_with_blank_rows_does_not_end_a_table() -> None:
    (table,) = tables("""
        STT | Họ và tên     | Chức vụ
        (1) | (2)           | (3)
        1   | Nguyễn Văn An | Trưởng ấp


        STT | Họ và tên     | Chức vụ
        (1) | (2)           | (3)
        2   | Lê Thị Hoa    | Hộ dân
    """)
    assert rows(table) == [3, 8]
    assert excluded(table) == [
        "2 column_numbers",
        "4 blank",
        "5 blank",
        "6 repeated_header",
        "7 column_numbers",
    ]


def test_words_that_no_list_has_are_weighed_one_by_one_if_the_content_agrees() -> None:
    (table,) = tables("""
        Thứ tự | Bà con nêu ý kiến | Số máy      | Điều bà con phản ánh
        1      | Nguyễn Văn An     | '0357508598 | Đường vào tổ 5 ngập nước khi mưa lớn
        2      | Lê Thị Hoa        | '0822516517 | Đèn đường trước nhà văn hóa hư ba tháng
        3      | Trần Văn Bảy      | '0905532355 | Cầu ván qua kênh đã mục, xe qua nguy hiểm
    """)
    assert columns(table) == ["A=seq", "B=petitioner", "C=phone", "D=content"]
    assert [mapped.confidence < 0.8 for mapped in table.columns] == [False, True, False, True]


def test_rows_of_values_that_are_also_header_words_are_records() -> None:
    (table,) = tables("""
        Mã phiên | Người tham dự | SĐT         | Nhóm đại biểu | Điểm danh
        HN-01    | Lê Thị Hoa    | '0357508598 | Công dân      | Có mặt
        HN-01    | Trần Văn Bảy  | '0822516517 | Công dân      | Vắng
    """)
    assert rows(table) == [2, 3]


@pytest.mark.parametrize(
    ("header", "field"),
    [("Địa chỉ (ấp)", "hamlet"), ("Nơi ở (ấp)", "hamlet"), ("Địa chỉ (ghi rõ)", "address")],
)
def test_what_stands_in_brackets_narrows_what_a_header_means(header: str, field: str) -> None:
    (table,) = tables(f"""
        STT | Họ và tên     | Chức vụ   | {header}
        1   | Nguyễn Văn An | Trưởng ấp | Phú Hòa
    """)
    assert columns(table)[3] == f"D={field}"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "DỰ TRÙ KINH PHÍ HỘI NGHỊ\nSTT | Nội dung | Số lượng | Thành tiền\n1 | Nước | 2 | 3",
            "05",
        ),
        ("LỊCH LÀM VIỆC TUẦN 41\nThứ | Sáng | Chiều\nThứ Hai | Họp | Tiếp dân", "05"),
        ("STT | Tên tài sản | Số lượng | Nguyên giá\n1 | Máy in | 2 | 5000000", "05"),
        ("TỔNG HỢP KIẾN NGHỊ\nThứ | Buổi | Sáng | Chiều\nHai | a | b | c", "04"),
        ("VIỆC CẦN LÀM\nViệc | Ai | Bao giờ\nMượn loa | Anh Ba | Thứ Hai", "04"),
    ],
)
def test_only_what_is_clearly_something_else_is_left_out_quietly(text: str, code: str) -> None:
    _, (finding,) = detect(workbook(text), layouts.load(), CODES)
    assert finding.notice.code == f"COL-{code}"


@pytest.mark.parametrize(
    "header",
    ["Đề nghị đơn vị trả lời", "Cơ quan đề nghị trả lời", "Đơn vị phải trả lời"],
)
def test_who_is_asked_to_answer_is_to_act_and_has_not_answered_yet(header: str) -> None:
    (table,) = tables(f"""
        TT | Người nêu ý kiến | Nội dung ý kiến            | {header}
        1  | Phạm Văn Út      | Đề nghị sửa đường vào tổ 5 | Phòng Kinh tế
        2  | Dương Thị Ngọc   | Đề nghị lắp đèn đường tổ 6 | UBND xã
    """)
    assert columns(table)[-1] == "D=lead_unit"
