"""Guangxi's plan clause by clause, against tables typed by hand from the plan: nothing here is read back from the code."""

import datetime
import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest

import jiaoyu_fupin as jf
from jiaoyu_fupin.clauses.listing import Listing
from jiaoyu_fupin.clauses.marks import Defect
from jiaoyu_fupin.clauses.obligation import Obligation
from jiaoyu_fupin.clauses.pairing import End, PairingRule
from jiaoyu_fupin.clauses.quota import Quota
from jiaoyu_fupin.clauses.tally import Tally
from jiaoyu_fupin.clauses.target import Coverage, Judgement, Ledger, Rate, Scope, Target
from jiaoyu_fupin.policies.guangxi_2016.places import GUANGXI
from jiaoyu_fupin.rules.ast import Const, nodes_in
from jiaoyu_fupin.rules.benefit import Unstated
from jiaoyu_fupin.values.certainty import Certainty
from jiaoyu_fupin.wire import dumps, loads

PLAN = jf.policy("guangxi-2016")

ALL = "各市、县人民政府"
EDU, REGION_EDU, MONEY, STAFF = "教育厅", "自治区教育厅", "财政厅", "人力资源社会保障厅"
LAND, HOUSING, POSTS, DISABLED = "国土资源厅", "住房城乡建设厅", "编办", "残联"
COUNTY_GOVERNMENTS = "各县人民政府"

# id, kind, at, plan, precisions (c construction, p pairing, a aid, e employment), hedges, units
ROWS: list[tuple[str, str, str, str, str, str, tuple[str, ...]]] = [
    ("GX-0", "principle", "篇一 引言", "", "cpae", "重点", ()),
    ("GX-T1", "target", "篇一 目标 2017", "", "", "基本", ()),
    ("GX-T2", "target", "篇一 目标 2017 结对", "", "", "基本", ()),
    ("GX-T3", "target", "篇一 目标 2020", "", "", "基本", ()),
    (
        "GX-1.1",
        "construction",
        "篇一 二(一)1",
        "kindergarten",
        "c",
        "根据需要 支持、扶持 有条件的 基本",
        (EDU, LAND, HOUSING, ALL),
    ),
    ("GX-1.2", "funding", "篇一 二(一)2", "kindergarten", "c", "支持、扶持 等", (EDU, MONEY, ALL)),
    ("GX-1.3", "pairing", "篇一 二(一)3", "kindergarten", "p", "", (COUNTY_GOVERNMENTS,)),
    (
        "GX-2.1",
        "construction",
        "篇一 二(二)1",
        "compulsory",
        "c",
        "等 重点 倾斜 计划 左右 约 多 努力",
        (EDU, MONEY, COUNTY_GOVERNMENTS),
    ),
    ("GX-2.2", "service", "篇一 二(二)2", "compulsory", "c", "支持、扶持", (EDU, ALL)),
    ("GX-2.3", "service", "篇一 二(二)3", "compulsory", "c", "逐步", (EDU, ALL)),
    ("GX-2.4", "pairing", "篇一 二(二)4", "compulsory", "p", "", (ALL,)),
    (
        "GX-3.1a",
        "construction",
        "篇一 二(三)1",
        "senior",
        "c",
        "重点 支持、扶持",
        (EDU, MONEY, LAND, HOUSING, ALL),
    ),
    ("GX-3.1b", "funding", "篇一 二(三)1 第二款", "senior", "c", "视情况 逐步", (ALL,)),
    (
        "GX-3.2",
        "service",
        "篇一 二(三)2",
        "senior",
        "c",
        "重点 支持、扶持 有条件的",
        (EDU, ALL),
    ),
    ("GX-3.3", "pairing", "篇一 二(三)3", "senior", "p", "", (ALL,)),
    (
        "GX-4.1",
        "construction",
        "篇一 二(四)1",
        "vocational",
        "c",
        "支持、扶持 基本",
        (EDU, MONEY, STAFF, ALL),
    ),
    ("GX-4.2", "quota", "篇一 二(四)2", "vocational", "ce", "支持、扶持 有条件的 努力", (EDU, ALL)),
    (
        "GX-4.3",
        "quota",
        "篇一 二(四)3",
        "vocational",
        "c",
        "鼓励",
        (REGION_EDU, "工业和信息化委等行业主管部门", "各市人民政府"),
    ),
    (
        "GX-4.4",
        "quota",
        "篇一 二(四)4",
        "vocational",
        "c",
        "",
        (REGION_EDU, "民委", STAFF, "文化厅"),
    ),
    ("GX-4.5", "pairing", "篇一 二(四)5", "vocational", "p", "支持、扶持 等 力争", (EDU, STAFF)),
    (
        "GX-5.1",
        "quota",
        "篇一 二(五)1",
        "higher",
        "c",
        "支持、扶持",
        (REGION_EDU, STAFF, POSTS, MONEY),
    ),
    ("GX-5.2", "quota", "篇一 二(五)2", "higher", "c", "酌情", (REGION_EDU, "发展改革委")),
    ("GX-5.3", "quota", "篇一 二(五)3", "higher", "c", "视情况 左右", (EDU, MONEY)),
    ("GX-5.4", "service", "篇一 二(五)4", "higher", "p", "", (EDU,)),
    ("GX-5.5", "pairing", "篇一 二(五)5", "higher", "p", "若干", (EDU,)),
    (
        "GX-6.1",
        "construction",
        "篇一 二(六)1",
        "special",
        "c",
        "等 支持、扶持",
        (REGION_EDU, MONEY, DISABLED, COUNTY_GOVERNMENTS),
    ),
    ("GX-6.2", "funding", "篇一 二(六)2", "special", "c", "", (MONEY, EDU, ALL)),
    ("GX-6.3", "quota", "篇一 二(六)3", "special", "c", "等 若干", (REGION_EDU, MONEY, DISABLED)),
    ("GX-7.1", "entitlement", "篇一 二(七)1", "students", "a", "重点", (EDU, MONEY)),
    (
        "GX-7.2",
        "entitlement",
        "篇一 二(七)2",
        "students",
        "a",
        "逐步",
        (REGION_EDU, MONEY, "扶贫办"),
    ),
    ("GX-7.3", "entitlement", "篇一 二(七)3", "students", "a", "", (EDU, MONEY)),
    ("GX-7.4", "entitlement", "篇一 二(七)4", "students", "a", "", ("自治区扶贫办", EDU)),
    ("GX-7.5", "service", "篇一 二(七)5", "students", "ep", "等 优先 重点", (EDU, "全区各高校")),
    ("GX-7.6a", "pairing", "篇一 二(七)6", "students", "p", "等", (EDU,)),
    ("GX-7.6b", "pairing", "篇一 二(七)6 第二款", "students", "p", "鼓励", ("团区委",)),
    ("GX-7.6c", "pairing", "篇一 二(七)6 第二款", "students", "p", "", (COUNTY_GOVERNMENTS,)),
    (
        "GX-8.1a",
        "staffing",
        "篇一 二(八)1",
        "teachers",
        "c",
        "适当 倾斜 首先",
        (REGION_EDU, POSTS, MONEY, STAFF),
    ),
    (
        "GX-8.1b",
        "entitlement",
        "篇一 二(八)1 第二款",
        "teachers",
        "a",
        "",
        (REGION_EDU, POSTS, MONEY, STAFF),
    ),
    ("GX-8.2a", "entitlement", "篇一 二(八)2", "teachers", "c", "", (EDU, MONEY, STAFF, ALL)),
    (
        "GX-8.2b",
        "construction",
        "篇一 二(八)2 第二款",
        "teachers",
        "c",
        "",
        ("自治区住房城乡建设厅", "发展改革委", EDU),
    ),
    (
        "GX-8.3",
        "staffing",
        "篇一 二(八)3",
        "teachers",
        "c",
        "优先",
        ("自治区编办", EDU, MONEY, ALL),
    ),
    ("GX-8.4", "entitlement", "篇一 二(八)4", "teachers", "c", "", (STAFF, EDU)),
    (
        "GX-8.5",
        "staffing",
        "篇一 二(八)5",
        "teachers",
        "p",
        "逐步 等 重点 引导",
        (REGION_EDU, POSTS, MONEY, STAFF, ALL),
    ),
    ("GX-8.6", "service", "篇一 二(八)6", "teachers", "cp", "支持、扶持 有条件的 等", (EDU, ALL)),
    (
        "GX-8.7",
        "staffing",
        "篇一 二(八)7",
        "teachers",
        "c",
        "支持、扶持 逐步",
        (REGION_EDU, POSTS, STAFF, ALL),
    ),
    ("GX-9.1", "inspection", "篇一 三(一)", "", "", "", ()),
    ("GX-9.2", "inspection", "篇一 三(二)", "", "", "等", ()),
]


