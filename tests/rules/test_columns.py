"""Columns answer row by row what a single case is answered."""

import datetime
from decimal import Decimal
from typing import Any

import pendulum
import polars as pl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import jiaoyu_fupin as jf
from jiaoyu_fupin.frames.wide import LONG
from jiaoyu_fupin.people import SUBJECTS
from jiaoyu_fupin.rules.ast import Answers
from jiaoyu_fupin.rules.columns import OUTCOMES
from jiaoyu_fupin.testing import from_policy
from support.fictional_county import POLICY as WUYOU
from support.frame_of import frame_of
from support.policy_cases import CASES, Case, load_cases

GUANGXI, GANZHOU, TOWN, NATIONAL = map(
    jf.policy, ("guangxi-2016", "ganzhou-2015", "town-2020", "national")
)
DATES = {
    GUANGXI.id: [(2015, 12, 31), (2016, 1, 1), (2025, 12, 31), (2026, 1, 1)],
    GANZHOU.id: [(2014, 12, 31), (2016, 9, 1), (2020, 3, 1), (2024, 9, 1)],
    TOWN.id: [(2020, 1, 1), (2020, 12, 31), (2021, 1, 1)],
    NATIONAL.id: [(2007, 8, 31), (2012, 9, 1), (2014, 11, 1), (2020, 9, 1), (2025, 3, 1)],
    WUYOU.id: [(2017, 9, 1), (2019, 3, 1), (2021, 9, 1)],
}


def money(yuan: Decimal | None) -> str | None:
    return None if yuan is None else f"{yuan:.2f}"


def row_of(subject: jf.Subject, finding: jf.Finding) -> dict[str, Any]:
    """A finding as a row of the long form, written out from what the promise says of each column."""
    return {
        "subject_id": getattr(subject, f"{type(subject).__name__.lower()}_id"),
        "benefit": finding.benefit,
        "outcome": finding.outcome.value,
        "basis": finding.basis.value if finding.basis else None,
        "lower": money(finding.lower),
        "upper": money(finding.upper),
        "amount_missing": ";".join(finding.amount_missing) or None,
        "average": money(finding.average),
        "per": finding.per.value,
        "missing": ";".join(finding.missing) or None,
    }


def answers_to(policy: jf.Policy) -> st.SearchStrategy[dict[str, Any]]:
    """Answers to some of a policy's questions."""
    some = {
        q.name: st.booleans() if q.takes is Answers.YES_NO else st.integers(0, 12)
        for q in policy.questions
    }
    return st.fixed_dictionaries({}, optional=some)


@pytest.mark.parametrize("lazy", [False, True], ids=["eager", "lazy, streaming"])
@pytest.mark.parametrize(
    ("policy", "subject"),
    [
        (policy, subject)
        for policy in (GUANGXI, GANZHOU, TOWN, NATIONAL, WUYOU)
        for subject in SUBJECTS.values()
        if policy.benefits(subject)
    ],
    ids=lambda value: value.id if isinstance(value, jf.Policy) else value.__name__,
)
@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # a frame of students shrinks slowly
)
@given(data=st.data())
def test_scalar_equals_columns(
    policy: jf.Policy, subject: type[jf.Subject], lazy: bool, data: st.DataObject
) -> None:
    on = pendulum.date(*data.draw(st.sampled_from(DATES[policy.id]), "on"))
    reading = data.draw(st.sampled_from(jf.Reading), "reading")
    answers = data.draw(answers_to(policy), "answers")
    one = from_policy(policy, subject=subject, on=on, reading=reading, answers=answers)
    subjects = data.draw(st.lists(one, min_size=1, max_size=8), "subjects")
    ready = jf.prepare(policy, subject, on=on, reading=reading, answers=answers)
    expected = [row_of(s, f) for s in subjects for f in ready.findings(s)]

    frame = frame_of(subjects, subject, policy)
    given_frame: Any = frame.lazy() if lazy else frame
    wide = jf.assess_frame(
        given_frame, policy, subject=subject, on=on, reading=reading, answers=answers, masks=True
    )
    if lazy:
        wide = wide.collect(engine="streaming")
    assert jf.to_long(wide, ready).rows(named=True) == expected


def test_absent_columns_are_unknown() -> None:
    frame = pl.DataFrame({"student_id": ["S-0001"]})
    on = datetime.date(2016, 9, 1)
    wide = jf.assess_frame(frame, GANZHOU, subject=jf.Student, on=on, masks=True)
    ready = jf.prepare(GANZHOU, jf.Student, on=on)
    rows = jf.to_long(wide, ready).rows(named=True)
    nobody = jf.Student("S-0001")
    assert rows == [row_of(nobody, f) for f in ready.findings(nobody)]
    assert tuple(rows[0]) == LONG
    assert {r["outcome"] for r in rows} == {"undetermined", "not_applicable"}


