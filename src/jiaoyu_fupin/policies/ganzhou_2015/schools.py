"""Part three (一), favour to poor villages: GZ-1 to GZ-3b."""

from __future__ import annotations

from typing import Final

from ...clauses import (
    AllOf,
    AnyOf,
    Benefit,
    Certainty,
    ClauseKind,
    Coverage,
    Defect,
    DefectKind,
    Every,
    Hedge,
    Is,
    Judgement,
    Ledger,
    Listing,
    Measure,
    Obligation,
    Per,
    Quota,
    SchoolLevel,
    Target,
    Teacher,
    Text,
    Unstated,
    Within,
    teacher,
)
from .places import LUOXIAO_IN_GANZHOU
from .shared import QUOTATION_MARKS, TEACHING_POINTS_OUTSIDE_POOR_VILLAGES

SCHOOLS: Final = (
    Measure(
        id="GZ-1",
        kind=ClauseKind.CONSTRUCTION,
        at="篇三 三(一)1",
        title=Text("贫困村学校布局", "Where poor villages' schools stand"),
        says=Text(
            "支持贫困村都有一所收费低的普惠性幼儿园，优先改建闲置校舍，也可由村小附设幼儿班。义务教育学生就近入学，必要的教学点保留或设置，新建贫困村学校优先。",
            "Every poor village is supported in having one inclusive kindergarten at a low fee, first of all by converting idle school buildings or attaching classes to the village school. Compulsory pupils attend nearby, the teaching points that are needed are kept or set up, and new schools in poor villages come first.",
        ),
        hedges=(Hedge.PREFERABLY, Hedge.SUPPORTED),
        defects=(
            Defect(
                DefectKind.LOST_SIGN,
                "^v^政府主导、社会参与、公办民办并举^v^",
                "“政府主导、社会参与、公办民办并举”",
                QUOTATION_MARKS,
                Certainty.OFFICIAL,
            ),
        ),
        effects=(
            Quota(
                id="GZ-1/kindergarten",
                title=Text("普惠性、低收费幼儿园", "inclusive kindergartens at a low fee"),
                unit=Text("所", "kindergartens"),
                low=1,
                each=Text("每个贫困村", "each poor village"),
                hedges=(Hedge.SUPPORTED,),
            ),
            Listing(
                id="GZ-1/ways",
                title=Text("办园途径", "ways to a kindergarten"),
                items=(
                    Text("利用闲置校舍改建", "idle school buildings converted"),
                    Text("村小增设附属幼儿班", "preschool classes attached to the village school"),
                ),
            ),
            Obligation(
                id="GZ-1/nearby",
                title=Text("保障义务教育学生就近入学", "compulsory pupils attend school nearby"),
                every=Every.ALWAYS,
            ),
            Obligation(
                id="GZ-1/teaching_points",
                title=Text(
                    "保留或设置必要的教学点", "the teaching points that are needed kept or set up"
                ),
                every=Every.ALWAYS,
            ),
            Obligation(
                id="GZ-1/new_schools",
                title=Text("新建贫困村学校优先", "new schools in poor villages come first"),
                every=Every.EACH_TIME,
                hedges=(Hedge.PREFERABLY,),
            ),
        ),
    ),
    Measure(
        id="GZ-2",
        kind=ClauseKind.CONSTRUCTION,
        at="篇三 三(一)2",
        title=Text("贫困村学校基础设施", "Facilities of poor villages' schools"),
        says=Text(
            "实施五个具名项目及其他项目时，贫困村学校优先。力争到2020年达到基本办学条件、设施满足基本需要；管理和校园文化优先指导，加快建食堂，罗霄山片区县加快营养改善计划，基本接入高速宽带。",
            "In five named programmes and others, poor villages' schools come first. The city strives to have them meet the basic conditions by 2020, with facilities for basic needs; management and campus culture are guided first, canteens are built faster, the nutrition plan in the Luoxiao-area counties goes faster, and nearly all these schools get broadband.",
        ),
        hedges=(Hedge.PREFERABLY, Hedge.STRIVING, Hedge.BASICALLY, Hedge.AND_OTHERS),
        effects=(
            Listing(
                id="GZ-2/programmes",
                title=Text("贫困村优先的项目", "programmes in which poor villages come first"),
                items=(
                    Text(
                        "第二期学前教育三年行动计划",
                        "second three-year action plan for preschool education",
                    ),
                    Text(
                        "全面改善贫困地区义务教育薄弱学校基本办学条件",
                        "improvement of weak compulsory schools in poor areas",
                    ),
                    Text("义务教育学校标准化建设", "compulsory schools brought up to the standard"),
                    Text(
                        "农村中小学校舍维修改造",
                        "repair of rural primary and secondary school buildings",
                    ),
                    Text("义务教育信息化建设", "information technology in compulsory education"),
                ),
                open=True,
            ),
            Obligation(
                id="GZ-2/priority",
                title=Text(
                    "优先改善贫困村学校基本办学条件",
                    "poor villages' schools are improved first",
                ),
                each=Text("每个项目", "each programme"),
                every=Every.EACH_TIME,
                hedges=(Hedge.PREFERABLY,),
            ),
            Target(
                id="GZ-2/basic_conditions",
                title=Text(
                    "贫困村学校达到基本办学条件", "poor villages' schools have the basic conditions"
                ),
                aim=Coverage(
                    Text("贫困村学校", "schools of poor villages"),
                    Text("达到基本办学条件", "meet the basic conditions"),
                    Ledger.LIST,
                ),
                since=2015,
                due=2020,
                hedges=(Hedge.STRIVING,),
            ),
            Target(
                id="GZ-2/facilities",
                title=Text(
                    "教学和生活设施满足基本需要",
                    "facilities for teaching and living meet basic needs",
                ),
                aim=Judgement(
                    Text(
                        "贫困村学校的教学和生活设施满足基本需要",
                        "poor villages' schools have the facilities for teaching and living that are basically needed",
                    )
                ),
                since=2015,
                due=2020,
                hedges=(Hedge.STRIVING,),
            ),
            Listing(
                id="GZ-2/checklist",
                title=Text("逐校核对的条件", "conditions to be checked school by school"),
                items=(
                    Text("基本办学条件", "basic conditions"),
                    Text(
                        "满足基本需要的教学和生活设施",
                        "facilities for teaching and living that meet basic needs",
                    ),
                    Text("管理和校园文化建设", "management and campus culture"),
                    Text("食堂", "a canteen"),
                    Text(
                        "营养改善计划（罗霄山片区县）",
                        "the nutrition plan, in the Luoxiao-area counties",
                    ),
                    Text("高速宽带（基本实现）", "broadband, at nearly every school"),
                ),
            ),
        ),
    ),
    Measure(
        id="GZ-3a",
        kind=ClauseKind.ENTITLEMENT,
        at="篇三 三(一)3",
        title=Text("贫困村教师生活补助", "Living allowance of teachers in poor villages"),
        says=Text(
            "罗霄山片区11个县里，在贫困村学校或教学点任教的，享受教师生活补助；数额没有写明。",
            "Teachers at the poor villages' schools and the teaching points of the 11 Luoxiao-area counties get a living allowance; no amount is printed.",
        ),
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
        id="GZ-3b",
        kind=ClauseKind.STAFFING,
        at="篇三 三(一)3",
        title=Text("贫困村教师队伍", "Teachers for poor villages"),
        says=Text(
            "鼓励教师到贫困村任教，优先建周转房。城镇中小学教师评高级职称和评优时，条件相同者中在贫困村任过教的优先。补足教师数量，以支教、走教等方式重点解决音乐、体育、美术、心理健康教育等学科缺教师的问题，校长教师交流轮岗。",
            "Teachers are encouraged to work in poor villages, whose temporary teachers' housing is supported first. Among urban primary and secondary teachers of equal merit, those who have taught in a poor village win in decisions on senior titles and awards. Numbers are made up; sent and touring teachers cover above all music, PE, art, mental health and other shortage subjects; principals and teachers rotate.",
        ),
        hedges=(Hedge.ENCOURAGED, Hedge.PREFERABLY, Hedge.AND_OTHERS, Hedge.CHIEFLY),
        effects=(
            Obligation(
                id="GZ-3b/housing",
                title=Text(
                    "在贫困村学校建教师周转房",
                    "temporary teachers' housing at poor villages' schools",
                ),
                every=Every.UNSTATED,
                hedges=(Hedge.PREFERABLY,),
            ),
            Obligation(
                id="GZ-3b/tie_break",
                title=Text(
                    "同等条件下，有贫困村任教经历的城镇中小学教师优先",
                    "at equal merit, an urban primary or secondary teacher who has taught in a poor village wins",
                ),
                each=Text(
                    "每次高级职务（职称）评聘、评先评优",
                    "each decision on a senior title or an award",
                ),
                every=Every.EACH_TIME,
            ),
            Obligation(
                id="GZ-3b/numbers",
                title=Text("补足贫困村教师数量", "as many teachers as poor villages lack"),
                every=Every.UNSTATED,
            ),
            Listing(
                id="GZ-3b/subjects",
                title=Text("重点解决的短缺学科", "shortage subjects that come first"),
                items=(
                    Text("音乐", "music"),
                    Text("体育", "physical education"),
                    Text("美术", "art"),
                    Text("心理健康教育", "mental health"),
                ),
                open=True,
            ),
            Listing(
                id="GZ-3b/ways",
                title=Text("补充短缺学科教师的形式", "ways to cover shortage subjects"),
                items=(
                    Text("支教", "good teachers sent to a school"),
                    Text("走教", "good teachers touring schools"),
                ),
                open=True,
            ),
            Obligation(
                id="GZ-3b/rotation",
                title=Text(
                    "校长教师交流轮岗，鼓励优秀者到贫困村任教",
                    "principals and teachers rotate; good ones are encouraged to go to poor villages",
                ),
                every=Every.UNSTATED,
                hedges=(Hedge.ENCOURAGED,),
            ),
        ),
    ),
)
