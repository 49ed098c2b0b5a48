"""What does not fit between an answer and the petition it answers, in whatever tables they are."""

from collections.abc import Iterable, Iterator
from datetime import date

from toolkit.check.notices import BEFORE_PETITION
from toolkit.model import Finding, Link
from toolkit.rules.declare import as_text, shown

DAYS = ("answered_on", "completed_on", "document_date")


def check_links(links: Iterable[Link]) -> Iterator[Finding]:
    """Answers that are older than their petition; the first such date of each answer.

    A date that its own row contradicts was told there (DAT-21 to DAT-23).
    """
    for link in links:
        received = link.petition["received_on"]
        if not isinstance(received, date):
            continue
        for field in DAYS:
            day = link.response[field]
            own = link.response["received_on"]
            if isinstance(own, date) and isinstance(day, date) and day < own:
                continue
            if isinstance(day, date) and day < received:
                place = link.petition.cell("received_on")
                params = {"day": as_text(day), "received": as_text(received), "other": str(place)}
                value = shown(link.response, field)
                cell = link.response.cell(field)
                yield Finding(BEFORE_PETITION, cell, params, field, value, (place,))
                break
