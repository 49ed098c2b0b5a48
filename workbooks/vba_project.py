"""A VBA project (vbaProject.bin) from the text of its modules.

The format is [MS-OVBA], an open specification. The project holds sources only, neither compiled
code nor its cache: Excel compiles them when the workbook is first opened. The same modules give
the same bytes.
"""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import NAMESPACE_URL, uuid5

from workbooks.compound_file import Storage, compound_file

CODE_PAGE, LANGUAGE = 1252, 0x409
CHUNK = 4096
SHORTEST_COPY = 3
NAME = "VBAProject"

_WINDOWS, _OFFICE = r"C:\Windows\System32", r"C:\Program Files\Common Files\Microsoft Shared"
_LIBRARIES = {
    "stdole": r"*\G{00020430-0000-0000-C000-000000000046}#2.0#0#"
    rf"{_WINDOWS}\stdole2.tlb#OLE Automation",
    "Office": r"*\G{2DF8D04C-5BFA-101B-BDE5-00AA0044DE52}#2.0#0#"
    rf"{_OFFICE}\OFFICE16\MSO.DLL#Microsoft Office 16.0 Object Library",
}
_PROTECTION = (("CMG", 0x41, bytes(4)), ("DPB", 0x43, b"\0"), ("GC", 0x45, b"\xff"))
"""What the project says of its own protection (none), and the seeds that this is hidden with."""


class Kind(StrEnum):
    """What a module belongs to; for workbook and sheets, the class that Excel gives them."""

    WORKBOOK = "0{00020819-0000-0000-C000-000000000046}"
    SHEET = "0{00020820-0000-0000-C000-000000000046}"
    STANDARD = ""


@dataclass(frozen=True, slots=True)
class Module:
    """A module; its source is ASCII, with the line ends of Windows."""

    name: str
    kind: Kind
    source: str = "Option Explicit\r\n"

    @property
    def text(self) -> bytes:
        """The source below the attributes that the editor hides."""
        attributes = [f'VB_Name = "{self.name}"']
        if self.kind is not Kind.STANDARD:
            attributes += [
                f'VB_Base = "{self.kind}"',
                "VB_GlobalNameSpace = False",
                "VB_Creatable = False",
                "VB_PredeclaredId = True",
                "VB_Exposed = True",
                "VB_TemplateDerived = False",
                "VB_Customizable = True",
            ]
        return "".join(
            f"Attribute {line}\r\n" for line in attributes
        ).encode() + self.source.encode("ascii")


def project(modules: Sequence[Module]) -> bytes:
    """The project with these modules, as the bytes of `xl/vbaProject.bin`."""
    guid = "{" + str(uuid5(NAMESPACE_URL, "doithoai:" + "|".join(m.name for m in modules))) + "}"
    vba: Storage = {"_VBA_PROJECT": b"\xcc\x61\xff\xff\x00\x00\x00"}
    vba |= {module.name: compressed(module.text) for module in modules}
    vba["dir"] = compressed(b"".join(_directory(modules)))
    names = b"".join(
        module.name.encode() + b"\0" + module.name.encode("utf-16-le") + b"\0\0"
        for module in modules
    )
    return compound_file(
        {
            "VBA": vba,
            "PROJECT": "".join(_settings(modules, guid.upper())).encode("ascii"),
            "PROJECTwm": names + b"\0\0",
        }
    )


def compressed(data: bytes) -> bytes:
    """The bytes as [MS-OVBA] 2.4.1 compresses them, chunk by chunk."""
    out = bytearray(b"\x01")
    for start in range(0, len(data), CHUNK):
        chunk = data[start : start + CHUNK]
        body = _tokens(chunk)
        if len(body) > CHUNK:
            out += struct.pack("<H", 0x3000 | (CHUNK - 1)) + chunk.ljust(CHUNK, b"\0")
        else:
            out += struct.pack("<H", 0xB000 | (len(body) - 1)) + body
    return bytes(out)


