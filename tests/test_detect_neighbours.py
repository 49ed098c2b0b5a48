"""What columns and rows are, told by their cells, their neighbours and what stands over them."""

import pytest

from tests.test_detect import columns, excluded, rows, tables


def test_the_rows_of_totals_and_marks_for_as_above_say_nothing_of_a_column() -> None:
    (table,) = tables("""
        STT | Ý kiến của người dân              | Thuộc lĩnh vực (đánh dấu x) | <    | <       | Ngày ghi
        ^   | ^                                 | Giao thông                  | Điện | Đất đai | ^
        1   | Đường vào tổ 5 lầy lội khi mưa lớn | x                           |      |         | 2026-10-05
        2   | Điện yếu vào buổi tối ở cuối xóm   |                             | x    |         | nt
        3   | Giấy chứng nhận ghi sai số thửa    |                             |      | x       | nt
            | Cộng                              | 1                           | 1    | 1       |
    """)  # noqa: E501 — one row, one line
    assert columns(table) == [
        "A=seq",
        "B=content",
        "C=topic B01",
        "D=topic B02",
        "E=topic A05",
        "F=received_on",
    ]
    assert rows(table) == [3, 4, 5]


def test_a_page_may_break_between_two_sections() -> None:
    (table,) = tables("""
        STT | Họ và tên     | Chức vụ
        A   | CÔNG CHỨC
        1   | Nguyễn Văn An | Công chức
            | Cộng A: 01 đại biểu
        STT | Họ và tên     | Chức vụ
        B   | NÔNG DÂN
        2   | Trần Thị Bình | Hội viên
    """)
    assert rows(table) == [3, 7]


def test_a_header_without_merged_cells_may_go_on_in_the_row_below() -> None:
    (table,) = tables("""
        TT | Người         |       | Nội dung                           | Cơ quan       |           | Thời hạn
           | Họ tên        | Ấp    | kiến nghị                          | chủ trì       | phối hợp  |
        1  | Nguyễn Văn An | Ấp 3  | Đường vào tổ 5 lầy lội khi mưa lớn  | Phòng Kinh tế | Công an xã | 2026-11-20
        2  | Trần Thị Bình | Ấp 4  | Điện yếu vào buổi tối ở cuối xóm    | Công an xã    | Trạm Y tế | 2026-11-20
    """)  # noqa: E501 — one row, one line
    assert table.header_rows == (1, 2)
    assert columns(table) == [
        "A=seq",
        "B=petitioner",
        "C=hamlet",
        "D=content",
        "E=lead_unit",
        "F=support_units",
        "G=due_date",
    ]


def test_values_that_are_also_headings_and_repeat_head_no_table() -> None:
    (table,) = tables("""
        Mã QR | Họ và tên     | Thành phần | Trạng thái
        QR01  | Nguyễn Văn An | Công dân   | Có mặt
        QR02  | Trần Thị Bình | Công dân   | Có mặt
        QR03  | Lê Văn Cường  | Công dân   | Vắng
    """)
    assert rows(table) == [2, 3, 4]


def test_few_known_words_over_dates_and_sentences_are_a_header() -> None:
    (table,) = tables("""
        SỔ GHI Ý KIẾN
        Ngày       | Người         | Ý kiến                           | Xử lý
        05/10/2026 | Nguyễn Văn An | Đường vào tổ 5 lầy lội khi mưa lớn | Đã rải đá 120 m ở tổ 5
        06/10/2026 | Trần Thị Bình | Điện yếu vào buổi tối ở cuối xóm   | Đã thay máy ở cuối xóm
    """)
    assert columns(table) == ["A=received_on", "B=petitioner", "C=content", "D=response_text"]


def test_a_header_may_name_several_fields() -> None:
    (table,) = tables("""
        STT | Họ tên, chức vụ, số điện thoại      | Số CCCD, ngày cấp, nơi cấp
        1   | Nguyễn Văn An, Trưởng ấp, 0905104729 | 072085001000, 12/03/2021, Cục Cảnh sát
        2   | Trần Thị Bình, Công chức, 0386112648 | 072185001037, 12/03/2021, Cục Cảnh sát
        3   | Lê Hoàng Cường, Nông dân, 0778120567 | 072085001074, 12/03/2021, Cục Cảnh sát
    """)
    assert columns(table) == ["A=seq", "B=full_name", "C=national_id"]
    assert table.columns[1].column.also == ("position", "phone")


def test_words_in_brackets_tell_where_those_before_them_do_not() -> None:
    (table,) = tables("""
        STT | Nội dung kiến nghị                 | Nơi phát sinh (ấp) | Đầu mối (chủ trì)
        1   | Đường vào tổ 5 lầy lội khi mưa lớn  | Ấp Tân Hòa         | Phòng Kinh tế
        2   | Điện yếu vào buổi tối ở cuối xóm    | Ấp 3               | Công an xã
    """)
    assert columns(table) == ["A=seq", "B=content", "C=hamlet", "D=lead_unit"]


