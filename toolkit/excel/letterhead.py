"""Letterhead and signatures of a state document.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II: names of the issuing body and of the state
side by side, a line as long as the motto below it and one of a third to half of the name of the
body; place and date in italics; the authority and the post of the signer in bold capitals.
"""

from datetime import date
from functools import partial

from toolkit.excel.canvas import Canvas
from toolkit.excel.measure import lines_height, text_width
from toolkit.excel.theme import FORMAL_SIZE
from toolkit.model import Meeting, Signers

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
BODY = "ỦY BAN NHÂN DÂN"
UNIT_TO_FILL_IN = "XÃ ……………………"
PLACE_TO_FILL_IN = "……………………"

PREPARED_BY = "NGƯỜI LẬP BIỂU"
PREPARED_HOW = "(Ký, ghi rõ họ tên)"
ON_BEHALF_OF = "TM. ỦY BAN NHÂN DÂN"
POST = "CHỦ TỊCH"
INSTEAD_OF, BY_ORDER_OF = "KT. CHỦ TỊCH", "TL. CHỦ TỊCH"
NAME_ROWS = 5
"""Lines from how to sign down to the name: room for a signature and a seal."""
SIGNED_HOW = "(Ký tên, đóng dấu)"

UNIT_KINDS = (
    "thị trấn",
    "thị xã",
    "thành phố",
    "đặc khu",
    "phường",
    "quận",
    "huyện",
    "tỉnh",
    "xã",
)
RULE = "_"
RULE_SIZE = 8
BODY_RULE = 0.4
"""Length of the line below the name of the body, by the length of the name."""
BODY_MIDDLE, STATE_MIDDLE = 0.22, 0.3
"""Where the halves have their middle: by the width of the sheet, from their own edge."""
INDENT = 12
"""Pixels of a step of indentation: three spaces of the standard font."""
SIGNING_HEIGHT = 75.0
"""Points left free for a signature and a seal."""
SPARE = 8
"""Pixels beside the longest line of a half."""


NOBODY = Signers()


def unit_in_capitals(meeting: Meeting) -> str:
    """The second line of the name of the body; dots to write on where it is not known.

    >>> unit_in_capitals(Meeting("xã Tân Phong")), unit_in_capitals(Meeting())
    ('XÃ TÂN PHONG', 'XÃ ……………………')
    """
    return meeting.unit_name.upper() or UNIT_TO_FILL_IN


def place_of(meeting: Meeting) -> str:
    """The place as it stands before the date.

    The kind of unit is left out, but not before a number: “Phường 1” (Nghị định 30/2020/NĐ-CP,
    Phụ lục I, phần II, mục 4).

    >>> [place_of(Meeting(name)) for name in ("xã Tân Phong", "phường 1", "")]
    ['Tân Phong', 'Phường 1', '……………………']
    """
    name = meeting.unit_name.strip()
    for kind in UNIT_KINDS:
        rest = name[len(kind) :].strip()
        if name.lower().startswith(f"{kind} ") and not rest[0].isdigit():
            return rest
    return name[:1].upper() + name[1:] or PLACE_TO_FILL_IN


def date_in_words(day: date) -> str:
    """A date as documents write it: days below 10 and months 1 and 2 with a zero before them.

    >>> date_in_words(date(2026, 2, 5)), date_in_words(date(2026, 3, 15))
    ('ngày 05 tháng 02 năm 2026', 'ngày 15 tháng 3 năm 2026')
    """
    month = f"{day.month:02}" if day.month in {1, 2} else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year:04}"


def authority_of(title: str) -> tuple[str, str]:
    """In what capacity somebody signs, and the post (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục 7).

    >>> authority_of("Phó Chủ tịch UBND xã"), authority_of("Chánh Văn phòng")
    (('KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'), ('TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG'))
    """
    post = title.strip().upper()
    if not post or post.startswith(POST):
        return ON_BEHALF_OF, POST
    if post.startswith(f"PHÓ {POST}"):
        return INSTEAD_OF, f"PHÓ {POST}"
    return BY_ORDER_OF, post


def write_letterhead(canvas: Canvas, meeting: Meeting) -> None:
    """The body on the left, the state on the right."""
    unit = unit_in_capitals(meeting)
    for left, right in ((BODY, STATE), (unit, MOTTO)):
        _spilled(canvas, (left, right), bold=True, font_size=FORMAL_SIZE)
    rules = (_rule(unit, BODY_RULE), _rule(MOTTO, 1))
    _spilled(canvas, rules, bold=True, font_size=RULE_SIZE)
    canvas.gap()


