"""What lies in the folder of a level above: what each unit sent, as packages of files.

A folder that is a dossier, or that holds workbooks, is one package; folders of folders are looked
into. Several workbooks lying loose beside each other are taken apart by unit later on.
"""

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from toolkit import dossier, excel
from toolkit.dossier import InboxFile
from toolkit.errors import NothingToReadError
from toolkit.values.texts import fold

_DAYS = (
    re.compile(r"(?<!\d)(?P<y>20\d\d)[-._](?P<m>\d\d?)[-._](?P<d>\d\d?)(?!\d)"),
    re.compile(r"(?<!\d)(?P<d>\d\d?)[-._](?P<m>\d\d?)[-._](?P<y>20\d\d)(?!\d)"),
)
_YEAR = re.compile(r"(?<!\d)20[2-9]\d(?!\d)")
_COPY = re.compile(r"\(\d+\)")
_AGAIN = re.compile(
    r"\b(?:copy of|copy|ban sao|gui lai|nop lai|sua lai|sua|bo sung|final|moi|cuoi|updated|"
    r"lan \d+|v\d+)\b"
)
"""What people add to the name of a file that they send again."""


@dataclass(frozen=True, slots=True)
class Package:
    """Files that came together. `source` is where they lie below the folder, with `/`, in NFC.

    `root` is the folder that the unit's own paths begin at, `base` the way to it from the folder.
    """

    source: str
    base: str
    root: Path
    files: tuple[InboxFile, ...]

    @property
    def digest(self) -> str:
        return content_digest(self.files)

    @property
    def saved(self) -> str:
        """When the last of its files was saved; "" if none tells."""
        return max((excel.last_saved(file.path) for file in self.files), default="")

    def location(self, name: str) -> str:
        """Where a file of the package lies, below the folder of the level above."""
        return f"{self.base}{name}"


def content_digest(files: Sequence[InboxFile]) -> str:
    """The content of files in one word, whatever they are called."""
    parts = sorted({file.sha256 for file in files if file.sha256})
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def packages(folder: Path, names_unit: Callable[[str], bool]) -> tuple[Package, ...]:
    """What came, in the order of its names.

    `names_unit` says whether a name is that of a unit: a folder that has folders of units in it
    is the day's mail, not what one unit sent.

    Raises:
        NothingToReadError: There is no file at all.
    """
    inbox = folder / dossier.INBOX
    root = inbox if inbox.is_dir() else folder
    found = tuple(_below(root, folder, names_unit, is_top=True))
    if not found:
        dossier.collect([root])
    return found


def received_on(package: Package, as_of: date) -> str:
    """The day it came: the one that stands in its path, else that of its newest file."""
    names = [file.name for file in package.files]
    for part in (*reversed(package.source.split("/")), *names):
        for pattern in _DAYS:
            if found := pattern.search(part):
                day = _day(found)
                if day:
                    return day.isoformat()
    times = [file.path.stat().st_mtime for file in package.files]
    day = datetime.fromtimestamp(max(times)).date() if times else as_of
    return min(day, as_of).isoformat()


def year_in(package: Package) -> int | None:
    """The year that stands in the names of folders and files, if one does."""
    for part in reversed(package.source.split("/")):
        if found := _YEAR.search(part):
            return int(found[0])
    return None


def stem(name: str) -> str:
    """The name of a file without what is added when it is sent again.

    >>> stem("Kien nghi xa A (1).xlsx") == stem("kien nghi xa A_gui lai.xlsx")
    True
    >>> stem("Kien nghi ap 1.xlsx") == stem("Kien nghi ap 2.xlsx")
    False
    """
    plain = _COPY.sub(" ", Path(name).stem)
    for pattern in _DAYS:
        plain = pattern.sub(" ", plain)
    return " ".join(_AGAIN.sub(" ", fold(plain.replace("_", " "))).split())


def _below(
    folder: Path, base: Path, names_unit: Callable[[str], bool], *, is_top: bool
) -> Iterator[Package]:
    entries = sorted(folder.iterdir())
    files = [p for p in entries if p.is_file() and p.name not in dossier.CONTROL]
    holds_units = is_top or any(p.is_dir() and names_unit(p.name) for p in entries)
    if (_is_dossier(folder) and not is_top) or (not holds_units and any(map(_counts, files))):
        yield _package(folder, base)
        return
    if loose := [path for path in files if _counts(path)]:
        yield from _loose(loose, base)
    for path in entries:
        if path.is_dir() and not path.name.startswith(".") and path.name != dossier.RESULTS:
            yield from _below(path, base, names_unit, is_top=False)


def _is_dossier(folder: Path) -> bool:
    results = folder / dossier.RESULTS / dossier.SUMMARY
    return (folder / dossier.INBOX).is_dir() or results.is_file()


def _counts(path: Path) -> bool:
    return not excel.is_temporary(path.name) and (
        dossier.is_workbook_name(path.name) or excel.looks_packed(path)
    )


def _package(folder: Path, base: Path) -> Package:
    """A folder as one package; the finished workbooks of a dossier are in it, too."""
    results = folder / dossier.RESULTS
    finished = [
        _file(path, folder)
        for name in (dossier.SUMMARY, dossier.FOLLOW_UP)
        if (path := results / name).is_file()
    ]
    try:
        files = dossier.collect([folder])
    except NothingToReadError:
        files = ()
    source = dossier.name_below(folder, base)
    return Package(source, f"{source}/", folder, (*files, *finished))


def _loose(paths: Sequence[Path], base: Path) -> Iterator[Package]:
    """Files beside each other: each for itself, for they may be of different units."""
    for path in paths:
        source = dossier.name_below(path, base)
        yield Package(source, source[: -len(path.name)], path.parent, (_file(path, path.parent),))


def _file(path: Path, root: Path) -> InboxFile:
    name = dossier.name_below(path, root)
    return InboxFile(path, name, path.stat().st_size, dossier.digest(path))


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(int(found["y"]), int(found["m"]), int(found["d"]))
    except ValueError:
        return None
