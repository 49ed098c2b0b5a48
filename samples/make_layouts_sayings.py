"""Fourth series: petitions, as hamlets, quarters and the office write them down in any year.

Dice drew the sender and every habit of the sheet; usual habits had more sides than rare ones.
"""

from collections.abc import Sequence

from make_layouts_invited import STATE
from make_layouts_pool import Row, drawn, numbered
from make_layouts_truth import Form
from make_layouts_voices import heard
from make_paper import Style


def signed_by_three(paper: Form, row: int, *seats: tuple[str, str, str]) -> None:
    """Three signatures beside each other: columns, office and name."""
    for columns, office, name in seats:
        first, last = columns.split(":")
        paper.put(f"{first}{row}:{last}{row}", office, bold=True)
        paper.put(f"{first}{row + 5}:{last}{row + 5}", name, bold=True)


HEADMAN = """
Đường nhánh từ nhà ông Tư Rẫy ra lộ nhựa sình lầy, đề nghị cấp đá đổ để bà con tự làm. | 05 |
Trụ điện số 14 bị mối ăn gốc, sợ ngã khi mưa bão. | 05 | Có gửi hình
Xin hỏi hồ sơ xin cất nhà trên đất trồng cây lâu năm thì nộp ở đâu. | 05 |
Đề nghị xã xem lại danh sách hộ cận nghèo, có hộ bệnh nặng mà không được xét. | 06 |
Nước giếng nhiễm phèn, mong kéo thêm ống nước sạch 300 m cho xóm trong. | 06 | Năm 2025 đã nêu
Chó chạy rông cắn hai cháu nhỏ, đề nghị bắt buộc chủ nuôi xích lại. | 06 |
Cống ngang lộ chỗ nhà bà Chín quá nhỏ, mưa lớn ngập cả sân. | 08 |
Mong có người xuống ấp hướng dẫn bà con già cài VNeID. | 08 |
Đề nghị nhắc nhở lò sấy lúa xả khói bụi vào ban đêm. | 08 | Có đơn của 9 hộ
"""


def headman() -> list[Form]:
    """A form that the office sent out: letters and numbers below the header, empty rows left."""
    paper = Form("Bieu 02", (6, 28, 8, 18, 66, 16, 20), Style(size=13))
    paper.letterhead(("UBND XÃ TÂN THÀNH", "BAN QUẢN LÝ ẤP ĐỒNG KÈN"), STATE, ("A:D", "E:G"))
    paper.put("E3:G3", "Đồng Kèn, ngày 09 tháng 10 năm 2026", italic=True)
    paper.title(
        5, "G", "TỔNG HỢP Ý KIẾN NHÂN DÂN ẤP ĐỒNG KÈN", "gửi Hội nghị đối thoại với Chủ tịch UBND"
    )
    below = paper.hold(
        "petition",
        "seq petitioner ?address phone content received_on note",
        """
[header] STT | Họ tên người có ý kiến | Tổ | Số điện thoại | Nội dung ý kiến, kiến nghị | Ngày ghi
    nhận | Ghi chú
[column_numbers] A | B | 1 | 2 | 3 | 4 | 5
""",
        drawn(
            "{n} | {name} | {group} | {lost} | {wish} | {day}/10/2026 | {remark}",
            heard(41, HEADMAN, "wish", "day", "remark"),
        ),
        "[blank] | | | | | |",
        "[blank] | | | | | |",
        "[total] | Tổng cộng: 09 ý kiến | | | | |",
        at="A8",
        align="clcclcl",
        unsettled=("hamlet",),
    )
    signed_by_three(
        paper,
        below + 1,
        ("A:B", "BÍ THƯ CHI BỘ", "Cao Bá Phước"),
        ("C:E", "TRƯỞNG BAN CTMT", "Trịnh Thị Hoà"),
        ("F:G", "TRƯỞNG ẤP", "Đoàn Văn Sáng"),
    )
    return [paper, Form("Sheet2", ())]


