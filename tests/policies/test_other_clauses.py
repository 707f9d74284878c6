"""Ganzhou's plan, the town's, the villages' report and the milk powder report, clause by clause, against what they print.

Every table here is copied by hand from the documents: what stands in a clause is compared with it, never the reverse.
"""

import ast
import datetime
import re
from collections.abc import Iterator
from fractions import Fraction
from importlib import import_module
from pathlib import Path
from typing import Any, get_args

import attrs
import pytest

import jiaoyu_fupin as jf
from jiaoyu_fupin.clauses.delivery import Delivery
from jiaoyu_fupin.clauses.listing import Listing
from jiaoyu_fupin.clauses.marks import Defect, DefectKind, Hedge
from jiaoyu_fupin.clauses.obligation import Every, Obligation
from jiaoyu_fupin.clauses.pairing import PairingRule, Party
from jiaoyu_fupin.clauses.quota import FigureKind, Quota
from jiaoyu_fupin.clauses.tally import Tally
from jiaoyu_fupin.clauses.target import (
    Budget,
    Count,
    Coverage,
    Judgement,
    Ledger,
    Rate,
    Scope,
    Target,
)
from jiaoyu_fupin.cli.main import main
from jiaoyu_fupin.policies.villages_2018 import GEZHAI
from jiaoyu_fupin.rules.benefit import Benefit
from jiaoyu_fupin.sentences import measure_lines
from jiaoyu_fupin.values.certainty import Certainty
from jiaoyu_fupin.values.errors import Code
from jiaoyu_fupin.values.text import Lang, Text
from jiaoyu_fupin.wire import dumps, loads

IDS = ("ganzhou-2015", "town-2020", "villages-2018", "milk-powder")
GANZHOU, TOWN, VILLAGES, MILK = PLANS = tuple(map(jf.policy, IDS))
MEASURES = {m.id: m for plan in PLANS for m in plan.measures}
EFFECTS = {e.id: e for m in MEASURES.values() for e in m.effects}

# ── the clauses, in the order of the documents ────────────────────────────────────────────────────────────────────

CLAUSES = {
    "ganzhou-2015": [
        ("GZ-0", "principle", "篇三 引言"),
        ("GZ-T1", "target", "篇三 二"),
        ("GZ-T2", "target", "篇三 二"),
        ("GZ-T3", "target", "篇三 二"),
        ("GZ-1", "construction", "篇三 三(一)1"),
        ("GZ-2", "construction", "篇三 三(一)2"),
        ("GZ-3a", "entitlement", "篇三 三(一)3"),
        ("GZ-3b", "staffing", "篇三 三(一)3"),
        ("GZ-4a", "entitlement", "篇三 三(二)4"),
        ("GZ-4b", "entitlement", "篇三 三(二)4"),
        ("GZ-5a", "entitlement", "篇三 三(二)5"),
        ("GZ-5b", "entitlement", "篇三 三(二)5"),
        ("GZ-5c", "entitlement", "篇三 三(二)5"),
        ("GZ-6", "entitlement", "篇三 三(二)6"),
        ("GZ-7a", "entitlement", "篇三 三(二)7"),
        ("GZ-7b", "entitlement", "篇三 三(二)7"),
        ("GZ-8a", "entitlement", "篇三 三(二)8"),
        ("GZ-8b", "entitlement", "篇三 三(二)8"),
        ("GZ-9", "pairing", "篇三 三(二)9"),
        ("GZ-10", "entitlement", "篇三 三(三)10"),
        ("GZ-11", "quota", "篇三 三(三)11"),
        ("GZ-12", "entitlement", "篇三 三(三)12"),
        ("GZ-13", "organisation", "篇三 四(一)"),
        ("GZ-14", "funding", "篇三 四(二)"),
    ],
    "town-2020": [
        ("TN-1", "statistics", "篇四 引言"),
        ("TN-0", "principle", "篇四 二"),
        ("TN-2", "target", "篇四 三"),
        ("TN-3", "service", "篇四 四1"),
        ("TN-4", "construction", "篇四 四2"),
        ("TN-5", "entitlement", "篇四 四3"),
        ("TN-6", "service", "篇四 四4"),
        ("TN-7", "service", "篇四 四5"),
        ("TN-8", "entitlement", "篇四 四6"),
        ("TN-9", "organisation", "篇四 四7"),
        ("TN-10", "entitlement", "篇四 四8"),
        ("TN-11", "organisation", "篇四 五1–3"),
    ],
    "villages-2018": [
        ("VL-0", "service", "篇五 引言"),
        ("VL-1", "delivery", "篇五 (一)"),
        ("VL-2", "delivery", "篇五 (二)"),
        ("VL-3", "delivery", "篇五 (三)"),
        ("VL-4", "delivery", "篇五 (四)"),
        ("VL-5", "service", "篇五 二(一)"),
        ("VL-6", "delivery", "篇五 二(二)"),
        ("VL-7", "delivery", "篇五 二(三)"),
    ],
    "milk-powder": [
        ("MP-1", "statistics", "篇二 引言"),
        ("MP-2", "outreach", "篇二 二 宣传"),
        ("MP-3", "delivery", "篇二 二 发放"),
        ("MP-4", "statistics", "篇二 三"),
    ],
}


