"""Lists of petitions as hamlets and secretaries lay them out, each in its own way."""

import unicodedata
from datetime import date

from make_layouts_pool import Row, changed, drawn, numbered, people, petitions
from make_layouts_truth import Form
from make_paper import Style

RIGHT = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


def web_form() -> list[Form]:
    """The answers of a web form: a time stamp, whole questions as headers, no borders."""
    paper = Form(
        "Câu trả lời biểu mẫu 1", (20, 22, 26, 20, 20, 60, 24, 18), style=Style("Arial", 10)
    )
    paper.hold(
        "petition",
        "?received_on - petitioner hamlet phone content topic -",
        "[header] Dấu thời gian | Địa chỉ email | Vui lòng cho biết họ và tên của anh/chị |"
        " Anh/chị đang sống ở ấp nào? | Số điện thoại để liên hệ lại (không bắt buộc) | Ý kiến,"
        " kiến nghị anh/chị muốn gửi đến hội nghị | Ý kiến trên thuộc lĩnh vực nào? | Anh/chị có"
        " dự trực tiếp không?",
        drawn(
            "{received} {time} | {mail} | {name} | {hamlet} | {number} | {content} | {topic} |"
            " {comes}",
            [
                case | {"number": _typed_phone(n, case["phone"])}
                for n, case in enumerate(
                    changed(
                        petitions(4, 22),
                        time=("7:05:10", "12:44:02", "19:21:47"),
                        mail=("", "nguoidan@example.com", ""),
                        comes=("Có", "Không", "Chưa chắc"),
                    )
                )
            ],
        ),
        align="l" * 8,
        border=False,
    )
    return [paper]


def _typed_phone(number: int, phone: str) -> str:
    """A phone number as people type it: left out, with the code of the country, or plain."""
    return {3: "", 1: f"+84 {phone[1:]}"}.get(number % 5, phone)


def side_by_side() -> list[Form]:
    """Before the meeting on the left, at the meeting on the right, of unequal length."""
    paper = Form("Trước - Tại HN", (5, 22, 12, 44, 14, 4, 4, 5, 22, 44, 30), style=Style(size=11))
    paper.put("A1:K1", "Ý KIẾN NHÂN DÂN XÃ LƯƠNG HÒA", bold=True, size=14)
    paper.put("A2:E2", "A. TRƯỚC HỘI NGHỊ", bold=True)
    paper.put("H2:K2", "B. TẠI HỘI NGHỊ", bold=True)
    paper.hold(
        "petition",
        "seq petitioner hamlet content received_on",
        "[header] STT | Người kiến nghị | Ấp | Nội dung kiến nghị | Ngày nhận",
        drawn("{n} | {name} | {hamlet} | {content} | {received}", petitions(0, 13)),
        at="A3",
        align="clclc",
        fill="#FFF2CC",
    )
    paper.hold(
        "petition",
        "seq petitioner content response_text",
        "[header] STT | Người phát biểu | Ý kiến phát biểu | Chủ tọa trả lời",
        drawn("{n} | {called} | {content} | {answer}", petitions(16, 8)),
        at="H3",
        align="clll",
        fill="#E2EFDA",
    )
    return [paper]


