"""Annexes of answers repeat petitions in shorter words: what is certain is counted once.

The sheets of these tests have the names of the fields as headers.
"""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.test_link import partition, petitions, records
from toolkit.identity import merge_petitions
from toolkit.link import same_petitions
from toolkit.values.quotes import FEW, RAREST, QuoteIndex

BRIDGE = "Cầu gỗ qua suối tổ 1 đã mục, xe máy qua lại nguy hiểm, đề nghị làm cầu bê tông."
BRIDGE_SHORT = "Làm cầu bê tông qua suối tổ 1 ấp Xóm Tháp"
ROAD = "Đường liên ấp Xóm Tháp - Sân Bay xuống cấp, nhiều ổ gà, đề nghị sớm nâng cấp, sửa chữa."
WATER = "Giếng khoan bị nhiễm phèn, đề nghị kéo đường ống nước sạch của trạm cấp nước về ấp."
LIST = f"""
    == a
    petitioner    | hamlet       | content
    Ngô Thị Lượm  | Ấp Xóm Tháp  | {BRIDGE}
    Lâm Văn Sang  | Ấp Xóm Tháp  | {WATER}
"""


def with_annex(*rows: str, header: str = "content | response_text") -> str:
    return LIST + "\n".join(["    == b", f"    {header}", *(f"    {row}" for row in rows)])


def test_a_row_of_an_annex_that_shortens_a_petition_is_counted_with_it_and_told_once() -> None:
    assert petitions(
        with_annex(
            f"{BRIDGE_SHORT} | Đã khởi công.",
            "Kéo đường ống nước sạch về ấp | Đã kéo 1,8 km.",
            "Giá mì xuống thấp, hỗ trợ nông dân bị bệnh khảm lá | Đã kiến nghị huyện.",
        )
    ) == (["a:2 b:2", "a:3 b:3", "b:4"], ["DUP-18 b!A2 a!C2 b!A3 a!C3"])


def test_the_words_of_who_asked_stay_whichever_table_is_read_first() -> None:
    rows = records("petition", with_annex(f"{BRIDGE_SHORT} | Đã khởi công."))
    clusters, _ = same_petitions(rows[::-1])
    entries, findings = merge_petitions(clusters, ())
    (entry,) = [entry for entry in entries if len(entry.sources) > 1]
    assert entry["content"] == BRIDGE
    assert entry["petitioner"] == "Ngô Thị Lượm"
    assert entry["response_text"] == "Đã khởi công."
    assert findings == ()


def test_a_row_that_names_another_hamlet_is_another_petition() -> None:
    assert petitions(with_annex("Làm cầu bê tông qua suối tổ 1 ấp Tân Hòa | Đã khởi công.")) == (
        ["a:2", "a:3", "b:2"],
        [],
    )


def test_a_row_that_names_another_number_is_only_shown() -> None:
    assert petitions(with_annex("Làm cầu bê tông qua suối tổ 7 ấp Xóm Tháp | Đã khởi công.")) == (
        ["a:2", "a:3", "b:2"],
        ["DUP-19 b!A2 a!C2"],
    )


def test_a_row_that_names_another_person_is_only_shown() -> None:
    row = "Làm cầu bê tông qua suối tổ 1, xe máy qua lại nguy hiểm (ông Lê Ba) | Đã khởi công."
    assert petitions(with_annex(row)) == (["a:2", "a:3", "b:2"], ["DUP-19 b!A2 a!C2"])


def test_of_two_petitions_that_fit_nearly_as_well_a_person_has_to_choose() -> None:
    text = f"""
        == a
        petitioner     | hamlet      | content
        Phạm Hồng Thái | Ấp Xóm Tháp | {ROAD}
        Mai Văn Thông  | Ấp Sân Bay  | {ROAD.replace(", nhiều ổ gà", "")}
        == b
        content                                             | response_text
        Nâng cấp, sửa chữa đường liên ấp Xóm Tháp - Sân Bay | Đã dặm vá.
    """
    clusters, found = petitions(text)
    assert clusters == ["a:2", "a:3", "b:2"]
    assert "DUP-19 b!A2 a!C2 a!C3" in found


def test_of_two_rows_that_fit_one_petition_neither_is_counted_with_it() -> None:
    rows = (f"{BRIDGE_SHORT} | Đã khởi công.", f"{BRIDGE_SHORT} sớm | Sẽ làm.")
    clusters, found = petitions(with_annex(*rows))
    assert clusters == ["a:2", "a:3", "b:2", "b:3"]
    assert {"DUP-19 b!A2 a!C2", "DUP-19 b!A3 a!C2"} <= set(found)


