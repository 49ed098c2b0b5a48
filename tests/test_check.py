"""Small sheets in, findings out: what `check` and the rules say together."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit import profiles
from toolkit.calendar import Calendar
from toolkit.check import check
from toolkit.detect import detect
from toolkit.model import Cell, Finding, Meeting, Reason, Sheet, Workbook
from toolkit.normalize import normalize
from toolkit.rules import RULES
from toolkit.rules.declare import Context
from toolkit.rules.words import words
from toolkit.testing import workbook

AS_OF = date(2026, 11, 23)
HELD_ON = date(2026, 10, 20)
PROFILE, _ = profiles.load(HELD_ON)


def checked(
    book: Workbook,
    held_on: date | None = HELD_ON,
    as_of: date = AS_OF,
    longest: int | None = 15,
    year: int | None = None,
) -> list[Finding]:
    tables, _ = detect(book, PROFILE.layouts, PROFILE.codelists)
    meeting = Meeting(held_on=held_on, year=year)
    context = Context(as_of, meeting, Calendar(), PROFILE.codelists, longest)
    return [
        finding
        for table in tables
        for finding in check(table, normalize(table, PROFILE.codelists)[0], PROFILE.rules, context)
    ]


def short(found: Sequence[Finding]) -> list[str]:
    return [f"{finding.cell.a1} {finding.notice.code}" for finding in found]


def findings(text: str) -> list[str]:
    return short(checked(workbook(text)))


def with_sheet(text: str, **changes: object) -> Workbook:
    book = workbook(text)
    return replace(book, sheets=(replace(book.sheets[0], **changes),))  # type: ignore[arg-type]  # of a Sheet


CLEAN = """
    STT | Người kiến nghị | Ấp      | Nội dung kiến nghị         | Lĩnh vực   | Ngày tiếp nhận
    1   | Lê Văn Mẫu      | Tân Hòa | Đề nghị sửa đường vào tổ 5 | Giao thông | 05/10/2026
    2   | Trần Thị Bé     | Tân Lập | Đề nghị lắp đèn đường tổ 6 | Điện       | 06/10/2026
