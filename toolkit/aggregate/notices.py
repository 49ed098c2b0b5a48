"""What can be said about units and what they sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field

from toolkit.model import Notice, Question, Severity

UNKNOWN_UNIT = Notice(
    "SUB-19",
    Severity.WARNING,
    vi="Chưa rõ tệp này của xã, phường nào (thấy ghi “{seen}”) nên chưa cộng vào. Tên gần giống "
    "nhất: {nearest}.",
    en="It is not clear whose file this is (it says “{seen}”), so it is not counted yet. "
    "Nearest names: {nearest}.",
    fix_vi="Hãy ghi đúng tên xã, phường ở đầu bảng, ví dụ {example}.",
    fix_en="Write the name of the commune above the table, such as {example}.",
    why="A figure that belongs to no unit cannot be traced back to anybody.",
    good="The file says “UBND xã Thạnh Bình”.",
    bad="The file says “UBND xã Thạnh Bìng”.",
)
OLDER_CAME_LATER = Notice(
    "SUB-20",
    Severity.WARNING,
    vi="{unit} gửi ngày {received} một bản lưu lần cuối ngày {saved}, cũ hơn bản đang dùng (lưu "
    "ngày {newest}), nên chưa thay bản đang dùng.",
    en="On {received} {unit} sent a version last saved on {saved}, older than the one in use "
    "({newest}), so it does not replace it.",
    fix_vi="Hãy hỏi lại đơn vị; nếu bản gửi sau mới đúng, đề nghị mở bản đó, bấm Lưu rồi gửi lại.",
    fix_en="Ask the unit; if the later one is right, have it saved again and sent again.",
    why="An old attachment sent by mistake must not undo what was put right since.",
    good="A unit sends a version that was worked on after the last one.",
    bad="A unit sends last week's version after this week's.",
)
LOCKED = Notice(
    "SUB-21",
    Severity.WARNING,
    vi="Kỳ {year} của {unit} do {who} khóa ngày {when}, nên bản gửi thêm ngày {received} chưa "
    "được tính.",
    en="The period {year} of {unit} was locked by {who} on {when}, so what was sent on "
    "{received} is not counted.",
    fix_vi="Nếu cần nhận bản mới, đề nghị người đã khóa xóa dòng đó ở trang “Khóa kỳ” của bảng "
    "điều khiển.",
    fix_en="To accept it, whoever locked it deletes that row of the sheet “Khóa kỳ”.",
    why="Figures that were reported further up must not change behind the report.",
    good="A unit whose period is open sends again.",
    bad="A unit sends again after its period was locked.",
)
SENT_AGAIN = Notice(
    "SUB-22",
    Severity.INFO,
    vi="{unit} gửi lại ngày {received}: {difference}; tổng số kiến nghị {before} → {after}.",
    en="{unit} sent again on {received}: {difference}; petitions in all {before} → {after}.",
    fix_vi="Không cần làm gì nếu thay đổi này đúng.",
    fix_en="Nothing to do if the change is right.",
    why="A total that changed without a word would have to be looked for by hand.",
    good="A unit sends once.",
    bad="A unit sends again with three rows more.",
)
NOT_EXPECTED = Notice(
    "SUB-23",
    Severity.INFO,
    vi="{unit} không có trong danh sách đơn vị phải nộp nhưng đã gửi số liệu; số liệu vẫn được "
    "cộng.",
    en="{unit} is not in the list of units that report, yet it sent data; they are counted.",
    fix_vi="Nếu đơn vị này thuộc phạm vi tổng hợp, đề nghị thêm vào trang “Đơn vị”.",
    fix_en="If the unit belongs here, add it to the sheet “Đơn vị”.",
    why="A file of a neighbouring district lies in the wrong folder now and then.",
    good="A commune of the province sends its file.",
    bad="A commune of another province sends its file.",
)
SAME_CONTENT = Notice(
    "SUB-24",
    Severity.INFO,
    vi="Nội dung giống hệt bản «{other}» nên chỉ tính một lần.",
    en="The content is the same as that of «{other}», so it counts once.",
    fix_vi="Không cần làm gì.",
    fix_en="Nothing to do.",
    why="What is sent by mail often comes by USB stick as well, under another name.",
    good="A unit sends a file.",
    bad="A unit sends the same file again under another name.",
)
ONLY_A_PART = Notice(
    "SUB-25",
    Severity.INFO,
    vi="Bản {unit} gửi ngày {received} không có {missing}; phần này vẫn lấy từ bản gửi trước.",
    en="What {unit} sent on {received} has no {missing}; these are taken from the earlier one.",
    fix_vi="Không cần làm gì; nếu phần đó đã bỏ, đề nghị đơn vị gửi lại đủ các bảng.",
    fix_en="Nothing to do; if they were withdrawn, have all tables sent again.",
    why="Whoever mends one list sends only that one again.",
    good="A unit sends petitions and attendees again.",
    bad="A unit sends only the list of attendees again.",
)
NOTHING_USABLE = Notice(
    "SUB-26",
    Severity.WARNING,
    vi="Không đọc được số liệu nào trong phần {unit} gửi ngày {received}, nên coi như chưa nộp.",
    en="Nothing could be read of what {unit} sent on {received}, so it counts as missing.",
    fix_vi="Đề nghị gửi phiếu trả lại cho đơn vị để gửi lại tệp Excel đọc được.",
    fix_en="Send the return sheet to the unit and ask for a readable workbook.",
    why="A photo or a damaged file is not a report.",
    good="A unit sends a workbook.",
    bad="A unit sends a workbook that is damaged.",
)
SPLIT_UNIT = Notice(
    "ORG-49",
    Severity.WARNING,
    vi="{unit} đã chia về nhiều xã và chưa rõ {count} kiến nghị, đại biểu thuộc xã nào, nên tạm "
    "đưa về {target}.",
    en="{unit} was split, and of {count} petitions and people it is not known where they belong "
    "now; they are put under {target}.",
    fix_vi="Hãy ghi mỗi ấp thuộc xã nào ở trang “Chuyển đổi đơn vị” của bảng điều khiển.",
    fix_en="Say which hamlet belongs to which commune on the sheet “Chuyển đổi đơn vị”.",
    why="Communes were split by hamlet in 2025, and no law lists the hamlets in a table.",
    good="The hamlet of the petition is listed with its new commune.",
    bad="A petition of a commune that was split names no hamlet.",
)
UNKNOWN_ROW = Notice(
    "ORG-50",
    Severity.WARNING,
    vi="Dòng {row} của trang “{sheet}” ghi “{value}”, chưa nhận ra là đơn vị nào, nên chưa dùng "
    "dòng này.",
    en="Row {row} of the sheet “{sheet}” says “{value}”, which is no known unit; it is not used.",
    fix_vi="Hãy ghi mã hoặc tên đầy đủ của đơn vị, ví dụ 25498 hoặc xã Thạnh Bình.",
    fix_en="Write the code or the full name of the unit, such as 25498 or xã Thạnh Bình.",
    why="A lock or a deadline for nobody would protect nothing.",
    good="A row names the commune by its code 25498.",
    bad="A row names the commune “Thạnh B”.",
)
NOTICES: tuple[Notice, ...] = (
    UNKNOWN_UNIT,
    OLDER_CAME_LATER,
    LOCKED,
    SENT_AGAIN,
    NOT_EXPECTED,
    SAME_CONTENT,
    ONLY_A_PART,
    NOTHING_USABLE,
    SPLIT_UNIT,
    UNKNOWN_ROW,
)

WAITS_FOR_A_PERSON = frozenset({OLDER_CAME_LATER.code, LOCKED.code})
"""What cannot be settled without somebody: the run ends with the exit code of conflicts."""


_MEMORY_HINT = {
    "vi": "Hoặc chọn đơn vị một lần ở trang “Ghi nhớ” của bảng điều khiển.",
    "en": "Or choose the unit once and for all on the sheet “Ghi nhớ” of the control workbook.",
}
"""Added to what can be done about a remark that asks a question."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A notice about a unit or about what it sent; `source` is the folder or file, if any."""

    notice: Notice
    params: Mapping[str, object] = dataclass_field(default_factory=dict)
    unit: str = ""
    source: str = ""
    question: Question | None = None

    def text(self, language: str) -> str:
        return self.notice.text(language, self.params)

    def fix(self, language: str) -> str:
        fix = self.notice.fix(language, self.params)
        return f"{fix} {_MEMORY_HINT[language]}" if self.question else fix
