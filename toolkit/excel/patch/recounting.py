"""Formulas that people put over cells which are changed count again when the workbook opens."""

import re

from toolkit.excel.patch.parts import Parts

_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>]")
_SETTING = re.compile(rb"<(?:\w+:)?calcPr\b[^>]*?(?=/?>)")
_ON_LOAD = re.compile(rb"\s+fullCalcOnLoad\s*=\s*[\"'][^\"']*[\"']")
_ASKED = re.compile(rb"\bfullCalcOnLoad\s*=\s*[\"'](?:1|true)[\"']")
_BEFORE = re.compile(
    rb"</(\w+:)?(?:sheets|functionGroups|externalReferences|definedNames)>"
    rb"|<(?:\w+:)?(?:functionGroups|externalReferences|definedNames)\s*/>"
)
"""What stands before the setting in a workbook (ECMA-376, 18.2.27)."""


def recount(parts: Parts) -> None:
    """Let the program that opens the workbook count its formulas anew, if it has any."""
    sheets = parts.related(parts.workbook, "worksheet").values()
    if not any(_FORMULA.search(parts.read(sheet)) for sheet in sheets):
        return
    data = parts.read(parts.workbook)
    changed = _told_to_recount(data)
    if changed != data:
        parts.put(parts.workbook, changed)


def _told_to_recount(data: bytes) -> bytes:
    if found := _SETTING.search(data):
        if _ASKED.search(found[0]):
            return data
        kept = _ON_LOAD.sub(b"", found[0]).rstrip()
        return data[: found.start()] + kept + b' fullCalcOnLoad="1"' + data[found.end() :]
    places = list(_BEFORE.finditer(data))
    if not places:
        return data
    last = places[-1]
    prefix = next((place[1] for place in places if place[1]), b"")
    added = b"<" + prefix + b'calcPr fullCalcOnLoad="1"/>'
    return data[: last.end()] + added + data[last.end() :]
