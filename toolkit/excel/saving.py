"""Putting a finished file in its place: whole or not at all."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from toolkit.errors import OutputError
from toolkit.model import Notice, Severity

OPEN_ELSEWHERE = Notice(
    code="FIL-30",
    severity=Severity.ERROR,
    vi="Tệp «{path}» đang mở trong Excel hoặc không được phép ghi đè. Dữ liệu cũ vẫn còn nguyên.",
    en="The file “{path}” is open in Excel or may not be overwritten. The old data are untouched.",
    fix_vi="Hãy lưu và đóng tệp «{path}» rồi chạy lại.",
    fix_en="Save and close “{path}”, then run again.",
    why="Excel keeps a workbook that is open to itself; no other program can write it.",
    good="The results were closed before the run.",
    bad="The results of the last run are still open in Excel.",
)
DISK_FULL = Notice(
    code="FIL-31",
    severity=Severity.ERROR,
    vi="Ổ đĩa không còn chỗ nên chưa ghi được tệp «{path}». Dữ liệu cũ vẫn còn nguyên.",
    en="The disk is full, so “{path}” could not be written. The old data are untouched.",
    fix_vi="Hãy xóa bớt tệp không cần, ví dụ trong Thùng rác, rồi chạy lại.",
    fix_en="Delete files that are not needed, for example in the bin, then run again.",
    why="The new file is written wholly before it replaces the old one, which needs space.",
    good="A disk with some hundred MB to spare.",
    bad="A disk or USB stick that is full.",
)
NOT_WRITABLE = Notice(
    code="FIL-32",
    severity=Severity.ERROR,
    vi="Chưa ghi được tệp «{path}» vì thư mục đó không dùng được lúc này.",
    en="“{path}” could not be written because its folder cannot be used now.",
    fix_vi="Hãy chọn thư mục khác có đường dẫn ngắn trên máy này, ví dụ D:\\Doi thoai.",
    fix_en="Choose another folder with a short path on this computer, for example D:\\Doi thoai.",
    why="The network folder may be gone, the USB stick pulled out, or the path too long.",
    good="The results go to a folder on the disk of this computer.",
    bad="The results go to a USB stick that was pulled out.",
)
OPEN_SOMEWHERE = Notice(
    code="FIL-75",
    severity=Severity.ERROR,
    vi="Tệp «{path}» đang mở ở nơi khác nên chưa cập nhật được. Dữ liệu cũ vẫn còn nguyên.",
    en="The file “{path}” is open elsewhere and could not be updated. The old data are untouched.",
    fix_vi="Hãy lưu và đóng tệp «{path}» rồi chạy lại; nếu không ai mở, hãy xóa tệp khóa.",
    fix_en="Save and close “{path}”, then run again; if nobody has it open, delete its lock file.",
    why="What somebody types now would be lost if the file were written at the same time.",
    good="The follow-up table was closed before the run.",
    bad="The follow-up table is open in Excel or LibreOffice; a lock file lies beside it.",
)
NOTICES: tuple[Notice, ...] = (OPEN_ELSEWHERE, DISK_FULL, NOT_WRITABLE, OPEN_SOMEWHERE)


@contextmanager
def saving(target: Path) -> Iterator[None]:
    """Make the folder of a file to be written; say in the user's words why it cannot be.

    Raises:
        OutputError: The target is open in Excel, or cannot be written. It is as it was before.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        raise OutputError(_notice(error), {"path": target.name}) from error


def require_free(target: Path) -> None:
    """Make sure that nobody works in a file now.

    Excel keeps a file that is open to itself on Windows. Elsewhere, and in LibreOffice, only the
    file of its owner beside it tells.

    Raises:
        OutputError: It is open, or cannot be written to.
    """
    if not target.exists():
        return
    owners = (target.with_name(f"~${target.name}"), target.with_name(f".~lock.{target.name}#"))
    if os.name != "nt" and any(owner.exists() for owner in owners):
        raise OutputError(OPEN_SOMEWHERE, {"path": target.name})
    with saving(target), target.open("r+b"):
        pass


def put(target: Path, content: bytes) -> None:
    """Write a file, whole or not at all.

    Raises:
        OutputError: It is open in Excel, or cannot be written. It is as it was before.
    """
    with saving(target):
        replace(target, content)


def replace(target: Path, content: bytes) -> None:
    """Put a file in the place of another once it is whole; if that fails, leave no trace."""
    beside = target.with_name(f"~${target.stem}-{os.getpid()}.tmp")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _notice(error: OSError) -> Notice:
    """Why a file cannot be written, in the user's words."""
    if isinstance(error, PermissionError):
        return OPEN_ELSEWHERE
    return DISK_FULL if error.errno in {errno.ENOSPC, errno.EDQUOT} else NOT_WRITABLE
