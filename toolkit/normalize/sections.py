"""What the titles above and inside a table tell of the rows below them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from toolkit.decisions import code_key
from toolkit.model import Finding, Notice, Question, Reason, Severity, Table
from toolkit.rules.words import words
from toolkit.values import hamlets
from toolkit.values.codes import CodeIndex
from toolkit.values.texts import any_of, clean, fold, shorten, shown

UNKNOWN_TOPIC = Notice(
    "COD-03",
    Severity.WARNING,
    vi="Tên mục “{value}” không có trong danh mục, nên các dòng bên dưới chưa có lĩnh vực.",
    en="The heading “{value}” is not in the list of topics, so the rows below it have no topic.",
    fix_vi="Hãy đặt tên mục theo danh mục, ví dụ “Lĩnh vực {suggestion}”.",
    fix_en="Name the heading as the list does, e.g. “Lĩnh vực {suggestion}”.",
    why="Headings give the topic to all rows below that have none of their own.",
    good="""
        STT | Họ và tên  | Nội dung kiến nghị
        I. Lĩnh vực đất đai
        1   | Lê Văn Mẫu | Đề nghị cấp giấy chứng nhận cho thửa đất số 5
    """,
    bad="""
        STT | Họ và tên  | Nội dung kiến nghị
        >>I. Lĩnh vực đất đay
        1   | Lê Văn Mẫu | Đề nghị cấp giấy chứng nhận cho thửa đất số 5
    """,
)
NOTICES = (UNKNOWN_TOPIC,)

CODED = {
    "topic": "topics",
    "authority": "authorities",
    "delegation": "delegations",
    "outcome": "outcomes",
    "status": "statuses",
    "kind": "kinds",
}
"""Fields that a heading may tell, and their code lists; the first that fits has it."""

_LEVELS = (
    re.compile(r"(?:phần|phụ lục)\s+\w+", re.IGNORECASE),
    re.compile(r"(?![IVX]+\b)[A-ZĐ]\s*[.)\-:/]"),
    re.compile(r"[IVX]+\s*[.)\-:/]?\s"),
    re.compile(r"\d+(?:\.\d+)*\s*[.)\-:/]?\s"),
    re.compile(r"[a-zđ]\s*[.)\-:/]"),
)
_VENUE = re.compile(
    any_of("địa điểm, nhà văn hóa, nhà văn hoá, hội trường, trụ sở, tổ chức tại, họp tại"),
    re.IGNORECASE,
)
"""A title that says where the meeting is; who comes need not be from there."""

_YEAR = re.compile(r"\b20\d\d\b")
_MARKER = re.compile(
    r"^(?:[IVXLC]+\s*[.)\-:/]\s*|[IVX]+\s+|[A-Za-zĐđ]\s*[.)]\s*|[\d.]+\s*[.)]?\s+|[*+\-–•]+\s*)"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A value that a title tells, and the cell it stands in."""

    value: str
    place: tuple[int, int]
    title: str


