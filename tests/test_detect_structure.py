"""Columns and tables that are understood by what stands around them, not by their own words."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.test_detect import CODES, columns, excluded, rows, tables
from toolkit import layouts
from toolkit.detect import detect
from toolkit.detect.assignment import assign
from toolkit.normalize import normalize
from toolkit.testing import workbook


def test_a_date_may_stand_in_three_columns() -> None:
    (table,) = tables("""
        STT | Nội dung hỏi                 | Ngày hỏi | Tháng hỏi | Năm hỏi
        1   | Đề nghị sửa đường vào tổ 3   | 5        | 10        | 2026
        2   | Đề nghị lắp đèn đường ngã ba | 6        | 10        | 2026
    """)
    assert columns(table)[2:] == ["C=received_on day", "D=received_on month", "E=received_on year"]


def test_what_stands_over_day_month_and_year_tells_which_date_it_is() -> None:
    (table,) = tables("""
        STT | Họ và tên     | Ngày sinh | <     | <    | Chức vụ
        ^   | ^             | Ngày      | Tháng | Năm  | ^
        1   | Nguyễn Văn An | 5         | 10    | 1976 | Trưởng ấp
        2   | Lê Thị Hoa    | 6         | 10    | 1986 | Công chức
    """)
    assert columns(table)[2:5] == ["C=birth day", "D=birth month", "E=birth year"]


def test_ticks_below_a_heading_tell_what_the_heading_names() -> None:
    (table,) = tables("""
        STT | Nội dung kiến nghị         | Hình thức | <         | Thẩm quyền | <    | <
        ^   | ^                          | Văn bản   | Trực tiếp | Xã         | Tỉnh | Ngành dọc
        1   | Đề nghị sửa đường vào tổ 3 | x         |           | x          |      |
        2   | Đề nghị lắp đèn đường      |           | x         |            | x    |
    """)
    assert columns(table)[2:] == [
        "C=channel Văn bản",
        "D=channel Trực tiếp",
        "E=authority XA",
        "F=authority TINH",
        "G=authority ND",
    ]


def test_columns_of_ticks_that_name_topics_tell_the_topic_also_those_between_them() -> None:
    (table,) = tables("""
        STT | Nội dung kiến nghị         | Đất đai | Chuyện khác | Giao thông | Hộ tịch | Ghi chú
        1   | Đề nghị sửa đường vào tổ 3 |         |             | x          |         |
        2   | Xin cấp lại giấy khai sinh |         |             |            | x       |
        3   | Đề nghị cấp sổ đỏ cho hộ   | x       |             |            |         |
    """)
    assert columns(table)[2:] == [
        "C=topic A05",
        "D=topic Chuyện khác",
        "E=topic B01",
        "F=topic A01",
        "G=note",
    ]


def test_a_petition_may_stand_in_the_column_of_its_topic() -> None:
    (table,) = tables("""
        TT | Cử tri        | Kinh tế - Ngân sách           | Giao thông
        A  | B             | 1                             | 2
        1  | Nguyễn Văn An | Xin cho hộ nghèo vay thêm vốn |
        2  | Lê Thị Hoa    |                               | Đề nghị sửa đường vào tổ 3 bị ngập
        3  | Trần Văn Bảy  |                               | Cầu ván qua kênh đã mục, nguy hiểm
    """)
    assert columns(table)[2:] == ["C=content", "D=content B01"]
    assert rows(table) == [3, 4, 5]
    assert excluded(table) == ["2 column_numbers"]


def test_an_unknown_level_between_two_known_ones_is_the_one_between_them() -> None:
    (table,) = tables("""
        STT | Tiêu chí          | Rất hài lòng | Hài lòng | Vừa vừa | Không hài lòng
        1   | Thái độ công chức | 10           | 20       | 5       | 1
        2   | Thời gian chờ     | 12           | 18       | 4       | 2
    """)
    assert columns(table)[2:] == [
        "C=very_satisfied",
        "D=satisfied",
        "E=neutral",
        "F=dissatisfied",
    ]
    assert [mapped.confidence < 0.8 for mapped in table.columns][2:] == [False, False, True, False]


def test_shares_beside_counts_are_not_counts() -> None:
    (table,) = tables("""
        TT | Tiêu chí        | Rất hài lòng | <  | Hài lòng | <  | Không hài lòng | <  | % chung
        ^  | ^               | SL           | %  | SL       | %  | SL             | %  | ^
        1  | Thái độ phục vụ | 20           | 40 | 25       | 50 | 5              | 10 | 90
    """)
    assert columns(table)[2:] == ["C=very_satisfied", "E=satisfied", "G=dissatisfied"]


def test_names_of_fields_that_systems_export_are_read_as_words() -> None:
    (table,) = tables("""
        hoTenNguoiGui | soDienThoai | noiDungPhanAnh             | hanXuLy    | donViXuLy
        Nguyễn Văn An | '0912345678 | Đề nghị sửa đường vào tổ 3 | 2026-10-30 | Phòng Kinh tế
    """)
    assert columns(table) == ["A=petitioner", "B=phone", "C=content", "D=due_date", "E=lead_unit"]


def test_pages_that_repeat_title_and_header_are_one_table_if_the_numbers_go_on() -> None:
    (table,) = tables("""
        DANH SÁCH ĐẠI BIỂU
        STT | Họ và tên     | Chức vụ
        1   | Nguyễn Văn An | Trưởng ấp
        Trang 1
        DANH SÁCH ĐẠI BIỂU (tiếp theo)
        STT | HỌ VÀ TÊN     | Chức vụ
        2   | Lê Thị Hoa    | Hộ dân
    """)
    assert rows(table) == [3, 7]
    assert excluded(table) == ["4 title", "5 title", "6 repeated_header"]


def test_a_page_needs_no_numbers_to_go_on() -> None:
    (table,) = tables("""
        Họ và tên     | Chức vụ   | Ấp
        Nguyễn Văn An | Trưởng ấp | Ấp 3

        Trang 2/2
        Họ và tên     | Chức vụ   | Ấp
        Lê Thị Hoa    | Hộ dân    | Ấp 4
    """)
    assert rows(table) == [2, 6]


def test_a_title_right_above_a_header_belongs_to_the_table_below() -> None:
    first, second = tables("""
        I. ẤP TÂN HÒA
        STT | Người nêu     | Nguyện vọng
        1   | Nguyễn Văn An | Mong xã sửa con đường vào tổ 3
        II. ẤP XÓM MỚI
        STT | Người nêu     | Nguyện vọng
        1   | Trần Văn Bảy  | Đề nghị nạo vét kênh tiêu sau chợ
    """)
    assert (rows(first), excluded(first)) == ([3], [])
    assert second.titles == ((4, "II. ẤP XÓM MỚI"),)


def test_lines_below_a_legend_are_no_records() -> None:
    (table,) = tables("""
        STT | Nội dung nhiệm vụ          | Chủ trì       | Hạn
        1   | Đề nghị sửa đường vào tổ 3 | Phòng Kinh tế | 2026-10-30

        | CHÚ THÍCH MÀU SẮC
        | Xanh: còn hạn
        | Đỏ: quá hạn
    """)
    assert rows(table) == [2]
    assert excluded(table) == ["4 note", "5 note", "6 note"]


def test_a_guess_gives_way_to_a_word_that_is_none_of_ours() -> None:
    (table,) = tables("""
        TỔNG HỢP KIẾN NGHỊ
        STT | Nội dung kiến nghị            | Cán bộ tiếp
        1   | Đề nghị sửa đường vào tổ 3    | Nguyễn Văn An
        2   | Đề nghị lắp đèn đường ngã ba  | Lê Thị Hoa
        3   | Xin cấp lại giấy khai sinh    | Trần Văn Bảy
    """)
    assert columns(table) == ["A=seq", "B=content"]
    assert table.unmapped == ((3, "Cán bộ tiếp"),)


@given(
    st.dictionaries(st.tuples(st.sampled_from("ABCD"), st.sampled_from("wxyz")), st.floats(0, 1))
)
def test_no_other_assignment_is_worth_more(worth: dict[tuple[str, str], float]) -> None:
    chosen = assign(worth)
    assert len(set(chosen.values())) == len(chosen)
    best = max(
        sum(
            worth.get((column, meaning), 0.0) for column, meaning in zip("ABCD", pick, strict=True)
        )
        for pick in product("wxyz-", repeat=4)
        if len({m for m in pick if m != "-"}) == sum(m != "-" for m in pick)
    )
    assert abs(sum(worth[pair] for pair in chosen.items()) - best) < 1e-9


def test_an_office_beside_a_name_is_no_signature() -> None:
    (table,) = tables("""
        Họ và tên     | Chức vụ  | Đơn vị
        Nguyễn Văn An | Chủ tịch | UBND xã
        Lê Thị Hoa    | Thư ký   | Đoàn xã

        Người lập     |          | Chủ tịch
        Trần Văn Bảy  |          | Nguyễn Văn An
    """)
    assert rows(table) == [2, 3]
    assert excluded(table) == ["5 signature", "6 signature"]


def test_whoever_signs_below_the_table_is_no_record() -> None:
    (table,) = tables("""
        STT | Người kiến nghị | Nội dung kiến nghị
        1   | Lê Văn Tám      | Đề nghị sửa đường liên ấp
        2   | Trần Văn Sáu    | Đề nghị thu gom rác thải sinh hoạt
        | Cộng: 02 ý kiến

        | | TRƯỞNG BAN NHÂN DÂN ẤP


        | | Nguyễn Văn Mười
    """)
    assert rows(table) == [2, 3]
    assert excluded(table)[0] == "4 total"
    assert [text for text in excluded(table) if "signature" in text] == [
        "6 signature",
        "9 signature",
    ]


def test_posts_that_no_list_has_sign_below_a_blank_row_if_typed_in_capitals() -> None:
    (table,) = tables("""
        STT | Ấp      | Kiến nghị của cử tri        | Nội dung trả lời
        1   | Tân Phú | Sửa chữa đường liên ấp      | Đã đưa vào kế hoạch năm 2027.

        | | | QUYỀN ĐIỀU HÀNH
        | | | Lý Thành Công
    """)
    assert rows(table) == [2]
    assert excluded(table) == ["4 signature", "5 signature"]


def test_posts_typed_without_accents_sign_too() -> None:
    (table,) = tables("""
        STT | Ho ten      | Noi dung kien nghi
        1   | Lam Soc Kha | De nghi xay nha van hoa ap

        | | TRUONG AP
        | | Truong Van Muoi
    """)
    assert rows(table) == [2]


def test_signatures_below_a_table_without_numbers_are_no_section() -> None:
    (table,) = tables("""
        Người kiến nghị | Ấp      | Nội dung kiến nghị
        Lê Văn Tám      | Tân Phú | Đề nghị sửa đường liên ấp
        Trần Văn Sáu    | Tân Phú | Đề nghị thu gom rác thải sinh hoạt

        | | TRƯỞNG BAN NHÂN DÂN ẤP
        | | Nguyễn Văn Mười
    """)
    assert rows(table) == [2, 3]
    assert excluded(table) == ["5 signature", "6 signature"]


def test_the_signatures_that_this_toolkit_writes_are_no_records() -> None:
    (table,) = tables("""
        STT | Người kiến nghị | Nội dung kiến nghị
        1   | Lê Văn Tám      | Đề nghị sửa đường liên ấp
        \\nNGƯỜI LẬP BIỂU | < | \\nTân Phong, ngày 05 tháng 10 năm 2026\\nTM. UBND\\nCHỦ TỊCH
    """)
    assert rows(table) == [2]
    assert excluded(table) == ["3 signature"]


def test_a_petition_about_a_post_signs_nothing() -> None:
    (table,) = tables("""
        STT | Người kiến nghị | Nội dung kiến nghị
        1   | Lê Văn Tám      | Đề nghị sửa đường liên ấp
        | | Trưởng ấp chưa họp dân để lấy ý kiến
        | Trương Văn Ba | Trưởng ban quản lý chợ thu phí quá cao
    """)
    assert rows(table) == [2, 3, 4]


def test_a_title_in_capitals_above_rows_without_numbers_is_no_signature() -> None:
    (table,) = tables("""
        STT | Người kiến nghị | Nội dung kiến nghị
        1   | Lê Văn Tám      | Đề nghị sửa đường liên ấp

        | | KHÁC
        | Trần Văn Sáu | Đề nghị thu gom rác thải sinh hoạt
    """)
    assert rows(table) == [2, 5]


BALLOTS = """
    STT | Họ và tên  | Thái độ phục vụ | <        | <              | Thời gian giải quyết | <        | <
    ^   | ^          | Rất hài lòng    | Hài lòng | Không hài lòng | Rất hài lòng         | Hài lòng | Không hài lòng
    1   | Lê Văn Tám | x               |          |                |                      | x        |
    2   | Trần Thị B |                 | x        |                |                      |          |
    Tổng |           | 1               | 1        | 0              | 0                    | 1        | 0
