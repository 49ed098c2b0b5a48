"""Second series: lists of people and surveys as associations, hamlets and web forms keep them."""

import random

from make_layouts_pool import Row, changed, drawn, numbered, people
from make_layouts_truth import Form
from make_paper import Style

QUESTIONS = (
    "Nơi ngồi chờ sạch sẽ, đủ quạt, đủ nước uống",
    "Bảng niêm yết thủ tục dễ thấy, dễ đọc",
    "Máy lấy số hoạt động tốt",
    "Cán bộ chào hỏi, lắng nghe người dân",
    "Cán bộ giải thích rõ những giấy tờ còn thiếu",
    "Không phải đi lại nhiều lần",
    "Trả kết quả đúng ngày ghi trên giấy hẹn",
    "Giấy tờ nhận về không có sai sót",
    "Góp ý được trả lời đầy đủ",
)


def youth_members() -> list[Form]:
    """A youth branch: only women are ticked, the day of birth is in three columns."""
    cases = [_born_apart(case) for case in people(3, 16)]
    cases = changed(
        cases,
        role=("Bí thư", "Phó Bí thư", "Ủy viên", "Đoàn viên", "Đoàn viên"),
        works=("Trường THCS Tân Đông", "Công ty May Gò Nổi", "Trạm Y tế xã", "Lao động tự do"),
        joined=("26/3/2019", "19/5/2021", "26/3/2017"),
    )
    paper = Form("Chi doan Lang Dai", (5, 28, 6, 7, 7, 8, 14, 26, 14, 15, 14), Style(size=12))
    paper.letterhead(
        ("ĐOÀN XÃ TÂN ĐÔNG", "CHI ĐOÀN ẤP LÁNG DÀI"),
        ("ĐOÀN TNCS HỒ CHÍ MINH", "Tân Đông, ngày 12 tháng 10 năm 2026"),
        ("A:C", "G:K"),
    )
    paper.title(
        4,
        "K",
        "DANH SÁCH ĐOÀN VIÊN, THANH NIÊN ĐĂNG KÝ DỰ DIỄN ĐÀN ĐỐI THOẠI",
        "(Kèm theo Công văn số 18-CV/ĐTN ngày 12/10/2026)",
    )
    below = paper.hold(
        "attendee",
        "seq full_name gender=female birth birth birth position organisation - phone -",
        """
[header] TT | Họ tên đoàn viên, thanh niên | Nữ | Ngày, tháng, năm sinh | < | < | Chức vụ Đoàn |
    Nơi học tập, công tác | Ngày vào Đoàn | Số điện thoại | Ký tên
[header] ^ | ^ | ^ | Ngày | Tháng | Năm | ^ | ^ | ^ | ^ | ^
""",
        drawn(
            "{n} | {name} | {woman} | {day} | {month} | {born_year} | {role} | {works} | {joined}"
            " | {phone} |",
            cases,
        ),
        at="A7",
        align="clccccllccl",
        unsettled=("gender",),
    )
    paper.put(
        f"B{below + 1}:H{below + 1}", "Danh sách này có 16 (mười sáu) đoàn viên.", italic=True
    )
    paper.put(f"H{below + 3}:K{below + 3}", "TM. BAN CHẤP HÀNH CHI ĐOÀN", bold=True)
    paper.put(f"H{below + 4}:K{below + 4}", "BÍ THƯ", bold=True)
    paper.put(f"H{below + 8}:K{below + 8}", "Lê Thị Sáu Nhỏ", bold=True)
    return [paper]


def _born_apart(case: Row) -> Row:
    day, month, year = case["born"].split("/")
    said = f"{{{{= {year}-{month}-{day}}}}}"
    return case | {
        "woman": "x" if case["gender"] == "Nữ" else "",
        "day": f"#{int(day)} {said}",
        "month": f"#{int(month)} {said}",
        "born_year": f"#{year} {said}",
    }


def two_panels() -> list[Form]:
    """Householders in two panels that touch, to save a page."""
    paper = Form("Mời họp", (5, 26, 10, 14, 5, 26, 10, 14), Style(size=13), landscape=False)
    paper.put("A1:H1", "DANH SÁCH HỘ DÂN MỜI DỰ HỘI NGHỊ ĐỐI THOẠI", bold=True, size=14)
    paper.put("A2:H2", "(Mỗi hộ cử 01 người đi dự, đem theo thư mời)", italic=True)
    header = "[header] TT | Họ và tên chủ hộ | Địa chỉ | Điện thoại"
    for place, start, count in (("A4", 1, 18), ("E4", 19, 15)):
        below = paper.hold(
            "attendee",
            "seq full_name address phone",
            header,
            drawn("{n} | {called} | Tổ {group} | {phone}", people(6, count, first=start)),
            at=place,
            align="cllc",
        )
    paper.put(f"F{below + 5}:H{below + 5}", "Trưởng ấp", bold=True)
    paper.put(f"F{below + 9}:H{below + 9}", "Trương Văn Út", bold=True)
    return [paper]


