"""The smallest .xlsb files: no program at hand writes them. Source: [MS-XLSB]."""

import struct

from tests.packages import relations, zipped

ERROR, NUMBER, TEXT, SHARED_TEXT, FORMULA_NUMBER, FORMULA_ERROR = 3, 5, 6, 7, 9, 11


def record(number: int, content: bytes = b"") -> bytes:
    head = bytes([number]) if number < 0x80 else bytes([number & 0x7F | 0x80, number >> 7])
    size = len(content)
    length = bytes([size]) if size < 0x80 else bytes([size & 0x7F | 0x80, size >> 7])
    return head + length + content


def text(value: str) -> bytes:
    return struct.pack("<I", len(value)) + value.encode("utf-16-le")


def row(number: int, *cells: bytes, hidden: bool = False) -> bytes:
    flags = 0x10 if hidden else 0
    head = struct.pack("<IIHBBBI", number - 1, 0, 300, 0, flags, 0, 0)
    return record(0, head) + b"".join(cells)


def cell(kind: int, column: int, value: bytes, style: int = 0) -> bytes:
    return record(kind, struct.pack("<II", column - 1, style) + value)


def formula(tokens: bytes) -> bytes:
    """What follows the value of a formula cell."""
    return struct.pack("<HI", 0, len(tokens)) + tokens + struct.pack("<I", 0)


def merged(top: int, left: int, bottom: int, right: int) -> bytes:
    return record(176, struct.pack("<4I", top - 1, bottom - 1, left - 1, right - 1))


def hidden_column(number: int) -> bytes:
    return record(60, struct.pack("<IIIIH", number - 1, number - 1, 2560, 0, 1))


def workbook(title: str, *, columns: bytes = b"", rows: bytes, merges: bytes = b"") -> bytes:
    """A workbook of one sheet.

    Style 1 shows ten digits; sheet reference 0 leads to another workbook.
    """
    sheet = struct.pack("<II", 0, 1) + text("rId1") + text(title)
    book = [
        record(131),
        record(143),
        record(156, sheet),
        record(144),
        record(353),
        record(355, text("rId3")),
        record(362, struct.pack("<IIii", 1, 0, 0, 0)),
        record(354),
        record(132),
    ]
    styles = [
        record(278),
        record(615, struct.pack("<I", 1)),
        record(44, struct.pack("<H", 164) + text("0000000000")),
        record(616),
        record(617, struct.pack("<I", 2)),
        *(record(47, struct.pack("<HHHHHHI", 0, number, 0, 0, 0, 0, 0)) for number in (0, 164)),
        record(618),
        record(279),
    ]
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relations(("officeDocument", "xl/workbook.bin")),
        "xl/workbook.bin": b"".join(book),
        "xl/_rels/workbook.bin.rels": relations(
            ("worksheet", "worksheets/sheet1.bin"), ("styles", "styles.bin")
        ),
        "xl/styles.bin": b"".join(styles),
        "xl/worksheets/sheet1.bin": b"".join(
            (
                record(129),
                record(148, bytes(16)),
                columns,
                record(145),
                rows,
                record(146),
                merges,
                record(130),
            )
        ),
    }
    return zipped(parts)
