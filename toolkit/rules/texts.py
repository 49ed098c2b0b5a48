"""Rules about texts that lost something on their way (TXT-20 to TXT-39)."""

import re
from collections.abc import Iterator, Sequence

from toolkit.model import Record, Severity
from toolkit.rules.declare import Blame, Verdict, rule, table_rule
from toolkit.values.texts import clean, fold
from toolkit.values.texts import shown as as_typed

TEXTS = ("full_name", "petitioner", "content", "response_text", "hamlet", "lead_unit", "question")
"""The fields whose letters are looked at."""

SHORTEST = 10
"""A petition with fewer letters and spaces can hardly be handled."""

TOLD_LOST = "(mất chữ)"
"""What staff add to a text whose lost letters nobody can tell any more."""

CUT = frozenset({250, 255, 256})
"""Lengths at which older programs cut a text off."""

_WORD = re.compile(r"[^\s.,;:!()\"“”/]+")
_VOWEL = re.compile(r"[aeiouy]", re.IGNORECASE)


@table_rule(
    "TXT-20",
    Severity.ERROR,
    fields=TEXTS,
    vi="Có chữ đã biến thành dấu hỏi (“{word}”), công cụ không khôi phục được.",
    en="Letters were lost and became question marks (“{word}”); they cannot be restored.",
    fix_vi="Hãy gõ lại chữ này theo bản gốc, ví dụ Nguyễn; nếu không còn bản gốc, hãy gõ thêm "
    "«(mất chữ)» vào cuối ô này.",
    fix_en="Type the word again from the original, e.g. Nguyễn, or add «(mất chữ)» at the end.",
    good="""
        STT | Người kiến nghị | Nội dung kiến nghị
        1   | Nguyễn Văn Mẫu  | Khi nào sửa đường tổ 5? Bao giờ xong?
    """,
    bad="""
        STT | Người kiến nghị  | Nội dung kiến nghị
        1   | >>Nguy?n Văn Mẫu | Khi nào sửa đường tổ 5? Bao giờ xong?
    """,
    gives=("word",),
)
def letters_are_not_lost(records: Sequence[Record]) -> Iterator[Blame]:
    """The text went through a program that has no Vietnamese letters; nothing can undo it."""
    for record in records:
        for field in TEXTS:
            word = _mutilated(record.text(field))
            if word is not None and not _is_told_lost(record, field):
                yield Blame(record, field, params={"word": word})


@table_rule(
    "TXT-21",
    Severity.INFO,
    fields=("full_name",),
    vi="Có {count} tên viết hoa toàn bộ, như “{full_name}”, khác với các tên còn lại trong danh "
    "sách.",
    en="{count} names are in capitals, such as “{full_name}”, unlike the others of the list.",
    fix_vi="Đề nghị viết như các tên khác, ví dụ {proper}.",
    fix_en="Write it like the others, e.g. {proper}.",
    good="""
        STT | Họ và tên  | Chức vụ
        1   | LÊ VĂN MẪU | Trưởng ấp
        2   | TRẦN THỊ B | Cử tri
    """,
    bad="""
        STT | Họ và tên    | Chức vụ
        1   | >>LÊ VĂN MẪU | Trưởng ấp
        2   | Trần Thị Bé  | Cử tri
        3   | Võ Văn Cảnh  | Cử tri
        4   | PHẠM THỊ DU  | Cử tri
        5   | Lý Văn Em    | Cử tri
    """,
    tables=("attendee",),
    gives=("proper", "count"),
)
def names_are_written_alike(records: Sequence[Record]) -> Iterator[Blame]:
    """Names of one list, written in two ways, look untidy in print and sort apart.

    Only where most names are not in capitals; a list that is all capitals is left alone. Told
    once, at the first name.
    """
    named = [record for record in records if record["full_name"]]
    capitals = [record for record in named if _is_capital(record.text("full_name"))]
    if capitals and len(capitals) * 2 < len(named):
        first, *others = capitals
        cells = tuple(record.cell("full_name") for record in others)
        params = {"proper": first.text("full_name").title(), "count": len(capitals)}
        yield Blame(first, "full_name", cells, params)


@rule(
    "TXT-22",
    Severity.WARNING,
    vi="Nội dung kiến nghị quá ngắn (“{content}”), chưa đủ để phân công giải quyết.",
    en="The petition is too short (“{content}”) to be given to anyone.",
    fix_vi="Đề nghị ghi rõ việc gì, ở đâu, đề nghị gì, ví dụ: đường tổ 5 bị hư, đề nghị sửa lại.",
    fix_en="Say what, where and what is asked for, e.g.: mend the road of group 5.",
    good="""
        STT | Người kiến nghị | Nội dung kiến nghị
        1   | Lê Văn Mẫu      | Đề nghị sửa đường vào tổ 5
    """,
    bad="""
        STT | Người kiến nghị | Nội dung kiến nghị
        1   | Lê Văn Mẫu      | >>Đường
        2   | Trần Thị B      | Đề nghị lắp đèn đường tổ 6
    """,
    tables=("petition",),
)
def petition_is_long_enough(content: str) -> Verdict:
    """One word names a topic, not a petition; whoever gets it has to ask again."""
    long = len(fold(content)) >= SHORTEST
    return long or "?" in content or "#" in content or not _has_letters(content)


