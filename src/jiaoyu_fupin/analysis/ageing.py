"""Which printed figures a higher national standard has overtaken, and when."""

from __future__ import annotations

import datetime
from decimal import Decimal

import attrs
import pendulum

from ..clauses.policy import Policy
from ..rules.ast import Certainty, Const, Expr, Printed, Table, within
from ..rules.benefit import expressions_of
from ..values.errors import CallError, Code, Problem
from ..values.given import day_given
from ..values.spans import Span
from ..values.terms import FIRST_BIRTH_YEAR, LAST_YEAR


@attrs.frozen
class Stale:
    """A printed figure that a higher national standard has overtaken.

    Attributes:
        benefit: The benefit whose figure it is.
        label: The label of the table's row whose figure it is; empty where one figure is for all.
        printed: The figure in the plan, yuan.
        in_force: The national figure on the date, yuan.
        since: From which day it holds.
        standard: The standard's id.
        document: The number of the document that sets it, where known.
        certainty: How sure the figure and its date are.
        average: Whether the national figure is an average over all who are aided, and nobody's own amount.
    """

    benefit: str
    label: str
    printed: Decimal
    in_force: Decimal
    since: pendulum.Date
    standard: str
    document: str
    certainty: Certainty
    average: bool = False


def stale(policy: Policy, on: datetime.date) -> tuple[Stale, ...]:
    """The policy's figures that are no longer those in force on a date, in the order of its benefits."""
    day = day_given("on", on)
    found = []
    for benefit in policy.benefits():
        if not policy.life_of(benefit).holds(day):
            continue
        for part in (p for e in expressions_of(benefit.amount) for p in within(e)):
            if not isinstance(part, Printed) or (row := part.standard.on(day)) is None:
                continue
            now = _by_label(row.value)
            found += [
                Stale(
                    benefit.id,
                    label,
                    printed,
                    now[label],
                    row.first_day,
                    part.standard.id,
                    row.document,
                    row.certainty,
                    row.average,
                )
                for label, printed in _by_label(part.figure).items()
                if label in now and now[label] > printed
            ]
    return tuple(found)


@attrs.frozen
class Overtaken:
    """A printed figure and a period in which one higher national figure was in force.

    Attributes:
        stale: The figure and what overtook it.
        since: The first day of the period inside the years asked about.
        until: The last day of it.
    """

    stale: Stale
    since: pendulum.Date
    until: pendulum.Date


def overtaken(policy: Policy, first_year: int, last_year: int) -> tuple[Overtaken, ...]:
    """The policy's figures that were overtaken in a span of years, period by period, in the order of its benefits.

    Raises:
        CallError: The years are not calendar years, or the first comes after the last.
    """
    years = (first_year, last_year)
    if not all(FIRST_BIRTH_YEAR <= y <= LAST_YEAR for y in years) or first_year > last_year:
        expected = f"expected years from {FIRST_BIRTH_YEAR} to {LAST_YEAR}, the first one first"
        shown = f"{first_year}-{last_year}"
        raise CallError(Problem(Code.OUT_OF_RANGE, "years", shown, expected))
    start, end = pendulum.date(first_year, 1, 1), pendulum.date(last_year, 12, 31)
    days = sorted({start, *(d for d in _turning_days(policy) if start < d <= end)})
    lasts = [day.subtract(days=1) for day in days[1:]] + [end]
    found: dict[Stale, list[tuple[pendulum.Date, pendulum.Date]]] = {}
    for day, last in zip(days, lasts, strict=True):
        for old in stale(policy, day):
            periods = found.setdefault(old, [])
            if periods and periods[-1][1].add(days=1) == day:
                periods[-1] = (periods[-1][0], last)
            else:
                periods.append((day, last))
    order = {b.id: k for k, b in enumerate(policy.benefits())}
    return tuple(
        Overtaken(old, since, until)
        for old in sorted(found, key=lambda o: (order[o.benefit], o.label, o.since))
        for since, until in found[old]
    )


def _turning_days(policy: Policy) -> set[pendulum.Date]:
    """The days on which what is stale may change: a benefit's life or a standard's row begins or has ended."""
    days = set()
    for benefit in policy.benefits():
        spans = [policy.life_of(benefit)]
        for part in (p for e in expressions_of(benefit.amount) for p in within(e)):
            if isinstance(part, Printed):
                spans += [Span(row.first_day, row.until) for row in part.standard.rows]
        for span in spans:
            days |= {span.since} | ({span.until.add(days=1)} if span.until else set())
    return days


def _by_label(figure: Expr) -> dict[str, Decimal]:
    """A printed figure, or the figures of a table by label; under "" where it is one for all."""
    match figure:
        case Const():
            return {"": figure.value}
        case Table():
            return {
                str(getattr(key, "value", key)): value.value
                for key, value in figure.rows
                if isinstance(value, Const)
            }
        case _:
            return {}
