"""All that knows Excel. Nothing here decides anything: files become data, data become files."""

from toolkit.excel.additions import with_reports, with_rows, with_values
from toolkit.excel.gate import is_temporary, looks_packed, opened
from toolkit.excel.marks import mark
from toolkit.excel.patch import Content, Edits, NewSheet, SheetEdits, formulas, patched
from toolkit.excel.patch.transplant import with_sheet_again
from toolkit.excel.properties import last_saved
from toolkit.excel.reader import own_kind, read, read_content
from toolkit.excel.refusals import BEING_COPIED, INCOMPLETE
from toolkit.excel.saving import put, require_free
from toolkit.excel.writer import write, written

__all__ = [
    "BEING_COPIED",
    "INCOMPLETE",
    "Content",
    "Edits",
    "NewSheet",
    "SheetEdits",
    "formulas",
    "is_temporary",
    "last_saved",
    "looks_packed",
    "mark",
    "opened",
    "own_kind",
    "patched",
    "put",
    "read",
    "read_content",
    "require_free",
    "with_reports",
    "with_rows",
    "with_sheet_again",
    "with_values",
    "write",
    "written",
]
