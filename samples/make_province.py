"""Builds the sample of a province anew: `python samples/make_province.py`.

Twelve communes report for 2026, and three communes of 2023 lie beside them: in time, late, twice,
an old file after a new one, nothing to report, damaged, and not at all. One commune sends the
finished workbook of the toolkit; all others their lists as they keep them. All people are
invented. Nothing of the toolkit is used for the lists.
"""

import random
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import xlsxwriter

HERE = Path(__file__).parent / "provinces" / "tay-ninh"

FAMILIES = ("Nguyễn Văn", "Trần Thị", "Lê Hoàng", "Phạm Minh", "Huỳnh Thị", "Võ Văn", "Đặng Thị")
GIVEN = ("Ân", "Bình", "Cường", "Dung", "Giang", "Hạnh", "Khánh", "Lan", "Minh", "Phúc", "Tâm")
PETITIONS = (
    ("Đề nghị sửa đoạn đường tổ {n} bị xuống cấp, mùa mưa đi lại khó khăn", "Giao thông"),
    ("Đề nghị lắp thêm đèn chiếu sáng trên tuyến đường tổ {n}", "Điện, chiếu sáng"),
    ("Hồ sơ cấp giấy chứng nhận quyền sử dụng đất nộp từ tháng {m} chưa có kết quả", "Đất đai"),
    ("Rác thải ở chợ tổ {n} chưa được thu gom thường xuyên", "Rác thải, vệ sinh môi trường"),
    ("Đề nghị nạo vét kênh tưới ở tổ {n} cho vụ tới", "Nước sạch, thoát nước, thủy lợi"),
    ("Đề nghị xem xét hỗ trợ hộ cận nghèo tổ {n} vay vốn", "Giảm nghèo, việc làm, vay vốn"),
    ("Xe tải chạy ban đêm qua tổ {n} gây ồn và mất an toàn", "An ninh trật tự"),
    ("Đề nghị hướng dẫn lại thủ tục đăng ký khai sinh cho trẻ sinh ở nơi khác", "Hộ tịch"),
)  # fmt: skip
ANSWERS = (
    ("Đã kiểm tra thực tế và sửa xong trong tháng {m}", "Đã trả lời", "Đã giải quyết xong"),
    ("Đã giải thích quy định, hướng dẫn hồ sơ", "Đã trả lời", "Giải trình, cung cấp thông tin"),
    ("Đưa vào kế hoạch năm sau, khởi công quý II", "Đang giải quyết", "Có lộ trình giải quyết"),
    ("", "Đang giải quyết", ""),
    ("", "Mới tiếp nhận", ""),
)  # fmt: skip
UNITS = ("Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Công an xã", "Văn phòng HĐND và UBND")


@dataclass(frozen=True)
class Commune:
    """A commune and how many rows it sends; `seed` makes its people and petitions."""

    name: str
    hamlets: Sequence[str]
    year: int = 2026
    petitions: int = 8
    people: int = 20
    seed: int = 1
    surveyed: bool = True
    parent: str = "TỈNH TÂY NINH"

    @property
    def held_on(self) -> date:
        return date(self.year, 10 if self.year == 2026 else 4, 20)


Rows = list[tuple[object, ...]]


def petitions(commune: Commune) -> Rows:
    """The petitions of a commune, as its clerk lists them."""
    chance = random.Random(commune.seed)  # noqa: S311 — invented people, no secrets
    rows: Rows = []
    for number in range(1, commune.petitions + 1):
        said, topic = chance.choice(PETITIONS)
        answer, status, outcome = chance.choice(ANSWERS)
        received = commune.held_on - timedelta(days=chance.randrange(5))
        rows.append((
            number,
            _person(chance),
            chance.choice(commune.hamlets),
            said.format(n=chance.randrange(1, 9), m=chance.randrange(2, 9)),
            topic,
            received,
            chance.choice(("Cấp xã", "Cấp xã", "Cấp xã", "Cấp tỉnh")),
            chance.choice(UNITS),
            received + timedelta(days=chance.choice((10, 15, 20, 45))),
            answer.format(m=11),
            status,
            outcome,
        ))  # fmt: skip
    return rows


def people(commune: Commune) -> Rows:
    """Who was invited."""
    chance = random.Random(commune.seed + 500)  # noqa: S311 — invented people, no secrets
    return [
        (
            number,
            _person(chance),
            chance.choice(("Nam", "Nữ")),
            chance.choice(commune.hamlets),
            chance.choice(("Công dân", "Trưởng ấp", "MTTQ, đoàn thể", "Công chức")),
            f"09{chance.randrange(10**8):08}",
            chance.choice(("Có mặt", "Có mặt", "Có mặt", "Vắng có lý do")),
        )
        for number in range(1, commune.people + 1)
    ]


