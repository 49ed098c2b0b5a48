"""What the parts of an .xlsx tell beside the values: errors, formulas, hidden rows, formats.

The sheets are searched as bytes, for the few things that matter and only where they occur:
parsing every cell would cost more than python-calamine needs for the values.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lxml import etree

from toolkit.excel.facts import LAST_COLUMN, Address, Facts, address, pads_with_zeros, require_room
from toolkit.excel.gate import require_few_sheets
from toolkit.excel.package import Package, Relation, main_part, parse, part_of_kind, relations
from toolkit.excel.sheetxml import SheetXml

_KNOWN_ERRORS = r"#NULL!|#DIV/0!|#VALUE!|#REF!|#NAME\?|#NUM!|#N/A"
"""Error values that python-calamine accepts; for any other it refuses the whole sheet."""

_TEXTS = re.compile(rb"""<(?:\w+:)?sst\b[^>]*?\buniqueCount\s*=\s*["'](\d+)""")
_EXTERNAL_LINKS = "xl/externallinks/"

_COLUMN = re.compile(rb"<col ([^>]*)>")
_ATTRIBUTE = re.compile(rb'(\w+)="([^"]*)"')
_ROW = re.compile(rb"<row ([^>]*)>")
_ERROR = re.compile(
    rb'<c r="([A-Za-z]+)(\d+)"[^>]*? t="e"[^>]*>(?:(?!</c>).)*?<v>([^<]*)', re.DOTALL
)
_NEW_ERROR = re.compile(
    rb'( t="e"[^>]*>(?:(?!</c>).)*?<v>)(?!(?:' + _KNOWN_ERRORS.encode() + rb")<)[^<]*",
    re.DOTALL,
)
_NO_RESULT = (
    re.compile(rb"</f>\s*(?:<v>\s*</v>|<v ?/>)?\s*</c>"),
    re.compile(rb"<f [^>]*/>\s*(?:<v>\s*</v>|<v ?/>)?\s*</c>"),
)
_FORMULA = re.compile(rb"<f\b([^>]*)>([^<]*)")
_OTHER_WORKBOOK = re.compile(rb"(?<![\w\]\[])\[[1-9]\d*\]")
_SHARED = re.compile(rb' si="(\d+)"')


def scan(package: Package) -> tuple[Facts, ...]:
    """The facts of every sheet, in the order of the workbook; none of chart sheets.

    Raises:
        InputError: A part is damaged or not safe, or a cell lies too far off.
        ValueError: A number cannot be meant.
    """
    workbook = main_part(package)
    related = relations(package, workbook)
    if strings := part_of_kind(related, "sharedStrings"):
        stated = _TEXTS.search(package.look(strings))
        require_room(int(stated[1]) if stated else 0, package.size(strings))
    formats = _formats_with_zeros(package, part_of_kind(related, "styles"))
    linked = any(name.startswith(_EXTERNAL_LINKS) for name in package.names())
    return tuple(
        _facts(SheetXml(title, package, part), formats, linked=linked) if part else Facts()
        for title, part in _sheets(package, workbook, related)
    )


def has_new_errors(facts: Sequence[Facts]) -> bool:
    """Whether python-calamine would refuse a sheet for one of its error values."""
    values = {value for sheet in facts for value in sheet.errors.values()}
    return not all(re.fullmatch(_KNOWN_ERRORS, value) for value in values)


def without_new_errors(package: Package) -> bytes:
    """The file with every error value that python-calamine refuses replaced by #N/A."""
    workbook = main_part(package)
    return package.replaced(
        {
            part: _NEW_ERROR.sub(rb"\g<1>#N/A", SheetXml(title, package, part).data)
            for title, part in _sheets(package, workbook, relations(package, workbook))
            if part
        }
    )


