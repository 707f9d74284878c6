"""Part four, organisation and money: GZ-13 and GZ-14."""

from __future__ import annotations

from typing import Final

from ...clauses import ClauseKind, Every, Hedge, Listing, Measure, Obligation, Text

SUPPORT: Final = (
    Measure(
        id="GZ-13",
        kind=ClauseKind.ORGANISATION,
        at="篇三 四(一)",
        title=Text("组织领导", "Leadership"),
        says=Text(
            "各级政府主要领导负总责，分管领导抓落实；各县（市、区）抓紧制定本地教育精准扶贫方案；教育等14个具名部门协调配合。",
            "At every level of government the main leader answers for the whole and the deputy in charge for the work. Every county soon writes its own plan of education for poverty alleviation, and fourteen named departments, education first, work together.",
        ),
        hedges=(Hedge.AND_OTHERS,),
        effects=(
            Obligation(
                id="GZ-13/main_leaders",
                title=Text("主要领导负总责", "the main leader answers for the whole"),
                each=Text("各级政府", "every level of government"),
                every=Every.ALWAYS,
            ),
            Obligation(
                id="GZ-13/deputy_leaders",
                title=Text("分管领导具体抓", "the deputy in charge answers for the work"),
                each=Text("各级政府", "every level of government"),
                every=Every.ALWAYS,
            ),
            Obligation(
                id="GZ-13/county_plans",
                title=Text(
                    "写出本地的教育精准扶贫方案",
                    "an implementing plan of its own is written, soon",
                ),
                each=Text("各县（市、区）", "each county"),
                every=Every.ONCE,
            ),
            Listing(
                id="GZ-13/departments",
                title=Text("协同配合的部门", "departments that work together"),
                items=(
                    Text("教育", "education"),
                    Text("扶贫移民", "poverty relief and resettlement"),
                    Text("发改", "development and reform"),
                    Text("财政", "finance"),
                    Text("人社", "human resources and social security"),
                    Text("民政", "civil affairs"),
                    Text("农粮", "agriculture and grain"),
                    Text("卫生", "health"),
                    Text("水利", "water"),
                    Text("规划", "planning"),
                    Text("建设", "construction"),
                    Text("林业", "forestry"),
                    Text("团委", "the Youth League committee"),
                    Text("妇联", "the women's federation"),
                ),
                open=True,
            ),
        ),
    ),
    Measure(
        id="GZ-14",
        kind=ClauseKind.FUNDING,
        at="篇三 四(二)",
        title=Text("资金保障", "Money"),
        says=Text(
            "加大投入，逐步形成政府、企业、个人共同出资的机制；各县政策、项目、资金优先用于贫困村。县级财政安排贫困村学校建设、学生资助和职业学历教育补贴等资金，并及时拨付。",
            "More money is put in, and step by step government, firms and persons come to give together; each county's policies, projects and money go first to poor villages. County budgets set aside and pay on time the money for building poor villages' schools, for student aid, for vocational subsidies and the like.",
        ),
        hedges=(Hedge.STEP_BY_STEP, Hedge.PREFERABLY, Hedge.AND_OTHERS),
        effects=(
            Listing(
                id="GZ-14/sources",
                title=Text("投入来源", "who puts money in"),
                items=(
                    Text("政府", "government"),
                    Text("企业", "firms"),
                    Text("个人", "persons"),
                ),
            ),
            Obligation(
                id="GZ-14/mechanism",
                title=Text(
                    "建立政府、企业、个人共同投入机制",
                    "a way for government, firms and persons to give together is set up",
                ),
                every=Every.ONCE,
                hedges=(Hedge.STEP_BY_STEP,),
            ),
            Obligation(
                id="GZ-14/priority",
                title=Text(
                    "政策项目资金优先安排贫困村",
                    "policies, projects and money go first to poor villages",
                ),
                each=Text("各县（市、区）政府", "each county government"),
                every=Every.EACH_TIME,
                hedges=(Hedge.PREFERABLY,),
            ),
            Listing(
                id="GZ-14/paid_by_counties",
                title=Text("县级财政安排的资金", "what county budgets set aside"),
                items=(
                    Text("贫困村学校建设资金", "building of poor villages' schools"),
                    Text("贫困学生资助金", "aid to poor students"),
                    Text(
                        "贫困家庭子女的职业学历教育补贴",
                        "vocational education subsidy to children of poor families",
                    ),
                ),
                open=True,
            ),
            Obligation(
                id="GZ-14/on_time",
                title=Text("及时拨付", "money set aside is paid on time"),
                each=Text("每笔拨款", "each payment"),
                every=Every.EACH_TIME,
            ),
        ),
    ),
)
