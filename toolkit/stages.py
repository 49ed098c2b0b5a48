"""The stages between reading and writing, on data alone: here it is decided what follows what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from toolkit import (
    following,
    summarize,
)
from toolkit.assign import assign
from toolkit.check import about_sheets, check_links
from toolkit.check import check as hold_against_rules
from toolkit.decisions import UNDECIDED, Decisions
from toolkit.detect import detect
from toolkit.detect.meeting import fill, find_meeting
from toolkit.following import Followed, Override, Settled
from toolkit.identity import (
    Changes,
    Numbering,
    Register,
    identify,
    merge_people,
    merge_petitions,
    unit_prefix,
)
from toolkit.link import Ids, link, near_names, same_people, same_petitions
from toolkit.model import (
    Cluster,
    Entry,
    Finding,
    Link,
    Meeting,
    Record,
    SourceFile,
    Table,
    Task,
    Workbook,
)
from toolkit.normalize import normalize, to_unicode
from toolkit.profiles import Profile
from toolkit.rules.declare import Context
from toolkit.settings import longest_answer

NO_NAMES: Mapping[str, Sequence[str]] = {}


@dataclass(frozen=True, slots=True)
class Across:
    """What shows only across tables and files: who and what is the same, what answers what."""

    people: tuple[Cluster, ...]
    petitions: tuple[Cluster, ...]
    links: tuple[Link, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Assembled:
    """One entry per person and petition, with ids, units and deadlines.

    `register` is the one to keep for the next run; `findings` are those that came up on the way;
    `settled` is what the follow-up table is to say.
    """

    attendees: tuple[Entry, ...]
    tasks: tuple[Task, ...]
    register: Register
    changes: Changes
    findings: tuple[Finding, ...]
    settled: Settled


@dataclass(frozen=True, slots=True)
class Typed:
    """What people typed in the follow-up table.

    `file` holds the rows that they added, and what is wrong in their cells; None if that is
    nothing at all.
    """

    table: Followed
    overrides: Mapping[str, Override]
    file: SourceFile | None


def recognise(
    workbook: Workbook, profile: Profile
) -> tuple[tuple[Table, ...], tuple[Finding, ...]]:
    """The tables of a workbook as they stand there, its texts in Unicode; and what is in doubt."""
    decoded = [to_unicode(workbook.name, sheet) for sheet in workbook.sheets]
    readable = replace(workbook, sheets=tuple(sheet for sheet, _ in decoded))
    tables, doubts = detect(readable, profile.layouts, profile.codelists, profile.decisions)
    columns = {(t.sheet.name, m.number) for t in tables for m in t.columns}
    told = chain.from_iterable(findings for _, findings in decoded)
    return tables, (
        *doubts,
        *(finding for finding in told if (finding.cell.sheet, finding.cell.column) in columns),
    )


def examine(
    tables: Sequence[Table], profile: Profile, overall: Meeting, as_of: date
) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    """The records of the tables of one file, and all that is wrong in them.

    What the tables do not say of the meeting is taken from `overall`.
    """
    own = fill(find_meeting(tables, profile.codelists["communes"]), overall)
    context = Context(
        as_of=as_of,
        meeting=own,
        calendar=profile.calendar,
        codelists=profile.codelists,
        longest=longest_answer(profile.deadlines, own.held_on or as_of),
    )
    records: list[Record] = []
    findings: list[Finding] = []
    for table in tables:
        made, unreadable = normalize(table, profile.codelists, profile.decisions)
        records += made
        findings += unreadable
        findings += hold_against_rules(table, made, profile.rules, context)
    return tuple(records), (*findings, *about_sheets(tables))


def across(
    records: Sequence[Record],
    decisions: Decisions = UNDECIDED,
    names: Mapping[str, Sequence[str]] = NO_NAMES,
    numbering: Numbering | None = None,
) -> Across:
    """Hold the records of all files against each other, as far as people have not decided.

    `names` are the official ones of hamlets and units, by field; `numbering` gives petitions the
    ids by which answers may call them, besides their own.
    """
    by_kind: dict[str, list[Record]] = {}
    for record in records:
        by_kind.setdefault(record.entity, []).append(record)
    petitions, responses = by_kind.get("petition", []), by_kind.get("response", [])
    people, about_people = same_people(by_kind.get("attendee", []), decisions)
    remembered = numbering.of_records(petitions) if numbering else {}
    clusters, about_petitions = same_petitions(petitions, decisions, remembered)
    ids = _ids(clusters, numbering) if numbering else Ids()
    links, about_links = link(petitions, responses, decisions, ids) if petitions else ((), ())
    findings = (
        *about_people,
        *about_petitions,
        *about_links,
        *check_links(links),
        *near_names(records, names, decisions),
    )
    return Across(people, clusters, links, findings)


def _ids(clusters: Sequence[Cluster], numbering: Numbering) -> Ids:
    """Under which ids the petitions will be shown, and by which of them answers may call them."""
    given = numbering.of_clusters(clusters)
    return Ids(given, numbering.telling(given.values()))


def numbering_of(known: Register, meeting: Meeting, as_of: date) -> Numbering:
    """By what the petitions of a meeting get their ids."""
    unit = unit_prefix(meeting.unit_code, meeting.unit_name)
    return Numbering(known, unit, meeting.year or as_of.year)


def assemble(
    found: Across,
    profile: Profile,
    meeting: Meeting,
    known: Register,
    as_of: date,
    typed: Typed | None = None,
    earlier: Sequence[SourceFile] = (),
) -> Assembled:
    """Make entries of what belongs together. `known` are the ids given in earlier runs.

    `typed` is what people typed in the follow-up table, `earlier` are files that tell what earlier
    meetings left open.
    """
    people, about_people = merge_people(found.people)
    petitions, about_petitions = merge_petitions(found.petitions, found.links)
    petitions = following.with_history(petitions, earlier)
    by = numbering_of(known, meeting, as_of)
    petitions, register, changes, about_ids = identify(petitions, known, by.unit, by.year)

    def assigning(entries: Sequence[Entry]) -> tuple[tuple[Task, ...], tuple[Finding, ...]]:
        return assign(
            entries, profile.assignments, profile.deadlines, profile.calendar, meeting, as_of
        )

    if typed is None:
        settled = Settled(*assigning(petitions))
    else:
        settled = following.settle(
            typed.table,
            typed.overrides,
            petitions,
            assigning,
            lambda task: summarize.followed(task, profile.codelists),
        )
    findings = (*about_people, *about_petitions, *about_ids, *settled.findings)
    return Assembled(people, settled.tasks, register, changes, findings, settled)
