"""What the toolkit says of a control workbook in which something is wrong.

The examples are sheets of a control workbook. What is wrong is not used; the shipped setting
stays in its place.
"""

from toolkit.model import Notice, Severity

NO_COLUMN = Notice(
    "COD-40",
    Severity.ERROR,
    vi="Trang này chưa có cột “{header}” nên chưa dùng được; công cụ tạm dùng bảng có sẵn.",
    en="This sheet has no column “{header}”, so it is not used; the built-in table is.",
    fix_vi="Hãy gõ «{header}» vào ô {place}, tức là thêm cột này vào dòng tiêu đề.",
    fix_en="Type «{header}» into cell {place}, that is, add this column to the header.",
    why="Without this column nobody can say what the rows below are about.",
    good="""
        # Phân công
        Lĩnh vực  | Đơn vị chủ trì
        Giao thông | Phòng Kinh tế
    """,
    bad="""
        # Phân công
        >>Lĩnh vực | Ghi chú
        Giao thông | Phòng Kinh tế
    """,
)
UNKNOWN_SETTING = Notice(
    "COD-41",
    Severity.WARNING,
    vi="“{value}” không phải tên một mục cấu hình, nên giá trị bên cạnh chưa được dùng.",
    en="“{value}” is no setting, so it is not used.",
    fix_vi="Đề nghị chọn một trong các mục: {allowed}.",
    fix_en="Choose one of: {allowed}.",
    why="A setting is found by its name; under another name its value is not used.",
    good="""
        # Cấu hình
        Mục       | Giá trị
        Người ký  | Lê Văn Mẫu
    """,
    bad="""
        # Cấu hình
        Mục           | Giá trị
        >>Người đóng dấu | Lê Văn Mẫu
    """,
)
UNKNOWN_UNIT = Notice(
    "COD-42",
    Severity.ERROR,
    vi="Mã đơn vị “{value}” không có trong danh mục xã, phường đang có hiệu lực.",
    en="Unit code “{value}” is not in the list of communes now in force.",
    fix_vi="Hãy ghi mã 5 chữ số trong danh mục hành chính, ví dụ 25498 (xã Thạnh Bình); nếu chưa "
    "biết, hãy để trống ô này.",
    fix_en="Type the official code of 5 digits, e.g. 25498 (xã Thạnh Bình), or leave it blank.",
    why="Many communes share a name; the code tells them apart.",
    good="""
        # Cấu hình
        Mục        | Giá trị
        Mã đơn vị  | '25498
    """,
    bad="""
        # Cấu hình
        Mục        | Giá trị
        Mã đơn vị  | >>'99999
    """,
)
UNKNOWN_TOPIC = Notice(
    "COD-43",
    Severity.ERROR,
    vi="Lĩnh vực “{value}” không có trong danh mục nên dòng phân công này chưa dùng được.",
    en="The topic “{value}” is not in the list, so this row is not used.",
    fix_vi="Hãy ghi mã hoặc tên lĩnh vực trong danh mục, ví dụ A05 hoặc Đất đai; nếu không có mục "
    "nào hợp, hãy gõ «Lĩnh vực khác» vào ô này.",
    fix_en="Type the code or the name of a topic, e.g. A05 or Đất đai, or «Lĩnh vực khác».",
    why="Petitions are assigned by topic, so the topic must be one of the list.",
    good="""
        # Phân công
        Lĩnh vực | Đơn vị chủ trì
        Đất đai  | Phòng Kinh tế
    """,
    bad="""
        # Phân công
        Lĩnh vực        | Đơn vị chủ trì
        >>Hàng không vũ trụ | Phòng Kinh tế
    """,
)
NO_LEAD_UNIT = Notice(
    "COD-44",
    Severity.WARNING,
    vi="Dòng phân công của lĩnh vực “{topic}” chưa ghi đơn vị chủ trì; công cụ tạm dùng bảng có "
    "sẵn.",
    en="The row of the topic “{topic}” names no lead unit; the built-in table is used.",
    fix_vi="Đề nghị ghi một đơn vị chủ trì, ví dụ Phòng Kinh tế, hoặc xóa cả dòng.",
    fix_en="Name one lead unit, e.g. Phòng Kinh tế, or delete the row.",
    why="Every topic needs one unit that answers for it.",
    good="""
        # Phân công
        Lĩnh vực | Đơn vị chủ trì | Đơn vị phối hợp
        Đất đai  | Phòng Kinh tế  | Công an xã
    """,
    bad="""
        # Phân công
        Lĩnh vực | Đơn vị chủ trì | Đơn vị phối hợp
        Đất đai  | >>             | Công an xã
    """,
)
UNKNOWN_SCOPE = Notice(
    "COD-45",
    Severity.ERROR,
    vi="“{value}” không phải là loại ý kiến, cấp thẩm quyền hay lĩnh vực trong danh mục.",
    en="“{value}” is no kind, authority or topic of the lists.",
    fix_vi="Hãy ghi tên trong danh mục, ví dụ Kiến nghị; Phản ánh. Nếu áp dụng cho mọi ý kiến, "
    "hãy để trống ô này.",
    fix_en="Type names from the lists, e.g. Kiến nghị; Phản ánh. Leave it blank to mean all.",
    why="A deadline can only hold for petitions that the code lists can name.",
    good="""
        # Thời hạn
        Mã | Tên     | Áp dụng cho          | Số ngày | Loại ngày
        R4 | Trả lời | Kiến nghị; Phản ánh  | 10      | Ngày làm việc
    """,
    bad="""
        # Thời hạn
        Mã | Tên     | Áp dụng cho          | Số ngày | Loại ngày
        R4 | Trả lời | >>Thư khen           | 10      | Ngày làm việc
    """,
)
NO_WHOLE_NUMBER = Notice(
    "COD-46",
    Severity.ERROR,
    vi="Số ngày “{value}” không phải là số nguyên từ 1 đến {most}.",
    en="“{value}” is no whole number of days from 1 to {most}.",
    fix_vi="Hãy ghi một số, ví dụ 10; nếu bỏ thời hạn này, hãy gõ «Không áp dụng» vào ô này.",
    fix_en="Type a number, e.g. 10, or «Không áp dụng» to drop this deadline.",
    why="The day on which a petition is due is counted with this number.",
    good="""
        # Thời hạn
        Mã | Số ngày | Loại ngày
        R4 | 10      | Ngày làm việc
    """,
    bad="""
        # Thời hạn
        Mã | Số ngày | Loại ngày
        R4 | >>mười  | Ngày làm việc
    """,
)
UNKNOWN_CHOICE = Notice(
    "COD-47",
    Severity.ERROR,
    vi="“{value}” chưa dùng được; ô này chỉ nhận: {allowed}.",
    en="“{value}” is none of: {allowed}.",
    fix_vi="Hãy gõ «{example}» vào ô này, hoặc một mục khác trong các mục trên.",
    fix_en="Type «{example}», or another of these.",
    why="Under another word nobody can say how that day is counted.",
    good="""
        # Ngày nghỉ
        Ngày       | Loại    | Tên
        2026-10-12 | Nghỉ    | Nghỉ tránh bão
    """,
    bad="""
        # Ngày nghỉ
        Ngày       | Loại     | Tên
        2026-10-12 | >>Trực   | Nghỉ tránh bão
    """,
)
TWICE = Notice(
    "COD-48",
    Severity.WARNING,
    vi="“{value}” đã có ở một dòng phía trên; công cụ đang theo dòng đó.",
    en="“{value}” stands in a row above already; that row is used.",
    fix_vi="Đề nghị giữ một dòng, ví dụ xóa dòng này nếu dòng trên đã đúng.",
    fix_en="Keep one of the rows and delete the other.",
    why="Where two rows tell different things of one matter, nobody knows which holds.",
    good="""
        # Phân công
        Lĩnh vực   | Đơn vị chủ trì
        Đất đai    | Phòng Kinh tế
        Giao thông | Phòng Kinh tế
    """,
    bad="""
        # Phân công
        Lĩnh vực  | Đơn vị chủ trì
        Đất đai   | Phòng Kinh tế
        >>Địa chính | Văn phòng HĐND và UBND
    """,
)
NO_FULL_DATE = Notice(
    "DAT-40",
    Severity.ERROR,
    vi="“{value}” chưa đủ ngày, tháng, năm nên chưa dùng được.",
    en="“{value}” is not a full date, so it is not used.",
    fix_vi="Hãy ghi đủ ngày/tháng/năm, ví dụ 20/10/2026; nếu chưa biết, hãy xóa cả dòng này.",
    fix_en="Type day, month and year, e.g. 20/10/2026, or clear this row.",
    why="Deadlines are counted day by day.",
    good="""
        # Cấu hình
        Mục           | Giá trị
        Ngày hội nghị | 2026-10-20
    """,
    bad="""
        # Cấu hình
        Mục           | Giá trị
        Ngày hội nghị | >>'10/2026
    """,
)
UNKNOWN_DECISION = Notice(
    "COD-60",
    Severity.WARNING,
    vi="“{value}” không phải là câu trả lời cho câu hỏi ở dòng này, nên công cụ chưa làm theo.",
    en="“{value}” does not answer the question of this row, so it is not followed.",
    fix_vi="Hãy chọn trong danh sách của ô, ví dụ “{example}”.",
    fix_en="Choose from the list of the cell, e.g. “{example}”.",
    why="A decision is followed without asking again; what it says must leave no doubt.",
    good="""
        # Ghi nhớ
        Loại               | Đề nghị            | Quyết định    | Khóa
        Hai dòng đại biểu  | Hai người khác nhau | Là một người | nguoi/0a1b2c3d4e5f+102030405060
    """,
    bad="""
        # Ghi nhớ
        Loại               | Đề nghị            | Quyết định    | Khóa
        Hai dòng đại biểu  | Hai người khác nhau | >>Để hỏi lại | nguoi/0a1b2c3d4e5f+102030405060
    """,
)
BROKEN_KEY = Notice(
    "COD-61",
    Severity.WARNING,
    vi="Ô Khóa của dòng này là “{value}”, không cho biết câu trả lời dành cho việc nào.",
    en="The key of this row is “{value}”, which does not tell what the answer is about.",
    fix_vi="Hãy xóa cả dòng này; việc nào còn cần thì lần chạy sau công cụ sẽ hỏi lại, ví dụ ở "
    "dòng cuối.",
    fix_en="Delete this row; what is still open is asked again by the next run, at the end.",
    why="By its key an answer finds what it is about, in this dossier and in others.",
    good="""
        # Ghi nhớ
        Loại               | Đề nghị            | Quyết định    | Khóa
        Hai dòng đại biểu  | Hai người khác nhau | Là một người | nguoi/0a1b2c3d4e5f+102030405060
    """,
    bad="""
        # Ghi nhớ
        Loại               | Đề nghị            | Quyết định    | Khóa
        Hai dòng đại biểu  | Hai người khác nhau | Là một người | >>đã xem
    """,
)
DECIDED_OTHERWISE = Notice(
    "COD-62",
    Severity.WARNING,
    vi="Việc này đã được trả lời khác ở một dòng phía trên (“{kept}”); công cụ đang theo dòng đó.",
    en="A row above answers the same question otherwise (“{kept}”); that row is followed.",
    fix_vi="Đề nghị giữ một dòng, ví dụ xóa dòng này nếu dòng trên đã đúng.",
    fix_en="Keep one of the rows and delete the other.",
    why="Rows copied from another dossier may say something else than those that were there.",
    good="""
        # Ghi nhớ
        Quyết định          | Khóa
        Là một người        | nguoi/0a1b2c3d4e5f+102030405060
        Hai người khác nhau | nguoi/0a1b2c3d4e5f+708090a0b0c0
    """,
    bad="""
        # Ghi nhớ
        Quyết định            | Khóa
        Là một người          | nguoi/0a1b2c3d4e5f+102030405060
        >>Hai người khác nhau | nguoi/0a1b2c3d4e5f+102030405060
    """,
)

