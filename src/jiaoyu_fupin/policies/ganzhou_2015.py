"""Ganzhou's education plan of 2015: what it grants to students, teachers and farmers.

References:
    赣市发〔2015〕1号 is the city's decision that the plan carries out; the plan's own title and number are not known.

Checked with:
    Press reports of December 2015: boarders' supplement brings primary pupils to 1500 yuan and junior ones to 1750,
    preschoolers receive 1000 and entrants to university 6000.

Limitations:
    Preferences in order ("first all from poor villages") and the money set aside bind groups, not one child's case.
    The plan prints no first day, no last day and no enrolment age; 入园年龄 is read as 3 to 6, its edges as a question.
    Whether a teaching point outside the poor villages counts, and whether a farmer outside the profile that is
    recruited first may still be admitted, are questions too. "50 or younger" and "junior school or more" include both.
"""

from __future__ import annotations

from typing import Final

import pendulum

from ..clauses import ClauseKind
from ..measures import Measure, Policy
from ..people import Farmer, Student, Teacher
from ..people.labels import (
    Education,
    Hardship,
    Hukou,
    Major,
    Occupation,
    Ownership,
    SchoolLevel,
    Stage,
)
from ..places import GANZHOU, LUOXIAO_IN_GANZHOU
from ..rules.ast import (
    Aged,
    AllOf,
    AnyOf,
    AtStandard,
    Between,
    Equals,
    Is,
    Named,
    Not,
    Plus,
    Printed,
    Question,
    ThisSchoolYear,
    ThisYear,
    Times,
    Within,
)
from ..rules.benefit import (
    Average,
    Benefit,
    Ceiling,
    Discretionary,
    Fixed,
    InKind,
    Life,
    Per,
    Unstated,
)
from ..rules.facts import farmer, student, teacher
from ..text import Text
from . import national
from .words import IN_HARDSHIP

COMPULSORY: Final = Named(
    Text("义务教育阶段", "at the compulsory stage"), Is(student.stage, Stage.PRIMARY, Stage.JUNIOR)
)
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

_ENTRANT_OF_A_POOR_VILLAGE: Final = AllOf(
    Is(student.stage, Stage.PREPARATORY, Stage.HIGHER_VOCATIONAL, Stage.UNDERGRADUATE),
    student.full_time,
    Between(student.admitted_year, 2015, ThisYear()),
    student.poor_village,
    IN_HARDSHIP,
)

