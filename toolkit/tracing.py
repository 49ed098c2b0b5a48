"""Where a figure of the summary comes from: the cells of the inbox that make it.

A figure is a formula over the registers; each row of a register names its file, sheet and cell.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from toolkit import excel
from toolkit.errors import InputError
from toolkit.excel.formula_texts import Formulas, place, read_formulas
from toolkit.model import Notice, Raw, Severity, Sheet, Workbook
from toolkit.values.texts import fold

NO_FIGURE = Notice(
    "FIL-77",
    Severity.ERROR,
    vi="Ô {cell} của «{path}» không phải số liệu được đếm từ các tệp gửi về.",
    en="{cell} of «{path}» is no figure that is counted from the files sent in.",
    fix_vi='Hãy chọn ô có số của một biểu, ví dụ "Theo lĩnh vực!C9".',
    fix_en='Choose a cell with a number, for example "Theo lĩnh vực!C9".',
    why="Only figures that the toolkit has counted can be traced back.",
    good="A cell of the sheet “Theo lĩnh vực” that holds a number.",
    bad="A cell that holds a heading, or a cell of a sheet that people added.",
)
NOTICES = (NO_FIGURE,)

_SOURCE = ("tep", "trang", "o")
"""The headings of the columns that say where a row of a register comes from, folded."""

_A1 = re.compile(r"\$?[A-Za-z]{1,3}\$?[0-9]{1,7}")
_SHARE = re.compile(r'IF\(.+=0,"",\((?P<part>.+)\)/\(.+\)\)')
_TERM = re.compile(
    r"SUMPRODUCT\((?P<product>(?:[^()\"]|\"[^\"]*\"|\((?:[^()\"]|\"[^\"]*\")*\))*)\)"
    r"|COUNTA\((?P<counted>\w+)\)"
    r"|SUM\((?P<from>\$?[A-Z]+\$?\d+):(?P<to>\$?[A-Z]+\$?\d+)\)"
    r"|SUM\((?P<summed>\w+)\)"
    r"|(?P<cell>\$?[A-Z]{1,2}\$?\d+)"
)
_EXACT = re.compile(
    r"EXACT\((?P<name>\w+),(?:\"(?P<text>(?:[^\"]|\"\")*)\"|(?P<cell>[$A-Z0-9]+))\)"
)
_RANGE = re.compile(
    r"'?(?P<sheet>[^!']+)'?!\$?(?P<column>[A-Z]+)\$?(?P<first>\d+)(?::\$?[A-Z]+\$?(?P<last>\d+))?"
)


@dataclass(frozen=True, slots=True)
class Source:
    """A cell of the inbox, and how much of the figure it makes."""

    file: str
    sheet: str
    cell: str
    amount: float


@dataclass(frozen=True, slots=True)
class Traced:
    """A figure: the cell it stands in, what it is, its formula, and what makes it."""

    cell: str
    value: Raw
    formula: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """A summary workbook with its formulas."""

    workbook: Workbook
    formulas: Formulas

    @classmethod
    def read(cls, path: Path) -> "Summary":
        """Read a workbook.

        Raises:
            InputError: It cannot be read.
        """
        return cls(excel.read(path, path.name), read_formulas(path, path.name))

    def trace(self, cell: str) -> Traced:
        """What makes a figure, such as that of `Theo lĩnh vực!C9`; of a share, what is divided.

        Raises:
            InputError: The cell holds no figure.
        """
        title, _, a1 = cell.rpartition("!")
        title = title.strip("'")
        at = place(a1) if _A1.fullmatch(a1) else (0, 0)
        formula = self.formula(title, at)
        if formula is None:
            raise InputError(NO_FIGURE, {"cell": cell, "path": self.workbook.name})
        sources = tuple(self.sources(title, at))
        return Traced(f"{title}!{a1}", self.sheets[title].at(*at), formula, sources)

    @property
    def sheets(self) -> Mapping[str, Sheet]:
        return {sheet.name: sheet for sheet in self.workbook.sheets}

    def formula(self, title: str, at: tuple[int, int]) -> str | None:
        return self.formulas.cells.get(title, {}).get(at)

    def sources(self, title: str, at: tuple[int, int]) -> Iterator[Source]:
        """What makes the figure in a cell."""
        formula = self.formula(title, at)
        if formula is None:
            return
        share = _SHARE.fullmatch(formula)
        for term in _TERM.finditer(share["part"] if share else formula):
            if term["product"]:
                yield from self._product(title, term["product"])
            elif name := term["counted"] or term["summed"]:
                yield from self._column(name, counted=bool(term["counted"]))
            elif term["cell"]:
                yield from self.sources(title, place(term["cell"]))
            else:
                (first, column), (last, _) = place(term["from"]), place(term["to"])
                for row in range(first, last + 1):
                    yield from self.sources(title, (row, column))

    def _product(self, title: str, product: str) -> Iterator[Source]:
        """The rows of a register that meet all conditions, times what is multiplied."""
        conditions = []
        for found in _EXACT.finditer(product):
            text = (found["text"] or "").replace('""', '"')
            if found["cell"]:
                text = str(self.sheets[title].at(*place(found["cell"])) or "")
            conditions.append((found["name"], text))
        factors = [name for name in _EXACT.sub("", product).split("*") if name in self._names]
        names = [*(name for name, _ in conditions), *factors]
        if not names:
            return
        sheet, first, last = self._range(names[0])
        for row in range(first, last + 1):
            if all(str(self._at(name, row) or "") == text for name, text in conditions):
                amount = 1.0
                for name in factors:
                    amount *= _number(self._at(name, row))
                yield from self._source(sheet, row, amount)

    def _column(self, name: str, *, counted: bool) -> Iterator[Source]:
        sheet, first, last = self._range(name)
        for row in range(first, last + 1):
            value = self._at(name, row)
            amount = float(value is not None) if counted else _number(value)
            yield from self._source(sheet, row, amount)

    @property
    def _names(self) -> Mapping[str, str]:
        return self.formulas.names

    def _range(self, name: str) -> tuple[str, int, int]:
        """Sheet, first and last row of a column of a register."""
        found = _RANGE.fullmatch(self._names[name])
        if found is None:
            return "", 1, 0
        return found["sheet"], int(found["first"]), int(found["last"] or found["first"])

    def _at(self, name: str, row: int) -> Raw:
        found = _RANGE.fullmatch(self._names[name])
        if found is None:
            return None
        return self.sheets[found["sheet"]].at(row, place(f"{found['column']}1")[1])

    def _source(self, title: str, row: int, amount: float) -> Iterator[Source]:
        """Where a row of a register comes from, unless it adds nothing."""
        sheet = self.sheets[title]
        columns = _source_columns(sheet, row)
        if amount and columns:
            file, name, cell = (str(sheet.at(row, column) or "") for column in columns)
            yield Source(file, name, cell, amount)


def _source_columns(sheet: Sheet, row: int) -> tuple[int, ...]:
    """The columns for file, sheet and cell, of the header above a row."""
    for number in range(row - 1, 0, -1):
        words = [fold(str(cell or "")) for cell in sheet.rows[number - 1]]
        if all(word in words for word in _SOURCE):
            return tuple(words.index(word) + 1 for word in _SOURCE)
    return ()


def _number(value: Raw) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
