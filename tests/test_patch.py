"""Cells of a workbook are changed, and nothing else in it."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.styles import Font

from tests.office import needs_office, recalculated
from tests.packages import package
from tests.rich_workbook import DATA, LISTS, OWN_NOTE, rich_workbook
from toolkit.errors import InputError
from toolkit.excel.patch import Edits, FormulaError, NewSheet, SheetEdits, patched

RED = "FFC7CE"
MARKS = Edits(
    {
        DATA: SheetEdits(
            fills={(2, 2): RED, (4, 2): RED, (30, 5): RED},
            notes={(2, 2): "Số tiền chưa đúng.", (3, 2): "Không ghi đè.", (4, 2): "Số âm."},
        ),
        LISTS: SheetEdits(notes={(1, 1): "Xem lại."}),
    },
    (
        NewSheet(
            "Danh sách lỗi",
            (("Ô", "Vấn đề"), ("B2", "=1+1")),
            widths=(8, 40),
            links={(2, 1): "'Dữ liệu'!B2"},
        ),
    ),
)
MUST_CHANGE = {
    "[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/workbook.xml", "xl/styles.xml",
    "xl/worksheets/sheet1.xml", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml",
    "xl/worksheets/sheet2.xml", "xl/worksheets/_rels/sheet2.xml.rels",
}  # fmt: skip


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return rich_workbook(tmp_path_factory.mktemp("rich") / "giàu.xlsm")


@pytest.fixture(scope="module")
def marked(rich: Path) -> Path:
    target = rich.with_name("đánh dấu.xlsm")
    target.write_bytes(patched(rich.read_bytes(), MARKS, rich.name))
    return target


def parts(path: Path) -> Mapping[str, bytes]:
    with ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def edited(sheet: str, edits: SheetEdits, **more: str) -> bytes:
    return patched(package(sheet, **more), Edits({"Tháng 1": edits}), "t.xlsx")


def sheet_xml(content: bytes) -> str:
    with ZipFile(BytesIO(content)) as archive:
        return archive.read("xl/worksheets/sheet1.xml").decode()


def test_of_41_parts_all_that_need_not_change_are_the_same_bytes(rich: Path, marked: Path) -> None:
    before, after = parts(rich), parts(marked)
    assert len(before) == 41
    assert {name for name in before if after[name] != before[name]} == MUST_CHANGE
    assert set(after) - set(before) == {
        "xl/worksheets/sheet3.xml", "xl/comments2.xml", "xl/drawings/vmlDrawing3.vml",
    }  # fmt: skip


def test_in_a_marked_sheet_only_the_marked_cells_are_written_anew(
    rich: Path, marked: Path
) -> None:
    cell = re.compile(rb'<c r="([A-Z]+\d+)".*?(?:/>|</c>)', re.DOTALL)
    name = "xl/worksheets/sheet1.xml"
    before = {m[1]: m[0] for m in cell.finditer(parts(rich)[name])}
    after = {m[1]: m[0] for m in cell.finditer(parts(marked)[name])}
    changed = {place for place in after if after[place] != before.get(place)}
    assert changed == {b"B2", b"B4", b"E30"}
    assert cell.sub(b"", parts(rich)[name]).replace(b"</sheetData>", b"") == cell.sub(
        b"", parts(marked)[name]
    ).replace(b'<row r="30"></row></sheetData>', b"")


@pytest.mark.filterwarnings("ignore:.*extension is not supported")
def test_marks_are_seen_by_another_reader(marked: Path) -> None:
    book = openpyxl.load_workbook(marked)
    sheet = book[DATA]
    assert [sheet[c].fill.fgColor.rgb for c in ("B2", "B4", "E30")] == [f"FF{RED}"] * 3
    assert sheet["C4"].fill.fill_type is None
    assert sheet["B4"].comment.text == "Số âm."
    assert book[LISTS]["A1"].comment.text == "Xem lại."
    assert book.sheetnames == [DATA, LISTS, "Danh sách lỗi"]
    assert book["Danh sách lỗi"]["B2"].value == "=1+1"
    assert book["Danh sách lỗi"]["B2"].data_type == "s"
    assert book["Danh sách lỗi"]["B2"].alignment.wrap_text is True
    assert book["Danh sách lỗi"]["A2"].hyperlink.location == "'Dữ liệu'!B2"


@pytest.mark.filterwarnings("ignore:.*extension is not supported")
def test_a_note_of_a_person_stays_and_ours_follows(marked: Path) -> None:
    note = openpyxl.load_workbook(marked)[DATA]["B2"].comment
    assert note.text == f"{OWN_NOTE}\n\nSố tiền chưa đúng."
    assert note.author == "Cán bộ"


@pytest.mark.filterwarnings("ignore:.*extension is not supported")
def test_a_cell_with_a_conversation_gets_no_note(marked: Path) -> None:
    assert openpyxl.load_workbook(marked)[DATA]["B3"].comment.text == "Trao đổi"


@needs_office
@pytest.mark.filterwarnings("ignore:.*extension is not supported")
def test_libreoffice_opens_the_marked_workbook_with_the_same_values(
    rich: Path, marked: Path, tmp_path: Path
) -> None:
    shown = []
    for number, path in enumerate((rich, marked)):
        copy = tmp_path / f"{number}.xlsm"
        copy.write_bytes(path.read_bytes())
        sheet = openpyxl.load_workbook(recalculated(copy), data_only=True)[DATA]
        shown.append([[cell.value for cell in row] for row in sheet["A1:G20"]])
    assert shown[0] == shown[1]
    assert shown[0][11][1] == 650


def test_a_value_keeps_the_style_of_its_cell_and_a_day_is_shown_as_a_day() -> None:
    book = openpyxl.Workbook()
    sheet = book["Sheet"]
    sheet["A1"] = "Chưa trả lời"
    sheet["A1"].font = Font(bold=True)
    plain = BytesIO()
    book.save(plain)
    edits = SheetEdits(values={(1, 1): "Đã trả lời", (1, 2): date(2026, 10, 5), (2, 1): 45})
    content = patched(plain.getvalue(), Edits({"Sheet": edits}), "t.xlsx")
    after = openpyxl.load_workbook(BytesIO(content))["Sheet"]
    assert (after["A1"].value, after["A1"].font.bold) == ("Đã trả lời", True)
    assert after["B1"].value == datetime(2026, 10, 5)
    assert after["A2"].value == 45


def test_a_formula_of_a_person_is_not_written_over() -> None:
    sheet = (
        '<worksheet><sheetData><row r="1"><c r="A1"><f>B1+1</f><v>1</v></c></row></sheetData>'
        "</worksheet>"
    )
    with pytest.raises(FormulaError, match="A1"):
        edited(sheet, SheetEdits(values={(1, 1): 2}))


def test_cells_are_found_whatever_prefix_they_have_and_with_no_addresses() -> None:
    sheet = (
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        "<x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row>"
        "<x:row/></x:sheetData></x:worksheet>"
    )
    content = edited(sheet, SheetEdits(values={(1, 2): 5, (1, 4): 6, (2, 1): 7}))
    assert sheet_xml(content).split("<x:sheetData>")[1].split("</x:sheetData>")[0] == (
        '<x:row><x:c><x:v>1</x:v></x:c><x:c r="B1"><x:v>5</x:v></x:c><x:c r="D1"><x:v>6</x:v>'
        '</x:c></x:row><x:row><x:c r="A2"><x:v>7</x:v></x:c></x:row>'
    )


def test_rows_are_added_in_the_style_of_the_last_one_and_ranges_grow() -> None:
    sheet = (
        '<worksheet><dimension ref="A1:B3"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="3"><c r="A3" s="4"><v>3</v></c><c r="B3" s="5"/></row>'
        '<row r="4"><c r="A4" s="9"/></row></sheetData>'
        '<autoFilter ref="A1:B3"/><conditionalFormatting sqref="A2:A3 B2:B500"/></worksheet>'
    )
    content = edited(sheet, SheetEdits(appended=({1: "Mới"}, {2: 5})))
    text = sheet_xml(content)
    assert (
        '<row r="4"><c r="A4" s="4" t="inlineStr"><is><t xml:space="preserve">Mới</t></is></c>'
        '<c r="B4" s="5"/></row><row r="5"><c r="A5" s="4"/><c r="B5" s="5"><v>5</v></c></row>'
    ) in text
    assert text.count('<row r="4"') == 1
    assert '<dimension ref="A1:B5"/>' in text
    assert '<autoFilter ref="A1:B5"/><conditionalFormatting sqref="A2:A5 B2:B500"/>' in text


def test_a_file_of_another_format_is_refused() -> None:
    with pytest.raises(InputError):
        patched(b"no workbook", Edits(), "t.xlsx")


def test_a_sheet_whose_name_is_taken_gets_a_number(rich: Path) -> None:
    content = patched(rich.read_bytes(), Edits(added=(NewSheet(LISTS, ()),)), rich.name)
    with ZipFile(BytesIO(content)) as archive:
        assert f'name="{LISTS} (2)"' in archive.read("xl/workbook.xml").decode()


places = st.tuples(st.integers(1, 9), st.integers(1, 9))
contents = st.one_of(
    st.text("aăâáảđêếôơưỨ =+-@<>&'\"\n.,0", min_size=1, max_size=9),
    st.integers(-(10**6), 10**6),
)
tables = st.dictionaries(places, contents, min_size=1, max_size=20)


@given(tables, tables, st.dictionaries(places, st.just(RED), max_size=5))
def test_what_was_not_edited_reads_as_before(
    there: dict[tuple[int, int], str | int],
    values: dict[tuple[int, int], str | int],
    fills: dict[tuple[int, int], str],
) -> None:
    book = openpyxl.Workbook()
    sheet = book["Sheet"]
    for (row, column), value in there.items():
        cell = sheet.cell(row, column, value)
        cell.data_type = "n" if isinstance(value, int) else "s"
    plain = BytesIO()
    book.save(plain)
    edits = SheetEdits(values, fills, dict.fromkeys(fills, "Xem lại"))
    content = patched(plain.getvalue(), Edits({"Sheet": edits}), "t.xlsx")
    after = openpyxl.load_workbook(BytesIO(content))["Sheet"]
    assert {
        (cell.row, cell.column): cell.value
        for row in after.iter_rows()
        for cell in row
        if cell.value is not None
    } == there | values
