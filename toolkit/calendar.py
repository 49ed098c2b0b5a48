"""Working days in Vietnam: public holidays, swap days, and the deadlines counted in them.

The week is Monday to Friday; public holidays are those of Điều 112 Bộ luật Lao động 2019, as the
library `holidays` knows them. Rows that staff can edit (`DayOff`) come before the library: the
government decides on swap days late, and the library misses some.

A period is counted as Điều 147–148 Bộ luật Dân sự 2015 say: the first day is not counted, and a
period that ends on a day off ends on the next working day.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from itertools import groupby

ONE_DAY = timedelta(days=1)
SATURDAY, SUNDAY = 5, 6

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


class DayKind(StrEnum):
    """What the days of a period are."""

    WORKING = "working"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day that is off, or (`is_worked`) a day off that is worked, whatever the library says."""

    day: date
    name: str
    is_worked: bool = False


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days are working days. Rows of `special` come before the library, by their day."""

    special: Mapping[date, DayOff] = field(default_factory=dict)

    @classmethod
    def with_days(cls, rows: Iterable[DayOff]) -> "Calendar":
        """A calendar with these special days; of two rows about one day the later counts.

        >>> calendar = Calendar.with_days([DayOff(date(2026, 10, 12), "Nghỉ bão")])
        >>> calendar.is_working_day(date(2026, 10, 12))
        False
        """
        return cls({row.day: row for row in rows})

    def is_working_day(self, day: date, /) -> bool:
        """Whether offices work on a day.

        >>> Calendar().is_working_day(date(2025, 4, 26))  # a Saturday, worked for Friday 02/5
        True
        """
        if row := self.special.get(day):
            return row.is_worked
        official = _official(day.year)
        return day in official.worked or (day.weekday() < SATURDAY and day not in official.names)

    def name_of_day_off(self, day: date, /) -> str | None:
        """Why a day is off, in Vietnamese; None for a working day.

        >>> Calendar().name_of_day_off(date(2026, 4, 27))
        'Ngày Giỗ Tổ Hùng Vương (nghỉ bù)'
        >>> Calendar().name_of_day_off(date(2026, 4, 25))
        'thứ Bảy'
        """
        if self.is_working_day(day):
            return None
        row = self.special.get(day)
        given = row.name if row else _official(day.year).names.get(day)
        return given or (WEEKDAYS[day.weekday()] if day.weekday() >= SATURDAY else "ngày nghỉ")

    def next_working_day(self, day: date, /) -> date:
        """The day itself if it is a working day, else the first one after it.

        >>> Calendar().next_working_day(date(2026, 9, 2))
        datetime.date(2026, 9, 3)
        """
        while not self.is_working_day(day):
            day += ONE_DAY
        return day

    def add_working_days(self, start: date, days: int, /) -> date:
        """The last day of a period of working days; the day it starts on is not counted.

        No days at all is the start itself, or the next working day.

        >>> Calendar().add_working_days(date(2026, 10, 5), 10)
        datetime.date(2026, 10, 19)

        Raises:
            ValueError: The number of days is negative.
        """
        if days < 0:
            raise ValueError(f"a period cannot have {days} days")
        day = start if days else self.next_working_day(start)
        for _ in range(days):
            day = self.next_working_day(day + ONE_DAY)
        return day

    def end_of_period(self, start: date, days: int, kind: DayKind, /) -> date:
        """The last day of a period of working or of calendar days; always a working day.

        >>> Calendar().end_of_period(date(2026, 10, 20), 5, DayKind.CALENDAR)  # 25/10 is a Sunday
        datetime.date(2026, 10, 26)

        Raises:
            ValueError: The number of days is negative.
        """
        if kind is DayKind.WORKING or days < 0:
            return self.add_working_days(start, days)
        return self.next_working_day(start + days * ONE_DAY)

    def explain(
        self, start: date, days: int, kind: DayKind = DayKind.WORKING, event: str = "nhận"
    ) -> str:
        """How the last day of a period came about, as a Vietnamese phrase.

        `event` is what happened on the first day.

        >>> Calendar().explain(date(2026, 10, 8), 5)
        'nhận thứ Năm 08/10/2026 + 5 ngày làm việc, trừ 1 thứ Bảy, 1 Chủ nhật = thứ Năm 15/10/2026'
        >>> Calendar().explain(date(2026, 10, 8), 5, DayKind.CALENDAR, "hội nghị")
        'hội nghị thứ Năm 08/10/2026 + 5 ngày = thứ Ba 13/10/2026'

        Raises:
            ValueError: The number of days is negative.
        """
        end = self.end_of_period(start, days, kind)
        begin = f"{event} {day_in_words(start)} + {days} ngày"
        if kind is DayKind.CALENDAR:
            return f"{begin} = {self._moved(start + days * ONE_DAY, end)}"
        crossed = tuple(_days_between(start, end))
        off = "".join(f", {phrase}" for phrase in self._crossed(crossed))
        return f"{begin} làm việc{off} = {day_in_words(end)}"

    def _moved(self, reckoned: date, end: date) -> str:
        """The last day of a period of calendar days, and that it was moved if it was."""
        if reckoned == end:
            return day_in_words(end)
        name = self.name_of_day_off(reckoned)
        why = "" if name in WEEKDAYS else f" ({name})"
        return f"{day_in_words(reckoned)}, gặp ngày nghỉ{why} nên chuyển sang {day_in_words(end)}"

    def _crossed(self, days: tuple[date, ...]) -> Iterator[str]:
        """What is to be said of the days of a period: days off by name, and worked weekends."""
        off = tuple(day for day in days if not self.is_working_day(day))
        counted = [
            f"{number} {WEEKDAYS[weekday]}"
            for weekday in (SATURDAY, SUNDAY)
            if (number := sum(day.weekday() == weekday for day in off))
        ]
        if weekdays := tuple(day for day in off if day.weekday() < SATURDAY):
            names = "; ".join(self._named(run) for run in self._runs(weekdays))
            counted.append(f"{len(weekdays)} ngày nghỉ: {names}")
        if counted:
            yield f"trừ {', '.join(counted)}"
        for day in days:
            if day.weekday() >= SATURDAY and day not in off:
                yield f"tính cả {day_in_words(day)} làm bù"

    def _runs(self, off: Iterable[date]) -> Iterator[tuple[date, ...]]:
        """Days off that follow each other without a working day between, together."""
        for _, run in groupby(off, key=self.next_working_day):
            yield tuple(run)

    def _named(self, run: tuple[date, ...]) -> str:
        """Days off in words: one by its name, several by their first and last."""
        first, last = run[0], run[-1]
        if first == last:
            return f"{self.name_of_day_off(first)} {first:%d/%m}"
        names = dict.fromkeys(str(self.name_of_day_off(day)) for day in (first, last))
        return f"{' đến '.join(names)} {first:%d/%m}–{last:%d/%m}"


def day_in_words(day: date) -> str:
    """A day with its weekday.

    >>> day_in_words(date(2026, 10, 11))
    'Chủ nhật 11/10/2026'
    """
    return f"{WEEKDAYS[day.weekday()]} {day:%d/%m/%Y}"


@dataclass(frozen=True, slots=True)
class _Official:
    """The public holidays of a year with their names, and its worked weekend days."""

    names: Mapping[date, str]
    worked: frozenset[date]


@cache
def _official(year: int) -> _Official:
    # Imported here: the library takes longer to load than the rest of the toolkit.
    import holidays  # noqa: PLC0415

    # The neighbours too: a day of January may be worked for one of December.
    known = holidays.country_holidays("VN", years=range(year - 1, year + 2), language="vi")
    names = {day: name for day, name in known.items() if day.year == year}
    return _Official(names, frozenset(known.weekend_workdays))


def _days_between(start: date, end: date) -> Iterator[date]:
    """The days after the first, the last included."""
    for number in range(1, (end - start).days + 1):
        yield start + number * ONE_DAY