def test_outcomes_are_numbered_as_documented() -> None:
    assert [o.value for o in OUTCOMES] == [
        "entitled",
        "not_entitled",
        "undetermined",
        "not_applicable",
    ]


def test_columns_of_the_caller_are_handed_on_when_named() -> None:
    frame = pl.DataFrame({"student_id": ["S-0001", "S-0002"], "班主任": ["甲", "乙"]})
    wide = jf.assess_frame(
        frame, GANZHOU, subject=jf.Student, on=datetime.date(2016, 9, 1), keep=["班主任"]
    )
    assert wide["班主任"].to_list() == ["甲", "乙"]


BAD = [
    ({"stage": ["primry"]}, jf.DataError, "bad_label", "primary"),
    ({"stgae": ["primary"]}, jf.CallError, "unknown_name", "stage"),
    ({"tuition": [12.5]}, jf.CallError, "wrong_type", "float"),
    ({"tuition": [Decimal("-1.00")]}, jf.DataError, "bad_money", "-1"),
    ({"misc_fee": [Decimal("0.005")]}, jf.DataError, "bad_money", "two decimals"),
    ({"grade": [0]}, jf.DataError, "out_of_range", "from 1"),
    ({"school_days": [367]}, jf.DataError, "out_of_range", "366"),
    ({"birth_date": [datetime.date(2016, 9, 2)]}, jf.DataError, "date_in_future", "2016-09-01"),
    ({"birth_date": [datetime.date(1899, 12, 31)]}, jf.DataError, "out_of_range", "1900-01-01"),
    ({"school_county": ["3607"]}, jf.DataError, "bad_code", "6 digits"),
    ({"school_county": [360781]}, jf.CallError, "wrong_type", "leading zeros"),
    ({"stage": ["小学"]}, jf.DataError, "bad_label", "write primary"),
    ({"tuition": [10**10]}, jf.DataError, "bad_money", "ten thousand million"),
    ({"grade": [10**12]}, jf.DataError, "out_of_range", "from 1"),
    ({"school_county": ["990101201005010018"]}, jf.DataError, "bad_code", "990…18"),
    ({"boarding": ["是"]}, jf.CallError, "wrong_type", "boolean"),
]


@pytest.mark.parametrize(("columns", "error", "code", "said"), BAD, ids=lambda x: str(x)[:40])
def test_a_frame_that_does_not_fit_is_refused_by_name(
    columns: dict[str, list[Any]], error: type[Exception], code: str, said: str
) -> None:
    frame = pl.DataFrame({"student_id": ["S-0001"], **columns})
    with pytest.raises(error) as caught:
        jf.assess_frame(frame, GANZHOU, subject=jf.Student, on=datetime.date(2016, 9, 1))
    (problem,) = caught.value.problems  # type: ignore[attr-defined]
    assert problem.code.value == code
    assert next(iter(columns)) in str(problem)
    assert said in str(problem)


def test_all_faults_of_a_frame_are_reported() -> None:
    frame = pl.DataFrame(
        {"student_id": ["S-0001"], "stage": ["x"], "grade": [0], "hardship": ["y"]}
    )
    with pytest.raises(jf.DataError) as caught:
        jf.assess_frame(frame, GANZHOU, subject=jf.Student, on=datetime.date(2016, 9, 1))
    assert len(caught.value.problems) == 3


@pytest.mark.parametrize(
    ("policy", "folder"),
    [
        (GUANGXI, "guangxi_2016"),
        (GANZHOU, "ganzhou_2015"),
        (TOWN, "town_2020"),
        (NATIONAL, "national"),
        (WUYOU, "fictional_county"),
    ],
    ids=lambda value: value.id if isinstance(value, jf.Policy) else "",
)
def test_hand_computed_cases_hold_in_columns(policy: jf.Policy, folder: str) -> None:
    """The cases that single answers are held to, as frames, those that many cases share."""
    groups: dict[Any, list[Case]] = {}
    for case in load_cases(CASES / folder, policy):
        key = (type(case.subject), case.on, case.reading, tuple(sorted(case.answers.items())))
        groups.setdefault(key, []).append(case)
    largest = sorted(groups.items(), key=lambda item: -len(item[1]))[:8]
    assert sum(len(cases) for _, cases in largest) > 10
    for (subject, on, reading, answers), cases in largest:
        ready = jf.prepare(policy, subject, on=on, reading=reading, answers=dict(answers))
        frame = frame_of([case.subject for case in cases], subject, policy)
        wide = jf.assess_frame(
            frame,
            policy,
            subject=subject,
            on=on,
            reading=reading,
            answers=dict(answers),
            masks=True,
        )
        rows = jf.to_long(wide, ready).rows(named=True)
        width = len(ready.benefits)
        for place, case in enumerate(cases):
            found = {row["benefit"]: row for row in rows[place * width : (place + 1) * width]}
            for expected in case.expected:
                row = found[expected["benefit"]]
                shown = {
                    name: money(value)
                    if isinstance(value, Decimal)
                    else (";".join(value) or None)
                    if isinstance(value, tuple)
                    else value
                    for name, value in expected.items()
                }
                assert {name: row[name] for name in shown} == shown, case.name


