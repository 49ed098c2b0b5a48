"""One entry for each person and petition, and ids that stay."""

import json
import random
from collections.abc import Sequence
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit import codelists, layouts
from toolkit.detect import detect
from toolkit.identity import (
    Changes,
    Known,
    Register,
    identify,
    merge_people,
    merge_petitions,
    unit_prefix,
)
from toolkit.link import link, same_people, same_petitions
from toolkit.model import Cell, Cluster, Entry, Finding, PartialDate, Record
from toolkit.normalize import normalize
from toolkit.testing import workbooks

CODES = {key: codelists.load(key, date(2026, 10, 20)) for key in codelists.KEYS}
EMPTY = Register()


def records(entity: str, text: str) -> list[Record]:
    tables = (t for b in workbooks(text) for t in detect(b, layouts.load(), CODES)[0])
    found = (record for table in tables for record in normalize(table, CODES)[0])
    return [record for record in found if record.entity == entity]


def people(text: str) -> tuple[tuple[Entry, ...], tuple[Finding, ...]]:
    return merge_people(same_people(records("attendee", text))[0])


def petitions(text: str) -> tuple[tuple[Entry, ...], tuple[Finding, ...]]:
    wanted = records("petition", text)
    links, _ = link(wanted, records("response", text))
    return merge_petitions(same_petitions(wanted)[0], links)


def one_each(text: str) -> list[Entry]:
    clusters = [Cluster((record,)) for record in records("petition", text)]
    return list(merge_petitions(clusters, ())[0])


def ids(entries: Sequence[Entry], register: Register = EMPTY) -> list[str]:
    return [entry.id for entry in identify(entries, register, "25498", 2026)[0]]


def run(text: str, register: Register = EMPTY) -> tuple[list[str], Register, Changes]:
    entries, after, changes, _ = identify(one_each(text), register, "25498", 2026)
    return [entry.id for entry in entries], after, changes


# ── Merging ─────────────────────────────────────────────────────────────────────────────────


def test_blanks_are_filled_from_the_other_lists_and_each_value_knows_its_cell() -> None:
    (entry,), findings = people("""
        == a.xlsx
        STT | Họ và tên     | Năm sinh | Ấp
        1   | Nguyễn Văn An | 1960     | Tân Hòa
        == b.xlsx
        STT | Họ và tên     | Năm sinh | Số điện thoại | Chức vụ
        1   | Nguyễn Văn An | 1960     | '0912345678   | Trưởng ấp
    """)
    assert entry["birth"] == PartialDate(1960)
    assert entry["phone"] == "0912345678"
    assert entry.places["hamlet"] == Cell("a.xlsx", "Sheet1", 2, 4)
    assert entry.places["phone"] == Cell("b.xlsx", "Sheet1", 2, 4)
    assert [source.table.workbook for source in entry.sources] == ["a.xlsx", "b.xlsx"]
    assert findings == ()


def test_the_first_value_wins_and_the_other_is_told_with_both_cells() -> None:
    (entry,), (told,) = people("""
        == a.xlsx
        STT | Họ và tên     | Số CCCD       | Chức vụ
        1   | Nguyễn Văn An | '072060000001 | Trưởng ấp
        == b.xlsx
        STT | Họ và tên     | Số CCCD       | Chức vụ
        9   | Nguyễn Văn An | '072060000001 | Bí thư chi bộ
    """)
    assert entry["position"] == "Trưởng ấp"
    assert (told.notice.code, told.cell.a1, told.related[0].a1) == ("DUP-20", "D2", "D2")
    assert told.text("vi") == (
        "Người này ghi hai nơi khác nhau: “Trưởng ấp” («a.xlsx» › «Sheet1» › D2) và “Bí thư chi "
        "bộ” ở đây. Đang dùng nơi ghi trước; cột này có 1 chỗ như vậy."
    )


