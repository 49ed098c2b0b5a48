"""What can be told about the follow-up table."""

from toolkit.model import Notice, Severity

NOT_KNOWN = Notice(
    "FIL-76",
    Severity.ERROR,
    vi="Trong «{path}» không còn nhận ra bảng theo dõi nên chưa cập nhật; không có gì bị mất.",
    en="The follow-up table is not recognised in «{path}» any more, so it was not updated; "
    "nothing is lost.",
    fix_vi="Hãy đặt lại dòng tiêu đề của bảng, ví dụ «Mã kiến nghị», «Nội dung kiến nghị», rồi "
    "chạy lại.",
    fix_en="Restore the header of the table, such as «Mã kiến nghị», and run again.",
    why="Without its header, or the ids below it, nobody can say which column holds what.",
    good="A table whose rows and columns were moved, and some of them renamed.",
    bad="A workbook in which the whole table was deleted.",
)
EXTENDED_WITHOUT_REASON = Notice(
    "DEA-24",
    Severity.WARNING,
    vi="Thời hạn đã lùi từ {first} sang {due} nhưng chưa ghi lý do gia hạn.",
    en="The deadline was put off from {first} to {due}, and no reason is given.",
    fix_vi="Đề nghị ghi lý do ở cột Ghi chú, ví dụ: Gia hạn do chờ kinh phí.",
    fix_en="Give the reason in the column of notes, for example: Gia hạn do chờ kinh phí.",
    why="Whoever waits for an answer may ask why it comes later than was said.",
    good="“Thời hạn hoàn thành” was put off, and “Ghi chú” says: Gia hạn do chờ kinh phí.",
    bad="“Thời hạn hoàn thành” was put off, and nothing says why.",
)
ROW_REPEATED = Notice(
    "DUP-34",
    Severity.WARNING,
    vi="Dòng này ghi lại kiến nghị {id} đã có ở ô {other} của bảng theo dõi nên chưa được cấp mã "
    "riêng.",
    en="This row repeats the petition {id} at {other} of the table, so it gets no id of its own.",
    fix_vi="Nếu là việc khác, hãy ghi rõ nội dung, ví dụ thêm tên đường; nếu trùng, hãy giữ một "
    "dòng.",
    fix_en="If it is another matter, say so in its text; if not, keep one of the rows.",
    why="A petition that stands twice would be answered twice and counted twice.",
    good="Each petition has one row.",
    bad="A row was copied and left as it was.",
)
COLUMN_UNKNOWN = Notice(
    "COL-17",
    Severity.WARNING,
    vi="Không còn nhận ra cột “{column}” của bảng theo dõi nên cột này chưa được cập nhật.",
    en="The column “{column}” of the follow-up table is not recognised any more, so it was not "
    "updated.",
    fix_vi="Hãy đặt lại tiêu đề của cột, ví dụ «Đơn vị chủ trì».",
    fix_en="Restore the heading of the column, such as «Đơn vị chủ trì».",
    why="Writing into a column that may be another one would spoil what people typed there.",
    good="A column that was moved, and kept its heading.",
    bad="A column that was renamed before anything stood in it.",
)
NOTICES = (COLUMN_UNKNOWN, NOT_KNOWN, EXTENDED_WITHOUT_REASON, ROW_REPEATED)
