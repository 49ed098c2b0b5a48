"""The sheets beside the table: conflicts to be decided, the log, rows that found no room."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from toolkit.layouts.follow_up import DATES, HEADERS
from toolkit.living.merging import Decision
from toolkit.living.planning import WHOLE_ROW, Change, Choice, Conflict
from toolkit.living.reading import NEW_ROWS
from toolkit.living.seen import seen
from toolkit.model import (
    Look,
    Meeting,
    ReportBook,
    ReportCell,
    ReportColumn,
    ReportSheet,
    ReportTable,
    Sheet,
    Workbook,
)
from toolkit.values.likeness import identifier
from toolkit.values.texts import fold

CONFLICTS, LOG = "Xung đột", "Nhật ký"

_CONFLICT_COLUMNS = {
    "number": ReportColumn(("STT",), 6, Look.INTEGER),
    "id": ReportColumn(("Mã kiến nghị",), 16),
    "column": ReportColumn(("Cột",), 18),
    "base": ReportColumn(("Giá trị cũ",), 24),
    "typed": ReportColumn(("Đang ghi trong bảng",), 24),
    "new": ReportColumn(("Giá trị mới",), 24),
    "cell": ReportColumn(("Ô đang ghi",), 20),
    "source": ReportColumn(("Nơi có giá trị mới",), 26),
    "decision": ReportColumn(("Quyết định",), 14, choices=tuple(Decision)),
}
_LOG_COLUMNS = {
    "day": ReportColumn(("Ngày",), 12, Look.DATE),
    "id": ReportColumn(("Mã kiến nghị",), 16),
    "column": ReportColumn(("Cột",), 22),
    "old": ReportColumn(("Trước",), 36),
    "new": ReportColumn(("Sau",), 36),
    "why": ReportColumn(("Lý do",), 24),
}
_WORDS = {
    "giu": Decision.KEEP,
    "giu nguyen": Decision.KEEP,
    "giu lai": Decision.KEEP,
    "lay moi": Decision.TAKE,
    "lay gia tri moi": Decision.TAKE,
    "moi": Decision.TAKE,
}
"""What people write to decide, folded."""

_KEYS = {fold(header): key for key, header in HEADERS.items()} | {fold(WHOLE_ROW): ""}


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the sheet of conflicts: what stands in it by column, and where it stands.

    `others` are the cells that people added beside it.
    """

    row: int
    cells: Mapping[str, str]
    decision: ReportCell
    others: Mapping[int, ReportCell]

    @property
    def name(self) -> tuple[str, str] | None:
        """The conflict it is about; None if that cannot be said."""
        key = _KEYS.get(fold(self.cells.get("column", "")))
        given = identifier(self.cells.get("id", ""))
        return (given, key) if given and key is not None else None


@dataclass(frozen=True, slots=True)
class Board:
    """The sheet of conflicts as it stands: where its columns are, and its rows."""

    header: int
    columns: Mapping[str, int]
    lines: tuple[Line, ...]
    last_row: int

    def choices(self) -> dict[tuple[str, str], Choice]:
        """What people have decided."""
        found: dict[tuple[str, str], Choice] = {}
        for line in self.lines:
            decision = _WORDS.get(fold(str(line.decision or "")))
            if decision and line.name:
                found[line.name] = Choice(decision, line.cells.get("new", ""))
        return found

    def rows(self, conflicts: Sequence[Conflict]) -> tuple[Mapping[int, ReportCell], ...]:
        """The rows below the header from now on, by column: what is settled leaves the sheet.

        What people wrote beside a conflict stays beside it.
        """
        before = {line.name: line for line in self.lines}
        rows = []
        for number, conflict in enumerate(conflicts, start=1):
            told = _conflict_cells(number, conflict)
            line = before.get(conflict.name)
            if line and line.cells.get("new", "") == conflict.new:
                told["decision"] = line.decision
            others = line.others if line else {}
            placed = {self.columns[key]: cell for key, cell in told.items() if key in self.columns}
            rows.append({**others, **placed})
        return tuple(rows)


def read_board(workbook: Workbook) -> Board | None:
    """The sheet of conflicts; None if the workbook has none, or it is not known any more."""
    sheet = next((sheet for sheet in workbook.sheets if sheet.name == CONFLICTS), None)
    found = _header(sheet, _CONFLICT_COLUMNS) if sheet else None
    if sheet is None or found is None:
        return None
    header, columns = found
    return Board(header, columns, tuple(_lines(sheet, header, columns)), len(sheet.rows))


def log_columns(workbook: Workbook) -> Mapping[str, int]:
    """The columns of the log, wherever people moved them; none if there is no log."""
    sheet = next((sheet for sheet in workbook.sheets if sheet.name == LOG), None)
    found = _header(sheet, _LOG_COLUMNS) if sheet else None
    return found[1] if found else {}


