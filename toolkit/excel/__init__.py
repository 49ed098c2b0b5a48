"""All that knows Excel. Nothing here decides anything: files become data, data become files."""

from toolkit.excel.additions import add_sheets, append_rows, put_values
from toolkit.excel.gate import is_temporary, looks_packed
from toolkit.excel.marks import mark
from toolkit.excel.reader import own_kind, read
from toolkit.excel.writer import write, written

__all__ = [
    "add_sheets",
    "append_rows",
    "is_temporary",
    "looks_packed",
    "mark",
    "own_kind",
    "put_values",
    "read",
    "write",
    "written",
]
