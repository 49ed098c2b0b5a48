"""Which records belong together: certain ones are joined, likely ones shown, others left alone.

The sheets of these tests have the names of the fields as headers.
"""

import random
import re
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.link import link, same_people, same_petitions
from toolkit.link.petitions import near_pairs
from toolkit.model import (
    Cell,
    Cluster,
    Column,
    Finding,
    Layout,
    MappedColumn,
    PartialDate,
    Raw,
    Record,
    Sheet,
    Table,
    TableRow,
    Value,
)
from toolkit.testing import workbooks
from toolkit.values.likeness import pairs_sharing

LONG = "Đề nghị sửa cầu bắc qua kênh số 3 đã hư hỏng nặng"

LAYOUTS = {
    "attendee": Layout("attendee", "Đại biểu", (), needs=("full_name",)),
    "petition": Layout("petition", "Kiến nghị", (), needs=("content",)),
    "response": Layout("response", "Trả lời", (), needs=("response_text",)),
}


def records(entity: str, text: str) -> tuple[Record, ...]:
    """The rows of this entity: responses of sheets named “Trả lời”, others of other sheets."""
    return tuple(
        record
        for book in workbooks(text)
        for sheet in book.sheets
        if sheet.rows and (sheet.name == "Trả lời") == (entity == "response")
        for record in _records(entity, book.name, sheet)
    )


def _records(entity: str, workbook: str, sheet: Sheet) -> list[Record]:
    header = [str(name) for name in sheet.rows[0]]
    columns = tuple(
        MappedColumn(number, Column(field, "text", (field,)), field, 1.0, "header")
        for number, field in enumerate(header, start=1)
    )
    rows = tuple(TableRow(number) for number in range(2, len(sheet.rows) + 1))
    table = Table(workbook, sheet, LAYOUTS[entity], (1,), columns, (), rows, ())
    return [_record(table, header, row.number) for row in rows]


def _record(table: Table, header: list[str], row: int) -> Record:
    cells = list(zip(header, table.sheet.rows[row - 1], strict=False))
    values = {field: _value(field, raw) for field, raw in cells if raw is not None}
    part = int(str(values.pop("part", 0)))
    places = {field: (row, header.index(field) + 1) for field in values}
    typed = {field: str(raw) for field, raw in cells if field in values}
    return Record(table, row, values, places, typed, part)


def _value(field: str, raw: Raw) -> Value:
    return PartialDate(int(str(raw))) if field == "birth" else str(raw)


def at(cell: Cell) -> str:
    return f"{cell.workbook}!{cell.a1}"


def said(findings: Sequence[Finding]) -> list[str]:
    """Code, blamed cell, and the other cells involved."""
    return [" ".join([f.notice.code, at(f.cell), *map(at, f.related)]) for f in findings]


def rows(clusters: Sequence[Cluster]) -> list[str]:
    """Workbook and row of each record, one line for each cluster."""
    return [
        " ".join(f"{r.table.workbook}:{r.row}{'.' * r.part}" for r in c.records) for c in clusters
    ]


def people(text: str) -> tuple[list[str], list[str]]:
    clusters, findings = same_people(records("attendee", text))
    return rows(clusters), said(findings)


def petitions(text: str) -> tuple[list[str], list[str]]:
    clusters, findings = same_petitions(records("petition", text))
    return rows(clusters), said(findings)


def links(text: str) -> tuple[list[str], list[str]]:
    made, findings = link(records("petition", text), records("response", text))
    return [f"{m.response.row}→{m.petition.row} {m.how}" for m in made], said(findings)


# ── People ──────────────────────────────────────────────────────────────────────────────────


def test_the_same_identity_number_is_one_person_even_where_the_hamlet_differs() -> None:
    assert people("""
        == a
        full_name     | national_id   | hamlet
        Nguyễn Văn An | '072060000001 | ấp 1
        == b
        full_name     | national_id   | hamlet
        NGUYỄN VĂN AN | '072060000001 | ấp 2
    """) == (["a:2 b:2"], ["DUP-10 b!A2 a!A2"])


def test_one_identity_number_under_two_names_merges_nobody() -> None:
    assert people("""
        == a
        full_name     | national_id
        Nguyễn Văn An | '072060000001
        == b
        full_name     | national_id
        Lê Hoàng Dũng | '072060000001
    """) == (["a:2", "b:2"], ["DUP-13 b!B2 a!B2"])


