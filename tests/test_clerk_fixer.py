"""Whoever follows each “Cách sửa” of an error to the letter has no error left after one round.

The clerk (`tests.clerk`) knows the findings workbook only. The patterns that an instruction has
to follow are described in docs/NOTICES.md.
"""

import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import hypothesis
import openpyxl
import pytest
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from tests import clerk
from tests.office import needs_office, recalculated
from toolkit import api, excel, intake, profiles, settings
from toolkit.model import Finding, Meeting, Notice, Severity, Sheet, Workbook
from toolkit.reference import NOTICES
from toolkit.reference.examples import example
from toolkit.testing import workbook, workbooks

SAMPLES = Path(__file__).parents[1] / "samples"
DOSSIERS = sorted(path.parent for path in SAMPLES.glob("*/nhan-vao"))
SMALL = sorted(path.parent for path in SAMPLES.glob("small/*/MISTAKES.txt"))
AS_OF = date(2026, 11, 23)
MEETING = Meeting(held_on=date(2026, 10, 20), year=2026)
PROFILE, _ = profiles.load(AS_OF)
OLDER_KINDS = {".xls", ".ods"}

ERRORS = [
    notice
    for notice in NOTICES
    if notice.severity is Severity.ERROR and not notice.code.startswith("FIL")
]
UNSAVED = "XLS-02"
"""What only a program that calculates can mend: see the last test."""


def by_code(notices: Iterable[Notice]) -> list[object]:
    return [pytest.param(notice, id=notice.code) for notice in notices]


def report(folder: Path) -> Path:
    """The findings workbook of a folder, as `doithoai check --report` writes it."""
    target = folder.with_name(f"{folder.name} - Danh_sach_loi.xlsx")
    api.write_findings(api.check([folder], AS_OF), target, "vi")
    return target


def saved(books: Iterable[Workbook], folder: Path) -> None:
    """Workbooks of our own model as files."""
    folder.mkdir()
    for book in books:
        file = openpyxl.Workbook()
        file.remove(file.worksheets[0])
        for sheet in book.sheets:
            target = file.create_sheet(sheet.name)
            for row in sheet.rows:
                target.append(row)
            for place, error in sheet.errors.items():
                target.cell(*place, error)
            for place in sheet.no_result:
                target.cell(*place, "=DATE(2026,10,5)")
            for span in sheet.merged:
                target.merge_cells(None, span.top, span.left, span.bottom, span.right)
        file.save(folder / book.name)


