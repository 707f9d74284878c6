"""Wrong calls: status 2, what is wrong, what was meant; and nothing on standard output."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jiaoyu_fupin.cli import main as command_line

Run = Callable[..., Any]

GANZHOU = ("--policy", "ganzhou-2015", "--on", "2016-09-01")
TWO_ANSWERS = ("--answer", "urban_hardship_counts=1", "--answer", "urban_hardship_counts=0")
WRONG = {
    "no command": ([], "COMMAND"),
    "unknown command": (["asess"], "did you mean assess or"),
    "command still to come": (
        ["reconcile"],
        "assess, explain, progress, pairing, policies, measures, show, stale, example",
    ),
    "no policy": (["assess", "ROSTER", "--on", "2016-09-01"], "--policy"),
    "no date": (["assess", "ROSTER", "--policy", "ganzhou-2015"], "--on --term"),
    "date and term": (["assess", "ROSTER", *GANZHOU, "--term", "2016秋"], "not allowed with"),
    "unknown policy": (
        ["assess", "ROSTER", "--policy", "ganzou-2015", "--on", "2016-09-01"],
        "did you mean ganzhou-2015",
    ),
    "no such day": (
        ["assess", "ROSTER", "--policy", "ganzhou-2015", "--on", "2016-02-30"],
        "2016-02-30",
    ),
    "no such term": (
        ["assess", "ROSTER", "--policy", "ganzhou-2015", "--term", "2016冬"],
        "write 2016秋",
    ),
    "unknown option": (["assess", "ROSTER", *GANZHOU, "--formt", "csv"], "--formt"),
    "option cut short": (["assess", "ROSTER", *GANZHOU, "--form", "csv"], "--form"),
    "unknown format": (["assess", "ROSTER", *GANZHOU, "--format", "josnl"], "did you mean jsonl?"),
    "unknown reading": (["assess", "ROSTER", *GANZHOU, "--reading", "inforce"], "in-force"),
    "unknown subject": (["assess", "ROSTER", *GANZHOU, "--subject", "studnet"], "student"),
    "subject without benefits": (
        ["assess", "ROSTER", *GANZHOU, "--subject", "household"],
        "it has: farmer, student, teacher",
    ),
    "unknown encoding": (["assess", "ROSTER", *GANZHOU, "--encoding", "latin-1"], "gb18030"),
    "unknown question": (
        ["assess", "ROSTER", *GANZHOU, "--answer", "urban_hardship=1"],
        "urban_hardship_counts",
    ),
    "bad answer": (
        ["assess", "ROSTER", *GANZHOU, "--answer", "urban_hardship_counts=maybe"],
        "是 or 否",
    ),
    "no answer": (["assess", "ROSTER", *GANZHOU, "--answer", "urban_hardship_counts"], "=VALUE"),
    "empty answer": (
        ["assess", "ROSTER", *GANZHOU, "--answer", "urban_hardship_counts="],
        "=VALUE",
    ),
    "two answers": (
        ["assess", "ROSTER", *GANZHOU, *TWO_ANSWERS],
        "one value",
    ),
    "unknown column assumed": (
        ["assess", "ROSTER", *GANZHOU, "--assume", "regstered=1"],
        "did you mean registered?",
    ),
    "unknown Chinese column": (
        ["assess", "ROSTER", *GANZHOU, "--assume", "建档立=1"],
        "did you mean 建档立卡?",
    ),
    "bad value assumed": (
        ["assess", "ROSTER", *GANZHOU, "--assume", "学段=小学生"],
        "小学 (primary)",
    ),
    "two values assumed": (
        ["assess", "ROSTER", *GANZHOU, "--assume", "建档立卡=1", "--assume", "registered=0"],
        "one value",
    ),
    "key assumed": (["assess", "ROSTER", *GANZHOU, "--assume", "学籍号=S-1"], "another column"),
    "unknown column blank": (["assess", "ROSTER", *GANZHOU, "--blank-is-no", "orphans"], "orphan"),
    "no yes-or-no column": (["assess", "ROSTER", *GANZHOU, "--blank-is-no", "学段"], "yes-or-no"),
    "no such roster": (["assess", "nowhere.csv", *GANZHOU], "nowhere.csv"),
    "Parquet on standard output": (
        ["assess", "ROSTER", *GANZHOU, "--format", "parquet"],
        "--output",
    ),
    "output over the roster": (["assess", "ROSTER", *GANZHOU, "--output", "ROSTER"], "of its own"),
    "output in no folder": (["assess", "ROSTER", *GANZHOU, "--output", "no/where.csv"], "folder"),
    "output to a device": (
        ["assess", "ROSTER", *GANZHOU, "--output", "/dev/null"],
        "ordinary file",
    ),
    "rejects over the roster": (["assess", "ROSTER", *GANZHOU, "--rejects", "ROSTER"], "rejects"),
    "output over the rejects": (
        ["assess", "ROSTER", *GANZHOU, "--rejects", "new.csv", "--output", "./new.csv"],
        "of its own",
    ),
    "explaining nobody": (["explain", "ROSTER", *GANZHOU], "--id"),
    "explaining a stranger": (["explain", "ROSTER", *GANZHOU, "--id", "S-0099"], "student_id"),
    "explaining an unknown benefit": (
        ["explain", "ROSTER", *GANZHOU, "--id", "S-0001", "--benefit", "GZ-5bb"],
        "GZ-5b",
    ),
    "stale without a date": (["stale", "--policy", "ganzhou-2015"], "--on --term"),
    "stale without such a policy": (
        ["stale", "--policy", "gz", "--on", "2016-09-01"],
        "ganzhou-2015",
    ),
    "stale without such a day": (["stale", "--policy", "ganzhou-2015", "--on", "today"], "today"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_call_is_status_2_and_says_why(
    run: Run, roster: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    before = roster.read_bytes()
    argv, hint = WRONG[name]
    ran = run(*(str(roster) if arg == "ROSTER" else arg for arg in argv))
    assert (ran.status, ran.out) == (2, "")
    assert hint in ran.err
    assert "Traceback" not in ran.err
    assert roster.read_bytes() == before
    assert list(tmp_path.iterdir()) == [roster]


def test_everything_wrong_with_a_call_is_said_at_once(run: Run, roster: Path) -> None:
    wrong = ("--assume", "regstered=1", "--blank-is-no", "orphans,hardship", "--answer", "no=1")
    ran = run("assess", roster, *GANZHOU, *wrong)
    assert [line.split()[1] for line in ran.err.splitlines()] == [
        "--blank-is-no:",
        "--blank-is-no:",
        "--assume:",
        "--answer:",
    ]
    both = run("assess", roster, "--policy", "ganzou", "--on", "2016-13-01")
    assert len(both.err.splitlines()) == 2


def test_help_lists_the_commands(run: Run) -> None:
    ran = run("--help")
    assert ran.status == 0
    assert all(name in ran.out for name in command_line.COMMANDS)


def test_data_that_is_no_roster_is_status_1(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_text("名单\n张某某\n", encoding="utf-8")
    ran = run("assess", path, *GANZHOU)
    assert (ran.status, ran.out) == (1, "")
    assert "[not_a_roster]" in ran.err


def test_without_the_extra_the_command_says_what_to_install(
    run: Run, roster: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "polars", None)
    ran = run("assess", roster, *GANZHOU)
    assert (ran.status, ran.out) == (2, "")
    assert "jiaoyu_fupin[cli]" in ran.err
    assert run("policies").status == 0
