"""A target: an aim, a due year, and how firmly it is set."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias, assert_never

import attrs

from ..places.coordinates import is_year, no_year
from ..values.errors import Code, Problem
from ..values.fields import listed, misfits, refuse
from ..values.label import Label
from ..values.money import as_yuan, is_yuan
from ..values.ranges import exact
from ..values.text import Text
from .indicators import Indicator
from .marks import Hedge

MOST_PERCENT = 100


class Scope(Label):
    """范围"""

    ALL = "all", "全部"
    POOR_AREAS = "poor_areas", "贫困地区"
    POOR_VILLAGES = "poor_villages", "贫困村"


class Ledger(Label):
    """据以核对的账"""

    NETWORK = "network", "结对台账"
    FINDINGS = "findings", "应享受结论与发放记录"
    LIST = "list", "对象名单"


class CoveredSet(Label):
    """覆盖对象"""

    SCHOOLS = "schools", "学校"
    TEACHERS = "teachers", "教师"
    REGISTERED_CHILDREN = "registered_children", "建档立卡贫困户子女"
    LEFT_BEHIND_CHILDREN = "left_behind_children", "留守儿童"
    REGISTERED_HOUSEHOLDS = "registered_households", "建档立卡贫困户"
    POOR_VILLAGES = "poor_villages", "贫困县的贫困村"
    COUNTIES = "counties", "贫困县"


@attrs.frozen
class Rate:
    """An indicator reaches a percentage within a scope.

    Attributes:
        indicator: Which.
        at_least: Percent, 0 to 100; gross rates may be observed above it.
        scope: Of what part of a place.
    """

    indicator: Indicator
    at_least: Fraction = attrs.field(converter=exact)
    scope: Scope

    def __attrs_post_init__(self) -> None:
        refuse("Rate", [*misfits(self), *_out_of_percent(self.at_least)])


@attrs.frozen
class Coverage:
    """A share of a set is covered.

    Attributes:
        of: The set, such as all schools.
        by: What each of it is to have.
        ledger: What the share is read from.
        at_least: Percent; 100 where the plan says all or every.
        scope: Of what part of a place the set is.
        network_set: The set as a network of pairs knows it, where the share is read from one; None where a network
            knows no such set.
    """

    of: Text
    by: Text
    ledger: Ledger
    at_least: Fraction = attrs.field(default=Fraction(MOST_PERCENT), converter=exact)
    scope: Scope = Scope.ALL
    network_set: CoveredSet | None = None

    def __attrs_post_init__(self) -> None:
        problems = [*misfits(self), *_out_of_percent(self.at_least)]
        if not problems and self.network_set is not None and self.ledger is not Ledger.NETWORK:
            expected = "expected no set of a network where the share is read from another ledger"
            problems = [Problem(Code.CONFLICT, "", self.network_set, expected)]
        refuse("Coverage", problems)


@attrs.frozen
class Count:
    """So many are reached.

    Attributes:
        of: What is counted.
        at_least: How many.
        unit: The unit of counting.
    """

    of: Text
    at_least: int
    unit: Text

    def __attrs_post_init__(self) -> None:
        problems = misfits(self)
        if not problems and self.at_least < 0:
            problems = [Problem(Code.OUT_OF_RANGE, "", self.at_least, "expected a count from 0")]
        refuse("Count", problems)


@attrs.frozen
class Budget:
    """So much money is put in.

    Attributes:
        purpose: What for.
        at_least: Yuan.
    """

    purpose: Text
    at_least: Decimal = attrs.field(converter=as_yuan)

    def __attrs_post_init__(self) -> None:
        problems = misfits(self)
        if not problems and not is_yuan(self.at_least):
            problems = [
                Problem(Code.BAD_MONEY, "", self.at_least, "expected yuan from 0, in whole fen")
            ]
        refuse("Budget", problems)


@attrs.frozen
class Judgement:
    """Something that no figure shows: it is met only by a recorded judgement with its source.

    Attributes:
        text: What is to be so.
    """

    text: Text

    def __attrs_post_init__(self) -> None:
        refuse("Judgement", misfits(self))


Aim: TypeAlias = Rate | Coverage | Count | Budget | Judgement
"""What a target aims at."""


@attrs.frozen(kw_only=True)
class Target:
    """What is aimed at by the end of a year.

    Attributes:
        id: The clause's id, a slash and a part's name, such as ``GX-T3/compulsory_completion``.
        title: What it is, in words.
        aim: What is aimed at.
        since: The first year that counts: the policy's first.
        due: The year by the end of which it is to be reached.
        hedges: How firmly it is set; a hedged aim that is missed is a shortfall, not a breach.

    Raises:
        RuleError: It is due before it starts, or a field cannot hold its value.
    """

    id: str
    title: Text
    aim: Aim
    since: int
    due: int
    hedges: tuple[Hedge, ...] = attrs.field(default=(), converter=listed)

    def __attrs_post_init__(self) -> None:
        problems = misfits(self)
        if not problems:
            problems = [
                attrs.evolve(no_year(year), where=name)
                for name, year in (("since", self.since), ("due", self.due))
                if not is_year(year)
            ]
        if not problems and self.due < self.since:
            problems = [
                Problem(
                    Code.OUT_OF_RANGE,
                    "",
                    self.due,
                    f"expected a due year not before the first, {self.since}",
                )
            ]
        refuse(f"target {self.id}", problems)

    @property
    def threshold(self) -> Fraction:
        """What is to be reached, in the target's unit: percent, a count, or yuan; 1 for a judgement."""
        match self.aim:
            case Rate(at_least=percent) | Coverage(at_least=percent):
                return percent
            case Count(at_least=figure) | Budget(at_least=figure):
                return Fraction(figure)
            case Judgement():
                return Fraction(1)
            case _:
                assert_never(self.aim)


def _out_of_percent(value: object) -> list[Problem]:
    if isinstance(value, Fraction) and not 0 <= value <= MOST_PERCENT:
        return [Problem(Code.OUT_OF_RANGE, "", str(value), "expected a percentage from 0 to 100")]
    return []
