"""Plan five of eight: higher education."""

from __future__ import annotations

from typing import Final

from ...clauses import (
    Certainty,
    ClauseKind,
    Defect,
    DefectKind,
    End,
    Every,
    FigureKind,
    Hedge,
    Listing,
    Measure,
    Obligation,
    PairingRule,
    Party,
    Quota,
    Text,
)
from .labels import AssistancePlan, Precision
from .shared import PERCENT, PLACES, QUOTATION_MARKS_LOST

MEASURES: Final = (
    Measure(
        id="GX-5.1",
        kind=ClauseKind.QUOTA,
        at="篇一 二(五)1",
        title=Text("支持贫困地区高校", "Support of universities in poor areas"),
        says=Text(
            "从优势学科和平台、新专业、教改项目名额、高层次人才等方面扶持贫困地区高校，并积极扶持每所高校各建自治区级创新创业教学团队1至2个。",
            "Universities in poor areas are supported in strong disciplines and platforms, new majors, reform projects and "
            "highly qualified staff; every one of them is supported in building one or two teaching teams for innovation of regional rank.",
        ),
        units=("自治区教育厅", "人力资源社会保障厅", "编办", "财政厅"),
        plan=AssistancePlan.HIGHER,
        precisions=(Precision.CONSTRUCTION,),
        hedges=(Hedge.SUPPORTED,),
        defects=(
            Defect(
                DefectKind.LOST_SIGN,
                "12个",
                "1~2个",
                Text(
                    "连接号脱落，与二（四）2的两处同例",
                    "The dash of a range was lost, as twice in the clause on specialties",
                ),
                Certainty.DERIVED,
            ),
        ),
        effects=(
            Quota(
                id="GX-5.1",
                title=Text(
                    "自治区级创新创业教学团队", "teaching teams for innovation of regional rank"
                ),
                unit=Text("个团队", "teams"),
                low=1,
                high=2,
                each=Text("每所贫困地区高校", "each university in a poor area"),
                hedges=(Hedge.SUPPORTED,),
            ),
            Listing(
                id="GX-5.1/fields",
                title=Text("其他扶持事项", "what else is supported"),
                items=(
                    Text("优势特色学科专业及相关平台", "strong disciplines and their platforms"),
                    Text("申报开设新专业", "new majors"),
                    Text("教学改革项目申报配额", "more places for reform projects"),
                    Text("引进和培养高层次人才", "highly qualified talents"),
                ),
            ),
        ),
    ),
    Measure(
        id="GX-5.2",
        kind=ClauseKind.QUOTA,
        at="篇一 二(五)2",
        title=Text("专项招生计划", "Special admission plans"),
        says=Text(
            "国家重点高校本科第一批面向贫困地区的定向计划继续执行，定向生源不够时酌情降分录取本科第二批考生；区内本科第一批重点高校的专项计划逐年至少增长1%，原有加分照旧。",
            "Directed places at first-tier universities for poor areas go on; when directed candidates are too few, second-batch "
            "undergraduates may be taken at a lower score. The in-region first-tier plan grows by at least 1 percent a year, and bonus "
            "points of poor-area candidates stay.",
        ),
        units=("自治区教育厅", "发展改革委"),
        plan=AssistancePlan.HIGHER,
        precisions=(Precision.CONSTRUCTION,),
        hedges=(Hedge.AT_DISCRETION,),
        effects=(
            Obligation(
                id="GX-5.2/directed",
                title=Text(
                    "执行国家重点高校一本定向招生专项计划",
                    "keep the directed admission plan of key national first-tier universities",
                ),
                every=Every.YEAR,
            ),
            Obligation(
                id="GX-5.2/lowered_line",
                title=Text(
                    "定向生源不足时，降分录取本科第二批考生",
                    "when directed candidates are too few, admit second-batch undergraduates at a lower score",
                ),
                every=Every.EACH_TIME,
                hedges=(Hedge.AT_DISCRETION,),
            ),
            Quota(
                id="GX-5.2/growth",
                title=Text(
                    "区内一本高校贫困地区专项计划比上年增长",
                    "yearly growth of the in-region first-tier plan for poor areas",
                ),
                figures=FigureKind.GROWTH_PERCENT,
                unit=PERCENT,
                low=1,
                yearly=True,
            ),
            Obligation(
                id="GX-5.2/bonus_points",
                title=Text("保留现有高考加分", "keep the bonus points of the entrance examination"),
                each=Text("每名贫困地区考生", "each candidate from a poor area"),
                every=Every.ALWAYS,
            ),
        ),
    ),
    Measure(
        id="GX-5.3",
        kind=ClauseKind.QUOTA,
        at="篇一 二(五)3",
        title=Text("民族预科和民族班招生", "Preparatory and ethnic classes"),
        says=Text(
            "免费民族预科2016年扩招20%，共1200人（据此上年为1000人），其后看生源一年年增加；民族班本科每年1200人左右，少数民族高层次骨干人才计划每年招硕士、博士300人左右。",
            "Free ethnic preparatory places grow by 20 percent in 2016 to 1,200, which makes 1,000 the year before, and rise "
            "after that with the supply of candidates. Ethnic classes take about 1,200 undergraduates a year, the High-Level "
            "Ethnic-Minority Talent Programme about 300 doctoral and master's students.",
        ),
        units=("教育厅", "财政厅"),
        plan=AssistancePlan.HIGHER,
        precisions=(Precision.CONSTRUCTION,),
        hedges=(Hedge.AS_CIRCUMSTANCES_ALLOW, Hedge.ROUGHLY),
        effects=(
            # 1200 is 20 percent more than it
            Quota(
                id="GX-5.3/base",
                title=Text(
                    "2015年免费民族预科招生计划，由“增加20%、共1200名”推算",
                    "free ethnic preparatory places in 2015, derived (1,200 are 20 percent more)",
                ),
                unit=PLACES,
                low=1000,
                high=1000,
                yearly=True,
                since=2015,
                due=2015,
            ),
            Quota(
                id="GX-5.3/preparatory_growth",
                title=Text(
                    "2016年免费民族预科招生计划增幅",
                    "growth of free ethnic preparatory places in 2016",
                ),
                figures=FigureKind.GROWTH_PERCENT,
                unit=PERCENT,
                low=20,
                high=20,
                yearly=True,
                since=2016,
                due=2016,
            ),
            Quota(
                id="GX-5.3/preparatory_places",
                title=Text("2016年免费民族预科新生", "free ethnic preparatory places in 2016"),
                unit=PLACES,
                low=1200,
                high=1200,
                yearly=True,
                since=2016,
                due=2016,
            ),
            # above last year's is printed; by how much is not
            Quota(
                id="GX-5.3/preparatory_rise",
                title=Text(
                    "其后免费民族预科计划逐年增加",
                    "growth of free ethnic preparatory places in later years",
                ),
                figures=FigureKind.GROWTH_PERCENT,
                unit=PERCENT,
                yearly=True,
                since=2017,
                hedges=(Hedge.AS_CIRCUMSTANCES_ALLOW,),
            ),
            Quota(
                id="GX-5.3/ethnic_class",
                title=Text("民族班本科生", "undergraduates of ethnic classes"),
                unit=PLACES,
                low=1200,
                yearly=True,
                hedges=(Hedge.ROUGHLY,),
            ),
            Quota(
                id="GX-5.3/postgraduates",
                title=Text(
                    "少数民族高层次骨干计划的博士、硕士生",
                    "doctoral and master's students of the High-Level Ethnic-Minority Talent Programme",
                ),
                unit=PLACES,
                low=300,
                yearly=True,
                hedges=(Hedge.ROUGHLY,),
            ),
        ),
    ),
    Measure(
        id="GX-5.4",
        kind=ClauseKind.SERVICE,
        at="篇一 二(五)4",
        title=Text("高校科技服务", "Science services of universities"),
        says=Text(
            "“高校科技服务地方新发展”活动每年举办；高校同贫困地区开展产业、行业技术合作，服务分帮扶、培训、指导、科普四类。",
            "Every year the event “University science serving new local development” (its name as printed) is held. Universities and poor "
            "areas work together on technology, with services of four kinds.",
        ),
        units=("教育厅",),
        plan=AssistancePlan.HIGHER,
        precisions=(Precision.PAIRING,),
        effects=(
            Obligation(
                id="GX-5.4/event",
                title=Text(
                    "举办高校科技服务地方新发展活动",
                    "hold the event “University science serving new local development”",
                ),
                every=Every.YEAR,
            ),
            Listing(
                id="GX-5.4/services",
                title=Text("服务种类", "kinds of service"),
                items=(
                    Text("科技帮扶", "help by science and technology"),
                    Text("科教培训", "training in science"),
                    Text("技术指导", "technical guidance"),
                    Text("科普宣传", "popular science"),
                ),
            ),
        ),
    ),
    Measure(
        id="GX-5.5",
        kind=ClauseKind.PAIRING,
        at="篇一 二(五)5",
        title=Text(
            "开放大学结对帮扶与一村一名大学生",
            "Pairing help of open universities; a college student per village",
        ),
        says=Text(
            "东部开放大学按国家安排与片区县电大一一结对，并为农村办公益性继续教育；“一村一名大学生”升级，贫困县的贫困村村村都要有若干人成长为后备干部、青年创业者、致富带头人。",
            "By national arrangement eastern open universities each help one county radio-and-television university of the "
            "contiguous area, and there is public-interest continuing education for the countryside. Through the college-student-per-"
            "village programme each poor village of a poor county gains a few people fit to be cadres, to found businesses or to lead.",
        ),
        units=("教育厅",),
        plan=AssistancePlan.HIGHER,
        precisions=(Precision.PAIRING,),
        hedges=(Hedge.SEVERAL,),
        defects=(
            Defect(
                DefectKind.LOST_SIGN,
                "一村一名大学生计划",
                "“一村一名大学生计划”",
                QUOTATION_MARKS_LOST,
            ),
        ),
        effects=(
            PairingRule(
                id="GX-5.5",
                title=Text(
                    "东部开放大学一对一帮扶片区县电大",
                    "eastern open universities help the area's county ones, one to one",
                ),
                helpers=(End(party=Party.OPEN_UNIVERSITY),),
                recipients=(End(party=Party.OPEN_UNIVERSITY, contiguous_area=True),),
                one_to_one=True,
            ),
            Obligation(
                id="GX-5.5/continuing_education",
                title=Text(
                    "为贫困地区的农村办公益性继续教育",
                    "give public-interest continuing education in the countryside of poor areas",
                ),
                every=Every.UNSTATED,
            ),
            Obligation(
                id="GX-5.5/villages",
                title=Text(
                    "后备干部、青年创业者、致富带头人各培养若干",
                    "train several reserve cadres, young founders and leaders",
                ),
                each=Text("每个位于贫困县的贫困村", "each poor village of a poor county"),
                every=Every.UNSTATED,
                hedges=(Hedge.SEVERAL,),
            ),
            Listing(
                id="GX-5.5/trained",
                title=Text("为贫困村培养的人", "who is trained for poor villages"),
                items=(
                    Text("后备干部", "reserve cadres"),
                    Text("创业青年", "young founders"),
                    Text("致富带头人", "leaders on the way out of poverty"),
                ),
            ),
            Listing(
                id="GX-5.5/programmes",
                title=Text("所依托的计划", "programme it is part of"),
                items=(
                    Text(
                        "一村一名大学生计划（开放大学升级版）",
                        "one college student per village, in its open-university form",
                    ),
                ),
            ),
        ),
    ),
)
