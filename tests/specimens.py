"""Hostile and broken files, made here: nobody else's data, and no binary file to trust.

Each class is one that real bug reports or attacks have shown. `REFUSED` says how each specimen
must end; those of `HARMLESS` only look dangerous and must be read.
"""

import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl import Workbook

from tests import xlsb
from tests.packages import TYPES, WORKBOOK, package, relations, sheet_xml, zipped

HEADER = ("STT", "Họ và tên", "Ấp", "Nội dung kiến nghị", "Ngày tiếp nhận")
ROWS = (
    HEADER,
    ("1", "Nguyễn Văn An", "Ấp 1", "Đề nghị sửa đường liên ấp", "20/10/2026"),
    ("2", "Lê Thị Hoa", "Ấp 2", "Đề nghị lắp đèn đường", "20/10/2026"),
)
"""What stands in every specimen that has something in it."""

SAMPLES = Path(__file__).parents[1] / "samples"
MEGABYTE = 2**20
PAD = 33 * MEGABYTE
"""Bytes from which it counts how much a part expands."""
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
ODS = "application/vnd.oasis.opendocument.spreadsheet"


@dataclass(frozen=True, slots=True)
class Specimen:
    """A file of this name, made by `make`."""

    name: str
    make: Callable[[], bytes]


# ── Building blocks ─────────────────────────────────────────────────────────────────────────


def xml_rows(*rows: tuple[str, ...]) -> tuple[str, ...]:
    """Rows of a sheet, with their texts inside."""
    return tuple(
        f'<row r="{number}">'
        + "".join(
            f'<c r="{chr(65 + column)}{number}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
            for column, text in enumerate(row)
        )
        + "</row>"
        for number, row in enumerate(rows, start=1)
    )


def sheet(*more: str, head: str = "", tail: str = "") -> str:
    """The sheet of ROWS, with further rows below, and parts before and after its cells."""
    whole = sheet_xml(*xml_rows(*ROWS), *more, head=head)
    return whole.replace("</worksheet>", f"{tail}</worksheet>")


def good() -> bytes:
    return package(sheet())


def with_strings(strings: str | bytes, **more: str) -> bytes:
    """A workbook that has a part of shared texts."""
    listed = relations(
        ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml")
    )
    parts = {"xl/_rels/workbook.xml.rels": listed, **more}
    with zipfile.ZipFile(BytesIO(package(sheet(), **parts))) as archive:
        kept = {name: archive.read(name) for name in archive.namelist()}
    return zipped({**kept, "xl/sharedStrings.xml": strings})


def strict() -> bytes:
    """A workbook as "Strict Open XML" writes it, with other names for the same things."""
    with zipfile.ZipFile(BytesIO(good())) as archive:
        return zipped(
            {
                name: archive.read(name).replace(TYPES.encode(), STRICT.encode())
                for name in archive.namelist()
            }
        )


def with_sheets(titles: list[str]) -> bytes:
    """A workbook of these sheets, all with the same rows."""
    listed = "".join(
        f'<sheet name="{title}" sheetId="{number}" r:id="rId{number}"/>'
        for number, title in enumerate(titles, start=1)
    )
    book = f'<workbook xmlns:r="{TYPES}"><sheets>{listed}</sheets></workbook>'
    targets = [("worksheet", "worksheets/sheet1.xml")] * len(titles)
    parts = {"xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": relations(*targets)}
    return package(sheet(), **parts)


def ods(content: str, **more: str) -> bytes:
    return zipped({"mimetype": ODS, "content.xml": content, **more})


def encrypted(password: str) -> bytes:
    book, plain, target = Workbook(), BytesIO(), BytesIO()
    for row in ROWS:
        book.worksheets[0].append(row)
    book.save(plain)
    OOXMLFile(plain).encrypt(password, target)
    return target.getvalue()


def patched(data: bytes, at: int, new: bytes) -> bytes:
    return data[:at] + new + data[at + len(new) :]


# ── Bombs ───────────────────────────────────────────────────────────────────────────────────


def lying_sizes() -> bytes:
    """A sheet of 33 MB whose directory entry says 200 bytes."""
    large = sheet(" " * PAD)
    true, lie = struct.pack("<I", len(large.encode())), struct.pack("<I", 200)
    return package(large).replace(true, lie)


def many_parts() -> bytes:
    return zipped({f"xl/media/{number}.bin": b"" for number in range(5_001)})


