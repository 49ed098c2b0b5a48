"""Rules about documents whose number and date do not fit (DOC-21 to DOC-39)."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from toolkit.model import Record, Severity
from toolkit.rules.declare import Blame, Verdict, rule, table_rule
from toolkit.values.texts import fold

_YEAR = re.compile(r"/((?:19|20)\d\d)/")


@table_rule(
    "DOC-21",
    Severity.WARNING,
    fields=("document_no", "document_date"),
    vi="Văn bản số “{document_no}” ở đây ghi ngày {document_date}, nhưng ở dòng {row} ghi ngày "
    "{other}.",
    en="Document “{document_no}” is of {document_date} here, but of {other} in row {row}.",
    fix_vi="Đề nghị đối chiếu văn bản rồi ghi cùng một ngày ở cả hai dòng, ví dụ 20/10/2026.",
    fix_en="Compare with the document and give the same date in both rows, e.g. 20/10/2026.",
    good="""
        STT | Nội dung kiến nghị         | Số văn bản | Ngày văn bản
        1   | Đề nghị sửa đường vào tổ 5 | 26/TB-UBND | 20/10/2026
        2   | Đề nghị lắp đèn đường tổ 6 | 26/TB-UBND | 20/10/2026
    """,
    bad="""
        STT | Nội dung kiến nghị         | Số văn bản | Ngày văn bản
        1   | Đề nghị sửa đường vào tổ 5 | 26/TB-UBND | 20/10/2026
        2   | Đề nghị lắp đèn đường tổ 6 | 26/TB-UBND | >>02/11/2026
    """,
    gives=("row", "other"),
)
def one_document_has_one_date(records: Sequence[Record]) -> Iterator[Blame]:
    """Numbers begin anew every year, so the year is part of what makes a document one."""
    first: dict[tuple[str, int], Record] = {}
    for record in records:
        number, day = fold(record.text("document_no")), record["document_date"]
        if not number or not isinstance(day, date):
            continue
        owner = first.setdefault((number, day.year), record)
        if owner["document_date"] != day:
            cell = owner.cell("document_date")
            params = {"row": cell.row, "other": owner["document_date"]}
            yield Blame(record, "document_date", (cell,), params)


@rule(
    "DOC-22",
    Severity.WARNING,
    vi="Số văn bản “{document_no}” ghi năm {year}, nhưng ngày văn bản là {document_date}.",
    en="Document number “{document_no}” is of {year}, but its date is {document_date}.",
    fix_vi="Đề nghị đối chiếu văn bản rồi sửa số hoặc ngày, ví dụ 63/2026/QĐ-UBND ngày "
    "20/10/2026.",
    fix_en="Compare with the document and correct number or date, e.g. 63/2026/QĐ-UBND of "
    "20/10/2026.",
    good="""
        STT | Nội dung kiến nghị         | Số văn bản      | Ngày văn bản
        1   | Đề nghị sửa đường vào tổ 5 | 63/2026/QĐ-UBND | 20/10/2026
    """,
    bad="""
        STT | Nội dung kiến nghị         | Số văn bản        | Ngày văn bản
        1   | Đề nghị sửa đường vào tổ 5 | >>63/2025/QĐ-UBND | 20/10/2026
    """,
    gives=("year",),
)
def year_of_number_agrees_with_date(document_no: str, document_date: date) -> Verdict:
    """Legal documents carry the year in their number."""
    years = [int(year) for year in _YEAR.findall(document_no)]
    return not years or document_date.year in years or {"year": years[0]}


@rule(
    "DOC-23",
    Severity.INFO,
    vi="Văn bản “{document_no}” chưa ghi ngày ở {count} dòng, nên khó biết là văn bản của "
    "năm nào.",
    en="Document “{document_no}” has no date in {count} rows, so its year is not known.",
    fix_vi="Đề nghị ghi thêm ngày văn bản, ví dụ 20/10/2026.",
    fix_en="Add the date of the document, e.g. 20/10/2026.",
    good="""
        STT | Nội dung kiến nghị         | Số văn bản | Ngày văn bản
        1   | Đề nghị sửa đường vào tổ 5 | 26/TB-UBND | 20/10/2026
    """,
    bad="""
        STT | Nội dung kiến nghị         | Số văn bản | Ngày văn bản
        1   | Đề nghị sửa đường vào tổ 5 | 26/TB-UBND | >>
        2   | Đề nghị lắp đèn đường tổ 6 | 26/TB-UBND |
    """,
    where=("document_date",),
    once=True,
)
def numbered_document_has_a_date(document_date: date | None, document_no: str) -> Verdict:
    """Numbers begin anew every year: without a date the document cannot be found."""
    return document_date is not None or not document_no
