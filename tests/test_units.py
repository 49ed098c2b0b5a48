"""Units: known by code and day, found in any spelling, followed through the reorganisation."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit import codelists
from toolkit.aggregate.units import COMMUNE, Succession, Unit, Units, shipped, with_more

BEFORE, SINCE = date(2023, 4, 10), date(2026, 10, 20)


def test_the_96_communes_of_today_are_those_of_the_code_list() -> None:
    today = {unit.code: unit.name for unit in shipped().parts("80", SINCE)}
    assert len(today) == 96
    assert today == {code.code: code.name for code in codelists.load("communes", SINCE)}


def test_in_2023_a_district_had_ten_communes_and_two_provinces_had_280() -> None:
    assert len(shipped().parts("705", BEFORE)) == 10
    assert len(shipped().parts("72", BEFORE)) + len(shipped().parts("80", BEFORE)) == 280


def test_every_unit_that_ended_has_exactly_one_default_successor_that_exists() -> None:
    units = shipped()
    for unit in units.parts("72", BEFORE) + units.parts("80", BEFORE):
        code, _ = units.successor(unit.code, "", BEFORE, SINCE)
        assert units.at(code, SINCE) is not None, unit


@pytest.mark.parametrize(
    ("text", "day", "parent", "codes"),
    [
        ("Xã Tân Phong", BEFORE, "", ["25507"]),
        ("UBND XÃ TÂN PHONG", SINCE, "", ["25507"]),
        ("xa tan phong", BEFORE, "", ["25507"]),
        ("Thạnh Bình", SINCE, "", ["25498"]),
        ("25498", SINCE, "", ["25498"]),
        ("Hiệp Hòa", SINCE, "", ["27952"]),
        ("Xã Hiệp Hoà", SINCE, "", ["27952"]),
        ("Xã Tân Lập", BEFORE, "huyện Tân Biên", ["25489"]),
        ("thị trấn Tân Biên", BEFORE, "", ["25486"]),
        ("huyện Tân Biên", BEFORE, "", ["705"]),
        ("P. Tân Ninh", SINCE, "", ["25459"]),
        ("Xã Không Có", SINCE, "", []),
    ],
)
def test_a_name_is_found_in_any_spelling(
    text: str, day: date, parent: str, codes: list[str]
) -> None:
    assert [unit.code for unit in shipped().find(text, day, parent)] == codes


def test_of_an_unknown_name_the_three_nearest_are_proposed() -> None:
    near = shipped().nearest("Xã Thạnh Bìng", SINCE)
    assert near[0].name == "Xã Thạnh Bình"
    assert len(near) == 3


def test_a_split_commune_goes_to_its_default_and_its_hamlets_where_staff_say() -> None:
    units = with_more(
        shipped(), (), (Succession("25507", "25549", "Ấp Sân Bay", is_default=False),)
    )
    assert units.successor("25507", "ấp Sân Bay", BEFORE, SINCE) == ("25549", True)
    assert units.successor("25507", "", BEFORE, SINCE) == ("25498", False)
    assert units.successor("25501", "", BEFORE, SINCE) == ("25486", True)


@given(st.sampled_from(shipped().parts("72", BEFORE)), st.text(max_size=8))
def test_every_hamlet_of_an_ended_unit_belongs_to_exactly_one_unit_of_today(
    unit: Unit, hamlet: str
) -> None:
    code, _ = shipped().successor(unit.code, hamlet, BEFORE, SINCE)
    found = shipped().at(code, SINCE)
    assert found is not None
    assert found.level == COMMUNE


def test_a_unit_that_is_still_there_is_its_own_successor() -> None:
    units = Units((Unit("1", "Xã A", COMMUNE),))
    assert units.successor("1", "Ấp 1", BEFORE, SINCE) == ("1", True)
