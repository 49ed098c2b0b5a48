"""The meeting's own legal clock: when it had to be announced, and its results published.

How many days that is, and by which law, stands in the table of deadlines (R2 and R3), which staff
can edit.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from toolkit.calendar import Calendar
from toolkit.model import Finding, Notice, Workbook
from toolkit.settings.configuration import configuration_lines
from toolkit.settings.declared import Deadline, Settings
from toolkit.settings.notices import (
    ANNOUNCED_LATE,
    NOT_ANNOUNCED,
    NOT_PUBLISHED,
    PUBLISHED_LATE,
)
from toolkit.settings.sheets import Line, full_date

ANNOUNCE, PUBLISH = "R2", "R3"
"""The codes of the two deadlines."""


def meeting_findings(
    control: Workbook | None, settings: Settings, as_of: date
) -> tuple[Finding, ...]:
    """Where the clock was missed, at the cells of the control workbook that tell the days."""
    held_on = settings.meeting.held_on
    if control is None or held_on is None:
        return ()
    lines = configuration_lines(control)
    by_code = {row.code: row for row in settings.deadlines if row.is_in_force(held_on)}
    announce, publish = by_code.get(ANNOUNCE), by_code.get(PUBLISH)
    found: list[Finding] = []
    if announce:
        last = held_on - timedelta(days=announce.days)
        found += _held(lines, "announced_on", announce, last, as_of)
    if publish:
        calendar = Calendar.with_days(settings.days_off)
        last = calendar.end_of_period(held_on, publish.days, publish.day_kind)
        found += _held(lines, "published_on", publish, last, as_of)
    return tuple(found)


_NOTICES: dict[str, tuple[Notice, Notice]] = {
    "announced_on": (ANNOUNCED_LATE, NOT_ANNOUNCED),
    "published_on": (PUBLISHED_LATE, NOT_PUBLISHED),
}
"""What is told of a day that was late, and of one that is not known."""


def _held(
    lines: dict[str, Line], key: str, deadline: Deadline, last: date, as_of: date
) -> Iterator[Finding]:
    """A day held against the last one that the law allows."""
    late, missing = _NOTICES[key]
    params = {
        "days": deadline.days,
        "basis": deadline.basis or deadline.name,
        "last": f"{last:%d/%m/%Y}",
    }
    if key in lines:
        day = full_date(lines[key], "value")
        if isinstance(day, Finding):
            yield day
        elif day > last:
            yield lines[key].finding(late, "value", {**params, "day": f"{day:%d/%m/%Y}"})
    elif as_of > last and "held_on" in lines:
        yield lines["held_on"].finding(missing, "value", params)
