"""A town's poverty-relief plan of 2020: where it stands, what it aims at, what it grants to students and households.

References:
    The text of the plan that is known leaves the town's name out; its neighbours tell that it is 寿县正阳关镇.
    国开办发〔2015〕19号 sets the Yulu subsidy that TN-5 points to.

Checked with:
    A fuller copy of the plan on another site prints the same household figures, so the remainder of 198 households
    and 427 people is the plan's own. No report of what the town paid or reached is known.

Limitations:
    The plan prints no amount for anyone. It is the work plan of one year, so it is held to that calendar year; that the
    year is 2020 is the text's claim, and such texts have had their year exchanged before.
    It says 贫困户子女 of the Yulu subsidy and leaves the rest to the programme: vocational students on a full-time
    formal roll. The terms of a small loan are the lender's; whether they are met is a fact of the household.
    Figures that the text has lost stay unknown; those of the fuller copy stand in the reasons only.
    The schooling of TN-5 has no year of its own; it is held to the plan's year.
"""

from __future__ import annotations

from typing import Final

import pendulum

from ..clauses import (
    AllOf,
    AnyOf,
    Benefit,
    Budget,
    Certainty,
    ClauseKind,
    Count,
    Coverage,
    Defect,
    DefectKind,
    End,
    Every,
    Hedge,
    Household,
    InKind,
    Is,
    Judgement,
    Ledger,
    Listing,
    Measure,
    Obligation,
    PairingRule,
    Part,
    Party,
    Per,
    Policy,
    Quota,
    Span,
    Stage,
    Student,
    Tally,
    Target,
    Territory,
    Text,
    Unstated,
    Within,
    household,
    student,
)
from . import national
from .documents import YULU_2015

ZHENGYANGGUAN: Final = Territory(
    Text("寿县正阳关镇", "Zhengyangguan Town, Shou County"), ("340422104",)
)
"""One town, by its nine-digit code; codes given to townships have no history here."""

STUDENT_OF_THE_TOWN: Final = Within(student.home_township, ZHENGYANGGUAN)
HOUSEHOLD_OF_THE_TOWN: Final = Within(household.home_township, ZHENGYANGGUAN)

HOUSEHOLDS: Final = Text("户", "households")
PEOPLE: Final = Text("人", "people")
ORDINARY: Final = Text("一般贫困户", "ordinary poor households")
DIBAO: Final = Text("低保贫困户", "households on subsistence allowance")
WUBAO: Final = Text("五保贫困户", "five-guarantee households")
ILLNESS: Final = Text("因病致贫", "poor through illness")
DISABILITY: Final = Text("因残致贫", "poor through disability")

