"""Vietnamese order, and which spellings name the same thing."""

import unicodedata
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from toolkit.summarize.collation import person_key, spellings, text_key


def test_the_letters_of_the_alphabet_come_in_vietnamese_order() -> None:
    alphabet = list("aăâbcdđeêghiklmnoôơpqrstuưvxy")
    backwards = alphabet[::-1]
    assert sorted(backwards, key=text_key) == alphabet


def test_tones_come_in_the_order_of_dictionaries() -> None:
    tones = ["ma", "mà", "mả", "mã", "má", "mạ"]
    assert all(sorted(some, key=text_key) == tones for some in permutations(tones))


def test_the_tone_counts_only_where_the_letters_are_the_same() -> None:
    words = ["hạ", "hòa", "hoan", "hoàn", "hoang", "họp"]
    backwards = words[::-1]
    assert sorted(backwards, key=text_key) == words


def test_people_are_listed_by_given_name_then_family_name_then_middle_names() -> None:
    people = [
        "Đỗ Thị Ái",
        "Lê Văn An",
        "Nguyễn Thị An",
        "Nguyễn Văn An",
        "Trần An",
        "Trần Thị Ân",
        "Phạm Văn Dũng",
        "Bùi Thị Đào",
        "Y Moan",
        "K'Nớ",
    ]
    backwards = people[::-1]
    assert sorted(backwards, key=person_key) == people


def test_what_stands_in_brackets_is_not_the_given_name() -> None:
    assert sorted(["Lê Văn Bình", "Lê Văn An (Út)"], key=person_key) == [
        "Lê Văn An (Út)",
        "Lê Văn Bình",
    ]


def test_case_spaces_tone_placement_and_dashes_do_not_tell_things_apart() -> None:
    for one, other in (
        ("Ấp Tân Hoà", " ấp  TÂN HÒA "),
        ("Văn hóa - Xã hội", "Văn hoá – Xã hội"),
        ("Ấp 1", "Ấp 01"),
        ("Ðức Hòa", "Đức Hoà"),
    ):
        assert text_key(one) == text_key(other)


def test_accents_and_letters_tell_things_apart() -> None:
    for one, other in (("Tân Hòa", "Tân Hóa"), ("Đức", "Dức"), ("Ấp 1", "Ấp 11"), ("An", "Ân")):
        assert text_key(one) != text_key(other)


def test_the_commonest_spelling_is_shown() -> None:
    assert spellings(["Hoà An", "Hòa An", "hòa an", "Hòa An"]) == {
        "Hoà An": "Hòa An",
        "Hòa An": "Hòa An",
        "hòa an": "Hòa An",
    }


@given(st.text())
def test_any_text_has_a_place_and_composed_and_decomposed_text_has_the_same(text: str) -> None:
    assert person_key(text)[1] == text
    decomposed = unicodedata.normalize("NFD", text)
    assert text_key(decomposed) == text_key(unicodedata.normalize("NFC", text))


@given(st.lists(st.text(max_size=8)))
def test_a_shown_spelling_is_one_of_its_own_group(texts: list[str]) -> None:
    shown = spellings(texts)
    assert set(shown) == set(texts)
    assert all(text_key(shown[text]) == text_key(text) for text in texts)
    assert all(shown[shown[text]] == shown[text] for text in texts)