def test_what_stands_below_a_heading_of_something_else_is_something_else() -> None:
    (table,) = tables("""
        STT | Văn bản giám sát | <          | Nội dung kiến nghị               | Đôn đốc | Ấp
        ^   | Số văn bản       | Ngày       | ^                                | Số CV   | ^
        1   | 18/BC-MTTQ       | 2026-09-14 | Đường vào tổ 5 lầy lội vào mùa mưa | 41/MT   | Ấp 3
        2   | 18/BC-MTTQ       | 2026-09-14 | Điện yếu vào buổi tối ở cuối xóm | 42/MT   | Ấp 4
    """)
    assert columns(table) == ["A=seq", "D=content", "F=hamlet"]


@pytest.mark.parametrize("points", [("5 điểm", "1 điểm"), ("Mức 1", "Mức 5")])
def test_points_are_levels_the_most_for_the_best(points: tuple[str, str]) -> None:
    first, last = (int("".join(filter(str.isdecimal, text))) for text in points)
    step = 1 if first < last else -1
    heads = [points[0].replace(str(first), str(n)) for n in range(first, last + step, step)]
    (table,) = tables(f"""
        STT | Nội dung lấy ý kiến           | {" | ".join(heads)}
        1   | Thái độ phục vụ của công chức | 20 | 25 | 3 | 2 | 0
        2   | Thời gian giải quyết hồ sơ    | 22 | 20 | 5 | 2 | 1
    """)
    levels = ["very_satisfied", "satisfied", "neutral", "dissatisfied", "very_dissatisfied"]
    letters = "CDEFG" if step < 0 else "GFEDC"
    told = {f"{letter}={level}" for letter, level in zip(letters, levels, strict=True)}
    assert set(columns(table)) == {"A=seq", "B=question"} | told


def test_people_of_whom_much_is_known_have_names_whatever_stands_over_them() -> None:
    (table,) = tables("""
        Số TT | Quý danh         | Giới | NS   | Số định danh  | Cư ngụ tại ấp  | Nghề nghiệp
        1     | H'Hen Niê Siêng  | Nữ   | 1988 | '066188004512 | Ấp Bình Linh   | Thợ dệt
        2     | Thị Đẹt          | Nữ   | 1994 | '070194002231 | Ấp Gò Nổi      | Công nhân
        3     | Mùa A Trừ        | Nam  | 1990 | '011090005126 | Ấp Láng Dài    | Tài xế
    """)
    assert columns(table)[1] == "B=full_name"


def test_a_unit_that_answers_is_the_one_in_charge_while_nothing_is_answered() -> None:
    asked = """
        STT | Nội dung hỏi                      | Đơn vị trả lời | {more}
        1   | Đường vào tổ 5 lầy lội khi mưa lớn | Phòng Kinh tế  | {value}
        2   | Điện yếu vào buổi tối ở cuối xóm   | Công an xã     | {value}
    """
    (open_,) = tables(asked.format(more="Lĩnh vực", value="Giao thông"))
    (answered,) = tables(asked.format(more="Ngày trả lời", value="2026-10-20"))
    assert columns(open_)[2] == "C=lead_unit"
    assert columns(answered)[2] == "C=responder"


def test_a_day_beside_the_number_of_a_document_is_that_of_the_document() -> None:
    (table,) = tables("""
        Mã kiến nghị | Nội dung trả lời                  | Số văn bản   | Ngày
        KN-01        | Đã rải đá 120 m trong tháng 10     | 20/UBND-VP   | 2026-10-20
        KN-02        | Điện lực đã thay máy biến áp mới   | 21/UBND-VP   | 2026-10-21
    """)
    assert columns(table) == [
        "A=petition_id",
        "B=response_text",
        "C=document_no",
        "D=document_date",
    ]


def test_units_may_stand_in_columns_of_ticks() -> None:
    (table,) = tables("""
        TT | Nội dung ý kiến                    | Đơn vị xử lý  | <
        ^  | ^                                  | Phòng Kinh tế | Công an xã
        1  | Đường vào tổ 5 lầy lội khi mưa lớn  | x             |
        2  | Thanh niên tụ tập nẹt pô ban đêm    |               | x
    """)
    assert columns(table) == [
        "A=seq",
        "B=content",
        "C=lead_unit Phòng Kinh tế",
        "D=lead_unit Công an xã",
    ]


