"""A benefit: to whom, where, how much, how often, from whom and against which papers."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any, ClassVar, TypeAlias, assert_never

import attrs

from ..people import Subject
from ..values.content import ByContent
from ..values.errors import Code, Problem, RuleError
from ..values.fields import check_fields, listed
from ..values.ranges import exact
from ..values.spans import Span
from ..values.text import Text
from .ast import (
    AllOf,
    AnyOf,
    AtStandard,
    Between,
    Condition,
    Const,
    DayOf,
    Expr,
    Named,
    Not,
    Printed,
    Question,
    Standard,
    Times,
    Within,
    as_expr,
    as_exprs,
    check_parts,
    conditions,
    nodes_in,
    parts_of,
    subjects_in,
)
from .facts import Money, Whole


class Basis(Enum):
    """How an amount is fixed."""

    FIXED = "fixed"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    AVERAGE = "average"
    DISCRETIONARY = "discretionary"
    UNSTATED = "unstated"
    IN_KIND = "in_kind"


class Per(Enum):
    """What one amount is for."""

    ONCE = "once"
    DAY = "day"
    MONTH = "month"
    TERM = "term"
    CALENDAR_YEAR = "calendar_year"
    SCHOOL_YEAR = "school_year"
    UNSTATED = "unstated"


@attrs.frozen(eq=False)
class Fixed(ByContent):
    """This amount, neither more nor less."""

    basis: ClassVar = Basis.FIXED
    amount: Expr = attrs.field(converter=as_expr)

    def __attrs_post_init__(self) -> None:
        check_fields(self)


@attrs.frozen(eq=False)
class Floor(ByContent):
    """No less than this amount."""

    basis: ClassVar = Basis.AT_LEAST
    lower: Expr = attrs.field(converter=as_expr)

    def __attrs_post_init__(self) -> None:
        check_fields(self)


@attrs.frozen(eq=False)
class Ceiling(ByContent):
    """Anything up to this amount."""

    basis: ClassVar = Basis.AT_MOST
    upper: Expr = attrs.field(converter=as_expr)

    def __attrs_post_init__(self) -> None:
        check_fields(self)


@attrs.frozen(init=False, eq=False)
class Average(ByContent):
    """An average over all who are aided; one person's share is one of the tiers, if any are printed."""

    basis: ClassVar = Basis.AVERAGE
    average: Expr
    tiers: tuple[Expr, ...]

    def __init__(self, average: Expr | int | Decimal, *tiers: Expr | int | Decimal) -> None:
        object.__setattr__(self, "average", as_expr(average))
        object.__setattr__(self, "tiers", as_exprs(tiers))
        check_parts(self, tiers)


@attrs.frozen(eq=False)
class Discretionary(ByContent):
    """What the office decides, between two amounts."""

    basis: ClassVar = Basis.DISCRETIONARY
    lower: Expr = attrs.field(converter=as_expr)
    upper: Expr = attrs.field(converter=as_expr)

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        low, high = self.lower, self.upper
        if isinstance(low, Const) and isinstance(high, Const) and low.value > high.value:
            shown = f"{low.value} … {high.value}"
            raise RuleError(
                Problem(Code.BAD_RULE, "Discretionary", shown, "expected the lower amount first")
            )


@attrs.frozen(eq=False)
class Unstated(ByContent):
    """The plan prints no amount; in force, a national standard's where there is one on the date."""

    basis: ClassVar = Basis.UNSTATED
    national: Standard | None = None

    def __attrs_post_init__(self) -> None:
        check_fields(self)


@attrs.frozen
class InKind:
    """Goods, services or an exemption; counted, not priced."""

    basis: ClassVar = Basis.IN_KIND
    goods: Text

    def __attrs_post_init__(self) -> None:
        check_fields(self)


Amount: TypeAlias = Fixed | Floor | Ceiling | Average | Discretionary | Unstated | InKind
"""How much a benefit is."""


def expressions_of(amount: Amount) -> tuple[Expr, ...]:
    """The expressions an amount is made of, in this or another reading."""
    match amount:
        case Fixed():
            return (amount.amount,)
        case Floor():
            return (amount.lower,)
        case Ceiling():
            return (amount.upper,)
        case Average():
            return (amount.average, *amount.tiers)
        case Discretionary():
            return (amount.lower, amount.upper)
        case Unstated():
            return () if amount.national is None else tuple(r.value for r in amount.national.rows)
        case InKind():
            return ()
        case _:
            assert_never(amount)


def _share(share: Any) -> Any:
    """A share written as text, such as 3/5, or as a number that is exact; all else as it is, for the check."""
    if isinstance(share, str):
        try:
            return Fraction(share)
        except (ValueError, ZeroDivisionError):
            return share
    return exact(share)


@attrs.frozen
class Payer:
    """Who bears which share of an amount."""

    name: Text
    share: Fraction = attrs.field(default=Fraction(1), converter=_share)

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        if self.share <= 0:
            raise RuleError(
                Problem(Code.BAD_RULE, "Payer", str(self.share), "expected a share above 0")
            )


@attrs.frozen
class Deadline:
    """The day of the year by which a claim has to be in."""

    month: int
    day: int

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        DayOf(self.month, self.day)  # refuses a day that not every year has


