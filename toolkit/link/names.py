"""Which spellings may be one name: hamlets and units that differ by a slip or an abbreviation.

“Ấp Tân Hoà” and “TÂN HÒA” are one without asking (`toolkit.values.hamlets.key`). Here it is about
those that may be: they are counted apart until a person says that they are one.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence, Set

from rapidfuzz.distance import OSA

from toolkit.decisions import UNDECIDED, Decisions, name_key
from toolkit.link.clusters import order_of, shown
from toolkit.model import Finding, Notice, Question, Record, Severity
from toolkit.values.likeness import numbers, pairs_sharing

NAMED = ("hamlet", "lead_unit")
"""Fields that hold names which figures are grouped by."""

SHORTEST = 5
"""Letters of the shortest name in which one wrong letter is likelier than another name."""
LONG = 12
"""From so many letters on a name may have two wrong letters."""
RARE = 2
"""A spelling that stands in more records than this is no slip."""

NEAR_NAME = Notice(
    "ORG-30",
    Severity.WARNING,
    vi="Tên “{value}” gần giống “{near}” đã ghi ở nơi khác. Đang tính là hai tên khác nhau.",
    en="The name “{value}” is nearly “{near}”, which stands elsewhere. They count as two.",
    fix_vi="Nếu là một, hãy gõ lại cho giống nhau, ví dụ “{near}”.",
    fix_en="If they are one, type them alike, e.g. “{near}”.",
    why="Figures are grouped by hamlet and by unit; one name in two spellings makes two groups.",
    good="""
        STT | Họ và tên     | Ấp      | Nội dung kiến nghị
        1   | Nguyễn Văn An | Tân Hòa | Đề nghị sửa cầu qua kênh số 3
        2   | Trần Thị Bình | Tân Hoà | Xin hướng dẫn thủ tục tách thửa đất
        3   | Lê Văn Mẫu    | Tân Lập | Đề nghị lắp đèn đường ở ngã ba
    """,
    bad="""
        STT | Họ và tên     | Ấp         | Nội dung kiến nghị
        1   | Nguyễn Văn An | Tân Hòa    | Đề nghị sửa cầu qua kênh số 3
        2   | Trần Thị Bình | Tân Hòa    | Xin hướng dẫn thủ tục tách thửa đất
        3   | Lê Văn Mẫu    | >>Tân Hoàa | Đề nghị lắp đèn đường ở ngã ba
    """,
)
NOTICES = (NEAR_NAME,)

Names = Mapping[str, Sequence[str]]


def near_names(
    records: Sequence[Record], known: Names, decisions: Decisions = UNDECIDED
) -> tuple[Finding, ...]:
    """One finding for each rare spelling that may be another name; `known` are official ones."""
    return tuple(
        finding
        for field in NAMED
        for finding in _of_field(field, records, known.get(field, ()), decisions)
    )


def _of_field(
    field: str, records: Sequence[Record], official: Sequence[str], decisions: Decisions
) -> Iterator[Finding]:
    spelled = {name_key(field, name): name for name in reversed(official)}
    holders: dict[str, list[Record]] = {}
    for record in sorted(
        (record for record in records if record.text(field)), key=lambda r: order_of(r, field)
    ):
        holders.setdefault(name_key(field, record.text(field)), []).append(record)
    for key, near in _likely(holders, spelled.keys()).items():
        if not decisions.get(key):
            name = spelled.get(near) or _commonest(holders[near], field)
            yield _finding(field, key, holders[key], name, holders.get(near, ()))


def _likely(holders: Mapping[str, Sequence[Record]], official: Set[str]) -> dict[str, str]:
    """For each rare spelling the one name that it may be; none if it may be several."""
    keys = sorted({*holders, *official})
    bare = [_bare(key) for key in keys]
    found: dict[str, set[str]] = {}
    for one, other in pairs_sharing([tuple(_looks(name)) for name in bare], [(k,) for k in keys]):
        if not _may_be_one(bare[one], bare[other]):
            continue
        for rare, name in ((keys[one], keys[other]), (keys[other], keys[one])):
            if _is_rarer(rare, name, holders, official):
                found.setdefault(rare, set()).add(name)
    return {rare: next(iter(names)) for rare, names in found.items() if len(names) == 1}


def _is_rarer(
    rare: str, name: str, holders: Mapping[str, Sequence[Record]], official: Set[str]
) -> bool:
    if rare in official or rare not in holders or len(holders[rare]) > RARE:
        return False
    return name in official or len(holders.get(name, ())) > len(holders[rare])


def _looks(name: str) -> Iterator[Hashable]:
    """By what two spellings of a name find each other: a half of it, or what its words begin with.

    >>> sorted(map(str, _looks("tan hoa")))
    ["('begins', 'th')", "('first', 'tan')", "('last', 'hoa')"]
    """
    letters = name.replace(" ", "")
    half = len(letters) // 2
    yield "first", letters[:half]
    yield "last", letters[-half:] if half else letters
    yield "begins", "".join(word[0] for word in name.split())


def _may_be_one(one: str, other: str) -> bool:
    """Whether two folded names differ by a slip of the keyboard or by an abbreviation only.

    >>> _may_be_one("tan hoa", "tan hoaa"), _may_be_one("p kinh te", "phong kinh te")
    (True, True)
    >>> _may_be_one("to 3", "to 5"), _may_be_one("tan hoa", "tan lap")
    (False, False)
    """
    if numbers(one) != numbers(other):
        return False
    shorter = min(len(one), len(other))
    slips = 0 if shorter < SHORTEST else 2 if shorter >= LONG else 1
    return OSA.distance(one, other, score_cutoff=slips) <= slips or _abbreviates(one, other)


def _abbreviates(one: str, other: str) -> bool:
    pairs = list(zip(one.split(), other.split(), strict=False))
    same_length = len(one.split()) == len(other.split())
    whole = sum(a == b for a, b in pairs)
    begun = all(a.startswith(b) or b.startswith(a) for a, b in pairs)
    return same_length and begun and 0 < whole < len(pairs)


def _bare(key: str) -> str:
    return key.rsplit("/", 1)[-1]


def _commonest(records: Sequence[Record], field: str) -> str:
    return Counter(record.text(field) for record in records).most_common(1)[0][0]


def _finding(
    field: str, key: str, holders: Sequence[Record], name: str, others: Sequence[Record]
) -> Finding:
    first = holders[0]
    value = first.text(field)
    cells = tuple(dict.fromkeys(record.cell(field) for record in holders))
    question = Question(key, f"“{value}”, gần giống “{name}”", name, cells)
    return Finding(
        NEAR_NAME,
        first.cell(field),
        {"value": value, "near": name},
        field,
        shown(first, field),
        tuple(record.cell(field) for record in others[:1]),
        (question,),
    )