CITY = """
Vỉa hè bị hàng quán chiếm hết, học sinh phải đi xuống lòng đường. | Trật tự đô thị {{= B05}} |
    Công an phường | 06 | 12/4
Hẻm 45 chưa có đèn, ban đêm hay mất trộm. | Điện, chiếu sáng | Phòng Kinh tế, Hạ tầng và Đô thị
    | 06 | 45/7
Cống thoát nước hẻm 61 bốc mùi hôi, đề nghị nạo vét. | Thoát nước | Phòng Kinh tế, Hạ tầng và
    Đô thị | 06 | 61/2
Xin cho biết hẻm 80 có mở rộng theo quy hoạch hay không. | Quy hoạch | Phòng Kinh tế, Hạ tầng và
    Đô thị | 07 | 80/15
Xe thu gom rác đi qua lúc 5 giờ sáng, nhiều nhà không kịp đem ra. | Rác thải | Phòng Kinh tế, Hạ
    tầng và Đô thị | 07 | 9
Thủ tục tách hộ khẩu nộp trên mạng bị trả lại hai lần không ghi lý do. | Cư trú | Công an phường
    | 07 | 33/1
Đề nghị khám sức khỏe định kỳ cho người trên 60 tuổi tại trạm. | Y tế | Trạm Y tế phường | 08 | 27
Mong phường mở lại lớp dạy bơi hè cho trẻ em. | Văn hóa, thể thao | Phòng Văn hóa - Xã hội | 08
    | 102
Hộ bán hàng rong muốn thuê sạp trong chợ thì đăng ký với ai. | Hộ kinh doanh | Phòng Kinh tế,
    Hạ tầng và Đô thị | 08 | 54/6
Nhà trọ không đóng cửa sau 23 giờ, tụ tập uống rượu hát karaoke kẹo kéo. | An ninh trật tự | Công
    an phường | 08 | 18
"""


def city_quarter() -> list[Form]:
    """Three rows of header with broken lines; a sum at the bottom, three signatures, Sheet2."""
    paper = Form("KN KP3", (6, 28, 16, 18, 14, 58, 20, 28), Style("Calibri", 11))
    paper.title(1, "H", "Ý KIẾN CỬ TRI KHU PHỐ AN LỢI", "Hội nghị đối thoại phường An Tịnh")
    below = paper.hold(
        "petition",
        "seq petitioner address phone received_on content topic lead_unit",
        """
[header] STT | THÔNG TIN CỬ TRI | < | < | Ý KIẾN, KIẾN NGHỊ | < | < | ĐỀ NGHỊ\\nĐƠN VỊ TRẢ LỜI
[header] ^ | Họ và tên | Liên hệ | < | Ngày\\nghi nhận | Nội dung cụ thể | Thuộc\\nlĩnh vực | ^
[header] ^ | ^ | Số nhà,\\ntổ | Điện thoại | ^ | ^ | ^ | ^
""",
        drawn(
            "{n} | {called} | Số {house}, tổ {group} | {spaced} | @{day}/10/2026 | {wish}"
            " | {about} | {unit}",
            heard(6, CITY, "wish", "about", "unit", "day", "house"),
        ),
        "[total] Tổng số: 10 ý kiến | < | < | | | | |",
        at="A4",
        align="cllcclll",
    )
    signed_by_three(
        paper,
        below + 1,
        ("A:B", "Người ghi", "Ngô Thị Chín"),
        ("C:E", "Trưởng Ban công tác Mặt trận", "Hồ Minh Tuệ"),
        ("G:H", "Trưởng khu phố", "Mai Xuân Quý"),
    )
    return [paper, Form("Sheet2", ())]


GROUPS = (
    (
        "TỔ 1",
        "13",
        """
Tập thể 12 hộ tổ 1 | Lộ đất dọc kênh bị lở, xe máy đi sợ té xuống kênh. | 12
 | Đề nghị lắp thêm hai bóng đèn đoạn từ miếu tới cầu. | 1
 | Tiền trợ cấp người cao tuổi tháng 9 lãnh trễ. | 4
""",
    ),
    (
        "TỔ 2",
        "14",
        """
 | Máy cày làm hư mặt lộ bê tông mới, đề nghị có quy định. | 6
Cử tri tổ 2 | Mong hốt rác hai lần một tuần, hiện nay chỉ một lần. | 20
 | Đất của tôi bị đo thiếu 40 m2, xin đo lại. | 1
 | Wifi nhà văn hóa không vào được. | 3
""",
    ),
    (
        "TỔ 3",
        "16",
        """
 | Trạm bơm mở nước không đúng lịch, lúa khô. | 8
Các hộ dân cặp kênh Tây | Xin hỗ trợ cống bọng để dẫn nước vô vườn. | 7
 | Cháu tôi học xa 9 cây số, xin hỏi có được hỗ trợ xe đạp không. | 1
""",
    ),
)


