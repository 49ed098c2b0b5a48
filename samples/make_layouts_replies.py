"""Third series: answers, surveys, and lists that only look like those of a meeting.

Who sends each, and what its sheet does, was drawn by dice from a list of what office sheets do.
"""

import unicodedata
from collections.abc import Sequence

from make_layouts_pool import Row, changed, drawn, numbered, people, petitions
from make_layouts_truth import Form
from make_layouts_voices import heard
from make_paper import Style

RIGHT = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


def answered_on_the_spot() -> list[Form]:
    """Headers without accents; below who was answered come those who were promised an answer."""
    paper = Form("Tra loi HN", (7, 26, 16, 56, 28, 50, 14, 14), Style("Tahoma", 10))
    paper.put("A1:C1", "VAN PHONG HDND VA UBND XA TRUONG MIT", bold=True, align="l")
    paper.put("A3:G3", "TONG HOP CAC Y KIEN VA TRA LOI TAI HOI NGHI DOI THOAI", bold=True, size=13)
    paper.put("A4:G4", "Ngay 20/10/2026 - Hoi truong UBND xa", italic=True)
    paper.put("A7:G7", "A. DA TRA LOI TAI CHO", bold=True, align="l")
    below = paper.hold(
        "petition",
        "seq petitioner hamlet content responder response_text",
        "[header] STT | Nguoi hoi | Ap | Noi dung hoi | Nguoi tra loi | Noi dung tra loi",
        drawn(
            "{n} | {capitals} | {hamlet} | {content} | {who} | {answer}",
            changed(
                petitions(29, 14),
                who=("Chủ tịch UBND", "Phòng Kinh tế", "Trưởng Công an xã"),
            ),
        ),
        "[total] | Cong A: 14 y kien | | | |",
        at="A9",
        align="cllll",
    )
    _decomposed(paper, 3)
    paper.put(f"A{below + 1}:G{below + 1}", "B. HEN TRA LOI SAU", bold=True, align="l")
    cases = [
        case | {"letter": "x" if n % 3 else "", "visit": "" if n % 3 else "x"}
        for n, case in enumerate(petitions(1, 8))
    ]
    paper.hold(
        "petition",
        "seq petitioner phone content lead_unit - - due_date",
        """
[header] STT | Nguoi hoi | So DT | Noi dung hoi | Giao cho | Hinh thuc tra loi | < | Han tra loi
[header] ^ | ^ | ^ | ^ | ^ | Van ban | Gap truc tiep | ^
""",
        drawn(
            "{n} | {capitals} | {spaced} | {content} | {unit} | {letter} | {visit} | {due}", cases
        ),
        "[total] | Cong B: 8 y kien | | | | | |",
        at=f"A{below + 2}",
        align="clclcccc",
    )
    return [paper]


def _decomposed(paper: Form, *columns: int) -> None:
    """Every other text in decomposed letters, as sheets from another kind of computer have it."""
    for (row, column), (typed, style) in paper.cells.items():
        if column in columns and row % 2:
            paper.cells[row, column] = (unicodedata.normalize("NFD", typed), style)


COUNTER = (
    (
        "I",
        "Lĩnh vực hộ tịch",
        "A01",
        """
[2] 1. Làm lại khai sinh đã mất cần giấy gì?\\n2. Trích lục gửi về nhà được không? | Nộp tờ khai
    trên Cổng Dịch vụ công, bản giấy gửi qua bưu điện.
Đăng ký kết hôn với người nước ngoài nộp ở xã hay ở tỉnh? | Nộp tại Trung tâm của xã.
Tên mẹ trên khai sinh sai một chữ, xin cải chính. | Đã hướng dẫn hồ sơ, trả sau 03 ngày làm việc.
""",
    ),
    (
        "II",
        "Lĩnh vực đất đai",
        "A05",
        """
Nộp hồ sơ tách thửa hơn một tháng chưa có kết quả. | Hồ sơ thiếu bản vẽ, Trung tâm đã xin lỗi.
[2] - Cấp đổi sổ bị rách mất bao lâu?\\n- Phí đo đạc thu theo mức nào? | 07 ngày làm việc; mức thu
    niêm yết tại quầy số 2.
""",
    ),
    (
        "III",
        "Lĩnh vực bảo trợ xã hội",
        "A08",
        """
Mẹ tôi 90 tuổi không đi được, có ai đến nhà làm hồ sơ trợ cấp không? | Đã cử viên chức đến nhà.
Tài khoản nhận trợ cấp bị khóa, xin nhận tiền mặt. | Chuyển bưu điện chi trả từ tháng 11.
""",
    ),
)


