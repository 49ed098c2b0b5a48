"""Sheets typed in old fonts or read in a wrong encoding, as Unicode."""

from collections.abc import Mapping
from dataclasses import replace

from toolkit.model import Cell, Finding, Notice, Raw, Severity, Sheet
from toolkit.values.legacy import decode
from toolkit.values.texts import shorten

DECODED = Notice(
    "TXT-01",
    Severity.WARNING,
    vi="“{value}” gõ bằng phông chữ cũ, đã đọc là “{read}”. Cột này có {count} ô như vậy.",
    en="“{value}” is in an old font and was read as “{read}”. The column has {count} such cells.",
    fix_vi="Hãy chuyển cả cột sang Unicode, phông Times New Roman, ví dụ gõ lại “{read}”.",
    fix_en="Convert the column to Unicode, font Times New Roman, e.g. type “{read}”.",
    why="Such texts look right only in their own font; nobody finds or sorts them elsewhere.",
    good="""
        STT | Người kiến nghị | Nội dung kiến nghị
        1   | Nguyễn Văn Mẫu  | Kiến nghị sửa đường tổ 5
    """,
    bad="""
        STT | Người kiến nghị | Nội dung kiến nghị
        1   | Nguyễn Văn Mẫu  | >>KiÕn nghÞ söa ®\u00adêng tæ 5 bÞ h\u00ad
    """,
)
NOTICES = (DECODED,)


def to_unicode(workbook: str, sheet: Sheet) -> tuple[Sheet, tuple[Finding, ...]]:
    """A sheet with its texts in Unicode, and one finding for each column that was not."""
    changed: dict[tuple[int, int], str] = {}
    findings: list[Finding] = []
    for column, texts in _columns(sheet).items():
        decoded = decode(tuple(texts.values()))
        cells = {(row, column): decoded[text] for row, text in texts.items() if text in decoded}
        if cells:
            changed |= cells
            findings.append(_finding(workbook, sheet, cells))
    if not changed:
        return sheet, ()
    return replace(sheet, rows=_rows(sheet, changed)), tuple(findings)


def _columns(sheet: Sheet) -> Mapping[int, Mapping[int, str]]:
    """The texts of a sheet that are not plain ASCII, by column and row."""
    columns: dict[int, dict[int, str]] = {}
    for row, cells in enumerate(sheet.rows, start=1):
        for column, raw in enumerate(cells, start=1):
            if isinstance(raw, str) and (not raw.isascii() or "&#" in raw):
                columns.setdefault(column, {})[row] = raw
    return columns


def _rows(sheet: Sheet, changed: Mapping[tuple[int, int], str]) -> tuple[tuple[Raw, ...], ...]:
    return tuple(
        tuple(changed.get((row, column), raw) for column, raw in enumerate(cells, start=1))
        for row, cells in enumerate(sheet.rows, start=1)
    )


def _finding(workbook: str, sheet: Sheet, cells: Mapping[tuple[int, int], str]) -> Finding:
    """What is told of a column: its first cell stands for all."""
    first, *others = (Cell(workbook, sheet.name, *place) for place in cells)
    typed = str(sheet.at(first.row, first.column))
    params = {
        "value": shorten(typed),
        "read": shorten(next(iter(cells.values()))),
        "count": len(cells),
    }
    return Finding(DECODED, first, params, None, typed, tuple(others))
