"""Reads the workbooks of samples/layouts anew and compares them with their truth.json.

It shares no code with what drew them: cells come from openpyxl, the truth from the JSON file.
`python samples/make_layouts_check.py` prints every difference and ends with 1 if there is one.
"""

import json
import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import NotRequired, TypedDict

import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

HERE = Path(__file__).parent / "layouts"
MAIN = {
    "petition": "content",
    "response": "response_text",
    "attendee": "full_name",
    "survey": "question",
}
CODED = {
    "topic",
    "kind",
    "authority",
    "status",
    "outcome",
    "attendance",
    "delegation",
    "gender",
}
DITTO = {"nt", "-nt-", "//", '"'}
OLD_FONTS = ("VNI-", ".Vn")
Cells = Mapping[tuple[int, str], object]


class Row(TypedDict):
    """A record of truth.json."""

    row: int
    values: dict[str, object]


class Table(TypedDict):
    """A table as truth.json describes it; what is not compared is left out."""

    sheet: str
    entity: str
    header_rows: list[int]
    columns: dict[str, str]
    excluded: list[tuple[int, str]]
    records: list[Row]
    open: NotRequired[list[str]]


def differences(folder: Path) -> Iterator[str]:
    """Every difference between a workbook and its truth, in words."""
    said = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    book = openpyxl.load_workbook(folder / f"{folder.name}.xlsx", data_only=True)
    for table in said["tables"]:
        sheet = book[table["sheet"]]
        cells = _cells(sheet)
        found = [*_rows(table, cells), *_headers(table, cells)]
        if not str(sheet.cell(table["header_rows"][0], 1).font.name).startswith(OLD_FONTS):
            found += _records(table, cells)
        for difference in found:
            yield f"{folder.name} | {table['sheet']} | {difference}"


def _cells(sheet: Worksheet) -> dict[tuple[int, str], object]:
    """What stands in every cell, merged ones filled."""
    cells: dict[tuple[int, str], object] = {
        (row, get_column_letter(column)): value
        for row, values in enumerate(sheet.iter_rows(values_only=True), start=1)
        for column, value in enumerate(values, start=1)
    }
    for span in sheet.merged_cells.ranges:
        first = sheet.cell(span.min_row, span.min_col)
        for row, column in span.cells:
            letter = get_column_letter(column)
            cells[row, letter] = first.value
    return {place: value for place, value in cells.items() if value is not None}


def _rows(table: Table, cells: Cells) -> Iterator[str]:
    """Whether every row below the header is a record or excluded, and not both."""
    records = {record["row"] for record in table["records"]}
    excluded = dict(table["excluded"])
    expected = set(range(table["header_rows"][-1] + 1, max({*records, *excluded}) + 1))
    if records | excluded.keys() != expected or records & excluded.keys():
        yield f"rows {sorted(expected ^ (records | excluded.keys()))} are not accounted for"
    letters = _letters(table, MAIN[table["entity"]])
    for row in records:
        if not any((row, letter) in cells for letter in letters):
            yield f"row {row} is a record without its main value"
    for row, reason in excluded.items():
        filled = {str(cells[row, letter]) for letter in table["columns"] if (row, letter) in cells}
        if (reason == "blank") == bool(filled):
            yield f"row {row} is not {reason}: {filled}"
    after = max(expected) + 1
    if sum((after, letter) in cells for letter in table["columns"]) > 2:
        yield f"row {after} stands below the table and looks like a part of it"


def _letters(table: Table, name: str) -> list[str]:
    return [letter for letter, field in table["columns"].items() if field == name]


def _headers(table: Table, cells: Cells) -> Iterator[str]:
    """Whether every column has a header, and no column was forgotten."""
    first, last = table["header_rows"][0], table["header_rows"][-1]
    for letter in table["columns"]:
        if not any((row, letter) in cells for row in range(first, last + 1)):
            yield f"column {letter} has no header"


def _records(table: Table, cells: Cells) -> Iterator[str]:
    fields: dict[str, list[str]] = {}
    for letter, name in table["columns"].items():
        fields.setdefault(name, []).append(letter)
    for record in table["records"]:
        row, values = record["row"], record["values"]
        for name, letters in fields.items():
            shown = [cells[row, letter] for letter in letters if (row, letter) in cells]
            texts = [_text(one) for one in shown if _text(one) not in {"-", "null"}]
            value = values.get(name)
            if value is None and name in table.get("open", ()):
                continue
            if value is None and texts and not _is_tick(letters, texts):
                yield f"{letters[0]}{row}: {texts} is not in the truth as {name}"
            if value is not None and not _agree(name, value, shown, texts):
                yield f"{letters[0]}{row}: {texts} is not {name} {value!r}"


def _is_tick(letters: Sequence[str], texts: Sequence[str]) -> bool:
    return len(letters) > 1 or len(texts[0]) == 1


def _text(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return unicodedata.normalize("NFC", " ".join(str(value).split()))


def _agree(name: str, value: object, shown: Sequence[object], texts: Sequence[str]) -> bool:
    """Whether a value may be read from what is shown; codes only need some text."""
    if not texts:
        return False
    if texts[0] in DITTO or name in CODED:
        return True
    if isinstance(value, list):
        return all(part in texts[0] for part in value)
    return _same(name, str(value), shown[0], texts)


def _same(name: str, value: str, shown: object, texts: Sequence[str]) -> bool:
    if isinstance(shown, datetime):
        return shown.date().isoformat() == value
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return _is_day(value, texts)
    if name in {"phone", "national_id"}:
        digits = re.sub(r"\D", "", texts[0].removeprefix("+84"))
        return digits.lstrip("0") == value.lstrip("0") or value in re.findall(r"\d+", texts[0])
    return _inside(_text(value), " ".join(texts))


def _inside(value: str, text: str) -> bool:
    return value in text or value.rstrip(".") in text


def _is_day(value: str, texts: Sequence[str]) -> bool:
    """Whether the numbers of a text are those of the day, or its serial number."""
    day = datetime.fromisoformat(value)
    numbers = [int(number) for text in texts for number in re.findall(r"\d+", text)]
    if len(numbers) == 1:
        return numbers[0] == (day - datetime(1899, 12, 30)).days
    return numbers[:3] in ([day.day, day.month, day.year], [day.year, day.month, day.day])


def main() -> int:
    """Prints the differences of all workbooks."""
    found = [
        text
        for folder in sorted(HERE.iterdir())
        if folder.is_dir()
        for text in differences(folder)
    ]
    print(*found, sep="\n")  # noqa: T201 — this is a script
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
