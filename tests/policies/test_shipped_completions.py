"""The shipped benefits against the definition: what is unknown is filled in, in every way, and one looks what comes out.

Ganzhou's students have an oracle of their own; here are all the others, read by the naive reading of their rules.
"""

import datetime
import itertools
from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

import jiaoyu_fupin as jf
from jiaoyu_fupin.people import key_of
from jiaoyu_fupin.people.fact import Kind
from jiaoyu_fupin.rules.ast import Answers, Given, Question, handles_in, nodes_in
from support.naive_rules import World, holds

ON = datetime.date(2020, 9, 1)
NATIONAL_DAYS = (
    datetime.date(2010, 9, 1),  # the grants' scope of 2007, textbooks for some
    datetime.date(2012, 9, 1),  # the old scope for year two, the new one for year one
    ON,
    datetime.date(2025, 3, 1),  # year three joins
    datetime.date(2025, 9, 1),  # the last year of kindergarten is free
)
UNHEARD_OF = (
    99  # more years than anyone below has taught: only an answer nobody has given may be that
)
POOLS: Mapping[str, tuple[Any, ...]] = {
    # a poor county, one of Guangxi that is not listed, one of the eleven, another of Ganzhou, one elsewhere
    "school_county": ("450123", "450102", "360721", "360702", "110101"),
    "home_county": ("450123", "360702", "110101"),
    # the grades that vocational rules tell apart
    "grade": (1, 2, 3, 4),
    "home_township": ("340422104", "340422105"),
    "service_years": (0, 1, 2, 3),
    "required_service_years": (0, 1, 3, UNHEARD_OF),
    "inclusive_class_pupils": (0, 1, 2),
    # fifty to the day before fifty-one, and fifty-one to the day
    "birth_date": (datetime.date(1969, 9, 2), datetime.date(1969, 9, 1), datetime.date(1990, 1, 1)),
}
BENEFITS = [
    (plan, benefit)
    for plan in map(jf.policy, jf.policy_ids())
    for benefit in plan.benefits()
    if not (plan.id == "ganzhou-2015" and benefit.subject is jf.Student)
]


def pools(rule: object) -> dict[str, tuple[Any, ...]]:
    """The values of each fact and question of a rule, on both sides of every test."""
    found: dict[str, tuple[Any, ...]] = {}
    for fact in handles_in(rule):
        labels: tuple[Any, ...] = tuple(fact.spec.labels or ())
        found[fact.name] = (
            (False, True) if fact.spec.kind is Kind.FLAG else labels or POOLS[fact.name]
        )
    for node in nodes_in(rule):
        if isinstance(node, Question):
            found[node.name] = (False, True) if node.takes is Answers.YES_NO else POOLS[node.name]
    return found


def never_asked(rule: object) -> set[str]:
    """The facts that only count where they are known: what they would be in a completion is nobody's question."""
    met = Counter(handle.name for handle in handles_in(rule))
    given_only = Counter(node.fact.name for node in nodes_in(rule) if isinstance(node, Given))
    return {name for name, times in met.items() if times == given_only[name]}


def days(plan: jf.Policy, benefit: jf.Benefit) -> tuple[datetime.date, ...]:
    """The days to ask of: for the nation's benefits several that fall into their life."""
    life = plan.life_of(benefit)
    covered = (
        day for day in NATIONAL_DAYS if life.since <= day <= (life.until or datetime.date.max)
    )
    return tuple(covered) if plan.id == "national" else (ON,)


@pytest.mark.parametrize(("plan", "benefit"), BENEFITS, ids=[benefit.id for _, benefit in BENEFITS])
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_outcome_and_missing_are_those_of_all_completions(
    plan: jf.Policy, benefit: jf.Benefit, data: st.DataObject
) -> None:
    values = pools((benefit.place, benefit.when))
    told = {
        name: data.draw(st.none() | st.sampled_from([v for v in pool if v != UNHEARD_OF]), name)
        for name, pool in values.items()
    }
    known = {name: value for name, value in told.items() if value is not None}
    asked = {question.name for question in plan.questions}
    facts = {name: value for name, value in known.items() if name not in asked}
    kind: Any = benefit.subject
    own = {fact.name for fact in plan.facts}
    subject = kind(
        **{key_of(kind): "S-0001"},
        **{name: value for name, value in facts.items() if name not in own},
        extra={name: value for name, value in facts.items() if name in own},
    )
    answers = {name: value for name, value in known.items() if name in asked}
    on = data.draw(st.sampled_from(days(plan, benefit)), "on")
    found = jf.assess(subject, plan, on=on, answers=answers)[benefit.id]

    unasked = never_asked((benefit.place, benefit.when))
    worlds = {
        filled: World(dict(zip(values, filled, strict=True)), frozenset(known), on, in_force=False)
        for filled in itertools.product(
            *(
                (known.get(name),) if name in known or name in unasked else pool
                for name, pool in values.items()
            )
        )
    }
    here = {filled: holds(benefit.place, world) for filled, world in worlds.items()}
    due = {f: here[f] and holds(benefit.when, world) for f, world in worlds.items()}
    if not any(here.values()):
        expected = "not_applicable"
    elif not any(due.values()):
        expected = "not_entitled"
    else:
        expected = "entitled" if all(due.values()) else "undetermined"
    event(expected)
    assert found.outcome.value == expected

    wanted = set()
    if expected == "undetermined":
        for place, name in enumerate(values):
            rest = {(f[:place] + f[place + 1 :], is_due) for f, is_due in due.items()}
            if len(rest) > len({others for others, _ in rest}):
                wanted.add(name)
    assert found.missing == tuple(sorted(wanted))
