"""A record while it is being filled in."""

from dataclasses import dataclass, field

from toolkit import codelists
from toolkit.codelists.meanings import Result
from toolkit.model import MappedColumn, Record, Table, Value
from toolkit.normalize.cells import Said

JOINED = {
    "full_name": " ",
    "petitioner": " ",
    "note": "; ",
    "content": "; ",
    "response_text": "; ",
}
"""Fields that may stand in several columns: what their parts are joined with."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A column of a row that was filled, and what was read there."""

    mapped: MappedColumn
    value: Value
    said: Said

    def excludes(self, other: "Chosen") -> bool:
        """Whether two columns cannot both be filled: ticks for two things, men and women."""
        one, two = self.mapped.column, other.mapped.column
        if one.field == two.field:
            return bool(one.implies) or (one.kind == "tick" and self.value != other.value)
        if one.kind != "tick" or two.kind != "tick":
            return False
        values = {one.field: self.value, two.field: other.value}
        return _is_going_on(values.get("status")) and "outcome" in values


def _is_going_on(status: Value) -> bool:
    """Whether a status goes with no outcome: what is being worked on is not done."""
    known = codelists.statuses().get(str(status))
    return known is not None and known.result is Result.IN_PROGRESS


@dataclass(slots=True)
class Draft:
    """Values by field, with the cells they come from and what is typed there.

    `chosen` are the cells of the row that were read, from left to right.
    """

    values: dict[str, Value] = field(default_factory=dict)
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)
    chosen: list[Chosen] = field(default_factory=list)

    def keep(self, key: str, place: tuple[int, int], typed: str) -> None:
        """Remember where a field stands and what is typed there, unless that is known."""
        if key not in self.typed and typed:
            self.places[key] = place
            self.typed[key] = typed

    def put(self, key: str, value: Value, place: tuple[int, int], typed: str) -> None:
        """Give a field its own value; parts of a joined field are put together."""
        there = self.values.get(key)
        if isinstance(there, str) and isinstance(value, str) and key in JOINED:
            if value not in there:
                self.values[key] = f"{there}{JOINED[key]}{value}"
        elif there is None and value is not None:
            self.values[key], self.places[key], self.typed[key] = value, place, typed

    def fill(self, key: str, value: Value, place: tuple[int, int], typed: str) -> None:
        """Give a blank field a value; one that says something, readable or not, keeps it."""
        if key not in self.typed and value is not None:
            self.values[key] = value
            self.places[key] = place
            self.typed[key] = typed

    def leave_open(self, *keys: str) -> None:
        """Take back the values of fields of which nobody knows what they should be."""
        for key in keys:
            self.values.pop(key, None)

    def ask(self, question: str, level: str, place: tuple[int, int]) -> None:
        """Say what a ballot is about, and where a level stands, be it ticked or not."""
        self.fill("question", question, place, "")
        self.places.setdefault(level, place)

    def record(self, table: Table, row: int) -> Record:
        """The record as it is now."""
        return Record(table, row, self.values, self.places, self.typed)
