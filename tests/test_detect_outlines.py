"""Numbered titles, lines that count, and what stands below or beside a table but is none of it."""

import pytest

from tests.test_detect import columns, excluded, rows, tables


def test_a_number_over_numbers_of_its_own_is_a_title() -> None:
    (table,) = tables("""
        Mục | Người nêu ý kiến | Nội dung ý kiến, kiến nghị
        1   | CHI BỘ ẤP BÌNH HÒA
        1.1 | Lâm Sà Rinh      | Giá mãng cầu xuống thấp, bà con muốn chuyển đổi cây trồng
        1.2 | Châu Văn Điền    | Đi chứng thực bản sao phải chờ cả buổi
        2   | CHI BỘ TRƯỜNG HỌC
        2.1 | Ngô Thị Chín     | Đầu giờ học xe đưa rước đậu kín cổng trường
    """)
    assert columns(table) == ["A=seq", "B=petitioner", "C=content"]
    assert (rows(table), excluded(table)) == ([3, 4, 6], ["2 section", "5 section"])


def test_a_title_may_count_the_numbers_below_it() -> None:
    (table,) = tables("""
        STT | Nội dung kiến nghị                          | Người nêu     | Số ý kiến
        1   | Lĩnh vực đất đai                            |               | 2
        1.1 | Hồ sơ tách thửa nộp đã lâu chưa có kết quả  | Phạm Thị Dung | 1
        1.2 | Giấy chứng nhận ghi sai số tờ bản đồ        | Lê Văn Cường  | 1
    """)
    assert (rows(table), excluded(table)) == ([3, 4], ["2 section"])


@pytest.mark.parametrize("number", ["1", "-", "a"])
def test_a_numbered_title_may_stand_over_numbers_that_begin_anew_or_bullets(number: str) -> None:
    (table,) = tables(f"""
        STT      | Họ tên        | Nội dung kiến nghị                      | Ghi chú
        1        | Ấp Bình Hòa   | <                                       | <
        {number} | Nguyễn Văn An | Đề nghị sửa đường vào tổ 5 ngập nước    |
        2        | Ấp Gò Nổi     | <                                       | <
        {number} | Lê Văn Cường  | Cầu ván qua kênh đã mục rất nguy hiểm   |
    """)
    assert (rows(table), excluded(table)) == ([3, 5], ["2 section", "4 section"])


def test_a_numbered_person_without_anything_else_is_a_record() -> None:
    (table,) = tables("""
        STT | Họ và tên     | Chức vụ   | Điện thoại
        1   | Thị Đẹt       |           |
        2   | Thạch Sô Phia | Trưởng ấp | 0912345678
        3   | H'Hen Niê     |           |
        1   | Lê Văn Cường  | Hội viên  |
    """)
    assert rows(table) == [2, 3, 4, 5]


def test_small_letters_mark_titles_too() -> None:
    (table,) = tables("""
        STT | Người kiến nghị       | Ấp       | Nội dung kiến nghị
        a)  | Ý kiến về đất đai
        1   | Nguyễn Văn An         | Bình Hòa | Hồ sơ tách thửa nộp lâu chưa có kết quả
        b)  | Ý kiến về giao thông
        1   | Lê Văn Cường          | Trà Cao  | Cầu ván qua kênh mục rất nguy hiểm
    """)
    assert (rows(table), excluded(table)) == ([3, 5], ["2 section", "4 section"])


@pytest.mark.parametrize(
    "line", ["Cong A: 14 y kien", "Danh sách này có 24 người", "Ấp Bình Hòa: 2 ý kiến"]
)
def test_a_line_that_counts_is_a_total_with_and_without_accents(line: str) -> None:
    (table,) = tables(f"""
        STT | Nguoi hoi     | Ap       | Noi dung hoi
        1   | NGO THI CHIN  | Lang Dai | Bao hiem y te co con duoc ho tro hay khong
        2   | MAI XUAN QUY  | Binh Hoa | Ho so nop tu thang 6 chua duoc hop xet
            | {line}
    """)
    assert (rows(table), excluded(table)) == ([2, 3], ["4 total"])


def test_a_lone_text_where_people_stand_is_a_title_unless_it_names_one() -> None:
    (table,) = tables("""
        STT | Họ và tên              | Ấp       | Nội dung kiến nghị
        1   | Nguyễn Văn An          | Bình Hòa | Đề nghị sửa đường vào tổ 5 ngập nước
            | Bổ sung sau ngày 10/10
            | Thị Đẹt                | Gò Nổi   | Sửa cống
    """)
    assert (rows(table), excluded(table)) == ([2, 4], ["3 section"])


