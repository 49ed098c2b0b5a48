"""Second series: petitions and answers as hamlets, councils and systems keep them."""

import unicodedata
from dataclasses import replace
from datetime import date

from make_layouts_pool import Row, changed, drawn, numbered, people, petitions
from make_layouts_truth import Form
from make_layouts_vni import vni
from make_paper import Style

LATE = date(2026, 10, 6)


def headman_notes() -> list[Form]:
    """No accents at all, telephone and identity number in one cell, no borders."""
    cases = [_plain(case) for case in petitions(9, 12, ("Trà Cao",))]
    paper = Form("Sheet1", (5, 24, 30, 6, 70, 12), Style("Calibri", 11))
    paper.put("A1", "AP TRA CAO", bold=True, align="l")
    paper.put("A2", "BA CON GOI Y KIEN LEN XA (hop ngay 8/10)", align="l")
    below = paper.hold(
        "petition",
        "seq petitioner phone+national_id ?hamlet content received_on",
        "[header] TT | HO TEN | SDT - CCCD | TO | BA CON NOI GI | NGAY GHI",
        drawn(
            "{n} | {name} | {phone} - {identity} {{{{= phone: {phone}; national_id: {identity}}}}}"
            " | {group} | {content} | {received}",
            cases,
        ),
        at="A4",
        align="clclll",
        border=False,
    )
    paper.put(f"E{below + 1}", "TRUONG AP", bold=True)
    paper.put(f"E{below + 2}", "(ky ten)", italic=True)
    paper.put(f"E{below + 5}", "Truong Van Ut", bold=True)
    return [paper]


def _plain(case: Row) -> Row:
    """The words without accents."""
    return {
        key: "".join(
            one
            for one in unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
            if not unicodedata.combining(one)
        )
        for key, text in case.items()
    }


FRONT = (
    ("A", "LĨNH VỰC GIAO THÔNG", "B01"),
    ("B", "LĨNH VỰC ĐẤT ĐAI", "A05"),
    ("C", "LĨNH VỰC AN NINH TRẬT TỰ", "B05"),
)
WISHES = {
    "A": """
Đường vào ấp bị sụt lún, xe tải không vào được, đề nghị nâng cấp.
Đề nghị gắn biển hạn chế tải trọng ở đầu cầu Rạch Gò.
""",
    "B": """
Nhiều hộ nộp hồ sơ tách thửa từ đầu năm chưa có kết quả.
Bà con mong sớm công khai bảng giá đất mới tại nhà văn hóa ấp.
Đề nghị đo lại ranh đất công bị lấn ở bờ kênh 5.
""",
    "C": """
Thanh thiếu niên tụ tập nẹt pô ban đêm ở khu dân cư mới.
Tình trạng cho vay nặng lãi dán giấy quảng cáo tràn lan trên cột điện.
""",
}