def _header(
    sheet: Sheet, columns: Mapping[str, ReportColumn]
) -> tuple[int, Mapping[str, int]] | None:
    wanted = {fold(column.header[0]): key for key, column in columns.items()}
    for number, cells in enumerate(sheet.rows, start=1):
        found = {
            wanted[word]: column
            for column, cell in enumerate(cells, start=1)
            if (word := fold(seen(cell))) in wanted
        }
        if "id" in found and len(found) > len(wanted) // 2:
            return number, found
    return None


def _lines(sheet: Sheet, header: int, columns: Mapping[str, int]) -> Iterator[Line]:
    ours = {*columns.values()}
    for number, raws in enumerate(sheet.rows[header:], start=header + 1):
        told = {key: seen(sheet.at(number, column)) for key, column in columns.items()}
        others = {
            column: seen(raw)
            for column, raw in enumerate(raws, start=1)
            if raw is not None and column not in ours
        }
        if any(told.values()) or others:
            yield Line(number, told, told.get("decision") or None, others)


# ── What is written ─────────────────────────────────────────────────────────────────────────


def conflict_sheet(conflicts: Sequence[Conflict], as_of: date) -> ReportBook:
    """A new sheet of conflicts."""
    rows = tuple(
        tuple(_conflict_cells(number, conflict).values())
        for number, conflict in enumerate(conflicts, start=1)
    )
    note = (
        "Ô đã có người sửa và nguồn cũng có giá trị mới. Hãy chọn ở cột Quyết định rồi chạy lại: "
        "“giữ” để giữ giá trị đang ghi, “lấy mới” để lấy giá trị mới."
    )
    return _book(CONFLICTS, "NHỮNG Ô CẦN ANH CHỊ QUYẾT ĐỊNH", note, _CONFLICT_COLUMNS, rows, as_of)


def log_sheet(changes: Sequence[Change], as_of: date) -> ReportBook:
    """A new log."""
    rows = tuple(tuple(cells.values()) for cells in log_rows(changes, as_of))
    note = "Những ô của bảng theo dõi mà công cụ đã ghi lại theo nguồn hoặc theo quyết định."
    return _book(LOG, "NHẬT KÝ CẬP NHẬT", note, _LOG_COLUMNS, rows, as_of)


def log_rows(changes: Iterable[Change], as_of: date) -> Iterator[Mapping[str, ReportCell]]:
    """The lines of the log, by column."""
    for change in changes:
        yield {
            "day": as_of,
            "id": change.id,
            "column": HEADERS.get(change.key, WHOLE_ROW),
            "old": _shown(change.key, change.old),
            "new": _shown(change.key, change.new),
            "why": change.why,
        }


def new_rows_sheet(rows: Sequence[Mapping[str, ReportCell]], as_of: date) -> ReportBook:
    """A sheet for rows that found no room below the table, with the same columns."""
    columns = {
        key: ReportColumn((header,), 16, Look.DATE if key in DATES else Look.TEXT)
        for key, header in HEADERS.items()
    }
    note = "Phía dưới bảng theo dõi có ghi chú khác nên các kiến nghị mới được ghi ở trang này."
    cells = tuple(tuple(row.get(key) for key in HEADERS) for row in rows)
    return _book(NEW_ROWS, "KIẾN NGHỊ MỚI", note, columns, cells, as_of)


def _book(
    name: str,
    title: str,
    note: str,
    columns: Mapping[str, ReportColumn],
    rows: Sequence[tuple[ReportCell, ...]],
    as_of: date,
) -> ReportBook:
    table = ReportTable(tuple(columns.values()), rows)
    sheet = ReportSheet(name, title, (table,), note, letterhead=False, signature=False)
    return ReportBook("", "", Meeting(), as_of, (sheet,))


def _conflict_cells(number: int, conflict: Conflict) -> dict[str, ReportCell]:
    return {
        "number": number,
        "id": conflict.id,
        "column": conflict.column,
        "base": _shown(conflict.key, conflict.base),
        "typed": _shown(conflict.key, conflict.typed),
        "new": _shown(conflict.key, conflict.new),
        "cell": f"{conflict.cell.sheet}!{conflict.cell.a1}" if conflict.cell else None,
        "source": str(conflict.source) if conflict.source else None,
        "decision": None,
    }


def _shown(key: str, text: str) -> str:
    """A value as people write it: days with the day first."""
    if key in DATES and text[4:5] == "-" == text[7:8]:
        return f"{date.fromisoformat(text[:10]):%d/%m/%Y}"
    return text
