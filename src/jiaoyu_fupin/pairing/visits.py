"""Visits: whether each helper calls on whom he is paired with as often as the plan says.

A visit belongs to every link that pairs its two on its day, of the tier it names where it names one. One on a day
without such a link is an error: before the first link, after the last, in a gap, between two who never were paired, or
while one of the two was not there.
"""

from __future__ import annotations

import datetime
import html
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any, Final

import attrs
import pendulum

from ..clauses.obligation import Obligation
from ..clauses.pairing import PairingRule, Party
from ..obligations import Record, Standing, record
from ..obligations.record import HALF
from ..values.errors import WITHHELD, CallError, Code, DataError, Problem
from ..values.fields import misfits
from ..values.given import day_given, require, several, strays
from ..values.spans import Span, day
from ..values.text import Lang, Text, lang_given
from .link import PairingLink, Partner, counted, masked_id
from .network import Network
from .tiers import tiers_named


@attrs.frozen(kw_only=True)
class Visit:
    """Somebody called on whom he is paired with.

    Attributes:
        helper: Who came, by id.
        recipient: On whom, by id.
        on: The day.
        rule: The tier, or the clause, where the two are paired on several and only one is meant.
        what: What was done.
        helper_party: What came; has to be said where the ids alone fit pairings of different kinds.
        recipient_party: What was called on; the same.

    Raises:
        DataError: A field cannot hold its value.
    """

    helper: str = attrs.field(repr=masked_id)
    recipient: str = attrs.field(repr=masked_id)
    on: pendulum.Date = attrs.field(converter=day)
    rule: str | None = None
    what: str | None = attrs.field(default=None, repr=False)
    helper_party: Party | None = None
    recipient_party: Party | None = None

    def __attrs_post_init__(self) -> None:
        problems = [attrs.evolve(p, where="走访 (visit)", value=WITHHELD) for p in misfits(self)]
        if problems:
            raise DataError(problems)


@attrs.frozen
class LinkVisits:
    """How one link was kept by visits.

    Attributes:
        link: The link.
        record: Its record, over the days of the link on which both its ends are there, as far as they are known.
    """

    link: PairingLink
    record: Record


_HEADS: Final = (
    Text("帮扶人", "helper"),
    Text("对象", "recipient"),
    Text("条款", "tier"),
    Text("起止", "days"),
    Text("走访次数", "visits"),
    Text("已办", "kept"),
    Text("补办", "late"),
    Text("缺", "missed"),
    Text("待办", "due"),
)
_OF_HELPER: Final = Text("帮扶人{id}", "helper {id}")
_OF_VILLAGE: Final = Text("村{village}", "village {village}")


@attrs.frozen
class VisitSheet:
    """The visits of some links up to a date: of a helper, of a village, or of all.

    Attributes:
        title: Whose they are.
        on: The date asked about.
        rows: Link by link, in the order of the network.
        unplaced: Links that may belong here too: whose recipient's village is not known.
    """

    title: Text
    on: pendulum.Date
    rows: tuple[LinkVisits, ...]
    unplaced: tuple[PairingLink, ...] = ()

    def count(self, *standings: Standing) -> int:
        """How many periods of all its links stand so.

        Raises:
            CallError: Something is no standing.
        """
        several("standings", standings, Standing)
        return sum(len(row.record.periods_that_are(*standings)) for row in self.rows)

    def lines(self, lang: Lang = "zh") -> Iterator[tuple[str, ...]]:
        """Heads, then for each link: helper, recipient, tier, days, visits, periods kept, late, missed, still due.

        Ids are shown: a sheet is for whoever sees to the visits.

        Raises:
            CallError: The language is not known.
        """
        return self._lines(lang_given(lang))

    def _lines(self, lang: Lang) -> Iterator[tuple[str, ...]]:
        yield tuple(head(lang) for head in _HEADS)
        for row in self.rows:
            found = row.record
            told = found.entries is not None
            yield (
                row.link.helper.id,
                row.link.recipient.id,
                row.link.rule.id,
                str(row.link.life),
                str(len(found.acts)),
                *(
                    " ".join(p.name for p in found.periods_that_are(standing)) if told else "?"
                    for standing in (Standing.DONE, Standing.LATE, Standing.MISSED, Standing.DUE)
                ),
            )

    def _repr_html_(self) -> str:
        heads, *rows = self.lines()
        cells = "".join(
            "<tr>" + "".join(f"<td>{html.escape(c)}</td>" for c in _masked_row(row)) + "</tr>"
            for row in rows
        )
        head = "".join(f"<th>{h}</th>" for h in heads)
        title = html.escape(self.title.abreast)
        return f"<table><caption>{title}</caption><tr>{head}</tr>{cells}</table>"


