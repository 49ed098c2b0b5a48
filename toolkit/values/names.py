"""Names of people; the titles before them are split off, the spelling is never changed."""

import re
from functools import lru_cache

from toolkit.values.texts import CACHED, clean

HONORIFICS = (
    "Ông/Bà", "Ông", "Bà", "Anh", "Chị", "Cô", "Chú", "Bác", "Cụ",
    "Đồng chí", "Đ/c", "Mẹ VNAH",
    "GS.", "PGS.", "TS.", "ThS.", "BS.", "BSCKI.", "BSCKII.", "KS.", "CN.", "LS.", "DS.", "YS.",
    "Bác sĩ", "Thạc sĩ", "Tiến sĩ", "Kỹ sư", "Luật sư", "Dược sĩ", "Y sĩ",
    "Đại tá", "Thượng tá", "Trung tá", "Thiếu tá",
    "Đại úy", "Thượng úy", "Trung úy", "Thiếu úy",
    "Thượng sĩ", "Trung sĩ", "Hạ sĩ",
    "Linh mục", "Mục sư", "Đại đức", "Thượng tọa", "Hòa thượng", "Ni sư", "Sư cô", "Sư thầy",
)  # fmt: skip
"""Titles as lists spell them; they are recognised in any case."""


@lru_cache(maxsize=CACHED)
def _key(title: str) -> str:
    """A title for comparing; accents count, for Chu and Cù are family names, Chú and Cụ titles."""
    text = title.casefold().replace("uý", "úy").replace("oà", "òa").replace("sỹ", "sĩ")
    return " ".join("".join(c if c.isalpha() else " " for c in text).split())


_CANONICAL = {_key(title): title for title in HONORIFICS} | {"ô": "Ông", "đc": "Đ/c"}
_UNACCENTED = {"ong": "Ông", "ba": "Bà", "ong ba": "Ông/Bà", "dong chi": "Đồng chí", "d c": "Đ/c"}
_NEEDS_DOT = frozenset({"ô", "cn", "ts", "gs", "ks", "ls", "ds", "ys", "bs", "đc"})
"""Short titles, taken for titles only with a dot or in capitals."""


def split_honorific(name: str) -> tuple[str | None, str]:
    """Titles before a name, spelled alike, and the name as it is spelled.

    >>> split_honorific("ông  Nguyễn Văn AN"), split_honorific("Ths. BS. Lê Thị Mẫu")
    (('Ông', 'Nguyễn Văn AN'), ('ThS. BS.', 'Lê Thị Mẫu'))
    >>> split_honorific("Chu Văn Mẫu"), split_honorific("Bà")
    ((None, 'Chu Văn Mẫu'), (None, 'Bà'))
    """
    titles: list[str] = []
    rest = clean(name)
    while found := _title(rest):
        title, length = found
        titles.append(title)
        rest = rest[length:].lstrip(" .:,-–")
    return (" ".join(titles) or None), rest


def _title(text: str) -> tuple[str, int] | None:
    """The title that a text begins with, and how many characters it takes."""
    for words in (2, 1):
        found = re.match(rf"((?:[^\s.:]+[\s.:]+){{{words}}})(?=\S)", text)
        if found and (title := _canonical(found[1], text)):
            return title, len(found[1])
    return None


def _canonical(typed: str, text: str) -> str | None:
    title = _CANONICAL.get(_key(typed))
    if title is None and text.isascii():
        return _UNACCENTED.get(_key(typed))
    if _key(typed) in _NEEDS_DOT and "." not in typed and not typed.strip().isupper():
        return None
    return title