def fatherland_front() -> list[Form]:
    """By field, without names, how often each was said, a sum after each field, a note inside."""
    rows: list[str] = []
    number = 0
    for letter, text, code in FRONT:
        wishes = WISHES[letter].strip().splitlines()
        cases = changed(
            petitions(number, len(wishes), ("Bình Hòa", "Gò Nổi"), first=number + 1),
            wish=wishes,
            times=("4", "7", "2"),
        )
        number += len(wishes)
        rows += [
            f"[section] {letter} | {text} {{{{= topic: {code}}}}} | <<",
            drawn("{n} | {wish} | {times} | Ấp {hamlet} | {unit} |", cases),
            f"[total] | Cộng {letter} | {(11, 13, 11)['ABC'.index(letter)]} | | |",
        ]
    paper = Form("Phụ lục 1", (5, 64, 10, 20, 30, 16), Style(size=13))
    paper.letterhead(
        ("MẶT TRẬN TỔ QUỐC VIỆT NAM", "XÃ HẢO ĐƯỚC", "BAN THƯỜNG TRỰC"),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        ("A:B", "D:F"),
    )
    paper.title(
        5,
        "F",
        "TỔNG HỢP Ý KIẾN, KIẾN NGHỊ CỦA CỬ TRI VÀ NHÂN DÂN",
        "(Kèm theo Báo cáo số 41/BC-MTTQ-BTT ngày 09/10/2026)",
    )
    below = paper.hold(
        "petition",
        "seq content - hamlet lead_unit note",
        """
[header] TT | Ý kiến, kiến nghị của cử tri và Nhân dân | Số lượt ý kiến | Nơi phát sinh (ấp) | Cơ
    quan, đơn vị được đề nghị giải quyết | Ghi chú
[column_numbers] 1 | 2 | 3 | 4 | 5 | 6
""",
        *rows[:3],
        "[note] | Ghi chú: các ý kiến trùng nhau đã được gộp lại | <<",
        *rows[3:],
        "[total] | TỔNG CỘNG (A + B + C) | 35 | | |",
        at="A8",
        align="clclll",
    )
    paper.put(f"A{below + 1}:B{below + 1}", "Nơi nhận:\n- Đảng ủy, UBND xã;\n- Lưu.", align="l")
    paper.put(f"D{below + 1}:F{below + 1}", "TM. BAN THƯỜNG TRỰC\nCHỦ TỊCH", bold=True)
    paper.put(f"D{below + 6}:F{below + 6}", "Ngô Chí Vĩnh", bold=True)
    return [paper]


def council_meetings() -> list[Form]:
    """Three rows of header over twelve columns: who asked, whose matter it is, what came of it."""
    cases = [case | _ticks(case) for case in petitions(0, 26) if case["authority_code"] != "DN"]
    paper = Form(
        "TXCT trước kỳ họp 4",
        (5, 24, 14, 46, 6, 6, 8, 46, 16, 13, 8, 8),
        Style(size=11),
    )
    paper.letterhead(
        ("HỘI ĐỒNG NHÂN DÂN", "XÃ KHÁNH HẬU"),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        ("A:C", "H:L"),
    )
    paper.title(4, "L", "KẾT QUẢ GIẢI QUYẾT KIẾN NGHỊ CỬ TRI TRƯỚC KỲ HỌP THỨ TƯ")
    below = paper.hold(
        "petition",
        "seq petitioner hamlet content authority=XA authority=TINH authority=ND response_text"
        " document_no document_date outcome=A status=03",
        """
[header] STT | Cử tri | < | Nội dung kiến nghị | Thẩm quyền giải quyết | < | < | Kết quả giải quyết
    | < | < | < | <
[header] ^ | Họ và tên | Ấp | ^ | Xã | Tỉnh | Ngành dọc | Nội dung trả lời | Văn bản trả lời | <
    | Tình trạng | <
[header] ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | Số | Ngày | Đã giải quyết xong | Đang giải quyết
""",
        drawn(
            "{n} | {called} | {hamlet} | {content} | {xa} | {tinh} | {nd} | {answer} | {doc} |"
            " {answered} | {done} | {going}",
            numbered(cases[:18]),
        ),
        at="A6",
        align="cllccccllccc",
        fill="#E2EFDA",
    )
    paper.sign(
        below + 1,
        ("A:D", "THƯ KÝ"),
        ("H:L", "TM. THƯỜNG TRỰC HĐND\nPHÓ CHỦ TỊCH"),
        "Lê Ngọc Quyên",
    )
    return [paper]


def _ticks(case: Row) -> Row:
    """Crosses below the level that a matter belongs to, and below what came of it."""
    codes = {"xa": "XA", "tinh": "TINH", "nd": "ND"}
    ticks = {key: "x" if case["authority_code"] == code else "" for key, code in codes.items()}
    done = case["outcome_code"] in "AC"
    return ticks | {"done": "x" if done else "", "going": "" if done else "x"}


