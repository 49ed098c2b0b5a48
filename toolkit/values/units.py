"""Units that are to do something: the one in the lead and those that support it."""

import re
from functools import lru_cache

from toolkit.model import Raw
from toolkit.values.reading import BLANK, Reading
from toolkit.values.texts import CACHED, any_of, clean, fold, says_nothing, shown

_HEAD = any_of(
    "sở, phòng, ban, ubnd, hđnd, ủy ban, uỷ ban, công an, hội, đoàn, mttq, ubmttq, mặt "
    "trận, trung tâm, công ty, cty, chi cục, trạm, văn phòng, tổ, ấp, công chức, bộ phận, "
    "điện lực, trường, chi nhánh, bhxh, bảo hiểm, viettel, vnpt, chi bộ, đảng ủy, cán bộ, "
    "quân sự, bchqs, htx, hợp tác xã, ngân hàng, bưu điện, địa chính, tư pháp, tài chính, "
    "văn hóa, kế toán"
)
_ONE_UNIT = re.compile(
    "kinh tế, hạ tầng và đô thị|hđnd và ubnd|hđnd, ubnd|hđnd & ubnd|xây dựng, nông nghiệp"
    "|văn hóa, thể thao|tài nguyên và môi trường|nông nghiệp và môi trường|lao động, thương binh"
    "|đoàn đbqh và hđnd|văn phòng - thống kê|tư pháp - hộ tịch|văn hóa - xã hội"
    "|tài chính - kế toán|tài chính - kế hoạch|địa chính - xây dựng|tuyên giáo - dân vận"
    "|kinh tế - hạ tầng",
    re.IGNORECASE,
)
"""Names of units that look like several: they are kept whole."""

_HARD = re.compile(r"[;\n|+]|(?<![đĐ])/(?![cC]\b)")
_SOFT = re.compile(rf",|\s[-–]\s(?={_HEAD})|(?<!\w)và\s+(?=(?-i:[^\W\d_])*{_HEAD})", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:[-–+*•]|\d{1,2}[.)](?=\s|[^\W\d]))\s*")
_LOOSE = " .:;,-–"

_ROLE = re.compile(r"([^;,()\n]+)\(\s*(chủ trì|phối hợp)\s*\)", re.IGNORECASE)
_SUPPORT = re.compile(
    r"(?:(?:đơn vị|cơ quan|và)\s*)?phối hợp\s*(?:cùng|với)?(?:\s+các đơn vị)?\s*:?", re.IGNORECASE
)
_LEAD = re.compile(r"(?:(?:đơn vị|cơ quan)\s*)?chủ trì\s*:?", re.IGNORECASE)
_ASSIGN = re.compile(r"^\s*giao\s+(?:cho\s+)?", re.IGNORECASE)


@lru_cache(maxsize=CACHED, typed=True)
def parse_list(raw: Raw) -> Reading:
    r"""A list of units; commas and dashes inside the name of one unit do not split it.

    >>> parse_list("Công an xã, Văn phòng - Thống kê; UBND xã D'Ran").value
    ('Công an xã', 'Văn phòng - Thống kê', "UBND xã D'Ran")
    >>> parse_list("Phòng Kinh tế, Hạ tầng và Đô thị và Công an phường").value
    ('Phòng Kinh tế, Hạ tầng và Đô thị', 'Công an phường')
    """
    text = shown(raw)
    if says_nothing(clean(text)):
        return BLANK
    return Reading(_units(text) or None)


@lru_cache(maxsize=CACHED, typed=True)
def parse_unit(raw: Raw) -> Reading:
    """The unit in the lead; units that are said to support it are `support_units`.

    Two units without a word on who leads stay together as typed: a person must choose.

    >>> reading = parse_unit("Chủ trì: Công an xã; Phối hợp: Ấp 1, Ấp 2")
    >>> reading.value, reading.also
    ('Công an xã', {'support_units': ('Ấp 1', 'Ấp 2')})
    >>> parse_unit("Giao Phòng Kinh tế chủ trì, phối hợp với Công an xã").also
    {'support_units': ('Công an xã',)}
    """
    text = shown(raw)
    if says_nothing(clean(text)):
        return BLANK
    lead, support = _roles(text)
    return Reading(lead or None, {"support_units": support} if support else {})


def _roles(text: str) -> tuple[str, tuple[str, ...]]:
    """The lead unit and the supporting units of a text."""
    if named := _ROLE.findall(text):
        leads = [unit for unit, role in named if fold(role) == "chu tri"]
        support = [unit for unit, role in named if fold(role) == "phoi hop"]
        return "; ".join(_tidy(unit) for unit in leads), _units(";".join(support))
    if not _SUPPORT.search(text):
        return _lead(_LEAD.sub("", text)), ()
    before, after = _SUPPORT.split(text, maxsplit=1)
    if _tidy(after):
        return _lead(_LEAD.sub("", before)), _units(after)
    lead, _, support_text = before.partition(_matched(_LEAD, before))
    return _lead(lead), _units(support_text)


def _matched(pattern: re.Pattern[str], text: str) -> str:
    """What a pattern finds in a text; the first line break or the end where it finds nothing."""
    found = pattern.search(text)
    return found[0] if found else "\n"


def _lead(text: str) -> str:
    return _tidy(_ASSIGN.sub("", text))


def _units(text: str) -> tuple[str, ...]:
    """The units of a list, each once; names that contain separators are set aside first."""
    kept: list[str] = []

    def put_aside(found: re.Match[str]) -> str:
        kept.append(found[0])
        return f"\x00{len(kept) - 1}\x00"

    shielded = _ONE_UNIT.sub(put_aside, text)
    parts = (part for line in _HARD.split(shielded) for part in _SOFT.split(line))
    whole = (re.sub(r"\x00(\d+)\x00", lambda found: kept[int(found[1])], part) for part in parts)
    return tuple(dict.fromkeys(unit for part in whole if (unit := _tidy(part))))


def _tidy(text: str) -> str:
    """A unit without bullets, numbers and punctuation around it; empty if it says nothing."""
    before = None
    while text != before:
        before, text = text, clean(_BULLET.sub("", text)).strip(_LOOSE)
    return "" if says_nothing(text) else text
