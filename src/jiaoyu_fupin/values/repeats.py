"""Things that say something of the same: whichever of them is right, nobody can tell."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

P = TypeVar("P")


def repeated(keyed: Iterable[tuple[Hashable, P]]) -> Iterator[tuple[P, ...]]:
    """The places of one key, for each key that stands in several places, in the order they first turn up.

    Args:
        keyed: Keys, each with its place, such as a row.

    >>> list(repeated([("a", 2), ("b", 3), ("a", 4)]))
    [(2, 4)]
    """
    first: dict[Hashable, P] = {}
    others: dict[Hashable, list[P]] = {}
    for key, place in keyed:
        if key in first:
            others.setdefault(key, [first[key]]).append(place)
        else:
            first[key] = place
    return map(tuple, others.values())
