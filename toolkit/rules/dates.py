"""Rules about dates that cannot be, alone or beside each other (DAT-20 to DAT-39)."""

from datetime import date

from toolkit.model import PartialDate, Severity
from toolkit.rules.declare import Context, Verdict, rule

YEARS_BACK = 5
"""How old a petition may be that is still carried along."""

OLDEST = 110
YOUNGEST = 10
"""Between which ages people attend a meeting."""


@rule(
    "DAT-20",
    Severity.WARNING,
    vi="Ngày tiếp nhận {received_on} muộn hơn ngày tổng hợp {as_of}, tức là ngày chưa tới.",
    en="The date of receipt {received_on} is after the day of this report, {as_of}.",
    fix_vi="Đề nghị xem lại ngày, tháng, năm của ngày tiếp nhận, ví dụ 05/10/2026.",
    fix_en="Look at day, month and year of the date of receipt again, e.g. 05/10/2026.",
    good="""
        STT | Người kiến nghị | Nội dung kiến nghị         | Ngày tiếp nhận
        1   | Lê Văn Mẫu      | Đề nghị sửa đường vào tổ 5 | 05/10/2026
    """,
    bad="""
        STT | Người kiến nghị | Nội dung kiến nghị         | Ngày tiếp nhận
        1   | Lê Văn Mẫu      | Đề nghị sửa đường vào tổ 5 | >>25/12/2026
    """,
    gives=("as_of",),
)
def received_by_now(received_on: date, *, context: Context) -> Verdict:
    """Day and month swapped, or a wrong year: every deadline counted from it would be wrong."""
    return received_on <= context.as_of or {"as_of": context.as_of}


@rule(
    "DAT-21",
    Severity.ERROR,
    vi="Ngày trả lời {answered_on} sớm hơn ngày tiếp nhận {received_on}, nên một trong hai "
    "ngày chưa đúng.",
    en="The answer of {answered_on} is before the receipt on {received_on}; one of them is wrong.",
    fix_vi="Hãy đối chiếu văn bản rồi sửa ngày trả lời hoặc ngày tiếp nhận, ví dụ 20/10/2026; nếu "
    "chưa đối chiếu được, hãy gõ «Chưa rõ» vào ô này.",
    fix_en="Compare with the document and correct one of them, e.g. 20/10/2026, or type «Chưa "
    "rõ».",
    good="""
        STT | Nội dung kiến nghị         | Ngày tiếp nhận | Nội dung trả lời     | Ngày trả lời
        1   | Đề nghị sửa đường vào tổ 5 | 05/10/2026     | Đã dặm vá 30 m đường | 20/10/2026
    """,
    bad="""
        STT | Nội dung kiến nghị         | Ngày tiếp nhận | Nội dung trả lời     | Ngày trả lời
        1   | Đề nghị sửa đường vào tổ 5 | 05/10/2026     | Đã dặm vá 30 m đường | >>20/09/2026
    """,
)
def answered_after_receipt(answered_on: date, received_on: date, *, context: Context) -> Verdict:
    """An answer cannot come before the petition; the two columns may have been swapped.

    A receipt that is still to come is wrong itself, which is told there (DAT-20).
    """
    return received_on <= answered_on or received_on > context.as_of


@rule(
    "DAT-22",
    Severity.WARNING,
    vi="Ngày văn bản {document_date} sớm hơn ngày tiếp nhận {received_on}, nên có lẽ không "
    "phải văn bản trả lời kiến nghị này.",
    en="The document of {document_date} is older than the petition of {received_on}.",
    fix_vi="Đề nghị đối chiếu văn bản trả lời rồi sửa lại ngày, ví dụ 20/10/2026.",
    fix_en="Compare with the answering document and correct the date, e.g. 20/10/2026.",
    good="""
        STT | Nội dung kiến nghị         | Ngày tiếp nhận | Số văn bản | Ngày văn bản
        1   | Đề nghị sửa đường vào tổ 5 | 05/10/2026     | 26/TB-UBND | 20/10/2026
    """,
    bad="""
        STT | Nội dung kiến nghị         | Ngày tiếp nhận | Số văn bản | Ngày văn bản
        1   | Đề nghị sửa đường vào tổ 5 | 05/10/2026     | 26/TB-UBND | >>20/09/2026
    """,
)
def document_after_receipt(document_date: date, received_on: date) -> Verdict:
    """Sometimes an older decision is cited as the answer, so this may be right."""
    return received_on <= document_date


