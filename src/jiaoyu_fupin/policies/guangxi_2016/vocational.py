"""Plan four of eight: secondary vocational schools of counties."""

from __future__ import annotations

from typing import Final

from ...clauses import (
    Certainty,
    ClauseKind,
    Defect,
    DefectKind,
    End,
    Every,
    Hedge,
    Listing,
    Measure,
    Obligation,
    PairingRule,
    Party,
    Quota,
    SchoolKind,
    SchoolLevel,
    Text,
)
from .labels import AssistancePlan, Precision
from .shared import PERCENT, POOR_COUNTY, QUOTATION_MARKS_LOST, SCHOOLS, SPECIALTIES

SCHOOL_WITH_CONDITIONS: Final = Text(
    "每所有条件的贫困县中等专业学校",
    "each secondary vocational school of a poor county that has the conditions",
)

MEASURES: Final = (
    Measure(
        id="GX-4.1",
        kind=ClauseKind.CONSTRUCTION,
        at="篇一 二(四)1",
        title=Text("贫困县办好新型中专", "A good vocational school in each poor county"),
        says=Text(
            "自治区支持贫困县各办好新型中等专业学校1所，2020年前基本合乎国家和自治区标准。",
            "The region supports each poor county in running one good secondary vocational school of the new type, which by 2020 basically meets the "
            "standards of nation and region.",
        ),
        units=("教育厅", "财政厅", "人力资源社会保障厅", "各市、县人民政府"),
        plan=AssistancePlan.VOCATIONAL,
        precisions=(Precision.CONSTRUCTION,),
        hedges=(Hedge.SUPPORTED, Hedge.BASICALLY),
        effects=(
            Quota(
                id="GX-4.1",
                title=Text(
                    "合乎国家和自治区标准的新型中等专业学校",
                    "secondary vocational schools of the new type that meet national and regional standards",
                ),
                unit=SCHOOLS,
                low=1,
                each=POOR_COUNTY,
                due=2020,
                hedges=(Hedge.SUPPORTED, Hedge.BASICALLY),
            ),
        ),
    ),
    Measure(
        id="GX-4.2",
        kind=ClauseKind.QUOTA,
        at="篇一 二(四)2",
        title=Text("县级中专专业设置", "Specialties of counties' vocational schools"),
        says=Text(
            "自治区支持具备条件的贫困县中专，按本县发展所需办骨干专业1至2个、涉农专业1至2个，并努力办特色专业2至3个。",
            "With the region's support a poor county's vocational school that has the conditions runs one or two backbone specialties, one or two agriculture-related "
            "ones and, as an endeavour, two or three featured ones, chosen by what the county needs.",
        ),
        units=("教育厅", "各市、县人民政府"),
        plan=AssistancePlan.VOCATIONAL,
        # the featured specialties are for rural labour that changes to other work
        precisions=(Precision.CONSTRUCTION, Precision.EMPLOYMENT),
        hedges=(Hedge.SUPPORTED, Hedge.WHERE_CONDITIONS_ALLOW, Hedge.ENDEAVOURING),
        defects=(
            Defect(
                DefectKind.LOST_SIGN,
                "12个",
                "1~2个",
                Text(
                    "连接号脱落，同句首项仍印作“1-2个”；另一文本同样脱落",
                    "The dash of a range was lost; the first item of the sentence still has it. Another print has the same loss",
                ),
                Certainty.MIRROR,
            ),
            Defect(
                DefectKind.LOST_SIGN,
                "23个",
                "2~3个",
                Text(
                    "连接号脱落，同句首项仍印作“1-2个”；另一文本同样脱落",
                    "The dash of a range was lost; the first item of the sentence still has it. Another print has the same loss",
                ),
                Certainty.MIRROR,
            ),
        ),
        effects=(
            Quota(
                id="GX-4.2/backbone",
                title=Text("骨干专业", "backbone specialties"),
                unit=SPECIALTIES,
                low=1,
                high=2,
                each=SCHOOL_WITH_CONDITIONS,
                hedges=(Hedge.SUPPORTED, Hedge.WHERE_CONDITIONS_ALLOW),
            ),
            Quota(
                id="GX-4.2/agriculture",
                title=Text("涉农专业", "agriculture-related specialties"),
                unit=SPECIALTIES,
                low=1,
                high=2,
                each=SCHOOL_WITH_CONDITIONS,
                hedges=(Hedge.SUPPORTED, Hedge.WHERE_CONDITIONS_ALLOW),
            ),
            Quota(
                id="GX-4.2/featured",
                title=Text("特色专业", "featured specialties"),
                unit=SPECIALTIES,
                low=2,
                high=3,
                each=SCHOOL_WITH_CONDITIONS,
                hedges=(Hedge.WHERE_CONDITIONS_ALLOW, Hedge.ENDEAVOURING),
            ),
        ),
    ),
    Measure(
        id="GX-4.3",
        kind=ClauseKind.QUOTA,
        at="篇一 二(四)3",
        title=Text("职业教育集团", "Vocational-education groups"),
        says=Text(
            "组建两类职教集团：行业性的覆盖自治区所有重点产业，区域性的覆盖14个设区市；并提倡集团吸收贫困县中职学校加入。",
            "Vocational schools join in groups: those by industry cover all key industries of the region, those by area all 14 "
            "cities. Groups are encouraged to take poor counties' schools in as members.",
        ),
        units=("自治区教育厅", "工业和信息化委等行业主管部门", "各市人民政府"),
        plan=AssistancePlan.VOCATIONAL,
        precisions=(Precision.CONSTRUCTION,),
        hedges=(Hedge.ENCOURAGED,),
        effects=(
            Quota(
                id="GX-4.3/industries",
                title=Text(
                    "有行业性职教集团的重点产业所占比例",
                    "share of the region's key industries with a group of their own",
                ),
                unit=PERCENT,
                low=100,
            ),
            Quota(
                id="GX-4.3/cities",
                title=Text("有区域性职教集团的设区市", "cities with a regional group"),
                unit=Text("个市", "cities"),
                low=14,
            ),
            Obligation(
                id="GX-4.3/members",
                title=Text("被吸收为职教集团成员", "be taken into a group as a member"),
                each=Text(
                    "每所贫困县中等职业学校", "each secondary vocational school of a poor county"
                ),
                every=Every.UNSTATED,
                hedges=(Hedge.ENCOURAGED,),
            ),
        ),
    ),
    Measure(
        id="GX-4.4",
        kind=ClauseKind.QUOTA,
        at="篇一 二(四)4",
        title=Text("职业教育基地", "Vocational-education bases"),
        says=Text(
            "全区设职业教育基地40个，一处兼有民族工艺、文化遗产、高技能人才、产业孵化四项功能。",
            "The region sets up 40 vocational bases that join four purposes: ethnic crafts, cultural heritage, highly skilled "
            "workers and the incubation of businesses.",
        ),
        units=("自治区教育厅", "民委", "人力资源社会保障厅", "文化厅"),
        plan=AssistancePlan.VOCATIONAL,
        precisions=(Precision.CONSTRUCTION,),
        effects=(
            Quota(
                id="GX-4.4",
                title=Text("职业教育基地", "vocational-education bases"),
                unit=Text("个基地", "bases"),
                low=40,
                high=40,
            ),
            Listing(
                id="GX-4.4/purposes",
                title=Text("基地的功能", "what a base is for"),
                items=(
                    Text("民族工艺传承创新", "ethnic crafts, handed on and renewed"),
                    Text("文化遗产保护", "protection of cultural heritage"),
                    Text("高技能人才培养", "training of highly skilled workers"),
                    Text("产业孵化", "incubation of businesses"),
                ),
            ),
        ),
    ),
    Measure(
        id="GX-4.5",
        kind=ClauseKind.PAIRING,
        at="篇一 二(四)5",
        title=Text("职业教育结对帮扶", "Pairing help among vocational schools"),
        says=Text(
            "高职院校和城市的职业学校把管理、课程、师资、设备送到贫困县中职，在专业、教材、师资、实训、招生等方面合作；力争贫困县个个有人对口帮扶，成效好的另给奖补。",
            "Higher vocational colleges and city vocational schools bring management, courses, teachers and equipment to poor "
            "counties' vocational schools and share specialties, textbooks, staff, training bases, admission and more with "
            "them. No county is to be left out, if it can be done, and helpers who achieve much are paid a bonus.",
        ),
        units=("教育厅", "人力资源社会保障厅"),
        plan=AssistancePlan.VOCATIONAL,
        precisions=(Precision.PAIRING,),
        hedges=(Hedge.SUPPORTED, Hedge.AND_OTHERS, Hedge.STRIVING),
        defects=(Defect(DefectKind.LOST_SIGN, "四下乡", "“四下乡”", QUOTATION_MARKS_LOST),),
        effects=(
            PairingRule(
                id="GX-4.5",
                title=Text(
                    "高职院校和城市职业学校帮扶贫困县中职学校",
                    "higher vocational colleges and city vocational schools help those of poor counties",
                ),
                helpers=(
                    End(party=Party.SCHOOL, kinds=(SchoolKind.HIGHER_VOCATIONAL,)),
                    End(
                        party=Party.SCHOOL,
                        kinds=(SchoolKind.VOCATIONAL,),
                        levels=(SchoolLevel.CITY,),
                    ),
                ),
                recipients=(
                    End(
                        party=Party.SCHOOL,
                        kinds=(SchoolKind.VOCATIONAL,),
                        levels=(SchoolLevel.COUNTY,),
                        poor_county=True,
                    ),
                ),
            ),
            Listing(
                id="GX-4.5/channels",
                title=Text("四下乡", "the four things brought down"),
                items=(
                    Text("管理", "management"),
                    Text("课程", "courses"),
                    Text("师资", "teachers"),
                    Text("设备", "equipment"),
                ),
            ),
            Listing(
                id="GX-4.5/cooperation",
                title=Text("合作事项", "fields of cooperation"),
                items=(
                    Text("合办专业", "joint specialties"),
                    Text("合编课程和教材", "courses and textbooks made together"),
                    Text("合建教师队伍", "a teaching force built together"),
                    Text("合用实训基地", "shared bases of practical training"),
                    Text("招生协作", "cooperation in admission"),
                ),
                open=True,
            ),
            Quota(
                id="GX-4.5/counties",
                title=Text(
                    "受帮扶的贫困县所占比例",
                    "share of the poor counties that are helped",
                ),
                unit=PERCENT,
                low=100,
                hedges=(Hedge.STRIVING,),
            ),
            Obligation(
                id="GX-4.5/bonus",
                title=Text("给予资金奖补", "grant a bonus"),
                each=Text("每个成效显著的帮扶单位", "each helper with visible results"),
                every=Every.EACH_TIME,
            ),
        ),
    ),
)
