"""Figures by unit: Biểu 6, rates beside each other, years beside each other.

A unit that sent nothing has blank cells and is said to be missing; one that said it has nothing
to report has zeros and is said so; a zero without a word is a zero.
"""

from collections.abc import Mapping
from dataclasses import replace

from toolkit.aggregate.registers import EARLIER
from toolkit.aggregate.rows import ATTENDEE, KINDS, PETITION, SURVEY
from toolkit.aggregate.submissions import Standing
from toolkit.aggregate.view import View
from toolkit.codelists.meanings import Result
from toolkit.model import (
    Chart,
    ChartKind,
    DueState,
    Formula,
    Look,
    ReportCell,
    ReportColumn,
    ReportSheet,
    ReportTable,
    Section,
)
from toolkit.summarize.columns import NUMBER, numbered
from toolkit.summarize.measures import Count, Measures, Rate, Remark, grouped
from toolkit.summarize.ranges import Conditions, Ranges, expression, quoted
from toolkit.summarize.registers import NOT_CALLED

NOTE = ("Ghi chú",)
NO_UNIT = "Chưa có đơn vị nào nộp số liệu."
PRESENT = (("DB_diem_danh", "Có mặt"),)
LABELLED = 2
"""The columns before the first measure: the number and the name."""
DRAWN = 10
"""So many units are drawn: more bars nobody can read."""


def shares_note(view: View, kind: str = PETITION) -> str:
    """How many units the figures of a sheet are of, and which are not in them."""
    told, count = view.shares(kind)
    missing = [one.unit.name for one in view.expected if not one.tells(kind)]
    if not missing:
        return f"Số liệu của {told}/{count} đơn vị."
    return f"Số liệu của {told}/{count} đơn vị. Chưa có: {', '.join(missing)}."


def with_shares(table: ReportTable, view: View, kind: str = PETITION) -> ReportTable:
    """The same table; its total says how many units it is of."""
    if table.total is None:
        return table
    told, count = view.shares(kind)
    return replace(table, total=(f"Tổng cộng ({told}/{count} đơn vị)", *table.total[1:]))


def by_commune(ranges: Ranges, view: View) -> ReportSheet:
    """Biểu 6: who came in each commune, what was asked there, and what came of it."""
    measures: Measures = {
        "people": Count(("Số người dự",), "DB_xa", PRESENT if _roll_called(ranges) else ()),
        "speakers": _petitions("Số người phát biểu", weight="KN_nguoi_phat_bieu"),
        "turns": _petitions("Số lượt ý kiến", weight="KN_luot"),
        "petitions": _petitions("Số nội dung kiến nghị"),
        "answered": _petitions("Đã trả lời tại hội nghị", weight="KN_tra_loi_tai_hoi_nghi"),
        "resolved": _petitions("Đã giải quyết xong", _result(Result.RESOLVED)),
        "progress": _petitions("Đang giải quyết", _result(Result.IN_PROGRESS)),
        "overdue": _petitions("Quá hạn", (("KN_han", DueState.OVERDUE),)),
        "transferred": _petitions("Chuyển cấp trên", _result(Result.TRANSFERRED)),
        "note": Remark(NOTE),
    }
    table = _by_unit(ranges, view, measures, {2: ATTENDEE})
    return ReportSheet(
        "Theo xã, phường",
        "Biểu 6. TỔNG HỢP THEO XÃ, PHƯỜNG",
        (with_shares(table, view),),
        notes=(shares_note(view),),
    )


