"""What units sent, and what counts of it.

A unit may send several times; all that it ever sent for a period is a `Holding`. Holdings are
put together by `merged`, which is associative, commutative and idempotent: it does not matter
through whose hands, in which order or how often something came.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import chain
from typing import TypeAlias

from toolkit.aggregate.rows import (
    ATTENDEE,
    KINDS,
    PETITION,
    SURVEY,
    PersonRow,
    PetitionRow,
    Row,
    SurveyRow,
)

Key: TypeAlias = tuple[str, int]
"""The code of the unit as it reported, and the year."""

MOST_CORRECTIONS = 10
"""How many corrections a unit is asked for at a time."""


class Verdict(StrEnum):
    """What became of a submission."""

    RECEIVED = "Nhận"
    WARNED = "Nhận có cảnh báo"
    PARTLY = "Nhận một phần"
    RETURNED = "Trả lại"


class Standing(StrEnum):
    """How a unit stands to the report. Missing, zero and nothing to report are three things."""

    MISSING = "Chưa nộp"
    ON_TIME = "Đúng hạn"
    LATE = "Trễ hạn"
    NIL = "Không phát sinh"


@dataclass(frozen=True, slots=True, order=True)
class Receipt:
    """That something came: `saved` when it was last worked on, `received` on which day.

    Both are ISO texts, so that they order by time; `saved` is the day it came where the file
    does not tell. `digest` names the content, `source` the folder or file that it lay in.
    """

    saved: str
    received: str
    digest: str
    source: str = ""
    petitions: int = 0
    people: int = 0
    surveys: int = 0
    errors: int = 0
    warnings: int = 0
    unreadable: int = 0
    is_nil: bool = False

    @property
    def rows(self) -> int:
        return self.petitions + self.people + self.surveys

    @property
    def verdict(self) -> Verdict:
        """Nothing usable is sent back; an unreadable file beside others is partly received."""
        if not self.rows and not self.is_nil:
            return Verdict.RETURNED
        if self.unreadable:
            return Verdict.PARTLY
        return Verdict.WARNED if self.errors or self.warnings else Verdict.RECEIVED


@dataclass(frozen=True, slots=True)
class SeenAt:
    """Where the rows of a register stand that a unit sent as a finished workbook, row by row."""

    path: str
    sheet: str
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that a unit should put right, in a cell of its own file."""

    code: str
    severity: str
    path: str
    sheet: str
    cell: str
    value: str
    message: str
    fix: str

    @property
    def place(self) -> str:
        return f"«{self.path}» › «{self.sheet}» › {self.cell}" if self.cell else f"«{self.path}»"


@dataclass(frozen=True, slots=True)
class Submission:
    """What one unit sent at one time for the meeting of one year.

    `unit` is its code in that year. `kinds` are the tables that it holds, if only without rows:
    a list of petitions that was not sent is not a list without petitions. `locations` leads from
    the path of a file, as its unit knows it, to where it lies in this folder; `seen_at` tells of
    rows that came in a finished workbook where they stand in that, by their kind.
    """

    unit: str
    unit_name: str
    year: int
    held_on: date | None
    receipt: Receipt
    kinds: frozenset[str]
    is_nil: bool = False
    version: str = ""
    people: tuple[PersonRow, ...] = ()
    petitions: tuple[PetitionRow, ...] = ()
    surveys: tuple[SurveyRow, ...] = ()
    corrections: tuple[Correction, ...] = ()
    locations: Mapping[str, str] = field(default_factory=dict, compare=False)
    seen_at: Mapping[str, SeenAt] = field(default_factory=dict, compare=False)

    @property
    def key(self) -> Key:
        return self.unit, self.year

    def rows(self, kind: str) -> tuple[Row, ...]:
        """Its rows of a kind."""
        by_kind: Mapping[str, tuple[Row, ...]] = {
            ATTENDEE: self.people,
            PETITION: self.petitions,
            SURVEY: self.surveys,
        }
        return by_kind[kind]

    @property
    def told(self) -> frozenset[str]:
        """The kinds of which it says how many there were; nothing to report is an answer, too."""
        return self.kinds | {PETITION} if self.is_nil else self.kinds


