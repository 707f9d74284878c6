"""National standards by date, each with the document that sets it where one is known, and how sure that is."""

from __future__ import annotations

import pendulum

from ...clauses import Certainty, Since, Stage, Standard, Table, Term, Text, student

BOARDER_LIVING = Standard(
    "living/boarder",
    Text(
        "义务教育家庭经济困难寄宿生生活补助标准",
        "living allowance of poor boarders at the compulsory stage",
    ),
    (
        Since(Term.autumn(2007), Table(student.stage, {Stage.PRIMARY: 500, Stage.JUNIOR: 625})),
        Since(Term.spring(2008), Table(student.stage, {Stage.PRIMARY: 500, Stage.JUNIOR: 750})),
        Since(
            Term.autumn(2010),
            Table(student.stage, {Stage.PRIMARY: 750, Stage.JUNIOR: 1000}),
            Certainty.DERIVED,
        ),
        Since(Term.autumn(2011), Table(student.stage, {Stage.PRIMARY: 1000, Stage.JUNIOR: 1250})),
        Since(Term.spring(2024), Table(student.stage, {Stage.PRIMARY: 1250, Stage.JUNIOR: 1500})),
    ),
)

DAY_PUPIL_LIVING = Standard(
    "living/day-pupil",
    Text(
        "义务教育四类家庭经济困难非寄宿生生活补助标准",
        "living allowance of day pupils of the four groups",
    ),
    (
        Since(Term.autumn(2019), Table(student.stage, {Stage.PRIMARY: 500, Stage.JUNIOR: 625})),
        Since(Term.spring(2024), Table(student.stage, {Stage.PRIMARY: 625, Stage.JUNIOR: 750})),
    ),
)

NUTRITION_DAY = Standard(
    "nutrition/day",
    Text(
        "营养改善计划国家试点每生每天标准",
        "nutrition plan, national pilot, per pupil and school day",
    ),
    (
        Since(Term.autumn(2011), 3, Certainty.MIRROR, document="国办发〔2011〕54号"),
        Since(pendulum.date(2014, 11, 1), 4),
        Since(Term.autumn(2021), 5),
    ),
)

SENIOR_GRANT = Standard(
    "grant/senior",
    Text("普通高中国家助学金平均标准", "national grant of senior high school students, average"),
    (
        Since(Term.autumn(2010), 1500),
        Since(Term.spring(2015), 2000),
        Since(Term.spring(2025), 2300),
    ),
)

VOCATIONAL_GRANT = Standard(
    "grant/vocational",
    Text("中等职业学校国家助学金标准", "national grant of secondary vocational students"),
    (
        Since(Term.autumn(2007), 1500, Certainty.BACKGROUND),
        Since(Term.spring(2015), 2000),
        Since(Term.spring(2025), 2300),
    ),
)

LOAN_CEILING = Standard(
    "loan/undergraduate",
    Text(
        "国家助学贷款本专科生每学年最高额度",
        "national student loan, ceiling per academic year below postgraduate level",
    ),
    (
        Since(Term.autumn(2002), 6000),
        Since(Term.autumn(2014), 8000),
        Since(Term.autumn(2021), 12000),
        Since(Term.autumn(2023), 16000),
        Since(Term.autumn(2024), 20000),
    ),
)

YULU = Standard(
    "yulu/study",
    Text(
        "雨露计划职业教育扶贫助学补助每学年标准",
        "Yulu programme (雨露计划), study subsidy of vocational students per school year",
    ),
    (
        Since(
            pendulum.date(2015, 6, 1),
            3000,
            document="国开办发〔2015〕19号",
            until=pendulum.date(2025, 12, 31),
        ),
    ),
)

POSTGRADUATE_LOAN_CEILING = Standard(
    "loan/postgraduate",
    Text(
        "国家助学贷款研究生每学年最高额度",
        "national student loan, ceiling per academic year of postgraduates",
    ),
    (
        Since(Term.autumn(2002), 6000),
        Since(Term.autumn(2014), 12000),
        Since(Term.autumn(2021), 16000),
        Since(Term.autumn(2023), 20000),
        Since(Term.autumn(2024), 25000),
    ),
)

