"""Biểu 7, 8 and 9 of the level above: who came, what goes further up, what is left over."""

from datetime import date

from toolkit.aggregate.comparisons import PRESENT, shares_note, with_shares
from toolkit.aggregate.rows import ATTENDEE, PetitionRow, Plain
from toolkit.aggregate.view import Placed, View
from toolkit.codelists.meanings import Result
from toolkit.model import Look, ReportColumn, ReportSheet, ReportTable
from toolkit.rules.words import words
from toolkit.summarize.columns import NUMBER, numbered
from toolkit.summarize.labels import Codelists, in_order, names
from toolkit.summarize.measures import Count, Measures, Rate, grouped
from toolkit.summarize.ranges import Ranges
from toolkit.values.texts import fold

COMMUNE, TRANSFERRED = "Cấp xã", "Đã chuyển cơ quan có thẩm quyền"
NO_PEOPLE = "Chưa đơn vị nào gửi danh sách đại biểu."
UNKNOWN = "Chưa xác định"


def by_delegation(ranges: Ranges, view: View, codelists: Codelists) -> ReportSheet:
    """Biểu 7: who was invited and who came, over all units."""

    def who(header: str, attendance: str) -> Count:
        return Count((header,), "DB_thanh_phan", (("DB_diem_danh", attendance),))

    measures: Measures = {
        "all": Count(("Số mời",), "DB_thanh_phan"),
        "present": Count(("Có mặt",), "DB_thanh_phan", PRESENT),
        "excused": who("Vắng có lý do", "Vắng có lý do"),
        "absent": who("Vắng không lý do", "Vắng"),
        "rate": Rate(("Tỷ lệ (%)",), ("present",), ("all",)),
        "women": Count(("Trong đó nữ",), "DB_thanh_phan", (("DB_gioi_tinh", "Nữ"),)),
    }
    labels = in_order(ranges.labels("DB_thanh_phan"), names(codelists, "delegations"))
    table = grouped(ranges, "Thành phần", labels, measures, NO_PEOPLE)
    return ReportSheet(
        "Thành phần",
        "Biểu 7. THÀNH PHẦN THAM DỰ",
        (with_shares(table, view, ATTENDEE),),
        notes=(shares_note(view, ATTENDEE),),
    )


def beyond_commune(view: View) -> ReportSheet:
    """Biểu 8: what communes cannot decide, and what became of it."""
    table = ReportTable(
        (
            NUMBER,
            ReportColumn(("Xã, phường",), 18),
            ReportColumn(("Nội dung kiến nghị",), 46),
            ReportColumn(("Cơ quan có thẩm quyền",), 22),
            ReportColumn(("Số, ngày văn bản chuyển",), 20),
            ReportColumn(("Ngày đến hạn trả lời",), 13, Look.DATE),
            ReportColumn(("Kết quả trả lời",), 34),
            ReportColumn(("Ghi chú",), 18),
        ),
        numbered(
            (
                view.labels[placed.unit],
                placed.row.content,
                placed.row.authority,
                _document(placed.row),
                _day(placed.row.due_date),
                placed.row.response or placed.row.outcome,
                placed.row.id,
            )
            for placed in view.now.petitions
            if _is_beyond(placed.row)
        ),
        empty="Không có kiến nghị vượt thẩm quyền đề nghị cấp trên xem xét.",
    )
    return ReportSheet(
        "Vượt thẩm quyền",
        "Biểu 8. KIẾN NGHỊ VƯỢT THẨM QUYỀN, CHUYỂN CẤP TRÊN",
        (table,),
        notes=(shares_note(view),),
    )


def carried_over(view: View) -> ReportSheet:
    """Biểu 9: what earlier meetings left open: said to be so, or in an earlier dossier here."""
    said = [placed for placed in view.now.petitions if _is_said_to_be_left(placed.row)]
    known = [p for p in view.earlier.petitions if p.row.result != Result.RESOLVED]
    table = ReportTable(
        (
            NUMBER,
            ReportColumn(("Hội nghị (năm)",), 10, Look.CENTER),
            ReportColumn(("Xã, phường",), 18),
            ReportColumn(("Nội dung kiến nghị",), 46),
            ReportColumn(("Đơn vị chủ trì",), 22),
            ReportColumn(("Lý do chưa giải quyết",), 30),
            ReportColumn(("Thời hạn mới",), 13, Look.DATE),
            ReportColumn(("Số lần kiến nghị",), 10, Look.INTEGER),
            ReportColumn(("Ghi chú",), 18),
        ),
        numbered(
            (
                _year(placed),
                view.labels[placed.unit],
                placed.row.content,
                placed.row.lead_unit,
                placed.row.result,
                _day(placed.row.due_date),
                None,
                placed.row.id,
            )
            for placed in (*known, *said)
        ),
        empty="Không có kiến nghị tồn đọng của các hội nghị trước.",
    )
    return ReportSheet(
        "Tồn đọng",
        "Biểu 9. KIẾN NGHỊ TỒN ĐỌNG CỦA CÁC HỘI NGHỊ TRƯỚC",
        (table,),
        notes=(shares_note(view),),
    )


def _is_beyond(row: PetitionRow) -> bool:
    elsewhere = row.authority not in {"", COMMUNE, UNKNOWN}
    return elsewhere or row.status == TRANSFERRED


def _is_said_to_be_left(row: PetitionRow) -> bool:
    said = words("earlier_meeting").found_in(fold(row.channel.replace("_", " ")))
    return said is not None and row.result != Result.RESOLVED


def _year(placed: Placed[PetitionRow]) -> int:
    received = placed.row.received_on
    return received.year if isinstance(received, date) else placed.sent.year


def _document(row: PetitionRow) -> str:
    """Number and date of a document: “12/UBND ngày 05/10/2026”."""
    day = row.document_date
    shown = f"{day:%d/%m/%Y}" if isinstance(day, date) else str(day or "")
    return f"{row.document_no} ngày {shown}".strip() if shown else row.document_no


def _day(value: Plain) -> date | str | None:
    return value if isinstance(value, date | str) else None
