"""Times one student and the Ganzhou student benefits, every contender side by side.

Run from the repository's root with ``PYTHONPATH=tests python -m bench.run``; see README.md.
"""

from __future__ import annotations

import argparse
import functools
import importlib.util
import os
import platform
import subprocess
import sys
import tempfile
import timeit
from collections.abc import Callable, Iterable, Mapping
from time import perf_counter
from typing import Any, NamedTuple, TypeAlias

import attrs

from jiaoyu_fupin import (
    Benefit,
    Finding,
    Measure,
    Outcome,
    Policy,
    Prepared,
    Student,
    assess,
    policy,
    prepare,
)
from jiaoyu_fupin.people.fact import specs

from . import if_chain
from .students import ANSWERS, CASES, ON, RULES, Case, Due, Row, assorted

Call: TypeAlias = Callable[[], object]

YARDSTICK = "if-chain"
ANSWERS_ONLY = "ours, answers only"
FULL_REASONS = "ours, full reasons"

MOST_TIMES_FOR_ANSWERS = 20
MOST_TIMES_FOR_REASONS = 80
LEAST_TIMES_FASTER_THAN_OPENFISCA = 100
MOST_TIMES_FOR_IMPORT = 2.0


# ── our contenders ────────────────────────────────────────────────────────────────────────────────────────────────


def full_reasons(prepared: Prepared, student: Student) -> object:
    """Every answer with its full reasons: the one place that knows how they are asked for."""
    return prepared.explain(student)


def twelve_benefits() -> Policy:
    """The shipped policy with the twelve benefits and no others."""
    whole = policy("ganzhou-2015")
    measures: list[Measure] = []
    for measure in whole.measures:
        # Any: a type checker does not see through attrs' converter
        effects: Any = [e for e in measure.effects if isinstance(e, Benefit) and e.id in RULES]
        if effects:
            measures.append(attrs.evolve(measure, effects=effects))
    of_them: Any = measures
    made = attrs.evolve(whole, measures=of_them)
    assert tuple(b.id for b in made.benefits(Student)) == RULES
    return made


def student(row: Row, *, without: Iterable[str] = ()) -> Student:
    """A student of ours; the facts `without` are unknown."""
    facts: dict[str, Any] = {}
    for name, value in row.items():
        labels = specs(Student)[name].labels
        facts[name] = labels(value) if labels else value  # type: ignore[call-arg]
    facts |= dict.fromkeys(without)
    return Student("S-0001", **facts)


def dues(findings: Iterable[Finding]) -> dict[str, Due]:
    """What our findings say is due."""
    return {
        f.benefit: Due(f.lower, f.upper, f.average)
        for f in findings
        if f.outcome is Outcome.ENTITLED
    }


# ── do they agree ─────────────────────────────────────────────────────────────────────────────────────────────────


