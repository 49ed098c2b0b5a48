"""Workbooks of the same offices that hold no data of a meeting: no table is to be found."""

from make_layouts_pool import changed, drawn, people
from make_layouts_truth import Form
from make_paper import Style


def budget() -> list[Form]:
    """An estimate of costs, sections and totals and all."""
    paper = Form("Dự toán", (6, 46, 12, 10, 15, 17, 24))
    paper.title(1, "G", "DỰ TOÁN KINH PHÍ TỔ CHỨC HỘI NGHỊ ĐỐI THOẠI NĂM 2026", "(Xã Phước Chỉ)")
    paper.table(
        "",
        """
[header] STT | Nội dung | Đơn vị tính | Số lượng | Đơn giá | Thành tiền | Ghi chú
[section] I | Chi hội trường | | | | =SUM(F6:F9) => 7150000 |
1 | Thuê âm thanh, màn hình | buổi | #1 | #3500000 | =D6*E6 => 3500000 | Hợp đồng trọn gói
2 | Phông nền, băng rôn | bộ | #1 | #2200000 | =D7*E7 => 2200000 |
3 | Hoa để bàn | bình | #3 | #250000 | =D8*E8 => 750000 |
4 | Vệ sinh, giữ xe | buổi | #1 | #700000 | =D9*E9 => 700000 |
[section] II | Chi cho đại biểu | | | | =SUM(F11:F13) => 9750000 |
5 | Nước uống | phần | #150 | #15000 | =D11*E11 => 2250000 |
6 | In tài liệu, phiếu ghi ý kiến | bộ | #150 | #20000 | =D12*E12 => 3000000 |
7 | Hỗ trợ xăng xe trưởng ấp | người | #15 | #300000 | =D13*E13 => 4500000 | Chi theo danh sách
[total] | Tổng cộng | | | | =F5+F10 => 16900000 |
[note] Bằng chữ: Mười sáu triệu chín trăm nghìn đồng. | <<
""",
        at="A4",
        align="clccrrl",
    )
    return [paper]


def timetable() -> list[Form]:
    """The timetable of two weeks on one sheet, the same table twice, and one beside it."""
    text = """
[header] Ngày | Sáng | < | Chiều | <
[header] ^ | Nội dung | Chủ trì | Nội dung | Chủ trì
Thứ Hai\\n{0}/10 | Chào cờ, giao ban | Đ/c Chủ tịch | Tiếp công dân | Đ/c Chủ tịch
Thứ Ba\\n{1}/10 | Họp tổ giúp việc đối thoại | Đ/c Phó Chủ tịch | Kiểm tra đường ấp | Phòng Kinh tế
Thứ Tư\\n{2}/10 | Làm việc với Sở Nội vụ | Đ/c Chủ tịch | Họp chi bộ | Bí thư
Thứ Năm\\n{3}/10 | Tiếp công dân định kỳ | Đ/c Chủ tịch | Duyệt nội dung trả lời | Văn phòng
Thứ Sáu\\n{4}/10 | Dự đối thoại tại ấp Láng Dài | Thường trực | Giải quyết hồ sơ | Các phòng
"""
    paper = Form("Lịch tuần", (13, 34, 20, 34, 20, 4, 14, 30), style=Style(size=12))
    paper.title(1, "E", "LỊCH LÀM VIỆC CỦA THƯỜNG TRỰC UBND XÃ", "(Tuần 42 và tuần 43)")
    below = paper.table("", text.format(12, 13, 14, 15, 16), at="A4", align="cllll")
    paper.table("", text.format(19, 20, 21, 22, 23), at=f"A{below + 2}", align="cllll")
    paper.table(
        "",
        """
[header] Xe công vụ | Lịch đi
Xe 70A-001 | Thứ Tư đi Tân An
Xe 70A-002 | Bảo dưỡng thứ Năm
""",
        at="G4",
        align="ll",
    )
    return [paper]


