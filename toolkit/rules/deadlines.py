"""Rules about deadlines (DEA). How a deadline is counted is the business of `assign`."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from toolkit.codelists.meanings import Need
from toolkit.model import PartialDate, Record, Severity
from toolkit.rules.declare import Blame, Context, Verdict, rule, table_rule
from toolkit.rules.states import (
    is_aside,
    is_open,
    is_resolved,
    needs,
    needs_action,
    needs_outcome,
)


@rule(
    "DEA-01",
    Severity.WARNING,
    vi="Thời hạn {due_date} rơi vào ngày nghỉ ({name}), nên hôm đó không có người nhận kết quả.",
    en="The deadline {due_date} is a day off ({name}), when nobody takes a result.",
    fix_vi="Đề nghị lấy ngày làm việc tiếp theo, ví dụ {next}.",
    fix_en="Take the next working day, e.g. {next}.",
    good="""
        STT | Nội dung kiến nghị         | Đơn vị chủ trì | Thời hạn hoàn thành
        1   | Đề nghị sửa đường vào tổ 5 | Phòng Kinh tế  | 30/11/2026
    """,
    bad="""
        STT | Nội dung kiến nghị         | Đơn vị chủ trì | Thời hạn hoàn thành
        1   | Đề nghị sửa đường vào tổ 5 | Phòng Kinh tế  | >>29/11/2026
    """,
    gives=("name", "next"),
)
def due_on_a_working_day(due_date: date, *, context: Context) -> Verdict:
    """A period that ends on a day off ends on the next working day (Bộ luật Dân sự, Điều 148)."""
    if context.calendar.is_working_day(due_date):
        return True
    name = context.calendar.name_of_day_off(due_date) or "cuối tuần"
    following = context.calendar.add_working_days(due_date - timedelta(days=1), 1)
    return {"name": name, "next": following}


@table_rule(
    "DEA-02",
    Severity.INFO,
    fields=("due_date", "received_on"),
    vi="Có {count} thời hạn dài hơn {longest} ngày làm việc kể từ ngày tiếp nhận, vượt mức dài "
    "nhất trong bảng thời hạn.",
    en="{count} deadlines are more than {longest} working days after receipt, the longest that "
    "the table of deadlines gives.",
    fix_vi="Nếu theo thông báo kết luận thì giữ nguyên; nếu không, đề nghị rút ngắn, ví dụ "
    "{latest}.",
    fix_en="Leave it if the meeting decided so; else choose an earlier day, e.g. {latest}.",
    good="""
        STT | Nội dung kiến nghị         | Ngày tiếp nhận | Thời hạn hoàn thành
        1   | Đề nghị sửa đường vào tổ 5 | 05/10/2026     | 16/10/2026
    """,
    bad="""
        STT | Nội dung kiến nghị         | Ngày tiếp nhận | Thời hạn hoàn thành
        1   | Đề nghị sửa đường vào tổ 5 | 05/10/2026     | >>30/12/2026
        2   | Đề nghị lắp đèn đường tổ 6 | 05/10/2026     | 30/12/2026
    """,
    gives=("count", "longest", "latest"),
)
def due_within_the_longest_time(records: Sequence[Record], *, context: Context) -> Iterator[Blame]:
    """The law sets how long an answer may take; a meeting may still decide on another day.

    As meetings often do, this is told once, and only to be known.
    """
    if context.longest is None:
        return
    late = [(record, latest) for record in records if (latest := _passed(record, context))]
    if late:
        (first, latest), *others = late
        cells = tuple(record.cell("due_date") for record, _ in others)
        params = {"count": len(late), "longest": context.longest, "latest": latest}
        yield Blame(first, "due_date", cells, params)


@rule(
    "DEA-08",
    Severity.INFO,
    vi="Có {count} kiến nghị đã giao đơn vị nhưng chưa ghi thời hạn; công cụ sẽ đề xuất thời hạn "
    "theo quy định.",
    en="{count} petitions have a unit but no deadline; one will be proposed by the rules.",
    fix_vi="Đề nghị xem lại thời hạn được đề xuất, hoặc tự ghi, ví dụ 30/11/2026.",
    fix_en="Look at the proposed deadline, or give one yourself, e.g. 30/11/2026.",
    good="""
        STT | Nội dung kiến nghị         | Đơn vị chủ trì | Thời hạn hoàn thành
        1   | Đề nghị sửa đường vào tổ 5 | Phòng Kinh tế  | 30/11/2026
    """,
    bad="""
        STT | Nội dung kiến nghị         | Đơn vị chủ trì | Thời hạn hoàn thành
        1   | Đề nghị sửa đường vào tổ 5 | Phòng Kinh tế  | >>
        2   | Đề nghị lắp đèn đường tổ 6 | Phòng Kinh tế  |
    """,
    tables=("petition",),
    where=("due_date",),
    once=True,
)
def assigned_petition_has_a_deadline(
    due_date: date | PartialDate | None,
    lead_unit: str,
    content: str,
    kind: str | None,
    status: str | None,
    outcome: str | None,
    response_text: str | None,
) -> Verdict:
    """What has no deadline is never late, and often never done."""
    waits = needs_action(status, outcome) and response_text is None and not is_aside(kind)
    return due_date is not None or not (waits and lead_unit and content)


def _passed(record: Record, context: Context) -> date | None:
    """The last day that the deadline table allows, if the deadline of a record is after it."""
    due, received = record["due_date"], record["received_on"]
    if not isinstance(due, date) or not isinstance(received, date) or context.longest is None:
        return None
    latest = context.calendar.add_working_days(received, context.longest)
    return latest if due > latest else None


@rule(
    "DEA-03",
    Severity.WARNING,
    vi="Việc đã xong (“{outcome}”) nhưng chưa ghi ngày hoàn thành, nên chưa biết là đúng hạn "
    "hay quá hạn.",
    en="The work is done (“{outcome}”), but without a date it counts neither as in time nor as "
    "late.",
    fix_vi="Đề nghị ghi ngày hoàn thành thực tế, ví dụ 30/10/2026.",
    fix_en="Give the day on which it was done, e.g. 30/10/2026.",
    good="""
        STT | Nội dung kiến nghị         | Kết quả            | Ngày hoàn thành
        1   | Đề nghị sửa đường vào tổ 5 | Đã giải quyết xong | 30/10/2026
        2   | Đề nghị lắp đèn đường tổ 6 | Có lộ trình        |
    """,
    bad="""
        STT | Nội dung kiến nghị         | Kết quả            | Ngày hoàn thành
        1   | Đề nghị sửa đường vào tổ 5 | Đã giải quyết xong | 30/10/2026
        2   | Đề nghị lắp đèn đường tổ 6 | Đã giải quyết xong | >>
    """,
    where=("completed_on",),
)
def done_has_a_day(
    completed_on: date | None,
    outcome: str,
    answered_on: date | None,
    document_date: date | None,
) -> Verdict:
    """Done in time or late is what leaders read first.

    The day of the answer serves as well.
    """
    days = (completed_on, answered_on, document_date)
    return not is_resolved(outcome) or any(day is not None for day in days)


@rule(
    "DEA-04",
    Severity.WARNING,
    vi="Thời hạn {due_date} đã qua {days} ngày nhưng tình trạng vẫn ghi “{status}”.",
    en="The deadline {due_date} passed {days} days ago and the status is still “{status}”.",
    fix_vi="Đề nghị cập nhật kết quả nếu đã xong, hoặc ghi thời hạn mới kèm lý do, ví dụ "
    "30/12/2026.",
    fix_en="Enter the result, or a new deadline with the reason, e.g. 30/12/2026.",
    good="""
        STT | Nội dung kiến nghị         | Thời hạn hoàn thành | Tình trạng
        1   | Đề nghị sửa đường vào tổ 5 | 30/11/2026          | Đang giải quyết
        2   | Đề nghị lắp đèn đường tổ 6 | 30/10/2026          | Kết thúc
    """,
    bad="""
        STT | Nội dung kiến nghị         | Thời hạn hoàn thành | Tình trạng
        1   | Đề nghị sửa đường vào tổ 5 | >>30/10/2026        | Đang giải quyết
    """,
    gives=("days",),
)
def open_work_is_in_time(
    due_date: date,
    status: str,
    outcome: str | None,
    completed_on: date | None,
    *,
    context: Context,
) -> Verdict:
    """What is late is what the next meeting will ask about first."""
    waits = is_open(status) and not is_resolved(outcome) and completed_on is None
    return not waits or due_date >= context.as_of or {"days": (context.as_of - due_date).days}


@rule(
    "DEA-05",
    Severity.WARNING,
    vi="Kết quả ghi “{outcome}” nhưng chưa có thời hạn hay lộ trình nào.",
    en="The outcome is “{outcome}”, but there is neither a deadline nor a plan.",
    fix_vi="Đề nghị ghi ngày dự kiến hoàn thành, ví dụ 30/12/2026.",
    fix_en="Give the day by which it will be done, e.g. 30/12/2026.",
    good="""
        STT | Nội dung kiến nghị         | Kết quả     | Thời hạn hoàn thành
        1   | Đề nghị sửa đường vào tổ 5 | Có lộ trình | 30/12/2026
    """,
    bad="""
        STT | Nội dung kiến nghị         | Kết quả       | Thời hạn hoàn thành
        1   | Đề nghị sửa đường vào tổ 5 | >>Có lộ trình |
        2   | Đề nghị lắp đèn đường tổ 6 | Có lộ trình   | 30/12/2026
    """,
    where=("due_date", "roadmap"),
)
def plan_has_a_day(outcome: str, due_date: date | None, roadmap: str | None) -> Verdict:
    """“With a plan” is a promise; without a day nobody can hold anyone to it."""
    return not needs(outcome, Need.PLAN) or due_date is not None or roadmap is not None


@rule(
    "DEA-06",
    Severity.WARNING,
    vi="Đã có ngày hoàn thành {completed_on} nhưng tình trạng vẫn ghi “{status}”.",
    en="There is a date of completion, {completed_on}, but the status is still “{status}”.",
    fix_vi="Đề nghị sửa tình trạng nếu đã xong, ví dụ Kết thúc; nếu chưa xong thì xóa ngày hoàn "
    "thành.",
    fix_en="Change the status if it is done, e.g. Kết thúc; else delete the date.",
    good="""
        STT | Nội dung kiến nghị         | Tình trạng | Ngày hoàn thành
        1   | Đề nghị sửa đường vào tổ 5 | Kết thúc   | 30/10/2026
    """,
    bad="""
        STT | Nội dung kiến nghị         | Tình trạng        | Ngày hoàn thành
        1   | Đề nghị sửa đường vào tổ 5 | >>Đang giải quyết | 30/10/2026
    """,
)
def completed_is_not_open(
    status: str, completed_on: date, outcome: str | None, *, context: Context
) -> Verdict:
    """One of the two was not brought up to date.

    “Resolved” beside such a status is ANS-06.
    """
    past = completed_on <= context.as_of and not is_resolved(outcome)
    return not is_open(status) or not past


@rule(
    "DEA-07",
    Severity.INFO,
    vi="Có {count} kiến nghị ghi tình trạng “{status}” nhưng chưa ghi kết quả, nên chỉ được tính "
    "là đã trả lời, chưa tính là giải quyết xong.",
    en="The status is “{status}” without an outcome ({count} petitions): it counts as answered, "
    "not as resolved.",
    fix_vi="Đề nghị ghi kết quả, ví dụ Đã giải quyết xong hoặc Giải trình, cung cấp thông tin.",
    fix_en="Give the outcome, e.g. Đã giải quyết xong.",
    good="""
        STT | Nội dung kiến nghị         | Tình trạng | Kết quả
        1   | Đề nghị sửa đường vào tổ 5 | Kết thúc   | Đã giải quyết xong
    """,
    bad="""
        STT | Nội dung kiến nghị         | Tình trạng | Kết quả
        1   | Đề nghị sửa đường vào tổ 5 | Kết thúc   | >>
        2   | Đề nghị lắp đèn đường tổ 6 | Kết thúc   | Đã giải quyết xong
        3   | Đề nghị sửa cầu kênh số 3  | Kết thúc   |
    """,
    where=("outcome",),
    once=True,
)
def closed_has_an_outcome(outcome: str | None, status: str) -> Verdict:
    """Answered is not resolved: the level above counts them apart."""
    return not needs_outcome(status) or outcome is not None
