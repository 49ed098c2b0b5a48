"""Hamlets (ấp, khu phố, thôn …): the part of a commune that people say they are from."""

import re
from functools import lru_cache

from toolkit.model import Raw
from toolkit.values.reading import BLANK, Reading
from toolkit.values.texts import (
    CACHED,
    CAPITALS,
    any_of,
    clean,
    fold,
    is_unaccented,
    says_nothing,
    shown,
)

LONGEST = 4
"""How many words the name of a hamlet has at most."""

_KIND = any_of(
    "ấp, khu phố, kp, tổ dân phố, tdp, thôn, khóm, xóm, khu dân cư, cụm dân cư, buôn, làng"
).removesuffix(r"(?!\w)")
_UPPER = CAPITALS
_WORD = rf"(?:số\s+\d+|[{_UPPER}][^\W\d_]*|[{_UPPER}]?\d+[A-Za-z]?|[{_UPPER}]['’][{_UPPER}]\w*)"
_NO_VILLAGE = r"(?<!văn )(?<!biên )(?<!kịch )(?<!cơ )(?<!căn )"
"""“Bản” is a village by itself, not in “văn bản”, “biên bản”, “kịch bản”."""
_AFTER_KIND = (
    rf"(?:\s*[.:]\s*(?!(?i:{any_of('ông, bà, anh, chị')}))|\s+|(?=\d))"
    rf"(?P<name>{_WORD}(?:\s+{_WORD}){{0,4}})"
)
_MENTION = re.compile(
    rf"(?<!\w)(?P<kind>(?i:{_KIND})|(?i:{_NO_VILLAGE})[Bb]ản(?=\s+[{_UPPER}][^\W\d_{_UPPER}]))"
    + _AFTER_KIND
)
_NOT_IN_NAMES = re.compile(
    r"(?<!\w)(?:năm \d+|quý (?:[IVX]+\b|\d)|"
    + any_of(
        "tham gia, tham dự, trên, và, các, của, hội nghị, đối thoại, tại, trước, sau, gửi, "
        "về, xã, phường, thị trấn, huyện, tỉnh, tháng, ngày, kỳ, đợt, lần, có, được, "
        "thuộc, trong, theo, kiến nghị, tổng hợp, danh sách, ý kiến, cử tri, kính, phản "
        "ánh, đề nghị, tổ, stt"
    )
    + ")",
    re.IGNORECASE,
)

_PLAIN_KINDS = {
    "ap": "ấp",
    "khu pho": "khu phố",
    "kp": "KP",
    "to dan pho": "tổ dân phố",
    "tdp": "TDP",
    "thon": "thôn",
    "khom": "khóm",
    "xom": "xóm",
    "khu dan cu": "khu dân cư",
}
"""The kinds as they stand in texts that are typed without accents; those that mean little else."""
_PLAIN_MENTION = re.compile(
    rf"(?<!\w)(?P<kind>(?i:{any_of(', '.join(_PLAIN_KINDS))}))"
    rf"(?!\s+(?i:{any_of('luc, dung, dat, thap, sat, giai, cho')}))" + _AFTER_KIND
)
"""“Áp lực”, “áp dụng” are no hamlets."""
_NOT_IN_PLAIN_NAMES = re.compile(
    r"(?<!\w)(?:(?:nam|quy|thang|ngay|dot|lan|ky|to) \d+|"
    + any_of(
        "tham gia, tham du, hoi nghi, doi thoai, gui, cua, tai, xa, phuong, thi tran, huyen, "
        "kien nghi, tong hop, danh sach, y kien, cu tri, phan anh, de nghi, ky hop, stt"
    )
    + ")",
    re.IGNORECASE,
)
_TITLES = frozenset({"ông", "bà", "anh", "chị"})
_UNCAPITALIZED = re.compile(
    rf"(?<!\w)(?P<kind>{_KIND})\s+(?P<name>[^\W\d_]+(?:\s[^\W\d_]+){{0,2}})\s*(?=$|[,;()])"
)
_NUMBERED = re.compile(r"^so (?=\d)")
"""“Khu dân cư số 4” is the one that others call 4."""

_KINDS = re.compile(rf"(?:\s*(?:{_KIND}|bản)\s*[.:]?\s+(?=\S))+", re.IGNORECASE)


def parse_hamlet(raw: Raw) -> Reading:
    """A hamlet as typed; `key` tells which spellings mean the same one.

    >>> parse_hamlet(3.0).value, parse_hamlet(" Ấp  Tân Hòa ").value
    ('3', 'Ấp Tân Hòa')
    """
    text = clean(shown(raw)).rstrip(" .,;:")
    return BLANK if says_nothing(text) else Reading(text)


