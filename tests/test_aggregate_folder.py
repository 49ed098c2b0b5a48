"""A folder of what units sent → the workbook of the level above, and what goes back."""

import json
import shutil
from datetime import date
from pathlib import Path
from urllib.parse import unquote
from zipfile import ZipFile

import jsonschema
import openpyxl
import pytest
import xlsxwriter
from click.testing import CliRunner

from tests.consolidations import as_lines, headers
from tests.office import needs_office, recalculated
from toolkit import api, contract
from toolkit.aggregate import book as books
from toolkit.cli import main
from toolkit.cli.ends import end_of_aggregate
from toolkit.dossier import digest
from toolkit.levels.aggregation import Aggregated, Options, aggregate
from toolkit.levels.cluster import on_cluster
from toolkit.levels.packages import stem

SAMPLE = Path(__file__).parents[1] / "samples" / "provinces" / "tay-ninh"
AS_OF = date(2026, 11, 23)
COUNTED = (
    "Theo xã, phường", "So sánh các năm", "Thành phần", "Nộp báo cáo", "Cần biết",
    "Nguồn số liệu",
)  # fmt: skip


@pytest.fixture
def province(tmp_path: Path) -> Path:
    folder = tmp_path / "tinh"
    shutil.copytree(SAMPLE, folder, ignore=shutil.ignore_patterns("expected.txt"))
    return folder


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Aggregated]:
    """The sample province, put together once; nothing is to be changed in it."""
    folder = tmp_path_factory.mktemp("province") / "tinh"
    shutil.copytree(SAMPLE, folder, ignore=shutil.ignore_patterns("expected.txt"))
    return folder, aggregate(folder, None, AS_OF, Options(per_unit=True))