@pytest.mark.parametrize("plan", PLANS, ids=IDS)
def test_the_clauses_in_the_order_of_the_document(plan: jf.Policy) -> None:
    assert [(m.id, m.kind.value, m.at) for m in plan.measures] == CLAUSES[plan.id]
    assert all(m.effects for m in plan.measures), "a clause that does nothing"
    assert all(m.units == () for m in plan.measures), "no unit is printed behind a clause"
    assert all(m.plan is None and m.precisions == () for m in plan.measures)


HEDGES = {
    "GZ-T1": ["力争"],
    "GZ-1": ["优先", "支持、扶持"],
    "GZ-2": ["优先", "力争", "基本", "等"],
    "GZ-3b": ["鼓励", "优先", "等", "重点"],
    "GZ-4b": ["酌情"],
    "GZ-5c": ["稳步"],
    "GZ-6": ["逐步"],
    "GZ-7b": ["逐步"],
    "GZ-8a": ["优先"],
    "GZ-9": ["争取", "引导", "积极"],
    "GZ-10": ["等"],
    "GZ-11": ["争取", "根据实际"],
    "GZ-12": ["重点", "等"],
    "GZ-13": ["等"],
    "GZ-14": ["逐步", "优先", "等"],
    "TN-2": ["预计", "基本", "等"],
    "TN-3": ["计划"],
    "TN-4": ["等"],
    "TN-6": ["鼓励"],
    "TN-7": ["等"],
    "VL-4": ["等"],
    "VL-5": ["等"],
    "MP-2": ["等"],
}
"""The words that take off from a clause's firmness, as they are printed there."""


def test_every_hedge_is_carried() -> None:
    for id_, measure in MEASURES.items():
        assert [h.zh for h in measure.hedges] == HEDGES.get(id_, []), id_


def test_an_effect_is_hedged_only_where_its_clause_is() -> None:
    for measure in MEASURES.values():
        for effect in measure.effects:
            assert set(getattr(effect, "hedges", ())) <= set(measure.hedges), effect.id


# ── targets ───────────────────────────────────────────────────────────────────────────────────────────────────────

RATES = {
    "GZ-T1/school_standardisation": 98,
    "GZ-T1/preschool_gross_enrolment": 85,
    "GZ-T1/compulsory_completion": 96,
}
COVERAGES = {
    "GZ-T2/aid": (Ledger.FINDINGS, 2015, 2016),
    "GZ-T2/loans": (Ledger.FINDINGS, 2015, 2016),
    "GZ-T2/no_dropout": (Ledger.LIST, 2015, 2016),
    "GZ-T3/vocational": (Ledger.FINDINGS, 2015, 2018),
    "GZ-2/basic_conditions": (Ledger.LIST, 2015, 2020),
    "TN-5/schooling": (Ledger.LIST, 2020, 2020),
}
JUDGED = {
    "GZ-T1/conditions": (2015, 2020, ["力争"]),
    "GZ-2/facilities": (2015, 2020, ["力争"]),
    "TN-2/environment": (2020, 2020, []),
    "TN-2/facilities": (2020, 2020, ["基本"]),
}
COUNTED = {"TN-2/households": 150, "TN-2/people": 422}
BUDGETED = {"TN-2/industry": 8_920_000, "TN-2/infrastructure": 15_040_000}


def test_no_target_is_left_out_of_these_tables() -> None:
    known = {*RATES, *COVERAGES, *JUDGED, *COUNTED, *BUDGETED}
    assert {id_ for id_, e in EFFECTS.items() if isinstance(e, Target)} == known


@pytest.mark.parametrize("id_", RATES)
def test_rates_of_poor_villages_by_2020(id_: str) -> None:
    target = EFFECTS[id_]
    assert isinstance(target, Target)
    assert isinstance(target.aim, Rate)
    assert target.aim.at_least == RATES[id_]
    assert target.aim.indicator.value == id_.partition("/")[2]
    assert target.aim.scope is Scope.POOR_VILLAGES
    assert (target.since, target.due, target.hedges) == (2015, 2020, (Hedge.STRIVING,))


def test_the_aims_of_2020_stand_in_the_order_printed() -> None:
    assert [e.id for e in GANZHOU["GZ-T1"].effects] == ["GZ-T1/conditions", *RATES]


@pytest.mark.parametrize("id_", COVERAGES)
def test_coverages_are_of_everyone(id_: str) -> None:
    target, (ledger, since, due) = EFFECTS[id_], COVERAGES[id_]
    assert isinstance(target, Target)
    assert isinstance(target.aim, Coverage)
    assert target.aim.at_least == 100
    assert target.aim.ledger is ledger
    assert (target.since, target.due) == (since, due)


@pytest.mark.parametrize("id_", JUDGED)
def test_aims_without_a_figure(id_: str) -> None:
    target, (since, due, hedges) = EFFECTS[id_], JUDGED[id_]
    assert isinstance(target, Target)
    assert isinstance(target.aim, Judgement)
    assert (target.since, target.due, [h.zh for h in target.hedges]) == (since, due, hedges)