def payroll() -> list[Form]:
    """Names, positions, amounts, signatures: like a list of guests, and none."""
    paper = Form("Lương T10", (5, 28, 22, 10, 10, 14, 14, 14, 15, 12), style=Style(size=11))
    paper.put("A1:D1", "UBND XÃ TÂN ĐÔNG", bold=True)
    paper.title(3, "J", "BẢNG THANH TOÁN TIỀN LƯƠNG VÀ PHỤ CẤP THÁNG 10 NĂM 2026")
    paper.table(
        "",
        "[header] TT | Họ và tên | Chức vụ | Hệ số lương | Phụ cấp | Lương chính | BHXH (8%) |"
        " BHYT (1,5%) | Thực lĩnh | Ký nhận\n"
        + drawn(
            "{n} | {name} | {job} | 3,33 | 0,2 | #7792200 | #623376 | #116883 | #7051941 |",
            changed(people(3, 14), job=("Chuyên viên", "Phó Trưởng phòng", "Cán sự")),
        )
        + "\n[total] | Cộng | | | | #109090800 | #8727264 | #1636362 | #98727174 |",
        at="A5",
        align="cllccrrrrc",
    )
    return [paper]


def duty_roster() -> list[Form]:
    """Who is on duty on which day, with telephone numbers and remarks."""
    paper = Form("Trực lễ", (6, 20, 28, 24, 16, 24, 20), style=Style("Arial", 11))
    paper.title(2, "G", "LỊCH TRỰC LÃNH ĐẠO VÀ TRỰC CƠ QUAN DỊP TẾT", "(Xã Bình Cang)")
    paper.table(
        "",
        "[header] STT | Ngày trực | Lãnh đạo trực | Cán bộ trực | Số điện thoại | Ca trực | Ghi"
        " chú\n"
        + drawn(
            "{n} | @{day} | Đ/c {name} | {second} | {phone} | 07 giờ 30 - 17 giờ |",
            changed(
                people(11, 10),
                day=[f"{day:02}/02/2027" for day in range(1, 11)],
                second=("Lâm Quốc Cường", "Đỗ Thị Minh Châu", "Võ Tuấn Khanh"),
            ),
        ),
        at="A6",
        align="ccllccl",
    )
    return [paper]


def inventory() -> list[Form]:
    """An inventory of what a hall holds, with a state and a responsible unit for each."""
    items = (
        "Bàn hội trường",
        "Ghế xếp",
        "Micro không dây",
        "Loa thùng",
        "Máy chiếu",
        "Máy tính xách tay",
        "Máy in",
        "Quạt công nghiệp",
        "Bảng tên đại biểu",
        "Tủ hồ sơ",
    )
    rows = "\n".join(
        f"{number} | TS-{number:03} | {item} | cái | #{number * 7 % 40 + 1} | {2016 + number} |"
        f" {('Còn tốt', 'Đang sửa chữa', 'Hư hỏng')[number % 3]} | Văn phòng HĐND và UBND |"
        for number, item in enumerate(items, start=1)
    )
    paper = Form("Kiểm kê", (6, 12, 32, 10, 10, 14, 16, 28, 16), style=Style(size=12))
    paper.title(1, "I", "BIÊN BẢN KIỂM KÊ TÀI SẢN HỘI TRƯỜNG", "(Thời điểm 0 giờ ngày 01/01/2026)")
    paper.table(
        "",
        """
[header] STT | Mã tài sản | Tên tài sản | ĐVT | Số lượng | Năm sử dụng | Tình trạng | Đơn vị quản
    lý |
    Ghi chú
[column_numbers] A | B | C | D | 1 | 2 | 3 | 4 | 5
"""
        + rows,
        at="A4",
        align="cclccccll",
    )
    return [paper]


CASES = {
    "du-toan-kinh-phi": budget,
    "lich-lam-viec": timetable,
    "bang-luong": payroll,
    "lich-truc": duty_roster,
    "kiem-ke-tai-san": inventory,
}
