"""How a rule is declared: `@rule` for one record, `@table_rule` for all records of a table.

The parameters of a `@rule` are the fields that it looks at; their types say which values it
understands. The first parameter is the field that is blamed, the others are named as related
cells. A rule is not asked about

- a blank value, unless the type says `| None`: that is the business of `REQ-…`;
- a value that could not be read, or that is of another type: its cell has a finding already.

So one mistake makes one finding. What is said in the same words of many rows may be told `once`,
at the first of them. The first paragraph of the docstring says why the rule exists;
users read it too. A rule about something that is missing says in `where` which
columns it could stand in: in a table without any of them there is nothing to blame on each row.
"""

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as dataclass_field
from datetime import date
from itertools import chain
from string import Formatter
from textwrap import dedent
from types import ModuleType, NoneType, UnionType
from typing import Protocol, TypeAlias, get_args, get_origin, get_type_hints

from toolkit.errors import DeclarationError
from toolkit.model import (
    Cell,
    Code,
    MappedColumn,
    Meeting,
    Notice,
    Record,
    Severity,
    Value,
)
from toolkit.rules.families import FAMILIES
from toolkit.values import texts

BLAMED = ">>"
"""What marks the cells to blame in an example (see `toolkit.testing`)."""

SHOWN = 60
"""How many characters of a long text a message shows."""

Params: TypeAlias = Mapping[str, object]
Verdict: TypeAlias = bool | Params
"""What a rule says of a record: True, right; False, wrong; a mapping: wrong, and what the text
needs besides the fields."""