def one_book() -> list[Form]:
    """Everything of one meeting in one workbook: guests, petitions, survey, on three sheets."""
    guests = Form("1. Khách mời", (6, 28, 10, 24, 28, 16), style=Style("Calibri", 12))
    guests.put("A1:F1", "KHÁCH MỜI HỘI NGHỊ ĐỐI THOẠI XÃ HƯNG THUẬN", bold=True)
    guests.hold(
        "attendee",
        "seq full_name birth position organisation phone",
        "[header] TT | Họ tên | NS | Chức danh | Cơ quan, đơn vị | ĐTDĐ",
        drawn(
            "{n} | {name} | {year} | {position} | {office} | {dotted}",
            changed(
                people(26, 19),
                position=("Chuyên viên", "Trưởng ấp", "Hội viên"),
                office=("UBND xã", "Ấp Gò Nổi", "Hội Nông dân xã"),
            ),
        ),
        at="A3",
        align="clclll",
    )
    asked = Form("2. Kiến nghị", (6, 26, 18, 16, 56, 20, 14, 26), style=Style("Calibri", 12))
    asked.put("B1:H1", "KIẾN NGHỊ CỦA NHÂN DÂN", bold=True)
    asked.hold(
        "petition",
        "seq petitioner phone hamlet content topic received_on lead_unit",
        """
[header] TT | Thông tin người dân | < | < | Nội dung phản ánh, kiến nghị | Nhóm lĩnh vực | Tiếp
    nhận
    ngày | Bộ phận phụ trách
[header] ^ | Họ, tên | Điện thoại | Khu phố/Ấp | ^ | ^ | ^ | ^
""",
        drawn(
            "{n} | {name} | {dotted} | {hamlet} | {content} | {topic} | @{received} | {unit}",
            petitions(7, 17),
        ),
        at="A4",
        align="clcclccl",
    )
    survey = Form("3. Phiếu KS", (6, 50, 12, 12, 12, 14), style=Style("Calibri", 12))
    survey.hold(
        "survey",
        "seq question satisfied neutral dissatisfied total",
        """
[header] TT | Nội dung hỏi ý kiến | Hài lòng | Bình thường | Không hài lòng | Tổng số phiếu
1 | Công tác tuyên truyền, thông báo trước hội nghị | #51 | #7 | #2 | #60
2 | Thời gian dành cho người dân phát biểu | #44 | #12 | #4 | #60
3 | Nội dung trả lời của lãnh đạo UBND xã | #39 | #15 | #6 | #60
4 | Trả lời của các phòng chuyên môn | #36 | #17 | #7 | #60
[total] | Cộng | #170 | #51 | #19 | #240
""",
        at="A2",
        align="clcccc",
    )
    return [guests, asked, survey]


def one_page() -> list[Form]:
    """The same on one sheet: guests, petitions and survey under each other."""
    paper = Form("HN 22-10", (6, 28, 22, 50, 20, 20), style=Style(size=12))
    paper.put("A1:F1", "BIÊN BẢN TÓM TẮT HỘI NGHỊ ĐỐI THOẠI ẤP BÌNH LINH", bold=True, size=14)
    paper.put("A3:F3", "I. Thành phần tham dự", bold=True, align="l")
    below = paper.hold(
        "attendee",
        "seq full_name position organisation attendance",
        "[header] STT | Họ và tên | Chức vụ | Đơn vị công tác | Có mặt/vắng mặt",
        drawn(
            "{n} | {called} | {position} | {office} | {came}",
            changed(
                people(40, 9),
                position=("Phó Chủ tịch UBND", "Chuyên viên", "Trưởng ấp"),
                office=("UBND xã", "Phòng Kinh tế", "Ấp Bình Linh"),
                came=("Có mặt", "Có mặt", "Vắng có lý do", "Có mặt"),
            ),
        ),
        at="A4",
        align="clllc",
    )
    paper.put(f"A{below + 1}:F{below + 1}", "II. Ý kiến của người dân", bold=True, align="l")
    below = paper.hold(
        "petition",
        "seq petitioner address content topic lead_unit",
        "[header] STT | Công dân | Nơi ở | Ý kiến, kiến nghị | Lĩnh vực | Đơn vị giải quyết",
        drawn(
            "{n} | {name} | Tổ {group} | {content} | {topic} | {unit}",
            petitions(34, 10, ("Bình Linh",)),
        ),
        at=f"A{below + 2}",
        align="clllll",
    )
    paper.put(f"A{below + 1}:F{below + 1}", "III. Phiếu thăm dò", bold=True, align="l")
    paper.hold(
        "survey",
        "seq question - very_satisfied satisfied dissatisfied",
        """
[header] STT | Nội dung đánh giá | Đơn vị tính | Rất hài lòng | Hài lòng | Không hài lòng
1 | Cách điều hành hội nghị | phiếu | #18 | #20 | #2
2 | Việc trả lời trực tiếp | phiếu | #15 | #19 | #6
3 | Địa điểm, giờ họp | phiếu | #22 | #16 | #2
""",
        at=f"A{below + 2}",
        align="clcccc",
    )
    return [paper]


