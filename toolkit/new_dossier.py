"""A dossier that begins: inbox, control workbook, empty forms, launchers; and the sample one."""

import shutil
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from importlib.resources import files
from pathlib import Path

from toolkit import dossier, excel
from toolkit.dossier import Dossier
from toolkit.excel.saving import saving
from toolkit.model import Workbook
from toolkit.settings import control_cell, read
from toolkit.templates import FORMS, RUNNER, SYSTEM_SHEET, form_book

LAUNCHERS = ("Tong hop.cmd", "Kiem tra.cmd")
"""What is double-clicked where macros are blocked."""


def lay_out(folder: Path, unit: str, as_of: date) -> tuple[str, ...]:
    """Make what a dossier has at its beginning; the names of what was made, below the folder.

    What is there already stays as it is; but forms that nobody has filled in get the letterhead
    that the control workbook tells by now. `unit` is written into a new control workbook.

    Raises:
        InputError: There is a control workbook, but it cannot be read.
        OutputError: The folder cannot be written to.
    """
    made: list[str] = []
    with saving(folder / dossier.INBOX):
        if not (folder / dossier.INBOX).is_dir():
            (folder / dossier.INBOX).mkdir()
            made.append(dossier.INBOX)
    made += _lay_out_desk(folder, unit)
    path = Dossier(folder, folder / dossier.RESULTS).control
    control = excel.read(path, path.name) if path else None
    meeting = read(control, as_of)[0].meeting
    for form in FORMS.values():
        target = folder / dossier.FORMS / form.file
        if not target.exists() or target.read_bytes() == shipped(form.file):
            known = meeting.unit_name and excel.written(form_book(form, meeting, as_of))
            made += _put(target, known or shipped(form.file), folder)
    return tuple(made)


def lay_out_sample(sample: Path, folder: Path) -> None:
    """Copy the inbox of the sample dossier into a folder, with a control workbook beside it.

    What is there already stays as it is.

    Raises:
        OutputError: The folder cannot be written to.
    """
    inbox = folder / dossier.INBOX
    if not inbox.exists():
        with saving(inbox):
            shutil.copytree(sample / dossier.INBOX, inbox)
    _lay_out_desk(folder, "")


def shipped(name: str) -> bytes:
    """A file of `workbooks/`: in an installed package beside the code, in a checkout above it."""
    installed = files("toolkit").joinpath("workbooks", name)
    found = (
        installed if installed.is_file() else files("toolkit").joinpath("..", "workbooks", name)
    )
    return found.read_bytes()


def runner() -> str:
    """The command that a button of this computer is to start; empty if there is none."""
    python = Path(sys.executable)
    beside = [python.with_name(name) for name in ("doithoai", "doithoai.exe")]
    unpacked = python.parents[1] / "doithoai.cmd"  # as windows/bundle.py lays it out
    found = (str(path) for path in (*beside, unpacked) if path.is_file())
    return next(found, shutil.which("doithoai") or "")


def _lay_out_desk(folder: Path, unit: str) -> list[str]:
    """The control workbook, and the launchers beside it."""
    made: list[str] = []
    if Dossier(folder, folder).control is None:
        target = folder / dossier.CONTROL[0]
        made += _put(target, shipped(target.name), folder)
        control = excel.read(target, target.name)
        values = {("Cấu hình", "Tên đơn vị"): unit, (SYSTEM_SHEET, RUNNER): runner()}
        _fill(target, control, {place: text for place, text in values.items() if text})
    for name in LAUNCHERS:
        if not (folder / name).exists():
            made += _put(folder / name, shipped(name), folder)
    return made


def _fill(path: Path, control: Workbook, values: Mapping[tuple[str, str], str]) -> None:
    """Write values beside labels of the control workbook."""
    cells: dict[str, dict[tuple[int, int], str]] = {}
    for (sheet, label), text in values.items():
        cells.setdefault(sheet, {})[control_cell(control, sheet, label)] = text
    excel.put(path, excel.with_values(path.read_bytes(), path.name, cells))


def _put(target: Path, content: bytes, folder: Path) -> Iterator[str]:
    if target.exists() and target.read_bytes() == content:
        return
    excel.put(target, content)
    yield target.relative_to(folder).as_posix()