def counter_questions() -> list[Form]:
    """Two questions in a cell, sections by procedure, and the identity number of who asked."""
    rows: list[str] = []
    first = 0
    for roman, title, topic, text in COUNTER:
        cases = numbered(heard(20 + first, text, "wish", "reply"), first + 1)
        cases = changed(
            cases,
            clerk=("Nguyễn Hải Yến", "Võ Tuấn Khanh"),
            day=("06/10/2026", "08/10/2026", "09/10/2026"),
        )
        first += len(cases)
        rows += [
            f"[section] {roman} | {title} {{{{= topic: {topic}}}}} | <<",
            drawn("[{row}] {n} | {name} | {identity} | {wish} | {clerk} | {reply} | {day}", cases),
        ]
    paper = Form("Giải đáp tại quầy", (6, 26, 20, 54, 22, 48, 14), Style(size=13))
    paper.put("A1:G1", "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG XÃ CẦU KHỞI", bold=True, align="l")
    paper.put("A3:G3", "GIẢI ĐÁP VƯỚNG MẮC CỦA NGƯỜI DÂN TRƯỚC HỘI NGHỊ", bold=True, size=15)
    below = paper.hold(
        "petition",
        "seq petitioner national_id content responder response_text answered_on",
        """
[header] TT | Người dân | < | Nội dung vướng mắc | Trung tâm giải đáp | < | <
[header] ^ | Họ và tên | Số CCCD | ^ | Người giải đáp | Nội dung | Ngày
[column_numbers] (1) | (2) | (3) | (4) | (5) | (6) | (7)
""",
        *rows,
        at="A5",
        align="clcllllc",
    )
    _decomposed(paper, 1, 5)
    paper.sign(below + 1, ("A:C", "NGƯỜI LẬP BIỂU"), ("E:G", "GIÁM ĐỐC"), "Lê Thị Tường Vi")
    return [paper]


def council_reminder() -> list[Form]:
    """Answers by code, of two meetings under each other: ditto marks, hidden rows, Column1."""
    paper = Form("Đôn đốc", (6, 16, 64, 26, 18, 14, 22), Style(size=13))
    paper.hidden_rows = (14, 15)
    for number, letter in enumerate("ABCDEFG"):
        paper.put(f"{letter}1", f"Column{number}" if number else "TT HĐND", align="l")
    paper.title(
        4,
        "G",
        "KẾT QUẢ TRẢ LỜI KIẾN NGHỊ CỬ TRI",
        "(Thường trực Hội đồng nhân dân xã Tân Trụ tổng hợp đến ngày 20/11/2026)",
    )
    paper.put("A9:G9", "1. Kiến nghị tại hội nghị đối thoại năm 2025", bold=True, align="l")
    cases = petitions(18, 8, first=31)
    below = paper.hold(
        "response",
        "seq petition_id response_text responder document_no document_date -",
        """
[header] STT | Mã số kiến nghị | Trả lời của cơ quan có trách nhiệm | Cơ quan trả lời | Văn bản số
    | Ngày văn bản | Điện thoại liên hệ
[column_numbers] 1 | 2 | 3 | 4 | 5 | 6 | 7
""",
        drawn("{n} | KN25-{no} | {answer} | {who} | {doc} | {answered} | {dotted}", _told(cases)),
        "[total] | Cộng: 08 kiến nghị đã trả lời | | | | |",
        at="A12",
        align="cclccc",
    )
    _decomposed(paper, 2)
    paper.put(
        f"A{below + 1}:G{below + 1}",
        "2. Kiến nghị tại hội nghị đối thoại ngày 20/10/2026",
        bold=True,
        align="l",
    )
    cases = changed(petitions(30, 6), why=("", "Chờ vốn năm 2027", ""))
    paper.hold(
        "response",
        "seq petition_id response_text responder status obstacles",
        "[header] STT | Mã số kiến nghị | Trả lời của cơ quan có trách nhiệm | Cơ quan trả lời |"
        " Tình trạng | Nguyên nhân",
        drawn("{n} | KN26-{no} | {answer} | {who} | {status} | {why}", _told(cases)),
        "[total] | Cộng: 06 kiến nghị | | | |",
        at=f"A{below + 2}",
        align="cclccl",
    )
    return [paper]


