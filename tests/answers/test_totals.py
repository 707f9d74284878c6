"""What many answers come to: heads, money as an interval, and the facts that answers wait for."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import pendulum
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiaoyu_fupin import (
    Basis,
    Bounds,
    Finding,
    Outcome,
    Per,
    Prepared,
    Student,
    assess_frame,
    policy,
    prepare,
    testing,
)
from jiaoyu_fupin.answers.totals import Needed, Total, needed, totals
from jiaoyu_fupin.people.fact import Kind, specs
from jiaoyu_fupin.values.label import Label

GANZHOU = policy("ganzhou-2015")
ON = pendulum.date(2016, 9, 1)
READY = prepare(GANZHOU, Student, on=ON)
RUIJIN = {"school_county": "360781", "home_county": "360781", "ownership": "public"}
TYPES: dict[Kind, Any] = {
    Kind.FLAG: pl.Boolean,
    Kind.WHOLE: pl.Int64,
    Kind.MONEY: pl.Decimal(20, 2),
    Kind.DATE: pl.Date,
}


def wide(*rows: dict[str, Any], ready: Prepared = READY) -> pl.DataFrame:
    """The answers for some rows, of whom only these facts are known."""
    names = ("student_id", *ready.asked)
    schema = {name: TYPES.get(specs(Student)[name].kind, pl.String) for name in names}
    data = [{"student_id": f"S-{k}", **row} for k, row in enumerate(rows)]
    frame = pl.DataFrame(data, schema=schema)
    on = ready.setting.on
    answers: pl.DataFrame = assess_frame(frame, ready.policy, subject=Student, on=on, masks=True)
    return answers


def total(benefit: str, *rows: dict[str, Any]) -> Total:
    (found,) = (t for t in totals(wide(*rows), READY) if t.benefit == benefit)
    return found


BOARDER = {**RUIJIN, "stage": "primary", "boarding": True}


def test_heads_and_money_of_a_fixed_amount() -> None:
    """500 yuan a head: two entitled; one undetermined adds from nothing to 500."""
    rows = [
        {**BOARDER, "registered": True},
        {**BOARDER, "registered": True},
        {**BOARDER},
        {**BOARDER, "registered": False},
        {**BOARDER, "school_county": "361002"},
    ]
    assert total("GZ-5b", *rows) == Total(
        benefit="GZ-5b",
        per=Per.SCHOOL_YEAR,
        basis=Basis.FIXED,
        entitled=2,
        undetermined=1,
        not_entitled=1,
        not_applicable=1,
        lower=Decimal("1000.00"),
        upper=Decimal("1500.00"),
    )


def test_amounts_are_exact_to_the_fen() -> None:
    """Three times 0.10, and 0.01: what floats make of it is another number."""
    fees = [Decimal("0.10")] * 3 + [Decimal("0.01")]
    rows = [{**RUIJIN, "stage": "primary", "tuition": fee, "misc_fee": Decimal(0)} for fee in fees]
    found = total("GZ-5a/fees", *rows)
    assert (str(found.lower), str(found.upper)) == ("0.31", "0.31")


@pytest.mark.parametrize(
    ("last", "upper"),
    [
        ({"stage": "primary"}, None),  # entitled to a fee nobody knows
        ({"stage": None}, None),  # perhaps entitled to one
        ({"stage": "senior"}, Decimal("900.00")),  # not counted
    ],
    ids=["entitled", "undetermined", "not entitled"],
)
def test_one_unknown_bound_of_a_counted_head_leaves_the_total_without_one(
    last: dict[str, Any], upper: Decimal | None
) -> None:
    fees = {"tuition": Decimal(900), "misc_fee": Decimal(0)}
    found = total("GZ-5a/fees", {**RUIJIN, "stage": "primary", **fees}, {**RUIJIN, **last})
    assert (found.lower, found.upper) == (Decimal("900.00"), upper)


def test_up_to_adds_from_nothing() -> None:
    """Two loans of up to 8000."""
    rows = [
        {
            **RUIJIN,
            "stage": "undergraduate",
            "full_time": True,
            "admitted_year": 2015,
            "poor_village": True,
            "registered": True,
        }
    ] * 2
    found = total("GZ-8b/loan", *rows)
    assert (found.lower, found.upper) == (Decimal("0.00"), Decimal("16000.00"))


def test_an_average_counts_heads_and_stands_apart() -> None:
    """1500 on average: two entitled, two perhaps registered; nobody's own amount is known."""
    senior = {**RUIJIN, "stage": "senior", "full_time": True}
    rows = [{**senior, "registered": True}] * 2 + [senior, {**senior, "hardship": "none"}]
    found = total("GZ-6", *rows)
    assert (found.entitled, found.undetermined) == (2, 2)
    assert found.average == Bounds(Decimal("3000.00"), Decimal("6000.00"))
    assert (found.lower, found.upper) == (Decimal("0.00"), None)
    assert total("GZ-5b", *rows).average is None


