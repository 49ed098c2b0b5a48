"""Rows in, records and findings out; the tables are put together by hand."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.tables import CODELISTS, column, findings, places, run, table, values
from toolkit.model import Layout
from toolkit.normalize import normalize, to_unicode


def test_a_row_becomes_a_record_with_the_cell_of_every_value() -> None:
    (record,), found = run("""
        STT | Người kiến nghị    | Ấp         | Nội dung                | Lĩnh vực | Ngày
        1   | Ông Nguyễn Văn An  | Ấp Tân Hòa | Đường tổ 5 bị  hư, sửa  | đất đai  | 5/10/2026
    """)
    assert record.values == {
        "seq": "1",
        "petitioner": "Nguyễn Văn An",
        "honorific": "Ông",
        "hamlet": "Ấp Tân Hòa",
        "content": "Đường tổ 5 bị hư, sửa",
        "topic": "A05",
        "received_on": date(2026, 10, 5),
    }
    assert places(record) == {
        "seq": "A2",
        "petitioner": "B2",
        "honorific": "B2",
        "hamlet": "C2",
        "content": "D2",
        "topic": "E2",
        "received_on": "F2",
    }
    assert record.typed["petitioner"] == "Ông Nguyễn Văn An"
    assert record.typed["received_on"] == "5/10/2026"
    assert (record.row, record.part, found) == (2, 0, ())


def test_what_cannot_be_read_is_absent_but_stays_in_typed_and_makes_one_finding() -> None:
    (record,), (finding,) = run("""
        STT | Nội dung                   | Ngày
        1   | Đường tổ 5 bị hư, đề nghị  | 31/02/2026
    """)
    assert record["received_on"] is None
    assert record.typed["received_on"] == "31/02/2026"
    assert (finding.notice.code, finding.cell.a1, finding.field) == ("DAT-02", "C2", "received_on")
    assert finding.value == "31/02/2026"
    assert finding.text("vi") == "Ngày “31/02/2026” không có trong lịch."


def test_a_word_for_nothing_is_blank() -> None:
    (record,), found = run("""
        STT | Nội dung                  | Ngày | SĐT      | Ghi chú
        1   | Đường tổ 5 bị hư, đề nghị | -    | không có | null
    """)
    assert set(record.values) == set(record.typed) == {"seq", "content"}
    assert found == ()


def test_name_and_address_in_one_cell() -> None:
    assert values("""
        STT | Họ tên - Địa chỉ                            | Nội dung
        1   | Lê Văn Mẫu - tổ 5, ấp Tân Hòa - 0912345678  | Đề nghị sửa đường tổ 5
    """) == [
        {
            "seq": "1",
            "petitioner": "Lê Văn Mẫu",
            "address": "tổ 5, ấp Tân Hòa",
            "hamlet": "Ấp Tân Hòa",
            "phone": "0912345678",
            "content": "Đề nghị sửa đường tổ 5",
        }
    ]


def test_a_column_of_its_own_goes_before_what_another_cell_tells() -> None:
    text = """
        STT | Người kiến nghị   | Ấp         | Nội dung
        1   | Lê Văn Mẫu, ấp 3  | Ấp Tân Hòa | Đề nghị sửa đường tổ 5
    """
    assert column(text, "hamlet") == ["Ấp Tân Hòa"]


def test_a_year_under_men_or_women_tells_the_gender() -> None:
    people = values(
        """
        Họ đệm       | Tên | Năm sinh Nam | Năm sinh Nữ | Chức vụ, đơn vị
        Ông Lê Văn   | Mẫu | 1962         |             | Trưởng ấp, Ấp Tân Hòa
        Trần Thị     | B   |              | 1/6/75      | Chủ tịch UBND xã
        """,
        "attendee",
    )
    assert [(p["full_name"], p["gender"], p["position"]) for p in people] == [
        ("Lê Văn Mẫu", "male", "Trưởng ấp"),
        ("Trần Thị B", "female", "Chủ tịch UBND xã"),
    ]
    assert people[0]["organisation"] == "Ấp Tân Hòa"
    assert people[1]["birth"] == date(1975, 6, 1)


def test_ticks_and_the_words_that_stand_in_their_place() -> None:
    text = """
        STT | Có mặt | Vắng
        1   | x      |
        2   |        | ✓
        3   | Vắng   |
        4   |        | P
        5   | Không  |
        6   | Lê A   | Không
        7   |        |
    """
    rows = text.replace("7   |        |\n", "7   |        | -\n")
    assert column(rows, "attendance") == [
        "present",
        "absent",
        "absent",
        "excused",
        "absent",
        "present",
        None,
    ]


def test_two_ticks_that_exclude_each_other_leave_the_outcome_open() -> None:
    (record,), (finding,) = run("""
        STT | Nội dung               | Đã giải quyết | Chưa giải quyết
        1   | Đề nghị sửa đường tổ 5 | x             | x
    """)
    assert record["outcome"] is None
    assert (finding.notice.code, finding.cell.a1) == ("COD-04", "D2")
    assert [cell.a1 for cell in finding.related] == ["C2"]


def test_a_year_under_both_men_and_women() -> None:
    (record,), (finding,) = run(
        """
        Tên        | Năm sinh Nam | Năm sinh Nữ
        Lê Văn Mẫu | 1962         | 1962
        """,
        "attendee",
    )
    assert record["gender"] == "male"
    assert (finding.notice.code, finding.cell.a1) == ("COD-04", "C2")


def test_what_is_still_being_done_cannot_be_done() -> None:
    assert findings("""
        STT | Nội dung               | Đã giải quyết | Đang giải quyết | Chuyển cấp trên
        1   | Đề nghị sửa đường tổ 5 | x             | x               |
        2   | Đề nghị sửa đường tổ 6 | x             |                 | x
    """) == ["D2 COD-04"]


def test_a_text_instead_of_a_tick_is_an_answer() -> None:
    (record,), _ = run("""
        STT | Nội dung               | Đã giải quyết        | Chưa giải quyết
        1   | Đề nghị sửa đường tổ 5 | Đã dặm vá 200 m      |
    """)
    assert (record["outcome"], record["response_text"]) == ("A", "Đã dặm vá 200 m")


def test_each_axis_of_state_may_stand_in_the_column_of_the_other() -> None:
    records, found = run("""
        STT | Nội dung               | Tình trạng          | Kết quả
        1   | Đề nghị sửa đường tổ 5 | Giải quyết một phần |
        2   | Đề nghị sửa đường tổ 6 |                     | Đang giải quyết
        3   | Đề nghị sửa đường tổ 7 | Chưa giải quyết     |
        4   | Đề nghị sửa đường tổ 8 |                     | Chưa giải quyết
        5   | Đề nghị sửa đường tổ 9 | Đã giải quyết xong  |
        6   | Đề nghị sửa đường tổ 1 | Mới tiếp nhận       | Đã giải quyết xong
    """)
    assert [(r["status"], r["outcome"]) for r in records] == [
        ("03", "B"),
        ("03", None),
        ("01", None),
        (None, "E"),
        ("06", "A"),
        ("01", "A"),
    ]
    assert records[1].cell("status").a1 == "D3"
    assert found == ()


LONG_ANSWER = "UBND xã đã cử công chức địa chính kiểm tra và sẽ dặm vá trong tháng 11/2026"


def test_a_long_result_is_an_answer_where_answers_have_no_column() -> None:
    (record,), found = run(f"""
        STT | Nội dung               | Kết quả
        1   | Đề nghị sửa đường tổ 5 | {LONG_ANSWER}
    """)
    assert (record["response_text"], record["outcome"], found) == (LONG_ANSWER, None, ())
    assert record.cell("response_text").a1 == "C2"


def test_a_long_result_beside_answers_goes_to_the_note() -> None:
    (record,), _ = run(f"""
        STT | Nội dung               | Trả lời      | Kết quả | Ghi chú
        1   | Đề nghị sửa đường tổ 5 | Đã tiếp thu  | Đã giải quyết xong: {LONG_ANSWER} | Gấp
    """)
    assert record["note"] == f"Gấp; Đã giải quyết xong: {LONG_ANSWER}"
    assert (record["response_text"], record["outcome"]) == ("Đã tiếp thu", "A")


def test_an_unknown_topic_is_absent_and_the_nearest_is_proposed() -> None:
    (first, second), (near, unlike) = run("""
        STT | Nội dung               | Lĩnh vực
        I. Lĩnh vực đất đai
        1   | Đề nghị sửa đường tổ 5 | Giao thôngg
        2   | Đề nghị sửa đường tổ 6 | Xyz
    """)
    assert (first["topic"], second["topic"]) == (None, None)
    assert (near.notice.code, near.params["suggestion"]) == ("COD-01", "Giao thông")
    assert unlike.text("vi") == "“Xyz” không có trong danh mục của cột “Lĩnh vực”."
    assert unlike.fix("vi") == (
        "Hãy chọn một mục trong danh mục, ví dụ “Đất đai”, “Giao thông”; nếu chưa biết, hãy gõ "
        "«Chưa rõ» vào ô này."
    )


def test_a_delegation_may_be_any_text_and_a_gender_any_word_of_its_list() -> None:
    records, found = run(
        """
        Tên        | Thành phần | Giới tính
        Lê Văn Mẫu | Trưởng ấp  | Nam
        Trần Thị B | Khách quen | Phái nữ
        Võ Văn C   | Công dân   | 1
        """,
        "attendee",
    )
    assert [(r["delegation"], r["gender"]) for r in records] == [
        ("AP", "male"),
        ("Khách quen", "female"),
        ("CD", None),
    ]
    assert [(f.notice.code, f.cell.a1) for f in found] == [("COD-02", "C4")]


def test_a_column_of_codes_without_its_list_is_text() -> None:
    made = table("""
        STT | Nội dung               | Lĩnh vực | Ghi chú
        1   | Đề nghị sửa đường tổ 5 | Đất đai  | -
    """)
    (record,), found = normalize(made, {})
    assert (record["topic"], found) == ("Đất đai", ())


def test_a_state_that_is_in_neither_list_is_absent() -> None:
    (record, blank), (finding,) = run("""
        STT | Nội dung               | Tình trạng
        1   | Đề nghị sửa đường tổ 5 | Xyz
        2   | Đề nghị sửa đường tổ 6 | -
    """)
    assert (record["status"], record["outcome"], blank["status"]) == (None, None, None)
    assert (finding.notice.code, finding.cell.a1) == ("COD-02", "C2")


def test_wrong_accents_are_read_and_told_lazy_ones_only_read() -> None:
    records, found = run(
        """
        Tên        | Giới tính
        Lê Văn Mẫu | nam
        Trần Thị B | Nử
        Võ Thị C   | NU
        """,
        "attendee",
    )
    assert [record["gender"] for record in records] == ["male", "female", "female"]
    assert [(f.notice.code, f.cell.a1) for f in found] == [("COD-05", "B3")]
    assert found[0].text("vi") == "“Nử” ở cột “Giới tính” sai dấu, được hiểu là “Nữ”."


STORIES = """
    STT | Nội dung               | {more}Kết quả
    1   | Đề nghị sửa đường tổ 5 | {blank}Đã hướng dẫn gửi đơn
    2   | Đề nghị sửa đường tổ 6 | {blank}Chuyển ngày 15/3/2023
    3   | Đề nghị sửa đường tổ 7 | {blank}Hoàn thành: đã rải đá
    4   | Đề nghị sửa đường tổ 8 | {blank}Hoàn thành
    5   | Đề nghị sửa đường tổ 9 | {blank}Hoàn thànk
