"""Which rows of an annex of answers repeat the petitions of a list, in shortened words.

Only one row of an annex can be one petition, and only one petition one row. Where a second fits
nearly as well, a person has to say which is meant.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from toolkit.decisions import PETITION, TWO_PETITIONS, Decisions, question_about
from toolkit.link.clusters import shown, table_of
from toolkit.link.wording import comparable
from toolkit.model import Cell, Finding, Notice, Record, Severity
from toolkit.values import hamlets
from toolkit.values.likeness import numbers
from toolkit.values.quotes import Quoted, QuoteIndex, repeats_petitions
from toolkit.values.texts import CAPITALS, clean, fold

SURE, SURE_WEIGHT = 0.6, 9.0
"""How much of a row must stand in the petition, and what that must count: some five words, with
their pairs, that no other petition holds."""
LIKELY, LIKELY_WEIGHT = 0.45, 6.0
"""The same for a petition that is worth showing."""
LIKELY_IF_NAMED = 0.3
"""The same share where the row names who raised the petition."""
CLEAR = 0.6
"""Which part of the best share the second best must not reach."""
TOLD_WITH = ("petitioner", "hamlet", "address")
"""Fields of a list that an annex may put into the words of the petition."""

QUOTED = Notice(
    "DUP-18",
    Severity.INFO,
    vi="{count} dòng ở đây nhắc lại kiến nghị của bảng khác bằng lời ngắn hơn, trước hết là tại "
    "{other}. Mỗi kiến nghị chỉ tính một lần.",
    en="{count} rows here repeat petitions of other tables in shorter words, first of all that "
    "at {other}. Each is counted once.",
    fix_vi="Không cần sửa nếu đúng; chắc hơn là ghi mã ở cả hai bảng, ví dụ KN-2026-015.",
    fix_en="Nothing to do if it is right; safer is the id in both tables, e.g. KN-2026-015.",
    why="An annex of answers shortens the petitions of the hamlets; the number of petitions must "
    "not grow by it. Merged are only pairs in which both fit each other best by far, and places, "
    "persons and numbers do not contradict.",
    good="""
        == a.xlsx
        STT | Họ và tên     | Nội dung kiến nghị
        1   | Nguyễn Văn An | Cầu gỗ qua suối tổ 1 ấp Tân Hòa đã mục, đề nghị làm cầu bê tông
        == b.xlsx
        STT | Nội dung kiến nghị                | Đơn vị chủ trì | Nội dung trả lời
        1   | Hỗ trợ học bổng cho học sinh nghèo | Văn phòng      | Đã lập danh sách 14 em.
    """,
    bad="""
        == a.xlsx
        STT | Họ và tên     | Nội dung kiến nghị
        1   | Nguyễn Văn An | Cầu gỗ qua suối tổ 1 ấp Tân Hòa đã mục, đề nghị làm cầu bê tông
        == b.xlsx
        STT | Nội dung kiến nghị                             | Đơn vị chủ trì | Nội dung trả lời
        1   | >>Làm cầu bê tông qua suối tổ 1 ấp Tân Hòa     | Phòng Kinh tế  | Đã khởi công.
    """,
)
MAY_QUOTE = Notice(
    "DUP-19",
    Severity.WARNING,
    vi="Dòng này có thể nhắc lại kiến nghị tại {other}, nhưng chưa đủ chắc chắn. Đang tính là hai "
    "kiến nghị.",
    en="This row may repeat the petition at {other}, but not certainly enough. They are counted "
    "as two.",
    fix_vi="Nếu đúng, hãy chọn «Là một kiến nghị» ở trang Ghi nhớ của bảng điều khiển; nếu cả hai "
    "bảng có cột mã thì có thể ghi cùng một mã, ví dụ KN-2026-015.",
    fix_en="If it does, choose «Là một kiến nghị» on the sheet Ghi nhớ of the control workbook; "
    "if both tables have ids, the same id in both rows does it too, for example KN-2026-015.",
    why="A wrong merge puts an answer under somebody else's petition; a person sees at once.",
    good="""
        == a.xlsx
        STT | Họ và tên     | Nội dung kiến nghị
        1   | Nguyễn Văn An | Cầu gỗ qua suối tổ 1 ấp Tân Hòa đã mục, đề nghị làm cầu bê tông
        == b.xlsx
        STT | Nội dung kiến nghị                         | Đơn vị chủ trì | Nội dung trả lời
        1   | Làm cầu bê tông qua suối tổ 1 ấp Tân Hòa   | Phòng Kinh tế  | Đã khởi công.
    """,
    bad="""
        == a.xlsx
        STT | Họ và tên     | Nội dung kiến nghị
        1   | Nguyễn Văn An | Cầu gỗ qua suối tổ 1 ấp Tân Hòa đã mục, đề nghị làm cầu bê tông
        == b.xlsx
        STT | Nội dung kiến nghị                           | Đơn vị chủ trì | Nội dung trả lời
        1   | >>Làm cầu bê tông qua suối tổ 7 ấp Tân Hòa   | Phòng Kinh tế  | Đã khởi công.
    """,
)
MAY_QUOTE_PART = Notice(
    "DUP-27",
    Severity.WARNING,
    vi="Dòng này có thể nhắc lại một trong các kiến nghị ghi chung ở ô {other}, nhưng chưa đủ "
    "chắc chắn. Đang tính riêng.",
    en="This row may repeat one of the petitions that stand together in the cell {other}, but not "
    "certainly enough. It is counted apart.",
    fix_vi="Nếu đúng, hãy tách ô đó thành mỗi dòng một kiến nghị, rồi ghi cùng một mã ở hai dòng, "
    "ví dụ KN-2026-015.",
    fix_en="If it does, put each petition of that cell into a row of its own, then write the same "
    "id in both rows, for example KN-2026-015.",
    why="One id cannot stand for several petitions: an answer to one would count for all.",
    good="""
        == a.xlsx
        STT | Họ và tên     | Nội dung kiến nghị
        1   | Nguyễn Văn An | Cầu gỗ qua suối tổ 1 ấp Tân Hòa đã mục, đề nghị làm cầu bê tông
        == b.xlsx
        STT | Nội dung kiến nghị                             | Đơn vị chủ trì | Nội dung trả lời
        1   | Làm cầu bê tông qua suối tổ 1 ấp Tân Hòa       | Phòng Kinh tế  | Đã khởi công.
    """,
    bad="""
        == a.xlsx
        STT | Họ và tên     | Nội dung kiến nghị
        1   | Nguyễn Văn An | 1. Cầu gỗ qua suối tổ 1 đã mục, xin làm cầu bê tông. 2. Xin lắp đèn.
        == b.xlsx
        STT | Nội dung kiến nghị                 | Đơn vị chủ trì | Nội dung trả lời
        1   | >>Làm cầu bê tông qua suối tổ 7    | Phòng Kinh tế  | Đã khởi công.
    """,
)
NOTICES = (QUOTED, MAY_QUOTE, MAY_QUOTE_PART)

_PERSON = re.compile(rf"(?<!\w)(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị)((?: [{CAPITALS}][^\W\d_]*){{2,5}})")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A row of an annex and the petitions that it may repeat, best first, by their positions.

    If it is `sure`, the first is the one.
    """

    row: int
    petitions: tuple[int, ...]
    sure: bool


