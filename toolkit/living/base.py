"""What the toolkit wrote last into the follow-up table, kept in a very hidden sheet beside it.

The workbook is mailed, copied and restored from backups, and its base travels with it. All is
text as a reader sees it (`seen`), so that it survives whatever program saves the workbook.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from toolkit.layouts.follow_up import HEADERS
from toolkit.living.seen import seen
from toolkit.model import Sheet, Workbook
from toolkit.values.likeness import identifier

SHEET = "_theo_doi"
FIELDS = tuple(key for key in HEADERS if key != "seq")
_OWN = ("id", "origin", "state", "first_due", "pinned", "says", "slips")
_HEADER = (*_OWN, *FIELDS)
PRINTED_COLUMN = len(_HEADER) + 1
"""Where the digest of the sheet to be printed stands, in the first row."""
_LONGEST = 32_000
"""Letters that are kept of a text; a cell holds hardly more."""

TYPED = "typed"
"""The origin of a row that people typed themselves; the origin of the others is empty."""
GONE, DELETED = "gone", "deleted"
"""The state of a petition that is in no source any more; of a row that people took out."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of one petition.

    `values` are those written last, by field; `first_due` is the deadline before any extension.
    `pinned` are counted columns that people write themselves. `says` is the content that stood
    in the table if it is another than the one written: by it a row is known that lost its id.
    `slips` are the answers of slips that were put into the table, as JSON by field.
    """

    id: str
    values: Mapping[str, str] = field(default_factory=dict)
    origin: str = ""
    state: str = ""
    first_due: str = ""
    pinned: frozenset[str] = frozenset()
    says: str = ""
    slips: str = ""

    @property
    def content(self) -> str:
        """The content that stood in the table last."""
        return self.says or self.values.get("content", "")

    def with_value(self, key: str, value: str) -> "Kept":
        return replace(self, values={**self.values, key: value})


@dataclass(frozen=True, slots=True)
class Base:
    """All that is kept, by the id for comparing; `rows` are the rows of the sheet it stands in.

    `is_there` is False where the workbook has no such sheet. `printed` is the digest of the sheet
    to be printed, as it was made last.
    """

    kept: Mapping[str, Kept] = field(default_factory=dict)
    rows: Mapping[str, int] = field(default_factory=dict)
    is_there: bool = False
    printed: str = ""

    def get(self, given: str) -> Kept | None:
        """What is kept under an id, however it is spelled."""
        return self.kept.get(identifier(given))


def read_base(workbook: Workbook) -> Base:
    """The base that a workbook carries; an empty one if it has none."""
    sheet = next((sheet for sheet in workbook.sheets if sheet.name == SHEET), None)
    if sheet is None or not sheet.rows:
        return Base()
    found = dict(_rows(sheet))
    return Base(
        {identifier(kept.id): kept for kept in found.values()},
        {identifier(kept.id): row for row, kept in found.items()},
        is_there=True,
        printed=seen(sheet.at(1, PRINTED_COLUMN)),
    )


def _rows(sheet: Sheet) -> Iterator[tuple[int, Kept]]:
    header = [seen(cell) for cell in sheet.rows[0]]
    for number, cells in enumerate(sheet.rows[1:], start=2):
        told = dict(zip(header, map(seen, cells), strict=False))
        if told.get("id"):
            yield (
                number,
                Kept(
                    told["id"],
                    {key: told.get(key, "") for key in FIELDS},
                    told.get("origin", ""),
                    told.get("state", ""),
                    told.get("first_due", ""),
                    frozenset(told.get("pinned", "").split()),
                    told.get("says", ""),
                    told.get("slips", ""),
                ),
            )


def base_row(kept: Kept) -> tuple[str | None, ...]:
    """The cells of the sheet for one petition."""
    pinned = " ".join(sorted(kept.pinned))
    own = (
        kept.id,
        kept.origin,
        kept.state,
        kept.first_due,
        pinned,
        kept.says[:_LONGEST],
        kept.slips,
    )
    values = (kept.values.get(key, "")[:_LONGEST] for key in FIELDS)
    return tuple(text or None for text in (*own, *values))


def base_table(kept: Sequence[Kept], printed: str = "") -> tuple[tuple[str | None, ...], ...]:
    """All cells of a new sheet, its header first."""
    return ((*_HEADER, printed or None), *map(base_row, kept))
