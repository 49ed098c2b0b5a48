"""The follow-up table: what each petition still needs, for those who do it to type in."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from toolkit.layouts.follow_up import HEADERS, SHEET
from toolkit.model import (
    Consolidation,
    DueState,
    Look,
    ReportBook,
    ReportCell,
    ReportColumn,
    ReportSheet,
    ReportTable,
    Section,
    Task,
)
from toolkit.summarize import privacy
from toolkit.summarize.columns import NUMBER, numbered
from toolkit.summarize.labels import Codelists, in_order, known_name, labels, names, shown

COLORS = {
    DueState.OVERDUE: "red",
    DueState.SOON: "yellow",
    DueState.DONE_IN_TIME: "green",
    DueState.DONE_LATE: "green",
    DueState.DONE_UNDATED: "green",
    DueState.DONE_WITHOUT_DEADLINE: "green",
}


def follow_up(data: Consolidation, codelists: Codelists, units: Sequence[str] = ()) -> ReportBook:
    """The table that lives: one row per petition, and the same tasks unit by unit for printing.

    `units` are offered as lead units besides those that the tasks have already.
    """
    return ReportBook(
        "follow_up",
        "Theo dõi, phân công giải quyết kiến nghị",
        data.meeting,
        data.as_of,
        (_followed(data, codelists, units), _assigned(data)),
    )


def _followed(data: Consolidation, codelists: Codelists, units: Sequence[str]) -> ReportSheet:
    return ReportSheet(
        SHEET,
        "BẢNG THEO DÕI, PHÂN CÔNG GIẢI QUYẾT KIẾN NGHỊ",
        (
            ReportTable(
                _columns(data, codelists, units),
                _rows(data, codelists),
                empty="Chưa có kiến nghị nào.",
            ),
        ),
        subtitle=f"Số liệu tính đến ngày {data.as_of:%d/%m/%Y}",
        signature=False,
        filtered=True,
        colors={str(state): color for state, color in COLORS.items()},
    )


def _columns(
    data: Consolidation, codelists: Codelists, units: Sequence[str]
) -> tuple[ReportColumn, ...]:
    leading = dict.fromkeys([*(task.lead_unit for task in data.tasks), *units])
    return (
        *_columns_on_paper(in_order(tuple(filter(None, leading)))),
        *(
            replace(column, printed=False)
            for column in _columns_of_answers(
                names(codelists, "statuses"), names(codelists, "outcomes")
            )
        ),
    )


def _columns_on_paper(units: tuple[str, ...]) -> tuple[ReportColumn, ...]:
    """What is asked and who has to do it until when; more would be too small to be read."""
    return (
        NUMBER,
        ReportColumn((HEADERS["petition_id"],), 15, locked=True),
        ReportColumn((HEADERS["content"],), 38),
        ReportColumn((HEADERS["petitioner"],), 16),
        ReportColumn((HEADERS["hamlet"],), 12),
        ReportColumn((HEADERS["topic"],), 15),
        ReportColumn((HEADERS["authority"],), 9),
        ReportColumn((HEADERS["lead_unit"],), 16, choices=units),
        ReportColumn((HEADERS["support_units"],), 14),
        ReportColumn((HEADERS["leader"],), 12),
        ReportColumn((HEADERS["assignee"],), 12),
        ReportColumn((HEADERS["received_on"],), 11, Look.DATE),
        ReportColumn((HEADERS["due_date"],), 11, Look.DATE),
    )


def _columns_of_answers(
    statuses: tuple[str, ...], outcomes: tuple[str, ...]
) -> tuple[ReportColumn, ...]:
    return (
        ReportColumn((HEADERS["due_basis"],), 60),
        ReportColumn((HEADERS["response_text"],), 60),
        ReportColumn((HEADERS["document_no"],), 14),
        ReportColumn((HEADERS["document_date"],), 12, Look.DATE),
        ReportColumn((HEADERS["status"],), 16, choices=statuses),
        ReportColumn((HEADERS["outcome"],), 18, choices=outcomes),
        ReportColumn((HEADERS["completed_on"],), 12, Look.DATE),
        ReportColumn((HEADERS["due_state"],), 14, locked=True),
        ReportColumn((HEADERS["days_overdue"],), 9, Look.INTEGER, locked=True),
        ReportColumn((HEADERS["note"],), 30),
    )


def _rows(data: Consolidation, codelists: Codelists) -> tuple[tuple[ReportCell, ...], ...]:
    """What the toolkit knows of each petition; what it does not know is left to be typed."""
    return numbered(tuple(followed(task, codelists).values()) for task in data.tasks)


def followed(task: Task, codelists: Codelists) -> Mapping[str, ReportCell]:
    """The cells of a task's row by field, but for its number, in the order of the columns."""
    petition = task.petition
    return {
        "petition_id": petition.id,
        "content": privacy.content(petition),
        "petitioner": privacy.petitioner(petition),
        "hamlet": shown(petition["hamlet"]),
        "topic": known_name(codelists, "topics", petition.text("topic")),
        "authority": known_name(codelists, "authorities", petition.text("authority")),
        "lead_unit": shown(task.lead_unit),
        "support_units": shown(task.support_units),
        "leader": shown(task.leader),
        "assignee": shown(task.assignee),
        "received_on": shown(petition["received_on"]),
        "due_date": task.due_date,
        "due_basis": task.basis,
        "response_text": privacy.free_text(petition, "response_text"),
        "document_no": shown(petition["document_no"]),
        "document_date": shown(petition["document_date"]),
        "status": known_name(codelists, "statuses", petition.text("status")),
        "outcome": known_name(codelists, "outcomes", petition.text("outcome")),
        "completed_on": shown(petition["completed_on"]),
        "due_state": str(task.due_state),
        "days_overdue": task.days_overdue,
        "note": privacy.free_text(petition, "note"),
    }


