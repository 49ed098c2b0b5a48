"""Rules about who is to do something (ASG)."""

import re
from collections.abc import Iterator, Sequence

from toolkit.model import Record, Severity
from toolkit.rules.declare import Blame, Verdict, is_unreadable, rule, table_rule
from toolkit.rules.states import UNSORTED, is_aside, is_passed_on, needs_action
from toolkit.rules.words import words
from toolkit.values.texts import fold

_BETWEEN_UNITS = re.compile(r"[;\n]|\s*[,/+&]\s*|\s+-\s+|\s+và\s+")
_CERTAIN = frozenset({";", "\n"})


@rule(
    "ASG-01",
    Severity.WARNING,
    vi="Kiến nghị này còn phải giải quyết nhưng chưa có đơn vị chủ trì, cũng chưa rõ lĩnh vực để "
    "đề xuất.",
    en="This petition has no lead unit, and no topic by which one could be proposed.",
    fix_vi="Hãy ghi một đơn vị chủ trì, ví dụ Phòng Kinh tế, hoặc ghi lĩnh vực.",
    fix_en="Name one lead unit, e.g. Phòng Kinh tế, or give the topic.",
    good="""
        STT | Nội dung kiến nghị         | Đơn vị chủ trì
        1   | Đề nghị sửa đường vào tổ 5 | Phòng Kinh tế
    """,
    bad="""
        STT | Nội dung kiến nghị         | Đơn vị chủ trì
        1   | Đề nghị sửa đường vào tổ 5 | >>
        2   | Đề nghị lắp đèn đường tổ 6 | Phòng Kinh tế
    """,
    tables=("petition",),
    where=("lead_unit",),
)
def open_petition_has_a_unit(
    lead_unit: str | None,
    content: str,
    topic: str | None,
    kind: str | None,
    status: str | None,
    outcome: str | None,
    response_text: str | None,
) -> Verdict:
    """What is given to nobody is done by nobody."""
    proposed = topic not in {None, UNSORTED}
    return proposed or not _waits(lead_unit, content, kind, status, outcome, response_text)


@rule(
    "ASG-02",
    Severity.INFO,
    vi="Có {count} kiến nghị chưa có đơn vị chủ trì; công cụ sẽ đề xuất đơn vị theo lĩnh vực "
    "“{topic}”.",
    en="{count} petitions have no lead unit; one will be proposed by their topic “{topic}”.",
    fix_vi="Đề nghị xem lại đơn vị được đề xuất, hoặc tự ghi, ví dụ Phòng Kinh tế.",
    fix_en="Look at the proposed unit, or name one yourself, e.g. Phòng Kinh tế.",
    good="""
        STT | Nội dung kiến nghị         | Lĩnh vực   | Đơn vị chủ trì
        1   | Đề nghị sửa đường vào tổ 5 | Giao thông | Phòng Kinh tế
    """,
    bad="""
        STT | Nội dung kiến nghị         | Lĩnh vực   | Đơn vị chủ trì
        1   | Đề nghị sửa đường vào tổ 5 | Giao thông | >>
        2   | Đề nghị sửa cầu ở tổ 6     | Giao thông | Phòng Kinh tế
        3   | Đề nghị mở rộng hẻm số 4   | Giao thông |
    """,
    tables=("petition",),
    where=("lead_unit",),
    once=True,
)
def open_petition_gets_a_unit(
    lead_unit: str | None,
    content: str,
    topic: str,
    kind: str | None,
    status: str | None,
    outcome: str | None,
    response_text: str | None,
) -> Verdict:
    """Proposed units stand in the follow-up table until a person confirms or changes them."""
    proposed = topic != UNSORTED
    return not (proposed and _waits(lead_unit, content, kind, status, outcome, response_text))


@rule(
    "ASG-03",
    Severity.WARNING,
    vi="Ô này ghi nhiều đơn vị chủ trì (“{lead_unit}”), mà mỗi kiến nghị chỉ có một đơn vị chủ "
    "trì.",
    en="This cell names several lead units (“{lead_unit}”); a petition has only one.",
    fix_vi="Đề nghị giữ một đơn vị, chuyển đơn vị còn lại sang cột phối hợp, ví dụ chủ trì: "
    "{first}.",
    fix_en="Keep one and move the others to the supporting units, e.g. lead: {first}.",
    good="""
        STT | Nội dung kiến nghị         | Đơn vị chủ trì                   | Đơn vị phối hợp
        1   | Đề nghị sửa đường vào tổ 5 | Phòng Kinh tế, Hạ tầng và Đô thị | Công an xã
    """,
    bad="""
        STT | Nội dung kiến nghị         | Đơn vị chủ trì              | Đơn vị phối hợp
        1   | Đề nghị sửa đường vào tổ 5 | >>Phòng Kinh tế, Công an xã |
    """,
    gives=("first",),
)
def lead_unit_is_one(lead_unit: str) -> Verdict:
    """Where two lead, each waits for the other; reports count by the lead unit."""
    units = _units(lead_unit)
    return len(units) <= 1 or {"first": units[0]}