class WorkingDays(Protocol):
    """What rules ask of the calendar (`toolkit.calendar.Calendar`)."""

    def is_working_day(self, day: date, /) -> bool: ...

    def add_working_days(self, start: date, days: int, /) -> date: ...

    def name_of_day_off(self, day: date, /) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may know besides the records.

    `as_of` is the day the data are judged at. `longest` is the longest time that the deadline
    table gives for an answer, in working days; None if it gives none.
    """

    as_of: date
    meeting: Meeting
    calendar: WorkingDays
    codelists: Mapping[str, tuple[Code, ...]] = dataclass_field(default_factory=dict)
    longest: int | None = None

    @property
    def year(self) -> int:
        """The year that the meeting and its petitions are of."""
        return self.meeting.year or (self.meeting.held_on or self.as_of).year

    @property
    def day(self) -> date:
        """The day whose law and units hold: that of the meeting, as far as it is known."""
        meeting = self.meeting
        if meeting.held_on:
            return meeting.held_on
        return min(self.as_of, date(meeting.year, 12, 31)) if meeting.year else self.as_of


@dataclass(frozen=True, slots=True)
class Blame:
    """A field of a record that breaks a rule, and the other cells involved."""

    record: Record
    field: str
    related: tuple[Cell, ...] = ()
    params: Params = dataclass_field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rule:
    """A declared rule. `blame` is given the records of one table.

    `tables` are the kinds of table that it is about (empty: all), `gives` the placeholders that
    the rule itself fills, besides its fields.
    """

    notice: Notice
    fields: tuple[str, ...]
    tables: tuple[str, ...]
    gives: tuple[str, ...]
    blame: Callable[[Sequence[Record], Context], Iterable[Blame]]

    def __post_init__(self) -> None:
        problems = list(_problems(self))
        if problems:
            raise DeclarationError(f"{self.notice.code}: {'; '.join(problems)}")

    def offenders(self, records: Sequence[Record], context: Context) -> Iterator[Blame]:
        """The cells that break this rule, in the order the rule finds them."""
        if not records or (self.tables and records[0].entity not in self.tables):
            return
        yield from self.blame(records, context)

    def params(self, blame: Blame) -> Params:
        """What fills the placeholders of the texts: fields as the user typed them."""
        return _params(blame, self.fields)


def rule(
    code: str,
    severity: Severity,
    *,
    vi: str,
    en: str,
    fix_vi: str,
    fix_en: str,
    good: str,
    bad: str,
    tables: tuple[str, ...] = (),
    gives: tuple[str, ...] = (),
    where: tuple[str, ...] = (),
    once: bool = False,
) -> Callable[[Callable[..., Verdict]], Rule]:
    """Declare a rule about one record; the function says whether the record is right.

    Args:
        code: Never reused, never renumbered: users quote it on the phone.
        severity: Whether the value cannot be used, should be looked at, or is worth knowing.
        vi: What stands there and why it cannot stay; may name the fields and what is in `gives`.
        en: The same in English.
        fix_vi: One thing to do, with an example.
        fix_en: The same in English.
        good: A small sheet that is right.
        bad: A small sheet that is wrong; `>>` marks the cells that are blamed.
        tables: The kinds of table that the rule is about; empty: all that have the fields.
        gives: The placeholders that the function fills.
        where: The table must have a column for one of these fields; empty: no matter.
        once: Rows of which the same words are to be said are told once, at the first of them;
            the cells of the others are related, and `count` is how many there are in all.
    """

    def declare(judge: Callable[..., Verdict]) -> Rule:
        wanted = _wanted(code, judge)
        takes_context = "context" in inspect.signature(judge).parameters

        def each(records: Sequence[Record], context: Context) -> Iterator[Blame]:
            extra = {"context": context} if takes_context else {}
            if where and not any(records[0].table.has(name) for name in where):
                return
            for record, values in _asked(records, wanted):
                verdict = judge(**values, **extra)
                if verdict is not True:
                    yield _blame(record, tuple(wanted), verdict or {})

        def all_together(records: Sequence[Record], context: Context) -> Iterable[Blame]:
            return _together(each(records, context), notice, tuple(wanted))

        notice = _notice(code, severity, vi, en, fix_vi, fix_en, good, bad, judge)
        if once:
            return Rule(notice, tuple(wanted), tables, (*gives, "count"), all_together)
        return Rule(notice, tuple(wanted), tables, gives, each)

    return declare


def table_rule(
    code: str,
    severity: Severity,
    *,
    fields: tuple[str, ...],
    vi: str,
    en: str,
    fix_vi: str,
    fix_en: str,
    good: str,
    bad: str,
    tables: tuple[str, ...] = (),
    gives: tuple[str, ...] = (),
) -> Callable[[Callable[..., Iterable[Blame]]], Rule]:
    """Declare a rule about all records of one table; the function yields whom to blame.

    It takes `records` and, if it likes, `context`; blank and unreadable values are None in the
    records. For the other arguments see `rule`.
    """

    def declare(find: Callable[..., Iterable[Blame]]) -> Rule:
        parameters = tuple(inspect.signature(find).parameters)
        if parameters not in {("records",), ("records", "context")}:
            raise DeclarationError(f"{code}: takes records, and context if it likes")

        def blame(records: Sequence[Record], context: Context) -> Iterable[Blame]:
            return find(records) if len(parameters) == 1 else find(records, context=context)

        notice = _notice(code, severity, vi, en, fix_vi, fix_en, good, bad, find)
        return Rule(notice, fields, tables, gives, blame)

    return declare


def collect(*modules: ModuleType) -> tuple[Rule, ...]:
    """All rules declared in these modules, in the order they are written."""
    rules = tuple(thing for m in modules for thing in vars(m).values() if isinstance(thing, Rule))
    codes = [declared.notice.code for declared in rules]
    if repeated := {code for code in codes if codes.count(code) > 1}:
        raise DeclarationError(f"declared twice: {sorted(repeated)}")
    return rules


def is_unreadable(record: Record, field: str) -> bool:
    """Whether something stands in the cell of a field, but no value could be made of it."""
    if record.values.get(field) is not None:
        return False
    if record.typed.get(field, "").strip():
        return True
    sheet = record.table.sheet
    if not sheet.errors and not sheet.no_result:
        return False
    cell = record.cell(field)
    place = (cell.row, cell.column)
    return record.table.has(field) and (place in sheet.errors or place in sheet.no_result)


def is_ticked(record: Record, field: str) -> bool:
    """Whether a field was told by a tick in a column of its own."""
    mapped = _column(record, field)
    return mapped is not None and mapped.column.kind == "tick"


def shown(record: Record, field: str) -> str:
    """A field as the user sees it, long texts shortened; empty if it is blank.

    Where not the cell but its column says it (a tick; a year of birth under “Nữ”), it is what
    the column is called.
    """
    return as_text(_said_by_header(record, field) or record.typed.get(field) or record[field])


def _said_by_header(record: Record, field: str) -> str | None:
    """The last words of a header, where they tell the value and not what is typed below."""
    mapped = _column(record, field)
    if mapped and (mapped.column.kind == "tick" or field in mapped.column.implies):
        return mapped.header.rpartition(" / ")[2]
    return None


def _column(record: Record, field: str) -> MappedColumn | None:
    """The column in which the value of a field stands."""
    _, number = record.places.get(field, (0, 0))
    return next((mapped for mapped in record.table.columns if mapped.number == number), None)


def as_text(value: object) -> str:
    """A value as messages show it: long texts are shortened.

    >>> as_text(None), as_text(("A", "B")), as_text("Đường " * 20)[-7:]
    ('', 'A; B', ' Đường…')
    """
    text = texts.shown(value)
    return texts.shorten(text, SHOWN) if isinstance(value, str) else text


# ── How declarations are read ───────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a parameter of a rule asks for."""

    types: tuple[type, ...]
    may_be_blank: bool


