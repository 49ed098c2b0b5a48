"""Who is to do what until when, and how petitions stand to their deadlines."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.assign import NOBODY, NOTICES, OWN_UNIT, assign
from toolkit.calendar import Calendar, DayKind, DayOff
from toolkit.model import (
    Column,
    DueState,
    Entry,
    Finding,
    Layout,
    MappedColumn,
    Meeting,
    PartialDate,
    Raw,
    Record,
    Table,
    Task,
    Value,
)
from toolkit.rules import RULES
from toolkit.settings import Assignment, Deadline, Scope, Settings, shipped
from toolkit.testing import workbook

AS_OF = date(2026, 11, 23)
SHIPPED = shipped()
MEETING = Meeting("xã Thạnh Bình", "25498", "tỉnh Tây Ninh", date(2026, 10, 20), 2026)
UNKNOWN = Meeting()


def petitions(text: str, name: str = "test.xlsx") -> tuple[Entry, ...]:
    """Petitions from a sheet whose header names the fields; `;` separates supporting units."""
    (sheet,) = workbook(text).sheets
    header, *rows = sheet.rows
    columns = tuple(
        MappedColumn(number, Column(str(field), "text", ()), str(field), 1.0, "header")
        for number, field in enumerate(header, start=1)
    )
    layout = Layout("petition", "Kiến nghị", (), needs=("content",))
    table = Table(name, sheet, layout, (1,), columns, (), (), ())
    return tuple(_entry(table, number, row) for number, row in enumerate(rows, start=2))


def _entry(table: Table, number: int, row: tuple[Raw, ...]) -> Entry:
    filled = [(c.column.field, c.number, row[c.number - 1]) for c in table.columns[: len(row)]]
    values = {field: _value(field, raw) for field, _, raw in filled if raw is not None}
    places = {field: (number, column) for field, column, raw in filled if raw is not None}
    record = Record(table, number, values, places)
    return Entry(values, {field: record.cell(field) for field in values}, (record,))


def _value(field: str, raw: Raw) -> Value:
    if isinstance(raw, datetime):
        return raw.date()
    if field == "support_units":
        return tuple(part.strip() for part in str(raw).split(";"))
    return f"{raw:02}" if isinstance(raw, int) else str(raw)


def run(
    text: str, meeting: Meeting = MEETING, as_of: date = AS_OF, settings: Settings | None = None
) -> tuple[tuple[Task, ...], tuple[Finding, ...]]:
    tables = settings or SHIPPED
    calendar = Calendar.with_days(tables.days_off)
    entries = petitions(text)
    return assign(entries, tables.assignments, tables.deadlines, calendar, meeting, as_of)


def task(text: str, meeting: Meeting = MEETING, as_of: date = AS_OF) -> Task:
    """The only task, about which there is nothing to say but that it may be nobody's."""
    (found,), findings = run(text, meeting, as_of)
    assert {finding.notice for finding in findings} <= {NOBODY}
    return found


def standing(header: str, row: str) -> tuple[str, int | None]:
    """How a petition received on 05/10/2026, and so due on 19/10/2026, stands on 23/11/2026."""
    found = task(f"content | received_on | {header}\nSửa đường | 2026-10-05 | {row}")
    assert found.due_date == date(2026, 10, 19)
    return str(found.due_state), found.days_overdue


# ── Who ─────────────────────────────────────────────────────────────────────────────────────


def test_the_topic_tells_the_unit() -> None:
    found = task("content | topic\nSửa đường | B01")
    assert (found.lead_unit, found.support_units, found.leader, found.assignee) == (
        "Phòng Kinh tế",
        (),
        "",
        "",
    )
    assert found.proposed == {"lead_unit", "due_date"}


def test_the_table_of_the_day_of_the_meeting_counts() -> None:
    old = Meeting("xã Tân Phong", "25507", "huyện Tân Biên", date(2023, 10, 20), 2023)
    assert task("content | topic\nKhai sinh | A01", old).lead_unit == "Tư pháp - Hộ tịch"


@pytest.mark.parametrize(
    ("year", "unit"), [(2023, "Tư pháp - Hộ tịch"), (2026, "Văn phòng HĐND và UBND")]
)
def test_of_a_meeting_only_the_year_may_be_known(year: int, unit: str) -> None:
    text = "content | topic | received_on\nKhai sinh | A01 | 2026-10-05"
    assert task(text, Meeting(year=year)).lead_unit == unit