def test_a_small_table_of_another_matter_below_is_none_of_ours() -> None:
    (table,) = tables("""
        STT | Chủ hộ        | Ấp       | Số ĐT      | Khó khăn, kiến nghị
        1   | Nguyễn Văn An | Bình Hòa | 0912345678 | Tổ vay vốn thu tiền mà không ghi biên lai
        2   | Trần Thị Bình | Trà Cao  | 0357508598 | Lịch xả nước hồ năm nay bao giờ thông báo

            | Giá vật tư tại đại lý (tham khảo) | <           | <           | <
            | Mặt hàng      | Đơn vị tính | Giá tháng 9 | Giá tháng 10
            | Urê Phú Mỹ    | bao 50 kg   | 585.000     | 610.000
            | Kali đỏ       | bao 50 kg   | 540.000     | 540.000
    """)
    assert rows(table) == [2, 3]
    assert excluded(table) == ["5 note", "6 note", "7 note", "8 note"]


def test_figures_where_somebody_should_stand_make_another_table() -> None:
    (table,) = tables("""
        TT | Nội dung kiến nghị                   | Đơn vị giải quyết
        1  | Đề nghị sửa đường vào tổ 5 ngập nước | Phòng Kinh tế
        2  | Xin lắp đèn chiếu sáng tuyến liên ấp | Điện lực

           | Theo lĩnh vực                        | Số lượng
           | Đất đai                              | 5
           | Giao thông                           | 7
    """)
    assert rows(table) == [2, 3]


def test_people_without_a_number_below_a_blank_row_are_records() -> None:
    (table,) = tables("""
        STT | Họ và tên     | Ấp        | Số ĐT      | Nội dung kiến nghị
        1   | Nguyễn Văn An | Ấp 3      | 0912345678 | Đề nghị sửa đường vào tổ 5 ngập nước
        2   | Trần Thị Bình | Ấp 4      | 0357508598 | Xin lắp đèn chiếu sáng tuyến liên ấp

            | Ghi thêm ngày 12/10 | <   | <          | <
            | Thị Đẹt       | Ấp Gò Nổi |            | Sửa cống
            | Thạch Sô Phia | Ấp Gò Nổi |            | Nạo vét kênh
    """)
    assert rows(table) == [2, 3, 6, 7]


def test_what_stands_beside_a_list_does_not_hide_what_the_list_is() -> None:
    (table,) = tables("""
        HỘI VIÊN NÔNG DÂN ĐI DỰ ĐỐI THOẠI

        TT | Họ và tên     | Chi hội ấp | Liên lạc   | Tiền xăng (đồng) | | Xe   | Mấy giờ
        1  | Nguyễn Tấn An | Bình Hòa   | 0778120567 | '50.000          | | Xe 1 | 6 giờ 30
        2  | Trần Thị Tư   | Bình Hòa   | 0357128486 | '50.000          | | Xe 2 | 6 giờ 45
        3  | Phạm Văn Đủ   | Tân Thuận  | 0822136405 | '50.000          | |      |
    """)
    assert table.layout.key == "attendee"
    assert columns(table) == ["A=seq", "B=full_name", "C=hamlet", "D=phone"]
    assert rows(table) == [4, 5, 6]


def test_a_bare_lower_heading_means_what_it_says_with_the_one_above() -> None:
    (table,) = tables("""
        STT | Người dân | Nội dung vướng mắc           | Trạm giải đáp | <              | <
        ^   | ^         | ^                            | Người nói     | Nội dung       | Ngày
        1   | Lê Văn An | Làm lại khai sinh cần thứ gì | Võ Văn Lê     | Nộp trên mạng. | 6/10/2026
        2   | Lê Thị Tư | Cấp sổ đất bị rách bao nhiêu | Võ Văn Lê     | Mất bảy ngày.  | 8/10/2026
    """)
    assert columns(table) == [
        "A=seq",
        "B=petitioner",
        "C=content",
        "D=responder",
        "E=response_text",
        "F=answered_on",
    ]


