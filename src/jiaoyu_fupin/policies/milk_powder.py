"""A town's report on 国奶扶贫工程, a charity's project of infant formula for poor families.

References:
    None: the report's title, author and year are not known. It speaks of 我镇 and 我院, a town and its hospital.

Checked with:
    Press reports on the project: a foundation runs it with county health bodies; full aid is a gift of tins, partial aid
    (差额资助) lets a family buy at about a third of the price. The rules differ from county to county.

Limitations:
    The project is a charity's, not the state's, and the report sets no rule: it grants nothing and no amount follows.
    It prints no date and no place, so the policy has no life and no territory.
    Its total of tins is lost; 315 is what the two kinds named come to, not the total.
"""

from __future__ import annotations

from typing import Final

from ..clauses import (
    ClauseKind,
    Defect,
    DefectKind,
    Delivery,
    Hedge,
    Listing,
    Measure,
    Part,
    Policy,
    Tally,
    Text,
)

TINS: Final = Text("罐", "tins")
PEOPLE: Final = Text("人", "people")
DONATED: Final = Text("慈善捐赠", "charity donation")
SUBSIDISED: Final = Text("差额资助", "price-difference subsidy")

POLICY: Final = Policy(
    id="milk-powder",
    version="2",
    title=Text("某镇国奶扶贫工程工作汇报", "A town's report on the infant-formula relief project"),
    life=None,
    measures=(
        Measure(
            id="MP-1",
            kind=ClauseKind.STATISTICS,
            at="篇二 引言",
            title=Text("镇情", "The town"),
            says=Text(
                "介绍全镇的村数、总人口和婴幼儿数，三个数字都空缺。",
                "The number of villages, the population and the number of infants of the town are told, but all three figures are blank.",
            ),
            defects=(
                Defect(
                    DefectKind.ELIDED,
                    "我镇辖...个村",
                    None,
                    Text("村数缺失", "The number of villages is lost"),
                ),
                Defect(
                    DefectKind.ELIDED,
                    "总人口...人",
                    None,
                    Text("总人口缺失", "The population is lost"),
                ),
                Defect(
                    DefectKind.ELIDED,
                    "婴幼儿...人",
                    None,
                    Text("婴幼儿数缺失", "The number of infants is lost"),
                ),
                Defect(
                    DefectKind.LOST_HEADING,
                    "二、项目实施",
                    None,
                    Text(
                        "标题自“二”起，其前一节的标题“一”缺失，文字不详",
                        "Headings begin with the second; the first is lost and its words are not known",
                    ),
                ),
            ),
            effects=(
                Tally(
                    id="MP-1/villages",
                    title=Text("所辖村", "villages"),
                    unit=Text("个", "villages"),
                    total=None,
                ),
                Tally(
                    id="MP-1/population",
                    title=Text("总人口", "population"),
                    unit=PEOPLE,
                    total=None,
                ),
                Tally(
                    id="MP-1/infants",
                    title=Text("婴幼儿", "infants"),
                    unit=PEOPLE,
                    total=None,
                ),
            ),
        ),
        Measure(
            id="MP-2",
            kind=ClauseKind.OUTREACH,
            at="篇二 二 宣传",
            title=Text("项目宣传", "Publicity"),
            says=Text(
                "我院（汇报单位，名称不详）以现场宣教、微信群、村广播等形式，宣传工程的目的、意义和申领流程，让更多人知道。",
                "The reporting institution, whose name is not known, tells people on site, in chat groups, over village loudspeakers and in other ways the purpose and meaning of the project and how to apply, so that more know of it.",
            ),
            hedges=(Hedge.AND_OTHERS,),
            effects=(
                Listing(
                    id="MP-2/channels",
                    title=Text("宣传渠道", "channels"),
                    items=(
                        Text("现场宣教", "teaching on site"),
                        Text("微信入群", "chat groups"),
                        Text("村里广播", "village loudspeakers"),
                    ),
                    open=True,
                ),
                Listing(
                    id="MP-2/contents",
                    title=Text("宣传内容", "what people are told"),
                    items=(
                        Text("目的", "the purpose"),
                        Text("意义", "the meaning"),
                        Text("申领入组流程", "how to apply and join"),
                    ),
                ),
            ),
        ),
        Measure(
            id="MP-3",
            kind=ClauseKind.DELIVERY,
            at="篇二 二 发放",
            title=Text("奶粉发放", "Milk powder handed out"),
            says=Text(
                "到报告时我院（汇报单位，名称不详）发放的奶粉，来自慈善捐赠的45罐，来自差额资助的270罐；总数空缺。",
                "So far 45 tins of milk powder given by charity and 270 subsidised by price difference were handed out by the reporting institution, whose name is not known; the total is blank.",
            ),
            defects=(
                Defect(
                    DefectKind.ELIDED,
                    "共发放奶粉:...罐",
                    None,
                    Text(
                        "总罐数缺失；所列两种合计315罐，是否还有其他种类不详",
                        "The total is lost; the two kinds named come to 315, and whether there were others is not known",
                    ),
                ),
                Defect(
                    DefectKind.CONTRADICTION,
                    "截至目前全年",
                    None,
                    Text(
                        "“截至目前”与“全年”矛盾，且没有写明年份",
                        "“so far” and “the whole year” contradict each other, and no year is printed",
                    ),
                ),
            ),
            effects=(
                Tally(
                    id="MP-3/tins",
                    title=Text("发放奶粉", "milk powder handed out"),
                    unit=TINS,
                    total=None,
                    parts=(Part(DONATED, 45), Part(SUBSIDISED, 270)),
                ),
                Delivery(
                    id="MP-3/donated",
                    title=Text("慈善捐赠奶粉", "milk powder given by charity"),
                    count=45,
                    unit=TINS,
                    funder=DONATED,
                ),
                Delivery(
                    id="MP-3/subsidised",
                    title=Text("差额资助奶粉", "milk powder subsidised by price difference"),
                    count=270,
                    unit=TINS,
                    funder=SUBSIDISED,
                ),
            ),
        ),
        Measure(
            id="MP-4",
            kind=ClauseKind.STATISTICS,
            at="篇二 三",
            title=Text("存在问题", "Problems"),
            says=Text(
                "认识不足，多数家长看重进口奶粉；宣传不足，离预定目标差距很大。预定目标是多少没有写明。",
                "Awareness is poor, most parents thinking more of imported powder; publicity is insufficient, and the goal that was set is far off. What the goal was is not printed.",
            ),
            defects=(
                Defect(
                    DefectKind.MISSING_ITEM,
                    "3. 宣传不足",
                    None,
                    Text(
                        "编号由1跳到3，第2项缺失，内容不详",
                        "The numbers go from 1 to 3; item 2 is missing and not known",
                    ),
                ),
                Defect(
                    DefectKind.TRUNCATED,
                    "四、工作计划",
                    None,
                    Text("第四部分只有标题", "Part four is a heading without a body"),
                ),
            ),
            effects=(
                Listing(
                    id="MP-4/problems",
                    title=Text(
                        "问题（原编号1、3，缺2）", "problems, numbered 1 and 3; 2 is missing"
                    ),
                    items=(
                        Text(
                            "认识不足：多数家长不重视国产奶粉",
                            "poor awareness: most parents think little of domestic powder",
                        ),
                        Text(
                            "宣传不足：离预定目标差距很大",
                            "insufficient publicity: far from the goal that was set",
                        ),
                    ),
                ),
            ),
        ),
    ),
)
