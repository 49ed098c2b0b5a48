"""Who is to do what until when, and how each petition stands to its deadline.

**Who.** What people typed stays. Else the table of assignments says who answers for the topic, as
it was in force on the day of the meeting. A petition about the attitude of officials goes to the
leader who answers for such matters, never to the unit complained about. Complaints and
denunciations are not assigned: they have laws of their own. For what looks like one no unit is
proposed, until a person has decided.

**Until when.** A deadline that people typed counts as it stands. Else it is counted from the day
of receipt, or from the meeting, by the most precise deadline that covers the petition.

**How it stands.** Answered is not resolved: that is told by the outcome alone. The deadline asks
something else, namely whether somebody still has to act. So a petition is *finished* when

- its outcome says that nothing more will come (resolved, explained, rejected, answered by others);
- or its outcome is blank, and its status says passed on, closed or set aside, or it has a day of
  completion;
- or its outcome is blank, and it is answered, by its status or without one, unless the answer
  only promises something, or stands in a table with columns for the outcome or the status that
  this row leaves blank: nothing tells then that it is finished.

With the outcome resolved in part, planned or not resolved the work goes on, whatever the status.
What each code says of this stands in its code list (`toolkit.codelists.meanings`). Only what has
a deadline is finished in time or late, by the day of completion, of the answer, of its document,
or the one that the answer names. Without any of them it was in time only if the deadline is still
to come.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from toolkit import codelists
from toolkit.calendar import Calendar
from toolkit.codelists.meanings import Need, Work
from toolkit.model import (
    Cell,
    DueState,
    Entry,
    Finding,
    Meeting,
    Notice,
    PartialDate,
    Severity,
    Task,
    Value,
)
from toolkit.rules.declare import as_text
from toolkit.rules.promises import day_of_deed, is_promise
from toolkit.settings import Assignment, Deadline, unit_kind
from toolkit.values import hamlets
from toolkit.values.texts import fold

SOON = 3
"""How many working days before its deadline a task is “soon due”."""

USUAL_KIND = "KN"
"""What a petition is taken for if its kind is blank: the meeting is held for these."""

ATTITUDE = "attitude"
"""The words that hint at petitions about officials, who must not handle these themselves."""

LAST_MONTH = 12

OWN_UNIT = Notice(
    "ASG-10",
    Severity.WARNING,
    vi="Phản ánh về thái độ này đang giao cho “{lead_unit}”; nếu đây là nơi bị phản ánh thì không "
    "nên tự xử lý.",
    en="This is about the attitude of officials and is given to “{lead_unit}”; the unit "
    "complained about must not handle it.",
    fix_vi="Đề nghị giao lãnh đạo chỉ đạo kiểm tra, ví dụ {leader}.",
    fix_en="Have a leader look into it, e.g. {leader}.",
    why="Nobody can judge impartially what was said of himself.",
    good="""
        STT | Nội dung kiến nghị                    | Loại ý kiến       | Đơn vị chủ trì
        1   | Cán bộ một cửa gắt gỏng với người dân | Phản ánh thái độ  | Chủ tịch UBND xã
    """,
    bad="""
        STT | Nội dung kiến nghị                    | Loại ý kiến       | Đơn vị chủ trì
        1   | Cán bộ một cửa gắt gỏng với người dân | Phản ánh thái độ  | >>Bộ phận Một cửa
    """,
)
NO_FIRST_DAY = Notice(
    "DEA-11",
    Severity.WARNING,
    vi="Có {count} kiến nghị chưa ghi đủ ngày, tháng, năm tiếp nhận, cũng chưa rõ ngày hội nghị, "
    "nên chưa tính được thời hạn.",
    en="{count} petitions here have no full day of receipt and the day of the meeting is unknown, "
    "so no deadline can be reckoned.",
    fix_vi="Đề nghị ghi ngày tiếp nhận, hoặc ghi ngày hội nghị ở tiêu đề bảng, ví dụ: Hội nghị "
    "đối thoại ngày 20/10/2026.",
    fix_en="Give the day of receipt, or the day of the meeting in the title of the table.",
    why="A deadline is counted from the day of receipt or, without one, from the meeting.",
    good="A table with a column “Ngày tiếp nhận”, or under a title with the day of the meeting.",
    bad="Petitions without a day of receipt, and no file that names the day of the meeting.",
)
NOBODY = Notice(
    "ASG-17",
    Severity.WARNING,
    vi="Tệp này có {count} kiến nghị chưa có lĩnh vực và đơn vị chủ trì, nên chưa biết ai giải "
    "quyết.",
    en="In this file {count} petitions have neither a topic nor a lead unit, so nobody knows who "
    "is to act.",
    fix_vi="Đề nghị ghi cột Lĩnh vực cho từng dòng (chưa có thì thêm cột), ví dụ Giao thông; công "
    "cụ sẽ đề xuất đơn vị chủ trì theo lĩnh vực.",
    fix_en="Fill in the column for the topic (add it if there is none), e.g. Giao thông; a lead "
    "unit is proposed by the topic.",
    why="A petition without a lead unit lies on nobody's desk, and no figure by topic has it.",
    good="A list with a column “Lĩnh vực” or “Đơn vị chủ trì” that is filled in.",
    bad="A list of petitions without a topic and without a lead unit.",
)
NOTICES = (OWN_UNIT, NO_FIRST_DAY, NOBODY)


@dataclass(frozen=True, slots=True)
class _Desk:
    """What is the same for all petitions of a meeting.

    `assignments` are those in force, by topic; `soon` is the last day that is near.
    """

    assignments: Mapping[str, tuple[Assignment, ...]]
    deadlines: tuple[Deadline, ...]
    calendar: Calendar
    meeting: Meeting
    as_of: date
    soon: date


@dataclass(frozen=True, slots=True)
class _Duty:
    """Who is to act; `proposed` are the parts that nobody typed."""

    lead_unit: str
    support_units: tuple[str, ...]
    leader: str
    assignee: str
    proposed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Due:
    """Until when, and why then. `lacks_start` is set where only a first day is missing."""

    day: date | None
    basis: str
    is_proposed: bool = False
    lacks_start: bool = False


@dataclass(frozen=True, slots=True)
class _Standing:
    """How a petition stands to its deadline; `note` is to be said beside its basis."""

    state: DueState
    days_overdue: int | None = None
    note: str = ""


def assign(
    petitions: Sequence[Entry],
    assignments: Iterable[Assignment],
    deadlines: Iterable[Deadline],
    calendar: Calendar,
    meeting: Meeting,
    as_of: date,
) -> tuple[tuple[Task, ...], tuple[Finding, ...]]:
    """One task for each petition, in their order, and where a person should look.

    Days overdue are calendar days after the deadline, up to the day it was finished, or `as_of`.
    """
    rows = _in_force(assignments, meeting, as_of)
    soon = calendar.add_working_days(as_of, SOON)
    desk = _Desk(rows, tuple(deadlines), calendar, meeting, as_of, soon)
    tasks: list[Task] = []
    findings: list[Finding] = []
    undated: list[Entry] = []
    nobodys: list[Entry] = []
    for petition in petitions:
        due = _due(petition, desk)
        task = _task(petition, _duty(petition, desk), due, desk)
        tasks.append(task)
        nobodys.extend([petition] if _is_nobodys(task) else [])
        findings.extend(_given_to_own_unit(petition, desk))
        undated.extend([petition] if due.lacks_start else [])
    return tuple(tasks), (*findings, *_without_first_day(undated), *_without_unit(nobodys))


def _in_force(
    assignments: Iterable[Assignment], meeting: Meeting, as_of: date
) -> dict[str, tuple[Assignment, ...]]:
    """The assignments that held on the day of the meeting for a unit of its kind, by topic."""
    day, kinds = _day_of(meeting, as_of), {"", unit_kind(meeting)}
    rows: dict[str, tuple[Assignment, ...]] = {}
    for row in assignments:
        if row.is_in_force(day) and row.unit_kind in kinds:
            rows[row.topic] = (*rows.get(row.topic, ()), row)
    return rows


def _day_of(meeting: Meeting, as_of: date) -> date:
    """The day of the meeting; the end of its year, or `as_of`, if that is all that is known."""
    if meeting.held_on:
        return meeting.held_on
    return min(as_of, date(meeting.year, LAST_MONTH, 31)) if meeting.year else as_of


def _task(petition: Entry, duty: _Duty, due: _Due, desk: _Desk) -> Task:
    standing = _standing(petition, due.day, desk)
    return Task(
        petition=petition,
        lead_unit=duty.lead_unit,
        support_units=duty.support_units,
        leader=duty.leader,
        assignee=duty.assignee,
        due_date=due.day,
        basis=f"{due.basis}; {standing.note}" if standing.note else due.basis,
        due_state=standing.state,
        days_overdue=standing.days_overdue,
        proposed=duty.proposed | ({"due_date"} if due.is_proposed else set()),
    )


# ── Who ─────────────────────────────────────────────────────────────────────────────────────


def _duty(petition: Entry, desk: _Desk) -> _Duty:
    """Who is to act: as typed, completed from the table unless people chose another unit."""
    support = petition["support_units"]
    typed = _Duty(
        petition.text("lead_unit"),
        support if isinstance(support, tuple) else (),
        petition.text("leader"),
        petition.text("assignee"),
    )
    row = _row(petition, desk)
    if row is None or fold(typed.lead_unit) not in {"", fold(row.lead_unit)}:
        return typed
    parts = {
        "lead_unit": (typed.lead_unit, row.lead_unit),
        "support_units": (typed.support_units, row.support_units),
        "leader": (typed.leader, row.leader),
        "assignee": (typed.assignee, row.assignee),
    }
    return _Duty(
        typed.lead_unit or row.lead_unit,
        typed.support_units or row.support_units,
        typed.leader or row.leader,
        typed.assignee or row.assignee,
        frozenset(name for name, (own, ours) in parts.items() if ours and not own),
    )


def _row(petition: Entry, desk: _Desk) -> Assignment | None:
    """The row that a petition falls under: the one for its hamlet, if there is such a row."""
    if _is_aside(petition) or petition.suspected:
        return None
    here = hamlets.key(petition.text("hamlet"))
    rows = desk.assignments.get(_topic(petition), ())
    fitting = [row for row in rows if not row.hamlet or here == hamlets.key(row.hamlet)]
    return min(fitting, key=lambda row: not row.hamlet, default=None)


def _kind(petition: Entry) -> str:
    return petition.text("kind") or USUAL_KIND


def _is_aside(petition: Entry) -> bool:
    """Whether other laws and registers apply (NĐ 20/2008/NĐ-CP, Điều 1)."""
    return codelists.kinds()[_kind(petition)].aside


def _topic(petition: Entry) -> str:
    return _topic_of_kind(petition) or petition.text("topic")


def _topic_of_kind(petition: Entry) -> str:
    """The topic that a petition falls under for its kind, whatever it is about; or nothing."""
    return codelists.kinds()[_kind(petition)].topic


# ── Until when ──────────────────────────────────────────────────────────────────────────────


def _due(petition: Entry, desk: _Desk) -> _Due:
    if typed := _last_day(petition["due_date"]):
        return _Due(typed, "theo thời hạn đã ghi")
    if _is_aside(petition):
        return _Due(None, _other_law(_kind(petition), desk))
    received = petition["received_on"]
    event, start = "nhận", received if isinstance(received, date) else None
    if start is None:
        event, start = "hội nghị", desk.meeting.held_on
    if start is None:
        return _Due(None, _no_start(received), lacks_start=True)
    rule = _rule(petition, start, desk)
    if rule is None:
        return _Due(None, "chưa có thời hạn cho loại ý kiến này")
    day = desk.calendar.end_of_period(start, rule.days, rule.day_kind)
    why = desk.calendar.explain(start, rule.days, rule.day_kind, event)
    return _Due(day, f"{why}, theo {rule.basis or rule.name or rule.code}", is_proposed=True)


def _no_start(received: Value) -> str:
    """Why no period can be counted; a month is not the day that it begins with.

    >>> _no_start(PartialDate(2026, 10))
    'mới ghi tháng 10/2026, chưa ghi ngày tiếp nhận nên chưa tính được hạn'
    """
    if not isinstance(received, PartialDate):
        return "chưa có ngày tiếp nhận nên chưa tính được hạn"
    unit = "tháng" if received.month else "năm"
    told = f"{unit} {as_text(received)}"
    return f"mới ghi {told}, chưa ghi ngày tiếp nhận nên chưa tính được hạn"


def _other_law(kind: str, desk: _Desk) -> str:
    """By which law a complaint or a denunciation is handled."""
    laws = (rule.basis for rule in desk.deadlines if kind in rule.scope.kinds and rule.basis)
    return f"không giải quyết theo bảng này, thực hiện theo {next(laws, 'luật riêng')}"


def _rule(petition: Entry, start: date, desk: _Desk) -> Deadline | None:
    """The deadline that covers a petition; the most precise one, of several the first."""
    what = _kind(petition), petition.text("authority"), _topic(petition)
    rules = (r for r in desk.deadlines if r.is_in_force(start) and r.scope.covers(*what))
    return max(rules, key=lambda rule: rule.scope.precision, default=None)


# ── How it stands ───────────────────────────────────────────────────────────────────────────


def _standing(petition: Entry, due: date | None, desk: _Desk) -> _Standing:
    is_finished = _is_finished(petition, desk.as_of)
    if due is None:
        is_counted = is_finished and not _is_aside(petition)
        return _Standing(DueState.DONE_WITHOUT_DEADLINE if is_counted else DueState.NO_DEADLINE)
    if is_finished:
        return _finished(petition, due, desk.as_of)
    if desk.as_of > due:
        return _Standing(DueState.OVERDUE, (desk.as_of - due).days)
    return _Standing(DueState.SOON if due <= desk.soon else DueState.IN_TIME)


def _finished(petition: Entry, due: date, as_of: date) -> _Standing:
    """In time or late; once the deadline is past, nobody can say which without a day."""
    days = (petition[field] for field in ("completed_on", "answered_on", "document_date"))
    day = next(filter(None, map(_first_day, days)), None)
    told = None if day else _day_told(petition, as_of)
    note = f"theo câu trả lời thì xong ngày {told:%d/%m/%Y}" if told else ""
    if finished := day or told:
        if finished > due:
            return _Standing(DueState.DONE_LATE, (finished - due).days, note)
        return _Standing(DueState.DONE_IN_TIME, note=note)
    if as_of > due:
        return _Standing(DueState.DONE_UNDATED, note="chưa ghi ngày hoàn thành")
    return _Standing(DueState.DONE_IN_TIME)


def _day_told(petition: Entry, as_of: date) -> date | None:
    """The day on which something was done, in the words of the answer.

    A day before the petition came in is that of something else, such as a plan or a decree.
    """
    received = _first_day(petition["received_on"])
    day = day_of_deed(petition.text("response_text"), as_of)
    return day if day and (received is None or day >= received) else None


def _is_finished(petition: Entry, as_of: date) -> bool:
    """Whether nobody has to act any more (see the top of this module)."""
    status = codelists.statuses().get(petition.text("status"))
    outcome = codelists.outcomes().get(petition.text("outcome"))
    if status and status.work is Work.ASIDE:
        return True
    if outcome:
        return outcome.work is Work.OVER
    completed = _first_day(petition["completed_on"])
    if completed and completed <= as_of:
        return True
    if status and not (status.answered and status.needs is Need.NOTHING):
        return status.work is Work.OVER
    answer = petition.text("response_text")
    told = status or ((answer or petition.text("document_no")) and not _left_open(petition))
    return bool(told) and not is_promise(answer)


def _left_open(petition: Entry) -> bool:
    """Whether the row of the answer has columns for how it stands, and says nothing there."""
    answers = (
        record.table
        for record in petition.sources
        if record["response_text"] or record["document_no"]
    )
    return any(table.has("outcome") or table.has("status") for table in answers)


def _first_day(value: Value) -> date | None:
    """The day itself, or the first day of a month or year; None for what is no date.

    >>> _first_day(PartialDate(2026, 11)), _first_day("sớm")
    (datetime.date(2026, 11, 1), None)
    """
    if isinstance(value, PartialDate):
        return date(value.year, value.month or 1, 1)
    return value if isinstance(value, date) else None


def _last_day(value: Value) -> date | None:
    """The day itself, or the last day of a month or year; None for what is no date.

    A period named by its month ends with the month (Bộ luật Dân sự 2015, Điều 148).

    >>> _last_day(PartialDate(2026, 11)), _last_day(PartialDate(2026))
    (datetime.date(2026, 11, 30), datetime.date(2026, 12, 31))
    """
    if isinstance(value, PartialDate):
        month = value.month or LAST_MONTH
        return date(value.year, month, monthrange(value.year, month)[1])
    return value if isinstance(value, date) else None


# ── Where a person should look ──────────────────────────────────────────────────────────────


def _given_to_own_unit(petition: Entry, desk: _Desk) -> Iterator[Finding]:
    """A petition about attitude that people gave to another than the leader."""
    row, typed = _row(petition, desk), petition.text("lead_unit")
    is_about_attitude = codelists.kinds()[_kind(petition)].words == ATTITUDE
    if is_about_attitude and row and fold(typed) not in {"", fold(row.lead_unit)}:
        params = {"lead_unit": typed, "leader": row.lead_unit}
        cell = _cell(petition, "lead_unit")
        yield Finding(OWN_UNIT, cell, params, field="lead_unit", value=typed)


def _without_first_day(petitions: Sequence[Entry]) -> Iterator[Finding]:
    """One finding for each sheet: what is missing there is one thing, its column or its title."""
    sheets: dict[tuple[str, str], list[Cell]] = {}
    for petition in petitions:
        cell = _cell(petition, "received_on")
        sheets.setdefault((cell.workbook, cell.sheet), []).append(cell)
    for first, *others in sheets.values():
        params = {"count": 1 + len(others)}
        yield Finding(NO_FIRST_DAY, first, params, field="received_on", related=tuple(others))


def _is_nobodys(task: Task) -> bool:
    """Whether nothing tells who is to act, and no rule of the table has said so (ASG-01)."""
    petition = task.petition
    if task.lead_unit or petition["topic"] or _is_aside(petition) or petition.suspected:
        return False
    return not any(record.table.has("lead_unit") for record in petition.sources)


def _without_unit(petitions: Sequence[Entry]) -> Iterator[Finding]:
    """One finding for each file: what is missing there is one thing, mostly a column."""
    files: dict[str, list[Cell]] = {}
    for petition in petitions:
        cell = _cell(petition, "topic" if petition.sources[0].table.has("topic") else "content")
        files.setdefault(cell.workbook, []).append(cell)
    for first, *others in files.values():
        params = {"count": 1 + len(others)}
        yield Finding(NOBODY, first, params, field="topic", related=tuple(others))


def _cell(petition: Entry, field: str) -> Cell:
    """Where a field stands; where it would stand in the first source if it is blank."""
    return petition.places.get(field) or petition.sources[0].cell(field)
