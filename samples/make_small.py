"""The small samples: one workbook for each thing that office sheets do, and little else in it."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from make_paper import Paper, Style

PLAIN = """
[header] STT | Họ và tên | Ấp | Nội dung kiến nghị | Ngày tiếp nhận
1 | Trần Văn Mẫn | Thạnh Lộc | Đề nghị sửa đường tổ 1 bị ngập nước. | @06/10/2026
2 | Lê Thị Thơm | Thạnh Phú | Xin lắp thêm 03 bóng đèn đường tổ 5. | @07/10/2026
"""

LETTERHEAD = """
[header] TT | Ông (bà) | Nơi cư trú | Nội dung phản ánh, kiến nghị | Ngày nhận
1 | Trần Văn Mẫn | Ấp Thạnh Lộc | Đề nghị sửa đường tổ 1 bị ngập nước. | @06/10/2026
2 | Lê Thị Thơm | Ấp Thạnh Phú | Xin lắp thêm 03 bóng đèn đường tổ 5. | @07/10/2026
"""

MERGED_HEADER = """
[header] STT | Người kiến nghị | < | Nội dung kiến nghị | Văn bản trả lời | <
[header] ^ | Họ và tên | Điện thoại | ^ | Số, ký hiệu | Ngày
1 | Trần Văn Mẫn | 0912000111 | Đề nghị sửa đường tổ 1 bị ngập nước. | 12/UBND-KT | @26/10/2026
2 | Lê Thị Thơm | 0912000112 | Xin lắp thêm 03 bóng đèn đường tổ 5. | 13/UBND-KT | @27/10/2026
"""

THREE_ROW_HEADER = """
[header] STT | Họ và tên | Thông tin cá nhân | < | < | Ghi chú
[header] ^ | ^ | Năm sinh | < | Số điện thoại | ^
[header] ^ | ^ | Nam | Nữ | ^ | ^
1 | Trần Văn Mẫn | 1971 | | 0912000111 |
2 | Lê Thị Thơm | | 1980 | 0912000112 |
"""

COLUMN_NUMBERS = """
[header] STT | Người phản ánh | Nội dung phản ánh | Lĩnh vực | Ghi chú
[column_numbers] A | B | (1) | (2) | (3)
1 | Trần Văn Mẫn | Đường tổ 1 bị ngập nước mỗi khi mưa lớn. | Giao thông |
2 | Lê Thị Thơm | Đèn đường tổ 5 không sáng. | Điện |
"""

SIDE_BY_SIDE = """
[header] STT | Họ và tên | Năm sinh | Đơn vị
1 | Trần Văn Mẫn | 1971 | Ấp Thạnh Lộc
2 | Lê Thị Thơm | 1980 | Ấp Thạnh Phú
"""

SIDE_BY_SIDE_RIGHT = """
[header] STT | Người kiến nghị | Nội dung kiến nghị
1 | Trần Văn Mẫn | Đề nghị sửa đường tổ 1 bị ngập nước.
2 | Lê Thị Thơm | Xin lắp thêm 03 bóng đèn đường tổ 5.
3 | Võ Thị Cúc | Đề nghị nạo vét mương thoát nước.
"""

REPEATED_HEADER = """
[header] STT | Họ và tên | Ấp | Nội dung kiến nghị
1 | Trần Văn Mẫn | Thạnh Lộc | Đề nghị sửa đường tổ 1 bị ngập nước.
2 | Lê Thị Thơm | Thạnh Phú | Xin lắp thêm 03 bóng đèn đường tổ 5.
[repeated_header] STT | Họ và tên | Ấp | Nội dung kiến nghị
3 | Võ Thị Cúc | Xóm Tháp | Đề nghị nạo vét mương thoát nước.
"""

SECTION_ROWS = """
[header] STT | Họ và tên | Nội dung kiến nghị | Ghi chú
[section] I. LĨNH VỰC GIAO THÔNG | <<
1 | Trần Văn Mẫn | Đề nghị sửa đường tổ 1 bị ngập nước. |
2 | Lê Thị Thơm | Cầu ván tổ 5 đã mục, đề nghị thay. |
[total] | Cộng mục I: 02 kiến nghị | |
[section] II. LĨNH VỰC ĐẤT ĐAI | <<
1 | Võ Thị Cúc | Hồ sơ tách thửa quá hẹn 20 ngày. |
[total] | Cộng mục II: 01 kiến nghị | |
"""

HAMLET_SECTIONS = """
[header] STT | Họ và tên | Ấp | Nội dung kiến nghị
[section] * Ấp Thạnh Lộc | | |
1 | Trần Văn Mẫn | | Đề nghị sửa đường tổ 1 bị ngập nước.
[section] * Ấp Thạnh Phú | | |
1 | Lê Thị Thơm | | Xin lắp thêm 03 bóng đèn đường tổ 5.
"""

NIL_RETURN = """
[header] STT | Ấp | Họ và tên | Nội dung kiến nghị
1 | Thạnh Lộc | Trần Văn Mẫn | Đề nghị sửa đường tổ 1 bị ngập nước.
[nil_return] 2 | Thạnh Phú | | Không có kiến nghị
[nil_return] 3 | Xóm Tháp | | Không
4 | Trại Bí | Cao Thị Xuân | Không có nước sạch dùng đã 2 tháng.
"""

TOTAL_FIRST = """
[header] STT | Nội dung đánh giá | Rất hài lòng | Hài lòng | Bình thường | Không hài lòng | Rất
    không hài lòng | Tổng số phiếu
