"""Where the pages of a sheet end, so that none is nearly empty.

Heights are points. A sheet is printed one page wide: a page holds the more rows, the wider the
sheet is. Programs and printers differ a little, so nothing here depends on the last few points.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from toolkit.excel.theme import BOTTOM, LONG_EDGE, MM_PER_INCH, SHORT_EDGE, TOP, page_width

SQUEEZED = 1.2
"""Pages that are still printed on one: the letters lose a sixth of their size at most."""
SAFE = 0.95
"""Share of a page that holds in every program what is reckoned to fit."""
SHARES = (0.95, 0.96, 0.97, 0.98, 0.99, 1.0, 1.01)
"""How much of a page programs use, as far as is known."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The rows of a sheet on paper. Rows count from 0.

    `heights` are those of all rows, `room` is what a page holds, `repeated` what the header
    takes on every page but the first. `breaks` are rows that begin a page.
    """

    heights: Sequence[float]
    room: float
    repeated: float = 0.0
    breaks: tuple[int, ...] = ()

    @property
    def can_be_one(self) -> bool:
        """Whether what is more than a page can be made one and still be read.

        >>> [Pages((100, 100, more), room=200).can_be_one for more in (0, 30, 50)]
        [True, True, False]
        >>> Pages((100,), room=200).can_be_one
        False
        """
        is_more = len(self.begins()) > 1
        return is_more and not self.breaks and sum(self.heights) <= self.room * SQUEEZED

    def begins(self, share: float = SAFE) -> tuple[int, ...]:
        """The rows with which pages begin, if so much of their room is used.

        >>> Pages((50, 50, 50, 50), room=110).begins()
        (0, 2)
        >>> Pages((50, 50, 50, 50), room=110, breaks=(1,)).begins()
        (0, 1, 3)
        """
        begun, used = [0], 0.0
        for row, height in enumerate(self.heights):
            if used and (row in self.breaks or used + height > self.room * share):
                begun.append(row)
                used = self.repeated
            used += height
        return tuple(begun)

    def unbroken(self, first: int, last: int) -> tuple[int, ...]:
        """The breaks by which no page ends between two rows, such as caption and first line.

        >>> Pages((50, 50, 50, 50), room=110).unbroken(1, 2)
        (1,)
        >>> Pages((50, 50, 50, 50), room=110).unbroken(2, 3)
        ()
        """
        is_broken = any(first < row <= last for row in self.begins())
        return (*self.breaks, first) if is_broken else self.breaks

    def accompanied(self, end: int, earlier: Iterable[int]) -> tuple[int, ...]:
        """The breaks by which the rows from `end` on do not stand on a page of their own.

        `earlier` are the rows at which the last page may begin instead, best first.

        >>> Pages((20, 20, 20, 20, 30), room=100).accompanied(4, earlier=(2,))
        (2,)
        >>> Pages((20, 20, 20, 30), room=100).accompanied(3, earlier=(2,))
        ()
        """
        if all(self.begins(share)[-1] < end - 1 for share in SHARES):
            return self.breaks
        for row in earlier:
            if sum(self.heights[row:]) + self.repeated <= self.room * SAFE:
                return (*self.breaks, row)
        return self.breaks


def page_room(printed_width: float, *, landscape: bool) -> float:
    """The points of rows that a page holds on which a sheet is fitted to the width.

    >>> round(page_room(900, landscape=True)), round(page_room(1904, landscape=True))
    (482, 964)
    """
    edge = SHORT_EDGE if landscape else LONG_EDGE
    shrunk = max(1.0, printed_width / page_width(landscape=landscape))
    return (edge - TOP - BOTTOM) / MM_PER_INCH * 72 * shrunk
