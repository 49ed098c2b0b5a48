"""“Tổng quan” of the level above: one page for those who lead; and what everything means."""

from collections import Counter
from collections.abc import Sequence

from toolkit import __version__
from toolkit.aggregate.comparisons import shares_note
from toolkit.aggregate.registers import EARLIER
from toolkit.aggregate.roster import summary_words
from toolkit.aggregate.rows import ATTENDEE, PETITION, SURVEY
from toolkit.aggregate.submissions import Standing
from toolkit.aggregate.view import View
from toolkit.codelists.meanings import Result
from toolkit.model import (
    Chart,
    ChartKind,
    DueState,
    Formula,
    Look,
    ReportCell,
    ReportColumn,
    ReportSheet,
    ReportTable,
)
from toolkit.summarize import figures
from toolkit.summarize.columns import NUMBER, numbered
from toolkit.summarize.ranges import Conditions, Ranges, expression, rate
from toolkit.values.texts import shorten

TOP = 5
LONGEST = 110
PETITIONS, PEOPLE, VOTES = "KN_ma", "DB_xa", "KS_noi_dung"
DEFINITIONS = {
    "n/N đơn vị": (
        "Số đơn vị đã có số liệu, trên số đơn vị phải nộp. Tổng số chỉ là tổng của n đơn vị đó."
    ),
    "Chưa nộp": "Chưa nhận được tệp nào đọc được. Ô số liệu để trống, không phải số 0.",
    "Không phát sinh": "Đơn vị đã báo không có kiến nghị. Được tính là đã nộp, số liệu là 0.",
    "Số 0": "Đơn vị đã gửi bảng nhưng bảng đó không có dòng nào thuộc mục này.",
    "Đúng hạn, trễ hạn": "So ngày nhận lần đầu với hạn nộp ghi ở trang “Hạn nộp”.",
    "Bản được tính": (
        "Bản lưu sau cùng trong các bản đơn vị đã gửi; bản cũ hơn gửi sau không thay bản mới."
    ),
    **figures.DEFINITIONS,
}
"""What the figures mean, in the words of the sheets."""


def overview(ranges: Ranges, view: View) -> ReportSheet:
    """Who sent, how many came and asked, what was done, what is late, and last year beside it."""
    return ReportSheet(
        "Tổng quan",
        "TÓM TẮT CHO LÃNH ĐẠO",
        (_main(ranges, view), _groups(ranges), _overdue(view)),
        subtitle=f"Kỳ {view.year}, số liệu tính đến ngày {view.as_of:%d/%m/%Y}",
        notes=(shares_note(view), summary_words(view), paragraph(ranges, view)),
        charts=(
            Chart(ChartKind.BAR, "Kết quả giải quyết", 1, 0, (1,)),
            Chart(ChartKind.BAR, "Năm lĩnh vực nhiều kiến nghị nhất", 1, 3, (4,)),
        ),
        landscape=False,
        one_page=True,
        signature=False,
    )


def paragraph(ranges: Ranges, view: View) -> str:
    """The main figures as a sentence, ready for the report."""

    def number(where: Conditions = (), weight: str = "") -> int:
        return int(ranges.figure(PETITIONS, where, weight).value)

    told, count = view.shares(PETITION)
    every, resolved = number(), number((("KN_nhom_ket_qua", Result.RESOLVED),))
    share = f" ({100 * resolved / every:.1f}%)".replace(".", ",") if every else ""
    return (
        f"Đoạn dùng cho báo cáo: Theo số liệu của {told}/{count} đơn vị, tổng số "
        f"{_dotted(number(weight='KN_luot'))} lượt ý kiến với {_dotted(every)} nội dung kiến "
        f"nghị; đã trả lời {_dotted(number(weight='KN_da_tra_loi'))} nội dung, trong đó trả lời "
        f"tại hội nghị {_dotted(number(weight='KN_tra_loi_tai_hoi_nghi'))}; đã giải quyết xong "
        f"{_dotted(resolved)}/{_dotted(every)} nội dung{share}; quá hạn chưa giải quyết "
        f"{_dotted(number((('KN_han', DueState.OVERDUE),)))} nội dung."
    )


