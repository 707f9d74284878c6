"""Guangxi's education plan of 2016 to 2020: what it grants to schools, students and teachers.

References:
    The plan's own title and number are not known. 国开办发〔2015〕19号 sets the Yulu subsidy that GX-7.4 points to.

Checked with:
    Notices of 2018 to 2020 that took counties off the list of poor counties: 50 of the 54 by name.

Limitations:
    Four of the 54 poor counties are not known by name: a county that is not listed is undetermined, never refused.
    贫困地区 is nowhere defined; where it decides, a poor county or a poor village is meant.
    400 yuan a senior pupil is the figure of 2016, "to be raised step by step": a floor from then on. The waiver of
    vocational fees comes "step by step, by category" and is anything from nothing to the whole fee. The years of
    service that earn tuition and loan repayment, and whether the Yulu subsidy reaches universities, are questions.
    The waiver of compulsory school fees is the nation's, not this plan's.
"""

from __future__ import annotations

from typing import Final

import pendulum

from ..clauses import ClauseKind
from ..measures import Measure, Policy
from ..people import School, Student, Teacher
from ..people.labels import Ownership, SchoolKind, SchoolLevel, Stage
from ..places import GUANGXI, GUANGXI_POOR_COUNTIES
from ..rules.ast import (
    AllOf,
    Answers,
    AnyOf,
    AtLeast,
    Cases,
    Given,
    Is,
    Named,
    Plus,
    Question,
    Table,
    Times,
    Within,
)
from ..rules.benefit import (
    Benefit,
    Discretionary,
    Fixed,
    Floor,
    InKind,
    Life,
    Per,
    Unstated,
)
from ..rules.facts import school, student, teacher
from ..text import Text
from . import national
from .words import IN_HARDSHIP

SCHOOL_IN_GUANGXI: Final = Within(school.school_county, GUANGXI)
STUDENTS_SCHOOL_IN_GUANGXI: Final = Within(student.school_county, GUANGXI)
HOME_IN_GUANGXI: Final = Within(student.home_county, GUANGXI)
TEACHERS_SCHOOL_IN_GUANGXI: Final = Within(teacher.school_county, GUANGXI)

YULU_COVERS_UNIVERSITY: Final = Question(
    "yulu_covers_university",
    Text(
        "雨露计划助学补助是否也发给本科生和预科生？",
        "Does the Yulu study subsidy reach undergraduates and preparatory students?",
    ),
)
REQUIRED_SERVICE_YEARS: Final = Question(
    "required_service_years",
    Text(
        "规定的乡村任教年限（几年？）",
        "the years of service that the regulations require (how many?)",
    ),
    Answers.WHOLE,
)

SCHOOL_IN_A_POOR_AREA: Final = Named(
    Text("在贫困地区", "in a poor area"),
    AnyOf(
        Given(
            school.poor_county,
            AnyOf(Within(school.school_county, GUANGXI_POOR_COUNTIES), school.poor_county),
        ),
        school.school_in_poor_village,
    ),
)
TEACHES_IN_A_POOR_AREA: Final = Named(
    Text("在贫困地区任教", "teaching in a poor area"),
    AnyOf(
        Given(
            teacher.poor_county,
            AnyOf(Within(teacher.school_county, GUANGXI_POOR_COUNTIES), teacher.poor_county),
        ),
        teacher.school_in_poor_village,
    ),
)
RURAL_TEACHER: Final = Named(
    Text("乡村教师", "teaching in a rural school"),
    Is(
        teacher.school_level,
        SchoolLevel.TOWNSHIP,
        SchoolLevel.VILLAGE,
        SchoolLevel.TEACHING_POINT,
    ),
)

_GRADUATE_AT_A_POOR_RURAL_SCHOOL: Final = AllOf(
    teacher.graduate,
    teacher.qualified,
    RURAL_TEACHER,
    TEACHES_IN_A_POOR_AREA,
    AtLeast(teacher.service_years, REQUIRED_SERVICE_YEARS),
)
_APPLIES_FOR_A_TITLE: Final = AllOf(RURAL_TEACHER, teacher.applying_for_title)