def test_an_official_named_again_below_a_hamlet_is_not_from_there() -> None:
    (entry, *_), _ = people("""
        STT | Họ và tên     | Năm sinh | Chức vụ      | Số điện thoại
        I. CÔNG CHỨC CÁC PHÒNG
        1   | Lê Quốc Bảng  | 1985     | Trưởng phòng | '0903111204
        2   | Phạm Thị Mười | 1990     | Chuyên viên  | '0903111205
        II. ĐẠI DIỆN NHÂN DÂN
        Ấp Tân Hòa
        1   | Ngô Văn Tèo   | 1959     | Nông dân     | '0903111206
        Ấp Tân Tiến
        1   | Lý Thị Nhàn   | 1972     | Nông dân     | '0903111211
        2   | Lê Quốc Bảng  | 1985     | Trưởng phòng | '0903111204
    """)
    assert len(entry.sources) == 2
    assert entry["hamlet"] is None


def test_a_birth_year_and_a_birth_date_of_that_year_do_not_differ() -> None:
    _, findings = people("""
        == a.xlsx
        STT | Họ và tên     | Số CCCD       | Ngày sinh
        1   | Nguyễn Văn An | '072060000001 | 1960
        == b.xlsx
        STT | Họ và tên     | Số CCCD       | Ngày sinh
        1   | Nguyễn Văn An | '072060000001 | 1960-05-02
    """)
    assert findings == ()


def test_other_spellings_and_an_unknown_attendance_do_not_differ() -> None:
    (entry,), findings = people("""
        == a.xlsx
        STT | Họ và tên     | Số CCCD       | Ấp         | Điểm danh | Chức vụ
        1   | Nguyễn Văn An | '072060000001 | Ấp Tân Hoà | Chưa rõ   | Trưởng ấp
        == b.xlsx
        STT | Họ và tên     | Số CCCD       | Ấp      | Điểm danh | Chức vụ
        5   | NGUYỄN VĂN AN | '072060000001 | Tân Hòa | Có mặt    | trưởng  ấp
    """)
    assert entry["attendance"] == "present"
    assert findings == ()


def test_support_units_in_another_order_do_not_differ() -> None:
    _, findings = petitions("""
        == a.xlsx
        Mã kiến nghị | Nội dung kiến nghị            | Đơn vị phối hợp
        KN-1         | Đề nghị sửa cầu qua kênh số 3 | Công an xã; Hội Nông dân
        == b.xlsx
        Mã kiến nghị | Nội dung kiến nghị            | Đơn vị phối hợp
        KN-1         | Đề nghị sửa cầu qua kênh số 3 | Hội Nông dân; Công an xã
    """)
    assert findings == ()


def test_an_answer_fills_the_petition_and_is_one_of_its_sources() -> None:
    (entry,), findings = petitions("""
        # Kiến nghị
        Mã kiến nghị | Họ và tên     | Nội dung kiến nghị            | Đơn vị chủ trì
        KN-01        | Nguyễn Văn An | Đề nghị sửa cầu qua kênh số 3 | Phòng Kinh tế
        # Trả lời
        Mã kiến nghị | Nội dung trả lời   | Đơn vị chủ trì | Ngày trả lời
        KN-01        | Đã sửa xong cầu.   | Công an xã     | 2026-10-30
        KN-01        | Đang chờ kinh phí. | Công an xã     | 2026-11-02
    """)
    assert entry["response_text"] == "Đã sửa xong cầu."
    assert entry["answered_on"] == date(2026, 10, 30)
    assert entry["lead_unit"] == "Phòng Kinh tế"
    assert entry.places["response_text"].sheet == "Trả lời"
    assert [source.entity for source in entry.sources] == ["petition", "response", "response"]
    assert [(f.notice.code, f.cell.a1, [c.a1 for c in f.related]) for f in findings] == [
        ("LNK-10", "C2", ["D2", "C3"])
    ]


# ── Ids ─────────────────────────────────────────────────────────────────────────────────────

FIRST = """
    == a.xlsx
    STT | Họ và tên     | Ấp      | Nội dung kiến nghị
    1   | Nguyễn Văn An | Tân Hòa | Đề nghị sửa cầu bắc qua kênh số 3
    2   | Trần Thị Bình | Tân Lập | Xin hướng dẫn thủ tục tách thửa đất
"""


def test_new_petitions_are_numbered_within_unit_and_year() -> None:
    given, register, changes = run(FIRST)
    assert given == ["25498-2026-001", "25498-2026-002"]
    assert changes == Changes(new=("25498-2026-001", "25498-2026-002"))
    assert register.highest == {"25498-2026": 2}