def several_wishes() -> list[Form]:
    """One person's wishes under a vertical merge, ditto marks, sections by hamlet, nil returns."""
    first = petitions(0, 6, ("Tân Thuận",))
    second = petitions(13, 7, ("Gò Nổi",))
    row = "{n} | {person} | {where} | {content} | {day} | {topic}"
    paper = Form("KN các ấp", (6, 26, 16, 60, 14, 20), style=Style(size=13))
    paper.letterhead(("XÃ TÂN LẬP", "BAN CÔNG TÁC MẶT TRẬN CÁC ẤP"), RIGHT, ("A:C", "D:F"))
    paper.title(4, "F", "TỔNG HỢP NGUYỆN VỌNG CỦA NHÂN DÂN")
    below = paper.hold(
        "petition",
        "seq petitioner address content received_on topic",
        "[header] TT | Ông (bà) | Tổ tự quản số | Nguyện vọng, kiến nghị | Ngày ghi | Thuộc lĩnh"
        " vực",
        "[section] * Ấp Tân Thuận {{= hamlet: Tân Thuận}} | <<",
        drawn(row, _shared(first, "Tổ 4")),
        "[total] | Cộng ấp Tân Thuận: 06 nội dung | | | |",
        "[section] * Ấp Trà Cao {{= hamlet: Trà Cao}} | <<",
        "[nil_return] | | | Không có kiến nghị | |",
        "[section] * Ấp Gò Nổi {{= hamlet: Gò Nổi}} | <<",
        drawn(row, _shared(second, "Tổ 2")),
        "[total] | Cộng ấp Gò Nổi: 07 nội dung | | | |",
        "[total] | Tổng cộng: 13 nội dung | | | |",
        at="A7",
        align="clclcl",
        unsettled=("seq",),
    )
    paper.sign(below + 1, ("A:C", "NGƯỜI TỔNG HỢP"), ("E:F", "TM. BAN CÔNG TÁC"), "Ngô Thị Chín")
    return [paper]


def _shared(cases: list[Row], group: str) -> list[Row]:
    """Rows of which the second and third belong to the first person; ditto marks for the rest."""
    rows = []
    for place, case in enumerate(cases):
        same = place in {1, 2}
        number = place + 1 if place == 0 else place - 1
        rows.append(
            case
            | {
                "n": "^" if same else str(number),
                "person": "^" if same else case["called"],
                "where": "^" if same else group if place == 0 else "nt",
                "day": "@" + case["received"] if place == 0 else ("-nt-", "nt", "//")[place % 3],
            }
        )
    return rows


def minutes() -> list[Form]:
    """The secretary's minutes: time first, who spoke, who answered, what the chair concluded."""
    paper = Form("Ghi chép", (8, 24, 20, 52, 24, 52, 30), style=Style("Arial", 11))
    paper.put("A1:G1", "GHI CHÉP DIỄN BIẾN HỘI NGHỊ", bold=True)
    paper.put("A2:G2", "Thư ký: Đỗ Thị Minh Châu", italic=True, align="l")
    paper.hold(
        "petition",
        "- petitioner hamlet content responder response_text -",
        "[header] Giờ | Người phát biểu | Đến từ ấp | Nội dung phát biểu | Người giải đáp | Nội"
        " dung giải đáp | Kết luận của chủ tọa",
        drawn(
            "8 giờ {minute} | {called} | {hamlet} | {content} | {assignee} | {answer} | Giao"
            " {unit}",
            changed(petitions(22, 11), minute=("05", "15", "20", "32", "40", "47", "55")),
        ),
        at="A4",
        align="cllllll",
        fill="#EDEDED",
    )
    return [paper]


