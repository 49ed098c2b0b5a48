"""What staff open: the forms, the control workbook and its macros, and `doithoai init`."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import unquote
from zipfile import ZipFile

import openpyxl
import pytest
from click.testing import CliRunner

from tests.office import needs_office, pdf_text
from toolkit import api, codelists, layouts
from toolkit.cli import main
from toolkit.templates import BUTTONS, FORMS
from workbooks.macro_text import MacroError, ascii_source
from workbooks.make import AS_OF, HERE, MACROS, built

BUILT = {".xlsx", ".xlsm", ".cmd", ".oxt"}
CONTROL = HERE / "Bang_dieu_khien.xlsm"
FILLED: dict[str, list[object]] = {
    "attendee": [
        1, "Lê Văn Mẫu", "Nam", 1975, "Trưởng ấp", "Ban quản lý ấp", "Ấp 3", "0912345678",
        "Bí thư chi bộ, Trưởng ấp", "Có mặt", None,
    ],
    "petition": [
        1, "Lê Văn Mẫu", "Ấp 3", "0912345678", date(2026, 10, 5), "Đề nghị sửa đường vào tổ 5",
        "Hộ tịch", "Kiến nghị", "Xã", "Công an xã", None,
    ],
    "response": [
        1, "KN-25498-2026-001", "Lê Văn Mẫu", "Công an xã", "Đã dặm vá xong 30 m đường tổ 5",
        "26/TB-UBND", date(2026, 10, 20), date(2026, 10, 20), "Đã trả lời", "Đã giải quyết xong",
        None,
    ],
    "survey": [1, "Thái độ phục vụ của công chức", 10, 20, 5, 1, 0, 36, None],
}  # fmt: skip


def filled(entity: str, folder: Path) -> Path:
    """A form with one row, as a person types it."""
    source = HERE / FORMS[entity].file
    book = openpyxl.load_workbook(source)
    sheet = book.worksheets[0]
    header = next(row[0].row for row in sheet.iter_rows() if row[0].value == "STT")
    for column, value in enumerate(FILLED[entity], start=1):
        sheet.cell(header + 1, column).value = value  # type: ignore[assignment]
    target = folder / source.name
    book.save(target)
    return target


@cache
def sources(path: Path) -> dict[str, str]:
    """The modules of a workbook as olevba takes them out."""
    told = json.loads(program("olevba", "--json", str(path), cwd=path.parent).stdout)
    (file,) = (part for part in told if part.get("type") == "OpenXML")
    return {macro["vba_filename"]: macro["code"] for macro in file["macros"]}


def program(name: str, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """A program that stands beside this Python; what it leaves behind stays in the folder."""
    path = str(Path(sys.executable).with_name(name))
    return subprocess.run([path, *arguments], check=False, capture_output=True, text=True, cwd=cwd)


# ── Built ───────────────────────────────────────────────────────────────────────────────────


def test_what_is_committed_is_what_is_built() -> None:
    """If this fails: make workbooks."""
    made = built()
    differing = [name for name in made if HERE.joinpath(name).read_bytes() != made[name]]
    assert differing == []
    committed = {path.name for path in HERE.iterdir() if path.suffix in BUILT}
    assert committed == set(made)


def test_a_launcher_is_plain_text_for_windows() -> None:
    for name in ("Tong hop.cmd", "Kiem tra.cmd"):
        content = HERE.joinpath(name).read_bytes()
        assert content.isascii()
        assert content.count(b"\n") == content.count(b"\r\n")


# ── Macros ──────────────────────────────────────────────────────────────────────────────────


def test_the_macros_come_out_of_the_workbook_as_they_went_in() -> None:
    for path in MACROS.glob("*.bas"):
        out = sources(CONTROL)[f"{path.stem}.bas"].replace("\r\n", "\n")
        assert out.strip() == ascii_source(path.read_text("utf-8")).replace("\r\n", "\n").strip()


def test_every_button_starts_a_public_macro() -> None:
    public = set[str]()
    for text in sources(CONTROL).values():
        public |= set(re.findall(r"^Public Sub (\w+)\(\)", text, re.MULTILINE))
    assert {button.macro for button in BUTTONS} == public
    with ZipFile(CONTROL) as package:
        drawing = package.read("xl/drawings/vmlDrawing1.vml").decode()
    called = re.findall(r"<x:FmlaMacro>\[0\]!(\w+)</x:FmlaMacro>", drawing)
    assert called == [button.macro for button in BUTTONS]


def test_the_workbook_and_each_sheet_has_its_module() -> None:
    with ZipFile(CONTROL) as package:
        parts = [package.read(n).decode() for n in package.namelist() if n.endswith(".xml")]
    names = {name for part in parts for name in re.findall(r'codeName="(\w+)"', part)}
    documents = {Path(name).stem for name in sources(CONTROL) if name.endswith(".cls")}
    assert names == documents


@pytest.mark.parametrize(
    "checker", [["pyvbaanalysis", "--whole-project"], ["vbalidator", "--host", "excel"]]
)
def test_static_checkers_find_nothing_that_would_not_compile(
    checker: Sequence[str], tmp_path: Path
) -> None:
    for path in MACROS.glob("*.bas"):
        shutil.copy(path, tmp_path)
        text = f'Attribute VB_Name = "{path.stem}"\n{ascii_source(path.read_text("utf-8"))}'
        tmp_path.joinpath(path.name).write_text(text, "ascii")
    run = program(*checker, str(tmp_path), cwd=tmp_path)
    assert run.returncode == 0, run.stdout


def test_macros_use_nothing_that_only_one_program_knows() -> None:
    for path in MACROS.glob("*.bas"):
        code = "\n".join(line.partition("'")[0] for line in path.read_text("utf-8").splitlines())
        assert not re.search(r"^\s*(Private |Public )?Declare |^\s*#If|\bAs New\b", code, re.M)


def test_vietnamese_stands_in_texts_only() -> None:
    with pytest.raises(MacroError, match="line 1: a Const"):
        ascii_source('Const GREETING = "Chào"')
    with pytest.raises(MacroError, match="line 1: letters beyond ASCII"):
        ascii_source("Sub Chào()")


def test_a_long_text_is_broken_over_lines_that_vba_takes() -> None:
    lines = ascii_source(f'Say "{"ế" * 200}"').splitlines()
    assert all(len(line) <= 1000 for line in lines)
    joined = "".join(line.removesuffix("_") for line in lines)
    assert joined.count("ChrW(7871)") == 200


# ── Forms ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("entity", layouts.ENTITIES)
def test_a_form_filled_in_by_hand_is_read_for_certain(entity: str, tmp_path: Path) -> None:
    filled(entity, tmp_path)
    (file,) = api.check([tmp_path], AS_OF).files
    (table,) = file.tables
    assert table.layout.key == entity
    assert [mapped.confidence for mapped in table.columns] == [1.0] * len(FORMS[entity].entries)
    assert [m.column.field for m in table.columns] == [e.field for e in FORMS[entity].entries]
    assert [record.row for record in file.records] == [table.rows[0].number]
    assert {finding.notice.code for finding in file.findings} <= {"LNK-02", "LNK-03"}


@pytest.mark.parametrize("entity", layouts.ENTITIES)
def test_an_empty_form_holds_no_record(entity: str) -> None:
    (file,) = api.check([HERE / FORMS[entity].file], AS_OF).files
    assert file.records == ()


@pytest.mark.parametrize("entity", layouts.ENTITIES)
def test_the_header_words_of_a_form_are_those_of_its_layout(entity: str) -> None:
    layout = next(layout for layout in layouts.load() if layout.key == entity)
    for entry in FORMS[entity].entries:
        words = [word for c in layout.columns if c.field == entry.field for word in c.headers]
        assert entry.header in words


@pytest.mark.parametrize("entity", layouts.ENTITIES)
def test_a_form_offers_the_whole_code_list(entity: str) -> None:
    book = openpyxl.load_workbook(HERE / FORMS[entity].file)
    sheet = book.worksheets[0]
    offered = []
    for validation in sheet.data_validations.dataValidation:
        if validation.formula1.startswith('"'):
            offered.append(set(validation.formula1.strip('"').split(",")))
        else:
            name, _, cells = validation.formula1.partition("!")
            rows = book[name][cells.replace("$", "")]
            offered.append({row[0].value for row in rows})
    wanted = [e.choices for e in FORMS[entity].entries if e.choices]
    assert offered == [{code.name for code in codelists.load(key, AS_OF)} for key in wanted]


@pytest.mark.parametrize("entity", layouts.ENTITIES)
def test_headers_are_protected_and_say_how_to_fill_in_while_cells_are_open(entity: str) -> None:
    sheet = openpyxl.load_workbook(HERE / FORMS[entity].file).worksheets[0]
    header = next(row for row in sheet.iter_rows() if row[0].value == "STT")
    assert sheet.protection.sheet
    assert all(cell.protection.locked for cell in header)
    below = next(sheet.iter_rows(min_row=(header[0].row or 0) + 1))
    assert not any(cell.protection.locked for cell in below)
    assert [bool(cell.comment) for cell in header] == [
        bool(entry.hint or entry.required) for entry in FORMS[entity].entries
    ]
    assert sheet.print_title_rows == f"${header[0].row}:${header[0].row}"


@needs_office
def test_the_instructions_show_right_and_wrong(tmp_path: Path) -> None:
    copy = shutil.copy(HERE / "Mau_kien_nghi.xlsx", tmp_path)
    pages = pdf_text(Path(copy))
    for shown in ("SAI: tháng 2 không có ngày 31.", "✗ 31/02/2026", "ĐÚNG:", "28/02/2026"):
        assert shown in pages


# ── doithoai init ───────────────────────────────────────────────────────────────────────────


def init(folder: Path, *more: str) -> str:
    result = CliRunner().invoke(main, ["init", str(folder), *more], catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout


def test_init_lays_out_a_dossier(tmp_path: Path) -> None:
    folder = tmp_path / "hồ sơ = 'mới'"
    init(folder, "--unit", "xã Thạnh Bình")
    assert sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*")) == [
        "Bang_dieu_khien.xlsm", "Kiem tra.cmd", "Tong hop.cmd", "bieu-mau",
        "bieu-mau/Mau_dai_bieu.xlsx", "bieu-mau/Mau_khao_sat.xlsx", "bieu-mau/Mau_kien_nghi.xlsx",
        "bieu-mau/Mau_tra_loi.xlsx", "nhan-vao",
    ]  # fmt: skip
    control = openpyxl.load_workbook(folder / "Bang_dieu_khien.xlsm")
    assert control["Cấu hình"]["B5"].value == "xã Thạnh Bình"
    form = openpyxl.load_workbook(folder / "bieu-mau" / "Mau_kien_nghi.xlsx").worksheets[0]
    assert "XÃ THẠNH BÌNH" in {cell.value for row in form.iter_rows(max_row=3) for cell in row}


def test_init_keeps_what_people_have_made_and_fills_in_what_is_known_by_now(
    tmp_path: Path,
) -> None:
    init(tmp_path)
    ours, theirs = (tmp_path / "bieu-mau" / n for n in ("Mau_tra_loi.xlsx", "Mau_khao_sat.xlsx"))
    theirs.write_bytes(b"of a person")
    control = openpyxl.load_workbook(tmp_path / "Bang_dieu_khien.xlsm", keep_vba=True)
    control["Cấu hình"]["B5"].value = "phường 2"
    control.save(tmp_path / "Bang_dieu_khien.xlsm")
    before = (tmp_path / "Bang_dieu_khien.xlsm").read_bytes()
    init(tmp_path)
    assert theirs.read_bytes() == b"of a person"
    assert (tmp_path / "Bang_dieu_khien.xlsm").read_bytes() == before
    form = openpyxl.load_workbook(ours).worksheets[0]
    assert "PHƯỜNG 2" in {cell.value for row in form.iter_rows(max_row=3) for cell in row}


def test_the_links_to_results_lead_to_their_first_pages(tmp_path: Path) -> None:
    CliRunner().invoke(main, ["demo", str(tmp_path)], catch_exceptions=False)
    sheet = openpyxl.load_workbook(tmp_path / "Bang_dieu_khien.xlsm")["Điều khiển"]
    links = [cell.hyperlink for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert len(links) == 3
    for link in links:
        target = openpyxl.load_workbook(tmp_path / unquote(link.target or "").replace("\\", "/"))
        name = (link.location or "").rpartition("!")[0].strip("'")
        assert target.sheetnames[0] == name


def test_a_new_dossier_has_no_wrong_setting(tmp_path: Path) -> None:
    init(tmp_path)
    filled("petition", tmp_path / "nhan-vao")
    files = api.check([tmp_path], AS_OF).files
    assert [(file.path, len(file.findings)) for file in files] == [
        ("Bang_dieu_khien.xlsm", 0),
        ("nhan-vao/Mau_kien_nghi.xlsx", 0),
    ]
