"""Third series: lists of people as associations, schools and the Front send them.

Who sends each, and what its sheet does, was drawn by dice from a list of what office sheets do.
"""

from make_layouts_pool import Row, changed, drawn, numbered, people
from make_layouts_truth import Form
from make_paper import Style


def farmers_with_allowance() -> list[Form]:
    """Two telephones in one cell, the branch merged downwards; who drives whom stands beside."""
    branches = {0: "Bình Hòa", 5: "Tân Thuận", 9: "Gò Nổi"}
    cases = [
        case | {"branch": branches.get(n, "^"), "typed": _farmer_phone(n, case)}
        for n, case in enumerate(people(2, 12))
    ]
    paper = Form("DS ND (1)", (6, 28, 16, 22, 16, 14, 4, 10, 24, 14), Style(size=14))
    paper.put("A1:C1", "HỘI NÔNG DÂN XÃ TÂN HỘI", bold=True)
    paper.put("A2:F2", "HỘI VIÊN NÔNG DÂN ĐI DỰ ĐỐI THOẠI NGÀY 20/10", bold=True, size=16)
    paper.put("A3:F3", "và nhận hỗ trợ xăng xe", italic=True)
    below = paper.hold(
        "attendee",
        "seq full_name hamlet phone - ?attendance",
        "[header] TT | Họ và tên | Chi hội ấp | Liên lạc | Tiền xăng (đồng) | Ký nhận",
        drawn("{n} | {name} | {branch} | {typed} | 50.000 |", cases),
        "[total] Cộng: 12 hội viên | < | < | | 600.000 |",
        at="A5",
        align="clclrc",
        unsettled=("phone",),
    )
    paper.table(
        "",
        """
[header] Xe | Đón ở đâu | Mấy giờ
Xe 1 | Nhà văn hóa Bình Hòa | 6 giờ 30
Xe 2 | Ngã ba Tân Thuận | 6 giờ 45
Xe 3 | Cầu Gò Nổi | 6 giờ 40
""",
        at="H5",
        align="clc",
    )
    paper.put(f"D{below + 1}:F{below + 1}", "Người chi tiền", bold=True)
    paper.put(f"D{below + 5}:F{below + 5}", "Đặng Thị Mến")
    return [paper]


def _farmer_phone(number: int, case: Row) -> str:
    """With the code of the country, none, or the daughter's beside one's own."""
    international = f"+84 {case['phone'][1:]}"
    two = f"{case['phone']}\\n0386 {case['phone'][4:7]} 118 (con gái) {{{{=}}}}"
    return (international, case["phone"], "-", two)[number % 4]


FRONT_HEADS = (
    "Chủ tịch UBMTTQ xã",
    "Phó Chủ tịch UBMTTQ xã",
    "Chủ tịch Hội Nông dân",
    "Chủ tịch Hội Liên hiệp Phụ nữ",
)
FRONT_MEMBERS = (
    "Trưởng Ban công tác Mặt trận ấp",
    "Chức sắc tôn giáo",
    "Cá nhân tiêu biểu",
    "Doanh nhân",
)


def front_committee() -> list[Form]:
    """The sum at the top, numbers by formula, an empty row before each repeated header."""
    header = "TT | Họ và tên Ủy viên | Ngày sinh hoặc năm sinh | Chức danh kiêm nhiệm | Ghi chú"
    cases = changed(
        people(24, 24),
        role=(*FRONT_HEADS, *FRONT_MEMBERS * 5),
        remark=("", "", "", "Tham gia tổ thư ký", ""),
    )
    cases = [case | _typed_member(n, case) for n, case in enumerate(cases)]
    row = "=ROW()-{less} => {n} | {typed} | {birth} | {role} | {remark}"
    paper = Form("UV MTTQ", (6, 32, 20, 34, 22), Style("Arial", 10), landscape=False)
    paper.put("A1:B1", "UBMTTQ VIỆT NAM XÃ LONG CHỮ", bold=True, align="l")
    paper.put("A2:E2", "Ủy viên Ủy ban dự Hội nghị đối thoại năm 2026", bold=True, size=13)
    below = paper.hold(
        "attendee",
        "seq full_name birth position note",
        f"[header] {header}",
        "[total] Tổng số | =COUNTA(B7:B20)+COUNTA(B23:B32) => 24 | | |",
        drawn(row, [case | {"less": "6"} for case in cases[:14]]),
        "[blank] | | | |",
        f"[repeated_header] {header}",
        drawn(row, [case | {"less": "8"} for case in cases[14:]]),
        at="A5",
        align="clcll",
    )
    paper.put(f"D{below + 1}:E{below + 1}", "TM. BAN THƯỜNG TRỰC", bold=True)
    return [paper]


def _typed_member(number: int, case: Row) -> Row:
    """Names with blanks that do not break, days of birth as they come."""
    birth = ("@" + case["born"], case["year"], case["born"], case["born_dashes"])[number % 4]
    blank = "\N{NO-BREAK SPACE}" if number % 3 == 1 else " "
    return {"birth": birth, "typed": case["name"].replace(" ", blank, 1)}


