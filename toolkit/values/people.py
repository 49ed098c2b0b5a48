"""Cells that name a person, an organisation or a group, perhaps with address and phone number."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from toolkit.model import Notice, PartialDate, Raw, Severity, Value
from toolkit.values import hamlets
from toolkit.values.names import split_honorific
from toolkit.values.national_ids import parse_national_id
from toolkit.values.phones import parse_phone
from toolkit.values.reading import BLANK, Reading, Saying, UnreadableError
from toolkit.values.texts import any_of, clean, says_nothing, shown

DIGITS_IN_NAME = Notice(
    "TXT-05",
    Severity.WARNING,
    vi="Họ tên “{value}” có chữ số, có thể do gõ nhầm.",
    en="The name “{value}” holds digits, perhaps by a slip of the keyboard.",
    fix_vi="Đề nghị gõ lại họ tên chỉ gồm chữ cái, ví dụ Nguyễn Văn An.",
    fix_en="Type the name with letters only, e.g. Nguyễn Văn An.",
    why="A name with a slip is not found again in other lists.",
    good="""
        STT | Họ và tên   | Chức vụ   | Năm sinh
        1   | Lê Văn Mẫu  | Trưởng ấp | 1962
    """,
    bad="""
        STT | Họ và tên     | Chức vụ   | Năm sinh
        1   | >>Lê Văn Mẫu5 | Trưởng ấp | 1962
    """,
)
NOTICES = (DIGITS_IN_NAME,)

_GROUP = re.compile(
    any_of(
        "cử tri, công ty, cty, htx, hợp tác xã, ubnd, ủy ban, uỷ ban, hđnd, ubmttq, mttq, "
        "mặt trận, hộ, các, tập thể, nhân dân, bà con, nhóm, chi bộ, chi hội, chi đoàn, "
        "hội, ban, trường, trạm, tổ, đoàn thanh niên, đoàn xã, đoàn phường, đoàn thể, đoàn "
        "viên, một số, nhiều, người dân, dân, doanh nghiệp, dntn, cơ sở, khu, đại diện, văn "
        "phòng, sở, phòng, chùa, giáo xứ, giáo họ, nhà thờ, thánh thất, ấp, thôn, khóm, xã, "
        "phường, công an, bộ phận, đảng ủy, đảng uỷ, đơn vị, cơ quan"
    )
    + r"|\d+ (?:hộ|người|cử tri)(?!\w)",
    re.IGNORECASE,
)
_PLACE_WORD = any_of(
    "ấp, tổ, khu phố, kp, thôn, khóm, xóm, tdp, buôn, làng, bản, số, đường, hẻm, xã, "
    "phường, thị trấn, huyện, thị xã, tỉnh, tp, thành phố, nhà, địa chỉ, ngụ, cư ngụ, cư "
    "trú, thường trú, hiện ở, ở, tại, quê quán"
)
_PLACE = re.compile(_PLACE_WORD, re.IGNORECASE)
_PLACE_LABEL = re.compile(
    r"(địa chỉ|đ/c|ngụ tại|cư ngụ tại|cư trú tại|thường trú tại|ngụ|ở tại|hiện ở)\s*:?\s+",
    re.IGNORECASE,
)
_IDENTITY = re.compile(
    r"(?:số\s*)?(?:cccd|cmnd|căn cước|số định danh)[\s:.]*(?:số\s*)?(\d[\d .]{7,}\d)"
    r"|(?<!\d)(0\d{11})(?!\d)",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?:(?:số\s*)?(?:sđt|sdt|đtdđ|đt|điện thoại|di động|tel|zalo)\s*[:.]?\s*)?"
    r"(?<!\d)((?:\+?84|0)(?:[ .\-]?\d){9,10})(?!\d)",
    re.IGNORECASE,
)
_BIRTH = re.compile(r"(?:sinh năm|sn|năm sinh|sinh)\s*:?\s*((?:19|20)\d\d)(?!\d)", re.IGNORECASE)
_YEAR = re.compile(r"(19|20)\d\d")
_SEPARATOR = re.compile(
    rf"[();,\n|]|(?<!\w)[-–](?!\w)|\s[-–]|[-–]\s|(?<=\w)[-–](?={_PLACE_WORD})", re.IGNORECASE
)
_NO_SEPARATOR = re.compile(
    r"\s+(?=(?:ngụ|cư ngụ|cư trú|thường trú|ở) (?:tại |ở )?(?:ấp|tổ|khu phố|kp|thôn|số)\s)"
    r"|(?<!rưởng)(?<!hó)\s+(?=(?:[ấẤ]p|ẤP|[kK]hu phố|kp|KP|thôn|khóm)\.?\s+\S)"
)
_OFFICE = re.compile(r"(tổ|xã|ấp|phường|thôn|bản) (trưởng|phó|đội|viên)(?!\w)", re.IGNORECASE)
_POSITION = re.compile(
    "(?:nguyên )?"
    + any_of(
        "trưởng, phó, chủ tịch, bí thư, tổ trưởng, tổ phó, cán bộ, công chức, viên chức, "
        "giám đốc, hiệu trưởng, đại biểu, hội viên, chi hội, ủy viên, uỷ viên, đảng viên, "
        "nông dân, giáo viên"
    ),
    re.IGNORECASE,
)
_ONLY_LETTERS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")
_SECOND_PERSON = re.compile(
    r"([,;&]|(?<!\w)(và|cùng))\s*(ông|bà|anh|chị|đ/c)(?!\w)", re.IGNORECASE
)
_LOOSE = " .:;,-–/"

TAKE_REST = ("address", "position", "organisation")
"""Fields that may hold what follows a name in the same cell, whatever it is."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a cell about somebody was taken apart into; None is not there.

    `rest` are the parts that are neither the name nor anything else known; `said` is what is
    wrong with the numbers.
    """

    name: str
    rest: tuple[str, ...] = ()
    position: str | None = None
    address: str | None = None
    hamlet: str | None = None
    phone: Value = None
    national_id: Value = None
    birth: PartialDate | None = None
    said: tuple[Saying, ...] = ()


def parse_party(raw: Raw, wanted: tuple[str, ...] = ()) -> Reading:
    """Who attends or raises a petition: a person, an organisation, a group, a hamlet's voters.

    A person's titles are split off; organisations and groups stay as they are written. `wanted`
    are further fields that the cell is known to hold, as its header says.

    >>> reading = parse_party("Ông Nguyễn Văn An (ấp 1) – 0912345678")
    >>> reading.value, dict(reading.also)
    ('Nguyễn Văn An', {'hamlet': 'Ấp 1', 'phone': '0912345678', 'honorific': 'Ông'})
    >>> reading = parse_party("Cử tri ấp Tân Hòa")
    >>> reading.value, reading.also
    ('Cử tri ấp Tân Hòa', {'hamlet': 'Ấp Tân Hòa'})
    >>> parse_party("Lê Thị Mẫu - Trưởng ban", ("position",)).also
    {'position': 'Trưởng ban'}
    """
    text = shown(raw)
    if says_nothing(clean(text)):
        return BLANK
    if is_group(text):
        return _group(text)
    return _only_name(text) if _is_only_name(text) else _person(text, wanted)


def is_group(text: str) -> bool:
    """Whether a petitioner is an organisation or a group, not one person.

    >>> is_group("Hộ ông Lê Văn Mẫu"), is_group("Hồ Văn Mẫu"), is_group("Bà con ấp 3")
    (True, False, True)
    """
    return bool(_GROUP.match(clean(text)))


def split_position(text: str) -> tuple[str, str | None]:
    """A position and the organisation behind it; None where a text is only a position.

    >>> split_position("Trưởng ban - Ban Công tác Mặt trận ấp 3")
    ('Trưởng ban', 'Ban Công tác Mặt trận ấp 3')
    >>> split_position("Phó Bí thư, Chủ tịch UBND xã")
    ('Phó Bí thư, Chủ tịch UBND xã', None)
    """
    position, *others = _separated(text)
    organisation = ", ".join(others)
    if not organisation or any(_POSITION.match(part) for part in others):
        return clean(text), None
    return position, organisation


def split_phone(text: str) -> tuple[str, Value, tuple[Saying, ...]]:
    """A text without the phone number in it, the number, and what is wrong with that.

    >>> split_phone("Tổ 5, ấp Tân Hòa, ĐT 0912345678")
    ('Tổ 5, ấp Tân Hòa', '0912345678', ())
    """
    rest, number = _take(_PHONE, text)
    phone, said = _valid(parse_phone, number)
    return (clean(rest).strip(_LOOSE) if number else text), phone, said


def take_apart(text: str) -> Parts:
    """The parts of a cell such as “Họ tên - Địa chỉ - Điện thoại”.

    >>> parts = take_apart("Lê Thị Mẫu, SN 1970, tổ 5, ấp Tân Hòa - Nông dân")
    >>> parts.name, parts.address, parts.hamlet, parts.position
    ('Lê Thị Mẫu', 'tổ 5, ấp Tân Hòa', 'Ấp Tân Hòa', 'Nông dân')
    >>> parts.birth
    PartialDate(year=1970, month=None)
    """
    text, identity_number = _take(_IDENTITY, text)
    text, phone_number = _take(_PHONE, text)
    text, year = _take(_BIRTH, text)
    name, *others = _segments(text)
    years = [part for part in others if _YEAR.fullmatch(part)]
    places = [part for part in others if _is_place(part)]
    position = next((part for part in others if _POSITION.match(part)), None)
    address = ", ".join(_PLACE_LABEL.sub("", place, count=1) for place in places) or None
    phone, about_phone = _valid(parse_phone, phone_number)
    national_id, about_identity = _valid(parse_national_id, identity_number)
    born = year or next(iter(years), None)
    return Parts(
        name,
        rest=tuple(part for part in others if part not in (*years, *places, position)),
        position=position,
        address=address,
        hamlet=hamlets.mention(address or ""),
        phone=phone,
        national_id=national_id,
        birth=PartialDate(int(born)) if born else None,
        said=about_phone + about_identity,
    )


def _group(text: str) -> Reading:
    """A group keeps its whole text, but for a phone number."""
    rest, found = _take(_PHONE, text)
    phone, said = _valid(parse_phone, found)
    name = clean(rest).strip(_LOOSE) if found else clean(text)
    return Reading(name, _filled({"hamlet": hamlets.mention(rest), "phone": phone}), said)


def _is_only_name(text: str) -> bool:
    """Whether a cell holds one name and nothing else, as most do: they need no taking apart."""
    apart = _NO_SEPARATOR.search(text) or _SECOND_PERSON.search(text)
    return bool(_ONLY_LETTERS.fullmatch(text)) and not apart


def _only_name(text: str) -> Reading:
    honorific, name = split_honorific(text)
    return Reading(name, _filled({"honorific": honorific}))


def _person(text: str, wanted: tuple[str, ...]) -> Reading:
    parts = take_apart(text)
    also = _known(parts, wanted)
    name = parts.name
    said = parts.said
    if any(c.isdigit() for c in name):
        said = (*said, (DIGITS_IN_NAME, {}))
    taker = next((field for field in wanted if field in TAKE_REST and field not in also), None)
    if parts.rest and taker:
        also[taker] = ", ".join(parts.rest)
    elif parts.rest:
        name = ", ".join((name, *parts.rest)) if also else clean(text)
    if not _SECOND_PERSON.search(name):
        honorific, name = split_honorific(name)
        also |= _filled({"honorific": honorific})
    return Reading(name or None, also, said)


def _known(parts: Parts, wanted: tuple[str, ...]) -> dict[str, Value]:
    """What was recognised; an address that is only a hamlet is not repeated unless wanted."""
    only_hamlet = hamlets.key(parts.address or "") == hamlets.key(parts.hamlet or "")
    keep_address = "address" in wanted or not only_hamlet
    return _filled(
        {
            "position": parts.position,
            "address": parts.address if keep_address else None,
            "hamlet": parts.hamlet,
            "phone": parts.phone,
            "national_id": parts.national_id,
            "birth": parts.birth,
        }
    )


def _filled(values: Mapping[str, Value]) -> dict[str, Value]:
    return {field: value for field, value in values.items() if value is not None}


def _segments(text: str) -> list[str]:
    """The parts of a cell, the name first; a place right behind a name is a part of its own."""
    name, *others = _separated(text)
    return [*_NO_SEPARATOR.split(name, maxsplit=1), *others]


def _separated(text: str) -> list[str]:
    """The parts of a cell between commas, dashes, brackets and line breaks; at least one."""
    parts = (clean(part).strip(_LOOSE) for part in _SEPARATOR.split(text))
    return [part for part in parts if part] or [""]


def _is_place(part: str) -> bool:
    return bool(_PLACE.match(part)) and not _OFFICE.match(part)


def _take(pattern: re.Pattern[str], text: str) -> tuple[str, str | None]:
    """A text without what the pattern finds, and the first thing it found."""
    found = pattern.search(text)
    if not found:
        return text, None
    return pattern.sub(" ; ", text), next(group for group in found.groups() if group)


def _valid(parse: Callable[[Raw], Reading], text: str | None) -> tuple[Value, tuple[Saying, ...]]:
    """A number found in a cell; nothing but what is wrong with it if it is not valid."""
    try:
        return parse(text).value, ()
    except UnreadableError as error:
        return None, ((error.notice, {"value": text, **error.params}),)
