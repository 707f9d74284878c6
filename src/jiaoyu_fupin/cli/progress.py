"""``progress``: where the rate targets of a policy stand, by what was observed."""

from __future__ import annotations

import argparse

import pendulum

from ..clauses.policy import Policy
from ..clauses.target import Rate, Target
from ..policies import REGISTRY, policy
from ..rosters import read_observations, write_rejects
from ..rosters.limits import limits_from
from ..targets.progress import progress_everywhere
from ..values.errors import CallError, Code, Problem
from .files import input_file, output_file
from .messages import say, say_later, say_notice, say_problems
from .options import add_date, add_limit, day_of
from .progress_formats import WRITERS
from .sinks import check_output, emit
from .sources import add_policy, policy_given


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument(
        "observations",
        metavar="OBSERVATIONS",
        type=input_file,
        help="CSV, Parquet or xlsx: one row per indicator, place, scope, year and variant",
    )
    add_policy(parser)
    add_date(parser)
    parser.add_argument(
        "--encoding", default="utf-8", help="of a CSV file: utf-8 (default) or gb18030"
    )
    add_limit(parser)
    parser.add_argument(
        "--rejects",
        type=output_file,
        metavar="FILE",
        help="answer from the good rows, and set the others aside in this CSV file with their reasons",
    )
    parser.add_argument(
        "--format",
        choices=tuple(WRITERS),
        default="table",
        help="a table for people (default), or rows for programs",
    )
    parser.add_argument(
        "--output", type=output_file, metavar="FILE", help="instead of standard output"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Answer from a file of observations; 1 when rows were set aside."""
    if args.format == "xlsx" and args.output is None:
        expected = "expected --output FILE: xlsx is not for standard output"
        raise CallError(Problem(Code.WRONG_CALL, "--format xlsx", None, expected))
    check_output(args.output)
    return answer(args, policy_given(args.policy), day_of(args))


def answer(args: argparse.Namespace, policy_: Policy, on: pendulum.Date) -> int:
    """The same for a policy and a date."""
    targets = rate_targets(policy_)
    observed = read_observations(
        args.observations,
        territory=policy_.territory,
        encoding=args.encoding,
        limits=limits_from(args.limit),
        on_error="stop" if args.rejects is None else "set_aside",
    )
    say_problems(observed.problems)
    for notice in observed.notices:
        say_notice(notice)
    say_later(policy_, on)
    if args.rejects is not None:
        write_rejects(observed, args.rejects)
        if observed.rejects:
            say(f"已剔除 set aside: {len(observed.rejects)} / {observed.rows_read} 行 rows")
    found = progress_everywhere(targets, observed.observations, on=on, places=observed.places)
    emit(WRITERS[args.format](found, policy_, on), args.output)
    return 1 if observed.rejects else 0


def rate_targets(policy_: Policy) -> tuple[Target, ...]:
    """The targets of a policy that are about an indicator, in the order of its clauses.

    Raises:
        CallError: It has none.
    """
    targets = tuple(t for t in policy_.effects(Target) if isinstance(t.aim, Rate))
    if not targets:
        have = ", ".join(id_ for id_ in REGISTRY if _has_rates(policy(id_)))
        expected = "expected a policy with targets for an indicator"
        hint = f"of the library's these have some: {have}" if have else ""
        raise CallError(Problem(Code.WRONG_CALL, "--policy", policy_.id, expected, hint))
    return targets


def _has_rates(policy_: Policy) -> bool:
    return any(isinstance(t.aim, Rate) for t in policy_.effects(Target))
