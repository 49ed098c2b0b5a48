"""Tables as `detect` would find them, put together by hand, and what `normalize` makes of them."""

from collections.abc import Mapping

from toolkit.model import (
    Code,
    Column,
    Excluded,
    Finding,
    Layout,
    MappedColumn,
    Reason,
    Record,
    Table,
    TableRow,
    Value,
)
from toolkit.normalize import normalize
from toolkit.testing import workbook

COLUMNS = {
    "STT": Column("seq", "seq", ()),
    "Người kiến nghị": Column("petitioner", "petitioner", ()),
    "Họ tên - Địa chỉ": Column("petitioner", "petitioner", (), also=("address", "phone")),
    "Họ đệm": Column("full_name", "name", ()),
    "Tên": Column("full_name", "name", ()),
    "Năm sinh Nam": Column("birth", "birth", (), implies={"gender": "male"}),
    "Năm sinh Nữ": Column("birth", "birth", (), implies={"gender": "female"}),
    "Giới tính": Column("gender", "gender", (), codelist="genders"),
    "Chức vụ, đơn vị": Column("position", "text", (), also=("organisation",)),
    "Dự họp": Column("attendance", "attendance", ()),
    "Đơn vị/Ấp": Column("organisation", "text", (), also=("hamlet",)),
    "Có mặt": Column("attendance", "tick", (), value="present"),
    "Vắng": Column("attendance", "tick", (), value="absent"),
    "Thành phần": Column("delegation", "code", (), codelist="delegations"),
    "SĐT": Column("phone", "phone", ()),
    "SĐT/CCCD": Column("phone", "phone", (), also=("national_id",)),
    "Ấp": Column("hamlet", "hamlet", ()),
    "Nguồn": Column("channel", "text", ()),
    "Nội dung": Column("content", "text", ()),
    "Lĩnh vực": Column("topic", "code", (), codelist="topics"),
    "Ngày": Column("received_on", "date", ()),
    "Thẩm quyền": Column("authority", "code", (), codelist="authorities"),
    "Chủ trì": Column("lead_unit", "unit", ()),
    "Phối hợp": Column("support_units", "list", ()),
    "Số văn bản": Column("document_no", "document", (), also=("document_date",)),
    "Trả lời": Column("response_text", "text", ()),
    "Tình trạng": Column("status", "code", (), codelist="statuses"),
    "Kết quả": Column("outcome", "code", (), codelist="outcomes"),
    "Đã giải quyết": Column("outcome", "tick", (), value="A"),
    "Đang giải quyết": Column("status", "tick", (), value="03"),
    "Chuyển cấp trên": Column("status", "tick", (), value="05"),
    "Chưa giải quyết": Column("outcome", "tick", (), value="E"),
    "Số phiếu": Column("total", "count", ()),
    "Ghi chú": Column("note", "text", ()),
    "Địa chỉ": Column("address", "text", ()),
    "Danh xưng": Column("honorific", "text", ()),
    "Định danh": Column("national_id", "national_id", ()),
    "Ngày văn bản": Column("document_date", "date", ()),
}
"""Columns by the header that the tests use."""

CODELISTS = {
    "topics": (Code("A05", "Đất đai", ("Địa chính",)), Code("B01", "Giao thông")),
    "topic_groups": (Code("2", "Kinh tế - Ngân sách", ("Kinh tế",)),),
    "authorities": (Code("XA", "Cấp xã"), Code("TINH", "Cấp tỉnh")),
    "delegations": (Code("AP", "Trưởng ấp"), Code("CD", "Công dân")),
    "statuses": (
        Code("01", "Mới tiếp nhận", ("Chưa giải quyết",)),
        Code("03", "Đang giải quyết", ("Giải quyết một phần",)),
        Code("06", "Kết thúc", ("Đã giải quyết xong", "Hoàn thành")),
    ),
    "outcomes": (
        Code("A", "Đã giải quyết xong", ("Hoàn thành",)),
        Code("B", "Giải quyết một phần"),
        Code("E", "Chưa giải quyết (khách quan)", ("Chưa giải quyết",)),
    ),
    "genders": (Code("male", "Nam"), Code("female", "Nữ", ("Phái nữ",))),
}


def table(text: str, entity: str = "petition") -> Table:
    """A table as `detect` would find it. A row with one filled cell is a heading.

    The header is the first row with several cells; what is above it are titles.
    """
    sheet = workbook(text).sheets[0]
    rows = {number: row for number, row in enumerate(sheet.rows, start=1) if any(row)}
    filled = {number: [c for c in row if c is not None] for number, row in rows.items()}
    header = next(number for number, cells in filled.items() if len(cells) > 1)
    columns = tuple(
        MappedColumn(number, COLUMNS[str(name)], str(name), 1.0, "header")
        for number, name in enumerate(rows[header], start=1)
        if name
    )
    records: list[TableRow] = []
    headings: list[Excluded] = []
    for number in (number for number in rows if number > header):
        if len(filled[number]) == 1 and not any(s.bottom == number for s in sheet.merged):
            headings.append(Excluded(number, Reason.SECTION, str(filled[number][0])))
        else:
            records.append(TableRow(number, headings[-1].row if headings else None))
    return Table(
        "test.xlsx",
        sheet,
        Layout(entity, entity, tuple(COLUMNS.values())),
        (header,),
        columns,
        (),
        tuple(records),
        tuple(headings),
        titles=tuple((n, str(cells[0])) for n, cells in filled.items() if n < header),
    )


def run(text: str, entity: str = "petition") -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    return normalize(table(text, entity), CODELISTS)


def values(text: str, entity: str = "petition") -> list[Mapping[str, Value]]:
    return [record.values for record in run(text, entity)[0]]


def column(text: str, field: str) -> list[Value]:
    return [record[field] for record in run(text)[0]]


def findings(text: str, entity: str = "petition") -> list[str]:
    return [f"{f.cell.a1} {f.notice.code}" for f in run(text, entity)[1]]


def places(record: Record) -> dict[str, str]:
    return {field: record.cell(field).a1 for field in record.values}
