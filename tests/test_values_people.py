"""Who and where: people, groups, hamlets, units, and the codes that words stand for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.model import Code, PartialDate, Value
from toolkit.values import hamlets
from toolkit.values.codes import CodeIndexes, index
from toolkit.values.names import split_honorific
from toolkit.values.people import parse_party, split_position
from toolkit.values.texts import fold
from toolkit.values.units import parse_list, parse_unit

TOPICS = index(
    [
        Code("A05", "Đất đai (cấp GCN, tách thửa)", ("Địa chính", "Sổ đỏ")),
        Code("A13", "Giáo dục (TTHC)"),
        Code("B01", "Giao thông (đường, cầu, hẻm)"),
        Code("B08", "Giáo dục", ("(?)",)),
    ]
)
STATUSES = index([Code("01", "Mới tiếp nhận"), Code("03", "Đang giải quyết")])
AUTHORITIES = index([Code("TINH", "Cấp tỉnh (sở, ngành)", ("Cấp tỉnh",))])


@pytest.mark.parametrize(
    ("typed", "honorific", "name"),
    [
        ("Ông Nguyễn Văn An", "Ông", "Nguyễn Văn An"),
        ("BÀ TRẦN THỊ BÌNH", "Bà", "TRẦN THỊ BÌNH"),
        ("Đ/c Võ Văn Mẫu", "Đ/c", "Võ Văn Mẫu"),
        ("đ/c: Võ Văn Mẫu", "Đ/c", "Võ Văn Mẫu"),
        ("Đồng chí Lê A", "Đồng chí", "Lê A"),
        ("Ông (bà) Nguyễn A", "Ông/Bà", "Nguyễn A"),
        ("Ths. BS. Lê Thị Mẫu", "ThS. BS.", "Lê Thị Mẫu"),
        ("Trung tá Lê A", "Trung tá", "Lê A"),
        ("Đại uý Lê A", "Đại úy", "Lê A"),
        ("Ong Nguyen Van A", "Ông", "Nguyen Van A"),
        ("Chu Văn Mẫu", None, "Chu Văn Mẫu"),
        ("Cù Thị Mẫu", None, "Cù Thị Mẫu"),
        ("Mùa A Trừ", None, "Mùa A Trừ"),
        ("Đưng K'Nớ", None, "Đưng K'Nớ"),
    ],
)
def test_titles_are_split_from_names(typed: str, honorific: str | None, name: str) -> None:
    assert split_honorific(typed) == (honorific, name)


@pytest.mark.parametrize(
    ("typed", "value", "also"),
    [
        ("Nguyễn Văn An - ấp Tân Hòa", "Nguyễn Văn An", {"hamlet": "Ấp Tân Hòa"}),
        ("Nguyễn Văn An ấp Tân Hòa", "Nguyễn Văn An", {"hamlet": "Ấp Tân Hòa"}),
        ("Lê Văn A-ấp 3", "Lê Văn A", {"hamlet": "Ấp 3"}),
        (
            "Ông A (ấp 1) – 0912345678",
            "A",
            {"honorific": "Ông", "hamlet": "Ấp 1", "phone": "0912345678"},
        ),
        (
            "Lê Văn Mẫu\nĐịa chỉ: Tổ 3, ấp 2\nSĐT: 0912 345 678",
            "Lê Văn Mẫu",
            {"address": "Tổ 3, ấp 2", "hamlet": "Ấp 2", "phone": "0912345678"},
        ),
        (
            "Lê Văn Mẫu (1975), CCCD: 072090001234",
            "Lê Văn Mẫu",
            {"birth": PartialDate(1975), "national_id": "072090001234"},
        ),
        (
            "Bà Lê Thị C (Tổ trưởng tổ 5)",
            "Lê Thị C",
            {"honorific": "Bà", "position": "Tổ trưởng tổ 5"},
        ),
        ("0912345678", None, {"phone": "0912345678"}),
        ("Lê Văn Mẫu - 01234567890", "Lê Văn Mẫu", {"phone": "0834567890"}),
        ("Lê Văn Mẫu - 0612345678", "Lê Văn Mẫu", {}),
        ("Lê Văn Thôn", "Lê Văn Thôn", {}),
        ("Đoàn Văn Mẫu", "Đoàn Văn Mẫu", {}),
        ("Nguyễn Văn An, Trần Thị Bình", "Nguyễn Văn An, Trần Thị Bình", {}),
        ("Ông Lê A và bà Võ B", "Ông Lê A và bà Võ B", {}),
    ],
)
def test_what_else_a_cell_about_a_person_holds(
    typed: str, value: str | None, also: dict[str, Value]
) -> None:
    reading = parse_party(typed)
    assert (reading.value, dict(reading.also)) == (value, also)


@pytest.mark.parametrize(
    ("typed", "also"),
    [
        ("Cử tri ấp Tân Hòa", {"hamlet": "Ấp Tân Hòa"}),
        ("Cử tri ấp tân hòa", {"hamlet": "Ấp Tân Hòa"}),
        ("Hộ ông Nguyễn Văn A, ấp 3", {"hamlet": "Ấp 3"}),
        ("Tập thể 15 hộ dân tổ 5", {}),
        ("15 hộ dân tổ 5", {}),
        ("Đoàn Thanh niên xã", {}),
        ("Sở Khoa học và Công nghệ; UBND xã D'Ran", {}),
    ],
)
def test_groups_and_organisations_stay_as_they_are_written(
    typed: str, also: dict[str, Value]
) -> None:
    reading = parse_party(typed)
    assert (reading.value, dict(reading.also)) == (typed, also)


def test_a_header_that_promises_more_gives_the_rest_of_the_cell_to_it() -> None:
    address = parse_party("Nguyễn Văn An - ấp Tân Hòa", ("address", "hamlet", "phone"))
    assert dict(address.also) == {"address": "ấp Tân Hòa", "hamlet": "Ấp Tân Hòa"}
    assert dict(parse_party("Lê A (Công ty C)", ("organisation",)).also) == {
        "organisation": "Công ty C"
    }


def test_a_wrong_number_beside_a_name_is_told_by_itself() -> None:
    (person,) = parse_party("Lê Văn Mẫu - 0612345678").said
    (group,) = parse_party("Công ty TNHH Mẫu - 0612345678").said
    assert (person[0].code, group[0].code) == ("TEL-01", "TEL-01")
    assert person[1]["value"] == group[1]["value"] == "0612345678"


def test_digits_in_a_name_are_told() -> None:
    assert [notice.code for notice, _ in parse_party("Lê Văn Mẫu5").said] == ["TXT-05"]


def test_a_position_and_its_organisation_in_one_cell() -> None:
    assert split_position("Trưởng ấp, Ấp Tân Hòa") == ("Trưởng ấp", "Ấp Tân Hòa")
    assert split_position("Trưởng ấp Tân Hòa") == ("Trưởng ấp Tân Hòa", None)
    assert split_position("Chủ tịch UBND xã") == ("Chủ tịch UBND xã", None)
    assert split_position("Phó Bí thư, Chủ tịch UBND xã") == ("Phó Bí thư, Chủ tịch UBND xã", None)


@given(st.lists(st.sampled_from(["Nguyễn", "Văn", "Thị", "Mẫu", "Chu", "Hồ", "Đỗ"]), min_size=1))
def test_a_plain_name_is_never_rewritten(words: list[str]) -> None:
    name = " ".join(words)
    assert parse_party(name).value == name


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("KIẾN NGHỊ CỦA CỬ TRI ẤP TÂN HÒA NĂM 2026", ("Ấp Tân Hòa",)),
        ("BAN CÔNG TÁC MẶT TRẬN ẤP TÂN TIẾN KÍNH GỬI", ("Ấp Tân Tiến",)),
        ("ẤP 3, XÃ TÂN PHONG", ("Ấp 3",)),
        ("Khu phố 5, phường 2", ("Khu phố 5",)),
        ("kp. 4B", ("KP 4B",)),
        ("Đường nối ấp 1 với ấp Tân Hòa", ("Ấp 1", "Ấp Tân Hòa")),
        ("DANH SÁCH TRƯỞNG ẤP THAM DỰ HỘI NGHỊ", ()),
        ("BẢN TỔNG HỢP KIẾN NGHỊ", ()),
        ("BÍ THƯ CHI BỘ, TRƯỞNG ẤP", ()),
        ("Văn bản Số 5", ()),
        ("CỬ TRI ẤP SUỐI ÔNG ĐÌNH NĂM 2023", ("Ấp Suối Ông Đình",)),
        ("Khu phố Bà Điểm", ("Khu phố Bà Điểm",)),
        ("ẤP TÂN HÒA ÔNG LÊ VĂN MẪU", ("Ấp Tân Hòa",)),
        ("Trưởng ấp: Ông Nam", ()),
        ("Đã báo ấp đường hư", ()),
        ("II. LĨNH VỰC GIAO THÔNG", ()),
        ("ấp3", ("Ấp 3",)),
    ],
)
def test_hamlets_that_a_title_names(text: str, found: tuple[str, ...]) -> None:
    assert hamlets.mentions(text) == found


def test_spellings_of_one_hamlet_have_one_key() -> None:
    spellings = ("Ấp Tân Hoà", "ấp tân hòa", "TÂN HÒA", "Thôn  Tân Hòa")
    assert {hamlets.key(spelling) for spelling in spellings} == {"tan hoa"}
    assert hamlets.key("Ấp Xóm Tháp") == hamlets.key("Xóm Tháp")


@pytest.mark.parametrize(
    ("typed", "units"),
    [
        ("Sở Khoa học và Công nghệ; UBND xã D'Ran", ("Sở Khoa học và Công nghệ", "UBND xã D'Ran")),
        ("Công an xã, Văn phòng - Thống kê", ("Công an xã", "Văn phòng - Thống kê")),
        ("Công an xã - Ban CHQS xã", ("Công an xã", "Ban CHQS xã")),
        ("- Công an xã\n- Địa chính", ("Công an xã", "Địa chính")),
        ("1. Công an xã\n2. Ấp 3", ("Công an xã", "Ấp 3")),
        ("Văn phòng HĐND và UBND", ("Văn phòng HĐND và UBND",)),
        ("Công an xã và Ban CHQS xã", ("Công an xã", "Ban CHQS xã")),
        ("Công an xã/Địa chính", ("Công an xã", "Địa chính")),
        ("Đ/c Võ Văn Mẫu", ("Đ/c Võ Văn Mẫu",)),
    ],
)
def test_lists_of_units(typed: str, units: tuple[str, ...]) -> None:
    assert parse_list(typed).value == units


@pytest.mark.parametrize(
    ("typed", "lead", "support"),
    [
        ("Công an xã", "Công an xã", ()),
        ("Chủ trì: Công an xã; Phối hợp: Ấp 1, Ấp 2", "Công an xã", ("Ấp 1", "Ấp 2")),
        ("Công an xã (chủ trì), Ấp 1 (phối hợp)", "Công an xã", ("Ấp 1",)),
        ("Giao Phòng Kinh tế chủ trì, phối hợp với Công an xã", "Phòng Kinh tế", ("Công an xã",)),
        (
            "Phòng Kinh tế chủ trì; Công an xã, Ấp 1 phối hợp",
            "Phòng Kinh tế",
            ("Công an xã", "Ấp 1"),
        ),
        ("Công an xã; phối hợp: Ấp 1", "Công an xã", ("Ấp 1",)),
        ("Chủ trì: Công an xã", "Công an xã", ()),
        ("Công an xã; Địa chính", "Công an xã; Địa chính", ()),
    ],
)
def test_lead_and_supporting_units(typed: str, lead: str, support: tuple[str, ...]) -> None:
    reading = parse_unit(typed)
    assert (reading.value, reading.also.get("support_units", ())) == (lead, support)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("A05", "A05"),
        ("a05", "A05"),
        ("A05 - Đất đai", "A05"),
        ("Đất đai", "A05"),
        ("dat dai", "A05"),
        ("LĨNH VỰC ĐẤT ĐAI", "A05"),
        ("Về lĩnh vực đất đai (12 ý kiến)", "A05"),
        ("Đất đai/01", "A05"),
        ("Sổ đỏ", "A05"),
        ("Giáo dục", "B08"),
        ("B01 - Đất đai", None),
        ("Xyz", None),
        ("", None),
    ],
)
def test_what_words_mean_in_a_code_list(typed: str, code: str | None) -> None:
    assert TOPICS.find(typed) == code


def test_code_lists_are_made_ready_when_asked_for() -> None:
    lists = CodeIndexes({"topics": (Code("A05", "Đất đai"),), "kinds": ()})
    assert list(lists) == ["topics", "kinds"]
    assert lists["topics"] is lists["topics"]
    assert lists.get("genders") is None


def test_excel_drops_the_zero_of_a_code() -> None:
    assert STATUSES.find("1") == "01"
    assert STATUSES.find("3. Đang giải quyết") == "03"


def test_an_introduction_before_a_name_is_passed_over() -> None:
    assert AUTHORITIES.find("Các kiến nghị thuộc thẩm quyền giải quyết của cấp tỉnh") == "TINH"


def test_a_likely_name_is_proposed_and_nothing_for_what_is_unlike() -> None:
    assert TOPICS.nearest("Giao thôngg") == "Giao thông (đường, cầu, hẻm)"
    assert TOPICS.nearest("Xyz") is None


@given(st.text())
def test_a_text_that_is_found_is_found_in_any_spelling(text: str) -> None:
    if (code := TOPICS.find(text)) and fold(text):
        assert TOPICS.find(f" {text.upper()} ".replace("ß", "ss")) in {code, None}
