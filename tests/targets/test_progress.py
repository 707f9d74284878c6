"""Where targets stand: cases worked out by hand, and an independent computation of the page that promises it."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pendulum
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiaoyu_fupin import (
    CallError,
    DataError,
    Hedge,
    Indicator,
    Judged,
    Measured,
    Observation,
    RuleError,
    Scope,
    Status,
    Target,
    Term,
    Variant,
    progress,
    progress_everywhere,
)
from jiaoyu_fupin.clauses.indicators import VARIANTS
from jiaoyu_fupin.targets.milestones import milestones, pathway
from jiaoyu_fupin.targets.progress import Progress
from jiaoyu_fupin.targets.rows import PROGRESS_COLUMNS, row_of
from jiaoyu_fupin.targets.standing import SeriesStanding
from jiaoyu_fupin.targets.target_standing import TargetStanding
from jiaoyu_fupin.values.ranges import Range
from support.naive_progress import naive_row
from support.progress_cases import (
    ALL_AIDED,
    ALL_SCHOOLS,
    CASES,
    COMPLETION,
    GANZHOU,
    GUANGXI,
    HOUSEHOLDS,
    INDUSTRY,
    INFRASTRUCTURE,
    KINDERGARTENS,
    PEOPLE,
    PRESCHOOL,
    observed,
    rate,
)

FIGURES = (
    "status",
    "latest_value",
    "latest_year",
    "gap",
    "pace",
    "required_pace",
    "projected",
    "reached_in",
)
ON = pendulum.date(2019, 12, 31)
GX_COMPLETION = GUANGXI[4]


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['file']}: {c['says'][:60]}")
def test_cases_worked_out_by_hand(case: dict[str, Any]) -> None:
    indicator = next(i for i in Indicator if i.value == case["indicator"])
    target = rate(
        "CASE", indicator, case["threshold"], scope=Scope.ALL, since=case["since"], due=case["due"]
    )
    series = {int(year): value for year, value in case["observations"].items()}
    on = pendulum.Date.fromisoformat(case["on"])
    row = row_of(progress(target, observed(indicator, series, "00"), on=on, place="00"))
    expected = {name: None if case[name] == "-" else case[name] for name in FIGURES}
    assert {name: row[name] for name in FIGURES} == expected


# ── against the page, computed in another way ─────────────────────────────────────────────────────────────────────

percents = st.decimals(0, 100, places=2) | st.sampled_from([Decimal(90), Decimal("89.99995")])
keys = st.tuples(
    st.sampled_from(Indicator),
    st.sampled_from(["450123", "4501", "45"]),
    st.sampled_from(Scope),
    st.integers(2012, 2023),
)


@st.composite
def observations(draw: st.DrawFn) -> list[Observation]:
    found = {}
    for indicator, place, scope, year in draw(st.lists(keys, max_size=25)):
        variant = draw(st.sampled_from(VARIANTS[indicator]))
        one = Observation(
            indicator=indicator,
            place=place,
            scope=scope,
            year=year,
            variant=variant,
            value=draw(percents),
        )
        found[one.key] = one
    return list(found.values())


targets = st.builds(
    lambda indicator, percent, scope, since, years: rate(
        "LAW", indicator, percent, scope=scope, since=since, due=since + years
    ),
    st.sampled_from(Indicator),
    percents,
    st.sampled_from(Scope),
    st.integers(2013, 2018),
    st.integers(0, 6),
)


def plain(target: Target) -> dict[str, Any]:
    aim: Any = target.aim
    return {
        "target": target.id,
        "indicator": aim.indicator.value,
        "scope": aim.scope.value,
        "due": target.due,
        "since": target.since,
        "threshold": decimal(aim.at_least),
    }


def decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


@settings(max_examples=400, deadline=None)
@given(observations(), targets, st.dates(pendulum.date(2012, 1, 1), pendulum.date(2024, 12, 31)))
def test_rows_are_what_the_page_promises(found: list[Observation], target: Target, on: Any) -> None:
    rows = [
        {
            "indicator": o.indicator.value,
            "place": o.place,
            "scope": o.scope.value,
            "year": o.year,
            "variant": o.variant.value,
            "value": decimal(o.value.value or Fraction(0)),
        }
        for o in found
    ]
    answers = [row_of(p) for p in progress_everywhere([target], found, on=on)]
    assert [tuple(a) for a in answers] == [PROGRESS_COLUMNS] * len(answers)
    places = list(dict.fromkeys(o.place for o in found))
    assert [dict(a) for a in answers] == [
        naive_row(plain(target), rows, place, on.year) for place in places
    ]


# ── what counts ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_another_scope_or_variant_does_not_count_and_is_told() -> None:
    found = [
        *observed(COMPLETION, {2016: 95}),
        *observed(COMPLETION, {2016: 96}, scope=Scope.POOR_AREAS, variant=Variant.DOSSIER),
        *observed(COMPLETION, {2020: 97}, scope=Scope.POOR_AREAS),
    ]
    p = progress(GX_COMPLETION, found, on=ON)
    assert p.status is Status.UNKNOWN
    assert p.latest is None
    assert attrs.astuple(p.passed_over) == (1, 1, 1)
    assert "其他范围1条、其他口径1条、晚于所问日期1条" in p.text("zh")
    assert "1 of another scope, 1 counted in another way, 1 of a year after the date" in p.text(
        "en"
    )


def test_another_variant_counts_when_it_is_asked_for() -> None:
    found = observed(COMPLETION, {2016: 96}, scope=Scope.POOR_AREAS, variant=Variant.DOSSIER)
    p = progress(GX_COMPLETION, found, on=ON, variant=Variant.DOSSIER)
    assert (p.status, p.variant) == (Status.MET, Variant.DOSSIER)
    with pytest.raises(CallError, match="口径"):
        progress(GX_COMPLETION, found, on=ON, variant=Variant.STANDARD)


def test_every_place_gets_every_target_in_order() -> None:
    found = [
        *observed(PRESCHOOL, {2016: 70}, "450124", scope=Scope.POOR_AREAS),
        *observed(COMPLETION, {2016: 80}, "450123"),
        *observed(COMPLETION, {2017: 81}, "450124"),
    ]
    answers = progress_everywhere(GUANGXI, found, on=ON)
    assert [(p.place, p.target.id) for p in answers] == [
        (place, t.id) for place in ("450124", "450123") for t in GUANGXI
    ]
    assert [p.status for p in answers][:6] == [
        Status.UNKNOWN,  # 2017 is over and was not observed
        Status.UNKNOWN,
        Status.UNKNOWN,
        Status.BEHIND,
        Status.UNKNOWN,
        Status.UNKNOWN,
    ]


def test_several_places_have_to_be_told_apart() -> None:
    found = observed(PRESCHOOL, {2016: 70}, "450124") + observed(PRESCHOOL, {2016: 71}, "450123")
    with pytest.raises(CallError, match="450124, 450123"):
        progress(GUANGXI[0], found, on=ON)
    assert progress(GUANGXI[0], found, on=ON, place="450123").place == "450123"


def test_two_values_for_one_thing_are_an_error_naming_both() -> None:
    found = observed(PRESCHOOL, {2016: 70, 2017: 71}) + observed(PRESCHOOL, {2017: 72})
    with pytest.raises(DataError, match=r"\[duplicate\] observations 1 and 2: .*450123 all 2017"):
        progress(GUANGXI[0], found, on=ON)


def test_a_term_stands_for_its_first_day() -> None:
    found = observed(PRESCHOOL, {2017: 76}, scope=Scope.POOR_AREAS)
    assert progress(GUANGXI[0], found, on=Term.spring(2017)).status is Status.MET
    assert progress(GUANGXI[0], found, on=Term.autumn(2016)).status is Status.UNKNOWN


def test_a_status_is_no_yes_or_no() -> None:
    with pytest.raises(TypeError, match="five statuses"):
        bool(progress(GUANGXI[0], [], on=ON))


# ── values known in part ──────────────────────────────────────────────────────────────────────────────────────────


def test_a_partial_value_gives_intervals_and_says_what_is_open() -> None:
    target = rate("CASE", COMPLETION, 92, scope=Scope.ALL, since=2016, due=2020)
    found = [
        *observed(COMPLETION, {2016: 88}),
        Observation(
            indicator=COMPLETION, place="450123", year=2018, value=Range(91, 93), out_of=1001
        ),
    ]
    p = progress(target, found, on=ON)
    assert p.status is Status.UNKNOWN
    # 91: 3 points in two years make 94 in 2020; so it is met or on track, and surely not behind
    assert p.possible == (Status.MET, Status.ON_TRACK)
    assert p.gap == Range(0, 1)
    assert p.gap_in_heads == (0, 11)  # one point of 1001 is 10.01: eleven heads
    assert p.pace == Range(Fraction(3, 2), Fraction(5, 2))
    assert p.required_pace == Range(0, Fraction(1, 2))
    assert p.projected == Range(94, 98)
    assert "已达到、按此进度可达到" in p.text("zh")
    assert row_of(p)["gap"] is None


def test_an_unknown_value_leaves_everything_open() -> None:
    target = rate("CASE", COMPLETION, 92, scope=Scope.ALL, since=2016, due=2020)
    found = [
        *observed(COMPLETION, {2016: 88}),
        Observation(indicator=COMPLETION, place="450123", year=2018, value=None),
    ]
    p = progress(target, found, on=ON)
    assert p.possible == (Status.MET, Status.ON_TRACK, Status.BEHIND)
    assert (p.status, row_of(p)["latest_value"], row_of(p)["latest_year"]) == (
        Status.UNKNOWN,
        None,
        2018,
    )


# ── the other kinds of target ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("percent", "on", "breach"),
    [
        ("91.9", "2020-12-31", None),  # the year is not over
        ("91.9", "2021-01-01", True),
        ("92", "2021-01-01", False),
        ("92", "2020-12-31", None),
        (None, "2021-01-01", None),
    ],
)
def test_a_firm_aim_is_breached_when_it_is_missed(
    percent: str | None, on: str, breach: bool | None
) -> None:
    target = rate(
        "CASE", Indicator.COMPULSORY_COMPLETION, 92, scope=Scope.ALL, since=2016, due=2020
    )
    seen = observed(Indicator.COMPULSORY_COMPLETION, {2020: percent} if percent else {}, "45")
    day = pendulum.Date.fromisoformat(on)
    assert progress(target, seen, on=day, place="45").is_breach is breach
    striving = attrs.evolve(target, hedges=(Hedge.STRIVING,))
    assert progress(striving, seen, on=day, place="45").is_breach is False


def test_a_hedged_coverage_that_is_missed_is_a_shortfall() -> None:
    found = [Measured(target="GX-T2/schools", year=2017, value=Decimal("97.5"), out_of=400)]
    p = progress(ALL_SCHOOLS, found, on=pendulum.date(2018, 3, 1))
    assert p.status is Status.MISSED
    assert (p.gap, p.gap_in_heads) == (Range.of(Fraction(5, 2)), (10, 10))
    assert "基本" in p.text("zh")
    assert "属差距，不作违约论" in p.text("zh")
    assert "a shortfall, not a breach" in p.text("en")


def test_counts_and_budgets_of_the_town() -> None:
    found = [
        Measured(target="TN-2/households", year=2020, value=131),
        Measured(target="TN-2/people", year=2020, value=Range(400, 430)),
        Measured(target="TN-2/industry", year=2020, value=Decimal("8920000.00")),
        Measured(target="TN-2/infrastructure", year=2020, value=Decimal("15039999.99")),
    ]
    all_of_them = (HOUSEHOLDS, PEOPLE, INDUSTRY, INFRASTRUCTURE)
    households, people, industry, infrastructure = progress_everywhere(
        all_of_them, found, on=pendulum.date(2021, 1, 15)
    )
    assert (households.status, households.gap_in_heads) == (Status.MISSED, (19, 19))
    assert (people.status, people.possible) == (Status.UNKNOWN, (Status.MET, Status.MISSED))
    assert people.gap_in_heads == (0, 22)
    assert industry.status is Status.MET
    assert (infrastructure.status, infrastructure.gap) == (
        Status.MISSED,
        Range.of(Fraction(1, 100)),
    )
    assert "差距：19户" in households.text("zh")
    assert "gap: 0.01 yuan" in infrastructure.text("en")


def test_money_that_is_not_reported_yet_is_not_nothing() -> None:
    p = progress(INDUSTRY, [], on=pendulum.date(2020, 6, 30))
    assert (p.status, p.gap, p.possible) == (Status.UNKNOWN, None, ())


def test_a_qualitative_target_is_met_only_by_a_judgement_with_its_source() -> None:
    on = pendulum.date(2018, 2, 1)
    assert progress(KINDERGARTENS, [], on=on).status is Status.UNKNOWN
    judged = Judged(target="GX-T1/kindergartens", year=2017, met=True, source="市教育局年度评估")
    p = progress(KINDERGARTENS, [judged], on=on)
    assert (p.status, p.gap, p.pace, p.required_pace, p.projected) == (Status.MET, *(None,) * 4)
    assert "市教育局年度评估" in p.text("zh")
    not_met = attrs.evolve(judged, met=False)
    assert progress(KINDERGARTENS, [not_met], on=on).status is Status.MISSED
    assert progress(KINDERGARTENS, [not_met], on=pendulum.date(2017, 6, 1)).status is Status.BEHIND
    cannot_tell = progress(KINDERGARTENS, [attrs.evolve(judged, met=None)], on=on)
    assert cannot_tell.possible == (Status.MET, Status.MISSED)
    with pytest.raises(DataError, match="without its source it says nothing"):
        Judged(target="GX-T1/kindergartens", year=2017, met=True, source=" ")


@pytest.mark.parametrize(
    ("target", "wrong", "named"),
    [
        (KINDERGARTENS, Measured(target=KINDERGARTENS.id, year=2017, value=100), "a Judged"),
        (
            HOUSEHOLDS,
            Judged(target=HOUSEHOLDS.id, year=2020, met=True, source="x"),
            "a Measured whole number",
        ),
        (
            HOUSEHOLDS,
            Measured(target=HOUSEHOLDS.id, year=2020, value=Fraction(1, 2)),
            "a Measured whole number",
        ),
        (
            INDUSTRY,
            Measured(target=INDUSTRY.id, year=2020, value=Fraction(1, 1000)),
            "in whole fen",
        ),
        (ALL_AIDED, Measured(target=ALL_AIDED.id, year=2016, value=101), "share in percent"),
        (
            GUANGXI[0],
            Measured(target=GUANGXI[0].id, year=2016, value=80),
            "an Observation of its indicator",
        ),
    ],
)
def test_a_target_is_measured_by_what_fits_it(target: Target, wrong: Any, named: str) -> None:
    with pytest.raises(DataError, match=named):
        progress(target, [wrong], on=ON)


def test_a_measurement_of_no_target_is_an_error_with_the_nearest() -> None:
    stray = Measured(target="TN-2/houshold", year=2020, value=1)
    with pytest.raises(CallError, match="did you mean TN-2/households"):
        progress_everywhere([HOUSEHOLDS], [stray], on=ON)


# ── milestones ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_aims_of_2017_are_milestones_on_the_way_to_2020() -> None:
    for first, last in zip(GUANGXI[:3], GUANGXI[3:], strict=True):
        assert milestones(last, GUANGXI) == (first,)
        assert milestones(first, GUANGXI) == ()
    assert pathway(GX_COMPLETION, GUANGXI + GANZHOU) == (
        (2017, Fraction(90)),
        (2020, Fraction(92)),
    )


# ── what cannot be ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"value": Decimal(-1)}, "out_of_range"),
        ({"value": 79.6}, "wrong_type"),
        ({"value": Decimal("100.01"), "variant": Variant.DOSSIER}, "out_of_range"),
        ({"year": 20160}, "out_of_range"),
        ({"year": True}, "out_of_range"),
        ({"place": "45012"}, "bad_code"),
        ({"place": "４５"}, "bad_code"),
        ({"indicator": "compulsory_completion"}, "bad_label"),
        ({"scope": "all"}, "bad_label"),
        ({"variant": Variant.STANDARD}, "conflict"),
        ({"out_of": -1}, "out_of_range"),
    ],
)
def test_observations_that_cannot_be(changes: dict[str, Any], code: str) -> None:
    right: dict[str, Any] = {
        "indicator": COMPLETION,
        "place": "450123",
        "year": 2016,
        "value": Decimal(90),
    }
    with pytest.raises(DataError) as caught:
        Observation(**(right | changes))
    assert [p.code.value for p in caught.value.problems] == [code]


def test_a_cohort_rate_may_exceed_100() -> None:
    assert observed(COMPLETION, {2016: "107.8"})[0].value == Range.of(Fraction(1078, 10))


def test_a_target_due_before_it_starts_is_refused() -> None:
    with pytest.raises(RuleError, match="expected a due year not before the first, 2020"):
        rate("CASE", COMPLETION, 90, scope=Scope.ALL, since=2020, due=2019)


def test_progress_declares_no_figure_that_its_standing_has() -> None:
    standing = {field.name for field in attrs.fields(SeriesStanding)}
    assert standing <= {field.name for field in attrs.fields(Progress)}
    assert not standing & (vars(TargetStanding)["__annotations__"].keys())
    assert "__annotations__" not in vars(Progress)