[total] * | TỔNG SỐ | =SUM(C3:C4) => 9 | =SUM(D3:D4) => 8 | =SUM(E3:E4) => 2 | =SUM(F3:F4) => 1 |
    =SUM(G3:G4) => 0 | =SUM(H3:H4) => 20
1 | Nơi ngồi chờ sạch sẽ | #5 | #3 | #1 | #1 | #0 | =SUM(C3:G3) => 10
2 | Công chức lịch sự | #4 | #5 | #1 | #0 | #0 | =SUM(C4:G4) => 10
"""

NAME_ADDRESS = """
[header] STT | Họ tên - Địa chỉ | Nội dung vụ việc | Phân loại đơn/Số người
1 | Trần Văn Mẫn - tổ 1, ấp Thạnh Lộc | Đề nghị sửa đường tổ 1 bị ngập nước. | Kiến nghị/01
2 | Bà Lê Thị Thơm, tổ 5, ấp Thạnh Phú | Đèn đường tổ 5 không sáng. | Phản ánh/05
3 | Võ Thị Cúc\\nẤp Xóm Tháp | Đề nghị nạo vét mương thoát nước. | Kiến nghị/01
"""

OUTCOME_TICKS = """
[header] TT | Nội dung kiến nghị | Kết quả giải quyết, trả lời | Đã giải quyết xong | Đang giải
    quyết | Chưa giải quyết
