"""The answers that `assess` writes, and how the options change them."""

import csv
import io
import json
import stat
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest

Run = Callable[..., Any]
Write = Callable[..., Path]

GANZHOU = ("--policy", "ganzhou-2015", "--on", "2016-09-01")
KEYS = [
    "subject_id",
    "benefit",
    "outcome",
    "basis",
    "lower",
    "upper",
    "amount_missing",
    "average",
    "per",
    "missing",
]
BENEFITS = [
    "GZ-4a",
    "GZ-4b",
    "GZ-5a/fees",
    "GZ-5a/books",
    "GZ-5a/living",
    "GZ-5a/living_day",
    "GZ-5b",
    "GZ-5c",
    "GZ-6",
    "GZ-7a",
    "GZ-7b",
    "GZ-8a",
    "GZ-8b/loan",
    "GZ-8b/interest",
    "GZ-10",
]


def answer(subject_id: str, benefit: str, outcome: str, **more: Any) -> dict[str, Any]:
    """A row as it has to be, empty where nothing is said."""
    empty: dict[str, Any] = {
        "basis": None,
        "lower": None,
        "upper": None,
        "amount_missing": [],
        "average": None,
    }
    row = {"subject_id": subject_id, "benefit": benefit, "outcome": outcome, **empty, **more}
    return {"per": "school_year", "missing": [], **row}


def test_jsonl_has_every_key_of_every_row_in_order(run: Run, roster: Path) -> None:
    ran = run("assess", roster, *GANZHOU, "--format", "jsonl")
    assert ran.status == 0
    assert all(list(json.loads(line)) == KEYS for line in ran.out.splitlines())
    ids = ["S-0001", "S-0002", "S-0003", "S-0004"]
    assert [(r["subject_id"], r["benefit"]) for r in ran.rows()] == [
        (id_, benefit) for id_ in ids for benefit in BENEFITS
    ]


@pytest.mark.parametrize(
    "expected",
    [
        answer("S-0001", "GZ-5b", "entitled", basis="fixed", lower="500.00", upper="500.00"),
        answer(
            "S-0001", "GZ-5a/living", "entitled", basis="fixed", lower="1000.00", upper="1000.00"
        ),
        answer("S-0001", "GZ-5a/books", "entitled", basis="in_kind"),
        answer("S-0001", "GZ-5c", "undetermined", basis="fixed", amount_missing=["school_days"])
        | {
            "missing": [
                "meals_at_town_schools",
                "poor_village",
                "school_in_poor_village",
                "school_level",
            ]
        },
        answer("S-0001", "GZ-8a", "not_entitled", per="once"),
        answer(
            "S-0002",
            "GZ-5b",
            "undetermined",
            basis="fixed",
            lower="500.00",
            upper="500.00",
            missing=["registered"],
        ),
        answer("S-0002", "GZ-5a/fees", "entitled", basis="fixed")
        | {"amount_missing": ["misc_fee", "ownership", "public_school_fee"]},
        answer("S-0003", "GZ-6", "entitled", basis="average", average="1500.00"),
        answer("S-0004", "GZ-5b", "not_applicable"),
    ],
    ids=lambda row: f"{row['subject_id']} {row['benefit']}",
)
def test_answers_worked_out_by_hand(run: Run, roster: Path, expected: dict[str, Any]) -> None:
    ran = run("assess", roster, *GANZHOU, "--format", "jsonl")
    assert ran.answer(expected["subject_id"], expected["benefit"]) == expected


def test_csv_and_parquet_hold_the_same_answers(run: Run, roster: Path, tmp_path: Path) -> None:
    rows = run("assess", roster, *GANZHOU, "--format", "jsonl").rows()
    flat = [
        {k: ";".join(v) or None if isinstance(v, list) else v for k, v in row.items()}
        for row in rows
    ]
    table = run("assess", roster, *GANZHOU, "--format", "csv").out
    assert table.splitlines()[0] == ",".join(KEYS)
    read = [{k: v or None for k, v in row.items()} for row in csv.DictReader(io.StringIO(table))]
    assert read == flat
    target = tmp_path / "answers.parquet"
    assert run("assess", roster, *GANZHOU, "--format", "parquet", "--output", target).status == 0
    frame = pl.read_parquet(target)
    money = ("lower", "upper", "average")
    assert all(isinstance(frame.schema[name], pl.Decimal) for name in money)
    assert frame.rows(named=True) == [
        {k: Decimal(v) if k in money and v else v for k, v in row.items()} for row in flat
    ]


def test_table_shows_what_is_due_or_open_and_says_how_many_rows_it_leaves_out(
    run: Run, roster: Path
) -> None:
    ran = run("assess", roster, *GANZHOU)
    rows = run("assess", roster, *GANZHOU, "--format", "jsonl").rows()
    others = sum(r["outcome"] in {"not_entitled", "not_applicable"} for r in rows)
    table, _, rest = ran.out.partition("\n\n")
    assert len(table.splitlines()) == 2 + len(rows) - others
    assert rest.startswith(f"另有 {others} 行")
    lines = [line.split() for line in rest.splitlines()]
    money = "[1000.00, 2250.00] yuan a school year"
    assert ["GZ-5a/living", "1", "1", "1", "1", *money.split()] in lines
    assert "平均 average 1500.00 × 1, a school year" in rest