def _masked_row(row: tuple[str, ...]) -> tuple[str, ...]:
    return (masked_id(row[0]), masked_id(row[1]), *row[2:])


@attrs.frozen
class VisitBook:
    """Every link that has to be kept by visits, with its record.

    Attributes:
        network: The network.
        obligation: How often.
        on: The date asked about.
        rows: Link by link, in the order of the network; links that begin after the date are not due yet and left out.
        never: Links on no day of which both ends are there: nothing is owed on them.
    """

    network: Network = attrs.field(repr=False)
    obligation: Obligation
    on: pendulum.Date
    rows: tuple[LinkVisits, ...] = attrs.field(repr=counted)
    never: tuple[PairingLink, ...] = attrs.field(default=(), repr=counted)

    def sheet(self) -> VisitSheet:
        """All of it."""
        return VisitSheet(Text("全部结对", "all links"), self.on, self.rows)

    def of_helper(self, id_: str, party: Party | None = None) -> VisitSheet:
        """A helper's sheet; without rows where nobody of that id helps.

        Args:
            id_: The helper's id.
            party: What the helper is; has to be said where several of different kinds have that id.

        Raises:
            CallError: It has to be said and is not, or an argument is of another type.
        """
        require(id_=(id_, str), party=(party, (Party, type(None))))
        kinds = {k.helper.party for k in self.network.links if k.helper.id == id_}
        if party is None and len(kinds) > 1:
            expected = f"expected what the helper is: {_parties(kinds)}"
            raise CallError(Problem(Code.REQUIRED, "party", None, expected))
        rows = tuple(
            row
            for row in self.rows
            if row.link.helper.id == id_ and party in {None, row.link.helper.party}
        )
        return VisitSheet(_OF_HELPER.filled(id=masked_id(id_)), self.on, rows)

    def of_village(self, village: str) -> VisitSheet:
        """A village's sheet: the village itself, and the households that lie in it.

        Raises:
            CallError: The village is not text.
        """
        require(village=(village, str))
        rows, unplaced = [], []
        for row in self.rows:
            place = self._village(row.link.recipient)
            if place == village:
                rows.append(row)
            elif place is None:
                unplaced.append(row.link)
        title = _OF_VILLAGE.filled(village=village)
        return VisitSheet(title, self.on, tuple(rows), tuple(unplaced))

    def _village(self, partner: Partner) -> str | None:
        if partner.party is Party.VILLAGE:
            return partner.id
        member = self.network.member(partner)
        return None if member is None else member.village