def front_of_hamlet() -> list[Form]:
    """Nothing above the header; groups among those who ask, how many agree, a note below."""
    rows: list[str] = []
    first = 1
    for title, day, text in GROUPS:
        cases = numbered(heard(23 + first, text, "who", "wish", "many"), first)
        first += len(cases)
        cases = [case | _either(case) for case in cases]
        rows += [
            f"[section] {title} | <<",
            drawn(f"{{n}} | {{who}} | {{number}} | {{wish}} | {{many}} | @{day}/10/2026", cases),
        ]
    paper = Form("Sheet1", (6, 30, 18, 62, 14, 16), Style(size=13))
    below = paper.hold(
        "petition",
        "seq petitioner phone content ?supporters received_on",
        """
[header] TT | Cử tri | < | Ý kiến của cử tri | Số người cùng ý kiến | Ngày họp tổ
[header] ^ | Họ và tên | Điện thoại | ^ | ^ | ^
""",
        *rows,
        "[total] | Cộng: 10 ý kiến | | | |",
        at="A1",
        align="clclcc",
        unsettled=("hamlet", "address"),
    )
    paper.put(
        f"A{below + 1}:F{below + 1}",
        "Ghi chú: các ý kiến về lộ đất có hình ảnh gửi qua Zalo của đồng chí Chủ tịch Mặt trận.",
        italic=True,
        align="l",
    )
    paper.put(f"E{below + 3}:F{below + 3}", "TRƯỞNG BAN", bold=True)
    return [paper]


def _either(case: Row) -> Row:
    """A group, or one person with a telephone."""
    if case["who"]:
        return {"number": ""}
    return {"who": case["name"], "number": case["lost"]}


BEFORE = (
    (
        "Suối Muồn",
        """
Cầu sắt qua suối rỉ sét, ván lót hư, đề nghị sửa trước mùa mưa. | Giao thông | Họp ấp | KT
Xin hỏi khi nào phát sổ đất đã đo năm 2024. | Đất đai | Họp ấp | KT
Đề nghị hỗ trợ thẻ bảo hiểm y tế cho hộ làm nông có mức sống trung bình. | Y tế | Phiếu ghi ý kiến
    | VX
""",
    ),
    ("Tà Dơ", ""),
    (
        "Con Trăn",
        """
Loa truyền thanh đầu ấp hư hai tháng nay. | Văn hóa, thể thao | Họp ấp | VX
Thanh niên tụ tập đua xe ở đường mòn cạnh lô cao su. | An ninh trật tự | Điện thoại | CA
Kênh tiêu bị lấp khi làm nhà, nước không thoát ra suối được. | Thủy lợi | Phiếu ghi ý kiến | KT
Công nhân cạo mủ mất việc mong được giới thiệu việc làm. | Việc làm | Zalo | VX
""",
    ),
    (
        "Đồng Rùm",
        """
Làm giấy khai tử cho người mất ở bệnh viện tỉnh khác cần gì. | Hộ tịch | Điện thoại | VP
Bò thả rông phá rau màu, đề nghị xã có biện pháp. | Nông nghiệp | Họp ấp | KT
Phòng học mẫu giáo ấp chật, 38 cháu một phòng. | Giáo dục | Họp ấp | VX
""",
    ),
)
UNITS = {
    "KT": "Phòng Kinh tế",
    "VX": "Phòng Văn hóa - Xã hội",
    "CA": "Công an xã",
    "VP": "Văn phòng HĐND và UBND",
}