def quotations(petitions: Sequence[Record], number: Sequence[int]) -> tuple[Quotation, ...]:
    """The rows of annexes that repeat petitions of other tables, in their order.

    `number` tells which of the petitions are known to be one: those are no rivals.
    """
    annex = {at for at, record in enumerate(petitions) if repeats_petitions(record.table)}
    asked = [at for at in range(len(petitions)) if at not in annex]
    if not annex or not asked:
        return ()
    index = QuoteIndex([_phrases(petitions[at]) for at in asked])
    found = {
        row: [
            (asked[quoted.position], quoted)
            for quoted in index.quoted(comparable(petitions[row].text("content")))
            if _same_place(petitions[row], petitions[asked[quoted.position]])
        ]
        for row in sorted(annex)
        if petitions[row]["content"]
    }
    shares = _shares(petitions, number, found)
    made = (_quotation(row, fits, petitions, number, shares) for row, fits in found.items())
    return tuple(quotation for quotation in made if quotation)


_Fits = Sequence[tuple[int, Quoted]]
_Shares = dict[tuple[object, ...], dict[int, float]]


def _phrases(record: Record) -> list[str]:
    return [comparable(record.text(field)) for field in ("content", *TOLD_WITH)]


def _shares(
    petitions: Sequence[Record], number: Sequence[int], found: dict[int, list[tuple[int, Quoted]]]
) -> _Shares:
    """For each annex and petition, how much of each row of the annex stands in it."""
    shares: _Shares = defaultdict(dict)
    for row, fits in found.items():
        for at, quoted in reversed(fits):
            shares[table_of(petitions[row]), number[at]][row] = quoted.share
    return shares


