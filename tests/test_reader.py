"""What arrives of a workbook: values as typed, and what is hidden, merged or wrong in it."""

import csv
import struct
from collections.abc import Callable
from datetime import date, datetime, time
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from tests import xlsb
from tests.libreoffice import converted, needs_libreoffice
from tests.packages import package, relations, sheet_xml
from toolkit.excel import delimited
from toolkit.excel.facts import padded
from toolkit.excel.reader import read
from toolkit.excel.tokens import XLS, XLSB, Dialect, sheet_references
from toolkit.model import Sheet, Span

LINKED = {"xl/externalLinks/externalLink1.xml": "<externalLink/>"}
SPELLINGS = {
    "prefixes": '<x:worksheet xmlns:x="urn:a"><x:sheetData><x:row r="1"><x:c r="B1" t="e">'
    "<x:v>#REF!</x:v></x:c></x:row></x:sheetData></x:worksheet>",
    "single quotes": "<worksheet><sheetData><row r='1'><c r='B1' t='e'><v>#REF!</v></c></row>"
    "</sheetData></worksheet>",
    "no addresses": "<worksheet><sheetData><row><c><v>1</v></c><c t='e'><v>#REF!</v></c></row>"
    "</sheetData></worksheet>",
    "another order": '<worksheet><sheetData>\n<row spans="1:2" r="1">\n<c t="e" r="B1">\n'
    "<v>#REF!</v>\n</c>\n</row>\n</sheetData></worksheet>",
}


@pytest.fixture
def read_bytes(tmp_path: Path) -> Callable[[bytes], Sheet]:
    """The first sheet of a file of these bytes."""

    def first_sheet(data: bytes) -> Sheet:
        path = tmp_path / "tep.bin"
        path.write_bytes(data)
        return read(path, "xa-a.xlsx").sheets[0]

    return first_sheet


ReadBytes = Callable[[bytes], Sheet]


def saved(fill: Callable[[Worksheet], None]) -> bytes:
    """A workbook of one sheet, made by openpyxl."""
    book = openpyxl.Workbook()
    fill(book.worksheets[0])
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def test_values_keep_their_types_and_places(read_bytes: ReadBytes) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["B2"] = "Họ tên "
        sheet["C2"] = 79012345678
        sheet["D2"] = 1.5
        sheet["B4"] = date(2026, 10, 5)
        sheet["C4"] = datetime(2026, 10, 5, 8, 30)
        sheet["D4"] = time(8, 30)
        sheet["E4"] = True
        sheet["F4"] = "0912345678"

    assert read_bytes(saved(fill)).rows == (
        (),
        (None, "Họ tên ", 79012345678, 1.5),
        (),
        (None, date(2026, 10, 5), datetime(2026, 10, 5, 8, 30), time(8, 30), True, "0912345678"),
    )


def test_whole_numbers_are_int(read_bytes: ReadBytes) -> None:
    rows = read_bytes(saved(lambda sheet: sheet.append([1, 79012345678.0, True]))).rows
    assert [type(cell) for cell in rows[0]] == [int, int, bool]


def test_text_is_not_normalized(read_bytes: ReadBytes) -> None:
    decomposed = "Nguye\u0302\u0303n"
    assert read_bytes(saved(lambda sheet: sheet.append([decomposed]))).rows == ((decomposed,),)


def test_blank_rows_and_columns_around_the_data_are_cut(read_bytes: ReadBytes) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = "STT"
        sheet["H50"].font = Font(bold=True)
        sheet["F1"].font = Font(bold=True)

    assert read_bytes(saved(fill)).rows == (("STT",),)


def test_a_number_shown_with_leading_zeros_is_the_text_that_is_seen(
    read_bytes: ReadBytes,
) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append([912345678, 79012345678, 5, 912345678, "chữ", 912345678])
        formats = ("0000000000", "000000000000", "0", r"0000\.000\.000", "0000", "General")
        for cell, number_format in zip(sheet[1], formats, strict=True):
            cell.number_format = number_format

    assert read_bytes(saved(fill)).rows == (
        ("0912345678", "079012345678", 5, "0912.345.678", "chữ", 912345678),
    )


