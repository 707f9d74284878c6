"""PairingCoverage: who of a set is reached by pairing help, on a date or throughout a period.

A link reaches somebody on the days on which it holds and both its ends are there: a link that goes on after its
helper has gone reaches nobody, and a day between one link and the next is a gap. A link whose other end is on no
roster may or may not be one: what only it would reach is unknown, as is whoever may or may not belong to the set.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Final, assert_never

import attrs

from ..clauses.pairing import PairingRule, Party
from ..clauses.target import CoveredSet
from ..places import CountyList, newest
from ..places.coordinates import PLACE_DIGITS
from ..values.errors import CallError, Code, Problem
from ..values.given import code_given, day_given, require
from ..values.label import Label
from ..values.spans import Span, gaps
from ..values.text import Text
from .link import PairingLink, counted, masked_id
from .member import Member, in_poor_area, in_poor_county, lies_in
from .network import Network


class TakesPart(Label):
    """以何身份参加结对"""

    HELPER = "helper", "帮扶方"
    RECIPIENT = "recipient", "对象"
    EITHER = "either", "任一方"


PART: Final[Mapping[CoveredSet, TakesPart]] = MappingProxyType(
    {
        of: TakesPart.EITHER
        if of in {CoveredSet.SCHOOLS, CoveredSet.TEACHERS}
        else TakesPart.RECIPIENT
        for of in CoveredSet
    }
)
"""On which end somebody has to stand to be covered, where nothing else is said.

