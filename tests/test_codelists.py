"""Code lists and shipped tables: complete, unambiguous, dated."""

from collections import Counter
from datetime import date, timedelta

import pytest

from toolkit import codelists
from toolkit.errors import DeclarationError
from toolkit.model import Code
from toolkit.values.texts import fold

BEFORE = date(2025, 6, 30)
AFTER = date(2025, 7, 1)

ALIKE = {("communes", AFTER): {"xa tan thanh": {"25534", "27826"}}}
"""Official names that only accents tell apart: Tân Thành and Tân Thạnh."""


def by_code(key: str, day: date = AFTER) -> dict[str, Code]:
    return {code.code: code for code in codelists.load(key, day)}


def code_of(key: str, text: str, day: date = AFTER) -> str | None:
    """The code whose code, name or synonym this text is, spelling apart."""
    for code in codelists.load(key, day):
        if fold(text) in {fold(word) for word in (code.code, code.name, *code.synonyms)}:
            return code.code
    return None


@pytest.mark.parametrize("day", [BEFORE, AFTER])
@pytest.mark.parametrize("key", codelists.KEYS)
def test_no_text_means_two_codes_of_a_list(key: str, day: date) -> None:
    owners: dict[str, set[str]] = {}
    for code in codelists.load(key, day):
        for text in (code.code, code.name, *code.synonyms):
            owners.setdefault(fold(text), set()).add(code.code)
    shared = {text: codes for text, codes in owners.items() if len(codes) > 1}
    assert shared == ALIKE.get((key, day), {})


@pytest.mark.parametrize("key", codelists.KEYS)
def test_no_text_stands_twice_in_a_code(key: str) -> None:
    for code in codelists.load(key, AFTER):
        counted = Counter(fold(text) for text in (code.name, *code.synonyms))
        assert [text for text, times in counted.items() if times > 1 or not text] == []


@pytest.mark.parametrize("key", codelists.KEYS)
def test_no_code_stands_twice_on_any_day(key: str) -> None:
    for day in (BEFORE, AFTER):
        codes = [code.code for code in codelists.load(key, day)]
        assert len(codes) == len(set(codes)) > 0


@pytest.mark.parametrize("key", [*codelists.KEYS, "assignments", "deadlines"])
def test_every_row_has_a_source_and_real_days(key: str) -> None:
    for row in codelists.table(key):
        assert row["source"]
        first = date.fromisoformat(row["valid_from"] or "0001-01-01")
        assert first <= date.fromisoformat(row["valid_to"] or "9999-12-31")


def test_the_lists_have_the_codes_that_the_contract_names() -> None:
    assert "".join(by_code("statuses")) == "0102030405060708"
    assert "".join(by_code("outcomes")) == "ABCDEFG"
    assert list(by_code("kinds")) == ["KN", "PA", "DX", "HOI", "TD", "KHN", "TC", "TCD"]
    assert list(by_code("authorities")) == ["XA", "TINH", "TW", "ND", "DN", "KHAC"]
    assert list(by_code("attendance")) == ["present", "excused", "absent", "unknown"]
    assert list(by_code("genders")) == ["male", "female"]
    assert list(by_code("delegations")) == [
        *("TT", "CT", "CC", "MT", "CA", "AP", "DN", "CD", "CTr", "BC"),
    ]


def test_there_are_38_topics() -> None:
    numbered = [f"A{n:02}" for n in range(1, 20)] + [f"B{n:02}" for n in range(1, 14)]
    assert list(by_code("topics")) == [*numbered, "C01", "C02", "C03", "D01", "D02", "Z99"]


def test_every_topic_but_the_last_belongs_to_an_upper_group() -> None:
    groups = by_code("topic_groups")
    assert [groups[n].name for n in "12345"] == [
        "Cơ chế - chính sách",
        "Kinh tế - Ngân sách",
        "Văn hóa - Xã hội",
        "Tư pháp (Pháp chế)",
        "An ninh - Quốc phòng",
    ]
    without = [t.code for t in codelists.load("topics", AFTER) if t.more["group"] not in groups]
    assert without == ["Z99"]