def test_one_number_for_two_names_of_one_list_is_told_too() -> None:
    _, told = people("""
        == a
        full_name     | birth | national_id
        Lê Văn Tám    | 1965  | '086065003456
        Trịnh Thị Lan | 1991  | '086065003456
    """)
    assert told == ["DUP-13 a!C3 a!C2"]


def test_name_and_birth_year_in_two_lists_are_one_person() -> None:
    assert people("""
        == a
        full_name     | birth
        Nguyễn Văn An | 1960
        == b
        full_name     | birth
        Nguyễn Văn An | 1960
    """) == (["a:2 b:2"], ["DUP-10 b!A2 a!A2"])


def test_name_and_hamlet_in_a_registration_list_and_a_hamlet_list_are_one_person() -> None:
    assert people("""
        == a
        full_name     | hamlet
        Nguyễn Văn An | Ấp Tân Hòa
        == b
        full_name     | hamlet
        Nguyễn Văn An | Tân Hoà
    """) == (["a:2 b:2"], ["DUP-10 b!A2 a!A2"])


def test_namesakes_of_two_hamlets_are_two_people_and_nothing_is_said() -> None:
    assert people("""
        == a
        full_name     | birth | hamlet
        Nguyễn Văn An | 1960  | Tân Hòa
        == b
        full_name     | birth | hamlet
        Nguyễn Văn An | 1985  | Tân Lập
    """) == (["a:2", "b:2"], [])


def test_a_name_alone_merges_nobody_and_is_told_once_for_two_lists() -> None:
    assert people("""
        == a
        full_name
        Nguyễn Văn An
        Trần Thị Bình
        == b
        full_name
        Nguyễn Văn An
        Trần Thị Bình
    """) == (["a:2", "a:3", "b:2", "b:3"], ["DUP-12 b!A2 a!A2 b!A3 a!A3"])


def test_accents_tell_names_apart_unless_one_list_has_none() -> None:
    assert people("""
        == a
        full_name    | hamlet
        Lê Thị Hoa   | Tân Hòa
        Lê Thị Hòa   | Tân Hòa
        Tran Van Mau | Tân Hòa
        == b
        full_name    | hamlet
        Lê Thị Hoà   | Tân Hòa
        Trần Văn Mẫu | Tân Hòa
    """) == (
        ["a:2", "a:3 b:2", "a:4 b:3"],
        ["DUP-10 b!A2 a!A3 b!A3 a!A4"],
    )


def test_who_could_be_either_of_two_namesakes_is_joined_to_neither() -> None:
    assert people("""
        == a
        full_name     | phone       | hamlet
        Nguyễn Văn An | '0911111111 | Tân Hòa
        Nguyễn Văn An | '0922222222 | Tân Hòa
        == b
        full_name     | phone       | hamlet
        Nguyễn Văn An |             | Tân Hòa
    """) == (["a:2", "a:3", "b:2"], ["DUP-11 b!A2 a!A2"])


def test_the_same_phone_with_another_birth_year_is_shown_not_merged() -> None:
    assert people("""
        == a
        full_name     | birth | phone
        Nguyễn Văn An | 1960  | '0912345678
        == b
        full_name     | birth | phone
        Nguyễn Văn An | 1961  | '0912345678
    """) == (["a:2", "b:2"], ["DUP-11 b!A2 a!A2"])


def test_ong_and_ba_are_two_people() -> None:
    assert people("""
        == a
        honorific | full_name  | hamlet
        Ông       | Lê Hoàng   | Tân Hòa
        == b
        honorific | full_name  | hamlet
        Bà        | Lê Hoàng   | Tân Hòa
    """) == (["a:2", "b:2"], [])


def test_one_list_with_a_person_twice_is_a_warning() -> None:
    assert people("""
        == a
        full_name     | birth | hamlet
        Nguyễn Văn An | 1960  | Tân Hòa
        Nguyễn Văn An | 1960  | Tân Hòa
    """) == (["a:2 a:3"], ["DUP-14 a!A3 a!A2"])


