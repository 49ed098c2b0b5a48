"""What goes to a PC with Windows, as far as another computer can try it."""

import re
import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from windows.bundle import HERE, ONLY_ON_WINDOWS, REQUIREMENTS, gather, own_wheel

NO_NETWORK = """
import socket, sys
def refused(*_, **__): raise SystemExit("it went to the network")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = refused
from toolkit.cli import main
main(sys.argv[1:])
"""


def repacked(name: str, folder: Path) -> Path:
    """An installed package as a wheel again."""
    found = distribution(name)
    target = folder / f"{name}-{found.version}-py3-none-any.whl"
    with ZipFile(target, "w") as package:
        for file in found.files or ():
            if ".." not in file.parts and "__pycache__" not in file.parts:
                package.write(str(file.locate()), file.as_posix())
    return target


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder, with the packages that `--version` needs."""
    folder = tmp_path_factory.mktemp("wheels")
    target = folder / "Đối thoại"
    gather(target, [own_wheel(folder), repacked("click", folder)])
    return target


def pinned() -> dict[str, str]:
    lines = REQUIREMENTS.read_text().splitlines()
    found = (re.fullmatch(r"([\w-]+)==(\S+) --hash=sha256:[0-9a-f]{64}", line) for line in lines)
    return {canonicalize_name(match[1]): match[2] for match in found if match}


def test_the_folder_has_all_that_the_instructions_speak_of(bundle: Path) -> None:
    assert sorted(path.name for path in bundle.iterdir()) == [
        "Cai dat.cmd", "HUONG_DAN.md", "chay.py", "doithoai.cmd", "hinh", "mau", "thu-vien",
    ]  # fmt: skip
    assert sorted(path.name for path in (bundle / "mau").iterdir()) == [
        "Bang_dieu_khien.xlsm", "Kiem tra.cmd", "Mau_dai_bieu.xlsx", "Mau_khao_sat.xlsx",
        "Mau_kien_nghi.xlsx", "Mau_tra_loi.xlsx", "Tong hop.cmd", "doithoai.oxt",
    ]  # fmt: skip
    text = (bundle / "HUONG_DAN.md").read_text("utf-8")
    for picture in re.findall(r"\]\((hinh/[^)]+)\)", text):
        assert (bundle / picture).is_file()


def test_it_starts_without_any_package_of_the_computer(bundle: Path) -> None:
    command = [sys.executable, "-I", "-S", str(bundle / "chay.py"), "--version"]
    run = subprocess.run(command, check=False, capture_output=True, text=True)
    assert run.stdout.startswith("doithoai ")


def test_every_package_that_is_asked_for_is_pinned_with_its_digest() -> None:
    have = pinned()
    every = map(Requirement, distribution("doithoai").requires or ())
    wanted = [one for one in every if not one.marker or one.marker.evaluate({"extra": "excel"})]
    assert len(wanted) > 10
    for requirement in wanted:
        assert requirement.specifier.contains(have[canonicalize_name(requirement.name)])
    assert set(ONLY_ON_WINDOWS) <= set(have)
    lines = [line for line in REQUIREMENTS.read_text().splitlines() if not line.startswith("#")]
    assert len(lines) == len(have)


@pytest.mark.parametrize("name", ["doithoai.cmd", "Cai dat.cmd"])
def test_what_is_double_clicked_is_plain_text_for_windows(name: str) -> None:
    content = (HERE / name).read_bytes()
    assert content.isascii()
    assert content.count(b"\n") == content.count(b"\r\n")
    text = content.decode()
    labels = set(re.findall(r"^:(\w+)\r$", text, re.MULTILINE))
    assert set(re.findall(r"(?:goto |call :)(\w+)", text)) == labels - {"end"} | {"end"} & labels
    for place in re.findall(r"[^ ]*%~?(?:dp0|TARGET)[^ ]*", text.replace('"', '"')):
        assert '"' in place or place.startswith("rem")


def test_the_work_needs_no_network(tmp_path: Path) -> None:
    command = [sys.executable, "-c", NO_NETWORK, "demo", str(tmp_path / "thử"), "--quiet"]
    run = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_the_acceptance_sheet_is_one_page_of_boxes() -> None:
    text = Path(HERE.parent, "docs", "acceptance-windows.md").read_text("utf-8")
    assert len(text.splitlines()) <= 50
    numbers = re.findall(r"^- \[ \] (\d+)\.", text, re.MULTILINE)
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