def test_headings_and_summary_lines_fit_a_hundred_columns(run: Run, roster: Path) -> None:
    from rich.cells import cell_len

    lines = run("assess", roster, *GANZHOU).out.splitlines()
    start = next(k for k, line in enumerate(lines) if line.startswith("ganzhou-2015"))
    assert [line for line in (*lines[:2], *lines[start:]) if cell_len(line) > 100] == []


def test_standard_output_carries_the_rows_and_nothing_else(run: Run, write: Write) -> None:
    """Doubts, notices and problems go to standard error."""
    path = write("学籍号,学段,出生日期", "S-1,学前,1990-01-01", "S-2,小学生,2010-01-01")
    ran = run("assess", path, *GANZHOU, "--format", "jsonl", "--rejects", path.with_name("r.csv"))
    assert {row["subject_id"] for row in ran.rows()} == {"S-1"}
    assert "[bad_label]" in ran.err
    assert "doubt: [age_and_stage]" in ran.err


@pytest.mark.parametrize("term", ["2016秋", "2016-2017学年第一学期"])
def test_a_term_is_its_first_day(run: Run, roster: Path, term: str) -> None:
    by_day = run("assess", roster, *GANZHOU, "--format", "jsonl")
    by_term = run("assess", roster, "--policy", "ganzhou-2015", "--term", term, "--format", "jsonl")
    assert by_term.out == by_day.out


def test_terms_differ(run: Run, write: Write) -> None:
    """Born on 2 March 2013: two years old on the first day of spring 2016, three in autumn."""
    path = write(
        "学籍号,学段,出生日期,县级审批,办学性质,建档立卡,学校县代码",
        "S-1,学前,2013-03-02,是,公办,是,360781",
    )
    call = ("assess", path, "--policy", "ganzhou-2015", "--format", "jsonl")
    spring = run(*call, "--term", "2016春").answer("S-1", "GZ-4a")
    autumn = run(*call, "--term", "2016秋").answer("S-1", "GZ-4a")
    assert (spring["outcome"], spring["missing"]) == ("undetermined", ["enrolment_age_edges"])
    assert autumn["outcome"] == "entitled"
    answered = run(*call, "--term", "2016春", "--answer", "enrolment_age_edges=是")
    assert answered.answer("S-1", "GZ-4a")["outcome"] == "entitled"
    refused = run(*call, "--term", "2016春", "--answer", "enrolment_age_edges=0")
    assert refused.answer("S-1", "GZ-4a")["outcome"] == "not_entitled"


def test_in_force_reads_the_national_figure(run: Run, roster: Path) -> None:
    ran = run("assess", roster, *GANZHOU, "--format", "jsonl", "--reading", "in-force")
    assert ran.answer("S-0003", "GZ-6")["average"] == "2000.00"


@pytest.mark.parametrize("column", ["registered", "建档立卡"])
@pytest.mark.parametrize(
    ("value", "outcome"), [("是", "entitled"), ("true", "entitled"), ("0", "not_entitled")]
)
def test_assuming_fills_unknown_cells_only(
    run: Run, roster: Path, column: str, value: str, outcome: str
) -> None:
    ran = run("assess", roster, *GANZHOU, "--format", "jsonl", "--assume", f"{column}={value}")
    assert ran.answer("S-0002", "GZ-5b")["outcome"] == outcome
    assert ran.answer("S-0001", "GZ-5b")["outcome"] == "entitled"  # known, so it stays
    assert f"assumed: 建档立卡 (registered) = “{value}”: 1 行" in ran.err


def test_assuming_an_absent_column_with_a_label_and_a_number(run: Run, roster: Path) -> None:
    said = ("贫困村=是", "school_days=200", "杂费=60.5", "学校层级=乡镇", "办学性质=公办")
    options = [word for assumed in said for word in ("--assume", assumed)]
    ran = run("assess", roster, *GANZHOU, "--format", "jsonl", *options)
    found = ran.answer("S-0001", "GZ-5c")
    assert (found["outcome"], found["lower"], found["missing"]) == ("entitled", "800.00", [])
    assert ran.answer("S-0002", "GZ-5a/fees")["lower"] == "60.50"
    assert "school_days" in ran.err
    assert "4 行" in ran.err


def test_blank_is_no_is_said_and_counted(run: Run, roster: Path) -> None:
    for names in ("registered", "建档立卡,孤儿", "孤儿，registered"):
        ran = run("assess", roster, *GANZHOU, "--format", "jsonl", "--blank-is-no", names)
        assert ran.answer("S-0002", "GZ-5b")["outcome"] == "not_entitled"
        assert "blank is no: 建档立卡 (registered): 1 行" in ran.err
    assert "blank is no" in run("assess", roster, *GANZHOU, "--blank-is-no", "registered").out


