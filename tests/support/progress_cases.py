"""The targets of the plans as literals, and the cases of progress in the data files."""

import tomllib
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from jiaoyu_fupin import Indicator, Observation, Scope, Target
from jiaoyu_fupin.clauses.marks import Hedge
from jiaoyu_fupin.clauses.target import Budget, Count, Coverage, Judgement, Ledger, Rate
from jiaoyu_fupin.values.text import Text

CASES: list[dict[str, Any]] = [
    {**case, "file": path.stem}
    for path in sorted((Path(__file__).parents[1] / "targets" / "cases").glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]

PRESCHOOL, COMPLETION, SENIOR, STANDARD = Indicator


def rate(
    clause: str,
    indicator: Indicator,
    at_least: object,
    *,
    scope: Scope,
    since: int,
    due: int,
    hedges: tuple[Hedge, ...] = (),
) -> Target:
    return Target(
        id=f"{clause}/{indicator.value}",
        title=indicator.text,
        aim=Rate(indicator, Fraction(str(at_least)), scope),
        since=since,
        due=due,
        hedges=hedges,
    )


def _guangxi(clause: str, due: int, *values: int) -> tuple[Target, ...]:
    return tuple(
        rate(clause, indicator, value, scope=Scope.POOR_AREAS, since=2016, due=due)
        for indicator, value in zip((PRESCHOOL, COMPLETION, SENIOR), values, strict=True)
    )


GUANGXI = (*_guangxi("GX-T1", 2017, 75, 90, 83), *_guangxi("GX-T3", 2020, 82, 92, 87))

GANZHOU = tuple(
    rate(
        "GZ-T1",
        indicator,
        value,
        scope=Scope.POOR_VILLAGES,
        since=2015,
        due=2020,
        hedges=(Hedge.STRIVING,),
    )
    for indicator, value in ((STANDARD, 98), (PRESCHOOL, 85), (COMPLETION, 96))
)

ALL_SCHOOLS = Target(
    id="GX-T2/schools",
    title=Text("学校结对全覆盖", "every school paired"),
    aim=Coverage(Text("学校", "schools"), Text("结对帮扶", "a pair"), Ledger.NETWORK),
    since=2016,
    due=2017,
    hedges=(Hedge.BASICALLY,),
)
ALL_AIDED = Target(
    id="GZ-T2/aided",
    title=Text("应助尽助", "all who should be aided are"),
    aim=Coverage(
        Text("应受资助的贫困学生", "poor students due aid"), Text("资助", "aid"), Ledger.FINDINGS
    ),
    since=2015,
    due=2016,
)
HOUSEHOLDS = Target(
    id="TN-2/households",
    title=Text("脱贫户数", "households out of poverty"),
    aim=Count(Text("脱贫户", "households out of poverty"), 150, Text("户", "households")),
    since=2020,
    due=2020,
)
PEOPLE = Target(
    id="TN-2/people",
    title=Text("脱贫人数", "people out of poverty"),
    aim=Count(Text("脱贫人口", "people out of poverty"), 422, Text("人", "people")),
    since=2020,
    due=2020,
)
INDUSTRY = Target(
    id="TN-2/industry",
    title=Text("产业投入", "money for industry"),
    aim=Budget(Text("产业扶贫", "industry"), Decimal(8_920_000)),
    since=2020,
    due=2020,
)
INFRASTRUCTURE = Target(
    id="TN-2/infrastructure",
    title=Text("基础设施投入", "money for infrastructure"),
    aim=Budget(Text("基础设施", "infrastructure"), Decimal(15_040_000)),
    since=2020,
    due=2020,
)
KINDERGARTENS = Target(
    id="GX-T1/kindergartens",
    title=Text("入园难", "kindergarten shortage"),
    aim=Judgement(
        Text("“入园难”问题基本解决", "the shortage of kindergartens is basically solved")
    ),
    since=2016,
    due=2017,
    hedges=(Hedge.BASICALLY,),
)


def observed(
    indicator: Indicator, series: dict[int, object], place: str = "450123", **more: Any
) -> list[Observation]:
    """A series of observations, a year each."""
    return [
        Observation(
            indicator=indicator,
            place=place,
            year=year,
            value=Fraction(str(value)),
            **more,
        )
        for year, value in series.items()
    ]