@pytest.mark.parametrize(
    ("key", "text", "code"),
    [
        ("topics", "Đất đai", "A05"),
        ("topics", "ĐỊA CHÍNH", "A05"),
        ("topics", "tach thua", "A05"),
        ("topics", "Cầu đường", "B01"),
        ("topics", "Đường giao thông nông thôn", "B01"),
        ("topics", "Môi trường", "B04"),
        ("topics", "Thái độ phục vụ", "C01"),
        ("kinds", "Đơn tố cáo", "TC"),
        ("kinds", "Phản ánh, kiến nghị", "KN"),
        ("authorities", "UBND tỉnh", "TINH"),
        ("authorities", "Điện lực", "DN"),
        ("statuses", "Chưa có trả lời", "01"),
        ("statuses", "Chờ giải quyết", "02"),
        ("statuses", "Đã có trả lời", "04"),
        ("statuses", "Chuyển cấp trên", "05"),
        ("statuses", "Đã giải quyết xong", "06"),
        ("statuses", "Kiến nghị trùng, lưu theo dõi", "08"),
        ("outcomes", "Đã giải quyết xong", "A"),
        ("outcomes", "Giải trình, cung cấp thông tin", "C"),
        ("outcomes", "chưa được giải quyết do nguyên nhân khách quan", "E"),
        ("outcomes", "Không tiếp thu", "F"),
        ("delegations", "Hội Nông dân", "MT"),
        ("attendance", "Vắng có phép (P)", "excused"),
        ("attendance", "K", "absent"),
        ("genders", "Bà", "female"),
    ],
)
def test_words_of_staff_lead_to_their_code(key: str, text: str, code: str) -> None:
    assert code_of(key, text) == code


@pytest.mark.parametrize("text", ["Đã trả lời", "Tiếp thu, ghi nhận", "Đang giải quyết"])
def test_an_answer_alone_is_no_outcome(text: str) -> None:
    assert code_of("statuses", text) is not None
    assert code_of("outcomes", text) is None


def test_the_district_level_ends_with_june_2025() -> None:
    assert code_of("authorities", "Huyện", BEFORE) == "HUYEN"
    assert code_of("authorities", "Huyện", AFTER) is None


def test_tay_ninh_has_96_communes_since_july_2025() -> None:
    communes = codelists.load("communes", AFTER)
    kinds = Counter(commune.name.split()[0] for commune in communes)
    assert kinds == {"Xã": 82, "Phường": 14}
    assert {commune.more["province"] for commune in communes} == {"Tây Ninh"}


def test_tan_phong_is_a_commune_of_tan_bien_until_june_2025() -> None:
    old = by_code("communes", BEFORE)
    assert len(old) == 10
    assert (old["25507"].name, old["25507"].more["parent"]) == ("Xã Tân Phong", "huyện Tân Biên")
    assert "25507" not in by_code("communes")


def test_a_code_may_change_its_name_with_the_reorganisation() -> None:
    assert by_code("communes", BEFORE)["25486"].name == "Thị trấn Tân Biên"
    assert by_code("communes", AFTER)["25486"].name == "Xã Tân Biên"


@pytest.mark.parametrize("day", [BEFORE, AFTER])
@pytest.mark.parametrize("unit_kind", ["xã", "phường"])
def test_every_topic_has_exactly_one_unit_in_both_eras(unit_kind: str, day: date) -> None:
    rows = [
        row["topic"]
        for row in codelists.table("assignments")
        if codelists.in_force(row, day) and row["unit_kind"] in {"", unit_kind}
    ]
    assert sorted(rows) == sorted(by_code("topics"))
    assert all(row["lead_unit"] for row in codelists.table("assignments"))


def test_the_reorganisation_hands_roads_to_the_economic_division() -> None:
    roads = [row for row in codelists.table("assignments") if row["topic"] == "B01"]
    assert [(row["unit_kind"], row["valid_to"], row["lead_unit"]) for row in roads] == [
        ("xã", "2025-06-30", "Địa chính - Xây dựng - Nông nghiệp và Môi trường"),
        ("phường", "2025-06-30", "Địa chính - Xây dựng - Đô thị và Môi trường"),
        ("xã", "", "Phòng Kinh tế"),
        ("phường", "", "Phòng Kinh tế, Hạ tầng và Đô thị"),
    ]


def test_a_deadline_has_one_row_on_any_day() -> None:
    changes = {row["valid_from"] for row in codelists.table("deadlines")}
    for day in (date.fromisoformat(change) for change in changes):
        for near in (day - timedelta(days=1), day):
            rows = [r["code"] for r in codelists.table("deadlines") if codelists.in_force(r, near)]
            assert len(rows) == len(set(rows))


def test_deadlines_apply_to_codes_that_exist() -> None:
    known = {"HN", *by_code("kinds"), *by_code("authorities", BEFORE), *by_code("topics")}
    for row in codelists.table("deadlines"):
        assert set(codelists.parts(row["applies_to"])) <= known
        assert row["confidence"]


def test_an_unknown_list_is_a_wrong_declaration() -> None:
    with pytest.raises(DeclarationError, match=r"nonsense\.csv"):
        codelists.load("nonsense", AFTER)


@pytest.mark.parametrize("row", ["A,B", "A", "A,B,C,D"])
def test_a_row_that_does_not_fit_its_header_is_a_wrong_declaration(row: str) -> None:
    with pytest.raises(DeclarationError, match="row 3"):
        codelists._rows("mine", f"code,name,source\nA,B,C\n{row}\n")
