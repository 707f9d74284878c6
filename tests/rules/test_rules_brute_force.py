"""Rules against the definition: whatever is unknown is filled in, in every way, and one looks what comes out."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

import attrs
import pendulum
import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from jiaoyu_fupin.answers.findings import Finding
from jiaoyu_fupin.answers.prepared import prepare
from jiaoyu_fupin.clauses.marks import ClauseKind
from jiaoyu_fupin.clauses.measure import Measure
from jiaoyu_fupin.clauses.policy import Policy
from jiaoyu_fupin.people import Student
from jiaoyu_fupin.people.labels import Hardship, Hukou
from jiaoyu_fupin.places import Territory
from jiaoyu_fupin.rules import ast as r
from jiaoyu_fupin.rules import benefit as b
from jiaoyu_fupin.rules.facts import Money, Whole, student
from jiaoyu_fupin.rules.forms import Outcome, Reading
from jiaoyu_fupin.values.errors import RuleError
from jiaoyu_fupin.values.spans import Span
from jiaoyu_fupin.values.terms import Term
from jiaoyu_fupin.values.text import Text
from support.naive_rules import Figures, World, day_in, figures, holds, to_the_fen

# ── the facts, and enough values of each to meet both sides of every test below ───────────────────────────────────

ON = (pendulum.date(2018, 9, 1), pendulum.date(2019, 2, 28), pendulum.date(2020, 2, 29))


def births(on: datetime.date) -> tuple[pendulum.Date, ...]:
    """Birth dates on both sides of the birthdays and cut-offs that the rules below may name."""
    days = {day_in(on.year - k, on.month, on.day) for k in (3, 6, 7)}
    days |= {day + datetime.timedelta(days=1) for day in days}
    days |= {datetime.date(2012, 8, 31), datetime.date(2012, 9, 1), datetime.date(1950, 1, 1)}
    days |= {datetime.date(2013, 8, 31), datetime.date(2013, 9, 1)}
    return tuple(pendulum.date(d.year, d.month, d.day) for d in sorted(days))


QUESTION = r.Question("sense", Text("如何理解？", "In the wider sense?"))
NEED = r.Question("need", Text("须读到几年级？", "Up to which grade?"), r.Answers.WHOLE)
BEYOND = 99  # more than any grade below: only an answer nobody has given may be that
POOLS: Mapping[str, tuple[Any, ...]] = {
    "registered": (False, True),
    "boarding": (False, True),
    "orphan": (False, True),
    "hukou": tuple(Hukou),
    "hardship": tuple(Hardship),
    "grade": (1, 2, 3, 4, 9, 10),
    "birth_date": (),
    "tuition": tuple(
        map(Decimal, ("0", "0.01", "299.99", "300", "300.01", "500", "500.01", "1000", "80000.50"))
    ),
    "home_county": ("360704", "360721", "360781", "360799", "451025", "990121", "110101"),
    "sense": (False, True),
    "need": (0, 1, 2, 3, 4, 5, 9, 10, BEYOND),
}


def names_in(node: Any) -> set[str]:
    """The facts and questions a rule speaks of."""
    if isinstance(node, tuple):
        return {name for part in node for name in names_in(part)}
    if isinstance(node, r.Question) or hasattr(node, "spec"):
        return {node.name}
    if attrs.has(type(node)) and not isinstance(node, Text | Territory):
        return {n for f in attrs.fields(type(node)) for n in names_in(getattr(node, f.name))}
    return set()


# ── rules at random ───────────────────────────────────────────────────────────────────────────────────────────────

PLACES = (
    Territory(Text("甲", "A"), ("3607",)),
    Territory(Text("乙", "B"), ("360704", "4510")),
    Territory(Text("丙", "C"), ("360781", "99")),
)
STANDARDS = (
    r.Standard(
        "dated",
        Text("标准", "standard"),
        (r.Since(Term.autumn(2018), 300), r.Since(Term.spring(2019), student.tuition)),
    ),
    r.Standard(
        "later",
        Text("标准", "standard"),
        (r.Since(pendulum.date(2019, 2, 28), r.Table(student.hukou, {Hukou.RURAL: 500})),),
    ),
)


AVERAGED = r.Standard(
    "averaged",
    Text("平均标准", "standard"),
    (r.Since(Term.autumn(2018), 300), r.Since(Term.spring(2019), 800, average=True)),
)


def some_of(values: tuple[Any, ...], most: int = 2) -> st.SearchStrategy[list[Any]]:
    return st.lists(st.sampled_from(values), min_size=1, max_size=most, unique=True)


TESTS: Mapping[str, st.SearchStrategy[Any]] = {
    "registered": st.just(student.registered),
    "boarding": st.just(student.boarding),
    "orphan": st.just(student.orphan),
    "sense": st.just(QUESTION),
    "hukou": some_of(tuple(Hukou)).map(lambda v: r.Is(student.hukou, *v)),
    "hardship": some_of(tuple(Hardship), 3).map(lambda v: r.Is(student.hardship, *v)),
    "grade": st.sampled_from(
        (
            r.AtLeast(student.grade, 2),
            r.AtMost(student.grade, 3),
            r.Between(student.grade, 2, 3),
            r.AtLeast(student.grade, 1),
            r.AtLeast(student.grade, NEED),
            r.AtLeast(student.grade, NEED),
        )
    ),
    "birth_date": st.sampled_from(
        (
            r.Aged(student.birth_date, 3, 6),
            r.Aged(student.birth_date, None, 2),
            r.Aged(student.birth_date, 6, None),
            r.AtMost(student.birth_date, r.DayOf(8, 31, r.ThisSchoolYear(-6))),
            r.AtLeast(student.birth_date, r.YearsAgo(3)),
        )
    ),
    "tuition": st.sampled_from(
        (
            r.AtMost(student.tuition, 300),
            r.AtLeast(student.tuition, 500),
            r.AtMost(student.tuition, 0),
        )
    ),
    "home_county": st.sampled_from([r.Within(student.home_county, p) for p in PLACES]),
}
PERIODS = st.sampled_from(
    (
        r.During(since=Term.spring(2019)),
        r.During(until=pendulum.date(2019, 2, 28)),
        r.InMonths(7, 12),
        r.InMonths(9, 2),
        r.InMonths(2, 2),
    )
)
FLAGS = ("registered", "boarding", "orphan")


@st.composite
def conditions(draw: st.DrawFn, names: tuple[str, ...], depth: int = 2) -> Any:
    kinds = (
        ["test"] if depth == 0 else ["test", "all", "any", "any", "all", "not", "given", "named"]
    )
    kind = draw(st.sampled_from(kinds))
    inner = conditions(names, depth - 1) if depth else None
    if kind == "test" or inner is None:
        return draw(st.one_of(*[TESTS[name] for name in names], PERIODS))
    if kind in {"all", "any"}:
        parts = draw(st.lists(inner, min_size=1, max_size=3))
        return (r.AllOf if kind == "all" else r.AnyOf)(*parts)
    if kind == "not":
        return r.Not(draw(inner))
    own = [name for name in names if name in FLAGS]
    if kind == "given" and own:
        fact = getattr(student, draw(st.sampled_from(own)))
        return r.Given(fact, draw(inner)) if draw(st.booleans()) else r.Given(fact)
    return r.Named(Text("某", "some"), draw(inner))


FIXED: st.SearchStrategy[Any] = st.sampled_from((0, 300, 500, Decimal("299.99"), 1000))
TIMES: st.SearchStrategy[Any] = st.sampled_from((0, 1, 2, Decimal("0.3"), Decimal("1.5")))


@st.composite
def expressions(draw: st.DrawFn, names: tuple[str, ...], depth: int = 2) -> Any:
    kinds = ["const", "fact"]
    if depth:
        kinds = ["cases"] * 3 + [
            "plus",
            "times",
            "least",
            "greatest",
            "rounded",
            "standard",
            "fact",
        ]
        kinds += ["table"] * 2 if "hukou" in names else []
    kind = draw(st.sampled_from(kinds))
    inner: st.SearchStrategy[Any] = expressions(names, depth - 1) if depth else FIXED
    several = st.lists(inner, min_size=1, max_size=2)
    match kind:
        case "plus":
            return r.Plus(*draw(several))
        case "least":
            return r.Least(*draw(several))
        case "greatest":
            return r.Greatest(*draw(several))
        case "times":
            return r.Times(draw(numbers(names)), draw(inner))
        case "table":
            labels = draw(some_of(tuple(Hukou), 3))
            rows: dict[Hukou, Any] = {label: draw(inner) for label in labels}
            return r.Table(student.hukou, rows)
        case "cases":
            cases = draw(st.lists(st.tuples(conditions(names, 1), inner), min_size=1, max_size=2))
            return r.Cases(*cases, otherwise=draw(st.none() | inner))
        case "rounded":
            step = draw(st.sampled_from((Decimal(1), Decimal(100), Decimal("0.10"))))
            return r.Rounded(draw(inner), step)
        case "standard":
            standard = draw(st.sampled_from(STANDARDS))
            return draw(
                st.sampled_from((r.AtStandard(standard), r.Printed(draw(inner), standard=standard)))
            )
        case "fact" if "tuition" in names:
            return student.tuition
        case _:
            return r.as_expr(draw(FIXED))


@st.composite
def numbers(draw: st.DrawFn, names: tuple[str, ...]) -> Any:
    choices: list[st.SearchStrategy[Any]] = [
        TIMES,
        st.builds(r.Cases, st.tuples(conditions(names, 1), TIMES), otherwise=TIMES),
    ]
    if "grade" in names:
        choices.append(st.just(student.grade))
    return draw(st.one_of(*choices))


def discretion(low: r.Expr, high: r.Expr) -> b.Discretionary:
    """What an office decides between two amounts; of two printed figures the lower stands first."""
    turned = isinstance(low, r.Const) and isinstance(high, r.Const) and low.value > high.value
    return b.Discretionary(high, low) if turned else b.Discretionary(low, high)


@st.composite
def amounts(draw: st.DrawFn, names: tuple[str, ...]) -> Any:
    expr = expressions(names)
    return draw(
        st.one_of(
            st.builds(b.Fixed, expr),
            st.builds(b.Floor, expr),
            st.builds(b.Ceiling, expr),
            st.builds(b.Average, expr),
            st.builds(b.Average, expr, expr, expr),
            st.builds(discretion, expr, expr),
            st.builds(b.Unstated, st.sampled_from((None, *STANDARDS, AVERAGED))),
            st.builds(
                b.Fixed,
                st.sampled_from(
                    (
                        r.AtStandard(AVERAGED),
                        r.Printed(500, standard=AVERAGED),
                        r.Printed(900, standard=AVERAGED),
                    )
                ),
            ),
            st.just(b.InKind(Text("物", "goods"))),
        )
    )


class Trial(NamedTuple):
    """A rule, a student of whom something is known, a day and a reading."""

    benefit: b.Benefit
    facts: Mapping[str, Any]
    on: pendulum.Date
    reading: Reading


NAMES = st.lists(st.sampled_from(sorted(TESTS)), min_size=1, max_size=3, unique=True).map(tuple)


@st.composite
def places(draw: st.DrawFn) -> Any:
    parts = [r.Within(student.home_county, place) for place in draw(some_of(PLACES))]
    return draw(st.sampled_from((r.AllOf, r.AnyOf)))(*parts)


def pool(name: str, on: datetime.date) -> tuple[Any, ...]:
    return births(on) if name == "birth_date" else POOLS[name]


def benefit(when: Any, amount: Any, place: Any = None) -> b.Benefit:
    return b.Benefit(
        id="ZZ-1",
        title=Text("某项", "something"),
        subject=Student,
        place=r.Within(student.school_county, PLACES[0]) if place is None else place,
        when=when,
        amount=amount,
        per=b.Per.ONCE,
    )


@st.composite
def trials(draw: st.DrawFn, *, amount: bool) -> Trial:
    names = draw(NAMES)
    on = draw(st.sampled_from(ON))
    rule = benefit(
        draw(conditions(names)) if not amount else student.disabled,
        draw(amounts(names)) if amount else b.Unstated(),
        None if amount else draw(st.none() | places()),
    )
    facts = {
        name: draw(
            st.none()
            | st.none()
            | st.sampled_from([value for value in pool(name, on) if value != BEYOND])
        )
        for name in sorted(names_in((rule.when, rule.amount, rule.place)) & set(POOLS))
    }
    fixed = {"school_county": "360781", "disabled": True}
    return Trial(rule, {**facts, **fixed}, on, draw(st.sampled_from(Reading)))


# ── the comparison ────────────────────────────────────────────────────────────────────────────────────────────────


def finding(trial: Trial) -> Finding:
    policy = Policy(
        id="zz",
        version="1",
        title=Text("试验", "trial"),
        life=Span(pendulum.date(2000, 1, 1)),
        questions=(QUESTION, NEED),
        measures=(
            Measure(
                id="ZZ-1",
                kind=ClauseKind.ENTITLEMENT,
                at="1",
                title=Text("一", "1"),
                effects=(trial.benefit,),
            ),
        ),
    )
    known = {name: value for name, value in trial.facts.items() if value is not None}
    answers: dict[str, bool | int] = {
        name: known.pop(name) for name in (QUESTION.name, NEED.name) if name in known
    }
    ready = prepare(policy, Student, on=trial.on, reading=trial.reading, answers=answers)
    (found,) = ready.findings(Student("S-0001", **known))
    return found


def worlds(trial: Trial) -> Iterator[World]:
    """Every completion."""
    choices = [
        (value,) if value is not None else pool(name, trial.on)
        for name, value in trial.facts.items()
    ]
    known = frozenset(name for name, value in trial.facts.items() if value is not None)
    for values in itertools.product(*choices):
        facts = dict(zip(trial.facts, values, strict=True))
        yield World(facts, known, trial.on, trial.reading is Reading.IN_FORCE)


def deciding(answers: list[tuple[World, Any]], unknown: set[str]) -> tuple[str, ...]:
    """The unknown facts such that two completions that differ in nothing else have different answers."""
    found = set()
    for name in unknown:
        groups: dict[tuple[Any, ...], set[Any]] = {}
        for world, answer in answers:
            rest = tuple(value for other, value in world.facts.items() if other != name)
            groups.setdefault(rest, set()).add(answer)
        if any(len(group) > 1 for group in groups.values()):
            found.add(name)
    return tuple(sorted(found))


def outcome_of(here: set[bool], due: set[bool]) -> Outcome:
    if here == {False}:
        return Outcome.NOT_APPLICABLE
    if due == {False}:
        return Outcome.NOT_ENTITLED
    return Outcome.ENTITLED if due == {True} else Outcome.UNDETERMINED


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(trials(amount=False))
def test_outcome_and_missing_facts_are_those_of_all_completions(trial: Trial) -> None:
    found = finding(trial)
    rule = trial.benefit
    here = [(world, holds(rule.place, world)) for world in worlds(trial)]
    due = [(world, at and holds(rule.when, world)) for world, at in here]
    expected = outcome_of({at for _, at in here}, {is_due for _, is_due in due})
    event(expected.value)
    assert found.outcome is expected
    unknown = {name for name, value in trial.facts.items() if value is None}
    wanted = deciding(due, unknown) if expected is Outcome.UNDETERMINED else ()
    assert found.missing == wanted


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(trials(amount=True))
def test_every_completions_amount_lies_in_the_bounds_that_hang_on_what_is_listed(
    trial: Trial,
) -> None:
    found = finding(trial)
    assert found.outcome is Outcome.ENTITLED
    answers = [(world, figures(trial.benefit.amount, world)) for world in worlds(trial)]
    for _, figure in answers:
        if found.lower is not None and figure.lower is not None:
            assert found.lower <= to_the_fen(figure.lower)  # type: ignore[operator]
        if found.upper is not None and figure.upper is not None:
            assert to_the_fen(figure.upper) <= found.upper  # type: ignore[operator]
        if found.average is not None and figure.average is not None:
            assert to_the_fen(figure.average) == found.average
    unknown = {name for name, value in trial.facts.items() if value is None}
    # a label that a table does not list has no part in what the bounds hang on
    hang_on = deciding([(w, f) for w, f in answers if f.listed], unknown)
    if unknown & set(numbers_in(trial.benefit.amount)):
        # an unknown number has no bounds, even where every number would make the same
        event("with an unknown number")
        assert set(hang_on) <= set(found.amount_missing) <= unknown
    else:
        event(f"hang on {len(hang_on)}")
        assert found.amount_missing == hang_on
        assert (found.lower, found.upper) == hull([figure for _, figure in answers])


def numbers_in(node: Any) -> Iterator[str]:
    """The facts whose value goes into an amount, standards included."""
    if isinstance(node, Money | Whole):
        yield node.name
    elif isinstance(node, r.Standard):
        yield from numbers_in(tuple(row.value for row in node.rows))
    elif isinstance(node, tuple):
        for part in node:
            yield from numbers_in(part)
    elif attrs.has(type(node)) and not isinstance(node, r.Between):
        for field in attrs.fields(type(node)):
            yield from numbers_in(getattr(node, field.name))


def hull(cases: list[Figures]) -> tuple[Decimal | None, Decimal | None]:
    """The bounds of all listed cases; none where one of them has none."""
    lows = [case.lower for case in cases if case.listed]
    highs = [case.upper for case in cases if case.listed]
    return (
        None if not lows or None in lows else to_the_fen(min(n for n in lows if n is not None)),
        None if not highs or None in highs else to_the_fen(max(n for n in highs if n is not None)),
    )


def test_a_number_hangs_together_with_an_answer_not_given_inside_any_of_its_classes() -> None:
    """Second grade and up is one class of the first condition; an answer may still lie inside it."""
    reaches = r.Cases((r.AtLeast(student.grade, NEED), 300), (student.orphan, 0))
    amount = b.Fixed(r.Cases((r.AtLeast(student.grade, 2), reaches)))
    facts = {"grade": None, "need": None, "orphan": None, "school_county": "360781"}
    trial = Trial(
        benefit(student.disabled, amount), {**facts, "disabled": True}, ON[0], Reading.AS_WRITTEN
    )
    answers = [(world, figures(amount, world)) for world in worlds(trial)]
    listed = [(world, figure) for world, figure in answers if figure.listed]
    assert finding(trial).amount_missing == deciding(listed, set(facts)) == ("grade", "need")


def test_a_number_asked_for_may_bound_one_fact_only() -> None:
    """Two facts bounded by one open number are not told apart from two numbers, so the rule is refused."""
    when = r.AllOf(r.AtLeast(student.grade, NEED), r.Not(r.AtLeast(student.school_days, NEED)))
    with pytest.raises(RuleError, match="to bound one fact only"):
        benefit(when, b.Unstated())


def test_an_average_between_bounds_is_no_known_average() -> None:
    amount = b.Average(r.Greatest(2000, student.tuition))
    facts = {"tuition": None, "school_county": "360781", "disabled": True}
    found = finding(Trial(benefit(student.disabled, amount), facts, ON[0], Reading.AS_WRITTEN))
    assert found.average is None
    assert found.amount_missing == ("tuition",)
