"""Part three (三), vocational diploma education of the poor: GZ-10 to GZ-12."""

from __future__ import annotations

from typing import Final

from ...clauses import (
    Aged,
    AllOf,
    AnyOf,
    Benefit,
    Certainty,
    ClauseKind,
    Defect,
    DefectKind,
    Education,
    Every,
    Farmer,
    FigureKind,
    Fixed,
    Hedge,
    Hukou,
    InKind,
    Is,
    Listing,
    Measure,
    Named,
    Obligation,
    Occupation,
    Per,
    Quota,
    Stage,
    Student,
    Text,
    Within,
    farmer,
    student,
)
from ..words import IN_HARDSHIP
from .places import GANZHOU
from .shared import ADMITS_OUTSIDE_PRIORITY, HOME_IN_GANZHOU, URBAN_HARDSHIP_COUNTS

VOCATIONAL: Final = (
    Measure(
        id="GZ-10",
        kind=ClauseKind.ENTITLEMENT,
        at="篇三 三(三)10",
        title=Text(
            "贫困生职业学历教育补贴", "Subsidy to poor students' vocational diploma education"
        ),
        says=Text(
            "贫困家庭子女读中等或高等职业学历教育，每人每年补助1500元；自2015年起，市、县两级财政列入预算，每年安排5000万元。另有定向委培特困生等办法，让贫困生读完中专或更高的职业学历教育。",
            "By directed training of the specially poor and in other ways, poor students are helped to complete vocational diploma education from secondary level up. Children of poor families in secondary or higher vocational diploma education get 1500 yuan a year. Since 2015 the budgets of city and counties set aside 50 million yuan for it every year.",
        ),
        hedges=(Hedge.AND_OTHERS,),
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
            Quota(
                id="GZ-10/set_aside",
                title=Text("职业学历教育补贴资金", "money set aside for the subsidy"),
                figures=FigureKind.YUAN,
                unit=Text("元", "yuan"),
                low=50_000_000,  # a provision; it caps no claim
                high=50_000_000,
                yearly=True,
                since=2015,
            ),
            Listing(
                id="GZ-10/payers",
                title=Text("列入预算的财政", "whose budgets set it aside"),
                items=(
                    Text("市级财政", "the city's budget"),
                    Text("县级财政", "the counties' budgets"),
                ),
            ),
            Listing(
                id="GZ-10/ways",
                title=Text("帮助完成学业的方式", "ways to help students complete it"),
                items=(Text("定向委培特困生", "directed training of the specially poor"),),
                open=True,
            ),
        ),
    ),
    Measure(
        id="GZ-11",
        kind=ClauseKind.QUOTA,
        at="篇三 三(三)11",
        title=Text("定向培养大学生", "Directed university training"),
        says=Text(
            "争取省教育厅继续单独为本市定向培养大学生，定向的院校、专业和计划数按实际需要调整，使贫困地区子女有更多上大学的机会。没有写明人数。",
            "The city seeks to have the province go on training university students for it by a plan of its own, with institutions, majors and numbers adjusted to actual need, so that more children of poor areas can go to university. No number is printed.",
        ),
        hedges=(Hedge.SEEKING, Hedge.AS_THINGS_ARE),
        defects=(
            Defect(
                DefectKind.REMOVED_NAME,
                "x州市",
                "赣州市",
                Text(
                    "城市名首字被替换为字母；完整文本作“赣州市”",
                    "The first character of the city's name was replaced by a letter; a full text has 赣州市",
                ),
                Certainty.OFFICIAL,
            ),
        ),
        effects=(
            Obligation(
                id="GZ-11/continued",
                title=Text(
                    "省教育厅继续单独为本市定向培养大学生",
                    "the province's education department goes on training students for the city",
                ),
                every=Every.UNSTATED,
                hedges=(Hedge.SEEKING,),
            ),
            Listing(
                id="GZ-11/adjusted",
                title=Text("根据实际调整的内容", "what is adjusted to actual need"),
                items=(
                    Text("定向招生院校", "institutions"),
                    Text("招生专业", "majors"),
                    Text("招生计划", "the number of places"),
                ),
            ),
        ),
    ),
    Measure(
        id="GZ-12",
        kind=ClauseKind.ENTITLEMENT,
        at="篇三 三(三)12",
        title=Text("新型职业农民培养", "Training of new professional farmers"),
        says=Text(
            "依托职业院校和县级职业中专（农民学院）培养新型职业农民，重点招收50岁及以下、初中毕业及以上的务农农民和农村新增劳动力，以在农林业（生产、经营、服务）或农村社会事业等领域做事的为主。其中等职业教育学制有弹性，学习年限2至6年，可半农半读、农学交替、分段完成。",
            "Vocational institutions and county vocational schools (farmers' colleges) train new professional farmers. Recruited first are working farmers and newly added rural labour aged 50 or younger with junior school or more, mainly in farming, forestry, their trade and services, rural public work and the like. Their secondary vocational education is flexible, 2 to 6 years, and may be part-time, alternating with farm work, in stages.",
        ),
        hedges=(Hedge.CHIEFLY, Hedge.AND_OTHERS),
        defects=(
            Defect(
                DefectKind.UNDEFINED_TERM,
                "年龄50岁以下,初中毕业以上学历",
                "年龄50岁及以下,初中毕业及以上学历",
                Text(
                    "“以下”“以上”包括本数（民法通则第155条，2017年10月1日起民法总则第205条，现民法典第1259条）",
                    "Both words take in the figure that they stand by: art. 155 of the General Principles of Civil Law, art. 205 of the General Provisions since 2017-10-01, art. 1259 of the Civil Code today",
                ),
                Certainty.OFFICIAL,
            ),
            Defect(
                DefectKind.UNDEFINED_TERM,
                "重点招收",
                "优先招收，不排除其他人",
                Text(
                    "“重点”是先后次序，不是资格限制；其他人是否招收是待答问题",
                    "“重点” sets an order and bars nobody; whether others are admitted is an open question",
                ),
            ),
        ),
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
            Quota(
                id="GZ-12/study_years",
                title=Text("中等职业教育学习年限", "length of secondary vocational education"),
                unit=Text("年", "years"),
                low=2,
                high=6,
                each=Text("每名新型职业农民学员", "each trainee"),
            ),
            Listing(
                id="GZ-12/places",
                title=Text("培养机构", "where they are trained"),
                items=(
                    Text("职业院校", "vocational institutions"),
                    Text(
                        "县（市、区）职业中专（农民学院）",
                        "county vocational schools (farmers' colleges)",
                    ),
                ),
            ),
            Listing(
                id="GZ-12/fields",
                title=Text("主要从事的领域", "fields they mainly work in"),
                items=(
                    Text("农业林业生产", "production in farming and forestry"),
                    Text("农业林业经营", "trade in farming and forestry"),
                    Text("农业林业服务", "services to farming and forestry"),
                    Text("农村社会事业发展", "rural public work"),
                ),
                open=True,
            ),
            Listing(
                id="GZ-12/forms",
                title=Text("允许的学习方式", "forms of study allowed"),
                items=(
                    Text("半农半读", "part-time beside farm work"),
                    Text("农学交替", "study alternating with farm work"),
                    Text("分阶段完成学业", "completed in stages"),
                ),
            ),
        ),
    ),
)
