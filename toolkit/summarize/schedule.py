"""What is due when, as a calendar that phones and mail programs read (iCalendar, RFC 5545)."""

from collections.abc import Iterator
from datetime import date, timedelta

from toolkit.model import Consolidation, Task
from toolkit.summarize import privacy

_LONGEST_LINE = 75
"""Octets; longer lines are folded."""
_SPECIAL = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def schedule(data: Consolidation) -> bytes:
    """One all-day event for the deadline of each petition that is still open, by day."""
    opened = [task for task in data.tasks if task.due_date and not task.due_state.is_done]
    ordered = sorted(opened, key=lambda task: (task.due_date or date.max, task.petition.id))
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//doithoai//Lich viec//VI",
        "CALSCALE:GREGORIAN",
        *(line for task in ordered for line in _event(task, data.as_of)),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode()


def _event(task: Task, as_of: date) -> Iterator[str]:
    due = task.due_date or as_of
    given = task.petition.id
    unit = task.lead_unit or "chưa có đơn vị chủ trì"
    yield "BEGIN:VEVENT"
    yield f"UID:{given.replace(' ', '-')}@doithoai"
    yield f"DTSTAMP:{as_of:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{due:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{due + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{f'Hạn {given}: {unit}'.translate(_SPECIAL)}"
    yield f"DESCRIPTION:{privacy.content(task.petition).translate(_SPECIAL)}"
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{f'Còn 3 ngày đến hạn {given}'.translate(_SPECIAL)}"
    yield "TRIGGER:-P3D"
    yield "END:VALARM"
    yield "END:VEVENT"


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 octets; those that follow begin with a space.

    >>> [len(piece.encode()) for piece in _folded("Đ" * 60)]
    [74, 47]
    """
    piece = ""
    for letter in line:
        if len((piece + letter).encode()) > _LONGEST_LINE:
            yield piece
            piece = " "
        piece += letter
    yield piece