def write_signatures(
    canvas: Canvas, meeting: Meeting, day: date, signers: Signers = NOBODY
) -> None:
    """Who made the table, on the left, and who signs for the body, on the right.

    Each is one cell, as a page never breaks inside a row; where no column begins near the
    middle, they are lines as in the letterhead.
    """
    place = f"{place_of(meeting)}, {date_in_words(day)}"
    authority, post = authority_of(signers.title)
    widest = max(map(_width, (authority, post, signers.name)))
    begins = canvas.grid.split(
        max(map(_width, (PREPARED_BY, signers.prepared_by))), max(widest, _width(place) / 2)
    )
    if begins is None:
        canvas.gap()
        italic, bold = ({look: True, "font_size": FORMAL_SIZE} for look in ("italic", "bold"))
        _spilled(canvas, ("", place), **italic)
        _spilled(canvas, (PREPARED_BY, authority), **bold)
        _spilled(canvas, ("", post), **bold)
        _spilled(canvas, (PREPARED_HOW, SIGNED_HOW), **italic)
        canvas.gap(SIGNING_HEIGHT)
        if signers.prepared_by or signers.name:
            _spilled(canvas, (signers.prepared_by, signers.name), **bold)
    else:
        maker = ("", f"{PREPARED_BY}\n", PREPARED_HOW, _lowered(signers.prepared_by))
        signer = (place, f"{authority}\n{post}\n", SIGNED_HOW, signers.name)
        _signer(canvas, 0, begins - 1, maker)
        _signer(canvas, begins, canvas.grid.printed - 1, signer)
        canvas.end_row(lines_height(6, FORMAL_SIZE) + SIGNING_HEIGHT)


def _spilled(canvas: Canvas, halves: tuple[str, str], **properties: object) -> None:
    """Two texts in one row, each centered on the middle of its half.

    The columns of a table seldom leave two halves that are wide enough. So nothing is merged:
    each text stands in an outer cell, indented, and spills over the empty cells beside it.
    Where an outer column is so wide that nothing is empty beside it, one cell holds both.
    """
    size, bold = int(str(properties["font_size"])), bool(properties.get("bold"))
    whole, widths = canvas.grid.printed_width, canvas.grid.widths[: canvas.grid.printed]
    left, right = (text_width(text, size, bold=bold) for text in halves)
    before = max(whole * BODY_MIDDLE, _width(BODY) / 2) - left / 2
    after = max(whole * STATE_MIDDLE, _width(STATE) / 2) - right / 2
    style = partial(canvas.styles.text, valign="top", text_wrap=False, **properties)
    begin, end = (max(0, round(room / INDENT)) for room in (before, after))
    if before + left <= whole - widths[-1] and after + right <= whole - widths[0]:
        canvas.text(0, halves[0], style(align="left", indent=begin))
        canvas.text(len(widths) - 1, halves[1], style(align="right", indent=end))
    else:
        between = whole - before - left - right - after
        spaces = " " * round(between / text_width(" ", size, bold=bold))
        canvas.merged(0, len(widths) - 1, spaces.join(halves), style(align="left", indent=begin))
    canvas.end_row(lines_height(1, size))


def _lowered(name: str) -> str:
    """A name one line further down: whoever prepared the table has no authority above."""
    return f"\n{name}" if name else ""


def _signer(canvas: Canvas, first: int, last: int, lines: tuple[str, str, str, str]) -> None:
    """Place and date (or nothing), post, how to sign, and the name if it is known: one cell."""
    styles = canvas.styles
    bold = styles.text(bold=True, font_size=FORMAL_SIZE)
    italic = styles.text(italic=True, font_size=FORMAL_SIZE)
    block = styles.text(align="center", valign="top")
    canvas.merged(first, last, "", block)
    place, post, how, name = lines
    named = (bold, "\n" * NAME_ROWS + name) if name else ()
    # The first line keeps its distance from what is above; without a place the second stays
    # empty, so that both posts stand on one level.
    canvas.sheet.write_rich_string(
        canvas.row, first, italic, f"\n{place}\n", bold, post, italic, how, *named, block
    )


def _rule(text: str, share: float) -> str:
    """A line of underscores, by the length of a text above it."""
    length = text_width(text, FORMAL_SIZE, bold=True) * share
    return RULE * round(length / text_width(RULE, RULE_SIZE, bold=True))


def _width(text: str) -> float:
    return text_width(text, FORMAL_SIZE, bold=True) + SPARE
