"""What a column is that says so neither by its words nor by its cells, but by its neighbours."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from toolkit.detect.evidence import Content, is_unit, may_be_name
from toolkit.detect.headers import Header
from toolkit.detect.parts import LEVELS
from toolkit.detect.phrases import is_ratio
from toolkit.detect.vocabulary import OTHER, Vocabulary
from toolkit.model import Layout, MappedColumn
from toolkit.values.texts import fold

_BY_PLACE = 0.75
"""How sure a column is that is known by its neighbours alone."""

_PERSONAL = {"gender", "birth", "national_id", "phone", "hamlet", "address", "position"}
_ENOUGH = 3
"""So many columns about a person need a name beside them."""
GUESSED = 0.8
"""A column that is less sure than this was guessed, and a person should look."""
_DAYS = {"ngay", "ngay thang", "ngay thang nam", "thoi gian"}
_ANSWERS = {"response_text", "answered_on", "document_no", "outcome", "completed_on"}
"""Fields of which one at least stands where answers are."""

Contents = Mapping[int, Content]
Mapped = Mapping[int, MappedColumn]


def by_neighbours(
    header: Header, layout: Layout, vocabulary: Vocabulary, contents: Contents, mapped: Mapped
) -> Iterator[MappedColumn]:
    """The columns that the others around them tell, and those whose meaning they change."""
    yield from _between_levels(header, layout, contents, mapped)
    yield from _names(header, layout, vocabulary, contents, mapped)
    yield from _asked_units(layout, contents, mapped)
    yield from _days_of_documents(header, layout, mapped)
    yield from _days_of_answers(header, layout, mapped)


def _between_levels(
    header: Header, layout: Layout, contents: Contents, mapped: Mapping[int, MappedColumn]
) -> Iterator[MappedColumn]:
    """The level of satisfaction that one unknown column of figures must be, between two known."""
    known = {m.column.field: number for number, m in mapped.items()}
    columns = {column.field: column for column in layout.columns}
    for above, level, below in zip(LEVELS, LEVELS[1:], LEVELS[2:], strict=False):
        if level in known or level not in columns or not {above, below} <= known.keys():
            continue
        inside = [
            number
            for number in range(known[above] + 1, known[below])
            if number in header.columns
            and number not in mapped
            and not is_ratio(header.columns[number][-1])
        ]
        if len(inside) == 1 and contents[inside[0]].fit(columns[level]) == 1:
            label = header.label(inside[0])
            yield MappedColumn(inside[0], columns[level], label, _BY_PLACE, "content")


def _names(
    header: Header, layout: Layout, vocabulary: Vocabulary, contents: Contents, mapped: Mapped
) -> Iterator[MappedColumn]:
    """The names of people of whom much else is known, whatever stands over them.

    Names of Khmer, Chăm, Ê Đê or Cơ Ho families begin with no word that tells them.
    """
    column = next((c for c in layout.columns if c.kind in {"name", "petitioner"}), None)
    fields = {m.column.field for m in mapped.values()}
    if column is None or column.field in fields or len(fields & _PERSONAL) < _ENOUGH:
        return
    for number in sorted(header.columns.keys() - mapped.keys()):
        content = contents[number]
        if vocabulary.other(header.words(number)) < OTHER and content.share(may_be_name) == 1:
            yield MappedColumn(number, column, header.label(number), _BY_PLACE, "content")
            return


def _asked_units(layout: Layout, contents: Contents, mapped: Mapped) -> Iterator[MappedColumn]:
    """“Đơn vị trả lời” where nothing is answered yet: the units that are to answer."""
    fields = {m.column.field for m in mapped.values()}
    column = next((c for c in layout.columns if c.field == "lead_unit"), None)
    if column is None or fields & {"lead_unit", *_ANSWERS}:
        return
    for number, told in mapped.items():
        if told.column.field == "responder" and contents[number].share(is_unit) > 1 / 2:
            yield replace(told, column=column)


def _days_of_documents(header: Header, layout: Layout, mapped: Mapped) -> Iterator[MappedColumn]:
    """“Số văn bản | Ngày”: a day beside the number of a document is that of the document."""
    column = next((c for c in layout.columns if c.field == "document_date"), None)
    fields = {f for m in mapped.values() for f in (m.column.field, *m.column.also)}
    if column is None or column.field in fields:
        return
    for number, told in mapped.items():
        text = fold(header.columns.get(number + 1, ("",))[-1])
        if told.column.field == "document_no" and text in _DAYS:
            label = header.label(number + 1)
            yield MappedColumn(number + 1, column, label, GUESSED, "header")
            return


def _days_of_answers(header: Header, layout: Layout, mapped: Mapped) -> Iterator[MappedColumn]:
    """“Trả lời | Ngày”: a day right of an answer is that of the answer."""
    column = next((c for c in layout.columns if c.field == "answered_on"), None)
    fields = {m.column.field for m in mapped.values()}
    if column is None or column.field in fields:
        return
    for number, told in mapped.items():
        texts = header.columns.get(number + 1, ("",))
        if told.column.field == "response_text" and fold(texts[0]) in _DAYS:
            yield MappedColumn(number + 1, column, header.label(number + 1), GUESSED, "header")
            return
