"""Which files are two states of one: they share nearly all their rows.

Staff send a corrected workbook under another name, and leave the old one where it was. Both are
read; of what differs, the file that was saved last is believed.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from toolkit.link.wording import comparable
from toolkit.model import Finding, Notice, Record, Severity, SourceFile

SHARED = 0.8
"""From which share of the rows of the larger file on two files are one."""
FEWEST = 4
"""Files of fewer rows are alike by chance."""
MOST_HOLDERS = 12
"""A row that more files hold tells nothing of any two of them."""
TOLD_BY = {
    "attendee": ("full_name", "birth", "hamlet"),
    "petition": ("content", "petitioner"),
    "response": ("response_text", "content"),
}
"""The fields by which a row is known again."""

NEAR_COPY = Notice(
    "FIL-71",
    Severity.WARNING,
    vi="Tệp này trùng {percent}% số dòng với tệp «{other}», nên có thể là bản cũ. Nơi nào hai tệp "
    "khác nhau thì lấy theo tệp kia.",
    en="This file has {percent}% of its rows in common with «{other}», so it may be an old copy. "
    "Where they differ, the other one is believed.",
    fix_vi="Nếu là bản cũ, hãy xóa tệp này rồi chạy lại, ví dụ sau khi đã sửa xong tệp «{other}».",
    fix_en="If it is an old copy, delete it and run again, e.g. once «{other}» is corrected.",
    why="An old copy brings back the mistakes that were mended in the new one.",
    good="«Kien nghi ap 1.xlsx» is there in one state only.",
    bad="«Kien nghi ap 1 (cu).xlsx» holds the same rows as «Kien nghi ap 1.xlsx», but for one.",
)
NOTICES = (NEAR_COPY,)

Saved = Callable[[str, str], bool]
"""Whether the first of two files, by their paths, was saved after the second."""


def newest_first(
    files: Sequence[SourceFile], is_newer: Saved
) -> tuple[tuple[SourceFile, ...], tuple[Finding, ...]]:
    """The files, of two states of one the newer first, and what is to be said of the older."""
    places = {file.path: place for place, file in enumerate(files)}
    ordered = list(files)
    findings = []
    for one, other, percent in _near_copies(files):
        newer, older = (other, one) if is_newer(other.path, one.path) else (one, other)
        first, second = sorted((places[newer.path], places[older.path]))
        ordered[first], ordered[second] = newer, older
        places[newer.path], places[older.path] = first, second
        findings.append(_finding(older, newer, percent))
    return tuple(ordered), tuple(findings)


def _near_copies(files: Sequence[SourceFile]) -> Iterator[tuple[SourceFile, SourceFile, int]]:
    """The pairs of files that share nearly all their rows, and how much of the larger."""
    rows = {
        place: frozenset(_row(record) for record in file.records if record.entity in TOLD_BY)
        for place, file in enumerate(files)
    }
    holders: Mapping[tuple[str, ...], list[int]] = defaultdict(list)
    for place, held in rows.items():
        for row in held:
            holders[row].append(place)
    common = Counter(
        pair
        for places in holders.values()
        if len(places) <= MOST_HOLDERS
        for pair in combinations(places, 2)
    )
    for (one, other), number in sorted(common.items()):
        larger = max(len(rows[one]), len(rows[other]))
        if number >= FEWEST and number >= SHARED * larger:
            yield files[one], files[other], 100 * number // larger


def _row(record: Record) -> tuple[str, ...]:
    told = (comparable(str(record[field] or "")) for field in TOLD_BY[record.entity])
    return record.entity, *told


def _finding(older: SourceFile, newer: SourceFile, percent: int) -> Finding:
    first = older.records[0]
    cell = first.cell(first.table.layout.needs[0])
    return Finding(NEAR_COPY, cell, {"percent": percent, "other": newer.path})
