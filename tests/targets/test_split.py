"""Splitting a target: the parts add up, nobody is asked for more than it lacks, and who lacks more is asked for more."""

from __future__ import annotations

from fractions import Fraction
from math import ceil
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jiaoyu_fupin import CallError, DataError, Scope, split
from jiaoyu_fupin.targets.split import Rule, Share, largest_remainder, review, share_out
from support.progress_cases import COMPLETION, HOUSEHOLDS, INDUSTRY, KINDERGARTENS, rate

TARGET = rate("GX-T3", COMPLETION, 90, scope=Scope.ALL, since=2016, due=2020)
quick = settings(max_examples=200, deadline=None)
rules = st.sampled_from(Rule)


def shares(*rows: tuple[str, int, int]) -> list[Share]:
    return [Share(place=place, has=has, out_of=of) for place, has, of in rows]


def totals(schedule: Any, year: int) -> dict[str, int]:
    return {t.place: t.total for t in schedule.of_year(year)}


# ── worked out by hand ────────────────────────────────────────────────────────────────────────────────────────────


def test_equal_gap_closing_asks_everyone_for_the_same_points() -> None:
    # They lack 10, 90 and 220: 320 in two years, 160 each. The first year 160 of 4000 are four points: 8 of 200, 40 of
    # 1000, 112 of 2800. Then 2, 50 and 108 are lacking, 160 together, so the second year asks everyone for all of it.
    places = shares(("450101", 170, 200), ("450102", 810, 1000), ("450103", 2300, 2800))
    done = split(TARGET, places, since=2018)
    assert done.whole == 320
    assert [(t.place, t.heads) for t in done.of_year(2019)] == [
        ("450101", 8),
        ("450102", 40),
        ("450103", 112),
    ]
    assert {t.points for t in done.of_year(2019)} == {4}
    assert [t.heads for t in done.of_year(2020)] == [2, 50, 108]
    assert totals(done, 2020) == {"450101": 180, "450102": 900, "450103": 2520}


def test_who_lacks_less_than_the_common_points_is_asked_for_what_it_lacks() -> None:
    # of 400 heads 360 are needed and 312 are there: 48 in four years, 12 a year; three points would be 3, 3 and 6.
    # 450101 lacks 1 alone: the other 11 are shared by weight 100 : 200, which is 3.67 and 7.33: 4 and 7
    places = shares(("450101", 89, 100), ("450102", 76, 100), ("450103", 147, 200))
    done = split(TARGET, places, since=2016)
    assert [t.heads for t in done.of_year(2017)] == [1, 4, 7]


def test_in_proportion_to_shortfall_everyone_closes_the_same_part_of_its_gap() -> None:
    # they lack 10, 90 and 220, together 320; half of it in each year
    places = shares(("450101", 170, 200), ("450102", 810, 1000), ("450103", 2300, 2800))
    done = split(TARGET, places, since=2018, rule=Rule.PROPORTIONAL_TO_SHORTFALL)
    assert [t.heads for t in done.of_year(2019)] == [5, 45, 110]
    assert [t.heads for t in done.of_year(2020)] == [5, 45, 110]
    assert [t.percent for t in done.of_place("450102")] == [Fraction(171, 2), 90]


def test_a_place_above_the_threshold_counts_for_the_others() -> None:
    # 1800 are needed of 2000; 950 + 790 = 1740 have it: 60 are lacking, though 450102 alone lacks 110
    done = split(TARGET, shares(("450101", 950, 1000), ("450102", 790, 1000)), since=2019)
    assert [t.heads for t in done.tasks] == [0, 60]


def test_odd_heads_go_to_the_largest_remainder_then_to_who_stands_first() -> None:
    assert largest_remainder([Fraction(1, 2), Fraction(1, 2), Fraction(3, 4), Fraction(1, 4)]) == (
        1,
        0,
        1,
        0,
    )


def test_a_milestone_is_reached_in_its_year() -> None:
    # 80 % of 1000 by 2018 and 90 % by 2020, from 700: 100 in two years, then 100 in two
    done = split(TARGET, shares(("450101", 700, 1000)), since=2016, steps={2018: Fraction(80)})
    assert [(t.year, t.heads, t.total) for t in done.tasks] == [
        (2017, 50, 750),
        (2018, 50, 800),
        (2019, 50, 850),
        (2020, 50, 900),
    ]


def test_after_a_year_the_rest_is_planned_anew() -> None:
    first = split(TARGET, shares(("450101", 700, 1000), ("450102", 800, 1000)), since=2018)
    assert [t.heads for t in first.of_year(2019)] == [75, 75]
    seen = shares(("450101", 720, 1000), ("450102", 880, 1000))
    assert [r.short for r in review(first, seen, year=2019)] == [55, 0]
    again = split(TARGET, seen, since=2019)
    # 1800 are needed, 1600 are there: 200, of whom 450102 lacks 20
    assert [t.heads for t in again.tasks] == [180, 20]


def test_households_are_shared_out_by_who_is_still_poor() -> None:
    # 150 households of 200: two villages with 120 and 80, none out of poverty yet
    done = split(
        HOUSEHOLDS,
        shares(("A", 0, 120), ("B", 0, 80)),
        since=2019,
        rule=Rule.PROPORTIONAL_TO_SHORTFALL,
    )
    assert [t.heads for t in done.tasks] == [90, 60]


