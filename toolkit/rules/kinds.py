"""Rules about petitions that look like something else (KND). They suggest, they never decide.

What looks like a complaint or a denunciation is withheld until a person decides: that is told by
`toolkit.check.suspects`.
"""

from toolkit.model import Severity
from toolkit.rules.declare import Verdict, rule
from toolkit.rules.states import is_aside, is_told_apart
from toolkit.rules.words import words


@rule(
    "KND-03",
    Severity.INFO,
    vi="Nội dung có dấu hiệu tranh chấp đất đai (“{word}”), thường phải hòa giải tại Ủy ban nhân "
    "dân xã trước.",
    en="This looks like a land dispute (“{word}”), which the commune first has to mediate.",
    fix_vi="Đề nghị xác nhận; nếu đúng, ghi loại ý kiến là Tranh chấp đất đai.",
    fix_en="If so, set the kind to Tranh chấp đất đai.",
    good="""
        STT | Người kiến nghị | Nội dung kiến nghị
        1   | Lê Văn Mẫu      | Vỉa hè chợ bị lấn chiếm, đề nghị dẹp lại
    """,
    bad="""
        STT | Người kiến nghị | Nội dung kiến nghị
        1   | Lê Văn Mẫu      | >>Hai hộ tranh chấp đất ở tổ 5, đề nghị xã giải quyết
    """,
    tables=("petition",),
    gives=("word",),
)
def petition_is_no_land_dispute(content: str, kind: str | None) -> Verdict:
    """Luật Đất đai 2024, Điều 235: mediation in the commune comes before any decision.

    What looks like a complaint or a denunciation as well is told as that.
    """
    if words("denunciation").found_in(content) or words("complaint").found_in(content):
        return True
    return _is_no("land_dispute", content, kind)


@rule(
    "KND-04",
    Severity.WARNING,
    vi="Nội dung phản ánh thái độ, nhũng nhiễu của cán bộ (“{word}”), nên không giao cho "
    "chính người bị phản ánh xử lý.",
    en="This is about the attitude of officials (“{word}”); they must not handle it themselves.",
    fix_vi="Đề nghị ghi loại ý kiến là Phản ánh thái độ và giao lãnh đạo chỉ đạo kiểm tra, ví dụ "
    "Chủ tịch UBND xã.",
    fix_en="Set the kind to Phản ánh thái độ and have a leader look into it, e.g. the chairman.",
    good="""
        STT | Người kiến nghị | Nội dung kiến nghị
        1   | Lê Văn Mẫu      | Thái độ phục vụ của bộ phận một cửa rất tốt
    """,
    bad="""
        STT | Người kiến nghị | Nội dung kiến nghị
        1   | Lê Văn Mẫu      | >>Cán bộ một cửa hách dịch, bắt dân chờ lâu
    """,
    tables=("petition",),
    gives=("word",),
)
def petition_is_not_about_attitude(content: str, kind: str | None) -> Verdict:
    """The third purpose of the meeting: to hear of disrespect and harassment, in confidence."""
    return _is_no("attitude", content, kind)


@rule(
    "KND-05",
    Severity.INFO,
    vi="Đây là khiếu nại hoặc tố cáo, phải giải quyết theo luật riêng, không theo bảng kiến nghị.",
    en="This is a complaint or denunciation, for which there is a law of its own.",
    fix_vi="Đề nghị chuyển sang sổ khiếu nại, tố cáo và không đưa vào bảng công khai, ví dụ chỉ "
    "ghi mã và ngày nhận.",
    fix_en="Move it to the register of complaints and do not publish it; keep id and date only.",
    good="""
        STT | Nội dung kiến nghị         | Loại ý kiến
        1   | Đề nghị sửa đường vào tổ 5 | Kiến nghị
    """,
    bad="""
        STT | Nội dung kiến nghị                        | Loại ý kiến
        1   | >>Tôi khiếu nại quyết định thu hồi đất xã | Khiếu nại
    """,
    tables=("petition",),
)
def petition_belongs_here(content: str, kind: str) -> Verdict:
    """Complaints and denunciations have registers, deadlines and secrecy of their own."""
    return not is_aside(kind) or not content


def _is_no(kind_of_words: str, content: str, kind: str | None) -> Verdict:
    word = None if is_told_apart(kind) else words(kind_of_words).found_in(content)
    return word is None or {"word": word}
