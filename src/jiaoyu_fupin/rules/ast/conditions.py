"""Conditions: what may hold or not hold of a subject on a date."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, TypeAlias, TypeVar, overload

import attrs
import pendulum

from ...places import Territory
from ...values.errors import Code, Problem, RuleError
from ...values.fields import Limits, check_fields, fits
from ...values.label import Label
from ...values.money import is_yuan
from ...values.terms import Term
from ...values.text import Text
from ..facts import Day, Flag, Labelled, Money, PlaceCode, Whole, Words
from ..node import Node
from .build import MOST_YEARS, check_parts, fill, refuse

_L = TypeVar("_L", bound=Label)

Years: TypeAlias = Annotated[int, Limits(0, MOST_YEARS)]
"""How many years back, or of age."""

Shift: TypeAlias = Annotated[int, Limits(-MOST_YEARS, MOST_YEARS)]
"""How many years earlier or later."""

MONTHS = 12
Month: TypeAlias = Annotated[int, Limits(1, MONTHS)]
"""A month of the year."""


# ── what a fact is compared with ──────────────────────────────────────────────────────────────────────────────────


@attrs.frozen
class ThisYear:
    """The calendar year of the assessment date, `plus` some years."""

    plus: Shift = 0

    def __attrs_post_init__(self) -> None:
        check_fields(self)


@attrs.frozen
class ThisSchoolYear:
    """The calendar year in which the school year of the assessment date started, `plus` some years."""

    plus: Shift = 0

    def __attrs_post_init__(self) -> None:
        check_fields(self)


Year: TypeAlias = ThisYear | ThisSchoolYear


@attrs.frozen
class DayOf:
    """A day of a year that is itself told from the assessment date, such as a cut-off birthday."""

    month: int
    day: int
    year: Year = attrs.field(factory=ThisYear)

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        try:
            pendulum.date(2001, self.month, self.day)
        except ValueError:
            raise refuse(
                "DayOf", (self.month, self.day), "expected a day that every year has"
            ) from None


@attrs.frozen
class YearsAgo:
    """The assessment date so many years earlier."""

    years: Years

    def __attrs_post_init__(self) -> None:
        check_fields(self)


class Answers(Enum):
    """What sort of answer an open question takes."""

    YES_NO = "boolean"
    WHOLE = "whole number"


@attrs.frozen(eq=False)
class Question(Node):
    """A point the plan leaves open; unknown until a caller answers it. A yes-or-no question is a condition by itself.

    Attributes:
        name: Its name, as in `missing` and in answers.
        text: The question in words.
        takes: What sort of answer it takes; a whole number counts from 0.
    """

    name: str
    text: Text
    takes: Answers = Answers.YES_NO

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        if not re.fullmatch(r"[a-z][a-z0-9_]*", self.name):
            raise refuse("Question", self.name, "expected a name such as enrolment_age_edges")


# ── conditions ────────────────────────────────────────────────────────────────────────────────────────────────────


@attrs.frozen(init=False, eq=False)
class Is(Node):
    """The fact is one of these labels (or, for free text, one of these words)."""

    fact: Labelled[Any] | Words
    values: tuple[Label | str, ...]

    @overload
    def __init__(self, fact: Labelled[_L], *values: _L) -> None: ...
    @overload
    def __init__(self, fact: Words, *values: str) -> None: ...
    def __init__(self, fact: Labelled[Any] | Words, *values: Label | str) -> None:
        if not isinstance(fact, Labelled | Words):
            raise refuse(
                "Is", fact, "expected a fact with labels", "use Between for numbers and dates"
            )
        if fact.spec.identity:
            raise refuse(f"Is({fact})", None, "expected a fact that identifies nobody")
        if len(values) == 1 and isinstance(values[0], tuple | list | set | frozenset):
            hint = f"write Is({fact}, one, other) without brackets"
            raise refuse(f"Is({fact})", values[0], fact.spec.expected(), hint)
        for value in values:
            found = fact.spec.problem(value)
            if value is None or found is not None:
                hint = "" if found is None else found.suggestion
                raise refuse(f"Is({fact})", value, fact.spec.expected(), hint)
        if not values or len(set(values)) != len(values):
            raise refuse(f"Is({fact})", values, "expected one or more different values")
        fill(self, fact=fact, values=values)


def one_of(fact: Any, values: Iterable[Any]) -> Is:
    """`Is` for a fact and values whose types are not known beforehand."""
    return Is(fact, *values)


_Bound: TypeAlias = int | Decimal | pendulum.Date | Year | DayOf | YearsAgo | Question | None


@attrs.frozen(init=False, eq=False)
class Between(Node):
    """The number, amount or date lies between two bounds, both included; None where there is no bound.

    A whole number may be bounded by `ThisYear` and `ThisSchoolYear`, from below also by a question; a date by
    `DayOf` and `YearsAgo`.
    """

    fact: Whole | Money | Day
    low: _Bound
    high: _Bound

    def __init__(self, fact: Whole | Money | Day, low: _Bound, high: _Bound) -> None:
        match fact:
            case Whole():
                may_be: tuple[type, ...] = (int, ThisYear, ThisSchoolYear)
            case Money():
                may_be = (int, Decimal)
            case Day():
                may_be = (pendulum.Date, DayOf, YearsAgo)
            case _:
                raise refuse(
                    "Between", fact, "expected a number, an amount or a date", "use Is for labels"
                )
        for bound in (low, high):
            asked = isinstance(bound, Question) and bound.takes is Answers.WHOLE
            if asked and isinstance(fact, Whole) and bound is low and high is None:
                continue
            odd = isinstance(bound, bool | pendulum.DateTime) or not isinstance(bound, may_be)
            beyond = isinstance(bound, int | pendulum.Date) and not fits(bound, _Bound)
            wrong = bound is not None and (odd or beyond)
            if wrong or (isinstance(fact, Money) and bound is not None and not is_yuan(bound)):
                raise refuse(
                    f"Between({fact})",
                    bound,
                    f"expected a bound that fits the fact, {fact.spec.described()}",
                )
        if low is None and high is None:
            raise refuse(f"Between({fact})", None, "expected at least one bound")
        if _reversed(low, high):
            raise refuse(f"Between({fact})", (low, high), "expected the lower bound first")
        fill(self, fact=fact, low=low, high=high)


def _reversed(low: Any, high: Any) -> bool:
    if isinstance(low, int | Decimal) and isinstance(high, int | Decimal):
        return low > high
    return isinstance(low, pendulum.Date) and isinstance(high, pendulum.Date) and low > high


def AtLeast(fact: Whole | Money | Day, low: _Bound) -> Between:
    """The fact is not below `low`."""
    return Between(fact, low, None)


def AtMost(fact: Whole | Money | Day, high: _Bound) -> Between:
    """The fact is not above `high`."""
    return Between(fact, None, high)


def Equals(fact: Whole | Day, value: _Bound) -> Between:
    """The fact is just `value`."""
    return Between(fact, value, value)


@attrs.frozen(eq=False)
class Aged(Node):
    """Full years on the assessment date lie between two bounds, both included; None where there is no bound."""

    birth: Day
    low: Years | None
    high: Years | None

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        if self.low is None and self.high is None:
            raise refuse("Aged", None, "expected at least one bound")
        if self.low is not None and self.high is not None and self.high < self.low:
            raise refuse("Aged", (self.low, self.high), "expected the lower age first")


@attrs.frozen(eq=False)
class Within(Node):
    """The place with this code lies in a territory."""

    fact: PlaceCode
    territory: Territory

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        if any(len(p) > self.fact.spec.digits for p in self.territory.prefixes):
            raise refuse(
                "Within",
                self.territory.prefixes,
                f"expected at most {self.fact.spec.digits} digits",
            )


@attrs.frozen(init=False, eq=False)
class AllOf(Node):
    """Every part holds."""

    parts: tuple[Condition, ...]

    def __init__(self, *parts: Condition) -> None:
        fill(self, parts=parts)
        check_parts(self, parts)
        conditions("AllOf", parts)


@attrs.frozen(init=False, eq=False)
class AnyOf(Node):
    """At least one part holds."""

    parts: tuple[Condition, ...]

    def __init__(self, *parts: Condition) -> None:
        fill(self, parts=parts)
        check_parts(self, parts)
        conditions("AnyOf", parts)


@attrs.frozen(eq=False)
class Not(Node):
    """The part does not hold."""

    part: Condition

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        conditions("Not", (self.part,))


@attrs.frozen(eq=False)
class Given(Node):
    """The fact where it is known; where it is not, whatever `otherwise` says, and without it no.

    With the fact itself among the alternatives of `otherwise`, a list may settle what the column leaves open
    and still leave it open where the list is silent. Without `otherwise` the fact counts where it is known and is
    not asked where it is not: an answer never waits for it.
    """

    fact: Flag
    otherwise: Condition = attrs.field(factory=AnyOf)

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        conditions("Given", (self.otherwise,))


@attrs.frozen(eq=False)
class During(Node):
    """The assessment date lies in a period: from the first day of `since` to the last before `until`."""

    since: pendulum.Date | Term | None = None
    until: pendulum.Date | Term | None = None

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        if self.since is None and self.until is None:
            raise refuse("During", None, "expected a first day, an end or both")
        first, end = self.first, self.end
        if first is not None and end is not None and end <= first:
            raise refuse("During", f"{first} … {end}", "expected the first day before the end")

    @property
    def first(self) -> pendulum.Date | None:
        """The first day of the period."""
        return self.since.first_day if isinstance(self.since, Term) else self.since

    @property
    def end(self) -> pendulum.Date | None:
        """The day after the last of the period."""
        return self.until.first_day if isinstance(self.until, Term) else self.until


@attrs.frozen(eq=False)
class InMonths(Node):
    """The assessment date lies in these months of any year, both included; 9 to 2 are those of an autumn term."""

    first: Month
    last: Month

    def __attrs_post_init__(self) -> None:
        check_fields(self)

    def covers(self, on: datetime.date) -> bool:
        """Whether a date lies in the months."""
        return (on.month - self.first) % MONTHS <= (self.last - self.first) % MONTHS


@attrs.frozen(eq=False)
class Named(Node):
    """A condition that the plans have a word for, such as being in financial difficulty."""

    text: Text
    condition: Condition

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        conditions("Named", (self.condition,))


Condition: TypeAlias = (
    Flag
    | Is
    | Between
    | Aged
    | Within
    | AllOf
    | AnyOf
    | Not
    | Given
    | During
    | InMonths
    | Named
    | Question
)
"""What may hold or not hold of a subject on a date."""


def conditions(where: str, parts: tuple[Any, ...]) -> tuple[Condition, ...]:
    """Some parts, none of which is a question on how many: that is a number, and no condition.

    Raises:
        RuleError: With a problem for each that is.
    """
    numbers = [p.name for p in parts if isinstance(p, Question) and p.takes is not Answers.YES_NO]
    if numbers:
        raise RuleError(
            Problem(Code.BAD_RULE, where, name, "expected a yes-or-no question") for name in numbers
        )
    return parts
