"""What counts as what: every definition behind the figures, once.

The sheet “Thông tin” shows `DEFINITIONS`, so that whoever reads a figure can read what it means.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from toolkit import codelists
from toolkit.codelists.meanings import Result, State
from toolkit.model import Consolidation, DueState, Meeting, Record, Task
from toolkit.rules.words import words
from toolkit.summarize.collation import Key, text_key
from toolkit.summarize.labels import year_of
from toolkit.values import hamlets
from toolkit.values.quotes import repeats_petitions
from toolkit.values.texts import fold

COMMUNE_AUTHORITY = "XA"

LEVELS = {
    "very_satisfied": "Rất hài lòng",
    "satisfied": "Hài lòng",
    "neutral": "Bình thường",
    "dissatisfied": "Không hài lòng",
    "very_dissatisfied": "Rất không hài lòng",
}
"""The fields of a survey row, best first, and how they are called."""

SATISFIED = ("very_satisfied", "satisfied")

AT_MEETING = re.compile(r"\btai (hoi nghi|hn)\b")
OTHER_CHANNEL = re.compile(
    r"\b(truoc|sau|duong day|hotline|1022|dvc\w*|dich vu cong|tiep cong dan|tiep dan|don|"
    r"hom thu|email|zalo|phieu|hop ap)\b"
)
YEAR = re.compile(r"\b20\d\d\b")
ANSWERED_AT_MEETING = re.compile(
    r"(?<!chua )(?<!se )(?<!khong )(?<!chua duoc )(?<!se duoc )"
    r"\b(tra loi|giai trinh|giai dap)( truc tiep)?( ngay)? tai (hoi nghi|hn)\b"
)
"""Said of a petition's channel, status or answer, in words without accents."""


def _named_otherwise() -> str:
    """Which codes are counted in a group of another name, in the words of the code lists."""
    means = {**codelists.statuses(), **codelists.outcomes()}
    rows = (*codelists.table("outcomes"), *codelists.table("statuses"))
    placed: dict[Result, list[str]] = {}
    for row in rows:
        name, group = re.split(r" ?[(/]", row["name"])[0], means[row["code"]].result
        if group and group is not Result.UNTOLD and not name.startswith(group):
            placed.setdefault(group, []).append(f"«{name}»")
    said = (f"{', '.join(names)} xếp vào «{group}»" for group, names in placed.items())
    return "; ".join(said) + "."


DEFINITIONS: Mapping[str, str] = {
    "Số người dự": (
        "Số người được ghi «Có mặt». Khi không danh sách nào có cột điểm danh, biểu ghi «chưa "
        "điểm danh»; riêng biểu theo ấp lấy số người có tên trong danh sách."
    ),
    "Số nữ": "Số người trong danh sách có giới tính nữ, kể cả người vắng.",
    "Số người phát biểu": (
        "Số người, tổ chức khác nhau có ý kiến tại hội nghị; cùng tên và cùng ấp là một. Ý kiến "
        "không ghi nguồn tiếp nhận được coi là nêu tại hội nghị; ý kiến không ghi tên thì không "
        "tính."
    ),
    "Số lượt ý kiến": (
        "Số dòng ý kiến trong các tệp. Một dòng có nhiều nội dung là một lượt; cùng một người "
        "ghi cùng một nội dung ở nhiều dòng cũng là một lượt. Dòng của bảng trả lời nhắc lại "
        "kiến nghị thì không tính."
    ),
    "Số nội dung kiến nghị": (
        "Số nội dung sau khi tách các ô có nhiều nội dung và gộp các dòng ghi trùng. Khiếu nại, "
        "tố cáo vẫn được đếm nhưng không nêu tên và nội dung."
    ),
    "Đã trả lời": (
        "Có nội dung trả lời, hoặc tình trạng là «Đã trả lời» hay «Kết thúc», hoặc có kết quả. "
        "Đã trả lời chưa phải là đã giải quyết xong."
    ),
    "Đã trả lời tại hội nghị": (
        "Đã trả lời, và ngày trả lời đúng là ngày hội nghị hoặc có ghi rõ «trả lời tại hội nghị». "
        "Trả lời trước ngày hội nghị chỉ tính là đã trả lời."
    ),
    "Đã giải quyết xong": "Chỉ những nội dung có kết quả «Đã giải quyết xong».",
    "Nhóm kết quả": (
        "Mỗi nội dung thuộc đúng một nhóm, xét theo kết quả trước, tình trạng xử lý sau. "
        f"{_named_otherwise()}"
    ),
    "Chưa ghi kết quả": (
        "Đã trả lời, đã kết thúc hoặc là ý kiến trùng, nhưng cột kết quả còn trống."
    ),
    "Tỷ lệ đúng hạn": (
        "Hoàn thành đúng hạn, chia cho tổng số hoàn thành đúng hạn, hoàn thành quá hạn và quá hạn "
        "chưa hoàn thành. Việc còn trong hạn, không có hạn, hoặc đã hoàn thành mà chưa rõ ngày, "
        "không tính vào tỷ lệ."
    ),
    "Vượt thẩm quyền": "Thẩm quyền không phải cấp xã, hoặc đã chuyển cơ quan có thẩm quyền.",
    "Tỷ lệ hài lòng": (
        "Số lượt đánh giá «Rất hài lòng» và «Hài lòng», chia cho tổng số lượt. Mỗi phiếu có bao "
        "nhiêu câu trả lời thì tính bấy nhiêu lượt."
    ),
}
"""What the figures mean, in the words of the sheets."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the figures need to know of one petition.

    `turns` is how often people spoke for it, `speakers` how many of them spoke for the first
    time, so that both add up to the number of turns and speakers of the whole meeting.
    """

    answered: bool
    answered_at_meeting: bool
    result: Result
    turns: int
    speakers: int


