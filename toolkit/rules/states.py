"""What the codes of status, outcome and kind say to the rules (`toolkit.codelists.meanings`)."""

from toolkit import codelists
from toolkit.codelists.meanings import Need, Result, Work

UNSORTED = "Z99"
"""The topic “other”, for which no unit is set."""


def is_open(status: str | None) -> bool:
    """Whether a status says that the work goes on.

    >>> is_open("03"), is_open("06"), is_open(None)
    (True, False, False)
    """
    known = codelists.statuses().get(status or "")
    return known is not None and known.work is Work.OPEN


def is_answered(status: str | None) -> bool:
    """Whether a status says that whoever asked was told something."""
    known = codelists.statuses().get(status or "")
    return known is not None and known.answered


def is_passed_on(status: str | None) -> bool:
    """Whether a status says that somebody else has the petition now."""
    known = codelists.statuses().get(status or "")
    return known is not None and known.result is Result.TRANSFERRED


def needs_outcome(status: str | None) -> bool:
    """Whether a status says that there must be an outcome."""
    known = codelists.statuses().get(status or "")
    return known is not None and known.needs is Need.OUTCOME


def is_resolved(outcome: str | None) -> bool:
    """Whether an outcome counts as resolved.

    >>> is_resolved("A"), is_resolved("C"), is_resolved(None)
    (True, False, False)
    """
    known = codelists.outcomes().get(outcome or "")
    return known is not None and known.result is Result.RESOLVED


def needs(outcome: str | None, need: Need) -> bool:
    """Whether something must stand beside an outcome for it to be believed."""
    known = codelists.outcomes().get(outcome or "")
    return known is not None and known.needs is need


def is_aside(kind: str | None) -> bool:
    """Whether a kind leaves this process: complaint and denunciation have laws of their own."""
    known = codelists.kinds().get(kind or "")
    return known is not None and known.aside


def is_told_apart(kind: str | None) -> bool:
    """Whether a kind is one that words hint at: a person has told it, and is not asked again."""
    known = codelists.kinds().get(kind or "")
    return known is not None and bool(known.words)


def needs_action(status: str | None, outcome: str | None) -> bool:
    """Whether somebody still has to do something; so it is while nothing says otherwise.

    >>> needs_action(None, None), needs_action("03", "A"), needs_action("04", None)
    (True, False, False)
    """
    known = codelists.outcomes().get(outcome or "")
    if known is not None and known.work is Work.OVER:
        return False
    return status is None or is_open(status)
