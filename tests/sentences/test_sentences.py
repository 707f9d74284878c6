"""Clauses as sentences: what each effect says in both languages, word for word, and that none is left out."""

import re

import pendulum
import pytest

import jiaoyu_fupin as jf
from jiaoyu_fupin.clauses.delivery import Delivery
from jiaoyu_fupin.clauses.indicators import Indicator
from jiaoyu_fupin.clauses.listing import Listing
from jiaoyu_fupin.clauses.marks import Defect, DefectKind, Hedge
from jiaoyu_fupin.clauses.measure import Effect
from jiaoyu_fupin.clauses.obligation import Every, Obligation
from jiaoyu_fupin.clauses.pairing import End, PairingRule, Party, SameArea
from jiaoyu_fupin.clauses.quota import FigureKind, Quota
from jiaoyu_fupin.clauses.tally import Part, Tally
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
from jiaoyu_fupin.sentences import (
    benefit_sentence,
    defect_sentence,
    effect_sentence,
    measure_lines,
    units_sentence,
)
from jiaoyu_fupin.values.spans import Span
from jiaoyu_fupin.values.text import Text
from support.fictional_county import POLICY as COUNTY

GANZHOU = jf.policy("ganzhou-2015")
POLICIES = [*map(jf.policy, jf.policy_ids()), COUNTY]

WORDS = Text("建成", "built")


def target(aim: object, *hedges: Hedge) -> Target:
    return Target(id="ZZ-1/x", title=WORDS, aim=aim, since=2016, due=2017, hedges=hedges)  # type: ignore[arg-type]


