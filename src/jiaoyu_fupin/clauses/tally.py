"""Tallies: a stated total and the parts that are named with it."""

from __future__ import annotations

from fractions import Fraction

import attrs

from ..values.errors import CallError, Code, Problem, unknown_name
from ..values.fields import listed, misfits, refuse
from ..values.text import Text


@attrs.frozen
class Part:
    """A named part of a total; its number is None where the figure is lost."""

    name: Text
    number: int | None

    def __attrs_post_init__(self) -> None:
        refuse("part of a tally", misfits(self))


@attrs.frozen(kw_only=True)
class Tally:
    """A count as a plan states it; whether it adds up is a question to it, not an assumption.

    Attributes:
        id: The clause's id, with a part's name after a slash where the clause has several.
        title: What is counted.
        unit: The unit of counting.
        total: The stated total; None where it is lost.
        parts: The parts that are named.
        whole: Whether the parts are meant to make up the total.
    """

    id: str
    title: Text
    unit: Text
    total: int | None
    parts: tuple[Part, ...] = attrs.field(default=(), converter=listed)
    whole: bool = True

    def __attrs_post_init__(self) -> None:
        problems = misfits(self)
        if not problems:
            problems = [
                Problem(Code.OUT_OF_RANGE, "", n, "expected a count from 0")
                for n in (self.total, *(p.number for p in self.parts))
                if n is not None and n < 0
            ]
        refuse(f"tally {self.id}", problems)

    @property
    def named(self) -> int | None:
        """The sum of the named parts; None where no part is named or one of their figures is lost."""
        numbers = [p.number for p in self.parts if p.number is not None]
        return sum(numbers) if numbers and len(numbers) == len(self.parts) else None

    @property
    def remainder(self) -> int | None:
        """What the parts leave of the total, never spread; None where it cannot be told or the parts are no whole."""
        if not self.whole or self.total is None or self.named is None:
            return None
        return self.total - self.named

    def share(self, part: str) -> Fraction | None:
        """A part's share of the stated total, exact; None where a figure is lost or the total is nothing.

        Raises:
            CallError: There is no such part.
        """
        known = {word: p for p in self.parts for word in (p.name.zh, p.name.en)}
        if part not in known:
            raise CallError(unknown_name(f"part of {self.id}", part, known))
        number = known[part].number
        return Fraction(number, self.total) if number is not None and self.total else None