"""


def test_a_column_of_results_that_holds_stories_is_a_column_of_answers() -> None:
    records, found = run(STORIES.format(more="", blank=""))
    assert [(record["response_text"], record["outcome"]) for record in records] == [
        ("Đã hướng dẫn gửi đơn", None),
        ("Chuyển ngày 15/3/2023", None),
        ("Hoàn thành: đã rải đá", "A"),
        (None, "A"),
        (None, None),
    ]
    assert [(f.notice.code, f.cell.a1) for f in found] == [("COD-01", "C6")]


def test_stories_beside_a_column_of_answers_are_remarks_and_told() -> None:
    records, found = run(STORIES.format(more="Trả lời | ", blank="Xã đã trả lời | "))
    assert [record["note"] for record in records[:2]] == [
        "Đã hướng dẫn gửi đơn",
        "Chuyển ngày 15/3/2023",
    ]
    assert [(f.notice.code, f.cell.a1) for f in found] == [
        ("COD-06", "D2"),
        ("COD-06", "D3"),
        ("COD-01", "D6"),
    ]


def test_a_story_in_a_column_of_states_is_an_error() -> None:
    (_, _, story), (finding,) = run("""
        STT | Nội dung               | Kết quả
        1   | Đề nghị sửa đường tổ 5 | Hoàn thành
        2   | Đề nghị sửa đường tổ 6 | Hoàn thành
        3   | Đề nghị sửa đường tổ 7 | Chuyển ngày 15/3/2023
    """)
    assert (story["response_text"], finding.notice.code, finding.cell.a1) == (None, "COD-02", "C4")


def test_an_attendee_who_did_not_come_is_not_blank() -> None:
    (record,), found = run(
        """
        Tên        | Dự họp
        Lê Văn Mẫu | Không
        """,
        "attendee",
    )
    assert (record["attendance"], record.typed["attendance"], found) == ("absent", "Không", ())


def test_a_phone_number_that_is_none_is_unreadable() -> None:
    assert findings("""
        STT | SĐT   | SĐT/CCCD | Nội dung
        1   | 12345 | 12345    | Đề nghị sửa đường tổ 5
    """) == ["B2 TEL-01", "C2 TEL-01"]


def test_a_unit_may_be_a_hamlet() -> None:
    people = values(
        """
        Tên        | Đơn vị/Ấp
        Lê Văn Mẫu | Ấp Tân Hòa
        Trần Thị B | Công an xã
        Võ Văn C   | -
        """,
        "attendee",
    )
    assert [(p.get("organisation"), p.get("hamlet")) for p in people] == [
        ("Ấp Tân Hòa", "Ấp Tân Hòa"),
        ("Công an xã", None),
        (None, None),
    ]


def test_what_a_cell_tells_of_a_field_that_the_table_does_not_have_is_left_out() -> None:
    made = table("""
        STT | Người kiến nghị            | Nội dung
        1   | Lê Văn Mẫu (Trưởng ấp)     | Đề nghị sửa đường tổ 5
    """)
    columns = tuple(mapped.column for mapped in made.columns)
    (record,), _ = normalize(replace(made, layout=Layout("petition", "", columns)), CODELISTS)
    assert (record["petitioner"], record["position"]) == ("Lê Văn Mẫu", None)


def test_supporting_units_and_document_dates_come_out_of_shared_cells() -> None:
    (record,), found = run("""
        STT | Nội dung       | Chủ trì                             | Số văn bản
        1   | Đề nghị đường  | Chủ trì: Công an xã; Phối hợp: Ấp 1 | 26/TB-UBND ngày 05/11/2026
    """)
    assert (record["lead_unit"], record["support_units"]) == ("Công an xã", ("Ấp 1",))
    assert (record["document_no"], record["document_date"]) == ("26/TB-UBND", date(2026, 11, 5))
    assert (record.cell("document_date").a1, found) == ("D2", ())


def test_a_column_in_an_old_font_is_read_and_told_once() -> None:
    made = table("""
        STT | Người kiến nghị | Nội dung
        1   | NguyÔn V¨n Hoµ  | Đề nghị lắp đèn đường
        2   | TrÇn ThÞ Hoµ    | Đề nghị nạo vét kênh
    """)
    sheet, (finding,) = to_unicode(made.workbook, made.sheet)
    assert [row[1] for row in sheet.rows[1:]] == ["Nguyễn Văn Hoà", "Trần Thị Hoà"]
    assert (finding.notice.code, finding.cell.a1) == ("TXT-01", "B2")
    assert [cell.a1 for cell in finding.related] == ["B3"]
    assert finding.text("vi") == (
        "“NguyÔn V¨n Hoµ” gõ bằng phông chữ cũ, đã đọc là “Nguyễn Văn Hoà”."
        " Cột này có 2 ô như vậy."
    )


def test_a_column_for_phone_or_identity_number() -> None:
    records, _ = run("""
        STT | SĐT/CCCD      | Nội dung
        1   | '0912345678   | Đề nghị sửa đường tổ 5
        2   | '072090001234 | Đề nghị sửa đường tổ 6
    """)
    assert [(r["phone"], r["national_id"]) for r in records] == [
        ("0912345678", None),
        (None, "072090001234"),
    ]


def test_lost_zeros_of_a_whole_column_are_told_once() -> None:
    records, (finding,) = run("""
        STT | SĐT       | Nội dung
        1   | 912345678 | Đề nghị sửa đường tổ 5
        2   | 912345679 | Đề nghị sửa đường tổ 6
    """)
    assert [record["phone"] for record in records] == ["0912345678", "0912345679"]
    assert (finding.notice.code, finding.cell.a1) == ("TEL-02", "B2")
    assert finding.text("vi") == (
        "Số “912345678” mất số 0 ở đầu, đã đọc là 0912345678. Cột này có 2 số như vậy."
    )


def test_each_petition_of_a_cell_becomes_a_record_with_its_own_answer() -> None:
    answers = "1. Đã dặm vá xong 2. Sẽ lắp tháng 11"
    records, (finding,) = run(f"""
        STT | Người kiến nghị | Nội dung                                       | Trả lời
        1   | Lê Văn Mẫu      | 1. Sửa đường tổ 5 bị hư 2. Lắp đèn đường ở chợ | {answers}
        2   | Trần Thị B      | Đề nghị nạo vét kênh                           | Đã tiếp thu
    """)
    assert [(r.row, r.part, r["seq"], r["petitioner"], r["content"]) for r in records] == [
        (2, 1, "1", "Lê Văn Mẫu", "Sửa đường tổ 5 bị hư"),
        (2, 2, "1", "Lê Văn Mẫu", "Lắp đèn đường ở chợ"),
        (3, 0, "2", "Trần Thị B", "Đề nghị nạo vét kênh"),
    ]
    assert [r["response_text"] for r in records] == [
        "Đã dặm vá xong",
        "Sẽ lắp tháng 11",
        "Đã tiếp thu",
    ]
    assert (finding.notice.code, finding.cell.a1, finding.params["parts"]) == ("TXT-07", "C2", 2)
    assert [r.cell("content").a1 for r in records] == ["C2", "C2", "C3"]


@given(st.lists(st.text(alphabet="abcĐạ0123/-. |", max_size=15), min_size=1, max_size=8))
def test_every_row_is_in_exactly_one_record_or_in_the_parts_of_one(cells: list[str]) -> None:
    rows = "\n".join(
        f"{number} | x{cell.replace('|', '/')} | {cell.replace('|', '/').strip(' ~#=')}"
        for number, cell in enumerate(cells, start=1)
    )
    made = table(f"STT | Nội dung | Ngày\n{rows}")
    records, _ = normalize(made, CODELISTS)
    assert [record.row for record in records] == [row.number for row in made.rows]
