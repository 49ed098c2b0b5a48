"""The findings workbook: every mistake and every doubt with its cell, and how many there are."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from toolkit.model import (
    Cell,
    Consolidation,
    Finding,
    Look,
    Notice,
    ReportBook,
    ReportColumn,
    ReportSheet,
    ReportTable,
    Severity,
    SourceFile,
)
from toolkit.summarize.columns import NUMBER, numbered, source_link
from toolkit.summarize.sayings import files_read, reasons

SEVERITIES: Mapping[Severity, tuple[str, str, str]] = {
    Severity.ERROR: ("Lỗi", "Error", "red"),
    Severity.WARNING: ("Cảnh báo", "Warning", "yellow"),
    Severity.INFO: ("Ghi chú", "Note", "grey"),
}
"""In the order in which they are listed: in Vietnamese, in English, the color of the row."""


STEPS: Mapping[str, tuple[str, str]] = {
    "errors": (
        "Mở trang Chi tiết, sửa các dòng màu đỏ trước: bấm ô ở cột Ô, làm theo cột Cách sửa.",
        "Open the sheet Chi tiết and mend the red rows first: click the cell, do as is said.",
    ),
    "warnings": (
        "Xem lại các dòng màu vàng; chỗ nào đã đúng thì để nguyên.",
        "Look at the yellow rows; leave what is right as it is.",
    ),
    "questions": (
        "Trả lời các điểm còn hỏi ở trang Ghi nhớ của {workbook}, mỗi điểm một lần.",
        "Answer what is asked on the sheet Ghi nhớ of {workbook}, once and for all.",
    ),
    "again": (
        "Lưu và đóng các tệp đã sửa, rồi chạy lại công cụ.",
        "Save and close what was changed, then run the toolkit again.",
    ),
}
"""What is to be done about findings, in Vietnamese and in English."""


@dataclass(frozen=True, slots=True)
class Line:
    """A finding as it is listed. `cell` is None where a whole file is meant."""

    notice: Notice
    path: str
    cell: Cell | None
    value: str
    text: str
    fix: str

    @property
    def order(self) -> tuple[int, str, tuple[str, int, int]]:
        """The gravest first, then from place to place."""
        place = (self.cell.sheet, self.cell.row, self.cell.column) if self.cell else ("", 0, 0)
        return list(SEVERITIES).index(self.notice.severity), self.path, place


def findings_book(
    data: Consolidation, language: str = "vi", link_base: str = "", questions_in: str = ""
) -> ReportBook:
    """What was found, for those who put it right.

    Values stand as they were typed, so that they are found again. `link_base` leads from the
    workbook to the files. `questions_in` is the workbook that asks what people are to decide, if
    one does.
    """
    lines = sorted(_lines(data, language), key=lambda line: line.order)
    return ReportBook(
        "findings",
        _say(language, "Danh sách lỗi, cảnh báo", "List of findings"),
        data.meeting,
        data.as_of,
        (
            _summary(data, lines, language, questions_in),
            _details(lines, language, link_base),
        ),
        language,
    )


def severity_name(severity: Severity, language: str = "vi") -> str:
    """How a severity is called."""
    return _say(language, *SEVERITIES[severity][:2])


def _lines(data: Consolidation, language: str) -> Iterator[Line]:
    for finding in data.findings:
        yield _line(finding, language)
    for file in reasons(data.files, data.findings):
        if file.reason:
            text, fix = (
                file.reason.text(language, file.params),
                file.reason.fix(language, file.params),
            )
            yield Line(file.reason, file.path, None, "", text, fix)


def _line(finding: Finding, language: str) -> Line:
    """A finding in words."""
    return Line(
        finding.notice,
        finding.cell.workbook,
        finding.cell,
        finding.value or "",
        finding.text(language),
        finding.fix(language),
    )


def _summary(
    data: Consolidation, lines: Sequence[Line], language: str, questions_in: str
) -> ReportSheet:
    conclusion, color = _conclusion(data, lines, language)
    header = _say(language, "Kết luận", "Conclusion")
    return ReportSheet(
        "Tóm tắt",
        _say(language, "TÓM TẮT KẾT QUẢ KIỂM TRA", "SUMMARY OF THE CHECK"),
        (
            ReportTable((ReportColumn((header,), 66),), ((conclusion,),)),
            _next_steps(lines, language, questions_in),
            _by_file(data.files, lines, language),
            _by_notice(lines, language),
        ),
        landscape=False,
        letterhead=False,
        signature=False,
        colors={**_colors(language), conclusion: color},
    )


def _conclusion(data: Consolidation, lines: Sequence[Line], language: str) -> tuple[str, str]:
    """The result in one sentence, and its color."""
    found = Counter(line.notice.severity for line in lines)
    errors, warnings, notes = (found[severity] for severity in SEVERITIES)
    checked_vi, checked_en = files_read(data.files)
    if language == "vi":
        checked = checked_vi
        wrong = f"có {_dotted(errors)} lỗi phải sửa" if errors else "không có lỗi"
        doubtful = f", {_dotted(warnings)} cảnh báo cần xem lại" if warnings else ""
        doubtful += f", {_dotted(notes)} ghi chú" if notes else ""
    else:
        checked = checked_en
        wrong = f"{errors:,} errors to mend" if errors else "no errors"
        doubtful = f", {warnings:,} warnings to look at" if warnings else ""
        doubtful += f", {notes:,} notes" if notes else ""
    color = "red" if errors else "yellow" if warnings else "green"
    return f"{checked}: {wrong}{doubtful}.", color


def _next_steps(lines: Sequence[Line], language: str, questions_in: str) -> ReportTable:
    """What to do about it, in order."""
    found = Counter(line.notice.severity for line in lines)
    errors, warnings = found[Severity.ERROR], found[Severity.WARNING]
    needed = {
        "errors": bool(errors),
        "warnings": bool(warnings),
        "questions": bool(questions_in),
        "again": bool(errors or warnings or questions_in),
    }
    steps = (_say(language, *STEPS[key]) for key, is_needed in needed.items() if is_needed)
    return ReportTable(
        (ReportColumn((_say(language, "Việc cần làm", "What to do"),), 66),),
        tuple(
            (f"{number}. {step.format(workbook=questions_in)}",)
            for number, step in enumerate(steps, start=1)
        ),
        empty=_say(language, "Không có việc gì phải làm.", "There is nothing to do."),
    )


def _by_file(files: Sequence[SourceFile], lines: Sequence[Line], language: str) -> ReportTable:
    found = Counter((line.path, line.notice.severity) for line in lines)
    return ReportTable(
        (
            ReportColumn((_say(language, "Tệp", "File"),), 66),
            *(
                ReportColumn((severity_name(severity, language),), 14, Look.INTEGER)
                for severity in SEVERITIES
            ),
        ),
        tuple(
            (file.path, *(found[file.path, severity] for severity in SEVERITIES)) for file in files
        ),
        empty=_say(language, "Không có tệp nào.", "There are no files."),
        caption=_say(language, "Theo tệp", "By file"),
    )


def _by_notice(lines: Sequence[Line], language: str) -> ReportTable:
    found = Counter(line.notice.code for line in lines)
    first = {line.notice.code: line for line in reversed(lines)}
    return ReportTable(
        (
            ReportColumn(
                (_say(language, "Nội dung (của chỗ đầu tiên)", "What is wrong (the first one)"),),
                66,
            ),
            ReportColumn((_say(language, "Mã", "Code"),), 14, Look.CENTER),
            ReportColumn((_say(language, "Mức độ", "Severity"),), 14, Look.CENTER),
            ReportColumn((_say(language, "Số chỗ", "Places"),), 14, Look.INTEGER),
        ),
        tuple(
            (line.text, code, severity_name(line.notice.severity, language), found[code])
            for code, line in reversed(first.items())
        ),
        empty=_say(language, "Không có lỗi, cảnh báo nào.", "There is nothing to report."),
        caption=_say(language, "Theo loại", "By kind"),
    )


def _details(lines: Sequence[Line], language: str, link_base: str) -> ReportSheet:
    columns = (
        (_say(language, "Mức độ", "Severity"), 9, Look.CENTER),
        (_say(language, "Mã", "Code"), 8, Look.CENTER),
        (_say(language, "Tệp", "File"), 20, Look.TEXT),
        (_say(language, "Trang", "Sheet"), 13, Look.TEXT),
        (_say(language, "Ô", "Cell"), 6, Look.CENTER),
        (_say(language, "Giá trị đang có", "Value"), 24, Look.TEXT),
        (_say(language, "Nội dung", "What is wrong"), 42, Look.TEXT),
        (_say(language, "Cách sửa", "How to mend it"), 36, Look.TEXT),
    )
    return ReportSheet(
        "Chi tiết",
        _say(language, "CHI TIẾT TỪNG LỖI, CẢNH BÁO", "EVERY ERROR AND WARNING"),
        (
            ReportTable(
                (
                    NUMBER,
                    *(ReportColumn((header,), width, look) for header, width, look in columns),
                ),
                numbered(
                    (
                        severity_name(line.notice.severity, language),
                        line.notice.code,
                        line.path,
                        line.cell.sheet if line.cell else None,
                        source_link(line.cell, link_base) if line.cell else None,
                        line.value,
                        line.text,
                        line.fix,
                    )
                    for line in lines
                ),
                empty=_say(language, "Không có lỗi, cảnh báo nào.", "There is nothing to report."),
            ),
        ),
        letterhead=False,
        signature=False,
        filtered=True,
        colors=_colors(language),
    )


def _colors(language: str) -> Mapping[str, str]:
    return {severity_name(severity, language): SEVERITIES[severity][2] for severity in SEVERITIES}


def _say(language: str, vi: str, en: str) -> str:
    return vi if language == "vi" else en


def _dotted(number: int) -> str:
    """A number with a dot between thousands.

    >>> _dotted(1284)
    '1.284'
    """
    return f"{number:,}".replace(",", ".")
