"""Indicators: exact ratios of counts, each with its formula; what was counted differently is not compared."""

from __future__ import annotations

import itertools
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiaoyu_fupin import CallError, DataError, Indicator, Observation, Scope, Stage, Text, Variant
from jiaoyu_fupin.clauses.indicators import Formula
from jiaoyu_fupin.targets.indicators import (
    Ratio,
    completion_by_cohort,
    completion_by_dossier,
    coverage,
    gross_enrolment,
    net_enrolment,
    standardisation_rate,
)
from jiaoyu_fupin.targets.shares import coverage_of
from jiaoyu_fupin.values.ranges import Range

SCHOOLS = Text("学校", "schools")
WHERE: dict[str, Any] = {"year": 2016, "place": "450123", "scope": Scope.POOR_AREAS}


def preschool(enrolled: int | None, population: int | None, **more: Any) -> Ratio:
    return gross_enrolment(
        stage=Stage.PRESCHOOL, enrolled=enrolled, population=population, **(WHERE | more)
    )


def test_gross_enrolment_is_exact_and_may_exceed_100() -> None:
    assert preschool(1, 3).value == Fraction(100, 3)
    assert preschool(103, 100).value == 103


def test_net_enrolment_cannot_exceed_100() -> None:
    net = net_enrolment(stage=Stage.PRESCHOOL, enrolled_of_age=95, population=100, **WHERE)
    assert net.value == 95
    with pytest.raises(DataError, match=r"净入学（园）率.*cannot exceed 100"):
        net_enrolment(stage=Stage.PRESCHOOL, enrolled_of_age=101, population=100, **WHERE)


def test_completion_by_cohort_counts_no_transfers_and_may_exceed_100() -> None:
    # 1000 entered grade 1, 1078 are in the final year: more moved in than out
    ratio = completion_by_cohort(in_final_year=1078, entered=1000, **WHERE)
    assert (ratio.value, ratio.capped) == (Fraction(1078, 10), False)


def test_completion_by_dossier_counts_transfers_and_is_capped() -> None:
    # 1000 + 120 - 40 = 1080
    ratio = completion_by_dossier(graduates=1053, intake=1000, moved_in=120, moved_out=40, **WHERE)
    assert (ratio.value, ratio.denominator, ratio.capped) == (Fraction(975, 10), 1080, False)
    over = completion_by_dossier(graduates=1090, intake=1000, moved_in=120, moved_out=40, **WHERE)
    assert (over.value, over.capped, over.numerator) == (Fraction(100), True, 1090)


def test_one_town_by_two_formulas() -> None:
    """1000 entered, 200 moved out, 50 moved in, 830 graduate: 83 % of the cohort, 97.6 % of those who should be there."""
    cohort = completion_by_cohort(in_final_year=830, entered=1000, **WHERE)
    dossier = completion_by_dossier(graduates=830, intake=1000, moved_in=50, moved_out=200, **WHERE)
    assert (cohort.value, dossier.value) == (Fraction(83), Fraction(83000, 850))
    with pytest.raises(CallError, match=r"one formula, not “cohort and dossier”"):
        cohort < dossier


def test_standardisation_with_schools_nobody_has_judged() -> None:
    ratio = standardisation_rate(up_to_standard=170, schools=200, unjudged=20, **WHERE)
    assert (ratio.percent, ratio.value) == (Range(85, 95), None)
    assert standardisation_rate(up_to_standard=170, schools=200, **WHERE).value == 85


@pytest.mark.parametrize(
    "ratio",
    [
        preschool(None, 100),
        preschool(80, None),
        preschool(0, 0),
        completion_by_cohort(in_final_year=5, entered=0, **WHERE),
        completion_by_dossier(graduates=5, intake=10, moved_in=None, moved_out=0, **WHERE),
        standardisation_rate(up_to_standard=0, schools=0, **WHERE),
        coverage(covered=0, total=0, of=SCHOOLS, **WHERE),
    ],
)
def test_a_zero_or_unknown_denominator_is_unknown_and_not_zero(ratio: Ratio) -> None:
    assert ratio.percent.is_unknown
    assert ratio.value is None


