"""Code lists and the other tables that staff can edit, as CSV: one file per list.

Every list has the columns `code,name,synonyms,valid_from,valid_to,source`; synonyms are separated
by `|`, further columns go to `Code.more`. Those of `statuses`, `outcomes` and `kinds` say
what a code means (`meanings`); `elsewhere` of the communes are the other provinces that have
one of the same name. A blank `valid_from` is “since ever”, a blank `valid_to` “until further
notice”; both days are in force. `source` names the document and its date.

Words that speak of both axes (“Đã giải quyết xong”) are in `statuses` and in `outcomes`. A word
that could mean two codes of a list is in neither: a person decides. Where a word says less than a
code (“Chưa giải quyết” of the workflow), it has the code that claims least.
"""

import csv
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from importlib.resources import files

from toolkit.codelists import meanings
from toolkit.codelists.meanings import Kind, State
from toolkit.errors import DeclarationError
from toolkit.model import Code

KEYS = (
    "topics",
    "topic_groups",
    "kinds",
    "authorities",
    "statuses",
    "outcomes",
    "delegations",
    "attendance",
    "genders",
    "communes",
)
"""The code lists. The other files of the folder are tables, not lists (`table`)."""

SEPARATOR = "|"
"""Between the parts of a cell that holds several."""

_MEANT: Mapping[str, Callable[[Mapping[str, str]], State | Kind]] = {
    "statuses": meanings.status,
    "outcomes": meanings.outcome,
    "kinds": meanings.kind,
}
"""The lists whose codes mean something to the toolkit."""

_OWN_COLUMNS = frozenset({"code", "name", "synonyms", "valid_from", "valid_to", "source"})


def load(key: str, as_of: date | None) -> tuple[Code, ...]:
    """The codes of a list that were in force on a day, or ever (None), in the file's order.

    >>> [code.code for code in load("authorities", date(2025, 6, 30))]
    ['XA', 'HUYEN', 'TINH', 'TW', 'ND', 'DN', 'KHAC']
    >>> [code.code for code in load("authorities", date(2025, 7, 1))]
    ['XA', 'TINH', 'TW', 'ND', 'DN', 'KHAC']

    Raises:
        DeclarationError: There is no such list, or it is malformed.
    """
    return tuple(_code(row) for row in table(key) if as_of is None or in_force(row, as_of))


@cache
def table(key: str) -> tuple[Mapping[str, str], ...]:
    """All rows of a file, whenever they were in force; cells are stripped texts.

    Raises:
        DeclarationError: There is no such file, a row is longer or shorter than its header, or a
            code does not say what it means.
    """
    path = files(__package__).joinpath(f"{key}.csv")
    if not path.is_file():
        raise DeclarationError(f"{key}.csv: no such code list")
    return _rows(key, path.read_text("utf-8"))


@cache
def statuses() -> Mapping[str, State]:
    """What every status means, by its code.

    >>> statuses()["06"].needs
    <Need.OUTCOME: 'outcome'>
    """
    return {row["code"]: meanings.status(row) for row in table("statuses")}


@cache
def outcomes() -> Mapping[str, State]:
    """What every outcome means, by its code.

    >>> outcomes()["A"].result
    <Result.RESOLVED: 'Đã giải quyết xong'>
    """
    return {row["code"]: meanings.outcome(row) for row in table("outcomes")}


@cache
def kinds() -> Mapping[str, Kind]:
    """What every kind of petition means, by its code.

    >>> [code for code, kind in kinds().items() if kind.aside]
    ['KHN', 'TC']
    """
    return {row["code"]: meanings.kind(row) for row in table("kinds")}


def in_force(row: Mapping[str, str], day: date) -> bool:
    """Whether a row holds on a day.

    >>> in_force({"valid_from": "2025-07-01", "valid_to": ""}, date(2025, 6, 30))
    False
    """
    return row["valid_from"] <= day.isoformat() <= (row["valid_to"] or date.max.isoformat())


def parts(cell: str) -> tuple[str, ...]:
    """The parts of a cell that holds several.

    >>> parts("Nam|Ông"), parts("")
    (('Nam', 'Ông'), ())
    """
    return tuple(part.strip() for part in cell.split(SEPARATOR) if part.strip())


def _rows(key: str, text: str) -> tuple[Mapping[str, str], ...]:
    rows = tuple(csv.DictReader(text.splitlines(), restval=None))
    for number, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            raise DeclarationError(f"{key}.csv: row {number} does not fit its header")
    stripped = tuple({name: cell.strip() for name, cell in row.items()} for row in rows)
    if key in _MEANT:
        for row in stripped:
            _check_meaning(key, row)
    return stripped


def _check_meaning(key: str, row: Mapping[str, str]) -> None:
    try:
        _MEANT[key](row)
    except DeclarationError as error:
        raise DeclarationError(f"{key}.csv: {error}") from error


def _code(row: Mapping[str, str]) -> Code:
    more = {name: cell for name, cell in row.items() if name not in _OWN_COLUMNS}
    return Code(row["code"], row["name"], parts(row["synonyms"]), more)
