"""A compound file ([MS-CFB], version 3): the little file system that holds a VBA project."""

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

SECTOR, SMALL_SECTOR, SMALL = 512, 64, 4096
"""Bytes of a sector and of a small one; shorter streams than `SMALL` go into small ones."""
NUMBERS_PER_SECTOR, NUMBERS_IN_HEAD = 128, 109
FREE, END, TABLE, NOBODY = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
STORAGE, STREAM, ROOT = 1, 2, 5
RED, BLACK = 0, 1

Storage = dict[str, "bytes | Storage"]


@dataclass(slots=True)
class _Entry:
    """A line of the directory; `start` is the first sector of the content."""

    name: str
    kind: int
    content: bytes = b""
    child: int = NOBODY
    left: int = NOBODY
    right: int = NOBODY
    colour: int = BLACK
    start: int = 0

    def packed(self) -> bytes:
        name = self.name.encode("utf-16-le")
        size = 0 if self.kind == STORAGE else len(self.content)
        return struct.pack(
            "<64sHBBIII16sIQQIII",
            name, len(name) + 2, self.kind, self.colour, self.left, self.right, self.child,
            bytes(16), 0, 0, 0, self.start, size, 0,
        )  # fmt: skip


@dataclass(slots=True)
class _Sectors:
    """The sectors written so far, and for each the number of the next one of its content."""

    data: list[bytes] = field(default_factory=list)
    next: list[int] = field(default_factory=list)

    def add(self, content: bytes) -> int:
        """Put content into new sectors; the first of them."""
        parts = [content[at : at + SECTOR] for at in range(0, len(content), SECTOR)]
        first = len(self.data)
        self.data += [part.ljust(SECTOR, b"\0") for part in parts]
        self.next += _chain(first, len(parts))
        return first if parts else END


def compound_file(tree: Mapping[str, "bytes | Storage"]) -> bytes:
    """The file that holds these storages and streams."""
    entries = [_Entry("Root Entry", ROOT)]
    entries[0].child = _add(entries, tree)
    sectors = _Sectors()
    small = _write_streams(entries, sectors)
    small_table = _numbers(small)
    small_start = sectors.add(small_table)
    directory = b"".join(entry.packed() for entry in entries)
    while len(directory) % SECTOR:
        directory += struct.pack(
            "<64sHBBIII16sIQQIII", b"", 0, 0, 0, *[NOBODY] * 3, bytes(16), *[0] * 6
        )
    directory_start = sectors.add(directory)
    tables = _add_table(sectors)
    head = struct.pack(
        "<8s16sHHHHH6sIIIIIIIII",
        SIGNATURE, bytes(16), 0x3E, 3, 0xFFFE, 9, 6, bytes(6), 0, len(tables), directory_start, 0,
        SMALL, small_start, len(small_table) // SECTOR, END, 0,
    )  # fmt: skip
    head += struct.pack(f"<{NUMBERS_IN_HEAD}I", *tables, *[FREE] * (NUMBERS_IN_HEAD - len(tables)))
    return head + b"".join(sectors.data)


def _add(entries: list[_Entry], tree: Mapping[str, "bytes | Storage"]) -> int:
    """Enter what a storage holds; the root of the search tree over it."""
    added = []
    for name, content in tree.items():
        added.append(len(entries))
        if isinstance(content, bytes):
            entries.append(_Entry(name, STREAM, content))
        else:
            storage = _Entry(name, STORAGE)
            entries.append(storage)
            storage.child = _add(entries, content)
    added.sort(key=lambda number: (len(entries[number].name), entries[number].name.upper()))
    return _balance(entries, added, 1, len(added).bit_length())


def _balance(entries: list[_Entry], numbers: Sequence[int], level: int, height: int) -> int:
    """A search tree over entries in order; its deepest level is red, so it is a red-black one."""
    if not numbers:
        return NOBODY
    middle = len(numbers) // 2
    entry = entries[numbers[middle]]
    entry.colour = RED if level == height > 1 else BLACK
    entry.left = _balance(entries, numbers[:middle], level + 1, height)
    entry.right = _balance(entries, numbers[middle + 1 :], level + 1, height)
    return numbers[middle]


def _write_streams(entries: Sequence[_Entry], sectors: _Sectors) -> list[int]:
    """Write all streams, small ones together as the content of the root; the table of those."""
    together, table = bytearray(), list[int]()
    for entry in entries:
        if entry.kind != STREAM:
            continue
        if 0 < len(entry.content) < SMALL:
            count = -(-len(entry.content) // SMALL_SECTOR)
            entry.start = len(table)
            table += _chain(len(table), count)
            together += entry.content.ljust(count * SMALL_SECTOR, b"\0")
        else:
            entry.start = sectors.add(entry.content)
    entries[0].content = bytes(together)
    entries[0].start = sectors.add(entries[0].content)
    return table


def _chain(first: int, count: int) -> list[int]:
    """The numbers of the next sector, for sectors that follow one another."""
    return [*range(first + 1, first + count), END] if count else []


def _numbers(table: Sequence[int]) -> bytes:
    """Numbers of sectors, filled up to whole sectors."""
    missing = -len(table) % NUMBERS_PER_SECTOR
    return struct.pack(f"<{len(table) + missing}I", *table, *[FREE] * missing)


def _add_table(sectors: _Sectors) -> range:
    """Write the table of all sectors, which counts its own sectors too; where it stands."""
    used, count = len(sectors.next), 1
    while count * NUMBERS_PER_SECTOR < used + count:
        count += 1
    numbers = _numbers([*sectors.next, *[TABLE] * count])
    sectors.data += [numbers[at : at + SECTOR] for at in range(0, len(numbers), SECTOR)]
    return range(used, used + count)
