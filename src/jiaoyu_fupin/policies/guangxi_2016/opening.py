"""The plan's opening: whom it is for, its eight plans and four precisions; and its targets for 2017 and 2020."""

from __future__ import annotations

from typing import Final

from ...clauses import (
    Certainty,
    ClauseKind,
    Coverage,
    CoveredSet,
    Defect,
    DefectKind,
    Hedge,
    Indicator,
    Judgement,
    Ledger,
    Listing,
    Measure,
    Rate,
    Scope,
    Tally,
    Target,
    Text,
)
from .labels import Precision
from .shared import COUNTIES, ENROLMENT_WORDING

MEASURES: Final = (
    Measure(
        id="GX-0",
        kind=ClauseKind.PRINCIPLE,
        at="篇一 引言",
        title=Text("帮扶重点、八大计划与四个精准", "Focus, eight plans and four precisions"),
        says=Text(
            "帮扶力量集中到三处：农村贫困人口538万、贫困县54个（天窗县和享受待遇县计算在内）、贫困村5000个。"
            "措施归入八个计划，要求体现在建设、帮扶、资助、就业四个“精准”上；建档立卡户学生全程帮扶、全程资助、充分就业，从根上斩断穷根。",
            "Help concentrates on 5.38 million poor people in the countryside, 54 poor counties (with those under two "
            "labels of the region's own) and 5,000 poor villages. The measures form eight plans under four precisions: construction, "
            "paired assistance, student aid and employment. Students of registered households are helped and funded all "
            "the way and all find work, so that poverty is cut off at the root.",
        ),
        precisions=(
            Precision.CONSTRUCTION,
            Precision.PAIRING,
            Precision.AID,
            Precision.EMPLOYMENT,
        ),
        hedges=(Hedge.CHIEFLY,),
        defects=(
            Defect(
                DefectKind.LOST_SIGN,
                "天窗县",
                "“天窗县”",
                Text(
                    "确有其称，并非错字，只是引号脱落；通知以此称片区范围内的部分自治区重点县。含义（在片区之内而未列入片区名单）是推断",
                    "A genuine label whose quotation marks were dropped; notices use it for some of the region's key "
                    "counties within the contiguous area. That such a county lies in the area without being on its "
                    "list is only supposed",
                ),
                Certainty.OFFICIAL,
            ),
            Defect(
                DefectKind.ODD_WORDING,
                "享受待遇县",
                "享受国家扶贫开发工作重点县待遇县",
                Text(
                    "简称，全称见2020年的通知；只作称谓，不据以推出任何待遇",
                    "Short for what a notice of 2020 prints in full: a county treated as a national key county. It is "
                    "kept as a label; no right is derived from it",
                ),
                Certainty.OFFICIAL,
            ),
            Defect(
                DefectKind.UNDEFINED_TERM,
                "贫困地区",
                "贫困县或贫困村",
                Text(
                    "全文使用而无定义；须由它决定时，按贫困县或贫困村理解",
                    "Used throughout and nowhere defined; where it decides, a poor county or a poor village is meant",
                ),
            ),
            ENROLMENT_WORDING,
            Defect(
                DefectKind.LOST_HEADING,
                "二、政策措施",
                None,
                Text(
                    "标题自“二”起，其前一节的标题“一”缺失，文字不详",
                    "Headings begin with the second; the first is lost and its words are not known",
                ),
            ),
        ),
        effects=(
            Tally(
                id="GX-0/people",
                title=Text("农村贫困人口", "rural poor people"),
                unit=Text("人", "people"),
                total=5_380_000,
            ),
            Tally(
                id="GX-0/counties",
                title=Text("贫困县", "poor counties"),
                unit=COUNTIES,
                total=54,
            ),
            Tally(
                id="GX-0/villages",
                title=Text("贫困村", "poor villages"),
                unit=Text("个村", "villages"),
                total=5000,
            ),
            Listing(
                id="GX-0/county_labels",
                title=Text("一并计入贫困县的县", "counties that are counted in with the poor ones"),
                items=(
                    Text("天窗县", "skylight counties"),
                    Text("享受待遇县", "counties treated as national key counties"),
                ),
            ),
            Listing(
                id="GX-0/plans",
                title=Text("八大教育帮扶计划", "the eight assistance plans"),
                items=(
                    Text("幼儿园帮扶计划", "kindergartens"),
                    Text("义务教育薄弱学校帮扶计划", "weak schools of the compulsory stage"),
                    Text("高中阶段教育帮扶计划", "senior-secondary education"),
                    Text("县级中专帮扶计划", "secondary vocational schools of counties"),
                    Text("高等教育帮扶计划", "higher education"),
                    Text("特殊教育帮扶计划", "special education"),
                    Text("学生学业帮扶计划", "students' studies"),
                    Text("教师队伍帮扶计划", "the teaching force"),
                ),
            ),
            Listing(
                id="GX-0/precisions",
                title=Text("四个精准", "the four precisions"),
                items=(
                    Text("精准建设", "precise construction"),
                    Text("精准帮扶", "precise pairing help"),
                    Text("精准资助", "precise student aid"),
                    Text("精准就业", "precise employment"),
                ),
            ),
            Listing(
                id="GX-0/for_schools",
                title=Text("对贫困地区学校的要求", "what poor areas' schools are to be"),
                items=(
                    Text("保障基本", "assured of the basics"),
                    Text("满足需要", "meeting the need"),
                    Text("均衡发展", "developing evenly"),
                ),
            ),
            Listing(
                id="GX-0/for_students",
                title=Text(
                    "对建档立卡户学生的要求", "what students of registered households are to have"
                ),
                items=(
                    Text("全程帮扶", "help the whole way"),
                    Text("全程资助", "aid the whole way"),
                    Text("充分就业", "full employment"),
                ),
            ),
        ),
    ),
    Measure(
        id="GX-T1",
        kind=ClauseKind.TARGET,
        at="篇一 目标 2017",
        title=Text("2017年目标", "Targets for 2017"),
        says=Text(
            "截至2017年，贫困地区教育的整体水平明显上升：学前三年毛入园率75%，九年义务教育巩固率90%，高中阶段毛入学率83%；"
            "入园难基本解决，超大班额和大通铺基本没有了。",
            "By 2017 education in poor areas has risen clearly: 75 percent gross enrolment in the three preschool years, "
            "90 percent completion of nine compulsory years, 83 percent gross enrolment at the senior-secondary stage. "
            "The shortage of kindergarten places is basically solved; oversized classes and shared sleeping platforms are basically gone.",
        ),
        hedges=(Hedge.BASICALLY,),
        defects=(
            Defect(
                DefectKind.LOST_SIGN,
                "超大班额大通铺",
                "超大班额、大通铺",
                Text(
                    "两项之间脱落顿号；二（二）1将大通铺和大班额分开并列",
                    "A separator is lost between two things; the clause on weak schools prints the two apart",
                ),
            ),
            ENROLMENT_WORDING,
        ),
        effects=(
            Target(
                id="GX-T1/overall_level",
                title=Text("教育整体水平明显提高", "overall level clearly raised"),
                aim=Judgement(
                    Text(
                        "贫困地区教育的整体水平有明显提高",
                        "the overall level of education in poor areas is clearly higher",
                    )
                ),
                since=2016,
                due=2017,
            ),
            Target(
                id="GX-T1/kindergarten_shortage",
                title=Text(
                    "入园难问题基本解决", "shortage of kindergarten places basically solved"
                ),
                aim=Judgement(
                    Text(
                        "贫困地区儿童要入园时有园可入",
                        "children of poor areas who want a kindergarten place find one",
                    )
                ),
                since=2016,
                due=2017,
                hedges=(Hedge.BASICALLY,),
            ),
            Target(
                id="GX-T1/super_large_classes",
                title=Text("超大班额基本消除", "oversized classes basically gone"),
                aim=Judgement(
                    Text(
                        "贫困地区义务教育学校没有超大班额",
                        "no compulsory school of a poor area has an oversized class",
                    )
                ),
                since=2016,
                due=2017,
                hedges=(Hedge.BASICALLY,),
            ),
            Target(
                id="GX-T1/communal_dormitories",
                title=Text("大通铺基本消除", "communal dormitories basically gone"),
                aim=Judgement(
                    Text(
                        "贫困地区义务教育学校没有大通铺",
                        "no compulsory school of a poor area has a communal dormitory",
                    )
                ),
                since=2016,
                due=2017,
                hedges=(Hedge.BASICALLY,),
            ),
            Target(
                id="GX-T1/preschool_gross_enrolment",
                title=Text("2017年学前三年毛入园率", "preschool gross enrolment by 2017"),
                aim=Rate(Indicator.PRESCHOOL_GROSS_ENROLMENT, 75, Scope.POOR_AREAS),
                since=2016,
                due=2017,
            ),
            Target(
                id="GX-T1/compulsory_completion",
                title=Text("2017年九年义务教育巩固率", "compulsory completion by 2017"),
                aim=Rate(Indicator.COMPULSORY_COMPLETION, 90, Scope.POOR_AREAS),
                since=2016,
                due=2017,
            ),
            Target(
                id="GX-T1/senior_gross_enrolment",
                title=Text("2017年高中阶段毛入学率", "senior-secondary gross enrolment by 2017"),
                aim=Rate(Indicator.SENIOR_GROSS_ENROLMENT, 83, Scope.POOR_AREAS),
                since=2016,
                due=2017,
            ),
        ),
    ),
    Measure(
        id="GX-T2",
        kind=ClauseKind.TARGET,
        at="篇一 目标 2017 结对",
        title=Text("2017年结对帮扶覆盖目标", "Pairing coverage by 2017"),
        says=Text(
            "截至2017年，学校、教师（按本库理解，两者限于贫困地区）、建档立卡户子女三方面的结对帮扶基本做到一个不落；文中未给百分比（按本库理解，以全部为准，不足只作报告）。",
            "By 2017 pairing help basically reaches every school and every teacher (as read here, those of poor areas) and every child of a registered household. "
            "No percentage is printed (as read here, all is the aim and a shortfall is no more than reported).",
        ),
        hedges=(Hedge.BASICALLY,),
        effects=(
            Target(
                id="GX-T2/schools",
                title=Text("结对帮扶覆盖学校", "schools covered by pairing help"),
                aim=Coverage(
                    Text("贫困地区学校", "schools of poor areas"),
                    Text("纳入结对帮扶", "are covered by pairing help"),
                    Ledger.NETWORK,
                    100,
                    Scope.POOR_AREAS,
                    network_set=CoveredSet.SCHOOLS,
                ),
                since=2016,
                due=2017,
                hedges=(Hedge.BASICALLY,),
            ),
            Target(
                id="GX-T2/teachers",
                title=Text("结对帮扶覆盖教师", "teachers covered by pairing help"),
                aim=Coverage(
                    Text("贫困地区教师", "teachers of poor areas"),
                    Text("纳入结对帮扶", "are covered by pairing help"),
                    Ledger.NETWORK,
                    100,
                    Scope.POOR_AREAS,
                    network_set=CoveredSet.TEACHERS,
                ),
                since=2016,
                due=2017,
                hedges=(Hedge.BASICALLY,),
            ),
            Target(
                id="GX-T2/registered_children",
                title=Text(
                    "结对帮扶覆盖建档立卡户子女",
                    "children of registered households covered by pairing help",
                ),
                aim=Coverage(
                    Text("建档立卡户子女", "children of registered households"),
                    Text("纳入结对帮扶", "are covered by pairing help"),
                    Ledger.NETWORK,
                    100,
                    network_set=CoveredSet.REGISTERED_CHILDREN,
                ),
                since=2016,
                due=2017,
                hedges=(Hedge.BASICALLY,),
            ),
        ),
    ),
    Measure(
        id="GX-T3",
        kind=ClauseKind.TARGET,
        at="篇一 目标 2020",
        title=Text("2020年目标", "Targets for 2020"),
        says=Text(
            "截至2020年，学前三年毛入园率82%，九年义务教育巩固率92%，高中阶段毛入学率87%，贫困地区教育整体与全区平均相差不大；"
            "学前和高中阶段基本普及，义务教育学校具备基本的办学条件，县域内基本均衡，教师素质明显更强。",
            "By 2020 preschool gross enrolment stands at 82 percent, compulsory completion at 92 and senior-secondary gross "
            "enrolment at 87, and poor areas as a whole are close to the regional average. Preschool and the senior-secondary stage "
            "are basically universal, compulsory schools meet the basic conditions, counties are "
            "basically balanced, and the teaching force is clearly stronger.",
        ),
        hedges=(Hedge.BASICALLY,),
        defects=(ENROLMENT_WORDING,),
        effects=(
            Target(
                id="GX-T3/overall_level",
                title=Text("整体水平接近全区平均", "overall level near the region's average"),
                aim=Judgement(
                    Text(
                        "贫困地区教育的整体水平与全区平均相差不大",
                        "the overall level of education in poor areas is near the average of the region",
                    )
                ),
                since=2016,
                due=2020,
            ),
            Target(
                id="GX-T3/preschool_universal",
                title=Text("学前教育基本普及", "preschool education basically universal"),
                aim=Judgement(
                    Text(
                        "贫困地区学前教育得到普及", "preschool education in poor areas is universal"
                    )
                ),
                since=2016,
                due=2020,
                hedges=(Hedge.BASICALLY,),
            ),
            Target(
                id="GX-T3/basic_conditions",
                title=Text(
                    "义务教育学校具备基本办学条件", "compulsory schools meet the basic conditions"
                ),
                aim=Judgement(
                    Text(
                        "贫困地区义务教育学校都具备基本的办学条件",
                        "the compulsory schools of poor areas meet the basic conditions of a school",
                    )
                ),
                since=2016,
                due=2020,
            ),
            Target(
                id="GX-T3/balanced_compulsory",
                title=Text(
                    "县域义务教育基本均衡",
                    "compulsory education basically balanced within counties",
                ),
                aim=Judgement(
                    Text(
                        "县域内义务教育均衡发展",
                        "compulsory education is balanced within each county",
                    )
                ),
                since=2016,
                due=2020,
                hedges=(Hedge.BASICALLY,),
            ),
            Target(
                id="GX-T3/senior_universal",
                title=Text(
                    "高中阶段教育基本普及", "senior-secondary education basically universal"
                ),
                aim=Judgement(
                    Text(
                        "贫困地区高中阶段教育得到普及",
                        "senior-secondary education in poor areas is universal",
                    )
                ),
                since=2016,
                due=2020,
                hedges=(Hedge.BASICALLY,),
            ),
            Target(
                id="GX-T3/teaching_force",
                title=Text("教师整体素质显著提高", "teaching force clearly stronger"),
                aim=Judgement(
                    Text(
                        "贫困地区教师的整体素质有显著提高",
                        "the teaching force of poor areas is clearly stronger",
                    )
                ),
                since=2016,
                due=2020,
            ),
            Target(
                id="GX-T3/preschool_gross_enrolment",
                title=Text("2020年学前三年毛入园率", "preschool gross enrolment by 2020"),
                aim=Rate(Indicator.PRESCHOOL_GROSS_ENROLMENT, 82, Scope.POOR_AREAS),
                since=2016,
                due=2020,
            ),
            Target(
                id="GX-T3/compulsory_completion",
                title=Text("2020年九年义务教育巩固率", "compulsory completion by 2020"),
                aim=Rate(Indicator.COMPULSORY_COMPLETION, 92, Scope.POOR_AREAS),
                since=2016,
                due=2020,
            ),
            Target(
                id="GX-T3/senior_gross_enrolment",
                title=Text("2020年高中阶段毛入学率", "senior-secondary gross enrolment by 2020"),
                aim=Rate(Indicator.SENIOR_GROSS_ENROLMENT, 87, Scope.POOR_AREAS),
                since=2016,
                due=2020,
            ),
        ),
    ),
)
