"""One entry for each person and petition, and the id under which a petition stays known."""

from toolkit.identity import merging, numbering
from toolkit.identity.foresight import Numbering
from toolkit.identity.merging import merge, merge_people, merge_petitions
from toolkit.identity.numbering import identify, unit_prefix
from toolkit.identity.register import Changes, Known, Register

NOTICES = (*merging.NOTICES, *numbering.NOTICES)

__all__ = [
    "NOTICES",
    "Changes",
    "Known",
    "Numbering",
    "Register",
    "identify",
    "merge",
    "merge_people",
    "merge_petitions",
    "unit_prefix",
]