def test_a_corrected_text_keeps_its_id_and_is_changed() -> None:
    _, register, _ = run(FIRST)
    given, _, changes = run(FIRST.replace("bắc qua kênh", "bắc ngang kênh"), register)
    assert given == ["25498-2026-001", "25498-2026-002"]
    assert changes == Changes(changed=("25498-2026-001",), unchanged=("25498-2026-002",))


def test_a_text_to_which_its_person_added_keeps_its_id() -> None:
    _, register, _ = run(FIRST)
    longer = FIRST.replace("tách thửa đất", "tách thửa đất cho con, lệ phí và thời gian ra sao")
    assert run(longer, register)[0] == ["25498-2026-001", "25498-2026-002"]


def test_a_corrected_name_keeps_the_id() -> None:
    _, register, _ = run(FIRST)
    given, _, _ = run(FIRST.replace("Trần Thị Bình", "Trần Thị Binh"), register)
    assert given == ["25498-2026-001", "25498-2026-002"]


def test_another_person_with_another_matter_gets_another_id() -> None:
    _, register, _ = run(FIRST)
    other = FIRST.replace("Trần Thị Bình", "Lê Văn Mẫu").replace("tách thửa đất", "nuôi chó")
    given, after, changes = run(other, register)
    assert given == ["25498-2026-001", "25498-2026-003"]
    assert changes.vanished == ("25498-2026-002",)
    assert [(known.id, known.present) for known in after.petitions] == [
        ("25498-2026-001", True),
        ("25498-2026-002", False),
        ("25498-2026-003", True),
    ]


def test_a_petition_that_comes_back_has_its_old_id_again() -> None:
    _, register, _ = run(FIRST)
    _, without, _ = run("\n".join(FIRST.splitlines()[:-1]), register)
    given, _, changes = run(FIRST, without)
    assert given == ["25498-2026-001", "25498-2026-002"]
    assert changes == Changes(new=("25498-2026-002",), unchanged=("25498-2026-001",))


def test_an_id_that_staff_gave_is_kept_and_counted_on() -> None:
    given, _, _ = run("""
        Mã kiến nghị   | Họ và tên     | Nội dung kiến nghị
        KN/7           | Nguyễn Văn An | Đề nghị sửa cầu bắc qua kênh số 3
                       | Trần Thị Bình | Xin hướng dẫn thủ tục tách thửa đất
        25498-2026-040 | Lê Văn Mẫu    | Đề nghị lắp đèn đường ở tổ 6
    """)
    assert given == ["KN/7", "25498-2026-041", "25498-2026-040"]


def test_an_id_that_staff_gave_twice_stays_with_the_first() -> None:
    given, _, _ = run("""
        Mã kiến nghị | Họ và tên     | Nội dung kiến nghị
        KN-7         | Nguyễn Văn An | Đề nghị sửa cầu bắc qua kênh số 3
        kn 07        | Trần Thị Bình | Xin hướng dẫn thủ tục tách thửa đất
    """)
    assert given == ["KN-7", "25498-2026-001"]


def test_an_id_given_to_another_petition_before_is_refused_and_told() -> None:
    _, register, _ = run(FIRST)
    entries = one_each(
        FIRST
        + """
    == b.xlsx
    Mã kiến nghị   | Họ và tên  | Nội dung kiến nghị
    25498-2026-001 | Lê Văn Mẫu | Đề nghị lắp đèn đường ở tổ 6
    """
    )
    found, _, _, (taken,) = identify(entries, register, "25498", 2026)
    assert [entry.id for entry in found] == ["25498-2026-001", "25498-2026-002", "25498-2026-003"]
    assert taken.text("vi") == (
        "Mã “25498-2026-001” đã được cấp cho kiến nghị tại «a.xlsx» › «Sheet1» › D2 từ lần trước, "
        "nên kiến nghị này nhận mã 25498-2026-003."
    )
    assert (taken.cell.workbook, taken.cell.a1) == ("b.xlsx", "A2")


