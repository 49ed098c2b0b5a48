"""What people are asked to decide, and how it gets into the control workbook of their dossier."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from toolkit import dossier, excel
from toolkit.decisions import Decisions
from toolkit.dossier import Dossier
from toolkit.errors import OutputError
from toolkit.model import Consolidation, Meeting, Question, Workbook
from toolkit.settings import (
    control_book,
    shipped,
    to_ask,
)
from toolkit.summarize.privacy import is_stub


@dataclass(frozen=True, slots=True)
class Asked:
    """What became of the questions of a run.

    `new` were not asked before, `open` were, and nobody has decided. `workbook` is the file with
    the new ones, empty if they were not written; `obstacle` says why they could not be.
    """

    new: int = 0
    open: int = 0
    workbook: str = ""
    obstacle: OutputError | None = None

    @property
    def is_written(self) -> bool:
        return bool(self.workbook)


NOTHING_ASKED = Asked()


def questions(data: Consolidation, known: Decisions) -> tuple[Question, ...]:
    """What is to be asked that nobody was asked before. Complaints and denunciations are not."""
    hidden = {
        (record.table.workbook, record.table.sheet.name, record.row)
        for file in data.files
        for record in file.records
        if is_stub(record)
    }
    return to_ask(
        (
            question
            for finding in data.findings
            for question in finding.questions
            if not any((c.workbook, c.sheet, c.row) in hidden for c in question.cells)
        ),
        known,
    )


def pending(new: Sequence[Question], known: Decisions) -> Asked:
    """The same in numbers, before anything is written."""
    return Asked(len(new), len(known.asked) - len(known.answers))


def ask(
    place: Dossier,
    control: Workbook | None,
    new: Sequence[Question],
    asked: Asked,
    as_of: date,
) -> Asked:
    """Write new questions below those that stand in the control workbook; make it if need be.

    What people wrote there stays as it is. A workbook that cannot be written to now, for it is
    open in Excel, is no reason to stop: what is not written is asked by the next run.
    """
    try:
        return replace(asked, workbook=_write(place, control, new, as_of))
    except OutputError as error:
        return replace(asked, obstacle=error)


def _write(place: Dossier, control: Workbook | None, new: Sequence[Question], as_of: date) -> str:
    """Write the questions; the name of the workbook that has them now."""
    path = place.control or place.root / dossier.CONTROL[-1]
    if control is None:
        excel.write(control_book(Meeting(), shipped(), as_of, new), path)
    return path.name
