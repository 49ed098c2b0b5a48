"""Third series: petitions as branches, schools and clinics write them down for the commune.

Who sends each, and what its sheet does, was drawn by dice from a list of what office sheets do.
"""

from collections.abc import Sequence

from make_layouts_pool import Row, changed, drawn, numbered, people, petitions
from make_layouts_truth import Form
from make_paper import Style, lines


def heard(start: int, text: str, *keys: str) -> list[Row]:
    """People, each with the words of one line, named from left to right, and what kind it is."""
    rows = lines(text)
    pairs = zip(people(start, len(rows)), rows, strict=True)
    return [person | _named(keys, row.cells) | {"row": row.kind} for person, row in pairs]


def _named(keys: Sequence[str], cells: Sequence[str]) -> Row:
    return dict(zip(keys, (cell.replace("\n", "\\n") for cell in cells), strict=True))


YOUTH = """
Đề nghị xã mở lớp sửa chữa điện lạnh buổi tối cho thanh niên đi làm công ty. | Việc làm
Đường từ ấp ra khu công nghiệp không có đèn, bạn nữ tan ca 22 giờ rất ngại. | Điện, chiếu sáng
Sân bóng của xã bị đào để chứa cát xây dựng, thanh niên không còn chỗ chơi. | Văn hóa, thể thao
Xin hỏi điều kiện vay vốn giải quyết việc làm dành cho thanh niên mới lập gia đình. | Vay vốn
Wifi ở nhà văn hóa ấp hư từ đầu năm, mong được sửa để bà con vào nộp hồ sơ. | Viễn thông
Mong xã hướng dẫn thủ tục thành lập tổ hợp tác nuôi dế của nhóm 6 bạn. | Hộ kinh doanh
Nhiều em bỏ học lớp 10 đi làm, đề nghị có học bổng hoặc xe đạp cho em nhà xa trường. | Giáo dục
Đề nghị lắp camera ở ngã tư trường mẫu giáo vì hay có va chạm giao thông. | An toàn giao thông
Bạn trẻ thuê trọ muốn đăng ký tạm trú qua VNeID nhưng chủ trọ không xác nhận. | Cư trú
Rác thải nhựa sau chợ đêm để tới trưa hôm sau mới có người gom. | Rác thải
Kiến nghị tổ chức đối thoại riêng với thanh niên mỗi năm một lần. |
Thông báo khám tuyển nghĩa vụ quân sự gửi quá sát ngày, xin báo trước ít nhất 10 ngày. |
"""


def youth_wishes() -> list[Form]:
    """Capitals for names, blanks that do not break, a row of column numbers, a final sum."""
    cases = heard(8, YOUTH, "wish", "about")
    cases = [
        case
        | {
            "who": case["capitals"].replace(" ", "\N{NO-BREAK SPACE}", n % 2),
            "typed": case["phone"] + f" - 0969 {case['phone'][4:7]} 20{n % 10} {{{{=}}}}"
            if n % 5 == 2
            else case["phone"],
            "asked": ("UBND xã", "Đoàn Thanh niên xã", "Công an xã")[n % 3],
        }
        for n, case in enumerate(cases)
    ]
    paper = Form("Tâm tư TN_HÂN", (6, 28, 16, 26, 60, 20, 22, 14), Style(size=13))
    paper.letterhead(
        ("ĐOÀN XÃ TUYÊN BÌNH", "***"),
        ("ĐOÀN TNCS HỒ CHÍ MINH", "Tuyên Bình, ngày 13 tháng 10 năm 2026"),
        ("A:C", "F:H"),
    )
    paper.title(
        5,
        "H",
        "TỔNG HỢP TÂM TƯ, NGUYỆN VỌNG CỦA ĐOÀN VIÊN, THANH NIÊN",
        "gửi Hội nghị đối thoại năm 2026",
    )
    below = paper.hold(
        "petition",
        "seq petitioner hamlet phone content topic lead_unit note",
        """
[header] STT | Họ và tên | Chi đoàn ấp | SĐT | Tâm tư, nguyện vọng, đề xuất | Lĩnh vực | Nơi đề
    nghị xem xét | Ghi chú
[column_numbers] (1) | (2) | (3) | (4) | (5) | (6) | (7) | (8)
""",
        drawn("{n} | {who} | {hamlet} | {typed} | {wish} | {about} | {asked} |", cases),
        "[total] | Tổng cộng: 12 ý kiến | | | | | |",
        at="A9",
        align="clcclllc",
        unsettled=("phone",),
    )
    paper.put(f"F{below + 1}:H{below + 1}", "TM. BAN THƯỜNG VỤ\nBÍ THƯ", bold=True)
    paper.put(f"F{below + 6}:H{below + 6}", "Nguyễn Đăng Khoa", bold=True)
    return [paper]


