"""What petitions are called, before it is known who answers them and what belongs together.

Staff type the ids of the follow-up table into their answers. Such an answer finds its petition by
the id that an earlier run gave, or that this run is about to give.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from toolkit.identity.merging import merge_petitions
from toolkit.identity.numbering import NO_NAME, identify
from toolkit.identity.register import Known, Register
from toolkit.model import Cluster, Record
from toolkit.values import hamlets
from toolkit.values.likeness import identifier
from toolkit.values.texts import fold


@dataclass(frozen=True, slots=True)
class Numbering:
    """By what petitions get their ids: those given in earlier runs, the unit and the year."""

    register: Register = field(default_factory=Register)
    unit: str = ""
    year: int = 0

    def of_clusters(self, clusters: Sequence[Cluster]) -> Mapping[int, str]:
        """The id that each record's petition will have, by the identity (`id`) of the record."""
        entries, _ = merge_petitions(clusters, ())
        named, *_ = identify(entries, self.register, self.unit, self.year)
        return {
            id(record): entry.id
            for entry, cluster in zip(named, clusters, strict=True)
            for record in cluster.records
        }

    def telling(self, names: Iterable[str]) -> frozenset[str]:
        """Those of the ids that say by themselves which petition is meant.

        They were given before, or they name the unit. A new `KN-2026-001` may be anybody's.
        """
        given = {identifier(known.id) for known in self.register.petitions}
        return frozenset(
            name
            for name in names
            if identifier(name) in given or not name.startswith(f"{NO_NAME}-")
        )

    def of_records(self, records: Iterable[Record]) -> Mapping[int, str]:
        """The ids of earlier runs for records that say the same as then and have no own id.

        Content must be the same, petitioner and hamlet must not differ. What fits several has
        none.
        """
        known: dict[str, list[Known]] = defaultdict(list)
        for petition in self.register.petitions:
            if petition.present and petition.content:
                known[fold(petition.content)].append(petition)
        found = {}
        for record in records:
            if not identifier(record.text("petition_id")):
                same = known.get(fold(record.text("content")), ())
                fitting = [petition for petition in same if _fits(record, petition)]
                if len(fitting) == 1:
                    found[id(record)] = fitting[0].id
        return found


def _fits(record: Record, petition: Known) -> bool:
    """Whether nothing that is known of both differs."""
    _, petitioner, hamlet = petition.fingerprint
    pairs = (
        (fold(record.text("petitioner")), petitioner),
        (hamlets.key(record.text("hamlet")), hamlet),
    )
    return all(not one or not other or one == other for one, other in pairs)
