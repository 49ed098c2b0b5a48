"""Biểu 8 and 9: petitions that others must decide, and those left from earlier meetings."""

from datetime import date

from toolkit.model import (
    Consolidation,
    Look,
    ReportColumn,
    ReportSheet,
    ReportTable,
    Task,
)
from toolkit.summarize import figures, privacy
from toolkit.summarize.columns import NUMBER, numbered
from toolkit.summarize.labels import Codelists, known_name, name_of, shown


def beyond_commune(data: Consolidation, codelists: Codelists) -> ReportSheet:
    """Biểu 8: what is beyond the commune, where it was sent, and what came back."""
    tasks = filter(figures.is_beyond_commune, data.tasks)
    return ReportSheet(
        "Vượt thẩm quyền",
        "Biểu 8. KIẾN NGHỊ VƯỢT THẨM QUYỀN, CHUYỂN CẤP TRÊN",
        (
            ReportTable(
                columns=(
                    NUMBER,
                    ReportColumn(("Nội dung kiến nghị",), 52),
                    ReportColumn(("Cơ quan có thẩm quyền",), 24),
                    ReportColumn(("Số, ngày văn bản chuyển",), 22),
                    ReportColumn(("Ngày đến hạn trả lời",), 13, Look.DATE),
                    ReportColumn(("Kết quả trả lời",), 36),
                    ReportColumn(("Ghi chú",), 20),
                ),
                rows=numbered(
                    (
                        privacy.content(task.petition),
                        _authority(task, codelists),
                        _document(task),
                        task.due_date,
                        _reply(task, codelists),
                        task.petition.id,
                    )
                    for task in tasks
                ),
                empty="Không có kiến nghị vượt thẩm quyền đề nghị cấp trên xem xét.",
            ),
        ),
    )


def carried_over(data: Consolidation) -> ReportSheet:
    """Biểu 9: what earlier meetings left unresolved, as far as the files tell."""
    tasks = filter(figures.is_carried_over, data.tasks)
    return ReportSheet(
        "Tồn đọng",
        "Biểu 9. KIẾN NGHỊ TỒN ĐỌNG CỦA CÁC HỘI NGHỊ TRƯỚC",
        (
            ReportTable(
                columns=(
                    NUMBER,
                    ReportColumn(("Hội nghị (năm)",), 12, Look.CENTER),
                    ReportColumn(("Nội dung kiến nghị",), 52),
                    ReportColumn(("Đơn vị chủ trì",), 24),
                    ReportColumn(("Lý do chưa giải quyết",), 34),
                    ReportColumn(("Thời hạn mới",), 13, Look.DATE),
                    ReportColumn(("Số lần kiến nghị",), 10, Look.INTEGER),
                    ReportColumn(("Ghi chú",), 20),
                ),
                rows=numbered(
                    (
                        figures.earlier_year(task),
                        privacy.content(task.petition),
                        shown(task.lead_unit),
                        privacy.free_text(task.petition, "obstacles"),
                        task.due_date,
                        shown(task.petition["raised"]),
                        _waiting(task, data.as_of),
                    )
                    for task in tasks
                ),
                empty="Các tệp đã đọc không ghi kiến nghị tồn đọng của hội nghị trước.",
            ),
        ),
    )


def _waiting(task: Task, as_of: date) -> str:
    """The id of a petition, and for how long it has waited."""
    received = task.petition["received_on"]
    if not isinstance(received, date):
        return task.petition.id
    return f"{task.petition.id}, đã {(as_of - received).days} ngày".removeprefix(", ")


def _authority(task: Task, codelists: Codelists) -> str:
    """Who must decide: the unit that a person named, else the level."""
    if task.lead_unit and "lead_unit" not in task.proposed:
        return privacy.masked(task.lead_unit)
    return name_of(codelists.get("authorities", ()), task.petition.text("authority"))


def _document(task: Task) -> str:
    """Number and date of a document: “12/UBND ngày 05/10/2026”."""
    number, issued_on = task.petition.text("document_no"), task.petition["document_date"]
    day = f"{issued_on:%d/%m/%Y}" if isinstance(issued_on, date) else shown(issued_on)
    return f"{number} ngày {day}".strip() if day else number


def _reply(task: Task, codelists: Codelists) -> str:
    reply = privacy.free_text(task.petition, "response_text")
    return reply or known_name(codelists, "outcomes", task.petition.text("outcome"))
