"""The dossier of xã Tân Phong, its other papers: attendees, survey, and a work timetable."""

from make_paper import Paper, Style
from make_tan_phong import LEFT, RIGHT

ATTENDEES = """
[header] STT | Họ và tên | Năm sinh | < | Chức vụ | Đơn vị/Ấp | Số ĐT | Ký tên | Ghi chú
[header] ^ | ^ | Nam | Nữ | ^ | ^ | ^ | ^ | ^
[section] I | THƯỜNG TRỰC ĐẢNG ỦY, HĐND, UBND, UBMTTQVN XÃ | <<
1 | Đ/c Trần Minh Khôi | #1971 | | Bí thư Đảng ủy, Chủ tịch HĐND | Đảng ủy xã | 0978000101 | |
2 | Đ/c Lê Thị Ngọc Hân | | #1980 | Phó Bí thư Thường trực | Đảng ủy xã | 0978000102 | |
3 | Đ/c Nguyễn Hữu Phước | #1976 | | Phó Bí thư, Chủ tịch UBND | UBND xã | 0978000103 | | Chủ trì
4 | Đ/c Phan Văn Dững | #1973 | | Phó Chủ tịch HĐND | HĐND xã | 0978000104 | |
5 | Đ/c Võ Thanh Tùng | #1984 | | Phó Chủ tịch UBND | UBND xã | 0978000105 | |
6 | Đ/c Huỳnh Thị Kim Loan | | #1978 | Chủ tịch UBMTTQVN | UBMTTQVN xã | 0978000106 | |
[section] II | ĐOÀN THỂ, CÔNG AN, QUÂN SỰ | <<
7 | Đ/c Hà Quốc Việt | #1982 | | Trưởng Công an | Công an xã | 0866000207 | |
8 | Đ/c Bùi Trung Kiên | #1986 | | Chỉ huy trưởng | BCHQS xã | 0866000208 | |
9 | Đ/c Nguyễn Thị Mỹ Lệ | | #1979 | Chủ tịch | Hội LHPN xã | 0866000209 | |
10 | Đ/c Châu Văn Tẻo | #1965 | | Chủ tịch | Hội Nông dân xã | 0866.000.210 | |
11 | Đ/c Lê Văn Rớt | #1958 | | Chủ tịch | Hội CCB xã | 01266000211 {{11 digits, as before 2018}} |
    |
12 | Đ/c Trần Gia Huy | #1995 | | Bí thư | Đoàn TNCS HCM xã | 0866000212 | |
[section] III | CÔNG CHỨC CHUYÊN MÔN | <<
13 | Nguyễn Thị Thanh Thảo | | #1987 | Văn phòng - Thống kê | UBND xã | 0937000313 | | Thư ký
14 | Lê Hoàng Nam | #1985 | | Tư pháp - Hộ tịch | UBND xã | 0937000314 | |
15 | Phạm Quang Vinh | #1983 | | Địa chính - Xây dựng | UBND xã | 0937000315 | |
16 | Đặng Thị Tuyết Mai | | #1988 | Tài chính - Kế toán | UBND xã | #937000316 {{the phone number
    was typed as a number and lost its zero}} | |
17 | Trương Thị Cẩm Tú | | #1990 | Văn hóa - Xã hội | UBND xã | 0937000317 | |
18 | Ngô Tấn Lộc | #1992 | | Địa chính - Nông nghiệp | UBND xã | 0937000318 | |
19 | BS. Mai Thị Hồng | | #1981 | Trưởng Trạm | Trạm Y tế xã | 0937000319 | | Vắng có lý do
20 | Tạ Văn Bình | #1975 | #1975 {{the year of birth stands under both sexes}} | Hiệu trưởng |
    Trường TH Tân Phong B | 0937000320 | |
[section] IV | BÍ THƯ CHI BỘ, TRƯỞNG ẤP | <<
21 | Đặng Văn Khởi | #1962 | | Trưởng ấp | Ấp Xóm Tháp | 0974000421 | |
22 | Nguyễn Văn Cẩn | #1960 | | Bí thư chi bộ | Ấp Xóm Tháp | 0974000422 | |
23 | Lý Thành Công | #1970 | | Trưởng ấp | Ấp Trại Bí | 0974000423 | |
24 | Cao Văn Sơn | #1968 | | Bí thư chi bộ | Ấp Trại Bí | 0974000424 | |
25 | Phan Thị Út Em | | #1972 | Trưởng ấp | Ấp Sân Bay | 0974000425 | |
26 | Trịnh Văn Nở | #1966 | | Trưởng ấp | Ấp Cầu | 0974000426 | |
27 | Nguyễn Hoàng Giang | #1977 | | Trưởng ấp | Ấp Tân Hòa | 0974000427 | |
28 | Kim Sóc Kha | #1974 | | Trưởng ấp | Ấp Suối Ông Đình | 0974000428 | | Vắng
[section] V | ĐẠI DIỆN HỘ DÂN, DOANH NGHIỆP | <<
29 | Nguyễn Văn Đực | #1969 | | Hộ dân | Ấp Xóm Tháp | 0385000529 | |
30 | Trần Thị Bé Hai | | #1975 | Hộ dân | Ấp Xóm Tháp | 0385000530 | |
31 | Huỳnh Văn Lượng | #1957 | | Hộ dân | Ấp Trại Bí | 0978.000.411 | |
32 | Cao Thị Xuân | | #1964 | Hộ dân | Ấp Trại Bí | 0389 000 127 | |
33 | Mai Văn Thông | #1980 | | Hộ dân | Ấp Sân Bay | 0972000603 | |
34 | PHẠM HỒNG THÁI | #1972 | | Hộ dân | Ấp Xóm Tháp | 0385000534 | |
35 | Đoàn Thị Nga | | #1983 | Hộ dân | Ấp Tân Hòa | 0385000535 | |
36 | Lê Thị Bạch Yến | | #1967 | Hộ dân | Ấp Cầu | | |
37 | Đỗ Kim Phụng | | #1979 | Giám đốc | Cty TNHH Tinh bột sắn Phụng Nhơn | 0385000537 | |
38 | Nguyễn Văn Đực {{the same person as No. 29 in row 43}} | #1969 | | Hộ dân | Xóm Tháp |
    0385000529 | |
[total] | Tổng cộng: 40 đại biểu {{38 are listed}} | <<
"""


