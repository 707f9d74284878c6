"""Plan six of eight: special education."""

from __future__ import annotations

from typing import Final

from ...clauses import (
    AllOf,
    AnyOf,
    AtLeast,
    Benefit,
    Cases,
    ClauseKind,
    Every,
    Fixed,
    Hedge,
    Is,
    Listing,
    Measure,
    Obligation,
    Per,
    Quota,
    School,
    SchoolKind,
    Text,
    Times,
    school,
)
from .labels import AssistancePlan, Precision
from .shared import POOR_COUNTY, SCHOOL_IN_GUANGXI

BASE: Final = Text("每所选定的基地学校", "each school chosen as a base")

MEASURES: Final = (
    Measure(
        id="GX-6.1",
        kind=ClauseKind.CONSTRUCTION,
        at="篇一 二(六)1",
        title=Text("特殊教育基础能力", "Special-education schools and resource centres"),
        says=Text(
            "贫困地区特殊教育学校的校舍、教学设备和康复设备加大投入；自治区支持尚无特殊教育学校的贫困县加快设资源中心或资源教室。",
            "Special-education schools of poor areas are built and equipped for teaching and rehabilitation. A poor county without "
            "one is supported in setting up a resource centre or a resource classroom.",
        ),
        units=("自治区教育厅", "财政厅", "残联", "各县人民政府"),
        plan=AssistancePlan.SPECIAL,
        precisions=(Precision.CONSTRUCTION,),
        hedges=(Hedge.AND_OTHERS, Hedge.SUPPORTED),
        effects=(
            Quota(
                id="GX-6.1",
                title=Text(
                    "特殊教育学校，或资源中心（教室）",
                    "special-education schools, or else resource centres or classrooms",
                ),
                unit=Text("处", "schools, centres or classrooms"),
                low=1,
                each=POOR_COUNTY,
                hedges=(Hedge.SUPPORTED,),
            ),
            Listing(
                id="GX-6.1/projects",
                title=Text("统筹的项目", "projects that are combined"),
                items=(
                    Text("特殊教育学校建设", "building of special-education schools"),
                    Text(
                        "贫困县特殊教育学校办学条件改扩建",
                        "better conditions of those of poor counties",
                    ),
                ),
                open=True,
            ),
            Listing(
                id="GX-6.1/support",
                title=Text("支持事项", "what is supported"),
                items=(
                    Text("基础设施", "infrastructure"),
                    Text("教学设施", "teaching facilities"),
                    Text("康复设施", "rehabilitation facilities"),
                ),
            ),
        ),
    ),
    Measure(
        id="GX-6.2",
        kind=ClauseKind.FUNDING,
        at="篇一 二(六)2",
        title=Text("特殊教育公用经费", "Running costs of special education"),
        says=Text(
            "2016年起，特殊教育学校的义务教育学生和普通班里随班就读的残疾学生，公用经费由财政按每人每年6000元拨付。",
            "From 2016 public budgets pay 6,000 yuan per pupil per year for running costs: for compulsory-stage pupils of special "
            "schools and for disabled pupils in ordinary classes.",
        ),
        units=("财政厅", "教育厅", "各市、县人民政府"),
        plan=AssistancePlan.SPECIAL,
        precisions=(Precision.CONSTRUCTION,),
        effects=(
            Benefit(
                id="GX-6.2",
                title=Text(
                    "特殊教育学校和随班就读生均公用经费拨款",
                    "allocation per pupil of a special school and disabled pupil in ordinary classes",
                ),
                subject=School,
                place=SCHOOL_IN_GUANGXI,
                when=AnyOf(
                    Is(school.kind, SchoolKind.SPECIAL),
                    AllOf(
                        Is(
                            school.kind,
                            SchoolKind.PRIMARY,
                            SchoolKind.JUNIOR,
                            SchoolKind.NINE_YEAR,
                            SchoolKind.COMPLETE,
                        ),
                        AtLeast(school.inclusive_class_pupils, 1),
                    ),
                ),
                amount=Fixed(
                    Cases(
                        (
                            Is(school.kind, SchoolKind.SPECIAL),
                            Times(school.compulsory_students, 6000),
                        ),
                        otherwise=Times(school.inclusive_class_pupils, 6000),
                    )
                ),
                per=Per.CALENDAR_YEAR,
            ),
        ),
    ),
    Measure(
        id="GX-6.3",
        kind=ClauseKind.QUOTA,
        at="篇一 二(六)3",
        title=Text("残疾青少年职业教育基地试点", "Pilot bases for disabled youth"),
        says=Text(
            "试点：从南宁、柳州、桂林等地的中职、高职中选若干所作基地，校园和实训场所改造到残疾学生能入学，并配上设备；几所未载。",
            "As a pilot, disabled youth get vocational bases at several schools, secondary or higher, of Nanning, Liuzhou, Guilin and "
            "similar cities; campus and training places are adapted and equipped. How many is not printed.",
        ),
        units=("自治区教育厅", "财政厅", "残联"),
        plan=AssistancePlan.SPECIAL,
        precisions=(Precision.CONSTRUCTION,),
        hedges=(Hedge.AND_OTHERS, Hedge.SEVERAL),
        effects=(
            Obligation(
                id="GX-6.3/bases",
                title=Text(
                    "选定若干所基地学校", "choose several schools as bases for disabled youth"
                ),
                every=Every.ONCE,
                hedges=(Hedge.SEVERAL,),
            ),
            Listing(
                id="GX-6.3/cities",
                title=Text("基地所在地", "where the bases are"),
                items=(
                    Text("南宁", "Nanning"),
                    Text("柳州", "Liuzhou"),
                    Text("桂林", "Guilin"),
                ),
                open=True,
            ),
            Listing(
                id="GX-6.3/schools",
                title=Text("可作基地的学校", "schools that can be a base"),
                items=(
                    Text("中等职业学校", "secondary vocational schools"),
                    Text("高等职业学校", "higher vocational schools"),
                ),
            ),
            Obligation(
                id="GX-6.3/adapted",
                title=Text(
                    "改造校园和实训基地以便残疾学生入学",
                    "adapt campus and training places for disabled students",
                ),
                each=BASE,
                every=Every.ONCE,
            ),
            Obligation(
                id="GX-6.3/equipped",
                title=Text("配备职业教育设备", "equip for vocational education"),
                each=BASE,
                every=Every.ONCE,
            ),
        ),
    ),
)
