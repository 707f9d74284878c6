"""The rule language carries the rules of a county that nobody has seen, as literals and nothing else."""

import ast
import inspect
from fractions import Fraction

import pytest

from jiaoyu_fupin.rules.benefit import Benefit, Deadline, InKind
from jiaoyu_fupin.values.text import Text
from support import fictional_county
from support.fictional_county import POLICY
from support.policy_cases import CASES, Case, load_cases

COUNTY_CASES = load_cases(CASES / "fictional_county", POLICY)
SOURCE = inspect.getsource(fictional_county)
LOGIC = (
    ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.If, ast.IfExp, ast.For, ast.AsyncFor, ast.While,
    ast.comprehension, ast.Match, ast.Try, ast.With, ast.BoolOp, ast.BinOp, ast.Compare,
)  # fmt: skip


def benefit(part: str) -> Benefit:
    (found,) = (b for b in POLICY.benefits() if b.id == f"WY-2/{part}")
    return found


@pytest.mark.parametrize("case", COUNTY_CASES, ids=lambda case: case.name.en)
def test_county_case(case: Case) -> None:
    assert case.found(POLICY) == case.expected


def test_every_benefit_has_cases_due_and_not_due() -> None:
    met = {(e["benefit"], e["outcome"]) for case in COUNTY_CASES for e in case.expected}
    lacking = {(b.id, o) for b in POLICY.benefits() for o in ("entitled", "not_entitled")} - met
    assert not lacking


def test_every_fact_and_question_of_the_countys_own_is_asked_by_some_case() -> None:
    asked = {
        name
        for case in COUNTY_CASES
        for e in case.expected
        for name in (*e["missing"], *e["amount_missing"])
    }
    own = {fact.name for fact in POLICY.facts} | {question.name for question in POLICY.questions}
    # an empty rating is no question: the derived grounds stand in for it
    assert own - asked == {"rated_poor"}


def test_the_policy_is_short() -> None:
    assert len(SOURCE.splitlines()) < 150


def test_the_policy_holds_literals_and_no_logic() -> None:
    assert not [node for node in ast.walk(ast.parse(SOURCE)) if isinstance(node, LOGIC)]


def test_payers_shares_split_the_allowance() -> None:
    shares = {payer.name.en: payer.share for payer in benefit("living").payers}
    assert shares == {"province": Fraction(3, 5), "county": Fraction(2, 5)}
    assert [1300 * share for share in shares.values()] == [780, 520]


def test_papers_and_deadline_are_carried() -> None:
    degree = benefit("degree")
    assert degree.papers == (
        Text("录取通知书", "letter of admission"),
        Text("户口簿", "household register"),
    )
    assert degree.deadline == Deadline(10, 31)


def test_goods_are_carried() -> None:
    assert benefit("satchel").amount == InKind(Text("书包", "a satchel"))
