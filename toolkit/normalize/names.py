"""Hamlets and units under the names that people have decided on."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from toolkit.decisions import NAME, OWN_NAME, Decisions, name_key
from toolkit.model import Record, Value

_NAMED_AS = {"hamlet": "hamlet", "lead_unit": "lead_unit", "support_units": "lead_unit"}
"""Fields that hold names, and the field whose decisions hold for them."""


def with_decided_names(records: Iterable[Record], decisions: Decisions) -> tuple[Record, ...]:
    """The same records; a spelling that people said is another name has become that name.

    What was typed stays in `typed`.
    """
    if not decisions.below(NAME):
        return tuple(records)
    return tuple(
        replace(record, values={**record.values, **_decided(record, decisions)})
        for record in records
    )


def _decided(record: Record, decisions: Decisions) -> Mapping[str, Value]:
    return {
        field: _renamed(record[field], named_as, decisions)
        for field, named_as in _NAMED_AS.items()
        if record[field]
    }


def _renamed(value: Value, field: str, decisions: Decisions) -> Value:
    if isinstance(value, tuple):
        return tuple(_name(each, field, decisions) for each in value)
    return _name(value, field, decisions) if isinstance(value, str) else value


def _name(text: str, field: str, decisions: Decisions) -> str:
    answer = decisions.get(name_key(field, text))
    return text if answer in {None, OWN_NAME} else answer
