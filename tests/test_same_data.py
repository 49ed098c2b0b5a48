"""Whichever way a clerk starts the work, the results are the same, byte for byte."""

import re
import shlex
import shutil
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path, PureWindowsPath

import pytest
from click.testing import CliRunner

from tests.live_office import needs_live_office, run_macro, run_menu, running
from toolkit import button
from toolkit.cli import main
from workbooks.make import HERE

ROOT = Path(__file__).parents[1]
TODAY = f"{date.today():%Y-%m-%d}"
RESULTS = ("Danh_sach_loi.xlsx", "Theo_doi_phan_cong.xlsx", "Tong_hop.xlsx")


@pytest.fixture(scope="module")
def by_command(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What the command line makes of the sample."""
    folder = dossier(tmp_path_factory.mktemp("lenh"))
    CliRunner().invoke(main, ["consolidate", str(folder)], catch_exceptions=False)
    return results(folder)


def dossier(parent: Path) -> Path:
    """The sample, its results not made yet."""
    folder = parent / "hội nghị"
    CliRunner().invoke(main, ["init", str(folder)], catch_exceptions=False)
    shutil.copytree(
        ROOT / "samples/thanh-binh-2026/nhan-vao", folder / "nhan-vao", dirs_exist_ok=True
    )
    return folder


def results(folder: Path) -> dict[str, bytes]:
    return {name: (folder / "ket-qua" / name).read_bytes() for name in RESULTS}


def runner(folder: Path) -> Path:
    """What starts the toolkit of this checkout."""
    path = folder / "doithoai"
    path.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m toolkit "$@"\n')
    path.chmod(0o755)
    return path


def run_launcher(name: str, dropped: str, here: Path, environment: dict[str, str]) -> list[str]:
    """The command that a .cmd comes to, as the command processor of Windows understands it.

    Of its language as much as the launchers use: set, if, call, %variables%.
    """
    known = {**environment, "~dp0": f"{here}\\", "~1": dropped}
    known["~dp1"] = f"{PureWindowsPath(dropped).parent}\\" if dropped else ""

    def filled(text: str) -> str:
        text = re.sub(r"%(~dp0|~dp1|~1)", lambda found: known[found[1]], text)
        return re.sub(r"%(\w+)%", lambda found: known.get(found[1], ""), text)

    for line in HERE.joinpath(name).read_text("ascii").splitlines():
        command = filled(line)
        condition = re.match(
            r'if not (?:"(.*?)"=="(.*?)"|exist "(.*?)"|defined (\w+)) (.*)', command
        )
        if condition:
            left, right, path, variable, command = condition.groups()
            if variable:
                holds = variable in known
            elif path is not None:
                found = Path(path.replace("\\", "/"))
                holds = found.is_dir() if path.endswith("\\") else found.exists()
            else:
                holds = left == right
            if holds:
                continue
        if assigned := re.fullmatch(r'set "(\w+)=(.*)"', command):
            known |= {assigned[1]: assigned[2]}
            if not assigned[2]:
                del known[assigned[1]]
        elif command.startswith("call "):
            return shlex.split(command.removeprefix("call ").replace("\\", "/"))
    raise AssertionError(name)


def test_a_double_click_on_the_launcher(by_command: dict[str, bytes], tmp_path: Path) -> None:
    folder = dossier(tmp_path)
    command = run_launcher("Tong hop.cmd", "", folder, {"DOITHOAI_CMD": str(runner(tmp_path))})
    subprocess.run(command, check=False, capture_output=True)
    assert results(folder) == by_command


@pytest.mark.parametrize("dropped", ["hội nghị", "hội nghị/Bang_dieu_khien.xlsm"])
def test_a_folder_or_a_file_dropped_on_the_launcher(
    dropped: str, by_command: dict[str, bytes], tmp_path: Path
) -> None:
    folder = dossier(tmp_path)
    chosen = {"DOITHOAI_CMD": str(runner(tmp_path))}
    command = run_launcher("Tong hop.cmd", str(tmp_path / dropped), Path("/nowhere"), chosen)
    subprocess.run(command, check=False, capture_output=True)
    assert results(folder) == by_command


def test_the_launcher_that_checks_marks_copies_and_writes_a_list(tmp_path: Path) -> None:
    folder = dossier(tmp_path)
    chosen = {"DOITHOAI_CMD": str(runner(tmp_path))}
    file = folder / "nhan-vao" / "1-dai-bieu"
    dropped = next(path for path in file.parent.rglob("*.xlsx"))
    command = run_launcher("Kiem tra.cmd", str(folder), Path("/nowhere"), chosen)
    subprocess.run(command, check=False, capture_output=True)
    assert (folder / "ket-qua" / "Kiem_tra.xlsx").is_file()
    assert any((folder / "ket-qua" / "da-danh-dau").rglob("*.xlsx"))
    command = run_launcher("Kiem tra.cmd", str(dropped), Path("/nowhere"), chosen)
    assert command[1:3] == ["check", str(dropped)]


def test_a_launcher_finds_the_toolkit_where_it_was_unpacked(tmp_path: Path) -> None:
    place = {"LOCALAPPDATA": str(tmp_path)}
    tmp_path.joinpath("DoiThoai").mkdir()
    command = run_launcher("Tong hop.cmd", "", tmp_path, place)
    assert command[0] == "doithoai"
    tmp_path.joinpath("DoiThoai", "doithoai.cmd").touch()
    command = run_launcher("Tong hop.cmd", "", tmp_path, place)
    assert command[0] == f"{tmp_path}/DoiThoai/doithoai.cmd"


def test_the_button(by_command: dict[str, bytes], tmp_path: Path) -> None:
    folder = dossier(tmp_path)
    control = str(folder / "Bang_dieu_khien.xlsm")
    request = tmp_path / "request.txt"
    answer = str(tmp_path / "answer")
    lines = [["verb", "consolidate"], ["result", answer], ["control", control, control]]
    request.write_text("".join("\t".join(map(button.encoded, line)) + "\n" for line in lines))
    button.press(request, datetime.now())
    assert results(folder) == by_command


@needs_live_office
def test_the_button_in_libreoffice(by_command: dict[str, bytes], tmp_path: Path) -> None:
    folder = dossier(tmp_path)
    with running(tmp_path / "profile", {"DOITHOAI_CMD": str(runner(tmp_path))}) as office:
        run_macro(office.open(folder / "Bang_dieu_khien.xlsm"), "modDoiThoai.TongHop")
    assert results(folder) == by_command


@needs_live_office
def test_the_menu_of_libreoffice(by_command: dict[str, bytes], tmp_path: Path) -> None:
    folder, profile = dossier(tmp_path), tmp_path / "profile"
    with running(profile, {"DOITHOAI_CMD": str(runner(tmp_path))}) as office:
        office.add_extension(HERE / "doithoai.oxt")
        office.open(folder / "bieu-mau" / "Mau_kien_nghi.xlsx", in_front=True)
        run_menu(office, "DoiThoai.modMenu.TongHop")
        run_menu(office, "DoiThoai.modMenu.KiemTra")
    assert results(folder) == by_command
    assert (folder / "ket-qua" / "Kiem_tra.xlsx").is_file()
