"""The parts of a workbook that is edited: what is not touched is copied as it lies in the file."""

import posixpath
import struct
from copy import copy
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from toolkit.excel.package import Package, main_part, parse
from toolkit.excel.refusals import DAMAGED, refused

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_TYPES = "[Content_Types].xml"
_LOCAL_HEADER, _LENGTHS = struct.Struct("<4s22x2H"), 30
_HAS_DESCRIPTOR = 0x08


class Parts:
    """The parts of one workbook by their names in lower case, with what is changed in them."""

    def __init__(self, content: bytes, name: str) -> None:
        """Look at the directory.

        Raises:
            InputError: The file is damaged, has a password, or is not honest.
        """
        self.name = name
        self.package = Package(BytesIO(content), name)
        self.workbook = main_part(self.package)
        self._content = content
        self._changed: dict[str, bytes] = {}
        self._added: list[str] = []

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._changed or part in self.package

    def read(self, part: str) -> bytes:
        """The bytes of a part as they are now, in UTF-8 if it is XML."""
        if part.lower() in self._changed:
            return self._changed[part.lower()]
        data = self.package.read(part)
        is_wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
        return serialized(parse(data, self.name)) if is_wide else data

    def tree(self, part: str) -> etree._Element:
        """A part as XML."""
        return parse(self.read(part), self.name)

    def put(self, part: str, content: bytes | etree._Element) -> None:
        """Give a part, old or new, another content."""
        if part not in self:
            self._added.append(part)
        data = content if isinstance(content, bytes) else serialized(content)
        self._changed[part.lower()] = data

    def unused(self, pattern: str) -> str:
        """The first name of a numbered kind that no part has, such as `xl/comments%d.xml`."""
        number = 1
        while pattern % number in self:
            number += 1
        return pattern % number

    def related(self, part: str, kind: str) -> dict[str, str]:
        """The parts of a kind that a part refers to, by the id of the relation."""
        folder = posixpath.dirname(part)
        return {
            found.get("Id", ""): posixpath.normpath(
                posixpath.join("/", folder, found.get("Target", ""))
            ).lstrip("/")
            for found in self._relations(part).iterfind("{*}Relationship")
            if found.get("Type", "").rpartition("/")[2] == kind
            and found.get("TargetMode") != "External"
        }

    def child(self, tree: etree._Element, name: str) -> etree._Element:
        """The element of a name that a part cannot be without.

        Raises:
            InputError: It is without it.
        """
        found = tree.find(f"{{*}}{name}")
        if found is None:
            raise refused(DAMAGED, self.name)
        return found

    def relate(self, part: str, kind: str, target: str) -> str:
        """Let a part refer to another; the id of the relation."""
        tree = self._relations(part)
        taken = {found.get("Id") for found in tree}
        key = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        etree.SubElement(
            tree,
            _beside(tree, "Relationship"),
            Id=key,
            Type=f"{self.office}/{kind}",
            Target="/" + target,
        )
        self.put(_relations_name(part), tree)
        return key

    @property
    def office(self) -> str:
        """How relations are named: Excel's strict form has names of its own."""
        is_strict = b"purl.oclc.org/ooxml/spreadsheetml" in self.read(self.workbook)[:4096]
        return STRICT_OFFICE if is_strict else OFFICE

    def declare(self, part: str, content_type: str) -> None:
        """Say what a new part is."""
        tree = self.tree(_TYPES)
        etree.SubElement(
            tree, _beside(tree, "Override"), PartName=f"/{part}", ContentType=content_type
        )
        self.put(_TYPES, tree)

    def declare_extension(self, extension: str, content_type: str) -> None:
        """Say what all parts with an extension are, unless that is said."""
        tree = self.tree(_TYPES)
        defaults = tree.findall("{*}Default")
        if any(found.get("Extension", "").lower() == extension for found in defaults):
            return
        added = etree.Element(_beside(tree, "Default"))
        added.set("Extension", extension)
        added.set("ContentType", content_type)
        tree.insert(0, added)
        self.put(_TYPES, tree)

    def packed(self) -> bytes:
        """The workbook as a file: untouched parts with the very bytes they had."""
        target = BytesIO()
        source = memoryview(self._content)
        with ZipFile(BytesIO(self._content)) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
            for part in old.infolist():
                plain = part.filename.replace("\\", "/").lstrip("/").lower()
                if plain in self._changed:
                    new.writestr(_like(part), self._changed[plain])
                else:
                    _copy(part, source, new, target)
            for name in self._added:
                new.writestr(ZipInfo(name, (1980, 1, 1, 0, 0, 0)), self._changed[name.lower()])
        return target.getvalue()

    def _relations(self, part: str) -> etree._Element:
        name = _relations_name(part)
        return self.tree(name) if name in self else etree.Element(f"{{{RELATIONS}}}Relationships")


def serialized(tree: etree._Element) -> bytes:
    """XML as Excel writes it."""
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _beside(tree: etree._Element, name: str) -> etree.QName:
    """The name of an element in the namespace of another."""
    return etree.QName(etree.QName(tree).namespace, name)


def _relations_name(part: str) -> str:
    folder, _, file = part.rpartition("/")
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _like(part: ZipInfo) -> ZipInfo:
    """A new entry of the same name and date."""
    made = ZipInfo(part.filename, part.date_time)
    made.compress_type = ZIP_DEFLATED
    made.external_attr = part.external_attr
    return made


def _copy(part: ZipInfo, source: memoryview, target: ZipFile, file: BytesIO) -> None:
    """Copy an entry without unpacking it to the end of a zip file that is being written."""
    _, name, extra = _LOCAL_HEADER.unpack_from(source, part.header_offset)
    begin = part.header_offset + _LENGTHS + name + extra
    copied = copy(part)
    copied.flag_bits &= ~_HAS_DESCRIPTOR
    copied.extra = b""
    copied.header_offset = file.tell()
    file.write(copied.FileHeader(zip64=False))
    file.write(source[begin : begin + part.compress_size])
    target.filelist.append(copied)
    target.NameToInfo[copied.filename] = copied
    target.start_dir = file.tell()