def test_all_47_clauses_in_the_plans_order() -> None:
    """4 before the plans, 3 + 4 + 4 + 5 + 5 + 3 + 8 + 9 in them, 2 after."""
    assert len(ROWS) == 47
    assert [m.id for m in PLAN.measures] == [row[0] for row in ROWS]


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_what_is_said_of_each_clause(
    row: tuple[str, str, str, str, str, str, tuple[str, ...]],
) -> None:
    id_, kind, at, plan, precisions, hedges, units = row
    measure = PLAN[id_]
    assert (measure.kind.value, measure.at, measure.units) == (kind, at, units)
    assert measure.lead == (units[0] if units else None)
    assert ("" if measure.plan is None else measure.plan.value) == plan
    names = {"c": "construction", "p": "pairing", "a": "aid", "e": "employment"}
    assert [p.value for p in measure.precisions] == [names[letter] for letter in precisions]
    assert [h.zh for h in measure.hedges] == hedges.split()


def test_every_clause_does_something() -> None:
    assert all(measure.effects for measure in PLAN.measures)


def test_every_measure_of_the_eight_plans_serves_a_precision() -> None:
    assert all(m.precisions for m in PLAN.measures if m.plan is not None)
    assert {p.value for m in PLAN.measures if m.plan for p in m.precisions} == {
        "construction",
        "pairing",
        "aid",
        "employment",
    }


def test_measures_are_found_by_part_unit_and_precision() -> None:
    assert [m.id for m in PLAN.find(plan="special")] == ["GX-6.1", "GX-6.2", "GX-6.3"]
    assert [m.id for m in PLAN.find(leads="扶贫办")] == ["GX-7.4"]
    assert [m.id for m in PLAN.find(unit="自治区扶贫办")] == ["GX-7.2", "GX-7.4"]
    assert [m.id for m in PLAN.find(precision="精准就业")] == ["GX-0", "GX-4.2", "GX-7.5"]


# ── figures ───────────────────────────────────────────────────────────────────────────────────────────────────────

