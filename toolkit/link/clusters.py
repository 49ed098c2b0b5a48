"""From pairs of records that belong together to clusters in which nothing contradicts."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from toolkit.decisions import Pairs
from toolkit.model import Cluster, Record

Facts: TypeAlias = Mapping[str, Hashable]
"""What tells things apart: two records with different values for one key are not the same."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Positions of two records that speak of the same; the smaller first.

    A `strong` pair stays together even where facts differ: both have the same id.
    """

    first: int
    second: int
    strong: bool = False


def partition(
    records: Sequence[Record],
    pairs: Sequence[Pair],
    facts: Sequence[Facts],
    hard: Callable[[str], bool] = lambda _: False,
) -> tuple[Cluster, ...]:
    """Every record in exactly one cluster, in the order of first appearance.

    Pairs reach further than two records: A with B and B with C put A with C, though the facts of
    A and C may differ. Of such a chain only the strong pairs are kept, and those whose facts are
    the very same; and none of it if even then a `hard` fact differs.
    """
    clusters: list[tuple[int, ...]] = []
    for chain, inside in _chains(range(len(records)), pairs):
        if not inside or consistent(facts[position] for position in chain):
            clusters.append(chain)
            continue
        sure = [p for p in inside if p.strong or facts[p.first] == facts[p.second]]
        for part, _ in _chains(chain, sure):
            told = [{k: v for k, v in facts[position].items() if hard(k)} for position in part]
            clusters.extend([part] if consistent(told) else [(position,) for position in part])
    return tuple(Cluster(tuple(records[p] for p in members)) for members in sorted(clusters))


def obeying(pairs: Sequence[Pair], decided: Pairs) -> list[Pair]:
    """The pairs with those that people put together, without what joins whom they kept apart.

    Of two pairs that together would join them, the first stays; what was decided comes first.

    >>> obeying([Pair(0, 1), Pair(1, 2)], Pairs(apart=frozenset({(0, 2)})))
    [Pair(first=0, second=1, strong=False)]
    """
    own = [Pair(*pair, strong=True) for pair in sorted(decided.together)]
    if not decided.apart:
        return [*own, *pairs]
    foes: dict[int, set[int]] = defaultdict(set)
    for one, other in decided.apart:
        foes[one].add(other)
        foes[other].add(one)
    groups: dict[int, set[int]] = {}
    kept = []
    for pair in [*own, *pairs]:
        first = groups.setdefault(pair.first, {pair.first})
        second = groups.setdefault(pair.second, {pair.second})
        if first is not second and any(foes[member] & second for member in first):
            continue
        kept.append(pair)
        if first is not second:
            first |= second
            groups.update(dict.fromkeys(second, first))
    return kept


def reconciled(facts: Sequence[Facts], decided: Pairs) -> list[Facts]:
    """The facts without those in which records differ that people put together all the same.

    >>> reconciled([{"year": 1960, "name": "an"}, {"year": 1961}], Pairs(frozenset({(0, 1)})))
    [{'name': 'an'}, {}]
    """
    held = [dict(each) for each in facts]
    for one, other in sorted(decided.together):
        first, second = facts[one], facts[other]
        for key in first.keys() & second.keys():
            if first[key] != second[key]:
                held[one].pop(key, None)
                held[other].pop(key, None)
    return list(held)


def consistent(facts: Iterable[Facts]) -> bool:
    """Whether no two of them say different things of the same key."""
    known: dict[str, Hashable] = {}
    for each in facts:
        for key, value in each.items():
            if known.setdefault(key, value) != value:
                return False
    return True


def _chains(
    positions: Iterable[int], pairs: Iterable[Pair]
) -> list[tuple[tuple[int, ...], list[Pair]]]:
    """The positions that pairs connect, with the pairs that do so."""
    leader = {position: position for position in positions}

    def find(position: int) -> int:
        while leader[position] != position:
            leader[position] = leader[leader[position]]
            position = leader[position]
        return position

    for pair in (pairs := list(pairs)):
        low, high = sorted((find(pair.first), find(pair.second)))
        leader[high] = low
    members: dict[int, tuple[list[int], list[Pair]]] = defaultdict(lambda: ([], []))
    for position in sorted(leader):
        members[find(position)][0].append(position)
    for pair in pairs:
        members[find(pair.first)][1].append(pair)
    return [(tuple(chain), inside) for chain, inside in members.values()]


def cluster_numbers(records: Sequence[Record], clusters: Sequence[Cluster]) -> list[int]:
    """For each record, in which of the clusters it is."""
    numbers = {id(r): number for number, cluster in enumerate(clusters) for r in cluster.records}
    return [numbers[id(record)] for record in records]


def known_of_clusters(
    records: Sequence[Record], clusters: Sequence[Cluster], facts: Sequence[Facts]
) -> list[Facts]:
    """For each record, all that is known of its cluster."""
    numbers = cluster_numbers(records, clusters)
    known: dict[int, dict[str, Hashable]] = defaultdict(dict)
    for number, own in zip(numbers, facts, strict=True):
        known[number] = {**own, **known[number]}
    return [known[number] for number in numbers]


def merges(clusters: Iterable[Cluster]) -> Iterator[tuple[Record, Record]]:
    """Each record that was merged, with an earlier one: of the same table if there is one."""
    for cluster in clusters:
        for number, record in enumerate(cluster.records[1:], start=1):
            earlier = cluster.records[:number]
            yield record, next((e for e in earlier if same_table(e, record)), earlier[0])


def same_table(one: Record, other: Record) -> bool:
    """Whether two records come from one table."""
    return table_of(one) == table_of(other)


def table_of(record: Record) -> tuple[str | int, ...]:
    """What names the table a record comes from."""
    table = record.table
    first = table.columns[0].number if table.columns else 0
    return table.workbook, table.sheet.name, *table.header_rows[:1], first


def order_of(record: Record, field: str) -> tuple[str | int, ...]:
    """Sorts records the same way, in whatever order the files were read."""
    cell = record.cell(field)
    return cell.workbook, cell.sheet, cell.row, cell.column, record.part


def shown(record: Record, field: str) -> str | None:
    """What stands in the cell of a field, as the user sees it; None if nothing does."""
    return record.typed.get(field) or record.text(field) or None
