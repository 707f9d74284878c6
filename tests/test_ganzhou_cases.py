"""Ganzhou's plan against the cases worked out by hand from its text."""

import pytest

from jiaoyu_fupin.people import Student
from jiaoyu_fupin.policies import policy
from policy_cases import CASES, Case, load_cases

GANZHOU = policy("ganzhou-2015")
GANZHOU_CASES = load_cases(CASES / "ganzhou_2015", GANZHOU)


@pytest.mark.parametrize("case", GANZHOU_CASES, ids=lambda case: case.name)
def test_ganzhou_case(case: Case) -> None:
    assert case.found(GANZHOU) == case.expected


def test_every_student_benefit_has_cases_due_not_due_and_undetermined() -> None:
    met = {(e["benefit"], e["outcome"]) for case in GANZHOU_CASES for e in case.expected}
    lacking = {
        (benefit.id, outcome)
        for benefit in GANZHOU.benefits(Student)
        for outcome in ("entitled", "not_entitled", "undetermined")
    } - met
    assert not lacking
