"""Plan two of eight: weak schools of the compulsory stage."""

from __future__ import annotations

from typing import Final

from ...clauses import (
    ClauseKind,
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
    SameArea,
    SchoolLevel,
    Tally,
    Text,
)
from .labels import AssistancePlan, Precision
from .shared import COMPULSORY_KINDS, COUNTIES, SCHOOLS, YUAN

SCHOOL: Final = Text("每所贫困地区中小学校", "each primary or secondary school of a poor area")
WEAK_SCHOOL: Final = Text("每所薄弱学校", "each weak school")
KEPT: Final = Text("每所保留的村小学或教学点", "each village school or teaching point that is kept")

MEASURES: Final = (
    Measure(
        id="GX-2.1",
        kind=ClauseKind.CONSTRUCTION,
        at="篇一 二(二)1",
        title=Text("全面改善薄弱学校", "Improving weak schools"),
        says=Text(
            "逐校摸底，一校一册、一校一图，薄弱校另列需求清单和建设台账。统筹全面改薄等专项资金，计划以约50亿元投向54个贫困县，建校舍约150万平方米，其中农村寄宿制学校新建或扩建500多所；"
            "努力使小学高年级生和初中生应宿尽宿、一人一床位，大通铺和大班额（按本库理解，门槛低于2017年目标的超大班额）得到解决。",
            "Every school is surveyed and gets a file and a plan of its own; each weak one also a need list and a construction "
            "ledger. About 5 billion yuan, from earmarked funds such as that for weak schools, are planned for the 54 poor counties and about 1.5 million square metres of school "
            "buildings, over 500 rural boarding schools that are built or extended among them. The aim is that upper-primary and "
            "junior pupils who need boarding are accommodated, with a bed each, and that shared sleeping platforms disappear, as do large classes "
            "(as read here, from a smaller class size on than the oversized ones of the 2017 target).",
        ),
        units=("教育厅", "财政厅", "各县人民政府"),
        plan=AssistancePlan.COMPULSORY,
        precisions=(Precision.CONSTRUCTION,),
        hedges=(
            Hedge.AND_OTHERS,
            Hedge.CHIEFLY,
            Hedge.LEANING,
            Hedge.PLANNED,
            Hedge.ROUGHLY,
            Hedge.ABOUT,
            Hedge.OVER,
            Hedge.ENDEAVOURING,
        ),
        effects=(
            Obligation(
                id="GX-2.1/survey",
                title=Text("摸底排查", "survey the school"),
                each=SCHOOL,
                every=Every.ONCE,
            ),
            Obligation(
                id="GX-2.1/file",
                title=Text("建立学校档册（一校一册）", "keep a file of the school"),
                each=SCHOOL,
                every=Every.ONCE,
            ),
            Obligation(
                id="GX-2.1/plan",
                title=Text(
                    "绘制学校规划图（一校一图），据以编制建设规划",
                    "draw up the school's building plan",
                ),
                each=SCHOOL,
                every=Every.ONCE,
            ),
            Obligation(
                id="GX-2.1/need_list",
                title=Text("建立需求清单", "draw up a list of needs"),
                each=WEAK_SCHOOL,
                every=Every.ONCE,
            ),
            Obligation(
                id="GX-2.1/ledger",
                title=Text("建立建设台账", "open a construction ledger"),
                each=WEAK_SCHOOL,
                every=Every.ONCE,
            ),
            Tally(
                id="GX-2.1/counties",
                title=Text("资金投向的贫困县", "poor counties that the money goes to"),
                unit=COUNTIES,
                total=54,
            ),
            Quota(
                id="GX-2.1/funds",
                title=Text("投入贫困县的改薄资金", "money put into weak schools of poor counties"),
                figures=FigureKind.YUAN,
                unit=YUAN,
                low=5_000_000_000,
                hedges=(Hedge.CHIEFLY, Hedge.LEANING, Hedge.PLANNED, Hedge.ROUGHLY),
            ),
            Listing(
                id="GX-2.1/sources",
                title=Text("统筹的资金", "funds that are combined"),
                items=(Text("全面改薄专项资金", "earmarked funds for weak schools"),),
                open=True,
            ),
            Quota(
                id="GX-2.1/floor_area",
                title=Text("建设校舍面积", "floor area of school buildings"),
                unit=Text("平方米", "square metres"),
                low=1_500_000,
                hedges=(Hedge.PLANNED, Hedge.ABOUT),
            ),
            Quota(
                id="GX-2.1/boarding_schools",
                title=Text(
                    "新建、改扩建的农村寄宿制学校（计入150万平方米）",
                    "rural boarding schools built or extended, part of the 1.5 million square metres",
                ),
                unit=SCHOOLS,
                low=500,
                hedges=(Hedge.PLANNED, Hedge.OVER),
            ),
            Obligation(
                id="GX-2.1/boarding",
                title=Text("应宿尽宿", "accommodate the pupils who need boarding"),
                each=Text(
                    "每名应寄宿的小学高年级学生或初中生",
                    "each upper-primary or junior pupil who should board",
                ),
                every=Every.ALWAYS,
                hedges=(Hedge.ENDEAVOURING,),
            ),
            Quota(
                id="GX-2.1/beds",
                title=Text("寄宿生床位", "beds of boarders"),
                unit=Text("个床位", "beds"),
                low=1,
                each=Text(
                    "每名寄宿的小学高年级学生或初中生",
                    "each upper-primary or junior pupil who boards",
                ),
                hedges=(Hedge.ENDEAVOURING,),
            ),
            Obligation(
                id="GX-2.1/communal_dormitories",
                title=Text("解决大通铺", "do away with shared sleeping platforms"),
                every=Every.UNSTATED,
            ),
            Obligation(
                id="GX-2.1/large_classes",
                title=Text("解决大班额", "do away with large classes"),
                every=Every.UNSTATED,
            ),
        ),
    ),
    Measure(
        id="GX-2.2",
        kind=ClauseKind.SERVICE,
        at="篇一 二(二)2",
        title=Text("办好必要的村小学和教学点", "Keeping the village schools that are needed"),
        says=Text(
            "自治区支持办好必要的村小学和教学点。撤并学校须慎重：替代学校先建成，原有的村小学或教学点才可撤；保留下来的按标准建设，让孩子在近处上学。",
            "The region supports the village schools and teaching points that are needed. Schools are merged with care: a village school or teaching point is closed only once its replacement stands. Those "
            "that stay are brought up to standard, and children attend school nearby.",
        ),
        units=("教育厅", "各市、县人民政府"),
        plan=AssistancePlan.COMPULSORY,
        precisions=(Precision.CONSTRUCTION,),
        hedges=(Hedge.SUPPORTED,),
        effects=(
            Obligation(
                id="GX-2.2/replacement_first",
                title=Text(
                    "替代学校建成在前，撤并在后", "have the replacement standing before the closing"
                ),
                each=Text(
                    "每所撤并的村小学或教学点",
                    "each village school or teaching point that is closed",
                ),
                every=Every.EACH_TIME,
            ),
            Obligation(
                id="GX-2.2/standard",
                title=Text("按标准建设", "bring up to standard"),
                each=KEPT,
                every=Every.ONCE,
            ),
            Obligation(
                id="GX-2.2/nearby",
                title=Text("就近有学可上", "have a school place nearby"),
                each=Text("每名贫困地区适龄儿童", "each child of school age in a poor area"),
                every=Every.ALWAYS,
            ),
        ),
    ),
    Measure(
        id="GX-2.3",
        kind=ClauseKind.SERVICE,
        at="篇一 二(二)3",
        title=Text("教育信息化", "Information technology in schools"),
        says=Text(
            "贫困地区中小学加快配齐信息化设施，教师人人接受信息技术培训，师生由此用得上优质数字资源；应用水平分步提高。",
            "Schools of poor areas get their information-technology infrastructure and all their teachers are trained in it, so "
            "that good digital resources reach teachers and pupils; its use improves step by step.",
        ),
        units=("教育厅", "各市、县人民政府"),
        plan=AssistancePlan.COMPULSORY,
        precisions=(Precision.CONSTRUCTION,),
        hedges=(Hedge.STEP_BY_STEP,),
        effects=(
            Obligation(
                id="GX-2.3/infrastructure",
                title=Text("建设信息化基础设施", "build the information-technology infrastructure"),
                each=SCHOOL,
                every=Every.UNSTATED,
            ),
            Obligation(
                id="GX-2.3/training",
                title=Text(
                    "接受信息技术应用培训", "be trained in the use of information technology"
                ),
                each=Text("每名贫困地区教师", "each teacher of a poor area"),
                every=Every.UNSTATED,
            ),
            Obligation(
                id="GX-2.3/use",
                title=Text("提高信息化应用水平", "improve the use of information technology"),
                each=SCHOOL,
                every=Every.UNSTATED,
                hedges=(Hedge.STEP_BY_STEP,),
            ),
        ),
    ),
    Measure(
        id="GX-2.4",
        kind=ClauseKind.PAIRING,
        at="篇一 二(二)4",
        title=Text("义务教育结对帮扶", "Pairing help among compulsory schools"),
        says=Text(
            "分三层：市直学校和市辖区的优质学校带县城学校，县城（城区）学校带本县农村薄弱学校，乡镇中心校带本乡镇的村小学和教学点。",
            "Help comes down in three tiers: to county seats from city-level schools and the good ones of a city's districts; from "
            "county seats, in a district its urban area, to the weak rural schools of the county; from a township's central school to its village schools and "
            "teaching points.",
        ),
        units=("各市、县人民政府",),
        plan=AssistancePlan.COMPULSORY,
        precisions=(Precision.PAIRING,),
        effects=(
            PairingRule(
                id="GX-2.4/city_county",
                title=Text(
                    "市级学校（市辖区的须为优质学校）帮扶县城学校",
                    "city schools, of districts only good ones, help county-seat schools",
                ),
                # rosters have one level for schools of a city and of its districts: which runs a school nobody records,
                # so that a district's has to be good is for whoever pairs them
                helpers=(
                    End(
                        party=Party.SCHOOL,
                        kinds=COMPULSORY_KINDS,
                        levels=(SchoolLevel.CITY,),
                    ),
                ),
                recipients=(
                    End(
                        party=Party.SCHOOL,
                        kinds=COMPULSORY_KINDS,
                        levels=(SchoolLevel.COUNTY,),
                    ),
                ),
                within=SameArea.CITY,
            ),
            PairingRule(
                id="GX-2.4/county_rural",
                title=Text(
                    "县城学校帮扶农村薄弱学校", "county-seat schools help weak rural schools"
                ),
                # rosters give the schools of a district's town the level of the city
                helpers=(
                    End(
                        party=Party.SCHOOL,
                        kinds=COMPULSORY_KINDS,
                        levels=(SchoolLevel.CITY, SchoolLevel.COUNTY),
                    ),
                ),
                # the levels say that it is rural
                recipients=(
                    End(
                        party=Party.SCHOOL,
                        kinds=COMPULSORY_KINDS,
                        levels=(
                            SchoolLevel.TOWNSHIP,
                            SchoolLevel.VILLAGE,
                            SchoolLevel.TEACHING_POINT,
                        ),
                        weak=True,
                    ),
                ),
                within=SameArea.COUNTY,
            ),
            PairingRule(
                id="GX-2.4/township_village",
                title=Text(
                    "乡镇中心校帮扶本乡镇村小学、教学点",
                    "a township's central school helps its village schools and teaching points",
                ),
                helpers=(
                    End(
                        party=Party.SCHOOL,
                        kinds=COMPULSORY_KINDS,
                        levels=(SchoolLevel.TOWNSHIP,),
                    ),
                ),
                recipients=(
                    End(
                        party=Party.SCHOOL,
                        kinds=COMPULSORY_KINDS,
                        levels=(SchoolLevel.VILLAGE, SchoolLevel.TEACHING_POINT),
                    ),
                ),
                within=SameArea.TOWNSHIP,
            ),
        ),
    ),
)
