"""How values are shown: names for codes, one spelling for one thing."""

import re
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from toolkit.model import Code, PartialDate, ReportCell, Value
from toolkit.summarize.collation import spellings, text_key
from toolkit.summarize.privacy import masked
from toolkit.values import texts
from toolkit.values.syllables import is_syllable

Codelists: TypeAlias = Mapping[str, tuple[Code, ...]]

PROPER_NAMES = ("Đảng", "Mặt trận Tổ quốc", "Việt Nam", "Nhà nước")
"""Names that keep their capitals within a sentence."""

_WORD = re.compile(r"[^\W\d_]+")
_NAMED = re.compile(
    r"(?<!\w)((?:xã|phường|thị trấn|huyện|tỉnh|ấp|khu phố|thôn) )([^\W\d_]+(?: [^\W\d_]+)?)"
)
"""A place is called by one word or two."""

UNKNOWN = "Chưa xác định"
"""The label of what is blank or was not recognised, so that groups add up to all."""


def name_of(codes: tuple[Code, ...], value: str) -> str:
    """The name of a code; a text that is no code as it is; `UNKNOWN` if it says nothing.

    >>> topics = (Code("B04", "Rác thải, vệ sinh môi trường"),)
    >>> [name_of(topics, text) for text in ("B04", "Bến đò", "")]
    ['Rác thải, vệ sinh môi trường', 'Bến đò', 'Chưa xác định']
    """
    for code in codes:
        if code.code == value:
            return code.name
    return masked(value) if text_key(value) else UNKNOWN


def known_name(codelists: Codelists, key: str, value: str) -> str:
    """The name of a code, or nothing if there is no code."""
    return name_of(codelists.get(key, ()), value) if value else ""


def names(codelists: Codelists, key: str) -> tuple[str, ...]:
    """The names of a code list, in its order."""
    return tuple(code.name for code in codelists.get(key, ()))


def labels(
    texts: Iterable[str],
    codes: tuple[Code, ...] = (),
    key: Callable[[str], Hashable] = text_key,
) -> Mapping[str, str]:
    """For every text or code the label of its group.

    What is written in several ways, but has the same `key`, has one label: the commonest
    spelling.

    >>> labels(["Ấp Tân Hòa", "Ấp Tân Hòa", "ấp Tân Hoà", "-"])
    {'Ấp Tân Hòa': 'Ấp Tân Hòa', 'ấp Tân Hoà': 'Ấp Tân Hòa', '-': 'Chưa xác định'}
    """
    all_texts = tuple(texts)
    named = {text: name_of(codes, text) for text in dict.fromkeys(all_texts)}
    spelled = spellings((named[text] for text in all_texts), key)
    return {text: spelled[name] for text, name in named.items()}


def in_order(labels: Sequence[str], first: Sequence[str] = ()) -> tuple[str, ...]:
    """Labels as tables list them: in the order of a code list, then of the alphabet.

    What is unknown comes last.

    >>> in_order(["Ấp 2", "Chưa xác định", "Ấp 10", "Chợ"], first=["Chợ"])
    ('Chợ', 'Ấp 2', 'Ấp 10', 'Chưa xác định')
    """
    places = {label: place for place, label in enumerate(first)}
    return tuple(
        sorted(
            labels,
            key=lambda label: (
                label == UNKNOWN,
                places.get(label, len(places)),
                text_key(label),
                label,
            ),
        )
    )


def sentence_case(text: str) -> str:
    """A title in capitals as it stands in a sentence; abbreviations and names keep theirs.

    >>> sentence_case("CÔNG CHỨC CÁC PHÒNG, MTTQ XÃ TÂN PHONG")
    'Công chức các phòng, MTTQ xã Tân Phong'
    >>> sentence_case("ĐẢNG ỦY, HĐND"), sentence_case("Trưởng ấp"), sentence_case("CCB")
    ('Đảng ủy, HĐND', 'Trưởng ấp', 'CCB')
    """
    if not text.isupper():
        return text
    lowered = _WORD.sub(lambda word: _lowered(word.group()), text)
    named = _NAMED.sub(lambda found: found[1] + found[2].title(), lowered)
    for name in PROPER_NAMES:
        named = re.sub(rf"(?<!\w){name}(?!\w)", name, named, flags=re.IGNORECASE)
    return named[:1].upper() + named[1:]


def _lowered(word: str) -> str:
    """A word in small letters, unless it is an abbreviation: no syllable of the language."""
    return word.lower() if is_syllable(word) else word


def shown(value: Value) -> ReportCell:
    """A value as a cell shows it: dates stay dates, lists become text.

    >>> shown(PartialDate(2026, 3)), shown(PartialDate(1960)), shown(("Công an xã", "MTTQ xã"))
    ('03/2026', '1960', 'Công an xã; MTTQ xã')
    """
    match value:
        case PartialDate() | tuple():
            return texts.shown(value)
        case str():
            return masked(value)
        case _:
            return value


def year_of(value: Value) -> int | None:
    """The year of a date, of a date known only in part, or of a number that is a year.

    >>> year_of(date(1960, 5, 2)), year_of(PartialDate(1960, 5)), year_of(1960), year_of(None)
    (1960, 1960, 1960, None)
    """
    if isinstance(value, date | PartialDate):
        return value.year
    return value if isinstance(value, int) else None
