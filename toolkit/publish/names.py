"""Names of people inside free text: pointed out, so that a person decides."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from toolkit.layouts import row_words
from toolkit.values.texts import fold

HIDDEN = "(tên riêng)"
"""What stands in place of a name until a person has decided to keep it."""

_WORD = r"[^\W\d_]+(?:\.[^\W\d_]+)*"
"""A word, or initials such as N.V.T."""
_TITLED = re.compile(
    r"\b(?:[ôÔ]ng|[bB]à|[aA]nh|[cC]hị|[cC]ô|[cC]hú|[bB]ác|[eE]m|[đĐ]/c|[đĐ]ồng chí|[hH]ộ)\s+"
    rf"(?:[ôÔ]ng\s+|[bB]à\s+)?({_WORD}(?:\s+{_WORD}){{0,3}})"
)
_WHOLE = re.compile(rf"{_WORD}(?:[ ]{_WORD})*")
_FAMILIES = frozenset(row_words()["family_names"])
_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Named:
    """A name that was seen in a text."""

    name: str
    text: str


def names_in(text: str) -> tuple[str, ...]:
    """What may be names of people, each once: after a title, or beginning with a family name.

    >>> names_in("Đề nghị ông Tư trả lời bà Nguyễn Thị Lan về đường ấp Tân Hòa")
    ('Tư', 'Nguyễn Thị Lan')
    >>> names_in("Trần Văn Ba lấn đường; đề nghị UBND xã Tân Phú xử lý")
    ('Trần Văn Ba',)
    """
    found = [*_titled(text), *_whole(text)]
    longest = [name for name in found if not any(name != o and name in o for o in found)]
    return tuple(dict.fromkeys(longest))


def without_names(text: str, kept: frozenset[str]) -> str:
    """A text with its names hidden, but for those that a person decided to keep (folded).

    >>> without_names("Hỏi ông Lê Văn Mẫu", frozenset())
    'Hỏi ông (tên riêng)'
    """
    for name in names_in(text):
        if fold(name) not in kept:
            text = re.sub(rf"\b{re.escape(name)}\b", HIDDEN, text)
    return text


def _titled(text: str) -> Iterator[str]:
    for found in _TITLED.finditer(text):
        if name := _capitals(found[1].split()):
            yield name


def _whole(text: str) -> Iterator[str]:
    """Words with capitals of which the first is a family name; places are seldom called so."""
    for run in _WHOLE.finditer(text):
        words = run[0].split(" ")
        for number, word in enumerate(words):
            around = {word.lower(), words[number - 1].lower() if number else ""}
            name = _capitals(words[number:])
            if fold(word) in _FAMILIES and not around & _PLACES and " " in name:
                yield name


def _capitals(words: Sequence[str]) -> str:
    """The words at the beginning that are written as a name is, four at most."""
    names = takewhile(lambda word: word[:1].isupper() and not word.isupper(), words)
    name = " ".join(islice(names, _LONGEST_NAME))
    initials = words[0] if words and "." in words[0] else ""
    return name or initials


_PLACES = frozenset({
    "xã", "phường", "ấp", "khu", "phố", "huyện", "tỉnh", "trấn", "đường", "cầu", "kênh", "chợ",
    "trường", "hồ", "chùa", "rạch", "hẻm", "số",
})  # fmt: skip
"""Words before the name of a place."""
