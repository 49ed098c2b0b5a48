"""Which petitions are one: the same matter raised by the same people, read from two tables.

The same words from another hamlet are another petition: every hamlet asks to mend its road.
"""

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from toolkit.decisions import (
    ONE_PETITION,
    PETITION,
    TWO_PETITIONS,
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
    table_of,
)
from toolkit.link.quotations import Quotation, findings_of, quotations
from toolkit.link.wording import comparable
from toolkit.model import Cluster, Finding, Notice, Record, Severity
from toolkit.values import hamlets
from toolkit.values.likeness import (
    TextIndex,
    identifier,
    likeness,
    numbers,
    pairs_sharing,
    shares_words,
)
from toolkit.values.quotes import repeats_petitions
from toolkit.values.telling import told_once
from toolkit.values.texts import CAPITALS, clean, fold

SAME_TEXT = 80
"""From which likeness on two texts under one id are one petition, reworded."""
SHARED_WORDS = 60
"""From which share of common words two texts under an id that the toolkit gave are one."""
NEAR_TEXT = 90
"""From which likeness on two petitions are shown to a person."""
TELLING_WORDS = 8
"""From how many words on a text alone says which petition it is, if nothing contradicts.
“Đề nghị sửa đường” does not."""
COMPARED_WORDS = 5
"""Texts of fewer words are near to too many others to be worth showing."""
NO_IDS: Mapping[int, str] = {}
PART = "part of "
"""Begins the fact that two contents of one cell are two petitions."""

MERGED = Notice(
    "DUP-15",
    Severity.INFO,
    vi="{count} kiến nghị đã có trong bảng khác, trước hết là tại {other}. Mỗi kiến nghị chỉ "
    "tính một lần.",
    en="{count} of the petitions here are also in another table, first of all that at {other}. "
    "Each is counted once.",
    fix_vi="Không cần sửa; nếu là hai việc, hãy ghi rõ nơi chốn, ví dụ tổ 3 và tổ 5.",
    fix_en="Nothing to do; if they are two matters, name the places, for example tổ 3 and tổ 5.",
    why="The hamlet's list and the commune's list hold the same petitions; the number of "
    "petitions "
    "must not grow. Merged are only the same id with like texts, or the same text while "
    "petitioner and hamlet do not contradict.",
    good="""
        == a.xlsx
        STT | Họ và tên     | Ấp      | Nội dung kiến nghị
        1   | Nguyễn Văn An | Tân Hòa | Đề nghị sửa đường
        == b.xlsx
        STT | Họ và tên     | Ấp      | Nội dung kiến nghị
        1   | Trần Thị Bình | Tân Lập | Đề nghị sửa đường
    """,
    bad="""
        == a.xlsx
        STT | Họ và tên     | Ấp      | Nội dung kiến nghị
        1   | Nguyễn Văn An | Tân Hòa | Đề nghị sửa đường
        == b.xlsx
        STT | Họ và tên     | Ấp      | Nội dung kiến nghị
        1   | Nguyễn Văn An | Tân Hòa | >>Đề nghị sửa đường
    """,
)
NEAR = Notice(
    "DUP-16",
    Severity.WARNING,
    vi="Nội dung này giống {percent}% kiến nghị tại {other}, có thể là cùng một việc. Đang tính "
    "là hai kiến nghị.",
    en="This text is {percent}% like the petition at {other}, so it may be the same matter. "
    "They are counted as two.",
    fix_vi="Nếu cùng một việc, đề nghị gộp thành một dòng, ví dụ ghi chú 2 người cùng ý kiến.",
    fix_en="If it is one matter, make it one row and note how many people raised it, for example "
    "2.",
    why="Two people often raise the same matter in nearly the same words; one unit should answer "
    "it "
    "once. Only a person can tell, so nothing is merged.",
    good="""
        STT | Họ và tên     | Nội dung kiến nghị
        1   | Nguyễn Văn An | Đề nghị sửa cầu bắc qua kênh số 3 đã hư hỏng nặng
        2   | Trần Thị Bình | Đề nghị sửa cầu bắc qua kênh số 5 đã hư hỏng nặng
    """,
    bad="""
        STT | Họ và tên     | Nội dung kiến nghị
        1   | Nguyễn Văn An | Đề nghị sửa cầu bắc qua kênh số 3 đã hư hỏng nặng
        2   | Trần Thị Bình | >>Đề nghị sửa cầu qua kênh số 3 đã hư hỏng nặng
    """,
)
SHARED_ID = Notice(
    "DUP-17",
    Severity.WARNING,
    vi="{count} mã đã dùng cho kiến nghị khác, trước hết là “{id}” tại {other}. Nội dung khác "
    "nhau nên chưa gộp.",
    en="{count} of the ids here belong to other petitions, first of all “{id}” at {other}. "
    "The texts differ, so nothing is merged.",
    fix_vi="Hãy sửa một trong hai mã, hoặc xóa để được cấp mã mới, ví dụ KN-2026-016.",
    fix_en="Change the id in one of the cells, or delete it to get a new one, e.g. KN-2026-016.",
    why="Answers find their petition by its id. Hamlets that each count from 1 give one id twice.",
    good="""
        == a.xlsx
        Mã kiến nghị | Họ và tên     | Nội dung kiến nghị
        KN-01        | Nguyễn Văn An | Đề nghị sửa cầu bắc qua kênh số 3
        == b.xlsx
        Mã kiến nghị | Họ và tên     | Nội dung kiến nghị
        KN-02        | Trần Thị Bình | Xin hướng dẫn thủ tục tách thửa đất
    """,
    bad="""
        == a.xlsx
        Mã kiến nghị | Họ và tên     | Nội dung kiến nghị
        KN-01        | Nguyễn Văn An | Đề nghị sửa cầu bắc qua kênh số 3
        == b.xlsx
        Mã kiến nghị | Họ và tên     | Nội dung kiến nghị
        >>KN-01      | Trần Thị Bình | Xin hướng dẫn thủ tục tách thửa đất
    """,
)
NOTICES = (MERGED, NEAR, SHARED_ID)


