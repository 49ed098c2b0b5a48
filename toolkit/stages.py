"""The stages between reading and writing: here it is decided what follows what.

`across` and `assemble` work on data alone; `put_together` also looks at the follow-up table.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from toolkit import following, intake, summarize
from toolkit.assign import assign
from toolkit.check import check_links
from toolkit.decisions import UNDECIDED, Decisions
from toolkit.dossier import Dossier
from toolkit.errors import ToolkitError
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
from toolkit.living.planning import Plan, plan, together
from toolkit.model import (
    Cluster,
    Consolidation,
    Entry,
    FileStatus,
    Finding,
    Link,
    Meeting,
    Record,
    SourceFile,
    Task,
)
from toolkit.profiles import Profile
from toolkit.reading import Reading, records_of, with_findings, with_status

REGISTER = "register"
"""Under which name the ids that were given are kept."""
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


def across_all(records: Sequence[Record], read: Reading, known: Register, as_of: date) -> Across:
    """Hold the records of a run against each other; `known` are the ids of earlier runs."""
    profile, numbering = read.profile, numbering_of(known, read.meeting, as_of)
    return across(records, profile.decisions, profile.names, numbering)


def discreet(files: Iterable[SourceFile], found: Across) -> tuple[SourceFile, ...]:
    """The files, whose findings quote nothing of complaints and denunciations."""
    known = tuple(files)
    hidden = summarize.withheld(records_of(known), found.petitions, found.links)
    return tuple(
        replace(file, findings=summarize.discreet(file.findings, hidden)) for file in known
    )


@dataclass(frozen=True, slots=True)
class Whole:
    """All that is known after reading, and what the follow-up table is to become.

    `obstacle` says why the follow-up table cannot be used; `plan` is None then, and where there
    is no table yet.
    """

    data: Consolidation
    made: Assembled
    typed: Typed | None = None
    plan: Plan | None = None
    obstacle: ToolkitError | None = None


def put_together(read: Reading, place: Dossier, as_of: date) -> Whole:
    """Hold all that was read, and what people typed in the follow-up table, together."""
    known = Register.from_json(place.recall(REGISTER))
    table = following.read(place, read.profile, known)
    if isinstance(table, Followed):
        table = following.with_slips(table, following.read_slips(read.slips, read.profile))
    typed = _typed(table, read, as_of) if isinstance(table, Followed) else None
    sources = (*read.files, *([typed.file] if typed and typed.file else []))
    if typed:
        known = following.known_ids(typed.table.base, known)
    found = across_all(records_of(sources), read, known, as_of)
    made = assemble(found, read.profile, read.meeting, known, as_of, typed, read.earlier)
    files = discreet(with_findings(sources, (*found.findings, *made.findings)), found)
    linked = {id(one.response) for one in found.links}
    every = records_of(files)
    data = Consolidation(
        meeting=read.meeting,
        as_of=as_of,
        files=files,
        attendees=made.attendees,
        tasks=made.tasks,
        unlinked=tuple(r for r in every if r.entity == "response" and id(r) not in linked),
        surveys=tuple(record for record in every if record.entity == "survey"),
        findings=tuple(chain.from_iterable(file.findings for file in files)),
    )
    obstacle = table if isinstance(table, ToolkitError) else None
    return Whole(data, made, typed, _plan(typed, made.settled), obstacle)


def _typed(table: Followed, read: Reading, as_of: date) -> Typed:
    """What people typed in the follow-up table, read as any other table is."""
    records, findings = intake.examine(table.tables, read.profile, read.meeting, as_of)
    tables, own = following.own_records(table, records)
    cells = table.typed_cells()
    wrong = (f for f in findings if (f.cell.sheet, f.cell.row, f.cell.column) in cells)
    told = (*wrong, *following.unknown_columns(table))
    book = table.workbook
    file = SourceFile(
        book.name,
        book.sha256,
        len(table.content),
        FileStatus.OK,
        tables=tables,
        records=own,
        findings=told,
    )
    return Typed(
        table,
        following.overrides(table, records),
        with_status(file) if own or told else None,
    )


def _plan(typed: Typed | None, settled: Settled) -> Plan | None:
    if typed is None:
        return None
    table = typed.table
    made = plan(table.living, table.current, settled.news, table.choices, settled.adopted)
    return together(table.received.plan, made) if table.received else made