def test_one_list_with_a_name_twice_is_shown_unless_their_offices_differ() -> None:
    assert people("""
        == a
        full_name     | position
        Nguyễn Văn An | Trưởng ấp
        Nguyễn Văn An | Bí thư
        Trần Thị Bình |
        Trần Thị Bình | Nông dân
    """) == (["a:2", "a:3", "a:4", "a:5"], ["DUP-12 a!A5 a!A4"])


# ── Petitions ───────────────────────────────────────────────────────────────────────────────


def test_the_same_text_of_the_same_person_in_two_lists_is_one_petition() -> None:
    assert petitions("""
        == a
        petitioner    | hamlet  | content
        Nguyễn Văn An | Tân Hòa | Sửa đường
        == b
        petitioner    | hamlet  | content
        Nguyễn Văn An |         | Sửa đường.
    """) == (["a:2 b:2"], ["DUP-15 b!C2 a!C2"])


def test_the_same_short_text_from_two_hamlets_is_two_petitions_and_nothing_is_said() -> None:
    assert petitions("""
        == a
        hamlet  | content
        Tân Hòa | Sửa đường
        == b
        hamlet  | content
        Tân Lập | Sửa đường
    """) == (["a:2", "b:2"], [])


def test_a_short_text_without_person_or_hamlet_is_shown_not_merged() -> None:
    assert petitions("""
        == a
        hamlet  | content
        Tân Hòa | Sửa đường
        == b
        hamlet  | content
                | Sửa đường
    """) == (["a:2", "b:2"], ["DUP-16 b!B2 a!B2"])


def test_a_long_text_is_recognised_where_person_and_hamlet_are_blank() -> None:
    assert petitions(f"""
        == a
        petitioner    | content
        Nguyễn Văn An | {LONG}
        == b
        petitioner    | content
                      | {LONG}
    """) == (["a:2 b:2"], ["DUP-15 b!B2 a!B2"])


def test_a_text_that_could_be_of_either_hamlet_joins_neither() -> None:
    assert petitions(f"""
        == a
        hamlet  | content
        Tân Hòa | {LONG}
        Tân Lập | {LONG}
        == b
        hamlet  | content
                | {LONG}
    """) == (["a:2", "a:3", "b:2"], ["DUP-16 b!B2 a!B2"])


def test_a_table_of_answers_repeats_the_petitions_of_its_workbook() -> None:
    assert petitions("""
        == a
        # Kiến nghị
        seq | hamlet  | content
        1   | Tân Hòa | Sửa đường
        2   | Tân Lập | Sửa đường
        3   | Tân Lập | Lắp đèn
        # Kết quả
        seq | content       | response_text
        1   | Sửa đường     | Đã sửa.
        2   | Sửa đường ngay | Sẽ sửa.
        7   | Lắp đèn       | Đã lắp.
    """) == (
        ["a:2 a:2", "a:3 a:3", "a:4 a:4"],
        ["DUP-15 a!B2 a!C2 a!B3 a!C3 a!B4 a!C4"],
    )


def test_near_texts_are_shown_with_their_likeness_and_stay_two() -> None:
    text = f"""
        == a
        petitioner    | content
        Nguyễn Văn An | {LONG}
        Trần Thị Bình | Đề nghị sửa cầu qua kênh số 3 đã hư hỏng nặng
    """
    (near,) = same_petitions(records("petition", text))[1]
    assert said([near]) == ["DUP-16 a!B3 a!B2"]
    assert near.params["percent"] == 95
    assert near.value == "Đề nghị sửa cầu qua kênh số 3 đã hư hỏng nặng"


def test_near_texts_from_two_hamlets_are_shown_if_they_name_one_place() -> None:
    assert petitions("""
        == a
        hamlet | content
        Ấp 1   | Bãi rác tự phát cạnh cầu Thạnh Phú gây ô nhiễm, đề nghị dẹp
        Ấp 2   | Bãi rác tự phát cạnh cầu Thạnh Phú gây ô nhiễm, đề nghị dẹp và gắn camera
        Ấp 3   | Bãi rác tự phát cạnh cầu Thạnh Lộc gây ô nhiễm, đề nghị dẹp
    """) == (["a:2", "a:3", "a:4"], ["DUP-16 a!B3 a!B2"])


def test_near_texts_about_two_numbers_are_two_matters() -> None:
    assert petitions(f"""
        == a
        content
        {LONG}
        {LONG.replace("3", "5")}
    """) == (["a:2", "a:3"], [])


