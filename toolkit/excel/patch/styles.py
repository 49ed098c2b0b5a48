"""The styles of a workbook: those of touched cells again, with one thing changed."""

from copy import deepcopy

from lxml import etree

from toolkit.excel.package import parse
from toolkit.excel.patch.parts import Parts
from toolkit.excel.refusals import DAMAGED, refused

_USUAL = "xl/styles.xml"
_SHORT_DATE = "14"
"""The number format that shows a date as the computer's region does."""

_DATE_FORMATS = frozenset({*map(str, range(14, 23)), *map(str, range(45, 48))})
_EMPTY = (
    '<styleSheet xmlns="{0}"><fonts count="1"><font/></fonts><fills count="2"><fill>'
    '<patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="1"><xf/></cellXfs></styleSheet>'
)
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_LETTERS_OF_DATES = frozenset("dmyhDMYH")


class Styles:
    """The styles of cells by number; new ones are put at the end, none is changed."""

    def __init__(self, parts: Parts) -> None:
        """Find them, or make the first.

        Raises:
            InputError: What is said to be the styles is something else.
        """
        self._parts = parts
        self._part = next(iter(parts.related(parts.workbook, "styles").values()), "")
        if not self._part and _USUAL in parts:  # readers find it by its name
            self._part = _USUAL
            parts.relate(parts.workbook, "styles", self._part)
        elif not self._part:
            self._part = parts.unused("xl/styles%d.xml")
            parts.relate(parts.workbook, "styles", self._part)
            parts.declare(self._part, _CONTENT_TYPE)
            parts.put(self._part, _empty(parts.tree(parts.workbook)))
        self._tree = parts.tree(self._part)
        if etree.QName(self._tree).localname != "styleSheet":
            raise refused(DAMAGED, parts.name)
        if self._tree.find("{*}cellXfs") is None:
            self._tree = parse(_empty(self._tree), parts.name)
        self._space = f"{{{etree.QName(self._tree).namespace}}}"
        self._made: dict[tuple[int, str], int] = {}
        self._fills: dict[str, str] = {}

    def filled(self, style: int, colour: str) -> int:
        """The same style on another ground (RRGGBB)."""
        return self._variant(style, colour, fillId=self._fill(colour), applyFill="1")

    def dated(self, style: int) -> int:
        """The same style, showing its number as a date; itself if it does so."""
        if self._shows_dates(style):
            return style
        return self._variant(style, "date", numFmtId=_SHORT_DATE, applyNumberFormat="1")

    def headed(self) -> int:
        """A style for the header of a new sheet: bold."""
        fonts = self._parts.child(self._tree, "fonts")
        bold = deepcopy(fonts[0])
        for found in bold.findall(f"{self._space}b"):
            bold.remove(found)
        bold.insert(0, etree.Element(f"{self._space}b"))
        return self._variant(0, "bold", fontId=_added(fonts, bold), applyFont="1")

    def wrapped(self) -> int:
        """A style for the texts of a new sheet: long lines are broken."""
        number = self._variant(0, "wrap", applyAlignment="1")
        style = self._parts.child(self._tree, "cellXfs")[number]
        alignment = style.find(f"{self._space}alignment")
        if alignment is None:
            alignment = etree.Element(f"{self._space}alignment")
            style.insert(0, alignment)
        alignment.set("wrapText", "1")
        alignment.set("vertical", "top")
        return number

    def wraps(self, style: int) -> bool:
        """Whether long texts are broken in a style."""
        styles = self._parts.child(self._tree, "cellXfs")
        alignment = styles[style].find("{*}alignment") if style < len(styles) else None
        return alignment is not None and alignment.get("wrapText") in {"1", "true"}

    def save(self) -> None:
        """Put what was made back into the workbook."""
        if self._made:
            self._parts.put(self._part, self._tree)

    def _variant(self, style: int, what: str, **attributes: str) -> int:
        styles = self._parts.child(self._tree, "cellXfs")
        if (style, what) not in self._made:
            made = deepcopy(styles[style if style < len(styles) else 0])
            for name, value in attributes.items():
                made.set(name, value)
            self._made[style, what] = int(_added(styles, made))
        return self._made[style, what]

    def _fill(self, colour: str) -> str:
        if colour not in self._fills:
            fill = etree.Element(f"{self._space}fill")
            pattern = etree.SubElement(fill, f"{self._space}patternFill", patternType="solid")
            etree.SubElement(pattern, f"{self._space}fgColor", rgb=f"FF{colour}")
            etree.SubElement(pattern, f"{self._space}bgColor", indexed="64")
            self._fills[colour] = _added(self._parts.child(self._tree, "fills"), fill)
        return self._fills[colour]

    def _shows_dates(self, style: int) -> bool:
        number = self._parts.child(self._tree, "cellXfs")[style].get("numFmtId", "0")
        formats = self._tree.iterfind(f"{self._space}numFmts/{self._space}numFmt")
        own = {found.get("numFmtId"): found.get("formatCode", "") for found in formats}
        return number in _DATE_FORMATS or bool(_LETTERS_OF_DATES & set(own.get(number, "")))


def _empty(like: etree._Element) -> bytes:
    """The styles of a workbook that has none, in the namespace of another part."""
    return _EMPTY.format(etree.QName(like).namespace or "").encode()


def _added(group: etree._Element, child: etree._Element) -> str:
    """The number of a child put at the end of a group."""
    group.append(child)
    group.set("count", str(len(group)))
    return str(len(group) - 1)
