"""Hostile and broken files: each costs itself and nothing else, and its owner is told why."""

import json
import os
import random
import sys
import threading
import time
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from tests.packages import package, sheet_xml
from tests.specimens import (
    HARMLESS,
    HEADER,
    PAD,
    REFUSED,
    ROWS,
    TEMPORARY,
    Specimen,
    good,
    sheet,
    xml_rows,
)
from toolkit import api
from toolkit.cli import main
from toolkit.limits import LIMITS, Limits

LONG_AGO = 1_700_000_000
"""When the files were written, so that nobody waits for more to be written."""

PAIRS = [(specimen, told) for told, found in REFUSED.items() for specimen in found]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments), "--as-of", "2026-11-23"])


def put(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    os.utime(path, (LONG_AGO, LONG_AGO))
    return path


def random_text(size: int) -> str:
    """Letters that cannot be packed well."""
    return random.Random(1).randbytes(size * 2).decode("latin-1")[:size]  # noqa: S311 — no secret


def checked(folder: Path, *options: str) -> tuple[int, Mapping[str, Any]]:
    """The exit code, and what is said of each file, by name."""
    result = run("check", folder, "--json", *options)
    return result.exit_code, {file["path"]: file for file in json.loads(result.stdout)["files"]}


def reason(file: Mapping[str, Any]) -> str:
    return f"{file['reason']['code']} {file['reason']['message']}"


@pytest.mark.parametrize(("specimen", "told"), PAIRS, ids=[pair[0].name for pair in PAIRS])
def test_a_file_that_must_not_be_used_is_named_and_the_others_are_read(
    specimen: Specimen, told: str, tmp_path: Path
) -> None:
    put(tmp_path / specimen.name, specimen.make())
    put(tmp_path / "tot.xlsx", good())
    code, files = checked(tmp_path)
    assert reason(files[specimen.name]) == told
    assert files[specimen.name]["status"] == "unreadable"
    assert files[specimen.name]["tables"] == []
    assert files["tot.xlsx"]["tables"][0]["records"] == 2
    assert code == 4


def test_a_folder_of_nothing_but_hostile_files_is_told_file_by_file(tmp_path: Path) -> None:
    for specimen, _ in PAIRS[::3]:
        put(tmp_path / specimen.name, specimen.make())
    result = run("check", tmp_path)
    assert result.exit_code == 3
    assert [line.split("»")[0] for line in result.output.splitlines()[:-1]] == sorted(
        f"«{specimen.name}" for specimen, _ in PAIRS[::3]
    )
    assert "Traceback" not in result.output


@pytest.mark.parametrize("specimen", HARMLESS, ids=lambda specimen: specimen.name)
def test_what_only_looks_dangerous_is_read(specimen: Specimen, tmp_path: Path) -> None:
    put(tmp_path / specimen.name, specimen.make())
    code, files = checked(tmp_path)
    assert (code, files[specimen.name]["status"]) == (0, "ok")
    assert files[specimen.name]["tables"][0]["records"] == 2


def test_nothing_is_unpacked_to_where_a_part_wants_to_go(tmp_path: Path) -> None:
    inbox = tmp_path / "a" / "b"
    inbox.mkdir(parents=True)
    data = package(sheet(), **{"../../leo.txt": "leo", str(tmp_path / "leo.txt"): "leo"})
    put(inbox / "leo.xlsx", data)
    assert checked(inbox)[0] == 0
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a", "b", "leo.xlsx"]


def test_values_from_other_workbooks_are_used_as_last_saved_and_said_to_be(
    tmp_path: Path,
) -> None:
    external = package(
        sheet_xml(
            *xml_rows(*ROWS),
            '<row r="4"><c r="A4"><v>3</v></c>'
            '<c r="B4" t="str"><f>[1]Tam!A1</f><v>Trần Văn Bình</v></c>'
            '<c r="C4" t="inlineStr"><is><t>Ấp 3</t></is></c>'
            '<c r="D4" t="str"><f>cmd|\'/c calc\'!A1</f><v>Đề nghị nạo vét kênh</v></c></row>',
        ),
        **{"xl/externalLinks/externalLink1.xml": "<externalLink/>"},
    )
    put(tmp_path / "lien-ket.xlsx", external)
    code, files = checked(tmp_path, "--records")
    file = files["lien-ket.xlsx"]
    assert code == 0
    assert [record["values"]["content"] for record in file["records"]][2] == "Đề nghị nạo vét kênh"
    assert [found["cell"] for found in file["findings"] if found["code"] == "XLS-03"] == ["B4"]


def test_a_text_that_looks_like_a_formula_stays_a_text_in_what_is_written(tmp_path: Path) -> None:
    attack = '=HYPERLINK("http://127.0.0.1/", "Đề nghị sửa đường liên ấp")'
    rows = (HEADER, ("1", "Nguyễn Văn An", "Ấp 1", attack, "20/10/2026"))
    put(tmp_path / "cong-thuc.xlsx", package(sheet_xml(*xml_rows(*rows))))
    assert run("consolidate", tmp_path).exit_code == 0
    made = openpyxl.load_workbook(tmp_path / "ket-qua" / "Tong_hop.xlsx")
    cells = [cell for row in made["Kiến nghị"].iter_rows() for cell in row if cell.value == attack]
    assert [cell.data_type for cell in cells] == ["s"]


# ── The folder ──────────────────────────────────────────────────────────────────────────────


def test_what_programs_leave_behind_is_skipped_by_its_name(tmp_path: Path) -> None:
    for name in TEMPORARY:
        put(tmp_path / name, b"\x00")
    put(tmp_path / "tot.xlsx", good())
    code, files = checked(tmp_path)
    assert code == 0
    assert {files[name]["reason"]["code"] for name in TEMPORARY} == {"FIL-20"}


@pytest.mark.skipif(os.name == "nt", reason="Windows forbids such names")
def test_no_name_of_a_file_steers_the_screen_or_stops_the_run(tmp_path: Path) -> None:
    for name in ("a\nb.xlsx", "\x1b[2Jc.xlsx", "=cmd.xlsx", "-d %s $(e).xlsx", "😀.xlsx"):
        put(tmp_path / name, b"")
    put(Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.xlsx")), b"")
    result = run("check", tmp_path)
    assert sorted(line.split("»")[0] for line in result.output.splitlines()[:-1]) == [
        "«-d %s $(e).xlsx",
        "«=cmd.xlsx",
        "«\\x1b[2Jc.xlsx",
        "«\\xff.xlsx",
        "«a\\nb.xlsx",
        "«😀.xlsx",
    ]
    assert set(checked(tmp_path)[1]) >= {"\\xff.xlsx", "a\\nb.xlsx"}


@pytest.mark.skipif(os.name == "nt", reason="Windows holds both names for one")
def test_two_names_that_look_the_same_are_two_files(tmp_path: Path) -> None:
    put(tmp_path / unicodedata.normalize("NFC", "Ấp 1.xlsx"), good())
    put(tmp_path / unicodedata.normalize("NFD", "Ấp 1.xlsx"), package(sheet(head="<a/>")))
    _, files = checked(tmp_path)
    assert {name: len(file["tables"]) for name, file in files.items()} == {
        "Ấp 1.xlsx": 1,
        "Ấp 1.xlsx [2]": 1,
    }


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
def test_pipes_links_and_sparse_files_are_not_opened(tmp_path: Path) -> None:
    elsewhere = tmp_path / "noi-khac"
    elsewhere.mkdir()
    inbox = tmp_path / "nhan-vao"
    inbox.mkdir()
    os.mkfifo(inbox / "ong.xlsx")
    (inbox / "lien-ket.xlsx").symlink_to(put(elsewhere / "that.xlsx", good()))
    (inbox / "thiet-bi.xlsx").symlink_to("/dev/zero")
    (inbox / "thu-muc").symlink_to(elsewhere)
    with (inbox / "thua.xlsx").open("wb") as file:
        file.truncate(8 * 2**30)
    put(inbox / "tot.xlsx", good())
    code, files = checked(tmp_path)
    assert code == 4
    assert {name: file["reason"] and file["reason"]["code"] for name, file in files.items()} == {
        "nhan-vao/ong.xlsx": "FIL-13",
        "nhan-vao/lien-ket.xlsx": "FIL-13",
        "nhan-vao/thiet-bi.xlsx": "FIL-13",
        "nhan-vao/thu-muc": "FIL-53",
        "nhan-vao/thua.xlsx": "FIL-08",
        "nhan-vao/tot.xlsx": None,
    }


def test_a_file_that_is_still_written_is_read_when_it_is_whole(tmp_path: Path) -> None:
    data, path = good(), tmp_path / "dang-chep.xlsx"
    path.write_bytes(data[:300])

    def finish() -> None:
        time.sleep(0.5)
        path.write_bytes(data)

    writer = threading.Thread(target=finish)
    writer.start()
    code, files = checked(tmp_path)
    writer.join()
    assert (code, files["dang-chep.xlsx"]["status"]) == (0, "ok")


def test_a_file_that_never_stops_growing_is_said_to_be_written(tmp_path: Path) -> None:
    path, is_over = tmp_path / "dang-chep.xlsx", threading.Event()
    path.write_bytes(good()[:300])

    def grow() -> None:
        while not is_over.wait(0.2):
            with path.open("ab") as file:
                file.write(b"\0")

    writer = threading.Thread(target=grow)
    writer.start()
    limits = replace(LIMITS, patience=0.6)
    (file,) = api.check([tmp_path], date(2026, 11, 23), limits=limits).files
    is_over.set()
    writer.join()
    assert (file.reason and file.reason.code) == "FIL-16"


# ── The limits ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("limits", "told"),
    [
        (
            replace(LIMITS, seconds=0.001),
            (
                "FIL-50 Đọc tệp quá 0 giây nên đã dừng lại; chưa dùng dòng nào của tệp này,"
                " các tệp khác vẫn chạy tiếp."
            ),
        ),
        (
            replace(LIMITS, file_bytes=2**20 // 2),
            "FIL-08 Tệp nặng 2 MB, vượt giới hạn 0 MB.",
        ),
        (
            replace(LIMITS, filled_cells=14),
            "FIL-62 Sổ làm việc có 15 ô có số liệu, vượt giới hạn 14 ô.",
        ),
        (replace(LIMITS, sheets=0), "FIL-61 Sổ làm việc có 1 trang, vượt giới hạn 0 trang."),
    ],
)
def test_each_limit_has_its_own_message(limits: Limits, told: str, tmp_path: Path) -> None:
    put(tmp_path / "xa-a.xlsx", package(sheet(), **{"xl/media/a": random_text(2 * 2**20)}))
    (file,) = api.check([tmp_path], date(2026, 11, 23), limits=limits).files
    assert file.reason
    assert f"{file.reason.code} {file.reason.text('vi', file.params)}" == told


@pytest.mark.skipif(sys.platform != "linux", reason="macOS does not keep the limit of memory")
def test_a_file_that_needs_too_much_memory_is_named(tmp_path: Path) -> None:
    put(tmp_path / "xa-a.xlsx", good())
    limits = replace(LIMITS, memory_bytes=2**20)
    (file,) = api.check([tmp_path], date(2026, 11, 23), limits=limits).files
    assert file.reason
    assert f"{file.reason.code} {file.reason.text('vi', file.params)}" == (
        "FIL-51 Tệp cần quá nhiều bộ nhớ hoặc làm hỏng trình đọc nên đã dừng an toàn; chưa dùng"
        " dòng nào, các tệp khác vẫn chạy tiếp."
    )


def test_an_honest_file_beyond_a_limit_is_read_when_the_limits_are_raised(tmp_path: Path) -> None:
    put(tmp_path / "nhieu-khoang-trang.xlsx", package(sheet(" " * PAD)))
    assert checked(tmp_path)[0] == 3
    code, files = checked(tmp_path, "--raise-limits", "5")
    assert files["nhieu-khoang-trang.xlsx"]["tables"][0]["records"] == 2
    assert code == 0


def test_results_are_made_anew_when_a_file_is_read_that_was_not(tmp_path: Path) -> None:
    put(tmp_path / "nhieu-khoang-trang.xlsx", package(sheet(" " * PAD)))
    put(tmp_path / "tot.xlsx", good())
    assert run("consolidate", tmp_path).exit_code == 4
    assert run("consolidate", tmp_path).output.splitlines()[-1] == "Không có gì thay đổi."
    result = run("consolidate", tmp_path, "--json", "--raise-limits", "5")
    assert json.loads(result.stdout)["wrote"]
