"""What staff may set: the meeting, who answers for what, deadlines, days off, hamlets.

All of it has shipped defaults; a control workbook in the dossier overrides them, row by row.

- `declared`: what a setting is, and the shipped ones;
- `layout`: the sheets of a control workbook and their columns;
- `sheets`: the rows of a settings sheet, wherever its header stands;
- `reading`: the control workbook → settings and findings;
- `memory`: the sheet “Ghi nhớ”: questions → rows, and what people decided there;
- `control_book`: settings → a control workbook to fill in.
"""

from toolkit.settings.control_book import control_book, memory_report
from toolkit.settings.declared import (
    Assignment,
    Deadline,
    Scope,
    Settings,
    longest_answer,
    shipped,
    unit_kind,
    with_topics,
)
from toolkit.settings.memory import Asking, Place, memory_place, memory_rows, to_ask
from toolkit.settings.notices import NOTICES
from toolkit.settings.reading import read
from toolkit.settings.sheets import control_cell

__all__ = [
    "NOTICES",
    "Asking",
    "Assignment",
    "Deadline",
    "Place",
    "Scope",
    "Settings",
    "control_book",
    "control_cell",
    "longest_answer",
    "memory_place",
    "memory_report",
    "memory_rows",
    "read",
    "shipped",
    "to_ask",
    "unit_kind",
    "with_topics",
]
