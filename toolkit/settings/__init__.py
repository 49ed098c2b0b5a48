"""What staff may set: the meeting, who answers for what, deadlines, days off, hamlets.

All of it has shipped defaults; a control workbook in the dossier overrides them, row by row.

- `declared`: what a setting is, and the shipped ones;
- `layout`: the sheets of a control workbook and their columns;
- `sheets`: the rows of a settings sheet, wherever its header stands;
- `reading`: the control workbook → settings and findings;
- `control_book`: settings → a control workbook to fill in.
"""

from toolkit.settings.control_book import control_book
from toolkit.settings.declared import (
    Assignment,
    Deadline,
    Scope,
    Settings,
    longest_answer,
    shipped,
    unit_kind,
)
from toolkit.settings.notices import NOTICES
from toolkit.settings.reading import read

__all__ = [
    "NOTICES",
    "Assignment",
    "Deadline",
    "Scope",
    "Settings",
    "control_book",
    "longest_answer",
    "read",
    "shipped",
    "unit_kind",
]
