"""Decisions are remembered: asked once, followed from then on, also in another dossier."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook as Book
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill

from tests.rich_workbook import rich_workbook
from toolkit import api, excel, intake, profiles
from toolkit.api import Across, Consolidated
from toolkit.decisions import subject
from toolkit.model import Finding, Meeting, Question, Record, Value
from toolkit.settings import control_book, shipped
from toolkit.settings.memory import choices
from toolkit.testing import workbook, workbooks

AS_OF = date(2026, 11, 23)
CONTROL = "Bang_dieu_khien.xlsx"
DECISION = "Quyết định"

COLUMN = """
    == dang ky.xlsx
    STT | Họ và tên     | Chức vụ   | Số thẻ
    1   | Nguyễn Văn An | Trưởng ấp | '072085000001
    2   | Trần Thị Bình | Công chức | '072190000002
    3   | Lê Văn Cường  | Công chức | '072075000003
"""
PEOPLE = """
    == a.xlsx
    STT | Họ và tên      | Năm sinh | Số điện thoại
    1   | Nguyễn Văn An  | 1960     | '0912345678
    == b.xlsx
    STT | Họ và tên      | Năm sinh | Số điện thoại
    1   | Nguyễn Văn An  | 1961     | '0912345678
"""
TWICE = """
    == a.xlsx
    STT | Họ và tên      | Năm sinh | Ấp
    1   | Nguyễn Văn An  | 1960     | Tân Hòa
    2   | Nguyễn Văn An  | 1960     | Tân Hòa
    == b.xlsx
    STT | Họ và tên      | Năm sinh | Ấp
    1   | Nguyễn Văn An  | 1960     | Tân Hòa
"""
PETITIONS = """
    == a.xlsx
    STT | Họ và tên     | Nội dung kiến nghị
    1   | Nguyễn Văn An | Đề nghị sửa cầu bắc qua kênh số 3 đã hư hỏng nặng
    2   | Trần Thị Bình | Đề nghị sửa cầu qua kênh số 3 đã hư hỏng nặng
"""
ANSWER = """
    == a.xlsx
    # Kiến nghị
    Họ và tên     | Ấp      | Nội dung kiến nghị
    Nguyễn Văn An | Tân Hòa | Đề nghị sửa cầu qua kênh số 3 bị hư
    # Trả lời
    Nội dung trả lời                                         | Ngày trả lời
    Về việc đề nghị sửa cây cầu kênh số 3 bị hư: đã sửa xong | 2026-10-30
"""
MIXED = """
    == a.xlsx
    STT | Nội dung kiến nghị                | Ngày tiếp nhận
    1   | Đường tổ 5 bị hư, đề nghị sửa lại | 26/10/2026
    2   | Đề nghị lắp đèn đường ở ngã ba    | 10/25/2026
    3   | Đề nghị nạo vét kênh tưới số 3    | 10/05/2026
"""
SWAPPED = """
    == a.xlsx
    STT | Nội dung kiến nghị                | Ngày tiếp nhận
    1   | Đường tổ 5 bị hư, đề nghị sửa lại | 2026-05-10
    2   | Đề nghị lắp đèn đường ở ngã ba    | 25/10/2026
    3   | Đề nghị nạo vét kênh tưới số 3    | 2026-06-10
    4   | Đề nghị thu gom rác hai lần/tuần  | 26/10/2026
    5   | Đề nghị sửa cầu qua kênh số 2     | 2026-07-10
"""
TOPIC = """
    == a.xlsx
    STT | Họ và tên     | Nội dung kiến nghị            | Lĩnh vực
    1   | Nguyễn Văn An | Đề nghị sửa cầu qua kênh số 3 | Giao thôg
"""
HAMLET = """
    == a.xlsx
    STT | Họ và tên     | Ấp       | Nội dung kiến nghị
    1   | Nguyễn Văn An | Tân Hòa  | Đề nghị sửa cầu qua kênh số 3
    2   | Trần Thị Bình | Tân Hòa  | Xin hướng dẫn thủ tục tách thửa đất
    3   | Lê Văn Mẫu    | Tân Hoàa | Đề nghị lắp đèn đường ở ngã ba