def attendees() -> list[Paper]:
    """The paper-style list: the year of birth under the sex, sections, a signature block."""
    paper = Paper(
        "Danh sách", (6, 27, 8, 8, 27, 24, 15, 11, 15), style=Style(size=12), landscape=False
    )
    paper.letterhead(LEFT, RIGHT, ("A:C", "D:I"))
    paper.put("D3:I3", "Tân Phong, ngày 14 tháng 3 năm 2023", italic=True)
    paper.title(
        5,
        "I",
        "DANH SÁCH ĐẠI BIỂU THAM DỰ HỘI NGHỊ ĐỐI THOẠI NĂM 2023",
        "(Thực hiện Kế hoạch số 26/KH-UBND ngày 23/02/2023 của UBND xã Tân Phong)",
    )
    below = paper.table("attendee", ATTENDEES, at="A8", align="clccllccl", fill="#F2F2F2")
    paper.sign(
        below + 1,
        ("A:D", "NGƯỜI LẬP DANH SÁCH"),
        ("F:I", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"),
        "Nguyễn Hữu Phước",
    )
    paper.put(f"A{below + 6}:D{below + 6}", "Nguyễn Thị Thanh Thảo", bold=True)
    empty = [Paper(name, ()) for name in ("Sheet2", "Sheet3")]
    return [paper, *empty]


REGISTERED = """
[header] TT | Ho va ten | Gioi tinh | Ngay sinh | CCCD | So dien thoai | Dia chi | Diem danh | Ghi
    chu
1 | Lâm Văn Sang | Nam | 12/05/1971 | 072071000912 | 0394000701 | Xóm Tháp | x |
2 | Ngô Thị Lượm | Nữ | @03/09/1963 | 072163004410 | 0394000702 | Xóm Tháp | x |
3 | Thạch Thị Sa Rươl | Nữ | 1991 | 072191003075 | 0394000703 | Xóm Tháp | x |
4 | Đỗ Minh Trí | Nam | @21/11/1988 | 072088005521 | 0394 000 704 | Xóm Tháp | x |
5 | Tô Văn Hiền | Nam | 30/6/1970 | #72070001834 {{the identity number was typed as a number and
    lost its zero}} | 0909000318 | Trại Bí | x |
6 | Võ Thị Mười | Nữ | 1943 | 072143000067 | 0387000214 | Trại Bí | | Vắng, ốm
7 | Trương Quốc Bảo | Nam | @17/02/1994 | 072094006618 | 0961000735 | Trại Bí | x |
8 | Nguyễn Thị Thu Ba | Nữ | @08/03/1976 | 072176000845 | 0335000942 | Sân Bay | x |
9 | Bùi Văn Tám | Nam | 31/04/1979 {{30 April is the last of April}} | 072079002290 | | Sân Bay | x
    |
10 | Phan Thị Diễm | Nữ | 19/8/1986 | 072086007713 {{the fourth digit says male, the column
    female}} | 0868000251 | Sân Bay | x |
11 | Hồ Văn Nhựt | Nam | @25/12/1982 | 072082004406 | 0399000711 | Sân Bay | x |
12 | Mai Văn Thông {{the same person as No. 33 of the list of attendees, by year and phone}} | Nam
    | 1980 | 072080001157 | 0972000603 | Sân Bay | x |
13 | Kiều Thị Hoàng Oanh | Nữ | @14/07/1981 | 072181002236 | 0399000713 | Tân Hòa | x |
14 | Lưu Văn Chánh | Nam | 1959 | 072059004127 | 0276000 {{a phone number of 7 digits}} | Cầu | |
"""


def registered() -> list[Paper]:
    """Another hand: headers without accents, the table begins in column B, no borders."""
    paper = Paper("DangKy", (3, 5, 24, 10, 13, 17, 15, 14, 11, 18), style=Style("Arial", 10))
    paper.put("B2", "DANH SACH DANG KY DU HOI NGHI 17/3", bold=True, align="l", size=13)
    paper.table("attendee", REGISTERED, at="B4", align="clccccrcl", fill="#FFE699", border=False)
    return [paper]


SURVEY = """
[header] STT | Nội dung đánh giá | Mức độ hài lòng (số phiếu) | < | < | < | < | Tổng số phiếu | Tỷ
    lệ hài lòng (%)
[header] ^ | ^ | Rất hài lòng | Hài lòng | Bình thường | Không hài lòng | Rất không hài lòng | ^ |
    ^
[section] I | TIẾP CẬN DỊCH VỤ | <<
1 | Nơi ngồi chờ tại Bộ phận Một cửa có đủ chỗ ngồi | #11 | #20 | #6 | #2 | #1 | =SUM(C9:G9) => 40
    | =ROUND((C9+D9)/H9*100,1) => 77.5
2 | Trang thiết bị phục vụ người dân đầy đủ | #9 | #19 | #8 | #3 | #1 | =SUM(C10:G10) => 40 |
    =ROUND((C10+D10)/H10*100,1) => 70
[section] II | THỦ TỤC HÀNH CHÍNH | <<
3 | Thủ tục được niêm yết công khai, đầy đủ | #14 | #21 | #4 | #1 | #0 | =SUM(C12:G12) => 40 |
    =ROUND((C12+D12)/H12*100,1) => 87.5
4 | Thành phần hồ sơ phải nộp đúng quy định | #10 | #18 | #7 | #4 | #1 | #42 {{typed total: 10 + 18
    + 7 + 4 + 1 are 40}} | =ROUND((C13+D13)/H13*100,1) => 66.7
[section] III | CÔNG CHỨC TRỰC TIẾP GIẢI QUYẾT | <<
5 | Công chức có thái độ giao tiếp lịch sự | #15 | #17 | #5 | #2 | #1 | =SUM(C15:G15) => 40 |
    =ROUND((C15+D15)/H15*100,1) => 80
6 | Công chức hướng dẫn hồ sơ tận tình, dễ hiểu | #12 | #18 | #6 | #3 | #1 | =SUM(C16:G16) => 40 |
    =ROUND((C16+D16)/H16*100,1) => 75
[section] IV | KẾT QUẢ CUNG ỨNG DỊCH VỤ | <<
7 | Kết quả được trả đúng hẹn | #8 | #20 | #7 | #4 | #1 | =SUM(C18:G18) => 40 |
    =ROUND((C18+D18)/H18*100,1) => 70
[section] V | TIẾP NHẬN, GIẢI QUYẾT GÓP Ý, PHẢN ÁNH, KIẾN NGHỊ | <<
8 | Phản ánh, kiến nghị được trả lời kịp thời | #6 | #16 | #11 | #5 | #2 | =SUM(C20:G20) => 40 |
    =ROUND((C20+D20)/H20*100,1) => 55
[total] | Tổng cộng | =SUM(C9:C20) => 85 | =SUM(D9:D20) => 149 | =SUM(E9:E20) => 54 | =SUM(F9:F20)
    => 24 | =SUM(G9:G20) => 8 | =SUM(H9:H20) => 322 {{a consequence of the typed total above: the
    levels add up to 320}} | =ROUND((C21+D21)/H21*100,1) => 72.7
"""


def survey() -> list[Paper]:
    """Five levels, the five groups of questions as sections, totals as formulas."""
    paper = Paper("Tổng hợp phiếu", (6, 50, 10, 10, 10, 10, 12, 11, 11))
    paper.letterhead(LEFT, RIGHT, ("A:B", "C:I"))
    paper.title(4, "I", "KẾT QUẢ KHẢO SÁT MỨC ĐỘ HÀI LÒNG", "(Phát ra 40 phiếu, thu về 40 phiếu)")
    below = paper.table("survey", SURVEY, at="A6", align="clccccccc", fill="#FCE4D6")
    paper.put(f"A{below}:I{below}", "Ghi chú: khảo sát tại hội nghị ngày 17/3/2023.", align="l")
    return [paper]


TIMETABLE = """
[header] Thứ, ngày | Buổi | Nội dung | Chủ trì | Thành phần | Địa điểm
Thứ Hai\\n13/3 | Sáng | Chào cờ, họp giao ban UBND | Đ/c Phước | Công chức, trưởng ấp | Hội trường
^ | Chiều | Kiểm tra công trình đường tổ 4 ấp Trại Bí | Đ/c Tùng | Địa chính - Xây dựng | Ấp Trại
    Bí
Thứ Ba\\n14/3 | Sáng | Tiếp công dân định kỳ | Đ/c Phước | Tư pháp, Địa chính, Công an | Phòng TCD
^ | Chiều | Duyệt tài liệu hội nghị đối thoại | Đ/c Phước | Văn phòng - Thống kê | Phòng họp
Thứ Sáu\\n17/3 | Sáng | Hội nghị đối thoại năm 2023 | Đ/c Khôi, Đ/c Phước | Theo giấy mời | Hội
    trường
^ | Chiều | Làm việc tại cơ quan | | |
"""


def timetable() -> list[Paper]:
    """No data of the meeting at all, though its headers sound like those of a petition list."""
    paper = Paper("Tuần 11", (12, 9, 46, 18, 30, 16))
    paper.title(1, "F", "LỊCH CÔNG TÁC TUẦN 11", "(Từ ngày 13/3/2023 đến ngày 17/3/2023)")
    paper.table("", TIMETABLE, at="A4", align="lclcll")
    return [paper]
