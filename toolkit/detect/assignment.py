"""Give each column at most one meaning and each meaning at most one column, best as a whole."""

from collections.abc import Hashable, Mapping, Sequence
from math import inf
from typing import TypeVar

Column = TypeVar("Column", bound=Hashable)
Meaning = TypeVar("Meaning", bound=Hashable)


def assign(worth: Mapping[tuple[Column, Meaning], float]) -> dict[Column, Meaning]:
    """The pairs whose worth adds up to the most; pairs that are not given are worth nothing.

    Of equally good ones, the columns and meanings that were given first.

    >>> assign({("A", "x"): 1.0, ("A", "y"): 0.9, ("B", "x"): 0.8})
    {'A': 'y', 'B': 'x'}
    """
    columns = list(dict.fromkeys(column for column, _ in worth))
    meanings = list(dict.fromkeys(meaning for _, meaning in worth))
    costs = [
        [-worth.get((column, meaning), 0.0) for meaning in meanings] + [0.0] * len(columns)
        for column in columns
    ]
    chosen = _cheapest(costs)
    return {
        column: meanings[place]
        for column, place in zip(columns, chosen, strict=True)
        if place < len(meanings) and worth.get((column, meanings[place]), 0.0) > 0
    }


def _cheapest(costs: Sequence[Sequence[float]]) -> list[int]:
    """For each row its place in the cheapest matching (Kuhn–Munkres, by shortest paths)."""
    places = len(costs[0]) if costs else 0
    rows_price, place_price = [0.0] * (len(costs) + 1), [0.0] * (places + 1)
    owner = [0] * (places + 1)
    for row in range(1, len(costs) + 1):
        owner[0] = row
        place, came_from = _shortest(costs, owner, rows_price, place_price)
        while place:
            owner[place] = owner[came_from[place]]
            place = came_from[place]
    chosen = [0] * len(costs)
    for place in range(1, places + 1):
        if owner[place]:
            chosen[owner[place] - 1] = place - 1
    return chosen


def _shortest(
    costs: Sequence[Sequence[float]],
    owner: Sequence[int],
    rows_price: list[float],
    place_price: list[float],
) -> tuple[int, list[int]]:
    """The nearest free place from the row at place 0, and the way there; prices are raised."""
    places = len(place_price)
    distance, came_from, seen = [inf] * places, [0] * places, [False] * places
    place = 0
    while owner[place]:
        seen[place] = True
        row, step, nearest = owner[place], inf, 0
        for other in range(1, places):
            if seen[other]:
                continue
            price = costs[row - 1][other - 1] - rows_price[row] - place_price[other]
            if price < distance[other]:
                distance[other], came_from[other] = price, place
            if distance[other] < step:
                step, nearest = distance[other], other
        for other in range(places):
            if seen[other]:
                rows_price[owner[other]] += step
                place_price[other] -= step
            else:
                distance[other] -= step
        place = nearest
    return place, came_from