SECTIONS = (
    ("I", "THƯỜNG TRỰC ĐẢNG ỦY, HĐND, UBND XÃ", "TT", 5, ("Bí thư Đảng ủy", "Phó Chủ tịch UBND")),
    ("II", "CÁN BỘ, CÔNG CHỨC XÃ", "CC", 6, ("Trưởng phòng Kinh tế", "Chuyên viên Văn phòng")),
    ("III", "TRƯỞNG ẤP", "AP", 4, ("Trưởng ấp Gò Nổi", "Trưởng ấp Trà Cao")),
)


def three_tiers() -> list[Form]:
    """Three rows of header, Roman sections, a sum after each, and ticks for who came."""
    rows: list[str] = []
    first = 0
    for roman, text, code, count, positions in SECTIONS:
        came = ("x | |", "x | |", " | x |") if roman != "II" else ("x | |", " | | x")
        cases = changed(numbered(people(first, count)), position=positions, came=came)
        rows += [
            f"[section] {roman} | {text} {{{{= delegation: {code}}}}} | <<",
            drawn("{n} | Đ/c {name} | {position} | {spaced} | {came} | |", cases),
            f"[total] | Cộng mục {roman}: {count:02} đại biểu | | | | | | |",
        ]
        first += count
    paper = Form("Thành phần", (6, 30, 34, 16, 9, 9, 11, 22, 16), Style(size=12))
    paper.put("A1:C1", "ĐẢNG ỦY XÃ MỸ THẠNH", bold=True)
    paper.put("E1:I1", "ĐẢNG CỘNG SẢN VIỆT NAM", bold=True)
    paper.title(3, "I", "DANH SÁCH THÀNH PHẦN DỰ HỘI NGHỊ ĐỐI THOẠI")
    below = paper.hold(
        "attendee",
        "seq full_name position phone attendance=present attendance=excused attendance=absent -"
        " note",
        """
[header] STT | Họ và tên | Chức vụ, đơn vị công tác | Điện thoại | Tình hình tham dự | < | < | < |
    Ghi chú
[header] ^ | ^ | ^ | ^ | Có mặt | Vắng mặt | < | Người dự thay | ^
[header] ^ | ^ | ^ | ^ | ^ | Có phép | Không phép | ^ | ^
[column_numbers] (1) | (2) | (3) | (4) | (5) | (6) | (7) | (8) | (9)
""",
        *rows,
        at="A5",
        align="clllccccl",
        fill="#DDEBF7",
    )
    paper.put(f"A{below + 1}:C{below + 1}", "NGƯỜI LẬP DANH SÁCH", bold=True)
    paper.put(f"E{below + 1}:I{below + 1}", "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ", bold=True)
    paper.put(f"E{below + 6}:I{below + 6}", "Phạm Hoài Ân", bold=True)
    return [paper]


def web_registration() -> list[Form]:
    """What a web form exports: numbered questions as headers, nothing formatted."""
    cases = [
        case | {"typed": (case["phone"], case["lost"], case["dotted"])[n % 3]}
        for n, case in enumerate(people(11, 18))
    ]
    cases = changed(
        cases,
        role=("Công dân", "Công dân", "Doanh nghiệp", "Hợp tác xã"),
        minute=("02", "13", "27", "38", "44", "59"),
        mail=("", "", "dangky.hoinghi@example.vn"),
    )
    width = (20, 24, 12, 10, 14, 22, 22, 20, 26)
    paper = Form("Câu trả lời biểu mẫu 1", width, Style("Arial", 10))
    paper.hold(
        "attendee",
        "- full_name gender birth phone - hamlet delegation -",
        """
[header] Dấu thời gian | 1. Họ và tên của Anh/Chị | 2. Giới tính | 3. Anh/Chị sinh năm nào? | 4. Số
    điện thoại (có Zalo càng tốt) | Địa chỉ email (nếu có) | 5. Anh/Chị đang sống ở ấp nào? | 6.
    Anh/Chị tham dự với tư cách | Tôi đồng ý để UBND xã dùng các thông tin trên
""",
        drawn(
            "12/10/2026 19:{minute}:08 | {name} | {gender} | {year} | {typed} | {mail} | Ấp"
            " {hamlet} | {role} | Đồng ý",
            cases,
        ),
        align="l" * 9,
        border=False,
    )
    return [paper]