def test_the_towns_numbers_for_2020() -> None:
    for id_, number in COUNTED.items():
        target = EFFECTS[id_]
        assert isinstance(target, Target)
        assert isinstance(target.aim, Count)
        assert target.aim.at_least == number
        assert (target.since, target.due, target.hedges) == (2020, 2020, (Hedge.EXPECTED,))
    for id_, yuan in BUDGETED.items():
        target = EFFECTS[id_]
        assert isinstance(target, Target)
        assert isinstance(target.aim, Budget)
        assert target.aim.at_least == yuan
        assert (target.since, target.due, target.hedges) == (2020, 2020, (Hedge.EXPECTED,))


# ── counts as the documents state them ────────────────────────────────────────────────────────────────────────────

TALLIES: dict[str, tuple[int | None, list[int | None], bool]] = {
    "TN-1/area": (None, [], True),
    "TN-1/places": (12, [10, 2], True),
    "TN-1/population": (None, [None], False),
    "TN-1/farmland": (None, [], True),
    "TN-1/households": (1719, [811, 613, 97], True),
    "TN-1/people": (5120, [2720, 1818, 155], True),
    "TN-1/household_causes": (1719, [975, 368], False),
    "TN-1/people_causes": (5120, [2813, 1121], False),
    "MP-1/villages": (None, [], True),
    "MP-1/population": (None, [], True),
    "MP-1/infants": (None, [], True),
    "MP-3/tins": (None, [45, 270], True),
}


def tally(id_: str) -> Tally:
    found = EFFECTS[id_]
    assert isinstance(found, Tally)
    return found


def test_counts_and_their_parts() -> None:
    found = {id_: e for id_, e in EFFECTS.items() if isinstance(e, Tally)}
    assert {
        id_: (t.total, [p.number for p in t.parts], t.whole) for id_, t in found.items()
    } == TALLIES


def test_the_towns_categories_leave_198_households_and_427_people() -> None:
    """811 + 613 + 97 = 1521 of 1719; 2720 + 1818 + 155 = 4693 of 5120."""
    households, people = tally("TN-1/households"), tally("TN-1/people")
    assert (households.named, households.remainder) == (1521, 198)
    assert (people.named, people.remainder) == (4693, 427)
    assert tally("TN-1/places").remainder == 0


def test_shares_on_the_printed_base() -> None:
    causes = tally("TN-1/household_causes")
    illness, disability = causes.share("因病致贫"), causes.share("因残致贫")
    assert (illness, disability) == (Fraction(975, 1719), Fraction(368, 1719))
    assert illness is not None
    assert disability is not None
    assert (f"{float(illness):.1%}", f"{float(disability):.1%}") == ("56.7%", "21.4%")
    assert causes.remainder is None, "some poor households have other causes"


def test_what_is_lost_stays_unknown() -> None:
    tins = tally("MP-3/tins")
    assert (tins.total, tins.named, tins.remainder) == (None, 315, None)
    assert tins.share("慈善捐赠") is None
    population = tally("TN-1/population")
    assert (population.named, population.share("农业人口")) == (None, None)


# ── what was delivered ────────────────────────────────────────────────────────────────────────────────────────────

DELIVERIES: dict[str, tuple[int | None, int | None, int | None, int | None]] = {
    # count, yuan, reached, year
    "VL-1": (1, 400_000, 120, 2017),
    "VL-2/greenhouses": (9, 150_000, None, 2017),
    "VL-2/loans": (None, None, None, 2017),
    "VL-2/households": (None, None, 18, 2017),
    "VL-3/all": (None, 30_000, None, 2017),
    "VL-3/lamps": (8, None, None, 2017),
    "VL-3/sports": (5, None, None, 2017),
    "VL-3/court": (1, None, None, 2017),
    "VL-3/stage": (1, None, None, 2017),
    "VL-3/activity_room": (1, None, None, 2017),
    "VL-4/repaired": (3, None, None, 2017),
    "VL-4/added": (5, None, None, 2017),
    "VL-6/outpatient_cards": (17, None, 17, 2018),
    "VL-6/income_aid": (63, None, 63, 2018),
    "VL-6/loans": (None, 70_000, 3, 2018),
    "VL-6/yulu": (13, None, None, 2018),
    "VL-6/training": (23, None, None, 2018),
    "VL-7": (None, None, None, 2018),
    "MP-3/donated": (45, None, None, None),
    "MP-3/subsidised": (270, None, None, None),
}


def delivery(id_: str) -> Delivery:
    found = EFFECTS[id_]
    assert isinstance(found, Delivery)
    return found


def test_deliveries() -> None:
    found = {id_: e for id_, e in EFFECTS.items() if isinstance(e, Delivery)}
    assert {id_: (d.count, d.yuan, d.reached, d.year) for id_, d in found.items()} == DELIVERIES


def test_the_kindergarten_cost_3333_yuan_and_a_third_for_each_child() -> None:
    assert delivery("VL-1").yuan_each == Fraction(10_000, 3)


def test_no_unit_cost_is_derived_from_a_sum_of_unclear_extent() -> None:
    assert all(d.yuan_each is None for d in map(delivery, DELIVERIES) if d.id.startswith("VL-3"))
    assert delivery("VL-2/greenhouses").yuan_each is None, "the loans helped the 18 households too"


def test_each_household_got_one_payment_of_a_lost_sum() -> None:
    aid = delivery("VL-6/income_aid")
    assert aid.count == aid.reached == 63
    assert aid.yuan is None


