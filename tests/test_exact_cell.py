"""Whatever stands around a table, the cell that is told is the cell where the value stands."""

from dataclasses import dataclass, replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit import intake, profiles
from toolkit.model import Meeting, Severity, Workbook
from toolkit.normalize import normalize
from toolkit.testing import blamed, workbook

AS_OF = date(2026, 11, 23)
PROFILE, _ = profiles.load(AS_OF)

TITLES = (
    "UBND XÃ TÂN PHONG | | | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "ỦY BAN NHÂN DÂN",
    "Số: 12/BC-UBND",
    "| | | Độc lập - Tự do - Hạnh phúc",
    "DANH SÁCH Ý KIẾN, KIẾN NGHỊ CỦA CỬ TRI | < | < | <",
    "Phụ lục 02",
    "(Kèm theo Báo cáo số 12/BC-UBND ngày 23/10/2026 của UBND xã) | < | <",
    "Tân Phong, ngày 23 tháng 10 năm 2026",
    "Column1 | Column2 | Column3 | Column4",
    "",
)
"""Rows as they stand above tables; an empty one is a blank row."""

TAILS = (
    "",
    "Tổng cộng: 4 ý kiến",
    "Ghi chú: số liệu đến ngày 20/10/2026",
    "NGƯỜI LẬP BIỂU | | | TM. ỦY BAN NHÂN DÂN",
)
"""Rows as they stand below tables, in this order."""

FIELDS = ("seq", "petitioner", "hamlet", "phone", "content", "received_on")
HEADER = "STT | Họ và tên | Ấp | Điện thoại | Nội dung kiến nghị | Ngày tiếp nhận"
GROUPED = (
    "STT | Người kiến nghị | <  | <          | Nội dung kiến nghị | Ngày tiếp nhận",
    "^   | Họ và tên       | Ấp | Điện thoại | ^                  | ^",
)
COLUMN_NUMBERS = "(1) | (2) | (3) | (4) | (5) | (6)"
PEOPLE = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Hoàng Cường", "Phạm Thị Dung")
PETITIONS = (
    "Đề nghị sửa đường liên ấp đoạn qua tổ 3",
    "Đề nghị lắp đèn chiếu sáng ở ngã tư chợ",
    "Cống trước trường học bị nghẹt đã nhiều tháng",
    "Xin hướng dẫn thủ tục tách thửa cho con",
)
WRONG_DATE, WRONG_PHONE = "31/02/2026", "'0323242342399"


@dataclass(frozen=True)
class Surroundings:
    """What stands around a table, and in which of its rows the two wrong values stand."""

    titles: list[str]
    margin: int
    grouped: bool
    numbered: bool
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    gaps: frozenset[int]
    tails: list[str]
    date_at: int
    phone_at: int

    @property
    def above(self) -> int:
        """Rows above the first record."""
        return len(self.titles) + (2 if self.grouped else 1) + self.numbered

    def row(self, record: int) -> int:
        """The row of a record in the sheet; `gaps` are records with a blank row before them."""
        return self.above + record + 1 + sum(gap <= record for gap in self.gaps)

    def text(self) -> str:
        """The sheet, in the notation of `toolkit.testing`."""
        header = [*(GROUPED if self.grouped else [HEADER]), *([COLUMN_NUMBERS] * self.numbered)]
        lines = ["# Sheet1", *self.titles, *map(self._margin, header)]
        for record in range(len(PEOPLE)):
            hidden = "~" * (record in self.hidden_rows)
            lines += [""] * (record in self.gaps)
            lines.append(hidden + self._margin(self._record(record)))
        return "\n".join([*lines, *self.tails])

    def _margin(self, line: str) -> str:
        return " | " * self.margin + line

    def _record(self, record: int) -> str:
        phone = f">>{WRONG_PHONE}" if record == self.phone_at else f"'091234567{record}"
        day = f">>{WRONG_DATE}" if record == self.date_at else f"0{record + 1}/10/2026"
        cells = (str(record + 1), PEOPLE[record], "Ấp Tân Hòa", phone, PETITIONS[record], day)
        return " | ".join(cells)


