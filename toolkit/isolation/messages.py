"""What passes between the process that asks and the worker: pickles, each with its length.

Both ends are this program, on one machine, through a pipe that nobody else holds.
"""

import pickle
import struct
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import IO

_LENGTH = struct.Struct(">Q")


class Fate(StrEnum):
    """Why there is no result."""

    TIMEOUT = "timeout"
    """It took longer than a job may."""
    LOST = "lost"
    """The process died, or its memory was full."""
    FAULT = "fault"
    """Our own code raised an error."""


@dataclass(frozen=True, slots=True)
class Failure:
    """What is returned in place of a result. `detail` is for whoever looks after the toolkit."""

    fate: Fate
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker is asked: a function that can be imported, what it is for, and the limits."""

    function: Callable[[object], object]
    item: object
    seconds: float
    memory_bytes: int


def packed(thing: object) -> bytes:
    """A message."""
    return pickle.dumps(thing, pickle.HIGHEST_PROTOCOL)


def unpacked(message: bytes) -> object:
    """What a message says."""
    return pickle.loads(message)  # noqa: S301 — see above: the pipe is our own


def send(stream: IO[bytes], message: bytes) -> None:
    """Write one message.

    Raises:
        OSError: Nobody listens any more.
    """
    stream.write(_LENGTH.pack(len(message)))
    stream.write(message)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """Wait for one message; None if the other end is closed, even in the middle of it."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    message = stream.read(length)
    return message if len(message) == length else None