def before_the_meeting() -> list[Form]:
    """The office's own form: by hamlet, one of which says nothing; the remark merged downwards."""
    rows: list[str] = []
    first = 1
    for hamlet, text in BEFORE:
        rows.append(f"[section] Ấp {hamlet} {{{{= hamlet: {hamlet}}}}} | <<")
        if not text:
            rows.append("[nil_return] | | | Không có ý kiến, kiến nghị | | | | |")
            continue
        cases = numbered(heard(47 + first, text, "wish", "about", "way", "unit"), first)
        rows.append(
            drawn(
                "{n} | {name} | {phone} | {wish} | {about} | {day}/10/2026 | {way} | {unit}"
                " | {remark}",
                [case | _noted(n, case) for n, case in enumerate(cases)],
            )
        )
        rows.append("[blank] | | | | | | | |")
        first += len(cases)
    paper = Form("Biểu 1", (6, 26, 16, 54, 18, 14, 18, 26, 18))
    paper.letterhead(("ỦY BAN NHÂN DÂN", "XÃ TÂN HÒA"), STATE, ("A:C", "E:I"))
    paper.title(
        4,
        "I",
        "BIỂU TỔNG HỢP Ý KIẾN CỦA NHÂN DÂN TRƯỚC HỘI NGHỊ ĐỐI THOẠI",
        "(Kèm theo Báo cáo số 311/BC-UBND ngày 20 tháng 10 năm 2026 của UBND xã Tân Hòa)",
    )
    below = paper.hold(
        "petition",
        "seq petitioner phone content topic received_on channel lead_unit note",
        """
[header] STT | Người có ý kiến | < | Nội dung ý kiến | Lĩnh vực | Ngày tiếp nhận | Hình thức tiếp
    nhận | Bộ phận chuẩn bị trả lời | Ghi chú
[header] ^ | Họ và tên | Số điện thoại | ^ | ^ | ^ | ^ | ^ | ^
[column_numbers] A | B | 1 | 2 | 3 | 4 | 5 | 6 | C
""",
        *rows,
        at="A7",
        align="clcllcllc",
    )
    left, right = ("A:C", "NGƯỜI TỔNG HỢP"), ("G:I", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH")
    paper.sign(below + 1, left, right, "Lê Ngọc Quyên")
    return [paper]


def _noted(number: int, case: Row) -> Row:
    return {
        "unit": UNITS[case["unit"]],
        "day": f"{5 + int(case['n']):02}",
        "remark": "Trả lời tại hội nghị" if number == 0 else "^",
    }


MEETINGS = (
    (
        "Rạch Sơn",
        "15/10/2026",
        """
[1] Đường số 4 nhiều ổ gà, hai người té xe trong tháng. | phản ánh
^ Đề nghị kẻ lại vạch sang đường trước trường học. | kiến nghị
[1] Đóng tiền điện cao bất thường trong tháng 9, xin hỏi kiểm tra điện kế ở đâu. | hỏi
[1] Bãi giữ xe chợ thu 5.000 đồng trong khi bảng ghi 3.000 đồng. | phản ánh
^ Mong chợ có thêm nhà vệ sinh công cộng. | kiến nghị
^ Xin hỏi bao giờ dời chợ theo quy hoạch. | hỏi
""",
    ),
    (
        "Nội Ô A",
        "16/10/2026",
        """
[1] Nhà tôi trong diện giải tỏa đường vành đai, bao giờ có giá bồi thường. | hỏi
[1] Cây xanh trước nhà số 21 nghiêng ra đường, đề nghị đốn hạ. | kiến nghị
^ Dây cáp viễn thông thòng xuống vỉa hè. | phản ánh
[1] Đề nghị cho người cao tuổi được ưu tiên lấy số ở bộ phận một cửa. | kiến nghị
""",
    ),
)


def quarter_meetings() -> list[Form]:
    """Who says several things has several rows; a cross for what kind it is; by quarter."""
    rows: list[str] = []
    first = 14
    for quarter, day, text in MEETINGS:
        said = text.replace("^ ", "[1] ^ ").strip()
        cases = _one_after_another(heard(first, said, "wish", "kind"))
        first += len(cases)
        rows += [
            f"[section] Khu phố {quarter} {{{{= hamlet: {quarter}}}}} | <<",
            drawn(
                f"{{no}} | {{who}} | {{number}} | {{wish}} | {{asks}} | {{tells}} | {{wants}}"
                f" | {day}",
                cases,
            ),
            "[blank] | | | | | | |",
        ]
    paper = Form("Hop KP", (6, 30, 18, 62, 9, 9, 9, 14), Style(size=13))
    paper.letterhead(("UBND PHƯỜNG GÒ DẦU", "BAN ĐIỀU HÀNH KHU PHỐ"), STATE, ("A:C", "D:H"))
    paper.title(4, "H", "Ý KIẾN NGƯỜI DÂN TẠI CÁC BUỔI HỌP KHU PHỐ")
    below = paper.hold(
        "petition",
        "seq petitioner phone content kind=HOI kind=PA kind=KN received_on",
        """
[header] STT | Người dân | < | Nội dung nêu tại buổi họp | Loại ý kiến | < | < | Ngày họp
[header] ^ | Họ và tên | Số ĐT | ^ | Hỏi | Phản ánh | Kiến nghị | ^
""",
        *rows,
        at="A6",
        align="clclcccc",
    )
    signed_by_three(
        paper,
        below + 1,
        ("A:B", "THƯ KÝ", "Tạ Thị Bé Tư"),
        ("C:D", "KHU PHỐ RẠCH SƠN", "Vương Văn Tánh"),
        ("E:H", "KHU PHỐ NỘI Ô A", "Quách Tấn Sĩ"),
    )
    return [paper]


def _one_after_another(cases: Sequence[Row]) -> list[Row]:
    """Number, name and telephone only in the first of the rows of one person."""
    ticks = {"asks": "hỏi", "tells": "phản ánh", "wants": "kiến nghị"}
    shown: list[Row] = []
    number = 0
    for case in cases:
        goes_on = case["wish"].startswith("^ ")
        number += not goes_on
        own = {"no": str(number), "who": case["capitals"], "number": case["dotted"]}
        shown.append(
            case
            | (dict.fromkeys(own, "^") if goes_on else own)
            | {key: "x" if case["kind"] == kind else "" for key, kind in ticks.items()}
            | {"wish": case["wish"].removeprefix("^ ")}
        )
    return shown


BY_MATTER = (
    (
        "I",
        "Về đường giao thông",
        "B01",
        """
Đoạn lộ từ trường học tới chùa hẹp, hai xe tránh nhau không được. | 10
Đề nghị đặt gờ giảm tốc trước cổng trường mẫu giáo. | 10
Cầu ván nhà ông Sáu Đực gãy một nhịp. | 12 | Gấp
""",
    ),
    (
        "II",
        "Về điện",
        "B02",
        """
Điện chập chờn vào giờ cơm chiều, nấu cơm không chín. | 10
Xin kéo điện kế riêng cho 5 hộ đang câu nhờ. | 11
""",
    ),
    (
        "III",
        "Về đất đai",
        "A05",
        """
Hồ sơ sang tên cho con nộp từ tháng 7 chưa có kết quả. | 11 | Có biên nhận
Xin hỏi đất lúa có được đào ao nuôi cá hay không. | 12
""",
    ),
    (
        "IV",
        "Về y tế",
        "B09",
        """
Trạm y tế thiếu thuốc trị tiểu đường. | 10
Đề nghị phun thuốc muỗi xóm Lò Đường. | 12
""",
    ),
)


def by_matter() -> list[Form]:
    """Name and dwelling in one cell, sections by what it is about, two signatures."""
    rows: list[str] = []
    first = 1
    for roman, title, topic, text in BY_MATTER:
        full = "\n".join(
            line if line.count("|") == 2 else f"{line} |" for line in text.strip().splitlines()
        )
        cases = numbered(heard(61 + first, full, "wish", "day", "remark"), first)
        first += len(cases)
        rows += [
            f"[section] {roman} | {title} {{{{= topic: {topic}}}}} | <<",
            drawn(
                "{n} | {name}, tổ {group} {{{{= petitioner: {name}; address: tổ {group}}}}}"
                " | {lost} | {wish} | @{day}/10/2026 | {remark}",
                cases,
            ),
        ]
    paper = Form("y kien ap Trường Lưu", (6, 36, 18, 60, 16, 18))
    paper.title(
        2,
        "F",
        "Ý KIẾN, NGUYỆN VỌNG CỦA BÀ CON ẤP TRƯỜNG LƯU",
        "Đợt họp dân từ 10/10 đến 12/10/2026",
    )
    below = paper.hold(
        "petition",
        "seq petitioner+address phone content received_on note",
        """
[header] TT | Người có ý kiến | < | Ý kiến, nguyện vọng | Ngày nêu | Ghi chú
[header] ^ | Họ tên, chỗ ở | Số ĐT | ^ | ^ | ^
""",
        *rows,
        "[total] Tổng cộng: 9 ý kiến | < | < | | |",
        at="A5",
        align="clclcl",
        unsettled=("hamlet",),
    )
    paper.put(f"A{below + 1}:B{below + 1}", "Người ghi", bold=True)
    paper.put(f"D{below + 1}:F{below + 1}", "Trưởng Ban công tác Mặt trận", bold=True)
    paper.put(f"D{below + 5}:F{below + 5}", "Lâm Sà Rinh", bold=True)
    return [paper, Form("Sheet2", ()), Form("Sheet3", ())]


CASES = {
    "bieu-02-dong-ken": headman,
    "cu-tri-an-loi": city_quarter,
    "mat-tran-ap-hop-to": front_of_hamlet,
    "truoc-hoi-nghi": before_the_meeting,
    "hop-khu-pho": quarter_meetings,
    "ba-con-truong-luu": by_matter,
}
