"""Every word a policy is written in tells a wrong value where it stands.

Each field of each class gets each of a set of wrong values. Either the constructor refuses it with an error of ours, or
a policy that holds the value can be prepared, assessed, explained, put into words and written as JSON and read back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from types import GeneratorType
from typing import Any

import attrs
import pendulum
import pytest

import jiaoyu_fupin as jf
from jiaoyu_fupin import clauses as c
from jiaoyu_fupin.policies.guangxi_2016.labels import AssistancePlan, Precision
from jiaoyu_fupin.rules import ast, benefit, facts
from jiaoyu_fupin.rules.facts import school, student
from jiaoyu_fupin.sentences import benefit_sentence, measure_lines, standard_sentence
from jiaoyu_fupin.values.errors import FupinError, Problem
from jiaoyu_fupin.wire import dumps, loads

# ── one policy in which every word stands ─────────────────────────────────────────────────────────────────────────

SOME = c.Text("某", "some")
COUNTY = c.Territory(SOME, ("990121",))
STANDARD = c.Standard(
    "aid", SOME, (c.Since(c.Term.autumn(2015), 5, until=pendulum.date(2019, 1, 1)),)
)
WHOLE = c.Question("how_many", SOME, c.Answers.WHOLE)
OPEN = c.Question("private_too", SOME)
HERDS = c.own_flag(c.Student, "herds", "牧户", "of a herding household")
HERE = c.Within(student.school_county, COUNTY)
PUPIL = c.Is(student.stage, c.Stage.PRIMARY)
WHEN = c.AllOf(
    HERDS,
    OPEN,
    c.AnyOf(PUPIL, c.Is(student.school_id, "S1"), c.Not(student.boarding)),
    c.Between(student.grade, WHOLE, None),
    c.Between(student.admitted_year, c.ThisYear(-3), c.ThisSchoolYear()),
    c.Between(student.birth_date, c.YearsAgo(9), c.DayOf(8, 31, c.ThisSchoolYear(-6))),
    c.Between(student.tuition, Decimal(1), Decimal(9)),
    c.Aged(student.birth_date, 6, 15),
    c.Given(student.registered, c.Named(SOME, student.orphan)),
    c.InMonths(9, 2),
    c.During(pendulum.date(2015, 1, 1), c.Term.autumn(2020)),
)
SUM = c.Cases(
    (PUPIL, c.Table(student.stage, {c.Stage.PRIMARY: 3})),
    (student.orphan, c.Times(student.school_days, c.Greatest(1, student.tuition))),
    otherwise=c.Rounded(
        c.Plus(c.Least(2, student.lodging), c.AtStandard(STANDARD), c.Printed(4, standard=STANDARD))
    ),
)
AMOUNTS: tuple[c.Amount, ...] = (
    c.Fixed(SUM),
    c.Floor(1),
    c.Ceiling(student.tuition),
    c.Average(2, 1, 3),
    c.Discretionary(1, 2),
    c.Unstated(STANDARD),
    c.InKind(SOME),
)
GRANTS = tuple(
    c.Benefit(
        id=f"ZZ-1/g_{'abcdefg'[k]}",
        title=SOME,
        subject=c.Student,
        place=HERE,
        when=student.boarding if k else WHEN,
        amount=amount,
        per=c.Per.TERM,
        life=c.Span(pendulum.date(2015, 1, 1), pendulum.date(2020, 1, 1)),
        payers=(c.Payer(SOME, "1/2"), c.Payer(c.Text("市", "city"), "1/2")),
        papers=(SOME,),
        deadline=c.Deadline(10, 31),
        carries_out="CN-1/living",
    )
    for k, amount in enumerate(AMOUNTS)
)
SEATS = c.End(party=c.Party.SCHOOL, kinds=(c.SchoolKind.PRIMARY,), levels=(c.SchoolLevel.COUNTY,))
AIMS: tuple[c.Aim, ...] = (
    c.Rate(c.Indicator.COMPULSORY_COMPLETION, 90, c.Scope.ALL),
    c.Coverage(SOME, SOME, c.Ledger.NETWORK),
    c.Count(SOME, 3, SOME),
    c.Budget(SOME, Decimal(3)),
    c.Judgement(SOME),
)
EFFECTS = (
    *GRANTS,
    *(
        c.Target(
            id=f"ZZ-1/t{k}", title=SOME, aim=aim, since=2016, due=2020, hedges=(c.Hedge.STRIVING,)
        )
        for k, aim in enumerate(AIMS)
    ),
    c.PairingRule(
        id="ZZ-1/p",
        title=SOME,
        helpers=(SEATS,),
        recipients=(c.End(party=c.Party.STUDENT, ownership=c.Ownership.PUBLIC),),
        hedges=(c.Hedge.ABOUT,),
        cap=3,
    ),
    c.Obligation(id="ZZ-1/o", title=SOME, each=SOME, every=c.Every.MONTH, hedges=(c.Hedge.ABOUT,)),
    c.Quota(id="ZZ-1/q", title=SOME, unit=SOME, low=1, high=2, each=SOME, since=2016, due=2018),
    c.Delivery(
        id="ZZ-1/d",
        title=SOME,
        count=1,
        unit=SOME,
        yuan=Decimal(5),
        funder=SOME,
        reached=2,
        reached_unit=SOME,
        year=2016,
    ),
    c.Tally(id="ZZ-1/n", title=SOME, unit=SOME, total=3, parts=(c.Part(SOME, 1),)),
    c.Listing(id="ZZ-1/l", title=SOME, items=(SOME,)),
)
PAPER = c.Document("某号", SOME, c.Certainty.OFFICIAL)
CLAUSE = c.Measure(
    id="ZZ-1",
    kind=c.ClauseKind.ENTITLEMENT,
    at="第一条",
    title=SOME,
    says=SOME,
    units=("教育厅",),
    plan=AssistancePlan.STUDENTS,
    precisions=(Precision.AID,),
    hedges=(c.Hedge.ABOUT,),
    defects=(c.Defect(c.DefectKind.ELIDED, "几", "三", SOME, c.Certainty.MIRROR),),
    documents=(PAPER,),
    effects=EFFECTS,
    life=c.Span(pendulum.date(2015, 1, 1)),
)
POLICY = c.Policy(
    units=(c.Unit(c.Text("教育厅", "education department")),),
    id="zz",
    version="1",
    title=SOME,
    life=c.Span(pendulum.date(2015, 1, 1)),
    measures=(CLAUSE,),
    territory=COUNTY,
    documents=(PAPER,),
    questions=(WHOLE, OPEN),
    facts=(HERDS,),
    standards=(STANDARD,),
)
HELD = c.CountyDesignation(c.Designation.KEY, c.Certainty.OFFICIAL)
POOR = c.PoorCounty("990121", "某县", c.Roll.NATIONAL, 2018, (HELD,))
OUTSIDE = (
    c.CountyList(SOME, 3, (POOR,)),
    c.CodeChange("990121", "990181", "某市", 2018),
    c.Unit(SOME, ("某厅",)),
    c.Term.autumn(2016),
)
"""Words that do not stand inside of a policy's measures."""


