"""The workbook that is open, through xlwings' own functions, on two programs that hold it."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlwings
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from tests import xlwings_office, xlwings_openpyxl
from tests.live_office import needs_live_office, running
from toolkit import button, excel, intake, profiles
from toolkit.excel import live
from toolkit.excel.painted import Mark, marks
from toolkit.excel.patch import Edits, NewSheet, SheetEdits
from toolkit.model import Meeting, Span

AS_OF = date(2026, 11, 23)
Open = Callable[[str], Any]
NOTE = "— Đối thoại —\nLỗi DAT-02: Ngày sai.\nMàu nền trước: "
MARK = Mark("Kiến nghị", (3, 5), "FFC7CE", "Lỗi DAT-02: Ngày sai.")


@pytest.fixture(
    scope="module", params=["openpyxl", pytest.param("office", marks=needs_live_office)]
)
def opening(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Open]:
    """How a workbook is opened in one of the two programs; xlwings talks to that one."""
    if request.param == "openpyxl":
        yield xlwings_openpyxl.activate().apps.app.books.open
        return
    with running(tmp_path_factory.mktemp("profile"), {}) as office:
        yield xlwings_office.activate(office).apps.app.books.open


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workbook with a title, a merged cell, a person's note and colour, and a wrong day."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Kiến nghị"
    for row in (
        ("KIẾN NGHỊ CỦA CỬ TRI",),
        ("STT", "Họ và tên", "Ấp", "Nội dung kiến nghị", "Ngày tiếp nhận"),
        (1, "Lê Văn Mẫu", "Ấp 1", "Đề nghị sửa đường vào tổ 5 bị hư", "31/02/2026"),
        (2, "Võ Thị Cảnh", "Ấp 1", "Đề nghị lắp đèn ở tổ 6", datetime(2026, 10, 5)),
    ):
        sheet.append(row)
    sheet.merge_cells("A1:E1")
    sheet["E3"].fill = PatternFill("solid", fgColor="00FF00")
    sheet["E3"].comment = Comment("hỏi lại anh Ba", "chị Tư")
    sheet["E4"].number_format = "dd/mm/yyyy"
    book.create_sheet("Ghi chép").sheet_state = "hidden"
    target = tmp_path / "Kiến nghị = ấp 'Một'.xlsx"
    book.save(target)
    return target


@pytest.fixture
def book(opening: Open, path: Path) -> Iterator[live.LiveBook]:
    opened = opening(str(path))
    found = live.find(path)
    assert found is not None
    yield found
    opened.close()


def cell(book: live.LiveBook, place: str) -> Any:
    column = "ABCDEFGH".index(place[0]) + 1
    return book.book.sheets["Kiến nghị"].range((int(place[1:]), column))


def test_an_open_workbook_is_found_by_its_path_and_no_other(
    book: live.LiveBook, path: Path
) -> None:
    assert book.book.name == path.name
    assert live.find(path.with_name("khác.xlsx")) is None


def test_an_open_workbook_reads_as_its_file_does(book: live.LiveBook, path: Path) -> None:
    read, saved = book.read(), excel.read(path, path.name)
    assert [sheet.rows for sheet in read.sheets] == [sheet.rows for sheet in saved.sheets]
    assert [sheet.hidden for sheet in read.sheets] == [False, True]
    assert read.sheets[0].merged == (Span(1, 1, 1, 5),)


def test_what_is_not_saved_yet_is_read(book: live.LiveBook) -> None:
    cell(book, "E3").value = "28/02/2026"
    assert book.read().sheets[0].at(3, 5) == "28/02/2026"


def test_a_mark_stands_below_the_note_of_a_person_and_goes_without_a_trace(
    book: live.LiveBook,
) -> None:
    book.mark([MARK])
    assert cell(book, "E3").color == (0xFF, 0xC7, 0xCE)
    assert cell(book, "E3").note.text == f"hỏi lại anh Ba\n{NOTE}00FF00"
    book.mark([])
    assert cell(book, "E3").color == (0, 0xFF, 0)
    assert cell(book, "E3").note.text == "hỏi lại anh Ba"


def test_marking_twice_is_marking_once(book: live.LiveBook) -> None:
    book.mark([MARK])
    book.mark([MARK])
    assert cell(book, "E3").note.text == f"hỏi lại anh Ba\n{NOTE}00FF00"


def test_a_cell_that_was_painted_since_keeps_its_colour(book: live.LiveBook) -> None:
    bare = Mark("Kiến nghị", (4, 3), "FFC7CE", "Lỗi DAT-02: Ngày sai.")
    book.mark([bare])
    assert cell(book, "C4").note.text == f"{NOTE}-"
    cell(book, "C4").color = (1, 2, 3)
    book.mark([])
    assert cell(book, "C4").color == (1, 2, 3)
    assert cell(book, "C4").note is None


def test_a_cell_without_colour_gets_none_back(book: live.LiveBook) -> None:
    book.mark([Mark("Kiến nghị", (4, 3), "FFEB9C", "Cần xem lại ASG-01: …")])
    assert cell(book, "C4").color == (0xFF, 0xEB, 0x9C)
    book.mark([])
    assert cell(book, "C4").color is None


def test_values_are_put_in_and_texts_stay_texts(book: live.LiveBook) -> None:
    book.put("Kiến nghị", {(5, 1): 3, (5, 5): "05/10/2026"})
    assert cell(book, "A5").value == 3
    assert cell(book, "E5").value == "05/10/2026"
    assert cell(book, "E5").number_format == "@"


def test_edits_change_what_they_name_and_new_rows_look_like_those_above(
    book: live.LiveBook,
) -> None:
    cell(book, "C4").color = (1, 2, 3)
    edits = SheetEdits(
        values={(3, 3): "Ấp 2"},
        fills={(4, 2): "FFEB9C"},
        notes={(3, 5): "Mới có trả lời."},
        appended=[{1: 3, 2: "Trần Văn Ba"}, {1: 4}],
    )
    book.apply(Edits({"Kiến nghị": edits}, [NewSheet("Xung đột", [["STT"], [1]])]))
    read = book.read()
    assert [row[:3] for row in read.sheets[0].rows[2:]] == [
        (1, "Lê Văn Mẫu", "Ấp 2"), (2, "Võ Thị Cảnh", "Ấp 1"), (3, "Trần Văn Ba"), (4,),
    ]  # fmt: skip
    assert cell(book, "B4").color == (0xFF, 0xEB, 0x9C)
    assert cell(book, "E3").note.text == "hỏi lại anh Ba\n\nMới có trả lời."
    assert cell(book, "C5").color == (1, 2, 3)
    assert (read.sheets[-1].name, read.sheets[-1].rows) == ("Xung đột", (("STT",), (1,)))
    book.apply(Edits(added=[NewSheet("Xung đột", [["khác"]])]))
    assert book.read().sheets[-1].rows == (("STT",), (1,))


def test_check_and_correct_and_check_again_on_the_open_workbook(book: live.LiveBook) -> None:
    def found() -> tuple[Mark, ...]:
        profile, _ = profiles.load(AS_OF)
        tables, _ = intake.recognise(book.read(), profile)
        return marks(intake.examine(tables, profile, Meeting(), AS_OF)[1], "vi")

    book.mark(found())
    assert "Lỗi DAT-02: Ngày “31/02/2026” không có trong lịch." in cell(book, "E3").note.text
    cell(book, "E3").value = "28/02/2026"
    book.mark(found())
    assert cell(book, "E3").note.text == "hỏi lại anh Ba"
    assert cell(book, "E3").color == (0, 0xFF, 0)


def test_a_button_marks_the_open_workbook_itself_where_it_can(
    opening: Open, book: live.LiveBook, path: Path
) -> None:
    control = path.with_name("Bang_dieu_khien.xlsx")
    openpyxl.Workbook().save(control)
    opened = opening(str(control))
    answer = path.with_name("answer")
    request = path.with_name("request.txt")
    lines = [("verb", "check"), ("result", str(answer)), ("control", str(control), str(control))]
    lines.append(("open", str(path), str(path)))
    request.write_text("".join("\t".join(map(button.encoded, line)) + "\n" for line in lines))
    assert button.press(request, datetime(2026, 11, 23, 9, 5)) == 1
    assert [line.partition("\t")[0] for line in answer.read_text().splitlines()] == [
        "open", "icon", "say",
    ]  # fmt: skip
    assert "DAT-02" in cell(book, "E3").note.text
    opened.close()


def test_without_a_program_to_talk_to_nothing_is_found(path: Path) -> None:
    engine = xlwings_openpyxl.activate()
    assert list(engine.apps.app.books) == []
    assert live.find(path) is None
    assert xlwings.engines.active.name == "openpyxl"
