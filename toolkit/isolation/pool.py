"""The workers as seen from the process that asks. They outlive a run: starting costs 0.3 s.

Workers are plain subprocesses that talk through pipes, so whoever imports the toolkit (a test,
a button in Excel) needs no `if __name__ == "__main__"`, and it is the same on every system.
"""

import atexit
import os
import subprocess
import sys
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Lock, Timer
from typing import TypeVar, cast

from toolkit.isolation.confinement import tie
from toolkit.isolation.messages import Failure, Fate, Job, packed, receive, send, unpacked
from toolkit.limits import LIMITS, WORKER_JOBS, WORKERS, Limits

Item = TypeVar("Item")
Result = TypeVar("Result")

TALKS = "DOITHOAI_DEBUG"
"""Set this variable to see what workers print: warnings and panics of libraries."""

_HOME = Path(__file__).parents[2]
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def run(
    function: Callable[[Item], Result],
    items: Sequence[Item],
    limits: Limits = LIMITS,
    workers: int = WORKERS,
) -> Generator[Result | Failure, None, None]:
    """The results of a function for each item, in their order, worked out in workers.

    Function, items and results travel as pickles; the function must be importable. A worker
    that served others before it was lost is not proof against an item: it is tried once more
    in a fresh one. Whoever closes the iterator ends the work that is left.
    """
    if not items:
        return
    with ThreadPoolExecutor(max(1, min(workers, os.cpu_count() or 1, len(items)))) as threads:
        ask = partial(_POOL.ask, function, limits=limits)
        answers = [threads.submit(ask, item) for item in items]
        try:
            for answer in answers:
                # What a worker answers is what the function returns, or a Failure.
                yield cast("Result | Failure", answer.result())
        finally:
            if not all(answer.done() for answer in answers):  # nobody wants the rest
                for answer in answers:
                    answer.cancel()
                _POOL.stop()


def start(module: str) -> None:
    """Start a worker if there is none, and do not wait for it: meanwhile it imports a module."""
    _POOL.start(module)


def stop() -> None:
    """End all workers. The next run starts new ones."""
    _POOL.stop()


class _Worker:
    """One process. It is ready when it has said so."""

    def __init__(self, *modules: str) -> None:
        self.jobs = 0
        self._is_ready = self.is_late = self.is_dismissed = False
        self._process = subprocess.Popen(  # noqa: S603 — our own module, our own interpreter
            [sys.executable, "-P", "-m", "toolkit.isolation.worker", *modules],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if os.environ.get(TALKS) else subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": _python_path()},
            creationflags=_NO_WINDOW,
            start_new_session=True,  # Ctrl+C is for the parent, who ends its workers
        )
        tie(self._process.pid)

    def ask(self, job: bytes, seconds: float) -> bytes | None:
        """Hand a job over and wait for its answer; None if the process did not live to give it.

        Raises:
            RuntimeError: The process did not even start.
        """
        requests, answers = self._process.stdin, self._process.stdout
        if requests is None or answers is None:
            raise RuntimeError("a worker without pipes")
        if not self._is_ready and receive(answers) is None:
            raise RuntimeError(f"no worker starts with {sys.executable}")
        self._is_ready = True
        self.jobs += 1
        watch = Timer(seconds, self._end_late)
        watch.start()
        try:
            send(requests, job)
            return receive(answers)
        except OSError:
            return None
        finally:
            watch.cancel()

    def end(self) -> None:
        """End the process, which keeps nothing that would be lost, and wait until it has ended."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                with suppress(OSError):
                    pipe.close()
        self._process.wait()

    def dismiss(self) -> None:
        """End the process now; whoever waits for its answer learns that there is none."""
        self.is_dismissed = True
        self._process.kill()

    def _end_late(self) -> None:
        self.is_late = True
        self._process.kill()


class _Pool:
    """The workers that have nothing to do, and those at work."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._idle: list[_Worker] = []
        self._busy: set[_Worker] = set()

    def start(self, module: str) -> None:
        with self._lock:
            if not self._idle and not self._busy:
                self._idle.append(_Worker(module))

    def stop(self) -> None:
        with self._lock:
            idle, self._idle = self._idle, []
            for worker in self._busy:
                worker.dismiss()
        for worker in idle:
            worker.end()

    def ask(self, function: Callable[[Item], Result], item: Item, *, limits: Limits) -> object:
        """The result for one item, or the Failure that took its place."""
        seconds = limits.seconds
        asked = cast("Callable[[object], object]", function)
        job = packed(Job(asked, item, seconds, limits.memory_bytes))
        worker = self._take()
        if worker.jobs:
            answer = self._ask(worker, job, seconds)
            is_lost = isinstance(answer, Failure) and answer.fate is Fate.LOST
            if not is_lost or worker.is_dismissed:
                return answer
            worker = self._take(fresh=True)
        return self._ask(worker, job, seconds)

    def _ask(self, worker: _Worker, job: bytes, seconds: float) -> object:
        try:
            message = worker.ask(job, seconds)
            lost = Failure(Fate.TIMEOUT if worker.is_late else Fate.LOST)
            answer = lost if message is None else unpacked(message)
        except BaseException:
            self._give_back(worker, is_spent=True)
            raise
        is_lost = isinstance(answer, Failure) and answer.fate is not Fate.FAULT
        self._give_back(worker, is_spent=is_lost or worker.is_late)
        return answer

    def _take(self, *, fresh: bool = False) -> _Worker:
        with self._lock:
            worker = self._idle.pop() if self._idle and not fresh else _Worker()
            self._busy.add(worker)
        return worker

    def _give_back(self, worker: _Worker, *, is_spent: bool) -> None:
        with self._lock:
            self._busy.discard(worker)
            keep = not is_spent and worker.jobs < WORKER_JOBS
            if keep:
                self._idle.append(worker)
        if not keep:
            worker.end()


def _python_path() -> str:
    """Where a worker finds this same toolkit, and what the parent was told to look at."""
    return os.pathsep.join(filter(None, (str(_HOME), os.environ.get("PYTHONPATH", ""))))


_POOL = _Pool()
atexit.register(stop)
