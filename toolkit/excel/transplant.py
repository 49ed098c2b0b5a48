"""The sheets of one workbook put at the end of another, with their styles.

The giver is one of ours: XlsxWriter writes texts into the cells, and no shared strings.
"""

import posixpath
from collections.abc import Iterator, Mapping
from copy import deepcopy

from lxml import etree

from toolkit.excel.package import Package, child, main_part, part_of_kind, relations

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINKED = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
CONTENT_TYPES = "[content_types].xml"

FIRST_OWN_FORMAT = 164
"""Number formats below this are Excel's own."""

_SHARED = {"fontId": "fonts", "fillId": "fills", "borderId": "borders"}
"""What a style refers to, and the list in which it counts."""

_BEFORE_NAMES = {"sheets", "functionGroups", "externalReferences"}
"""What stands before the names that a workbook defines."""

_STYLED = {"c": "s", "row": "s", "col": "style"}
"""Elements of a sheet that have a style, and the attribute that names it."""


def transplanted(giver: Package, taker: Package) -> dict[str, bytes]:
    """The parts of the taker that change or are new, once it has the sheets of the giver.

    Sheets whose name the taker has already are not taken.

    Raises:
        InputError: A part of the taker is missing or damaged.
    """
    workbook = main_part(taker)
    folder = posixpath.dirname(workbook)
    links = posixpath.join(folder, "_rels", f"{posixpath.basename(workbook)}.rels")
    styles = part_of_kind(relations(taker, workbook), "styles")
    listed, linked = taker.tree(workbook), taker.tree(links)
    typed, styled = taker.tree(CONTENT_TYPES), taker.tree(styles)
    shift = _add_styles(styled, giver)
    made: dict[str, bytes] = {}
    for sheet, tree in _missing_sheets(giver, listed):
        number = _free_number(taker, folder, made)
        part = posixpath.join(folder, f"worksheets/sheet{number}.xml")
        made[part] = to_bytes(_restyled(tree, shift))
        key = _link(linked, f"worksheets/sheet{number}.xml")
        _name(listed, giver, sheet, _list(listed, sheet, key, taker.name))
        etree.SubElement(
            typed, f"{{{TYPES}}}Override", PartName=f"/{part}", ContentType=SHEET_TYPE
        )
    changed = {workbook: listed, links: linked, CONTENT_TYPES: typed, styles: styled}
    return made | {part: to_bytes(tree) for part, tree in changed.items()} if made else {}


def to_bytes(tree: etree._Element) -> bytes:
    """A part as it is kept in the file."""
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _missing_sheets(
    giver: Package, listed: etree._Element
) -> Iterator[tuple[etree._Element, etree._Element]]:
    """The sheets of the giver that the taker does not have: how they are listed, their cells."""
    there = {each.get("name", "").casefold() for each in listed.iterfind("{*}sheets/{*}sheet")}
    workbook = main_part(giver)
    related = relations(giver, workbook)
    for sheet in giver.tree(workbook).iterfind("{*}sheets/{*}sheet"):
        if sheet.get("name", "").casefold() not in there:
            yield sheet, giver.tree(related[sheet.get(f"{{{OFFICE}}}id", "")].part)


def _free_number(taker: Package, folder: str, made: Mapping[str, bytes]) -> int:
    number = 1
    while (part := posixpath.join(folder, f"worksheets/sheet{number}.xml")) in taker or (
        part in made
    ):
        number += 1
    return number


def _link(linked: etree._Element, target: str) -> str:
    """A relation to a new sheet; its id."""
    taken = {relation.get("Id") for relation in linked}
    key = next(key for n in range(1, len(taken) + 2) if (key := f"rId{n}") not in taken)
    kind = f"{OFFICE}/worksheet"
    etree.SubElement(linked, f"{{{LINKED}}}Relationship", Id=key, Type=kind, Target=target)
    return key


