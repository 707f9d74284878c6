"""A network: links over members, as facts stand; a value, so that history is never overwritten."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

import attrs

from ..clauses.pairing import PairingRule, Party
from ..people import Household, School, Student, Teacher
from ..places import CodeChange, CountyList
from ..values.errors import WITHHELD, CallError, Code, DataError, Problem
from ..values.given import day_given, is_several, not_several, strays
from ..values.spans import Span
from .link import PairingLink, Partner, counted
from .member import Member, PairedSubject, member_of, with_newest_codes
from .tiers import tiers_named

_ENDS = (School, Teacher, Student, Household, Member)


def _links(links: Iterable[PairingLink]) -> Any:
    return tuple(links) if is_several(links) else links  # anything else is left for the check


def _changes(changes: Iterable[CodeChange]) -> Any:
    return tuple(changes) if is_several(changes) else changes


def _members(members: Iterable[PairedSubject | Member]) -> Any:
    if not is_several(members):
        return members
    return tuple(member_of(m) if isinstance(m, _ENDS) else m for m in members)


@attrs.frozen
class Network:
    """Links over a set of members.

    Attributes:
        links: All links, those that have ended included, in the order of their ledger.
        county_changes: Code changes of counties that the library does not know of, such as a policy's own.
        members: Whoever may stand at an end; subjects are taken as members, their places by the newest codes.
        poor_counties: The list by which a county is a poor one, where a member does not say so itself.

    Raises:
        DataError: Something is neither a link nor a member, or a member is listed twice.
    """

    links: tuple[PairingLink, ...] = attrs.field(default=(), converter=_links, repr=counted)
    members: tuple[Member, ...] = attrs.field(default=(), converter=_members, repr=counted)
    poor_counties: CountyList | None = attrs.field(default=None, kw_only=True, repr=False)
    county_changes: tuple[CodeChange, ...] = attrs.field(
        default=(), converter=_changes, kw_only=True, repr=False
    )

    def __attrs_post_init__(self) -> None:
        problems = [
            problem
            for name, kind, items in (
                ("links", PairingLink, self.links),
                ("members", Member, self.members),
            )
            for problem in (
                strays(name, items, kind)
                if isinstance(items, tuple)
                else [not_several(name, items)]
            )
        ]
        if not isinstance(self.county_changes, tuple) or not all(
            isinstance(change, CodeChange) for change in self.county_changes
        ):
            expected = "expected several CodeChange, in a list"
            problems.append(Problem(Code.WRONG_TYPE, "county_changes", None, expected))
        if self.poor_counties is not None and not isinstance(self.poor_counties, CountyList):
            expected = "expected a CountyList"
            problems.append(Problem(Code.WRONG_TYPE, "poor_counties", None, expected))
        if not problems:
            first: dict[tuple[Party, str], int] = {}
            problems = [
                Problem(
                    Code.DUPLICATE,
                    f"members[{place}]",
                    WITHHELD,
                    f"expected each member once; members[{first[m.key]}] is the same {m.party.value}",
                )
                for place, m in enumerate(self.members)
                if first.setdefault(m.key, place) != place
            ]
        if problems:
            raise DataError(problems)
        newest = tuple(with_newest_codes(m, self.county_changes) for m in self.members)
        object.__setattr__(self, "members", newest)  # which codes are the newest, the changes say

    @functools.cached_property
    def _by_key(self) -> Mapping[tuple[Party, str], Member]:
        return MappingProxyType({m.key: m for m in self.members})

    @functools.cached_property
    def by_helper(self) -> Mapping[tuple[Party, str], tuple[PairingLink, ...]]:
        """The links of each helper."""
        return _grouped((link.helper.key, link) for link in self.links)

    @functools.cached_property
    def by_recipient(self) -> Mapping[tuple[Party, str], tuple[PairingLink, ...]]:
        """The links of each recipient."""
        return _grouped((link.recipient.key, link) for link in self.links)

    @functools.cached_property
    def rules(self) -> tuple[PairingRule, ...]:
        """The tiers its links carry out, in the order they first turn up."""
        return tuple({link.rule.id: link.rule for link in self.links}.values())

    def member(self, partner: Partner) -> Member | None:
        """The member that stands at an end; None where nobody knows it."""
        return self._by_key.get(partner.key)

    def on(self, day: datetime.date) -> tuple[PairingLink, ...]:
        """The links that hold on a day.

        Raises:
            CallError: It is no calendar date.
        """
        day = day_given("day", day)
        return tuple(link for link in self.links if link.holds(day))

    def only(self, rules: Iterable[PairingRule | str]) -> Network:
        """The same members with the links of some tiers only; a clause's id stands for all its tiers.

        Raises:
            CallError: An id names none of its tiers; a tier itself may be one that no link carries out.
        """
        ids = tiers_named(rules, self.rules)
        kept = [link for link in self.links if link.rule.id in ids]
        return attrs.evolve(self, links=kept)

    def standing(self, link: PairingLink) -> Span | None:
        """The days on which a link holds and both its ends are there.

        None where there is no such day, and where an end is not known; `known` tells the two apart.
        """
        helper, recipient = self.member(link.helper), self.member(link.recipient)
        if helper is None or recipient is None:
            return None
        common = link.life.common(helper.life)
        return None if common is None else common.common(recipient.life)

    def possible(self, link: PairingLink) -> Span | None:
        """The days on which a link holds and those of its ends that are known are there; None where there are none."""
        days: Span | None = link.life
        for member in (self.member(link.helper), self.member(link.recipient)):
            if days is not None and member is not None:
                days = days.common(member.life)
        return days

    def known(self, link: PairingLink) -> bool:
        """Whether both ends of a link are members."""
        return self.member(link.helper) is not None and self.member(link.recipient) is not None

    def require(self, link: PairingLink) -> None:
        """Refuse a link that is not one of its own.

        Raises:
            CallError: It has no such link.
        """
        if link not in self.links:
            expected = "expected a link of the network"
            raise CallError(Problem(Code.UNKNOWN_NAME, "link", WITHHELD, expected))


def _grouped(
    pairs: Iterable[tuple[tuple[Party, str], PairingLink]],
) -> Mapping[tuple[Party, str], tuple[PairingLink, ...]]:
    groups: dict[tuple[Party, str], list[PairingLink]] = {}
    for key, link in pairs:
        groups.setdefault(key, []).append(link)
    return MappingProxyType({key: tuple(links) for key, links in groups.items()})
