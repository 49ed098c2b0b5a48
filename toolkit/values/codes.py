"""Texts and the codes that they stand for in a code list."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

from rapidfuzz import fuzz, process

from toolkit.model import Code
from toolkit.values.likeness import likeness, spelling
from toolkit.values.texts import CACHED, clean, fold

LIKE = 85
"""From this likeness on (0 to 100) a text is spelled so much like a name that it is proposed.

One letter amiss in a name of seven; below that unrelated words of Vietnamese, short as they
are, begin to look alike (“Bóng đá”, “Công an”). A name is never taken unasked.
"""

SLIP = 80
"""From this likeness on a text is a name with a slip of the keyboard, and no text of its own."""

SHORTEST = 3
"""Shorter names are like too many texts to be proposed."""
TURNING = frozenset({"chua", "dang", "khong", "se"})
"""“Chưa”, “đang”, “không”, “sẽ”: with and without them, the same words say opposite things."""
DONE = "xong"
"""Beside such a word it matters, too: “đang … xong” is neither the one nor the other."""

_NO_LETTERS = re.compile(r"[\W_]+")
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_CODE_FIRST = re.compile(r"([A-Za-z]{1,4}\d{0,2}|\d{1,2})\s*[-–.:)]\s*(?=\D)")
_INTRODUCTION = re.compile(
    r"(cac |nhung |mot so )?(y kien |kien nghi |noi dung |phan anh |van de )*(thuoc |ve )*(nhom )?"
    r"(linh vuc |loai )?(thuoc )?(tham quyen )?(giai quyet |xu ly )?(cua |ve )?(cac )?"
)
_COUNT = re.compile(r"( \d+)?( (y kien|kien nghi|noi dung|nguoi|dai bieu|luot))+$| \d+$")


Spelling: TypeAlias = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CodeIndex:
    """A code list made ready for looking up what staff wrote.

    `names` are what codes are called. Codes are looked up `by_code` in capitals, also without
    the zero of `01` that Excel drops; `by_text` holds all their spellings, folded. `accented` are
    the names and synonyms behind a folded text, by how they are spelled. `groups` are the upper
    groups of codes that have one.
    """

    names: Mapping[str, str]
    by_code: Mapping[str, str]
    by_text: Mapping[str, str]
    accented: Mapping[str, Mapping[Spelling, str]]
    groups: Mapping[str, str] = field(default_factory=dict)

    def of_group(self, group: str) -> tuple[str, ...]:
        """The codes of an upper group, in the order of the list."""
        return tuple(code for code, own in self.groups.items() if own == group)

    def find(self, text: str) -> str | None:
        """The code that a text stands for: a code, a name or a synonym, in any spelling.

        >>> topics = index([Code("A05", "Đất đai (cấp GCN)", ("Địa chính",))])
        >>> [topics.find(t) for t in ("a05", "Lĩnh vực đất đai", "A05 - Đất đai", "Điện")]
        ['A05', 'A05', 'A05', None]
        """
        text = clean(text).strip(" .,;:-–*+")
        if code := self.by_code.get(text.upper()) or self.by_text.get(fold(text)):
            return code
        if (first := _CODE_FIRST.match(text)) and (code := self.by_code.get(first[1].upper())):
            return code if self._agrees(code, text[first.end() :]) else None
        return next((self.by_text[t] for t in _bare(text) if t in self.by_text), None)

    def begun(self, text: str, fewest: int = 2) -> str | None:
        """The code of the longest name or synonym that a text begins with, of so many words.

        >>> states = index([Code("05", "Đã chuyển"), Code("07", "Không giải quyết")])
        >>> states.begun("Đã chuyển Điện lực"), states.begun("Đã sửa")
        ('05', None)
        """
        words = fold(text).split()
        lengths = range(len(words) - 1, fewest - 1, -1)
        begun = (" ".join(words[:length]) for length in lengths)
        return next((self.by_text[part] for part in begun if part in self.by_text), None)

    def nearest(self, text: str) -> str | None:
        """The name that is spelled most like a text, or that is half of it; None if there is none.

        >>> topics = index([Code("A09", "Người có công"), Code("B01", "Giao thông")])
        >>> topics.nearest("Giao thôngg"), topics.nearest("giao thong nong thon")
        ('Giao thông', 'Giao thông')
        >>> topics.nearest("Bóng đá") is None
        True

        What is still being done is never near to what is done.

        >>> states = index([Code("06", "Kết thúc", ("Giải quyết xong", "Đã giải quyết xong"))])
        >>> states.nearest("Đang giai quyêt xong") is None
        True
        """
        typed = fold(text)
        known = [n for n in self.by_text if len(n) >= SHORTEST and _turns(n) == _turns(typed)]
        spelled = process.extractOne(typed, known, scorer=fuzz.ratio, score_cutoff=LIKE)
        found = spelled[0] if spelled else _longest_within(typed, known)
        return self.names[self.by_text[found]] if found else None

    def respelled(self, text: str) -> str | None:
        """The name or synonym that a text is but for wrong accents; None if they are right.

        A text without any accent is not wrong, only lazily typed.

        >>> genders = index([Code("female", "Nữ")])
        >>> [genders.respelled(text) for text in ("Nử", "NỮ", "nu")]
        ['Nữ', None, None]
        """
        right, own = self.accented.get(fold(text), {}), _spelling(text)
        return None if not own or own in right else next(iter(right.values()), None)

    def is_slip(self, text: str) -> bool:
        """Whether a text is a name, a slip of the keyboard apart.

        >>> states = index([Code("04", "Đã giải quyết xong")])
        >>> states.is_slip("Đã giải quyêt xog"), states.is_slip("Đã giải quyết xong ngày 5/3")
        (True, False)
        """
        typed = fold(text)
        return any(
            abs(len(typed) - len(name)) <= 3
            and likeness(typed, name) >= SLIP
            and _turns(name) == _turns(typed)
            for name in self.by_text
        )

    def _agrees(self, code: str, name: str) -> bool:
        """Whether a name that follows a code may be its own."""
        return (self.by_text.get(fold(name)) or code) == code


class CodeIndexes(Mapping[str, CodeIndex]):
    """Code lists by key, each made ready when it is first asked for: few tables need all.

    >>> lists = CodeIndexes({"topics": (Code("A05", "Đất đai"),)})
    >>> lists["topics"].find("đất đai"), "kinds" in lists, len(lists)
    ('A05', False, 1)
    """

    def __init__(self, codelists: Mapping[str, Sequence[Code]]) -> None:
        self._codelists = codelists
        self._ready: dict[str, CodeIndex] = {}

    def __getitem__(self, key: str) -> CodeIndex:
        if key not in self._ready:
            self._ready[key] = index(self._codelists[key])
        return self._ready[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._codelists)

    def __len__(self) -> int:
        return len(self._codelists)


def index(codes: Sequence[Code]) -> CodeIndex:
    """A code list made ready for looking up. Where a text fits several codes, the first has it.

    Full names go before synonyms, and those before names without what stands in brackets.
    """
    by_name = _first((fold(code.name), code.code) for code in codes)
    synonyms = _first((fold(word), code.code) for code in codes for word in code.synonyms)
    bare = _first((fold(_BRACKETS.sub("", code.name)), code.code) for code in codes)
    names = {code.code: code.name for code in codes}
    by_code = _first((form, c) for c in names for form in (c.upper(), c.upper().lstrip("0")))
    accented: dict[str, dict[Spelling, str]] = {}
    for word in (word for code in codes for word in (code.name, *code.synonyms)):
        for way in (word, _BRACKETS.sub("", word)):
            if spelled := _spelling(way):
                accented.setdefault(fold(way), {}).setdefault(spelled, way)
    groups = {code.code: group for code in codes if (group := code.more.get("group"))}
    return CodeIndex(names, by_code, bare | synonyms | by_name, accented, groups)


@lru_cache(maxsize=CACHED)
def _spelling(text: str) -> Spelling:
    return spelling(_NO_LETTERS.sub(" ", clean(text)))


def _turns(name: str) -> frozenset[str]:
    """The words of a folded name that turn the meaning of the others.

    >>> sorted(_turns("dang giai quyet xong")), sorted(_turns("giai quyet xong"))
    (['dang', 'xong'], [])
    """
    words = frozenset(name.split())
    turning = TURNING & words
    return turning | ({DONE} & words) if turning else turning


def _longest_within(typed: str, known: Iterable[str]) -> str | None:
    """The longest name of at least two words that is half of a text, or of which a text is half.

    >>> _longest_within("giao thong nong thon", ("thon", "giao thong"))
    'giao thong'
    >>> _longest_within("van hoa xa hoi va the thao", ("the thao",)) is None
    True
    """
    words = typed.split()
    fitting = (
        name
        for name in known
        for short, long in [sorted((words, name.split()), key=len)]
        if len(short) >= 2
        and len(long) <= 2 * len(short)
        and f" {' '.join(short)} " in f" {' '.join(long)} "
    )
    return max(fitting, key=len, default=None)


def _first(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """A mapping in which the first of equal keys stays."""
    result: dict[str, str] = {}
    for key, value in pairs:
        if key:
            result.setdefault(key, value)
    return result


def _bare(text: str) -> tuple[str, ...]:
    """A text without brackets, without “lĩnh vực” and the like before it, or a count behind it."""
    plain = fold(_BRACKETS.sub("", text))
    found = _INTRODUCTION.match(plain)
    rest = plain[found.end() :] if found else plain
    return plain, _COUNT.sub("", plain), rest, _COUNT.sub("", rest)
