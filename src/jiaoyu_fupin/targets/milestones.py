"""Targets on the way to a target: what is aimed at of the same thing for earlier years."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from ..clauses.target import Budget, Count, Coverage, Judgement, Rate, Target


def milestones(target: Target, among: Iterable[Target]) -> tuple[Target, ...]:
    """The targets on the way to a target: of the same thing, due earlier, the earliest first."""
    return tuple(
        sorted(
            (t for t in among if t.due < target.due and _same_thing(t, target)),
            key=lambda t: t.due,
        )
    )


def _same_thing(one: Target, other: Target) -> bool:
    match one.aim, other.aim:
        case Rate() as a, Rate() as b:
            return a.indicator is b.indicator and a.scope is b.scope
        case (Coverage() as a, Coverage() as b):
            return a.of == b.of and a.by == b.by and a.scope is b.scope
        case Count() as a, Count() as b:
            return a.of == b.of and a.unit == b.unit
        case Budget() as a, Budget() as b:
            return a.purpose == b.purpose
        case Judgement() as a, Judgement() as b:
            return a.text == b.text
        case _:
            return False


def pathway(target: Target, among: Iterable[Target]) -> tuple[tuple[int, Fraction], ...]:
    """The thresholds on the way to a target and its own, each with its due year, the earliest first."""
    steps = (*milestones(target, among), target)
    return tuple((t.due, t.threshold) for t in steps)
