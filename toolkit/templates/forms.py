"""A declared form → a workbook to be filled in."""

from datetime import date
from itertools import chain

from toolkit import codelists
from toolkit.model import (
    Look,
    Meeting,
    ReportBook,
    ReportCell,
    ReportColumn,
    ReportSheet,
    ReportTable,
)
from toolkit.templates.declared import Entry, Form
from toolkit.templates.examples import lesson

BLANK_ROWS = 30
"""Rows with borders; below them the form goes on without."""
REQUIRED = "Bắt buộc ghi."
INSTRUCTIONS = "Hướng dẫn"

_STEPS = (
    "1. Ghi từ dòng trống đầu tiên dưới tiêu đề; mỗi dòng một nội dung, không gộp ô.",
    "2. Đưa chuột lên tiêu đề cột để xem cách ghi; ô có mũi tên thì chọn trong danh sách.",
    "3. Điều gì chưa biết thì để trống; không ghi “nt” hay dấu phẩy trên để thay dòng trên.",
    "4. Không đổi tên, không xóa cột. Cần thêm cột thì thêm vào bên phải cột Ghi chú.",
    "5. Lưu tệp vào thư mục «nhan-vao» của hồ sơ hội nghị, tên tệp tùy ý.",
    "Tiêu đề được khóa để khỏi sửa nhầm; muốn mở khóa thì chọn Xem lại, Bỏ bảo vệ trang.",
)


def form_book(form: Form, meeting: Meeting, as_of: date) -> ReportBook:
    """The form with the letterhead of a unit, its lists as in force on a day.

    It is a book of nobody's kind: filled in, it is read as any workbook that staff have made.
    """
    columns = tuple(_column(entry, as_of) for entry in form.entries)
    blank: tuple[ReportCell, ...] = (None,) * len(columns)
    page = ReportSheet(
        form.sheet,
        form.title,
        (ReportTable(columns, [blank] * BLANK_ROWS),),
        signature=False,
        protected=True,
    )
    return ReportBook("", form.title.capitalize(), meeting, as_of, (page, _instructions(form)))


def _instructions(form: Form) -> ReportSheet:
    pictures = chain.from_iterable(lesson(code, rule) for code, rule in form.lessons.items())
    return ReportSheet(
        INSTRUCTIONS,
        f"CÁCH GHI BIỂU “{form.sheet.upper()}”",
        (),
        notes=_STEPS,
        landscape=False,
        letterhead=False,
        signature=False,
        pictures=tuple(pictures),
    )


def _column(entry: Entry, day: date) -> ReportColumn:
    names = codelists.load(entry.choices, day) if entry.choices else ()
    hint = " ".join(filter(None, (entry.hint, REQUIRED if entry.required else "")))
    return ReportColumn(
        (entry.header,),
        entry.width,
        Look.DATE if entry.is_date else Look.TEXT,
        choices=tuple(code.name for code in names),
        hint=hint,
    )
