"""The policies that are shipped: registered, pinned, declared in literals, and true to the plan's figures."""

import ast
import datetime
import re
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from importlib import import_module
from pathlib import Path

import pendulum
import pytest

import jiaoyu_fupin as jf
from jiaoyu_fupin.analysis.ageing import stale
from jiaoyu_fupin.analysis.needs import facts_needed
from jiaoyu_fupin.clauses.obligation import Obligation
from jiaoyu_fupin.policies import national
from jiaoyu_fupin.policies.ganzhou_2015.places import GANZHOU as GANZHOU_CITY
from jiaoyu_fupin.rules.ast import (
    Certainty,
    Const,
    Printed,
    Since,
    Standard,
    Table,
    Within,
    nodes_in,
)
from jiaoyu_fupin.rules.benefit import Fixed
from jiaoyu_fupin.rules.facts import student
from jiaoyu_fupin.values.fingerprint import fingerprint
from jiaoyu_fupin.values.spans import Span

policies = import_module("jiaoyu_fupin.policies")
FOLDER = Path(policies.__file__ or "").parent
GUANGXI, GANZHOU, TOWN = map(jf.policy, ("guangxi-2016", "ganzhou-2015", "town-2020"))

PINNED = {
    "guangxi-2016": ("7", "82c4acbfbf9a58f5"),
    "ganzhou-2015": ("8", "601ec0114877fcdc"),
    "town-2020": ("3", "e43f258116ad7d3d"),
    "villages-2018": ("2", "96758430046d3c78"),
    "milk-powder": ("2", "05abbde64217e31e"),
    "national": ("4", "b8038ac63371fa98"),
}
"""Version and fingerprint: whoever changes what a policy says raises its version."""

SHARED = {"__init__", "words", "documents", "counties"}


def modules_of(policy: str) -> list[Path]:
    """The files of a policy: one module, or a folder of them."""
    module = FOLDER / policies.REGISTRY[policy]
    return sorted(module.glob("*.py")) if module.is_dir() else [module.with_suffix(".py")]


def test_the_registry_is_what_the_folder_holds() -> None:
    files = {path.stem for path in FOLDER.iterdir() if not path.name.startswith("__pycache__")}
    assert set(policies.REGISTRY.values()) == files - SHARED
    for id_ in jf.policy_ids():
        assert jf.policy(id_).id == id_


