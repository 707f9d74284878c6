"""What `explain` tells of one child, and what it keeps to itself."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
Write = Callable[..., Path]

GANZHOU = ("--policy", "ganzhou-2015", "--on", "2016-09-01")


@pytest.fixture
def child(roster: Path) -> tuple[object, ...]:
    """A junior boarder of whom it is not known whether the household is registered."""
    return ("explain", roster, *GANZHOU, "--id", "S-0002")


def test_one_benefit_in_chinese_and_in_english(run: Run, child: tuple[object, ...]) -> None:
    zh = run(*child, "--benefit", "GZ-5b")
    en = run(*child, "--benefit", "GZ-5b", "--lang", "en")
    assert (zh.status, en.status) == (0, 0)
    assert "? 建档立卡：未知" in zh.out
    assert "尚缺、影响是否应享受：建档立卡 (registered)" in zh.out
    assert "? of a registered household: unknown" in en.out
    assert "500.00 yuan" in en.out


def test_without_a_benefit_all_are_explained_a_blank_line_between(
    run: Run, child: tuple[object, ...]
) -> None:
    parts = run(*child).out.split("\n\n")
    assert len(parts) == 15
    assert [part.split()[0] for part in parts[:3]] == ["GZ-4a", "GZ-4b", "GZ-5a/fees"]


def test_the_id_is_masked(run: Run, child: tuple[object, ...]) -> None:
    ran = run(*child)
    assert "S…2" in ran.out
    assert "S-0002" not in ran.out + ran.err


def test_html_is_a_fragment_in_the_language_asked_for(run: Run, child: tuple[object, ...]) -> None:
    ran = run(*child, "--benefit", "GZ-5b", "--html", "--lang", "en")
    assert ran.out.startswith('<div class="jiaoyu-fupin" lang="en">')
    assert ran.out.count("<div") == ran.out.count("</div>")


def test_what_was_filled_in_is_said_and_nothing_else(run: Run, child: tuple[object, ...]) -> None:
    options = ("--benefit", "GZ-5b", "--assume", "建档立卡=是", "--assume", "寄宿=走读")
    ran = run(*child, *options)
    assert "GZ-5b" in ran.out
    assert "：应享受" in ran.out.splitlines()[0]
    assert "按命令行所给说明填入：建档立卡 (registered)\n" in ran.out  # boarding is known
    blank = run(*child, "--benefit", "GZ-5b", "--blank-is-no", "建档立卡", "--lang", "en")
    assert ": not entitled" in blank.out.splitlines()[0]
    assert "filled in as the command line says: of a registered household (registered)" in blank.out


def test_doubts_about_the_child_are_told(run: Run, write: Write) -> None:
    path = write("学籍号,困难等级,建档立卡", "S-1,不困难,是", "S-2,困难,是")
    call = ("explain", path, *GANZHOU, "--benefit", "GZ-5b")
    assert "存疑：困难等级为“不困难”" in run(*call, "--id", "S-1").out
    assert "存疑" not in run(*call, "--id", "S-2").out
    assert "doubt: no financial" in run(*call, "--id", "S-1", "--lang", "en", "--html").out


def test_wrong_rows_matter_only_where_they_are_the_childs_own(run: Run, write: Write) -> None:
    path = write("学籍号,学段", "S-1,小学", "S-2,小学生", "S-3,小学", "S-3,初中")
    call = ("explain", path, *GANZHOU, "--benefit", "GZ-5b", "--id")
    assert run(*call, "S-1").status == 0
    bad = run(*call, "S-2")
    assert (bad.status, bad.out) == (1, "")
    assert "row 3, 学段 (stage)" in bad.err
    twice = run(*call, "S-3")
    assert (twice.status, twice.out) == (1, "")
    assert twice.err.count("[duplicate]") == 2


def test_no_more_is_read_than_the_rules_ask(run: Run, write: Write) -> None:
    """Ganzhou's rules ask nothing of lodging or identity numbers, so what stands there does not matter."""
    path = write("学籍号,学段,住宿费,证件号码", "S-1,小学,无,#REF!")
    assert run("explain", path, *GANZHOU, "--id", "S-1").status == 0
