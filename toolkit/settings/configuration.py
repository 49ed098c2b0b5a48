"""The sheet “Cấu hình” of a control workbook: names of settings, and beside them their values."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from toolkit import codelists
from toolkit.model import Code, Finding, Meeting, Sheet, Workbook
from toolkit.settings.declared import Settings
from toolkit.settings.layout import CONFIGURATION, ITEMS
from toolkit.settings.notices import UNKNOWN_SETTING, UNKNOWN_UNIT
from toolkit.settings.sheets import Line, full_date, sheet_named
from toolkit.values.texts import clean, fold, shown

UNIT_CODE_DIGITS = 5

_KEYS = {fold(word): item.key for item in ITEMS for word in item.words}
_HEADER = {fold(word) for word in CONFIGURATION.headings[0].words}
_OFFICE = ("UBND", "Ủy ban nhân dân")
"""Before the name of a unit: the office, not the unit."""


def read_configuration(
    control: Workbook, settings: Settings, as_of: date
) -> tuple[Settings, tuple[Finding, ...]]:
    """The settings with what the sheet says put in, and the cells of it that are wrong."""
    sheet = sheet_named(control, CONFIGURATION.names)
    if sheet is None:
        return settings, ()
    lines = tuple(_pairs(control.name, sheet))
    given = configuration_lines(control)
    allowed = ", ".join(item.words[0] for item in ITEMS)
    unknown = [
        line.finding(UNKNOWN_SETTING, "name", {"allowed": allowed})
        for line in lines
        if not _key(line)
    ]
    meeting, wrong = _meeting(given, as_of)
    texts = {key: line.text("value") for key, line in given.items()}
    settings = replace(
        settings,
        meeting=meeting,
        meeting_kind=texts.get("meeting_kind", ""),
        signer=texts.get("signer", ""),
        signer_title=texts.get("signer_title", ""),
        prepared_by=texts.get("prepared_by", ""),
        previous=texts.get("previous", ""),
    )
    return settings, (*unknown, *wrong)


def configuration_lines(control: Workbook) -> dict[str, Line]:
    """The rows of the sheet by what they set; of two about the same the first."""
    sheet = sheet_named(control, CONFIGURATION.names)
    lines = tuple(_pairs(control.name, sheet)) if sheet else ()
    return {_key(line): line for line in reversed(lines) if _key(line)}


def _pairs(workbook: str, sheet: Sheet) -> Iterator[Line]:
    """The rows in which a filled cell follows the first filled one, but the header."""
    for number, cells in enumerate(sheet.rows, start=1):
        filled = (column for column, cell in enumerate(cells, start=1) if clean(shown(cell)))
        column = next(filled, None)
        if column is None:
            continue
        line = Line(workbook, sheet, number, {"name": column, "value": column + 1})
        if line.text("value") and fold(line.text("name")) not in _HEADER:
            yield line


def _key(line: Line) -> str:
    """The setting that a row names; empty if there is no such setting."""
    return _KEYS.get(fold(line.text("name")), "")


def _meeting(given: Mapping[str, Line], as_of: date) -> tuple[Meeting, tuple[Finding, ...]]:
    """The meeting, its unit completed from the code list by the unit's code."""
    held_on = full_date(given["held_on"], "value") if "held_on" in given else None
    day = held_on if isinstance(held_on, date) else None
    unit = _unit(given["unit_code"], day or as_of) if "unit_code" in given else None
    known = unit if isinstance(unit, Code) else Code("", "")
    name = _unit_name(given["unit_name"].text("value")) if "unit_name" in given else ""
    parent = given["parent"].text("value") if "parent" in given else ""
    meeting = Meeting(
        unit_name=name or f"{known.name[:1].lower()}{known.name[1:]}",
        unit_code=known.code,
        parent=parent or known.more.get("parent", ""),
        held_on=day,
        year=day.year if day else None,
    )
    return meeting, tuple(part for part in (held_on, unit) if isinstance(part, Finding))


def _unit(line: Line, day: date) -> Code | Finding:
    """The commune of a code; a number has lost the zeros before it."""
    typed = line.text("value").zfill(UNIT_CODE_DIGITS)
    communes = codelists.load("communes", day)
    found = next((commune for commune in communes if commune.code == typed), None)
    return found or line.finding(UNKNOWN_UNIT, "value")


def _unit_name(text: str) -> str:
    """The name of a unit without its office.

    >>> _unit_name("UBND xã Tân Phong"), _unit_name("xã Tân Phong")
    ('xã Tân Phong', 'xã Tân Phong')
    """
    for office in _OFFICE:
        if fold(text).startswith(f"{fold(office)} "):
            return " ".join(text.split()[len(office.split()) :])
    return text
