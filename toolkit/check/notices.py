"""What `check` itself tells: REQ, XLS, TOT-01 to -09, LNK-20, LNK-21, KND-01, -02."""

from collections.abc import Mapping

from toolkit.model import Notice, Severity

REQUIRED: Mapping[tuple[str, str], Notice] = {
    ("petition", "content"): Notice(
        "REQ-01",
        Severity.ERROR,
        vi="Dòng này chưa có nội dung kiến nghị, nên không biết phải giải quyết việc gì.",
        en="This row has no petition, so there is nothing to be handled.",
        fix_vi="Hãy ghi nội dung kiến nghị; nếu người này không có kiến nghị, hãy gõ «Không có "
        "kiến nghị» vào ô này.",
        fix_en="Enter the petition, or «Không có kiến nghị» if there is none.",
        why="Every petition is counted by its content; a row without one is usually a slip.",
        good="""
STT | Người kiến nghị | Nội dung kiến nghị
1   | Lê Văn Mẫu      | Đề nghị sửa đường vào tổ 5
2   | Trần Thị B      | Đề nghị lắp đèn đường tổ 6
""".strip(),
        bad="""
STT | Người kiến nghị | Nội dung kiến nghị
1   | Lê Văn Mẫu      | Đề nghị sửa đường vào tổ 5
2   | Trần Thị B      | >>
""".strip(),
    ),
    ("attendee", "full_name"): Notice(
        "REQ-02",
        Severity.ERROR,
        vi="Dòng này chưa có họ và tên đại biểu nên không biết là ai; người này vẫn được đếm.",
        en="This row has no name, so nobody knows who it is; the person is counted all the same.",
        fix_vi="Hãy ghi họ và tên, ví dụ Lê Văn Mẫu; nếu chưa biết tên, hãy gõ «Chưa rõ» vào ô "
        "này.",
        fix_en="Enter the name, e.g. Lê Văn Mẫu, or «Chưa rõ» if it is not known.",
        why="Who was invited and who came is counted by name.",
        good="""
STT | Họ và tên  | Chức vụ   | Số điện thoại
1   | Lê Văn Mẫu | Trưởng ấp | '0912345678
2   | Trần Thị B | Cử tri    | '0987654321
""".strip(),
        bad="""
STT | Họ và tên  | Chức vụ   | Số điện thoại
1   | Lê Văn Mẫu | Trưởng ấp | '0912345678
2   | >>         | Cử tri    | '0987654321
""".strip(),
    ),
    ("response", "response_text"): Notice(
        "REQ-03",
        Severity.ERROR,
        vi="Dòng này chưa có nội dung trả lời, cũng không ghi là còn đang giải quyết.",
        en="This row has no answer, and does not say that work is still going on.",
        fix_vi="Hãy ghi nội dung trả lời, ví dụ: đã dặm vá 30 m đường; nếu chưa có, hãy gõ «Chưa "
        "có trả lời» vào ô này.",
        fix_en="Enter the answer, or «Chưa có trả lời» if there is none yet.",
        why="An answer is what this table is for; a blank one would count as none.",
        good="""
STT | Mã kiến nghị | Nội dung trả lời          | Ngày trả lời
1   | KN-01        | Đã dặm vá 30 m đường      | 30/10/2026
2   | KN-02        | Đã lắp 12 bóng đèn ở tổ 6 | 02/11/2026
""".strip(),
        bad="""
STT | Mã kiến nghị | Nội dung trả lời     | Ngày trả lời
1   | KN-01        | Đã dặm vá 30 m đường | 30/10/2026
2   | KN-02        | >>                   | 02/11/2026
""".strip(),
    ),
    ("survey", "question"): Notice(
        "REQ-04",
        Severity.ERROR,
        vi="Dòng này có số phiếu nhưng chưa ghi nội dung đánh giá, nên không biết là đánh giá về "
        "việc gì.",
        en="This row has votes but no question, so nobody knows what they are about.",
        fix_vi="Hãy ghi nội dung đánh giá, ví dụ: Thái độ phục vụ của công chức; nếu chưa biết, "
        "hãy gõ «Chưa rõ» vào ô này.",
        fix_en="Enter the question, e.g. Thái độ phục vụ của công chức, or «Chưa rõ».",
        why="Votes are shown by question.",
        good="""
STT | Nội dung đánh giá    | Rất hài lòng | Hài lòng | Không hài lòng
1   | Thái độ phục vụ      | 10           | 20       | 1
2   | Thời gian giải quyết | 12           | 18       | 1
""".strip(),
        bad="""
STT | Nội dung đánh giá | Rất hài lòng | Hài lòng | Không hài lòng
1   | Thái độ phục vụ   | 10           | 20       | 1
2   | >>                | 12           | 18       | 1
""".strip(),
    ),
}
"""The field that each kind of record must have."""