@pytest.mark.parametrize(
    "dtype", [pl.Int16, pl.Int32, pl.UInt16, pl.Int64, pl.Decimal(10, 2)], ids=str
)
def test_yuan_in_a_narrow_column_do_not_wrap(dtype: Any) -> None:
    """1000 yuan are 100000 fen, more than 16 bits hold."""
    facts = {"stage": "preschool", "hardship": "special", "school_county": "360781"}
    frame = pl.DataFrame({"student_id": ["S-0001"], **{n: [v] for n, v in facts.items()}})
    frame = frame.with_columns(pl.Series("care_fee", [1000]).cast(dtype))
    wide = jf.assess_frame(frame, GANZHOU, subject=jf.Student, on=datetime.date(2016, 9, 1))
    assert wide["upper:GZ-4b"].to_list() == [100000]


def test_kept_columns_come_back_as_they_were() -> None:
    frame = pl.DataFrame({"student_id": ["S-0001"], "tuition": [5], "school_days": [7]})
    frame = frame.with_columns(pl.col("school_days").cast(pl.Int8))
    wide = jf.assess_frame(
        frame,
        GANZHOU,
        subject=jf.Student,
        on=datetime.date(2016, 9, 1),
        keep=["tuition", "school_days"],
    )
    assert wide.select("student_id", "tuition", "school_days").equals(frame)


@pytest.mark.parametrize("ids", [[None], [""], [" "], [7]], ids=str)
def test_every_row_needs_an_id(ids: list[Any]) -> None:
    with pytest.raises(jf.FupinError, match="student_id"):
        jf.assess_frame(
            pl.DataFrame({"student_id": ids}),
            GANZHOU,
            subject=jf.Student,
            on=datetime.date(2016, 9, 1),
        )


def test_masks_name_the_same_whatever_was_answered() -> None:
    """A mask read with rules prepared for other answers still names the right facts."""
    seven = jf.Student(
        "S-0001",
        stage=jf.Stage.PRESCHOOL,
        birth_date=pendulum.date(2009, 3, 1),
        school_county="360702",
        ownership=jf.Ownership.PUBLIC,
        school_approved=True,
        orphan=True,
    )
    on = pendulum.date(2016, 9, 1)
    frame = frame_of([seven], jf.Student, GANZHOU)
    wide = jf.assess_frame(frame, GANZHOU, subject=jf.Student, on=on, masks=True)
    other = jf.prepare(GANZHOU, jf.Student, on=on, answers={"enrolment_age_edges": True})
    (row,) = jf.to_long(wide, other, names="GZ-4a").rows(named=True)
    assert row["missing"] == "enrolment_age_edges"


def test_what_cannot_be_made_long_is_refused_by_name() -> None:
    on = datetime.date(2016, 9, 1)
    frame = pl.DataFrame({"student_id": ["S-0001"]})
    ready = jf.prepare(GANZHOU, jf.Student, on=on)
    wide = jf.assess_frame(frame, GANZHOU, subject=jf.Student, on=on, masks=True)
    assert jf.to_long(wide, ready, names=(n for n in ["GZ-5b", "GZ-4a"])).height == 2
    assert jf.to_long(wide.clear(), ready).height == 0
    assert jf.to_long(wide.clear(), ready).schema["missing"] == pl.String
    plain = jf.assess_frame(frame, GANZHOU, subject=jf.Student, on=on)
    for odd, names, said in (
        (wide, ["GZ-5x"], "did you mean"),
        (plain, None, "masks=True"),
        (wide.lazy(), None, "collect it first"),
    ):
        with pytest.raises(jf.CallError, match=said):
            jf.to_long(odd, ready, names=names)
    with pytest.raises(jf.CallError, match="answers have"):
        jf.assess_frame(
            frame.with_columns(pl.lit(1).alias("outcome:GZ-5b")),
            GANZHOU,
            subject=jf.Student,
            on=on,
            keep=["outcome:GZ-5b"],
        )
