"""`--source`: the words of a plan that the caller has are printed beside its clauses; a bad text leaves the answers."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jiaoyu_fupin.wire import dumps
from support.yunwu import TEXT, yunwu

Run = Callable[..., Any]
Write = Callable[..., Path]


@pytest.fixture
def county(tmp_path: Path) -> Path:
    path = tmp_path / "yunwu.json"
    path.write_text(dumps(yunwu()), encoding="utf-8")
    return path


@pytest.fixture
def show(county: Path) -> tuple[object, ...]:
    return ("show", "YW-2", "--policy", county, "--lang", "zh")


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_show_prints_the_words_with_their_place(
    run: Run, show: tuple[object, ...], text: Path
) -> None:
    ran = run(*show, "--source", text)
    assert (ran.status, ran.err) == (0, "")
    assert "原文（plan.txt，第4行）：「第二条 在教学点任教的教师每人每月补助350元。」" in ran.out
    assert "原文（" not in run(*show).out
    assert "第二条" in run(*show).out  # the place alone


def test_explain_prints_them_with_the_reasons(
    run: Run, write: Write, county: Path, text: Path
) -> None:
    children = write("学籍号,学段", "S-0001,小学")
    call = ("explain", children, "--policy", county, "--on", "2018-09-01", "--id", "S-0001")
    ran = run(*call, "--lang", "en", "--source", text)
    assert ran.status == 0
    assert ran.out.count("as printed (plan.txt, line 3): 「第一条") == 2  # the bus and the ferry
    html = run(*call, "--html", "--source", text)
    assert "原文（plan.txt，第3行）：「第一条" in html.out


def test_of_several_policies_those_that_the_text_fits_are_quoted(
    run: Run, write: Write, county: Path, text: Path
) -> None:
    children = write("学籍号,学段", "S-0001,小学")
    both = ("--policy", "national", "--policy", county, "--on", "2018-09-01", "--id", "S-0001")
    ran = run("explain", children, *both, "--source", text)
    assert ran.status == 0
    assert ran.out.count("原文（plan.txt") == 2
    assert "找不到" not in ran.out


def test_what_does_not_fit_is_told_where_the_clause_is_shown(
    run: Run, show: tuple[object, ...], text: Path
) -> None:
    text.write_text(TEXT.replace("350元", "380元"), encoding="utf-8")
    ran = run(*show, "--source", text)
    assert ran.status == 0
    assert "补助380元" in ran.out
    assert "本库此条记为350" in ran.out
    text.write_text(TEXT.replace("第二条", "第九条"), encoding="utf-8")
    assert "所给原文 plan.txt 中找不到第二条" in run(*show, "--source", text).out


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (TEXT.encode("gb18030"), "[bad_encoding] plan.txt"),
        ("第一条 校车每车限载30人。\n".encode(), "expected the text of the plan that yunwu-2018"),
        ("没有编号的一段话。".encode(), "[bad_document] plan.txt"),
    ],
)
def test_the_answers_stand_without_a_bad_text(
    run: Run, show: tuple[object, ...], text: Path, content: bytes, said: str
) -> None:
    text.write_bytes(content)
    ran = run(*show, "--source", text)
    assert ran.status == 1
    assert said in ran.err
    assert ran.out == run(*show).out


def test_a_number_that_comes_twice_is_told_and_the_others_are_quoted(
    run: Run, show: tuple[object, ...], text: Path
) -> None:
    text.write_text(TEXT + "第四条 附则。\n", encoding="utf-8")
    ran = run(*show, "--source", text)
    assert ran.status == 1
    assert "[duplicate] plan.txt, lines 6, 7" in ran.err
    assert "「第二条" in ran.out


def test_another_encoding_may_be_said(run: Run, show: tuple[object, ...], text: Path) -> None:
    text.write_bytes(TEXT.encode("gb18030"))
    ran = run(*show, "--source", text, "--source-encoding", "gb18030")
    assert ran.status == 0
    assert "第4行" in ran.out