POLICY: Final = Policy(
    id="town-2020",
    version="3",
    title=Text("某镇2020年扶贫工作计划", "A town's plan of poverty relief for 2020"),
    life=Span(pendulum.date(2020, 1, 1), pendulum.date(2020, 12, 31)),
    territory=ZHENGYANGGUAN,
    measures=(
        Measure(
            id="TN-1",
            kind=ClauseKind.STATISTICS,
            at="篇四 引言",
            title=Text("镇情与贫困户构成", "The town and its poor households"),
            says=Text(
                "镇下有农业村（街道）10个、城市社区2个；建档立卡贫困户共1719户、5120人：一般户811户、2720人，低保户613户、1818人，五保户97户、155人；致贫因为疾病的有975户、2813人，因为残疾的有368户、1121人。面积、人口、耕地和两项占比在文中空缺。",
                "The town has 10 farming villages or streets and 2 urban communities. Registered are 1719 households with 5120 people: 811 ordinary with 2720, 613 on subsistence allowance with 1818, 97 five-guarantee with 155. Illness made 975 households with 2813 people poor, disability 368 with 1121. Area, population, farmland and both percentages are blank in the text.",
            ),
            defects=(
                Defect(
                    DefectKind.REMOVED_NAME,
                    "_镇位于",
                    "正阳关镇位于",
                    Text(
                        "镇名被隐去；淮河、淠河对岸的邻县和所辖村、社区数目指向寿县正阳关镇",
                        "The town's name was removed; the neighbours across the two rivers and the number of villages and communities point to Zhengyangguan in Shou County",
                    ),
                    Certainty.DERIVED,
                ),
                Defect(
                    DefectKind.REMOVED_NAME,
                    "位于_西南部",
                    None,
                    Text(
                        "所在地的名称被隐去；该镇在寿县县城西南，原文写的是县还是县城不得而知",
                        "The name of what it lies south-west of was removed; the town lies south-west of Shou County's seat, and whether the county or the seat was written is not known",
                    ),
                ),
                Defect(
                    DefectKind.ELIDED,
                    "镇域国土面积平方公里",
                    None,
                    Text(
                        "面积数字缺失；另一较完整的转载作102.8，未经核实",
                        "The area is lost; a fuller copy, unconfirmed, has 102.8",
                    ),
                ),
                Defect(
                    DefectKind.ELIDED,
                    "现有人口万人",
                    None,
                    Text(
                        "人口数字缺失；另一较完整的转载作6.2，未经核实",
                        "The population is lost; a fuller copy, unconfirmed, has 6.2",
                    ),
                ),
                Defect(
                    DefectKind.ELIDED,
                    "其中农业人口万",
                    None,
                    Text(
                        "农业人口数字缺失；另一较完整的转载作5.8，未经核实",
                        "The farming population is lost; a fuller copy, unconfirmed, has 5.8",
                    ),
                ),
                Defect(
                    DefectKind.ELIDED,
                    "耕地面积万亩",
                    None,
                    Text(
                        "耕地面积数字缺失；另一较完整的转载作9.3，未经核实",
                        "The farmland is lost; a fuller copy, unconfirmed, has 9.3",
                    ),
                ),
                Defect(
                    DefectKind.ELIDED,
                    "分别占贫困户的、。",
                    None,
                    Text(
                        "因病、因残两项占比都缺失；以户计，分母为1719，可由户数算出；另一较完整的转载作56.7%和21.4%，未经核实",
                        "Both percentages, for illness and for disability, are lost; their base is the 1719 households, from which they can be computed; a fuller copy, unconfirmed, has 56.7 % and 21.4 %",
                    ),
                ),
                Defect(
                    DefectKind.DOES_NOT_ADD_UP,
                    "建档立卡贫困户1719户5120人",
                    None,
                    Text(
                        "三类合计1521户4693人，比总数少198户427人；差额没有说明，不予分摊",
                        "The three categories come to 1521 households and 4693 people, 198 and 427 short of the totals; the plan does not say why, and nothing is spread",
                    ),
                ),
                Defect(
                    DefectKind.LOST_HEADING,
                    "二、指导思想",
                    None,
                    Text(
                        "标题自“二”起，其前一节的标题“一”缺失，文字不详",
                        "Headings begin with the second; the first is lost and its words are not known",
                    ),
                ),
            ),
            effects=(
                Listing(
                    id="TN-1/neighbours",
                    title=Text("隔河相邻的县", "counties across the rivers"),
                    items=(
                        Text("阜阳市颍上县", "Yingshang County of Fuyang"),
                        Text("六安市霍邱县", "Huoqiu County of Lu'an"),
                    ),
                ),
                Tally(
                    id="TN-1/area",
                    title=Text("镇域国土面积", "the town's area"),
                    unit=Text("平方公里", "square kilometres"),
                    total=None,
                ),
                Tally(
                    id="TN-1/places",
                    title=Text(
                        "所辖村（街道）和社区，总数由所列两项相加",
                        "villages, streets and communities; the total is the sum of the two printed",
                    ),
                    unit=Text("个", "places"),
                    total=12,
                    parts=(
                        Part(Text("农业村（街道）", "farming villages or streets"), 10),
                        Part(Text("城市社区", "urban communities"), 2),
                    ),
                ),
                Tally(
                    id="TN-1/population",
                    title=Text("现有人口", "population"),
                    unit=Text("万人", "ten thousand people"),
                    total=None,
                    parts=(Part(Text("农业人口", "farming population"), None),),
                    whole=False,
                ),
                Tally(
                    id="TN-1/farmland",
                    title=Text("耕地面积", "farmland"),
                    unit=Text("万亩", "ten thousand mu"),
                    total=None,
                ),
                Tally(
                    id="TN-1/households",
                    title=Text("建档立卡贫困户户数", "registered households"),
                    unit=HOUSEHOLDS,
                    total=1719,
                    parts=(Part(ORDINARY, 811), Part(DIBAO, 613), Part(WUBAO, 97)),
                ),
                Tally(
                    id="TN-1/people",
                    title=Text("建档立卡贫困户人数", "people of registered households"),
                    unit=PEOPLE,
                    total=5120,
                    parts=(Part(ORDINARY, 2720), Part(DIBAO, 1818), Part(WUBAO, 155)),
                ),
                Tally(
                    id="TN-1/household_causes",
                    title=Text("致贫原因户数", "registered households by cause of poverty"),
                    unit=HOUSEHOLDS,
                    total=1719,
                    parts=(Part(ILLNESS, 975), Part(DISABILITY, 368)),
                    whole=False,
                ),
                Tally(
                    id="TN-1/people_causes",
                    title=Text(
                        "致贫原因人数", "people of registered households by cause of poverty"
                    ),
                    unit=PEOPLE,
                    total=5120,
                    parts=(Part(ILLNESS, 2813), Part(DISABILITY, 1121)),
                    whole=False,
                ),
            ),
        ),
        Measure(
            id="TN-0",
            kind=ClauseKind.PRINCIPLE,
            at="篇四 二",
            title=Text("指导思想", "The guiding idea"),
            says=Text(
                "围绕县里脱贫摘帽的目标，党员干部带头帮扶，解决群众实际困难，发展壮大农村经济，使贫困户增收。",
                "The town works for the county's leaving the list of poor counties: Party members and cadres lead the help, people's real difficulties are solved, the rural economy grows and poor households earn more.",
            ),
            defects=(
                Defect(
                    DefectKind.CONTRADICTION,
                    "“贫困县摘帽”的工作目标",
                    None,
                    Text(
                        "2020年该县已退出贫困县（2018年批次），这一表述早于本计划",
                        "By 2020 the county had left the list, in the batch of 2018: the wording is older than the plan",
                    ),
                    Certainty.PRESS,
                ),
            ),
            effects=(
                Listing(
                    id="TN-0/aims",
                    title=Text("工作着力点", "what the work is to bring"),
                    items=(
                        Text("贫困县摘帽", "the county leaves the poor-county list"),
                        Text("解决群众实际困难", "people's real difficulties are solved"),
                        Text("党员干部带头", "Party members and cadres lead"),
                        Text("发展壮大农村经济", "the rural economy grows"),
                        Text("贫困户增收致富", "poor households earn more"),
                    ),
                ),
            ),
        ),
        Measure(
            id="TN-2",
            kind=ClauseKind.TARGET,
            at="篇四 三",
            title=Text("2020年总体目标", "Aims for 2020"),
            says=Text(
                "预计2020年脱贫150户422人，投入产业资金892万元、基础设施资金1504万元；通过危房改造、小额信贷等措施和整村推进等项目，农村环境明显好转、基础设施基本完善。",
                "In 2020, 150 households with 422 people are expected to leave poverty, and 8.92 million yuan to go into industry, 15.04 million into infrastructure. By repair of houses, small loans and other measures, and by whole-village and other projects, the countryside is to change for the better and its infrastructure to be basically complete.",
            ),
            hedges=(Hedge.EXPECTED, Hedge.BASICALLY, Hedge.AND_OTHERS),
            defects=(
                Defect(
                    DefectKind.LOST_SIGN,
                    "投入892万",
                    "投入892万元",
                    Text("脱落货币单位“元”", "The unit yuan is lost"),
                ),
                Defect(
                    DefectKind.LOST_SIGN,
                    "投入1504万",
                    "投入1504万元",
                    Text("脱落货币单位“元”", "The unit yuan is lost"),
                ),
            ),
            effects=(
                Listing(
                    id="TN-2/measures",
                    title=Text("帮扶措施", "measures of help"),
                    items=(
                        Text("贫困户危房改造", "repair of poor households' unsafe houses"),
                        Text("小额信贷", "small loans"),
                    ),
                    open=True,
                ),
                Target(
                    id="TN-2/households",
                    title=Text("脱贫户数", "households out of poverty"),
                    aim=Count(Text("脱贫的贫困户", "households out of poverty"), 150, HOUSEHOLDS),
                    since=2020,
                    due=2020,
                    hedges=(Hedge.EXPECTED,),
                ),
                Target(
                    id="TN-2/people",
                    title=Text("脱贫人数", "people out of poverty"),
                    aim=Count(Text("脱贫的人口", "people out of poverty"), 422, PEOPLE),
                    since=2020,
                    due=2020,
                    hedges=(Hedge.EXPECTED,),
                ),
                Target(
                    id="TN-2/industry",
                    title=Text("产业资金投入", "money put into industry"),
                    aim=Budget(Text("投入产业资金", "money put into industry"), 8_920_000),
                    since=2020,
                    due=2020,
                    hedges=(Hedge.EXPECTED,),
                ),
                Target(
                    id="TN-2/infrastructure",
                    title=Text("基础设施投入", "money put into infrastructure"),
                    aim=Budget(
                        Text("投入基础设施资金", "money put into infrastructure"), 15_040_000
                    ),
                    since=2020,
                    due=2020,
                    hedges=(Hedge.EXPECTED,),
                ),
                Listing(
                    id="TN-2/projects",
                    title=Text("项目", "projects"),
                    items=(
                        Text("扶贫整村推进", "whole-village poverty relief"),
                        Text("美丽乡村建设", "beautiful villages"),
                        Text("产业发展", "industry"),
                    ),
                    open=True,
                ),
                Target(
                    id="TN-2/environment",
                    title=Text("农村生活环境改观", "a better place to live"),
                    aim=Judgement(
                        Text("农村生活环境大为改观", "rural living conditions are much better")
                    ),
                    since=2020,
                    due=2020,
                ),
                Target(
                    id="TN-2/facilities",
                    title=Text("农村基础设施完善", "rural infrastructure complete"),
                    aim=Judgement(Text("农村基础设施完善", "rural infrastructure is complete")),
                    since=2020,
                    due=2020,
                    hedges=(Hedge.BASICALLY,),
                ),
            ),
        ),
        Measure(
            id="TN-3",
            kind=ClauseKind.SERVICE,
            at="篇四 四1",
            title=Text("结对走访", "Visits to paired households"),
            says=Text(
                "按帮扶任务分配表和帮扶队员名单，计划走访所结对的贫困户，与帮扶单位、各村及时联系，制定帮扶计划，掌握情况，落实帮扶责任制；走访多久一次没有写明。",
                "By the table of assignments and the list of helpers, visits to the paired poor households are planned; helping units and villages are kept in touch with, help plans are written, and each helper's responsibility is laid down. How often to visit is not printed.",
            ),
            hedges=(Hedge.PLANNED,),
            defects=(
                Defect(
                    DefectKind.MISPRINT,
                    "解决贫困群众实际情况",
                    "解决贫困群众实际困难",
                    Text(
                        "“解决”的对象应是困难；前一句已用“实际情况”",
                        "What is solved can only be difficulties; the words before have just said 实际情况",
                    ),
                ),
            ),
            effects=(
                PairingRule(
                    id="TN-3",
                    title=Text(
                        "帮扶队员与贫困户结对", "helpers paired with the town's poor households"
                    ),
                    helpers=(End(party=Party.CADRE),),
                    recipients=(End(party=Party.HOUSEHOLD, poor=True),),
                ),
                Obligation(
                    id="TN-3/visits",
                    title=Text("走访结对贫困户", "a visit"),
                    each=Text("每户结对贫困户", "each paired poor household"),
                    every=Every.UNSTATED,
                    visits=True,
                    hedges=(Hedge.PLANNED,),
                ),
                Obligation(
                    id="TN-3/liaison",
                    title=Text(
                        "与帮扶单位、各村及时沟通联系",
                        "timely contact with helping units and villages",
                    ),
                    every=Every.UNSTATED,
                ),
                Obligation(
                    id="TN-3/plans",
                    title=Text("制定扶贫工作计划", "a plan of the help is written"),
                    every=Every.UNSTATED,
                ),
                Obligation(
                    id="TN-3/responsibility",
                    title=Text(
                        "完善帮扶工作责任制", "each helper's responsibility is laid down better"
                    ),
                    every=Every.ALWAYS,
                ),
            ),
        ),
        Measure(
            id="TN-4",
            kind=ClauseKind.CONSTRUCTION,
            at="篇四 四2",
            title=Text("基础设施与特色产业", "Infrastructure and special industries"),
            says=Text(
                "加大基础设施投入，缺什么补什么；靠特色产业、社会事业、劳动者技能等，使贫困户的生产生活条件改善，贫困村集体收入增加。本条没有数额。",
                "More goes into infrastructure, where it is lacking. Special industries, public services and a better skilled labour force improve the lives of poor households and raise the collective income of poor villages. No figure is printed.",
            ),
            hedges=(Hedge.AND_OTHERS,),
            effects=(
                Listing(
                    id="TN-4/ways",
                    title=Text("发展方式", "ways to develop"),
                    items=(
                        Text("特色产业", "special industries"),
                        Text("公共事业", "public services"),
                        Text("劳动者的素质和能力", "a better skilled labour force"),
                    ),
                    open=True,
                ),
                Obligation(
                    id="TN-4/infrastructure",
                    title=Text("加大基础设施投入", "more is put into infrastructure"),
                    every=Every.UNSTATED,
                ),
                Obligation(
                    id="TN-4/living_conditions",
                    title=Text("改善生产生活条件", "working and living conditions are improved"),
                    each=Text("每户贫困户", "each poor household"),
                    every=Every.UNSTATED,
                ),
                Obligation(
                    id="TN-4/collective_income",
                    title=Text("增加集体经济收入", "collective income is raised"),
                    each=Text("每个贫困村", "each poor village"),
                    every=Every.UNSTATED,
                ),
            ),
        ),
        Measure(
            id="TN-5",
            kind=ClauseKind.ENTITLEMENT,
            at="篇四 四3",
            title=Text("教育扶贫", "Poverty relief by education"),
            says=Text(
                "确保贫困户子女读完九年义务教育；在此基础上按雨露计划发给补贴，并引导社会各界助学。补贴数额没有写明。",
                "Every child of a poor household is sure to finish the nine compulsory years; beyond these the Yulu subsidy is paid, and society is moved to help the children study. The amount is not printed.",
            ),
            documents=(YULU_2015,),
            defects=(
                Defect(
                    DefectKind.MISPRINT,
                    "扶贫教育",
                    "教育扶贫",
                    Text(
                        "词序颠倒；本条讲的是以教育扶贫",
                        "The two words are the wrong way round; the clause is about relief by education",
                    ),
                ),
            ),
            effects=(
                Target(
                    id="TN-5/schooling",
                    title=Text(
                        "贫困户子女完成九年义务教育",
                        "children of poor households complete compulsory schooling",
                    ),
                    aim=Coverage(
                        Text(
                            "义务教育年龄的建档立卡贫困户子女",
                            "children of registered households who are of compulsory school age",
                        ),
                        Text("在校就读，没有失学辍学", "are at school and have not dropped out"),
                        Ledger.LIST,
                    ),
                    since=2020,
                    due=2020,
                ),
                Benefit(
                    id="TN-5",
                    title=Text("雨露计划助学补助", "Yulu study subsidy"),
                    subject=Student,
                    place=STUDENT_OF_THE_TOWN,
                    when=AllOf(
                        Is(student.stage, Stage.VOCATIONAL, Stage.HIGHER_VOCATIONAL),
                        student.full_time,
                        student.formal_roll,
                        student.registered,
                    ),
                    amount=Unstated(national=national.YULU),
                    per=Per.SCHOOL_YEAR,
                    carries_out="CN-5",
                ),
                Obligation(
                    id="TN-5/society",
                    title=Text(
                        "引导社会各界和爱心人士帮助完成学业",
                        "society and kind persons are moved to help them finish school",
                    ),
                    every=Every.UNSTATED,
                ),
            ),
        ),
        Measure(
            id="TN-6",
            kind=ClauseKind.SERVICE,
            at="篇四 四4",
            title=Text("技能培训", "Skills training"),
            says=Text(
                "鼓励贫困户劳动力参加技能培训；镇里按发展产业的需求，不定期请专业技术人员到各村培训，帮助就业创业。",
                "The labour force of poor households is encouraged to take skills training; at irregular times the town has specialists train in the villages what the households' industries need, so that people find or make work.",
            ),
            hedges=(Hedge.ENCOURAGED,),
            effects=(
                Obligation(
                    id="TN-6/attendance",
                    title=Text("参加技能培训", "skills training is taken"),
                    each=Text(
                        "每名贫困户劳动力", "each member of a poor household who is able to work"
                    ),
                    every=Every.UNSTATED,
                    hedges=(Hedge.ENCOURAGED,),
                ),
                Obligation(
                    id="TN-6/training",
                    title=Text(
                        "邀请专业技术人员开展技能培训（不定期）",
                        "specialists are invited to train, at irregular times",
                    ),
                    each=Text("每个村", "each village"),
                    every=Every.UNSTATED,
                ),
            ),
        ),
        Measure(
            id="TN-7",
            kind=ClauseKind.SERVICE,
            at="篇四 四5",
            title=Text("产业扶贫", "Poverty relief by industry"),
            says=Text(
                "龙头企业、专业大户等新型经营主体和扶贫车间带动贫困户增收，并借美丽乡村建设改变村貌。",
                "Large specialised farms, leading firms and other new kinds of business, with poverty-relief workshops, take poor households along so that they earn more; the building of beautiful villages changes how villages look.",
            ),
            hedges=(Hedge.AND_OTHERS,),
            effects=(
                Listing(
                    id="TN-7/leaders",
                    title=Text(
                        "起带动作用的新型经营主体",
                        "new kinds of business that take households along",
                    ),
                    items=(
                        Text("专业大户", "large specialised farms"),
                        Text("龙头企业", "leading firms"),
                    ),
                    open=True,
                ),
                Listing(
                    id="TN-7/means",
                    title=Text("抓手与契机", "means"),
                    items=(
                        Text("扶贫车间", "poverty-relief workshops"),
                        Text("美丽乡村建设", "building of beautiful villages"),
                    ),
                ),
                Obligation(
                    id="TN-7/income",
                    title=Text(
                        "带动发展，稳定增收", "taken along so that its income grows steadily"
                    ),
                    each=Text("每户贫困户", "each poor household"),
                    every=Every.UNSTATED,
                ),
            ),
        ),
        Measure(
            id="TN-8",
            kind=ClauseKind.ENTITLEMENT,
            at="篇四 四6",
            title=Text("危房改造", "Repair of unsafe houses"),
            says=Text(
                "贫困户和边缘户的危房予以新建或修缮，解决基本住宿；补助数额没有写明。",
                "Where the house of a poor or marginal household is unsafe it is built anew or repaired, so that basic housing is secured; no amount is printed.",
            ),
            effects=(
                Benefit(
                    id="TN-8",
                    title=Text("危房新建或修缮", "an unsafe house rebuilt or repaired"),
                    subject=Household,
                    place=HOUSEHOLD_OF_THE_TOWN,
                    when=AllOf(
                        AnyOf(household.registered, household.marginal), household.house_unsafe
                    ),
                    amount=InKind(
                        Text("房屋新建或修缮", "the house rebuilt or repaired"),
                    ),
                    per=Per.ONCE,
                ),
            ),
        ),
        Measure(
            id="TN-9",
            kind=ClauseKind.ORGANISATION,
            at="篇四 四7",
            title=Text("扶贫项目责任", "Who answers for projects"),
            says=Text(
                "扶贫项目由党政主要负责人主抓主管，保质保量完成。",
                "The heads of Party and government answer for relief projects, which are completed in full quality and quantity.",
            ),
            effects=(
                Obligation(
                    id="TN-9/heads",
                    title=Text("党政主抓主管", "the heads of Party and government answer for it"),
                    each=Text("每个扶贫项目", "each relief project"),
                    every=Every.ALWAYS,
                ),
                Obligation(
                    id="TN-9/completion",
                    title=Text("保质保量完成", "completed in full quality and quantity"),
                    each=Text("每个扶贫项目", "each relief project"),
                    every=Every.ONCE,
                ),
            ),
        ),
        Measure(
            id="TN-10",
            kind=ClauseKind.ENTITLEMENT,
            at="篇四 四8",
            title=Text("扶贫小额信贷", "Small loans"),
            says=Text(
                "凡符合条件的建档立卡贫困户都能贷到款、用好款、还上款；贷款额度没有写明。",
                "Every eligible registered household can get a loan, uses it well and pays it back; no sum is printed.",
            ),
            defects=(
                Defect(
                    DefectKind.MISPRINT,
                    "还的上",
                    "还得上",
                    Text(
                        "“的”为“得”之误，与“贷得到、用得好”并列",
                        "的 is written for 得, as in the two phrases before it",
                    ),
                ),
            ),
            effects=(
                Benefit(
                    id="TN-10",
                    title=Text("扶贫小额贷款", "small loan"),
                    subject=Household,
                    place=HOUSEHOLD_OF_THE_TOWN,
                    when=AllOf(household.registered, household.loan_conditions_met),
                    amount=Unstated(),
                    per=Per.UNSTATED,
                    repayable=True,
                ),
                Listing(
                    id="TN-10/life_cycle",
                    title=Text("一笔贷款的全过程", "the life of a loan"),
                    items=(
                        Text("贷得到", "granted"),
                        Text("用得好", "used well"),
                        Text("还得上", "repaid"),
                    ),
                ),
                Obligation(
                    id="TN-10/all",
                    title=Text("贷得到、用得好、还得上", "a loan granted, used well and repaid"),
                    each=Text(
                        "每户符合条件的建档立卡贫困户",
                        "each eligible registered household of the town",
                    ),
                    every=Every.ALWAYS,
                ),
            ),
        ),
        Measure(
            id="TN-11",
            kind=ClauseKind.ORGANISATION,
            at="篇四 五1–3",
            title=Text("保障措施", "Safeguards"),
            says=Text(
                "成立脱贫攻坚领导组，镇党委书记任组长，镇长和扶贫工作站站长任副组长；广泛宣传；扶贫工作纳入目标考核并有奖惩，镇纪委不定期督查，设举报箱。",
                "A leading group is set up, headed by the town's Party secretary with the town head and the head of the poverty-relief station as deputies. The work is made known widely; it counts in performance reviews, with rewards and penalties; the town's discipline inspection looks into it at irregular times, and there is a report box.",
            ),
            defects=(
                Defect(
                    DefectKind.MISPRINT,
                    "公平、公证",
                    "公平、公正",
                    Text(
                        "“公证”（公证处的证明）为“公正”之误",
                        "公证, a notary's act, is written for 公正, fair",
                    ),
                ),
            ),
            effects=(
                Quota(
                    id="TN-11/head",
                    title=Text("领导组组长", "heads of the leading group"),
                    unit=PEOPLE,
                    low=1,
                    high=1,
                ),
                Quota(
                    id="TN-11/deputies",
                    title=Text("领导组副组长", "deputy heads of the leading group"),
                    unit=PEOPLE,
                    low=2,
                    high=2,
                ),
                Listing(
                    id="TN-11/roles",
                    title=Text("领导组组成", "who is on the leading group"),
                    items=(
                        Text("组长：镇党委书记", "head: the town's Party secretary"),
                        Text("副组长：镇长", "deputy: the town head"),
                        Text(
                            "副组长：扶贫工作站站长",
                            "deputy: the head of the poverty-relief station",
                        ),
                    ),
                ),
                Obligation(
                    id="TN-11/daily_work",
                    title=Text(
                        "负责日常工作，监督政策执行",
                        "the group does the daily work and sees that policies are carried out",
                    ),
                    every=Every.ALWAYS,
                ),
                Obligation(
                    id="TN-11/publicity",
                    title=Text(
                        "利用新闻媒体广泛宣传", "the work is made known widely by the news media"
                    ),
                    every=Every.UNSTATED,
                ),
                Obligation(
                    id="TN-11/assessment",
                    title=Text(
                        "纳入目标考核，奖励先进、鞭策后进",
                        "the work counts in performance reviews, with rewards and penalties",
                    ),
                    every=Every.UNSTATED,
                ),
                Obligation(
                    id="TN-11/inspection",
                    title=Text(
                        "镇纪委督查（不定期）",
                        "the town's discipline inspection looks into the work, at irregular times",
                    ),
                    every=Every.UNSTATED,
                ),
                Obligation(
                    id="TN-11/report_box",
                    title=Text("设立监督举报箱", "a report box is kept"),
                    every=Every.ALWAYS,
                ),
            ),
        ),
    ),
)
