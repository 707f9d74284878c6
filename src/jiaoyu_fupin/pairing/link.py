"""A link: who helps whom, on which tier of which clause, from when to when."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sized
from types import MappingProxyType
from typing import Final

import attrs
import pendulum

from ..clauses.marks import clause_of
from ..clauses.pairing import End, PairingRule, Party
from ..people.labels import SchoolLevel
from ..values.errors import WITHHELD, Code, DataError, Problem
from ..values.fields import misfits
from ..values.given import day_given
from ..values.spans import Span, day, span_problems
from ..values.text import masked

HEIGHTS: Final = MappingProxyType(
    {
        SchoolLevel.CITY: 4,
        SchoolLevel.COUNTY: 3,
        SchoolLevel.TOWNSHIP: 2,
        SchoolLevel.VILLAGE: 1,
        SchoolLevel.TEACHING_POINT: 0,
    }
)
"""How high a level of schools stands."""


def masked_id(value: object) -> str:
    """An id as it is printed; of anything but text, only the type."""
    return masked(value) if isinstance(value, str) else type(value).__name__


def counted(items: Sized) -> str:
    """How many there are, in place of all of them."""
    return f"<{len(items)}>"


@attrs.frozen
class Partner:
    """Who stands at one end of a link.

    Attributes:
        party: What it is.
        id: Its id among those of its kind: never printed whole.
        level: A school's level as whoever made the link states it; None where it is not stated.
    """

    party: Party
    id: str = attrs.field(repr=masked_id)
    level: SchoolLevel | None = None

    def __attrs_post_init__(self) -> None:
        problems = [attrs.evolve(p, value=WITHHELD) for p in misfits(self)]
        if not problems and self.level is not None and self.party is not Party.SCHOOL:
            expected = "expected a level of a school only"
            problems = [Problem(Code.CONFLICT, "", self.party.value, expected)]
        if problems:
            raise DataError(attrs.evolve(p, where="结对一方 (partner)") for p in problems)

    @property
    def key(self) -> tuple[Party, str]:
        """What it is known by."""
        return (self.party, self.id)


@attrs.frozen(kw_only=True)
class PairingLink:
    """One pairing, as long as it lasts; whoever takes over starts a link of his own.

    Attributes:
        rule: The tier of the clause that it carries out.
        helper: Who helps.
        recipient: Who is helped.
        since: The first day.
        until: The last day; None where no end is recorded: it goes on.
        unit: The helper's unit (单位).
        affiliation: What the unit belongs to (隶属), such as the county.
        responsible: The unit that answers for the pairing.

    Raises:
        DataError: Both ends are the same, the tier does not allow an end, the level does not descend from helper to
            recipient, or the dates are reversed; every such thing is named, and no id.
    """

    rule: PairingRule
    helper: Partner
    recipient: Partner
    since: pendulum.Date = attrs.field(converter=day)
    until: pendulum.Date | None = attrs.field(default=None, converter=day)
    unit: str | None = None
    affiliation: str | None = None
    responsible: str | None = None

    def __attrs_post_init__(self) -> None:
        problems = [attrs.evolve(p, value=type(p.value).__name__) for p in misfits(self)]
        if not problems:
            problems = [
                *_one_and_the_same(self.helper, self.recipient),
                *_not_allowed("帮扶方 (helper)", self.helper, self.rule.helpers),
                *_not_allowed("对象 (recipient)", self.recipient, self.rule.recipients),
                *_not_descending(self),
                *span_problems(self.since, self.until),
            ]
        if problems:
            name = self.rule.id if isinstance(self.rule, PairingRule) else ""
            where = f"结对 (link) {name}".strip()
            raise DataError(
                attrs.evolve(p, where=", ".join(filter(None, (where, p.where)))) for p in problems
            )

    @property
    def clause(self) -> str:
        """The clause it carries out."""
        return clause_of(self.rule.id)

    @property
    def life(self) -> Span:
        """The days on which it holds."""
        return Span(self.since, self.until)

    def holds(self, on: datetime.date) -> bool:
        """Whether it holds on a day.

        Raises:
            CallError: It is no calendar date.
        """
        on = day_given("on", on)
        return self.since <= on and (self.until is None or on <= self.until)


def _one_and_the_same(helper: Partner, recipient: Partner) -> list[Problem]:
    if helper.key != recipient.key:
        return []
    return [Problem(Code.CONFLICT, "", WITHHELD, "expected two ends, not one that helps itself")]


def _not_allowed(where: str, partner: Partner, ends: Iterable[End]) -> list[Problem]:
    of_party = [end for end in ends if end.party is partner.party]
    if not of_party:
        allowed = ", ".join(dict.fromkeys(f"{e.party.zh} ({e.party.value})" for e in ends))
        return [Problem(Code.CONFLICT, where, partner.party.value, f"expected {allowed}")]
    levels = {level for end in of_party for level in end.levels}
    free = any(not end.levels for end in of_party)
    if partner.level is None or free or partner.level in levels:
        return []
    named = ", ".join(f"{lv.zh} ({lv.value})" for lv in SchoolLevel if lv in levels)
    expected = f"expected a level that the tier allows: {named}"
    return [Problem(Code.CONFLICT, where, partner.level.value, expected)]


def _not_descending(link: PairingLink) -> list[Problem]:
    high, low = link.helper.level, link.recipient.level
    if high is None or low is None or not descends(link.rule) or HEIGHTS[high] > HEIGHTS[low]:
        return []
    expected = "expected a helper of a higher level than the recipient's"
    return [Problem(Code.CONFLICT, "", f"{high.value} → {low.value}", expected)]


def descends(rule: PairingRule) -> bool:
    """Whether a tier leads from one level of schools to a lower: whether its highest helper stands above them all.

    An end beside others may name no level, such as a college's; a tier none of whose ends on a side names one leads
    from anywhere, and one whose helpers are of its recipients' levels pairs equals on purpose.
    """
    tops = [
        max((HEIGHTS[level] for end in ends for level in end.levels), default=None)
        for ends in (rule.helpers, rule.recipients)
    ]
    high, low = tops
    return high is not None and low is not None and high > low