"""  # noqa: E501  (one line is one row)


def test_ticks_below_levels_are_the_votes_of_one_person_on_what_stands_over_them() -> None:
    (table,) = tables(BALLOTS)
    assert (table.layout.key, rows(table)) == ("survey", [3, 4])
    assert columns(table) == [
        "A=seq",
        "B=respondent",
        "C=very_satisfied Thái độ phục vụ",
        "D=satisfied Thái độ phục vụ",
        "E=dissatisfied Thái độ phục vụ",
        "F=very_satisfied Thời gian giải quyết",
        "G=satisfied Thời gian giải quyết",
        "H=dissatisfied Thời gian giải quyết",
    ]


def test_each_question_of_a_ballot_is_a_record_and_a_tick_one_vote() -> None:
    book = workbook(BALLOTS)
    (table,), doubts = detect(book, layouts.load(), CODES)
    records, findings = normalize(table, CODES)
    levels = ("very_satisfied", "satisfied", "dissatisfied")
    assert [(r["question"], *(r[level] for level in levels)) for r in records] == [
        ("Thái độ phục vụ", 1, None, None),
        ("Thời gian giải quyết", None, 1, None),
        ("Thái độ phục vụ", None, 1, None),
        ("Thời gian giải quyết", None, None, None),
    ]
    assert records[3].cell("very_satisfied").a1 == "F4"
    assert (*doubts, *findings) == ()


def test_what_is_said_of_a_header_is_said_of_the_cell_that_shows_it() -> None:
    book = workbook("""
        TT | Họ và tên     | Năm sinh | <  | Dân tộc
        ^  | ^             | Nam      | Nữ | ^
        1  | Nguyễn Văn An | 1960     |    | Kinh
    """)
    _, (unused,) = detect(book, layouts.load(), CODES)
    assert (unused.notice.code, unused.cell.a1) == ("COL-03", "E1")


def test_a_missing_column_is_told_where_its_header_can_be_typed() -> None:
    book = workbook("""
        STT | Người kiến nghị | Lĩnh vực | Ngày tiếp nhận | Cán bộ tiếp | <
        ^   | ^               | ^        | ^              | ^           | Ký tên
        1   | Nguyễn Văn An   | Đất đai  | 2026-10-05     | Đề nghị sửa đường vào tổ 3 ấp 5 | x
    """)
    _, (missing, *_) = detect(book, layouts.load(), CODES)
    assert (missing.notice.code, missing.cell.a1) == ("COL-01", "A1")
    assert missing.params["place"] == "E1"


@pytest.mark.parametrize(
    "header", ["Số người cùng ý kiến", "Số lượt", "Có bao nhiêu hộ dân ủng hộ"]
)
def test_how_many_people_stand_behind_a_petition_is_its_own_field(header: str) -> None:
    (table,) = tables(f"""
        STT | Họ và tên     | Nội dung kiến nghị              | {header}
        1   | Nguyễn Văn An | Đề nghị nạo vét kênh T3 cho dân | 5
        2   | Lê Thị Hoa    | Đề nghị cấp nước sạch cho tổ 4  | 3
    """)
    assert columns(table) == ["A=seq", "B=petitioner", "C=content", "D=supporters"]


def test_headings_that_begin_anew_head_another_panel_of_the_list() -> None:
    left, right = tables("""
        DANH SÁCH HỘ DÂN MỜI DỰ HỘI NGHỊ
        TT | Họ và tên     | Địa chỉ | TT | Họ và tên  | Địa chỉ
        1  | Nguyễn Văn An | Tổ 1    | 3  | Lê Thị Hoa | Tổ 2
        2  | Trần Văn Bình | Tổ 5    |    |            |
    """)
    assert columns(left) == ["A=seq", "B=full_name", "C=address"]
    assert columns(right) == ["D=seq", "E=full_name", "F=address"]
    assert (rows(left), rows(right)) == ([3, 4], [3])


def test_what_stands_beside_the_ticks_below_a_heading_is_something_else() -> None:
    (table,) = tables("""
        STT | Họ và tên     | Tình hình tham dự | <    | <             | Ghi chú
        ^   | ^             | Có mặt            | Vắng | Người dự thay | ^
        1   | Nguyễn Văn An | x                 |      |               |
        2   | Lê Thị Hoa    |                   | x    | Lê Văn Tư     |
    """)
    assert columns(table) == [
        "A=seq",
        "B=full_name",
        "C=attendance present",
        "D=attendance absent",
        "F=note",
    ]


def test_english_names_of_fields_are_read_by_the_same_grammar() -> None:
    (table,) = tables("""
        requestId | submittedDate | full_name     | mobile_no   | hamlet  | petition_content                   | dueDate    | department_in_charge | email
        R-1       | 2026-10-05    | Nguyễn Văn An | '0905104729 | Tân Hòa | Đề nghị lắp đèn đường ở hẻm số 5   | 2026-11-20 | Phòng Kinh tế        | a@b.vn
        R-2       | 2026-10-06    | Lê Thị Hoa    | '0905104730 | Tân Hòa | Đề nghị sửa cầu ván qua rạch ấp 2  | 2026-11-20 | Phòng Kinh tế        | c@d.vn
    """)  # noqa: E501 — one row, one line
    assert columns(table) == [
        "A=petition_id",
        "B=received_on",
        "C=petitioner",
        "D=phone",
        "E=hamlet",
        "F=content",
        "G=due_date",
        "H=lead_unit",
    ]


BLOOD = """
    {title}
    STT | Họ và tên      | Năm sinh | Nhóm máu | Cân nặng | {more}
    1   | Nguyễn Văn An  | 1990     | O        | 60       | {value}
    2   | Trần Thị Bình  | 1992     | A        | 52       | {value}
    3   | Lê Văn Cường   | 1985     | B        | 70       | {value}
