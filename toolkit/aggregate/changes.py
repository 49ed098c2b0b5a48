"""What a unit changed when it sent again, row by row and in words."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from toolkit.aggregate.rows import ATTENDEE, PETITION, SURVEY, Plain, Row
from toolkit.aggregate.submissions import Submission
from toolkit.values.texts import fold, shorten

SHOWN = 3
"""So many changed cells are told one by one."""
LONGEST = 40

_IDENTITY: Mapping[str, tuple[str, ...]] = {
    PETITION: ("id",),
    ATTENDEE: ("sheet", "cell"),
    SURVEY: ("question",),
}
"""The fields by which a row is known again."""

_TYPED: Mapping[str, tuple[str, ...]] = {
    PETITION: (
        "petitioner", "hamlet", "content", "topic", "authority", "channel", "received_on",
        "lead_unit", "due_date", "response", "document_no", "document_date", "status", "outcome",
        "completed_on", "note",
    ),
    ATTENDEE: ("gender", "hamlet", "delegation", "attendance"),
    SURVEY: (
        "very_satisfied", "satisfied", "neutral", "dissatisfied", "very_dissatisfied", "total",
    ),
}  # fmt: skip
"""The fields that people type; all others follow from them."""


@dataclass(frozen=True, slots=True)
class Edited:
    """A cell that now says something else: the header of its column, the row it stands in."""

    header: str
    cell: str
    before: str
    after: str

    def __str__(self) -> str:
        """The change in words.

        >>> str(Edited("Hài lòng", "B12", "15", "51"))
        'dòng của ô B12, cột «Hài lòng»: 15 → 51'
        """
        return f"dòng của ô {self.cell}, cột «{self.header}»: {self.before} → {self.after}"


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of the rows of a submission."""

    added: int
    removed: int
    edited: tuple[Edited, ...]

    def words(self) -> str:
        """The difference as part of a sentence.

        >>> Difference(3, 0, (Edited("Hài lòng", "B12", "15", "51"),)).words()
        'thêm 3 dòng, sửa 1 ô (dòng của ô B12, cột «Hài lòng»: 15 → 51), bỏ 0 dòng'
        """
        shown = "; ".join(map(str, self.edited[:SHOWN]))
        more = "; …" if len(self.edited) > SHOWN else ""
        brackets = f" ({shown}{more})" if shown else ""
        return (
            f"thêm {self.added} dòng, sửa {len(self.edited)} ô{brackets}, bỏ {self.removed} dòng"
        )


def difference(before: Submission, after: Submission) -> Difference:
    """What is new, gone and changed between two submissions of a unit.

    Rows are known again by their id, else by what they say; a row that was moved is the same.
    """
    parts = [
        _difference(kind, before.rows(kind), after.rows(kind))
        for kind in (PETITION, ATTENDEE, SURVEY)
    ]
    return Difference(
        sum(part.added for part in parts),
        sum(part.removed for part in parts),
        tuple(chain.from_iterable(part.edited for part in parts)),
    )


def _difference(kind: str, before: Sequence[Row], after: Sequence[Row]) -> Difference:
    """Rows that say the same are taken away first, then those of one identity are compared."""
    typed = _TYPED[kind]
    old = Counter(_said(row, typed) for row in before)
    fresh = []
    for row in after:
        said = _said(row, typed)
        if old[said]:
            old[said] -= 1
        else:
            fresh.append(row)
    left = _take(before, old, typed)
    known = {_identity(kind, row): row for row in left}
    edited: list[Edited] = []
    added = 0
    for row in fresh:
        was = known.pop(_identity(kind, row), None)
        if was is None:
            added += 1
        else:
            edited += _edits(was, row, typed)
    removed = len(left) - (len(fresh) - added)
    return Difference(added, removed, tuple(edited))


def _take(rows: Iterable[Row], left: Counter[tuple[str, ...]], typed: Sequence[str]) -> list[Row]:
    """The rows of which some are left over."""
    kept = []
    for row in rows:
        said = _said(row, typed)
        if left[said]:
            left[said] -= 1
            kept.append(row)
    return kept


def _edits(before: Row, after: Row, typed: Sequence[str]) -> list[Edited]:
    headers = {field.key: field.header for field in after.FIELDS}
    return [
        Edited(headers[key], after.cell, _shown(getattr(before, key)), _shown(getattr(after, key)))
        for key in typed
        if _shown(getattr(before, key)) != _shown(getattr(after, key))
    ]


def _said(row: Row, typed: Sequence[str]) -> tuple[str, ...]:
    return tuple(_shown(getattr(row, key)) for key in typed)


def _identity(kind: str, row: Row) -> tuple[str, ...]:
    return tuple(fold(str(getattr(row, key))) for key in _IDENTITY[kind])


def _shown(value: Plain) -> str:
    if value is None or value == "":
        return "(trống)"
    if hasattr(value, "strftime"):
        return f"{value:%d/%m/%Y}"
    return shorten(str(value), LONGEST)
