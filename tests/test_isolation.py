"""A worker that hangs, dies, fails or talks costs one result; nobody outlives the parent."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests import jobs
from toolkit import isolation
from toolkit.isolation import Failure, Fate
from toolkit.limits import LIMITS

ROOT = Path(__file__).parents[1]

PARENT = """
import signal
import sys
from pathlib import Path
from tests import jobs
from toolkit import isolation
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background ignores it
list(isolation.run(jobs.say_who_and_hang, [Path(sys.argv[1])]))
"""


@pytest.fixture(autouse=True)
def _no_worker_is_left() -> Iterator[None]:
    yield
    isolation.stop()


def fates(answers: Iterator[int | Failure]) -> list[int | Fate]:
    return [answer.fate if isinstance(answer, Failure) else answer for answer in answers]


def test_results_come_in_the_order_of_the_items() -> None:
    assert list(isolation.run(jobs.doubled, range(20))) == list(range(0, 40, 2))


def test_nothing_is_started_for_nothing() -> None:
    assert list(isolation.run(jobs.doubled, [])) == []


def test_workers_stay_for_the_next_run() -> None:
    first = set(isolation.run(jobs.process, range(9), workers=1))
    assert set(isolation.run(jobs.process, range(9), workers=1)) == first != {os.getpid()}


def test_who_wants_no_more_results_does_not_wait_for_them(tmp_path: Path) -> None:
    told = tmp_path / "who"
    list(isolation.run(jobs.doubled, [1], workers=1))
    answers = isolation.run(jobs.hang_beside_folders, [tmp_path, told], workers=1)
    assert next(answers) is None
    assert wait_for(lambda: told.exists() and told.read_text())
    begun = time.monotonic()
    answers.close()
    assert time.monotonic() - begun < jobs.LONG / 2


def test_a_worker_that_dies_costs_one_result() -> None:
    assert fates(isolation.run(jobs.die_at_3, range(6))) == [0, 1, 2, Fate.LOST, 4, 5]


def test_a_worker_that_hangs_costs_one_result() -> None:
    limits = replace(LIMITS, seconds=2)
    assert fates(isolation.run(jobs.hang_at_3, range(6), limits)) == [0, 1, 2, Fate.TIMEOUT, 4, 5]


def test_an_error_that_is_no_exception_costs_one_result_and_is_kept() -> None:
    answers = list(isolation.run(jobs.fail_at_3, range(6)))
    failure = answers.pop(3)
    assert answers == [0, 1, 2, 4, 5]
    assert isinstance(failure, Failure)
    assert failure.fate is Fate.FAULT
    assert failure.detail.endswith("NoException: three\n")


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS does not keep the limit of memory")
def test_memory_is_limited_and_the_limit_can_be_raised() -> None:
    low, high = (replace(LIMITS, memory_bytes=size * 2**20) for size in (400, 2_000))
    assert fates(isolation.run(jobs.fill_memory, [1, 600, 2], low, 1)) == [
        2**20,
        Fate.LOST,
        2 * 2**20,
    ]
    assert fates(isolation.run(jobs.fill_memory, [600], high, 1)) == [600 * 2**20]


def test_what_is_printed_in_a_worker_disturbs_nothing() -> None:
    assert list(isolation.run(jobs.talk, range(5))) == list(range(5))


# ── Nobody is left behind ───────────────────────────────────────────────────────────────────


def lives(process: int) -> bool:
    status = Path(f"/proc/{process}/stat")
    try:
        return status.read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def wait_for(is_so: Callable[[], object], seconds: float = 30) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if is_so():
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
@pytest.mark.parametrize("sent", ["SIGINT", "SIGTERM", "SIGKILL"])
def test_a_worker_ends_with_its_parent_in_the_middle_of_a_job(sent: str, tmp_path: Path) -> None:
    told = tmp_path / "who"
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, told],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    assert wait_for(lambda: told.exists() and told.read_text())
    worker = int(told.read_text())
    assert lives(worker)
    parent.send_signal(getattr(signal, sent))
    assert parent.wait(30) != 0
    assert wait_for(lambda: not lives(worker))


@pytest.mark.skipif(os.name == "nt", reason="the descriptors are closed as POSIX does it")
def test_no_terminal_and_no_standard_streams_are_needed(tmp_path: Path) -> None:
    """As under `pythonw`, or when a button in Excel starts the toolkit."""
    code = (
        "import os, sys\n"
        "for number in (0, 1, 2): os.close(number)\n"
        "sys.stdin = sys.stdout = sys.stderr = None\n"
        "from pathlib import Path\n"
        "from tests import jobs\n"
        "from toolkit import isolation\n"
        "found = list(isolation.run(jobs.talk, range(5)))\n"
        "Path(sys.argv[1]).write_text(repr(found))\n"
    )
    told = tmp_path / "told"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", code, told], env=environment, check=True, timeout=60)
    assert told.read_text() == "[0, 1, 2, 3, 4]"