def test_the_policies_are_loaded_when_they_are_asked_for() -> None:
    code = (
        "import sys, jiaoyu_fupin as jf; jf.policy_ids(); jf.policy('town-2020');"
        "print([m for m in sys.modules if m.startswith('jiaoyu_fupin.policies.g')])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_version_and_fingerprint_are_pinned() -> None:
    assert {
        id_: (jf.policy(id_).version, jf.policy(id_).fingerprint) for id_ in jf.policy_ids()
    } == PINNED


def test_the_last_target_year_follows_from_the_targets() -> None:
    """The years the plans print: 2020 for the three with targets, none for the others."""
    last = {id_: jf.policy(id_).last_target_year for id_ in jf.policy_ids()}
    assert last == {
        "guangxi-2016": 2020,
        "ganzhou-2015": 2020,
        "town-2020": 2020,
        "villages-2018": None,
        "milk-powder": None,
        "national": None,
    }


def test_visits_are_declared_and_not_read_out_of_an_id() -> None:
    """The helpers of GX-8.6/visits teach in poor areas once a year: they call on nobody they are paired with."""
    declared = {
        o.id for id_ in jf.policy_ids() for o in jf.policy(id_).effects(Obligation) if o.visits
    }
    assert declared == {"TN-3/visits", "VL-0/visits", "VL-5/visits"}


def is_list_of_labels(node: ast.AST) -> bool:
    """A list of labels is literals too, as Python has it: names and their words."""
    return (
        isinstance(node, ast.ClassDef)
        and [base.id for base in node.bases if isinstance(base, ast.Name)] == ["Label"]
        and all(isinstance(line, ast.Assign | ast.Expr) for line in node.body)
    )


@pytest.mark.parametrize("id_", jf.policy_ids())
def test_a_policy_is_literals(id_: str) -> None:
    code = (
        ast.FunctionDef,
        ast.ClassDef,
        ast.If,
        ast.For,
        ast.While,
        ast.Lambda,
        ast.IfExp,
        ast.comprehension,
    )
    for path in modules_of(id_):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found = [node for node in ast.walk(tree) if isinstance(node, code)]
        assert not [node for node in found if not is_list_of_labels(node)], path.name
    document = import_module(f"jiaoyu_fupin.policies.{policies.REGISTRY[id_]}").__doc__
    for heading in ("References:", "Checked with:", "Limitations:"):
        assert heading in (document or "")


def test_ninety_five_clauses_in_five_plans() -> None:
    counts = {id_: len(jf.policy(id_).measures) for id_ in jf.policy_ids() if id_ != "national"}
    assert counts == {
        "guangxi-2016": 47,
        "ganzhou-2015": 24,
        "town-2020": 12,
        "villages-2018": 8,
        "milk-powder": 4,
    }
    assert sum(counts.values()) == 95


def test_what_carries_out_a_national_benefit_carries_out_one_that_there_is() -> None:
    nation = {b.id: b for b in jf.policy("national").benefits()}
    found = {
        b.id: b.carries_out
        for id_ in jf.policy_ids()
        for b in jf.policy(id_).benefits()
        if b.carries_out
    }
    assert found == {
        "GX-7.2/preschool": "CN-7",
        "GX-7.2/senior": "CN-3/fees",
        "GX-7.2/vocational": "CN-4/fees",
        "GX-7.4/vocational": "CN-5",
        "GZ-4b": "CN-7",
        "GZ-5a/fees": "CN-1/fees",
        "GZ-5a/books": "CN-1/books",
        "GZ-5a/living": "CN-1/living",
        "GZ-5a/living_day": "CN-1/living_day",
        "GZ-5c": "CN-2",
        "GZ-6": "CN-3/grant",
        "GZ-7a": "CN-4/fees",
        "GZ-7b": "CN-4/grant",
        "GZ-8b/loan": "CN-6/loan",
        "GZ-8b/interest": "CN-6/interest",
        "TN-5": "CN-5",
    }
    assert set(found.values()) <= set(nation)
    assert not {"GZ-5b", "GZ-8a", "GZ-10"} & set(found), "what a city adds on top is money besides"


@pytest.mark.parametrize("id_", jf.policy_ids())
def test_every_text_is_there_in_both_languages(id_: str) -> None:
    """English quotes Chinese only where it speaks of the text itself: in reasons of defects, and for 雨露计划."""
    plan = jf.policy(id_)
    of_defects = {d.reason for m in plan.measures for d in m.defects}
    texts = [
        n
        for n in nodes_in((plan.title, plan.documents, plan.questions, plan.measures))
        if isinstance(n, jf.Text)
    ]
    assert texts
    for text in texts:
        assert re.search(r"[\u4e00-\u9fff%]", text.zh), text
        assert re.search(r"[A-Za-z%]", text.en), text
        if text not in of_defects:
            assert not re.search(r"[\u4e00-\u9fff]", text.en.replace("雨露计划", "")), text


def test_an_unknown_policy_gives_the_nearest() -> None:
    with pytest.raises(jf.CallError, match="did you mean ganzhou-2015"):
        jf.policy("ganzhou-2016")


SERVED = {
    "guangxi-2016": [
        (jf.School, ["GX-1.2", "GX-3.1b", "GX-6.2"]),
        (
            jf.Student,
            [
                "GX-7.2/preschool",
                "GX-7.2/senior",
                "GX-7.2/vocational",
                "GX-7.3",
                "GX-7.4/vocational",
                "GX-7.4/university",
            ],
        ),
        (
            jf.Teacher,
            [
                "GX-8.1b/tuition",
                "GX-8.1b/loan",
                "GX-8.2a",
                "GX-8.4/papers",
                "GX-8.4/language",
                "GX-8.4/computer",
            ],
        ),
    ],
    "ganzhou-2015": [
        (jf.Teacher, ["GZ-3a"]),
        (
            jf.Student,
            [
                "GZ-4a",
                "GZ-4b",
                "GZ-5a/fees",
                "GZ-5a/books",
                "GZ-5a/living",
                "GZ-5a/living_day",
                "GZ-5b",
                "GZ-5c",
                "GZ-6",
                "GZ-7a",
                "GZ-7b",
                "GZ-8a",
                "GZ-8b/loan",
                "GZ-8b/interest",
                "GZ-10",
            ],
        ),
        (jf.Farmer, ["GZ-12"]),
    ],
    "town-2020": [(jf.Student, ["TN-5"]), (jf.Household, ["TN-8", "TN-10"])],
}
"""What the plans grant, to whom, in the order in which they print it."""


@pytest.mark.parametrize("id_", SERVED)
def test_the_benefits_of_each_plan_in_its_order(id_: str) -> None:
    plan = jf.policy(id_)
    assert [b.id for b in plan.benefits()] == [i for _, ids in SERVED[id_] for i in ids]
    for subject, ids in SERVED[id_]:
        assert [b.id for b in plan.benefits(subject)] == ids


QUESTIONS = {
    "guangxi-2016": {"yulu_covers_university": "boolean", "required_service_years": "whole number"},
    "ganzhou-2015": {
        "teaching_points_outside_poor_villages": "boolean",
        "enrolment_age_edges": "boolean",
        "urban_hardship_counts": "boolean",
        "admits_outside_priority": "boolean",
        "meals_at_town_schools": "boolean",
        "entry_grant_outside_poor_villages": "boolean",
    },
    "town-2020": {},
}


@pytest.mark.parametrize("id_", QUESTIONS)
def test_the_open_questions_of_each_plan(id_: str) -> None:
    assert {q.name: q.takes.value for q in jf.policy(id_).questions} == QUESTIONS[id_]


LIVES = {
    "guangxi-2016": (("2015-12-31", False), ("2016-01-01", True), ("2030-01-01", True)),
    "ganzhou-2015": (("2014-12-31", False), ("2015-01-01", True), ("2030-01-01", True)),
    "town-2020": (
        ("2019-12-31", False),
        ("2020-01-01", True),
        ("2020-12-31", True),
        ("2021-01-01", False),
    ),
}


@pytest.mark.parametrize("id_", LIVES)
def test_the_life_of_each_plan(id_: str) -> None:
    for on, lives in LIVES[id_]:
        answer = jf.assess(jf.Student("S-0001"), jf.policy(id_), on=datetime.date.fromisoformat(on))
        outside = {f.outcome is jf.Outcome.NOT_APPLICABLE for f in answer}
        assert (outside != {True}) is lives, on


@pytest.mark.parametrize(
    ("plan", "benefit", "on", "basis", "lower"),
    [
        (GUANGXI, "GX-7.4/vocational", "2016-01-01", "fixed", 3000),
        (GUANGXI, "GX-7.4/vocational", "2025-12-31", "fixed", 3000),
        (GUANGXI, "GX-7.4/vocational", "2026-01-01", "unstated", None),
        (TOWN, "TN-5", "2020-01-01", "fixed", 3000),
        (TOWN, "TN-5", "2020-12-31", "fixed", 3000),
    ],
    ids=str,
)
def test_the_yulu_subsidy_is_the_nations_while_it_lasts(
    plan: jf.Policy, benefit: str, on: str, basis: str, lower: int | None
) -> None:
    """Tested against the date itself, though the autumn term of 2025 goes on into 2026."""
    pupil = jf.Student(
        "S-0001",
        stage=jf.Stage.VOCATIONAL,
        full_time=True,
        formal_roll=True,
        registered=True,
        home_county="450123" if plan is GUANGXI else None,
        home_township="340422104",
    )
    day = datetime.date.fromisoformat(on)
    written = jf.assess(pupil, plan, on=day)[benefit]
    assert (written.outcome.value, written.lower) == ("entitled", None)
    assert written.basis is not None
    assert written.basis.value == "unstated"
    found = jf.assess(pupil, plan, on=day, reading=jf.Reading.IN_FORCE)[benefit]
    assert found.basis is not None
    assert (found.basis.value, found.lower, found.upper) == (basis, lower, lower)


def test_the_yulu_programme_began_in_june_2015() -> None:
    assert national.YULU.on(pendulum.date(2015, 5, 31)) is None
    row = national.YULU.on(pendulum.date(2015, 6, 1))
    assert row is not None
    assert (row.value, row.document) == (Const(Decimal(3000)), "国开办发〔2015〕19号")


FIGURES = {
    "GX-1.2": set(),
    "GX-3.1b": {400},
    "GX-6.2": {6000},
    "GX-7.2": {0},
    "GX-7.3": set(),
    "GX-7.4": set(),
    "GX-8.1b": set(),
    "GX-8.2a": {200},
    "GX-8.4": set(),
    "GZ-3a": set(),
    "GZ-4a": {1000},
    "GZ-5b": {500},
    "GZ-5c": {4},
    "GZ-6": {1500},
    "GZ-7b": {1500},
    "GZ-8a": {6000},
    "GZ-8b": {8000},
    "GZ-10": {1500},
    "GZ-4b": {0},
    "GZ-5a": set(),
    "GZ-7a": set(),
    "GZ-12": set(),
    "TN-5": set(),
    "TN-8": set(),
    "TN-10": set(),
}
"""The figures that a plan prints in each clause, copied from its text; 0 is the least of a discretion."""


def test_every_printed_figure_is_the_plans() -> None:
    plans = [jf.policy(id_) for id_ in jf.policy_ids() if id_ != "national"]
    measures = [m for plan in plans for m in plan.measures if m.benefits]
    assert {measure.id for measure in measures} == set(FIGURES)
    for measure in measures:
        amounts = tuple(benefit.amount for benefit in measure.benefits)
        printed = {
            node.value
            for amount in amounts
            for node in nodes_in(amount)
            if isinstance(node, Const) and not _of_standard(node, amount)
        }
        assert printed == {Decimal(figure) for figure in FIGURES[measure.id]}, measure.id


def _of_standard(figure: Const, amount: object) -> bool:
    rows = [node for node in nodes_in(amount) if type(node).__name__ == "Since"]
    return any(figure is inner for row in rows for inner in nodes_in(row))


STALE = [
    ("2015-02-28", set()),
    ("2015-03-01", {("GZ-6", 1500, 2000), ("GZ-7b", 1500, 2000)}),
    ("2021-08-31", {("GZ-6", 1500, 2000), ("GZ-7b", 1500, 2000)}),
    (
        "2021-09-01",
        {("GZ-5c", 4, 5), ("GZ-6", 1500, 2000), ("GZ-7b", 1500, 2000), ("GZ-8b/loan", 8000, 12000)},
    ),
    (
        "2023-09-01",
        {("GZ-5c", 4, 5), ("GZ-6", 1500, 2000), ("GZ-7b", 1500, 2000), ("GZ-8b/loan", 8000, 16000)},
    ),
    (
        "2025-03-01",
        {("GZ-5c", 4, 5), ("GZ-6", 1500, 2300), ("GZ-7b", 1500, 2300), ("GZ-8b/loan", 8000, 20000)},
    ),
]


@pytest.mark.parametrize(("on", "expected"), STALE, ids=[on for on, _ in STALE])
def test_stale_figures_by_date(on: str, expected: set[tuple[str, int, int]]) -> None:
    found = stale(GANZHOU, datetime.date.fromisoformat(on))
    assert {(old.benefit, int(old.printed), int(old.in_force)) for old in found} == expected
    assert all(old.since <= datetime.date.fromisoformat(on) for old in found)


@pytest.mark.parametrize(
    ("on", "primary", "junior"),
    [
        ("2011-08-31", 750, 1000),
        ("2011-09-01", 1000, 1250),
        ("2024-02-29", 1000, 1250),
        ("2024-03-01", 1250, 1500),
    ],
)
def test_the_boarders_standard_by_date(on: str, primary: int, junior: int) -> None:
    row = national.BOARDER_LIVING.on(jf.Term.of(datetime.date.fromisoformat(on)).first_day)
    assert row is not None
    assert isinstance(row.value, Table)
    assert dict(row.value.rows) == {
        jf.Stage.PRIMARY: Const(Decimal(primary)),
        jf.Stage.JUNIOR: Const(Decimal(junior)),
    }


def test_standards_carry_their_provenance() -> None:
    ids = [standard.id for standard in national.STANDARDS]
    assert len(set(ids)) == len(ids)
    for standard in national.STANDARDS:
        for row in standard.rows:
            assert isinstance(row.certainty, Certainty)
    assert national.NUTRITION_DAY.rows[0].document == "国办发〔2011〕54号"
    assert national.BOARDER_LIVING.on(pendulum.date(2007, 1, 1)) is None


def test_facts_needed_are_those_of_the_rules() -> None:
    needed = facts_needed(GANZHOU, jf.Student)
    assert needed[0] == "student_id"
    assert {"stage", "registered", "home_county", "care_fee", "birth_date"} <= set(needed)
    assert not {"name", "id_number", "minority", "lodging"} & set(needed)


def test_asking_for_a_subject_the_policy_does_not_serve() -> None:
    with pytest.raises(jf.CallError, match="it has: farmer, student, teacher"):
        jf.assess(jf.School("X-1"), GANZHOU, on=datetime.date(2016, 9, 1))
    with pytest.raises(jf.CallError, match="it has: household, student"):
        jf.assess(jf.Teacher("T-1"), TOWN, on=datetime.date(2020, 9, 1))


WRONG_ANSWERS = [
    ({"enrolment_age_edge": True}, "did you mean enrolment_age_edges"),
    ({"enrolment_age_edges": 1}, "True or False"),
    ({"required_service_years": 5}, "expected a question that ganzhou-2015 leaves open"),
]


@pytest.mark.parametrize(("answers", "said"), WRONG_ANSWERS, ids=lambda x: str(x)[:30])
def test_answers_to_questions_nobody_asked(answers: dict[str, bool | int], said: str) -> None:
    with pytest.raises(jf.CallError, match=said):
        jf.assess(jf.Student("S-0001"), GANZHOU, on=datetime.date(2016, 9, 1), answers=answers)


def test_a_birth_after_the_date_and_strange_assumptions_are_refused() -> None:
    on = datetime.date(2016, 9, 1)
    unborn = jf.Student("S-0001", birth_date=pendulum.date(2016, 9, 2))
    with pytest.raises(jf.DataError, match="up to 2016-09-01"):
        jf.assess(unborn, GANZHOU, on=on)
    with pytest.raises(jf.CallError, match="did you mean orphan"):
        jf.assess(jf.Student("S-0001"), GANZHOU, on=on, assuming={"orphn": False})
    with pytest.raises(jf.DataError, match="boarding"):
        jf.assess(jf.Student("S-0001"), GANZHOU, on=on, assuming={"boarding": "no"})


def test_a_finding_has_no_truth_value_and_an_assessment_finds_by_id() -> None:
    answer = jf.assess(jf.Student("S-0001"), GANZHOU, on=jf.Term.autumn(2016))
    with pytest.raises(TypeError, match="four outcomes"):
        bool(answer["GZ-5b"])
    with pytest.raises(jf.CallError, match="did you mean GZ-5a/living"):
        answer["GZ-5a/livin"]
    assert answer["GZ-5b"].source.on == datetime.date(2016, 9, 1)
    assert answer["GZ-5b"].source.fingerprint == GANZHOU.fingerprint
    assert len(list(answer)) == 15
    assert answer.entitled == ()
    assert {f.benefit for f in answer.undetermined} | {"GZ-5a/living_day"} == {
        f.benefit for f in answer
    }


KID = jf.Student("S-0001")
ON = datetime.date(2016, 9, 1)

WRONG_CALLS: dict[str, Callable[[], object]] = {
    "a policy by its name": lambda: jf.assess(KID, "ganzhou-2015", on=ON),  # type: ignore[arg-type]
    "a kind of subject by its name": lambda: jf.prepare(GANZHOU, "student", on=ON),  # type: ignore[arg-type]
    "a date as text": lambda: jf.assess(KID, GANZHOU, on="2016-09-01"),  # type: ignore[arg-type]
    "a moment": lambda: jf.assess(KID, GANZHOU, on=datetime.datetime(2016, 9, 1)),
    "a date out of this world": lambda: jf.assess(KID, GANZHOU, on=datetime.date(9999, 9, 1)),
    "a reading misspelt": lambda: jf.assess(KID, GANZHOU, on=ON, reading="in_force"),  # type: ignore[arg-type]
    "answers as a list": lambda: jf.assess(KID, GANZHOU, on=ON, answers=[]),  # type: ignore[arg-type]
    "an assumption of nothing": lambda: jf.assess(
        KID, GANZHOU, on=ON, assuming={"registered": None}
    ),
    "no policy": lambda: jf.policy(None),  # type: ignore[arg-type]
    "a finding by its place": lambda: jf.assess(KID, GANZHOU, on=ON)[0],  # type: ignore[index]
    "a language nobody writes": lambda: jf.explain(KID, GANZHOU, "GZ-5b", on=ON).text("fr"),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("name", WRONG_CALLS)
def test_a_wrong_call_is_named(name: str) -> None:
    with pytest.raises(jf.CallError) as caught:
        WRONG_CALLS[name]()
    assert all(p.where and p.expected for p in caught.value.problems)


def test_what_is_prepared_cannot_change() -> None:
    ready = jf.prepare(GANZHOU, jf.Student, on=ON)
    with pytest.raises(AttributeError, match="cannot change"):
        ready.benefits = ()
    assert len(jf.prepare(GANZHOU, jf.Student, on=ON).benefits) == 15


def test_a_table_that_was_overtaken_is_stale_by_label() -> None:
    standard = Standard("x", jf.Text("某", "x"), (Since(jf.Term.autumn(2015), table(1000, 1250)),))
    grant = jf.Benefit(
        id="ZZ-1",
        title=jf.Text("某项", "something"),
        subject=jf.Student,
        place=Within(student.school_county, GANZHOU_CITY),
        when=student.boarding,
        amount=Fixed(Printed(table(900, 1300), standard=standard)),
        per=jf.Per.TERM,
    )
    own = jf.Policy(
        id="zz",
        version="1",
        title=jf.Text("某办法", "some rules"),
        life=Span(pendulum.date(2015, 1, 1)),
        measures=(
            jf.Measure(
                id="ZZ-1",
                kind=jf.ClauseKind.ENTITLEMENT,
                at="一",
                title=jf.Text("某", "x"),
                effects=(grant,),
            ),
        ),
    )
    assert [(s.label, int(s.printed), int(s.in_force)) for s in stale(own, ON)] == [
        ("primary", 900, 1000)
    ]


def table(primary: int, junior: int) -> Table:
    return Table(student.stage, {jf.Stage.PRIMARY: primary, jf.Stage.JUNIOR: junior})


def test_equal_policies_have_equal_fingerprints() -> None:
    """300 and 300.00 yuan are one amount."""
    assert fingerprint(Fixed(Decimal(300))) == fingerprint(Fixed(Decimal("300.00")))
    assert fingerprint(Fixed(Decimal(300))) != fingerprint(Fixed(Decimal(301)))
    with pytest.raises(TypeError, match="no fixed content"):
        fingerprint(object())
