"""A real click: LibreOffice on a (virtual) screen, the mouse on a button of the control workbook.

Pictures of the screen before and after are kept in `build/click/`.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.live_office import SETTINGS
from toolkit.cli import main

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "build" / "click"
DISPLAY = f":{100 + os.getpid() % 800}"
SIZE = (1280, 800)
TONG_HOP = (283, 255)
"""Where the button “Tổng hợp” is on this screen."""
PATIENCE, SETTLE = 120, 3
"""Seconds."""
NEEDED = ("soffice", "Xvfb", "xdotool", "matchbox-window-manager", "import")

pytestmark = pytest.mark.skipif(
    any(shutil.which(name) is None for name in NEEDED),
    reason=f"not all of {', '.join(NEEDED)} are installed",
)


@pytest.fixture
def screen() -> Iterator[dict[str, str]]:
    """A virtual screen; the environment of programs that are to be seen on it."""
    shown = {**os.environ, "DISPLAY": DISPLAY, "LANG": "C.UTF-8", "SAL_USE_VCLPLUGIN": "gtk3"}
    with started(["Xvfb", DISPLAY, "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24"], shown):
        wait_for(lambda: bool(told(shown, "xdotool", "getdisplaygeometry")))
        with started(["matchbox-window-manager", "-use_titlebar", "no"], shown):
            yield shown


def test_a_click_on_the_button_makes_the_results(tmp_path: Path, screen: dict[str, str]) -> None:
    folder = tmp_path / "hội nghị"
    CliRunner().invoke(main, ["demo", str(folder)], catch_exceptions=False)
    shutil.rmtree(folder / "ket-qua")
    with on_screen(folder / "Bang_dieu_khien.xlsm", tmp_path, screen):
        picture(screen, "truoc-khi-bam.png")
        told(screen, "xdotool", "mousemove", *map(str, TONG_HOP), "sleep", "0.5", "click", "1")
        wait_for((folder / "ket-qua" / "Tong_hop.xlsx").is_file)
        wait_for(lambda: "Tong_hop" in windows(screen))
        time.sleep(SETTLE)
        picture(screen, "sau-khi-bam.png")


@contextmanager
def on_screen(workbook: Path, scratch: Path, screen: dict[str, str]) -> Iterator[None]:
    """A workbook on the screen; its buttons start the toolkit of this checkout."""
    settings = scratch / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(SETTINGS, "utf-8")
    runner = scratch / "doithoai"
    runner.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m toolkit "$@"\n')
    runner.chmod(0o755)
    command = ["soffice", "--norestore", "--nologo"]
    command += [f"-env:UserInstallation={(scratch / 'profile').as_uri()}", str(workbook)]
    with started(command, screen | {"DOITHOAI_CMD": str(runner)}):
        wait_for(lambda: "LibreOffice Calc" in windows(screen))
        time.sleep(SETTLE)
        yield


@contextmanager
def started(command: Sequence[str], environment: dict[str, str]) -> Iterator[None]:
    """A program with all that it starts, ended at the end."""
    process = subprocess.Popen(
        command,
        env=environment,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(10)


def told(environment: dict[str, str], *command: str) -> str:
    """What a tool prints."""
    run = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
    return run.stdout


def windows(screen: dict[str, str]) -> str:
    """The titles of all windows."""
    return told(screen, "xdotool", "search", "--name", ".", "getwindowname", "%@")


def picture(screen: dict[str, str], name: str) -> None:
    """Keep what is on the screen."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    told(screen, "import", "-window", "root", str(PICTURES / name))
    assert (PICTURES / name).stat().st_size


def wait_for(has_happened: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not has_happened():
        assert time.monotonic() < until, "nothing happened on the screen"
        time.sleep(0.3)
