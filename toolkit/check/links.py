"""What does not fit between an answer and the petition it answers, in whatever tables they are."""

from collections.abc import Iterable, Iterator
from datetime import date

from toolkit.check.notices import BEFORE_PETITION, REPEATS_PETITION
from toolkit.model import Finding, Link
from toolkit.rules.declare import as_text, shown
from toolkit.values.texts import fold

DAYS = ("answered_on", "completed_on", "document_date")


def check_links(links: Iterable[Link]) -> Iterator[Finding]:
    """All that does not fit, link by link."""
    for link in links:
        yield from _before_petition(link)
        yield from _repeats_petition(link)


def _repeats_petition(link: Link) -> Iterator[Finding]:
    """An answer in another row with the words of its petition; in its own row that is ANS-04."""
    answer, content = link.response.text("response_text"), link.petition.text("content")
    if link.response is not link.petition and answer and fold(answer) == fold(content):
        place = link.petition.cell("content")
        cell = link.response.cell("response_text")
        params = {"other": str(place)}
        yield Finding(REPEATS_PETITION, cell, params, "response_text", answer, (place,))


def _before_petition(link: Link) -> Iterator[Finding]:
    """The first date of an answer that is older than its petition.

    A date that its own row contradicts was told there (DAT-21 to DAT-23).
    """
    received = link.petition["received_on"]
    if not isinstance(received, date):
        return
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
