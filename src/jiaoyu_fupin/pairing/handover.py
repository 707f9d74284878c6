"""Opening, ending and handing over links: each gives a new network, and what was stays in it."""

from __future__ import annotations

import datetime

import attrs

from ..values.errors import WITHHELD, CallError, Code, Problem, unknown_name
from ..values.given import day_given, require
from .link import PairingLink, Partner
from .member import Member
from .network import Network


def open_link(network: Network, link: PairingLink) -> Network:
    """The network with one more link."""
    require(network=(network, Network), link=(link, PairingLink))
    return attrs.evolve(network, links=(*network.links, link))


def end_link(network: Network, link: PairingLink, last: datetime.date) -> Network:
    """The network with a link ended: it holds for the last time on that day.

    Raises:
        CallError: The network has no such link, or it does not hold on that day.
    """
    require(network=(network, Network), link=(link, PairingLink))
    network.require(link)
    return _exchanged(network, link, _ended(link, last))


def hand_over(
    network: Network,
    link: PairingLink,
    to: Partner,
    on: datetime.date,
    *,
    unit: str | None = None,
    affiliation: str | None = None,
) -> Network:
    """The network with a link handed over: the old helper's ends the day before, the new one's starts on the day.

    Args:
        network: The network.
        link: The link that is handed over; it stays, with its end.
        to: The new helper.
        on: The new helper's first day.
        unit: The new helper's unit.
        affiliation: What that unit belongs to.

    Raises:
        CallError: The network has no such link, it does not hold up to the day before, or goes to whoever has it.
        DataError: The tier does not allow the new helper.
    """
    require(network=(network, Network), link=(link, PairingLink), to=(to, Partner))
    network.require(link)
    if to.key == link.helper.key:
        expected = "expected another helper than the one who has it"
        raise CallError(Problem(Code.CONFLICT, "to", WITHHELD, expected))
    day = day_given("on", on)
    if day <= link.since:
        expected = f"expected a day after the link's first, {link.since}"
        raise CallError(Problem(Code.OUT_OF_RANGE, "on", str(day), expected))
    if link.until is not None and link.until < day:
        expected = f"expected a day up to the link's last, {link.until}"
        raise CallError(Problem(Code.OUT_OF_RANGE, "on", str(day), expected))
    ended = _ended(link, day.subtract(days=1))
    started = attrs.evolve(
        link, helper=to, since=day, until=link.until, unit=unit, affiliation=affiliation
    )
    return open_link(_exchanged(network, link, ended), started)


@attrs.frozen
class Departure:
    """What somebody leaves behind.

    Attributes:
        network: The network after the last day: links ended, the member closed.
        to_pair_again: The links whose other end has to be paired again: those that ended so, and those a helper who
            leaves would only have begun.
        dropped: Links that would only have begun after the last day; they are in the network no more.
    """

    network: Network
    to_pair_again: tuple[PairingLink, ...]
    dropped: tuple[PairingLink, ...]


def leave(network: Network, who: Partner, last: datetime.date) -> Departure:
    """A helper or a recipient leaves after a last day: its links end with it, and are listed to be paired again.

    Raises:
        CallError: Nobody of that id is a member, or it left or only came at another time.
    """
    require(network=(network, Network), who=(who, Partner))
    day = day_given("last", last)
    member = network.member(who)
    if member is None:
        raise CallError(attrs.evolve(unknown_name("member", "", ()), value=WITHHELD))
    if not member.life.holds(day):
        expected = f"expected a day on which it is there, {member.life}"
        raise CallError(Problem(Code.OUT_OF_RANGE, "last", str(day), expected))
    links: list[PairingLink] = []
    again: list[PairingLink] = []
    dropped: list[PairingLink] = []
    for link in network.links:
        own = who.key in {link.helper.key, link.recipient.key}
        if not own or (link.until is not None and link.until <= day):
            links.append(link)
        elif link.since > day:
            dropped.append(link)
            if who.key == link.helper.key:  # whoever was to be helped needs another helper
                again.append(link)
        else:
            links.append(_ended(link, day))
            again.append(links[-1])
    members = [_closed(m, day) if m is member else m for m in network.members]
    after = attrs.evolve(network, links=links, members=members)
    return Departure(after, tuple(again), tuple(dropped))


def _closed(member: Member, day: datetime.date) -> Member:
    return attrs.evolve(member, closed=day)


def _ended(link: PairingLink, last: datetime.date) -> PairingLink:
    day = day_given("last", last)
    if not link.holds(day):
        expected = f"expected a day on which the link holds, {link.life}"
        raise CallError(Problem(Code.OUT_OF_RANGE, "last", str(day), expected))
    return attrs.evolve(link, until=day)


def _exchanged(network: Network, old: PairingLink, new: PairingLink) -> Network:
    place = network.links.index(old)
    return attrs.evolve(network, links=(*network.links[:place], new, *network.links[place + 1 :]))
