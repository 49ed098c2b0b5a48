"""What people are asked to decide, and how it gets into the control workbook of their dossier."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from toolkit import dossier, excel
from toolkit.decisions import Decisions
from toolkit.dossier import Dossier
from toolkit.errors import OutputError
from toolkit.model import Consolidation, Meeting, Question, ReportBook, Workbook
from toolkit.settings import (
    Asking,
    Place,
    control_book,
    memory_place,
    memory_report,
    memory_rows,
    shipped,
    to_ask,
)
from toolkit.summarize.privacy import masked


@dataclass(frozen=True, slots=True)
class Written:
    """The workbook that has the new questions; else the `obstacle` to writing them, if any."""

    workbook: str = ""
    obstacle: OutputError | None = None


def questions(data: Consolidation, known: Decisions) -> Asking:
    """What is to be asked, with personal numbers masked: the sheet goes from hand to hand."""
    every = (question for finding in data.findings for question in finding.questions)
    return to_ask((replace(q, seen=masked(q.seen)) for q in every), known)


def ask(
    place: Dossier, control: Workbook | None, questions: Sequence[Question], as_of: date
) -> Written:
    """Write new questions below those that stand in the control workbook; make it if need be.

    What people wrote there stays as it is. A workbook that cannot be written to now, for it is
    open in Excel, is no reason to stop: what is not written is asked by the next run.
    """
    path = place.control or place.root / dossier.CONTROL[-1]
    try:
        is_written = _write(path, control, questions, as_of)
    except OutputError as error:
        return Written(obstacle=error)
    return Written(path.name if is_written else "")


def rows(
    control: Workbook, questions: Sequence[Question], as_of: date
) -> tuple[str, Sequence[Mapping[int, str | int | None]]]:
    """The sheet that new questions go to, and for each its row by column; none without a place.

    For a control workbook that people have open.
    """
    place = memory_place(control)
    if place is None or not place.is_usable:
        return "", ()
    return place.sheet, _numbered(place, questions, as_of)


def _write(
    path: Path, control: Workbook | None, questions: Sequence[Question], as_of: date
) -> bool:
    """Write the questions; whether there was a place for them."""
    if control is None:
        excel.write(control_book(Meeting(), shipped(), as_of, questions), path)
        return True
    place = memory_place(control)
    if place is None:
        sheet = memory_report(questions, as_of)
        excel.add_sheets(path, ReportBook("", "", Meeting(), as_of, (sheet,)))
        return True
    if not place.is_usable:
        return False
    like = 0 if place.rows else place.header + 1
    excel.append_rows(path, place.sheet, _numbered(place, questions, as_of), like)
    return True


def _numbered(
    place: Place, questions: Sequence[Question], as_of: date
) -> tuple[Mapping[int, str | int | None], ...]:
    """The questions as rows, by the numbers of their columns."""
    return tuple(
        {place.columns[key]: value for key, value in row.items() if key in place.columns}
        for row in memory_rows(questions, as_of, after=place.rows)
    )
