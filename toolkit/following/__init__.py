"""The follow-up table of a dossier: read as people left it, and brought up to date in place.

- `table`: the workbook → its rows, and what people typed in them;
- `carrying`: what an earlier meeting left open;
- `settling`: what sources and people say together;
- `writing`: a plan of `toolkit.living` → the workbook.
"""

from toolkit.following.carrying import carried, with_history
from toolkit.following.notices import NOTICES
from toolkit.following.settling import Settled, settle
from toolkit.following.table import (
    Followed,
    Override,
    known_ids,
    overrides,
    own_records,
    read,
    read_slips,
    unknown_columns,
    with_slips,
)
from toolkit.following.writing import created, slip_content, updated

__all__ = [
    "NOTICES",
    "Followed",
    "Override",
    "Settled",
    "carried",
    "created",
    "known_ids",
    "overrides",
    "own_records",
    "read",
    "read_slips",
    "settle",
    "slip_content",
    "unknown_columns",
    "updated",
    "with_history",
    "with_slips",
]