# ── what has to be done ───────────────────────────────────────────────────────────────────────────────────────────

ONCE, MONTHLY, ALWAYS = Every.ONCE, Every.MONTH, Every.ALWAYS
EACH_TIME, UNSTATED = Every.EACH_TIME, Every.UNSTATED

OBLIGATIONS = {
    "GZ-1/nearby": ALWAYS,
    "GZ-1/teaching_points": ALWAYS,
    "GZ-1/new_schools": EACH_TIME,
    "GZ-2/priority": EACH_TIME,
    "GZ-3b/housing": UNSTATED,
    "GZ-3b/tie_break": EACH_TIME,
    "GZ-3b/numbers": UNSTATED,
    "GZ-3b/rotation": UNSTATED,
    "GZ-4a/poor_villages": ALWAYS,
    "GZ-6/poor_villages": ALWAYS,
    "GZ-6/wider": UNSTATED,
    "GZ-7b/poor_villages": ALWAYS,
    "GZ-7b/wider": UNSTATED,
    "GZ-8b/entry": ALWAYS,
    "GZ-11/continued": UNSTATED,
    "GZ-13/main_leaders": ALWAYS,
    "GZ-13/deputy_leaders": ALWAYS,
    "GZ-13/county_plans": ONCE,
    "GZ-14/mechanism": ONCE,
    "GZ-14/priority": EACH_TIME,
    "GZ-14/on_time": EACH_TIME,
    "TN-3/visits": UNSTATED,
    "TN-3/liaison": UNSTATED,
    "TN-3/plans": UNSTATED,
    "TN-3/responsibility": ALWAYS,
    "TN-4/infrastructure": UNSTATED,
    "TN-4/living_conditions": UNSTATED,
    "TN-4/collective_income": UNSTATED,
    "TN-5/society": UNSTATED,
    "TN-6/attendance": UNSTATED,
    "TN-6/training": UNSTATED,
    "TN-7/income": UNSTATED,
    "TN-9/heads": ALWAYS,
    "TN-9/completion": ONCE,
    "TN-10/all": ALWAYS,
    "TN-11/daily_work": ALWAYS,
    "TN-11/publicity": UNSTATED,
    "TN-11/assessment": UNSTATED,
    "TN-11/inspection": UNSTATED,
    "TN-11/report_box": ALWAYS,
    "VL-0/visits": UNSTATED,
    "VL-5/visits": MONTHLY,
    "VL-5/files": UNSTATED,
    "VL-5/plans": UNSTATED,
    "VL-5/ill_and_disabled": UNSTATED,
}


def test_how_often_each_thing_has_to_be_done() -> None:
    found = {id_: e for id_, e in EFFECTS.items() if isinstance(e, Obligation)}
    assert {id_: o.every for id_, o in found.items()} == OBLIGATIONS
    assert {o.at_least for o in found.values()} == {1}


def test_a_helper_visits_each_paired_household_once_a_month_or_more() -> None:
    visits = EFFECTS["VL-5/visits"]
    assert isinstance(visits, Obligation)
    assert (visits.every, visits.at_least) == (Every.MONTH, 1)
    assert visits.each is not None
    assert "结对" in visits.each.zh


QUOTAS: dict[str, tuple[FigureKind, int | None, int | None, bool, int | None]] = {
    "GZ-1/kindergarten": (FigureKind.NUMBER, 1, None, False, None),
    "GZ-10/set_aside": (FigureKind.YUAN, 50_000_000, 50_000_000, True, 2015),
    "GZ-12/study_years": (FigureKind.NUMBER, 2, 6, False, None),
    "TN-11/head": (FigureKind.NUMBER, 1, 1, False, None),
    "TN-11/deputies": (FigureKind.NUMBER, 2, 2, False, None),
}


def test_quotas() -> None:
    found = {id_: e for id_, e in EFFECTS.items() if isinstance(e, Quota)}
    assert {
        id_: (q.figures, q.low, q.high, q.yearly, q.since) for id_, q in found.items()
    } == QUOTAS


PAIRINGS = {
    "GZ-9": (Party.SOCIAL_FORCE, Party.STUDENT, True),
    "TN-3": (Party.CADRE, Party.HOUSEHOLD, False),
    "VL-5": (Party.CADRE, Party.HOUSEHOLD, False),
}


def test_who_is_paired_with_whom() -> None:
    found = {id_: e for id_, e in EFFECTS.items() if isinstance(e, PairingRule)}
    assert set(found) == set(PAIRINGS)
    for id_, rule in found.items():
        (helper,), (recipient,) = rule.helpers, rule.recipients
        assert (helper.party, recipient.party, rule.one_to_one) == PAIRINGS[id_]
        assert recipient.poor


