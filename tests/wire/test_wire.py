"""Values go out as JSON and come back the same; what does not fit is told in full and shows nobody."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import attrs
import cattrs
import pendulum
import pytest
from cattrs.preconf.json import make_converter as plain_json_converter
from hypothesis import given, settings
from hypothesis import strategies as st

import jiaoyu_fupin as jf
from jiaoyu_fupin import (
    Assessment,
    Basis,
    Bounds,
    CallError,
    DataError,
    Farmer,
    Finding,
    Household,
    Outcome,
    Per,
    Policy,
    Reading,
    School,
    SchoolYear,
    Source,
    Stage,
    Student,
    Subject,
    Teacher,
    Term,
    Text,
    assess,
    policy,
    testing,
)
from jiaoyu_fupin.people import SUBJECTS
from jiaoyu_fupin.people.fact import FrozenMap, specs
from jiaoyu_fupin.people.labels import Education, Hardship
from jiaoyu_fupin.policies.ganzhou_2015.places import GANZHOU
from jiaoyu_fupin.rules import ast as r
from jiaoyu_fupin.rules import benefit as b
from jiaoyu_fupin.rules.facts import Flag, own_label, own_whole, student
from jiaoyu_fupin.values.errors import WITHHELD, Code, Problem
from jiaoyu_fupin.values.label import Label
from jiaoyu_fupin.values.terms import Season
from jiaoyu_fupin.wire import SCHEMA, configure_converter, dumps, loads, make_converter, problems
from support import fictional_county

GANZHOU_2015 = policy("ganzhou-2015")
ON = pendulum.date(2016, 9, 1)

quick = settings(deadline=None, max_examples=60)


def document(kind: str, value: object, schema: object = SCHEMA) -> str:
    return json.dumps({"schema": schema, "kind": kind, "value": value})


def same(one: Any, other: Any) -> bool:
    """Equal, and of the same types all the way down."""
    if type(one) is not type(other) or one != other:
        return False
    if isinstance(one, tuple):
        return all(map(same, one, other))
    if isinstance(one, FrozenMap):
        return all(same(one[key], other[key]) for key in one)
    if attrs.has(type(one)):
        return all(
            same(getattr(one, f.name), getattr(other, f.name)) for f in attrs.fields(type(one))
        )
    return True


def comes_back(value: Any, cl: Any = None) -> bool:
    return same(loads(dumps(value), cl or type(value)), value)


def faults(text: str, cl: Any) -> list[tuple[str, str, str]]:
    """Code, place and suggestion of each problem."""
    with pytest.raises(DataError) as caught:
        loads(text, cl)
    assert caught.value.__context__ is None
    return [(p.code.value, p.where, p.suggestion) for p in caught.value.problems]


# ── round trips ───────────────────────────────────────────────────────────────────────────────────────────────────

days = testing.dates()
figures = testing.money() | st.decimals(-(10**9), 10**9, places=4)
labels_of_all = st.sampled_from([*Stage, *Education, *Hardship])
scalars = st.none() | st.booleans() | st.integers() | st.text() | figures | days | labels_of_all
further = st.dictionaries(st.text(min_size=1), scalars, max_size=4)
signs = st.characters(codec="utf-8", exclude_characters="{")
words = st.text(signs, min_size=1).filter(lambda said: not said.isspace())
texts = st.builds(Text, words, words)
sources = st.builds(
    Source,
    st.text(),
    st.text(),
    st.text(),
    days,
    st.sampled_from(Reading),
    st.dictionaries(st.text(), st.booleans() | st.integers(0)),
)
names = st.lists(st.text(), max_size=3).map(tuple)
findings = st.builds(
    Finding,
    benefit=st.text(),
    citation=texts,
    outcome=st.sampled_from(Outcome),
    basis=st.none() | st.sampled_from(Basis),
    lower=st.none() | figures,
    upper=st.none() | figures,
    average=st.none() | figures,
    per=st.sampled_from(Per),
    missing=names,
    amount_missing=names,
    notes=st.lists(texts, max_size=2).map(tuple),
    source=sources,
)
subjects = st.one_of(
    testing.students(extra=further),
    testing.teachers(extra=further),
    testing.schools(extra=further),
    testing.households(extra=further),
    testing.farmers(extra=further),
)


@quick
@given(subjects)
def test_subjects_come_back(subject: Subject) -> None:
    assert comes_back(subject)


@quick
@given(
    st.one_of(
        findings,
        sources,
        st.builds(Assessment, subjects, st.lists(findings, max_size=2).map(tuple), names),
    )
)
def test_answers_come_back(answer: object) -> None:
    assert comes_back(answer)


@quick
@given(testing.from_policy(GANZHOU_2015, on=ON))
def test_an_assessment_comes_back(child: Student) -> None:
    assert comes_back(assess(child, GANZHOU_2015, on=ON, answers={"urban_hardship_counts": True}))


@quick
@given(
    st.one_of(
        texts,
        st.builds(Bounds, st.none() | figures, st.none() | figures),
        st.builds(Term, st.integers(1900, 9998), st.sampled_from(Season)),
        st.builds(SchoolYear, st.integers()),
        st.builds(
            Problem,
            st.sampled_from(Code),
            st.text(),
            scalars | st.just(WITHHELD) | st.floats(allow_nan=False, allow_infinity=False),
            st.text(),
            st.text(),
        ),
        *map(st.sampled_from, (Outcome, Basis, Per, Reading)),
    )
)
def test_small_values_come_back(value: object) -> None:
    assert comes_back(value)


whole = own_whole(Student, "far", "路程", "way to school", least=2)
leaves: st.SearchStrategy[Any] = st.one_of(
    st.sampled_from([student.boarding, student.registered]),
    st.builds(
        lambda some: r.Is(student.stage, *some),
        st.lists(st.sampled_from(Stage), min_size=1, unique=True),
    ),
    st.builds(
        lambda low, up: r.Between(student.grade, low, low + up),
        st.integers(1, 9),
        st.integers(0, 9),
    ),
    st.builds(
        lambda low: r.AtLeast(student.tuition, low),
        testing.money(max_value=9000) | st.integers(0, 9000),
    ),
    st.builds(lambda day: r.AtMost(student.birth_date, day), days),
    st.builds(
        lambda plus, month: r.AtMost(student.birth_date, r.DayOf(month, 1, r.ThisYear(plus))),
        st.integers(-9, 9),
        st.integers(1, 12),
    ),
    st.builds(
        lambda low, more: r.Aged(student.birth_date, low, low + more),
        st.integers(0, 9),
        st.integers(0, 9),
    ),
    st.builds(r.Question, st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True), texts),
    st.builds(r.InMonths, st.integers(1, 12), st.integers(1, 12)),
    st.builds(
        r.During,
        days | st.builds(Term, st.integers(1900, 2999), st.sampled_from(Season)),
    ),
    st.just(r.Within(student.school_county, GANZHOU)),
    st.just(r.AtLeast(whole, r.ThisSchoolYear(-1))),
)
rules: st.SearchStrategy[Any] = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(lambda parts: r.AllOf(*parts), st.lists(inner, max_size=3)),
        st.builds(lambda parts: r.AnyOf(*parts), st.lists(inner, max_size=3)),
        st.builds(r.Not, inner),
        st.builds(r.Named, texts, inner),
        st.builds(lambda otherwise: r.Given(student.disabled, otherwise), inner),
        st.just(r.Given(student.disabled)),
    ),
    max_leaves=6,
)
expressions: st.SearchStrategy[Any] = st.recursive(
    st.one_of(
        st.decimals(0, 10**6, places=3).map(r.Const),
        st.sampled_from([student.tuition, student.school_days]),
        st.builds(
            lambda value: r.Table(student.stage, {Stage.PRIMARY: value}), st.integers(0, 9999)
        ),
    ),
    lambda inner: st.one_of(
        st.builds(lambda parts: r.Plus(*parts), st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda parts: r.Least(*parts), st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda parts: r.Greatest(*parts), st.lists(inner, min_size=1, max_size=3)),
        st.builds(r.Times, inner, inner),
        st.builds(
            r.Rounded, inner, st.sampled_from([Decimal(1), Decimal("1.00"), Decimal("0.50")])
        ),
        st.builds(
            lambda rule, value, last: r.Cases((rule, value), otherwise=last),
            rules,
            inner,
            st.none() | inner,
        ),
    ),
    max_leaves=5,
)


@quick
@given(rules.filter(lambda rule: not isinstance(rule, Flag)))
def test_conditions_come_back(rule: Any) -> None:
    assert comes_back(rule)
    assert same(loads(dumps(r.Not(rule)), r.Condition).part, rule)


@quick
@given(expressions)
def test_expressions_come_back(expression: Any) -> None:
    back = loads(dumps(r.Plus(expression)), r.Plus).parts[0]
    assert same(back, expression)
    assert str(back) == str(expression)  # 1.00 is not 1


@pytest.mark.parametrize("id_", jf.policy_ids())
def test_a_policy_comes_back_with_its_fingerprint(id_: str) -> None:
    plan = jf.policy(id_)
    back = loads(dumps(plan), jf.Policy)
    assert back == plan
    assert back.fingerprint == plan.fingerprint


def test_a_child_under_two_policies_comes_back() -> None:
    child = Student("S-0001", stage=Stage.PRIMARY, boarding=True, school_county="360781")
    policies = [jf.policy("national"), jf.policy("ganzhou-2015")]
    both = jf.assess_together(child, policies, on=jf.Term.autumn(2015))
    assert loads(dumps(both), jf.Together) == both
    assert loads(dumps(both["GZ-5b"]), jf.Due) == both["GZ-5b"]


def test_a_policy_with_every_item_of_the_language_comes_back() -> None:
    converter = make_converter(labels=[fictional_county.Degree])
    text = dumps(fictional_county.POLICY, converter=converter)
    back = loads(text, Policy, converter=converter)
    assert same(back, fictional_county.POLICY)
    assert back.fingerprint == fictional_county.POLICY.fingerprint


def test_a_policy_carries_the_labels_of_its_own_facts() -> None:
    text = dumps(fictional_county.POLICY)
    assert '"name": "Degree"' in text
    again = loads(text, Policy)
    assert again == fictional_county.POLICY
    assert again.fingerprint == fictional_county.POLICY.fingerprint


def test_a_policy_carries_its_plans_units_and_poor_counties() -> None:
    plan = jf.policy("guangxi-2016")
    again = loads(dumps(plan), Policy)
    assert again == plan
    assert again["GX-1.1"].plan is plan["GX-1.1"].plan
    assert again.unit_of("自治区教育厅") == plan.unit_of("教育厅")
    assert again.poor_counties == plan.poor_counties


def test_a_policys_own_list_may_have_the_name_of_another() -> None:
    """A list is what is in it: another one of the policy's, or one of the library, may be called the same."""

    class Stage(Label):
        """云雾县的学段"""

        FIRST = "first", "一段"
        SECOND = "second", "二段"

    def of_skill(word: str) -> type[Label]:
        class Skill(Label):
            BASIC = "basic", word

        return Skill

    own = (
        own_label(Student, "local_stage", Stage, "本县学段", "the county's stage"),
        own_label(Student, "first_skill", of_skill("会"), "技能一", "first skill"),
        own_label(Student, "second_skill", of_skill("能"), "技能二", "second skill"),
    )
    plan = attrs.evolve(fictional_county.POLICY, facts=(*fictional_county.POLICY.facts, *own))
    again = loads(dumps(plan), Policy)
    assert again == plan
    assert again.fingerprint == plan.fingerprint


