"""The text of a plan is cut by its own numbering, and what does not fit it is told; the county is made up."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

import jiaoyu_fupin as jf
from support.yunwu import TEXT as YUNWU
from support.yunwu import yunwu

PLANS = """\
云雾市两县教育帮扶方案汇编

云雾县方案篇一

以两所学校为重点。
到2017年，入学率达到70%。学校基本结对。到2020年，入学率达到80%。

一、政策措施
(一)帮学校
1.建学校。每校补助30万元。
每年另给400元。
2.修宿舍；添床位。
（二）帮学生
1、发补助。
二、保障
1.领导。
2.资金。
3.宣传。

云溪县方案篇二

下面分述。
(一)走访
每月走访。宣传政策；发放书包。
一、慰问
(一)慰问老人
"""
Written = Callable[[str], jf.PlanText]


@pytest.fixture(scope="module")
def policy() -> jf.Policy:
    return yunwu()


@pytest.fixture
def written(tmp_path: Path) -> Written:
    def written(text: str) -> jf.PlanText:
        path = tmp_path / "plan.txt"
        path.write_text(text, encoding="utf-8")
        return jf.read_source(path)

    return written


@pytest.mark.parametrize(
    ("at", "text", "lines"),
    [
        ("篇一 一(一)1", "1.建学校。每校补助30万元。\n每年另给400元。", (10, 11)),
        ("篇一 一(一)1 第二款", "每年另给400元。", (11, 11)),
        ("篇一 一(一)2", "2.修宿舍；添床位。", (12, 12)),
        ("篇一 一(二)1", "1、发补助。", (14, 14)),
        ("篇一 一(二)", "（二）帮学生\n1、发补助。", (13, 14)),
        ("篇一 二1–2", "1.领导。\n2.资金。", (16, 17)),
        (
            "篇一 引言",
            "以两所学校为重点。\n到2017年，入学率达到70%。学校基本结对。到2020年，入学率达到80%。",
            (5, 6),
        ),
        ("篇一 目标 2017", "到2017年，入学率达到70%。学校基本结对。", (6, 6)),
        ("篇一 目标 2020", "到2020年，入学率达到80%。", (6, 6)),
        ("篇一 目标 2017 结对", "学校基本结对。", (6, 6)),
        ("篇二 引言", "下面分述。", (22, 22)),
        ("篇二 (一)", "(一)走访\n每月走访。宣传政策；发放书包。", (23, 24)),
        ("篇二 (一) 发放", "发放书包。", (24, 24)),
        ("篇二 一(一)", "(一)慰问老人", (26, 26)),
    ],
)
def test_a_clause_is_found_by_its_number(
    written: Written, at: str, text: str, lines: tuple[int, int]
) -> None:
    found = written(PLANS).passage(at)
    assert found is not None
    assert (found.text, found.lines) == (text, lines)


@pytest.mark.parametrize(
    "at", ["篇三 引言", "篇一 三", "篇一 一(一)3", "篇二 (一) 宿舍", "两免一补"]
)
def test_what_is_not_there_is_not_found(written: Written, at: str) -> None:
    assert written(PLANS).passage(at) is None


def test_a_file_of_one_plan_needs_no_heading_of_the_part(written: Written) -> None:
    found = written("序。\n一、措施\n(一)资助\n1.每人500元。\n").passage("篇三 一(一)1")
    assert found is not None
    assert found.text == "1.每人500元。"


def test_a_number_that_comes_twice_is_told_and_not_quoted(written: Written) -> None:
    text = written("一、措施\n1.甲。\n2.乙。\n1.丙。\n")
    (problem,) = text.problems
    assert str(problem) == (
        "[duplicate] plan.txt, lines 2, 4: expected each clause number once, not “一、 1.”"
    )
    assert text.passage("一1") is None
    assert text.passage("一2") is not None


def test_what_stands_below_a_number_that_comes_twice_is_not_quoted(written: Written) -> None:
    text = written("一、甲\n1.子。\n一、乙\n2.丑。\n二、丙\n1.寅。\n")
    assert text.passage("一2") is None  # of which 一?
    assert text.passage("二1") is not None


def test_signs_that_could_steer_a_terminal_are_not_quoted(written: Written) -> None:
    found = written("第一条 甲\x1b[2J乙\u202e丙。\u2028丁\n第二条 戊。\n").passage("第一条")
    assert found is not None
    assert found.text == "第一条 甲 [2J乙 丙。 丁"
    assert found.lines == (1, 1)  # as an editor counts lines


def test_the_plans_own_text_fits(written: Written, policy: jf.Policy) -> None:
    assert written(YUNWU).check(policy) == ()


def test_a_figure_that_differs_is_told(written: Written, policy: jf.Policy) -> None:
    text = written(YUNWU.replace("350元", "380元"))
    (problem,) = text.check(policy)
    assert str(problem) == (
        "[conflict] plan.txt, YW-2: expected the figure in the printed clause, not “350”"
    )
    assert text.differing(policy["YW-2"]) == (Decimal(350),)
    quoted, check = text.said(policy["YW-2"])
    assert "「第二条 在教学点任教的教师每人每月补助380元。」" in quoted("zh")
    assert "本库此条记为350" in check("zh")
    assert "the library has 350 here" in check("en")


def test_a_clause_that_cannot_be_found_is_told(written: Written, policy: jf.Policy) -> None:
    text = written(YUNWU.replace("第四条", "第五条"))
    (problem,) = text.check(policy)
    assert str(problem).startswith("[required] plan.txt, YW-4")
    (said,) = text.said(policy["YW-4"])
    assert said("zh").startswith("所给原文 plan.txt 中找不到第四条")
    assert said("en").startswith("第四条 is not found in plan.txt")


def test_the_text_of_another_plan_is_told(written: Written, policy: jf.Policy) -> None:
    other = written("第一条 办学。\n第二条 招生30人。\n第三条 经费。\n第四条 附则。\n")
    assert not other.belongs_to(policy)
    (problem,) = other.check(policy)
    assert "expected the text of the plan that yunwu-2018 was made from" in str(problem)


def test_figures_are_read_with_their_units(written: Written, policy: jf.Policy) -> None:
    """94 may be printed as 94.0, and a hundred in a hundred as 全; 3,500 is not 350."""
    assert written(YUNWU.replace("94%", "94.0%")).check(policy) == ()
    assert len(written(YUNWU.replace("350元", "3,500元")).check(policy)) == 1


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(YUNWU.encode("gb18030"))
    with pytest.raises(jf.DataError, match=r"\[bad_encoding\] plan.txt: expected text in utf-8"):
        jf.read_source(path)
    assert jf.read_source(path, encoding="gb18030").passage("第二条") is not None
    with pytest.raises(jf.CallError, match="expected utf-8 or gb18030"):
        jf.read_source(path, encoding="latin-1")
    with pytest.raises(jf.CallError, match="expected a file that can be read"):
        jf.read_source(tmp_path / "none.txt")
    path.write_text("没有编号的一段话。", encoding="utf-8")
    with pytest.raises(jf.DataError, match=r"\[bad_document\] plan.txt: expected a plan with"):
        jf.read_source(path)


def test_an_explanation_quotes_the_clause(written: Written, policy: jf.Policy) -> None:
    child = jf.Student("S-0001", stage=jf.Stage.PRIMARY)
    why = jf.explain(child, policy, "YW-1/ferry", on=jf.Term.autumn(2018))
    quote = "原文（plan.txt，第3行）：「第一条 对建档立卡的小学生"
    assert quote in why.text("zh", written(YUNWU))
    assert quote in why.html("zh", written(YUNWU))
    assert "as printed (plan.txt, line 3): 「第一条" in why.text("en", written(YUNWU))
    assert "原文（" not in why.text("zh")