@pytest.mark.parametrize(
    ("call", "named"),
    [
        (lambda: preschool(-1, 100), "numerator: expected a count from 0"),
        (lambda: preschool(1.5, 100), "numerator"),  # type: ignore[arg-type]
        (lambda: preschool(1, 100, year=16), "expected a year from 1949 to 2100, not 16"),
        (
            lambda: completion_by_dossier(
                graduates=0, intake=10, moved_in=0, moved_out=11, **WHERE
            ),
            "no more to have moved out than entered",
        ),
        (
            lambda: standardisation_rate(up_to_standard=180, schools=200, unjudged=21, **WHERE),
            "201/200",
        ),
        (lambda: coverage(covered=3, total=2, of=SCHOOLS, **WHERE), "3/2"),
    ],
)
def test_counts_that_cannot_be(call: Any, named: str) -> None:
    with pytest.raises(DataError, match=named):
        call()


def test_what_is_alike_is_compared() -> None:
    assert preschool(80, 100) < preschool(81, 100, place="450124", year=2017)
    assert preschool(80, 100).points_above(preschool(79, 100)) == 1
    assert preschool(8, 10) >= preschool(80, 100)
    assert not preschool(8, 10) > preschool(80, 100)


@pytest.mark.parametrize(
    ("other", "named"),
    [
        (preschool(80, 100, scope=Scope.ALL), "one scope, not “poor_areas and all”"),
        (
            net_enrolment(stage=Stage.PRESCHOOL, enrolled_of_age=80, population=100, **WHERE),
            "one formula, not “gross and net”",
        ),
        (
            gross_enrolment(stage=Stage.SENIOR, enrolled=80, population=100, **WHERE),
            "one stage, not “preschool and senior”",
        ),
        (preschool(None, 100), "known exactly"),
    ],
)
def test_what_is_not_alike_is_not(other: Ratio, named: str) -> None:
    with pytest.raises(CallError, match=named):
        preschool(80, 100) <= other


def test_a_ratio_is_an_observation_of_its_indicator_and_variant() -> None:
    dossier = completion_by_dossier(graduates=9, intake=10, moved_in=0, moved_out=0, **WHERE)
    assert Observation.from_ratio(dossier) == Observation(
        indicator=Indicator.COMPULSORY_COMPLETION,
        variant=Variant.DOSSIER,
        place="450123",
        scope=Scope.POOR_AREAS,
        year=2016,
        value=Fraction(90),
        out_of=10,
    )
    junior_alone = completion_by_cohort(in_final_year=9, entered=10, stage=Stage.JUNIOR, **WHERE)
    assert junior_alone.observed_as is None
    with pytest.raises(CallError, match="another kind"):
        Observation.from_ratio(junior_alone)


def test_coverage_read_from_lists_of_ids() -> None:
    """Four are due aid, two of them paid; of one more it is not known whether it is due, and it was not paid."""
    ratio = coverage_of(
        ["S-1", "S-2", "S-3", "S-4"],
        ["S-1", "S-2", "S-9"],  # S-9 was paid without being due: that covers nobody
        perhaps_members=["S-5"],
        of=Text("应助学生", "students due aid"),
        year=2016,
    )
    assert ratio.percent == Range(40, 50)
    assert (ratio.numerator, ratio.denominator) == (2, None)  # four or five
    with pytest.raises(DataError, match="both surely and perhaps"):
        coverage_of(["S-1"], [], perhaps_members=["S-1"], of=SCHOOLS, year=2016)


ids = st.sets(st.sampled_from("abcdef"), max_size=6)


@settings(max_examples=200, deadline=None)
@given(ids, ids, ids, ids)
def test_coverage_lies_between_its_bounds_whatever_is_so(
    members: set[str], perhaps: set[str], covered: set[str], perhaps_covered: set[str]
) -> None:
    perhaps -= members
    ratio = coverage_of(
        members,
        covered,
        perhaps_members=perhaps,
        perhaps_covered=perhaps_covered,
        of=SCHOOLS,
        year=2016,
    )
    shares = []
    for more in subsets(perhaps):
        for also in subsets(perhaps_covered - covered):
            who = members | more
            if who:
                shares.append(Fraction(100 * len(who & (covered | also)), len(who)))
    if members:
        assert ratio.percent == Range(min(shares), max(shares))
    else:
        assert ratio.percent.is_unknown


def subsets(items: set[str]) -> list[set[str]]:
    return [
        set(chosen)
        for size in range(len(items) + 1)
        for chosen in itertools.combinations(sorted(items), size)
    ]


def test_every_formula_has_words() -> None:
    assert all(f.zh for f in Formula)