def test_hidden_sheets_rows_and_columns_are_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    first = book.worksheets[0]
    for row in range(1, 6):
        first.append([row, "a", "b", "c"])
    first.row_dimensions[3].hidden = True
    first.row_dimensions[900].hidden = True
    first.column_dimensions["B"].hidden = True
    first.column_dimensions["Z"].hidden = True
    hidden = book.create_sheet("Danh mục")
    hidden["A1"] = "x"
    hidden.sheet_state = "veryHidden"
    path = tmp_path / "an.xlsx"
    book.save(path)
    sheets = read(path, "an.xlsx").sheets
    assert [(sheet.name, sheet.hidden) for sheet in sheets] == [
        ("Sheet", False),
        ("Danh mục", True),
    ]
    assert sheets[0].hidden_rows == {3}
    assert sheets[0].hidden_columns == {2}


def test_merged_ranges_are_told(read_bytes: ReadBytes) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = "Danh sách"
        sheet.merge_cells("A1:D2")

    assert read_bytes(saved(fill)).merged == (Span(1, 1, 2, 4),)


def test_chart_sheets_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "bieu-do.xlsx"
    with xlsxwriter.Workbook(path) as book:
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=Số!$A$1:$A$2"})
        book.add_chartsheet("Biểu đồ").set_chart(chart)
        book.add_worksheet("Số").write_column("A1", [1, 2])
    assert [(sheet.name, sheet.rows) for sheet in read(path, "a.xlsx").sheets] == [
        ("Số", ((1,), (2,)))
    ]


def test_error_values_are_told_and_their_cells_are_blank(read_bytes: ReadBytes) -> None:
    sheet = read_bytes(
        package(
            sheet_xml(
                '<row r="1"><c r="A1"><v>1</v></c>'
                '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>',
                '<row r="4"><c r="B4" s="0" t="e"><v>#N/A</v></c></row>',
            )
        )
    )
    assert sheet.errors == {(1, 3): "#DIV/0!", (4, 2): "#N/A"}
    assert sheet.rows == ((1, None, None), (), (), (None, None))


def test_an_error_value_of_a_new_excel_does_not_hide_the_sheet(read_bytes: ReadBytes) -> None:
    sheet = read_bytes(
        package(
            sheet_xml(
                '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="e"><v>#SPILL!</v></c></row>',
                '<row r="2"><c r="A2" t="e"><v>#REF!</v></c><c r="B2"><v>2</v></c></row>',
            )
        )
    )
    assert sheet.errors == {(1, 2): "#SPILL!", (2, 1): "#REF!"}
    assert sheet.rows == ((1, None), (None, 2))


def test_formulas_without_a_result_are_told(read_bytes: ReadBytes) -> None:
    sheet = read_bytes(
        package(
            sheet_xml(
                '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f></c>'
                '<c r="C1"><f>1+1</f><v></v></c><c r="D1" t="str"><f>""</f><v></v></c></row>',
                '<row r="3"><c r="E3"><f t="shared" si="0"/></c></row>',
            )
        )
    )
    assert sheet.no_result == {(1, 2), (1, 3), (3, 5)}
    assert sheet.rows == ((2, None, None), (), (None, None, None, None, None))


def test_formulas_of_openpyxl_were_never_calculated(read_bytes: ReadBytes) -> None:
    assert read_bytes(saved(lambda sheet: sheet.append([1, "=A1+1"]))).no_result == {(1, 2)}


def test_formulas_that_refer_to_other_workbooks_are_told(read_bytes: ReadBytes) -> None:
    sheet = read_bytes(
        package(
            sheet_xml(
                '<row r="1"><c r="A1"><f>[1]Sheet1!A1</f><v>7</v></c>'
                "<c r=\"B1\"><f>SUM('[2]Tháng 1'!A1:A3)</f><v>8</v></c>"
                '<c r="C1"><f>SUM(Bang[2024],A1)</f><v>9</v></c></row>',
                '<row r="2"><c r="A2"><f t="shared" ref="A2:A3" si="4">[1]Sheet1!B1</f>'
                "<v>1</v></c></row>",
                '<row r="3"><c r="A3"><f t="shared" si="4"/><v>2</v></c></row>',
            ),
            **LINKED,
        )
    )
    assert sheet.external == {(1, 1), (1, 2), (2, 1), (3, 1)}
    assert sheet.rows == ((7, 8, 9), (1,), (2,))


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_other_spellings_of_the_same_sheet_are_understood(
    spelling: str, read_bytes: ReadBytes
) -> None:
    assert read_bytes(package(SPELLINGS[spelling])).errors == {(1, 2): "#REF!"}


