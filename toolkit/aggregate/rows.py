"""What the level above keeps of a commune: rows without personal numbers, each with its cell.

The headers are those of the registers in `Tong_hop.xlsx`, whoever made it: a commune, a district
or a province. So what one level writes, the next one reads, and no figure is typed again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar, TypeAlias, TypeVar

from toolkit.model import Look

Plain: TypeAlias = str | int | float | date | None
"""What a cell of a register holds."""


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a register: header, width, look, the name that formulas use."""

    key: str
    header: str
    width: float
    look: Look = Look.TEXT
    name: str | None = None
    printed: bool = False
    contact: bool = False
    """Holds what identifies people: it goes up only if asked for."""


_ORIGIN = (
    Field("path", "Tệp", 40),
    Field("sheet", "Trang", 20),
    Field("cell", "Ô", 8, Look.CENTER),
)
"""The cell in which a commune's clerk typed a row; `path` as that commune knows the file."""


@dataclass(frozen=True, slots=True)
class PetitionRow:
    """One petition as a commune's register shows it; complaints and denunciations are stubs."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "Mã kiến nghị", 16, name="KN_ma", printed=True),
        Field("petitioner", "Họ và tên (hoặc cử tri, tổ chức)", 24, printed=True),
        Field("phone", "Số điện thoại", 14, contact=True),
        Field("hamlet", "Ấp/Khu phố", 16, name="KN_ap", printed=True),
        Field("content", "Nội dung kiến nghị", 52, printed=True),
        Field("topic", "Lĩnh vực", 20, name="KN_linh_vuc", printed=True),
        Field("authority", "Thẩm quyền giải quyết", 14, name="KN_tham_quyen", printed=True),
        Field("channel", "Nguồn tiếp nhận", 15),
        Field("received_on", "Ngày tiếp nhận", 12, Look.DATE),
        Field("note", "Ghi chú trong tệp", 18),
        Field("kind", "Loại ý kiến", 14),
        Field("lead_unit", "Đơn vị chủ trì", 22, name="KN_don_vi"),
        Field("support_units", "Đơn vị phối hợp", 22),
        Field("due_date", "Thời hạn hoàn thành", 12, Look.DATE),
        Field("response", "Nội dung trả lời, kết quả giải quyết", 60),
        Field("document_no", "Số, ký hiệu văn bản", 16),
        Field("document_date", "Ngày văn bản", 12, Look.DATE),
        Field("status", "Tình trạng xử lý", 18),
        Field("outcome", "Kết quả", 22),
        Field("completed_on", "Ngày hoàn thành", 12, Look.DATE),
        Field("due_state", "Tình trạng hạn", 18, name="KN_han"),
        Field("days_overdue", "Số ngày quá hạn", 9, Look.INTEGER, "KN_ngay_qua_han"),
        Field("result", "Nhóm kết quả", 22, name="KN_nhom_ket_qua"),
        Field("answered", "Đã trả lời", 10, Look.INTEGER, "KN_da_tra_loi"),
        Field(
            "answered_at_meeting",
            "Đã trả lời tại hội nghị",
            10,
            Look.INTEGER,
            "KN_tra_loi_tai_hoi_nghi",
        ),
        Field("turns", "Số lượt ý kiến", 10, Look.INTEGER, "KN_luot"),
        Field("speakers", "Số người phát biểu", 10, Look.INTEGER, "KN_nguoi_phat_bieu"),
        *_ORIGIN,
    )

    id: str = ""
    petitioner: str = ""
    phone: str = ""
    hamlet: str = ""
    content: str = ""
    topic: str = ""
    authority: str = ""
    channel: str = ""
    received_on: Plain = None
    note: str = ""
    kind: str = ""
    lead_unit: str = ""
    support_units: str = ""
    due_date: Plain = None
    response: str = ""
    document_no: str = ""
    document_date: Plain = None
    status: str = ""
    outcome: str = ""
    completed_on: Plain = None
    due_state: str = ""
    days_overdue: int | None = None
    result: str = ""
    answered: int = 0
    answered_at_meeting: int = 0
    turns: int = 0
    speakers: int = 0
    path: str = ""
    sheet: str = ""
    cell: str = ""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person of a list of attendees: what is counted, and the cell. The name stays below."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("full_name", "Họ và tên", 26, contact=True, printed=True),
        Field("phone", "Số điện thoại", 14, contact=True),
        Field("gender", "Giới tính", 10, name="DB_gioi_tinh", printed=True),
        Field("hamlet", "Ấp/Khu phố", 18, name="DB_ap", printed=True),
        Field("delegation", "Thành phần", 24, name="DB_thanh_phan", printed=True),
        Field("attendance", "Điểm danh", 14, name="DB_diem_danh", printed=True),
        *_ORIGIN,
    )

    full_name: str = ""
    phone: str = ""
    gender: str = ""
    hamlet: str = ""
    delegation: str = ""
    attendance: str = ""
    path: str = ""
    sheet: str = ""
    cell: str = ""


@dataclass(frozen=True, slots=True)
class SurveyRow:
    """One row of a survey table: how many people answered a question how."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("question", "Nội dung đánh giá", 46, name="KS_noi_dung", printed=True),
        Field("very_satisfied", "Rất hài lòng", 10, Look.INTEGER, "KS_very_satisfied"),
        Field("satisfied", "Hài lòng", 10, Look.INTEGER, "KS_satisfied"),
        Field("neutral", "Bình thường", 10, Look.INTEGER, "KS_neutral"),
        Field("dissatisfied", "Không hài lòng", 10, Look.INTEGER, "KS_dissatisfied"),
        Field(
            "very_dissatisfied",
            "Rất không hài lòng",
            10,
            Look.INTEGER,
            "KS_very_dissatisfied",
        ),
        Field("total", "Tổng số phiếu", 10, Look.INTEGER, "KS_tong"),
        *_ORIGIN,
    )

    question: str = ""
    very_satisfied: int | None = None
    satisfied: int | None = None
    neutral: int | None = None
    dissatisfied: int | None = None
    very_dissatisfied: int | None = None
    total: int | None = None
    path: str = ""
    sheet: str = ""
    cell: str = ""