@rule(
    "DAT-23",
    Severity.ERROR,
    vi="Ngày hoàn thành {completed_on} sớm hơn ngày tiếp nhận {received_on}, nên một trong "
    "hai ngày chưa đúng.",
    en="Completion on {completed_on} is before the receipt on {received_on}; one of them is "
    "wrong.",
    fix_vi="Hãy sửa ngày hoàn thành hoặc ngày tiếp nhận cho đúng hồ sơ, ví dụ 30/10/2026; nếu "
    "chưa đối chiếu được, hãy gõ «Chưa rõ» vào ô này.",
    fix_en="Correct one of the two dates from the file, e.g. 30/10/2026, or type «Chưa rõ».",
    good="""
        STT | Nội dung kiến nghị         | Ngày tiếp nhận | Ngày hoàn thành
        1   | Đề nghị sửa đường vào tổ 5 | 05/10/2026     | 30/10/2026
    """,
    bad="""
        STT | Nội dung kiến nghị         | Ngày tiếp nhận | Ngày hoàn thành
        1   | Đề nghị sửa đường vào tổ 5 | 05/10/2026     | >>30/09/2026
    """,
)
def completed_after_receipt(completed_on: date, received_on: date) -> Verdict:
    """Work on a petition cannot end before it was received."""
    return received_on <= completed_on


@rule(
    "DAT-24",
    Severity.WARNING,
    vi="Ngày tiếp nhận {received_on} cách quá xa hội nghị năm {year}, có thể gõ nhầm năm.",
    en="The date of receipt {received_on} is far from the meeting of {year}; the year may be "
    "wrong.",
    fix_vi="Đề nghị xem lại năm của ngày tiếp nhận, ví dụ 05/10/2026.",
    fix_en="Look at the year of the date of receipt again, e.g. 05/10/2026.",
    good="""
        STT | Người kiến nghị | Nội dung kiến nghị         | Ngày tiếp nhận
        1   | Lê Văn Mẫu      | Đề nghị sửa đường vào tổ 5 | 05/10/2024
    """,
    bad="""
        STT | Người kiến nghị | Nội dung kiến nghị         | Ngày tiếp nhận
        1   | Lê Văn Mẫu      | Đề nghị sửa đường vào tổ 5 | >>05/10/2006
    """,
    gives=("year",),
)
def received_near_the_meeting(received_on: date, *, context: Context) -> Verdict:
    """Petitions of some earlier meetings are carried along, those of decades ago are not."""
    year = context.year
    return received_on.year >= year - YEARS_BACK or {"year": year}


@rule(
    "DAT-25",
    Severity.ERROR,
    vi="Ngày sinh hoặc năm sinh “{birth}” muộn hơn ngày tổng hợp {as_of}, nên chưa thể đúng.",
    en="The birth “{birth}” is after the day of this report, {as_of}.",
    fix_vi="Hãy gõ lại năm sinh đủ bốn chữ số, ví dụ 1962; nếu chưa hỏi được, hãy gõ «Chưa rõ» "
    "vào ô này.",
    fix_en="Type the year of birth again with four digits, e.g. 1962, or «Chưa rõ».",
    good="""
        STT | Họ và tên  | Năm sinh | Chức vụ
        1   | Lê Văn Mẫu | 1962     | Trưởng ấp
    """,
    bad="""
        STT | Họ và tên  | Năm sinh | Chức vụ
        1   | Lê Văn Mẫu | >>2062   | Trưởng ấp
    """,
    gives=("as_of",),
)
def born_by_now(birth: date | PartialDate, *, context: Context) -> Verdict:
    """Two digits of a year that became the wrong century are the usual cause."""
    return birth.isoformat() <= context.as_of.isoformat() or {"as_of": context.as_of}


@rule(
    "DAT-26",
    Severity.WARNING,
    vi="Theo năm sinh “{birth}” thì đại biểu này {age} tuổi, ít khi gặp ở một hội nghị.",
    en="By the birth “{birth}” this attendee is {age} years old, which is rare at a meeting.",
    fix_vi="Đề nghị kiểm tra lại năm sinh, ví dụ 1962.",
    fix_en="Check the year of birth, e.g. 1962.",
    good="""
        STT | Họ và tên  | Năm sinh | Chức vụ
        1   | Lê Văn Mẫu | 1962     | Trưởng ấp
    """,
    bad="""
        STT | Họ và tên  | Năm sinh | Chức vụ
        1   | Lê Văn Mẫu | >>1902   | Trưởng ấp
    """,
    gives=("age",),
)
def age_is_likely(birth: date | PartialDate, *, context: Context) -> Verdict:
    """One wrong digit in the year of birth is the usual cause.

    A birth still to come is DAT-25.
    """
    age = context.as_of.year - birth.year
    return (
        YOUNGEST <= age <= OLDEST or birth.isoformat() > context.as_of.isoformat() or {"age": age}
    )


