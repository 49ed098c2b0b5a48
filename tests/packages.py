"""The smallest .xlsx files: what no program at hand writes, but strangers send."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORKBOOK = (
    f'<workbook xmlns:r="{TYPES}">'
    '<sheets><sheet name="Tháng 1" sheetId="1" r:id="rId1"/></sheets></workbook>'
)


def package(sheet: str, **more: str) -> bytes:
    """One sheet, and further parts by name, or other contents of the usual ones."""
    parts = {
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": WORKBOOK,
        "xl/_rels/workbook.xml.rels": relations(
            ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")
        ),
        "xl/styles.xml": "<styleSheet/>",
        "xl/worksheets/sheet1.xml": sheet,
    }
    return zipped(parts | more)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return target.getvalue()


def relations(*targets: tuple[str, str]) -> str:
    """What a part refers to, by kind and target; the ids are rId1, rId2 and so on."""
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{TYPES}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f"<Relationships>{listed}</Relationships>"


def sheet_xml(*rows: str, head: str = "") -> str:
    return f"<worksheet>{head}<sheetData>{''.join(rows)}</sheetData></worksheet>"
