"""Tell the records of a table from its titles, totals, notes and signatures."""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median_low

from toolkit.detect.evidence import (
    is_birth,
    is_date,
    is_named_hamlet,
    is_national_id,
    is_person,
    is_phone,
    is_sentence,
    is_unit,
    may_be_name,
)
from toolkit.detect.grid import Grid
from toolkit.detect.lines import begins, counts_up
from toolkit.layouts import row_words
from toolkit.model import Excluded, Layout, MappedColumn, Reason, TableRow
from toolkit.values.texts import fold

_NUMBERED = re.compile(r"\d+([.\-]\d+)*[.)]?")
_MARKER = re.compile(r"([IVXLC]+|[A-ZĐ]|\*)[.)\-:/]?")
_BULLET = re.compile(r"[-–+*•a]")
_SMALL_MARKER = re.compile(r"[a-zđ][.)]")
_TITLE = re.compile(r"[IVXLC]+\s*[.)\-:/]?\s+\S.*|([IVXLC]+|[A-ZĐ])\s*[.)\-:/]\s*\S.*|[*]\s*\S.*")
_COLUMN_NUMBER = re.compile(r"[(\[]?\d{1,2}[)\]]?(\s*=.*)?|[(\[]?[A-ZĐa-z][)\]]?")
_COUNT = re.compile(r"\d{1,4}")
_COUNTED = re.compile(r"\W*\d{1,4}(\s+[^\W\d]+){0,3}\W*")
"""“5”, “(05 ý kiến)”, “12 đại biểu”."""
_PLACE_AND_DATE = re.compile(r".*\bngày\b.{0,12}\btháng\b.{0,12}\bnăm\b.{0,8}", re.IGNORECASE)
_LONG = 60
_SIGNERS = 4
"""So many cells at most stand beside each other where people sign."""
_OWN_TABLE = 2
"""So many rows of several cells make a table of their own."""
_TELLING = {
    "phone": is_phone,
    "national_id": is_national_id,
    "birth": is_birth,
    "date": is_date,
    "name": is_person,
    "petitioner": is_person,
    "hamlet": is_named_hamlet,
}
"""How cells look below the headings of some kinds, and hardly any others do."""
_SOMEBODY = {"name", "petitioner", "unit", "list"}
"""Kinds that name somebody, and are no figures."""


@dataclass(slots=True)
class Rows:
    """The rows of a table, sorted out, from top to bottom."""

    records: list[TableRow] = field(default_factory=list)
    excluded: list[Excluded] = field(default_factory=list)


