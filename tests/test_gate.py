"""Which files are not opened, and what their owners are told."""

import os
import struct
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl import Workbook

from tests import xlsb
from tests.libreoffice import converted, needs_libreoffice
from tests.packages import WORKBOOK, package, sheet_xml, zipped
from toolkit.errors import InputError
from toolkit.excel.gate import is_temporary
from toolkit.excel.reader import own_kind, read
from toolkit.excel.refusals import NOTICES
from toolkit.model import Notice


def workbook() -> bytes:
    book = Workbook()
    book.worksheets[0]["A1"] = "Nguyễn Văn An"
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def locked(password: str) -> bytes:
    target = BytesIO()
    OOXMLFile(BytesIO(workbook())).encrypt(password, target)
    return target.getvalue()


def refusal(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read(path, "nhan-vao/xa-a.xlsx")
    assert caught.value.params["path"] == "nhan-vao/xa-a.xlsx"
    return f"{caught.value.notice.code} {caught.value.text('vi')}"


@pytest.fixture
def refused(tmp_path: Path) -> Callable[[bytes], str]:
    """What is said about a file of these bytes."""

    def told(data: bytes) -> str:
        path = tmp_path / "xa-a.xlsx"
        path.write_bytes(data)
        return refusal(path)

    return told


Told = Callable[[bytes], str]


def test_a_file_with_a_password_is_not_read(refused: Told) -> None:
    assert refused(locked("bí mật")) == "FIL-01 Tệp có mật khẩu nên chưa đọc được."


@needs_libreoffice
def test_an_old_workbook_with_a_password_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "xa-a.xlsx"
    path.write_bytes(workbook())
    old = converted(path, "xls")
    # The record of the code page becomes that of the password.
    old.write_bytes(old.read_bytes().replace(b"\x42\x00\x02\x00", b"\x2f\x00\x02\x00", 1))
    assert refusal(old).startswith("FIL-01")


def test_a_file_that_excel_opens_without_asking_is_read(tmp_path: Path) -> None:
    path = tmp_path / "bao-ve.xlsx"
    path.write_bytes(locked("VelvetSweatshop"))
    assert read(path, "bao-ve.xlsx").sheets[0].rows == (("Nguyễn Văn An",),)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_half_copied_file_is_not_read(share: float, refused: Told) -> None:
    data = workbook()
    assert refused(data[: int(len(data) * share)]) == (
        "FIL-02 Tệp chưa chép xong hoặc bị hỏng, nên chưa dùng dòng nào của tệp này."
    )


def test_a_file_with_changed_bytes_is_not_read(refused: Told) -> None:
    data = bytearray(package(sheet_xml('<row r="1"><c r="A1"><v>12</v></c></row>')))
    at = data.index(b"xl/worksheets/sheet1.xml") + 30
    data[at] ^= 0xFF
    assert refused(bytes(data)).startswith("FIL-02")


def test_a_text_that_ends_in_rubbish_is_not_read(refused: Told) -> None:
    assert refused("STT;Họ tên\n".encode() * 1000 + bytes(5)).startswith("FIL-02")


def test_a_compound_file_with_a_chain_without_end_is_not_read(refused: Told) -> None:
    data = bytearray(locked("bí mật"))
    sector_of_table = int.from_bytes(data[76:80], "little")
    table = (sector_of_table + 1) * 512
    first = int.from_bytes(data[48:52], "little")
    data[table + 4 * first : table + 4 * first + 4] = first.to_bytes(4, "little")
    assert refused(bytes(data)).startswith("FIL-02")


def test_an_empty_file_is_named_as_such(refused: Told) -> None:
    assert refused(b"") == "FIL-03 Tệp rỗng (0 byte), chưa có nội dung nào."


def test_a_workbook_without_a_filled_cell_is_named_as_such(refused: Told) -> None:
    assert refused(package(sheet_xml('<row r="1"><c r="A1" s="0"/></row>'))) == (
        "FIL-04 Sổ làm việc không có ô nào có số liệu."
    )


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\xef\xbb\xbf<html><body><table><tr><td>1", "FIL-05 trang web (HTML)"),
        ("<HTML><body>1".encode("utf-16"), "FIL-05 trang web (HTML)"),
        (b"  <table><tr><td>1</td></tr></table>", "FIL-05 trang web (HTML)"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "FIL-05 trang web (HTML)"),
        (
            b'<?xml version="1.0"?><W xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
            "FIL-05 bảng Excel 2003 (XML)",
        ),
        (b"<?xml version='1.0'?><data/>", "FIL-05 dữ liệu XML"),
        (b"\x09\x08\x10\x00\x00\x06\x05\x00", "FIL-05 bảng Excel rất cũ"),
        (b"%PDF-1.7 \xff\x00", "FIL-06 tài liệu PDF"),
        (b"{\\rtf1\\ansi", "FIL-06 văn bản Word (RTF)"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "FIL-06 ảnh"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "FIL-06 ảnh"),
        (b"MZ\x90\x00", "FIL-06 chương trình"),
        (b"\x01\x02\x03\x04\x05", "FIL-06 dữ liệu không rõ loại"),
    ],
)
def test_the_content_and_not_the_name_says_what_a_file_is(
    data: bytes, told: str, refused: Told
) -> None:
    code, _, what = told.partition(" ")
    assert refused(data).startswith(f"{code} Nội dung của tệp là {what}, không phải sổ làm việc")


