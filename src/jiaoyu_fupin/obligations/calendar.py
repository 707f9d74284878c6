"""The periods in which an obligation falls due."""

from __future__ import annotations

import datetime
from typing import assert_never

import attrs
import pendulum

from ..clauses.obligation import Every
from ..values.spans import Span
from ..values.terms import Season, Term, as_date


@attrs.frozen
class Period:
    """A month, a term, a year, or the one time of what is done once.

    Attributes:
        name: Such as ``2018-03``, ``2018秋`` or ``2018``.
        span: Its days.
    """

    name: str
    span: Span


def periods(every: Every, life: Span, on: datetime.date) -> tuple[Period, ...] | None:
    """The periods of a life that have begun by a date, in order.

    Months and years are those of the calendar; terms are those of the school year; what is done once has one
    period, the whole life.

    Returns:
        None where the plan prints no interval, so that no period can be told.

    >>> winter = Span(pendulum.date(2018, 11, 20), pendulum.date(2019, 1, 5))
    >>> [p.name for p in periods(Every.MONTH, winter, pendulum.date(2020, 1, 1))]
    ['2018-11', '2018-12', '2019-01']
    """
    if every in {Every.ALWAYS, Every.EACH_TIME, Every.UNSTATED}:
        return None
    day = as_date(on)
    last = day if life.until is None else min(day, life.until)
    if last < life.since:
        return ()
    if every is Every.ONCE:
        return (Period("once", life),)
    found = [period_of(every, life.since)]
    while (following := _day_after(found[-1])) <= last:
        found.append(period_of(every, following))
    return tuple(found)


def period_of(every: Every, day: datetime.date) -> Period:
    """The month, term or year that a day lies in.

    >>> str(period_of(Every.TERM, pendulum.date(2019, 1, 5)).span)
    '2018-09-01…2019-02-28'
    """
    match every:
        case Every.MONTH:
            first = pendulum.date(day.year, day.month, 1)
            return Period(f"{first:YYYY-MM}", Span(first, first.add(months=1).subtract(days=1)))
        case Every.TERM:
            term = Term.of(day)
            autumn = term.season is Season.AUTUMN
            after = Term.spring(term.year + 1) if autumn else Term.autumn(term.year)
            return Period(str(term), Span(term.first_day, after.first_day.subtract(days=1)))
        case Every.YEAR:
            return Period(
                f"{day.year}",
                Span(pendulum.date(day.year, 1, 1), pendulum.date(day.year, 12, 31)),
            )
        case Every.ONCE | Every.ALWAYS | Every.EACH_TIME | Every.UNSTATED:
            msg = f"{every} has no periods of its own"
            raise ValueError(msg)
        case _:
            assert_never(every)


def _day_after(period: Period) -> pendulum.Date:
    last = period.span.until
    if last is None:
        msg = f"{period.name} has no end"
        raise ValueError(msg)
    return last.add(days=1)