RUNNING_FUNDS_WEST = Standard(
    "running-funds/central-and-west",
    Text(
        "中西部义务教育生均公用经费基准定额",
        "running funds per compulsory pupil and year, central and western regions",
    ),
    (Since(Term.spring(2016), Table(student.stage, {Stage.PRIMARY: 600, Stage.JUNIOR: 800})),),
)

RUNNING_FUNDS_EAST = Standard(
    "running-funds/east",
    Text(
        "东部义务教育生均公用经费基准定额",
        "running funds per compulsory pupil and year, eastern regions",
    ),
    (Since(Term.spring(2016), Table(student.stage, {Stage.PRIMARY: 650, Stage.JUNIOR: 850})),),
)

RUNNING_FUNDS_SPECIAL = Standard(
    "running-funds/special",
    Text(
        "义务教育阶段特殊教育学校和随班就读残疾学生生均公用经费标准",
        "running funds per special-school pupil and disabled pupil in ordinary classes and year",
    ),
    (Since(Term.spring(2016), 6000),),
)

TEXTBOOKS = Standard(
    "textbooks",
    Text("免费教科书中央补助标准", "free textbooks, central subsidy per pupil and year"),
    (Since(Term.spring(2008), Table(student.stage, {Stage.PRIMARY: 90, Stage.JUNIOR: 180})),),
)

UNIVERSITY_GRANT = Standard(
    "grant/university",
    Text("本专科生国家助学金平均标准", "national grant of undergraduates, average"),
    (
        Since(Term.autumn(2019), 3300, Certainty.BACKGROUND),
        Since(Term.autumn(2024), 3700),
    ),
)

NATIONAL_SCHOLARSHIP = Standard(
    "scholarship/national",
    Text("本专科生国家奖学金", "national scholarship of undergraduates"),
    (
        Since(Term.autumn(2007), 8000, Certainty.BACKGROUND),
        Since(Term.autumn(2024), 10000),
    ),
)

ENCOURAGEMENT_SCHOLARSHIP = Standard(
    "scholarship/encouragement",
    Text("国家励志奖学金", "national encouragement scholarship"),
    (
        Since(Term.autumn(2007), 5000, Certainty.BACKGROUND),
        Since(Term.autumn(2024), 6000),
    ),
)

ENTRY_TRAVEL_IN_PROVINCE = Standard(
    "entry-travel/in-province",
    Text("大学新生入学资助，省内院校", "entry aid of new university students, within the province"),
    (
        Since(Term.autumn(2012), 500, Certainty.DERIVED),
    ),  # a notice of 2012 names it; since when is not said,
)

ENTRY_TRAVEL_ELSEWHERE = Standard(
    "entry-travel/elsewhere",
    Text("大学新生入学资助，省外院校", "entry aid of new university students, in another province"),
    (
        Since(Term.autumn(2012), 1000, Certainty.DERIVED),
    ),  # a notice of 2012 names it; since when is not said,
)

STANDARDS = (
    BOARDER_LIVING,
    DAY_PUPIL_LIVING,
    NUTRITION_DAY,
    RUNNING_FUNDS_WEST,
    RUNNING_FUNDS_EAST,
    RUNNING_FUNDS_SPECIAL,
    TEXTBOOKS,
    SENIOR_GRANT,
    VOCATIONAL_GRANT,
    YULU,
    LOAN_CEILING,
    POSTGRADUATE_LOAN_CEILING,
    UNIVERSITY_GRANT,
    NATIONAL_SCHOLARSHIP,
    ENCOURAGEMENT_SCHOLARSHIP,
    ENTRY_TRAVEL_IN_PROVINCE,
    ENTRY_TRAVEL_ELSEWHERE,
)
"""All of them."""
