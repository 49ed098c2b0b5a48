"""Columns that tell one field together: a date in three, a tick per code, a petition per topic."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from toolkit.detect.evidence import (
    CodeWords,
    Content,
    is_day,
    is_mark,
    is_month,
    is_sentence,
    is_tick,
    is_year,
    may_be_name,
)
from toolkit.detect.headers import Header
from toolkit.detect.phrases import plain
from toolkit.detect.vocabulary import GENERIC, LOWER_ONLY, Vocabulary
from toolkit.model import Column, Layout, MappedColumn, Raw
from toolkit.values.texts import fold

TOLD = 0.9
"""How sure a column is that is understood together with its neighbours."""

_MOSTLY = 0.8
_FEWEST = 2
"""So many columns at least share a field."""

_DATE_PARTS: tuple[tuple[str, str, Callable[[Raw], bool]], ...] = (
    ("ngay", "day", is_day),
    ("thang", "month", is_month),
    ("nam", "year", is_year),
)

_FREE = {"topic", "channel", "lead_unit", "hamlet"}
"""Fields that may hold words of no list."""

_GENDERS = {"ong": "male", "nam": "male", "anh": "male"} | {
    "ba": "female",
    "nu": "female",
    "chi": "female",
}
"""Headings of columns that hold the names of men, and of women."""

_DATES = {"date", "birth"}
"""Kinds of dates."""

LEVELS = ("very_satisfied", "satisfied", "neutral", "dissatisfied", "very_dissatisfied")
"""How satisfied people are, in the order in which it is asked."""

_LEVELS_OF_POINTS = {3: LEVELS[1:4], 4: LEVELS[:4], 5: LEVELS}
"""What points mean where so many are given, the most first."""
_POINTS = re.compile(
    r"(?P<before>(?:muc|diem|loai|so phieu|phieu) )*(?P<point>[1-5])(?P<unit> (?:diem|sao))?"
)
_OF_POINTS = re.compile(r"\b(?:diem|sao|muc do|hai long)\b")

OVERALL = "Mức độ hài lòng chung"
"""The question of ballots over whose levels nothing stands."""

Contents = Mapping[int, Content]


def find_parts(
    header: Header, layout: Layout, vocabulary: Vocabulary, contents: Contents, codes: CodeWords
) -> Iterator[MappedColumn]:
    """The columns that tell a field only together with others."""
    yield from _dates(header, vocabulary, contents)
    yield from _ticks(header, layout, vocabulary, contents, codes)
    yield from _petitions(header, layout, vocabulary, contents, codes)
    yield from _men_and_women(header, layout, contents)
    yield from _ballots(header, layout, vocabulary, contents)
    yield from _points(header, layout, contents)


def _dates(header: Header, vocabulary: Vocabulary, contents: Contents) -> Iterator[MappedColumn]:
    """“Ngày hỏi | Tháng hỏi | Năm hỏi”: day, month and year, each in a column of its own."""
    numbers = sorted(header.columns)
    for three in zip(numbers, numbers[1:], numbers[2:], strict=False):
        if not all(
            _is_part(header, contents, *part) for part in zip(three, _DATE_PARTS, strict=True)
        ):
            continue
        column = _date_column(header, vocabulary, three[0])
        if column:
            for number, (_, part, _) in zip(three, _DATE_PARTS, strict=True):
                yield _told(header, number, replace(column, value=part, generic=()))


def _is_part(
    header: Header, contents: Contents, number: int, part: tuple[str, str, Callable[[Raw], bool]]
) -> bool:
    word, _, looks = part
    content = contents.get(number)
    words = fold(header.columns[number][-1]).split()
    return word in words and content is not None and content.share(looks) >= _MOSTLY


def _date_column(header: Header, vocabulary: Vocabulary, number: int) -> Column | None:
    """The date that the first of three columns, or what stands over all three, speaks of."""
    *above, _ = header.columns[number]
    hits = [h for text in above for h in vocabulary.hits((text,))]
    hits += vocabulary.hits(header.words(number))
    return next((hit.column for hit in hits if hit.column.kind in _DATES), None)


def _ticks(
    header: Header, layout: Layout, vocabulary: Vocabulary, contents: Contents, codes: CodeWords
) -> Iterator[MappedColumn]:
    """“Kiến nghị | Phản ánh | Tố cáo”: a column for each code of a list, with ticks in it."""
    free = [
        number
        for number in sorted(header.columns)
        if _holds_ticks(contents.get(number)) and not _is_declared_tick(header, vocabulary, number)
    ]
    for group in _runs(free):
        told = [
            (column, _told_by(header, vocabulary, group, column, codes))
            for column in _coded(layout)
        ]
        for column, found in sorted(told, key=lambda pair: -len(pair[1]))[:1]:
            below = any(_stands_below(header, vocabulary, n, column) for n in found)
            if below or len(set(found.values())) >= _FEWEST:
                for number, code in found.items():
                    ticked = Column(column.field, "tick", column.headers, value=code)
                    yield _told(header, number, ticked)


def _holds_ticks(content: Content | None) -> bool:
    return content is None or not content or content.share(is_tick) >= _MOSTLY


def _is_declared_tick(header: Header, vocabulary: Vocabulary, number: int) -> bool:
    hits = vocabulary.hits(header.words(number))
    return any(hit.column.kind == "tick" and hit.score >= LOWER_ONLY for hit in hits)


def _coded(layout: Layout) -> Iterator[Column]:
    yield from (c for c in layout.columns if c.kind == "code" or c.field in _FREE)


def _told_by(
    header: Header,
    vocabulary: Vocabulary,
    numbers: Sequence[int],
    column: Column,
    codes: CodeWords,
) -> dict[int, str]:
    """What a tick in each column means, if their headers are of the list of another column.

    Topics may also be named by their group. Below “Lĩnh vực” or “Nguồn”, and between topics,
    stand words of no list.
    """
    found = {}
    for number in numbers:
        text = header.columns[number][-1]
        code = codes.find(column.codelist or "", plain(text))
        grouped = column.field == "topic" and codes.find("topic_groups", plain(text))
        if grouped or (
            not code
            and column.field in _FREE
            and _stands_below(header, vocabulary, number, column)
        ):
            code = text
        if code:
            found[number] = code
    if column.field in _FREE and len(found) > _FEWEST:
        between = range(min(found), max(found))
        return {n: header.columns[n][-1] for n in between} | found
    return found


def _stands_below(header: Header, vocabulary: Vocabulary, number: int, column: Column) -> bool:
    """Whether the upper row of a header names another column: “Lĩnh vực / Đất đai”."""
    hits = (hit for text in header.columns[number][:-1] for hit in vocabulary.hits((text,)))
    return any(hit.column.field == column.field and hit.score >= GENERIC for hit in hits)


def _petitions(
    header: Header, layout: Layout, vocabulary: Vocabulary, contents: Contents, codes: CodeWords
) -> Iterator[MappedColumn]:
    """A column for each topic, and the petition in that of its own topic."""
    column = next((c for c in layout.columns if c.field == "content"), None)
    if column is None:
        return
    texts = [
        n for n in sorted(header.columns) if _may_be_petition(header, vocabulary, contents, n)
    ]
    for group in _runs(texts):
        held = [contents[number] for number in group if contents[number]]
        if len(held) < _FEWEST or not _exclude_each_other(held):
            continue
        for number in group:
            topic = codes.find("topics", plain(header.columns[number][-1]))
            implied = {"topic": topic} if topic else {}
            yield _told(header, number, replace(column, implies=implied))


def _men_and_women(header: Header, layout: Layout, contents: Contents) -> Iterator[MappedColumn]:
    """“Ông | Bà”, “Nam | Nữ”: the name of each person in the column of their own."""
    column = next((c for c in layout.columns if c.kind in {"name", "petitioner"}), None)
    if column is None:
        return
    for group in _runs([n for n in sorted(header.columns) if _gender(header, n)]):
        held = [contents[n] for n in group if contents.get(n)]
        named = all(content.share(may_be_name) >= _MOSTLY for content in held)
        if len(group) == len(held) == _FEWEST and named and _exclude_each_other(held):
            for number in group:
                gendered = any(c.field == "gender" for c in layout.columns)
                implied = {"gender": _gender(header, number)} if gendered else {}
                yield _told(header, number, replace(column, implies=implied))


def _gender(header: Header, number: int) -> str:
    return _GENDERS.get(fold(header.columns[number][-1]), "")


def _ballots(
    header: Header, layout: Layout, vocabulary: Vocabulary, contents: Contents
) -> Iterator[MappedColumn]:
    """“Thái độ phục vụ / Rất hài lòng | Hài lòng …” with ticks: a row per person, not question.

    Where no column holds the question, what stands over the levels is the question.
    """
    levels = {c.field: c for c in layout.columns if c.field in LEVELS}
    named = {n: _named(header, vocabulary, n) for n in sorted(header.columns)}
    asked = any(
        field == "question" and not _holds_ticks(contents.get(n)) for n, field in named.items()
    )
    for group in _runs([n for n, field in named.items() if field in levels]):
        if len(group) < _FEWEST or not _are_marked([contents[n] for n in group if n in contents]):
            continue
        for number in group:
            implied = {} if asked else {"question": _question_over(header, number)}
            level = levels[named[number]]
            yield _told(header, number, replace(level, kind="tick", implies=implied))


def _are_marked(contents: Sequence[Content]) -> bool:
    """Whether ticks stand in the columns, and few figures beside those of a row of totals."""
    filled = sum(map(len, contents))
    marks = sum(round(content.share(is_mark) * len(content)) for content in contents)
    return marks > 0 and filled - marks <= max(marks, len(contents))


def _named(header: Header, vocabulary: Vocabulary, number: int) -> str:
    """The field that the lowest text of a header names surely; empty if it names none."""
    hits = vocabulary.hits(header.columns[number][-1:])
    return hits[0].column.field if hits and hits[0].score >= LOWER_ONLY else ""


def _question_over(header: Header, number: int) -> str:
    upper = header.columns[number][:-1]
    return upper[-1] if upper else OVERALL


def _points(header: Header, layout: Layout, contents: Contents) -> Iterator[MappedColumn]:
    """“5 điểm | 4 điểm | … | 1 điểm”: how many gave so many points, the most for the best."""
    levels = {c.field: c for c in layout.columns if c.field in LEVELS}
    if not levels:
        return
    points = {number: _point(header.columns[number]) for number in sorted(header.columns)}
    for group in _runs([number for number, point in points.items() if point]):
        given = [points[number] for number in group]
        fields = _LEVELS_OF_POINTS.get(len(given), ())
        counting = all(contents[n].fit(levels["satisfied"]) == 1 for n in group)
        if fields and counting and sorted(given) == list(range(1, len(given) + 1)):
            for number in group:
                yield _told(header, number, levels[fields[-points[number]]])


def _point(texts: Sequence[str]) -> int:
    """How many points a column counts; 0 if it counts none.

    >>> _point(["Số phiếu", "5 điểm"]), _point(["Chấm điểm", "3"]), _point(["Tháng", "3"])
    (5, 3, 0)
    """
    *upper, lowest = map(fold, texts)
    match = _POINTS.fullmatch(lowest)
    if not match:
        return 0
    said = bool(match["unit"] or match["before"]) or any(map(_OF_POINTS.search, upper))
    return int(match["point"]) if said else 0


def _may_be_petition(
    header: Header, vocabulary: Vocabulary, contents: Contents, number: int
) -> bool:
    """Whether a column holds sentences, or nothing, and its header names no other field."""
    content = contents.get(number)
    if content is None or (content and content.share(is_sentence) < _MOSTLY):
        return False
    hits = vocabulary.hits(header.columns[number][-1:])
    return not hits or hits[0].column.field in {"content", "topic"}


def _exclude_each_other(contents: Sequence[Content]) -> bool:
    """Whether hardly a row is filled in two of the columns, and they share the rows fairly."""
    rows = [content.rows for content in contents]
    filled = frozenset[int]().union(*rows)
    return sum(map(len, rows)) <= 1.1 * len(filled) and max(map(len, rows)) < len(filled)


def _runs(numbers: Sequence[int]) -> Iterator[list[int]]:
    """Neighbouring columns, from the left."""
    run = list(numbers[:1])
    for before, number in pairwise(numbers):
        if number - before != 1:
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def _told(header: Header, number: int, column: Column) -> MappedColumn:
    return MappedColumn(number, column, header.label(number), TOLD, "header")
