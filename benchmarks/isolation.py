"""What it costs to read in workers: the same runs with the work done in the asking process.

`python -m benchmarks.isolation [ROUNDS]`. The bar is 15 % of the time of a whole run.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks import work

SAMPLE = Path(__file__).parents[1] / "samples" / "thanh-binh-2026"
WORKBOOKS = 10
WITHOUT = """
from toolkit import isolation
isolation.start = lambda module: None
isolation.run = lambda function, items, *limits: map(function, items)
from toolkit.cli import main
main()
"""
COMMANDS: Mapping[str, Sequence[str]] = {
    "without": (sys.executable, "-c", WITHOUT),
    "workers": (sys.executable, "-m", "toolkit"),
}


def main(rounds: int) -> None:
    """Run each dossier both ways in turn, so many rounds, and print medians and ratios."""
    with tempfile.TemporaryDirectory() as place:
        sample, larger = Path(place, "sample"), Path(place, "larger")
        shutil.copytree(SAMPLE / "nhan-vao", sample / "nhan-vao")
        work.make(larger / "nhan-vao", WORKBOOKS)
        print(f"medians of {rounds} rounds in turn; elapsed and processor seconds")
        for folder, title in ((sample, "the sample"), (larger, f"{WORKBOOKS} workbooks")):
            _compare(folder, title, rounds)


def _compare(folder: Path, title: str, rounds: int) -> None:
    runs: dict[str, list[tuple[float, float]]] = {}
    for _ in range(rounds):
        for name, command in COMMANDS.items():
            for made in ("ket-qua", ".doithoai", "Bang_dieu_khien.xlsx"):
                path = folder / made
                shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
            runs.setdefault(name, []).append(_run([*command, "consolidate", str(folder)]))
    medians = {
        name: tuple(statistics.median(figures) for figures in zip(*done, strict=True))
        for name, done in runs.items()
    }
    for name, (elapsed, worked) in medians.items():
        print(f"{title:14} {name:8} {elapsed:6.2f} {worked:6.2f}")
    ratios = [new / old for new, old in zip(medians["workers"], medians["without"], strict=True)]
    print(f"{title:14} {'ratio':8} {ratios[0]:6.2f} {ratios[1]:6.2f}")


def _run(command: list[str]) -> tuple[float, float]:
    """Seconds from start to end, and those of processors, workers included."""
    begun, before = time.perf_counter(), os.times()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    after = os.times()
    worked = sum(after[2:4]) - sum(before[2:4])
    return time.perf_counter() - begun, worked


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
