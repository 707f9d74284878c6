"""Values known only in part: every answer covers what it would be for each value, and leaves open nothing else."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from fractions import Fraction

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiaoyu_fupin import DataError, Status
from jiaoyu_fupin.targets.standing import Point, SeriesStanding, standing
from jiaoyu_fupin.values.ranges import UNKNOWN, Range, fixed

quick = settings(max_examples=300, deadline=None)
THRESHOLD = Fraction(80)
JUST_SHORT = THRESHOLD - Fraction(1, 10**6)


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        ("1/3", 4, "0.3333"),
        ("2/3", 4, "0.6667"),
        ("0.00005", 4, "0.0001"),
        ("-0.00005", 4, "-0.0001"),
        ("-0.00004", 4, "0.0000"),
        ("99.99995", 4, "100.0000"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
    ],
)
def test_decimals_round_ties_away_from_zero(value: str, places: int, text: str) -> None:
    assert fixed(Fraction(value), places) == text


def test_a_range_in_the_wrong_order_or_of_floats_is_refused() -> None:
    with pytest.raises(DataError, match="2 > 1"):
        Range(2, 1)
    with pytest.raises(DataError, match=r'Decimal\("0.5"\)'):
        Range(0.5, 1)


# ── arithmetic ────────────────────────────────────────────────────────────────────────────────────────────────────

numbers = st.fractions(-50, 150, max_denominator=8)
factors = st.fractions(-3, 3, max_denominator=4)


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    low, high = sorted((draw(numbers), draw(numbers)))
    unbounded_below, unbounded_above = draw(st.tuples(st.booleans(), st.booleans()))
    return Range(None if unbounded_below else low, None if unbounded_above else high)


def holds(range_: Range, value: Fraction) -> bool:
    return (range_.low is None or range_.low <= value) and (
        range_.high is None or value <= range_.high
    )


def some_of(range_: Range) -> list[Fraction]:
    low = range_.low if range_.low is not None else (range_.high or Fraction(0)) - 200
    high = range_.high if range_.high is not None else low + 400
    return [low, (low + high) / 2, high]


@quick
@given(ranges(), ranges(), factors, numbers)
def test_arithmetic_holds_what_comes_of_each_value(
    one: Range, other: Range, factor: Fraction, least: Fraction
) -> None:
    for a, b in itertools.product(some_of(one), some_of(other)):
        assert holds(one + other, a + b)
        assert holds(one - other, a - b)
        assert holds(one * factor, a * factor)
        assert holds(one.not_below(least), max(a, least))


# ── standing ──────────────────────────────────────────────────────────────────────────────────────────────────────


@st.composite
def values(draw: st.DrawFn) -> Range:
    ends = st.sampled_from([Fraction(n) for n in (60, 70, 75, 79, 80, 81, 85, 90)])
    low, high = sorted((draw(ends), draw(ends)))
    return Range(low, high)


@st.composite
def series(draw: st.DrawFn) -> tuple[Point, ...]:
    years = sorted(draw(st.sets(st.integers(2014, 2023), min_size=1, max_size=3)))
    return tuple(Point(year, draw(values())) for year in years)


def completions(points: Sequence[Point]) -> Iterator[tuple[Point, ...]]:
    """The series with exact values: the ends of each, the middle, the threshold and just short of it."""
    choices = [
        [v for v in {*some_of(p.value), THRESHOLD, JUST_SHORT} if holds(p.value, v)] for p in points
    ]
    for chosen in itertools.product(*choices):
        yield tuple(attrs.evolve(p, value=Range.of(v)) for p, v in zip(points, chosen, strict=True))


def ask(points: Sequence[Point], due: int, now: int) -> SeriesStanding:
    return standing(points, threshold=THRESHOLD, since=2016, due=due, now=now)


@quick
@given(series(), st.integers(2016, 2022), st.integers(2014, 2024))
def test_a_standing_leaves_open_just_what_its_values_do(
    points: tuple[Point, ...], due: int, now: int
) -> None:
    found = ask(points, due, now)
    exact = [ask(chosen, due, now) for chosen in completions(points)]
    if found.latest is None or not found.possible:
        assert {e.status for e in exact} == {Status.UNKNOWN}
    else:
        assert {e.status for e in exact} == set(found.possible)
    settled = found.status is not Status.UNKNOWN
    assert settled == (len(found.possible) == 1)
    for name in ("gap", "pace", "projected"):
        bounds = getattr(found, name)
        for e in exact:
            value = getattr(e, name)
            assert (bounds is None) == (value is None)
            assert bounds is None or holds(bounds, value.value)
    for e in exact:
        if found.required_pace is not None and e.required_pace is not None:
            assert holds(found.required_pace, e.required_pace.value or Fraction(0))
        if found.reached_in is not None:
            assert e.reached_in == found.reached_in


@quick
@given(series(), st.integers(2016, 2022), st.integers(2014, 2024))
def test_the_bounds_are_reached(points: tuple[Point, ...], due: int, now: int) -> None:
    """No wider than need be: some choice of values comes to each end."""
    found = ask(points, due, now)
    exact = [ask(chosen, due, now) for chosen in completions(points)]
    for name in ("gap", "pace", "projected"):
        bounds = getattr(found, name)
        if bounds is not None:
            reached = {getattr(e, name).value for e in exact}
            assert {bounds.low, bounds.high} <= reached


def test_a_value_without_an_upper_bound_may_be_met() -> None:
    found = ask([Point(2016, Range.of(Fraction(70))), Point(2018, Range(75, None))], 2020, 2018)
    # 75 rises to 80 in 2020, so it is on track at the least
    assert found.possible == (Status.MET, Status.ON_TRACK)
    assert found.projected == Range(80, None)


def test_after_a_miss_the_first_year_that_surely_reaches_it() -> None:
    points = [
        Point(2020, Range.of(Fraction(70))),
        Point(2021, Range(79, 81)),
        Point(2022, Range(85, 86)),
    ]
    assert ask(points, 2020, 2023).reached_in is None
    assert ask([points[0], points[2]], 2020, 2023).reached_in == 2022


def test_nothing_known_is_no_zero() -> None:
    found = ask([Point(2018, UNKNOWN)], 2020, 2019)
    assert found.possible == (Status.MET, Status.BEHIND)
    assert found.gap == Range(0, None)
