"""Recurring obligations: hand-made records, what is refused, and the laws of standings."""

import datetime
import itertools
import tomllib
from fractions import Fraction
from pathlib import Path
from typing import Any

import pendulum
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiaoyu_fupin import CallError, DataError, Text
from jiaoyu_fupin.clauses.obligation import Every, Obligation
from jiaoyu_fupin.obligations import Record, Standing, periods, record
from jiaoyu_fupin.obligations.calendar import period_of
from jiaoyu_fupin.values.spans import Span, gaps

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "records.toml").read_text(encoding="utf-8")
)["case"]
BY_NAME: dict[str, Every] = {every.value: every for every in Every}


def obligation(every: Every, at_least: int = 1) -> Obligation:
    return Obligation(id="X-1", title=Text("走访", "visit"), every=every, at_least=at_least)


def recorded(case: dict[str, Any]) -> Record:
    settings: dict[str, Any] = {"grace_days": case.get("grace_days", 0)}
    if "least_share" in case:
        settings["least_share"] = Fraction(case["least_share"])
    return record(
        obligation(BY_NAME[case["every"]], case.get("at_least", 1)),
        case["acts"],
        life=Span(case["since"], case.get("until")),
        on=case["on"],
        **settings,
    )


@pytest.mark.parametrize("case", CASES, ids=[case["says"] for case in CASES])
def test_a_record_is_what_the_case_says(case: dict[str, Any]) -> None:
    found = recorded(case)
    shown = (
        None
        if found.entries is None
        else [[entry.period.name, entry.standing.value] for entry in found.entries]
    )
    assert shown == case.get("entries")
    assert found.later == case.get("later", 0)


def test_what_is_kept_and_missed_can_be_listed() -> None:
    found = recorded(next(c for c in CASES if c["says"].startswith("five days of grace")))
    assert [p.name for p in found.kept] == ["2018-01"]
    assert [p.name for p in found.missed] == ["2018-02"]
    without = recorded(CASES[-1])
    assert (without.kept, without.missed, len(without.acts)) == ((), (), 2)


def test_acts_outside_the_life_are_errors_every_one_of_them() -> None:
    life = Span(pendulum.date(2018, 2, 1), pendulum.date(2018, 3, 31))
    acts = [pendulum.date(2018, 1, 31), pendulum.date(2018, 2, 1), pendulum.date(2018, 4, 1)]
    with pytest.raises(DataError) as caught:
        record(obligation(Every.MONTH), acts, life=life, on=pendulum.date(2018, 12, 31))
    assert [p.value for p in caught.value.problems] == ["2018-01-31", "2018-04-01"]


@pytest.mark.parametrize(
    "settings",
    [
        {"grace_days": -1},
        {"grace_days": True},
        {"least_share": Fraction(0)},
        {"least_share": Fraction(3, 2)},
        {"least_share": 0.5},
    ],
)
def test_measures_that_cannot_be_are_refused(settings: dict[str, Any]) -> None:
    life = Span(pendulum.date(2018, 2, 1))
    with pytest.raises(CallError):
        record(obligation(Every.MONTH), [], life=life, on=pendulum.date(2018, 3, 1), **settings)


@pytest.mark.parametrize("every", [Every.ONCE, Every.ALWAYS, Every.EACH_TIME, Every.UNSTATED])
def test_only_months_terms_and_years_are_periods_of_the_calendar(every: Every) -> None:
    with pytest.raises(ValueError, match="no periods"):
        period_of(every, pendulum.date(2018, 1, 1))


days = st.dates(datetime.date(2016, 1, 1), datetime.date(2019, 12, 31))
lives = st.tuples(days, st.none() | days).map(
    lambda pair: Span(min(pair), max(pair)) if pair[1] else Span(pair[0])  # type: ignore[type-var]
)
recurring = st.sampled_from([Every.MONTH, Every.TERM, Every.YEAR])


@settings(deadline=None)
@given(recurring, lives, days)
def test_periods_cover_the_life_up_to_the_date_without_gap_or_overlap(
    every: Every, life: Span, on: datetime.date
) -> None:
    found = periods(every, life, on)
    assert found is not None
    if life.since > on:
        assert found == ()
        return
    last = on if life.until is None else min(on, life.until)
    assert gaps([p.span for p in found], Span(life.since, last)) == ()
    for before, after in itertools.pairwise(found):
        assert before.span.until is not None
        assert before.span.until.add(days=1) == after.span.since


@settings(deadline=None)
@given(
    recurring, lives, st.lists(days, max_size=25), days, days, st.integers(0, 20), st.integers(1, 2)
)
def test_what_is_settled_stays_so_and_no_act_counts_twice(
    every: Every,
    life: Span,
    acts: list[datetime.date],
    one: datetime.date,
    other: datetime.date,
    grace: int,
    times: int,
) -> None:
    inside = [act for act in acts if life.holds(act)]
    earlier, later = (
        record(obligation(every, times), inside, life=life, on=on, grace_days=grace)
        for on in sorted((one, other))
    )
    assert earlier.entries is not None
    assert later.entries is not None
    for before, after in zip(earlier.entries, later.entries, strict=False):
        assert before.period == after.period
        if before.standing is not Standing.DUE:
            assert after.standing is before.standing
    counted = [act for entry in later.entries for act in entry.counted]
    assert all(counted.count(act) <= later.acts.count(act) for act in counted)
    for entry in later.entries:
        enough = entry.standing in {Standing.DONE, Standing.LATE}
        assert not enough or len(entry.counted) == times


def test_a_record_of_what_is_none_is_a_wrong_call() -> None:
    asked: Any = record
    with pytest.raises(CallError) as caught:
        asked("monthly", None, life=None, on=pendulum.date(2018, 1, 1))
    assert [p.where for p in caught.value.problems] == ["obligation", "acts", "life"]
