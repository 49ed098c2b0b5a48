"""What python-calamine does not tell about the cells of a sheet, whatever the file's format."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from toolkit.limits import LIMITS
from toolkit.model import Span

Address = tuple[int, int]
"""Row and column, from 1."""

LAST_COLUMN = LIMITS.last_column
"""XFD, the last column that Excel has."""


def address(letters: bytes, row: bytes) -> Address:
    """Where a cell stands.

    >>> address(b"AB", b"7")
    (7, 28)
    """
    column = 0
    for letter in letters.upper():
        column = column * 26 + letter - ord("A") + 1
    return int(row), column


@dataclass(slots=True)
class Facts:
    """Gathered while the parts of a file are scanned.

    `merged` is None where python-calamine knows the merged ranges itself. `formats` are number
    formats with leading zeros, of cells that may hold a number. `filled` is the number of
    filled cells, at least.
    """

    errors: dict[Address, str] = field(default_factory=dict)
    no_result: set[Address] = field(default_factory=set)
    external: set[Address] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    formats: dict[Address, str] = field(default_factory=dict)
    merged: list[Span] | None = None
    filled: int = 0


def require_room(count: int, size: int) -> None:
    """Refuse a number of shared texts for which a part of so many bytes has no room.

    python-calamine sets aside memory for as many as are stated; the process dies if it is a lie.

    Raises:
        ValueError: There cannot be so many.
    """
    if not 0 <= count <= size:
        raise ValueError(f"{count} texts in {size} bytes")


_SECTION = re.compile(r'(?:[^;"\\]|"[^"]*"|\\.)*')
_COLOUR_OR_LOCALE = re.compile(r"\[(?:\$-[^\]]*|[A-Za-z]+\d*)\]")
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|(?P<place>[0#?])|(?P<plain>[ +()-])|[_*].|(?P<other>.)',
    re.DOTALL,
)
_ZERO = "0"
_FEWEST_ZEROS = 2
"""The format `0` shows a whole number as it is."""


def pads_with_zeros(number_format: str) -> bool:
    """Whether a number format may show zeros before a whole number.

    >>> [pads_with_zeros(f) for f in ("0000000000", "0000 000 000", '"0"#', "0", "#,##0", "0.00")]
    [True, True, True, False, False, False]
    """
    return _pattern(number_format) is not None


def padded(number: int, number_format: str) -> str | None:
    r"""A whole number as a format with leading zeros shows it; None if it shows no such zero.

    >>> padded(912345678, "0000000000"), padded(912345678, r"0000\.000\.000")
    ('0912345678', '0912.345.678')
    >>> padded(12, "00")
    """
    pattern = _pattern(number_format)
    if number < 0 or pattern is None:
        return None
    digits = str(number)
    missing = len(pattern.blanks) - len(digits)
    too_many = max(-missing, 0)
    places = (*pattern.blanks[: max(missing, 0)], digits[: too_many + 1], *digits[too_many + 1 :])
    shown = pattern.template.format(*places).strip()
    return shown if next(filter(str.isdigit, shown), "") == _ZERO else None


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A number format as a template with one `{}` for each place of a digit.

    `blanks` are what the places show if the number has no digit for them.
    """

    template: str
    blanks: tuple[str, ...]


@lru_cache(maxsize=256)
def _pattern(number_format: str) -> _Pattern | None:
    """How a format shows positive numbers; None if it cannot show leading zeros."""
    section = _SECTION.match(_COLOUR_OR_LOCALE.sub("", number_format))
    template: list[str] = []
    blanks: list[str] = []
    for match in _TOKEN.finditer(section.group() if section else ""):
        if match["other"]:
            return None
        if place := match["place"]:
            template.append("{}")
            blanks.append(_ZERO if place == _ZERO else "")
        else:
            text = match["quoted"] or match["escaped"] or match["plain"] or ""
            template.append(text.replace("{", "{{").replace("}", "}}"))
    begins_with_zero = template[:1] == [_ZERO]
    if blanks and (begins_with_zero or blanks.count(_ZERO) >= _FEWEST_ZEROS):
        return _Pattern("".join(template), tuple(blanks))
    return None
