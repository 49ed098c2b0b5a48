"""Read one cell of a column: the parser of its kind, or its code list."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from toolkit import codelists
from toolkit.model import Column, MappedColumn, Notice, Raw, Severity, Table, Value
from toolkit.normalize.date_order import DAY_FIRST, DateOrder
from toolkit.values import PARSERS, hamlets
from toolkit.values.codes import CodeIndex, index
from toolkit.values.dates import NOT_KNOWN_YET, QUARTER, parse_birth, parse_date
from toolkit.values.marks import parse_attendance, parse_tick
from toolkit.values.national_ids import parse_national_id
from toolkit.values.people import parse_party, split_position
from toolkit.values.phones import parse_phone
from toolkit.values.reading import BLANK, Reading, Saying, UnreadableError
from toolkit.values.texts import clean, fold, parse_text, says_unknown, shown

UNKNOWN = Notice(
    "COD-01",
    Severity.ERROR,
    vi="“{value}” không có trong danh mục của cột “{header}”. Gần giống nhất là “{suggestion}”.",
    en="“{value}” is not in the list for column “{header}”. The nearest is “{suggestion}”.",
    fix_vi="Nếu đúng là mục đó, hãy gõ «{suggestion}» vào ô này; nếu không, chọn mục khác trong "
    "danh mục.",
    fix_en="If that is meant, type «{suggestion}»; else choose another from the list.",
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
    fix_vi="Hãy chọn một mục trong danh mục, ví dụ {choices}; nếu chưa biết, hãy gõ «Chưa rõ» vào "
    "ô này.",
    fix_en="Choose from the list, e.g. {choices}, or type «Chưa rõ».",
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
RESPELLED = Notice(
    "COD-05",
    Severity.INFO,
    vi="“{value}” ở cột “{header}” sai dấu, được hiểu là “{name}”.",
    en="“{value}” in column “{header}” has wrong accents; it is read as “{name}”.",
    fix_vi="Nên gõ lại cho đúng dấu: “{name}”.",
    fix_en="Better type it with the right accents: “{name}”.",
    why="Accents are not needed to know what is meant, but wrong ones look bad in print.",
    good="""
        STT | Họ và tên  | Nội dung kiến nghị              | Lĩnh vực
        1   | Lê Văn Mẫu | Đề nghị sửa đường vào tổ 5 bị hư | Giao thông
    """,
    bad="""
        STT | Họ và tên  | Nội dung kiến nghị              | Lĩnh vực
        1   | Lê Văn Mẫu | Đề nghị sửa đường vào tổ 5 bị hư | >>Giao thống
    """,
)
NO_STATE = Notice(
    "COD-06",
    Severity.WARNING,
    vi="“{value}” ở cột “{header}” là lời kể, không phải một mục trong danh mục, nên chưa tính "
    "được kết quả.",
    en="“{value}” in column “{header}” is a text, not one of the list, so it tells no state.",
    fix_vi="Hãy chuyển lời này sang cột trả lời và chọn một mục, ví dụ {choices}.",
    fix_en="Move the text to the column of answers and choose from the list, e.g. {choices}.",
    why="What was resolved can only be counted where each row says so in the words of the list.",
    good="""
        STT | Nội dung kiến nghị              | Nội dung trả lời        | Kết quả giải quyết
        1   | Đề nghị sửa đường vào tổ 5 bị hư | Đã sửa ngày 05/11/2026. | Đã giải quyết xong
    """,
    bad="""
        STT | Nội dung kiến nghị              | Nội dung trả lời        | Kết quả giải quyết
        1   | Đề nghị sửa đường vào tổ 5 bị hư | Đã sửa ngày 05/11/2026. | >>Có mời dân đến xem
    """,
)
GROUP = Notice(
    "COD-07",
    Severity.WARNING,
    vi="“{value}” là nhóm lĩnh vực, chưa phải một lĩnh vực cụ thể, nên chưa đề xuất được đơn vị. "
    "Cột này có {count} ô như vậy.",
    en="“{value}” is a group of topics, not a topic, so no unit can be proposed. The column has "
    "{count} such cells.",
    fix_vi="Đề nghị ghi một lĩnh vực của nhóm này, ví dụ {choices}.",
    fix_en="Give one topic of that group, e.g. {choices}.",
    why="Reports of the level above count by groups, but units are responsible for topics.",
    good="""
        STT | Họ và tên  | Nội dung kiến nghị              | Lĩnh vực
        1   | Lê Văn Mẫu | Đề nghị sửa đường vào tổ 5 bị hư | Giao thông
    """,
    bad="""
        STT | Họ và tên  | Nội dung kiến nghị              | Lĩnh vực
        1   | Lê Văn Mẫu | Đề nghị sửa đường vào tổ 5 bị hư | >>Lĩnh vực kinh tế
        2   | Trần Thị B | Đề nghị lắp đèn đường ở ngã ba   | Kinh tế - Ngân sách
    """,
)
NOT_KNOWN = Notice(
    "REQ-05",
    Severity.INFO,
    vi="Cột “{header}” có {count} ô ghi “{value}”, được tính là chưa xác định.",
    en="Column “{header}” has {count} cells that say “{value}”; they count as undetermined.",
    fix_vi="Đề nghị hỏi rõ rồi gõ giá trị đúng vào các ô này, ví dụ 0912345678.",
    fix_en="Type what is right as soon as it is known, e.g. 0912345678.",
    why="An honest gap is better than a guess, but should not be forgotten.",
    good="""
        STT | Họ và tên  | Chức vụ   | Số điện thoại
        1   | Lê Văn Mẫu | Trưởng ấp | '0912345678
    """,
    bad="""
        STT | Họ và tên  | Chức vụ   | Số điện thoại
        1   | Lê Văn Mẫu | Trưởng ấp | >>Chưa rõ
        2   | Trần Thị B | Cử tri    | chưa rõ
    """,
)
NOTICES = (UNKNOWN, UNKNOWN_AND_UNLIKE, RESPELLED, NO_STATE, GROUP, NOT_KNOWN)

ONCE_PER_COLUMN = (GROUP, NOT_KNOWN)
"""Those that are told once for a column, with how many cells there are."""

LONG = 60
"""A longer text under “Kết quả” is an answer, not a state."""

TELLING = 3
"""From how many words on a text can be an answer."""

FREE = frozenset({"delegation", "channel", "lead_unit"})
"""Fields that may hold a code or any other text."""

OTHER_AXIS = {"status": ("outcome", "outcomes"), "outcome": ("status", "statuses")}
"""Staff mix what is being done (status) with what came of it: each may tell the other."""

OTHER_GENDER = {"male": "female", "female": "male"}

LISTS = {"gender": "genders", "attendance": "attendance"}
"""Code lists that know more words than the parser of the kind."""

NO_CODES = index(())

ONE_VOTE = 1
"""What a tick counts in a column that means a level of satisfaction, and nothing by itself."""

_PHRASE_END = re.compile(r"[.:;,\n(]|\s[-–]\s")


@dataclass(frozen=True, slots=True)
class ColumnReader:
    """Reads the cells of one column of a table."""

    table: Table
    mapped: MappedColumn
    indexes: Mapping[str, CodeIndex]
    order: DateOrder = DAY_FIRST
    holds_answers: bool = False

    @property
    def column(self) -> Column:
        return self.mapped.column

    def read(self, raw: Raw) -> Reading:
        """What a cell of this column tells.

        Raises:
            UnreadableError: It tells nothing of this kind; the notice says why.
        """
        if self.column.field != "attendance" and says_unknown(shown(raw)):
            return Reading(said=((NOT_KNOWN, {"header": clean(self.mapped.header), "count": 1}),))
        special = _SPECIAL.get(self.column.kind)
        return special(self, raw) if special else self._plain(raw)

    def _plain(self, raw: Raw) -> Reading:
        """What the parser of the kind makes of a cell, or else the words of its code list."""
        words = self.indexes.get(LISTS.get(self.column.kind, ""), NO_CODES)
        try:
            reading = PARSERS[self.column.kind](raw)
        except UnreadableError:
            raise
        except ValueError:
            return self._code(clean(shown(raw)), words)
        said = self._respelled(clean(shown(raw)), words) if words is not NO_CODES else ()
        return replace(reading, said=said) if said else reading

    def _code(self, text: str, index: CodeIndex) -> Reading:
        """The code that a text stands for in a list."""
        if code := index.find(text):
            return Reading(code, said=self._respelled(text, index))
        if self.column.field in FREE:
            return Reading(text)
        raise self._unknown(text, index)

    def _respelled(self, text: str, index: CodeIndex) -> tuple[Saying, ...]:
        name = index.respelled(text)
        return ((RESPELLED, {"header": clean(self.mapped.header), "name": name}),) if name else ()

    def _unknown(self, text: str, index: CodeIndex) -> UnreadableError:
        header = clean(self.mapped.header)
        groups = self.indexes.get("topic_groups", NO_CODES)
        if self.column.field == "topic" and (group := groups.find(text)):
            return UnreadableError(GROUP, count=1, choices=_choices(index, group))
        if suggestion := index.nearest(text):
            proposal = suggestion if index.is_slip(text) else ""
            return UnreadableError(
                UNKNOWN, header=header, suggestion=suggestion, proposal=proposal
            )
        return UnreadableError(UNKNOWN_AND_UNLIKE, header=header, choices=_choices(index))

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
            if also:
                return Reading(None, also)
            if len(text) > LONG:
                return self._answer(text, index)
            if not self.holds_answers or not _is_answer(text, index):
                raise
            return self._short_answer(text, index)
        told = {f: v for f, v in also.items() if not _is_not_begun(f, v)}
        return Reading(own.value, told, own.said)

    def with_cells(self, raws: Iterable[Raw]) -> "ColumnReader":
        """The same reader, told whether fewer than half of the filled cells name a state."""
        index = self.indexes.get(self.column.codelist or "")
        if self.column.field not in OTHER_AXIS or self.column.kind != "code" or index is None:
            return self
        texts = [text for raw in raws if isinstance(text := parse_text(raw).value, str)]
        states = [text for text in texts if index.find(text) or self._other_axis(text)]
        return replace(self, holds_answers=2 * len(states) < len(texts))

    def _other_axis(self, text: str) -> dict[str, Value]:
        other, codelist = OTHER_AXIS[self.column.field]
        code = self.indexes.get(codelist, NO_CODES).find(text)
        return {other: code} if code else {}

    def _answer(self, text: str, index: CodeIndex) -> Reading:
        """A long text is an answer; the state that it begins with, if it does, is told by it."""
        field = "note" if self.table.has("response_text") else "response_text"
        phrase = _PHRASE_END.split(text, maxsplit=1)[0]
        return Reading(index.find(phrase), {field: text, **self._other_axis(phrase)})

    def _short_answer(self, text: str, index: CodeIndex) -> Reading:
        """An answer where a state should be; it stays out where answers have their own column."""
        reading = self._answer(text, index)
        if reading.value is not None or not self.table.has("response_text"):
            return reading
        params = {"header": clean(self.mapped.header), "choices": _choices(index)}
        return replace(reading, said=((NO_STATE, params),))

    def read_tick(self, raw: Raw) -> Reading:
        """What a tick in this column means."""
        if self.column.field == "attendance" and (said := self._attendance(raw)):
            return said
        tick = parse_tick(raw)
        if tick.value is None:
            return BLANK
        if self.column.value is None:
            return Reading(ONE_VOTE)
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
        """A date; only a deadline may be put at the end of its quarter."""
        try:
            return parse_date(self.order.mended(raw), month_first=self.order.month_first)
        except UnreadableError as error:
            if error.notice is QUARTER and self.column.field != "due_date":
                raise UnreadableError(QUARTER, instead=NOT_KNOWN_YET) from None
            raise

    def read_birth(self, raw: Raw) -> Reading:
        return parse_birth(self.order.mended(raw), month_first=self.order.month_first)

    def read_gender(self, raw: Raw) -> Reading:
        """A gender; TRUE and FALSE, as systems export it, mean men and women.

        Some headers say it the other way round: “Giới tính (True: nữ, False: nam)”.
        """
        said = fold(shown(raw))
        if said not in {"true", "false"}:
            return self._plain(raw)
        true_means = "female" if "true nu" in fold(self.mapped.header) else "male"
        return Reading(true_means if said == "true" else OTHER_GENDER[true_means])

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
        if self.column.field == "response_text" and isinstance(text, str) and self._is_open(text):
            return BLANK
        if not isinstance(text, str) or not self.column.also:
            return reading
        also: dict[str, Value] = {}
        if "hamlet" in self.column.also and (hamlet := hamlets.mention(text)):
            also["hamlet"] = hamlet
        if "organisation" in self.column.also:
            text, also["organisation"] = split_position(text)
        return Reading(text, also)

    def _is_open(self, text: str) -> bool:
        """Whether an answer says only that there is none yet: “Chưa có trả lời”.

        “Chưa có kinh phí” is a reason, and so an answer.
        """
        found = self.indexes.get("statuses", NO_CODES).find(text)
        return _is_not_begun("status", found) and fold(text).startswith("chua ")


def _is_not_begun(field: str, code: Value) -> bool:
    """Whether a code of one of the axes says that nothing was done yet.

    “Chưa giải quyết”: as a status not begun, as an outcome not solved; neither tells the other.
    """
    means = codelists.statuses() if field == "status" else codelists.outcomes()
    known = means.get(str(code))
    return known is not None and known.is_not_begun


def codelist_of(column: Column) -> str:
    """The list whose codes a column holds; empty if it holds none."""
    return column.codelist or LISTS.get(column.kind, "")


def _choices(index: CodeIndex, group: str | None = None) -> str:
    """Three names of a list; of the topics of one group, if it is given."""
    codes = index.names if group is None else index.of_group(group)
    return ", ".join(f"“{index.names[code]}”" for code in list(codes)[:3])


def _is_answer(text: str, index: CodeIndex) -> bool:
    """Whether a text that is no code is no misspelled code either."""
    return len(text.split()) >= TELLING and not index.is_slip(text)


_SPECIAL: Mapping[str, Callable[[ColumnReader, Raw], Reading]] = {
    "birth": ColumnReader.read_birth,
    "code": ColumnReader.read_code,
    "date": ColumnReader.read_date,
    "gender": ColumnReader.read_gender,
    "name": ColumnReader.read_party,
    "petitioner": ColumnReader.read_party,
    "phone": ColumnReader.read_phone,
    "text": ColumnReader.read_text,
    "tick": ColumnReader.read_tick,
}
"""Kinds whose reading depends on more than the cell."""
