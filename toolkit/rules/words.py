"""The words that rules look for, from `words.toml`."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from toolkit.errors import DeclarationError
from toolkit.values.texts import fold


@dataclass(frozen=True, slots=True)
class Words:
    """Words to look for, and phrases in which they mean something else.

    `_only` matches texts that hold nothing but the words and, between them, fillers; the patterns
    that end in `_folded` are for texts that were typed without accents.
    """

    _words: re.Pattern[str]
    _words_folded: re.Pattern[str]
    _only: re.Pattern[str]
    _only_folded: re.Pattern[str]
    _exceptions: tuple[str, ...]

    def found_in(self, text: str) -> str | None:
        """The first of the words in the text, as it stands there; None if there is none.

        >>> words("attitude").found_in("Cán bộ một cửa  HÁCH DỊCH với dân")
        'HÁCH DỊCH'
        >>> words("attitude").found_in("can bo hach dich")
        'hach dich'
        >>> words("complaint").found_in("Hỏi về thủ tục khiếu nại")
        """
        plain = spaced(text)
        pattern, exceptions = self._words, self._exceptions
        if plain.isascii():
            pattern, exceptions = self._words_folded, tuple(map(fold, self._exceptions))
        meant = plain.casefold()
        for phrase in exceptions:
            meant = meant.replace(phrase, "·" * len(phrase))
        match = pattern.search(meant)
        return plain[match.start() : match.end()] if match else None

    def is_all_of(self, text: str) -> bool:
        """Whether a text says nothing but these words and their fillers.

        >>> words("empty_answer").is_all_of("UBND xã ghi nhận, sẽ kiểm tra theo quy định.")
        True
        >>> words("empty_answer").is_all_of("UBND xã ghi nhận và đã vá 30 m đường")
        False
        """
        plain = _bare(text)
        only, word = self._only, self._words
        if plain.isascii():
            only, word = self._only_folded, self._words_folded
        return bool(only.fullmatch(plain) and word.search(plain))


@cache
def words(name: str) -> Words:
    """A list of words by its name.

    Raises:
        DeclarationError: There is no such list.
    """
    declared = _declared().get(name)
    if not isinstance(declared, dict) or not declared.get("source"):
        raise DeclarationError(f"words.toml: no list {name!r} with a source")
    return _compiled(declared["words"], declared["except"], declared.get("fillers", ()))


@cache
def former_units(*, in_ward: bool = False) -> tuple[tuple[Words, str], ...]:
    """Sections of a commune before 01/7/2025, and who does their work since."""
    now = "now_in_ward" if in_ward else "now"
    return tuple((_compiled(u["words"], ()), u[now]) for u in _declared()["former_unit"])


@cache
def ended(name: str) -> date:
    """The day from which something no longer holds.

    >>> ended("district")
    datetime.date(2025, 7, 1)
    """
    day: date = _declared()["ended"][name]["day"]
    return day


@cache
def birth_provinces() -> frozenset[str]:
    """The codes of the provinces with which identity numbers begin."""
    return frozenset(_declared()["birth_provinces"]["codes"])


@cache
def abbreviations() -> Mapping[str, str]:
    """What abbreviations stand for, both folded.

    >>> abbreviations()["bhyt"]
    'bao hiem y te'
    """
    declared = _declared()["abbreviations"]["stands_for"]
    return {fold(short): fold(words) for short, words in declared}


def spaced(text: str) -> str:
    """NFC, with single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _bare(text: str) -> str:
    """Lower case without punctuation, accents kept."""
    return spaced("".join(c if c.isalnum() else " " for c in text.casefold()))


def _compiled(
    listed: Iterable[str], exceptions: Iterable[str], fillers: Iterable[str] = ()
) -> Words:
    wanted = _longest_first(listed)
    allowed = _longest_first((*wanted, *fillers))
    return Words(
        re.compile(rf"(?<!\w)(?:{_any_of(wanted)})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{_any_of(map(fold, wanted))})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?:(?:{_any_of(allowed)})(?: |$))+"),
        re.compile(rf"(?:(?:{_any_of(map(fold, allowed))})(?: |$))+"),
        tuple(map(spaced, exceptions)),
    )


def _longest_first(listed: Iterable[str]) -> list[str]:
    return sorted({spaced(word).casefold() for word in listed}, key=len, reverse=True)


def _any_of(listed: Iterable[str]) -> str:
    return "|".join(map(re.escape, listed))


@cache
def _declared() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))
