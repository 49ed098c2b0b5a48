"""Administrative units with the time in which they existed, and what became of them.

A unit is known by its code and the day: code 25498 is a commune of huyện Tân Biên until
30/6/2025, and since then another, larger one of the same name (Nghị quyết 1682/NQ-UBTVQH15).
Names are never enough: “Xã Tân Phú” exists five times in the country.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from itertools import chain
from typing import TypeVar

from toolkit import codelists
from toolkit.values import hamlets
from toolkit.values.likeness import likeness, spelling
from toolkit.values.texts import clean, fold

PROVINCE, DISTRICT, AREA, COMMUNE = "province", "district", "area", "commune"
"""The levels; an area is a group of communes without an authority of its own."""

Thing = TypeVar("Thing")

NEAREST = 3
_BODY = re.compile(
    r"^(?:ubnd|hdnd va ubnd|dang uy|uy ban nhan dan|hoi dong nhan dan|mttq|ubmttq)\s+"
)
_KIND = re.compile(r"^(xa|phuong|thi tran|dac khu|huyen|thi xa|thanh pho|tinh|tx|tt|tp|p|x)\s+")
_SHORT = {"tx": "thi xa", "tt": "thi tran", "tp": "thanh pho", "p": "phuong", "x": "xa"}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it was between two days, both included. `parent` is a code; empty at the top."""

    code: str
    name: str
    level: str
    parent: str = ""
    valid_from: date = date.min
    valid_to: date = date.max

    def is_in_force(self, day: date) -> bool:
        return self.valid_from <= day <= self.valid_to


@dataclass(frozen=True, slots=True)
class Succession:
    """What became of an ended unit: all of it, or one `hamlet`, belongs to `new` since.

    Where a unit was split, what is known of no hamlet goes to the default.
    """

    old: str
    new: str
    hamlet: str = ""
    is_default: bool = True


@dataclass(frozen=True)
class Units:
    """All units that are known, in the order of their declaration."""

    units: tuple[Unit, ...]
    successions: tuple[Succession, ...] = ()

    @cached_property
    def _by_code(self) -> Mapping[str, tuple[Unit, ...]]:
        return _grouped((unit.code, unit) for unit in self.units)

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[Unit, ...]]:
        return _grouped((bare_name(unit.name), unit) for unit in self.units)

    @cached_property
    def _successors(self) -> Mapping[str, tuple[Succession, ...]]:
        return _grouped((step.old, step) for step in self.successions)

    def at(self, code: str, day: date) -> Unit | None:
        """The unit that has this code on a day; None if none has."""
        return next((u for u in self._by_code.get(code, ()) if u.is_in_force(day)), None)

    def ever(self, code: str) -> Unit | None:
        """The latest unit that had this code; None if none ever had."""
        return max(self._by_code.get(code, ()), key=lambda unit: unit.valid_from, default=None)

    def find(self, text: str, day: date, parent: str = "") -> tuple[Unit, ...]:
        """The units that a code or a name may mean on a day, in whatever spelling.

        Those that had ended, or did not exist yet, only if no other is meant. `parent` is the
        name of a unit above it, if known: it chooses between namesakes.
        """
        if text.strip().isdecimal():
            found = self._by_code.get(text.strip(), ())
        else:
            found = self._meant(text)
        alive = tuple(unit for unit in found if unit.is_in_force(day))
        return self._below(alive or found, parent)

    def mentioned(self, text: str, day: date) -> tuple[Unit, ...]:
        """The commune whose name stands in a text such as that of a folder; the longest name.

        The kind of unit must stand before it: names are ordinary words, too.
        """
        folded = f" {fold(text)} "
        names = [
            (bare, units)
            for bare, units in self._by_name.items()
            if any(
                f" {kind} {bare} " in folded for kind in ("xa", "phuong", "thi tran", "p", "tt")
            )
            or (bare.startswith("phuong ") and f" {bare} " in folded)
        ]
        _, found = max(names, key=lambda pair: len(pair[0]), default=("", ()))
        communes = tuple(unit for unit in found if unit.level == COMMUNE)
        return tuple(unit for unit in communes if unit.is_in_force(day)) or communes

    def nearest(self, text: str, day: date) -> tuple[Unit, ...]:
        """The three units in force whose names are most like a text; the likest first."""
        wanted = bare_name(text)
        alive = (u for u in self.units if u.is_in_force(day) and u.level == COMMUNE)
        once = {unit.code: unit for unit in alive}.values()
        ranked = sorted(once, key=lambda u: -likeness(bare_name(u.name), wanted))
        return tuple(ranked[:NEAREST])

    def successor(self, code: str, hamlet: str, since: date, day: date) -> tuple[str, bool]:
        """The code of the unit that a hamlet of a unit of `since` belongs to on a `day`.

        Also whether that is sure: it is not where a unit was split and nothing is known of the
        hamlet.
        """
        unit = self.at(code, since)
        if unit is None or unit.is_in_force(day) or not unit.valid_to < day:
            return code, unit is not None
        steps = self._successors.get(code, ())
        place = hamlets.key(hamlet)
        for step in steps:
            if step.hamlet and hamlets.key(step.hamlet) == place:
                return step.new, True
        default = next((step.new for step in steps if step.is_default), "")
        return default or code, len({step.new for step in steps}) == 1

    def parts(self, code: str, day: date) -> tuple[Unit, ...]:
        """The communes below a unit on a day, at any depth; itself if it is one."""
        unit = self.at(code, day)
        if unit is not None and unit.level == COMMUNE:
            return (unit,)
        below = (u for u in self.units if u.parent == code and u.is_in_force(day))
        return tuple(chain.from_iterable(self.parts(child.code, day) for child in below))

    def above(self, unit: Unit, day: date) -> tuple[Unit, ...]:
        """The units above one, the nearest first, as they are on a day."""
        parent = self.at(unit.parent, day) if unit.parent else None
        return (parent, *self.above(parent, day)) if parent else ()

    def _meant(self, text: str) -> tuple[Unit, ...]:
        named = self._by_name.get(bare_name(text), ())
        spelled = tuple(u for u in named if set(spelling(_proper(u.name))) <= set(spelling(text)))
        kind = kind_of(text)
        ofkind = tuple(u for u in spelled or named if kind and kind_of(u.name) == kind)
        communes = tuple(u for u in spelled or named if u.level == COMMUNE)
        return ofkind or communes or spelled or named

    def _below(self, found: tuple[Unit, ...], parent: str) -> tuple[Unit, ...]:
        """Those of several that lie below a unit of this name; all if none does."""
        name = bare_name(parent)
        if len(found) < 2 or not name:
            return found
        return (
            tuple(
                unit
                for unit in found
                if name in {bare_name(above.name) for above in self.above(unit, _last_day(unit))}
            )
            or found
        )


