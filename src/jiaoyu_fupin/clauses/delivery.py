"""Deliveries: what a report says was given, built or done."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import attrs

from ..places.coordinates import CalendarYear
from ..values.errors import Code, Problem
from ..values.fields import misfits, refuse
from ..values.money import as_yuan, is_yuan
from ..values.text import Text


@attrs.frozen(kw_only=True)
class Delivery:
    """Something that was given, built or done.

    Attributes:
        id: The clause's id, with a part's name after a slash where the clause has several.
        title: What it was.
        count: How many; None where the figure is lost or was never printed.
        unit: The unit of the count.
        yuan: What it cost; None where the sum is lost or was never printed.
        funder: From what money.
        reached: How many it reached; None where not printed.
        reached_unit: What these are.
        year: The year it is reported for; None where not printed.
    """

    id: str
    title: Text
    count: int | None = None
    unit: Text | None = None
    yuan: Decimal | None = attrs.field(default=None, converter=as_yuan)
    funder: Text | None = None
    reached: int | None = None
    reached_unit: Text | None = None
    year: CalendarYear | None = None

    def __attrs_post_init__(self) -> None:
        problems = misfits(self)
        if not problems:
            problems = [
                Problem(Code.OUT_OF_RANGE, "", n, "expected a count from 0")
                for n in (self.count, self.reached)
                if n is not None and n < 0
            ]
            problems += [
                Problem(Code.REQUIRED, "", None, f"expected {name}, since there is a count of it")
                for name, n, unit in (
                    ("unit", self.count, self.unit),
                    ("reached_unit", self.reached, self.reached_unit),
                )
                if n is not None and unit is None
            ]
            if self.yuan is not None and not is_yuan(self.yuan):
                expected = "expected yuan from 0, in whole fen"
                problems.append(Problem(Code.BAD_MONEY, "", self.yuan, expected))
        refuse(f"delivery {self.id}", problems)

    @property
    def yuan_each(self) -> Fraction | None:
        """What it cost for each it reached, exact; None where one of the two is not known."""
        if self.yuan is None or not self.reached:
            return None
        return Fraction(self.yuan) / self.reached
