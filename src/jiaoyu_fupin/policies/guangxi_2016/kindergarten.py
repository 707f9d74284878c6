"""Plan one of eight: kindergartens."""

from __future__ import annotations

from typing import Final

from ...clauses import (
    AllOf,
    Benefit,
    Certainty,
    ClauseKind,
    Defect,
    DefectKind,
    End,
    Every,
    FigureKind,
    Hedge,
    Is,
    Listing,
    Measure,
    Obligation,
    Ownership,
    PairingRule,
    Party,
    Per,
    Quota,
    SameArea,
    School,
    SchoolKind,
    SchoolLevel,
    Text,
    Unstated,
    school,
)
from .labels import AssistancePlan, Precision
from .shared import PERCENT, POOR_COUNTY, SCHOOL_IN_A_POOR_AREA, SCHOOL_IN_GUANGXI, YUAN

MEASURES: Final = (
    Measure(
        id="GX-1.1",
        kind=ClauseKind.CONSTRUCTION,
        at="篇一 二(一)1",
        title=Text("建设公办幼儿园", "Building public kindergartens"),
        says=Text(
            "自治区支持贫困县：城区视需要新建公办园1至2所，条件具备的乡镇各建中心园1所；每所按规模补助200万至600万元，公办乡镇中心园基本遍及贫困地区。"
            "各条责任单位以排在首位者牵头，全文适用。",
            "The region supports poor counties: as needed, one or two public kindergartens in the urban area, and one public central "
            "kindergarten in each township that has the conditions. Each is granted 2 to 6 million yuan by its size, and central "
            "kindergartens basically reach every township. Throughout the plan the unit named first is in the lead.",
        ),
        units=("教育厅", "国土资源厅", "住房城乡建设厅", "各市、县人民政府"),
        plan=AssistancePlan.KINDERGARTEN,
        precisions=(Precision.CONSTRUCTION,),
        hedges=(
            Hedge.AS_NEEDED,
            Hedge.SUPPORTED,
            Hedge.WHERE_CONDITIONS_ALLOW,
            Hedge.BASICALLY,
        ),
        defects=(
            Defect(
                DefectKind.LOST_SIGN,
                "12所",
                "1~2所",
                Text(
                    "转码时脱落连接号；另一文本在此处留有乱码",
                    "The dash of a range was lost in conversion; another print shows a stray sign in its place",
                ),
                Certainty.OFFICIAL,
            ),
            Defect(
                DefectKind.LOST_SIGN,
                "200万600万元",
                "200万~600万元",
                Text(
                    "连接号脱落；自治区2018年的补助为城区、县城每所400万至600万元，乡镇、村每所200万至400万元，合起来正是这一幅度",
                    "The dash of a range was lost; the region's grants of 2018, 4 to 6 million in towns and 2 to 4 million in "
                    "townships and villages, span the same range",
                ),
                Certainty.DERIVED,
            ),
        ),
        effects=(
            Quota(
                id="GX-1.1/urban",
                title=Text(
                    "城区新建公办幼儿园", "public kindergartens built in a county's urban area"
                ),
                unit=Text("所", "kindergartens"),
                # where none is needed, none is built: that is no breach
                high=2,
                each=POOR_COUNTY,
                hedges=(Hedge.AS_NEEDED, Hedge.SUPPORTED),
            ),
            Quota(
                id="GX-1.1/township",
                title=Text("乡镇公办中心幼儿园", "public central kindergartens of townships"),
                unit=Text("所", "kindergartens"),
                low=1,
                high=1,
                each=Text(
                    "每个有条件建园的贫困县乡镇",
                    "each township of a poor county that has the conditions to build",
                ),
                hedges=(Hedge.SUPPORTED, Hedge.WHERE_CONDITIONS_ALLOW),
            ),
            Quota(
                id="GX-1.1/grant",
                title=Text("按建设规模给的补助", "building grant, by size"),
                figures=FigureKind.YUAN,
                unit=YUAN,
                low=2_000_000,
                high=6_000_000,
                each=Text("每所新建的公办幼儿园", "each public kindergarten that is built"),
            ),
            Quota(
                id="GX-1.1/coverage",
                title=Text(
                    "有公办中心幼儿园的乡镇所占比例",
                    "share of poor areas' townships with a public central kindergarten",
                ),
                unit=PERCENT,
                low=100,
                hedges=(Hedge.BASICALLY,),
            ),
            Listing(
                id="GX-1.1/programmes",
                title=Text("所依托的计划", "programme it is part of"),
                items=(
                    Text(
                        "二期学前教育三年行动计划",
                        "second three-year action plan for preschool education",
                    ),
                ),
            ),
        ),
    ),
    Measure(
        id="GX-1.2",
        kind=ClauseKind.FUNDING,
        at="篇一 二(一)2",
        title=Text("普惠幼儿园奖补", "Grants to inclusive kindergartens"),
        says=Text(
            "经认定的多元普惠幼儿园（幼儿园中的一类）在贫困地区得到扶持和奖补，形式有改善条件、代付租金、提高教师待遇、培训教师及其他；普惠性资源覆盖率要提高。金额和比率均未载。",
            "In poor areas kindergartens that are recognised as diversified inclusive ones, a kind of its own, are supported with grants, "
            "spent on premises, on rent, on teachers' pay or training, among other things. Inclusive preschool places are to reach "
            "further. Neither an amount nor a rate is printed.",
        ),
        units=("教育厅", "财政厅", "各市、县人民政府"),
        plan=AssistancePlan.KINDERGARTEN,
        precisions=(Precision.CONSTRUCTION,),
        hedges=(Hedge.SUPPORTED, Hedge.AND_OTHERS),
        effects=(
            Benefit(
                id="GX-1.2",
                title=Text(
                    "多元普惠幼儿园奖补（改善条件、付租金、提高教师待遇、培训教师，或给钱或办事）",
                    "grant to a kindergarten recognised as inclusive, in money or in kind: premises, rent, pay, training",
                ),
                subject=School,
                place=SCHOOL_IN_GUANGXI,
                when=AllOf(
                    Is(school.kind, SchoolKind.KINDERGARTEN),
                    school.inclusive,
                    SCHOOL_IN_A_POOR_AREA,
                ),
                amount=Unstated(),
                per=Per.UNSTATED,
            ),
            Listing(
                id="GX-1.2/channels",
                title=Text("扶持方式", "ways of support"),
                items=(
                    Text("改善办园条件", "better premises"),
                    Text("支付租金", "paying the rent"),
                    Text("改善教师待遇", "better pay of teachers"),
                    Text("开展教师培训", "training of teachers"),
                ),
                open=True,
            ),
            # an aim: the clause prints no rate to reach
            Obligation(
                id="GX-1.2/coverage",
                title=Text(
                    "提高普惠性学前教育资源覆盖率",
                    "raise the coverage of inclusive preschool education",
                ),
                every=Every.UNSTATED,
            ),
        ),
    ),
    Measure(
        id="GX-1.3",
        kind=ClauseKind.PAIRING,
        at="篇一 二(一)3",
        title=Text("学前教育结对帮扶", "Pairing help among kindergartens"),
        says=Text(
            "一县之内分两层结对：县城（城区）的公办园和优质民办园带乡镇中心园，中心园再带本乡镇的村级园。",
            "There are two tiers within a county: public and good private kindergartens of the county seat, in a district of its urban area, help central kindergartens of "
            "townships; each of these helps the village kindergartens of its own township.",
        ),
        units=("各县人民政府",),
        plan=AssistancePlan.KINDERGARTEN,
        precisions=(Precision.PAIRING,),
        effects=(
            PairingRule(
                id="GX-1.3/county_township",
                title=Text(
                    "县城幼儿园帮扶乡镇中心幼儿园",
                    "county-seat kindergartens help central kindergartens of townships",
                ),
                # rosters give the schools of a district's town the level of the city
                helpers=(
                    End(
                        party=Party.SCHOOL,
                        kinds=(SchoolKind.KINDERGARTEN,),
                        levels=(SchoolLevel.CITY, SchoolLevel.COUNTY),
                        ownership=Ownership.PUBLIC,
                    ),
                    End(
                        party=Party.SCHOOL,
                        kinds=(SchoolKind.KINDERGARTEN,),
                        levels=(SchoolLevel.CITY, SchoolLevel.COUNTY),
                        ownership=Ownership.PRIVATE,
                        good=True,
                    ),
                ),
                recipients=(
                    End(
                        party=Party.SCHOOL,
                        kinds=(SchoolKind.KINDERGARTEN,),
                        levels=(SchoolLevel.TOWNSHIP,),
                    ),
                ),
                within=SameArea.COUNTY,
            ),
            PairingRule(
                id="GX-1.3/township_village",
                title=Text(
                    "乡镇中心幼儿园帮扶本乡镇村级幼儿园",
                    "central kindergartens help the village kindergartens of their township",
                ),
                helpers=(
                    End(
                        party=Party.SCHOOL,
                        kinds=(SchoolKind.KINDERGARTEN,),
                        levels=(SchoolLevel.TOWNSHIP,),
                    ),
                ),
                recipients=(
                    End(
                        party=Party.SCHOOL,
                        kinds=(SchoolKind.KINDERGARTEN,),
                        levels=(SchoolLevel.VILLAGE,),
                    ),
                ),
                within=SameArea.TOWNSHIP,
            ),
        ),
    ),
)
