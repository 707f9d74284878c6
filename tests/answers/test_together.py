"""One subject under several policies: laws on toy policies, and what the answer says in the corners."""

import datetime
import itertools
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Any, NamedTuple

import pendulum
import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

import jiaoyu_fupin as jf
from jiaoyu_fupin.people.fact import FrozenMap
from jiaoyu_fupin.rules import ast as r
from jiaoyu_fupin.rules import benefit as b
from jiaoyu_fupin.rules.facts import own_flag, student
from jiaoyu_fupin.values.spans import Span
from support.naive_rules import World, figures, holds, to_the_fen

ON = datetime.date(2020, 9, 1)
LIFE = Span(pendulum.date(2020, 1, 1))
OVER = Span(pendulum.date(2018, 1, 1), pendulum.date(2019, 12, 31))
ANYWHERE = r.AllOf()
ENTITLED, UNDETERMINED = jf.Outcome.ENTITLED, jf.Outcome.UNDETERMINED
NOT_ENTITLED, NOT_APPLICABLE = jf.Outcome.NOT_ENTITLED, jf.Outcome.NOT_APPLICABLE

grant = partial(b.Benefit, title=jf.Text("补助", "aid"), subject=jf.Student, per=jf.Per.SCHOOL_YEAR)


def toy(id_: str, *benefits: b.Benefit, **more: Any) -> jf.Policy:
    """A policy of these benefits, each a clause of its own."""
    clauses = dict.fromkeys(benefit.clause for benefit in benefits)
    measures = tuple(
        jf.Measure(
            id=clause,
            kind=jf.ClauseKind.ENTITLEMENT,
            at="一",
            title=jf.Text("补助", "aid"),
            effects=tuple(benefit for benefit in benefits if benefit.clause == clause),
        )
        for clause in clauses
    )
    return jf.Policy(
        id=id_, version="1", title=jf.Text(id_, id_), life=LIFE, measures=measures, **more
    )


def one(
    id_: str,
    amount: b.Amount | int,
    when: r.Condition = ANYWHERE,
    carries_out: str | None = None,
    **more: Any,
) -> b.Benefit:
    """A benefit, by default due to everybody."""
    how = b.Fixed(amount) if isinstance(amount, int) else amount
    made: dict[str, Any] = {"place": ANYWHERE, **more}
    return grant(id=id_, when=when, amount=how, carries_out=carries_out, **made)


KID = jf.Student("S-0001")


# ── laws ──────────────────────────────────────────────────────────────────────────────────────────────────────────

POOLS: dict[str, tuple[Any, ...]] = {
    "registered": (False, True),
    "disabled": (False, True),
    "orphan": (False, True),
    "tuition": (Decimal(0), Decimal(700), Decimal("1250.50"), Decimal(90000)),
}
CONDITIONS: tuple[r.Condition, ...] = (
    ANYWHERE,
    r.AnyOf(),
    student.registered,
    student.disabled,
    r.Not(student.registered),
    r.AllOf(student.registered, student.orphan),
    r.AnyOf(student.disabled, student.orphan),
)
AMOUNTS: tuple[b.Amount, ...] = (
    b.Fixed(500),
    b.Fixed(1500),
    b.Fixed(student.tuition),
    b.Fixed(r.Least(student.tuition, 1000)),
    b.Fixed(r.Cases((student.disabled, 2000), otherwise=800)),
    b.Floor(1200),
    b.Ceiling(900),
    b.Ceiling(8000),
    b.Discretionary(0, student.tuition),
    b.Discretionary(300, 1600),
    b.Average(1700),
    b.Average(1400, 1000, 2000),
    b.Unstated(),
    b.InKind(jf.Text("课本", "books")),
)
NATION = "AA-1"


@st.composite
def some_policies(draw: st.DrawFn) -> list[jf.Policy]:
    """A nation's policy or none, and one to three that carry its benefit out and top it up."""
    condition, amount = st.sampled_from(CONDITIONS), st.sampled_from(AMOUNTS)
    life = st.sampled_from((None, None, None, OVER))
    made = []
    for place, letters in enumerate(("AA", "BB", "CC", "DD")[: draw(st.integers(2, 4))]):
        higher = NATION if place else None
        shared = one(
            f"{letters}-1", draw(amount), draw(condition), carries_out=higher, life=draw(life)
        )
        own = one(f"{letters}-2", draw(amount), draw(condition))
        made.append(toy(letters.lower(), shared, own))
    return made if draw(st.booleans()) else made[1:]


