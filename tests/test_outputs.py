"""What lies in `ket-qua/` after a run over each sample dossier, opened by other programs."""

import json
import shutil
from pathlib import Path
from urllib.parse import unquote

import openpyxl
import pytest
from click.testing import CliRunner
from openpyxl.worksheet.worksheet import Worksheet

from tests.office import needs_office, pdf_text, recalculated
from toolkit.cli import main

SAMPLES = Path(__file__).parents[1] / "samples"
SUMMARY_SHEETS = [
    "Tổng quan", "Đại biểu", "Kiến nghị", "Theo lĩnh vực", "Theo đơn vị", "Theo ấp", "Thành phần",
    "Vượt thẩm quyền", "Tồn đọng", "Hài lòng", "Nguồn số liệu", "Thông tin",
]  # fmt: skip
FOLLOW_UP_COLUMNS = [
    "STT", "Mã kiến nghị", "Nội dung kiến nghị", "Người kiến nghị", "Ấp/Khu phố", "Lĩnh vực",
    "Thẩm quyền", "Đơn vị chủ trì", "Đơn vị phối hợp", "Lãnh đạo phụ trách", "Người thực hiện",
    "Ngày tiếp nhận", "Thời hạn hoàn thành", "Căn cứ thời hạn",
    "Nội dung trả lời, kết quả giải quyết", "Số, ký hiệu văn bản", "Ngày văn bản",
    "Tình trạng xử lý", "Kết quả", "Ngày hoàn thành", "Tình trạng hạn", "Số ngày quá hạn",
    "Ghi chú",
]  # fmt: skip


@pytest.fixture(scope="module", params=["tan-phong-2023", "thanh-binh-2026"])
def results(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hội nghị")
    shutil.copytree(SAMPLES / request.param / "nhan-vao", folder / "nhan-vao")
    arguments = ["consolidate", str(folder), "--json", "--as-of", "2026-11-23"]
    result = CliRunner().invoke(main, arguments)
    (folder / "ket-qua" / "run.json").write_text(result.stdout, "utf-8")
    return folder / "ket-qua"


def header(sheet: Worksheet) -> list[str]:
    """The row whose first cell is STT, as texts."""
    for row in sheet.iter_rows(values_only=True):
        if row[0] == "STT":
            return [str(cell) for cell in row if cell is not None]
    raise AssertionError(f"no header in {sheet.title}")


def test_the_summary_has_the_sheets_of_the_contract_in_order(results: Path) -> None:
    book = openpyxl.load_workbook(results / "Tong_hop.xlsx")
    assert [sheet.title for sheet in book if sheet.sheet_state == "visible"] == SUMMARY_SHEETS
    for name in ("Đại biểu", "Kiến nghị"):
        assert header(book[name])[-3:] == ["Tệp", "Trang", "Ô"]


def test_the_follow_up_table_has_the_columns_of_the_contract(results: Path) -> None:
    book = openpyxl.load_workbook(results / "Theo_doi_phan_cong.xlsx")
    assert header(book["Theo dõi"]) == FOLLOW_UP_COLUMNS


def test_every_link_to_a_source_leads_to_a_file_and_names_the_cell_it_shows(results: Path) -> None:
    sheet = openpyxl.load_workbook(results / "Tong_hop.xlsx")["Kiến nghị"]
    last = max(cell.column for row in sheet.iter_rows() for cell in row if cell.value == "Ô")
    links = [cell for (cell,) in sheet.iter_rows(min_col=last, max_col=last) if cell.hyperlink]
    assert links
    for cell in links:
        assert cell.hyperlink is not None
        target = unquote((cell.hyperlink.target or "").split("#")[0]).replace("\\", "/")
        assert (results / target).resolve().is_file(), cell.coordinate
        assert (cell.hyperlink.location or cell.hyperlink.target or "").endswith(str(cell.value))


@needs_office
@pytest.mark.parametrize(
    "name", ["Tong_hop.xlsx", "Theo_doi_phan_cong.xlsx", "Danh_sach_loi.xlsx"]
)
def test_libreoffice_recounts_every_figure_to_what_was_written(results: Path, name: str) -> None:
    path = results / name
    formulas = openpyxl.load_workbook(path)
    written = openpyxl.load_workbook(path, data_only=True)
    counted = openpyxl.load_workbook(recalculated(path), data_only=True)
    differences = [
        f"{sheet.title}!{cell.coordinate}: {was!r} ≠ {now!r}"
        for sheet in formulas
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
        for was, now in [
            (
                written[sheet.title][cell.coordinate].value,
                counted[sheet.title][cell.coordinate].value,
            )
        ]
        if (was or "") != pytest.approx(now or "")
    ]
    assert differences == []


@needs_office
def test_the_leaders_page_is_one_page_and_says_the_counts(results: Path) -> None:
    first = pdf_text(results / "Tong_hop.xlsx").split("\f")[0]
    counts = json.loads((results / "run.json").read_text("utf-8"))["counts"]
    assert "TÓM TẮT KẾT QUẢ HỘI NGHỊ ĐỐI THOẠI" in first
    assert "Đoạn dùng cho báo cáo" in first
    words = "".join(first.split())  # a page that is scaled down has gaps within words
    assert f"{counts['petitions']}nộidungkiếnnghị" in words
