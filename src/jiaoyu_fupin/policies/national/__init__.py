"""The nation's own standards and benefits to students, which the plans lean on.

References:
    国发〔2015〕67号 unified the running of compulsory schooling in town and country from 2016 on; 国办发〔2011〕54号 began the
    nutrition plan; 财教〔2016〕292号 waived senior high school fees; 国开办发〔2015〕19号 set the Yulu subsidy and
    国乡振发〔2022〕6号 carried it on. Each standard names its document where one is known, and how sure it is.

Checked with:
    Ganzhou's report of December 2015: a registered boarder had 1000 or 1250 yuan before the city's 500.
    County pages of several provinces on the figures of 2015, 2019, 2021, 2023, 2024 and 2025.

Limitations:
    The model begins with autumn 2007. What came before, and grants of schools out of their own funds, is not in it.
    That towns joined the waiver of compulsory fees in autumn 2008, and free textbooks in spring 2017, while rural pupils
    and those in difficulty had both before, rests on background knowledge. A press report of 2023 prints the loan
    ceilings of 2021 (12000 and 16000) as that year's; those of the notice of 2024 (16000 and 20000) are taken. Which
    counties are pilots of the nutrition plan is known by name for the plans' regions only; elsewhere it is asked.
    School days are counted as given, though the nation reckons with 200 a year for meals.
    Local pilots of the nutrition plan, whose figures counties set, are not in it. Tiers inside an average grant are
    the provinces' own. Whether a child is in its last year of kindergarten is a fact of the policy's own.
"""

from __future__ import annotations

from typing import Final

import pendulum

from ...clauses import (
    AllOf,
    AnyOf,
    AtStandard,
    Average,
    Benefit,
    Between,
    Cases,
    Ceiling,
    Certainty,
    ClauseKind,
    Document,
    During,
    Fixed,
    InKind,
    Is,
    Least,
    Major,
    Measure,
    Named,
    Not,
    Per,
    Plus,
    Policy,
    Span,
    Stage,
    Student,
    Term,
    Text,
    Times,
    student,
)
from ..documents import YULU_2015
from ..words import (
    CARE_FEE_UP_TO_PUBLIC,
    COMPULSORY,
    FEES_UP_TO_PUBLIC,
    FOUR_GROUPS,
    IN_HARDSHIP,
    TUITION_UP_TO_PUBLIC,
)
from .shared import (
    ANYWHERE,
    HOME_IN_CONTIGUOUS_AREA,
    IN_NUTRITION_PILOT,
    LAST_KINDERGARTEN_YEAR,
    OF_CONTIGUOUS_AREA,
    OF_THE_COUNTRY,
    RURAL,
    SCHOOL_IN_NUTRITION_PILOT,
)
from .standards import (
    BOARDER_LIVING,
    DAY_PUPIL_LIVING,
    LOAN_CEILING,
    NUTRITION_DAY,
    POSTGRADUATE_LOAN_CEILING,
    SENIOR_GRANT,
    STANDARDS,
    VOCATIONAL_GRANT,
    YULU,
)

__all__ = [
    "BOARDER_LIVING",
    "DAY_PUPIL_LIVING",
    "LOAN_CEILING",
    "NUTRITION_DAY",
    "POLICY",
    "SENIOR_GRANT",
    "STANDARDS",
    "VOCATIONAL_GRANT",
    "YULU",
]

_BORROWER: Final = AllOf(
    Is(
        student.stage,
        Stage.PREPARATORY,
        Stage.HIGHER_VOCATIONAL,
        Stage.UNDERGRADUATE,
        Stage.POSTGRADUATE,
    ),
    student.full_time,
    IN_HARDSHIP,
)

_LOAN_CEILING: Final = Cases(
    (Is(student.stage, Stage.POSTGRADUATE), AtStandard(POSTGRADUATE_LOAN_CEILING)),
    otherwise=AtStandard(LOAN_CEILING),
)

_UNDER_THE_SCOPE_OF_2007: Final = Named(
    Text("按2007年的资助范围", "under the scope of 2007"),
    AnyOf(
        During(until=Term.autumn(2012)),
        # who was in year two when the scope changed kept the old one for that year
        AllOf(
            Between(student.grade, 2, 2),
            During(since=Term.autumn(2012), until=Term.autumn(2013)),
        ),
    ),
)

