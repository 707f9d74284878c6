"""Times the checks and the coverage of millions of links beside a plain grouping of the same frame.

Run from the repository's root with ``PYTHONPATH=tests python -m bench.pairing``; see README.md.
"""

from __future__ import annotations

import argparse
import datetime
import resource
from collections.abc import Callable
from time import perf_counter

import polars as pl

from jiaoyu_fupin.clauses.target import CoveredSet
from jiaoyu_fupin.pairing.frames.checks import CHECK_COLUMNS, check_pairing_frame
from jiaoyu_fupin.pairing.frames.columns import NO, UNKNOWN
from jiaoyu_fupin.pairing.frames.coverage import counts, pairing_coverage_frame
from jiaoyu_fupin.policies.counties import GUANGXI_54
from support.pairing_rules import RULES

MILLION = 1_000_000
ON = datetime.date(2017, 12, 31)
CODES = [county.code for county in GUANGXI_54.counties]


def made(size: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Links and members: four in five links teachers with left-behind children, one in five cadres with households.

    One child in sixteen was handed over in the course of the year; every hundredth is of another county than its teacher.
    """
    n = pl.int_range(size, eager=True)
    child = n % 5 != 0
    handed = n % 20 == 11
    person = pl.select(pl.when(handed).then(n - 10).otherwise(n)).to_series()
    year = pl.select(
        pl.when(handed).then(datetime.date(2017, 7, 1)).otherwise(datetime.date(2017, 1, 1))
    ).to_series()
    over = handed.shift(-10, fill_value=False)
    links = pl.DataFrame(
        {"n": n, "child": child, "over": over, "person": person, "since": year}
    ).select(
        link_id=pl.format("L{}", "n"),
        rule=pl.when("child").then(pl.lit("GX-7.6c")).otherwise(pl.lit("VL-5")),
        helper_party=pl.when("child").then(pl.lit("teacher")).otherwise(pl.lit("cadre")),
        helper=pl.when("child")
        .then(pl.format("T{}", "n"))
        .otherwise(pl.format("C{}", pl.col("n") // 25)),
        recipient_party=pl.when("child").then(pl.lit("student")).otherwise(pl.lit("household")),
        recipient=pl.when("child")
        .then(pl.format("S{}", "person"))
        .otherwise(pl.format("H{}", "n")),
        since="since",
        until=pl.when("over").then(pl.lit(datetime.date(2017, 6, 30))),
    )
    county = pl.Series(CODES)
    place = pl.DataFrame({"n": n}).with_columns(county=county.gather(n // 1000 % len(CODES)))
    moved = pl.when(pl.col("n") % 100 == 1).then(pl.lit("450103")).otherwise("county")
    nothing = pl.lit(None, dtype=pl.Boolean)
    members = pl.concat(
        [
            place.select(party=pl.lit("teacher"), id=pl.format("T{}", "n"), county="county", left_behind=nothing, rural=nothing, poor=nothing),
            place.select(party=pl.lit("student"), id=pl.format("S{}", "n"), county=moved, left_behind=pl.col("n") % 50 != 1, rural=pl.lit(True), poor=nothing),
            place.filter(pl.col("n") % 5 == 0).select(party=pl.lit("household"), id=pl.format("H{}", "n"), county="county", left_behind=nothing, rural=nothing, poor=pl.col("n") % 15 != 0),
            place.filter(pl.col("n") % 25 == 0).select(party=pl.lit("cadre"), id=pl.format("C{}", pl.col("n") // 25), county="county", left_behind=nothing, rural=nothing, poor=nothing),
        ]
    )  # fmt: skip
    used = links.filter(pl.col("recipient_party") == "student").select(pl.col("recipient").unique())
    helping = links.filter(pl.col("helper_party") == "teacher").select(pl.col("helper").unique())
    kept = pl.concat([used.to_series(), helping.to_series()])
    people = members.filter(
        ~pl.col("party").is_in(["student", "teacher"]) | pl.col("id").is_in(kept.implode())
    )
    return links, people


def timed(call: Callable[[], object]) -> tuple[float, object]:
    """Seconds, and what came out."""
    start = perf_counter()
    found = call()
    return perf_counter() - start, found


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--links", type=int, default=5 * MILLION)
    size = parser.parse_args().links
    links, people = made(size)
    rules = [RULES["GX-7.6c"], RULES["VL-5"]]
    print(f"{links.height:,} links, {people.height:,} members")

    def grouped() -> object:
        return links.group_by("helper_party", "helper").agg(pl.len(), pl.col("since").min())

    yardstick = min(timed(grouped)[0] for _ in range(3))
    checked, answers = timed(
        lambda: check_pairing_frame(
            links, people, rules, poor_counties=GUANGXI_54, caps={"VL-5": 4}
        )
    )
    covered, reached = timed(
        lambda: pairing_coverage_frame(
            links, people, rules, CoveredSet.LEFT_BEHIND_CHILDREN, since=ON
        )
    )
    period, _ = timed(
        lambda: pairing_coverage_frame(
            links,
            people,
            rules,
            CoveredSet.LEFT_BEHIND_CHILDREN,
            since=datetime.date(2017, 1, 1),
            until=ON,
        )
    )
    for name, seconds in (
        ("group links by helper, count and first day", yardstick),
        ("check_pairing_frame, all checks", checked),
        ("pairing_coverage_frame, one day", covered),
        ("pairing_coverage_frame, every day of a year", period),
    ):
        print(f"{name:45} {seconds:8.2f} s {seconds / yardstick:8.1f}")
    assert isinstance(answers, pl.DataFrame)
    for name in CHECK_COLUMNS:
        broken, open_ = ((answers[name] == state).sum() for state in (NO, UNKNOWN))
        print(f"  {name:12} broken {broken:9,} undetermined {open_:9,}")
    print(f"  {counts(reached)}")
    print(
        f"  peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 / 1024:.1f} GiB"
    )


if __name__ == "__main__":
    main()
