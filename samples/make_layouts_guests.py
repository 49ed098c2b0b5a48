"""Lists of people: the layouts P1 to P7, and others."""

from make_layouts_pool import Row, changed, drawn, people
from make_layouts_truth import Form
from make_paper import Style

RIGHT = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
POSITIONS = (
    "Trưởng phòng Kinh tế",
    "Chủ tịch Hội Nông dân",
    "Trưởng Công an xã",
    "Chủ tịch Hội Liên hiệp Phụ nữ",
    "Chánh Văn phòng HĐND và UBND",
    "Bí thư Đoàn Thanh niên",
    "Trưởng Trạm Y tế",
    "Chủ tịch Hội Cựu chiến binh",
)


def agreed_by_members() -> list[Form]:
    """P1: comrades, a result in two columns, one remark merged over all rows."""
    cases = changed(
        people(0, 15), position=POSITIONS, agreed=("x | ", "x | ", "x | ", " | Có ý kiến riêng")
    )
    cases = [
        case | {"remark": "Phiếu thu ngày 12/10/2026" if n == 0 else "^"}
        for n, case in enumerate(cases)
    ]
    paper = Form("DS lấy ý kiến", (8, 28, 38, 14, 20, 20), style=Style(size=13), landscape=False)
    paper.put("A1:F1", "ĐẢNG BỘ XÃ AN NINH", bold=True)
    paper.title(3, "F", "DANH SÁCH ĐẠI BIỂU THỐNG NHẤT CHƯƠNG TRÌNH ĐỐI THOẠI")
    paper.hold(
        "attendee",
        "seq full_name position - - note",
        """
[header] Số TT | Họ và tên | Chức vụ, đơn vị | Kết quả | < | Ghi chú
[header] ^ | ^ | ^ | Thống nhất | Khác | ^
""",
        drawn("{n} | Đ/c {name} | {position} | {agreed} | {remark}", cases),
        at="A5",
        align="cllccc",
    )
    return [paper]


def associations() -> list[Form]:
    """P2 on two sheets: the organisation merged downwards, a column of order last."""
    merged = {0: "Hội Nông dân xã", 6: "Hội Liên hiệp Phụ nữ xã"}
    roles = ("Chi hội trưởng", "Chi hội phó", "Hội viên")
    cases = changed(people(9, 12), role=roles)
    cases = [case | {"organisation": merged.get(n, "^")} for n, case in enumerate(cases)]
    leaders = Form("Ban chấp hành", (30, 26, 24, 18, 32, 8), style=Style("Arial", 11))
    leaders.hold(
        "attendee",
        "organisation full_name position phone - seq",
        "[header] Tổ chức | Họ và tên | Chức vụ | Điện thoại | Email | Thứ tự",
        drawn(
            "{organisation} | {name} | {position} | {spaced} | | {n}",
            changed(
                people(31, 8),
                position=("Chủ tịch", "Phó Chủ tịch", "Ủy viên Thường trực", "Ủy viên"),
                organisation=("Ủy ban MTTQ Việt Nam xã",),
            ),
        ),
        at="A1",
        align="llllcc",
        fill="#BDD7EE",
    )
    members = Form("Chi hội", (26, 24, 26, 14, 18, 18, 18, 8), style=Style("Arial", 11))
    members.put("A1:H1", "Danh sách chi hội trưởng, chi hội phó được mời", bold=True)
    members.hold(
        "attendee",
        "organisation hamlet full_name birth position phone note seq",
        "[header] Tổ chức | Tên chi đoàn, chi hội / ấp | Họ và tên | Ngày sinh | Vai trò | Điện"
        " thoại | Ghi chú | Thứ tự",
        drawn(
            "{organisation} | {hamlet} | {name} | {born_iso} | {role} | {spaced} | | {n}",
            cases,
        ),
        at="A3",
        align="lllcllcc",
        fill="#BDD7EE",
    )
    return [leaders, members]


