"""The control workbook with its buttons: the settings, and what the last run came to."""

from datetime import date

from toolkit.model import (
    Button,
    Meeting,
    ReportBook,
    ReportCell,
    ReportColumn,
    ReportSheet,
    ReportTable,
    SourceLink,
)
from toolkit.settings import Settings, control_book

DESK_SHEET, LOG_SHEET, SYSTEM_SHEET = "Điều khiển", "Nhật ký", "_doithoai"
RUNNER, PATIENCE = "runner", "patience"
"""What stands in column A of the hidden sheet; the macros look for it there."""
PATIENCE_SECONDS = 600

BUTTONS = (
    Button("Kiểm tra", "KiemTra"),
    Button("Tổng hợp", "TongHop"),
    Button("Cập nhật theo dõi", "CapNhatTheoDoi"),
    Button("Hoàn tác", "HoanTac"),
    Button("Mở kết quả", "MoKetQua"),
)

LAST_RUN = ("Thông báo", "Việc đã làm", "Thời điểm", "Số tệp", "Số dòng", "Số lỗi")
"""The labels beside which a run writes what it came to; the macros know the first."""
LOG_COLUMNS = ("Thời điểm", "Việc đã làm", "Số tệp", "Số dòng", "Số lỗi", "Thông báo")

_RESULTS = (
    SourceLink("Bảng tổng hợp", "ket-qua/Tong_hop.xlsx", "Tổng quan", "A1"),
    SourceLink("Bảng theo dõi, phân công", "ket-qua/Theo_doi_phan_cong.xlsx", "Theo dõi", "A1"),
    SourceLink("Danh sách lỗi", "ket-qua/Danh_sach_loi.xlsx", "Tóm tắt", "A1"),
)
_HELP = (
    "Kiểm tra: tìm chỗ sai trong các tệp đã nhận; tệp nào đang mở thì ô sai được tô màu ngay.",
    "Tổng hợp: lập Bảng tổng hợp, Bảng theo dõi và Danh sách lỗi vào thư mục ket-qua.",
    "Cập nhật theo dõi: đưa kiến nghị mới vào Bảng theo dõi, giữ nguyên phần anh chị đã gõ.",
    "Hoàn tác: trả các tệp kết quả về như trước lần chạy gần nhất.",
    "Nếu nút không chạy vì máy chặn macro, hãy bấm đúp «Tong hop.cmd» trong thư mục hồ sơ.",
)


def desk_book(meeting: Meeting, settings: Settings, as_of: date) -> ReportBook:
    """The control workbook of `settings.control_book`, with buttons, a log and a memory of paths.

    Its macros are added when it is written.
    """
    book = control_book(meeting, settings, as_of)
    sheets = (_desk(), *book.sheets, _log(), _system())
    return ReportBook(book.kind, book.title, meeting, as_of, sheets)


def _desk() -> ReportSheet:
    labels: list[tuple[ReportCell, ...]] = [(label, None) for label in LAST_RUN]
    links: list[tuple[ReportCell, ...]] = [(link, link.path) for link in _RESULTS]
    return ReportSheet(
        DESK_SHEET,
        "HỘI NGHỊ ĐỐI THOẠI",
        (
            _table("Lần chạy gần nhất", labels),
            _table("Mở kết quả (bấm vào tên)", links),
        ),
        subtitle="Bấm một nút; kết quả hiện ngay khi chạy xong.",
        notes=_HELP,
        letterhead=False,
        signature=False,
        buttons=BUTTONS,
    )


def _table(caption: str, rows: list[tuple[ReportCell, ...]]) -> ReportTable:
    columns = (ReportColumn(("Mục",), 28), ReportColumn(("Nội dung",), 80))
    return ReportTable(columns, rows, caption=caption)


def _log() -> ReportSheet:
    widths = (18, 22, 9, 9, 9, 70)
    columns = tuple(
        ReportColumn((header,), width) for header, width in zip(LOG_COLUMNS, widths, strict=True)
    )
    table = ReportTable(columns, [(None,) * len(columns)])
    note = "Mỗi lần bấm nút được ghi một dòng."
    return ReportSheet(
        LOG_SHEET, LOG_SHEET.upper(), (table,), note, letterhead=False, signature=False
    )


def _system() -> ReportSheet:
    """Where the toolkit is on this computer, and how many seconds a button waits for it."""
    rows: list[tuple[ReportCell, ...]] = [(RUNNER, None), (PATIENCE, PATIENCE_SECONDS)]
    columns = (ReportColumn(("Mục",), 20), ReportColumn(("Giá trị",), 80))
    table = ReportTable(columns, rows)
    return ReportSheet(
        SYSTEM_SHEET, SYSTEM_SHEET, (table,), letterhead=False, signature=False, hidden=True
    )