SAID: dict[str, tuple[Effect, str, str]] = {
    "rate": (
        target(Rate(Indicator.COMPULSORY_COMPLETION, 90, Scope.POOR_AREAS)),
        "到2017年：九年义务教育巩固率达到90%（范围：贫困地区）。",
        "By the end of 2017: compulsory completion of 90 % or more (scope: poor areas).",
    ),
    "coverage": (
        target(
            Coverage(Text("学校", "schools"), Text("有结对帮扶", "paired"), Ledger.NETWORK),
            Hedge.BASICALLY,
        ),
        "到2017年：学校中100%有结对帮扶（限定语：基本）。",
        "By the end of 2017: 100 % of schools paired (hedged: basically).",
    ),
    "count": (
        target(Count(Text("脱贫", "out of poverty"), 1150, Text("户", "households"))),
        "到2017年：脱贫1,150户。",
        "By the end of 2017: out of poverty: 1,150 households.",
    ),
    "budget": (
        target(Budget(Text("产业资金", "industry"), 8_920_000)),
        "到2017年：产业资金8,920,000元。",
        "By the end of 2017: industry: 8,920,000 yuan.",
    ),
    "judgement": (
        target(Judgement(Text("明显提升", "clearly raised"))),
        "到2017年：明显提升。",
        "By the end of 2017: clearly raised.",
    ),
    "pairing": (
        PairingRule(
            id="ZZ-1",
            title=Text("城乡结对", "town and country"),
            helpers=(
                End(party=Party.SCHOOL, levels=(jf.SchoolLevel.CITY,)),
                End(party=Party.SCHOOL, levels=(jf.SchoolLevel.COUNTY,), good=True),
            ),
            recipients=(
                End(
                    party=Party.SCHOOL,
                    levels=(jf.SchoolLevel.VILLAGE, jf.SchoolLevel.TEACHING_POINT),
                    weak=True,
                ),
            ),
            within=SameArea.TOWNSHIP,
            one_to_one=True,
        ),
        "城乡结对：学校（市级）；或学校（优质，县城）帮扶学校（薄弱，村或教学点），双方同在一个乡镇，一对一。",
        (
            "Town and country: school (city); or school (good; county) helps school (weak; village or teaching point),"
            " both in one township, one to one."
        ),
    ),
    "pairing of anybody": (
        PairingRule(
            id="ZZ-1",
            title=Text("结对", "pairing"),
            helpers=(End(party=Party.CADRE),),
            recipients=(End(party=Party.HOUSEHOLD),),
        ),
        "结对：帮扶干部帮扶贫困户。",
        "Pairing: cadre helps household.",
    ),
    "obligation": (
        Obligation(
            id="ZZ-1",
            title=Text("入户走访", "visits"),
            each=Text("每个结对户", "each paired household"),
            every=Every.MONTH,
        ),
        "入户走访：每月至少1次（每个结对户）。",
        "Visits: each month, at least 1, for each paired household.",
    ),
    "obligation now and then": (
        Obligation(id="ZZ-1", title=Text("检查", "inspections"), every=Every.UNSTATED),
        "检查：未载明频次。",
        "Inspections: how often is not stated.",
    ),
    "quota": (
        Quota(
            id="ZZ-1",
            title=Text("公办园", "public kindergartens"),
            unit=Text("所", "kindergartens"),
            low=1,
            high=2,
            each=Text("每个县", "each county"),
            due=2020,
            hedges=(Hedge.AS_NEEDED,),
        ),
        "公办园：1至2所，每个县，到2020年（限定语：根据需要）。",
        "Public kindergartens: 1 to 2 kindergartens, for each county, by the end of 2020 (hedged: as needed).",
    ),
    "growth": (
        Quota(
            id="ZZ-1",
            title=Text("计划", "places"),
            figures=FigureKind.GROWTH_PERCENT,
            unit=Text("%", "percent"),
            low=1,
            yearly=True,
            since=2016,
        ),
        "计划：比上年增长不低于1%，每年，自2016年起。",
        "Places: growth on the year before, 1 % or more, each year, from 2016 on.",
    ),
    "no less than before": (
        Quota(
            id="ZZ-1",
            title=Text("比例", "share"),
            figures=FigureKind.GROWTH_PERCENT,
            unit=Text("%", "percent"),
            low=0,
        ),
        "比例：不低于上年。",
        "Share: no lower than in the year before.",
    ),
    "growth without a figure": (
        Quota(
            id="ZZ-1",
            title=Text("计划", "places"),
            figures=FigureKind.GROWTH_PERCENT,
            unit=Text("%", "percent"),
            yearly=True,
            since=2017,
        ),
        "计划：高于上年，幅度未载明，每年，自2017年起。",
        "Places: above the year before, by how much is not stated, each year, from 2017 on.",
    ),
    "growth of just so much in one year": (
        Quota(
            id="ZZ-1",
            title=Text("计划", "places"),
            figures=FigureKind.GROWTH_PERCENT,
            unit=Text("%", "percent"),
            low=20,
            high=20,
            since=2016,
            due=2016,
        ),
        "计划：比上年增长20%，2016年。",
        "Places: growth on the year before, 20 %, in 2016.",
    ),
    "one and no more": (
        Quota(id="ZZ-1", title=WORDS, unit=Text("所", "schools"), low=1, high=1),
        "建成：1所。",
        "Built: 1 (schools).",
    ),
    "one or more": (
        Quota(id="ZZ-1", title=WORDS, unit=Text("所", "schools"), low=1),
        "建成：不少于1所。",
        "Built: 1 or more schools.",
    ),
    "exactly so many": (
        Quota(id="ZZ-1", title=WORDS, unit=Text("个", "bases"), low=40, high=40),
        "建成：40个。",
        "Built: 40 bases.",
    ),
    "about so many": (
        Quota(
            id="ZZ-1",
            title=WORDS,
            unit=Text("平方米", "square metres"),
            low=1_500_000,
            hedges=(Hedge.ABOUT,),
        ),
        "建成：约1,500,000平方米（限定语：约）。",
        "Built: about 1,500,000 square metres (hedged: about).",
    ),
    "no more than": (
        Quota(id="ZZ-1", title=WORDS, unit=Text("个", "bases"), high=3),
        "建成：不多于3个。",
        "Built: up to 3 bases.",
    ),
    "no figure": (
        Quota(id="ZZ-1", title=WORDS, unit=Text("个", "bases")),
        "建成：数额未载明。",
        "Built: no figure stated.",
    ),
    "delivery": (
        Delivery(
            id="ZZ-1",
            title=WORDS,
            count=1,
            unit=Text("所", "kindergarten"),
            yuan=400_000,
            funder=Text("联合筹资", "raised jointly"),
            reached=120,
            reached_unit=Text("名儿童", "children"),
            year=2017,
        ),
        "建成：2017年，1所，400,000元，资金：联合筹资，惠及120名儿童。",
        "Built: 2017, 1 kindergarten, 400,000 yuan, money: raised jointly, reaching 120 children.",
    ),
    "delivery of nobody knows how much": (
        Delivery(id="ZZ-1", title=WORDS),
        "建成：数额未载明。",
        "Built: no figure stated.",
    ),
    "tally": (
        Tally(
            id="ZZ-1",
            title=Text("贫困户", "poor households"),
            unit=Text("户", "households"),
            total=1719,
            parts=(
                Part(Text("一般", "general"), 811),
                Part(Text("低保", "dibao"), 613),
                Part(Text("五保", "wubao"), 97),
            ),
        ),
        "贫困户：1,719户；其中一般811户、低保613户、五保97户；尚有198户未列明类别。",
        "Poor households: 1,719 households; of these general 811, dibao 613, wubao 97; 198 are in no category named.",
    ),
    "tally without a total": (
        Tally(
            id="ZZ-1",
            title=Text("奶粉", "milk powder"),
            unit=Text("罐", "tins"),
            total=None,
            parts=(Part(Text("捐赠", "given"), 45), Part(Text("资助", "subsidised"), 270)),
        ),
        "奶粉：数字缺失；其中捐赠45罐、资助270罐；所列各项合计315。",
        "Milk powder: the figure is lost; of these given 45, subsidised 270; the parts named come to 315.",
    ),
    "tally with a lost part": (
        Tally(
            id="ZZ-1",
            title=Text("人口", "people"),
            unit=Text("人", "people"),
            total=9,
            parts=(Part(Text("儿童", "children"), None),),
        ),
        "人口：9人；其中儿童数字缺失。",
        "People: 9 people; of these children (figure lost).",
    ),
    "listing": (
        Listing(
            id="ZZ-1",
            title=Text("渠道", "channels"),
            items=(Text("现场", "on site"), Text("广播", "loudspeakers")),
            open=True,
        ),
        "渠道：现场、广播等。",
        "Channels: on site, loudspeakers, and others.",
    ),
}