def _tokens(chunk: bytes) -> bytes:
    """A chunk as groups of eight tokens, each a letter or a copy of what went before."""
    body, at = bytearray(), 0
    while at < len(chunk):
        flags, group = 0, bytearray()
        for bit in range(8):
            if at >= len(chunk):
                break
            bits = max(4, (at - 1).bit_length()) if at else 4
            length, offset = _copy(chunk, at, (0xFFFF >> bits) + SHORTEST_COPY)
            if length:
                token = (offset - 1) << (16 - bits) | (length - SHORTEST_COPY)
                group += struct.pack("<H", token)
                flags |= 1 << bit
            else:
                group.append(chunk[at])
            at += length or 1
        body.append(flags)
        body += group
    return bytes(body)


def _copy(chunk: bytes, at: int, longest: int) -> tuple[int, int]:
    """The length of the longest part that repeats at a place, and how far back it stands."""
    best = (0, 0)
    length = SHORTEST_COPY
    while at + length <= len(chunk) and length <= longest:
        found = chunk.rfind(chunk[at : at + length], 0, at + length - 1)
        if found < 0:
            break
        best = (length, at - found)
        length += 1
    return best


def _directory(modules: Sequence[Module]) -> Iterator[bytes]:
    """The stream `dir` before compression: [MS-OVBA] 2.3.4.2."""
    for number, value in ((1, 3), (2, LANGUAGE), (0x14, LANGUAGE)):
        yield _record(number, struct.pack("<I", value))
    yield _record(3, struct.pack("<H", CODE_PAGE))
    yield _record(4, NAME.encode())
    yield _twice(5, 0x40, "")
    yield _record(6, b"") + _record(0x3D, b"") + _record(7, bytes(4)) + _record(8, bytes(4))
    yield struct.pack("<HIIH", 9, 4, 1, 1)
    yield _twice(0xC, 0x3C, "")
    for name, library in _LIBRARIES.items():
        path = library.encode()
        yield _twice(0x16, 0x3E, name)
        yield _record(0xD, struct.pack("<I", len(path)) + path + bytes(6))
    yield _record(0xF, struct.pack("<H", len(modules))) + _record(0x13, b"\xff\xff")
    for module in modules:
        yield _twice(0x19, 0x47, module.name) + _twice(0x1A, 0x32, module.name)
        yield _twice(0x1C, 0x48, "") + _record(0x31, bytes(4)) + _record(0x1E, bytes(4))
        yield _record(0x2C, b"\xff\xff")
        yield _record(0x21 if module.kind is Kind.STANDARD else 0x22, b"") + _record(0x2B, b"")
    yield _record(0x10, b"")


def _record(number: int, content: bytes) -> bytes:
    return struct.pack("<HI", number, len(content)) + content


def _twice(number: int, wide: int, text: str) -> bytes:
    """A text in the code page, then in Unicode."""
    return _record(number, text.encode()) + _record(wide, text.encode("utf-16-le"))


def _settings(modules: Sequence[Module], guid: str) -> Iterator[str]:
    """The stream `PROJECT`: [MS-OVBA] 2.3.1."""
    yield f'ID="{guid}"\r\n'
    for module in modules:
        if module.kind is Kind.STANDARD:
            yield f"Module={module.name}\r\n"
        else:
            yield f"Document={module.name}/&H00000000\r\n"
    yield f'Name="{NAME}"\r\nHelpContextID="0"\r\nVersionCompatible32="393222000"\r\n'
    for key, seed, content in _PROTECTION:
        yield f'{key}="{_hidden(content, guid, seed)}"\r\n'
    yield "\r\n[Host Extender Info]\r\n"
    yield "&H00000001={3832D640-CF90-11CF-8E43-00A0C911005A};VBE;&H00000000\r\n"
    yield "\r\n[Workspace]\r\n"
    for module in modules:
        yield f"{module.name}=0, 0, 0, 0, C\r\n"


def _hidden(content: bytes, guid: str, seed: int) -> str:
    """Bytes as [MS-OVBA] 2.4.3.2 writes them, as hexadecimal digits."""
    key = sum(guid.encode("ascii")) & 0xFF
    out = [seed, seed ^ 2, seed ^ key]
    plain, last, before = key, out[2], out[1]
    length = struct.pack("<I", len(content))
    for byte in bytes((seed & 6) // 2) + length + content:
        out.append(byte ^ ((before + plain) & 0xFF))
        before, last, plain = last, out[-1], byte
    return bytes(out).hex().upper()
