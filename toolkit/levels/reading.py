"""A package → what its units sent: finished workbooks as they are, lists through the pipeline."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from toolkit import excel, isolation, profiles
from toolkit.aggregate.control import Control
from toolkit.aggregate.notices import UNKNOWN_UNIT, Remark
from toolkit.aggregate.reading import read_aggregate, read_summary, with_follow_up
from toolkit.aggregate.rows import ATTENDEE, PETITION, SURVEY, PersonRow, PetitionRow, SurveyRow
from toolkit.aggregate.submissions import Holdings, Receipt, Submission, holding, merged
from toolkit.aggregate.units import Unit, bare_name, full_name
from toolkit.aggregate.view import day_of
from toolkit.decisions import Decisions, name_key
from toolkit.dossier import InboxFile
from toolkit.errors import InputError
from toolkit.isolation import Failure
from toolkit.levels.packages import Package, received_on, year_in
from toolkit.levels.raw import Made, made_of_lists
from toolkit.model import Cell, Meeting, Question, Workbook

OWN = frozenset({"summary", "aggregate", "follow_up"})
"""Our own workbooks that can be sent up; the others are lists of mistakes and settings."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What packages are read by; the same in every process."""

    control: Control
    decisions: Decisions
    parent: str
    as_of: date


@dataclass(frozen=True, slots=True)
class Read:
    """What a package holds, what is to be said of it, how many files could not be read."""

    holdings: Holdings
    remarks: tuple[Remark, ...] = ()
    unreadable: int = 0


def read_package(package: Package, reader: Reader) -> Read:
    """What the units of a package sent. Never fails for what a file holds."""
    own = {file.name: kind for file in package.files if (kind := _own_kind(file)) in OWN}
    finished = [file for file in package.files if own.get(file.name) in {"summary", "aggregate"}]
    parts: list[Read] = []
    for file in finished:
        book = _open(file)
        if book is None:
            parts.append(Read({}, (), 1))
        elif own[file.name] == "aggregate":
            parts.append(Read(_seen_in(package, read_aggregate(book), file)))
        else:
            made = _finished(package, file, book, _follow_up(package, own), reader.as_of)
            parts.append(_submitted(package, made, reader))
    if not finished:
        lists = tuple(_unskipped(file, own) for file in package.files)
        made_lists = made_of_lists(package, lists, reader.as_of)
        parts += [_submitted(package, made, reader) for made in made_lists]
    return Read(
        merged(part.holdings for part in parts),
        tuple(remark for part in parts for remark in part.remarks),
        sum(part.unreadable for part in parts),
    )


# ── Finished workbooks ──────────────────────────────────────────────────────────────────────


def _own_kind(file: InboxFile) -> str | None:
    return excel.own_kind(file.path) if file.sha256 else None


def _unskipped(file: InboxFile, own: Mapping[str, str | None]) -> InboxFile:
    """A follow-up table that came alone is a list as any other."""
    return replace(file, skipped=None) if own.get(file.name) == "follow_up" else file


def _open(file: InboxFile) -> Workbook | None:
    (result,) = isolation.run(_opened, [file])
    return None if isinstance(result, Failure) else result


def _opened(file: InboxFile) -> Workbook | None:
    try:
        return excel.read(file.path, file.name)
    except InputError:
        return None


def _follow_up(package: Package, own: Mapping[str, str | None]) -> Workbook | None:
    found = (file for file in package.files if own.get(file.name) == "follow_up")
    file = next(found, None)
    return _open(file) if file else None


def _seen_in(package: Package, held: Holdings, file: InboxFile) -> Holdings:
    """The same holdings; the rows are seen in the workbook as it lies in this folder."""
    path = package.location(file.name)

    def seen(version: Submission) -> Submission:
        places = {kind: replace(at, path=path) for kind, at in version.seen_at.items()}
        return replace(version, seen_at=places)

    return {
        key: replace(part, versions=tuple(map(seen, part.versions))) for key, part in held.items()
    }


