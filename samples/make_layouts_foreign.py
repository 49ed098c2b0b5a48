"""Second series: lists that offices keep beside those of the meeting. None holds its data."""

from make_layouts_pool import changed, drawn, people, petitions
from make_layouts_truth import Form
from make_paper import Style


def party_fees() -> list[Form]:
    """What the members of a party cell pay by the month."""
    cases = changed(
        people(14, 14),
        salary=("8.950.000", "11.200.000", "6.435.000"),
        fee=("89.500", "112.000", "64.350"),
        role=("Bí thư", "Phó Bí thư", "Đảng viên", "Đảng viên"),
    )
    paper = Form("Quý III", (5, 28, 16, 16, 14, 14, 14, 14, 14), Style(size=12))
    paper.letterhead(
        ("ĐẢNG ỦY XÃ LƯƠNG HÒA", "CHI BỘ CƠ QUAN"),
        ("ĐẢNG CỘNG SẢN VIỆT NAM", "Lương Hòa, ngày 30 tháng 9 năm 2026"),
        ("A:C", "F:I"),
    )
    paper.title(4, "I", "DANH SÁCH THU, NỘP ĐẢNG PHÍ QUÝ III NĂM 2026")
    below = paper.table(
        "",
        """
[header] TT | Họ và tên | Chức vụ | Thu nhập tính đóng đảng phí | Số tiền đóng | < | < | Cộng | Ký
    nộp
[header] ^ | ^ | ^ | ^ | Tháng 7 | Tháng 8 | Tháng 9 | ^ | ^
"""
        + drawn("{n} | {name} | {role} | {salary} | {fee} | {fee} | {fee} | |", cases)
        + "\n[total] | Tổng cộng | | | 1.246.000 | 1.246.000 | 1.246.000 | 3.738.000 |",
        at="A6",
        align="cllrrrrrl",
    )
    paper.put(f"A{below + 1}:C{below + 1}", "NGƯỜI THU", bold=True)
    paper.put(f"F{below + 1}:I{below + 1}", "T/M CHI ỦY\nBÍ THƯ", bold=True)
    return [paper]


def vaccinations() -> list[Form]:
    """Children to be vaccinated, with their parents' telephone."""
    cases = changed(
        people(40, 15),
        shot=("ComBE Five mũi 2", "Sởi - Rubella", "Viêm não Nhật Bản mũi 1"),
        after=("Bình thường", "Sốt nhẹ", "Bình thường", "Hoãn tiêm do ho"),
        child=("12/01/2026", "05/3/2025", "28/11/2025"),
    )
    paper = Form("Tiêm chủng T10", (5, 26, 13, 8, 26, 22, 14, 24, 14, 18), Style(size=11))
    paper.put("A1:D1", "TRẠM Y TẾ XÃ TẦM VU", bold=True)
    paper.title(3, "J", "DANH SÁCH TRẺ TIÊM CHỦNG MỞ RỘNG THÁNG 10/2026")
    paper.table(
        "",
        "[header] STT | Họ tên trẻ | Ngày sinh | Giới | Họ tên mẹ | Địa chỉ | Điện thoại | Loại"
        " vắc xin | Ngày tiêm | Phản ứng sau tiêm\n"
        + drawn(
            "{n} | {family} Gia Hân | {child} | {gender} | {name} | Tổ {group}, ấp {hamlet} |"
            " {phone} | {shot} | 15/10/2026 | {after}",
            cases,
        ),
        at="A5",
        align="clcclllcll",
    )
    return [paper]


def exam_marks() -> list[Form]:
    """Marks of an examination for posts, numbered by candidate."""
    cases = changed(
        people(22, 13),
        post=("Văn hóa - Xã hội", "Kinh tế", "Văn phòng"),
        first=("72,5", "64", "81"),
        second=("68", "55,5", "77"),
        result=("Trúng tuyển", "Không trúng tuyển", "Trúng tuyển"),
    )
    paper = Form("Ket qua V2", (6, 10, 26, 14, 8, 20, 10, 10, 10, 18, 14), Style(size=12))
    paper.put("A2:K2", "HỘI ĐỒNG TUYỂN DỤNG", bold=True, size=14)
    paper.put("A3:K3", "KẾT QUẢ THI VÒNG 2 KỲ TUYỂN DỤNG CÔNG CHỨC CẤP XÃ NĂM 2026", bold=True)
    below = paper.table(
        "",
        """
[header] STT | SBD | Họ và tên | Ngày sinh | Giới tính | Vị trí dự tuyển | Điểm thi | < | < | Kết
    quả | Ghi chú
[header] ^ | ^ | ^ | ^ | ^ | ^ | Phỏng vấn | Thực hành | Tổng | ^ | ^
"""
        + drawn(
            "{n} | TN{n}7 | {name} | {born} | {gender} | {post} | {first} | {second} | 140,5 |"
            " {result} |",
            cases,
        ),
        at="A5",
        align="cclcclccclc",
    )
    paper.put(f"A{below}:F{below}", "Danh sách gồm 13 thí sinh./.", italic=True, align="l")
    paper.put(f"H{below + 1}:K{below + 1}", "CHỦ TỊCH HỘI ĐỒNG", bold=True)
    return [paper]


def cash_book() -> list[Form]:
    """The cash book of a hamlet, with what was bought for whom."""
    cases = changed(
        petitions(0, 12),
        about=(
            "Thu quỹ vì người nghèo tổ 1",
            "Chi quà thăm gia đình liệt sĩ",
            "Thu tiền ủng hộ đèn đường",
            "Chi mua nước uống họp dân",
        ),
        income=("1.250.000", "", "3.400.000", ""),
        spent=("", "600.000", "", "185.000"),
    )
    paper = Form("Sổ quỹ", (12, 10, 10, 44, 24, 14, 14, 14), Style(size=12))
    paper.put("A1:H1", "SỔ QUỸ ẤP BÌNH HÒA NĂM 2026", bold=True, size=14)
    paper.put("A2:H2", "Đơn vị tính: đồng", italic=True, align="r")
    paper.table(
        "",
        """
[header] Ngày tháng | Số phiếu | < | Nội dung | Người nộp/nhận | Số tiền | < | Tồn quỹ
[header] ^ | Thu | Chi | ^ | ^ | Thu | Chi | ^
[section] Số dư đầu kỳ | | | | | | | 4.120.000
"""
        + drawn(
            "{received} | {n} | | {about} | {name} | {income} | {spent} | 5.370.000",
            cases,
        )
        + "\n[total] | | | Cộng phát sinh | | 13.950.000 | 2.355.000 | 15.715.000",
        at="A4",
        align="cccllrrr",
    )
    return [paper]


CASES = {
    "thu-dang-phi": party_fees,
    "tiem-chung-mo-rong": vaccinations,
    "diem-thi-cong-chuc": exam_marks,
    "thu-chi-quy-ap": cash_book,
}
