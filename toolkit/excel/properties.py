"""What a workbook says about itself."""

from pathlib import Path

from toolkit.errors import InputError
from toolkit.excel.gate import opened
from toolkit.excel.package import Package

_CORE = "docProps/core.xml"
_MODIFIED = "{http://purl.org/dc/terms/}modified"


def last_saved(path: Path) -> str:
    """When a workbook was last saved, as ISO text without a zone; "" if it does not tell."""
    try:
        with opened(path, path.name) as file:
            package = Package(file, path.name)
            if _CORE not in package:
                return ""
            told = package.tree(_CORE).findtext(_MODIFIED) or ""
    except InputError:
        return ""
    return told.strip().removesuffix("Z")