def _wanted(code: str, judge: Callable[..., Verdict]) -> dict[str, _Wanted]:
    hints = get_type_hints(judge)
    names = [name for name in inspect.signature(judge).parameters if name != "context"]
    if missing := [name for name in names if name not in hints]:
        raise DeclarationError(f"{code}: no type for {missing}")
    return {name: _types(hints[name]) for name in names}


def _types(hint: object) -> _Wanted:
    parts = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    plain = [get_origin(part) or part for part in parts]
    types = tuple(part for part in plain if isinstance(part, type) and part is not NoneType)
    return _Wanted(types, NoneType in plain)


def _asked(
    records: Sequence[Record], wanted: Mapping[str, _Wanted]
) -> Iterator[tuple[Record, dict[str, Value]]]:
    """The records that a rule is asked about, each with the values it looks at."""
    needed = [name for name, want in wanted.items() if not want.may_be_blank]
    table = records[0].table
    others = [name for name in wanted if name not in needed and table.has(name)]
    for record in records:
        if None in map(record.values.get, needed):
            continue
        values = dict(zip(wanted, map(record.values.get, wanted), strict=True))
        if _fit(values, wanted) and not any(is_unreadable(record, name) for name in others):
            yield record, values


def _fit(values: Mapping[str, Value], wanted: Mapping[str, _Wanted]) -> bool:
    """Whether the values, as far as they are not blank, are of the types that a rule knows."""
    for name, want in wanted.items():
        value = values[name]
        if value is not None and not isinstance(value, want.types):
            return False
    return True


def _blame(record: Record, fields: Sequence[str], verdict: Verdict) -> Blame:
    main, *others = fields
    cells = (record.cell(name) for name in others if record[name] is not None)
    related = dict.fromkeys(cell for cell in cells if cell != record.cell(main))
    return Blame(record, main, tuple(related), {} if isinstance(verdict, bool) else verdict)


def _params(blame: Blame, fields: Iterable[str]) -> dict[str, str]:
    shown_fields = {name: shown(blame.record, name) for name in fields}
    return shown_fields | {name: as_text(value) for name, value in blame.params.items()}


def _together(blames: Iterable[Blame], notice: Notice, fields: tuple[str, ...]) -> Iterator[Blame]:
    """One blame for all those of which the same is said."""
    named = _placeholders(notice.vi, notice.fix_vi) - {"count"}
    alike: dict[tuple[str, ...], list[Blame]] = {}
    for blame in blames:
        params = _params(blame, fields)
        alike.setdefault(tuple(params[name] for name in sorted(named)), []).append(blame)
    for first, *others in alike.values():
        own = first.record.cell(first.field)
        cells = dict.fromkeys(other.record.cell(other.field) for other in others)
        related = tuple(cell for cell in cells if cell != own)
        yield replace(first, related=related, params={**first.params, "count": len(related) + 1})


def _placeholders(*texts: str) -> set[str]:
    parsed = chain.from_iterable(map(Formatter().parse, texts))
    return {name for _, name, _, _ in parsed if name is not None}


def _notice(
    code: str,
    severity: Severity,
    vi: str,
    en: str,
    fix_vi: str,
    fix_en: str,
    good: str,
    bad: str,
    written: Callable[..., object],
) -> Notice:
    sheets = (dedent(good).strip("\n"), dedent(bad).strip("\n"))
    why = " ".join((inspect.getdoc(written) or "").partition("\n\n")[0].split())
    return Notice(code, severity, vi, en, fix_vi, fix_en, why, *sheets)


def _problems(declared: Rule) -> Iterator[str]:
    notice = declared.notice
    if not re.fullmatch(r"[A-Z]{3}-\d{2}", notice.code) or notice.code[:3] not in FAMILIES:
        yield "not a code of a known family"
    if not declared.fields:
        yield "looks at no field"
    if not notice.why:
        yield "has no docstring that says why"
    if BLAMED not in notice.bad:
        yield f"no cell of the bad example is marked {BLAMED}"
    if not notice.good or BLAMED in notice.good:
        yield "needs a good example without blame"
    known = {*declared.fields, *declared.gives}
    for text in (notice.vi, notice.en, notice.fix_vi, notice.fix_en):
        used = _placeholders(text)
        if not text or not used <= known:
            yield f"a text is empty or names {sorted(used - known)}"
