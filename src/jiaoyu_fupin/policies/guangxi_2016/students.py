"""Plan seven of eight: students' studies."""

from __future__ import annotations

from typing import Final

from ...clauses import (
    AllOf,
    Benefit,
    ClauseKind,
    Defect,
    DefectKind,
    Discretionary,
    End,
    Every,
    Fixed,
    Hedge,
    Is,
    Listing,
    Measure,
    Obligation,
    PairingRule,
    Part,
    Party,
    Per,
    SameArea,
    Stage,
    Student,
    Tally,
    Text,
    Unstated,
    student,
)
from .. import national
from ..documents import YULU_2015
from ..words import CARE_FEE_UP_TO_PUBLIC, FEES_UP_TO_PUBLIC, IN_HARDSHIP
from .labels import AssistancePlan, Precision
from .shared import (
    HOME_IN_GUANGXI,
    QUOTATION_MARKS_LOST,
    REGISTERED_CHILD,
    STUDENTS_SCHOOL_IN_GUANGXI,
    YULU_COVERS_UNIVERSITY,
)

GRADUATE: Final = Text("每名家庭经济困难毕业生", "each graduate in financial difficulty")
UNIVERSITY: Final = Text("每所区内高校", "each university of the region")

MEASURES: Final = (
    Measure(
        id="GX-7.1",
        kind=ClauseKind.ENTITLEMENT,
        at="篇一 二(七)1",
        title=Text("分档资助", "Aid by tiers"),
        says=Text(
            "学前到大学的资助政策按困难程度分档细化，特困生是资助的重点；建档立卡户子女凡该资助的一个不落。档次和金额均未载。",
            "Aid from preschool to university is graded by tiers of hardship and favours the specially poor. All children of registered households who should be aided are. Neither tiers nor amounts are "
            "printed.",
        ),
        units=("教育厅", "财政厅"),
        plan=AssistancePlan.STUDENTS,
        precisions=(Precision.AID,),
        hedges=(Hedge.CHIEFLY,),
        effects=(
            Obligation(
                id="GX-7.1/coverage",
                title=Text("应助尽助", "aid whoever should be aided"),
                each=REGISTERED_CHILD,
                every=Every.ALWAYS,
            ),
            Obligation(
                id="GX-7.1/tiers",
                title=Text(
                    "各学段资助按困难程度分档", "grade aid by tiers of hardship at every stage"
                ),
                every=Every.ALWAYS,
            ),
            Obligation(
                id="GX-7.1/specially_poor",
                title=Text(
                    "给予重点资助（按本库理解，更困难的不少得）",
                    "favour with aid (as read here, the worse off receive no less)",
                ),
                each=Text("每名特困生", "each specially poor student"),
                every=Every.ALWAYS,
                hedges=(Hedge.CHIEFLY,),
            ),
        ),
    ),
    Measure(
        id="GX-7.2",
        kind=ClauseKind.ENTITLEMENT,
        at="篇一 二(七)2",
        title=Text("建档立卡户子女十五年免费教育", "Fifteen years free for registered children"),
        says=Text(
            "建档立卡户子女从幼儿园到高中阶段十五年不交学费：学前不收保教费，普高不收学杂费，中职学杂费按类别一步步免除；其余九年按本库理解即义务教育阶段，依国家政策免费。",
            "Children of registered households have fifteen years of schooling free: no childcare and education fee at preschool, no tuition and "
            "miscellaneous fees at senior high school, and none at secondary vocational school step by step and by category. The "
            "other nine, as read here the compulsory stage, are free by national policy.",
        ),
        units=("自治区教育厅", "财政厅", "扶贫办"),
        plan=AssistancePlan.STUDENTS,
        precisions=(Precision.AID,),
        hedges=(Hedge.STEP_BY_STEP,),
        effects=(
            Benefit(
                id="GX-7.2/preschool",
                title=Text("免学前保教费", "childcare and education fee waived at preschool"),
                subject=Student,
                place=STUDENTS_SCHOOL_IN_GUANGXI,
                when=AllOf(Is(student.stage, Stage.PRESCHOOL), student.registered),
                amount=Fixed(CARE_FEE_UP_TO_PUBLIC),
                per=Per.SCHOOL_YEAR,
                carries_out="CN-7",
            ),
            Benefit(
                id="GX-7.2/senior",
                title=Text("免普通高中学杂费", "fees waived at senior high school"),
                subject=Student,
                place=STUDENTS_SCHOOL_IN_GUANGXI,
                when=AllOf(Is(student.stage, Stage.SENIOR), student.registered),
                amount=Fixed(FEES_UP_TO_PUBLIC),
                per=Per.SCHOOL_YEAR,
                carries_out="CN-3/fees",
            ),
            Benefit(
                id="GX-7.2/vocational",
                title=Text(
                    "逐步分类免中职学杂费",
                    "fees waived at secondary vocational school, step by step and by category",
                ),
                subject=Student,
                place=STUDENTS_SCHOOL_IN_GUANGXI,
                when=AllOf(Is(student.stage, Stage.VOCATIONAL), student.registered),
                amount=Discretionary(0, FEES_UP_TO_PUBLIC),
                per=Per.SCHOOL_YEAR,
                carries_out="CN-4/fees",
            ),
            # the sum is printed; the lengths of its stages are those of the school system
            Tally(
                id="GX-7.2/years",
                title=Text(
                    "免费教育年限（按本库理解，分为3、9、3年）",
                    "years of free education (as read here, 3, 9 and 3)",
                ),
                unit=Text("年", "years"),
                total=15,
                parts=(
                    Part(Text("学前教育", "preschool"), 3),
                    Part(Text("义务教育", "compulsory stage"), 9),
                    Part(Text("高中阶段教育", "senior-secondary stage"), 3),
                ),
            ),
        ),
    ),
    Measure(
        id="GX-7.3",
        kind=ClauseKind.ENTITLEMENT,
        at="篇一 二(七)3",
        title=Text("民族预科生纳入高校资助", "University aid for preparatory classes"),
        says=Text(
            "家庭经济困难的少数民族预科学生，资助上视同大学生，享受高校的国家资助。",
            "Students of ethnic preparatory classes who are in financial difficulty count as university students for national aid.",
        ),
        units=("教育厅", "财政厅"),
        plan=AssistancePlan.STUDENTS,
        precisions=(Precision.AID,),
        effects=(
            Benefit(
                id="GX-7.3",
                title=Text(
                    "民族预科困难学生享受高校国家资助",
                    "national university aid to preparatory students in difficulty",
                ),
                subject=Student,
                place=STUDENTS_SCHOOL_IN_GUANGXI,
                when=AllOf(Is(student.stage, Stage.PREPARATORY), IN_HARDSHIP),
                amount=Unstated(),
                per=Per.UNSTATED,
            ),
        ),
    ),
    Measure(
        id="GX-7.4",
        kind=ClauseKind.ENTITLEMENT,
        at="篇一 二(七)4",
        title=Text("雨露计划助学补助", "Yulu study subsidy"),
        says=Text(
            "建档立卡户子女就读学历教育的，发给雨露计划助学补助，应补尽补；金额依国家标准，本条未载。",
            "Children of registered households in formal (diploma) education receive the Yulu study subsidy, all who should. "
            "The amount is the national programme's; none is printed here.",
        ),
        units=("自治区扶贫办", "教育厅"),
        plan=AssistancePlan.STUDENTS,
        precisions=(Precision.AID,),
        defects=(Defect(DefectKind.LOST_SIGN, "雨露计划", "“雨露计划”", QUOTATION_MARKS_LOST),),
        documents=(YULU_2015,),
        effects=(
            Benefit(
                id="GX-7.4/vocational",
                title=Text("雨露计划职业教育助学补助", "Yulu study subsidy of vocational students"),
                subject=Student,
                place=HOME_IN_GUANGXI,
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
            Benefit(
                id="GX-7.4/university",
                title=Text(
                    "本科和预科阶段的雨露计划助学补助",
                    "Yulu study subsidy of undergraduates and preparatory students",
                ),
                subject=Student,
                place=HOME_IN_GUANGXI,
                when=AllOf(
                    Is(student.stage, Stage.PREPARATORY, Stage.UNDERGRADUATE),
                    student.registered,
                    YULU_COVERS_UNIVERSITY,
                ),
                amount=Unstated(),
                per=Per.UNSTATED,
            ),
            Obligation(
                id="GX-7.4/coverage",
                title=Text("雨露计划应补尽补", "pay the Yulu subsidy to whoever should have it"),
                each=Text(
                    "每名就读学历教育的建档立卡户子女",
                    "each child of a registered household in formal (diploma) education",
                ),
                every=Every.ALWAYS,
            ),
        ),
    ),
    Measure(
        id="GX-7.5",
        kind=ClauseKind.SERVICE,
        at="篇一 二(七)5",
        title=Text("困难毕业生就业帮扶", "Graduates in difficulty find work"),
        says=Text(
            "区内高校明确专人，一人帮一名困难毕业生：个体咨询、优先推荐、技能培训至少各一次，就业补贴至少一项；另有专场招聘会，并优先、重点推荐给合作单位。",
            "Universities name a person for each graduate in financial difficulty, whose help comes to no less than one talk about "
            "the graduate's own case, one recommendation with priority, one course in skills and one subsidy for finding work. "
            "Job fairs are held for them, and partner employers are approached first.",
        ),
        units=("教育厅", "全区各高校"),
        plan=AssistancePlan.STUDENTS,
        precisions=(Precision.EMPLOYMENT, Precision.PAIRING),
        hedges=(Hedge.AND_OTHERS, Hedge.PREFERABLY, Hedge.CHIEFLY),
        effects=(
            Obligation(
                id="GX-7.5/named_person",
                title=Text("指定专人一对一帮扶", "name a person who helps"),
                each=GRADUATE,
                every=Every.ONCE,
            ),
            Obligation(
                id="GX-7.5/consultation",
                title=Text("个体咨询", "individual consultation"),
                each=GRADUATE,
                every=Every.ONCE,
            ),
            Obligation(
                id="GX-7.5/recommendation",
                title=Text("优先推荐", "priority recommendation"),
                each=GRADUATE,
                every=Every.ONCE,
            ),
            Obligation(
                id="GX-7.5/training",
                title=Text("技能培训", "skills training"),
                each=GRADUATE,
                every=Every.ONCE,
            ),
            Obligation(
                id="GX-7.5/subsidy",
                title=Text("就业补贴", "employment subsidy"),
                each=GRADUATE,
                every=Every.ONCE,
            ),
            Listing(
                id="GX-7.5/services",
                title=Text("帮扶措施", "services"),
                items=(
                    Text("个体咨询", "individual consultation"),
                    Text("优先推荐", "priority recommendation"),
                    Text("技能培训", "skills training"),
                    Text("就业补贴", "employment subsidy"),
                ),
                open=True,
            ),
            Obligation(
                id="GX-7.5/job_fairs",
                title=Text("举办专场招聘会", "hold dedicated job fairs"),
                each=UNIVERSITY,
                every=Every.UNSTATED,
            ),
            Obligation(
                id="GX-7.5/partners",
                title=Text("先向合作单位推荐", "recommend to partner employers first"),
                each=UNIVERSITY,
                every=Every.UNSTATED,
                hedges=(Hedge.PREFERABLY, Hedge.CHIEFLY),
            ),
        ),
    ),
    Measure(
        id="GX-7.6a",
        kind=ClauseKind.PAIRING,
        at="篇一 二(七)6",
        title=Text("大学生志愿者结对", "Pairing with university student volunteers"),
        says=Text(
            "通过西部计划、暑期“三下乡”等活动，由大学生志愿者与片区农村的贫困学生一人对一人结对。",
            "Through the western-China volunteer programme, summer visits to the countryside and the like, university student "
            "volunteers each help one poor rural student of the contiguous area.",
        ),
        units=("教育厅",),
        plan=AssistancePlan.STUDENTS,
        precisions=(Precision.PAIRING,),
        hedges=(Hedge.AND_OTHERS,),
        defects=(Defect(DefectKind.LOST_SIGN, "暑期三下乡", "暑期“三下乡”", QUOTATION_MARKS_LOST),),
        effects=(
            PairingRule(
                id="GX-7.6a",
                title=Text(
                    "大学生志愿者一对一帮扶片区农村贫困学生",
                    "university volunteers help poor rural students of the area, one to one",
                ),
                helpers=(End(party=Party.UNIVERSITY_VOLUNTEER),),
                recipients=(End(party=Party.STUDENT, poor=True, rural=True, contiguous_area=True),),
                one_to_one=True,
            ),
            Listing(
                id="GX-7.6a/activities",
                title=Text("所依托的活动", "activities it builds on"),
                items=(
                    Text("大学生志愿服务西部计划", "volunteer programme for western China"),
                    Text("暑期三下乡社会实践", "summer visits to the countryside"),
                ),
                open=True,
            ),
        ),
    ),
    Measure(
        id="GX-7.6b",
        kind=ClauseKind.PAIRING,
        at="篇一 二(七)6 第二款",
        title=Text("社会志愿者结对", "Pairing with social volunteers"),
        says=Text(
            "提倡各种社会公益活动，由社会志愿者与片区的贫困学生一人对一人结对。",
            "Public-interest activities are encouraged, in which social volunteers each help one poor student of the contiguous area.",
        ),
        units=("团区委",),
        plan=AssistancePlan.STUDENTS,
        precisions=(Precision.PAIRING,),
        hedges=(Hedge.ENCOURAGED,),
        effects=(
            PairingRule(
                id="GX-7.6b",
                title=Text(
                    "社会志愿者一对一帮扶片区贫困学生",
                    "social volunteers help poor students of the area, one to one",
                ),
                helpers=(End(party=Party.SOCIAL_VOLUNTEER),),
                recipients=(End(party=Party.STUDENT, poor=True, contiguous_area=True),),
                one_to_one=True,
                hedges=(Hedge.ENCOURAGED,),
            ),
        ),
    ),
    Measure(
        id="GX-7.6c",
        kind=ClauseKind.PAIRING,
        at="篇一 二(七)6 第二款",
        title=Text("校长、教师关爱留守儿童", "Principals and teachers for left-behind children"),
        says=Text(
            "由县里统一组织，校长和教师每人固定关爱一名农村留守儿童。",
            "Organised by the county, principals and teachers each look after one left-behind rural child.",
        ),
        units=("各县人民政府",),
        plan=AssistancePlan.STUDENTS,
        precisions=(Precision.PAIRING,),
        effects=(
            PairingRule(
                id="GX-7.6c",
                title=Text(
                    "校长、教师一对一帮扶农村留守儿童",
                    "principals and teachers help left-behind rural children, one to one",
                ),
                helpers=(End(party=Party.TEACHER),),
                recipients=(End(party=Party.STUDENT, left_behind=True, rural=True),),
                within=SameArea.COUNTY,
                one_to_one=True,
            ),
            Obligation(
                id="GX-7.6c/mechanism",
                title=Text(
                    "建立留守儿童结对关爱的工作机制",
                    "set up how left-behind children are looked after",
                ),
                each=Text("各县", "each county"),
                every=Every.ONCE,
            ),
        ),
    ),
)