"""


def test_a_list_of_people_is_left_alone_that_is_kept_for_something_else() -> None:
    title = "DANH SÁCH HIẾN MÁU TÌNH NGUYỆN"
    assert tables(BLOOD.format(title=title, more="Địa chỉ", value="Tổ 1")) == ()


@pytest.mark.parametrize(
    ("title", "more", "value"),
    [
        ("DANH SÁCH MỜI DỰ HỘI NGHỊ", "Địa chỉ", "Tổ 1"),
        ("", "Thành phần tham dự", "Công dân"),
        ("", "Điểm danh", "Có mặt"),
    ],
)
def test_a_title_or_a_column_says_that_people_come_to_a_meeting(
    title: str, more: str, value: str
) -> None:
    (table,) = tables(BLOOD.format(title=title, more=more, value=value))
    assert table.layout.key == "attendee"
    assert len(rows(table)) == 3


def test_guests_with_post_and_office_are_guests_whatever_else_is_noted_of_them() -> None:
    (table,) = tables("""
        TT | Họ và tên     | Chức vụ  | Đơn vị  | Bàn số | Suất ăn
        1  | Nguyễn Văn An | Bí thư   | Đảng ủy | 1      | Mặn
        2  | Trần Thị Bình | Chủ tịch | UBND xã | 1      | Chay
        3  | Lê Văn Cường  | Trưởng ấp | Ấp 3   | 2      | Mặn
    """)
    assert columns(table) == ["A=seq", "B=full_name", "C=position", "D=organisation"]


def test_a_numbered_row_with_words_that_are_headings_elsewhere_is_a_record() -> None:
    (table,) = tables("""
        STT  | Họ tên, địa chỉ     | Kiến nghị              | Số lượt | Thẩm quyền | Ngày
        '03  | Tạ Văn Hiệp, tổ 2   | Đề nghị hỗ trợ vốn vay | 5       | Huyện      | 2026-10-10
        '04  | Lương Văn Đạt, tổ 3 | Kênh nội đồng bị bồi   | năm     | Xã         | '2026
        Cộng |                     | 4 kiến nghị            | 30      |            |
    """)
    assert (rows(table), excluded(table)) == ([2, 3], ["4 total"])
