"""Fourth series: what became of petitions, two surveys, and who does what at the meeting.

Dice drew the sender and every habit of the sheet; usual habits had more sides than rare ones.
"""

from make_layouts_invited import STATE
from make_layouts_pool import drawn, numbered
from make_layouts_sayings import signed_by_three
from make_layouts_truth import Form
from make_layouts_voices import heard

ECONOMY = (
    (
        "A",
        "Lĩnh vực giao thông",
        "B01",
        """
Đề nghị nâng cấp đường tổ 6 nối ra đường 785. | Đã đưa vào kế hoạch đầu tư công năm 2027, chiều
    dài 640 m. | 152/PKT | @09/11/2026 | Có lộ trình giải quyết |
Xe ben chở đất chạy làm hư đường ấp. | Đã đặt biển hạn chế tải trọng 8 tấn tại hai đầu đường. | nt
    | nt | Đã giải quyết xong |
[2] - Đề nghị phát quang bụi tre che tầm nhìn\\n- Sửa lan can cầu bà Bảy | Ấp đã phát quang ngày
    05/11; lan can do Phòng Kinh tế sửa xong. | nt | nt | Đã giải quyết xong |
""",
    ),
    (
        "B",
        "Lĩnh vực đất đai",
        "A05",
        """
Xin hỏi mức thu khi chuyển 100 m2 đất vườn lên đất ở. | Thu theo bảng giá đất hiện hành của tỉnh,
    Phòng đã gửi bảng tính tham khảo. | 155/PKT | @11/11/2026 | Giải trình, cung cấp thông tin |
Đo đạc bản đồ địa chính sai ranh giữa hai nhà. | Đã đo lại ngày 04/11, hai hộ ký thống nhất ranh.
    | 156/PKT | @12/11/2026 | Đã giải quyết xong |
Đề nghị cấp giấy đất cho hộ khai hoang trước năm 1993. | Nguồn gốc đất do nông trường quản lý, chờ
    tỉnh bàn giao. | nt | nt | Chưa giải quyết | Theo dõi tiếp năm 2027
""",
    ),
    (
        "C",
        "Lĩnh vực nông nghiệp",
        "B07",
        """
Hỗ trợ tiêm phòng cho đàn bò. | Đã tiêm 412 con, đợt hai trong tháng 12. | 158/PKT | @13/11/2026
    | Giải quyết một phần |
Mong được tập huấn trồng sầu riêng. | Đã mở hai lớp, 64 hộ dự. | nt | nt | Đã giải quyết xong |
""",
    ),
)


def economy_office() -> list[Form]:
    """Petitions with their answers from column B: the same document said by ditto marks."""
    rows: list[str] = []
    first = 1
    keys = ("wish", "reply", "doc", "day", "came", "remark")
    for letter, title, topic, text in ECONOMY:
        cases = numbered(heard(first * 2, text, *keys), first)
        first += len(cases)
        rows += [
            f"[section] {letter} | {title} {{{{= topic: {topic}}}}} | <<",
            drawn(
                "[{row}] {n} | {capitals} | {wish} | {reply} | {doc} | {day} | {came} | {remark}",
                cases,
            ),
        ]
    paper = Form("Tra loi P.KT", (3, 6, 28, 48, 52, 14, 14, 22, 18))
    paper.title(
        2,
        "I",
        "KẾT QUẢ GIẢI QUYẾT Ý KIẾN CỬ TRI CỦA PHÒNG KINH TẾ",
        "(sau hội nghị đối thoại ngày 27 tháng 10 năm 2026)",
        first="B",
    )
    below = paper.hold(
        "petition",
        "seq petitioner content response_text document_no document_date outcome note",
        """
[header] STT | Cử tri | Nội dung kiến nghị | Nội dung trả lời | Văn bản trả lời | < | Mức độ giải
    quyết | Ghi chú
[header] ^ | ^ | ^ | ^ | Số | Ngày | ^ | ^
[column_numbers] (1) | (2) | (3) | (4) | (5) | (6) | (7) | (8)
""",
        *rows,
        at="B5",
        align="clllcccl",
    )
    signed_by_three(
        paper,
        below + 1,
        ("B:C", "NGƯỜI LẬP", "Võ Tuấn Khanh"),
        ("D:E", "PHÓ TRƯỞNG PHÒNG", "Lâm Quốc Cường"),
        ("F:I", "TRƯỞNG PHÒNG", "Phạm Hoài Ân"),
    )
    return [paper]


