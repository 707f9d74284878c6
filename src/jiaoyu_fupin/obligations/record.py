"""Where a recurring obligation stands on a date: what is due, done, late and missed, period by period.

The rules, which hold for visits every month, inspections every term and events every year alike:

- A period is owed when the obligation lives through all of it or through a stated share of its days, half unless
  another share is given. So a first or last period that is cut short is owed or not by the same measure whatever
  its length. What is done in a period that is not owed is kept in the record and counts for nothing.
- An act counts for one period only, however many fall into it: surplus is not carried on.
- With days of grace, an act just after a period that was not kept makes up for it, late, and then counts for no
  other period. Older periods are made up first.
- What is done, late or missed on a date stays so on every later date: acts after the date change only what was open.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from fractions import Fraction

import attrs
import pendulum

from ..clauses.obligation import Obligation
from ..values.errors import CallError, Code, DataError, Problem
from ..values.given import day_given, require
from ..values.label import Label
from ..values.plain import is_whole
from ..values.spans import Span
from ..values.terms import as_date
from .calendar import Period, periods

HALF = Fraction(1, 2)
"""The share of a period that has to be lived through for the period to be owed."""


class Standing(Label):
    """履行情况"""

    DUE = "due", "待办"
    DONE = "done", "已办"
    LATE = "late", "补办"
    MISSED = "missed", "缺"
    NOT_OWED = "not_owed", "不计"


@attrs.frozen
class Entry:
    """One period of a record.

    Attributes:
        period: The period, whole.
        standing: Where it stands.
        counted: The days of the acts that count for it; of those that are not owed, of all acts in it.
    """

    period: Period
    standing: Standing
    counted: tuple[pendulum.Date, ...]


@attrs.frozen
class Record:
    """How an obligation was kept over a life, up to a date.

    Attributes:
        obligation: What had to be done.
        life: From when to when.
        on: The date asked about.
        acts: The days it was done up to that date, in order, several on one day as often as they were.
        later: How many acts lie after the date; they count for nothing yet.
        entries: Period by period; None where the plan prints no interval, so that nothing can be said to be owed.
    """

    obligation: Obligation
    life: Span
    on: pendulum.Date
    acts: tuple[pendulum.Date, ...]
    later: int
    entries: tuple[Entry, ...] | None

    def periods_that_are(self, *standings: Standing) -> tuple[Period, ...]:
        """The periods that stand so; none where no interval is printed."""
        return tuple(e.period for e in self.entries or () if e.standing in standings)

    @property
    def kept(self) -> tuple[Period, ...]:
        """The periods in which it was done, in time or late."""
        return self.periods_that_are(Standing.DONE, Standing.LATE)

    @property
    def missed(self) -> tuple[Period, ...]:
        """The periods in which it was not done and no longer can be."""
        return self.periods_that_are(Standing.MISSED)


def record(
    obligation: Obligation,
    acts: Iterable[datetime.date],
    *,
    life: Span,
    on: datetime.date,
    grace_days: int = 0,
    least_share: Fraction = HALF,
) -> Record:
    """How an obligation was kept.

    Args:
        obligation: What has to be done.
        acts: The days on which it was done.
        life: From when to when it has to be done.
        on: The date asked about; what was done later counts for nothing yet.
        grace_days: So many days after a period, inside the life, it can still be made up.
        least_share: The share of a period's days that has to lie inside the life for the period to be owed.

    Raises:
        CallError: The days of grace or the share cannot be, or an argument is of another type.
        DataError: Something was done outside the life; every such day is named.
    """
    require(obligation=(obligation, Obligation), acts=(acts, Iterable), life=(life, Span))
    _check_call(grace_days, least_share)
    day = day_given("on", on)
    every = sorted(as_date(act) for act in acts)
    outside = [act for act in every if not life.holds(act)]
    if outside:
        raise DataError(
            Problem(Code.OUT_OF_RANGE, obligation.id, str(act), f"expected a day within {life}")
            for act in outside
        )
    done = [act for act in every if act <= day]
    due = periods(obligation.every, life, day)
    entries = (
        None if due is None else _entries(obligation, due, done, life, day, grace_days, least_share)
    )
    return Record(obligation, life, day, tuple(done), len(every) - len(done), entries)


def _check_call(grace_days: object, least_share: object) -> None:
    problems = []
    if not is_whole(grace_days, least=0):
        problems.append(
            Problem(Code.OUT_OF_RANGE, "grace_days", grace_days, "expected whole days from 0")
        )
    if not isinstance(least_share, Fraction) or not 0 < least_share <= 1:
        problems.append(
            Problem(
                Code.OUT_OF_RANGE,
                "least_share",
                str(least_share),
                "expected a Fraction above 0, up to 1",
                "write Fraction(1, 2)",
            )
        )
    if problems:
        raise CallError(problems)


def owed(period: Period, life: Span, least_share: Fraction = HALF) -> bool:
    """Whether a period is owed: whether enough of its days lie inside the life.

    A period without an end, that of what is done once in a life that goes on, is owed.

    >>> from jiaoyu_fupin.obligations.calendar import period_of
    >>> from jiaoyu_fupin.clauses.obligation import Every
    >>> march = period_of(Every.MONTH, pendulum.date(2018, 3, 1))
    >>> [owed(march, Span(pendulum.date(2018, 3, day))) for day in (16, 17)]
    [True, False]
    """
    inside = period.span.common(life)
    if inside is None:
        return False
    whole, lived = period.span.days, inside.days
    return whole is None or lived is None or Fraction(lived, whole) >= least_share


def _entries(
    obligation: Obligation,
    due: tuple[Period, ...],
    done: list[pendulum.Date],
    life: Span,
    on: pendulum.Date,
    grace_days: int,
    least_share: Fraction,
) -> tuple[Entry, ...]:
    left = list(done)
    found = []
    for period in due:
        end = period.span.until
        if not owed(period, life, least_share):
            counted = tuple(act for act in left if period.span.holds(act))
            found.append(Entry(period, Standing.NOT_OWED, counted))
            continue
        ends = [] if end is None else [end.add(days=grace_days)]
        ends += [] if life.until is None else [life.until]
        last = min(ends, default=None)
        fitting = [a for a in left if period.span.since <= a and (last is None or a <= last)]
        counted = tuple(fitting[: obligation.at_least])
        if len(counted) == obligation.at_least:
            in_time = end is None or counted[-1] <= end
            standing = Standing.DONE if in_time else Standing.LATE
        else:
            # what was done after the period's end did not complete it, so it is free for the next
            counted = tuple(act for act in counted if period.span.holds(act))
            standing = Standing.DUE if last is None or on <= last else Standing.MISSED
        for act in counted:
            left.remove(act)
        found.append(Entry(period, standing, counted))
    return tuple(found)