def survey(commune: Commune) -> Rows:
    """What people thought of three things."""
    chance = random.Random(commune.seed + 900)  # noqa: S311 — invented figures
    rows: Rows = []
    for number, question in enumerate(
        ("Thái độ của công chức", "Thời gian giải quyết hồ sơ", "Nội dung trả lời kiến nghị"), 1
    ):
        votes = [
            chance.randrange(low, high) for low, high in ((5, 12), (6, 14), (1, 5), (0, 3), (0, 2))
        ]
        rows.append((number, question, *votes, sum(votes)))
    return rows


PETITION_HEADER = (
    "STT", "Họ và tên", "Ấp", "Nội dung kiến nghị", "Lĩnh vực", "Ngày tiếp nhận", "Thẩm quyền",
    "Đơn vị chủ trì", "Thời hạn hoàn thành", "Nội dung trả lời", "Tình trạng xử lý", "Kết quả",
)  # fmt: skip
PEOPLE_HEADER = (
    "STT", "Họ và tên", "Giới tính", "Ấp", "Thành phần", "Số điện thoại", "Điểm danh",
)  # fmt: skip
SURVEY_HEADER = (
    "STT", "Nội dung đánh giá", "Rất hài lòng", "Hài lòng", "Bình thường", "Không hài lòng",
    "Rất không hài lòng", "Tổng số phiếu",
)  # fmt: skip


def write(
    path: Path,
    commune: Commune,
    saved: datetime,
    *,
    rows: Rows | None = None,
    only: Sequence[str] = ("Kiến nghị", "Đại biểu", "Khảo sát"),
) -> None:
    """One workbook of a commune; `rows` are its petitions if they are not the usual ones."""
    path.parent.mkdir(parents=True, exist_ok=True)
    book = xlsxwriter.Workbook(path)
    book.set_properties({"author": "UBND xã", "created": saved})
    sheets = {
        "Kiến nghị": (PETITION_HEADER, petitions(commune) if rows is None else rows),
        "Đại biểu": (PEOPLE_HEADER, people(commune)),
        "Khảo sát": (SURVEY_HEADER, survey(commune) if commune.surveyed else []),
    }
    styles = {
        "text": book.add_format({"border": 1, "text_wrap": True, "valign": "top"}),
        "day": book.add_format({"border": 1, "num_format": "dd/mm/yyyy", "valign": "top"}),
        "bold": book.add_format({"bold": True}),
    }
    for name in only:
        header, body = sheets[name]
        if body:
            _sheet(book, name, commune, header, body, styles)
    book.close()


def nil(path: Path, commune: Commune, saved: datetime) -> None:
    """A commune that has nothing to report, and says so in its list."""
    row = (1, "", "", "Không có kiến nghị") + ("",) * (len(PETITION_HEADER) - 4)
    write(path, commune, saved, rows=[row], only=("Kiến nghị", "Đại biểu"))


def _sheet(  # type: ignore[no-untyped-def]  # formats of XlsxWriter
    book: xlsxwriter.Workbook, name: str, commune: Commune, header, body: Rows, styles
) -> None:
    sheet = book.add_worksheet(name)
    sheet.write(0, 0, f"ỦY BAN NHÂN DÂN {commune.name.upper()}", styles["bold"])
    sheet.write(1, 0, commune.parent, styles["bold"])
    title = f"BẢNG {name.upper()} TẠI HỘI NGHỊ ĐỐI THOẠI NGÀY {commune.held_on:%d/%m/%Y}"
    sheet.write(3, 0, title, styles["bold"])
    sheet.write_row(5, 0, header, styles["text"])
    for number, row in enumerate(body, start=6):
        for column, cell in enumerate(row):
            style = styles["day"] if isinstance(cell, date) else styles["text"]
            if isinstance(cell, date):
                sheet.write_datetime(
                    number, column, datetime.combine(cell, datetime.min.time()), style
                )
            else:
                sheet.write(number, column, cell, style)
    sheet.set_column(1, len(header) - 1, 18)
    sheet.set_column(3, 3, 44)


def _person(chance: random.Random) -> str:
    return f"{chance.choice(FAMILIES)} {chance.choice(GIVEN)}"