WOMEN = """
Chợ xã không có nhà vệ sinh cho chị em buôn bán từ khuya.
Lớp mẫu giáo chỉ giữ trẻ tới 16 giờ 30, công nhân tan ca 17 giờ không rước kịp.
Đề nghị khám phụ khoa, tầm soát ung thư miễn phí cho hội viên mỗi năm một lần.
Nhà chị Ren ở tổ 5 bị chồng đánh nhiều lần, mong xã quan tâm can thiệp.
Xin hỏi mẹ đơn thân nuôi con dưới 3 tuổi có được trợ cấp hay không.
Nước giếng khoan trong xóm có mùi tanh, chị em phải mua nước bình về nấu ăn.
Kiến nghị giảm tiền rác cho hộ chỉ có một người già ở.
Nhóm đan lục bình 14 chị thiếu chỗ tập kết hàng, xin mượn nhà kho cũ của hợp tác xã.
Đường vào tổ 7 ngập tới đầu gối mỗi khi triều cường, xe đạp đi học không được.
Lãi suất vay qua tổ phụ nữ bao giờ điều chỉnh, chị em nghe nói có mức mới.
Tiếng ồn xưởng gỗ cạnh nhà làm trẻ nhỏ giật mình cả ngày.
Bảo hiểm y tế hộ gia đình mua năm nay tăng, mong được chia làm hai lần đóng.
Đề nghị phát loa thông báo lịch tiêm ngừa sớm hơn, có hôm tới nơi mới biết hoãn.
Cháu ngoại theo mẹ về quê chưa chuyển được trường vì thiếu giấy xác nhận cư trú.
Cột điện trước nhà văn hóa nghiêng, dây chùng sát mái tôn.
Mong xã vận động cai rượu, mấy quán mở sát cổng trường.
"""


def womens_groups() -> list[Form]:
    """By hamlet on one sheet, each with the header again and a sum; zeros lost from telephones."""
    wishes = heard(60, WOMEN, "wish")
    header = "STT | Họ tên chị em | Tổ phụ nữ | Điện thoại | Ý kiến của chị em | Ký tên"
    rows: list[str] = []
    for number, (hamlet, first, last) in enumerate(
        (("Bình Linh", 0, 6), ("Tân Thuận", 6, 11), ("Trà Cao", 11, 16))
    ):
        cases = numbered(wishes[first:last])
        cases = [
            case | {"typed": case["spaced"] if n % 3 else case["lost"], "sign": ""}
            for n, case in enumerate(cases)
        ]
        rows += [f"[repeated_header] {header}"] if number else []
        rows += [
            f"[section] Chi hội phụ nữ ấp {hamlet} {{{{= hamlet: {hamlet}}}}} | <<",
            drawn("{n} | {name} | Tổ {group} | {typed} | {wish} |", cases),
            f"[total] | Cộng ấp {hamlet} | | | {last - first} ý kiến |",
        ]
    paper = Form("PN", (6, 26, 12, 18, 70, 14), Style("Tahoma", 10))
    paper.put("A1:C1", "HỘI LIÊN HIỆP PHỤ NỮ XÃ VĨNH HƯNG", bold=True)
    paper.put("A3:F3", "Ý KIẾN CỦA HỘI VIÊN PHỤ NỮ GỬI LÃNH ĐẠO XÃ", bold=True, size=13)
    paper.put("A5:F5", "Ghi tại sinh hoạt chi hội tháng 10/2026.", italic=True, align="l")
    below = paper.hold(
        "petition",
        "seq petitioner ?address phone content -",
        f"[header] {header}",
        *rows,
        "[total] | Tổng cộng | | | 16 ý kiến |",
        at="A8",
        align="clcclc",
    )
    paper.put(f"E{below + 1}:F{below + 1}", "CHỦ TỊCH HỘI", bold=True)
    return [paper]


