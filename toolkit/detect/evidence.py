"""What a column holds, as evidence for what it means: a vote beside its header."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from functools import cached_property

from toolkit.detect.grid import as_text
from toolkit.layouts import row_words
from toolkit.model import Code, Column, Raw
from toolkit.values.people import is_group
from toolkit.values.texts import fold

SAMPLES = 60
"""So many cells of a column are looked at."""

STRICT = {
    "national_id",
    "phone",
    "date",
    "birth",
    "count",
    "tick",
    "gender",
    "attendance",
    "code",
    "hamlet",
}
"""Kinds whose values look so much like themselves that others contradict the header."""

_LONGEST_NAME, _MOST_WORDS = 45, 7
"""How many characters and words a name has at most."""

_DIGITS = re.compile(r"\d+")
_DATE = re.compile(
    r"(ngày\s*)?\d{1,2}\s*([./-]|tháng)\s*\d{1,2}\s*([./-]|năm)\s*\d{2,4}(\s+\d{1,2}:.*)?"
    r"|\d{4}-\d{1,2}-\d{1,2}.*|4\d{4}"
)
# A serial number of Excel from 2009 to 2036 is a date that lost its format: samples/layouts.
_DATE_WITHIN = re.compile(
    r"\d{1,2} \d{1,2} (20)?\d\d\b|\b(thang|quy|nam)\b.*\b20\d\d\b|^20\d\d$|^\d{1,2} \d{1,2}$"
)
_FEW_WORDS = 40
_YEAR = re.compile(r"(19|20)\d\d")
_PHONE = re.compile(r"(\+?84|0)?([35789]\d{8}|2\d{9}|1[2689]\d{8})")
_LEAST_MONEY = 4
_BEHIND = re.compile(r"\s*[,;(/]|\s+[-–]|\s+(?=\D)")
_PHONE_IN_TEXT = re.compile(r"(?<!\d)(?:\+?84|0)(?:[\s.\-]?\d){9,10}(?!\d)")
_TICKS = {"x", "v", "✓", "✔", "√", "1", "co", "có", "true", "☑", "đúng"}
_GENDERS = {"nam", "nu", "ong", "ba", "true", "false"}
_HAMLET = re.compile(
    r"(ap|kp|khu pho|thon|khom|xom|ban|buon|lang|to(?!.* (ap|kp|khu pho|thon|khom|xom) ))\b.*"
)
# “Tổ 5” may be a hamlet of a town; “Tổ 5, ấp 3” is an address.
_FAMILY_NAMES = frozenset(row_words()["family_names"])
_TITLES = re.compile(r"(ông|bà|anh|chị|đ/c|đồng chí|cô|chú)[\s.:]", re.IGNORECASE)
_NUMBER = re.compile(r"[+-]?\d[\d.,\s]*(%|đ|đồng)?")
_DOCUMENT = re.compile(r"\d+[A-Za-z]?\s*/\s*(\d{4}\s*/\s*)?[A-ZĐ]{2,}")
_COUNT = re.compile(r"[\d.,\s]+(phiếu|người|lượt|ý kiến)?\s*(\([\d.,\s]+%\s*\)|/\s*\d+)?")
_HOUR = r"\d{1,2}\s*(h|:|g|giờ)\s*\d{0,2}\s*(phút|')?"
_CLOCK = re.compile(rf"(từ\s*)?{_HOUR}(\s*(-|–|đến)\s*{_HOUR})?")
_WEEKDAY = re.compile(r"(thu (hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn|sang|chieu)\b")


class CodeWords:
    """The words of the code lists, for looking up what a cell or a header names."""

    def __init__(self, codelists: Mapping[str, tuple[Code, ...]]) -> None:
        self._codelists = codelists
        self._codes: dict[str, dict[str, str]] = {}

    def find(self, key: str, text: str) -> str | None:
        """The code of a list that a text names; None if it names none."""
        if key not in self._codes:
            self._codes[key] = {
                fold(word): code.code
                for code in self._codelists.get(key, ())
                for word in (*code.synonyms, code.name, code.code)
            }
        return self._codes[key].get(fold(text))

    def knows(self, text: str) -> bool:
        """Whether a text names a code of any list."""
        return any(self.find(key, text) for key in self._codelists)

    def names(self, key: str, raw: Raw) -> bool:
        """Whether a cell names a code of a list: “Kiến nghị/01” does, and counts people too."""
        text = as_text(raw)
        first = text.split("/", maxsplit=1)[0]
        return bool(self.find(key, text) or (first[:1].isalpha() and self.find(key, first)))


class Content:
    """What the filled cells of a column hold: the first `SAMPLES` of them are looked at."""

    def __init__(self, cells: Mapping[int, Raw], codes: CodeWords) -> None:
        """`cells` are the filled cells by their row."""
        self.rows = frozenset(cells)
        self.values = tuple(cells.values())[:SAMPLES]
        self._codes = codes
        self._shares: dict[object, float] = {}

    def __len__(self) -> int:
        return len(self.values)

    @cached_property
    def counts(self) -> bool:
        """Whether the cells are 1, 2, 3 and so on: the numbers of the rows."""
        return [as_text(raw) for raw in self.values] == [
            str(n) for n in range(1, len(self.values) + 1)
        ]

    def share(self, looks: Callable[[Raw], bool]) -> float:
        """The share of the cells that look so; 0 if there are none."""
        return self._share(looks, looks)

    def share_of_codes(self, key: str) -> float:
        """The share of the cells that name a code of a list."""
        return self._share(key, lambda raw: self._codes.names(key, raw))

    def fit(self, column: Column) -> float | None:
        """The share of the cells that look like a column's kind; None if that says nothing."""
        if not self.values:
            return None
        if column.kind == "code":
            return self.share_of_codes(column.codelist or "")
        looks = _LOOKS.get(column.kind)
        return self.share(looks) if looks else None

    def _share(self, key: object, looks: Callable[[Raw], bool]) -> float:
        if key not in self._shares:
            total = len(self.values)
            self._shares[key] = sum(map(looks, self.values)) / total if total else 0.0
        return self._shares[key]