def test_two_lists_of_labels_with_one_name_are_refused() -> None:
    def another() -> type[Label]:
        class Stage(Label):
            FIRST = "first", "一段"

        return Stage

    with pytest.raises(CallError, match="different names"):
        make_converter(labels=[another()])


# ── what is written ───────────────────────────────────────────────────────────────────────────────────────────────


def test_a_student_is_written_with_what_is_known_only() -> None:
    child = Student(
        "S-0001",
        stage=Stage.PRIMARY,
        tuition=Decimal(1000),
        birth_date=pendulum.date(2010, 1, 2),
        registered=False,
        extra=FrozenMap(
            {
                "fare": Decimal("12.5"),
                "since": pendulum.date(2016, 9, 1),
                "degree": Stage.SENIOR,
                "far": True,
            }
        ),
    )
    assert json.loads(dumps(child)) == {
        "schema": 1,
        "kind": "student",
        "value": {
            "student_id": "S-0001",
            "birth_date": "2010-01-02",
            "stage": "primary",
            "registered": False,
            "tuition": "1000.00",
            "extra": {
                "fare": {"yuan": "12.5"},
                "since": {"date": "2016-09-01"},
                "degree": {"label": "Stage.senior"},
                "far": True,
            },
        },
    }


def test_members_of_unions_are_written_with_their_names() -> None:
    members: Any = (Student("S-0001", household_id="H-0001"),)
    household = Household("H-0001", members=members)
    written = json.loads(dumps(Assessment(household, ())))["value"]
    assert written["subject"] == {
        "type": "household",
        "household_id": "H-0001",
        "members": [{"student_id": "S-0001", "household_id": "H-0001"}],
    }
    rule = r.AllOf(student.boarding, r.Is(student.stage, Stage.PRIMARY))
    assert json.loads(dumps(rule))["value"] == {
        "parts": [
            {"fact": "student.boarding"},
            {"type": "is", "fact": {"fact": "student.stage"}, "values": ["primary"]},
        ]
    }