def personal_data() -> list[Form]:
    """P3: three header rows over 18 columns; a date of birth here, a mere year there."""
    cases = changed(
        people(20, 12),
        birth=("@{born}", "{born_dashes}", "{year}"),
        job=("Trưởng ấp", "Nông dân", "Giáo viên", "Công nhân"),
        place=("Trường Tiểu học Bình Linh", "Ở nhà", "Công ty May Gò Nổi"),
    )
    cases = [case | {"birth": case["birth"].format_map(case)} for case in cases]
    paper = Form(
        "Trích ngang",
        (5, 26, 15, 10, 10, 10, 10, 18, 26, 9, 12, 10, 14, 10, 20, 26, 15, 12),
        style=Style(size=11),
    )
    paper.title(2, "R", "DANH SÁCH TRÍCH NGANG ĐẠI BIỂU DỰ ĐỐI THOẠI", "(Xã Thuận Mỹ)")
    paper.hold(
        "attendee",
        "seq full_name birth gender - - - ?address address - - - - - position organisation phone"
        " note",
        """
[header] STT | Họ và tên | Ngày, tháng, năm sinh (định dạng dd-mm-yyyy) | Giới tính | Quốc tịch |
    Dân
    tộc | Tôn giáo | Quê quán | Nơi ở hiện nay | Trình độ | < | < | < | < | Nghề nghiệp, chức vụ |
    Nơi công tác | Số điện thoại | Ghi chú
[header] ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | Giáo dục phổ thông | Chuyên môn | < | Lý luận chính
    trị |
    Ngoại ngữ | ^ | ^ | ^ | ^
[header] ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | Trình độ | Học hàm | ^ | ^ | ^ | ^ | ^ | ^
""",
        drawn(
            "{n} | {name} | {birth} | {gender} | Việt Nam | Kinh | Không | Tây Ninh | Tổ {group},"
            " ấp {hamlet} | 12/12 | Trung cấp | | Sơ cấp | | {job} | {place} | {dotted} |",
            cases,
        ),
        at="A5",
        align="clcccccllcccccllcc",
        fill="#FFE699",
    )
    return [paper]


def import_form() -> list[Form]:
    """P4: marks and instructions in the header, the title in row 1, a sex of True and False."""
    cases = [
        case
        | {
            "birth": ("@" if n % 2 else "") + case["born"],
            "sex": {"Nam": "True {{= male}}", "Nữ": "False {{= female}}"}[case["gender"]],
        }
        for n, case in enumerate(people(44, 16))
    ]
    paper = Form(
        "Sheet1", (26, 26, 18, 20, 20, 20, 14, 16, 22, 32, 16), style=Style("Calibri", 11)
    )
    paper.put(
        "A1:K1",
        "DANH SÁCH CÁ NHÂN ((*): Không được bỏ trống, (**): Không được bỏ trống cả ba)",
        bold=True,
        fill="#FFFF00",
    )
    paper.hold(
        "attendee",
        "full_name - phone gender national_id - - ?district commune address birth",
        """
[header] Tên cá nhân (*) | Email (**) | Số điện thoại (**) | Giới tính\\n(True: nam, False: nữ) |
    CMND/CCCD (**) | Nơi cấp | Quốc tịch (*) | Tỉnh/ Thành phố | Xã/ Phường | Địa chỉ (*) | Ngày
    sinh (*)
""",
        drawn(
            "{name} | | {phone} | {sex} | {identity} | Cục Cảnh sát QLHC | Việt Nam | Tây Ninh |"
            " Xã Thuận Mỹ | Tổ {group}, ấp {hamlet} | {birth}",
            cases,
        ),
        at="A2",
        align="lllclllllll",
        fill="#C00000",
    )
    return [paper]


