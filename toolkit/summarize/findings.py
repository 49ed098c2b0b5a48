"""The findings workbook: every mistake and every doubt with its cell, and how many there are."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

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
from toolkit.summarize.privacy import HIDDEN, is_stub
from toolkit.summarize.reconciliation import own_tables

SEVERITIES: Mapping[Severity, tuple[str, str, str]] = {
    Severity.ERROR: ("Lỗi", "Error", "red"),
    Severity.WARNING: ("Cảnh báo", "Warning", "yellow"),
    Severity.INFO: ("Ghi chú", "Note", "grey"),
}
"""In the order in which they are listed: in Vietnamese, in English, the color of the row."""


PROPOSED = frozenset({"instead", "suggestion", "near", "place", "choices"})
"""What a fix proposes to type, and where: never the words of whoever complained."""


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


def findings_book(data: Consolidation, language: str = "vi", link_base: str = "") -> ReportBook:
    """What was found, for those who put it right.

    Values stand as they were typed, so that they are found again; only what belongs to
    complaints and denunciations is hidden. `link_base` leads from the workbook to the files.
    """
    lines = sorted(_lines(data, language), key=lambda line: line.order)
    return ReportBook(
        "findings",
        _say(language, "Danh sách lỗi, cảnh báo", "List of findings"),
        data.meeting,
        data.as_of,
        (_summary(data, lines, language), _details(lines, language, link_base)),
    )


def gist(notice: Notice, language: str = "vi") -> str:
    """What a notice says of any cell, with dots for what differs from cell to cell."""
    return (notice.vi if language == "vi" else notice.en).format_map(_Dots())


def gist_of_fix(notice: Notice, language: str = "vi") -> str:
    """What to do about it, with dots for what differs from cell to cell."""
    return (notice.fix_vi if language == "vi" else notice.fix_en).format_map(_Dots())


def severity_name(severity: Severity, language: str = "vi") -> str:
    """How a severity is called."""
    return _say(language, *SEVERITIES[severity][:2])


def _lines(data: Consolidation, language: str) -> Iterator[Line]:
    hidden = _rows_of_stubs(data.files)
    told = {(finding.cell.workbook, finding.notice.code) for finding in data.findings}
    for finding in data.findings:
        yield _line(finding, language, hidden)
    for file in data.files:
        if file.reason is not None and (file.path, file.reason.code) not in told:
            text, fix = (
                file.reason.text(language, file.params),
                file.reason.fix(language, file.params),
            )
            yield Line(file.reason, file.path, None, "", text, fix)


def _rows_of_stubs(files: Sequence[SourceFile]) -> frozenset[tuple[str, str, int]]:
    """The rows that hold complaints and denunciations."""
    return frozenset(
        (record.table.workbook, record.table.sheet.name, record.row)
        for file in files
        for record in file.records
        if is_stub(record)
    )


def _line(finding: Finding, language: str, hidden: frozenset[tuple[str, str, int]]) -> Line:
    """A finding in words; nothing that was typed is quoted if a hidden row is concerned."""
    cells = (finding.cell, *finding.related)
    is_hidden = any((cell.workbook, cell.sheet, cell.row) in hidden for cell in cells)
    params = _without_texts(finding.params) if is_hidden else finding.params
    return Line(
        finding.notice,
        finding.cell.workbook,
        finding.cell,
        HIDDEN if is_hidden else finding.value or "",
        finding.notice.text(language, params),
        replace(finding, params=params).fix(language),
    )


def _without_texts(params: Mapping[str, object]) -> Mapping[str, object]:
    return {
        key: value if isinstance(value, int | float) or key in PROPOSED else _Dot()
        for key, value in params.items()
    }


def _summary(data: Consolidation, lines: Sequence[Line], language: str) -> ReportSheet:
    conclusion, color = _conclusion(data, lines, language)
    header = _say(language, "Kết luận", "Conclusion")
    return ReportSheet(
        "Tóm tắt",
        _say(language, "TÓM TẮT KẾT QUẢ KIỂM TRA", "SUMMARY OF THE CHECK"),
        (
            ReportTable((ReportColumn((header,), 60),), ((conclusion,),)),
            _by_file(data.files, lines, language),
            _by_notice(lines, language),
        ),
        letterhead=False,
        signature=False,
        colors={**_colors(language), conclusion: color},
    )


def _conclusion(data: Consolidation, lines: Sequence[Line], language: str) -> tuple[str, str]:
    """The result in one sentence, and its color."""
    found = Counter(line.notice.severity for line in lines)
    errors, warnings = found[Severity.ERROR], found[Severity.WARNING]
    files = sum(bool(own_tables(file)) for file in data.files)
    records = sum(len(file.records) for file in data.files)
    if language == "vi":
        checked = f"Đã kiểm tra {_dotted(files)} tệp, {_dotted(records)} dòng"
        wrong = f"có {_dotted(errors)} lỗi phải sửa" if errors else "không có lỗi"
        doubtful = f", {_dotted(warnings)} cảnh báo cần xem lại" if warnings else ""
    else:
        checked = f"{files:,} files with {records:,} rows were checked"
        wrong = f"{errors:,} errors to mend" if errors else "no errors"
        doubtful = f", {warnings:,} warnings to look at" if warnings else ""
    color = "red" if errors else "yellow" if warnings else "green"
    return f"{checked}: {wrong}{doubtful}.", color


def _by_file(files: Sequence[SourceFile], lines: Sequence[Line], language: str) -> ReportTable:
    found = Counter((line.path, line.notice.severity) for line in lines)
    return ReportTable(
        (
            ReportColumn((_say(language, "Tệp", "File"),), 60),
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
    notices = {line.notice.code: line.notice for line in lines}
    return ReportTable(
        (
            ReportColumn((_say(language, "Nội dung", "What is wrong"),), 60),
            ReportColumn((_say(language, "Mã", "Code"),), 14, Look.CENTER),
            ReportColumn((_say(language, "Mức độ", "Severity"),), 14, Look.CENTER),
            ReportColumn((_say(language, "Số chỗ", "Places"),), 14, Look.INTEGER),
        ),
        tuple(
            (gist(notice, language), code, severity_name(notice.severity, language), found[code])
            for code, notice in notices.items()
        ),
        empty=_say(language, "Không có lỗi, cảnh báo nào.", "There is nothing to report."),
        caption=_say(language, "Theo loại", "By kind"),
    )


def _details(lines: Sequence[Line], language: str, link_base: str) -> ReportSheet:
    columns = (
        (_say(language, "Mức độ", "Severity"), 12, Look.CENTER),
        (_say(language, "Mã", "Code"), 10, Look.CENTER),
        (_say(language, "Tệp", "File"), 26, Look.TEXT),
        (_say(language, "Trang", "Sheet"), 16, Look.TEXT),
        (_say(language, "Ô", "Cell"), 8, Look.CENTER),
        (_say(language, "Giá trị đang có", "Value"), 24, Look.TEXT),
        (_say(language, "Nội dung", "What is wrong"), 44, Look.TEXT),
        (_say(language, "Cách sửa", "How to mend it"), 40, Look.TEXT),
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


class _Dot:
    """Stands for anything, in any format."""

    def __format__(self, _: str) -> str:
        return "…"


class _Dots(dict[str, object]):
    """Has a dot for every key."""

    def __missing__(self, _: str) -> _Dot:
        return _Dot()
