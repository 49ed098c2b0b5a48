"""The sheet “Tổng quan”: one page for those who lead."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice, zip_longest
from typing import TypeAlias

from toolkit.codelists.meanings import Result
from toolkit.model import (
    Chart,
    ChartKind,
    Consolidation,
    DueState,
    Formula,
    Look,
    ReportCell,
    ReportColumn,
    ReportSheet,
    ReportTable,
    Severity,
)
from toolkit.summarize import figures, privacy
from toolkit.summarize.figures import SATISFIED
from toolkit.summarize.labels import UNKNOWN, Codelists, in_order, labels, name_of, shown
from toolkit.summarize.ranges import Conditions, Ranges, expression, rate
from toolkit.summarize.sayings import of_severity, told
from toolkit.values.texts import shorten

TOP = 5
"""How many of the longest overdue petitions are shown."""

MOST_NAMED = 8
"""How many petitions that are soon due, and units that are late, are named."""
WEEK = timedelta(days=7)

PEOPLE = "DB_ho_ten"
PETITIONS = "KN_ma"
"""Columns that are filled in every row of their registers."""

NAME_WIDTH, FIGURE_WIDTH, SHARE_WIDTH, CODE_WIDTH = 27, 8, 10, 15
LONGEST = 150
"""Letters of a petition that are shown on the page."""

HalfLine: TypeAlias = tuple[ReportCell, ReportCell, ReportCell]
"""What one half of a line says: name, figure, share."""

NOTHING: HalfLine = (None, None, None)


def overview(ranges: Ranges, data: Consolidation, codelists: Codelists) -> ReportSheet:
    """How many came, what they asked, what was answered, what was resolved, what is late."""
    return ReportSheet(
        "Tổng quan",
        "TÓM TẮT KẾT QUẢ HỘI NGHỊ ĐỐI THOẠI",
        (
            _main_figures(ranges, data, codelists),
            _results_and_topics(ranges),
            _longest_overdue(data),
        ),
        subtitle=f"Số liệu tính đến ngày {data.as_of:%d/%m/%Y}",
        notes=(paragraph(ranges), *_next_week(data), *_late_units(data), *_reservations(data)),
        charts=(
            Chart(ChartKind.BAR, "Kết quả giải quyết", 1, 0, (1,)),
            Chart(ChartKind.BAR, "Lĩnh vực nhiều kiến nghị nhất", 1, 3, (4,)),
        ),
        landscape=False,
        one_page=True,
        signature=False,
    )


def paragraph(ranges: Ranges) -> str:
    """The main figures as a sentence, ready for the report of the meeting."""

    def number(where: Conditions = (), weight: str = "") -> int:
        return int(ranges.figure(PETITIONS, where, weight).value)

    petitions = number()
    resolved = number((("KN_nhom_ket_qua", Result.RESOLVED),))
    share = f" ({100 * resolved / petitions:.1f}%)".replace(".", ",") if petitions else ""
    return (
        f"Đoạn dùng cho báo cáo: Tổng số {number(weight='KN_luot')} lượt ý kiến với {petitions} "
        f"nội dung kiến nghị; đã trả lời {number(weight='KN_da_tra_loi')} nội dung, trong đó trả "
        f"lời tại hội nghị {number(weight='KN_tra_loi_tai_hoi_nghi')}; đã giải quyết xong "
        f"{resolved}/{petitions} nội dung{share}; quá hạn chưa giải quyết "
        f"{number((('KN_han', DueState.OVERDUE),))} nội dung."
    )


def _next_week(data: Consolidation) -> Iterator[str]:
    """What falls due within a week, the nearest day first; nothing if nothing does."""
    last = data.as_of + WEEK
    due = sorted(
        (task.due_date, task.petition.id, task.lead_unit or UNKNOWN)
        for task in data.tasks
        if task.due_date and data.as_of <= task.due_date <= last and not task.due_state.is_done
    )
    if due:
        named = "; ".join(f"{day:%d/%m} {given} ({unit})" for day, given, unit in due[:MOST_NAMED])
        more = f"; và {len(due) - MOST_NAMED} việc khác" if len(due) > MOST_NAMED else ""
        yield f"Đến hạn trong 7 ngày tới ({len(due)} việc): {named}{more}."


def _late_units(data: Consolidation) -> Iterator[str]:
    """How many petitions of each lead unit are overdue, the most first."""
    late = [task for task in data.tasks if task.due_state is DueState.OVERDUE]
    units = labels(task.lead_unit for task in late)
    counted = Counter(units[task.lead_unit] for task in late)
    if counted:
        ordered = sorted(counted.items(), key=lambda unit: (-unit[1], unit[0]))
        named = "; ".join(f"{unit} {count}" for unit, count in ordered[:MOST_NAMED])
        yield f"Quá hạn theo đơn vị chủ trì: {named}."


def _main_figures(ranges: Ranges, data: Consolidation, codelists: Codelists) -> ReportTable:
    lines = zip_longest(
        _attendance_and_answers(_Half(ranges, "B"), data, codelists),
        _deadlines_and_rest(_Half(ranges, "E"), data),
        fillvalue=NOTHING,
    )
    return ReportTable(
        (*_half_columns("Chỉ tiêu"), *_half_columns("Chỉ tiêu")),
        tuple((*left, *right) for left, right in lines),
    )


def _attendance_and_answers(
    half: "_Half", data: Consolidation, codelists: Codelists
) -> Sequence[HalfLine]:
    """Who came, what they asked, what was answered and what resolved: not the same."""
    genders, attendance = codelists.get("genders", ()), codelists.get("attendance", ())
    women = (("DB_gioi_tinh", name_of(genders, "female")),)
    present = (("DB_diem_danh", name_of(attendance, "present")),)
    resolved = (("KN_nhom_ket_qua", Result.RESOLVED),)
    called = figures.roll_was_called(data)
    return (
        half.figure("Số người trong danh sách", PEOPLE),
        half.share("– trong đó nữ", PEOPLE, women),
        half.share("Số người có mặt", PEOPLE, present)
        if called
        else ("Số người có mặt", "chưa điểm danh", None),
        half.figure("Số người phát biểu", PETITIONS, "KN_nguoi_phat_bieu"),
        half.figure("Số lượt ý kiến", PETITIONS, "KN_luot"),
        half.figure("Số nội dung kiến nghị", PETITIONS),
        half.share("Đã trả lời", PETITIONS, weight="KN_da_tra_loi"),
        half.share("– trong đó tại hội nghị", PETITIONS, weight="KN_tra_loi_tai_hoi_nghi"),
        half.share("Đã giải quyết xong", PETITIONS, resolved),
    )


def _deadlines_and_rest(half: "_Half", data: Consolidation) -> Sequence[HalfLine]:
    """How it stands to the deadlines, how satisfied people are, what is to be mended."""
    states = (half.share(state, PETITIONS, (("KN_han", state),)) for state in DueState)
    forms = figures.survey_forms(data.surveys)
    satisfied = half.satisfaction(forms) if data.surveys else ("Hài lòng", "chưa khảo sát", None)
    return (
        *states,
        satisfied,
        half.figure("Lỗi trong số liệu", "TT_loi", "TT_loi"),
        half.figure("Cảnh báo trong số liệu", "TT_canh_bao", "TT_canh_bao"),
    )


def _results_and_topics(ranges: Ranges) -> ReportTable:
    """Beside each other the groups of results, and as many of the commonest topics."""
    left, right = _Half(ranges, "B"), _Half(ranges, "E")
    results = (left.share(result, PETITIONS, (("KN_nhom_ket_qua", result),)) for result in Result)
    counted = ranges.by_label("KN_linh_vuc")
    known = [topic for topic in in_order(tuple(counted)) if topic != UNKNOWN]
    commonest = sorted(known, key=counted.__getitem__, reverse=True)
    if counted.get(UNKNOWN, 0) > max((counted[topic] for topic in known), default=0):
        commonest.insert(0, UNKNOWN)  # else the first of them would seem to matter most
    topics = (right.group(topic, "KN_linh_vuc", counted[topic]) for topic in commonest)
    lines = zip_longest(results, islice(topics, len(Result)), fillvalue=NOTHING)
    return ReportTable(
        (*_half_columns("Kết quả giải quyết"), *_half_columns("Lĩnh vực nhiều kiến nghị nhất")),
        tuple((*one, *other) for one, other in lines),
    )


def _longest_overdue(data: Consolidation) -> ReportTable:
    overdue = [task for task in data.tasks if task.due_state is DueState.OVERDUE]
    overdue.sort(key=lambda task: task.days_overdue or 0, reverse=True)
    return ReportTable(
        (
            ReportColumn(("Kiến nghị quá hạn lâu nhất",), NAME_WIDTH),
            ReportColumn(("Số ngày",), FIGURE_WIDTH, Look.INTEGER),
            ReportColumn(("Thời hạn",), SHARE_WIDTH, Look.DATE),
            ReportColumn(("Đơn vị chủ trì",), NAME_WIDTH),
            ReportColumn(("Mã kiến nghị",), CODE_WIDTH, Look.CENTER),
        ),
        tuple(
            (
                shorten(privacy.content(task.petition), LONGEST),
                Formula(
                    f"={expression(PETITIONS, ((PETITIONS, '$E{row}'),), 'KN_ngay_qua_han')}",
                    task.days_overdue or 0,
                ),
                task.due_date,
                shown(task.lead_unit) or UNKNOWN,
                task.petition.id,
            )
            for task in overdue[:TOP]
        ),
        empty="Không có kiến nghị quá hạn.",
    )


def _reservations(data: Consolidation) -> tuple[str, ...]:
    """A sentence for whoever relies on the figures, as long as something is to be mended."""
    wrong = of_severity(told(data.files, data.findings), Severity.ERROR)
    if not wrong:
        return ()
    sentence = (
        f"Các tệp gốc còn {wrong} lỗi, nên số liệu có thể thay đổi sau khi sửa; từng chỗ ghi "
        "trong Danh_sach_loi.xlsx."
    )
    return (sentence,)


@dataclass(frozen=True, slots=True)
class _Half:
    """One half of a table; `letter` is the column of its figures."""

    ranges: Ranges
    letter: str

    def figure(self, name: str, of: str, weight: str = "") -> HalfLine:
        return name, self.ranges.figure(of, weight=weight), None

    def share(self, name: str, of: str, where: Conditions = (), weight: str = "") -> HalfLine:
        """A figure and its share in all rows of its register."""
        figure = self.ranges.figure(of, where, weight)
        return name, figure, self._rate(figure.value, of)

    def group(self, name: str, by: str, value: int) -> HalfLine:
        """The figure of a group whose name stands left of it."""
        name_cell = f"${chr(ord(self.letter) - 1)}{{row}}"
        figure = Formula(f"={expression(by, ((by, name_cell),))}", value)
        return name, figure, self._rate(value, PETITIONS)

    def satisfaction(self, forms: int | None) -> HalfLine:
        """How many answers in surveys are satisfied ones, and their share in all answers.

        A form has an answer to each question, so `forms` are fewer than answers; None: unknown.
        """
        answers = int(self.ranges.figure("KS_noi_dung", weight="KS_tong").value)
        levels = [f"KS_{level}" for level in SATISFIED]
        satisfied = sum(
            int(self.ranges.figure("KS_noi_dung", weight=level).value) for level in levels
        )
        part = "+".join(f"SUM({level})" for level in levels)
        told = f" ({forms} phiếu)" if forms else ""
        name = Formula(
            f'="Hài lòng, trên "&SUM(KS_tong)&" lượt đánh giá{told}"',
            f"Hài lòng, trên {answers} lượt đánh giá{told}",
        )
        share = rate((f"{self.letter}{{row}}", satisfied), ("SUM(KS_tong)", answers))
        return name, Formula(f"={part}", satisfied), share

    def _rate(self, value: float | str, of: str) -> Formula:
        whole = self.ranges.figure(of)
        return rate(
            (f"{self.letter}{{row}}", int(value)),
            (expression(of, ()), int(whole.value)),
        )


def _half_columns(header: str) -> tuple[ReportColumn, ...]:
    return (
        ReportColumn((header,), NAME_WIDTH),
        ReportColumn(("Số liệu",), FIGURE_WIDTH, Look.INTEGER),
        ReportColumn(("Tỷ lệ (%)",), SHARE_WIDTH, Look.PERCENT),
    )
