"""Rosters and calls at the edge: nothing to answer, numbers that identify, dates out of range, a clause's parts."""

import json
from pathlib import Path

import polars as pl
import pytest

from .conftest import Run, Write

ASKED = ("--policy", "ganzhou-2015", "--on", "2016-09-01")


@pytest.mark.parametrize("form", ["jsonl", "csv", "table"])
def test_a_roster_without_rows_has_no_answers(run: Run, write: Write, form: str) -> None:
    done = run("assess", write("student_id,stage"), *ASKED, "--format", form)
    assert done.status == 0
    assert "unforeseen" not in done.err
    if form == "jsonl":
        assert done.out == ""


def test_a_parquet_without_rows_has_the_columns_of_one_with_rows(
    run: Run, write: Write, tmp_path: Path
) -> None:
    schemas = []
    for name, rows in (("none", ()), ("one", ("S-1,小学",))):
        target = tmp_path / f"{name}.parquet"
        roster = write("student_id,stage", *rows)
        assert run("assess", roster, *ASKED, "--format", "parquet", "--output", target).status == 0
        schemas.append(pl.read_parquet_schema(target))
    assert schemas[0] == schemas[1]


def test_rejects_of_every_row_leave_no_answers(run: Run, write: Write, tmp_path: Path) -> None:
    roster = write("student_id,stage", "S-1,小学生")
    done = run("assess", roster, *ASKED, "--format", "jsonl", "--rejects", tmp_path / "r.csv")
    assert (done.status, done.out) == (1, "")
    assert "unforeseen" not in done.err


def test_a_doubtful_identity_number_is_told_by_row_alone(run: Run, write: Write) -> None:
    number = "990101199003077777"
    done = run("assess", write("学籍号,证件号码", f"S-1,{number}"), *ASKED, "--format", "jsonl")
    assert done.status == 0
    assert "证件号码" in done.err
    assert number not in done.err + done.out


@pytest.mark.parametrize("number", ["110101199003077777", "13812345678"])
def test_a_number_in_the_wrong_column_is_masked(run: Run, write: Write, number: str) -> None:
    done = run("assess", write("学籍号,学段", f"S-1,{number}"), *ASKED)
    assert done.status == 1
    assert "学段" in done.err
    assert number not in done.err


def test_a_date_out_of_range_is_a_wrong_call(run: Run, write: Write) -> None:
    done = run("assess", write("student_id"), "--policy", "ganzhou-2015", "--on", "9999-09-01")
    assert done.status == 2
    assert "9998" in done.err


def test_a_clause_stands_for_its_parts(run: Run, write: Write) -> None:
    roster = write("student_id,stage,school_county", "S-1,小学,360781")
    done = run("explain", roster, *ASKED, "--id", "S-1", "--benefit", "GZ-5a", "--lang", "en")
    assert done.status == 0
    for part in ("fees", "books", "living", "living_day"):
        assert f"GZ-5a/{part} " in done.out
    assert "GZ-5b" not in done.out


def test_a_column_that_is_missing_is_said_to_be_when_blank_is_no(run: Run, write: Write) -> None:
    done = run(
        "assess", write("student_id", "S-1"), *ASKED, "--blank-is-no", "orphan", "--format", "jsonl"
    )
    assert done.status == 0
    assert "no such column" in done.err
    assert json.loads(done.out.splitlines()[0])["subject_id"] == "S-1"
