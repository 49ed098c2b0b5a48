"""Rules about personal data that need not be here (PRI): Luật 91/2025/QH15."""

import re
from collections.abc import Iterator, Sequence

from toolkit.model import Record, Severity
from toolkit.rules.declare import Blame, Verdict, rule, table_rule

_IDENTITY = re.compile(r"(?<![\d/.\-])0\d{2}[ .]?[0-3]\d{2}[ .]?\d{3}[ .]?\d{3}(?![\d/])")
_PHONE = re.compile(r"(?<![\d/.\-])(?:\+?84|0)[ .]?[35789]\d(?:[ .\-]?\d){7}(?![\d/])")


@table_rule(
    "PRI-01",
    Severity.INFO,
    fields=("national_id",),
    vi="Danh sách đại biểu có số định danh của {count} người, là dữ liệu cá nhân không cần cho "
    "hội nghị.",
    en="This list of attendees holds the identity numbers of {count} people, which are not "
    "needed.",
    fix_vi="Nếu không thật cần, đề nghị bỏ cột này; công cụ không đưa số định danh vào bảng "
    "tổng hợp.",
    fix_en="Leave the column out if you can; the summaries never show identity numbers.",
    good="""
        STT | Họ và tên  | Chức vụ   | Số điện thoại
        1   | Lê Văn Mẫu | Trưởng ấp | '0912345678
    """,
    bad="""
        STT | Họ và tên  | Chức vụ   | Số CCCD
        1   | Lê Văn Mẫu | Trưởng ấp | >>'072090001234
        2   | Trần Thị B | Cử tri    | '072190004321
    """,
    tables=("attendee",),
    gives=("count",),
)
def attendees_need_no_identity_number(records: Sequence[Record]) -> Iterator[Blame]:
    """Who came is known without it; what is not collected cannot be lost.

    Told once, at the first number.
    """
    holders = [record for record in records if record["national_id"]]
    if holders:
        yield Blame(holders[0], "national_id", params={"count": len(holders)})


@rule(
    "PRI-02",
    Severity.WARNING,
    vi="Nội dung kiến nghị có ghi số định danh ({masked}), sẽ bị lộ khi công khai kết quả.",
    en="The petition contains an identity number ({masked}), which would be published with it.",
    fix_vi="Đề nghị xóa số này khỏi nội dung, ví dụ chỉ ghi: hộ ông Lê Văn Mẫu, tổ 5.",
    fix_en="Delete the number from the text, e.g. leave only name and hamlet group.",
    good="""
        STT | Người kiến nghị | Nội dung kiến nghị
        1   | Lê Văn Mẫu      | Đề nghị cấp lại giấy cho thửa đất 072, tờ bản đồ số 15
    """,
    bad="""
        STT | Người kiến nghị | Nội dung kiến nghị
        1   | Lê Văn Mẫu      | >>Tôi có CCCD 072090001234, đề nghị cấp lại giấy
    """,
    tables=("petition",),
    gives=("masked",),
)
def petition_holds_no_identity_number(content: str) -> Verdict:
    """Petitions are posted and sent to the hamlets; a number in the text goes with them."""
    return _holds_no(_IDENTITY, content)


@rule(
    "PRI-03",
    Severity.WARNING,
    vi="Nội dung kiến nghị có ghi số điện thoại ({masked}), sẽ bị lộ khi công khai kết quả.",
    en="The petition contains a phone number ({masked}), which would be published with it.",
    fix_vi="Đề nghị chuyển số này sang cột số điện thoại và xóa khỏi nội dung, ví dụ chỉ giữ tên "
    "và ấp.",
    fix_en="Move the number to the phone column and delete it from the text.",
    good="""
        STT | Người kiến nghị | Nội dung kiến nghị
        1   | Lê Văn Mẫu      | Đường dây nóng 1022 gọi không được, đề nghị kiểm tra
    """,
    bad="""
        STT | Người kiến nghị | Nội dung kiến nghị
        1   | Lê Văn Mẫu      | >>Đường tổ 5 bị hư, liên hệ tôi số 0912.345.678
    """,
    tables=("petition",),
    gives=("masked",),
)
def petition_holds_no_phone_number(content: str) -> Verdict:
    """Whoever reads the posted list could call the petitioner.

    The digits of an identity card are not taken for a phone number.
    """
    return _holds_no(_PHONE, _IDENTITY.sub("", content))


@rule(
    "PRI-04",
    Severity.WARNING,
    vi="Câu trả lời có ghi số định danh ({masked}), sẽ bị lộ khi công khai kết quả.",
    en="The answer contains an identity number ({masked}), which would be published with it.",
    fix_vi="Đề nghị xóa số này khỏi câu trả lời, ví dụ chỉ ghi: hộ ông Lê Văn Mẫu, tổ 5.",
    fix_en="Delete the number from the answer, e.g. leave only name and hamlet group.",
    good="""
        STT | Nội dung kiến nghị              | Nội dung trả lời
        1   | Đề nghị cấp lại giấy chứng nhận | Đã trả giấy chứng nhận cho hộ ông Mẫu
    """,
    bad="""
        STT | Nội dung kiến nghị              | Nội dung trả lời
        1   | Đề nghị cấp lại giấy chứng nhận | >>Đã trả giấy cho ông Mẫu, CCCD 072090001234
    """,
    gives=("masked",),
)
def answer_holds_no_identity_number(response_text: str) -> Verdict:
    """Results are published within ten days (Điều 43 Luật 72/2025/QH15), answers with them."""
    return _holds_no(_IDENTITY, response_text)


@rule(
    "PRI-05",
    Severity.WARNING,
    vi="Câu trả lời có ghi số điện thoại riêng ({masked}), sẽ bị lộ khi công khai kết quả.",
    en="The answer contains a private phone number ({masked}), which would be published with it.",
    fix_vi="Đề nghị xóa số này khỏi câu trả lời, hoặc thay bằng số của cơ quan, ví dụ đường dây "
    "nóng 1022.",
    fix_en="Delete the number, or give that of an office, e.g. the hotline 1022.",
    good="""
        STT | Nội dung kiến nghị              | Nội dung trả lời
        1   | Đề nghị cấp lại giấy chứng nhận | Đã hướng dẫn, liên hệ Bộ phận Một cửa 0276.3822.123
    """,
    bad="""
        STT | Nội dung kiến nghị              | Nội dung trả lời
        1   | Đề nghị cấp lại giấy chứng nhận | >>Đã gọi cho ông Mẫu, số 0912.345.678, hẹn trả giấy
    """,
    gives=("masked",),
)
def answer_holds_no_phone_number(response_text: str) -> Verdict:
    """Answers are posted as they are; a mobile number in them is somebody's own.

    Landlines are those of offices.
    """
    return _holds_no(_PHONE, _IDENTITY.sub("", response_text))


def _holds_no(pattern: re.Pattern[str], text: str) -> Verdict:
    """Whether a text is free of such numbers; a message shows the ends of the number only."""
    match = pattern.search(text)
    if match is None:
        return True
    number = re.sub(r"\D", "", match.group())
    return {"masked": f"{number[:3]}…{number[-2:]}"}
