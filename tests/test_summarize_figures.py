"""What counts as what."""

from dataclasses import replace

import pytest

from tests.consolidations import consolidation
from toolkit.model import Column, Consolidation, MappedColumn
from toolkit.summarize import counts
from toolkit.summarize.figures import (
    earlier_year,
    facts,
    is_answered_at_meeting,
    is_beyond_commune,
    is_carried_over,
    result,
)


def petitions(text: str) -> Consolidation:
    """A meeting of one file with petitions only."""
    return consolidation(f"== a.xlsx\n# Kiến nghị\n{text.strip()}")


def test_answered_and_resolved_are_two_figures() -> None:
    data = petitions(
        """
content | status | outcome | response_text
Đường   | '04    |         |
Điện    |        | C       |
Nước    | '06    | A       |
Rác     | '03    |         | Đang làm
Cầu     | '03    |         |
Chợ     | '05    |         |
"""
    )
    assert counts(data) == {
        "attendees": 0,
        "present": 0,
        "speakers": 0,
        "petitions": 6,
        "answered": 4,
        "resolved": 1,
        "overdue": 0,
    }


def test_every_petition_is_in_the_group_of_its_outcome_or_else_of_its_status() -> None:
    data = petitions(
        """
content | status | outcome | response_text
Một     | '03    | A       |
Hai     |        | B       |
Ba      |        | C       |
Bốn     |        | D       |
Năm     | '06    | E       |
Sáu     |        | F       |
Bảy     |        | G       |
Tám     |        |         |
Chín    | '01    |         |
Mười    | '03    |         | Đang khảo sát
Mười một | '05   |         |
Mười hai | '07   |         |
Mười ba  | '04   |         |
Mười bốn |       |         | Đã tiếp thu
"""
    )
    assert [result(task) for task in data.tasks] == [
        "Đã giải quyết xong",
        "Đang giải quyết",
        "Giải trình, cung cấp thông tin",
        "Có lộ trình",
        "Chưa giải quyết",
        "Giải trình, cung cấp thông tin",
        "Chuyển cấp trên",
        "Chưa giải quyết",
        "Chưa giải quyết",
        "Đang giải quyết",
        "Chuyển cấp trên",
        "Giải trình, cung cấp thông tin",
        "Chưa ghi kết quả",
        "Chưa ghi kết quả",
    ]


def test_present_are_those_whose_attendance_says_so() -> None:
    data = consolidation(
        """
        == a.xlsx
        # Đại biểu
        full_name | attendance
        Lê An     | present
        Lê Bé     | absent
        Lê Chi    |
        """
    )
    assert counts(data)["attendees"] == 3
    assert counts(data)["present"] == 1


def test_a_speaker_counts_once_and_namesakes_of_other_hamlets_are_others() -> None:
    data = petitions(
        """
content | petitioner     | hamlet
Đường   | Nguyễn Văn An  | Ấp Tân Hòa
Điện    | NGUYỄN VĂN AN  | ấp Tân Hoà
Nước    | Nguyễn Văn An  | Ấp 2
Rác     |                | Ấp 2
Chợ     | Cử tri ấp 3    | Ấp 3
"""
    )
    assert counts(data)["speakers"] == 3


def test_only_who_raised_a_petition_at_the_meeting_is_a_speaker() -> None:
    data = petitions(
        """
content | petitioner | channel
Đường   | Lê An      | Tại hội nghị
Điện    | Lê Bé      | TRUOC_HN
Nước    | Lê Chi     | Đường dây nóng 1022
Rác     | Lê Dung    |
Chợ     | Lê Em      | Phiếu phát tại hội nghị
Cầu     | Lê Giang   | Trước hội nghị
Kênh    | Lê Hà      | Kỳ họp thứ 3
"""
    )
    assert [petition.speakers for petition in facts(data)] == [1, 0, 0, 1, 1, 0, 1]


