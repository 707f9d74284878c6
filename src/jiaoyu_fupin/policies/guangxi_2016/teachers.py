"""Plan eight of eight: the teaching force."""

from __future__ import annotations

from typing import Final

from ...clauses import (
    AllOf,
    AnyOf,
    Benefit,
    ClauseKind,
    Defect,
    DefectKind,
    Every,
    FigureKind,
    Floor,
    Hedge,
    InKind,
    Is,
    Listing,
    Measure,
    Obligation,
    Per,
    Quota,
    SchoolLevel,
    Teacher,
    Text,
    Unstated,
    teacher,
)
from .labels import AssistancePlan, Precision
from .shared import (
    APPLIES_FOR_A_TITLE,
    GRADUATE_AT_A_POOR_RURAL_SCHOOL,
    PERCENT,
    QUOTATION_MARKS_LOST,
    RURAL_TEACHER,
    TEACHERS_SCHOOL_IN_GUANGXI,
)

TEACHER: Final = Text("每名贫困地区教师", "each teacher of a poor area")

MEASURES: Final = (
    Measure(
        id="GX-8.1a",
        kind=ClauseKind.STAFFING,
        at="篇一 二(八)1",
        title=Text("拓宽教师补充渠道", "Supply of teachers"),
        says=Text(
            "教师补充有四条路：专项招聘考试（对乡镇以下岗位适当倾斜）、特岗计划、小学全科教师定向培养、壮汉双语教师定向培养，首先补足贫困地区。",
            "There are four ways to new teachers: a recruitment examination of its own, which leans, within reason, towards posts in townships and villages, "
            "special posts, and directed training of all-subject primary and of Zhuang-Chinese bilingual teachers. Poor areas come "
            "first.",
        ),
        units=("自治区教育厅", "编办", "财政厅", "人力资源社会保障厅"),
        plan=AssistancePlan.TEACHERS,
        precisions=(Precision.CONSTRUCTION,),
        hedges=(Hedge.SUITABLY, Hedge.LEANING, Hedge.FIRST),
        defects=(
            Defect(
                DefectKind.MISSING_ITEM,
                "首先满足贫困地区教师补充的需要。",
                "责任单位同第二款：自治区教育厅、编办、财政厅、人力资源社会保障厅",
                Text(
                    "本款末尾没有责任单位括注；第二款的括注按涵盖全条理解",
                    "The paragraph ends without a bracket of responsible units; that of the second paragraph is read as the whole "
                    "item's",
                ),
            ),
        ),
        effects=(
            Listing(
                id="GX-8.1a/channels",
                title=Text("教师补充渠道", "ways to new teachers"),
                items=(
                    Text("中小学教师公开招聘专项考试", "special recruitment examination"),
                    Text(
                        "农村义务教育阶段学校教师特设岗位计划",
                        "special posts at rural compulsory schools",
                    ),
                    Text(
                        "农村小学全科教师定向培养计划",
                        "directed training of all-subject primary teachers",
                    ),
                    Text(
                        "壮汉双语教师定向培养计划",
                        "directed training of Zhuang-Chinese bilingual teachers",
                    ),
                ),
            ),
            Obligation(
                id="GX-8.1a/township_posts",
                title=Text(
                    "专项招聘考试向乡镇及以下岗位倾斜",
                    "let the examination lean towards posts at township level and below",
                ),
                every=Every.EACH_TIME,
                hedges=(Hedge.SUITABLY, Hedge.LEANING),
            ),
            Obligation(
                id="GX-8.1a/poor_areas_first",
                title=Text("教师补充先满足贫困地区", "supply poor areas with teachers first"),
                every=Every.ALWAYS,
                hedges=(Hedge.FIRST,),
            ),
        ),
    ),
    Measure(
        id="GX-8.1b",
        kind=ClauseKind.ENTITLEMENT,
        at="篇一 二(八)1 第二款",
        title=Text(
            "高校毕业生到贫困地区乡村任教", "Graduates who teach in poor areas' rural schools"
        ),
        says=Text(
            "有教师资格的高校毕业生到贫困地区乡村学校任教，满规定年限的补偿学费、代偿国家助学贷款；几年由有关规定确定，本条未载。",
            "Graduates with a teaching qualification have their tuition compensated and their national student loan repaid once "
            "they have taught long enough at a rural school of a poor area. How long is left to regulations.",
        ),
        units=("自治区教育厅", "编办", "财政厅", "人力资源社会保障厅"),
        plan=AssistancePlan.TEACHERS,
        precisions=(Precision.AID,),
        effects=(
            Benefit(
                id="GX-8.1b/tuition",
                title=Text("学费补偿", "tuition compensation"),
                subject=Teacher,
                place=TEACHERS_SCHOOL_IN_GUANGXI,
                when=GRADUATE_AT_A_POOR_RURAL_SCHOOL,
                amount=Unstated(),
                per=Per.UNSTATED,
            ),
            Benefit(
                id="GX-8.1b/loan",
                title=Text("国家助学贷款代偿", "repayment of the national student loan"),
                subject=Teacher,
                place=TEACHERS_SCHOOL_IN_GUANGXI,
                when=AllOf(GRADUATE_AT_A_POOR_RURAL_SCHOOL, teacher.has_student_loan),
                amount=Unstated(),
                per=Per.UNSTATED,
            ),
        ),
    ),
    Measure(
        id="GX-8.2a",
        kind=ClauseKind.ENTITLEMENT,
        at="篇一 二(八)2",
        title=Text("乡村教师生活补助", "Rural teachers' living allowance"),
        says=Text(
            "片区县的乡、村学校教师和其他地方的教学点教师，自治区每人每月奖补至少200元；贫困地区教师的工资、公积金和社保依法落实。",
            "Teachers of township and village schools in the contiguous destitute areas, and of teaching points elsewhere, are "
            "supported from regional funds with at least 200 yuan a month. Wages, housing fund and social insurance of poor areas' "
            "teachers are paid as the law says.",
        ),
        units=("教育厅", "财政厅", "人力资源社会保障厅", "各市、县人民政府"),
        plan=AssistancePlan.TEACHERS,
        precisions=(Precision.CONSTRUCTION,),
        effects=(
            Benefit(
                id="GX-8.2a",
                title=Text("乡村教师生活补助", "rural teachers' living allowance"),
                subject=Teacher,
                place=TEACHERS_SCHOOL_IN_GUANGXI,
                when=AnyOf(
                    AllOf(RURAL_TEACHER, teacher.contiguous_area),
                    Is(teacher.school_level, SchoolLevel.TEACHING_POINT),
                ),
                amount=Floor(200),
                per=Per.MONTH,
            ),
            Obligation(
                id="GX-8.2a/wages",
                title=Text("依法落实工资待遇", "pay wages as the law says"),
                each=TEACHER,
                every=Every.ALWAYS,
            ),
            Obligation(
                id="GX-8.2a/housing_fund",
                title=Text("依法缴纳住房公积金", "pay into the housing fund as the law says"),
                each=TEACHER,
                every=Every.ALWAYS,
            ),
            Obligation(
                id="GX-8.2a/insurance",
                title=Text("依法缴纳社会保险费", "pay social insurance as the law says"),
                each=TEACHER,
                every=Every.ALWAYS,
            ),
        ),
    ),
    Measure(
        id="GX-8.2b",
        kind=ClauseKind.CONSTRUCTION,
        at="篇一 二(八)2 第二款",
        title=Text("教师住房", "Teachers' housing"),
        says=Text(
            "贫困地区的教师住房列入自治区保障房建设，边远山区和贫困地区农村以乡镇为中心加快建。",
            "Teachers' housing in poor areas becomes part of the region's affordable housing; in remote mountains and the "
            "countryside of poor areas it is built faster, with the townships as centres.",
        ),
        units=("自治区住房城乡建设厅", "发展改革委", "教育厅"),
        plan=AssistancePlan.TEACHERS,
        precisions=(Precision.CONSTRUCTION,),
        effects=(
            Obligation(
                id="GX-8.2b/programme",
                title=Text(
                    "教师住房列入保障性住房建设",
                    "make teachers' housing part of the affordable-housing programme",
                ),
                every=Every.ONCE,
            ),
            Obligation(
                id="GX-8.2b/building",
                title=Text(
                    "以乡镇为中心加快建设农村教师住房",
                    "build rural teachers' housing, with the townships as centres",
                ),
                every=Every.UNSTATED,
            ),
        ),
    ),
    Measure(
        id="GX-8.3",
        kind=ClauseKind.STAFFING,
        at="篇一 二(八)3",
        title=Text("优先保障贫困地区用编", "Posts for poor areas first"),
        says=Text(
            "在核定的编制总额内，看教育发展水平和编制使用情况，教职工编制由富余地区调给紧缺地区；其他系统改革腾出的事业编制，也先给贫困地区学校。",
            "Within the approved total, and by level of development and use of posts, posts move from areas with a surplus to those that are short of them. Posts that reforms "
            "set free outside education are also offered to poor areas' schools first.",
        ),
        units=("自治区编办", "教育厅", "财政厅", "各市、县人民政府"),
        plan=AssistancePlan.TEACHERS,
        precisions=(Precision.CONSTRUCTION,),
        hedges=(Hedge.PREFERABLY,),
        effects=(
            Obligation(
                id="GX-8.3/transfer",
                title=Text(
                    "在核定总额内，按教育发展水平和编制使用情况，编制由富余地区调到紧缺地区",
                    "move posts from surplus to short areas within the approved total, by level of development and use of posts",
                ),
                every=Every.EACH_TIME,
            ),
            Obligation(
                id="GX-8.3/inflow",
                title=Text(
                    "其他系统腾出的编制先给贫困地区学校，不超过核定总额",
                    "give posts freed elsewhere to poor areas' schools first, within the approved total",
                ),
                every=Every.EACH_TIME,
                hedges=(Hedge.PREFERABLY,),
            ),
        ),
    ),
    Measure(
        id="GX-8.4",
        kind=ClauseKind.ENTITLEMENT,
        at="篇一 二(八)4",
        title=Text("乡村教师职称倾斜", "Titles made easier for rural teachers"),
        says=Text(
            "乡村教师申报职称从宽：论文不是刚性要求，外语和计算机考试免除。",
            "For rural teachers who apply for a professional title publications are not a rigid requirement, and the foreign-language and "
            "computer examinations are waived.",
        ),
        units=("人力资源社会保障厅", "教育厅"),
        plan=AssistancePlan.TEACHERS,
        precisions=(Precision.CONSTRUCTION,),
        effects=(
            Benefit(
                id="GX-8.4/papers",
                title=Text(
                    "职称评审论文不作刚性要求", "publications not a rigid requirement for a title"
                ),
                subject=Teacher,
                place=TEACHERS_SCHOOL_IN_GUANGXI,
                when=APPLIES_FOR_A_TITLE,
                amount=InKind(Text("论文不作刚性要求", "publications are not a rigid requirement")),
                per=Per.ONCE,
            ),
            Benefit(
                id="GX-8.4/language",
                title=Text("职称外语免试", "no language examination for a title"),
                subject=Teacher,
                place=TEACHERS_SCHOOL_IN_GUANGXI,
                when=APPLIES_FOR_A_TITLE,
                amount=InKind(
                    Text("免外语考试", "exemption from the foreign-language examination")
                ),
                per=Per.ONCE,
            ),
            Benefit(
                id="GX-8.4/computer",
                title=Text("职称计算机免试", "no computer examination for a title"),
                subject=Teacher,
                place=TEACHERS_SCHOOL_IN_GUANGXI,
                when=APPLIES_FOR_A_TITLE,
                amount=InKind(Text("免计算机考试", "exemption from the computer examination")),
                per=Per.ONCE,
            ),
        ),
    ),
    Measure(
        id="GX-8.5",
        kind=ClauseKind.STAFFING,
        at="篇一 二(八)5",
        title=Text("优质师资流向农村", "Good teachers move to rural schools"),
        says=Text(
            "通过“三区”人才支持计划、教师专项计划等，教育质量较好的中小学每年选派优秀教师，到贫困地区乡镇及以下学校支教走教；义务教育教师逐步改为县管校聘，并经多种途径，重点引导优秀校长和骨干教师到农村学校、薄弱学校。",
            "Every year better schools send good teachers to poor areas' schools at township level and below, to support or rotate, through "
            "the Three Areas programme and the like. Step by step counties manage teachers and schools employ them, and excellent "
            "principals and backbone teachers above all are led to rural and weak schools by several channels.",
        ),
        units=("自治区教育厅", "编办", "财政厅", "人力资源社会保障厅", "各市、县人民政府"),
        plan=AssistancePlan.TEACHERS,
        precisions=(Precision.PAIRING,),
        hedges=(Hedge.STEP_BY_STEP, Hedge.AND_OTHERS, Hedge.CHIEFLY, Hedge.GUIDED),
        defects=(Defect(DefectKind.LOST_SIGN, "三区", "“三区”", QUOTATION_MARKS_LOST),),
        effects=(
            Obligation(
                id="GX-8.5/county_managed",
                title=Text(
                    "义务教育教师县管校聘",
                    "let counties manage compulsory-stage teachers and schools employ them",
                ),
                every=Every.UNSTATED,
                hedges=(Hedge.STEP_BY_STEP,),
            ),
            Listing(
                id="GX-8.5/programmes",
                title=Text("所依托的计划", "programmes it builds on"),
                items=(
                    Text("三区人才支持计划", "the Three Areas talent-support programme"),
                    Text("教师专项计划", "special programme for teachers"),
                ),
                open=True,
            ),
            Obligation(
                id="GX-8.5/sent",
                title=Text(
                    "由教育质量较好的中小学选派优秀教师到贫困地区乡镇及以下学校支教走教",
                    "send excellent teachers to poor areas' schools at township level and below",
                ),
                every=Every.YEAR,
            ),
            Listing(
                id="GX-8.5/channels",
                title=Text("交流途径", "channels of exchange"),
                items=(
                    Text("定期交流", "regular exchange"),
                    Text("跨校竞聘", "applying for posts at other schools"),
                    Text("学区一体化管理", "school districts run as one"),
                    Text("学校联盟", "alliances of schools"),
                    Text("对口支援", "support of a partner school"),
                    Text("乡镇中心学校教师走教", "touring teachers of a township's central school"),
                ),
                open=True,
            ),
            Obligation(
                id="GX-8.5/principals",
                title=Text(
                    "引导优秀校长和骨干教师到农村学校、薄弱学校",
                    "lead good principals and backbone teachers to rural and weak schools",
                ),
                every=Every.UNSTATED,
                hedges=(Hedge.CHIEFLY, Hedge.GUIDED),
            ),
        ),
    ),
    Measure(
        id="GX-8.6",
        kind=ClauseKind.SERVICE,
        at="篇一 二(八)6",
        title=Text("教师培训倾斜", "Training of teachers"),
        says=Text(
            "自治区支持贫困县教师全员培训，支持条件具备的县办好自己的教师培训机构；每年有自治区名师、名校长和特级教师等到贫困地区送教。",
            "The region supports poor counties in training all their teachers and, where they have the conditions, in running a training institution of their own. Every "
            "year master teachers and principals go and teach in poor areas.",
        ),
        units=("教育厅", "各市、县人民政府"),
        plan=AssistancePlan.TEACHERS,
        precisions=(Precision.CONSTRUCTION, Precision.PAIRING),
        hedges=(Hedge.SUPPORTED, Hedge.WHERE_CONDITIONS_ALLOW, Hedge.AND_OTHERS),
        effects=(
            Obligation(
                id="GX-8.6/all_teachers",
                title=Text("全员培训", "be trained"),
                each=Text("每名贫困县教师", "each teacher of a poor county"),
                every=Every.UNSTATED,
                hedges=(Hedge.SUPPORTED,),
            ),
            Obligation(
                id="GX-8.6/institutions",
                title=Text("办好县级教师培训机构", "run a training institution for teachers"),
                each=Text("每个有条件的贫困县", "each poor county that has the conditions"),
                every=Every.UNSTATED,
                hedges=(Hedge.SUPPORTED, Hedge.WHERE_CONDITIONS_ALLOW),
            ),
            Obligation(
                id="GX-8.6/visits",
                title=Text(
                    "组织名师名校长到贫困地区送教",
                    "have master teachers and principals teach in poor areas",
                ),
                every=Every.YEAR,
            ),
            Listing(
                id="GX-8.6/masters",
                title=Text("送教的人", "who goes and teaches"),
                items=(
                    Text("自治区名师名校长", "master teachers and principals of the region"),
                    Text("特级教师", "teachers of special grade"),
                ),
                open=True,
            ),
        ),
    ),
    Measure(
        id="GX-8.7",
        kind=ClauseKind.STAFFING,
        at="篇一 二(八)7",
        title=Text("县级中专双师型教师", "Double-qualified teachers of vocational schools"),
        says=Text(
            "自治区支持贫困地区县级中专把空余编制和岗位用于双师型教师；优秀专业教师和双师型教师所占比例一步步提高。",
            "Counties' vocational schools in poor areas are supported in filling spare posts with double-qualified teachers. Step by step these, and "
            "excellent specialist teachers, make up more of the staff.",
        ),
        units=("自治区教育厅", "编办", "人力资源社会保障厅", "各市、县人民政府"),
        plan=AssistancePlan.TEACHERS,
        precisions=(Precision.CONSTRUCTION,),
        hedges=(Hedge.SUPPORTED, Hedge.STEP_BY_STEP),
        defects=(Defect(DefectKind.LOST_SIGN, "双师型教师", "“双师型”教师", QUOTATION_MARKS_LOST),),
        effects=(
            Obligation(
                id="GX-8.7/posts",
                title=Text(
                    "空余编制和岗位用于双师型教师",
                    "fill spare posts with double-qualified teachers",
                ),
                each=Text(
                    "每所贫困地区县级中专", "each secondary vocational school of a poor county"
                ),
                every=Every.UNSTATED,
                hedges=(Hedge.SUPPORTED,),
            ),
            Quota(
                id="GX-8.7/specialists",
                title=Text(
                    "优秀专业教师所占比例（按本库理解，不下降）",
                    "share of excellent specialist teachers (as read here, it does not fall)",
                ),
                figures=FigureKind.GROWTH_PERCENT,
                unit=PERCENT,
                low=0,
                yearly=True,
                hedges=(Hedge.STEP_BY_STEP,),
            ),
            Quota(
                id="GX-8.7/double_qualified",
                title=Text(
                    "双师型教师所占比例（按本库理解，不下降）",
                    "share of double-qualified teachers (as read here, it does not fall)",
                ),
                figures=FigureKind.GROWTH_PERCENT,
                unit=PERCENT,
                low=0,
                yearly=True,
                hedges=(Hedge.STEP_BY_STEP,),
            ),
        ),
    ),
)