# ── laws ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@st.composite
def regions(draw: st.DrawFn) -> list[Share]:
    sizes = draw(st.lists(st.integers(0, 400), min_size=1, max_size=8))
    return [
        Share(place=f"P{k}", has=draw(st.integers(0, size + size // 10)), out_of=size)
        for k, size in enumerate(sizes)
    ]


@quick
@given(regions(), rules, st.integers(2015, 2019))
def test_parts_add_up_within_what_each_lacks_and_never_fall(
    places: list[Share], rule: Rule, since: int
) -> None:
    done = split(TARGET, places, since=since, rule=rule)
    needed = ceil(Fraction(90, 100) * sum(s.out_of for s in places))
    assert done.whole == max(0, needed - sum(s.has for s in places))
    assert sum(t.heads for t in done.tasks) == done.whole
    assert len(done.tasks) == len(places) * (2020 - since)
    by_year = [sum(t.heads for t in done.of_year(y)) for y in range(since + 1, 2021)]
    assert by_year == sorted(by_year, reverse=True)
    assert max(by_year) - min(by_year) <= 1
    for s in places:
        tasks = done.of_place(s.place)
        assert all(t.heads >= 0 for t in tasks)
        assert [t.total for t in tasks] == [
            s.has + sum(t.heads for t in tasks[: k + 1]) for k in range(len(tasks))
        ]
        assert sum(t.heads for t in tasks) <= max(0, ceil(Fraction(90 * s.out_of, 100)) - s.has)
    # the weighted points of the parts are the heads of the whole
    assert sum(t.points * t.out_of / 100 for t in done.tasks) == done.whole
    if done.whole:
        assert sum(totals(done, 2020).values()) == needed


@quick
@given(regions(), rules, st.data())
def test_who_lacks_more_is_asked_for_no_less(
    places: list[Share], rule: Rule, data: st.DataObject
) -> None:
    lacks = [max(0, s.out_of - s.has) for s in places]
    weights = [s.out_of for s in places]
    heads = data.draw(st.integers(0, sum(lacks)))
    parts = share_out(heads, lacks, weights=weights, rule=rule)
    assert sum(parts) == heads
    for i, one in enumerate(parts):
        assert 0 <= one <= lacks[i]
        for j, other in enumerate(parts):
            heavier = rule is Rule.PROPORTIONAL_TO_SHORTFALL or weights[i] >= weights[j]
            if lacks[i] > lacks[j] and heavier:
                assert one >= other if i < j else one >= other - 1


@quick
@given(regions(), st.data())
def test_equal_gap_closing_gives_the_same_points_or_all_that_is_lacking(
    places: list[Share], data: st.DataObject
) -> None:
    """In whole heads: nobody who still lacks something gets a head less in points than anybody else, but for one."""
    lacks = [max(0, s.out_of - s.has) for s in places]
    weights = [s.out_of for s in places]
    parts = share_out(
        data.draw(st.integers(0, sum(lacks))), lacks, weights=weights, rule=Rule.EQUAL_GAP_CLOSING
    )
    for i, one in enumerate(parts):
        if one < lacks[i]:
            for j, other in enumerate(parts):
                if other:
                    assert Fraction(one + 1, weights[i]) >= Fraction(other - 1, weights[j])


@quick
@given(regions(), rules)
def test_planning_anew_after_a_year_on_plan_asks_for_the_same(
    places: list[Share], rule: Rule
) -> None:
    done = split(TARGET, places, since=2017, rule=rule)
    assume(done.whole)
    reached = totals(done, 2018)
    after = [Share(place=s.place, has=reached[s.place], out_of=s.out_of) for s in places]
    again = split(TARGET, after, since=2018, rule=rule)
    assert again.tasks == tuple(t for t in done.tasks if t.year > 2018)


# ── what cannot be ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("call", "error", "named"),
    [
        (lambda: split(INDUSTRY, [], since=2019), CallError, "that heads can be counted for"),
        (lambda: split(KINDERGARTENS, [], since=2016), CallError, "GX-T1/kindergartens"),
        (lambda: split(TARGET, shares(("A", 0, 1)), since=2020), CallError, "no year is left"),
        (
            lambda: split(TARGET, shares(("A", 0, 1)), since=20160),
            CallError,
            "expected a year from",
        ),
        (
            lambda: split(TARGET, shares(("A", 0, 1)), since=2016, steps={2021: Fraction(80)}),
            CallError,
            r"steps\[2021\]",
        ),
        (lambda: split(TARGET, [], since=2016), DataError, "at least one place"),
        (lambda: split(TARGET, shares(("A", 0, 1), ("A", 0, 1)), since=2016), DataError, "once"),
        (lambda: shares(("A", -1, 1)), DataError, "A has"),
        (lambda: Share(place="A", has=None, out_of=1), DataError, "cannot be planned for"),  # type: ignore[arg-type]
        (lambda: split(HOUSEHOLDS, shares(("A", 0, 149)), since=2019), DataError, "these lack 149"),
        (
            lambda: review(split(TARGET, shares(("A", 0, 1)), since=2016), [], year=2017),
            DataError,
            "what A has at the end of 2017",
        ),
        (
            lambda: review(split(TARGET, shares(("A", 0, 1)), since=2016), [], year=2016),
            DataError,
            "a year of the schedule",
        ),
    ],
)
def test_named_errors(call: Any, error: type[Exception], named: str) -> None:
    with pytest.raises(error, match=named):
        call()
