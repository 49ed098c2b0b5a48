"""The sheets of a control workbook: their names, columns and fixed words.

`reading` understands all of it, `control_book` writes it; the first word of several is printed.
"""

from dataclasses import dataclass

from toolkit.settings.sheets import Heading


@dataclass(frozen=True, slots=True)
class Form:
    """A settings sheet; the first of its names is printed, with `note` below the title."""

    names: tuple[str, ...]
    headings: tuple[Heading, ...]
    note: str = ""

    @property
    def name(self) -> str:
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the sheet “Cấu hình”: the part of `Settings` or `Meeting` that it sets."""

    key: str
    words: tuple[str, ...]
    help: str


ITEMS = (
    Item("unit_name", ("Tên đơn vị", "Đơn vị"), "Như ở đầu văn bản, ví dụ: xã Thạnh Bình"),
    Item("unit_code", ("Mã đơn vị", "Mã xã"), "Mã hành chính 5 chữ số, ví dụ: 25498"),
    Item("parent", ("Cấp trên", "Đơn vị cấp trên"), "Ví dụ: tỉnh Tây Ninh"),
    Item("held_on", ("Ngày hội nghị", "Ngày tổ chức"), "Ví dụ: 20/10/2026"),
    Item("announced_on", ("Ngày thông báo", "Ngày công bố hội nghị"), "Ngày công bố nội dung"),
    Item("published_on", ("Ngày công khai kết quả", "Ngày công khai"), "Ngày công khai kết quả"),
    Item("previous", ("Hồ sơ hội nghị trước", "Hồ sơ kỳ trước"), "Ví dụ: ../hoi-nghi-2025"),
    Item("meeting_kind", ("Loại hội nghị",), "Ví dụ: Đối thoại về thủ tục hành chính"),
    Item("signer", ("Người ký", "Họ tên người ký"), "Họ và tên người ký các biểu"),
    Item("signer_title", ("Chức vụ người ký",), "Ví dụ: Chủ tịch"),
    Item("prepared_by", ("Người lập biểu", "Người lập"), "Họ và tên người lập biểu"),
)

CONFIGURATION = Form(
    ("Cấu hình",),
    (Heading("name", ("Mục", "Tên mục"), 30), Heading("value", ("Giá trị",), 40)),
    note="Mục nào để trống thì công cụ tự tìm trong các tệp gửi về.",
)
ASSIGNMENTS = Form(
    ("Phân công", "Phân công lĩnh vực"),
    (
        Heading("topic", ("Lĩnh vực", "Mã lĩnh vực", "Tên lĩnh vực"), 45, required=True),
        Heading("lead_unit", ("Đơn vị chủ trì", "Chủ trì", "Cơ quan chủ trì"), 34, required=True),
        Heading("support_units", ("Đơn vị phối hợp", "Phối hợp", "Cơ quan phối hợp"), 34),
        Heading("leader", ("Lãnh đạo phụ trách", "Lãnh đạo", "Người chỉ đạo"), 24),
        Heading("assignee", ("Người thực hiện", "Cán bộ thực hiện", "Công chức thực hiện"), 24),
        Heading("hamlet", ("Ấp", "Ấp/Khu phố", "Khu phố"), 20),
    ),
    note="Ghi tên ấp ở cột cuối nếu dòng đó chỉ áp dụng cho một ấp.",
)
DEADLINES = Form(
    ("Thời hạn", "Thời hạn giải quyết"),
    (
        Heading("code", ("Mã", "Mã thời hạn"), 8, required=True),
        Heading("name", ("Tên", "Tên thời hạn", "Nội dung"), 30),
        Heading("applies_to", ("Áp dụng cho", "Áp dụng", "Đối tượng áp dụng"), 50),
        Heading("days", ("Số ngày", "Thời gian"), 10, required=True),
        Heading("day_kind", ("Loại ngày", "Cách tính ngày"), 16, required=True),
        Heading("basis", ("Căn cứ", "Căn cứ pháp lý"), 45),
    ),
    note="Đề nghị đối chiếu với quy định đang có hiệu lực. Ghi “Không áp dụng” ở cột Số ngày để "
    "bỏ một thời hạn.",
)
DAYS_OFF = Form(
    ("Ngày nghỉ", "Ngày nghỉ lễ"),
    (
        Heading("day", ("Ngày", "Ngày nghỉ", "Ngày, tháng"), 14, required=True),
        Heading("kind", ("Loại", "Nghỉ/làm bù"), 12),
        Heading("name", ("Tên", "Tên ngày nghỉ", "Lý do", "Nội dung"), 30),
    ),
    note="Ngày lễ theo luật đã có sẵn. Chỉ ghi thêm ngày nghỉ hoán đổi, ngày làm bù và ngày nghỉ "
    "riêng của địa phương. Muốn bỏ một ngày nghỉ có sẵn, hãy ghi ngày đó với loại “Làm bù”.",
)
TOPICS = Form(
    ("Danh mục lĩnh vực", "Lĩnh vực"),
    (
        Heading("code", ("Mã", "Mã lĩnh vực"), 8, required=True),
        Heading("name", ("Lĩnh vực", "Tên lĩnh vực", "Tên"), 48, required=True),
        Heading("synonyms", ("Cách ghi khác", "Tên khác"), 60),
    ),
    note="Ghi thêm cách gọi khác của địa phương ở cột cuối, cách nhau bằng dấu chấm phẩy. Có "
    "lĩnh vực mới thì thêm một dòng với mã mới, ví dụ A90.",
)
UNITS = Form(
    ("Danh mục đơn vị", "Đơn vị", "Danh sách đơn vị"),
    (Heading("unit", ("Đơn vị", "Tên đơn vị", "Đơn vị chủ trì"), 50, required=True),),
    note="Mỗi dòng một đơn vị, đúng tên gọi chính thức, ví dụ: Phòng Kinh tế.",
)
HAMLETS = Form(
    ("Danh mục ấp, khu phố", "Ấp, khu phố", "Ấp", "Khu phố", "Danh sách ấp",
     "Danh sách ấp, khu phố", "Danh mục ấp"),
    (
        Heading(
            "hamlet",
            ("Ấp/Khu phố", "Ấp", "Khu phố", "Tên ấp", "Tên ấp, khu phố"),
            20,
            required=True,
        ),
    ),
    note="Mỗi dòng một ấp hoặc khu phố, ví dụ: Ấp Tân Hòa.",
)  # fmt: skip

MEMORY = Form(
    ("Ghi nhớ",),
    (
        Heading("number", ("STT", "Số thứ tự"), 6),
        Heading("kind", ("Loại", "Loại câu hỏi"), 20),
        Heading("seen", ("Đã thấy", "Nội dung đã thấy"), 52),
        Heading("proposal", ("Đề nghị", "Công cụ đề nghị"), 26),
        Heading("decision", ("Quyết định", "Trả lời"), 28, required=True),
        Heading("places", ("Nơi gặp", "Nơi thấy"), 40),
        Heading("note", ("Ghi chú",), 20),
        Heading("asked_on", ("Ngày hỏi",), 12),
        Heading("key", ("Khóa",), 14, required=True),
    ),
    note="Hãy chọn ở cột Quyết định, hoặc ghi “Đồng ý” để làm theo cột Đề nghị; việc đã quyết "
    "không hỏi lại. Dòng để trống thì công cụ giữ cách làm hiện nay. Đề nghị không sửa cột Khóa.",
)


WORKING_DAYS = ("Ngày làm việc", "Làm việc", "Ngày LV")
CALENDAR_DAYS = ("Ngày", "Ngày thường", "Ngày lịch", "Ngày liên tục")
OFF = ("Nghỉ", "Ngày nghỉ", "Nghỉ lễ", "Nghỉ bù", "Nghỉ hoán đổi")
WORKED = ("Làm bù", "Ngày làm bù", "Làm việc bù", "Đi làm bù", "Đi làm")
NOT_APPLIED = ("Không áp dụng", "Bỏ")
MEETING = ("Hội nghị",)
"""In “Áp dụng cho”: the deadline is one of the meeting itself."""