INVITED_BY_POST = Notice(
    "REQ-13",
    Severity.WARNING,
    vi="Có {count} dòng chỉ ghi chức vụ hoặc đơn vị, chưa có họ và tên đại biểu.",
    en="{count} rows give only a post or an office, and no name.",
    fix_vi="Đề nghị ghi họ và tên vào ô này khi biết ai đi dự, ví dụ Lê Văn Mẫu.",
    fix_en="Enter the names once it is known who comes, e.g. Lê Văn Mẫu.",
    why="Offices are invited first and name their delegates later.",
    good="""
STT | Họ và tên  | Chức vụ    | Đơn vị
1   | Lê Văn Mẫu | Bí thư     | Đảng ủy xã
2   | Trần Thị B | Trưởng ban | Công an xã
""".strip(),
    bad="""
STT | Họ và tên  | Chức vụ           | Đơn vị
1   | Lê Văn Mẫu | Bí thư            | Đảng ủy xã
2   | >>         | Đại diện lãnh đạo | Công an xã
3   |            | Đại diện lãnh đạo | Trạm Y tế
""".strip(),
)
WITHOUT_PETITION = Notice(
    "REQ-06",
    Severity.INFO,
    vi="Có {count} dòng để trống nội dung kiến nghị, là người đăng ký dự mà không có kiến nghị. "
    "Các dòng này không tính là kiến nghị.",
    en="{count} rows have no petition: these people registered without one. They do not count as "
    "petitions.",
    fix_vi="Không cần sửa; nếu ai trong số này có kiến nghị, đề nghị ghi nội dung vào ô này, ví "
    "dụ: đường tổ 5 bị hư.",
    fix_en="Leave it; if one of them has a petition, enter it here, e.g.: the road is broken.",
    why="In a list of people who registered, only some have something to ask.",
    good="""
STT | Người kiến nghị | Nội dung kiến nghị
1   | Lê Văn Mẫu      | Đề nghị sửa đường vào tổ 5
2   | Trần Thị B      | Đề nghị lắp đèn đường tổ 6
""".strip(),
    bad="""
STT | Người kiến nghị | Ấp      | Nội dung kiến nghị (nếu có)
1   | Lê Văn Mẫu      | Tân Hòa | Đề nghị sửa đường vào tổ 5
2   | Trần Thị B      | Tân Hòa | >>
3   | Võ Văn Cảnh     | Tân Lập |
""".strip(),
)

NOTHING_FILLED = Notice(
    "REQ-08",
    Severity.WARNING,
    vi="Cột nội dung kiến nghị chưa ghi dòng nào (tất cả {count} dòng), nên chưa biết phải giải "
    "quyết việc gì.",
    en="The column of petitions is blank in all {count} rows, so there is nothing to be handled.",
    fix_vi="Đề nghị ghi nội dung từng kiến nghị, ví dụ: đường tổ 5 bị hư, đề nghị sửa lại.",
    fix_en="Enter the petitions, e.g.: the road of group 5 is broken, please mend it.",
    why="A form that was sent in without being filled has one cause, not one for each row.",
    good="""
STT | Người kiến nghị | Nội dung kiến nghị
1   | Lê Văn Mẫu      | Đề nghị sửa đường vào tổ 5
""".strip(),
    bad="""
STT | Người kiến nghị | Lĩnh vực | Ngày tiếp nhận | Nội dung kiến nghị
1   | Lê Văn Mẫu      | Đất đai  | 05/10/2026     | >>
""".strip(),
)

