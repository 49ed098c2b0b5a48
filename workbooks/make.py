"""Builds everything in this folder from the declarations: `python -m workbooks.make [DIR]`.

The same declarations give the same bytes; a test compares what is committed with what is built.
"""

import sys
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from toolkit import dossier, excel
from toolkit.model import Meeting
from toolkit.settings import shipped
from toolkit.templates import FORMS, desk_book, form_book
from workbooks import extension
from workbooks.launchers import launchers
from workbooks.macro_text import ascii_source
from workbooks.vba_project import Kind, Module, project

HERE = Path(__file__).parent
MACROS = HERE.parent / "macros"
AS_OF = date(2026, 11, 23)
"""The day whose code lists and deadlines the workbooks are built with."""


def built() -> Mapping[str, bytes]:
    """The workbooks, launchers and the extension of LibreOffice, by the names of their files."""
    forms = {
        form.file: excel.written(form_book(form, Meeting(), AS_OF)) for form in FORMS.values()
    }
    return {
        **forms,
        dossier.CONTROL[0]: _control(),
        **launchers(),
        extension.FILE: extension.extension(),
    }


def modules(sheets: int) -> tuple[Module, ...]:
    """The modules of the control workbook: one for itself and each sheet, and the macros."""
    texts = {
        path.stem: ascii_source(path.read_text("utf-8")) for path in sorted(MACROS.glob("*.bas"))
    }
    return (
        Module("ThisWorkbook", Kind.WORKBOOK),
        *(Module(f"Sheet{number}", Kind.SHEET) for number in range(1, sheets + 1)),
        *(Module(name, Kind.STANDARD, text) for name, text in texts.items()),
    )


def _control() -> bytes:
    """The control workbook; what sheets it has shows only when it is written."""
    book = desk_book(Meeting(), shipped(), AS_OF)
    with ZipFile(BytesIO(excel.written(book))) as package:
        parts = [name for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
    return excel.written(book, project(modules(len(parts))))


def main(folder: Path) -> None:
    """Write all of it into a folder."""
    for name, content in built().items():
        folder.joinpath(name).write_bytes(content)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
