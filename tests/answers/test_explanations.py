"""An explanation tells what was asked, what is known and what follows, in both languages."""

import html

import attrs
import pendulum
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import jiaoyu_fupin as jf
from jiaoyu_fupin.people.fact import FrozenMap
from jiaoyu_fupin.rules.ast import AllOf, AnyOf, Not
from jiaoyu_fupin.rules.prose import amount_text, condition_text
from jiaoyu_fupin.rules.reasons import Reason
from jiaoyu_fupin.testing import from_policy
from support.fictional_county import POLICY as WUYOU

GANZHOU = jf.policy("ganzhou-2015")
ON = pendulum.date(2016, 9, 1)
CHILD = jf.Student("S-0001", stage=jf.Stage.PRIMARY, boarding=True, school_county="360781")


def test_a_reason_names_fact_value_verdict_and_clause() -> None:
    explained = jf.explain(CHILD, GANZHOU, "GZ-5b", on=ON)
    assert explained.place is not None
    assert explained.when is not None
    assert (explained.place.fact, explained.place.value, explained.place.verdict) == (
        "school_county",
        "360781",
        True,
    )
    leaves = {r.fact: (r.value, r.verdict) for _, r in explained.when.walk() if r.fact}
    assert leaves == {
        "stage": (jf.Stage.PRIMARY, True),
        "boarding": (True, True),
        "registered": (None, None),
    }
    assert explained.when.verdict is None
    assert all(r.citation == explained.finding.citation for _, r in explained.when.walk())
    assert "GZ-5b" in explained.when.citation.zh


def test_the_text_says_what_is_missing_in_both_languages() -> None:
    explained = jf.explain(CHILD, GANZHOU, "GZ-5b", on=ON)
    chinese, english = explained.text("zh"), explained.text("en")
    assert "待定" in chinese
    assert "建档立卡 (registered)" in chinese
    assert "篇三 三(二)5" in chinese
    assert "undetermined" in english
    assert "of a registered household (registered)" in english
    assert "500.00" in chinese
    assert "500.00" in english
    assert "不是行政决定" in chinese
    assert "not an administrative decision" in english
    assert GANZHOU.fingerprint in english


def test_a_refusal_asks_for_a_person() -> None:
    explained = jf.explain(CHILD, GANZHOU, "GZ-6", on=ON)
    assert explained.finding.outcome is jf.Outcome.NOT_ENTITLED
    assert "须由人工确认" in explained.text("zh")
    assert "To be confirmed by a person" in explained.text("en")


def test_a_date_outside_the_life_is_the_reason() -> None:
    explained = jf.explain(CHILD, GANZHOU, "GZ-5a/living_day", on=ON)
    assert explained.place is None
    assert "2019-09-01" in explained.text("zh")


def test_a_late_date_is_noted() -> None:
    late = jf.explain(CHILD, GANZHOU, "GZ-5b", on=pendulum.date(2021, 1, 1))
    in_time = jf.explain(CHILD, GANZHOU, "GZ-5b", on=pendulum.date(2020, 12, 31))
    assert "2020" in late.finding.notes[-1].en
    assert in_time.finding.notes == ()


def test_html_escapes_and_hides_the_id() -> None:
    child = jf.Student("G990101201005010018", school_id="<b>", stage=jf.Stage.PRIMARY)
    for language in ("zh", "en"):
        shown = jf.explain(child, GANZHOU, "GZ-5a/books", on=ON).html(language)
        assert "990101201005010018" not in shown
        assert f'lang="{"zh-CN" if language == "zh" else "en"}"' in shown
    notebook = jf.explain(child, GANZHOU, "GZ-5a/books", on=ON)
    assert notebook._repr_html_() == notebook.html("zh")
    assert (
        html.unescape(notebook.html("zh")).count("<div")
        == len(notebook.text("zh").splitlines()) + 1
    )
    assert str(notebook) == notebook.text("zh")


