"""All that knows Excel. Nothing here decides anything: files become data, data become files."""

from toolkit.excel.gate import is_temporary, looks_packed, opened
from toolkit.excel.reader import own_kind, read
from toolkit.excel.refusals import BEING_COPIED, INCOMPLETE
from toolkit.excel.writer import write

__all__ = [
    "BEING_COPIED",
    "INCOMPLETE",
    "is_temporary",
    "looks_packed",
    "opened",
    "own_kind",
    "read",
    "write",
]