def overlapping_parts() -> bytes:
    """One piece of data that 3,000 entries of the directory share, 20 MB each."""
    name, blank = b"xl/a", bytes(20 * MEGABYTE)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = packer.compress(blank) + packer.flush()
    sizes = struct.pack("<III", zlib.crc32(blank), len(data), len(blank))
    local = b"PK\3\4" + struct.pack("<HHHHH", 20, 0, 8, 0, 0) + sizes
    local += struct.pack("<HH", len(name), 0) + name + data
    entries = b"".join(
        b"PK\1\2"
        + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 0)
        + sizes
        + struct.pack("<HHHHHII", len(entry), 0, 0, 0, 0, 0, 0)
        + entry
        for entry in (b"xl/%d" % number for number in range(3_000))
    )
    end = struct.pack("<HHHHIIH", 0, 0, 3_000, 3_000, len(entries), len(local), 0)
    return local + entries + b"PK\5\6" + end


# ── XML that wants something ────────────────────────────────────────────────────────────────


def laughs(root: str) -> str:
    """Ten entities, each ten of the one before."""
    levels = "".join(f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY l0 "ha">{levels}]>{root}'


def file_in_a_cell() -> str:
    """An entity that stands for a file of this computer, as the text of a cell."""
    cell = '<row r="4"><c r="B4" t="inlineStr"><is><t>&x;</t></is></c></row>'
    return f'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]>{sheet(cell)}'


def nested() -> str:
    """Elements in elements in elements."""
    return sheet(head="<a>" * 100_000 + "</a>" * 100_000)


# ── Old formats ─────────────────────────────────────────────────────────────────────────────


def endless_chain() -> bytes:
    """A compound file whose directory goes on at its own beginning."""
    data = encrypted("x")
    table = (int.from_bytes(data[76:80], "little") + 1) * 512
    first = int.from_bytes(data[48:52], "little")
    return patched(data, table + 4 * first, first.to_bytes(4, "little"))


def xlsb_rows() -> bytes:
    return b"".join(
        xlsb.row(
            number,
            *(xlsb.cell(xlsb.TEXT, column, xlsb.text(text)) for column, text in enumerate(row, 1)),
        )
        for number, row in enumerate(ROWS, start=1)
    )


def panicking_xlsb() -> bytes:
    """A cell that shows the fifth of no texts."""
    cell = xlsb.cell(xlsb.SHARED_TEXT, 1, struct.pack("<I", 5))
    return xlsb.workbook("Ấp 1", rows=xlsb.row(1, cell))


def lying_xls() -> bytes:
    """An .xls of a sample that says it has two thousand million texts, where 39 are."""
    data = (SAMPLES / "thanh-binh-2026/nhan-vao/Ấp Thạnh Phú/thanh phu.xls").read_bytes()
    at = data.index(struct.pack("<HHII", 0xFC, 1_758, 48, 39))
    return patched(data, at + 8, struct.pack("<I", 2**31 - 1))