def facts(data: Consolidation) -> tuple[Facts, ...]:
    """The facts of every petition, in the order of the tasks."""
    turns = _first_times(_turns(task) for task in data.tasks)
    speakers = _first_times(_speakers(task) for task in data.tasks)
    return tuple(
        Facts(
            is_answered(task),
            is_answered_at_meeting(task, data.meeting),
            result(task),
            spoken,
            speaking,
        )
        for task, spoken, speaking in zip(data.tasks, turns, speakers, strict=True)
    )


def counts(data: Consolidation) -> Mapping[str, int]:
    """The figures that a program wants first; the keys are those of the published contract."""
    known = facts(data)
    return {
        "attendees": len(data.attendees),
        "present": sum(person["attendance"] == "present" for person in data.attendees),
        "speakers": sum(petition.speakers for petition in known),
        "petitions": len(known),
        "answered": sum(petition.answered for petition in known),
        "resolved": sum(petition.result is Result.RESOLVED for petition in known),
        "overdue": sum(task.due_state is DueState.OVERDUE for task in data.tasks),
    }


def roll_was_called(data: Consolidation) -> bool:
    """Whether any list of attendees has a column that says who came."""
    return any(
        table.layout.key == "attendee" and table.has("attendance")
        for file in data.files
        for table in file.tables
    )


def result(task: Task) -> Result:
    """The group of results that a petition belongs to.

    The outcome decides; where there is none, the status. An answer alone is no result.
    """
    outcome, status = _outcome(task), _status(task)
    if told := (outcome and outcome.result) or (status and status.result):
        return told
    return Result.UNTOLD if task.petition.text("response_text") else Result.UNRESOLVED


def is_answered(task: Task) -> bool:
    """Whether the petitioner was told something; not that anything was done about it."""
    states = filter(None, (_outcome(task), _status(task)))
    return bool(task.petition.text("response_text")) or any(state.answered for state in states)


def is_answered_at_meeting(task: Task, meeting: Meeting) -> bool:
    """Whether the answer was given at the meeting: on its day, or it is said in so many words.

    Answers from before the meeting are answers, and were not given at it.
    """
    answered_on = task.petition["answered_on"]
    on_the_day = answered_on is not None and answered_on == meeting.held_on
    typed = (record.typed.get("status", "") for record in task.petition.sources)
    headers = map(_header_of_answer, task.petition.sources)
    texts = (task.petition.text("response_text"), *typed, *headers)
    in_words = any(ANSWERED_AT_MEETING.search(_words(text)) for text in texts)
    return is_answered(task) and (on_the_day or in_words)


def is_beyond_commune(task: Task) -> bool:
    """Whether somebody above or beside the commune must decide."""
    authority = task.petition.text("authority")
    elsewhere = bool(authority) and authority != COMMUNE_AUTHORITY
    status = _status(task)
    return elsewhere or (status is not None and status.result is Result.TRANSFERRED)