_ID = re.compile(r"[A-Z]{2,3}-[0-9A-Za-z.]+(/[a-z_]+)?")


@attrs.frozen(kw_only=True, eq=False)
class Benefit(ByContent):
    """What one clause grants to one kind of subject.

    Attributes:
        id: The clause's id, with a part's name after a slash where the clause grants several things.
        title: What it is, in words.
        subject: Whose case it is.
        place: Where: tests of place codes only.
        when: The condition.
        amount: How much.
        per: What one amount is for.
        life: When it differs from the measure's own life.
        payers: Who pays which share; empty where the plan does not say.
        papers: What a claimant has to show.
        deadline: By when.
        carries_out: The id of a higher level's benefit that this one carries out: the same money, not money besides.
        repayable: Whether it has to be paid back: a loan is due, but no total adds it to what is given.

    Raises:
        RuleError: The parts do not speak of one kind of subject, or shares do not add up.
    """

    id: str
    title: Text
    subject: type[Subject]
    place: Condition
    when: Condition
    amount: Amount
    per: Per
    life: Span | None = None
    payers: tuple[Payer, ...] = attrs.field(default=(), converter=listed)
    papers: tuple[Text, ...] = attrs.field(default=(), converter=listed)
    deadline: Deadline | None = None
    carries_out: str | None = None
    repayable: bool = False

    def __attrs_post_init__(self) -> None:
        check_fields(self, f"benefit {self.id}")
        problems = []

        def wrong(value: object, expected: str) -> None:
            problems.append(Problem(Code.BAD_RULE, f"benefit {self.id}", value, expected))

        if not _ID.fullmatch(self.id):
            wrong(self.id, "expected an id such as GZ-5a or GZ-5a/living")
        higher = self.carries_out
        if higher is not None and not _ID.fullmatch(higher):
            wrong(higher, "expected the id of the benefit that is carried out, such as CN-1/living")
        conditions(f"benefit {self.id}", (self.place, self.when))
        others = {s for part in (self.place, self.when, self.amount) for s in subjects_in(part)} - {
            self.subject
        }
        if others:
            wrong(
                sorted(s.__name__ for s in others),
                f"expected facts of a {self.subject.__name__} only",
            )
        if not _only_places(self.place):
            wrong(None, "expected the place to test place codes only: Within, AllOf, AnyOf, Not")
        for expr in expressions_of(self.amount):
            _check_unit(expr, wrong, yuan=True)
        if strays := _averages_in(self.amount):
            wrong(
                strays,
                "expected a standard with an average as the whole figure of Fixed, Average or Unstated, "
                "beside plain figures where one is printed",
            )
        for question, asked in _numbers_asked((self.place, self.when, self.amount)).items():
            if len(asked) > 1:
                wrong(sorted(asked), f"expected the question {question} to bound one fact only")
        if self.payers and sum(p.share for p in self.payers) != 1:
            wrong([str(p.share) for p in self.payers], "expected the payers' shares to add up to 1")
        if problems:
            raise RuleError(problems)

    @property
    def clause(self) -> str:
        """The id of the clause that grants it."""
        return self.id.partition("/")[0]


def _averages_in(amount: object) -> list[str]:
    """The standards with an average that an amount puts where no average can stand: into a figure or a bound."""
    if isinstance(amount, Average | Unstated):
        return []
    figure = amount.amount if isinstance(amount, Fixed) else None
    whole = figure.standard if isinstance(figure, AtStandard) else None
    if isinstance(figure, Printed) and isinstance(figure.figure, Const):
        plain = all(isinstance(row.value, Const) for row in figure.standard.rows)
        whole = (
            figure.standard if plain else None
        )  # else which of the two is higher would differ by subject
    return [
        node.id
        for node in nodes_in(amount)
        if isinstance(node, Standard) and node is not whole and any(r.average for r in node.rows)
    ]


def _numbers_asked(rules: object) -> dict[str, set[str]]:
    """Which facts each open question on how many bounds."""
    asked: dict[str, set[str]] = {}
    for node in nodes_in(rules):
        if isinstance(node, Between) and isinstance(node.low, Question):
            asked.setdefault(node.low.name, set()).add(node.fact.name)
    return asked


def _check_unit(expr: Expr, wrong: Callable[[object, str], None], *, yuan: bool) -> None:
    """Whether an expression is yuan throughout, or a plain number where it multiplies."""
    match expr:
        case Money() if not yuan:
            wrong(expr, "expected a plain number to multiply by, no amount")
        case Whole() if yuan:
            wrong(expr, "expected an amount in yuan: Times(number, yuan)")
        case Times():
            _check_unit(expr.number, wrong, yuan=False)
            _check_unit(expr.of, wrong, yuan=yuan)
        case _:
            for part in parts_of(expr):
                _check_unit(part, wrong, yuan=yuan)


def _only_places(condition: Condition) -> bool:
    match condition:
        case Within():
            return True
        case AllOf() | AnyOf():
            return all(map(_only_places, condition.parts))
        case Not():
            return _only_places(condition.part)
        case Named():
            return _only_places(condition.condition)
        case _:
            return False
