"""What the codes of the two axes mean for the rules (code lists `statuses` and `outcomes`)."""

OPEN = frozenset({"01", "02", "03"})
"""New, assigned, being handled."""

ANSWERED = "04"
PASSED_ON = "05"
CLOSED = "06"

RESOLVED = "A"
PLANNED = "D"
UNSOLVED = frozenset({"E", "F"})
"""Not resolved, refused: both need a reason."""
UNRESOLVED = frozenset({"B", "D", "E"})
"""Resolved in part, planned, not resolved."""

ASIDE = frozenset({"KHN", "TC"})
"""Kinds that leave this process: complaint and denunciation have laws of their own."""

UNSORTED = "Z99"
"""The topic “other”, for which no unit is set."""


def needs_action(status: str | None, outcome: str | None) -> bool:
    """Whether somebody still has to do something; so it is while nothing says otherwise.

    >>> needs_action(None, None), needs_action("03", "A"), needs_action("04", None)
    (True, False, False)
    """
    if outcome is not None and outcome not in UNRESOLVED:
        return False
    return status is None or status in OPEN