@lru_cache(maxsize=CACHED)
def key(hamlet: str) -> str:
    """A hamlet for comparing: folded, without the words for its kind.

    >>> key("Ấp Tân Hoà") == key("TÂN HÒA"), key("KP. 3"), key("ấp 03")
    (True, '3', '3')
    >>> key("Ấp Xóm Tháp") == key("Xóm Tháp")
    True
    >>> key("Khu dân cư số 4"), mention("Cử tri cụm dân cư số 4")
    ('4', 'Cụm dân cư số 4')
    """
    found = _KINDS.match(hamlet := clean(hamlet))
    name = _NUMBERED.sub("", fold(hamlet[found.end() :] if found else hamlet))
    return " ".join(word.lstrip("0") or "0" for word in name.split())


def mention(text: str) -> str | None:
    """The first hamlet that a text names, its kind with a capital; None if it names none.

    A name is up to four words with capitals, or a number. All-capital titles go on after the
    name, so it ends where a word follows that no hamlet is called by.

    >>> mention("Cử tri ấp Tân Hòa"), mention("Nhà ở KP. 3, gần chợ")
    ('Ấp Tân Hòa', 'KP 3')
    >>> mention("KIẾN NGHỊ CỦA CỬ TRI ẤP TÂN HÒA NĂM 2026"), mention("Các Trưởng ấp tham dự")
    ('Ấp Tân Hòa', None)
    >>> mention("ẤP SUỐI ÔNG ĐÌNH: ÔNG LÊ VĂN MẪU"), mention("Ấp Tân Hòa Ông Lê Văn Mẫu")
    ('Ấp Suối Ông Đình', 'Ấp Tân Hòa')
    >>> mention("II. LĨNH VỰC GIAO THÔNG") is None
    True

    In a text without any accents the kind is known without them, too.

    >>> mention("DANH SACH Y KIEN CU TRI AP PHU MY NAM 2026"), mention("Ap luc nuoc o AP 3 yeu")
    ('Ấp Phu My', 'Ấp 3')
    """
    return next(iter(mentions(text)), None) or _uncapitalized(clean(text))


def mentions(text: str) -> tuple[str, ...]:
    """All hamlets that a text names, each once, in their order.

    >>> mentions("Đường nối ấp 1 với ấp Tân Hòa, qua ấp 1")
    ('Ấp 1', 'Ấp Tân Hòa')
    """
    text, start = clean(text), 0
    plain = is_unaccented(text)
    pattern, ends = (_PLAIN_MENTION, _NOT_IN_PLAIN_NAMES) if plain else (_MENTION, _NOT_IN_NAMES)
    found: dict[str, str] = {}
    while match := pattern.search(text, start):
        name = _name(match["name"], ends)
        start = max(match.end("kind"), match.start("name") + len(name))
        kind = _PLAIN_KINDS[fold(match["kind"])] if plain else match["kind"]
        if name:
            found.setdefault(key(name), _spelled(kind, name))
    return tuple(found.values())


def _name(words: str, ends: re.Pattern[str] = _NOT_IN_NAMES) -> str:
    """The name that words behind “ấp” begin with; empty if no hamlet is called so.

    A person's title belongs to it with one word behind and at most one before it, as in Suối Ông
    Đình; else it begins the name of a person.

    >>> _name("Bà Chiêm"), _name("Ông Lê Văn"), _name("Tân Hòa Năm 2026"), _name("Phú Quý")
    ('Bà Chiêm', '', 'Tân Hòa', 'Phú Quý')
    """
    name = ends.split(words)[0].split()
    title = next((at for at, word in enumerate(name) if word.casefold() in _TITLES), None)
    if title is None or (title <= 1 and len(name) == title + 2 and not name[0].isdigit()):
        return " ".join(name[:LONGEST])
    return " ".join(name[:title])


def _uncapitalized(text: str) -> str | None:
    """A hamlet typed without capitals, where the text or its part ends with it."""
    for found in _UNCAPITALIZED.finditer(text):
        words = found["name"].split()
        if words[0] not in _TITLES and _name(found["name"]) == " ".join(words):
            return _spelled(found["kind"], found["name"].title())
    return None


def _spelled(kind: str, name: str) -> str:
    """The kind with one capital (KP and TDP with all); all-capital names as they are read."""
    kind = " ".join(kind.split())
    kind = kind.upper() if fold(kind) in {"kp", "tdp"} else kind.capitalize()
    if name.isupper() and len(name) > 1 and not any(c.isdigit() for c in name):
        name = name.title()
    return f"{kind} {name}"
