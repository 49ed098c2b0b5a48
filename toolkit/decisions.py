"""What people have decided about guesses, and the names under which a guess is known again.

A key says what is asked, and nothing of file, sheet or cell: the same heading of the same kind of
table, the same two people, the same unknown word. So an answer goes on to hold when a file is
renamed, for the tables of the next year, and in another dossier that the sheet is copied to.
What is personal stands in a key as a digest only.

    cot/petition/nguon nghe ke              what a column is
    ma/topics/giao thog                     which code a text stands for
    ten/hamlet/tan hoa                      which name a spelling stands for
    ngay/petition/ngay tiep nhan/4be1a0…    whether the day or the month comes first
    doi-cho/petition/ngay tiep nhan/4be1a0… whether Excel swapped day and month
    nguoi/0a51c3…+8e2d71…                   whether two records are one person
    kien-nghi/0a51c3…+8e2d71…               whether two records are one petition
    tra-loi/0a51c3…+8e2d71…                 whether an answer belongs to a petition
    loai/0a51c3…                            whether a petition is a complaint or a denunciation
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from hashlib import blake2s

from toolkit.model import Question, Record, Table
from toolkit.values import hamlets
from toolkit.values.texts import clean, fold, shorten, shown

COLUMN, CODE, NAME = "cot", "ma", "ten"
ORDER, SWAP = "ngay", "doi-cho"
PERSON, PETITION, ANSWER = "nguoi", "kien-nghi", "tra-loi"
KIND = "loai"

AGREED = "Đồng ý"
"""The answer that takes what is proposed."""
IGNORED = "Bỏ qua cột này"
DAY_FIRST, MONTH_FIRST = "Ngày trước, tháng sau", "Tháng trước, ngày sau"
AS_SHOWN, SWAPPED = "Giữ như đang hiện", "Đổi lại ngày và tháng"
ONE_PERSON, TWO_PEOPLE = "Là một người", "Hai người khác nhau"
ONE_PETITION, TWO_PETITIONS = "Là một kiến nghị", "Hai kiến nghị khác nhau"
BELONGS, BELONGS_NOT = "Đúng là của kiến nghị này", "Không phải của kiến nghị này"
NEITHER = "Không phải khiếu nại, tố cáo"
OWN_NAME = "Là tên riêng, giữ nguyên"

SAME = frozenset({ONE_PERSON, ONE_PETITION, BELONGS})
"""Of the answers about two records, those that put them together."""

_DIGEST_BYTES = 6
_PART, _AND = "/", "+"
_YEAR = re.compile(r"(?:19|20)\d\d")
_QUOTED = 90
"""Letters of a text that are shown where something is asked about it."""

_IDENTITY = {
    "attendee": (
        "full_name", "birth", "national_id", "phone", "hamlet", "address", "organisation",
        "position",
    ),
    "petition": ("content", "petitioner", "hamlet"),
    "response": ("response_text", "content", "petitioner", "petition_id"),
}  # fmt: skip
"""The fields by which a record is known again, in whatever file it stands."""

_SHOWN = {
    "attendee": ("full_name", "birth", "hamlet", "organisation", "position"),
    "petition": ("petitioner", "hamlet", "content"),
    "response": ("response_text",),
}
"""The fields that tell a person which record is meant; no numbers of identity or phones."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """The answers of people by key, and the keys of all that was ever asked."""

    answers: Mapping[str, str] = dataclass_field(default_factory=dict)
    asked: frozenset[str] = frozenset()

    def get(self, key: str) -> str | None:
        """What was decided; None if nothing was."""
        return self.answers.get(key)

    def settle(self, family: str, one: Record, other: Record) -> bool:
        """Whether somebody has decided about two records."""
        return bool(self.answers) and pair_key(family, one, other) in self.answers

    def below(self, *parts: str) -> dict[str, str]:
        """The answers whose keys begin with these parts, by what follows.

        >>> Decisions({"ma/topics/cau cong": "Giao thông"}).below("ma", "topics")
        {'cau cong': 'Giao thông'}
        """
        begin = _PART.join(parts) + _PART
        found = self.answers.items()
        return {key.removeprefix(begin): told for key, told in found if key.startswith(begin)}


UNDECIDED = Decisions()


def subject(key: str) -> str:
    """What a key is about without the single case: all its questions have the same answers.

    >>> subject("ma/topics/cau cong"), subject("nguoi/0a51c3+8e2d71")
    ('ma/topics', 'nguoi')
    """
    family, *rest = key.split(_PART)
    return f"{family}/{rest[0]}" if family in {COLUMN, CODE, NAME} and rest else family


# ── Keys ────────────────────────────────────────────────────────────────────────────────────


def heading(text: str) -> str:
    """A heading for comparing: the year it may name changes, and the column stays the same.

    >>> heading("Kết quả năm 2026") == heading("KẾT QUẢ NĂM 2027")
    True
    """
    return fold(_YEAR.sub(" ", clean(text)))


def column_key(entity: str, header: str) -> str:
    """What a column under a heading is, in a table of this kind."""
    return _key(COLUMN, entity, heading(header))


def code_key(codelist: str, text: str) -> str:
    """Which code of a list a text stands for."""
    return _key(CODE, codelist, fold(text))


def name_key(field: str, name: str) -> str:
    """Which name a spelling of it stands for.

    >>> name_key("hamlet", "Ấp Tân Hoà")
    'ten/hamlet/tan hoa'
    """
    return _key(NAME, field, hamlets.key(name) if field == "hamlet" else fold(name))


def layout_key(family: str, table: Table, header: str) -> str:
    """Something about the dates of a column, in whatever file lays its table out like this one.

    Title and headings tell whose table it is; the numbers in them change from year to year.
    """
    titles = (fold(re.sub(r"\d+", " ", text)) for _, text in table.titles)
    headers = [*(m.header for m in table.columns), *(text for _, text in table.unmapped)]
    whole = _digest([*titles, *sorted(map(heading, headers))])
    return _key(family, table.layout.key, heading(header), whole)


def pair_key(family: str, one: Record, other: Record) -> str:
    """Something about two records; for those of one kind their order does not matter."""
    prints = fingerprint(one), fingerprint(other)
    first, second = prints if family == ANSWER else sorted(prints)
    return _key(family, f"{first}{_AND}{second}")


def kind_key(record: Record) -> str:
    """Whether a petition is a complaint or a denunciation."""
    return _key(KIND, fingerprint(record))


def fingerprint(record: Record) -> str:
    """A record's own name in keys: the same for the same person, petition or answer."""
    return _digest([_plain(record, field) for field in _IDENTITY[record.entity]])


