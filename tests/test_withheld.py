"""What looks like a complaint or a denunciation is shown nowhere, until a person has decided."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.test_memory import AS_OF, CONTROL, codes, decide, decided, dossier, run
from toolkit import api, contract
from toolkit.api import Consolidated
from toolkit.decisions import NEITHER

DENOUNCED = """
    == ap.xlsx
    STT | Họ và tên     | Ấp      | Số điện thoại | Nội dung kiến nghị                | Loại ý kiến
    1   | Lê Thị Kín    | Tân Hòa | '091234       | Tố cáo ông Trần Sai bao chiếm đất | Kiến nghị
    2   | Trần Thị Bình | Tân Lập | '0912345678   | Đề nghị nạo vét kênh tưới số 3    | Kiến nghị
    == tra loi.xlsx
    Người kiến nghị | Nội dung trả lời             | Ngày trả lời
    Lê Thị Kín      | Đã mời ông Sai lên nhắc nhở  | 31/11/2026
"""
COMPLAINED = """
    == ap.xlsx
    STT | Họ và tên  | Ấp      | Nội dung kiến nghị
    1   | Lê Thị Kín | Tân Hòa | Tôi khiếu nại quyết định thu hồi đất của ông Sai
"""
SECRET = ("Kín", "Sai", "bao chiếm", "nhắc nhở", "091234 ", "31/11")


def written(folder: Path) -> str:
    """All that stands in the workbooks that the toolkit made, notes too."""
    books = [*folder.glob("ket-qua/*.xlsx"), folder / CONTROL]
    cells = (
        cell for book in books for sheet in load_workbook(book) for row in sheet for cell in row
    )
    return "\n".join(f"{cell.value} {cell.comment or ''}" for cell in cells if cell.value)


def told(done: Consolidated) -> str:
    """All that is said of what was found, on the screen and to programs."""
    checked = api.Checked(done.data.as_of, done.data.meeting, done.data.files)
    texts = [finding.text("vi") + finding.fix("vi") for finding in done.data.findings]
    return "\n".join(
        [*texts, json.dumps(contract.check_document(checked, "vi"), ensure_ascii=False)]
    )


@pytest.mark.parametrize("text", [DENOUNCED, COMPLAINED])
def test_nothing_of_a_suspected_denunciation_or_complaint_is_shown(
    text: str, tmp_path: Path
) -> None:
    folder = dossier(tmp_path, text)
    done = run(folder)
    shown = written(folder) + told(done)
    assert {"KND-01", "KND-02"} & set(codes(done))
    assert [secret for secret in SECRET if secret in shown] == []


def test_the_other_petitions_are_shown_and_all_are_counted(tmp_path: Path) -> None:
    folder = dossier(tmp_path, DENOUNCED)
    done = run(folder)
    shown = written(folder)
    assert done.counts["petitions"] == 2
    assert "Có dấu hiệu tố cáo, chờ xác định" in shown
    assert "Đề nghị nạo vét kênh tưới số 3" in shown
    assert "Trần Thị Bình" in shown


def test_no_unit_is_proposed_for_what_may_be_said_of_it(tmp_path: Path) -> None:
    text = DENOUNCED.replace("| Loại ý kiến", "| Lĩnh vực").replace("| Kiến nghị", "| Đất đai")
    done = run(dossier(tmp_path, text), dry_run=True)
    units = {task.petition.text("petitioner"): task.lead_unit for task in done.data.tasks}
    assert (units["Lê Thị Kín"], bool(units["Trần Thị Bình"])) == ("", True)


def test_a_row_that_repeats_it_in_harmless_words_is_withheld_too(tmp_path: Path) -> None:
    text = """
        == ap.xlsx
        STT | Mã kiến nghị | Họ và tên  | Nội dung kiến nghị
        1   | KN-01        | Lê Thị Kín | Ông Trần Sai bao chiếm đất công của ấp, tôi tố cáo ông
        == xa.xlsx
        STT | Mã kiến nghị | Họ và tên  | Nội dung kiến nghị                     | Ngày tiếp nhận
        1   | KN-01        | Lê Thị Kín | Ông Trần Sai bao chiếm đất công của ấp | 31/11/2026
    """
    folder = dossier(tmp_path, text)
    done = run(folder)
    shown = written(folder) + told(done)
    assert done.counts["petitions"] == 1
    assert [secret for secret in SECRET if secret in shown] == []


def test_it_is_asked_what_it_is_without_saying_what_it_says(tmp_path: Path) -> None:
    done = run(dossier(tmp_path, DENOUNCED), dry_run=True)
    (question,) = done.asked.new
    assert question.seen == "Nội dung ở ô này có dấu hiệu tố cáo"
    assert [str(cell) for cell in question.cells] == ["«nhan-vao/ap.xlsx» › «Sheet1» › E2"]


def test_what_a_person_says_is_neither_is_shown_like_any_other(tmp_path: Path) -> None:
    done = decided(tmp_path, COMPLAINED, NEITHER)
    assert "KND-01" not in codes(done)
    assert [task.petition.suspected for task in done.data.tasks] == [""]
    api.consolidate(tmp_path, None, AS_OF, "vi")
    assert "Tôi khiếu nại quyết định thu hồi đất của ông Sai" in written(tmp_path)


def test_what_a_person_says_is_a_denunciation_is_one(tmp_path: Path) -> None:
    folder = dossier(tmp_path, COMPLAINED)
    run(folder)
    decide(folder, "Tố cáo")
    done = run(folder)
    assert [task.petition["kind"] for task in done.data.tasks] == ["TC"]
    shown = written(folder)
    assert "Đã hướng dẫn theo Luật Tố cáo" in shown
    assert "Kín" not in shown


def test_what_is_told_of_many_rows_together_still_says_where_it_begins(tmp_path: Path) -> None:
    text = """
        == a.xlsx
        Mã kiến nghị | Họ và tên     | Nội dung kiến nghị
        KN-01        | Nguyễn Văn An | Đề nghị sửa cầu bắc qua kênh số 3
        KN-02        | Lê Thị Kín    | Tố cáo ông Trần Sai bao chiếm đất
        == b.xlsx
        Mã kiến nghị | Họ và tên     | Nội dung kiến nghị
        KN-01        | Trần Thị Bình | Xin hướng dẫn thủ tục tách thửa đất
        KN-02        | Trần Thị Bình | Đề nghị thu gom rác hai lần mỗi tuần
    """
    done = run(dossier(tmp_path, text), dry_run=True)
    (shared,) = [f for f in done.data.findings if f.notice.code == "DUP-17"]
    assert shared.text("vi") == (
        "2 mã đã dùng cho kiến nghị khác, trước hết là “KN-01” tại «nhan-vao/a.xlsx» › «Sheet1» › "
        "A2. Nội dung khác nhau nên chưa gộp."
    )
