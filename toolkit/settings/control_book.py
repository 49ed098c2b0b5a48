"""Settings → a control workbook, to be filled in and put into the dossier."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from toolkit import codelists
from toolkit.calendar import DayKind, DayOff
from toolkit.model import (
    ChoicesBy,
    Look,
    Meeting,
    Question,
    ReportBook,
    ReportCell,
    ReportColumn,
    ReportSheet,
    ReportTable,
)
from toolkit.settings.declared import (
    SCOPE_LISTS,
    Assignment,
    Deadline,
    Scope,
    Settings,
    unit_kind,
    with_topics,
)
from toolkit.settings.layout import (
    ASSIGNMENTS,
    CALENDAR_DAYS,
    CONFIGURATION,
    DAYS_OFF,
    DEADLINES,
    HAMLETS,
    ITEMS,
    MEETING,
    MEMORY,
    OFF,
    TOPICS,
    UNITS,
    WORKED,
    WORKING_DAYS,
    Form,
)
from toolkit.settings.memory import memory_rows, offered

KIND = "control"
"""What the file is known by as our own."""

Row = tuple[ReportCell, ...]
Names = Mapping[str, str]

_PARTS = "; "
_HELP = ReportColumn(("Giải thích",), 50, printed=False)
_LOOKS = {
    "day": Look.DATE,
    "days": Look.INTEGER,
    "number": Look.CENTER,
    "asked_on": Look.CENTER,
}
_CHOICES = {
    (DEADLINES.name, "day_kind"): (WORKING_DAYS[0], CALENDAR_DAYS[0]),
    (DAYS_OFF.name, "kind"): (OFF[0], WORKED[0]),
}


def control_book(
    meeting: Meeting, settings: Settings, as_of: date, questions: Sequence[Question] = ()
) -> ReportBook:
    """A control workbook that says what the settings say, for a meeting, and asks the questions.

    Of the tables, the rows in force on the day of the meeting, or on `as_of`; of the units that
    answer for a topic, those of a commune or of a ward. Read back, it comes to the same.
    """
    day = meeting.held_on or as_of
    own = {code.code: "; ".join(code.synonyms) for code in settings.topics}
    codes = with_topics(codelists.load("topics", day), settings.topics)
    topics = {code.code: code.name for code in codes}
    scopes = {c.code: c.name for key in SCOPE_LISTS for c in codelists.load(key, day)} | topics
    sheets = (
        _sheet(CONFIGURATION, _configuration(meeting, settings), _HELP),
        _sheet(ASSIGNMENTS, _assignments(meeting, settings.assignments, topics, day)),
        _sheet(
            DEADLINES, [_deadline(d, scopes) for d in settings.deadlines if d.is_in_force(day)]
        ),
        _sheet(DAYS_OFF, _days_off(settings.days_off)),
        _sheet(TOPICS, [(code, name, own.get(code) or None) for code, name in topics.items()]),
        _sheet(UNITS, [(unit,) for unit in settings.units]),
        _sheet(HAMLETS, [(hamlet,) for hamlet in settings.hamlets]),
        memory_report(questions, as_of),
    )
    return ReportBook(KIND, "Bảng điều khiển", meeting, as_of, sheets)


def memory_report(questions: Sequence[Question], as_of: date) -> ReportSheet:
    """The sheet “Ghi nhớ” with these questions."""
    keys = [heading.key for heading in MEMORY.headings]
    rows = [tuple(map(row.get, keys)) for row in memory_rows(questions, as_of, after=0)]
    sheet = _sheet(MEMORY, rows)
    by_kind = ChoicesBy(keys.index("kind"), offered(as_of))
    columns = dict(zip(keys, sheet.tables[0].columns, strict=True))
    columns["decision"] = replace(columns["decision"], choices_by=by_kind)
    columns["key"] = replace(columns["key"], printed=False, locked=True)
    table = replace(sheet.tables[0], columns=tuple(columns.values()))
    return replace(sheet, tables=(table,), filtered=True)


def _sheet(form: Form, rows: Sequence[Row], *more: ReportColumn) -> ReportSheet:
    """One sheet; an empty table has an empty row, for a sentence there would be read as a row."""
    columns = (*(_column(form, heading.key) for heading in form.headings), *more)
    table = ReportTable(columns, rows or [(None,) * len(columns)])
    return ReportSheet(
        form.name, form.name.upper(), (table,), form.note, letterhead=False, signature=False
    )


def _column(form: Form, key: str) -> ReportColumn:
    heading = next(heading for heading in form.headings if heading.key == key)
    choices = _CHOICES.get((form.name, key), ())
    look = _LOOKS.get(key, Look.TEXT)
    return ReportColumn((heading.words[0],), heading.width, look, choices=choices)


def _configuration(meeting: Meeting, settings: Settings) -> list[Row]:
    values = {
        "unit_name": meeting.unit_name,
        "unit_code": meeting.unit_code,
        "parent": meeting.parent,
        "held_on": f"{meeting.held_on:%d/%m/%Y}" if meeting.held_on else "",
        "meeting_kind": settings.meeting_kind,
        "signer": settings.signer,
        "signer_title": settings.signer_title,
        "prepared_by": settings.prepared_by,
    }
    return [(item.words[0], values[item.key] or None, item.help) for item in ITEMS]


def _assignments(
    meeting: Meeting, assignments: Iterable[Assignment], topics: Names, day: date
) -> list[Row]:
    """The rows that count: of two about the same topic and hamlet the first."""
    kinds = {"", unit_kind(meeting)}
    counting: dict[tuple[str, str], Assignment] = {}
    for row in assignments:
        if row.is_in_force(day) and row.unit_kind in kinds and row.topic in topics:
            counting.setdefault((row.topic, row.hamlet), row)
    return [
        (
            topics[row.topic],
            row.lead_unit,
            _PARTS.join(row.support_units) or None,
            row.leader or None,
            row.assignee or None,
            row.hamlet or None,
        )
        for _, row in sorted(counting.items())
    ]


def _deadline(deadline: Deadline, names: Names) -> Row:
    kind = WORKING_DAYS if deadline.day_kind is DayKind.WORKING else CALENDAR_DAYS
    applies_to = _PARTS.join(_scope(deadline.scope, names))
    return (
        deadline.code,
        deadline.name,
        applies_to or None,
        deadline.days,
        kind[0],
        deadline.basis or None,
    )


def _scope(scope: Scope, names: Names) -> Iterable[str]:
    if scope.meeting:
        yield MEETING[0]
    for codes in (scope.kinds, scope.authorities, scope.topics):
        yield from (name for code, name in names.items() if code in codes)


def _days_off(days: Iterable[DayOff]) -> list[Row]:
    """One row a day; of two about the same day the later counts."""
    counting = {row.day: row for row in days}
    return [
        (day, (WORKED if row.is_worked else OFF)[0], row.name)
        for day, row in sorted(counting.items())
    ]
