"""The reading of rules for one subject: which outcome, which bounds, which facts are still needed."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from decimal import Decimal
from operator import attrgetter
from typing import Any, Generic, Protocol, TypeAlias, TypeGuard, TypeVar

from ..people import Subject
from ..values.money import FEN, from_fen
from .benefit import Basis
from .diagram import Diagram, restrict
from .domain import Choices, Domain
from .facts import Money
from .figures import FactTerm, Figure, bounds, half_up, known_part
from .forms import NO_ROW, Ask, Figures, Normal, NormalBenefit, Outcome

T = TypeVar("T")
_T_co = TypeVar("_T_co", covariant=True)

Raw: TypeAlias = tuple[Any, ...]
"""The facts that a plan reads, in its order; None where unknown."""

Amounts: TypeAlias = tuple[Decimal | None, Decimal | None, Decimal | None]
"""Lower bound, upper bound and average, in yuan."""


class Make(Protocol[_T_co]):
    """Makes the answer for one benefit out of its parts; amounts in yuan."""

    def __call__(
        self,
        outcome: Outcome,
        basis: Basis | None = None,
        lower: Decimal | None = None,
        upper: Decimal | None = None,
        average: Decimal | None = None,
        missing: tuple[str, ...] = (),
        amount_missing: tuple[str, ...] = (),
    ) -> _T_co:
        """The answer with these parts."""
        ...


def reader(names: tuple[str, ...], own: frozenset[str]) -> Callable[[Subject], Raw]:
    """The function that reads some facts of a subject, the policy's own from `extra`; an empty name reads None."""
    if names and not own and all(names):
        get = attrgetter(*names)
        return get if len(names) > 1 else lambda subject: (get(subject),)

    def read(subject: Subject) -> Raw:
        return tuple(
            (subject.extra.get(n) if n in own else getattr(subject, n)) if n else None
            for n in names
        )

    return read


