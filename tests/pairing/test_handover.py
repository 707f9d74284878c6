"""Opening, ending, handing over and leaving: step by step by hand, then in any order against a plain model."""

import attrs
import pendulum
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from jiaoyu_fupin import CallError, DataError
from jiaoyu_fupin.clauses.pairing import Party
from jiaoyu_fupin.clauses.target import CoveredSet
from jiaoyu_fupin.pairing.checks import Check, Verdict, check_pairing
from jiaoyu_fupin.pairing.coverage import pairing_coverage
from jiaoyu_fupin.pairing.handover import end_link, hand_over, leave, open_link
from jiaoyu_fupin.pairing.link import PairingLink, Partner
from jiaoyu_fupin.pairing.member import Member
from jiaoyu_fupin.pairing.network import Network
from support.pairing_rules import RULES

FIRST = pendulum.date(2018, 1, 1)
SPAN = 40


def day(number: int) -> pendulum.Date:
    return FIRST.add(days=number)


def teacher(id_: str) -> Partner:
    return Partner(Party.TEACHER, id_)


def child(id_: str) -> Partner:
    return Partner(Party.STUDENT, id_)


def link(helper: str, recipient: str, since: int, until: int | None = None) -> PairingLink:
    return PairingLink(
        rule=RULES["GX-7.6c"],
        helper=teacher(helper),
        recipient=child(recipient),
        since=day(since),
        until=None if until is None else day(until),
    )


def network(*links: PairingLink) -> Network:
    teachers = [Member(party=Party.TEACHER, id=f"T{n}", county="451228") for n in range(3)]
    children = [
        Member(party=Party.STUDENT, id=f"S{n}", county="451228", left_behind=True, rural=True)
        for n in range(3)
    ]
    return Network(links, [*teachers, *children])


def test_handing_over_keeps_the_old_link_and_leaves_no_gap() -> None:
    old = link("T0", "S0", 0)
    after = hand_over(network(old), old, teacher("T1"), day(10), unit="某校")
    assert [(k.helper.id, k.since, k.until, k.unit) for k in after.links] == [
        ("T0", day(0), day(9), None),
        ("T1", day(10), None, "某校"),
    ]
    assert not check_pairing(after).issues
    found = pairing_coverage(after, CoveredSet.LEFT_BEHIND_CHILDREN, since=day(0), until=day(30))
    assert [item.id for item in found.covered] == ["S0"]


def test_who_takes_over_keeps_the_agreed_end() -> None:
    old = link("T0", "S0", 0, 20)
    after = hand_over(network(old), old, teacher("T1"), day(20))
    assert [(k.since, k.until) for k in after.links] == [(day(0), day(19)), (day(20), day(20))]
    with pytest.raises(CallError, match="link's last"):
        hand_over(network(old), old, teacher("T1"), day(21))


def test_what_cannot_be_handed_over_or_ended() -> None:
    old = link("T0", "S0", 5, 20)
    for call in (
        lambda: hand_over(network(old), old, teacher("T0"), day(10)),
        lambda: hand_over(network(old), old, teacher("T1"), day(5)),
        lambda: hand_over(network(), old, teacher("T1"), day(10)),
        lambda: end_link(network(old), old, day(4)),
        lambda: end_link(network(old), old, day(21)),
        lambda: end_link(network(), old, day(10)),
        lambda: leave(network(old), teacher("T9"), day(10)),
    ):
        with pytest.raises(CallError):
            call()
    with pytest.raises(DataError, match="helper"):
        hand_over(network(old), old, child("S1"), day(10))


def test_a_helper_who_leaves_yields_the_list_to_pair_again() -> None:
    ended, going, planned, other = (
        link("T0", "S0", 0, 10),  # on the very day on which the helper leaves
        link("T0", "S1", 6),
        link("T0", "S2", 30),
        link("T1", "S2", 0, 29),
    )
    departure = leave(network(ended, going, planned, other), teacher("T0"), day(10))
    assert departure.to_pair_again == (attrs.evolve(going, until=day(10)), planned)
    assert departure.dropped == (planned,)
    assert departure.network.links == (ended, attrs.evolve(going, until=day(10)), other)
    found = pairing_coverage(departure.network, CoveredSet.LEFT_BEHIND_CHILDREN, since=day(11))
    assert [item.id for item in found.uncovered] == ["S0", "S1"]
    with pytest.raises(CallError, match="on which it is there"):
        leave(departure.network, teacher("T0"), day(12))


def test_a_link_to_one_who_left_is_found() -> None:
    left = leave(network(), teacher("T0"), day(10)).network
    late = check_pairing(open_link(left, link("T0", "S0", 11)))
    assert [issue.check for issue in late.issues] == [Check.CLOSED_END]


def test_two_one_to_one_links_at_once_are_found() -> None:
    twice = check_pairing(network(link("T0", "S0", 0), link("T1", "S0", 3)))
    (issue,) = twice.issues
    assert (issue.check, issue.verdict, len(issue.links)) == (Check.ONE_TO_ONE, Verdict.BROKEN, 2)


@attrs.define
class Spell:
    """A pairing as the plain model keeps it: numbers of days, `until` is the last, None for no end."""

    helper: str
    recipient: str
    since: int
    until: int | None

    def days(self) -> set[int]:
        last = SPAN if self.until is None else self.until
        return set(range(self.since, last + 1))


