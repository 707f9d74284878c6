"""`--policy` more than once: what the nation and a city both grant of the same money counts once.

Worked out by hand for the child of Ruijin (360781) in the autumn of 2016, registered, a primary boarder at a public
school that charges nothing: living aid of 1000 yuan a school year, which the nation grants (CN-1/living) and Ganzhou
carries out (GZ-5a/living), once; and Ganzhou's own 500 on top (GZ-5b): 1500.
"""

import csv
import io
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest

Run = Callable[..., Any]
Write = Callable[..., Path]

BOTH = ("--policy", "national", "--policy", "ganzhou-2015", "--on", "2016-09-01")
KEYS = "subject_id due outcome basis lower upper amount_missing average per missing repayable policies benefits"


@pytest.fixture
def children(write: Write) -> Path:
    """A registered boarder, and one of whose register nobody knows."""
    facts = "360781,公办,0,0,0,否,农村,否,否"
    return write(
        "学籍号,学段,寄宿,建档立卡,困难等级,学校县代码,办学性质,学费,杂费,同类公办学校收费标准,学校在营养改善计划国家试点县,户籍类别,贫困村,学校在贫困村",
        f"S-0001,小学,是,是,困难,{facts}",
        f"S-0002,小学,是,,困难,{facts}",
    )


def due(ran: Any, subject_id: str, id_: str) -> dict[str, Any]:
    row: dict[str, Any]
    (row,) = (r for r in ran.rows() if (r["subject_id"], r["due"]) == (subject_id, id_))
    return row


def test_the_same_money_is_one_row(run: Run, children: Path) -> None:
    ran = run("assess", children, *BOTH, "--format", "jsonl")
    assert ran.status == 0
    assert all(list(row) == KEYS.split() for row in ran.rows())
    assert due(ran, "S-0001", "CN-1/living") == {
        "subject_id": "S-0001",
        "due": "CN-1/living",
        "outcome": "entitled",
        "basis": "fixed",
        "lower": "1000.00",
        "upper": "1000.00",
        "amount_missing": [],
        "average": None,
        "per": "school_year",
        "missing": [],
        "repayable": False,
        "policies": ["national", "ganzhou-2015"],
        "benefits": ["CN-1/living", "GZ-5a/living"],
    }
    assert not [r for r in ran.rows() if r["due"] == "GZ-5a/living"]
    added = due(ran, "S-0001", "GZ-5b")
    assert (added["lower"], added["policies"]) == ("500.00", ["ganzhou-2015"])
    paid = [
        Decimal(r["lower"])
        for r in ran.rows()
        if r["subject_id"] == "S-0001" and r["outcome"] == "entitled" and r["lower"] is not None
    ]
    assert sum(paid) == 1500


def test_what_one_policy_grants_may_wait_for_what_another_asks(run: Run, children: Path) -> None:
    ran = run("assess", children, *BOTH, "--format", "jsonl")
    assert due(ran, "S-0002", "CN-1/living")["outcome"] == "entitled"  # in hardship, known
    waiting = due(ran, "S-0002", "GZ-5b")
    assert (waiting["outcome"], waiting["missing"]) == ("undetermined", ["registered"])


def test_csv_and_parquet_carry_the_same_rows(run: Run, children: Path, tmp_path: Path) -> None:
    rows = run("assess", children, *BOTH, "--format", "jsonl").rows()
    flat = list(csv.DictReader(io.StringIO(run("assess", children, *BOTH, "--format", "csv").out)))
    assert [r["due"] for r in flat] == [r["due"] for r in rows]
    assert [r["benefits"] for r in flat] == [";".join(r["benefits"]) for r in rows]
    target = tmp_path / "due.parquet"
    assert run("assess", children, *BOTH, "--format", "parquet", "--output", target).status == 0
    frame = pl.read_parquet(target)
    assert frame["due"].to_list() == [r["due"] for r in rows]
    assert frame["lower"].sum() == sum(Decimal(r["lower"]) for r in rows if r["lower"] is not None)


def test_the_table_adds_up_each_period(run: Run, children: Path) -> None:
    """2500 for sure: 1500 and 1000; the other child's 500 hangs on the register."""
    ran = run("assess", children, *BOTH)
    assert ran.status == 0
    assert "合计 in all: [2500.00, 3000.00] yuan a school year" in ran.out
    assert "CN-1/books" in ran.out.partition("未计入 not added:")[2].splitlines()[0]
    assert "national version" in ran.out
    assert "ganzhou-2015 version" in ran.out


def test_explain_gives_each_policys_reasons_and_what_counts_once(run: Run, children: Path) -> None:
    zh = run("explain", children, *BOTH, "--id", "S-0001")
    heads = [part.split()[0] for part in zh.out.split("\n\n")]
    assert heads.index("CN-1/living") < heads.index("GZ-5a/living")
    assert "同一笔钱，只计一次：CN-1/living、GZ-5a/living：应享受，1000.00元，每学年" in zh.out
    assert "合计，每学年：1500.00元" in zh.out
    en = run("explain", children, *BOTH, "--id", "S-0001", "--benefit", "GZ-5a", "--lang", "en")
    assert (
        "the same money, counted once: CN-1/living, GZ-5a/living: entitled, 1000.00 yuan" in en.out
    )
    assert "in all" not in en.out  # of some benefits only


def test_one_policy_gives_what_it_always_gave(run: Run, children: Path) -> None:
    ran = run(
        "assess", children, "--policy", "ganzhou-2015", "--on", "2016-09-01", "--format", "jsonl"
    )
    assert ran.answer("S-0001", "GZ-5a/living")["lower"] == "1000.00"


@pytest.mark.parametrize("command", ["assess", "explain"])
def test_wrong_calls_name_every_policy(run: Run, children: Path, command: str) -> None:
    more = ("--id", "S-0001") if command == "explain" else ()
    twice = run(command, children, "--policy", "national", *BOTH, *more)
    assert (twice.status, twice.out) == (2, "")
    assert "[duplicate] policies: expected each policy once, not “national”" in twice.err
    wrong = run(
        command, children, "--policy", "natonal", "--policy", "ganzhou", "--on", "2016-09-01", *more
    )
    assert wrong.status == 2
    assert "natonal" in wrong.err
    assert "“ganzhou”" in wrong.err


def test_a_policy_without_benefits_for_such_a_subject_is_named(run: Run, write: Write) -> None:
    teachers = write("教师编号,学校县代码", "T-1,360781")
    call = ("--policy", "national", "--policy", "guangxi-2016", "--on", "2016-09-01")
    ran = run("assess", teachers, "--subject", "teacher", *call, "--format", "jsonl")
    assert ran.status == 0
    assert "policies without benefits for such a subject: national" in ran.err
