"""The sheet “Ghi nhớ” of a control workbook: what was asked, and what people decided.

A row is known by its key alone (`toolkit.decisions`), so rows may be sorted, moved, annotated and
copied to another dossier.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from toolkit import codelists, decisions, layouts
from toolkit.decisions import Decisions
from toolkit.model import Cell, Code, Finding, Layout, Question, Sheet, Workbook
from toolkit.settings.layout import MEMORY
from toolkit.settings.notices import BROKEN_KEY, DECIDED_OTHERWISE, UNKNOWN_DECISION
from toolkit.settings.sheets import Line, find_header, read_lines
from toolkit.values.texts import fold

AGREED = (decisions.AGREED, "Đồng ý với đề nghị", "Đúng", "OK")
"""Words that take what is proposed; the first is offered."""

MOST_OPEN = 200
"""So many questions may wait at a time: more than that nobody reads. The others come later."""

MOST_PLACES = 3
"""How many of the places of a question are named."""

_CODE_LISTS = {
    "topics": "Lĩnh vực",
    "kinds": "Loại ý kiến",
    "authorities": "Thẩm quyền",
    "statuses": "Tình trạng giải quyết",
    "outcomes": "Kết quả giải quyết",
    "delegations": "Thành phần đại biểu",
    "attendance": "Có mặt, vắng mặt",
    "genders": "Giới tính",
}
"""The code lists that are asked about, and how a question about them is called."""

_ORDER = (
    decisions.COLUMN,
    decisions.ORDER,
    decisions.SWAP,
    decisions.KIND,
    decisions.CODE,
    decisions.NAME,
    decisions.PERSON,
    decisions.PETITION,
    decisions.ANSWER,
)
"""What is asked first: on it depends most of what follows."""


@dataclass(frozen=True, slots=True)
class Choices:
    """The answers to one kind of question, and how such a question is called.

    `aliases` are other words for them, folded. If `free`, any other text is an answer, too.
    """

    title: str
    names: tuple[str, ...]
    aliases: Mapping[str, str] = field(default_factory=dict)
    free: bool = False

    def understand(self, text: str) -> str | None:
        """The answer that a text stands for; None if it is none.

        >>> Choices("", ("Là một người", "Hai người khác nhau")).understand("la mot nguoi")
        'Là một người'
        """
        found = next((name for name in self.names if fold(name) == fold(text)), None)
        found = found or self.aliases.get(fold(text))
        return found or (text if self.free and fold(text) else None)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the sheet goes on, after so many rows below the row `header`.

    `columns` maps keys of headings to the numbers of columns, wherever staff moved them.
    """

    sheet: str
    columns: Mapping[str, int]
    header: int
    rows: int

    @property
    def is_usable(self) -> bool:
        """Whether what is asked there can be known again, and answered."""
        return {"key", "decision"} <= self.columns.keys()


# ── Answers ─────────────────────────────────────────────────────────────────────────────────


@cache
def choices(day: date) -> Mapping[str, Choices]:
    """What can be answered, by the subject of the key; codes are those in force on a day."""
    columns = {
        f"{decisions.COLUMN}/{layout.key}": _columns_of(layout)
        for layout in layouts.load()
        if not layout.foreign
    }
    codes = {
        f"{decisions.CODE}/{key}": _codes_of(title, codelists.load(key, day))
        for key, title in _CODE_LISTS.items()
    }
    kinds = tuple(code.name for code in codelists.load("kinds", day) if _is_aside(code))
    told = {decisions.KIND: Choices("Khiếu nại, tố cáo", (*kinds, decisions.NEITHER))}
    return columns | codes | told | _FIXED


def _is_aside(code: Code) -> bool:
    return codelists.kinds()[code.code].aside


def _columns_of(layout: Layout) -> Choices:
    words = {
        fold(header): column.headers[0]
        for column in reversed(layout.columns)
        for header in column.headers
    }
    names = (decisions.IGNORED, *(column.headers[0] for column in layout.columns))
    return Choices(f"Cột: {layout.title}", names, words)


def _codes_of(title: str, codes: Sequence[Code]) -> Choices:
    words = {fold(word): code.name for code in reversed(codes) for word in code.synonyms}
    return Choices(title, tuple(dict.fromkeys(code.name for code in codes)), words)


_FIXED = {
    decisions.ORDER: Choices("Thứ tự ngày, tháng", (decisions.DAY_FIRST, decisions.MONTH_FIRST)),
    decisions.SWAP: Choices("Ngày, tháng bị đổi chỗ", (decisions.AS_SHOWN, decisions.SWAPPED)),
    f"{decisions.NAME}/hamlet": Choices("Tên ấp, khu phố", (decisions.OWN_NAME,), free=True),
    f"{decisions.NAME}/lead_unit": Choices("Tên đơn vị", (decisions.OWN_NAME,), free=True),
    decisions.PERSON: Choices("Hai dòng đại biểu", (decisions.ONE_PERSON, decisions.TWO_PEOPLE)),
    decisions.PETITION: Choices(
        "Hai dòng kiến nghị", (decisions.ONE_PETITION, decisions.TWO_PETITIONS)
    ),
    decisions.ANSWER: Choices(
        "Câu trả lời và kiến nghị", (decisions.BELONGS, decisions.BELONGS_NOT)
    ),
}