def _finished(
    package: Package,
    file: InboxFile,
    book: Workbook,
    follow_up: Workbook | None,
    as_of: date,
) -> Made:
    """A commune's summary, with what was typed into its follow-up table since."""
    told = read_summary(book)
    petitions: tuple[PetitionRow, ...] = told.rows(PETITION)
    if follow_up is not None:
        petitions = with_follow_up(petitions, follow_up, profiles.load(as_of)[0].codelists)
    rows = {PETITION: petitions, ATTENDEE: told.rows(ATTENDEE), SURVEY: told.rows(SURVEY)}
    year = told.held_on.year if told.held_on else None
    return Made(
        meeting=Meeting(told.unit, "", told.parent, told.held_on, year),
        rows=rows,
        kinds=frozenset(kind for kind, found in rows.items() if found),
        digest=package.digest,
        saved=package.saved,
        place=Cell(package.location(file.name), "Thông tin", 1, 1),
        errors=told.errors,
        warnings=told.warnings,
        is_nil=not petitions,
        version=told.version,
        seen_at=told.seen_at(package.location(file.name)),
    )


# ── Whose it is ─────────────────────────────────────────────────────────────────────────────


def _submitted(package: Package, made: Made, reader: Reader) -> Read:
    """The submission of the unit that is meant; a remark with a question if it is not clear."""
    year = made.meeting.year or year_in(package) or reader.as_of.year
    day = made.meeting.held_on or day_of(year, reader.as_of)
    found = _unit(package, made.meeting, reader, day)
    if len({unit.code for unit in found}) != 1:
        return Read({}, (_unknown(package, made, reader, day),), made.unreadable)
    sent = Submission(
        unit=found[0].code,
        unit_name=found[0].name,
        year=year,
        held_on=made.meeting.held_on,
        receipt=_receipt(package, made, reader.as_of),
        kinds=made.kinds,
        is_nil=made.is_nil,
        version=made.version,
        people=tuple(row for row in made.rows[ATTENDEE] if isinstance(row, PersonRow)),
        petitions=tuple(row for row in made.rows[PETITION] if isinstance(row, PetitionRow)),
        surveys=tuple(row for row in made.rows[SURVEY] if isinstance(row, SurveyRow)),
        corrections=made.corrections,
        locations=made.locations,
        seen_at=made.seen_at,
    )
    return Read({sent.key: holding(sent)}, (), made.unreadable)


def _receipt(package: Package, made: Made, as_of: date) -> Receipt:
    received = received_on(package, as_of)
    return Receipt(
        saved=made.saved or received,
        received=received,
        digest=made.digest,
        source=package.source,
        petitions=len(made.rows[PETITION]),
        people=len(made.rows[ATTENDEE]),
        surveys=len(made.rows[SURVEY]),
        errors=made.errors,
        warnings=made.warnings,
        unreadable=made.unreadable,
        is_nil=made.is_nil,
    )


def _unit(package: Package, meeting: Meeting, reader: Reader, day: date) -> tuple[Unit, ...]:
    """The units that may be meant: by code, by name, by what a person decided, by the folder."""
    units = reader.control.units
    told = meeting.unit_code or meeting.unit_name
    decided = reader.decisions.get(name_key("unit", bare_name(told or package.source)))
    for text in filter(None, (decided, told)):
        if found := units.find(text, day, meeting.parent or reader.parent):
            return found
    for part in reversed(package.source.split("/")) if not told else ():
        if found := units.mentioned(part, day):
            return found
    return ()


def _unknown(package: Package, made: Made, reader: Reader, day: date) -> Remark:
    seen = made.meeting.unit_name or package.source
    near = [full_name(unit.name) for unit in reader.control.units.nearest(seen, day)]
    params = {"seen": seen, "nearest": ", ".join(near), "example": near[0]}
    key = name_key("unit", bare_name(seen))
    question = Question(key, f"Tệp của đơn vị “{seen}”", near[0], (made.place,))
    return Remark(UNKNOWN_UNIT, params, source=package.source, question=question)
