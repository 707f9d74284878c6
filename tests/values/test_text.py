"""Words: a text in every language, as a template with places for its parts; what cannot be said is refused."""

from typing import Any

import pytest

from jiaoyu_fupin import CallError, RuleError, Stage, Text
from jiaoyu_fupin.values.text import either, html_lines, listed, paragraph

DUE = Text("到{due}年：{aim}", "{aim} by the end of {due}")


def test_parts_stand_where_each_language_has_them() -> None:
    aim = Text("每县一所", "one in each county")
    assert DUE("zh", due=2020, aim=aim) == "到2020年：每县一所"
    assert DUE("en", due=2020, aim=aim) == "one in each county by the end of 2020"
    assert DUE.filled(due=2020, aim=Stage.PRIMARY) == Text(
        "到2020年：小学", "primary by the end of 2020"
    )


def test_a_part_is_not_read_as_a_template() -> None:
    assert DUE("en", due="{aim}", aim="{due} {0}") == "{due} {0} by the end of {aim}"
    odd = Text("花{括号", "a {brace")
    assert (odd("zh"), odd("en")) == ("花{括号", "a {brace")
    assert Text("见{略}", "see {…}")("en") == "see {…}"


@pytest.mark.parametrize("parts", [{"due": 2020}, {"due": 2020, "aim": "x", "by": "y"}])
def test_each_place_has_its_part(parts: dict[str, Any]) -> None:
    with pytest.raises(CallError, match="a part for each place"):
        DUE("en", **parts)


@pytest.mark.parametrize("part", [None, True, False])
def test_what_is_no_word_is_not_said(part: object) -> None:
    with pytest.raises(CallError, match="expected words or a value"):
        DUE("zh", due=part, aim="x")


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(CallError) as caught:
        Text("甲", "a")("fr")  # type: ignore[arg-type]
    (problem,) = caught.value.problems
    assert (problem.code.value, problem.value) == ("unknown_name", "fr")
    assert "en" in problem.suggestion
    assert "zh" in problem.suggestion


@pytest.mark.parametrize(
    ("zh", "en", "told"),
    [
        ("", "a", ["Text, zh"]),
        ("甲", " \n", ["Text, en"]),
        (None, 5, ["Text, zh", "Text, en"]),
        ("　", "", ["Text, zh", "Text, en"]),
    ],
)
def test_every_language_has_words(zh: Any, en: Any, told: list[str]) -> None:
    with pytest.raises(RuleError) as caught:
        Text(zh, en)
    assert [p.where for p in caught.value.problems] == told


def test_the_languages_have_the_same_places() -> None:
    with pytest.raises(RuleError) as caught:
        Text("到{due}年：{aim}", "by {year}: {aim}")
    told = [(p.value, p.suggestion) for p in caught.value.problems]
    assert told == [("{due}", "it stands in zh"), ("{year}", "it stands in en")]


def test_lists_and_paragraphs() -> None:
    stages = [Stage.PRIMARY, Stage.JUNIOR, "X"]
    assert listed(stages, "zh") == "小学、初中、X"
    assert listed(stages, "en") == "primary, junior, X"
    assert either(stages, "zh") == "小学、初中或X"
    assert either(stages[:2], "en") == "primary or junior"
    assert either([Stage.PRIMARY], "en") == "primary"
    assert paragraph(["甲。", "乙。"], "zh") == "甲。乙。"
    assert paragraph(["A.", "B.", "C."], "en") == "A. B. C."
    assert Text("甲", "a").abreast == "甲 a"
    assert Text("甲", "a").by_language() == {"zh": "甲", "en": "a"}


def test_html_says_its_language() -> None:
    assert html_lines([(1, "<x>")], "zh") == (
        '<div class="jiaoyu-fupin" lang="zh-CN"><div style="margin-left:1.5em">&lt;x&gt;</div></div>'
    )


def test_a_place_may_have_digits_or_be_left_out_in_a_language() -> None:
    day = Text("{month}月{day}日", "{month:02}-{day:02}")
    assert (day("zh", month=9, day=1), day("en", month=9, day=10)) == ("9月1日", "09-10")
    part = Text("{name}{n}{unit}", "{name} {n}{unit:-}")
    assert part("en", name="boys", n=3, unit=Text("人", "persons")) == "boys 3"
    assert part("zh", name="男生", n=3, unit=Text("人", "persons")) == "男生3人"