def is_carried_over(task: Task) -> bool:
    """Whether a petition comes from an earlier meeting and is still not resolved."""
    return _is_of_earlier_meeting(task) and result(task) is not Result.RESOLVED


def earlier_year(task: Task) -> int | None:
    """The year of the meeting that a petition was left by: as named, else when it came in."""
    named = YEAR.findall(task.petition.text("channel"))
    return int(named[-1]) if named else year_of(task.petition["received_on"])


def _is_of_earlier_meeting(task: Task) -> bool:
    return bool(words("earlier_meeting").found_in(_words(task.petition.text("channel"))))


def is_raised_at_meeting(task: Task) -> bool:
    """Whether a petition was raised at the meeting; it is taken to be, unless told otherwise."""
    if _is_of_earlier_meeting(task):
        return False
    channel = _words(task.petition.text("channel"))
    return bool(AT_MEETING.search(channel)) or not OTHER_CHANNEL.search(channel)


def votes(row: Record) -> int | None:
    """How many people answered a question: all its levels together, else the total as typed."""
    levels = [row[field] for field in LEVELS if row[field] is not None]
    if not levels:
        total = row["total"]
        return total if isinstance(total, int) else None
    return sum(level for level in levels if isinstance(level, int))


def survey_forms(rows: Sequence[Record]) -> int | None:
    """How many forms people filled in; None where nobody can tell.

    In one table each row is a question that all of them were asked. Several tables may tell of
    the same forms, and rows of groups share them out.
    """
    tables = {id(row.table) for row in rows}
    if len(tables) != 1 or any(row["group"] for row in rows):
        return None
    return max(filter(None, map(votes, rows)), default=None)


def _outcome(task: Task) -> State | None:
    return codelists.outcomes().get(task.petition.text("outcome"))


def _status(task: Task) -> State | None:
    return codelists.statuses().get(task.petition.text("status"))


def _header_of_answer(record: Record) -> str:
    """What stands over the answer of a record; empty if it has none."""
    if not record.text("response_text"):
        return ""
    column = record.cell("response_text").column
    return next((m.header for m in record.table.columns if m.number == column), "")


def _first_times(groups: Iterable[Sequence[object]]) -> tuple[int, ...]:
    """How many members of each group were in none of the groups before it."""
    seen: set[object] = set()
    numbers = []
    for group in groups:
        before = len(seen)
        seen.update(group)
        numbers.append(len(seen) - before)
    return tuple(numbers)


def _turns(task: Task) -> tuple[object, ...]:
    """The rows in which different people raise a petition: the first row of each."""
    rows = _people(task).values()
    return tuple((row.table.workbook, row.table.sheet.name, row.row) for row in rows)


def _speakers(task: Task) -> tuple[object, ...]:
    """Who raises a petition at the meeting, as far as they gave their names."""
    if not is_raised_at_meeting(task):
        return ()
    return tuple(person for person in _people(task) if person[0])


def _people(task: Task) -> Mapping[tuple[Key, str], Record]:
    """Who raises a petition, each with the first row that says so.

    A row that leaves the hamlet out is no other person than the namesake who gave it.
    """
    rows: dict[tuple[Key, str], Record] = {}
    for record in _raised_in(task):
        rows.setdefault(_person(record), record)
    placed = {name for name, hamlet in rows if hamlet}
    return {who: row for who, row in rows.items() if who[1] or who[0] not in placed}


def _raised_in(task: Task) -> tuple[Record, ...]:
    """The records that raise a petition, and not those that tell what was done about it.

    Where only a table of answers tells of a petition, its row stands for whoever raised it.
    """
    rows = tuple(record for record in task.petition.sources if record.entity != "response")
    return tuple(record for record in rows if not _answers(record)) or rows


def _answers(record: Record) -> bool:
    """Whether a row names nobody, in a table that tells what is done about petitions."""
    is_reply = repeats_petitions(record.table) or record.table.has("response_text")
    return is_reply and not record.text("petitioner")


def _person(record: Record) -> tuple[Key, str]:
    """Who speaks in a record: the name and the hamlet. Namesakes of one hamlet are one."""
    return text_key(record.text("petitioner")), hamlets.key(record.text("hamlet"))


def _words(text: str) -> str:
    """A text to look for words in; codes such as `HOI_NGHI_TRUOC` are words too."""
    return fold(text.replace("_", " "))
