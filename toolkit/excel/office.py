"""LibreOffice, where it is installed: it turns workbooks of other formats into .xlsx."""

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

_PATIENCE = 120
"""Seconds; a large workbook on an old computer takes half a minute."""

_USUAL_PLACES = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)


def program() -> str | None:
    """Where LibreOffice is; None if it is not installed."""
    usual = (place for place in _USUAL_PLACES if Path(place).is_file())
    return shutil.which("soffice") or next(usual, None)


def as_xlsx(source: Path, suffix: str) -> bytes | None:
    """A workbook as .xlsx; None if LibreOffice is not there or cannot read it.

    `suffix` says what the file is (`.xls`), whatever it is called. Each run has settings of its
    own, so that one that is open on the screen is not disturbed.
    """
    office = program()
    if office is None:
        return None
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        copied, result = folder / f"in{suffix}", folder / "out" / "in.xlsx"
        shutil.copyfile(source, copied)
        settings = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        to = ["--headless", "--convert-to", "xlsx", "--outdir", str(result.parent), str(copied)]
        try:
            # The program is one of those named above; the file is given under a name of ours.
            subprocess.run(  # noqa: S603
                [office, settings, *to], check=True, capture_output=True, timeout=_PATIENCE
            )
        except (OSError, subprocess.SubprocessError):
            return None
        return result.read_bytes() if result.is_file() else None