def one_stop_export() -> list[Form]:
    """A print-out of the provincial one-stop system: all text, times with the days."""
    cases = changed(
        petitions(13, 12, since=LATE),
        code=tuple(f"H53.80-2610{n:02}-{4021 + 17 * n}" for n in range(12)),
    )
    paper = Form("Sheet0", (5, 22, 24, 14, 18, 60, 20, 26, 18, 18, 50, 18), Style("Arial", 9))
    for row, text in enumerate(
        (
            "HỆ THỐNG THÔNG TIN GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH TỈNH",
            "DANH SÁCH PHẢN ÁNH, KIẾN NGHỊ",
            "Từ ngày: 01/10/2026   Đến ngày: 31/10/2026   Đơn vị: UBND xã Mỹ Yên",
            "Người xuất: vanphong.myyen   Thời gian xuất: 02/11/2026 08:15:22",
        ),
        start=1,
    ):
        paper.put(f"A{row}:L{row}", text, bold=row < 3, align="l")
    below = paper.hold(
        "petition",
        "seq petition_id petitioner phone received_on content topic lead_unit due_date status"
        " response_text answered_on",
        """
[header] # | Mã phiếu | Người gửi | Điện thoại | Thời gian gửi | Nội dung phản ánh, kiến nghị |
    Lĩnh vực | Đơn vị thụ lý | Hạn xử lý | Tình trạng | Nội dung phản hồi | Thời gian phản hồi
""",
        drawn(
            "{n} | {code} | {name} | {phone} | {received} 08:12:45 | {content} | {topic} | {unit}"
            " | {due} 17:00:00 | {status} | {answer} | {answered} 10:30:00",
            cases,
        ),
        "[total] Tổng số bản ghi: 12 | <<",
        at="A6",
        align="l" * 12,
    )
    paper.put(f"A{below + 1}:L{below + 1}", "Trang 1/1", italic=True, align="r")
    return [paper]


def feedback_service() -> list[Form]:
    """What a feedback service gives out: English names of fields, days with times, null."""
    cases = changed(
        petitions(19, 13),
        title=("Phản ánh hiện trường", "Góp ý", "Hỏi đáp"),
        state=("RESOLVED", "RESOLVED", "RESOLVED", "IN_PROGRESS"),
    )
    cases = [_stamped(n, case) for n, case in enumerate(cases)]
    width = (14, 22, 22, 16, 18, 18, 22, 60, 18, 24, 22, 16, 50, 22)
    paper = Form("feedback_export_20261102", width, Style("Calibri", 11))
    paper.hold(
        "petition",
        "petition_id received_on petitioner phone hamlet commune ?kind content topic lead_unit"
        " due_date ?status response_text answered_on",
        "[header] feedback_id | created_at | citizen_name | phone_number | village | commune |"
        " title | description | category | assigned_unit | due_date | status | reply | replied_at",
        drawn(
            "{code} | {since} | {name} | {phone} | Ấp {hamlet} | Xã Tân Đông | {title} | {content}"
            " | {topic} | {unit} | {until} | {state} | {reply} | {replied}",
            cases,
        ),
        align="l" * 14,
        border=False,
    )
    return [paper]


def _stamped(number: int, case: Row) -> Row:
    """Days as a machine writes them; every fourth petition has no answer yet."""
    since, until, replied = (_iso(case[key]) for key in ("received", "due", "answered"))
    open_still = number % 4 == 3
    return case | {
        "code": f"FB-{26100 + number}",
        "since": f"{since}T07:{10 + number}:02 {{{{= {since}}}}}",
        "until": until,
        "reply": "null" if open_still else case["answer"],
        "replied": "null" if open_still else f"{replied}T15:30:00 {{{{= {replied}}}}}",
    }


def _iso(day: str) -> str:
    return "-".join(reversed(day.split("/")))