def district_total() -> list[Form]:
    """2024, of a whole district: 36 rows, total first, a column that reads another workbook."""
    communes = ("Xã Tân Bình", "Xã Thạnh Tây", "Xã Mỏ Công", "Thị trấn Tân Biên")
    cases = changed(petitions(3, 36, since=date(2024, 3, 4)), commune=communes)
    cases = [
        case | {"level": {"TINH": "Tỉnh"}.get(case["authority_code"], ("Xã", "Huyện")[n % 2])}
        for n, case in enumerate(cases)
    ]
    paper = Form("Toàn huyện", (5, 16, 20, 24, 54, 18, 12, 24, 16), style=Style(size=11))
    paper.hidden_rows = (14, 15, 22)
    paper.put("A1:D1", "UBND HUYỆN TÂN BIÊN", bold=True)
    paper.put("A2:D2", "PHÒNG NỘI VỤ", bold=True, underline=True)
    paper.title(4, "I", "TỔNG HỢP KIẾN NGHỊ ĐỐI THOẠI TOÀN HUYỆN NĂM 2024", "(Biểu mẫu 3)")
    paper.hold(
        "petition",
        "seq district commune petitioner content topic authority lead_unit received_on",
        "[header] TT | Huyện | Xã, phường, thị trấn | Tên người kiến nghị | Tóm tắt nội dung kiến"
        " nghị | Nhóm vấn đề | Cấp giải quyết | Đơn vị xử lý trực tiếp | Ngày tiếp nhận",
        "[column_numbers] 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9",
        "[total] | TỔNG SỐ: 36 kiến nghị | | | | | | |",
        drawn(
            "{n} | Tân Biên | {commune} | {name} | {content} | {topic} | {level} |"
            " =VLOOKUP(F{line},[1]DM!$A:$B,2,0) => {unit} | @{received}",
            [case | {"line": str(9 + n)} for n, case in enumerate(cases)],
        ),
        at="A6",
        align="clllllclc",
        fill="#D9E1F2",
    )
    return [paper]


def public_board() -> list[Form]:
    """For the notice board: Column1 beside the title, line breaks and capitals in the header."""
    paper = Form("Niêm yết", (8, 34, 56, 56, 26, 18), style=Style(size=14))
    for letter, text in zip(
        "ABCDEF", ("CÔNG KHAI", "Column1", "Column2", "Column3", "Column4", "Column5"), strict=True
    ):
        paper.put(f"{letter}1", text, bold=True)
    paper.put("A3:F3", "BẢNG CÔNG KHAI KẾT QUẢ ĐỐI THOẠI", bold=True, size=18)
    paper.put("A4:F4", "(Niêm yết tại trụ sở từ ngày 28/10/2026)", italic=True)
    below = paper.hold(
        "petition",
        "seq petitioner content response_text responder ?due_date",
        "[header] SỐ\\nTT | CỬ TRI\\n(ẤP) | NỘI DUNG\\nKIẾN NGHỊ | TRẢ LỜI,\\nKẾT QUẢ GIẢI QUYẾT"
        " | ĐƠN VỊ\\nTRẢ LỜI | THỜI GIAN\\nTHỰC HIỆN",
        drawn(
            "{n} | Cử tri ấp {hamlet} | {content} | {answer} | {unit} | {due}", petitions(26, 15)
        ),
        at="A6",
        align="clllcc",
        fill="#FFD966",
    )
    paper.put(f"A{below + 1}:C{below + 1}", "Nơi nhận:", align="l", bold=True, italic=True)
    paper.put(f"A{below + 2}:C{below + 2}", "- Trưởng ấp (để thông báo);", align="l", size=11)
    paper.put(f"A{below + 3}:C{below + 3}", "- Lưu: VT.", align="l", size=11)
    return [paper]