class Sorter:
    """Sorts the rows of one table. The order of the questions matters: see `_reason`."""

    def __init__(
        self, grid: Grid, layout: Layout, columns: Sequence[MappedColumn], width: Iterable[int]
    ) -> None:
        self._grid = grid
        self._entity = layout.key
        self._width = frozenset(width)
        self._seq = next((m.number for m in columns if m.column.field == "seq"), None)
        self._needed = [m.number for m in columns if m.column.field in layout.needs]
        self._mapped = {m.number for m in columns}
        self._kinds = {m.number: m.column.kind for m in columns}
        self._first = min(self._width)
        self._last_numbered = self._last_sure = self._last_held = 0
        self._parted = False
        self._words = row_words()
        self._shares = {fold(words) for words in self._words["shares"]}
        self._nil = {fold(words) for words in self._words["nil_return"]} - {""}

    def sort(
        self,
        numbers: Iterable[int],
        repeated: Mapping[int, Reason],
        without_petition: Container[int] = (),
    ) -> Rows:
        """Every row a record or excluded; blank rows at the end are left unmentioned.

        `repeated` are rows already known to be no records: headers that stand there again.
        `without_petition` are people who only registered.
        """
        numbers = tuple(numbers)
        self._last_numbered = max((n for n in numbers if self._is_numbered(n)), default=0)
        self._last_sure = self._last_numbered or self._last_usual(numbers)
        held = (n for n in numbers if self._holds(self._cells(n), n))
        self._last_held = max(held, default=0)
        another = self._another_table(numbers)
        rows = Rows()
        section: int | None = None
        signed = noted = False
        self._parted = False
        blanks: list[Excluded] = []
        for number in numbers:
            cells = self._cells(number)
            if not cells:
                blanks.append(Excluded(number, Reason.BLANK, ""))
                self._parted = True
                continue
            reason = repeated.get(number) or self._reason(cells, number, signed=signed)
            if reason is None and noted and len(set(cells.values())) == 1:
                reason = Reason.NOTE
            if reason in {None, Reason.SECTION} and number in another:
                reason = Reason.NOTE
            if reason is None and number in without_petition:
                reason = Reason.NIL_RETURN
            rows.excluded += blanks
            blanks = []
            self._parted = reason is Reason.TOTAL
            if reason is None:
                rows.records.append(TableRow(number, section))
                continue
            signed = signed or reason is Reason.SIGNATURE
            noted = noted or (reason is Reason.NOTE and number > self._last_numbered)
            section = number if reason is Reason.SECTION else section
            rows.excluded.append(Excluded(number, reason, _shown(cells)))
        return _without_blank_end(rows)

    def _is_numbered(self, number: int) -> bool:
        """Whether a row has a number and something beside it."""
        cells = self._cells(number)
        return len(cells) > 1 and bool(_NUMBERED.fullmatch(cells.get(self._seq or 0, "")))

    def _another_table(self, numbers: Sequence[int]) -> range:
        """The rows of a small table of another matter that stands below the numbered records.

        A blank row parts it from them; a title stands over it, or its cells are of another sort.
        """
        own = max((n for n in numbers if n <= self._last_numbered or self._fits(n)), default=0)
        below = [n for n in numbers if n > own]
        blank = next((n for n in below if not self._cells(n)), None)
        rest = [n for n in below if blank and n > blank and self._cells(n)]
        several = [n for n in rest if len(set(self._cells(n).values())) > 1]
        if not self._last_numbered or len(several) < _OWN_TABLE or own == 0:
            return range(0)
        titled = self._spans(rest[0], min(self._cells(rest[0])))
        if not (titled or any(map(self._misfits, rest))):
            return range(0)
        return range(rest[0], rest[-1] + 1)

    def _fits(self, number: int) -> bool:
        """Whether a row holds what the table has: a petition, a person, a telephone number."""
        cells = self._cells(number)
        return self._holds(cells, number) or (
            len(set(cells.values())) > 1
            and any(self._looks(number, c) for c in cells if self._kinds.get(c) in _TELLING)
        )

    def _misfits(self, number: int) -> bool:
        """Whether words or figures stand where the table has dates, or numbers of people."""
        strict = _TELLING.keys() - {"hamlet", *_SOMEBODY}
        return any(
            (self._kinds.get(column) in strict and not self._looks(number, column))
            or (self._kinds.get(column) in _SOMEBODY and _NUMBERED.fullmatch(text))
            for column, text in self._cells(number).items()
        )

    def _looks(self, number: int, column: int) -> bool:
        return _TELLING[self._kinds[column]](self._grid.sheet.at(number, column))

    def _last_usual(self, numbers: Iterable[int]) -> int:
        """The last row that has as many cells as rows without numbers usually have."""
        counts = {n: len(cells) for n in numbers if len(cells := self._cells(n)) > 1}
        usual = median_low(counts.values()) if counts else 0
        return max((n for n, count in counts.items() if count >= usual), default=0)

    def _cells(self, number: int) -> dict[int, str]:
        filled = self._grid.filled(number)
        cells = {column: text for column, text in filled.items() if column in self._width}
        if not cells:  # a table's own rows may hold only error values
            at = {c for r, c in self._grid.sheet.errors if r == number and c in self._width}
            return {column: self._grid.sheet.errors[number, column] for column in at}
        return cells

    def _reason(self, cells: dict[int, str], number: int, *, signed: bool) -> Reason | None:
        if signed:
            return Reason.SIGNATURE
        if are_column_numbers(cells):
            return Reason.COLUMN_NUMBERS
        numbered = bool(_NUMBERED.fullmatch(cells.get(self._seq or 0, "")))
        if numbered and len(cells) == 1:
            return Reason.BLANK
        if self._is_nil(cells):
            return Reason.NIL_RETURN
        if numbered:
            return Reason.SECTION if self._is_numbered_title(cells, number) else None
        return self._unnumbered(cells, number)

    def _unnumbered(self, cells: dict[int, str], number: int) -> Reason | None:
        """Why a row without a number is no record; None if it is one."""
        lead = _lead(cells)
        lone = len(set(cells.values())) == 1
        if (begins(lead, "total") or (lone and counts_up(lead))) and len(lead) < 2 * _LONG:
            return Reason.TOTAL
        if begins(lead, "note") if lone else fold(lead) in self._shares:
            return Reason.NOTE
        signs = number > self._last_numbered and self._signs(cells, number)
        if self._is_section(cells, number) and not (signs and number > self._last_sure):
            return Reason.SECTION
        if signs:
            return Reason.SIGNATURE
        if lone and min(cells) not in self._mapped - {self._seq}:
            return Reason.NOTE
        return self._beside_records(cells, number)

    def _beside_records(self, cells: dict[int, str], number: int) -> Reason | None:
        """Why a row of one or two cells is no record where all records are numbered.

        It lacks what every record has, and says no more than a title, how many there are, or
        what goes on from the row above.
        """
        left, *others = [text for _, text in sorted(cells.items())]
        if not others and number < self._grid.last_row and self._is_nobody(cells):
            return Reason.SECTION
        if not self._last_numbered or self._needs(cells, number) or len(others) > 1:
            return None
        is_title = min(cells) < min(self._needed, default=0) and number < self._last_numbered
        if others:
            counted = is_title and bool(_COUNTED.fullmatch(others[0])) and not is_sentence(left)
            return Reason.SECTION if counted else None
        return Reason.SECTION if is_title else Reason.NOTE

    def _needs(self, cells: Container[int], number: int) -> bool:
        """Whether a row has what a record needs, also merged with the row above, or failed to."""
        sheet = self._grid.sheet
        return any(
            column in cells
            or self._grid.span(number, column) is not None
            or (number, column) in sheet.errors
            or (number, column) in sheet.no_result
            for column in self._needed
        )

    def _is_nobody(self, cells: dict[int, str]) -> bool:
        """Whether a lone text stands where a numbered table has people, and names none."""
        ((column, text),) = tuple(cells.items())[:1]
        beside = self._kinds.get(column) in {"name", "petitioner"} and column not in self._needed
        return beside and self._last_numbered > 0 and not (_is_name(text) or may_be_name(text))

    def _is_nil(self, cells: dict[int, str]) -> bool:
        """“Không có kiến nghị”, alone or where the petition would stand."""
        if self._entity != "petition":
            return False
        contents = [cells[c] for c in self._needed if c in cells]
        places = contents or ([min(cells.values(), key=len)] if len(cells) == 1 else [])
        return any(fold(text) in self._nil or text in self._words["nil_return"] for text in places)

    def _holds(self, cells: dict[int, str], number: int) -> bool:
        """Whether a person, or a petition, stands where the table has them.

        “Trưởng ấp” below “Chức vụ”, beside a name, signs nothing.
        """
        lines = [line for c in self._needed if c in cells for line in self._lines(number, c)]
        return len(cells) > 1 and any(_is_name(line) or _speaks(line) for line in lines)

    def _signs(self, cells: dict[int, str], number: int) -> bool:
        """Whether a row below the numbered ones belongs to those who sign, and is no record."""
        if len(cells) > _SIGNERS or self._holds(cells, number):
            return False
        lines = [self._lines(number, column) for column in cells]
        if any(len(line) >= _LONG for cell in lines for line in cell):
            return False
        if any(_PLACE_AND_DATE.fullmatch(cell[0]) for cell in lines):
            return len(cells) <= 2
        if any(begins(cell[0], "signature") for cell in lines):
            spoken = len(cells) == 1 and is_sentence(*cells.values()) and not self._parted
            return not spoken or lines[0][0].isupper()
        titled = all(cell[0].isupper() and not _is_name(cell[0]) for cell in lines)
        return titled and self._parted and self._last_numbered > 0 and number > self._last_held

    def _lines(self, number: int, column: int) -> list[str]:
        """The lines of a cell; those who sign may stand in one, with post and how to sign."""
        raw = self._grid.sheet.at(number, column)
        texts = raw.splitlines() if isinstance(raw, str) else []
        return [" ".join(text.split()) for text in texts if text.strip()] or [""]

    def _is_section(self, cells: dict[int, str], number: int) -> bool:
        """A title over the rows below: one text, alone or beside a Roman number or a letter."""
        texts = list(dict.fromkeys(text for _, text in sorted(cells.items())))
        if len(texts) > 1 and min(cells) == self._first:
            small = _SMALL_MARKER.fullmatch(texts[0]) and not self._names_person(texts[1])
            if small or _MARKER.fullmatch(texts[0]):
                return self._is_marked_title(texts[1], texts[2:])
        if len(texts) != 1 or len(texts[0]) > 2 * _LONG:
            return False
        if _TITLE.fullmatch(texts[0]) or self._spans(number, min(cells)):
            return not (number > self._last_numbered and self._signs(cells, number))
        return self._is_bare_title(texts[0], number, min(cells))

    def _is_marked_title(self, text: str, others: Sequence[str]) -> bool:
        """Whether a text beside a Roman number or a letter is a title; others count its rows."""
        if len(text) >= 2 * _LONG or not all(map(_COUNT.fullmatch, others)):
            return False
        told = self._last_numbered > 0 or text.isupper() or begins(text, "section")
        return told or not others

    def _is_between(self, number: int) -> bool:
        """Whether numbered rows stand below a row that has no number."""
        return 0 < number < self._last_numbered

    def _is_numbered_title(self, cells: dict[int, str], number: int) -> bool:
        """Whether a numbered row is a title: “1 | Ấp Bình Hòa” over 1.1, over 1, or over bullets.

        One text stands beside the number, and at most how many rows there are below it. It is
        neither a person nor, unless it is merged over several columns, a petition.
        """
        rest = {column: text for column, text in cells.items() if column != self._seq}
        column, text = min(rest.items())
        others = [other for other in rest.values() if other != text]
        if (
            not all(map(_COUNT.fullmatch, others))
            or len(text) > 2 * _LONG
            or _COUNT.fullmatch(text)
        ):
            return False
        merged = len(self._mapped & set(self._merged(number, column))) > 1
        if self._names_person(text) or (is_sentence(text) and not merged):
            return False
        own, below = cells[self._seq or 0].rstrip(".)"), self._number_below(number)
        begun = below == "1" or bool(_BULLET.fullmatch(below))
        return below.startswith(f"{own}.") or (begun and (merged or _is_worded_as_title(text)))

    def _names_person(self, text: str) -> bool:
        """Whether a text names a person, in a table of people: “Thái độ phục vụ” names none."""
        people = not {"name", "petitioner"}.isdisjoint(self._kinds.values())
        return people and _is_name(text) and may_be_name(text)

    def _number_below(self, number: int) -> str:
        """The number or bullet of the next filled row; empty if it has none."""
        rows = (self._cells(n) for n in range(number + 1, self._grid.last_row + 1))
        return next((cells for cells in rows if cells), {}).get(self._seq or 0, "").rstrip(".)")

    def _merged(self, number: int, column: int) -> range:
        span = self._grid.span(number, column)
        return range(span.left, span.right + 1) if span else range(column, column + 1)

    def _is_bare_title(self, text: str, number: int, column: int) -> bool:
        """A lone text that nothing marks as a title but its words, its capitals, its place."""
        if column in self._needed:
            if _is_name(text):
                return False
            if (self._entity == "attendee" and self._seq) or self._entity == "survey":
                return True
            if self._is_between(number) and not is_sentence(text):
                return True
            return len(text) <= _LONG and (text.isupper() or begins(text, "section"))
        return column == self._first and (text.isupper() or begins(text, "section"))

    def _spans(self, number: int, column: int) -> bool:
        span = self._grid.span(number, column)
        return bool(span) and span is not None and span.right - span.left + 1 >= 3


