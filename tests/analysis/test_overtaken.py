"""Figures overtaken over years: the periods agree, day by day, with what is stale on the day."""

import datetime

import pendulum
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import jiaoyu_fupin as jf

GANZHOU = jf.policy("ganzhou-2015")
DAYS = st.dates(datetime.date(2013, 1, 1), datetime.date(2026, 12, 31))
WHOLE = jf.overtaken(GANZHOU, 2013, 2026)


@settings(deadline=None)
@given(DAYS)
def test_a_day_is_in_the_periods_of_just_what_is_stale_on_it(day: datetime.date) -> None:
    held = {o.stale for o in WHOLE if o.since <= day <= o.until}
    assert held == set(jf.stale(GANZHOU, day))


@settings(deadline=None)
@given(DAYS, DAYS)
def test_a_shorter_span_is_cut_out_of_a_longer_one(a: datetime.date, b: datetime.date) -> None:
    first, last = sorted((a.year, b.year))
    start, end = pendulum.date(first, 1, 1), pendulum.date(last, 12, 31)
    cut = {
        (o.stale, max(o.since, start), min(o.until, end))
        for o in WHOLE
        if o.since <= end and start <= o.until
    }
    assert {(o.stale, o.since, o.until) for o in jf.overtaken(GANZHOU, first, last)} == cut


def test_a_town_of_one_year_has_nothing_overtaken_after_it() -> None:
    assert jf.overtaken(jf.policy("town-2020"), 2010, 2026) == ()


@pytest.mark.parametrize("years", [(2026, 2010), (1800, 2010), (2010, 9999)])
def test_years_that_are_no_span_are_refused(years: tuple[int, int]) -> None:
    with pytest.raises(jf.CallError, match="the first one first"):
        jf.overtaken(GANZHOU, *years)