@pytest.mark.parametrize(
    ("part", "what"),
    [
        ("word/document.xml", "văn bản Word"),
        ("ppt/presentation.xml", "bài trình chiếu PowerPoint"),
        ("Index/Document.iwa", "bảng Numbers của máy Mac"),
    ],
)
def test_documents_of_other_programs_are_named(part: str, what: str, refused: Told) -> None:
    assert refused(package("", **{part: ""})).startswith(f"FIL-06 Nội dung của tệp là {what}")


@pytest.mark.parametrize(
    ("stream", "what"),
    [
        ("WordDocument", "văn bản Word"),
        ("PowerPoint Document", "bài trình chiếu PowerPoint"),
        ("Contents", "tài liệu không rõ loại"),
    ],
)
def test_old_documents_of_other_programs_are_named(stream: str, what: str, refused: Told) -> None:
    data = locked("bí mật")
    at = data.index("EncryptedPackage".encode("utf-16-le"))
    name, size = stream.encode("utf-16-le"), (2 * len(stream) + 2).to_bytes(2, "little")
    renamed = data[:at] + name.ljust(64, b"\0") + size + data[at + 66 :]
    assert refused(renamed).startswith(f"FIL-06 Nội dung của tệp là {what}")


def test_an_ods_with_a_password_is_not_read(refused: Told) -> None:
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": "không đọc được",
        "META-INF/manifest.xml": "<manifest><encryption-data/></manifest>",
    }
    assert refused(zipped(parts)).startswith("FIL-01")