@st.composite
def some_students(draw: st.DrawFn) -> jf.Student:
    """A student of whom some facts are known."""
    facts: dict[str, Any] = {
        name: draw(st.none() | st.sampled_from(pool)) for name, pool in POOLS.items()
    }
    return jf.Student("S-0001", **facts)


class Truth(NamedTuple):
    """What is due once everything is known, by the naive reading: which benefits grant it and how much it is."""

    due: bool
    stated: bool
    lower: Fraction | None
    upper: Fraction | None
    average: Fraction | None


def completions(child: jf.Student) -> list[dict[str, Any]]:
    """Every way to fill in what is unknown."""
    pools = {
        name: pool if getattr(child, name) is None else (getattr(child, name),)
        for name, pool in POOLS.items()
    }
    return [dict(zip(pools, filled, strict=True)) for filled in itertools.product(*pools.values())]


def truth(benefits: Iterable[b.Benefit], facts: dict[str, Any]) -> Truth:
    """The greatest over the granting benefits; those that state no amount say nothing beside those that do."""
    world = World(facts, frozenset(facts), ON, in_force=False)
    granting = [x for x in benefits if x.life is not OVER and holds(x.when, world)]
    found = [
        (figures(benefit.amount, world), isinstance(benefit.amount, b.Floor))
        for benefit in granting
    ]
    stated = [f for f, _ in found if f.lower is not None or f.upper is not None]
    open_above = any(is_floor for _, is_floor in found)
    return Truth(
        due=bool(granting),
        stated=bool(stated),
        lower=max((f.lower for f in stated if f.lower is not None), default=None),
        upper=None
        if open_above
        else max((f.upper for f in stated if f.upper is not None), default=None),
        average=max((f.average for f, _ in found if f.average is not None), default=None),
    )


def shared_of(policies: Sequence[jf.Policy]) -> dict[str, list[b.Benefit]]:
    """The benefits behind each due."""
    found: dict[str, list[b.Benefit]] = {}
    for policy in policies:
        for benefit in policy.benefits():
            found.setdefault(benefit.carries_out or benefit.id, []).append(benefit)
    return found


laws = settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
students, policies_given = some_students(), some_policies()


@laws
@given(child=students, policies=policies_given)
def test_a_due_is_entitled_just_where_some_policy_grants_it(
    child: jf.Student, policies: list[jf.Policy]
) -> None:
    answer = jf.assess_together(child, policies, on=ON)
    alone = {f.benefit: f for p in policies for f in jf.assess(child, p, on=ON)}
    assert {d.id: [f.benefit for f in d.findings] for d in answer} == {
        id_: [x.id for x in group] for id_, group in shared_of(policies).items()
    }
    for due in answer:
        outcomes = {alone[f.benefit].outcome for f in due.findings}
        event(due.outcome.value)
        assert (due.outcome is ENTITLED) == (ENTITLED in outcomes)
        assert (due.outcome is NOT_APPLICABLE) == (outcomes == {NOT_APPLICABLE})
        assert (due.outcome is NOT_ENTITLED) == (
            NOT_ENTITLED in outcomes and outcomes <= {NOT_ENTITLED, NOT_APPLICABLE}
        )


@laws
@given(child=students, policies=policies_given)
def test_bounds_hold_what_every_completion_comes_to(
    child: jf.Student, policies: list[jf.Policy]
) -> None:
    groups = shared_of(policies)
    worlds = completions(child)
    for due in jf.assess_together(child, policies, on=ON):
        truths = [t for world in worlds if (t := truth(groups[due.id], world)).due]
        if due.outcome is ENTITLED:
            assert len(truths) == len(worlds)
        assert bool(truths) == (due.outcome in {ENTITLED, UNDETERMINED})
        lower, upper = due.bounds.lower, due.bounds.upper
        for found in truths:
            if not found.stated:
                assert (lower, upper) == (None, None)
            if lower is not None:
                assert found.lower is not None
                assert lower <= to_yuan(found.lower)
            if upper is not None:
                assert found.upper is not None
                assert upper >= to_yuan(found.upper)


