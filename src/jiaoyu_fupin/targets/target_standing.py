"""Where a target stands: the standing of what was observed of it, and what the target makes of that."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

import attrs
import pendulum

from ..clauses.indicators import Variant
from ..clauses.target import MOST_PERCENT, Count, Coverage, Rate, Target
from .standing import Point, SeriesStanding, Status


@attrs.frozen
class PassedOver:
    """How many observations of the indicator and place did not count.

    Attributes:
        other_scope: Those of another scope.
        other_variant: Those of the scope, but counted in another way.
        not_yet: Those that would count, but are of a year after the date.
    """

    other_scope: int = 0
    other_variant: int = 0
    not_yet: int = 0


@attrs.frozen(kw_only=True)
class TargetStanding(SeriesStanding):
    """Where a target stands in a place on a date: the standing of its series, and what it is the standing of.

    It is a standing and does not copy one, so that each figure is declared once. Figures are in the target's unit:
    percent, a count, or yuan; of a judgement there are none.

    Attributes:
        target: The target.
        place: The place's code; empty where the plan is of one place.
        on: The date.
        variant: The way that was counted; None where the target is about no indicator.
        points: All that counted, in the order of years.
        passed_over: How many observations did not count.
    """

    target: Target
    place: str
    on: pendulum.Date
    variant: Variant | None
    points: tuple[Point, ...]
    passed_over: PassedOver

    @property
    def threshold(self) -> Fraction:
        """What is to be reached, in the target's unit; 1 for a judgement."""
        return self.target.threshold

    @property
    def gap_in_heads(self) -> tuple[int, int | None] | None:
        """How many more would have to have what the target wants: the least and the most it may be.

        For a rate or a coverage it takes the denominator of the newest value, for a count the gap is it; None where
        the denominator is not known, and for money and judgements. The most is None where it has no bound.
        """
        if self.gap is None or self.latest is None or self.gap.low is None:
            return None
        match self.target.aim:
            case Count():
                share = Fraction(1)
            case Rate() | Coverage() if self.latest.out_of is not None:
                share = Fraction(self.latest.out_of, MOST_PERCENT)
            case _:
                return None
        high = self.gap.high
        return ceil(self.gap.low * share), None if high is None else ceil(high * share)

    @property
    def is_breach(self) -> bool | None:
        """Whether a firm aim was missed once its year is over; None while that is open.

        A hedged aim, such as one that is basically (基本) to be reached, is never breached: what it lacks is a
        shortfall, which `gap` tells.
        """
        if self.target.hedges:
            return False
        if self.on.year <= self.target.due or self.status is Status.UNKNOWN:
            return None
        return self.status is Status.MISSED
