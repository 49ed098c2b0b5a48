"""The sheets “Nguồn số liệu” and “Thông tin”: where the figures come from and what they mean."""

from collections.abc import Sequence

from toolkit import __version__
from toolkit.model import (
    Consolidation,
    FileStatus,
    Formula,
    Look,
    Reason,
    ReportColumn,
    ReportSheet,
    ReportTable,
    Severity,
    SourceFile,
)
from toolkit.summarize import figures
from toolkit.summarize.columns import (
    NUMBER,
    Column,
    Register,
    column,
    numbered,
    numbers,
    source_link,
    unprinted,
)
from toolkit.summarize.privacy import masked
from toolkit.summarize.reconciliation import Reconciled, own_tables, reconcile
from toolkit.summarize.sayings import told

STATUSES = {
    FileStatus.OK: "Không có lỗi",
    FileStatus.WARNINGS: "Có cảnh báo",
    FileStatus.ERRORS: "Có lỗi",
    FileStatus.UNREADABLE: "Không đọc được",
    FileStatus.SKIPPED: "Bỏ qua",
    FileStatus.NO_TABLE: "Không có bảng cần đọc",
}
REASONS = {
    Reason.TITLE: "Tiêu đề của bảng",
    Reason.COLUMN_NUMBERS: "Dòng đánh số cột",
    Reason.REPEATED_HEADER: "Tiêu đề cột lặp lại",
    Reason.SECTION: "Tên nhóm, tên phần",
    Reason.TOTAL: "Dòng tổng cộng",
    Reason.SIGNATURE: "Phần ký tên",
    Reason.NOTE: "Ghi chú, không phải số liệu",
    Reason.BLANK: "Dòng trống",
    Reason.NIL_RETURN: "Không có kiến nghị",
    Reason.KNOWN: "Đã tính từ tệp gửi về",
}
FILE = ReportColumn(("Tệp",), 34)
SHEET = ReportColumn(("Trang",), 20)
PLACE = ReportColumn(("Ô",), 12, Look.CENTER)


def sources(data: Consolidation, link_base: str = "") -> ReportSheet:
    """Every row of every file: taken, or left out and why; and the files that were not read.

    Raises:
        LostRowsError: A row or a record is in none of the results.
    """
    return ReportSheet(
        "Nguồn số liệu",
        "NGUỒN SỐ LIỆU",
        (
            _tables(reconcile(data)),
            _left_out(data, link_base),
            _not_read(data.files),
            _without_petition(data, link_base),
        ),
        subtitle="Mỗi dòng trong các bảng đã đọc hoặc thành bản ghi, hoặc để ra ngoài có lý do",
        signature=False,
    )


def input_files(data: Consolidation) -> Register:
    """Every file as it was, and how much is to be put right in it."""
    files = data.files
    found = told(files, data.findings)

    def number(header: str, severity: Severity, name: str) -> Column:
        cells = (found[file.path, severity] for file in files)
        return column(header, 10, cells, Look.INTEGER, name=name)

    return Register(
        (
            numbers(files),
            column("Tệp", 34, (file.path for file in files)),
            column("Tình trạng", 20, (STATUSES[file.status] for file in files)),
            column("Dung lượng (byte)", 14, (file.size for file in files), Look.INTEGER),
            number("Số lỗi", Severity.ERROR, "TT_loi"),
            number("Số cảnh báo", Severity.WARNING, "TT_canh_bao"),
            *unprinted([column("SHA-256", 66, (file.sha256 for file in files))]),
        )
    )


def about(data: Consolidation, files: Register) -> ReportSheet:
    """The program, the day, the files as they were, and the meaning of the figures."""
    return ReportSheet(
        "Thông tin",
        "THÔNG TIN VỀ BẢNG TỔNG HỢP",
        (
            _run(data),
            files.table("Chưa có tệp nào.", "2. Các tệp đầu vào"),
            _definitions(),
        ),
        letterhead=False,
        signature=False,
    )


