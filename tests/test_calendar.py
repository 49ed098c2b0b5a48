"""Working days in Vietnam and the deadlines counted in them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.calendar import Calendar, DayKind, DayOff
from toolkit.settings import shipped

SHIPPED = Calendar.with_days(shipped().days_off)

days = st.dates(date(2022, 1, 1), date(2028, 12, 31))
numbers = st.integers(0, 60)
kinds = st.sampled_from(DayKind)


@pytest.mark.parametrize(
    ("start", "number", "end"),
    [
        (date(2023, 1, 17), 10, date(2023, 2, 7)),
        (date(2025, 12, 26), 5, date(2026, 1, 6)),
        (date(2026, 2, 10), 10, date(2026, 3, 3)),
        (date(2026, 4, 24), 5, date(2026, 5, 6)),
        (date(2026, 10, 5), 10, date(2026, 10, 19)),
    ],
)
def test_working_days_leave_out_holidays_and_swap_days(
    start: date, number: int, end: date
) -> None:
    assert SHIPPED.add_working_days(start, number) == end


def test_the_library_alone_misses_the_swap_of_january_2026() -> None:
    assert Calendar().add_working_days(date(2025, 12, 26), 5) == date(2026, 1, 5)


@pytest.mark.parametrize(
    ("off", "worked"),
    [
        (date(2024, 4, 29), date(2024, 5, 4)),
        (date(2025, 5, 2), date(2025, 4, 26)),
        (date(2026, 1, 2), date(2026, 1, 10)),
        (date(2026, 8, 31), date(2026, 8, 22)),
    ],
)
def test_swap_days_are_known(off: date, worked: date) -> None:
    assert (SHIPPED.is_working_day(off), SHIPPED.is_working_day(worked)) == (False, True)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2023, 1, 20), date(2023, 1, 26)),
        (date(2024, 2, 8), date(2024, 2, 14)),
        (date(2025, 1, 27), date(2025, 1, 31)),
        (date(2026, 2, 16), date(2026, 2, 20)),
    ],
)
def test_tet_is_off_from_its_first_to_its_last_day(first: date, last: date) -> None:
    tet = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    assert not any(map(SHIPPED.is_working_day, tet))
    assert SHIPPED.add_working_days(last, 1) == SHIPPED.add_working_days(first, 1)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 9, 2), "Quốc khánh"),
        (date(2026, 1, 2), "Nghỉ hoán đổi Tết Dương lịch"),
        (date(2026, 10, 10), "thứ Bảy"),
        (date(2026, 10, 11), "Chủ nhật"),
        (date(2026, 10, 12), None),
        (date(2026, 1, 10), None),
    ],
)
def test_a_day_off_has_a_vietnamese_name(day: date, name: str | None) -> None:
    assert SHIPPED.name_of_day_off(day) == name


def test_a_day_off_without_a_name_is_still_named() -> None:
    calendar = Calendar.with_days([DayOff(date(2026, 10, 12), "")])
    assert calendar.name_of_day_off(date(2026, 10, 12)) == "ngày nghỉ"


def test_the_day_of_receipt_is_not_counted() -> None:
    assert SHIPPED.add_working_days(date(2026, 10, 5), 1) == date(2026, 10, 6)


def test_what_is_received_on_a_day_off_is_counted_from_the_next_working_day() -> None:
    assert SHIPPED.add_working_days(date(2026, 10, 10), 1) == date(2026, 10, 12)


def test_no_days_at_all_end_on_the_day_itself_or_the_next_working_day() -> None:
    assert SHIPPED.add_working_days(date(2026, 10, 5), 0) == date(2026, 10, 5)
    assert SHIPPED.add_working_days(date(2026, 10, 10), 0) == date(2026, 10, 12)


@pytest.mark.parametrize("kind", DayKind)
def test_a_period_cannot_be_negative(kind: DayKind) -> None:
    with pytest.raises(ValueError, match="-1"):
        SHIPPED.end_of_period(date(2026, 10, 5), -1, kind)


def test_a_period_of_calendar_days_that_ends_on_a_day_off_ends_on_the_next_working_day() -> None:
    end = SHIPPED.end_of_period(date(2026, 4, 20), 10, DayKind.CALENDAR)
    assert end == date(2026, 5, 4)


@pytest.mark.parametrize(
    ("start", "number", "sentence"),
    [
        (
            date(2026, 10, 5),
            10,
            (
                "nhận thứ Hai 05/10/2026 + 10 ngày làm việc, trừ 2 thứ Bảy, 2 Chủ nhật "
                "= thứ Hai 19/10/2026"
            ),
        ),
        (
            date(2026, 10, 5),
            1,
            "nhận thứ Hai 05/10/2026 + 1 ngày làm việc = thứ Ba 06/10/2026",
        ),
        (
            date(2026, 2, 10),
            10,
            (
                "nhận thứ Ba 10/02/2026 + 10 ngày làm việc, trừ 3 thứ Bảy, 3 Chủ nhật, "
                "5 ngày nghỉ: Giao thừa Tết Nguyên Đán đến Mùng bốn Tết Nguyên Đán 16/02–20/02 "
                "= thứ Ba 03/03/2026"
            ),
        ),
        (
            date(2026, 4, 24),
            5,
            (
                "nhận thứ Sáu 24/04/2026 + 5 ngày làm việc, trừ 2 thứ Bảy, 2 Chủ nhật, "
                "3 ngày nghỉ: Ngày Giỗ Tổ Hùng Vương (nghỉ bù) 27/04; "
                "Ngày Chiến thắng đến Ngày Quốc tế Lao động 30/04–01/05 = thứ Tư 06/05/2026"
            ),
        ),
        (
            date(2026, 8, 31),
            2,
            (
                "nhận thứ Hai 31/08/2026 + 2 ngày làm việc, trừ 2 ngày nghỉ: Quốc khánh "
                "01/09–02/09 = thứ Sáu 04/09/2026"
            ),
        ),
        (
            date(2025, 12, 31),
            7,
            (
                "nhận thứ Tư 31/12/2025 + 7 ngày làm việc, trừ 1 thứ Bảy, 2 Chủ nhật, "
                "2 ngày nghỉ: Tết Dương lịch đến Nghỉ hoán đổi Tết Dương lịch 01/01–02/01, "
                "tính cả thứ Bảy 10/01/2026 làm bù = thứ Hai 12/01/2026"
            ),
        ),
    ],
)
def test_a_deadline_explains_itself(start: date, number: int, sentence: str) -> None:
    assert SHIPPED.explain(start, number) == sentence


@pytest.mark.parametrize(
    ("start", "sentence"),
    [
        (date(2026, 10, 5), "hội nghị thứ Hai 05/10/2026 + 10 ngày = thứ Năm 15/10/2026"),
        (
            date(2026, 10, 15),
            (
                "hội nghị thứ Năm 15/10/2026 + 10 ngày = Chủ nhật 25/10/2026, gặp ngày nghỉ nên "
                "chuyển sang thứ Hai 26/10/2026"
            ),
        ),
        (
            date(2026, 8, 23),
            (
                "hội nghị Chủ nhật 23/08/2026 + 10 ngày = thứ Tư 02/09/2026, gặp ngày nghỉ "
                "(Quốc khánh) nên chuyển sang thứ Năm 03/09/2026"
            ),
        ),
    ],
)
def test_a_period_of_calendar_days_explains_itself(start: date, sentence: str) -> None:
    assert SHIPPED.explain(start, 10, DayKind.CALENDAR, "hội nghị") == sentence


def test_a_new_day_off_moves_a_deadline_that_crosses_it() -> None:
    more = Calendar.with_days([*shipped().days_off, DayOff(date(2026, 10, 12), "Nghỉ tránh bão")])
    assert more.explain(date(2026, 10, 5), 10) == (
        "nhận thứ Hai 05/10/2026 + 10 ngày làm việc, trừ 2 thứ Bảy, 2 Chủ nhật, 1 ngày nghỉ: "
        "Nghỉ tránh bão 12/10 = thứ Ba 20/10/2026"
    )


def test_of_two_rows_about_a_day_the_later_counts() -> None:
    day = date(2026, 1, 2)
    calendar = Calendar.with_days([*shipped().days_off, DayOff(day, "Làm bù", is_worked=True)])
    assert calendar.is_working_day(day)


@given(days, numbers, kinds)
def test_a_period_never_ends_on_a_day_off(start: date, number: int, kind: DayKind) -> None:
    assert SHIPPED.is_working_day(SHIPPED.end_of_period(start, number, kind))


@given(days, st.integers(0, 30), numbers, kinds)
def test_a_later_start_never_ends_earlier(
    start: date, later: int, number: int, kind: DayKind
) -> None:
    other = start + timedelta(days=later)
    ends = (SHIPPED.end_of_period(day, number, kind) for day in (start, other))
    assert next(ends) <= next(ends)


@given(days, numbers, kinds)
def test_one_day_more_never_ends_earlier(start: date, number: int, kind: DayKind) -> None:
    one_more = SHIPPED.end_of_period(start, number + 1, kind)
    assert SHIPPED.end_of_period(start, number, kind) <= one_more


@given(days, numbers, kinds, st.sets(st.integers(1, 90)))
def test_more_days_off_never_make_a_deadline_earlier(
    start: date, number: int, kind: DayKind, more: set[int]
) -> None:
    extra = [DayOff(start + timedelta(days=n), "Nghỉ") for n in more]
    calendar = Calendar.with_days([*shipped().days_off, *extra])
    assert SHIPPED.end_of_period(start, number, kind) <= calendar.end_of_period(
        start, number, kind
    )


@given(days, numbers)
def test_a_period_has_as_many_working_days_as_it_should(start: date, number: int) -> None:
    end = SHIPPED.add_working_days(start, number)
    crossed = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    worked = sum(map(SHIPPED.is_working_day, crossed))
    assert worked == number or (number == 0 and worked == 1)