@rule(
    "DAT-27",
    Severity.WARNING,
    vi="Thời hạn {due_date} sớm hơn ngày tiếp nhận {received_on}, nên không thể thực hiện được.",
    en="The deadline {due_date} is before the receipt on {received_on}, so it cannot be met.",
    fix_vi="Đề nghị sửa lại thời hạn hoặc ngày tiếp nhận, ví dụ thời hạn 30/10/2026.",
    fix_en="Correct the deadline or the date of receipt, e.g. deadline 30/10/2026.",
    good="""
        STT | Nội dung kiến nghị         | Ngày tiếp nhận | Thời hạn hoàn thành
        1   | Đề nghị sửa đường vào tổ 5 | 05/10/2026     | 30/10/2026
    """,
    bad="""
        STT | Nội dung kiến nghị         | Ngày tiếp nhận | Thời hạn hoàn thành
        1   | Đề nghị sửa đường vào tổ 5 | 05/10/2026     | >>30/09/2026
    """,
)
def due_after_receipt(due_date: date, received_on: date) -> Verdict:
    """The two columns may have been swapped, or day and month."""
    return received_on <= due_date


@rule(
    "DAT-28",
    Severity.WARNING,
    vi="Ngày trả lời {answered_on} muộn hơn ngày tổng hợp {as_of}, nên chưa thể tính là đã trả "
    "lời.",
    en="The date of answer {answered_on} is after the day of this report, {as_of}.",
    fix_vi="Đề nghị sửa lại ngày trả lời, hoặc để trống nếu chưa trả lời, ví dụ 20/10/2026.",
    fix_en="Correct the date of answer, or leave it blank if there is none yet, e.g. 20/10/2026.",
    good="""
        STT | Nội dung kiến nghị         | Nội dung trả lời     | Ngày trả lời
        1   | Đề nghị sửa đường vào tổ 5 | Đã dặm vá 30 m đường | 20/10/2026
    """,
    bad="""
        STT | Nội dung kiến nghị         | Nội dung trả lời     | Ngày trả lời
        1   | Đề nghị sửa đường vào tổ 5 | Đã dặm vá 30 m đường | >>20/12/2026
    """,
    gives=("as_of",),
)
def answered_by_now(answered_on: date, *, context: Context) -> Verdict:
    """Planned dates belong in the deadline; an answer still to come must not be counted."""
    return answered_on <= context.as_of or {"as_of": context.as_of}


@rule(
    "DAT-29",
    Severity.WARNING,
    vi="Ngày hoàn thành {completed_on} muộn hơn ngày tổng hợp {as_of}, nên chưa thể tính là đã "
    "xong.",
    en="The date of completion {completed_on} is after the day of this report, {as_of}.",
    fix_vi="Nếu là ngày dự kiến, hãy chuyển sang cột thời hạn; nếu đã xong, hãy sửa lại ngày, ví "
    "dụ 30/10/2026.",
    fix_en="Move a planned date to the deadline; otherwise correct it, e.g. 30/10/2026.",
    good="""
        STT | Nội dung kiến nghị         | Tình trạng | Ngày hoàn thành
        1   | Đề nghị sửa đường vào tổ 5 | Kết thúc   | 30/10/2026
    """,
    bad="""
        STT | Nội dung kiến nghị         | Tình trạng | Ngày hoàn thành
        1   | Đề nghị sửa đường vào tổ 5 | Kết thúc   | >>30/12/2026
    """,
    gives=("as_of",),
)
def completed_by_now(completed_on: date, *, context: Context) -> Verdict:
    """Staff like to type the planned day into the column of the real one."""
    return completed_on <= context.as_of or {"as_of": context.as_of}


@rule(
    "DAT-30",
    Severity.WARNING,
    vi="Ngày văn bản {document_date} muộn hơn ngày tổng hợp {as_of}, nên văn bản chưa thể có.",
    en="The date of the document, {document_date}, is after the day of this report, {as_of}.",
    fix_vi="Đề nghị xem lại ngày trên văn bản, ví dụ 20/10/2026.",
    fix_en="Look at the date on the document again, e.g. 20/10/2026.",
    good="""
        STT | Nội dung kiến nghị         | Số văn bản | Ngày văn bản
        1   | Đề nghị sửa đường vào tổ 5 | 26/TB-UBND | 20/10/2026
    """,
    bad="""
        STT | Nội dung kiến nghị         | Số văn bản | Ngày văn bản
        1   | Đề nghị sửa đường vào tổ 5 | 26/TB-UBND | >>20/12/2026
    """,
    gives=("as_of",),
)
def document_by_now(document_date: date, *, context: Context) -> Verdict:
    """A document cannot be of a day that is still to come."""
    return document_date <= context.as_of or {"as_of": context.as_of}
