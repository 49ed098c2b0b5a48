"""The sheet “Ghi nhớ” as it is read, and the keys by which answers find what they are about."""

from datetime import date

from toolkit import intake, profiles
from toolkit.decisions import (
    AGREED,
    Decisions,
    Pairs,
    column_key,
    fingerprint,
    layout_key,
    name_key,
)
from toolkit.link.clusters import Pair, obeying
from toolkit.model import Cell, Meeting, Question, Record
from toolkit.settings.control_book import memory_report
from toolkit.settings.memory import (
    MOST_OPEN,
    memory_place,
    memory_rows,
    offered,
    read_decisions,
    to_ask,
)
from toolkit.testing import workbook

DAY = date(2026, 11, 23)
PAIR = "nguoi/0a1b2c3d4e5f+102030405060"


def decisions(text: str) -> dict[str, str]:
    """What a sheet without mistakes decides."""
    known, findings = read_decisions(workbook(text), DAY)
    assert findings == ()
    return dict(known.answers)


def findings(text: str) -> list[str]:
    return [f"{f.cell.a1} {f.notice.code}" for f in read_decisions(workbook(text), DAY)[1]]


def records(text: str) -> tuple[Record, ...]:
    profile, _ = profiles.load(DAY)
    tables, _ = intake.recognise(workbook(text), profile)
    return intake.examine(tables, profile, Meeting(), DAY)[0]


def question(key: str, row: int = 1) -> Question:
    return Question(key, "", "", (Cell("a.xlsx", "Sheet1", row, 1),))


# ── Reading ─────────────────────────────────────────────────────────────────────────────────


def test_a_workbook_without_the_sheet_decides_nothing() -> None:
    assert read_decisions(workbook("# Phân công"), DAY) == (Decisions(), ())


def test_columns_may_stand_in_any_order_below_any_title() -> None:
    assert decisions(f"""
        # GHI NHO
        Những việc đã thống nhất

        Ghi chú | Khóa   | Người trả lời | Quyết định
        hỏi ấp  | {PAIR} | chị Bình      | là một người
    """) == {PAIR: "Là một người"}


def test_agreed_takes_what_is_proposed() -> None:
    for word in (AGREED, "dong y", "OK", "Đúng"):
        assert decisions(f"""
            # Ghi nhớ
            Đề nghị             | Quyết định | Khóa
            Hai người khác nhau | {word}     | {PAIR}
        """) == {PAIR: "Hai người khác nhau"}


def test_there_is_nothing_to_agree_to_where_nothing_is_proposed() -> None:
    assert findings(f"""
        # Ghi nhớ
        Đề nghị | Quyết định | Khóa
                | Đồng ý     | {PAIR}
    """) == ["B2 COD-60"]


def test_a_row_without_decision_was_asked_and_is_open() -> None:
    known, found = read_decisions(
        workbook(f"""
        # Ghi nhớ
        Quyết định | Khóa
                   | {PAIR}
        """),
        DAY,
    )
    assert (known, found) == (Decisions({}, frozenset({PAIR})), ())


def test_rows_of_another_dossier_may_repeat_what_is_there_but_not_contradict_it() -> None:
    assert decisions(f"""
        # Ghi nhớ
        Quyết định   | Khóa
                     | {PAIR}
        Là một người | {PAIR}
        Là một người | {PAIR}
    """) == {PAIR: "Là một người"}
    assert findings(f"""
        # Ghi nhớ
        Quyết định          | Khóa
        Là một người        | {PAIR}
        Hai người khác nhau | {PAIR}
    """) == ["A3 COD-62"]


def test_a_copy_of_the_sheet_beside_an_empty_one_counts() -> None:
    assert decisions(f"""
        # Ghi nhớ
        Quyết định   | Khóa
        # Ghi nhớ (2)
        Quyết định   | Khóa
        Là một người | {PAIR}
        # Ghi nhớ cũ
        Quyết định          | Khóa
        Hai người khác nhau | {PAIR}
    """) == {PAIR: "Là một người"}


def test_a_broken_key_matters_only_where_something_was_decided() -> None:
    assert findings("""
        # Ghi nhớ
        Quyết định   | Khóa
        Là một người | xem lại
                     | xem lại
        Là một người |
    """) == ["B2 COD-61", "B4 COD-61"]


def test_a_sheet_without_its_key_column_is_told_and_not_used() -> None:
    assert findings("""
        # Ghi nhớ
        Đề nghị      | Quyết định
        Là một người | Đồng ý
    """) == ["A1 COD-40"]


def test_a_name_may_be_any_text() -> None:
    key = name_key("hamlet", "Tân Hoàa")
    assert decisions(f"""
        # Ghi nhớ
        Quyết định      | Khóa
        Ấp Tân Hòa Đông | {key}
    """) == {key: "Ấp Tân Hòa Đông"}


# ── Asking ──────────────────────────────────────────────────────────────────────────────────


