"""Read one cell of a column: the parser of its kind, or its code list."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from toolkit.model import Column, MappedColumn, Notice, Raw, Severity, Table, Value
from toolkit.values import PARSERS, hamlets
from toolkit.values.codes import CodeIndex, index
from toolkit.values.dates import parse_birth, parse_date
from toolkit.values.marks import parse_attendance, parse_tick
from toolkit.values.national_ids import parse_national_id
from toolkit.values.people import parse_party, split_position
from toolkit.values.phones import parse_phone
from toolkit.values.reading import BLANK, Reading, UnreadableError
from toolkit.values.texts import clean, fold, parse_text, shown

UNKNOWN = Notice(
    "COD-01",
    Severity.ERROR,
    vi="“{value}” không có trong danh mục của cột “{header}”. Gần giống nhất là “{suggestion}”.",
    en="“{value}” is not in the list for column “{header}”. The nearest is “{suggestion}”.",
    fix_vi="Nếu đúng là mục đó, hãy ghi “{suggestion}”; nếu không, chọn mục khác trong danh mục.",
    fix_en="If that is meant, type “{suggestion}”; else choose another from the list.",
    why="What is in no list cannot be counted with its like; it is counted as undetermined.",
    good="""
        STT | Họ và tên  | Nội dung kiến nghị              | Lĩnh vực
        1   | Lê Văn Mẫu | Đề nghị sửa đường vào tổ 5 bị hư | Giao thông
    """,
    bad="""
        STT | Họ và tên  | Nội dung kiến nghị              | Lĩnh vực
        1   | Lê Văn Mẫu | Đề nghị sửa đường vào tổ 5 bị hư | >>Giao thôngg
    """,
)
UNKNOWN_AND_UNLIKE = Notice(
    "COD-02",
    Severity.ERROR,
    vi="“{value}” không có trong danh mục của cột “{header}”.",
    en="“{value}” is not in the list for column “{header}”.",
    fix_vi="Hãy chọn một mục trong danh mục, ví dụ {choices}.",
    fix_en="Choose from the list, e.g. {choices}.",
    why="What is in no list cannot be counted with its like; it is counted as undetermined.",
    good="""
        STT | Họ và tên  | Nội dung kiến nghị              | Lĩnh vực
        1   | Lê Văn Mẫu | Đề nghị sửa đường vào tổ 5 bị hư | Giao thông
    """,
    bad="""
        STT | Họ và tên  | Nội dung kiến nghị              | Lĩnh vực
        1   | Lê Văn Mẫu | Đề nghị sửa đường vào tổ 5 bị hư | >>Xyz
    """,
)
NOTICES = (UNKNOWN, UNKNOWN_AND_UNLIKE)

LONG = 60
"""A longer text under “Kết quả” is an answer, not a state."""

FREE = frozenset({"delegation", "channel", "lead_unit"})
"""Fields that may hold a code or any other text."""

OTHER_AXIS = {"status": ("outcome", "outcomes"), "outcome": ("status", "statuses")}
"""Staff mix what is being done (status) with what came of it: each may tell the other."""

NOT_TOLD_BESIDE = {"outcome": frozenset({"E"}), "status": frozenset({"01", "02"})}
"""“Chưa giải quyết”: as a status not begun, as an outcome not solved; neither tells the other."""

LISTS = {"gender": "genders", "attendance": "attendance"}
"""Code lists that know more words than the parser of the kind."""

NO_CODES = index(())

_PHRASE_END = re.compile(r"[.:;,\n(]|\s[-–]\s")


@dataclass(frozen=True, slots=True)
class ColumnReader:
    """Reads the cells of one column of a table."""

    table: Table
    mapped: MappedColumn
    indexes: Mapping[str, CodeIndex]
    month_first: bool = False

    @property
    def column(self) -> Column:
        return self.mapped.column

    def read(self, raw: Raw) -> Reading:
        """What a cell of this column tells.

        Raises:
            UnreadableError: It tells nothing of this kind; the notice says why.
        """
        if special := _SPECIAL.get(self.column.kind):
            return special(self, raw)
        try:
            return PARSERS[self.column.kind](raw)
        except UnreadableError:
            raise
        except ValueError:
            words = self.indexes.get(LISTS[self.column.kind], NO_CODES)
            return self._code(clean(shown(raw)), words)

    def _code(self, text: str, index: CodeIndex) -> Reading:
        """The code that a text stands for in a list."""
        if code := index.find(text):
            return Reading(code)
        if self.column.field in FREE:
            return Reading(text)
        raise self._unknown(text, index)

    def _unknown(self, text: str, index: CodeIndex) -> UnreadableError:
        header = clean(self.mapped.header)
        if suggestion := index.nearest(text):
            return UnreadableError(UNKNOWN, header=header, suggestion=suggestion)
        choices = ", ".join(f"“{name}”" for name in list(index.names.values())[:3])
        return UnreadableError(UNKNOWN_AND_UNLIKE, header=header, choices=choices)

    def read_code(self, raw: Raw) -> Reading:
        """A code of the column's list; on the two axes of state, also of the other list."""
        text = parse_text(raw).value
        if not isinstance(text, str):
            return BLANK
        index = self.indexes.get(self.column.codelist or "")
        if index is None:
            return Reading(text)
        return (self._state if self.column.field in OTHER_AXIS else self._code)(text, index)

    def _state(self, text: str, index: CodeIndex) -> Reading:
        """A code of one axis of state, perhaps with one of the other, or an answer."""
        also = self._other_axis(text)
        try:
            own = self._code(text, index)
        except UnreadableError:
            if len(text) > LONG:
                return self._answer(text, index)
            if not also:
                raise
            return Reading(None, also)
        beside = NOT_TOLD_BESIDE[next(iter(also), "status")]
        return Reading(own.value, {f: v for f, v in also.items() if v not in beside})

    def _other_axis(self, text: str) -> dict[str, Value]:
        other, codelist = OTHER_AXIS[self.column.field]
        code = self.indexes.get(codelist, NO_CODES).find(text)
        return {other: code} if code else {}

    def _answer(self, text: str, index: CodeIndex) -> Reading:
        """A long text is an answer; the state that it begins with, if it does, is told by it."""
        field = "note" if self.table.has("response_text") else "response_text"
        phrase = _PHRASE_END.split(text, maxsplit=1)[0]
        return Reading(index.find(phrase), {field: text, **self._other_axis(phrase)})

    def read_tick(self, raw: Raw) -> Reading:
        """What a tick in this column means."""
        if self.column.field == "attendance" and (said := self._attendance(raw)):
            return said
        tick = parse_tick(raw)
        if tick.value is None:
            return BLANK
        remark = tick.also.get("remark")
        if not isinstance(remark, str) or self.column.field not in OTHER_AXIS:
            return Reading(self.column.value)
        field = "note" if self.table.has("response_text") else "response_text"
        return Reading(self.column.value, {field: remark})

    def _attendance(self, raw: Raw) -> Reading | None:
        """Words such as “Vắng” or “P” in a column of ticks; None if it is a plain tick."""
        try:
            value = parse_attendance(raw).value
        except ValueError:
            return None
        is_no = fold(shown(raw)) == "khong" and self.column.value != "present"
        return None if value in {None, "present"} or is_no else Reading(value)

    def read_party(self, raw: Raw) -> Reading:
        return parse_party(raw, self.column.also)

    def read_date(self, raw: Raw) -> Reading:
        return parse_date(raw, month_first=self.month_first)

    def read_birth(self, raw: Raw) -> Reading:
        return parse_birth(raw, month_first=self.month_first)

    def read_phone(self, raw: Raw) -> Reading:
        """A phone number; in a column for both, perhaps an identity number instead."""
        try:
            return parse_phone(raw)
        except UnreadableError:
            if "national_id" not in self.column.also:
                raise
            return Reading(None, {"national_id": parse_national_id(raw).value})

    def read_text(self, raw: Raw) -> Reading:
        """A text; in a column for more, what it tells of the other fields."""
        reading = parse_text(raw)
        text = reading.value
        if not isinstance(text, str) or not self.column.also:
            return reading
        also: dict[str, Value] = {}
        if "hamlet" in self.column.also and (hamlet := hamlets.mention(text)):
            also["hamlet"] = hamlet
        if "organisation" in self.column.also:
            text, also["organisation"] = split_position(text)
        return Reading(text, also)


_SPECIAL: Mapping[str, Callable[[ColumnReader, Raw], Reading]] = {
    "birth": ColumnReader.read_birth,
    "code": ColumnReader.read_code,
    "date": ColumnReader.read_date,
    "name": ColumnReader.read_party,
    "petitioner": ColumnReader.read_party,
    "phone": ColumnReader.read_phone,
    "text": ColumnReader.read_text,
    "tick": ColumnReader.read_tick,
}
"""Kinds whose reading depends on more than the cell."""
