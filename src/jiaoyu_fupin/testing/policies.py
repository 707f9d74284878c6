"""Subjects that reach both sides of every condition of a policy."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any, TypeVar, overload

import attrs
import pendulum
from hypothesis import strategies as st

from ..answers.prepared import Prepared, prepare
from ..clauses.policy import Policy
from ..people import Student, Subject, key_of
from ..people.fact import FrozenMap, specs
from ..rules.diagram import Diagram, Diagrams
from ..rules.domain import Choices, Domain, Ordered, Places
from ..rules.forms import Ask, Outcome, Reading, Variable
from ..values.money import MOST_YUAN
from ..values.terms import Term
from .strategies import LAST_DATE, MOST_DRAWN, Strategy, _checked, _going_on, dates, money, values

_S = TypeVar("_S", bound=Subject)


@overload
def from_policy(
    policy: Policy,
    *,
    subject: type[Student] = ...,
    on: datetime.date | Term,
    reading: Reading = ...,
    answers: Mapping[str, bool | int] = ...,
    **facts: Strategy,
) -> st.SearchStrategy[Student]: ...
@overload
def from_policy(
    policy: Policy,
    *,
    subject: type[_S],
    on: datetime.date | Term,
    reading: Reading = ...,
    answers: Mapping[str, bool | int] = ...,
    **facts: Strategy,
) -> st.SearchStrategy[_S]: ...
def from_policy(
    policy: Policy,
    *,
    subject: type[Any] = Student,
    on: datetime.date | Term,
    reading: Reading = Reading.AS_WRITTEN,
    answers: Mapping[str, bool | int] = MappingProxyType({}),
    **facts: Strategy,
) -> st.SearchStrategy[Any]:
    """Subjects on both sides of every condition of a policy: due a benefit, not due it, not known to be either.

    Of a fact that the policy's rules ask, a class of values that they tell apart is drawn, and a value in it, or that
    it is unknown; facts that no rule asks are unknown. Facts of the policy's own stand in `extra`.

    Args:
        policy: The policy.
        subject: The kind of subject.
        on: The date the policy is going to be asked about; no one is born later.
        reading: Which of two figures counts.
        answers: Open questions answered, by name.
        facts: Strategies for some facts, in place of all that is said above.

    Raises:
        CallError: The policy has no benefits for such a subject, or a name is not known.
    """
    ready = prepare(policy, subject, on=on, reading=reading, answers=answers)
    drawn = _Builder(ready, facts)
    _checked(subject, facts, ("members", "extra", *drawn.own))
    return drawn.subjects()


@attrs.frozen
class _Aim:
    """A path through a benefit's diagram to wanted outcomes: at each node, the classes that still lead there."""

    root: Diagram
    leads: Mapping[Diagram, tuple[int, ...]]


