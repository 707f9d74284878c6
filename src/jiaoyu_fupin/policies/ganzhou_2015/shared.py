"""What several clauses of the plan share: places, conditions, open questions, a reason."""

from __future__ import annotations

from typing import Final

from ...clauses import (
    AllOf,
    Between,
    Certainty,
    Defect,
    DefectKind,
    Is,
    Named,
    Question,
    SchoolLevel,
    Stage,
    Text,
    ThisYear,
    Within,
    student,
)
from ..words import IN_HARDSHIP
from .places import GANZHOU, LUOXIAO_IN_GANZHOU

SCHOOL_IN_GANZHOU: Final = Within(student.school_county, GANZHOU)
SCHOOL_IN_LUOXIAO: Final = Within(student.school_county, LUOXIAO_IN_GANZHOU)
HOME_IN_GANZHOU: Final = Within(student.home_county, GANZHOU)

TEACHING_POINTS_OUTSIDE_POOR_VILLAGES: Final = Question(
    "teaching_points_outside_poor_villages",
    Text(
        "不在贫困村的教学点，其教师是否也享受生活补助？",
        "Do teachers at teaching points outside the poor villages get the living allowance too?",
    ),
)
ENROLMENT_AGE_EDGES: Final = Question(
    "enrolment_age_edges",
    Text(
        "两周岁和七周岁的幼儿是否也算符合入园年龄？",
        "Do children of two and of seven count as of enrolment age?",
    ),
)
URBAN_HARDSHIP_COUNTS: Final = Question(
    "urban_hardship_counts",
    Text(
        "未建档立卡的城市困难家庭子女是否也享受职业学历教育补贴？",
        "Do children of unregistered urban families in difficulty get the vocational subsidy?",
    ),
)

ADMITS_OUTSIDE_PRIORITY: Final = Question(
    "admits_outside_priority",
    Text(
        "不在重点招收范围内的人员是否也招收？",
        "Are people admitted who do not fit the profile that is recruited first?",
    ),
)

MEALS_AT_TOWN_SCHOOLS: Final = Question(
    "meals_at_town_schools",
    Text(
        "贫困村学生在县城或市区学校就读的，是否也享受营养膳食补助？",
        "Do children of poor villages have the meals at schools of the county seat or the city too?",
    ),
)
ENTRY_GRANT_OUTSIDE_POOR_VILLAGES: Final = Question(
    "entry_grant_outside_poor_villages",
    Text(
        "不在贫困村的困难新生是否也发放入学资助金？",
        "Is the entrance grant also paid to entrants in difficulty of other villages?",
    ),
)

RURAL_SCHOOL: Final = Named(
    Text("乡村学校", "a rural school"),
    Is(student.school_level, SchoolLevel.TOWNSHIP, SchoolLevel.VILLAGE, SchoolLevel.TEACHING_POINT),
)

ENTRANT_OF_A_POOR_VILLAGE: Final = AllOf(
    Is(student.stage, Stage.PREPARATORY, Stage.HIGHER_VOCATIONAL, Stage.UNDERGRADUATE),
    student.full_time,
    Between(student.admitted_year, 2015, ThisYear()),
    student.poor_village,
    IN_HARDSHIP,
)

QUOTATION_MARKS: Final = Text(
    "引号被转成“^v^”；完整文本此处为引号",
    "Quotation marks were turned into ^v^; a full text has quotation marks here",
)

ITEM_FIVE_QUOTATION_MARKS: Final = Defect(
    DefectKind.LOST_SIGN,
    "^v^两免一补^v^",
    "“两免一补”",
    QUOTATION_MARKS,
    Certainty.OFFICIAL,
)
"""Item 5 holds three clauses; the marks stand at its head."""