def is_sentence(raw: Raw) -> bool:
    """Text of several words, as petitions and answers are."""
    return isinstance(raw, str) and len(raw.split()) > 4 and len(raw) > 25


def is_wordy(raw: Raw) -> bool:
    """A sentence, or a short one that names neither somebody nor a day nor a place.

    It has five words, or ends with a full stop.

    >>> is_wordy("Đã đặt thêm 12 ghế"), is_wordy("Đang khảo sát, sẽ làm"), is_wordy("Đã làm.")
    (True, True, False)
    """
    if is_sentence(raw) or not isinstance(raw, str):
        return is_sentence(raw)
    person = is_person(raw) and may_be_name(raw)
    named = person or is_unit(raw) or is_hamlet(raw) or is_date(raw)
    words = len(raw.split())
    return not named and (words > 4 or (words > 2 and raw.rstrip().endswith((".", "!"))))


def is_answer(raw: Raw) -> bool:
    """A sentence that begins as answers do, not petitions.

    >>> is_answer("Đã sửa xong cầu ván trong tháng 10"), is_answer("Đề nghị sửa cầu ván ở tổ 5")
    (True, False)
    """
    return is_sentence(raw) and fold(as_text(raw)).startswith(_ANSWERS)


def is_person(raw: Raw) -> bool:
    """Looks like the name of a person, with or without a title.

    >>> is_person("Đ/c Võ Văn Mẫu"), is_person("Sửa đường ấp 3")
    (True, False)
    """
    if not isinstance(raw, str) or len(raw) > _LONGEST_NAME:
        return False
    if _TITLES.match(raw.strip()):
        return True
    words = fold(raw).split()
    return 2 <= len(words) <= 6 and words[0] in _FAMILY_NAMES and not _DIGITS.search(raw)