def _list(listed: etree._Element, sheet: etree._Element, key: str, name: str) -> int:
    """Put a sheet at the end of those that are listed; its position, from 0."""
    sheets = child(listed, "sheets", name)
    numbers = [int(each.get("sheetId", "0")) for each in sheets]
    entry = etree.SubElement(
        sheets, f"{{{MAIN}}}sheet", name=sheet.get("name", ""), sheetId=str(max(numbers) + 1)
    )
    if state := sheet.get("state"):
        entry.set("state", state)
    entry.set(f"{{{OFFICE}}}id", key)
    return len(numbers)


def _name(listed: etree._Element, giver: Package, sheet: etree._Element, position: int) -> None:
    """Keep what of a sheet is printed, and on every page, at its new position."""
    theirs = giver.tree(main_part(giver))
    before = [each.get("name") for each in child(theirs, "sheets", giver.name)]
    own = str(before.index(sheet.get("name")))
    names = listed.find("{*}definedNames")
    if names is None:
        names = etree.Element(f"{{{MAIN}}}definedNames")
        last = [each for each in listed if etree.QName(each).localname in _BEFORE_NAMES][-1]
        last.addnext(names)
    for name in theirs.iterfind("{*}definedNames/{*}definedName"):
        if name.get("localSheetId") == own:
            copy = deepcopy(name)
            copy.set("localSheetId", str(position))
            names.append(copy)


# ── Styles ──────────────────────────────────────────────────────────────────────────────────


def _add_styles(own: etree._Element, giver: Package) -> int:
    """Put the giver's styles behind those of the taker; by how much their numbers grow."""
    theirs = giver.tree(part_of_kind(relations(giver, main_part(giver)), "styles"))
    before = {key: _extend(own, theirs, shared, giver.name) for key, shared in _SHARED.items()}
    formats = _add_formats(own, theirs)
    styles = child(own, "cellXfs", giver.name)
    first = len(styles)
    for style in theirs.iterfind("{*}cellXfs/{*}xf"):
        copy = deepcopy(style)
        for key, shift in before.items():
            copy.set(key, str(int(copy.get(key, "0")) + shift))
        number = copy.get("numFmtId", "0")
        copy.set("numFmtId", formats.get(number, number))
        copy.set("xfId", "0")
        copy.set("applyFont", "1")
        styles.append(copy)
    styles.set("count", str(len(styles)))
    return first


def _extend(own: etree._Element, theirs: etree._Element, shared: str, name: str) -> int:
    """Put a list of theirs behind the same of ours; how many were there before."""
    target = child(own, shared, name)
    before = len(target)
    target.extend([deepcopy(each) for each in child(theirs, shared, name)])
    target.set("count", str(len(target)))
    return before


def _add_formats(own: etree._Element, theirs: etree._Element) -> dict[str, str]:
    """Their number formats under new numbers."""
    listed = own.find(f"{{{MAIN}}}numFmts")
    if listed is None:
        listed = etree.Element(f"{{{MAIN}}}numFmts")
        own.insert(0, listed)
    taken = [int(each.get("numFmtId", "0")) for each in listed]
    number = max([FIRST_OWN_FORMAT - 1, *taken])
    renumbered: dict[str, str] = {}
    for each in theirs.iterfind("{*}numFmts/{*}numFmt"):
        number += 1
        renumbered[each.get("numFmtId", "")] = str(number)
        copy = deepcopy(each)
        copy.set("numFmtId", str(number))
        listed.append(copy)
    listed.set("count", str(len(listed)))
    return renumbered


def _restyled(tree: etree._Element, shift: int) -> etree._Element:
    """The sheet with the numbers that its styles have now; it is not the one that opens."""
    for element in tree.iter(*(f"{{{MAIN}}}{name}" for name in _STYLED)):
        attribute = _STYLED[etree.QName(element).localname]
        element.set(attribute, str(int(element.get(attribute, "0")) + shift))
    for view in tree.iterfind("{*}sheetViews/{*}sheetView"):
        view.attrib.pop("tabSelected", "")
    return tree
