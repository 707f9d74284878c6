"""Amounts: how much, and the dated standards that say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, TypeAlias, TypeVar, assert_never, cast

import attrs
import pendulum

from ...values.certainty import Certainty
from ...values.content import ByContent
from ...values.errors import Code, Problem, RuleError
from ...values.fields import check_fields, listed
from ...values.label import Label
from ...values.money import MOST_YUAN, is_yuan
from ...values.plain import is_exact, is_whole
from ...values.terms import Term
from ...values.text import Text
from ..facts import Labelled, Money, Whole, Words
from ..node import Node
from .build import check_parts, fill, refuse
from .conditions import Condition, conditions, one_of

_L = TypeVar("_L", bound=Label)


# ── amounts ───────────────────────────────────────────────────────────────────────────────────────────────────────


@attrs.frozen(eq=False)
class Const(Node):
    """A figure as printed: yuan, or a plain number where it multiplies."""

    value: Decimal

    def __attrs_post_init__(self) -> None:
        exact = isinstance(self.value, Decimal) and self.value.is_finite()
        if not exact or not 0 <= self.value < MOST_YUAN:
            raise refuse(
                "Const",
                self.value,
                "expected a figure that is not negative, below ten thousand million",
            )
        if self.value != self.value.quantize(Decimal("0.000001")):
            raise refuse("Const", self.value, "expected at most six decimals")


def as_expr(value: Expr | int | Decimal) -> Expr:
    """A printed figure as an amount; all else as it is, for the constructor to check.

    Raises:
        RuleError: The figure is negative, or none that can be printed.
    """
    return Const(Decimal(value)) if is_exact(value) else cast("Expr", value)


def as_exprs(values: tuple[Expr | int | Decimal, ...]) -> tuple[Expr, ...]:
    """Some amounts, printed figures among them."""
    return tuple(map(as_expr, values))


@attrs.frozen(init=False, eq=False)
class Plus(Node):
    """The sum of the parts."""

    parts: tuple[Expr, ...]

    def __init__(self, *parts: Expr | int | Decimal) -> None:
        if not parts:
            raise refuse("Plus", None, "expected at least one amount")
        fill(self, parts=as_exprs(parts))
        check_parts(self, parts)


@attrs.frozen(eq=False)
class Times(Node):
    """An amount taken so many times."""

    number: Expr = attrs.field(converter=as_expr)
    of: Expr = attrs.field(converter=as_expr)

    def __attrs_post_init__(self) -> None:
        check_fields(self)


@attrs.frozen(init=False, eq=False)
class Least(Node):
    """The smallest of the parts."""

    parts: tuple[Expr, ...]

    def __init__(self, *parts: Expr | int | Decimal) -> None:
        if not parts:
            raise refuse("Least", None, "expected at least one amount")
        fill(self, parts=as_exprs(parts))
        check_parts(self, parts)


@attrs.frozen(init=False, eq=False)
class Greatest(Node):
    """The greatest of the parts."""

    parts: tuple[Expr, ...]

    def __init__(self, *parts: Expr | int | Decimal) -> None:
        if not parts:
            raise refuse("Greatest", None, "expected at least one amount")
        fill(self, parts=as_exprs(parts))
        check_parts(self, parts)


@attrs.frozen(init=False, eq=False)
class Table(Node):
    """An amount by label; a label without a row has no amount."""

    fact: Labelled[Any] | Words
    rows: tuple[tuple[Label | str, Expr], ...]

    def __init__(
        self,
        fact: Labelled[_L] | Words,
        rows: Mapping[_L, Expr | int | Decimal] | Mapping[str, Expr | int | Decimal],
    ) -> None:
        if not isinstance(rows, Mapping):
            raise refuse(
                "Table", rows, "expected a mapping from labels to amounts", "write {label: amount}"
            )
        one_of(fact, rows)  # refuses labels that do not fit the fact
        fill(self, fact=fact, rows=tuple((k, as_expr(v)) for k, v in rows.items()))
        wrong = [(k, v) for k, v in self.rows if not isinstance(v, _EXPRS)]
        if wrong:
            raise RuleError(
                Problem(Code.BAD_RULE, f"Table({fact})[{k}]", v, "expected a figure or an amount")
                for k, v in wrong
            )


@attrs.frozen(init=False, eq=False)
class Cases(Node):
    """The amount of the first case that holds; without `otherwise`, none when no case does."""

    cases: tuple[tuple[Condition, Expr], ...]
    otherwise: Expr | None

    def __init__(
        self,
        *cases: tuple[Condition, Expr | int | Decimal],
        otherwise: Expr | int | Decimal | None = None,
    ) -> None:
        odd = [c for c in cases if not isinstance(c, tuple) or len(c) != 2]
        if not cases or odd:
            raise refuse(
                "Cases",
                odd[0] if odd else None,
                "expected cases, each a condition with its amount",
                "write Cases((condition, amount), (condition, amount), otherwise=amount)",
            )
        fill(
            self,
            cases=tuple((condition, as_expr(value)) for condition, value in cases),
            otherwise=None if otherwise is None else as_expr(otherwise),
        )
        check_parts(self, cases if isinstance(cases[0][0], tuple) else ())
        conditions("Cases", tuple(condition for condition, _ in cases))


def _step(to: Any) -> Any:
    return Decimal(to) if is_whole(to) else to


@attrs.frozen(eq=False)
class Rounded(Node):
    """An amount rounded half up to a multiple of `to` yuan, where a clause rounds before the end."""

    of: Expr = attrs.field(converter=as_expr)
    to: Decimal = attrs.field(default=Decimal(1), converter=_step)

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        if not is_yuan(self.to) or self.to == 0:
            raise refuse("Rounded", self.to, "expected a step of at least one fen")


@attrs.frozen(eq=False)
class Since(ByContent):
    """One row of a standard: what it is from a day on.

    Attributes:
        since: The term or day it holds from.
        value: The figure.
        certainty: How sure the figure and its date are.
        document: The number of the document that sets it, where known.
        until: The last day it holds, where it ends without a successor; tested against the day itself.
        average: Whether the figure is an average over all who are aided, and nobody's own amount.
    """

    since: Term | pendulum.Date
    value: Expr = attrs.field(converter=as_expr)
    certainty: Certainty = Certainty.PRESS
    document: str = ""
    until: pendulum.Date | None = None
    average: bool = False

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        if self.until is not None and self.until < self.first_day:
            raise refuse(
                "Since", f"{self.first_day} … {self.until}", "expected the first day first"
            )

    @property
    def first_day(self) -> pendulum.Date:
        """The first day the row holds."""
        return self.since.first_day if isinstance(self.since, Term) else self.since


@attrs.frozen(eq=False)
class Standard(ByContent):
    """A figure set by a higher level, dated.

    Attributes:
        id: Its id.
        text: What it is, in words.
        rows: Its figures, earliest first.
        known_to: Up to and including which day it has been followed; None where it is not said. An answer for a
            later day says that the figure may have changed since.

    Raises:
        RuleError: Two rows hold on one day, or it is followed to a day before the last of them.
    """

    id: str
    text: Text
    rows: tuple[Since, ...] = attrs.field(converter=listed)
    known_to: pendulum.Date | None = None

    def __attrs_post_init__(self) -> None:
        check_fields(self, f"standard {self.id}")
        for earlier, later in zip(self.rows, self.rows[1:], strict=False):
            end = earlier.until or earlier.first_day
            if later.first_day <= end:
                raise RuleError(
                    Problem(
                        Code.OVERLAP,
                        f"standard {self.id}",
                        f"{earlier.first_day} … {later.first_day}",
                        "expected rows in order, no two of which hold on one day",
                    )
                )
        if not self.rows:
            raise refuse(f"standard {self.id}", None, "expected at least one row")
        if self.known_to is not None and self.known_to < self.rows[-1].first_day:
            raise refuse(
                f"standard {self.id}", str(self.known_to), "expected no row later than known_to"
            )

    def on(self, date: pendulum.Date) -> Since | None:
        """The row in force on a date (a row dated by term: in the term of the date)."""
        held = [
            r for r in self.rows if r.first_day <= date and (r.until is None or date <= r.until)
        ]
        return held[-1] if held else None


@attrs.frozen(eq=False)
class AtStandard(Node):
    """The figure of a standard on the assessment date, in both readings: the plan points to it and prints none."""

    standard: Standard

    def __attrs_post_init__(self) -> None:
        check_fields(self)


@attrs.frozen(eq=False)
class Printed(Node):
    """A printed figure that instantiates a national standard: as written the figure; in force the higher of the two."""

    figure: Expr = attrs.field(converter=as_expr)
    standard: Standard = attrs.field(kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_fields(self)


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