LISTINGS = {
    # the items, and whether the clause goes on with 等
    "GZ-0/works": (3, False),
    "GZ-0/mechanism": (2, False),
    "GZ-0/measures": (3, False),
    "GZ-1/ways": (2, False),
    "GZ-2/programmes": (5, True),
    "GZ-2/checklist": (6, False),
    "GZ-3b/subjects": (4, True),
    "GZ-3b/ways": (2, True),
    "GZ-6/money": (2, False),
    "GZ-9/sources": (2, False),
    "GZ-10/payers": (2, False),
    "GZ-10/ways": (1, True),
    "GZ-11/adjusted": (3, False),
    "GZ-12/places": (2, False),
    "GZ-12/fields": (4, True),
    "GZ-12/forms": (3, False),
    "GZ-13/departments": (14, True),
    "GZ-14/sources": (3, False),
    "GZ-14/paid_by_counties": (3, True),
    "TN-0/aims": (5, False),
    "TN-1/neighbours": (2, False),
    "TN-2/measures": (2, True),
    "TN-2/projects": (3, True),
    "TN-4/ways": (3, True),
    "TN-7/leaders": (2, True),
    "TN-7/means": (2, False),
    "TN-10/life_cycle": (3, False),
    "TN-11/roles": (3, False),
    "VL-0/villages": (2, False),
    "VL-4/themes": (4, True),
    "MP-2/channels": (3, True),
    "MP-2/contents": (3, False),
    "MP-4/problems": (2, False),
}


def listing(id_: str) -> list[str]:
    found = EFFECTS[id_]
    assert isinstance(found, Listing)
    return [item.zh for item in found.items]


def test_lists_and_whether_they_are_open() -> None:
    found = {id_: e for id_, e in EFFECTS.items() if isinstance(e, Listing)}
    assert {id_: (len(x.items), x.open) for id_, x in found.items()} == LISTINGS


def test_names_that_lists_print() -> None:
    assert listing("GZ-0/mechanism") == ["上下联动", "多部门合力推进"]
    assert listing("TN-1/neighbours") == ["阜阳市颍上县", "六安市霍邱县"]
    departments = "教育 扶贫移民 发改 财政 人社 民政 农粮 卫生 水利 规划 建设 林业 团委 妇联"
    assert listing("GZ-13/departments") == departments.split()
    assert listing("GZ-3b/subjects") == ["音乐", "体育", "美术", "心理健康教育"]
    assert listing("GZ-14/sources") == ["政府", "企业", "个人"]
    assert listing("TN-10/life_cycle") == ["贷得到", "用得好", "还得上"]
    assert listing("MP-2/channels") == ["现场宣教", "微信入群", "村里广播"]


# ── every figure beside its clause ────────────────────────────────────────────────────────────────────────────────

FIGURES: dict[str, set[int]] = {
    "GZ-T1": {98, 85, 96},
    "GZ-T2": {100},
    "GZ-T3": {100},
    "GZ-1": {1},
    "GZ-2": {100},
    "GZ-10": {50_000_000},
    "GZ-12": {2, 6},
    "TN-1": {12, 10, 2, 1719, 5120, 811, 2720, 613, 1818, 97, 155, 975, 2813, 368, 1121},
    "TN-2": {150, 422, 8_920_000, 15_040_000},
    "TN-5": {100},
    "TN-11": {1, 2},
    "VL-1": {400_000, 1, 120},
    "VL-2": {150_000, 9, 18},
    "VL-3": {30_000, 8, 5, 1},
    "VL-4": {3, 5},
    "VL-6": {17, 63, 3, 70_000, 13, 23},
    "MP-3": {45, 270},
}
"""All figures besides benefits' amounts and years; 100 is the percentage that "all" stands for."""

GRANTED = {
    "GZ-4a": "1000元",
    "GZ-5b": "500元",
    "GZ-5c": "4元",
    "GZ-6": "1500元",
    "GZ-7b": "1500元",
    "GZ-8a": "6000元",
    "GZ-8b": "8000元",
    "GZ-10": "1500元",
}


def figures_of(effect: object) -> Iterator[int]:
    match effect:
        case Target():
            number = getattr(effect.aim, "at_least", None)
            yield from [] if number is None else [number]
        case Quota():
            yield from (n for n in (effect.low, effect.high) if n is not None)
        case Delivery():
            yield from (
                int(n) for n in (effect.count, effect.yuan, effect.reached) if n is not None
            )
        case Tally():
            numbers = (effect.total, *(p.number for p in effect.parts))
            yield from (n for n in numbers if n is not None)
        case _:
            pass


def test_every_figure_stands_in_its_clause() -> None:
    found = {
        id_: {figure for effect in m.effects for figure in figures_of(effect)}
        for id_, m in MEASURES.items()
    }
    assert {id_: figures for id_, figures in found.items() if figures} == FIGURES


def said(id_: str) -> Text:
    text = MEASURES[id_].says
    assert text is not None
    return text


@pytest.mark.parametrize("id_", GRANTED)
def test_what_is_said_of_a_benefit_names_its_amount(id_: str) -> None:
    assert GRANTED[id_] in said(id_).zh
    assert f"{GRANTED[id_].removesuffix('元')} yuan" in said(id_).en


