"""What is told of how the cells of a row were put together."""

from toolkit.model import Notice, Severity

NOTHING_ABOVE = Notice(
    "TXT-04",
    Severity.WARNING,
    vi="Ô này ghi “{value}” nhưng phía trên trong cùng mục không có gì để lấy theo.",
    en="This cell says “{value}”, but there is nothing above it in the same section.",
    fix_vi="Hãy ghi rõ nội dung của ô, ví dụ Ấp Tân Hòa.",
    fix_en="Write out what is meant, e.g. Ấp Tân Hòa.",
    why="“Như trên” is taken from the row above, and not across the heading of a section.",
    good="""
        STT | Họ và tên  | Ấp         | Nội dung kiến nghị
        1   | Lê Văn Mẫu | Ấp Tân Hòa | Đề nghị sửa đường vào tổ 5 bị hư
        2   | Trần Thị B | nt         | Đề nghị lắp đèn đường ở ngã ba
    """,
    bad="""
        STT | Họ và tên  | Ấp         | Nội dung kiến nghị
        1   | Lê Văn Mẫu | >>nt       | Đề nghị sửa đường vào tổ 5 bị hư
        2   | Trần Thị B | Ấp Tân Hòa | Đề nghị lắp đèn đường ở ngã ba
    """,
)
SEVERAL_PETITIONS = Notice(
    "TXT-07",
    Severity.INFO,
    vi="Ô này có {parts} kiến nghị, đã tách ra để theo dõi riêng từng kiến nghị.",
    en="This cell holds {parts} petitions; they were taken apart.",
    fix_vi="Nên ghi mỗi kiến nghị vào một dòng, ví dụ dòng 1 sửa đường, dòng 2 lắp đèn.",
    fix_en="Better write each on a row of its own, e.g. row 1 the road, row 2 the lights.",
    why="Each matter has its own unit, deadline and result.",
    good="""
        STT | Họ và tên  | Nội dung kiến nghị
        1   | Lê Văn Mẫu | Đề nghị sửa đường vào tổ 5 bị hư
        2   | Lê Văn Mẫu | Đề nghị lắp đèn đường ở ngã ba
    """,
    bad="""
        STT | Họ và tên  | Nội dung kiến nghị
        1   | Lê Văn Mẫu | >>1. Sửa đường vào tổ 5 bị hư. 2. Lắp đèn đường ở ngã ba chợ.
        2   | Trần Thị B | Đề nghị nạo vét kênh tưới số 3
    """,
)
FILLED_DOWN = Notice(
    "TXT-08",
    Severity.INFO,
    vi="Cột “{header}” có {count} ô gộp hoặc ghi như trên, đã lấy theo ô phía trên (“{value}”).",
    en="Column “{header}” has {count} cells read as the cell above (merged or “nt”; “{value}”).",
    fix_vi="Không phải sửa; nếu chưa đúng, đề nghị ghi rõ từng ô, ví dụ Ấp Tân Hòa.",
    fix_en="Nothing to do; if it is wrong, write out every cell, e.g. Ấp Tân Hòa.",
    why="Every record must stand on its own when lists are put together.",
    good="""
        STT | Họ và tên  | Ấp         | Nội dung kiến nghị
        1   | Lê Văn Mẫu | Ấp Tân Hòa | Đề nghị sửa đường vào tổ 5 bị hư
        2   | Trần Thị B | Ấp Tân Hòa | Đề nghị lắp đèn đường ở ngã ba
    """,
    bad="""
        STT | Họ và tên  | Ấp         | Nội dung kiến nghị
        1   | Lê Văn Mẫu | Ấp Tân Hòa | Đề nghị sửa đường vào tổ 5 bị hư
        2   | Trần Thị B | >>nt       | Đề nghị lắp đèn đường ở ngã ba
    """,
)
EXCLUSIVE = Notice(
    "COD-04",
    Severity.ERROR,
    vi="Dòng này ghi ở cả cột “{other}” lẫn cột “{header}”, mà chỉ một trong hai có thể đúng.",
    en="Both “{other}” and “{header}” are filled in this row, but only one of them can be right.",
    fix_vi="Hãy giữ ô đúng và xóa ô kia; nếu cột “{other}” đúng, hãy để trống ô này.",
    fix_en="Keep the right one and clear the other; leave this one blank if “{other}” is right.",
    why="A petition cannot be both solved and unsolved; ticks for both count as neither.",
    good="""
        STT | Nội dung kiến nghị              | Đã giải quyết xong | Chưa giải quyết
        1   | Đề nghị sửa đường vào tổ 5 bị hư | x                  |
    """,
    bad="""
        STT | Nội dung kiến nghị              | Đã giải quyết xong | Chưa giải quyết
        1   | Đề nghị sửa đường vào tổ 5 bị hư | x                  | >>x
    """,
)
SAME_CONTENT = Notice(
    "TXT-09",
    Severity.WARNING,
    vi="Nội dung chỉ ghi “{value}” nên đang lấy theo ô {other}, và vẫn tính là một kiến nghị "
    "riêng.",
    en="The content says only “{value}”, so that of {other} is taken; it still counts as a "
    "petition of its own.",
    fix_vi="Hãy ghi rõ nội dung; nếu cùng ý kiến với dòng trên, hãy ghi ở ghi chú, ví dụ 2 người.",
    fix_en="Write out what is meant; if both say the same, note it above, for example 2 people.",
    why="“Như trên” may stand for the same petition, or for one that nobody wrote down.",
    good="""
        STT | Họ và tên  | Nội dung kiến nghị
        1   | Lê Văn Mẫu | Đề nghị sửa đường vào tổ 5 bị hư
        2   | Trần Thị B | Đề nghị lắp đèn đường ở ngã ba
    """,
    bad="""
        STT | Họ và tên  | Nội dung kiến nghị
        1   | Lê Văn Mẫu | Đề nghị sửa đường vào tổ 5 bị hư
        2   | Trần Thị B | >>nt
    """,
)
NOTICES = (NOTHING_ABOVE, SEVERAL_PETITIONS, FILLED_DOWN, EXCLUSIVE, SAME_CONTENT)
