"""The declarations of tables are checked when they are loaded."""

import pytest

from toolkit.errors import DeclarationError
from toolkit.layouts import require_one_meaning
from toolkit.model import Column, Layout


def layout(*columns: Column) -> Layout:
    return Layout("visit", "Lượt tiếp", columns)


def test_a_header_of_two_columns_is_refused_and_both_are_named() -> None:
    twice = layout(
        Column("hamlet", "hamlet", headers=("Ấp", "Đơn vị (ấp)")),
        Column("organisation", "text", headers=("Đơn vị/Ấp",)),
    )
    with pytest.raises(DeclarationError, match="'Đơn vị/Ấp' is declared for hamlet and organis"):
        require_one_meaning(twice)


def test_a_header_that_may_mean_either_is_generic_in_one_of_them() -> None:
    require_one_meaning(
        layout(
            Column("hamlet", "hamlet", headers=("Ấp", "Thôn, ấp", "Thôn/Ấp"), generic=("Đơn vị",)),
            Column("organisation", "text", headers=("Đơn vị",)),
        )
    )
