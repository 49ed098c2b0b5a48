"""What staff open and fill in: empty forms, and the control workbook with its buttons.

All of it is made from the declarations: header words of `layouts`, drop-down lists of
`codelists`, right and wrong of the rules' own examples. `workbooks/` holds what comes of it.

- `declared`: which columns each form has, and how they are to be filled in;
- `forms`: a declared form → a workbook;
- `examples`: the examples of rules as pictures;
- `desk`: the control workbook with buttons.
"""

from toolkit.templates.declared import FORMS, Form
from toolkit.templates.desk import (
    BUTTONS,
    DESK_SHEET,
    LAST_RUN,
    LOG_COLUMNS,
    LOG_SHEET,
    RUNNER,
    SYSTEM_SHEET,
    desk_book,
)
from toolkit.templates.forms import form_book

__all__ = [
    "BUTTONS",
    "DESK_SHEET",
    "FORMS",
    "LAST_RUN",
    "LOG_COLUMNS",
    "LOG_SHEET",
    "RUNNER",
    "SYSTEM_SHEET",
    "Form",
    "desk_book",
    "form_book",
]