def test_the_same_id_with_a_like_text_is_one_petition() -> None:
    assert petitions(f"""
        == a
        petition_id | content
        KN-015      | {LONG}
        == b
        petition_id | content
        kn – 15     | {LONG}, đề nghị làm sớm
    """) == (["a:2 b:2"], ["DUP-15 b!B2 a!B2"])


def test_the_same_id_with_another_text_is_two_petitions_told_once_for_two_tables() -> None:
    assert petitions(f"""
        == a
        petition_id | content
        1           | {LONG}
        2           | Xin hướng dẫn thủ tục tách thửa đất
        == b
        petition_id | content
        1           | Chó thả rông nhiều ở tổ 7
        2           | Đề nghị lắp đèn đường
    """) == (["a:2", "a:3", "b:2", "b:3"], ["DUP-17 b!A2 a!A2 b!A3 a!A3"])


def test_two_ids_keep_the_same_text_apart() -> None:
    assert petitions("""
        == a
        petition_id | petitioner    | content
        KN-1        | Nguyễn Văn An | Sửa đường
        == b
        petition_id | petitioner    | content
        KN-2        | Nguyễn Văn An | Sửa đường
    """) == (["a:2", "b:2"], ["DUP-16 b!C2 a!C2"])


def test_an_abbreviation_says_the_same_as_its_words() -> None:
    assert petitions("""
        == a
        petitioner | hamlet   | content
        Lê An      | Tân Tiến | Đề nghị cấp thẻ BHYT cho người già
        == b
        petitioner | hamlet   | content
        Lê An      | Tân Tiến | Đề nghị cấp thẻ bảo hiểm y tế cho người già
    """) == (["a:2 b:2"], ["DUP-15 b!C2 a!C2"])


def test_that_the_same_person_says_nearly_the_same_again_is_asked_and_proposed() -> None:
    rows = records(
        "petition",
        """
        == a
        petitioner | hamlet   | content
        Lê An      | Tân Tiến | Đề nghị xem xét cấp thẻ BHYT cho người trên 70 tuổi
        Lê Bé      | Tân Tiến | Đề nghị sửa cầu bắc qua kênh số 3 đã hư hỏng nặng
        == b
        petitioner | hamlet   | content
        Lê An      | Tân Tiến | Đề nghị cấp thẻ bảo hiểm y tế cho người trên 70 tuổi
        Lê Chi     | Tân Tiến | Đề nghị sửa cầu qua kênh số 3 đã hư hỏng nặng
        """,
    )
    _, findings = same_petitions(rows)
    assert [(f.cell.a1, f.questions[0].proposal) for f in findings] == [
        ("C2", "Là một kiến nghị"),
        ("C3", "Hai kiến nghị khác nhau"),
    ]


def test_parts_of_one_cell_are_never_merged_not_even_over_another_file() -> None:
    parts = records(
        "petition",
        f"""
        == a
        part | petition_id | content
        1    | KN-1        | {LONG}
        2    | KN-1        | {LONG}
        == b
        part | petition_id | content
             | KN-1        | {LONG}
    """,
    )
    one, two, other = parts
    two = Record(one.table, one.row, two.values, one.places, two.typed, 2)
    clusters, _ = same_petitions([one, two, other])
    assert rows(clusters) == ["a:2.", "a:2..", "b:2"]


def test_a_row_typed_twice_in_one_table_is_one_petition_and_left_to_its_rule() -> None:
    assert petitions(f"""
        == a
        petitioner    | content
        Nguyễn Văn An | {LONG}
        Nguyễn Văn An | {LONG}
    """) == (["a:2 a:3"], [])


# ── Answers ─────────────────────────────────────────────────────────────────────────────────


def test_an_answer_finds_its_petition_by_id_however_it_is_spaced() -> None:
    assert links(f"""
        # Kiến nghị
        petition_id | content
        KN-2026-001 | {LONG}
        KN-2026-002 | Xin tách thửa đất
        # Trả lời
        petition_id   | response_text
        kn - 2026 - 2 | Đã hướng dẫn.
    """) == (["2→3 id"], [])


