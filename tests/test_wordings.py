"""Headers that are in no list: what a column is follows from its words, cells and neighbours."""

import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from toolkit import codelists, layouts
from toolkit.detect import detect
from toolkit.model import MappedColumn, Raw, Sheet, Workbook

CODES = {key: codelists.load(key, date(2026, 10, 20)) for key in codelists.KEYS}
TABLES = tomllib.loads(Path(__file__).with_name("wordings.toml").read_text("utf-8"))["table"]

CELLS: dict[str, tuple[Raw, ...]] = {
    "number": (1, 2, 3, 4),
    "person": ("Nguyễn Văn An", "Trần Thị Bình", "Lê Hoàng Cường", "Phạm Thị Dung"),
    "titled_person": (
        "Ông Nguyễn Văn An",
        "Bà Trần Thị Bình",
        "Ông Lê Hoàng Cường",
        "Bà Võ Thị Tư",
    ),
    "person_address": (
        "Lê Văn An - ấp Tân Hòa",
        "Võ Thị Tư - ấp 3",
        "Lê Thị Ba - ấp 3",
        "Hồ An - ấp 4",
    ),
    "leader": ("Lê Ngọc Quyên", "Phạm Hoài Ân", "Trần Minh Thái", "Lê Ngọc Quyên"),
    "hamlet": ("Ấp Tân Hòa", "Ấp 3", "Ấp Xóm Mới", "Ấp Tân Hòa"),
    "address": ("Tổ 1, ấp Tân Hòa", "Tổ 2, ấp 3", "Tổ 3, ấp Tân Hòa", "Tổ 4, ấp 3"),
    "commune": ("Xã Tân Phong", "Xã Thạnh Bình", "Xã Tân Phong", "Xã Thạnh Bình"),
    "phone": ("0912345678", "0357508598", "0822516517", "0905532355"),
    "email": ("an@gmail.com", "binh@gmail.com", "cuong@gmail.com", "dung@gmail.com"),
    "id": ("072085001000", "072185001037", "072085001074", "072185001111"),
    "year": (1960, 1965, 1970, 1975),
    "gender": ("Nam", "Nữ", "Nam", "Nữ"),
    "true_false": (True, False, True, False),
    "position": ("Trưởng ấp", "Bí thư chi bộ", "Công chức", "Trưởng ấp"),
    "office": ("UBND xã", "Hội Nông dân xã", "Hội Phụ nữ", "UBND xã"),
    "unit": ("Phòng Kinh tế", "Công an xã", "Văn phòng HĐND và UBND", "Phòng Kinh tế"),
    "delegation": ("Công dân", "MTTQ, đoàn thể", "Công dân", "MTTQ, đoàn thể"),
    "attendance": ("Có mặt", "Vắng", "Có mặt", "Vắng"),
    "petition": (
        "Đường vào tổ 5 ngập nước khi mưa lớn",
        "Đề nghị lắp đèn chiếu sáng tuyến đường liên ấp",
        "Cầu ván qua kênh đã mục, xe qua nguy hiểm",
        "Hồ sơ tách thửa nộp đã lâu mà chưa có kết quả",
    ),
    "answer": (
        "Đã sửa xong trong tháng 10, bà con đi lại thuận lợi",
        "UBND xã tiếp thu, đã giao Phòng Kinh tế khảo sát",
        "Sẽ bố trí vốn trong kế hoạch đầu tư công năm 2027",
        "Đã kiểm tra, hướng dẫn người dân bổ sung hồ sơ",
    ),
    "topic": ("Giao thông", "Đất đai", "Hộ tịch", "Giao thông"),
    "kind": ("Kiến nghị", "Phản ánh", "Hỏi", "Kiến nghị"),
    "authority": ("Cấp xã", "Cấp tỉnh", "Cấp xã", "Cấp tỉnh"),
    "channel": ("Tại hội nghị", "Phiếu", "Zalo", "Tại hội nghị"),
    "code": ("KN-2026-001", "KN-2026-002", "KN-2026-003", "KN-2026-004"),
    "document": ("20/TB-UBND", "21/TB-UBND", "22/TB-UBND", "23/TB-UBND"),
    "status": ("Đang giải quyết", "Đã trả lời", "Đang giải quyết", "Đã trả lời"),
    "outcome": ("Đã giải quyết xong", "Chưa giải quyết", "Đã giải quyết xong", "Chưa giải quyết"),
    "criterion": (
        "Thái độ phục vụ của công chức",
        "Thời gian giải quyết hồ sơ",
        "Cơ sở vật chất nơi tiếp dân",
        "Chất lượng trả lời của lãnh đạo",
    ),
    "date": tuple(datetime(2026, 10, day) for day in (1, 2, 3, 4)),
    "typed_date": ("01/10/2026", "02/10/2026", "03/10/2026", "04/10/2026"),
    "day": (1, 2, 3, 4),
    "month": (10, 10, 10, 10),
    "years": (2026, 2026, 2026, 2026),
    "clock": ("7h30", "8h00", "8h15", "9h00"),
    "weekday": ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm"),
    "programme": ("Đón tiếp đại biểu", "Tuyên bố lý do", "Khai mạc hội nghị", "Bế mạc"),
    "tick": ("x", "x", "x", "x"),
    "tick_1": ("x", None, None, "x"),
    "tick_2": (None, "x", None, None),
    "tick_3": (None, None, "x", None),
    "amount": (10, 25, 3, 17),
    "percent": ("30,5%", "31,5%", "32,5%", "33,5%"),
    "money": (500000, 1200000, 350000, 90000),
    "goods": ("Nước uống đại biểu", "Băng rôn", "In tài liệu", "Thuê âm thanh"),
    "word": ("Tập huấn", "Giao ban", "Kiểm tra", "Tập huấn"),
    "empty": (None, None, None, None),
}


def told(mapped: MappedColumn) -> str:
    """The field, with what else a cell, a tick or the header tells."""
    column = mapped.column
    value = f":{column.value}" if column.value else ""
    implied = "".join(f"~{said}" for said in column.implies.values())
    return "+".join([column.field, *column.also]) + value + implied


def named(number: int, table: dict[str, Any]) -> Any:
    return pytest.param(table, id=f"{number} {table['kind']} {table['title']}")


@pytest.mark.parametrize("table", [named(*pair) for pair in enumerate(TABLES, start=1)])
def test_a_header_is_understood_however_it_is_worded(table: dict[str, Any]) -> None:
    headers = tuple(header for header, _, _ in table["columns"])
    rows = zip(*(CELLS[cells] for _, _, cells in table["columns"]), strict=True)
    sheet = Sheet("Sheet1", ((table["title"] or None,), (), headers, *rows))

    found, _ = detect(Workbook("a.xlsx", (sheet,)), layouts.load(), CODES)

    assert [t.layout.key for t in found] == [table["kind"]] * (table["kind"] != "none")
    read = {m.number: told(m) for t in found for m in t.columns}
    expected = {
        number: "" if field == "-" else field
        for number, (_, field, _) in enumerate(table["columns"], start=1)
        if field != "?"
    }
    assert {number: read.get(number, "") for number in expected} == expected
