"""Text typed before Unicode, or read in a wrong encoding, made readable again.

TCVN3 (fonts that begin with “.Vn”) and VNI (“VNI-”) show Vietnamese only in their own fonts; the
cells hold other letters. Short texts can be mistaken, so a whole column is judged at once, by
whether its words become syllables; what is Unicode already is left alone.
"""

import html
import re
from collections.abc import Callable, Mapping, Sequence

from toolkit.values.syllables import is_syllable

MOSTLY = 0.8
"""So many of the words must be syllables after decoding."""

SELDOM = 0.5
"""No more of the words may be syllables as they stand."""

FEWEST_WORDS = 2

_TCVN3 = str.maketrans(
    "µ¶·\u00b8¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ¡¢£¤¥¦§",
    "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ",
)
_TONE_MARKS = "øùûõï"
_VNI_GROUPS = (
    ("a", _TONE_MARKS, "àáảãạ"),
    ("a", "âàáåãä", "âầấẩẫậ"),
    ("a", "êèéúüë", "ăằắẳẵặ"),
    ("e", _TONE_MARKS, "èéẻẽẹ"),
    ("e", "âàáåãä", "êềếểễệ"),
    ("o", _TONE_MARKS, "òóỏõọ"),
    ("o", "âàáåãä", "ôồốổỗộ"),
    ("ô", _TONE_MARKS, "ờớởỡợ"),
    ("u", _TONE_MARKS, "ùúủũụ"),
    ("ö", _TONE_MARKS, "ừứửữự"),
    ("y", _TONE_MARKS, "ỳýỷỹỵ"),
)
"""A letter, the marks that may follow it, and what each pair means."""

_VNI_ALONE = dict(zip("ôöñìíæóòî", "ơưđìíỉĩịỵ", strict=True))
_UNICODE_ONLY = re.compile("[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_LOST_NBSP = re.compile("Ã( |$)")
"""Where “à” was read as two characters, the second is a space that does not break."""

_ENTITY = re.compile(r"&#x?[0-9a-fA-F]+;")
_PUNCTUATION = ".,;:!?()[]\"'“”-–/"


def decode(texts: Sequence[str]) -> Mapping[str, str]:
    """Those texts of a column that are in another encoding, and what they say.

    >>> decode(["NguyÔn V¨n Hoµ", "kiÕn nghÞ söa ®\u00adêng"])["NguyÔn V¨n Hoµ"]
    'Nguyễn Văn Hoà'
    >>> decode(["Nguyeãn Vaên Hoøa"]), decode(["Hà", "xã", "Cà Mau"])
    ({'Nguyeãn Vaên Hoøa': 'Nguyễn Văn Hòa'}, {})
    """
    distinct = dict.fromkeys(texts)
    suspects = [text for text in distinct if not _UNICODE_ONLY.search(text) or "&#" in text]
    certain = {text: right for text in suspects if (right := _misread(text)) is not None}
    doubtful = [text for text in suspects if text not in certain and not text.isascii()]
    is_whole_column = len(suspects) == len(distinct)
    for converted in (from_tcvn3, from_vni):
        if _explains(doubtful, converted):
            certain |= _converted(doubtful, converted, ties=is_whole_column)
            break
    return certain


def from_tcvn3(text: str) -> str:
    r"""TCVN3 as Unicode; capitals with accents exist only in the fonts that end with H.

    >>> from_tcvn3("DANH S\u00b8CH §¹I BIÓU"), from_tcvn3("Lª Thµnh")
    ('DANH SÁCH ĐẠI BIỂU', 'Lê Thành')
    """
    plain = "".join(c for c in text if c.isascii())
    in_capitals = plain == plain.upper() and re.search("[A-Z]{2}", text)
    unicode = text.translate(_TCVN3)
    return unicode.upper() if in_capitals else unicode


def from_vni(text: str) -> str:
    """VNI as Unicode.

    >>> from_vni("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam"), from_vni("ÑÖÔØNG")
    ('Cộng hòa xã hội chủ nghĩa Việt Nam', 'ĐƯỜNG')
    """
    return _VNI_PATTERN.sub(lambda found: _VNI[found[0]], text)


def _vni_pairs() -> dict[str, str]:
    pairs = dict(_VNI_ALONE)
    for letter, marks, meanings in _VNI_GROUPS:
        pairs |= {letter + mark: meaning for mark, meaning in zip(marks, meanings, strict=True)}
    upper = {pair.upper(): meaning.upper() for pair, meaning in pairs.items()}
    mixed = {pair[0].upper() + pair[1:]: meaning.upper() for pair, meaning in pairs.items()}
    return pairs | mixed | upper


_VNI = _vni_pairs()
_VNI_PATTERN = re.compile("|".join(sorted(_VNI, key=len, reverse=True)))


def _misread(text: str) -> str | None:
    """UTF-8 that was read as Windows-1252, or letters written as `&#7879;`; None if neither."""
    if _ENTITY.search(text):
        return html.unescape(text)
    if text.isascii():
        return None
    for whole in (text, _LOST_NBSP.sub("Ã\u00a0", text)):
        try:
            right = b"".join(_byte(c) for c in whole).decode("utf-8")
        except UnicodeError:
            continue
        return right if right != text else None
    return None


def _byte(character: str) -> bytes:
    """The byte that Windows-1252 shows as a character; it shows five bytes as controls."""
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")


def _explains(texts: Sequence[str], converted: Callable[[str], str]) -> bool:
    """Whether an encoding makes syllables of words that are none as they stand."""
    words = [word for text in texts for word in _words(text)]
    if len(words) < FEWEST_WORDS or _share(words) > SELDOM:
        return False
    return _share([converted(word) for word in words]) >= MOSTLY


def _converted(
    texts: Sequence[str], converted: Callable[[str], str], *, ties: bool
) -> dict[str, str]:
    """The texts that make at least as much sense converted; more sense, unless `ties` count."""
    result: dict[str, str] = {}
    for text in texts:
        before, after = _share(_words(text)), _share([converted(word) for word in _words(text)])
        if after > before or (ties and after == before):
            result[text] = converted(text)
    return result


def _words(text: str) -> list[str]:
    """The words of a text that have letters beyond ASCII."""
    words = (word.strip(_PUNCTUATION) for word in text.split())
    return [word for word in words if _NOT_ASCII.search(word)]


def _share(words: Sequence[str]) -> float:
    """How many of the words are syllables, from 0 to 1."""
    return sum(map(is_syllable, words)) / len(words) if words else 1.0