CLINIC = {
    "Bình Hòa": """
Trạm đóng cửa trưa thứ Bảy, người bệnh phải chờ ngoài nắng. | Bố trí trực trưa từ tháng 11.
Thuốc huyết áp phát 15 ngày, xin phát đủ 30 ngày như trước. | Thực hiện từ đợt cấp sau.
Đề nghị có ghế cho người già ngồi chờ đo huyết áp. | Đã đặt thêm 12 ghế.
Số điện thoại trực cấp cứu gọi không ai bắt máy. |
""",
    "Gò Nổi": """
Bà con ở xa trạm 7 cây số, mong có buổi khám lưu động. | Mỗi quý một buổi tại nhà văn hóa.
Lịch tiêm chủng thay đổi không báo trước. | Nhắn qua nhóm Zalo của ấp trước 3 ngày.
Đề nghị phun thuốc diệt muỗi ở dãy trọ công nhân. | Đã phun ngày 09/10/2026.
""",
    "Tân Thuận": """
Máy siêu âm hư ba tháng nay chưa sửa. | Đã đề nghị Trung tâm Y tế cấp phụ tùng.
Xin hỏi thẻ bảo hiểm ở tỉnh khác khám tại trạm được hay không. | Được, xuất trình căn cước.
Nhà vệ sinh của trạm dơ, không có nước. | Phân công lau dọn ngày hai lần.
Điều dưỡng trẻ nói chuyện hơi gắt với người lớn tuổi. | Trạm xin rút kinh nghiệm, đã nhắc nhở.
Đề nghị tư vấn dinh dưỡng cho bà mẹ nuôi con nhỏ. |
""",
}


def clinic_round() -> list[Form]:
    """A sheet for each hamlet: three rows of header and column numbers, from column B."""
    papers = []
    for place, (hamlet, text) in enumerate(CLINIC.items()):
        cases = heard(13 + 6 * place, text, "wish", "reply")
        cases = [case | _patient(n, case, len(cases), 5 + place) for n, case in enumerate(cases)]
        paper = Form(f"Ấp {hamlet}", (2, 7, 26, 13, 10, 14, 52, 44, 22), Style(size=12))
        paper.put("B1:D1", "TRẠM Y TẾ XÃ TÂN LÂN", bold=True)
        paper.title(3, "I", f"GÓP Ý CỦA NGƯỜI DÂN ẤP {hamlet.upper()}", first="B")
        below = paper.hold(
            "petition",
            "seq petitioner - ?address received_on content response_text note",
            """
[header] STT | Người góp ý | < | < | Góp ý về công tác y tế | < | < | Ghi chú
[header] ^ | Họ và tên | Năm sinh | Tổ | Ghi nhận | < | Trạm tiếp thu, trả lời | ^
[header] ^ | ^ | ^ | ^ | Ngày | Nội dung | ^ | ^
[column_numbers] A | B | 1 | 2 | 3 | 4 | 5 | C
""",
            drawn("{no} | {called} | {born} | {group} | @{day} | {wish} | {reply} | {by}", cases),
            at="B5",
            align="clcccllc",
            unsettled=("hamlet",),
        )
        paper.put(f"H{below + 1}:I{below + 1}", "TRƯỞNG TRẠM", bold=True)
        papers.append(paper)
    return papers


