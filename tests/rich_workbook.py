"""A workbook with nearly all that Excel can put into one: 41 parts.

XlsxWriter makes what it knows; what only Excel writes is added as raw parts.
"""

import re
import struct
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MICROSOFT = "http://schemas.microsoft.com/office"
SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
X14 = f"{MICROSOFT}/spreadsheetml/2009/9/main"
THREADS = f"{MICROSOFT}/spreadsheetml/2018/threadedcomments"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PERSON = "{5F1C0B6B-0F2B-4B9B-9C69-000000000001}"

DATA, LISTS = "Dữ liệu", "Danh mục"
OWN_NOTE = "Ghi chú có sẵn của cán bộ"


def rich_workbook(target: Path) -> Path:
    """Write the workbook (.xlsm)."""
    plain = BytesIO()
    _write_plain(plain)
    with ZipFile(plain) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    _add_raw_parts(parts)
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return target


def _write_plain(target: BytesIO) -> None:
    book = Workbook(target, {"in_memory": True})
    sheet, lists = book.add_worksheet(DATA), book.add_worksheet(LISTS)
    bold, red = book.add_format({"bold": True}), book.add_format({"font_color": "red"})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_row("A1", ["Đơn vị", "Số tiền", "Ngày", "Loại", "Ghi chú"], bold)
    for row in range(2, 12):
        sheet.write(f"A{row}", f"Sở {row}")
        sheet.write_number(f"B{row}", row * 10)
        sheet.write_number(f"C{row}", 45_000 + row, day)
        sheet.write(f"D{row}", "A")
    sheet.write_formula("B12", "=SUM(B2:B11)", bold, 650)
    sheet.write_rich_string("E2", "đỏ ", red, "và", " ", bold, "đậm")
    sheet.write_dynamic_array_formula("G2:G4", "=SORT(B2:B4)", None, 20)
    lists.write_column("A1", ["A", "B", "C"])
    _add_drawings(book, sheet)
    _add_rules(book, sheet, red)
    sheet.write_comment("B2", OWN_NOTE, {"author": "Cán bộ"})
    sheet.write_comment("B3", "Trao đổi", {"author": "Cán bộ"})
    sheet.merge_range("A19:C19", "Gộp ô", bold)
    sheet.write_url("A20", "https://example.gov.vn", string="liên kết")
    book.set_properties({"title": "Bảng", "author": "Cán bộ"})
    book.set_custom_property("MaDonVi", "H01")
    book.close()


def _add_drawings(book: Workbook, sheet: Worksheet) -> None:
    sheet.insert_button("I2", {"macro": "KiemTra", "caption": "Kiểm tra"})
    sheet.insert_textbox("I8", "Hướng dẫn nhập liệu")
    sheet.insert_image("I14", "logo.png", {"image_data": BytesIO(_picture(24, 12))})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": f"='{DATA}'!$B$2:$B$11"})
    sheet.insert_chart("K2", chart)
    sheet.add_sparkline("F2", {"range": f"'{DATA}'!B2:B11"})
    header = {"image_center": "h.png", "image_data_center": BytesIO(_picture(30, 10))}
    sheet.set_header('&C&G&"Times New Roman,Bold"UBND', header)


def _add_rules(book: Workbook, sheet: Worksheet, red: object) -> None:
    sheet.data_validation("D2:D5", {"validate": "list", "source": ["A", "B"]})
    sheet.data_validation("B2:B11", {"validate": "decimal", "criteria": ">=", "value": 0})
    sheet.conditional_format("B2:B11", {"type": "data_bar", "data_bar_2010": True})
    sheet.conditional_format(
        "B2:B11", {"type": "cell", "criteria": "<", "value": 0, "format": red}
    )
    sheet.conditional_format("C2:C11", {"type": "icon_set", "icon_style": "3_traffic_lights"})
    book.define_name("DanhMuc", f"='{LISTS}'!$A$1:$A$3")
    columns = [{"header": "x"}, {"header": "y"}, {"header": "z", "formula": "=[@x]*2"}]
    sheet.add_table("A14:C17", {"name": "tblA", "columns": columns})
    sheet.autofilter("A1:E11")
    sheet.freeze_panes(1, 1)
    sheet.set_column("A:A", 18)
    sheet.protect("mk", {"format_cells": True})
    sheet.repeat_rows(0)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.print_area("A1:E12")


def _picture(width: int, height: int) -> bytes:
    rows = b"".join(b"\0" + b"\xc8\x1e\x1e" * width for _ in range(height))

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    size = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", size) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


SHEET, SHEET_RELS = "xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels"
BOOK, BOOK_RELS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"

