"""Small provinces for the tests: what communes sent, and a workbook as its reader sees it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from hashlib import sha256

from hypothesis import strategies as st

from toolkit import codelists
from toolkit.aggregate import book as books
from toolkit.aggregate.control import Control
from toolkit.aggregate.reading import read_aggregate
from toolkit.aggregate.rows import ATTENDEE, PETITION, SURVEY, PersonRow, PetitionRow, SurveyRow
from toolkit.aggregate.submissions import Holdings, Receipt, Submission
from toolkit.aggregate.units import shipped
from toolkit.aggregate.view import View, look
from toolkit.model import (
    Formula,
    Raw,
    ReportBook,
    ReportCell,
    ReportTable,
    Section,
    Sheet,
    SourceLink,
    Workbook,
)

AS_OF = date(2026, 11, 23)
COMMUNES = ("25498", "25549", "25486", "25516", "25459")
"""Xã Thạnh Bình, Tân Phú, Tân Biên, Tân Châu, phường Tân Ninh."""
CONTROL = Control(shipped(), tuple(u for u in shipped().parts("80", AS_OF) if u.code in COMMUNES))
CODELISTS = {key: codelists.load(key, AS_OF) for key in codelists.KEYS}


def petition(number: int, content: str = "", **more: object) -> PetitionRow:
    """A petition of the list «KN.xlsx», in row number + 4."""
    row = PetitionRow(
        id=f"KN-{number}",
        content=content or f"Đề nghị sửa đường số {number}",
        topic="Giao thông",
        authority="Cấp xã",
        hamlet="Ấp 1",
        lead_unit="Phòng Kinh tế",
        due_state="Còn trong hạn",
        result="Chưa giải quyết",
        turns=1,
        speakers=1,
        path="KN.xlsx",
        sheet="Kiến nghị",
        cell=f"C{number + 4}",
    )
    return replace(row, **more)  # type: ignore[arg-type]  # fields by name


def submission(
    unit: str,
    petitions: Iterable[PetitionRow] = (),
    *,
    saved: str = "2026-11-10T08:00:00",
    received: str = "2026-11-12",
    year: int = 2026,
    kinds: frozenset[str] = frozenset({PETITION, ATTENDEE, SURVEY}),
    is_nil: bool = False,
    people: Iterable[PersonRow] = (),
    surveys: Iterable[SurveyRow] = (),
) -> Submission:
    """What a unit sent; its receipt counts the rows."""
    rows = tuple(petitions), tuple(people), tuple(surveys)
    told = repr((unit, year, saved, received, rows, sorted(kinds), is_nil))
    receipt = Receipt(
        saved=saved,
        received=received,
        digest=sha256(told.encode()).hexdigest(),
        source=f"{unit}.xlsx",
        petitions=len(rows[0]),
        people=len(rows[1]),
        surveys=len(rows[2]),
        is_nil=is_nil,
    )
    known = shipped().ever(unit)
    return Submission(
        unit=unit,
        unit_name=known.name if known else unit,
        year=year,
        held_on=date(year, 10, 20),
        receipt=receipt,
        kinds=kinds,
        is_nil=is_nil,
        version="0.1.0",
        petitions=rows[0],
        people=rows[1],
        surveys=rows[2],
    )


def written(holdings: Holdings, **how: object) -> Holdings:
    """What a level above reads of the workbook that these holdings make."""
    return read_aggregate(as_read(books.book(seen(holdings, **how), CODELISTS)))


def seen(holdings: Holdings, **how: object) -> View:
    """The holdings, looked at on the day of the tests."""
    return look(holdings, CONTROL, AS_OF, **how)  # type: ignore[arg-type]  # options by name


def as_read(book: ReportBook) -> Workbook:
    """A workbook as a reader sees it: headers and values, one table below the other."""
    return Workbook(
        "Tong_hop.xlsx",
        tuple(
            Sheet(
                sheet.name,
                tuple(row for table in sheet.tables for row in (*_rows(table), ())),
            )
            for sheet in book.sheets
        ),
    )


def _rows(table: ReportTable) -> Iterable[tuple[Raw, ...]]:
    yield tuple(column.header[-1] for column in table.columns)
    yield from (
        (row.title,) if isinstance(row, Section) else tuple(map(_raw, row)) for row in table.rows
    )
    if table.total:
        yield tuple(map(_raw, table.total))


def _raw(cell: ReportCell) -> Raw:
    match cell:
        case Formula(value=value):
            return value
        case SourceLink(text=text):
            return text
        case "":
            return None
    return cell


# ── Anything ────────────────────────────────────────────────────────────────────────────────

RESULTS = ("Đã giải quyết xong", "Đang giải quyết", "Chưa giải quyết", "Chưa ghi kết quả")


@st.composite
def submissions(draw: st.DrawFn) -> Submission:
    """What some unit of 2026 or of 2023 sent at some time."""
    year = draw(st.sampled_from([2023, 2026]))
    unit = draw(st.sampled_from(COMMUNES if year == 2026 else ("25507", "25498", "25501")))
    hour = draw(st.integers(0, 5))
    rows = draw(st.lists(st.tuples(st.sampled_from(RESULTS), st.integers(0, 3)), max_size=4))
    kinds = draw(st.frozensets(st.sampled_from([PETITION, ATTENDEE, SURVEY])))
    is_nil = not rows and draw(st.booleans())
    people = draw(st.integers(0, 3))
    return submission(
        unit,
        [
            petition(number, result=result, turns=turns, hamlet=f"Ấp {turns}")
            for number, (result, turns) in enumerate(rows, start=1)
        ]
        if PETITION in kinds
        else (),
        saved=f"{year}-11-10T0{hour}:00:00",
        received=f"{year}-11-1{hour}",
        year=year,
        kinds=kinds,
        is_nil=is_nil and PETITION not in kinds,
        people=[PersonRow(attendance="Có mặt", hamlet="Ấp 1", gender="Nữ")] * people
        if ATTENDEE in kinds
        else (),
    )
