"""How much room a text takes in Times New Roman.

Nothing but the spreadsheet program itself knows this exactly, and it does not fit merged cells
by itself. The estimate leans to the safe side: a line too many rather than a word cut off.
"""

import unicodedata
from functools import lru_cache
from math import ceil

LINE = 1.3125
"""Height of a line by size of the font: Excel gives a line of 12 points 15.75 points."""
PIXELS = 96 / 72
"""Pixels in a point, at the resolution in which Excel keeps the width of columns."""
BOLD = 1.08
"""Bold Vietnamese text is 3 to 7 % wider."""
CAUTION = 1.04
"""Letters are rounded to whole pixels, on the screen and when a page is scaled."""

_BY_WIDTH = {
    180: "'",
    200: "|",
    250: " ,.·\u00a0",
    278: "/:;\\ijlt",
    333: "!()-I[]`fr‘’›",
    389: "Js",
    408: '"',
    444: "?acez“”",
    480: "{}^",
    500: "#$*0123456789_bdghknopquvxyđ–«»§",
    556: "FPS•~°≤≥",
    564: "+<=>−×",
    611: "ELTZ",
    667: "BCR",
    722: "ADGHKNOQUVXYwĐÐ",
    778: "&m",
    833: "%",
    889: "M",
    944: "W@",
}
WIDTHS = {letter: width for width, letters in _BY_WIDTH.items() for letter in letters}
"""Thousandths of the size of the font, by letter without its marks."""
SUBSTITUTED = 50
"""Added to letters like ạ, ế, ơ: computers without Times New Roman take them from another,
wider font (seen: Liberation Serif, which has no such letters, with DejaVu Serif)."""
UNKNOWN = 1000


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of one line of text in pixels.

    >>> round(text_width("Độc lập", 12)), round(text_width("Độc lập", 12, bold=True))
    (54, 58)
    """
    scale = size * PIXELS * CAUTION * (BOLD if bold else 1) / 1000
    spaces = text.count(" ") * WIDTHS[" "]
    return scale * (spaces + sum(map(_word_width, text.split(" "))))


def line_count(text: str, width: float, size: float, *, bold: bool = False) -> int:
    r"""How many lines a text takes when it is wrapped at a width in pixels; at least 1.

    >>> line_count("Đề nghị sửa đường", 300, 12), line_count("Đề nghị sửa đường", 60, 12)
    (1, 3)
    >>> line_count("một\nhai", 300, 12)
    2
    """
    room = 1000 * width / (size * PIXELS * CAUTION * (BOLD if bold else 1))
    return sum(_wrapped(line, room) for line in text.split("\n"))


def lines_height(lines: int, size: float) -> float:
    """The height of lines in points.

    >>> lines_height(2, 12)
    31.5
    """
    return lines * size * LINE


def _wrapped(line: str, room: float) -> int:
    """Lines that one paragraph takes; a word wider than the line is broken anywhere."""
    lines, used = 1, 0.0
    for word in line.split(" "):
        width: float = _word_width(word)
        if used + width > room and used:
            lines, used = lines + 1, 0.0
        if width > room:
            more = ceil(width / max(room, UNKNOWN)) - 1
            lines, width = lines + more, width - more * room
        used += width + WIDTHS[" "]
    return lines


@lru_cache(maxsize=50_000)
def _word_width(word: str) -> int:
    return sum(map(_letter_width, unicodedata.normalize("NFC", word)))


@lru_cache(maxsize=5_000)
def _letter_width(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    base = unicodedata.normalize("NFD", letter)[0]
    substituted = SUBSTITUTED if letter in "ƠơƯư" or "Ạ" <= letter <= "ỹ" else 0
    return WIDTHS.get(base, UNKNOWN) + substituted