ERROR_VALUE = Notice(
    "XLS-01",
    Severity.ERROR,
    vi="Ô này đang báo lỗi {error} của Excel, nên không có giá trị để dùng.",
    en="This cell shows Excel's error {error}, so it has no value.",
    fix_vi="Hãy sửa công thức hoặc ghi thẳng giá trị đúng; nếu chưa biết, hãy gõ «Chưa rõ» vào ô "
    "này.",
    fix_en="Mend the formula or type the value itself; if it is not known, type «Chưa rõ».",
    why="A deleted row, column or workbook leaves formulas without what they point to.",
    good="""
STT | Người kiến nghị | Nội dung kiến nghị         | Ngày tiếp nhận
1   | Lê Văn Mẫu      | Đề nghị sửa đường vào tổ 5 | 05/10/2026
""".strip(),
    bad="""
STT | Người kiến nghị | Nội dung kiến nghị         | Ngày tiếp nhận
1   | Lê Văn Mẫu      | Đề nghị sửa đường vào tổ 5 | >>#REF!
2   | Trần Thị B      | Đề nghị lắp đèn đường tổ 6 | 05/10/2026
""".strip(),
)

NO_RESULT = Notice(
    "XLS-02",
    Severity.ERROR,
    vi="Công thức ở ô này chưa được tính nên chưa có giá trị (tất cả {count} ô liền nhau).",
    en="This formula was never calculated, so it has no value ({count} cells in all).",
    fix_vi="Hãy mở tệp bằng Excel, bấm Lưu rồi chạy lại.",
    fix_en="Open the workbook in Excel, save it (Ctrl+S), and run again.",
    why="Programs that write workbooks without calculating leave formulas without results.",
    good="""
STT | Người kiến nghị | Nội dung kiến nghị         | Ngày tiếp nhận
1   | Lê Văn Mẫu      | Đề nghị sửa đường vào tổ 5 | 05/10/2026
""".strip(),
    bad="""
STT | Người kiến nghị | Nội dung kiến nghị         | Ngày tiếp nhận
1   | Lê Văn Mẫu      | Đề nghị sửa đường vào tổ 5 | >>=?
2   | Trần Thị B      | Đề nghị lắp đèn đường tổ 6 | 05/10/2026
""".strip(),
)

EXTERNAL = Notice(
    "XLS-03",
    Severity.INFO,
    vi="Ô này lấy giá trị từ một tệp khác (tất cả {count} ô liền nhau); công cụ dùng giá trị được "
    "lưu lần cuối.",
    en="From here on {count} cell(s) take their value from another workbook; the last one saved "
    "is used.",
    fix_vi="Nếu tệp kia đã đổi, đề nghị mở cả hai tệp, bấm Lưu, hoặc dán thành giá trị.",
    fix_en="If the other workbook has changed, open both and save, or paste as values.",
    why="A workbook that travels alone cannot bring its links up to date.",
    good="Cells with values, or with formulas that use cells of the same workbook.",
    bad="A cell with the formula ='[Danh muc.xlsx]Ap'!B2.",
)

HIDDEN_ROWS = Notice(
    "XLS-04",
    Severity.WARNING,
    vi="Bảng có {count} dòng đang ẩn hoặc đang bị lọc (dòng {rows}); các dòng này vẫn được tính.",
    en="{count} row(s) of this table are hidden or filtered out ({rows}); they are counted too.",
    fix_vi="Đề nghị bỏ lọc, bỏ ẩn để xem lại; dòng nào không dùng thì xóa hẳn, ví dụ dòng "
    "{first}.",
    fix_en="Unhide them and look; delete those that are not meant, e.g. row {first}.",
    why="Filters left on hide rows from the eye, not from the sums.",
    good="""
STT | Người kiến nghị | Nội dung kiến nghị
1   | Lê Văn Mẫu      | Đề nghị sửa đường vào tổ 5
2   | Trần Thị B      | Đề nghị lắp đèn đường tổ 6
""".strip(),
    bad="""
STT  | Người kiến nghị | Nội dung kiến nghị
1    | Lê Văn Mẫu      | Đề nghị sửa đường vào tổ 5
~>>2 | Trần Thị B      | Đề nghị lắp đèn đường tổ 6
""".strip(),
)

HIDDEN_SHEET = Notice(
    "XLS-05",
    Severity.WARNING,
    vi="Trang này đang ẩn nhưng có bảng {count} dòng; các dòng này vẫn được tính.",
    en="This sheet is hidden but holds a table of {count} row(s); they are counted too.",
    fix_vi="Đề nghị bỏ ẩn để xem lại; nếu là bản cũ thì xóa trang, ví dụ trang Nháp.",
    fix_en="Unhide it and look; delete it if it is an old copy.",
    why="Old copies are hidden rather than deleted, and would be counted twice.",
    good="All sheets with tables are shown.",
    bad="Sheet «Nháp» holds petitions and is hidden.",
)