Schools of a city and teachers are named by clauses as helpers only, so help that is to cover every school and every
teacher covers whoever takes part in it; children, households, villages and counties are those who are helped.
"""


class CoverState(Label):
    """覆盖情况"""

    COVERED = "covered", "已覆盖"
    UNCOVERED = "uncovered", "未覆盖"
    UNKNOWN = "unknown", "不明"


@attrs.frozen
class CoverItem:
    """One of a set, or one who may belong to it.

    Attributes:
        id: Its id; a county's is its code.
        belongs: Whether it belongs to the set; None where that is unknown. Whoever does not is not listed.
        reached: Whether help reaches it on every day asked about; None where that is unknown.
        gaps: The days on which no help that is known reaches it.
    """

    id: str = attrs.field(repr=masked_id)
    belongs: bool | None
    reached: bool | None
    gaps: tuple[Span, ...]

    @property
    def state(self) -> CoverState:
        """Covered or uncovered, where both that and the belonging are known."""
        if not self.belongs or self.reached is None:
            return CoverState.UNKNOWN
        return CoverState.COVERED if self.reached else CoverState.UNCOVERED


@attrs.frozen
class PairingCoverage:
    """How far help covers a set.

    Attributes:
        of: The set.
        span: The day or days asked about; covered is who is reached on all of them.
        items: The set one by one, in the order of the network's members.
        unlisted: How many more belong to the set of which not even the name is known.
        unlisted_may: How many such may belong to it, where only what lies in a place is asked about.
    """

    of: CoveredSet
    span: Span
    items: tuple[CoverItem, ...] = attrs.field(repr=counted)
    unlisted: int = 0
    unlisted_may: int = 0

    def _in(self, state: CoverState) -> tuple[CoverItem, ...]:
        return tuple(item for item in self.items if item.state is state)

    @property
    def covered(self) -> tuple[CoverItem, ...]:
        """Who belongs to the set and is reached on every day."""
        return self._in(CoverState.COVERED)

    @property
    def uncovered(self) -> tuple[CoverItem, ...]:
        """Who belongs to the set and is not: the list to work off."""
        return self._in(CoverState.UNCOVERED)

    @property
    def unknown(self) -> tuple[CoverItem, ...]:
        """Of whom one of the two is unknown."""
        return self._in(CoverState.UNKNOWN)

    @property
    def total(self) -> int:
        """How many belong to the set or may; covered, uncovered, unknown and the unlisted add up to it."""
        return len(self.items) + self.unlisted + self.unlisted_may

    @property
    def share(self) -> tuple[Fraction, Fraction] | None:
        """The least and the greatest share of the set that can be covered, exact; None where nobody may belong to it.

        Whoever may belong to the set and is reached is left out of the least and counted in the greatest; whoever
        may belong to it and is not reached, the other way round.
        """
        may: list[tuple[bool | None, bool | None]] = [(None, None)] * self.unlisted_may
        return bounds([*((i.belongs, i.reached) for i in self.items), *may], unlisted=self.unlisted)

    def text(self) -> Text:
        """What it comes to, in one line."""
        counts = (
            len(self.covered),
            len(self.uncovered),
            len(self.unknown) + self.unlisted + self.unlisted_may,
        )
        share = self.share
        shown = "—" if share is None else " … ".join(f"{float(100 * s):.2f}%" for s in share)
        covered, uncovered, unknown = counts
        return _SUMMED.filled(
            of=self.of, covered=covered, uncovered=uncovered, unknown=unknown, share=shown
        )


_SUMMED = Text(
    "{of}：已覆盖{covered}，未覆盖{uncovered}，不明{unknown}；覆盖率 {share}",
    "{of}: {covered} covered, {uncovered} uncovered, {unknown} unknown; share {share}",
)


def bounds(
    items: Iterable[tuple[bool | None, bool | None]], *, unlisted: int = 0
) -> tuple[Fraction, Fraction] | None:
    """The least and the greatest share covered, of items that belong or may, and are reached or may be.

    >>> bounds([(True, True), (True, False), (None, True), (None, False)])
    (Fraction(1, 3), Fraction(2, 3))
    """
    counts: dict[tuple[bool | None, bool | None], int] = {(True, None): unlisted}
    for item in items:
        counts[item] = counts.get(item, 0) + 1
    return share_of(counts)


def share_of(
    counts: Mapping[tuple[bool | None, bool | None], int],
) -> tuple[Fraction, Fraction] | None:
    """The same of how many there are of each sort."""
    n = {(b, r): counts.get((b, r), 0) for b in (True, None) for r in (True, False, None)}
    sure = n[True, True] + n[True, False] + n[True, None]
    least_of = sure + n[None, False] + n[None, None]
    most_of = sure + n[None, True] + n[None, None]
    if not least_of and not most_of:
        return None
    # a set that may be empty has no share then: of what is left, all is reached, or nothing
    least = Fraction(n[True, True], least_of) if least_of else Fraction(1)
    reached = most_of - n[True, False]
    most = Fraction(reached, most_of) if most_of else Fraction(0)
    return least, most


def pairing_coverage(
    network: Network,
    of: CoveredSet,
    *,
    since: datetime.date,
    until: datetime.date | None = None,
    rules: Iterable[PairingRule | str] | None = None,
    part: TakesPart | None = None,
    counties: CountyList | None = None,
    place: str | None = None,
    poor_areas: bool = False,
) -> PairingCoverage:
    """How far help covers a set on a date, or throughout a period.

    Whoever is not there on any of the days is not of the set; whoever is there on some has to be reached on these.

    Args:
        network: The network.
        of: The set.
        since: The date, or the first day of the period.
        until: The last day of the period; the date alone when left out.
        rules: The tiers, or the clauses, whose links count; all when left out.
        part: On which end somebody has to stand; as `PART` says when left out.
        counties: For counties, the list of them; the network's poor counties when left out.
        place: The code of a province, a city or a county, the newest: only who lies there belongs; whoever's county
            is unknown may.
        poor_areas: Whether only who lies in a poor county belongs, or as a school or a teacher in a poor village;
            whoever of whom neither is known may.

    Raises:
        CallError: An argument is of another type, a rule names no tier of the network, the place is no such code, or
            counties are asked about, and no list of them is at hand.
        DataError: The days are reversed.
    """
    require(
        network=(network, Network),
        of=(of, CoveredSet),
        part=(part, (TakesPart, type(None))),
        counties=(counties, (CountyList, type(None))),
        poor_areas=(poor_areas, bool),
    )
    first = day_given("since", since)
    span = Span(first, first if until is None else day_given("until", until))
    if place is not None:
        place = newest(code_given("place", place, *PLACE_DIGITS), network.county_changes)
    chosen = network if rules is None else network.only(rules)
    side = PART[of] if part is None else part
    if of is CoveredSet.COUNTIES:
        return _of_counties(chosen, span, counties or network.poor_counties, side, place)
    items = []
    for member in network.members:
        answers = [member_belongs(of, member, network.poor_counties)]
        if place is not None:
            answers.append(lies_in(member, place))
        if poor_areas:
            answers.append(in_poor_area(member, network.poor_counties))
        belongs = False if False in answers else None if None in answers else True
        whole = span.common(member.life)
        if belongs is False or whole is None:
            continue
        items.append(_item(chosen, member.id, belongs, whole, _links_of(chosen, member, side)))
    return PairingCoverage(of, span, tuple(items))


def _links_of(network: Network, member: Member, side: TakesPart) -> tuple[PairingLink, ...]:
    helping = network.by_helper.get(member.key, ())
    helped = network.by_recipient.get(member.key, ())
    match side:
        case TakesPart.HELPER:
            return helping
        case TakesPart.RECIPIENT:
            return helped
        case TakesPart.EITHER:
            return helping + helped
        case _:
            assert_never(side)


def _item(
    network: Network,
    id_: str,
    belongs: bool | None,
    whole: Span,
    links: Iterable[PairingLink],
    *,
    possible: Iterable[PairingLink] = (),
) -> CoverItem:
    links = tuple(links)
    sure = [s for link in links if (s := network.standing(link)) is not None]
    doubtful = (*(link for link in links if not network.known(link)), *possible)
    perhaps = [s for link in doubtful if (s := network.possible(link)) is not None]
    open_ = gaps(sure, whole)
    reached = True if not open_ else None if not gaps([*sure, *perhaps], whole) else False
    return CoverItem(id_, belongs, reached, open_)


def member_belongs(of: CoveredSet, member: Member, counties: CountyList | None) -> bool | None:
    """Whether a member belongs to a set; None where the facts do not say."""
    match of:
        case CoveredSet.SCHOOLS:
            return member.party is Party.SCHOOL
        case CoveredSet.TEACHERS:
            return member.party is Party.TEACHER
        case CoveredSet.REGISTERED_CHILDREN:
            return member.registered if member.party is Party.STUDENT else False
        case CoveredSet.LEFT_BEHIND_CHILDREN:
            return member.left_behind if member.party is Party.STUDENT else False
        case CoveredSet.REGISTERED_HOUSEHOLDS:
            return member.registered if member.party is Party.HOUSEHOLD else False
        case CoveredSet.POOR_VILLAGES:
            answers = (member.poor, in_poor_county(member, counties))
            if member.party is not Party.VILLAGE or False in answers:
                return False
            return None if None in answers else True
        case CoveredSet.COUNTIES:
            return False
        case _:
            assert_never(of)


def _of_counties(
    network: Network,
    span: Span,
    counties: CountyList | None,
    side: TakesPart,
    place: str | None,
) -> PairingCoverage:
    if counties is None:
        expected = "expected the list of counties that is to be covered"
        raise CallError(Problem(Code.WRONG_CALL, "counties", None, expected))
    reaching: dict[str, list[PairingLink]] = {}
    anywhere: list[PairingLink] = []
    # a county of a list by its newest code, as the members' are
    now = {c.code: newest(c.code, network.county_changes) for c in counties.counties}
    for link in network.links:
        ends = {TakesPart.HELPER: [link.helper], TakesPart.RECIPIENT: [link.recipient]}
        for partner in ends.get(side, [link.helper, link.recipient]):
            member = network.member(partner)
            county = None if member is None else member.county_now
            if county is None:
                anywhere.append(link)
            else:
                reaching.setdefault(county, []).append(link)
    items = tuple(
        _item(
            network,
            county.code,
            True,
            span,
            reaching.get(now[county.code], ()),
            possible=anywhere,
        )
        for county in counties.counties
        if place is None or now[county.code].startswith(newest(place))
    )
    if place is None:
        return PairingCoverage(CoveredSet.COUNTIES, span, items, unlisted=counties.unnamed)
    return PairingCoverage(CoveredSet.COUNTIES, span, items, unlisted_may=counties.unnamed)
