"""May this file be opened, and what is it? Asked before any reader sees the file.

Only plain files are opened; what a file is, its content decides and never its name.
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum, auto
from fnmatch import fnmatchcase
from pathlib import Path
from typing import BinaryIO

from toolkit.errors import InputError
from toolkit.excel.delimited import decode
from toolkit.excel.refusals import (
    ARCHIVE,
    BEING_COPIED,
    DENIED,
    EMPTY,
    FAILED,
    FAR_CELL,
    MANY_SHEETS,
    MISSING,
    NO_WORKBOOK,
    NOT_PLAIN,
    SAVE_AS,
    TOO_BIG,
    refused,
)
from toolkit.limits import LIMITS, Limits
from toolkit.model import Cell, Notice

TEMPORARY = (
    "~$*",
    ".~lock.*",
    "._*",
    "*.tmp",
    "*.part",
    "*.crdownload",
    "thumbs.db",
    "desktop.ini",
)
"""Names of files that programs leave beside the files of people."""

_ZIP, _COMPOUND = b"PK", b"\xd0\xcf\x11\xe0"
_PACKED = (_ZIP, _COMPOUND)

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
)


class Kind(Enum):
    """What a file is, by its content."""

    ZIP = auto()
    """A package of parts: .xlsx, .xlsm, .xlsb or .ods."""
    COMPOUND = auto()
    """A compound file: .xls, or a workbook with a password."""
    TEXT = auto()
    """Text with delimiters: .csv."""


def is_temporary(name: str) -> bool:
    """Whether a file of this name is a lock file or a leftover, not somebody's work.

    >>> is_temporary("~$Kien nghi.xlsx"), is_temporary("Kien nghi.xlsx")
    (True, False)
    """
    return any(fnmatchcase(name.lower(), pattern) for pattern in TEMPORARY)


def contents(path: Path, name: str, limits: Limits) -> bytes:
    """All bytes of a file.

    Raises:
        InputError: It may not or cannot be read wholly.
    """
    with opened(path, name, limits) as file:
        before = os.fstat(file.fileno())
        try:
            data = file.read(limits.file_bytes + 1)
        except OSError as error:
            raise _unreadable(error, name) from error
        after = os.fstat(file.fileno())
    if len(data) != before.st_size or after.st_mtime_ns != before.st_mtime_ns:
        raise refused(BEING_COPIED, name)
    return data


def looks_packed(path: Path) -> bool:
    """Whether a plain file begins as workbooks do that are not text, whatever its name."""
    try:
        with opened(path, path.name) as file:
            return file.read(4).startswith(_PACKED)
    except InputError:
        return False


@contextmanager
def opened(path: Path, name: str, limits: Limits = LIMITS) -> Iterator[BinaryIO]:
    """A plain file of acceptable size, open for reading. Never waits for a pipe or a device.

    Raises:
        InputError: It is not such a file, or may not be opened.
    """
    try:
        _require_plain(path.lstat(), name, limits)
        file = os.fdopen(os.open(path, _FLAGS), "rb")
    except OSError as error:
        raise _unreadable(error, name) from error
    with file:
        _require_plain(os.fstat(file.fileno()), name, limits)
        yield file


def recognise(data: bytes, name: str) -> Kind:
    """What the content of a file is.

    Raises:
        InputError: It is nothing that holds cells.
    """
    for magic, notice, what_vi, what_en in _FOREIGN:
        if data.startswith(magic):
            raise refused(notice, name, what_vi=what_vi, what_en=what_en)
    if data.startswith(_ZIP):
        return Kind.ZIP
    if data.startswith(_COMPOUND):
        return Kind.COMPOUND
    try:
        start = decode(data[:_HEAD], whole=False).lstrip("\ufeff \t\r\n").lower()
    except UnicodeError:
        raise refused(
            NO_WORKBOOK, name, what_vi="dữ liệu không rõ loại", what_en="data of unknown kind"
        ) from None
    _require_table_text(start, name)
    return Kind.TEXT


def require_near(sheet: str, row: int, column: int, name: str, limits: Limits) -> None:
    """Refuse a sheet whose last filled row and column, from 1, span too large a box.

    Raises:
        InputError: They do, or lie where Excel has no cells.
    """
    is_beyond = row > limits.last_row or column > limits.last_column
    if is_beyond or row * column > limits.box_cells:
        cell = Cell(name, sheet, row, column).a1
        raise refused(FAR_CELL, name, sheet=sheet, cell=cell)


def require_few_sheets(count: int, name: str, limits: Limits) -> None:
    """Refuse a workbook of too many sheets.

    Raises:
        InputError: It has more than any office needs.
    """
    if count > limits.sheets:
        raise refused(MANY_SHEETS, name, count=count, limit=limits.sheets)


def _require_plain(status: os.stat_result, name: str, limits: Limits) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise refused(NOT_PLAIN, name)
    if status.st_size == 0:
        raise refused(EMPTY, name)
    if status.st_size > limits.file_bytes:
        size, limit = (count // 2**20 for count in (status.st_size, limits.file_bytes))
        raise refused(TOO_BIG, name, size=size, limit=limit)


def _unreadable(error: OSError, name: str) -> InputError:
    if isinstance(error, PermissionError):
        return refused(DENIED, name)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return refused(MISSING, name)
    return refused(NOT_PLAIN if error.errno == errno.ELOOP else FAILED, name)


_HEAD = 8192
"""Bytes that are enough to tell what a text is."""

_FOREIGN: tuple[tuple[bytes, Notice, str, str], ...] = (
    (b"%PDF", NO_WORKBOOK, "tài liệu PDF", "a PDF document"),
    (b"{\\rtf", NO_WORKBOOK, "văn bản Word (RTF)", "a Word text (RTF)"),
    (b"\x89PNG", NO_WORKBOOK, "ảnh", "a picture"),
    (b"\xff\xd8\xff", NO_WORKBOOK, "ảnh", "a picture"),
    (b"GIF8", NO_WORKBOOK, "ảnh", "a picture"),
    (b"II*\x00", NO_WORKBOOK, "ảnh", "a picture"),
    (b"MM\x00*", NO_WORKBOOK, "ảnh", "a picture"),
    (b"RIFF", NO_WORKBOOK, "ảnh hoặc âm thanh", "a picture or a sound"),
    (b"\x00\x00\x00", NO_WORKBOOK, "ảnh hoặc phim", "a picture or a film"),
    (b"MZ", NO_WORKBOOK, "chương trình", "a program"),
    (b"Rar!", ARCHIVE, "", ""),
    (b"7z\xbc\xaf\x27\x1c", ARCHIVE, "", ""),
    (b"\x1f\x8b", ARCHIVE, "", ""),
    (b"\x09\x00\x04\x00", SAVE_AS, "bảng Excel rất cũ", "a very old Excel sheet"),
    (b"\x09\x02\x06\x00", SAVE_AS, "bảng Excel rất cũ", "a very old Excel sheet"),
    (b"\x09\x04\x06\x00", SAVE_AS, "bảng Excel rất cũ", "a very old Excel sheet"),
    (b"\x09\x08", SAVE_AS, "bảng Excel rất cũ", "a very old Excel sheet"),
)
"""How files that are no workbooks begin."""

_MARKUP = (
    ("schemas-microsoft-com:office:spreadsheet", "bảng Excel 2003 (XML)", "Excel 2003 XML"),
    ("<html", "trang web (HTML)", "a web page (HTML)"),
    ("<table", "trang web (HTML)", "a web page (HTML)"),
    ("<?xml", "dữ liệu XML", "XML data"),
)
"""What to look for in a text that begins with `<`, in this order."""


def _require_table_text(start: str, name: str) -> None:
    """Refuse texts with markup; `start` is lower case and begins with its first character."""
    web = ("trang web (HTML)", "a web page (HTML)")
    if start.startswith("mime-version:"):
        raise refused(SAVE_AS, name, what_vi=web[0], what_en=web[1])
    if start.startswith("<"):
        found = (words for mark, *words in _MARKUP if mark in start)
        what_vi, what_en = next(found, web)
        raise refused(SAVE_AS, name, what_vi=what_vi, what_en=what_en)
