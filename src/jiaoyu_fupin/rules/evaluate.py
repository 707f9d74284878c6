"""The reading of rules for one subject: which outcome, which bounds, which facts are still needed."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from decimal import Decimal
from operator import attrgetter
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

from ..money import from_fen
from ..people import Subject
from .benefit import Basis
from .diagram import Diagram, restrict
from .facts import Money
from .figures import Figure, bounds, half_up, known_part
from .normal import NO_ROW, Ask, Figures, Normal, NormalBenefit, Outcome

T = TypeVar("T")
_T_co = TypeVar("_T_co", covariant=True)

Raw: TypeAlias = tuple[Any, ...]
"""The facts that a plan reads, in its order; None where unknown."""


class Make(Protocol[_T_co]):
    """Makes the answer for one benefit out of its parts."""

    def __call__(
        self,
        rule: NormalBenefit,
        outcome: Outcome,
        basis: Basis | None,
        lower: Decimal | None,
        upper: Decimal | None,
        average: Decimal | None,
        missing: tuple[str, ...],
        amount_missing: tuple[str, ...],
    ) -> _T_co:
        """The answer with these parts; amounts in yuan."""
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


class Plan(Generic[T]):
    """Rules made ready to be asked about many subjects.

    A subject whose asked facts are known is answered by following each rule's diagram; only where an asked fact is
    unknown is the rest of the diagram looked at.
    """

    def __init__(self, normal: Normal, make: Make[T]) -> None:
        self.normal = normal
        self._make = make
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
        self._money = frozenset(n.name for n in normal.numbers if isinstance(n, Money))
        self._rules = tuple((self._quick(rule), rule) for rule in normal.benefits)

    def slot(self, name: str) -> int:
        """The place of a fact among those that are read."""
        return self._slot[name]

    def __call__(self, subject: Subject) -> tuple[T, ...]:
        """The answers for one subject, in the order of the benefits."""
        raw = self.read(subject)
        answers = []
        for root, rule in self._rules:
            node = root
            while node.__class__ is tuple:
                node = node[1](raw[node[0]])
            if node is None:
                node = self._with_unknowns(rule, raw)
            elif node.__class__ is _Open:
                node = self._due(rule, node.figures, raw)
            answers.append(node)
        return tuple(answers)

    # ── everything asked is known ─────────────────────────────────────────────────────────────────────────────────

    def _quick(self, rule: NormalBenefit) -> Any:
        """A rule's diagram as nested tuples (slot, function from value to child); an unknown value leads to None."""
        diagrams = self.normal.diagrams
        both = diagrams.combine(
            lambda outcome, figures: figures if outcome is Outcome.ENTITLED else outcome,
            rule.verdict,
            rule.amount,
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
                made[diagram] = (
                    self.slots[variable],
                    self._step(variable, [made[kid] for kid in kids]),
                )
        return made[both]

    def _step(self, variable: int, children: list[Any]) -> Callable[[Any], Any]:
        domain = self.normal.variables[variable].domain
        values = getattr(domain, "values", None)
        if values is not None and not getattr(domain, "open", False):
            return dict(zip(values, children, strict=True)).get
        locate = self.locators[variable]

        def step(value: Any) -> Any:
            place = locate(value)
            return None if place is None else children[place]

        return step

    def _settled(self, rule: NormalBenefit, value: object) -> Any:
        if isinstance(value, Outcome):
            return self._make(rule, value, None, None, None, None, (), ())
        if isinstance(value, Figures) and value.facts():
            return _Open(value)
        return self._due(rule, value, ())

    def _due(self, rule: NormalBenefit, figures: object, raw: Raw) -> T:
        """The answer that a benefit is due, with the amount of one case."""
        case = figures if isinstance(figures, Figures) else Figures()
        value_of = self._value_of(raw)
        hang_on = {name for name in _so_far(case, value_of).facts() if value_of(name) is None}
        low, high, average = _range([case], value_of)
        return self._make(
            rule, Outcome.ENTITLED, rule.basis, low, high, average, (), tuple(sorted(hang_on))
        )

    def _value_of(self, raw: Raw) -> Callable[[str], int | None]:
        slot, money = self._slot, self._money

        def value_of(name: str) -> int | None:
            value = raw[slot[name]]
            if value is None:
                return None
            return int(value * 100) if name in money else value

        return value_of

    # ── something asked is unknown ────────────────────────────────────────────────────────────────────────────────

    def _with_unknowns(self, rule: NormalBenefit, raw: Raw) -> T:
        diagrams, variables = self.normal.diagrams, self.normal.variables
        places = [locate(raw[slot]) for locate, slot in zip(self.locators, self.slots, strict=True)]
        _, outcomes = restrict(diagrams, rule.verdict, places)
        outcome = verdict(outcomes)
        if outcome in {Outcome.NOT_APPLICABLE, Outcome.NOT_ENTITLED}:
            return self._make(rule, outcome, None, None, None, None, (), ())
        asked: set[int] = set()
        if outcome is Outcome.UNDETERMINED:
            asked, _ = restrict(diagrams, rule.due, places)
        value_of = self._value_of(raw)

        def filled(leaf: object) -> Hashable:
            return _so_far(leaf, value_of) if isinstance(leaf, Figures) else NO_ROW

        hang_on, left = restrict(diagrams, rule.amount, places, filled)
        cases = [case for case in left if isinstance(case, Figures)]
        names = {variables[v].name for v in hang_on}
        names |= {name for case in cases for name in case.facts() if value_of(name) is None}
        low, high, average = _range(cases, value_of)
        return self._make(
            rule,
            outcome,
            rule.basis,
            low,
            high,
            average,
            tuple(sorted({variables[v].name for v in asked})),
            tuple(sorted(names)),
        )


class _Open:
    """A due amount that has still to be computed from facts."""

    __slots__ = ("figures",)

    def __init__(self, figures: Figures) -> None:
        self.figures = figures


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


def _range(
    cases: list[Figures], value_of: Callable[[str], int | None]
) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """The hull of some cases' bounds, and their average where they share one, in yuan."""
    lows, highs, averages = [], [], set()
    for case in cases:
        lows.append(None if case.lower is None else bounds(case.lower, value_of)[0])
        highs.append(None if case.upper is None else bounds(case.upper, value_of)[1])
        averages.add(None if case.average is None else bounds(case.average, value_of)[0])
    low = None if not lows or None in lows else min(n for n in lows if n is not None)
    high = None if not highs or None in highs else max(n for n in highs if n is not None)
    average = averages.pop() if len(averages) == 1 else None
    return _yuan(low), _yuan(high), _yuan(average)


def _yuan(fen: Any) -> Decimal | None:
    return None if fen is None else from_fen(half_up(fen))


def completions_of(normal: Normal) -> Mapping[str, tuple[Any, ...]]:
    """For each fact that is asked, one value of each class that the rules tell apart."""
    return {v.name: v.domain.examples() for v in normal.variables if v.ask is Ask.FACT}