def visit_book(
    network: Network,
    recorded: Iterable[Visit],
    obligation: Obligation,
    *,
    on: datetime.date,
    rules: Iterable[PairingRule | str] | None = None,
    grace_days: int = 0,
    least_share: Fraction = HALF,
) -> VisitBook:
    """How the links of a network were kept by visits up to a date.

    A first or last month is due when the link lives through half of its days or more; `least_share` sets another
    measure. Several visits in a month count once.

    Args:
        network: The network.
        recorded: The visits.
        obligation: How often; one without a printed interval leaves every link's record without entries.
        on: The date asked about.
        rules: The tiers, or clauses, that are to be kept by visits; all when left out. Visits to links of others have
            to fit these, and count for nothing here.
        grace_days: So many days after a month a visit can still make up for it.
        least_share: The share of a month that has to lie in the link's life.

    Raises:
        DataError: A visit fits no link, or fits links of different kinds and does not say which: every one of them is
            named by its place in the list.
        CallError: There is no such tier, an argument is of another type, or the days of grace or the share cannot be.
    """
    visits = _checked(network, recorded, obligation)
    asked = day_given("on", on)
    ids = None if rules is None else tiers_named(rules, network.rules)
    lives = [network.possible(link) for link in network.links]
    by_pair: dict[tuple[str, str], list[int]] = {}
    for place, link in enumerate(network.links):
        by_pair.setdefault((link.helper.id, link.recipient.id), []).append(place)
    days: list[list[pendulum.Date]] = [[] for _ in network.links]
    problems = []
    for number, visit in enumerate(visits):
        places = by_pair.get((visit.helper, visit.recipient), ())
        found = _placed(visit, [(place, network.links[place], lives[place]) for place in places])
        if isinstance(found, Problem):
            problems.append(attrs.evolve(found, where=f"走访 (visit)[{number}]", item=number))
        else:
            for place in found:
                days[place].append(visit.on)
    if problems:
        raise DataError(problems)
    chosen = [
        (link, lives[place], days[place])
        for place, link in enumerate(network.links)
        if ids is None or link.rule.id in ids
    ]
    rows = tuple(
        LinkVisits(
            link,
            record(
                obligation,
                acts,
                life=life,
                on=asked,
                grace_days=grace_days,
                least_share=least_share,
            ),
        )
        for link, life, acts in chosen
        if life is not None and life.since <= asked
    )
    return VisitBook(
        attrs.evolve(network, links=[link for link, _, _ in chosen]),
        obligation,
        asked,
        rows,
        tuple(link for link, life, _ in chosen if life is None),
    )


def _placed(
    visit: Visit, paired: list[tuple[int, PairingLink, Span | None]]
) -> list[int] | Problem:
    """The places of the links that a visit belongs to; what is wrong with it where there are none."""
    paired = [
        found
        for found in paired
        if visit.helper_party in {None, found[1].helper.party}
        and visit.recipient_party in {None, found[1].recipient.party}
    ]
    if not paired:
        expected = "expected a visit between two who are paired"
        return Problem(Code.UNKNOWN_NAME, "", WITHHELD, expected)
    of_tier = [f for f in paired if visit.rule in {None, f[1].rule.id, f[1].clause}]
    if not of_tier:
        tiers = ", ".join(dict.fromkeys(link.rule.id for _, link, _ in paired))
        expected = f"expected a tier on which the two are paired: {tiers}"
        return Problem(Code.UNKNOWN_NAME, "", visit.rule, expected)
    helping = {link.helper.party for _, link, _ in of_tier}
    helped = {link.recipient.party for _, link, _ in of_tier}
    if len(helping) > 1 or len(helped) > 1:
        asked = [
            f"{name}: {_parties(kinds)}"
            for name, kinds in (("helper_party", helping), ("recipient_party", helped))
            if len(kinds) > 1
        ]
        expected = "expected to be told who is meant: " + "; ".join(asked)
        return Problem(Code.REQUIRED, "", None, expected)
    holding = [place for place, _, life in of_tier if life is not None and life.holds(visit.on)]
    if holding:
        return holding
    if any(link.holds(visit.on) for _, link, _ in of_tier):
        there = ", ".join(str(life) for _, _, life in of_tier if life is not None) or "none"
        expected = f"expected a day on which both of the paired are there: {there}"
    else:
        spans = ", ".join(str(link.life) for _, link, _ in of_tier)
        expected = f"expected a day on which the two are paired: {spans}"
    return Problem(Code.OUT_OF_RANGE, "", str(visit.on), expected)


def _checked(network: object, recorded: Any, obligation: object) -> tuple[Visit, ...]:
    require(
        network=(network, Network),
        recorded=(recorded, Iterable),
        obligation=(obligation, Obligation),
    )
    visits = tuple(recorded)
    if problems := strays("走访 (visit)", visits, Visit):
        raise DataError(problems)
    return visits


def _parties(parties: Iterable[Party]) -> str:
    return ", ".join(sorted(f"{p.zh} ({p.value})" for p in parties))
