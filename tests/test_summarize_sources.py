"""Nothing is lost: every row is explained, every record is counted."""

from dataclasses import replace

import pytest

from tests.consolidations import CODELISTS, as_lines, consolidation, sheet_of
from toolkit.model import (
    Consolidation,
    Excluded,
    FileStatus,
    Notice,
    Reason,
    Record,
    Severity,
    SourceFile,
    Table,
    TableRow,
)
from toolkit.summarize import summary
from toolkit.summarize.reconciliation import LostRowsError, reconcile

MEETING = """
== a.xlsx
# Kiến nghị
content
Đường
Tổng cộng
Rác
# Trả lời
response_text
Đã sửa cầu, gọi 0912345678
"""


def with_total_left_out(data: Consolidation) -> Consolidation:
    """The same meeting, in which the second row of petitions is known to be a total."""
    (file,) = data.files
    petitions = file.tables[0]
    total = Excluded(3, Reason.TOTAL, "Tổng cộng")
    table = replace(petitions, rows=(TableRow(2), TableRow(4)), excluded=(total,))
    return replace(
        with_file(data, table, tuple(record for record in file.records if record.row != 3)),
        tasks=(data.tasks[0], data.tasks[2]),
    )


def with_file(data: Consolidation, table: Table, records: tuple[Record, ...]) -> Consolidation:
    """The same meeting, with another first table and other records in its file."""
    (file,) = data.files
    changed = replace(file, tables=(table, *file.tables[1:]), records=records)
    return replace(data, files=(changed,))


def test_rows_are_records_or_left_out_with_their_reason() -> None:
    data = with_total_left_out(consolidation(MEETING))
    tables, left_out, not_read, unlinked = sheet_of(
        summary(data, CODELISTS, "../"), "Nguồn số liệu"
    ).tables
    assert as_lines(tables) == [
        "1 | a.xlsx | Kiến nghị | Ý kiến, kiến nghị | 3 | 2 | 1 | 0 | 2",
        "2 | a.xlsx | Trả lời | Trả lời kiến nghị | 1 | 1 | 0 | 0 | 1",
        "Tổng cộng |  |  |  | 4 | 3 | 1 | 0 | 3",
    ]
    assert as_lines(left_out) == ["1 | a.xlsx | Kiến nghị | Tổng cộng | A3 | Dòng tổng cộng"]
    assert (as_lines(not_read), not_read.empty) == ([], "Mọi tệp đều đã được đọc.")
    assert as_lines(unlinked) == ["1 | a.xlsx | Trả lời | Đã sửa cầu, gọi ••• | A2"]


def test_blank_rows_before_the_signatures_need_no_reason() -> None:
    data = consolidation("== a.xlsx\n# Kiến nghị\ncontent\nĐường\n\n\nNGƯỜI LẬP BIỂU")
    (file,) = data.files
    signature = Excluded(5, Reason.SIGNATURE, "NGƯỜI LẬP BIỂU")
    table = replace(file.tables[0], rows=(TableRow(2),), excluded=(signature,))
    signed = replace(with_file(data, table, file.records[:1]), tasks=data.tasks[:1])
    (reconciled,) = reconcile(signed)
    assert (reconciled.rows, reconciled.taken, reconciled.left_out) == (2, 1, 1)


def test_a_row_that_is_neither_record_nor_left_out_stops_the_run() -> None:
    data = with_total_left_out(consolidation(MEETING))
    table = replace(data.files[0].tables[0], excluded=())
    lost = with_file(data, table, data.files[0].records)
    with pytest.raises(LostRowsError, match=r"a\.xlsx › Kiến nghị: rows 3 are unexplained"):
        summary(lost, CODELISTS)


def test_a_row_without_a_record_stops_the_run() -> None:
    data = consolidation(MEETING)
    file = data.files[0]
    lost = with_file(data, file.tables[0], file.records[1:])
    with pytest.raises(LostRowsError, match="rows 2 are unexplained"):
        reconcile(replace(lost, tasks=data.tasks))


def test_a_record_that_is_in_no_register_stops_the_run() -> None:
    data = consolidation(MEETING)
    with pytest.raises(LostRowsError, match="not in any register"):
        reconcile(replace(data, tasks=data.tasks[:-1]))


def test_a_record_that_is_counted_twice_stops_the_run() -> None:
    data = consolidation(MEETING)
    with pytest.raises(LostRowsError, match="counted twice"):
        reconcile(replace(data, tasks=(*data.tasks, data.tasks[0])))


def test_files_without_data_are_listed_with_the_reason() -> None:
    notice = Notice("FIL-05", Severity.INFO, "Tệp giống hệt «{other}».", "", "", "", "", "", "")
    data = consolidation(MEETING)
    copy = SourceFile(
        "b.xlsx", "cd", 7, FileStatus.SKIPPED, reason=notice, params={"other": "a.xlsx"}
    )
    empty = SourceFile("c.xlsx", "ef", 8, FileStatus.NO_TABLE)
    book = summary(replace(data, files=(*data.files, copy, empty)), CODELISTS)
    assert as_lines(sheet_of(book, "Nguồn số liệu").tables[2]) == [
        "1 | b.xlsx | Bỏ qua | Tệp giống hệt «a.xlsx».",
        (
            "2 | c.xlsx | Không có bảng cần đọc | Không thấy bảng đại biểu, kiến nghị, trả lời "
            "hay khảo sát trong tệp."
        ),
    ]


def test_the_sheet_of_information_says_what_was_read_and_what_figures_mean() -> None:
    run, files, definitions = sheet_of(
        summary(consolidation(MEETING), CODELISTS), "Thông tin"
    ).tables
    assert as_lines(run) == [
        "1 | Công cụ | doithoai, phiên bản 0.1.0",
        "2 | Số liệu tính đến ngày | 23/11/2026",
        "3 | Đơn vị | xã Tân Phong, tỉnh Tây Ninh",
        "4 | Ngày hội nghị | 20/10/2026",
        "5 | Số tệp trong thư mục | 1: 1 có số liệu, 0 không có số liệu, 0 bỏ qua",
    ]
    assert as_lines(files) == [f"1 | a.xlsx | Không có lỗi | 12345 | 0 | 0 | {'ab' * 32}"]
    meanings = dict(line.split(" | ")[1:] for line in as_lines(definitions))
    assert meanings["Đã giải quyết xong"] == (
        "Chỉ những nội dung có kết quả «Đã giải quyết xong»."
    )
