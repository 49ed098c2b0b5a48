"""The workbook of findings."""

from dataclasses import replace
from datetime import date

from tests.consolidations import as_lines, consolidation, headers, sheet_of
from toolkit.model import Cell, FileStatus, Finding, Notice, Severity, SourceFile, SourceLink
from toolkit.summarize import findings_book, summary

NO_SUCH_DAY = Notice(
    code="DAT-02",
    severity=Severity.ERROR,
    vi="Ngày «{value}» không có trong lịch.",
    en="“{value}” is no day.",
    fix_vi="Hãy gõ lại, ví dụ {day:%d/%m/%Y}.",
    fix_en="Type it again, such as {day:%d/%m/%Y}.",
    why="",
    good="",
    bad="",
)
TWICE = replace(
    NO_SUCH_DAY, code="DUP-10", severity=Severity.WARNING, vi="«{name}» có hai lần.", fix_vi="Xem."
)
FILLED = replace(
    NO_SUCH_DAY, code="TXT-01", severity=Severity.INFO, vi="Đã hiểu là «{name}».", fix_vi="Không."
)
PASSWORD = replace(
    NO_SUCH_DAY, code="FIL-02", vi="Tệp «{path}» có mật khẩu.", fix_vi="Hãy bỏ mật khẩu."
)

FILES = """
== ap 1.xlsx
# Kiến nghị
content   | kind | received_on
Sửa đường | KN   | 31/02/2026
Ông X ăn  | TC   | 30/02/2026
== ap 2.xlsx
# Kiến nghị
content
Thu gom rác
"""


def no_such_day(book: str, row: int, value: str) -> Finding:
    params = {"value": value, "day": date(2026, 2, 28)}
    return Finding(NO_SUCH_DAY, Cell(book, "Kiến nghị", row, 3), params, "received_on", value)


FINDINGS = (
    Finding(FILLED, Cell("ap 1.xlsx", "Kiến nghị", 2, 1), {"name": "Sửa"}, "content", "sửa"),
    Finding(TWICE, Cell("ap 2.xlsx", "Kiến nghị", 2, 1), {"name": "Rác"}, "content", "Rác"),
    no_such_day("ap 1.xlsx", 3, "30/02/2026"),
    no_such_day("ap 1.xlsx", 2, "31/02/2026"),
)


def test_findings_are_listed_gravest_first_then_by_place() -> None:
    book = findings_book(consolidation(FILES, FINDINGS), "vi", "../")
    sheet = book.sheets[1]
    (table,) = sheet.tables
    assert (book.kind, sheet.name, sheet.filtered) == ("findings", "Chi tiết", True)
    assert headers(table) == (
        "STT | Mức độ | Mã | Tệp | Trang | Ô | Giá trị đang có | Nội dung | Cách sửa"
    )
    assert as_lines(table) == [
        (
            "1 | Lỗi | DAT-02 | ap 1.xlsx | Kiến nghị | C2 | 31/02/2026 | "
            "Ngày «31/02/2026» không có trong lịch. | Hãy gõ lại, ví dụ 28/02/2026."
        ),
        (
            "2 | Lỗi | DAT-02 | ap 1.xlsx | Kiến nghị | C3 | 30/02/2026 | "
            "Ngày «30/02/2026» không có trong lịch. | Hãy gõ lại, ví dụ 28/02/2026."
        ),
        "3 | Cảnh báo | DUP-10 | ap 2.xlsx | Kiến nghị | A2 | Rác | «Rác» có hai lần. | Xem.",
        "4 | Ghi chú | TXT-01 | ap 1.xlsx | Kiến nghị | A2 | sửa | Đã hiểu là «Sửa». | Không.",
    ]
    first = table.rows[0]
    assert isinstance(first, tuple)
    assert first[5] == SourceLink("C2", "../ap 1.xlsx", "Kiến nghị", "C2")


def test_the_summary_counts_by_file_and_by_kind() -> None:
    sheet = findings_book(consolidation(FILES, FINDINGS)).sheets[0]
    conclusion, _, by_file, by_kind = sheet.tables
    assert as_lines(conclusion) == [
        "Đã kiểm tra 2 tệp, 3 dòng: có 2 lỗi phải sửa, 1 cảnh báo cần xem lại, 1 ghi chú."
    ]
    assert headers(by_file) == "Tệp | Lỗi | Cảnh báo | Ghi chú"
    assert as_lines(by_file) == ["ap 1.xlsx | 2 | 0 | 1", "ap 2.xlsx | 0 | 1 | 0"]
    assert headers(by_kind) == "Nội dung (của chỗ đầu tiên) | Mã | Mức độ | Số chỗ"
    assert as_lines(by_kind) == [
        "Ngày «31/02/2026» không có trong lịch. | DAT-02 | Lỗi | 2",
        "«Rác» có hai lần. | DUP-10 | Cảnh báo | 1",
        "Đã hiểu là «Sửa». | TXT-01 | Ghi chú | 1",
    ]


