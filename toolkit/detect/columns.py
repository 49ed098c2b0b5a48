"""Decide what each column of a table is, by its header and by what it holds."""

import re
from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from toolkit.decisions import IGNORED, UNDECIDED, Decisions, column_key
from toolkit.detect.assignment import assign
from toolkit.detect.evidence import (
    STRICT,
    CodeWords,
    Content,
    begins_with_person,
    is_amount,
    is_answer,
    is_date,
    is_hamlet,
    is_mark,
    is_named_hamlet,
    is_national_id,
    is_person,
    is_phone,
    is_sentence,
    is_tick,
    is_unit,
    is_wordy,
)
from toolkit.detect.grid import as_text
from toolkit.detect.headers import Header
from toolkit.detect.neighbours import GUESSED, by_neighbours
from toolkit.detect.parts import find_parts
from toolkit.detect.phrases import is_ratio, plain
from toolkit.detect.vocabulary import EXACT, LOWER_ONLY, OTHER, PARENT_ONLY, Vocabulary
from toolkit.layouts import row_words
from toolkit.model import Column, Layout, MappedColumn, Raw
from toolkit.values.legends import legend
from toolkit.values.texts import fold

CONTRADICTED, SUPPORTED = 0.25, 0.8
"""Below and above these shares of fitting cells, the content speaks against or for a header."""
_AGAINST, _FOR = 0.55, 0.15
_OTHER_SORT = 0.8
"""How far words are trusted over sentences that begin as answers do, or do not, against them."""
_FEW = 3
"""So few cells prove nothing against a header."""
_BY_CONTENT = 0.7
"""How sure a column is at most whose header says nothing."""
_TEXTS = {"content", "response_text"}
"""Fields that hold sentences."""
_PEOPLE = {"leader", "assignee", "responder"}
"""Fields that name somebody, never sentences."""
_FAR = 0.3
"""A meaning that is so much less sure than another of the same column is none."""
_RIVAL = 1e-5
"""How much less a column is worth than an equally sure one that could mean less else."""
_NO_DATES = {"channel", "position", "organisation", "address", "commune", "district", "leader"}
"""Fields that hold words, never days."""
_SHORT_NUMBER = 3
_OFFICIALS = re.compile(rf"\b({'|'.join(map(fold, row_words()['officials']))})\b")
_FEW_PEOPLE = 0.3
"""Where fewer of the sentences begin with a name, they are what people say."""
_UNITS = {"unit", "list"}
_NAMES = {"name", "petitioner", "unit", "list"}
"""Kinds that name somebody: neither figures nor marks."""

