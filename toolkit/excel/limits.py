"""How much a file may be. Each figure is several times what honest workbooks need.

Measured on 5,253 public workbooks (4,417 of them packages), on an honest export of 500,000 rows
by 20 columns (55 MB, unpacked 335 MB, ratio 6), and on 131 hostile files (ratio about 1000).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """All of them; tests make them smaller instead of making files larger."""

    file_bytes: int = 100 * 2**20
    """A file on disk. The largest honest one had 55 MB."""

    parts: int = 5_000
    """Parts of a package. The most seen were 1,033."""

    directory_bytes: int = 2 * 2**20
    """The list of these parts, which is read before anything else; 60,000 parts need 3.8 MB."""

    total_bytes: int = 512 * 2**20
    """All parts together, unpacked. The most seen were 335 MB."""

    ratio: int = 250
    """Unpacked to packed, of one large part. The most seen were 140."""

    ratio_counts_from: int = 32 * 2**20
    """What a large part is, in bytes: small parts of blank cells are honestly packed 300 to 1."""

    property_bytes: int = 64 * 2**10
    """The part of a package that says whether it is one of our own outputs: we write 400."""

    sheets: int = 500
    """Sheets of a workbook, charts and macros included."""

    box_cells: int = 20_000_000
    """Cells of the rectangle from A1 to the last filled cell of a sheet: readers keep the whole
    rectangle in memory, blank cells too."""

    filled_cells: int = 10_000_000
    """Filled cells of a workbook. So many take 840 MB and 8 to 14 s to read."""

    letters: int = 32_767
    """Characters of a cell: Excel's own limit, so only other programs exceed it."""

    last_row: int = 1_048_576
    last_column: int = 16_384
    """Excel's own limits: XFD1048576 is the last cell there is."""


LIMITS = Limits()