def test_an_unknown_unit_gives_ids_that_begin_with_kn() -> None:
    assert identify(one_each(FIRST), EMPTY, "", 2026)[0][0].id == "KN-2026-001"
    assert unit_prefix("", "phường Đông Hòa") == "PDH"


def test_a_number_that_fell_free_is_not_given_again() -> None:
    register = Register(highest={"25498-2026": 45})
    assert run(FIRST, register)[0] == ["25498-2026-046", "25498-2026-047"]


def test_a_register_survives_json_and_what_is_missing_is_blank() -> None:
    _, register, _ = run(FIRST)
    assert Register.from_json(json.loads(json.dumps(register.as_json()))) == register
    torn = {"petitions": [{"id": "KN-1"}, {"content": "x"}, None], "highest": {"KN-2026": "9"}}
    assert Register.from_json(torn) == Register((Known("KN-1"),))


# ── What holds for any petitions ────────────────────────────────────────────────────────────

CONTENTS = [
    "Sửa đường",
    "Đề nghị sửa cầu bắc qua kênh số 3",
    "Đề nghị sửa cầu bắc qua kênh số 5",
    "Đề nghị sửa cầu bắc qua kênh số 3 nhiều năm",
    "Xin hướng dẫn thủ tục tách thửa đất",
]
(PATTERN,) = records("petition", "Mã kiến nghị | Họ và tên | Ấp | Nội dung kiến nghị\nK|An|1|Sửa")
single = st.fixed_dictionaries(
    {
        "petition_id": st.sampled_from([None, None, "KN-1", "KN-2", "25498-2026-002"]),
        "petitioner": st.sampled_from([None, "Nguyễn Văn An", "Trần Thị Bình"]),
        "hamlet": st.sampled_from([None, "Tân Hòa", "Tân Lập"]),
        "content": st.sampled_from(CONTENTS),
    }
)


def entries_of(rows: Sequence[dict[str, str | None]], start: int = 2) -> list[Entry]:
    found = []
    for row, values in enumerate(rows, start=start):
        known = {key: value for key, value in values.items() if value is not None}
        places = {key: (row, column) for column, key in enumerate(values, start=1)}
        record = Record(PATTERN.table, row, known, places)
        cells = {key: record.cell(key) for key in known}
        found.append(Entry(known, cells, (record,)))
    return found


lists = st.lists(single, max_size=7)


@settings(deadline=None)
@given(lists)
def test_a_second_run_on_the_same_data_changes_nothing(
    rows: list[dict[str, str | None]],
) -> None:
    entries = entries_of(rows)
    first, register, _, _ = identify(entries, EMPTY, "25498", 2026)
    second, after, changes, _ = identify(entries, register, "25498", 2026)
    assert second == first
    assert after == register
    assert changes == Changes(unchanged=tuple(entry.id for entry in first))


@settings(deadline=None)
@given(lists, lists, st.randoms(use_true_random=False))
def test_neither_new_petitions_nor_another_order_change_an_id(
    rows: list[dict[str, str | None]],
    more: list[dict[str, str | None]],
    chance: random.Random,
) -> None:
    known = entries_of(rows)
    first, register, _, _ = identify(known, EMPTY, "25498", 2026)
    expected = {entry.place.row: entry.id for entry in first}
    every = [*known, *entries_of(more, start=100)]
    shuffled = chance.sample(every, len(every))
    found, _, changes, _ = identify(shuffled, register, "25498", 2026)
    assert {e.place.row: e.id for e in found if e.place.row < 100} == expected
    assert changes.vanished == ()


@settings(deadline=None)
@given(lists, lists)
def test_ids_are_unique_and_never_given_to_another_petition(
    rows: list[dict[str, str | None]], later: list[dict[str, str | None]]
) -> None:
    first, register, _, _ = identify(entries_of(rows), EMPTY, "25498", 2026)
    second, after, changes, _ = identify(entries_of(later), register, "25498", 2026)
    given_now = [entry.id for entry in second]
    assert len(set(given_now)) == len(second)
    assert {entry.id for entry in first} <= {known.id for known in after.petitions}
    told = (*changes.new, *changes.changed, *changes.unchanged)
    assert sorted(told) == sorted(given_now)
