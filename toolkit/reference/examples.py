"""The examples of notices: small sheets, taken through all stages, and shown as tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from toolkit import api, intake, profiles, settings
from toolkit.identity import Register
from toolkit.model import Finding, Meeting, Notice, Record
from toolkit.profiles import Profile
from toolkit.testing import BLAMED, workbook, workbooks

MEETING = Meeting(held_on=date(2026, 10, 20), year=2026)
"""The meeting that all examples are about."""

AS_OF = date(2026, 11, 23)
"""The day that they are judged at."""

MARK = "►"
"""Before the cell that is blamed."""

_SHOWN = {"=?": "(…)", "^": "〃", "<": "«"}


@cache
def findings(text: str) -> tuple[Finding, ...]:
    """All that is found in sheets written as text (`toolkit.testing`), by place.

    >>> [(f.cell.a1, f.notice.code) for f in findings('''
    ... STT | Họ và tên  | Năm sinh | Chức vụ
    ... 1   | Lê Văn Mẫu | 2062     | Trưởng ấp
    ... ''')]
    [('C2', 'DAT-25')]
    """
    profile = _profile()
    records: list[Record] = []
    found: list[Finding] = []
    for book in workbooks(text):
        tables, doubts = intake.recognise(book, profile)
        made, said = intake.examine(tables, profile, MEETING, AS_OF)
        records += made
        found += (*doubts, *said)
    across = api.across(records)
    assembled = api.assemble(across, profile, MEETING, Register(), AS_OF)
    found += (*across.findings, *assembled.findings)
    return tuple(sorted(found, key=lambda finding: (finding.cell, finding.notice.code)))


@cache
def settings_findings(text: str) -> tuple[Finding, ...]:
    """All that is wrong in a control workbook written as text."""
    control = workbook(text)
    read, wrong = settings.read(control, AS_OF)
    return (*wrong, *settings.meeting_findings(control, read, AS_OF))


def example(notice: Notice) -> Finding | None:
    """What is told of the wrong example; None if that is prose, not a sheet."""
    if BLAMED not in notice.bad:
        return None
    read = settings_findings if notice in settings.NOTICES else findings
    return next((f for f in read(notice.bad) if f.notice.code == notice.code), None)


@cache
def _profile() -> Profile:
    return profiles.load(AS_OF)[0]


# ── As tables ───────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Shown:
    """A part of an example as it is shown: rows of a table, or lines of prose (one cell)."""

    rows: tuple[tuple[str, ...], ...]

    @property
    def is_table(self) -> bool:
        return max(map(len, self.rows)) > 1


def shown(text: str) -> Iterator[Shown]:
    r"""An example in parts: its tables, and between them names of files and sheets, or prose.

    >>> [part.rows for part in shown("STT | Họ tên\n1 | >>'An")]
    [(('STT', 'Họ tên'), ('1', '► An'))]
    """
    rows: list[tuple[str, ...]] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        cells = _cells(line)
        if rows and (len(cells) > 1) != (len(rows[-1]) > 1):
            yield Shown(tuple(rows))
            rows = []
        rows.append(cells)
    if rows:
        yield Shown(tuple(rows))


def _cells(line: str) -> tuple[str, ...]:
    if line.startswith(("== ", "# ")):
        return (f"«{line.lstrip('=# ')}»",)
    hidden, line = line.startswith("~"), line.removeprefix("~")
    first, *others = (_cell(part.strip()) for part in line.split("|"))
    return (f"(ẩn) {first}" if hidden else first, *others)


def _cell(text: str) -> str:
    mark = f"{MARK} " if text.startswith(BLAMED) else ""
    plain = text.removeprefix(BLAMED).strip().removeprefix("'")
    plain = re.sub(r"^(\d{4})-(\d\d)-(\d\d)$", r"\3/\2/\1", plain)
    return (mark + _SHOWN.get(plain, plain)).rstrip()
