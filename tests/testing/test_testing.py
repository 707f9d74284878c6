"""The library's own strategies give valid values, and subjects on both sides of every condition of a policy."""

from __future__ import annotations

import contextlib
import datetime
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from importlib.metadata import entry_points
from typing import Any

import pendulum
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from jiaoyu_fupin import (
    CallError,
    Farmer,
    Household,
    Outcome,
    Prepared,
    School,
    Stage,
    Student,
    Subject,
    Teacher,
    policy,
    prepare,
    testing,
)
from jiaoyu_fupin.people.fact import specs
from jiaoyu_fupin.places import COUNTY_CHANGES, CodeChange, Territory
from jiaoyu_fupin.policies.ganzhou_2015.places import GANZHOU, LUOXIAO_IN_GANZHOU
from jiaoyu_fupin.rules.forms import Ask
from jiaoyu_fupin.values.text import Text
from support import fictional_county

GANZHOU_2015 = policy("ganzhou-2015")
ON = pendulum.date(2020, 9, 1)
READY = prepare(GANZHOU_2015, Student, on=ON)
FROM_GANZHOU = testing.from_policy(GANZHOU_2015, on=ON)

quick = settings(deadline=None, max_examples=40)
sure = settings(
    deadline=None, max_examples=3000, derandomize=True, database=None, phases=[Phase.generate]
)

SUBJECTS: dict[type[Subject], st.SearchStrategy[Any]] = {
    Student: testing.students(),
    Teacher: testing.teachers(),
    School: testing.schools(),
    Household: testing.households(),
    Farmer: testing.farmers(),
}


@pytest.mark.parametrize("cl", SUBJECTS)
def test_subjects_are_valid_and_any_fact_may_be_unknown_or_known(cl: type[Subject]) -> None:
    optional = {name for name, spec in specs(cl).items() if not spec.required}
    known, unknown = set[str](), set[str]()

    @settings(deadline=None, max_examples=60, derandomize=True, database=None)
    @given(SUBJECTS[cl])
    def look(subject: Any) -> None:
        assert type(subject) is cl
        known.update(name for name in optional if getattr(subject, name) is not None)
        unknown.update(name for name in optional if getattr(subject, name) is None)

    look()
    assert known == unknown == optional


@quick
@given(testing.households())
def test_members_belong_to_their_household(household: Household) -> None:
    assert all(m.household_id in {None, household.household_id} for m in household.members)


def test_some_household_has_members() -> None:
    assert (
        len(
            find(
                testing.households(), lambda household: len(household.members) == 2, settings=sure
            ).members
        )
        == 2
    )


@quick
@given(testing.dates())
def test_dates_are_pendulums(day: pendulum.Date) -> None:
    assert type(day) is pendulum.Date
    assert 1900 <= day.year <= 2100


@quick
@given(testing.dates(min_value=pendulum.date(2016, 9, 1), max_value=pendulum.date(2016, 9, 3)))
def test_dates_keep_their_bounds(day: pendulum.Date) -> None:
    assert datetime.date(2016, 9, 1) <= day <= datetime.date(2016, 9, 3)


@quick
@given(testing.money(min_value=2, max_value=Decimal("2.05")))
def test_money_keeps_its_bounds_to_the_fen(amount: Decimal) -> None:
    assert amount in {Decimal(n).scaleb(-2) for n in range(200, 206)}


@quick
@given(
    testing.codes(within=LUOXIAO_IN_GANZHOU),
    testing.codes(digits=9, within=GANZHOU),
    testing.codes(digits=2),
)
def test_codes_lie_where_they_should(county: str, township: str, province: str) -> None:
    assert LUOXIAO_IN_GANZHOU.covers(county)
    assert len(county) == 6
    assert GANZHOU.covers(township)
    assert len(township) == 9
    assert len(province) == 2
    assert province.isdigit()


def test_codes_include_counties_that_changed_their_code() -> None:
    changed = {code for change in COUNTY_CHANGES for code in (change.old, change.new)}
    assert find(testing.codes(), lambda code: code in changed, settings=sure)


@pytest.mark.parametrize("code", ["990103", "990121", "360704", "360721"])
def test_codes_within_a_territory_include_those_its_counties_had(code: str) -> None:
    """One change that the territory brings, and one that the library knows."""
    change = CodeChange("990121", "990103", "云雾区")
    territory = Territory(Text("两个县", "two counties"), ("990103", "360704"), (change,))
    assert find(testing.codes(within=territory), lambda found: found == code, settings=sure)


def test_a_territory_told_by_longer_codes_is_refused() -> None:
    with pytest.raises(CallError, match="digits"):
        testing.codes(digits=2, within=GANZHOU)


@quick
@given(testing.id_numbers())
def test_nobody_has_these_identity_numbers(number: str) -> None:
    assert number.startswith("99")  # the area codes of provinces run from 11 to 82
    weights = [2**k % 11 for k in range(17, -1, -1)]
    digits = [10 if sign == "X" else int(sign) for sign in number]
    assert sum(w * d for w, d in zip(weights, digits, strict=True)) % 11 == 1


@quick
@given(
    testing.students(
        stage=st.just(Stage.PRIMARY), boarding=st.just(None), extra=st.just({"far": True})
    )
)
def test_a_strategy_may_be_given_for_a_fact(child: Student) -> None:
    assert (child.stage, child.boarding, dict(child.extra)) == (Stage.PRIMARY, None, {"far": True})


