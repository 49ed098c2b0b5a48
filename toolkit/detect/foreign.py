"""Tell workbooks that clearly hold something else from those in which nothing was recognised."""

from collections.abc import Sequence

from toolkit.detect.entities import Titles
from toolkit.detect.grid import Grid
from toolkit.detect.vocabulary import Vocabulary
from toolkit.model import Layout, Sheet, Workbook

FIRST_ROWS = 15
"""So far down titles and headers of foreign tables are looked for."""
_KNOWN, _SHARE = 3, 2 / 3
"""How many cells of a row, and what share of them, must be headers of a foreign table."""

Vocabularies = Sequence[tuple[Layout, Vocabulary]]


def foreign_layout(workbook: Workbook, vocabularies: Vocabularies) -> Layout | None:
    """What kind of foreign table a workbook holds; None if a sheet of it is not clearly one.

    Titles say it, unless they speak of a kind of table of ours, too; or a header does.
    """
    sheets = [sheet for sheet in workbook.sheets if any(map(any, sheet.rows))]
    kinds = [_of_sheet(sheet, workbook.name, vocabularies) for sheet in sheets]
    return kinds[0] if kinds and all(kinds) else None


def _of_sheet(sheet: Sheet, workbook: str, vocabularies: Vocabularies) -> Layout | None:
    grid = Grid(sheet)
    rows = [set(grid.filled(row).values()) for row in range(1, FIRST_ROWS + 1)]
    titles = Titles.of(
        [text for row in rows if len(row) == 1 for text in row], sheet.name, workbook
    )
    foreign = [pair for pair in vocabularies if pair[0].foreign]
    if any(titles.say(layout) for layout, _ in vocabularies if not layout.foreign):
        return None
    told = (layout for layout, _ in foreign if titles.head(layout))
    read = (layout for layout, vocabulary in foreign if any(_heads(r, vocabulary) for r in rows))
    return next(told, None) or next(read, None)


def _heads(texts: set[str], vocabulary: Vocabulary) -> bool:
    known = sum(map(vocabulary.knows, texts))
    return known >= max(_KNOWN, _SHARE * len(texts))
