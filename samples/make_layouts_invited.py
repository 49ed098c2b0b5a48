"""Fourth series: lists of those who are invited, as offices and hamlets send them in any year.

Dice drew the sender and every habit of the sheet; usual habits had more sides than rare ones.
"""

from make_layouts_pool import Row, changed, drawn, numbered, people
from make_layouts_truth import Form
from make_paper import Style

STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
FIVE_HAMLETS = (
    ("Thạnh Hưng", 8),
    ("Rạch Tre", 7),
    ("Cây Cầy", 7),
    ("Bàu Đưng", 8),
    ("Long Cường", 6),
)
GUESTS = ("Bí thư chi bộ {{= AP}}", "Trưởng ấp", "Hộ dân", "Hộ dân", "Công dân", "Hộ dân")


def five_hamlets() -> list[Form]:
    """The office's list: lines broken in the header, rows prepared for whoever comes late."""
    rows: list[str] = []
    first = 3
    for hamlet, count in FIVE_HAMLETS:
        cases = changed(numbered(people(first, count)), guest=GUESTS)
        first += count
        rows += [
            f"[section] Ấp {hamlet} ({count:02} đại biểu) {{{{= hamlet: {hamlet}}}}} | <<",
            drawn("{n} | {called} | {year} | {guest} | Tổ {group} | {dotted} |", cases),
        ]
    paper = Form("DS moi HNDT", (6, 28, 10, 22, 16, 18, 16), landscape=False)
    paper.letterhead(("ỦY BAN NHÂN DÂN", "XÃ THẠNH HƯNG"), STATE, ("A:B", "D:G"))
    paper.put("A3:B3", "Số:      /DS-UBND", italic=True)
    paper.put("D3:G3", "Thạnh Hưng, ngày 15 tháng 10 năm 2026", italic=True)
    paper.title(
        5,
        "G",
        "DANH SÁCH ĐẠI BIỂU DỰ HỘI NGHỊ ĐỐI THOẠI NĂM 2026",
        "(Kèm theo Giấy mời số 88/GM-UBND ngày 15 tháng 10 năm 2026 của UBND xã)",
    )
    below = paper.hold(
        "attendee",
        "seq full_name birth delegation address phone ?attendance",
        "[header] Số\\nTT | Họ và tên\\nđại biểu | Năm\\nsinh | Thành phần\\ntham dự |"
        " Địa chỉ\\n(tổ) | Điện thoại\\nliên hệ | Ký tên",
        *rows,
        "[blank] 7 | | | | | |",
        "[blank] 8 | | | | | |",
        at="A8",
        align="clclccc",
    )
    left, right = ("A:C", "NGƯỜI LẬP BIỂU"), ("E:G", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH")
    paper.sign(below + 1, left, right, "Trần Minh Thái")
    return [paper]


WORK = ("Buôn bán", "nt", "Công nhân", "Hưu trí", "nt", "Nội trợ", "Tài xế")
HOUSES = ("Tổ 1", "nt", "nt", "nt", "Tổ 2", "nt", "nt", "Tổ 3", "nt", "nt", "nt", "nt", "Tổ 4")


def quarter() -> list[Form]:
    """The people of a ward's quarter: ditto marks for the dwelling, names in capitals."""
    cases = people(19, 26)
    cases = [case | {"house": HOUSES[n % 13], "work": WORK[n % 7]} for n, case in enumerate(cases)]
    cases = changed(cases, remark=("", "", "Đăng ký phát biểu", "", "", "Hộ cận nghèo"))
    paper = Form("KP2", (6, 30, 10, 10, 16, 18, 18, 22), Style(size=13))
    paper.letterhead(("UBND PHƯỜNG TRẢNG BÀNG", "KHU PHỐ GIA HUỲNH"), STATE, ("A:C", "E:H"))
    paper.title(
        4, "H", "DANH SÁCH NHÂN DÂN KHU PHỐ ĐI DỰ ĐỐI THOẠI", "(ngày 29/10/2026, lúc 7 giờ 30)"
    )
    below = paper.hold(
        "attendee",
        "seq full_name birth gender address position phone note",
        "[header] TT | Họ và tên | Sinh năm | Nam/Nữ | Chỗ ở | Nghề nghiệp | Số điện thoại |"
        " Ghi chú",
        drawn(
            "{n} | {capitals} | {year} | {gender} | {house} | {work} | {phone} | {remark}", cases
        ),
        "[total] | Tổng cộng: 26 người | | | | | |",
        at="A7",
        align="clccclcl",
    )
    paper.put(f"F{below + 1}:H{below + 1}", "TRƯỞNG KHU PHỐ", bold=True)
    paper.put(f"F{below + 5}:H{below + 5}", "Lưu Chí Hiếu", bold=True)
    return [paper]


ELDERS = """
[header] STT | HỌ TÊN HỘI VIÊN | NGÀY SINH | NƠI CƯ NGỤ | < | ĐIỆN THOẠI | GHI CHÚ
[header] ^ | ^ | ^ | Tổ | Ấp | ^ | ^
"""


def elders() -> list[Form]:
    """Who will speak, who will listen; the header of two rows again on the next page."""
    cases = [
        case | {"born": _aged(n, case), "remark": "Có xe lăn" if n == 5 else ""}
        for n, case in enumerate(people(33, 24, ("Bến Sỏi", "Thành Bắc", "Gò Chùa")))
    ]
    row = "{n} | {capitals} | {born} | {group} | {hamlet} | {phone} | {remark}"
    paper = Form("HNCT", (6, 34, 16, 8, 18, 18, 18), Style(size=14), landscape=False)
    paper.title(
        1, "G", "HỘI VIÊN HỘI NGƯỜI CAO TUỔI DỰ HỘI NGHỊ ĐỐI THOẠI", "xã Bến Sỏi, tháng 10/2026"
    )
    paper.hold(
        "attendee",
        "seq full_name birth ?address hamlet phone note",
        ELDERS,
        "[section] A. Hội viên đăng ký phát biểu | <<",
        drawn(row, numbered(cases[:6])),
        "[section] B. Hội viên dự nghe | <<",
        drawn(row, numbered(cases[6:16])),
        ELDERS.replace("[header]", "[repeated_header]"),
        drawn(row, numbered(cases[16:], 11)),
        at="A4",
        align="clcclcl",
    )
    return [paper]


def _aged(number: int, case: Row) -> str:
    """A day of birth at least sixty years ago, without zeros: 5/3/1949."""
    day, month, _ = (part.lstrip("0") for part in case["born"].split("/"))
    return f"{day}/{month}/{1937 + number * 11 % 28}"


PICK_UP = ("Xe đón tại nhà văn hóa ấp", "Xe đón tại cầu Rạch Tre", "Tự túc")


def households_of_groups() -> list[Form]:
    """A headman's list from column B: by neighbourhood, the remark merged downwards."""
    rows: list[str] = []
    first = 57
    for number, pick_up in enumerate(PICK_UP, start=1):
        cases = [
            case | {"pick_up": pick_up if n == 0 else "^"}
            for n, case in enumerate(people(first, 6, first=6 * number - 5))
        ]
        first += 6
        rows += [
            f"[section] TỔ TỰ QUẢN SỐ {number} | <<",
            drawn("{n} | {name} | @{born} | {gender} | {lost} | | {pick_up}", cases),
        ]
    paper = Form("ap Rach Tre", (3, 6, 30, 14, 12, 18, 16, 22), Style(size=13), landscape=False)
    paper.letterhead(("UBND XÃ LỘC NINH", "ẤP RẠCH TRE"), STATE, ("B:C", "E:H"))
    paper.title(
        4, "H", "DANH SÁCH HỘ DÂN ẤP RẠCH TRE ĐƯỢC MỜI HỌP ĐỐI THOẠI VỚI LÃNH ĐẠO XÃ", first="B"
    )
    below = paper.hold(
        "attendee",
        "seq full_name birth gender phone ?attendance note",
        "[header] Stt | Họ và tên đại diện hộ | Ngày sinh | Giới tính | Số điện thoại | Ký nhận"
        " thư mời | Ghi chú",
        *rows,
        at="B6",
        align="clccccc",
        unsettled=("hamlet", "address"),
    )
    paper.put(f"F{below + 1}:H{below + 1}", "TRƯỞNG ẤP", bold=True)
    paper.put(f"F{below + 5}:H{below + 5}", "Phan Đình Sung", bold=True)
    return [paper]


QUARTERS = (("I", "Lộc An", 9), ("II", "Lộc Thành", 8), ("III", "Hòa Bình", 9))
OFFICES = (
    "Bí thư chi bộ khu phố",
    "Trưởng khu phố",
    "Trưởng Ban công tác Mặt trận",
    "Chi hội trưởng Hội Nông dân",
    "Tổ trưởng tổ dân phố",
    "Đại diện hộ dân",
)


def ward_roll_call() -> list[Form]:
    """The commonest list: years under men and women, three rows of header, sums by formula."""
    rows: list[str] = []
    counted: list[Row] = []
    for roman, name, count in QUARTERS:
        cases = changed(numbered(people(11 + len(counted), count)), office=OFFICES)
        cases = [case | _roll(n + len(counted), case) for n, case in enumerate(cases)]
        counted += cases
        rows += [
            f"[section] {roman} | Khu phố {name} {{{{= hamlet: {name}}}}} | <<",
            drawn(
                "{n} | {capitals} | {man} | {woman} | {office} | {lost} | {came} | {away}", cases
            ),
        ]
    last = 9 + len(counted)
    men = sum(bool(case["man"]) for case in counted)
    came = sum(bool(case["came"]) for case in counted)
    paper = Form("Diem danh", (6, 30, 14, 14, 32, 18, 9, 9), Style(size=13))
    paper.title(
        1, "H", "DANH SÁCH MỜI VÀ ĐIỂM DANH ĐẠI BIỂU", "Hội nghị đối thoại phường Lộc An năm 2026"
    )
    below = paper.hold(
        "attendee",
        "seq full_name birth[gender=male] birth[gender=female] position phone attendance=present"
        " attendance=absent",
        """
[header] STT | THÔNG TIN ĐẠI BIỂU | < | < | CHỨC DANH,\\nĐƠN VỊ | SỐ\\nĐIỆN THOẠI | ĐIỂM DANH | <
[header] ^ | Họ và tên | Ngày sinh | < | ^ | ^ | Có\\nmặt | Vắng
[header] ^ | ^ | Nam | Nữ | ^ | ^ | ^ | ^
""",
        *rows,
        f"[total] Tổng cộng | < | =COUNTA(C7:C{last}) => {men} |"
        f" =COUNTA(D7:D{last}) => {len(counted) - men} | | | =COUNTA(G7:G{last}) => {came} |"
        f" =COUNTA(H7:H{last}) => {len(counted) - came}",
        at="A4",
        align="clcclccc",
    )
    paper.put(f"E{below + 1}:H{below + 1}", "THƯ KÝ HỘI NGHỊ", bold=True)
    paper.put(f"E{below + 5}:H{below + 5}", "Đỗ Thị Minh Châu", bold=True)
    return [paper]


def _roll(number: int, case: Row) -> Row:
    """The day of birth under men or women, and a cross for having come or stayed away."""
    man = case["gender"] == "Nam"
    away = number % 8 == 6
    return {
        "man": case["born_dashes"] if man else "",
        "woman": "" if man else case["born_dashes"],
        "came": "" if away else "x",
        "away": "x" if away else "",
    }


CASES = {
    "moi-du-nam-ap": five_hamlets,
    "nhan-dan-khu-pho": quarter,
    "hoi-nguoi-cao-tuoi": elders,
    "ho-dan-rach-tre": households_of_groups,
    "diem-danh-phuong": ward_roll_call,
}
