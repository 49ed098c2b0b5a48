"""The lists of a package, through the usual pipeline, as what goes up."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date
from pathlib import Path

from toolkit import api, dossier, excel, reading
from toolkit.aggregate.rows import (
    ATTENDEE,
    KINDS,
    PETITION,
    SURVEY,
    PersonRow,
    PetitionRow,
    Row,
    SurveyRow,
    from_cells,
)
from toolkit.aggregate.submissions import Correction, SeenAt
from toolkit.aggregate.units import bare_name
from toolkit.dossier import Dossier, InboxFile
from toolkit.levels.packages import Package, content_digest, stem
from toolkit.model import (
    Cell,
    Consolidation,
    Entry,
    FileStatus,
    Finding,
    Meeting,
    Reason,
    Severity,
    SourceFile,
    SourceLink,
)
from toolkit.summarize import privacy, registers
from toolkit.summarize.columns import Register
from toolkit.summarize.labels import Codelists
from toolkit.values.texts import shorten

MOST_KEPT = 40
"""Corrections kept of a submission; what goes back shows the ten most important."""
MOST_OF_A_KIND = 3
SHOWN = 60
PHONE = "Số điện thoại"


@dataclass(frozen=True, slots=True)
class Made:
    """What was read, before it is known whose it is. `place` is where the unit should be named."""

    meeting: Meeting
    rows: Mapping[str, tuple[Row, ...]]
    kinds: frozenset[str]
    digest: str
    saved: str
    place: Cell
    errors: int = 0
    warnings: int = 0
    unreadable: int = 0
    is_nil: bool = False
    version: str = ""
    corrections: tuple[Correction, ...] = ()
    locations: Mapping[str, str] = dataclass_field(default_factory=dict)
    seen_at: Mapping[str, SeenAt] = dataclass_field(default_factory=dict)


def made_of_lists(package: Package, files: Sequence[InboxFile], as_of: date) -> Iterator[Made]:
    """The lists of a package, unit by unit, and of each unit version by version."""
    place = Dossier(package.root, package.root / dossier.RESULTS)
    if not (package.root / dossier.INBOX).is_dir():
        # Of a mere folder nothing was remembered, and a control workbook there is not its own.
        place = Dossier(package.root / package.source / "…", package.root)
    for group in _by_unit(files, as_of):
        for version in _versions(group):
            data, profile = api.gather(version, place, as_of)
            yield _consolidated(package, data, profile.codelists, version)


def _by_unit(files: Sequence[InboxFile], as_of: date) -> Iterator[tuple[InboxFile, ...]]:
    """The files apart by the units that their letterheads name; those without go with each."""
    if len(files) == 1:
        yield tuple(files)
        return
    checked = {file.name: _named(file, as_of) for file in files if not file.skipped}
    names = dict.fromkeys(name for name in checked.values() if name)
    if len(names) <= 1:
        yield tuple(files)
        return
    for name in names:
        yield tuple(file for file in files if checked.get(file.name, name) in {name, ""})


def _named(file: InboxFile, as_of: date) -> str:
    return bare_name(reading.read_all([file], as_of, None, None).meeting.unit_name)


def _versions(files: Sequence[InboxFile]) -> Iterator[tuple[InboxFile, ...]]:
    """What was there at each time: a file that is sent again takes the place of the one before."""
    ordered = sorted(files, key=lambda file: (excel.last_saved(file.path), file.name))
    current: dict[str, InboxFile] = {}
    for file in ordered:
        key = f"{Path(file.name).parent}/{stem(file.name)}" if not file.skipped else file.name
        if key in current:
            yield tuple(current.values())
        current[key] = file
    yield tuple(current.values())


def _consolidated(
    package: Package, data: Consolidation, lists: Codelists, files: Sequence[InboxFile]
) -> Made:
    rows = rows_of(data, lists)
    tables = [table for file in data.files for table in file.tables if not table.layout.foreign]
    nil = any(e.reason is Reason.NIL_RETURN for table in tables for e in table.excluded)
    kinds = {table.layout.key for table in tables} & KINDS.keys()
    says_nil = nil and not rows[PETITION]
    severities = [finding.notice.severity for finding in data.findings]
    return Made(
        meeting=data.meeting,
        rows=rows,
        kinds=frozenset(kinds - {PETITION} if says_nil else kinds),
        digest=content_digest(files),
        saved=max((excel.last_saved(file.path) for file in files), default=""),
        errors=severities.count(Severity.ERROR),
        warnings=severities.count(Severity.WARNING),
        unreadable=sum(file.status is FileStatus.UNREADABLE for file in data.files),
        is_nil=says_nil,
        corrections=_corrections(data),
        locations={file.path: package.location(file.path) for file in data.files},
        place=Cell(package.source, "", 1, 1),
    )


def rows_of(data: Consolidation, lists: Codelists) -> Mapping[str, tuple[Row, ...]]:
    """The rows of a meeting as they go up: those of its registers, with numbers masked."""
    return {
        PETITION: _rows(
            PetitionRow,
            registers.petitions(data, lists),
            [_phone(task.petition) for task in data.tasks],
        ),
        ATTENDEE: _rows(PersonRow, registers.attendees(data, lists), _phones(data, lists)),
        SURVEY: _rows(SurveyRow, registers.surveys(data)),
    }


def _phones(data: Consolidation, lists: Codelists) -> list[str]:
    """The telephones of people, in the order of their register."""
    return [_phone(person) for person in registers.in_list_order(data.attendees, lists)]


def _phone(entry: Entry) -> str:
    return "" if privacy.is_stub(entry) else entry.text("phone")


def _rows(
    kind: type[PetitionRow] | type[PersonRow] | type[SurveyRow],
    register: Register,
    phones: Sequence[str] = (),
) -> tuple[Row, ...]:
    headers = [column.report.header[-1] for column in register.columns]
    cells = zip(*(column.cells for column in register.columns), strict=True)
    return tuple(
        from_cells(
            kind,
            {
                header: cell.text if isinstance(cell, SourceLink) else cell
                for header, cell in zip(headers, row, strict=True)
            }
            | ({PHONE: phones[number]} if phones else {}),
        )
        for number, row in enumerate(cells)
    )


def _corrections(data: Consolidation) -> tuple[Correction, ...]:
    """What is to be put right: files that cannot be read, errors, then warnings.

    No more than a few of one kind: whoever mends three finds the rest in the same way.
    """
    made = [_of_file(file) for file in data.files if file.status is FileStatus.UNREADABLE]
    order = (Severity.ERROR, Severity.WARNING)
    grave = (f for f in data.findings if f.notice.severity in order)
    counted: Counter[str] = Counter()
    for finding in sorted(grave, key=lambda finding: order.index(finding.notice.severity)):
        counted[finding.notice.code] += 1
        if counted[finding.notice.code] <= MOST_OF_A_KIND and len(made) < MOST_KEPT:
            made.append(_of_finding(finding))
    return tuple(made)


def _of_file(file: SourceFile) -> Correction:
    reason = file.reason or dossier.NOT_A_WORKBOOK
    return Correction(
        code=reason.code,
        severity=str(Severity.ERROR),
        path=file.path,
        sheet="",
        cell="",
        value="",
        message=reason.text("vi", file.params),
        fix=reason.fix("vi", file.params),
    )


def _of_finding(finding: Finding) -> Correction:
    return Correction(
        code=finding.notice.code,
        severity=str(finding.notice.severity),
        path=finding.cell.workbook,
        sheet=finding.cell.sheet,
        cell=finding.cell.a1,
        value=privacy.masked(shorten(finding.value or "", SHOWN)),
        message=privacy.masked(finding.text("vi")),
        fix=privacy.masked(finding.fix("vi")),
    )