@pytest.mark.parametrize(
    "parts",
    [
        {"[Content_Types].xml": "<Types/>"},
        {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a>"},
        {"xl/workbook.xml": "<workbook>"},
        {"xl/workbook.xml": WORKBOOK, "XL\\Workbook.xml": WORKBOOK},
    ],
)
def test_a_package_that_is_not_whole_is_not_read(parts: dict[str, str], refused: Told) -> None:
    assert refused(zipped(parts)).startswith("FIL-02")


def test_a_text_of_libreoffice_is_no_workbook(refused: Told) -> None:
    kind = "application/vnd.oasis.opendocument.text"
    assert refused(package("", mimetype=kind, **{"content.xml": "<a/>"})).startswith("FIL-06")


@pytest.mark.parametrize("start", [b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08"])
def test_an_archive_is_to_be_unpacked(start: bytes, refused: Told) -> None:
    assert refused(start) == "FIL-07 Nội dung của tệp là tệp nén, không phải sổ làm việc Excel."


def test_a_zip_file_of_workbooks_is_to_be_unpacked(refused: Told) -> None:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("xa-a.xlsx", workbook())
    assert refused(target.getvalue()).startswith("FIL-07")


def test_a_file_of_more_than_100_megabytes_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "anh.xlsx"
    with path.open("wb") as file:
        file.truncate(101 * 2**20)
    assert refusal(path) == "FIL-08 Tệp nặng 101 MB, vượt giới hạn 100 MB."


def test_a_small_file_that_expands_without_measure_is_not_opened(refused: Told) -> None:
    assert refused(package(" " * (64 * 2**20))).startswith("FIL-09 Tệp nhỏ nhưng bung ra 64 MB")


def test_a_stray_cell_far_from_the_table_is_named(refused: Told) -> None:
    far = sheet_xml(
        '<row r="1"><c r="A1"><v>1</v></c></row>',
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    )
    assert refused(package(far)) == (
        "FIL-10 Trang «Tháng 1» có ô lạc ở XFD1048576, cách bảng rất xa, nên trang tính quá rộng"
        " để đọc."
    )


def test_two_stray_cells_in_different_corners_are_far_too(refused: Told) -> None:
    corners = sheet_xml(
        '<row r="1"><c r="ZZ1"><v>1</v></c></row>',
        '<row r="600000"><c r="A600000"><v>1</v></c></row>',
    )
    assert "ZZ600000" in refused(package(corners))


@pytest.mark.parametrize(
    "row",
    [
        '<row r="1048576"><c s="1" r="XFD1048576"><v>1</v></c></row>',
        "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
        '<row r="1"><c r="xfd1048576"><v>1</v></c></row>',
        '<row r="1"><c\nr="XFD1048576"><v>1</v></c></row>',
    ],
)
def test_a_stray_cell_is_seen_however_it_is_spelled(row: str, refused: Told) -> None:
    assert "XFD1048576" in refused(
        package(sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>', row))
    )


def test_a_file_with_a_document_type_is_not_opened(refused: Told) -> None:
    declared = '<?xml version="1.0"?><!-- a --><!DOCTYPE a [<!ENTITY b "c">]>' + sheet_xml()
    assert refused(package(declared)) == (
        "FIL-11 Tệp chứa phần khai báo mà Excel không bao giờ ghi, có thể là tệp độc hại."
        " Tệp chưa được mở."
    )


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "xa-a.xlsx"
    path.write_bytes(workbook())
    path.chmod(0)
    assert refusal(path) == "FIL-12 Tệp đang được mở ở máy khác hoặc không có quyền đọc."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "xa-a.xlsx"
    os.mkfifo(path)
    assert refusal(path) == (
        "FIL-13 Mục này là lối tắt hoặc thiết bị, không phải một tệp, nên không được mở."
    )


def test_neither_links_nor_folders_nor_devices_are_opened(tmp_path: Path) -> None:
    (tmp_path / "that.xlsx").write_bytes(workbook())
    (tmp_path / "lien-ket.xlsx").symlink_to(tmp_path / "that.xlsx")
    paths = (tmp_path / "lien-ket.xlsx", tmp_path, Path("/dev/zero"))
    assert [refusal(path)[:6] for path in paths] == ["FIL-13", "FIL-13", "FIL-13"]


def test_a_file_that_is_gone_is_named(tmp_path: Path) -> None:
    assert refusal(tmp_path / "xa-a.xlsx") == (
        "FIL-14 Không còn tìm thấy tệp này; tệp đã được chuyển, đổi tên hoặc xóa."
    )


def test_a_panic_of_the_reader_is_a_refusal(refused: Told) -> None:
    text_number_5_of_none = struct.pack("<I", 5)
    rows = xlsb.row(1, xlsb.cell(xlsb.SHARED_TEXT, 1, text_number_5_of_none))
    assert refused(xlsb.workbook("Một", rows=rows)) == (
        "FIL-15 Tệp có chỗ bất thường nên trình đọc phải dừng, chưa dùng dòng nào của tệp này."
    )


def test_two_sheets_of_one_name_are_not_mixed_up(refused: Told) -> None:
    twice = WORKBOOK.replace(
        "</sheets>", '<sheet name="Tháng 1" sheetId="2" r:id="rId1"/></sheets>'
    )
    rows = sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>')
    assert refused(package(rows, **{"xl/workbook.xml": twice})).startswith("FIL-60")


def test_lock_files_and_leftovers_are_told_by_their_names() -> None:
    names = [
        "~$Kien nghi.xlsx",
        ".~lock.Kien nghi.ods#",
        "._Kien nghi.xlsx",
        "A1B2C3.TMP",
        "Kien nghi.xlsx.part",
        "Kien nghi.xlsx.crdownload",
        "Thumbs.db",
        "desktop.ini",
        "Kien nghi.xlsx",
        "Partner.xlsx",
    ]
    assert [name for name in names if not is_temporary(name)] == ["Kien nghi.xlsx", "Partner.xlsx"]


def test_our_own_outputs_are_known_by_a_property(tmp_path: Path) -> None:
    properties = (
        '<Properties xmlns:vt="v"><property name="khac"><vt:lpwstr>x</vt:lpwstr></property>'
        '<property name="doithoai"><vt:lpwstr>summary</vt:lpwstr></property></Properties>'
    )
    ours, theirs, text = (tmp_path / name for name in ("a.xlsx", "b.xlsx", "c.csv"))
    ours.write_bytes(package(sheet_xml(), **{"docProps/custom.xml": properties}))
    theirs.write_bytes(workbook())
    text.write_text("STT;Họ tên", encoding="utf-8")
    paths = (ours, theirs, text, tmp_path / "gone.xlsx")
    assert [own_kind(path) for path in paths] == ["summary", None, None, None]


@pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: notice.code)
def test_every_refusal_is_short_and_has_a_fix(notice: Notice) -> None:
    texts = (notice.vi, notice.fix_vi, notice.en, notice.fix_en)
    assert all(0 < len(text.split()) <= 45 for text in texts)


def test_the_codes_of_refusals_are_unique() -> None:
    codes = [notice.code for notice in NOTICES]
    assert codes == [f"FIL-{number:02}" for number in (*range(1, 17), *range(60, 65))]
