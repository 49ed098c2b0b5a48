"""Files of a dossier written together: all of them or none, and taken back when asked.

A run first puts down what it is going to write, with what stands there now, in a folder of its
own below `.doithoai/nhat-ky/`; then file after file takes its place; then the folder is marked as
done. A run that was killed on the way is finished by the next one. What stood there before is kept
for a while, and `undo` puts it back.
"""

import json
import os
import shutil
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import IO

from toolkit import excel
from toolkit.dossier import CANNOT_REMEMBER, Dossier, digest
from toolkit.errors import OutputError
from toolkit.model import Notice, Severity

FOLDER, LOCK = "nhat-ky", "khoa"
DAYS, RUNS = 14, 20
"""How long backups are kept: whichever of the two is longer."""

_LIST, _DONE, _BEING_UNDONE = "danh-sach.json", "xong", "dang-hoan-tac"
_DAY = 86_400
_ATTEMPTS = 5

RUNNING = Notice(
    "FIL-72",
    Severity.ERROR,
    vi="Hồ sơ «{path}» đang được tổng hợp ở một cửa sổ khác nên lần chạy này dừng lại.",
    en="Another run is working on the dossier «{path}», so this one stops.",
    fix_vi="Hãy chờ lần chạy kia xong, ví dụ một phút, rồi chạy lại.",
    fix_en="Wait until the other run has ended, for example a minute, then run again.",
    why="Two runs that write the same files at the same time would mix their results.",
    good="One run at a time.",
    bad="The button is pressed a second time while the first run goes on.",
)
NOTHING_TO_UNDO = Notice(
    "FIL-73",
    Severity.ERROR,
    vi="Hồ sơ «{path}» không có lần chạy nào để hoàn tác.",
    en="There is no run of the dossier «{path}» that could be undone.",
    fix_vi="Không cần làm gì. Bản lưu chỉ được giữ 14 ngày hoặc 20 lần chạy gần nhất.",
    fix_en="Nothing to do. Backups are kept for 14 days or the last 20 runs only.",
    why="Only what a run of the toolkit has changed can be taken back.",
    good="A dossier that was consolidated yesterday.",
    bad="A dossier that was never consolidated.",
)
EDITED_SINCE = Notice(
    "FIL-74",
    Severity.ERROR,
    vi="Chưa hoàn tác vì có tệp đã được sửa sau lần chạy cuối: {files}.",
    en="Nothing was undone, for files were edited after the last run: {files}.",
    fix_vi="Hãy giữ các tệp đó như hiện nay, hoặc chép chúng sang chỗ khác, chạy lại tổng hợp rồi "
    "mới hoàn tác.",
    fix_en="Keep the files as they are; or copy them elsewhere, consolidate, and undo then.",
    why="Taking a run back would also take back what somebody has typed since.",
    good="Nobody has changed the results since the last run.",
    bad="An answer was typed into «Theo_doi_phan_cong.xlsx» after the last run.",
)
NOTICES = (RUNNING, NOTHING_TO_UNDO, EDITED_SINCE)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One file of a run: where it is, and its digests before and after (None: no file)."""

    number: int
    path: Path
    before: str | None
    after: str | None


# ── One run at a time ───────────────────────────────────────────────────────────────────────


@contextmanager
def locked(place: Dossier) -> Iterator[None]:
    """Let no other run work on a dossier meanwhile. A run that was killed holds no lock.

    Raises:
        OutputError: Another run does so now, or the folder cannot be written to.
    """
    path = place.memory / LOCK
    is_new = not place.memory.exists()
    try:
        place.memory.mkdir(parents=True, exist_ok=True)
        file = _held(path)
    except OSError as error:
        raise OutputError(CANNOT_REMEMBER, {"path": place.root.name}) from error
    if file is None:
        raise OutputError(RUNNING, {"path": place.root.name})
    with file:
        try:
            yield
        finally:
            with suppress(OSError):  # Windows keeps files that are open
                path.unlink()
            if is_new:
                with suppress(OSError):
                    place.memory.rmdir()


def _held(path: Path) -> IO[bytes] | None:
    """The lock file, held by us alone; None if another run holds it.

    It is removed at the end of a run: one that was removed while we took it is not the lock.
    """
    for _ in range(_ATTEMPTS):
        file = path.open("a+b")
        if not _hold(file):
            file.close()
            return None
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(file.fileno()), path.stat()):
                return file
        file.close()
    return None


def _hold(file: IO[bytes]) -> bool:
    """Take the lock of the operating system on a file; whether it was free."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 — there is none elsewhere

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 — there is none on Windows

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


# ── Writing ─────────────────────────────────────────────────────────────────────────────────


def is_news(path: Path, content: bytes) -> bool:
    """Whether a file does not hold that already."""
    return _digest(path) != _hash(content)