def test_the_same_bare_heading_may_stand_below_two_others() -> None:
    (table,) = tables("""
        Đơn    | <                              | <         | Trả lời                   | <
        Số     | Nội dung                       | Ngày      | Nội dung                  | Ngày
        1      | Đề nghị sửa đường vào tổ 5     | 5/10/2026 | Đã sửa xong hôm mùng mười | 9/10/2026
        2      | Xin lắp đèn chiếu sáng liên ấp | 6/10/2026 | Đang khảo sát, sẽ lắp sớm | 9/10/2026
    """)
    assert columns(table)[1:] == [
        "B=content",
        "C=received_on",
        "D=response_text",
        "E=answered_on",
    ]


def test_a_day_right_of_the_answer_is_that_of_the_answer() -> None:
    (table,) = tables("""
        STT | Họ và tên     | Ý kiến, kiến nghị              | Trả lời             | Ngày
        1   | Nguyễn Văn An | Đề nghị sửa đường vào tổ 5     | Đã sửa xong.        | 12/10/2026
        2   | Trần Thị Bình | Xin lắp đèn chiếu sáng liên ấp | Đã đặt thêm 12 đèn. | 13/10/2026
    """)
    assert columns(table)[3:] == ["D=response_text", "E=answered_on"]


def test_men_and_women_may_have_columns_of_their_own() -> None:
    (table,) = tables("""
        DANH SÁCH KHÁCH MỜI DỰ HỘI NGHỊ ĐỐI THOẠI

        TT | Họ và tên     | <             | Chức vụ
        ^  | Ông           | Bà            | ^
        1  | Nguyễn Văn An |               | Trưởng ấp
        2  |               | Trần Thị Bình | Bí thư
        3  | Lê Văn Cường  |               | Công chức
    """)
    assert columns(table)[1:3] == ["B=full_name male", "C=full_name female"]


def test_an_accented_syllable_is_no_other_word_that_folds_to_the_same() -> None:
    (table,) = tables("""
        DANH SÁCH ĐẠI BIỂU DỰ ĐỐI THOẠI

        STT | Họ và tên     | Chức vụ   | Bàn
        1   | Nguyễn Văn An | Trưởng ấp | Bàn 1
        2   | Trần Thị Bình | Bí thư    | Bàn 2
        3   | Lê Văn Cường  | Công chức | Bàn 3
    """)
    assert "D=hamlet" not in columns(table)


def test_a_group_of_an_association_is_no_hamlet() -> None:
    (table,) = tables("""
        STT | Họ tên chị em | Tổ phụ nữ | Ý kiến của chị em
        1   | Hà Thị Nhịn   | Tổ 4      | Chợ xã không có nhà vệ sinh cho chị em buôn bán
        2   | Lê Thị Ren    | Tổ 9      | Lớp mẫu giáo chỉ giữ trẻ tới 16 giờ 30
        3   | Võ Thị Sáu    | Tổ 5      | Nước giếng khoan trong xóm có mùi tanh
    """)
    assert columns(table) == ["A=seq", "B=petitioner", "D=content"]


def test_a_diary_of_others_is_no_list_of_petitions() -> None:
    assert not tables("""
        NHẬT KÝ TUẦN TRA CỦA DÂN QUÂN

        STT | Ngày       | Người trực    | Ấp       | Tình hình
        1   | 05/10/2026 | Nguyễn Văn An | Bình Hòa | Không có vụ việc gì xảy ra trong đêm
        2   | 06/10/2026 | Trần Văn Bình | Gò Nổi   | Nhắc nhở một nhóm thanh niên tụ tập khuya
        3   | 07/10/2026 | Lê Văn Cường  | Trà Cao  | Hỗ trợ một vụ tai nạn giao thông nhẹ
    """)


def test_where_the_title_says_it_cells_are_enough() -> None:
    (table,) = tables("""
        NGƯ DÂN GÓP Ý VỚI LÃNH ĐẠO XÃ

        TT | Bạn chài  | Ghe     | Chỗ neo đậu | Số gọi     | Lời thưa
        1  | Lê Văn An | Ghe to  | Ấp Bình Hòa | 0912345678 | Luồng vào bến cạn, ghe mắc cạn
        2  | Lê Thị Tư | Ghe nhỏ | Ấp Gò Nổi   | 0357508598 | Xin đèn báo ở cửa kênh lớn
        3  | Võ Văn Ba | Ghe nhỏ | Ấp Gò Nổi   | 0822516517 | Giá dầu tăng, mong được hỗ trợ
    """)
    assert columns(table) == ["A=seq", "B=petitioner", "D=hamlet", "E=phone", "F=content"]