FIGURES: dict[str, set[int]] = {
    "GX-0": {5_380_000, 54, 5000},
    "GX-T1": {75, 90, 83},
    "GX-T2": {100},  # every
    "GX-T3": {82, 92, 87},
    "GX-1.1": {1, 2, 2_000_000, 6_000_000, 100},  # 100: basically every township
    "GX-2.1": {54, 5_000_000_000, 1_500_000, 500, 1},
    "GX-3.1b": {400},
    "GX-4.1": {1},
    "GX-4.2": {1, 2, 3},
    "GX-4.3": {14, 100},  # 100: all key industries
    "GX-4.4": {40},
    "GX-4.5": {100},  # all counties that are helped, striving
    "GX-5.1": {1, 2},
    "GX-5.2": {1},
    "GX-5.3": {1000, 20, 1200, 300},  # 1000: derived
    "GX-6.1": {1},
    "GX-6.2": {6000},
    "GX-7.2": {15, 3, 9, 0},  # 0: the least that a waiver by category comes to
    "GX-8.2a": {200},
    "GX-8.7": {0},  # it rises, by what is not printed
}
"""Figures by clause, read where a sign was lost; clauses that are not named here print none."""


def figures_of(effect: object) -> Iterable[int | Fraction | Decimal | None]:
    match effect:
        case Quota():
            return (effect.low, effect.high)
        case Tally():
            return (effect.total, *(part.number for part in effect.parts))
        case Target(aim=Rate() | Coverage() as aim):
            return (aim.at_least,)
        case jf.Benefit(amount=Unstated()):
            return ()  # a national amount, if any
        case jf.Benefit():
            return {node.value for node in nodes_in(effect.amount) if isinstance(node, Const)}
        case _:
            return ()


@pytest.mark.parametrize("id_", [row[0] for row in ROWS])
def test_every_figure_stands_in_its_clause(id_: str) -> None:
    found = {n for e in PLAN[id_].effects for n in figures_of(e) if n is not None}
    assert found == FIGURES.get(id_, set())


# id, what is measured, least, most, yearly, first year, due year, hedges
QUOTAS: list[tuple[str, str, int | None, int | None, bool, int | None, int | None, str]] = [
    ("GX-1.1/urban", "number", None, 2, False, None, None, "根据需要 支持、扶持"),
    ("GX-1.1/township", "number", 1, 1, False, None, None, "支持、扶持 有条件的"),
    ("GX-1.1/grant", "yuan", 2_000_000, 6_000_000, False, None, None, ""),
    ("GX-1.1/coverage", "number", 100, None, False, None, None, "基本"),
    (
        "GX-2.1/funds",
        "yuan",
        5_000_000_000,
        None,
        False,
        None,
        None,
        "重点 倾斜 计划 左右",
    ),
    ("GX-2.1/floor_area", "number", 1_500_000, None, False, None, None, "计划 约"),
    ("GX-2.1/boarding_schools", "number", 500, None, False, None, None, "计划 多"),
    ("GX-2.1/beds", "number", 1, None, False, None, None, "努力"),
    ("GX-4.1", "number", 1, None, False, None, 2020, "支持、扶持 基本"),
    ("GX-4.2/backbone", "number", 1, 2, False, None, None, "支持、扶持 有条件的"),
    ("GX-4.2/agriculture", "number", 1, 2, False, None, None, "支持、扶持 有条件的"),
    ("GX-4.2/featured", "number", 2, 3, False, None, None, "有条件的 努力"),
    ("GX-4.3/industries", "number", 100, None, False, None, None, ""),
    ("GX-4.3/cities", "number", 14, None, False, None, None, ""),
    ("GX-4.4", "number", 40, 40, False, None, None, ""),
    ("GX-4.5/counties", "number", 100, None, False, None, None, "力争"),
    ("GX-5.1", "number", 1, 2, False, None, None, "支持、扶持"),
    ("GX-5.2/growth", "growth_percent", 1, None, True, None, None, ""),
    ("GX-5.3/base", "number", 1000, 1000, True, 2015, 2015, ""),
    ("GX-5.3/preparatory_growth", "growth_percent", 20, 20, True, 2016, 2016, ""),
    ("GX-5.3/preparatory_places", "number", 1200, 1200, True, 2016, 2016, ""),
    ("GX-5.3/preparatory_rise", "growth_percent", None, None, True, 2017, None, "视情况"),
    ("GX-5.3/ethnic_class", "number", 1200, None, True, None, None, "左右"),
    ("GX-5.3/postgraduates", "number", 300, None, True, None, None, "左右"),
    ("GX-6.1", "number", 1, None, False, None, None, "支持、扶持"),
    ("GX-8.7/specialists", "growth_percent", 0, None, True, None, None, "逐步"),
    ("GX-8.7/double_qualified", "growth_percent", 0, None, True, None, None, "逐步"),
]


def test_the_quotas() -> None:
    assert [
        (
            q.id,
            q.figures.value,
            q.low,
            q.high,
            q.yearly,
            q.since,
            q.due,
            " ".join(h.zh for h in q.hedges),
        )
        for q in PLAN.effects(Quota)
    ] == QUOTAS


