"""The process that does the work: `python -m toolkit.isolation.worker [MODULE…]`.

It imports the modules that it will need, then reads jobs from its standard input and writes each
result to its standard output, until nobody is at the other end. What libraries print goes to the
standard error. The numbers 0, 1 and 2 are used, for `pythonw` has no `sys.stdout`.
"""

import gc
import os
import sys
import time
import traceback
from contextlib import suppress
from importlib import import_module
from threading import Thread
from typing import BinaryIO, cast

from toolkit.isolation.confinement import confine, set_alarm
from toolkit.isolation.messages import Failure, Fate, Job, packed, receive, send, unpacked
from toolkit.limits import GRACE


def main() -> None:
    """Work until nobody asks any more, or the memory is full."""
    jobs, answers = os.fdopen(os.dup(0), "rb"), _private_output()
    for module in sys.argv[1:]:
        import_module(module)
    Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    gc.freeze()  # looking less often for what could be forgotten saves a tenth of the time
    gc.set_threshold(100_000, 20, 50)
    with suppress(OSError):  # who asked has gone
        send(answers, packed(None))
        while (message := receive(jobs)) is not None:
            send(answers, _answer(message))
            set_alarm(0)


def _end_with(parent: int) -> None:
    """End this process soon after its parent has ended, even in the middle of a job.

    If native code lets no thread run, the alarm does it; on Windows the system (see `tie`).
    """
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def _private_output() -> BinaryIO:
    """What was the standard output. From now on, what is printed goes to the standard error."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def _answer(message: bytes) -> bytes:
    try:
        job = cast("Job", unpacked(message))
        set_alarm(job.seconds + GRACE)
        confine(job.memory_bytes)
        return packed(job.function(job.item))
    except MemoryError:
        return packed(Failure(Fate.LOST, "MemoryError"))
    except BaseException as error:  # noqa: BLE001 — a panic of a library is no Exception
        traceback.print_exc()
        return packed(Failure(Fate.FAULT, "".join(traceback.format_exception(error))))


if __name__ == "__main__":
    main()