def test_a_fact_of_a_policys_own_is_written_with_its_declaration() -> None:
    assert json.loads(dumps(whole))["value"] == {
        "fact": "student.far",
        "own": {"text": {"zh": "路程", "en": "way to school"}, "kind": "whole", "least": 2},
    }
    degree = own_label(Student, "degree", Stage, "学位", "degree")
    assert loads(dumps(degree), type(degree)) == degree


def test_null_is_unknown() -> None:
    assert loads(document("student", {"student_id": "S-1", "stage": None}), Student) == Student(
        "S-1"
    )


def test_a_problem_that_shows_something_odd_is_written_as_shown() -> None:
    back = loads(dumps(Problem(Code.BAD_RULE, "here", (1, 2), "expected one")), Problem)
    assert back.value == "(1, 2)"


@pytest.mark.parametrize(
    "value",
    [
        Bounds(Decimal("NaN"), None),
        Bounds(1.5, None),  # type: ignore[arg-type]
        SchoolYear(True),
        Bounds("5", None),  # type: ignore[arg-type]
        Source("p", "1", "f", "2016-09-01", Reading.IN_FORCE, FrozenMap()),  # type: ignore[arg-type]
        Source("p", "1", "f", ON, "in-force", FrozenMap()),  # type: ignore[arg-type]
        Assessment(Text("甲", "A"), ()),  # type: ignore[arg-type]
    ],
)
def test_what_could_not_be_read_back_is_not_written(value: object) -> None:
    with pytest.raises(DataError):
        dumps(value)


