"""The sheets of one workbook put at the end of another, with their styles and drop-down lists.

The giver is one of ours: XlsxWriter writes texts into the cells, and no shared strings.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree

from toolkit.excel.package import parse
from toolkit.excel.patch.parts import Parts, serialized
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
    styles = _add_styles(taker, giver.styles()) if wanted else {}
    for sheet in wanted:
        tree = _restyled(giver.tree(sheet.part), styles)
        enlist(taker, serialized(tree), sheet.title, hidden=sheet.hidden)
        position = len(_titles(taker.tree(taker.workbook))) - 1
        _put_names(taker, giver.tree(giver.parts.workbook), sheet, position)
    return taker.packed()


def with_sheet_again(content: bytes, more: bytes, title: str, name: str) -> bytes:
    """A workbook in which one sheet is that of the same title in another; it stays in its place.

    Raises:
        InputError: The workbook is no .xlsx or .xlsm, is damaged, or has a password.
        KeyError: One of them has no such sheet.
    """
    taker = Parts(content, name)
    giver = _Giver(Parts(more, name), etree.QName(taker.tree(taker.workbook)).namespace or "")
    sheet = {found.title: found for found in giver.sheets()}[title]
    old = {found.title: found for found in _Giver(taker, giver.space).sheets()}[title]
    styles = _add_styles(taker, giver.styles())
    taker.put(old.part, serialized(_restyled(giver.tree(sheet.part), styles)))
    _put_names(taker, giver.tree(giver.parts.workbook), sheet, old.position)
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
            keys = [key for at, key in sheet.items() if str(at).endswith("}id") and key in known]
            for key in keys[:1]:
                hidden = bool(sheet.get("state"))
                yield _Sheet(sheet.get("name", ""), known[key], position, hidden)


def _titles(workbook: etree._Element) -> list[str]:
    return [sheet.get("name", "") for sheet in workbook.iterfind("{*}sheets/{*}sheet")]


def _styles_part(parts: Parts) -> str:
    return next(iter(parts.related(parts.workbook, "styles").values()), "")


def _restyled(tree: etree._Element, styles: Mapping[int, int]) -> etree._Element:
    """The sheet with the numbers that its styles have now; it is not the one that opens."""
    for element in tree.iter("{*}c", "{*}row", "{*}col"):
        attribute = _STYLED[etree.QName(element).localname]
        element.set(attribute, str(styles[int(element.get(attribute, "0"))]))
    for view in tree.iterfind("{*}sheetViews/{*}sheetView"):
        view.attrib.pop("tabSelected", "")
    return tree


def _put_names(taker: Parts, theirs: etree._Element, sheet: _Sheet, position: int) -> None:
    """Keep what of a sheet is printed and filtered, as its own workbook says."""
    workbook = taker.tree(taker.workbook)
    names = workbook.find("{*}definedNames")
    if names is None:
        space = etree.QName(workbook).namespace
        names = etree.Element(f"{{{space}}}definedNames")
        last = [each for each in workbook if etree.QName(each).localname in _BEFORE_NAMES][-1]
        last.addnext(names)
    for name in names.findall("{*}definedName"):
        if name.get("localSheetId") == str(position):
            names.remove(name)
    for name in theirs.iterfind("{*}definedNames/{*}definedName"):
        if name.get("localSheetId") == str(sheet.position):
            copy = deepcopy(name)
            copy.set("localSheetId", str(position))
            names.append(copy)
    if len(names):
        taker.put(taker.workbook, workbook)


# ── Styles ──────────────────────────────────────────────────────────────────────────────────


def _add_styles(taker: Parts, theirs: etree._Element) -> Mapping[int, int]:
    """Put those of their styles behind the taker's that it has not yet; their numbers there."""
    part = _styles_part(taker)
    own = taker.tree(part)
    numbers = {
        key: _joined(taker.child(own, shared), list(taker.child(theirs, shared)))
        for key, shared in _SHARED.items()
    }
    formats = _add_formats(own, theirs)
    copies = [deepcopy(style) for style in taker.child(theirs, "cellXfs")]
    for copy in copies:
        for key, found in numbers.items():
            copy.set(key, str(found[int(copy.get(key, "0"))]))
        number = copy.get("numFmtId", "0")
        copy.set("numFmtId", formats.get(number, number))
        copy.set("xfId", "0")
        copy.set("applyFont", "1")
    placed = _joined(taker.child(own, "cellXfs"), copies)
    taker.put(part, own)
    return placed


def _joined(group: etree._Element, wanted: Sequence[etree._Element]) -> dict[int, int]:
    """Put copies behind what is there, but of what is there already; their numbers."""
    there = {_form(each): number for number, each in reversed(list(enumerate(group)))}
    numbers = {}
    for position, each in enumerate(wanted):
        form = _form(each)
        if form not in there:
            there[form] = len(group)
            group.append(deepcopy(each))
        numbers[position] = there[form]
    group.set("count", str(len(group)))
    return numbers


_Form: TypeAlias = tuple[str, tuple[tuple[str, str], ...], tuple["_Form", ...]]


def _form(element: etree._Element) -> _Form:
    """What makes two styles one, whatever names their workbook gives to name spaces."""
    attributes = sorted((str(name), str(value)) for name, value in element.items())
    children = tuple(map(_form, element.iterchildren("{*}*")))
    return etree.QName(element).localname, tuple(attributes), children


def _add_formats(own: etree._Element, theirs: etree._Element) -> dict[str, str]:
    """Their number formats under numbers that are free, or those under which they are there."""
    listed = own.find("{*}numFmts")
    if listed is None:
        listed = etree.Element(f"{{{etree.QName(own).namespace}}}numFmts")
        own.insert(0, listed)
    taken = {each.get("formatCode", ""): each.get("numFmtId", "0") for each in listed}
    numbers = {}
    for each in theirs.iterfind("{*}numFmts/{*}numFmt"):
        code = each.get("formatCode", "")
        if code not in taken:
            taken[code] = str(max([FIRST_OWN_FORMAT - 1, *map(int, taken.values())]) + 1)
            copy = deepcopy(each)
            copy.set("numFmtId", taken[code])
            listed.append(copy)
        numbers[each.get("numFmtId", "")] = taken[code]
    if len(listed):
        listed.set("count", str(len(listed)))
    else:
        own.remove(listed)
    return numbers
