"""Rules about units that the reorganisation of 2025 ended (ORG).

From 01/7/2025 there are no districts (Luật Tổ chức chính quyền địa phương 72/2025/QH15); what
they did is done by the province and by the new communes.
"""

from collections.abc import Iterator, Sequence

from toolkit.model import Record, Severity
from toolkit.rules.declare import Blame, Context, Verdict, rule, table_rule
from toolkit.rules.states import needs_action
from toolkit.rules.words import ended, former_units, words
from toolkit.values.texts import fold

DISTRICT = "HUYEN"


@rule(
    "ORG-01",
    Severity.WARNING,
    vi="Thẩm quyền ghi “{authority}”, là cấp không còn từ ngày 01/7/2025, nên kiến nghị chưa xong "
    "này chưa có cơ quan giải quyết.",
    en="“{authority}” ended on 01/7/2025, so this open petition has no competent authority.",
    fix_vi="Đề nghị chuyển thẩm quyền sang cấp xã hoặc cấp tỉnh, ví dụ ghi: Cấp tỉnh.",
    fix_en="Change the authority to commune or province, e.g. Cấp tỉnh.",
    good="""
        STT | Nội dung kiến nghị            | Thẩm quyền
        1   | Đề nghị mở rộng đường liên xã | Cấp tỉnh
    """,
    bad="""
        STT | Nội dung kiến nghị            | Thẩm quyền
        1   | Đề nghị mở rộng đường liên xã | >>Cấp huyện
    """,
)
def authority_still_exists(
    authority: str, status: str | None, outcome: str | None, *, context: Context
) -> Verdict:
    """Items left open on 30/6/2025 were taken over by commune or province."""
    return authority != DISTRICT or not _open_today(status, outcome, context)


@rule(
    "ORG-02",
    Severity.WARNING,
    vi="Đơn vị chủ trì “{lead_unit}” thuộc cấp huyện, là cấp không còn từ ngày 01/7/2025.",
    en="The lead unit “{lead_unit}” belongs to a district; these ended on 01/7/2025.",
    fix_vi="Đề nghị giao đơn vị của xã hoặc của tỉnh, ví dụ Phòng Kinh tế hoặc Sở Xây dựng.",
    fix_en="Name a unit of commune or province, e.g. Phòng Kinh tế or Sở Xây dựng.",
    good="""
        STT | Nội dung kiến nghị            | Đơn vị chủ trì
        1   | Đề nghị mở rộng đường liên xã | Sở Xây dựng
    """,
    bad="""
        STT | Nội dung kiến nghị            | Đơn vị chủ trì
        1   | Đề nghị mở rộng đường liên xã | >>Phòng Kinh tế huyện Tân Biên
    """,
)
def lead_unit_still_exists(
    lead_unit: str, status: str | None, outcome: str | None, *, context: Context
) -> Verdict:
    """Lists are copied from year to year, and the old units with them."""
    gone = words("district").found_in(lead_unit) is not None
    return not gone or not _open_today(status, outcome, context)


@rule(
    "ORG-03",
    Severity.INFO,
    vi="“{lead_unit}” là tên bộ phận cũ của xã; từ ngày 01/7/2025 việc này do {now} phụ trách. "
    "Bảng này có {count} ô như vậy.",
    en="“{lead_unit}” is a former section of the commune; since 01/7/2025 its work is done by "
    "{now}. There are {count} such cells in this table.",
    fix_vi="Đề nghị ghi tên hiện nay, ví dụ {now}.",
    fix_en="Use the present name, e.g. {now}.",
    good="""
        STT | Nội dung kiến nghị         | Đơn vị chủ trì
        1   | Đề nghị sửa đường vào tổ 5 | Phòng Kinh tế
    """,
    bad="""
        STT | Nội dung kiến nghị         | Đơn vị chủ trì
        1   | Đề nghị sửa đường vào tổ 5 | >>Địa chính - Xây dựng
        2   | Đề nghị sửa cầu ở tổ 6     | Địa chính - Xây dựng
    """,
    gives=("now",),
    once=True,
)
def section_still_exists(
    lead_unit: str, status: str | None, outcome: str | None, *, context: Context
) -> Verdict:
    """Nghị định 150/2025/NĐ-CP set up offices in the communes in place of single officials."""
    if not _open_today(status, outcome, context):
        return True
    in_ward = fold(context.meeting.unit_name).startswith("phuong ")
    units = former_units(in_ward=in_ward)
    now = next((now for former, now in units if former.found_in(lead_unit)), None)
    return now is None or {"now": now}


@table_rule(
    "ORG-04",
    Severity.INFO,
    fields=("district",),
    vi="Danh sách còn cột huyện (“{district}”), là cấp không còn từ ngày 01/7/2025.",
    en="The list still has a column for districts (“{district}”), which ended on 01/7/2025.",
    fix_vi="Đề nghị bỏ cột này ở kỳ sau và ghi xã, tỉnh hiện nay, ví dụ xã Tân Biên, tỉnh Tây "
    "Ninh.",
    fix_en="Leave the column out next time; give today's commune and province.",
    good="""
        STT | Họ và tên  | Chức vụ   | Xã
        1   | Lê Văn Mẫu | Trưởng ấp | Tân Biên
    """,
    bad="""
        STT | Họ và tên  | Chức vụ   | Xã       | Huyện
        1   | Lê Văn Mẫu | Trưởng ấp | Tân Biên | >>Tân Biên
        2   | Trần Thị B | Cử tri    | Tân Biên | Tân Biên
    """,
)
def list_has_no_districts(records: Sequence[Record], *, context: Context) -> Iterator[Blame]:
    """Since 01/7/2025 there are two levels only: province and commune.

    Told once, at the first value.
    """
    named = [record for record in records if record["district"]]
    if named and context.day >= ended("district") and records[0].table.has("district"):
        yield Blame(named[0], "district")


def _open_today(status: str | None, outcome: str | None, context: Context) -> bool:
    return context.day >= ended("district") and needs_action(status, outcome)
