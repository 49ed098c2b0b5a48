"""Which petitions look like a complaint or a denunciation, as long as nobody has decided.

A kind “Kiến nghị” decides nothing: whole columns are filled with it. A person decides by another
of the kinds that words hint at, or on the sheet “Ghi nhớ”.
"""

from collections.abc import Iterable
from dataclasses import replace

from toolkit import codelists
from toolkit.decisions import NEITHER, Decisions, kind_key
from toolkit.model import Record
from toolkit.rules.states import is_told_apart
from toolkit.rules.words import words

TOLD_BY = frozenset({"petition", "response"})
"""The kinds of records that hold the words of petitions."""


def with_suspicion(records: Iterable[Record], decisions: Decisions) -> tuple[Record, ...]:
    """The same records with what is suspected of them, or with the kind that people decided."""
    return tuple(_suspected(record, decisions) for record in records)


def _suspected(record: Record, decisions: Decisions) -> Record:
    if record.entity not in TOLD_BY or is_told_apart(record.text("kind")):
        return record
    hint = _hint(record.text("content"))
    decided = decisions.get(kind_key(record)) if hint else None
    if decided and decided != NEITHER:
        return replace(record, values={**record.values, "kind": _code_of(decided)})
    return replace(record, suspected="" if decided else hint)


def _hint(content: str) -> str:
    """The code of the kind that a text hints at; of several the last of the list, the gravest."""
    hinted = (
        code
        for code, kind in reversed([*codelists.kinds().items()])
        if kind.aside and kind.words and words(kind.words).found_in(content)
    )
    return next(hinted, "")


def _code_of(name: str) -> str:
    return next(row["code"] for row in codelists.table("kinds") if row["name"] == name)
