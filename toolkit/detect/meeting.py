"""Which meeting the workbooks speak of, as their letterheads and titles say."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from toolkit.model import Code, Meeting, Reason, Table
from toolkit.values.likeness import spelling
from toolkit.values.texts import fold

_UNIT = re.compile(
    r"\b(xã|phường|thị trấn|đặc khu)\s+(?!hội\b)([^\W\d_]\S*(?:\s+[^\W\d_]\S*){0,3})",
    re.IGNORECASE,
)
_PARENT = re.compile(r"\b(huyện|thị xã|thành phố|tỉnh)\s+(\S+(?:\s+\S+){0,2})", re.IGNORECASE)
_YEAR = re.compile(r"\bnăm\s+(20\d\d)\b", re.IGNORECASE)
_DATE = re.compile(
    r"(\d{1,2})\s*(?:[/.\-]|tháng)\s*(\d{1,2})\s*(?:[/.\-]|năm)\s*(20\d\d)", re.IGNORECASE
)
_MEETING = re.compile(r"hội nghị|đối thoại", re.IGNORECASE)
_ATTACHED = re.compile(r"kèm theo|ban hành", re.IGNORECASE)
_LONGEST_NAME = 3

Thing = TypeVar("Thing")


def find_meeting(tables: Iterable[Table], communes: Sequence[Code]) -> Meeting:
    """What most of the titles and notes around the tables say; what none says is empty."""
    lines = [line for table in tables for line in _lines(table)]
    unit = _commonest(name for line in lines for name in _units(line, communes))
    code = _code(unit, communes)
    if code and code.more.get("elsewhere") and not _names_place(lines, code):
        code = None
    held_on = _commonest(day for line in lines for day in _meeting_days(line))
    years = [int(found) for line in lines for found in _YEAR.findall(line)]
    year = held_on.year if held_on else _commonest(years)
    parent = _commonest(name for line in lines for name in _parents(line))
    return Meeting(
        unit_name=_as_written(unit) if unit else "",
        unit_code=code.code if code else "",
        parent=parent or (code.more.get("parent", "") if code else ""),
        held_on=held_on,
        year=year,
    )


def _code(unit: str | None, communes: Sequence[Code]) -> Code | None:
    """The commune of this name; of two that differ by accents only, the one spelled so."""
    alike = [code for code in communes if unit and fold(code.name) == fold(unit)]
    spelled = (code for code in alike if spelling(code.name) == spelling(unit or ""))
    return next(spelled, alike[0] if alike else None)


def _names_place(lines: Iterable[str], commune: Code) -> bool:
    """Whether a line names the province of a commune, or what it belongs to."""
    places = {fold(commune.more.get(key, "")) for key in ("province", "parent")} - {""}
    return any(f" {place} " in f" {fold(line)} " for line in lines for place in places)


def fill(meeting: Meeting, other: Meeting) -> Meeting:
    """A meeting, with the parts that it lacks taken from another."""
    same_unit = meeting.unit_name in {"", other.unit_name}
    return Meeting(
        unit_name=meeting.unit_name or other.unit_name,
        unit_code=meeting.unit_code or (other.unit_code if same_unit else ""),
        parent=meeting.parent or other.parent,
        held_on=meeting.held_on or (other.held_on if meeting.year in {None, other.year} else None),
        year=meeting.year or other.year,
    )


def _lines(table: Table) -> Iterator[str]:
    yield from (text for _, text in table.titles)
    yield from (excluded.text for excluded in table.excluded if excluded.reason is Reason.NOTE)


def _units(line: str, communes: Sequence[Code]) -> Iterator[str]:
    """Names of communes; known ones as the code list writes them."""
    folded = f" {fold(line)} "
    known = [code.name for code in communes if f" {fold(code.name)} " in folded]
    # «Xã Tân Thạnh» and «Xã Tân Thành» differ by their accents only.
    spelled = [name for name in known if set(spelling(name)) <= set(spelling(line))]
    if known:
        yield max(spelled or known, key=len)
        return
    for part in line.split("|"):
        for kind, name in _UNIT.findall(part):
            if words := _proper(name):
                yield f"{kind} {words}"


def _parents(line: str) -> Iterator[str]:
    for part in line.split("|"):
        for kind, name in _PARENT.findall(part):
            if words := _proper(name):
                yield f"{kind.lower()} {words.title()}"


def _proper(name: str) -> str:
    """The words at the beginning of a text that are written as a name is."""
    words: list[str] = []
    for word in re.split(r"\s+", name)[:_LONGEST_NAME]:
        if not word[0].isupper() or fold(word) in {"nam", "ngay", "huyen", "tinh", "so"}:
            break
        words.append(word.strip(",.;:()"))
        if word[-1] in ",.;:)":
            break
    return " ".join(words)


def _as_written(unit: str) -> str:
    kind, _, name = unit.partition(" ")
    if fold(unit).startswith(("thi tran", "dac khu")):
        second, _, name = name.partition(" ")
        kind = f"{kind} {second}"
    return f"{kind.lower()} {name.title() if name.isupper() else name}"


def _meeting_days(line: str) -> Iterator[date]:
    if not _MEETING.search(line) or _ATTACHED.search(line):
        return
    for day, month, year in _DATE.findall(line):
        try:
            yield date(int(year), int(month), int(day))
        except ValueError:
            continue


def _commonest(things: Iterable[Thing]) -> Thing | None:
    counted = Counter(things).most_common(1)
    return counted[0][0] if counted else None
