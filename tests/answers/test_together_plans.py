"""The nation and the plans together against cases worked out by hand: TOML files an official could read.

A file opens with `[file]`, its name in both languages and its clauses. `[[case]]` tables follow: zh, en, on, policies,
why, reading where it matters, `student` with the known facts, and what is `due` and comes to in `total`. What an
expectation does not mention is empty.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

import jiaoyu_fupin as jf
from support.policy_cases import CASES, read_cases, subject_of

NATIONAL = jf.policy("national")
WORKED_OUT: list[dict[str, Any]] = [
    case for _, case in read_cases(CASES / "together", [jf.policy(id_) for id_ in jf.policy_ids()])
]
_CASE = {"zh", "en", "on", "policies", "why", "reading", "student", "due", "total"}
_DUE = {"id", "outcome", "lower", "upper", "average", "missing", "amount_missing"}
_TOTAL = {"per", "lower", "upper", "left_out"}


def together(case: Mapping[str, Any]) -> jf.Together:
    return jf.assess_together(
        subject_of(jf.Student, case["student"], NATIONAL),
        [jf.policy(id_) for id_ in case["policies"]],
        on=case["on"],
        reading=jf.Reading(case.get("reading", "as-written")),
    )


def yuan(said: Mapping[str, Any], name: str) -> Decimal | None:
    return Decimal(said[name]) if name in said else None


def test_cases_say_nothing_unheard_of() -> None:
    assert len(WORKED_OUT) > 40
    for case in WORKED_OUT:
        assert set(case) <= _CASE
        assert all(set(due) <= _DUE for due in case.get("due", ()))
        assert all(set(total) <= _TOTAL for total in case.get("total", ()))


@pytest.mark.parametrize("case", WORKED_OUT, ids=[case["en"] for case in WORKED_OUT])
def test_what_is_due(case: Mapping[str, Any]) -> None:
    answer = together(case)
    for expected in case.get("due", ()):
        due = answer[expected["id"]]
        assert due.id == expected["id"]
        assert {
            "outcome": due.outcome.value,
            "lower": due.bounds.lower,
            "upper": due.bounds.upper,
            "average": due.average,
            "missing": list(due.missing),
            "amount_missing": list(due.amount_missing),
        } == {
            "outcome": expected["outcome"],
            **{name: yuan(expected, name) for name in ("lower", "upper", "average")},
            **{name: expected.get(name, []) for name in ("missing", "amount_missing")},
        }


@pytest.mark.parametrize("case", WORKED_OUT, ids=[case["en"] for case in WORKED_OUT])
def test_what_it_comes_to(case: Mapping[str, Any]) -> None:
    answer = together(case)
    for expected in case.get("total", ()):
        total = answer.total(jf.Per(expected["per"]))
        assert (total.bounds.lower, total.bounds.upper, sorted(total.left_out)) == (
            yuan(expected, "lower"),
            yuan(expected, "upper"),
            sorted(expected.get("left_out", [])),
        )