def test_formatted_blank_rows_to_the_end_of_the_sheet_are_no_rows(read_bytes: ReadBytes) -> None:
    rows = (*range(2, 100_000), *range(1_000_000, 1_048_577))
    blank = "".join(f'<row r="{n}"><c r="A{n}" s="0"/><c r="ZZ{n}" s="0"/></row>' for n in rows)
    sheet = read_bytes(package(sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>', blank)))
    assert sheet.rows == ((1,),)


def test_all_columns_to_the_right_may_be_hidden(read_bytes: ReadBytes) -> None:
    head = '<cols><col min="2" max="16384" width="9" hidden="1"/></cols>'
    cells = '<row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>3</v></c></row>'
    assert read_bytes(package(sheet_xml(cells, head=head))).hidden_columns == {2, 3}


def test_strict_open_xml_is_read(read_bytes: ReadBytes) -> None:
    strict = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    usual = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = 'xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"'
    workbook = (
        f'<workbook {main} xmlns:r="{strict}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/>'
        "</sheets></workbook>"
    )
    data = package(
        f'<worksheet {main}><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" t="e">'
        "<v>#REF!</v></c></row></sheetData></worksheet>",
        **{
            "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")).replace(usual, strict),
            "xl/workbook.xml": workbook,
            "xl/_rels/workbook.xml.rels": relations(
                ("worksheet", "worksheets/sheet1.xml")
            ).replace(usual, strict),
        },
    )
    sheet = read_bytes(data)
    assert (sheet.rows, sheet.errors) == (((1, None),), {(1, 2): "#REF!"})


def test_the_workbook_has_the_name_it_was_given_and_its_hash(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"STT;Ten\n")
    book = read(path, "nhan-vao/Ấp 1.csv")
    assert book.name == "nhan-vao/Ấp 1.csv"
    assert book.sha256 == "363a3bd57beb172781805fcf3bd997c40673b9f6bc61622cabd21230b053a94c"