RAW_PARTS = {
    "xl/threadedComments/threadedComment1.xml": (
        f'{HEAD}<ThreadedComments xmlns="{THREADS}"><threadedComment ref="B3"'
        f' dT="2026-01-02T03:04:05.00" personId="{PERSON}"'
        ' id="{AAAAAAAA-0000-4000-8000-000000000001}"><text>Xem lại</text></threadedComment>'
        "</ThreadedComments>"
    ),
    "xl/persons/person.xml": (
        f'{HEAD}<personList xmlns="{THREADS}"><person displayName="Cán bộ" id="{PERSON}"'
        ' userId="x" providerId="None"/></personList>'
    ),
    "xl/printerSettings/printerSettings1.bin": "DEVMODE",
    "xl/vbaProject.bin": "no real macros",
    "xl/slicers/slicer1.xml": (
        f'{HEAD}<slicers xmlns="{X14}"><slicer name="x" cache="Slicer_x" caption="x"'
        ' rowHeight="241300"/></slicers>'
    ),
    "xl/slicerCaches/slicerCache1.xml": (
        f'{HEAD}<slicerCacheDefinition xmlns="{X14}" name="Slicer_x" sourceName="x"/>'
    ),
    "xl/pivotCache/pivotCacheDefinition1.xml": (
        f'{HEAD}<pivotCacheDefinition xmlns="{SPREADSHEET}" xmlns:r="{OFFICE}" r:id="rId1"'
        ' refreshOnLoad="1" recordCount="1"><cacheSource type="worksheet"><worksheetSource'
        f' ref="A1:B11" sheet="{DATA}"/></cacheSource><cacheFields count="2"><cacheField'
        ' name="Đơn vị" numFmtId="0"><sharedItems/></cacheField><cacheField name="Số tiền"'
        ' numFmtId="0"><sharedItems containsSemiMixedTypes="0" containsString="0"'
        ' containsNumber="1"/></cacheField></cacheFields></pivotCacheDefinition>'
    ),
    "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels": (
        f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships"><Relationship Id="rId1" Type="{OFFICE}/pivotCacheRecords"'
        ' Target="pivotCacheRecords1.xml"/></Relationships>'
    ),
    "xl/pivotCache/pivotCacheRecords1.xml": (
        f'{HEAD}<pivotCacheRecords xmlns="{SPREADSHEET}" count="1"><r><s v="Sở 2"/>'
        '<n v="20"/></r></pivotCacheRecords>'
    ),
    "xl/pivotTables/pivotTable1.xml": (
        f'{HEAD}<pivotTableDefinition xmlns="{SPREADSHEET}" name="Pivot1" cacheId="1"'
        ' dataCaption="Values"><location ref="E1:F3" firstHeaderRow="1" firstDataRow="1"'
        ' firstDataCol="1"/><pivotFields count="2"><pivotField axis="axisRow" showAll="0"><items'
        ' count="1"><item t="default"/></items></pivotField><pivotField dataField="1"'
        ' showAll="0"/></pivotFields><rowFields count="1"><field x="0"/></rowFields><dataFields'
        ' count="1"><dataField name="Tổng" fld="1" baseField="0" baseItem="0"/></dataFields>'
        "</pivotTableDefinition>"
    ),
    "xl/pivotTables/_rels/pivotTable1.xml.rels": (
        f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships"><Relationship Id="rId1" Type="{OFFICE}/pivotCacheDefinition"'
        ' Target="../pivotCache/pivotCacheDefinition1.xml"/></Relationships>'
    ),
    "xl/worksheets/_rels/sheet2.xml.rels": (
        f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships"><Relationship Id="rId1" Type="{OFFICE}/pivotTable"'
        ' Target="../pivotTables/pivotTable1.xml"/></Relationships>'
    ),
    "customXml/itemProps1.xml": (
        f'{HEAD}<ds:datastoreItem ds:itemID="{{11111111-2222-3333-4444-555555555555}}"'
        ' xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
        "<ds:schemaRefs/></ds:datastoreItem>"
    ),
    "customXml/_rels/item1.xml.rels": (
        f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships"><Relationship Id="rId1" Type="{OFFICE}/customXmlProps"'
        ' Target="itemProps1.xml"/></Relationships>'
    ),
    "customXml/item1.xml": '<?xml version="1.0"?><don-vi xmlns="urn:vn:gov"><ma>H01</ma></don-vi>',
    "customUI/customUI14.xml": (
        f'<customUI xmlns="{MICROSOFT}/2009/07/customui"><ribbon/></customUI>'
    ),
    "xl/ctrlProps/ctrlProp1.xml": (
        f'{HEAD}<formControlPr xmlns="{X14}" objectType="CheckBox" lockText="1"/>'
    ),
}
"""What XlsxWriter cannot make."""

