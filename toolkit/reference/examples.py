"""The examples of notices: small sheets, taken through all stages, and shown as tables."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain

from toolkit import profiles, settings
from toolkit.assign import assign
from toolkit.check import check, check_links
from toolkit.detect import detect
from toolkit.detect.meeting import fill, find_meeting
from toolkit.identity import Register, identify, merge_people, merge_petitions
from toolkit.link import link, same_people, same_petitions
from toolkit.model import Finding, Meeting, Notice, Record, Table
from toolkit.normalize import normalize
from toolkit.profiles import Profile
from toolkit.rules.declare import Context
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
    records: list[Record] = []
    found: list[Finding] = []
    for book in workbooks(text):
        tables, doubts = detect(book, _profile().layouts, _profile().codelists)
        found += doubts
        for table in tables:
            made, said = _records(table, _context(tables))
            records += made
            found += said
    found += _across(records)
    return tuple(sorted(found, key=lambda finding: (finding.cell, finding.notice.code)))


@cache
def settings_findings(text: str) -> tuple[Finding, ...]:
    """All that is wrong in a control workbook written as text."""
    return settings.read(workbook(text), AS_OF)[1]


def example(notice: Notice) -> Finding | None:
    """What is told of the wrong example; None if that is prose, not a sheet."""
    if BLAMED not in notice.bad:
        return None
    read = settings_findings if notice in settings.NOTICES else findings
    return next((f for f in read(notice.bad) if f.notice.code == notice.code), None)


@cache
def _profile() -> Profile:
    return profiles.load(AS_OF)[0]


def _context(tables: Sequence[Table]) -> Context:
    profile = _profile()
    return Context(
        as_of=AS_OF,
        meeting=fill(find_meeting(tables, profile.codelists["communes"]), MEETING),
        calendar=profile.calendar,
        codelists=profile.codelists,
        longest=settings.longest_answer(profile.deadlines, AS_OF),
    )


def _records(table: Table, context: Context) -> tuple[Sequence[Record], list[Finding]]:
    records, unreadable = normalize(table, _profile().codelists)
    return records, [*unreadable, *check(table, records, _profile().rules, context)]


def _across(records: Sequence[Record]) -> Iterator[Finding]:
    """What shows only when tables are put together."""
    profile = _profile()
    petitions = [record for record in records if record.entity == "petition"]
    responses = [record for record in records if record.entity == "response"]
    people, about_people = same_people([r for r in records if r.entity == "attendee"])
    clusters, about_petitions = same_petitions(petitions)
    links, about_links = link(petitions, responses) if petitions else ((), ())
    _, about_merged = merge_people(people)
    entries, about_answers = merge_petitions(clusters, links)
    entries, _, _, about_ids = identify(entries, Register(), "KN", AS_OF.year)
    _, about_tasks = assign(
        entries, profile.assignments, profile.deadlines, profile.calendar, MEETING, AS_OF
    )
    yield from chain(about_people, about_petitions, about_links, about_merged)
    yield from chain(check_links(links), about_answers, about_ids, about_tasks)


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