def test_a_row_with_several_petitions_is_one_turn() -> None:
    data = petitions(
        """
content | petitioner
Đường   | Lê An
Điện    | Lê Bé
"""
    )
    first = data.tasks[0]
    second = replace(first, petition=replace(first.petition, id="KN-1b"))
    split = replace(data, tasks=(first, second, data.tasks[1]))
    assert [petition.turns for petition in facts(split)] == [1, 0, 1]


def test_a_petition_that_several_people_raise_has_a_turn_for_each_of_them() -> None:
    data = petitions(
        """
id | content           | petitioner
A  | Sửa đường         | Lê An
A  | Sửa đường         | Lê Bé
A  | Sửa đường         | Lê An
"""
    )
    (known,) = facts(data)
    assert (known.turns, known.speakers) == (2, 2)


def test_a_row_of_a_table_of_answers_that_repeats_a_petition_is_no_turn() -> None:
    data = consolidation(
        """
        == a.xlsx
        # Kiến nghị
        id | content   | petitioner | hamlet
        A  | Sửa đường | Lê An      | Ấp 1
        == b.xlsx
        # Kiến nghị
        id | content   | hamlet | response_text
        A  | Sửa đường | Ấp 1   | Đã sửa
        B  | Mở chợ    | Ấp 1   | Chưa có quy hoạch
        """
    )
    assert [petition.turns for petition in facts(data)] == [1, 1]


def test_who_leaves_the_hamlet_out_in_a_second_list_takes_no_second_turn() -> None:
    data = petitions(
        """
id | content   | petitioner | hamlet
A  | Sửa đường | Lê An      | Ấp 1
A  | Sửa đường | Lê An      |
"""
    )
    assert [petition.turns for petition in facts(data)] == [1]


@pytest.mark.parametrize(
    "answer",
    [
        "2026-10-20 | Đã sửa",
        "| Đã trả lời tại hội nghị: đã sửa",
        "| Trả lời trực tiếp tại HN",
    ],
)
def test_an_answer_is_given_at_the_meeting_by_its_day_or_in_so_many_words(answer: str) -> None:
    (known,) = facts(petitions(f"content | answered_on | response_text\nĐường | {answer}"))
    assert known.answered_at_meeting


@pytest.mark.parametrize(
    "answer",
    [
        "2026-10-21 | Đã sửa",
        "2026-10-19 | Đã sửa",
        "| Đã sửa",
        "| Chưa trả lời tại hội nghị",
        "| Sẽ được trả lời tại hội nghị sau",
        "2026-10-20 |",
    ],
)
def test_any_other_answer_is_not_given_at_the_meeting(answer: str) -> None:
    (known,) = facts(petitions(f"content | answered_on | response_text\nĐường | {answer}"))
    assert not known.answered_at_meeting


def test_an_answer_in_a_column_for_answers_at_the_meeting_was_given_there() -> None:
    data = petitions("content | response_text\nĐường | Đã sửa")
    (record,) = data.tasks[0].petition.sources
    columns = [
        MappedColumn(2, Column("response_text", "text", ()), "Trả lời tại hội nghị", 1.0, "header")
    ]
    table = replace(record.table, columns=tuple(columns))
    petition = replace(data.tasks[0].petition, sources=(replace(record, table=table),))
    assert is_answered_at_meeting(replace(data.tasks[0], petition=petition), data.meeting)


def test_beyond_the_commune_is_what_is_above_it_or_was_sent_on() -> None:
    data = petitions(
        """
content | authority | status
Đường   | XA        |
Điện    | DN        |
Nước    |           |
Rác     | XA        | '05
"""
    )
    assert [is_beyond_commune(task) for task in data.tasks] == [False, True, False, True]


def test_carried_over_is_what_an_earlier_meeting_left_unresolved() -> None:
    data = petitions(
        """
content | channel            | outcome
Đường   | HOI_NGHI_TRUOC     |
Điện    | Hội nghị năm trước | C
Nước    | Hội nghị trước     | A
Rác     | Trước hội nghị     |
Chợ     | Hội nghị trước (2025) | D
"""
    )
    assert [is_carried_over(task) for task in data.tasks] == [True, True, False, False, True]
    assert [earlier_year(task) for task in data.tasks] == [None, None, None, None, 2025]