def test_only_what_has_a_kind_is_written() -> None:
    with pytest.raises(CallError, match="kind of value"):
        dumps(object())
    with pytest.raises(CallError, match="kind of value"):
        loads("{}", dict)


# ── what does not fit ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("key", "value", "code", "suggestion"),
    [
        ("stge", "primary", "unknown_name", "did you mean stage?"),
        ("stage", "小学", "bad_label", "write primary"),
        ("stage", "PRIMARY", "bad_label", "write primary"),
        ("stage", "primry", "bad_label", "did you mean primary?"),
        ("stage", 1, "bad_label", ""),
        ("registered", 1, "bad_boolean", "write true"),
        ("registered", 0, "bad_boolean", "write false"),
        ("registered", "true", "bad_boolean", "write true"),
        ("grade", True, "wrong_type", ""),
        ("grade", 1.0, "wrong_type", ""),
        ("grade", "1", "wrong_type", ""),
        ("grade", 0, "out_of_range", ""),
        ("school_days", 367, "out_of_range", ""),
        ("tuition", 1000, "bad_money", 'write "1000.00"'),
        ("tuition", 12.5, "bad_money", ""),
        ("tuition", True, "bad_money", ""),
        ("tuition", "12.345", "bad_money", ""),
        ("tuition", "-1.00", "bad_money", ""),
        ("tuition", "10000000000", "bad_money", ""),
        ("tuition", "\uff11\uff12", "bad_money", ""),
        ("birth_date", "2016-02-30", "bad_date", ""),
        ("birth_date", "2016年9月1日", "bad_date", ""),
        ("birth_date", "1899-12-31", "out_of_range", ""),
        ("birth_date", 20160901, "bad_date", ""),
        ("home_county", "36070", "bad_code", ""),
        ("home_county", 360704, "wrong_type", ""),
        ("school_id", "", "wrong_type", ""),
        ("extra", [], "wrong_type", ""),
    ],
)
def test_each_fault_of_a_fact_is_told(key: str, value: object, code: str, suggestion: str) -> None:
    text = document("student", {"student_id": "S-0001", key: value})
    assert faults(text, Student) == [(code, f"$.{key}", suggestion)]