class Titles:
    """The titles of one table, read once each."""

    def __init__(self, table: Table, indexes: Mapping[str, CodeIndex]) -> None:
        self._table = table
        self._indexes = indexes
        self._declared = {column.field for column in table.layout.columns}
        self._sections = [e.row for e in table.excluded if e.reason is Reason.SECTION]
        self._told: dict[int, Mapping[str, Told]] = {}
        self._above = self._hamlet_above()

    def of_row(self, section: int | None) -> Mapping[str, Told]:
        """What the headings over a row tell, by field; the nearest heading has the last word."""
        told: dict[str, Told] = {}
        for row in self._chain(section):
            told = {**self._of_section(row), **told}
        if self._above and "hamlet" not in told:
            told["hamlet"] = self._above
        if "channel" in self._declared and (left := self._left_over(section)):
            told["channel"] = left
        if "delegation" in self._declared and "delegation" not in told:
            told |= self._group(section)
        return told

    def findings(self, used: frozenset[int]) -> Iterator[Finding]:
        """Headings that name a topic which is in no list; `used` are those that had to tell it."""
        topics, groups = (self._indexes.get(key) for key in ("topics", "topic_groups"))
        for row in sorted(used):
            place, title = self._title(row)
            named = title.casefold().startswith(("lĩnh vực", "nhóm lĩnh vực", "về lĩnh vực"))
            known = "topic" in self._of_section(row) or (groups and groups.find(title))
            if topics and named and not known:
                name = fold(title).removeprefix("linh vuc ")
                suggestion = topics.nearest(name)
                if suggestion:
                    params = {"value": shorten(title), "suggestion": suggestion.casefold()}
                    cell = self._table.cell(*place)
                    proposal = suggestion if topics.is_slip(name) else ""
                    asked = Question(
                        code_key("topics", title), f"Tên mục “{title}”", proposal, (cell,)
                    )
                    yield Finding(UNKNOWN_TOPIC, cell, params, "topic", title, questions=(asked,))

    def _chain(self, section: int | None) -> Iterator[int]:
        """A heading and the higher ones that it stands under, from the nearest up."""
        if section is None:
            return
        yield section
        level = self._level(section)
        for row in reversed([s for s in self._sections if s < section]):
            if self._level(row) < level:
                level = self._level(row)
                yield row

    def _level(self, row: int) -> int:
        """How high a heading is: 0 is the highest, unmarked ones are the lowest."""
        text = self._text(row)[1]
        found = (n for n, pattern in enumerate(_LEVELS) if pattern.match(text))
        return next(found, len(_LEVELS))

    def _of_section(self, row: int) -> Mapping[str, Told]:
        if row not in self._told:
            self._told[row] = dict(self._read(*self._title(row)))
        return self._told[row]

    def _read(self, place: tuple[int, int], title: str) -> Iterator[tuple[str, Told]]:
        hamlet = hamlets.mention(title) if "hamlet" in self._declared else None
        if hamlet:
            yield "hamlet", Told(hamlet, place, title)
        for field, codelist in CODED.items():
            index = self._indexes.get(codelist)
            if field in self._declared and index and (code := index.find(title)):
                yield field, Told(code, place, title)
                return

    def _left_over(self, section: int | None) -> Told | None:
        """The nearest title that says that an earlier meeting left these petitions."""
        above = [(self._text(row)[0], text) for row, text in reversed(self._table.titles)]
        for place, title in (*map(self._title, self._chain(section)), *above):
            if words("earlier_meeting").found_in(title):
                year = _YEAR.search(title)
                said = f"Hội nghị trước ({year[0]})" if year else "Hội nghị trước"
                return Told(said, place, title)
        return None

    def _group(self, section: int | None) -> Mapping[str, Told]:
        """The group of people that a heading names in words of no list: its own words."""
        for row in self._chain(section):
            place, title = self._title(row)
            if title and "hamlet" not in self._of_section(row):
                return {"delegation": Told(title, place, title)}
        return {}

    def _title(self, row: int) -> tuple[tuple[int, int], str]:
        """The place of a heading and its text without number or star."""
        place, text = self._text(row)
        return place, _MARKER.sub("", text).strip(" .:;*")

    def _text(self, row: int) -> tuple[tuple[int, int], str]:
        cells = [clean(shown(raw)) for raw in self._table.sheet.rows[row - 1]]
        longest = max(range(len(cells)), key=lambda number: len(cells[number]), default=0)
        return (row, longest + 1), " ".join(dict.fromkeys(text for text in cells if text))

    def _hamlet_above(self) -> Told | None:
        """The one hamlet that the titles above the table name."""
        if "hamlet" not in self._declared:
            return None
        found = {
            hamlets.key(name): Told(name, self._text(row)[0], text)
            for row, text in self._table.titles
            if not _VENUE.search(text)
            for name in hamlets.mentions(text)
        }
        return next(iter(found.values())) if len(found) == 1 else None