def _plain(record: Record, field: str) -> str:
    if field == "hamlet":
        return hamlets.key(record.text(field))
    return fold(str(record[field] or ""))


def _digest(texts: Sequence[str]) -> str:
    return blake2s("\n".join(texts).encode(), digest_size=_DIGEST_BYTES).hexdigest()


def _key(*parts: str) -> str:
    return _PART.join(parts)


# ── Pairs ───────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Pairs:
    """What was decided about pairs of records, by their positions; the smaller comes first."""

    together: frozenset[tuple[int, int]] = frozenset()
    apart: frozenset[tuple[int, int]] = frozenset()


def decided_pairs(family: str, records: Sequence[Record], decisions: Decisions) -> Pairs:
    """The pairs of records that people have decided about.

    Of what was put together, enough pairs to connect it. Where the two that were kept apart look
    the same, they are two rows of one table: copies in other files are neither in particular.
    """
    answers = decisions.below(family)
    if not answers:
        return Pairs()
    holders: dict[str, list[int]] = {}
    for position, record in enumerate(records):
        holders.setdefault(fingerprint(record), []).append(position)
    together: set[tuple[int, int]] = set()
    apart: set[tuple[int, int]] = set()
    for key, answer in answers.items():
        ones, others = (holders.get(part, []) for part in key.partition(_AND)[::2])
        if answer in SAME:
            together.update(_connecting(ones, others))
        else:
            apart.update(_all_pairs(ones, others, records))
    return Pairs(frozenset(together), frozenset(apart))


def _connecting(ones: Sequence[int], others: Sequence[int]) -> Iterator[tuple[int, int]]:
    if ones and others:
        yield from (_ordered(ones[0], other) for other in others if other != ones[0])
        yield from (_ordered(others[0], one) for one in ones if one != others[0])


def _all_pairs(
    ones: Sequence[int], others: Sequence[int], records: Sequence[Record]
) -> Iterator[tuple[int, int]]:
    alike = ones == others
    for one in ones:
        for other in others:
            if one != other and not (alike and records[one].table is not records[other].table):
                yield _ordered(one, other)


def _ordered(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)


def decided_answers(decisions: Decisions) -> Mapping[str, Mapping[str, bool]]:
    """By the fingerprints of answers, and of petitions, whether they belong together."""
    told: dict[str, dict[str, bool]] = {}
    for key, answer in decisions.below(ANSWER).items():
        response, petition = key.partition(_AND)[::2]
        told.setdefault(response, {})[petition] = answer in SAME
    return told


# ── Questions ───────────────────────────────────────────────────────────────────────────────


def question_about(family: str, one: Record, other: Record, proposal: str) -> Question:
    """A question about two records, shown one below the other."""
    cells = one.cell(_main(one)), other.cell(_main(other))
    seen = f"(1) {_told(one)}\n(2) {_told(other)}"
    return Question(pair_key(family, one, other), seen, proposal, cells)


def question_about_kind(record: Record, name: str) -> Question:
    """Whether a petition is what its words hint at; what it says is not shown to anybody."""
    seen = f"Nội dung ở ô này có dấu hiệu {name.lower()}"
    return Question(kind_key(record), seen, "", (record.cell(_main(record)),))


def _main(record: Record) -> str:
    return record.table.layout.needs[0]


def _told(record: Record) -> str:
    told = [shorten(shown(record[field]), _QUOTED) for field in _SHOWN[record.entity]]
    once = {fold(text): text for text in reversed(told) if text}
    return " – ".join(reversed(once.values()))
