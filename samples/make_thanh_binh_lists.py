"""The dossier of xã Thạnh Bình, its other papers: attendees, budget, survey, attendance sheet."""

from make_paper import Paper, Style
from make_thanh_binh import LEFT, RIGHT

ATTENDEES = """
[header] STT | Họ và tên | Giới tính | Ngày sinh | Thành phần | Chức vụ, đơn vị công tác | Số điện
    thoại | Điểm danh | < | < | Ghi chú
[header] ^ | ^ | ^ | ^ | ^ | ^ | ^ | Có mặt | Vắng có lý do | Vắng không lý do | ^
1 | Đoàn Quốc Thái | Nam | @12/04/1974 | Thường trực Đảng ủy | Bí thư Đảng ủy, Chủ tịch HĐND xã |
    0918000111 | x | | | Chủ trì
2 | Nguyễn Thị Hồng Vân | Nữ | @30/08/1979 | Thường trực Đảng ủy | Phó Bí thư Thường trực |
    0918000112 | x | | |
3 | Trần Công Hiệp | Nam | @05/12/1977 | Thường trực UBND | Chủ tịch UBND xã | 0918000113 | x | | |
    Chủ trì
4 | Lê Minh Đăng | Nam | @19/02/1983 | Thường trực UBND | Phó Chủ tịch UBND xã | 0918000114 | x | |
    |
5 | Phạm Thị Ngọc Ánh | Nữ | @23/07/1985 | Thường trực UBND | Phó Chủ tịch UBND xã | 0918000115 | x
    | | |
6 | Võ Tấn Phát | Nam | @14/09/1975 | MTTQ, đoàn thể | Chủ tịch UBMTTQVN xã | 0918000116 | x | | |
7 | Bùi Thị Lan Chi | Nữ | 1986 | MTTQ, đoàn thể | Chủ tịch Hội LHPN xã | 0918000117 | x | | |
8 | Hồ Văn Bảy | Nam | 1968 | MTTQ, đoàn thể | Chủ tịch Hội Nông dân xã | 0918000118 | x | | |
9 | Trịnh Gia Bảo | Nam | 02/9/1997 | MTTQ, đoàn thể | Bí thư Đoàn xã | 0918000119 | x | | |
10 | Nguyễn Văn Thắng | Nam | 1961 | MTTQ, đoàn thể | Chủ tịch Hội CCB xã | #918000120 {{the phone
    number was typed as a number and lost its zero}} | x | | |
11 | Trung tá Hoàng Anh Tuấn | Nam | @17/05/1982 | Công an, Quân sự | Trưởng Công an xã |
    0867000121 | x | | |
12 | Lê Chí Dũng | Nam | @09/10/1984 | Công an, Quân sự | Chỉ huy trưởng BCHQS xã | 0867000122 | |
    x | | Tập huấn
13 | Nguyễn Thành Đạt | Nam | @28/01/1981 | Công chức | Trưởng phòng Kinh tế | 0867000123 | x | | |
14 | Phan Thị Thu Hà | Nữ | @16/06/1984 | Công chức | Trưởng phòng Văn hóa - Xã hội | 0867000124 |
    x | | |
15 | Đỗ Trọng Nghĩa | Nam | @03/03/1980 | Công chức | Chánh Văn phòng HĐND và UBND | 0867000125 | x
    | | |
16 | Lương Thị Yến Nhi | Nữ | @11/11/1990 | Công chức | Phó Giám đốc Trung tâm Phục vụ hành chính
    công | 0867000126 | x | | |
17 | BS. Quách Văn Toàn | Nam | 1979 | Viên chức | Trưởng Trạm Y tế xã | 0867000127 | x | x
    {{present and absent both}} | |
18 | Tô Thị Minh Nguyệt | Nữ | 1982 | Viên chức | Hiệu trưởng Trường TH Thạnh Lộc | 0867000128 | x
    | | |
19 | Phan Hữu Tâm | Nam | 1963 | Trưởng ấp | Trưởng ấp Thạnh Lộc | 0973000231 | x | | |
20 | Đinh Văn Khải | Nam | 1970 | Trưởng ấp | Trưởng ấp Thạnh Phú | 0973000232 | x | | |
21 | Đặng Văn Khởi | Nam | 1962 | Trưởng ấp | Trưởng ấp Xóm Tháp | 0974000421 | x | | |
22 | Cao Văn Sơn | Nam | 1968 | Bí thư chi bộ | Bí thư chi bộ ấp Trại Bí | 0974000424 | x | | |
23 | Huỳnh Thị Sen | Nữ | 1975 | Trưởng ấp | Trưởng ấp Thạnh Thọ | 0973000235 | | | x |
24 | Lê Quang Nhã | Nam | 29/02/1989 {{1989 was no leap year}} | Công dân | Tổ 2, ấp Thạnh Lộc |
    0382000341 | x | | |
25 | Trần Ngọc Diễm | Nữ | 1987 | Công dân | Tổ 1, ấp Thạnh Lộc | 0382000342 | x | | |
26 | Nguyễn Thị Kiều Trang | Nử {{misspelled: Nữ}} | 1993 | Công dân | Tổ 3, ấp Thạnh Lộc |
    0382000343 | x | | |
27 | Võ Minh Luân | Nam | 1978 | Công dân | Tổ 3, ấp Thạnh Lộc | 0382000344 | x | | |
28 | Đặng Thành Lợi | Nam | 1965 | Công dân | Tổ 4, ấp Thạnh Lộc | 0382000345 | x | | |
29 | Ngô Thị Bích Thủy | Nữ | 1985 | Công dân | Tổ 5, ấp Thạnh Phú | 0382000346 | x | | |
30 | Huỳnh Công Lý | Nam | 1966 | Công dân | Tổ 6, ấp Thạnh Phú | 0382000347 | x | | |
31 | {{the name is blank}} | Nữ | 1991 | Công dân | Tổ 6, ấp Thạnh Phú | 0382000348 | x | | |
32 | Nguyễn Văn Đực | Nam | 1969 | Công dân | Ấp Xóm Tháp | 0385000529 | x | | |
33 | Đỗ Kim Phụng | Nữ | 1979 | Doanh nghiệp | Giám đốc Cty TNHH Tinh bột sắn Phụng Nhơn |
    0385000537 | x | | |
34 | Lữ Hoàng Phi | Nam | 1988 | Hợp tác xã | Giám đốc HTX Nông nghiệp Thạnh Bình | 0382000352 | |
    x | |
35 | Đại diện Ban Dân vận Tỉnh ủy | | | Đại diện cấp trên | | | x | | |
36 | Dương Cẩm Ly | Nữ | 1996 | Báo chí | Trung tâm Văn hóa, Thể thao và Truyền thanh | 0382000354
    | x | | |
"""

