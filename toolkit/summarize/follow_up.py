"""The follow-up table: what each petition still needs, for those who do it to type in."""

from collections.abc import Sequence
from dataclasses import replace

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
        "Theo dõi",
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
        ReportColumn(("Mã kiến nghị",), 15, locked=True),
        ReportColumn(("Nội dung kiến nghị",), 38),
        ReportColumn(("Người kiến nghị",), 16),
        ReportColumn(("Ấp/Khu phố",), 12),
        ReportColumn(("Lĩnh vực",), 15),
        ReportColumn(("Thẩm quyền",), 9),
        ReportColumn(("Đơn vị chủ trì",), 16, choices=units),
        ReportColumn(("Đơn vị phối hợp",), 14),
        ReportColumn(("Lãnh đạo phụ trách",), 12),
        ReportColumn(("Người thực hiện",), 12),
        ReportColumn(("Ngày tiếp nhận",), 11, Look.DATE),
        ReportColumn(("Thời hạn hoàn thành",), 11, Look.DATE),
    )


def _columns_of_answers(
    statuses: tuple[str, ...], outcomes: tuple[str, ...]
) -> tuple[ReportColumn, ...]:
    return (
        ReportColumn(("Căn cứ thời hạn",), 60),
        ReportColumn(("Nội dung trả lời, kết quả giải quyết",), 60),
        ReportColumn(("Số, ký hiệu văn bản",), 14),
        ReportColumn(("Ngày văn bản",), 12, Look.DATE),
        ReportColumn(("Tình trạng xử lý",), 16, choices=statuses),
        ReportColumn(("Kết quả",), 18, choices=outcomes),
        ReportColumn(("Ngày hoàn thành",), 12, Look.DATE),
        ReportColumn(("Tình trạng hạn",), 14, locked=True),
        ReportColumn(("Số ngày quá hạn",), 9, Look.INTEGER, locked=True),
        ReportColumn(("Ghi chú",), 30),
    )


def _rows(data: Consolidation, codelists: Codelists) -> tuple[tuple[ReportCell, ...], ...]:
    """What the toolkit knows of each petition; what it does not know is left to be typed."""
    return numbered(
        (
            *_petition_cells(task, codelists),
            *_task_cells(task),
            *_answer_cells(task, codelists),
        )
        for task in data.tasks
    )


def _petition_cells(task: Task, codelists: Codelists) -> tuple[ReportCell, ...]:
    petition = task.petition
    return (
        petition.id,
        privacy.content(petition),
        privacy.petitioner(petition),
        shown(petition["hamlet"]),
        known_name(codelists, "topics", petition.text("topic")),
        known_name(codelists, "authorities", petition.text("authority")),
    )


def _task_cells(task: Task) -> tuple[ReportCell, ...]:
    return (
        shown(task.lead_unit),
        shown(task.support_units),
        shown(task.leader),
        shown(task.assignee),
        shown(task.petition["received_on"]),
        task.due_date,
        task.basis,
    )


def _answer_cells(task: Task, codelists: Codelists) -> tuple[ReportCell, ...]:
    petition = task.petition
    return (
        privacy.free_text(petition, "response_text"),
        shown(petition["document_no"]),
        shown(petition["document_date"]),
        known_name(codelists, "statuses", petition.text("status")),
        known_name(codelists, "outcomes", petition.text("outcome")),
        shown(petition["completed_on"]),
        str(task.due_state),
        task.days_overdue,
        privacy.free_text(petition, "note"),
    )


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
