"""What sources and people say of each petition together, and what is to be done about it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from toolkit.following.notices import EXTENDED_WITHOUT_REASON, ROW_REPEATED
from toolkit.following.table import Followed, Override, with_override
from toolkit.layouts.follow_up import COUNTED
from toolkit.living.base import FIELDS, TYPED
from toolkit.living.planning import News
from toolkit.living.reading import Row
from toolkit.living.seen import seen
from toolkit.model import Entry, Finding, ReportCell, Task
from toolkit.values.likeness import identifier
from toolkit.values.texts import fold

NO_REASON = "chưa ghi lý do"
NOT_OF_DUTY = tuple(
    key
    for key in FIELDS
    if key not in {"lead_unit", "support_units", "leader", "assignee", "due_date"}
)
"""The fields from which the others are proposed."""


@dataclass(frozen=True, slots=True)
class Settled:
    """The petitions as sources and people tell them together.

    `tasks` are what is to be done from now on, `news` what the sources say of each petition,
    `adopted` the ids of rows that people typed, by sheet and row.
    """

    tasks: tuple[Task, ...]
    findings: tuple[Finding, ...]
    news: tuple[News, ...] = ()
    adopted: Mapping[tuple[str, int], str] = field(default_factory=dict)


Assigning = Callable[[Sequence[Entry]], tuple[tuple[Task, ...], tuple[Finding, ...]]]


def settle(
    followed: Followed,
    typed: Mapping[str, Override],
    petitions: Sequence[Entry],
    assigning: Assigning,
    shown: Callable[[Task], Mapping[str, ReportCell]],
) -> Settled:
    """Hold what the sources say of petitions together with what people typed in the table.

    `assigning` gives petitions their tasks, `shown` the cells of a task's row.
    """
    overrides = [typed.get(identifier(entry.id)) for entry in petitions]
    pairs = tuple(zip(petitions, overrides, strict=True))
    proposed, _ = assigning([with_override(*pair, NOT_OF_DUTY) for pair in pairs])
    told = tuple(
        with_override(entry, _news_only(override, task))
        for (entry, override), task in zip(pairs, proposed, strict=True)
    )
    tasks, findings = assigning(told)
    tasks, findings = _with_old_deadlines(followed, told, tasks, findings, assigning)
    rows = {identifier(row.known): row for row in followed.living.rows if row.known}
    extended = [_with_extension(followed, rows, task) for task in tasks]
    tasks = tuple(task for task, _ in extended)
    news = tuple(
        _news(entry, shown(replace(before, petition=entry)), task, shown(task))
        for entry, before, task in zip(petitions, proposed, tasks, strict=True)
    )
    adopted, twice = _adopted(followed, petitions)
    about = (finding for _, finding in extended if finding)
    return Settled(tasks, (*findings, *about, *twice), news, adopted)


def _news_only(override: Override | None, task: Task) -> Override | None:
    """What people typed, but for a deadline that is the one that is reckoned anyway."""
    if override is None or override.values.get("due_date") != task.due_date:
        return override
    values = {key: value for key, value in override.values.items() if key != "due_date"}
    return Override(values, override.places)


def _news(
    entry: Entry, own: Mapping[str, ReportCell], task: Task, now: Mapping[str, ReportCell]
) -> News:
    """What the sources say, and what follows from it together with what people typed."""
    cells = {key: now[key] if key in COUNTED else cell for key, cell in own.items()}
    return News(entry.id, cells, entry.places, task.due_state.is_done)


def _with_old_deadlines(
    followed: Followed,
    entries: Sequence[Entry],
    tasks: tuple[Task, ...],
    findings: tuple[Finding, ...],
    assigning: Assigning,
) -> tuple[tuple[Task, ...], tuple[Finding, ...]]:
    """Let petitions that are finished keep the deadline that they were finished under."""
    kept = [followed.base.get(task.petition.id) for task in tasks]
    old = [
        _day(one.values.get("due_date", ""))
        if one and task.due_state.is_done and "due_date" in task.proposed
        else None
        for one, task in zip(kept, tasks, strict=True)
    ]
    if not any(day and day != task.due_date for day, task in zip(old, tasks, strict=True)):
        return tasks, findings
    frozen = [
        replace(entry, values={**entry.values, "due_date": day}) if day else entry
        for entry, day in zip(entries, old, strict=True)
    ]
    again, findings = assigning(frozen)
    return tuple(
        replace(new, petition=task.petition, basis=one.values["due_basis"]) if day and one else new
        for new, task, one, day in zip(again, tasks, kept, old, strict=True)
    ), findings


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _with_extension(
    followed: Followed, rows: Mapping[str, Row], task: Task
) -> tuple[Task, Finding | None]:
    """A task whose deadline people put off says so, with the first day and the reason."""
    row = rows.get(identifier(task.petition.id))
    kept = followed.base.get(task.petition.id)
    if row is None or kept is None or kept.origin == TYPED:
        return task, None
    first = _day(kept.first_due or kept.values.get("due_date", ""))
    due = _day(row.cells.get("due_date", ""))
    if first is None or due is None or due <= first or due != task.due_date:
        return task, None
    reason = _reason(followed, row)
    basis = f"gia hạn đến {due:%d/%m/%Y}, hạn đầu {first:%d/%m/%Y}; {reason or NO_REASON}"
    finding = Finding(
        EXTENDED_WITHOUT_REASON,
        followed.living.cell(row, "due_date"),
        {"due": f"{due:%d/%m/%Y}", "first": f"{first:%d/%m/%Y}"},
        field="due_date",
        value=f"{due:%d/%m/%Y}",
    )
    return replace(task, basis=basis), None if reason else finding


def _reason(followed: Followed, row: Row) -> str:
    """Why a deadline was put off: in a column for reasons, else in the notes."""
    table = next(t for t in followed.tables if t.sheet.name == row.sheet)
    headers = (*((m.number, m.header) for m in table.columns), *table.unmapped)
    for column, header in headers:
        text = seen(table.sheet.at(row.number, column))
        if text and fold(header).startswith("ly do"):
            return text
    note = row.cells.get("note", "")
    return note if any(word in fold(note) for word in ("gia han", "ly do")) else ""


def _adopted(
    followed: Followed, petitions: Sequence[Entry]
) -> tuple[Mapping[tuple[str, int], str], tuple[Finding, ...]]:
    """The ids of the rows that people typed; rows that only repeat another get none."""
    rows = {(row.sheet, row.number): row for row in followed.living.rows}
    taken = {identifier(row.known): row for row in rows.values() if row.known}
    adopted: dict[tuple[str, int], str] = {}
    twice: list[Finding] = []
    for entry in petitions:
        for record in entry.sources:
            place = record.table.sheet.name, record.row
            row = rows.get(place) if record.table.workbook == followed.workbook.name else None
            if row is None or row.known:
                continue
            if first := taken.get(identifier(entry.id)):
                twice.append(_repeats(followed, row, first, entry.id))
            else:
                adopted[place] = entry.id
                taken[identifier(entry.id)] = row
    return adopted, tuple(twice)


def _repeats(followed: Followed, row: Row, first: Row, given: str) -> Finding:
    cell, other = (followed.living.cell(each, "content") for each in (row, first))
    params = {"id": given, "other": other.a1}
    return Finding(ROW_REPEATED, cell, params, "content", row.cells.get("content"), (other,))
