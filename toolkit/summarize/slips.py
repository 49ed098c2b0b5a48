"""Slips: what one lead unit still has to do, for its people to fill in and send back."""

from collections.abc import Mapping, Sequence

from toolkit.layouts.follow_up import DATES, HEADERS
from toolkit.model import (
    Consolidation,
    Look,
    ReportBook,
    ReportCell,
    ReportColumn,
    ReportSheet,
    ReportTable,
    Task,
)
from toolkit.summarize.columns import numbered
from toolkit.summarize.follow_up import followed
from toolkit.summarize.labels import Codelists, in_order, labels, names

SHEET = "Phiếu giao việc"
KIND = "slip"
ASKED = ("petition_id", "content", "petitioner", "hamlet", "support_units", "due_date")
"""The columns that say what is to be done; nobody types into them."""
ANSWERS = (
    "response_text", "document_no", "document_date", "status", "outcome", "completed_on", "note",
)  # fmt: skip
"""The columns that the unit fills in."""

_WIDTHS = {"content": 40, "petitioner": 16, "response_text": 40, "note": 18}
_USUAL_WIDTH = 13.0


def slips(data: Consolidation) -> Mapping[str, tuple[Task, ...]]:
    """The open tasks of each lead unit, by its name in the spelling that is commonest."""
    opened = [task for task in data.tasks if not task.due_state.is_done and task.lead_unit]
    units = labels(task.lead_unit for task in opened)
    order = in_order(tuple(dict.fromkeys(units.values())))
    return {
        unit: tuple(task for task in opened if units[task.lead_unit] == unit) for unit in order
    }


def slip(
    data: Consolidation, codelists: Codelists, unit: str, tasks: Sequence[Task]
) -> ReportBook:
    """The slip of one unit."""
    choices = {"status": names(codelists, "statuses"), "outcome": names(codelists, "outcomes")}
    columns = (
        ReportColumn((HEADERS["seq"],), 5, Look.CENTER, locked=True),
        *(_column(key, (), locked=True) for key in ASKED),
        *(_column(key, choices.get(key, ()), locked=False) for key in ANSWERS),
    )
    rows: tuple[tuple[ReportCell, ...], ...] = numbered(
        tuple(followed(task, codelists)[key] for key in (*ASKED, *ANSWERS)) for task in tasks
    )
    sheet = ReportSheet(
        SHEET,
        f"PHIẾU GIAO VIỆC: {unit.upper()}",
        (ReportTable(columns, rows),),
        subtitle="Đề nghị ghi kết quả vào các cột trắng rồi gửi lại tệp này.",
        protected=True,
    )
    return ReportBook(KIND, f"Phiếu giao việc: {unit}", data.meeting, data.as_of, (sheet,))


def _column(key: str, choices: tuple[str, ...], *, locked: bool) -> ReportColumn:
    look = Look.DATE if key in DATES else Look.TEXT
    width = _WIDTHS.get(key, _USUAL_WIDTH)
    return ReportColumn((HEADERS[key],), width, look, choices=choices, locked=locked)
