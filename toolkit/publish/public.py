"""The public table: who asked (a hamlet's voters), what, the answer, by whom, until when."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from toolkit.aggregate.rows import PetitionRow
from toolkit.model import (
    Look,
    Meeting,
    ReportBook,
    ReportColumn,
    ReportSheet,
    ReportTable,
)
from toolkit.publish.names import Named, names_in, without_names
from toolkit.rules.words import words
from toolkit.summarize.columns import NUMBER, numbered
from toolkit.summarize.labels import UNKNOWN
from toolkit.summarize.privacy import HIDDEN, masked
from toolkit.values.texts import fold

PUBLIC, REVIEW = "public", "names_review"
"""What the files are known by as our own."""

CONFIDENTIAL = frozenset({"Khiếu nại", "Tố cáo"})
"""Kinds of petitions that leave the dialogue and are never made public."""

HEADERS = (
    "Cử tri (ấp)",
    "Nội dung kiến nghị",
    "Trả lời, kết quả giải quyết",
    "Đơn vị trả lời",
    "Thời gian thực hiện",
)
TITLE = "CÔNG KHAI KẾT QUẢ GIẢI QUYẾT KIẾN NGHỊ"
NOTHING = "Chưa có kiến nghị nào để công khai."
NOT_ANSWERED = "Chưa có kết quả"


@dataclass(frozen=True, slots=True)
class PublicRow:
    """One petition as anybody may read it. `unit` is the commune, where there are several."""

    unit: str
    voter: str
    petition: str
    answer: str
    answered_by: str
    time: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells below `HEADERS`."""
        return self.voter, self.petition, self.answer, self.answered_by, self.time


def public_rows(
    petitions: Iterable[tuple[str, PetitionRow]], kept: frozenset[str] = frozenset()
) -> tuple[PublicRow, ...]:
    """What the public may read of petitions, each with the name of its commune.

    `kept` are the names that a person decided to leave in, folded.
    """
    return tuple(_public(unit, row, kept) for unit, row in petitions if not is_held_back(row))


def is_held_back(row: PetitionRow) -> bool:
    """Whether a petition is, or is worded like, a complaint or a denunciation.

    One that is worded so is held back until somebody has said of what kind it is.
    """
    if row.petitioner == HIDDEN:
        return True
    if row.kind and row.kind != UNKNOWN:
        return row.kind in CONFIDENTIAL
    lists = (words("complaint"), words("denunciation"))
    return any(one.found_in(row.content) is not None for one in lists)


def named(petitions: Iterable[tuple[str, PetitionRow]]) -> tuple[Named, ...]:
    """The names that may stand in what is made public, with the text around them."""
    return tuple(
        Named(name, text)
        for _, row in petitions
        if not is_held_back(row)
        for text in (row.content, row.response)
        for name in names_in(text)
    )


def public_book(rows: Sequence[PublicRow], meeting: Meeting, year: int, as_of: date) -> ReportBook:
    """The table as a workbook, with a column for communes if there are several."""
    several = len({row.unit for row in rows}) > 1
    widths = (22, 48, 48, 24, 20)
    columns = [ReportColumn((h,), w) for h, w in zip(HEADERS, widths, strict=True)]
    if several:
        columns.insert(0, ReportColumn(("Xã, phường",), 20))
    table = ReportTable(
        (NUMBER, *columns),
        numbered((row.unit, *row.cells) if several else row.cells for row in rows),
        empty=NOTHING,
    )
    sheet = ReportSheet(
        "Công khai",
        TITLE,
        (table,),
        subtitle=f"Hội nghị đối thoại năm {year}; cập nhật đến ngày {as_of:%d/%m/%Y}",
    )
    return ReportBook(PUBLIC, "Công khai kết quả", meeting, as_of, (sheet,))


def review_book(
    seen: Sequence[Named], kept: frozenset[str], meeting: Meeting, as_of: date
) -> ReportBook:
    """The names for a person to decide about, each once."""
    once = {fold(one.name): one for one in reversed(seen)}
    rows = [
        (one.name, masked(one.text), KEEP if key in kept else None)
        for key, one in sorted(once.items())
    ]
    table = ReportTable(
        (
            NUMBER,
            ReportColumn((NAME,), 26),
            ReportColumn(("Nội dung có tên đó",), 80),
            ReportColumn((DECISION,), 16, Look.CENTER, choices=(KEEP, "Che")),
        ),
        numbered(rows),
        empty="Không thấy tên riêng nào trong nội dung công khai.",
    )
    sheet = ReportSheet(
        "Tên riêng",
        "TÊN RIÊNG CẦN XEM TRƯỚC KHI CÔNG KHAI",
        (table,),
        subtitle="Tên nào được phép nêu thì chọn “Giữ”; còn lại công cụ che tên khi công khai",
        letterhead=False,
        signature=False,
    )
    return ReportBook(REVIEW, "Tên riêng cần xem", meeting, as_of, (sheet,))


NAME, DECISION, KEEP = "Tên thấy trong nội dung", "Quyết định", "Giữ"


def kept_names(cells: Iterable[Sequence[object]]) -> frozenset[str]:
    """The names that a person decided to keep, from the rows of the review sheet; folded."""
    return frozenset(_kept(cells))


def _kept(rows: Iterable[Sequence[object]]) -> Iterator[str]:
    columns: dict[str, int] = {}
    for row in rows:
        texts = [str(cell or "").strip() for cell in row]
        if NAME in texts and DECISION in texts:
            columns = {text: number for number, text in enumerate(texts)}
        elif columns and fold("".join(texts[columns[DECISION] :][:1])) == fold(KEEP):
            yield fold(texts[columns[NAME]])


def _public(unit: str, row: PetitionRow, kept: frozenset[str]) -> PublicRow:
    known_hamlet = row.hamlet and row.hamlet != UNKNOWN
    return PublicRow(
        unit=unit,
        voter=f"Cử tri {_hamlet(row.hamlet)}" if known_hamlet else "Cử tri",
        petition=without_names(masked(row.content), kept),
        answer=without_names(masked(row.response or row.outcome or NOT_ANSWERED), kept),
        answered_by="" if row.lead_unit == UNKNOWN else masked(row.lead_unit),
        time=_time(row),
    )


def _hamlet(hamlet: str) -> str:
    """A hamlet inside a sentence: “ấp Tân Hòa”, “khu phố 3”."""
    folded = fold(hamlet)
    if folded.startswith(("ap ", "khu pho ", "to ", "thon ")):
        return hamlet[:1].lower() + hamlet[1:]
    return f"ấp {hamlet}"


def _time(row: PetitionRow) -> str:
    """When it was done, else until when it is to be done."""
    if isinstance(row.completed_on, date):
        return f"Hoàn thành {row.completed_on:%d/%m/%Y}"
    if isinstance(row.due_date, date):
        return f"Trước {row.due_date:%d/%m/%Y}"
    return ""
