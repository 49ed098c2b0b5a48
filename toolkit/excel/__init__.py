"""All that knows Excel. Nothing here decides anything: files become data, data become files."""

from toolkit.excel.additions import add_sheets, append_rows, put_values
from toolkit.excel.gate import is_temporary, looks_packed, opened
from toolkit.excel.marks import mark
from toolkit.excel.properties import last_saved
from toolkit.excel.reader import own_kind, read
from toolkit.excel.refusals import BEING_COPIED, INCOMPLETE
from toolkit.excel.writer import save, write, written

__all__ = [
    "BEING_COPIED",
    "INCOMPLETE",
    "add_sheets",
    "append_rows",
    "is_temporary",
    "last_saved",
    "looks_packed",
    "mark",
    "opened",
    "own_kind",
    "put_values",
    "read",
    "save",
    "write",
    "written",
]