POLICY: Final = Policy(
    id="ganzhou-2015",
    version="2",
    title=Text(
        "赣州市教育精准扶贫方案（2015年）",
        "Ganzhou's plan of education for poverty alleviation (2015)",
    ),
    life=Life(pendulum.date(2015, 1, 1)),
    last_target_year=2020,
    questions=(
        TEACHING_POINTS_OUTSIDE_POOR_VILLAGES,
        ENROLMENT_AGE_EDGES,
        URBAN_HARDSHIP_COUNTS,
        ADMITS_OUTSIDE_PRIORITY,
    ),
    measures=(
        Measure(
            id="GZ-3a",
            kind=ClauseKind.ENTITLEMENT,
            at="篇三 三(一)3",
            title=Text("贫困村教师生活补助", "Living allowance of teachers in poor villages"),
            effects=(
                Benefit(
                    id="GZ-3a",
                    title=Text("教师生活补助", "teachers' living allowance"),
                    subject=Teacher,
                    place=Within(teacher.school_county, LUOXIAO_IN_GANZHOU),
                    when=AnyOf(
                        teacher.school_in_poor_village,
                        AllOf(
                            Is(teacher.school_level, SchoolLevel.TEACHING_POINT),
                            TEACHING_POINTS_OUTSIDE_POOR_VILLAGES,
                        ),
                    ),
                    amount=Unstated(),
                    per=Per.UNSTATED,
                ),
            ),
        ),
        Measure(
            id="GZ-4a",
            kind=ClauseKind.ENTITLEMENT,
            at="篇三 三(二)4",
            title=Text("学前教育资助", "Aid to preschoolers"),
            effects=(
                Benefit(
                    id="GZ-4a",
                    title=Text("学前资助", "preschool aid"),
                    subject=Student,
                    place=SCHOOL_IN_GANZHOU,
                    when=AllOf(
                        Is(student.stage, Stage.PRESCHOOL),
                        Named(
                            Text("符合入园年龄", "of enrolment age"),
                            AnyOf(
                                Aged(student.birth_date, 3, 6),
                                AllOf(
                                    AnyOf(
                                        Aged(student.birth_date, 2, 2),
                                        Aged(student.birth_date, 7, 7),
                                    ),
                                    ENROLMENT_AGE_EDGES,
                                ),
                            ),
                        ),
                        student.school_approved,
                        AnyOf(Is(student.ownership, Ownership.PUBLIC), student.inclusive),
                        AnyOf(IN_HARDSHIP, student.martyr_child, student.orphan, student.disabled),
                    ),
                    amount=Fixed(1000),
                    per=Per.SCHOOL_YEAR,
                ),
            ),
        ),
        Measure(
            id="GZ-4b",
            kind=ClauseKind.ENTITLEMENT,
            at="篇三 三(二)4",
            title=Text("酌情减免保教费", "Care-and-teaching fee reduced at discretion"),
            effects=(
                Benefit(
                    id="GZ-4b",
                    title=Text("保教费减免", "reduced care-and-teaching fee"),
                    subject=Student,
                    place=SCHOOL_IN_GANZHOU,
                    when=AllOf(
                        Is(student.stage, Stage.PRESCHOOL), Is(student.hardship, Hardship.SPECIAL)
                    ),
                    amount=Discretionary(0, student.care_fee),
                    per=Per.SCHOOL_YEAR,
                ),
            ),
        ),
        Measure(
            id="GZ-5a",
            kind=ClauseKind.ENTITLEMENT,
            at="篇三 三(二)5",
            title=Text(
                "义务教育两免一补", "Two exemptions and one allowance at the compulsory stage"
            ),
            effects=(
                Benefit(
                    id="GZ-5a/fees",
                    title=Text("免学杂费", "tuition and miscellaneous fees waived"),
                    subject=Student,
                    place=SCHOOL_IN_GANZHOU,
                    when=COMPULSORY,
                    amount=Fixed(Plus(student.tuition, student.misc_fee)),
                    per=Per.SCHOOL_YEAR,
                ),
                Benefit(
                    id="GZ-5a/books",
                    title=Text("免费教科书", "textbooks free of charge"),
                    subject=Student,
                    place=SCHOOL_IN_GANZHOU,
                    when=COMPULSORY,
                    amount=InKind(Text("教科书", "textbooks")),
                    per=Per.SCHOOL_YEAR,
                ),
                Benefit(
                    id="GZ-5a/living",
                    title=Text("寄宿生生活补助", "living allowance of boarders"),
                    subject=Student,
                    place=SCHOOL_IN_GANZHOU,
                    when=AllOf(COMPULSORY, student.boarding, IN_HARDSHIP),
                    amount=Fixed(AtStandard(national.BOARDER_LIVING)),
                    per=Per.SCHOOL_YEAR,
                ),
                Benefit(
                    id="GZ-5a/living_day",
                    title=Text("非寄宿生生活补助", "living allowance of day pupils"),
                    subject=Student,
                    place=SCHOOL_IN_GANZHOU,
                    when=AllOf(
                        COMPULSORY,
                        Not(student.boarding),
                        Named(
                            Text("四类家庭经济困难学生", "one of the four groups in difficulty"),
                            AnyOf(
                                student.registered,
                                student.disabled,
                                student.rural_dibao,
                                student.rural_tekun,
                            ),
                        ),
                    ),
                    amount=Fixed(AtStandard(national.DAY_PUPIL_LIVING)),
                    per=Per.SCHOOL_YEAR,
                    life=Life(pendulum.date(2019, 9, 1)),
                ),
            ),
        ),
        Measure(
            id="GZ-5b",
            kind=ClauseKind.ENTITLEMENT,
            at="篇三 三(二)5",
            title=Text("建档立卡寄宿生增补", "Supplement for registered boarders"),
            effects=(
                Benefit(
                    id="GZ-5b",
                    title=Text(
                        "建档立卡寄宿生生活补助增补",
                        "supplement to registered boarders' living allowance",
                    ),
                    subject=Student,
                    place=SCHOOL_IN_GANZHOU,
                    when=AllOf(COMPULSORY, student.boarding, student.registered),
                    amount=Fixed(500),
                    per=Per.SCHOOL_YEAR,
                ),
            ),
        ),
        Measure(
            id="GZ-5c",
            kind=ClauseKind.ENTITLEMENT,
            at="篇三 三(二)5",
            title=Text("营养改善计划", "Nutrition plan"),
            effects=(
                Benefit(
                    id="GZ-5c",
                    title=Text(
                        "营养改善计划膳食补助（供餐，不发现金）",
                        "school meals under the nutrition plan, never cash",
                    ),
                    subject=Student,
                    place=SCHOOL_IN_LUOXIAO,
                    when=AllOf(
                        COMPULSORY, AnyOf(student.poor_village, student.school_in_poor_village)
                    ),
                    amount=Fixed(
                        Times(student.school_days, Printed(4, standard=national.NUTRITION_DAY))
                    ),
                    per=Per.SCHOOL_YEAR,
                ),
            ),
        ),
        Measure(
            id="GZ-6",
            kind=ClauseKind.ENTITLEMENT,
            at="篇三 三(二)6",
            title=Text("普通高中国家助学金", "National grant at senior high school"),
            effects=(
                Benefit(
                    id="GZ-6",
                    title=Text(
                        "普通高中国家助学金", "national grant of senior high school students"
                    ),
                    subject=Student,
                    place=SCHOOL_IN_GANZHOU,
                    when=AllOf(Is(student.stage, Stage.SENIOR), student.full_time, IN_HARDSHIP),
                    amount=Average(Printed(1500, standard=national.SENIOR_GRANT)),
                    per=Per.SCHOOL_YEAR,
                ),
            ),
        ),
        Measure(
            id="GZ-7a",
            kind=ClauseKind.ENTITLEMENT,
            at="篇三 三(二)7",
            title=Text("中等职业教育免学费", "Tuition waived at secondary vocational school"),
            effects=(
                Benefit(
                    id="GZ-7a",
                    title=Text("中职免学费", "vocational tuition waived"),
                    subject=Student,
                    place=SCHOOL_IN_GANZHOU,
                    when=AllOf(
                        Is(student.stage, Stage.VOCATIONAL),
                        student.full_time,
                        student.formal_roll,
                        Between(student.grade, 1, 3),
                        AnyOf(
                            Is(student.hukou, Hukou.RURAL, Hukou.COUNTY_TOWN),
                            Is(student.major, Major.AGRICULTURE),
                            IN_HARDSHIP,
                        ),
                        Not(Is(student.major, Major.PERFORMING_ARTS)),
                    ),
                    amount=Fixed(student.tuition),
                    per=Per.SCHOOL_YEAR,
                ),
            ),
        ),
        Measure(
            id="GZ-7b",
            kind=ClauseKind.ENTITLEMENT,
            at="篇三 三(二)7",
            title=Text("中等职业教育国家助学金", "National grant at secondary vocational school"),
            effects=(
                Benefit(
                    id="GZ-7b",
                    title=Text("中职国家助学金", "national grant of vocational students"),
                    subject=Student,
                    place=SCHOOL_IN_GANZHOU,
                    when=AllOf(
                        Is(student.stage, Stage.VOCATIONAL),
                        student.full_time,
                        student.formal_roll,
                        Between(student.grade, 1, 2),
                        AnyOf(Is(student.major, Major.AGRICULTURE), IN_HARDSHIP),
                    ),
                    amount=Fixed(Printed(1500, standard=national.VOCATIONAL_GRANT)),
                    per=Per.SCHOOL_YEAR,
                ),
            ),
        ),
        Measure(
            id="GZ-8a",
            kind=ClauseKind.ENTITLEMENT,
            at="篇三 三(二)8",
            title=Text("高考入学政府资助金", "Government grant on entering university"),
            effects=(
                Benefit(
                    id="GZ-8a",
                    title=Text("高考入学政府资助金", "entrance grant"),
                    subject=Student,
                    place=HOME_IN_GANZHOU,
                    when=AllOf(
                        Is(
                            student.stage,
                            Stage.PREPARATORY,
                            Stage.HIGHER_VOCATIONAL,
                            Stage.UNDERGRADUATE,
                        ),
                        student.full_time,
                        Named(
                            Text("当年录取", "admitted this year"),
                            AnyOf(
                                Equals(student.admitted_year, ThisYear()),
                                Equals(student.admitted_year, ThisSchoolYear()),
                            ),
                        ),
                        student.poor_village,
                        IN_HARDSHIP,
                        student.entry_grant_eligible,
                    ),
                    amount=Fixed(6000),
                    per=Per.ONCE,
                ),
            ),
        ),
        Measure(
            id="GZ-8b",
            kind=ClauseKind.ENTITLEMENT,
            at="篇三 三(二)8",
            title=Text("生源地信用助学贷款", "Student loan at the place of origin"),
            effects=(
                Benefit(
                    id="GZ-8b/loan",
                    title=Text("生源地信用助学贷款", "student loan"),
                    subject=Student,
                    place=HOME_IN_GANZHOU,
                    when=_ENTRANT_OF_A_POOR_VILLAGE,
                    amount=Ceiling(Printed(8000, standard=national.LOAN_CEILING)),
                    per=Per.SCHOOL_YEAR,
                ),
                Benefit(
                    id="GZ-8b/interest",
                    title=Text(
                        "在校期间贷款全额贴息", "loan interest borne by the state while studying"
                    ),
                    subject=Student,
                    place=HOME_IN_GANZHOU,
                    when=_ENTRANT_OF_A_POOR_VILLAGE,
                    amount=InKind(Text("财政全额贴息", "all interest paid by the state")),
                    per=Per.SCHOOL_YEAR,
                ),
            ),
        ),
        Measure(
            id="GZ-10",
            kind=ClauseKind.ENTITLEMENT,
            at="篇三 三(三)10",
            title=Text(
                "贫困生职业学历教育补贴", "Subsidy to poor students' vocational degree education"
            ),
            effects=(
                Benefit(
                    id="GZ-10",
                    title=Text("职业学历教育补贴", "vocational education subsidy"),
                    subject=Student,
                    place=HOME_IN_GANZHOU,
                    when=AllOf(
                        Is(student.stage, Stage.VOCATIONAL, Stage.HIGHER_VOCATIONAL),
                        IN_HARDSHIP,
                        AnyOf(
                            student.registered,
                            Is(student.hukou, Hukou.RURAL, Hukou.COUNTY_TOWN),
                            AllOf(Is(student.hukou, Hukou.URBAN), URBAN_HARDSHIP_COUNTS),
                        ),
                    ),
                    amount=Fixed(1500),
                    per=Per.SCHOOL_YEAR,
                ),
            ),
        ),
        Measure(
            id="GZ-12",
            kind=ClauseKind.ENTITLEMENT,
            at="篇三 三(三)12",
            title=Text("新型职业农民培养", "Training of new professional farmers"),
            effects=(
                Benefit(
                    id="GZ-12",
                    title=Text("新型职业农民招收", "admission as a new professional farmer"),
                    subject=Farmer,
                    place=Within(farmer.home_county, GANZHOU),
                    when=AnyOf(
                        Named(
                            Text("重点招收对象", "of the profile recruited first"),
                            AllOf(
                                Aged(farmer.birth_date, None, 50),
                                Is(
                                    farmer.education,
                                    Education.JUNIOR,
                                    Education.SENIOR,
                                    Education.COLLEGE,
                                ),
                                Is(
                                    farmer.occupation,
                                    Occupation.FARMER,
                                    Occupation.NEW_RURAL_LABOUR,
                                ),
                            ),
                        ),
                        ADMITS_OUTSIDE_PRIORITY,
                    ),
                    amount=InKind(
                        Text(
                            "招收入学，学习年限二至六年，可半农半读",
                            "a place for two to six years of study, part-time if wanted",
                        )
                    ),
                    per=Per.ONCE,
                ),
            ),
        ),
    ),
)