def test_the_summary_says_what_to_do_in_order_and_nothing_that_is_not_needed() -> None:
    def steps(findings: tuple[Finding, ...], control: str = "") -> list[str]:
        book = findings_book(consolidation(FILES, findings), questions_in=control)
        return as_lines(book.sheets[0].tables[1])

    mend = "Mở trang Chi tiết, sửa các dòng màu đỏ trước: bấm ô ở cột Ô, làm theo cột Cách sửa."
    look = "Xem lại các dòng màu vàng; chỗ nào đã đúng thì để nguyên."
    answer = "Trả lời các điểm còn hỏi ở trang Ghi nhớ của Bang_dieu_khien.xlsx, mỗi điểm một lần."
    again = "Lưu và đóng các tệp đã sửa, rồi chạy lại công cụ."
    asked = steps(FINDINGS, "Bang_dieu_khien.xlsx")
    assert asked == [f"1. {mend}", f"2. {look}", f"3. {answer}", f"4. {again}"]
    assert steps(FINDINGS[:2]) == [f"1. {look}", f"2. {again}"]
    assert steps(()) == []


def test_without_findings_a_green_sentence_says_what_was_checked() -> None:
    sheet = findings_book(consolidation(FILES)).sheets[0]
    sentence = "Đã kiểm tra 2 tệp, 3 dòng: không có lỗi."
    assert as_lines(sheet.tables[0]) == [sentence]
    assert sheet.colors[sentence] == "green"


def test_warnings_alone_are_yellow_and_errors_red() -> None:
    for findings, color in ((FINDINGS[:2], "yellow"), (FINDINGS, "red")):
        sheet = findings_book(consolidation(FILES, findings)).sheets[0]
        (sentence,) = as_lines(sheet.tables[0])
        assert sheet.colors[sentence] == color


def test_a_file_that_could_not_be_read_is_listed_without_a_cell() -> None:
    locked = SourceFile(
        "kin.xlsx", "", 9, FileStatus.UNREADABLE, reason=PASSWORD, params={"path": "kin.xlsx"}
    )
    data = consolidation(FILES)
    book = findings_book(replace(data, files=(*data.files, locked)))
    assert as_lines(book.sheets[1].tables[0]) == [
        "1 | Lỗi | FIL-02 | kin.xlsx |  |  |  | Tệp «kin.xlsx» có mật khẩu. | Hãy bỏ mật khẩu."
    ]
    assert as_lines(book.sheets[0].tables[2])[-1] == "kin.xlsx | 1 | 0 | 0"
    assert as_lines(book.sheets[0].tables[0]) == [
        "Đã đọc 2 tệp, 3 dòng; không đọc được 1 tệp: có 1 lỗi phải sửa."
    ]


def test_the_leaders_page_counts_as_many_mistakes_as_the_list() -> None:
    locked = SourceFile(
        "kin.xlsx", "", 9, FileStatus.UNREADABLE, reason=PASSWORD, params={"path": "kin.xlsx"}
    )
    data = consolidation(FILES, FINDINGS)
    book = summary(replace(data, files=(*data.files, locked)), {})
    lines = as_lines(sheet_of(book, "Tổng quan").tables[0])
    assert lines[-2].endswith("Lỗi trong số liệu | 3 | ")
    assert lines[-1].endswith("Cảnh báo trong số liệu | 1 | ")


def test_the_workbook_exists_in_english_too() -> None:
    book = findings_book(consolidation(FILES, FINDINGS[3:]), "en")
    assert [sheet.name for sheet in book.sheets] == ["Tóm tắt", "Chi tiết"]
    assert as_lines(book.sheets[0].tables[0]) == ["Checked 2 files, 3 rows: 1 errors to mend."]
    assert as_lines(book.sheets[1].tables[0]) == [
        (
            "1 | Error | DAT-02 | ap 1.xlsx | Kiến nghị | C2 | 31/02/2026 | “31/02/2026” is no "
            "day. | Type it again, such as 28/02/2026."
        )
    ]
