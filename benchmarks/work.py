"""The work: workbooks of three sheets each, with letterhead, real dates and wrapped text."""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

ATTENDEES, PETITIONS, ANSWERS = 150, 120, 100
"""Rows of the three sheets of one workbook."""

_FAMILIES = ("Nguyễn Văn", "Trần Thị", "Lê Hoàng", "Phạm Minh", "Huỳnh Thị", "Võ Văn", "Đặng Thị")
_GIVEN = ("An", "Bình", "Cường", "Dung", "Giang", "Hạnh", "Khánh", "Lan", "Minh", "Phúc", "Tâm")
_THINGS = ("đường liên ấp", "cầu kênh", "đèn chiếu sáng", "cống thoát nước", "nhà văn hóa ấp")
_TOPICS = ("Giao thông", "Đất đai", "Hộ tịch", "Điện, chiếu sáng", "Rác thải, vệ sinh môi trường")
_UNITS = ("Phòng Kinh tế", "Văn phòng HĐND và UBND", "Phòng Văn hóa - Xã hội", "Công an xã")

_ATTENDEE = (
    "STT", "Họ và tên", "Giới tính", "Năm sinh", "Chức vụ", "Đơn vị", "Ấp", "Số điện thoại",
    "Có mặt", "Ghi chú",
)  # fmt: skip
_PETITION = (
    "STT", "Mã kiến nghị", "Họ và tên", "Ấp", "Số điện thoại", "Nội dung kiến nghị", "Lĩnh vực",
    "Loại ý kiến", "Ngày tiếp nhận", "Thẩm quyền", "Đơn vị chủ trì", "Đơn vị phối hợp",
    "Thời hạn hoàn thành", "Ghi chú",
)  # fmt: skip
_ANSWER = (
    "STT", "Mã kiến nghị", "Nội dung trả lời", "Người trả lời", "Ngày trả lời",
    "Số, ký hiệu văn bản", "Ngày văn bản", "Tình trạng xử lý", "Kết quả giải quyết", "Ghi chú",
)  # fmt: skip


def make(folder: Path, workbooks: int, units: Sequence[str] = ("xã Thạnh Bình",)) -> None:
    """Write so many workbooks, of the units in turn; the same ones every time."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, workbooks + 1):
        unit = units[(number - 1) % len(units)]
        _workbook(folder / f"Don vi {number:03}.xlsx", number, unit)


def _workbook(path: Path, number: int, unit: str) -> None:
    chance = random.Random(number)  # noqa: S311 — repeatable work, no secrets
    with xlsxwriter.Workbook(path) as book:
        wrapped = book.add_format({"text_wrap": True, "border": 1})
        day = book.add_format({"num_format": "dd/mm/yyyy", "border": 1})
        for name, header, rows in (
            ("Đại biểu", _ATTENDEE, [_attendee(n, chance) for n in range(1, ATTENDEES + 1)]),
            (
                "Kiến nghị",
                _PETITION,
                [_petition(number, n, chance) for n in range(1, PETITIONS + 1)],
            ),
            ("Trả lời", _ANSWER, [_answer(number, n, chance) for n in range(1, ANSWERS + 1)]),
        ):
            sheet = book.add_worksheet(name)
            sheet.write_string(0, 0, f"ỦY BAN NHÂN DÂN {unit.upper()}")
            sheet.write_string(1, 0, f"BIỂU TỔNG HỢP {name.upper()} NĂM 2026")
            sheet.write_row(3, 0, header, wrapped)
            for row, cells in enumerate(rows, start=4):
                for column, cell in enumerate(cells):
                    style = day if isinstance(cell, date) else wrapped
                    sheet.write(row, column, cell, style)


def _person(chance: random.Random) -> str:
    return f"{chance.choice(_FAMILIES)} {chance.choice(_GIVEN)} {chance.choice(_GIVEN)}"


def _phone(chance: random.Random) -> str:
    return f"09{chance.randrange(10**8):08}"


def _hamlet(chance: random.Random) -> str:
    return f"Ấp {chance.randrange(1, 9)}"


def _attendee(n: int, chance: random.Random) -> tuple[object, ...]:
    return (
        n, _person(chance), chance.choice(("Nam", "Nữ")), chance.randrange(1950, 2004), "Hộ dân",
        "", _hamlet(chance), _phone(chance), "x", "",
    )  # fmt: skip


def _petition(number: int, n: int, chance: random.Random) -> tuple[object, ...]:
    thing, place, house = chance.choice(_THINGS), _hamlet(chance), chance.randrange(1, 900)
    received = date(2026, 10, 1) + timedelta(days=chance.randrange(20))
    return (
        n, f"{number:05}-2026-{n:03}", _person(chance), place, _phone(chance),
        f"Đề nghị sớm sửa chữa {thing} đoạn gần nhà số {house} {place} vì đi lại khó khăn",
        chance.choice(_TOPICS), "Kiến nghị", received, "Cấp xã", chance.choice(_UNITS), "",
        received + timedelta(days=30), "",
    )  # fmt: skip


def _answer(number: int, n: int, chance: random.Random) -> tuple[object, ...]:
    answered = date(2026, 10, 25) + timedelta(days=chance.randrange(10))
    return (
        n, f"{number:05}-2026-{n:03}", f"Đã khảo sát và sửa xong hạng mục số {n} trong tháng 10",
        _person(chance), answered, f"{n}/TB-UBND", answered, "Đã trả lời",
        "Đã giải quyết xong", "",
    )  # fmt: skip
