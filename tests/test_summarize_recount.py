"""A spreadsheet program recounts the summary and comes to the same figures."""

from pathlib import Path

from openpyxl import load_workbook
from openpyxl.workbook import Workbook as Book

from tests.consolidations import CODELISTS, consolidation
from tests.office import needs_office, recalculated
from toolkit.excel.writer import write
from toolkit.model import Code
from toolkit.summarize import summary

AWKWARD = (
    "Ấp *",
    "Ấp ?",
    "<5",
    ">=1",
    "01",
    "1",
    "1/2",
    "TRUE",
    "=1+1",
    'Ấp "Giữa"',
    "Ấp {row}",
    "Ấp ~1",
    "D'Ran",
    "Ấp " + "rất dài " * 40,
    "",
)
"""Names that the criteria of COUNTIFS would read as something else, or not at all."""

PETITIONS = "\n".join(
    f"Sửa đường | {name} | {name} | {name} | TINH | Quá hạn | 3 | Lê An" for name in AWKWARD
)
MEETING = f"""
== Đại biểu.xlsx
# Đại biểu
full_name | gender | hamlet | delegation | attendance
Lê An     | female | Ấp *   | CD         | present
Lê Bé     | male   | 1/2    | Khách *    | absent
Lê Chi    |        |        |            |
== Kiến nghị.xlsx
# Kiến nghị
content | hamlet | topic | lead_unit | authority | due_state | days_overdue | petitioner
{PETITIONS}
Sửa cầu | Ấp * | B01 | Phòng "Kinh tế" | XA | Hoàn thành đúng hạn | | Lê Bé
== Khảo sát.xlsx
# Khảo sát
question | very_satisfied | satisfied | neutral | total
Thái độ? | 10             | 5         | 3       | 18
* Chung  |                |           |         | 4
"""


def figures(book: Book) -> dict[str, object]:
    """What stands in every cell of every sheet; blank cells and empty texts are the same."""
    return {
        f"{sheet.title}!{cell.coordinate}": (
            round(cell.value, 9) if isinstance(cell.value, float) else cell.value
        )
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value not in {None, ""}
    }


@needs_office
def test_libreoffice_comes_to_the_same_figures_whatever_staff_wrote(tmp_path: Path) -> None:
    named = (*CODELISTS["authorities"][1:], Code("XA", 'Cấp {row} "mới"'))
    codelists = {**CODELISTS, "authorities": named}
    path = tmp_path / "Tong_hop.xlsx"
    write(summary(consolidation(MEETING), codelists), path)
    cached = figures(load_workbook(path, data_only=True))
    formulas = figures(load_workbook(path))
    assert figures(load_workbook(recalculated(path), data_only=True)) == cached
    assert sum(str(value).startswith("=") for value in formulas.values()) > 400


@needs_office
def test_libreoffice_counts_nothing_where_there_is_nothing(tmp_path: Path) -> None:
    path = tmp_path / "Tong_hop.xlsx"
    write(summary(consolidation(""), CODELISTS), path)
    cached = figures(load_workbook(path, data_only=True))
    assert figures(load_workbook(recalculated(path), data_only=True)) == cached