def test_gb18030_when_told(run: Run, write: Write, roster: Path) -> None:
    text = roster.read_text(encoding="utf-8")
    office = roster.with_name("office.csv")
    office.write_bytes(text.encode("gb18030"))
    told = run("assess", office, *GANZHOU, "--format", "jsonl", "--encoding", "gb18030")
    assert told.out == run("assess", roster, *GANZHOU, "--format", "jsonl").out
    untold = run("assess", office, *GANZHOU, "--format", "jsonl")
    assert (untold.status, untold.out) == (1, "")
    assert "--encoding gb18030" in untold.err


def test_a_bad_row_stops_the_work_and_every_bad_cell_is_named(run: Run, write: Write) -> None:
    path = write(
        "学籍号,学段,学费,留守", "S-1,小学,0,是", "S-2,小学生,-1,也许", "S-3,小学,1.234,否"
    )
    ran = run("assess", path, *GANZHOU, "--format", "jsonl")
    assert (ran.status, ran.out) == (1, "")
    said = [line.split("]")[0] for line in ran.err.splitlines()]
    assert sorted(said) == ["[bad_boolean", "[bad_label", "[bad_money", "[bad_money"]
    assert [line.count("row 3") for line in ran.err.splitlines()] == [1, 1, 1, 0]


def test_rejects_are_set_aside_for_their_owner_only(run: Run, write: Write, tmp_path: Path) -> None:
    path = write("学籍号,学段,学费", "S-1,小学,0", "S-2,小学生,0", "S-3,初中,0")
    rejects = tmp_path / "rejects.csv"
    ran = run("assess", path, *GANZHOU, "--format", "jsonl", "--rejects", rejects)
    assert ran.status == 1
    assert {row["subject_id"] for row in ran.rows()} == {"S-1", "S-3"}
    assert stat.S_IMODE(rejects.stat().st_mode) == 0o600
    (row,) = csv.DictReader(io.StringIO(rejects.read_text(encoding="utf-8-sig")))
    assert (row["学籍号"], row["学段"]) == ("S-2", "小学生")


def test_nothing_set_aside_is_status_0(run: Run, roster: Path, tmp_path: Path) -> None:
    rejects = tmp_path / "rejects.csv"
    rejects.write_text("of an earlier run\nS-9", encoding="utf-8")
    assert run("assess", roster, *GANZHOU, "--rejects", rejects).status == 0
    assert "S-9" not in rejects.read_text(encoding="utf-8")


def test_rows_that_are_all_wrong_leave_an_empty_answer(
    run: Run, write: Write, tmp_path: Path
) -> None:
    path = write("学籍号,学段", "S-1,小学生")
    for kind, expected in (("jsonl", ""), ("csv", ",".join(KEYS) + "\n")):
        ran = run("assess", path, *GANZHOU, "--format", kind, "--rejects", tmp_path / "rejects.csv")
        assert (ran.status, ran.out) == (1, expected)
    assert run("assess", path, *GANZHOU, "--rejects", tmp_path / "rejects.csv").status == 1


def test_the_same_call_writes_the_same(run: Run, roster: Path) -> None:
    for kind in ("table", "jsonl"):
        first = run("assess", roster, *GANZHOU, "--format", kind)
        assert run("assess", roster, *GANZHOU, "--format", kind) == first


def test_output_goes_to_the_file(run: Run, roster: Path, tmp_path: Path) -> None:
    for kind in ("table", "csv"):
        expected = run("assess", roster, *GANZHOU, "--format", kind).out
        target = tmp_path / kind
        ran = run("assess", roster, *GANZHOU, "--format", kind, "--output", target)
        assert (ran.status, ran.out) == (0, "")
        assert target.read_text(encoding="utf-8") == expected


def test_a_file_is_never_left_half_written(
    run: Run, roster: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from jiaoyu_fupin.cli import formats

    def breaks(*_: object) -> Any:
        yield b"half"
        raise OSError(28, "No space left on device")

    target = tmp_path / "answers.csv"
    target.write_text("the answers of yesterday", encoding="utf-8")
    before = sorted(tmp_path.iterdir())
    monkeypatch.setattr(formats, "WRITERS", {"csv": breaks})
    ran = run("assess", roster, *GANZHOU, "--format", "csv", "--output", target)
    assert ran.status == 3
    assert "No space left" in ran.err
    assert target.read_text(encoding="utf-8") == "the answers of yesterday"
    assert sorted(tmp_path.iterdir()) == before


def test_a_late_date_gets_a_notice(run: Run, roster: Path) -> None:
    def late(day: str) -> bool:
        ran = run("assess", roster, "--policy", "ganzhou-2015", "--on", day)
        return "last target year" in ran.err

    assert [late("2020-12-31"), late("2021-01-01")] == [False, True]


def test_facts_without_a_column_are_noticed(run: Run, write: Write) -> None:
    path = write("学籍号,学段", "S-1,小学")
    said = run("assess", path, *GANZHOU).err
    assert "建档立卡 (registered)" in said
    assert "学段 (stage)" not in said
