"""Notes on the cells of one sheet: ours beside and below those that people wrote.

A note is a text in the part `comments` and a box in a VML drawing, which may hold buttons and
check boxes too.
"""

import re
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import quoteattr

from lxml import etree

from toolkit.excel.facts import Address, address
from toolkit.excel.patch.cells import SheetCells
from toolkit.excel.patch.parts import Parts
from toolkit.model import column_letters

AUTHOR = "Đối thoại"
"""Who the notes are said to be of."""

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LATER = (
    b"legacyDrawingHF", b"drawingHF", b"picture", b"oleObjects", b"controls", b"webPublishItems",
    b"tableParts", b"extLst", b"mc:AlternateContent",
)  # fmt: skip
"""What stands behind the mention of the VML drawing in a sheet (ECMA-376, 18.3.1.99)."""

_EMPTY_VML = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel">'
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{0}"/></o:shapelayout></xml>'
)
_SHAPE_TYPE = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202"'
    ' path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SHAPE = (
    '<v:shape id="_x0000_s{id}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;'
    'margin-top:1pt;width:240pt;height:{height}pt;z-index:{z};visibility:hidden"'
    ' fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
    '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:Anchor>{left}, 15, {top}, 4, {right}, 15, {bottom}, 4</x:Anchor>"
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column>"
    "</x:ClientData></v:shape>"
)
_SHAPES_PER_DRAWING = 1024
_LETTERS_PER_LINE, _POINTS_PER_LINE = 44, 14
_POINTS_PER_ROW = 15
_COLUMNS_WIDE = 4


def add_notes(parts: Parts, part: str, cells: SheetCells, notes: Mapping[Address, str]) -> None:
    """Put notes on cells. Where a conversation is attached to a cell, it keeps the cell alone."""
    taken = _in_conversation(parts, part)
    notes = {place: text for place, text in sorted(notes.items()) if place not in taken}
    if not notes:
        return
    listed = next(iter(parts.related(part, "comments").values()), "")
    if not listed:
        listed = parts.unused("xl/comments%d.xml")
        space = etree.QName(parts.tree(parts.workbook)).namespace
        empty = f"<comments xmlns={quoteattr(space or '')}><authors/><commentList/></comments>"
        parts.put(listed, empty.encode())
        parts.relate(part, "comments", listed)
        parts.declare(listed, _CONTENT_TYPE)
    fresh = _write_texts(parts, listed, notes)
    if fresh:
        _draw(parts, _drawing(parts, part, cells), {place: notes[place] for place in fresh})


def _in_conversation(parts: Parts, part: str) -> set[Address]:
    """The cells with a threaded comment."""
    return {
        _place(found.get("ref", ""))
        for thread in parts.related(part, "threadedComment").values()
        for found in parts.tree(thread).iterfind("{*}threadedComment")
    }


def _write_texts(parts: Parts, listed: str, notes: Mapping[Address, str]) -> list[Address]:
    """Write the texts; the cells that had no note before."""
    tree = parts.tree(listed)
    space = f"{{{etree.QName(tree).namespace}}}"
    comments = parts.child(tree, "commentList")
    author = _author(parts.child(tree, "authors"), space)
    there = {_place(found.get("ref", "")): found for found in comments}
    for place, text in notes.items():
        if place in there:
            _add_below(there[place], text, space)
            continue
        ref = f"{column_letters(place[1])}{place[0]}"
        comment = etree.SubElement(comments, f"{space}comment", ref=ref, authorId=author)
        _add_run(etree.SubElement(comment, f"{space}text"), text, space)
    comments[:] = sorted(comments, key=lambda found: _place(found.get("ref", "")))
    parts.put(listed, tree)
    return [place for place in notes if place not in there]


def _author(authors: etree._Element, space: str) -> str:
    """Our number among those who wrote notes."""
    names = [found.text for found in authors]
    if AUTHOR not in names:
        etree.SubElement(authors, f"{space}author").text = AUTHOR
        return str(len(names))
    return str(names.index(AUTHOR))


def _add_below(comment: etree._Element, text: str, space: str) -> None:
    """Our text below that of a person, which stays as it is."""
    body = comment.find(f"{space}text")
    if body is None:
        body = etree.SubElement(comment, f"{space}text")
    plain = body.find(f"{space}t")
    if plain is not None:  # a plain text cannot stand beside others
        run = etree.Element(f"{space}r")
        body.replace(plain, run)
        run.append(plain)
    _add_run(body, "\n\n" + text, space)


def _add_run(body: etree._Element, text: str, space: str) -> None:
    run = etree.SubElement(body, f"{space}r")
    properties = etree.SubElement(run, f"{space}rPr")
    etree.SubElement(properties, f"{space}sz", val="10")
    etree.SubElement(properties, f"{space}rFont", val="Times New Roman")
    written = etree.SubElement(run, f"{space}t")
    written.text = text
    written.set(_SPACE, "preserve")


def _drawing(parts: Parts, part: str, cells: SheetCells) -> str:
    """The VML drawing of a sheet; a new one if there is none."""
    found = re.search(rb"<(?:\w+:)?legacyDrawing\s[^>]*?:id=[\"']([^\"']+)", cells.data)
    known = parts.related(part, "vmlDrawing")
    if found and found[1].decode() in known:
        return known[found[1].decode()]
    drawing = parts.unused("xl/drawings/vmlDrawing%d.vml")
    number = int(re.sub(r"\D", "", drawing.rpartition("/")[2]))
    parts.put(drawing, _EMPTY_VML.format(number).encode())
    parts.declare_extension("vml", _VML_TYPE)
    key = parts.relate(part, "vmlDrawing", drawing)
    attributes = f' xmlns:r="{parts.office}" r:id="{key}"'.encode()
    cells.insert(cells.before_element(_LATER), "legacyDrawing", attributes)
    return drawing


def _draw(parts: Parts, drawing: str, notes: Mapping[Address, str]) -> None:
    """Add the box of each note to a drawing, whose other shapes stay as they are."""
    text = parts.read(drawing).decode("utf-8")
    used = [int(number) for number in re.findall(r'id="_x0000_s(\d+)"', text)]
    block = re.search(r'idmap[^>]*\bdata="(\d+)', text)
    first = max(used, default=int(block[1] if block else 1) * _SHAPES_PER_DRAWING)
    added = "" if 'id="_x0000_t202"' in text else _SHAPE_TYPE
    added += "".join(_boxes(notes, first + 1))
    end = text.rindex("</xml>")
    parts.put(drawing, (text[:end] + added + text[end:]).encode())


def _boxes(notes: Mapping[Address, str], first: int) -> Iterable[str]:
    for number, ((row, column), text) in enumerate(notes.items(), start=first):
        lines = sum(1 + len(line) // _LETTERS_PER_LINE for line in text.split("\n"))
        height = (lines + 1) * _POINTS_PER_LINE
        yield _SHAPE.format(
            id=number,
            z=number,
            height=height,
            left=column,
            top=max(row - 2, 0),
            right=column + _COLUMNS_WIDE,
            bottom=max(row - 2, 0) + 1 + height // _POINTS_PER_ROW,
            row=row - 1,
            column=column - 1,
        )


def _place(ref: str) -> Address:
    found = re.fullmatch(r"\$?([A-Za-z]+)\$?(\d+)", ref.partition(":")[0])
    return address(found[1].encode(), found[2].encode()) if found else (0, 0)
