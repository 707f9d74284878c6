"""Part three (二), aid to poor students: GZ-4a to GZ-9."""

from __future__ import annotations

from typing import Final

import pendulum

from ...clauses import (
    Aged,
    AllOf,
    AnyOf,
    AtStandard,
    Average,
    Benefit,
    Between,
    Ceiling,
    Certainty,
    ClauseKind,
    Defect,
    DefectKind,
    Discretionary,
    End,
    Equals,
    Every,
    Fixed,
    Hardship,
    Hedge,
    Hukou,
    InKind,
    InMonths,
    Is,
    Listing,
    Major,
    Measure,
    Named,
    Not,
    Obligation,
    Ownership,
    PairingRule,
    Party,
    Per,
    Printed,
    Span,
    Stage,
    Student,
    Text,
    ThisYear,
    Times,
    student,
)
from .. import national
from ..words import COMPULSORY, FEES_UP_TO_PUBLIC, FOUR_GROUPS, IN_HARDSHIP, TUITION_UP_TO_PUBLIC
from .shared import (
    ENROLMENT_AGE_EDGES,
    ENTRANT_OF_A_POOR_VILLAGE,
    ENTRY_GRANT_OUTSIDE_POOR_VILLAGES,
    HOME_IN_GANZHOU,
    ITEM_FIVE_QUOTATION_MARKS,
    MEALS_AT_TOWN_SCHOOLS,
    QUOTATION_MARKS,
    RURAL_SCHOOL,
    SCHOOL_IN_GANZHOU,
    SCHOOL_IN_LUOXIAO,
)