def _told(cases: Sequence[Row]) -> list[Row]:
    """The same office as above said by a ditto mark."""
    units = ("Phòng Kinh tế", "nt", "Phòng Văn hóa - Xã hội", "-nt-", "nt")
    return [
        case | {"who": units[n % 5], "no": f"{int(case['n']):03}"} for n, case in enumerate(cases)
    ]


def rural_standards() -> list[Form]:
    """Three levels by formula, papers sent out beside those that came back, empty rows between."""
    groups = (
        ("Hạ tầng kinh tế - xã hội", ("Đường giao thông", "Điện", "Trường học", "Nhà văn hóa")),
        ("Kinh tế và tổ chức sản xuất", ("Thu nhập", "Giảm nghèo", "Hợp tác xã")),
        ("Văn hóa, môi trường", ("Y tế", "Nước sạch", "Thu gom rác", "Cây xanh, hoa ven đường")),
        (
            "Hệ thống chính trị",
            ("Hoạt động của UBND xã", "An ninh trật tự", "Tiếp dân, đối thoại"),
        ),
    )
    rows: list[str] = []
    number, at = 0, 4
    for group, subjects in groups:
        rows += ["[blank] | | | | | | |"] if number else []
        rows.append(f"[section] {group} {{{{= group: {group}}}}} | <<")
        at += 2 if number else 1
        for subject in subjects:
            number, at = number + 1, at + 1
            unhappy, silent = (number * 5) % 9, number % 4
            rows.append(
                f"{number} | {subject} | #150 | #{146 - unhappy - silent} | #{unhappy} | #{silent}"
                f" | =SUM(D{at}:F{at}) => 146 | =D{at}/G{at}*100 =>"
                f" {(146 - unhappy - silent) / 1.46:.1f}"
            )
    paper = Form("NTM", (6, 44, 12, 12, 14, 14, 12, 12), Style("Tahoma", 10))
    paper.put("A1:H1", "MẶT TRẬN TỔ QUỐC VIỆT NAM XÃ PHƯỚC CHỈ", bold=True, align="l")
    paper.put("A2:H2", "Kết quả lấy ý kiến về sự hài lòng của người dân", bold=True, size=13)
    paper.hold(
        "survey",
        "seq question - satisfied dissatisfied ?neutral total -",
        "[header] TT | Nội dung lấy ý kiến | Số phiếu phát ra | Hài lòng | Chưa hài lòng | Không"
        " ý kiến | Số phiếu thu về | Tỷ lệ hài lòng (%)",
        *rows,
        at="A4",
        align="clcccccc",
    )
    return [paper, Form("Sheet2", ()), Form("Sheet3", ())]


