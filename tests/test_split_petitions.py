"""Several petitions in one cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.normalize.petitions import split_petitions
from toolkit.values.texts import clean

ROAD, LIGHT = "Sửa đường tổ 5 bị hư", "Lắp đèn đường ở ngã ba chợ"


@pytest.mark.parametrize(
    "text",
    [
        f"1. {ROAD} 2. {LIGHT}",
        f"1.{ROAD}; 2.{LIGHT}",
        f"1) {ROAD}\n2) {LIGHT}",
        f"1/ {ROAD}; 2/ {LIGHT}",
        f"Câu 1: {ROAD}. Câu 2: {LIGHT}",
        f"- {ROAD}\n- {LIGHT}",
        f"a) {ROAD}; b) {LIGHT}",
        f"Cử tri kiến nghị 2 nội dung sau: 1. {ROAD}; 2. {LIGHT}",
    ],
)
def test_marked_petitions_are_taken_apart(text: str) -> None:
    assert tuple(part.rstrip(".") for part in split_petitions(text)) == (ROAD, LIGHT)


@pytest.mark.parametrize(
    "text",
    [
        "Đề nghị sửa các tuyến đường sau đây vì hư nặng:\n- Đường tổ 5 ấp 3\n- Đường tổ 6 ấp 3",
        "1. Đề nghị làm đường số 2. Đề nghị thêm đèn đường",
        "1. Đoạn đường 1.5 km từ ngày 5.10.2026 đến nay chưa làm xong",
        "Theo khoản 1. Điều 2. Luật Đất đai thì giải quyết ra sao",
        "2. Sửa đường tổ 5 bị hư 3. Lắp đèn đường ở ngã ba",
        "1. Đường. 2. Điện.",
        "- Sửa đường tổ 5 - đoạn gần chợ",
        "Sửa đường tổ 5 bị hư",
        "",
    ],
)
def test_one_petition_stays_in_one_piece(text: str) -> None:
    assert split_petitions(text) == (clean(text),)


def test_a_list_inside_a_petition_stays_with_it() -> None:
    text = f"1. Sửa các đường:\n- tổ 5 ấp Tân Hòa\n- tổ 6 ấp Tân Hòa\n2. {LIGHT}"
    assert split_petitions(text) == ("Sửa các đường: - tổ 5 ấp Tân Hòa - tổ 6 ấp Tân Hòa", LIGHT)


@given(st.text(alphabet="1234ab.)- \nđườngA", max_size=80))
def test_taking_apart_loses_no_letter_but_markers(text: str) -> None:
    parts = split_petitions(text)
    kept = "".join("".join(part.split()) for part in parts)
    assert set(kept) <= set("".join(text.split()))
    assert len(parts) == 1 or all(len(part) >= 10 for part in parts)
