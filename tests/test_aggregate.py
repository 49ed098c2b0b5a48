"""The level above: what counts, who is missing, and that the way up does not matter."""

from collections.abc import Sequence
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.consolidations import as_lines, sheet_of
from tests.provinces import (
    AS_OF,
    CODELISTS,
    CONTROL,
    as_read,
    petition,
    seen,
    submission,
    submissions,
    written,
)
from toolkit.aggregate import book as books
from toolkit.aggregate.changes import difference
from toolkit.aggregate.rows import ATTENDEE, KINDS, PETITION, PersonRow
from toolkit.aggregate.submissions import (
    Holdings,
    Standing,
    Submission,
    gathered,
    late_comers,
    merged,
    standing,
)
from toolkit.aggregate.view import look
from toolkit.model import Workbook


def figures(holdings: Holdings) -> list[tuple[str, list[str]]]:
    """Every figure and every trace of the workbook; not where the files lie in this folder."""
    made = as_read(books.book(seen(holdings), CODELISTS))
    return [(s.name, [str(_without_links(s.name, row)) for row in s.rows]) for s in made.sheets]


def _without_links(sheet: str, row: Sequence[object]) -> Sequence[object]:
    return row[:-1] if sheet in {"Kiến nghị", "Đại biểu", "Hài lòng", "Các năm trước"} else row


# ── Associative ─────────────────────────────────────────────────────────────────────────────


@settings(max_examples=8, deadline=None)
@given(st.lists(submissions(), min_size=1, max_size=8), st.data())
def test_the_province_of_communes_is_the_province_of_districts(
    sent: list[Submission], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(sent)))
    first, second = gathered(sent[:at]), gathered(sent[at:])
    of_districts = merged(written(part) for part in (first, second) if part)
    assert figures(of_districts) == figures(gathered(sent))


@settings(max_examples=8, deadline=None)
@given(st.lists(submissions(), min_size=2, max_size=6))
def test_one_commune_more_later_comes_to_the_same(sent: list[Submission]) -> None:
    later = merged([written(gathered(sent[:-1])), gathered(sent[-1:])])
    assert figures(later) == figures(gathered(sent))


@given(st.lists(submissions(), max_size=6), st.randoms())
def test_neither_order_nor_repetition_matters(sent: list[Submission], chance: object) -> None:
    mixed = [*sent, *sent]
    chance.shuffle(mixed)  # type: ignore[attr-defined]  # a random.Random
    assert gathered(mixed) == gathered(sent)


@settings(max_examples=8, deadline=None)
@given(st.lists(submissions(), min_size=1, max_size=6))
def test_every_row_that_counts_lies_under_exactly_one_unit(sent: list[Submission]) -> None:
    held = gathered(sent)
    for as_reported in (False, True):
        view = seen(held, as_reported=as_reported)
        for kind in KINDS:
            shown = {
                PETITION: (*view.now.petitions, *view.earlier.petitions),
                ATTENDEE: (*view.now.people, *view.earlier.people),
            }.get(kind, (*view.now.surveys, *view.earlier.surveys))
            assert len(shown) == sum(len(part.counted.rows(kind)) for part in held.values())


# ── What counts ─────────────────────────────────────────────────────────────────────────────


def test_the_newest_counts_and_an_older_one_that_comes_later_does_not() -> None:
    old = submission("25498", [petition(1)], saved="2026-11-01", received="2026-11-15")
    new = submission(
        "25498", [petition(1), petition(2)], saved="2026-11-10", received="2026-11-12"
    )
    held = gathered([old, new])["25498", 2026]
    assert len(held.counted.petitions) == 2
    assert late_comers(held) == (old.receipt,)


def test_a_list_sent_alone_does_not_take_back_the_others() -> None:
    whole = submission("25498", [petition(1)], people=[PersonRow(attendance="Có mặt")])
    only = submission(
        "25498",
        saved="2026-11-14",
        kinds=frozenset({ATTENDEE}),
        people=[PersonRow(attendance="Có mặt")] * 2,
    )
    counted = gathered([whole, only])["25498", 2026].counted
    assert (len(counted.petitions), len(counted.people)) == (1, 2)


def test_what_cannot_be_read_never_takes_the_place_of_what_could() -> None:
    good = submission("25498", [petition(1)])
    broken = submission("25498", saved="2026-11-20", kinds=frozenset())
    assert len(gathered([broken, good])["25498", 2026].counted.petitions) == 1