def levels_in_three_rows() -> list[Form]:
    """No accents, three rows of header: good levels and bad ones under a heading each."""
    paper = Form("KS 10-2026", (6, 56, 12, 12, 12, 14, 14, 12, 12), Style(size=13))
    paper.hidden_columns = (8,)
    paper.letterhead(("UBND PHUONG GIA LOC", "VAN PHONG HDND VA UBND"), RIGHT, ("A:B", "D:I"))
    paper.title(5, "I", "TONG HOP PHIEU KHAO SAT SU HAI LONG CUA NGUOI DAN")
    paper.put("A7:I7", "So phieu phat ra: 70; so phieu hop le: 68", align="l")
    below = paper.hold(
        "survey",
        "seq question very_satisfied satisfied neutral dissatisfied very_dissatisfied total -",
        """
[header] STT | Noi dung khao sat | So phieu theo muc do | < | < | < | < | Tong so | Ty le %
[header] ^ | ^ | Tich cuc | < | Trung lap | Chua tot | < | ^ | ^
[header] ^ | ^ | Rat hai long | Hai long | Binh thuong | Khong hai long | Rat khong hai long | ^
    | ^
1 | Noi don tiep, cho ngoi | #30 | #25 | #10 | #2 | #1 | #68 | 80,9
2 | Huong dan ke khai | #27 | #29 | #8 | #4 | #0 | #68 | 82,4
3 | Thai do phuc vu | #33 | #24 | #7 | #3 | #1 | #68 | 83,8
4 | Thoi gian giai quyet ho so | #21 | #26 | #13 | #6 | #2 | #68 | 69,1
5 | Phi, le phi dung quy dinh | #40 | #22 | #6 | #0 | #0 | #68 | 91,2
6 | Tra loi kien nghi, phan anh | #18 | #27 | #15 | #6 | #2 | #68 | 66,2
7 | Cach to chuc hoi nghi doi thoai | #29 | #30 | #8 | #1 | #0 | #68 | 86,8
""",
        at="A10",
        align="cl" + "c" * 7,
    )
    paper.put(f"A{below + 1}:B{below + 1}", "Nguoi tong hop", bold=True)
    paper.put(f"E{below + 1}:H{below + 1}", "CHANH VAN PHONG", bold=True)
    return [paper]


def patients_opinion() -> list[Form]:
    """The worst level first, as clinics ask; two surveys beside each other, a legend below."""
    header = """
[header] STT | Nội dung | Mức độ đánh giá (số người bệnh chọn) | < | < | < | < | Cộng
[header] ^ | ^ | Chưa đạt | < | Trung bình | Đạt | < | ^
[header] ^ | ^ | Rất không hài lòng | Không hài lòng | Bình thường | Hài lòng | Rất hài lòng | ^
"""
    columns = "seq question very_dissatisfied dissatisfied neutral satisfied very_satisfied total"
    wide = (5, 38, 10, 10, 10, 10, 10, 9)
    paper = Form("Hai long NB", (*wide, 3, *wide), Style("Tahoma", 10))
    paper.put("A1:H1", "KHÁM BỆNH BẢO HIỂM Y TẾ (40 phiếu)", bold=True)
    paper.put("J1:Q1", "TIÊM CHỦNG (25 phiếu)", bold=True)
    below = paper.hold(
        "survey",
        columns,
        header,
        """
1 | Thời gian chờ khám | #1 | #5 | #9 | #17 | #8 | #40
2 | Thái độ của y sĩ, điều dưỡng | #0 | #2 | #6 | #20 | #12 | #40
3 | Giải thích về bệnh và cách dùng thuốc | #0 | #1 | #8 | #19 | #12 | #40
4 | Thuốc cấp phát đủ theo đơn | #2 | #7 | #11 | #14 | #6 | #40
5 | Phòng khám, nhà vệ sinh sạch sẽ | #1 | #4 | #10 | #18 | #7 | #40
""",
        at="A2",
        align="cl" + "c" * 6,
    )
    paper.hold(
        "survey",
        columns,
        header,
        """
1 | Thông báo lịch tiêm | #0 | #3 | #5 | #11 | #6 | #25
2 | Khám sàng lọc trước tiêm | #0 | #0 | #3 | #12 | #10 | #25
3 | Chỗ ngồi theo dõi sau tiêm | #1 | #2 | #6 | #10 | #6 | #25
4 | Dặn dò khi về nhà | #0 | #1 | #2 | #13 | #9 | #25
""",
        at="J2",
        align="cl" + "c" * 6,
    )
    _decomposed(paper, 1)
    paper.put(
        f"A{below + 1}:H{below + 1}",
        "Cách tính: tỷ lệ hài lòng = (Hài lòng + Rất hài lòng) / Cộng x 100",
        italic=True,
        align="l",
    )
    return [paper, Form("Sheet2", ())]


