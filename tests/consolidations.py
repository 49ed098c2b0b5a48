"""A whole meeting for tests, written as sheets whose header row holds the names of the fields.

The name of a sheet says what its rows are. Rows of petitions with the same `id` are one
petition; `lead_unit`, `due_date`, `due_state` and `days_overdue` are those of its task.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from toolkit.model import (
    Cell,
    Code,
    Column,
    Consolidation,
    DueState,
    Entry,
    FileStatus,
    Finding,
    Formula,
    Layout,
    MappedColumn,
    Meeting,
    Raw,
    Record,
    ReportBook,
    ReportCell,
    ReportSheet,
    ReportTable,
    Section,
    Sheet,
    SourceFile,
    SourceLink,
    Table,
    TableRow,
    Task,
    Value,
    Workbook,
)
from toolkit.testing import workbooks

LAYOUTS = {
    "Đại biểu": Layout("attendee", "Danh sách đại biểu", (), needs=("full_name",)),
    "Kiến nghị": Layout("petition", "Ý kiến, kiến nghị", (), needs=("content",)),
    "Trả lời": Layout("response", "Trả lời kiến nghị", (), needs=("response_text",)),
    "Khảo sát": Layout("survey", "Khảo sát mức độ hài lòng", (), needs=("question",)),
}
ENTITIES = tuple(layout.key for layout in LAYOUTS.values())
MEETING = Meeting("xã Tân Phong", "25507", "tỉnh Tây Ninh", date(2026, 10, 20), 2026)
AS_OF = date(2026, 11, 23)

CODELISTS: Mapping[str, tuple[Code, ...]] = {
    "topics": (
        Code("A05", "Đất đai"),
        Code("B01", "Giao thông"),
        Code("B04", "Rác thải, vệ sinh môi trường"),
    ),
    "kinds": (Code("KN", "Kiến nghị"), Code("KHN", "Khiếu nại"), Code("TC", "Tố cáo")),
    "authorities": (
        Code("XA", "Cấp xã"),
        Code("HUYEN", "Cấp huyện"),
        Code("TINH", "Cấp tỉnh (sở, ngành)"),
        Code("TW", "Trung ương"),
        Code("ND", "Ngành dọc"),
        Code("DN", "Doanh nghiệp"),
    ),
    "statuses": (
        Code("01", "Mới tiếp nhận"),
        Code("03", "Đang giải quyết"),
        Code("04", "Đã trả lời"),
        Code("05", "Đã chuyển cơ quan có thẩm quyền"),
        Code("06", "Kết thúc"),
    ),
    "outcomes": (Code("A", "Đã giải quyết xong"), Code("C", "Giải trình, cung cấp thông tin")),
    "delegations": (Code("AP", "Bí thư chi bộ, Trưởng ấp"), Code("CD", "Công dân/hộ dân")),
    "attendance": (
        Code("present", "Có mặt"),
        Code("excused", "Vắng có lý do"),
        Code("absent", "Vắng"),
        Code("unknown", "Chưa rõ"),
    ),
    "genders": (Code("male", "Nam"), Code("female", "Nữ")),
}


def consolidation(text: str, findings: Iterable[Finding] = ()) -> Consolidation:
    """The meeting that the sheets tell of; every row is a record of its own."""
    files = tuple(_file(book) for book in workbooks(text))
    records = [record for file in files for record in file.records]
    by_entity = {key: [r for r in records if r.entity == key] for key in ENTITIES}
    petitions: dict[str, list[Record]] = {}
    for record in by_entity["petition"]:
        petitions.setdefault(record.text("id") or f"KN-{len(petitions) + 1}", []).append(record)
    return Consolidation(
        MEETING,
        AS_OF,
        files,
        tuple(_entry([record]) for record in by_entity["attendee"]),
        tuple(_task(_entry(sources, number)) for number, sources in petitions.items()),
        tuple(by_entity["response"]),
        tuple(by_entity["survey"]),
        tuple(findings),
    )


def as_lines(table: ReportTable) -> list[str]:
    """The rows of a table as a reader sees them, the total last; the header is left out."""
    total = [] if table.total is None else [table.total]
    return [_line(row) for row in (*table.rows, *total)]


def headers(table: ReportTable) -> str:
    """The headers of a table; a parent stands before its child."""
    return " | ".join("/".join(column.header) for column in table.columns)


def sheet_of(book: ReportBook, name: str) -> ReportSheet:
    """The sheet of this name."""
    return next(sheet for sheet in book.sheets if sheet.name == name)


def _file(book: Workbook) -> SourceFile:
    tables = tuple(_table(book.name, sheet) for sheet in book.sheets if sheet.rows)
    records = tuple(_record(table, row.number) for table in tables for row in table.rows)
    status = FileStatus.OK if tables else FileStatus.NO_TABLE
    return SourceFile(book.name, "ab" * 32, 12_345, status, tables=tables, records=records)


def _table(workbook: str, sheet: Sheet) -> Table:
    header = [str(name) for name in sheet.rows[0]]
    columns = tuple(
        MappedColumn(number, Column(field, "text", (field,)), field, 1.0, "header")
        for number, field in enumerate(header, start=1)
    )
    rows = tuple(TableRow(number) for number in range(2, len(sheet.rows) + 1))
    return Table(workbook, sheet, LAYOUTS[sheet.name], (1,), columns, (), rows, ())


def _record(table: Table, row: int) -> Record:
    fields = [mapped.column.field for mapped in table.columns]
    raw = dict(zip(fields, table.sheet.rows[row - 1], strict=False))
    values = {field: _value(value) for field, value in raw.items() if value is not None}
    places = {field: (row, fields.index(field) + 1) for field in values}
    typed = {field: str(value) for field, value in values.items()}
    part = values.pop("part", 0)
    return Record(table, row, values, places, typed, part if isinstance(part, int) else 0)


def _value(raw: Raw) -> Value:
    if isinstance(raw, datetime):
        return raw.date()
    return raw if isinstance(raw, str | int) else str(raw)


def _entry(sources: list[Record], number: str = "") -> Entry:
    values: dict[str, Value] = {}
    places: dict[str, Cell] = {}
    for record in sources:
        for field, value in record.values.items():
            values.setdefault(field, value)
            places.setdefault(field, record.cell(field))
    return Entry(values, places, tuple(sources), number)


def _task(petition: Entry) -> Task:
    due_date, days = petition["due_date"], petition["days_overdue"]
    return Task(
        petition,
        lead_unit=petition.text("lead_unit"),
        support_units=(),
        leader="",
        assignee="",
        due_date=due_date if isinstance(due_date, date) else None,
        basis="",
        due_state=DueState(petition.text("due_state") or DueState.NO_DEADLINE),
        days_overdue=days if isinstance(days, int) else None,
    )


def _line(row: tuple[ReportCell, ...] | Section) -> str:
    return row.title if isinstance(row, Section) else " | ".join(map(_shown, row))


def _shown(cell: ReportCell) -> str:
    match cell:
        case None:
            return ""
        case Formula(value=float(value)):
            return f"{value:.1%}"
        case Formula(value=value):
            return str(value)
        case SourceLink(text=text):
            return text
        case _:
            return str(cell)
