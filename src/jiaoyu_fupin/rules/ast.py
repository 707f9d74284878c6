"""The rule language: conditions and amounts as closed unions of frozen values.

A rule is written down once, as a literal; every reading of it is a module of its own that handles each node here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import Enum
from typing import Any, TypeAlias, TypeVar, assert_never, overload

import attrs
import pendulum

from ..errors import Code as ErrorCode
from ..errors import Problem, RuleError
from ..money import is_yuan
from ..people import Subject
from ..people.labels import Label
from ..places import Territory
from ..terms import Term
from ..text import Text
from .facts import Code, Day, Flag, Handle, Labelled, Money, NotABoolean, Whole, Words

_L = TypeVar("_L", bound=Label)


def _fill(node: object, **fields: object) -> None:
    """Set the fields of a frozen node whose constructor takes any number of parts."""
    for name, value in fields.items():
        object.__setattr__(node, name, value)


def _refuse(where: str, value: object, expected: str, suggestion: str = "") -> RuleError:
    return RuleError(Problem(ErrorCode.BAD_RULE, where, value, expected, suggestion))


# ── what a fact is compared with ──────────────────────────────────────────────────────────────────────────────────


@attrs.frozen
class ThisYear:
    """The calendar year of the assessment date, `plus` some years."""

    plus: int = 0


@attrs.frozen
class ThisSchoolYear:
    """The calendar year in which the school year of the assessment date started, `plus` some years."""

    plus: int = 0


Year: TypeAlias = ThisYear | ThisSchoolYear


@attrs.frozen
class DayOf:
    """A day of a year that is itself told from the assessment date, such as a cut-off birthday."""

    month: int
    day: int
    year: Year = attrs.field(factory=ThisYear)

    def __attrs_post_init__(self) -> None:
        try:
            pendulum.date(2001, self.month, self.day)
        except ValueError:
            raise _refuse(
                "DayOf", (self.month, self.day), "expected a day that every year has"
            ) from None


@attrs.frozen
class YearsAgo:
    """The assessment date so many years earlier."""

    years: int

    def __attrs_post_init__(self) -> None:
        if self.years < 0:
            raise _refuse("YearsAgo", self.years, "expected a number of years from 0")


class Answers(Enum):
    """What sort of answer an open question takes."""

    YES_NO = "boolean"
    WHOLE = "whole number"


@attrs.frozen
class Question(NotABoolean):
    """A point the plan leaves open; unknown until a caller answers it. A yes-or-no question is a condition by itself.

    Attributes:
        name: Its name, as in `missing` and in answers.
        text: The question in words.
        takes: What sort of answer it takes; a whole number counts from 0.
    """

    name: str
    text: Text
    takes: Answers = Answers.YES_NO


# ── conditions ────────────────────────────────────────────────────────────────────────────────────────────────────


@attrs.frozen(init=False)
class Is(NotABoolean):
    """The fact is one of these labels (or, for free text, one of these words)."""

    fact: Labelled[Any] | Words
    values: tuple[Label | str, ...]

    @overload
    def __init__(self, fact: Labelled[_L], *values: _L) -> None: ...
    @overload
    def __init__(self, fact: Words, *values: str) -> None: ...
    def __init__(self, fact: Labelled[Any] | Words, *values: Label | str) -> None:
        if not isinstance(fact, Labelled | Words):
            raise _refuse(
                "Is", fact, "expected a fact with labels", "use Between for numbers and dates"
            )
        for value in values:
            if fact.spec.problem(value) is not None:
                raise _refuse(f"Is({fact})", value, fact.spec.expected())
        if not values or len(set(values)) != len(values):
            raise _refuse(f"Is({fact})", values, "expected one or more different values")
        _fill(self, fact=fact, values=values)


def one_of(fact: Any, values: Iterable[Any]) -> Is:
    """`Is` for a fact and values whose types are not known beforehand."""
    return Is(fact, *values)


_Bound: TypeAlias = "int | Decimal | pendulum.Date | Year | DayOf | YearsAgo | Question | None"


@attrs.frozen(init=False)
class Between(NotABoolean):
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
                raise _refuse(
                    "Between", fact, "expected a number, an amount or a date", "use Is for labels"
                )
        for bound in (low, high):
            asked = isinstance(bound, Question) and bound.takes is Answers.WHOLE
            if asked and isinstance(fact, Whole) and bound is low and high is None:
                continue
            wrong = bound is not None and (isinstance(bound, bool) or not isinstance(bound, may_be))
            if wrong or (isinstance(fact, Money) and bound is not None and not is_yuan(bound)):
                raise _refuse(
                    f"Between({fact})",
                    bound,
                    f"expected a bound that fits the fact, {fact.spec.described()}",
                )
        if low is None and high is None:
            raise _refuse(f"Between({fact})", None, "expected at least one bound")
        if _reversed(low, high):
            raise _refuse(f"Between({fact})", (low, high), "expected the lower bound first")
        _fill(self, fact=fact, low=low, high=high)


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


@attrs.frozen
class Aged(NotABoolean):
    """Full years on the assessment date lie between two bounds, both included; None where there is no bound."""

    birth: Day
    low: int | None
    high: int | None

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.birth, Day):
            raise _refuse("Aged", self.birth, "expected a date of birth")
        low = 0 if self.low is None else self.low
        if low < 0 or (self.high is not None and self.high < low):
            raise _refuse("Aged", (self.low, self.high), "expected ages from 0, the lower first")


@attrs.frozen
class Within(NotABoolean):
    """The place with this code lies in a territory."""

    fact: Code
    territory: Territory

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.fact, Code):
            raise _refuse("Within", self.fact, "expected a fact that is a place code")
        if any(len(p) > self.fact.spec.digits for p in self.territory.prefixes):
            raise _refuse(
                "Within",
                self.territory.prefixes,
                f"expected at most {self.fact.spec.digits} digits",
            )


@attrs.frozen(init=False)
class AllOf(NotABoolean):
    """Every part holds."""

    parts: tuple[Condition, ...]

    def __init__(self, *parts: Condition) -> None:
        _fill(self, parts=conditions("AllOf", parts))


@attrs.frozen(init=False)
class AnyOf(NotABoolean):
    """At least one part holds."""

    parts: tuple[Condition, ...]

    def __init__(self, *parts: Condition) -> None:
        _fill(self, parts=conditions("AnyOf", parts))


@attrs.frozen
class Not(NotABoolean):
    """The part does not hold."""

    part: Condition

    def __attrs_post_init__(self) -> None:
        conditions("Not", (self.part,))


@attrs.frozen
class Given(NotABoolean):
    """The fact where it is known; where it is not, whatever `otherwise` says.

    With the fact itself among the alternatives of `otherwise`, a list may settle what the column leaves open
    and still leave it open where the list is silent.
    """

    fact: Flag
    otherwise: Condition

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.fact, Flag):
            raise _refuse("Given", self.fact, "expected a yes-or-no fact")
        conditions("Given", (self.otherwise,))


@attrs.frozen
class During(NotABoolean):
    """The assessment date lies in a period: from the first day of `since` to the last before `until`."""

    since: pendulum.Date | Term | None = None
    until: pendulum.Date | Term | None = None

    def __attrs_post_init__(self) -> None:
        if self.since is None and self.until is None:
            raise _refuse("During", None, "expected a first day, an end or both")
        if None not in {self.first, self.end} and self.end <= self.first:  # type: ignore[operator]
            raise _refuse(
                "During", f"{self.first} … {self.end}", "expected the first day before the end"
            )

    @property
    def first(self) -> pendulum.Date | None:
        """The first day of the period."""
        return self.since.first_day if isinstance(self.since, Term) else self.since

    @property
    def end(self) -> pendulum.Date | None:
        """The day after the last of the period."""
        return self.until.first_day if isinstance(self.until, Term) else self.until


@attrs.frozen
class Named(NotABoolean):
    """A condition that the plans have a word for, such as being in financial difficulty."""

    text: Text
    condition: Condition

    def __attrs_post_init__(self) -> None:
        conditions("Named", (self.condition,))


Condition: TypeAlias = (
    Flag | Is | Between | Aged | Within | AllOf | AnyOf | Not | Given | During | Named | Question
)
"""What may hold or not hold of a subject on a date."""

_CONDITIONS = (Flag, Is, Between, Aged, Within, AllOf, AnyOf, Not, Given, During, Named, Question)


def conditions(where: str, parts: tuple[Any, ...]) -> tuple[Condition, ...]:
    """Some parts, all of which have to be conditions.

    Raises:
        RuleError: One is not.
    """
    for part in parts:
        if not isinstance(part, _CONDITIONS):
            hint = "write Is(fact, label) for fact == label" if isinstance(part, bool) else ""
            raise _refuse(where, part, "expected conditions", hint)
        if isinstance(part, Question) and part.takes is not Answers.YES_NO:
            raise _refuse(where, part.name, "expected a yes-or-no question")
    return parts


# ── amounts ───────────────────────────────────────────────────────────────────────────────────────────────────────


@attrs.frozen
class Const:
    """A figure as printed: yuan, or a plain number where it multiplies."""

    value: Decimal


def as_expr(value: Expr | int | Decimal) -> Expr:
    """An amount, or a printed figure as one.

    Raises:
        RuleError: It is neither, or negative.
    """
    if isinstance(value, _EXPRS):
        return value
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        hint = 'write a Decimal: Decimal("0.3")' if isinstance(value, float) else ""
        raise _refuse("amount", value, "expected a figure or an amount", hint)
    if not Decimal(value).is_finite() or value < 0:
        raise _refuse("amount", value, "expected a figure that is not negative")
    return Const(Decimal(value))


def as_exprs(where: str, values: tuple[Expr | int | Decimal, ...]) -> tuple[Expr, ...]:
    """Some amounts, at least one."""
    if not values:
        raise _refuse(where, None, "expected at least one amount")
    return tuple(map(as_expr, values))


@attrs.frozen(init=False)
class Plus:
    """The sum of the parts."""

    parts: tuple[Expr, ...]

    def __init__(self, *parts: Expr | int | Decimal) -> None:
        _fill(self, parts=as_exprs("Plus", parts))


@attrs.frozen
class Times:
    """An amount taken so many times."""

    number: Expr = attrs.field(converter=as_expr)
    of: Expr = attrs.field(converter=as_expr)


@attrs.frozen(init=False)
class Least:
    """The smallest of the parts."""

    parts: tuple[Expr, ...]

    def __init__(self, *parts: Expr | int | Decimal) -> None:
        _fill(self, parts=as_exprs("Least", parts))


@attrs.frozen(init=False)
class Greatest:
    """The greatest of the parts."""

    parts: tuple[Expr, ...]

    def __init__(self, *parts: Expr | int | Decimal) -> None:
        _fill(self, parts=as_exprs("Greatest", parts))


@attrs.frozen(init=False)
class Table:
    """An amount by label; a label without a row has no amount."""

    fact: Labelled[Any] | Words
    rows: tuple[tuple[Label | str, Expr], ...]

    def __init__(
        self,
        fact: Labelled[_L] | Words,
        rows: Mapping[_L, Expr | int | Decimal] | Mapping[str, Expr | int | Decimal],
    ) -> None:
        one_of(fact, rows)  # refuses labels that do not fit the fact
        _fill(self, fact=fact, rows=tuple((k, as_expr(v)) for k, v in rows.items()))


@attrs.frozen(init=False)
class Cases:
    """The amount of the first case that holds; without `otherwise`, none when no case does."""

    cases: tuple[tuple[Condition, Expr], ...]
    otherwise: Expr | None

    def __init__(
        self,
        *cases: tuple[Condition, Expr | int | Decimal],
        otherwise: Expr | int | Decimal | None = None,
    ) -> None:
        conditions("Cases", tuple(condition for condition, _ in cases))
        _fill(
            self,
            cases=tuple((condition, as_expr(value)) for condition, value in cases),
            otherwise=None if otherwise is None else as_expr(otherwise),
        )


@attrs.frozen
class Rounded:
    """An amount rounded half up to a multiple of `to` yuan, where a clause rounds before the end."""

    of: Expr = attrs.field(converter=as_expr)
    to: Decimal = attrs.field(default=Decimal(1), converter=Decimal)

    def __attrs_post_init__(self) -> None:
        if not is_yuan(self.to) or self.to == 0:
            raise _refuse("Rounded", self.to, "expected a step of at least one fen")


class Certainty(Enum):
    """How sure a fact from outside the plans is."""

    OFFICIAL = "A"
    PRESS = "B"
    MIRROR = "C"
    DERIVED = "D"
    BACKGROUND = "K"


@attrs.frozen
class Since:
    """One row of a standard: what it is from a day on.

    Attributes:
        since: The term or day it holds from.
        value: The figure.
        certainty: How sure the figure and its date are.
        document: The number of the document that sets it, where known.
        until: The last day it holds, where it ends without a successor; tested against the day itself.
    """

    since: Term | pendulum.Date
    value: Expr = attrs.field(converter=as_expr)
    certainty: Certainty = Certainty.PRESS
    document: str = ""
    until: pendulum.Date | None = None

    @property
    def first_day(self) -> pendulum.Date:
        """The first day the row holds."""
        return self.since.first_day if isinstance(self.since, Term) else self.since


def _rows(rows: Iterable[Since]) -> tuple[Since, ...]:
    return tuple(rows)


@attrs.frozen
class Standard:
    """A figure set by a higher level, dated.

    Attributes:
        id: Its id.
        text: What it is, in words.
        rows: Its figures, earliest first.

    Raises:
        RuleError: Two rows hold on one day.
    """

    id: str
    text: Text
    rows: tuple[Since, ...] = attrs.field(converter=_rows)

    def __attrs_post_init__(self) -> None:
        for earlier, later in zip(self.rows, self.rows[1:], strict=False):
            end = earlier.until or earlier.first_day
            if later.first_day <= end:
                raise RuleError(
                    Problem(
                        ErrorCode.OVERLAP,
                        f"standard {self.id}",
                        f"{earlier.first_day} … {later.first_day}",
                        "expected rows in order, no two of which hold on one day",
                    )
                )
        if not self.rows:
            raise _refuse(f"standard {self.id}", None, "expected at least one row")

    def on(self, date: pendulum.Date) -> Since | None:
        """The row in force on a date (a row dated by term: in the term of the date)."""
        held = [
            r for r in self.rows if r.first_day <= date and (r.until is None or date <= r.until)
        ]
        return held[-1] if held else None


@attrs.frozen
class AtStandard:
    """The figure of a standard on the assessment date, in both readings: the plan points to it and prints none."""

    standard: Standard


@attrs.frozen
class Printed:
    """A printed figure that instantiates a national standard: as written the figure; in force the higher of the two."""

    figure: Expr = attrs.field(converter=as_expr)
    standard: Standard = attrs.field(kw_only=True)


Expr: TypeAlias = (
    Const
    | Money
    | Whole
    | Plus
    | Times
    | Least
    | Greatest
    | Table
    | Cases
    | Rounded
    | AtStandard
    | Printed
)
"""How much: yuan, or a plain number where it multiplies."""

_EXPRS = (
    Const,
    Money,
    Whole,
    Plus,
    Times,
    Least,
    Greatest,
    Table,
    Cases,
    Rounded,
    AtStandard,
    Printed,
)


def parts_of(expr: Expr) -> tuple[Expr, ...]:
    """The amounts an amount is made of, one level down; standards' figures are not looked into."""
    match expr:
        case Const() | Money() | Whole() | AtStandard():
            return ()
        case Plus() | Least() | Greatest():
            return expr.parts
        case Times():
            return (expr.number, expr.of)
        case Table():
            return tuple(value for _, value in expr.rows)
        case Cases():
            last = () if expr.otherwise is None else (expr.otherwise,)
            return (*(value for _, value in expr.cases), *last)
        case Rounded():
            return (expr.of,)
        case Printed():
            return (expr.figure,)
        case _:
            assert_never(expr)


def within(expr: Expr) -> Iterator[Expr]:
    """An amount and every amount inside it."""
    yield expr
    for part in parts_of(expr):
        yield from within(part)


def nodes_in(value: Any) -> Iterator[Any]:
    """Every value a rule is made of, in order of appearance; what a fact handle is made of is not looked into."""
    if isinstance(value, tuple):
        for item in value:
            yield from nodes_in(item)
    elif attrs.has(type(value)):
        yield value
        if not isinstance(value, _HANDLES):
            for field in attrs.fields(type(value)):
                yield from nodes_in(getattr(value, field.name))


_HANDLES = (Flag, Labelled, Whole, Money, Day, Code, Words)


def handles_in(value: object) -> list[Handle]:
    """Every fact handle in a rule, in order of appearance, as often as it appears."""
    return [node for node in nodes_in(value) if isinstance(node, _HANDLES)]


def subjects_in(value: object) -> set[type[Subject]]:
    """The kinds of subject whose facts a rule speaks of."""
    return {handle.subject for handle in handles_in(value)}