Contents = Mapping[int, Content]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of a header, whatever it is read as: what its columns hold, and the codes.

    `decisions` are what people have said of columns.
    """

    header: Header
    contents: Contents
    codes: CodeWords
    decisions: Decisions = UNDECIDED

    def without(self, numbers: Container[int]) -> "Evidence":
        """The same for the other columns."""
        rest = [number for number in self.header.columns if number not in numbers]
        return replace(self, header=self.header.part_of(rest))


def read_columns(
    evidence: Evidence, layout: Layout, vocabulary: Vocabulary
) -> tuple[MappedColumn, ...]:
    """The most likely meaning of the columns if the table is of this layout, from left to right.

    What people have decided comes first, then columns that tell a field together; of all others,
    each column has one meaning and each field one column, so that as much as possible is
    understood.
    """
    told = _decided(evidence.header, layout, evidence.decisions)
    open_ = evidence.without(told)
    header, contents = open_.header, open_.contents
    mapped = {number: m for number, m in told.items() if m}
    parts = find_parts(header, layout, vocabulary, contents, evidence.codes)
    mapped |= {m.number: m for m in parts}
    taken = {m.column.field for m in mapped.values()}
    candidates = [
        candidate
        for candidate in _candidates(open_.without(mapped), layout, vocabulary)
        if candidate.column.field not in taken or candidate.column.kind == "tick"
    ]
    mapped |= {m.number: m for m in _choose(candidates)}
    guessed = by_neighbours(header, layout, vocabulary, contents, mapped)
    mapped |= {m.number: m for m in tuple(guessed) if m.number not in told}
    return tuple(mapped[number] for number in sorted(mapped))


def _decided(
    header: Header, layout: Layout, decisions: Decisions
) -> dict[int, MappedColumn | None]:
    """What people have said of columns; None for those to be left out. A field has one column."""
    labels = {column.headers[0]: column for column in layout.columns}
    found: dict[int, MappedColumn | None] = {}
    taken: set[object] = set()
    for number in header.columns if decisions.answers else ():
        text = header.label(number)
        answer = decisions.get(column_key(layout.key, text))
        column = labels.get(answer or "")
        if answer == IGNORED:
            found[number] = None
        elif column and _field_key(column) not in taken:
            taken.add(_field_key(column))
            found[number] = MappedColumn(number, column, text, EXACT, "decided")
    return found


def _candidates(
    evidence: Evidence, layout: Layout, vocabulary: Vocabulary
) -> Iterator[MappedColumn]:
    if _is_list_of_codes(evidence, vocabulary):
        return
    for number, texts in evidence.header.columns.items():
        words = evidence.header.words(number)
        if is_ratio(texts[-1]) or vocabulary.is_below_other(words):
            continue
        content = evidence.contents.get(number) or Content({}, evidence.codes)
        known = list(_by_words(evidence.header, number, vocabulary, content))
        yield from known
        unsure = all(mapped.confidence < PARENT_ONLY for mapped in known)
        if unsure and vocabulary.other(words) < OTHER:
            label = evidence.header.label(number)
            official = _OFFICIALS.search(fold(label))
            for column, sure in _by_content(layout, content):
                if not (official and column.field == "petitioner"):
                    yield MappedColumn(number, column, label, sure, "content")
            for hit in vocabulary.akin(words):
                if _agrees(hit.column, content):
                    yield MappedColumn(number, hit.column, label, hit.score, hit.how)


def _is_list_of_codes(evidence: Evidence, vocabulary: Vocabulary) -> bool:
    """Whether what stands where a header would are entries of code lists, side by side."""
    texts = [texts[-1] for texts in evidence.header.columns.values()]
    return not any(map(vocabulary.knows, texts)) and all(map(evidence.codes.knows, texts))


def _by_words(
    header: Header, number: int, vocabulary: Vocabulary, content: Content
) -> Iterator[MappedColumn]:
    """Every meaning that the words of a header allow."""
    words = header.words(number)
    other = vocabulary.other(words)
    for hit in vocabulary.hits(words):
        explained = legend(header.label(number))
        sure = hit.score if explained else _weighed(hit.score, hit.column, content)
        if hit.how == "words":
            proven = _looks_like_nothing_else(hit.column, content)
            sure = sure if proven else min(sure, hit.score)
            sure *= 1 if _may_hold(hit.column, content) else _AGAINST
        told = hit.score < LOWER_ONLY and _is_told_beside(header, number, vocabulary, hit.column)
        if hit.score >= other and sure > _AGAINST and not told:
            yield MappedColumn(number, hit.column, header.label(number), round(sure, 2), hit.how)


def _is_told_beside(header: Header, number: int, vocabulary: Vocabulary, column: Column) -> bool:
    """Whether only the upper heading speaks of a field, and others below it tell that field.

    Beside “Tham dự / Có mặt” and “Tham dự / Vắng”, “Tham dự / Người dự thay” is something else.
    """
    *upper, lowest = header.columns[number]
    if any(hit.column.field == column.field for hit in vocabulary.hits((lowest,))):
        return False
    beside = (n for n, texts in header.columns.items() if {*upper} & {*texts[:-1]})
    return any(
        hit.column.field == column.field and hit.column.kind == "tick" and hit.score >= LOWER_ONLY
        for other in beside
        for hit in vocabulary.hits(header.words(other))
    )


def _weighed(score: float, column: Column, content: Content) -> float:
    """The likeness of the words, after the content has spoken."""
    if column.field in _TEXTS:
        return _as_text(score, column, content)
    if _contradicts(score, column, content) or _is_no_word(column, content):
        return score * _AGAINST
    return score if column.field in _PEOPLE else _as_kind(score, column, content)


def _contradicts(score: float, column: Column, content: Content) -> bool:
    """Whether the cells are clearly of another sort than the field of a column."""
    sentences = content.share(is_sentence) > 1 / 2
    placed = content.share(is_hamlet) > SUPPORTED
    if column.field in _PEOPLE:
        return sentences
    if column.field == "petition_id":
        return _names_several(score, content)
    if column.kind in _UNITS:
        no_unit = score < EXACT and content.share(is_unit) < 1 / 2
        return (no_unit and (sentences or placed)) or _is_figures(content)
    if column.kind in _NAMES or column.field == "address":
        if column.field == "address":
            return _is_figures(content)
        of_hamlet = placed and ("hamlet" in column.also or score < EXACT)
        nobody = sentences and content.share(begins_with_person) < _FEW_PEOPLE
        return of_hamlet or nobody or _is_figures(content)
    return False


def _is_figures(content: Content) -> bool:
    return len(content) >= _FEW and _holds_figures(content)


def _names_several(score: float, content: Content) -> bool:
    """Whether cells that are the same are no ids: counts, unless the header says it, or codes."""
    texts = [as_text(raw) for raw in content.values]
    small = all(text.isdecimal() and len(text) <= _SHORT_NUMBER for text in texts)
    repeated = len(texts) - len(set(texts))
    counts = score < EXACT and small and repeated > 0
    return len(texts) >= _FEW and (counts or 2 * repeated >= len(texts))


def _is_no_word(column: Column, content: Content) -> bool:
    """Whether days stand where words should, or names where a number should."""
    if column.kind == "seq":
        return content.share(is_person) > SUPPORTED or content.share(is_sentence) > SUPPORTED
    return column.field in _NO_DATES and content.share(is_date) > SUPPORTED


def _as_kind(score: float, column: Column, content: Content) -> float:
    """The likeness of a header, weighed by how many cells are of the kind of its column."""
    share = content.fit(column)
    if share is None:
        return score
    few_prove = content.share(is_person) == 1 or (
        column.kind == "code" and content.share(is_mark) == 1
    )
    proves = len(content) >= _FEW or few_prove
    trusted = column.also or (
        column.kind == "date" and score >= EXACT and not _holds_something_else(content)
    )
    if share < CONTRADICTED and column.kind in STRICT and proves and not trusted:
        return score * _AGAINST
    if share >= SUPPORTED and score < EXACT:
        return min(score + _FOR, 0.95)
    return score


def _looks_like_nothing_else(column: Column, content: Content) -> bool:
    """Whether the cells tell a field as surely as its words."""
    return column.field in _PROVEN and content.share(_TELLING[column.field]) >= SUPPORTED


def _holds_something_else(content: Content) -> bool:
    """Whether the cells of a column of dates are of another kind, and no words for a time."""
    kinds = (is_person, is_phone, is_national_id, is_amount, is_tick, is_unit, is_sentence)
    return max(map(content.share, kinds)) > 1 / 2


def _may_hold(column: Column, content: Content) -> bool:
    """Whether a column of answers or petitions, known by its grammar only, holds sentences.

    Answers may be short: “Đã đặt thêm 12 ghế”.
    """
    if column.field not in _TEXTS or not content:
        return True
    looks = is_wordy if column.field == "response_text" else is_sentence
    return content.share(looks) > 1 / 2


def _as_text(score: float, column: Column, content: Content) -> float:
    """The likeness of a header over sentences, weighed by whether there are any, of this sort."""
    if content.share(is_sentence) > 1 / 2:
        answers = content.share(is_answer) > 1 / 2
        share = 1 if answers == (column.field == "response_text") else _OTHER_SORT
        return share * min(score + _FOR, 0.95) if score < EXACT else score
    otherwise = _holds_figures(content) or content.share(is_person) > SUPPORTED
    enough = len(content) >= _FEW or 1 in (content.share(is_amount), content.share(is_mark))
    return score * _AGAINST if enough and otherwise else score


def _holds_figures(content: Content) -> bool:
    """Whether a column holds numbers, dates or marks, never words."""
    return max(map(content.share, (is_amount, is_date, is_tick))) > SUPPORTED


def _choose(candidates: Sequence[MappedColumn]) -> Iterator[MappedColumn]:
    """The meanings that explain the most, each column and each field taken once.

    One sure column weighs more than two guessed ones; of equal ones, that which could mean less
    else, then the one with the usual header, then the left one.
    """
    surest: dict[int, float] = {}
    meanings = Counter(candidate.number for candidate in candidates)
    for candidate in candidates:
        number = candidate.number
        surest[number] = max(candidate.confidence, surest.get(number, 0.0))
    best: dict[tuple[int, object], MappedColumn] = {}
    rivals: Counter[tuple[object, float]] = Counter()
    worth: dict[tuple[int, object], float] = {}
    for candidate in sorted(
        candidates, key=lambda m: (-m.confidence, meanings[m.number], not _is_usual(m), m.number)
    ):
        key, sure = _field_key(candidate.column), candidate.confidence
        pair = candidate.number, key
        if pair in best or sure < surest[candidate.number] - _FAR:
            continue
        best[pair] = candidate
        worth[pair] = sure**2 - _RIVAL * rivals[key, sure]
        rivals[key, sure] += 1
    for pair in assign({pair: worth[pair] for pair in sorted(worth, key=lambda p: p[0])}).items():
        yield best[pair]


def _is_usual(mapped: MappedColumn) -> bool:
    """Whether the header is the first of those declared: the usual one."""
    return plain(mapped.header) == fold(mapped.column.headers[0])


def _field_key(column: Column) -> object:
    """Two tick columns may speak of one field; otherwise a field has one column."""
    return column.field, column.value, tuple(sorted(column.implies.items()))


def _by_content(layout: Layout, content: Content) -> Iterator[tuple[Column, float]]:
    """What a column without known words may be, if its content leaves little doubt."""
    if len(content) < _FEW:
        return
    if content.counts and (seq := _plain_column(layout, "seq")):
        yield seq, GUESSED
    for field, looks in _TELLING.items():
        column = _plain_column(layout, field)
        if column and (share := content.share(looks)) >= SUPPORTED:
            yield column, round(_BY_CONTENT * share, 2)
    for column in layout.columns:
        key = _TELLING_CODES.get(column.field, "")
        if key and column.kind != "tick" and content.share(is_tick) < 1 / 2:
            share = content.share_of_codes(key)
            if share >= SUPPORTED:
                yield column, round(_BY_CONTENT * share, 2)


def _agrees(column: Column, content: Content) -> bool:
    """Whether the cells look like the column; never, where they could look like anything."""
    if not content:
        return False
    if column.field in {*_TEXTS, "question"}:
        return content.share(is_sentence) > 1 / 2
    if column.field in _PEOPLE:
        return content.share(is_person) >= SUPPORTED
    share = content.fit(column)
    return share is not None and share >= SUPPORTED


_TELLING: Mapping[str, Callable[[Raw], bool]] = {
    "full_name": is_person,
    "petitioner": is_person,
    "national_id": is_national_id,
    "phone": is_phone,
    "hamlet": is_named_hamlet,
    "response_text": is_answer,
    "content": is_sentence,
}
"""Fields whose cells look like nothing else."""

_PROVEN = {"hamlet", "national_id", "phone"}
"""Those of them whose cells say as much as the words of a header."""

_TELLING_CODES = {
    "topic": "topics",
    "kind": "kinds",
    "authority": "authorities",
    "status": "statuses",
    "delegation": "delegations",
    "attendance": "attendance",
    "gender": "genders",
}
"""Fields whose codes have names that mean nothing else, and their lists."""


def _plain_column(layout: Layout, field: str) -> Column | None:
    return next((c for c in layout.columns if c.field == field and not c.also), None)