def states(folder: Path) -> dict[str, int]:
    """The hash of every file; of the folder of what is remembered nothing."""
    return {
        str(path): hash(path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".doithoai" not in path.parts
    }


def lines(done: Aggregated) -> list[str]:
    lists = dict.fromkeys(("topics", "delegations"), ())
    made = books.book(done.view, lists)
    shown: list[str] = []
    for sheet in made.sheets:
        if sheet.name in COUNTED:
            shown.append(f"== {sheet.name}: {sheet.title}")
            for table in sheet.tables:
                shown += [headers(table), *as_lines(table)]
            shown += sheet.notes
    return shown


def test_the_sample_province(request: pytest.FixtureRequest) -> None:
    shown = "\n".join(lines(aggregate(SAMPLE, None, AS_OF, dry_run=True))) + "\n"
    expected = SAMPLE / "expected.txt"
    if request.config.getoption("regenerate"):
        expected.write_text(shown, "utf-8")
    known = expected.read_text("utf-8") if expected.exists() else ""
    assert shown == known, f"if {expected} is to change: pytest {__file__} --regenerate"


def test_a_dry_run_writes_nothing(province: Path) -> None:
    before = states(province)
    done = aggregate(province, None, AS_OF, dry_run=True)
    assert (done.wrote, states(province), (province / ".doithoai").exists()) == (
        False,
        before,
        False,
    )


def test_a_second_run_writes_nothing_and_one_without_memory_comes_to_the_same(
    province: Path,
) -> None:
    assert aggregate(province, None, AS_OF).wrote
    made = states(province)
    again = aggregate(province, None, AS_OF)
    assert (again.wrote, states(province)) == (False, made)
    shutil.rmtree(province / ".doithoai")
    assert aggregate(province, None, AS_OF).wrote
    assert states(province) == made


def test_what_a_level_writes_the_next_one_reads(
    finished: tuple[Path, Aggregated], tmp_path: Path
) -> None:
    province, below = finished
    above = tmp_path / "trung-uong"
    above.mkdir()
    shutil.copyfile(province / "ket-qua" / "Tong_hop.xlsx", above / "Tinh Tay Ninh.xlsx")
    done = aggregate(above, None, AS_OF, dry_run=True)
    assert [placed.row for placed in done.view.now.petitions] == [
        placed.row for placed in below.view.now.petitions
    ]
    assert done.view.holdings.keys() == below.view.holdings.keys()


def test_a_dossier_of_a_commune_counts_as_it_was_summed_up(tmp_path: Path) -> None:
    sample = SAMPLE.parents[1] / "thanh-binh-2026"
    commune = tmp_path / "tinh" / "nhan-vao" / "Xã Thạnh Bình"
    shutil.copytree(sample / "nhan-vao", commune / "nhan-vao")
    raw = aggregate(tmp_path / "tinh", None, AS_OF, dry_run=True)
    done = api.consolidate(commune, None, AS_OF, "vi")
    summed_up = aggregate(tmp_path / "tinh", None, AS_OF, dry_run=True)
    assert len(summed_up.view.now.petitions) == done.counts["petitions"]
    assert sum(p.row.answered for p in summed_up.view.now.petitions) == done.counts["answered"]
    assert len(raw.view.now.petitions) == len(summed_up.view.now.petitions)
    assert len(raw.view.now.people) == len(summed_up.view.now.people) == done.counts["attendees"]


def test_every_link_opens_the_cell_that_says_so(finished: tuple[Path, Aggregated]) -> None:
    province, _ = finished
    book = openpyxl.load_workbook(province / "ket-qua" / "Tong_hop.xlsx")
    sheet = book["Kiến nghị"]
    rows = list(sheet.iter_rows())
    head = next(row for row in rows if row[0].value == "STT")
    column = {str(cell.value): number for number, cell in enumerate(head)}
    found = 0
    sources: dict[Path, openpyxl.Workbook] = {}
    for row in rows[head[0].row :]:
        if not isinstance(row[0].value, int):
            break
        link = row[column["Mở"]].hyperlink
        assert link is not None
        place = province / "ket-qua" / unquote(str(link.target)).replace("\\", "/")
        if place not in sources:
            sources[place] = openpyxl.load_workbook(place)
        said = sources[place][str(row[column["Trang"]].value)][str(row[column["Ô"]].value)].value
        assert said == row[column["Nội dung kiến nghị"]].value
        found += 1
    assert found == 66


def test_no_part_of_what_goes_up_holds_a_personal_number(
    finished: tuple[Path, Aggregated],
) -> None:
    province, _ = finished
    source = next(province.rglob("Hoi nghi doi thoai 2026.xlsx"))
    rows = openpyxl.load_workbook(source)["Đại biểu"].iter_rows(min_row=7)
    phones = [str(row[5].value) for row in rows]
    assert all(len(phone) == 10 for phone in phones)
    books_made = list((province / "ket-qua").rglob("*.xlsx"))
    assert len(books_made) > 20
    for path in books_made:
        with ZipFile(path) as archive:
            for part in archive.namelist():
                text = archive.read(part).decode("utf-8", "replace")
                assert not any(phone in text for phone in phones)


def test_contacts_go_up_only_if_asked_for(province: Path) -> None:
    aggregate(province, None, AS_OF, Options(with_contacts=True))
    sheet = openpyxl.load_workbook(province / "ket-qua" / "Tong_hop.xlsx")["Đại biểu"]
    cells = [str(cell.value) for row in sheet.iter_rows() for cell in row]
    assert "Số điện thoại" in cells
    assert any(cell.startswith("09") and len(cell) == 10 for cell in cells)


def test_a_locked_period_stays_as_it_was_and_says_so(province: Path) -> None:
    control = openpyxl.load_workbook(province / "Bang_dieu_khien.xlsx")
    locks = control.create_sheet("Khóa kỳ")
    locks.append(["Đơn vị", "Kỳ", "Người khóa", "Ngày khóa"])
    locks.append(["25549", 2026, "Trần Thị Lan", "16/11/2026"])
    control.save(province / "Bang_dieu_khien.xlsx")
    before = aggregate(province, None, AS_OF)
    (sent,) = (province / "nhan-vao" / "Thu dien tu 10-11-2026" / "Xã Tân Phú").iterdir()
    later = province / "nhan-vao" / "Thu dien tu 20-11-2026" / "Xã Tân Phú"
    later.mkdir(parents=True)
    book = openpyxl.load_workbook(sent)
    book["Kiến nghị"]["D7"] = "Đề nghị mở rộng chợ xã"
    book.save(later / sent.name)
    done = aggregate(province, None, AS_OF)
    refused = [r for r in done.view.remarks if r.notice.code == "SUB-21"]
    (told,) = [remark.text("vi") for remark in refused]
    assert told == (
        "Kỳ 2026 của xã Tân Phú do Trần Thị Lan khóa ngày 16/11/2026, nên bản gửi thêm ngày "
        "20/11/2026 chưa được tính."
    )
    assert end_of_aggregate(done) == 5
    assert [p.row for p in done.view.now.petitions] == [p.row for p in before.view.now.petitions]


def test_an_unknown_unit_is_asked_about_once_and_counted_when_decided(province: Path) -> None:
    first = aggregate(province, None, AS_OF)
    assert [question.proposal for question in first.asked.new] == ["xã Thạnh Bình"]
    control = province / "Bang_dieu_khien.xlsx"
    book = openpyxl.load_workbook(control)
    sheet = book["Ghi nhớ"]
    head = next(row for row in sheet.iter_rows() if row[0].value == "STT")
    decision = [cell.value for cell in head].index("Quyết định")
    rows = list(sheet.iter_rows())
    rows[rows.index(head) + 1][decision].value = "xã Tân Hòa"
    book.save(control)
    done = aggregate(province, None, AS_OF)
    assert done.asked.new == ()
    assert len(done.view.now.petitions) == len(first.view.now.petitions) + 3
    assert done.view.shares("petition") == (10, 12)


def test_the_document_follows_its_schema_and_conflicts_wait_for_a_person(province: Path) -> None:
    run = CliRunner().invoke(
        main, ["aggregate", str(province), "--as-of", "2026-11-23", "--json", "--dry-run"]
    )
    document = json.loads(run.stdout)
    jsonschema.validate(document, contract.schema("aggregate"))
    assert run.exit_code == 5
    assert document["counts"]["expected"] == 12
    known = {unit["name"]: unit for unit in document["units"]}
    assert (known["Xã Trà Vong"]["state"], known["Xã Trà Vong"]["petitions"]) == ("nil", 0)
    assert known["Xã Tân Hòa"]["petitions"] is None


def test_a_page_of_corrections_and_texts_to_remind_go_back(
    finished: tuple[Path, Aggregated],
) -> None:
    results = finished[0] / "ket-qua"
    page = openpyxl.load_workbook(results / "Phieu_tra_lai" / "25480_Phường_Bình_Minh.xlsx").active
    assert page is not None
    texts = [str(cell.value) for row in page.iter_rows() for cell in row if cell.value]
    assert "PHIẾU ĐỀ NGHỊ SỬA SỐ LIỆU" in texts
    assert "Bao cao.xlsx" in texts
    sheet = openpyxl.load_workbook(results / "Nhac_nop.xlsx")["Nhắc nộp"]
    names = [row[1].value for row in sheet.iter_rows() if isinstance(row[0].value, int)]
    assert names == ["Phường Bình Minh", "Xã Tân Hòa", "Xã Tân Thành"]


def test_nothing_at_all_is_said_so(tmp_path: Path) -> None:
    run = CliRunner().invoke(main, ["aggregate", str(tmp_path)])
    assert (run.exit_code, "[FIL-25]" in run.stderr) == (3, True)


def test_files_of_several_communes_in_one_folder_are_taken_apart(tmp_path: Path) -> None:
    for name in ("Xã Tân Phú", "Xã Tân Biên"):
        path = tmp_path / "USB 12-11-2026" / f"{name}.xlsx"
        path.parent.mkdir(exist_ok=True)
        with xlsxwriter.Workbook(path) as book:
            sheet = book.add_worksheet()
            sheet.write_row(0, 0, [f"ỦY BAN NHÂN DÂN {name.upper()}"])
            header = ["STT", "Họ và tên", "Ấp", "Nội dung kiến nghị", "Ngày tiếp nhận"]
            sheet.write_row(2, 0, header)
            row = [1, "Lê Văn Mẫu", "Ấp 1", f"Đề nghị sửa đường của {name}", "20/10/2026"]
            sheet.write_row(3, 0, row)
    done = aggregate(tmp_path, None, AS_OF, dry_run=True)
    assert sorted(key[0] for key in done.view.holdings) == ["25486", "25549"]


def test_a_file_is_known_again_by_its_name_but_not_another_hamlet() -> None:
    assert stem("Kien nghi xa A (1).xlsx") == stem("KIEN NGHI XA A_final 14-11-2026.xlsx")
    assert stem("Kien nghi ap 1.xlsx") != stem("Kien nghi ap 2.xlsx")


def test_all_ways_of_reading_come_to_the_same_bytes(
    finished: tuple[Path, Aggregated], tmp_path: Path
) -> None:
    folder = tmp_path / "tinh"
    shutil.copytree(SAMPLE, folder, ignore=shutil.ignore_patterns("expected.txt"))
    aggregate(folder, None, AS_OF, Options(per_unit=True), mapper=map)
    made = {
        path.relative_to(folder): digest(path) for path in (folder / "ket-qua").rglob("*.xlsx")
    }
    known = finished[0]
    assert made == {path: digest(known / path) for path in made}


def test_a_cluster_comes_to_the_same(province: Path, finished: tuple[Path, Aggregated]) -> None:
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0"
    ) as cluster:
        mapper = on_cluster(cluster.scheduler_address)
        done = aggregate(province, None, AS_OF, dry_run=True, mapper=mapper)
    assert done.view.holdings == finished[1].view.holdings