def begins_with_person(raw: Raw) -> bool:
    """Names a person, or a group, perhaps with an address behind it.

    >>> begins_with_person("Võ Thị Tư, tổ 5, ấp Tân Hòa"), begins_with_person("Cầu ở tổ 5 bị gãy")
    (True, False)
    """
    text = as_text(raw)
    first = re.split(r"[,;:(\d]|\s[-–]", text, maxsplit=1)[0]
    return is_person(first.strip()) or is_group(text)


def may_be_name(raw: Raw) -> bool:
    """Could be a name of any people: a few words, each with a capital, and no digits.

    >>> may_be_name("H'Hen Niê Siêng"), may_be_name("Thị Đẹt"), may_be_name("Phòng Kinh tế")
    (True, True, False)
    """
    if not isinstance(raw, str) or _DIGITS.search(raw) or len(raw) > _LONGEST_NAME:
        return False
    words = re.split(r"[\s.]+", raw.strip())
    return 1 < len(words) <= _MOST_WORDS and all(word[:1].isupper() for word in words)


def is_unit(raw: Raw) -> bool:
    """Names an office or an association.

    >>> is_unit("Điện lực khu vực"), is_unit("Nguyễn Văn An")
    (True, False)
    """
    return isinstance(raw, str) and len(raw) < 80 and fold(raw).startswith(_UNITS)


def is_hamlet(raw: Raw) -> bool:
    """Names a hamlet: “Ấp Tân Hòa”, “KP 3”."""
    return isinstance(raw, str) and len(raw) < 40 and bool(_HAMLET.fullmatch(fold(raw)))


def is_named_hamlet(raw: Raw) -> bool:
    """Names a hamlet for certain; “Tổ 4” may as well be a group, and “Bàn 4” is a table.

    >>> is_named_hamlet("Ấp Tân Hòa"), is_named_hamlet("Bản Ngài"), is_named_hamlet("Ban 4")
    (True, True, True)
    >>> is_named_hamlet("Tổ 4"), is_named_hamlet("Bàn 4"), is_named_hamlet("Ban Chỉ huy")
    (False, False, False)
    """
    text = as_text(raw).casefold()
    first = text.split(" ", maxsplit=1)[0]
    if fold(first) == "ban" and first != "bản" and text != fold(text):
        return False
    return is_hamlet(raw) and fold(first) != "to"


def is_national_id(raw: Raw) -> bool:
    """12 digits, or 9 as before 2016; one or two zeros may have been lost.

    Behind it may stand when and where the card was issued.
    """
    number = _BEHIND.split(as_text(raw), maxsplit=1)[0]
    return len(_digits(number)) in {9, 10, 11, 12} and not is_phone(number)


def is_phone(raw: Raw) -> bool:
    """A telephone number, or several, however they are spaced; words may stand beside it.

    >>> is_phone("0276 3822 123 - 0912 345 678"), is_phone("072085001000")
    (True, False)
    """
    text = as_text(raw)
    digits = re.sub(r"[\s.\-()]", "", text).replace("O", "0")
    plain = all(_PHONE.fullmatch(part) for part in re.split(r"[/;,]", digits))
    return plain or bool(isinstance(raw, str) and _PHONE_IN_TEXT.search(text))


def is_date(raw: Raw) -> bool:
    """A date, also one typed as text or left as a serial number."""
    if isinstance(raw, date | datetime):
        return True
    return bool(_DATE.fullmatch(as_text(raw).casefold()))


def says_date(raw: Raw) -> bool:
    """Tells a date, a month or a year somehow, in a few words.

    >>> says_date("Trước 30/11/2026"), says_date("Quý IV năm 2026"), says_date("5 người")
    (True, True, False)
    """
    text = as_text(raw)
    return is_date(raw) or (len(text) < _FEW_WORDS and bool(_DATE_WITHIN.search(fold(text))))


def is_tick(raw: Raw) -> bool:
    """A mark that says yes."""
    return as_text(raw).casefold() in _TICKS


