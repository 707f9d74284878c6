"""``example``: a made-up county from beginning to end."""

from __future__ import annotations

import argparse
from typing import Final, get_args

import pendulum

from ..answers.prepared import prepare
from ..data import example_roster
from ..people import Student
from ..policies import policy
from ..values.text import Lang
from .assess import answered, read
from .explain import find, remarks, written
from .messages import doubt_lines, one_line
from .options import RosterRequest
from .sinks import emit_text

ON: Final = pendulum.date(2016, 9, 1)
CHILD: Final = "S-0001"
BENEFIT: Final = "GZ-5b"


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument(
        "--lang", choices=get_args(Lang), help="of the explanation (default: both languages)"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Answer the example roster, and explain one answer."""
    from .summary import summary

    ready = prepare(policy("ganzhou-2015"), Student, on=ON)
    call = RosterRequest(
        roster=example_roster(),
        encoding="utf-8",
        readies=(ready,),
        blank_is_no=(),
        assuming={},
    )
    roster = read(call, set_aside=True)
    receipt = roster.receipt
    lines = [
        (
            f"虚构县花名册 roster of a made-up county: {receipt.file}, {receipt.rows_read} 行 rows,"
            f" 剔除 set aside: {receipt.rows_set_aside}"
        ),
        *(f"  {one_line(str(problem))}" for problem in roster.problems),
        *(f"  {line}" for line in doubt_lines(roster, call.known)),
        "",
        *summary(answered(roster, ready), ready, call.known),
    ]
    child = find(roster, CHILD)
    found = [e for e in ready.explain(child) if e.benefit.id == BENEFIT]
    chosen: tuple[Lang, ...] = get_args(Lang) if args.lang is None else (args.lang,)
    for lang in chosen:
        lines += ["", written(found, remarks(call, child, ()), lang)]
    emit_text("\n".join(lines))
    return 0