@rule(
    "ASG-04",
    Severity.WARNING,
    vi="“{lead_unit}” vừa là đơn vị chủ trì vừa là đơn vị phối hợp của cùng một kiến nghị.",
    en="“{lead_unit}” is both lead and supporting unit of the same petition.",
    fix_vi="Đề nghị xóa đơn vị này khỏi cột phối hợp, hoặc ghi đơn vị khác, ví dụ Công an xã.",
    fix_en="Remove it from the supporting units, or name another one, e.g. Công an xã.",
    good="""
        STT | Nội dung kiến nghị         | Đơn vị chủ trì | Đơn vị phối hợp
        1   | Đề nghị sửa đường vào tổ 5 | Phòng Kinh tế  | Công an xã
    """,
    bad="""
        STT | Nội dung kiến nghị         | Đơn vị chủ trì | Đơn vị phối hợp
        1   | Đề nghị sửa đường vào tổ 5 | Phòng Kinh tế  | >>Phòng kinh tế; Công an xã
    """,
)
def lead_unit_does_not_support(support_units: tuple[str, ...], lead_unit: str) -> Verdict:
    """One of the two is a slip of the pen; reports would count the unit twice."""
    return fold(lead_unit) not in {fold(unit) for unit in support_units}


@rule(
    "ASG-05",
    Severity.WARNING,
    vi="Tình trạng ghi “{status}” nhưng chưa ghi chuyển cho cơ quan nào, nên không theo dõi tiếp "
    "được.",
    en="The status is “{status}”, but not to whom it was passed on.",
    fix_vi="Đề nghị ghi cơ quan nhận hoặc số văn bản chuyển, ví dụ Sở Xây dựng.",
    fix_en="Name the receiving authority or the document, e.g. Sở Xây dựng.",
    good="""
        STT | Nội dung kiến nghị             | Thẩm quyền | Đơn vị chủ trì | Tình trạng
        1   | Đề nghị mở rộng đường tỉnh 785 | Cấp tỉnh   | Sở Xây dựng    | Chuyển cấp trên
    """,
    bad="""
        STT | Nội dung kiến nghị             | Thẩm quyền | Đơn vị chủ trì | Tình trạng
        1   | Đề nghị mở rộng đường tỉnh 785 |            |                | >>Chuyển cấp trên
    """,
    where=("authority", "lead_unit", "responder", "document_no"),
)
def passed_on_says_to_whom(
    status: str,
    authority: str | None,
    lead_unit: str | None,
    responder: str | None,
    document_no: str | None,
    response_text: str | None,
) -> Verdict:
    """“Not ours” must name whose it is, or the citizen is sent from door to door."""
    named = (authority, lead_unit, responder, document_no, response_text)
    return not is_passed_on(status) or any(value is not None for value in named)


@table_rule(
    "ASG-06",
    Severity.INFO,
    fields=("leader",),
    vi="Dòng này chưa ghi lãnh đạo phụ trách, trong khi phần lớn các dòng khác đều có.",
    en="This row names no leader in charge, while most of the others do.",
    fix_vi="Đề nghị ghi lãnh đạo phụ trách, ví dụ Phó Chủ tịch UBND xã Lê Văn Mẫu.",
    fix_en="Name the leader in charge.",
    good="""
        STT | Nội dung kiến nghị         | Đơn vị chủ trì | Lãnh đạo phụ trách
        1   | Đề nghị sửa đường vào tổ 5 | Phòng Kinh tế  |
        2   | Đề nghị lắp đèn đường tổ 6 | Phòng Kinh tế  |
        3   | Đề nghị sửa cầu kênh số 3  | Phòng Kinh tế  | Lê Văn Mẫu
    """,
    bad="""
        STT | Nội dung kiến nghị         | Đơn vị chủ trì | Lãnh đạo phụ trách
        1   | Đề nghị sửa đường vào tổ 5 | Phòng Kinh tế  | Lê Văn Mẫu
        2   | Đề nghị lắp đèn đường tổ 6 | Phòng Kinh tế  | >>
        3   | Đề nghị sửa cầu kênh số 3  | Phòng Kinh tế  | Lê Văn Mẫu
    """,
)
def leader_is_named(records: Sequence[Record]) -> Iterator[Blame]:
    """A row overlooked while the leaders were filled in.

    A column that is mostly blank is not in use, and nobody is blamed for it.
    """
    assigned = [record for record in records if record["lead_unit"]]
    blank = [r for r in assigned if r["leader"] is None and not is_unreadable(r, "leader")]
    if records[0].table.has("leader") and len(blank) * 2 < len(assigned):
        yield from (Blame(record, "leader") for record in blank)


def _waits(
    lead_unit: str | None,
    content: str,
    kind: str | None,
    status: str | None,
    outcome: str | None,
    response_text: str | None,
) -> bool:
    """Whether a petition has no unit and needs one: nothing was answered, nothing says done."""
    if lead_unit is not None or response_text is not None or is_aside(kind) or not content:
        return False
    return needs_action(status, outcome)


def _units(text: str) -> list[str]:
    """The units that a text names.

    >>> _units("Phòng Kinh tế, Hạ tầng và Đô thị")
    ['Phòng Kinh tế, Hạ tầng và Đô thị']
    >>> _units("Phòng Kinh tế và Công an xã; ấp 5")
    ['Phòng Kinh tế', 'Công an xã', 'ấp 5']
    """
    units, start = [], 0
    for match in _BETWEEN_UNITS.finditer(text):
        rest = text[match.end() :].strip()
        certain = match.group().strip(" ") in _CERTAIN
        if rest and text[start : match.start()].strip() and (certain or _begins_a_unit(rest)):
            units.append(text[start : match.start()].strip())
            start = match.end()
    return [*units, text[start:].strip()]


def _begins_a_unit(text: str) -> bool:
    word = words("unit_head").found_in(text)
    return word is not None and text.casefold().startswith(word.casefold())