@needs_libreoffice
@pytest.mark.parametrize("kind", ["xls", "ods", "xlsx"])
def test_links_to_other_workbooks_are_told_in_every_format(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "xa-a.csv"
    path.write_text("='file:///nguon.xlsx'#$Sheet1.B2,2\n", encoding="utf-8")
    assert read(converted(path, kind), "xa-a").sheets[0].external == {(1, 1)}


@needs_libreoffice
@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_other_formats_tell_the_same(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "xa-a.xlsx"
    path.write_bytes(saved(_one_of_each))
    sheet = read(converted(path, kind), "xa-a").sheets[0]
    assert sheet.rows == (
        ("Danh sách",),
        (1, "0912345678", date(2026, 10, 5), "0912.345.678"),
        (2, None, None),
        (),
        (3, 2, 1.5),
    )
    assert sheet.errors == {(3, 2): "#DIV/0!", (3, 3): "#N/A"}
    assert sheet.merged == (Span(1, 1, 1, 4),)
    assert sheet.hidden_rows == {5}
    assert sheet.hidden_columns == {3}


def _one_of_each(sheet: Worksheet) -> None:
    sheet["A1"] = "Danh sách"
    sheet.merge_cells("A1:D1")
    sheet.append([1, 912345678, date(2026, 10, 5), 912345678])
    sheet.append([2, "=1/0", "=NA()"])
    sheet.append([])
    sheet.append([3, "=1+1", 1.5])
    sheet["B2"].number_format = "0000000000"
    sheet["D2"].number_format = r"0000\.000\.000"
    sheet.row_dimensions[5].hidden = True
    sheet.column_dimensions["C"].hidden = True


def test_an_xlsb_tells_the_same(read_bytes: ReadBytes) -> None:
    other_workbook = bytes.fromhex("5a 0000 00000000 0000")
    sheet = read_bytes(
        xlsb.workbook(
            "Một",
            columns=xlsb.hidden_column(3),
            rows=xlsb.row(
                1,
                xlsb.cell(xlsb.TEXT, 1, xlsb.text("Danh sách")),
                xlsb.cell(xlsb.NUMBER, 2, struct.pack("<d", 912345678), style=1),
                xlsb.cell(xlsb.NUMBER, 3, struct.pack("<d", 1.5)),
            )
            + xlsb.row(
                2,
                xlsb.cell(xlsb.ERROR, 1, b"\x17"),
                xlsb.cell(
                    xlsb.FORMULA_NUMBER, 2, struct.pack("<d", 7) + xlsb.formula(other_workbook)
                ),
                xlsb.cell(xlsb.FORMULA_ERROR, 3, b"\x2a" + xlsb.formula(b"\x1c\x2a")),
                hidden=True,
            ),
            merges=xlsb.merged(3, 1, 4, 2),
        )
    )
    assert sheet.name == "Một"
    assert sheet.rows == (("Danh sách", "0912345678", 1.5), (None, 7, None))
    assert sheet.errors == {(2, 1): "#REF!", (2, 3): "#N/A"}
    assert sheet.external == {(2, 2)}
    assert sheet.merged == (Span(3, 1, 4, 2),)
    assert sheet.hidden_rows == {2}
    assert sheet.hidden_columns == {3}


@pytest.mark.parametrize(
    ("data", "rows"),
    [
        ("STT;Họ tên\n1;An\n", (("STT", "Họ tên"), ("1", "An"))),
        ("STT,Họ tên\n1,An\n", (("STT", "Họ tên"), ("1", "An"))),
        ("STT\tHọ tên\n1\tAn\n", (("STT", "Họ tên"), ("1", "An"))),
        ("STT;Nội dung\n1;Đường, cầu, điện\n", (("STT", "Nội dung"), ("1", "Đường, cầu, điện"))),
        ('STT;"Nội\ndung"\n\n1;;\n;;\n', (("STT", "Nội\ndung"), (), ("1",))),
        ("sep=,\nSTT,Ngày\n", (("STT", "Ngày"),)),
        ("0912345678\n", (("0912345678",),)),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_with_delimiters_is_a_sheet(
    data: str, rows: tuple[tuple[str, ...], ...], encoding: str, read_bytes: ReadBytes
) -> None:
    assert read_bytes(data.encode(encoding)).rows == rows


def test_text_of_old_windows_is_understood(read_bytes: ReadBytes) -> None:
    assert read_bytes(b"STT;\xd0\xf4ng\n").rows == (("STT", "Đông"),)


def test_the_sheet_of_a_text_is_named_after_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("STT;Tên\n", encoding="utf-8")
    assert read(path, "nhan-vao/Ấp Tân Hòa.csv").sheets[0].name == "Ấp Tân Hòa"


def test_text_of_notepad_without_a_mark_is_understood(read_bytes: ReadBytes) -> None:
    assert read_bytes("STT;Đông\n".encode("utf-16-le")).rows == (("STT", "Đông"),)


@pytest.mark.parametrize(
    ("formula", "dialect"),
    [
        ("17 02 00 4142  3a 0300 00000000", XLS),
        ("17 02 01 41004200  3a 0300 00000000", XLS),
        ("19 04 0200 000000000000  5b 0300 0000000000000000", XLS),
        ("19 40 0000  41 0100  7a 0300 00000000", XLS),
        ("17 0200 41004200  3a 0300 000000000000", XLSB),
        ("1f 0000000000000000  24 000000000000  03  3b 0300 000000000000000000000000", XLSB),
        ("3a 0300 00000000  ff  3a 0400 00000000", XLS),
    ],
)
def test_references_to_sheets_are_found_among_other_tokens(formula: str, dialect: Dialect) -> None:
    assert list(sheet_references(bytes.fromhex(formula), dialect)) == [3]


@pytest.mark.parametrize(
    ("number", "number_format", "shown"),
    [
        (912345678, "0000 000 000", "0912 345 678"),
        (912345678, '"0"#########', "0912345678"),
        (912345678, "[$-42A]0000000000;[Red]-0", "0912345678"),
        (912345678, "#000000000000", "000912345678"),
        (84912345678, "0000000000", None),
        (5102026, r"00\/00\/0000", "05/10/2026"),
        (7, "00", "07"),
        (-7, "00", None),
        (7, "0", None),
        (7, "#,##0", None),
        (7, "0.00", None),
        (7, "dd/mm/yyyy", None),
        (7, "General", None),
        (7, "", None),
    ],
)
def test_numbers_are_shown_with_zeros_as_excel_shows_them(
    number: int, number_format: str, shown: str | None
) -> None:
    assert padded(number, number_format) == shown


@given(st.integers(0, 10**12), st.integers(2, 12))
def test_padding_with_zeros_never_changes_the_number(number: int, places: int) -> None:
    shown = padded(number, "0" * places)
    assert shown is None or int(shown) == number


CELLS = st.text("aĐ ;\n\"'", max_size=4)


@given(st.lists(st.tuples(CELLS, CELLS, st.just("cuối")), min_size=2))
def test_every_cell_of_a_text_is_read(cells: list[tuple[str, str, str]]) -> None:
    written = StringIO()
    csv.writer(written, delimiter=";").writerows(cells)
    assert delimited.rows(written.getvalue().encode(), "a.csv") == [list(row) for row in cells]