"""


# ── Clean sheets ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    [
        CLEAN,
        """
        UBND XÃ TÂN PHONG
        DANH SÁCH ĐẠI BIỂU THAM DỰ HỘI NGHỊ ĐỐI THOẠI
        STT | Họ và tên      | Năm sinh | <    | Chức vụ    | Đơn vị          | Số điện thoại
        ^   | ^              | Nam      | Nữ   | ^          | ^               | ^
        1   | Ông Lê Văn Mẫu | 1962     |      | Bí thư     | Chi bộ ấp 1     | '0912345678
        2   | Bà Trần Thị Bé |          | 1970 | Chi hội    | Hội Phụ nữ      | '0987654321
        3   | Võ Văn Cảnh    | 1985     |      | Nông dân   | Ấp 2            | '0276123456
        """,
        """
        TT | Nội dung kiến nghị         | Cơ quan giải quyết | Kết quả giải quyết, trả lời
        I  | LĨNH VỰC GIAO THÔNG        |                    |
        1  | Đề nghị sửa đường vào tổ 5 | Phòng Kinh tế      | Đã dặm vá 30 m đường trong tháng 10
        2  | Đề nghị sửa cầu kênh số 3  | Phòng Kinh tế      | Đưa vào kế hoạch đầu tư năm 2027
        II | LĨNH VỰC ĐIỆN              |                    |
        1  | Đề nghị lắp đèn đường tổ 6 | Điện lực           | Đã lắp 12 bóng đèn
        """,
        """
        STT | Mã KN | Nội dung trả lời              | Số văn bản | Ngày văn bản | Tình trạng
        1   | KN-01 | Đã dặm vá 30 m đường vào tổ 5 | 26/TB-UBND | 30/10/2026   | Hoàn thành
        2   | KN-02 | Đã lắp 12 bóng đèn đường tổ 6 | 26/TB-UBND | 30/10/2026   | Hoàn thành
        3   | KN-03 |                               |            |              | Đang xử lý
        """,
        """
        STT | Nội dung đánh giá    | Rất hài lòng | Hài lòng | Không hài lòng | Tổng số phiếu
        1   | Thái độ phục vụ      | 10           | 20       | 1              | 31
        2   | Thời gian giải quyết | 12           | 18       | 1              | 31
            | Tổng cộng            | 22           | 38       | 2              | 62
        """,
    ],
    ids=["petitions", "attendees", "sections", "answers", "survey"],
)
def test_a_clean_sheet_has_no_findings(text: str) -> None:
    assert findings(text) == []


# ── One mistake, one finding ────────────────────────────────────────────────────────────────


def test_a_petition_without_content_is_told_once() -> None:
    assert findings("""
        STT | Người kiến nghị | Nội dung kiến nghị         | Đơn vị chủ trì | Tình trạng
        1   | Lê Văn Mẫu      | Đề nghị sửa đường vào tổ 5 | Phòng Kinh tế  | Đang xử lý
        2   | Trần Thị Bé     |                            |                | Đang xử lý
    """) == ["C3 REQ-01"]


def test_an_error_value_is_not_also_a_missing_value() -> None:
    assert findings("""
        STT | Người kiến nghị | Nội dung kiến nghị
        1   | Lê Văn Mẫu      | #N/A
        2   | Trần Thị Bé     | =?
        3   | Võ Văn Cảnh     | Đề nghị sửa đường vào tổ 5
    """) == ["C2 XLS-01", "C3 XLS-02"]


def test_a_value_that_cannot_be_read_silences_the_rules_on_its_cell() -> None:
    assert (
        findings("""
        STT | Nội dung kiến nghị         | Kết quả            | Ngày hoàn thành
        1   | Đề nghị sửa đường vào tổ 5 | Đã giải quyết xong | 31/02/2026
        2   | Đề nghị lắp đèn đường tổ 6 | Đã giải quyết xong | 30/10/2026
    """)
        == []
    )


def test_a_missing_column_is_not_blamed_on_every_row() -> None:
    """Neither “no lead unit” nor “no answer”: there is no column for either."""
    assert (
        findings("""
        STT | Người kiến nghị | Nội dung kiến nghị         | Kết quả
        1   | Lê Văn Mẫu      | Đề nghị sửa đường vào tổ 5 | Đã giải quyết xong
        2   | Trần Thị Bé     | Đề nghị lắp đèn đường tổ 6 | Đã giải quyết xong
    """)
        == []
    )


def test_petitions_of_one_cell_share_its_findings() -> None:
    assert findings("""
        STT | Nội dung kiến nghị                                    | Ngày tiếp nhận
        1   | 1. Sửa đường vào tổ 5 bị hư. 2. Lắp đèn ở ngã ba chợ. | 25/12/2026
        2   | Đề nghị lắp đèn đường tổ 6                            | 05/10/2026
    """) == ["C2 DAT-20"]


# ── All cells involved ──────────────────────────────────────────────────────────────────────


def test_a_contradiction_names_both_cells() -> None:
    (found,) = checked(
        workbook("""
        STT | Nội dung kiến nghị         | Ngày tiếp nhận | Ngày hoàn thành
        1   | Đề nghị sửa đường vào tổ 5 | 05/10/2026     | 30/09/2026
    """)
    )
    assert (found.notice.code, found.cell.a1, found.field) == ("DAT-23", "D2", "completed_on")
    assert [cell.a1 for cell in found.related] == ["C2"]
    assert found.value == "30/09/2026"
    assert found.text("vi") == (
        "Ngày hoàn thành 30/09/2026 sớm hơn ngày tiếp nhận 05/10/2026, nên một trong hai ngày "
        "chưa đúng."
    )


def test_a_tick_is_told_by_what_its_column_is_called() -> None:
    (found,) = checked(
        workbook("""
        STT | Nội dung kiến nghị            | Thẩm quyền giải quyết | <     | <
        ^   | ^                             | Xã                    | Huyện | Tỉnh
        1   | Đề nghị mở rộng đường liên xã |                       | x     |
    """)
    )
    assert (found.cell.a1, found.value) == ("D3", "x")
    assert found.text("vi") == (
        "Thẩm quyền ghi “Huyện”, là cấp không còn từ ngày 01/7/2025, nên kiến nghị chưa xong này "
        "chưa có cơ quan giải quyết."
    )


def test_ticks_that_prove_nothing_are_told_by_their_header() -> None:
    (found,) = checked(
        workbook("""
        TT | Nội dung kiến nghị         | Nội dung trả lời | Đã giải quyết | Chưa giải quyết
        1  | Đề nghị sửa đường vào tổ 5 |                  | x             |
        2  | Đề nghị lắp đèn đường tổ 6 | Chờ kinh phí năm 2027 |          | x
    """)
    )
    assert found.text("vi") == (
        "Kết quả ghi “Đã giải quyết” nhưng chưa có nội dung trả lời, số văn bản hay ngày nào làm "
        "căn cứ."
    )


def test_a_duplicate_names_the_row_that_was_first() -> None:
    found = checked(
        workbook("""
        STT | Người kiến nghị | Nội dung kiến nghị
        1   | Lê Văn Mẫu      | Đề nghị sửa đường vào tổ 5
        2   | Trần Thị Bé     | Đề nghị lắp đèn đường tổ 6
        3   | LÊ VĂN MẪU      | Đề nghị sửa đường  vào tổ 5.
    """)
    )
    assert short(found) == ["C4 DUP-02"]
    assert [cell.a1 for cell in found[0].related] == ["C2"]
    assert "dòng 2" in found[0].text("vi")


# ── Rules and what they leave alone ─────────────────────────────────────────────────────────


def test_numbers_may_restart_in_each_section_and_at_one() -> None:
    assert (
        findings("""
        STT | Người kiến nghị      | Nội dung kiến nghị
        I   | LĨNH VỰC GIAO THÔNG  |
        1   | Lê Văn Mẫu           | Đề nghị sửa đường vào tổ 5
        2   | Trần Thị Bé          | Đề nghị sửa cầu kênh số 3
        II  | LĨNH VỰC ĐIỆN        |
        1   | Võ Văn Cảnh          | Đề nghị lắp đèn đường tổ 6
        1   | Võ Văn Dũng          | Đề nghị thay trụ điện tổ 7
        2   | Võ Văn Em            | Đề nghị hạ thế điện tổ 8
    """)
        == []
    )


def test_a_unit_whose_name_holds_commas_is_one_unit() -> None:
    assert (
        findings("""
        STT | Nội dung kiến nghị         | Đơn vị chủ trì                   | Đơn vị phối hợp
        1   | Đề nghị sửa đường vào tổ 5 | Phòng Kinh tế, Hạ tầng và Đô thị | Công an xã
        2   | Đề nghị cấp lại giấy tờ    | Văn phòng HĐND và UBND           |
    """)
        == []
    )


def test_units_of_districts_are_right_until_the_reorganisation() -> None:
    book = workbook("""
        STT | Nội dung kiến nghị         | Đơn vị chủ trì
        1   | Đề nghị sửa đường vào tổ 5 | Phòng Kinh tế và Hạ tầng huyện
    """)
    before, after = date(2025, 6, 30), date(2025, 7, 1)
    assert short(checked(book, held_on=before, as_of=before)) == []
    assert short(checked(book, held_on=after, as_of=after)) == ["C2 ORG-02"]


def test_units_of_a_meeting_are_those_of_its_year_if_no_more_is_known() -> None:
    book = workbook("""
        DANH SÁCH KIẾN NGHỊ TẠI HỘI NGHỊ ĐỐI THOẠI
        STT | Nội dung kiến nghị         | Đơn vị chủ trì
        1   | Đề nghị sửa đường vào tổ 5 | Địa chính - Xây dựng
    """)
    for year, expected in ((2023, []), (2025, ["C3 ORG-03"]), (None, ["C3 ORG-03"])):
        assert short(checked(book, held_on=None, year=year)) == expected


def test_a_former_unit_is_told_once_per_name_with_its_other_cells() -> None:
    found = checked(
        workbook("""
        STT | Nội dung kiến nghị          | Đơn vị chủ trì
        1   | Đề nghị sửa đường vào tổ 5  | Địa chính - Xây dựng
        2   | Đề nghị cấp lại giấy khai sinh | Tư pháp - Hộ tịch
        3   | Đề nghị sửa cầu kênh số 3   | Địa chính - Xây dựng
        4   | Đề nghị lắp đèn đường tổ 6  | Địa chính - Xây dựng
    """)
    )
    assert short(found) == ["C2 ORG-03", "C3 ORG-03"]
    assert [cell.a1 for cell in found[0].related] == ["C4", "C5"]
    assert found[0].text("vi") == (
        "“Địa chính - Xây dựng” là tên bộ phận cũ của xã; từ ngày 01/7/2025 việc này do "
        "Phòng Kinh tế phụ trách. Bảng này có 3 ô như vậy."
    )
    assert found[1].related == ()


def test_a_kind_that_a_person_has_told_is_not_suggested_again() -> None:
    assert findings("""
        STT | Nội dung kiến nghị                            | Loại ý kiến
        1   | Tôi khiếu nại quyết định thu hồi đất của xã   | Khiếu nại
        2   | Tôi khiếu nại quyết định thu hồi đất của xã A | Kiến nghị
    """) == ["B2 KND-05", "B3 KND-01"]


def test_two_ticks_that_exclude_each_other_are_no_second_contradiction() -> None:
    assert (
        findings("""
        TT | Nội dung kiến nghị         | Nội dung trả lời     | Đã xong | Đang giải quyết
        1  | Đề nghị sửa đường vào tổ 5 | Đã dặm vá 30 m đường | x       | x
    """)
        == []
    )  # `normalize` told it


def test_a_number_with_a_wrong_beginning_tells_nothing_else() -> None:
    found = findings("""
        STT | Họ và tên  | Năm sinh | Giới tính | Số CCCD
        1   | Lê Văn Mẫu | 1962     | Nữ        | '073090001234
    """)
    assert found == ["E2 IDN-22", "E2 PRI-01"]


@pytest.mark.parametrize(
    ("answer", "is_empty"),
    [
        ("Tiếp thu, ghi nhận ý kiến của cử tri.", True),
        ("SẼ XEM XÉT", True),
        ("ubnd xa se kiem tra, xem xet theo quy dinh", True),
        ("Ghi nhận, đã kiểm tra và dặm vá 30 m đường.", False),
        ("Xem Quyết định 26/QĐ-UBND", False),
        ("UBND xã", False),
    ],
)
def test_empty_phrases_are_empty_in_any_order(answer: str, is_empty: bool) -> None:  # noqa: FBT001 — a parameter
    assert words("empty_answer").is_all_of(answer) is is_empty


def test_numbers_of_documents_and_plots_are_no_personal_data() -> None:
    assert (
        findings("""
        STT | Người kiến nghị | Nội dung kiến nghị
        1   | Lê Văn Mẫu      | Thửa 123, tờ 45, GCN số BK 072090123, vào sổ 00123/2019
        2   | Trần Thị Bé     | Quyết định 1234/QĐ-UBND ngày 09/08/2019 chưa thực hiện
        3   | Võ Văn Cảnh     | Đề nghị hỗ trợ 1.000.000.000 đồng làm đường
    """)
        == []
    )


def test_without_a_table_of_deadlines_none_is_too_long() -> None:
    book = workbook("""
        STT | Nội dung kiến nghị         | Ngày tiếp nhận | Thời hạn hoàn thành
        1   | Đề nghị sửa đường vào tổ 5 | 05/10/2026     | 30/12/2026
    """)
    assert short(checked(book)) == ["D2 DEA-02"]
    assert short(checked(book, longest=None)) == []


def test_a_month_is_no_day_for_rules_about_days() -> None:
    assert (
        findings("""
        STT | Nội dung kiến nghị         | Ngày tiếp nhận | Ngày hoàn thành
        1   | Đề nghị sửa đường vào tổ 5 | tháng 10/2026  | 30/09/2026
    """)
        == []
    )


# ── What Excel says ─────────────────────────────────────────────────────────────────────────


def test_a_formula_that_was_filled_down_is_told_once() -> None:
    found = checked(
        workbook("""
        STT | Người kiến nghị | Nội dung kiến nghị         | Ngày tiếp nhận
        1   | Lê Văn Mẫu      | Đề nghị sửa đường vào tổ 5 | =?
        2   | Trần Thị Bé     | Đề nghị lắp đèn đường tổ 6 | =?
        3   | Võ Văn Cảnh     | Đề nghị nạo vét kênh số 3  | 05/10/2026
        4   | Võ Văn Dũng     | Đề nghị thay trụ điện tổ 7 | =?
    """)
    )
    assert short(found) == ["D2 XLS-02", "D5 XLS-02"]
    assert [cell.a1 for cell in found[0].related] == ["D3"]


def test_values_of_other_workbooks_are_said_to_be() -> None:
    found = checked(with_sheet(CLEAN, external=frozenset({(2, 3), (3, 3)})))
    assert short(found) == ["C2 XLS-03"]
    assert found[0].params == {"count": 2}
    assert [cell.a1 for cell in found[0].related] == ["C3"]


def test_hidden_rows_are_named_once() -> None:
    found = checked(with_sheet(CLEAN, hidden_rows=frozenset({2, 3, 9})))
    assert short(found) == ["A2 XLS-04"]
    assert found[0].params == {"count": 2, "rows": "2, 3", "first": 2}


def test_a_hidden_sheet_is_told_at_its_header() -> None:
    assert short(checked(with_sheet(CLEAN, hidden=True))) == ["A1 XLS-05"]


def test_a_hidden_column_matters_only_where_it_holds_something() -> None:
    found = checked(with_sheet(CLEAN, hidden_columns=frozenset({4, 7})))
    assert short(found) == ["D1 XLS-06"]
    assert found[0].params == {"header": "Nội dung kiến nghị", "letters": "D"}


# ── Totals ──────────────────────────────────────────────────────────────────────────────────


def test_totals_of_sections_and_of_the_whole_table_may_both_stand() -> None:
    assert (
        findings("""
        STT | Nội dung đánh giá    | Rất hài lòng | Hài lòng | Không hài lòng
        I   | Thái độ              |              |          |
        1   | Thái độ phục vụ      | 10           | 20       | 1
        2   | Giải thích rõ ràng   | 11           | 19       | 1
            | Cộng                 | 21           | 39       | 2
        II  | Thời gian            |              |          |
        1   | Thời gian giải quyết | 12           | 18       | 3
            | Cộng                 | 12           | 18       | 3
            | Tổng cộng            | 33           | 57       | 5
    """)
        == []
    )


def test_a_wrong_total_says_what_was_counted() -> None:
    (found,) = checked(
        workbook("""
        STT | Nội dung đánh giá    | Rất hài lòng | Hài lòng | Không hài lòng
        1   | Thái độ phục vụ      | 1000         | 20       | 1
        2   | Thời gian giải quyết | 12           | 18       | 1
            | Tổng cộng            | '1.021       | 38       | 2
    """)
    )
    assert (found.cell.a1, found.notice.code, found.value) == ("C4", "TOT-01", "1.021")
    assert found.params == {"typed": 1021, "counted": 1012}


@pytest.mark.parametrize(
    ("total", "told"),
    [
        ("| Cộng: 06 ý kiến", ["B4 TOT-02"]),
        ("| Cộng: 06 (sáu) ý kiến", ["B4 TOT-02"]),
        ("| Tong so y kien: 06", ["B4 TOT-02"]),
        ("| | | Cộng: 06 ý kiến", ["D4 TOT-02"]),
        ("| Cộng: 02 ý kiến", []),
        ("| Tổng cộng: 02 người có 03 ý kiến", []),
    ],
)
def test_a_total_may_be_told_in_words(total: str, told: list[str]) -> None:
    assert (
        findings(f"""
        STT | Người kiến nghị | Nội dung kiến nghị         | Số phiếu biểu quyết
        1   | Lê Văn Mẫu      | Đề nghị sửa đường vào tổ 5 |
        2   | Trần Thị Bé     | Đề nghị lắp đèn đường tổ 6 |
        {total}
    """)
        == told
    )


def test_a_total_over_an_unreadable_number_is_not_judged() -> None:
    assert (
        findings("""
        STT | Nội dung đánh giá    | Rất hài lòng | Hài lòng | Không hài lòng
        1   | Thái độ phục vụ      | mười         | 20       | 1
        2   | Thời gian giải quyết | 12           | 18       | 1
            | Tổng cộng            | 22           | 38       | 2
    """)
        == []
    )


def test_ticks_are_counted_too() -> None:
    assert findings("""
        TT | Nội dung kiến nghị         | Nội dung trả lời     | Đã giải quyết xong
        1  | Đề nghị sửa đường vào tổ 5 | Đã dặm vá 30 m đường | x
        2  | Đề nghị lắp đèn đường tổ 6 | Đã lắp 12 bóng đèn   | x
           | Tổng cộng                  |                      | 3
    """) == ["D4 TOT-01"]


# ── What may be blank, or is not known ──────────────────────────────────────────────────────


def test_in_a_list_of_people_who_registered_only_some_have_a_petition() -> None:
    assert findings("""
        STT | Họ và tên   | Ấp      | Ý kiến, kiến nghị (nếu có)
        1   | Lê Văn Mẫu  | Tân Hòa | Đề nghị sửa đường vào tổ 5
        2   | Trần Thị Bé | Tân Lập |
        3   | Võ Văn Cảnh | Tân Lập |
    """) == ["D3 REQ-06"]


def test_who_only_registered_raised_nothing() -> None:
    book = workbook("""
        Họ và tên       | Năm sinh | Điện thoại  | Ấp      | Ý kiến muốn nêu (nếu có)
        Nguyễn Văn Bình | 1965     | '0912345671 | Phú Hòa |
        Tô Thị Mận      | 1988     | '0355123456 | Phú Tân | Đề nghị tăng chuyến xe buýt
        Kha Văn Lý      | 1988     |             | Phú Mỹ  | #REF!
    """)
    (table,), _ = detect(book, PROFILE.layouts, PROFILE.codelists)
    assert [row.number for row in table.rows] == [3, 4]
    assert [(row.row, row.reason) for row in table.excluded] == [(2, Reason.NIL_RETURN)]
    assert short(checked(book)) == ["E2 REQ-06", "E4 XLS-01"]


def test_a_row_that_tells_more_than_who_registered_has_a_gap() -> None:
    assert findings("""
        STT | Họ và tên   | Ấp      | Lĩnh vực   | Ý kiến, kiến nghị (nếu có)
        1   | Lê Văn Mẫu  | Tân Hòa | Giao thông | Đề nghị sửa đường vào tổ 5
        2   | Trần Thị Bé | Tân Lập | Điện       |
    """) == ["E3 REQ-01"]


def test_a_title_says_that_people_register_here() -> None:
    assert findings("""
        DANH SÁCH ĐĂNG KÝ THAM DỰ HỘI NGHỊ ĐỐI THOẠI
        STT | Người kiến nghị | Ấp      | Nội dung kiến nghị
        1   | Lê Văn Mẫu      | Tân Hòa | Đề nghị sửa đường vào tổ 5
        2   | Trần Thị Bé     | Tân Lập | Đề nghị lắp đèn đường tổ 6
        3   | Võ Văn Cảnh     | Tân Lập |
    """) == ["D5 REQ-06"]


def test_where_half_the_petitions_are_blank_they_are_told_together() -> None:
    assert findings("""
        STT | Người kiến nghị | Ấp      | Nội dung kiến nghị
        1   | Lê Văn Mẫu      | Tân Hòa | Đề nghị sửa đường vào tổ 5
        2   | Trần Thị Bé     | Tân Lập |
        3   | Võ Văn Cảnh     | Tân Lập |
        4   | Lý Văn Em       | Tân Hòa |
    """) == ["D3 REQ-06"]


def test_an_empty_row_of_a_list_of_petitions_is_a_slip() -> None:
    assert findings("""
        STT | Người kiến nghị | Ấp      | Nội dung kiến nghị
        1   | Lê Văn Mẫu      | Tân Hòa | Đề nghị sửa đường vào tổ 5
        2   | Trần Thị Bé     | Tân Lập |
        3   | Võ Văn Cảnh     | Tân Lập | Đề nghị lắp đèn đường tổ 6
    """) == ["D3 REQ-01"]


def test_what_is_said_to_be_unknown_is_neither_missing_nor_wrong() -> None:
    """How many cells say so is told when they are read (REQ-05)."""
    book = workbook("""
        STT | Người kiến nghị | Số ĐT       | Nội dung kiến nghị         | Lĩnh vực   | Ngày nhận
        1   | Chưa rõ         | chưa rõ     | Chưa rõ                    | Chưa rõ    | Chưa rõ
        2   | Lê Văn Mẫu      | '0912345678 | Đề nghị sửa đường vào tổ 5 | Giao thông | 05/10/2026
    """)
    assert short(checked(book)) == []
    (table,), _ = detect(book, PROFILE.layouts, PROFILE.codelists)
    (unknown, _), said = normalize(table, PROFILE.codelists)
    assert {value for key, value in unknown.values.items() if key != "seq"} <= {None}
    assert short(said) == ["B2 REQ-05", "C2 REQ-05", "D2 REQ-05", "E2 REQ-05", "F2 REQ-05"]


def test_an_answer_that_says_there_is_none_yet_is_no_answer() -> None:
    book = workbook("""
        STT | Mã KN | Nội dung trả lời              | Ngày trả lời
        1   | KN-01 | Đã dặm vá 30 m đường vào tổ 5 | 30/10/2026
        2   | KN-02 | Chưa có trả lời               |
        3   | KN-03 | Chưa có kinh phí              | 30/10/2026
    """)
    assert short(checked(book)) == []
    (table,), _ = detect(book, PROFILE.layouts, PROFILE.codelists)
    records, _ = normalize(table, PROFILE.codelists)
    assert [bool(record["response_text"]) for record in records] == [True, False, True]


# ── Totals in headings, shares, names of sheets ─────────────────────────────────────────────


def test_the_number_in_a_heading_may_be_that_of_all_sections_below_it() -> None:
    assert (
        findings("""
        STT | Người kiến nghị | Nội dung kiến nghị
        A. THUỘC THẨM QUYỀN CẤP XÃ (2 kiến nghị)
        I. Lĩnh vực giao thông (1 kiến nghị)
        1   | Lê Văn Mẫu      | Đề nghị sửa đường vào tổ 5
        II. Lĩnh vực điện: 1 ý kiến
        1   | Trần Thị Bé     | Đề nghị lắp đèn đường tổ 6
    """)
        == []
    )


@pytest.mark.parametrize("share", ["0.9677", "96,8", "96,8 %", "97", "96.7741935"])
def test_a_share_may_be_rounded_and_written_in_many_ways(share: str) -> None:
    assert (
        findings(f"""
        STT | Nội dung đánh giá | Rất hài lòng | Hài lòng | Không hài lòng | Tỷ lệ hài lòng
        1   | Thái độ phục vụ   | 10           | 20       | 1              | {share}
    """)
        == []
    )


# ── For any input ───────────────────────────────────────────────────────────────────────────

WORDS = st.sampled_from(
    [
        "", "Lê Văn Mẫu", "Nguy?n", "####", "31/02/2026", "05/10/2026", "25/12/2030", "KN-01",
        "nt", "Đã giải quyết xong", "Đang xử lý", "Cấp huyện", "Khiếu nại", "26/TB-UBND", "12",
    ]
)  # fmt: skip
HEADER = (
    "STT", "Mã kiến nghị", "Người kiến nghị", "Nội dung kiến nghị", "Ngày tiếp nhận",
    "Thẩm quyền", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn hoàn thành",
    "Nội dung trả lời", "Số văn bản", "Ngày văn bản", "Tình trạng", "Kết quả",
    "Ngày hoàn thành", "Loại ý kiến",
)  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(*[WORDS] * len(HEADER)), min_size=1, max_size=6))
def test_no_rule_fails_or_speaks_twice_of_a_cell(rows: list[tuple[str, ...]]) -> None:
    filled = [tuple(cell or None for cell in row) for row in rows]
    book = Workbook("test.xlsx", (Sheet("Sheet1", (HEADER, *filled)),))
    found = checked(book)
    told: list[tuple[Cell, str]] = [(finding.cell, finding.notice.code) for finding in found]
    assert told == sorted(set(told))
    assert all(finding.text("vi") and finding.fix("en") for finding in found)


def test_rules_say_nothing_of_no_records() -> None:
    context = Context(AS_OF, Meeting(), Calendar())
    assert [blame for rule in RULES for blame in rule.offenders((), context)] == []


def test_whose_hamlet_is_missing_is_told_but_not_of_officials() -> None:
    assert findings("""
        STT | Họ và tên       | Chức vụ           | Ấp
        I   | Đại biểu lãnh đạo
        1   | Nguyễn Văn Hùng | Bí thư Đảng ủy xã |
        2   | Trần Thị Mai    | Chủ tịch UBND xã  |
        II  | Đại biểu nhân dân
        1   | Lê Văn Tám      | Nông dân          | Tân Phú
        2   | Võ Minh Trí     | Cựu chiến binh    |
        3   | Phạm Văn Út     | Công nhân         | Tân Lợi
    """) == ["D7 REQ-09"]


def test_an_answer_of_last_year_among_answers_of_this_year_is_told() -> None:
    book = workbook("""
        STT | Kiến nghị của cử tri       | Nội dung trả lời         | Ngày trả lời
        1   | Đề nghị sửa đường vào tổ 5 | Đã dặm vá 30 m đường     | 01/10/2026
        2   | Đề nghị lắp đèn đường tổ 6 | Đã lắp 12 bóng đèn LED   | 03/10/2025
        3   | Đề nghị nạo vét kênh số 3  | Đã nạo vét xong 200 mét  | 03/10/2026
    """)
    assert short(checked(book, held_on=None, year=2026)) == ["D3 DAT-35"]


def test_a_receipt_still_to_come_is_one_mistake_whatever_the_answer_says() -> None:
    assert findings("""
        STT | Nội dung kiến nghị         | Ngày tiếp nhận | Nội dung trả lời     | Ngày trả lời
        1   | Đề nghị sửa đường vào tổ 5 | 25/12/2030     | Đã dặm vá 30 m đường | 20/10/2026
    """) == ["C2 DAT-20"]