def asides(grid: Grid, numbers: Iterable[int], width: Container[int]) -> frozenset[int]:
    """The rows that say nothing of what the columns hold: totals, and titles between records.

    A text that stands alone in a row is a title only if most rows have more.
    """
    rows = {n: {c: t for c, t in grid.filled(n).items() if c in width} for n in numbers}
    filled = {number: cells for number, cells in rows.items() if cells}
    lone = {number for number, cells in filled.items() if len(set(cells.values())) == 1}
    total = {n for n, cells in filled.items() if begins(_lead(cells), "total")}
    total |= {number for number in lone if counts_up(_lead(filled[number]))}
    return frozenset(total | lone if 2 * len(lone) < len(filled) else total)


def _is_worded_as_title(text: str) -> bool:
    """Whether a text that nothing else marks begins as titles do, or is in capitals and no name.

    >>> _is_worded_as_title("Ấp Bình Hòa"), _is_worded_as_title("Thị Đẹt")
    (True, False)
    """
    capitals = text.isupper() and not may_be_name(text)
    return begins(text, "section") or is_unit(text) or capitals


def _is_name(text: str) -> bool:
    """Whether a text names a person, and no post: “Trưởng” is none of the family Trương.

    >>> _is_name("TRƯƠNG VĂN BA"), _is_name("TRƯỞNG BAN NHÂN DÂN ẤP")
    (True, False)
    """
    return is_person(text) and not begins(text, "signature")


