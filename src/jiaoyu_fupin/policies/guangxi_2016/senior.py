"""Plan three of eight: senior-secondary education."""

from __future__ import annotations

from typing import Final

from ...clauses import (
    AllOf,
    Benefit,
    ClauseKind,
    End,
    Every,
    Floor,
    Hedge,
    Is,
    Listing,
    Measure,
    Obligation,
    Ownership,
    PairingRule,
    Party,
    Per,
    SameArea,
    School,
    SchoolKind,
    Table,
    Text,
    Times,
    school,
)
from .labels import AssistancePlan, Precision
from .shared import SCHOOL_IN_GUANGXI, SENIOR_KINDS

MEASURES: Final = (
    Measure(
        id="GX-3.1a",
        kind=ClauseKind.CONSTRUCTION,
        at="篇一 二(三)1",
        title=Text("建设普通高中", "Building senior high schools"),
        says=Text(
            "中央和自治区的普通高中项目资金合并使用，重点用于贫困县新建和改扩建普通高中；校数、金额均未载。",
            "Central and regional funds for senior high schools are combined and go chiefly to building and extending those of poor "
            "counties; neither a number nor a sum is printed.",
        ),
        units=("教育厅", "财政厅", "国土资源厅", "住房城乡建设厅", "各市、县人民政府"),
        plan=AssistancePlan.SENIOR,
        precisions=(Precision.CONSTRUCTION,),
        hedges=(Hedge.CHIEFLY, Hedge.SUPPORTED),
        effects=(
            Obligation(
                id="GX-3.1a/building",
                title=Text(
                    "支持贫困县新建、改扩建普通高中",
                    "support poor counties in building and extending senior high schools",
                ),
                every=Every.UNSTATED,
                hedges=(Hedge.CHIEFLY, Hedge.SUPPORTED),
            ),
            Listing(
                id="GX-3.1a/sources",
                title=Text("统筹的资金", "funds that are combined"),
                items=(
                    Text("中央普通高中建设项目资金", "central funds for senior high schools"),
                    Text("自治区普通高中建设项目资金", "regional funds for senior high schools"),
                ),
            ),
        ),
    ),
    Measure(
        id="GX-3.1b",
        kind=ClauseKind.FUNDING,
        at="篇一 二(三)1 第二款",
        title=Text("公办普通高中公用经费", "Running costs of public senior high schools"),
        says=Text(
            "公办普通高中的公用经费由财政按学生数拨付，2016年达到每人每年400元，以后看情况一步步调高。",
            "Public budgets pay public senior high schools 400 yuan per student per year for running costs in 2016; the figure is "
            "raised step by step as circumstances allow.",
        ),
        units=("各市、县人民政府",),
        plan=AssistancePlan.SENIOR,
        precisions=(Precision.CONSTRUCTION,),
        hedges=(Hedge.AS_CIRCUMSTANCES_ALLOW, Hedge.STEP_BY_STEP),
        effects=(
            Benefit(
                id="GX-3.1b",
                title=Text(
                    "普通高中生均公用经费拨款",
                    "allocation per senior high school student",
                ),
                subject=School,
                place=SCHOOL_IN_GUANGXI,
                when=AllOf(
                    Is(school.kind, SchoolKind.SENIOR, SchoolKind.COMPLETE),
                    Is(school.ownership, Ownership.PUBLIC),
                ),
                amount=Floor(
                    Table(
                        school.kind,
                        {
                            SchoolKind.SENIOR: Times(school.students, 400),
                            SchoolKind.COMPLETE: Times(school.senior_students, 400),
                        },
                    )
                ),
                per=Per.CALENDAR_YEAR,
            ),
            Obligation(
                id="GX-3.1b/raise",
                title=Text(
                    "调高生均标准（按本库理解，不再下调）",
                    "raise the figure per student (as read here, it is never lowered)",
                ),
                every=Every.UNSTATED,
                hedges=(Hedge.AS_CIRCUMSTANCES_ALLOW, Hedge.STEP_BY_STEP),
            ),
        ),
    ),
    Measure(
        id="GX-3.2",
        kind=ClauseKind.SERVICE,
        at="篇一 二(三)2",
        title=Text("普及高中阶段教育", "More senior-secondary enrolment"),
        says=Text(
            "普高与中职协调推进，招生名额增加，重点照顾贫困地区学生；贫困县有需要也有条件的，可以办多种形式的高中，供学生选择。",
            "General and vocational schools grow side by side and admit more, students of poor areas above all. Poor counties with the "
            "need and the conditions develop several forms of senior-secondary school to choose from.",
        ),
        units=("教育厅", "各市、县人民政府"),
        plan=AssistancePlan.SENIOR,
        precisions=(Precision.CONSTRUCTION,),
        hedges=(Hedge.CHIEFLY, Hedge.SUPPORTED, Hedge.WHERE_CONDITIONS_ALLOW),
        effects=(
            Listing(
                id="GX-3.2/kinds",
                title=Text("统筹发展的教育", "kinds of education that grow side by side"),
                items=(
                    Text("普通高中教育", "general senior high schools"),
                    Text("中等职业教育", "secondary vocational schools"),
                ),
            ),
            Obligation(
                id="GX-3.2/enrolment",
                title=Text(
                    "增加招生名额，重点保证贫困地区学生",
                    "admit more, students of poor areas above all",
                ),
                every=Every.UNSTATED,
                hedges=(Hedge.CHIEFLY,),
            ),
            Obligation(
                id="GX-3.2/forms",
                title=Text(
                    "举办多种形式的高中教育", "develop several forms of senior-secondary education"
                ),
                each=Text(
                    "每个有需求、有条件的贫困县",
                    "each poor county with the need and the conditions",
                ),
                every=Every.UNSTATED,
                hedges=(Hedge.SUPPORTED, Hedge.WHERE_CONDITIONS_ALLOW),
            ),
        ),
    ),
    Measure(
        id="GX-3.3",
        kind=ClauseKind.PAIRING,
        at="篇一 二(三)3",
        title=Text("普通高中结对帮扶", "Pairing help among senior high schools"),
        says=Text(
            "设区市统筹本市的优质高中（按本库理解，不论在市区还是县里），分别对口帮扶本市贫困县的普通高中。",
            "Each city assigns the good senior high schools within it (as read here, wherever they stand) to the senior high schools of its poor counties.",
        ),
        units=("各市、县人民政府",),
        plan=AssistancePlan.SENIOR,
        precisions=(Precision.PAIRING,),
        effects=(
            PairingRule(
                id="GX-3.3",
                title=Text(
                    "优质高中帮扶贫困县普通高中",
                    "good senior high schools help those of poor counties",
                ),
                helpers=(
                    End(
                        party=Party.SCHOOL,
                        kinds=SENIOR_KINDS,
                        good=True,
                    ),
                ),
                recipients=(
                    End(
                        party=Party.SCHOOL,
                        kinds=SENIOR_KINDS,
                        poor_county=True,
                    ),
                ),
                within=SameArea.CITY,
            ),
        ),
    ),
)