def loan_group() -> list[Form]:
    """Who borrows from the farmers' fund, by group: households with several loans. Not ours."""
    cases = changed(
        people(4, 24),
        sum=("30.000.000", "50.000.000", "-"),
        since=("3/2025", "11/2025", "6/2026"),
        until=("3/2028", "11/2028", "6/2029"),
        use=("Nuôi bò sinh sản", "Trồng mãng cầu", "Cải tạo ao cá"),
    )
    hamlets = {0: "Bình Linh", 9: "Láng Dài", 17: "Trà Cao"}
    cases = [
        case
        | {
            "where": hamlets.get(n, "^"),
            "n": "^" if n % 6 == 1 else case["n"],
            "who": "^" if n % 6 == 1 else case["name"].replace(" ", "\N{NO-BREAK SPACE}", n % 2),
        }
        for n, case in enumerate(cases)
    ]
    paper = Form("To vay von", (2, 12, 6, 28, 16, 18, 14, 14, 24, 16), Style("Arial", 10))
    paper.hidden_columns = (4,)
    paper.put("B1:J1", "DANH SÁCH HỘ VAY QUỸ HỖ TRỢ NÔNG DÂN", bold=True, size=13)
    paper.table(
        "",
        """
[header] Ấp | STT | Hộ vay | Số CCCD | Số tiền vay | Kỳ hạn | < | Mục đích vay | Dư nợ
[header] ^ | ^ | ^ | ^ | ^ | Tháng vay | Tháng trả | ^ | ^
"""
        + drawn(
            "{where} | {n} | {who} | {identity} | {sum} | {since} | {until} | {use} | {sum}", cases
        )
        + "\n[total] Tổng cộng | < | < | | 640.000.000 | | | | 640.000.000",
        at="B2",
        align="ccllrcclr",
    )
    return [paper]


def dossier_register() -> list[Form]:
    """Which dossiers were taken in and handed out, sums by procedure beside them. Not ours."""
    cases = changed(
        people(38, 21),
        what=(
            "Cấp bản sao trích lục hộ tịch",
            "Chứng thực bản sao\\nChứng thực chữ ký",
            "Đăng ký biến động đất đai",
            "Xác nhận tình trạng hôn nhân",
        ),
        taken=("01/10/2026", "02/10/2026", "05/10/2026"),
        until=("06/10/2026", "07/10/2026", "26/10/2026"),
        given=("05/10/2026", "07/10/2026", ""),
    )
    paper = Form(
        "Sổ T10 (bản sao)", (5, 18, 26, 16, 36, 13, 13, 13, 14, 3, 32, 10, 10), Style("Tahoma", 10)
    )
    paper.letterhead(
        ("UBND XÃ THỦ THỪA", "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"), RIGHT, ("A:D", "F:M")
    )
    paper.title(5, "I", "SỔ THEO DÕI TIẾP NHẬN HỒ SƠ VÀ TRẢ KẾT QUẢ", "(Tháng 10 năm 2026)")
    below = paper.table(
        "",
        """
[header] STT | Mã hồ sơ | Người nộp hồ sơ | < | Tên thủ tục hành chính | Thời gian | < | < | Ký
    nhận
[header] ^ | ^ | Họ và tên | Số điện thoại | ^ | Ngày nhận | Trả kết quả | < | ^
[header] ^ | ^ | ^ | ^ | ^ | ^ | Ngày hẹn | Ngày trả | ^
"""
        + drawn(
            "{n} | H53.112-2610-{n}04 | {name} | {phone} | {what} | {taken} | {until} | {given} |",
            cases,
        ),
        at="A9",
        align="cclclcccc",
    )
    paper.table(
        "",
        """
[header] Thủ tục | Tiếp nhận | Trễ hẹn
Hộ tịch | #11 | #0
Chứng thực | #5 | #0
Đất đai | #5 | #2
""",
        at="K9",
        align="lcc",
    )
    _decomposed(paper, 2)
    paper.sign(below + 1, ("A:D", "NGƯỜI GHI SỔ"), ("F:I", "PHÓ GIÁM ĐỐC"), "Nguyễn Thị Lụa")
    return [paper]


CASES = {
    "tra-loi-tai-cho": answered_on_the_spot,
    "giai-dap-tai-quay": counter_questions,
    "hdnd-don-doc": council_reminder,
    "hai-long-nong-thon-moi": rural_standards,
    "khao-sat-ba-tang": levels_in_three_rows,
    "y-kien-nguoi-benh": patients_opinion,
    "vay-quy-nong-dan": loan_group,
    "so-giao-nhan-ho-so": dossier_register,
}
