"""How much a file may be and may cost. Each figure is several times what honest workbooks need.

Measured on 5,253 public workbooks (4,417 of them packages), on an honest export of 500,000 rows
by 20 columns (55 MB, unpacked 335 MB, ratio 6; read in 9 s with 900 MB), and on 131 hostile files
(ratio about 1000). `--raise-limits` multiplies those that `RAISED` names.
"""

from dataclasses import dataclass, replace

WORKERS = 2
"""Processes that read at a time, at most, and never more than the machine has processors."""

WORKER_BYTES = 512 * 2**10
"""Another worker is started for each so many bytes of files: their 2 s of work earn the 0.4 s that
it costs a processor to get it ready."""

WORKER_JOBS = 200
"""After so many files a worker is replaced: nothing that leaks grows for ever."""

GRACE = 30.0
"""Seconds over the limit after which a worker ends itself, for its parent may have been killed."""

MOST_RAISED = 100
"""How far all limits can be raised at once."""


@dataclass(frozen=True, slots=True)
class Limits:
    """All of them; tests make them smaller instead of making files larger."""

    seconds: float = 60.0
    """Wall clock for one of the two steps, reading and checking, of one file."""

    memory_bytes: int = 2 * 2**30
    """Address space of a worker, most of which libraries only reserve."""

    quiet: float = 2.0
    """Seconds without a change after which a file is taken to be written wholly."""

    patience: float = 8.0
    """Seconds that are waited, once, for files to be written wholly."""

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

    def raised(self, times: int) -> "Limits":
        """The limits so many times as high, for an honest file that is larger than any seen.

        >>> Limits().raised(3).seconds
        180.0
        """
        return replace(self, **{name: getattr(self, name) * times for name in RAISED})


LIMITS = Limits()

RAISED = (
    "seconds",
    "memory_bytes",
    "file_bytes",
    "parts",
    "directory_bytes",
    "total_bytes",
    "ratio",
    "sheets",
    "box_cells",
    "filled_cells",
)
"""All but those of Excel itself, of waiting, and of a part which we write ourselves."""
