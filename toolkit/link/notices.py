"""What is said of the links between petitions and answers (LNK-01 to LNK-09)."""

from toolkit.model import Notice, Severity

BY_NUMBER = Notice(
    "LNK-01",
    Severity.INFO,
    vi="{count} câu trả lời được nối với kiến nghị theo số thứ tự, trước hết là {other}, vì "
    "không có mã.",
    en="{count} answers here are linked to petitions by their number, first of all {other}, "
    "as they have no petition id.",
    fix_vi="Không cần sửa nếu đánh số đúng; chắc hơn là thêm cột Mã kiến nghị, ví dụ KN-01.",
    fix_en="Nothing to do if both tables count alike; safer is a column of petition ids, e.g. "
    "KN-01.",
    why="A list numbered anew after sorting puts every answer under another petition.",
    good="""
        # Kiến nghị
        Mã kiến nghị | Họ và tên     | Nội dung kiến nghị
        KN-01        | Nguyễn Văn An | Đề nghị sửa cầu qua kênh số 3
        # Trả lời
        Mã kiến nghị | Nội dung trả lời                   | Ngày trả lời
        KN-01        | Xã đã sửa xong cầu trong tháng 10. | 2026-10-30
    """,
    bad="""
        # Kiến nghị
        STT | Họ và tên     | Nội dung kiến nghị
        1   | Nguyễn Văn An | Đề nghị sửa cầu qua kênh số 3
        # Trả lời
        STT | Nội dung trả lời                   | Ngày trả lời
        >>1 | Xã đã sửa xong cầu trong tháng 10. | 2026-10-30
    """,
)
BY_TEXT = Notice(
    "LNK-02",
    Severity.INFO,
    vi="{count} câu trả lời được nối với kiến nghị theo nội dung hoặc tên người, trước hết là "
    "{other}.",
    en="{count} answers here are linked to petitions by their words or by who asked, "
    "first of all {other}.",
    fix_vi="Không cần sửa nếu đúng; chắc hơn là thêm cột Mã kiến nghị, ví dụ KN-01.",
    fix_en="Nothing to do if it is right; safer is a column of petition ids in both, e.g. KN-01.",
    why="Answers that repeat the petition need no id; still, the id is what cannot be mistaken.",
    good="""
        # Kiến nghị
        Mã kiến nghị | Họ và tên     | Nội dung kiến nghị
        KN-01        | Nguyễn Văn An | Đề nghị sửa cầu qua kênh số 3
        # Trả lời
        Mã kiến nghị | Nội dung trả lời                   | Ngày trả lời
        KN-01        | Xã đã sửa xong cầu trong tháng 10. | 2026-10-30
    """,
    bad="""
        # Kiến nghị
        Họ và tên     | Ấp      | Nội dung kiến nghị
        Nguyễn Văn An | Tân Hòa | Đề nghị sửa cầu qua kênh số 3
        # Trả lời
        Người kiến nghị   | Nội dung trả lời                   | Ngày trả lời
        >>Nguyễn Văn An   | Xã đã sửa xong cầu trong tháng 10. | 2026-10-30
    """,
)
UNKNOWN_ID_NEAR = Notice(
    "LNK-03",
    Severity.ERROR,
    vi="Mã “{id}” không có trong bảng kiến nghị nào nên câu trả lời này chưa nối được. "
    "Mã gần giống: {near} ({other}).",
    en="No petition has the id “{id}”, so this answer is not linked. Nearest: {near} ({other}).",
    fix_vi="Nếu đúng là kiến nghị đó, hãy gõ «{near}» vào ô này; nếu không, hãy thêm kiến nghị "
    "còn thiếu.",
    fix_en="If that petition is meant, type «{near}»; else add the missing petition.",
    why="An answer under a wrong id leaves its petition open, and it is reported as not answered.",
    good="""
        # Kiến nghị
        Mã kiến nghị | Họ và tên     | Nội dung kiến nghị
        KN-2026-015  | Nguyễn Văn An | Đề nghị sửa cầu qua kênh số 3
        # Trả lời
        Mã kiến nghị | Nội dung trả lời                   | Ngày trả lời
        KN-2026-015  | Xã đã sửa xong cầu trong tháng 10. | 2026-10-30
    """,
    bad="""
        # Kiến nghị
        Mã kiến nghị | Họ và tên     | Nội dung kiến nghị
        KN-2026-015  | Nguyễn Văn An | Đề nghị sửa cầu qua kênh số 3
        # Trả lời
        Mã kiến nghị  | Nội dung trả lời                   | Ngày trả lời
        >>KN-2026-051 | Xã đã sửa xong cầu trong tháng 10. | 2026-10-30
    """,
)
UNKNOWN_ID = Notice(
    "LNK-04",
    Severity.ERROR,
    vi="Mã “{id}” không có trong bảng kiến nghị nào, cũng không giống mã nào còn chờ trả lời, "
    "nên câu trả lời này chưa nối được.",
    en="No petition that waits for an answer has the id “{id}” or one like it, so this answer is "
    "not linked.",
    fix_vi="Hãy ghi mã theo bảng kiến nghị hoặc bảng theo dõi, ví dụ KN-2026-015; nếu không tìm "
    "được, hãy để trống ô này để công cụ đối chiếu theo nội dung.",
    fix_en="Give the id of the petition table or the follow-up table, e.g. KN-2026-015, or leave "
    "this cell blank.",
    why="The petition is missing, or its list was not handed in.",
    good="""
        # Kiến nghị
        Mã kiến nghị | Họ và tên     | Nội dung kiến nghị
        KN-2026-015  | Nguyễn Văn An | Đề nghị sửa cầu qua kênh số 3
        # Trả lời
        Mã kiến nghị | Nội dung trả lời                   | Ngày trả lời
        KN-2026-015  | Xã đã sửa xong cầu trong tháng 10. | 2026-10-30
    """,
    bad="""
        # Kiến nghị
        Mã kiến nghị | Họ và tên     | Nội dung kiến nghị
        KN-2026-015  | Nguyễn Văn An | Đề nghị sửa cầu qua kênh số 3
        # Trả lời
        Mã kiến nghị  | Nội dung trả lời                   | Ngày trả lời
        >>PA-77       | Xã đã sửa xong cầu trong tháng 10. | 2026-10-30
    """,
)
NO_PETITION = Notice(
    "LNK-05",
    Severity.WARNING,
    vi="Chưa tìm thấy kiến nghị của {count} câu trả lời, bắt đầu từ câu này: không có mã, số thứ "
    "tự hay nội dung để đối chiếu.",
    en="The petition of {count} answers is not found, from this one on: no id, number or words.",
    fix_vi="Hãy ghi mã hoặc nội dung kiến nghị bên cạnh câu trả lời, ví dụ KN-2026-015.",
    fix_en="Write the id, or repeat the petition, beside the answer, for example KN-2026-015.",
    why="An answer that belongs nowhere is counted nowhere; it is listed, not lost.",
    good="""
        # Kiến nghị
        STT | Họ và tên     | Nội dung kiến nghị
        1   | Nguyễn Văn An | Đề nghị sửa cầu qua kênh số 3
        # Trả lời
        STT | Nội dung trả lời                   | Ngày trả lời
        1   | Xã đã sửa xong cầu trong tháng 10. | 2026-10-30
    """,
    bad="""
        # Kiến nghị
        STT | Họ và tên     | Nội dung kiến nghị
        1   | Nguyễn Văn An | Đề nghị sửa cầu qua kênh số 3
        # Trả lời
        STT | Nội dung trả lời                       | Ngày trả lời
        7   | >>Xã đã sửa xong cầu trong tháng 10.   | 2026-10-30
    """,
)
MAYBE = Notice(
    "LNK-06",
    Severity.WARNING,
    vi="Câu trả lời này có thể là của kiến nghị tại {other} (giống {percent}%), "
    "nhưng chưa đủ chắc chắn nên chưa nối.",
    en="This answer may belong to the petition at {other} ({percent}% alike), "
    "but not certainly enough to link it.",
    fix_vi="Nếu đúng, hãy ghi mã kiến nghị ở cả hai dòng, ví dụ KN-2026-015.",
    fix_en="If it does, write the petition id in both rows, for example KN-2026-015.",
    why="A near text is a good hint and a bad proof.",
    good="""
        # Kiến nghị
        Họ và tên     | Ấp      | Nội dung kiến nghị
        Nguyễn Văn An | Tân Hòa | Đề nghị sửa cầu qua kênh số 3 bị hư
        # Trả lời
        Nội dung trả lời                                           | Ngày trả lời
        Về việc đề nghị sửa cầu qua kênh số 3 bị hư: xã đã sửa xong | 2026-10-30
    """,
    bad="""
        # Kiến nghị
        Họ và tên     | Ấp      | Nội dung kiến nghị
        Nguyễn Văn An | Tân Hòa | Đề nghị sửa cầu qua kênh số 3 bị hư
        # Trả lời
        Nội dung trả lời                                          | Ngày trả lời
        >>Về việc đề nghị sửa cây cầu kênh số 3 bị hư: đã sửa xong | 2026-10-30
    """,
)
AMBIGUOUS = Notice(
    "LNK-07",
    Severity.WARNING,
    vi="Câu trả lời này hợp với cả kiến nghị tại {other} và tại {another}, nên chưa nối với bên "
    "nào.",
    en="This answer fits the petition at {other} and that at {another}, so it is linked to "
    "neither.",
    fix_vi="Hãy ghi mã của đúng kiến nghị vào dòng trả lời, ví dụ KN-2026-015.",
    fix_en="Write the id of the right petition in the row of the answer, for example KN-2026-015.",
    why="One person may raise two matters, two hamlets the same one.",
    good="""
        # Kiến nghị
        Họ và tên     | Ấp      | Nội dung kiến nghị
        Nguyễn Văn An | Tân Hòa | Đề nghị sửa cầu qua kênh số 3
        # Trả lời
        Người kiến nghị | Nội dung trả lời                   | Ngày trả lời
        Nguyễn Văn An   | Xã đã sửa xong cầu trong tháng 10. | 2026-10-30
    """,
    bad="""
        # Kiến nghị
        Họ và tên     | Ấp      | Nội dung kiến nghị
        Nguyễn Văn An | Tân Hòa | Đề nghị sửa cầu qua kênh số 3
        Nguyễn Văn An | Tân Hòa | Xin hướng dẫn thủ tục tách thửa đất
        # Trả lời
        Người kiến nghị | Nội dung trả lời                   | Ngày trả lời
        >>Nguyễn Văn An | Xã đã xem xét và giải quyết xong.  | 2026-10-30
    """,
)
TWO_ANSWERS = Notice(
    "LNK-08",
    Severity.WARNING,
    vi="Kiến nghị này đã có câu trả lời tại {other}. Câu này chỉ bổ sung những ô còn trống.",
    en="This petition already has an answer, at {other}. This one only fills what is blank there.",
    fix_vi="Đề nghị giữ một câu, ví dụ chép phần bổ sung vào câu trả lời trước.",
    fix_en="Look at both and keep the right one; write an addition into the same row.",
    why="Two answers may contradict each other in front of the people who asked.",
    good="""
        # Kiến nghị
        Mã kiến nghị | Họ và tên     | Nội dung kiến nghị
        KN-01        | Nguyễn Văn An | Đề nghị sửa cầu qua kênh số 3
        # Trả lời
        Mã kiến nghị | Nội dung trả lời                   | Ngày trả lời
        KN-01        | Xã đã sửa xong cầu trong tháng 10. | 2026-10-30
    """,
    bad="""
        # Kiến nghị
        Mã kiến nghị | Họ và tên     | Nội dung kiến nghị
        KN-01        | Nguyễn Văn An | Đề nghị sửa cầu qua kênh số 3
        # Trả lời
        Mã kiến nghị | Nội dung trả lời                     | Ngày trả lời
        KN-01        | Xã đã sửa xong cầu trong tháng 10.   | 2026-10-30
        KN-01        | >>Xã sẽ sửa cầu trong quý 2 năm sau. | 2026-11-05
    """,
)
OTHER_TEXT = Notice(
    "LNK-09",
    Severity.WARNING,
    vi="Mã “{id}” là của kiến nghị tại {other}, nhưng nội dung hoặc tên người không khớp. Vẫn "
    "nối theo mã.",
    en="The id “{id}” is that of the petition at {other}, but the words or the person differ. "
    "It is linked by the id all the same.",
    fix_vi="Đề nghị xem cả hai ô rồi sửa lại mã cho đúng kiến nghị, ví dụ KN-2026-015.",
    fix_en="Look at both cells and correct the id, for example KN-2026-015.",
    why="One digit amiss, and the answer goes to somebody else's petition.",
    good="""
        # Kiến nghị
        Mã kiến nghị | Họ và tên     | Nội dung kiến nghị
        KN-01        | Nguyễn Văn An | Đề nghị sửa cầu qua kênh số 3
        # Trả lời
        Mã kiến nghị | Người kiến nghị | Nội dung trả lời                   | Ngày trả lời
        KN-01        | Nguyễn Văn An   | Xã đã sửa xong cầu trong tháng 10. | 2026-10-30
    """,
    bad="""
        # Kiến nghị
        Mã kiến nghị | Họ và tên     | Nội dung kiến nghị
        KN-01        | Nguyễn Văn An | Đề nghị sửa cầu qua kênh số 3
        # Trả lời
        Mã kiến nghị | Người kiến nghị | Nội dung trả lời                   | Ngày trả lời
        >>KN-01      | Trần Thị Bình   | Xã đã sửa xong cầu trong tháng 10. | 2026-10-30
    """,
)
NOTICES = (
    BY_NUMBER,
    BY_TEXT,
    UNKNOWN_ID_NEAR,
    UNKNOWN_ID,
    NO_PETITION,
    MAYBE,
    AMBIGUOUS,
    TWO_ANSWERS,
    OTHER_TEXT,
)
