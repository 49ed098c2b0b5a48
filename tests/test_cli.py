"""From files to files, through the command line: what is said, the exit code, what is left."""

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from toolkit import contract
from toolkit.cli import main

HEADER = ("STT", "Họ và tên", "Ấp", "Nội dung kiến nghị", "Lĩnh vực", "Ngày tiếp nhận")
CLEAN = (1, "Nguyễn Văn An", "Ấp Tân Hòa", "Đề nghị sửa đường liên ấp", "Giao thông", "05/10/2026")
WRONG = (2, "Lê Thị Hoa", "Ấp Tân Hòa", "Đề nghị lắp đèn đường", "Giao thông", "31/02/2026")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)))


def save(path: Path, *rows: tuple[str | int, ...]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return path


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_clean_workbook_exits_0_and_says_what_was_checked(tmp_path: Path) -> None:
    result = run("check", save(tmp_path / "a.xlsx", HEADER, CLEAN), "--as-of", "2026-11-23")
    assert result.output == "Đã kiểm tra 1 tệp, 1 dòng: không có lỗi.\n"
    assert result.exit_code == 0


def test_a_mistake_is_told_with_its_place_and_its_cure_and_exits_1(tmp_path: Path) -> None:
    path = save(tmp_path / "a.xlsx", HEADER, CLEAN, WRONG)
    result = run("check", path, "--as-of", "2026-11-23")
    assert result.output.splitlines() == [
        (
            "[DAT-02] «a.xlsx» › «Sheet» › F3: Ngày “31/02/2026” không có trong lịch. "
            "Cách sửa: Hãy gõ lại ngày đúng, ví dụ 28/02/2026; nếu chưa biết là ngày nào, hãy gõ "
            "«tháng 02/2026» vào ô này."
        ),
        "Đã kiểm tra 1 tệp, 2 dòng: 1 lỗi, 0 cảnh báo, 0 ghi chú.",
    ]
    assert result.exit_code == 1


def test_everything_is_said_in_english_on_request(tmp_path: Path) -> None:
    path = save(tmp_path / "a.xlsx", HEADER, CLEAN, WRONG)
    result = run("check", path, "--lang", "en", "--as-of", "2026-11-23")
    assert (
        result.output.splitlines()[-1] == "Checked 1 files, 2 rows: 1 errors, 0 warnings, 0 notes."
    )
    assert "How to fix:" in result.output


@pytest.mark.parametrize(
    "arguments",
    [
        ("--lang", "en", "check", "."),
        ("check", "--lang", "en", "."),
        ("check", ".", "--lang=en"),
        ("--lang", "vi", "check", ".", "--lang", "en"),
    ],
)
def test_options_of_all_commands_may_stand_before_or_after_the_command(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(tmp_path / "a.xlsx", HEADER, CLEAN, WRONG)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DOITHOAI_LANG", "vi")
    assert "How to fix:" in run(*arguments).output


def test_a_run_that_stops_says_so_in_the_language_and_the_form_asked_for(tmp_path: Path) -> None:
    told = run("--json", "check", tmp_path, "--lang", "en")
    assert "How to fix:" in told.stderr
    assert json.loads(told.stdout)["error"]["code"] == "FIL-25"


def test_notes_are_counted_and_it_is_said_where_they_can_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "hoi-nghi"
    save(folder / "a.xlsx", (*HEADER, "Cỡ áo"), (*CLEAN, "M"), (*WRONG, "L"))
    only, both = run("check", folder), run("consolidate", folder, "--as-of", "2026-11-23")
    assert "ghi chú (để xem ghi chú, thêm --report Loi.xlsx)." in only.output
    assert "ghi chú (xem trong Danh_sach_loi.xlsx)." in both.output


def test_results_are_told_by_paths_that_lead_there_from_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(tmp_path / "hoi-nghi" / "a.xlsx", HEADER, CLEAN)
    monkeypatch.chdir(tmp_path)
    lines = run("consolidate", "hoi-nghi", "--as-of", "2026-11-23").output.splitlines()
    told = dict(line.split(": ", 1) for line in lines if line.endswith(".xlsx"))
    assert list(told) == ["Bảng tổng hợp", "Bảng theo dõi, phân công", "Danh sách lỗi"]
    assert all(Path(path).is_file() for path in told.values())


def test_a_missing_folder_is_wrong_usage(tmp_path: Path) -> None:
    result = run("check", tmp_path / "không có")
    assert "Không tìm thấy" in result.output
    assert result.exit_code == 2


@pytest.mark.parametrize("command", ["check", "consolidate"])
def test_an_empty_folder_exits_3_in_one_line(tmp_path: Path, command: str) -> None:
    result = run(command, tmp_path)
    assert result.output.startswith("[FIL-25] Thư mục «")
    assert len(result.output.splitlines()) == 1
    assert result.exit_code == 3
    assert list(tmp_path.iterdir()) == []


def test_a_folder_without_a_readable_workbook_exits_3(tmp_path: Path) -> None:
    (tmp_path / "hong.xlsx").write_bytes(b"PK\x03\x04 cut off")
    result = run("check", tmp_path)
    assert "«hong.xlsx»" in result.output
    assert result.exit_code == 3
    assert run("consolidate", tmp_path).exit_code == 3
    assert [path.name for path in tmp_path.iterdir()] == ["hong.xlsx"]


def test_one_damaged_file_does_not_stop_the_others_and_exits_4(tmp_path: Path) -> None:
    save(tmp_path / "a.xlsx", HEADER, CLEAN)
    (tmp_path / "hong.xlsx").write_bytes(b"")
    result = run("check", tmp_path, "--as-of", "2026-11-23")
    assert "Đã đọc 1 tệp, 1 dòng; không đọc được 1 tệp: 1 lỗi, 0 cảnh báo" in result.output
    assert result.exit_code == 4


def test_files_of_other_matters_are_called_by_name_and_the_control_workbook_is_none(
    tmp_path: Path,
) -> None:
    save(tmp_path / "a.xlsx", HEADER, CLEAN)
    save(tmp_path / "Du toan.xlsx", ("Khoản", "Tiền"), ("Thuế môn bài", 40))
    run("consolidate", tmp_path, "--as-of", "2026-11-23")
    save(tmp_path / "Bang_dieu_khien.xlsx", ("Nội dung",), ("sai",))
    result = run("consolidate", tmp_path, "--as-of", "2026-11-23")
    assert "Đã đọc 1 tệp, 1 dòng; không liên quan 1 tệp («Du toan.xlsx»):" in result.output


def test_that_a_file_is_a_copy_is_a_warning_with_what_to_do(tmp_path: Path) -> None:
    save(tmp_path / "a.xlsx", HEADER, CLEAN)
    (tmp_path / "a - Copy.xlsx").write_bytes((tmp_path / "a.xlsx").read_bytes())
    result = run("check", tmp_path, "--as-of", "2026-11-23")
    assert (
        "«a - Copy.xlsx»: Nội dung tệp này giống hệt tệp «a.xlsx» nên chỉ tính một lần. Cách sửa: "
        "Hãy xóa bản sao này trước khi sửa tệp «a.xlsx»; nếu không, bản cũ sẽ được đọc thêm."
    ) in result.output
    assert "1 tệp, 1 dòng: 0 lỗi, 1 cảnh báo, 0 ghi chú" in result.output


def test_no_text_that_a_user_sees_is_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "anh.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "web.xls").write_text("<html><table><tr><td>STT</td></tr></table></html>")
    for arguments in (
        ["check", tmp_path],
        ["consolidate", tmp_path],
        ["check", tmp_path / "web.xls"],
    ):
        result = run(*arguments)
        assert "Traceback" not in result.output
        assert result.exit_code == 3


def test_the_json_of_check_follows_its_schema_and_keeps_stdout_clean(tmp_path: Path) -> None:
    save(tmp_path / "a.xlsx", HEADER, CLEAN, WRONG)
    (tmp_path / "~$a.xlsx").write_bytes(b"lock")
    result = run("check", tmp_path, "--json", "--records", "--as-of", "2026-11-23")
    document = json.loads(result.stdout)
    Draft202012Validator(contract.schema("check")).validate(document)
    first = document["files"][0]
    assert list(document) == ["contract", "tool", "as_of", "files", "totals"]
    assert first["records"][0] == {
        "entity": "petition",
        "sheet": "Sheet",
        "row": 2,
        "values": {
            "seq": "1",
            "petitioner": "Nguyễn Văn An",
            "hamlet": "Ấp Tân Hòa",
            "content": "Đề nghị sửa đường liên ấp",
            "topic": "B01",
            "received_on": "2026-10-05",
        },
        "cells": {
            "seq": "A2",
            "petitioner": "B2",
            "hamlet": "C2",
            "content": "D2",
            "topic": "E2",
            "received_on": "F2",
        },
    }
    assert "received_on" not in first["records"][1]["values"]
    assert [file["status"] for file in document["files"]] == ["errors", "skipped"]
    assert document["totals"]["findings"]["error"] == 1


def test_consolidate_writes_the_three_workbooks_and_changes_no_input(tmp_path: Path) -> None:
    inbox = tmp_path / "nhan-vao"
    save(inbox / "a.xlsx", HEADER, CLEAN)
    before = digests(inbox)
    result = run("consolidate", tmp_path, "--json", "--as-of", "2026-11-23")
    document = json.loads(result.stdout)
    Draft202012Validator(contract.schema("consolidate")).validate(document)
    assert document["outputs"] == {
        "summary": "ket-qua/Tong_hop.xlsx",
        "follow_up": "ket-qua/Theo_doi_phan_cong.xlsx",
        "findings": "ket-qua/Danh_sach_loi.xlsx",
    }
    assert document["wrote"] is True
    assert document["changes"] == {"new": 1, "changed": 0, "vanished": 0, "unchanged": 0}
    assert document["counts"]["petitions"] == 1
    assert sorted(path.name for path in (tmp_path / "ket-qua").iterdir()) == [
        "Danh_sach_loi.xlsx",
        "Lich_viec.ics",
        "Theo_doi_phan_cong.xlsx",
        "Tong_hop.xlsx",
    ]
    assert digests(inbox) == before
    assert result.exit_code == 0


def test_a_second_run_without_news_touches_no_file(tmp_path: Path) -> None:
    save(tmp_path / "a.xlsx", HEADER, CLEAN)
    run("consolidate", tmp_path, "--as-of", "2026-11-23")
    before = digests(tmp_path)
    result = run("consolidate", tmp_path, "--as-of", "2026-11-23")
    assert result.output.splitlines()[-1] == "Không có gì thay đổi."
    assert digests(tmp_path) == before


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    save(tmp_path / "a.xlsx", HEADER, CLEAN)
    before = digests(tmp_path)
    result = run("consolidate", tmp_path, "--dry-run", "--as-of", "2026-11-23")
    assert "Kiến nghị: 1 mới" in result.output
    assert digests(tmp_path) == before


def test_what_waits_for_a_decision_is_told_in_one_line(tmp_path: Path) -> None:
    unknown = (2, "Lê Thị Hoa", "Ấp Tân Hòa", "Đề nghị lắp đèn", "Giao thôngg", "05/10/2026")
    save(tmp_path / "hoi-nghi" / "a.xlsx", HEADER, CLEAN, unknown)
    command = ("consolidate", tmp_path / "hoi-nghi", "--as-of", "2026-11-23")
    dry, first, second = run(*command, "--dry-run"), run(*command), run(*command)
    line = "Có 1 điểm cần anh chị quyết định ({} điểm mới), ở trang «Ghi nhớ» của {}."
    assert line.format(1, "bảng điều khiển") in dry.output.splitlines()
    assert line.format(1, "Bang_dieu_khien.xlsx") in first.output.splitlines()
    assert line.format(0, "bảng điều khiển") in second.output.splitlines()
    told = json.loads(run(*command, "--json").stdout)
    assert told["questions"] == {"new": 0, "open": 1}


def test_what_people_typed_in_the_follow_up_table_stays(tmp_path: Path) -> None:
    save(tmp_path / "nhan-vao" / "a.xlsx", HEADER, CLEAN)
    run("consolidate", tmp_path, "--as-of", "2026-11-23")
    table = tmp_path / "ket-qua" / "Theo_doi_phan_cong.xlsx"
    book = openpyxl.load_workbook(table)
    book["Theo dõi"]["P30"] = "đã gọi điện"
    book.save(table)
    save(
        tmp_path / "nhan-vao" / "b.xlsx", HEADER, (*CLEAN[:3], "Đề nghị nạo vét kênh", *CLEAN[4:])
    )
    result = run("consolidate", tmp_path, "--as-of", "2026-11-24")
    sheet = openpyxl.load_workbook(table)["Theo dõi"]
    assert sheet["P30"].value == "đã gọi điện"
    assert "Kiến nghị: 1 mới" in result.output


def test_conflicts_wait_for_a_person_and_exit_5(tmp_path: Path) -> None:
    save(tmp_path / "nhan-vao" / "a.xlsx", HEADER, CLEAN)
    run("consolidate", tmp_path, "--as-of", "2026-11-23")
    table = tmp_path / "ket-qua" / "Theo_doi_phan_cong.xlsx"
    book = openpyxl.load_workbook(table)
    book["Theo dõi"]["F9"] = "Cầu đường"
    book.save(table)
    save(tmp_path / "nhan-vao" / "a.xlsx", HEADER, (*CLEAN[:4], "Đất đai", *CLEAN[5:]))
    result = run("consolidate", tmp_path, "--json", "--as-of", "2026-11-23")
    document = json.loads(result.stdout)
    Draft202012Validator(contract.schema("consolidate")).validate(document)
    assert result.exit_code == 5
    assert document["conflicts"] == [
        {
            "petition": "KN-2026-001",
            "column": "Lĩnh vực",
            "field": "topic",
            "old": "Giao thông (đường, cầu, hẻm)",
            "typed": "Cầu đường",
            "new": "Đất đai (cấp GCN, tách thửa, chuyển mục đích)",
            "cell": "Theo dõi!F9",
            "source": "[nhan-vao/a.xlsx]Sheet!E2",
        }
    ]


def test_undo_takes_the_last_run_back(tmp_path: Path) -> None:
    save(tmp_path / "nhan-vao" / "a.xlsx", HEADER, CLEAN)
    before = digests(tmp_path)
    run("consolidate", tmp_path, "--as-of", "2026-11-23")
    result = run("undo", tmp_path)
    assert result.output == (
        "Đã hoàn tác lần chạy cuối: Tong_hop.xlsx, Danh_sach_loi.xlsx, Lich_viec.ics, "
        "Theo_doi_phan_cong.xlsx.\n"
    )
    assert digests(tmp_path) == before
    assert run("undo", tmp_path).exit_code == 4


def test_ids_stay_when_another_file_comes_first(tmp_path: Path) -> None:
    save(tmp_path / "nhan-vao" / "b.xlsx", HEADER, CLEAN)
    run("consolidate", tmp_path, "--as-of", "2026-11-23")
    save(
        tmp_path / "nhan-vao" / "a.xlsx", HEADER, (*CLEAN[:3], "Đề nghị nạo vét kênh", *CLEAN[4:])
    )
    run("consolidate", tmp_path, "--as-of", "2026-11-23")
    sheet = openpyxl.load_workbook(tmp_path / "ket-qua" / "Tong_hop.xlsx")["Kiến nghị"]
    rows = [[str(cell.value) for cell in row] for row in sheet.iter_rows()]
    ids = {cells[4]: cells[1] for cells in rows if re.fullmatch(r"KN-2026-\d{3}", cells[1] or "")}
    assert ids == {
        "Đề nghị sửa đường liên ấp": "KN-2026-001",
        "Đề nghị nạo vét kênh": "KN-2026-002",
    }


def test_the_demo_needs_nothing_and_exits_0(tmp_path: Path) -> None:
    result = run("demo", tmp_path / "thử nghiệm", "--as-of", "2026-11-23")
    assert result.exit_code == 0
    assert (tmp_path / "thử nghiệm" / "ket-qua" / "Tong_hop.xlsx").is_file()
    assert (tmp_path / "thử nghiệm" / "Bang_dieu_khien.xlsm").is_file()


def test_an_unknown_code_is_wrong_usage_and_names_its_neighbours() -> None:
    result = run("explain", "DAT-99")
    (named,) = re.findall(r"Các mã gần giống: (.+)\.", result.output)
    assert [code[:4] for code in named.split(", ")] == ["DAT-"] * 3
    assert result.exit_code == 2


@pytest.mark.parametrize("code", ["DAT-2", "dat-02", "dat2"])
def test_a_code_is_understood_however_it_is_typed(code: str) -> None:
    result = run("explain", code)
    assert result.output.startswith("DAT-02 – Lỗi\n")
    assert result.exit_code == 0


def test_a_code_is_normalised_in_json() -> None:
    result = run("explain", "dat2", "--json")
    assert json.loads(result.stdout)["code"] == "DAT-02"


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", [None, *main.commands])
def test_help_is_in_the_language_of_the_run(
    name: str | None, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOITHOAI_LANG", language)
    output = run(*([name] if name else []), "--help").output
    assert ("Cách dùng:" in output) is (language == "vi")
    assert ("Usage:" in output) is (language == "en")


def test_a_wrong_setting_is_told_at_its_cell(tmp_path: Path) -> None:
    save(tmp_path / "nhan-vao" / "a.xlsx", HEADER, CLEAN)
    book = openpyxl.Workbook()
    book.worksheets[0].title = "Cấu hình"
    book.worksheets[0].append(("Mục", "Giá trị"))
    book.worksheets[0].append(("Ngày hội nghị", "31/02/2026"))
    book.save(tmp_path / "Bang_dieu_khien.xlsx")
    result = run("consolidate", tmp_path, "--as-of", "2026-11-23")
    assert "«Bang_dieu_khien.xlsx» › «Cấu hình» › B2" in result.output
    assert result.exit_code == 1


def test_the_settings_of_the_control_workbook_are_used(tmp_path: Path) -> None:
    save(tmp_path / "nhan-vao" / "a.xlsx", HEADER, CLEAN)
    book = openpyxl.Workbook()
    book.worksheets[0].title = "Phân công"
    book.worksheets[0].append(("Lĩnh vực", "Đơn vị chủ trì"))
    book.worksheets[0].append(("Giao thông", "Tổ Giao thông nông thôn"))
    book.create_sheet("Ngày nghỉ").append(("Ngày", "Loại", "Tên"))
    book["Ngày nghỉ"].append(("12/10/2026", "nghỉ", "Lễ hội của xã"))
    book.save(tmp_path / "Bang_dieu_khien.xlsx")
    run("consolidate", tmp_path, "--as-of", "2026-11-23")
    sheet = openpyxl.load_workbook(tmp_path / "ket-qua" / "Theo_doi_phan_cong.xlsx")["Theo dõi"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    header = next(row for row in rows if row[0] == "STT")
    first = dict(zip(header, next(row for row in rows if row[0] == 1), strict=True))
    assert first["Đơn vị chủ trì"] == "Tổ Giao thông nông thôn"
    assert f"{first['Thời hạn hoàn thành']:%d/%m/%Y}" == "20/10/2026"
    assert "Lễ hội của xã" in str(first["Căn cứ thời hạn"])


def test_files_that_are_no_workbooks_are_named_and_left_out(tmp_path: Path) -> None:
    save(tmp_path / "a.xlsx", HEADER, CLEAN)
    (tmp_path / "ghi chú.txt").write_text("STT;Họ và tên;Chức vụ\n1;Lê Văn Mẫu;Trưởng ấp\n")
    save(tmp_path / "không đuôi", HEADER, WRONG)
    document = json.loads(run("check", tmp_path, "--json", "--as-of", "2026-11-23").stdout)
    states = {file["path"]: file["status"] for file in document["files"]}
    assert states == {"a.xlsx": "ok", "ghi chú.txt": "skipped", "không đuôi": "errors"}


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    save(tmp_path / "a.xlsx", HEADER, WRONG)
    command = [sys.executable, "-m", "toolkit", "rules"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path
    ) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.readline()
        run.stdout.close()
        assert b"su-co" not in run.stderr.read()
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]