def page_breaks() -> list[Form]:
    """Thirty rows on three pages; on each the header of two rows and a line with the page."""
    header = """
[header] STT | Công dân có ý kiến | < | Vướng mắc, khó khăn | Cấp có thẩm quyền | Hình thức tiếp
    nhận
[header] ^ | Họ tên | Địa chỉ thường trú | ^ | ^ | ^
"""
    repeated = header.replace("[header]", "[repeated_header]")
    cases = changed(petitions(9, 30), channel=("Phiếu ghi ý kiến", "Họp ấp", "Điện thoại", "Zalo"))
    row = "{n} | {name} | Tổ {group}, ấp {hamlet} | {content} | {authority} | {channel}"
    paper = Form("In", (6, 24, 28, 60, 16, 20), style=Style(size=12))
    paper.put("A2:F2", "DANH MỤC VƯỚNG MẮC CỦA CÔNG DÂN XÃ ĐÔNG THÀNH", bold=True, size=14)
    paper.hold(
        "petition",
        "seq petitioner address content authority channel",
        header,
        drawn(row, cases[:10]),
        "[note] Trang 1/3 | <<",
        repeated,
        drawn(row, cases[10:20]),
        "[note] Trang 2/3 | <<",
        repeated,
        drawn(row, cases[20:]),
        at="A4",
        align="cllllc",
    )
    return [paper]


def capitals() -> list[Form]:
    """Capitals without accents, from column B; some texts in decomposed letters."""
    cases = [
        case
        | {
            "content": unicodedata.normalize("NFD", case["content"])
            if n % 3 == 0
            else case["content"]
        }
        for n, case in enumerate(petitions(19, 12))
    ]
    paper = Form("AP 4", (2, 6, 28, 18, 60, 20, 18, 16), style=Style("Arial", 10))
    paper.put("B1:E1", "DANH SACH Y KIEN NGUOI DAN", bold=True, align="l")
    paper.hold(
        "petition",
        "seq petitioner hamlet content topic phone received_on",
        "[header] SO TT | HO TEN NGUOI KIEN NGHI | THON, AP | Y KIEN PHAN ANH | LINH VUC | SO DT"
        " | NGAY TIEP NHAN",
        drawn("{n} | {capitals} | {hamlet} | {content} | {topic} | {lost} | {received}", cases),
        at="B3",
        align="cllllcc",
        border=False,
    )
    paper.truths[0].records = [
        (row, values | _composed(values["content"]), more)
        for row, values, more in paper.truths[0].records
    ]
    return [paper]


def _composed(content: object) -> dict[str, str | int | list[str]]:
    """The content in composed letters: what is read is NFC, however it was typed."""
    return {"content": unicodedata.normalize("NFC", str(content))}


def points_in_one_cell() -> list[Form]:
    """Several petitions in one cell, numbered or lettered or with dashes, by group of people."""
    cases = petitions(1, 24)
    signs = (("1. ", "2. "), ("a) ", "b) "), ("- ", "- "))
    rows = []
    for number in range(8):
        one, other = cases[number * 2], cases[number * 2 + 1]
        marks = signs[number % 3]
        rows.append(
            f"[2] {number + 1} | Tập thể hộ dân tổ {number + 1} | {one['hamlet']} |"
            f" {marks[0]}{one['content']}\\n{marks[1]}{other['content']} | {number + 3}"
        )
    rows += [
        f"{case['n']} | {case['called']} | {case['hamlet']} | {case['content']} | 1"
        for case in numbered(cases[16:20], 9)
    ]
    paper = Form("Tổ dân cư", (6, 30, 18, 70, 14), style=Style(size=13))
    paper.put("A1:E1", "PHIẾU TỔNG HỢP Ý KIẾN CÁC TỔ", bold=True, size=14)
    paper.hold(
        "petition",
        "seq petitioner hamlet content ?supporters",
        "[header] STT | Người, tập thể kiến nghị | Ấp/khu phố | Các nội dung kiến nghị | Số người"
        " cùng ý kiến",
        "\n".join(rows),
        at="A3",
        align="clclc",
    )
    return [paper]


