"""``stale``: the figures of a policy that a higher national standard has overtaken."""

from __future__ import annotations

import argparse

from ..analyse import stale
from ..policies import policy
from .messages import say
from .options import add_date, add_policy, day_of
from .sinks import emit_text


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    add_policy(parser)
    add_date(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """List the figures that have aged on a date."""
    found, day = policy(args.policy), day_of(args)
    rows = [
        (
            f"{old.benefit} {old.label}".strip(),
            str(old.printed),
            str(old.in_force),
            str(old.since),
            f"{old.certainty.value} {old.certainty.name.lower()}",
            f"{old.standard} {old.document}".strip(),
        )
        for old in stale(found, day)
    ]
    if not rows:
        say(f"{found.id}: 至{day}没有过时的金额。 No printed figure is out of date on {day}.")
        return 0
    from .summary import aligned

    heads = [
        ("项目", "原文(元)", "现行(元)", "自", "可靠程度", "标准"),
        ("benefit", "printed", "in force", "since", "certainty", "standard"),
    ]
    emit_text("\n".join(aligned([*heads, *rows], right=(1, 2))))
    return 0
