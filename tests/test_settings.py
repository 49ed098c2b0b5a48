"""The control workbook: what staff set, and what is wrong in it."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from toolkit import profiles
from toolkit.calendar import Calendar, DayKind, DayOff
from toolkit.model import Meeting, Notice, Raw, ReportBook, ReportCell, Section, Sheet, Workbook
from toolkit.settings import (
    NOTICES,
    Assignment,
    Deadline,
    Settings,
    control_book,
    longest_answer,
    read,
    shipped,
)
from toolkit.settings.declared import Scope
from toolkit.testing import blamed, workbook

AS_OF = date(2026, 11, 23)
ROADS = "B01"


def settings(text: str) -> Settings:
    """What a control workbook without mistakes sets."""
    found, findings = read(workbook(text), AS_OF)
    assert [str(finding.cell) for finding in findings] == []
    return found


def findings(text: str) -> list[str]:
    """The cells of a control workbook that are wrong, with their codes."""
    return [f"{found.cell.a1} {found.notice.code}" for found in read(workbook(text), AS_OF)[1]]


def first_for(topic: str, found: Settings) -> Assignment:
    return next(row for row in found.assignments if row.topic == topic)


def deadline(code: str, found: Settings, day: date = AS_OF) -> Deadline:
    return next(row for row in found.deadlines if row.code == code and row.is_in_force(day))


def test_without_a_control_workbook_the_shipped_settings_hold() -> None:
    assert read(None, AS_OF) == (shipped(), ())


def test_a_workbook_without_settings_sheets_changes_nothing() -> None:
    assert settings("# Kiến nghị\nSTT | Nội dung") == shipped()


def test_the_configuration_names_the_meeting_and_who_signs() -> None:
    found = settings("""
        # CẤU HÌNH
        BẢNG ĐIỀU KHIỂN

        Mục               | Giá trị             | Giải thích
        Tên đơn vị        | UBND xã Tân Phong   | Như ở đầu văn bản
        cap tren          | huyện Tân Biên
        Ngày hội nghị     | 20/10/2026
        Loại hội nghị     | Đối thoại
        Người ký          | Lê Văn Mẫu
        Chức vụ người ký  | Chủ tịch
        Người lập biểu    | Trần Thị Thử
        Mã đơn vị         |                     | để trống
    """)
    assert found.meeting == Meeting("xã Tân Phong", "", "huyện Tân Biên", date(2026, 10, 20), 2026)
    assert (found.meeting_kind, found.signer, found.signer_title, found.prepared_by) == (
        "Đối thoại",
        "Lê Văn Mẫu",
        "Chủ tịch",
        "Trần Thị Thử",
    )


def test_the_code_of_a_unit_tells_its_name_and_its_parent() -> None:
    found = settings("""
        # Cấu hình
        Mã đơn vị | 25498
    """)
    assert found.meeting == Meeting("xã Thạnh Bình", "25498", "tỉnh Tây Ninh")


def test_a_meeting_of_2023_is_held_in_a_commune_of_2023() -> None:
    found = settings("""
        # Cấu hình
        Mã đơn vị     | 25507
        Ngày hội nghị | 2023-10-20
    """)
    assert found.meeting == Meeting(
        "xã Tân Phong", "25507", "huyện Tân Biên", date(2023, 10, 20), 2023
    )


def test_a_wrong_setting_is_blamed_and_not_used() -> None:
    text = """
        # Cấu hình
        Mã đơn vị     | 25507
        Ngày hội nghị | 31/02/2026
        Ngày họp      | 20/10/2026
        Người ký      | Lê Văn Mẫu
    """
    assert findings(text) == ["A3 COD-41", "B2 DAT-02", "B1 COD-42"]
    assert read(workbook(text), AS_OF)[0].meeting == Meeting()
    assert read(workbook(text), AS_OF)[0].signer == "Lê Văn Mẫu"


def test_the_header_may_stand_below_a_title_in_any_order_of_columns_and_words() -> None:
    found = settings("""
        # Phan cong
        UBND xã Thạnh Bình
        PHÂN CÔNG THEO LĨNH VỰC

        Ghi chú | CHỦ TRÌ (đơn vị) | Phối hợp            | Lĩnh vực  | Lãnh đạo  | Người thực hiện
        -       | Tổ hạ tầng       | Công an xã; Đoàn xã | Cầu đường | Lê Văn Mẫu | Trần Thị Thử
    """)
    assert first_for(ROADS, found) == Assignment(
        ROADS, "Tổ hạ tầng", ("Công an xã", "Đoàn xã"), "Lê Văn Mẫu", "Trần Thị Thử"
    )


def test_topics_that_the_sheet_does_not_name_stay_as_shipped() -> None:
    found = settings("""
        # Phân công
        Lĩnh vực | Đơn vị chủ trì
        B01      | Tổ hạ tầng
    """)
    assert found.assignments == (Assignment(ROADS, "Tổ hạ tầng"), *shipped().assignments)


def test_an_assignment_may_be_for_one_hamlet() -> None:
    found = settings("""
        # Phân công
        Lĩnh vực   | Đơn vị chủ trì | Ấp
        Giao thông | Tổ hạ tầng     |
        Giao thông | Ban quản lý ấp | Ấp Tân Hòa
    """)
    assert [(row.lead_unit, row.hamlet) for row in found.assignments[:2]] == [
        ("Tổ hạ tầng", ""),
        ("Ban quản lý ấp", "Ấp Tân Hòa"),
    ]


def test_every_wrong_row_of_assignments_is_blamed_at_its_cell() -> None:
    assert findings("""
        # Phân công
        Lĩnh vực          | Đơn vị chủ trì
        Hàng không vũ trụ | Phòng Kinh tế
        Đất đai           |
                          | Phòng Kinh tế
        Giao thông        | Phòng Kinh tế
        Cầu đường         | Tổ hạ tầng
    """) == ["A2 COD-43", "B3 COD-44", "A4 COD-43", "A6 COD-48"]


def test_a_row_about_what_a_row_above_settled_names_that_row() -> None:
    (found,) = read(
        workbook("# Phân công\nLĩnh vực | Đơn vị chủ trì\nB01 | Tổ 1\nB01 | Tổ 2"), AS_OF
    )[1]
    assert [cell.a1 for cell in found.related] == ["A2"]


def test_a_sheet_without_a_needed_column_is_one_finding_and_not_used() -> None:
    text = """
        # Thời hạn
        Mã | Số ngày
        R4 | 20
        R6 | 20
    """
    assert findings(text) == ["A1 COD-40"]
    assert read(workbook(text), AS_OF)[0] == shipped()


def test_an_empty_sheet_lacks_its_header() -> None:
    assert findings("# Phân công") == ["A1 COD-40"]


def test_a_deadline_of_staff_replaces_the_shipped_one_of_its_code() -> None:
    found = settings("""
        # Thời hạn
        Mã | Tên     | Áp dụng cho              | Số ngày | Loại ngày     | Căn cứ
        R4 | Trả lời | Kiến nghị; Phản ánh; Xã  | 7       | Ngày làm việc | Quy chế 2026
        T1 | Điện    | Điện, chiếu sáng         | 3       | ngày
    """)
    assert [row for row in found.deadlines if row.code in {"R4", "T1"}] == [
        Deadline(
            "R4",
            "Trả lời",
            7,
            DayKind.WORKING,
            "Quy chế 2026",
            Scope(frozenset({"KN", "PA"}), frozenset({"XA"})),
        ),
        Deadline("T1", "Điện", 3, DayKind.CALENDAR, "", Scope(topics=frozenset({"B02"}))),
    ]
    assert deadline("R6", found) == deadline("R6", shipped())


def test_a_deadline_may_be_dropped() -> None:
    found = settings("""
        # Thời hạn
        Mã | Số ngày        | Loại ngày
        R6 | Không áp dụng  |
    """)
    assert longest_answer(shipped().deadlines, AS_OF) == 15
    assert longest_answer(found.deadlines, AS_OF) == 10


def test_a_deadline_may_be_that_of_the_meeting() -> None:
    found = settings("""
        # Thời hạn
        Mã | Áp dụng cho | Số ngày | Loại ngày
        R3 | Hội nghị    | 15      | Ngày
    """)
    assert deadline("R3", found).scope == Scope(meeting=True)


@pytest.mark.parametrize("days", ["0", "-5", "2.5", "mười", "400", ""])
def test_a_deadline_needs_a_whole_number_of_days(days: str) -> None:
    assert findings(f"# Thời hạn\nMã | Số ngày | Loại ngày\nR4 | {days} | Ngày") == ["B2 COD-46"]


def test_all_that_is_wrong_in_a_deadline_is_said_at_once() -> None:
    assert findings("""
        # Thời hạn
        Mã | Áp dụng cho         | Số ngày | Loại ngày
        R4 | Kiến nghị; Thư khen | mười    | tuần
    """) == ["B2 COD-45", "C2 COD-46", "D2 COD-47"]


def test_days_off_of_staff_come_on_top_of_the_shipped_ones() -> None:
    found = settings("""
        # Ngày nghỉ
        Ngày       | Loại    | Tên
        12/10/2026 | nghỉ    | Nghỉ tránh bão
        2026-10-17 | LÀM BÙ  |
        2026-10-13 |         |
    """)
    assert found.days_off == (
        *shipped().days_off,
        DayOff(date(2026, 10, 12), "Nghỉ tránh bão"),
        DayOff(date(2026, 10, 17), "Làm bù", is_worked=True),
        DayOff(date(2026, 10, 13), "Nghỉ"),
    )


def test_every_wrong_day_off_is_blamed_at_its_cell() -> None:
    assert findings("""
        # Ngày nghỉ
        Ngày        | Loại
        31/02/2026  | Nghỉ
        '10/2026    | trực
                    | Nghỉ
        2026-10-12  | Nghỉ
        12/10/2026  | Làm bù
    """) == ["A2 DAT-02", "A3 DAT-40", "B3 COD-47", "A4 DAT-40", "A6 COD-48"]


def test_hamlets_are_a_list() -> None:
    found = settings("""
        # Ấp
        Tên ấp
        Ấp Tân Hòa
        Ấp Tân Lập
    """)
    assert found.hamlets == ("Ấp Tân Hòa", "Ấp Tân Lập")


OWN_TOPICS = """
    # Danh mục lĩnh vực
    Mã  | Lĩnh vực                 | Cách ghi khác
    A01 | Hộ tịch xã               | Giấy tờ hộ tịch; Khai tử muộn
    A02 | Chứng thực               |
    A90 | Chuyển đổi số            | Tổ công nghệ số
    # Phân công
    Lĩnh vực        | Đơn vị chủ trì
    Tổ công nghệ số | Phòng Văn hóa - Xã hội
    # Danh mục đơn vị
    Đơn vị
    Phòng Kinh tế
