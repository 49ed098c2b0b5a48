"""Macros as people write them → as a VBA project holds them: ASCII, lines of bounded length.

A VBA project keeps its source in one of the old code pages, of which none has all Vietnamese
letters. So letters that are not ASCII become `ChrW(…)` in the text; comments lose their accents.
"""

import re
import unicodedata
from itertools import groupby

LONGEST_LINE = 1000
"""Letters; the VBA editor takes 1,023."""

_LITERAL = re.compile(r'"(?:[^"\r\n]|"")*"')
_CONSTANT = re.compile(r"\s*((Public|Private|Global)\s+)?Const\b", re.IGNORECASE)


class MacroError(ValueError):
    """A macro has Vietnamese letters where VBA could not keep them."""


def ascii_source(source: str) -> str:
    r"""The same macros in ASCII, with the line ends of Windows.

    >>> ascii_source('Say "Tệp"  \' một tệp')
    'Say "T" & ChrW(7879) & "p"  \' mot tep\r\n'

    Raises:
        MacroError: A name, or a Const, which cannot hold ChrW(), is not in ASCII.
    """
    lines = (_line(number, line) for number, line in enumerate(source.splitlines(), start=1))
    return "".join(f"{part}\r\n" for line in lines for part in _broken(line))


def _line(number: int, line: str) -> str:
    comment_at = _LITERAL.sub(lambda found: "\0" * len(found[0]), line).find("'")
    body, comment = (line, "") if comment_at < 0 else (line[:comment_at], line[comment_at:])
    if not body.isascii() and _CONSTANT.match(body):
        raise MacroError(f"line {number}: a Const cannot hold ChrW(); write a Function")
    body = _LITERAL.sub(lambda found: _spelled(found[0][1:-1]), body)
    if not body.isascii():
        raise MacroError(f"line {number}: letters beyond ASCII outside of a text: {line!r}")
    return body + _plain(comment)


def _spelled(text: str) -> str:
    """A text as an expression: its ASCII parts in quotes, the other letters by their numbers."""
    units = memoryview(text.encode("utf-16-le")).cast("H")
    parts = [
        '"' + "".join(map(chr, group)) + '"'
        if is_ascii
        else " & ".join(f"ChrW({unit - 0x10000 if unit > 0x7FFF else unit})" for unit in group)
        for is_ascii, group in groupby(units, key=lambda unit: unit < 128)
    ]
    return " & ".join(parts) or '""'


def _plain(comment: str) -> str:
    letters = unicodedata.normalize("NFD", comment.replace("đ", "d").replace("Đ", "D"))
    return letters.encode("ascii", "ignore").decode()


def _broken(line: str) -> list[str]:
    """A long line as several, broken between the parts of a text."""
    parts = []
    while len(line) > LONGEST_LINE:
        at = line.rfind(" & ", 0, LONGEST_LINE - len(" & _"))
        if at < 0:
            raise MacroError(f"a line of {len(line)} letters cannot be broken")
        parts.append(f"{line[:at]} & _")
        line = "    " + line[at + len(" & ") :]
    return [*parts, line]
