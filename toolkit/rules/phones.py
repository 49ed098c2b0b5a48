"""Rules about phone numbers (TEL-20 to TEL-39)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from toolkit.model import Record, Severity
from toolkit.rules.declare import Blame, table_rule
from toolkit.values.texts import fold

SHARED = 3
"""A couple may share a phone; from so many people on it is worth a look."""


@table_rule(
    "TEL-20",
    Severity.INFO,
    fields=("phone",),
    vi="Số điện thoại “{phone}” được ghi cho {count} người khác nhau trong danh sách này.",
    en="Phone number “{phone}” is given for {count} different people in this list.",
    fix_vi="Nếu do chép nhầm, đề nghị ghi số riêng của từng người, ví dụ 0912345678; nếu dùng "
    "chung thì giữ nguyên.",
    fix_en="If copied by mistake, give each person's own number, e.g. 0912345678; else leave it.",
    good="""
        STT | Họ và tên  | Chức vụ   | Số điện thoại
        1   | Lê Văn Mẫu | Trưởng ấp | '0912345678
        2   | Trần Thị B | Cử tri    | '0912345678
        3   | Võ Văn C   | Cử tri    | '0987654321
    """,
    bad="""
        STT | Họ và tên  | Chức vụ   | Số điện thoại
        1   | Lê Văn Mẫu | Trưởng ấp | '0912345678
        2   | Trần Thị B | Cử tri    | '0912345678
        3   | Võ Văn C   | Cử tri    | >>'0912345678
    """,
    tables=("attendee",),
    gives=("count",),
)
def phone_is_not_everybodys(records: Sequence[Record]) -> Iterator[Blame]:
    """A number dragged down the column reaches only one of those people.

    It is told once, at its last row.
    """
    owners: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        if record["phone"]:
            owners[record.text("phone")].append(record)
    for sharing in owners.values():
        count = len({fold(record.text("full_name")) for record in sharing})
        if count >= SHARED:
            *others, last = sharing
            cells = tuple(record.cell("phone") for record in others)
            yield Blame(last, "phone", cells, {"count": count})
