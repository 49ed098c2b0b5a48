"""`publish` and `export`: what a dossier, or a level above, shows to others."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from toolkit import dossier, excel, profiles, reading
from toolkit import export as exports
from toolkit.aggregate.control import read_control
from toolkit.aggregate.reading import read_aggregate
from toolkit.aggregate.rows import PetitionRow
from toolkit.aggregate.view import View, look
from toolkit.dossier import Dossier, InboxFile
from toolkit.errors import NothingToReadError, OutputError
from toolkit.levels.gate import PERSONAL_LEFT, require_no_personal_numbers, texts_of
from toolkit.levels.packages import Package
from toolkit.levels.reading import Reader, read_package
from toolkit.model import Meeting
from toolkit.publish import html_page, public_book, public_rows, review_book
from toolkit.publish.names import names_in, without_names
from toolkit.publish.public import kept_names, named
from toolkit.values.texts import fold

BOOK, PAGE, NAMES = "Cong_khai.xlsx", "Cong_khai.html", "Ten_rieng_can_xem.xlsx"
AGGREGATE = "aggregate"


@dataclass(frozen=True, slots=True)
class Published:
    """What was made public, what was held back, and how many names in it wait for a person."""

    rows: int
    held_back: int
    undecided: int
    outputs: tuple[str, ...]


def publish(folder: Path, out: Path | None, as_of: date) -> Published:
    """Make the public workbook and page of a dossier or of a level above.

    Raises:
        NothingToReadError: There is nothing to make public.
        OutputError: It cannot be written, or would give personal data away.
    """
    place = Dossier(folder.absolute(), (out or folder / dossier.RESULTS).absolute())
    view = _view(place, as_of)
    labels = view.labels
    petitions = [(labels[one.unit], one.row) for one in view.now.petitions]
    kept = _kept(place.results / NAMES)
    seen = named(petitions)
    rows = public_rows(petitions, kept)
    meeting = _meeting(view)
    contents = {
        BOOK: excel.written(public_book(rows, meeting, view.year, as_of)),
        PAGE: html_page(rows, meeting, view.year, as_of).encode(),
    }
    for name, made in contents.items():
        require_no_personal_numbers(made, name)
        _require_no_petitioners(made, name, petitions, kept)
    place.make_results()
    for name, made in contents.items():
        excel.put(place.results / name, made)
    excel.write(review_book(seen, kept, meeting, as_of), place.results / NAMES)
    undecided = len({fold(one.name) for one in seen} - kept)
    outputs = tuple(place.result(name) for name in (*contents, NAMES))
    return Published(len(rows), len(petitions) - len(rows), undecided, outputs)


def export(folder: Path, target: Path, as_of: date) -> tuple[str, ...]:
    """Write the open data of a dossier or of a level above; the names of the files.

    Raises:
        NothingToReadError: There is nothing to export.
        OutputError: It cannot be written, or would give personal numbers away.
    """
    place = Dossier(folder.absolute(), target.absolute())
    view = _view(Dossier(place.root, place.root / dossier.RESULTS), as_of)
    tables = exports.resources(view, partial(without_names, kept=frozenset()))
    contents = exports.files(tables, view)
    for name, made in contents.items():
        require_no_personal_numbers(made, name)
    place.make_results()
    for name, made in contents.items():
        excel.put(place.results / name, made)
    exports.write_database(tables, place.results / exports.DATABASE)
    return (*contents, exports.DATABASE)


def _view(place: Dossier, as_of: date) -> View:
    """What the dossier holds: its finished summary if there is one, else its lists."""
    control_book = reading.control_workbook(place)
    control = read_control(control_book, as_of)
    summary = place.root / dossier.RESULTS / dossier.SUMMARY
    settings = profiles.load(as_of, control_book)[0].settings
    if summary.is_file() and excel.own_kind(summary) == AGGREGATE:
        held = read_aggregate(excel.read(summary, dossier.SUMMARY))
        found = control.units.find(settings.meeting.unit_name, as_of)
        whole = found[0].code if found else ""
        return look(held, control, as_of, whole=whole)
    finished = [
        InboxFile(path, path.name, path.stat().st_size, dossier.digest(path))
        for name in (dossier.SUMMARY, dossier.FOLLOW_UP)
        if (path := summary.with_name(name)).is_file()
    ]
    files: Sequence[InboxFile] = finished or dossier.collect([place.root])
    package = Package(place.root.name, "", place.root, tuple(files))
    reader = Reader(control, settings.decisions, "", as_of)
    held = read_package(package, reader).holdings
    if not held:
        raise NothingToReadError(dossier.NO_TABLE_AT_ALL, {"path": place.root.name})
    year = max(year for _, year in held)
    unit = next(code for code, of in held if of == year)
    return look(held, control, as_of, whole=unit, year=year, as_reported=True)


def _meeting(view: View) -> Meeting:
    name = view.whole.name if view.whole else ""
    return Meeting(unit_name=name[:1].lower() + name[1:], year=view.year)


def _kept(path: Path) -> frozenset[str]:
    """The names that a person decided to leave in, in the list of the last run."""
    if not path.is_file():
        return frozenset()
    sheets = excel.read(path, path.name).sheets
    return kept_names(row for sheet in sheets for row in sheet.rows)


def _require_no_petitioners(
    contents: bytes, name: str, petitions: Sequence[tuple[str, PetitionRow]], kept: frozenset[str]
) -> None:
    """Hold what was made against the names in the register: none of them may be in it."""
    people = {
        person
        for _, row in petitions
        for person in names_in(row.petitioner)
        if " " in person and fold(person) not in kept
    }
    for part, text in texts_of(contents, name):
        if any(person in text for person in people):
            raise OutputError(PERSONAL_LEFT, {"path": name, "part": part})
