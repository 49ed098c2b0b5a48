"""Rules about identity numbers of 12 digits (IDN-20 to IDN-39).

The number tells where the birth was registered (3 digits), century and gender (1), the last two
digits of the year of birth (2), and a random rest (6): Nghị định 137/2015, Điều 13. A province
says nothing about today's address.
"""

from datetime import date

from toolkit.model import PartialDate, Severity
from toolkit.rules.declare import Context, Verdict, rule
from toolkit.rules.words import birth_provinces, ended

LENGTH = 12
FOREIGN = 100
"""Codes from here on are countries, not provinces."""


@rule(
    "IDN-20",
    Severity.WARNING,
    vi="Theo chữ số thứ tư của số định danh “{national_id}” thì người này là {other}, không khớp "
    "giới tính đã ghi.",
    en="The fourth digit of identity number “{national_id}” does not agree with the gender given.",
    fix_vi="Đề nghị đối chiếu thẻ căn cước rồi sửa số định danh hoặc giới tính, ví dụ nữ sinh "
    "năm 1990 có dạng 072190….",
    fix_en="Compare with the card and correct number or gender, e.g. a woman of 1990 has 072190….",
    good="""
        STT | Họ và tên  | Giới tính | Số CCCD
        1   | Lê Thị Mẫu | Nữ        | '072190001234
    """,
    bad="""
        STT | Họ và tên  | Giới tính | Số CCCD
        1   | Lê Thị Mẫu | Nữ        | >>'072090001234
    """,
    gives=("other",),
)
def number_agrees_with_gender(national_id: str, gender: str) -> Verdict:
    """The fourth digit is even for men and odd for women: a digit, or the row, is wrong."""
    if not _has_known_start(national_id):
        return True
    said = "male" if int(national_id[3]) % 2 == 0 else "female"
    return said == gender or {"other": "nam" if said == "male" else "nữ"}


@rule(
    "IDN-21",
    Severity.WARNING,
    vi="Theo số định danh “{national_id}” thì năm sinh là {said}, nhưng cột năm sinh ghi {birth}.",
    en="By identity number “{national_id}” the year of birth is {said}, but {birth} is given.",
    fix_vi="Đề nghị đối chiếu thẻ căn cước rồi sửa số định danh hoặc năm sinh, ví dụ "
    "072090001234 là sinh năm 1990.",
    fix_en="Compare with the card and correct number or year, e.g. 072090001234 is of 1990.",
    good="""
        STT | Họ và tên  | Năm sinh | Số CCCD
        1   | Lê Văn Mẫu | 1990     | '072090001234
    """,
    bad="""
        STT | Họ và tên  | Năm sinh | Số CCCD
        1   | Lê Văn Mẫu | 1991     | >>'072090001234
    """,
    gives=("said",),
)
def number_agrees_with_birth(national_id: str, birth: date | PartialDate) -> Verdict:
    """Digits four to six tell the year of birth: a digit, or the row, is wrong."""
    said = _year(national_id)
    return said is None or said == birth.year or {"said": said}


@rule(
    "IDN-22",
    Severity.WARNING,
    vi="Số định danh “{national_id}” bắt đầu bằng {start}, không phải mã của tỉnh, thành phố nào.",
    en="Identity number “{national_id}” begins with {start}, which is no province.",
    fix_vi="Đề nghị đối chiếu ba số đầu với thẻ căn cước, ví dụ Tây Ninh là 072.",
    fix_en="Compare the first three digits with the card, e.g. 072 is Tây Ninh.",
    good="""
        STT | Họ và tên  | Chức vụ   | Số CCCD
        1   | Lê Văn Mẫu | Trưởng ấp | '072090001234
    """,
    bad="""
        STT | Họ và tên  | Chức vụ   | Số CCCD
        1   | Lê Văn Mẫu | Trưởng ấp | >>'073090001234
    """,
    gives=("start",),
)
def number_begins_with_a_province(national_id: str) -> Verdict:
    """Codes of provinces have gaps, so a wrong digit often shows here."""
    known = len(national_id) != LENGTH or _has_known_start(national_id)
    return known or {"start": national_id[:3]}


@rule(
    "IDN-23",
    Severity.WARNING,
    vi="Theo số định danh “{national_id}” thì năm sinh là {said}, là năm chưa tới.",
    en="By identity number “{national_id}” the year of birth is {said}, which is still to come.",
    fix_vi="Đề nghị đối chiếu chữ số thứ tư đến thứ sáu với thẻ căn cước, ví dụ nam sinh năm "
    "1990 là 090.",
    fix_en="Compare digits four to six with the card, e.g. 090 is a man of 1990.",
    good="""
        STT | Họ và tên  | Chức vụ   | Số CCCD
        1   | Lê Văn Mẫu | Trưởng ấp | '072090001234
    """,
    bad="""
        STT | Họ và tên  | Chức vụ   | Số CCCD
        1   | Lê Văn Mẫu | Trưởng ấp | >>'072290001234
    """,
    gives=("said",),
)
def number_is_of_someone_born(national_id: str, *, context: Context) -> Verdict:
    """Digit four above 1 is for those born since 2000, above 3 since 2100."""
    said = _year(national_id)
    return said is None or said <= context.as_of.year or {"said": said}


@rule(
    "IDN-24",
    Severity.INFO,
    vi="Có {count} số chứng minh nhân dân 9 số, loại giấy tờ hết giá trị từ ngày {day}.",
    en="{count} numbers are of old identity cards (9 digits), which ended on {day}.",
    fix_vi="Nếu cần số định danh, đề nghị ghi số mới gồm 12 chữ số, ví dụ 072090001234.",
    fix_en="If the number is needed, give the new one of 12 digits, e.g. 072090001234.",
    good="""
        STT | Họ và tên  | Chức vụ   | Số CCCD
        1   | Lê Văn Mẫu | Trưởng ấp | '072090001234
    """,
    bad="""
        STT | Họ và tên  | Chức vụ   | Số CCCD
        1   | Lê Văn Mẫu | Trưởng ấp | >>'290123456
        2   | Trần Thị B | Cử tri    | '290123457
    """,
    gives=("day",),
    once=True,
)
def number_is_of_a_card_still_in_use(national_id: str, *, context: Context) -> Verdict:
    """Luật Căn cước 2023, Điều 46: old cards are used up to 31/12/2024."""
    day = ended("old_identity_card")
    return len(national_id) == LENGTH or context.day < day or {"day": day}


def _has_known_start(national_id: str) -> bool:
    """Whether a number of 12 digits begins as one should; else nothing it says counts."""
    start = national_id[:3]
    return len(national_id) == LENGTH and (start in birth_provinces() or int(start) >= FOREIGN)


def _year(national_id: str) -> int | None:
    """The year of birth that a number of 12 digits tells.

    >>> _year("072190001234"), _year("072301001234"), _year("290123456")
    (1990, 2001, None)
    """
    if not _has_known_start(national_id):
        return None
    return 1900 + int(national_id[3]) // 2 * 100 + int(national_id[4:6])
