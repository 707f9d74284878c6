"""``show``: one clause with everything that is known of it."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import get_args

from ..clauses.marks import clause_of
from ..clauses.measure import Measure
from ..clauses.policy import Policy
from ..sentences import measure_lines
from ..values.errors import CallError, Code, Problem, unknown_name
from ..values.text import Lang
from .sinks import emit_text
from .sources import add_policy, add_source, policies_given, source_given


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument(
        "clause", metavar="CLAUSE_ID", help="a clause's id, or a benefit's, such as GX-8.2a"
    )
    add_policy(parser, required=False)
    add_source(parser)
    parser.add_argument(
        "--lang", choices=get_args(Lang), help="one language (default: both, Chinese first)"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Show a clause; 1 when something is wrong with the plan's text."""
    measure, owner = clause(args.clause.strip(), policies_given(args.policy))
    chosen: tuple[Lang, ...] = get_args(Lang) if args.lang is None else (args.lang,)
    sources, well = source_given(args, (owner,))
    source = sources.get(owner.id)
    shown = ("\n".join(measure_lines(measure, owner, lang, source)) for lang in chosen)
    emit_text("\n\n".join(shown))
    return 0 if well else 1


def clause(id_: str, policies: Iterable[Policy]) -> tuple[Measure, Policy]:
    """A clause of one of some policies, by its own id or that of something it does.

    Raises:
        CallError: No policy has such a clause (the nearest ids are named), or several have.
    """
    known: dict[str, list[tuple[Measure, Policy]]] = {}
    for policy in policies:
        for measure in policy.measures:
            for name in dict.fromkeys((measure.id, *(e.id for e in measure.effects))):
                known.setdefault(name, []).append((measure, policy))
    folded = {name.casefold(): name for name in known}
    name = folded.get(id_.casefold(), id_)
    found = known.get(name, [])
    if len(found) == 1:
        return found[0]
    if found:
        owners = ", ".join(policy.id for _, policy in found)
        expected = f"expected a clause of one policy; {owners} have one"
        hint = "name the policy with --policy"
        raise CallError(Problem(Code.CONFLICT, "clause", id_, expected, hint))
    if clause_of(name) in known:
        effects = (other for other in known if clause_of(other) != other)
        raise CallError(unknown_name(f"effect of {clause_of(name)}", id_, effects))
    raise CallError(unknown_name("clause", id_, known))