def lying_xlsb() -> bytes:
    """The same lie in an .xlsb."""
    listed = relations(
        ("worksheet", "worksheets/sheet1.bin"), ("sharedStrings", "sharedStrings.bin")
    )
    with zipfile.ZipFile(BytesIO(xlsb.workbook("Ấp 1", rows=xlsb_rows()))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zipped(
        {
            **parts,
            "xl/_rels/workbook.bin.rels": listed,
            "xl/sharedStrings.bin": xlsb.record(159, struct.pack("<II", 1, 2**32 - 1)),
        }
    )


# ── What only a folder can hold ─────────────────────────────────────────────────────────────

TEMPORARY = ("~$Kien nghi.xlsx", "._Kien nghi.xlsx", ".~lock.Kien nghi.ods#", "a.xlsx.crdownload")

REFUSED: Mapping[str, tuple[Specimen, ...]] = {
    "FIL-01 Tệp có mật khẩu nên chưa đọc được.": (
        Specimen("mat-khau.xlsx", lambda: encrypted("bí mật")),
        Specimen(
            "mat-khau.ods",
            lambda: ods(
                "?", **{"META-INF/manifest.xml": "<manifest><encryption-data/></manifest>"}
            ),
        ),
    ),
    "FIL-02 Tệp chưa chép xong hoặc bị hỏng, nên chưa dùng dòng nào của tệp này.": (
        Specimen("chep-do.xlsx", lambda: good()[:600]),
        Specimen("chep-do.xls", lambda: encrypted("x")[:1_500]),
        Specimen("duoi-toan-so-0.xlsx", lambda: good() + bytes(70_000)),
        Specimen("doi-mot-byte.xlsx", lambda: patched(good(), 400, b"\xff\xff")),
        Specimen("noi-doi-kich-thuoc.xlsx", lying_sizes),
        Specimen(
            "hai-phan-trung-ten.xlsx",
            lambda: package(sheet(), **{"XL/Worksheets\\Sheet1.xml": sheet()}),
        ),
        Specimen(
            "tro-ra-ngoai.xlsx",
            lambda: package(
                sheet(),
                **{
                    "xl/_rels/workbook.xml.rels": relations(
                        ("worksheet", "../../../../etc/passwd")
                    )
                },
            ),
        ),
        Specimen("vong-lap.xls", endless_chain),
    ),
    "FIL-03 Tệp rỗng (0 byte), chưa có nội dung nào.": (
        Specimen("rong.xlsx", lambda: b""),
        Specimen("rong.xls", lambda: b""),
    ),
    "FIL-04 Sổ làm việc không có ô nào có số liệu.": (
        Specimen("khong-co-o-nao.xlsx", lambda: package(sheet_xml())),
    ),
    "FIL-05 Nội dung của tệp là trang web (HTML), không phải sổ làm việc Excel, dù tên tệp có"
    " thể ghi khác.": (
        Specimen("trang-web.xls", lambda: b"<html><body><table><tr><td>1</table>"),
        Specimen("trang-web-utf16.xls", lambda: "<html><body>1".encode("utf-16")),
        Specimen(
            "trang-web.mht.xls",
            lambda: b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=a\r\n",
        ),
    ),
    "FIL-05 Nội dung của tệp là bảng Excel 2003 (XML), không phải sổ làm việc Excel, dù tên tệp có"
    " thể ghi khác.": (
        Specimen(
            "excel-2003.xls",
            lambda: (
                b'<?xml version="1.0"?>'
                b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
            ),
        ),
    ),
    "FIL-06 Nội dung của tệp là văn bản Word, không phải sổ làm việc Excel, nên không đọc được"
    " bảng nào.": (Specimen("van-ban.xlsx", lambda: package("", **{"word/document.xml": ""})),),
    "FIL-06 Nội dung của tệp là tài liệu PDF, không phải sổ làm việc Excel, nên không đọc được"
    " bảng nào.": (Specimen("ban-in.xlsx", lambda: b"%PDF-1.7 \xff\x00"),),
    "FIL-06 Nội dung của tệp là ảnh, không phải sổ làm việc Excel, nên không đọc được bảng nào.": (
        Specimen("anh.xls", lambda: b"\x89PNG\r\n\x1a\n\x00\x00"),
    ),
    "FIL-06 Nội dung của tệp là chương trình, không phải sổ làm việc Excel, nên không đọc được"
    " bảng nào.": (Specimen("chuong-trinh.xlsx", lambda: b"MZ\x90\x00" + bytes(100)),),
    "FIL-07 Nội dung của tệp là tệp nén, không phải sổ làm việc Excel.": (
        Specimen("nen.xlsx", lambda: zipped({"a.xlsx": good(), "b.xlsx": good()})),
    ),
    "FIL-09 Tệp nhỏ nhưng bung ra 33 MB, lớn bất thường, có thể là tệp độc hại. Tệp chưa được"
    " mở.": (
        Specimen("bom-trang.xlsx", lambda: package(sheet(" " * PAD))),
        Specimen("bom-chu.xlsx", lambda: with_strings(b"<sst>" + b" " * PAD)),
        Specimen("bom.ods", lambda: ods(" " * PAD)),
    ),
    "FIL-09 Tệp nhỏ nhưng bung ra 60000 MB, lớn bất thường, có thể là tệp độc hại. Tệp chưa được"
    " mở.": (Specimen("bom-chong.xlsx", overlapping_parts),),
    "FIL-10 Trang «Tháng 1» có ô lạc ở XFD1048576, cách bảng rất xa, nên trang tính quá rộng để"
    " đọc.": (
        Specimen(
            "o-lac.xlsx",
            lambda: package(
                sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
            ),
        ),
        Specimen(
            "hai-goc.xlsx",
            lambda: package(
                sheet_xml(
                    '<row r="1"><c r="XFD1"><v>1</v></c></row>',
                    '<row r="1048576"><c r="A1048576"><v>1</v></c></row>',
                )
            ),
        ),
    ),
    "FIL-10 Trang «Tháng 1» có ô lạc ở E4000000000, cách bảng rất xa, nên trang tính quá rộng để"
    " đọc.": (
        Specimen(
            "ngoai-bang-tinh.xlsx",
            lambda: package(sheet('<row r="4"><c r="A4000000000"><v>1</v></c></row>')),
        ),
    ),
    "FIL-11 Tệp chứa phần khai báo mà Excel không bao giờ ghi, có thể là tệp độc hại. Tệp chưa"
    " được mở.": (
        Specimen("ty-tieng-cuoi.xlsx", lambda: package(laughs(sheet()))),
        Specimen("ty-tieng-cuoi-chu.xlsx", lambda: with_strings(laughs("<sst/>"))),
        Specimen(
            "ty-tieng-cuoi-so.xlsx",
            lambda: package(sheet(), **{"xl/workbook.xml": laughs(WORKBOOK)}),
        ),
        Specimen(
            "ty-tieng-cuoi-kieu.xlsx",
            lambda: package(sheet(), **{"xl/styles.xml": laughs("<styleSheet/>")}),
        ),
        Specimen(
            "ty-tieng-cuoi-utf16.xlsx",
            lambda: with_strings(laughs("<sst/>").encode("utf-16")),
        ),
        Specimen("tep-cua-may.xlsx", lambda: package(file_in_a_cell())),
        Specimen("ty-tieng-cuoi.ods", lambda: ods(laughs("<a/>"))),
    ),
    "FIL-15 Tệp có chỗ bất thường nên trình đọc phải dừng, chưa dùng dòng nào của tệp này.": (
        Specimen("trinh-doc-dung.xlsb", panicking_xlsb),
        Specimen("noi-doi-so-chu.xls", lying_xls),
        Specimen("noi-doi-so-chu.xlsb", lying_xlsb),
        Specimen(
            "noi-doi-so-chu.xlsx",
            lambda: with_strings('<sst count="1" uniqueCount="4000000000"/>'),
        ),
    ),
    "FIL-60 Sổ làm việc có hai trang cùng tên «ấp 1 » nên không biết số liệu nằm ở trang nào.": (
        Specimen("hai-trang-trung-ten.xlsx", lambda: with_sheets(["Ấp 1", "ấp 1 "])),
    ),
    "FIL-61 Sổ làm việc có 501 trang, vượt giới hạn 500 trang.": (
        Specimen("nhieu-trang.xlsx", lambda: with_sheets([f"Ấp {n}" for n in range(501)])),
    ),
    "FIL-63 Ô D2 của trang «Tháng 1» dài 100000 ký tự, trong khi Excel chỉ giữ được 32767 ký tự"
    " trong một ô.": (
        Specimen(
            "o-rat-dai.xlsx",
            lambda: package(sheet_xml(*xml_rows(HEADER, ("1", "An", "Ấp 1", "a" * 100_000)))),
        ),
    ),
    "FIL-63 Ô B2 của trang «quen-ngoac-kep» dài 59997 ký tự, trong khi Excel chỉ giữ được 32767"
    " ký tự trong một ô.": (
        Specimen(
            "quen-ngoac-kep.csv",
            ("STT;Họ tên\n" + '1;"An\n' + "2;Hoa\n" * 9_999).encode,
        ),
    ),
    "FIL-64 Bên trong tệp có hơn 5000 phần nhỏ, nhiều bất thường, có thể là tệp độc hại. Tệp chưa"
    " được mở.": (Specimen("nhieu-phan.xlsx", many_parts),),
}
"""What must not be used, by what is said of it."""

_CSV = "\r\n".join(";".join(row) for row in ROWS)

HARMLESS: tuple[Specimen, ...] = (
    Specimen("binh-thuong.xlsx", good),
    Specimen("phan-tu-long-nhau.xlsx", lambda: package(nested())),
    Specimen("sai-duoi.xls", good),
    Specimen("sai-duoi.ods", good),
    Specimen("chu-utf8.csv", _CSV.encode),
    Specimen("chu-utf8-bom.csv", lambda: _CSV.encode("utf-8-sig")),
    Specimen("chu-utf16.xls", lambda: _CSV.replace(";", "\t").encode("utf-16")),
    Specimen("nhi-phan.xlsb", lambda: xlsb.workbook("Ấp 1", rows=xlsb_rows())),
    Specimen("dat-mat-khau-san.xlsx", lambda: encrypted("VelvetSweatshop")),
    Specimen("chuan-chat-che.xlsx", strict),
    Specimen("khung-noi-doi-nho.xlsx", lambda: package(sheet(head='<dimension ref="A1:B1"/>'))),
    Specimen(
        "khung-noi-doi-lon.xlsx",
        lambda: package(sheet(head='<dimension ref="A1:XFD1048576"/>')),
    ),
    Specimen(
        "gop-ca-trang.xlsx",
        lambda: package(
            sheet(tail='<mergeCells><mergeCell ref="H10:XFD1048576"/></mergeCells>'),
        ),
    ),
    Specimen(
        "lien-ket-ca-trang.xlsx",
        lambda: package(
            sheet(tail='<hyperlinks><hyperlink ref="A1:XFD1048576" location="A1"/></hyperlinks>'),
        ),
    ),
    Specimen(
        "hang-trang-co-ke.xlsx",
        lambda: package(
            sheet(*(f'<row r="{n}" s="1"><c r="A{n}" s="1"/></row>' for n in range(4, 100_000)))
        ),
    ),
    Specimen(
        "ten-leo-thu-muc.xlsx",
        lambda: package(sheet(), **{"../../../../doithoai-leo.txt": "leo"}),
    ),
    Specimen("macro.xlsm", lambda: package(sheet(), **{"xl/vbaProject.bin": "Sub Auto_Open()"})),
)
"""What looks dangerous or odd, and is read like any other workbook: two petitions each."""
