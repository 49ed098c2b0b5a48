"""Makes files of other kinds than .xlsx, and those oddities that an inbox collects."""

import csv
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from make_paper import Paper, write_xlsx

FILTERS = {".xls": "xls:MS Excel 97", ".ods": "ods"}
LONG_AGO = (2023, 3, 20, 8, 30, 0)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
EXTERNAL_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def write(target: Path, papers: Sequence[Paper]) -> None:
    """Writes the sheets as the kind of file that the name says."""
    if target.suffix == ".csv":
        write_csv(target, papers[0])
    elif target.suffix in FILTERS:
        convert(target, papers)
    else:
        write_xlsx(target, papers)


def write_csv(target: Path, paper: Paper) -> None:
    """Values parted by semicolons, in UTF-8 with a byte order mark, as Vietnamese Excel saves."""
    target.parent.mkdir(parents=True, exist_ok=True)
    height = 1 + max(row for row, _ in paper.cells)
    width = 1 + max(column for _, column in paper.cells)
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        for row in range(height):
            cells = [paper.cells.get((row, column), ("", None))[0] for column in range(width)]
            csv.writer(file, delimiter=";", lineterminator="\r\n").writerow(cells)


def convert(target: Path, papers: Sequence[Paper]) -> None:
    """Writes the sheets with LibreOffice, as .xls or .ods."""
    office = shutil.which("soffice")
    if office is None:
        raise SystemExit("LibreOffice is needed for .xls and .ods: soffice was not found.")
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, target.with_suffix(".xlsx").name)
        write_xlsx(source, papers)
        subprocess.run(  # noqa: S603 — our own file, and no shell
            [
                office,
                f"-env:UserInstallation=file://{folder}/profile",
                "--headless",
                "--convert-to",
                FILTERS[target.suffix],
                "--outdir",
                folder,
                str(source),
            ],
            check=True,
            capture_output=True,
        )
        shutil.copyfile(Path(folder, target.name), target)
    if target.suffix == ".ods":
        parts = _parts(target)
        parts["meta.xml"] = re.sub(rb"<office:meta>.*</office:meta>", b"", parts["meta.xml"])
        _write_parts(target, parts)


def write_lock_file(target: Path, user: str) -> None:
    """The file that Excel keeps beside a workbook while somebody has it open."""
    name = user.encode("ascii")
    narrow = bytes([len(name)]) + name.ljust(54, b" ")
    wide = bytes([len(user), 0]) + user.ljust(54).encode("utf-16-le")
    target.write_bytes(narrow + wide)


def link_to_another_workbook(target: Path, other: str, sheet: str) -> None:
    """Lets `[1]` in the formulas of a workbook mean another workbook, as Excel stores it."""
    parts = _parts(target)
    added = "xl/externalLinks/externalLink1.xml"
    parts[added] = (
        f'{XML}<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f'<externalBook xmlns:r="{RELATIONS}" r:id="rId1">'
        f'<sheetNames><sheetName val="{sheet}"/></sheetNames></externalBook></externalLink>'
    ).encode()
    parts["xl/externalLinks/_rels/externalLink1.xml.rels"] = (
        f'{XML}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{RELATIONS}/externalLinkPath" Target="{other}" TargetMode="External"/>'
        "</Relationships>"
    ).encode()
    _insert(parts, "[Content_Types].xml", "</Types>", _override(added))
    _insert(parts, "xl/_rels/workbook.xml.rels", "</Relationships>", _relation())
    reference = '<externalReferences><externalReference r:id="rIdExternal"/></externalReferences>'
    _insert(parts, "xl/workbook.xml", "<calcPr", reference)
    _write_parts(target, parts)


def _parts(target: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(target) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _write_parts(target: Path, parts: Mapping[str, bytes]) -> None:
    """Packs the parts in their order, all of one date; an .ods wants its kind unsqueezed."""
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, LONG_AGO), content, how)


def _insert(parts: dict[str, bytes], part: str, before: str, text: str) -> None:
    place = parts[part].index(before.encode())
    parts[part] = parts[part][:place] + text.encode() + parts[part][place:]


def _override(part: str) -> str:
    return f'<Override PartName="/{part}" ContentType="{EXTERNAL_TYPE}"/>'


def _relation() -> str:
    return (
        f'<Relationship Id="rIdExternal" Type="{RELATIONS}/externalLink" '
        'Target="externalLinks/externalLink1.xml"/>'
    )


def account(files: Mapping[str, Sequence[Paper]], other: Mapping[str, str]) -> str:
    """MISTAKES.txt: what was planted in the files, and what a reader should find in them.

    `other` are the files that hold no data, with the reason.
    """
    labels = {
        label: f"{name} | {paper.name} | {cell}"
        for name, papers in files.items()
        for paper in papers
        for label, cell in paper.planted.labels.items()
    }
    tables, mistakes, answers = [], [], []
    for name, papers in files.items():
        for paper in papers:
            place = f"{name} | {paper.name}"
            planted = paper.planted
            tables += [f"{place} | {line}" for line in planted.tables or ("no table",)]
            mistakes += [f"{place} | {cell} | {what}" for cell, what in planted.mistakes]
            answers += [f"{place} | {cell} | {labels[to]}" for cell, to in planted.answers]
    skipped = [f"{name} | {why}" for name, why in other.items()]
    parts = (
        ("Tables: file | sheet | entity | header rows | records | excluded rows | remark", tables),
        ("Mistakes: file | sheet | cell | what is wrong", mistakes),
        ("Answers: file | sheet | cell | which petition: file | sheet | cell", answers),
        ("Files without data: file | reason", skipped),
    )
    return "\n\n".join("\n".join([f"# {head}", *body]) for head, body in parts if body) + "\n"