def _patient(number: int, case: Row, count: int, day: int) -> Row:
    return {
        "no": f"0{number + 1}",
        "born": case["year"] if number % 2 else case["born"],
        "day": f"{day:02}/10/2026",
        "by": f"Ghi tại buổi họp ấp, {count} ý kiến" if number == 0 else "^",
    }


FARMERS = (
    (
        "I",
        "Vốn sản xuất",
        "A10",
        """
Muốn vay thêm vốn nuôi bò sinh sản thì thế chấp bằng gì? | hỏi | 80
Tổ vay vốn thu tiền tiết kiệm mà không ghi biên lai. | phản ánh |
Đề nghị kéo dài thời hạn vay trồng cây ăn trái từ 3 năm lên 5 năm. | kiến nghị | 120
Hộ thoát nghèo hai năm còn được vay ưu đãi không? | hỏi | 50
""",
    ),
    (
        "II",
        "Thủy lợi, nước tưới",
        "B03",
        """
Kênh N12 bồi lắng, hộ cuối kênh không có nước vụ Đông Xuân. | phản ánh |
Đề nghị đặt thêm cống dưới đường đất để thoát nước cho 40 ha mì. | kiến nghị |
Lịch xả nước hồ năm nay bao giờ thông báo? | hỏi |
Trạm bơm điện thu tiền theo giờ cao hơn giá hợp đồng. | phản ánh |
""",
    ),
    (
        "III",
        "Giống, vật tư, tiêu thụ nông sản",
        "B07",
        """
Đại lý bán phân bón kém chất lượng, bón xong lúa vàng lá. | phản ánh |
Xin hỗ trợ cấp mã số vùng trồng cho tổ hợp tác sầu riêng. | kiến nghị |
Đề nghị kết nối doanh nghiệp bao tiêu bắp sinh khối. | kiến nghị | 30
Dịch tả heo châu Phi có được hỗ trợ con giống tái đàn không? | hỏi | 45
""",
    ),
)


def farming_households() -> list[Form]:
    """No title: three rows of header from row 1, ticks for the kind, prices in a table below."""
    rows: list[str] = []
    first = 0
    for roman, title, topic, text in FARMERS:
        cases = numbered(heard(35 + first, text, "wish", "kind", "loan"), first + 1)
        cases = [case | _asked(case) for case in cases]
        cases = [
            case | {"by": "Ghi ngày 11/10/2026" if n == 0 else "^"} for n, case in enumerate(cases)
        ]
        first += len(cases)
        rows += [
            f"[section] {roman} | {title} {{{{= topic: {topic}}}}} | <<",
            drawn(
                "{n} | {called} | {hamlet} | {typed} | {wish} | {asks} | {tells} | {wants}"
                " | {loan} | {by}",
                cases,
            ),
        ]
    width = (5, 26, 14, 14, 60, 9, 9, 9, 14, 16)
    paper = Form("KN nong dan final (2)", width, Style("Calibri", 11))
    below = paper.hold(
        "petition",
        "seq petitioner hamlet phone content kind=HOI kind=PA kind=KN - note",
        """
[header] STT | Hộ nông dân | < | < | Khó khăn, kiến nghị | Tính chất (đánh dấu X) | < | < | Số tiền
    cần vay (triệu đồng) | Ghi chú
[header] ^ | Chủ hộ | Liên hệ | < | ^ | Hỏi | Phản ánh | Kiến nghị | ^ | ^
[header] ^ | ^ | Ấp | Số ĐT | ^ | ^ | ^ | ^ | ^ | ^
""",
        *rows,
        align="clcclccccc",
        fill="#FFFF99",
    )
    _loosen(paper, columns=(1, 4))
    paper.put(f"B{below + 1}:E{below + 1}", "Giá vật tư tại đại lý (tham khảo)", bold=True)
    paper.table(
        "",
        """
[header] Mặt hàng | Đơn vị tính | Giá tháng 9 | Giá tháng 10
Urê Phú Mỹ | bao 50 kg | 585.000 | 610.000
DAP 18-46 | bao 50 kg | 1.020.000 | 1.005.000
Kali đỏ | bao 50 kg | 540.000 | 540.000
""",
        at=f"B{below + 2}",
        align="lccc",
    )
    return [paper]