HIDDEN_COLUMN = Notice(
    "XLS-06",
    Severity.INFO,
    vi="Cột “{header}” đang ẩn nhưng có dữ liệu; dữ liệu này vẫn được dùng.",
    en="Column “{header}” is hidden but holds data, which is used.",
    fix_vi="Đề nghị bỏ ẩn cột để xem lại; nếu không dùng thì xóa cột, ví dụ cột {letters}.",
    fix_en="Unhide the column and look; delete it if it is not meant, e.g. column {letters}.",
    why="Columns are hidden for printing and then forgotten.",
    good="All columns with data are shown.",
    bad="Column «Số điện thoại» holds data and is hidden.",
)

SAME_NAME = Notice(
    "XLS-07",
    Severity.WARNING,
    vi="Tên trang «{name}» gần như trùng với trang «{other}» (chỉ khác dấu cách, chữ hoa hoặc chỗ "
    "đặt dấu).",
    en="The name of sheet «{name}» differs from «{other}» by spaces, capitals or accents only.",
    fix_vi="Đề nghị đổi tên một trang cho dễ phân biệt, ví dụ «Tân Hòa (bổ sung)»; nếu là bản cũ "
    "thì xóa trang.",
    fix_en="Rename one of them, e.g. «Tân Hòa (bổ sung)», or delete it if it is an old copy.",
    why="Two sheets of one name are taken for each other, and their rows are counted twice.",
    good="""
# Tân Hòa
STT | Người kiến nghị | Nội dung kiến nghị
1   | Lê Văn Mẫu      | Đề nghị sửa đường vào tổ 5
# Tân Lập
STT | Người kiến nghị | Nội dung kiến nghị
1   | Trần Thị B      | Đề nghị lắp đèn đường tổ 6
""".strip(),
    bad="""
# Tân Hòa
STT | Người kiến nghị | Nội dung kiến nghị
1   | Lê Văn Mẫu      | Đề nghị sửa đường vào tổ 5
# Tân Hoà
>>STT | Người kiến nghị | Nội dung kiến nghị
1     | Trần Thị B      | Đề nghị lắp đèn đường tổ 6
""".strip(),
)

TOTAL_OF_SECTION = Notice(
    "TOT-03",
    Severity.WARNING,
    vi="Tên mục ghi {typed} nhưng đếm trong mục được {counted} dòng.",
    en="The heading says {typed}, but {counted} rows were counted below it.",
    fix_vi="Đề nghị đếm lại rồi sửa số ở tên mục, ví dụ {counted}.",
    fix_en="Count again and correct the number in the heading, e.g. {counted}.",
    why="A row was added to the section, or moved out of it, and the heading was forgotten.",
    good="""
STT | Người kiến nghị | Nội dung kiến nghị
I. Lĩnh vực giao thông (2 kiến nghị)
1   | Lê Văn Mẫu      | Đề nghị sửa đường vào tổ 5
2   | Trần Thị B      | Đề nghị sửa cầu kênh số 3
""".strip(),
    bad="""
STT | Người kiến nghị | Nội dung kiến nghị
>>I. Lĩnh vực giao thông (3 kiến nghị)
1   | Lê Văn Mẫu      | Đề nghị sửa đường vào tổ 5
2   | Trần Thị B      | Đề nghị sửa cầu kênh số 3
""".strip(),
)

SHARE = Notice(
    "TOT-12",
    Severity.WARNING,
    vi="Tỷ lệ hài lòng ghi {typed}% nhưng tính từ số phiếu được {counted}%.",
    en="The share of satisfied people is given as {typed}%, but the votes come to {counted}%.",
    fix_vi="Đề nghị kiểm tra số phiếu rồi sửa tỷ lệ, ví dụ {counted}%.",
    fix_en="Check the votes and correct the share, e.g. {counted}%.",
    why="The share is (rất hài lòng + hài lòng) / tổng số phiếu; a typed one is not brought up "
    "to date.",
    good="""
STT | Nội dung đánh giá | Rất hài lòng | Hài lòng | Không hài lòng | Tỷ lệ hài lòng (%)
1   | Thái độ phục vụ   | 10           | 20       | 1              | 96,8
""".strip(),
    bad="""
STT | Nội dung đánh giá | Rất hài lòng | Hài lòng | Không hài lòng | Tỷ lệ hài lòng (%)
1   | Thái độ phục vụ   | 10           | 20       | 1              | >>99,8
""".strip(),
)