def test_all_faults_are_told_at_once_with_their_places() -> None:
    text = document(
        "household",
        {
            "household_id": "H-0001",
            "peple": 3,
            "members": [
                {"student_id": "S-0001", "stage": "infant", "grade": True},
                {},
                "S-0003",
                None,
            ],
            "extra": {"fare": {"yuan": 5}, "far away": 1.5, "x": {"euro": "1"}},
        },
    )
    assert faults(text, Household) == [
        ("unknown_name", "$.peple", "did you mean people?"),
        ("bad_label", "$.members[0].stage", ""),
        ("wrong_type", "$.members[0].grade", ""),
        ("required", "$.members[1].student_id", ""),
        ("wrong_type", "$.members[2]", ""),
        ("wrong_type", "$.members[3]", ""),
        ("bad_money", "$.extra.fare.yuan", ""),
        ("wrong_type", "$.extra[“far away”]", ""),
        ("wrong_type", "$.extra.x", ""),
    ]


def test_what_a_constructor_refuses_has_a_path_too() -> None:
    member = {"student_id": "S-0001"}
    text = document(
        "household",
        {
            "household_id": "H-0001",
            "members": [member, member, {"student_id": "S-2", "household_id": "H-2"}],
        },
    )
    assert faults(text, Household) == [
        ("duplicate", "$.members[1]", ""),
        ("conflict", "$.members[2]", ""),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            document("student", {}, schema=2),
            [("bad_document", "schema", "another version of this library wrote it")],
        ),
        (
            document("student", {}, schema=True),
            [("bad_document", "schema", "another version of this library wrote it")],
        ),
        (document("studnt", {}), [("unknown_name", "kind", "did you mean student?")]),
        (document("teacher", {"teacher_id": "T-1"}), [("bad_document", "kind", "")]),
        ('{"schema": 1, "kind": "student"}', [("required", "value", "")]),
        ("[]", [("wrong_type", "$", "")]),
        (
            '{"schema": 1,',
            [
                (
                    "bad_document",
                    "line 1, column 14",
                    "Expecting property name enclosed in double quotes",
                )
            ],
        ),
        (
            '{"schema": 1, "kind": "student", "value": {"student_id": "S-1", "grade": 1, "grade": 2}}',
            [("duplicate", "$.grade", "")],
        ),
        (document("all_of", {"parts": []}).replace("[]", "[" * 10**5), [("bad_document", "$", "")]),
        ('{"schema": ' + "1" * 5000 + "}", [("bad_document", "$", "")]),
    ],
)
def test_a_document_that_is_none_is_told(text: str, expected: list[tuple[str, str, str]]) -> None:
    cl = Student if "all_of" not in text else r.AllOf
    assert faults(text, cl) == expected


def test_rules_nested_beyond_reason_are_refused() -> None:
    value: dict[str, object] = {"fact": "student.boarding"}
    for _ in range(200):
        value = {"type": "not", "part": value}
    assert faults(document("not", {"part": value}), r.Not) == [("bad_document", "$", "")]


BOARDS = {"fact": "student.boarding"}


@pytest.mark.parametrize(
    ("part", "place", "code"),
    [
        ({"type": "al_of", "parts": []}, ".type", "unknown_name"),
        ({"parts": []}, ".type", "required"),
        ({"type": 1}, ".type", "unknown_name"),
        ({"fact": "student.bording"}, ".fact", "unknown_name"),
        ({"fact": "studnt.boarding"}, ".fact", "unknown_name"),
        ({"fact": "student.stage"}, ".fact", "wrong_type"),
        ({**BOARDS, "owner": {}}, ".owner", "unknown_name"),
        (
            {"type": "is", "fact": {"fact": "student.stage"}, "values": ["primary", "infant"]},
            ".values[1]",
            "bad_label",
        ),
        ({"type": "is", "fact": {"fact": "student.stage"}, "values": []}, "", "bad_rule"),
        (
            {"type": "between", "fact": {"fact": "student.grade"}, "low": 3, "high": 1},
            "",
            "bad_rule",
        ),
        (
            {"type": "between", "fact": {"fact": "student.grade"}, "low": True, "high": None},
            "",
            "bad_rule",
        ),
        ({"type": "not"}, ".part", "required"),
        (
            {"fact": "student.sort", "own": {"kind": "label", "text": {"zh": "类", "en": "sort"}}},
            ".own",
            "bad_rule",
        ),
        (
            {"type": "aged", "birth": {"fact": "student.birth_date"}, "low": -1, "high": None},
            "",
            "out_of_range",
        ),
    ],
)
def test_a_rule_that_means_nothing_is_told_with_its_place(
    part: object, place: str, code: str
) -> None:
    text = document("all_of", {"parts": [BOARDS, part]})
    assert [(c, w) for c, w, _ in faults(text, r.AllOf)] == [(code, f"$.parts[1]{place}")]


