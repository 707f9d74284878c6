"""What clauses are made of: constructors refuse what cannot be, and each value answers what it promises."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import jiaoyu_fupin as jf
from jiaoyu_fupin.clauses.delivery import Delivery
from jiaoyu_fupin.clauses.indicators import Indicator
from jiaoyu_fupin.clauses.listing import Listing
from jiaoyu_fupin.clauses.marks import (
    ClauseKind,
    Defect,
    DefectKind,
    Document,
    Hedge,
)
from jiaoyu_fupin.clauses.measure import Measure
from jiaoyu_fupin.clauses.obligation import Every, Obligation
from jiaoyu_fupin.clauses.pairing import End, PairingRule, Party
from jiaoyu_fupin.clauses.policy import Policy
from jiaoyu_fupin.clauses.quota import Quota
from jiaoyu_fupin.clauses.tally import Part, Tally
from jiaoyu_fupin.clauses.target import (
    Budget,
    Count,
    Coverage,
    Judgement,
    Ledger,
    Rate,
    Scope,
    Target,
)
from jiaoyu_fupin.clauses.units import Unit
from jiaoyu_fupin.policies.guangxi_2016 import POLICY as GUANGXI
from jiaoyu_fupin.policies.guangxi_2016.labels import AssistancePlan, Precision
from jiaoyu_fupin.policies.guangxi_2016.units import UNITS
from jiaoyu_fupin.values.certainty import Certainty
from jiaoyu_fupin.values.errors import CallError, Code, RuleError
from jiaoyu_fupin.values.spans import Span
from jiaoyu_fupin.values.terms import Term
from jiaoyu_fupin.values.text import Text

SOME = Text("某", "some")
PEOPLE = Text("人", "people")
RATE = Rate(Indicator.COMPULSORY_COMPLETION, 90, Scope.POOR_AREAS)


def policy(*measures: Measure, **changes: object) -> Policy:
    given: dict[str, Any] = {"id": "zz", "version": "1", "title": SOME, "life": None}
    return Policy(**given | {"measures": measures} | changes)


def target(**changes: object) -> Target:
    values = {"id": "ZZ-1/x", "title": SOME, "aim": RATE, "since": 2016, "due": 2017}
    return Target(**{**values, **changes})  # type: ignore[arg-type]


def measure(**changes: object) -> Measure:
    values = {"id": "ZZ-1", "kind": ClauseKind.SERVICE, "at": "一", "title": SOME}
    return Measure(**{**values, **changes})  # type: ignore[arg-type]


REFUSED: dict[str, tuple[Callable[[], object], Code, str]] = {
    "a rate above a hundred": (
        lambda: Rate(Indicator.COMPULSORY_COMPLETION, 101, Scope.ALL),
        Code.OUT_OF_RANGE,
        "0 to 100",
    ),
    "a coverage below nothing": (
        lambda: Coverage(SOME, SOME, Ledger.NETWORK, Fraction(-1)),
        Code.OUT_OF_RANGE,
        "0 to 100",
    ),
    "an indicator by its name": (
        lambda: Rate("compulsory_completion", 90, Scope.ALL),  # type: ignore[arg-type]
        Code.WRONG_TYPE,
        "Indicator",
    ),
    "a negative count": (lambda: Count(SOME, -1, PEOPLE), Code.OUT_OF_RANGE, "from 0"),
    "a count that is true": (lambda: Count(SOME, True, PEOPLE), Code.WRONG_TYPE, "int"),
    "a budget of part of a fen": (
        lambda: Budget(SOME, Decimal("0.001")),
        Code.BAD_MONEY,
        "whole fen",
    ),
    "a budget in floats": (lambda: Budget(SOME, 1.5), Code.WRONG_TYPE, "Decimal"),
    "a judgement of nothing": (lambda: Judgement(None), Code.WRONG_TYPE, "Text"),  # type: ignore[arg-type]
    "a target due before it starts": (
        lambda: target(due=2015),
        Code.OUT_OF_RANGE,
        "not before the first, 2016",
    ),
    "a target without an aim": (lambda: target(aim=None), Code.WRONG_TYPE, "aim"),
    "hedges that are text": (lambda: target(hedges="基本"), Code.WRONG_TYPE, "tuple of Hedge"),
    "a pairing without helpers": (
        lambda: PairingRule(
            id="ZZ-1", title=SOME, helpers=(), recipients=(End(party=Party.STUDENT),)
        ),
        Code.REQUIRED,
        "helpers and recipients",
    ),
    "levels of a volunteer": (
        lambda: End(party=Party.SOCIAL_VOLUNTEER, levels=(jf.SchoolLevel.CITY,)),
        Code.CONFLICT,
        "schools only",
    ),
    "an obligation never to be done": (
        lambda: Obligation(id="ZZ-1", title=SOME, every=Every.MONTH, at_least=0),
        Code.OUT_OF_RANGE,
        "one time or more",
    ),
    "a quota upside down": (
        lambda: Quota(id="ZZ-1", title=SOME, unit=PEOPLE, low=2, high=1),
        Code.OUT_OF_RANGE,
        "the lower first",
    ),
    "a delivery counted in nothing": (
        lambda: Delivery(id="ZZ-1", title=SOME, count=3),
        Code.REQUIRED,
        "unit",
    ),
    "a negative delivery": (
        lambda: Delivery(id="ZZ-1", title=SOME, count=-3, unit=PEOPLE),
        Code.OUT_OF_RANGE,
        "from 0",
    ),
    "a negative sum of money": (
        lambda: Delivery(id="ZZ-1", title=SOME, yuan=Decimal(-1)),
        Code.BAD_MONEY,
        "whole fen",
    ),
    "a negative part": (
        lambda: Tally(id="ZZ-1", title=SOME, unit=PEOPLE, total=3, parts=(Part(SOME, -1),)),
        Code.OUT_OF_RANGE,
        "from 0",
    ),
    "a list of nothing": (lambda: Listing(id="ZZ-1", title=SOME, items=()), Code.REQUIRED, "item"),
    "a defect nowhere": (
        lambda: Defect(DefectKind.ELIDED, " ", None, SOME),
        Code.WRONG_TYPE,
        "raw",
    ),
    "a document unsure how sure": (
        lambda: Document("某号", SOME, "A"),  # type: ignore[arg-type]
        Code.WRONG_TYPE,
        "Certainty",
    ),
    "a unit that the policy does not declare": (
        lambda: policy(measure(units=("教育听",)), units=UNITS),
        Code.UNKNOWN_NAME,
        "did you mean 教育厅",
    ),
    "a unit of a policy that declares none": (
        lambda: policy(measure(units=("教育厅",))),
        Code.UNKNOWN_NAME,
        "declares in its units",
    ),
    "one word for two units": (
        lambda: policy(
            measure(), units=(Unit(Text("教育局", "a")), Unit(Text("文教局", "b"), ("教育局",)))
        ),
        Code.DUPLICATE,
        "教育局 and 文教局 both have it",
    ),
    "plans out of two lists": (
        lambda: policy(measure(plan=AssistancePlan.SENIOR), measure(id="ZZ-2", plan=Precision.AID)),
        Code.CONFLICT,
        r"AssistancePlan \(广西八大教育帮扶计划\), Precision \(四个精准\)",
    ),
    "another clause's effect": (
        lambda: measure(effects=(target(id="ZZ-2/x"),)),
        Code.BAD_RULE,
        "effects with the id ZZ-1",
    ),
    "one effect twice": (
        lambda: Policy(
            id="zz",
            version="1",
            title=SOME,
            life=Span(Term.spring(2017).first_day),
            measures=(measure(effects=(target(), target())),),
        ),
        Code.DUPLICATE,
        "each effect once",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_is_refused(name: str) -> None:
    make, code, said = REFUSED[name]
    with pytest.raises(RuleError, match=said) as caught:
        make()
    assert [p.code for p in caught.value.problems] == [code]
    assert all(p.where for p in caught.value.problems)


def test_all_that_is_wrong_is_told() -> None:
    with pytest.raises(RuleError) as caught:
        measure(kind="service", title="某", units=("教育厅",))
    assert [p.expected for p in caught.value.problems] == [
        "expected kind to be ClauseKind",
        "expected title to be Text",
    ]


def test_one_unit_is_known_by_every_way_it_is_printed() -> None:
    pairs = [
        ("教育厅", "自治区教育厅"),
        ("扶贫办", "自治区扶贫办"),
        ("编办", "自治区编办"),
        ("住房城乡建设厅", "自治区住房城乡建设厅"),
    ]
    for short, long in pairs:
        assert GUANGXI.unit_of(short) is GUANGXI.unit_of(long)
    assert GUANGXI.unit_of("各市、县人民政府") is not GUANGXI.unit_of("各县人民政府")
    words = [word for unit in UNITS for word in unit.written]
    assert len(words) == len(set(words))


CLAUSES = Policy(
    id="zz",
    version="1",
    title=SOME,
    life=Span(Term.spring(2017).first_day),
    units=UNITS,
    measures=(
        measure(
            id="ZZ-1",
            units=("自治区教育厅", "财政厅"),
            plan=AssistancePlan.SENIOR,
            precisions=(Precision.AID, Precision.PAIRING),
            effects=(target(),),
        ),
        measure(id="ZZ-2", kind=ClauseKind.PAIRING, units=("财政厅", "教育厅")),
        measure(id="ZZ-3", kind=ClauseKind.PAIRING),
    ),
)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["ZZ-1", "ZZ-2", "ZZ-3"]),
        ({"kind": ClauseKind.PAIRING}, ["ZZ-2", "ZZ-3"]),
        ({"kind": "pairing"}, ["ZZ-2", "ZZ-3"]),
        ({"kind": "结对帮扶"}, ["ZZ-2", "ZZ-3"]),
        ({"unit": "教育厅"}, ["ZZ-1", "ZZ-2"]),
        ({"leads": "教育厅"}, ["ZZ-1"]),
        ({"leads": "财政厅", "kind": "service"}, []),
        ({"plan": "高中阶段教育帮扶计划"}, ["ZZ-1"]),
        ({"precision": "aid"}, ["ZZ-1"]),
        ({"precision": Precision.EMPLOYMENT}, []),
    ],
)
def test_clauses_are_found_by_what_they_are(asked: dict[str, str], found: list[str]) -> None:
    assert [m.id for m in CLAUSES.find(**asked)] == found
    assert CLAUSES.effects(Target) == (target(),)
    assert CLAUSES.effects(Quota) == ()


def test_every_unknown_name_in_a_search_is_told() -> None:
    with pytest.raises(CallError) as caught:
        CLAUSES.find(kind="pairng", unit="教育听", plan="seniors")
    nearest = [
        p.suggestion.split("did you mean ")[1].split(" or ")[0] for p in caught.value.problems
    ]
    assert [n.rstrip("?") for n in nearest] == ["pairing", "senior", "教育厅"]


def tally(total: int | None, *numbers: int | None, whole: bool = True) -> Tally:
    parts = tuple(Part(Text(f"第{k}类", f"kind {k}"), n) for k, n in enumerate(numbers, 1))
    return Tally(id="ZZ-1", title=SOME, unit=PEOPLE, total=total, parts=parts, whole=whole)


@pytest.mark.parametrize(
    ("found", "named", "remainder"),
    [
        (tally(1719, 811, 613, 97), 1521, 198),
        (tally(5120, 2720, 1818, 155), 4693, 427),
        (tally(None, 45, 270), 315, None),
        (tally(10, 4, None), None, None),
        (tally(10), None, None),
        (tally(10, 4, 5, whole=False), 9, None),
        (tally(9, 4, 5), 9, 0),
        (tally(8, 4, 5), 9, -1),
    ],
)
def test_a_tally_tells_what_its_parts_leave(
    found: Tally, named: int | None, remainder: int | None
) -> None:
    assert (found.named, found.remainder) == (named, remainder)


def test_shares_are_of_the_printed_total() -> None:
    assert tally(1719, 975, 368, whole=False).share("第1类") == Fraction(975, 1719)
    assert tally(None, 975).share("kind 1") is None
    assert tally(0, 0).share("kind 1") is None
    assert tally(5, None).share("kind 1") is None
    with pytest.raises(CallError, match="did you mean kind 1"):
        tally(5, 1).share("kind 7")


@settings(deadline=None)
@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=6), st.integers(-(10**6), 10**9))
def test_remainder_and_parts_make_up_the_total(numbers: list[int], more: int) -> None:
    total = max(0, sum(numbers) + more)
    found = tally(total, *numbers)
    assert found.named is not None
    assert found.remainder is not None
    assert found.named + found.remainder == total


def test_what_a_delivery_cost_for_each_it_reached() -> None:
    done = Delivery(id="ZZ-1", title=SOME, yuan=400_000, reached=120, reached_unit=PEOPLE)
    assert done.yuan_each == Fraction(10_000, 3)
    assert Delivery(id="ZZ-1", title=SOME, yuan=Decimal(9)).yuan_each is None
    assert Delivery(id="ZZ-1", title=SOME, reached=0, reached_unit=PEOPLE).yuan_each is None


def test_a_measure_knows_its_lead_unit_and_its_benefits() -> None:
    assert CLAUSES["ZZ-2"].lead == "财政厅"
    assert CLAUSES["ZZ-3"].lead is None
    assert CLAUSES["ZZ-1"].benefits == ()
    assert Hedge.BASICALLY.zh == "基本"
    assert Certainty("K") is Certainty.BACKGROUND
