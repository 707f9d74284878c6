"""Quotas: how many, how much or how fast, for each of what."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import attrs

from ..places.coordinates import CalendarYear
from ..values.errors import CallError, Code, Problem
from ..values.fields import listed, misfits, refuse
from ..values.given import wrong_type
from ..values.label import Label
from ..values.plain import is_exact
from ..values.text import Text
from .marks import Hedge


class FigureKind(Label):
    """数额的含义"""

    NUMBER = "number", "数量"
    YUAN = "yuan", "金额（元）"
    GROWTH_PERCENT = "growth_percent", "比上年增幅（%）"


class QuotaStanding(Label):
    """数额完成情况"""

    MET = "met", "达到"
    SHORT = "short", "不足"
    EXCEEDED = "exceeded", "超出"
    UNKNOWN = "unknown", "无法判断"


@attrs.frozen(kw_only=True)
class Quota:
    """A range that something has to lie in.

    Attributes:
        id: The clause's id, with a part's name after a slash where the clause has several.
        title: What is counted.
        figures: Whether the figures are numbers, yuan or percent of growth on the year before.
        unit: The unit of the figures.
        low: The least; None where none is printed.
        high: The most; None where none is printed.
        each: For each of what; None where it is for the whole area.
        yearly: Whether it holds of each year by itself.
        since: The first year it holds of; None for the policy's first.
        due: The year by the end of which it has to hold; None where none is printed.
        hedges: How firmly it is set.

    Raises:
        RuleError: The range is empty, or a field cannot hold its value.
    """

    id: str
    title: Text
    figures: FigureKind = FigureKind.NUMBER
    unit: Text
    low: int | None = None
    high: int | None = None
    each: Text | None = None
    yearly: bool = False
    since: CalendarYear | None = None
    due: CalendarYear | None = None
    hedges: tuple[Hedge, ...] = attrs.field(default=(), converter=listed)

    def __attrs_post_init__(self) -> None:
        problems = misfits(self)
        figures = [] if problems else [n for n in (self.low, self.high) if n is not None]
        if any(n < 0 for n in figures) or figures != sorted(figures):
            shown = f"{self.low} … {self.high}"
            expected = "expected figures from 0, the lower first"
            problems = [Problem(Code.OUT_OF_RANGE, "", shown, expected)]
        refuse(f"quota {self.id}", problems)

    def check(self, value: int | Decimal | Fraction | None) -> QuotaStanding:
        """Where a figure stands against the range; hedges are not weighed: short of a hedged one is no breach.

        Args:
            value: What was counted, in the quota's unit; for growth, percent on the year before. None where unknown.

        Returns:
            Unknown where the figure or the range is; growth without a printed figure has to be above zero.

        Raises:
            CallError: The value is not a finite exact number, or is below zero where it is no growth.

        >>> from jiaoyu_fupin.values.text import Text
        >>> Quota(id="ZZ-1", title=Text("基地", "bases"), unit=Text("个", "bases"), low=40, high=40).check(39).value
        'short'
        """
        if value is None:
            return QuotaStanding.UNKNOWN
        if not (is_exact(value) or isinstance(value, Fraction)):
            raise CallError(wrong_type("value", value, (int, Decimal, Fraction)))
        growth = self.figures is FigureKind.GROWTH_PERCENT
        finite = not isinstance(value, Decimal) or value.is_finite()
        if not finite or (value < 0 and not growth):
            expected = "expected a finite number" if growth else "expected a number from 0"
            raise CallError(Problem(Code.OUT_OF_RANGE, "value", value, expected))
        if self.low is None and self.high is None:
            if not growth:
                return QuotaStanding.UNKNOWN
            return QuotaStanding.MET if value > 0 else QuotaStanding.SHORT
        if self.low is not None and value < self.low:
            return QuotaStanding.SHORT
        if self.high is not None and value > self.high:
            return QuotaStanding.EXCEEDED
        return QuotaStanding.MET