def test_wards_have_offices_of_their_own() -> None:
    ward = Meeting("phường Tân Ninh", held_on=date(2026, 10, 20))
    assert task("content | topic\nCư trú | A03", ward).lead_unit == "Công an phường"


def test_a_unit_typed_by_hand_stays_alone() -> None:
    found = task("content | topic | lead_unit\nRác | B09 | Tổ vệ sinh")
    assert (found.lead_unit, found.support_units) == ("Tổ vệ sinh", ())
    assert found.proposed == {"due_date"}


def test_a_unit_typed_as_the_table_has_it_is_completed_from_the_table() -> None:
    found = task("content | topic | lead_unit\nKhám | B09 | PHÒNG VĂN HÓA – XÃ HỘI")
    assert found.lead_unit == "PHÒNG VĂN HÓA – XÃ HỘI"
    assert found.support_units == ("Trạm Y tế", "Bảo hiểm xã hội")
    assert found.proposed == {"support_units", "due_date"}


def test_what_people_typed_beside_the_unit_stays() -> None:
    found = task("""
        content | topic | support_units | leader  | assignee
        Khám    | B09   | Đoàn xã       | Ông Mẫu | Bà Thử
    """)
    assert (found.lead_unit, found.support_units, found.leader, found.assignee) == (
        "Phòng Văn hóa - Xã hội",
        ("Đoàn xã",),
        "Ông Mẫu",
        "Bà Thử",
    )
    assert found.proposed == {"lead_unit", "due_date"}


@pytest.mark.parametrize("topic", ["", "Hàng không"])
def test_without_a_known_topic_nobody_is_proposed(topic: str) -> None:
    found = task(f"content | topic\nViệc lạ | {topic}")
    assert found.lead_unit == ""
    assert found.proposed == {"due_date"}


def test_a_row_for_the_hamlet_comes_before_the_row_for_all() -> None:
    rows = (Assignment("B01", "Tổ hạ tầng"), Assignment("B01", "Ban ấp", hamlet="Ấp Tân Hòa"))
    text = """
        content | topic | hamlet
        Một     | B01   | tân hoà
        Hai     | B01   | Ấp Tân Lập
        Ba      | B01   |
    """
    tasks, _ = run(text, settings=Settings(assignments=(*rows, *SHIPPED.assignments)))
    assert [found.lead_unit for found in tasks] == ["Ban ấp", "Tổ hạ tầng", "Tổ hạ tầng"]


@pytest.mark.parametrize("topic", ["D02", "C01", ""])
def test_a_petition_about_attitude_goes_to_the_leader(topic: str) -> None:
    found = task(f"content | kind | topic\nCán bộ gắt gỏng | TD | {topic}")
    assert (found.lead_unit, found.leader) == ("Chủ tịch UBND xã", "Chủ tịch UBND xã")


def test_attitude_given_to_another_than_the_leader_stays_but_is_pointed_out() -> None:
    (found,), findings = run("content | kind | lead_unit\nCán bộ gắt gỏng | TD | Một cửa")
    assert found.lead_unit == "Một cửa"
    assert [(f.notice.code, f.cell.a1, f.fix("vi")) for f in findings] == [
        (
            "ASG-10",
            "C2",
            "Đề nghị giao lãnh đạo chỉ đạo kiểm tra, ví dụ Chủ tịch UBND xã.",
        )
    ]


@pytest.mark.parametrize(
    ("kind", "basis"),
    [
        ("KHN", "không giải quyết theo bảng này, thực hiện theo Luật Khiếu nại 2011, Điều 28"),
        ("TC", "không giải quyết theo bảng này, thực hiện theo Luật Tố cáo 2018, Điều 30"),
    ],
)
def test_complaints_and_denunciations_are_not_assigned(kind: str, basis: str) -> None:
    found = task(f"content | kind | topic\nKhông đồng ý | {kind} | A05")
    assert (found.lead_unit, found.due_date, found.basis) == ("", None, basis)
    assert (found.due_state, found.proposed) == (DueState.NO_DEADLINE, frozenset())


def test_what_people_typed_for_a_complaint_stays() -> None:
    found = task("""
        content    | kind | lead_unit | due_date
        Khiếu nại  | KHN  | Thanh tra | 2026-12-01
    """)
    assert (found.lead_unit, found.due_date) == ("Thanh tra", date(2026, 12, 1))


