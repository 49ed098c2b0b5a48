"""Files are written together or not at all, one run at a time, and can be taken back."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.living import Case, petition
from toolkit import journal
from toolkit.dossier import Dossier
from toolkit.errors import OutputError

KILLS = 200
ROAD = petition("Đề nghị sửa đường liên ấp đoạn qua trường học")
LIGHT = petition("Đề nghị lắp đèn chiếu sáng ở tổ 5 gần chợ")


@pytest.fixture
def place(tmp_path: Path) -> Dossier:
    return Dossier(tmp_path, tmp_path / "ket-qua")


def files(place: Dossier, version: int) -> dict[Path, bytes]:
    """Three files of a version, each of them long enough to take its time."""
    return {
        place.results / name: f"{name} {version} ".encode() * 5_000
        for name in ("a.xlsx", "b.xlsx", "c.xlsx")
    }


def shown(place: Dossier) -> list[str]:
    """The versions of the files; a file that is neither whole nor missing is shown as broken."""
    found = []
    for path in files(place, 0):
        data = path.read_bytes() if path.exists() else b""
        version = data.split(b" ")[1].decode() if data else "none"
        whole = not data or data == files(place, int(version))[path]
        found.append(version if whole else "broken")
    return found


def in_child(work: Callable[[], object]) -> int:
    """Fork; the child does some work and ends. The number of the child."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    return child


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_whenever_a_run_is_killed_every_file_is_old_or_new_and_the_next_run_finishes(
    place: Dossier,
) -> None:
    journal.commit(place, files(place, 0))
    version = 0
    for kill in range(1, KILLS + 1):
        child = in_child(partial(journal.commit, place, files(place, kill)))
        time.sleep(kill * 7 % 41 / 2000)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert {*shown(place)} <= {str(version), str(kill)}
        journal.recover(place)
        (now,) = {*shown(place)}
        assert now in {str(version), str(kill)}
        version = int(now)
    assert sorted(path.name for path in place.results.iterdir()) == ["a.xlsx", "b.xlsx", "c.xlsx"]
    journal.commit(place, files(place, KILLS + 1))
    assert shown(place) == [str(KILLS + 1)] * 3


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_killed_run_over_a_dossier_is_continued_by_the_next(tmp_path: Path) -> None:
    case = Case(tmp_path / "ho-so")
    case.receive(ROAD)
    case.run()
    case.type("KN-2026-001", "Ghi chú", "của tôi")
    for number in range(5):
        case.receive(ROAD, {**LIGHT, "Nội dung trả lời": f"Lần {number}"})
        child = in_child(case.run)
        time.sleep(number * 0.15)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    case.run()
    rows = case.rows()
    assert list(rows) == ["KN-2026-001", "KN-2026-002"]
    assert rows["KN-2026-001"]["Ghi chú"] == "của tôi"
    assert rows["KN-2026-002"]["Nội dung trả lời, kết quả giải quyết"] == "Lần 4"
    before = case.bytes()
    assert not case.run().wrote
    assert case.bytes() == before


def test_a_second_run_at_the_same_time_says_so_and_stops(tmp_path: Path) -> None:
    case = Case(tmp_path / "ho-so")
    case.receive(ROAD)
    place = Dossier(case.folder, case.folder / "ket-qua")
    with journal.locked(place), pytest.raises(OutputError) as stopped:
        case.run()
    assert stopped.value.text("vi") == (
        "Hồ sơ «ho-so» đang được tổng hợp ở một cửa sổ khác nên lần chạy này dừng lại."
    )
    assert case.run().wrote


def test_a_lock_that_a_killed_run_left_behind_stops_nobody(place: Dossier) -> None:
    script = (
        "import sys, os, signal; from pathlib import Path; from toolkit import journal;"
        "from toolkit.dossier import Dossier; root = Path(sys.argv[1]);"
        "held = journal.locked(Dossier(root, root)); held.__enter__();"
        "os.kill(os.getpid(), signal.SIGTERM)"
    )
    subprocess.run([sys.executable, "-c", script, str(place.root)], check=False)
    with journal.locked(place):
        pass
    assert not place.memory.exists() or not (place.memory / journal.LOCK).exists()


