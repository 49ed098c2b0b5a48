"""Which records speak of the same person, of the same petition, and which answer belongs where.

Only what is certain is put together. What is merely likely is shown to a person, with both
cells, and stays apart. Nothing here compares all pairs: see `toolkit.values.likeness`.
"""

from toolkit.link import copies, names, notices, people, petitions, quotations
from toolkit.link.copies import newest_first
from toolkit.link.names import near_names
from toolkit.link.people import same_people
from toolkit.link.petitions import same_petitions
from toolkit.link.responses import Ids, link

NOTICES = (
    *copies.NOTICES,
    *names.NOTICES,
    *notices.NOTICES,
    *people.NOTICES,
    *petitions.NOTICES,
    *quotations.NOTICES,
)

__all__ = ["NOTICES", "Ids", "link", "near_names", "newest_first", "same_people", "same_petitions"]