class Program(Generic[T]):
    """Rules made ready to be asked about many subjects.

    A subject whose asked facts are known is answered by following each rule's diagram; only where an asked fact is
    unknown is the rest of the diagram looked at.
    """

    def __init__(self, normal: Normal, maker: Callable[[NormalBenefit], Make[T]]) -> None:
        self.normal = normal
        facts = [v.name for v in normal.variables if v.ask is not Ask.QUESTION]
        facts += [n.name for n in normal.numbers]
        names = tuple(dict.fromkeys(facts))
        self._slot = {name: k for k, name in enumerate(names)}
        questions = ("",) if any(v.ask is Ask.QUESTION for v in normal.variables) else ()
        own = {v.name for v in normal.variables if v.own} | {
            n.name for n in normal.numbers if n.own
        }
        self.names = names
        self.read = reader((*names, *questions), frozenset(own))
        self.slots = tuple(
            len(names) if v.ask is Ask.QUESTION else self._slot[v.name] for v in normal.variables
        )
        self.locators = tuple(v.domain.locator() for v in normal.variables)
        # a value whose class has to be searched for is searched for once, not once a rule
        searched = [k for k, v in enumerate(normal.variables) if not _is_closed(v.domain)]
        self._searched = tuple((self.locators[k], self.slots[k]) for k in searched)
        width = len(names) + len(questions)
        self._class_slot = {k: width + n for n, k in enumerate(searched)}
        self._money = frozenset(n.name for n in normal.numbers if isinstance(n, Money))
        rules = [_Rule(rule, maker(rule), normal) for rule in normal.benefits]
        self._rules = tuple((self._quick(rule), rule) for rule in rules)

    def slot(self, name: str) -> int:
        """The place of a fact among those that are read."""
        return self._slot[name]

    def __call__(self, subject: Subject) -> tuple[T, ...]:
        """The answers for one subject, in the order of the benefits."""
        return self.answers(self.read(subject))

    def answers(self, raw: Raw) -> tuple[T, ...]:
        """The same for facts that were read before."""
        known = (*raw, *[locate(raw[slot]) for locate, slot in self._searched])
        answers = []
        for root, rule in self._rules:
            node = root
            while node.__class__ is tuple:
                node = node[1](known[node[0]])
            if node is None:
                node = self._with_unknowns(rule, raw)
            elif node.__class__ is _Open:
                node = self._due(rule, node, raw)
            answers.append(node)
        return tuple(answers)

    # ── everything asked is known ─────────────────────────────────────────────────────────────────────────────────

    def _quick(self, rule: _Rule[T]) -> Any:
        """A rule's diagram as nested tuples (slot, function from value to child); an unknown value leads to None."""
        diagrams = self.normal.diagrams
        both = diagrams.combine(
            lambda outcome, figures: figures if outcome is Outcome.ENTITLED else outcome,
            rule.normal.verdict,
            rule.normal.amount,
            shortcut=lambda ops: (
                ops[0] if ops[0] < 0 and diagrams.value(ops[0]) is not Outcome.ENTITLED else None
            ),
        )
        made: dict[Diagram, Any] = {}
        for diagram in reversed(list(diagrams.walk(both))):
            if diagram < 0:
                made[diagram] = self._settled(rule, diagrams.value(diagram))
            else:
                variable, kids = diagrams.parts(diagram)
                domain = self.normal.variables[variable].domain
                values = domain.values if _is_closed(domain) else range(domain.size)
                child = dict(zip(values, [made[kid] for kid in kids], strict=True)).get
                made[diagram] = (self._class_slot.get(variable, self.slots[variable]), child)
        return made[both]

    def _settled(self, rule: _Rule[T], value: object) -> Any:
        if isinstance(value, Outcome):
            return rule.make(value)
        case = value if isinstance(value, Figures) else Figures()
        if case.facts():
            return _Open(case, self._slot, self._money)
        low, high, average = _range([case], self._value_of(()))
        return rule.make(Outcome.ENTITLED, rule.normal.basis, low, high, average)

    def _due(self, rule: _Rule[T], case: _Open, raw: Raw) -> T:
        """The answer that a benefit is due, with the amount of one case."""
        if (amounts := case.amounts(raw)) is not None:
            return rule.make(Outcome.ENTITLED, rule.normal.basis, *amounts)
        value_of = self._value_of(raw)
        hang_on = {n for n in _so_far(case.figures, value_of).facts() if value_of(n) is None}
        amounts = _range([case.figures], value_of)
        return rule.make(Outcome.ENTITLED, rule.normal.basis, *amounts, (), tuple(sorted(hang_on)))

    def _value_of(self, raw: Raw) -> Callable[[str], int | None]:
        slot, money = self._slot, self._money

        def value_of(name: str) -> int | None:
            value = raw[slot[name]]
            if value is None:
                return None
            return int(value * 100) if name in money else value

        return value_of

    # ── something asked is unknown ────────────────────────────────────────────────────────────────────────────────

    def _with_unknowns(self, rule: _Rule[T], raw: Raw) -> T:
        diagrams, variables, normal = self.normal.diagrams, self.normal.variables, rule.normal
        places: list[int | None] = [None] * len(variables)
        for v in rule.variables:
            places[v] = self.locators[v](raw[self.slots[v]])
        outcome = verdict(diagrams.values_left(normal.verdict, places))
        if outcome in {Outcome.NOT_APPLICABLE, Outcome.NOT_ENTITLED}:
            return rule.make(outcome)
        asked: set[int] = set()
        if outcome is Outcome.UNDETERMINED:
            asked = restrict(diagrams, normal.due, places)
        missing = tuple(sorted({variables[v].name for v in asked}))
        if rule.settled is not None:
            return rule.make(outcome, normal.basis, *rule.settled, missing)
        value_of = self._value_of(raw)

        def filled(case: object) -> Hashable:
            return _so_far(case, value_of) if isinstance(case, Figures) else NO_ROW

        # Facts may hide an amount in two ways: they decide which case applies (`across`: the cases that one fact alone
        # decides between), or they are numbers in a case that still applies. Cases that come to the same once the known
        # facts are filled in are one case, so a fact between them is not missing.
        left = {filled(leaf) for leaf in diagrams.values_left(normal.amount, places)}
        cases = [case for case in left if isinstance(case, Figures)]
        names = {
            variables[v].name
            for v, across in rule.across.items()
            if places[v] is None
            and any(len({filled(x) for x in xs}) > 1 for xs in diagrams.values_left(across, places))
        }
        names |= {name for case in cases for name in case.facts() if value_of(name) is None}
        amounts = _range(cases, value_of)
        return rule.make(outcome, normal.basis, *amounts, missing, tuple(sorted(names)))


class _Rule(Generic[T]):
    """A benefit with what a plan has to know of it again and again.

    Attributes:
        normal: The benefit.
        make: Makes its answers.
        variables: What it asks.
        settled: Lower, upper and average where they are the same for everybody.
        across: For each variable of the amount, the cases that it alone decides between.
    """

    __slots__ = ("across", "make", "normal", "settled", "variables")

    def __init__(self, rule: NormalBenefit, make: Make[T], normal: Normal) -> None:
        self.normal = rule
        self.make = make
        roots = (rule.verdict, rule.amount)
        self.variables = sorted({v for root in roots for v in normal.diagrams.variables(root)})
        self.across = cases_across(normal, rule)
        self.settled: Amounts | None = None
        if rule.amount < 0:
            case = normal.diagrams.value(rule.amount)
            if isinstance(case, Figures) and not case.facts():
                self.settled = _range([case], lambda _: None)


