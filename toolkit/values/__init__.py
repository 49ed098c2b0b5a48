"""One module per kind of value: what stands in a cell goes in, what it means comes out.

A parser takes anything that Excel can store, and reading its own result again changes nothing.
What cannot be read raises a `ValueError`; only `normalize` catches it.
"""

from collections.abc import Callable, Mapping

from toolkit.model import Notice, Raw
from toolkit.values import counts, dates, documents, national_ids, people, phones
from toolkit.values.counts import parse_count
from toolkit.values.dates import parse_birth, parse_date
from toolkit.values.documents import parse_document
from toolkit.values.hamlets import parse_hamlet
from toolkit.values.marks import parse_attendance, parse_gender, parse_tick
from toolkit.values.national_ids import parse_national_id
from toolkit.values.people import parse_party
from toolkit.values.phones import parse_phone
from toolkit.values.reading import Reading, UnreadableError
from toolkit.values.texts import parse_seq, parse_text
from toolkit.values.units import parse_list, parse_unit

__all__ = ["NOTICES", "ONCE_PER_COLUMN", "PARSERS", "Reading", "UnreadableError"]

PARSERS: Mapping[str, Callable[[Raw], Reading]] = {
    "attendance": parse_attendance,
    "birth": parse_birth,
    "code": parse_text,
    "count": parse_count,
    "date": parse_date,
    "document": parse_document,
    "gender": parse_gender,
    "hamlet": parse_hamlet,
    "list": parse_list,
    "name": parse_party,
    "national_id": parse_national_id,
    "petitioner": parse_party,
    "phone": parse_phone,
    "seq": parse_seq,
    "text": parse_text,
    "tick": parse_tick,
    "unit": parse_unit,
}
"""By `Column.kind`. Codes need their list, so they are read as text here and looked up later."""

ONCE_PER_COLUMN: tuple[Notice, ...] = (
    national_ids.ZEROS_RESTORED,
    phones.MIGRATED,
    phones.ZERO_RESTORED,
)
"""Notices that hold for a whole column if they hold for one cell: their text has a `{count}`."""

NOTICES: tuple[Notice, ...] = tuple(
    notice
    for module in (counts, dates, documents, national_ids, people, phones)
    for notice in module.NOTICES
)