def test_a_complaint_that_was_referred_does_not_count_as_done() -> None:
    found = task("content | kind | status\nKhiếu nại | KHN | 07")
    assert found.due_state is DueState.NO_DEADLINE


# ── Until when ──────────────────────────────────────────────────────────────────────────────


def test_a_deadline_explains_itself_and_names_the_law() -> None:
    found = task("content | received_on\nSửa đường | 2026-10-05")
    assert found.due_date == date(2026, 10, 19)
    assert found.basis == (
        "nhận thứ Hai 05/10/2026 + 10 ngày làm việc, trừ 2 thứ Bảy, 2 Chủ nhật "
        "= thứ Hai 19/10/2026, theo Luật Tiếp công dân 2013, Điều 28"
    )


def test_without_a_day_of_receipt_the_day_of_the_meeting_counts() -> None:
    found = task("content\nSửa đường")
    assert found.due_date == date(2026, 11, 3)
    assert found.basis == (
        "hội nghị thứ Ba 20/10/2026 + 10 ngày làm việc, trừ 2 thứ Bảy, 2 Chủ nhật "
        "= thứ Ba 03/11/2026, theo Luật Tiếp công dân 2013, Điều 28"
    )


def test_a_deadline_typed_by_hand_counts_as_it_stands() -> None:
    found = task("content | received_on | due_date\nSửa đường | 2026-10-05 | 2026-12-31")
    assert (found.due_date, found.basis) == (date(2026, 12, 31), "theo thời hạn đã ghi")
    assert found.proposed == frozenset()


def test_a_deadline_typed_as_a_month_ends_with_the_month() -> None:
    (entry,) = petitions("content\nSửa đường")
    entry = Entry({**entry.values, "due_date": PartialDate(2026, 11)}, entry.places, entry.sources)
    (found,), _ = assign([entry], (), (), Calendar(), MEETING, AS_OF)
    assert (found.due_date, found.due_state) == (date(2026, 11, 30), DueState.IN_TIME)


@pytest.mark.parametrize(
    ("kind", "topic", "due"),
    [
        ("KN", "D01", date(2026, 10, 26)),
        ("TCD", "A05", date(2026, 11, 4)),
        ("TD", "D01", date(2026, 10, 19)),
    ],
)
def test_the_most_precise_deadline_counts(kind: str, topic: str, due: date) -> None:
    found = task(f"content | kind | topic | received_on\nViệc | {kind} | {topic} | 2026-10-05")
    assert found.due_date == due


def test_the_law_of_the_day_of_receipt_counts() -> None:
    text = "content | kind | received_on\nRanh đất | TCD | 2023-10-02"
    found = task(text, Meeting(held_on=date(2023, 10, 20)))
    assert found.basis.endswith("+ 45 ngày = thứ Năm 16/11/2023, theo Luật Đất đai 2013, Điều 202")


def test_a_deadline_may_depend_on_the_authority() -> None:
    passed_on = Deadline("T1", "Chuyển", 5, DayKind.WORKING, scope=Scope.of(["KN", "TINH"]))
    settings = Settings(deadlines=(passed_on, *SHIPPED.deadlines))
    text = """
        content | authority | received_on
        Một     | TINH      | 2026-10-05
        Hai     | XA        | 2026-10-05
    """
    tasks, _ = run(text, settings=settings)
    assert [found.due_date for found in tasks] == [date(2026, 10, 12), date(2026, 10, 19)]
    assert tasks[0].basis.endswith("theo Chuyển")


def test_without_a_deadline_for_its_kind_a_petition_has_none() -> None:
    (found,), findings = run("content | lead_unit\nSửa đường | Tổ 1", settings=Settings())
    assert (found.due_date, found.basis) == (None, "chưa có thời hạn cho loại ý kiến này")
    assert (found.due_state, findings) == (DueState.NO_DEADLINE, ())


def test_petitions_that_are_nobodys_are_one_finding_for_their_file() -> None:
    text = """
        content | received_on | topic | kind
        Một     | 2026-11-20  |       |
        Hai     | 2026-11-20  | B01   |
        Ba      | 2026-11-20  |       |
        Bốn     | 2026-11-20  |       | TC
    """
    _, findings = run(text)
    (found,) = findings
    assert (found.notice.code, found.cell.a1, found.params["count"]) == ("ASG-17", "C2", 2)
    assert [cell.a1 for cell in found.related] == ["C4"]


