"""What goes back: a page of corrections for each unit, and texts to remind those that are late."""

from collections.abc import Iterable, Iterator
from datetime import date

from toolkit.aggregate.submissions import MOST_CORRECTIONS, Correction, Standing, Verdict
from toolkit.aggregate.units import full_name
from toolkit.aggregate.view import Expected, View
from toolkit.model import (
    Look,
    Meeting,
    ReportBook,
    ReportColumn,
    ReportSheet,
    ReportTable,
)
from toolkit.summarize.columns import NUMBER, numbered
from toolkit.values.texts import shorten

KIND = "return"
LONGEST_MESSAGE = 3
"""So many corrections stand in a message for a telephone; the page has the others."""
REMINDERS = "Nhac_nop.xlsx"


def returns(view: View) -> Iterator[tuple[str, ReportBook]]:
    """For every unit that is to mend something: a name for the file, and its one page."""
    for one in view.expected:
        if one.holding is not None and _has_corrections(one):
            yield f"{one.unit.code}_{_plain(one.unit.name)}.xlsx", _page(view, one)


def message(view: View, one: Expected) -> str:
    """The page as a text that can be pasted into a message."""
    corrections = _corrections(one)
    first = "\n".join(
        f"{number}. {c.place}: {c.message} {c.fix}"
        for number, c in enumerate(corrections[:LONGEST_MESSAGE], start=1)
    )
    more = len(corrections) - LONGEST_MESSAGE
    rest = f"\nCòn {more} điểm nữa trong phiếu trả lại gửi kèm." if more > 0 else ""
    return (
        f"Kính gửi {full_name(one.unit.name)}. Báo cáo kỳ {view.year}: {_verdict(one)}. Đề nghị "
        f"sửa các điểm sau rồi gửi lại:\n{first}{rest}"
    )


def reminders(view: View, deadline: date | None) -> tuple[tuple[str, str], ...]:
    """The units that sent nothing yet, each with the text that reminds it."""
    until = f" (hạn nộp {deadline:%d/%m/%Y})" if deadline else ""
    late = deadline is not None and view.as_of > deadline
    state = "đã quá hạn mà" if late else "đến nay"
    return tuple(
        (
            one.unit.name,
            (
                f"Kính gửi {full_name(one.unit.name)}. Báo cáo kết quả hội nghị đối thoại kỳ "
                f"{view.year}{until} {state} chưa nhận được. Đề nghị gửi tệp Excel trước cuối "
                "ngày làm việc tiếp theo; nếu không phát sinh kiến nghị, đề nghị ghi “Không có "
                "kiến nghị” trong bảng rồi vẫn gửi."
            ),
        )
        for one in view.expected
        if one.standing is Standing.MISSING
    )


def reminder_book(view: View, deadline: date | None) -> ReportBook:
    """All texts that are to be sent: reminders, and what goes with the pages of corrections."""
    asked = [
        (one.unit.name, message(view, one))
        for one in view.expected
        if one.holding is not None and _has_corrections(one)
    ]
    return ReportBook(
        KIND,
        "Nhắc nộp báo cáo",
        _meeting(view),
        view.as_of,
        (
            _texts("Nhắc nộp", "ĐƠN VỊ CHƯA NỘP", reminders(view, deadline), "Mọi đơn vị đã nộp."),
            _texts("Đề nghị sửa", "ĐƠN VỊ CẦN SỬA", asked, "Không có đơn vị nào cần sửa."),
        ),
    )


def _texts(name: str, title: str, texts: Iterable[tuple[str, str]], empty: str) -> ReportSheet:
    return ReportSheet(
        name,
        title,
        (
            ReportTable(
                (NUMBER, ReportColumn(("Đơn vị",), 24), ReportColumn(("Lời nhắn",), 100)),
                numbered(texts),
                empty=empty,
            ),
        ),
        letterhead=False,
        signature=False,
    )


def _page(view: View, one: Expected) -> ReportBook:
    corrections = _corrections(one)
    shown = corrections[:MOST_CORRECTIONS]
    receipt = one.holding.counted.receipt if one.holding else None
    counted = f"{receipt.errors} lỗi, {receipt.warnings} cảnh báo" if receipt else ""
    sheet = ReportSheet(
        "Phiếu trả lại",
        "PHIẾU ĐỀ NGHỊ SỬA SỐ LIỆU",
        (
            ReportTable(
                (
                    NUMBER,
                    ReportColumn(("Tệp",), 24),
                    ReportColumn(("Trang",), 14),
                    ReportColumn(("Ô",), 7, Look.CENTER),
                    ReportColumn(("Đang ghi",), 20),
                    ReportColumn(("Vì sao cần sửa",), 40),
                    ReportColumn(("Cách sửa",), 40),
                ),
                numbered(
                    (c.path, c.sheet, c.cell, c.value, shorten(c.message, 220), c.fix)
                    for c in shown
                ),
                empty="Không có điểm nào cần sửa.",
            ),
        ),
        subtitle=f"Kính gửi {one.unit.name}. Kỳ {view.year}: {_verdict(one)}; cả bản có {counted}",
        notes=(
            (
                f"Trên đây là {len(shown)} điểm cần sửa trước. Đề nghị sửa trong tệp của đơn vị, "
                "lưu lại rồi gửi lại cả tệp."
            ),
        ),
        one_page=True,
        signature=False,
    )
    return ReportBook(KIND, "Phiếu đề nghị sửa số liệu", _meeting(view), view.as_of, (sheet,))


def _has_corrections(one: Expected) -> bool:
    return bool(_corrections(one)) or _verdict(one) == Verdict.RETURNED


def _corrections(one: Expected) -> tuple[Correction, ...]:
    return one.holding.counted.corrections if one.holding else ()


def _verdict(one: Expected) -> str:
    return str(one.holding.counted.receipt.verdict) if one.holding else ""


def _meeting(view: View) -> Meeting:
    name = full_name(view.whole.name) if view.whole else ""
    return Meeting(unit_name=name, year=view.year)


def _plain(name: str) -> str:
    return name.replace(" ", "_").replace("/", "_")
