"""The plan's introduction and its aims: GZ-0 and GZ-T1 to GZ-T3."""

from __future__ import annotations

from typing import Final

from ...clauses import (
    Certainty,
    ClauseKind,
    Coverage,
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
    Target,
    Text,
)
from .shared import QUOTATION_MARKS

OPENING: Final = (
    Measure(
        id="GZ-0",
        kind=ClauseKind.PRINCIPLE,
        at="篇三 引言",
        title=Text("总体思路与三项工作", "The guiding idea and the three works"),
        says=Text(
            "以教育切断贫困的代际传递，由政府主导、社会各方参与。首要的三项工作是办好贫困村基础教育、资助困难学生、帮助贫困群众稳步脱贫；三项主要措施是向贫困村倾斜、加大学生资助、开展职业学历教育。各级上下联动、多部门合力推进。",
            "Education is to break the chain of poverty, the government in the lead and society taking part. The three works are better schooling in poor villages, aid to students in financial difficulty, and a steady way out for poor people; the three measures are favour to poor villages, more student aid, and vocational diploma education. Levels of government act together and many departments push the work forward.",
        ),
        defects=(
            Defect(
                DefectKind.REMOVED_NAME,
                "对x南苏区",
                "对赣南苏区",
                Text(
                    "地名首字被替换为字母；完整文本作“赣南苏区”",
                    "The first character of the area's name was replaced by a letter; a full text has 赣南苏区",
                ),
                Certainty.OFFICIAL,
            ),
            Defect(
                DefectKind.REMOVED_NAME,
                "贯彻落实对x南苏区扶贫攻坚的重要指示精神",
                None,
                Text(
                    "“落实”之后原有作出指示者的姓名，已被隐去",
                    "The name of the leader who gave the instructions stood before 对 and was removed",
                ),
                Certainty.OFFICIAL,
            ),
            Defect(
                DefectKind.LOST_SIGN,
                "^v^扶贫先扶智、彻底斩断贫困链条^v^",
                "“扶贫先扶智、彻底斩断贫困链条”",
                QUOTATION_MARKS,
                Certainty.OFFICIAL,
            ),
            Defect(
                DefectKind.LOST_SIGN,
                "^v^政府主导、社会参与^v^",
                "“政府主导、社会参与”",
                QUOTATION_MARKS,
                Certainty.OFFICIAL,
            ),
            Defect(
                DefectKind.LOST_HEADING,
                "二、目标任务",
                None,
                Text(
                    "标题自“二”起，其前一节的标题“一”缺失，文字不详",
                    "Headings begin with the second; the first is lost and its words are not known",
                ),
            ),
        ),
        effects=(
            Listing(
                id="GZ-0/works",
                title=Text("首要工作任务", "the foremost works"),
                items=(
                    Text("办好贫困村的基础教育", "raise basic education in poor villages"),
                    Text("资助困难学生上学", "aid students of poor families"),
                    Text(
                        "帮贫困群众稳步脱贫",
                        "help poor people out of poverty step by steady step",
                    ),
                ),
            ),
            Listing(
                id="GZ-0/mechanism",
                title=Text("教育扶贫机制", "how the work is carried"),
                items=(
                    Text("上下联动", "levels of government act together"),
                    Text("多部门合力推进", "many departments push it forward"),
                ),
            ),
            Listing(
                id="GZ-0/measures",
                title=Text("主要工作措施", "the main measures"),
                items=(
                    Text("教育上向贫困村倾斜", "favour the education of poor villages"),
                    Text("多资助贫困生", "more aid to poor students"),
                    Text(
                        "面向贫困生的职业学历教育", "vocational diploma education of poor students"
                    ),
                ),
            ),
        ),
    ),
    Measure(
        id="GZ-T1",
        kind=ClauseKind.TARGET,
        at="篇三 二",
        title=Text("2020年贫困村教育目标", "Aims for poor villages' education by 2020"),
        says=Text(
            "自2015年起建立向全部贫困村倾斜的扶持机制；力争到2020年贫困村义务教育学校办学条件全面改善，标准化率不低于98%，学前三年毛入园率85%，九年义务教育巩固率不低于96%。",
            "From 2015 on, support favours all poor villages. The city strives to have poor villages' compulsory schools improved throughout by 2020 and at least 98 % of them up to the standard, with 85 % gross enrolment in three years of preschool and at least 96 % completion of nine-year compulsory education.",
        ),
        hedges=(Hedge.STRIVING,),
        defects=(
            Defect(
                DefectKind.ODD_WORDING,
                "学前三年毛入园率达到85%,九年义务教育巩固率达到96%以上",
                "贫困村学前三年毛入园率达到85%,贫困村九年义务教育巩固率达到96%以上",
                Text(
                    "两项比率没有自己的主语，承前文的“贫困村”",
                    "The two rates have no subject of their own; the poor villages of the words before are implied",
                ),
            ),
        ),
        effects=(
            Target(
                id="GZ-T1/conditions",
                title=Text(
                    "贫困村义务教育学校办学条件全面改善",
                    "conditions of poor villages' compulsory schools improved throughout",
                ),
                aim=Judgement(
                    Text(
                        "所有贫困村义务教育学校的基本办学条件得到全面改善",
                        "the basic conditions of every poor village's compulsory schools are improved throughout",
                    )
                ),
                since=2015,
                due=2020,
                hedges=(Hedge.STRIVING,),
            ),
            Target(
                id="GZ-T1/school_standardisation",
                title=Text(
                    "贫困村义务教育学校标准化率",
                    "poor villages' compulsory schools up to the standard",
                ),
                aim=Rate(Indicator.SCHOOL_STANDARDISATION, 98, Scope.POOR_VILLAGES),
                since=2015,
                due=2020,
                hedges=(Hedge.STRIVING,),
            ),
            Target(
                id="GZ-T1/preschool_gross_enrolment",
                title=Text("贫困村学前三年毛入园率", "poor villages' gross enrolment in preschool"),
                aim=Rate(Indicator.PRESCHOOL_GROSS_ENROLMENT, 85, Scope.POOR_VILLAGES),
                since=2015,
                due=2020,
                hedges=(Hedge.STRIVING,),
            ),
            Target(
                id="GZ-T1/compulsory_completion",
                title=Text(
                    "贫困村九年义务教育巩固率",
                    "poor villages' completion of nine-year compulsory education",
                ),
                aim=Rate(Indicator.COMPULSORY_COMPLETION, 96, Scope.POOR_VILLAGES),
                since=2015,
                due=2020,
                hedges=(Hedge.STRIVING,),
            ),
        ),
    ),
    Measure(
        id="GZ-T2",
        kind=ClauseKind.TARGET,
        at="篇三 二",
        title=Text("2016年学生资助目标", "Aims for student aid by 2016"),
        says=Text(
            "建立覆盖各学段困难学生的帮扶机制；到2016年，贫困家庭学生该资助的全部资助、该贷款的全部贷到，无一人因贫困失学。",
            "Help is to cover poor students at every stage. By 2016 every student of a poor family who is due aid receives it, each one who is due a loan has it, and poverty keeps nobody out of school.",
        ),
        effects=(
            Target(
                id="GZ-T2/aid",
                title=Text("贫困家庭学生应助尽助", "all students of poor families aided"),
                aim=Coverage(
                    Text("应受资助的贫困家庭学生", "students of poor families who are due aid"),
                    Text("得到资助", "receive it"),
                    Ledger.FINDINGS,
                ),
                since=2015,
                due=2016,
            ),
            Target(
                id="GZ-T2/loans",
                title=Text(
                    "贫困家庭学生应贷尽贷", "all students of poor families given their loan"
                ),
                aim=Coverage(
                    Text(
                        "应获助学贷款的贫困家庭学生",
                        "students of poor families who are due a student loan",
                    ),
                    Text("获得贷款", "have one"),
                    Ledger.FINDINGS,
                ),
                since=2015,
                due=2016,
            ),
            Target(
                id="GZ-T2/no_dropout",
                title=Text("无学生因贫失学", "no student out of school because of poverty"),
                aim=Coverage(
                    Text("贫困学生", "poor students"),
                    Text("没有因贫困失学", "are not out of school because of poverty"),
                    Ledger.LIST,
                ),
                since=2015,
                due=2016,
            ),
        ),
    ),
    Measure(
        id="GZ-T3",
        kind=ClauseKind.TARGET,
        at="篇三 二",
        title=Text("2018年职业学历教育目标", "The aim for vocational education by 2018"),
        says=Text(
            "建立覆盖全部贫困家庭的扶智脱贫机制；到2018年，贫困家庭子女凡愿接受职业教育的，都能获得职业学历教育。",
            "Help through schooling is to cover every poor family. By 2018 vocational diploma education is open to every child of a poor family who would like it.",
        ),
        effects=(
            Target(
                id="GZ-T3/vocational",
                title=Text(
                    "有意愿的贫困家庭子女获得职业学历教育",
                    "vocational education for all children of poor families who want it",
                ),
                aim=Coverage(
                    Text(
                        "愿接受职业教育的贫困家庭子女",
                        "children of poor families who want vocational education",
                    ),
                    Text("获得职业学历教育", "obtain vocational diploma education"),
                    Ledger.FINDINGS,
                ),
                since=2015,
                due=2018,
            ),
        ),
    ),
)