_NAME = re.compile(
    rf"(?<=[^\W{CAPITALS}] )[{CAPITALS}][^\W{CAPITALS}]+(?: [{CAPITALS}][^\W{CAPITALS}]+)+(?!\w)"
)


@dataclass(frozen=True, slots=True)
class _Petition:
    """A record with what it is compared by.

    `hamlet` is that of the record, later of its cluster. `alone`: no other of its table has its
    text. `name` is its own id, or else the one that the toolkit gave it.
    """

    record: Record
    text: str
    facts: Facts
    hamlet: str
    alone: bool
    name: str

    @property
    def is_named(self) -> bool:
        """Whether staff gave it an id."""
        return "id" in self.facts


def same_petitions(
    petitions: Sequence[Record],
    decisions: Decisions = UNDECIDED,
    remembered: Mapping[int, str] = NO_IDS,
) -> tuple[tuple[Cluster, ...], tuple[Finding, ...]]:
    """A partition of the petitions, in the order of first appearance, and what is to be said.

    `remembered` are the ids that the toolkit gave in earlier runs to records without own ids, by
    the identity (`id`) of the record: staff type them into tables of answers.

    Certain: the same own id with like texts; or the same text, and petitioner or hamlet agree,
    or the text is long, or one table follows up the other, while nothing contradicts. Rows of
    one table are one petition only if they agree in everything that DUP-02 compares. Near texts
    are findings and stay apart.
    """
    items = _items(petitions, remembered)
    alike = _sharing(items)
    certain = [pair for i, j in alike if (pair := _certain(i, j, items))]
    decided = decided_pairs(PETITION, petitions, decisions)
    facts = reconciled([item.facts for item in items], decided)
    clusters = _partition(petitions, obeying(certain, decided), facts)
    quoted = quotations(petitions, cluster_numbers(petitions, clusters))
    if repeated := [pair for quotation in quoted if (pair := _repeated(quotation, facts))]:
        clusters = _partition(petitions, obeying([*certain, *repeated], decided), facts)
    number = cluster_numbers(petitions, clusters)
    near = near_pairs([item.text for item in items], [item.hamlet for item in items])
    shown_already = {pair for quotation in quoted for pair in _pairs(quotation)}
    compared = sorted({*alike, *near} - shown_already)
    apart = [(i, j) for i, j in compared if number[i] != number[j]]
    known = known_of_clusters(petitions, clusters, facts)
    items = [
        replace(item, hamlet=str(k.get("hamlet", "")))
        for item, k in zip(items, known, strict=True)
    ]
    rows = {id(petitions[quotation.row]) for quotation in quoted if quotation.sure}
    findings = [
        *_merged(clusters, rows),
        *findings_of(quoted, petitions, number, decisions),
        *_doubts(items, apart, _speakers(petitions, number), decisions),
    ]
    return clusters, told_once(findings, notices=(MERGED, SHARED_ID))


def _partition(
    petitions: Sequence[Record], pairs: Sequence[Pair], facts: Sequence[Facts]
) -> tuple[Cluster, ...]:
    return partition(petitions, pairs, facts, hard=lambda key: key.startswith(PART))


