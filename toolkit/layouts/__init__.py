"""The tables that workbooks are expected to hold: header words and kinds of values, as TOML.

`attendee`, `petition`, `response` and `survey` are ours; `common.toml` has the columns that
several of them share; `foreign.toml` tells apart what lies in the same folders but is none of
ours; `rows.toml` has the words by which totals, signatures and notes are known.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from toolkit.errors import DeclarationError
from toolkit.model import Column, Layout
from toolkit.values import PARSERS

ENTITIES = ("attendee", "petition", "response", "survey")


@cache
def load() -> tuple[Layout, ...]:
    """All layouts, ours first.

    Raises:
        DeclarationError: A file has an unknown key or kind, or lacks one.
    """
    common = _toml("common")["column"]
    ours = tuple(_layout(key, _toml(key), common) for key in ENTITIES)
    return ours + tuple(_foreign(table) for table in _toml("foreign")["table"])


@cache
def row_words() -> Mapping[str, tuple[str, ...]]:
    """The words by which rows that are no records are known, by reason."""
    return {reason: tuple(words) for reason, words in _toml("rows").items()}


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))


def _layout(key: str, declared: dict[str, Any], common: list[dict[str, Any]]) -> Layout:
    shared = [column for column in common if key in column["tables"]]
    try:
        columns = tuple(_column(column) for column in [*declared.pop("column"), *shared])
        layout = Layout(
            key, columns=columns, **{name: _frozen(value) for name, value in declared.items()}
        )
    except (KeyError, TypeError) as error:
        raise DeclarationError(f"{key}.toml: {error}") from error
    if unknown := {column.kind for column in columns} - PARSERS.keys() - {"code", "tick"}:
        raise DeclarationError(f"{key}.toml: unknown kind {sorted(unknown)}")
    return layout


def _column(declared: dict[str, Any]) -> Column:
    return Column(**{k: _frozen(value) for k, value in declared.items() if k != "tables"})


def _foreign(declared: dict[str, Any]) -> Layout:
    column = Column("foreign", "text", headers=tuple(declared["headers"]))
    return Layout(declared["key"], declared["title"], (column,), foreign=True)


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