def test_where_the_list_has_a_column_for_the_lead_unit_its_rule_speaks_alone() -> None:
    _, findings = run("content | received_on | lead_unit\nSửa đường | 2026-11-20 |")
    assert findings == ()


def test_petitions_without_any_first_day_are_one_finding() -> None:
    text = """
        content | topic | received_on
        Một     | B01   |
        Hai     | B01   | 2026-10-05
        Ba      | B01   |
    """
    tasks, findings = run(text, UNKNOWN)
    assert [found.due_state for found in tasks] == [
        DueState.NO_DEADLINE,
        DueState.OVERDUE,
        DueState.NO_DEADLINE,
    ]
    assert tasks[0].basis == "chưa có ngày tiếp nhận nên chưa tính được hạn"
    assert [(f.notice.code, f.cell.a1, f.params["count"]) for f in findings] == [
        ("DEA-11", "C2", 2)
    ]
    assert [cell.a1 for cell in findings[0].related] == ["C4"]


def test_what_lacks_a_first_day_is_told_in_each_file_that_can_be_mended() -> None:
    entries = [
        entry
        for name in ("a.xlsx", "b.xlsx")
        for entry in petitions("content | topic\nMột | B01\nHai | B01", name)
    ]
    _, findings = assign(entries, (), SHIPPED.deadlines, Calendar(), UNKNOWN, AS_OF)
    assert [(str(f.cell), f.params["count"]) for f in findings] == [
        ("«a.xlsx» › «Sheet1» › A2", 2),
        ("«b.xlsx» › «Sheet1» › A2", 2),
    ]


def test_a_month_that_stands_there_is_not_said_to_be_missing() -> None:
    (entry,) = petitions("content | topic | received_on\nMột | B01 | 2026-10-01")
    values = {**entry.values, "received_on": PartialDate(2026, 10)}
    entries = [Entry(values, entry.places, entry.sources)]
    (found,), (finding,) = assign(entries, (), SHIPPED.deadlines, Calendar(), UNKNOWN, AS_OF)
    assert found.basis == "mới ghi tháng 10/2026, chưa ghi ngày tiếp nhận nên chưa tính được hạn"
    assert finding.text("vi") == (
        "Có 1 kiến nghị chưa ghi đủ ngày, tháng, năm tiếp nhận, cũng chưa rõ ngày hội nghị, nên "
        "chưa tính được thời hạn."
    )


def test_a_new_day_off_moves_deadlines_that_cross_it_and_no_typed_one() -> None:
    more = Settings(
        assignments=SHIPPED.assignments,
        deadlines=SHIPPED.deadlines,
        days_off=(*SHIPPED.days_off, DayOff(date(2026, 10, 12), "Nghỉ tránh bão")),
    )
    text = """
        content | received_on | due_date
        Một     | 2026-10-05  |
        Hai     | 2026-10-12  |
        Ba      | 2026-10-05  | 2026-10-19
    """
    tasks, _ = run(text, settings=more)
    assert [found.due_date for found in tasks] == [
        date(2026, 10, 20),
        date(2026, 10, 26),
        date(2026, 10, 19),
    ]


# ── How it stands ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("as_of", "state", "overdue"),
    [
        (date(2026, 10, 13), DueState.IN_TIME, None),
        (date(2026, 10, 14), DueState.SOON, None),
        (date(2026, 10, 19), DueState.SOON, None),
        (date(2026, 10, 20), DueState.OVERDUE, 1),
        (date(2026, 10, 26), DueState.OVERDUE, 7),
    ],
)
def test_open_petitions_are_soon_due_three_working_days_before(
    as_of: date, state: DueState, overdue: int | None
) -> None:
    found = task("content | received_on\nSửa đường | 2026-10-05", as_of=as_of)
    assert (found.due_state, found.days_overdue) == (state, overdue)


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        ("", ""),
        ("01", ""),
        ("02", ""),
        ("03", ""),
        ("03", "B"),
        ("04", "B"),
        ("04", "D"),
        ("05", "E"),
        ("06", "E"),
    ],
)
def test_work_that_goes_on_gets_overdue(status: str, outcome: str) -> None:
    assert standing("status | outcome", f"{status} | {outcome}") == ("Quá hạn", 35)


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        ("04", ""),
        ("04", "A"),
        ("04", "C"),
        ("04", "F"),
        ("05", ""),
        ("05", "G"),
        ("06", ""),
        ("06", "A"),
        ("07", ""),
        ("08", ""),
        ("08", "E"),
        ("", "A"),
        ("", "C"),
    ],
)
@pytest.mark.parametrize(
    ("answered", "state", "overdue"),
    [("2026-10-19", "Hoàn thành đúng hạn", None), ("2026-10-21", "Hoàn thành quá hạn", 2)],
)
def test_where_nobody_has_to_act_any_more_the_day_of_the_answer_decides(
    status: str, outcome: str, answered: str, state: str, overdue: int | None
) -> None:
    row = f"{status} | {outcome} | {answered}"
    assert standing("status | outcome | answered_on", row) == (state, overdue)


