"""Typed shares of a survey, counted again."""

from collections.abc import Iterator, Sequence

from toolkit.check.notices import SHARE
from toolkit.model import Finding, Raw, Record, Table
from toolkit.values.counts import parse_number
from toolkit.values.texts import clean, fold, shown

LEVELS = ("very_satisfied", "satisfied", "neutral", "dissatisfied", "very_dissatisfied")
SATISFIED = LEVELS[:2]

TOLERANCE = 0.6
"""Percent by which a share may be off: it may be rounded to whole numbers, up or down."""


def about_shares(table: Table, records: Sequence[Record]) -> Iterator[Finding]:
    """Shares of satisfied people that do not follow from the votes beside them.

    Where there are several columns of shares, each is that of one level, and none is judged.
    """
    columns = [number for number, header in table.unmapped if _is_share(header)]
    if table.layout.key != "survey" or len(columns) != 1:
        return
    for record in records:
        typed = percent(raw := table.sheet.at(record.row, columns[0]))
        counted = _satisfied(record)
        if typed is None or counted is None or abs(typed - counted) <= TOLERANCE:
            continue
        params = {"typed": _shown(typed), "counted": _shown(counted)}
        yield Finding(SHARE, table.cell(record.row, columns[0]), params, value=shown(raw))


def percent(raw: Raw) -> float | None:
    """A share in percent; None if the cell holds none. Excel stores 96,8% as 0.968.

    >>> percent(0.968), percent("96,8 %"), percent(97), percent("-"), percent(True)
    (96.8, 96.8, 97.0, None, None)
    """
    if isinstance(raw, bool):
        return None
    if isinstance(raw, int | float):
        return round(raw * 100, 6) if raw <= 1 else float(raw)
    number = parse_number(clean(shown(raw)).removesuffix("%").strip())
    return number if number is None or number > 1 or "%" in shown(raw) else number * 100


def _is_share(header: str) -> bool:
    """Whether a column holds shares, but not of those who are not satisfied."""
    plain = fold(header)
    return any(word in plain for word in ("ty le", "ti le")) and "khong hai long" not in plain


def _satisfied(record: Record) -> float | None:
    """The share of satisfied people in percent; None where the votes do not tell it."""
    votes = {level: value for level in LEVELS if isinstance(value := record[level], int)}
    total = record["total"] if isinstance(record["total"], int) else sum(votes.values())
    if not total or "satisfied" not in votes or sum(votes.values()) != total:
        return None
    return 100 * sum(votes.get(level, 0) for level in SATISFIED) / total


def _shown(share: float) -> str:
    """A share as it is written in Vietnam.

    >>> _shown(96.77), _shown(100.0)
    ('96,8', '100')
    """
    return f"{share:.1f}".removesuffix(".0").replace(".", ",")
