"""What `pip install .` puts on a machine: no checkout stands beside it there."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir"]
    subprocess.run([*build, str(folder), str(ROOT)], check=True)
    (wheel,) = folder.glob("*.whl")
    return set(zipfile.ZipFile(wheel).namelist())


def test_every_file_that_the_package_reads_is_installed(installed: set[str]) -> None:
    read = {".csv", ".json", ".mo", ".py", ".toml", ".typed"}
    package = (path for path in (ROOT / "toolkit").rglob("*") if path.suffix in read)
    missing = {path.relative_to(ROOT).as_posix() for path in package} - installed
    assert missing == set()


def test_the_sample_of_the_demo_is_installed(installed: set[str]) -> None:
    sample = ROOT / "samples" / "thanh-binh-2026" / "nhan-vao"
    expected = {
        f"toolkit/sample_dossier/nhan-vao/{path.relative_to(sample).as_posix()}"
        for path in sample.rglob("*")
        if path.is_file()
    }
    assert expected - installed == set()


def test_what_init_lays_out_is_installed(installed: set[str]) -> None:
    built = {"*.xlsx", "*.xlsm", "*.cmd", "*.oxt"}
    names = {path.name for pattern in built for path in (ROOT / "workbooks").glob(pattern)}
    assert {f"toolkit/workbooks/{name}" for name in names} - installed == set()
    assert "Bang_dieu_khien.xlsm" in names
