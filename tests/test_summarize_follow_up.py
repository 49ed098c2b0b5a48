"""The follow-up table, as it is made at first."""

from tests.consolidations import CODELISTS, as_lines, consolidation, headers
from toolkit.summarize import follow_up

MEETING = """
== a.xlsx
# Kiến nghị
content | petitioner | hamlet | topic | kind | lead_unit | due_date   | due_state   | days_overdue
Đường   | Lê An      | Ấp 1   | B01   | KN   | Phòng B   | 2026-11-20 | Quá hạn     | 3
Đất     | Lê Bé      | Ấp 2   |       | TC   |           |            | Chưa có hạn |
Rác     | Lê Chi     |        | B04   | KN   | Phòng A   | 2026-12-20 | Còn trong hạn |
Cầu     | Lê Em      |        | B01   | KN   | Phòng B   | 2026-11-25 | Sắp đến hạn |
"""


def test_the_columns_are_those_of_the_contract() -> None:
    sheet = follow_up(consolidation(MEETING), CODELISTS).sheets[0]
    assert sheet.name == "Theo dõi"
    assert headers(sheet.tables[0]) == (
        "STT | Mã kiến nghị | Nội dung kiến nghị | Người kiến nghị | Ấp/Khu phố | Lĩnh vực | "
        "Thẩm quyền | Đơn vị chủ trì | Đơn vị phối hợp | Lãnh đạo phụ trách | Người thực hiện | "
        "Ngày tiếp nhận | Thời hạn hoàn thành | Căn cứ thời hạn | "
        "Nội dung trả lời, kết quả giải quyết | Số, ký hiệu văn bản | Ngày văn bản | "
        "Tình trạng xử lý | Kết quả | Ngày hoàn thành | Tình trạng hạn | Số ngày quá hạn | Ghi chú"
    )


def test_what_is_not_known_is_left_to_be_typed_and_denunciations_stay_untold() -> None:
    table = follow_up(consolidation(MEETING), CODELISTS).sheets[0].tables[0]
    assert as_lines(table)[:2] == [
        (
            "1 | KN-1 | Đường | Lê An | Ấp 1 | Giao thông |  | Phòng B |  |  |  |  | 2026-11-20 "
            "|  |  |  |  |  |  |  | Quá hạn | 3 | "
        ),
        (
            "2 | KN-2 | Đã hướng dẫn theo Luật Tố cáo | Không công khai | Ấp 2 |  |  |  |  |  |  "
            "|  |  |  |  |  |  |  |  |  | Chưa có hạn |  | "
        ),
    ]


def test_units_statuses_and_outcomes_are_offered_to_choose_from() -> None:
    table = follow_up(consolidation(MEETING), CODELISTS).sheets[0].tables[0]
    choices = {column.header[0]: column.choices for column in table.columns if column.choices}
    assert choices == {
        "Đơn vị chủ trì": ("Phòng A", "Phòng B"),
        "Tình trạng xử lý": (
            "Mới tiếp nhận",
            "Đang giải quyết",
            "Đã trả lời",
            "Đã chuyển cơ quan có thẩm quyền",
            "Kết thúc",
        ),
        "Kết quả": ("Đã giải quyết xong", "Giải trình, cung cấp thông tin"),
    }


def test_rows_are_coloured_by_how_they_stand_to_the_deadline() -> None:
    sheet = follow_up(consolidation(MEETING), CODELISTS).sheets[0]
    assert sheet.colors == {
        "Quá hạn": "red",
        "Sắp đến hạn": "yellow",
        "Hoàn thành đúng hạn": "green",
        "Hoàn thành quá hạn": "green",
        "Hoàn thành (chưa rõ ngày)": "green",
        "Hoàn thành, không có hạn": "green",
    }
    assert (sheet.filtered, sheet.landscape) == (True, True)


def test_every_lead_unit_has_its_tasks_on_a_page_of_its_own() -> None:
    sheet = follow_up(consolidation(MEETING), CODELISTS).sheets[1]
    assert sheet.name == "Theo đơn vị"
    assert headers(sheet.tables[0]) == (
        "STT | Nội dung kiến nghị | Nhiệm vụ, sản phẩm | Đơn vị chủ trì | Đơn vị phối hợp | "
        "Lãnh đạo phụ trách | Ngày giao | Thời hạn hoàn thành | Căn cứ thời hạn | Ghi chú"
    )
    assert as_lines(sheet.tables[0]) == [
        "Phòng A (1 kiến nghị)",
        "1 | Rác |  | Phòng A |  |  |  | 2026-12-20 |  | KN-3",
        "Phòng B (2 kiến nghị)",
        "1 | Đường |  | Phòng B |  |  |  | 2026-11-20 |  | KN-1",
        "2 | Cầu |  | Phòng B |  |  |  | 2026-11-25 |  | KN-4",
        "Chưa xác định (1 kiến nghị)",
        "1 | Đã hướng dẫn theo Luật Tố cáo |  |  |  |  |  |  |  | KN-2",
    ]
    breaks = [row.page_break for row in sheet.tables[0].rows if not isinstance(row, tuple)]
    assert breaks == [False, True, True]


def test_without_petitions_the_table_says_so() -> None:
    book = follow_up(consolidation(""), CODELISTS)
    assert [sheet.tables[0].empty for sheet in book.sheets] == ["Chưa có kiến nghị nào."] * 2