def own_words() -> list[Form]:
    """Header words of its own, in row 29 of column H, below a long invitation."""
    paper = Form("Sheet2", (3,) * 7 + (6, 28, 22, 64, 20, 18), style=Style("Calibri", 11))
    for row, text in enumerate(
        (
            "Kính gửi: bà con ấp Láng Dài",
            "Ban nhân dân ấp ghi lại các điều bà con hỏi trong ba buổi họp tổ.",
            "Bà con xem lại giúp, chỗ nào ghi chưa đúng ý thì báo trưởng ấp.",
            "Ấp sẽ gửi lên xã trước ngày 15/10/2026.",
        )
    ):
        paper.put(f"H{4 + row * 6}:M{4 + row * 6}", text, align="l")
    paper.hold(
        "petition",
        "seq petitioner phone content topic received_on",
        "[header] Thứ tự | Bà con nêu ý kiến | Số máy liên lạc | Điều bà con phản ánh, mong muốn"
        " | Mảng việc | Ghi ngày",
        drawn(
            "{n} | {called} | {spaced} | {content} | {topic} | {received}",
            petitions(27, 13, ("Láng Dài",)),
        ),
        at="H29",
        align="cllllc",
    )
    return [paper]


def hidden_parts() -> list[Form]:
    """Hidden columns between the others, extra empty sheets, a remark in the middle."""
    paper = Form("Lọc", (6, 10, 26, 18, 18, 60, 18, 18, 12, 30), style=Style(size=12))
    paper.hidden_columns = (1, 4, 6)
    cases = changed(petitions(41, 15), channel=("Đường dây nóng", "1022", "Tiếp công dân"))
    row = (
        "{n} | k{n} | {name} | {hamlet} | {phone} | {content} | {topic} | {channel} | {kind} |"
        " Chủ trì: {unit}; Phối hợp: {support}"
        " {{{{= lead_unit: {unit}; support_units: {support}}}}}"
    )
    paper.put("A1:I1", "KIẾN NGHỊ TIẾP NHẬN QUA CÁC KÊNH", bold=True)
    paper.hold(
        "petition",
        "seq - petitioner hamlet phone content topic channel kind lead_unit+support_units",
        "[header] STT | Khóa | Người phản ánh | Tổ dân phố/Ấp | SĐT | Nội dung phản ánh | Lĩnh"
        " vực | Kênh tiếp nhận | Phân loại | Đơn vị thực hiện",
        drawn(row, cases[:9]),
        "[note] Ghi chú: từ đây trở xuống là ý kiến nhận sau ngày 10/10/2026. | <<",
        drawn(row, cases[9:]),
        "[total] Tổng | < | 15 | | | | | | |",
        at="A3",
        align="ccllclllcl",
        fill="#C9C9C9",
    )
    return [paper, *(Form(name, ()) for name in ("Sheet2", "Sheet3"))]


CASES = {
    "bieu-mau-truc-tuyen": web_form,
    "hai-bang-canh-nhau": side_by_side,
    "mot-tep-ba-bieu": one_book,
    "mot-trang-ba-bang": one_page,
    "nguyen-vong-cac-ap": several_wishes,
    "ghi-chep-hoi-nghi": minutes,
    "toan-huyen-2024": district_total,
    "bang-cong-khai": public_board,
    "in-ba-trang": page_breaks,
    "chu-hoa-khong-dau": capitals,
    "nhieu-y-mot-o": points_in_one_cell,
    "loi-rieng-cua-ap": own_words,
    "an-cot-an-dong": hidden_parts,
}
