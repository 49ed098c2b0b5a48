"""The forms: one table each, its columns in the order in which people fill them in."""

from collections.abc import Mapping
from dataclasses import dataclass

DATE = "Gõ ngày/tháng/năm, ví dụ 05/10/2026."
PHONE = "Gõ đủ 10 chữ số, ví dụ 0912345678."
COUNT = "Chỉ gõ số phiếu, ví dụ 25. Không có phiếu nào thì gõ 0."
CHOOSE = "Chọn trong danh sách thả xuống."


@dataclass(frozen=True, slots=True)
class Entry:
    """A column of a form: the field it is for, the words over it, how to fill it in.

    `choices` names a code list whose names are offered, `required` is said in the note on the
    header. Dates get the looks of dates.
    """

    field: str
    header: str
    width: float
    hint: str = ""
    choices: str = ""
    required: bool = False
    is_date: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A workbook to be filled in: its file name, its sheet, and what its instructions show.

    `lessons` are the codes of rules whose examples are drawn, wrong above right, each with what
    is to be seen there.
    """

    entity: str
    file: str
    sheet: str
    title: str
    entries: tuple[Entry, ...]
    lessons: Mapping[str, str]


_SEQ = Entry("seq", "STT", 6, "Đánh số 1, 2, 3… từ trên xuống.")
_HAMLET = Entry("hamlet", "Ấp/Khu phố", 16, "Ghi tên ấp như trong bảng điều khiển, ví dụ: Ấp 3.")
_PHONE = Entry("phone", "Số điện thoại", 15, PHONE)
_ID = Entry(
    "petition_id", "Mã kiến nghị", 16,
    "Chép đúng mã trong bảng theo dõi, ví dụ KN-25498-2026-001. Chưa có mã thì để trống.",
)  # fmt: skip
_TOPIC = Entry("topic", "Lĩnh vực", 24, CHOOSE, choices="topics")
_NOTE = Entry("note", "Ghi chú", 18)

ATTENDEE = Form(
    "attendee",
    "Mau_dai_bieu.xlsx",
    "Đại biểu",
    "DANH SÁCH ĐẠI BIỂU THAM DỰ HỘI NGHỊ ĐỐI THOẠI",
    (
        _SEQ,
        Entry("full_name", "Họ và tên", 26, "Ghi đầy đủ họ, chữ đệm và tên.", required=True),
        Entry("gender", "Giới tính", 10, CHOOSE, choices="genders"),
        Entry("birth", "Năm sinh", 11, "Gõ năm, ví dụ 1975; hoặc đủ ngày, ví dụ 05/10/1975."),
        Entry("position", "Chức vụ", 20),
        Entry("organisation", "Đơn vị công tác", 24),
        _HAMLET,
        _PHONE,
        Entry("delegation", "Thành phần", 22, CHOOSE, choices="delegations"),
        Entry("attendance", "Tham dự", 14, CHOOSE, choices="attendance"),
        _NOTE,
    ),
    {"TEL-01": "số điện thoại thiếu một chữ số."},
)
PETITION = Form(
    "petition",
    "Mau_kien_nghi.xlsx",
    "Kiến nghị",
    "TỔNG HỢP Ý KIẾN, KIẾN NGHỊ",
    (
        _SEQ,
        Entry(
            "petitioner", "Họ và tên người kiến nghị", 24,
            "Mỗi dòng một người hoặc một tổ chức; ý kiến chung thì ghi: Cử tri Ấp 3.",
        ),
        _HAMLET,
        _PHONE,
        Entry("received_on", "Ngày tiếp nhận", 13, DATE, is_date=True),
        Entry(
            "content", "Nội dung kiến nghị", 48,
            "Mỗi dòng một kiến nghị: việc gì, ở đâu, đề nghị ai làm gì.", required=True,
        ),
        _TOPIC,
        Entry("kind", "Loại ý kiến", 16, CHOOSE, choices="kinds"),
        Entry("authority", "Thẩm quyền", 16, CHOOSE, choices="authorities"),
        Entry("lead_unit", "Đơn vị chủ trì", 22, "Để trống nếu chưa giao; công cụ sẽ đề xuất."),
        _NOTE,
    ),
    {
        "DAT-02": "tháng 2 không có ngày 31.",
        "TEL-01": "số điện thoại thiếu một chữ số.",
        "REQ-07": "không rõ ai kiến nghị.",
    },
)  # fmt: skip
RESPONSE = Form(
    "response",
    "Mau_tra_loi.xlsx",
    "Trả lời",
    "KẾT QUẢ TRẢ LỜI, GIẢI QUYẾT KIẾN NGHỊ",
    (
        _SEQ,
        _ID,
        Entry("petitioner", "Họ và tên người kiến nghị", 24),
        Entry("lead_unit", "Đơn vị chủ trì", 22),
        Entry("response_text", "Nội dung trả lời", 46, "Ghi việc đã làm, kết quả.", required=True),
        Entry("document_no", "Số, ký hiệu văn bản", 16, "Ghi đủ số và ký hiệu, ví dụ 26/TB-UBND."),
        Entry("document_date", "Ngày văn bản", 13, DATE, is_date=True),
        Entry("answered_on", "Ngày trả lời", 13, DATE, is_date=True),
        Entry("status", "Tình trạng xử lý", 20, CHOOSE, choices="statuses"),
        Entry("outcome", "Kết quả", 20, CHOOSE, choices="outcomes"),
        _NOTE,
    ),
    {
        "DOC-01": "số văn bản chưa có ký hiệu.",
        "DAT-21": "ngày trả lời trước ngày tiếp nhận.",
    },
)  # fmt: skip
SURVEY = Form(
    "survey",
    "Mau_khao_sat.xlsx",
    "Khảo sát",
    "KẾT QUẢ KHẢO SÁT MỨC ĐỘ HÀI LÒNG",
    (
        _SEQ,
        Entry("question", "Nội dung khảo sát", 44, "Mỗi dòng một câu hỏi.", required=True),
        Entry("very_satisfied", "Rất hài lòng", 12, COUNT),
        Entry("satisfied", "Hài lòng", 12, COUNT),
        Entry("neutral", "Bình thường", 12, COUNT),
        Entry("dissatisfied", "Không hài lòng", 12, COUNT),
        Entry("very_dissatisfied", "Rất không hài lòng", 12, COUNT),
        Entry("total", "Tổng số phiếu", 12, "Bằng tổng các cột mức độ hài lòng của dòng."),
        _NOTE,
    ),
    {
        "TXT-06": "ghi tỷ lệ thay cho số phiếu.",
        "TOT-10": "tổng số phiếu ít hơn số phiếu của các mức cộng lại.",
    },
)
FORMS: Mapping[str, Form] = {form.entity: form for form in (ATTENDEE, PETITION, RESPONSE, SURVEY)}
"""The forms by what their table holds."""
