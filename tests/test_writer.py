"""What is written into a workbook, as openpyxl and LibreOffice read it."""

import errno
import re
import unicodedata
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import combinations, pairwise
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.workbook import Workbook as Book
from openpyxl.worksheet.worksheet import Worksheet

from tests.office import Word, needs_office, pdf_text, pdf_words, recalculated
from toolkit.errors import DeclarationError, OutputError
from toolkit.excel import letterhead, own_kind, read, saving, theme
from toolkit.excel.cells import clean
from toolkit.excel.measure import text_width
from toolkit.excel.writer import write
from toolkit.model import (
    Chart,
    ChartKind,
    Formula,
    Look,
    Meeting,
    Notice,
    ReportBook,
    ReportCell,
    ReportColumn,
    ReportSheet,
    ReportTable,
    Section,
    Signers,
    SourceLink,
)

TAN_PHONG = Meeting(unit_name="xã Tân Phong", held_on=date(2026, 10, 20), year=2026)
MADE_ON = date(2026, 2, 5)
NUMBER = ReportColumn(("STT",), 5, Look.CENTER)
CONTENT = ReportColumn(("Nội dung kiến nghị",), 40)


def book_of(*sheets: ReportSheet) -> ReportBook:
    return ReportBook("summary", "Tổng hợp", TAN_PHONG, MADE_ON, sheets)


def plain(*tables: ReportTable, name: str = "Biểu") -> ReportSheet:
    """A sheet of tables without letterhead and signatures: its first table begins in row 3."""
    return ReportSheet(name, "BIỂU", tables, letterhead=False, signature=False)


def table_of(
    *rows: tuple[ReportCell, ...] | Section, columns: Sequence[ReportColumn] = (NUMBER, CONTENT)
) -> ReportTable:
    return ReportTable(tuple(columns), rows)


def written(folder: Path, *sheets: ReportSheet, values: bool = False) -> Book:
    """The workbook as openpyxl reads it: formulas, or the values saved with them."""
    path = folder / "Tong_hop.xlsx"
    write(book_of(*sheets), path)
    return load_workbook(path, data_only=values)


def first_sheet(folder: Path, sheet: ReportSheet) -> Worksheet:
    return written(folder, sheet).worksheets[0]


def texts(sheet: Worksheet) -> list[list[object]]:
    """What the filled cells hold, row by row."""
    rows: list[list[object]] = [[*row] for row in sheet.iter_rows(values_only=True)]
    filled = ([value for value in row if value is not None] for row in rows)
    return [row for row in filled if row]


