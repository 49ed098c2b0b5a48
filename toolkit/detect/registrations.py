"""People who registered for the meeting and left the column for petitions blank."""

from collections.abc import Iterable, Sequence

from toolkit.detect.grid import Grid
from toolkit.model import Layout, MappedColumn
from toolkit.rules.words import words

WHO = frozenset(
    {
        "seq",
        "petitioner",
        "honorific",
        "national_id",
        "phone",
        "address",
        "hamlet",
        "commune",
        "district",
        "channel",
        "received_on",
        "note",
    }
)
"""Fields that say who registered, and when; what tells more is a petition with a gap."""

FEW = 3
"""From how many blank cells on a column that is half blank is one that may be left blank."""


def without_petition(
    grid: Grid,
    layout: Layout,
    columns: Sequence[MappedColumn],
    titles: Iterable[str],
    numbers: Iterable[int],
) -> frozenset[int]:
    """The rows of a list of petitions that only say who somebody is, if the list allows it.

    It does where its header says “nếu có” or its titles that people register here, and where at
    least half of the people, three or more, raised nothing. `titles` are those above the table
    and the name of the sheet.
    """
    contents = [m for m in columns if m.column.field == "content"]
    if layout.key != "petition" or len(contents) != 1:
        return frozenset()
    content = contents[0].number
    named = {m.number for m in columns if m.column.field == "petitioner"}
    telling = {m.number for m in columns if m.column.field not in WHO}
    filled, blank = 0, set()
    for number in numbers:
        cells = grid.filled(number).keys()
        says = content in cells or bool(grid.span(number, content))
        filled += says
        if named & cells and not says and not telling & cells and not _failed(grid, number):
            blank.add(number)
    optional = words("optional").found_in(contents[0].header) or any(
        map(words("registration").found_in, titles)
    )
    allowed = optional or (len(blank) >= FEW and len(blank) >= filled)
    return frozenset(blank) if allowed and filled else frozenset()


def _failed(grid: Grid, number: int) -> bool:
    """Whether a formula of a row has no value: it may have been to fetch the petition."""
    return any(row == number for row, _ in (*grid.sheet.errors, *grid.sheet.no_result))
