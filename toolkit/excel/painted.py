"""Marks in a workbook that people have open: a colour and a note, to be taken away again.

Nothing is kept elsewhere. The note itself says which colour the cell had, so a mark can be taken
away after rows were sorted, inserted or copied, and after the file was sent to somebody else. What
people have written above or below it stays theirs.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from toolkit.excel.facts import Address
from toolkit.excel.marks import COLOURS, WORDS, note_text
from toolkit.model import Finding, Severity

SEPARATOR = "— Đối thoại —"
"""Stands above what the toolkit writes into a note; the macros know it, too."""
BEFORE = "Màu nền trước: "
"""In the last line, before the colour that the cell had (RRGGBB), or one of these:"""
NO_COLOUR, PATTERN = "-", "?"
"""None; a pattern, which no colour could bring back: such a cell was given the note only."""

_SEVERITIES = {word: severity for words in WORDS.values() for severity, word in words.items()}
_OURS = re.compile(
    rf"(?P<above>.*?)(?:\n|\A){SEPARATOR}\n(?P<word>{'|'.join(_SEVERITIES)}) "
    rf"(?P<told>.*?)\n{BEFORE}(?P<before>\S+)(?P<below>.*)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """What is to be seen at a cell: the colour (RRGGBB), and what is said of it."""

    sheet: str
    place: Address
    colour: str
    text: str

    def note(self, before: str, theirs: str = "") -> str:
        """The whole note, below that of a person, for a cell that had a colour before."""
        above = f"{theirs}\n" if theirs else ""
        return f"{above}{SEPARATOR}\n{self.text}\n{BEFORE}{before}"


@dataclass(frozen=True, slots=True)
class Painted:
    """A mark that was found: our colour, the one before, and what people wrote into the note."""

    colour: str
    before: str
    theirs: str


def marks(findings: Iterable[Finding], language: str) -> tuple[Mark, ...]:
    """One mark for each cell, in the colour of the worst that is told of it."""
    cells: dict[tuple[str, Address], list[Finding]] = {}
    for finding in sorted(findings, key=lambda one: list(Severity).index(one.notice.severity)):
        cell = finding.cell
        cells.setdefault((cell.sheet, (cell.row, cell.column)), []).append(finding)
    return tuple(
        Mark(sheet, place, _colour(told), note_text(told, language))
        for (sheet, place), told in sorted(cells.items())
    )


def painted(note: str) -> Painted | None:
    r"""The mark that a note tells of; None if it is a person's note.

    >>> painted("hỏi lại anh Ba\n— Đối thoại —\nLỗi DAT-02: …\nMàu nền trước: FFFF00")
    Painted(colour='FFC7CE', before='FFFF00', theirs='hỏi lại anh Ba')
    >>> painted("hỏi lại anh Ba")
    """
    found = _OURS.fullmatch(note.replace("\r\n", "\n").replace("\r", "\n"))
    if found is None:
        return None
    theirs = "\n".join(part for part in (found["above"], found["below"].strip("\n")) if part)
    return Painted(COLOURS[_SEVERITIES[found["word"]]], found["before"], theirs)


def _colour(told: Sequence[Finding]) -> str:
    return COLOURS[told[0].notice.severity]
