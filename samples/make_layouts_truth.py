r"""Draws sheets together with the truth about them: what a reader should find in every cell.

The columns of a table are declared from left to right, parted by blanks:

    petitioner                 the column holds this field     -       none of our fields
    outcome=A                  a tick here means this value    ?status a reader may map it or not
    birth[gender=male]         the header itself says more
    petitioner+address         two fields in one cell

A cell may end with its value where that does not follow from what is typed: `{{= 2026-10-05}}`,
or `{{= petitioner: Trần Văn An; address: tổ 2}}`; `{{=}}` says that nothing can be read from it.
On a `[section]` row it says what the rows below inherit.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TypeAlias

from make_layouts_codes import CODES, COUNTS, DATES
from make_paper import ABOVE, LEFT, TO_THE_END, Line, Paper, lines
from xlsxwriter.utility import xl_cell_to_rowcol, xl_col_to_name

SAID = re.compile(r"\s*\{\{=(.*?)\}\}")
REMARK = re.compile(r"\s*\{\{.*?\}\}")
COLUMN = re.compile(r"(\??)([\w+]+)(?:=([^\[]+))?(?:\[(\w+)=([^\]]+)\])?")
POINT = re.compile(r"^(?:\d+[.)]|[a-zđ]\)|[-+])\s*")
HONORIFIC = re.compile(r"(Ông|Bà|Anh|Chị|Đ/c|BS\.|Trung tá|Thiếu tá)\s+(.+)")
DOCUMENT = re.compile(r"(?:Số )?(\S+?),? ngày (\d{1,2}/\d{1,2}/\d{4})")
SAME_AS_ABOVE = {"nt", "-nt-", "//", '"', "″", "như trên"}
MARKS = {"x", "X", "✓", "√", "v", "1", "Co", "Có", "True"}
NOTHING = {"", "-", "null"}
AFTER_THE_TABLE = {"note", "signature", "blank"}
FIRST_DAY = date(1899, 12, 30)

Value: TypeAlias = str | int | list[str]
Values: TypeAlias = dict[str, Value]


@dataclass(frozen=True)
class Meaning:
    """What one column means; `mark` is the value of a tick, `implied` what the header says."""

    fields: tuple[str, ...] = ()
    mark: str = ""
    implied: Values = field(default_factory=dict)
    optional: bool = False


@dataclass
class Truth:
    """What a reader should find of one table; rows count from 1, as in Excel."""

    entity: str
    header_rows: list[int]
    columns: dict[str, str]
    optional: dict[str, str]
    excluded: list[tuple[int, str]]
    records: list[tuple[int, Values, Values]]
    open: Sequence[str]

    def described(self, sheet: str) -> dict[str, object]:
        """All but the records, as it is written to truth.json; empty extras are left out."""
        said: dict[str, object] = {
            "sheet": sheet,
            "entity": self.entity,
            "header_rows": self.header_rows,
            "columns": self.columns,
            "excluded": self.excluded,
        }
        more: dict[str, object] = {"optional": self.optional, "open": list(self.open)}
        return said | {key: value for key, value in more.items() if value}

    def listed(self) -> list[dict[str, object]]:
        """The records, as they are written to truth.json."""
        return [
            {"row": row, "values": values} | ({"inherited": inherited} if inherited else {})
            for row, values, inherited in self.records
        ]


@dataclass
class Form(Paper):
    """A sheet while it is drawn, with the truth about its tables."""

    truths: list[Truth] = field(default_factory=list)

    def hold(
        self,
        entity: str,
        columns: str,
        *texts: str,
        at: str = "A1",
        align: str = "",
        fill: str = "",
        border: bool = True,
        unsettled: Sequence[str] = (),
    ) -> int:
        """Writes a table and what it means; returns the number of the row below it.

        `unsettled` are fields for whose values no written form is settled here.
        """
        text = "\n".join(part.strip("\n") for part in texts)
        below = self.table("", SAID.sub("", text), at=at, align=align, fill=fill, border=border)
        top, left = xl_cell_to_rowcol(at)
        self.truths.append(_truth(entity, _meanings(columns), lines(text), top + 1, left))
        self.truths[-1].open = tuple(unsettled)
        return below


def _meanings(columns: str) -> tuple[Meaning, ...]:
    return tuple(_meaning(word) for word in columns.split())


def _meaning(word: str) -> Meaning:
    if word == "-":
        return Meaning()
    found = COLUMN.fullmatch(word)
    if found is None:
        raise ValueError(f"not a column: {word!r}")
    optional, names, mark, key, implied = found.groups()
    said: Values = {key: implied.replace("_", " ")} if key else {}
    return Meaning(tuple(names.split("+")), mark or "", said, optional=bool(optional))


def _truth(
    entity: str, meanings: Sequence[Meaning], rows: Sequence[Line], top: int, left: int
) -> Truth:
    named = {xl_col_to_name(left + number): meaning for number, meaning in enumerate(meanings)}
    header = [top + number for number, row in enumerate(rows) if row.kind == "header"]
    return Truth(
        entity,
        header,
        {letter: m.fields[0] for letter, m in named.items() if m.fields and not m.optional},
        {letter: m.fields[0] for letter, m in named.items() if m.optional},
        _excluded(rows, top, header[-1]),
        _records(meanings, rows, top),
        (),
    )


def _excluded(rows: Sequence[Line], top: int, header: int) -> list[tuple[int, str]]:
    """The rows below the header that are no records; what follows the table is left out."""
    last = max(n for n, row in enumerate(rows) if row.kind not in AFTER_THE_TABLE)
    return [
        (top + number, row.kind)
        for number, row in enumerate(rows[: last + 1])
        if top + number > header and not row.kind.isdigit()
    ]


def _records(
    meanings: Sequence[Meaning], rows: Sequence[Line], top: int
) -> list[tuple[int, Values, Values]]:
    """Every record with its row, its values, and what it has from the section above it."""
    found: list[tuple[int, Values, Values]] = []
    inherited: Values = {}
    above: tuple[str, ...] = ()
    for number, row in enumerate(rows):
        if row.kind == "section":
            inherited |= {key: text for cell in row.cells for key, text in _said(cell, "").items()}
            above = ()
        if not row.kind.isdigit():
            continue
        cells = _filled(row.cells, above)
        above = cells
        for values in _parts(_values(meanings, cells), int(row.kind)):
            own = {key: text for key, text in inherited.items() if text and key not in values}
            found.append((top + number, values, own))
    return found


def _filled(cells: Sequence[str], above: Sequence[str]) -> tuple[str, ...]:
    """The cells of a row, those taken from the row above filled in."""
    return tuple(
        above[column]
        if (cell == ABOVE or REMARK.sub("", cell) in SAME_AS_ABOVE) and column < len(above)
        else cell
        for column, cell in enumerate(cells)
    )


def _parts(values: Values, count: int) -> list[Values]:
    """One record for each point of the content, where several stand in one cell."""
    points = str(values.get("content", "")).split("\n")
    if count == 1:
        return [values]
    if len(points) != count:
        raise ValueError(f"{len(points)} points, not {count}: {points}")
    return [values | {"content": POINT.sub("", point).rstrip(";").strip()} for point in points]


def _values(meanings: Sequence[Meaning], cells: Sequence[str]) -> Values:
    values: Values = {}
    dates: list[str] = []
    for meaning, cell in zip(meanings, cells, strict=False):
        if not meaning.fields or meaning.optional or cell in {LEFT, TO_THE_END}:
            continue
        typed = REMARK.sub("", cell).strip()
        typed = typed.rpartition("=>")[2].strip() if typed.startswith("=") else typed
        if meaning.fields[0] in DATES and _is_part(meanings, meaning.fields[0]):
            dates.append(typed)
            values[meaning.fields[0]] = "-".join(f"{int(part):02}" for part in reversed(dates))
            continue
        read = _cell(meaning, typed, cell)
        values |= read | (meaning.implied if read else {})
    return values


def _is_part(meanings: Sequence[Meaning], name: str) -> bool:
    """Whether day, month and year stand in three columns."""
    return sum(name in m.fields and not m.optional for m in meanings) == 3


def _cell(meaning: Meaning, typed: str, cell: str) -> Values:
    first = meaning.fields[0]
    if SAID.search(cell):
        return _said(cell, first)
    if typed in NOTHING:
        return {}
    if meaning.mark:
        return {first: meaning.mark} if typed.removeprefix("#") in MARKS else {}
    if first in {"full_name", "petitioner"}:
        return _name(first, typed)
    if meaning.fields == ("document_no", "document_date"):
        return _document(typed)
    return {first: _read(first, typed)}


def _said(cell: str, first: str) -> Values:
    """The values written in double braces."""
    found = SAID.search(cell)
    said = found[1].strip() if found else ""
    if not re.match(r"\w+:", said):
        return {first: _plain(first, said)} if said else {}
    pairs = (part.split(":", 1) for part in said.split("; "))
    return {key.strip(): _plain(key.strip(), text.strip()) for key, text in pairs}


def _plain(name: str, text: str) -> Value:
    return text.split(" + ") if name == "support_units" else text


def _name(name: str, typed: str) -> Values:
    found = HONORIFIC.fullmatch(typed)
    text = _text(typed)
    return {"honorific": found[1], name: _text(found[2])} if found else {name: text}


def _document(typed: str) -> Values:
    found = DOCUMENT.fullmatch(typed)
    if found is None:
        raise ValueError(f"no number with its date: {typed!r}")
    return {"document_no": found[1], "document_date": _date(found[2])}


def _read(name: str, typed: str) -> Value:
    if name in DATES:
        return _date(typed)
    if name in COUNTS:
        return int(typed.rpartition("=>")[2].strip().removeprefix("#"))
    if name in CODES:
        return CODES[name][typed.casefold()]
    return READERS.get(name, _text)(typed.removeprefix("#"))


def _text(typed: str) -> str:
    """The text without outer and double blanks; line breaks stay."""
    return "\n".join(" ".join(part.split()) for part in typed.split("\n"))


def _date(typed: str) -> str:
    """A day as results are written, from every way in which it is typed here."""
    typed = typed.removeprefix("@").split(" ")[0]
    if re.fullmatch(r"\d{5}", typed):
        return (FIRST_DAY + timedelta(days=int(typed))).isoformat()
    if re.fullmatch(r"\d{4}-\d\d-\d\d", typed):
        return typed
    return datetime.strptime(re.sub(r"[.-]", "/", typed), "%d/%m/%Y").date().isoformat()


def _birth(typed: str) -> str:
    return typed if re.fullmatch(r"\d{4}", typed) else _date(typed)


def _phone(typed: str) -> str:
    digits = re.sub(r"\D", "", typed)
    return "0" + digits.removeprefix("84") if digits[0] != "0" else digits


def _identity(typed: str) -> str:
    digits = re.sub(r"\D", "", typed)
    return digits if len(digits) == 9 else digits.zfill(12)


def _units(typed: str) -> list[str]:
    return [_text(part) for part in re.split(r"[;\n]", typed)]


READERS: Mapping[str, Callable[[str], Value]] = {
    "birth": _birth,
    "phone": _phone,
    "national_id": _identity,
    "support_units": _units,
}