SOCIETY = (
    (
        "I",
        "Người có công",
        "A09",
        """
04 | Đã sửa nhà cho mẹ liệt sĩ, nghiệm thu ngày 06/11/2026. | 61 | 09/11/2026 | Hoàn thành
11 | Hồ sơ chất độc hóa học đã gửi Sở Nội vụ, chờ kết quả giám định. | 62 | 09/11/2026 | Đang thực
    hiện
""",
    ),
    (
        "II",
        "Bảo trợ xã hội",
        "A08",
        """
07 | 1. Đã bổ sung tên vào danh sách trợ cấp tháng 11.\\n2. Truy lĩnh tháng 9 và tháng 10 tại bưu
    điện. | 64 | 10/11/2026 | Hoàn thành
15 | Hội đồng xác định mức độ khuyết tật họp ngày 25/11/2026. | 65 | 10/11/2026 | Đang thực hiện
""",
    ),
    (
        "III",
        "Giáo dục",
        "B08",
        """
02 | Trường đã mở thêm một lớp bán trú từ ngày 02/11/2026. | 68 | 12/11/2026 | Hoàn thành
09 | Đã thay cửa và mái nhà vệ sinh học sinh. | 68 | 12/11/2026 | Hoàn thành
16 | Nhà xe giáo viên đưa vào kế hoạch sửa chữa hè năm 2027. | 69 | 13/11/2026 | Đang thực hiện
""",
    ),
)


def society_office() -> list[Form]:
    """Answers by the number that the office gave each petition; the remark merged downwards."""
    rows: list[str] = []
    first = 1
    for roman, title, topic, text in SOCIETY:
        cases = numbered(heard(9, text, "no", "reply", "doc", "day", "state"), first)
        first += len(cases)
        cases = [
            case | {"remark": "Đã gửi cử tri" if n == 0 else "^"} for n, case in enumerate(cases)
        ]
        rows += [
            f"[section] {roman} | {title} {{{{= topic: {topic}}}}} | <<",
            drawn(
                "{n} | ĐT26-{no} | {reply} | {doc}/PVHXH | @{day} | {state} | {remark}",
                cases,
            ),
        ]
    paper = Form("VHXH tra loi", (6, 14, 66, 18, 16, 20, 18))
    paper.letterhead(("UBND XÃ PHƯỚC THẠNH", "PHÒNG VĂN HÓA - XÃ HỘI"), STATE, ("A:C", "D:G"))
    paper.title(
        4,
        "G",
        "BÁO CÁO TIẾN ĐỘ TRẢ LỜI KIẾN NGHỊ SAU HỘI NGHỊ ĐỐI THOẠI",
        "(Số liệu đến ngày 16/11/2026)",
    )
    below = paper.hold(
        "response",
        "seq petition_id response_text document_no document_date status note",
        """
[header] TT | Mã kiến nghị | Nội dung trả lời cử tri | Văn bản trả lời | < | Tình hình thực hiện
    | Ghi chú
[header] ^ | ^ | ^ | Số, ký hiệu | Ngày ban hành | ^ | ^
[column_numbers] A | B | 1 | 2 | 3 | 4 | C
""",
        *rows,
        at="A7",
        align="cclccll",
    )
    paper.put(f"D{below + 1}:G{below + 1}", "TRƯỞNG PHÒNG", bold=True)
    paper.put(f"D{below + 6}:G{below + 6}", "Nguyễn Hải Yến", bold=True)
    return [paper]


COUNTER = (
    ("I", "Tiếp cận dịch vụ", ("Biển chỉ dẫn, sơ đồ quầy", "Chỗ ngồi chờ, nước uống", "Lấy số")),
    (
        "II",
        "Thủ tục hành chính",
        ("Niêm yết thủ tục đầy đủ", "Mẫu đơn dễ điền", "Phí, lệ phí thu đúng mức niêm yết"),
    ),
    (
        "III",
        "Công chức tiếp nhận hồ sơ",
        ("Lịch sự, lắng nghe", "Hướng dẫn một lần, đầy đủ", "Thành thạo công việc"),
    ),
    ("IV", "Kết quả giải quyết", ("Trả kết quả đúng hẹn", "Thông tin trên giấy tờ chính xác")),
)


