"""Further rows and sheets in a workbook that people keep; nothing else in it changes."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from toolkit.errors import InputError, OutputError
from toolkit.excel.facts import Address
from toolkit.excel.patch import Content, Edits, SheetEdits, patched
from toolkit.excel.patch.transplant import with_sheets
from toolkit.excel.saving import replace, saving
from toolkit.excel.writer import written
from toolkit.model import ReportBook


def append_rows(
    path: Path, sheet: str, rows: Sequence[Mapping[int, Content]], like: int = 0
) -> None:
    """Write rows, by column, below the last row of a sheet that holds anything.

    They look like row `like`, such as a blank one that stands ready, or like the last one.

    Raises:
        OutputError: The workbook is open in Excel, or cannot be written. It is as it was before.
    """
    edits = Edits({sheet: SheetEdits(appended=rows, like=like)})
    _change(path, lambda content: patched(content, edits, path.name))


def put_values(path: Path, values: Mapping[str, Mapping[Address, Content]]) -> None:
    """Put values into cells, by sheet, row and column; what stood there is gone.

    Raises:
        OutputError: As above.
    """
    sheets = {title: SheetEdits(values=cells) for title, cells in values.items()}
    _change(path, lambda content: patched(content, Edits(sheets), path.name))


def add_sheets(path: Path, book: ReportBook) -> None:
    """Add the sheets of a report at the end of a workbook; those whose name is there stay.

    Raises:
        OutputError: As above.
    """
    _change(path, lambda content: with_sheets(content, written(book), path.name))


def _change(path: Path, change: Callable[[bytes], bytes]) -> None:
    with saving(path):
        try:
            replace(path, change(path.read_bytes()))
        except InputError as error:
            raise OutputError(error.notice, error.params) from error
