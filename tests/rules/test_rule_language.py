"""Rules that cannot mean anything are refused where they are written."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pendulum
import pytest

from jiaoyu_fupin import Benefit, CallError, Per, RuleError, School, Student, Text
from jiaoyu_fupin.clauses.marks import ClauseKind
from jiaoyu_fupin.clauses.measure import Measure
from jiaoyu_fupin.clauses.policy import Policy
from jiaoyu_fupin.people.labels import Hardship, Stage
from jiaoyu_fupin.policies.ganzhou_2015.places import GANZHOU
from jiaoyu_fupin.rules.ast import (
    Aged,
    AllOf,
    Answers,
    AnyOf,
    AtLeast,
    AtMost,
    AtStandard,
    Between,
    Cases,
    Const,
    DayOf,
    During,
    Equals,
    Given,
    InMonths,
    Is,
    Least,
    Not,
    Plus,
    Printed,
    Question,
    Rounded,
    Since,
    Standard,
    Table,
    ThisYear,
    Times,
    Within,
    YearsAgo,
)
from jiaoyu_fupin.rules.benefit import Average, Deadline, Discretionary, Fixed, Floor, Payer
from jiaoyu_fupin.rules.facts import own_flag, school, student
from jiaoyu_fupin.values.spans import Span
from jiaoyu_fupin.values.terms import Term

WHOLE = Question("how_many", Text("几个？", "How many?"), Answers.WHOLE)
s: Any = student
text: Any = "boarding"

REFUSED: dict[str, Callable[[], object]] = {
    "a rule on who somebody is": lambda: Is(s.id_number, "x"),
    "a question without a name": lambda: Question("", Text("？", "?")),
    "a question with two names": lambda: Question("a;b", Text("？", "?")),
    "a negative figure": lambda: Const(Decimal(-5)),
    "a figure of many decimals": lambda: Const(Decimal(1) / 3),
    "a figure beyond any budget": lambda: Fixed(10**17),
    "a discretion the wrong way round": lambda: Discretionary(500, 100),
    "a standard that ends before it starts": lambda: Since(
        Term.autumn(2016), 5, until=pendulum.date(2010, 1, 1)
    ),
    "a standard since a text": lambda: Since(text, 5),
    "a standard that is none": lambda: AtStandard(text),
    "a printed figure of no standard": lambda: Printed(5, standard=text),
    "a territory as text": lambda: Within(s.school_county, text),
    "an age that is no number": lambda: Aged(s.birth_date, text, 5),
    "a day that is no day": lambda: DayOf(text, 1),
    "years that are no number": lambda: YearsAgo(text),
    "a year of no number": lambda: ThisYear(text),
    "a period of text": lambda: During(text),
    "rounding to a word": lambda: Rounded(5, text),
    "cases that are none": lambda: Cases(s.boarding),
    "a stage compared with a number": lambda: Between(s.stage, 1, 2),
    "a stage compared with a number as a label": lambda: Is(s.stage, 3),
    "a label of another list": lambda: Is(s.stage, Hardship.NONE),
    "no label": lambda: Is(s.stage),
    "one label twice": lambda: Is(s.stage, Stage.PRIMARY, Stage.PRIMARY),
    "labels of a number": lambda: Is(s.grade, Stage.PRIMARY),
    "a flag compared with a number": lambda: AtLeast(s.boarding, 1),
    "a number compared with money": lambda: AtMost(s.grade, Decimal("1.5")),
    "a number compared with yes": lambda: Equals(s.grade, True),
    "money with part of a fen": lambda: AtMost(s.tuition, Decimal("0.001")),
    "a date compared with a number": lambda: AtMost(s.birth_date, 2010),
    "no bound": lambda: Between(s.grade, None, None),
    "bounds the wrong way round": lambda: Between(s.grade, 3, 1),
    "a yes-or-no question as a number": lambda: AtLeast(s.grade, Question("q", Text("？", "?"))),
    "a question as an upper bound": lambda: AtMost(s.grade, WHOLE),
    "a question on how many as a condition": lambda: AllOf(WHOLE),
    "ages of a number": lambda: Aged(s.grade, 3, 6),
    "ages the wrong way round": lambda: Aged(s.birth_date, 6, 3),
    "a territory of a flag": lambda: Within(s.boarding, GANZHOU),
    "a number as a condition": lambda: AnyOf(s.grade),
    "text as a condition": lambda: Not(text),
    "given a label": lambda: Given(s.stage, s.boarding),
    "no period": lambda: During(),
    "a thirteenth month": lambda: InMonths(9, 13),
    "a month by name": lambda: InMonths("July", 12),  # type: ignore[arg-type]
    "a period that ends before it starts": lambda: During(Term.spring(2017), Term.autumn(2016)),
    "years to come": lambda: YearsAgo(-1),
    "a deadline that is no day": lambda: Deadline(13, 45),
    "a payer who takes": lambda: Payer(Text("市", "city"), -1),
    "a day that is not in every year": lambda: DayOf(2, 29),
    "a float as an amount": lambda: Fixed(0.3),  # type: ignore[arg-type]
    "a negative amount": lambda: Fixed(-1),
    "an infinite amount": lambda: Floor(Decimal("Infinity")),
    "yes as an amount": lambda: Plus(True),
    "a sum of nothing": lambda: Plus(),
    "the least of nothing": lambda: Least(),
    "a table of labels of another list": lambda: Table(s.stage, {Hardship.NONE: 1}),
    "a table without rows": lambda: Table(s.stage, {}),
    "a case on a number": lambda: Cases((s.grade, 1)),
    "rounding to nothing": lambda: Rounded(s.tuition, 0),
    "overlapping standards": lambda: Standard(
        "x", Text("某", "x"), (Since(Term.autumn(2016), 1), Since(Term.autumn(2016), 2))
    ),
    "a standard that lasts into the next": lambda: Standard(
        "x",
        Text("某", "x"),
        (Since(Term.autumn(2016), 1, until=pendulum.date(2018, 1, 1)), Since(Term.autumn(2017), 2)),
    ),
    "a standard without rows": lambda: Standard("x", Text("某", "x"), ()),
    "a standard followed to a day before its last row": lambda: Standard(
        "x", Text("某", "x"), (Since(Term.autumn(2016), 1),), known_to=pendulum.date(2016, 8, 31)
    ),
    "an average of another sort than yes or no": lambda: Since(
        Term.autumn(2016),
        1,
        average=1,  # type: ignore[arg-type]
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_rule_that_cannot_be_is_refused(name: str) -> None:
    with pytest.raises(RuleError) as caught:
        REFUSED[name]()
    (problem,) = caught.value.problems
    assert "expected" in problem.expected


def test_the_remedy_for_python_operators_is_told() -> None:
    for use in (
        lambda: s.boarding and s.registered,
        lambda: s.boarding or s.registered,
        lambda: not s.boarding,
        lambda: 1 if Is(s.stage, Stage.PRIMARY) else 2,
        lambda: bool(Question("q", Text("？", "?"))),
        lambda: s.grade >= 3,
        lambda: 1 <= s.grade <= 3,
        lambda: s.boarding & s.registered,
        lambda: ~s.boarding,
        lambda: Stage.PRIMARY in s.stage,
        lambda: s.stage == Stage.PRIMARY,
        lambda: s.stage == Stage.PRIMARY,
        lambda: s.stage != Stage.PRIMARY,
        lambda: s.stage in (Stage.PRIMARY, Stage.JUNIOR),
        lambda: s.boarding == True,  # noqa: E712
        lambda: s.registered == None,  # noqa: E711
        lambda: s.home_county == s.school_county,
        lambda: Fixed(1000 if s.stage == Stage.SENIOR else 500),
        lambda: s.tuition + s.misc_fee,
        lambda: 2 * s.tuition,
    ):
        with pytest.raises(TypeError, match=r"AllOf\(a, b\) for a and b"):
            use()
    with pytest.raises(TypeError, match=r"write Is\(fact, label"):
        assert s.stage in {Stage.PRIMARY, Stage.JUNIOR}


PLACE = Within(student.school_county, GANZHOU)


def benefit(**changes: Any) -> Benefit:
    parts: dict[str, Any] = {
        "id": "ZZ-1",
        "title": Text("某项", "something"),
        "subject": Student,
        "place": PLACE,
        "when": student.boarding,
        "amount": Fixed(1),
        "per": Per.TERM,
    }
    return Benefit(**{**parts, **changes})


WRONG_BENEFITS: dict[str, dict[str, Any]] = {
    "an id of no form": {"id": "living allowance"},
    "facts of another kind of subject": {"when": school.inclusive},
    "an id that is a number": {"id": 1},
    "a title as text": {"title": "某项"},
    "a period as text": {"per": "term"},
    "a place that asks more than places": {"place": AllOf(PLACE, student.boarding)},
    "an amount that is none": {"amount": 5},
    "a whole number as yuan": {"amount": Fixed(student.school_days)},
    "yuan to multiply by": {"amount": Fixed(Times(student.tuition, 2))},
    "shares that do not add up": {"payers": (Payer(Text("市", "city"), "1/3"),)},
}


@pytest.mark.parametrize("name", WRONG_BENEFITS)
def test_a_benefit_that_cannot_be_is_refused(name: str) -> None:
    with pytest.raises(RuleError, match=r"ZZ-1|living allowance|benefit 1"):
        benefit(**WRONG_BENEFITS[name])


def test_a_benefit_names_its_clause() -> None:
    assert benefit(id="GZ-5a/living").clause == "GZ-5a"
    assert benefit(amount=Average(1500, 1000, 2000)).amount.tiers != ()  # type: ignore[union-attr]
    assert benefit(amount=Discretionary(0, student.care_fee)).clause == "ZZ-1"


def measure(id_: str = "ZZ-1", *effects: Benefit) -> Measure:
    return Measure(
        id=id_, kind=ClauseKind.ENTITLEMENT, at="第一条", title=Text("某", "x"), effects=effects
    )


def policy(*measures: Measure, **changes: Any) -> Policy:
    return Policy(
        id="zz",
        version="1",
        title=Text("某办法", "some rules"),
        life=Span(pendulum.date(2016, 1, 1)),
        measures=measures,
        **changes,
    )


def test_a_policy_refuses_what_contradicts_itself() -> None:
    own = own_flag(Student, "herds", "牧户", "of a herding household")
    asks = Question("q", Text("？", "?"))
    for measures, said in (
        ((measure(), measure()), "ZZ-1"),
        ((measure("ZZ-1", benefit(), benefit()),), "each effect once"),
        ((measure("ZZ-1", benefit(when=asks)),), "question that the policy declares"),
        ((measure("ZZ-1", benefit(when=own)),), "fact of its own that the policy declares"),
    ):
        with pytest.raises(RuleError, match=said):
            policy(*measures)
    with pytest.raises(RuleError, match="expected effects with the id ZZ-2"):
        measure("ZZ-2", benefit())
    with pytest.raises(RuleError, match="a fact of the policy's own"):
        policy(facts=(student.boarding,))
    whole = policy(measure("ZZ-1", benefit(when=AllOf(own, asks))), facts=(own,), questions=(asks,))
    assert whole["ZZ-1"].benefits[0].when == AllOf(own, asks)


def test_an_unknown_clause_gives_the_nearest() -> None:
    with pytest.raises(CallError, match="did you mean ZZ-1"):
        policy(measure("ZZ-1", benefit()))["ZZ-I"]


def test_the_fingerprint_hangs_on_content_alone() -> None:
    one = policy(measure("ZZ-1", benefit()))
    same = policy(measure("ZZ-1", benefit()))
    other = policy(measure("ZZ-1", benefit(amount=Fixed(2))))
    renamed = policy(measure("ZZ-1", benefit(title=Text("某项", "something else"))))
    assert one.fingerprint == same.fingerprint
    assert len({one.fingerprint, other.fingerprint, renamed.fingerprint}) == 3
    assert one == same
    assert hash(one) == hash(same)
    assert School not in {b.subject for b in one.benefits()}
    assert ThisYear() == ThisYear(0)


@pytest.mark.parametrize("header", ["寄宿 ", " 离校公里", "离校\n公里", "离校公里\u200b"])
def test_a_fact_of_ones_own_has_a_header_that_a_table_can_have(header: str) -> None:
    """Readers strip headers: with a space at its end the column would be another fact's, or nobody's."""
    with pytest.raises(RuleError, match="a table's header"):
        own_flag(Student, "dorm_far", header, "dormitory far away")