def _quotation(
    row: int, fits: _Fits, petitions: Sequence[Record], number: Sequence[int], shares: _Shares
) -> Quotation | None:
    if not fits:
        return None
    best, quoted = fits[0]
    likely = LIKELY_IF_NAMED if _names(petitions[row], petitions[best]) else LIKELY
    if quoted.share < likely or quoted.weight < LIKELY_WEIGHT:
        return None
    near = [at for at, other in fits if other.share > CLEAR * quoted.share]
    rivals = shares[table_of(petitions[row]), number[best]]
    sure = (
        quoted.share >= SURE
        and quoted.weight >= SURE_WEIGHT
        and {number[at] for at in near} == {number[best]}
        and all(r == row or share <= CLEAR * quoted.share for r, share in rivals.items())
        and _nothing_contradicts(petitions[row], petitions[best])
    )
    first = dict.fromkeys(number[at] for at in near)
    alternatives = tuple(next(at for at in near if number[at] == n) for n in first)
    return Quotation(row, alternatives, sure)


def _same_place(row: Record, petition: Record) -> bool:
    """Whether one of the hamlets named is the same, as far as both name any."""
    one, other = _hamlets(row), _hamlets(petition)
    return not one or not other or bool(one & other)


def _hamlets(record: Record) -> set[str]:
    named = (*hamlets.mentions(record.text("content")), record.text("hamlet"))
    return {hamlets.key(name) for name in named if name}


def _nothing_contradicts(row: Record, petition: Record) -> bool:
    """Whether all numbers and persons that a row names are those of the petition."""
    known = " ".join(_phrases(petition))
    said = set(numbers(fold(row.text("content"))))
    return said <= set(numbers(known)) and all(name in known for name in _persons(row))


def _names(row: Record, petition: Record) -> bool:
    """Whether a row names who raised the petition."""
    return fold(petition.text("petitioner")) in _persons(row)


def _persons(row: Record) -> set[str]:
    """The persons, with title and full name, that a row names."""
    return {fold(name) for name in _PERSON.findall(clean(row.text("content")))}


def findings_of(
    quotations_: Sequence[Quotation],
    petitions: Sequence[Record],
    number: Sequence[int],
    decisions: Decisions,
) -> Iterator[Finding]:
    """What is to be said of them; `number` tells which petitions are one in the end."""
    merged: dict[object, list[tuple[Record, Record]]] = defaultdict(list)
    for quotation in quotations_:
        row, petition = petitions[quotation.row], petitions[quotation.petitions[0]]
        if number[quotation.row] == number[quotation.petitions[0]]:
            if quotation.sure:
                merged[table_of(row)].append((row, petition))
        else:
            candidates = [petitions[at] for at in quotation.petitions[:3]]
            undecided = [p for p in candidates if not decisions.settle(PETITION, p, row)]
            if undecided:
                yield _may_quote(row, undecided)
    for pairs in merged.values():
        cells = [cell for pair in pairs for cell in (r.cell("content") for r in pair)]
        yield _finding(QUOTED, pairs[0][0], tuple(cells[1:]), len(pairs))


def _may_quote(row: Record, petitions: Sequence[Record]) -> Finding:
    others = tuple(petition.cell("content") for petition in petitions)
    asked = (question_about(PETITION, petition, row, TWO_PETITIONS) for petition in petitions)
    is_part = any(record.part for record in (row, *petitions))
    notice = MAY_QUOTE_PART if is_part else MAY_QUOTE
    return replace(_finding(notice, row, others, 1), questions=tuple(asked))


def _finding(notice: Notice, row: Record, related: tuple[Cell, ...], count: int) -> Finding:
    params = {"count": count, "other": str(related[0])}
    return Finding(notice, row.cell("content"), params, "content", shown(row, "content"), related)