def _assigned(data: Consolidation) -> ReportSheet:
    """Phụ lục 2: every lead unit begins a page of its own."""
    units = labels(task.lead_unit for task in data.tasks)
    rows: list[tuple[ReportCell, ...] | Section] = []
    for unit in in_order(tuple(dict.fromkeys(units.values()))):
        tasks = [task for task in data.tasks if units[task.lead_unit] == unit]
        rows.append(Section(f"{unit} ({len(tasks)} kiến nghị)", page_break=bool(rows)))
        rows += numbered(_assigned_cells(task) for task in tasks)
    return ReportSheet(
        "Theo đơn vị",
        "Phụ lục 2. BẢNG PHÂN CÔNG GIẢI QUYẾT KIẾN NGHỊ",
        (
            ReportTable(
                (
                    NUMBER,
                    ReportColumn(("Nội dung kiến nghị",), 40),
                    ReportColumn(("Nhiệm vụ, sản phẩm",), 20),
                    ReportColumn(("Đơn vị chủ trì",), 18),
                    ReportColumn(("Đơn vị phối hợp",), 16),
                    ReportColumn(("Lãnh đạo phụ trách",), 14),
                    ReportColumn(("Ngày giao",), 11, Look.DATE),
                    ReportColumn(("Thời hạn hoàn thành",), 11, Look.DATE),
                    ReportColumn(("Căn cứ thời hạn",), 24),
                    ReportColumn(("Ghi chú",), 16),
                ),
                tuple(rows),
                empty="Chưa có kiến nghị nào.",
            ),
        ),
    )


def _assigned_cells(task: Task) -> tuple[ReportCell, ...]:
    """What a unit has to do; task and day of assignment are for its leader to write in."""
    return (
        privacy.content(task.petition),
        privacy.free_text(task.petition, "roadmap"),
        shown(task.lead_unit),
        shown(task.support_units),
        shown(task.leader),
        None,
        task.due_date,
        task.basis,
        task.petition.id,
    )
