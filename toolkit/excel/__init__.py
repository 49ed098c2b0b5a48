"""All that knows Excel. Nothing here decides anything: files become data, data become files."""

from toolkit.excel.additions import add_sheets, append_rows
from toolkit.excel.gate import is_temporary, looks_packed
from toolkit.excel.marks import mark
from toolkit.excel.properties import last_saved
from toolkit.excel.reader import own_kind, read
from toolkit.excel.writer import save, write, written

__all__ = [
    "add_sheets",
    "append_rows",
    "is_temporary",
    "last_saved",
    "looks_packed",
    "mark",
    "own_kind",
    "read",
    "save",
    "write",
    "written",
]