POLICY: Final = Policy(
    id="guangxi-2016",
    version="1",
    title=Text(
        "广西教育精准帮扶方案（2016—2020年）",
        "Guangxi's plan of education for poverty alleviation (2016 to 2020)",
    ),
    life=Life(pendulum.date(2016, 1, 1)),
    last_target_year=2020,
    questions=(YULU_COVERS_UNIVERSITY, REQUIRED_SERVICE_YEARS),
    measures=(
        Measure(
            id="GX-1.2",
            kind=ClauseKind.ENTITLEMENT,
            at="篇一 二(一)2",
            title=Text("普惠幼儿园奖补", "Grants to inclusive kindergartens"),
            effects=(
                Benefit(
                    id="GX-1.2",
                    title=Text(
                        "普惠幼儿园奖补（改善条件、付租金、提高教师待遇、培训教师，或给钱或办事）",
                        "grant to an inclusive kindergarten, in money or in kind: premises, rent, pay, training",
                    ),
                    subject=School,
                    place=SCHOOL_IN_GUANGXI,
                    when=AllOf(
                        Is(school.kind, SchoolKind.KINDERGARTEN),
                        school.inclusive,
                        SCHOOL_IN_A_POOR_AREA,
                    ),
                    amount=Unstated(),
                    per=Per.UNSTATED,
                ),
            ),
        ),
        Measure(
            id="GX-3.1b",
            kind=ClauseKind.ENTITLEMENT,
            at="篇一 二(三)1 第二款",
            title=Text("公办普通高中公用经费", "Running costs of public senior high schools"),
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
            ),
        ),
        Measure(
            id="GX-6.2",
            kind=ClauseKind.ENTITLEMENT,
            at="篇一 二(六)2",
            title=Text("特殊教育公用经费", "Running costs of special education"),
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
            id="GX-7.2",
            kind=ClauseKind.ENTITLEMENT,
            at="篇一 二(七)2",
            title=Text(
                "建档立卡户子女十五年免费教育", "Fifteen years free for registered children"
            ),
            effects=(
                Benefit(
                    id="GX-7.2/preschool",
                    title=Text("免学前保教费", "care-and-teaching fee waived at preschool"),
                    subject=Student,
                    place=STUDENTS_SCHOOL_IN_GUANGXI,
                    when=AllOf(Is(student.stage, Stage.PRESCHOOL), student.registered),
                    amount=Fixed(student.care_fee),
                    per=Per.SCHOOL_YEAR,
                ),
                Benefit(
                    id="GX-7.2/senior",
                    title=Text("免普通高中学杂费", "fees waived at senior high school"),
                    subject=Student,
                    place=STUDENTS_SCHOOL_IN_GUANGXI,
                    when=AllOf(Is(student.stage, Stage.SENIOR), student.registered),
                    amount=Fixed(Plus(student.tuition, student.misc_fee)),
                    per=Per.SCHOOL_YEAR,
                ),
                Benefit(
                    id="GX-7.2/vocational",
                    title=Text(
                        "逐步分类免中职学杂费",
                        "fees waived at secondary vocational school, step by step and by category",
                    ),
                    subject=Student,
                    place=STUDENTS_SCHOOL_IN_GUANGXI,
                    when=AllOf(Is(student.stage, Stage.VOCATIONAL), student.registered),
                    amount=Discretionary(0, Plus(student.tuition, student.misc_fee)),
                    per=Per.SCHOOL_YEAR,
                ),
            ),
        ),
        Measure(
            id="GX-7.3",
            kind=ClauseKind.ENTITLEMENT,
            at="篇一 二(七)3",
            title=Text("民族预科生纳入高校资助", "University aid for preparatory classes"),
            effects=(
                Benefit(
                    id="GX-7.3",
                    title=Text(
                        "民族预科困难学生享受高校国家资助",
                        "national university aid to preparatory students in difficulty",
                    ),
                    subject=Student,
                    place=STUDENTS_SCHOOL_IN_GUANGXI,
                    when=AllOf(Is(student.stage, Stage.PREPARATORY), IN_HARDSHIP),
                    amount=Unstated(),
                    per=Per.UNSTATED,
                ),
            ),
        ),
        Measure(
            id="GX-7.4",
            kind=ClauseKind.ENTITLEMENT,
            at="篇一 二(七)4",
            title=Text("雨露计划助学补助", "Yulu study subsidy"),
            effects=(
                Benefit(
                    id="GX-7.4/vocational",
                    title=Text(
                        "雨露计划职业教育助学补助", "Yulu study subsidy of vocational students"
                    ),
                    subject=Student,
                    place=HOME_IN_GUANGXI,
                    when=AllOf(
                        Is(student.stage, Stage.VOCATIONAL, Stage.HIGHER_VOCATIONAL),
                        student.full_time,
                        student.formal_roll,
                        student.registered,
                    ),
                    amount=Unstated(national=national.YULU),
                    per=Per.SCHOOL_YEAR,
                ),
                Benefit(
                    id="GX-7.4/university",
                    title=Text(
                        "本科和预科阶段的雨露计划助学补助",
                        "Yulu study subsidy of undergraduates and preparatory students",
                    ),
                    subject=Student,
                    place=HOME_IN_GUANGXI,
                    when=AllOf(
                        Is(student.stage, Stage.PREPARATORY, Stage.UNDERGRADUATE),
                        student.registered,
                        YULU_COVERS_UNIVERSITY,
                    ),
                    amount=Unstated(),
                    per=Per.UNSTATED,
                ),
            ),
        ),
        Measure(
            id="GX-8.1b",
            kind=ClauseKind.ENTITLEMENT,
            at="篇一 二(八)1 第二款",
            title=Text(
                "高校毕业生到贫困地区乡村任教", "Graduates who teach in poor areas' rural schools"
            ),
            effects=(
                Benefit(
                    id="GX-8.1b/tuition",
                    title=Text("学费补偿", "tuition compensation"),
                    subject=Teacher,
                    place=TEACHERS_SCHOOL_IN_GUANGXI,
                    when=_GRADUATE_AT_A_POOR_RURAL_SCHOOL,
                    amount=Unstated(),
                    per=Per.UNSTATED,
                ),
                Benefit(
                    id="GX-8.1b/loan",
                    title=Text("国家助学贷款代偿", "repayment of the national student loan"),
                    subject=Teacher,
                    place=TEACHERS_SCHOOL_IN_GUANGXI,
                    when=AllOf(_GRADUATE_AT_A_POOR_RURAL_SCHOOL, teacher.has_student_loan),
                    amount=Unstated(),
                    per=Per.UNSTATED,
                ),
            ),
        ),
        Measure(
            id="GX-8.2a",
            kind=ClauseKind.ENTITLEMENT,
            at="篇一 二(八)2",
            title=Text("乡村教师生活补助", "Rural teachers' living allowance"),
            effects=(
                Benefit(
                    id="GX-8.2a",
                    title=Text("乡村教师生活补助", "rural teachers' living allowance"),
                    subject=Teacher,
                    place=TEACHERS_SCHOOL_IN_GUANGXI,
                    when=AnyOf(
                        AllOf(RURAL_TEACHER, teacher.contiguous_area),
                        Is(teacher.school_level, SchoolLevel.TEACHING_POINT),
                    ),
                    amount=Floor(200),
                    per=Per.MONTH,
                ),
            ),
        ),
        Measure(
            id="GX-8.4",
            kind=ClauseKind.ENTITLEMENT,
            at="篇一 二(八)4",
            title=Text("乡村教师职称倾斜", "Titles made easier for rural teachers"),
            effects=(
                Benefit(
                    id="GX-8.4/papers",
                    title=Text("职称评审不硬性要求论文", "no papers required for a title"),
                    subject=Teacher,
                    place=TEACHERS_SCHOOL_IN_GUANGXI,
                    when=_APPLIES_FOR_A_TITLE,
                    amount=InKind(Text("论文不作硬性要求", "papers are no hard requirement")),
                    per=Per.ONCE,
                ),
                Benefit(
                    id="GX-8.4/language",
                    title=Text("职称外语免试", "no language examination for a title"),
                    subject=Teacher,
                    place=TEACHERS_SCHOOL_IN_GUANGXI,
                    when=_APPLIES_FOR_A_TITLE,
                    amount=InKind(
                        Text("免外语考试", "exemption from the foreign-language examination")
                    ),
                    per=Per.ONCE,
                ),
                Benefit(
                    id="GX-8.4/computer",
                    title=Text("职称计算机免试", "no computer examination for a title"),
                    subject=Teacher,
                    place=TEACHERS_SCHOOL_IN_GUANGXI,
                    when=_APPLIES_FOR_A_TITLE,
                    amount=InKind(Text("免计算机考试", "exemption from the computer examination")),
                    per=Per.ONCE,
                ),
            ),
        ),
    ),
)