def counter_survey() -> list[Form]:
    """Five levels, their names on several lines, by group; how many papers is said below."""
    rows: list[str] = []
    number = 0
    for roman, group, questions in COUNTER:
        rows.append(f"[section] {roman} | {group} {{{{= group: {group}}}}} | <<")
        for question in questions:
            number += 1
            counts = _spread(number)
            shown = " | ".join(f"#{count}" for count in counts)
            share = f"{(counts[0] + counts[1]) / 0.75:.1f}".replace(".", ",")
            rows.append(f"{number} | {question} | {shown} | #75 | {share}")
    paper = Form("KS PVHCC", (6, 48, 12, 12, 12, 12, 12, 12, 14))
    paper.put("A1:B1", "UBND XÃ HƯNG THUẬN", align="c")
    paper.put("A2:B2", "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", bold=True)
    paper.title(
        4,
        "I",
        "KẾT QUẢ LẤY PHIẾU KHẢO SÁT MỨC ĐỘ HÀI LÒNG",
        "(từ ngày 5/10/2026 đến ngày 23/10/2026)",
    )
    below = paper.hold(
        "survey",
        "seq question very_satisfied satisfied neutral dissatisfied very_dissatisfied total -",
        "[header] STT | Nội dung đánh giá | Rất\\nhài lòng | Hài\\nlòng | Bình\\nthường |"
        " Không\\nhài lòng | Rất không\\nhài lòng | Tổng\\nsố phiếu | Tỷ lệ\\nhài lòng (%)",
        *rows,
        at="A7",
        align="cl" + "c" * 7,
    )
    paper.put(
        f"A{below + 1}:I{below + 1}",
        "Tổng số phiếu phát ra: 80 phiếu; thu về hợp lệ: 75 phiếu (bảy mươi lăm phiếu).",
        italic=True,
        align="l",
    )
    paper.put(f"F{below + 3}:I{below + 3}", "GIÁM ĐỐC", bold=True)
    paper.put(f"F{below + 7}:I{below + 7}", "Cao Thị Thùy Trang", bold=True)
    return [paper]


def _spread(number: int) -> tuple[int, int, int, int, int]:
    """How 75 votes fall on five levels, other for each question."""
    best, unhappy, neutral = 24 + number * 7 % 19, number % 4, 5 + number * 3 % 9
    worst = int(number % 5 == 0)
    return best, 75 - best - neutral - unhappy - worst, neutral, unhappy, worst


MEETING = (
    (
        "I",
        "Công tác tổ chức",
        (("Thông báo, giấy mời", 51, 6, 1), ("Địa điểm, chỗ ngồi, âm thanh", 44, 10, 4)),
    ),
    (
        "II",
        "Nội dung đối thoại",
        (
            ("Người dân được nêu hết ý kiến", 47, 8, 3),
            ("Lãnh đạo xã trả lời đúng trọng tâm", 39, 13, 6),
            ("Cam kết thời gian giải quyết", 35, 16, 7),
        ),
    ),
    (
        "III",
        "Giải quyết sau hội nghị năm trước",
        (("Kiến nghị năm 2025 được giải quyết", 30, 18, 10), ("Công khai kết quả", 33, 19, 6)),
    ),
)


def meeting_survey() -> list[Form]:
    """Three levels under one heading; sums by formula, blanks too many, an empty Sheet2."""
    rows: list[str] = []
    number, at, sums = 0, 8, [0, 0, 0]
    for roman, group, questions in MEETING:
        rows.append(f"[section] {roman} | {group} {{{{= group: {group}}}}} | <<")
        at += 1
        for question, *counts in questions:
            number, at = number + 1, at + 1
            sums = [old + new for old, new in zip(sums, counts, strict=True)]
            shown = " | ".join(f"#{count}" for count in counts)
            said = question.replace(" ", "  ", 1) if number % 3 == 0 else question
            rows.append(f"{number} | {said} | {shown} | =SUM(C{at}:E{at}) => {sum(counts)} |")
    total = " | ".join(
        f"=SUM({letter}10:{letter}{at}) => {count}"
        for letter, count in zip("CDEF", (*sums, sum(sums)), strict=True)
    )
    paper = Form("Phieu hoi y kien", (6, 50, 12, 14, 16, 12, 16), landscape=False)
    paper.put("A1:B1", "VĂN PHÒNG HĐND VÀ UBND XÃ CHÀ LÀ", bold=True)
    paper.title(3, "G", "TỔNG HỢP PHIẾU HỎI Ý KIẾN SAU HỘI NGHỊ ĐỐI THOẠI", "(58 phiếu)")
    paper.hold(
        "survey",
        "seq question satisfied neutral dissatisfied total note",
        """
[header] TT | Nội dung hỏi | Số phiếu trả lời | < | < | Cộng | Ghi chú
[header] ^ | ^ | Hài lòng | Bình thường | Chưa hài lòng | ^ | ^
[column_numbers] (1) | (2) | (3) | (4) | (5) | (6) | (7)
""",
        *rows,
        f"[total] Tổng cộng | < | {total} |",
        at="A6",
        align="clccccl",
    )
    return [paper, Form("Sheet2", ())]