def test_one_question_at_many_places_is_one_row_that_names_some_of_them() -> None:
    key = column_key("petition", "Nghe ở đâu")
    asking = to_ask([question(key, row) for row in range(1, 6)], Decisions())
    (row,) = memory_rows(asking.new, DAY, after=7)
    assert (row["number"], row["kind"], row["key"]) == (8, "Cột: Ý kiến, kiến nghị", key)
    assert row["places"] == (
        "«a.xlsx» › «Sheet1» › A1\n«a.xlsx» › «Sheet1» › A2\n«a.xlsx» › «Sheet1» › A3\n"
        "và 2 nơi khác"
    )


def test_columns_are_asked_about_before_people_and_people_before_answers() -> None:
    keys = ["tra-loi/a+b", PAIR, column_key("attendee", "Số thẻ")]
    asking = to_ask([question(key) for key in keys], Decisions())
    assert [asked.key for asked in asking.new] == keys[::-1]


def test_no_more_is_asked_at_a_time_than_people_read() -> None:
    every = [question(f"nguoi/{number}+0") for number in range(MOST_OPEN + 5)]
    first = to_ask(every, Decisions())
    assert (len(first.new), first.open) == (MOST_OPEN, 0)
    asked = frozenset(one.key for one in first.new)
    assert to_ask(every, Decisions({}, asked)).new == ()
    settled = {one.key: "Là một người" for one in first.new[:3]}
    then = to_ask(every, Decisions(settled, asked))
    assert (len(then.new), then.open) == (3, MOST_OPEN - 3)


def test_every_kind_of_question_offers_to_agree_first() -> None:
    assert {answers[0] for answers in offered(DAY).values()} == {"Đồng ý"}
    assert offered(DAY)["Hai dòng đại biểu"] == (
        "Đồng ý",
        "Là một người",
        "Hai người khác nhau",
    )


def test_the_sheet_that_is_made_is_read_again() -> None:
    (table,) = memory_report([question(PAIR)], DAY).tables
    headers = " | ".join(column.header[0] for column in table.columns)
    (row,) = table.rows
    assert isinstance(row, tuple)
    cells = " | ".join(str(cell or "") for cell in row)
    made = workbook(f"# Ghi nhớ\n{headers}\n{cells}")
    assert read_decisions(made, DAY)[0].asked == {PAIR}
    place = memory_place(made)
    assert place is not None
    assert (place.sheet, place.rows, place.is_usable) == ("Ghi nhớ", 1, True)


# ── Keys ────────────────────────────────────────────────────────────────────────────────────


def test_a_person_has_one_fingerprint_however_the_row_is_typed() -> None:
    one, other = records("""
        STT | Họ và tên     | Năm sinh | Ấp         | Ghi chú
        1   | Nguyễn Văn An | 1960     | Tân Hòa    | đã mời
        2   | NGUYỄN VĂN AN | 1960     | Ấp Tân Hoà |
    """)
    assert fingerprint(one) == fingerprint(other)


def test_a_fingerprint_shows_nothing_of_the_person() -> None:
    (one,) = records("""
        STT | Họ và tên     | Số CCCD
        1   | Nguyễn Văn An | '072060000001
    """)
    assert "072060000001" not in fingerprint(one)
    assert len(fingerprint(one)) == 12


def test_a_layout_is_known_again_with_other_rows_and_years_but_not_of_another_hamlet() -> None:
    text = """
        KIẾN NGHỊ CỦA ẤP {hamlet} NĂM {year}

        STT | Họ và tên | Nội dung kiến nghị           | Ngày tiếp nhận
        1   | {person}  | Đề nghị sửa đường vào tổ {row} | {year}-10-05
    """
    first, later, other = (
        records(text.format(hamlet=hamlet, year=year, person=person, row=row))[0].table
        for hamlet, year, person, row in (
            ("TÂN HÒA", 2026, "Nguyễn Văn An", 5),
            ("TÂN HÒA", 2027, "Trần Thị Bình", 7),
            ("TÂN LẬP", 2026, "Nguyễn Văn An", 5),
        )
    )
    keys = [layout_key("ngay", table, "Ngày tiếp nhận") for table in (first, later, other)]
    assert keys[0] == keys[1]
    assert keys[0] != keys[2]


# ── Pairs ───────────────────────────────────────────────────────────────────────────────────


def test_people_kept_apart_are_not_joined_by_a_third() -> None:
    pairs = [Pair(0, 1), Pair(1, 2), Pair(2, 3)]
    kept = obeying(pairs, Pairs(apart=frozenset({(0, 3)})))
    assert kept == [Pair(0, 1), Pair(1, 2)]


def test_what_people_put_together_comes_first() -> None:
    decided = Pairs(together=frozenset({(1, 2)}), apart=frozenset({(0, 2)}))
    assert obeying([Pair(0, 1)], decided) == [Pair(1, 2, strong=True)]
