"""The parts of a zip file (.xlsx, .xlsm, .xlsb, .ods), with limits against hostile ones."""

import posixpath
import re
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import SEEK_END, BytesIO
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from toolkit.errors import InputError
from toolkit.excel.refusals import BOMB, DAMAGED, MANY_PARTS, PASSWORD, UNSAFE, refused
from toolkit.limits import LIMITS, Limits

_USUAL_MAIN_PART = "xl/workbook.xml"
_HEAD = 2**16
_ENCRYPTED = 1
_FAILURES = (
    BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,  # zipfile, of a part with a password that the directory does not tell
    OverflowError,
    ValueError,
    struct.error,
)
_END, _END_64 = struct.Struct("<4s8xII2x"), struct.Struct("<4s36xQQ")
_END_MARK, _LOCATOR_MARK = b"PK\x05\x06", b"PK\x06\x07"
_LONGEST_COMMENT, _LOCATOR_SIZE = 2**16, 20
_DECLARATION = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?:\s|<\?.*?\?>|<!--.*?-->)*+<!DOCTYPE", re.DOTALL
)
"""A document type can only stand before the root element."""


class Package:
    """The parts of one file. Names are compared as Excel does: no case, a backslash is a slash."""

    def __init__(self, file: BinaryIO, name: str, limits: Limits = LIMITS) -> None:
        """Look at the directory only.

        Raises:
            InputError: It is damaged, has a password, or is not honest.
        """
        self.name = name
        self.limits = limits
        _require_short_directory(file, name, limits)
        try:
            self._archive = ZipFile(file)
        except _FAILURES as error:
            raise refused(DAMAGED, name) from error
        parts = self._archive.infolist()
        _require_honest(parts, name, limits)
        self._parts = {_plain(part.filename): part for part in parts}
        if len(self._parts) < len(parts):
            raise refused(DAMAGED, name)

    def __contains__(self, part: str) -> bool:
        return _plain(part) in self._parts

    def names(self) -> tuple[str, ...]:
        """All parts, in lower case."""
        return tuple(self._parts)

    def size(self, part: str) -> int:
        """Bytes of a part as the directory states them; 0 if there is none."""
        found = self._parts.get(_plain(part))
        return found.file_size if found else 0

    def read(self, part: str) -> bytes:
        """All bytes of a part.

        Raises:
            InputError: It is missing or damaged, or has a document type.
        """
        return self._read(part, -1)

    def look(self, part: str) -> bytes:
        """The beginning of a part; the same errors."""
        return self._read(part, _HEAD)

    def tree(self, part: str) -> etree._Element:
        """A part as XML; the same errors."""
        return parse(self.read(part), self.name)

    def replaced(self, parts: dict[str, bytes]) -> bytes:
        """The file with other contents in some parts. The keys are as in `names`."""
        target = BytesIO()
        with ZipFile(target, "w", ZIP_STORED) as archive:
            for plain, part in self._parts.items():
                archive.writestr(part.filename, parts.get(plain) or self._archive.read(part))
        return target.getvalue()

    def _read(self, part: str, size: int) -> bytes:
        found = self._parts.get(_plain(part))
        if found is None:
            raise refused(DAMAGED, self.name)
        try:
            with self._archive.open(found) as stream:
                data = stream.read(size)
        except _FAILURES as error:
            raise refused(DAMAGED, self.name) from error
        _require_no_declaration(data, self.name)
        return data


def parse(data: bytes, name: str) -> etree._Element:
    """XML as a tree; nothing outside is ever fetched.

    Raises:
        InputError: It is no XML.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise refused(DAMAGED, name) from error


def _plain(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()


def _require_short_directory(file: BinaryIO, name: str, limits: Limits) -> None:
    """Refuse a list of parts that would take long to read. Damage is left to be found later."""
    if _directory_size(file) > limits.directory_bytes:
        raise refused(MANY_PARTS, name, limit=limits.parts)
    file.seek(0)


def _directory_size(file: BinaryIO) -> int:
    """The bytes of the directory as the end of the file states them; 0 if it states nothing."""
    size = file.seek(0, SEEK_END)
    file.seek(max(size - _LONGEST_COMMENT - _LOCATOR_SIZE - _END.size, 0))
    tail = file.read()
    at = tail.rfind(_END_MARK)
    if at < 0 or at + _END.size > len(tail):
        return 0
    _, stated, _ = _END.unpack_from(tail, at)
    if tail[max(at - _LOCATOR_SIZE, 0) : at].startswith(_LOCATOR_MARK):
        (place,) = struct.unpack_from("<Q", tail, at - _LOCATOR_SIZE + 8)
        file.seek(min(place, size))
        record = file.read(_END_64.size)
        stated = _END_64.unpack(record)[1] if len(record) == _END_64.size else 0
    return int(stated)


def _require_honest(parts: list[ZipInfo], name: str, limits: Limits) -> None:
    if len(parts) > limits.parts:
        raise refused(MANY_PARTS, name, limit=limits.parts)
    total = sum(part.file_size for part in parts)
    if total > limits.total_bytes:
        raise _bomb(total, name)
    for part in parts:
        if part.flag_bits & _ENCRYPTED:
            raise refused(PASSWORD, name)
        if part.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise refused(DAMAGED, name)
        ratio = part.file_size / max(part.compress_size, 1)
        if part.file_size > limits.ratio_counts_from and ratio > limits.ratio:
            raise _bomb(total, name)


def _bomb(size: int, name: str) -> InputError:
    return refused(BOMB, name, size=size // 2**20)


def _require_no_declaration(data: bytes, name: str) -> None:
    if b"\x00" in data[:4]:
        data = data[:_HEAD].replace(b"\x00", b"")  # UTF-16
    if _DECLARATION.match(data):
        raise refused(UNSAFE, name)


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: the kind is the last word of the type, `part` is in lower case."""

    kind: str
    part: str


def relations(package: Package, part: str = "") -> dict[str, Relation]:
    """What a part, or the whole package, refers to inside the package, by id."""
    folder, _, file = part.rpartition("/")
    listing = posixpath.join(folder, "_rels", f"{file}.rels")
    if listing not in package:
        return {}
    return {
        found.get("Id", ""): Relation(
            found.get("Type", "").rpartition("/")[2],
            _plain(posixpath.normpath(posixpath.join("/", folder, found.get("Target", "")))),
        )
        for found in package.tree(listing).iterfind("{*}Relationship")
        if found.get("TargetMode") != "External"
    }


def part_of_kind(related: Mapping[str, Relation], kind: str) -> str:
    """The first part of a kind, in lower case; empty if there is none."""
    return next((found.part for found in related.values() if found.kind == kind), "")


def main_part(package: Package) -> str:
    """The part that the package is about, in lower case; empty if there is none."""
    usual = _USUAL_MAIN_PART if _USUAL_MAIN_PART in package else ""
    return part_of_kind(relations(package), "officeDocument") or usual