class _Builder:
    """The facts a policy asks, and how to draw each of them."""

    def __init__(self, ready: Prepared, given: Mapping[str, Strategy]) -> None:
        self._ready = ready
        self._given = given
        normal = ready.normal
        self.own = frozenset(ready.policy.own_facts(ready.subject))
        asked = [v for v in normal.variables if v.ask is not Ask.QUESTION]
        classes: dict[str, list[Strategy]] = {}
        for variable in asked:
            classes.setdefault(variable.name, []).extend(
                _of_class(variable.domain, k, ready.setting.on) for k in range(variable.domain.size)
            )
        for number in normal.numbers:
            classes.setdefault(number.name, []).append(values(ready.subject, number.spec))
        self._free = {name: st.none() | st.one_of(found) for name, found in classes.items()}
        self._in_class = {
            (number, k): _of_class(variable.domain, k, ready.setting.on)
            for number, variable in enumerate(normal.variables)
            if variable.ask is not Ask.QUESTION
            for k in range(variable.domain.size)
        }
        self._aims = tuple(
            aim
            for rule in normal.benefits
            for wanted in (Outcome.ENTITLED, Outcome.NOT_ENTITLED)
            if (aim := _aim(normal.diagrams, normal.variables, rule.verdict, wanted)) is not None
        )

    def subjects(self) -> st.SearchStrategy[Any]:
        """The subjects."""
        cl = self._ready.subject
        key = key_of(cl)
        keys = self._given.get(key, values(cl, specs(cl)[key]))
        aims = st.sampled_from((None, *self._aims))
        forgotten = st.none() | st.sampled_from((None, *self._free))

        @st.composite
        def one(draw: st.DrawFn) -> Subject:
            facts: dict[str, Any] = {key: draw(keys)}
            if (aim := draw(aims)) is not None:
                self._walk(draw, aim, facts)
                if (name := draw(forgotten)) is not None and name not in self._given:
                    facts[name] = None
            for name, free in self._free.items():
                if name not in facts:
                    facts[name] = draw(self._given.get(name, free))
            for name, strategy in self._given.items():
                if name not in facts:
                    facts[name] = draw(strategy)
            extra = {name: facts.pop(name) for name in sorted(self.own & facts.keys())}
            known = {name: value for name, value in extra.items() if value is not None}
            further = facts.pop("extra", {})
            return cl(**facts, extra=FrozenMap({**known, **further}))

        return one()

    def _walk(self, draw: st.DrawFn, aim: _Aim, facts: dict[str, Any]) -> None:
        """Draw the facts that lead to an aim."""
        normal = self._ready.normal
        node = aim.root
        while node >= 0:
            number, children = normal.diagrams.parts(node)
            variable = normal.variables[number]
            place = draw(st.sampled_from(aim.leads[node]))
            if variable.ask is not Ask.QUESTION and variable.name not in facts:
                strategy = self._given.get(variable.name, self._in_class[number, place])
                facts[variable.name] = draw(strategy)
            node = children[place]


def _aim(
    diagrams: Diagrams, variables: tuple[Variable, ...], root: Diagram, wanted: Outcome
) -> _Aim | None:
    """The paths to an outcome; through an open question only where it makes no difference."""
    reached: dict[Diagram, bool] = {}
    leads: dict[Diagram, tuple[int, ...]] = {}
    for diagram in reversed(list(diagrams.walk(root))):
        if diagram < 0:
            reached[diagram] = diagrams.value(diagram) is wanted
            continue
        number, children = diagrams.parts(diagram)
        leads[diagram] = tuple(k for k, child in enumerate(children) if reached[child])
        asked = variables[number].ask is Ask.QUESTION
        reached[diagram] = len(leads[diagram]) == len(children) if asked else bool(leads[diagram])
    return _Aim(root, leads) if reached[root] else None


# ── the values of one class ───────────────────────────────────────────────────────────────────────────────────────


def _of_class(domain: Domain, place: int, on: pendulum.Date) -> Strategy:
    """The values of one class of a domain."""
    match domain:
        case Choices():
            if place < len(domain.values):
                return st.just(domain.values[place])
            words = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8)
            return words.filter(lambda word: word not in domain.values)
        case Ordered():
            first = (domain.least, *domain.cuts)[place]
            most = _most(domain, on)
            last = _before(domain.cuts[place]) if place < len(domain.cuts) else most
            return st.sampled_from(sorted({first, last})) | _between(first, last)
        case Places():
            locate = domain.locator()
            digits = len(domain.codes[place])
            starts = [prefix for prefix, k in domain.prefixes if k == place]
            if place == domain.size - 1:
                starts.append("")
            filled = st.sampled_from(starts or [domain.codes[place]]).flatmap(
                lambda s: _going_on(s, digits)
            )
            return st.just(domain.codes[place]) | filled.filter(lambda code: locate(code) == place)


def _most(domain: Ordered, on: pendulum.Date) -> Any:
    if domain.most is not None:
        return domain.most
    match domain.least:
        case datetime.date():
            return max(LAST_DATE, on)
        case Decimal():
            return MOST_YUAN - Decimal("0.01")
        case _:
            return MOST_DRAWN


def _before(value: Any) -> Any:
    """The last value below another."""
    match value:
        case pendulum.Date():
            return value.subtract(days=1)
        case Decimal():
            return value - Decimal("0.01")
        case _:
            return value - 1


def _between(first: Any, last: Any) -> Strategy:
    match first:
        case pendulum.Date():
            return dates(min_value=first, max_value=last)
        case Decimal():
            return money(min_value=first, max_value=last)
        case _:
            return st.integers(first, last)


__all__ = ["from_policy"]