POLICY: Final = Policy(
    id="national",
    version="4",
    title=Text("国家学生资助政策", "The nation's aid to students"),
    life=Span(Term.autumn(2007).first_day),
    known_to=pendulum.date(2025, 12, 31),
    facts=(
        SCHOOL_IN_NUTRITION_PILOT,
        HOME_IN_CONTIGUOUS_AREA,
        LAST_KINDERGARTEN_YEAR,
    ),
    standards=STANDARDS,
    measures=(
        Measure(
            id="CN-1",
            kind=ClauseKind.ENTITLEMENT,
            at="义务教育“两免一补”",
            title=Text(
                "义务教育两免一补", "Two exemptions and one allowance at the compulsory stage"
            ),
            says=Text(
                "义务教育阶段学生不交学杂费（民办学校按公办标准免），教科书免费，农村先行，城市随后；家庭经济困难寄宿生领取生活补助，2019年秋季起四类困难非寄宿生按一半标准领取。",
                "Pupils at the compulsory stage pay no fees, at private schools none up to the public level, and get "
                "their textbooks free, first in the country and then in towns; boarders in financial "
                "difficulty have a living allowance, and from autumn 2019 day pupils of four groups have half of it.",
            ),
            documents=(
                Document(
                    "国发〔2015〕67号",
                    Text(
                        "统一城乡义务教育经费保障机制",
                        "one mechanism of compulsory school funding for town and country",
                    ),
                    Certainty.OFFICIAL,
                ),
                Document(
                    "国发〔2005〕43号",
                    Text(
                        "农村义务教育免学杂费，2007年起遍及全国农村",
                        "compulsory fees waived in the country, everywhere by 2007",
                    ),
                    Certainty.BACKGROUND,
                ),
                Document(
                    "国发〔2008〕25号",
                    Text(
                        "2008年秋季起免除城市义务教育学杂费",
                        "compulsory fees waived in towns from autumn 2008",
                    ),
                    Certainty.BACKGROUND,
                ),
                Document(
                    "财教〔2021〕56号",
                    Text("城乡义务教育补助经费管理", "management of compulsory school subsidies"),
                    Certainty.BACKGROUND,
                ),
            ),
            effects=(
                Benefit(
                    id="CN-1/fees",
                    title=Text("免学杂费", "tuition and miscellaneous fees waived"),
                    subject=Student,
                    place=ANYWHERE,
                    when=AllOf(
                        COMPULSORY, AnyOf(During(since=Term.autumn(2008)), RURAL, IN_HARDSHIP)
                    ),
                    amount=Fixed(FEES_UP_TO_PUBLIC),
                    per=Per.SCHOOL_YEAR,
                ),
                Benefit(
                    id="CN-1/books",
                    title=Text("免费教科书", "textbooks free of charge"),
                    subject=Student,
                    place=ANYWHERE,
                    when=AllOf(
                        COMPULSORY, AnyOf(During(since=Term.spring(2017)), RURAL, IN_HARDSHIP)
                    ),
                    amount=InKind(Text("教科书", "textbooks")),
                    per=Per.SCHOOL_YEAR,
                ),
                Benefit(
                    id="CN-1/living",
                    title=Text("寄宿生生活补助", "living allowance of boarders"),
                    subject=Student,
                    place=ANYWHERE,
                    when=AllOf(COMPULSORY, student.boarding, IN_HARDSHIP),
                    amount=Fixed(AtStandard(BOARDER_LIVING)),
                    per=Per.SCHOOL_YEAR,
                ),
                Benefit(
                    id="CN-1/living_day",
                    title=Text("非寄宿生生活补助", "living allowance of day pupils"),
                    subject=Student,
                    place=ANYWHERE,
                    when=AllOf(COMPULSORY, Not(student.boarding), FOUR_GROUPS),
                    amount=Fixed(AtStandard(DAY_PUPIL_LIVING)),
                    per=Per.SCHOOL_YEAR,
                    life=Span(Term.autumn(2019).first_day),
                ),
            ),
        ),
        Measure(
            id="CN-2",
            kind=ClauseKind.ENTITLEMENT,
            at="农村义务教育学生营养改善计划",
            title=Text("营养改善计划", "Nutrition plan"),
            says=Text(
                "国家试点县农村学校（不含县城）的义务教育学生每个上学日有营养膳食补助，以供餐形式提供，不发现金。",
                "Compulsory pupils at rural schools of the national pilot counties, county seats left out, get meals "
                "each school day, never cash.",
            ),
            documents=(
                Document(
                    "国办发〔2011〕54号",
                    Text("实施营养改善计划", "the start of the nutrition plan"),
                    Certainty.MIRROR,
                ),
                Document(
                    "财教〔2021〕174号",
                    Text("深入实施营养改善计划", "the nutrition plan carried on"),
                    Certainty.BACKGROUND,
                ),
            ),
            effects=(
                Benefit(
                    id="CN-2",
                    title=Text(
                        "营养膳食补助（供餐，不发现金）",
                        "school meals under the nutrition plan, never cash",
                    ),
                    subject=Student,
                    place=ANYWHERE,
                    when=AllOf(COMPULSORY, IN_NUTRITION_PILOT),
                    amount=Fixed(Times(student.school_days, AtStandard(NUTRITION_DAY))),
                    per=Per.SCHOOL_YEAR,
                    life=Span(Term.autumn(2011).first_day),
                ),
            ),
        ),
        Measure(
            id="CN-3",
            kind=ClauseKind.ENTITLEMENT,
            at="普通高中学生资助",
            title=Text(
                "普通高中国家助学金和免学杂费", "Grant and fee waiver at senior high school"
            ),
            says=Text(
                "普通高中家庭经济困难学生享受国家助学金，只规定平均标准；2016年秋季起四类困难学生免学杂费，民办学校按同类公办学校标准免。",
                "Senior high school students in financial difficulty have a national grant of which only the average is "
                "set; from autumn 2016 the fees of four groups are waived, at private schools up to the public level.",
            ),
            documents=(
                Document(
                    "财教〔2016〕292号",
                    Text(
                        "免除普通高中建档立卡等家庭经济困难学生学杂费",
                        "senior high school fees waived for registered and other students in difficulty",
                    ),
                    Certainty.PRESS,
                ),
            ),
            effects=(
                Benefit(
                    id="CN-3/grant",
                    title=Text(
                        "普通高中国家助学金", "national grant of senior high school students"
                    ),
                    subject=Student,
                    place=ANYWHERE,
                    when=AllOf(Is(student.stage, Stage.SENIOR), student.full_time, IN_HARDSHIP),
                    amount=Average(AtStandard(SENIOR_GRANT)),
                    per=Per.SCHOOL_YEAR,
                    life=Span(Term.autumn(2010).first_day),
                ),
                Benefit(
                    id="CN-3/fees",
                    title=Text("免普通高中学杂费", "fees waived at senior high school"),
                    subject=Student,
                    place=ANYWHERE,
                    when=AllOf(Is(student.stage, Stage.SENIOR), FOUR_GROUPS),
                    amount=Fixed(FEES_UP_TO_PUBLIC),
                    per=Per.SCHOOL_YEAR,
                    life=Span(Term.autumn(2016).first_day),
                ),
            ),
        ),
        Measure(
            id="CN-4",
            kind=ClauseKind.ENTITLEMENT,
            at="中等职业教育学生资助",
            title=Text(
                "中等职业教育免学费和国家助学金",
                "Waiver and grant at secondary vocational school",
            ),
            says=Text(
                "2012年秋季起，中等职业学校全日制正式学籍一至三年级的农村（含县镇）学生、城市涉农专业学生和家庭经济困难学生免学费，"
                "艺术类表演专业除外；一、二年级涉农专业学生、家庭经济困难学生和连片特困地区农村（不含县镇）学生另有国家助学金，2025年春季起扩大到三年级；2012年秋季以前，农村（含县镇）学生均享受助学金。",
                "From autumn 2012 tuition is waived in years one to three of full-time vocational schooling on the formal "
                "roll for rural students, for majors of agriculture and for those in difficulty, the performing arts left "
                "out; in years one and two, from spring 2025 in year three too, majors of agriculture, students in "
                "difficulty and rural ones of the contiguous areas, county towns left out, also have a grant; before "
                "autumn 2012 all rural and county-town students had it.",
            ),
            effects=(
                Benefit(
                    id="CN-4/fees",
                    title=Text("中职免学费", "vocational tuition waived"),
                    subject=Student,
                    place=ANYWHERE,
                    when=AllOf(
                        Is(student.stage, Stage.VOCATIONAL),
                        student.full_time,
                        student.formal_roll,
                        Between(student.grade, 1, 3),
                        AnyOf(RURAL, Is(student.major, Major.AGRICULTURE), IN_HARDSHIP),
                        Not(Is(student.major, Major.PERFORMING_ARTS)),
                    ),
                    amount=Fixed(TUITION_UP_TO_PUBLIC),
                    per=Per.SCHOOL_YEAR,
                    life=Span(Term.autumn(2012).first_day),
                ),
                Benefit(
                    id="CN-4/grant",
                    title=Text("中职国家助学金", "national grant of vocational students"),
                    subject=Student,
                    place=ANYWHERE,
                    when=AllOf(
                        Is(student.stage, Stage.VOCATIONAL),
                        student.full_time,
                        student.formal_roll,
                        AnyOf(
                            Between(student.grade, 1, 2),
                            AllOf(Between(student.grade, 3, 3), During(since=Term.spring(2025))),
                        ),
                        AnyOf(
                            IN_HARDSHIP,
                            AllOf(RURAL, _UNDER_THE_SCOPE_OF_2007),
                            AllOf(
                                Not(_UNDER_THE_SCOPE_OF_2007),
                                AnyOf(
                                    Is(student.major, Major.AGRICULTURE),
                                    AllOf(OF_THE_COUNTRY, OF_CONTIGUOUS_AREA),
                                ),
                            ),
                        ),
                    ),
                    amount=Fixed(AtStandard(VOCATIONAL_GRANT)),
                    per=Per.SCHOOL_YEAR,
                ),
            ),
        ),
        Measure(
            id="CN-5",
            kind=ClauseKind.ENTITLEMENT,
            at="雨露计划职业教育助学补助",
            title=Text("雨露计划", "Yulu programme (雨露计划)"),
            says=Text(
                "建档立卡户子女接受中、高等职业教育，全日制且有正式学籍的，每学年补助家庭3000元，可与国家助学金、免学费同时享受。",
                "Registered households whose children are in full-time secondary or higher vocational schooling have 3000 "
                "yuan a school year, beside the national grant and the fee waiver.",
            ),
            documents=(
                YULU_2015,
                Document(
                    "国乡振发〔2022〕6号",
                    Text("雨露计划延续至2025年底", "the programme carried on to the end of 2025"),
                    Certainty.PRESS,
                ),
            ),
            effects=(
                Benefit(
                    id="CN-5",
                    title=Text(
                        "雨露计划职业教育助学补助", "Yulu study subsidy of vocational students"
                    ),
                    subject=Student,
                    place=ANYWHERE,
                    when=AllOf(
                        Is(student.stage, Stage.VOCATIONAL, Stage.HIGHER_VOCATIONAL),
                        student.full_time,
                        student.formal_roll,
                        student.registered,
                    ),
                    amount=Fixed(AtStandard(YULU)),
                    per=Per.SCHOOL_YEAR,
                    life=Span(pendulum.date(2015, 6, 1), pendulum.date(2025, 12, 31)),
                ),
            ),
        ),
        Measure(
            id="CN-6",
            kind=ClauseKind.ENTITLEMENT,
            at="国家助学贷款",
            title=Text("国家助学贷款", "National student loan"),
            says=Text(
                "全日制普通高校家庭经济困难学生可申请国家助学贷款，每学年有最高额度，2021年秋季以前另以学费与住宿费之和为限，在校期间利息由财政全额补贴。",
                "Full-time university students in financial difficulty may borrow up to a ceiling each academic year, before "
                "autumn 2021 no more than tuition and lodging together; the state pays all interest while they study.",
            ),
            effects=(
                Benefit(
                    id="CN-6/loan",
                    title=Text("国家助学贷款", "national student loan"),
                    subject=Student,
                    place=ANYWHERE,
                    when=_BORROWER,
                    amount=Ceiling(
                        Cases(
                            (During(since=Term.autumn(2021)), _LOAN_CEILING),
                            otherwise=Least(Plus(student.tuition, student.lodging), _LOAN_CEILING),
                        )
                    ),
                    per=Per.SCHOOL_YEAR,
                    repayable=True,
                ),
                Benefit(
                    id="CN-6/interest",
                    title=Text(
                        "在校期间贷款全额贴息", "loan interest borne by the state while studying"
                    ),
                    subject=Student,
                    place=ANYWHERE,
                    when=_BORROWER,
                    amount=InKind(Text("财政全额贴息", "all interest paid by the state")),
                    per=Per.SCHOOL_YEAR,
                ),
            ),
        ),
        Measure(
            id="CN-7",
            kind=ClauseKind.ENTITLEMENT,
            at="学前教育免费",
            title=Text("学前一年免保教费", "The last year of kindergarten free"),
            says=Text(
                "2025年秋季起，经教育部门批准的公办幼儿园大班儿童免保育教育费，民办幼儿园按同类公办标准减，高出部分可继续收取。",
                "From autumn 2025 the last year of public kindergartens that the education office approved is free; private "
                "ones charge that much less and may go on charging the rest.",
            ),
            documents=(
                Document(
                    "国办发〔2025〕27号",
                    Text("逐步推行免费学前教育", "free preschool education step by step"),
                    Certainty.PRESS,
                ),
            ),
            effects=(
                Benefit(
                    id="CN-7",
                    title=Text("免学前一年保教费", "last year of kindergarten free"),
                    subject=Student,
                    place=ANYWHERE,
                    when=AllOf(
                        Is(student.stage, Stage.PRESCHOOL),
                        LAST_KINDERGARTEN_YEAR,
                        student.school_approved,
                    ),
                    amount=Fixed(CARE_FEE_UP_TO_PUBLIC),
                    per=Per.SCHOOL_YEAR,
                ),
            ),
            life=Span(Term.autumn(2025).first_day),
        ),
    ),
)