PAYER = {"name": {"zh": "县", "en": "county"}}


@pytest.mark.parametrize(
    ("cl", "value", "place", "code"),
    [
        (b.Payer, {**PAYER, "share": "1/0"}, "$.share", "bad_number"),
        (b.Payer, {**PAYER, "share": 0.5}, "$.share", "bad_number"),
        (r.Const, {"value": "NaN"}, "$.value", "bad_money"),
        (r.Const, {"value": 5}, "$.value", "bad_money"),
        (Term, {"year": "2016", "season": "autumn"}, "$.year", "wrong_type"),
        (Term, {"year": 2016, "season": "summer"}, "$.season", "bad_label"),
        (
            r.Table,
            {"fact": {"fact": "student.stage"}, "rows": [["primary"]]},
            "$.rows[0]",
            "wrong_type",
        ),
        (r.AllOf, {"parts": {"fact": "student.boarding"}}, "$.parts", "wrong_type"),
        (b.Benefit, {"subject": "pupil"}, "$.subject", "unknown_name"),
        (r.Standard, {"id": "x", "text": {"zh": "甲", "en": "A"}, "rows": []}, "$", "bad_rule"),
    ],
)
def test_a_part_of_a_policy_that_does_not_fit_is_told(
    cl: type, value: object, place: str, code: str
) -> None:
    kind = {b.Payer: "payer", r.Const: "const", Term: "term", r.Table: "table", r.AllOf: "all_of"}
    kind |= {b.Benefit: "benefit", r.Standard: "standard"}
    found = [(c, w) for c, w, _ in faults(document(kind[cl], value), cl) if c != "required"]
    assert found == [(code, place)]


def test_a_table_with_a_label_twice_is_refused() -> None:
    row = ["primary", {"type": "const", "value": "5"}]
    text = document("table", {"fact": {"fact": "student.stage"}, "rows": [row, row]})
    assert faults(text, r.Table) == [("duplicate", "$.rows[1][0]", "")]


MARK = "张三·360704"


def _bad_identities() -> list[tuple[str, str, object]]:
    return [
        (subject, name, wrong)
        for subject, cl in SUBJECTS.items()
        for name, spec in specs(cl).items()
        if spec.identity
        for wrong in ([MARK], {MARK: MARK}, {"value": MARK})
    ]


@pytest.mark.parametrize(("subject", "name", "wrong"), _bad_identities(), ids=repr)
def test_no_fault_shows_who_it_is_about(subject: str, name: str, wrong: object) -> None:
    cl = SUBJECTS[subject]
    key = f"{subject}_id"
    with pytest.raises(DataError) as caught:
        loads(document(subject, {key: "K-1", name: wrong, "unknown_key": 1}), cl)
    error = caught.value
    assert MARK not in str(error) + repr(error) + repr(error.problems)
    assert error.__context__ is None
    assert error.__cause__ is None
    assert [p.where for p in error.problems] == ["$.unknown_key", f"$.{name}"]


@pytest.mark.parametrize("number", [360704201001011234, 360704.5, True])
def test_a_number_in_place_of_an_identity_number_is_not_shown(number: object) -> None:
    with pytest.raises(DataError) as caught:
        loads(document("student", {"student_id": "S-1", "id_number": number}), Student)
    assert [p.value for p in caught.value.problems] == [WITHHELD]
    assert "360704" not in str(caught.value)