def test_an_unknown_id_is_an_error_that_names_the_nearest_and_its_cell() -> None:
    text = f"""
        # Kiến nghị
        petition_id | content
        KN-2026-001 | {LONG}
        KN-2026-015 | Xin tách thửa đất
        # Trả lời
        petition_id | response_text
        KN-2026-051 | Đã hướng dẫn.
        PA/7        | Đã hướng dẫn.
    """
    made, (near, unknown) = link(records("petition", text), records("response", text))
    assert made == ()
    assert said([near, unknown]) == ["LNK-03 test.xlsx!A2 test.xlsx!A3", "LNK-04 test.xlsx!A3"]
    assert near.text("vi") == (
        "Mã “KN-2026-051” không có trong bảng kiến nghị nào nên câu trả lời này chưa nối được. "
        "Mã gần giống: KN-2026-015 («test.xlsx» › «Kiến nghị» › A3)."
    )


def test_a_petition_that_has_its_answer_is_not_proposed_for_a_wrong_id() -> None:
    assert links("""
        # Kiến nghị
        petition_id | content
        TL-01       | Xin tách thửa đất
        TL-02       | Xin cấp lại giấy khai sinh
        # Trả lời
        petition_id | response_text
        TL-01       | Đã hướng dẫn.
        TL-19       | Đã hướng dẫn.
    """) == (["2→2 id"], ["LNK-04 test.xlsx!A3"])


def test_an_id_wins_over_other_words_but_it_is_said() -> None:
    assert links(f"""
        # Kiến nghị
        petition_id | petitioner    | content
        KN-1        | Nguyễn Văn An | {LONG}
        # Trả lời
        petition_id | petitioner    | response_text
        KN-1        | Trần Thị Bình | Đã sửa xong.
    """) == (["2→2 id"], ["LNK-09 test.xlsx!A2 test.xlsx!C2"])


def test_an_id_that_two_petitions_have_leads_to_the_one_of_the_same_workbook() -> None:
    assert links(f"""
        == a
        # Kiến nghị
        petition_id | content
        1           | {LONG}
        == b
        # Kiến nghị
        petition_id | content
        1           | Xin tách thửa đất
        # Trả lời
        petition_id | response_text
        1           | Đã hướng dẫn.
    """) == (["2→2 id"], [])


def test_an_id_that_two_petitions_have_is_left_to_a_person_elsewhere() -> None:
    assert links(f"""
        == a
        # Kiến nghị
        petition_id | content
        1           | {LONG}
        == b
        # Kiến nghị
        petition_id | content
        1           | Xin tách thửa đất
        == c
        # Trả lời
        petition_id | response_text
        1           | Đã hướng dẫn.
    """) == ([], ["LNK-07 c!A2 a!B2 b!B2"])


def test_answers_follow_the_numbers_of_the_petitions_in_their_workbook() -> None:
    assert links(f"""
        # Kiến nghị
        seq | content
        1   | {LONG}
        2   | Xin tách thửa đất
        3   | Lắp đèn đường
        # Trả lời
        seq | response_text
        1   | Đã sửa xong.
        3   | Đã lắp đèn.
    """) == (
        ["2→2 number", "3→4 number"],
        ["LNK-01 test.xlsx!A2 test.xlsx!A2 test.xlsx!A3 test.xlsx!A4"],
    )


def test_kien_nghi_so_is_a_number_where_petitions_have_no_ids() -> None:
    assert links(f"""
        # Kiến nghị
        seq | content
        1   | {LONG}
        2   | Xin tách thửa đất
        # Trả lời
        seq | petition_id | response_text
        1   | 2           | Đã hướng dẫn.
    """) == (["2→3 number"], ["LNK-01 test.xlsx!B2 test.xlsx!A3"])


def test_numbers_that_restart_link_nothing() -> None:
    assert links(f"""
        # Kiến nghị
        seq | content
        1   | {LONG}
        1   | Xin tách thửa đất
        # Trả lời
        seq | response_text
        1   | Đã sửa xong.
    """) == ([], ["LNK-05 test.xlsx!B2"])


