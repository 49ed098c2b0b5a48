r"""Draws sheets as office staff lay them out, and keeps account of what was planted in them.

A table is written as text, one row per line, cells parted by `|`; a line that begins with four
blanks goes on with the one above. A line may begin with what kind of row it is:
`[header]`, why a row is left out (`[section]`, `[total]`, …), or `[3]` where one row holds
three records. A cell may be

    #912000345            a number, as is 2023      @17/03/2023      a real date
    =SUM(C5:C9) => 12     a formula and its result ^  /  <  /  <<   merged with the cell above /
    a\nb                   two lines in one cell                     on the left / to the end
    31/02/2023 {{no such day}}                      a planted mistake and what is wrong with it
    … {{@XT1}}            a petition's label         … {{->XT1}}    a row that answers it
"""

import math
import re
import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import product
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

SAVED = datetime(2023, 3, 20, 8, 30)
MARK = re.compile(r"\[(\w+)\]\s*")
NUMBER = re.compile(r"#\d+|[1-9]\d{0,3}")
MISTAKE = re.compile(r"\s*\{\{(.*?)\}\}")
ALIGNMENTS = {"l": "left", "c": "center", "r": "right"}
ABOVE, LEFT, TO_THE_END = "^", "<", "<<"


@dataclass(frozen=True)
class Style:
    """How a cell looks; the defaults are those of most offices."""

    font: str = "Times New Roman"
    size: int = 12
    bold: bool = False
    italic: bool = False
    underline: bool = False
    align: str = "c"
    border: bool = False
    fill: str = ""
    form: str = ""

    def properties(self) -> dict[str, object]:
        """The same in the words of xlsxwriter."""
        said: dict[str, object] = {
            "font_name": self.font,
            "font_size": self.size,
            "bold": self.bold,
            "italic": self.italic,
            "underline": int(self.underline),
            "align": ALIGNMENTS[self.align],
            "valign": "vcenter",
            "text_wrap": True,
            "border": int(self.border),
        }
        if self.fill:
            said["bg_color"] = self.fill
        if self.form:
            said["num_format"] = self.form
        return said


@dataclass(frozen=True)
class Line:
    """One row of a table as it was written: what kind of row it is, and its cells."""

    kind: str
    cells: tuple[str, ...]


def lines(text: str) -> tuple[Line, ...]:
    """The rows of a table written as text.

    >>> lines("[total] Cộng | #12")
    (Line(kind='total', cells=('Cộng', '#12')),)
    """
    joined: list[str] = []
    for line in textwrap.dedent(text).strip("\n").splitlines():
        if line.startswith("    "):
            joined[-1] += " " + line.strip()
        elif line.strip():
            joined.append(line)
    return tuple(_line(line) for line in joined)


def _line(text: str) -> Line:
    mark = MARK.match(text)
    kind = mark[1] if mark else "1"
    rest = text[mark.end() :] if mark else text
    return Line(kind, tuple(cell.strip().replace("\\n", "\n") for cell in rest.split("|")))


@dataclass
class Planted:
    """What stands in a sheet, for whoever wants to verify a reader against it."""

    mistakes: list[tuple[str, str]] = field(default_factory=list)
    tables: list[str] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    answers: list[tuple[str, str]] = field(default_factory=list)

    def note(self, cell: str, said: str) -> None:
        """Takes down one remark in double braces."""
        if said.startswith("@"):
            self.labels[said[1:]] = cell
        elif said.startswith("->"):
            self.answers.append((cell, said[2:]))
        else:
            self.mistakes.append((cell, " ".join(said.split())))