BUDGET = """
[header] STT | Nội dung chi | Đơn vị tính | Số lượng | Đơn giá (đồng) | Thành tiền (đồng) | Ghi chú
1 | Nước uống đại biểu | phần | #120 | #15000 | =D5*E5 => 1800000 |
2 | In tài liệu, phiếu khảo sát | bộ | #120 | #12000 | =D6*E6 => 1440000 |
3 | Trang trí, băng rôn | cái | #3 | #450000 | =D7*E7 => 1350000 |
4 | Bồi dưỡng tổ thư ký | người | #4 | #200000 | =D8*E8 => 800000 |
[total] | Tổng cộng | | | | =SUM(F5:F8) => 5390000 |
"""


def attendees() -> list[Paper]:
    """Attendance as three tick columns; the budget of the meeting stands on a second sheet."""
    paper = Paper("Đại biểu", (5, 26, 9, 13, 19, 36, 14, 8, 9, 10, 12), style=Style(size=12))
    paper.letterhead(LEFT, RIGHT, ("A:C", "E:K"))
    paper.title(
        4,
        "K",
        "DANH SÁCH ĐẠI BIỂU THAM DỰ HỘI NGHỊ ĐỐI THOẠI NĂM 2026",
        "(Hội trường UBND xã Thạnh Bình, 07 giờ 30 phút, ngày 20 tháng 10 năm 2026)",
    )
    below = paper.table("attendee", ATTENDEES, at="A7", align="clccclccccl", fill="#DDEBF7")
    paper.sign(
        below + 1,
        ("A:C", "NGƯỜI LẬP BIỂU"),
        ("G:K", "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG"),
        "Đỗ Trọng Nghĩa",
    )
    budget = Paper("Kinh phí", (6, 34, 12, 11, 15, 17, 14))
    budget.title(1, "G", "DỰ TOÁN KINH PHÍ TỔ CHỨC HỘI NGHỊ ĐỐI THOẠI", "(Nguồn: ngân sách xã)")
    budget.table("", BUDGET, at="A4", align="clccrrl")
    return [paper, budget]