def group_meetings() -> list[Form]:
    """Three meetings of neighbours on one sheet; what is as above is written as ditto."""
    rows: list[str] = []
    for number, (group, host) in enumerate((("3", "Lê Văn Phiên"), ("7", "Trần Thị Mộng Tuyền"))):
        cases = numbered(petitions(25 + 7 * number, 7))
        cases = [case | _dittos(n, case, 5 + number) for n, case in enumerate(cases)]
        group_name = f"Tổ tự quản số {group}"
        rows += [
            f"[section] * {group_name} (họp tại nhà {host}) {{{{= hamlet: {group_name}}}}} | <<",
            drawn("{n} | {called} | {day} | {content} | {kind} | {asked}", cases),
        ]
    paper = Form("Hop to", (5, 26, 13, 62, 14, 28), Style(size=13), landscape=False)
    paper.title(1, "F", "BIÊN BẢN TỔNG HỢP Ý KIẾN HỌP TỔ TỰ QUẢN", "Tháng 10 năm 2026")
    below = paper.hold(
        "petition",
        "seq petitioner received_on content kind lead_unit",
        "[header] STT | Người có ý kiến | Ngày họp | Nội dung ý kiến | Loại ý kiến | Đề nghị nơi"
        " giải quyết",
        *rows,
        at="A4",
        align="clclcl",
    )
    paper.put(f"B{below + 1}:C{below + 1}", "Thư ký cuộc họp", bold=True)
    paper.put(f"E{below + 1}:F{below + 1}", "Tổ trưởng", bold=True)
    paper.put(f"B{below + 5}:C{below + 5}", "Cao Bá Phước")
    paper.put(f"E{below + 5}:F{below + 5}", "La Quang Trường")
    return [paper]


def _dittos(number: int, case: Row, day: int) -> Row:
    """The day only once per meeting, and the office only where it changes, or now and then."""
    return {
        "day": f"{day:02}/10/2026" if number == 0 else ("nt", "-nt-", '"')[number % 3],
        "asked": "//" if number % 3 == 2 else case["unit"],
    }


def old_font() -> list[Form]:
    """Typed in a VNI font: what is stored is not what is seen."""
    paper = Form("Kien nghi", (6, 28, 16, 60, 16, 50), Style(size=13))
    paper.title(1, "F", "Ý KIẾN CỦA BÀ CON ẤP GÒ NỔI GỬI ĐẾN HỘI NGHỊ ĐỐI THOẠI")
    below = paper.hold(
        "petition",
        "seq petitioner address content received_on response_text",
        "[header] STT | Họ và tên | Địa chỉ | Nội dung kiến nghị | Ngày tiếp nhận | Trả lời của"
        " UBND xã",
        drawn(
            "{n} | {called} | Tổ {group} | {content} | {received} | {answer}",
            petitions(3, 12, ("Gò Nổi",)),
        ),
        at="A3",
        align="clllcl",
    )
    paper.put(f"E{below + 1}:F{below + 1}", "Người ghi", bold=True)
    paper.cells = {
        place: (vni(typed), replace(style, font="VNI-Times"))
        for place, (typed, style) in paper.cells.items()
    }
    return [paper]


def pasted_from_word() -> list[Form]:
    """Nothing is wrong here: every column is two or three columns wide, letterhead and all."""
    paper = Form("Table 1", (2, 4, 3, 14, 12, 9, 8, 24, 24, 16, 8, 14), Style(size=13))
    paper.put("B1:E1", "UBND XÃ TÂN THUẬN", bold=True)
    paper.put("G1:L1", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True)
    paper.put("B2:E2", "BAN TIẾP CÔNG DÂN", bold=True)
    paper.put("G2:L2", "Độc lập - Tự do - Hạnh phúc", bold=True)
    paper.put("B4:L5", "BẢNG GHI Ý KIẾN CÔNG DÂN GỬI HỘI NGHỊ", bold=True, size=15)
    below = paper.hold(
        "petition",
        "seq - petitioner - hamlet - content - - received_on -",
        "[header] Số TT | < | Công dân | < | Ấp | < | Nội dung ý kiến | < | < | Ngày tiếp | <",
        drawn(
            "{n} | < | {called} | < | {hamlet} | < | {content} | < | < | {received} | <",
            petitions(31, 12),
        ),
        at="B7",
        align="cclllllllcc",
    )
    paper.put(f"H{below + 1}:L{below + 1}", "CÔNG CHỨC TIẾP CÔNG DÂN", bold=True)
    return [paper]