TOTAL_OF_FIGURES = Notice(
    "TOT-01",
    Severity.ERROR,
    vi="Dòng tổng ghi {typed} nhưng cộng các dòng trong bảng được {counted}.",
    en="The total says {typed}, but the rows of the table come to {counted}.",
    fix_vi="Hãy xem lại các dòng đã cộng; nếu các dòng đúng, hãy gõ «{counted}» vào ô này.",
    fix_en="Look at the rows again; if they are right, type «{counted}».",
    why="Typed totals are not brought up to date when a row is added.",
    good="""
STT | Nội dung đánh giá    | Rất hài lòng | Hài lòng | Không hài lòng
1   | Thái độ phục vụ      | 10           | 20       | 1
2   | Thời gian giải quyết | 12           | 18       | 1
    | Tổng cộng            | 22           | 38       | 2
""".strip(),
    bad="""
STT | Nội dung đánh giá    | Rất hài lòng | Hài lòng | Không hài lòng
1   | Thái độ phục vụ      | 10           | 20       | 1
2   | Thời gian giải quyết | 12           | 18       | 1
    | Tổng cộng            | 22           | >>39     | 2
""".strip(),
)

TOTAL_OF_ROWS = Notice(
    "TOT-02",
    Severity.WARNING,
    vi="Dòng tổng ghi {typed} nhưng đếm trong bảng được {counted} dòng.",
    en="The total says {typed}, but {counted} rows were counted in the table.",
    fix_vi="Đề nghị đếm lại rồi sửa số tổng, ví dụ {counted}, trước khi gửi cấp trên.",
    fix_en="Count again and correct the total, e.g. {counted}, before it is sent.",
    why="The level above copies the typed total; a row added later is then missing.",
    good="""
STT | Người kiến nghị        | Nội dung kiến nghị
1   | Lê Văn Mẫu             | Đề nghị sửa đường vào tổ 5
2   | Trần Thị B             | Đề nghị lắp đèn đường tổ 6
    | Tổng cộng: 2 kiến nghị |
""".strip(),
    bad="""
STT | Người kiến nghị          | Nội dung kiến nghị
1   | Lê Văn Mẫu               | Đề nghị sửa đường vào tổ 5
2   | Trần Thị B               | Đề nghị lắp đèn đường tổ 6
    | >>Tổng cộng: 3 kiến nghị |
""".strip(),
)

BEFORE_PETITION = Notice(
    "LNK-20",
    Severity.WARNING,
    vi="Ngày {day} của câu trả lời sớm hơn ngày tiếp nhận kiến nghị {received} tại {other}.",
    en="The date {day} of this answer is before its petition was received, {received} at {other}.",
    fix_vi="Đề nghị đối chiếu văn bản rồi sửa ngày, hoặc sửa mã nếu trả lời nhầm kiến nghị, ví dụ "
    "KN-02.",
    fix_en="Compare with the document and correct the date, or the id if it is not its own.",
    why="An answer cannot come before the petition; perhaps it belongs to another one.",
    good="""
# Kiến nghị
STT | Mã kiến nghị | Nội dung kiến nghị         | Ngày tiếp nhận
1   | KN-01        | Đề nghị sửa đường vào tổ 5 | 05/10/2026
# Trả lời
STT | Mã kiến nghị | Nội dung trả lời     | Số văn bản | Ngày văn bản
1   | KN-01        | Đã dặm vá 30 m đường | 26/TB-UBND | 20/10/2026
""".strip(),
    bad="""
# Kiến nghị
STT | Mã kiến nghị | Nội dung kiến nghị         | Ngày tiếp nhận
1   | KN-01        | Đề nghị sửa đường vào tổ 5 | 05/10/2026
# Trả lời
STT | Mã kiến nghị | Nội dung trả lời     | Số văn bản | Ngày văn bản
1   | KN-01        | Đã dặm vá 30 m đường | 26/TB-UBND | >>20/09/2026
""".strip(),
)

