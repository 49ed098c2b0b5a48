"""The formulas of a workbook as they are typed, and the names of its cells."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from toolkit.excel.facts import Address, address
from toolkit.excel.gate import contents
from toolkit.excel.patch.parts import Parts
from toolkit.excel.refusals import DAMAGED, refused
from toolkit.limits import LIMITS


@dataclass(frozen=True, slots=True)
class Formulas:
    """The formulas by sheet and address, and what the names of the workbook stand for."""

    cells: Mapping[str, Mapping[Address, str]]
    names: Mapping[str, str]


def read_formulas(path: Path, name: str) -> Formulas:
    """The formulas of an .xlsx or .xlsm file.

    Raises:
        InputError: It is no such file, is damaged, or has a password.
    """
    parts = Parts(contents(path, name, LIMITS), name)
    if not parts.workbook.endswith(".xml"):
        raise refused(DAMAGED, name)
    tree = parts.tree(parts.workbook)
    known = parts.related(parts.workbook, "worksheet")
    cells: dict[str, Mapping[Address, str]] = {}
    for sheet in tree.iterfind("{*}sheets/{*}sheet"):
        keys = [key for name_, key in sheet.items() if str(name_).endswith("}id") and key in known]
        if keys:
            cells[sheet.get("name", "")] = _formulas(parts, known[keys[0]])
    names = {
        found.get("name", ""): found.text or ""
        for found in tree.iterfind("{*}definedNames/{*}definedName")
    }
    return Formulas(cells, names)


def _formulas(parts: Parts, part: str) -> Mapping[Address, str]:
    found: dict[Address, str] = {}
    for cell in parts.tree(part).iterfind("{*}sheetData/{*}row/{*}c"):
        formula = cell.find("{*}f")
        if formula is not None and formula.text:
            found[place(cell.get("r", "A1"))] = formula.text
    return found


def place(a1: str) -> Address:
    """The row and column of an address.

    >>> place("$D$7")
    (7, 4)
    """
    plain = a1.replace("$", "")
    letters = plain.rstrip("0123456789")
    return address(letters.encode(), plain[len(letters) :].encode())
