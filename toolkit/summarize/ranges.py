"""Figures that a spreadsheet program recounts: each is one formula, and the value it comes to.

A register column that has a name is a named range of the workbook, and a column of a data frame
here. A figure is declared once, as conditions on such columns; the formula and the value that
pandas counts both follow from that.

Formulas never quote what staff wrote: they compare with the cell that shows it. They compare by
EXACT, not by the criteria of COUNTIFS, which would read `<5`, `1/2`, `01` or `Ấp *` as something
else, cannot hold more than 255 characters, and differ between Excel and LibreOffice.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from toolkit.errors import DeclarationError
from toolkit.model import Formula

if TYPE_CHECKING:
    import pandas as pd

Conditions: TypeAlias = tuple[tuple[str, str], ...]
"""Pairs of a range and the text that its cells must show."""


class Ranges:
    """The named columns of all registers.

    Raises:
        DeclarationError: A figure asks for a name that no column of its register has.
    """

    def __init__(self, registers: Iterable["pd.DataFrame"]) -> None:
        self._registers = {
            str(name): register for register in registers for name in register.columns
        }

    def labels(self, name: str) -> tuple[str, ...]:
        """The different texts of a column, in the order in which they first appear."""
        return tuple(str(label) for label in self._register(name)[name].unique())

    def figure(self, of: str, where: Conditions = (), weight: str = "") -> Formula:
        """How many rows meet all conditions, or the sum of their weights.

        `of` is a column that is filled in every row of the register that is counted.
        """
        rows = self._rows(of, where, weight)
        value = rows[weight].sum() if weight else len(rows)
        return Formula(f"={expression(of, quoted(where), weight)}", int(value))

    def by_label(self, by: str, where: Conditions = (), weight: str = "") -> Mapping[str, int]:
        """The same figure for every label of the column `by`; labels without rows may miss."""
        groups = self._rows(by, where, weight).groupby(by, sort=False)
        figures = groups[weight].sum() if weight else groups.size()
        return {str(label): int(figure) for label, figure in figures.items()}

    def _rows(self, of: str, where: Conditions, weight: str) -> "pd.DataFrame":
        rows = self._register(of, *(name for name, _ in where), weight or of)
        for name, text in where:
            rows = rows[rows[name] == text]
        return rows

    def _register(self, of: str, *others: str) -> "pd.DataFrame":
        register = self._registers.get(of)
        for name in (of, *others):
            if register is None or name not in register:
                raise DeclarationError(f"no register has a column {name!r} beside {of!r}")
        return self._registers[of]


def expression(of: str, conditions: Conditions, weight: str = "") -> str:
    """The formula, without `=`, of a figure; conditions compare with an expression.

    >>> expression("KN_ma", ())
    'COUNTA(KN_ma)'
    >>> expression("KN_ma", (("KN_ap", "$B{row}"), ("KN_ket_qua", '"Có lộ trình"')))
    'SUMPRODUCT(EXACT(KN_ap,$B{row})*EXACT(KN_ket_qua,"Có lộ trình")*1)'
    >>> expression("KN_ma", (("KN_ap", "$B{row}"),), "KN_luot")
    'SUMPRODUCT(EXACT(KN_ap,$B{row})*KN_luot)'
    """
    if conditions:
        tests = "*".join(f"EXACT({name},{shown})" for name, shown in conditions)
        return f"SUMPRODUCT({tests}*{weight or 1})"
    return f"SUM({weight})" if weight else f"COUNTA({of})"


def quoted(where: Conditions) -> Conditions:
    """Conditions on fixed texts, to be used in an expression."""
    return tuple((name, literal(text)) for name, text in where)


def rate(part: tuple[str, int], whole: tuple[str, int]) -> Formula:
    """A share between 0 and 1, of two expressions and their values; empty of nothing.

    >>> rate(("C{row}", 1), ("D{row}", 4))
    Formula(text='=IF(D{row}=0,"",(C{row})/(D{row}))', value=0.25)
    >>> rate(("C{row}", 0), ("D{row}", 0)).value
    ''
    """
    text = f'=IF({whole[0]}=0,"",({part[0]})/({whole[0]}))'
    return Formula(text, part[1] / whole[1] if whole[1] else "")


def literal(text: str) -> str:
    """A text as formulas quote it; no brace of it can be taken for a placeholder.

    >>> print(literal('Cấp xã "mới" {1}'))
    "Cấp xã ""mới"" "&CHAR(123)&"1}"
    """
    doubled = text.replace('"', '""').replace("{", '"&CHAR(123)&"')
    return f'"{doubled}"'
