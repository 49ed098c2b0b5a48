"""What a button is answered, whatever it asks for and whatever goes wrong."""

import shutil
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from toolkit import button
from toolkit.cli import main
from toolkit.excel.painted import Mark, Painted, painted

NOW = datetime(2026, 11, 23, 9, 5)


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    folder = tmp_path / "hội nghị = 'ấp' & 2"
    CliRunner().invoke(main, ["init", str(folder)], catch_exceptions=False)
    petitions(folder / "nhan-vao" / "Kiến nghị.xlsx")
    return folder


def petitions(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ("STT", "Họ và tên", "Nội dung kiến nghị", "Ngày tiếp nhận"),
        (1, "Lê Văn Mẫu", "Đề nghị sửa đường vào tổ 5 bị hư", "31/02/2026"),
    ):
        sheet.append(row)
    book.save(path)


def press(folder: Path, *lines: tuple[str, ...]) -> list[list[str]]:
    """Press a button; the steps of the answer, as the macro understands them."""
    answer, request = folder.parent / "trả lời", folder.parent / "yeu-cau.txt"
    control = str(folder / "Bang_dieu_khien.xlsm")
    every = [("result", str(answer)), ("control", control, control), *lines]
    request.write_text("".join("\t".join(map(button.encoded, line)) + "\n" for line in every))
    assert CliRunner().invoke(main, ["button", str(request)]).exit_code in range(6)
    text = answer.read_text("ascii")
    return [[button.decoded(part) for part in line.split("\t")] for line in text.splitlines()]


@given(st.text())
def test_any_text_comes_back_from_ascii(text: str) -> None:
    sent = button.encoded(text)
    assert sent.isascii()
    assert sent.isprintable() or not sent
    assert button.decoded(sent) == text


def test_the_steps_of_a_check_take_old_marks_away_before_they_put_new_ones(dossier: Path) -> None:
    path = str(dossier / "nhan-vao" / "Kiến nghị.xlsx")
    old = "hỏi lại\n— Đối thoại —\nLỗi TEL-01: …\nCách sửa: …\nMàu nền trước: FFFF00"
    steps = press(
        dossier, ("verb", "check"), ("open", path, path), ("note", path, "Sheet", "B2", old)
    )
    assert steps[0] == ["unmark", path, "Sheet", "B2", "FFC7CE/FFFF00", "hỏi lại"]
    assert steps[1][:5] == ["mark", path, "Sheet", "D2", "FFC7CE"]
    assert steps[1][5].startswith("Lỗi DAT-02: Ngày “31/02/2026” không có trong lịch.")
    assert steps[1][5].endswith("\nMàu nền trước: ")
    assert steps[-1][1] == (
        "Đã kiểm tra 1 tệp, 1 dòng: 1 lỗi. Hãy sửa các ô được tô màu hoặc nêu trong "
        "«Kiem_tra.xlsx», rồi bấm Kiểm tra lại."
    )


def test_a_workbook_outside_of_the_dossier_is_left_alone(dossier: Path, tmp_path: Path) -> None:
    other = tmp_path / "khác.xlsx"
    petitions(other)
    steps = press(dossier, ("verb", "check"), ("open", str(other), str(other)))
    assert [step for step in steps if str(other) in step] == []


def test_what_is_not_saved_yet_is_checked(dossier: Path, tmp_path: Path) -> None:
    path, copy = dossier / "nhan-vao" / "Kiến nghị.xlsx", tmp_path / "copy.xlsx"
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["D2"] = "28/02/2026"
    book.save(copy)
    steps = press(dossier, ("verb", "check"), ("open", str(path), str(copy)))
    assert "0 lỗi" in steps[-1][1]
    assert path.exists()
    assert not copy.exists(), "copies hold personal data"


def test_a_folder_that_cannot_be_written_to_is_told_and_nothing_is_half_written(
    dossier: Path,
) -> None:
    (dossier / "ket-qua").write_text("a file where the folder should be")
    for verb in ("check", "consolidate", "update"):
        steps = press(dossier, ("verb", verb))
        assert steps[0] == ["icon", "48"]
        assert "chưa lưu được" in steps[1][1] or "Chưa ghi được" in steps[1][1]
    assert (dossier / "ket-qua").read_text() == "a file where the folder should be"


def test_an_empty_inbox_is_told(dossier: Path) -> None:
    shutil.rmtree(dossier / "nhan-vao")
    (dossier / "nhan-vao").mkdir()
    steps = press(dossier, ("verb", "consolidate"))
    assert steps[-1][1].startswith("Chưa có bảng nào đọc được")


def test_a_fault_of_ours_is_told_without_a_traceback(
    dossier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer, request = tmp_path / "answer", tmp_path / "request.txt"
    control = button.encoded(str(dossier / "Bang_dieu_khien.xlsm"))
    lines = ["verb\tfly", f"result\t{answer}", f"control\t{control}\t{control}"]
    request.write_text("\n".join(lines))
    assert button.press(request, NOW) == 70
    assert "Traceback" not in answer.read_text()
    assert button.decoded(answer.read_text()).startswith("icon\t48\nsay\tCông cụ gặp sự cố")


def test_an_address_of_onedrive_is_found_where_it_is_kept_on_this_computer(tmp_path: Path) -> None:
    kept = tmp_path / "OneDrive - UBND" / "HN2026" / "Bang_dieu_khien.xlsm"
    kept.parent.mkdir(parents=True)
    kept.touch()
    place = "https://ubnd-my.sharepoint.com/personal/an/Documents/HN2026/Bang_dieu_khien.xlsm"
    environment = {"OneDriveCommercial": str(tmp_path / "OneDrive - UBND")}
    assert button.local_path(place, environment) == kept
    assert not button.local_path(place, {}).exists()
    assert button.local_path(str(kept), {}) == kept


def test_a_dossier_that_is_only_on_the_web_is_told(tmp_path: Path) -> None:
    answer, request = tmp_path / "answer", tmp_path / "request.txt"
    place = "https://ubnd-my.sharepoint.com/HN2026/Bang_dieu_khien.xlsm"
    request.write_text(f"verb\tcheck\nresult\t{answer}\ncontrol\t{place}\t{tmp_path}/copy.xlsm\n")
    assert button.press(request, NOW) == 2
    assert "Hồ sơ đang nằm trên mạng" in button.decoded(answer.read_text())


@given(st.text("ab\n—ĐL ", max_size=20), st.sampled_from(["-", "?", "00FF00"]))
def test_what_a_person_has_written_comes_back_from_under_a_mark(theirs: str, before: str) -> None:
    note = Mark("Kiến nghị", (2, 4), "FFC7CE", "Lỗi DAT-02: …\nCách sửa: …").note(before, theirs)
    assert painted(note) == Painted("FFC7CE", before, theirs)


def test_what_is_typed_below_a_mark_stays() -> None:
    note = Mark("Kiến nghị", (2, 4), "FFC7CE", "Lỗi DAT-02: …").note("-", "trên") + "\ndưới"
    assert painted(note) == Painted("FFC7CE", "-", "trên\ndưới")
