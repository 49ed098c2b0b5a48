"""The workbook itself: what the toolkit does not own stays as it is, byte for byte."""

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.chart import BarChart, Reference
from openpyxl.formatting.rule import Rule
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from tests.living import SHEET, THOUSANDS, Case, header_row, petition

ROAD = petition("Đề nghị sửa đường liên ấp đoạn qua trường học", unit="Phòng Kinh tế")
LIGHT = petition("Đề nghị lắp đèn chiếu sáng ở tổ 5 gần chợ", name="Trần Thị Bình")
CANAL = petition("Đề nghị nạo vét kênh số 3 trước mùa mưa", name="Lê Văn Cường")
FIRST, SECOND, THIRD = "KN-2026-001", "KN-2026-002", "KN-2026-003"
UNIT, ANSWER = "Đơn vị chủ trì", "Nội dung trả lời, kết quả giải quyết"


@pytest.fixture
def case(tmp_path: Path) -> Case:
    made = Case(tmp_path / "ho-so")
    made.receive(ROAD, LIGHT)
    made.run()
    return made


def parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_only_the_parts_that_must_change_are_written(case: Case) -> None:
    book = openpyxl.load_workbook(case.table)
    own = book.create_sheet("Biểu đồ")
    own.append(["Ấp", "Số"])
    own.append(["Tân Hòa", 3])
    chart = BarChart()
    chart.add_data(Reference(own, min_col=2, min_row=1, max_row=2), titles_from_data=True)
    own.add_chart(chart, "D2")
    choices = DataValidation(type="list", formula1='"có,không"')
    own.add_data_validation(choices)
    choices.add("B2:B9")
    own.conditional_formatting.add("B2:B9", Rule(type="duplicateValues"))
    book.save(case.table)
    before = parts(case.table.read_bytes())
    case.receive({**ROAD, UNIT: "Công an xã"}, LIGHT, CANAL)
    case.run()
    after = parts(case.table.read_bytes())
    changed = {name for name in before if after[name] != before[name]}
    assert changed <= {
        "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet4.xml",
        "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "[Content_Types].xml",
    }  # fmt: skip
    assert "xl/charts/chart1.xml" in before
    sheet = openpyxl.load_workbook(case.table)[SHEET]
    assert sheet.auto_filter.ref == f"A{header_row(sheet)}:W{header_row(sheet) + 3}"
    assert sheet.print_area == f"'Theo dõi'!$A$1:$M${header_row(sheet) + 3}"


def test_a_table_that_is_no_workbook_any_more_waits_and_is_not_touched(case: Case) -> None:
    case.table.write_bytes(b"hong")
    case.receive(ROAD, LIGHT, CANAL)
    done = case.run()
    assert done.obstacle is not None
    assert done.counts["petitions"] == 3
    assert case.table.read_bytes() == b"hong"


def test_a_table_that_is_not_known_any_more_waits_and_is_not_touched(case: Case) -> None:
    case.work(lambda sheet: sheet.delete_rows(1, sheet.max_row))
    emptied = case.table.read_bytes()
    done = case.run()
    assert done.obstacle is not None
    assert done.obstacle.text("vi") == (
        "Trong «Theo_doi_phan_cong.xlsx» không còn nhận ra bảng theo dõi nên chưa cập nhật; "
        "không có gì bị mất."
    )
    assert case.table.read_bytes() == emptied


def test_a_column_that_nobody_can_know_is_left_alone_and_told(case: Case) -> None:
    def rename(sheet: Worksheet) -> None:
        sheet.cell(header_row(sheet), 8).value = "Ghi linh tinh"

    case.work(rename)
    case.receive({**ROAD, UNIT: "Công an xã"}, LIGHT)
    told = [f for f in case.run().data.findings if f.notice.code == "COL-17"]
    assert [f.text("vi") for f in told] == [
        "Không còn nhận ra cột “Đơn vị chủ trì” của bảng theo dõi nên cột này chưa được cập nhật."
    ]
    assert case.rows()[FIRST]["Ghi linh tinh"] == "Phòng Kinh tế"


def test_without_its_base_every_difference_counts_as_typed(case: Case) -> None:
    book = openpyxl.load_workbook(case.table)
    del book["_theo_doi"]
    book.save(case.table)
    case.receive({**ROAD, UNIT: "Công an xã"}, LIGHT)
    (conflict,) = case.run().conflicts
    assert (conflict.typed, conflict.new) == ("Phòng Kinh tế", "Công an xã")
    assert case.rows()[FIRST][UNIT] == "Phòng Kinh tế"


texts = st.sampled_from(["", "Công an xã", "Trạm Y tế", "Điện lực"])
steps = st.lists(
    st.one_of(
        st.tuples(st.just("type"), st.sampled_from([FIRST, SECOND]), texts),
        st.tuples(st.just("source"), st.sampled_from([0, 1]), texts),
        st.tuples(st.just("run"), st.none(), st.none()),
    ),
    max_size=6,
)


@settings(max_examples=300 if THOUSANDS else 4)
@given(steps)
def test_what_is_typed_in_a_real_file_stays(made: list[tuple[str, object, str | None]]) -> None:
    with TemporaryDirectory() as folder:
        case = Case(Path(folder) / "ho-so")
        sources = [{**ROAD, UNIT: "Phòng Kinh tế"}, {**LIGHT, UNIT: "Điện lực"}]
        case.receive(*sources)
        case.run()
        typed: dict[object, str] = {}
        for what, which, text in made:
            if what == "type" and isinstance(which, str):
                case.type(which, ANSWER, text or None)
                typed[which] = text or ""
            elif what == "source" and isinstance(which, int):
                sources[which][UNIT] = text or None
                case.receive(*sources)
            else:
                case.run()
        case.run()
        rows = case.rows()
        assert {which: rows[str(which)][ANSWER] or "" for which in typed} == typed
        for given_id, source in zip((FIRST, SECOND), sources, strict=True):
            assert source[UNIT] is None or rows[given_id][UNIT] == source[UNIT]
        before = case.bytes()
        assert not case.run().wrote
        assert case.bytes() == before