REPEATS_PETITION = Notice(
    "LNK-21",
    Severity.WARNING,
    vi="Câu trả lời chép nguyên nội dung kiến nghị tại {other}, nên chưa cho biết kết quả giải "
    "quyết.",
    en="The answer is the text of the petition at {other}, so it is none.",
    fix_vi="Đề nghị ghi việc đã làm và kết quả, ví dụ: đã dặm vá 30 m đường tổ 5.",
    fix_en="Write what was done and what came of it, e.g.: 30 m of the road were mended.",
    why="When rows are copied from list to list, the petition easily ends up as its own answer.",
    good="""
# Kiến nghị
STT | Mã kiến nghị | Nội dung kiến nghị
1   | KN-01        | Đề nghị sửa đường vào tổ 5
# Trả lời
STT | Mã kiến nghị | Nội dung trả lời
1   | KN-01        | Đã dặm vá 30 m đường
""".strip(),
    bad="""
# Kiến nghị
STT | Mã kiến nghị | Nội dung kiến nghị
1   | KN-01        | Đề nghị sửa đường vào tổ 5
# Trả lời
STT | Mã kiến nghị | Nội dung trả lời
1   | KN-01        | >>Đề nghị sửa đường vào tổ 5
""".strip(),
)

LOOKS_LIKE: Mapping[str, Notice] = {
    "complaint": Notice(
        "KND-01",
        Severity.WARNING,
        vi="Nội dung này có dấu hiệu khiếu nại, phải giải quyết theo Luật Khiếu nại. Các bảng "
        "tổng hợp tạm thời không nêu tên và nội dung.",
        en="This looks like a complaint, for which the Law on Complaints holds. The summaries "
        "show neither author nor content so far.",
        fix_vi="Đề nghị xác nhận; nếu đúng, ghi loại ý kiến là Khiếu nại và hướng dẫn người dân "
        "gửi đơn.",
        fix_en="If so, set the kind to Khiếu nại and tell the citizen how to file it.",
        why="Nghị định 20/2008, Điều 1: complaints leave this process and have deadlines of their "
        "own.",
        good="""
STT | Người kiến nghị | Nội dung kiến nghị
1   | Lê Văn Mẫu      | Đề nghị hướng dẫn thủ tục khiếu nại về đất đai
""".strip(),
        bad="""
STT | Người kiến nghị | Nội dung kiến nghị
1   | Lê Văn Mẫu      | >>Tôi khiếu nại quyết định thu hồi đất của xã
""".strip(),
    ),
    "denunciation": Notice(
        "KND-02",
        Severity.WARNING,
        vi="Nội dung này có dấu hiệu tố cáo, phải giữ bí mật người tố cáo theo Luật Tố cáo. Các "
        "bảng tổng hợp tạm thời không nêu tên và nội dung.",
        en="This looks like a denunciation: the law protects who makes it. The summaries show "
        "neither author nor content so far.",
        fix_vi="Đề nghị xác nhận; nếu đúng, ghi loại ý kiến là Tố cáo và không công khai dòng "
        "này.",
        fix_en="If so, set the kind to Tố cáo and do not publish this row.",
        why="Luật Tố cáo 2018 has its own procedure and forbids telling who denounced whom.",
        good="""
STT | Người kiến nghị | Nội dung kiến nghị
1   | Lê Văn Mẫu      | Đề nghị tuyên truyền về phòng, chống tham nhũng
""".strip(),
        bad="""
STT | Người kiến nghị | Nội dung kiến nghị
1   | Lê Văn Mẫu      | >>Tố cáo cán bộ ấp nhận tiền của dân
""".strip(),
    ),
}
"""What is told of petitions, by the list of words that hints at it (`codelists.meanings`)."""

NOTICES = (
    *REQUIRED.values(),
    INVITED_BY_POST,
    WITHOUT_PETITION,
    NOTHING_FILLED,
    ERROR_VALUE,
    NO_RESULT,
    EXTERNAL,
    HIDDEN_ROWS,
    HIDDEN_SHEET,
    HIDDEN_COLUMN,
    SAME_NAME,
    TOTAL_OF_FIGURES,
    TOTAL_OF_ROWS,
    TOTAL_OF_SECTION,
    SHARE,
    BEFORE_PETITION,
    REPEATS_PETITION,
    *LOOKS_LIKE.values(),
)
