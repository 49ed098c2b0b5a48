"""Further rows and sheets in a workbook that people keep; nothing else in it changes."""

from collections.abc import Mapping, Sequence

from toolkit.excel.facts import Address
from toolkit.excel.patch import Content, Edits, SheetEdits, patched
from toolkit.excel.patch.transplant import with_sheets
from toolkit.excel.writer import written
from toolkit.model import ReportBook


def with_rows(
    content: bytes, name: str, sheet: str, rows: Sequence[Mapping[int, Content]], like: int = 0
) -> bytes:
    """A workbook with rows, by column, below the last row of a sheet that holds anything.

    They look like row `like`, such as a blank one that stands ready, or like the last one.

    Raises:
        InputError: The workbook is no .xlsx or .xlsm, is damaged, or has a password.
    """
    return patched(content, Edits({sheet: SheetEdits(appended=rows, like=like)}), name)


def with_values(
    content: bytes, name: str, values: Mapping[str, Mapping[Address, Content]]
) -> bytes:
    """A workbook with values in cells, by sheet, row and column; what stood there is gone.

    Raises:
        InputError: As above.
    """
    sheets = {title: SheetEdits(values=cells) for title, cells in values.items()}
    return patched(content, Edits(sheets), name)


def with_reports(content: bytes, name: str, book: ReportBook) -> bytes:
    """A workbook with the sheets of a report at its end; those whose name is there stay.

    Raises:
        InputError: As above.
    """
    return with_sheets(content, written(book), name)