def several_rows_each() -> list[Form]:
    """One person asks for several things, each on a row; name and hamlet merged downwards."""
    owners = people(28, 6)
    rows: list[str] = []
    place = 0
    for owner, count in zip(owners, (3, 1, 2, 2, 1, 3), strict=True):
        wishes = petitions(40 + place, count)
        for number, wish in enumerate(wishes):
            who = (
                f"{owner['n']} | {owner['called']} | Ấp {owner['hamlet']}"
                if number == 0
                else "^ | ^ | ^"
            )
            rows.append(f"{who} | {wish['content']} | {wish['unit']} | {wish['answer']}")
        place += count
    paper = Form("Y kien va tra loi", (6, 26, 18, 56, 28, 52), Style(size=12))
    paper.title(2, "F", "Ý KIẾN CỦA NGƯỜI DÂN VÀ TRẢ LỜI CỦA CÁC PHÒNG")
    below = paper.hold(
        "petition",
        "seq petitioner hamlet content lead_unit response_text",
        "[header] STT | Họ tên người dân | Ấp | Các nội dung kiến nghị | Phòng phụ trách | Nội"
        " dung trả lời",
        *rows,
        at="A4",
        align="clllll",
    )
    paper.put(f"D{below + 1}:F{below + 1}", "CHÁNH VĂN PHÒNG", bold=True)
    paper.put(f"D{below + 5}:F{below + 5}", "Huỳnh Thị Đẹp", bold=True)
    return [paper]


def department_answers() -> list[Form]:
    """Answers by code in row 12 of column D, below a covering letter."""
    paper = Form("PL", (2, 2, 2, 14, 70, 16, 14, 24, 20, 34), Style(size=12))
    for row, text in (
        (2, "PHÒNG KINH TẾ"),
        (4, "Kính gửi: Văn phòng HĐND và UBND xã"),
        (6, "Thực hiện Thông báo số 77/TB-UBND, Phòng Kinh tế báo cáo như sau:"),
        (9, "KẾT QUẢ TIẾP THU, GIẢI TRÌNH CÁC Ý KIẾN THUỘC TRÁCH NHIỆM CỦA PHÒNG"),
    ):
        paper.put(f"D{row}:J{row}", text, bold=row != 6)
    stuck = ("", "", "Chờ tỉnh bố trí vốn", "")
    below = paper.hold(
        "response",
        "petition_id response_text document_no document_date ?assignee status obstacles",
        "[header] Mã KN | Nội dung tiếp thu, giải trình | Số công văn | Ngày ký | Chuyên viên tham"
        " mưu | Tình trạng | Khó khăn, vướng mắc",
        drawn(
            "KN-{n}/2026 | {answer} | {doc} | {answered} | {assignee} | {status} | {stuck}",
            changed(petitions(10, 13), stuck=stuck),
        ),
        at="D12",
        align="clcclll",
        fill="#FFF2CC",
    )
    paper.put(f"H{below + 2}:J{below + 2}", "KT. TRƯỞNG PHÒNG\nPHÓ TRƯỞNG PHÒNG", bold=True)
    paper.put(f"H{below + 7}:J{below + 7}", "Tạ Minh Nhựt", bold=True)
    return [paper]