def sources(view: View) -> ReportSheet:
    """For every unit what counts, how many rows of it are in which register, whence it came."""
    rows = [
        (
            sent.unit_name or sent.unit,
            str(year),
            held.counted.receipt.received or None,
            len(sent.petitions),
            len(sent.people),
            len(sent.surveys),
            held.counted.receipt.source,
            held.counted.receipt.digest[:16],
        )
        for (_, year), held in view.holdings.items()
        for sent in (held.counted,)
    ]
    return ReportSheet(
        "Nguồn số liệu",
        "NGUỒN SỐ LIỆU",
        (
            ReportTable(
                (
                    NUMBER,
                    ReportColumn(("Đơn vị",), 26),
                    ReportColumn(("Kỳ",), 7, Look.CENTER),
                    ReportColumn(("Ngày nhận",), 12, Look.CENTER),
                    ReportColumn(("Số kiến nghị",), 10, Look.INTEGER),
                    ReportColumn(("Số đại biểu",), 10, Look.INTEGER),
                    ReportColumn(("Số dòng khảo sát",), 10, Look.INTEGER),
                    ReportColumn(("Nơi có bản đang tính",), 44),
                    ReportColumn(("Dấu nội dung",), 20),
                ),
                numbered(rows),
                total=_totals(rows),
                empty="Chưa nhận được số liệu nào.",
            ),
        ),
        subtitle="Mỗi dòng ở các trang “Kiến nghị”, “Đại biểu”, “Hài lòng” ghi rõ tệp, trang, ô "
        "mà đơn vị đã gõ; cột “Mở” dẫn đến ô đó",
        signature=False,
    )


def about(view: View) -> ReportSheet:
    """The program, the day, the meaning of the figures."""
    run = (
        ("Công cụ", f"doithoai, phiên bản {__version__}"),
        ("Số liệu tính đến ngày", f"{view.as_of:%d/%m/%Y}"),
        ("Kỳ báo cáo", str(view.year)),
        ("Cấp tổng hợp", view.whole.name if view.whole else "Chưa rõ"),
        ("Hiện theo đơn vị hành chính ngày", f"{view.day:%d/%m/%Y}"),
        ("Số đơn vị đã nộp", _told(view)),
    )
    return ReportSheet(
        "Thông tin",
        "THÔNG TIN VỀ BẢNG TỔNG HỢP",
        tuple(
            ReportTable(
                (NUMBER, ReportColumn((first,), 34), ReportColumn((second,), 66)),
                numbered(rows),
                caption=caption,
            )
            for first, second, rows, caption in (
                ("Mục", "Nội dung", run, "1. Lần tổng hợp này"),
                ("Chỉ tiêu", "Cách tính", DEFINITIONS.items(), "2. Cách tính các chỉ tiêu"),
            )
        ),
        letterhead=False,
        signature=False,
    )


def _main(ranges: Ranges, view: View) -> ReportTable:
    past = max((placed.sent.year for placed in view.earlier.petitions), default=None)
    header = f"Năm {past}" if past else "Năm trước"
    lines = [
        _line(ranges, name, of, where, weight, past)
        for name, of, where, weight in (
            ("Số người trong danh sách", PEOPLE, (), ""),
            ("Số người có mặt", PEOPLE, (("DB_diem_danh", "Có mặt"),), ""),
            ("Số người phát biểu", PETITIONS, (), "KN_nguoi_phat_bieu"),
            ("Số lượt ý kiến", PETITIONS, (), "KN_luot"),
            ("Số nội dung kiến nghị", PETITIONS, (), ""),
            ("Đã trả lời", PETITIONS, (), "KN_da_tra_loi"),
            ("Đã giải quyết xong", PETITIONS, (("KN_nhom_ket_qua", Result.RESOLVED),), ""),
            ("Hoàn thành đúng hạn", PETITIONS, (("KN_han", DueState.DONE_IN_TIME),), ""),
            ("Quá hạn chưa xong", PETITIONS, (("KN_han", DueState.OVERDUE),), ""),
            ("Số phiếu khảo sát", VOTES, (), "KS_tong"),
            ("– trong đó hài lòng", VOTES, (), "KS_very_satisfied+KS_satisfied"),
        )
    ]
    return ReportTable(
        (
            ReportColumn(("Chỉ tiêu",), 32),
            ReportColumn(("Số liệu",), 10, Look.INTEGER),
            ReportColumn(("Tỷ lệ (%)",), 12, Look.PERCENT),
            ReportColumn((header,), 32, Look.INTEGER),
            ReportColumn(("Số đơn vị",), 12, Look.CENTER),
        ),
        tuple((*line, _shares(view, line)) for line in lines),
    )


_WHOLE = {
    "Số người có mặt": "Số người trong danh sách",
    "Đã trả lời": "Số nội dung kiến nghị",
    "Đã giải quyết xong": "Số nội dung kiến nghị",
    "Hoàn thành đúng hạn": "Số nội dung kiến nghị",
    "Quá hạn chưa xong": "Số nội dung kiến nghị",
    "– trong đó hài lòng": "Số phiếu khảo sát",
}
"""What a figure is given as a share of."""