def _is_closed(domain: Domain) -> TypeGuard[Choices]:
    """Whether each value is a class of its own."""
    return isinstance(domain, Choices) and not domain.open


def cases_across(normal: Normal, rule: NormalBenefit) -> dict[int, Diagram]:
    """For each variable an amount hangs on, the diagram of the sets of cases that it alone decides between.

    A label that a table does not list has no case, and no part in this.
    """
    diagrams, variables = normal.diagrams, normal.variables
    return {
        v: diagrams.combine(
            lambda cases: frozenset(cases) - {NO_ROW},
            diagrams.across(rule.amount, v, variables[v].domain.size),
        )
        for v in diagrams.variables(rule.amount)
        if variables[v].ask is not Ask.GIVEN
    }


class _Open:
    """A due amount that has still to be computed from facts."""

    __slots__ = ("_lower", "_upper", "figures")

    def __init__(self, figures: Figures, slot: Mapping[str, int], money: frozenset[str]) -> None:
        self.figures = figures
        self._lower = _sum(figures.lower, slot, money)
        same = figures.upper == figures.lower
        self._upper = None if same else _sum(figures.upper, slot, money)

    def amounts(self, raw: Raw) -> Amounts | None:
        """Lower, upper and average where they are plain sums of known facts; else None."""
        if self._lower is None or self.figures.average is not None:
            return None
        lower = self._lower(raw)
        if lower is None:
            return None
        if self._upper is None:
            return (lower, lower, None) if self.figures.upper == self.figures.lower else None
        upper = self._upper(raw)
        return None if upper is None else (lower, upper, None)


def _sum(
    figure: Figure | None, slot: Mapping[str, int], money: frozenset[str]
) -> Callable[[Raw], Decimal | None] | None:
    """The function from facts to a figure in yuan that is a plain sum of facts; None where it is not one."""
    if figure is None or not isinstance(figure.constant, int):
        return None
    parts: list[tuple[int, Decimal]] = []
    for terms, times in figure.products:
        if len(terms) != 1 or not isinstance(terms[0], FactTerm) or not isinstance(times, int):
            return None
        name = terms[0].name
        parts.append((slot[name], Decimal(times) if name in money else from_fen(times)))
    start = from_fen(figure.constant)

    def added(raw: Raw) -> Decimal | None:
        yuan = start
        for place, times in parts:
            value = raw[place]
            if value is None:
                return None
            yuan += times * value
        return yuan.quantize(FEN)

    return added


def verdict(outcomes: set[Any] | frozenset[Any]) -> Outcome:
    """The outcome, given the outcomes of all completions."""
    if outcomes == {Outcome.NOT_APPLICABLE}:
        return Outcome.NOT_APPLICABLE
    if Outcome.ENTITLED not in outcomes:
        return Outcome.NOT_ENTITLED
    return Outcome.ENTITLED if len(outcomes) == 1 else Outcome.UNDETERMINED


def _so_far(case: Figures, value_of: Callable[[str], int | None]) -> Figures:
    """What a case's figures amount to once the known facts are filled in."""

    def filled(figure: Figure | None) -> Figure | None:
        return None if figure is None else known_part(figure, value_of)

    return Figures(filled(case.lower), filled(case.upper), filled(case.average))


def _range(cases: list[Figures], value_of: Callable[[str], int | None]) -> Amounts:
    """The hull of some cases' bounds, and their average where they share one, in yuan."""
    lows, highs, averages = [], [], set()
    for case in cases:
        lows.append(None if case.lower is None else bounds(case.lower, value_of)[0])
        highs.append(None if case.upper is None else bounds(case.upper, value_of)[1])
        # an average between bounds, such as at least 2000, is no known average
        least, most = (None, None) if case.average is None else bounds(case.average, value_of)
        averages.add(least if least == most else None)
    low = None if not lows or None in lows else min(n for n in lows if n is not None)
    high = None if not highs or None in highs else max(n for n in highs if n is not None)
    average = averages.pop() if len(averages) == 1 else None
    return _yuan(low), _yuan(high), _yuan(average)


def _yuan(fen: Any) -> Decimal | None:
    return None if fen is None else from_fen(half_up(fen))
