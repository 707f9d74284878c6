"""Reading policies as data from the command line: clauses found and shown, figures overtaken period by period."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import jiaoyu_fupin as jf

Run = Callable[..., Any]

KEYS = ["id", "policy", "kind", "units", "at", "says", "defects"]


@pytest.mark.parametrize("policy", jf.policy_ids())
def test_a_line_of_json_for_each_clause(run: Run, policy: str) -> None:
    ran = run("measures", "--policy", policy, "--format", "jsonl")
    assert (ran.status, ran.err) == (0, "")
    rows = ran.rows()
    assert [row["id"] for row in rows] == [m.id for m in jf.policy(policy).measures]
    for row in rows:
        assert list(row) == KEYS
        assert row["policy"] == policy
        assert row["says"]["zh"]
        assert row["says"]["en"]
        assert isinstance(row["units"], list)
        for defect in row["defects"]:
            assert list(defect) == ["kind", "raw", "reading", "reason", "certainty"]


def test_all_policies_where_none_is_named(run: Run) -> None:
    rows = run("measures", "--format", "jsonl").rows()
    assert list(dict.fromkeys(row["policy"] for row in rows)) == list(jf.policy_ids())


def test_filters_take_words_of_both_languages(run: Run) -> None:
    by_name = run("measures", "--kind", "entitlement", "--format", "jsonl").out
    assert by_name == run("measures", "--kind", "待遇", "--format", "jsonl").out
    assert {json.loads(line)["kind"] for line in by_name.splitlines()} == {"entitlement"}


def test_the_table_counts_its_rows(run: Run) -> None:
    ran = run("measures", "--policy", "national")
    assert ran.out.splitlines()[-1] == "7 条 clauses"
    assert "CN-3" in ran.out


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["measures", "--policy", "guangxi-2017"], "did you mean guangxi-2016"),
        (["measures", "--kind", "pairng"], "did you mean pairing"),
        (["measures", "--unit", "教育听"], "did you mean 教育厅"),
        (["measures", "--leads", "财政局"], "did you mean 财政厅"),
        (["measures", "--plan", "seniors"], "did you mean senior"),
        (["measures", "--precision", "aids"], "did you mean aid"),
        (["show", "GZ-5"], "did you mean GZ-5"),
        (["show", "GZ-5a/boarding"], "GZ-5a/"),
        (["show", "nonsense"], "expected a known clause"),
        (["stale", "--years", "2010"], "expected two years such as 2010-2026"),
        (["stale", "--years", "2026-2010"], "the first one first"),
        (["stale", "--years", "2010-2026", "--on", "2016-09-01"], "not allowed with"),
        (["stale", "--policy", "ganzhou", "--years", "2010-2026"], "did you mean ganzhou-2015"),
    ],
)
def test_wrong_calls_are_named_with_the_nearest(run: Run, argv: list[str], said: str) -> None:
    ran = run(*argv)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_a_clause_is_shown_in_both_languages_or_one(run: Run) -> None:
    both = run("show", "GZ-4a").out
    assert "学前教育资助" in both
    assert "Aid to preschoolers" in both
    assert "待答问题 enrolment_age_edges" in both
    assert "Open question enrolment_age_edges" in both
    chinese = run("show", "GZ-4a", "--lang", "zh").out
    assert "Aid to preschoolers" not in chinese
    assert both.startswith(chinese.rstrip("\n"))


def test_a_clause_is_found_by_what_it_grants_and_in_any_case(run: Run) -> None:
    assert run("show", "gz-5a/living").out == run("show", "GZ-5a").out


def test_rows_go_to_a_file(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "clauses.jsonl"
    ran = run("measures", "--format", "jsonl", "--output", target)
    assert (ran.status, ran.out) == (0, "")
    assert target.read_text(encoding="utf-8") == run("measures", "--format", "jsonl").out


PERIODS = [
    ("GZ-5c", "4", "5", "2021-09-01 – 2026-12-31"),
    ("GZ-6", "1500", "2000", "2015-03-01 – 2025-02-28"),
    ("GZ-6", "1500", "2300", "2025-03-01 – 2026-12-31"),
    ("GZ-7b", "1500", "2000", "2015-03-01 – 2025-02-28"),
    ("GZ-7b", "1500", "2300", "2025-03-01 – 2026-12-31"),
    ("GZ-8b/loan", "8000", "12000", "2021-09-01 – 2023-08-31"),
    ("GZ-8b/loan", "8000", "16000", "2023-09-01 – 2024-08-31"),
    ("GZ-8b/loan", "8000", "20000", "2024-09-01 – 2026-12-31"),
]
"""What the nation overtook from 2010 to 2026, from the dated national figures."""


def test_every_policys_figures_that_were_overtaken(run: Run) -> None:
    ran = run("stale", "--years", "2010-2026")
    rows = [line.split(maxsplit=4) for line in ran.out.splitlines()[2:]]
    assert [
        (benefit, printed, now, rest[:23]) for _, benefit, printed, now, rest in rows
    ] == PERIODS
    assert {owner for owner, *_ in rows} == {"ganzhou-2015"}
    for policy in set(jf.policy_ids()) - {"ganzhou-2015"}:
        assert f"{policy}: 2010–2026没有过时的金额" in ran.err
