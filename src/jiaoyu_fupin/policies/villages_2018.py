"""A report on the help given to two villages of 葛寨镇, 伊川县, in 2017 and 2018.

References:
    None: the report's own title, number and author are not known. The codes of 葛寨 are those of township lists.

Checked with:
    Nothing: no other account of what was delivered is known.

Limitations:
    It is a report, not a plan: it grants nothing. Its life is the two years it reports on, and what was done in one of
    them has that year's. The last day is not printed; the part on 2018 says "since 2018" and "this year", so part of
    that year may lie outside it.
    The helpers' own office calls itself 我办 and is not named. Of the 15 and 30 thousand yuan no unit cost follows where
    several things were paid from one sum, and what was lost from the text stays unknown.
    Its last section breaks off after the heading.
"""

from __future__ import annotations

from typing import Final

import pendulum

from ..clauses import (
    Certainty,
    ClauseKind,
    Defect,
    DefectKind,
    Delivery,
    End,
    Every,
    Hedge,
    Listing,
    Measure,
    Obligation,
    PairingRule,
    Party,
    Policy,
    Span,
    Territory,
    Text,
)

GEZHAI: Final = Territory(
    Text(
        "伊川县葛寨镇（2018年以前为葛寨乡）", "Gezhai Town, Yichuan County (a township until 2018)"
    ),
    (
        "410329205",  # 葛寨乡
        "410329112",  # 葛寨镇
    ),
)
"""One town, by its nine-digit code as a township and as a town; villages keep either in their longer codes."""

HOUSEHOLDS: Final = Text("户", "households")
PLACES: Final = Text("处", "places")

IN_2017: Final = Span(pendulum.date(2017, 1, 1), pendulum.date(2017, 12, 31))
IN_2018: Final = Span(pendulum.date(2018, 1, 1), pendulum.date(2018, 12, 31))

TOWN_BEFORE_ITS_TIME: Final = Defect(
    DefectKind.CONTRADICTION,
    "葛寨镇南坪村",
    "葛寨乡南坪村",
    Text(
        "葛寨2018年才由乡改镇，2017年时不应称镇",
        "Gezhai became a town in 2018; in 2017 it was a township",
    ),
    Certainty.MIRROR,
)