# ── every value in it, and it again with one value exchanged ──────────────────────────────────────────────────────

Path = tuple[str | int, ...]


def values_in(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, tuple):
        for k, item in enumerate(value):
            yield from values_in(item, (*path, k))
    elif attrs.has(type(value)):
        yield path, value
        for field in attrs.fields(type(value)):
            yield from values_in(getattr(value, field.name), (*path, field.name))


def _spread(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


def _rows(value: Any) -> Any:
    pairs = isinstance(value, tuple) and value
    return dict(value) if pairs and all(isinstance(p, tuple) for p in value) else value


BUILD: Mapping[type, Callable[..., object]] = {
    c.Is: lambda fact, values: c.Is(fact, *_spread(values)),
    c.Table: lambda fact, rows: c.Table(fact, _rows(rows)),
    c.AllOf: lambda parts: c.AllOf(*_spread(parts)),
    c.AnyOf: lambda parts: c.AnyOf(*_spread(parts)),
    c.Plus: lambda parts: c.Plus(*_spread(parts)),
    c.Least: lambda parts: c.Least(*_spread(parts)),
    c.Greatest: lambda parts: c.Greatest(*_spread(parts)),
    c.Cases: lambda cases, otherwise: c.Cases(*_spread(cases), otherwise=otherwise),
    c.Average: lambda average, tiers: c.Average(average, *_spread(tiers)),
}
"""Constructors that do not take their fields by name."""


def with_field(value: Any, name: str, new: object) -> Any:
    fields = {f.name: getattr(value, f.name) for f in attrs.fields(type(value))}
    return BUILD.get(type(value), type(value))(**{**fields, name: new})


def planted(whole: Any, path: Path, new: object) -> Any:
    if not path:
        return new
    step, *rest = path
    if isinstance(step, int):
        return (*whole[:step], planted(whole[step], tuple(rest), new), *whole[step + 1 :])
    return with_field(whole, step, planted(getattr(whole, step), tuple(rest), new))


ROOTS = (POLICY, *OUTSIDE)
EXAMPLES = {
    (f"{type(value).__name__} in {type(root).__name__}"): (root, path, value)
    for root in reversed(ROOTS)
    for path, value in reversed(list(values_in(root)))
}
"""One value of each class, with the way to it."""


def public_classes() -> set[type]:
    return {
        thing
        for module in (c, ast, benefit, facts)
        for name, thing in vars(module).items()
        if isinstance(thing, type) and attrs.has(thing) and not name.startswith("_")
    } - {c.Student, c.Teacher, c.School, c.Household, c.Farmer, Problem}


def test_every_word_is_looked_at() -> None:
    assert {k.__name__ for k in public_classes()} <= {name.partition(" ")[0] for name in EXAMPLES}


class Other(c.Label):
    ONE = "one", "一"


WRONG: Mapping[str, Callable[[], object]] = {
    "nothing": lambda: None,
    "one": lambda: 1,
    "less than nothing": lambda: -1,
    "a huge number": lambda: 10**40,
    "a year as an age": lambda: 2016,
    "a float": lambda: 1.5,
    "yes": lambda: True,
    "no text": lambda: "",
    "blank text": lambda: " ",
    "text": lambda: "x",
    "bytes": lambda: b"x",
    "an empty list": list,
    "an empty mapping": dict,
    "an empty tuple": tuple,
    "an empty set": frozenset,
    "a list in a tuple": lambda: ([],),
    "nothing in a tuple": lambda: (None,),
    "text in a tuple": lambda: ("x", "y"),
    "a mapping to text": lambda: {"x": "y"},
    "an object": object,
    "a generator": lambda: (x for x in "xy"),
    "a class": lambda: int,
    "a kind of subject": lambda: c.School,
    "a list of labels": lambda: c.Hedge,
    "no number": lambda: Decimal("NaN"),
    "without end": lambda: Decimal("Infinity"),
    "part of a fen": lambda: Decimal("0.0001"),
    "a label of another list": lambda: Other.ONE,
    "a period": lambda: c.Per.DAY,
    "words": lambda: c.Text("别的", "other"),
    "a condition": lambda: c.Not(student.orphan),
    "a condition on a school": lambda: school.inclusive,
    "a fact that is a number": lambda: student.school_days,
    "a fact that is text": lambda: student.id_number,
    "a standard": lambda: STANDARD,
    "an amount": lambda: c.Fixed(5),
    "a benefit": lambda: GRANTS[0],
    "a territory": lambda: COUNTY,
    "a term": lambda: c.Term.autumn(2016),
    "a moment": lambda: pendulum.datetime(2016, 9, 1),
    "a date of Python's own": lambda: date(2016, 9, 1),
    "the last day there is": lambda: pendulum.date(9999, 12, 31),
    "the first day there is": lambda: pendulum.date(1, 1, 1),
    "years to come": lambda: c.YearsAgo(0),
}


def live(policy: object) -> None:
    """Whatever is asked of a policy."""
    assert isinstance(policy, c.Policy)
    for on in (pendulum.date(2016, 9, 1), pendulum.date(2020, 2, 29)):
        ready = jf.prepare(policy, c.Student, on=on)
        child = c.Student("S-0001")
        ready.assess(child)
        for told in ready.explain(child):
            assert told.text("zh")
            assert told.text("en")
    for lang in ("zh", "en"):
        for measure in policy.measures:
            assert list(measure_lines(measure, policy, lang))
        for standard in policy.standards:
            assert standard_sentence(standard, lang)
    again = loads(dumps(policy), c.Policy)
    assert again == policy
    assert hash(again) == hash(policy)
    assert again.fingerprint == policy.fingerprint


def sentence(when: c.Condition) -> tuple[str, str]:
    grant = attrs.evolve(GRANTS[0], when=when)
    return benefit_sentence(grant, "zh"), benefit_sentence(grant, "en")


def test_conditions_of_no_parts_read_as_what_they_mean() -> None:
    # all of nothing always holds, any of nothing never does
    zh, en = sentence(c.AllOf())
    assert "不设其他条件" in zh
    assert "No further condition." in en
    for never in (c.AnyOf(), c.AllOf(c.AnyOf()), c.Not(c.Not(c.AnyOf()))):
        zh, en = sentence(never)
        assert "一概不属" in zh
        assert "never" in en
        assert "No further condition" not in en
    for when, outcome in ((c.AllOf(), "entitled"), (c.AnyOf(), "not_entitled")):
        grant = attrs.evolve(GRANTS[1], when=when)
        policy = attrs.evolve(POLICY, measures=(attrs.evolve(CLAUSE, effects=(grant,)),))
        child = c.Student("S-0001", school_county="990121")
        (told,) = jf.assess(child, policy, on=pendulum.date(2016, 9, 1)).findings
        assert told.outcome.value == outcome


def test_the_policy_of_every_word_lives() -> None:
    live(POLICY)


def refused_well(error: FupinError, kind: type) -> None:
    """Whether an error says where and what: no empty word in it."""
    assert error.problems
    for problem in error.problems:
        assert problem.where, f"{kind.__name__}: {error}"
        assert problem.expected.startswith("expected"), f"{kind.__name__}: {error}"


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_wrong_value_is_told_or_does_no_harm(name: str) -> None:
    root, path, value = EXAMPLES[name]
    raw = []
    for field in attrs.fields(type(value)):
        for word, make in WRONG.items():
            try:
                new = with_field(value, field.name, make())
            except FupinError as error:
                refused_well(error, type(value))
                continue
            except Exception as error:  # noqa: BLE001 - that is what is looked for
                raw.append(f"{field.name} = {word}: {type(error).__name__}: {error}")
                continue
            if isinstance(getattr(new, field.name), GeneratorType):
                raw.append(f"{field.name} = {word}: a generator is kept")
            try:
                whole = planted(root, path, new)
                if isinstance(whole, c.Policy):
                    live(whole)
            except FupinError:
                continue
            except Exception as error:  # noqa: BLE001 - that is what is looked for
                raw.append(f"{field.name} = {word}, later: {type(error).__name__}: {error}")
    assert not raw, "\n".join(raw)


LISTS = [
    (value, field.name)
    for _, _, value in EXAMPLES.values()
    if type(value) not in BUILD
    for field in attrs.fields(type(value))
    if isinstance(getattr(value, field.name), tuple) and getattr(value, field.name)
]


@pytest.mark.parametrize(
    ("value", "name"), LISTS, ids=[f"{type(v).__name__}.{n}" for v, n in LISTS]
)
def test_a_forgotten_comma_is_told(value: Any, name: str) -> None:
    (only, *_) = getattr(value, name)
    with pytest.raises(FupinError) as caught:
        with_field(value, name, only)
    assert f"expected {name} to be a tuple of" in str(caught.value)
    assert f"{name}=(…,)" in str(caught.value)


FLAT: Mapping[str, tuple[Callable[[], object], str]] = {
    "all of a tuple": (lambda: c.AllOf((PUPIL, OPEN)), "AllOf(one, other)"),  # type: ignore[arg-type]
    "any of a list": (lambda: c.AnyOf([PUPIL]), "AnyOf(one, other)"),  # type: ignore[arg-type]
    "a sum of a tuple": (lambda: c.Plus((1, 2)), "Plus(one, other)"),  # type: ignore[arg-type]
    "tiers in brackets": (lambda: c.Average(2, (1, 3)), "Average(one, other)"),  # type: ignore[arg-type]
    "labels in brackets": (
        lambda: c.Is(student.stage, (c.Stage.PRIMARY, c.Stage.JUNIOR)),  # type: ignore[call-overload]
        "Is(student.stage, one, other)",
    ),
    "a case without brackets": (lambda: c.Cases(PUPIL, 3), "(condition, amount)"),  # type: ignore[arg-type]
    "two cases as one": (lambda: c.Cases((PUPIL, 3, OPEN, 4)), "(condition, amount)"),  # type: ignore[arg-type]
    "cases in brackets": (lambda: c.Cases(((PUPIL, 3), (OPEN, 4))), "Cases(one, other)"),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("name", FLAT)
def test_brackets_too_many_or_too_few_are_told(name: str) -> None:
    make, remedy = FLAT[name]
    with pytest.raises(FupinError) as caught:
        make()
    assert remedy in str(caught.value)


def test_an_error_names_class_field_value_and_remedy_and_all_of_them() -> None:
    text: Any = "term"
    number: Any = 0.5
    with pytest.raises(FupinError) as caught:
        attrs.evolve(GRANTS[0], per=text, title=text, repayable=1)  # type: ignore[arg-type]
    said = [str(p) for p in caught.value.problems]
    assert len(said) == 3
    for words in (("title", "“term”", "Text("), ("per", "“term”", "Per.TERM"), ("repayable", "1")):
        (line,) = [s for s in said if f"expected {words[0]} " in s]
        assert "benefit ZZ-1/g_a" in line
        assert all(word in line for word in words)
    with pytest.raises(FupinError) as caught:
        c.Times(number, text)
    assert [p.where for p in caught.value.problems] == ["Times", "Times"]
    assert "expected number to be" in str(caught.value)
    assert 'write Decimal("0.5")' in str(caught.value)
    with pytest.raises(FupinError) as caught:
        c.AllOf(PUPIL, text, number)
    assert [p.expected.split()[1] for p in caught.value.problems] == ["parts[1]", "parts[2]"]
