"""``show``: one clause with everything that is known of it."""

from __future__ import annotations

import argparse
from typing import get_args

from ..clauses.marks import clause_of
from ..clauses.measure import Measure
from ..clauses.policy import Policy
from ..policies import policy, policy_ids
from ..sentences import measure_lines
from ..values.errors import CallError, unknown_name
from ..values.text import Lang
from .sinks import emit_text


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument(
        "clause", metavar="CLAUSE_ID", help="a clause's id, or a benefit's, such as GX-8.2a"
    )
    parser.add_argument(
        "--lang", choices=get_args(Lang), help="one language (default: both, Chinese first)"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Show a clause."""
    measure, owner = clause(args.clause.strip())
    chosen: tuple[Lang, ...] = get_args(Lang) if args.lang is None else (args.lang,)
    emit_text("\n\n".join("\n".join(measure_lines(measure, owner, lang)) for lang in chosen))
    return 0


def clause(id_: str) -> tuple[Measure, Policy]:
    """A clause of any policy, by its own id or that of something it does.

    Raises:
        CallError: No policy has such a clause; the nearest ids are named.
    """
    owners = {m.id: (m, p) for p in map(policy, policy_ids()) for m in p.measures}
    effects = {e.id: found for found in owners.values() for e in found[0].effects}
    known = {**effects, **owners}
    folded = {name.casefold(): name for name in known}
    name = folded.get(id_.casefold(), id_)
    if name in known:
        return known[name]
    if clause_of(name) in owners:
        raise CallError(unknown_name(f"effect of {clause_of(name)}", id_, effects))
    raise CallError(unknown_name("clause", id_, known))
