"""Gathers the folder that is copied to a PC with Windows: `python -m windows.bundle DIR`.

The folder lacks only Python itself, which must come from python.org (`HUONG_DAN.md`). Nothing is
installed on the PC and nothing is fetched there: the packages lie unpacked in `thu-vien`.

`requirements.txt` names each package with its version and the digest of its wheel. It is made
anew from what setup.py asks for by `python -m windows.bundle --renew`.
"""

import argparse
import hashlib
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

HERE = Path(__file__).parent
ROOT = HERE.parent
REQUIREMENTS = HERE / "requirements.txt"
PYTHON = "3.11"
PLATFORM = (
    "--only-binary=:all:", "--platform", "win_amd64", "--python-version", PYTHON,
    "--implementation", "cp", "--abi", "cp311", "--abi", "abi3", "--abi", "none",
)  # fmt: skip
ONLY_ON_WINDOWS = ("pywin32", "colorama", "tzdata")
"""What packages ask for on Windows only; pip judges that by the computer it runs on."""

LIBRARY, TEMPLATES = "thu-vien", "mau"
STARTERS = ("doithoai.cmd", "Cai dat.cmd", "chay.py", "HUONG_DAN.md")
PICTURES = "hinh"


def gather(target: Path, wheels: Iterable[Path]) -> None:
    """Make the folder from wheels that are at hand; what was in it is gone."""
    shutil.rmtree(target, ignore_errors=True)
    library = target / LIBRARY
    library.mkdir(parents=True)
    for wheel in sorted(wheels):
        with ZipFile(wheel) as package:
            package.extractall(library)
    for name in STARTERS:
        shutil.copy(HERE / name, target)
    shutil.copytree(HERE / PICTURES, target / PICTURES)
    shutil.copytree(library / "toolkit" / "workbooks", target / TEMPLATES)


def own_wheel(folder: Path) -> Path:
    """The toolkit itself as a wheel.

    Raises:
        subprocess.CalledProcessError: It cannot be built.
    """
    _pip("wheel", "--no-deps", "--wheel-dir", str(folder), str(ROOT))
    return next(folder.glob("doithoai-*.whl"))


def fetch(folder: Path) -> None:
    """The wheels that the toolkit needs, as `requirements.txt` has them.

    Raises:
        subprocess.CalledProcessError: There is no network, or a wheel is not what it was.
    """
    options = ("--require-hashes", "--no-deps", "--requirement", str(REQUIREMENTS))
    _pip("download", "--dest", str(folder), *PLATFORM, *options)


def renew() -> None:
    """Write `requirements.txt` anew: the newest wheels that there are for Windows."""
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        own = f"{own_wheel(folder)}[excel]"
        _pip("download", "--dest", f"{folder}/wheels", *PLATFORM, own, *ONLY_ON_WINDOWS)
        others = (p for p in folder.glob("wheels/*.whl") if not p.name.startswith("doithoai-"))
        lines = [_pinned(wheel) for wheel in sorted(others)]
    REQUIREMENTS.write_text("# Made by `python -m windows.bundle --renew`.\n" + "".join(lines))


def _pinned(wheel: Path) -> str:
    name, version = wheel.name.split("-")[:2]
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    return f"{name.replace('_', '-')}=={version} --hash=sha256:{digest}\n"


def _pip(*arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    subprocess.run([*command, *arguments], check=True)  # noqa: S603 — this Python's own pip


def main() -> None:
    """Read the command line, and gather."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "build" / "DoiThoai")
    parser.add_argument("--renew", action="store_true", help="write requirements.txt anew")
    given = parser.parse_args()
    if given.renew:
        renew()
        return
    with TemporaryDirectory() as scratch:
        wheels = Path(scratch)
        fetch(wheels)
        own_wheel(wheels)
        gather(given.folder, wheels.glob("*.whl"))


if __name__ == "__main__":
    main()