def test_goods_and_unstated_amounts_are_counted_not_priced() -> None:
    books = total("GZ-5a/books", {**RUIJIN, "stage": "primary"}, {**RUIJIN, "stage": "junior"})
    assert (books.in_kind, books.unstated, books.lower, books.upper) == (
        2,
        0,
        Decimal("0.00"),
        None,
    )
    fixed = total("GZ-5b", {**BOARDER, "registered": True})
    assert (fixed.in_kind, fixed.unstated) == (0, 0)


def test_nobody_comes_to_nothing() -> None:
    for found in totals(wide(), READY):
        assert (found.entitled, found.undetermined) == (0, 0)
        assert (found.lower, found.upper) == (Decimal(0), Decimal(0))
    assert needed(wide(), READY) == ()


def test_totals_come_in_the_policys_order() -> None:
    assert [t.benefit for t in totals(wide(BOARDER), READY)] == [b.id for b in READY.benefits]


def test_sums_outgrow_64_bits_without_loss() -> None:
    fen = 9 * 10**18 + 7
    frame = wide(*[{**BOARDER, "registered": True}] * 3).with_columns(
        pl.lit(fen, dtype=pl.Int64).alias("upper:GZ-5b")
    )
    (found,) = (t for t in totals(frame, READY) if t.benefit == "GZ-5b")
    assert found.upper == Decimal(3 * fen) / 100


def test_lazy_frames_answer_alike() -> None:
    frame = wide(BOARDER, {**BOARDER, "registered": True})
    assert totals(frame.lazy(), READY) == totals(frame, READY)
    assert needed(frame.lazy(), READY) == needed(frame, READY)


def test_needed_counts_heads_and_answers_most_first() -> None:
    """For the first two, registered decides two answers each; for the third a second fact decides one."""
    known = {
        **BOARDER,
        "hardship": "none",
        "tuition": Decimal(0),
        "misc_fee": Decimal(0),
        "poor_village": True,
        "school_days": 200,
        "school_level": "village",
    }
    third = {**known, "registered": True, "poor_village": None, "school_in_poor_village": False}
    assert needed(wide(known, known, third), READY) == (
        Needed(name="registered", heads=2, answers=4, benefits=("GZ-5a/living", "GZ-5b")),
        Needed(name="poor_village", heads=1, answers=1, benefits=("GZ-5c",)),
    )


def by_hand(benefit: str, findings: Iterable[Finding]) -> tuple[Any, ...]:
    """The same from single findings, in the plainest way."""
    mine = [f for f in findings if f.benefit == benefit]
    due = [f for f in mine if f.outcome is Outcome.ENTITLED]
    counted = due + [f for f in mine if f.outcome is Outcome.UNDETERMINED]
    uppers = [f.upper for f in counted]
    lower = sum((f.lower for f in due if f.lower is not None), Decimal(0))
    upper = None if None in uppers else sum((u for u in uppers if u is not None), Decimal(0))
    return len(due), len(counted) - len(due), lower, upper


def row_of(child: Student) -> dict[str, Any]:
    values = {name: getattr(child, name) for name in READY.asked}
    return {n: v.value if isinstance(v, Label) else v for n, v in values.items()}


@settings(deadline=None, max_examples=15)
@given(children=st.lists(testing.from_policy(GANZHOU, on=ON), max_size=8))
def test_totals_are_the_sums_of_the_findings(children: list[Student]) -> None:
    findings = [finding for child in children for finding in READY.findings(child)]
    waiting = [(f.benefit, n) for f in findings for n in f.missing]
    frame = wide(*map(row_of, children))
    for found in totals(frame, READY):
        summed = (found.entitled, found.undetermined, found.lower, found.upper)
        assert summed == by_hand(found.benefit, findings)
    wanted = needed(frame, READY)
    assert {w.name: w.answers for w in wanted} == {
        name: sum(n == name for _, n in waiting) for _, name in waiting
    }
    assert [w.heads for w in wanted] == sorted((w.heads for w in wanted), reverse=True)
