"""What people are asked to decide, and how it gets into the control workbook of their dossier."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from toolkit import dossier, excel
from toolkit.decisions import Decisions
from toolkit.dossier import Dossier
from toolkit.errors import InputError, OutputError
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
    """The workbook that has the new questions, and its content to be written.

    Else the `obstacle` to writing them, if any.
    """

    workbook: str = ""
    content: bytes = b""
    obstacle: OutputError | None = None


def questions(data: Consolidation, known: Decisions) -> Asking:
    """What is to be asked, with personal numbers masked: the sheet goes from hand to hand."""
    every = (question for finding in data.findings for question in finding.questions)
    return to_ask((replace(q, seen=masked(q.seen)) for q in every), known)


def ask(
    place: Dossier, control: Workbook | None, questions: Sequence[Question], as_of: date
) -> Written:
    """Put new questions below those in the control workbook, or into a new one; not yet written.

    What people wrote there stays as it is. A workbook that cannot be written to now, for it is
    open in Excel, is no reason to stop: what is not written is asked by the next run.
    """
    path = place.control or place.root / dossier.CONTROL[-1]
    try:
        excel.require_free(path)
        content = _content(path, control, questions, as_of)
    except InputError as error:
        return Written(obstacle=OutputError(error.notice, error.params))
    except OutputError as error:
        return Written(obstacle=error)
    return Written(path.name if content else "", content)


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


def _content(
    path: Path, control: Workbook | None, questions: Sequence[Question], as_of: date
) -> bytes:
    """The workbook with the questions; empty if there is no place for them."""
    if control is None:
        return excel.written(control_book(Meeting(), shipped(), as_of, questions))
    before = path.read_bytes()
    place = memory_place(control)
    if place is None:
        sheet = memory_report(questions, as_of)
        return excel.with_reports(
            before, path.name, ReportBook("", "", Meeting(), as_of, (sheet,))
        )
    if not place.is_usable:
        return b""
    like = 0 if place.rows else place.header + 1
    rows = _numbered(place, questions, as_of)
    return excel.with_rows(before, path.name, place.sheet, rows, like)


def _numbered(
    place: Place, questions: Sequence[Question], as_of: date
) -> tuple[Mapping[int, str | int | None], ...]:
    """The questions as rows, by the numbers of their columns."""
    return tuple(
        {place.columns[key]: value for key, value in row.items() if key in place.columns}
        for row in memory_rows(questions, as_of, after=place.rows)
    )
