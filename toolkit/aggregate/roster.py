"""Biểu 11: who sent what and when; and the same for the next level up to read."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from toolkit.aggregate.notices import Remark
from toolkit.aggregate.rows import KINDS, PETITION
from toolkit.aggregate.submissions import Receipt, Standing, Submission
from toolkit.aggregate.view import KIND_NAMES, Expected, View
from toolkit.model import Formula, Look, ReportCell, ReportColumn, ReportSheet, ReportTable
from toolkit.summarize.columns import NUMBER, numbered
from toolkit.values.texts import clean

COLORS = {Standing.MISSING: "red", Standing.LATE: "yellow", Standing.NIL: "grey"}

RECEIPTS = (
    ("unit", "Mã đơn vị", 10),
    ("unit_name", "Tên đơn vị khi nộp", 24),
    ("year", "Kỳ", 8),
    ("held_on", "Ngày hội nghị", 14),
    ("received", "Ngày nhận", 14),
    ("saved", "Lưu lần cuối", 20),
    ("digest", "Dấu nội dung", 24),
    ("source", "Nơi gửi đến", 34),
    ("petitions", "Số kiến nghị", 10),
    ("people", "Số đại biểu", 10),
    ("surveys", "Số dòng khảo sát", 10),
    ("errors", "Số lỗi", 8),
    ("warnings", "Số cảnh báo", 8),
    ("unreadable", "Số tệp không đọc được", 10),
    ("kinds", "Các bảng có trong bản gửi", 24),
    ("nil", "Ghi không phát sinh", 10),
    ("version", "Phiên bản công cụ", 12),
    ("verdict", "Kết quả nhận", 18),
    ("counts", "Bản đang tính", 10),
)
"""The columns of the sheet by which a level above knows what came when."""

RECEIPTS_SHEET = "Các lần nhận"

YES = "có"


def roster(view: View) -> ReportSheet:
    """Biểu 11: how every unit stands."""
    return ReportSheet(
        "Nộp báo cáo",
        "Biểu 11. TÌNH HÌNH NỘP BÁO CÁO CỦA CÁC ĐƠN VỊ",
        (_standings(view),),
        subtitle=f"Kỳ {view.year}, tính đến ngày {view.as_of:%d/%m/%Y}",
        colors={str(state): color for state, color in COLORS.items()},
    )


def remarks(view: View) -> ReportSheet:
    """What changed since, and what waits for a person, in words."""
    return ReportSheet(
        "Cần biết",
        "THAY ĐỔI VÀ ĐIỂM CẦN QUYẾT ĐỊNH",
        (_remarks(view.remarks),),
        letterhead=False,
        signature=False,
    )


def receipts(view: View) -> ReportSheet:
    """Every single time that something came, as a level above reads it."""
    return ReportSheet(
        RECEIPTS_SHEET,
        "CÁC LẦN NHẬN SỐ LIỆU",
        (
            ReportTable(
                tuple(ReportColumn((header,), width) for _, header, width in RECEIPTS),
                tuple(_receipt_rows(view)),
                empty="Chưa nhận được bản nào.",
            ),
        ),
        subtitle="Cấp trên dùng trang này khi tổng hợp tiếp",
        letterhead=False,
        signature=False,
    )


def summary_words(view: View) -> str:
    """How many units stand how, in one line."""
    counted = {s: sum(one.standing is s for one in view.expected) for s in Standing}
    again = sum(len(one.holding.receipts) > 1 for one in view.expected if one.holding)
    parts = [f"{state.lower()} {counted[state]}" for state in Standing]
    return f"{len(view.expected)} đơn vị: {', '.join(parts)}; gửi nhiều lần {again}."


def _standings(view: View) -> ReportTable:
    rows = numbered(_standing(one) for one in view.expected)
    told, count = view.shares(PETITION)
    sums = [
        Formula(f"=SUM({letter}{{first}}:{letter}{{last}})", _sum(rows, column))
        for letter, column in (("E", 4), ("F", 5), ("G", 6))
    ]
    return ReportTable(
        (
            NUMBER,
            ReportColumn(("Đơn vị",), 26),
            ReportColumn(("Ngày nộp",), 13, Look.DATE),
            ReportColumn(("Lần nộp",), 8, Look.INTEGER),
            ReportColumn(("Số kiến nghị",), 10, Look.INTEGER),
            ReportColumn(("Số lỗi",), 8, Look.INTEGER),
            ReportColumn(("Số cảnh báo",), 9, Look.INTEGER),
            ReportColumn(("Tình trạng",), 16, Look.CENTER),
            ReportColumn(("Kết quả nhận",), 18),
            ReportColumn(("Ghi chú",), 30),
        ),
        rows,
        total=(
            f"Tổng cộng ({told}/{count} đơn vị có số liệu kiến nghị)",
            None,
            None,
            None,
            *sums,
            None,
            None,
            summary_words(view),
        )
        if rows
        else None,
        empty="Chưa rõ những đơn vị nào phải nộp.",
    )


def _standing(one: Expected) -> tuple[ReportCell, ...]:
    if one.holding is None:
        return (one.unit.name, None, None, None, None, None, str(one.standing), None, None)
    counted = one.holding.counted
    receipt = counted.receipt
    petitions = len(counted.petitions) if one.tells(PETITION) else None
    lacking = [KIND_NAMES[kind] for kind in KINDS if kind not in counted.told]
    is_partial = lacking and one.standing not in {Standing.MISSING, Standing.NIL}
    note = f"Không có {', '.join(lacking)}" if is_partial else None
    return (
        one.unit.name,
        _day(one.holding.first.received),
        len(one.holding.receipts),
        petitions,
        receipt.errors,
        receipt.warnings,
        str(one.standing),
        str(receipt.verdict),
        note,
    )


def _sum(rows: Sequence[tuple[ReportCell, ...]], column: int) -> int:
    return sum(value for row in rows if isinstance(value := row[column], int))


def _remarks(remarks: Sequence[Remark]) -> ReportTable:
    return ReportTable(
        (
            NUMBER,
            ReportColumn(("Nơi gửi đến",), 34),
            ReportColumn(("Mã",), 10, Look.CENTER),
            ReportColumn(("Nội dung",), 60),
            ReportColumn(("Cách xử lý",), 50),
        ),
        numbered(
            (
                one.source or None,
                one.notice.code,
                clean(one.text("vi")),
                one.fix("vi"),
            )
            for one in remarks
        ),
        empty="Không có thay đổi hoặc điểm cần quyết định.",
    )


def _receipt_rows(view: View) -> Iterator[tuple[ReportCell, ...]]:
    for held in view.holdings.values():
        for receipt in held.receipts:
            yield _receipt(held.counted, receipt, counts=receipt == held.counted.receipt)


def _receipt(sent: Submission, receipt: Receipt, *, counts: bool) -> tuple[ReportCell, ...]:
    return (
        sent.unit,
        sent.unit_name,
        str(sent.year),
        sent.held_on.isoformat() if sent.held_on and counts else None,
        receipt.received,
        receipt.saved,
        receipt.digest,
        receipt.source,
        receipt.petitions,
        receipt.people,
        receipt.surveys,
        receipt.errors,
        receipt.warnings,
        receipt.unreadable,
        ", ".join(sorted(sent.kinds)) if counts else None,
        YES if (sent.is_nil if counts else receipt.is_nil) else None,
        sent.version if counts else None,
        str(receipt.verdict),
        YES if counts else None,
    )


def _day(text: str) -> date | None:
    return datetime.fromisoformat(text).date() if text else None
