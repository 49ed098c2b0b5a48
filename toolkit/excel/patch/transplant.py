"""The sheets of one workbook put at the end of another, with their styles and drop-down lists.

The giver is one of ours: XlsxWriter writes texts into the cells, and no shared strings.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from toolkit.excel.package import parse
from toolkit.excel.patch.parts import OFFICE, Parts, serialized
from toolkit.excel.patch.sheets import enlist

MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
FIRST_OWN_FORMAT = 164
"""Number formats below this are Excel's own."""

_SHARED = {"fontId": "fonts", "fillId": "fills", "borderId": "borders"}
"""What a style refers to, and the list in which it counts."""

_STYLED = {"c": "s", "row": "s", "col": "style"}
"""Elements of a sheet that have a style, and the attribute that names it."""

_BEFORE_NAMES = {"sheets", "functionGroups", "externalReferences"}
"""What stands before the names that a workbook defines."""


def with_sheets(content: bytes, more: bytes, name: str) -> bytes:
    """A workbook with the sheets of another, but for those whose title it has already.

    Raises:
        InputError: The workbook is no .xlsx or .xlsm, is damaged, or has a password.
    """
    taker = Parts(content, name)
    giver = _Giver(Parts(more, name), etree.QName(taker.tree(taker.workbook)).namespace or "")
    taken = {title.casefold() for title in _titles(taker.tree(taker.workbook))}
    wanted = [sheet for sheet in giver.sheets() if sheet.title.casefold() not in taken]
    shift = _add_styles(taker, giver.styles()) if wanted else 0
    for sheet in wanted:
        tree = _restyled(giver.tree(sheet.part), shift)
        enlist(taker, serialized(tree), sheet.title, hidden=sheet.hidden)
        _add_names(taker, giver.tree(giver.parts.workbook), sheet)
    return taker.packed()


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet to be taken: `position` is the one it has among those of its workbook, from 0."""

    title: str
    part: str
    position: int
    hidden: bool


@dataclass(frozen=True, slots=True)
class _Giver:
    """The workbook whose sheets are taken, in the dialect (`space`) of the one that takes them."""

    parts: Parts
    space: str

    def tree(self, part: str) -> etree._Element:
        return parse(self.parts.read(part).replace(MAIN, self.space.encode()), self.parts.name)

    def styles(self) -> etree._Element:
        return self.tree(_styles_part(self.parts))

    def sheets(self) -> Iterator[_Sheet]:
        known = self.parts.related(self.parts.workbook, "worksheet")
        listed = self.tree(self.parts.workbook).iterfind("{*}sheets/{*}sheet")
        for position, sheet in enumerate(listed):
            part = known[sheet.get(f"{{{OFFICE}}}id", "")]
            yield _Sheet(sheet.get("name", ""), part, position, bool(sheet.get("state")))


def _titles(workbook: etree._Element) -> list[str]:
    return [sheet.get("name", "") for sheet in workbook.iterfind("{*}sheets/{*}sheet")]


def _styles_part(parts: Parts) -> str:
    return next(iter(parts.related(parts.workbook, "styles").values()), "")


def _restyled(tree: etree._Element, shift: int) -> etree._Element:
    """The sheet with the numbers that its styles have now; it is not the one that opens."""
    for element in tree.iter("{*}c", "{*}row", "{*}col"):
        attribute = _STYLED[etree.QName(element).localname]
        element.set(attribute, str(int(element.get(attribute, "0")) + shift))
    for view in tree.iterfind("{*}sheetViews/{*}sheetView"):
        view.attrib.pop("tabSelected", "")
    return tree


def _add_names(taker: Parts, theirs: etree._Element, sheet: _Sheet) -> None:
    """Keep what of the last sheet is printed and filtered, as its own workbook says."""
    workbook = taker.tree(taker.workbook)
    position = str(len(_titles(workbook)) - 1)
    names = workbook.find("{*}definedNames")
    if names is None:
        space = etree.QName(workbook).namespace
        names = etree.Element(f"{{{space}}}definedNames")
        last = [each for each in workbook if etree.QName(each).localname in _BEFORE_NAMES][-1]
        last.addnext(names)
    for name in theirs.iterfind("{*}definedNames/{*}definedName"):
        if name.get("localSheetId") == str(sheet.position):
            copy = deepcopy(name)
            copy.set("localSheetId", position)
            names.append(copy)
    if len(names):
        taker.put(taker.workbook, workbook)


# ── Styles ──────────────────────────────────────────────────────────────────────────────────


def _add_styles(taker: Parts, theirs: etree._Element) -> int:
    """Put their styles behind those of the taker; by how much their numbers grow."""
    part = _styles_part(taker)
    own = taker.tree(part)
    shifts = {
        key: _extend(taker.child(own, shared), taker.child(theirs, shared))
        for key, shared in _SHARED.items()
    }
    formats = _add_formats(own, theirs)
    copies = [deepcopy(style) for style in taker.child(theirs, "cellXfs")]
    for copy in copies:
        for key, shift in shifts.items():
            copy.set(key, str(int(copy.get(key, "0")) + shift))
        number = copy.get("numFmtId", "0")
        copy.set("numFmtId", formats.get(number, number))
        copy.set("xfId", "0")
        copy.set("applyFont", "1")
    first = _put_behind(taker.child(own, "cellXfs"), copies)
    taker.put(part, own)
    return first


def _extend(own: etree._Element, theirs: etree._Element) -> int:
    """Put copies of all that they have behind what is there; how much that was."""
    return _put_behind(own, [deepcopy(each) for each in theirs])


def _put_behind(group: etree._Element, added: list[etree._Element]) -> int:
    before = len(group)
    group.extend(added)
    group.set("count", str(len(group)))
    return before


def _add_formats(own: etree._Element, theirs: etree._Element) -> dict[str, str]:
    """Their number formats under numbers that are free."""
    listed = own.find("{*}numFmts")
    if listed is None:
        listed = etree.Element(f"{{{etree.QName(own).namespace}}}numFmts")
        own.insert(0, listed)
    taken = [int(each.get("numFmtId", "0")) for each in listed]
    free = max([FIRST_OWN_FORMAT - 1, *taken]) + 1
    copies = [deepcopy(each) for each in theirs.iterfind("{*}numFmts/{*}numFmt")]
    numbers = {
        each.get("numFmtId", ""): str(number) for number, each in enumerate(copies, start=free)
    }
    for each in copies:
        each.set("numFmtId", numbers[each.get("numFmtId", "")])
    _put_behind(listed, copies)
    return numbers
