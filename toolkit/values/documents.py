"""Numbers of documents, as Nghị định 30/2020/NĐ-CP lays down, and the date beside them."""

import re
from datetime import date

from toolkit.model import Notice, Raw, Severity, Value
from toolkit.values.dates import parse_date
from toolkit.values.reading import BLANK, Reading, UnreadableError
from toolkit.values.texts import clean, says_nothing, shown

MALFORMED = Notice(
    "DOC-01",
    Severity.WARNING,
    vi="“{value}” chưa đúng dạng số và ký hiệu văn bản.",
    en="“{value}” is not in the form of a document number.",
    fix_vi="Đề nghị ghi số, dấu gạch chéo rồi ký hiệu, ví dụ 26/TB-UBND.",
    fix_en="Type the number, a slash, then the letters, e.g. 26/TB-UBND.",
    why="Only by number and letters can the document be found again.",
    good="""
        STT | Nội dung kiến nghị              | Nội dung trả lời        | Số văn bản
        1   | Đề nghị sửa đường vào tổ 5 bị hư | Đã sửa xong đoạn bị hư | 26/TB-UBND
    """,
    bad="""
        STT | Nội dung kiến nghị              | Nội dung trả lời        | Số văn bản
        1   | Đề nghị sửa đường vào tổ 5 bị hư | Đã sửa xong đoạn bị hư | >>Thông báo 26
    """,
)
TURNED_INTO_DATE = Notice(
    "DOC-02",
    Severity.WARNING,
    vi="Ô này chỉ có ngày {value}, không có số văn bản; có thể Excel đã đổi số thành ngày.",
    en="This cell holds only the date {value}, no document number; Excel may have changed it.",
    fix_vi="Đề nghị định dạng ô là Văn bản rồi gõ số và ký hiệu, ví dụ 26/TB-UBND.",
    fix_en="Format the cell as Text and type number and letters, e.g. 26/TB-UBND.",
    why="Excel turns 5/11 into the 5th of November as it is typed.",
    good="""
        STT | Nội dung kiến nghị              | Nội dung trả lời        | Số văn bản
        1   | Đề nghị sửa đường vào tổ 5 bị hư | Đã sửa xong đoạn bị hư | 26/TB-UBND
    """,
    bad="""
        STT | Nội dung kiến nghị              | Nội dung trả lời        | Số văn bản
        1   | Đề nghị sửa đường vào tổ 5 bị hư | Đã sửa xong đoạn bị hư | >>2026-11-05
    """,
)
NOTICES = (MALFORMED, TURNED_INTO_DATE)

_LETTERS = r"[A-ZĐ][A-Za-zĐđ&.]{0,10}"
_NUMBER = re.compile(
    rf"(?<![\w/])(?:\d{{1,5}}[a-z]?/(?:\d{{4}}/)?{_LETTERS}(?:-{_LETTERS}){{0,3}}"
    rf"|\d{{1,5}}-{_LETTERS}/{_LETTERS}(?:-{_LETTERS}){{0,2}})"
)
_SPACED = re.compile(r"\s*([/\-–])\s*(?=[A-ZĐ\d])")
_DATE = re.compile(
    r"(?:ngày\s*)?\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{4}|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}",
    re.IGNORECASE,
)


def parse_document(raw: Raw) -> Reading:
    """The number of a document; the date that stands with it is `document_date`.

    Several numbers are kept, separated by `; `, with the date of the first. What is no number is
    kept as typed, with a warning.

    >>> reading = parse_document("Thông báo số 26 /TB-UBND ngày 05/11/2026")
    >>> reading.value, reading.also
    ('26/TB-UBND', {'document_date': datetime.date(2026, 11, 5)})
    >>> parse_document("218-QĐ/TW").value
    '218-QĐ/TW'
    """
    text = clean(shown(raw))
    if says_nothing(text):
        return BLANK
    if isinstance(raw, date):
        return Reading(
            also={"document_date": parse_date(raw).value}, said=((TURNED_INTO_DATE, {}),)
        )
    numbers = _numbers(_DATE.sub(" ", text))
    day = _day(text)
    also: dict[str, Value] = {"document_date": day} if day else {}
    if numbers:
        return Reading("; ".join(numbers), also)
    if day and _DATE.fullmatch(text):
        return Reading(None, also, ((TURNED_INTO_DATE, {}),))
    return Reading(text, also, ((MALFORMED, {}),))


def _numbers(text: str) -> tuple[str, ...]:
    """The document numbers in a text, without spaces, each once."""
    return tuple(dict.fromkeys(_NUMBER.findall(_SPACED.sub(r"\1", text).replace("–", "-"))))


def _day(text: str) -> date | None:
    found = _DATE.search(text)
    try:
        value = parse_date(found[0]).value if found else None
    except UnreadableError:
        return None
    return value if isinstance(value, date) else None
