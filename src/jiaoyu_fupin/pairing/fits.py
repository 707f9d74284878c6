"""Whether a member is one that a clause asks for, and whether two lie together: yes, no, or not known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

import attrs

from ..clauses.pairing import End, SameArea
from ..people.labels import Ownership, SchoolLevel
from ..places import CountyList
from .member import Member, in_contiguous_area, in_poor_county


def some_end_fits(
    ends: Iterable[End], member: Member, stated: SchoolLevel | None, counties: CountyList | None
) -> tuple[bool | None, tuple[str, ...]]:
    """Whether a member is one that any of some ends describes.

    Args:
        ends: What the clause asks for.
        member: Who stands there.
        stated: The level that the link states.
        counties: The list of poor counties.

    Returns:
        True; None and the facts that would have to be known; or False and the facts that speak against it.
    """
    direct = _some_end(ends := tuple(ends), member, stated, counties)
    if direct[0] is not None or not alternatives(ends):
        return direct
    # ends that take up every answer between them fit whatever the answer is
    filled = [
        attrs.evolve(member, ownership=ownership, good=good)
        for ownership in ([*Ownership] if member.ownership is None else [member.ownership])
        for good in ([True, False] if member.good is None else [member.good])
    ]
    if all(_some_end(ends, one, stated, counties)[0] for one in filled):
        return True, ()
    return direct


def alternatives(ends: Iterable[End]) -> bool:
    """Whether some ends differ in whom they take by ownership, so that one may fit where the other does not."""
    return len({end.ownership for end in ends}) > 1


def _some_end(
    ends: Iterable[End], member: Member, stated: SchoolLevel | None, counties: CountyList | None
) -> tuple[bool | None, tuple[str, ...]]:
    unknown: dict[str, None] = {}
    against: dict[str, None] = {}
    for end in ends:
        if end.party is not member.party:
            continue
        asked = list(_asked(end, member, stated, counties))
        wrong = [name for name, answer in asked if answer is False]
        open_ = [name for name, answer in asked if answer is None]
        if not wrong and not open_:
            return True, ()
        against |= dict.fromkeys(wrong)
        if not wrong:
            unknown |= dict.fromkeys(open_)
    return (None, tuple(unknown)) if unknown else (False, tuple(against))


def _asked(
    end: End, member: Member, stated: SchoolLevel | None, counties: CountyList | None
) -> Iterator[tuple[str, bool | None]]:
    """Each fact that an end asks for, and whether the member has it."""
    if end.kinds:
        yield "kind", None if member.kind is None else member.kind in end.kinds
    if end.levels:
        levels = {member.level, stated} - {None}
        yield "level", levels <= {*end.levels} if levels else None
    if end.ownership is not None:
        yield "ownership", None if member.ownership is None else member.ownership is end.ownership
    if end.good:
        yield "good", member.good
    if end.weak:
        yield "weak", member.weak
    if end.poor_county:
        yield "poor_county", in_poor_county(member, counties)
    if end.contiguous_area:
        yield "contiguous_area", in_contiguous_area(member, counties)
    if end.poor:
        yield "poor", member.poor
    if end.left_behind:
        yield "left_behind", member.left_behind
    if end.rural:
        yield "rural", member.rural


def lie_together(
    within: SameArea, one: Member, other: Member
) -> tuple[bool | None, tuple[str, ...]]:
    """Whether two lie in one city, county or township; older codes of a county count as its newest.

    Places of different counties are not of one township, whatever else is unknown.
    """
    counties = (one.county_now, other.county_now)
    match within:
        case SameArea.ANYWHERE:
            return True, ()
        case SameArea.CITY:
            return _same("county", *(c[:4] if c else None for c in counties))
        case SameArea.COUNTY:
            return _same("county", *counties)
        case SameArea.TOWNSHIP:
            apart = _same("county", *counties)
            if apart[0] is False:
                return apart
            return _same("township", one.township_now, other.township_now)
        case _:
            assert_never(within)


def _same(fact: str, *places: str | None) -> tuple[bool | None, tuple[str, ...]]:
    if None in places:
        return None, (fact,)
    same = len(set(places)) == 1
    return same, () if same else (fact,)
