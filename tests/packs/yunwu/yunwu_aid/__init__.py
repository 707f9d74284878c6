"""The education aid of Yunwu, a county that does not exist: a policy that a package of its own brings.

References:
    None: the county, its codes and its documents are made up. Codes that begin with 99 are given to no place.

Checked with:
    Nothing; the answers the tests expect were worked out by hand from the clauses below.

Limitations:
    It stands for any county that the library has never heard of.
"""

from __future__ import annotations

from typing import Final

import pendulum

from jiaoyu_fupin.clauses import (
    AllOf,
    AnyOf,
    AtStandard,
    Benefit,
    Certainty,
    ClauseKind,
    CodeChange,
    CountyDesignation,
    CountyList,
    Coverage,
    CoveredSet,
    Designation,
    End,
    Every,
    Fixed,
    Given,
    Indicator,
    Is,
    Label,
    Ledger,
    Measure,
    Obligation,
    PairingRule,
    Party,
    Per,
    Policy,
    PoorCounty,
    Question,
    Rate,
    Roll,
    SameArea,
    SchoolLevel,
    Scope,
    Since,
    Span,
    Stage,
    Standard,
    Student,
    Table,
    Target,
    Teacher,
    Term,
    Territory,
    Text,
    Unit,
    Within,
    own_flag,
    own_label,
    student,
    teacher,
)


class Project(Label):
    """云雾县三项工程"""

    SCHOOLING = "schooling", "助学工程"
    TEACHERS = "teachers", "强师工程"
    PAIRING = "pairing", "结对工程"


class Precise(Label):
    """云雾县两准"""

    CHILD = "child", "准到人"
    SCHOOL = "school", "准到校"


class Distance(Label):
    """离校路程"""

    NEAR = "near", "三公里以内"
    FAR = "far", "三公里以上"


NEW_COUNTY: Final = CodeChange("990121", "990103", "云雾区", 2017)
YUNWU: Final = Territory(Text("云雾县", "Yunwu County"), ("990103",), (NEW_COUNTY,))
POOR: Final = CountyList(
    Text("云雾市的贫困县", "the poor counties of Yunwu City"),
    2,
    (
        PoorCounty(
            "990121",
            "云雾",
            Roll.REGIONAL,
            2019,
            (CountyDesignation(Designation.KEY, Certainty.OFFICIAL),),
        ),
    ),
    (NEW_COUNTY,),
)

DISTANCE: Final = own_label(Student, "distance", Distance, "离校路程", "distance from school")
CROSSES_RIVER: Final = own_flag(Student, "crosses_river", "上学过渡口", "crosses a ferry to school")
FERRY_FOR_DAY_PUPILS: Final = Question(
    "ferry_for_day_pupils",
    Text("走读生过渡口是否也补？", "Do day pupils who cross a ferry get it too?"),
)

BUS: Final = Standard(
    "yunwu-bus",
    Text("云雾县交通补助标准", "Yunwu's standard of the travel allowance"),
    (
        Since(Term.autumn(2018), Table(DISTANCE, {Distance.NEAR: 100, Distance.FAR: 240})),
        Since(Term.autumn(2020), Table(DISTANCE, {Distance.NEAR: 120, Distance.FAR: 300})),
    ),
)

POLICY: Final = Policy(
    id="yunwu-2018",
    version="1",
    title=Text("云雾县教育扶助办法（虚构）", "Yunwu County's rules of education aid (made up)"),
    life=Span(pendulum.date(2018, 1, 1)),
    territory=YUNWU,
    poor_counties=POOR,
    units=(
        Unit(Text("县教科体局", "county education bureau"), ("教科体局",)),
        Unit(Text("县财政局", "county finance bureau")),
    ),
    questions=(FERRY_FOR_DAY_PUPILS,),
    facts=(DISTANCE, CROSSES_RIVER),
    standards=(BUS,),
    measures=(
        Measure(
            id="YW-1",
            kind=ClauseKind.ENTITLEMENT,
            at="第一条",
            title=Text("交通补助", "Travel allowance"),
            units=("县教科体局", "县财政局"),
            plan=Project.SCHOOLING,
            precisions=(Precise.CHILD,),
            effects=(
                Benefit(
                    id="YW-1/bus",
                    title=Text("乘车补助", "Bus allowance"),
                    subject=Student,
                    place=Within(student.school_county, YUNWU),
                    when=AllOf(
                        Is(student.stage, Stage.PRIMARY, Stage.JUNIOR),
                        student.registered,
                    ),
                    amount=Fixed(AtStandard(BUS)),
                    per=Per.TERM,
                ),
                Benefit(
                    id="YW-1/ferry",
                    title=Text("渡口补助", "Ferry allowance"),
                    subject=Student,
                    place=Within(student.school_county, YUNWU),
                    when=AllOf(CROSSES_RIVER, AnyOf(student.boarding, FERRY_FOR_DAY_PUPILS)),
                    amount=Fixed(60),
                    per=Per.TERM,
                ),
            ),
        ),
        Measure(
            id="YW-2",
            kind=ClauseKind.ENTITLEMENT,
            at="第二条",
            title=Text("教学点教师岗位补助", "Allowance for teachers at teaching points"),
            units=("教科体局",),
            plan=Project.TEACHERS,
            precisions=(Precise.SCHOOL,),
            effects=(
                Benefit(
                    id="YW-2",
                    title=Text("教学点岗位补助", "Teaching point allowance"),
                    subject=Teacher,
                    place=Within(teacher.school_county, YUNWU),
                    when=AllOf(
                        Is(teacher.school_level, SchoolLevel.TEACHING_POINT),
                        Given(teacher.poor_county, Within(teacher.school_county, YUNWU)),
                    ),
                    amount=Fixed(350),
                    per=Per.MONTH,
                ),
            ),
        ),
        Measure(
            id="YW-3",
            kind=ClauseKind.TARGET,
            at="第三条",
            title=Text("巩固率", "Completion"),
            units=("县教科体局",),
            effects=(
                Target(
                    id="YW-3/compulsory_completion",
                    title=Text("九年义务教育巩固率", "completion of compulsory education"),
                    aim=Rate(Indicator.COMPULSORY_COMPLETION, 94, Scope.ALL),
                    since=2018,
                    due=2020,
                ),
                Target(
                    id="YW-3/paired",
                    title=Text("学校结对", "schools are paired"),
                    aim=Coverage(
                        Text("所有学校", "all schools"),
                        Text("有结对帮扶", "have a pairing"),
                        Ledger.NETWORK,
                        network_set=CoveredSet.SCHOOLS,
                    ),
                    since=2018,
                    due=2020,
                ),
            ),
        ),
        Measure(
            id="YW-4",
            kind=ClauseKind.PAIRING,
            at="第四条",
            title=Text("县城学校帮村小", "Town schools help village schools"),
            units=("县教科体局",),
            plan=Project.PAIRING,
            precisions=(Precise.SCHOOL,),
            effects=(
                PairingRule(
                    id="YW-4/schools",
                    title=Text("县城学校对村小", "a county seat's school with a village school"),
                    helpers=(End(party=Party.SCHOOL, levels=(SchoolLevel.COUNTY,)),),
                    recipients=(
                        End(party=Party.SCHOOL, levels=(SchoolLevel.VILLAGE,), poor_county=True),
                    ),
                    within=SameArea.COUNTY,
                    cap=2,
                ),
                Obligation(
                    id="YW-4/visits",
                    title=Text("每月走访一次", "a visit every month"),
                    each=Text("每所受帮扶学校", "each school that is helped"),
                    every=Every.MONTH,
                    visits=True,
                ),
            ),
        ),
    ),
)