def security_teams() -> list[Form]:
    """From column C: teams parted by empty rows, neighbourhoods parted by semicolons."""
    rows: list[str] = []
    for number, hamlet in enumerate(("Trà Cao", "Láng Dài", "Bình Linh")):
        cases = changed(
            people(46 + 4 * number, 4, first=1 + 4 * number),
            rank=("Tổ trưởng", "Tổ phó", "Tổ viên", "Tổ viên"),
            watch=("Tổ 1; Tổ 2", "Tổ 3; Tổ 4; Tổ 5", "Tổ 6", "Tổ 7; Tổ 8"),
        )
        cases = [case | _guard(n, case, hamlet) for n, case in enumerate(cases)]
        rows += ["[blank] | | | | | |"] if number else []
        rows.append(drawn("{n} | {name} | {rank} | {where} | {birth} | {watch} | {spaced}", cases))
    paper = Form("ANTT co so", (3, 3, 5, 26, 14, 14, 14, 22, 16), Style("Arial", 10))
    paper.put("C2:I2", "LỰC LƯỢNG BẢO VỆ AN NINH, TRẬT TỰ Ở CƠ SỞ DỰ ĐỐI THOẠI", bold=True)
    below = paper.hold(
        "attendee",
        "seq full_name position hamlet birth - phone",
        """
[header] TT | Lực lượng tham gia | < | < | Sinh ngày | Phụ trách các\\ntổ dân cư | Số máy
[header] ^ | Họ và tên | Nhiệm vụ | Ấp | ^ | ^ | ^
""",
        *rows,
        at="C4",
        align="clllclc",
        fill="#E7E6E6",
    )
    paper.put(f"G{below}:I{below}", "TRƯỞNG CÔNG AN XÃ", bold=True)
    paper.put(f"G{below + 4}:I{below + 4}", "Trung tá Kiều Công Thành", bold=True)
    return [paper]


def _guard(number: int, case: Row, hamlet: str) -> Row:
    birth = (case["born"], "#" + case["year"], "@" + case["born"], case["year"])[number % 4]
    return {"birth": birth, "where": hamlet if number == 0 else "^"}


YOUTH = (
    ("1", "Chi đoàn Bình Hòa", "Bình Hòa", 5),
    ("2", "Chi đoàn Gò Nổi", "Gò Nổi", 4),
    ("3", "Chi đoàn Trà Cao", "Trà Cao", 5),
)


def young_founders() -> list[Form]:
    """Below a letter, from column B: numbered 1.1, name and dwelling in one cell, sums."""
    rows: list[str] = []
    first = 5
    for number, branch, hamlet, count in YOUTH:
        said = f"= organisation: {branch}; hamlet: {hamlet}"
        cases = changed(
            people(first, count, (hamlet,)),
            trade=("Nuôi chồn hương", "Trồng nấm", "Bán hàng qua mạng", "Sửa xe máy"),
            wants=("Vay vốn", "Học nghề", "Đăng ký hộ kinh doanh"),
        )
        first += count
        rows += [
            f"[section] {number} | {branch} {{{{{said}}}}} | <<",
            drawn(
                "{number}.{n} | {name} - tổ {group}, ấp {hamlet} {{{{= full_name: {name};"
                " address: tổ {group}, ấp {hamlet}}}}} | {trade} | +84{mobile} | {wants}",
                [case | {"number": number, "mobile": case["phone"][1:]} for case in cases],
            ),
            f"[total] | Cộng {branch}: {count} bạn | | |",
            "[blank] | | | |",
        ]
    paper = Form("Khoi nghiep", (2, 10, 44, 24, 18, 26), Style(size=12), landscape=False)
    for row, text in enumerate(
        (
            "ĐOÀN TNCS HỒ CHÍ MINH XÃ PHƯỚC VINH",
            "BAN CHẤP HÀNH",
            "",
            "Kính gửi: Văn phòng HĐND và UBND xã",
            "Thực hiện Kế hoạch số 112/KH-UBND ngày 25/9/2026 về tổ chức hội nghị đối thoại,",
            "Ban Chấp hành Đoàn xã đăng ký thanh niên tham dự như sau:",
        ),
        start=1,
    ):
        paper.put(f"B{row}:F{row}", text, bold=row < 3, align="l")
    paper.put("B8:F8", "THANH NIÊN KHỞI NGHIỆP DỰ HỘI NGHỊ ĐỐI THOẠI", bold=True, size=13)
    below = paper.hold(
        "attendee",
        "seq full_name+address position phone -",
        "[header] Số TT | Họ tên - Chỗ ở | Đang làm | Số điện thoại (Zalo) | Điều quan tâm",
        *rows,
        "[total] | Tổng cộng: 14 bạn | | |",
        at="B10",
        align="clllc",
    )
    paper.put(f"E{below + 1}:F{below + 1}", "TM. BAN CHẤP HÀNH\nBÍ THƯ", bold=True)
    paper.put(f"E{below + 6}:F{below + 6}", "Lý Văn Thới", bold=True)
    return [paper]


