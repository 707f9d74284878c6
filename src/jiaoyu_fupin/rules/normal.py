"""The normal form of rules: what every reading evaluates.

For one date, one reading and the answers given, each benefit becomes decision diagrams: whether it is
due, and which figures its amount has. Each fact is asked at most once on every path, so that what is
settled whatever the unknown facts are is found to be settled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any, assert_never

import pendulum

from ..people.fact import FactSpec, Kind
from ..values.terms import SchoolYear, years_before
from ..values.text import Text
from . import figures
from .ast import (
    Aged,
    AllOf,
    AnyOf,
    AtStandard,
    Between,
    Cases,
    Condition,
    Const,
    DayOf,
    During,
    Expr,
    Given,
    Greatest,
    InMonths,
    Is,
    Least,
    Named,
    Not,
    Plus,
    Printed,
    Question,
    Rounded,
    Standard,
    Table,
    ThisSchoolYear,
    ThisYear,
    Times,
    Within,
    YearsAgo,
    one_of,
    within,
)
from .benefit import (
    Amount,
    Average,
    Basis,
    Benefit,
    Ceiling,
    Discretionary,
    Fixed,
    Floor,
    InKind,
    Unstated,
    expressions_of,
)
from .diagram import Diagram, Diagrams
from .facts import Flag, Money, Whole, Words
from .figures import Figure
from .forms import (
    NO_FIGURES,
    NO_ROW,
    Ask,
    Figures,
    Normal,
    NormalBenefit,
    NoRow,
    Outcome,
    Reading,
    Setting,
)
from .variables import Gathered


def _after(spec: FactSpec, bound: Any) -> Any:
    """The first value above a bound."""
    match spec.kind:
        case Kind.DATE:
            return bound.add(days=1)
        case Kind.MONEY:
            return Decimal(bound) + Decimal("0.01")
        case _:
            return bound + 1


class Normaliser:
    """Brings rules to their normal form in one setting."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting

    def normal(
        self, benefits: Iterable[Benefit], alive: Callable[[Benefit], bool] = lambda _: True
    ) -> Normal:
        """All benefits of one kind of subject in normal form; those not alive on the date apply to nobody."""
        chosen = tuple(benefits)
        gathered = Gathered(self.setting.on)
        for benefit in filter(alive, chosen):
            self._gather(benefit.place, gathered)
            self._gather(benefit.when, gathered)
            for expr in expressions_of(benefit.amount):
                self._gather_amount(expr, gathered)
        variables = gathered.settle()
        self._place_of = {(v.ask, v.name): k for k, v in enumerate(variables)}
        self._variables = variables
        self._diagrams = Diagrams()
        self._numbers: dict[str, Money | Whole] = {}
        made = tuple(self._benefit(b) if alive(b) else self._dead(b) for b in chosen)
        return Normal(self._diagrams, variables, tuple(self._numbers.values()), made)

    # ── what is asked ─────────────────────────────────────────────────────────────────────────────────────────────

    def _gather(self, condition: Condition, into: Gathered) -> None:
        match condition:
            case Flag():
                into.meet(Ask.FACT, condition)
            case Question():
                if condition.name not in self.setting.answers:
                    into.meet(Ask.QUESTION, condition)
            case Is():
                if isinstance(condition.fact, Words):
                    into.word(condition.fact, map(str, condition.values))
                else:
                    into.meet(Ask.FACT, condition.fact)
            case Between():
                if (
                    isinstance(condition.low, Question)
                    and condition.low.name not in self.setting.answers
                ):
                    into.reach(condition.fact, condition.low)
                else:
                    into.cut(condition.fact, *self._span(condition))
            case Aged():
                into.cut(condition.birth, *self._births(condition))
            case Within():
                into.territory(condition.fact, condition.territory)
            case AllOf() | AnyOf():
                for part in condition.parts:
                    self._gather(part, into)
            case Not():
                self._gather(condition.part, into)
            case Given():
                into.meet(Ask.GIVEN, condition.fact)
                self._gather(condition.otherwise, into)
            case Named():
                self._gather(condition.condition, into)
            case During() | InMonths():
                pass
            case _:
                assert_never(condition)

    def _gather_amount(self, expr: Expr, into: Gathered) -> None:
        for part in within(expr):
            match part:
                case Table():
                    self._gather(one_of(part.fact, (key for key, _ in part.rows)), into)
                case Cases():
                    for condition, _ in part.cases:
                        self._gather(condition, into)
                case AtStandard() | Printed():
                    if (row := part.standard.on(self.setting.on)) is not None:
                        self._gather_amount(row.value, into)
                case _:
                    pass

    # ── dates and years, resolved ─────────────────────────────────────────────────────────────────────────────────

    def _year(self, year: ThisYear | ThisSchoolYear) -> int:
        on = self.setting.on
        return (on.year if isinstance(year, ThisYear) else SchoolYear.of(on).start) + year.plus

    def _bound(self, bound: Any) -> Any:
        match bound:
            case ThisYear() | ThisSchoolYear():
                return self._year(bound)
            case DayOf():
                return pendulum.date(self._year(bound.year), bound.month, bound.day)
            case YearsAgo():
                return years_before(self.setting.on, bound.years)
            case Question():
                return self.setting.answers[bound.name]
            case _:
                return bound

    def _span(self, test: Between) -> tuple[Any, Any]:
        """From which value to just below which value a test holds."""
        low, high = self._bound(test.low), self._bound(test.high)
        return low, None if high is None else _after(test.fact.spec, high)

    def _births(self, test: Aged) -> tuple[Any, Any]:
        """From which birth date to just before which a test of age holds."""
        on = self.setting.on
        first = None if test.high is None else years_before(on, test.high + 1).add(days=1)
        return first, None if test.low is None else years_before(on, test.low).add(days=1)

    # ── conditions ────────────────────────────────────────────────────────────────────────────────────────────────

    def _test(self, variable: int, classes: frozenset[int]) -> Diagram:
        yes, no = self._diagrams.leaf(True), self._diagrams.leaf(False)
        size = self._variables[variable].domain.size
        return self._diagrams.node(variable, [yes if k in classes else no for k in range(size)])

    def classes(
        self, test: Flag | Is | Between | Aged | Within | Question
    ) -> tuple[int, frozenset[int]] | bool | None:
        """Which variable a test asks and for which of its classes it holds.

        A truth value where the answers given settle it; None where a number is compared with an answer not given.
        """
        answers = self.setting.answers
        match test:
            case Flag():
                return self._place_of[Ask.FACT, test.name], frozenset({1})
            case Question():
                if test.name in answers:
                    return bool(answers[test.name])
                return self._place_of[Ask.QUESTION, test.name], frozenset({1})
            case Between(low=Question(name=name)) if name not in answers:
                return None
            case _:
                place = self._place_of[
                    Ask.FACT, (test.birth if isinstance(test, Aged) else test.fact).name
                ]
                domain: Any = self._variables[place].domain
                match test:
                    case Is():
                        return place, domain.holding(test.values)
                    case Between():
                        return place, domain.holding(*self._span(test))
                    case Aged():
                        return place, domain.holding(*self._births(test))
                    case Within():
                        return place, domain.holding(test.territory)

    def within_period(self, period: During | InMonths) -> bool:
        """Whether the assessment date lies in a period, or in some months of any year."""
        if isinstance(period, InMonths):
            return period.covers(self.setting.on)
        first, end, on = period.first, period.end, self.setting.on
        return (first is None or first <= on) and (end is None or on < end)

    def condition(self, condition: Condition) -> Diagram:
        """The diagram of whether a condition holds."""
        make = self._diagrams
        match condition:
            case Flag() | Question() | Is() | Between() | Aged() | Within():
                match self.classes(condition):
                    case None:
                        return self._at_least_answer(condition)
                    case bool() as settled:
                        return make.leaf(settled)
                    case place, classes:
                        return self._test(place, classes)
            case AllOf():
                return make.all_of(map(self.condition, condition.parts))
            case AnyOf():
                return make.any_of(map(self.condition, condition.parts))
            case Not():
                return make.choose(
                    self.condition(condition.part), make.leaf(False), make.leaf(True)
                )
            case Given():
                given = make.node(
                    self._place_of[Ask.GIVEN, condition.fact.name], [make.leaf(k) for k in range(3)]
                )
                answers = (make.leaf(False), make.leaf(True), self.condition(condition.otherwise))
                return make.combine(lambda which, *values: values[which], given, *answers)
            case Named():
                return self.condition(condition.condition)
            case During() | InMonths():
                return make.leaf(self.within_period(condition))
            case _:
                assert_never(condition)

    def _at_least_answer(self, test: Any) -> Diagram:
        """Whether a whole number reaches an answer nobody has given: any number may, and may not.

        The answer is one of the first values of the number's classes, or more than any number.
        """
        make = self._diagrams
        number = self._place_of[Ask.FACT, test.fact.name]
        answer = self._place_of[Ask.QUESTION, test.low.name]
        reached = make.node(
            number, [make.leaf(k) for k in range(self._variables[number].domain.size)]
        )
        wanted = make.node(
            answer, [make.leaf(k) for k in range(self._variables[answer].domain.size)]
        )
        return make.combine(lambda has, needs: has >= needs, reached, wanted)

    # ── amounts ───────────────────────────────────────────────────────────────────────────────────────────────────

    def amount(self, expr: Expr, *, yuan: bool = True) -> Diagram:
        """The diagram of an expression's figure; leaves are a Figure, NO_ROW or None for no figure known."""
        make = self._diagrams
        match expr:
            case Const():
                return make.leaf(figures.constant(Fraction(expr.value) * (100 if yuan else 1)))
            case Money() | Whole():
                self._numbers.setdefault(expr.name, expr)
                return make.leaf(figures.fact(expr.name))
            case Plus():
                return self._over(lambda *parts: figures.total(parts), expr.parts, yuan=yuan)
            case Times():
                number, of = self.amount(expr.number, yuan=False), self.amount(expr.of, yuan=yuan)
                return make.combine(_unless_missing(figures.product), number, of)
            case Least():
                return self._over(
                    lambda *parts: figures.extreme(parts, least=True), expr.parts, yuan=yuan
                )
            case Greatest():
                return self._over(
                    lambda *parts: figures.extreme(parts, least=False), expr.parts, yuan=yuan
                )
            case Table():
                rows: Diagram = make.leaf(NO_ROW)
                for key, value in expr.rows:
                    listed = self.condition(one_of(expr.fact, (key,)))
                    rows = make.choose(listed, self.amount(value, yuan=yuan), rows)
                return rows
            case Cases():
                chosen = (
                    make.leaf(NO_ROW)
                    if expr.otherwise is None
                    else self.amount(expr.otherwise, yuan=yuan)
                )
                for condition, value in reversed(expr.cases):
                    chosen = make.choose(
                        self.condition(condition), self.amount(value, yuan=yuan), chosen
                    )
                return chosen
            case Rounded():
                step = Fraction(expr.to) * 100
                return make.combine(
                    _unless_missing(lambda of: figures.rounded(of, step)),
                    self.amount(expr.of, yuan=yuan),
                )
            case AtStandard():
                row = expr.standard.on(self.setting.on)
                return make.leaf(None) if row is None else self.amount(row.value, yuan=yuan)
            case Printed():
                printed = self.amount(expr.figure, yuan=yuan)
                row = expr.standard.on(self.setting.on)
                if self.setting.reading is Reading.AS_WRITTEN or row is None:
                    return printed
                return make.combine(
                    _unless_missing(lambda *parts: figures.extreme(parts, least=False)),
                    printed,
                    self.amount(row.value, yuan=yuan),
                )
            case _:
                assert_never(expr)

    def _over(self, value: Callable[..., Figure], parts: Iterable[Expr], *, yuan: bool) -> Diagram:
        operands = [self.amount(part, yuan=yuan) for part in parts]
        return self._diagrams.combine(_unless_missing(value), *operands)

    def _figures(self, amount: Amount) -> tuple[Basis, Diagram]:
        """How an amount is fixed, and the diagram of its figures."""
        make = self._diagrams

        def spread(value: Callable[..., Figures], *exprs: Expr) -> Diagram:
            def leaf(*parts: Any) -> Figures | NoRow:
                return NO_ROW if NO_ROW in parts else value(*parts)

            return make.combine(leaf, *map(self.amount, exprs))

        match amount:
            case Fixed():
                if self._is_average(amount.amount):
                    return Basis.AVERAGE, spread(lambda f: Figures(average=f), amount.amount)
                return amount.basis, spread(lambda f: Figures(f, f), amount.amount)
            case Floor():
                return amount.basis, spread(lambda f: Figures(f, None), amount.lower)
            case Ceiling():
                return amount.basis, spread(lambda f: Figures(figures.constant(0), f), amount.upper)
            case Average():
                if not amount.tiers:
                    return amount.basis, spread(lambda f: Figures(average=f), amount.average)
                return amount.basis, spread(
                    lambda f, *tiers: Figures(
                        None if None in tiers else figures.extreme(tiers, least=True),
                        None if None in tiers else figures.extreme(tiers, least=False),
                        f,
                    ),
                    amount.average,
                    *amount.tiers,
                )
            case Discretionary():
                return amount.basis, spread(Figures, amount.lower, amount.upper)
            case Unstated():
                row = amount.national and amount.national.on(self.setting.on)
                if self.setting.reading is Reading.IN_FORCE and row:
                    if row.average:
                        return Basis.AVERAGE, spread(lambda f: Figures(average=f), row.value)
                    return Basis.FIXED, spread(lambda f: Figures(f, f), row.value)
                return amount.basis, make.leaf(NO_FIGURES)
            case InKind():
                return amount.basis, make.leaf(NO_FIGURES)
            case _:
                assert_never(amount)

    def _is_average(self, expr: Expr) -> bool:
        """Whether a figure comes out of a standard's row that is an average over all who are aided."""
        match expr:
            case AtStandard():
                row = expr.standard.on(self.setting.on)
                return row is not None and row.average
            case Printed():
                row = expr.standard.on(self.setting.on)
                if self.setting.reading is Reading.AS_WRITTEN or row is None or not row.average:
                    return False
                figure, national = expr.figure, row.value
                if isinstance(figure, Const) and isinstance(national, Const):
                    return national.value > figure.value  # else the printed figure is the higher
                return True
            case _:
                return False

    def _standards(self, amount: Amount) -> Iterable[Standard]:
        """The standards that an amount's figures rest on, in this reading."""
        in_force = self.setting.reading is Reading.IN_FORCE
        if isinstance(amount, Unstated):
            if amount.national is not None and in_force:
                yield amount.national
            return
        for expr in expressions_of(amount):
            for part in within(expr):
                if isinstance(part, AtStandard) or (isinstance(part, Printed) and in_force):
                    yield part.standard

    def _beyond(self, amount: Amount) -> Iterable[Standard]:
        """Those of them that have not been followed up to the date."""
        for standard in dict.fromkeys(self._standards(amount)):
            if standard.known_to is not None and standard.known_to < self.setting.on:
                yield standard

    # ── benefits ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _benefit(self, benefit: Benefit) -> NormalBenefit:
        make = self._diagrams
        place, when = self.condition(benefit.place), self.condition(benefit.when)
        outside, no, yes = map(
            make.leaf, (Outcome.NOT_APPLICABLE, Outcome.NOT_ENTITLED, Outcome.ENTITLED)
        )
        verdict = make.choose(place, make.choose(when, yes, no), outside)
        basis, amount = self._figures(benefit.amount)
        return NormalBenefit(
            benefit,
            verdict,
            make.all_of((place, when)),
            basis,
            amount,
            tuple(self._undated(benefit.amount)),
            tuple(self._beyond(benefit.amount)),
        )

    def _dead(self, benefit: Benefit) -> NormalBenefit:
        outside = self._diagrams.leaf(Outcome.NOT_APPLICABLE)
        no, nothing = self._diagrams.leaf(False), self._diagrams.leaf(NO_FIGURES)
        return NormalBenefit(benefit, outside, no, benefit.amount.basis, nothing, ())

    def _undated(self, amount: Amount) -> Iterable[Text]:
        """What to say where a standard has no figure yet on the date."""
        for expr in expressions_of(amount):
            for part in within(expr):
                if isinstance(part, AtStandard) and part.standard.on(self.setting.on) is None:
                    yield _UNDATED.filled(standard=part.standard, on=self.setting.on)


_UNDATED = Text("{standard}：{on}没有已知标准。", "{standard}: no figure is known for {on}.")


def _unless_missing(value: Callable[..., Figure]) -> Callable[..., Figure | NoRow | None]:
    """A function of figures that passes on a missing row or figure."""

    def guarded(*parts: Figure | NoRow | None) -> Figure | NoRow | None:
        if NO_ROW in parts:
            return NO_ROW
        return None if None in parts else value(*parts)

    return guarded
