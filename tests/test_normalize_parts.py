"""Values that stand in several columns, or as systems write them, from the sheet to the record."""

from datetime import date

import pytest

from toolkit import intake, profiles
from toolkit.model import Meeting, Record
from toolkit.testing import workbook

PROFILE, _ = profiles.load(date(2026, 11, 23))


def read(text: str) -> tuple[list[Record], list[str]]:
    """The records of a sheet, and its findings as cell and code."""
    book = workbook(text)
    tables, _ = intake.recognise(book, PROFILE)
    records, findings = intake.examine(tables, PROFILE, Meeting(), date(2026, 11, 23))
    return list(records), [f"{f.cell.a1} {f.notice.code}" for f in findings]


def test_day_month_and_year_become_one_date_at_the_cell_of_the_day() -> None:
    (whole, month, blank), findings = read("""
        STT | Nội dung kiến nghị           | Ngày gửi | Tháng gửi | Năm gửi
        1   | Đề nghị sửa đường vào tổ 3   | 5        | 10        | 2026
        2   | Đề nghị lắp đèn đường ngã ba |          | 10        | 2026
        3   | Đề nghị nạo vét kênh tiêu    |          |           |
    """)
    assert whole["received_on"] == date(2026, 10, 5)
    assert whole.cell("received_on").a1 == "C2"
    assert (month.typed["received_on"], month.cell("received_on").a1) == ("10/2026", "D3")
    assert "received_on" not in blank.typed
    assert [told for told in findings if "DAT-01" in told] == []


def test_a_day_that_no_calendar_has_is_told_at_the_day() -> None:
    _, findings = read("""
        STT | Nội dung kiến nghị         | Ngày gửi | Tháng gửi | Năm gửi
        1   | Đề nghị sửa đường vào tổ 3 | 31       | 2         | 2026
    """)
    assert "C2 DAT-02" in findings


@pytest.mark.parametrize(
    ("header", "genders"),
    [
        ("Giới tính", ["male", "female"]),
        ("Giới tính (True: nam, False: nữ)", ["male", "female"]),
        ("Giới tính (True: nữ, False: nam)", ["female", "male"]),
    ],
)
def test_true_and_false_are_men_and_women_as_the_header_says(
    header: str, genders: list[str]
) -> None:
    records, findings = read(f"""
        STT | Họ và tên     | {header} | Chức vụ
        1   | Nguyễn Văn An | True     | Trưởng ấp
        2   | Lê Thị Hoa    | False    | Hộ dân
    """)
    assert [record["gender"] for record in records] == genders
    assert findings == []
