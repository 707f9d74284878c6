"""What holds of every answer, whoever is asked about and on whichever date."""

from __future__ import annotations

import datetime
from typing import Any

import attrs
import pendulum
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jiaoyu_fupin import Finding, Hardship, Outcome, Reading, Student, policy, prepare, testing
from jiaoyu_fupin.people.fact import specs
from jiaoyu_fupin.places import COUNTY_CHANGES
from oracle import ganzhou as oracle

GANZHOU_2015 = policy("ganzhou-2015")
QUESTIONS = {question.name for question in GANZHOU_2015.questions}
PLACES = {"school_county", "home_county"}
MEMBERSHIPS = {"rural_dibao", "rural_tekun", "urban_dibao", "monitored"}
"""They count where they are known and are not asked where they are not, since a level of difficulty covers them."""
DATES = (
    pendulum.date(2014, 12, 31),  # the day before the plan's life
    pendulum.date(2015, 1, 1),
    pendulum.date(2016, 2, 29),
    pendulum.date(2016, 9, 1),
    pendulum.date(2019, 8, 31),  # the day before day pupils are aided
    pendulum.date(2019, 9, 1),
    pendulum.date(2021, 9, 1),
    pendulum.date(2024, 3, 1),
    pendulum.date(2025, 5, 5),
)
CHILDREN = {on: testing.from_policy(GANZHOU_2015, on=on) for on in DATES}

laws = settings(deadline=None, max_examples=120)
dates = st.sampled_from(DATES)
readings = st.sampled_from(Reading)
answers = st.dictionaries(st.sampled_from(sorted(QUESTIONS)), st.booleans())
data = st.data()


def findings_of(
    child: Student,
    on: pendulum.Date,
    reading: Reading = Reading.AS_WRITTEN,
    given: dict[str, bool] | None = None,
) -> dict[str, Finding]:
    ready = prepare(GANZHOU_2015, Student, on=on, reading=reading, answers=given or {})
    return {finding.benefit: finding for finding in ready.findings(child)}


def facts_of(child: Student) -> dict[str, object]:
    return {name: value for name in specs(Student) if (value := getattr(child, name)) is not None}


def filled_in(draw: st.DataObject, child: Student, on: pendulum.Date) -> tuple[str, Student]:
    """The child with one more fact known, as some other child has it, and which."""
    other = draw.draw(CHILDREN[on])
    new = sorted(facts_of(other).keys() - facts_of(child).keys())
    assume(new)
    name = draw.draw(st.sampled_from(new))
    # a membership that is true beside a level of none is a correction, not a filling-in
    assume(not (name in MEMBERSHIPS and child.hardship is Hardship.NONE and getattr(other, name)))
    return name, attrs.evolve(child, **{name: getattr(other, name)})


@laws
@given(data, dates, readings, answers)
def test_filling_in_a_fact_never_contradicts_what_was_settled(
    draw: st.DataObject, on: pendulum.Date, reading: Reading, given_answers: dict[str, bool]
) -> None:
    child = draw.draw(CHILDREN[on])
    name, fuller = filled_in(draw, child, on)
    later = findings_of(fuller, on, reading, given_answers)
    for before in findings_of(child, on, reading, given_answers).values():
        after = later[before.benefit]
        if before.outcome is Outcome.NOT_ENTITLED and name in PLACES:
            assert after.outcome in {Outcome.NOT_ENTITLED, Outcome.NOT_APPLICABLE}
        elif before.outcome is not Outcome.UNDETERMINED:
            assert after.outcome is before.outcome


@laws
@given(data, dates, readings)
def test_bounds_nest_when_a_fact_is_filled_in(
    draw: st.DataObject, on: pendulum.Date, reading: Reading
) -> None:
    child = draw.draw(CHILDREN[on])
    _, fuller = filled_in(draw, child, on)
    later = findings_of(fuller, on, reading)
    for before in findings_of(child, on, reading).values():
        after = later[before.benefit]
        if before.basis is None or after.basis is None:
            continue
        assert after.basis is before.basis
        assert after.average == before.average
        if before.lower is not None:
            assert after.lower is not None
            assert after.lower >= before.lower
        if before.upper is not None:
            assert after.upper is not None
            assert after.upper <= before.upper
        assert set(after.amount_missing) <= set(before.amount_missing)


@laws
@given(data, dates, answers)
def test_a_membership_only_ever_adds(
    draw: st.DataObject, on: pendulum.Date, given_answers: dict[str, bool]
) -> None:
    child: Any = attrs.evolve(draw.draw(CHILDREN[on]), hardship=Hardship.NONE)
    name = draw.draw(st.sampled_from(sorted(MEMBERSHIPS)))
    member = findings_of(attrs.evolve(child, **{name: True}), on, given=given_answers)
    for other in (None, False):
        without = findings_of(attrs.evolve(child, **{name: other}), on, given=given_answers)
        for finding in without.values():
            assert finding.outcome in {Outcome.NOT_ENTITLED, Outcome.UNDETERMINED} or (
                member[finding.benefit].outcome is finding.outcome
            )


