"""National standards that the plans lean on, dated, with the document that sets them and how sure that is."""

from __future__ import annotations

import pendulum

from ..people.labels import Stage
from ..rules.ast import Certainty, Since, Standard, Table
from ..rules.facts import student
from ..terms import Term
from ..text import Text

BOARDER_LIVING = Standard(
    "living/boarder",
    Text(
        "义务教育家庭经济困难寄宿生生活补助标准",
        "living allowance of poor boarders at the compulsory stage",
    ),
    (
        Since(
            Term.spring(2008),
            Table(student.stage, {Stage.PRIMARY: 500, Stage.JUNIOR: 750}),
        ),
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

STANDARDS = (
    BOARDER_LIVING,
    DAY_PUPIL_LIVING,
    NUTRITION_DAY,
    SENIOR_GRANT,
    VOCATIONAL_GRANT,
    LOAN_CEILING,
    YULU,
)
"""All of them."""