def test_missing_on_time_late_and_nil_are_four_things() -> None:
    deadline = date(2026, 11, 14)
    in_time = gathered([submission("25498", [petition(1)], received="2026-11-14")])
    late = gathered([submission("25498", [petition(1)], received="2026-11-15")])
    nil = gathered([submission("25498", kinds=frozenset(), is_nil=True)])
    zero = gathered([submission("25498", people=[PersonRow()])])
    key = ("25498", 2026)
    assert standing(None, deadline) is Standing.MISSING
    assert standing(in_time[key], deadline) is Standing.ON_TIME
    assert standing(late[key], deadline) is Standing.LATE
    assert standing(nil[key], deadline) is Standing.NIL
    assert standing(zero[key], deadline) is Standing.ON_TIME


def test_a_change_is_told_in_words() -> None:
    before = submission("25498", [petition(1), petition(2), petition(3)])
    after = submission(
        "25498", [petition(1), petition(3, topic="Đất đai"), petition(4), petition(5)]
    )
    assert difference(before, after).words() == (
        "thêm 2 dòng, sửa 1 ô (dòng của ô C7, cột «Lĩnh vực»: Giao thông → Đất đai), bỏ 1 dòng"
    )


def test_rows_that_only_moved_are_no_change() -> None:
    rows = [petition(1), petition(2)]
    assert difference(submission("1", rows), submission("1", rows[::-1])).words() == (
        "thêm 0 dòng, sửa 0 ô, bỏ 0 dòng"
    )


# ── Sheets ──────────────────────────────────────────────────────────────────────────────────


def test_missing_units_are_blank_nil_is_zero_and_the_total_says_of_how_many() -> None:
    view = look(
        gathered([
            submission("25498", [petition(1), petition(2, result="Đã giải quyết xong")]),
            submission("25549", kinds=frozenset(), is_nil=True),
        ]),
        CONTROL,
        AS_OF,
    )  # fmt: skip
    table = sheet_of(books.book(view, CODELISTS), "Theo xã, phường").tables[0]
    lines = {line.split(" | ")[1]: line for line in as_lines(table)}
    assert lines["Xã Thạnh Bình"].split(" | ", 1)[1] == (
        "Xã Thạnh Bình | 0 | 2 | 2 | 2 | 0 | 1 | 0 | 0 | 0 | "
    )
    assert lines["Xã Tân Phú"].split(" | ", 1)[1] == (
        "Xã Tân Phú |  | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | Không phát sinh"
    )
    assert lines["Xã Tân Biên"].split(" | ", 1)[1] == (
        "Xã Tân Biên |  |  |  |  |  |  |  |  |  | Chưa nộp"
    )
    assert as_lines(table)[-1].startswith("Tổng cộng (2/5 đơn vị) |  | 0 | 2 | 2 | 2 |")


def test_a_commune_of_2023_is_shown_in_the_commune_of_today_or_as_it_was() -> None:
    held = gathered([submission("25507", [petition(1)], year=2023)])
    today = seen(held, whole="705", year=2023)
    then = seen(held, whole="705", year=2023, as_reported=True)
    assert [today.labels[p.unit] for p in today.now.petitions] == ["Xã Thạnh Bình"]
    assert [then.labels[p.unit] for p in then.now.petitions] == ["Xã Tân Phong"]
    assert [remark.notice.code for remark in today.remarks] == ["ORG-49"]


def test_a_register_too_long_for_a_sheet_is_left_out_and_said_so() -> None:
    view = seen(gathered([submission("25498", [petition(n) for n in range(9)])]))
    book = books.book(view, CODELISTS, most_rows=8)
    (table,) = sheet_of(book, "Kiến nghị").tables
    assert table.rows == ()
    assert table.empty.startswith("9 dòng, nhiều hơn số dòng của một trang Excel.")
    (by_unit,) = sheet_of(book, "Theo xã, phường").tables
    (line,) = [line for line in as_lines(by_unit) if "Xã Thạnh Bình" in line]
    assert line.endswith("Xã Thạnh Bình | 0 | 9 | 9 | 9 | 0 | 0 | 0 | 0 | 0 | ")


def test_a_foreign_workbook_holds_nothing() -> None:
    assert written(gathered([])) == {}
    assert Workbook("a.xlsx", ()) is not None