def _repeated(quotation: Quotation, facts: Sequence[Facts]) -> Pair | None:
    """The pair of a row that surely repeats a petition, if their ids and the like agree."""
    first, second = _pairs(quotation)[0]
    agree = consistent((facts[first], facts[second]))
    return Pair(first, second) if quotation.sure and agree else None


def _pairs(quotation: Quotation) -> list[tuple[int, int]]:
    return [(min(quotation.row, at), max(quotation.row, at)) for at in quotation.petitions]


def _items(petitions: Sequence[Record], remembered: Mapping[int, str]) -> list[_Petition]:
    texts = [comparable(record.text("content")) for record in petitions]
    held = Counter(zip(map(table_of, petitions), texts, strict=True))
    items = []
    for record, text in zip(petitions, texts, strict=True):
        facts, alone = petition_facts(record), held[table_of(record), text] == 1
        name = str(facts.get("id", "")) or identifier(remembered.get(id(record), ""))
        items.append(_Petition(record, text, facts, str(facts.get("hamlet", "")), alone, name))
    return items


def petition_facts(record: Record) -> Facts:
    """What contradicts two records being one petition, if it differs; a blank does not."""
    known: dict[str, str | int] = {
        "id": identifier(record.text("petition_id")),
        "petitioner": fold(record.text("petitioner")),
        "hamlet": hamlets.key(record.text("hamlet")),
    }
    if record.part:
        known[f"{PART}{record.cell('content')}"] = record.part
    return {key: value for key, value in known.items() if value}