def test_numbers_of_another_workbook_count_only_if_they_are_not_counted_anew() -> None:
    petition_list = f"""
        == a
        # Kiến nghị
        seq | content
        1   | {LONG}
        2   | Xin tách thửa đất
        3   | Lắp đèn đường
    """
    counted_anew = """
        == b
        # Trả lời
        seq | response_text
        1   | Đã sửa xong.
        2   | Đã lắp đèn.
    """
    picked = """
        == b
        # Trả lời
        seq | response_text
        1   | Đã sửa xong.
        3   | Đã lắp đèn.
    """
    assert links(petition_list + counted_anew) == ([], ["LNK-05 b!B2", "LNK-05 b!B3"])
    assert links(petition_list + picked)[0] == ["2→2 number", "3→4 number"]


def test_numbers_are_not_believed_where_the_words_say_otherwise() -> None:
    assert links(f"""
        # Kiến nghị
        seq | content
        1   | {LONG}
        2   | Xin tách thửa đất
        # Trả lời
        seq | content           | response_text
        1   | Xin tách thửa đất | Đã hướng dẫn.
    """) == (["2→3 text"], ["LNK-02 test.xlsx!B2 test.xlsx!B3"])


def test_an_answer_that_begins_with_the_petition_finds_it() -> None:
    assert links(f"""
        # Kiến nghị
        content
        Xin tách thửa đất
        {LONG}
        # Trả lời
        response_text
        Về việc {LONG}: xã đã sửa xong.
    """) == (["2→3 text"], ["LNK-02 test.xlsx!A2 test.xlsx!A3"])


def test_an_answer_that_nearly_repeats_a_petition_is_only_shown() -> None:
    assert links("""
        # Kiến nghị
        content
        Đề nghị sửa cầu qua kênh số 3 bị hư
        # Trả lời
        response_text
        Về việc đề nghị sửa cây cầu kênh số 3 bị hư: đã sửa xong.
    """) == ([], ["LNK-06 test.xlsx!A2 test.xlsx!A2"])


def test_an_answer_to_a_person_finds_the_only_petition_of_that_person() -> None:
    assert links(f"""
        # Kiến nghị
        petitioner    | hamlet  | content
        Nguyễn Văn An | Tân Hòa | {LONG}
        Nguyễn Văn An | Tân Lập | Xin tách thửa đất
        # Trả lời
        petitioner    | hamlet  | response_text
        Nguyễn Văn An | Tân Lập | Đã hướng dẫn.
        Nguyễn Văn An |         | Đã trả lời.
    """) == (
        ["2→3 text"],
        [
            "LNK-02 test.xlsx!A2 test.xlsx!C3",
            "LNK-07 test.xlsx!A3 test.xlsx!C2 test.xlsx!C3",
        ],
    )


def test_a_second_answer_to_one_petition_is_shown_with_the_first() -> None:
    assert links(f"""
        # Kiến nghị
        petition_id | content
        KN-1        | {LONG}
        # Trả lời
        petition_id | response_text
        KN-1        | Đã sửa xong.
        KN-1        | Sẽ sửa trong năm sau.
    """) == (["2→2 id", "3→2 id"], ["LNK-08 test.xlsx!B3 test.xlsx!B2"])


def test_answers_without_any_petition_are_told_once() -> None:
    assert links("""
        # Trả lời
        seq | response_text
        1   | Đã sửa xong.
        2   | Đã lắp đèn.
    """) == ([], ["LNK-05 test.xlsx!B2 test.xlsx!B3"])


def test_a_petition_without_an_answer_is_normal() -> None:
    assert links(f"""
        # Kiến nghị
        content
        {LONG}
    """) == ([], [])


# ── Cost ────────────────────────────────────────────────────────────────────────────────────

WORDS = tuple(f"chữ{number}" for number in range(18))


def contents(count: int) -> list[str]:
    """Petitions of 20 words out of few, so that many share their words."""
    chance = random.Random(7)  # noqa: S311 - any texts do, but the same every time
    return [" ".join(chance.choices(WORDS, k=20)) for _ in range(count)]


def test_comparisons_of_5000_petitions_grow_as_their_number_does() -> None:
    texts = contents(5000)
    few = len(near_pairs(texts[:1250], [""] * 1250))
    many = len(near_pairs(texts, [""] * 5000))
    assert 0 < many < 100 * 5000
    assert many < 4.4 * few


def test_5000_namesakes_are_not_all_compared_with_each_other() -> None:
    pairs = pairs_sharing([["nguyen van an"]] * 5000, [(n,) for n in range(5000)])
    assert len(pairs) < 12 * 5000


# ── What holds for any records ──────────────────────────────────────────────────────────────

