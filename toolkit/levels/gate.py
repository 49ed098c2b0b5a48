"""The gate before anything goes up or out: what was made is opened again, every part of it.

Nobody relies on what the code above meant to leave out.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZipFile

from toolkit.errors import OutputError
from toolkit.model import Notice, Severity
from toolkit.summarize.privacy import PERSONAL_NUMBER

PERSONAL_LEFT = Notice(
    "FIL-59",
    Severity.ERROR,
    vi="Chưa ghi tệp «{path}» vì trong đó còn số định danh hoặc số điện thoại (phần {part}).",
    en="“{path}” was not written: it still holds identity or telephone numbers (part {part}).",
    fix_vi="Hãy xóa các số đó ở tệp nguồn, ví dụ trong cột Nội dung kiến nghị, rồi chạy lại.",
    fix_en="Delete these numbers in the source, for example in the petitions, and run again.",
    why="What goes to the level above or to the public must not tell who can be called.",
    good="A petition says: Đề nghị sửa đường tổ 5.",
    bad="A name of a file holds a telephone number.",
)
NOTICES: tuple[Notice, ...] = (PERSONAL_LEFT,)

_HEX = re.compile(r"\b[0-9a-fA-F]{16,64}\b")
"""Digests of contents: long, but nobody's number."""
_TAG = re.compile(r"<[^>]*>")
_ATTRIBUTE = re.compile(r'="([^"]*)"')
_ONLY_NUMBER = re.compile(r"-?[\d.]+(?:[eE][-+]?\d+)?")
_LEADING_ZERO = re.compile(r"0\d{9}|0\d{11}")
_TEXTS = {".xml", ".rels", ".vml", ".html", ".csv", ".json", ".txt", ""}


def require_no_personal_numbers(contents: bytes, name: str) -> None:
    """Look through all parts of a file that is about to be written.

    Raises:
        OutputError: A number is left by which a person can be found.
    """
    for part, text in texts_of(contents, name):
        if PERSONAL_NUMBER.search(_HEX.sub(" ", text)):
            raise OutputError(PERSONAL_LEFT, {"path": name, "part": part})


def texts_of(contents: bytes, name: str) -> Iterator[tuple[str, str]]:
    """All texts that a file holds, part by part, each text on lines of its own."""
    if not contents.startswith(b"PK"):
        yield name, contents.decode("utf-8", "replace")
        return
    with ZipFile(BytesIO(contents)) as archive:
        for part in archive.namelist():
            yield part, part
            if PurePosixPath(part).suffix.lower() in _TEXTS:
                text = archive.read(part).decode("utf-8", "replace")
                yield part, "\n".join(_texts_of_markup(text))


def _texts_of_markup(markup: str) -> Iterator[str]:
    """What stands between tags, and what attributes say; sizes and positions are no texts."""
    yield from (text for text in _TAG.split(markup) if text.strip())
    for value in _ATTRIBUTE.findall(markup):
        if not _ONLY_NUMBER.fullmatch(value) or _LEADING_ZERO.fullmatch(value):
            yield value
