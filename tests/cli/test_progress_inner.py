"""``progress`` carried out for a policy built here from the plans' rate targets: formats, exit status, what is said."""

from __future__ import annotations

import argparse
import csv
import importlib
import io
import json
from pathlib import Path
from typing import Any

import attrs
import pendulum
import pytest

from jiaoyu_fupin import CallError, ClauseKind, DataError, Measure, Policy, Target, policy
from jiaoyu_fupin.cli.main import main
from jiaoyu_fupin.cli.progress import answer, rate_targets
from jiaoyu_fupin.targets.rows import PROGRESS_COLUMNS
from jiaoyu_fupin.values.text import Text
from support.progress_cases import ALL_AIDED, GANZHOU, GUANGXI, KINDERGARTENS

openpyxl: Any = importlib.import_module("openpyxl")
HEADER = "指标,地区代码,范围,年份,数值,口径"


def plan(id_: str, *targets: Target) -> Policy:
    """A shipped policy whose only clauses are those of some targets."""
    by_clause: dict[str, list[Target]] = {}
    for target in targets:
        by_clause.setdefault(target.id.partition("/")[0], []).append(target)
    measures = tuple(
        Measure(
            id=clause,
            kind=ClauseKind.TARGET,
            at="-",
            title=Text("目标", "targets"),
            effects=tuple(effects),
        )
        for clause, effects in by_clause.items()
    )
    return attrs.evolve(policy(id_), measures=measures, questions=(), facts=(), standards=())


GX = plan("guangxi-2016", KINDERGARTENS, *GUANGXI)
GZ = plan("ganzhou-2015", *GANZHOU, ALL_AIDED)


def ask(path: Path, policy_: Policy, on: str, **options: Any) -> int:
    given: dict[str, Any] = {
        "encoding": "utf-8",
        "rejects": None,
        "format": "jsonl",
        "output": None,
    }
    args = argparse.Namespace(observations=path, limit=[], **(given | options))
    return answer(args, policy_, pendulum.Date.fromisoformat(on))


@pytest.fixture
def series(write: Any) -> Path:
    """Two counties; 450123 has three years of completion, 450102 one of preschool, another scope aside."""
    path: Path = write(
        HEADER,
        "九年义务教育巩固率,450123,贫困地区,2016,88.4,",
        "九年义务教育巩固率,450123,贫困地区,2018,89.8,同批次",
        "九年义务教育巩固率,450123,,2019,99,",
        "学前三年毛入学率,450102,poor_areas,2016,79.6%,",
    )
    return path


