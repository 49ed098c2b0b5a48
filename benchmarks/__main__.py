"""Time the toolkit beside the floor and the pandas scripts. `python -m benchmarks [WORKBOOKS]`."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks import work

ROUNDS = 3
MEGABYTE = 1024


@dataclass(frozen=True, slots=True)
class Run:
    """One whole process: seconds from start to end, peak memory in MB."""

    seconds: float
    memory: float


def main(workbooks: int) -> None:
    """Run every peer in turn, so many rounds, and print medians and ratios to the floor."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "dossier")
        work.make(folder / "nhan-vao", workbooks)
        runs: dict[str, list[Run]] = {}
        for _ in range(ROUNDS):
            for name, command in _commands(folder, Path(place, "peer.xlsx")).items():
                for made in ("ket-qua", ".doithoai"):
                    shutil.rmtree(folder / made, ignore_errors=True)
                runs.setdefault(name, []).append(run(command))
    rows = workbooks * (work.ATTENDEES + work.PETITIONS + work.ANSWERS)
    print(f"{workbooks} workbooks, {rows:,} rows; medians of {ROUNDS} rounds in turn")
    floor = statistics.median(run.seconds for run in runs["floor"])
    print(f"{'':18} {'seconds':>8} {'× floor':>8} {'MB':>6}")
    for name, done in runs.items():
        seconds = statistics.median(run.seconds for run in done)
        memory = max(run.memory for run in done)
        print(f"{name:18} {seconds:8.2f} {seconds / floor:8.2f} {memory:6.0f}")


def _commands(folder: Path, target: Path) -> dict[str, list[str]]:
    peer = [sys.executable, "-m", "benchmarks.peers"]
    inbox = str(folder / "nhan-vao")
    return {
        "floor": [*peer, "floor", inbox, str(target)],
        "doithoai": [sys.executable, "-m", "toolkit", "consolidate", str(folder), "--quiet"],
        "pandas_calamine": [*peer, "pandas_calamine", inbox, str(target)],
        "pandas_openpyxl": [*peer, "pandas_openpyxl", inbox, str(target)],
        "help": [sys.executable, "-m", "toolkit", "--help"],
        "empty click": [sys.executable, "-c", "import click"],
    }


def run(command: list[str]) -> Run:
    """One whole process, timed."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return Run(time.perf_counter() - begun, usage.ru_maxrss / MEGABYTE)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