POLICY: Final = Policy(
    id="villages-2018",
    version="2",
    title=Text(
        "葛寨镇南坪村、黄岭村结对帮扶情况汇报（2017—2018年）",
        "Report on the help to Nanping and Huangling villages, Gezhai (2017 and 2018)",
    ),
    life=Span(pendulum.date(2017, 1, 1), pendulum.date(2018, 12, 31)),
    territory=GEZHAI,
    measures=(
        Measure(
            id="VL-0",
            kind=ClauseKind.SERVICE,
            at="篇五 引言",
            title=Text("定期走访结对村", "Regular visits to the paired village"),
            says=Text(
                "单位主要领导和帮扶组成员定期到结对村走访：2017年1月起去南坪村，2018年起去黄岭村；间隔没有写明。",
                "The leaders and the members of the help team visit the paired village regularly: Nanping from January 2017, Huangling from 2018. The interval is not printed.",
            ),
            defects=(TOWN_BEFORE_ITS_TIME,),
            effects=(
                Obligation(
                    id="VL-0/visits",
                    title=Text(
                        "单位领导和帮扶组成员定期走访",
                        "regular visits by the leaders and the members of the help team",
                    ),
                    each=Text("每个结对帮扶村", "each paired village"),
                    every=Every.UNSTATED,
                    visits=True,
                ),
                Listing(
                    id="VL-0/villages",
                    title=Text("结对帮扶村", "paired villages"),
                    items=(
                        Text("南坪村（2017年1月起）", "Nanping, from January 2017"),
                        Text("黄岭村（2018年起）", "Huangling, from 2018"),
                    ),
                ),
            ),
        ),
        Measure(
            id="VL-1",
            kind=ClauseKind.DELIVERY,
            at="篇五 (一)",
            title=Text("南坪村幼儿园", "Nanping's kindergarten"),
            says=Text(
                "协调县教体局出资，并联合筹资共40万元（各出多少不明），把南坪村闲置的小学校舍改成一所普惠幼儿园，全村120名适龄儿童受益。",
                "The county education and sports office was brought to give money and 400,000 yuan were raised jointly (who gave what is open), and Nanping's idle school became an inclusive kindergarten that serves 120 children of age, all the village has.",
            ),
            defects=(
                Defect(
                    DefectKind.LOST_HEADING,
                    "二、2018年结对帮扶葛寨镇黄岭村情况",
                    None,
                    Text(
                        "只有标题“二”，其前关于2017年南坪村的标题“一”缺失，文字不详",
                        "Only the second heading is there; the first, before the part on Nanping in 2017, is lost and its words are not known",
                    ),
                ),
                TOWN_BEFORE_ITS_TIME,
            ),
            life=IN_2017,
            effects=(
                Delivery(
                    id="VL-1",
                    title=Text(
                        "闲置校舍改造成普惠幼儿园",
                        "an idle school converted to an inclusive kindergarten",
                    ),
                    count=1,
                    unit=Text("所", "kindergarten"),
                    yuan=400_000,
                    funder=Text(
                        "县教体局出资并联合筹资",
                        "the county education and sports office, and money raised together",
                    ),
                    reached=120,
                    reached_unit=Text("名适龄儿童", "children of age"),
                    year=2017,
                ),
            ),
        ),
        Measure(
            id="VL-2",
            kind=ClauseKind.DELIVERY,
            at="篇五 (二)",
            title=Text("产业扶贫", "Relief by industry"),
            says=Text(
                "与教体局等联合筹资15万元建成9个蘑菇蔬菜大棚，并用互助金为贫困户办理贷款，带动18户贫困户种植；贷款数额没有写明。",
                "150,000 yuan were raised with the education and sports office and another body for 9 mushroom and vegetable greenhouses; poor households got loans from the mutual-aid fund, and 18 of them were taken along. The sum of the loans is not printed.",
            ),
            defects=(
                Defect(
                    DefectKind.REMOVED_NAME,
                    "联合教体局、^v^筹资15万元",
                    None,
                    Text(
                        "此处“^v^”顶替被隐去的单位名称，与篇三中代表引号不同",
                        "^v^ stands for a body whose name was removed, not for a quotation mark as in plan three",
                    ),
                    Certainty.BACKGROUND,
                ),
            ),
            life=IN_2017,
            effects=(
                Delivery(
                    id="VL-2/greenhouses",
                    title=Text("建成蘑菇蔬菜种植大棚", "mushroom and vegetable greenhouses built"),
                    count=9,
                    unit=Text("个", "greenhouses"),
                    yuan=150_000,
                    funder=Text(
                        "与教体局及一家名称被隐去的单位联合筹资",
                        "raised with the education and sports office and a body whose name was removed",
                    ),
                    year=2017,
                ),
                Delivery(
                    id="VL-2/loans",
                    title=Text("为贫困户办理贷款", "loans to poor households"),
                    funder=Text("互助金项目", "mutual-aid fund"),
                    year=2017,
                ),
                # reached by greenhouses and loans together: no cost for each follows from the greenhouses' sum
                Delivery(
                    id="VL-2/households",
                    title=Text(
                        "带动贫困户发展蘑菇蔬菜种植",
                        "poor households taken along into growing mushrooms and vegetables",
                    ),
                    reached=18,
                    reached_unit=HOUSEHOLDS,
                    year=2017,
                ),
            ),
        ),
        Measure(
            id="VL-3",
            kind=ClauseKind.DELIVERY,
            at="篇五 (三)",
            title=Text("改善基础设施", "Better infrastructure"),
            says=Text(
                "出资3万元：太阳能路灯装了8盏，体育器材修了或添了5处，篮球场和戏台各改善1个，老年活动室新建1个。3万元是只付路灯还是全部，看不出来。",
                "30,000 yuan were given; 8 solar street lamps were put up, sports equipment at 5 places was repaired or added, 1 basketball court and 1 stage were improved, and 1 activity room for the elderly was built. Whether the sum paid for the lamps or for everything cannot be told.",
            ),
            defects=(
                Defect(
                    DefectKind.ODD_WORDING,
                    "(三)是改善基础设施",
                    "(三)改善基础设施",
                    Text("标题中多一“是”字", "The heading has a needless 是"),
                ),
                Defect(
                    DefectKind.MISPRINT,
                    "太阳灯路灯",
                    "太阳能路灯",
                    Text("“灯”为“能”之误", "灯 is written for 能: solar street lamps"),
                ),
                Defect(
                    DefectKind.ODD_WORDING,
                    "出资3万元",
                    None,
                    Text(
                        "所付范围不明：可能只是路灯，也可能是其后全部项目，故不推算单价",
                        "What the sum covers is unclear: the lamps, or all that follows; no unit cost is derived",
                    ),
                ),
            ),
            life=IN_2017,
            effects=(
                Delivery(
                    id="VL-3/all",
                    title=Text(
                        "改善基础设施出资（范围不明）",
                        "money given for infrastructure, of unclear extent",
                    ),
                    yuan=30_000,
                    year=2017,
                ),
                Delivery(
                    id="VL-3/lamps",
                    title=Text("安装太阳能路灯", "solar street lamps put up"),
                    count=8,
                    unit=Text("盏", "lamps"),
                    year=2017,
                ),
                Delivery(
                    id="VL-3/sports",
                    title=Text("修缮、增加体育器材", "sports equipment repaired or added"),
                    count=5,
                    unit=PLACES,
                    year=2017,
                ),
                Delivery(
                    id="VL-3/court",
                    title=Text("改善篮球场", "basketball court improved"),
                    count=1,
                    unit=Text("个", "basketball court"),
                    year=2017,
                ),
                Delivery(
                    id="VL-3/stage",
                    title=Text("改善戏台", "stage improved"),
                    count=1,
                    unit=Text("个", "stage"),
                    year=2017,
                ),
                Delivery(
                    id="VL-3/activity_room",
                    title=Text("新建老年活动室", "activity room for the elderly built"),
                    count=1,
                    unit=Text("个", "activity room"),
                    year=2017,
                ),
            ),
        ),
        Measure(
            id="VL-4",
            kind=ClauseKind.DELIVERY,
            at="篇五 (四)",
            title=Text("文化墙", "Culture walls"),
            says=Text(
                "维修文化墙3处，新增5处，内容有核心价值观、“五星支部”、二十四孝图、善行义举榜等。",
                "3 culture walls were repaired and 5 added, on core values, the five-star branch, the twenty-four tales of filial piety, a roll of good deeds and the like.",
            ),
            hedges=(Hedge.AND_OTHERS,),
            life=IN_2017,
            effects=(
                Delivery(
                    id="VL-4/repaired",
                    title=Text("维修文化墙", "culture walls repaired"),
                    count=3,
                    unit=PLACES,
                    year=2017,
                ),
                Delivery(
                    id="VL-4/added",
                    title=Text("新增文化墙", "culture walls added"),
                    count=5,
                    unit=PLACES,
                    year=2017,
                ),
                Listing(
                    id="VL-4/themes",
                    title=Text("新增文化墙的内容", "what the added walls show"),
                    items=(
                        Text("社会主义核心价值观", "core socialist values"),
                        Text("“五星支部”创建", "how to become a five-star Party branch"),
                        Text("二十四孝图", "the twenty-four tales of filial piety"),
                        Text("善行义举榜", "a roll of good deeds"),
                    ),
                    open=True,
                ),
            ),
        ),
        Measure(
            id="VL-5",
            kind=ClauseKind.SERVICE,
            at="篇五 二(一)",
            title=Text("上门走访慰问", "Visits at home"),
            says=Text(
                "2018年在黄岭村：每名帮扶人员每月至少到结对贫困户家中一次，完善档卡、核对信息、制定帮扶方案；对大病患者、残疾人等，另外定期登门看望，间隔没有写明。",
                "In Huangling in 2018 each helper goes to the paired poor household at least once a month, completes its file, checks the data and makes a plan of help. The seriously ill, the disabled and others are visited regularly; the interval is not printed.",
            ),
            hedges=(Hedge.AND_OTHERS,),
            defects=(
                Defect(
                    DefectKind.MISPRINT,
                    "当卡资料",
                    "档卡资料",
                    Text("“当”为“档”之误", "当 is written for 档: the household's file"),
                ),
                Defect(
                    DefectKind.MISPRINT,
                    "帮扶放哪",
                    "帮扶方案",
                    Text(
                        "“放哪”为“方案”之误，读音相近",
                        "放哪 is written for 方案, a plan, which sounds much the same",
                    ),
                    Certainty.BACKGROUND,
                ),
            ),
            life=IN_2018,
            effects=(
                PairingRule(
                    id="VL-5",
                    title=Text("帮扶人员与贫困户结对", "helpers paired with poor households"),
                    helpers=(End(party=Party.CADRE),),
                    recipients=(End(party=Party.HOUSEHOLD, poor=True),),
                ),
                Obligation(
                    id="VL-5/visits",
                    title=Text(
                        "帮扶人员到贫困户家中对接", "the helper goes to the household's home"
                    ),
                    each=Text(
                        "每名帮扶人员与其每户结对贫困户",
                        "each helper and each poor household paired with that helper",
                    ),
                    every=Every.MONTH,
                    visits=True,
                    at_least=1,
                ),
                Obligation(
                    id="VL-5/files",
                    title=Text("完善档卡、核对信息", "the file completed and its data checked"),
                    each=Text("每户结对贫困户", "each paired poor household"),
                    every=Every.UNSTATED,
                ),
                Obligation(
                    id="VL-5/plans",
                    title=Text("制定帮扶方案", "a plan of help made"),
                    each=Text("每户结对贫困户", "each paired poor household"),
                    every=Every.UNSTATED,
                ),
                Obligation(
                    id="VL-5/ill_and_disabled",
                    title=Text("定期上门慰问、探视", "regular visits at home"),
                    each=Text(
                        "每名大病患者、残疾人等", "each seriously ill, disabled or similar person"
                    ),
                    every=Every.UNSTATED,
                    hedges=(Hedge.AND_OTHERS,),
                ),
            ),
        ),
        Measure(
            id="VL-6",
            kind=ClauseKind.DELIVERY,
            at="篇五 二(二)",
            title=Text("落实扶贫优惠政策", "Relief policies brought to households"),
            says=Text(
                "2018年为17名慢性病患者办门诊卡；63户办理到户增收63笔，金额空缺；3户办小额贷款共7万元；13人申报雨露计划；短期技能培训班有23人报名。",
                "In 2018, 17 chronically ill people of poor households got outpatient cards; 63 households got 63 payments of household-income aid, the sum blank; 3 got small loans of 70,000 yuan in all; 13 people applied to the Yulu programme; 23 signed up for a short skills course.",
            ),
            defects=(
                Defect(
                    DefectKind.ELIDED,
                    "发放到户增收资金万元",
                    None,
                    Text("金额缺失，不是零", "The sum is lost; it is not zero"),
                ),
                Defect(
                    DefectKind.ODD_WORDING,
                    "共培训报名23人",
                    "共有23人报名参加培训",
                    Text(
                        "23人是报名人数，是否受训没有写明",
                        "23 signed up; whether they were trained is not printed",
                    ),
                ),
            ),
            life=IN_2018,
            effects=(
                Delivery(
                    id="VL-6/outpatient_cards",
                    title=Text("办理慢性病门诊卡", "chronic-illness outpatient cards"),
                    count=17,
                    unit=Text("张", "cards"),
                    reached=17,
                    reached_unit=Text("名慢性病患者", "chronically ill people"),
                    year=2018,
                ),
                Delivery(
                    id="VL-6/income_aid",
                    title=Text("发放到户增收资金", "household-income aid paid"),
                    count=63,
                    unit=Text("笔", "payments"),
                    reached=63,
                    reached_unit=HOUSEHOLDS,
                    year=2018,
                ),
                Delivery(
                    id="VL-6/loans",
                    title=Text("办理小额贷款", "small loans"),
                    yuan=70_000,
                    reached=3,
                    reached_unit=HOUSEHOLDS,
                    year=2018,
                ),
                Delivery(
                    id="VL-6/yulu",
                    title=Text("协调申报雨露计划", "applications to the Yulu programme"),
                    count=13,
                    unit=Text("人", "applicants"),
                    year=2018,
                ),
                # signed up, not trained: nobody is said to have been reached
                Delivery(
                    id="VL-6/training",
                    title=Text("短期技能培训班报名", "people signed up for a short skills course"),
                    count=23,
                    unit=Text("人", "people signed up"),
                    year=2018,
                ),
            ),
        ),
        Measure(
            id="VL-7",
            kind=ClauseKind.DELIVERY,
            at="篇五 二(三)",
            title=Text("基础设施建设", "Infrastructure"),
            says=Text(
                "标题称帮助完善基础设施，正文中断，办了什么不得而知。",
                "The heading speaks of help with infrastructure; the text breaks off there, and what was done is not known.",
            ),
            defects=(
                Defect(
                    DefectKind.TRUNCATED,
                    "(三)帮助完善基础设施建设",
                    None,
                    Text(
                        "标题之后正文中断，没有内容",
                        "The text breaks off after the heading, nothing follows",
                    ),
                ),
                Defect(
                    DefectKind.TRUNCATED,
                    "相关范文推荐",
                    None,
                    Text(
                        "其后是网站推荐的其他范文，不属于本篇",
                        "What follows advertises other texts and is no part of the report",
                    ),
                ),
            ),
            life=IN_2018,
            effects=(
                Delivery(
                    id="VL-7",
                    title=Text(
                        "帮助完善基础设施（内容缺失）",
                        "help with infrastructure, what it was is lost",
                    ),
                    year=2018,
                ),
            ),
        ),
    ),
)
