"""The three-way rule for one cell: what the toolkit wrote last, what stands there, what is new."""

from dataclasses import dataclass
from enum import StrEnum

from toolkit.living.seen import alike


class Verdict(StrEnum):
    """What becomes of a cell."""

    KEEP = "keep"
    """What stands there stays: nothing new has come."""
    AGREED = "agreed"
    """What stands there is what is new."""
    TAKE = "take"
    """What is new is written: nobody has touched the cell."""
    CONFLICT = "conflict"
    """Both have changed: what stands there stays until a person decides."""


class Decision(StrEnum):
    """What a person has decided about a conflict."""

    KEEP = "giữ"
    TAKE = "lấy mới"


@dataclass(frozen=True, slots=True)
class Merged:
    """The verdict about a cell, and what counts as written last from now on."""

    verdict: Verdict
    base: str


def merge(
    base: str, typed: str, new: str, decision: Decision | None = None, *, counted: bool = False
) -> Merged:
    """What becomes of a cell that a reader sees as `typed`.

    An empty new value is no news and erases nothing, but in columns that the toolkit counts.

    >>> merge("Phòng A", "Phòng A", "Phòng B").verdict
    <Verdict.TAKE: 'take'>
    >>> merge("Phòng A", "Công an xã", "Phòng B").verdict
    <Verdict.CONFLICT: 'conflict'>
    >>> merge("Phòng A", "Công an xã", "Phòng B", Decision.KEEP)
    Merged(verdict=<Verdict.KEEP: 'keep'>, base='Phòng B')
    >>> merge("Phòng A", "", "Phòng A").verdict, merge("Phòng A", "Phòng A", "").verdict
    (<Verdict.KEEP: 'keep'>, <Verdict.KEEP: 'keep'>)
    """
    if typed == new:
        return Merged(Verdict.AGREED, new)
    if not new and not (counted and typed == base):
        return Merged(Verdict.KEEP, base)
    if typed == base:
        return Merged(Verdict.TAKE, new)
    if new == base:
        return Merged(Verdict.KEEP, base)
    if alike(typed, new):
        return Merged(Verdict.KEEP, new)
    return _decided(base, new, decision)


def _decided(base: str, new: str, decision: Decision | None) -> Merged:
    match decision:
        case Decision.KEEP:
            return Merged(Verdict.KEEP, new)
        case Decision.TAKE:
            return Merged(Verdict.TAKE, new)
    return Merged(Verdict.CONFLICT, base)
