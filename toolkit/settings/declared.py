"""What can be set, and what is set when nobody has set anything."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from toolkit import codelists
from toolkit.calendar import DayKind, DayOff
from toolkit.decisions import UNDECIDED, Decisions
from toolkit.model import Code, Meeting
from toolkit.values.texts import fold

FOR_MEETING = "HN"
"""In `applies_to`: the deadline is one of the meeting itself, not of a petition."""

SCOPE_LISTS = ("kinds", "authorities", "topics")
"""The code lists that a deadline chooses petitions by."""

ALWAYS = (date.min, date.max)
"""The validity of what is in force on every day."""

WARD, COMMUNE = "phường", "xã"


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who answers for a topic (NĐ 33/2023 until 30/6/2025, NĐ 150/2025 since).

    `hamlet` narrows it to one hamlet, `unit_kind` to communes (“xã”) or wards (“phường”), which
    name their offices differently; empty: to none.
    """

    topic: str
    lead_unit: str
    support_units: tuple[str, ...] = ()
    leader: str = ""
    assignee: str = ""
    hamlet: str = ""
    unit_kind: str = ""
    valid_from: date = ALWAYS[0]
    valid_to: date = ALWAYS[1]

    def is_in_force(self, day: date) -> bool:
        return self.valid_from <= day <= self.valid_to


@dataclass(frozen=True, slots=True)
class Scope:
    """What a deadline is about: petitions of one of these kinds, authorities and topics.

    An empty set excludes nothing. With `meeting` it is about the meeting itself.
    """

    kinds: frozenset[str] = frozenset()
    authorities: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    meeting: bool = False

    @classmethod
    def of(cls, codes: Iterable[str]) -> "Scope":
        """The scope that these codes of the three lists, or `FOR_MEETING`, make.

        >>> scope = Scope.of(["KN", "XA"])
        >>> scope.kinds, scope.authorities, scope.meeting
        (frozenset({'KN'}), frozenset({'XA'}), False)
        """
        chosen = frozenset(codes)
        lists = ({row["code"] for row in codelists.table(key)} for key in SCOPE_LISTS)
        kinds, authorities, topics = (chosen & known for known in lists)
        return cls(kinds, authorities, topics, FOR_MEETING in chosen)

    def covers(self, kind: str, authority: str, topic: str) -> bool:
        """Whether petitions like this are meant; empty is unknown.

        >>> Scope(kinds=frozenset({"KN"})).covers("KN", "", "")
        True
        >>> Scope(kinds=frozenset({"KN"}), topics=frozenset({"D01"})).covers("KN", "", "")
        False
        """
        pairs = ((self.kinds, kind), (self.authorities, authority), (self.topics, topic))
        return not self.meeting and all(not wanted or has in wanted for wanted, has in pairs)

    @property
    def precision(self) -> int:
        """By how many things it chooses: of two deadlines the more precise one counts."""
        return sum(map(bool, (self.kinds, self.authorities, self.topics)))


@dataclass(frozen=True, slots=True)
class Deadline:
    """How long something may take, and the law that says so."""

    code: str
    name: str
    days: int
    day_kind: DayKind
    basis: str = ""
    scope: Scope = field(default_factory=Scope)
    valid_from: date = ALWAYS[0]
    valid_to: date = ALWAYS[1]

    def is_in_force(self, day: date) -> bool:
        return self.valid_from <= day <= self.valid_to


@dataclass(frozen=True, slots=True)
class Settings:
    """All that is set. Unknown parts are empty.

    `assignments` and `deadlines` hold what staff wrote first, then what is shipped, and the first
    that fits counts; of `days_off` the later row about a day counts, and staff come last.
    `topics` are only those that differ from the shipped ones, or are new.
    """

    meeting: Meeting = field(default_factory=Meeting)
    meeting_kind: str = ""
    signer: str = ""
    signer_title: str = ""
    prepared_by: str = ""
    assignments: tuple[Assignment, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    days_off: tuple[DayOff, ...] = ()
    topics: tuple[Code, ...] = ()
    units: tuple[str, ...] = ()
    hamlets: tuple[str, ...] = ()
    decisions: Decisions = UNDECIDED


def shipped() -> Settings:
    """What holds without a control workbook.

    >>> [d.days for d in shipped().deadlines if d.code == "R4"]
    [10]
    """
    return Settings(
        assignments=tuple(_assignment(row) for row in codelists.table("assignments")),
        deadlines=tuple(_deadline(row) for row in codelists.table("deadlines")),
        days_off=tuple(_day_off(row) for row in codelists.table("days_off")),
    )


def with_topics(codes: Iterable[Code], own: Iterable[Code]) -> tuple[Code, ...]:
    """A list of topics as staff have it: named as they name them, with their words, and with more.

    >>> shipped_one = Code("A01", "Hộ tịch", ("Tư pháp",))
    >>> changed, new = with_topics([shipped_one], [Code("A01", "Hộ tịch xã"), Code("A90", "Khác")])
    >>> changed.name, changed.synonyms, new.name
    ('Hộ tịch xã', ('Tư pháp', 'Hộ tịch'), 'Khác')
    """
    added = {code.code: code for code in own}
    changed = [_renamed(code, added.pop(code.code, code)) for code in codes]
    return (*changed, *added.values())


def longest_answer(deadlines: Iterable[Deadline], day: date) -> int | None:
    """The longest time for a petition, in working days, on a day; None if there is none.

    >>> longest_answer(shipped().deadlines, date(2026, 10, 20))
    15
    """
    days = (
        deadline.days
        for deadline in deadlines
        if deadline.day_kind is DayKind.WORKING
        and not deadline.scope.meeting
        and deadline.is_in_force(day)
    )
    return max(days, default=None)


def unit_kind(meeting: Meeting) -> str:
    """Whether a meeting is that of a ward (“phường”) or of a commune, which is also the default.

    >>> unit_kind(Meeting(unit_name="phường Tân Ninh")), unit_kind(Meeting())
    ('phường', 'xã')
    """
    return WARD if fold(meeting.unit_name).startswith(fold(WARD)) else COMMUNE


def _renamed(code: Code, own: Code) -> Code:
    """A shipped topic under the name that staff give it; the old one is still understood."""
    if code is own:
        return code
    old = () if own.name == code.name else (code.name,)
    return replace(code, name=own.name, synonyms=(*code.synonyms, *old, *own.synonyms))


def _assignment(row: Mapping[str, str]) -> Assignment:
    return Assignment(
        topic=row["topic"],
        lead_unit=row["lead_unit"],
        support_units=codelists.parts(row["support_units"]),
        leader=row["leader"],
        assignee=row["assignee"],
        unit_kind=row["unit_kind"],
        valid_from=_day(row["valid_from"], ALWAYS[0]),
        valid_to=_day(row["valid_to"], ALWAYS[1]),
    )


def _deadline(row: Mapping[str, str]) -> Deadline:
    return Deadline(
        code=row["code"],
        name=row["name"],
        days=int(row["days"]),
        day_kind=DayKind(row["day_kind"]),
        basis=row["basis"],
        scope=Scope.of(codelists.parts(row["applies_to"])),
        valid_from=_day(row["valid_from"], ALWAYS[0]),
        valid_to=_day(row["valid_to"], ALWAYS[1]),
    )


def _day_off(row: Mapping[str, str]) -> DayOff:
    return DayOff(date.fromisoformat(row["date"]), row["name"], is_worked=row["kind"] == "work")


def _day(text: str, otherwise: date) -> date:
    return date.fromisoformat(text) if text else otherwise
