"""Cells that say more, or less, than their kind: what is taken, and that it is no mistake."""

import pytest

from tests.test_detect import CODES, tables
from toolkit.model import Finding, Record
from toolkit.normalize import normalize
from toolkit.values.dates import parse_date
from toolkit.values.reading import UnreadableError


def run(text: str) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    (table,) = tables(text)
    return normalize(table, CODES)


def test_a_cell_of_two_numbers_tells_phone_and_identity() -> None:
    (record,), found = run(
        """
        STT | Họ và tên     | Chức vụ   | SĐT - CCCD
        1   | Nguyễn Văn An | Trưởng ấp | 0905104729 - 072085001000
        """
    )
    assert (record["phone"], record["national_id"]) == ("0905104729", "072085001000")
    assert found == ()


def test_behind_an_identity_number_may_stand_when_the_card_was_issued() -> None:
    (record,), found = run(
        """
        STT | Họ và tên     | Chức vụ   | Số CCCD, ngày cấp
        1   | Nguyễn Văn An | Trưởng ấp | 072085001000, cấp ngày 12/03/2021
        """
    )
    assert (record["national_id"], found) == ("072085001000", ())


@pytest.mark.parametrize(
    ("header", "marks", "field", "values"),
    [
        ("Điểm danh (C: có mặt, V: vắng)", "CV", "attendance", ["present", "absent"]),
        ("Giới tính (1=Nam; 2=Nữ)", "12", "gender", ["male", "female"]),
        ("Giới tính (1: nữ, 0: nam)", "10", "gender", ["female", "male"]),
    ],
)
def test_a_header_may_explain_the_marks_below_it(
    header: str, marks: str, field: str, values: list[str]
) -> None:
    records, found = run(
        f"""
        STT | Họ và tên     | Chức vụ   | {header}
        1   | Nguyễn Văn An | Trưởng ấp | {marks[0]}
        2   | Trần Thị Bình | Công chức | {marks[1]}
        """
    )
    assert [record[field] for record in records] == values
    assert found == ()


@pytest.mark.parametrize(
    "text",
    ["Thường xuyên", "Khi có vốn", "30 ngày làm việc", "Ngay tại hội nghị", "cuối năm 2026"],
)
def test_a_time_in_words_is_no_mistake(text: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        parse_date(text)
    assert caught.value.notice.code == "DAT-44"


@pytest.mark.parametrize(
    ("text", "day"),
    [("Đã trả lời 05/11/2026", "2026-11-05"), ("sáng 05/11/2026 tại xã", "2026-11-05")],
)
def test_the_one_day_among_words_is_the_day(text: str, day: str) -> None:
    assert str(parse_date(text).value) == day


def test_a_date_without_a_year_is_of_the_year_in_the_title() -> None:
    sheet = """
        Ý KIẾN CỬ TRI {title}
        STT | Họ và tên     | Nội dung kiến nghị              | Ngày tiếp nhận
        1   | Nguyễn Văn An | Đề nghị sửa đường vào tổ 5 bị hư | '5/10
    """
    told = {
        title: [finding.notice.code for finding in run(sheet.format(title=title))[1]]
        for title in ("NĂM 2026", "2025-2026", "")
    }
    assert told == {"NĂM 2026": ["DAT-45"], "2025-2026": ["DAT-03"], "": ["DAT-03"]}


@pytest.mark.parametrize(
    ("header", "text", "field", "code"),
    [
        ("Tình trạng", "Đã chuyển Điện lực", "status", "05"),
        ("Tình trạng", "Đang xem xét, giải quyết theo thẩm quyền", "status", "03"),
        ("Kết quả giải quyết", "Chưa giải quyết dứt điểm", "outcome", "E"),
        ("Thẩm quyền", "Sở Xây dựng", "authority", "TINH"),
    ],
)
def test_a_state_may_go_on(header: str, text: str, field: str, code: str) -> None:
    (record,), _ = run(f"""
        STT | Họ và tên     | Nội dung kiến nghị              | {header}
        1   | Nguyễn Văn An | Đề nghị sửa đường vào tổ 5 bị hư | {text}
    """)
    assert record[field] == code


def test_what_is_done_in_part_is_not_done() -> None:
    (record,), _ = run("""
        STT | Họ và tên     | Nội dung kiến nghị              | Tình trạng
        1   | Nguyễn Văn An | Đề nghị sửa đường vào tổ 5 bị hư | Đã xong phần khảo sát
    """)
    assert (record["status"], record["outcome"]) == (None, None)
