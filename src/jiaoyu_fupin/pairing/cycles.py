"""Circles of schools that help each other."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

Arrow: TypeAlias = tuple[str, str, datetime.date, datetime.date | None]
"""Who helps, who is helped, the first day, and the last or None."""


def circles(arrows: Sequence[Arrow]) -> Iterator[tuple[int, ...]]:
    """The places of the arrows that lie on a circle on some day, circle by circle.

    >>> year = datetime.date(2017, 1, 1), datetime.date(2017, 12, 31)
    >>> list(circles([("A", "B", *year), ("B", "A", *year), ("B", "C", *year)]))
    [(0, 1)]
    """
    seen: set[tuple[int, ...]] = set()
    for circle in _closed(arrows, range(len(arrows))):  # whenever its arrows hold
        # a circle that stands on any day stands on the first day of its youngest arrow
        for day in sorted({arrows[place][2] for place in circle}):
            holding = [place for place in circle if _holds(arrows[place], day)]
            for found in _closed(arrows, holding):
                if (mark := tuple(found)) not in seen:
                    seen.add(mark)
                    yield mark


def _holds(arrow: Arrow, day: datetime.date) -> bool:
    return arrow[2] <= day and (arrow[3] is None or day <= arrow[3])


def _closed(arrows: Sequence[Arrow], places: Sequence[int]) -> Iterator[list[int]]:
    """The arrows inside each strongly connected part."""
    part = _parts([(arrows[place][0], arrows[place][1]) for place in places])
    groups: dict[int, list[int]] = {}
    for place in places:
        start, end = part[arrows[place][0]], part[arrows[place][1]]
        if start == end:
            groups.setdefault(start, []).append(place)
    yield from groups.values()


def _parts(arrows: Sequence[tuple[str, str]]) -> Mapping[str, int]:
    """The number of the strongly connected part that each node is in (Kosaraju: once forwards, once backwards)."""
    ahead: dict[str, list[str]] = {}
    back: dict[str, list[str]] = {}
    for start, end in arrows:
        ahead.setdefault(start, []).append(end)
        ahead.setdefault(end, [])
        back.setdefault(end, []).append(start)
        back.setdefault(start, [])
    part: dict[str, int] = {}
    for number, root in enumerate(reversed(_finished(ahead))):
        if root in part:
            continue
        part[root] = number
        waiting = [root]
        while waiting:
            for node in back[waiting.pop()]:
                if node not in part:
                    part[node] = number
                    waiting.append(node)
    return part


def _finished(ahead: Mapping[str, Sequence[str]]) -> list[str]:
    """The nodes in the order in which a search that goes deep first is done with them."""
    order: list[str] = []
    visited: set[str] = set()
    for root, nodes in ahead.items():
        if root in visited:
            continue
        visited.add(root)
        path = [(root, iter(nodes))]
        while path:
            node, onward = path[-1]
            following = next((n for n in onward if n not in visited), None)
            if following is None:
                order.append(node)
                path.pop()
            else:
                visited.add(following)
                path.append((following, iter(ahead[following])))
    return order
