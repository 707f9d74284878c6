"""Visits: whether each helper calls on whom he is paired with as often as the plan says.

A visit belongs to every link that pairs its two on its day, of the tier it names where it names one. One on a day
without such a link is an error: before the first link, after the last, in a gap, or between two who never were paired.
"""

from __future__ import annotations

import datetime
import html
from collections.abc import Iterable, Iterator
from fractions import Fraction

import attrs
import pendulum

from .declared import misfits
from .errors import WITHHELD, Code, DataError, Problem
from .obligations import Obligation, Record, Standing, record
from .obligations.record import HALF
from .pairing.link import PairingLink, Partner, counted, masked_id
from .pairing.network import Network
from .pairing.rule import Party
from .spans import day
from .terms import as_date
from .text import Lang, Text


@attrs.frozen(kw_only=True)
class Visit:
    """Somebody called on whom he is paired with.

    Attributes:
        helper: Who came, by id.
        recipient: On whom, by id.
        on: The day.
        rule: The tier, where the two are paired on several and only one is meant.
        what: What was done.

    Raises:
        DataError: A field cannot hold its value.
    """

    helper: str = attrs.field(repr=masked_id)
    recipient: str = attrs.field(repr=masked_id)
    on: pendulum.Date = attrs.field(converter=day)
    rule: str | None = None
    what: str | None = attrs.field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        problems = [attrs.evolve(p, where="走访 (visit)", value=WITHHELD) for p in misfits(self)]
        if problems:
            raise DataError(problems)


@attrs.frozen
class LinkVisits:
    """How one link was kept by visits."""

    link: PairingLink
    record: Record


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
        """How many periods of all its links stand so."""
        return sum(len(row.record.of(*standings)) for row in self.rows)

    def lines(self, lang: Lang = "zh") -> Iterator[tuple[str, ...]]:
        """Heads, then for each link: helper, recipient, tier, days, visits, periods kept, late, missed, still due.

        Ids are shown: a sheet is for whoever sees to the visits.
        """
        heads = {
            "zh": ("帮扶人", "对象", "条款", "起止", "走访次数", "已办", "补办", "缺", "待办"),
            "en": (
                "helper",
                "recipient",
                "tier",
                "days",
                "visits",
                "kept",
                "late",
                "missed",
                "due",
            ),
        }
        yield heads[lang]
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
                    " ".join(p.name for p in found.of(standing)) if told else "?"
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
        title = html.escape(f"{self.title.zh} {self.title.en}")
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
    """

    network: Network = attrs.field(repr=False)
    obligation: Obligation
    on: pendulum.Date
    rows: tuple[LinkVisits, ...] = attrs.field(repr=counted)

    def sheet(self) -> VisitSheet:
        """All of it."""
        return VisitSheet(Text("全部结对", "all links"), self.on, self.rows)

    def of_helper(self, id_: str) -> VisitSheet:
        """A helper's sheet; without rows where nobody of that id helps."""
        rows = tuple(row for row in self.rows if row.link.helper.id == id_)
        return VisitSheet(
            Text(f"帮扶人{masked_id(id_)}", f"helper {masked_id(id_)}"), self.on, rows
        )

    def of_village(self, village: str) -> VisitSheet:
        """A village's sheet: the village itself, and the households that lie in it."""
        rows, unplaced = [], []
        for row in self.rows:
            place = self._village(row.link.recipient)
            if place == village:
                rows.append(row)
            elif place is None:
                unplaced.append(row.link)
        title = Text(f"村{village}", f"village {village}")
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
    rules: Iterable[str] | None = None,
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
        rules: The tiers, or clauses, that are to be kept by visits; all when left out.
        grace_days: So many days after a month a visit can still make up for it.
        least_share: The share of a month that has to lie in the link's life.

    Raises:
        DataError: A visit fits no link: every one of them is named by its place in the list.
        CallError: The days of grace or the share cannot be.
    """
    chosen = network if rules is None else network.only(rules)
    asked = as_date(on)
    by_pair: dict[tuple[str, str], list[int]] = {}
    for place, link in enumerate(chosen.links):
        by_pair.setdefault((link.helper.id, link.recipient.id), []).append(place)
    days: list[list[pendulum.Date]] = [[] for _ in chosen.links]
    problems = []
    for number, visit in enumerate(recorded):
        paired = [
            (place, chosen.links[place])
            for place in by_pair.get((visit.helper, visit.recipient), ())
            if visit.rule in {None, chosen.links[place].rule.id, chosen.links[place].clause}
        ]
        holding = [place for place, link in paired if link.holds(visit.on)]
        if not holding:
            problems.append(_stray(number, visit, [link for _, link in paired]))
        for place in holding:
            days[place].append(visit.on)
    if problems:
        raise DataError(problems)
    rows = tuple(
        LinkVisits(
            link,
            record(
                obligation,
                days[place],
                life=link.life,
                on=asked,
                grace_days=grace_days,
                least_share=least_share,
            ),
        )
        for place, link in enumerate(chosen.links)
        if link.since <= asked
    )
    return VisitBook(chosen, obligation, asked, rows)


def _stray(number: int, visit: Visit, paired: list[PairingLink]) -> Problem:
    where = f"走访 (visit)[{number}]"
    if not paired:
        return Problem(
            Code.UNKNOWN_NAME, where, WITHHELD, "expected a visit between two who are paired"
        )
    lives = ", ".join(str(link.life) for link in paired)
    expected = f"expected a day on which the two are paired: {lives}"
    return Problem(Code.OUT_OF_RANGE, where, str(visit.on), expected)