FORM = """
[header] Dấu thời gian | Họ và tên * | Năm sinh | Giới tính | Số điện thoại/Zalo | Ấp đang cư trú |
    Nghề nghiệp | Ghi chú
12/10/2026 08:14:22 | Lý Thị Sáu | #1990 | Nữ | 0339000461 | Thạnh Lộc | Làm nông |
12/10/2026 09:02:10 | trần văn út | #1982 | Nam | 0339 000 462 | thạnh lộc | Tài xế |
12/10/2026 19:40:51 | Trương Thị Hoa | #1991 | Nữ | 0382000348 | Thạnh Phú | Buôn bán |
13/10/2026 06:31:07 | Phạm Văn Dự | #1958 | Nam | 0339000464 | Thạnh Phú | Hưu trí |
13/10/2026 07:15:45 | Lâm Thị Phượng | #2001 | Nữ | 0394000715 | Xóm Tháp | Công nhân |
13/10/2026 07:16:30 | Lâm Thị Phượng {{the same person as in the row above: sent twice}} | #2001 |
    Nữ | 0394000715 | Xóm Tháp | Công nhân |
13/10/2026 20:22:18 | Đỗ Minh Trí | #1988 | Nam | +84394000704 | Xóm Tháp | Kỹ thuật viên |
14/10/2026 10:05:00 | THẠCH THỊ SA RƯƠL | #1991 | Nữ | 0394000703 | Xóm Tháp | Nội trợ |
14/10/2026 11:47:33 | Cao Hữu Lộc | #2035 {{a year of birth in the future}} | Nam | 0339000469 |
    Trại Bí | Làm nông |
15/10/2026 08:55:12 | Nguyễn Thị Lài | #1977 | Nữ | 0339000470 | Trại Bí | Giáo viên | Xin phát
    biểu
15/10/2026 16:20:09 | Võ Minh Luân {{the same person as No. 27 of the list of attendees}} | #1978 |
    Nam | 0382000344 | Thạnh Lộc | Làm nông |
16/10/2026 07:09:58 | Ksor H'Lan | #1994 | Nữ | 0339000472 | Thạnh Thọ | Công nhân |
"""


def form() -> list[Paper]:
    """What a web form exports: header in row 1, a time stamp first, no lines, another font."""
    paper = Paper(
        "Câu trả lời biểu mẫu 1", (20, 24, 10, 10, 20, 16, 16, 16), style=Style("Arial", 10)
    )
    paper.table("attendee", FORM, at="A1", align="llclcccl", border=False)
    return [paper]


SURVEY = """
[header] TT | Nội dung đánh giá | RHL | HL | BT | KHL | RKHL | Tổng số phiếu
[total] * | Tổng số | #250 | #395 | #117 {{the rows below add up to 112}} | #44 | #14 | #815
[section] I | Tiếp cận dịch vụ | | | | | |
1.1 | Nơi đón tiếp của Trung tâm Phục vụ hành chính công sạch sẽ, đủ chỗ ngồi | #62 | #80 | #15 |
    #5 | #1 | #163
1.2 | Máy lấy số, máy tính cho người dân hoạt động tốt | #41 | #79 | #28 | #12 | #3 | #163
[section] II | Thủ tục và công chức | | | | | |
2.1 | Hồ sơ không yêu cầu thêm giấy tờ ngoài quy định | #48 | #82 | #23 | #7 | #3 | #163
2.2 | Công chức lịch sự, hướng dẫn dễ hiểu | #55 | #81 | #18 | #7 | #2 | #163
[section] III | Kết quả | | | | | |
3.1 | Kết quả trả đúng hẹn, đúng thông tin | #44 | #73 | #28 | #13 | #5 | #163
"""


def survey() -> list[Paper]:
    """The total comes first, levels are abbreviated, the legend stands beside the title."""
    paper = Paper("KS 2026", (7, 58, 9, 9, 9, 9, 9, 12), style=Style(size=13))
    paper.title(1, "H", "TỔNG HỢP PHIẾU KHẢO SÁT HÀI LÒNG NĂM 2026", "163 phiếu")
    paper.put(
        "A3:H3",
        "RHL: Rất hài lòng; HL: Hài lòng; BT: Bình thường; KHL: Không hài lòng; "
        "RKHL: Rất không hài lòng",
        italic=True,
        size=11,
    )
    paper.table("survey", SURVEY, at="A5", align="clcccccc", fill="#FFF2CC")
    return [paper]


ON_DUTY = """
[header] TT | Họ và tên | Chức vụ | Ngày trong tháng | < | < | < | < | Tổng ngày công
[header] ^ | ^ | ^ | 1 | 2 | 5 | 6 | 7 | ^
1 | Nguyễn Thành Đạt | Trưởng phòng | x | x | x | x | x | #5
2 | Lương Thị Yến Nhi | Phó Giám đốc | x | x | P | x | x | #4
3 | Phan Thị Thu Hà | Trưởng phòng | x | x | x | x | x | #5
"""


def on_duty() -> list[Paper]:
    """A sheet of attendance at work: names and ticks, and nothing of the meeting."""
    paper = Paper("T10", (5, 26, 18, 6, 6, 6, 6, 6, 12))
    paper.title(1, "I", "BẢNG CHẤM CÔNG THÁNG 10 NĂM 2026")
    paper.table("", ON_DUTY, at="A3", align="cllcccccc")
    return [paper]
