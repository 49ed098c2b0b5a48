"""What a cell says to its reader, whatever program wrote it last.

A day may be a date, the number that stands for it or a text; 1 may be a number or a text; line
breaks differ from program to program. Two cells are compared by what a reader sees.
"""

import re
import unicodedata
from datetime import date, datetime, time, timedelta

from toolkit.layouts.follow_up import DATES
from toolkit.model import Raw, ReportCell
from toolkit.values.texts import fold

_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_BREAK = re.compile(r"_x000D_|\r\n|\r|\u2028")
_FIRST_DAY = date(1899, 12, 30)
_DAYS = range(20_000, 80_000)
"""Numbers that stand for the days of 1954 to 2119."""


def seen(raw: Raw | ReportCell, field: str = "") -> str:
    r"""What a cell of a field shows, the same after every program has saved it; "" if nothing.

    >>> seen(1.0), seen("1"), seen(date(2026, 11, 3)), seen(" 3/11/2026 "), seen(None)
    ('1', '1', '2026-11-03', '2026-11-03', '')
    >>> seen(46329, "due_date"), seen(46329, "days_overdue"), seen("Đường \r\ntổ 3")
    ('2026-11-03', '46329', 'Đường\ntổ 3')
    """
    match raw:
        case str():
            return _text(raw)
        case bool():
            return str(raw).upper()
        case int() | float():
            return _number(raw, field)
        case datetime() if raw.time() == time():
            return raw.date().isoformat()
        case date() | time():
            return raw.isoformat()
    return "" if raw is None else str(raw)


def alike(one: str, other: str) -> bool:
    """Whether two texts say the same but for case, accents of place, spaces and marks.

    >>> alike("Đang giải quyết", "đang  giải quyết."), alike("", "-")
    (True, False)
    """
    return one == other or (bool(fold(one)) and fold(one) == fold(other))


def _number(raw: float, field: str) -> str:
    if raw != int(raw):
        return repr(raw)
    if field in DATES and int(raw) in _DAYS:
        return (_FIRST_DAY + timedelta(days=int(raw))).isoformat()
    return str(int(raw))


def _text(raw: str) -> str:
    lines = _BREAK.sub("\n", unicodedata.normalize("NFC", raw)).split("\n")
    text = "\n".join(" ".join(line.split()) for line in lines).strip()
    if found := _DAY.fullmatch(text):
        day, month, year = map(int, found.groups())
        try:
            return date(year, month, day).isoformat()
        except ValueError:
            return text
    return text