EACH = {
    "GX-1.1/urban": "每个贫困县",
    "GX-1.1/township": "每个有条件建园的贫困县乡镇",
    "GX-1.1/grant": "每所新建的公办幼儿园",
    "GX-2.1/beds": "每名寄宿的小学高年级学生或初中生",
    "GX-4.1": "每个贫困县",
    "GX-4.2/backbone": "每所有条件的贫困县中等专业学校",
    "GX-4.2/agriculture": "每所有条件的贫困县中等专业学校",
    "GX-4.2/featured": "每所有条件的贫困县中等专业学校",
    "GX-5.1": "每所贫困地区高校",
    "GX-6.1": "每个贫困县",
}


def test_of_what_each_quota_holds() -> None:
    assert {q.id: q.each.zh for q in PLAN.effects(Quota) if q.each is not None} == EACH


UNITS_OF_QUOTAS = {
    "%": {
        "GX-1.1/coverage",
        "GX-4.3/industries",
        "GX-4.5/counties",
        "GX-5.2/growth",
        "GX-5.3/preparatory_growth",
        "GX-5.3/preparatory_rise",
        "GX-8.7/specialists",
        "GX-8.7/double_qualified",
    },
    "元": {"GX-1.1/grant", "GX-2.1/funds"},
    "平方米": {"GX-2.1/floor_area"},
    "个市": {"GX-4.3/cities"},
}


def test_what_the_figures_are_in() -> None:
    for unit, ids in UNITS_OF_QUOTAS.items():
        assert {q.id for q in PLAN.effects(Quota) if q.unit.zh == unit} == ids


def test_the_two_figures_of_2016_imply_a_thousand_places_in_2015() -> None:
    by_id = {q.id: q for q in PLAN.effects(Quota)}
    growth, places = by_id["GX-5.3/preparatory_growth"].low, by_id["GX-5.3/preparatory_places"].low
    assert growth is not None
    assert places is not None
    assert Fraction(places) / (1 + Fraction(growth, 100)) == 1000
    base = by_id["GX-5.3/base"]
    assert (base.low, base.high, base.since, base.due) == (1000, 1000, 2015, 2015)
    assert "推算" in base.title.zh
    assert "derived" in base.title.en


TALLIES = {
    "GX-0/people": (5_380_000, None),
    "GX-0/counties": (54, None),
    "GX-0/villages": (5000, None),
    "GX-2.1/counties": (54, None),
    "GX-7.2/years": (15, 0),  # 3 + 9 + 3
}


def test_the_tallies() -> None:
    assert {t.id: (t.total, t.remainder) for t in PLAN.effects(Tally)} == TALLIES


# ── targets ───────────────────────────────────────────────────────────────────────────────────────────────────────

RATES = [
    ("GX-T1/preschool_gross_enrolment", 75, 2017),
    ("GX-T1/compulsory_completion", 90, 2017),
    ("GX-T1/senior_gross_enrolment", 83, 2017),
    ("GX-T3/preschool_gross_enrolment", 82, 2020),
    ("GX-T3/compulsory_completion", 92, 2020),
    ("GX-T3/senior_gross_enrolment", 87, 2020),
]
JUDGED = [
    ("GX-T1/overall_level", 2017, ""),
    ("GX-T1/kindergarten_shortage", 2017, "基本"),
    ("GX-T1/super_large_classes", 2017, "基本"),
    ("GX-T1/communal_dormitories", 2017, "基本"),
    ("GX-T3/overall_level", 2020, ""),
    ("GX-T3/preschool_universal", 2020, "基本"),
    ("GX-T3/basic_conditions", 2020, ""),
    ("GX-T3/balanced_compulsory", 2020, "基本"),
    ("GX-T3/senior_universal", 2020, "基本"),
    ("GX-T3/teaching_force", 2020, ""),
]


def test_the_rates() -> None:
    found = [(t, t.aim) for t in PLAN.effects(Target) if isinstance(t.aim, Rate)]
    assert [(target.id, int(aim.at_least), target.due) for target, aim in found] == RATES
    for target, aim in found:
        assert aim.at_least.denominator == 1
        assert aim.scope is Scope.POOR_AREAS
        assert target.id.partition("/")[2] == aim.indicator.value
        assert target.hedges == ()


def test_what_is_judged_without_a_figure() -> None:
    found = [t for t in PLAN.effects(Target) if isinstance(t.aim, Judgement)]
    assert [(t.id, t.due, " ".join(h.zh for h in t.hedges)) for t in found] == JUDGED


def test_pairing_basically_covers_all_by_2017() -> None:
    found = [t for t in PLAN.effects(Target) if isinstance(t.aim, Coverage)]
    assert [(t.id, t.due, " ".join(h.zh for h in t.hedges)) for t in found] == [
        ("GX-T2/schools", 2017, "基本"),
        ("GX-T2/teachers", 2017, "基本"),
        ("GX-T2/registered_children", 2017, "基本"),
    ]
    for target in found:
        assert isinstance(target.aim, Coverage)
        assert target.aim.ledger is Ledger.NETWORK
        assert target.aim.at_least == Fraction(100)


def test_every_target_counts_from_2016() -> None:
    assert {t.since for t in PLAN.effects(Target)} == {2016}
    assert len(PLAN.effects(Target)) == 6 + 10 + 3


# ── pairing ───────────────────────────────────────────────────────────────────────────────────────────────────────

K9 = "school: primary junior nine_year complete"
SENIOR = "school: senior complete"

