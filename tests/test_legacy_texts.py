"""Text from before Unicode, and text read in a wrong encoding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.values.legacy import decode
from toolkit.values.syllables import is_syllable

UNICODE = (
    "Cộng hòa xã hội chủ nghĩa Việt Nam",
    "DANH SÁCH ĐẠI BIỂU",
    "Nguyễn Văn Hoà",
    "Trần Thị Bưởi",
    "Huỳnh Thuý Kiều",
    "quyết định giải phóng mặt bằng",
    "Hà",
    "xã",
    "D'Ran",
    "3×4 m²",
)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"),
        ("DANH S\u00b8CH §¹I BIÓU", "DANH SÁCH ĐẠI BIỂU"),
        ("kiÕn nghÞ söa ®\u00adêng", "kiến nghị sửa đường"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("Nguyeãn Vaên Hoøa", "Nguyễn Văn Hòa"),
        ("UÛY BAN NHAÂN DAÂN", "ỦY BAN NHÂN DÂN"),
        ("Nguyá»…n Thá»\u2039 HoÃ ", "Nguyễn Thị Hoà"),
        ("Ngh&#7879; An", "Nghệ An"),
    ],
)
def test_old_encodings_are_read(typed: str, read: str) -> None:
    assert {key: " ".join(text.split()) for key, text in decode([typed]).items()} == {typed: read}


@given(st.lists(st.sampled_from(UNICODE)))
def test_unicode_is_left_alone(texts: list[str]) -> None:
    assert decode(texts) == {}


def test_a_column_that_mixes_encodings_keeps_what_makes_sense_as_it_stands() -> None:
    texts = ("NguyÔn V¨n Hoµ", "TrÇn ThÞ B\u00adëi", "Nguyễn Văn Mẫu", "xã")
    assert decode(texts) == {
        "NguyÔn V¨n Hoµ": "Nguyễn Văn Hoà",
        "TrÇn ThÞ B\u00adëi": "Trần Thị Bưởi",
    }


@given(st.lists(st.text()))
def test_decoding_reads_anything(texts: list[str]) -> None:
    assert set(decode(texts)) <= set(texts)


@pytest.mark.parametrize("word", ["nghiêng", "Quốc", "giếng", "khuỷu", "thuở", "yêu", "ĐƯỜNG"])
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["NguyÔn", "Vaên", "kiÕn", "hóâ", "xyz", ""])
def test_what_is_no_syllable(word: str) -> None:
    assert not is_syllable(word)