def _line(
    ranges: Ranges, name: str, of: str, where: Conditions, weight: str, past: int | None
) -> tuple[ReportCell, ...]:
    figure = _figure(ranges, of, where, weight)
    share: ReportCell = None
    if name in _WHOLE:
        whole = {
            PEOPLE: _figure(ranges, PEOPLE, (), ""),
            PETITIONS: _figure(ranges, PETITIONS, (), ""),
            VOTES: _figure(ranges, VOTES, (), "KS_tong"),
        }[of]
        share = rate(("B{row}", int(figure.value)), (whole.text[1:], int(whole.value)))
    return name, figure, share, _past(ranges, of, where, weight, past)


def _figure(ranges: Ranges, of: str, where: Conditions, weight: str) -> Formula:
    """One figure; weights joined by + are added up."""
    parts = [ranges.figure(of, where, one) for one in weight.split("+")]
    text = "+".join(part.text.removeprefix("=") for part in parts)
    return Formula(f"={text}", sum(int(part.value) for part in parts))


def _past(ranges: Ranges, of: str, where: Conditions, weight: str, past: int | None) -> ReportCell:
    """The same figure of the year before, as far as its rows are here."""
    if past is None:
        return None
    this = ((f"{EARLIER}{of[:3]}ky", str(past)), *((f"{EARLIER}{n}", t) for n, t in where))
    weights = "+".join(f"{EARLIER}{one}" if one else "" for one in weight.split("+"))
    return _figure(ranges, EARLIER + of, this, weights)


def _shares(view: View, line: Sequence[ReportCell]) -> str:
    name = str(line[0])
    kind = ATTENDEE if "danh sách" in name or "có mặt" in name else PETITION
    kind = SURVEY if "khảo sát" in name or "hài lòng" in name else kind
    told, count = view.shares(kind)
    return f"{told}/{count}"


def _groups(ranges: Ranges) -> ReportTable:
    """Beside each other the groups of results, and the commonest topics."""
    results = ranges.by_label("KN_nhom_ket_qua")
    topics = sorted(ranges.by_label("KN_linh_vuc").items(), key=lambda pair: -pair[1])[:TOP]
    every = int(ranges.figure(PETITIONS).value)
    rows = []
    for number, result in enumerate(Result):
        left = _group("KN_nhom_ket_qua", "A", result, results.get(result, 0), every)
        topic = topics[number] if number < len(topics) else None
        right = (
            _group("KN_linh_vuc", "D", topic[0], topic[1], every)[:2] if topic else (None, None)
        )
        rows.append((*left, *right))
    return ReportTable(
        (
            ReportColumn(("Kết quả giải quyết",), 32),
            ReportColumn(("Số liệu",), 10, Look.INTEGER),
            ReportColumn(("Tỷ lệ (%)",), 12, Look.PERCENT),
            ReportColumn(("Lĩnh vực nhiều nhất",), 32),
            ReportColumn(("Số liệu",), 12, Look.INTEGER),
        ),
        tuple(rows),
    )


def _group(
    by: str, letter: str, name: str, value: int, every: int
) -> tuple[ReportCell, Formula, Formula]:
    counted = expression(by, ((by, f"${letter}{{row}}"),))
    whole = expression(PETITIONS, ())
    return name, Formula(f"={counted}", value), rate((counted, value), (whole, every))


def _overdue(view: View) -> ReportTable:
    late = [p for p in view.now.petitions if p.row.due_state == DueState.OVERDUE]
    late.sort(key=lambda p: -(p.row.days_overdue or 0))
    return ReportTable(
        (
            ReportColumn(("Kiến nghị quá hạn lâu nhất",), 32),
            ReportColumn(("Số ngày",), 10, Look.INTEGER),
            ReportColumn(("Thời hạn",), 12, Look.DATE),
            ReportColumn(("Đơn vị chủ trì",), 32),
            ReportColumn(("Xã, phường",), 12),
        ),
        tuple(
            (
                shorten(placed.row.content, LONGEST),
                placed.row.days_overdue,
                placed.row.due_date,
                placed.row.lead_unit,
                view.labels[placed.unit],
            )
            for placed in late[:TOP]
        ),
        empty="Không có kiến nghị quá hạn.",
    )


def _totals(rows: Sequence[tuple[ReportCell, ...]]) -> tuple[ReportCell, ...] | None:
    if not rows:
        return None
    sums = [
        Formula(
            f"=SUM({letter}{{first}}:{letter}{{last}})",
            sum(value for row in rows if isinstance(value := row[column], int)),
        )
        for letter, column in (("E", 3), ("F", 4), ("G", 5))
    ]
    return ("Tổng cộng", None, None, None, *sums, None, None)


def _told(view: View) -> str:
    states = Counter(one.standing for one in view.expected)
    sent = len(view.expected) - states[Standing.MISSING]
    return f"{sent}/{len(view.expected)}"


def _dotted(number: int) -> str:
    """A number as Vietnamese write it.

    >>> _dotted(1204)
    '1.204'
    """
    return f"{number:,}".replace(",", ".")
