"""The process that does the work: `python -m toolkit.isolation.worker [MODULE…]`.

It imports the modules that it will need, then reads jobs (a function and its argument) from
stdin and writes each result to stdout, until stdin is closed. What libraries print goes to
stderr.
"""

import os
import sys
import traceback
from collections.abc import Callable
from importlib import import_module
from typing import BinaryIO, cast

from toolkit.isolation.limits import GRACE, SECONDS, confine, set_alarm
from toolkit.isolation.messages import Failure, Fate, packed, receive, send, unpacked

Job = tuple[Callable[[object], object], object]


def main() -> None:
    """Work until nobody asks any more, or the memory is full."""
    answers = _private_output()
    confine()
    for module in sys.argv[1:]:
        import_module(module)
    send(answers, packed(None))
    while (job := receive(sys.stdin.buffer)) is not None:
        set_alarm(SECONDS + GRACE)
        answer = _answer(job)
        set_alarm(0)
        send(answers, answer)


def _private_output() -> BinaryIO:
    """What was stdout. From now on, what is printed goes to stderr."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return answers


def _answer(job: bytes) -> bytes:
    try:
        function, argument = cast("Job", unpacked(job))
        return packed(function(argument))
    except MemoryError:
        return packed(Failure(Fate.LOST, "MemoryError"))
    except BaseException as error:  # noqa: BLE001 — a panic of a library is no Exception
        traceback.print_exc()
        return packed(Failure(Fate.FAULT, "".join(traceback.format_exception(error))))


if __name__ == "__main__":
    main()
