"""What is declared: the columns that are looked for, and the codes of lists."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field


@dataclass(frozen=True, slots=True)
class Column:
    """One way in which staff write a field down.

    A field may be declared several times: as one column, as several tick columns (`value` is
    what a tick in this one means; None if it counts one), in parts that are joined from left to
    right (`value` names the part), or under a header that itself says something (`implies`).
    `also` names further fields that the same cell holds (“Họ tên - Địa chỉ”). `headers` are
    the words staff write over it, `generic` those that mean it only for want of a better.
    """

    field: str
    kind: str
    headers: tuple[str, ...]
    generic: tuple[str, ...] = ()
    required: bool = False
    codelist: str | None = None
    value: str | None = None
    implies: Mapping[str, str] = dataclass_field(default_factory=dict)
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """One kind of table. `foreign` ones are declared only to be told apart from ours.

    `needs` are the fields of which the table must have all, `evidence` those that speak for
    this kind of table and not for another, `said_by` words in a title that do so.
    """

    key: str
    title: str
    columns: tuple[Column, ...]
    needs: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    said_by: tuple[str, ...] = ()
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """One entry of a code list; `synonyms` are other ways in which staff write it."""

    code: str
    name: str
    synonyms: tuple[str, ...] = ()
    more: Mapping[str, str] = dataclass_field(default_factory=dict)