@pytest.mark.parametrize(
    ("id_", "figures"),
    [
        ("GZ-T1", "2015 2020 98 85 96"),
        ("GZ-T2", "2016"),
        ("GZ-T3", "2018"),
        ("GZ-2", "2020"),
        ("GZ-3a", "11"),
        ("GZ-5c", "11 4"),
        ("GZ-10", "2015 1500"),
        ("GZ-12", "50 2 6"),
        ("TN-1", "10 2 1719 5120 811 2720 613 1818 97 155 975 2813 368 1121"),
        ("TN-2", "2020 150 422"),
        ("VL-0", "2017 2018"),
        ("VL-1", "120"),
        ("VL-2", "9 18"),
        ("VL-3", "8 5 1"),
        ("VL-4", "3 5"),
        ("VL-5", "2018"),
        ("VL-6", "2018 17 63 3 13 23"),
        ("MP-3", "45 270"),
    ],
)
def test_what_is_said_names_the_clauses_figures_in_both_languages(id_: str, figures: str) -> None:
    for text in (said(id_).zh, said(id_).en):
        assert set(figures.split()) <= set(re.findall(r"\d+", text))


# ── where the text cannot be taken as it stands ───────────────────────────────────────────────────────────────────

DEFECTS: dict[str, list[tuple[DefectKind, str, str | None]]] = {
    "GZ-0": [
        (DefectKind.REMOVED_NAME, "对x南苏区", "对赣南苏区"),
        (DefectKind.REMOVED_NAME, "贯彻落实对x南苏区扶贫攻坚的重要指示精神", None),
        (
            DefectKind.LOST_SIGN,
            "^v^扶贫先扶智、彻底斩断贫困链条^v^",
            "“扶贫先扶智、彻底斩断贫困链条”",
        ),
        (DefectKind.LOST_SIGN, "^v^政府主导、社会参与^v^", "“政府主导、社会参与”"),
        (DefectKind.LOST_HEADING, "二、目标任务", None),
    ],
    "GZ-T1": [
        (
            DefectKind.ODD_WORDING,
            "学前三年毛入园率达到85%,九年义务教育巩固率达到96%以上",
            "贫困村学前三年毛入园率达到85%,贫困村九年义务教育巩固率达到96%以上",
        )
    ],
    "GZ-1": [
        (
            DefectKind.LOST_SIGN,
            "^v^政府主导、社会参与、公办民办并举^v^",
            "“政府主导、社会参与、公办民办并举”",
        )
    ],
    "GZ-5a": [(DefectKind.LOST_SIGN, "^v^两免一补^v^", "“两免一补”")],
    "GZ-5c": [(DefectKind.LOST_SIGN, "^v^两免一补^v^", "“两免一补”")],
    "GZ-9": [(DefectKind.LOST_SIGN, "^v^一对一^v^", "“一对一”")],
    "GZ-11": [(DefectKind.REMOVED_NAME, "x州市", "赣州市")],
    "GZ-12": [
        (
            DefectKind.UNDEFINED_TERM,
            "年龄50岁以下,初中毕业以上学历",
            "年龄50岁及以下,初中毕业及以上学历",
        ),
        (DefectKind.UNDEFINED_TERM, "重点招收", "优先招收，不排除其他人"),
    ],
    "TN-1": [
        (DefectKind.REMOVED_NAME, "_镇位于", "正阳关镇位于"),
        (DefectKind.REMOVED_NAME, "位于_西南部", None),
        (DefectKind.ELIDED, "镇域国土面积平方公里", None),
        (DefectKind.ELIDED, "现有人口万人", None),
        (DefectKind.ELIDED, "其中农业人口万", None),
        (DefectKind.ELIDED, "耕地面积万亩", None),
        (DefectKind.ELIDED, "分别占贫困户的、。", None),
        (DefectKind.DOES_NOT_ADD_UP, "建档立卡贫困户1719户5120人", None),
        (DefectKind.LOST_HEADING, "二、指导思想", None),
    ],
    "TN-0": [(DefectKind.CONTRADICTION, "“贫困县摘帽”的工作目标", None)],
    "TN-2": [
        (DefectKind.LOST_SIGN, "投入892万", "投入892万元"),
        (DefectKind.LOST_SIGN, "投入1504万", "投入1504万元"),
    ],
    "TN-3": [(DefectKind.MISPRINT, "解决贫困群众实际情况", "解决贫困群众实际困难")],
    "TN-5": [(DefectKind.MISPRINT, "扶贫教育", "教育扶贫")],
    "TN-10": [(DefectKind.MISPRINT, "还的上", "还得上")],
    "TN-11": [(DefectKind.MISPRINT, "公平、公证", "公平、公正")],
    "VL-0": [(DefectKind.CONTRADICTION, "葛寨镇南坪村", "葛寨乡南坪村")],
    "VL-1": [
        (DefectKind.LOST_HEADING, "二、2018年结对帮扶葛寨镇黄岭村情况", None),
        (DefectKind.CONTRADICTION, "葛寨镇南坪村", "葛寨乡南坪村"),
    ],
    "VL-2": [(DefectKind.REMOVED_NAME, "联合教体局、^v^筹资15万元", None)],
    "VL-3": [
        (DefectKind.ODD_WORDING, "(三)是改善基础设施", "(三)改善基础设施"),
        (DefectKind.MISPRINT, "太阳灯路灯", "太阳能路灯"),
        (DefectKind.ODD_WORDING, "出资3万元", None),
    ],
    "VL-5": [
        (DefectKind.MISPRINT, "当卡资料", "档卡资料"),
        (DefectKind.MISPRINT, "帮扶放哪", "帮扶方案"),
    ],
    "VL-6": [
        (DefectKind.ELIDED, "发放到户增收资金万元", None),
        (DefectKind.ODD_WORDING, "共培训报名23人", "共有23人报名参加培训"),
    ],
    "VL-7": [
        (DefectKind.TRUNCATED, "(三)帮助完善基础设施建设", None),
        (DefectKind.TRUNCATED, "相关范文推荐", None),
    ],
    "MP-1": [
        (DefectKind.ELIDED, "我镇辖...个村", None),
        (DefectKind.ELIDED, "总人口...人", None),
        (DefectKind.ELIDED, "婴幼儿...人", None),
        (DefectKind.LOST_HEADING, "二、项目实施", None),
    ],
    "MP-3": [
        (DefectKind.ELIDED, "共发放奶粉:...罐", None),
        (DefectKind.CONTRADICTION, "截至目前全年", None),
    ],
    "MP-4": [
        (DefectKind.MISSING_ITEM, "3. 宣传不足", None),
        (DefectKind.TRUNCATED, "四、工作计划", None),
    ],
}


