"""What no sheet may show: numbers that identify people, and who complained or denounced.

Complaints and denunciations leave the dialogue: other laws and other registers apply to them
(Luật Khiếu nại 2011, Luật Tố cáo 2018, which protects the identity of whoever denounces).
They are counted, but of their content and their author nothing is shown; nor is it of what looks
like one, until a person has decided.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeAlias

from toolkit import codelists
from toolkit.decisions import KIND, subject
from toolkit.model import Cell, Cluster, Entry, Finding, Link, Record

HIDDEN = "Không công khai"
"""What is shown instead of a name."""

NO_CONTENT = "(Chưa ghi nội dung kiến nghị)"
"""What is shown instead of nothing: a petition is never a blank line."""

PERSONAL_NUMBER = re.compile(
    r"""(?<!\d)(?:
        \d{9,12}                            # identity numbers and telephones in one piece
      | (?:\+84[ .\-]?|84[ ]|0)\d{1,3}(?:[ .\-]\d{3,4}){2,3}  # in groups: 0912.345.678
    )(?!\d)""",
    re.VERBOSE,
)


SUSPECTED = "Có dấu hiệu {name}, chờ xác định"
"""What is shown instead of the content until a person has decided."""

PROPOSED = frozenset({"instead", "suggestion", "near", "place", "choices"})
"""What a fix proposes to type, and where: never the words of whoever complained."""

Place: TypeAlias = tuple[str, str, int]
"""A row: workbook, sheet and number."""


class _Dot:
    """Stands for anything that is not told, in any format."""

    def __format__(self, _: str) -> str:
        return "…"


def is_stub(petition: Entry | Record) -> bool:
    """Whether a petition is a complaint or a denunciation, or looks like one."""
    return bool(_stub(petition))


def withheld(
    records: Iterable[Record], clusters: Iterable[Cluster], links: Iterable[Link]
) -> frozenset[Place]:
    """The rows that tell of complaints and denunciations, in whatever table they do so.

    A row that repeats such a petition in harmless words, or answers it, tells of it as well.
    """
    hidden = {id(record): record for record in records if is_stub(record)}
    for cluster in clusters:
        if any(id(record) in hidden for record in cluster.records):
            hidden.update((id(record), record) for record in cluster.records)
    answers = [link.response for link in links if id(link.petition) in hidden]
    return frozenset(map(_place_of, (*hidden.values(), *answers)))


def discreet(findings: Iterable[Finding], hidden: frozenset[Place]) -> tuple[Finding, ...]:
    """The findings, of which none quotes what was typed in hidden rows, or asks about it.

    Which kind a petition is, is asked all the same: such a question quotes nothing.
    """
    return tuple(_discreet(finding, hidden) for finding in findings)


def _discreet(finding: Finding, hidden: frozenset[Place]) -> Finding:
    questions = tuple(
        question
        for question in finding.questions
        if subject(question.key) == KIND
        or not any(_place(cell) in hidden for cell in question.cells)
    )
    if not any(_place(cell) in hidden for cell in _spoken_of(finding)):
        return replace(finding, questions=questions)
    params = {
        key: value if isinstance(value, int | float) or key in PROPOSED else _Dot()
        for key, value in finding.params.items()
    }
    value = HIDDEN if finding.value else finding.value
    return replace(finding, params=params, value=value, questions=questions)


def _spoken_of(finding: Finding) -> tuple[Cell, ...]:
    """The cells that a finding quotes; of those that it gathers, only the first."""
    gathers = finding.params.get("count", 1) != 1
    return finding.cell, *(finding.related[:1] if gathers else finding.related)


def _place(cell: Cell) -> Place:
    return cell.workbook, cell.sheet, cell.row


def _place_of(record: Record) -> Place:
    return record.table.workbook, record.table.sheet.name, record.row


def content(petition: Entry) -> str:
    """What a petition asks for, as sheets may show it."""
    return _stub(petition) or free_text(petition, "content") or NO_CONTENT


def petitioner(petition: Entry) -> str:
    """Who asks, as sheets may show it: a person, an organisation, the voters of a hamlet."""
    if is_stub(petition):
        return HIDDEN
    name = " ".join(filter(None, (petition.text("honorific"), petition.text("petitioner"))))
    return masked(name)


def free_text(entry: Entry, key: str) -> str:
    """A text that staff wrote, as sheets may show it; empty for complaints and denunciations."""
    return "" if is_stub(entry) else masked(entry.text(key))


def _stub(petition: Entry | Record) -> str:
    """What is shown instead of the content; empty if the content is."""
    parts = (petition, *(petition.sources if isinstance(petition, Entry) else ()))
    kinds = filter(None, (codelists.kinds().get(part.text("kind")) for part in parts))
    if told := next((kind.stub for kind in kinds if kind.stub), ""):
        return told
    rows = (row for row in codelists.table("kinds") if row["code"] == petition.suspected)
    return next((SUSPECTED.format(name=row["name"].lower()) for row in rows), "")


def masked(text: str) -> str:
    """A text without the numbers by which a person can be found.

    >>> masked("Bà Lan (0912.345.678, CCCD 072090001234) hỏi Quyết định 63/2025/QĐ-UBND")
    'Bà Lan (•••, CCCD •••) hỏi Quyết định 63/2025/QĐ-UBND'
    >>> masked("Hỗ trợ 1.200.000.000 đồng, hạn 05.10.2026")
    'Hỗ trợ 1.200.000.000 đồng, hạn 05.10.2026'
    """
    return PERSONAL_NUMBER.sub("•••", text)
