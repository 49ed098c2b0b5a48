"""Holdings as somebody looks at them: for one year, under the units of one day.

A commune of 2023 may be looked at as it was, or as part of the commune of today. Every row lies
under exactly one unit, so that totals are equal either way.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar

from toolkit.aggregate.control import Control
from toolkit.aggregate.notices import SPLIT_UNIT, Remark
from toolkit.aggregate.rows import (
    ATTENDEE,
    PETITION,
    SURVEY,
    PersonRow,
    PetitionRow,
    SurveyRow,
)
from toolkit.aggregate.submissions import Holding, Holdings, Standing, Submission, standing
from toolkit.aggregate.units import Unit, Units, full_name

RowKind = TypeVar("RowKind", PetitionRow, PersonRow, SurveyRow)
Housed = TypeVar("Housed", PetitionRow, PersonRow)
"""Rows that name a hamlet."""


@dataclass(frozen=True, slots=True)
class Placed(Generic[RowKind]):
    """A row under the unit that it is shown with.

    `sent` is what it came with, `number` its place among the rows of its kind there, from 0.
    """

    unit: str
    sent: Submission
    number: int
    row: RowKind


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of some years, in the order of units, then as they were sent."""

    petitions: tuple[Placed[PetitionRow], ...]
    people: tuple[Placed[PersonRow], ...]
    surveys: tuple[Placed[SurveyRow], ...]

    def __bool__(self) -> bool:
        return bool(self.petitions or self.people or self.surveys)

    def of_unit(self, code: str) -> "Rows":
        """Those that lie under one unit."""
        return Rows(
            tuple(placed for placed in self.petitions if placed.unit == code),
            tuple(placed for placed in self.people if placed.unit == code),
            tuple(placed for placed in self.surveys if placed.unit == code),
        )


@dataclass(frozen=True, slots=True)
class Expected:
    """A unit that is to report for the year, and how it stands. `shown` is where it is counted."""

    unit: Unit
    shown: str
    holding: Holding | None
    standing: Standing

    def tells(self, kind: str) -> bool:
        """Whether it said how many rows of a kind there are; none is an answer."""
        return self.holding is not None and kind in self.holding.counted.told


@dataclass(frozen=True)
class View:
    """What is known of a year. `whole` is the unit that all others lie below, if there is one.

    `day` is the one whose units are shown, `as_of` the one on which it was looked.
    """

    whole: Unit | None
    year: int
    day: date
    as_of: date
    units: Units
    expected: tuple[Expected, ...]
    now: Rows
    earlier: Rows
    holdings: Holdings
    remarks: tuple[Remark, ...] = field(default=())

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """How units are called in tables, by code; of namesakes with the unit above them."""
        codes = dict.fromkeys((*(one.shown for one in self.expected), *self._used()))
        found = {code: self.units.at(code, self.day) or self.units.ever(code) for code in codes}
        names = Counter(unit.name for unit in found.values() if unit)
        return {
            code: self._label(unit, names[unit.name]) if unit else f"Đơn vị mã {code}"
            for code, unit in found.items()
        }

    def shares(self, kind: str) -> tuple[int, int]:
        """How many of the units that are to report have told of a kind, and how many there are."""
        return sum(one.tells(kind) for one in self.expected), len(self.expected)

    def of_unit(self, code: str) -> tuple[Expected, ...]:
        """The units that report what is shown under one."""
        return tuple(one for one in self.expected if one.shown == code)

    def only(self, code: str) -> "View":
        """The same view of one unit alone."""
        expected = self.of_unit(code)
        keys = {one.unit.code for one in expected}
        return replace(
            self,
            whole=self.units.at(code, self.day) or self.units.ever(code),
            expected=expected,
            now=self.now.of_unit(code),
            earlier=self.earlier.of_unit(code),
            holdings={key: held for key, held in self.holdings.items() if key[0] in keys},
            remarks=tuple(remark for remark in self.remarks if remark.unit in keys),
        )

    def _used(self) -> Iterator[str]:
        for rows in (self.now, self.earlier):
            yield from (placed.unit for placed in rows.petitions)
            yield from (placed.unit for placed in rows.people)
            yield from (placed.unit for placed in rows.surveys)

    def _label(self, unit: Unit, namesakes: int) -> str:
        above = self.units.above(unit, min(self.day, unit.valid_to))
        if namesakes > 1 and above:
            return f"{unit.name} ({full_name(above[0].name)})"
        return unit.name


