"""Formulas as .xls and .xlsb store them: a row of tokens, each a byte and its operands.

Of interest is only whether a formula refers to another sheet, hence maybe to another workbook.
Sources: [MS-XLS] 2.5.198, [MS-XLSB] 2.5.97.
"""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_OPERATORS = dict.fromkeys(range(0x03, 0x17), 0)
_TEXT, _ATTRIBUTE, _CHOOSE = 0x17, 0x19, 0x04
_SHEET_REFERENCES = frozenset({0x39, 0x3A, 0x3B, 0x3C, 0x3D})


@dataclass(frozen=True, slots=True)
class Dialect:
    """How long the operands of each token are, and how many bytes count the letters of a text.

    Tokens from 0x40 on are those from 0x20 on in another class.
    """

    operands: Mapping[int, int]
    letters: str
    text_has_flags: bool


_COMMON = _OPERATORS | {0x1C: 1, 0x1D: 1, 0x1E: 2, 0x1F: 8, 0x21: 2, 0x22: 3, 0x29: 2}

XLS = Dialect(
    operands=_COMMON
    | {0x01: 4, 0x02: 4, 0x20: 7, 0x23: 4, 0x24: 4, 0x25: 8, 0x26: 6, 0x27: 6, 0x28: 6}
    | {0x2A: 4, 0x2B: 8, 0x2C: 4, 0x2D: 8, 0x39: 6, 0x3A: 6, 0x3B: 10, 0x3C: 6, 0x3D: 10},
    letters="B",
    text_has_flags=True,
)
XLSB = Dialect(
    operands=_COMMON
    | {0x01: 4, 0x02: 4, 0x20: 14, 0x23: 4, 0x24: 6, 0x25: 12, 0x26: 6, 0x27: 6, 0x28: 6}
    | {0x2A: 6, 0x2B: 12, 0x2C: 6, 0x2D: 12, 0x39: 6, 0x3A: 8, 0x3B: 14, 0x3C: 8, 0x3D: 14},
    letters="H",
    text_has_flags=False,
)


def sheet_references(formula: bytes, dialect: Dialect) -> Iterator[int]:
    """The numbers, in the workbook's list of sheet references, that a formula uses.

    Ends early at a token that is not known.

    >>> list(sheet_references(bytes.fromhex("1e0100 3a0200 01000000 03"), XLS))
    [2]
    """
    at = 0
    while at < len(formula):
        token = formula[at]
        base = token if token < 0x40 else token & 0x1F | 0x20
        size = _size(formula, at, base, dialect)
        if size is None:
            return
        if base in _SHEET_REFERENCES:
            yield from struct.unpack_from("<H", formula, at + 1)
        at += 1 + size


def _size(formula: bytes, at: int, token: int, dialect: Dialect) -> int | None:
    """How many bytes follow a token; None if it is not known."""
    if token == _TEXT:
        (letters,) = struct.unpack_from("<" + dialect.letters, formula, at + 1)
        count = struct.calcsize(dialect.letters)
        if not dialect.text_has_flags:
            return count + 2 * int(letters)
        return count + 1 + int(letters) * (1 + (formula[at + 1 + count] & 1))
    if token == _ATTRIBUTE:
        kind, number = struct.unpack_from("<BH", formula, at + 1)
        return 3 + 2 * (int(number) + 1) if kind & _CHOOSE else 3
    return dialect.operands.get(token)
