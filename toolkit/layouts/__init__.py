"""The tables that workbooks are expected to hold: header words and kinds of values, as TOML.

`attendee`, `petition`, `response` and `survey` are ours; `common.toml` has the columns that
several of them share; `foreign.toml` tells apart what lies in the same folders but is none of
ours; `rows.toml` has the words by which totals, signatures and notes are known, `phrases.toml`
the grammar of headers that no list has, `english.toml` that of field names that systems export.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from toolkit.errors import DeclarationError
from toolkit.model import Column, Layout
from toolkit.values import PARSERS
from toolkit.values.texts import fold

ENTITIES = ("attendee", "petition", "response", "survey")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A way in which headers of a field are worded: see phrases.toml. `beside` may stand too.

    `value` is what a tick in the column means; None if the column has no ticks.
    """

    field: str
    value: str | None
    heads: tuple[str, ...]
    about: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrases:
    """The grammar of headers. `filler` are words that say nothing about the field.

    `bare` are lower headings that mean little without the one above them; `short` the words of
    headers that are shortened, by how they are.
    """

    filler: tuple[str, ...]
    bare: tuple[str, ...]
    short: Mapping[str, str]
    rules: tuple[Phrase, ...]


@cache
def load() -> tuple[Layout, ...]:
    """All layouts, ours first.

    Raises:
        DeclarationError: A file has an unknown key or kind, lacks one, or declares a header
            for two columns of a table.
    """
    common = _toml("common")["column"]
    ours = tuple(_layout(key, _toml(key), common) for key in ENTITIES)
    return ours + tuple(_foreign(table) for table in _toml("foreign")["table"])


@cache
def row_words() -> Mapping[str, tuple[str, ...]]:
    """The words by which rows that are no records are known, by reason."""
    return {reason: tuple(words) for reason, words in _toml("rows").items()}


@cache
def phrases() -> Phrases:
    """How headers that no list has are put together."""
    declared = _toml("phrases")
    rules = tuple(
        Phrase(
            rule["field"],
            rule.get("value"),
            tuple(rule["heads"]),
            tuple(rule.get("about", ())),
            tuple(rule.get("with", ())),
        )
        for rule in (*declared["phrase"], *_toml("english")["phrase"])
    )
    return Phrases(tuple(declared["filler"]), tuple(declared["bare"]), declared["short"], rules)


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))


def _layout(key: str, declared: dict[str, Any], common: list[dict[str, Any]]) -> Layout:
    shared = [column for column in common if key in column["tables"]]
    try:
        columns = tuple(_column(column) for column in [*declared.pop("column"), *shared])
        said_by = tuple(fold(words) for words in declared.pop("said_by"))
        rest = {name: _frozen(value) for name, value in declared.items()}
        layout = Layout(key, columns=columns, said_by=said_by, **rest)
    except (KeyError, TypeError) as error:
        raise DeclarationError(f"{key}.toml: {error}") from error
    if unknown := {column.kind for column in columns} - PARSERS.keys() - {"code", "tick"}:
        raise DeclarationError(f"{key}.toml: unknown kind {sorted(unknown)}")
    require_one_meaning(layout)
    return layout


def require_one_meaning(layout: Layout) -> None:
    """See that no header is declared for two columns of a layout.

    A header that may mean either belongs among the `generic` ones of at least one of them.

    Raises:
        DeclarationError: It is; both columns are named.
    """
    declared: dict[str, Column] = {}
    for column in layout.columns:
        for header in column.headers:
            first = declared.setdefault(fold(header), column)
            if first is not column:
                raise DeclarationError(
                    f"{layout.key}: {header!r} is declared for {first.field} and {column.field};"
                    " put it among the generic headers of one"
                )


def _column(declared: dict[str, Any]) -> Column:
    return Column(**{k: _frozen(value) for k, value in declared.items() if k != "tables"})


def _foreign(declared: dict[str, Any]) -> Layout:
    column = Column("foreign", "text", headers=tuple(declared["headers"]))
    said_by = tuple(fold(words) for words in declared.get("said_by", ()))
    return Layout(declared["key"], declared["title"], (column,), said_by=said_by, foreign=True)


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
