"""Texts as they are compared: the same matter is written with and without abbreviations."""

from functools import lru_cache

from toolkit.rules.words import abbreviations
from toolkit.values.texts import CACHED, fold


@lru_cache(maxsize=CACHED)
def comparable(text: str) -> str:
    """A text folded, its abbreviations written out.

    >>> comparable("Cấp thẻ BHYT") == comparable("cấp thẻ bảo hiểm y tế")
    True
    >>> comparable("Giao GCN QSDĐ") == comparable("giao GCNQSDĐ")
    True
    """
    known = abbreviations()
    return " ".join(known.get(word, word) for word in fold(text).split())
