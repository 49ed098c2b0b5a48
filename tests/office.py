"""LibreOffice as an independent reader: what it counts, what it prints."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest

RECALCULATE = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""
"""Settings of a fresh profile: always recalculate a workbook when it is opened."""

BOX = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)".*?>(.*?)</word>')

needs_office = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")),
    reason="LibreOffice (soffice) and poppler (pdftotext) are not installed",
)


def recalculated(path: Path) -> Path:
    """A copy of the workbook in which LibreOffice has counted every formula anew."""
    return _converted(path, "xlsx")


def pdf(path: Path) -> Path:
    """The pages as LibreOffice prints them."""
    return _converted(path, "pdf")


def pdf_text(path: Path) -> str:
    """All the text of the printed pages; a form feed ends each page."""
    command = ["pdftotext", "-layout", str(pdf(path)), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@dataclass(frozen=True, slots=True)
class Word:
    """A printed word: its page from 1, its left and upper edge in points."""

    page: int
    left: float
    top: float
    text: str


def pdf_words(path: Path) -> list[Word]:
    """All the words of the printed pages and where they stand, in the order of printing."""
    command = ["pdftotext", "-bbox", str(pdf(path)), "-"]
    shown = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    pages = shown.split("<page ")[1:]
    return [
        Word(number, float(left), float(top), unescape(text))
        for number, page in enumerate(pages, start=1)
        for left, top, text in BOX.findall(page)
    ]


def _converted(path: Path, kind: str) -> Path:
    folder = path.parent / f"{path.stem}-{kind}"
    profile = path.parent / "office-profile"
    settings = profile / "user" / "registrymodifications.xcu"
    if not settings.exists():
        settings.parent.mkdir(parents=True)
        settings.write_text(RECALCULATE, encoding="utf-8")
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    command += ["--convert-to", kind, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / f"{path.stem}.{kind}"
