"""A town's poverty-relief plan of 2020: what it grants to students and households.

References:
    The text of the plan that is known leaves the town's name out; its neighbours tell that it is 寿县正阳关镇.
    国开办发〔2015〕19号 sets the Yulu subsidy that TN-5 points to.

Checked with:
    Nothing: no report of what the town paid is known.

Limitations:
    The plan prints no amount for anyone. It is the work plan of one year, so it is held to that calendar year.
    It says 贫困户子女 of the Yulu subsidy and leaves the rest to the programme: vocational students on a full-time
    formal roll. The terms of a small loan are the lender's; whether they are met is a fact of the household.
"""

from __future__ import annotations

from typing import Final

import pendulum

from ..clauses import ClauseKind
from ..measures import Measure, Policy
from ..people import Household, Student
from ..people.labels import Stage
from ..places import ZHENGYANGGUAN
from ..rules.ast import AllOf, AnyOf, Is, Within
from ..rules.benefit import Benefit, InKind, Life, Per, Unstated
from ..rules.facts import household, student
from ..text import Text
from . import national

STUDENT_OF_THE_TOWN: Final = Within(student.home_township, ZHENGYANGGUAN)
HOUSEHOLD_OF_THE_TOWN: Final = Within(household.home_township, ZHENGYANGGUAN)

POLICY: Final = Policy(
    id="town-2020",
    version="1",
    title=Text("某镇2020年扶贫工作计划", "A town's plan of poverty relief for 2020"),
    life=Life(pendulum.date(2020, 1, 1), pendulum.date(2020, 12, 31)),
    measures=(
        Measure(
            id="TN-5",
            kind=ClauseKind.ENTITLEMENT,
            at="篇四 四3",
            title=Text("教育扶贫", "Poverty relief by education"),
            effects=(
                Benefit(
                    id="TN-5",
                    title=Text("雨露计划助学补助", "Yulu study subsidy"),
                    subject=Student,
                    place=STUDENT_OF_THE_TOWN,
                    when=AllOf(
                        Is(student.stage, Stage.VOCATIONAL, Stage.HIGHER_VOCATIONAL),
                        student.full_time,
                        student.formal_roll,
                        student.registered,
                    ),
                    amount=Unstated(national=national.YULU),
                    per=Per.SCHOOL_YEAR,
                ),
            ),
        ),
        Measure(
            id="TN-8",
            kind=ClauseKind.ENTITLEMENT,
            at="篇四 四6",
            title=Text("危房改造", "Repair of unsafe houses"),
            effects=(
                Benefit(
                    id="TN-8",
                    title=Text("危房新建或修缮", "an unsafe house rebuilt or repaired"),
                    subject=Household,
                    place=HOUSEHOLD_OF_THE_TOWN,
                    when=AllOf(
                        AnyOf(household.registered, household.marginal), household.house_unsafe
                    ),
                    amount=InKind(
                        Text("房屋新建或修缮", "the house rebuilt or repaired"),
                    ),
                    per=Per.ONCE,
                ),
            ),
        ),
        Measure(
            id="TN-10",
            kind=ClauseKind.ENTITLEMENT,
            at="篇四 四8",
            title=Text("扶贫小额信贷", "Small loans"),
            effects=(
                Benefit(
                    id="TN-10",
                    title=Text("扶贫小额贷款", "small loan"),
                    subject=Household,
                    place=HOUSEHOLD_OF_THE_TOWN,
                    when=AllOf(household.registered, household.loan_conditions_met),
                    amount=Unstated(),
                    per=Per.UNSTATED,
                ),
            ),
        ),
    ),
)
