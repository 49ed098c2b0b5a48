"""Whether a column of dates has the day or the month first."""

from datetime import date

from toolkit.model import Column, Finding, Layout, MappedColumn, Table, TableRow, Value
from toolkit.normalize import normalize
from toolkit.testing import workbook


def read(*cells: str, header: str = "Ngày tiếp nhận") -> tuple[list[Value], tuple[Finding, ...]]:
    """The dates of a column and what is told of it; the first cell is A2."""
    sheet = workbook("\n".join((header, *cells))).sheets[0]
    column = Column("received_on", "date", ())
    table = Table(
        "test.xlsx",
        sheet,
        Layout("petition", "petition", (column,)),
        (1,),
        (MappedColumn(1, column, header, 1.0, "header"),),
        (),
        tuple(TableRow(number) for number in range(2, len(cells) + 2)),
        (),
    )
    records, findings = normalize(table, {})
    return [record["received_on"] for record in records], findings


def test_the_day_comes_first_and_nobody_is_asked() -> None:
    values, findings = read("05/10/2026", "06/11/2026", "2026-10-05")
    assert values == [date(2026, 10, 5), date(2026, 11, 6), date(2026, 10, 5)]
    assert findings == ()


def test_one_date_that_can_only_be_american_decides_and_is_named() -> None:
    values, (finding,) = read("05/10/2026", "10/25/2026", "11/06/26")
    assert values == [date(2026, 5, 10), date(2026, 10, 25), date(2026, 11, 6)]
    assert (finding.notice.code, finding.cell.a1) == ("DAT-04", "A3")
    assert [cell.a1 for cell in finding.related] == ["A2", "A4"]
    assert finding.text("vi") == (
        "“10/25/2026” ghi tháng trước ngày, nên 2 ngày khác trong cột cũng đọc như vậy."
    )


def test_where_both_orders_stand_the_doubtful_cells_are_listed_and_read_day_first() -> None:
    values, (finding,) = read("26/10/2026", "10/25/2026", "05/10/2026", "07/07/2026")
    assert values == [
        date(2026, 10, 26),
        date(2026, 10, 25),
        date(2026, 10, 5),
        date(2026, 7, 7),
    ]
    assert (finding.notice.code, finding.cell.a1) == ("DAT-05", "A3")
    assert [cell.a1 for cell in finding.related] == ["A4"]


def test_dates_that_an_american_excel_has_swapped_are_suspected_not_changed() -> None:
    values, (finding,) = read("2026-05-10", "25/10/2026", "2026-06-10", "26/10/2026", "2026-07-10")
    assert values[0] == date(2026, 5, 10)
    assert (finding.notice.code, finding.cell.a1) == ("DAT-06", "A2")
    assert [cell.a1 for cell in finding.related] == ["A4", "A6"]


def test_one_date_far_from_the_others_and_close_when_swapped_is_doubted() -> None:
    values, (finding,) = read("2026-10-06", "06/10/2026", "10/07/2026", "08/10/2026")
    assert values[2] == date(2026, 7, 10)
    assert (finding.notice.code, finding.cell.a1) == ("DAT-08", "A4")
    assert finding.text("vi") == (
        "“10/07/2026” cách xa các ngày khác trong cột,"
        " có thể ghi ngược ngày và tháng của 07/10/2026."
    )


def test_dates_that_are_spread_or_few_are_not_doubted() -> None:
    assert read("06/10/2026", "10/07/2026", "08/10/2026")[1] == ()
    assert read("06/01/2026", "06/10/2026", "10/07/2026", "08/10/2026")[1] == ()
    assert (
        read("06/10/2026", "12/11/2026", "08/10/2026", "sau hội nghị", "07/10/2026")[1][
            0
        ].notice.code
        == "DAT-01"
    )


def test_a_header_that_says_so_decides_where_no_cell_does() -> None:
    values, findings = read("05/10/2026", header="Hạn (mm/dd/yyyy)")
    assert (values, findings) == ([date(2026, 5, 10)], ())
    values, _ = read("25/10/2026", "05/10/2026", header="Hạn (mm/dd/yyyy)")
    assert values == [date(2026, 10, 25), date(2026, 10, 5)]