def _asked(case: Row) -> Row:
    """One tick for what somebody wants; the telephone without its zero here and there."""
    ticks = {"asks": "hỏi", "tells": "phản ánh", "wants": "kiến nghị"}
    typed = case["lost"] if int(case["n"]) % 3 == 0 else case["phone"]
    return {key: "X" if case["kind"] == kind else "" for key, kind in ticks.items()} | {
        "typed": typed
    }


def _loosen(paper: Form, columns: Sequence[int]) -> None:
    """Adds what hurried typing leaves behind: blanks after a text, and two of them inside."""
    for (row, column), (typed, style) in paper.cells.items():
        if column in columns and row > 3 and " " in typed:
            doubled = typed.replace(" ", "  ", 1) if row % 2 else typed
            paper.cells[row, column] = (doubled + " " * (row % 3), style)


PARENTS = """
Cổng trường giờ tan học xe tải chạy ngang rất nguy hiểm, đề nghị cấm tải theo giờ. | x |
Nhà vệ sinh học sinh thiếu nước, các cháu phải nhịn. | x |
Phòng học lớp 3C dột khi mưa lớn. | x |
Đề nghị có thêm một lớp bán trú cho con công nhân. | | x
Bảo hiểm y tế học sinh nộp một lần cao quá, xin thu hai đợt. | | x
Cầu khỉ sau trường gãy tay vịn, học sinh xóm kênh đi đường đó. | x |
Thư viện ít sách, mong xã vận động nhà hảo tâm. | | x
Hàng rong trước cổng trường bán đồ ăn không rõ nguồn gốc. | x |
Trường ở điểm lẻ chỉ có 11 học sinh một lớp, xin giữ lại để khỏi đi xa. | | x
Giáo viên tiếng Anh nghỉ sinh, hai tháng nay các cháu chưa học môn này. | x |
Đề nghị lắp mái che sân chào cờ. | | x
Chó thả rông vào sân trường. | x |
Con tôi khuyết tật nhẹ, xin hỏi học hòa nhập có được miễn học phí không. | | x
Đường vào trường mầm non chưa có đèn, đông về rước con trời tối. | x |
"""


def parents() -> list[Form]:
    """Who sent it is hidden, a legend inside, the header of two rows again on the second page."""
    header = """
[header] TT | Phụ huynh học sinh | < | < | Con học lớp | Ý kiến đóng góp | Mức độ | < | Ngày gửi
[header] ^ | Họ tên | Sinh năm | Số điện thoại | ^ | ^ | Gấp | Chưa gấp | ^
"""
    repeated = header.replace("[header]", "[repeated_header]")
    cases = changed(
        heard(17, PARENTS, "wish", "now", "later"),
        grade=("1A", "2B", "3C", "4A", "5B"),
        day=("05/10/2026", "06/10/2026", "06/10/2026", "07/10/2026"),
    )
    cases = [
        case
        | {
            "birth": case["year"] if n % 3 else case["born"],
            "who": ("Chị " if case["gender"] == "Nữ" else "Anh ") + _tied(n, case["name"]),
        }
        for n, case in enumerate(cases)
    ]
    row = "{n} | {who} | {birth} | {lost} | {grade} | {wish} | {now} | {later} | @{day}"
    width = (5, 28, 12, 16, 10, 62, 8, 10, 14)
    paper = Form("Phu huynh", width, Style("Tahoma", 10))
    paper.hidden_columns = (2, 3)
    paper.letterhead(
        ("UBND XÃ MỸ LỆ", "TRƯỜNG TIỂU HỌC MỸ LỆ"),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        ("A:B", "F:I"),
    )
    paper.title(
        5, "I", "Ý KIẾN CỦA CHA MẸ HỌC SINH", "(phục vụ Hội nghị đối thoại ngày 20/10/2026)"
    )
    below = paper.hold(
        "petition",
        "seq petitioner - phone - content - - received_on",
        header,
        drawn(row, cases[:8]),
        "[note] Gấp: ảnh hưởng an toàn của học sinh; chưa gấp: có thể làm trong năm học | <<",
        repeated,
        drawn(row, cases[8:]),
        at="A8",
        align="clcccllcc",
    )
    paper.put(f"F{below + 1}:I{below + 1}", "TM. BAN ĐẠI DIỆN CHA MẸ HỌC SINH", bold=True)
    paper.put(f"F{below + 5}:I{below + 5}", "Tạ Minh Nhựt", bold=True)
    return [paper]


