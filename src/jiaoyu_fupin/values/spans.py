"""Spans of days: from a first day up to and including a last one, or without an end."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

import attrs
import pendulum

from .errors import Code, DataError, Problem
from .plain import is_day
from .terms import Term, as_date


def day(value: Any) -> Any:
    """A calendar date as pendulum's, for a field; anything else as it is, for the check."""
    return as_date(value) if is_day(value) else value


@attrs.frozen
class Span:
    """Days from a first one up to and including a last one.

    Attributes:
        since: The first day.
        until: The last day; None where there is no end.

    Raises:
        DataError: A day is no calendar date, or the last lies before the first.
    """

    since: pendulum.Date = attrs.field(converter=day)
    until: pendulum.Date | None = attrs.field(default=None, converter=day)

    def __attrs_post_init__(self) -> None:
        problems = span_problems(self.since, self.until)
        if problems:
            raise DataError(problems)

    def holds(self, on: datetime.date) -> bool:
        """Whether a day is one of them."""
        return self.since <= on and (self.until is None or on <= self.until)

    def meets(self, other: Span) -> bool:
        """Whether the two have a day in common."""
        return self.common(other) is not None

    def common(self, other: Span) -> Span | None:
        """The days that both have; None where there are none.

        >>> year = Span(pendulum.date(2018, 1, 1), pendulum.date(2018, 12, 31))
        >>> str(year.common(Span(pendulum.date(2018, 11, 5))))
        '2018-11-05…2018-12-31'
        """
        since = max(self.since, other.since)
        ends = [end for end in (self.until, other.until) if end is not None]
        until = min(ends) if ends else None
        return None if until is not None and until < since else Span(since, until)

    def covers(self, other: Span) -> bool:
        """Whether every day of the other is one of them."""
        if other.since < self.since or self.until is None:
            return other.since >= self.since
        return other.until is not None and other.until <= self.until

    @property
    def days(self) -> int | None:
        """How many days it has; None where there is no end."""
        return None if self.until is None else (self.until - self.since).days + 1

    def __str__(self) -> str:
        return f"{self.since}…{'' if self.until is None else self.until}"


def _remedy(value: object) -> str:
    if isinstance(value, Term):
        return "write term.first_day for a term"
    return "write pendulum.date(y, m, d)" if isinstance(value, datetime.datetime) else ""


def span_problems(since: object, until: object) -> list[Problem]:
    """What is wrong with a first and a last day; nothing where they are days in order."""
    problems = [
        Problem(
            Code.WRONG_TYPE,
            name,
            value,
            "expected a calendar date",
            _remedy(value),
        )
        for name, value in (("起 (since)", since), ("止 (until)", until))
        if not (is_day(value) or (value is None and name.startswith("止")))
    ]
    if (
        not problems
        and isinstance(since, pendulum.Date)
        and isinstance(until, pendulum.Date)
        and until < since
    ):
        problems.append(
            Problem(
                Code.OUT_OF_RANGE,
                "止 (until)",
                str(until),
                f"expected a last day not before the first, {since}",
            )
        )
    return problems


def gaps(parts: Iterable[Span], whole: Span) -> tuple[Span, ...]:
    """The days of a span that none of some others has, as spans in order.

    >>> year = Span(pendulum.date(2018, 1, 1), pendulum.date(2018, 12, 31))
    >>> held = [Span(pendulum.date(2017, 5, 1), pendulum.date(2018, 3, 31)), Span(pendulum.date(2018, 4, 3))]
    >>> [str(gap) for gap in gaps(held, year)]
    ['2018-04-01…2018-04-02']
    """
    inside = [part for p in parts if (part := p.common(whole)) is not None]
    found: list[Span] = []
    start = whole.since
    for part in sorted(inside, key=lambda p: p.since):
        if part.since > start:
            found.append(Span(start, part.since.subtract(days=1)))
        if part.until is None:
            return tuple(found)
        start = max(start, part.until.add(days=1))
    if whole.until is None or start <= whole.until:
        found.append(Span(start, whole.until))
    return tuple(found)