def commit(place: Dossier, files: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """Write files whose content is new, all of them or none; those that were written.

    Raises:
        OutputError: One of them is open in Excel, or cannot be written. All are as before.
    """
    new = {path: data for path, data in files.items() if is_news(path, data)}
    if not new:
        return ()
    try:
        run = _put_down(place, new)
    except OSError as error:
        raise OutputError(CANNOT_REMEMBER, {"path": place.root.name}) from error
    written: list[Path] = []
    try:
        for number, path in enumerate(new):
            _put(path, run / f"{number}.sau")
            written.append(path)
    except BaseException:
        _restore(run, [entry for entry in _entries(place, run) if entry.path in written])
        shutil.rmtree(run, ignore_errors=True)
        raise
    _finish(run)
    _forget_old(place)
    return tuple(new)


def recover(place: Dossier) -> None:
    """Finish what a run that was killed had begun to write, or to take back.

    A file that somebody has edited meanwhile stays as it is.
    """
    for run in _runs(place):
        if (run / _BEING_UNDONE).exists():
            _take_back(place, run)
        elif not (run / _DONE).exists():
            entries = _entries(place, run)
            _complete(run, entries)
            _sweep(entries)
    for leftover in _folder(place).glob("*.tmp"):
        shutil.rmtree(leftover, ignore_errors=True)


def undo(place: Dossier) -> tuple[Path, ...]:
    """Take back what the last run wrote; the files that are as they were before it.

    Raises:
        OutputError: There is no such run, somebody has edited a file since, or one cannot be
            written.
    """
    recover(place)
    runs = _runs(place)
    if not runs:
        raise OutputError(NOTHING_TO_UNDO, {"path": place.root.name})
    entries = _entries(place, runs[-1])
    edited = [entry.path.name for entry in entries if _digest(entry.path) != entry.after]
    if edited:
        raise OutputError(EDITED_SINCE, {"files": ", ".join(f"«{name}»" for name in edited)})
    for entry in entries:
        excel.require_free(entry.path)
    (runs[-1] / _BEING_UNDONE).touch()
    _take_back(place, runs[-1])
    return tuple(entry.path for entry in entries)


def _folder(place: Dossier) -> Path:
    return place.memory / FOLDER


def _runs(place: Dossier) -> list[Path]:
    """The folders of the runs, the last one last."""
    return sorted(run for run in _folder(place).glob("[0-9]*") if run.name.isdecimal())


def _put_down(place: Dossier, new: Mapping[Path, bytes]) -> Path:
    """The folder of a run: what is to be written, and what stands there now."""
    runs = _runs(place)
    number = int(runs[-1].name) + 1 if runs else 1
    run = _folder(place) / f"{number:06}"
    beside = run.with_suffix(".tmp")
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    listed = []
    for position, (path, data) in enumerate(new.items()):
        _write(beside / f"{position}.sau", data)
        if path.exists():
            _write(beside / f"{position}.truoc", path.read_bytes())
        listed.append([_name(place, path), _digest(path), _hash(data)])
    _write(beside / _LIST, json.dumps(listed, ensure_ascii=False, indent=1).encode())
    beside.replace(run)
    return run


def _entries(place: Dossier, run: Path) -> list[_Entry]:
    listed = json.loads((run / _LIST).read_text("utf-8"))
    return [
        _Entry(number, place.root / name, before, after)
        for number, (name, before, after) in enumerate(listed)
    ]


def _name(place: Dossier, path: Path) -> str:
    """A path below the dossier, so that the whole folder may be moved; else as it is."""
    return (
        path.relative_to(place.root).as_posix() if path.is_relative_to(place.root) else str(path)
    )


def _put(target: Path, source: Path) -> None:
    """Give a file the content of another, whole or not at all."""
    excel.put(target, source.read_bytes())


def _complete(run: Path, entries: list[_Entry]) -> None:
    """Write what is not written yet."""
    for entry in entries:
        waiting = run / f"{entry.number}.sau"
        if _digest(entry.path) == entry.before and waiting.exists():
            _put(entry.path, waiting)
    _finish(run)


def _sweep(entries: list[_Entry]) -> None:
    """Remove what a killed run left beside the files that it was writing."""
    for entry in entries:
        for leftover in entry.path.parent.glob(f"~${entry.path.stem}-*.tmp"):
            leftover.unlink(missing_ok=True)


def _restore(run: Path, entries: list[_Entry]) -> None:
    """Put back what stood there before, as far as the files are those that the run wrote."""
    for entry in entries:
        if _digest(entry.path) != entry.after:
            continue
        if entry.before is None:
            entry.path.unlink()
        else:
            _put(entry.path, run / f"{entry.number}.truoc")


def _take_back(place: Dossier, run: Path) -> None:
    _restore(run, _entries(place, run))
    shutil.rmtree(run, ignore_errors=True)


def _finish(run: Path) -> None:
    (run / _DONE).touch()
    for copy in run.glob("*.sau"):
        copy.unlink(missing_ok=True)


def _forget_old(place: Dossier) -> None:
    """Remove backups that are neither among the last runs nor young."""
    oldest = time.time() - DAYS * _DAY
    for run in _runs(place)[:-RUNS]:
        if (run / _DONE).stat().st_mtime < oldest:
            shutil.rmtree(run, ignore_errors=True)


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _digest(path: Path) -> str | None:
    return digest(path) or None


def _hash(data: bytes) -> str:
    return sha256(data).hexdigest()
