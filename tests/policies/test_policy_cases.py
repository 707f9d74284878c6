"""The plans against the cases worked out by hand from their texts."""

from importlib import import_module

import pytest

from jiaoyu_fupin.clauses.policy import Policy
from jiaoyu_fupin.policies import policy
from support.policy_cases import CASES, Case, load_cases

MODULES = import_module("jiaoyu_fupin.policies").REGISTRY
WORKED_OUT = [
    (plan, case)
    for id_, module in MODULES.items()
    for plan in [policy(id_)]
    for case in load_cases(CASES / module, plan)
]


@pytest.mark.parametrize(
    ("plan", "case"), WORKED_OUT, ids=[f"{plan.id}: {case.name.en}" for plan, case in WORKED_OUT]
)
def test_case(plan: Policy, case: Case) -> None:
    assert case.found(plan) == case.expected


@pytest.mark.parametrize("id_", MODULES)
def test_every_benefit_has_cases_due_not_due_and_undetermined(id_: str) -> None:
    met = {
        (expected["benefit"], expected["outcome"])
        for plan, case in WORKED_OUT
        if plan.id == id_
        for expected in case.expected
    }
    lacking = {
        (benefit.id, outcome)
        for benefit in policy(id_).benefits()
        for outcome in ("entitled", "not_entitled", "undetermined")
    } - met
    assert not lacking