def school_staff() -> list[Form]:
    """Column1 beside the title, identity numbers in a hidden column, two duties in a cell."""
    duties = ("Hiệu trưởng\\nBí thư chi bộ", "Phó Hiệu trưởng", "Tổng phụ trách Đội", "Kế toán")
    teaches = ("Giáo viên lớp 1A", "Giáo viên lớp 4B", "Trưởng Ban đại diện cha mẹ học sinh")
    cases = changed(
        people(51, 24),
        duty=(*duties, *teaches, *teaches),
        school=("Trường Tiểu học Ninh Điền A", "Trường THCS Hòa Thạnh", "Trường Mầm non Hoa Cúc"),
    )
    paper = Form("PL kèm CV 64", (7, 30, 14, 18, 34, 34, 18, 12), Style(size=14))
    paper.hidden_columns = (3,)
    paper.hidden_rows = (14, 21)
    for letter, text in zip(
        "ABCDEFGH",
        ("PHỤ LỤC", *(f"Column{number}" for number in range(1, 8))),
        strict=True,
    ):
        paper.put(f"{letter}1", text, bold=True, align="l")
    paper.title(
        4,
        "H",
        "DANH SÁCH CÁN BỘ, GIÁO VIÊN, PHỤ HUYNH\nDỰ HỘI NGHỊ ĐỐI THOẠI XÃ NINH ĐIỀN",
        "(Kèm theo Công văn số 64/TH-NĐA ngày 13 tháng 10 năm 2026)",
    )
    paper.put("A8:H8", "Đề nghị các thầy cô có mặt trước 07 giờ 15 phút.", align="l", italic=True)
    below = paper.hold(
        "attendee",
        "seq full_name birth national_id position organisation phone ?attendance",
        "[header] SỐ TT | HỌ TÊN CB, GV, PH | SINH NGÀY | SỐ CĂN CƯỚC | NHIỆM VỤ TẠI TRƯỜNG |"
        " ĐƠN VỊ TRƯỜNG | SỐ ĐT | KÝ",
        drawn("{n} | {name} | {born} | {identity} | {duty} | {school} | {spaced} |", cases),
        "[total] Tổng số: 24 người (hai mươi bốn) | <<",
        at="A11",
        align="clccllcc",
    )
    paper.put(f"E{below + 1}:H{below + 1}", "HIỆU TRƯỞNG", bold=True)
    paper.put(f"E{below + 6}:H{below + 6}", "Hà Thị Tố Quyên", bold=True)
    return [paper]


VETERANS = (("I", "Tân Thuận", 3), ("II", "Láng Dài", 3), ("III", "Bình Linh", 2))


def veterans() -> list[Form]:
    """Sections by branch, years of service with dashes, the telephone at home beside one's own."""
    rows: list[str] = []
    first = 30
    for roman, hamlet, count in VETERANS:
        branch = f"CHI HỘI CỰU CHIẾN BINH ẤP {hamlet.upper()}"
        said = f"= organisation: {branch}; hamlet: {hamlet}"
        cases = changed(
            numbered(people(first, count)),
            served=("1978 - 1983", "1985 - 1988", "-"),
            role=("Chi hội trưởng", "Hội viên", "Hội viên"),
        )
        cases = [case | {"typed": _home_phone(n, case)} for n, case in enumerate(cases)]
        first += count
        rows += [
            f"[section] {roman} | {branch} {{{{{said}}}}} | <<",
            drawn("{n} | {called} | {served} | {role} | {typed} |", cases),
        ]
    paper = Form("Sheet1", (6, 28, 18, 20, 30, 16), Style("Tahoma", 10), landscape=False)
    paper.title(
        2,
        "F",
        "ĐẠI BIỂU HỘI CỰU CHIẾN BINH XÃ BẾN CẦU",
        "(Kèm theo Giấy giới thiệu số 07-GT/CCB ngày 15/10/2026)",
    )
    below = paper.hold(
        "attendee",
        "seq full_name - position phone ?attendance",
        "[header] TT | Họ và tên hội viên | Thời gian tại ngũ | Chức vụ Hội | ĐT nhà / di động"
        " | Chữ ký",
        *rows,
        at="A6",
        align="clcllc",
        unsettled=("phone",),
    )
    paper.put(f"D{below + 1}:F{below + 1}", "TM. BAN CHẤP HÀNH HỘI", bold=True)
    paper.put(f"D{below + 5}:F{below + 5}", "Phan Đình Sung", bold=True)
    return [paper]


def _home_phone(number: int, case: Row) -> str:
    return (f"02763 822 {145 + number} / {case['phone']} {{{{=}}}}", case["phone"])[number % 2]


CASES = {
    "nong-dan-tien-xang": farmers_with_allowance,
    "uy-vien-mat-tran": front_committee,
    "an-ninh-co-so": security_teams,
    "thanh-nien-khoi-nghiep": young_founders,
    "giao-vien-du-hop": school_staff,
    "hoi-vien-ccb": veterans,
}