Row: TypeAlias = PetitionRow | PersonRow | SurveyRow
RowKind = TypeVar("RowKind", PetitionRow, PersonRow, SurveyRow)

PETITION, ATTENDEE, SURVEY = "petition", "attendee", "survey"
KINDS: Mapping[str, type[PetitionRow] | type[PersonRow] | type[SurveyRow]] = {
    ATTENDEE: PersonRow,
    PETITION: PetitionRow,
    SURVEY: SurveyRow,
}
SHEETS: Mapping[str, str] = {ATTENDEE: "Đại biểu", PETITION: "Kiến nghị", SURVEY: "Hài lòng"}
"""Where the register of each kind stands in a `Tong_hop.xlsx`."""

MAIN: Mapping[str, str] = {
    ATTENDEE: "Thành phần",
    PETITION: "Nội dung kiến nghị",
    SURVEY: "Nội dung đánh giá",
}
"""A header that only the register of this kind has."""


def from_cells(
    kind: type[PetitionRow] | type[PersonRow] | type[SurveyRow], cells: Mapping[str, Any]
) -> Row:
    """A row from the cells of a register, by their headers; what is missing stays blank."""
    known: dict[str, Any] = {}
    for field in kind.FIELDS:
        value = cells.get(field.header)
        if value is None or value == "":
            continue
        known[field.key] = _as(field.look, value)
    return kind(**known)


def as_json(rows: Iterable[Row]) -> list[list[Any]]:
    """Rows as lists of their values, dates as texts."""
    return [[_told(getattr(row, field.key)) for field in row.FIELDS] for row in rows]


def from_json(kind: type[RowKind], lists: Iterable[Sequence[Any]]) -> tuple[RowKind, ...]:
    """The rows that `as_json` told."""
    days = [field.look is Look.DATE for field in kind.FIELDS]
    return tuple(
        kind(*(_day(v) if is_day else v for v, is_day in zip(one, days, strict=True)))
        for one in lists
    )


def _as(look: Look, value: Any) -> Plain:
    if look is Look.INTEGER:
        return int(value) if isinstance(value, int | float) else None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _told(value: Plain) -> Plain:
    return value.isoformat() if isinstance(value, date) else value


def _day(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:  # known only in part: “03/2026”
        return value