@laws
@given(child=students, policies=policies_given)
def test_all_facts_known_leave_the_greatest_amount(
    child: jf.Student, policies: list[jf.Policy]
) -> None:
    """With nothing unknown the bounds are not only right but tight."""
    facts = completions(child)[-1]
    groups = shared_of(policies)
    for due in jf.assess_together(jf.Student("S-0001", **facts), policies, on=ON):
        found = truth(groups[due.id], facts)
        assert due.outcome is not UNDETERMINED
        assert due.missing == due.amount_missing == ()
        assert due.bounds == jf.Bounds(to_the_fen(found.lower), to_the_fen(found.upper))
        assert due.average == to_the_fen(found.average)


@laws
@given(child=students, policies=policies_given)
def test_whatever_changes_answer_or_amount_is_named(
    child: jf.Student, policies: list[jf.Policy]
) -> None:
    groups = shared_of(policies)
    worlds = completions(child)
    for due in jf.assess_together(child, policies, on=ON):
        for name, pool in POOLS.items():
            if getattr(child, name) is not None:
                continue
            for world in worlds:
                truths = {truth(groups[due.id], {**world, name: value}) for value in pool}
                if len({t.due for t in truths}) > 1:
                    assert name in due.missing
                if len({t for t in truths if t.due}) > 1:
                    assert name in due.amount_missing


@laws
@given(child=students, policies=policies_given)
def test_nothing_is_missing_where_nothing_is_open(
    child: jf.Student, policies: list[jf.Policy]
) -> None:
    for due in jf.assess_together(child, policies, on=ON):
        assert bool(due.missing) == (due.outcome is UNDETERMINED)
        assert all(getattr(child, name) is None for name in (*due.missing, *due.amount_missing))
        if due.outcome in {NOT_ENTITLED, NOT_APPLICABLE}:
            assert (due.bounds, due.average, due.amount_missing) == (
                jf.Bounds(None, None),
                None,
                (),
            )


@laws
@given(child=students, policies=policies_given)
def test_one_policy_alone_is_answered_as_by_itself(
    child: jf.Student, policies: list[jf.Policy]
) -> None:
    for policy in policies:
        answer = jf.assess_together(child, [policy], on=ON)
        assert answer.assessments == (jf.assess(child, policy, on=ON),)
        for due, finding in zip(answer, answer.assessments[0], strict=True):
            assert due.findings == (finding,)
            assert [
                getattr(due, n)
                for n in ("outcome", "per", "missing", "amount_missing", "bounds", "average")
            ] == [
                getattr(finding, n)
                for n in ("outcome", "per", "missing", "amount_missing", "bounds", "average")
            ]


@laws
@given(child=students, policies=policies_given, data=st.data())
def test_the_order_of_policies_changes_nothing(
    child: jf.Student, policies: list[jf.Policy], data: st.DataObject
) -> None:
    def content(given: Sequence[jf.Policy]) -> tuple[object, ...]:
        answer = jf.assess_together(child, given, on=ON)
        total = answer.total(jf.Per.SCHOOL_YEAR)
        dues = {
            d.id: (d.outcome, d.bounds, d.missing, d.amount_missing, d.average, d.per)
            for d in answer
        }
        return dues, total.bounds, set(total.left_out)

    assert content(data.draw(st.permutations(policies))) == content(policies)


@laws
@given(child=students, policies=policies_given)
def test_totals_hold_what_every_completion_comes_to(
    child: jf.Student, policies: list[jf.Policy]
) -> None:
    """Averages, goods and amounts that nobody states are named, not added."""
    groups = shared_of(policies)
    answer = jf.assess_together(child, policies, on=ON)
    total = answer.total(jf.Per.SCHOOL_YEAR)
    assert set(total.left_out) == {
        d.id
        for d in (*answer.entitled, *answer.undetermined)
        if all(
            f.basis in {jf.Basis.UNSTATED, jf.Basis.IN_KIND}
            or (f.basis is jf.Basis.AVERAGE and f.lower is None)
            for f in d.findings
            if f.outcome is d.outcome
        )
    }
    assert total.bounds.lower is not None
    for world in completions(child):
        truths = {id_: truth(group, world) for id_, group in groups.items()}
        added = [t for id_, t in truths.items() if t.stated and id_ not in total.left_out]
        assert total.bounds.lower <= to_yuan(
            sum((t.lower or Fraction(0) for t in added), Fraction())
        )
        if total.bounds.upper is not None:
            assert all(t.upper is not None for t in added)
            assert total.bounds.upper >= to_yuan(
                sum((t.upper or Fraction(0) for t in added), Fraction())
            )