def rates(ranges: Ranges, view: View) -> ReportSheet:
    """Communes beside each other by rates: a large one has more of everything."""
    measures: Measures = {
        "petitions": _petitions("Số nội dung kiến nghị"),
        "answered": _petitions("Đã trả lời", weight="KN_da_tra_loi"),
        "answered_rate": Rate(("Tỷ lệ đã trả lời (%)",), ("answered",), ("petitions",)),
        "resolved": _petitions("Đã giải quyết xong", _result(Result.RESOLVED)),
        "resolved_rate": Rate(("Tỷ lệ giải quyết xong (%)",), ("resolved",), ("petitions",)),
        "in_time": _petitions("Hoàn thành đúng hạn", (("KN_han", DueState.DONE_IN_TIME),)),
        "late": _petitions("Hoàn thành quá hạn", (("KN_han", DueState.DONE_LATE),)),
        "overdue": _petitions("Quá hạn chưa xong", (("KN_han", DueState.OVERDUE),)),
        "in_time_rate": Rate(
            ("Tỷ lệ đúng hạn (%)",), ("in_time",), ("in_time", "late", "overdue")
        ),
        "very": Count(("Phiếu rất hài lòng",), "KS_xa", weight="KS_very_satisfied"),
        "satisfied": Count(("Phiếu hài lòng",), "KS_xa", weight="KS_satisfied"),
        "votes": Count(("Tổng số phiếu",), "KS_xa", weight="KS_tong"),
        "satisfaction": Rate(("Tỷ lệ hài lòng (%)",), ("satisfied", "very"), ("votes",)),
        "note": Remark(NOTE),
    }
    table = with_shares(
        _by_unit(ranges, view, measures, dict.fromkeys(range(11, 15), SURVEY)), view
    )
    drawn = _most(table, column=2)
    return ReportSheet(
        "So sánh đơn vị",
        "SO SÁNH GIỮA CÁC ĐƠN VỊ",
        (table, drawn) if drawn.rows else (table,),
        notes=(shares_note(view),),
        charts=(
            Chart(ChartKind.BAR, "Số nội dung kiến nghị", 1, 1, (2,)),
            Chart(ChartKind.BAR, "Tỷ lệ giải quyết xong (%)", 1, 1, (3,)),
        )
        if drawn.rows
        else (),
    )


def by_year(ranges: Ranges, view: View) -> ReportSheet:
    """This year beside the earlier ones that are there, with the number of units of each."""
    years = sorted({placed.sent.year for placed in view.earlier.petitions})
    rows = [_year_row(ranges, view, year, EARLIER) for year in years]
    rows.append(_year_row(ranges, view, view.year, ""))
    return ReportSheet(
        "So sánh các năm",
        "SO SÁNH GIỮA CÁC NĂM",
        (
            ReportTable(
                (
                    NUMBER,
                    ReportColumn(("Năm",), 34),
                    ReportColumn(("Số đơn vị có số liệu",), 12, Look.INTEGER),
                    ReportColumn(("Số nội dung kiến nghị",), 12, Look.INTEGER),
                    ReportColumn(("Đã trả lời",), 12, Look.INTEGER),
                    ReportColumn(("Đã giải quyết xong",), 12, Look.INTEGER),
                    ReportColumn(("Tỷ lệ giải quyết xong (%)",), 12, Look.PERCENT),
                ),
                numbered(rows),
            ),
        ),
        notes=(
            ()
            if years
            else ("Chưa có số liệu của các năm trước trong thư mục nên chưa so sánh được.",)
        ),
        charts=(Chart(ChartKind.BAR, "Số nội dung kiến nghị các năm", 0, 1, (3, 5)),)
        if years
        else (),
    )


def _year_row(ranges: Ranges, view: View, year: int, prefix: str) -> tuple[ReportCell, ...]:
    of = f"{prefix}KN_ky"
    this = ((of, str(year)),)

    def figure(where: Conditions = (), weight: str = "") -> Formula:
        value = ranges.figure(of, (*this, *where), weight).value
        shown = ((of, "$B{row}"), *quoted(where))
        return Formula(f"={expression(of, shown, weight)}", value)

    units = sum(
        PETITION in part.counted.told for key, part in view.holdings.items() if key[1] == year
    )
    every = figure()
    resolved = figure(((f"{prefix}KN_nhom_ket_qua", Result.RESOLVED),))
    share = Formula(
        '=IF(D{row}=0,"",F{row}/D{row})',
        int(resolved.value) / int(every.value) if every.value else "",
    )
    answered = figure(weight=f"{prefix}KN_da_tra_loi")
    return (str(year), units, every, answered, resolved, share)


