"""What is said of the files of a run, counted: wherever a number is shown, it is the same one."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from toolkit.model import FileStatus, Finding, Severity, SourceFile

MOST_NAMES = 3
"""So many files that hold nothing of ours are called by name."""


def told(
    files: Iterable[SourceFile], findings: Iterable[Finding]
) -> Counter[tuple[str, Severity]]:
    """How much of each severity is said of each file, by its path."""
    every = tuple(findings)
    counted = Counter((finding.cell.workbook, finding.notice.severity) for finding in every)
    for file in reasons(files, every):
        if file.reason:
            counted[file.path, file.reason.severity] += 1
    return counted


def reasons(files: Iterable[SourceFile], findings: Iterable[Finding]) -> Iterator[SourceFile]:
    """The files with a reason of their own that none of the findings gives."""
    known = {(finding.cell.workbook, finding.notice.code) for finding in findings}
    for file in files:
        if file.reason is not None and (file.path, file.reason.code) not in known:
            yield file


def of_severity(counted: Counter[tuple[str, Severity]], severity: Severity) -> int:
    """How much of one severity is said of all files together."""
    return sum(number for (_, each), number in counted.items() if each is severity)


def files_read(files: Sequence[SourceFile]) -> tuple[str, str]:
    """How many files and rows were read, and which were not, in Vietnamese and in English.

    Neither copies nor the control workbook were to be read.
    """
    rows = sum(len(file.records) for file in files)
    rows_vi, rows_en = f"{rows:,} dòng".replace(",", "."), f"{rows:,} rows"
    used = sum(file.has_data for file in files)
    unreadable = sum(file.status is FileStatus.UNREADABLE for file in files)
    others = [f"«{f.path}»" for f in files if f.status is FileStatus.NO_TABLE and not f.has_data]
    if not unreadable and not others:
        return f"Đã kiểm tra {used} tệp, {rows_vi}", f"Checked {used} files, {rows_en}"
    named = ", ".join(others[:MOST_NAMES]) + ("…" if len(others) > MOST_NAMES else "")
    vi, en = [f"Đã đọc {used} tệp, {rows_vi}"], [f"Read {used} files, {rows_en}"]
    if unreadable:
        vi.append(f"không đọc được {unreadable} tệp")
        en.append(f"{unreadable} could not be read")
    if others:
        vi.append(f"không liên quan {len(others)} tệp ({named})")
        en.append(f"{len(others)} hold nothing of ours ({named})")
    return "; ".join(vi), "; ".join(en)
