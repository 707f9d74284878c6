"""``progress`` against the shipped policies' own targets, from the command line to its exit status."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

HEADER = "指标,地区代码,范围,年份,数值,口径"
GUANGXI = (
    ("GX-T1/preschool_gross_enrolment", 2017, "75.0000"),
    ("GX-T1/compulsory_completion", 2017, "90.0000"),
    ("GX-T1/senior_gross_enrolment", 2017, "83.0000"),
    ("GX-T3/preschool_gross_enrolment", 2020, "82.0000"),
    ("GX-T3/compulsory_completion", 2020, "92.0000"),
    ("GX-T3/senior_gross_enrolment", 2020, "87.0000"),
)
GANZHOU = (
    ("GZ-T1/school_standardisation", 2020, "98.0000"),
    ("GZ-T1/preschool_gross_enrolment", 2020, "85.0000"),
    ("GZ-T1/compulsory_completion", 2020, "96.0000"),
)


@pytest.mark.parametrize(
    ("policy", "place", "scope", "expected"),
    [
        ("guangxi-2016", "450123", "poor_areas", GUANGXI),
        ("ganzhou-2015", "360781", "poor_villages", GANZHOU),
    ],
    ids=["guangxi", "ganzhou"],
)
def test_a_place_gets_every_rate_target_of_the_policy(
    run: Any, write: Any, policy: str, place: str, scope: str, expected: Any
) -> None:
    path = write(HEADER, f"九年义务教育巩固率,{place},{scope},2016,88,")
    ran = run("progress", path, "--policy", policy, "--on", "2016-12-31", "--format", "jsonl")
    assert (ran.status, ran.err) == (0, "")
    assert [(r["target"], r["due"], r["threshold"]) for r in ran.rows()] == list(expected)
    assert {r["scope"] for r in ran.rows()} == {scope}


def test_ganzhous_first_year_is_2015_and_guangxis_2016(run: Any, write: Any) -> None:
    # 93 in 2014, 94 in 2015, 94.5 in 2016, 95 in 2017
    def row(policy: str, place: str, scope: str, target: str) -> dict[str, Any]:
        path = write(
            HEADER,
            *(
                f"九年义务教育巩固率,{place},{scope},{year},{value},"
                for year, value in ((2014, 93), (2015, 94), (2016, "94.5"), (2017, 95))
            ),
        )
        ran = run("progress", path, "--policy", policy, "--term", "2017秋", "--format", "jsonl")
        (found,) = (r for r in ran.rows() if r["target"] == target)
        return dict(found)

    # from 2015 on: (95 - 94) / 2 a year, 96.5 in 2020
    ganzhou = row("ganzhou-2015", "3607", "贫困村", "GZ-T1/compulsory_completion")
    assert (ganzhou["pace"], ganzhou["projected"]) == ("0.5000", "96.5000")
    assert (ganzhou["status"], ganzhou["gap"]) == ("on_track", "1.0000")
    # from 2016 on: 0.5 a year too, and 92 is reached
    guangxi = row("guangxi-2016", "45", "贫困地区", "GX-T3/compulsory_completion")
    assert (guangxi["status"], guangxi["pace"], guangxi["projected"]) == (
        "met",
        "0.5000",
        "96.5000",
    )


def test_errors_go_to_standard_error_one_a_line(run: Any, write: Any, tmp_path: Path) -> None:
    path = write(
        HEADER,
        "九年义务教育巩固率,360781,贫困村,2016,95,",
        "九年义务教育巩固率,360781,贫困村,2016,96,",
        "九年义务教育巩固率,36,贫困村,2016,96,",
    )
    call = ("progress", path, "--policy", "ganzhou-2015", "--on", "2016-12-31", "--format", "jsonl")
    ran = run(*call)
    assert (ran.status, ran.out) == (1, "")
    first, second, third = ran.err.splitlines()
    assert "row 2" in first
    assert "row 3" in first
    assert "row 3" in second
    assert "row 4" in third
    ran = run(*call, "--rejects", tmp_path / "rejects.csv")
    assert ran.status == 1
    # a place is in the file though its rows are set aside; one outside the territory is not
    assert [(row["place"], row["status"]) for row in ran.rows()] == [("360781", "unknown")] * 3


def test_the_town_has_no_rate_targets(run: Any, write: Any) -> None:
    ran = run("progress", write(HEADER), "--policy", "town-2020", "--on", "2020-12-31")
    assert ran.status == 2
    assert "guangxi-2016, ganzhou-2015" in ran.err