def _by_unit(
    ranges: Ranges, view: View, measures: Measures, kinds: Mapping[int, str]
) -> ReportTable:
    """The table of measures by unit; what a unit did not tell is blank, and is said in words.

    `kinds` says what columns count, but for those that count petitions.
    """
    labels = tuple(view.labels.values())
    table = grouped(ranges, "Xã, phường", labels, measures, NO_UNIT)
    called = _calling(view) if _roll_called(ranges) else None
    codes = {label: code for code, label in view.labels.items()}
    rows = tuple(
        row if isinstance(row, Section) else _told(view, codes[str(row[1])], row, kinds, called)
        for row in table.rows
    )
    return replace(table, rows=rows)


def _told(
    view: View,
    code: str,
    row: tuple[ReportCell, ...],
    kinds: Mapping[int, str],
    called: frozenset[str] | None,
) -> tuple[ReportCell, ...]:
    parts = view.of_unit(code)
    if not parts:
        return row
    told = {kind: any(one.tells(kind) for one in parts) for kind in KINDS}
    not_called = called is not None and told[ATTENDEE] and code not in called
    told[ATTENDEE] = told[ATTENDEE] and not not_called
    cells = [
        cell if column < LABELLED or told[kinds.get(column, PETITION)] else None
        for column, cell in enumerate(row)
    ]
    words = [standing_words(view, code), "Chưa điểm danh" if not_called else ""]
    return (*cells[:-1], "; ".join(filter(None, words)))


def _calling(view: View) -> frozenset[str]:
    """The units in whose lists of attendees somebody wrote who came."""
    return frozenset(
        placed.unit for placed in view.now.people if placed.row.attendance not in {"", NOT_CALLED}
    )


def standing_words(view: View, code: str) -> str:
    """What is to be known of the figures of a unit, in words; empty if they are whole."""
    parts = view.of_unit(code)
    counted: Mapping[Standing, int] = {
        state: sum(one.standing is state for one in parts) for state in Standing
    }
    missing = counted[Standing.MISSING]
    if missing == len(parts):
        return "Chưa nộp" if parts else ""
    words = [f"Thiếu {missing}/{len(parts)} đơn vị cũ"] if missing else []
    words += ["Không phát sinh"] if counted[Standing.NIL] + missing == len(parts) else []
    sent = [one for one in parts if one.standing not in {Standing.MISSING, Standing.NIL}]
    words += ["Chưa gửi bảng kiến nghị"] if any(not o.tells(PETITION) for o in sent) else []
    words += ["Chưa gửi danh sách đại biểu"] if any(not o.tells(ATTENDEE) for o in sent) else []
    return "; ".join(words)


def _most(table: ReportTable, column: int) -> ReportTable:
    """The units with most petitions and their rate, as a table to be drawn."""
    told = [
        row
        for row in table.rows
        if not isinstance(row, Section) and isinstance(row[column], Formula)
    ]
    told.sort(key=lambda row: -_number(row[column]))
    return ReportTable(
        (
            NUMBER,
            ReportColumn(("Đơn vị nhiều kiến nghị nhất",), 34),
            ReportColumn(("Số nội dung kiến nghị",), 10, Look.INTEGER),
            ReportColumn(("Tỷ lệ giải quyết xong (%)",), 10, Look.PERCENT),
        ),
        numbered((row[1], _copied(row, column), _copied(row, column + 4)) for row in told[:DRAWN]),
    )


def _copied(row: tuple[ReportCell, ...], column: int) -> ReportCell:
    """A figure of the first table, counted again beside the name of its unit."""
    cell = row[column]
    if not isinstance(cell, Formula):
        return cell
    if isinstance(cell.value, float) or cell.value == "":
        resolved = expression("KN_xa", (("KN_xa", "$B{row}"), *quoted(_result(Result.RESOLVED))))
        return Formula(f'=IF(C{{row}}=0,"",{resolved}/C{{row}})', cell.value)
    return cell


def _number(cell: ReportCell) -> int:
    return int(cell.value) if isinstance(cell, Formula) and cell.value != "" else 0


def _petitions(header: str, where: Conditions = (), weight: str = "") -> Count:
    return Count((header,), "KN_xa", where, weight)


def _result(result: str) -> Conditions:
    return (("KN_nhom_ket_qua", result),)


def _roll_called(ranges: Ranges) -> bool:
    """Whether any unit says who came."""
    return bool(ranges.figure("DB_xa", PRESENT).value)
