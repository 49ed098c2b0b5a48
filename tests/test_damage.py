"""What `make fuzz` has found: damaged workbooks that are read, and once broke what came after."""

from datetime import date
from pathlib import Path

import pytest

from tests.packages import package, relations, sheet_xml
from tests.specimens import sheet
from toolkit.errors import InputError
from toolkit.excel import mark, read
from toolkit.model import Cell, Finding, Notice, Severity

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TYPES = "[Content_Types].xml"
NOTICE = Notice(
    code="ABC-01",
    severity=Severity.ERROR,
    vi="Số này không thể đúng.",
    en="This number cannot be right.",
    fix_vi="Hãy gõ lại.",
    fix_en="Type it again.",
    why="",
    good="",
    bad="",
)


def refusal_of_a_copy(data: bytes, folder: Path) -> str:
    """Why no marked copy can be made; nothing half-made is left."""
    source = folder / "xa-a.xlsx"
    source.write_bytes(data)
    finding = Finding(NOTICE, Cell(source.name, "Tháng 1", 2, 2))
    with pytest.raises(InputError) as caught:
        mark(source, source.name, (finding,), folder / "da-danh-dau", "vi")
    assert list((folder / "da-danh-dau").glob("*")) == []
    return caught.value.notice.code


def test_relations_inside_relations_name_no_sheet_to_mark(tmp_path: Path) -> None:
    listed = relations(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"))
    twice = {"xl/_rels/workbook.xml.rels": f"<Relationships>{listed}</Relationships>"}
    assert refusal_of_a_copy(package(sheet(), **twice), tmp_path) == "FIL-02"


def test_texts_that_are_said_to_be_styles_are_not_overwritten(tmp_path: Path) -> None:
    styles = {"xl/styles.xml": "<sst><si><t>Ấp 1</t></si></sst>"}
    assert refusal_of_a_copy(package(sheet(), **styles), tmp_path) == "FIL-02"


def test_a_row_without_an_end_is_not_marked(tmp_path: Path) -> None:
    assert refusal_of_a_copy(package(sheet("<row>")), tmp_path) == "FIL-02"


def test_a_style_that_is_no_number_is_not_taken_for_one(tmp_path: Path) -> None:
    odd = sheet_xml('<row r="2"><c r="B2" s="٣"><v>1</v></c></row>')
    assert refusal_of_a_copy(package(odd), tmp_path) == "FIL-02"


def test_styles_that_nothing_refers_to_are_kept_where_readers_look_for_them(
    tmp_path: Path,
) -> None:
    styles = (
        f'<styleSheet xmlns="{MAIN}"><fonts><font/></fonts><fills><fill/></fills><cellXfs>'
        '<xf numFmtId="0" fillId="0"/><xf numFmtId="14" fillId="0"/></cellXfs></styleSheet>'
    )
    rows = '<row r="1"><c r="A1" s="1"><v>46341</v></c></row>'
    source = tmp_path / "xa-a.xlsx"
    listed = relations(("worksheet", "worksheets/sheet1.xml"))
    parts = {"xl/styles.xml": styles, "xl/_rels/workbook.xml.rels": listed, TYPES: "<Types/>"}
    source.write_bytes(package(sheet_xml(rows), **parts))
    finding = Finding(NOTICE, Cell(source.name, "Tháng 1", 1, 1))
    mark(source, source.name, (finding,), tmp_path / "da-danh-dau", "vi")
    copy = read(tmp_path / "da-danh-dau" / "xa-a.xlsx", "xa-a.xlsx")
    assert copy.sheets[0].rows == ((date(2026, 11, 15),),)