def to_yuan(amount: Fraction) -> Decimal:
    yuan = to_the_fen(amount)
    assert yuan is not None
    return yuan


# ── corners ───────────────────────────────────────────────────────────────────────────────────────────────────────


def answer_to(*benefits: b.Benefit, child: jf.Student = KID) -> jf.Together:
    """The answer under one policy for each benefit."""
    policies = [toy(f"p{k}", benefit) for k, benefit in enumerate(benefits)]
    return jf.assess_together(child, policies, on=ON)


def test_the_same_money_is_counted_once_and_top_ups_besides() -> None:
    nation = toy("nation", one("AA-1", 1000))
    city = toy("city", one("BB-1", 1000, carries_out="AA-1"), one("BB-2", 500))
    answer = jf.assess_together(KID, [nation, city], on=ON)
    assert [d.id for d in answer] == ["AA-1", "BB-2"]
    total = answer.total(jf.Per.SCHOOL_YEAR)
    assert (total.bounds, total.left_out) == (jf.Bounds(Decimal(1500), Decimal(1500)), ())
    assert answer["BB-1"] is answer["AA-1"]


def test_without_the_nation_a_due_bears_the_name_of_what_is_carried_out() -> None:
    answer = answer_to(one("BB-1", 700, carries_out="AA-1"), one("CC-1", 900, carries_out="AA-1"))
    (due,) = answer
    assert (due.id, due.bounds) == ("AA-1", jf.Bounds(Decimal(900), Decimal(900)))
    assert answer["AA-1"] is answer["BB-1"] is answer["CC-1"]


def test_how_an_amount_is_fixed_is_said_where_the_policies_agree() -> None:
    nation = one("AA-1", 1000)
    alike = answer_to(nation, one("BB-1", 1200, carries_out="AA-1"))
    assert alike["AA-1"].basis is b.Basis.FIXED
    goods = answer_to(nation, one("BB-1", b.InKind(jf.Text("书", "books")), carries_out="AA-1"))
    assert goods["AA-1"].basis is b.Basis.FIXED  # who states no amount does not count beside one
    mixed = answer_to(nation, one("BB-1", b.Floor(800), carries_out="AA-1"))
    assert mixed["AA-1"].basis is None
    refused = answer_to(one("AA-1", 1000, r.Not(ANYWHERE)))
    assert refused["AA-1"].basis is None


def test_policies_made_ready_together_answer_many_as_one_by_one() -> None:
    nation = toy("nation", one("AA-1", 1000, student.registered))
    city = toy("city", one("BB-1", 1000, carries_out="AA-1"), one("BB-2", 500))
    joint = jf.prepare_together([nation, city], jf.Student, on=ON)
    for registered in (True, False, None):
        child = jf.Student("S-0002", registered=registered)
        assert joint.assess(child) == jf.assess_together(child, [nation, city], on=ON)
    explained = [e.benefit.id for e in joint.explain(KID)]
    assert explained == ["AA-1", "BB-1", "BB-2"]
    with pytest.raises(jf.CallError, match="expected one of Student"):
        jf.prepare_together([nation], int, on=ON)  # type: ignore[type-var, arg-type, unused-ignore]


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_what_is_carried_out_by_way_of_a_third_is_the_same_money(order: Sequence[int]) -> None:
    """A town carries out a county's benefit, which carries out the nation's."""
    chain = (
        one("AA-1", 1000),
        one("BB-1", 1200, carries_out="AA-1"),
        one("CC-1", 1200, carries_out="BB-1"),
    )
    answer = answer_to(*(chain[k] for k in order))
    (due,) = answer
    assert due.id == "AA-1"
    assert answer.total(jf.Per.SCHOOL_YEAR).bounds == jf.Bounds(Decimal(1200), Decimal(1200))


AMONG = [
    ((b.Fixed(3000), b.Unstated()), (3000, 3000)),
    ((b.Unstated(), b.Unstated()), (None, None)),
    ((b.Fixed(1500), b.Fixed(2000)), (2000, 2000)),
    ((b.Ceiling(8000), b.Ceiling(12000)), (0, 12000)),
    ((b.Fixed(2000), b.Discretionary(0, 2300)), (2000, 2300)),
    ((b.Floor(1200), b.Fixed(1500)), (1500, None)),
    ((b.Fixed(1500), b.InKind(jf.Text("课本", "books"))), (1500, 1500)),
    ((b.Average(2000), b.Fixed(1500)), (1500, 1500)),
    ((b.Average(2000), b.Average(1500)), (None, None)),
    ((b.Average(2000, 1000, 3000), b.Average(1500)), (1000, 3000)),
]