def check(prepared: Prepared, rules: Any, *, count: int) -> int:
    """Refuse to time contenders that answer differently; returns how many students they agree on."""
    for case in CASES:
        assert if_chain.due(if_chain.Pupil(**case.facts), ON) == case.due, case.name
        assert dues(prepared.findings(student(case.facts))) == case.due, case.name
    others = assorted(count)
    for row in others:
        expected = if_chain.due(if_chain.Pupil(**row), ON)
        assert dues(prepared.findings(student(row))) == expected, row
    if rules is not None:
        for row in [case.facts for case in CASES] + others[: count // 10]:
            check_openfisca(rules, row, if_chain.due(if_chain.Pupil(**row), ON))
    return len(CASES) + count


def check_openfisca(rules: Any, row: Row, expected: Mapping[str, tuple[Any, Any, Any]]) -> None:
    """OpenFisca says the same, both ways of building a simulation, as far as its single precision goes."""
    from . import openfisca_rules as fisca

    for simulation in (
        fisca.build(rules, fisca.situation(row, ON)),
        fisca.build_lean(rules, fisca.arrays(row, ON)),
    ):
        got = fisca.calculate(simulation, f"{ON:%Y-%m}")
        for benefit in RULES:
            _, upper, average = expected.get(benefit, (0, 0, None))
            figure = upper if average is None else average
            # books have no figure: given out or not
            assert abs(float(got[benefit]) - float(1 if figure is None else figure)) < 0.01, (
                benefit,
                row,
            )


# ── how long ──────────────────────────────────────────────────────────────────────────────────────────────────────


class Effort(NamedTuple):
    """How hard to measure: seconds one reading takes, and how many readings the best is taken of."""

    seconds: float
    readings: int


def readings(calls: Mapping[str, Call], effort: Effort) -> dict[str, float]:
    """The best time of each call, in microseconds.

    Readings are short and many, and the calls take turns: each then meets some quiet moment of a busy machine.
    """
    timers = {name: timeit.Timer(call) for name, call in calls.items()}
    numbers = {}
    for name, timer in timers.items():
        timer.timeit(2)  # whatever is done once is done
        once = min(timer.timeit(1) for _ in range(3))
        numbers[name] = max(1, round(effort.seconds / once))
    best = dict.fromkeys(calls, float("inf"))
    for _ in range(effort.readings):
        for name, timer in timers.items():
            best[name] = min(best[name], timer.timeit(numbers[name]) / numbers[name] * 1e6)
    return best


def calculations(rules: Any, case: Case, effort: Effort) -> float:
    """Microseconds of the twelve calculations alone, each time on a simulation built just before."""
    from . import openfisca_rules as fisca

    inputs, period = fisca.arrays(case.facts, ON), f"{ON:%Y-%m}"
    best = float("inf")
    for _ in range(effort.readings):
        simulation = fisca.build_lean(rules, inputs)
        start = perf_counter()
        fisca.calculate(simulation, period)
        best = min(best, perf_counter() - start)
    return best * 1e6


def calls(case: Case, ours: Policy, prepared: Prepared, rules: Any) -> dict[str, Call]:
    """The contenders, each with its input ready in the form it likes best."""
    pupil, known = if_chain.Pupil(**case.facts), student(case.facts)
    partly = student(case.facts, without=case.unknown)
    made: dict[str, Call] = {
        YARDSTICK: functools.partial(if_chain.due, pupil, ON),
        ANSWERS_ONLY: functools.partial(prepared.findings, known),
        "ours, assess(...)": functools.partial(assess, known, ours, on=ON, answers=ANSWERS),
        "ours, three facts unknown": functools.partial(prepared.findings, partly),
        FULL_REASONS: functools.partial(full_reasons, prepared, known),
    }
    if rules is not None:
        from . import openfisca_rules as fisca

        situation, inputs = fisca.situation(case.facts, ON), fisca.arrays(case.facts, ON)
        period = f"{ON:%Y-%m}"
        made["OpenFisca, build_from_entities"] = lambda: fisca.calculate(
            fisca.build(rules, situation), period
        )
        made["OpenFisca, arrays put in"] = lambda: fisca.calculate(
            fisca.build_lean(rules, inputs), period
        )
    return made


_TIMED_IMPORT = """
from time import perf_counter
start = perf_counter()
{}
print(perf_counter() - start)
"""


def imports(statements: Iterable[str], count: int) -> dict[str, tuple[float, float]]:
    """For each statement the best milliseconds of a fresh interpreter: the import alone, and the whole process."""
    best = dict.fromkeys(statements, (float("inf"), float("inf")))
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as cache:
        environment["PYTHONPYCACHEPREFIX"] = cache
        for _ in range(count + 1):  # the first fills the bytecode cache, and so is never the best
            for statement, (alone, whole) in best.items():
                start = perf_counter()
                done = subprocess.run(
                    [sys.executable, "-c", _TIMED_IMPORT.format(statement)],
                    check=True,
                    capture_output=True,
                    text=True,
                    env=environment,
                )
                took = (perf_counter() - start) * 1e3
                best[statement] = (min(alone, float(done.stdout) * 1e3), min(whole, took))
    return best


# ── the report ────────────────────────────────────────────────────────────────────────────────────────────────────


def say(line: str = "") -> None:
    """Print a line."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    """Print a Markdown table whose columns line up."""
    lines = [list(head), *map(list, rows)]
    wide = [max(len(line[k]) for line in lines) for k in range(len(lines[0]))]

    def put(cells: Iterable[str]) -> None:
        padded = [
            cell.ljust(width) if k == 0 else cell.rjust(width)
            for k, (cell, width) in enumerate(zip(cells, wide, strict=True))
        ]
        say(f"| {' | '.join(padded)} |")

    put(lines[0])
    put("-" * width if k == 0 else "-" * (width - 1) + ":" for k, width in enumerate(wide))
    for line in lines[1:]:
        put(line)


def verdict(*, met: bool) -> str:
    """A target in a word."""
    return "met" if met else "missed"


def mean(numbers: Iterable[float]) -> float:
    """The arithmetic mean."""
    all_of_them = list(numbers)
    return sum(all_of_them) / len(all_of_them)


def report_students(times: Mapping[str, list[float]]) -> None:
    """The times, their ratios to the if-chain, and what was aimed at."""
    heads = [f"({k})" for k in range(1, len(CASES) + 1)]
    for k, case in enumerate(CASES, 1):
        due = ", ".join(case.due) or "nothing"
        say(f"({k}) {case.name}; due: {due}; taken away: {', '.join(case.unknown)}")
    say()
    say("Microseconds per student, best reading:")
    say()
    table(
        ["contender", *heads, "mean"],
        [
            [name, *(f"{t:,.2f}" if t < 100 else f"{t:,.0f}" for t in [*row, mean(row)])]
            for name, row in times.items()
        ],
    )
    say()
    say("Times the if-chain (mean: of the six ratios):")
    say()
    yardstick = times[YARDSTICK]
    ratios = {
        name: [t / base for t, base in zip(row, yardstick, strict=True)]
        for name, row in times.items()
        if name != YARDSTICK
    }
    targets = {
        ANSWERS_ONLY: MOST_TIMES_FOR_ANSWERS,
        FULL_REASONS: MOST_TIMES_FOR_REASONS,
    }
    rows = []
    for name, row in ratios.items():
        aim = targets.get(name)
        said = "" if aim is None else f"at most {aim}: {verdict(met=mean(row) <= aim)}"
        rows.append([name, *(f"{r:,.1f}" for r in [*row, mean(row)]), said])
    table(["contender", *heads, "mean", "target"], rows)
    fisca = [name for name in times if name.startswith("OpenFisca")]
    if not fisca:
        return
    say()
    say(f"How many times slower than “{ANSWERS_ONLY}”:")
    say()
    rows = []
    for name in fisca:
        slower = [t / o for t, o in zip(times[name], times[ANSWERS_ONLY], strict=True)]
        aim = LEAST_TIMES_FASTER_THAN_OPENFISCA
        said = f"at least {aim}: {verdict(met=mean(slower) >= aim)}"
        rows.append([name, *(f"{r:,.0f}" for r in [*slower, mean(slower)]), said])
    table(["contender", *heads, "mean", "target"], rows)


def report_imports(times: Mapping[str, tuple[float, float]]) -> None:
    """The import times, and their ratios to the dependencies' own."""
    base_alone, base_whole = next(iter(times.values()))
    say("Import, milliseconds, best of fresh interpreters:")
    say()
    rows = []
    for k, (statement, (alone, whole)) in enumerate(times.items()):
        inside, outside = alone / base_alone, whole / base_whole
        cells = (f"{alone:.1f}", f"{inside:.2f}", f"{whole:.1f}", f"{outside:.2f}")
        aim = MOST_TIMES_FOR_IMPORT
        words = [verdict(met=ratio <= aim) for ratio in (inside, outside)]
        said = f"at most {aim}: import {words[0]}, process {words[1]}" if k == 1 else ""
        rows.append([f"`{statement}`", *cells, said])
    table(["statement", "import", "ratio", "whole process", "ratio", "target"], rows)


def main(arguments: list[str] | None = None) -> None:
    """Check, time, report."""
    parser = argparse.ArgumentParser(prog="python -m bench.run", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer and shorter readings")
    quick = parser.parse_args(arguments).quick
    effort = Effort(0.003, 25) if quick else Effort(0.005, 150)

    ours = twelve_benefits()
    prepared = prepare(ours, Student, on=ON, answers=ANSWERS)
    rules = None
    if importlib.util.find_spec("openfisca_core"):
        from . import openfisca_rules

        rules = openfisca_rules.system()
    else:
        say('OpenFisca is not installed and left out: pip install -e ".[bench]"')
    agreed = check(prepared, rules, count=200 if quick else 2000)
    say(f"Python {platform.python_version()} on {platform.machine()}; {ON}; {len(RULES)} benefits.")
    say(f"All contenders agree on {agreed} students.")
    say()

    times: dict[str, list[float]] = {}
    for case in CASES:
        best = readings(calls(case, ours, prepared, rules), effort)
        if rules is not None:
            best["OpenFisca, calculate alone"] = calculations(rules, case, effort)
        for name, took in best.items():
            times.setdefault(name, []).append(took)
    report_students(times)
    say()
    report_imports(
        imports(
            (
                "import attrs, pendulum",
                "import jiaoyu_fupin",
                "import jiaoyu_fupin; jiaoyu_fupin.policy('ganzhou-2015')",
            ),
            3 if quick else 10,
        )
    )


if __name__ == "__main__":
    main()