@pytest.mark.parametrize("sample", [*DOSSIERS, *SMALL], ids=lambda path: path.name)
def test_a_sample_is_clean_after_one_round(sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / sample.name
    inbox = sample / "nhan-vao"
    shutil.copytree(inbox if inbox.is_dir() else sample, folder)
    for path in sorted(folder.rglob("*")):
        if path.suffix in OLDER_KINDS:
            clerk.save_as_xlsx(path)
    clerk.mend(folder, report(folder))
    assert clerk.errors(report(folder)) == []


@pytest.mark.parametrize(
    "notice",
    by_code(n for n in ERRORS if n not in settings.NOTICES and n.code != UNSAVED),
)
def test_the_wrong_example_is_clean_after_one_round(notice: Notice, tmp_path: Path) -> None:
    folder = tmp_path / "hoi-nghi"
    saved(workbooks(notice.bad), folder)
    first = report(folder)
    assert clerk.errors(first)
    clerk.mend(folder, first)
    assert clerk.errors(report(folder)) == []


@pytest.mark.parametrize("notice", by_code(n for n in ERRORS if n in settings.NOTICES))
def test_a_control_workbook_is_clean_after_one_round(notice: Notice, tmp_path: Path) -> None:
    book = workbook(notice.bad)
    saved([book], tmp_path / "ho-so")
    path = tmp_path / "ho-so" / book.name
    file = openpyxl.load_workbook(path)
    for finding in settings.read(book, AS_OF)[1]:
        told = clerk.Line("Lỗi", book.name, finding.cell.sheet, finding.cell.a1, finding.fix("vi"))
        clerk.follow(file[told.sheet], told)
    file.save(path)
    left = settings.read(excel.read(path, book.name), AS_OF)[1]
    assert [f.notice.code for f in left if f.notice.severity is Severity.ERROR] == []


@needs_office
def test_a_formula_without_result_is_mended_by_saving(tmp_path: Path) -> None:
    (notice,) = (notice for notice in ERRORS if notice.code == UNSAVED)
    saved(workbooks(notice.bad), tmp_path / "a")
    (path,) = (tmp_path / "a").iterdir()
    (told,) = clerk.errors(report(tmp_path / "a"))
    assert clerk.SAVE.search(told.fix)
    shutil.copy(recalculated(path), path)
    assert clerk.errors(report(tmp_path / "a")) == []


WORDS = st.sampled_from(
    [
        None, None, "Lê Văn Mẫu", "Nguy?n Văn H?i", "####", "31/02/2026", "05/10/2026", "sau này",
        "25/12/2030", "Quý I/2027", "KN-01", "nt", "Đã giải quyết xong", "Đang xử lý", "x", 12,
        "Cấp huyện", "Khiếu nại", "26/TB-UBND", "Giao thôngg", "Bóng đá", "0912", "Chưa rõ",
        "Không có kiến nghị",
    ]
)  # fmt: skip
HEADER = (
    "STT", "Mã kiến nghị", "Người kiến nghị", "Số điện thoại", "Số CCCD", "Nội dung kiến nghị",
    "Lĩnh vực", "Ngày tiếp nhận", "Thẩm quyền", "Thời hạn hoàn thành", "Nội dung trả lời",
    "Số văn bản", "Ngày trả lời", "Tình trạng", "Kết quả", "Ngày hoàn thành", "Loại ý kiến",
)  # fmt: skip


@hypothesis.settings(max_examples=30, deadline=None)
@hypothesis.given(st.tuples(*[WORDS] * len(HEADER)))
def test_any_row_is_clean_after_one_round(row: tuple[str | int | None, ...]) -> None:
    """Of several rows, what is mended in one may show what is wrong in another."""
    sheet = openpyxl.Workbook().worksheets[0]
    for cells in (HEADER, row):
        sheet.append(cells)
    for finding in found(sheet):
        place = finding.cell
        clerk.follow(
            sheet, clerk.Line("Lỗi", place.workbook, place.sheet, place.a1, finding.fix("vi"))
        )
    assert [(finding.cell.a1, finding.notice.code) for finding in found(sheet)] == []


def test_what_to_type_is_told_even_where_the_row_itself_is_kept_back(tmp_path: Path) -> None:
    text = """
        STT | Người kiến nghị | Nội dung kiến nghị               | Loại ý kiến | Ngày tiếp nhận
        1   | Lê Văn Mẫu      | Tố cáo cán bộ ấp ăn chặn tiền    | Tố cáo      | 31/11/2026
        2   | Trần Thị B      | Đề nghị lắp đèn đường vào tổ 6   | Kiến nghị   | 05/10/2026
    """
    saved(workbooks(text), tmp_path / "a")
    (told,) = clerk.errors(report(tmp_path / "a"))
    assert told.fix.endswith("hãy gõ «tháng 11/2026» vào ô này.")


def found(sheet: Worksheet) -> list[Finding]:
    """The errors of a sheet by itself."""
    rows = (
        tuple(cell if isinstance(cell, str | int) else None for cell in row)
        for row in sheet.values
    )
    book = Workbook("a.xlsx", (Sheet(sheet.title, tuple(rows)),))
    tables, doubts = intake.recognise(book, PROFILE)
    records, findings = intake.examine(tables, PROFILE, MEETING, AS_OF)
    every = (*doubts, *findings, *api.across(records).findings)
    return [finding for finding in every if finding.notice.severity is Severity.ERROR]


@pytest.mark.parametrize("notice", by_code(ERRORS))
def test_an_error_has_one_instruction_that_can_be_followed_to_the_letter(notice: Notice) -> None:
    told = example(notice)
    assert told
    found = [pattern.pattern for pattern in clerk.PATTERNS if pattern.search(told.fix("vi"))]
    assert len(found) == 1
    assert told.fix("vi").count("«") == ("gõ" in found[0])


def test_an_instruction_that_cannot_be_followed_is_noticed() -> None:
    sheet = openpyxl.Workbook().worksheets[0]
    with pytest.raises(ValueError, match="Hãy xem lại"):
        clerk.follow(sheet, clerk.Line("Lỗi", "a.xlsx", "Sheet", "A1", "Hãy xem lại."))