1 | Đề nghị sửa đường tổ 1. | Đã rải đá 600 m ngày 08/11/2026. | x | |
2 | Xin lắp thêm đèn đường tổ 5. | Đã ký hợp đồng, lắp trong tháng 12/2026. | | X |
3 | Đề nghị nạo vét mương. | Chưa có kinh phí. | | | ✓
"""

AUTHORITY_TICKS = """
[header] STT | Nội dung kiến nghị | Thẩm quyền | < | <
[header] ^ | ^ | Xã | Tỉnh | Trung ương
1 | Đề nghị sửa đường tổ 1 bị ngập nước. | x | |
2 | Đề nghị sớm thi công đường tỉnh 793. | | x |
3 | Đề nghị nâng mức trợ cấp người cao tuổi. | | | x
"""

THREE_LEVELS = """
[header] STT | Nội dung khảo sát | Hài lòng | Bình thường | Không hài lòng | Tổng số
1 | Thời gian giải quyết hồ sơ | #20 | #8 | #2 | #30
2 | Thái độ phục vụ của công chức | #24 | #5 | #1 | #30
"""

HEADER_AT_C7 = """
[header] STT | Họ và tên | Nội dung kiến nghị | Lĩnh vực
1 | Trần Văn Mẫn | Đề nghị sửa đường tổ 1 bị ngập nước. | Giao thông
2 | Lê Thị Thơm | Xin lắp thêm 03 bóng đèn đường tổ 5. | Điện, chiếu sáng
"""

LINE_BREAKS = """
[header] Số\\nTT | Họ và tên\\nngười kiến nghị | Nội dung\\nkiến nghị | Ngày\\ntiếp\\nnhận
1 | Trần Văn Mẫn | Đề nghị sửa đường tổ 1 bị ngập nước. | @06/10/2026
"""

WITHOUT_ACCENTS = """
[header] Stt | Ho va ten | Nam sinh | So dien thoai | Dia chi | Ghi chu
1 | Trần Văn Mẫn | 1971 | 0912000111 | Ấp Thạnh Lộc |
2 | Le Thi Thom | 1980 | 0912 000 112 | Ap Thanh Phu | Co phat bieu
"""

DITTO_MARKS = """
[header] STT | Họ và tên | Ấp | Nội dung kiến nghị | Ngày tiếp nhận
1 | Trần Văn Mẫn | Thạnh Lộc | Đề nghị sửa đường tổ 1 bị ngập nước. | 06/10/2026
2 | Lê Thị Thơm | nt | Cầu ván tổ 2 đã mục, đề nghị thay. | -nt-
3 | Võ Thị Cúc | // | Đề nghị nạo vét mương thoát nước. | như trên
4 | Cao Thị Xuân | " | Rác ở đầu chợ 3 ngày mới thu gom. | "
"""

VERTICAL_MERGE = """
[header] STT | Họ và tên | Ấp | Nội dung kiến nghị
1 | Trần Văn Mẫn | Thạnh Lộc | Đề nghị sửa đường tổ 1 bị ngập nước.
^ | ^ | ^ | Xin lắp thêm 03 bóng đèn đường tổ 1.
2 | Lê Thị Thơm | ^ | Cầu ván tổ 2 đã mục, đề nghị thay.
"""

SEVERAL_IN_ONE_CELL = """
[header] STT | Họ và tên | Nội dung kiến nghị
[2] 1 | Trần Văn Mẫn | 1. Đề nghị sửa đường tổ 1 bị ngập nước.\\n2. Xin lắp thêm 03 bóng đèn đường.
[3] 2 | Lê Thị Thơm | a) Cầu ván tổ 2 đã mục;\\nb) Mương tổ 2 bị lấp;\\nc) Rác 3 ngày mới thu gom.
3 | Võ Thị Cúc | Đường tỉnh 793 đoạn km 2.500 có ổ gà, từ tháng 5. Đề nghị vá lại.
"""

HIERARCHICAL_NUMBERS = """
[header] STT | Nội dung kiến nghị | Đơn vị chủ trì
[section] I | Giao thông |
1.1 | Đề nghị sửa đường tổ 1 bị ngập nước. | Phòng Kinh tế
1.2 | Cầu ván tổ 2 đã mục, đề nghị thay. | Phòng Kinh tế
[section] II | Văn hóa - Xã hội |
2.1 | Trợ cấp người cao tuổi chưa được nhận. | Phòng Văn hóa - Xã hội
"""

REQUIRED_MARKS = """
[header] STT | Họ và tên (*) | Số điện thoại (**) | Nội dung ý kiến (*) | Ngày gửi (dd/mm/yyyy)
1 | Trần Văn Mẫn | 0912000111 | Đề nghị sửa đường tổ 1 bị ngập nước. | 06/10/2026
"""

LEGEND_BLOCK = """
[header] STT | Họ và tên | Nội dung kiến nghị | Tình trạng
1 | Trần Văn Mẫn | Đề nghị sửa đường tổ 1 bị ngập nước. | Đang giải quyết
[note] Ghi chú: ô vàng là kiến nghị đã nêu ở kỳ trước. | <<
2 | Lê Thị Thơm | Cầu ván tổ 2 đã mục, đề nghị thay. | Đã trả lời
"""

HIDDEN_ROWS = """
[header] STT | Họ và tên | Nội dung kiến nghị
1 | Trần Văn Mẫn | Đề nghị sửa đường tổ 1 bị ngập nước.
2 {{this row is hidden, and is data}} | Lê Thị Thơm | Cầu ván tổ 2 đã mục, đề nghị thay.
3 | Võ Thị Cúc | Đề nghị nạo vét mương thoát nước.
"""

ERROR_VALUES = """
[header] STT | Họ và tên | Nội dung kiến nghị | Đơn vị chủ trì
1 | Trần Văn Mẫn | Đề nghị sửa đường tổ 1 bị ngập nước. | =#REF! => #REF! {{an error value}}
2 | Lê Thị Thơm | Cầu ván tổ 2 đã mục, đề nghị thay. | =VLOOKUP(A3,H1:I9,2,0) => #N/A {{an error
    value}}
