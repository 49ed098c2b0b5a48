"""What can be said about the tables and columns of a workbook."""

from toolkit.model import Notice, Severity

MISSING_COLUMN = Notice(
    "COL-01",
    Severity.ERROR,
    vi="Bảng này chưa thấy cột “{meaning}”. Các cột đang có: {headers}.",
    en="This table has no column “{meaning}”. Its columns are: {headers}.",
    fix_vi="Hãy gõ «{meaning}» vào ô {place}; nếu nội dung nằm ở cột khác, hãy sửa tiêu đề của "
    "cột đó.",
    fix_en="Type «{meaning}» into cell {place}, or over the column that holds it.",
    why="Without this column the rows are counted, but nobody can say what they are about.",
    good="""
        STT | Người kiến nghị | Lĩnh vực | Ngày tiếp nhận | Nội dung kiến nghị
        1   | Nguyễn Văn An   | Đất đai  | 2026-10-05     | Đề nghị sửa đường liên ấp
    """,
    bad="""
        >>STT | Người kiến nghị | Lĩnh vực | Ngày tiếp nhận | Thẩm quyền
        1     | Nguyễn Văn An   | Đất đai  | 2026-10-05     | Cấp xã
    """,
)
GUESSED_COLUMN = Notice(
    "COL-02",
    Severity.WARNING,
    vi="Cột “{header}” được hiểu là “{meaning}” (khả năng đúng khoảng {share:.0%}).",
    en="The column “{header}” is taken to be “{meaning}” (about {share:.0%} sure).",
    fix_vi="Nếu đúng thì không cần sửa; nếu chưa đúng, hãy sửa tiêu đề cột cho rõ hơn.",
    fix_en="If it is right, leave it; if not, give the column a clearer heading.",
    why="The words of the heading are not known; what the column holds decided.",
    good="""
        STT | Họ và tên     | Chức vụ   | Số CCCD
        1   | Nguyễn Văn An | Trưởng ấp | '072085000001
        2   | Trần Thị Bình | Công chức | '072190000002
        3   | Lê Văn Cường  | Công chức | '072075000003
    """,
    bad="""
        STT | Họ và tên     | Chức vụ   | >>Số thẻ
        1   | Nguyễn Văn An | Trưởng ấp | '072085000001
        2   | Trần Thị Bình | Công chức | '072190000002
        3   | Lê Văn Cường  | Công chức | '072075000003
    """,
)
UNUSED_COLUMN = Notice(
    "COL-03",
    Severity.INFO,
    vi="Cột “{header}” có dữ liệu ở {count} dòng nhưng chưa được dùng khi tổng hợp.",
    en="The column “{header}” has data in {count} rows that are not used in the summary.",
    fix_vi="Không cần sửa nếu không dùng đến; nếu cần, hãy đặt tiêu đề khác, ví dụ “Ghi chú”.",
    fix_en="Leave it if it is not needed; otherwise use another heading, such as “Ghi chú”.",
    why="Nobody should wonder why something they typed does not appear.",
    good="""
        STT | Họ và tên     | Chức vụ   | Ghi chú
        1   | Nguyễn Văn An | Trưởng ấp | Đi xe chung
    """,
    bad="""
        STT | Họ và tên     | Chức vụ   | >>Biển số xe
        1   | Nguyễn Văn An | Trưởng ấp | 70B1-123.45
    """,
)
NO_TABLE = Notice(
    "COL-04",
    Severity.WARNING,
    vi="Tệp này không có bảng đại biểu, kiến nghị, trả lời hay khảo sát nào nhận ra được.",
    en="No table of attendees, petitions, answers or survey results was recognised in this file.",
    fix_vi="Nếu tệp có bảng như vậy, hãy thêm dòng tiêu đề, ví dụ “Nội dung kiến nghị”.",
    fix_en="If it does hold such a table, give it a header row, such as “Nội dung kiến nghị”.",
    why="What staff meant to be counted must not be left out without a word.",
    good="""
        STT | Họ và tên     | Chức vụ
        1   | Nguyễn Văn An | Trưởng ấp
    """,
    bad="""
        >>VIỆC CẦN LÀM
        Việc          | Ai làm        | Bao giờ xong
        Mượn hội trường | Nguyễn Văn An | Thứ Hai
    """,
)
FOREIGN = Notice(
    "COL-05",
    Severity.INFO,
    vi="Tệp này thuộc loại “{kind}”, không phải bảng đại biểu, kiến nghị, trả lời hay khảo sát, "
    "nên không đưa vào tổng hợp.",
    en="This file is of the kind “{kind}”, not one of the tables summed up, so it is left out.",
    fix_vi="Không cần sửa; nếu tệp có bảng cần tổng hợp, hãy sửa tên bảng, ví dụ: Tổng hợp kiến "
    "nghị.",
    fix_en="Leave it; if it does hold such a table, say so in its title, e.g. Tổng hợp kiến nghị.",
    why="Timetables and budgets lie in the same folders; they are left alone, and said to be.",
    good="""
        STT | Họ và tên     | Chức vụ
        1   | Nguyễn Văn An | Trưởng ấp
    """,
    bad="""
        >>LỊCH CÔNG TÁC TUẦN
        Thứ     | Buổi | Nội dung  | Địa điểm
        Thứ Hai | Sáng | Giao ban  | Phòng họp
    """,
)
NOTICES = (MISSING_COLUMN, GUESSED_COLUMN, UNUSED_COLUMN, NO_TABLE, FOREIGN)