def test_every_defect_with_what_is_printed_and_how_it_is_read() -> None:
    found = {id_: [(d.kind, d.raw, d.reading) for d in m.defects] for id_, m in MEASURES.items()}
    assert {id_: defects for id_, defects in found.items() if defects} == DEFECTS


def test_a_mirrors_figures_are_told_but_not_taken() -> None:
    reasons = {d.raw: d for d in TOWN["TN-1"].defects}
    for raw, told in (
        ("镇域国土面积平方公里", "102.8"),
        ("现有人口万人", "6.2"),
        ("其中农业人口万", "5.8"),
        ("耕地面积万亩", "9.3"),
    ):
        defect = reasons[raw]
        assert defect.reading is None
        assert told in defect.reason.zh
        assert told in defect.reason.en
        assert "未经核实" in defect.reason.zh


def test_readings_that_rest_on_something_outside_say_how_sure_they_are() -> None:
    def sure(id_: str, raw: str) -> Certainty | None:
        (found,) = (d for d in MEASURES[id_].defects if d.raw == raw)
        return found.certainty

    assert sure("GZ-11", "x州市") is Certainty.OFFICIAL
    assert sure("TN-1", "_镇位于") is Certainty.DERIVED
    assert sure("VL-0", "葛寨镇南坪村") is Certainty.MIRROR
    assert sure("VL-5", "帮扶放哪") is Certainty.BACKGROUND
    assert sure("TN-10", "还的上") is None


# ── the policies as values ────────────────────────────────────────────────────────────────────────────────────────


def texts(value: Any, place: str) -> Iterator[tuple[str, Text]]:
    if isinstance(value, Text):
        yield place, value
    elif isinstance(value, (tuple, list)):
        for number, item in enumerate(value):
            yield from texts(item, f"{place}[{number}]")
    elif attrs.has(type(value)) and not isinstance(value, Benefit):
        for field in attrs.fields(type(value)):
            yield from texts(getattr(value, field.name), f"{place}.{field.name}")


HAN = re.compile(r"[\u4e00-\u9fff]")


@pytest.mark.parametrize("plan", PLANS, ids=IDS)
def test_texts_are_complete_in_both_languages(plan: jf.Policy) -> None:
    for measure in plan.measures:
        assert measure.says is not None, measure.id
        assert measure.says.zh.endswith("。"), measure.id
        assert measure.says.en.endswith("."), measure.id
        assert not HAN.search(measure.says.en), measure.id
        for place, text in texts(measure, measure.id):
            assert HAN.search(text.zh), place
            assert re.search(r"[A-Za-z]", text.en), place
            assert text.zh == text.zh.strip(), place
            assert text.en == text.en.strip(), place
        for defect in measure.defects:
            assert isinstance(defect, Defect)
            assert not defect.reason.zh.endswith("。"), defect.raw


@pytest.mark.parametrize("plan", PLANS, ids=IDS)
def test_a_policy_comes_back_from_json_as_it_was(plan: jf.Policy) -> None:
    back = loads(dumps(plan), jf.Policy)
    assert back == plan
    assert back.fingerprint == plan.fingerprint


@pytest.mark.parametrize("plan", PLANS, ids=IDS)
def test_it_is_declared_in_literals_with_its_references(plan: jf.Policy) -> None:
    policies = import_module("jiaoyu_fupin.policies")
    module = import_module(f"jiaoyu_fupin.policies.{policies.REGISTRY[plan.id]}")
    for heading in ("References:", "Checked with:", "Limitations:"):
        assert heading in (module.__doc__ or "")
    file = Path(module.__file__ or "")
    files = file.parent.glob("*.py") if file.name == "__init__.py" else [file]
    code = (
        ast.FunctionDef,
        ast.ClassDef,
        ast.If,
        ast.For,
        ast.While,
        ast.Lambda,
        ast.IfExp,
        ast.comprehension,
    )
    for path in files:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert not [node for node in ast.walk(tree) if isinstance(node, code)], path.name


