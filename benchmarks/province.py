"""Time `aggregate` beside the floor and the pandas scripts. `python -m benchmarks.province [N]`.

N workbooks (96 if not given) of the communes of Tây Ninh, each with three lists. More than 96
are those of communes of 2023 besides.
"""

import shutil
import statistics
import sys
import tempfile
from datetime import date
from pathlib import Path

from benchmarks import work
from benchmarks.__main__ import Run, run
from toolkit.aggregate.units import shipped

ROUNDS = 3
TODAY, BEFORE = date(2026, 11, 23), date(2023, 6, 30)


def main(workbooks: int) -> None:
    """Run every peer in turn, so many rounds, and print medians and ratios to the floor."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "tinh")
        work.make(folder / "nhan-vao", workbooks, names())
        done: dict[str, list[Run]] = {}
        for _ in range(ROUNDS):
            for made in ("ket-qua", ".doithoai"):
                shutil.rmtree(folder / made, ignore_errors=True)
            for name, command in _commands(folder, Path(place, "peer.xlsx")).items():
                done.setdefault(name, []).append(run(command))
    rows = workbooks * (work.ATTENDEES + work.PETITIONS + work.ANSWERS)
    print(f"{workbooks} workbooks, {rows:,} rows; medians of {ROUNDS} rounds in turn")
    floor = statistics.median(one.seconds for one in done["floor"])
    print(f"{'':18} {'seconds':>8} {'× floor':>8} {'MB':>6}")
    for name, runs in done.items():
        seconds = statistics.median(one.seconds for one in runs)
        memory = max(one.memory for one in runs)
        print(f"{name:18} {seconds:8.2f} {seconds / floor:8.2f} {memory:6.0f}")


def names() -> tuple[str, ...]:
    """The communes of today, then those of 2023 with other names."""
    units = shipped()
    today = [unit.name for unit in units.parts("80", TODAY)]
    then = [unit.name for unit in (*units.parts("72", BEFORE), *units.parts("80", BEFORE))]
    return tuple(dict.fromkeys((*today, *then)))


def _commands(folder: Path, target: Path) -> dict[str, list[str]]:
    peer = [sys.executable, "-m", "benchmarks.peers"]
    inbox = str(folder / "nhan-vao")
    ours = [sys.executable, "-m", "toolkit", "aggregate", str(folder), "--quiet"]
    return {
        "floor": [*peer, "floor", inbox, str(target)],
        "aggregate": [*ours, "--as-of", TODAY.isoformat()],
        "aggregate again": [*ours, "--as-of", TODAY.isoformat()],
        "pandas_calamine": [*peer, "pandas_calamine", inbox, str(target)],
        "pandas_openpyxl": [*peer, "pandas_openpyxl", inbox, str(target)],
    }


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 96)