# id, helpers, recipients, within, one to one, hedges; an end is: party: kinds @ levels + what else is asked
PAIRINGS: list[tuple[str, list[str], list[str], str, bool, str]] = [
    (
        "GX-1.3/county_township",
        [
            "school: kindergarten @ city county + public",
            "school: kindergarten @ city county + private good",
        ],
        ["school: kindergarten @ township"],
        "county",
        False,
        "",
    ),
    (
        "GX-1.3/township_village",
        ["school: kindergarten @ township"],
        ["school: kindergarten @ village"],
        "township",
        False,
        "",
    ),
    (
        "GX-2.4/city_county",
        [f"{K9} @ city"],
        [f"{K9} @ county"],
        "city",
        False,
        "",
    ),
    (
        "GX-2.4/county_rural",
        [f"{K9} @ city county"],
        [f"{K9} @ township village teaching_point + weak"],
        "county",
        False,
        "",
    ),
    (
        "GX-2.4/township_village",
        [f"{K9} @ township"],
        [f"{K9} @ village teaching_point"],
        "township",
        False,
        "",
    ),
    (
        "GX-3.3",
        [f"{SENIOR} + good"],
        [f"{SENIOR} + poor_county"],
        "city",
        False,
        "",
    ),
    (
        "GX-4.5",
        ["school: higher_vocational", "school: vocational @ city"],
        ["school: vocational @ county + poor_county"],
        "anywhere",
        False,
        "",
    ),
    (
        "GX-5.5",
        ["open_university"],
        ["open_university + contiguous_area"],
        "anywhere",
        True,
        "",
    ),
    (
        "GX-7.6a",
        ["university_volunteer"],
        ["student + contiguous_area poor rural"],
        "anywhere",
        True,
        "",
    ),
    ("GX-7.6b", ["social_volunteer"], ["student + contiguous_area poor"], "anywhere", True, "鼓励"),
    ("GX-7.6c", ["teacher"], ["student + left_behind rural"], "county", True, ""),
]


def shown(end: End) -> str:
    asked = [str(end.ownership.value)] if end.ownership is not None else []
    asked += [
        name
        for name in (
            "good",
            "weak",
            "poor_county",
            "contiguous_area",
            "poor",
            "left_behind",
            "rural",
        )
        if getattr(end, name)
    ]
    return (
        str(end.party.value)
        + (": " + " ".join(k.value for k in end.kinds) if end.kinds else "")
        + (" @ " + " ".join(level.value for level in end.levels) if end.levels else "")
        + (" + " + " ".join(asked) if asked else "")
    )


def test_the_pairing_tiers() -> None:
    assert [
        (
            rule.id,
            [shown(end) for end in rule.helpers],
            [shown(end) for end in rule.recipients],
            rule.within.value,
            rule.one_to_one,
            " ".join(h.zh for h in rule.hedges),
        )
        for rule in PLAN.effects(PairingRule)
    ] == PAIRINGS


# ── obligations and listings ──────────────────────────────────────────────────────────────────────────────────────