def test_where_and_when_each_holds() -> None:
    day = datetime.date.fromisoformat
    assert GANZHOU.territory is not None
    assert GANZHOU.territory.covers("360730")
    assert [d.number for d in GANZHOU.documents] == ["赣市发〔2015〕1号"]
    assert GANZHOU.documents[0].certainty is Certainty.OFFICIAL
    assert TOWN.territory is not None
    assert TOWN.territory.covers("340422104")
    assert VILLAGES.territory is GEZHAI
    assert VILLAGES.life is not None
    assert (VILLAGES.life.since, VILLAGES.life.until) == (day("2017-01-01"), day("2018-12-31"))
    assert (MILK.territory, MILK.life) == (None, None)


def test_each_year_of_the_villages_report_has_a_life_of_its_own() -> None:
    """VL-1 to VL-4 tell of 2017, VL-5 to VL-7 of 2018; the visits of VL-0 go on through both."""
    lives = {m.id: m.life for m in VILLAGES.measures}
    assert lives.pop("VL-0") is None
    assert {id_: (life.since.year, life.until) for id_, life in lives.items() if life} == {
        **{f"VL-{n}": (2017, datetime.date(2017, 12, 31)) for n in (1, 2, 3, 4)},
        **{f"VL-{n}": (2018, datetime.date(2018, 12, 31)) for n in (5, 6, 7)},
    }
    for measure in VILLAGES.measures:
        for effect in measure.effects:
            if isinstance(effect, Delivery):
                assert measure.life is not None
                assert effect.year == measure.life.since.year


@pytest.mark.parametrize("plan", PLANS, ids=IDS)
def test_of_what_each_thing_holds_is_a_phrase_by_itself(plan: jf.Policy) -> None:
    for effect in (e for m in plan.measures for e in m.effects):
        if isinstance(effect, Quota | Obligation) and effect.each is not None:
            assert effect.each.zh.startswith(("每", "各")), effect.id
            assert effect.each.en.startswith(("each ", "every ", "all ")), effect.id


def test_one_document_is_one_value_wherever_it_is_named() -> None:
    every = [jf.policy(id_) for id_ in (*IDS, "guangxi-2016")]
    found = [
        d for p in every for d in (*p.documents, *(x for m in p.measures for x in m.documents))
    ]
    assert len(set(found)) == len({d.number for d in found})
    assert len(found) > len(set(found)), "none is named twice"


def test_the_two_villages_lie_in_the_town_under_its_old_and_new_code() -> None:
    """南坪 410329205216 and 黄岭 410329205213 are codes of the township; 410329112 is the town's."""
    for inside in ("410329205216", "410329205213", "410329112"):
        assert GEZHAI.covers(inside)
    for outside in ("410329109", "410329", "410329206"):
        assert not GEZHAI.covers(outside)


# ── a policy without a life, or without benefits ──────────────────────────────────────────────────────────────────


def test_what_grants_something_has_to_say_from_when() -> None:
    with pytest.raises(jf.RuleError) as caught:
        attrs.evolve(TOWN, life=None)
    assert [(p.code, p.where) for p in caught.value.problems] == [
        (Code.REQUIRED, f"policy town-2020, benefit {id_}") for id_ in ("TN-5", "TN-8", "TN-10")
    ]


def test_a_measures_or_a_benefits_own_life_is_enough() -> None:
    own = attrs.evolve(
        TOWN, life=None, measures=[attrs.evolve(m, life=TOWN.life) for m in TOWN.measures]
    )
    assert own.life_of(own.benefits()[0]) == TOWN.life


def test_the_life_of_another_policys_benefit_is_not_told() -> None:
    with pytest.raises(jf.CallError):
        MILK.life_of(TOWN.benefits()[0])
    stranger = attrs.evolve(
        MILK, measures=[m for m in TOWN.measures if not m.benefits] + [bare(TOWN["TN-8"])]
    )
    with pytest.raises(jf.CallError, match="TN-8"):
        stranger.life_of(TOWN["TN-8"].benefits[0])


def bare(measure: jf.Measure) -> jf.Measure:
    return attrs.evolve(measure, effects=())


@pytest.mark.parametrize("plan", [VILLAGES, MILK], ids=lambda p: p.id)
def test_what_grants_nothing_assesses_nobody(plan: jf.Policy) -> None:
    assert plan.benefits() == ()
    with pytest.raises(jf.CallError, match="it grants nothing to anyone"):
        jf.assess(jf.Student("S-0001"), plan, on=datetime.date(2018, 9, 1))


def test_the_list_of_policies_has_them_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["policies"]) == 0
    listed = capsys.readouterr().out
    assert "villages-2018" in listed
    assert "from 2017-01-01 to 2018-12-31" in listed
    assert "未载明日期 no date printed" in listed


@pytest.mark.parametrize("plan", [VILLAGES, MILK], ids=lambda p: p.id)
def test_no_figure_of_theirs_is_out_of_date(
    plan: jf.Policy, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["stale", "--policy", plan.id, "--on", "2018-09-01"]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("plan", PLANS, ids=IDS)
def test_every_clause_is_told_whole_in_both_languages(plan: jf.Policy) -> None:
    for measure in plan.measures:
        for lang in get_args(Lang):
            lines = list(measure_lines(measure, plan, lang))
            assert measure.says is not None
            assert measure.says(lang) in lines
            for effect in measure.effects:
                mark = f"【{effect.id}】" if lang == "zh" else f"[{effect.id}]"
                assert sum(line.startswith(mark) for line in lines) == 1
