"""Which attendees are one person. A name alone never says so: namesakes live in every hamlet."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from toolkit.decisions import (
    ONE_PERSON,
    PERSON,
    TWO_PEOPLE,
    UNDECIDED,
    Decisions,
    decided_pairs,
    question_about,
)
from toolkit.link.clusters import (
    Facts,
    Pair,
    cluster_numbers,
    consistent,
    known_of_clusters,
    merges,
    obeying,
    order_of,
    partition,
    reconciled,
    same_table,
    shown,
)
from toolkit.model import Cluster, Finding, Notice, PartialDate, Record, Severity
from toolkit.values import hamlets
from toolkit.values.likeness import WINDOW, likeness, pairs_sharing, spelling
from toolkit.values.telling import told_once
from toolkit.values.texts import fold

NAMES_ALIKE = 85
"""From which likeness on two spellings of a name may be one, under the same identity number."""

GENDER_OF_HONORIFIC = {"ong": "male", "anh": "male", "ba": "female", "chi": "female"}

MERGED = Notice(
    "DUP-10",
    Severity.INFO,
    vi="{count} người đã có trong danh sách khác, trước hết là “{name}” tại {other}. Mỗi người "
    "chỉ tính một lần.",
    en="{count} of the people here are also on another list, first of all “{name}” at {other}. "
    "Each is counted once.",
    fix_vi="Không cần sửa; nếu là hai người, hãy ghi rõ, ví dụ năm sinh 1975 và 1990.",
    fix_en="Nothing to do; if they are two people, say so, for example by birth years 1975 and "
    "1990.",
    why="A registration list and a hamlet's list name the same people; the head count must not "
    "grow. Merged are only the same identity number, or the same name with a birth date, phone, "
    "year or hamlet that agrees, while nothing contradicts.",
    good="""
        == a.xlsx
        STT | Họ và tên      | Năm sinh | Ấp
        1   | Nguyễn Văn An  | 1960     | Tân Hòa
        == b.xlsx
        STT | Họ và tên      | Năm sinh | Ấp
        1   | Nguyễn Văn An  | 1985     | Tân Lập
    """,
    bad="""
        == a.xlsx
        STT | Họ và tên      | Năm sinh | Ấp
        1   | Nguyễn Văn An  | 1960     | Tân Hòa
        == b.xlsx
        STT | Họ và tên        | Năm sinh | Ấp
        1   | >>NGUYỄN VĂN AN  | 1960     | Ấp Tân Hòa
    """,
)
MAYBE = Notice(
    "DUP-11",
    Severity.WARNING,
    vi="“{name}” có thể là người đã ghi tại {other}, nhưng chưa đủ chắc chắn nên đang tính là "
    "hai người.",
    en="“{name}” may be the person at {other}, but not certainly enough, so they are counted as "
    "two.",
    fix_vi="Nếu là một người, hãy ghi cùng năm sinh và ấp ở cả hai ô, ví dụ 1960, Tân Hòa.",
    fix_en="Look at both cells; if it is one person, type the same birth year and hamlet in both.",
    why="Same name and one more thing in common is often one person, and often father and son.",
    good="""
        == a.xlsx
        STT | Họ và tên      | Năm sinh | Số điện thoại
        1   | Nguyễn Văn An  | 1960     | '0912345678
        == b.xlsx
        STT | Họ và tên      | Năm sinh | Số điện thoại
        1   | Nguyễn Văn An  | 1960     | '0912345678
    """,
    bad="""
        == a.xlsx
        STT | Họ và tên      | Năm sinh | Số điện thoại
        1   | Nguyễn Văn An  | 1960     | '0912345678
        == b.xlsx
        STT | Họ và tên        | Năm sinh | Số điện thoại
        1   | >>Nguyễn Văn An  | 1961     | '0912345678
    """,
)
NAME_ONLY = Notice(
    "DUP-12",
    Severity.WARNING,
    vi="{count} tên cũng có ở nơi khác, trước hết là “{name}” tại {other}; chỉ có tên thì chưa "
    "rõ có phải một người.",
    en="{count} of the names here also stand elsewhere, first of all “{name}” at {other}. "
    "A name alone does not tell whether it is one person.",
    fix_vi="Hãy ghi thêm năm sinh, ấp hoặc số điện thoại, ví dụ 1960, Tân Hòa.",
    fix_en="Add the birth year, hamlet or phone number to both, for example 1960, Tân Hòa.",
    why="Different people with the same name are normal; a name alone never merges anybody.",
    good="""
        == a.xlsx
        STT | Họ và tên      | Chức vụ
        1   | Nguyễn Văn An  | Trưởng ấp
        == b.xlsx
        STT | Họ và tên      | Chức vụ
        1   | Trần Thị Bình  | Nông dân
    """,
    bad="""
        == a.xlsx
        STT | Họ và tên      | Chức vụ
        1   | Nguyễn Văn An  | Trưởng ấp
        == b.xlsx
        STT | Họ và tên        | Chức vụ
        1   | >>Nguyễn Văn An  | Nông dân
    """,
)
SHARED_ID = Notice(
    "DUP-13",
    Severity.WARNING,
    vi="Số định danh của “{name}” cũng ghi cho “{other_name}” tại {other}, mà mỗi số chỉ thuộc "
    "về một người.",
    en="The identity number of “{name}” also stands with “{other_name}” at {other}; a number "
    "belongs to one person.",
    fix_vi="Đề nghị đối chiếu giấy tờ rồi sửa số hoặc tên bị nhầm, ví dụ 072060000001.",
    fix_en="Check the papers and correct the number or the name in one of the two cells.",
    why="A number filled down one row too far gives two people the same identity.",
    good="""
        == a.xlsx
        STT | Họ và tên      | Số CCCD
        1   | Nguyễn Văn An  | '072060000001
        == b.xlsx
        STT | Họ và tên      | Số CCCD
        1   | Trần Thị Bình  | '072160000002
    """,
    bad="""
        == a.xlsx
        STT | Họ và tên      | Số CCCD
        1   | Nguyễn Văn An  | '072060000001
        == b.xlsx
        STT | Họ và tên      | Số CCCD
        1   | Lê Hoàng Dũng  | >>'072060000001
    """,
)
TWICE = Notice(
    "DUP-14",
    Severity.WARNING,
    vi="“{name}” đã được ghi trong danh sách này tại {other}, nên chỉ tính một lần.",
    en="“{name}” stands twice on this list, before at {other}, and is counted once.",
    fix_vi="Hãy xóa một dòng; nếu là hai người, hãy ghi rõ, ví dụ năm sinh 1975 và 1990.",
    fix_en="Delete one of the rows; if they are two people, say so, for example by birth years.",
    why="A row copied on the same list makes the number of attendees too high.",
    good="""
        STT | Họ và tên      | Năm sinh | Ấp
        1   | Nguyễn Văn An  | 1960     | Tân Hòa
        2   | Nguyễn Văn An  | 1985     | Tân Lập
    """,
    bad="""
        STT | Họ và tên        | Năm sinh | Ấp
        1   | Nguyễn Văn An    | 1960     | Tân Hòa
        2   | >>Nguyễn Văn An  | 1960     | Tân Hòa
    """,
)
NOTICES = (MERGED, MAYBE, NAME_ONLY, SHARED_ID, TWICE)

_PROPOSALS = {MAYBE.code: TWO_PEOPLE, NAME_ONLY.code: TWO_PEOPLE, TWICE.code: ONE_PERSON}
"""What is worth asking, and how it is counted until somebody decides."""


@dataclass(frozen=True, slots=True)
class _Person:
    """A record with what it is compared by.

    `facts` contradict if they differ. `evidence` shows, beside the name, who is meant.
    """

    record: Record
    facts: Facts
    evidence: frozenset[tuple[str, Hashable]]

    def shares_number(self, other: "_Person") -> bool:
        """Whether both have the same identity number."""
        number = self.facts.get("national_id")
        return number is not None and number == other.facts.get("national_id")


def same_people(
    attendees: Sequence[Record], decisions: Decisions = UNDECIDED
) -> tuple[tuple[Cluster, ...], tuple[Finding, ...]]:
    """A partition of the attendees, in the order of first appearance, and what is to be said.

    Certain: the same identity number under like names; or the same name, nothing contradicting,
    and a birth date, a phone number, or two of birth year and hamlet or unit that agree (one is
    enough across two tables). What is only likely is a finding and stays apart.
    """
    people = [_Person(record, _facts(record), _evidence(record)) for record in attendees]
    pairs = _to_compare(people)
    certain = [pair for i, j in pairs if (pair := _certain(i, j, people))]
    decided = decided_pairs(PERSON, attendees, decisions)
    facts = reconciled([person.facts for person in people], decided)
    clusters = partition(attendees, obeying(certain, decided), facts)
    number = cluster_numbers(attendees, clusters)
    apart = [(i, j) for i, j in pairs if number[i] != number[j]]
    known = known_of_clusters(attendees, clusters, facts)
    findings = [*_merged(clusters, decisions), *_doubts(people, known, apart, decisions)]
    return clusters, told_once(findings, notices=(MERGED, NAME_ONLY))


def _facts(record: Record) -> Facts:
    title = fold(record.text("honorific"))
    known = {
        "name": fold(record.text("full_name")),
        "spelling": spelling(record.text("full_name")),
        "national_id": record.text("national_id"),
        "phone": record.text("phone"),
        "year": _birth_year(record),
        "birth": _birth_date(record),
        "gender": record.text("gender") or GENDER_OF_HONORIFIC.get(title),
        "hamlet": hamlets.key(record.text("hamlet")),
    }
    return {key: value for key, value in known.items() if value}


def _evidence(record: Record) -> frozenset[tuple[str, Hashable]]:
    known: dict[str, str | int | date | None] = {
        "phone": record.text("phone"),
        "year": _birth_year(record),
        "birth": _birth_date(record),
    }
    places = {hamlets.key(record.text(field)) for field in ("hamlet", "organisation", "address")}
    return frozenset(
        {(key, value) for key, value in known.items() if value}
        | {("place", place) for place in places if place}
    )


def _birth_year(record: Record) -> int | None:
    birth = record["birth"]
    return birth.year if isinstance(birth, date | PartialDate) else None


def _birth_date(record: Record) -> date | None:
    birth = record["birth"]
    return birth if isinstance(birth, date) else None


def _to_compare(people: Sequence[_Person]) -> list[tuple[int, int]]:
    """The pairs worth a look: same identity number, or same name; not many for each.

    Where more have one name than are compared with each other, those who agree in more than the
    name must still find each other.
    """
    names = [_name_key(person) for person in people]
    common = {name for name, count in Counter(names).items() if count > WINDOW}
    keys = [
        [*_keys(person, name), *(("name", name, *e) for e in person.evidence if name in common)]
        for person, name in zip(people, names, strict=True)
    ]
    return pairs_sharing(keys, [order_of(person.record, "full_name") for person in people])


def _name_key(person: _Person) -> str:
    """A name whatever the order of its words; “Lý” and “Lí” are one here."""
    return " ".join(sorted(str(person.facts.get("name", "")).replace("y", "i").split()))


def _keys(person: _Person, name: str) -> Iterator[Hashable]:
    if "national_id" in person.facts:
        yield "national_id", person.facts["national_id"]
    if name:
        yield "name", name


def _certain(i: int, j: int, people: Sequence[_Person]) -> Pair | None:
    one, other = people[i], people[j]
    if one.shares_number(other):
        alike = likeness(fold(one.record.text("full_name")), fold(other.record.text("full_name")))
        return Pair(i, j, strong=True) if alike >= NAMES_ALIKE else None
    if not consistent((one.facts, other.facts)):
        return None
    strong, others = _agreement(one, other)
    enough = 2 if same_table(one.record, other.record) else 1
    return Pair(i, j) if strong or others >= enough else None


def _agreement(one: _Person, other: _Person) -> tuple[bool, int]:
    """Whether birth date or phone agree, and how many of birth year and place do."""
    kinds = {kind for kind, _ in one.evidence & other.evidence}
    return bool(kinds & {"birth", "phone"}), len(kinds & {"year", "place"})


def _merged(clusters: Sequence[Cluster], decisions: Decisions) -> Iterator[Finding]:
    for later, earlier in merges(clusters):
        if not decisions.settle(PERSON, earlier, later):
            yield _finding(TWICE if same_table(later, earlier) else MERGED, later, earlier)


def _doubts(
    people: Sequence[_Person],
    known: Sequence[Facts],
    pairs: Sequence[tuple[int, int]],
    decisions: Decisions,
) -> Iterator[Finding]:
    """One finding for each record that may be an earlier one, as far as nobody has decided."""
    told: set[int] = set()
    for i, j in pairs:
        one, other = people[i], people[j]
        agree = consistent((known[i], known[j]))
        notice = None if j in told else _doubt(one, other, agree=agree)
        if notice and not decisions.settle(PERSON, one.record, other.record):
            told.add(j)
            yield _finding(notice, other.record, one.record)


def _doubt(one: _Person, other: _Person, *, agree: bool) -> Notice | None:
    """What to say of two people; `agree` if nothing known of them contradicts."""
    here = same_table(one.record, other.record)
    if one.shares_number(other):
        return SHARED_ID
    strong, others = _agreement(one, other)
    if not agree:
        return MAYBE if strong or others > 1 else None
    if strong or others:
        return MAYBE
    return None if here and _differ_in_office(one.record, other.record) else NAME_ONLY


def _differ_in_office(one: Record, other: Record) -> bool:
    """Whether one list gives the two another position or organisation each."""
    pairs = ((fold(one.text(k)), fold(other.text(k))) for k in ("position", "organisation"))
    return any(a and b and a != b for a, b in pairs)


def _finding(notice: Notice, later: Record, earlier: Record) -> Finding:
    field = "national_id" if notice is SHARED_ID else "full_name"
    other = earlier.cell(field)
    params = {
        "name": later.text("full_name"),
        "other_name": earlier.text("full_name"),
        "other": str(other),
        "count": 1,
    }
    proposal = _PROPOSALS.get(notice.code)
    asked = (question_about(PERSON, earlier, later, proposal),) if proposal else ()
    return Finding(notice, later.cell(field), params, field, shown(later, field), (other,), asked)