def test_a_broken_document_is_not_quoted() -> None:
    text = document("student", {"student_id": MARK}).replace("}}", "")
    with pytest.raises(DataError) as caught:
        loads(text, Student)
    assert MARK not in str(caught.value)
    assert caught.value.__context__ is None


def test_a_child_in_place_of_an_object_is_not_shown() -> None:
    with pytest.raises(DataError) as caught:
        loads(document("household", {"household_id": "H-1", "members": [MARK]}), Household)
    assert MARK not in str(caught.value)


# ── a caller's converter ──────────────────────────────────────────────────────────────────────────────────────────


@attrs.frozen
class Visit:
    on: pendulum.Date
    child: Student
    others: list[Teacher | Student]


def test_a_callers_class_may_hold_ours() -> None:
    converter = plain_json_converter()
    configure_converter(converter)
    visit = Visit(
        ON, Student("S-0001", stage=Stage.PRIMARY), [Teacher("T-0001"), Student("S-0002")]
    )
    written = converter.unstructure(visit)
    assert written["others"] == [
        {"type": "teacher", "teacher_id": "T-0001"},
        {"type": "student", "student_id": "S-0002"},
    ]
    back = converter.structure(json.loads(json.dumps(written)), Visit)
    assert back == visit
    assert type(back.on) is pendulum.Date


def test_faults_inside_a_callers_class_become_problems() -> None:
    converter = plain_json_converter()
    configure_converter(converter)
    raw = {
        "on": "2016-9-1",
        "child": {"student_id": "S-1", "grade": "one"},
        "others": [{"type": "school"}],
    }
    with pytest.raises(cattrs.BaseValidationError) as caught:
        converter.structure(raw, Visit)
    assert [(p.code.value, p.where) for p in problems(caught.value)] == [
        ("bad_date", "$.on"),
        ("wrong_type", "$.child.grade"),
        ("unknown_name", "$.others[0].type"),
    ]
    with pytest.raises(cattrs.BaseValidationError) as caught:
        converter.structure({}, Visit)
    assert {p.where for p in problems(caught.value)} == {"$.on", "$.child", "$.others"}


@attrs.frozen
class Count:
    number: int


def test_a_text_of_an_error_that_is_not_ours_is_not_repeated() -> None:
    with pytest.raises(cattrs.BaseValidationError) as caught:
        make_converter().structure([{"number": MARK}], list[Count])
    (problem,) = problems(caught.value)
    assert (problem.code, problem.where) == (Code.BAD_DOCUMENT, "$[0].number")
    assert MARK not in str(problem)


def test_keys_a_callers_class_forbids_become_problems() -> None:
    converter = plain_json_converter(forbid_extra_keys=True)
    configure_converter(converter)
    with pytest.raises(cattrs.BaseValidationError) as caught:
        converter.structure(
            {"on": "2016-09-01", "child": {"student_id": "S"}, "others": [], "chld": 1}, Visit
        )
    (problem,) = problems(caught.value)
    assert (problem.where, problem.suggestion) == ("$.chld", "did you mean child?")


def test_what_a_converter_knew_it_still_knows() -> None:
    converter = cattrs.Converter()
    converter.register_structure_hook(int, lambda value, _: int(value) + 1)
    configure_converter(converter)
    assert converter.structure("1", int) == 2
    assert converter.structure({"student_id": "S-1", "grade": 1}, Student).grade == 1


def test_a_hook_of_the_callers_holds_inside_of_ours() -> None:
    converter = make_converter()
    converter.register_structure_hook_func(
        lambda t: t is Student, lambda value, _: Student(f"S-{value}")
    )
    found = converter.structure({"household_id": "H-1", "members": [1, 2]}, Household)
    assert found.members == (Student("S-1"), Student("S-2"))


def test_a_moment_is_not_read_as_a_date() -> None:
    converter = cattrs.Converter()
    configure_converter(converter)
    with pytest.raises(cattrs.errors.StructureHandlerNotFoundError):
        converter.structure("2016-09-01", pendulum.DateTime)


@pytest.mark.parametrize("cl", [Student, Teacher, School, Household, Farmer])
def test_a_document_is_read_as_any_member_of_a_union(cl: type[Subject]) -> None:
    key = f"{cl.__name__.lower()}_id"
    assert loads(document(cl.__name__.lower(), {key: "K-1"}), Subject) == cl("K-1")