def _tables(reconciled: Sequence[Reconciled]) -> ReportTable:
    counted = [(one.rows, one.taken, one.left_out, 0, one.records) for one in reconciled]
    headers = (
        "Số dòng của bảng",
        "Dòng thành bản ghi",
        "Dòng để ra ngoài",
        "Dòng chưa giải thích",
        "Số bản ghi",
    )
    return ReportTable(
        (
            NUMBER,
            FILE,
            SHEET,
            ReportColumn(("Loại bảng",), 34),
            *(ReportColumn((header,), 12, Look.INTEGER) for header in headers),
        ),
        numbered(
            (
                one.table.workbook,
                one.table.sheet.name,
                one.table.layout.title,
                one.rows,
                one.taken,
                one.left_out,
                Formula("=E{row}-F{row}-G{row}", one.rows - one.taken - one.left_out),
                one.records,
            )
            for one in reconciled
        ),
        total=("Tổng cộng", None, None, None, *_sums("EFGHI", counted)) if counted else None,
        empty="Chưa có bảng nào được đọc.",
        caption="1. Các bảng đã đọc",
    )


def _sums(letters: str, rows: Sequence[tuple[int, ...]]) -> tuple[Formula, ...]:
    """The total row of columns of numbers."""
    return tuple(
        Formula(f"=SUM({letter}{{first}}:{letter}{{last}})", sum(column))
        for letter, column in zip(letters, zip(*rows, strict=True), strict=True)
    )


def _left_out(data: Consolidation, link_base: str) -> ReportTable:
    return ReportTable(
        (
            NUMBER,
            FILE,
            SHEET,
            ReportColumn(("Nội dung của dòng",), 34),
            PLACE,
            ReportColumn(("Lý do để ra ngoài",), 24),
        ),
        numbered(
            (
                table.workbook,
                table.sheet.name,
                masked(row.text),
                source_link(table.cell(row.row, 1), link_base),
                REASONS[row.reason],
            )
            for file in data.files
            for table in own_tables(file)
            for row in table.excluded
        ),
        empty="Không có dòng nào để ra ngoài.",
        caption="2. Các dòng để ra ngoài",
    )


def _not_read(files: Sequence[SourceFile]) -> ReportTable:
    return ReportTable(
        (NUMBER, FILE, ReportColumn(("Tình trạng",), 20), ReportColumn(("Lý do",), 34)),
        numbered(
            (file.path, STATUSES[file.status], reason_of(file))
            for file in files
            if not own_tables(file)
        ),
        empty="Mọi tệp đều đã được đọc.",
        caption="3. Các tệp không có số liệu được đọc",
    )


def reason_of(file: SourceFile) -> str:
    """Why nothing was read from a file."""
    if file.reason is None:
        return "Không thấy bảng đại biểu, kiến nghị, trả lời hay khảo sát trong tệp."
    return file.reason.text("vi", file.params)


def _without_petition(data: Consolidation, link_base: str) -> ReportTable:
    places = [(record, record.cell("response_text")) for record in data.unlinked]
    return ReportTable(
        (NUMBER, FILE, SHEET, ReportColumn(("Nội dung trả lời",), 34), PLACE),
        numbered(
            (
                place.workbook,
                place.sheet,
                masked(record.text("response_text")),
                source_link(place, link_base),
            )
            for record, place in places
        ),
        empty="Mọi câu trả lời đều đã ghép với kiến nghị.",
        caption="4. Các câu trả lời chưa tìm thấy kiến nghị",
    )


def _run(data: Consolidation) -> ReportTable:
    meeting = data.meeting
    held_on = f"{meeting.held_on:%d/%m/%Y}" if meeting.held_on else "Chưa rõ"
    return ReportTable(
        (NUMBER, ReportColumn(("Mục",), 34), ReportColumn(("Nội dung",), 66)),
        numbered(
            (
                ("Công cụ", f"doithoai, phiên bản {__version__}"),
                ("Số liệu tính đến ngày", f"{data.as_of:%d/%m/%Y}"),
                ("Đơn vị", ", ".join(filter(None, (meeting.unit_name, meeting.parent)))),
                ("Ngày hội nghị", held_on),
                ("Số tệp trong thư mục", _number_of_files(data.files)),
            )
        ),
        caption="1. Lần tổng hợp này",
    )


def _number_of_files(files: Sequence[SourceFile]) -> str:
    """All files, and what became of them: the same numbers as on the screen."""
    used = sum(file.has_data for file in files)
    skipped = sum(file.status is FileStatus.SKIPPED for file in files)
    rest = len(files) - used - skipped
    return f"{len(files)}: {used} có số liệu, {rest} không có số liệu, {skipped} bỏ qua"


def _definitions() -> ReportTable:
    return ReportTable(
        (NUMBER, ReportColumn(("Chỉ tiêu",), 34), ReportColumn(("Cách tính",), 66)),
        numbered(figures.DEFINITIONS.items()),
        caption="3. Cách tính các chỉ tiêu",
    )
