"""What is read: workbooks as they stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field

from toolkit.model.findings import Raw


@dataclass(frozen=True, slots=True)
class Span:
    """A rectangle of cells, all four edges included; rows and columns count from 1."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """One sheet as rows of raw values, from cell A1 on; rows end at their last filled cell.

    `errors` are cells that show an error value (#REF!); `no_result` are formulas that were
    never calculated. Both are None in `rows`. `external` are formulas that take their value
    from another workbook; the value last saved stands in `rows`.
    """

    name: str
    rows: tuple[tuple[Raw, ...], ...]
    merged: tuple[Span, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    errors: Mapping[tuple[int, int], str] = dataclass_field(default_factory=dict)
    no_result: frozenset[tuple[int, int]] = frozenset()
    external: frozenset[tuple[int, int]] = frozenset()

    def at(self, row: int, column: int) -> Raw:
        """What a cell holds; None beyond the filled area."""
        if 0 < row <= len(self.rows) and 0 < column <= len(self.rows[row - 1]):
            return self.rows[row - 1][column - 1]
        return None


@dataclass(frozen=True, slots=True, eq=False)
class Workbook:
    """The sheets of one file. `name` is its path below the folder given, with `/`, in NFC."""

    name: str
    sheets: tuple[Sheet, ...]
    sha256: str = ""