def look(
    holdings: Holdings,
    control: Control,
    as_of: date,
    *,
    whole: str = "",
    year: int | None = None,
    as_reported: bool = False,
) -> View:
    """What is held, as it is to be shown on a day.

    `whole` is the code of the unit above, where it is known; else it is the lowest one that is
    above all that sent. `as_reported` shows units as they were then, else as they are today.
    """
    units = control.units
    chosen = year or max((key[1] for key in holdings), default=as_of.year)
    then = day_of(chosen, as_of)
    day = then if as_reported else as_of
    above = units.at(whole, then) if whole else _common(holdings, units, chosen, as_of)
    expected = control.expected or (units.parts(above.code, then) if above else ())
    mapped = _Mapped(units, day, as_of)
    now = mapped.rows(h for key, h in holdings.items() if key[1] == chosen)
    earlier = mapped.rows(h for key, h in holdings.items() if key[1] < chosen)
    deadline = control.deadline(chosen)
    return View(
        whole=above,
        year=chosen,
        day=day,
        as_of=as_of,
        units=units,
        expected=tuple(
            _expected(unit, holdings.get((unit.code, chosen)), deadline, mapped, then)
            for unit in _with_uninvited(expected, holdings, units, chosen, then)
        ),
        now=now,
        earlier=earlier,
        holdings=holdings,
        remarks=mapped.remarks(),
    )


def day_of(year: int, as_of: date) -> date:
    """A day that stands for a year: today if it is this one, else its last."""
    return as_of if as_of.year == year else date(year, 12, 31)


def _expected(
    unit: Unit, held: Holding | None, deadline: date | None, mapped: "_Mapped", then: date
) -> Expected:
    return Expected(unit, mapped.target(unit.code, "", then)[0], held, standing(held, deadline))


def _with_uninvited(
    expected: Sequence[Unit], holdings: Holdings, units: Units, year: int, then: date
) -> tuple[Unit, ...]:
    """The units that are to report, then those that did though nobody expects it."""
    known = {unit.code for unit in expected}
    more = (code for code, of in holdings if of == year and code not in known)
    found = (units.at(code, then) or units.ever(code) or Unit(code, code, "") for code in more)
    return (*expected, *found)


def _common(holdings: Holdings, units: Units, year: int, as_of: date) -> Unit | None:
    """The lowest unit above all that sent for a year; None if there is none."""
    then = day_of(year, as_of)
    sent = [unit for code, of in holdings if of == year and (unit := units.at(code, then))]
    if not sent:
        return None
    paths = [units.above(unit, then) for unit in sent]
    return next((unit for unit in paths[0] if all(unit in path for path in paths)), None)


class _Mapped:
    """Rows under the units of a day; it remembers what could not be told for sure."""

    def __init__(self, units: Units, day: date, as_of: date) -> None:
        self._units, self._day, self._as_of = units, day, as_of
        self._unsure: Counter[tuple[str, str]] = Counter()

    def target(self, code: str, hamlet: str, since: date) -> tuple[str, bool]:
        return self._units.successor(code, hamlet, since, self._day)

    def rows(self, parts: Iterable[Holding]) -> Rows:
        sent = [part.counted for part in parts]
        return Rows(
            tuple(p for one in sent for p in self._placed(one, one.petitions)),
            tuple(p for one in sent for p in self._placed(one, one.people)),
            tuple(
                Placed(self._plain(one), one, number, row)
                for one in sent
                for number, row in enumerate(one.surveys)
            ),
        )

    def remarks(self) -> tuple[Remark, ...]:
        return tuple(
            Remark(SPLIT_UNIT, self._split(old, new, count), unit=old)
            for (old, new), count in sorted(self._unsure.items())
        )

    def _placed(self, sent: Submission, rows: Iterable[Housed]) -> Iterator[Placed[Housed]]:
        since = sent.held_on or day_of(sent.year, self._as_of)
        for number, row in enumerate(rows):
            unit, is_sure = self.target(sent.unit, row.hamlet, since)
            if not is_sure:
                self._unsure[sent.unit, unit] += 1
            yield Placed(unit, sent, number, row)

    def _plain(self, sent: Submission) -> str:
        """Surveys know no hamlet: all of a split unit goes to its default."""
        return self.target(sent.unit, "", sent.held_on or day_of(sent.year, self._as_of))[0]

    def _split(self, old: str, new: str, count: int) -> Mapping[str, object]:
        before, after = self._units.ever(old), self._units.at(new, self._day)
        return {
            "unit": full_name(before.name) if before else old,
            "target": full_name(after.name) if after else new,
            "count": count,
        }


KIND_NAMES: Mapping[str, str] = {
    ATTENDEE: "danh sách đại biểu",
    PETITION: "bảng kiến nghị",
    SURVEY: "bảng khảo sát",
}
"""How the kinds of tables are called in sentences."""
