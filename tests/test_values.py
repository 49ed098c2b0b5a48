"""Single values: what stands in a cell, and what it means."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit import codelists
from toolkit.model import PartialDate, Raw, Value
from toolkit.values import PARSERS
from toolkit.values.codes import index
from toolkit.values.counts import parse_count
from toolkit.values.dates import parse_birth, parse_date
from toolkit.values.documents import parse_document
from toolkit.values.marks import parse_attendance, parse_gender, parse_tick
from toolkit.values.national_ids import parse_national_id
from toolkit.values.phones import parse_phone
from toolkit.values.reading import Reading, UnreadableError
from toolkit.values.texts import fold, is_ditto, parse_seq, parse_text, says_nothing

RAWS: st.SearchStrategy[Raw] = st.one_of(
    st.none(),
    st.text(),
    st.text(alphabet="0123456789/-. :;,()aAnôÔĐấpx\n", max_size=30),
    st.integers(min_value=-(10**15), max_value=10**15),
    st.floats(),
    st.booleans(),
    st.datetimes(),
    st.dates(),
    st.times(),
    st.timedeltas(),
)


def code_of(raw: Raw, kind: str) -> str:
    with pytest.raises(UnreadableError) as caught:
        PARSERS[kind](raw)
    return caught.value.notice.code


def said(reading: Reading) -> list[tuple[str, object]]:
    return [(notice.code, params.get("number")) for notice, params in reading.said]


def as_raw(value: Value) -> Raw:
    """A value as it could be typed into a cell again."""
    if isinstance(value, tuple):
        return "; ".join(value)
    return value.isoformat() if isinstance(value, PartialDate) else value


@pytest.mark.parametrize("kind", sorted(PARSERS))
@given(raw=RAWS)
def test_a_parser_reads_anything_or_says_that_it_cannot(kind: str, raw: Raw) -> None:
    try:
        reading = PARSERS[kind](raw)
    except ValueError:
        return
    assert isinstance(reading, Reading)


@pytest.mark.parametrize("kind", sorted(PARSERS.keys() - {"name", "petitioner"}))
@given(raw=RAWS)
def test_reading_a_value_again_changes_nothing(kind: str, raw: Raw) -> None:
    try:
        value = PARSERS[kind](raw).value
    except ValueError:
        return
    if value is not None:
        assert PARSERS[kind](as_raw(value)).value == value


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(
    st.dates(date(1900, 1, 1), date(2100, 12, 31)),
    st.sampled_from("/-."),
    st.sampled_from(["02", ""]),
)
def test_a_date_typed_day_first_is_read_whatever_separates_it(
    day: date, separator: str, width: str
) -> None:
    parts = (format(day.day, width), format(day.month, width))
    assert parse_date(separator.join((*parts, str(day.year)))).value == day


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("  Xã\u00a0Tân  Phong\n", "Xã Tân Phong"),
        ("Nguyê\u0303n Thị Ho\u00e0", "Nguyễn Thị Hoà"),
        ("Nguye\u0302\u0303n", "Nguyễn"),
        ("ấp\u200b 3\ufeff", "ấp 3"),
        ("Dòng một_x000D_\nDòng hai", "Dòng một Dòng hai"),
        (5.0, "5"),
        (2.5, "2.5"),
        (True, "TRUE"),
        (datetime(2026, 10, 5), "05/10/2026"),
        (datetime(2026, 10, 5, 7, 30), "05/10/2026 07:30"),
        (date(2026, 10, 5), "05/10/2026"),
        (time(7, 30), "07:30"),
        (timedelta(hours=7), "7:00:00"),
        ("-", None),
        ("……", None),
        ("Không có.", None),
        ("null", None),
        ("Không có đường vào tổ 5", "Không có đường vào tổ 5"),
    ],
)
def test_texts_lose_what_nobody_sees_and_what_says_nothing(raw: Raw, text: str | None) -> None:
    assert parse_text(raw).value == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [(1.0, "1"), (1, "1"), ("2.5", "2.5"), ("I", "I"), ("0", "0"), ("-", None), (None, None)],
)
def test_a_number_in_a_list_stays_as_it_is_typed(raw: Raw, text: str | None) -> None:
    assert parse_seq(raw).value == text


def test_an_icelandic_eth_and_an_old_tone_mark_fold_like_the_right_letters() -> None:
    assert fold("Ðường Hoà Bình") == fold("Đường Hòa Bình") == "duong hoa binh"


@pytest.mark.parametrize(
    "text", ["nt", "NT", "-nt-", "n.t", "như trên", "Như dòng trên", "//", "″", '"', "-//-", ".."]
)
def test_ditto_marks(text: str) -> None:
    text = text.replace("″", '"')
    assert is_ditto(text)


@pytest.mark.parametrize("text", ["", "-", "nt 5", "Ấp Tân Hòa", "/", "05/10/2026", "....."])
def test_what_is_no_ditto_mark(text: str) -> None:
    assert not is_ditto(text)


@given(st.text(min_size=21))
def test_a_long_text_says_something(text: str) -> None:
    assert not says_nothing(text) or not any(c.isalnum() for c in text)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("5/10/2026", date(2026, 10, 5)),
        ("05-10-26", date(2026, 10, 5)),
        ("5.10.2026", date(2026, 10, 5)),
        ("5 / 10 / 2026", date(2026, 10, 5)),
        ("05102026", date(2026, 10, 5)),
        ("ngày 05 tháng 02 năm 2026", date(2026, 2, 5)),
        ("Thứ Năm, 05/10/2026", date(2026, 10, 5)),
        ("trước 16 giờ 30 phút ngày 05/10/2026", date(2026, 10, 5)),
        ("2026-10-05", date(2026, 10, 5)),
        ("2026-10-05T08:00:00", date(2026, 10, 5)),
        ("44275", date(2021, 3, 20)),
        (44275.0, date(2021, 3, 20)),
        (datetime(2026, 10, 5, 7, 30), date(2026, 10, 5)),
        ("10/25/2026", date(2026, 10, 25)),
        ("tháng 3/2023", PartialDate(2023, 3)),
        ("03/2023", PartialDate(2023, 3)),
        ("T3/2023", PartialDate(2023, 3)),
        ("tháng 3 năm 2023", PartialDate(2023, 3)),
        ("năm 2026", PartialDate(2026)),
        (1960, PartialDate(1960)),
        ("1960", PartialDate(1960)),
        ("-", None),
        (None, None),
    ],
)
def test_dates_in_every_form_that_staff_use(raw: Raw, value: Value) -> None:
    assert parse_date(raw).value == value


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("31/02/2026", "DAT-02"),
        ("25/13/2026", "DAT-02"),
        ("5/10", "DAT-03"),
        ("ngày 5 tháng 10", "DAT-03"),
        ("Quý I/2023", "DAT-07"),
        ("20223", "DAT-01"),
        ("5/10/20226", "DAT-01"),
        ("không rõ", "DAT-01"),
        ("cuối năm 2026", "DAT-44"),
        (5, "DAT-01"),
        (True, "DAT-01"),
        (float("nan"), "DAT-01"),
        (datetime(1850, 1, 1), "DAT-01"),
        ("05/10/1850", "DAT-01"),
    ],
)
def test_what_is_no_date_says_why(raw: Raw, code: str) -> None:
    assert code_of(raw, "date") == code


def test_two_digits_of_a_year_mean_a_lifetime_only_for_births() -> None:
    assert parse_birth("1/6/42").value == date(1942, 6, 1)
    assert parse_date("1/6/42").value == date(2042, 6, 1)
    assert parse_birth("1/6/05").value == date(2005, 6, 1)
    assert parse_birth("14611").value == date(1940, 1, 1)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("0912.345.678", "0912345678"),
        ("0901 000 001", "0901000001"),
        ("0912-345-678", "0912345678"),
        ("+84 912 345 678", "0912345678"),
        ("84912345678", "0912345678"),
        ("O912345678", "0912345678"),
        ("ĐT: 0912345678 (anh Nam)", "0912345678"),
        ("(0276) 3822.123", "02763822123"),
        ("không có", None),
    ],
)
def test_phone_numbers_lose_their_decoration(raw: Raw, value: str | None) -> None:
    assert parse_phone(raw) == Reading(value)


@pytest.mark.parametrize(
    ("raw", "value", "code"),
    [
        (912345678, "0912345678", "TEL-02"),
        (912345678.0, "0912345678", "TEL-02"),
        (2763822123, "02763822123", "TEL-02"),
        ("01629999999", "0329999999", "TEL-03"),
        (1629999999, "0329999999", "TEL-03"),
        ("0120 1234567", "0701234567", "TEL-03"),
    ],
)
def test_phone_numbers_that_were_put_right_say_so(raw: Raw, value: str, code: str) -> None:
    reading = parse_phone(raw)
    assert (reading.value, said(reading)) == (value, [(code, value)])


@pytest.mark.parametrize(
    "raw",
    [
        "0912345678/0389000111",
        "0912345678 - 0389000111",
        "0912345678\n0389000111",
        "0912345678 hoặc 0389000111",
    ],
)
def test_of_two_phone_numbers_the_first_is_taken_and_both_are_named(raw: str) -> None:
    reading = parse_phone(raw)
    assert reading.value == "0912345678"
    assert [dict(params) for _, params in reading.said] == [
        {"numbers": "0912345678, 0389000111", "several": 2}
    ]


@pytest.mark.parametrize(
    "raw", ["091234567", "03232423423", "066 3822123", "0912 345 6789", "x", "1900 1234"]
)
def test_numbers_that_reach_nobody_are_unreadable(raw: str) -> None:
    assert code_of(raw, "phone") == "TEL-01"


@pytest.mark.parametrize(
    ("raw", "value", "codes"),
    [
        ("072090001234", "072090001234", []),
        ("CCCD: 072 090 001 234", "072090001234", []),
        ("290123456", "290123456", []),
        (72090001234.0, "072090001234", ["IDN-02"]),
        (1090001234, "001090001234", ["IDN-02"]),
        (29012345, "029012345", ["IDN-02"]),
        ("B1234567", None, ["IDN-04"]),
        ("", None, []),
    ],
)
def test_identity_numbers_get_their_zeros_back(
    raw: Raw, value: str | None, codes: list[str]
) -> None:
    reading = parse_national_id(raw)
    assert (reading.value, [notice.code for notice, _ in reading.said]) == (value, codes)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("07209000123", "IDN-01"),
        ("0912345678", "IDN-01"),
        ("abc", "IDN-01"),
        ("7.2E+10", "IDN-03"),
    ],
)
def test_identity_numbers_with_lost_digits_are_unreadable(raw: Raw, code: str) -> None:
    assert code_of(raw, "national_id") == code


@pytest.mark.parametrize(
    ("raw", "number", "day"),
    [
        ("26/TB-UBND", "26/TB-UBND", None),
        ("26/TB-UBND ngày 05/11/2026", "26/TB-UBND", date(2026, 11, 5)),
        ("Số: 163 /KH-UBND, ngày 5 tháng 11 năm 2026", "163/KH-UBND", date(2026, 11, 5)),
        ("Công văn số 2937/UBND-NC", "2937/UBND-NC", None),
        ("63/2025/QĐ-UBND", "63/2025/QĐ-UBND", None),
        ("218-QĐ/TW", "218-QĐ/TW", None),
        ("26/TB-UBND ngày 31/02/2026", "26/TB-UBND", None),
        ("13-HD/BTGDVTU", "13-HD/BTGDVTU", None),
        ("12/TTr-UBND; 13/TTr-UBND", "12/TTr-UBND; 13/TTr-UBND", None),
        ("-", None, None),
    ],
)
def test_document_numbers_with_the_date_in_the_same_cell(
    raw: str, number: str | None, day: date | None
) -> None:
    reading = parse_document(raw)
    assert (reading.value, reading.also.get("document_date"), reading.said) == (number, day, ())


@pytest.mark.parametrize(
    ("raw", "value", "code"),
    [
        ("Thông báo 26", "Thông báo 26", "DOC-01"),
        (26, "26", "DOC-01"),
        (datetime(2026, 11, 5), None, "DOC-02"),
        ("05/11/2026", None, "DOC-02"),
    ],
)
def test_what_is_no_document_number_is_told(raw: Raw, value: str | None, code: str) -> None:
    reading = parse_document(raw)
    assert (reading.value, [notice.code for notice, _ in reading.said]) == (value, [code])


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        (45, 45),
        (45.0, 45),
        ("1.234", 1234),
        ("1 234", 1234),
        ("1,234,567", 1234567),
        ("45 phiếu", 45),
        ("Không", 0),
        ("-", None),
        (None, None),
    ],
)
def test_counts_in_vietnamese_writing(raw: Raw, value: int | None) -> None:
    assert parse_count(raw).value == value


@pytest.mark.parametrize("raw", ["51,8", "51,8 %", 51.8, -1, "nhiều", True, "1.5"])
def test_what_is_no_count_is_unreadable(raw: Raw) -> None:
    assert code_of(raw, "count") == "TXT-06"


@pytest.mark.parametrize("raw", ["x", "X", "✓", "√", "v", 1, True, "Có", "TRUE"])
def test_ticks(raw: Raw) -> None:
    assert parse_tick(raw) == Reading("x")


@pytest.mark.parametrize("raw", ["", None, "-", 0, False, "Không", "…", "k"])
def test_what_is_no_tick(raw: Raw) -> None:
    assert parse_tick(raw) == Reading(None)


@pytest.mark.parametrize(
    ("raw", "value"),
    [("Nam", "male"), ("NỮ", "female"), ("nu", "female"), ("Bà", "female"), ("-", None)],
)
def test_genders(raw: Raw, value: str | None) -> None:
    assert parse_gender(raw).value == value


@pytest.mark.parametrize("raw", [True, "x", "1", "khác"])
def test_yes_or_no_is_no_gender(raw: Raw) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse_gender(raw)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("x", "present"),
        ("Có mặt", "present"),
        (True, "present"),
        ("P", "excused"),
        ("Vắng có lý do", "excused"),
        ("K", "absent"),
        ("Vắng", "absent"),
        ("Không", "absent"),
        ("Chưa rõ", "unknown"),
        (None, None),
    ],
)
def test_attendance(raw: Raw, value: str | None) -> None:
    assert parse_attendance(raw).value == value


# ── What is proposed in place of a text that is in no list ──────────────────────────────────


TOPICS = index(codelists.load("topics", date(2026, 10, 20)))


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [
        ("Giao thôngg", "Giao thông (đường, cầu, hẻm)"),
        ("Đất đay", "Đất đai (cấp GCN, tách thửa, chuyển mục đích)"),
        ("Hộ tịc", "Hộ tịch"),
        ("Ngưòi có côngg", "Người có công"),
        ("Bảo trợ XH", "Bảo trợ xã hội"),
        ("An ninh trật tự xã hội", "An ninh trật tự, an toàn giao thông, PCCC"),
    ],
)
def test_a_name_is_proposed_for_a_slip_and_for_what_is_half_of_it(
    typed: str, proposed: str
) -> None:
    assert (TOPICS.find(typed), TOPICS.nearest(typed)) == (None, proposed)


@pytest.mark.parametrize(
    "typed",
    ["Bóng đá", "Xyz", "Hàng không vũ trụ", "Giá cả", "Thời tiết", "Linh tinh", "Lũ lụt", "12"],
)
def test_nothing_is_proposed_where_nothing_is_near(typed: str) -> None:
    assert (TOPICS.find(typed), TOPICS.nearest(typed)) == (None, None)


def test_what_is_proposed_is_understood_when_it_is_typed() -> None:
    assert all(TOPICS.find(name) == code for code, name in TOPICS.names.items())
