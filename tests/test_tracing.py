"""Every figure of the summary can be traced back to the cells that make it."""

import json
import shutil
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from toolkit import api
from toolkit.cli import main
from toolkit.errors import InputError
from toolkit.tracing import Summary

SAMPLE = Path(__file__).parents[1] / "samples" / "thanh-binh-2026" / "nhan-vao"
NOT_COUNTED = {"Nguồn số liệu", "Thông tin"}
"""Sheets whose figures are about files and rows, not about people and petitions."""
ABOUT_FINDINGS = "TT_"
"""With this begin the names of what counts findings."""


@pytest.fixture(scope="module")
def summary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ho-so")
    shutil.copytree(SAMPLE, folder / "nhan-vao")
    CliRunner().invoke(main, ["consolidate", str(folder), "--as-of", "2026-11-23", "--quiet"])
    return folder / "ket-qua" / "Tong_hop.xlsx"


def test_what_makes_a_figure_adds_up_to_it(summary: Path) -> None:
    formulas = openpyxl.load_workbook(summary)
    values = openpyxl.load_workbook(summary, data_only=True)
    read, wrong, count = Summary.read(summary), [], 0
    for sheet in formulas:
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            value = values[sheet.title][cell.coordinate].value
            if cell.data_type != "f" or not isinstance(value, int) or sheet.title in NOT_COUNTED:
                continue
            if ABOUT_FINDINGS in str(cell.value):
                continue
            traced = read.trace(f"{sheet.title}!{cell.coordinate}")
            count += 1
            if sum(source.amount for source in traced.sources) != value:
                wrong.append(traced.cell)
    assert wrong == []
    assert count > 100


def test_the_source_cells_of_a_figure_are_named(summary: Path) -> None:
    result = CliRunner().invoke(main, ["trace", str(summary), "Theo lĩnh vực!C9"])
    assert result.output == (
        "«nhan-vao/Ấp Thạnh Lộc/KN ap Thanh Loc.xlsx» › «KN Thạnh Lộc» › F11\n"
        "Theo lĩnh vực!C9 = 1: 1 ô nguồn, cộng lại 1.\n"
    )
    told = json.loads(
        CliRunner().invoke(main, ["trace", str(summary), "Theo lĩnh vực!C9", "--json"]).stdout
    )
    assert told["sources"] == [
        {
            "path": "nhan-vao/Ấp Thạnh Lộc/KN ap Thanh Loc.xlsx",
            "sheet": "KN Thạnh Lộc",
            "cell": "F11",
            "amount": 1.0,
        }
    ]


@pytest.mark.parametrize("cell", ["Theo lĩnh vực!A1", "Không có!C9", "C9", "Theo lĩnh vực!số"])
def test_a_cell_that_is_no_figure_is_said_to_be_none(summary: Path, cell: str) -> None:
    with pytest.raises(InputError) as told:
        api.trace(summary, cell)
    assert told.value.notice.code == "FIL-77"
