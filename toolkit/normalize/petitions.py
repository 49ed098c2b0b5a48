"""Several petitions in one cell: “1. … 2. …”, “- …” on every line, “a) … b) …”."""

import re
from collections.abc import Iterator, Sequence

from toolkit.values.texts import any_of, clean

LEAST = 2
"""Petitions in a cell from which on they are taken apart."""

SHORTEST = 10
"""A part with fewer letters is an item of a list, not a petition."""

FEWEST_WORDS = 3

_MARKED = re.compile(r"1\s?[.)/:]|a\s?[.)]|[-–+•*]")
_NUMBER = re.compile(r"(?:(?<=\s)|^)(?:[Cc]âu\s|[Ýý]\s)?(\d{1,2})\s?[.)/:](?=\s*[^\W\d]|\s+\d+\s)")
_LETTER = re.compile(r"(?:(?<=\s)|^)([a-zđ])\s?[.)](?=\s+\S)")
_BULLET = re.compile(r"(?:(?<=\n)|^)[ \t]*([-–+•*])(?=\s*[^\W\d])")
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_INTRODUCTION = re.compile(
    any_of(
        "cử tri, người dân, nhân dân, bà con, ông, bà, tôi, hội nghị, đối thoại, có, các, một số, "
        "những, kiến nghị, đề nghị, phản ánh, ý kiến, nội dung, vấn đề, câu, nêu, hỏi, sau, như, "
        "gồm, là, về, cụ thể, với"
    )
    + r"|\d+|[\s.,:;()\-–]",
    re.IGNORECASE,
)
"""The words of an introduction that says only that petitions follow."""

_AFTER_THESE = re.compile(
    r"(?<!\w)"
    + any_of(
        "số, khoản, điều, điểm, ấp, tổ, kp, phố, tuyến, hẻm, lớp, cấp, lần, quý, tháng, năm, "
        "đường, loại, đợt, km, mục, phần, kênh, cầu, nhà, hạng, nhóm, đội, khu, thửa, tờ, "
        "và, từ, đến, ngày, lúc, là"
    )
    + "$",
    re.IGNORECASE,
)
"""Words that a number belongs to, as in “đường số 2”."""
_SENTENCE_ENDS = ".;:!?…,)"


def split_petitions(text: str) -> tuple[str, ...]:
    r"""The petitions that a cell holds; the whole text where it is one.

    The markers must begin the text, perhaps after a general introduction, and count on without
    a gap. A list inside one petition stays together: its petition stands before the list.

    >>> split_petitions("1. Sửa đường tổ 5 bị hư 2. Lắp đèn đường ở ngã ba chợ")
    ('Sửa đường tổ 5 bị hư', 'Lắp đèn đường ở ngã ba chợ')
    >>> split_petitions("Đề nghị sửa các đường: 1. Đường tổ 5 bị hư 2. Đường tổ 6 bị hư")
    ('Đề nghị sửa các đường: 1. Đường tổ 5 bị hư 2. Đường tổ 6 bị hư',)
    """
    if not _MARKED.search(text):
        return (clean(text),)
    text = text.strip()
    for markers in (_numbered(text), _lettered(text), _bulleted(text)):
        if len(markers) >= LEAST and _is_introduction(text[: markers[0].start()]):
            parts = tuple(_parts(text, markers))
            if all(len(part) >= SHORTEST for part in parts) and all(
                len(part.split()) >= FEWEST_WORDS for part in parts
            ):
                return parts
    return (clean(text),)


def _numbered(text: str) -> Sequence[re.Match[str]]:
    found = (m for m in _NUMBER.finditer(text) if _begins_something(text, m))
    return _in_order(found, [str(number) for number in range(1, 100)])


def _lettered(text: str) -> Sequence[re.Match[str]]:
    found = (m for m in _LETTER.finditer(text) if _begins_something(text, m))
    return _in_order(found, list(_LETTERS))


def _bulleted(text: str) -> Sequence[re.Match[str]]:
    found = list(_BULLET.finditer(text))
    return [m for m in found if m[1] == found[0][1]]


def _in_order(found: Iterator[re.Match[str]], wanted: Sequence[str]) -> list[re.Match[str]]:
    """Markers that count on from the first; what is out of order is no marker."""
    taken: list[re.Match[str]] = []
    for match in found:
        if match[1].lstrip("0") == wanted[len(taken)]:
            taken.append(match)
    return taken


def _begins_something(text: str, marker: re.Match[str]) -> bool:
    """Whether a number counts petitions, and is not that of a road, an article, a hamlet."""
    before = text[: marker.start()].rstrip(" \t")
    if not before or before[-1] in f"\n{_SENTENCE_ENDS}":
        return True
    return not _AFTER_THESE.search(before) and text[marker.end() :].lstrip()[:1].isupper()


def _is_introduction(text: str) -> bool:
    """Whether a text before the first marker is blank or says only that petitions follow."""
    return not _INTRODUCTION.sub("", text)


def _parts(text: str, markers: Sequence[re.Match[str]]) -> Iterator[str]:
    ends = [marker.start() for marker in markers[1:]] + [len(text)]
    for marker, end in zip(markers, ends, strict=True):
        yield clean(text[marker.end() : end]).strip(" ;,")
