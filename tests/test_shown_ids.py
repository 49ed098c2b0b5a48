"""Answers find their petition by the id under which the toolkit shows it."""

from pathlib import Path

import pytest

from tests.test_memory import codes, dossier, run
from toolkit.api import Consolidated
from toolkit.identity import Known, Numbering, Register

PETITIONS = """
    == ap.xlsx
    UBND XÃ TÂN AN
    Hội nghị đối thoại ngày 20/10/2026

    STT | Họ và tên     | Ấp      | Nội dung kiến nghị
    1   | Nguyễn Văn An | Tân Hòa | Đề nghị sửa cầu qua kênh số 3 đã mục
    2   | Trần Thị Bình | Tân Hòa | Đề nghị lắp đèn đường ở ngã ba chợ
    3   | Lê Văn Cường  | Tân Hòa | Đề nghị thu gom rác hai lần mỗi tuần
"""
ANSWERS = """
    == tra loi.xlsx
    STT | Mã kiến nghị | Nội dung trả lời                    | Ngày trả lời
    1   | XTA-2026-003 | Đã thu gom rác mỗi tuần hai lần.    | 2026-10-30
    2   | xta-2026-001 | Xã đã sửa xong cầu trong tháng 10.  | 2026-10-30
"""


def linked(done: Consolidated) -> dict[str, str]:
    """The answers by the petitioners."""
    entries = [task.petition for task in done.data.tasks]
    return {e.text("petitioner"): e.text("response_text") for e in entries if e["response_text"]}


def second_run(folder: Path, answers: str) -> Consolidated:
    """A dossier that was consolidated, and is again with further files."""
    run(dossier(folder, PETITIONS))
    dossier(folder / "them", answers)
    for path in (folder / "them" / "nhan-vao").iterdir():
        path.rename(folder / "nhan-vao" / path.name)
    return run(folder)


def test_answers_are_linked_by_the_ids_that_an_earlier_run_gave(tmp_path: Path) -> None:
    done = second_run(tmp_path, ANSWERS)
    assert linked(done) == {
        "Nguyễn Văn An": "Xã đã sửa xong cầu trong tháng 10.",
        "Lê Văn Cường": "Đã thu gom rác mỗi tuần hai lần.",
    }
    assert [code for code in codes(done) if code.startswith("LNK")] == []
    assert [task.petition.id for task in done.data.tasks] == [
        "XTA-2026-001",
        "XTA-2026-002",
        "XTA-2026-003",
    ]


def test_they_are_linked_by_the_ids_of_this_run_too_if_these_name_the_unit(tmp_path: Path) -> None:
    done = run(dossier(tmp_path, PETITIONS + ANSWERS), dry_run=True)
    assert sorted(linked(done)) == ["Lê Văn Cường", "Nguyễn Văn An"]


@pytest.mark.parametrize("slip", ["XTA-2026-010", "XTB-2026-001"])
def test_a_slip_in_a_given_id_is_told_with_the_id_that_is_meant(slip: str, tmp_path: Path) -> None:
    done = second_run(tmp_path, ANSWERS.replace("xta-2026-001", slip))
    (finding,) = [f for f in done.data.findings if f.notice.code.startswith("LNK")]
    assert finding.notice.code == "LNK-03"
    assert "«XTA-2026-001»" in finding.fix("vi")


def test_an_id_whose_petition_is_gone_links_to_no_other_by_its_number(tmp_path: Path) -> None:
    answers = """
        == tra loi.xlsx
        STT | Mã kiến nghị | Nội dung trả lời                   | Ngày trả lời
        1   | XTA-2026-077 | Xã đã sửa xong cầu trong tháng 10. | 2026-10-30
    """
    done = second_run(tmp_path, answers)
    assert linked(done) == {}
    assert "LNK-04" in codes(done)


def test_a_row_of_an_annex_is_the_petition_whose_given_id_it_has(tmp_path: Path) -> None:
    annex = """
        == phu luc.xlsx
        STT | Mã kiến nghị | Nội dung kiến nghị | Đơn vị chủ trì | Nội dung trả lời
        1   | XTA-2026-001 | Cầu qua kênh số 3  | Phòng Kinh tế  | Đã sửa xong cầu.
        2   | XTA-2026-003 | Thu gom rác        | Phòng Kinh tế  | Đã thu gom mỗi tuần hai lần.
    """
    done = second_run(tmp_path, annex)
    assert done.counts["petitions"] == 3
    assert linked(done) == {
        "Nguyễn Văn An": "Đã sửa xong cầu.",
        "Lê Văn Cường": "Đã thu gom mỗi tuần hai lần.",
    }


def test_a_given_id_beside_another_matter_joins_nothing_and_is_told(tmp_path: Path) -> None:
    annex = """
        == phu luc.xlsx
        STT | Mã kiến nghị | Nội dung kiến nghị               | Đơn vị chủ trì | Nội dung trả lời
        1   | XTA-2026-001 | Xin hướng dẫn thủ tục tách thửa  | Phòng Kinh tế  | Đã hướng dẫn xong.
    """
    done = second_run(tmp_path, annex)
    assert done.counts["petitions"] == 4
    told = [str(f.cell) for f in done.data.findings if f.notice.code == "DUP-17"]
    assert told == ["«nhan-vao/phu luc.xlsx» › «Sheet1» › B2"]


def test_an_id_that_could_be_anybodys_is_not_relied_on() -> None:
    given = Numbering(Register((Known("KN-2026-001"),)), "KN", 2026)
    telling = given.telling(["KN-2026-001", "KN-2026-002", "XTA-2026-001"])
    assert telling == {"KN-2026-001", "XTA-2026-001"}
