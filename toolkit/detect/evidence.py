"""What a column holds, as evidence for what it means: a vote beside its header."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

from toolkit.detect.grid import as_text
from toolkit.layouts import row_words
from toolkit.model import Code, Column, Raw
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

_DIGITS = re.compile(r"\d+")
_DATE = re.compile(
    r"(ngày\s*)?\d{1,2}\s*([./-]|tháng)\s*\d{1,2}\s*([./-]|năm)\s*\d{2,4}(\s+\d{1,2}:.*)?"
    r"|\d{4}-\d{1,2}-\d{1,2}.*|4\d{4}"
)
# A serial number of Excel from 2009 to 2036 is a date that lost its format: samples/layouts.
_YEAR = re.compile(r"(19|20)\d\d")
_PHONE = re.compile(r"(\+?84|0)?[235789]\d{8,9}")
_TICKS = {"x", "v", "✓", "✔", "√", "1", "co", "có", "true", "☑", "đúng"}
_HAMLET = re.compile(r"(ap|kp|khu pho|thon|khom|xom|ban|buon|lang|to|to dan pho)\b.*")
_FAMILY_NAMES = frozenset(row_words()["family_names"])
_TITLES = re.compile(r"(ông|bà|anh|chị|đ/c|đồng chí|cô|chú)[\s.:]", re.IGNORECASE)


def texts(values: Sequence[Raw]) -> list[str]:
    """The first cells of a column as one-line texts."""
    return [as_text(value) for value in values[:SAMPLES]]


def fit(
    column: Column, values: Sequence[Raw], codelists: Mapping[str, tuple[Code, ...]]
) -> float | None:
    """The share of the cells that look like this column's kind; None if that says nothing."""
    if not values:
        return None
    if column.kind == "code":
        known = _code_words(codelists.get(column.codelist or "", ()))
        return _share(values, lambda raw: any(fold(t) in known for t in _parts(as_text(raw))))
    looks = _LOOKS.get(column.kind)
    return _share(values, looks) if looks else None


def is_sentence(raw: Raw) -> bool:
    """Text of several words, as petitions and answers are."""
    return isinstance(raw, str) and len(raw.split()) > 4 and len(raw) > 25


def is_person(raw: Raw) -> bool:
    """Looks like the name of a person, with or without a title.

    >>> is_person("Đ/c Võ Văn Mẫu"), is_person("Sửa đường ấp 3")
    (True, False)
    """
    if not isinstance(raw, str) or len(raw) > 45:
        return False
    if _TITLES.match(raw.strip()):
        return True
    words = fold(raw).split()
    return 2 <= len(words) <= 6 and words[0] in _FAMILY_NAMES and not _DIGITS.search(raw)


def is_hamlet(raw: Raw) -> bool:
    """Names a hamlet: “Ấp Tân Hòa”, “KP 3”."""
    return isinstance(raw, str) and len(raw) < 40 and bool(_HAMLET.fullmatch(fold(raw)))


def _is_place(raw: Raw) -> bool:
    """A short text with letters: hamlets are written with and without “Ấp”."""
    text = as_text(raw)
    return len(text) < 40 and any(c.isalpha() for c in text)


def is_national_id(raw: Raw) -> bool:
    """12 digits, or 9 as before 2016; one or two zeros may have been lost."""
    return len(_digits(raw)) in {9, 10, 11, 12} and not _is_phone(raw)


def _is_phone(raw: Raw) -> bool:
    digits = re.sub(r"[\s.\-()]", "", as_text(raw)).replace("O", "0")
    return all(_PHONE.fullmatch(part) for part in re.split(r"[/;,]", digits))


def _is_date(raw: Raw) -> bool:
    if isinstance(raw, date | datetime):
        return True
    return bool(_DATE.fullmatch(as_text(raw).casefold()))


def _is_birth(raw: Raw) -> bool:
    return _is_date(raw) or bool(_YEAR.fullmatch(as_text(raw)))


def _is_count(raw: Raw) -> bool:
    return bool(re.fullmatch(r"[\d.,\s]+", as_text(raw)))


def _is_tick(raw: Raw) -> bool:
    return as_text(raw).casefold() in _TICKS


def _is_gender(raw: Raw) -> bool:
    return fold(as_text(raw)) in {"nam", "nu"}


def _is_attendance(raw: Raw) -> bool:
    folded = fold(as_text(raw))
    return _is_tick(raw) or folded in {"p", "k", "cp", "kp"} or "mat" in folded or "vang" in folded


def _digits(raw: Raw) -> str:
    text = re.sub(r"[\s.]", "", as_text(raw))
    return text if _DIGITS.fullmatch(text) else ""


def _share(values: Sequence[Raw], looks: Callable[[Raw], bool]) -> float:
    sample = values[:SAMPLES]
    return sum(map(looks, sample)) / len(sample)


def _parts(text: str) -> tuple[str, str]:
    """A text, and what stands before a slash: “Kiến nghị/01” counts the people too."""
    return text, text.split("/", maxsplit=1)[0]


def _code_words(codes: Sequence[Code]) -> set[str]:
    return {fold(word) for code in codes for word in (code.code, code.name, *code.synonyms)}


_LOOKS: Mapping[str, Callable[[Raw], bool]] = {
    "national_id": is_national_id,
    "phone": _is_phone,
    "date": _is_date,
    "birth": _is_birth,
    "count": _is_count,
    "tick": _is_tick,
    "gender": _is_gender,
    "attendance": _is_attendance,
    "hamlet": _is_place,
    "name": is_person,
    "petitioner": is_person,
}
