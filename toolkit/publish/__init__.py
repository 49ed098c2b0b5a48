"""What the public may read: petitions and answers, and nothing of who asked.

Luật Tổ chức chính quyền địa phương 2025, Điều 43: the results of the dialogue are made public
within ten days. Complaints and denunciations are left out: other laws apply to them.
"""

from toolkit.publish.names import Named, names_in
from toolkit.publish.page import html_page
from toolkit.publish.public import (
    PublicRow,
    is_held_back,
    public_book,
    public_rows,
    review_book,
)

__all__ = [
    "Named",
    "PublicRow",
    "html_page",
    "is_held_back",
    "names_in",
    "public_book",
    "public_rows",
    "review_book",
]