def is_mark(raw: Raw) -> bool:
    """A tick that is no number: “x”, not “1”."""
    return is_tick(raw) and not as_text(raw).isdecimal()


def is_amount(raw: Raw) -> bool:
    """A number that is no date: counted, measured or paid.

    >>> is_amount("1.500.000 đ"), is_amount("35,5%"), is_amount(44275), is_amount("Ấp 3")
    (True, True, False, False)
    """
    if isinstance(raw, bool) or is_date(raw):
        return False
    return isinstance(raw, int | float) or bool(_NUMBER.fullmatch(as_text(raw)))


def is_money(raw: Raw) -> bool:
    """A sum of money: a round number of at least a thousand.

    >>> is_money(500000), is_money("1.500.000 đ"), is_money(1960), is_money("Ấp 3")
    (True, True, False, False)
    """
    digits = re.sub(r"\D", "", as_text(raw))
    return is_amount(raw) and len(digits) >= _LEAST_MONEY and digits.endswith("00")


def is_clock(raw: Raw) -> bool:
    """A time of the day, or a span of it.

    >>> is_clock("7 giờ 30"), is_clock("8h00 - 8h15"), is_clock("13/10/2026")
    (True, True, False)
    """
    return isinstance(raw, time) or bool(_CLOCK.fullmatch(as_text(raw).casefold()))


def is_weekday(raw: Raw) -> bool:
    """Names a day of the week or a half of a day: “Thứ Hai”, “Sáng 13/3”."""
    return bool(_WEEKDAY.match(fold(as_text(raw))))


def is_day(raw: Raw) -> bool:
    """Could be the day of a date that stands in three columns."""
    return _is_whole(raw, 31)


def is_month(raw: Raw) -> bool:
    """Could be the month of a date that stands in three columns."""
    return _is_whole(raw, 12)


def is_year(raw: Raw) -> bool:
    """A year from 1900 to 2099."""
    return bool(_YEAR.fullmatch(as_text(raw)))


def _is_whole(raw: Raw, most: int) -> bool:
    text = as_text(raw)
    return text.isdecimal() and len(text) <= 2 and 1 <= int(text) <= most


def _is_place(raw: Raw) -> bool:
    """A short text with letters: hamlets are written with and without “Ấp”."""
    text = as_text(raw)
    return len(text) < 40 and any(c.isalpha() for c in text) and not is_tick(raw)


def is_birth(raw: Raw) -> bool:
    """A date or a year."""
    return is_date(raw) or is_year(raw)


def _is_count(raw: Raw) -> bool:
    return bool(_COUNT.fullmatch(as_text(raw)))


def _is_gender(raw: Raw) -> bool:
    return isinstance(raw, bool) or fold(as_text(raw)) in _GENDERS


def _is_attendance(raw: Raw) -> bool:
    folded = fold(as_text(raw))
    return is_tick(raw) or folded in {"p", "k", "cp", "kp"} or "mat" in folded or "vang" in folded


def _is_document(raw: Raw) -> bool:
    return bool(_DOCUMENT.search(as_text(raw)))


def _digits(raw: Raw) -> str:
    text = re.sub(r"[\s.]", "", as_text(raw))
    return text if _DIGITS.fullmatch(text) else ""


def _beginnings(reason: str) -> tuple[str, ...]:
    return tuple(f"{fold(words)} " for words in row_words()[reason])


_ANSWERS, _UNITS = _beginnings("answers"), _beginnings("units")

_LOOKS: Mapping[str, Callable[[Raw], bool]] = {
    "national_id": is_national_id,
    "phone": is_phone,
    "date": says_date,
    "birth": is_birth,
    "count": _is_count,
    "tick": is_tick,
    "gender": _is_gender,
    "attendance": _is_attendance,
    "hamlet": _is_place,
    "name": is_person,
    "petitioner": is_person,
    "document": _is_document,
    "unit": is_unit,
    "list": is_unit,
}
