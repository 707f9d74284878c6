"""Part three: yearly reviews and inspections."""

from __future__ import annotations

from typing import Final

from ...clauses import ClauseKind, Every, Hedge, Listing, Measure, Obligation, Text

ANSWERABLE: Final = Text("各级人民政府和有关部门", "each government and department concerned")

MEASURES: Final = (
    Measure(
        id="GX-9.1",
        kind=ClauseKind.INSPECTION,
        at="篇一 三(一)",
        title=Text("纳入绩效考评", "Part of the performance review"),
        says=Text(
            "任务按年度分解、下达，列入各级政府和相关部门当年的重点工作，并在年度绩效考评中检查，逐年兑现。",
            "Tasks are broken down and handed down by year. They enter the yearly work of each government and department concerned and "
            "its yearly performance review, so that the targets are met year by year.",
        ),
        effects=(
            Obligation(
                id="GX-9.1/split",
                title=Text("分解、下达当年任务", "split the tasks and hand down the year's"),
                every=Every.YEAR,
            ),
            Obligation(
                id="GX-9.1/work",
                title=Text("列入年度重点工作", "make it part of the year's chief work"),
                each=ANSWERABLE,
                every=Every.YEAR,
            ),
            Obligation(
                id="GX-9.1/review",
                title=Text("年度绩效考评", "yearly performance review"),
                each=ANSWERABLE,
                every=Every.YEAR,
            ),
        ),
    ),
    Measure(
        id="GX-9.2",
        kind=ClauseKind.INSPECTION,
        at="篇一 三(二)",
        title=Text("督导检查", "Inspections"),
        says=Text(
            "开学检查要看教育扶贫，此外一学期专项检查一次；义务教育均衡逐县评估验收；学前、职教、经费、项目进度等不定期检查。受检单位未载。",
            "The inspection at the start of a term looks at this work too, and each term has one special inspection. Balanced "
            "compulsory education is evaluated county by county; preschool, vocational education, funds, progress of projects and "
            "the like are inspected at no set times. Who is inspected is not printed.",
        ),
        hedges=(Hedge.AND_OTHERS,),
        effects=(
            Obligation(
                id="GX-9.2/opening",
                title=Text(
                    "开学检查中检查教育扶贫",
                    "look at poverty relief by education in the term-opening inspection",
                ),
                every=Every.TERM,
            ),
            Obligation(
                id="GX-9.2/special",
                title=Text("专项检查", "special inspection"),
                every=Every.TERM,
            ),
            Obligation(
                id="GX-9.2/balance",
                title=Text(
                    "义务教育均衡发展评估验收", "evaluation of balanced compulsory education"
                ),
                each=Text("各县", "each county"),
                every=Every.ONCE,
            ),
            Obligation(
                id="GX-9.2/unscheduled",
                title=Text("不定期督导、检查", "unscheduled inspection"),
                every=Every.UNSTATED,
                hedges=(Hedge.AND_OTHERS,),
            ),
            Listing(
                id="GX-9.2/subjects",
                title=Text("不定期检查的内容", "what is inspected unscheduled"),
                items=(
                    Text("学前教育", "preschool education"),
                    Text("职业教育", "vocational education"),
                    Text("经费管理", "management of funds"),
                    Text("项目进度", "progress of projects"),
                ),
                open=True,
            ),
        ),
    ),
)