AID: Final = (
    Measure(
        id="GZ-4a",
        kind=ClauseKind.ENTITLEMENT,
        at="篇三 三(二)4",
        title=Text("学前教育资助", "Aid to preschoolers"),
        says=Text(
            "幼儿到了入园年龄，所在的公办园或普惠性民办园经县级教育部门批准，本人家庭经济困难，或是孤儿、烈士子女、残疾儿童的，每年得1000元；贫困村的困难幼儿一个不落。",
            "A child of enrolment age at a public or inclusive private kindergarten that the county's education office approved gets 1000 yuan a year for family hardship, for being an orphan or disabled, or as the child of a martyr; in poor villages no child in difficulty is left out.",
        ),
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
            Obligation(
                id="GZ-4a/poor_villages",
                title=Text("贫困村困难幼儿应助尽助", "aid reaches every one"),
                each=Text(
                    "每名贫困村家庭经济困难学前儿童",
                    "each preschooler in financial difficulty of a poor village",
                ),
                every=Every.ALWAYS,
            ),
        ),
    ),
    Measure(
        id="GZ-4b",
        kind=ClauseKind.ENTITLEMENT,
        at="篇三 三(二)4",
        title=Text("酌情减免保教费", "Care-and-teaching fee reduced at discretion"),
        says=Text(
            "家庭特别困难的学前儿童，保教费酌情减免；减多少没有写明。",
            "For preschoolers in special difficulty the childcare and education fee is reduced or waived at discretion; by how much is not printed.",
        ),
        hedges=(Hedge.AT_DISCRETION,),
        effects=(
            Benefit(
                id="GZ-4b",
                title=Text("保教费减免", "reduced childcare and education fee"),
                subject=Student,
                place=SCHOOL_IN_GANZHOU,
                when=AllOf(
                    Is(student.stage, Stage.PRESCHOOL), Is(student.hardship, Hardship.SPECIAL)
                ),
                amount=Discretionary(0, student.care_fee),
                per=Per.SCHOOL_YEAR,
                carries_out="CN-7",
            ),
        ),
    ),
    Measure(
        id="GZ-5a",
        kind=ClauseKind.ENTITLEMENT,
        at="篇三 三(二)5",
        title=Text("义务教育两免一补", "Two exemptions and one allowance at the compulsory stage"),
        says=Text(
            "义务教育阶段执行国家政策：免学杂费、免教科书费，给家庭经济困难寄宿生生活补助；标准由上级规定，本条未写数额。",
            "At the compulsory stage the national policy is carried out: no tuition and miscellaneous fees, free textbooks, and a living allowance for boarders in financial difficulty, at the higher level's standard; the clause prints no figure.",
        ),
        defects=(ITEM_FIVE_QUOTATION_MARKS,),
        effects=(
            Benefit(
                id="GZ-5a/fees",
                title=Text("免学杂费", "tuition and miscellaneous fees waived"),
                subject=Student,
                place=SCHOOL_IN_GANZHOU,
                when=COMPULSORY,
                amount=Fixed(FEES_UP_TO_PUBLIC),
                per=Per.SCHOOL_YEAR,
                carries_out="CN-1/fees",
            ),
            Benefit(
                id="GZ-5a/books",
                title=Text("免费教科书", "textbooks free of charge"),
                subject=Student,
                place=SCHOOL_IN_GANZHOU,
                when=COMPULSORY,
                amount=InKind(Text("教科书", "textbooks")),
                per=Per.SCHOOL_YEAR,
                carries_out="CN-1/books",
            ),
            Benefit(
                id="GZ-5a/living",
                title=Text("寄宿生生活补助", "living allowance of boarders"),
                subject=Student,
                place=SCHOOL_IN_GANZHOU,
                when=AllOf(COMPULSORY, student.boarding, IN_HARDSHIP),
                amount=Fixed(AtStandard(national.BOARDER_LIVING)),
                per=Per.SCHOOL_YEAR,
                carries_out="CN-1/living",
            ),
            Benefit(
                id="GZ-5a/living_day",
                title=Text("非寄宿生生活补助", "living allowance of day pupils"),
                subject=Student,
                place=SCHOOL_IN_GANZHOU,
                when=AllOf(
                    COMPULSORY,
                    Not(student.boarding),
                    FOUR_GROUPS,
                ),
                amount=Fixed(AtStandard(national.DAY_PUPIL_LIVING)),
                per=Per.SCHOOL_YEAR,
                life=Span(pendulum.date(2019, 9, 1)),
                carries_out="CN-1/living_day",
            ),
        ),
    ),
    Measure(
        id="GZ-5b",
        kind=ClauseKind.ENTITLEMENT,
        at="篇三 三(二)5",
        title=Text("建档立卡寄宿生增补", "Supplement for registered boarders"),
        says=Text(
            "义务教育阶段的建档立卡寄宿生，生活补助比上级标准每人每年多500元。",
            "Registered boarders at the compulsory stage get 500 yuan a year more than the higher level's living allowance.",
        ),
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
        says=Text(
            "在11个罗霄山片区县稳步推进营养改善计划，贫困村义务教育学生每人每天4元，以膳食提供。",
            "In the 11 Luoxiao-area counties the nutrition plan goes on steadily: compulsory pupils of poor villages get 4 yuan a day as meals.",
        ),
        hedges=(Hedge.STEADILY,),
        defects=(ITEM_FIVE_QUOTATION_MARKS,),
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
                    COMPULSORY,
                    AnyOf(
                        student.school_in_poor_village,
                        AllOf(student.poor_village, AnyOf(RURAL_SCHOOL, MEALS_AT_TOWN_SCHOOLS)),
                    ),
                ),
                amount=Fixed(
                    Times(student.school_days, Printed(4, standard=national.NUTRITION_DAY))
                ),
                per=Per.SCHOOL_YEAR,
                carries_out="CN-2",
            ),
        ),
    ),
    Measure(
        id="GZ-6",
        kind=ClauseKind.ENTITLEMENT,
        at="篇三 三(二)6",
        title=Text("普通高中国家助学金", "National grant at senior high school"),
        says=Text(
            "全日制普通高中（含民办）和完全中学高中部的家庭经济困难学生享受国家助学金，平均每人每年1500元，由上级资金和地方配套承担。先使贫困村困难学生全部受助，再逐步扩大到更多学生。",
            "The national grant, 1500 yuan a year on average out of higher-level and local matching money, goes to students in financial difficulty who attend senior high school full time, be it public, private or a section of a complete secondary school. First all from poor villages are aided, then step by step more.",
        ),
        hedges=(Hedge.STEP_BY_STEP,),
        effects=(
            Benefit(
                id="GZ-6",
                title=Text("普通高中国家助学金", "national grant of senior high school students"),
                subject=Student,
                place=SCHOOL_IN_GANZHOU,
                when=AllOf(Is(student.stage, Stage.SENIOR), student.full_time, IN_HARDSHIP),
                amount=Average(Printed(1500, standard=national.SENIOR_GRANT)),
                per=Per.SCHOOL_YEAR,
                carries_out="CN-3/grant",
            ),
            Listing(
                id="GZ-6/money",
                title=Text("资金来源", "where the money comes from"),
                items=(
                    Text("上级资金补助", "the higher level"),
                    Text("地方配套", "local matching"),
                ),
            ),
            Obligation(
                id="GZ-6/poor_villages",
                title=Text("贫困村困难高中学生应助尽助", "aid reaches every one"),
                each=Text(
                    "每名贫困村家庭经济困难高中学生",
                    "each senior high student in financial difficulty of a poor village",
                ),
                every=Every.ALWAYS,
            ),
            Obligation(
                id="GZ-6/wider",
                title=Text(
                    "在此基础上扩大普通高中贫困家庭学生资助面",
                    "then more senior high students of poor families are aided",
                ),
                every=Every.UNSTATED,
                hedges=(Hedge.STEP_BY_STEP,),
            ),
        ),
    ),
    Measure(
        id="GZ-7a",
        kind=ClauseKind.ENTITLEMENT,
        at="篇三 三(二)7",
        title=Text("中等职业教育免学费", "Tuition waived at secondary vocational school"),
        says=Text(
            "中职学校（公办、民办）一至三年级全日制、有正式学籍的学生，户籍在农村或县镇的，读涉农专业的城市学生，以及家庭经济困难的，不收学费；艺术类表演专业不在其内。",
            "In years 1 to 3 of public and private secondary vocational schools, full-time students on the formal roll pay no tuition if they are rural (county towns included), urban students of agriculture-related majors, or in financial difficulty; performing-arts majors are excepted.",
        ),
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
                amount=Fixed(TUITION_UP_TO_PUBLIC),
                per=Per.SCHOOL_YEAR,
                carries_out="CN-4/fees",
            ),
        ),
    ),
    Measure(
        id="GZ-7b",
        kind=ClauseKind.ENTITLEMENT,
        at="篇三 三(二)7",
        title=Text("中等职业教育国家助学金", "National grant at secondary vocational school"),
        says=Text(
            "中职全日制正式学籍一、二年级的涉农专业学生，以及其他专业的家庭经济困难学生，国家助学金每人每年1500元。先使贫困村困难学生全部受助，再逐步扩大。",
            "In years 1 and 2, full-time vocational students on the formal roll get a national grant of 1500 yuan a year: those of agriculture-related majors, and those of other majors in financial difficulty. First all from poor villages are aided, then step by step more.",
        ),
        hedges=(Hedge.STEP_BY_STEP,),
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
                carries_out="CN-4/grant",
            ),
            Obligation(
                id="GZ-7b/poor_villages",
                title=Text("贫困村困难中职学生应助尽助", "aid reaches every one"),
                each=Text(
                    "每名贫困村家庭经济困难中职学生",
                    "each vocational student in financial difficulty of a poor village",
                ),
                every=Every.ALWAYS,
            ),
            Obligation(
                id="GZ-7b/wider",
                title=Text(
                    "在此基础上扩大中职贫困家庭学生资助面",
                    "then more vocational students of poor families are aided",
                ),
                every=Every.UNSTATED,
                hedges=(Hedge.STEP_BY_STEP,),
            ),
        ),
    ),
    Measure(
        id="GZ-8a",
        kind=ClauseKind.ENTITLEMENT,
        at="篇三 三(二)8",
        title=Text("高考入学政府资助金", "Government grant on entering university"),
        says=Text(
            "贫困村贫困家庭学生当年考取全日制高校（含独立学院和民办高校）且符合政府资助金申请条件的，优先一次性安排每人6000元。",
            "In the year of their admission to full-time university study, at an independent or private college too, students of poor families in poor villages who qualify for the government entrance grant get 6000 yuan once, with priority.",
        ),
        hedges=(Hedge.PREFERABLY,),
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
                            AllOf(InMonths(7, 12), Equals(student.admitted_year, ThisYear())),
                            AllOf(InMonths(1, 6), Equals(student.admitted_year, ThisYear(-1))),
                        ),
                    ),
                    AnyOf(student.poor_village, ENTRY_GRANT_OUTSIDE_POOR_VILLAGES),
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
        says=Text(
            "贫困村贫困家庭大学生当年被全日制大专以上院校录取的，可办国家生源地信用助学贷款，每学年至多8000元，在校期间利息全部由财政承担。考上高校的贫困新生都应能入学、安心读书。",
            "In the year of their admission to full-time study at a junior college or above, students of poor families in poor villages can take a national student loan at their place of origin, up to 8000 yuan per academic year; while they study the state pays all interest. Every poor entrant is to be able to enrol and study without worry.",
        ),
        effects=(
            Benefit(
                id="GZ-8b/loan",
                title=Text("生源地信用助学贷款", "student loan"),
                subject=Student,
                place=HOME_IN_GANZHOU,
                when=ENTRANT_OF_A_POOR_VILLAGE,
                amount=Ceiling(Printed(8000, standard=national.LOAN_CEILING)),
                per=Per.SCHOOL_YEAR,
                repayable=True,
                carries_out="CN-6/loan",
            ),
            Benefit(
                id="GZ-8b/interest",
                title=Text(
                    "在校期间贷款全额贴息", "loan interest borne by the state while studying"
                ),
                subject=Student,
                place=HOME_IN_GANZHOU,
                when=ENTRANT_OF_A_POOR_VILLAGE,
                amount=InKind(Text("财政全额贴息", "all interest paid by the state")),
                per=Per.SCHOOL_YEAR,
                carries_out="CN-6/interest",
            ),
            Obligation(
                id="GZ-8b/entry",
                title=Text(
                    "确保顺利入学、安心上学", "entry to university and study without worry ensured"
                ),
                each=Text("每名考入高校的贫困新生", "each poor entrant to university"),
                every=Every.ALWAYS,
            ),
        ),
    ),
    Measure(
        id="GZ-9",
        kind=ClauseKind.PAIRING,
        at="篇三 三(二)9",
        title=Text("捐资与一对一帮扶", "Donations and one-to-one help"),
        says=Text(
            "资助资金来自多条渠道：争取国家倾斜支持，引导社会捐资。积极推动社会力量一对一帮扶贫困学生，少一些因学返贫。",
            "Money for student aid comes from many sides: the city seeks the state's favour and guides society to donate. Non-governmental actors are actively encouraged to help poor students one to one, so that fewer families fall back into poverty through schooling.",
        ),
        hedges=(Hedge.SEEKING, Hedge.GUIDED, Hedge.ACTIVELY),
        defects=(
            Defect(
                DefectKind.LOST_SIGN,
                "^v^一对一^v^",
                "“一对一”",
                QUOTATION_MARKS,
                Certainty.OFFICIAL,
            ),
        ),
        effects=(
            Listing(
                id="GZ-9/sources",
                title=Text("资助资金来源", "where money for student aid comes from"),
                items=(
                    Text("国家倾斜支持", "favour of the state"),
                    Text("社会各界捐资", "donations from all sides of society"),
                ),
            ),
            PairingRule(
                id="GZ-9",
                title=Text(
                    "社会力量一对一帮扶贫困学生",
                    "non-governmental actors help poor students one to one",
                ),
                helpers=(End(party=Party.SOCIAL_FORCE),),
                recipients=(End(party=Party.STUDENT, poor=True),),
                one_to_one=True,
                hedges=(Hedge.ACTIVELY,),
            ),
        ),
    ),
)