"""


def test_topics_have_the_names_and_words_of_staff_and_new_ones_are_known() -> None:
    profile, wrong = profiles.load(AS_OF, workbook(OWN_TOPICS))
    assert wrong == ()
    topics = {code.code: code for code in profile.codelists["topics"]}
    assert topics["A01"].name == "Hộ tịch xã"
    assert topics["A01"].synonyms[-3:] == ("Hộ tịch", "Giấy tờ hộ tịch", "Khai tử muộn")
    assert topics["A90"].name == "Chuyển đổi số"
    assert [code.code for code in profile.settings.topics] == ["A01", "A90"]
    assert profile.assignments[0].topic == "A90"


def test_units_are_official_names_to_compare_with() -> None:
    profile, _ = profiles.load(AS_OF, workbook(OWN_TOPICS))
    assert profile.names["lead_unit"][0] == "Phòng Kinh tế"


def test_a_control_workbook_with_topics_of_staff_reads_back_the_same() -> None:
    found, _ = read(workbook(OWN_TOPICS), AS_OF)
    again, wrong = read(as_read(control_book(Meeting(), found, AS_OF)), AS_OF)
    assert wrong == ()
    assert (again.topics, again.units) == (found.topics, found.units)
    assert found.assignments[0] in again.assignments


@pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: notice.code)
def test_the_bad_example_of_a_notice_is_blamed_and_the_good_one_is_not(notice: Notice) -> None:
    _, bad = read(workbook(notice.bad), AS_OF)
    assert {found.cell for found in bad if found.notice is notice} == blamed(notice.bad)
    assert read(workbook(notice.good), AS_OF)[1] == ()


@pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: notice.code)
def test_a_message_about_a_setting_can_be_shown_in_both_languages(notice: Notice) -> None:
    for found in read(workbook(notice.bad), AS_OF)[1]:
        for text in (found.text("vi"), found.text("en"), found.fix("vi"), found.fix("en")):
            assert "{" not in text


# ── The control workbook that we write ──────────────────────────────────────────────────────


def rows_of(book: ReportBook, sheet: int) -> list[tuple[ReportCell, ...]]:
    (table,) = book.sheets[sheet].tables
    return [row for row in table.rows if not isinstance(row, Section)]


def as_read(book: ReportBook) -> Workbook:
    """A written workbook as it will be read: title, subtitle, an empty row, header and rows."""
    sheets = []
    for number, sheet in enumerate(book.sheets):
        header = tuple(column.header[0] for column in sheet.tables[0].columns)
        cells = [tuple(map(_raw, row)) for row in rows_of(book, number)]
        above: list[tuple[Raw, ...]] = [(sheet.title,), (sheet.subtitle,), ()]
        sheets.append(Sheet(sheet.name, (*above, header, *cells)))
    return Workbook("Bang_dieu_khien.xlsx", tuple(sheets))


def _raw(cell: object) -> Raw:
    if isinstance(cell, date):
        return datetime(cell.year, cell.month, cell.day)
    assert cell is None or isinstance(cell, str | int)
    return cell


MEETING = Meeting("xã Thạnh Bình", "25498", "tỉnh Tây Ninh", date(2026, 10, 20), 2026)


def test_the_control_workbook_reads_back_as_what_it_was_made_from() -> None:
    found, wrong = read(as_read(control_book(MEETING, shipped(), AS_OF)), AS_OF)
    assert wrong == ()
    assert found == replace(shipped(), meeting=MEETING)


@pytest.mark.parametrize(
    ("unit", "held_on", "offices"),
    [
        ("xã Thạnh Bình", "2026-10-20", "Phòng Kinh tế"),
        ("phường Tân Ninh", "2026-10-20", "Phòng Kinh tế, Hạ tầng và Đô thị"),
        ("xã Tân Phong", "2023-10-20", "Địa chính - Xây dựng - Nông nghiệp và Môi trường"),
    ],
)
def test_a_workbook_laid_out_for_nobody_serves_wards_and_earlier_years_too(
    unit: str, held_on: str, offices: str
) -> None:
    laid_out = as_read(control_book(Meeting(), shipped(), AS_OF))
    filled = workbook(f"# Cấu hình\nTên đơn vị | {unit}\nNgày hội nghị | {held_on}").sheets
    found, wrong = read(Workbook("a.xlsx", (*filled, *laid_out.sheets[1:])), AS_OF)
    assert wrong == ()
    made = control_book(found.meeting, found, AS_OF)
    leads = {row[0]: row[1] for row in rows_of(made, 1)}
    assert leads["Giao thông (đường, cầu, hẻm)"] == offices


def test_the_control_workbook_keeps_what_staff_set() -> None:
    mine = settings("""
        # Phân công
        Lĩnh vực   | Đơn vị chủ trì | Đơn vị phối hợp     | Ấp
        Giao thông | Tổ hạ tầng     | Công an xã; Đoàn xã | Ấp Tân Hòa
        # Ấp, khu phố
        Ấp/Khu phố
        Ấp Tân Hòa
        # Ngày nghỉ
        Ngày       | Loại
        2026-01-02 | Làm bù
        # Cấu hình
        Người ký   | Lê Văn Mẫu
    """)
    found, wrong = read(as_read(control_book(MEETING, mine, AS_OF)), AS_OF)
    assert wrong == ()
    assert (found.hamlets, found.signer) == (("Ấp Tân Hòa",), "Lê Văn Mẫu")
    assert (
        Assignment(ROADS, "Tổ hạ tầng", ("Công an xã", "Đoàn xã"), hamlet="Ấp Tân Hòa")
        in found.assignments
    )
    assert Calendar.with_days(found.days_off).is_working_day(date(2026, 1, 2))


def test_the_control_workbook_of_a_ward_names_the_offices_of_wards() -> None:
    ward = Meeting("phường Tân Ninh", "25459", "tỉnh Tây Ninh", date(2026, 10, 20), 2026)
    leads = {row[0]: row[1] for row in rows_of(control_book(ward, shipped(), AS_OF), 1)}
    assert leads["Cư trú"] == "Công an phường"


def test_the_control_workbook_has_its_sheets() -> None:
    made = control_book(Meeting(), shipped(), AS_OF)
    assert made.kind == "control"
    assert [sheet.name for sheet in made.sheets] == [
        "Cấu hình",
        "Phân công",
        "Thời hạn",
        "Ngày nghỉ",
        "Danh mục lĩnh vực",
        "Danh mục đơn vị",
        "Danh mục ấp, khu phố",
        "Ghi nhớ",
    ]


# ── The profile ─────────────────────────────────────────────────────────────────────────────


def test_a_profile_has_the_code_lists_of_the_day_of_the_meeting() -> None:
    control = workbook("# Cấu hình\nNgày hội nghị | 2023-10-20")
    profile, wrong = profiles.load(AS_OF, control)
    assert wrong == ()
    assert "HUYEN" in [code.code for code in profile.codelists["authorities"]]
    assert "25507" in [code.code for code in profile.codelists["communes"]]


def test_a_profile_has_the_calendar_and_the_tables_that_are_set() -> None:
    profile, wrong = profiles.load(AS_OF, workbook("# Ngày nghỉ\nNgày | Loại\n2026-10-12 | Nghỉ"))
    assert wrong == ()
    assert not profile.calendar.is_working_day(date(2026, 10, 12))
    assert not profile.calendar.is_working_day(date(2026, 1, 2))
    assert (profile.assignments, profile.deadlines) == (
        shipped().assignments,
        shipped().deadlines,
    )