OBLIGATIONS: list[tuple[str, str, str, str]] = [
    ("GX-1.2/coverage", "unstated", "", ""),
    ("GX-2.1/survey", "once", "每所贫困地区中小学校", ""),
    ("GX-2.1/file", "once", "每所贫困地区中小学校", ""),
    ("GX-2.1/plan", "once", "每所贫困地区中小学校", ""),
    ("GX-2.1/need_list", "once", "每所薄弱学校", ""),
    ("GX-2.1/ledger", "once", "每所薄弱学校", ""),
    ("GX-2.1/boarding", "always", "每名应寄宿的小学高年级学生或初中生", "努力"),
    ("GX-2.1/communal_dormitories", "unstated", "", ""),
    ("GX-2.1/large_classes", "unstated", "", ""),
    ("GX-2.2/replacement_first", "each_time", "每所撤并的村小学或教学点", ""),
    ("GX-2.2/standard", "once", "每所保留的村小学或教学点", ""),
    ("GX-2.2/nearby", "always", "每名贫困地区适龄儿童", ""),
    ("GX-2.3/infrastructure", "unstated", "每所贫困地区中小学校", ""),
    ("GX-2.3/training", "unstated", "每名贫困地区教师", ""),
    ("GX-2.3/use", "unstated", "每所贫困地区中小学校", "逐步"),
    ("GX-3.1a/building", "unstated", "", "重点 支持、扶持"),
    ("GX-3.1b/raise", "unstated", "", "视情况 逐步"),
    ("GX-3.2/enrolment", "unstated", "", "重点"),
    ("GX-3.2/forms", "unstated", "每个有需求、有条件的贫困县", "支持、扶持 有条件的"),
    ("GX-4.3/members", "unstated", "每所贫困县中等职业学校", "鼓励"),
    ("GX-4.5/bonus", "each_time", "每个成效显著的帮扶单位", ""),
    ("GX-5.2/directed", "year", "", ""),
    ("GX-5.2/lowered_line", "each_time", "", "酌情"),
    ("GX-5.2/bonus_points", "always", "每名贫困地区考生", ""),
    ("GX-5.4/event", "year", "", ""),
    ("GX-5.5/continuing_education", "unstated", "", ""),
    ("GX-5.5/villages", "unstated", "每个位于贫困县的贫困村", "若干"),
    ("GX-6.3/bases", "once", "", "若干"),
    ("GX-6.3/adapted", "once", "每所选定的基地学校", ""),
    ("GX-6.3/equipped", "once", "每所选定的基地学校", ""),
    ("GX-7.1/coverage", "always", "每名建档立卡户子女", ""),
    ("GX-7.1/tiers", "always", "", ""),
    ("GX-7.1/specially_poor", "always", "每名特困生", "重点"),
    ("GX-7.4/coverage", "always", "每名就读学历教育的建档立卡户子女", ""),
    ("GX-7.5/named_person", "once", "每名家庭经济困难毕业生", ""),
    ("GX-7.5/consultation", "once", "每名家庭经济困难毕业生", ""),
    ("GX-7.5/recommendation", "once", "每名家庭经济困难毕业生", ""),
    ("GX-7.5/training", "once", "每名家庭经济困难毕业生", ""),
    ("GX-7.5/subsidy", "once", "每名家庭经济困难毕业生", ""),
    ("GX-7.5/job_fairs", "unstated", "每所区内高校", ""),
    ("GX-7.5/partners", "unstated", "每所区内高校", "优先 重点"),
    ("GX-7.6c/mechanism", "once", "各县", ""),
    ("GX-8.1a/township_posts", "each_time", "", "适当 倾斜"),
    ("GX-8.1a/poor_areas_first", "always", "", "首先"),
    ("GX-8.2a/wages", "always", "每名贫困地区教师", ""),
    ("GX-8.2a/housing_fund", "always", "每名贫困地区教师", ""),
    ("GX-8.2a/insurance", "always", "每名贫困地区教师", ""),
    ("GX-8.2b/programme", "once", "", ""),
    ("GX-8.2b/building", "unstated", "", ""),
    ("GX-8.3/transfer", "each_time", "", ""),
    ("GX-8.3/inflow", "each_time", "", "优先"),
    ("GX-8.5/county_managed", "unstated", "", "逐步"),
    ("GX-8.5/sent", "year", "", ""),
    ("GX-8.5/principals", "unstated", "", "重点 引导"),
    ("GX-8.6/all_teachers", "unstated", "每名贫困县教师", "支持、扶持"),
    ("GX-8.6/institutions", "unstated", "每个有条件的贫困县", "支持、扶持 有条件的"),
    ("GX-8.6/visits", "year", "", ""),
    ("GX-8.7/posts", "unstated", "每所贫困地区县级中专", "支持、扶持"),
    ("GX-9.1/split", "year", "", ""),
    ("GX-9.1/work", "year", "各级人民政府和有关部门", ""),
    ("GX-9.1/review", "year", "各级人民政府和有关部门", ""),
    ("GX-9.2/opening", "term", "", ""),
    ("GX-9.2/special", "term", "", ""),
    ("GX-9.2/balance", "once", "各县", ""),
    ("GX-9.2/unscheduled", "unstated", "", "等"),
]


def test_the_obligations() -> None:
    found = PLAN.effects(Obligation)
    assert [
        (o.id, o.every.value, o.each.zh if o.each else "", " ".join(h.zh for h in o.hedges))
        for o in found
    ] == OBLIGATIONS
    assert {o.at_least for o in found} == {1}


LISTINGS: list[tuple[str, str, bool]] = [
    ("GX-0/county_labels", "天窗县 享受待遇县", False),
    (
        "GX-0/plans",
        "幼儿园帮扶计划 义务教育薄弱学校帮扶计划 高中阶段教育帮扶计划 县级中专帮扶计划 高等教育帮扶计划 特殊教育帮扶计划 学生学业帮扶计划 教师队伍帮扶计划",
        False,
    ),
    ("GX-0/precisions", "精准建设 精准帮扶 精准资助 精准就业", False),
    ("GX-0/for_schools", "保障基本 满足需要 均衡发展", False),
    ("GX-0/for_students", "全程帮扶 全程资助 充分就业", False),
    ("GX-1.1/programmes", "二期学前教育三年行动计划", False),
    ("GX-1.2/channels", "改善办园条件 支付租金 改善教师待遇 开展教师培训", True),
    ("GX-2.1/sources", "全面改薄专项资金", True),
    ("GX-3.1a/sources", "中央普通高中建设项目资金 自治区普通高中建设项目资金", False),
    ("GX-3.2/kinds", "普通高中教育 中等职业教育", False),
    ("GX-4.4/purposes", "民族工艺传承创新 文化遗产保护 高技能人才培养 产业孵化", False),
    ("GX-4.5/channels", "管理 课程 师资 设备", False),
    (
        "GX-4.5/cooperation",
        "合办专业 合编课程和教材 合建教师队伍 合用实训基地 招生协作",
        True,
    ),
    (
        "GX-5.1/fields",
        "优势特色学科专业及相关平台 申报开设新专业 教学改革项目申报配额 引进和培养高层次人才",
        False,
    ),
    ("GX-5.4/services", "科技帮扶 科教培训 技术指导 科普宣传", False),
    ("GX-5.5/trained", "后备干部 创业青年 致富带头人", False),
    ("GX-5.5/programmes", "一村一名大学生计划（开放大学升级版）", False),
    ("GX-6.1/projects", "特殊教育学校建设 贫困县特殊教育学校办学条件改扩建", True),
    ("GX-6.1/support", "基础设施 教学设施 康复设施", False),
    ("GX-6.3/cities", "南宁 柳州 桂林", True),
    ("GX-6.3/schools", "中等职业学校 高等职业学校", False),
    ("GX-7.5/services", "个体咨询 优先推荐 技能培训 就业补贴", True),
    ("GX-7.6a/activities", "大学生志愿服务西部计划 暑期三下乡社会实践", True),
    (
        "GX-8.1a/channels",
        "中小学教师公开招聘专项考试 农村义务教育阶段学校教师特设岗位计划 农村小学全科教师定向培养计划 壮汉双语教师定向培养计划",
        False,
    ),
    ("GX-8.5/programmes", "三区人才支持计划 教师专项计划", True),
    (
        "GX-8.5/channels",
        "定期交流 跨校竞聘 学区一体化管理 学校联盟 对口支援 乡镇中心学校教师走教",
        True,
    ),
    ("GX-8.6/masters", "自治区名师名校长 特级教师", True),
    ("GX-9.2/subjects", "学前教育 职业教育 经费管理 项目进度", True),
]


