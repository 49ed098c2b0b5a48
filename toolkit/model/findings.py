"""What is told of the data, and of which cell."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TypeAlias

Raw: TypeAlias = str | float | int | bool | datetime | date | time | timedelta | None
"""What a cell holds as Excel stored it; None is an empty cell."""


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date known only to its year, or to its month.

    >>> PartialDate(1960).isoformat(), PartialDate(2023, 3).isoformat()
    ('1960', '2023-03')
    """

    year: int
    month: int | None = None

    def isoformat(self) -> str:
        return f"{self.year:04}" if self.month is None else f"{self.year:04}-{self.month:02}"


Value: TypeAlias = str | int | float | date | PartialDate | tuple[str, ...] | None
"""A normalized value; None is blank, or was unreadable and has its own finding."""


class Severity(StrEnum):
    """How much a finding matters. No severity ever drops a record."""

    ERROR = "error"
    """What stands there cannot be used as typed."""
    WARNING = "warning"
    """A person should look."""
    INFO = "info"
    """What was done, or is worth knowing."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that the toolkit can tell a user, in both languages.

    The texts hold `{placeholders}`; the place (file, sheet, cell) is never part of them.
    `good` and `bad` are small sheets written as text (`toolkit.testing`): the tests run them,
    `doithoai explain` shows them. In `bad` the cell that is blamed begins with `>>`.
    A notice about a whole file has prose instead of sheets.
    """

    code: str
    severity: Severity
    vi: str
    en: str
    fix_vi: str
    fix_en: str
    why: str
    good: str
    bad: str

    def text(self, language: str, params: Mapping[str, object]) -> str:
        return (self.vi if language == "vi" else self.en).format(**params)

    def fix(self, language: str, params: Mapping[str, object]) -> str:
        return (self.fix_vi if language == "vi" else self.fix_en).format(**params)


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """The address of one cell. Rows and columns count from 1, as in Excel."""

    workbook: str
    sheet: str
    row: int
    column: int

    @property
    def a1(self) -> str:
        """The address without file and sheet.

        >>> Cell("a.xlsx", "Sheet1", 7, 28).a1
        'AB7'
        """
        return f"{column_letters(self.column)}{self.row}"

    def __str__(self) -> str:
        """The place as messages show it.

        >>> str(Cell("xa-a.xlsx", "Danh sách", 7, 28))
        '«xa-a.xlsx» › «Danh sách» › AB7'
        """
        return f"«{self.workbook}» › «{self.sheet}» › {self.a1}"


def column_letters(number: int) -> str:
    """The name of a column.

    >>> column_letters(1), column_letters(26), column_letters(27)
    ('A', 'Z', 'AA')
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@dataclass(frozen=True, slots=True)
class Question:
    """A guess that a person can settle once and for all, on the sheet “Ghi nhớ”.

    `key` names what is asked, and nothing of where it stands, so that the answer holds for other
    files and years (`toolkit.decisions`). `seen` is what was found, in Vietnamese; `proposal`
    one of the answers, empty if none is likelier; `cells` is where it was found.
    """

    key: str
    seen: str
    proposal: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One notice about one cell.

    `value` is what stands in the cell, as the user sees it; None if that does not matter.
    `related` are the other cells involved, `questions` the guesses that a person can settle.
    """

    notice: Notice
    cell: Cell
    params: Mapping[str, object] = dataclass_field(default_factory=dict)
    field: str | None = None
    value: str | None = None
    related: tuple[Cell, ...] = ()
    questions: tuple[Question, ...] = ()

    def text(self, language: str) -> str:
        return self.notice.text(language, self.params)

    def fix(self, language: str) -> str:
        return self.notice.fix(language, self.params)
