"""Text with delimiters (.csv) as rows. Every value stays the text that stands there.

Vietnamese Excel saves `;` between the cells (the comma is for decimals), other programs `,`
or a tab. Nothing in the file says which, so the one that makes the steadiest table is taken.
"""

import codecs
import csv
from collections import Counter
from io import StringIO

from toolkit.errors import InputError
from toolkit.excel.refusals import DAMAGED, refused

DELIMITERS = ";,\t"

_SAMPLE = 50
"""Lines that are looked at to find the delimiter."""

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_CONTROL = frozenset(map(chr, range(32))) - frozenset("\t\n\v\f\r\x1a")


def decode(data: bytes, *, whole: bool = True) -> str:
    r"""Bytes as text: UTF-8, UTF-16, or the old Vietnamese code page of Windows.

    `whole` is False for the beginning of a file, where a character may be cut in two.

    >>> decode("Ấp 1".encode("utf-8-sig")), decode("Ấp 1".encode("utf-16"))
    ('Ấp 1', 'Ấp 1')
    >>> decode(b"\xd0\xf4ng")
    'Đông'

    Raises:
        UnicodeError: This is no text.
    """
    text = _decoder(data).decode(data, final=whole)
    if not _CONTROL.isdisjoint(text):
        raise UnicodeError("control characters")
    return text


def rows(data: bytes, name: str) -> list[list[str]]:
    r"""The cells of a text, row by row; "" is an empty cell.

    >>> rows("STT;Họ tên\n1;Nguyễn Văn An\n".encode(), "ap-1.csv")
    [['STT', 'Họ tên'], ['1', 'Nguyễn Văn An']]

    Raises:
        InputError: It is no text to its end, or a quotation never ends.
    """
    try:
        return _rows(decode(data))
    except (UnicodeError, csv.Error) as error:
        raise _damaged(name) from error


def _damaged(name: str) -> InputError:
    return refused(DAMAGED, name)


def _decoder(data: bytes) -> codecs.IncrementalDecoder:
    encoding = next((e for mark, e in _BYTE_ORDER_MARKS if data.startswith(mark)), "")
    if not encoding and data[1:2] == b"\x00":
        encoding = "utf-16-le"
    if not encoding:
        encoding = "utf-8" if _is_utf8(data) else "cp1258"
    return codecs.getincrementaldecoder(encoding)()


def _is_utf8(data: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return False
    return True


def _rows(text: str) -> list[list[str]]:
    lines = list(StringIO(text.removesuffix("\x1a"), newline=""))
    if lines and lines[0].lower().startswith("sep="):
        # Excel takes such a line as the name of the delimiter and does not show it.
        return list(csv.reader(lines[1:], delimiter=lines[0][4:5].strip("\r\n") or ","))
    return list(csv.reader(lines, delimiter=_delimiter(lines)))


def _delimiter(lines: list[str]) -> str:
    """The delimiter that gives the most rows of the same width, then the widest rows."""
    return max(DELIMITERS, key=lambda delimiter: _steadiness(lines[:_SAMPLE], delimiter))


def _steadiness(lines: list[str], delimiter: str) -> tuple[int, int]:
    widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter))
    return max(((count, width) for width, count in widths.items() if width > 1), default=(0, 0))