def test_json_lines_to_the_letter(series: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(series, GX, "2019-12-31") == 0
    wrote = capsys.readouterr()
    assert wrote.err == ""
    rows = [json.loads(line) for line in wrote.out.splitlines()]
    assert [tuple(row) for row in rows] == [PROGRESS_COLUMNS] * 12
    assert [(r["place"], r["target"]) for r in rows] == [
        (place, target.id) for place in ("450123", "450102") for target in GUANGXI
    ]
    by_key = {(r["place"], r["target"]): r for r in rows}
    assert by_key["450123", "GX-T3/compulsory_completion"] == {
        "target": "GX-T3/compulsory_completion",
        "indicator": "compulsory_completion",
        "place": "450123",
        "scope": "poor_areas",
        "due": 2020,
        "threshold": "92.0000",
        "status": "behind",
        "latest_value": "89.8000",
        "latest_year": 2018,
        "gap": "2.2000",
        "pace": "0.7000",
        "required_pace": "1.1000",
        "projected": "91.2000",
        "reached_in": None,
    }
    # 2017 is over and was not observed; the figures are given all the same, the line being at 89.1 in 2017
    assert by_key["450123", "GX-T1/compulsory_completion"] == {
        "target": "GX-T1/compulsory_completion",
        "indicator": "compulsory_completion",
        "place": "450123",
        "scope": "poor_areas",
        "due": 2017,
        "threshold": "90.0000",
        "status": "unknown",
        "latest_value": "89.8000",
        "latest_year": 2018,
        "gap": "0.2000",
        "pace": "0.7000",
        "required_pace": None,
        "projected": "89.1000",
        "reached_in": None,
    }
    assert by_key["450102", "GX-T3/senior_gross_enrolment"] == {
        "target": "GX-T3/senior_gross_enrolment",
        "indicator": "senior_gross_enrolment",
        "place": "450102",
        "scope": "poor_areas",
        "due": 2020,
        "threshold": "87.0000",
        "status": "unknown",
        **dict.fromkeys(
            (
                "latest_value",
                "latest_year",
                "gap",
                "pace",
                "required_pace",
                "projected",
                "reached_in",
            )
        ),
    }


def test_csv_and_xlsx_carry_the_same_rows(
    series: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ask(series, GX, "2019-12-31")
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    ask(series, GX, "2019-12-31", format="csv")
    read = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert read == [{k: "" if v is None else str(v) for k, v in row.items()} for row in rows]
    output = tmp_path / "out.xlsx"
    ask(series, GX, "2019-12-31", format="xlsx", output=output)
    header, *cells = openpyxl.load_workbook(output).worksheets[0].iter_rows(values_only=True)
    assert [dict(zip(map(str, header), row, strict=True)) for row in cells] == rows


def test_a_table_for_people(series: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(series, GX, "2019-12-31", format="table") == 0
    out = capsys.readouterr().out
    assert "落后 behind" in out
    assert "不明 unknown: 10" in out
    assert "不是行政决定" in out


def test_bad_rows_stop_or_are_set_aside(
    write: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(
        HEADER,
        "九年义务教育巩固率,360781,贫困村,2016,95,",
        "九年义务教育巩固率,450123,贫困村,2016,95,",
        "九年义务教育巩固率,360702,贫困村,2016,,",
    )
    with pytest.raises(DataError) as caught:
        ask(path, GZ, "2019-12-31")
    outside = "expected a place in 赣州市 Ganzhou: 3607…, not “450123”"
    assert [str(p) for p in caught.value.problems] == [
        f"[out_of_range] roster.csv, 第 3 行 row 3, 地区代码 (place): {outside}",
        "[required] roster.csv, 第 4 行 row 4, 数值 (value): expected a value in every row",
    ]
    rejects = tmp_path / "rejects.csv"
    assert ask(path, GZ, "2019-12-31", rejects=rejects) == 1
    wrote = capsys.readouterr()
    places = [json.loads(line)["place"] for line in wrote.out.splitlines()]
    assert places == ["360781"] * 3 + ["360702"] * 3
    assert "2 / 3 行 rows" in wrote.err
    assert rejects.stat().st_mode & 0o777 == 0o600
    assert [r[0] for r in csv.reader(rejects.read_text("utf-8-sig").splitlines())][1:] == ["3", "4"]


def test_a_late_date_is_told(series: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(series, GX, "2021-01-01") == 0
    assert "later than 2020, the plan's last target year" in capsys.readouterr().err


def test_a_policy_without_rate_targets_is_a_wrong_call() -> None:
    with pytest.raises(CallError, match="targets for an indicator, not “town-2020”"):
        rate_targets(policy("town-2020"))
    assert rate_targets(GX) == GUANGXI
    assert rate_targets(GZ) == GANZHOU


def test_wrong_calls(series: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for wrong in (
        ("--on", "2019-12-31", "--format", "xlsx"),
        ("--on", "2019-13-31"),
        ("--term", "2019冬"),
        ("--on", "2019-12-31", "--policy", "guangxi"),
        (),
    ):
        call = ["progress", str(series), "--policy", "guangxi-2016", *wrong]
        assert main(call) == 2, wrong
    assert capsys.readouterr().out == ""
