"""What several parts of the plan share: places, conditions, open questions, stages of schooling, units of counting."""

from __future__ import annotations

from typing import Final

from ...clauses import (
    AllOf,
    Answers,
    AnyOf,
    AtLeast,
    Certainty,
    Defect,
    DefectKind,
    Given,
    Is,
    Named,
    Question,
    SchoolKind,
    SchoolLevel,
    Text,
    Within,
    school,
    student,
    teacher,
)
from .places import GUANGXI, GUANGXI_POOR_COUNTIES

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
GRADUATE_AT_A_POOR_RURAL_SCHOOL: Final = AllOf(
    teacher.graduate,
    teacher.qualified,
    RURAL_TEACHER,
    TEACHES_IN_A_POOR_AREA,
    AtLeast(teacher.service_years, REQUIRED_SERVICE_YEARS),
)
APPLIES_FOR_A_TITLE: Final = AllOf(RURAL_TEACHER, teacher.applying_for_title)

COMPULSORY_KINDS: Final = (
    SchoolKind.PRIMARY,
    SchoolKind.JUNIOR,
    SchoolKind.NINE_YEAR,
    SchoolKind.COMPLETE,  # for its junior classes
)
SENIOR_KINDS: Final = (SchoolKind.SENIOR, SchoolKind.COMPLETE)

ENROLMENT_WORDING: Final = Defect(
    DefectKind.ODD_WORDING,
    "学前三年毛入学率",
    "学前三年毛入园率",
    Text(
        "幼儿园通称“毛入园率”；原件如此用字，指标相同",
        "The usual word for kindergartens is 毛入园率; the original has it so, and means the same indicator",
    ),
    Certainty.OFFICIAL,
)
"""Printed with both years' targets."""

QUOTATION_MARKS_LOST: Final = Text(
    "专名原应带引号，转录时脱落；含义不变",
    "A proper name whose quotation marks were dropped in copying; the meaning is the same",
)

POOR_COUNTY: Final = Text("每个贫困县", "each poor county")
REGISTERED_CHILD: Final = Text("每名建档立卡户子女", "each child of a registered household")
COUNTIES: Final = Text("个县", "counties")
SCHOOLS: Final = Text("所", "schools")
SPECIALTIES: Final = Text("个专业", "specialties")
PLACES: Final = Text("人", "places")
PERCENT: Final = Text("%", "percent")
YUAN: Final = Text("元", "yuan")
