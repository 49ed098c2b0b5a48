"""What workers are asked to do in `test_isolation.py`; they can import it."""

import os
import sys
import time
from pathlib import Path

LONG = 60
"""Seconds that nobody waits for."""


class NoException(BaseException):
    """As the panics of some libraries."""


def doubled(number: int) -> int:
    return 2 * number


def process(_: int) -> int:
    return os.getpid()


def die_at_3(number: int) -> int:
    if number == 3:
        os.abort()
    return number


def hang_at_3(number: int) -> int:
    if number == 3:
        time.sleep(LONG)
    return number


def fail_at_3(number: int) -> int:
    if number == 3:
        raise NoException("three")
    return number


def fill_memory(megabytes: int) -> int:
    return len(bytes(megabytes * 2**20))


def talk(number: int) -> int:
    sys.stdout.write("noise")
    sys.stdout.flush()
    os.write(1, b"more noise")
    return number


def say_who_and_hang(file: Path) -> None:
    file.write_text(str(os.getpid()), encoding="ascii")
    time.sleep(LONG)


def hang_beside_folders(file: Path) -> None:
    """Hang, but not for a folder."""
    if not file.is_dir():
        say_who_and_hang(file)
