"""What no sheet may show: numbers that identify people, and who complained or denounced.

Complaints and denunciations leave the dialogue: other laws and other registers apply to them
(Luật Khiếu nại 2011, Luật Tố cáo 2018, which protects the identity of whoever denounces).
They are counted, but of their content and their author nothing is shown.
"""

import re
from collections.abc import Mapping

from toolkit.model import Entry, Record

STUBS: Mapping[str, str] = {
    "KHN": "Đã hướng dẫn theo Luật Khiếu nại",
    "TC": "Đã hướng dẫn theo Luật Tố cáo",
}
"""What is shown instead of the content, by kind of petition."""

HIDDEN = "Không công khai"
"""What is shown instead of a name."""

NO_CONTENT = "(Chưa ghi nội dung kiến nghị)"
"""What is shown instead of nothing: a petition is never a blank line."""

PERSONAL_NUMBER = re.compile(
    r"""(?<!\d)(?:
        \d{9,12}                            # identity numbers and telephones in one piece
      | (?:\+84[ .\-]?|84[ ]|0)\d{1,3}(?:[ .\-]\d{3,4}){2,3}  # in groups: 0912.345.678
    )(?!\d)""",
    re.VERBOSE,
)


def is_stub(petition: Entry | Record) -> bool:
    """Whether a petition is a complaint or a denunciation."""
    return petition.text("kind") in STUBS


def content(petition: Entry) -> str:
    """What a petition asks for, as sheets may show it."""
    return STUBS.get(petition.text("kind")) or free_text(petition, "content") or NO_CONTENT


def petitioner(petition: Entry) -> str:
    """Who asks, as sheets may show it: a person, an organisation, the voters of a hamlet."""
    if is_stub(petition):
        return HIDDEN
    name = " ".join(filter(None, (petition.text("honorific"), petition.text("petitioner"))))
    return masked(name)


def free_text(entry: Entry, key: str) -> str:
    """A text that staff wrote, as sheets may show it; empty for complaints and denunciations."""
    return "" if is_stub(entry) else masked(entry.text(key))


def masked(text: str) -> str:
    """A text without the numbers by which a person can be found.

    >>> masked("Bà Lan (0912.345.678, CCCD 072090001234) hỏi Quyết định 63/2025/QĐ-UBND")
    'Bà Lan (•••, CCCD •••) hỏi Quyết định 63/2025/QĐ-UBND'
    >>> masked("Hỗ trợ 1.200.000.000 đồng, hạn 05.10.2026")
    'Hỗ trợ 1.200.000.000 đồng, hạn 05.10.2026'
    """
    return PERSONAL_NUMBER.sub("•••", text)
