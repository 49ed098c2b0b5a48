"""The extension of LibreOffice that brings the menu “Đối thoại” and its toolbar (.oxt)."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from toolkit import __version__

FILE = "doithoai.oxt"
LIBRARY, MODULE = "DoiThoai", "modMenu"
SOURCE = Path(__file__).parents[1] / "macros" / "libreoffice" / f"{MODULE}.bas"
COMMANDS = {"KiemTra": "Kiểm tra hồ sơ", "TongHop": "Tổng hợp hồ sơ"}
"""What the menu and the toolbar offer, by the macros that do it."""

_CALC = "com.sun.star.sheet.SpreadsheetDocument"
_MANIFEST = """\
<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="http://openoffice.org/2001/manifest">
 <manifest:file-entry manifest:full-path="Addons.xcu"
  manifest:media-type="application/vnd.sun.star.configuration-data"/>
 <manifest:file-entry manifest:full-path="DoiThoai/"
  manifest:media-type="application/vnd.sun.star.basic-library"/>
</manifest:manifest>
"""
_DESCRIPTION = """\
<?xml version="1.0" encoding="UTF-8"?>
<description xmlns="http://openoffice.org/extensions/description/2006"
 xmlns:xlink="http://www.w3.org/1999/xlink">
 <identifier value="vn.doithoai.menu"/>
 <version value="{version}"/>
 <display-name><name lang="vi">Đối thoại</name><name lang="en">Dialogue</name></display-name>
</description>
"""
_ADDONS = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:component-data xmlns:oor="http://openoffice.org/2001/registry"
 xmlns:xs="http://www.w3.org/2001/XMLSchema" oor:name="Addons" oor:package="org.openoffice.Office">
 <node oor:name="AddonUI">
  <node oor:name="OfficeMenuBar">
   <node oor:name="vn.doithoai.menu" oor:op="replace">
    <prop oor:name="Title"><value xml:lang="vi">Đối thoại</value><value>Đối thoại</value></prop>
    <prop oor:name="Context"><value>{calc}</value></prop>
    <node oor:name="Submenu">{items}</node>
   </node>
  </node>
  <node oor:name="OfficeToolBar">
   <node oor:name="vn.doithoai.toolbar" oor:op="replace">{items}</node>
  </node>
 </node>
</oor:component-data>
"""
_ITEM = """
    <node oor:name="{macro}" oor:op="replace">
     <prop oor:name="URL"><value>macro:///{library}.{module}.{macro}</value></prop>
     <prop oor:name="Title"><value xml:lang="vi">{title}</value><value>{title}</value></prop>
     <prop oor:name="Target"><value>_self</value></prop>
     <prop oor:name="Context"><value>{calc}</value></prop>
    </node>"""
_LIBRARY = """\
<?xml version="1.0" encoding="UTF-8"?>
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="{library}"
 library:readonly="true" library:passwordprotected="false">{elements}</library:library>
"""
_MODULE = """\
<?xml version="1.0" encoding="UTF-8"?>
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="{module}"
 script:language="StarBasic">{source}</script:module>
"""


def extension() -> bytes:
    """The extension, to be opened once with LibreOffice. The same source gives the same bytes."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as package:
        for name, text in _parts().items():
            package.writestr(ZipInfo(name), text.encode(), ZIP_DEFLATED)
    return content.getvalue()


def _parts() -> Mapping[str, str]:
    items = "".join(
        _ITEM.format(macro=macro, title=title, library=LIBRARY, module=MODULE, calc=_CALC)
        for macro, title in COMMANDS.items()
    )
    element = f'<library:element library:name="{MODULE}"/>'
    source = escape(SOURCE.read_text("utf-8"))
    return {
        "META-INF/manifest.xml": _MANIFEST,
        "description.xml": _DESCRIPTION.format(version=__version__),
        "Addons.xcu": _ADDONS.format(items=items, calc=_CALC),
        f"{LIBRARY}/script.xlb": _LIBRARY.format(library=LIBRARY, elements=element),
        f"{LIBRARY}/dialog.xlb": _LIBRARY.format(library=LIBRARY, elements=""),
        f"{LIBRARY}/{MODULE}.xba": _MODULE.format(module=MODULE, source=source),
    }
