"""What is kept when the toolkit itself fails: a file to send to whoever looks after it."""

import platform
import re
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from toolkit import __version__

_PERSONAL = re.compile(r"\d{9,12}")


def write_incident(trace: str, arguments: Sequence[str]) -> Path:
    """Write a traceback to a new file; long numbers, which may be personal, are masked.

    The file lies in the folder the command was run in, or in the temporary folder if that one
    cannot be written to.
    """
    told = [
        f"doithoai {__version__}, Python {platform.python_version()}, {platform.platform()}",
        f"arguments: {' '.join(arguments)}",
        trace,
    ]
    name = f"su-co-{datetime.now():%Y%m%d-%H%M%S}.txt"
    text = _PERSONAL.sub(lambda found: "*" * len(found[0]), "\n".join(told))
    for folder in (Path.cwd(), Path(tempfile.gettempdir())):
        try:
            (folder / name).write_text(text, "utf-8")
        except OSError:
            continue
        return folder / name
    return Path(name)