def who_does_what() -> list[Form]:
    """Who prepares what for the meeting, from column B: nobody asks for anything. Not ours."""
    paper = Form("Phan cong", (3, 6, 50, 28, 28, 16, 18, 20))
    paper.letterhead(("ỦY BAN NHÂN DÂN", "XÃ NINH THẠNH"), STATE, ("B:C", "E:H"))
    paper.title(
        4,
        "H",
        "PHÂN CÔNG NHIỆM VỤ PHỤC VỤ HỘI NGHỊ ĐỐI THOẠI",
        "(Kèm theo Kế hoạch số 142/KH-UBND ngày 28 tháng 9 năm 2026)",
        first="B",
    )
    below = paper.table(
        "",
        """
[header] STT | Nội dung công việc | Người thực hiện | < | Thời gian | Điện thoại | Ghi chú
[header] ^ | ^ | Chính | Phối hợp | ^ | ^ | ^
[column_numbers] (1) | (2) | (3) | (4) | (5) | (6) | (7)
[section] I | Trước hội nghị | <<
1 | Soạn giấy mời, lập danh sách đại biểu | Ông Võ Tuấn Khanh | Bà Nguyễn Hải Yến | @12/10/2026
    | 0905.118.204 | Gửi trước 7 ngày
2 | Phát thanh thông báo trên loa | Bà Phan Thị Lệ Thu | Trưởng các ấp | @14/10/2026 | 0386.220.917
    | ^
3 | Tổng hợp ý kiến các ấp gửi về | Bà Nguyễn Hải Yến | Ông Hồ Minh Tuệ | @20/10/2026
    | 0778.310.455 | ^
[section] II | Trong hội nghị | <<
4 | Trang trí hội trường, bàn ghế, micro | Ông Trương Văn Út | Đoàn Thanh niên xã | @26/10/2026
    | 0357.604.113 | Xong trước 16 giờ
^ | Đón tiếp, phát tài liệu, ký tên đại biểu | Bà Võ Thị Kim Ngân | Hội Phụ nữ xã | @27/10/2026
    | 0822.915.660 | ^
5 | Ghi biên bản | Ông Lâm Quốc Cường | Bà Đỗ Thị Minh Châu | @27/10/2026 | 0969.041.728 |
6 | Giữ xe, bảo vệ | Ông Kiều Công Thành | Dân quân xã | @27/10/2026 | 0905.733.019 |
[section] III | Sau hội nghị | <<
7 | Dự thảo thông báo kết luận | Ông Lâm Quốc Cường | Phòng Kinh tế | @30/10/2026 | 0969.041.728 |
8 | Niêm yết kết quả tại trụ sở và nhà văn hóa ấp | Bà Nguyễn Hải Yến | Trưởng các ấp
    | @04/11/2026 | 0778.310.455 |
""",
        at="B7",
        align="clllccl",
    )
    signed_by_three(
        paper,
        below + 1,
        ("B:C", "NGƯỜI LẬP", "Nguyễn Hải Yến"),
        ("D:E", "CHÁNH VĂN PHÒNG", "Lâm Quốc Cường"),
        ("F:H", "CHỦ TỊCH", "Trần Minh Thái"),
    )
    return [paper]


CASES = {
    "phong-kinh-te-tra-loi": economy_office,
    "tien-do-van-xa": society_office,
    "hai-long-hanh-chinh-cong": counter_survey,
    "hoi-y-kien-sau-hoi-nghi": meeting_survey,
    "phan-cong-phuc-vu": who_does_what,
}