def main() -> None:
    """Write the folder anew; README.md and expected.txt stay."""
    inbox = HERE / "nhan-vao"
    shutil.rmtree(inbox, ignore_errors=True)
    first, second = datetime(2026, 11, 9, 9), datetime(2026, 11, 13, 15)
    thanh_binh = Commune("Xã Thạnh Bình", ("Thạnh Lộc", "Thạnh Phú", "Xóm Tháp"), seed=11)
    write(inbox / "Thu dien tu 10-11-2026/Xa Thanh Binh/Bao cao doi thoai.xlsx", thanh_binh, first)
    again = petitions(thanh_binh)
    again[2] = (*again[2][:4], "Đất đai", *again[2][5:])
    more = petitions(Commune("", thanh_binh.hamlets, seed=99, petitions=11))[8:]
    write(
        inbox / "Thu dien tu 14-11-2026/Xa Thanh Binh/Bao cao doi thoai_gui lai.xlsx",
        thanh_binh,
        second,
        rows=[*again, *((9 + n, *row[1:]) for n, row in enumerate(more))],
    )
    for name, hamlets, seed, day, rows in (
        ("Xã Tân Phú", ("Tân Tiến", "Tân Hòa"), 12, "10-11-2026", 6),
        ("Xã Tân Biên", ("Khu phố 1", "Khu phố 2", "Thạnh Trung"), 13, "12-11-2026", 10),
        ("Xã Tân Lập", ("Tân Khai", "Tân Đông 1"), 14, "12-11-2026", 5),
        ("Xã Tân Châu", ("Khu phố 3", "Thạnh Hiệp"), 15, "13-11-2026", 9),
        ("Xã Tân Đông", ("Đông Hiệp", "Đông Biên"), 16, "18-11-2026", 7),
        ("Phường Tân Ninh", ("Khu phố 4", "Khu phố 5"), 17, "19-11-2026", 12),
    ):
        folder = inbox / f"Thu dien tu {day}" / name
        write(
            folder / "Hoi nghi doi thoai 2026.xlsx",
            Commune(name, hamlets, seed=seed, petitions=rows),
            first,
        )
    newer = Commune("Xã Tân Hội", ("Hội Thạnh", "Hội Thắng"), seed=18, petitions=6)
    write(inbox / "Thu dien tu 12-11-2026/tan hoi.xlsx", newer, second)
    older = Commune("Xã Tân Hội", newer.hamlets, seed=18, petitions=4)
    write(inbox / "USB 20-11-2026/tan hoi.xlsx", older, first)
    nil(
        inbox / "Thu dien tu 13-11-2026/Xa Tra Vong/Bao cao.xlsx",
        Commune("Xã Trà Vong", ("Suối Ông Hùng", "Ấp 1"), seed=19, people=12),
        first,
    )
    broken = inbox / "Thu dien tu 14-11-2026/Phuong Binh Minh/Bao cao.xlsx"
    broken.parent.mkdir(parents=True, exist_ok=True)
    broken.write_bytes(b"PK\x03\x04 chua tai xong")
    misspelled = Commune("Xã Thạnh Bìng", ("Ấp 2",), seed=20, petitions=3)
    write(inbox / "Thu dien tu 13-11-2026/bao cao xa.xlsx", misspelled, first)
    for name, seed, rows in (
        ("Xã Tân Phong", 31, 7),
        ("Xã Thạnh Bình", 32, 5),
        ("Xã Thạnh Tây", 33, 4),
    ):
        commune = Commune(
            name, ("Sân Bay", "Trại Bí"), 2023, rows, 15, seed, parent="HUYỆN TÂN BIÊN"
        )
        path = inbox / "Luu tru 2023" / name / "Doi thoai 2023 ngay 25-04-2023.xlsx"
        write(path, commune, datetime(2023, 4, 24, 10))
    control(HERE / "Bang_dieu_khien.xlsx")


EXPECTED = (
    ("25498", "Xã Thạnh Bình"), ("25549", "Xã Tân Phú"), ("25486", "Xã Tân Biên"),
    ("25489", "Xã Tân Lập"), ("25516", "Xã Tân Châu"), ("25522", "Xã Tân Đông"),
    ("25459", "Phường Tân Ninh"), ("25525", "Xã Tân Hội"), ("25510", "Xã Trà Vong"),
    ("25480", "Phường Bình Minh"), ("25531", "Xã Tân Hòa"), ("25534", "Xã Tân Thành"),
)  # fmt: skip


def control(path: Path) -> None:
    """The control workbook of the province: who is to report until when, and one split commune."""
    book = xlsxwriter.Workbook(path)
    book.set_properties({"author": "UBND tỉnh", "created": datetime(2026, 11, 2, 8)})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet("Cấu hình")
    sheet.write_row(0, 0, ("Mục", "Giá trị"))
    sheet.write_row(1, 0, ("Tên đơn vị", "tỉnh Tây Ninh"))
    sheet = book.add_worksheet("Đơn vị")
    sheet.write_row(0, 0, ("Mã", "Tên", "Cấp", "Mã cấp trên", "Từ ngày", "Đến ngày"))
    for row, (code, name) in enumerate(EXPECTED, start=1):
        sheet.write_row(row, 0, (code, name, "xã", "80"))
        sheet.write_datetime(row, 4, datetime(2025, 7, 1), day)
    sheet = book.add_worksheet("Chuyển đổi đơn vị")
    sheet.write_row(0, 0, ("Mã cũ", "Mã mới", "Ấp"))
    sheet.write_row(1, 0, ("25507", "25549", "Sân Bay"))
    sheet.write_row(2, 0, ("25507", "25498", "Trại Bí"))
    sheet = book.add_worksheet("Hạn nộp")
    sheet.write_row(0, 0, ("Kỳ", "Hạn nộp"))
    sheet.write(1, 0, 2026)
    sheet.write_datetime(1, 1, datetime(2026, 11, 15), day)
    book.close()


if __name__ == "__main__":
    sys.exit(main())