@pytest.mark.parametrize(("amounts", "bounds"), AMONG, ids=str)
def test_the_amount_that_two_policies_grant(
    amounts: tuple[b.Amount, b.Amount], bounds: tuple[int | None, int | None]
) -> None:
    (due,) = answer_to(one("AA-1", amounts[0]), one("BB-1", amounts[1], carries_out="AA-1"))
    assert (due.bounds.lower, due.bounds.upper) == bounds


REGISTERED, DISABLED = student.registered, student.disabled
OPEN: list[tuple[str, b.Benefit, b.Benefit, dict[str, Any]]] = [
    (
        "another policy may add to what is due",
        one("AA-1", 1000),
        one("BB-1", 1500, REGISTERED, carries_out="AA-1"),
        {
            "outcome": ENTITLED,
            "lower": 1000,
            "upper": 1500,
            "amount_missing": ("registered",),
        },
    ),
    (
        "no fact is asked for that could add nothing",
        one("AA-1", 3000),
        one("BB-1", 3000, REGISTERED, carries_out="AA-1"),
        {"outcome": ENTITLED, "lower": 3000, "upper": 3000},
    ),
    (
        "a policy that states no amount adds none",
        one("AA-1", 3000),
        one("BB-1", b.Unstated(), REGISTERED, carries_out="AA-1"),
        {"outcome": ENTITLED, "lower": 3000, "upper": 3000},
    ),
    (
        "a lower ceiling adds nothing to a higher one",
        one("AA-1", b.Ceiling(8000)),
        one("BB-1", b.Ceiling(6000), REGISTERED, carries_out="AA-1"),
        {"outcome": ENTITLED, "lower": 0, "upper": 8000},
    ),
    (
        "two may grant it",
        one("AA-1", 1000, REGISTERED),
        one("BB-1", 1500, DISABLED, carries_out="AA-1"),
        {
            "outcome": UNDETERMINED,
            "lower": 1000,
            "upper": 1500,
            "missing": ("disabled", "registered"),
            "amount_missing": ("disabled", "registered"),
        },
    ),
    (
        "two may grant the same",
        one("AA-1", 1000, REGISTERED),
        one("BB-1", 1000, DISABLED, carries_out="AA-1"),
        {
            "outcome": UNDETERMINED,
            "lower": 1000,
            "upper": 1000,
            "missing": ("disabled", "registered"),
        },
    ),
    (
        "one of the two that may grant it states no amount",
        one("AA-1", 1000, REGISTERED),
        one("BB-1", b.Unstated(), DISABLED, carries_out="AA-1"),
        {
            "outcome": UNDETERMINED,
            "missing": ("disabled", "registered"),
            "amount_missing": ("disabled", "registered"),
        },
    ),
    (
        "a refusal beside an open question leaves it open",
        one("AA-1", 1000, r.AnyOf()),
        one("BB-1", 1500, DISABLED, carries_out="AA-1"),
        {"outcome": UNDETERMINED, "lower": 1500, "upper": 1500, "missing": ("disabled",)},
    ),
    (
        "a refusal beside a policy that has ended is a refusal",
        one("AA-1", 1000, r.AnyOf()),
        one("BB-1", 1500, carries_out="AA-1", life=OVER),
        {"outcome": NOT_ENTITLED},
    ),
    (
        "what is granted without an amount may still come to one",
        one("AA-1", b.Unstated()),
        one("BB-1", 1500, REGISTERED, carries_out="AA-1"),
        {"outcome": ENTITLED, "amount_missing": ("registered",)},
    ),
    (
        "a low ceiling may add to an amount that is itself open",
        one("AA-1", b.Fixed(r.Cases((DISABLED, 2000), otherwise=800))),
        one("BB-1", b.Ceiling(900), REGISTERED, carries_out="AA-1"),
        {
            "outcome": ENTITLED,
            "lower": 800,
            "upper": 2000,
            "amount_missing": ("disabled", "registered"),
        },
    ),
    (
        "of two averages the higher",
        one("AA-1", b.Average(1500)),
        one("BB-1", b.Average(2000), carries_out="AA-1"),
        {"outcome": ENTITLED, "average": 2000},
    ),
    (
        "averages that may be added to are open",
        one("AA-1", b.Average(1500)),
        one("BB-1", b.Average(2000), REGISTERED, carries_out="AA-1"),
        {"outcome": ENTITLED, "average": 1500, "amount_missing": ("registered",)},
    ),
]