@quick
@given(
    testing.households(
        household_id=st.just("H-1"),
        members=st.just((Student("S-1"),)),
        people=st.just(3),
    )
)
def test_a_strategy_may_be_given_for_members(household: Household) -> None:
    assert (household.household_id, household.members, household.people) == (
        "H-1",
        (Student("S-1"),),
        3,
    )


@pytest.mark.parametrize(
    ("strategy", "facts", "message"),
    [
        ("students", {"stge": st.none()}, "did you mean stage"),
        ("teachers", {"stage": st.none()}, "unknown_name"),
        ("students", {"stage": Stage.PRIMARY}, r"st\.just"),
        ("households", {"members": []}, r"st\.just"),
    ],
)
def test_a_wrong_override_is_refused(strategy: str, facts: dict[str, Any], message: str) -> None:
    with pytest.raises(CallError, match=message):
        getattr(testing, strategy)(**facts)


# ── subjects out of a policy ──────────────────────────────────────────────────────────────────────────────────────


def reached(
    children: st.SearchStrategy[Student],
    wanted: set[tuple[str, Any]],
    of: Callable[[Student], Iterable[tuple[str, Any]]],
) -> set[tuple[str, Any]]:
    """What of the wanted some child has, looking at no more children than it takes."""
    seen = set[tuple[str, Any]]()

    def complete(child: Student) -> bool:
        seen.update(of(child))
        return seen >= wanted

    with contextlib.suppress(NoSuchExample):
        find(children, complete, settings=sure)
    return wanted & seen


def outcomes(ready: Prepared) -> Callable[[Student], Iterable[tuple[str, Any]]]:
    return lambda child: [(f.benefit, f.outcome) for f in ready.findings(child)]


def test_a_policys_subjects_reach_every_outcome_of_every_benefit() -> None:
    wanted = {(benefit.id, outcome) for benefit in READY.benefits for outcome in Outcome}
    assert reached(FROM_GANZHOU, wanted, outcomes(READY)) == wanted


def test_a_policys_subjects_reach_every_class_of_every_fact_and_unknown() -> None:
    facts = [v for v in READY.normal.variables if v.ask is Ask.FACT]
    wanted: set[tuple[str, Any]] = {
        (v.name, k) for v in facts for k in (None, *range(v.domain.size))
    }

    def classes(child: Student) -> Iterable[tuple[str, Any]]:
        return [(v.name, v.domain.locator()(getattr(child, v.name))) for v in facts]

    assert reached(FROM_GANZHOU, wanted, classes) == wanted


COUNTY = fictional_county.POLICY


def test_facts_of_a_policys_own_are_drawn_too() -> None:
    answers = {"required_days": 150, "private_too": False}
    ready = prepare(COUNTY, Student, on=ON, answers=answers)
    children = testing.from_policy(COUNTY, on=ON, answers=answers)
    both = (Outcome.ENTITLED, Outcome.NOT_ENTITLED)
    wanted = {(benefit.id, outcome) for benefit in ready.benefits for outcome in both}
    assert reached(children, wanted, outcomes(ready)) == wanted


def test_a_policys_own_facts_stand_in_extra() -> None:
    children = testing.from_policy(COUNTY, on=ON, remote=st.just(True), name=st.just("示例学生"))
    child = find(children, lambda child: "degree" in child.extra, settings=sure)
    assert isinstance(child.extra["degree"], fictional_county.Degree)
    assert child.extra["remote"] is True
    assert child.name == "示例学生"


@quick
@given(testing.from_policy(GANZHOU_2015, on=pendulum.date(2015, 1, 1)))
def test_nobody_is_born_after_the_date(child: Student) -> None:
    assert child.birth_date is None or child.birth_date <= datetime.date(2015, 1, 1)


def test_a_policys_subjects_are_refused_like_its_questions() -> None:
    with pytest.raises(CallError, match="stage"):
        testing.from_policy(GANZHOU_2015, on=ON, stge=st.none())
    with pytest.raises(CallError):
        testing.from_policy(GANZHOU_2015, subject=Farmer, on=ON, answers={"no_such_question": True})


# ── hypothesis's own look-up ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("cl", [pendulum.Date, *SUBJECTS])
def test_the_hook_teaches_hypothesis_our_types(cl: type) -> None:
    testing._hypothesis_setup_hook()
    assert type(find(st.from_type(cl), lambda _: True, settings=sure)) is cl


@dataclass(frozen=True)
class Visit:
    child: Student
    on: pendulum.Date


def test_a_callers_class_with_a_subject_inside_can_be_made() -> None:
    testing._hypothesis_setup_hook()
    assert (
        type(
            find(
                st.builds(Visit), lambda visit: visit.child.stage is Stage.JUNIOR, settings=sure
            ).on
        )
        is pendulum.Date
    )


def test_the_hook_is_announced_as_an_entry_point() -> None:
    found = [e.value for e in entry_points(group="hypothesis")]
    if not any(value.startswith("jiaoyu_fupin") for value in found):
        pytest.skip("the package is not installed here, only found on the path")
    assert "jiaoyu_fupin.testing:_hypothesis_setup_hook" in found


def test_importing_the_module_loads_no_hypothesis() -> None:
    code = "import sys, jiaoyu_fupin.testing; sys.exit('hypothesis' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_without_hypothesis_two_lines_say_what_to_do() -> None:
    code = "import sys; sys.modules['hypothesis'] = None\nfrom jiaoyu_fupin.testing import students"
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-2:] == [
        "ModuleNotFoundError: jiaoyu_fupin.testing needs hypothesis, which is not installed.",
        "Install it with: pip install hypothesis",
    ]


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="pupils"):
        testing.pupils
    assert set(testing.__all__) <= set(dir(testing))
