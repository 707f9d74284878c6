"""Circles of schools that help each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from .link import PairingLink
from .rule import Party


def cyclic(links: Iterable[PairingLink]) -> Iterator[tuple[PairingLink, ...]]:
    """The links between schools that lie on a circle on some day, circle by circle, whatever their clauses."""
    between = [
        link
        for link in links
        if link.helper.party is Party.SCHOOL and link.recipient.party is Party.SCHOOL
    ]
    suspects = list(_in_circles(between))  # whenever they hold
    seen: set[tuple[int, ...]] = set()
    for circle in suspects:
        # a circle that stands on any day stands on the first day of its youngest link
        for day in sorted({link.since for link in circle}):
            holding = [link for link in circle if link.holds(day)]
            for found in _in_circles(holding):
                mark = tuple(map(id, found))
                if mark not in seen:
                    seen.add(mark)
                    yield tuple(found)


def _in_circles(links: Sequence[PairingLink]) -> Iterator[list[PairingLink]]:
    """The links of each strongly connected part."""
    part = _parts([(link.helper.id, link.recipient.id) for link in links])
    groups: dict[int, list[PairingLink]] = {}
    for link in links:
        if part[link.helper.id] == part[link.recipient.id]:
            groups.setdefault(part[link.helper.id], []).append(link)
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
    part: dict[str, int] = {}
    for number, root in enumerate(reversed(order)):
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
