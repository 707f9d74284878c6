"""The checks of a network: what breaks a clause, and what cannot be told for want of a fact."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

import attrs
import pendulum

from ..clauses.pairing import PairingRule, Party
from ..people.labels import SchoolLevel
from ..values.given import require, several
from ..values.label import Label
from ..values.text import COLON, Text
from .cycles import circles
from .fits import lie_together, some_end_fits
from .link import HEIGHTS, PairingLink, Partner, descends
from .member import Member
from .network import Network
from .tiers import caps_given


class Check(Label):
    """结对核查项"""

    UNKNOWN_END = "unknown_end", "查无此方"
    CLOSED_END = "closed_end", "一方已不在"
    OUTLIVES = "outlives", "超出一方存续期"
    HELPER = "helper", "帮扶方条件"
    RECIPIENT = "recipient", "对象条件"
    DESCENT = "descent", "层级"
    TERRITORY = "territory", "地域"
    ONE_TO_ONE = "one_to_one", "一对一"
    CAP = "cap", "帮扶数上限"
    DUPLICATE = "duplicate", "重复结对"
    CYCLE = "cycle", "循环帮扶"


class Verdict(Label):
    """核查结果"""

    BROKEN = "broken", "不符"
    UNDETERMINED = "undetermined", "待定"


REASONS: Final[Mapping[Check, Text]] = MappingProxyType(
    {
        Check.UNKNOWN_END: Text("名册中没有这一方", "an end is on no roster"),
        Check.CLOSED_END: Text(
            "结对期间这一方始终不在", "an end was not there on any day of the link"
        ),
        Check.OUTLIVES: Text(
            "结对早于一方成立或晚于其终止",
            "the link begins before an end was there or goes on after it was gone",
        ),
        Check.HELPER: Text(
            "帮扶方不是条款所要求的", "the helper is not one that the clause asks for"
        ),
        Check.RECIPIENT: Text(
            "对象不是条款所要求的", "the recipient is not one that the clause asks for"
        ),
        Check.DESCENT: Text(
            "帮扶方的层级不高于对象", "the helper is of no higher level than the recipient"
        ),
        Check.TERRITORY: Text(
            "双方不在条款要求的同一地域", "the two do not lie together as the clause asks"
        ),
        Check.ONE_TO_ONE: Text(
            "一对一条款下同时有几个结对", "several links at once where the clause says one to one"
        ),
        Check.CAP: Text("同时帮扶的对象多于上限", "a helper has more at once than the cap"),
        Check.DUPLICATE: Text("同一结对登记了几次", "one pairing is entered several times"),
        Check.CYCLE: Text("学校之间循环帮扶", "schools help each other in a circle"),
    }
)
"""Why each check is not passed."""


@attrs.frozen
class Issue:
    """One thing that a check found.

    Attributes:
        check: The check.
        verdict: Whether a clause is broken, or cannot be told to be kept.
        links: The links at fault.
        facts: The facts that break it, or that are unknown.
    """

    check: Check
    verdict: Verdict
    links: tuple[PairingLink, ...]
    facts: tuple[str, ...] = ()

    @property
    def clauses(self) -> tuple[str, ...]:
        """The clauses that the links carry out."""
        return tuple(dict.fromkeys(link.clause for link in self.links))

    @property
    def reason(self) -> Text:
        """Why, in words; nobody is named."""
        why = REASONS[self.check]
        if self.verdict is Verdict.UNDETERMINED:
            why = _OPEN.filled(why=why)
        return COLON.filled(name=why, said=", ".join(self.facts)) if self.facts else why


_OPEN = Text("无法判定是否{why}", "it cannot be told whether {why}")


@attrs.frozen
class Checked:
    """What the checks of a network found.

    Attributes:
        links: How many links were checked.
        issues: What was found, check by check, in the order of the links; what passed is not listed.
    """

    links: int
    issues: tuple[Issue, ...]

    @property
    def broken(self) -> tuple[Issue, ...]:
        """What breaks a clause."""
        return tuple(i for i in self.issues if i.verdict is Verdict.BROKEN)

    @property
    def undetermined(self) -> tuple[Issue, ...]:
        """What cannot be told for want of a fact."""
        return tuple(i for i in self.issues if i.verdict is Verdict.UNDETERMINED)

    def issues_of(self, check: Check) -> tuple[Issue, ...]:
        """What one check found."""
        return tuple(i for i in self.issues if i.check is check)


def check_pairing(
    network: Network,
    *,
    caps: Mapping[str, int] = MappingProxyType({}),
    rules: Iterable[PairingRule] = (),
) -> Checked:
    """Check every link of a network.

    Whether a link's ends fit is asked of the facts as the members have them now. An end that is not a member is a
    fault of its own, and leaves undetermined whatever is asked of it.

    Args:
        network: The network.
        caps: By tier, how many links a helper may have at once; a tier's own cap counts where none is given here. A
            clause's id stands for its only tier.
        rules: Tiers that a cap may be given for though no link carries them out, such as all of a policy.

    Raises:
        CallError: It is not a network; a cap is below 1, or is of a tier that neither the network nor `rules` has.
    """
    require(network=(network, Network))
    most = caps_of(network.rules, caps, known=several("rules", rules, PairingRule))
    found = [issue for link in network.links for issue in _alone(network, link)]
    found += _at_once(
        network.links, Check.ONE_TO_ONE, lambda k: (k.rule.id, "h", k.helper.key), one=True
    )
    found += _at_once(
        network.links, Check.ONE_TO_ONE, lambda k: (k.rule.id, "r", k.recipient.key), one=True
    )
    found += _over_cap(network.links, most)
    found += _at_once(
        network.links, Check.DUPLICATE, lambda k: (k.rule.id, k.helper.key, k.recipient.key)
    )
    found += _on_circles(network.links)
    order = list(Check)
    return Checked(len(network.links), tuple(sorted(found, key=lambda i: order.index(i.check))))


def _on_circles(links: Iterable[PairingLink]) -> Iterator[Issue]:
    """Circles of links between schools, whatever their clauses."""
    between = [
        link
        for link in links
        if link.helper.party is Party.SCHOOL and link.recipient.party is Party.SCHOOL
    ]
    arrows = [(link.helper.id, link.recipient.id, link.since, link.until) for link in between]
    for circle in circles(arrows):
        yield Issue(Check.CYCLE, Verdict.BROKEN, tuple(between[place] for place in circle))


def caps_of(
    rules: Iterable[PairingRule], caps: Mapping[str, int], *, known: Iterable[PairingRule] = ()
) -> Mapping[str, int]:
    """The cap of each tier that has one: as given, else its own.

    Args:
        rules: The tiers that links carry out.
        caps: As given, by a tier's id or that of a clause with one tier.
        known: Further tiers that a cap may be given for.

    Raises:
        CallError: A cap is not a whole number from 1, or is given for no tier, or for several.
    """
    rules = tuple(rules)
    given = caps_given(caps, (*rules, *known))
    return {rule.id: rule.cap for rule in rules if rule.cap is not None} | dict(given)


def _alone(network: Network, link: PairingLink) -> Iterator[Issue]:
    """What is wrong with a link by itself."""
    ends = {"helper": link.helper, "recipient": link.recipient}
    members = {name: network.member(partner) for name, partner in ends.items()}
    unknown = tuple(name for name, member in members.items() if member is None)
    if unknown:
        yield Issue(Check.UNKNOWN_END, Verdict.BROKEN, (link,), unknown)
    lives = {name: m.life for name, m in members.items() if m is not None}
    gone = tuple(name for name, life in lives.items() if not life.meets(link.life))
    if gone:
        yield Issue(Check.CLOSED_END, Verdict.BROKEN, (link,), gone)
    outlived = tuple(n for n, life in lives.items() if n not in gone and not life.covers(link.life))
    if outlived:
        yield Issue(Check.OUTLIVES, Verdict.BROKEN, (link,), outlived)
    helper = members["helper"] or _nobody(link.helper)
    recipient = members["recipient"] or _nobody(link.recipient)
    counties = network.poor_counties
    helps = some_end_fits(link.rule.helpers, helper, link.helper.level, counties)
    helped = some_end_fits(link.rule.recipients, recipient, link.recipient.level, counties)
    yield from _judged(Check.HELPER, link, helps)
    yield from _judged(Check.RECIPIENT, link, helped)
    # an end of a level that the tier does not allow is at fault already
    if False not in {helps[0], helped[0]} and level_with(link, helper.level, recipient.level):
        yield Issue(Check.DESCENT, Verdict.BROKEN, (link,), ("level",))
    yield from _judged(Check.TERRITORY, link, lie_together(link.rule.within, helper, recipient))


def level_with(
    link: PairingLink, helper: SchoolLevel | None, recipient: SchoolLevel | None
) -> bool:
    """Whether a link of a tier that descends has a helper that is known to stand no higher than the recipient.

    Args:
        link: The link; the levels it states count.
        helper: The helper's own level.
        recipient: The recipient's own.
    """
    high = [HEIGHTS[level] for level in (helper, link.helper.level) if level is not None]
    low = [HEIGHTS[level] for level in (recipient, link.recipient.level) if level is not None]
    return descends(link.rule) and bool(high and low) and min(high) <= max(low)


def _nobody(partner: Partner) -> Member:
    return Member(party=partner.party, id=partner.id)


def _judged(
    what: Check, link: PairingLink, answer: tuple[bool | None, tuple[str, ...]]
) -> Iterator[Issue]:
    fits, facts = answer
    if fits is None:
        yield Issue(what, Verdict.UNDETERMINED, (link,), facts)
    elif not fits:
        yield Issue(what, Verdict.BROKEN, (link,), facts)


def _at_once(
    links: Iterable[PairingLink],
    what: Check,
    key: Callable[[PairingLink], Any],
    *,
    one: bool = False,
) -> Iterator[Issue]:
    """The links of one key that hold at one time, run by run; with `one`, of one-to-one tiers only."""
    groups: dict[Any, list[PairingLink]] = {}
    for link in links:
        if link.rule.one_to_one or not one:
            groups.setdefault(key(link), []).append(link)
    for group in groups.values():
        for run in _runs(group):
            yield Issue(what, Verdict.BROKEN, tuple(run))


def _runs(links: list[PairingLink]) -> Iterator[list[PairingLink]]:
    """Runs of links, each of which overlaps another of its run."""
    if len(links) < 2:
        return
    run: list[PairingLink] = []
    last: pendulum.Date | None = None
    for link in sorted(links, key=lambda k: k.since):
        if run and last is not None and link.since > last:
            if len(run) > 1:
                yield run
            run = []
        endless = link.until is None or (bool(run) and last is None)
        last = None if endless else max(filter(None, (link.until, last if run else None)))
        run.append(link)
    if len(run) > 1:
        yield run


def _over_cap(links: Iterable[PairingLink], caps: Mapping[str, int]) -> Iterator[Issue]:
    """The links that begin on a day on which, with them, their helper has more than the cap."""
    groups: dict[Any, list[PairingLink]] = {}
    for link in links:
        if link.rule.id in caps:
            groups.setdefault((link.rule.id, link.helper.key), []).append(link)
    for (rule_id, _), group in groups.items():
        if len(group) <= caps[rule_id]:
            continue
        for day in sorted({link.since for link in group}):
            if sum(link.holds(day) for link in group) > caps[rule_id]:
                started = tuple(link for link in group if link.since == day)
                yield Issue(Check.CAP, Verdict.BROKEN, started)