@pytest.mark.parametrize(
    ("nation", "city", "expected"), [x[1:] for x in OPEN], ids=[x[0] for x in OPEN]
)
def test_what_another_policy_may_do_to_a_due(
    nation: b.Benefit, city: b.Benefit, expected: dict[str, Any]
) -> None:
    (due,) = answer_to(nation, city)
    assert {
        "outcome": due.outcome,
        "lower": due.bounds.lower,
        "upper": due.bounds.upper,
        "average": due.average,
        "missing": due.missing,
        "amount_missing": due.amount_missing,
    } == {
        "lower": None,
        "upper": None,
        "average": None,
        "missing": (),
        "amount_missing": (),
        **expected,
    }


def test_totals_keep_periods_apart() -> None:
    answer = answer_to(
        one("AA-1", 1000),
        one("BB-1", 300, REGISTERED),
        one("CC-1", 6000, per=jf.Per.ONCE),
        one("DD-1", b.Average(2000)),
        one("EE-1", b.Unstated(), per=jf.Per.ONCE),
        one("FF-1", 80, r.AnyOf()),
    )
    year, once, month = map(answer.total, (jf.Per.SCHOOL_YEAR, jf.Per.ONCE, jf.Per.MONTH))
    assert (year.bounds, year.left_out) == (jf.Bounds(Decimal(1000), Decimal(1300)), ("DD-1",))
    assert (once.bounds, once.left_out) == (jf.Bounds(Decimal(6000), Decimal(6000)), ("EE-1",))
    assert (month.bounds, month.left_out) == (jf.Bounds(Decimal(0), Decimal(0)), ())
    assert [d.id for d in answer.entitled] == ["AA-1", "CC-1", "DD-1", "EE-1"]
    assert [d.id for d in answer.undetermined] == ["BB-1"]


def test_one_due_without_an_upper_bound_leaves_the_total_without_one() -> None:
    answer = answer_to(one("AA-1", b.Floor(400)), one("BB-1", 100))
    assert answer.total(jf.Per.SCHOOL_YEAR).bounds == jf.Bounds(Decimal(500), None)


def test_facts_answers_and_assumptions_go_to_the_policies_that_know_them() -> None:
    fact = own_flag(jf.Student, "watched", "重点关注户", "of a household on the watch list")
    question = r.Question("private_too", jf.Text("民办学校算不算？", "Do private schools count?"))
    first = toy("first", one("AA-1", 100, fact), facts=(fact,))
    second = toy("second", one("BB-1", 10, question), questions=(question,))
    known = jf.Student("S-0001", extra=FrozenMap({"watched": True}))
    answer = jf.assess_together(known, [first, second], on=ON, answers={"private_too": True})
    assert answer.total(jf.Per.SCHOOL_YEAR).bounds == jf.Bounds(Decimal(110), Decimal(110))
    assumed = jf.assess_together(KID, [second, first], on=ON, assuming={"watched": True})
    assert [(d.id, d.outcome) for d in assumed] == [("BB-1", UNDETERMINED), ("AA-1", ENTITLED)]
    assert [a.assumed for a in assumed.assessments] == [(), ("watched",)]


def test_a_policy_without_benefits_for_the_subject_is_named_as_silent() -> None:
    national, ganzhou = jf.policy("national"), jf.policy("ganzhou-2015")
    answer = jf.assess_together(jf.Teacher("T-0001"), [national, ganzhou], on=ON)
    assert answer.silent == ("national",)
    assert {d.id.partition("-")[0] for d in answer} == {"GZ"}


