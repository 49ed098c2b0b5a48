"""Compound files (OLE): what is in them, and whether a reader can follow their chains.

python-calamine follows a chain that bites its own tail until the memory is full, and then the
process dies; so every chain is followed here first.
"""

import struct
from collections.abc import Sequence
from io import BytesIO

import msoffcrypto
from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError
from olefile import OleFileIO  # type: ignore[import-untyped]  # has no types

from toolkit.errors import InputError
from toolkit.excel.refusals import DAMAGED, NO_WORKBOOK, PASSWORD, refused

NO_PASSWORD = "VelvetSweatshop"  # noqa: S105 — public: Excel itself tries it before it asks
"""With it Excel encrypts workbooks that are only protected against changes."""

_WORKBOOKS = ("Workbook", "Book")
_ENCRYPTED = "EncryptedPackage"
_DOCUMENTS = (
    ("WordDocument", "văn bản Word", "a Word document"),
    ("PowerPoint Document", "bài trình chiếu PowerPoint", "a PowerPoint presentation"),
)
_FIRST_SPECIAL_SECTOR = 0xFFFFFFFA
_SECTOR_SIZE_AT, _DIFAT_AT = 30, 68


def workbook_stream(data: bytes, name: str) -> bytes | None:
    """The records of an .xls; None if the file is an encrypted .xlsx.

    Raises:
        InputError: It is damaged, or is no workbook.
    """
    _require_finite_difat(data, name)
    try:
        with OleFileIO(BytesIO(data)) as file:
            _require_finite_chains(file, name)
            for stream in _WORKBOOKS:
                if file.exists(stream):
                    return bytes(file.openstream(stream).getvalue())
            if file.exists(_ENCRYPTED):
                return None
            raise _foreign(file, name)
    except (OSError, ValueError, LookupError, OverflowError, struct.error) as error:
        raise refused(DAMAGED, name) from error


def decrypted(data: bytes, name: str) -> bytes:
    """The workbook inside a file that Excel opens without asking for its password.

    Raises:
        InputError: It has a password that only its owner knows.
    """
    target = BytesIO()
    try:
        file = msoffcrypto.OfficeFile(BytesIO(data))
        verified = {"verify_password": True} if file.format == "ooxml" else {}  # .xls always is
        file.load_key(password=NO_PASSWORD, **verified)
        file.decrypt(target)
    except _FAILURES as error:
        raise refused(PASSWORD, name) from error
    return target.getvalue()


_FAILURES = (
    AttributeError,  # msoffcrypto, of a kind of encryption that it does not know
    DecryptionError,
    FileFormatError,
    InvalidKeyError,
    ParseError,
    OSError,
    ValueError,
    LookupError,
    OverflowError,
    struct.error,
)


def _foreign(file: OleFileIO, name: str) -> InputError:
    for stream, what_vi, what_en in _DOCUMENTS:
        if file.exists(stream):
            return refused(NO_WORKBOOK, name, what_vi=what_vi, what_en=what_en)
    return refused(
        NO_WORKBOOK, name, what_vi="tài liệu không rõ loại", what_en="a document of unknown kind"
    )


def _require_finite_chains(file: OleFileIO, name: str) -> None:
    file.loadminifat()
    starts = {file.first_dir_sector, file.first_mini_fat_sector}
    small_starts: set[int] = set()
    for entry in filter(None, file.direntries):
        (small_starts if entry.is_minifat else starts).add(entry.isectStart)
    ends = all(_ends(file.fat, start) for start in starts)
    if not ends or not all(_ends(file.minifat, start) for start in small_starts):
        raise refused(DAMAGED, name)


def _ends(following: Sequence[int], sector: int) -> bool:
    """Whether a chain, where each sector names the one after it, has an end."""
    for _ in range(len(following)):
        if sector >= len(following):
            return True
        sector = following[sector]
    return sector >= len(following)


def _require_finite_difat(data: bytes, name: str) -> None:
    """Follow the list of sectors that hold the sector table itself, as often as it may have."""
    try:
        (shift,) = struct.unpack_from("<H", data, _SECTOR_SIZE_AT)
        sector, count = struct.unpack_from("<II", data, _DIFAT_AT)
        size = 1 << shift
        for _ in range(min(count, len(data) // size)):
            if sector >= _FIRST_SPECIAL_SECTOR:
                return
            (sector,) = struct.unpack_from("<I", data, (sector + 2) * size - 4)
    except struct.error as error:
        raise refused(DAMAGED, name) from error
    if sector < _FIRST_SPECIAL_SECTOR:
        raise refused(DAMAGED, name)