@pytest.mark.parametrize("field", ["completed_on", "answered_on", "document_date"])
def test_the_day_may_be_that_of_completion_answer_or_document(field: str) -> None:
    assert standing(f"status | {field}", "06 | 2026-10-30") == ("Hoàn thành quá hạn", 11)


def test_the_day_of_completion_comes_before_the_day_of_the_answer() -> None:
    row = "06 | 2026-10-12 | 2026-10-30"
    assert standing("status | completed_on | answered_on", row) == ("Hoàn thành đúng hạn", None)


def test_a_day_of_completion_finishes_what_has_no_outcome() -> None:
    assert standing("status | completed_on", "03 | 2026-10-12") == ("Hoàn thành đúng hạn", None)


def test_a_day_of_completion_still_to_come_is_a_plan() -> None:
    assert standing("completed_on", "2026-12-12") == ("Quá hạn", 35)


def test_an_answer_without_status_and_outcome_counts_as_answered() -> None:
    row = "Đã sửa 30 m | 2026-10-12"
    assert standing("response_text | answered_on", row) == ("Hoàn thành đúng hạn", None)


def test_an_answer_does_not_finish_what_the_status_calls_open() -> None:
    row = "Sẽ sửa trong quý I | 03"
    assert standing("response_text | status", row) == ("Quá hạn", 35)


def test_without_a_day_nobody_says_whether_it_was_in_time_once_the_deadline_is_past() -> None:
    found = task("content | received_on | status\nSửa đường | 2026-10-05 | 06")
    assert (str(found.due_state), found.days_overdue) == ("Hoàn thành (chưa rõ ngày)", None)
    assert found.basis.endswith("; chưa ghi ngày hoàn thành")


def test_what_is_finished_before_its_deadline_is_in_time_without_a_day() -> None:
    found = task("content | status | due_date\nSửa đường | 06 | 2026-11-24")
    assert found.due_state is DueState.DONE_IN_TIME


@pytest.mark.parametrize(
    ("answer", "state", "overdue"),
    [
        ("Đã chi trả 36 hộ ngày 02/11/2026 tại UBND xã", "Hoàn thành quá hạn", 14),
        ("Đã gia cố 40 m, hoàn thành ngày 5 tháng 10 năm 2026", "Hoàn thành đúng hạn", None),
        ("Đã sửa theo Quyết định ngày 05/01/2024", "Hoàn thành (chưa rõ ngày)", None),
        (
            "Đã giao thầu, hoàn thành công việc trước ngày 02/11/2026",
            "Hoàn thành (chưa rõ ngày)",
            None,
        ),
    ],
)
def test_the_day_may_stand_in_the_words_of_the_answer(
    answer: str, state: str, overdue: int | None
) -> None:
    assert standing("outcome | response_text", f"A | {answer}") == (state, overdue)


@pytest.mark.parametrize("column", ["outcome", "status"])
def test_an_answer_finishes_nothing_where_its_row_leaves_the_outcome_blank(column: str) -> None:
    text = f"content | due_date | response_text | {column}\nĐiện | 2026-12-15 | Đã gửi Điện lực |"
    assert task(text).due_state is DueState.IN_TIME


def test_what_is_finished_without_any_deadline_is_not_late() -> None:
    (found,), _ = run("content | status\nSửa đường | 06", UNKNOWN)
    assert found.due_state is DueState.DONE_WITHOUT_DEADLINE


@pytest.mark.parametrize("kind", ["", "KN"])
def test_what_is_finished_without_a_deadline_counts_in_no_rate_of_timeliness(kind: str) -> None:
    text = f"content | kind | outcome | completed_on\nSửa đường | {kind} | A | 2026-10-12"
    (found,), _ = run(text, UNKNOWN)
    assert (str(found.due_state), found.days_overdue) == ("Hoàn thành, không có hạn", None)