def bare_name(text: str) -> str:
    """A name for comparing: no accents, no “UBND”, no “Xã”.

    A number is part of the name of a ward.

    >>> bare_name("UBND xã Hiệp Hoà"), bare_name("HIỆP HÒA"), bare_name("Phường 1")
    ('hiep hoa', 'hiep hoa', 'phuong 1')
    """
    folded = _BODY.sub("", fold(clean(text)))
    bare = _KIND.sub("", folded)
    return f"{kind_of(text)} {bare}".strip() if bare.isdecimal() else bare


def kind_of(text: str) -> str:
    """What kind of unit a name says it is of; empty if it does not say.

    >>> kind_of("UBND P. Tân Ninh"), kind_of("Tân Ninh")
    ('phuong', '')
    """
    found = _KIND.match(_BODY.sub("", fold(clean(text))))
    return _SHORT.get(found[1], found[1]) if found else ""


def full_name(name: str) -> str:
    """A name as it stands inside a sentence.

    >>> full_name("Xã Tân Phong")
    'xã Tân Phong'
    """
    return name[:1].lower() + name[1:]


@cache
def shipped() -> Units:
    """The units of Tây Ninh and Long An, as they were until 30/6/2025 and as they are since."""
    return Units(
        tuple(
            Unit(
                row["code"],
                row["name"],
                row["level"],
                row["parent"],
                _day(row["valid_from"], date.min),
                _day(row["valid_to"], date.max),
            )
            for row in codelists.table("units")
        ),
        tuple(
            Succession(row["old"], row["new"], row["hamlet"], row["is_default"] == "yes")
            for row in codelists.table("successions")
        ),
    )


def with_more(units: Units, more: Sequence[Unit], steps: Sequence[Succession]) -> Units:
    """The same units with those that staff added; their rows come first, so that they count."""
    return Units((*more, *units.units), (*steps, *units.successions))


def _proper(name: str) -> str:
    """A name without its kind, with its accents: “Xã Tân Phong” → “Tân Phong”."""
    words = name.split()
    return " ".join(words[2:] if fold(name).startswith("thi ") else words[1:]) or name


def _last_day(unit: Unit) -> date:
    """A day on which a unit was there: its last one if it has ended, else its first."""
    return unit.valid_to if unit.valid_to < date.max else max(unit.valid_from, date(2025, 7, 1))


def _grouped(pairs: Iterable[tuple[str, Thing]]) -> Mapping[str, tuple[Thing, ...]]:
    groups: dict[str, list[Thing]] = {}
    for key, thing in pairs:
        groups.setdefault(key, []).append(thing)
    return {key: tuple(things) for key, things in groups.items()}


def _day(text: str, otherwise: date) -> date:
    return date.fromisoformat(text) if text else otherwise