@pytest.mark.parametrize("name", SAID)
def test_what_an_effect_says(name: str) -> None:
    effect, zh, en = SAID[name]
    assert (effect_sentence(effect, "zh"), effect_sentence(effect, "en")) == (zh, en)


def test_what_a_benefit_says() -> None:
    (supplement,) = GANZHOU["GZ-5b"].benefits
    life = Span(pendulum.date(2015, 1, 1))
    assert benefit_sentence(supplement, "zh", life) == (
        "学生享受“建档立卡寄宿生生活补助增补”：每学年500元。须同时符合：义务教育阶段；寄宿；建档立卡。"
        "地域：学校县属于赣州市。“义务教育阶段”指：学段为小学或初中。自2015-01-01起有效。"
    )
    assert benefit_sentence(supplement, "en", life) == (
        "Supplement to registered boarders' living allowance, for students: 500 yuan a school year."
        " Conditions, all of them: at the compulsory stage; boards at school; of a registered household."
        " Where: county of the school in Ganzhou."
        " “at the compulsory stage” means: stage of schooling is primary or junior. In force from 2015-01-01 on."
    )


@pytest.mark.parametrize(
    ("benefit", "zh", "en"),
    [
        (
            "GZ-4b",
            "酌情，从零到保教费",
            "at discretion, from nothing to childcare and education fee",
        ),
        (
            "GZ-6",
            "平均每学年1500元（是全体受助者的平均标准，不是个人金额）",
            "1500 yuan a school year, on average over all who are aided and nobody's own amount",
        ),
        (
            "GZ-6",
            "“普通高中国家助学金平均标准”：2010秋起1500元；2015春起2000元；2025春起2300元。",
            "from autumn 2010 1500 yuan; from spring 2015 2000 yuan; from spring 2025 2300 yuan.",
        ),
        ("GZ-8b/loan", "每学年不超过8000元", "up to 8000 yuan a school year"),
        ("GZ-3a", "原文未载明金额", "the plan states no amount"),
        ("GZ-12", "符合其一即可", "Conditions, any of them"),
        ("GZ-5a/living_day", "自2019-09-01起有效", "In force from 2019-09-01 on"),
        ("GX-8.2a", "每月不低于200元", "no less than 200 yuan a month"),
        (
            "TN-5",
            "原文未载明金额，按现行标准看“雨露计划职业教育扶贫助学补助每学年标准”",
            "in force it is the Yulu programme (雨露计划)",
        ),
    ],
)
def test_a_benefits_sentence_holds_its_amount(benefit: str, zh: str, en: str) -> None:
    (owner, found) = next((p, b) for p in POLICIES for b in p.benefits() if b.id == benefit)
    assert zh in benefit_sentence(found, "zh", owner.life_of(found))
    assert en in benefit_sentence(found, "en", owner.life_of(found))