def test_a_table_that_says_who_asked_is_no_annex() -> None:
    row = f"{BRIDGE_SHORT} | Đã khởi công. | Lê Văn Út"
    assert petitions(with_annex(row, header="content | response_text | petitioner")) == (
        ["a:2", "a:3", "b:2"],
        [],
    )


def test_two_ids_keep_a_quotation_apart() -> None:
    clusters, _ = petitions(f"""
        == a
        petition_id | petitioner   | hamlet      | content
        KN-1        | Ngô Thị Lượm | Ấp Xóm Tháp | {BRIDGE}
        == b
        petition_id | content        | response_text
        KN-2        | {BRIDGE_SHORT} | Đã khởi công.
    """)
    assert clusters == ["a:2", "b:2"]


def test_a_text_is_compared_with_few_others_however_many_there_are() -> None:
    common = [[f"sua duong to {number}"] for number in range(5000)]
    assert QuoteIndex(common).quoted("sua duong lien ap") == []
    assert len(QuoteIndex(common).quoted("sua duong to 17 to 18")) <= RAREST * FEW


annex_rows = st.sampled_from(
    [
        BRIDGE_SHORT,
        "Làm cầu bê tông qua suối tổ 7 ấp Xóm Tháp",
        "Kéo đường ống nước sạch về ấp",
        "Nâng cấp, sửa chữa đường liên ấp Xóm Tháp - Sân Bay",
        ROAD,
    ]
)
list_rows = st.builds(
    "{} | {} | {}".format,
    st.sampled_from(["Ngô Thị Lượm", "Lâm Văn Sang", ""]),
    st.sampled_from(["Ấp Xóm Tháp", "Ấp Sân Bay", ""]),
    st.sampled_from([BRIDGE, WATER, ROAD, ROAD.replace(", nhiều ổ gà", "")]),
)


@settings(deadline=None)
@given(
    st.lists(list_rows, min_size=1, max_size=5),
    st.lists(st.lists(annex_rows, min_size=1, max_size=4), min_size=1, max_size=2),
    st.randoms(use_true_random=False),
)
def test_annexes_are_parted_whole_and_whatever_the_order(
    asked: list[str], annexes: list[list[str]], chance: random.Random
) -> None:
    tables = [["== a", "petitioner | hamlet | content", *asked]]
    for name, rows in enumerate(annexes):
        answered = [f"{row} | Đã làm." for row in rows]
        tables.append([f"== b{name}", "content | response_text", *answered])
    rows_ = list(records("petition", "\n".join(line for table in tables for line in table)))
    clusters, _ = same_petitions(rows_)
    assert sorted(id(r) for c in clusters for r in c.records) == sorted(map(id, rows_))
    shuffled = chance.sample(rows_, len(rows_))
    assert partition(same_petitions(shuffled)[0]) == partition(clusters)


def test_what_is_near_a_row_of_an_annex_is_shown_with_the_petition_that_it_repeats() -> None:
    text = """
        == a
        petitioner | hamlet  | content
        Lê Văn Tám | Tân Phú | Đề nghị sửa đường liên ấp từ cầu Kênh Ba đến trường, ngập sâu 30 cm
        == b
        hamlet  | content                                       | response_text
        Tân Phú | Sửa đường liên ấp từ cầu Kênh Ba đến trường   | Đã đưa vào kế hoạch.
        == c
        petitioner  | hamlet  | content
        Võ Thị Chín | Tân Lợi | Đề nghị sửa đường liên ấp từ cầu Kênh Ba đến trường
    """
    clusters, found = petitions(text)
    assert clusters == ["a:2 b:2", "c:2"]
    assert found == ["DUP-18 b!B2 a!C2", "DUP-16 c!C2 a!C2"]


def test_a_row_that_may_repeat_one_of_several_petitions_of_a_cell_is_told_what_helps_there() -> (
    None
):
    row = "Làm cầu bê tông qua suối tổ 7 ấp Xóm Tháp | Đã khởi công."
    rows = with_annex(row).replace("| content\n", "| content | part\n")
    rows = rows.replace(f"| {BRIDGE}", f"| {BRIDGE} | 1").replace(f"| {WATER}", f"| {WATER} | 2")
    _, found = petitions(rows)
    assert found == ["DUP-27 b!A2 a!C2"]


def test_a_petition_typed_without_accents_is_found_in_an_annex_that_has_them() -> None:
    rows = """
        == a
        petitioner      | hamlet  | content
        Ngo Van Teo Lon | Tan Hoa | Duong lien to 3 - to 5 bi sat lo, de nghi sua cho dan di
        == b
        content                                            | hamlet  | response_text
        Đường liên tổ 3 - tổ 5 bị sạt lở, đề nghị sửa chữa | Tân Hòa | Đã gia cố 40 m.
    """
    assert petitions(rows)[0] == ["a:2 b:2"]
