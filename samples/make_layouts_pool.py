"""What is written into the drawn sheets: people and petitions, all invented."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

MEN = """
Lê Văn Phiên, Nguyễn Tấn Lực, Phạm Văn Đủ, Trần Quốc Sự, Huỳnh Văn Khoẻ, Võ Hoàng Dân, Đỗ Văn
Lành, Bùi Công Tráng, Hồ Minh Tuệ, Ngô Văn Nghiệp, Dương Thanh Liêm, Lý Văn Thới, Phan Đình
Sung, Trương Văn Út, Mai Xuân Quý, Đặng Hữu Duyên, Tạ Minh Nhựt, Kiều Công Thành, Lâm Sà Rinh,
Châu Văn Điền, Tô Hoài Bắc, Nguyễn Văn Thiệt, Trịnh Công Lập, Cao Bá Phước, Đoàn Văn Sáng, La
Quang Trường, Thái Văn Hiệp, Nguyễn Đăng Khoa, Lưu Chí Hiếu, Vương Văn Tánh, Hà Văn Nhịn, Quách
Tấn Sĩ, Lê Hữu Phần, Trần Văn Gấm, Nguyễn Thành Vui, Phạm Ngọc Thạch Sơn, Võ Văn Chẩn, Đinh
Quang Thới, Ngô Chí Vĩnh, Sơn Thanh Dũng
"""
WOMEN = """
Nguyễn Thị Lụa, Trần Thị Mộng Tuyền, Lê Thị Sáu Nhỏ, Phạm Thị Thu Thủy, Võ Thị Kim Ngân, Huỳnh
Thị Đẹp, Đặng Thị Mến, Bùi Thị Như Ý, Hồ Thị Ngọc Giàu, Ngô Thị Chín, Dương Thị Bạch Cúc, Lý Thị
Hồng Gấm, Phan Thị Lệ Thu, Trương Thị Ánh, Mai Thị Diễm Hương, Đỗ Thị Lan Anh, Tạ Thị Bé Tư,
Kiều Thị Mận, Thạch Thị Sô Phia, Châu Thị Nga, Tô Thị Yến Oanh, Trịnh Thị Hoà, Cao Thị Thùy
Trang, Đoàn Thị Phỉ, La Thị Kiều Diễm, Thái Thị Ngọt, Lưu Thị Xuân Lan, Vương Thị Nhàn, Hà Thị
Tố Quyên, Quách Thị Phượng Hằng, Nguyễn Thị Ren, Trần Thị Cẩm Vân, Lê Thị Tường Vi, Phạm Thị Hai
Lúa
"""

PETITIONS = """
Giao thông | XA | A | Đoạn đường đất tổ {t} mùa mưa lầy lội, học sinh đi lại khó khăn, đề nghị trải đá cấp phối. | Đã trải đá cấp phối 450 m, hoàn thành ngày nghiệm thu của xã. | Phòng Kinh tế
Điện, chiếu sáng | DN | D | Điện sinh hoạt ở tổ {t} yếu vào buổi tối, quạt không chạy nổi, đề nghị tăng công suất trạm. | Điện lực đã khảo sát, lắp thêm trạm 250 kVA trong quý tới. | Điện lực khu vực
Đất đai | TINH | C | Giấy chứng nhận của gia đình ghi sai số tờ bản đồ, xin hỏi nơi đính chính và thời gian bao lâu. | Nộp hồ sơ tại Trung tâm Phục vụ hành chính công, thời gian 08 ngày làm việc. | Chi nhánh Văn phòng Đăng ký đất đai
Nước sạch | XA | A | Đường ống nước sinh hoạt tổ {t} bể đã hai tuần, nước chảy tràn mặt lộ mà chưa ai sửa. | Đã thay 60 m ống bị bể, cấp nước lại bình thường. | Phòng Kinh tế
Bảo trợ xã hội | XA | A | Cha tôi 76 tuổi, đề nghị cho biết vì sao chưa có tên trong danh sách nhận trợ cấp hưu trí xã hội. | Đã bổ sung vào danh sách chi trả, nhận từ tháng 11. | Phòng Văn hóa - Xã hội
An ninh trật tự | XA | A | Quán karaoke gần trường mở nhạc lớn đến khuya, bà con tổ {t} không ngủ được. | Công an xã đã lập biên bản, chủ quán cam kết không tái phạm. | Công an xã
Rác thải | XA | B | Xe gom rác một tuần mới vào tổ {t} một lần, rác ứ đọng bốc mùi trước nhà. | Đã tăng lên ba chuyến mỗi tuần ở tuyến chính, tuyến nhánh đang sắp xếp. | Phòng Kinh tế
Giáo dục | XA | D | Trường mẫu giáo của ấp thiếu sân chơi và nhà vệ sinh, phụ huynh mong được đầu tư. | Đã đưa vào kế hoạch sửa chữa hè năm sau. | Phòng Văn hóa - Xã hội
Y tế | XA | A | Trạm y tế thường hết thuốc đái tháo đường, người bệnh phải lên bệnh viện xa 20 km. | Đã bổ sung thuốc theo danh mục bảo hiểm y tế. | Trạm Y tế
Hộ tịch | XA | C | Làm trích lục khai sinh cho con để nhập học cần mang theo giấy tờ gì, có làm ở nhà được không. | Thực hiện trực tuyến, không phải nộp bản giấy; cán bộ hỗ trợ tại quầy. | Trung tâm Phục vụ hành chính công
Thủy lợi | TINH | D | Kênh nội đồng qua tổ {t} bị sạt bờ, vụ này lúa thiếu nước tưới. | Công ty thủy lợi nạo vét trong tháng 12. | Công ty TNHH MTV Khai thác thủy lợi
Viễn thông | DN | B | Sóng điện thoại trong xóm chập chờn, gọi cứu thương cũng không được. | Đã tăng công suất phát, trạm mới lắp trong năm sau. | VNPT khu vực
Nông nghiệp | XA | C | Giá mãng cầu xuống thấp, bà con muốn được hướng dẫn chuyển đổi cây trồng. | Đã mở lớp tập huấn chuyển đổi cây trồng cho 42 hộ. | Phòng Kinh tế
Cư trú | XA | A | Nhập khẩu cho mẹ già về ở chung đã nộp hồ sơ lâu mà chưa thấy trả kết quả. | Đã cập nhật thông tin cư trú và thông báo cho gia đình. | Công an xã
Chứng thực | XA | A | Đi chứng thực bản sao phải chờ cả buổi, đề nghị bố trí thêm người ký. | Đã phân công thêm một lãnh đạo ký chứng thực mỗi ngày. | Trung tâm Phục vụ hành chính công
Quy hoạch | TINH | C | Khu đất ven kênh nằm trong quy hoạch cây xanh nhiều năm, xin cho biết có xóa quy hoạch hay không. | Quy hoạch chung đang lấy ý kiến, sẽ công bố theo quy định. | Phòng Kinh tế
Giao thông | XA | D | Cầu gỗ qua rạch ở tổ {t} mục ván, xe máy đi rất nguy hiểm, mong được làm cầu bê tông. | Đã ghi vốn làm cầu bê tông rộng 3 m trong năm sau. | Phòng Kinh tế
Điện, chiếu sáng | XA | A | Dây điện kéo tạm ở hẻm cạnh nhà văn hóa sà thấp, sợ gây tai nạn cho trẻ nhỏ. | Đã thay trụ, kéo dây cao 6 m. | Điện lực khu vực
Thoát nước | XA | B | Cống trước chợ bị nghẹt, hễ mưa là nước tràn vào nhà dân tổ {t}. | Đã khơi thông 120 m, đoạn còn lại chờ cải tạo. | Phòng Kinh tế
Người có công | TINH | D | Nhà của mẹ liệt sĩ ở tổ {t} dột nát, đề nghị hỗ trợ sửa chữa trước mùa mưa. | Đã lập hồ sơ hỗ trợ 60 triệu đồng, chờ Sở Nội vụ phê duyệt. | Phòng Văn hóa - Xã hội
Vay vốn | ND | C | Hộ mới thoát nghèo muốn vay thêm vốn nuôi bò thì làm thủ tục ở đâu. | Liên hệ tổ tiết kiệm và vay vốn của ấp để lập hồ sơ. | Ngân hàng Chính sách xã hội
Thuế | ND | C | Bỏ thuế khoán rồi, hộ bán tạp hóa nhỏ kê khai thế nào, có ai hướng dẫn không. | Thuế cơ sở tập huấn vào sáng thứ Sáu hằng tuần. | Thuế cơ sở
Hộ kinh doanh | XA | A | Đăng ký tiệm sửa xe ở nhà, nộp trực tuyến báo lỗi ba lần, đề nghị hỗ trợ. | Đã hỗ trợ nộp lại, cấp giấy chứng nhận sau ba ngày. | Phòng Kinh tế
Văn hóa, thể thao | XA | B | Thanh niên trong ấp cần một sân bóng chuyền, đất công bên nhà văn hóa đang bỏ trống. | Đã san nền, lưới và trụ do Đoàn xã vận động. | Đoàn Thanh niên xã
An toàn giao thông | TINH | D | Ngã ba vào tổ {t} khuất tầm nhìn, thường xảy ra va quẹt, mong gắn gương cầu lồi và đèn chớp. | Sở Xây dựng đã thống nhất vị trí, lắp trong tháng 12. | Phòng Kinh tế
Xây dựng | XA | C | Xây nhà cấp bốn trên đất ở nông thôn có phải xin giấy phép hay không. | Thuộc trường hợp miễn giấy phép, chỉ thông báo ngày khởi công. | Phòng Kinh tế
Vệ sinh môi trường | XA | A | Trại nuôi vịt đầu nguồn xả nước xuống rạch, nước đổi màu, cá chết. | Đã xử phạt, buộc chủ trại làm hầm lắng. | Phòng Kinh tế
Việc làm | XA | B | Lao động trên 40 tuổi bị mất việc ở nhà máy, mong xã giới thiệu việc làm gần nhà. | Đã giới thiệu 11 người vào xưởng may gia công. | Phòng Văn hóa - Xã hội
Căn cước | XA | A | Người già không đi lại được, xin công an đến nhà làm căn cước. | Công an xã đã đến nhà làm cho 09 cụ. | Công an xã
Giảm nghèo | XA | C | Gia đình tôi vừa ra khỏi hộ cận nghèo, bảo hiểm y tế có còn được hỗ trợ hay không. | Còn được hỗ trợ 36 tháng theo quy định. | Phòng Văn hóa - Xã hội
Dịch vụ công trực tuyến | XA | A | Nhiều cô bác không rành điện thoại thông minh, nộp hồ sơ trên mạng phải nhờ người quen. | Tổ công nghệ số hỗ trợ tại nhà văn hóa mỗi thứ Năm. | Trung tâm Phục vụ hành chính công
Nông thôn mới | XA | D | Tuyến hoa ven lộ tổ {t} khô chết vì không có người tưới, xin phân công đoàn thể phụ trách. | Giao Hội Phụ nữ chăm sóc, trồng lại trước Tết. | Hội Liên hiệp Phụ nữ xã
Giao thông | TINH | E | Đường tỉnh qua chợ nhiều ổ gà, xe tải chạy bụi mù, đề nghị dặm vá và tưới nước. | Sở Xây dựng chưa bố trí được vốn năm nay. | Sở Xây dựng
Điện, chiếu sáng | XA | A | Tuyến đường chính vào tổ {t} không có đèn, buổi tối tối om, công nhân tan ca rất sợ. | Đã lắp 14 bóng đèn năng lượng mặt trời. | Phòng Kinh tế
Đất đai | XA | C | Chuyển 200 m2 đất vườn sang đất ở cho con cất nhà thì tiền sử dụng đất tính ra sao. | Tính theo bảng giá đất hiện hành, đã gửi bảng tính cho gia đình. | Phòng Kinh tế
Giáo dục | XA | B | Đầu giờ học xe đưa rước đậu kín cổng trường tiểu học, đề nghị phân luồng. | Đã bố trí dân phòng trực hai buổi, đang làm bãi đậu xe. | Công an xã
Y tế | XA | A | Đề nghị phun thuốc diệt muỗi ở tổ {t} vì đã có ba ca sốt xuất huyết. | Đã phun hóa chất hai đợt, không phát sinh ca mới. | Trạm Y tế
Nước sạch | DN | E | Giá nước máy tăng mà nước còn phèn vàng, đề nghị nhà máy xử lý lại. | Nhà máy chưa có phương án nâng công suất lọc. | Công ty cấp nước
Bảo trợ xã hội | XA | A | Hồ sơ xác định mức độ khuyết tật của con gái tôi nộp từ tháng 6 chưa được họp xét. | Hội đồng đã họp xét, xác định mức nặng. | Phòng Văn hóa - Xã hội
An ninh trật tự | XA | B | Ban đêm có người lạ chạy xe vòng quanh xóm bắt trộm chó, bà con tổ {t} lo lắng. | Đã tăng tuần tra, lắp hai camera ở đầu hẻm. | Công an xã
Rác thải | XA | A | Bãi đất trống đầu tổ {t} thành chỗ đổ xà bần, đề nghị dọn và cắm bảng cấm. | Đã dọn sạch, cắm bảng cấm đổ rác. | Phòng Kinh tế
Thủy lợi | XA | A | Nắp cống điều tiết nước bị gãy, bà con tự chèn bao cát ba vụ nay. | Đã thay nắp cống bằng thép. | Phòng Kinh tế
Hộ tịch | XA | A | Cháu ngoại tôi sinh ở nước ngoài chưa làm được giấy khai sinh, xin giúp đỡ. | Đã đăng ký khai sinh, trao bản chính cho gia đình. | Trung tâm Phục vụ hành chính công
Bộ phận Một cửa | XA | A | Ghế ngồi chờ ít, trời nóng không có quạt, người cao tuổi phải đứng. | Đã trang bị thêm 20 ghế và 04 quạt. | Văn phòng HĐND và UBND
Giao thông | XA | A | Hai bên lộ liên ấp cỏ mọc che khuất biển báo ở tổ {t}, đề nghị phát quang. | Đã phát quang 2,4 km. | Phòng Kinh tế
Nông nghiệp | XA | B | Chó thả rông nhiều, tiêm phòng dại chưa hết, bà con đề nghị tổ chức tiêm bổ sung. | Đã tiêm 380 con, đợt hai vào tháng 12. | Phòng Kinh tế
Quy hoạch | TINH | E | Dự án khu dân cư đo đạc xong năm năm không triển khai, dân không sửa nhà được. | Chủ đầu tư chưa nộp phương án, tỉnh đang xem lại. | Sở Xây dựng
Văn hóa, thể thao | XA | A | Loa truyền thanh của ấp rè, nghe không rõ thông báo. | Đã thay 06 cụm loa. | Phòng Văn hóa - Xã hội
"""  # noqa: E501 — one petition, one line

GROUPS = 9
HOLIDAYS = {date(2026, 11, 24), date(2026, 9, 2), date(2026, 9, 1), date(2025, 9, 1)}
LEADERS = ("Trần Minh Thái", "Lê Ngọc Quyên", "Phạm Hoài Ân")
ASSIGNEES = ("Nguyễn Hải Yến", "Võ Tuấn Khanh", "Đỗ Thị Minh Châu", "Lâm Quốc Cường")
SUPPORT = ("Công an xã", "Ban Công tác Mặt trận ấp", "Đoàn Thanh niên xã", "Phòng Kinh tế")
OUTCOMES = {
    "A": "Đã giải quyết xong",
    "B": "Giải quyết một phần",
    "C": "Giải trình, cung cấp thông tin",
    "D": "Có lộ trình giải quyết",
    "E": "Chưa giải quyết",
}
ASKING = ("xin hỏi", "xin cho biết", "giấy tờ gì", "ở đâu", "hay không", "ra sao", "thế nào")
AUTHORITIES = {
    "XA": "Cấp xã",
    "TINH": "Cấp tỉnh",
    "ND": "Ngành dọc",
    "DN": "Doanh nghiệp",
}
HAMLETS = ("Bình Hòa", "Bình Linh", "Tân Thuận", "Láng Dài", "Gò Nổi", "Trà Cao")


@dataclass(frozen=True)
class Person:
    """Somebody in a list. `called` is how others address them."""

    name: str
    called: str
    gender: str
    born: date
    phone: str
    identity: str


@dataclass(frozen=True)
class Petition:
    """What somebody asked for, and what became of it."""

    topic: str
    authority: str
    outcome: str
    content: str
    answer: str
    unit: str


def _people() -> tuple[Person, ...]:
    """Men and women in turn, the same on every run."""
    names = [[" ".join(name.split()) for name in text.split(",")] for text in (MEN, WOMEN)]
    pairs = zip(*names, strict=False)
    return tuple(
        _person(number, name, female=place == 1)
        for number, (place, name) in enumerate(
            (p, n) for pair in pairs for p, n in enumerate(pair)
        )
    )


def _person(number: int, name: str, *, female: bool) -> Person:
    born = date(1947 + (number * 17) % 56, 1 + (number * 5) % 12, 1 + (number * 11) % 28)
    sex = int(female) + (2 if born.year >= 2000 else 0)
    prefix = ("0905", "0386", "0778", "0357", "0822", "0969")[number % 6]
    province = ("72", "80")[number % 2]
    return Person(
        name,
        ("Bà " if female else "Ông ") + name,
        "Nữ" if female else "Nam",
        born,
        f"{prefix}{(number * 7919 + 104729) % 1000000:06}",
        f"0{province}{sex}{born.year % 100:02}{(number * 6007 + 1013) % 1000000:06}",
    )


def _petitions() -> tuple[Petition, ...]:
    cells = [line.split(" | ") for line in PETITIONS.strip().splitlines()]
    return tuple(Petition(*(cell.strip() for cell in line)) for line in cells)


PEOPLE = _people()
POOL = _petitions()

Row = dict[str, str]


def people(
    start: int, count: int, hamlets: Sequence[str] = HAMLETS, *, first: int = 1
) -> list[Row]:
    """People as the words of a row; `first` is the number of the first one."""
    return [_person_row(n, start + n - first, hamlets) for n in range(first, first + count)]


def _person_row(number: int, place: int, hamlets: Sequence[str]) -> Row:
    one = PEOPLE[place % len(PEOPLE)]
    family, _, given = one.name.rpartition(" ")
    return {
        "n": str(number),
        "name": one.name,
        "capitals": one.name.upper(),
        "called": one.called,
        "family": family,
        "given": given,
        "gender": one.gender,
        "male": str(one.born.year) if one.gender == "Nam" else "",
        "female": str(one.born.year) if one.gender == "Nữ" else "",
        "year": str(one.born.year),
        "born": f"{one.born:%d/%m/%Y}",
        "born_dashes": f"{one.born:%d-%m-%Y}",
        "born_iso": one.born.isoformat(),
        "phone": one.phone,
        "spaced": f"{one.phone[:4]} {one.phone[4:7]} {one.phone[7:]}",
        "dotted": f"{one.phone[:4]}.{one.phone[4:7]}.{one.phone[7:]}",
        "lost": f"#{int(one.phone)}",
        "identity": one.identity,
        "lost_identity": f"#{int(one.identity)}",
        "hamlet": hamlets[place % len(hamlets)],
        "group": str(1 + place * 5 % GROUPS),
    }


def petitions(
    start: int,
    count: int,
    hamlets: Sequence[str] = HAMLETS,
    *,
    first: int = 1,
    since: date = date(2026, 10, 1),
) -> list[Row]:
    """Petitions with petitioner and answer as the words of a row, received from a day on."""
    rows = zip(people(start * 3, count, hamlets, first=first), range(count), strict=True)
    return [row | _petition_row(row, start + n, n, since) for row, n in rows]


def _petition_row(person: Row, place: int, number: int, since: date) -> Row:
    one = POOL[place % len(POOL)]
    others = [unit for unit in SUPPORT if unit != one.unit]
    support = [others[(place + more) % len(others)] for more in (0, 1)]
    days = _days(place, number, since)
    return days | {
        "finished": days["answered"] if one.outcome == "A" else "",
        "topic": one.topic,
        "authority": AUTHORITIES[one.authority],
        "authority_code": one.authority,
        "outcome": OUTCOMES[one.outcome],
        "outcome_code": one.outcome,
        "content": one.content.format(t=person["group"]),
        "answer": one.answer,
        "unit": one.unit,
        "support": support[0],
        "support2": "; ".join(support),
        "leader": LEADERS[place % len(LEADERS)],
        "assignee": ASSIGNEES[place % len(ASSIGNEES)],
        "kind": _kind(one.content),
        "state": "Hoàn thành" if one.outcome == "A" else "Đang thực hiện",
        "share": "100" if one.outcome == "A" else "60",
        "status": "Đang giải quyết" if one.outcome in "DE" else "Đã trả lời",
        "doc": f"{140 + place}/UBND-{('KT', 'VX', 'VP')[place % 3]}",
    }


def _days(place: int, number: int, since: date) -> Row:
    """When a petition was received, answered, and had to be answered: working days all."""
    received = working_day(since + timedelta(days=number))
    answered = working_day(received + timedelta(days=12 + place % 9))
    due = working_day(received + timedelta(days=28 + place % 12))
    return {
        "received": f"{received:%d/%m/%Y}",
        "received_day": str(received.day),
        "received_month": str(received.month),
        "received_year": str(received.year),
        "due": f"{due:%d/%m/%Y}",
        "due_serial": str((due - date(1899, 12, 30)).days),
        "answered": f"{answered:%d/%m/%Y}",
    }


def _kind(content: str) -> str:
    if any(words in content for words in ASKING):
        return "Hỏi"
    wishes = any(words in content for words in ("đề nghị", "Đề nghị", "mong", "xin"))
    return "Kiến nghị" if wishes else "Phản ánh"


def working_day(day: date) -> date:
    """The day itself, or the next one that is neither at a weekend nor a holiday."""
    while day.weekday() > 4 or day in HOLIDAYS:
        day += timedelta(days=1)
    return day


def drawn(template: str, rows: Sequence[Row]) -> str:
    """The rows as lines of a table.

    >>> drawn("{n} | {name}", [{"n": "1", "name": "Trần Văn An"}])
    '1 | Trần Văn An'
    """
    return "\n".join(template.format_map(row) for row in rows)


def changed(rows: Sequence[Row], **columns: Sequence[str]) -> list[Row]:
    """The rows with further words, one for each row; the words begin anew where they end."""
    return [
        row | {key: words[number % len(words)] for key, words in columns.items()}
        for number, row in enumerate(rows)
    ]


def numbered(rows: Sequence[Row], first: int = 1) -> list[Row]:
    """The rows numbered anew, for instance within a section."""
    return [row | {"n": str(number)} for number, row in enumerate(rows, start=first)]