NATION_TOY = toy("nation", one("AA-1", 1000))
WRONG: dict[str, tuple[Callable[[], object], str]] = {
    "no policy": (lambda: jf.assess_together(KID, [], on=ON), "at least one policy"),
    "a policy twice": (
        lambda: jf.assess_together(KID, [NATION_TOY, NATION_TOY], on=ON),
        "each policy once",
    ),
    "a policy without a list": (
        lambda: jf.assess_together(KID, NATION_TOY, on=ON),  # type: ignore[arg-type]
        "expected several policies",
    ),
    "a policy by its name": (
        lambda: jf.assess_together(KID, ["national"], on=ON),  # type: ignore[list-item]
        "expected a Policy",
    ),
    "a child by its name": (
        lambda: jf.assess_together("S-0001", [NATION_TOY], on=ON),  # type: ignore[arg-type]
        "expected one of",
    ),
    "answers as a list": (
        lambda: jf.assess_together(KID, [NATION_TOY], on=ON, answers=[]),  # type: ignore[arg-type]
        "expected a mapping",
    ),
    "a subject nobody aids": (
        lambda: jf.assess_together(jf.Teacher("T-0001"), [NATION_TOY], on=ON),
        "has benefits for such a subject",
    ),
    "an answer nobody asked for": (
        lambda: jf.assess_together(KID, [NATION_TOY], on=ON, answers={"nothing": True}),
        "nothing",
    ),
    "an assumption nobody knows": (
        lambda: jf.assess_together(KID, [NATION_TOY], on=ON, assuming={"orphn": True}),
        "did you mean orphan",
    ),
    "a fact nobody knows": (
        lambda: jf.assess_together(
            jf.Student("S-0001", extra=FrozenMap({"watched": True})), [NATION_TOY], on=ON
        ),
        "watched",
    ),
    "a due nobody has": (lambda: answer_to(one("AA-1", 1))["AA-2"], "AA-1"),
    "benefits in a circle": (
        lambda: answer_to(one("AA-1", 1, carries_out="BB-1"), one("BB-1", 1, carries_out="AA-1")),
        "no circle",
    ),
    "a benefit that carries itself out": (
        lambda: answer_to(one("AA-1", 1, carries_out="AA-1")),
        "no circle",
    ),
    "a benefit's id that two policies have": (
        lambda: jf.assess_together(
            KID, [toy("x", one("AA-1", 1)), toy("y", one("AA-1", 1))], on=ON
        ),
        "one benefit of this name; x and y mean",
    ),
    "a fact's name that two policies have for different facts": (
        lambda: jf.assess_together(
            KID,
            [
                toy(id_, one(f"{id_}-1", 1), facts=(own_flag(jf.Student, "ferry", zh, "ferry"),))
                for id_, zh in (("AA", "过渡口"), ("BB", "渡口补助"))
            ],
            on=ON,
        ),
        "one fact of this name; AA and BB mean",
    ),
    "a question's name that two policies have for different questions": (
        lambda: jf.assess_together(
            KID,
            [
                toy(
                    id_, one(f"{id_}-1", 1), questions=(r.Question("day_pupils", jf.Text(zh, "?")),)
                )
                for id_, zh in (("AA", "走读生？"), ("BB", "走读生也算？"))
            ],
            on=ON,
        ),
        "one question of this name; AA and BB mean",
    ),
    "benefits of two periods": (
        lambda: answer_to(one("BB-1", 1, carries_out="AA-1", per=jf.Per.TERM), one("AA-1", 1)),
        "school_year",
    ),
}


def test_what_two_policies_declare_alike_is_one() -> None:
    ferry = own_flag(jf.Student, "ferry", "过渡口", "crosses a ferry")
    child = jf.Student("S-0001", extra=FrozenMap({"ferry": True}))
    two = [toy(id_, one(f"{id_}-1", 1, ferry), facts=(ferry,)) for id_ in ("AA", "BB")]
    assert [due.outcome for due in jf.assess_together(child, two, on=ON).dues] == [ENTITLED] * 2


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_call_is_named(name: str) -> None:
    call, said = WRONG[name]
    with pytest.raises(jf.CallError, match=said):
        call()


def test_all_that_is_wrong_with_a_call_is_reported() -> None:
    with pytest.raises(jf.CallError) as caught:
        jf.assess_together(
            KID, [NATION_TOY, NATION_TOY], on=ON, answers={"x": True}, assuming={"y": 1}
        )
    assert len(caught.value.problems) == 3


def test_an_unstated_period_takes_that_of_what_is_carried_out() -> None:
    (due,) = answer_to(
        one("BB-1", b.Unstated(), carries_out="AA-1", per=jf.Per.UNSTATED), one("AA-1", 3000)
    )
    assert (due.per, due.bounds) == (jf.Per.SCHOOL_YEAR, jf.Bounds(Decimal(3000), Decimal(3000)))


def test_policies_may_come_one_by_one() -> None:
    once = jf.assess_together(KID, iter([NATION_TOY]), on=ON)
    assert once == jf.assess_together(KID, [NATION_TOY], on=ON)
