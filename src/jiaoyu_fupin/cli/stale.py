"""``stale``: the figures of a policy that a higher national standard has overtaken."""

from __future__ import annotations

import argparse
import re

from ..analysis.ageing import Stale, overtaken, stale
from ..clauses.policy import Policy
from ..values.errors import CallError, Code, Problem
from .messages import say
from .options import add_date, day_of
from .sinks import emit_text
from .sources import add_policy, policies_given


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    add_policy(parser, required=False)
    when = add_date(parser)
    when.add_argument(
        "--years", metavar="FIRST-LAST", help="a span of years instead, such as 2010-2026"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """List the figures that have aged on a date, or period by period in a span of years."""
    policies = policies_given(args.policy)
    if args.years is None:
        day = day_of(args)
        rows = [_row(p, old, str(old.since)) for p in policies for old in stale(p, day)]
        when, head = str(day), ("自", "since")
    else:
        first, last = _years(args.years)
        rows = [
            _row(p, old.stale, f"{old.since} – {old.until}")
            for p in policies
            for old in overtaken(p, first, last)
        ]
        when, head = f"{first}–{last}", ("期间", "period")
    named = {row[0] for row in rows}
    for p in policies:
        if p.id not in named:
            say(f"{p.id}: {when}没有过时的金额。 No printed figure is out of date, {when}.")
    if not rows:
        return 0
    from .summary import aligned

    heads = [
        ("方案", "项目", "原文(元)", "现行(元)", head[0], "可靠程度", "标准"),
        ("policy", "benefit", "printed", "in force", head[1], "certainty", "standard"),
    ]
    # whoever named the policy knows whose figures they are
    first_column = 0 if args.policy is None else 1
    table = [row[first_column:] for row in (*heads, *rows)]
    emit_text("\n".join(aligned(table, right=(2 - first_column, 3 - first_column))))
    return 0


def _row(owner: Policy, old: Stale, period: str) -> tuple[str, ...]:
    return (
        owner.id,
        f"{old.benefit} {old.label}".strip(),
        str(old.printed),
        f"平均 average {old.in_force}" if old.average else str(old.in_force),
        period,
        f"{old.certainty.value} {old.certainty.name.lower()}",
        f"{old.standard} {old.document}".strip(),
    )


def _years(written: str) -> tuple[int, int]:
    found = re.fullmatch(r"\s*(\d{4})\s*[-–—]\s*(\d{4})\s*", written, re.ASCII)
    if not found:
        raise CallError(
            Problem(Code.BAD_DATE, "--years", written, "expected two years such as 2010-2026")
        )
    return int(found[1]), int(found[2])