UNUSUAL = """
1 | H'Hen Niê Siêng | Nữ | 1988 | 066188004512 | 0905417223 | Ấp Bình Linh | Thợ dệt
2 | Y Bhăm Êban | Nam | 1936 | 066036001187 | 02763822145 | Ấp Bình Linh | Già làng
3 | Thị Đẹt | Nữ | 1994 | 070194002231 | 0386902114 | Ấp Gò Nổi | Công nhân
4 | Kim Sô Phi | Nam | 2001 | 084201003350 | 0778120945 | Ấp Gò Nổi | Sinh viên
5 | Lâm A | Nam | 1979 | 072079006218 | 0357018824 | Ấp Trà Cao | Buôn bán
6 | Công Tằng Tôn Nữ Như Ý | Nữ | 1951 | 046151000943 | 0276 3823 906 | Ấp Trà Cao | Hưu trí
7 | Đưng K'Nớ | Nam | 1966 | 068066007715 | 0822309817 | Ấp Láng Dài | Chăn nuôi
8 | Mùa A Trừ | Nam | 1990 | 011090005126 | 0969204418 | Ấp Láng Dài | Tài xế
9 | Ka Thị Ngọc Ánh Tuyết Sương | Nữ | 2005 | 068305001942 | 0905833016 | Ấp Bình Hòa | Học nghề
10 | Cil Múp Ha Kriêng | Nam | 1958 | 068058002077 | 0386115502 | Ấp Bình Hòa | Làm ruộng
"""


def uncommon_names() -> list[Form]:
    """Nothing is wrong here: short, long and ethnic names, old people, fixed telephones."""
    paper = Form("Già làng, người có uy tín", (6, 30, 8, 10, 18, 16, 18, 16), Style(size=13))
    paper.put("A1:H1", "NGƯỜI CÓ UY TÍN VÀ ĐẠI DIỆN ĐỒNG BÀO DÂN TỘC DỰ HỘI NGHỊ", bold=True)
    below = paper.hold(
        "attendee",
        "seq full_name gender birth national_id phone hamlet position",
        "[header] Số TT | Quý danh | Giới | NS | Số định danh | Đ.thoại | Cư ngụ tại ấp | Nghề"
        " nghiệp",
        UNUSUAL,
        at="A3",
        align="clcccccl",
    )
    paper.put(f"A{below + 1}:H{below + 1}", "Phòng Văn hóa - Xã hội lập bảng", italic=True)
    return [paper]


def points() -> list[Form]:
    """Points from 5 to 1 in place of levels; what they mean stands above the table."""
    paper = Form("Chấm điểm", (5, 52, 9, 9, 9, 9, 9, 12, 12), Style(size=12))
    paper.title(1, "I", "BẢNG TỔNG HỢP PHIẾU CHẤM ĐIỂM SỰ HÀI LÒNG")
    paper.put(
        "A2:I2",
        "5 điểm: Rất hài lòng; 4 điểm: Hài lòng; 3 điểm: Bình thường; 2 điểm: Không hài lòng;"
        " 1 điểm: Rất không hài lòng",
        italic=True,
    )
    rows = []
    for number, question in enumerate(QUESTIONS, start=1):
        counts = _counts(number, 60, 5)
        mean = sum(count * (5 - level) for level, count in enumerate(counts)) / 60
        shown = " | ".join(f"#{count}" for count in counts)
        rows.append(f"{number} | {question} | {shown} | #60 | {mean:.2f}".replace(".", ","))
    below = paper.hold(
        "survey",
        "seq question very_satisfied satisfied neutral dissatisfied very_dissatisfied total -",
        """
[header] TT | Nội dung lấy ý kiến | Số phiếu cho điểm | < | < | < | < | Số phiếu hợp lệ | Điểm bình
    quân
[header] ^ | ^ | 5 điểm | 4 điểm | 3 điểm | 2 điểm | 1 điểm | ^ | ^
""",
        *rows,
        at="A4",
        align="cl" + "c" * 7,
    )
    paper.put(f"F{below + 1}:I{below + 1}", "TỔ KIỂM PHIẾU", bold=True)
    paper.put(f"F{below + 2}:I{below + 2}", "(đã ký)", italic=True)
    return [paper]


def _counts(seed: int, votes: int, levels: int) -> list[int]:
    """How many votes each level has: most of them satisfied, none below nought."""
    weights = (40, 35, 15, 7, 3)[:levels]
    drawn_levels = random.Random(seed).choices(range(levels), weights, k=votes)  # noqa: S311
    return [drawn_levels.count(level) for level in range(levels)]