class Handovers(RuleBasedStateMachine):
    """Any order of steps; after each the network says what a list of plain spells says."""

    def __init__(self) -> None:
        super().__init__()
        self.network = network()
        self.spells: list[Spell] = []
        self.gone: dict[str, int] = {}

    def _link(self, spell: Spell) -> PairingLink:
        return link(spell.helper, spell.recipient, spell.since, spell.until)

    @initialize()
    def start(self) -> None:
        self.network = network()

    @rule(
        helper=st.sampled_from(["T0", "T1", "T2"]),
        recipient=st.sampled_from(["S0", "S1", "S2"]),
        since=st.integers(0, 30),
        length=st.none() | st.integers(0, 10),
    )
    def open(self, helper: str, recipient: str, since: int, length: int | None) -> None:
        spell = Spell(helper, recipient, since, None if length is None else since + length)
        self.network = open_link(self.network, self._link(spell))
        self.spells.append(spell)

    @precondition(lambda self: self.spells)
    @rule(data=st.data(), last=st.integers(0, SPAN))
    def end(self, data: st.DataObject, last: int) -> None:
        spell = data.draw(st.sampled_from(self.spells))
        if last in spell.days():
            self.network = end_link(self.network, self._link(spell), day(last))
            spell.until = last
        else:
            with pytest.raises(CallError, match="on which the link holds"):
                end_link(self.network, self._link(spell), day(last))

    @precondition(lambda self: self.spells)
    @rule(data=st.data(), to=st.sampled_from(["T0", "T1", "T2"]), on=st.integers(1, SPAN))
    def hand_over(self, data: st.DataObject, to: str, on: int) -> None:
        spell = data.draw(st.sampled_from(self.spells))
        allowed = (
            to != spell.helper
            and on - 1 in spell.days()
            and (spell.until is None or spell.until >= on)
        )
        try:
            after = hand_over(self.network, self._link(spell), teacher(to), day(on))
        except CallError:
            assert not allowed
            return
        assert allowed
        self.network = after
        self.spells.append(Spell(to, spell.recipient, on, spell.until))
        spell.until = on - 1

    @rule(who=st.sampled_from(["T0", "T1", "T2"]), last=st.integers(0, SPAN))
    def leave(self, who: str, last: int) -> None:
        try:
            departure = leave(self.network, teacher(who), day(last))
        except CallError:
            assert last > self.gone.get(who, SPAN)
            return
        self.network = departure.network
        self.gone[who] = last
        own = [s for s in self.spells if s.helper == who]
        again = [s for s in own if s.since <= last and (s.until is None or s.until > last)]
        dropped = [s for s in own if s.since > last]
        for spell in again:
            spell.until = last
        listed = [s for s in own if any(s is a for a in (*again, *dropped))]
        assert departure.to_pair_again == tuple(map(self._link, listed))
        assert departure.dropped == tuple(map(self._link, dropped))
        self.spells = [s for s in self.spells if not any(s is d for d in dropped)]

    @invariant()
    def links_are_the_spells(self) -> None:
        key = str
        assert sorted(map(repr, self.network.links), key=key) == sorted(
            (repr(self._link(s)) for s in self.spells), key=key
        )

    @invariant()
    def coverage_is_what_counting_days_says(self) -> None:
        reached: dict[str, set[int]] = {f"S{n}": set() for n in range(3)}
        for spell in self.spells:
            there = set(range(self.gone.get(spell.helper, SPAN) + 1))
            reached[spell.recipient] |= spell.days() & there
        found = pairing_coverage(
            self.network, CoveredSet.LEFT_BEHIND_CHILDREN, since=day(0), until=day(SPAN)
        )
        for item in found.items:
            held = {n for gap in item.gaps for n in range(SPAN + 1) if gap.holds(day(n))}
            assert held == set(range(SPAN + 1)) - reached[item.id]
            assert item.reached == (not held)

    @invariant()
    def one_to_one_is_broken_exactly_by_two_on_a_day(self) -> None:
        def at_fault(end: str) -> set[int]:
            return {
                place
                for place, one in enumerate(self.spells)
                for other in self.spells
                if one is not other
                and getattr(one, end) == getattr(other, end)
                and one.days() & other.days()
            }

        expected = at_fault("helper") | at_fault("recipient")
        links = {
            id(k)
            for issue in check_pairing(self.network).issues_of(Check.ONE_TO_ONE)
            for k in issue.links
        }
        counts = {
            (s.helper, s.recipient, day(s.since), None if s.until is None else day(s.until))
            for n, s in enumerate(self.spells)
            if n in expected
        }
        assert {
            (k.helper.id, k.recipient.id, k.since, k.until)
            for k in self.network.links
            if id(k) in links
        } == counts

    @invariant()
    def ends_are_at_fault_exactly_when_links_outlive_them(self) -> None:
        checked = check_pairing(self.network)
        for what, expected in (
            (Check.CLOSED_END, [s for s in self.spells if s.since > self.gone.get(s.helper, SPAN)]),
            (
                Check.OUTLIVES,
                [
                    s
                    for s in self.spells
                    if s.helper in self.gone
                    and s.since <= self.gone[s.helper]
                    and (s.until is None or s.until > self.gone[s.helper])
                ],
            ),
        ):
            assert len(checked.issues_of(what)) == len(expected)


Handovers.TestCase.settings = settings(max_examples=40, stateful_step_count=15, deadline=None)
TestHandovers = Handovers.TestCase
