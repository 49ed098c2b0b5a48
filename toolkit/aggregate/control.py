"""What the level above may set in its control workbook: units, splits, deadlines, locks.

Of a sheet that is not there, what is shipped holds.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from toolkit.aggregate.notices import UNKNOWN_ROW, Remark
from toolkit.aggregate.units import (
    AREA,
    COMMUNE,
    DISTRICT,
    PROVINCE,
    Succession,
    Unit,
    Units,
    with_more,
)
from toolkit.aggregate.units import shipped as shipped_units
from toolkit.model import Finding, Workbook
from toolkit.settings.sheets import Heading, Line, full_date, read_lines, sheet_named
from toolkit.values.texts import fold

UNITS = (
    Heading("code", ("Mã", "Mã đơn vị"), 10, required=True),
    Heading("name", ("Tên", "Tên đơn vị", "Đơn vị"), 30, required=True),
    Heading("level", ("Cấp",), 12),
    Heading("parent", ("Mã cấp trên", "Cấp trên"), 12),
    Heading("valid_from", ("Từ ngày",), 12),
    Heading("valid_to", ("Đến ngày",), 12),
)
SUCCESSIONS = (
    Heading("old", ("Mã cũ", "Đơn vị cũ"), 20, required=True),
    Heading("new", ("Mã mới", "Đơn vị mới"), 20, required=True),
    Heading("hamlet", ("Ấp", "Ấp/Khu phố", "Khu phố"), 20),
)
DEADLINES = (
    Heading("year", ("Kỳ", "Năm"), 8, required=True),
    Heading("day", ("Hạn nộp", "Thời hạn nộp"), 14, required=True),
)
LOCKS = (
    Heading("unit", ("Đơn vị", "Mã đơn vị", "Mã"), 24, required=True),
    Heading("year", ("Kỳ", "Năm"), 8, required=True),
    Heading("who", ("Người khóa",), 24, required=True),
    Heading("when", ("Ngày khóa",), 14),
)
UNIT_SHEET, SPLIT_SHEET = ("Đơn vị",), ("Chuyển đổi đơn vị",)
DEADLINE_SHEET, LOCK_SHEET = ("Hạn nộp", "Nộp báo cáo"), ("Khóa kỳ",)

_LEVELS = {
    "tinh": PROVINCE,
    "thanh pho": PROVINCE,
    "huyen": DISTRICT,
    "thi xa": DISTRICT,
    "khu vuc": AREA,
    "cum": AREA,
}


@dataclass(frozen=True, slots=True)
class Lock:
    """That nothing of a unit's period may change any more, who said so and when."""

    unit: str
    year: int
    who: str
    when: str


@dataclass(frozen=True, slots=True)
class Control:
    """All that the level above has set. `expected` are the units that staff listed, if any."""

    units: Units
    expected: tuple[Unit, ...] = ()
    deadlines: tuple[tuple[int, date], ...] = ()
    locks: tuple[Lock, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def deadline(self, year: int) -> date | None:
        """The day by which reports of a year are due; None if nobody has set one."""
        return dict(self.deadlines).get(year)


def read_control(workbook: Workbook | None, as_of: date) -> Control:
    """What the control workbook of a level above says; without one, what is shipped."""
    if workbook is None:
        return Control(shipped_units())
    own = tuple(_unit(line) for line in _lines(workbook, UNIT_SHEET, UNITS))
    units = with_more(shipped_units(), own, ())
    steps, unknown = _successions(workbook, units, as_of)
    locks, nameless = _locks(workbook, units, as_of)
    return Control(
        with_more(shipped_units(), own, steps),
        tuple(unit for unit in own if unit.level == COMMUNE and unit.is_in_force(as_of)),
        tuple(_deadlines(workbook)),
        locks,
        (*unknown, *nameless),
    )


def _lines(
    workbook: Workbook, names: tuple[str, ...], headings: tuple[Heading, ...]
) -> tuple[Line, ...]:
    sheet = sheet_named(workbook, names)
    return read_lines(workbook.name, sheet, headings)[0] if sheet else ()


def _unit(line: Line) -> Unit:
    return Unit(
        line.text("code"),
        line.text("name"),
        _LEVELS.get(fold(line.text("level")), COMMUNE),
        line.text("parent"),
        _day(line, "valid_from") or date.min,
        _day(line, "valid_to") or date.max,
    )


def _successions(
    workbook: Workbook, units: Units, as_of: date
) -> tuple[tuple[Succession, ...], tuple[Remark, ...]]:
    steps: list[Succession] = []
    remarks: list[Remark] = []
    for line in _lines(workbook, SPLIT_SHEET, SUCCESSIONS):
        old = units.find(line.text("old"), date.min)
        new = units.find(line.text("new"), as_of)
        if _is_one(old) and _is_one(new):
            hamlet = line.text("hamlet")
            steps.append(Succession(old[0].code, new[0].code, hamlet, is_default=not hamlet))
        else:
            remarks.append(_unknown(line, "new" if _is_one(old) else "old"))
    return tuple(steps), tuple(remarks)


def _locks(
    workbook: Workbook, units: Units, as_of: date
) -> tuple[tuple[Lock, ...], tuple[Remark, ...]]:
    locks: list[Lock] = []
    remarks: list[Remark] = []
    for line in _lines(workbook, LOCK_SHEET, LOCKS):
        year = line.text("year")
        day = date(int(year), 6, 30) if year.isdecimal() and len(year) == len("2026") else as_of
        found = units.find(line.text("unit"), day)
        if _is_one(found):
            when = _day(line, "when")
            shown = f"{when:%d/%m/%Y}" if when else line.text("when") or "(chưa ghi ngày)"
            locks.append(Lock(found[0].code, day.year, line.text("who"), shown))
        else:
            remarks.append(_unknown(line, "unit"))
    return tuple(locks), tuple(remarks)


def _is_one(found: Sequence[Unit]) -> bool:
    """Whether all that is found is one unit, be it as shipped and as staff wrote it."""
    return len({unit.code for unit in found}) == 1


def _deadlines(workbook: Workbook) -> Iterator[tuple[int, date]]:
    for line in _lines(workbook, DEADLINE_SHEET, DEADLINES):
        day, year = _day(line, "day"), line.text("year")
        if day is not None and year.isdecimal():
            yield int(year), day


def _unknown(line: Line, key: str) -> Remark:
    params = {"row": line.number, "sheet": line.sheet.name, "value": line.text(key)}
    return Remark(UNKNOWN_ROW, params, source=line.workbook)


def _day(line: Line, key: str) -> date | None:
    if not line.text(key):
        return None
    found = full_date(line, key)
    return None if isinstance(found, Finding) else found