def test_a_cluster_that_is_not_there_is_said_so(province: Path) -> None:
    run = CliRunner().invoke(
        main, ["aggregate", str(province), "--scheduler", "nowhere", "--dry-run"]
    )
    assert (run.exit_code, "[FIL-66]" in run.stderr) == (4, True)


@needs_office
def test_a_spreadsheet_program_recounts_every_figure(
    finished: tuple[Path, Aggregated], tmp_path: Path
) -> None:
    path = tmp_path / "Tong_hop.xlsx"
    shutil.copyfile(finished[0] / "ket-qua" / "Tong_hop.xlsx", path)
    ours = openpyxl.load_workbook(path, data_only=True)
    theirs = openpyxl.load_workbook(recalculated(path), data_only=True)
    for sheet in ours.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, int | float):
                    again = theirs[sheet.title][cell.coordinate].value
                    assert again == pytest.approx(cell.value), (sheet.title, cell.coordinate)


def test_public_and_open_data_are_made_by_commands_of_their_own(
    finished: tuple[Path, Aggregated], tmp_path: Path
) -> None:
    folder, out, target = str(finished[0]), str(tmp_path / "ra"), str(tmp_path / "mo")
    public = CliRunner().invoke(main, ["publish", folder, "--out", out, "--json"])
    data = CliRunner().invoke(main, ["export", folder, "--to", target, "--json"])
    assert (public.exit_code, data.exit_code) == (0, 0)
    assert json.loads(public.stdout)["rows"] == 66
    assert len(json.loads(data.stdout)["outputs"]) == 6
    told = CliRunner().invoke(main, ["publish", folder, "--out", out])
    assert "Công khai 66 kiến nghị; giữ lại 0 (khiếu nại, tố cáo)." in told.stdout