@pytest.mark.parametrize("ids", [(4, 7, 4), ("GT", "DD", "GT")])
def test_what_repeats_is_no_id_of_a_petition(ids: tuple[object, ...]) -> None:
    header = "Mã" if isinstance(ids[0], str) else "Số kiến nghị ghi nhận"
    (table,) = tables(f"""
        STT | {header} | Nội dung kiến nghị                 | Ấp
        1   | {ids[0]} | Đường vào tổ 5 lầy lội khi mưa lớn  | Ấp 3
        2   | {ids[1]} | Điện yếu vào buổi tối ở cuối xóm    | Ấp 4
        3   | {ids[2]} | Giấy chứng nhận ghi sai số thửa     | Ấp 3
        4   | {ids[0]} | Nước máy có phèn vàn, đề nghị xem   | Ấp 4
    """)
    assert "B=petition_id" not in columns(table)


def test_a_leader_is_no_petitioner_though_a_name_stands_there() -> None:
    (table,) = tables("""
        STT | Việc cần giải quyết                | Ấp   | Lãnh đạo ban hành thông báo
        1   | Đường vào tổ 5 lầy lội khi mưa lớn  | Ấp 3 | Nguyễn Văn An
        2   | Điện yếu vào buổi tối ở cuối xóm    | Ấp 4 | Trần Thị Bình
        3   | Giấy chứng nhận ghi sai số thửa     | Ấp 5 | Lê Hoàng Cường
    """)
    assert "D=petitioner" not in columns(table)


def test_what_people_say_is_no_name() -> None:
    (table,) = tables("""
        STT | Ý kiến cử tri                      | Trả lời của Chủ tịch tại hội nghị
        1   | Cầu ván qua rạch ở tổ 5 bị mục gãy  | Đã rải đá 120 m trong tháng 10
        2   | Xe gom rác một tuần mới vào xóm     | Đã tăng lên ba chuyến mỗi tuần ở xóm
        3   | Quán karaoke mở nhạc lớn đến khuya  | Công an xã đã lập biên bản, nhắc nhở
    """)
    assert columns(table) == ["A=seq", "B=content", "C=response_text"]


def test_sections_may_tell_how_many_rows_they_have() -> None:
    (table,) = tables("""
        STT | Họ tên        | Nội dung                           | Số ý kiến
        I   | LĨNH VỰC ĐẤT ĐAI |                                 | 2
        1   | Nguyễn Văn An | Giấy chứng nhận ghi sai số thửa     | 1
        2   | Trần Thị Bình | Xin chuyển 200 m2 đất vườn sang ở   | 1
            | Ấp Tân Hòa    |                                    | (01 ý kiến)
        3   | Lê Văn Cường  | Đường vào tổ 5 lầy lội khi mưa lớn  | 1
            |               |                                    |
            | Ghi thêm sau hội nghị
    """)
    assert rows(table) == [3, 4, 6]
    assert excluded(table) == ["2 section", "5 section", "8 note"]


def test_a_row_of_shares_below_a_survey_is_no_question() -> None:
    (table,) = tables("""
        STT | Nội dung                      | Rất hài lòng | Hài lòng | Không hài lòng
        1   | Thái độ phục vụ của công chức | 20           | 25       | 5
        2   | Thời gian giải quyết hồ sơ    | 20           | 25       | 5
            | Tỷ lệ                         | 40%          | 50%      | 10%
    """)
    assert rows(table) == [2, 3]


@pytest.mark.parametrize(
    ("title", "header", "row"),
    [
        (
            "DANH MỤC CÔNG TRÌNH",
            "STT | Tên công trình | Chủ đầu tư | Tổng mức đầu tư | Tiến độ",
            "Nâng cấp đường liên ấp 3 đi ấp 4 | Phòng Kinh tế | 5000000000 | Đang thi công",
        ),
        (
            "DANH SÁCH CHI TIỀN ĂN ĐẠI BIỂU DỰ HỘI NGHỊ",
            "STT | Họ và tên | Chức vụ | Đơn vị | Số tiền",
            "Nguyễn Văn An | Trưởng ấp | Ấp 3 | 100000",
        ),
        (
            "SỔ HÒA GIẢI CƠ SỞ",
            "STT | Ngày | Bên A | Bên B | Nội dung mâu thuẫn",
            "2026-10-05 | Nguyễn Văn An | Lê Văn Hai | Tranh chấp ranh đất giữa hai hộ liền kề",
        ),
        (
            "DANH SÁCH HỒ SƠ ĐẤT ĐAI",
            "STT | Mã hồ sơ | Chủ hồ sơ | Địa chỉ | Ngày tiếp nhận | Ngày hẹn trả | Tình trạng",
            "H1 | Nguyễn Văn An | Ấp 3 | 2026-10-05 | 2026-10-20 | Đang giải quyết",
        ),
        (
            "THEO DÕI VĂN BẢN ĐƯỢC GIAO",
            "Đơn vị | Tổng số ý kiến | Đã trả lời | Chưa trả lời",
            "5 | 3 | 2",
        ),
    ],
)
def test_works_payments_registers_and_figures_are_none_of_ours(
    title: str, header: str, row: str
) -> None:
    text = "\n".join([title, header, *(f"{n} | {row}" for n in (1, 2, 3))])
    assert tables(text) == ()