def _speaks(line: str) -> bool:
    """Whether a line is a sentence, and neither a post in capitals nor the place and date."""
    post = line.isupper() and begins(line, "signature")
    return is_sentence(line) and not post and not _PLACE_AND_DATE.fullmatch(line)


def _lead(cells: dict[int, str]) -> str:
    """The first text of a row that is not a mark for a number."""
    texts = [text for _, text in sorted(cells.items()) if not _MARKER.fullmatch(text)]
    return texts[0] if texts else ""


def are_column_numbers(cells: dict[int, str]) -> bool:
    """A row (1) (2) (3), A B 1 2 or 1 2 3=1+2 below the header."""
    if len(cells) < 3 or not all(_COLUMN_NUMBER.fullmatch(text) for text in cells.values()):
        return False
    marks = [re.sub(r"=.*|\W", "", text).upper() for _, text in sorted(cells.items())]
    numbers = [int(mark) for mark in marks if mark.isdigit()]
    letters = [ord(mark) for mark in marks if not mark.isdigit()]
    begins = not numbers or numbers[0] in {1, len(letters) + 1}
    return begins and all(
        after - before == 1 for run in (numbers, letters) for before, after in pairwise(run)
    )


def _shown(cells: Mapping[int, str]) -> str:
    return " ".join(dict.fromkeys(text for _, text in sorted(cells.items())))


def _without_blank_end(rows: Rows) -> Rows:
    last = rows.records[-1].number if rows.records else 0
    rows.excluded = [
        excluded
        for excluded in rows.excluded
        if excluded.row < last or excluded.text or excluded.reason is not Reason.BLANK
    ]
    return rows