def answers_in_two_lots() -> list[Form]:
    """Answers by code, sent in two lots: the second has ticks where the first had words."""
    paper = Form("TL", (14, 26, 66, 16, 16, 16, 16), Style(size=12))
    paper.title(1, "G", "TRẢ LỜI KIẾN NGHỊ SAU HỘI NGHỊ ĐỐI THOẠI NGÀY 20/10/2026")
    paper.put("A3:G3", "ĐỢT 1 (gửi ngày 05/11/2026)", bold=True, align="l")
    below = paper.hold(
        "response",
        "petition_id lead_unit response_text answered_on outcome",
        "[header] Mã kiến nghị | Đơn vị chủ trì | Nội dung trả lời | Ngày trả lời | Kết quả",
        drawn(
            "DT{n} | {unit} | {answer} | {answered} | {outcome}",
            petitions(0, 7, first=101, since=LATE),
        ),
        at="A4",
        align="cllcl",
    )
    top = below + 3
    paper.put(f"A{top}:G{top}", "ĐỢT 2 (gửi ngày 18/11/2026)", bold=True, align="l")
    cases = [case | _came_of_it(case) for case in petitions(7, 8, first=108, since=LATE)]
    paper.hold(
        "response",
        "petition_id lead_unit response_text answered_on outcome=A outcome=C outcome=E",
        """
[header] Mã kiến nghị | Đơn vị chủ trì | Nội dung trả lời | Ngày trả lời | Kết quả | < | <
[header] ^ | ^ | ^ | ^ | Giải quyết xong | Giải trình, cung cấp thông tin | Chưa giải quyết
""",
        drawn("DT{n} | {unit} | {answer} | {answered} | {a} | {c} | {e}", cases),
        at=f"A{top + 1}",
        align="cllcccc",
    )
    return [paper]


def _came_of_it(case: Row) -> Row:
    """One cross: done, explained, or neither of them yet."""
    code = {"A": "a", "B": "a", "C": "c"}.get(case["outcome_code"], "e")
    return {key: "✓" if key == code else "" for key in "ace"}


def reversed_order() -> list[Form]:
    """Nothing is wrong here: columns from right to left, the newest first, days in four ways."""
    rows = list(reversed(petitions(44, 12)))
    cases = [case | {"day": _typed_day(n, case["received"])} for n, case in enumerate(rows)]
    paper = Form("2026", (18, 28, 18, 62, 16, 26, 6), Style("Tahoma", 11))
    paper.put("A1:G1", "Sổ theo dõi kiến nghị của nhân dân phường Long Hoa", bold=True, size=13)
    paper.hold(
        "petition",
        "note received_on topic content hamlet petitioner seq",
        "[header] Ghi chú | Ngày nhận | Lĩnh vực | Nội dung kiến nghị | Khu phố | Người nêu kiến"
        " nghị | STT",
        drawn(
            "{remark} | {day} | {topic} | {content} | Khu phố {hamlet} | {called} | {n}",
            changed(cases, remark=("", "Gửi qua Zalo", "", "")),
        ),
        at="A3",
        align="lclllcc",
        fill="#C6E0B4",
    )
    return [paper]


def _typed_day(number: int, day: str) -> str:
    one, two, year = day.split("/")
    long = f"ngày {one} tháng {two} năm {year} {{{{= {_iso(day)}}}}}"
    return (f"@{day}", f"{one}.{two}.{year}", f"{int(one)}-{int(two)}-{year}", long)[number % 4]


CASES = {
    "so-tay-truong-ap": headman_notes,
    "mat-tran-tong-hop": fatherland_front,
    "tiep-xuc-cu-tri": council_meetings,
    "mot-cua-ket-xuat": one_stop_export,
    "api-phan-anh": feedback_service,
    "hop-to-tu-quan": group_meetings,
    "phong-chu-cu": old_font,
    "gop-o-tu-word": pasted_from_word,
    "mot-nguoi-nhieu-dong": several_rows_each,
    "phong-giai-trinh": department_answers,
    "tra-loi-hai-dot": answers_in_two_lots,
    "cot-nguoc-thu-tu": reversed_order,
}
