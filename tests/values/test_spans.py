"""Spans of days against sets of days counted one by one."""

import datetime
import itertools
from typing import Any

import pendulum
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiaoyu_fupin import DataError
from jiaoyu_fupin.values.spans import Span, gaps
from jiaoyu_fupin.values.terms import Term

FIRST = pendulum.date(2018, 2, 20)
LENGTH = 30


def spans() -> st.SearchStrategy[Span]:
    def span(start: int, length: int | None) -> Span:
        since = FIRST.add(days=start)
        return Span(since, None if length is None else since.add(days=length))

    return st.builds(span, st.integers(0, 20), st.none() | st.integers(0, 9))


def held(span: Span) -> set[datetime.date]:
    """Its days within a month; one without an end goes on through it."""
    return {
        d
        for n in range(LENGTH)
        if span.since <= (d := FIRST.add(days=n)) and (span.until is None or d <= span.until)
    }


@settings(deadline=None)
@given(spans(), spans())
def test_two_spans(one: Span, other: Span) -> None:
    both = one.common(other)
    assert (set() if both is None else held(both)) == held(one) & held(other)
    assert one.meets(other) == bool(held(one) & held(other))
    assert one.covers(other) == (held(other) <= held(one))
    assert {d for d in held(other) if one.holds(d)} == held(one) & held(other)


@settings(deadline=None)
@given(st.lists(spans(), max_size=5), spans())
def test_gaps_are_the_days_that_none_has(parts: list[Span], whole: Span) -> None:
    found = gaps(parts, whole)
    covered = {day for part in parts for day in held(part)}
    assert {d for gap in found for d in held(gap)} == held(whole) - covered
    for before, after in itertools.pairwise(found):
        assert before.until is not None
        assert before.until.add(days=1) < after.since


def test_days_and_refusals() -> None:
    assert Span(FIRST, FIRST).days == 1
    assert Span(FIRST).days is None
    assert str(Span(FIRST)) == "2018-02-20…"
    with pytest.raises(DataError, match="not before the first"):
        Span(FIRST, FIRST.subtract(days=1))
    with pytest.raises(DataError):
        Span("2018-02-20")
    with pytest.raises(DataError):
        Span(FIRST, datetime.datetime(2018, 3, 1, 12, 0))


def test_a_term_for_a_day_is_told_what_to_write() -> None:
    term: Any = Term.autumn(2016)
    with pytest.raises(DataError, match=r"write term\.first_day for a term"):
        Span(term)
