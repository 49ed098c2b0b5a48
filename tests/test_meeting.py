"""What letterheads and titles say of the meeting."""

from datetime import date

from toolkit import codelists, layouts
from toolkit.detect import detect
from toolkit.detect.meeting import fill, find_meeting
from toolkit.model import Meeting
from toolkit.testing import workbooks

COMMUNES = codelists.load("communes", date(2026, 10, 20))
TABLE = """
STT | Họ và tên     | Chức vụ
1   | Nguyễn Văn An | Trưởng ấp
"""


def meeting(titles: str) -> Meeting:
    books = workbooks(titles.strip("\n") + "\n" + TABLE.strip("\n"))
    tables = [table for book in books for table in detect(book, layouts.load(), {})[0]]
    return find_meeting(tables, COMMUNES)


def test_unit_year_and_day_are_read_from_letterhead_and_title() -> None:
    assert meeting("""
ỦY BAN NHÂN DÂN | | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ THẠNH BÌNH | | Độc lập - Tự do - Hạnh phúc
DANH SÁCH ĐẠI BIỂU DỰ HỘI NGHỊ ĐỐI THOẠI NGÀY 20/10/2026
(Kèm theo Kế hoạch của UBND xã Thạnh Bình, tỉnh Tây Ninh)
""") == Meeting("xã Thạnh Bình", "25498", "tỉnh Tây Ninh", date(2026, 10, 20), 2026)


def test_a_commune_that_no_list_knows_keeps_its_name() -> None:
    assert meeting("""
UBND HUYỆN TÂN BIÊN | | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
UBND XÃ SUỐI ĐÁ | | Độc lập - Tự do - Hạnh phúc
(Hội nghị đối thoại năm 2023)
""") == Meeting("xã Suối Đá", "", "huyện Tân Biên", None, 2023)


def test_the_day_of_a_letter_is_not_the_day_of_the_meeting() -> None:
    assert (
        meeting("""
Kèm theo Báo cáo số 12/BC-UBND ngày 05/11/2026 về hội nghị đối thoại
""")
        == Meeting()
    )


def test_what_a_workbook_does_not_say_is_taken_from_the_others() -> None:
    overall = Meeting("xã Thạnh Bình", "25498", "tỉnh Tây Ninh", date(2026, 10, 20), 2026)
    assert fill(Meeting(), overall) == overall
    assert fill(Meeting(year=2025), overall) == Meeting(
        "xã Thạnh Bình", "25498", "tỉnh Tây Ninh", None, 2025
    )


def test_communes_that_differ_by_their_accents_only_are_told_apart() -> None:
    assert meeting("TỈNH TÂY NINH\nUBND XÃ TÂN THẠNH").unit_code == "27826"
    assert meeting("TỈNH TÂY NINH\nUBND XÃ TÂN THÀNH").unit_code == "25534"


def test_a_workbook_of_the_same_year_has_the_same_day() -> None:
    overall = Meeting("xã Thạnh Bình", "25498", "tỉnh Tây Ninh", date(2026, 10, 20), 2026)
    assert fill(Meeting(year=2026), overall).held_on == date(2026, 10, 20)


def test_a_name_that_communes_of_several_provinces_share_tells_no_province() -> None:
    assert meeting("UBND XÃ TÂN HÒA") == Meeting("xã Tân Hòa")
    assert meeting("UBND XÃ TÂN HÒA\nTỈNH TÂY NINH") == Meeting(
        "xã Tân Hòa", "25531", "tỉnh Tây Ninh"
    )
    assert meeting("UBND XÃ TÂN HÒA\nTỈNH VĨNH LONG") == Meeting(
        "xã Tân Hòa", "", "tỉnh Vĩnh Long"
    )
    assert meeting("UBND PHƯỜNG TÂN NINH") == Meeting("phường Tân Ninh", "25459", "tỉnh Tây Ninh")


def test_a_workbook_of_the_same_commune_has_the_same_code() -> None:
    overall = Meeting("xã Tân Hòa", "25531", "tỉnh Tây Ninh")
    assert fill(Meeting("xã Tân Hòa"), overall) == overall
    assert fill(Meeting("xã Tân An"), overall).unit_code == ""
