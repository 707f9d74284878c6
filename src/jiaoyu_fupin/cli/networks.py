"""The network that a pairing ledger and its rosters make up, for the commands."""

from __future__ import annotations

import argparse
import functools
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final

import attrs

from ..clauses.pairing import PairingRule, Party
from ..clauses.policy import Policy
from ..pairing.link import PairingLink
from ..pairing.member import Member, member_of
from ..pairing.network import Network
from ..people import Household, School, Student, Subject, Teacher
from ..people.fact import FactSpec, Kind
from ..rosters import read_roster
from ..rosters.ledgers import LedgerRows, read_members, read_pairings
from ..rosters.limits import limits_from
from ..rules.facts import Handle, Words, own_day, own_flag
from ..values.errors import WITHHELD, Code, DataError, Problem, in_row
from ..values.text import Text
from .messages import say_notice, say_problems

ROSTERS: Final[Mapping[str, tuple[type[Subject], Party]]] = MappingProxyType(
    {
        "schools": (School, Party.SCHOOL),
        "teachers": (Teacher, Party.TEACHER),
        "students": (Student, Party.STUDENT),
        "households": (Household, Party.HOUSEHOLD),
    }
)
"""The rosters of members, by option."""


@attrs.frozen
class LedgerNetwork:
    """A network and where its links stand in their ledger.

    Attributes:
        network: The network.
        rows: The row of each of its links, in their order; the header is row 1.
    """

    network: Network
    rows: tuple[int, ...]

    def row(self, link: PairingLink) -> int | None:
        """The row of a link of the network; of two that are alike each has its own."""
        return self._rows.get(id(link))

    @functools.cached_property
    def _rows(self) -> Mapping[int, int]:
        links = zip(self.network.links, self.rows, strict=True)
        return MappingProxyType({id(link): row for link, row in links})


# a notice is said in all languages one after the other: what is named is named once, at its end
_BARE = Text(
    "下列各方没有名册，只据台账：{kinds:-}",
    "these have no roster and are known from the ledger only: {kinds}.",
)


def network_of(
    args: argparse.Namespace, policy_: Policy, rules: Iterable[PairingRule]
) -> LedgerNetwork:
    """The ledger's links over the members of the rosters; kinds without a roster are known from the ledger alone.

    Which counties are poor, and which codes are one county's, the policy says.

    Raises:
        DataError: A member is listed twice: each such row of the table of members is named.
    """
    limits = limits_from(args.limit)
    ledger = read_pairings(
        args.ledger, rules, rule=args.rule, encoding=args.encoding, limits=limits
    )
    say_ledger(ledger)
    members: list[Member] = []
    listed: set[Party] = set()
    first: dict[tuple[Party, str], str] = {}
    for name, (subject, party) in ROSTERS.items():
        path = getattr(args, name)
        if path is not None:
            listed.add(party)
            roster = read_roster(
                path,
                subject=subject,
                own=further_facts(subject),
                county_changes=policy_.county_changes,
                encoding=args.encoding,
                limits=limits,
            )
            for notice in roster.notices:
                say_notice(notice)
            known = [member_of(_pairable(s)) for s in roster.subjects()]
            first |= {member.key: path.name for member in known}
            members += known
    if args.members is not None:
        table = read_members(args.members, encoding=args.encoding, limits=limits)
        say_ledger(table)
        _refuse_twice(table, args.members.name, first)
        listed |= {m.party for m in table.items}
        members += table.items
    bare = {
        partner.key: Member(party=partner.party, id=partner.id)
        for link in ledger.items
        for partner in (link.helper, link.recipient)
        if partner.party not in listed
    }
    if bare:
        kinds = ", ".join(sorted({f"{party.zh} ({party.value})" for party, _ in bare}))
        say_notice(_BARE.filled(kinds=kinds))
    network = Network(
        ledger.items,
        (*members, *bare.values()),
        poor_counties=policy_.poor_counties,
        county_changes=policy_.county_changes,
    )
    return LedgerNetwork(network, ledger.rows)


def _refuse_twice(
    table: LedgerRows[Member], file: str, first: dict[tuple[Party, str], str]
) -> None:
    """Refuse members that were listed before, by where they were listed first."""
    problems = []
    for member, row in zip(table.items, table.rows, strict=True):
        place = in_row(file, row)
        before = first.setdefault(member.key, place)
        if before is not place:
            expected = f"expected each member once; this {member.party.value} is in {before}"
            problems.append(Problem(Code.DUPLICATE, place, WITHHELD, expected))
    if problems:
        raise DataError(problems)


def _pairable(subject: Subject) -> School | Teacher | Student | Household:
    if not isinstance(subject, School | Teacher | Student | Household):
        raise TypeError(type(subject).__name__)
    return subject


def further_facts(subject: type[Subject]) -> tuple[Handle, ...]:
    """The facts that rosters may have for pairing, besides their own columns."""
    facts: tuple[Handle, ...] = (
        own_day(subject, "opened", "设立日期", "first day"),
        own_day(subject, "closed", "终止日期", "last day"),
    )
    if subject is School:
        facts += (
            own_flag(subject, "good", "优质", "on the list of good schools"),
            own_flag(subject, "weak", "薄弱", "on the list of weak schools"),
        )
    if subject is Household:
        village = FactSpec("village", Text("所在村", "village"), Kind.WORDS)
        facts += (Words(subject, village, own=True),)
    if subject is not Teacher:
        facts += (
            own_flag(subject, "contiguous_area", "连片特困地区", "in a contiguous destitute area"),
        )
    return facts


def say_ledger(ledger: LedgerRows[Any]) -> None:
    """Write what a reader has to know of a ledger to standard error."""
    for notice in ledger.notices:
        say_notice(notice)
    say_problems(ledger.problems)