def near_pairs(texts: Sequence[str], places: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs of positions whose folded texts are worth comparing; not many for each.

    Of several positions with one text the first of the same hamlet is taken, else of none, else
    of any.
    """
    first: dict[tuple[str, str], int] = {}
    anywhere: dict[str, int] = {}
    for position, held in enumerate(zip(texts, places, strict=True)):
        first.setdefault(held, position)
        anywhere.setdefault(held[0], position)
    index = TextIndex(text for text in texts if len(text.split()) >= COMPARED_WORDS)
    pairs: set[tuple[int, int]] = set()
    for (text, hamlet), position in first.items():
        for near in index.near(text):
            other = first.get((near, hamlet), first.get((near, ""), anywhere[near]))
            pairs.add((min(position, other), max(position, other)))
    return sorted(pairs)


def _sharing(items: Sequence[_Petition]) -> list[tuple[int, int]]:
    """The pairs that have their id, their text, or workbook and number in common."""
    order = [order_of(item.record, "content") for item in items]
    return pairs_sharing([tuple(_keys(item)) for item in items], order)


def _keys(item: _Petition) -> Iterator[Hashable]:
    """Where many have one text, those of one person or hamlet must still find each other."""
    facts = item.facts
    if item.name:
        yield "id", item.name
    if item.text:
        yield "text", item.text
        for key in facts.keys() & {"petitioner", "hamlet"}:
            yield "text", item.text, key, facts[key]
    if number := item.record.text("seq"):
        yield "number", item.record.table.workbook, number


def _certain(i: int, j: int, items: Sequence[_Petition]) -> Pair | None:
    one, other = items[i], items[j]
    agree = consistent((one.facts, other.facts))
    if same_table(one.record, other.record):
        return Pair(i, j) if agree and _entered_twice(one.record, other.record) else None
    if _same_id(one, other):
        return Pair(i, j, strong=True) if _reworded_under_id(one, other) else None
    if agree and _follows_up(one, other):
        return Pair(i, j)
    if not agree or one.text != other.text:
        return None
    agreed = one.facts.keys() & other.facts.keys() & {"petitioner", "hamlet"}
    return Pair(i, j) if agreed or len(one.text.split()) >= TELLING_WORDS else None


def _same_id(one: _Petition, other: _Petition) -> bool:
    return bool(one.name) and one.name == other.name and (one.is_named or other.is_named)


def _follows_up(one: _Petition, other: _Petition) -> bool:
    """Whether one is the other's row in a table of answers that the same workbook holds.

    Such a table repeats the petitions, often shortened and without who raised them.
    """
    tables = one.record.table, other.record.table
    if (
        tables[0].workbook != tables[1].workbook
        or len({t.has("response_text") for t in tables}) < 2
    ):
        return False
    same_number = bool(one.record["seq"]) and one.record["seq"] == other.record["seq"]
    same_text = one.text == other.text and one.alone and other.alone
    return bool(one.text and other.text) and (
        same_text or (same_number and _reworded(one.text, other.text))
    )


def _entered_twice(one: Record, other: Record) -> bool:
    """Whether two rows of one table agree in everything; the rules of the table say so."""
    fields = ("content", "petitioner", "hamlet", "received_on")
    return bool(one["petitioner"]) and all(
        fold(str(one[field] or "")) == fold(str(other[field] or "")) for field in fields
    )


def _reworded_under_id(one: _Petition, other: _Petition) -> bool:
    """Whether two texts under one id are one petition.

    An id that the toolkit gave is nobody else's by chance: its texts need not be so alike.
    """
    given = not (one.is_named and other.is_named)
    alike = given and shares_words(one.text, other.text) >= SHARED_WORDS
    return alike or _reworded(one.text, other.text)


def _reworded(one: str, other: str) -> bool:
    """Whether two texts under one id can be the same petition; a blank one can."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) or likeness(one, other) >= SAME_TEXT


def _merged(clusters: Sequence[Cluster], quoting: set[int]) -> Iterator[Finding]:
    """What is told of merged records, but for those of `quoting`: DUP-18 speaks of them."""
    for later, earlier in merges(clusters):
        told = {id(later), id(earlier)} & quoting or same_table(later, earlier)  # DUP-02
        if not told:
            yield _finding(MERGED, later, earlier, "content")


def _doubts(
    items: Sequence[_Petition],
    pairs: Sequence[tuple[int, int]],
    speakers: Sequence[int],
    decisions: Decisions,
) -> Iterator[Finding]:
    """One finding for each record that may be an earlier one, as far as nobody has decided.

    Those that `speakers` names for them are shown.
    """
    told: set[int] = set()
    for i, j in pairs:
        first, second = sorted((speakers[i], speakers[j]))
        asked = items[first], items[second]
        finding = None if second in told else _doubt(items[i], items[j], asked)
        if finding and not decisions.settle(PETITION, asked[0].record, asked[1].record):
            told.add(second)
            yield finding


def _speakers(petitions: Sequence[Record], number: Sequence[int]) -> list[int]:
    """Which record is shown for each: for the row of an annex, the petition that it repeats."""
    first: dict[int, int] = {}
    for position, record in enumerate(petitions):
        if not repeats_petitions(record.table):
            first.setdefault(number[position], position)
    return [
        first.get(number[position], position) if repeats_petitions(record.table) else position
        for position, record in enumerate(petitions)
    ]


def _doubt(one: _Petition, other: _Petition, asked: tuple[_Petition, _Petition]) -> Finding | None:
    """What is to be said of two records that are not surely one; `asked` are shown for them."""
    here = same_table(one.record, other.record)
    if one.record.cell("content") == other.record.cell("content"):  # parts, merged, or “nt”
        return None
    if _same_id(one, other):  # DUP-01 speaks of one table
        earlier, later = (one, other) if other.is_named else (other, one)
        return None if here else _finding(SHARED_ID, later.record, earlier.record, "petition_id")
    if not _may_be_one(one, other) or (here and _entered_twice(one.record, other.record)):
        return None
    earlier, later = asked
    percent = int(likeness(earlier.text, later.text))
    return _finding(NEAR, later.record, earlier.record, "content", percent)


def _may_be_one(one: _Petition, other: _Petition) -> bool:
    """Near texts about the same numbers, and not of two hamlets unless they name one place.

    Texts that name one place are also near where the longer goes on after the whole shorter one.
    """
    if numbers(one.text) != numbers(other.text):
        return False
    same_hamlet = "" in {one.hamlet, other.hamlet} or one.hamlet == other.hamlet
    if likeness(one.text, other.text) >= NEAR_TEXT and same_hamlet:
        return True
    return _repeats(one.text, other.text) and bool(_places(one) & _places(other))


def _repeats(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    goes_on = len(short.split()) >= TELLING_WORDS and long.startswith(short)
    return goes_on or likeness(one, other) >= NEAR_TEXT


def _places(petition: _Petition) -> set[str]:
    """What a petition calls by name: words with capitals that do not begin a sentence."""
    return {fold(name) for name in _NAME.findall(clean(petition.record.text("content")))}


def _finding(
    notice: Notice, later: Record, earlier: Record, field: str, percent: int = 100
) -> Finding:
    other = earlier.cell(field if earlier[field] else "content")
    params = {
        "id": later.text("petition_id"),
        "other": str(other),
        "percent": percent,
        "count": 1,
    }
    asked = (question_about(PETITION, earlier, later, _likelier(earlier, later)),)
    return Finding(
        notice,
        later.cell(field),
        params,
        field,
        shown(later, field),
        (other,),
        asked if notice is NEAR else (),
    )


def _likelier(one: Record, other: Record) -> str:
    """What to propose of two near texts: who says nearly the same again means the same."""
    facts = petition_facts(one), petition_facts(other)
    by_same = "petitioner" in facts[0] and consistent(facts)
    same_person = by_same and facts[0]["petitioner"] == facts[1].get("petitioner")
    return ONE_PETITION if same_person else TWO_PETITIONS