@pytest.mark.parametrize(
    "row",
    [
        "Sẽ dặm vá trước ngày 30/11/2026 |",
        "Đang lập hồ sơ thiết kế |",
        "Đã tiếp thu, sẽ dặm vá trước ngày 30/11/2026 |",
        "Da dua vao ke hoach nam 2027 |",
        "Sẽ dặm vá trước ngày 30/11/2026 | 04",
    ],
)
def test_a_promise_does_not_finish_what_has_no_outcome(row: str) -> None:
    assert standing("response_text | status", row) == ("Quá hạn", 35)


@pytest.mark.parametrize("state", ["06 |", "06 | A", "07 |", "05 |", "| C"])
def test_who_says_that_it_is_over_is_believed_beside_a_promise(state: str) -> None:
    row = f"Sẽ dặm vá trước ngày 30/11/2026 | {state} | 2026-10-12"
    header = "response_text | status | outcome | answered_on"
    assert standing(header, row) == ("Hoàn thành đúng hạn", None)


def test_a_completion_known_to_the_month_is_late_only_if_the_month_is() -> None:
    (entry,) = petitions("content | received_on | status\nSửa đường | 2026-10-05 | 06")
    states = []
    for month in (10, 11):
        values = {**entry.values, "completed_on": PartialDate(2026, month)}
        entries = [Entry(values, entry.places, entry.sources)]
        (found,), _ = assign(entries, (), SHIPPED.deadlines, Calendar(), MEETING, AS_OF)
        states.append((found.due_state, found.days_overdue))
    assert states == [(DueState.DONE_IN_TIME, None), (DueState.DONE_LATE, 13)]


# ── For any petition ────────────────────────────────────────────────────────────────────────

CODES = {
    "kind": ["", "KN", "PA", "TD", "KHN", "TC", "TCD"],
    "topic": ["", "A05", "B01", "C01", "D01", "Z99"],
    "status": ["", "01", "03", "04", "05", "06", "07"],
    "outcome": ["", "A", "B", "C", "E"],
    "lead_unit": ["", "Tổ vệ sinh"],
    "received_on": ["", "2026-10-05", "2026-11-20"],
    "due_date": ["", "2026-10-30", "2026-11-24"],
    "completed_on": ["", "2026-10-12", "2026-11-20"],
}
rows = st.fixed_dictionaries({field: st.sampled_from(codes) for field, codes in CODES.items()})


@given(st.lists(rows, min_size=1, max_size=4), st.sampled_from([MEETING, UNKNOWN]))
def test_every_petition_becomes_one_task_in_its_place(
    rows: list[dict[str, str]], meeting: Meeting
) -> None:
    lines = [" | ".join(["Việc", *(row[field] for field in CODES)]) for row in rows]
    tasks, _ = run("\n".join([" | ".join(["content", *CODES]), *lines]), meeting)
    assert [found.petition.place.a1 for found in tasks] == [
        f"A{number}" for number in range(2, len(rows) + 2)
    ]
    for found, row in zip(tasks, rows, strict=True):
        _is_sound(found, row)


def _is_sound(found: Task, row: dict[str, str]) -> None:
    late = {DueState.OVERDUE, DueState.DONE_LATE}
    assert (found.days_overdue is not None) == (found.due_state in late)
    assert found.days_overdue is None or found.days_overdue > 0
    assert found.basis
    for field in ("lead_unit", "due_date"):
        assert not (row[field] and field in found.proposed)
    if row["lead_unit"]:
        assert found.lead_unit == row["lead_unit"]
    if row["due_date"]:
        assert found.due_date == date.fromisoformat(row["due_date"])


@given(st.integers(0, 60), st.integers(0, 60))
def test_time_never_makes_an_open_petition_less_urgent(first: int, later: int) -> None:
    order = [DueState.IN_TIME, DueState.SOON, DueState.OVERDUE]
    text = "content | received_on\nSửa đường | 2026-10-05"
    days = (date(2026, 10, 5) + timedelta(days=n) for n in (first, first + later))
    early, late = (order.index(task(text, as_of=day).due_state) for day in days)
    assert early <= late


def test_codes_of_notices_are_not_those_of_the_rules() -> None:
    used = {rule.notice.code for rule in RULES}
    assert used.isdisjoint({notice.code for notice in NOTICES})
    assert OWN_UNIT in NOTICES