@rule(
    "TXT-25",
    Severity.WARNING,
    vi="Nội dung kiến nghị chỉ là số “{content}”, có thể đã nhập nhầm cột.",
    en="The petition is only a number, “{content}”; it may belong into another column.",
    fix_vi="Đề nghị chuyển số này sang đúng cột và ghi nội dung kiến nghị, ví dụ: đường tổ 5 bị "
    "hư.",
    fix_en="Move the number where it belongs and enter the petition, e.g.: the road is broken.",
    good="""
        STT | Người kiến nghị | Nội dung kiến nghị
        1   | Lê Văn Mẫu      | Đề nghị sửa đường vào tổ 5
    """,
    bad="""
        STT | Người kiến nghị | Nội dung kiến nghị
        1   | Lê Văn Mẫu      | >>'0912345678
        2   | Trần Thị B      | Đề nghị lắp đèn đường tổ 6
    """,
    tables=("petition",),
)
def petition_is_not_a_number(content: str) -> Verdict:
    """A cell pasted one column too far; nobody would notice in a sum of petitions.

    Signs such as #### are TXT-24.
    """
    return _has_letters(content) or not any(letter.isdigit() for letter in content)


@rule(
    "TXT-23",
    Severity.WARNING,
    vi="Nội dung dài đúng {length} ký tự và dừng giữa câu, có thể đã bị cắt khi chép.",
    en="The text is exactly {length} characters long and stops mid-sentence: it may be cut off.",
    fix_vi="Đề nghị đối chiếu bản gốc và ghi đủ phần còn thiếu, ví dụ chép lại cả ô.",
    fix_en="Compare with the original and add what is missing, e.g. copy the cell again.",
    good=f"""
        STT | Người kiến nghị | Nội dung kiến nghị
        1   | Lê Văn Mẫu      | Đề nghị sửa đường {"tổ năm ấp ba " * 20}sớm
    """,
    bad=f"""
        STT | Người kiến nghị | Nội dung kiến nghị
        1   | Lê Văn Mẫu      | >>Đề nghị sửa đường {"tổ năm ấp ba " * 17}tổ bốn ấp b
    """,
    tables=("petition",),
    gives=("length",),
)
def petition_is_not_cut_off(content: str) -> Verdict:
    """Import forms of some systems take 250 or 255 characters and drop the rest silently."""
    cut = len(content) in CUT and content[-1].isalnum()
    return not cut or {"length": len(content)}


@table_rule(
    "TXT-24",
    Severity.ERROR,
    fields=TEXTS,
    vi="Ô này chỉ còn các dấu “{shown}”, nội dung thật đã mất khi chép từ cột hẹp.",
    en="Only “{shown}” is left in this cell; what it said was lost when copied.",
    fix_vi="Hãy chép lại nội dung từ tệp gốc; nếu không còn tệp gốc, hãy gõ «Chưa rõ» vào ô này.",
    fix_en="Copy the text again from the original workbook, or type «Chưa rõ».",
    good="""
        STT | Người kiến nghị | Nội dung kiến nghị
        1   | Lê Văn Mẫu      | Đề nghị sửa đường vào tổ 5
    """,
    bad="""
        STT | Người kiến nghị | Nội dung kiến nghị
        1   | Lê Văn Mẫu      | >>########
        2   | Trần Thị B      | Đề nghị lắp đèn đường tổ 6
    """,
    gives=("shown",),
)
def text_is_not_hashes(records: Sequence[Record]) -> Iterator[Blame]:
    """Excel shows #### where a column is too narrow; copied as text, that is all that is left."""
    for record in records:
        for field in TEXTS:
            if re.fullmatch(r"#{3,}", text := record.text(field).strip()):
                yield Blame(record, field, params={"shown": text})


def _is_told_lost(record: Record, field: str) -> bool:
    """Whether somebody has said that the letters are lost, in the cell that the text is from."""
    raw = record.table.sheet.at(*record.places[field])
    return clean(as_typed(raw)).casefold().endswith(TOLD_LOST)


def _mutilated(text: str) -> str | None:
    """The first word that holds a question mark in place of a letter.

    >>> _mutilated("Nguy?n Văn H?i"), _mutilated("Vì sao? Khi nào?Ai làm?")
    ('Nguy?n', None)
    """
    if "?" not in text and "\ufffd" not in text:
        return None
    for match in _WORD.finditer(text):
        word = match.group()
        parts = re.split(r"[?\ufffd]", word.rstrip("?"))
        letters = [part for part in parts if part]
        inside = len(parts) > 1 and all(part.isalpha() for part in letters) and letters
        if "\ufffd" in word or (inside and not all(_has_vowel(part) for part in letters)):
            return word
    return None


def _has_letters(text: str) -> bool:
    return any(letter.isalpha() for letter in text)


def _has_vowel(part: str) -> bool:
    return _VOWEL.search(fold(part)) is not None


def _is_capital(name: str) -> bool:
    return name.isupper() and len(name.split()) > 1