SURROUNDINGS = st.builds(
    Surroundings,
    titles=st.lists(st.sampled_from(TITLES), max_size=20),
    margin=st.integers(0, 8),
    grouped=st.booleans(),
    numbered=st.booleans(),
    hidden_rows=st.frozensets(st.integers(0, 3)),
    hidden_columns=st.frozensets(st.integers(1, 14), max_size=5),
    gaps=st.frozensets(st.integers(1, 3)),
    tails=st.lists(st.sampled_from(TAILS), max_size=4, unique=True).map(
        lambda tails: sorted(tails, key=TAILS.index)
    ),
    date_at=st.integers(0, 3),
    phone_at=st.integers(0, 3),
)


def sheet(around: Surroundings) -> Workbook:
    book = workbook(around.text())
    (only,) = book.sheets
    return replace(book, sheets=(replace(only, hidden_columns=around.hidden_columns),))


@settings(max_examples=1000)
@given(SURROUNDINGS)
def test_a_wrong_value_is_told_at_its_cell_and_every_record_at_its_own(
    around: Surroundings,
) -> None:
    (table,), _ = intake.recognise(sheet(around), PROFILE)
    records, findings = intake.examine((table,), PROFILE, Meeting(), AS_OF)

    errors = {finding.cell for finding in findings if finding.notice.severity is Severity.ERROR}
    assert errors == blamed(around.text())

    assert [record.row for record in records] == [around.row(record) for record in range(4)]
    for number, record in enumerate(records):
        stands = {
            field: (around.row(number), around.margin + n) for n, field in enumerate(FIELDS, 1)
        }
        wrong = {
            *(["phone"] if number == around.phone_at else []),
            *(["received_on"] if number == around.date_at else []),
        }
        assert {field: record.places[field] for field in FIELDS} == stands
        assert wrong == set(FIELDS) - record.values.keys()
        assert record.text("petitioner") == PEOPLE[number]
        assert record.text("content") == PETITIONS[number]


ATTENDEES = {
    "seq": ("STT", "1", "2", "3"),
    "full_name": ("Họ và tên", "Lê Văn Cam", "Võ Thị Duyên", "Trần Văn Em"),
    "birth": ("Năm sinh", "1960", "1985", "1972"),
    "position": ("Chức vụ", "Trưởng ấp", "Bí thư chi bộ", "Giáo viên"),
    "hamlet": ("Ấp cư trú", "Tân Hòa", "Xóm Mới", "Tân Hòa"),
    "national_id": ("Số CCCD", "'072060000001", "'072185000002", "'072072000003"),
}
STRANGE = ("Biển số xe", "70B1-123.45", "70H1-456.78", "70K1-111.22")


@settings(max_examples=1000)
@given(
    order=st.permutations([*ATTENDEES]),
    strange=st.integers(0, 6),
    margin=st.integers(0, 5),
    gap=st.integers(1, 3),
    second=st.integers(0, 3),
)
def test_columns_may_stand_in_any_order_and_two_tables_side_by_side(
    order: list[str], strange: int, margin: int, gap: int, second: int
) -> None:
    columns = [ATTENDEES[field] for field in order]
    columns.insert(strange, STRANGE)
    fields = [*order[:strange], None, *order[strange:]]
    lines = [
        [""] * margin
        + [column[row] for column in columns]
        + [""] * gap
        + [column[row] if row <= second else "" for column in columns]
        for row in range(4)
    ]
    book = workbook("\n".join(" | ".join(line) for line in lines))
    left, right = intake.recognise(book, PROFILE)[0]
    for table, count, start in (
        (left, 3, margin + 1),
        (right, second, margin + len(columns) + gap + 1),
    ):
        places = {field: start + n for n, field in enumerate(fields) if field}
        records, _ = normalize(table, PROFILE.codelists)
        assert [{field: record.places[field] for field in order} for record in records] == [
            {field: (row, places[field]) for field in order} for row in range(2, count + 2)
        ]