@pytest.mark.parametrize("lock", ["~$Theo_doi_phan_cong.xlsx", ".~lock.Theo_doi_phan_cong.xlsx#"])
def test_a_table_that_is_open_waits_and_everything_else_is_done(tmp_path: Path, lock: str) -> None:
    case = Case(tmp_path / "ho-so")
    case.receive(ROAD)
    case.run()
    table = case.table.read_bytes()
    case.receive(ROAD, LIGHT)
    (case.table.parent / lock).touch()
    done = case.run()
    assert done.obstacle is not None
    assert done.obstacle.text("vi") == (
        "Tệp «Theo_doi_phan_cong.xlsx» đang mở ở nơi khác nên chưa cập nhật được. "
        "Dữ liệu cũ vẫn còn nguyên."
    )
    assert case.table.read_bytes() == table
    assert done.counts["petitions"] == 2
    assert done.wrote
    assert not case.run().wrote
    (case.table.parent / lock).unlink()
    assert case.run().obstacle is None
    assert list(case.rows()) == ["KN-2026-001", "KN-2026-002"]


def test_undo_brings_back_every_file_as_it_was(tmp_path: Path) -> None:
    case = Case(tmp_path / "ho-so")
    case.receive(ROAD)
    case.run()
    results = {n: data for n, data in case.bytes().items() if "nhat-ky" not in n}
    case.receive(ROAD, LIGHT)
    inbox = (case.folder / "nhan-vao" / "a.xlsx").read_bytes()
    case.run()
    place = Dossier(case.folder, case.folder / "ket-qua")
    undone = {path.name for path in journal.undo(place)}
    assert undone == {
        "Theo_doi_phan_cong.xlsx", "Tong_hop.xlsx", "Danh_sach_loi.xlsx", "Lich_viec.ics",
        "register.json", "last-run.json",
    }  # fmt: skip
    now = {n: data for n, data in case.bytes().items() if "nhat-ky" not in n}
    assert now == {**results, "nhan-vao/a.xlsx": inbox}


def test_undo_is_refused_with_a_list_where_somebody_has_edited_since(tmp_path: Path) -> None:
    case = Case(tmp_path / "ho-so")
    case.receive(ROAD)
    case.run()
    case.type("KN-2026-001", "Ghi chú", "của tôi")
    before = case.bytes()
    with pytest.raises(OutputError) as refused:
        journal.undo(Dossier(case.folder, case.folder / "ket-qua"))
    assert refused.value.text("vi") == (
        "Chưa hoàn tác vì có tệp đã được sửa sau lần chạy cuối: «Theo_doi_phan_cong.xlsx»."
    )
    assert case.bytes() == before


def test_what_was_begun_to_be_taken_back_is_taken_back_by_the_next_run(place: Dossier) -> None:
    journal.commit(place, files(place, 1))
    journal.commit(place, files(place, 2))
    (place.memory / journal.FOLDER / "000002" / "dang-hoan-tac").touch()
    first = next(iter(files(place, 1)))
    first.write_bytes(files(place, 1)[first])
    journal.recover(place)
    assert shown(place) == ["1", "1", "1"]


def test_a_file_that_cannot_be_written_leaves_all_as_they_were(place: Dossier) -> None:
    journal.commit(place, files(place, 1))
    blocked = place.results / "d.xlsx"
    blocked.mkdir()
    with pytest.raises(OutputError):
        journal.commit(place, {**files(place, 2), blocked: b"d"})
    assert shown(place) == ["1", "1", "1"]


def test_backups_are_kept_for_twenty_runs_or_fourteen_days(place: Dossier) -> None:
    for version in range(22):
        journal.commit(place, files(place, version))
    runs = sorted((place.memory / journal.FOLDER).iterdir())
    assert len(runs) == 22
    long_ago = time.time() - 15 * 86_400
    for run in runs:
        os.utime(run / "xong", (long_ago, long_ago))
    journal.commit(place, files(place, 22))
    assert len([*(place.memory / journal.FOLDER).iterdir()]) == 20