def _tied(number: int, name: str) -> str:
    return name.replace(" ", "\N{NO-BREAK SPACE}", 1) if number % 4 == 1 else name


CELLS = (
    ("1", "CHI BỘ ẤP BÌNH HÒA", "Bình Hòa", 9, "3/10/2026"),
    ("2", "CHI BỘ ẤP LÁNG DÀI", "Láng Dài", 8, "5/10/2026"),
    ("3", "CHI BỘ TRƯỜNG HỌC", "", 7, "2/10/2026"),
)


def party_cells() -> list[Form]:
    """Numbered 1.1 by party cell, days without zeros, what the cell noted merged downwards."""
    rows: list[str] = []
    first = 12
    for number, title, hamlet, count, day in CELLS:
        said = "= hamlet: " + hamlet if hamlet else "= hamlet:"
        cases = [
            case | {"number": number, "day": day, "by": f"Biên bản ngày {day}" if n == 0 else "^"}
            for n, case in enumerate(petitions(first, count))
        ]
        first += count
        rows += [
            f"[section] {number} | {title} {{{{{said}}}}} | <<",
            drawn("{number}.{n} | {capitals} | {day} | {content} | {unit} | {by}", cases),
        ]
    paper = Form("Chuyên đề T10", (8, 28, 16, 66, 28, 20), Style("Tahoma", 10))
    paper.put("A1:C1", "ĐẢNG BỘ XÃ THẠNH ĐỨC", bold=True)
    paper.put("E1:F1", "ĐẢNG CỘNG SẢN VIỆT NAM", bold=True)
    paper.put("A2:C2", "VĂN PHÒNG ĐẢNG ỦY", bold=True)
    paper.put("E2:F2", "Thạnh Đức, ngày 12 tháng 10 năm 2026", italic=True)
    paper.title(
        5,
        "F",
        "TỔNG HỢP Ý KIẾN, KIẾN NGHỊ TỪ SINH HOẠT CHI BỘ",
        "(Kèm theo Báo cáo số 203-BC/ĐU ngày 12/10/2026)",
    )
    below = paper.hold(
        "petition",
        "seq petitioner received_on content lead_unit note",
        "[header] Mục | Đảng viên, quần chúng nêu ý kiến | Ngày sinh hoạt | Nội dung ý kiến, kiến"
        " nghị | Cơ quan, bộ phận giải quyết | Ghi chú",
        *rows,
        at="A9",
        align="clclll",
    )
    paper.put(f"D{below + 1}:F{below + 1}", "T/M ĐẢNG ỦY\nPHÓ BÍ THƯ", bold=True)
    return [paper]


CASES = {
    "tam-tu-thanh-nien": youth_wishes,
    "chi-em-phu-nu": womens_groups,
    "gop-y-tram-y-te": clinic_round,
    "ho-nong-dan": farming_households,
    "phu-huynh-gop-y": parents,
    "y-kien-chi-bo": party_cells,
}