INCOMPLETE_TOPIC = Notice(
    "COD-78",
    Severity.WARNING,
    vi="Dòng này chưa ghi đủ mã và tên lĩnh vực nên chưa được dùng.",
    en="This row has no code or no name of a topic, so it is not used.",
    fix_vi="Đề nghị ghi cả mã và tên, ví dụ A90 và Chuyển đổi số.",
    fix_en="Write both, e.g. A90 and Chuyển đổi số.",
    why="Figures are kept by the code of a topic, and shown by its name.",
    good="""
        # Danh mục lĩnh vực
        Mã  | Lĩnh vực      | Cách ghi khác
        A90 | Chuyển đổi số | Dịch vụ công trực tuyến
    """,
    bad="""
        # Danh mục lĩnh vực
        Mã  | Lĩnh vực      | Cách ghi khác
        A90 | >>            | Dịch vụ công trực tuyến
    """,
)

NOTICES = (
    NO_COLUMN,
    UNKNOWN_SETTING,
    UNKNOWN_UNIT,
    UNKNOWN_TOPIC,
    NO_LEAD_UNIT,
    UNKNOWN_SCOPE,
    NO_WHOLE_NUMBER,
    UNKNOWN_CHOICE,
    TWICE,
    NO_FULL_DATE,
    UNKNOWN_DECISION,
    BROKEN_KEY,
    DECIDED_OTHERWISE,
    INCOMPLETE_TOPIC,
)
