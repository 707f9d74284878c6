"""Which benefits are the same money: those that carry out one higher benefit, directly or by way of others."""

from __future__ import annotations

from collections.abc import Iterable

from ..rules.benefit import Benefit, Per
from ..values.errors import CallError, Code, Problem


def roots_of(benefits: Iterable[Benefit]) -> dict[str, str]:
    """For each benefit's id the id of the highest benefit that it carries out, directly or by way of others.

    Raises:
        CallError: Benefits carry each other out in a circle, or one carries out another of a different period.
    """
    given = tuple(benefits)
    higher = {b.id: b.carries_out for b in given if b.carries_out is not None}
    roots: dict[str, str] = {}
    problems = []
    for benefit in given:
        passed = [benefit.id]
        while (above := higher.get(passed[-1])) is not None and above not in passed:
            passed.append(above)
        roots[benefit.id] = passed[-1]
        if above is not None:
            problems.append(
                Problem(
                    Code.WRONG_CALL,
                    f"benefit {benefit.id}",
                    " → ".join((*passed, above)),
                    "expected no circle of benefits that carry each other out",
                )
            )
    periods: dict[str, Per] = {}
    for benefit in sorted(given, key=lambda b: b.id != roots[b.id]):
        if benefit.per is Per.UNSTATED:
            continue
        expected = periods.setdefault(roots[benefit.id], benefit.per)
        if benefit.per is not expected:
            problems.append(
                Problem(
                    Code.WRONG_CALL,
                    f"benefit {benefit.id}",
                    benefit.per.value,
                    f"expected the period of what carries out {roots[benefit.id]}: {expected.value}",
                )
            )
    if problems:
        raise CallError(problems)
    return roots