def households() -> list[Form]:
    """P5: headers without accents in capitals; sheets of instructions and of lists beside it."""
    paper = Form("HoDan", (12, 28, 30, 18, 14, 14, 20), style=Style("Arial", 10))
    paper.hold(
        "attendee",
        "- full_name address phone hamlet attendance note",
        "[header] MA HO | TEN CHU HO | DIA CHI | SO DIEN THOAI | AP | CO DU HOP | GHI CHU",
        drawn(
            "HD{n}{group} | {name} | To {group} ap {hamlet} | {number} | {hamlet} | {came} |"
            " {why}",
            [
                case | {"number": case["lost"] if n % 4 == 1 else case["phone"]}
                for n, case in enumerate(
                    changed(
                        people(2, 24),
                        came=("Co", "Co", "Khong", "Co", "Co"),
                        why=("", "", "Di lam xa", "", ""),
                    )
                )
            ],
        ),
        align="cllllcl",
        fill="#92D050",
    )
    guide = Form("HuongDan", (90,), style=Style("Arial", 10))
    for row, text in enumerate(
        (
            "HUONG DAN NHAP LIEU",
            "1. Khong doi ten cot, khong chen them cot.",
            "2. Cot CO DU HOP chi ghi Co hoac Khong.",
            "3. So dien thoai ghi du 10 so.",
        ),
        start=1,
    ):
        guide.put(f"A{row}", text, align="l", bold=row == 1)
    lists = Form("DanhMuc", (8, 24, 14), style=Style("Arial", 10))
    lists.table(
        "",
        """
[header] STT | TEN AP | SO HO
1 | Bình Hòa | #312
2 | Bình Linh | #287
3 | Láng Dài | #198
""",
        align="clc",
    )
    return [paper, guide, lists]


def check_in() -> list[Form]:
    """P6: what a check-in app exports: time first, walk-ins, no borders."""
    cases = [
        case | {"typed": case["lost_identity"] if n % 4 == 2 else case["identity"]}
        for n, case in enumerate(people(50, 20))
    ]
    cases = changed(
        cases,
        group_of=("Công dân", "Trưởng ấp", "Công dân", "Doanh nghiệp"),
        walked_in=("Không", "Không", "Có"),
        minute=("05", "11", "17", "23", "29", "41", "52"),
    )
    paper = Form("checkin_2026", (10, 22, 26, 18, 18, 22, 18, 16), style=Style("Calibri", 11))
    paper.hold(
        "attendee",
        "- - full_name phone national_id delegation - attendance",
        "[header] Mã phiên | Thời điểm quét | Người tham dự | SĐT | Số định danh cá nhân | Nhóm"
        " đại biểu | Tự đăng ký tại chỗ | Điểm danh",
        drawn(
            "HN-01 | 20/10/2026 07:{minute}:00 | {name} | {phone} | {typed} | {group_of} |"
            " {walked_in} | Có mặt",
            cases,
        ),
        align="l" * 8,
        border=False,
    )
    return [paper]


