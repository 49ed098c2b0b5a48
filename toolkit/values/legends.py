"""What a header says its marks mean: “Điểm danh (C: có mặt, V: vắng)”."""

import re
from collections.abc import Mapping
from functools import lru_cache

from toolkit.values.texts import clean

_MARK = r"[^\W_]{1,5}|[-+✓✔*]"
_PAIR = re.compile(rf"(?:^|[(\[,;/\s])({_MARK})\s*[:=]\s*([^\W\d_][^,;:=/()\[\]]*)")


@lru_cache(maxsize=1024)
def legend(header: str) -> Mapping[str, str]:
    """The marks that a header explains, in lower case, and the words that each stands for.

    >>> legend("Điểm danh (C: có mặt, V: vắng)")
    {'c': 'có mặt', 'v': 'vắng'}
    >>> legend("Giới tính (1=Nam; 2=Nữ)"), legend("Ghi chú: ghi rõ lý do")
    ({'1': 'Nam', '2': 'Nữ'}, {})
    """
    pairs = {mark.casefold(): clean(words) for mark, words in _PAIR.findall(header)}
    return pairs if len(pairs) > 1 else {}