def offered(day: date) -> Mapping[str, tuple[str, ...]]:
    """The drop-down list of each kind of question, by how the question is called."""
    return {kind.title: (decisions.AGREED, *kind.names) for kind in choices(day).values()}


# ── Reading ─────────────────────────────────────────────────────────────────────────────────


def read_decisions(control: Workbook, day: date) -> tuple[Decisions, tuple[Finding, ...]]:
    """What people decided, and the cells that cannot be followed. Of two answers the first holds.

    A row without a decision has been asked, and stays open. Copies of the sheet count, too.
    """
    findings: list[Finding] = []
    asked: set[str] = set()
    answers: dict[str, str] = {}
    for sheet in _sheets(control):
        lines, missing = read_lines(control.name, sheet, MEMORY.headings)
        findings += missing
        for line in lines:
            findings += _take(line, choices(day), asked, answers)
    return Decisions(answers, frozenset(asked)), tuple(findings)


def _sheets(control: Workbook) -> Iterator[Sheet]:
    """The sheet, and copies of it such as “Ghi nhớ (2)”: so Excel calls a second one."""
    names = "|".join(map(fold, MEMORY.names))
    return (
        sheet for sheet in control.sheets if re.fullmatch(rf"({names})( \d+)?", fold(sheet.name))
    )


def _take(
    line: Line, kinds: Mapping[str, Choices], asked: set[str], answers: dict[str, str]
) -> Iterator[Finding]:
    """Add what a row asks and answers to what is known; and say what is wrong with it."""
    key = line.text("key")
    kind = kinds.get(decisions.subject(key))
    if kind is None:
        if line.text("decision"):
            yield line.finding(BROKEN_KEY, "key")
        return
    asked.add(key)
    answer = _answer(line, kind)
    if isinstance(answer, Finding):
        yield answer
    elif answer and answers.setdefault(key, answer) != answer:
        yield line.finding(DECIDED_OTHERWISE, "decision", {"kept": answers[key]})


def _answer(line: Line, kind: Choices) -> str | Finding | None:
    """What a row decides; None if nothing."""
    text = line.text("decision")
    if not text:
        return None
    agreed = fold(text) in {fold(word) for word in AGREED}
    answer = kind.understand(line.text("proposal") if agreed else text)
    return answer or line.finding(UNKNOWN_DECISION, "decision", {"example": kind.names[0]})


def memory_place(control: Workbook) -> Place | None:
    """Where further rows go; None if the workbook has no such sheet."""
    sheet = next(_sheets(control), None)
    if sheet is None:
        return None
    header, columns = find_header(sheet, MEMORY.headings)
    lines, _ = read_lines(control.name, sheet, MEMORY.headings)
    return Place(sheet.name, columns, header, len(lines))


# ── Asking ──────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Asking:
    """What a run would ask: what is `new`, and how much was asked before and is undecided."""

    new: tuple[Question, ...] = ()
    open: int = 0


def to_ask(questions: Iterable[Question], known: Decisions) -> Asking:
    """The questions that nobody was asked yet, each once with all its places, by what they are.

    No more than can wait at a time, together with those that are open already.
    """
    together: dict[str, Question] = {}
    subjects = choices(date.max).keys()
    for question in questions:
        if decisions.subject(question.key) in subjects:
            first = together.setdefault(question.key, question)
            cells = tuple(dict.fromkeys((*first.cells, *question.cells)))
            together[question.key] = Question(first.key, first.seen, first.proposal, cells)
    new = sorted((q for key, q in together.items() if key not in known.asked), key=_rank)
    still_open = len((together.keys() & known.asked) - known.answers.keys())
    return Asking(tuple(new[: max(0, MOST_OPEN - still_open)]), still_open)


def memory_rows(
    questions: Sequence[Question], asked_on: date, after: int
) -> tuple[Mapping[str, str | int | None], ...]:
    """The rows of questions, by the keys of the headings; `after` is the last number given."""
    titles = {subject: kind.title for subject, kind in choices(asked_on).items()}
    return tuple(
        {
            "number": number,
            "kind": titles[decisions.subject(question.key)],
            "seen": question.seen,
            "proposal": question.proposal or None,
            "places": _places(question.cells),
            "asked_on": f"{asked_on:%d/%m/%Y}",
            "key": question.key,
        }
        for number, question in enumerate(questions, start=after + 1)
    )


def _rank(question: Question) -> int:
    return _ORDER.index(question.key.split("/", 1)[0])


def _places(cells: Sequence[Cell]) -> str:
    named = [str(cell) for cell in cells[:MOST_PLACES]]
    more = len(cells) - len(named)
    return "\n".join([*named, *([f"và {more} nơi khác"] if more else [])])
