"""Progress in words: every kind of target, in both languages, as text and as HTML."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs
import pendulum
import pytest

from jiaoyu_fupin import (
    CallError,
    DataError,
    Judged,
    Measured,
    Observation,
    Progress,
    Scope,
    Status,
    Target,
    Text,
    policy,
    policy_ids,
    progress,
)
from jiaoyu_fupin.targets.milestones import milestones
from jiaoyu_fupin.targets.report import STATUS
from jiaoyu_fupin.targets.rows import row_of
from jiaoyu_fupin.targets.split import Rule, share_out
from jiaoyu_fupin.values.ranges import Range
from support.progress_cases import (
    ALL_SCHOOLS,
    COMPLETION,
    GUANGXI,
    HOUSEHOLDS,
    INDUSTRY,
    KINDERGARTENS,
    observed,
)

ON = pendulum.date(2019, 12, 31)
EVERY = [t for id_ in policy_ids() for t in policy(id_).effects(Target)]


def of(value: Any, *, heads: int | None = None) -> Progress:
    """GX-T3's completion with 88 in 2016 and a value for 2018."""
    newest = Observation(
        indicator=COMPLETION,
        place="450123",
        year=2018,
        value=value,
        scope=Scope.POOR_AREAS,
        out_of=heads,
    )
    return progress(
        GUANGXI[4], [*observed(COMPLETION, {2016: 88}, scope=Scope.POOR_AREAS), newest], on=ON
    )


@pytest.mark.parametrize("target", EVERY, ids=lambda t: t.id)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_target_of_every_plan_has_words(target: Target, lang: Any) -> None:
    told = progress(target, [], on=ON)
    assert told.status is Status.UNKNOWN
    text = told.text(lang)
    assert target.title(lang) in text.splitlines()[0]
    assert str(target.due) in text
    assert {"zh": "没有可用的观测值", "en": "no observation counts"}[lang] in text


def test_html_is_the_text_escaped() -> None:
    target = attrs.evolve(HOUSEHOLDS, title=Text("<户>", "<households>"))
    told = progress(target, [], on=ON)
    assert "&lt;户&gt;" in told._repr_html_()
    assert told._repr_html_() == told.html("zh")
    assert 'lang="en"' in told.html("en")
    assert str(told) == told.text("zh")
    with pytest.raises(CallError, match="expected a known language"):
        told.text("fr")  # type: ignore[arg-type]


def test_statuses_have_words_in_both_languages() -> None:
    assert set(STATUS) == set(Status)
    assert {s.zh for s in Status} == {text.zh for text in STATUS.values()}


@pytest.mark.parametrize(
    ("value", "heads", "zh", "en"),
    [
        # two points of 1001 heads are 20.02: 21; three are 30.03: 31
        (Range(89, 90), 1001, "差距：[2, 3]个百分点，合21至31个", "which is 21 to 31 heads"),
        (Range(90, 90), 1001, "差距：2个百分点，合21个", "which is 21 heads"),
        (Range(None, 90), 1001, "差距：[2, ?]个百分点，合21个以上", "which is 21 or more heads"),
        (Range(90, 90), None, "差距：2个百分点\n", "gap: 2 points\n"),
    ],
    ids=["between", "exact", "at least", "no denominator"],
)
def test_a_gap_in_points_and_in_heads(value: Range, heads: int | None, zh: str, en: str) -> None:
    told = of(value, heads=heads)
    assert zh in told.text("zh")
    assert en in told.text("en")


def test_money_has_no_heads() -> None:
    told = progress(
        INDUSTRY, [Measured(target=INDUSTRY.id, year=2020, value=1)], on=pendulum.date(2020, 7, 1)
    )
    assert told.gap_in_heads is None
    assert "最新：2020年，1元" in told.text("zh")
    assert "newest, of 2020: 1 yuan" in told.text("en")


@pytest.mark.parametrize(
    ("met", "zh", "en"),
    [
        (True, "认定为已达到（年度评估）", "judged to be met (年度评估)"),
        (False, "认定为未达到（年度评估）", "judged not to be met (年度评估)"),
        (None, "未能认定（年度评估）", "could not be told (年度评估)"),
    ],
)
def test_a_judgement_is_told_with_its_source(met: bool | None, zh: str, en: str) -> None:
    judged = Judged(target=KINDERGARTENS.id, year=2017, met=met, source="年度评估")
    told = progress(KINDERGARTENS, [judged], on=ON)
    assert zh in told.text("zh")
    assert en in told.text("en")
    assert "个百分点" not in told.text("zh")


def test_what_happened_after_the_due_year_is_told() -> None:
    series = observed(COMPLETION, {2016: 85, 2017: 89, 2018: 91}, scope=Scope.POOR_AREAS)
    told = progress(GUANGXI[1], series, on=ON)
    assert "2017年已过，以2017年本年为准：89%" in told.text("zh")
    assert "后于2018年达到" in told.text("zh")
    assert "it was reached later, in 2018" in told.text("en")
    without = progress(GUANGXI[1], [series[0], series[2]], on=ON)
    assert "没有2017年本年的观测值" in without.text("zh")
    assert "nothing of 2017 itself was observed" in without.text("en")


def test_rows_are_of_rate_targets() -> None:
    with pytest.raises(CallError, match="rate target"):
        row_of(progress(HOUSEHOLDS, [], on=ON))


def test_milestones_are_of_the_same_thing() -> None:
    for target in (HOUSEHOLDS, INDUSTRY, ALL_SCHOOLS, KINDERGARTENS):
        earlier = attrs.evolve(target, id=f"{target.id}-earlier", since=2010, due=2012)
        assert milestones(target, [*EVERY, earlier]) == (earlier,)


def test_more_heads_than_are_lacking_cannot_be_shared_out() -> None:
    with pytest.raises(DataError, match="from 0 to 3"):
        share_out(4, [1, 2], weights=[5, 5], rule=Rule.EQUAL_GAP_CLOSING)
    assert share_out(3, [1, 2], weights=[5, 5], rule=Rule.EQUAL_GAP_CLOSING) == (1, 2)


def test_a_gap_is_exact() -> None:
    assert of(Fraction(269, 3)).gap == Range.of(Fraction(7, 3))