attendee_rows = st.builds(
    "{} | {} | {} | {} | {}".format,
    st.sampled_from(
        ["Nguyễn Văn An", "NGUYỄN VĂN AN", "Nguyen Van An", "Lê Thị Hoa", "Lê Thị Hòa"]
    ),
    st.sampled_from(["", "1960", "1961"]),
    st.sampled_from(["", "'0911111111", "'0922222222"]),
    st.sampled_from(["", "Tân Hòa", "Ấp Tân Lập"]),
    st.sampled_from(["", "", "'072060000001", "'072060000002"]),
)
petition_rows = st.builds(
    "{} | {} | {} | {}".format,
    st.sampled_from(["", "", "KN-1", "KN-2"]),
    st.sampled_from(["", "Nguyễn Văn An", "Lê Thị Hoa"]),
    st.sampled_from(["", "Tân Hòa", "Ấp Tân Lập"]),
    st.sampled_from(["Sửa đường", LONG, LONG.upper(), LONG + " nhiều năm", "Lắp đèn"]),
)


def books(header: str, lines: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    sheets = st.lists(st.lists(lines, min_size=1, max_size=5), min_size=1, max_size=3)
    return sheets.map(
        lambda tables: "\n".join(
            f"== {name}\n{header}\n" + "\n".join(table) for name, table in enumerate(tables)
        )
    )


attendee_books = books("full_name | birth | phone | hamlet | national_id", attendee_rows)
petition_books = books("petition_id | petitioner | hamlet | content", petition_rows)


def partition(clusters: Sequence[Cluster]) -> set[frozenset[int]]:
    return {frozenset(id(record) for record in cluster.records) for cluster in clusters}


def first_of_each(clusters: Sequence[Cluster], order: Sequence[Record]) -> list[int]:
    position = {id(record): number for number, record in enumerate(order)}
    return [position[id(cluster.records[0])] for cluster in clusters]


@settings(deadline=None)
@given(attendee_books, st.randoms(use_true_random=False))
def test_people_are_parted_whole_and_whatever_the_order(text: str, chance: random.Random) -> None:
    attendees = list(records("attendee", text))
    clusters, _ = same_people(attendees)
    assert sorted(id(r) for c in clusters for r in c.records) == sorted(map(id, attendees))
    assert first_of_each(clusters, attendees) == sorted(first_of_each(clusters, attendees))
    shuffled = chance.sample(attendees, len(attendees))
    assert partition(same_people(shuffled)[0]) == partition(clusters)


@settings(deadline=None)
@given(petition_books, st.randoms(use_true_random=False))
def test_petitions_are_parted_whole_and_whatever_the_order(
    text: str, chance: random.Random
) -> None:
    rows_ = list(records("petition", text))
    clusters, _ = same_petitions(rows_)
    assert sorted(id(r) for c in clusters for r in c.records) == sorted(map(id, rows_))
    assert first_of_each(clusters, rows_) == sorted(first_of_each(clusters, rows_))
    shuffled = chance.sample(rows_, len(rows_))
    assert partition(same_petitions(shuffled)[0]) == partition(clusters)


@settings(deadline=None)
@given(attendee_books)
def test_a_cluster_looked_at_alone_stays_one(text: str) -> None:
    clusters, _ = same_people(records("attendee", text))
    assert all(len(same_people(cluster.records)[0]) == 1 for cluster in clusters)


@settings(deadline=None)
@given(petition_books)
def test_a_merged_petition_looked_at_alone_stays_one(text: str) -> None:
    clusters, _ = same_petitions(records("petition", text))
    assert all(len(same_petitions(cluster.records)[0]) == 1 for cluster in clusters)


@settings(deadline=None)
@given(petition_books)
def test_every_answer_is_linked_once_or_has_a_finding(text: str) -> None:
    wanted = records("petition", text)
    answers = records(
        "response",
        re.sub("== (.)", "== answers \\1\\n# Trả lời", text).replace("content", "response_text"),
    )
    made, findings = link(wanted, answers)
    linked = [id(made_link.response) for made_link in made]
    blamed = {cell.row for f in findings for cell in (f.cell, *f.related)}
    assert len(linked) == len(set(linked))
    assert all(id(answer) in linked or answer.row in blamed for answer in answers)
