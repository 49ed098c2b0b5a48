"""The workbook of the level above: everything counted, and everything that was counted."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from toolkit.aggregate import comparisons, lists, overview, roster
from toolkit.aggregate.registers import EARLIER, registers
from toolkit.aggregate.rows import ATTENDEE, PETITION, SHEETS, SURVEY
from toolkit.aggregate.units import full_name
from toolkit.aggregate.view import View, day_of
from toolkit.model import (
    Formula,
    Meeting,
    ReportBook,
    ReportCell,
    ReportSheet,
    ReportTable,
    Section,
)
from toolkit.summarize import forms, survey
from toolkit.summarize.columns import Register
from toolkit.summarize.labels import Codelists
from toolkit.summarize.ranges import Ranges

KIND = "aggregate"
"""What the file is known by as our own."""

MOST_ROWS = 1_048_576 - 100
"""Rows of a sheet in Excel, less those of letterhead, title and signatures."""

_TITLES = {
    ATTENDEE: "DANH SÁCH ĐẠI BIỂU CỦA CÁC XÃ, PHƯỜNG",
    PETITION: "Phụ lục 1. TỔNG HỢP Ý KIẾN, KIẾN NGHỊ CỦA CÁC XÃ, PHƯỜNG",
}
_EMPTY = {
    ATTENDEE: "Chưa có danh sách đại biểu nào.",
    PETITION: "Chưa có kiến nghị nào.",
    SURVEY: "Chưa có bảng khảo sát nào.",
}
_EARLIER = "Các năm trước"


def book(
    view: View,
    codelists: Codelists,
    link_base: str = "",
    *,
    contacts: bool = False,
    most_rows: int = MOST_ROWS,
) -> ReportBook:
    """Biểu 4 to 11, the leaders' page, comparisons, registers and sources.

    `link_base` leads from the folder of the workbook to the folder that paths are given from.
    A register of more rows than a sheet can hold is left out: `needs_parts` tells so.
    """
    now = registers(view, view.now, contacts=contacts, link_base=link_base)
    past = registers(view, view.earlier, contacts=contacts, link_base=link_base, prefix=EARLIER)
    frames = (register.frame() for part in (now, past) for register in part.values())
    ranges = Ranges(frames)
    sheets = (
        overview.overview(ranges, view),
        _register(ATTENDEE, now),
        _register(PETITION, now),
        forms.by_topic(ranges, day_of(view.year, view.as_of), codelists),
        forms.by_unit(ranges),
        comparisons.by_commune(ranges, view),
        comparisons.rates(ranges, view),
        comparisons.by_year(ranges, view),
        lists.by_delegation(ranges, view, codelists),
        lists.beyond_commune(view),
        lists.carried_over(view),
        survey.satisfaction(ranges, now[SURVEY]),
        *((_earlier(past),) if view.earlier else ()),
        roster.roster(view),
        roster.remarks(view),
        roster.receipts(view),
        overview.sources(view),
        overview.about(view),
    )
    told = tuple(_with_shares(sheet, view) for sheet in sheets)
    if needs_parts(view, most_rows):
        told = tuple(_without_registers(sheet, most_rows) for sheet in told)
    return ReportBook(
        KIND, "Tổng hợp kết quả hội nghị đối thoại", meeting_of(view), view.as_of, told
    )


def needs_parts(view: View, most_rows: int = MOST_ROWS) -> bool:
    """Whether a register has more rows than a sheet can hold."""
    parts = (view.now, view.earlier)
    return any(max(len(p.petitions), len(p.people), len(p.surveys)) > most_rows for p in parts)


def parts(
    view: View, codelists: Codelists, link_base: str = "", *, contacts: bool = False
) -> Iterator[tuple[str, ReportBook]]:
    """The same workbook for each unit alone, with a name for its file."""
    for code, label in view.labels.items():
        own = view.only(code)
        if own.expected:
            name = f"{code}_{label.replace(' ', '_').replace('/', '_')}.xlsx"
            yield name, book(own, codelists, link_base, contacts=contacts)


def meeting_of(view: View) -> Meeting:
    """The unit that reports, as a letterhead names it."""
    name = full_name(view.whole.name) if view.whole else ""
    code = view.whole.code if view.whole else ""
    return Meeting(unit_name=name, unit_code=code, year=view.year)


def _register(kind: str, made: Mapping[str, Register]) -> ReportSheet:
    table = made[kind].table(_EMPTY[kind])
    return ReportSheet(SHEETS[kind], _TITLES[kind], (table,), filtered=True)


def _earlier(made: Mapping[str, Register]) -> ReportSheet:
    captions = {PETITION: "Kiến nghị", ATTENDEE: "Đại biểu", SURVEY: "Khảo sát"}
    return ReportSheet(
        _EARLIER,
        "SỐ LIỆU CÁC NĂM TRƯỚC",
        tuple(made[kind].table(_EMPTY[kind], caption) for kind, caption in captions.items()),
        letterhead=False,
        signature=False,
    )


_KINDS_OF_FORMS = {
    "Theo lĩnh vực": PETITION,
    "Theo đơn vị": PETITION,
    "Hài lòng": SURVEY,
}
"""The forms that communes have, too: here their totals must say of how many units they are."""


def _with_shares(sheet: ReportSheet, view: View) -> ReportSheet:
    kind = _KINDS_OF_FORMS.get(sheet.name)
    if kind is None:
        return sheet
    tables = (comparisons.with_shares(sheet.tables[0], view, kind), *sheet.tables[1:])
    return replace(sheet, tables=tables, notes=(*sheet.notes, comparisons.shares_note(view, kind)))


def _without_registers(sheet: ReportSheet, most_rows: int) -> ReportSheet:
    """The same sheet with values in place of formulas, and no register that is too long."""
    return replace(sheet, tables=tuple(_short(table, most_rows) for table in sheet.tables))


def _short(table: ReportTable, most_rows: int) -> ReportTable:
    columns = tuple(replace(column, name=None) for column in table.columns)
    if len(table.rows) > most_rows:
        return ReportTable(
            columns[:1],
            (),
            empty=f"{len(table.rows)} dòng, nhiều hơn số dòng của một trang Excel. Đề nghị xem "
            "từng tệp trong thư mục Don_vi.",
            caption=table.caption,
        )
    rows = tuple(
        row if isinstance(row, Section) else tuple(map(_value, row)) for row in table.rows
    )
    total = table.total and tuple(map(_value, table.total))
    return replace(table, columns=columns, rows=rows, total=total)


def _value(cell: ReportCell) -> ReportCell:
    return cell.value if isinstance(cell, Formula) else cell