def test_papers_payers_and_deadlines_are_told() -> None:
    texts = [benefit_sentence(b, "en") for b in COUNTY.benefits()]
    for said in ("Paid by: ", "Papers: ", "To be claimed by "):
        assert any(said in text for text in texts), said


def test_units_and_defects_are_told() -> None:
    clause = jf.Measure(
        id="ZZ-1",
        kind=jf.ClauseKind.SERVICE,
        at="一",
        title=WORDS,
        units=("自治区教育厅", "财政厅", "残联"),
    )
    plan = jf.policy("guangxi-2016")
    assert units_sentence(clause, plan, "zh") == "牵头单位：自治区教育厅；责任单位：财政厅、残联。"
    assert units_sentence(clause, plan, "en") == (
        "In the lead: education department; responsible with it: finance department, disabled persons' federation."
    )
    lost = Defect(DefectKind.LOST_SIGN, "12所", "1~2所", Text("连字符脱落。", "A dash is lost."))
    assert defect_sentence(lost, "zh") == "脱落符号：原文「12所」，读作「1~2所」。连字符脱落。"
    assert (
        defect_sentence(lost, "en")
        == "lost sign: printed 「12所」, read as 「1~2所」. A dash is lost."
    )
    blank = Defect(DefectKind.ELIDED, "...罐", None, Text("总数缺失。", "The total is lost."))
    assert defect_sentence(blank, "zh") == "数字缺失：原文「...罐」，视为未知，不是零。总数缺失。"


TOLD_WITHOUT_A_READING = {
    DefectKind.ELIDED: "视为未知，不是零",
    DefectKind.DOES_NOT_ADD_UP: "原文照录，不作更正",
    DefectKind.CONTRADICTION: "原文如此，取舍不明",
    DefectKind.LOST_HEADING: "缺失部分不详",
    DefectKind.MISSING_ITEM: "缺失部分不详",
    DefectKind.TRUNCATED: "缺失部分不详",
    DefectKind.REMOVED_NAME: "被隐去的名称不详",
}


@pytest.mark.parametrize("kind", DefectKind)
def test_a_defect_without_a_reading_is_told_by_its_kind(kind: DefectKind) -> None:
    """Only a figure that is gone is unknown; a text that can be read is never called unreadable."""
    defect = Defect(kind, "原文", None, Text("缘由。", "Why."))
    zh, en = defect_sentence(defect, "zh"), defect_sentence(defect, "en")
    assert TOLD_WITHOUT_A_READING.get(kind, "原文") in zh
    assert "无法读出" not in zh
    assert ("视为未知" in zh) is (kind is DefectKind.ELIDED)
    assert ("unknown" in en) is (kind is DefectKind.ELIDED)


@pytest.mark.parametrize("policy", POLICIES, ids=lambda p: p.id)
def test_every_clause_is_told_whole_in_both_languages(policy: jf.Policy) -> None:
    """Each effect has its line, no placeholder or Python value shows, and Chinese lines are Chinese."""
    for measure in policy.measures:
        for lang in ("zh", "en"):
            lines = list(measure_lines(measure, policy, lang))
            text = "\n".join(lines)
            for effect in measure.effects:
                assert f"{effect.id}】" in text if lang == "zh" else f"[{effect.id}]" in text
            assert not re.search(r"None|Fraction\(|Decimal\(|<[A-Z]|Text\(", text), text
            assert all(line.strip() for line in lines)
            if lang == "zh":
                assert all(re.search(r"[\u4e00-\u9fff]", line) for line in lines)