RELATIONS = {
    SHEET_RELS: (
        ("http://schemas.microsoft.com/office/2017/10/relationships/threadedComment",
         "../threadedComments/threadedComment1.xml"),
        (f"{OFFICE}/printerSettings", "../printerSettings/printerSettings1.bin"),
        (f"{MICROSOFT}/2007/relationships/slicer", "../slicers/slicer1.xml"),
        (f"{OFFICE}/ctrlProp", "../ctrlProps/ctrlProp1.xml"),
    ),
    BOOK_RELS: (
        ("http://schemas.microsoft.com/office/2017/10/relationships/person", "persons/person.xml"),
        (f"{MICROSOFT}/2006/relationships/vbaProject", "vbaProject.bin"),
        (f"{MICROSOFT}/2007/relationships/slicerCache", "slicerCaches/slicerCache1.xml"),
        (f"{OFFICE}/pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"),
        (f"{OFFICE}/customXml", "../customXml/item1.xml"),
    ),
    "_rels/.rels": (
        (f"{MICROSOFT}/2007/relationships/ui/extensibility", "customUI/customUI14.xml"),
    ),
}  # fmt: skip
"""From which part, of what kind, to which part."""

CONTENT_TYPES = {
    "xl/threadedComments/threadedComment1.xml": "application/vnd.ms-excel.threadedcomments+xml",
    "xl/persons/person.xml": "application/vnd.ms-excel.person+xml",
    "xl/printerSettings/printerSettings1.bin": f"{TYPE}.printerSettings",
    "xl/vbaProject.bin": "application/vnd.ms-office.vbaProject",
    "xl/slicers/slicer1.xml": "application/vnd.ms-excel.slicer+xml",
    "xl/slicerCaches/slicerCache1.xml": "application/vnd.ms-excel.slicerCache+xml",
    "xl/pivotCache/pivotCacheDefinition1.xml": f"{TYPE}.pivotCacheDefinition+xml",
    "xl/pivotCache/pivotCacheRecords1.xml": f"{TYPE}.pivotCacheRecords+xml",
    "xl/pivotTables/pivotTable1.xml": f"{TYPE}.pivotTable+xml",
    "customXml/itemProps1.xml": (
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    ),
    "xl/ctrlProps/ctrlProp1.xml": "application/vnd.ms-excel.controlproperties+xml",
}

LIST_ON_OTHER_SHEET = (
    f'<ext xmlns:x14="{X14}" uri="{{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}}">'
    f'<x14:dataValidations xmlns:xm="{MICROSOFT}/excel/2006/main" count="1">'
    '<x14:dataValidation type="list" allowBlank="1" showErrorMessage="1"><x14:formula1>'
    f"<xm:f>'{LISTS}'!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>D6:D11</xm:sqref>"
    "</x14:dataValidation></x14:dataValidations></ext>"
)


def _add_raw_parts(parts: dict[str, bytes]) -> None:
    parts.update({name: text.encode() for name, text in RAW_PARTS.items()})
    for name, relations in RELATIONS.items():
        added = "".join(
            f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
            for number, (kind, target) in enumerate(relations, start=901)
        )
        _replace(parts, name, "</Relationships>", f"{added}</Relationships>")
    declared = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, kind in CONTENT_TYPES.items()
    )
    types = "[Content_Types].xml"
    _replace(parts, types, "</Types>", f"{declared}</Types>")
    _replace(
        parts,
        types,
        f"{TYPE}.sheet.main+xml",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    )
    _replace(parts, SHEET, "</extLst></worksheet>", f"{LIST_ON_OTHER_SHEET}</extLst></worksheet>")
    _replace(
        parts,
        BOOK,
        "</workbook>",
        '<pivotCaches><pivotCache cacheId="1" r:id="rId904"/></pivotCaches></workbook>',
    )
    as_office_365 = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        f' xmlns:xr="{MICROSOFT}/spreadsheetml/2014/revision" mc:Ignorable="xr"'
        ' xr:uid="{00000000-0001-0000-0000-000000000000}" '
    )
    if b"mc:Ignorable" not in parts[SHEET]:
        _replace(parts, SHEET, "<worksheet ", f"<worksheet {as_office_365}")


def _replace(parts: dict[str, bytes], name: str, old: str, new: str) -> None:
    text = parts[name].decode()
    if not re.search(re.escape(old), text):
        raise ValueError(f"{name} has no {old}")
    parts[name] = text.replace(old, new, 1).encode()