"""

NAME_IN_TWO_COLUMNS = """
[header] STT | Họ và chữ đệm | Tên | Năm sinh | Chức vụ
1 | Trần Văn | Mẫn | 1971 | Trưởng ấp
2 | Lê Thị | Thơm | 1980 | Công dân
"""

DATE_IN_THREE_COLUMNS = """
[header] STT | Đối tượng kiến nghị | Nội dung hỏi | Ngày hỏi | Tháng hỏi | Năm hỏi | Lĩnh vực
1 | Trần Văn Mẫn | Thủ tục tách thửa gồm những giấy tờ gì? | 6 | 10 | 2026 | Đất đai
"""

NUMBER_AND_DATE = """
[header] Mã kiến nghị | Nội dung trả lời | Số, ngày văn bản trả lời
KN-01 | Đã rải đá 600 m đường tổ 1. | 112/BC-PKT ngày 10/11/2026
KN-02 | Đã lắp 03 bóng đèn đường tổ 5. | Số 113/BC-PKT, ngày 11 tháng 11 năm 2026
"""

LEAD_AND_SUPPORT = """
[header] STT | Nội dung kiến nghị | Đơn vị thực hiện | Thời hạn hoàn thành
1 | Đề nghị sửa đường tổ 1. | Chủ trì: Phòng Kinh tế; Phối hợp: Công an xã | @13/11/2026
2 | Cầu ván tổ 2 đã mục. | Giao Phòng Kinh tế chủ trì, phối hợp với ấp Thạnh Lộc | @13/11/2026
"""

LEGACY_FONT = """
[header] STT | Hä vµ tªn | Êp | Néi dung kiÕn nghÞ
1 | NguyÔn V¨n Hoµ | Th¹nh Léc | §Ò nghÞ söa ®­êng tæ 1.
2 | TrÇn ThÞ Thu | Th¹nh Phó | Xin l¾p thªm ®Ìn ®­êng.
"""

TABLE_NAMES = """
[header] STT | Họ và tên | Nội dung kiến nghị | Ghi chú
1 | Trần Văn Mẫn | Đề nghị sửa đường tổ 1 bị ngập nước. |
"""


def _one(text: str, entity: str = "petition", at: str = "A1", remark: str = "") -> Paper:
    """A sheet that holds this table alone."""
    paper = Paper("Sheet1", (8, 26, 26, 42, 18, 18, 18, 18))
    paper.table(entity, text, at=at, align="cllll", remark=remark)
    return paper


def _letterhead() -> Paper:
    paper = Paper("Sheet1", (6, 26, 22, 46, 16))
    paper.letterhead(
        ("ỦY BAN NHÂN DÂN", "XÃ THẠNH BÌNH"),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        ("A:B", "C:E"),
    )
    paper.put("A3:B3", "Số: 21/DS-UBND")
    paper.put("C3:E3", "Thạnh Bình, ngày 12 tháng 10 năm 2026", italic=True)
    paper.title(5, "E", "DANH SÁCH KIẾN NGHỊ", "(Kèm theo Kế hoạch số 90/KH-UBND)")
    below = paper.table("petition", LETTERHEAD, at="A8", align="clllc")
    paper.sign(below + 1, ("A:B", "NGƯỜI LẬP"), ("D:E", "TM. ỦY BAN NHÂN DÂN"), "Trần Công Hiệp")
    return paper


def _header_at_c7() -> Paper:
    paper = Paper("Sheet1", (5, 3, 6, 26, 46, 18), hidden_columns=(0,))
    paper.put("C3:F3", "KIẾN NGHỊ CỦA NHÂN DÂN ẤP THẠNH LỘC", bold=True)
    paper.put("A8", "khóa 1")
    paper.put("A9", "khóa 2")
    paper.table("petition", HEADER_AT_C7, at="C7", align="clll", remark="column A is hidden")
    return paper


def _side_by_side() -> Paper:
    paper = Paper("Sheet1", (6, 24, 10, 20, 4, 4, 6, 24, 44))
    paper.put("A1:D1", "ĐẠI BIỂU", bold=True)
    paper.put("G1:I1", "KIẾN NGHỊ", bold=True)
    paper.table("attendee", SIDE_BY_SIDE, at="A2", align="clcl", remark="columns A to D")
    paper.table("petition", SIDE_BY_SIDE_RIGHT, at="G2", align="cll", remark="columns G to I")
    return paper


def _stacked() -> Paper:
    paper = Paper("Sheet1", (6, 26, 20, 46, 16))
    paper.put("A1:E1", "TUẦN 42", bold=True)
    below = paper.table("petition", PLAIN, at="A2", align="cllll")
    paper.put(f"A{below + 1}:E{below + 1}", "TUẦN 41", bold=True)
    paper.table("petition", REPEATED_HEADER, at=f"A{below + 2}", align="clll")
    return paper


def _table_names() -> Paper:
    paper = Paper("Sheet1", (12, 26, 46, 14))
    for column, text in zip("ABCD", ("KIẾN NGHỊ", "Column1", "Column2", "Column3"), strict=True):
        paper.put(f"{column}1", text, bold=True)
    paper.table("petition", TABLE_NAMES, at="A3", align="clll")
    return paper


def _hidden_rows() -> Paper:
    return replace(_one(HIDDEN_ROWS), hidden_rows=(2,))


def _legacy_font() -> Paper:
    paper = Paper("Sheet1", (6, 26, 18, 46), style=Style(".VnTime", 13))
    paper.table("petition", LEGACY_FONT, remark="TCVN3 letters in the font .VnTime")
    return paper


CASES: Mapping[str, Callable[[], Paper]] = {
    "plain": lambda: _one(PLAIN),
    "letterhead": _letterhead,
    "merged-header": lambda: _one(MERGED_HEADER),
    "three-row-header": lambda: _one(THREE_ROW_HEADER, "attendee"),
    "column-numbers": lambda: _one(COLUMN_NUMBERS),
    "header-at-c7": _header_at_c7,
    "header-line-breaks": lambda: _one(LINE_BREAKS),
    "header-without-accents": lambda: _one(WITHOUT_ACCENTS, "attendee"),
    "required-marks": lambda: _one(REQUIRED_MARKS),
    "side-by-side": _side_by_side,
    "stacked-tables": _stacked,
    "repeated-header": lambda: _one(REPEATED_HEADER),
    "section-rows": lambda: _one(SECTION_ROWS),
    "hamlet-sections": lambda: _one(HAMLET_SECTIONS),
    "nil-return": lambda: _one(NIL_RETURN, remark="row 5 begins like a nil return, and is none"),
    "total-first": lambda: _one(TOTAL_FIRST, "survey"),
    "survey-three-levels": lambda: _one(THREE_LEVELS, "survey"),
    "name-and-address": lambda: _one(NAME_ADDRESS),
    "outcome-ticks": lambda: _one(OUTCOME_TICKS),
    "authority-ticks": lambda: _one(AUTHORITY_TICKS),
    "ditto-marks": lambda: _one(DITTO_MARKS),
    "vertical-merge": lambda: _one(VERTICAL_MERGE),
    "several-in-one-cell": lambda: _one(
        SEVERAL_IN_ONE_CELL, remark="the last row is one petition"
    ),
    "hierarchical-numbers": lambda: _one(HIERARCHICAL_NUMBERS),
    "note-inside": lambda: _one(LEGEND_BLOCK),
    "hidden-rows": _hidden_rows,
    "error-values": lambda: _one(ERROR_VALUES),
    "name-in-two-columns": lambda: _one(NAME_IN_TWO_COLUMNS, "attendee"),
    "date-in-three-columns": lambda: _one(DATE_IN_THREE_COLUMNS),
    "number-and-date": lambda: _one(NUMBER_AND_DATE, "response"),
    "lead-and-support": lambda: _one(LEAD_AND_SUPPORT),
    "table-names": _table_names,
    "legacy-font": _legacy_font,
}