"""
KINDS = {
    "column": (COLUMN, "Cột: Danh sách đại biểu", "CCCD", "COL-02"),
    "people": (PEOPLE, "Hai dòng đại biểu", "Hai người khác nhau", "DUP-11"),
    "twice": (TWICE, "Hai dòng đại biểu", "Là một người", "DUP-14"),
    "petitions": (PETITIONS, "Hai dòng kiến nghị", "Hai kiến nghị khác nhau", "DUP-16"),
    "answer": (ANSWER, "Câu trả lời và kiến nghị", "Đúng là của kiến nghị này", "LNK-06"),
    "mixed": (MIXED, "Thứ tự ngày, tháng", "Ngày trước, tháng sau", "DAT-05"),
    "swapped": (SWAPPED, "Ngày, tháng bị đổi chỗ", "Giữ như đang hiện", "DAT-06"),
    "topic": (TOPIC, "Lĩnh vực", "Giao thông (đường, cầu, hẻm)", "COD-01"),
    "hamlet": (HAMLET, "Tên ấp, khu phố", "Tân Hòa", "ORG-30"),
}


def dossier(folder: Path, text: str) -> Path:
    """A dossier with these workbooks in its inbox."""
    inbox = folder / "nhan-vao"
    inbox.mkdir(parents=True)
    for written in workbooks(text):
        book = Book()
        book.remove(book.worksheets[0])
        for sheet in written.sheets:
            page = book.create_sheet(sheet.name)
            for row in sheet.rows:
                page.append(list(row))
        book.save(inbox / written.name)
    return folder


def run(folder: Path, *, dry_run: bool = False) -> Consolidated:
    return api.consolidate(folder, None, AS_OF, "vi", dry_run=dry_run)


def asked(folder: Path) -> list[dict[str, object]]:
    """The rows of the sheet, by the headings."""
    sheet = load_workbook(folder / CONTROL)["Ghi nhớ"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    header = next(number for number, row in enumerate(rows) if "STT" in row)
    names = [str(name) for name in rows[header]]
    return [dict(zip(names, row, strict=True)) for row in rows[header + 1 :] if any(row)]


def decide(folder: Path, decision: str, row: int = 1) -> None:
    """Type a decision, as a person does."""
    book = load_workbook(folder / CONTROL)
    sheet = book["Ghi nhớ"]
    header = next(
        number
        for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1)
        if "STT" in cells
    )
    column = next(cell.column for cell in sheet[header] if cell.value == DECISION)
    sheet.cell(header + row, column, decision)
    book.save(folder / CONTROL)


def open_points(done: Consolidated) -> tuple[int, int]:
    """How many questions are new, and how many are still open."""
    return len(done.asked.new), done.asked.open


def codes(done: Consolidated) -> list[str]:
    return [finding.notice.code for finding in done.data.findings]


def values(done: Consolidated, field: str) -> list[Value]:
    """The values of a field in all records."""
    return [record[field] for record in records(done)]


def records(done: Consolidated) -> list[Record]:
    return [record for file in done.data.files for record in file.records]


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_guess_is_asked_once_and_never_again(kind: str, tmp_path: Path) -> None:
    text, title, proposal, code = KINDS[kind]
    folder = dossier(tmp_path / "hoi-nghi", text)
    first = run(folder)
    assert code in codes(first)
    (row,) = asked(folder)
    assert (row["Loại"], row["Đề nghị"], row[DECISION]) == (title, proposal, None)
    assert (open_points(first), first.questions.workbook) == ((1, 0), CONTROL)
    second = run(folder)
    assert code in codes(second), "what is undecided is still said"
    assert (open_points(second), second.wrote) == ((0, 1), False)
    decide(folder, proposal)
    third = run(folder)
    assert code not in codes(third)
    assert open_points(third) == (0, 0)
    assert len(asked(folder)) == 1
    assert len(records(third)) == len(records(first))


# ── What decisions do ───────────────────────────────────────────────────────────────────────


def decided(folder: Path, text: str, decision: str) -> Consolidated:
    """What a second run would make of a dossier, after its one question was answered."""
    run(dossier(folder, text))
    decide(folder, decision)
    return run(folder, dry_run=True)


def test_a_column_that_people_explained_is_certain(tmp_path: Path) -> None:
    done = decided(tmp_path, COLUMN, "Đồng ý")
    (table,) = (table for file in done.data.files for table in file.tables)
    told = [(m.column.field, m.confidence) for m in table.columns if m.header == "Số thẻ"]
    assert told == [("national_id", 1.0)]


def test_a_column_may_be_something_else_than_was_guessed(tmp_path: Path) -> None:
    done = decided(tmp_path, COLUMN, "Ghi chú")
    assert values(done, "note") == ["072085000001", "072190000002", "072075000003"]
    assert values(done, "national_id") == [None, None, None]


def test_a_column_to_be_left_out_is_left_out_silently(tmp_path: Path) -> None:
    done = decided(tmp_path, COLUMN, "Bỏ qua cột này")
    assert values(done, "national_id") == [None, None, None]
    assert "COL-03" not in codes(done)


def test_an_unknown_column_can_be_explained(tmp_path: Path) -> None:
    text = """
        == a.xlsx
        STT | Họ và tên     | Nội dung kiến nghị            | Nghe ở đâu
        1   | Nguyễn Văn An | Đề nghị sửa cầu qua kênh số 3 | Họp ấp
    """
    assert values(decided(tmp_path, text, "Nguồn tiếp nhận"), "channel") == ["Họp ấp"]


def test_people_may_be_one_although_their_years_differ(tmp_path: Path) -> None:
    (person,) = decided(tmp_path, PEOPLE, "Là một người").data.attendees
    assert [record.table.workbook for record in person.sources] == [
        "nhan-vao/a.xlsx",
        "nhan-vao/b.xlsx",
    ]


def test_what_looks_entered_twice_may_be_two_people(tmp_path: Path) -> None:
    done = decided(tmp_path, TWICE, "Hai người khác nhau")
    assert sorted(len(person.sources) for person in done.data.attendees) == [1, 2]


def test_near_petitions_may_be_one(tmp_path: Path) -> None:
    (task,) = decided(tmp_path, PETITIONS, "Là một kiến nghị").data.tasks
    assert [record.row for record in task.petition.sources] == [2, 3]


def test_an_answer_is_linked_to_the_petition_that_people_named(tmp_path: Path) -> None:
    done = decided(tmp_path, ANSWER, "Đồng ý")
    (task,) = done.data.tasks
    assert task.petition.text("response_text").endswith("đã sửa xong")
    assert done.data.unlinked == ()


def test_an_answer_is_not_linked_to_the_petition_that_people_denied(tmp_path: Path) -> None:
    done = decided(tmp_path, ANSWER, "Không phải của kiến nghị này")
    (answer,) = done.data.unlinked
    assert answer.text("response_text").endswith("đã sửa xong")
    assert "LNK-05" in codes(done), "it still has no petition"


def test_of_two_petitions_that_fit_the_one_that_is_not_denied_is_answered(tmp_path: Path) -> None:
    folder = dossier(
        tmp_path,
        """
        == a.xlsx
        # Kiến nghị
        Họ và tên     | Ấp      | Nội dung kiến nghị
        Nguyễn Văn An | Tân Hòa | Đề nghị sửa cầu qua kênh số 3
        Nguyễn Văn An | Tân Hòa | Xin hướng dẫn thủ tục tách thửa đất
        # Trả lời
        Người kiến nghị | Nội dung trả lời                  | Ngày trả lời
        Nguyễn Văn An   | Xã đã xem xét và giải quyết xong. | 2026-10-30
    """,
    )
    assert open_points(run(folder)) == (2, 0)
    decide(folder, "Không phải của kiến nghị này", row=1)
    done = run(folder)
    answered = [
        task.petition.text("content")
        for task in done.data.tasks
        if task.petition.text("response_text")
    ]
    assert answered == ["Xin hướng dẫn thủ tục tách thửa đất"]
    assert len(asked(folder)) == 2


@pytest.mark.parametrize(
    ("decision", "third"),
    [
        ("Ngày trước, tháng sau", date(2026, 5, 10)),
        ("Tháng trước, ngày sau", date(2026, 10, 5)),
    ],
)
def test_dates_are_read_in_the_order_that_people_named(
    decision: str, third: date, tmp_path: Path
) -> None:
    read = values(decided(tmp_path, MIXED, decision), "received_on")
    assert read == [date(2026, 10, 26), date(2026, 10, 25), third]


def test_days_and_months_that_excel_swapped_are_put_back(tmp_path: Path) -> None:
    read = values(decided(tmp_path, SWAPPED, "Đổi lại ngày và tháng"), "received_on")
    days = [(10, 5), (10, 25), (10, 6), (10, 26), (10, 7)]
    assert read == [date(2026, month, day) for month, day in days]


def test_a_word_that_is_in_no_list_stands_for_the_code_that_people_chose(tmp_path: Path) -> None:
    assert values(decided(tmp_path, TOPIC, "Hàng không"), "topic") == [None], "of no list"
    for answer in ("giao thong (duong, cau, hem)", "Cầu đường"):
        decide(tmp_path, answer)
        assert values(run(tmp_path, dry_run=True), "topic") == ["B01"]


@pytest.mark.parametrize(
    ("decision", "name"),
    [
        ("Đồng ý", "Tân Hòa"),
        ("Ấp Tân Hòa Đông", "Ấp Tân Hòa Đông"),
        ("Là tên riêng, giữ nguyên", "Tân Hoàa"),
    ],
)
def test_a_hamlet_has_the_name_that_people_gave_it(
    decision: str, name: str, tmp_path: Path
) -> None:
    done = decided(tmp_path, HAMLET, decision)
    assert values(done, "hamlet") == ["Tân Hòa", "Tân Hòa", name]
    assert records(done)[2].typed["hamlet"] == "Tân Hoàa"


def test_an_abbreviated_unit_is_asked_about_and_gets_its_name(tmp_path: Path) -> None:
    text = """
        == a.xlsx
        STT | Nội dung kiến nghị            | Đơn vị chủ trì | Đơn vị phối hợp
        1   | Đề nghị sửa cầu qua kênh số 3 | P. Kinh tế     | Công an xã
    """
    done = decided(tmp_path, text, "Đồng ý")
    assert values(done, "lead_unit") == ["Phòng Kinh tế"]
    assert "ORG-30" not in codes(done)


def test_a_heading_over_rows_stands_for_the_topic_that_people_chose(tmp_path: Path) -> None:
    text = """
        == a.xlsx
        STT | Họ và tên  | Nội dung kiến nghị
        I. Lĩnh vực đất đay
        1   | Lê Văn Mẫu | Đề nghị cấp giấy chứng nhận cho thửa đất số 5
    """
    done = decided(tmp_path, text, "Đồng ý")
    assert values(done, "topic") == ["A05"]
    assert "COD-03" not in codes(done)


# ── How long and where they hold ────────────────────────────────────────────────────────────


def renamed(text: str, name: str) -> str:
    return text.replace("== a.xlsx", f"== {name}").replace("== dang ky.xlsx", f"== {name}")


@pytest.mark.parametrize("kind", KINDS)
def test_a_decision_holds_in_another_dossier_under_other_file_names(
    kind: str, tmp_path: Path
) -> None:
    text, _, proposal, code = KINDS[kind]
    decided(tmp_path / "2026", text, proposal)
    later = dossier(tmp_path / "2027", renamed(text, "sổ năm 2027.xlsx"))
    (later / CONTROL).write_bytes((tmp_path / "2026" / CONTROL).read_bytes())
    done = run(later)
    assert code not in codes(done)
    assert open_points(done) == (0, 0)


def test_the_same_heading_over_other_people_is_not_asked_next_year(tmp_path: Path) -> None:
    decided(tmp_path / "2026", COLUMN, "Đồng ý")
    later = dossier(
        tmp_path / "2027",
        """
        == ds 2027.xlsx
        DANH SÁCH ĐẠI BIỂU NĂM 2027

        STT | Họ và tên     | SỐ THẺ        | Chức vụ
        1   | Phạm Thị Dung | '072190000012 | Nông dân
        2   | Võ Văn Em     | '072085000011 | Trưởng ấp
        3   | Đỗ Thị Phượng | '072190000013 | Công chức
    """,
    )
    (later / CONTROL).write_bytes((tmp_path / "2026" / CONTROL).read_bytes())
    done = run(later)
    assert values(done, "national_id") == ["072190000012", "072085000011", "072190000013"]
    assert "COL-02" not in codes(done)


def test_a_year_in_a_heading_does_not_make_it_another_heading(tmp_path: Path) -> None:
    text = """
        == a.xlsx
        STT | Họ và tên     | Nội dung kiến nghị            | Nghe ở đâu năm {year}
        1   | Nguyễn Văn An | Đề nghị sửa cầu qua kênh số 3 | Họp ấp
    """
    decided(tmp_path / "2026", text.format(year=2026), "Nguồn tiếp nhận")
    later = dossier(tmp_path / "2027", text.format(year=2027))
    (later / CONTROL).write_bytes((tmp_path / "2026" / CONTROL).read_bytes())
    assert values(run(later), "channel") == ["Họp ấp"]


def test_check_of_a_dossier_follows_the_decisions_and_writes_nothing(tmp_path: Path) -> None:
    decided(tmp_path, COLUMN, "Đồng ý")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    checked = api.check([tmp_path], AS_OF)
    assert "COL-02" not in [f.notice.code for file in checked.files for f in file.findings]
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before


EVERYTHING = "\n".join(KINDS[kind][0].replace("== ", f"== {kind} ") for kind in KINDS)


def through(decisions: Mapping[str, str]) -> tuple[list[Record], Across]:
    """The records of all examples, and what belongs together, after these decisions by key."""
    rows = [f"{answer} | {key}" for key, answer in decisions.items()]
    control = workbook("\n".join(["# Ghi nhớ", "Quyết định | Khóa", *rows]), CONTROL)
    profile, findings = profiles.load(AS_OF, control)
    assert findings == ()
    made: list[Record] = []
    for book in workbooks(EVERYTHING):
        tables, _ = intake.recognise(book, profile)
        made += intake.examine(tables, profile, Meeting(), AS_OF)[0]
    return made, api.across(made, profile.decisions, profile.names)


@cache
def all_questions() -> tuple[Question, ...]:
    """Everything that is asked about the examples."""
    profile, _ = profiles.load(AS_OF)
    made: list[Record] = []
    findings: list[Finding] = []
    for book in workbooks(EVERYTHING):
        tables, doubts = intake.recognise(book, profile)
        records_, said = intake.examine(tables, profile, Meeting(), AS_OF)
        made += records_
        findings += (*doubts, *said)
    findings += api.across(made).findings
    return tuple(question for finding in findings for question in finding.questions)


@settings(deadline=None, max_examples=15)
@given(st.data())
def test_no_decision_ever_drops_a_record(data: st.DataObject) -> None:
    keys = st.sampled_from(sorted({q.key for q in all_questions()}))
    chosen = data.draw(st.sets(keys))
    answers = {
        key: data.draw(st.sampled_from(choices(AS_OF)[subject(key)].names))
        for key in sorted(chosen)
    }
    before, _ = through({})
    after, found = through(answers)
    where = [(r.table.workbook, r.table.sheet.name, r.row) for r in before]
    assert [(r.table.workbook, r.table.sheet.name, r.row) for r in after] == where
    clustered = [id(r) for c in (*found.people, *found.petitions) for r in c.records]
    wanted = [id(r) for r in after if r.entity in {"attendee", "petition"}]
    assert sorted(clustered) == sorted(wanted)


# ── An existing control workbook ────────────────────────────────────────────────────────────


def own_control(folder: Path, *, with_sheet: bool) -> Path:
    """A control workbook that staff made their own: colours, notes, columns in another order."""
    book = Book()
    page = book.worksheets[0]
    page.title = "Phân công"
    page.append(["Lĩnh vực", "Đơn vị chủ trì"])
    page.append(["Giao thông (đường, cầu, hẻm)", "Tổ hạ tầng"])
    page["B2"].fill = PatternFill("solid", fgColor="FFFF00")
    page["B2"].comment = Comment("đã thống nhất", "Bình")
    if with_sheet:
        memory = book.create_sheet("Ghi nhớ")
        memory.append(["Việc đã thống nhất"])
        memory.append(
            ["Khóa", "Quyết định", "Người trả lời", "Loại", "STT", "Đã thấy", "Ngày hỏi"]
        )
        memory.append(["cot/petition/to", "Bỏ qua cột này", "chị Bình", "Cột", 1, "Cột “Tổ”"])
        memory["B3"].font = Font(bold=True, color="FF0000")
        memory["F3"].alignment = Alignment(wrap_text=True)
        memory.auto_filter.ref = "A2:G3"
    folder.mkdir(parents=True, exist_ok=True)
    book.save(folder / CONTROL)
    return folder


@pytest.mark.parametrize("with_sheet", [True, False])
def test_questions_are_added_to_what_staff_have_and_nothing_else_changes(
    *, with_sheet: bool, tmp_path: Path
) -> None:
    folder = own_control(dossier(tmp_path, COLUMN), with_sheet=with_sheet)
    before = ZipFile(BytesIO((folder / CONTROL).read_bytes()))
    assert run(folder).questions.workbook == CONTROL
    after = ZipFile(folder / CONTROL)
    untouched = [n for n in before.namelist() if "sheet1" in n or "comment" in n]
    assert untouched
    assert {n: after.read(n) for n in untouched} == {n: before.read(n) for n in untouched}
    row = asked(folder)[-1]
    assert (row["Loại"], row["Khóa"]) == (
        "Cột: Danh sách đại biểu",
        "cot/attendee/so the",
    )
    decide(folder, "CCCD", row=2 if with_sheet else 1)
    done = run(folder)
    assert "COL-02" not in codes(done)
    assert open_points(done) == (0, 0)


def test_a_control_workbook_with_macros_and_buttons_keeps_them(tmp_path: Path) -> None:
    folder = dossier(tmp_path, COLUMN)
    control = rich_workbook(folder / "Bang_dieu_khien.xlsm")
    with ZipFile(control) as archive:
        before = {name: archive.read(name) for name in archive.namelist()}
    assert run(folder).questions.workbook == "Bang_dieu_khien.xlsm"
    with ZipFile(control) as archive:
        after = {name: archive.read(name) for name in archive.namelist()}
    assert {name for name, data in before.items() if after[name] != data} == {
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/workbook.xml",
    }
    assert not run(folder).wrote
    assert not (folder / CONTROL).exists()


def test_added_rows_are_as_high_as_their_texts(tmp_path: Path) -> None:
    folder = dossier(tmp_path, COLUMN)
    excel.write(control_book(Meeting(), shipped(), AS_OF), folder / CONTROL)
    (folder / "nhan-vao" / "b.xlsx").write_bytes(
        (dossier(tmp_path / "khac", PETITIONS) / "nhan-vao" / "a.xlsx").read_bytes()
    )
    run(folder)
    sheet = load_workbook(folder / CONTROL)["Ghi nhớ"]
    one, several = sheet.row_dimensions[5].height, sheet.row_dimensions[6].height
    assert one is not None
    assert several is not None
    assert one < several
    assert sheet["C5"].alignment.wrap_text
    assert not sheet["C5"].font.bold


def test_rows_are_added_below_the_last_one_in_the_order_of_the_columns(tmp_path: Path) -> None:
    folder = own_control(dossier(tmp_path, COLUMN), with_sheet=True)
    run(folder)
    sheet = load_workbook(folder / CONTROL)["Ghi nhớ"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    assert rows == [
        ["cot/petition/to", "Bỏ qua cột này", "chị Bình", "Cột", 1, "Cột “Tổ”", None],
        [
            "cot/attendee/so the",
            None,
            None,
            "Cột: Danh sách đại biểu",
            2,
            "Cột “Số thẻ”, ví dụ: •••; •••; •••",
            "23/11/2026",
        ],
    ]
    assert sheet["B3"].font.color.rgb == "00FF0000"
    assert sheet["F4"].alignment.wrap_text
    assert sheet.auto_filter.ref == "A2:G4"


def test_further_questions_follow_in_the_sheet_that_was_made(tmp_path: Path) -> None:
    folder = dossier(tmp_path, COLUMN)
    run(folder)
    decide(folder, "Đồng ý")
    more = tmp_path / "nhan-vao" / "b.xlsx"
    dossier(tmp_path / "khac", TOPIC)
    more.write_bytes((tmp_path / "khac" / "nhan-vao" / "a.xlsx").read_bytes())
    assert open_points(run(folder)) == (1, 0)
    assert [(row["STT"], row["Khóa"], row[DECISION]) for row in asked(folder)] == [
        (1, "cot/attendee/so the", "Đồng ý"),
        (2, "ma/topics/giao thog", None),
    ]
    assert not run(folder).wrote


# ── What is written, and when ───────────────────────────────────────────────────────────────


def test_check_of_a_bare_folder_writes_nothing(tmp_path: Path) -> None:
    folder = dossier(tmp_path, COLUMN) / "nhan-vao"
    api.check([folder], AS_OF)
    assert [path.name for path in tmp_path.rglob("*")] == ["nhan-vao", "dang ky.xlsx"]


def test_a_dry_run_asks_nothing_but_says_how_much_it_would(tmp_path: Path) -> None:
    folder = dossier(tmp_path, COLUMN)
    done = run(folder, dry_run=True)
    assert (open_points(done), done.questions.workbook) == ((1, 0), "")
    assert not (folder / CONTROL).exists()


def test_where_nothing_is_to_be_asked_no_control_workbook_is_made(tmp_path: Path) -> None:
    folder = dossier(
        tmp_path,
        """
        == a.xlsx
        STT | Họ và tên     | Chức vụ
        1   | Nguyễn Văn An | Trưởng ấp
    """,
    )
    assert open_points(run(folder)) == (0, 0)
    assert not (folder / CONTROL).exists()


def test_a_second_run_writes_no_byte(tmp_path: Path) -> None:
    folder = dossier(tmp_path, COLUMN)
    run(folder)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert not run(folder).wrote
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == before


def test_the_new_control_workbook_changes_no_result(tmp_path: Path) -> None:
    folder = dossier(tmp_path, PETITIONS)
    first = run(folder, dry_run=True)
    run(folder)
    second = run(folder)
    assert [task.due_date for task in second.data.tasks] == [t.due_date for t in first.data.tasks]
    assert codes(second) == codes(first)


def test_a_wrong_decision_is_told_at_its_cell_and_stays_open(tmp_path: Path) -> None:
    done = decided(tmp_path, COLUMN, "Để hỏi lại")
    (wrong,) = (f for f in done.data.findings if f.notice.code == "COD-60")
    assert str(wrong.cell) == f"«{CONTROL}» › «Ghi nhớ» › E5"
    assert wrong.fix("vi") == "Hãy chọn trong danh sách của ô, ví dụ “Bỏ qua cột này”."
    assert "COL-02" in codes(done)
    assert open_points(done) == (0, 1)


def test_a_control_workbook_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    folder = dossier(tmp_path, COLUMN)
    (folder / CONTROL).mkdir()
    first = run(folder)
    assert (folder / first.outputs["summary"]).is_file()
    assert first.questions.obstacle is not None
    assert not run(folder).wrote
    (folder / CONTROL).rmdir()
    second = run(folder)
    assert (open_points(second), second.questions.workbook) == ((1, 0), CONTROL)
    assert second.outputs == first.outputs
    assert not run(folder).wrote


def test_the_sheet_shows_no_personal_numbers(tmp_path: Path) -> None:
    folder = dossier(tmp_path, EVERYTHING)
    run(folder)
    shown = " ".join(str(cell) for row in asked(folder) for cell in row.values())
    assert "0912345678" not in shown
    assert "072085000001" not in shown


def test_complaints_and_denunciations_are_not_asked_about(tmp_path: Path) -> None:
    folder = dossier(
        tmp_path,
        """
        == a.xlsx
        STT | Họ và tên     | Loại ý kiến | Nội dung kiến nghị
        1   | Nguyễn Văn An | Tố cáo      | Đề nghị xử lý cán bộ thu tiền sai ở kênh số 3
        2   | Trần Thị Bình | Tố cáo      | Đề nghị xử lý cán bộ thu tiền sai tại kênh số 3
    """,
    )
    done = run(folder)
    assert "DUP-16" in codes(done)
    assert open_points(done) == (0, 0)