def _sheets(
    package: Package, workbook: str, related: Mapping[str, Relation]
) -> Iterator[tuple[str, str]]:
    """Title and part of every sheet; the part is empty if it has no cells."""
    parts = {key: found.part for key, found in related.items() if found.kind == "worksheet"}
    sheets = package.tree(workbook).findall("{*}sheets/{*}sheet")
    require_few_sheets(len(sheets), package.name, package.limits)
    for sheet in sheets:
        keys = (str(key) for name, key in sheet.items() if etree.QName(name).localname == "id")
        yield sheet.get("name", ""), parts.get(next(keys, ""), "")


def _formats_with_zeros(package: Package, styles: str) -> Mapping[bytes, str]:
    """The number formats that show leading zeros, by the style number that cells give."""
    data = package.read(styles) if styles else b""
    if b"formatCode" not in data:
        return {}
    tree = parse(data, package.name)
    padding = {
        found.get("numFmtId"): code
        for found in tree.iterfind("{*}numFmts/{*}numFmt")
        if pads_with_zeros(code := found.get("formatCode", ""))
    }
    return {
        str(position).encode(): padding[number]
        for position, style in enumerate(tree.iterfind("{*}cellXfs/{*}xf") if padding else ())
        if (number := style.get("numFmtId")) in padding
    }


def _facts(sheet: SheetXml, formats: Mapping[bytes, str], *, linked: bool) -> Facts:
    has_formulas = sheet.has(b"<f")
    return Facts(
        errors=dict(_errors(sheet)) if sheet.has(b' t="e"') else {},
        no_result=set(_without_result(sheet)) if has_formulas else set(),
        external=set(_external(sheet)) if has_formulas and linked else set(),
        hidden_rows=set(_hidden_rows(sheet)) if sheet.has(b' hidden="') else set(),
        hidden_columns=set(_hidden_columns(sheet.head)),
        formats=dict(_formatted(sheet, formats)) if formats else {},
        filled=sheet.filled,
    )


def _errors(sheet: SheetXml) -> Iterator[tuple[Address, str]]:
    for match in sheet.find(_ERROR):
        yield address(match[1], match[2]), match[3].decode(errors="replace")


def _without_result(sheet: SheetXml) -> Iterator[Address]:
    """Formulas without a value. A text may be empty: then the cell says that it is text."""
    for pattern in _NO_RESULT:
        for match in sheet.find(pattern):
            cell = sheet.cell_before(match.start())
            if cell and b' t="str"' not in cell[3]:
                yield address(cell[1], cell[2])


def _external(sheet: SheetXml) -> Iterator[Address]:
    """Formulas that name another workbook as [1]; copies of a shared formula name none."""
    shared = set()
    for match in sheet.find(_FORMULA):
        key = _SHARED.search(match[1])
        refers = _OTHER_WORKBOOK.search(match[2]) is not None
        if refers and key:
            shared.add(key[1])
        cell = sheet.cell_before(match.start())
        if cell and (refers or (key and key[1] in shared)):
            yield address(cell[1], cell[2])


def _hidden_rows(sheet: SheetXml) -> Iterator[int]:
    return (int(row[b"r"]) for row in _hidden(sheet.find(_ROW)) if b"r" in row)


def _hidden_columns(head: bytes) -> Iterator[int]:
    for columns in _hidden(_COLUMN.finditer(head)):
        last = min(int(columns[b"max"]), LAST_COLUMN)
        yield from range(int(columns[b"min"]), last + 1)


def _hidden(elements: Iterable[re.Match[bytes]]) -> Iterator[Mapping[bytes, bytes]]:
    """The attributes of those rows or columns that are hidden."""
    for match in elements:
        if b'hidden="1"' in match[1] or b'hidden="true"' in match[1]:
            yield dict(_ATTRIBUTE.findall(match[1]))


def _formatted(sheet: SheetXml, formats: Mapping[bytes, str]) -> Iterator[tuple[Address, str]]:
    """Filled cells that are shown with leading zeros, if they hold a number."""
    style = b"|".join(formats)
    pattern = re.compile(
        rb'<c r="([A-Za-z]+)(\d+)"[^>]*? s="(' + style + rb')"(?! t="[^n])[^>]*(?<!/)>'
    )
    for match in sheet.find(pattern):
        yield address(match[1], match[2]), formats[match[3]]