# ── Cells ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("text", ["=1+1", "+84 912 345 678", "-5", "@An", "=HYPERLINK(1)"])
def test_text_that_begins_like_a_formula_stays_text(tmp_path: Path, text: str) -> None:
    cell = first_sheet(tmp_path, plain(table_of((1, text))))["B4"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


@pytest.mark.parametrize("text", ["http://example.com", "0912345678", "01/02/2026", "TRUE"])
def test_text_that_looks_like_something_else_stays_text(tmp_path: Path, text: str) -> None:
    cell = first_sheet(tmp_path, plain(table_of((1, text))))["B4"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_control_characters_are_left_out(tmp_path: Path) -> None:
    sheet = first_sheet(tmp_path, plain(table_of((1, "a\x0bb\r\nc\td\ud800"))))
    assert sheet["B4"].value == "ab\nc d"


def test_a_text_too_long_for_a_cell_is_cut_where_it_can_be_seen(tmp_path: Path) -> None:
    text = first_sheet(tmp_path, plain(table_of((1, "ă" * 40_000))))["B4"].value
    assert isinstance(text, str)
    assert (len(text), text[-12:]) == (32_767, "ă… (còn nữa)")


@given(st.text(alphabet=st.characters(), max_size=300), st.integers(1, 400))
def test_no_text_is_longer_than_excel_allows(text: str, times: int) -> None:
    cleaned = clean(text * times)
    assert len(cleaned.encode("utf-16-le")) <= 2 * 32_767
    assert not re.search("[\x00-\x08\x0b-\x1f]", cleaned)


def test_dates_are_dates_and_numbers_are_numbers(tmp_path: Path) -> None:
    columns = (
        ReportColumn(("Ngày",), 12, Look.DATE),
        ReportColumn(("Số",), 12, Look.INTEGER),
        ReportColumn(("Tỷ lệ",), 12, Look.PERCENT),
        ReportColumn(("Chữ",), 12),
    )
    row = (date(2026, 2, 5), 1204, 0.875, date(2026, 3, 15))
    sheet = first_sheet(tmp_path, plain(table_of(row, columns=columns)))
    assert [cell.number_format for cell in sheet[4]] == [
        "dd/mm/yyyy",
        "[$-42A]#,##0",
        "[$-42A]0.0%",
        "dd/mm/yyyy",
    ]
    values = [cell.value for cell in sheet[4]]
    assert values == [datetime(2026, 2, 5), 1204, 0.875, datetime(2026, 3, 15)]


def test_a_date_before_the_calendar_of_excel_is_text(tmp_path: Path) -> None:
    columns = (ReportColumn(("Ngày",), 12, Look.DATE),)
    sheet = first_sheet(tmp_path, plain(table_of((date(1899, 5, 2),), columns=columns)))
    assert sheet["A4"].value == "02/05/1899"


# ── Formulas and names ──────────────────────────────────────────────────────────────────────


def counting_sheets() -> tuple[ReportSheet, ReportSheet, ReportSheet]:
    """A register, a sheet that counts it, and a register that is empty."""
    register = ReportTable(
        (NUMBER, replace(CONTENT, name="kn_noi_dung"), ReportColumn(("Lĩnh vực",), 10, name="kn")),
        ((1, "Đường", "A05"), (2, "Đèn", "B02"), (3, "Đất", "A05")),
    )
    counts = ReportTable(
        (ReportColumn(("Mã",), 8), ReportColumn(("Số",), 8, Look.INTEGER)),
        (
            ("A05", Formula("=COUNTIFS(kn,A{row})", 2)),
            ("B02", Formula("=COUNTIFS(kn,A{row})", 1)),
            ("Tồn đọng", Formula("=COUNTA(ton_dong)", 0)),
        ),
        total=("Tổng cộng", Formula("=SUM(B{first}:B{last})", 3)),
    )
    nothing = ReportTable(
        (NUMBER, replace(CONTENT, name="ton_dong")),
        (),
        total=("Tổng cộng", Formula("=COUNTA(B{first}:B{last})+0*ROW(B{total})", 0)),
        empty="Không có kiến nghị tồn đọng.",
    )
    return (
        plain(register, name="Kiến nghị 'A' 1"),
        plain(counts, name="Số liệu"),
        plain(nothing, name="Tồn đọng"),
    )


def test_formulas_know_their_rows_and_names_know_their_columns(tmp_path: Path) -> None:
    book = written(tmp_path, *counting_sheets())
    assert [row[1].value for row in book["Số liệu"]["A4:B7"]] == [
        "=COUNTIFS(kn,A4)",
        "=COUNTIFS(kn,A5)",
        "=COUNTA(ton_dong)",
        "=SUM(B4:B6)",
    ]
    assert book.defined_names["kn"].attr_text == "'Kiến nghị ''A'' 1'!$C$4:$C$6"
    assert book.defined_names["kn_noi_dung"].attr_text == "'Kiến nghị ''A'' 1'!$B$4:$B$6"


def test_a_program_that_does_not_count_sees_the_figures_too(tmp_path: Path) -> None:
    sheet = written(tmp_path, *counting_sheets(), values=True)["Số liệu"]
    assert [row[1].value for row in sheet["A4:B7"]] == [2, 1, 0, 3]


def test_an_empty_register_has_a_blank_row_to_refer_to(tmp_path: Path) -> None:
    book = written(tmp_path, *counting_sheets())
    sheet = book["Tồn đọng"]
    assert texts(sheet)[2:] == [
        ["Không có kiến nghị tồn đọng."],
        ["Tổng cộng", "=COUNTA(B5:B5)+0*ROW(B6)"],
    ]
    assert book.defined_names["ton_dong"].attr_text == "'Tồn đọng'!$B$5:$B$5"


@needs_office
def test_libreoffice_counts_the_same_figures(tmp_path: Path) -> None:
    path = tmp_path / "Tong_hop.xlsx"
    write(book_of(*counting_sheets()), path)
    book = load_workbook(recalculated(path), data_only=True)
    assert [row[1].value for row in book["Số liệu"]["A4:B7"]] == [2, 1, 0, 3]
    assert book["Tồn đọng"]["B6"].value == 0


@needs_office
def test_a_wrong_saved_value_does_not_survive_recounting(tmp_path: Path) -> None:
    columns = (ReportColumn(("Số",), 8, Look.INTEGER),)
    path = tmp_path / "Tong_hop.xlsx"
    write(book_of(plain(table_of((Formula("=1+1", 99),), columns=columns))), path)
    assert load_workbook(recalculated(path), data_only=True).worksheets[0]["A4"].value == 2


def test_a_name_given_twice_is_a_wrong_declaration(tmp_path: Path) -> None:
    columns = (replace(NUMBER, name="kn"), replace(CONTENT, name="kn"))
    with pytest.raises(DeclarationError, match="kn"):
        write(book_of(plain(table_of((1, "Đường"), columns=columns))), tmp_path / "a.xlsx")
    assert list(tmp_path.iterdir()) == []


# ── Links ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("path", "sheet", "target", "location"),
    [
        ("Xa A.xlsx", "Kiến nghị", "Xa%20A.xlsx", "'Kiến nghị'!E17"),
        ("../nhan-vao/Ấp 1.xlsx", "S", "..\\nhan-vao\\Ấp%201.xlsx", "'S'!E17"),
        ("a'b #2.xlsx", "It's #1", "a%27b%20%232.xlsx", "'It''s #1'!E17"),
        ("100%.xlsx", "100%", "100%25.xlsx", "'100%'!E17"),
        ("a%20b.xlsx", "S", "a%2520b.xlsx", "'S'!E17"),
    ],
)
def test_a_link_opens_the_cell_of_another_file(
    tmp_path: Path, path: str, sheet: str, target: str, location: str
) -> None:
    cell = first_sheet(tmp_path, plain(table_of((1, SourceLink("E17", path, sheet, "E17")))))["B4"]
    assert cell.value == "E17"
    assert cell.hyperlink is not None
    assert (cell.hyperlink.target, cell.hyperlink.location) == (target, location)


def test_a_link_opens_a_cell_of_the_same_file(tmp_path: Path) -> None:
    link = SourceLink("Xem", None, "Kiến nghị 'mới' #1", "B7")
    cell = first_sheet(tmp_path, plain(table_of((1, link))))["B4"]
    assert cell.hyperlink is not None
    assert (cell.hyperlink.target, cell.hyperlink.location) == (None, "'Kiến nghị ''mới'' #1'!B7")


def test_a_link_longer_than_excel_allows_is_only_its_text(tmp_path: Path) -> None:
    link = SourceLink("E17", "ấ" * 2_100 + ".xlsx", "S", "E17")
    cell = first_sheet(tmp_path, plain(table_of((1, link))))["B4"]
    assert (cell.value, cell.hyperlink) == ("E17", None)


# ── Headers, sections, totals ───────────────────────────────────────────────────────────────


def deep_table() -> ReportTable:
    """A header over two rows, a row of numbers, sections and a total."""
    return ReportTable(
        (
            NUMBER,
            CONTENT,
            ReportColumn(("Kết quả", "Xong"), 8, Look.INTEGER),
            ReportColumn(("Kết quả", "Chưa"), 8, Look.INTEGER),
            ReportColumn(("Thẩm quyền", "Xã"), 8, Look.INTEGER),
            ReportColumn(("Ghi chú",), 10),
        ),
        (
            Section("I. Đất đai"),
            (1, "Sửa đường", 1, 0, 1, None),
            Section("II. Điện", page_break=True),
            (2, "Thêm đèn", 0, 1, 1, None),
        ),
        total=("Tổng cộng", None, 1, 1, Formula("=SUM(E{first}:E{last})", 2), None),
        numbered=True,
    )


def test_equal_parents_are_one_cell_and_single_headers_reach_down(tmp_path: Path) -> None:
    sheet = first_sheet(tmp_path, plain(deep_table()))
    assert texts(sheet)[1:4] == [
        ["STT", "Nội dung kiến nghị", "Kết quả", "Thẩm quyền", "Ghi chú"],
        ["Xong", "Chưa", "Xã"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
    ]
    merged = {str(area) for area in sheet.merged_cells.ranges}
    assert merged == {"A1:F1", "A3:A4", "B3:B4", "C3:D3", "F3:F4", "A6:F6", "A8:F8", "A10:B10"}


def test_parents_of_the_same_name_are_apart_when_they_are_not_neighbors(tmp_path: Path) -> None:
    columns = tuple(ReportColumn(header, 10) for header in (("A", "1"), ("B",), ("A", "2")))
    sheet = first_sheet(tmp_path, plain(table_of(("x", "y", "z"), columns=columns)))
    assert texts(sheet)[1:3] == [["A", "B", "A"], ["1", "2"]]
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A1:C1", "B3:B4"}


def test_columns_of_the_same_header_stay_apart(tmp_path: Path) -> None:
    columns = (ReportColumn(("Số",), 10), ReportColumn(("Số",), 10))
    sheet = first_sheet(tmp_path, plain(table_of(("x", "y"), columns=columns)))
    assert texts(sheet)[1] == ["Số", "Số"]


def test_the_rows_between_header_and_total_are_those_that_formulas_mean(tmp_path: Path) -> None:
    sheet = first_sheet(tmp_path, plain(deep_table()))
    assert sheet["E10"].value == "=SUM(E6:E9)"


def test_a_total_without_a_label_or_with_nothing_blank_beside_it_merges_nothing(
    tmp_path: Path,
) -> None:
    columns = (CONTENT, ReportColumn(("Số",), 8, Look.INTEGER))
    for total in (("Tổng cộng", 3), (None, 3)):
        table = replace(table_of(("Đường", 3), columns=columns), total=total)
        sheet = first_sheet(tmp_path, plain(table))
        assert {str(area) for area in sheet.merged_cells.ranges} == {"A1:B1"}


def test_a_table_without_rows_says_so_in_one_line(tmp_path: Path) -> None:
    table = ReportTable((NUMBER, CONTENT), (), empty="Không có kiến nghị.")
    assert texts(first_sheet(tmp_path, plain(table)))[2:] == [["Không có kiến nghị."]]


# ── Letterhead and signatures ───────────────────────────────────────────────────────────────


def report() -> ReportSheet:
    table = ReportTable(
        (NUMBER, ReportColumn(("Nội dung",), 40), ReportColumn(("Thời hạn",), 12, Look.DATE)),
        ((1, "Đường", date(2026, 11, 5)), (2, "Thêm đèn", None)),
        caption="I. Danh sách",
    )
    return ReportSheet(
        "Biểu 1", "BIỂU 1. TỔNG HỢP", (table,), subtitle="(Kèm theo báo cáo)", notes=("Ghi chú.",)
    )


def layout(sheet: Worksheet) -> str:
    """What can be seen: widths, heights, and what each filled cell looks like."""
    widths = " ".join(f"{k}={d.width:.1f}" for k, d in sheet.column_dimensions.items())
    return "\n".join([widths, *(_row_layout(sheet, row) for row in range(1, sheet.max_row + 1))])


def _row_layout(sheet: Worksheet, row: int) -> str:
    merged = {area.min_row * 1000 + area.min_col: str(area) for area in sheet.merged_cells.ranges}
    cells = [cell for cell in sheet[row] if cell.value is not None]
    shown = (
        f"{merged.get(row * 1000 + cell.column, cell.coordinate)} {_look(cell)} {cell.value}"
        for cell in cells
    )
    return " | ".join([f"{sheet.row_dimensions[row].height or 15.75:g}", *shown]).replace(
        "\n", "/"
    )


def _look(cell: Cell | MergedCell) -> str:
    font, place = cell.font, cell.alignment
    flags = (
        ("b" if font.b else "") + ("i" if font.i else "") + ("#" if cell.border.top.style else "")
    )
    return f"({font.sz:g}{flags} {place.horizontal or 'general'})"


def test_a_report_looks_like_a_state_document(tmp_path: Path) -> None:
    sheet = first_sheet(tmp_path, report())
    assert layout(sheet) == dedent("""\
        A=5.6 B=100.8 C=12.6
        17.25 | A1 (13b left) ỦY BAN NHÂN DÂN | C1 (13b right) CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        17.25 | A2 (13b left) XÃ TÂN PHONG | C2 (13b right) Độc lập - Tự do - Hạnh phúc
        10.5 | A3 (8b left) __________ | C3 (8b right) ______________________________________
        12
        21.75 | A5:C5 (14b center) BIỂU 1. TỔNG HỢP
        18.75 | A6:C6 (12i center) (Kèm theo báo cáo)
        12
        18.75 | A8:C8 (12b left) I. Danh sách
        18.75 | A9 (12b# center) STT | B9 (12b# center) Nội dung | C9 (12b# center) Thời hạn
        18.75 | A10 (12# center) 1 | B10 (12# left) Đường | C10 (12# center) 2026-11-05 00:00:00
        18.75 | A11 (12# center) 2 | B11 (12# left) Thêm đèn
        12
        18.75 | A13:C13 (12i left) Ghi chú.
        12
        17.25 | C15 (13i right) Tân Phong, ngày 05 tháng 02 năm 2026
        17.25 | A16 (13b left) NGƯỜI LẬP BIỂU | C16 (13b right) TM. ỦY BAN NHÂN DÂN
        17.25 | C17 (13b right) CHỦ TỊCH
        17.25 | A18 (13i left) (Ký, ghi rõ họ tên) | C18 (13i right) (Ký tên, đóng dấu)
        75
    """).rstrip("\n")


SIGNER = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Ký tên, đóng dấu)"


def test_signatures_are_one_cell_each_where_a_column_begins_near_the_middle(
    tmp_path: Path,
) -> None:
    columns = (CONTENT, CONTENT)
    sheet = first_sheet(tmp_path, replace(report(), tables=(table_of(columns=columns),)))
    assert texts(sheet)[-1] == [
        "\n\nNGƯỜI LẬP BIỂU\n(Ký, ghi rõ họ tên)",
        "\nTân Phong, ngày 05 tháng 02 năm 2026\n" + SIGNER,
    ]


def test_who_signs_stands_below_as_far_as_it_is_known(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    wide = replace(report(), tables=(table_of(columns=(CONTENT, CONTENT)),))
    signers = Signers("Trịnh Ngọc Lan", "Trần Thị Mai", "Phó Chủ tịch")
    for sheet in (wide, report()):
        write(replace(book_of(sheet), signers=signers), path)
        said = "\n".join(str(row) for row in texts(load_workbook(path).worksheets[0]))
        for words in ("Trịnh Ngọc Lan", "Trần Thị Mai", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"):
            assert words in said
        assert "TM. ỦY BAN NHÂN DÂN" not in said


def test_a_unit_that_is_not_known_is_left_to_be_filled_in(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write(replace(book_of(report()), meeting=Meeting()), path)
    sheet = load_workbook(path).worksheets[0]
    assert sheet["A2"].value == "XÃ ……………………"
    assert sheet["C15"].value == "……………………, ngày 05 tháng 02 năm 2026"


def test_a_sheet_without_tables_has_its_texts(tmp_path: Path) -> None:
    sheet = replace(plain(), notes=("Chưa có số liệu.",))
    assert texts(first_sheet(tmp_path, sheet)) == [["BIỂU"], ["Chưa có số liệu."]]


# ── Paper ───────────────────────────────────────────────────────────────────────────────────


def fitted(sheet: Worksheet) -> tuple[bool, int, int]:
    """Whether pages are fitted, how many wide and high; 1 is left out of the file."""
    fit, setup = sheet.sheet_properties.pageSetUpPr, sheet.page_setup
    wide, high = (1 if n is None else int(n) for n in (setup.fitToWidth, setup.fitToHeight))
    return fit is not None and bool(fit.fitToPage), wide, high


def test_the_paper_is_that_of_the_decree(tmp_path: Path) -> None:
    sheet = first_sheet(tmp_path, report())
    margins, setup = sheet.page_margins, sheet.page_setup
    sides = (margins.left, margins.right, margins.top, margins.bottom)
    assert [round(25.4 * float(side or 0)) for side in sides] == [30, 15, 20, 20]
    assert (setup.paperSize, setup.orientation) == (9, "landscape")
    assert fitted(sheet) == (True, 1, 0)
    assert sheet.oddFooter is not None
    assert sheet.oddFooter.center is not None
    assert sheet.oddFooter.center.text == "Trang &P/&N"
    assert (sheet.print_title_rows, sheet.print_area) == (None, "'Biểu 1'!$A$1:$C$19")


def test_a_sheet_of_one_page_is_one_page_high_too(tmp_path: Path) -> None:
    sheet = first_sheet(tmp_path, replace(report(), one_page=True, landscape=False))
    assert fitted(sheet) == (True, 1, 1)
    assert sheet.page_setup.orientation == "portrait"


def test_what_is_little_more_than_a_page_is_printed_on_one(tmp_path: Path) -> None:
    heights = {}
    for rows in (15, 24, 28, 60):
        table = table_of(*[("Đường",)] * rows, columns=(CONTENT,))
        heights[rows] = fitted(first_sheet(tmp_path, plain(table)))[2]
    assert heights == {15: 0, 24: 1, 28: 1, 60: 0}


def test_signatures_are_never_alone_on_a_page(tmp_path: Path) -> None:
    for rows in range(60, 90):
        table = table_of(*[("Đường", 1)] * rows, columns=(CONTENT, NUMBER))
        sheet = first_sheet(tmp_path, replace(report(), tables=(table,), notes=()))
        room, used, alone = 482.0, 0.0, False
        begins = {brk.id for brk in sheet.row_breaks.brk}
        for row in range(1, sheet.max_row + 1):
            height = sheet.row_dimensions[row].height or 0
            if row - 1 in begins or used + height > room:
                used, alone = 18.75, row > 8 + rows
            used += height
        assert (rows, alone) == (rows, False)


def test_the_header_is_repeated_only_where_the_table_goes_on(tmp_path: Path) -> None:
    short, long = (table_of(*[("Đường",)] * n, columns=(CONTENT,)) for n in (10, 60))
    titles = [first_sheet(tmp_path, plain(table)).print_title_rows for table in (short, long)]
    assert titles == [None, "$3:$3"]


def test_columns_that_stay_off_the_paper_are_outside_the_print_area(tmp_path: Path) -> None:
    columns = (NUMBER, CONTENT, ReportColumn(("Tệp",), 20, printed=False))
    sheet = first_sheet(tmp_path, plain(table_of((1, "Đường", "a.xlsx"), columns=columns)))
    assert sheet.print_area == "'Biểu'!$A$1:$B$4"


def test_a_section_may_begin_a_page(tmp_path: Path) -> None:
    sheet = first_sheet(tmp_path, plain(deep_table()))
    assert [brk.id for brk in sheet.row_breaks.brk] == [7]


def test_tables_one_below_the_other_repeat_no_header(tmp_path: Path) -> None:
    sheet = first_sheet(tmp_path, plain(deep_table(), deep_table()))
    assert (sheet.print_title_rows, sheet.freeze_panes) == (None, None)


# ── Work on the screen ──────────────────────────────────────────────────────────────────────


def test_the_header_stays_in_sight_and_rows_can_be_filtered(tmp_path: Path) -> None:
    sheet = first_sheet(tmp_path, replace(plain(deep_table()), filtered=True))
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A6", "A5:F9")


def validations(sheet: Worksheet) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (str(rule.sqref), str(rule.type), rule.formula1, rule.errorStyle)
        for rule in sheet.data_validations.dataValidation
    ]


def test_short_lists_stand_in_the_cell_and_long_ones_in_a_hidden_sheet(tmp_path: Path) -> None:
    units = tuple(f"Phòng số {number} của Ủy ban nhân dân" for number in range(20))
    columns = (
        ReportColumn(("Kết quả",), 10, choices=("Xong", "Chưa")),
        ReportColumn(("Đơn vị",), 10, choices=units),
        ReportColumn(("Phối hợp",), 10, choices=units),
        ReportColumn(("Nhóm",), 10, choices=("Điện, nước", "Đường")),
    )
    table = ReportTable(columns, (("Xong", None, None, None),), total=(None,) * 4)
    book = written(tmp_path, plain(table))
    assert validations(book.worksheets[0]) == [
        ("A4", "list", '"Xong,Chưa"', "warning"),
        ("B4", "list", "_danh_muc!$A$1:$A$20", "warning"),
        ("C4", "list", "_danh_muc!$A$1:$A$20", "warning"),
        ("D4", "list", "_danh_muc!$B$1:$B$2", "warning"),
    ]
    hidden = book["_danh_muc"]
    assert (hidden.sheet_state, hidden["A20"].value) == ("veryHidden", units[19])
    assert (hidden["B1"].value, hidden["B2"].value) == ("Điện, nước", "Đường")


def test_a_table_that_people_go_on_writing_offers_its_lists_further_down(tmp_path: Path) -> None:
    columns = (ReportColumn(("Kết quả",), 10, choices=("Xong", "Chưa")),)
    sheet = replace(plain(table_of(("Xong",), columns=columns)), colors={"Chưa": "red"})
    found = first_sheet(tmp_path, sheet)
    assert validations(found) == [("A4:A504", "list", '"Xong,Chưa"', "warning")]
    assert [str(area.sqref) for area in found.conditional_formatting] == ["A4:A504"]


def test_a_locked_column_takes_no_typing_but_can_be_sorted(tmp_path: Path) -> None:
    columns = (replace(NUMBER, locked=True), CONTENT)
    sheet = first_sheet(tmp_path, plain(table_of((1, "Đường"), columns=columns)))
    assert validations(sheet) == [("A4", "custom", "FALSE", None)]
    assert not sheet.protection.sheet


def test_rows_that_people_type_into_may_grow(tmp_path: Path) -> None:
    columns = (NUMBER, replace(CONTENT, choices=("Xong", "Chưa")))
    path = tmp_path / "a.xlsx"
    write(book_of(plain(table_of((1, "Đề nghị sửa đường " * 9), columns=columns))), path)
    with zipfile.ZipFile(path) as parts:
        xml = parts.read("xl/worksheets/sheet1.xml").decode()
    assert '<row r="4" ht="' in xml
    assert "customHeight" not in xml


def test_colors_follow_the_words_of_the_row(tmp_path: Path) -> None:
    sheet = replace(plain(table_of((1, "Quá hạn"))), colors={"Quá hạn": "red", 'Hỏi "?"': "grey"})
    found = first_sheet(tmp_path, sheet).conditional_formatting
    rules = [(str(area.sqref), rule.formula) for area in found for rule in area.rules]
    assert rules == [
        ("A4:B4", ['ISNUMBER(MATCH("Quá hạn",$A4:$B4,0))']),
        ("A4:B4", ['ISNUMBER(MATCH("Hỏi ""~?""",$A4:$B4,0))']),
    ]


def luminance(color: str) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    shares = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(ink: str, paper: str) -> float:
    dark, light = sorted((luminance(ink), luminance(paper)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("ink", ["#000000", theme.LINK])
@pytest.mark.parametrize("paper", [*theme.PAINTS.values(), theme.HEADER_FILL, theme.SOFT_FILL])
def test_every_color_can_be_read(ink: str, paper: str) -> None:
    assert contrast(ink, paper) >= 4.5


@pytest.mark.parametrize("shade", theme.SHADES)
def test_labels_on_the_shades_of_a_chart_can_be_read(shade: str) -> None:
    ink = "#FFFFFF" if shade in theme.DARK_SHADES else "#000000"
    assert contrast(ink, shade) >= 4.5


@pytest.mark.parametrize("pair", [*combinations(theme.SHADES, 2)], ids=" ".join)
def test_any_two_shades_of_a_chart_differ_in_grey(pair: tuple[str, str]) -> None:
    assert contrast(*pair) >= 1.45


# ── What is printed ─────────────────────────────────────────────────────────────────────────

SENTENCES = (
    "Đề nghị UBND xã sớm nâng cấp, sửa chữa tuyến đường liên ấp Tân Hòa – Tân Thanh dài 1,2 km.",
    "Kiến nghị xem xét hồ sơ cấp giấy chứng nhận quyền sử dụng đất đã nộp từ tháng 3/2026.",
    "Phản ánh tình trạng đổ rác bừa bãi dọc kênh tiêu T4-7, gây mùi hôi thối, ô nhiễm nguồn nước.",
    "Hỏi về điều kiện hưởng trợ cấp xã hội đối với người cao tuổi thuộc hộ nghèo, cận nghèo.",
    "ĐỀ NGHỊ LẮP ĐẶT THÊM ĐÈN CHIẾU SÁNG CÔNG CỘNG TẠI KHU VỰC CHỢ VÀ TRƯỜNG MẪU GIÁO.",
    "Người dân phải đi lại nhiều lần; đề nghị hướng dẫn đầy đủ một lần, đúng quy định.",
    "Ông Trần Văn Bình – Phó Chủ tịch UBND xã trả lời: đã đưa vào kế hoạch đầu tư công 2027.",
)


BOTTOM_OF_ROWS = 538.0
"""Points from the top of a page, landscape."""


def samples(count: int, first: int = 0) -> list[str]:
    """Texts of one to about ten lines, each beginning with its own number."""
    return [
        " ".join([f"K{number:03}", *(SENTENCES[(number + n) % 7] for n in range(1 + number % 6))])
        for number in range(first, first + count)
    ]


def printed_lines(words: Sequence[Word]) -> dict[str, int]:
    """How many lines each of the samples takes on the paper, by its number."""
    tops: dict[str, list[float]] = {}
    number, page, first = "", 0, 0.0
    for word in words:
        if re.fullmatch(r"K\d{3}", word.text):
            first = word.top if word.page != page else first
            number, page = word.text, word.page
        # The repeated header is printed after the rows, the footer after that.
        if word.page == page and first - 6 < word.top < BOTTOM_OF_ROWS:
            tops.setdefault(number, []).append(word.top)
    return {number: 1 + _steps(sorted(found)) for number, found in tops.items()}


def _steps(tops: Sequence[float]) -> int:
    """Tops of one line differ a little: letters that a font lacks come from another."""
    return sum(below - above > 6 for above, below in pairwise(tops))


@given(st.text(alphabet="Đềnghịsửđườngơư ̱́", max_size=40))
def test_the_way_marks_are_encoded_does_not_change_the_width(text: str) -> None:
    composed, split = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert text_width(composed, 12) == text_width(split, 12)


@needs_office
def test_rows_are_as_high_as_their_text_within_one_line(tmp_path: Path) -> None:
    sheets = []
    for beside in (1, 3, 5):
        columns = (CONTENT, *[ReportColumn(("Ghi chú",), 12)] * beside)
        rows = [(text, *[None] * beside) for text in samples(70, first=100 * beside)]
        sheets.append(plain(table_of(*rows, columns=columns), name=f"Biểu {beside}"))
    path = tmp_path / "a.xlsx"
    write(book_of(*sheets), path)
    room = {
        str(sheet.cell(row, 1).value)[:4]: ((sheet.row_dimensions[row].height or 0) - 3) / 15.75
        for sheet in load_workbook(path)
        for row in range(4, 74)
    }
    lines = printed_lines(pdf_words(path))
    assert len(lines) == 210
    assert [n for n in lines if not lines[n] <= room[n] + 0.01 <= lines[n] + 1.02] == []


def lively_book() -> ReportBook:
    """Twelve sheets with all that can be written: registers, counts, sections, charts."""
    columns = (
        ReportColumn(("STT",), 5, Look.CENTER),
        ReportColumn(("Người kiến nghị",), 18),
        ReportColumn(("Nội dung kiến nghị",), 45, name="kn_noi_dung"),
        ReportColumn(("Lĩnh vực",), 14, name="kn_linh_vuc"),
        ReportColumn(("Thời hạn",), 12, Look.DATE),
        ReportColumn(("Tình trạng hạn",), 14, Look.CENTER),
        ReportColumn(("Ô",), 7, Look.CENTER, printed=False),
    )
    states = ("Quá hạn", "Còn trong hạn", "Sắp đến hạn")
    rows = tuple(
        (
            number,
            f"Nguyễn Văn {number}",
            text,
            ("Đất đai", "Giao thông")[number % 2],
            date(2026, 11, 1 + number % 28),
            states[number % 3],
            SourceLink(f"E{number}", "../nhan-vao/Ấp 1.xlsx", "Kiến nghị", f"E{number}"),
        )
        for number, text in enumerate(samples(40), start=1)
    )
    register = ReportSheet(
        "Kiến nghị",
        "TỔNG HỢP Ý KIẾN, KIẾN NGHỊ",
        (ReportTable(columns, rows),),
        letterhead=False,
        signature=False,
        filtered=True,
        colors={"Quá hạn": "red", "Sắp đến hạn": "yellow"},
    )
    counts = ReportTable(
        (ReportColumn(("Lĩnh vực",), 30), ReportColumn(("Số kiến nghị",), 12, Look.INTEGER)),
        (
            ("Đất đai", Formula("=COUNTIFS(kn_linh_vuc,A{row})", 20)),
            ("Giao thông", Formula("=COUNTIFS(kn_linh_vuc,A{row})", 20)),
        ),
        total=("Tổng cộng", Formula("=SUM(B{first}:B{last})", 40)),
    )
    charts = tuple(Chart(kind, f"Biểu đồ {kind}", 0, 0, (1,)) for kind in ChartKind)
    by_topic = ReportSheet("Lĩnh vực", "THEO LĨNH VỰC", (counts,), charts=charts, landscape=False)
    more = (replace(by_topic, name=f"Biểu {n}", one_page=n % 2 == 0) for n in range(9))
    return book_of(register, by_topic, *more, plain(deep_table(), name="Phân công"))


@needs_office
def test_every_word_of_a_report_is_on_the_paper(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write(lively_book(), path)
    pages = pdf_text(path).split("\f")
    joined = re.sub(r"\s+", "", "".join(pages))
    book = load_workbook(path)
    assert len(book.sheetnames) == 12
    words = {word for sheet in book for row in texts(sheet) for word in str(row[-1]).split()}
    printed = {word for word in words if not re.fullmatch(r"E\d+|=.*|.*\d\d:\d\d:\d\d", word)}
    assert {word for word in printed if word not in joined} == set()
    assert f"Trang1/{len(pages) - 1}" in joined


@needs_office
def test_letterhead_and_signatures_fit_any_columns(tmp_path: Path) -> None:
    grids = ((60,), (60, 8), (5, 70), (5, 50, 10, 12), (20, 20, 20))
    tables = (table_of(columns=[ReportColumn((f"C{w}",), w) for w in widths]) for widths in grids)
    sheets = (replace(report(), name=f"B{n}", tables=(t,)) for n, t in enumerate(tables))
    path = tmp_path / "a.xlsx"
    write(book_of(*(replace(sheet, landscape=False) for sheet in sheets)), path)
    printed = re.sub(r"\s+", "", pdf_text(path))
    phrases = (letterhead.STATE, letterhead.MOTTO, "XÃ TÂN PHONG", "năm 2026", "ỦY BAN NHÂN DÂN")
    assert [printed.count(phrase.replace(" ", "")) for phrase in phrases] == [5, 5, 5, 5, 10]


@needs_office
def test_every_page_of_a_register_begins_with_its_header(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write(replace(lively_book(), sheets=lively_book().sheets[:1]), path)
    pages = pdf_text(path).split("\f")[:-1]
    assert len(pages) > 2
    assert all(re.search(r"STT\s+Người kiến nghị\s+Nội dung kiến nghị", page) for page in pages)


# ── Charts ──────────────────────────────────────────────────────────────────────────────────


def test_charts_draw_the_cells_of_their_table_and_cover_none(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write(replace(lively_book(), sheets=lively_book().sheets[:2]), path)
    with zipfile.ZipFile(path) as parts:
        drawing = parts.read("xl/drawings/drawing1.xml").decode()
        charts = [parts.read(f"xl/charts/chart{n}.xml").decode() for n in (1, 2, 3)]
    sheet = load_workbook(path).worksheets[1]
    filled = {row[0].row for row in sheet.iter_rows() if any(c.value is not None for c in row)}
    anchors = re.findall(r"<xdr:from>.*?<xdr:row>(\d+)</xdr:row>.*?</xdr:from>", drawing)
    ends = re.findall(r"<xdr:to>.*?<xdr:row>(\d+)</xdr:row>.*?</xdr:to>", drawing)
    assert len(anchors) == 3
    for above, below in zip(anchors, ends, strict=True):
        assert above == below
        assert int(above) + 1 not in filled
    for chart in charts:
        assert "<c:f>'Lĩnh vực'!$A$8:$A$9</c:f>" in chart
        assert "<c:f>'Lĩnh vực'!$B$8:$B$9</c:f>" in chart


def test_a_chart_leaves_out_lines_without_a_name(tmp_path: Path) -> None:
    columns = (CONTENT, ReportColumn(("Số",), 8, Look.INTEGER))
    table = table_of(("Đường", 3), ("Đèn", 2), (None, None), columns=columns)
    sheet = replace(plain(table), charts=(Chart(ChartKind.PIE, "Lĩnh vực", 0, 0, (1,)),))
    path = tmp_path / "a.xlsx"
    write(book_of(sheet), path)
    with zipfile.ZipFile(path) as parts:
        assert "<c:f>Biểu!$A$4:$A$5</c:f>" in parts.read("xl/charts/chart1.xml").decode()


def test_figures_of_the_same_name_are_told_apart_in_the_legend(tmp_path: Path) -> None:
    headers = (("Xong", "Quá hạn"), ("Chưa xong", "Quá hạn"), ("Chưa xong", "Trong hạn"))
    columns = (CONTENT, *(ReportColumn(header, 9, Look.INTEGER) for header in headers))
    drawn = Chart(ChartKind.STACKED, "Tiến độ", 0, 0, (1, 2, 3))
    sheet = replace(plain(table_of(("Đường", 1, 2, 3), columns=columns)), charts=(drawn,))
    path = tmp_path / "a.xlsx"
    write(book_of(sheet), path)
    with zipfile.ZipFile(path) as parts:
        names = re.findall(r"<c:tx><c:v>(.*?)</c:v>", parts.read("xl/charts/chart1.xml").decode())
    assert names == ["Xong – Quá hạn", "Chưa xong – Quá hạn", "Trong hạn"]


def test_nothing_is_drawn_of_an_empty_table(tmp_path: Path) -> None:
    table = ReportTable((CONTENT, NUMBER), (), empty="Không có.")
    sheet = replace(plain(table), charts=(Chart(ChartKind.BAR, "Lĩnh vực", 0, 0, (1,)),))
    path = tmp_path / "a.xlsx"
    write(book_of(sheet), path)
    with zipfile.ZipFile(path) as parts:
        assert not [name for name in parts.namelist() if "chart" in name]


# ── The file ────────────────────────────────────────────────────────────────────────────────


def test_the_same_book_gives_the_same_bytes(tmp_path: Path) -> None:
    write(lively_book(), tmp_path / "a.xlsx")
    write(lively_book(), tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_workbook_says_what_it_is_and_nothing_of_who_made_it(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write(book_of(report()), path)
    assert own_kind(path) == "summary"
    properties = load_workbook(path).properties
    assert (properties.title, properties.creator) == ("Tổng hợp", "UBND xã Tân Phong")
    with zipfile.ZipFile(path) as parts:
        assert "vi-VN" in parts.read("docProps/custom.xml").decode()
    assert (properties.created, properties.modified) == (datetime(2026, 2, 5),) * 2


def test_our_own_reader_reads_what_was_written(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write(book_of(*counting_sheets()), path)
    register, counts, _ = read(path, "a.xlsx").sheets
    assert register.rows[2:4] == (("STT", "Nội dung kiến nghị", "Lĩnh vực"), (1, "Đường", "A05"))
    assert [counts.at(row, 2) for row in (4, 5, 6, 7)] == [2, 1, 0, 3]


def test_folders_on_the_way_are_made_and_nothing_else_is_left(tmp_path: Path) -> None:
    target = tmp_path / "ket-qua" / "Tong_hop.xlsx"
    write(book_of(report()), target)
    assert [path.name for path in target.parent.iterdir()] == ["Tong_hop.xlsx"]


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (PermissionError(errno.EACCES, "in use"), "FIL-30"),
        (OSError(errno.ENOSPC, "full"), "FIL-31"),
        (OSError(errno.ENETUNREACH, "gone"), "FIL-32"),
    ],
)
def test_what_cannot_be_written_is_explained_and_the_old_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, code: str
) -> None:
    target = tmp_path / "Tong_hop.xlsx"
    target.write_bytes(b"old")

    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OutputError) as caught:
        write(book_of(report()), target)
    assert (caught.value.notice.code, caught.value.params) == (code, {"path": "Tong_hop.xlsx"})
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["Tong_hop.xlsx"]


def test_a_full_disk_for_temporary_files_is_explained_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("xlsxwriter.packager.Packager._create_package", refuse)
    with pytest.raises(OutputError) as caught:
        write(book_of(report()), tmp_path / "a.xlsx")
    assert caught.value.notice.code == "FIL-31"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file_is_explained(tmp_path: Path) -> None:
    (tmp_path / "ket-qua").write_bytes(b"")
    with pytest.raises(OutputError) as caught:
        write(book_of(report()), tmp_path / "ket-qua" / "Tong_hop.xlsx")
    assert caught.value.text("vi").startswith("Chưa ghi được tệp «Tong_hop.xlsx»")
    assert "D:\\Doi thoai" in caught.value.fix("vi")


@pytest.mark.parametrize("notice", saving.NOTICES, ids=lambda notice: notice.code)
def test_messages_are_short_and_name_the_file(notice: Notice) -> None:
    message = notice.text("vi", {"path": "Tong hop.xlsx"}) + " " + notice.fix("vi", {"path": "a"})
    assert "«Tong hop.xlsx»" in message
    assert len(message.split()) <= 45