def test_the_listings_and_whether_they_go_on() -> None:
    assert [
        (x.id, " ".join(item.zh for item in x.items), x.open) for x in PLAN.effects(Listing)
    ] == LISTINGS


def test_every_hedge_of_an_effect_is_its_clauses_too() -> None:
    for measure in PLAN.measures:
        for effect in measure.effects:
            assert set(getattr(effect, "hedges", ())) <= set(measure.hedges), measure.id
            if isinstance(effect, Listing) and effect.open:
                assert "等" in {h.zh for h in measure.hedges}, measure.id


# ── defects ───────────────────────────────────────────────────────────────────────────────────────────────────────

DEFECTS: list[tuple[str, str, str, str | None, str | None]] = [
    ("GX-0", "lost_sign", "天窗县", "“天窗县”", "A"),
    ("GX-0", "odd_wording", "享受待遇县", "享受国家扶贫开发工作重点县待遇县", "A"),
    ("GX-0", "undefined_term", "贫困地区", "贫困县或贫困村", None),
    ("GX-0", "odd_wording", "学前三年毛入学率", "学前三年毛入园率", "A"),
    ("GX-0", "lost_heading", "二、政策措施", None, None),
    ("GX-T1", "lost_sign", "超大班额大通铺", "超大班额、大通铺", None),
    ("GX-T1", "odd_wording", "学前三年毛入学率", "学前三年毛入园率", "A"),
    ("GX-T3", "odd_wording", "学前三年毛入学率", "学前三年毛入园率", "A"),
    ("GX-1.1", "lost_sign", "12所", "1~2所", "A"),
    ("GX-1.1", "lost_sign", "200万600万元", "200万~600万元", "D"),
    ("GX-4.2", "lost_sign", "12个", "1~2个", "C"),
    ("GX-4.2", "lost_sign", "23个", "2~3个", "C"),
    ("GX-4.5", "lost_sign", "四下乡", "“四下乡”", None),
    ("GX-5.1", "lost_sign", "12个", "1~2个", "D"),
    ("GX-5.5", "lost_sign", "一村一名大学生计划", "“一村一名大学生计划”", None),
    ("GX-7.4", "lost_sign", "雨露计划", "“雨露计划”", None),
    ("GX-7.6a", "lost_sign", "暑期三下乡", "暑期“三下乡”", None),
    (
        "GX-8.1a",
        "missing_item",
        "首先满足贫困地区教师补充的需要。",
        "责任单位同第二款：自治区教育厅、编办、财政厅、人力资源社会保障厅",
        None,
    ),
    ("GX-8.5", "lost_sign", "三区", "“三区”", None),
    ("GX-8.7", "lost_sign", "双师型教师", "“双师型”教师", None),
]


def test_the_defects_as_printed_and_as_read() -> None:
    def row(id_: str, defect: Defect) -> tuple[str, str, str, str | None, str | None]:
        sure = defect.certainty.value if defect.certainty else None
        return (id_, defect.kind.value, defect.raw, defect.reading, sure)

    assert [row(m.id, d) for m in PLAN.measures for d in m.defects] == DEFECTS


# ── the policy as a whole ─────────────────────────────────────────────────────────────────────────────────────────


def test_what_the_policy_rests_on() -> None:
    assert (PLAN.version, PLAN.territory, PLAN.last_target_year) == ("7", GUANGXI, 2020)
    assert [(d.number, d.certainty) for d in PLAN.documents] == [
        ("桂发〔2015〕15号", Certainty.OFFICIAL)
    ]
    assert [(d.number, d.certainty) for m in PLAN.measures for d in m.documents] == [
        ("国开办发〔2015〕19号", Certainty.PRESS)
    ]


def test_which_benefits_are_the_nations_money() -> None:
    assert {b.id: b.carries_out for b in PLAN.benefits() if b.carries_out is not None} == {
        "GX-7.2/preschool": "CN-7",
        "GX-7.2/senior": "CN-3/fees",
        "GX-7.2/vocational": "CN-4/fees",
        "GX-7.4/vocational": "CN-5",
    }


def texts(value: Any) -> Iterable[jf.Text]:
    if isinstance(value, jf.Text):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from texts(getattr(value, field.name))


CHINESE = re.compile(r"[\u4e00-\u9fff]")
QUOTED = {
    "The usual word for kindergartens is 毛入园率; the original has it so, and means the same indicator",
    "Yulu programme (雨露计划), study subsidy of vocational students per school year",
}
"""English that has to show a Chinese word."""


def test_every_text_is_complete_in_both_languages() -> None:
    found = list(texts(PLAN))
    assert len(found) > 400
    for text in found:
        assert CHINESE.search(text.zh) or text.zh == "%", text
        assert text.en == text.en.strip() != "", text
        assert text.en in QUOTED or not CHINESE.search(text.en), text


