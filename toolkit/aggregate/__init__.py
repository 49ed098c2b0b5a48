"""The level above: what many units sent, put together without typing a figure again.

- `units`: units by code and day, and what became of them in 2025;
- `rows`: what goes up of a commune, row by row, each with its cell;
- `submissions`: what counts of all that a unit sent, and how units stand to the report;
- `changes`: what a unit changed when it sent again, in words;
- `control`: what the level above may set: units, hamlets of split communes, deadlines, locks;
- `view`: rows under the units of a day, what is missing, what is compared;
- `book`: the workbook of the level above; `reading`: such a workbook, read again;
- `returns`: what goes back to each unit, and reminders.

All of it is pure: nothing here reads a file.
"""

from toolkit.aggregate.notices import NOTICES

__all__ = ["NOTICES"]
