"""Times the progress of 3,000 counties × 4 indicators × 10 years beside a plain loop over the same numbers.

Run from the repository's root with ``PYTHONPATH=tests python -m bench.progress``; see README.md.
"""

from __future__ import annotations

import gc
import random
import sys
from collections.abc import Callable, Sequence
from fractions import Fraction
from time import perf_counter, process_time
from typing import NamedTuple, TypeAlias

import pendulum
import polars as pl

from jiaoyu_fupin import (
    Indicator,
    Observation,
    Progress,
    Scope,
    Target,
    progress_everywhere,
    progress_frame,
)
from jiaoyu_fupin.clauses.target import Rate
from jiaoyu_fupin.targets.rows import row_of
from jiaoyu_fupin.values.ranges import Range

COUNTIES, FIRST, YEARS, DUE, THRESHOLD = 3_000, 2016, 10, 2027, 90
ON = pendulum.date(FIRST + YEARS - 1, 12, 31)
READINGS = 5
MOST_SECONDS = 2.0

TARGETS = tuple(
    Target(
        id=f"BENCH/{indicator.value}",
        title=indicator.text,
        aim=Rate(indicator, THRESHOLD, Scope.ALL),
        since=FIRST,
        due=DUE,
    )
    for indicator in Indicator
)


class Seen(NamedTuple):
    """A value as a table has it: whole hundredths of a percent."""

    indicator: Indicator
    place: str
    year: int
    hundredths: int


Answer: TypeAlias = tuple[str, float, float, float]
"""The status, the gap, the pace and the projection."""


def made_up() -> list[Seen]:
    """Series that rise by chance, the same in every run."""
    chance = random.Random(1)
    rows = []
    for place in range(100_000, 100_000 + COUNTIES):
        for indicator in Indicator:
            value = chance.randint(6_000, 9_000)
            for year in range(FIRST, FIRST + YEARS):
                rows.append(Seen(indicator, str(place), year, value))
                value = min(10_000, value + chance.randint(-50, 200))
    return rows


def plain_loop(rows: Sequence[Seen]) -> list[Answer]:
    """The yardstick: the same line in floats, nothing checked, nothing said, one threshold for all."""
    series: dict[tuple[str, Indicator], list[tuple[int, float]]] = {}
    for indicator, place, year, hundredths in rows:
        series.setdefault((place, indicator), []).append((year, hundredths / 100))
    answers = []
    for points in series.values():
        points.sort()
        (first_year, first), (year, value) = points[0], points[-1]
        pace = (value - first) / (year - first_year)
        projected = value + pace * (DUE - year)
        ahead = "on_track" if projected >= THRESHOLD else "behind"
        status = "met" if value >= THRESHOLD else ahead
        answers.append((status, max(0.0, THRESHOLD - value), pace, projected))
    return answers


def observed(rows: Sequence[Seen]) -> list[Observation]:
    """The rows as observations, each one checked."""
    return [
        Observation(
            indicator=r.indicator, place=r.place, year=r.year, value=Fraction(r.hundredths, 100)
        )
        for r in rows
    ]


def ours(rows: Sequence[Seen]) -> tuple[Progress, ...]:
    """From the rows to the answers."""
    return progress_everywhere(TARGETS, observed(rows), on=ON)


def agree(loop: Sequence[Answer], found: Sequence[Progress]) -> bool:
    """Whether the two say the same, the loop's floats apart."""
    return len(loop) == len(found) and all(
        status == p.status.value
        and all(
            abs(float((figure or Range(0, 0)).value or 0) - number) < 1e-9
            for figure, number in zip((p.gap, p.pace, p.projected), numbers, strict=True)
        )
        for (status, *numbers), p in zip(loop, found, strict=True)
    )


def best(call: Callable[[], object]) -> tuple[float, float]:
    """The best of some readings: seconds on the clock, and of the processor."""
    readings = []
    for _ in range(READINGS):
        gc.collect()
        wall, own = perf_counter(), process_time()
        call()
        readings.append((perf_counter() - wall, process_time() - own))
    return min(wall for wall, _ in readings), min(own for _, own in readings)


def main() -> int:
    """Print the table; 1 when the loop and ours do not agree."""
    rows = made_up()
    seen = observed(rows)
    if not agree(plain_loop(rows), progress_everywhere(TARGETS, seen, on=ON)):
        print("the plain loop and ours do not agree: nothing is timed")
        return 1
    frame = pl.DataFrame(
        {
            "indicator": [str(r.indicator.value) for r in rows],
            "place": [r.place for r in rows],
            "year": [r.year for r in rows],
            "value": [r.hundredths / 100 for r in rows],
        }
    )
    found = progress_everywhere(TARGETS, seen, on=ON)
    contenders: list[tuple[str, Callable[[], object]]] = [
        ("plain loop in floats", lambda: plain_loop(rows)),
        ("ours, rows to answers", lambda: ours(rows)),
        ("  of it, checked observations", lambda: observed(rows)),
        ("  of it, progress", lambda: progress_everywhere(TARGETS, seen, on=ON)),
        ("ours, answers to rows", lambda: [row_of(p) for p in found]),
        ("ours, frame to frame", lambda: progress_frame(frame, TARGETS, on=ON)),
    ]
    print(f"{len(rows):,} observations, {len(found):,} answers; best of {READINGS}")
    yardstick = 0.0
    for name, call in contenders:
        wall, own = best(call)
        yardstick = yardstick or own
        target = f"  at most {MOST_SECONDS} s" if name.startswith("ours, rows") else ""
        print(
            f"{name:32} {wall:6.2f} s  processor {own:6.2f} s  ratio {own / yardstick:6.1f}{target}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