def test_every_clause_is_said_in_one_to_three_sentences() -> None:
    for measure in PLAN.measures:
        assert measure.says is not None, measure.id
        assert measure.says.zh.endswith("。"), measure.id
        assert measure.says.en.endswith("."), measure.id
        assert 1 <= measure.says.zh.count("。") <= 3, measure.id
        assert 1 <= len(re.findall(r"\.(?: |$)", measure.says.en)) <= 3, measure.id


SAID = {
    "GX-0": ("538万 54个 5000个", "5.38 54 5,000"),
    "GX-T1": ("75% 90% 83%", "75 90 83"),
    "GX-T3": ("82% 92% 87%", "82 92 87"),
    "GX-1.1": ("1至2所 各建中心园1所 200万至600万元", "one or two|one public|2 to 6 million"),
    "GX-2.1": (
        "约50亿元 54个 约150万平方米 500多所",
        "About 5 billion|54|about 1.5 million square metres|over 500|a bed each",
    ),
    "GX-3.1b": ("400元", "400 yuan"),
    "GX-4.1": ("1所 2020年", "one good|2020"),
    "GX-4.2": ("骨干专业1至2个 涉农专业1至2个 特色专业2至3个", "one or two|two or three"),
    "GX-4.3": ("14个", "14 cities"),
    "GX-4.4": ("40个", "40 vocational bases"),
    "GX-5.1": ("1至2个", "one or two"),
    "GX-5.2": ("1%", "1 percent"),
    "GX-5.3": ("20% 1200人 300人", "20 percent|1,200|300"),
    "GX-6.2": ("2016年 6000元", "2016|6,000 yuan"),
    "GX-7.2": ("十五年", "fifteen years"),
    "GX-8.2a": ("至少200元", "at least 200 yuan"),
}


# clause, what its Chinese and its English have to say, what they must not
WORDED: list[tuple[str, str, str, str, str]] = [
    ("GX-0", "全程帮扶 全程资助 充分就业 斩断穷根", "从入学到就业", "all the way", ""),
    ("GX-T2", "按本库理解，两者限于贫困地区", "", "as read here, those of poor areas", ""),
    ("GX-1.2", "经认定的多元普惠幼儿园", "无论谁办", "recognised", "whoever runs"),
    (
        "GX-2.1",
        "其中农村寄宿制学校 应宿尽宿 一人一床位 一校一册",
        "",
        "shared sleeping",
        "communal",
    ),
    ("GX-3.3", "按本库理解 对口帮扶", "", "as read here", ""),
    ("GX-5.1", "每所高校各建", "校均", "every one of them", ""),
    ("GX-5.2", "酌情降分 本科第二批", "降线", "lower score", "lowered line"),
    ("GX-5.4", "高校科技服务地方新发展", "", "name as printed", ""),
    ("GX-7.4", "应补尽补", "", "formal (diploma) education", "degree"),
    ("GX-8.1a", "适当倾斜", "", "within reason", ""),
    ("GX-8.3", "核定的编制总额内 教育发展水平 编制使用情况", "总额不变", "use of posts", ""),
    ("GX-8.4", "不是刚性要求", "没有论文也可以", "not a rigid requirement", "need no papers"),
    ("GX-8.5", "选派优秀教师 支教走教", "派骨干", "Three Areas programme", "three kinds"),
    ("GX-9.1", "按年度分解", "逐级", "broken down and handed down by year", ""),
    ("GX-9.2", "逐县", "一个县一个县", "county by county", ""),
]


@pytest.mark.parametrize("row", WORDED, ids=lambda row: row[0])
def test_the_words_carry_what_the_plan_says_and_no_more(
    row: tuple[str, str, str, str, str],
) -> None:
    id_, zh, not_zh, en, not_en = row
    says = PLAN[id_].says
    assert says is not None
    assert all(part in says.zh for part in zh.split())
    assert not not_zh or not_zh not in says.zh
    assert en in says.en
    assert not not_en or not_en not in says.en


@pytest.mark.parametrize("id_", SAID)
def test_the_words_name_the_figures(id_: str) -> None:
    says = PLAN[id_].says
    assert says is not None
    chinese, english = SAID[id_]
    assert all(part in says.zh for part in chinese.split())
    assert all(part in says.en for part in re.split(r"\|" if "|" in english else " ", english))


def test_the_policy_comes_back_from_json() -> None:
    again = loads(dumps(PLAN), jf.Policy)
    assert again == PLAN
    assert again.fingerprint == PLAN.fingerprint
    for measure in PLAN.measures:
        assert loads(dumps(measure), jf.Measure) == measure


def test_the_same_pupil_is_answered_as_before_beside_the_other_clauses() -> None:
    """A registered senior pupil: tuition 1300 and miscellaneous fees 200 waived, nothing by the new clauses."""
    pupil = jf.Student(
        "S-0001",
        stage=jf.Stage.SENIOR,
        registered=True,
        school_county="450123",
        ownership=jf.Ownership.PUBLIC,
        tuition=Decimal(1300),
        misc_fee=Decimal(200),
    )
    answer = jf.assess(pupil, PLAN, on=datetime.date(2016, 9, 1))
    assert [(f.benefit, f.lower, f.upper) for f in answer.entitled] == [
        ("GX-7.2/senior", Decimal(1500), Decimal(1500))
    ]
