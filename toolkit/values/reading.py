"""What a parser makes of a cell."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import TypeAlias

from toolkit.model import Notice, Value

Saying: TypeAlias = tuple[Notice, Mapping[str, object]]
"""A notice, and what fills its placeholders beside `{value}`."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A value read from a cell; None is blank.

    `also` are values of further fields that the same cell tells. `said` is what the user should
    know of how the cell was read.
    """

    value: Value = None
    also: Mapping[str, Value] = dataclass_field(default_factory=dict)
    said: tuple[Saying, ...] = ()


BLANK = Reading()


class UnreadableError(ValueError):
    """A cell holds no value of its kind; the notice says why."""

    def __init__(self, notice: Notice, **params: object) -> None:
        super().__init__(notice.code)
        self.notice = notice
        self.params: Mapping[str, object] = params