def test_papers_deadline_and_open_questions_are_told() -> None:
    graduate = jf.Student("S-0001", stage=jf.Stage.UNDERGRADUATE, home_county="990121")
    told = jf.explain(graduate, WUYOU, "WY-2/degree", on=ON.add(years=2))
    assert "录取通知书" in told.text("zh")
    assert "10月31日" in told.text("zh")
    assert "claim by: 10-31" in told.text("en")
    days = jf.Student("S-0001", school_days=200, school_county="990121")
    asked = jf.explain(days, WUYOU, "WY-2/award", on=ON.add(years=2))
    assert asked.finding.missing == ("required_days",)
    assert "须满多少天" in asked.text("zh")
    answered = jf.explain(
        days, WUYOU, "WY-2/award", on=ON.add(years=2), answers={"required_days": 180}
    )
    assert answered.finding.outcome is jf.Outcome.ENTITLED


def test_a_fact_that_counts_only_where_it_is_known_says_so() -> None:
    child = attrs.evolve(CHILD, registered=False, hardship=jf.Hardship.NONE)
    told = jf.explain(child, GANZHOU, "GZ-5a/living", on=ON)
    assert "✗ 监测对象（以已填写的为准）：未知" in told.text("zh")
    member = attrs.evolve(child, monitored=True)
    found = jf.explain(member, GANZHOU, "GZ-5a/living", on=ON)
    assert found.finding.outcome is jf.Outcome.ENTITLED
    assert "✓ 监测对象（以已填写的为准）：是" in found.text("zh")
    assert "(where filled in): yes" in found.text("en")


def test_assumptions_count_and_an_unknown_benefit_gives_the_nearest() -> None:
    told = jf.explain(CHILD, GANZHOU, "GZ-5b", on=ON, assuming={"registered": False})
    assert told.finding.outcome is jf.Outcome.NOT_ENTITLED
    assert "按假定填入：建档立卡 (registered)" in told.text("zh")
    assert "filled in by assumption" in told.text("en")
    with pytest.raises(jf.CallError, match="did you mean GZ-5b"):
        jf.explain(CHILD, GANZHOU, "GZ-5B", on=ON)


def kleene(reason: Reason) -> bool | None:
    """What three-valued logic makes of a reason's parts, computed apart."""
    parts = [kleene(part) for part in reason.parts]
    if not parts:
        return reason.verdict
    match reason.condition:
        case AllOf():
            return None if None in parts and False not in parts else all(parts)
        case AnyOf():
            return None if None in parts and True not in parts else any(parts)
        case Not():
            return None if parts[0] is None else not parts[0]
        case _:
            return parts[0]


@pytest.mark.parametrize("policy", [GANZHOU, WUYOU], ids=lambda p: p.id)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_reasons_agree_with_the_outcome(policy: jf.Policy, data: st.DataObject) -> None:
    """A reason's verdict follows from its parts, and a verdict that is known is the outcome's."""
    on = pendulum.date(2019, 9, 1)
    student = data.draw(from_policy(policy, subject=jf.Student, on=on))
    for told in jf.prepare(policy, jf.Student, on=on).explain(student):
        if told.place is None or told.when is None:
            assert told.finding.outcome is jf.Outcome.NOT_APPLICABLE
            continue
        assert kleene(told.when) is told.when.verdict
        assert kleene(told.place) is told.place.verdict
        known = (told.place.verdict, told.when.verdict)
        if None not in known:
            expected = (
                jf.Outcome.NOT_APPLICABLE
                if not known[0]
                else jf.Outcome.ENTITLED
                if known[1]
                else jf.Outcome.NOT_ENTITLED
            )
            assert told.finding.outcome is expected
        assert told.text("zh")
        assert told.text("en")


@pytest.mark.parametrize("policy", [GANZHOU, WUYOU], ids=lambda p: p.id)
def test_every_rule_has_words_in_both_languages(policy: jf.Policy) -> None:
    for benefit in policy.benefits():
        for text in (
            condition_text(benefit.when, "zh"),
            amount_text(benefit.amount, "zh"),
            benefit.title.zh,
        ):
            assert any("一" <= sign <= "鿿" for sign in text) or any(c.isdigit() for c in text)
        for text in (condition_text(benefit.when, "en"), amount_text(benefit.amount, "en")):
            assert text
            assert "None" not in text
    extra = jf.Student("S-0001", extra=FrozenMap({"rated_poor": True}))
    with pytest.raises(jf.CallError, match="rated_poor"):
        jf.assess(extra, GANZHOU, on=ON)
    assert len(list(jf.assess(extra, WUYOU, on=ON))) == len(WUYOU.benefits())