@laws
@given(data, dates, readings, answers)
def test_only_what_is_unknown_is_missing_and_only_where_it_decides(
    draw: st.DataObject, on: pendulum.Date, reading: Reading, given_answers: dict[str, bool]
) -> None:
    child = draw.draw(CHILDREN[on])
    unknown = specs(Student).keys() - facts_of(child).keys()
    for finding in findings_of(child, on, reading, given_answers).values():
        assert bool(finding.missing) == (finding.outcome is Outcome.UNDETERMINED)
        assert set(finding.missing) <= unknown | (QUESTIONS - given_answers.keys())
        assert set(finding.amount_missing) <= unknown
        if finding.outcome not in {Outcome.ENTITLED, Outcome.UNDETERMINED}:
            assert (finding.basis, finding.lower, finding.upper, finding.average) == (
                None,
                None,
                None,
                None,
            )
            assert finding.amount_missing == ()
        if finding.lower is not None and finding.upper is not None:
            assert finding.lower <= finding.upper


@laws
@given(data, dates)
def test_a_fact_that_is_not_missing_never_changes_the_outcome(
    draw: st.DataObject, on: pendulum.Date
) -> None:
    child = draw.draw(CHILDREN[on])
    name, fuller = filled_in(draw, child, on)
    later = findings_of(fuller, on)
    for before in findings_of(child, on).values():
        if name not in {*before.missing, *PLACES, *MEMBERSHIPS}:
            assert later[before.benefit].outcome is before.outcome
            assert set(later[before.benefit].missing) <= set(before.missing)


@laws
@given(data, dates, answers)
def test_the_readings_differ_in_figures_never_in_outcomes(
    draw: st.DataObject, on: pendulum.Date, given_answers: dict[str, bool]
) -> None:
    child = draw.draw(CHILDREN[on])
    in_force = findings_of(child, on, Reading.IN_FORCE, given_answers)
    for written in findings_of(child, on, Reading.AS_WRITTEN, given_answers).values():
        other = in_force[written.benefit]
        assert (other.outcome, other.missing) == (written.outcome, written.missing)
        for least, most in (
            (written.lower, other.lower),
            (written.upper, other.upper),
            (written.average, other.average),
        ):
            assert (least is None) == (most is None)
            assert least is None or most is None or least <= most


@laws
@given(data, dates, st.sampled_from(COUNTY_CHANGES), st.sampled_from(sorted(PLACES)))
def test_the_old_and_the_new_code_of_a_county_give_the_same_findings(
    draw: st.DataObject, on: pendulum.Date, change: Any, place: str
) -> None:
    child = draw.draw(CHILDREN[on])
    old = attrs.evolve(child, **{place: change.old})
    new = attrs.evolve(child, **{place: change.new})
    assert findings_of(old, on) == findings_of(new, on)


# ── another program, the same answers ─────────────────────────────────────────────────────────────────────────────


NUMBERS = ("tuition", "misc_fee", "care_fee", "public_school_fee", "school_days")


def rows(on: datetime.date) -> st.SearchStrategy[dict[str, Any]]:
    """Rows of which at most four facts are unknown: the other program tries every completion."""
    values = {
        # what the oracle takes an unknown number to be is no number of anybody
        name: st.sampled_from(
            [v for v in some if abs(v) < oracle.BEYOND] if name in NUMBERS else some
        )
        for name, some in oracle._domains(on).items()
        if name not in QUESTIONS
    }
    birthdays = [on.replace(year=on.year - years, day=min(on.day, 28)) for years in (2, 3, 7, 8)]
    around = [day + datetime.timedelta(days=step) for day in birthdays for step in (-1, 0, 1)]
    values["birth_date"] = values["birth_date"] | st.sampled_from(around)
    values["school_county"] |= st.sampled_from(oracle.ELEVEN)
    values["tuition"] |= testing.money(max_value=9999)
    for name in MEMBERSHIPS:
        values[name] = st.sampled_from((False, False, True, None))
    forgotten = st.sets(st.sampled_from(sorted(values)), max_size=4)
    return st.builds(
        lambda row, gone: {name: None if name in gone else value for name, value in row.items()},
        st.fixed_dictionaries(values),
        forgotten,
    )


def student_of(row: dict[str, Any]) -> Student:
    read = dict(row)
    for name, value in row.items():
        labels: Any = specs(Student)[name].labels
        if labels is not None and value is not None:
            read[name] = labels(value)
    return Student("S-0001", **read)


@settings(deadline=None, max_examples=150)
@given(data, dates, readings, answers)
def test_another_program_gives_the_same_answers(
    draw: st.DataObject, on: pendulum.Date, reading: Reading, given_answers: dict[str, bool]
) -> None:
    row = draw.draw(rows(datetime.date(on.year, on.month, on.day)))
    expected = oracle.assess(
        row, datetime.date(on.year, on.month, on.day), reading.value, given_answers
    )
    found = {
        f.benefit: oracle.Answer(
            f.outcome.value,
            f.basis and f.basis.value,
            f.lower,
            f.upper,
            f.average,
            f.per.value,
            f.missing,
            f.amount_missing,
        )
        for f in findings_of(student_of(row), on, reading, given_answers).values()
    }
    assert found == expected
