"""How well layouts that nobody tuned for are recognised.

`python -m benchmarks.recognition [a|b] [--series 1|2|…] [--misses]`; without a series, all are
counted.

Each folder of samples/layouts/ has a workbook and the truth about it, written by someone who did
not know the recogniser. What may be tuned on, `--misses` lists; what is held back is only counted.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from toolkit import api, contract

LAYOUTS = Path(__file__).parents[1] / "samples" / "layouts"
HELD_BACK = ("4", "b")
"""The series and half that nobody may look at: see samples/layouts/README.md."""
AS_OF = date(2026, 11, 23)
MEASURES = ("tables", "columns", "records", "values")


def main(halves: str, series: Sequence[str], *, misses: bool) -> None:
    """Print recall and precision of each half, and what was missed or invented.

    `series` are those to count; all if there are none.
    """
    for half in halves:
        found: Counter[str] = Counter()
        false_errors = 0
        for path in sorted(LAYOUTS.glob("*/truth.json")):
            truth = json.loads(path.read_text("utf-8"))
            number = str(truth.get("series", 1))
            if truth["half"] != half or (series and number not in series):
                continue
            seen = _seen(path.parent)
            shown = misses and (number, half) not in HELD_BACK
            for measure in MEASURES:
                _count(path.parent.name, measure, truth, seen, found, misses=shown)
            false_errors += _false_errors(path.parent.name, truth, seen, misses=shown)
        print(f"half {half}: false errors {false_errors}")
        for measure in MEASURES:
            right = found[f"{measure} right"]
            recall = right / max(right + found[f"{measure} missed"], 1)
            precision = right / max(right + found[f"{measure} invented"], 1)
            print(f"  {measure:8} recall {recall:7.2%}  precision {precision:7.2%}  ({right})")


def _seen(folder: Path) -> dict[str, Any]:
    checked = api.check([folder / f"{folder.name}.xlsx"], AS_OF)
    document = contract.check_document(checked, "vi", with_records=True)
    (file,) = document["files"]
    return dict(file)


def _count(
    name: str,
    measure: str,
    truth: dict[str, Any],
    seen: dict[str, Any],
    found: Counter[str],
    *,
    misses: bool,
) -> None:
    expected = Counter(_facts(measure, truth))
    given = Counter(_facts(measure, seen))
    for fact in [fact for fact in given if fact not in expected and _is_left_open(fact, truth)]:
        del given[fact]
    found[f"{measure} right"] += (expected & given).total()
    found[f"{measure} missed"] += (expected - given).total()
    found[f"{measure} invented"] += (given - expected).total()
    if misses:
        for fact in expected - given:
            print(f"{name} {measure} missed {fact}")
        for fact in given - expected:
            print(f"{name} {measure} invented {fact}")


def _is_left_open(fact: tuple[object, ...], truth: dict[str, Any]) -> bool:
    """Whether the truth lets a reader say this or leave it: see samples/layouts/README.md."""
    for table in truth["tables"]:
        optional = table.get("optional", {})
        freely = {*optional.values(), *table.get("open", ())}
        told = {field for record in table["records"] for field in record.get("inherited", {})}
        if table["sheet"] == fact[0] and (
            tuple(fact[1:]) in optional.items() or (len(fact) == 4 and fact[2] in freely | told)
        ):
            return True
    return False


def _facts(measure: str, file: dict[str, Any]) -> Iterator[tuple[object, ...]]:
    """What the truth and the program say of a file, in the same words."""
    for table in file["tables"]:
        if measure == "tables":
            yield table["sheet"], table["entity"], tuple(table["header_rows"])
        if measure == "columns":
            yield from ((table["sheet"], *pair) for pair in _pairs(table["columns"]))
    for sheet, record in _records(file):
        if measure == "records":
            yield sheet, record["row"]
        if measure == "values":
            for field, value in record["values"].items():
                yield sheet, record["row"], field, json.dumps(value, ensure_ascii=False)


def _pairs(columns: Any) -> Iterator[tuple[str, str]]:
    """Letter and field of each column, from the truth's mapping or the program's list."""
    if isinstance(columns, dict):
        yield from columns.items()
    else:
        yield from ((column["column"], column["field"]) for column in columns)


def _records(file: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    if "records" in file:
        yield from ((record["sheet"], record) for record in file["records"])
    else:
        for table in file["tables"]:
            yield from ((table["sheet"], record) for record in table["records"])


def _false_errors(name: str, truth: dict[str, Any], seen: dict[str, Any], *, misses: bool) -> int:
    planted = {json.dumps(place) for place in truth["errors"]}
    errors = [f for f in seen["findings"] if f["severity"] == "error"]
    false = [f for f in errors if not any(f["cell"] in place for place in planted)]
    if misses:
        for f in false:
            print(f"{name} false error {f['code']} {f['sheet']}!{f['cell']} {f['message']}")
    return len(false)


if __name__ == "__main__":
    chosen = [argument for argument in sys.argv[1:] if argument in {"a", "b"}]
    numbers = [argument for argument in sys.argv[1:] if argument.isdecimal()]
    main("".join(chosen) or "ab", numbers, misses="--misses" in sys.argv)
