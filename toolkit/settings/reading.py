"""The control workbook of a dossier → settings, and what is wrong in it.

A row is used as a whole or not at all. What staff wrote comes before what is shipped, and what
they are silent about stays as shipped. So does a row that says what is shipped: it was laid out
by us, and must not bind a ward to the offices of communes, or 2023 to those of 2026.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Generic, TypeVar

from toolkit import codelists
from toolkit.calendar import DayKind, DayOff
from toolkit.model import Code, Finding, Workbook
from toolkit.settings.configuration import read_configuration
from toolkit.settings.declared import (
    ALWAYS,
    FOR_MEETING,
    SCOPE_LISTS,
    Assignment,
    Deadline,
    Scope,
    Settings,
    shipped,
    with_topics,
)
from toolkit.settings.layout import (
    ASSIGNMENTS,
    CALENDAR_DAYS,
    DAYS_OFF,
    DEADLINES,
    HAMLETS,
    MEETING,
    NOT_APPLIED,
    OFF,
    TOPICS,
    UNITS,
    WORKED,
    WORKING_DAYS,
    Form,
)
from toolkit.settings.memory import read_decisions
from toolkit.settings.notices import (
    INCOMPLETE_TOPIC,
    NO_LEAD_UNIT,
    NO_WHOLE_NUMBER,
    TWICE,
    UNKNOWN_CHOICE,
    UNKNOWN_SCOPE,
    UNKNOWN_TOPIC,
)
from toolkit.settings.sheets import Line, full_date, read_lines, sheet_named
from toolkit.values import hamlets
from toolkit.values.codes import CodeIndex, index
from toolkit.values.texts import fold
from toolkit.values.units import parse_list

MOST_DAYS = 365
"""The longest deadline that is taken for meant."""

Thing = TypeVar("Thing")
Lists = Mapping[str, CodeIndex]


@dataclass(frozen=True, slots=True)
class _Row(Generic[Thing]):
    """A row that can be used. No two rows of a sheet may have the same `key`; `field` shows it."""

    key: tuple[str, ...]
    field: str
    thing: Thing


@dataclass(frozen=True, slots=True)
class _Rows(Generic[Thing]):
    """What the rows of a sheet say, by their key, and what is wrong in it."""

    things: Mapping[tuple[str, ...], Thing]
    findings: tuple[Finding, ...]


def read(control: Workbook | None, as_of: date) -> tuple[Settings, tuple[Finding, ...]]:
    """The settings of a dossier, and the cells of its control workbook that are wrong.

    `as_of` is the day at which codes must hold, unless the workbook names the meeting's day.
    Without a control workbook, or without a sheet of it, the shipped settings hold.
    """
    if control is None:
        return shipped(), ()
    settings, findings = read_configuration(control, shipped(), as_of)
    day = settings.meeting.held_on or as_of
    topics = _rows(control, TOPICS, _topic)
    own = _changed_topics(topics.things.values(), day)
    lists = {key: index(codelists.load(key, day)) for key in SCOPE_LISTS}
    lists["topics"] = index(with_topics(codelists.load("topics", day), own))
    assignments = _rows(control, ASSIGNMENTS, lambda line: _assignment(line, lists["topics"]))
    deadlines = _rows(control, DEADLINES, lambda line: _deadline(line, lists))
    days_off = _rows(control, DAYS_OFF, _day_off)
    units = _rows(control, UNITS, _unit)
    places = _rows(control, HAMLETS, _hamlet)
    decided, wrong_decisions = read_decisions(control, day)
    known = set(settings.days_off)
    settings = replace(
        settings,
        assignments=_own_first(assignments.things.values(), settings.assignments),
        deadlines=_overlaid(deadlines.things, settings.deadlines),
        days_off=(*settings.days_off, *(d for d in days_off.things.values() if d not in known)),
        topics=own,
        units=tuple(units.things.values()),
        hamlets=tuple(places.things.values()),
        decisions=decided,
    )
    wrong = (
        assignments.findings,
        deadlines.findings,
        days_off.findings,
        topics.findings,
        units.findings,
        places.findings,
        wrong_decisions,
    )
    return settings, (*findings, *(finding for findings in wrong for finding in findings))


def _rows(
    control: Workbook, form: Form, understand: Callable[[Line], _Row[Thing] | tuple[Finding, ...]]
) -> _Rows[Thing]:
    """The rows of a sheet that can be used; none if the workbook has no such sheet."""
    sheet = sheet_named(control, form.names)
    if sheet is None:
        return _Rows({}, ())
    lines, missing = read_lines(control.name, sheet, form.headings)
    things: dict[tuple[str, ...], Thing] = {}
    first: dict[tuple[str, ...], Line] = {}
    findings = list(missing)
    for line in lines:
        row = understand(line)
        if not isinstance(row, _Row):
            findings.extend(row)
        elif row.key in first:
            earlier = first[row.key].cell(row.field)
            findings.append(line.finding(TWICE, row.field, related=(earlier,)))
        else:
            first[row.key], things[row.key] = line, row.thing
    return _Rows(things, tuple(findings))


def _assignment(line: Line, topics: CodeIndex) -> _Row[Assignment] | tuple[Finding, ...]:
    topic = topics.find(line.text("topic"))
    if topic is None:
        return (line.finding(UNKNOWN_TOPIC, "topic"),)
    if not line.text("lead_unit"):
        return (line.finding(NO_LEAD_UNIT, "lead_unit", {"topic": topics.names[topic]}),)
    support = parse_list(line.raw("support_units")).value
    assignment = Assignment(
        topic=topic,
        lead_unit=line.text("lead_unit"),
        support_units=support if isinstance(support, tuple) else (),
        leader=line.text("leader"),
        assignee=line.text("assignee"),
        hamlet=line.text("hamlet"),
    )
    return _Row((topic, hamlets.key(assignment.hamlet)), "topic", assignment)


def _deadline(line: Line, lists: Lists) -> _Row[Deadline | None] | tuple[Finding, ...]:
    """A deadline; None says that staff do not want the shipped one of this code."""
    key = (fold(line.text("code")),)
    if _is_one_of(line.text("days"), NOT_APPLIED):
        return _Row(key, "code", None)
    scope, days = _scope(line, lists), _days(line)
    choices = {DayKind.WORKING: WORKING_DAYS, DayKind.CALENDAR: CALENDAR_DAYS}
    kind = _choice(line, "day_kind", choices)
    if isinstance(scope, Finding) or isinstance(days, Finding) or isinstance(kind, Finding):
        return tuple(part for part in (scope, days, kind) if isinstance(part, Finding))
    name, basis = line.text("name"), line.text("basis")
    return _Row(key, "code", Deadline(line.text("code"), name, days, kind, basis, scope))


def _day_off(line: Line) -> _Row[DayOff] | tuple[Finding, ...]:
    day = full_date(line, "day")
    is_worked = _choice(line, "kind", {False: (*OFF, ""), True: WORKED})
    if isinstance(day, Finding) or isinstance(is_worked, Finding):
        return tuple(part for part in (day, is_worked) if isinstance(part, Finding))
    name = line.text("name") or (WORKED if is_worked else OFF)[0]
    return _Row((day.isoformat(),), "day", DayOff(day, name, is_worked))


def _topic(line: Line) -> _Row[Code] | tuple[Finding, ...]:
    for key in ("code", "name"):
        if not line.text(key):
            return (line.finding(INCOMPLETE_TOPIC, key),)
    code = Code(line.text("code").upper(), line.text("name"), line.parts("synonyms"))
    return _Row((code.code,), "code", code)


def _changed_topics(theirs: Iterable[Code], day: date) -> tuple[Code, ...]:
    """The rows that do not just say what is shipped."""
    known = {(code.code, code.name) for code in codelists.load("topics", day)}
    return tuple(code for code in theirs if code.synonyms or (code.code, code.name) not in known)


def _unit(line: Line) -> _Row[str]:
    return _Row((fold(line.text("unit")),), "unit", line.text("unit"))


def _hamlet(line: Line) -> _Row[str]:
    return _Row((hamlets.key(line.text("hamlet")),), "hamlet", line.text("hamlet"))


def _own_first(
    theirs: Iterable[Assignment], ours: tuple[Assignment, ...]
) -> tuple[Assignment, ...]:
    """The assignments of staff, then the shipped ones."""
    known = {replace(row, unit_kind="", valid_from=ALWAYS[0], valid_to=ALWAYS[1]) for row in ours}
    return (*(row for row in theirs if row not in known), *ours)


def _overlaid(
    theirs: Mapping[tuple[str, ...], Deadline | None], ours: tuple[Deadline, ...]
) -> tuple[Deadline, ...]:
    """The deadlines of staff, then the shipped ones whose code staff say nothing else about."""
    known = {replace(row, valid_from=ALWAYS[0], valid_to=ALWAYS[1]) for row in ours}
    changed = {key: row for key, row in theirs.items() if row not in known}
    kept = (row for row in ours if (fold(row.code),) not in changed)
    return (*filter(None, changed.values()), *kept)


def _scope(line: Line, lists: Lists) -> Scope | Finding:
    """What a deadline applies to; nothing written is everything."""
    codes = []
    for part in line.parts("applies_to"):
        found = (lists[key].find(part) for key in SCOPE_LISTS)
        code = next(filter(None, found), None)
        if code is None and not _is_one_of(part, MEETING):
            return line.finding(UNKNOWN_SCOPE, "applies_to", {"value": part})
        codes.append(code or FOR_MEETING)
    return Scope.of(codes)


def _days(line: Line) -> int | Finding:
    text = line.text("days")
    if text.isdecimal() and 1 <= int(text) <= MOST_DAYS:
        return int(text)
    return line.finding(NO_WHOLE_NUMBER, "days", {"most": MOST_DAYS})


def _choice(line: Line, key: str, choices: Mapping[Thing, Sequence[str]]) -> Thing | Finding:
    """The choice whose words stand in a cell."""
    for choice, words in choices.items():
        if _is_one_of(line.text(key), words):
            return choice
    printed = [words[0] for words in choices.values()]
    return line.finding(
        UNKNOWN_CHOICE, key, {"allowed": ", ".join(printed), "example": printed[0]}
    )


def _is_one_of(text: str, words: Sequence[str]) -> bool:
    return fold(text) in {fold(word) for word in words}
