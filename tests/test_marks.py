"""Marked copies: what staff see when they open them, and what stays as it was."""

import hashlib
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from tests.libreoffice import converted, needs_libreoffice
from toolkit.cli import main

HEADER = ("STT", "Họ và tên", "Ấp", "Nội dung kiến nghị", "Ngày tiếp nhận")
FIRST = (1, "Lê Văn Mẫu", "Ấp 1", "Đề nghị sửa đường vào tổ 5 bị hư", "31/02/2026")
SECOND = (2, "Trần Thị Thử", "Ấp 1", "Đề nghị lắp đèn chiếu sáng ở chợ", "05/10/2026")
THIRD = (3, "Phạm Văn Ví", "Ấp 2", "Đề nghị nạo vét kênh nội đồng ấp 2", "31/02/2026")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments), "--as-of", "2026-11-23"])


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "hội nghị"
    (folder / "các ấp").mkdir(parents=True)
    book = openpyxl.Workbook()
    sheet = book["Sheet"]
    for row in (HEADER, FIRST, SECOND):
        sheet.append(row)
    book.save(folder / "các ấp" / "Kiến nghị ấp 1.xlsx")
    lines = [";".join(map(str, row)) for row in (HEADER, THIRD)]
    (folder / "Ap 2.csv").write_text("\n".join(lines), "utf-8-sig")
    return folder


def test_a_wrong_cell_is_red_and_its_note_says_what_to_do(inbox: Path, tmp_path: Path) -> None:
    result = run("check", inbox, "--marked", tmp_path / "dd")
    assert result.exit_code == 1
    assert f"Bản đánh dấu: {tmp_path / 'dd'} (2 tệp)" in result.output
    book = openpyxl.load_workbook(tmp_path / "dd" / "các ấp" / "Kiến nghị ấp 1.xlsx")
    sheet = book["Sheet"]
    assert sheet["E2"].fill.fgColor.rgb == "FFFFC7CE"
    assert sheet["E2"].value == "31/02/2026"
    assert "Ngày “31/02/2026” không có trong lịch.\nCách sửa: " in sheet["E2"].comment.text
    assert sheet["E3"].comment is None
    assert book["Danh sách lỗi"]["C2"].value == "E2"
    assert book["Danh sách lỗi"]["C2"].hyperlink.location == "'Sheet'!E2"


def test_a_text_file_gets_a_marked_workbook(inbox: Path, tmp_path: Path) -> None:
    run("check", inbox, "--marked", tmp_path / "dd")
    sheet = openpyxl.load_workbook(tmp_path / "dd" / "Ap 2.csv.xlsx")["Ap 2"]
    assert [cell.value for cell in sheet[2]][:2] == ["3", "Phạm Văn Ví"]
    assert sheet["E2"].fill.fgColor.rgb == "FFFFC7CE"


def test_marking_changes_no_input(inbox: Path, tmp_path: Path) -> None:
    def digests() -> dict[Path, str]:
        files = (path for path in inbox.rglob("*") if path.is_file())
        return {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}

    before = digests()
    run("check", inbox, "--marked", tmp_path / "dd")
    assert digests() == before


def test_consolidate_puts_marked_copies_beside_the_results(inbox: Path) -> None:
    run("consolidate", inbox, "--marked")
    copies = inbox / "ket-qua" / "da-danh-dau"
    assert sorted(path.name for path in copies.rglob("*.xlsx")) == [
        "Ap 2.csv.xlsx",
        "Kiến nghị ấp 1.xlsx",
    ]


def test_a_marked_copy_that_was_corrected_is_read_like_any_workbook(
    inbox: Path, tmp_path: Path
) -> None:
    run("check", inbox, "--marked", tmp_path / "dd")
    path = tmp_path / "dd" / "các ấp" / "Kiến nghị ấp 1.xlsx"
    book = openpyxl.load_workbook(path)
    book["Sheet"]["E2"] = "28/02/2026"
    book.save(path)
    result = run("check", path)
    assert result.exit_code == 0
    assert "Đã kiểm tra 1 tệp, 2 dòng: không có lỗi" in result.output


@needs_libreoffice
def test_an_old_workbook_becomes_a_new_one_first(inbox: Path, tmp_path: Path) -> None:
    old = converted(inbox / "các ấp" / "Kiến nghị ấp 1.xlsx", "xls")
    run("check", old, "--marked", tmp_path / "dd")
    copy = tmp_path / "dd" / f"{old.name}.xlsx"
    assert openpyxl.load_workbook(copy)["Sheet"]["E2"].fill.fgColor.rgb == "FFFFC7CE"


@needs_libreoffice
def test_without_libreoffice_one_line_says_what_to_do(
    inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = converted(inbox / "các ấp" / "Kiến nghị ấp 1.xlsx", "xls")
    monkeypatch.setenv("PATH", "")
    result = run("check", old, "--marked", tmp_path / "dd")
    assert result.exit_code == 1
    assert f"Chưa tạo được bản đánh dấu của «{old.name}»" in result.output
    assert "Cách sửa: Hãy mở tệp bằng Excel, chọn «Lưu thành»" in result.output