def by_delegation() -> list[Form]:
    """P7: born as man or woman, sections with totals, the header again after a page break."""
    header = """
[header] TT | HỌ VÀ TÊN ĐẠI BIỂU | NĂM SINH | < | CHỨC VỤ | ĐƠN VỊ/ẤP | SỐ ĐT | KÝ TÊN | GHI CHÚ
[header] ^ | ^ | Nam | Nữ | ^ | ^ | ^ | ^ | ^
"""
    row = "{n} | {name} | {male} | {female} | {position} | {unit} | {phone} | | {remark}"
    staff = changed(
        people(0, 8),
        position=("Chuyên viên", "Trưởng phòng", "Phó Trưởng phòng"),
        unit=("Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Văn phòng HĐND và UBND"),
        remark=("",),
    )
    heads = changed(
        people(8, 6, first=9), position=("Trưởng ấp", "Bí thư chi bộ"), remark=("", "Có phát biểu")
    )
    heads = [case | {"unit": f"Ấp {case['hamlet']}"} for case in heads]
    homes = changed(people(14, 14, first=15), position=("Hộ dân",), remark=("", "", "Khách mời"))
    homes = [case | {"unit": f"Ấp {case['hamlet']}"} for case in homes]
    paper = Form(
        "DS mời", (5, 28, 9, 9, 22, 26, 15, 12, 15), style=Style(size=13), landscape=False
    )
    paper.letterhead(
        ("UBND TỈNH TÂY NINH", "ỦY BAN NHÂN DÂN XÃ NHỰT TẢO"),
        (*RIGHT, "Nhựt Tảo, ngày 05 tháng 10 năm 2026"),
        ("A:D", "E:I"),
    )
    paper.title(6, "I", "DANH SÁCH ĐẠI BIỂU MỜI DỰ ĐỐI THOẠI", "(28 đại biểu)")
    below = paper.hold(
        "attendee",
        "seq full_name birth[gender=male] birth[gender=female] position organisation phone"
        " ?attendance note",
        header,
        "[section] A | CÔNG CHỨC, VIÊN CHỨC {{= delegation: CC}} | <<",
        drawn(row, staff),
        "[total] | Cộng A: 08 đại biểu | | | | | | |",
        "[section] B | TRƯỞNG ẤP, BÍ THƯ CHI BỘ {{= delegation: AP}} | <<",
        drawn(row, heads),
        "[total] | Cộng B: 06 đại biểu | | | | | | |",
        header.replace("[header]", "[repeated_header]"),
        "[section] C | ĐẠI DIỆN HỘ DÂN {{= delegation: CD}} | <<",
        drawn(row, homes),
        "[total] | Cộng C: 14 đại biểu | | | | | | |",
        "[total] | TỔNG CỘNG: 28 ĐẠI BIỂU | << ",
        at="A9",
        align="clccllccl",
    )
    paper.sign(
        below + 1, ("A:D", "NGƯỜI LẬP"), ("F:I", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"), "Hồ Thị Lan"
    )
    return [paper]


def split_names() -> list[Form]:
    """The name in two columns, sexes ticked, the header in row 14 of column D."""
    paper = Form(
        "Khach moi", (2, 2, 2, 7, 22, 12, 8, 8, 14, 32, 18, 20), style=Style("Calibri", 12)
    )
    paper.put("D3:L3", "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM XÃ TẦM VU", bold=True)
    paper.put("D6:L6", "Khách mời dự buổi gặp gỡ, đối thoại với công nhân, nông dân", bold=True)
    paper.put("D9:L9", "Thời gian: 13 giờ 30 phút, ngày 23/10/2026", align="l")
    paper.put("D10:L10", "Địa điểm: Nhà văn hóa ấp Trà Cao", align="l")
    paper.hold(
        "attendee",
        "seq full_name full_name gender=male gender=female birth organisation phone delegation",
        """
[header] Số thứ tự | Họ và chữ đệm | Tên | Giới tính | < | Sinh năm | Đang làm việc tại | Số máy |
    Thành
    phần tham dự
[header] ^ | ^ | ^ | Nam | Nữ | ^ | ^ | ^ | ^
""",
        drawn(
            "{n} | {family} {{{{= full_name: {name}}}}} | {given} {{{{= full_name: {name}}}}} |"
            " {man} | {woman} | {year} | {works} | {phone} | {kind}",
            [
                case
                | {
                    "man": "x" if case["gender"] == "Nam" else "",
                    "woman": "x" if case["gender"] == "Nữ" else "",
                }
                for case in changed(
                    people(33, 17),
                    works=("Công ty May Gò Nổi", "Hợp tác xã Thanh long Tầm Vu", "Ở nhà"),
                    kind=("Công dân", "Hợp tác xã", "Công dân"),
                )
            ],
        ),
        at="D14",
        align="cllccclcl",
        fill="#F4B084",
    )
    return [paper]


def present_and_absent() -> list[Form]:
    """Three ticks of attendance under one heading, and merged cells of hamlets."""
    cases = changed(
        people(5, 18, ("Trà Cao",)),
        ticks=("✓ | | ", "✓ | | ", "✓ | | ", " | ✓ | ", "✓ | | ", " | | ✓"),
        position=("Tổ trưởng", "Chủ hộ", "Chủ hộ"),
    )
    hamlets = {0: "Ấp Trà Cao", 7: "Ấp Gò Nổi", 12: "Ấp Láng Dài"}
    cases = [case | {"place": hamlets.get(n, "^")} for n, case in enumerate(cases)]
    paper = Form("Điểm danh 15-10", (16, 6, 28, 8, 20, 10, 12, 12, 20), style=Style(size=12))
    paper.put("A1:I1", "BẢNG THEO DÕI ĐẠI BIỂU CÓ MẶT, VẮNG MẶT", bold=True, size=14)
    below = paper.hold(
        "attendee",
        "hamlet seq full_name gender position attendance=present attendance=excused"
        " attendance=absent note",
        """
[header] Thuộc ấp | TT | Đại biểu | Phái | Chức danh | Ghi nhận tham dự | < | < | Ghi chú
[header] ^ | ^ | ^ | ^ | ^ | Có mặt | Vắng có phép | Vắng không phép | ^
""",
        drawn("{place} | {n} | {called} | {gender} | {position} | {ticks} |", cases),
        "[total] Tổng cộng | < | 18 đại biểu | | | #12 | #3 | #3 |",
        at="A3",
        align="cclclcccl",
    )
    paper.put(f"A{below + 1}:I{below + 1}", "Ghi chú: vắng có phép là đã gọi báo Văn phòng.")
    return [paper]


def speakers() -> list[Form]:
    """The queue of speakers: a petition list that looks like a list of guests."""
    cases: list[Row] = changed(
        people(17, 14),
        job=("", "Giáo viên", "", "Chi hội trưởng"),
        queue=("Đã duyệt", "Chờ duyệt", "Đã tiếp nhận (không phát biểu trực tiếp)"),
        asks=(
            "Khi nào khởi công cầu qua rạch Gò Nổi như đã công bố?",
            "Đề nghị bố trí xe đưa rước học sinh ấp Láng Dài vì trường mới xa 9 km.",
            "Chợ xã lụp xụp, tiểu thương mong được sắp xếp lại chỗ bán.",
            "Xin giảm tiền thuê mặt bằng cho hộ buôn bán bị ngập nước.",
            "Nước mương sau nhà đen đặc, cần kiểm tra lò giết mổ.",
            "Bà con hiến đất làm lộ đã ba năm mà chưa chỉnh lý giấy chứng nhận.",
            "Đề nghị mở lại lớp xóa mù chữ buổi tối cho người lớn tuổi.",
            "Cây xanh ngã đổ sau bão ở đường vào nghĩa trang chưa được dọn.",
            "Đất lúa bị chuột phá, mong được hỗ trợ bẫy và thuốc sinh học.",
            "Phiếu thu quỹ phòng chống thiên tai phát chậm, xin công khai danh sách.",
            "Bến đò ngang không có áo phao cho khách.",
            "Trạm bơm ngưng chạy giữa vụ vì hư máy, bao giờ sửa xong?",
            "Xin cho công nhân thuê trọ được dùng điện, nước theo giá sinh hoạt.",
            "Nhà văn hóa xuống cấp, họp ấp phải mượn sân nhà dân.",
        ),
    )
    paper = Form("Hàng đợi", (8, 26, 22, 20, 62, 30), style=Style("Arial", 11))
    paper.put("A1:F1", "ĐĂNG KÝ PHÁT BIỂU", bold=True, size=14)
    paper.put("A2:F2", "Mỗi người phát biểu không quá 05 phút", italic=True)
    paper.hold(
        "petition",
        "seq petitioner - hamlet content ?status",
        "[header] STT phát biểu | Họ và tên* | Chức vụ\\n(để trống là cử tri) | Khu dân cư* | Nội"
        " dung ý kiến* | Trạng thái",
        drawn("{n} | {name} | {job} | Ấp {hamlet} | {asks} | {queue}", cases),
        at="A4",
        align="clllll",
        fill="#D0CECE",
    )
    return [paper]


CASES = {
    "thong-nhat-dai-bieu": agreed_by_members,
    "chi-hoi-doan-the": associations,
    "trich-ngang": personal_data,
    "nhap-ca-nhan": import_form,
    "ho-dan-khong-dau": households,
    "quet-ma-tham-du": check_in,
    "dai-bieu-theo-doan": by_delegation,
    "khach-moi-tach-ten": split_names,
    "co-mat-vang-mat": present_and_absent,
    "hang-doi-phat-bieu": speakers,
}
