"""The follow-up workbook as it is to be written: made anew, or brought up to date in place."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from toolkit import dossier, excel
from toolkit.following.table import Followed
from toolkit.living.base import FIELDS, PRINTED_COLUMN, Kept, base_row, base_table
from toolkit.living.base import SHEET as BASE_SHEET
from toolkit.living.planning import Plan
from toolkit.living.printed import printed_sheet, rows, whole
from toolkit.living.reading import NEW_ROWS
from toolkit.living.seen import seen
from toolkit.living.sheets import (
    CONFLICTS,
    LOG,
    conflict_sheet,
    log_columns,
    log_rows,
    log_sheet,
    new_rows_sheet,
)
from toolkit.model import ReportBook, ReportCell, Workbook

_OF_DAY = re.compile(r"(Số liệu tính đến ngày )\d\d/\d\d/\d{4}")
"""What the title says of the day when it was made."""


def created(book: ReportBook, rows: Sequence[Mapping[str, ReportCell]], name: str) -> bytes:
    """A new follow-up workbook, with the base that it carries."""
    kept = [
        Kept(str(cells["petition_id"]), {key: seen(cells.get(key), key) for key in FIELDS})
        for cells in rows
    ]
    content = excel.written(book)
    sheet = printed_sheet(excel.read_content(content, name))
    table = base_table(kept, whole(sheet) if sheet else "")
    added = (excel.NewSheet(BASE_SHEET, table, hidden=True),)
    return excel.patched(content, excel.Edits(added=added), name)


def slip_content(book: ReportBook, tasks: Sequence[Mapping[str, ReportCell]], name: str) -> bytes:
    """A slip, with the base that it carries."""
    return created(book, tasks, name)


@dataclass(slots=True)
class _Draft:
    """The changes of a workbook while they are gathered; `content` has the sheets added so far."""

    content: bytes
    cells: dict[str, dict[tuple[int, int], excel.Content]] = field(default_factory=dict)
    rows: dict[str, list[Mapping[int, excel.Content]]] = field(default_factory=dict)
    likes: dict[str, int] = field(default_factory=dict)
    added: list[excel.NewSheet] = field(default_factory=list)

    def put(self, sheet: str, row: int, column: int, value: ReportCell) -> None:
        self.cells.setdefault(sheet, {})[row, column] = _plain(value)

    def append(self, sheet: str, rows: Iterable[Mapping[int, ReportCell]], like: int = 0) -> None:
        told = [{column: _plain(cell) for column, cell in row.items()} for row in rows]
        if told:
            self.rows.setdefault(sheet, []).extend(told)
            self.likes[sheet] = like


def updated(followed: Followed, plan: Plan, as_of: date, book: ReportBook) -> bytes:
    """The workbook with what a plan asks for; the very same bytes if it asks for nothing.

    `book` is the workbook as it would be made now: it has the sheet to be printed.
    """
    name = dossier.FOLLOW_UP
    draft = _Draft(followed.content)
    _print_again(draft, followed, book)
    for (sheet, row, column), value in plan.values.items():
        draft.put(sheet, row, column, value)
    _add_rows(draft, followed, plan, as_of)
    if draft.cells or draft.rows:
        _date(draft, followed, as_of)
    _write_conflicts(draft, followed, plan, as_of)
    _write_log(draft, followed, plan, as_of)
    _write_base(draft, followed, plan)
    notes: dict[str, dict[tuple[int, int], str]] = {}
    for (sheet, row, column), text in plan.marked.items():
        notes.setdefault(sheet, {})[row, column] = text
    sheets = {
        title: excel.SheetEdits(
            values=draft.cells.get(title, {}),
            notes=notes.get(title, {}),
            appended=draft.rows.get(title, ()),
            like=draft.likes.get(title, 0),
        )
        for title in {*draft.cells, *draft.rows, *notes}
    }
    if not sheets and not draft.added:
        return draft.content
    content = excel.patched(draft.content, excel.Edits(sheets, draft.added), name)
    _verify(excel.read_content(draft.content, name), excel.read_content(content, name), draft)
    return content


def _print_again(draft: _Draft, followed: Followed, book: ReportBook) -> None:
    """Make the sheet to be printed anew where that is news, and nobody wrote in it."""
    name = dossier.FOLLOW_UP
    old = printed_sheet(followed.workbook)
    if old is None or whole(old) != followed.base.printed:
        return
    only = replace(book, sheets=tuple(sheet for sheet in book.sheets if sheet.name == old.name))
    made = excel.written(only)
    new = printed_sheet(excel.read_content(made, name))
    if new is None or rows(new) == rows(old):
        return
    draft.content = excel.with_sheet_again(draft.content, made, new.name, name)
    draft.put(BASE_SHEET, 1, PRINTED_COLUMN, whole(new))


def _plain(cell: ReportCell) -> excel.Content:
    return cell if isinstance(cell, str | int | float | date) else None


def _add_rows(draft: _Draft, followed: Followed, plan: Plan, as_of: date) -> None:
    """New petitions below the table; in a sheet of their own where something stands below it."""
    if not plan.appended:
        return
    living = followed.living
    title = living.sheet if living.has_room else NEW_ROWS
    columns = living.columns.get(title)
    if columns is None:
        book = new_rows_sheet(plan.appended, as_of)
        draft.content = excel.with_reports(draft.content, dossier.FOLLOW_UP, book)
        return
    draft.append(
        title,
        ({columns[key]: row[key] for key in row if key in columns} for row in plan.appended),
    )


def _date(draft: _Draft, followed: Followed, as_of: date) -> None:
    """Say in the title of the table of which day it is now, where that still stands there."""
    for row, text in followed.tables[0].titles:
        if found := _OF_DAY.fullmatch(text.strip()):
            cells = followed.tables[0].sheet.rows[row - 1]
            column = next(n for n, cell in enumerate(cells, start=1) if cell is not None)
            told = f"{found[1]}{as_of:%d/%m/%Y}"
            if told != text.strip():
                draft.put(followed.living.sheet, row, column, told)


def _write_conflicts(draft: _Draft, followed: Followed, plan: Plan, as_of: date) -> None:
    board = followed.board
    if board is None:
        if plan.conflicts:
            book = conflict_sheet(plan.conflicts, as_of)
            draft.content = excel.with_reports(draft.content, dossier.FOLLOW_UP, book)
        return
    sheet = next(sheet for sheet in followed.workbook.sheets if sheet.name == CONFLICTS)
    rows = board.rows(plan.conflicts)
    for number in range(board.header + 1, board.last_row + 1):
        position = number - board.header - 1
        wanted = rows[position] if position < len(rows) else {}
        for column in range(1, max([len(sheet.rows[number - 1]), *wanted], default=0) + 1):
            cell = wanted.get(column)
            if seen(sheet.at(number, column)) != seen(cell):
                draft.put(CONFLICTS, number, column, cell)
    more = rows[max(board.last_row - board.header, 0) :]
    draft.append(CONFLICTS, more, like=board.header + 1)


def _write_log(draft: _Draft, followed: Followed, plan: Plan, as_of: date) -> None:
    if not plan.log:
        return
    columns = log_columns(followed.workbook)
    if columns:
        lines = log_rows(plan.log, as_of)
        draft.append(LOG, ({columns[k]: line[k] for k in line if k in columns} for line in lines))
    elif LOG not in {sheet.name for sheet in followed.workbook.sheets}:
        book = log_sheet(plan.log, as_of)
        draft.content = excel.with_reports(draft.content, dossier.FOLLOW_UP, book)


def _write_base(draft: _Draft, followed: Followed, plan: Plan) -> None:
    """Keep what stands there from now on, in the hidden sheet."""
    before = followed.base
    if not before.is_there:
        rows = base_table(tuple(plan.kept.values()))
        draft.added.append(excel.NewSheet(BASE_SHEET, rows, hidden=True))
        return
    fresh = []
    for key, kept in plan.kept.items():
        told = dict(enumerate(base_row(kept), start=1))
        if key not in before.rows:
            fresh.append(told)
            continue
        old = base_row(before.kept[key])
        for column, cell in told.items():
            if cell != old[column - 1]:
                draft.put(BASE_SHEET, before.rows[key], column, cell)
    draft.append(BASE_SHEET, fresh)


def _verify(before: Workbook, after: Workbook, draft: _Draft) -> None:
    """Make sure that all other cells are as they were, and that no sheet is missing.

    Raises:
        RuntimeError: They are not: nothing may be written.
    """
    now = {sheet.name: sheet for sheet in after.sheets}
    for sheet in before.sheets:
        changed = draft.cells.get(sheet.name, {})
        for number, cells in enumerate(sheet.rows, start=1):
            for column, cell in enumerate(cells, start=1):
                same = now[sheet.name].at(number, column) == cell
                if not same and (number, column) not in changed:
                    raise RuntimeError(f"{sheet.name} row {number} column {column} has changed")
    for title, changed in draft.cells.items():
        for (row, column), cell in changed.items():
            there = now[title].at(row, column)
            if (isinstance(cell, str) and seen(there) != seen(cell)) or (there is None) != (
                cell is None
            ):
                raise RuntimeError(f"{title} row {row} column {column} was not written")