@dataclass(frozen=True)
class Holding:
    """All that came from a unit for a year: its versions, newest first, and all receipts.

    What is sent back for being unreadable is older than anything that could be read.
    """

    versions: tuple[Submission, ...]
    receipts: tuple[Receipt, ...]

    @cached_property
    def counted(self) -> Submission:
        """What counts: of each kind of table the newest that was sent.

        Whoever sends only the list of attendees again does not take back the petitions.
        """
        return _composed(self.versions)

    @cached_property
    def previous(self) -> Submission | None:
        """What counted before the newest version came; None if that is the only one."""
        return _composed(self.versions[1:]) if len(self.versions) > 1 else None

    @property
    def first(self) -> Receipt:
        """What came first: by its day the unit is on time or late."""
        readable = [r for r in self.receipts if r.verdict is not Verdict.RETURNED]
        return min(readable or self.receipts, key=lambda receipt: receipt.received)


Holdings: TypeAlias = Mapping[Key, Holding]


def holding(submission: Submission) -> Holding:
    """A submission that came alone."""
    return Holding((submission,), (submission.receipt,))


def merged(parts: Iterable[Holdings]) -> Holdings:
    """All that any part holds; of each unit and year the newest counts.

    Newest is what was worked on last, not what came last: an older file that comes later does
    not take the place of a newer one.
    """
    together: dict[Key, list[Holding]] = {}
    for part in parts:
        for key, one in part.items():
            together.setdefault(key, []).append(one)
    return {key: _joined(together[key]) for key in sorted(together)}


def gathered(submissions: Iterable[Submission]) -> Holdings:
    """What single submissions come to."""
    return merged({submission.key: holding(submission)} for submission in submissions)


def late_comers(part: Holding) -> tuple[Receipt, ...]:
    """What came later than what counts, but was worked on earlier: a person must look."""
    newest = part.versions[0].receipt
    return tuple(
        receipt
        for receipt in part.receipts
        if receipt.received > newest.received
        and receipt.saved < newest.saved
        and receipt.verdict is not Verdict.RETURNED
    )


def standing(part: Holding | None, deadline: date | None) -> Standing:
    """How a unit stands; without a deadline whatever came is on time."""
    if part is None or part.counted.receipt.verdict is Verdict.RETURNED:
        return Standing.MISSING
    if part.counted.is_nil and not part.counted.petitions:
        return Standing.NIL
    late = deadline is not None and part.first.received > deadline.isoformat()
    return Standing.LATE if late else Standing.ON_TIME


def _joined(parts: Sequence[Holding]) -> Holding:
    """All versions and receipts, each once; where files lie is known from whichever part."""
    versions: dict[str, Submission] = {}
    for one in chain.from_iterable(part.versions for part in parts):
        known = versions.get(one.receipt.digest)
        versions[one.receipt.digest] = _same(known, one) if known else one
    receipts = {r.digest: r for part in parts for r in part.receipts}
    return Holding(
        tuple(sorted(versions.values(), key=_age, reverse=True)),
        tuple(sorted(receipts.values())),
    )


def _same(one: Submission, other: Submission) -> Submission:
    """One submission that came on two ways: the way that knows more of it."""
    fuller = max((one, other), key=lambda s: (len(s.kinds), len(s.corrections), len(s.locations)))
    return replace(fuller, locations={**other.locations, **one.locations})


def _composed(versions: Sequence[Submission]) -> Submission:
    newest = versions[0]
    by_kind = {kind: next((one for one in versions if kind in one.told), newest) for kind in KINDS}
    return replace(
        newest,
        kinds=frozenset().union(*(one.kinds for one in versions)),
        is_nil=by_kind[PETITION].is_nil,
        people=by_kind[ATTENDEE].people,
        petitions=by_kind[PETITION].petitions,
        surveys=by_kind[SURVEY].surveys,
        locations={path: at for one in reversed(versions) for path, at in one.locations.items()},
        seen_at={kind: one.seen_at[kind] for kind, one in by_kind.items() if kind in one.seen_at},
    )


def _age(submission: Submission) -> tuple[bool, Receipt]:
    return submission.receipt.verdict is not Verdict.RETURNED, submission.receipt
