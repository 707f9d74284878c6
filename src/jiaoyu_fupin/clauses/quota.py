"""Quotas: how many, how much or how fast, for each of what."""

from __future__ import annotations

import attrs

from ..places.coordinates import CalendarYear
from ..values.errors import Code, Problem
from ..values.fields import listed, misfits, refuse
from ..values.label import Label
from ..values.text import Text
from .marks import Hedge


class FigureKind(Label):
    """数额的含义"""

    NUMBER = "number", "数量"
    YUAN = "yuan", "金额（元）"
    GROWTH_PERCENT = "growth_percent", "比上年增幅（%）"


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