GROUPS = (("I", "Về cơ sở vật chất", 0), ("II", "Về cán bộ tiếp nhận", 3), ("III", "Kết quả", 6))


def shortened_levels() -> list[Form]:
    """Levels in initials, questions numbered 1.1, a sum after each group and at the end."""
    rows: list[str] = []
    sums = [0] * 5
    for number, (roman, text, first) in enumerate(GROUPS, start=1):
        rows.append(f"[section] {roman} | {text} {{{{= group: {text}}}}} | <<")
        group = [0] * 5
        for place, question in enumerate(QUESTIONS[first : first + 3], start=1):
            counts = _counts(10 * number + place, 45, 5)
            group = [a + b for a, b in zip(group, counts, strict=True)]
            share = f"{(counts[0] + counts[1]) / 45:.1%}".replace(".", ",")
            rows.append(f"{number}.{place} | {question} | {_shown(counts)} | #45 | {share}")
        rows.append(f"[total] | Cộng nhóm {roman} | {_shown(group)} | #135 |")
        sums = [a + b for a, b in zip(sums, group, strict=True)]
    paper = Form("KSHL T10", (6, 48, 8, 8, 8, 8, 8, 9, 10), Style("Calibri", 11))
    paper.put("A1", "TTPVHCC xã Hảo Đước", bold=True, align="l")
    paper.put("A3:I3", "Kết quả khảo sát hài lòng tháng 10/2026 (45 phiếu)", bold=True, size=13)
    below = paper.hold(
        "survey",
        "seq question very_satisfied satisfied neutral dissatisfied very_dissatisfied total -",
        "[header] STT | Tiêu chí | RHL | HL | BT | KHL | RKHL | Tổng | % HL",
        *rows,
        f"[total] | TỔNG CỘNG | {_shown(sums)} | #405 |",
        at="A5",
        align="cl" + "c" * 7,
        fill="#FCE4D6",
    )
    paper.put(
        f"A{below + 1}:I{below + 1}",
        "RHL: rất hài lòng; HL: hài lòng; BT: bình thường; KHL: không hài lòng; RKHL: rất không"
        " hài lòng",
        italic=True,
        align="l",
    )
    return [paper]


def _shown(counts: list[int]) -> str:
    return " | ".join(f"#{count}" for count in counts)


LEVELS = ("Rất hài lòng", "Hài lòng", "Bình thường", "Không hài lòng")


def one_row_per_vote() -> list[Form]:
    """Every vote on a row of its own, which is no table of ours; the sums on a second sheet."""
    dice = random.Random(7)  # noqa: S311
    votes = [[dice.choice(LEVELS) for _ in range(4)] for _ in range(21)]
    raw = Form("Trả lời", (20, 10, 14, 30, 30, 30, 30), Style("Arial", 10))
    raw.table(
        "",
        "[header] Dấu thời gian | Giới tính | Độ tuổi | " + " | ".join(QUESTIONS[3:7]) + "\n"
        + "\n".join(
            f"15/10/2026 08:{10 + n}:31 | {('Nam', 'Nữ')[n % 2]} |"
            f" {('18 - 30', '31 - 45', 'Trên 60')[n % 3]} | {' | '.join(vote)}"
            for n, vote in enumerate(votes)
        ),
        border=False,
    )  # fmt: skip
    sums = Form("Tổng hợp", (52, 12, 12, 12, 14, 10), Style("Arial", 10))
    rows = []
    for place, question in enumerate(QUESTIONS[3:7]):
        letter = "DEFG"[place]
        answers = [vote[place] for vote in votes]
        cells = [
            f"=COUNTIF('Trả lời'!{letter}2:{letter}22,\"{level}\") => {answers.count(level)}"
            for level in LEVELS
        ]
        rows.append(f"{question} | {' | '.join(cells)} | =SUM(B{place + 2}:E{place + 2}) => 21")
    sums.hold(
        "survey",
        "question very_satisfied satisfied neutral dissatisfied total",
        "[header] Câu hỏi | " + " | ".join(LEVELS) + " | Cộng",
        *rows,
        align="lccccc",
    )
    return [raw, sums]


CASES = {
    "doan-vien-chi-doan": youth_members,
    "chu-ho-hai-dai": two_panels,
    "dai-bieu-ba-tang": three_tiers,
    "dang-ky-google": web_registration,
    "ten-goi-it-gap": uncommon_names,
    "khao-sat-thang-diem": points,
    "khao-sat-viet-tat": shortened_levels,
    "khao-sat-tung-phieu": one_row_per_vote,
}
