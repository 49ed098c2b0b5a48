"""`doithoai doctor`: what is not fit for the work is told, with its cure."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from toolkit.cli import main
from toolkit.doctor import Facts, State, examine, look_around

WELL = Facts(
    system="Windows",
    python=(3, 12),
    packages={"click": "8.1", "lxml": "5.0"},
    encoding="utf-8",
    has_excel=True,
    has_xlwings=True,
    has_pywin32=True,
    office=r"C:\Program Files\LibreOffice\program\soffice.exe",
    runner=r"C:\Users\an\AppData\Local\DoiThoai\doithoai.cmd",
    folder=Path("D:/HN2026"),
    longest="D:/HN2026/nhan-vao/Kiến nghị ấp 1.xlsx",
)
WRONGS: dict[str, tuple[Facts, State, str]] = {
    "python": (replace(WELL, python=(3, 9)), State.WRONG, "Python 3.9 đã cũ"),
    "packages": (replace(WELL, packages={"lxml": ""}), State.WRONG, "Thiếu thư viện: lxml"),
    "console": (
        replace(WELL, encoding="cp1252"),
        State.ADVICE,
        "Màn hình lệnh dùng bảng mã cp1252, chữ Việt có thể hiện sai",
    ),
    "spreadsheet": (
        replace(WELL, has_excel=False, office=""),
        State.ADVICE,
        "Chưa có Excel hoặc LibreOffice trên máy này",
    ),
    "old formats": (
        replace(WELL, office=""),
        State.ADVICE,
        "Không có LibreOffice nên chưa tạo được bản đánh dấu của tệp .xls, .xlsb, .ods",
    ),
    "xlwings": (
        replace(WELL, has_xlwings=False, has_pywin32=False),
        State.ADVICE,
        "Thiếu xlwings và pywin32; nút bấm vẫn chạy, nhưng đánh dấu chậm hơn",
    ),
    "runner": (replace(WELL, runner=""), State.WRONG, "Nút bấm chưa tìm thấy lệnh doithoai"),
    "control": (
        replace(WELL, has_control=False),
        State.ADVICE,
        "Hồ sơ chưa có bảng điều khiển nên chưa có nút bấm",
    ),
    "blocked macros": (
        replace(WELL, marked=("Bang_dieu_khien.xlsm",)),
        State.WRONG,
        "Windows coi là tệp tải từ mạng nên chặn macro: Bang_dieu_khien.xlsm",
    ),
    "cloud": (
        replace(WELL, in_cloud=True),
        State.ADVICE,
        "Hồ sơ nằm trong thư mục OneDrive; tệp có thể bị khóa khi đang đồng bộ",
    ),
    "writing": (replace(WELL, may_write=False), State.WRONG, "Không ghi được vào thư mục hồ sơ"),
    "paths": (
        replace(WELL, longest="D:/" + "a" * 216),
        State.WRONG,
        f"Đường dẫn dài 219 ký tự, Excel chỉ mở được 218: D:/{'a' * 216}",
    ),
    "open files": (
        replace(WELL, locked=("ket-qua/~$Tong_hop.xlsx",)),
        State.ADVICE,
        "Đang mở: ket-qua/~$Tong_hop.xlsx",
    ),
}


def test_a_computer_that_has_everything_is_well() -> None:
    results = examine(WELL)
    assert [result.key for result in results] == list(WRONGS)
    assert {result.state for result in results} == {State.FINE}
    assert [result.cure_vi for result in results if result.cure_vi] == []


@pytest.mark.parametrize("key", WRONGS)
def test_what_is_not_well_is_told_with_its_cure_and_nothing_else_is(key: str) -> None:
    facts, state, text = WRONGS[key]
    (result,) = (one for one in examine(facts) if one.state is not State.FINE and one.key == key)
    assert (result.state, result.vi) == (state, text)
    assert result.cure_vi.startswith(("Hãy ", "Nếu "))
    assert result.cure_en
    others = {one.key for one in examine(facts) if one.state is not State.FINE} - {key}
    assert others <= {"old formats"}


def test_this_computer_and_a_new_dossier_are_looked_at(tmp_path: Path) -> None:
    CliRunner().invoke(main, ["init", str(tmp_path)])
    (tmp_path / "nhan-vao" / "~$Kiến nghị.xlsx").touch()
    facts = look_around(tmp_path)
    assert facts.packages["lxml"]
    assert facts.has_control
    assert facts.may_write
    assert facts.locked == ("nhan-vao/~$Kiến nghị.xlsx",)


def test_a_file_with_the_mark_of_the_internet_is_seen(tmp_path: Path) -> None:
    (tmp_path / "Bang_dieu_khien.xlsm").touch()
    (tmp_path / "Bang_dieu_khien.xlsm:Zone.Identifier").write_text("[ZoneTransfer]\nZoneId=3\n")
    assert look_around(tmp_path).marked == ("Bang_dieu_khien.xlsm",)


def test_a_dossier_below_onedrive_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path))
    (tmp_path / "hội nghị").mkdir()
    assert look_around(tmp_path / "hội nghị").in_cloud


def test_each_line_ends_with_the_cure(tmp_path: Path) -> None:
    told = CliRunner().invoke(main, ["doctor", str(tmp_path)])
    assert (
        "! Hồ sơ chưa có bảng điều khiển nên chưa có nút bấm. Cách sửa: Hãy chạy: "
        f'doithoai init "{tmp_path}"' in told.output.splitlines()
    )


def test_the_report_can_be_read_by_a_program(tmp_path: Path) -> None:
    told = CliRunner().invoke(main, ["doctor", str(tmp_path), "--json", "--lang", "en"])
    checks = {line["check"]: line for line in json.loads(told.stdout)}
    assert checks["control"]["state"] == "advice"
    assert checks["control"]["fix"] == f'Run: doithoai init "{tmp_path}"'
    assert checks["python"]["fix"] is None