@dataclass
class Paper:
    """One sheet while it is drawn. Rows and columns count from 0, as in xlsxwriter."""

    name: str
    widths: Sequence[float]
    style: Style = Style()
    landscape: bool = True
    cells: dict[tuple[int, int], tuple[str, Style]] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    heights: dict[int, float] = field(default_factory=dict)
    hidden_columns: tuple[int, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    planted: Planted = field(default_factory=Planted)

    def put(self, place: str, text: str, **look: object) -> None:
        """Writes one cell (`B3`), or one merged range (`A1:D1`)."""
        first, _, last = place.partition(":")
        top, left = _position(first)
        bottom, right = _position(last or first)
        self._set(top, left, text, replace(self.style, **look))  # type: ignore[arg-type]
        if last:
            self.merged.append((top, left, bottom, right))

    def letterhead(
        self, left: Sequence[str], right: Sequence[str], split: tuple[str, str]
    ) -> None:
        """The two columns at the head of every paper of a state office."""
        for side, texts in zip(split, (left, right), strict=True):
            first, last = side.split(":")
            for number, text in enumerate(texts, start=1):
                bold = number > 1 or side == split[1]
                self.put(f"{first}{number}:{last}{number}", text, bold=bold, size=12)

    def title(self, row: int, last: str, *texts: str, first: str = "A") -> None:
        """Centred lines over the table: the first in bold capitals, the others in italics."""
        for number, text in enumerate(texts):
            look = {"bold": True, "size": 14} if number == 0 else {"italic": True}
            self.put(f"{first}{row + number}:{last}{row + number}", text, **look)
            self.heights[row + number - 1] = 20.0 + 17 * text.count("\n")

    def sign(self, row: int, left: tuple[str, str], right: tuple[str, str], name: str) -> None:
        """Who made the list, and who signs it; each a range of columns and a text."""
        for columns, text in (left, right):
            first, last = columns.split(":")
            self.put(f"{first}{row}:{last}{row}", text, bold=True)
            self.heights[row - 1] = 17.0 * (1 + text.count("\n"))
        first, last = right[0].split(":")
        self.put(f"{first}{row + 1}:{last}{row + 1}", "(Ký tên, đóng dấu)", italic=True)
        self.put(f"{first}{row + 5}:{last}{row + 5}", name, bold=True)

    def table(
        self,
        entity: str,
        text: str,
        *,
        at: str = "A1",
        align: str = "",
        fill: str = "",
        border: bool = True,
        remark: str = "",
    ) -> int:
        """Writes a table, notes what it holds, and returns the number of the row below it."""
        top, left = _position(at)
        rows = lines(text)
        width = max(len(row.cells) for row in rows)
        for number, row in enumerate(rows):
            look = _look(replace(self.style, border=border), row.kind, fill)
            for column in range(width):
                typed = row.cells[column] if column < len(row.cells) else ""
                own = look if row.kind not in _PLAIN else _aligned(look, align, column)
                self._set(top + number, left + column, typed, own)
            for columns in _runs(row.cells, width):
                bottom = _bottom(rows, number, columns[0])
                if (bottom, columns[0]) != (number, columns[1]):
                    self.merged.append(
                        (top + number, left + columns[0], top + bottom, left + columns[1])
                    )
        for number in range(top, top + len(rows)):
            self.heights[number] = self._height(number)
        if entity:
            self.planted.tables.append(_account(entity, rows, top, remark))
        return top + len(rows) + 1

    def _height(self, row: int) -> float:
        """The height in points that lets every text of the row be read, about as Excel fits it."""
        spans = {(top, left): (bottom, right) for top, left, bottom, right in self.merged}
        needed = self.style.size * 1.28 + 3
        for (at, column), (typed, style) in self.cells.items():
            bottom, right = spans.get((at, column), (at, column))
            if at == row == bottom and typed[:1] not in {"=", "#", "@"}:
                width = sum(self.widths[column : right + 1])
                room = max(1.0, width * 12 / style.size - 1)
                filled = sum(max(1, math.ceil(len(part) / room)) for part in typed.split("\n"))
                needed = max(needed, filled * style.size * 1.28 + 3)
        return needed

    def _set(self, row: int, column: int, typed: str, style: Style) -> None:
        for said in MISTAKE.findall(typed):
            self.planted.note(xl_rowcol_to_cell(row, column), said)
        self.cells[row, column] = (MISTAKE.sub("", typed), style)


_PLAIN = {"0", "1", "2", "3", "4", "nil_return"}


def _position(place: str) -> tuple[int, int]:
    letters = place.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(place[len(letters) :]) - 1, column - 1


def _look(style: Style, kind: str, fill: str) -> Style:
    if kind in {"header", "repeated_header"}:
        return replace(style, bold=True, fill=fill)
    if kind == "column_numbers":
        return replace(style, italic=True, size=style.size - 2)
    if kind in {"section", "total", "title"}:
        return replace(style, bold=True, align="l")
    return replace(style, italic=kind == "note", align="l")


def _aligned(style: Style, align: str, column: int) -> Style:
    return replace(style, align=align[column : column + 1] or "l")


def _runs(cells: Sequence[str], width: int) -> Iterator[tuple[int, int]]:
    """First and last column of each cell that stands for itself, with what it is merged with."""
    column = 0
    while column < len(cells):
        last = column
        while last + 1 < len(cells) and cells[last + 1] == LEFT:
            last += 1
        if last + 1 < len(cells) and cells[last + 1] == TO_THE_END:
            last = width - 1
        if cells[column] not in {ABOVE, LEFT, TO_THE_END}:
            yield column, last
        column = last + 1


def _bottom(rows: Sequence[Line], number: int, column: int) -> int:
    while number + 1 < len(rows) and rows[number + 1].cells[column : column + 1] == (ABOVE,):
        number += 1
    return number


def _account(entity: str, rows: Sequence[Line], top: int, remark: str) -> str:
    """One line of MISTAKES.txt about a table: entity, header rows, records, excluded rows."""
    header = [top + n + 1 for n, row in enumerate(rows) if row.kind == "header"]
    records = sum(int(row.kind) for row in rows if row.kind.isdigit())
    excluded = [
        f"{top + number + 1} {row.kind}"
        for number, row in enumerate(rows)
        if row.kind != "header" and not row.kind.isdigit() and top + number >= header[0]
    ]
    parts = [
        entity,
        "header " + ", ".join(map(str, header)),
        f"{records} records",
        "excluded " + (", ".join(excluded) or "none"),
    ]
    return " | ".join(parts + [remark] * bool(remark))


# ── Writing ─────────────────────────────────────────────────────────────────────────────────


def write_xlsx(target: Path, papers: Sequence[Paper]) -> None:
    """Writes the sheets as one workbook; the same sheets always give the same bytes."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(str(target)) as book:
        book.set_properties({"author": "Văn phòng UBND xã", "created": SAVED})
        formats: dict[Style, Format] = {}

        def form(style: Style) -> Format:
            if style not in formats:
                formats[style] = book.add_format(style.properties())
            return formats[style]

        for paper in papers:
            _write_sheet(book.add_worksheet(paper.name), paper, form)


def _write_sheet(sheet: Worksheet, paper: Paper, form: Callable[[Style], Format]) -> None:
    for column, width in enumerate(paper.widths):
        sheet.set_column(column, column, width, None, {"hidden": column in paper.hidden_columns})
    for row in {*paper.heights, *paper.hidden_rows}:
        sheet.set_row(row, paper.heights.get(row), None, {"hidden": row in paper.hidden_rows})
    covered = set[tuple[int, int]]()
    for top, left, bottom, right in paper.merged:
        sheet.merge_range(top, left, bottom, right, "", form(paper.cells[top, left][1]))
        rectangle = product(range(top, bottom + 1), range(left, right + 1))
        covered |= set(rectangle) - {(top, left)}
    for place in sorted(paper.cells.keys() - covered):
        typed, style = paper.cells[place]
        own = replace(style, form="dd/mm/yyyy") if typed[:1] == "@" else style
        _write_cell(sheet, place, typed, form(own))
    _set_page(sheet, paper)


def _set_page(sheet: Worksheet, paper: Paper) -> None:
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.6, right=0.4, top=0.6, bottom=0.6)
    if paper.landscape:
        sheet.set_landscape()


def _write_cell(sheet: Worksheet, place: tuple[int, int], typed: str, form: Format) -> None:
    if not typed:
        sheet.write_blank(*place, None, form)
    elif NUMBER.fullmatch(typed):
        sheet.write_number(*place, float(typed.removeprefix("#")), form)
    elif typed[0] == "@":
        sheet.write_datetime(*place, datetime.strptime(typed[1:], "%d/%m/%Y"), form)
    elif typed[0] == "=":
        formula, _, result = typed.partition("=>")
        sheet.write_formula(*place, formula.strip(), form, _result(result.strip()))
    else:
        sheet.write_string(*place, typed, form)


def _result(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text
