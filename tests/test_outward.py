"""What the public and analysts get: no personal data, in no part of what is written."""

import json
import shutil
import sqlite3
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from lxml import etree

from tests.provinces import petition
from toolkit.errors import OutputError
from toolkit.levels.aggregation import aggregate
from toolkit.levels.gate import require_no_personal_numbers
from toolkit.levels.outward import export, publish
from toolkit.model import Meeting
from toolkit.publish import html_page, public_rows

SAMPLES = Path(__file__).parents[1] / "samples"
AS_OF = date(2026, 11, 23)


LIST = (
    ("ỦY BAN NHÂN DÂN XÃ THẠNH BÌNH",),
    ("KIẾN NGHỊ TẠI HỘI NGHỊ ĐỐI THOẠI NGÀY 20/10/2026",),
    ("STT", "Họ và tên", "Số điện thoại", "Ấp", "Nội dung kiến nghị", "Nội dung trả lời"),
    (1, "Lê Thị Mẫu", "0912345678", "Tân Hòa", "Đề nghị sửa đường tổ 5", "Đã sửa xong"),
    (2, "Võ Văn Thử", "0912345679", "Tân Hòa", "Ông Trần Văn Mẫu lấn lối đi của xóm", ""),
    (3, "Phạm Minh Ví Dụ", "", "Xóm Tháp", "Gọi số 0912345678 không ai nghe máy", ""),
)


@pytest.fixture
def commune(tmp_path: Path) -> Path:
    """A dossier of one list, in which somebody is named in a petition."""
    path = tmp_path / "xa" / "nhan-vao" / "KN.xlsx"
    path.parent.mkdir(parents=True)
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Kiến nghị")
        for number, row in enumerate(LIST):
            sheet.write_row(number, 0, row)
    return tmp_path / "xa"


class Texts(HTMLParser):
    """The texts and tags of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 — of the parent
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_the_public_reads_who_asked_as_voters_of_a_hamlet() -> None:
    (row,) = public_rows([("Xã A", petition(1, hamlet="Tân Hòa", petitioner="Lê Văn Mẫu"))])
    assert row.cells == (
        "Cử tri ấp Tân Hòa",
        "Đề nghị sửa đường số 1",
        "Chưa có kết quả",
        "Phòng Kinh tế",
        "",
    )


def test_complaints_and_what_is_worded_like_them_are_held_back() -> None:
    rows = [
        ("A", petition(1, kind="Tố cáo")),
        ("A", petition(2, kind="Khiếu nại")),
        ("A", petition(3, content="Tố cáo cán bộ nhận tiền")),
        ("A", petition(4, kind="Kiến nghị")),
    ]
    assert [row.petition for row in public_rows(rows)] == ["Đề nghị sửa đường số 4"]


def test_names_are_hidden_until_a_person_decides(commune: Path) -> None:
    first = publish(commune, None, AS_OF)
    assert first.undecided == 1
    review = commune / "ket-qua" / "Ten_rieng_can_xem.xlsx"
    book = openpyxl.load_workbook(review)
    sheet = book["Tên riêng"]
    (row,) = [r for r in sheet.iter_rows() if r[0].value == 1]
    name = str(row[1].value)
    page = commune / "ket-qua" / "Cong_khai.html"
    assert name not in page.read_text("utf-8")
    row[3].value = "Giữ"
    book.save(review)
    second = publish(commune, None, AS_OF)
    assert second.undecided == first.undecided - 1
    assert name in page.read_text("utf-8")


def test_the_page_is_whole_accessible_and_needs_no_scripts(commune: Path) -> None:
    done = publish(commune, None, AS_OF)
    page = (commune / "ket-qua" / "Cong_khai.html").read_text("utf-8")
    etree.fromstring(page.encode(), etree.HTMLParser(recover=False))
    seen = Texts()
    seen.feed(page)
    assert page.startswith('<!DOCTYPE html>\n<html lang="vi">')
    assert {"script", "link", "img", "iframe"} & set(seen.tags) == set()
    assert seen.tags.count("h1") == seen.tags.count("main") == seen.tags.count("caption") == 1
    assert page.count('scope="row"') == done.rows
    assert page.count('scope="col"') == 6


def test_what_people_wrote_is_text_on_the_page_and_no_markup() -> None:
    rows = public_rows([("A", petition(1, content="<script>alert(1)</script> & sửa đường"))])
    page = html_page(rows, Meeting("xã A"), 2026, AS_OF)
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; sửa đường" in page


def test_no_petitioner_is_named_in_what_is_public(commune: Path) -> None:
    publish(commune, None, AS_OF)
    page = (commune / "ket-qua" / "Cong_khai.html").read_text("utf-8")
    assert [str(row[1]) for row in LIST[3:] if str(row[1]) in page] == []
    assert "0912345678" not in page


def test_the_gate_refuses_what_holds_a_number_in_any_part(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    book.properties.creator = "An 0912 345 678"
    book.save(path)
    with pytest.raises(OutputError, match="FIL-59"):
        require_no_personal_numbers(path.read_bytes(), "a.xlsx")
    with pytest.raises(OutputError, match="FIL-59"):
        require_no_personal_numbers(b"<p>CCCD 072090001234</p>", "a.html")
    require_no_personal_numbers("<p>Công văn 219/UBND-KT, 1.200.000 đồng</p>".encode(), "a.html")


def test_open_data_are_described_and_agree_with_the_figures(tmp_path: Path) -> None:
    folder, target = tmp_path / "tinh", tmp_path / "mo"
    shutil.copytree(SAMPLES / "provinces" / "tay-ninh", folder)
    done = aggregate(folder, None, AS_OF)
    names = export(folder, target, AS_OF)
    assert sorted(names) == sorted(path.name for path in target.iterdir())
    package = json.loads((target / "datapackage.json").read_text("utf-8"))
    assert [one["name"] for one in package["resources"]] == [
        "kien-nghi", "dai-bieu", "khao-sat", "don-vi",
    ]  # fmt: skip
    database = sqlite3.connect(target / "doithoai.sqlite")
    (count,) = database.execute("SELECT count(*) FROM kien_nghi WHERE year = 2026").fetchone()
    states = dict(database.execute("SELECT state, count(*) FROM don_vi GROUP BY state"))
    database.close()
    assert count == len(done.view.now.petitions)
    assert states == {"late": 2, "missing": 3, "nil": 1, "on_time": 6}


def test_open_data_are_valid_for_frictionless(tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    folder = tmp_path / "tinh"
    shutil.copytree(SAMPLES / "provinces" / "tay-ninh", folder)
    export(folder, tmp_path / "mo", AS_OF)
    report = frictionless.validate(str(tmp_path / "mo" / "datapackage.json"))
    assert report.valid, report.flatten()
