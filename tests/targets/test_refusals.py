"""What indicators, observations, targets and splitting refuse: each wrong call is named, none is a raw error."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pendulum
import pytest

import jiaoyu_fupin as jf
from jiaoyu_fupin.clauses.indicators import Variant
from jiaoyu_fupin.clauses.target import Rate
from jiaoyu_fupin.people.labels import Stage
from jiaoyu_fupin.targets.indicators import (
    completion_by_cohort,
    coverage,
    gross_enrolment,
    standardisation_rate,
)
from jiaoyu_fupin.targets.milestones import pathway
from jiaoyu_fupin.targets.shares import coverage_of
from jiaoyu_fupin.targets.split import Rule, Share, review, share_out, split
from jiaoyu_fupin.values.ranges import Range

ON = pendulum.date(2019, 12, 31)
SET = jf.Text("学校", "schools")
TARGETS = {t.id: t for t in jf.policy("guangxi-2016").effects(jf.Target)}
COMPLETION, TEACHERS = TARGETS["GX-T3/compulsory_completion"], TARGETS["GX-T2/teachers"]


def observed(**changes: object) -> jf.Observation:
    values: dict[str, object] = {
        "indicator": jf.Indicator.COMPULSORY_COMPLETION,
        "place": "450123",
        "scope": jf.Scope.POOR_AREAS,
        "year": 2018,
        "value": Decimal(90),
    }
    return jf.Observation(**{**values, **changes})  # type: ignore[arg-type]


def plan() -> Any:
    shares = [Share(place="a", has=80, out_of=100), Share(place="b", has=90, out_of=100)]
    return split(COMPLETION, shares, since=2018)


REFUSED: dict[str, tuple[Callable[[], object], str]] = {
    "an enrolment of no stage": (
        lambda: gross_enrolment(stage=None, enrolled=1, population=2, year=2018),  # type: ignore[arg-type]
        "expected a Stage",
    ),
    "a stage by its name": (
        lambda: gross_enrolment(stage="senior", enrolled=1, population=2, year=2018),  # type: ignore[arg-type]
        "expected a Stage",
    ),
    "a scope by its name": (
        lambda: gross_enrolment(
            stage=Stage.SENIOR,
            enrolled=1,
            population=2,
            year=2018,
            scope="all",  # type: ignore[arg-type]
        ),
        "expected a Scope",
    ),
    "a place that is a number": (
        lambda: completion_by_cohort(in_final_year=1, entered=2, year=2018, place=450123),  # type: ignore[arg-type]
        "2, 4 or 6 digits",
    ),
    "a set by its name": (
        lambda: coverage(covered=1, total=2, of="schools", year=2018),  # type: ignore[arg-type]
        "expected the set as a Text",
    ),
    "letters for ids": (
        lambda: coverage_of("abc", ["a"], of=SET, year=2018),
        "expected several members",
    ),
    "over a hundred by the lower end": (
        lambda: observed(variant=Variant.DOSSIER, value=Range(Fraction(150), None)),
        "at most 100",
    ),
    "below nothing by the upper end": (
        lambda: observed(value=Range(None, Fraction(-3))),
        "a value from 0",
    ),
    "a coverage above a hundred by its lower end": (
        lambda: jf.progress(
            TEACHERS,
            [
                jf.Measured(
                    target=TEACHERS.id, place="450123", year=2017, value=Range(Fraction(150), None)
                )
            ],
            on=ON,
        ),
        "share in percent",
    ),
    "a completion rate for a coverage": (
        lambda: jf.Measured.from_ratio(
            TEACHERS.id, completion_by_cohort(in_final_year=1, entered=2, year=2018)
        ),
        "expected a coverage",
    ),
    "nothing for a ratio": (lambda: jf.Observation.from_ratio(None), "expected a counted ratio"),  # type: ignore[arg-type]
    "a target of the year 12": (
        lambda: jf.Target(id="Z-1/x", title=SET, aim=COMPLETION.aim, since=12, due=2020),
        "a year from 1949",
    ),
    "a target due in the year 99999": (
        lambda: jf.Target(id="Z-1/x", title=SET, aim=COMPLETION.aim, since=2016, due=99999),
        "a year from 1949",
    ),
    "a threshold in floats": (
        lambda: Rate(jf.Indicator.COMPULSORY_COMPLETION, 90.5, jf.Scope.ALL),
        "Fraction",
    ),
    "a threshold that is true": (
        lambda: Rate(jf.Indicator.COMPULSORY_COMPLETION, True, jf.Scope.ALL),
        "Fraction",
    ),
    "no threshold": (
        lambda: Rate(jf.Indicator.COMPULSORY_COMPLETION, None, jf.Scope.ALL),
        "Fraction",
    ),
    "one observation alone": (
        lambda: jf.progress(COMPLETION, observed(), on=ON),  # type: ignore[arg-type]
        "expected several observations",
    ),
    "an observation as a dictionary": (
        lambda: jf.progress(COMPLETION, [{}], on=ON),  # type: ignore[list-item]
        "expected an Observation",
    ),
    "no target": (lambda: jf.progress(None, [], on=ON), "expected a Target"),  # type: ignore[arg-type]
    "a place as a number": (
        lambda: jf.progress(COMPLETION, [observed()], on=ON, place=450123),  # type: ignore[arg-type]
        "2, 4 or 6 digits",
    ),
    "one target alone": (
        lambda: jf.progress_everywhere(COMPLETION, [observed()], on=ON),  # type: ignore[arg-type]
        "expected several targets",
    ),
    "places as one text": (
        lambda: jf.progress_everywhere([COMPLETION], [observed()], on=ON, places="450123"),
        "expected several places",
    ),
    "a place twice": (
        lambda: jf.progress_everywhere(
            [COMPLETION], [observed()], on=ON, places=["450123", "450123"]
        ),
        "each place once",
    ),
    "a rule by its name": (
        lambda: split(COMPLETION, [Share(place="a", has=1, out_of=9)], since=2018, rule="equal"),  # type: ignore[arg-type]
        "Rule.EQUAL_GAP_CLOSING",
    ),
    "shares that are none": (lambda: split(COMPLETION, [5], since=2018), "expected a Share"),  # type: ignore[list-item]
    "a step in floats": (
        lambda: split(
            COMPLETION,
            [Share(place="a", has=1, out_of=9)],
            since=2016,
            steps={2018: 90.5},  # type: ignore[arg-type]
        ),
        "exact thresholds",
    ),
    "a step that is text": (
        lambda: split(COMPLETION, [Share(place="a", has=1, out_of=9)], since=2016, steps=5),  # type: ignore[arg-type]
        "exact thresholds",
    ),
    "a place of a share that is a number": (
        lambda: Share(place=4, has=1, out_of=2),  # type: ignore[arg-type]
        "name or code",
    ),
    "a review with a place twice": (
        lambda: review(
            plan(),
            [*(Share(place=p, has=90, out_of=100) for p in "aab")],
            year=2019,
        ),
        "each place once",
    ),
    "a review with a place unheard of": (
        lambda: review(plan(), [*(Share(place=p, has=90, out_of=100) for p in "abc")], year=2019),
        "a place of the schedule",
    ),
    "a review with a place of another size": (
        lambda: review(
            plan(),
            [Share(place="a", has=90, out_of=999), Share(place="b", has=90, out_of=100)],
            year=2019,
        ),
        "as in the schedule",
    ),
    "more schools up to the standard than there are": (
        lambda: split(
            next(
                t
                for t in jf.policy("ganzhou-2015").effects(jf.Target)
                if t.id == "GZ-T1/school_standardisation"
            ),
            [Share(place="a", has=12, out_of=10)],
            since=2018,
        ),
        "all there are",
    ),
    "weights of nothing": (
        lambda: share_out(1, [1, 1], weights=[0, 0], rule=Rule.EQUAL_GAP_CLOSING),
        "a weight",
    ),
    "too few weights": (
        lambda: share_out(1, [1, 1], weights=[1], rule=Rule.EQUAL_GAP_CLOSING),
        "a weight",
    ),
    "less than nothing lacking": (
        lambda: share_out(2, [5, -3], weights=[1, 1], rule=Rule.EQUAL_GAP_CLOSING),
        "counts from 0",
    ),
    "no frame": (lambda: jf.progress_frame(None, [COMPLETION], on=ON), "expected a frame"),
    "no path": (lambda: jf.read_observations(None), "expected the path"),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_makes_no_sense_is_named(name: str) -> None:
    make, said = REFUSED[name]
    with pytest.raises(jf.FupinError, match=said) as caught:
        make()
    assert all(p.where and p.expected for p in caught.value.problems)


def test_a_ratio_is_compared_with_ratios_only() -> None:
    ratio = completion_by_cohort(in_final_year=1, entered=2, year=2018)
    with pytest.raises(jf.CallError, match="expected another ratio"):
        ratio.points_above(observed())  # type: ignore[arg-type]


def test_schools_that_nobody_counts_as_unjudged_may_all_be_up_to_standard() -> None:
    found = standardisation_rate(up_to_standard=60, schools=80, unjudged=None, year=2018)
    assert found.percent == Range(Fraction(75), Fraction(100))
    assert coverage(covered=1, total=4, undecided=None, of=SET, year=2018).percent == Range(
        Fraction(25), Fraction(100)
    )


def test_the_way_to_a_target_may_be_given_as_it_is_found() -> None:
    """90 of 200 by 2017 takes 10 more, 92 by 2020 another 4; the pairs of `pathway` hold the due year's own too."""
    shares = [Share(place="a", has=80, out_of=100), Share(place="b", has=90, out_of=100)]
    way = pathway(COMPLETION, TARGETS.values())
    found = split(COMPLETION, shares, since=2016, steps=way)
    assert [sum(t.heads for t in found.of_year(y)) for y in (2017, 2018, 2019, 2020)] == [
        10,
        2,
        1,
        1,
    ]