def test_what_was_typed_into_the_follow_up_table_counts(tmp_path: Path) -> None:
    sample = SAMPLE.parents[1] / "thanh-binh-2026"
    commune = tmp_path / "tinh" / "nhan-vao" / "Xã Thạnh Bình"
    shutil.copytree(sample / "nhan-vao", commune / "nhan-vao")
    api.consolidate(commune, None, AS_OF, "vi")
    path = commune / "ket-qua" / "Theo_doi_phan_cong.xlsx"
    book = openpyxl.load_workbook(path)
    rows = list(book["Theo dõi"].iter_rows())
    head = next(row for row in rows if row[0].value == "STT")
    columns = {str(cell.value): number for number, cell in enumerate(head)}
    row = next(r for r in rows[head[0].row :] if not r[columns["Kết quả"]].value)
    row[columns["Kết quả"]].value = "Đã giải quyết xong"
    book.save(path)
    done = aggregate(tmp_path / "tinh", None, AS_OF, dry_run=True)
    number = str(row[columns["Mã kiến nghị"]].value)
    (typed,) = [p.row for p in done.view.now.petitions if p.row.id == number]
    assert (typed.outcome, typed.result, typed.answered) == (
        "Đã giải quyết xong",
        "Đã giải quyết xong",
        1,
    )
