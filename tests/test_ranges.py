"""Figures are declared by the names of columns that registers have."""

import pandas as pd
import pytest

from toolkit.errors import DeclarationError
from toolkit.summarize.ranges import Ranges

RANGES = Ranges(
    [
        pd.DataFrame({"KN_ma": ["1", "2"], "KN_ap": ["Ấp 1", "Ấp 2"], "KN_luot": [3, 4]}),
        pd.DataFrame({"DB_ten": ["An"], "DB_ap": ["Ấp 1"]}),
    ]
)


def test_a_figure_counts_the_rows_that_meet_its_conditions() -> None:
    assert RANGES.figure("KN_ma", (("KN_ap", "Ấp 2"),)).value == 1
    assert RANGES.figure("KN_ma", (("KN_ap", "Ấp 2"),), "KN_luot").value == 4


@pytest.mark.parametrize(
    ("of", "where", "weight"),
    [
        ("KN_mã", (), ""),
        ("KN_ma", (("KN_ấp", "Ấp 1"),), ""),
        ("KN_ma", (("DB_ap", "Ấp 1"),), ""),
        ("KN_ma", (), "KN_luong"),
    ],
)
def test_a_misspelled_name_is_told(
    of: str, where: tuple[tuple[str, str], ...], weight: str
) -> None:
    wrong = weight or (where[0][0] if where else of)
    with pytest.raises(DeclarationError, match=wrong):
        RANGES.figure(of, where, weight)
    with pytest.raises(DeclarationError, match=wrong):
        RANGES.by_label(of, where, weight)
