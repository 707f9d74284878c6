"""``policies``: what policies there are, and what they leave open."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from ..clauses.policy import Policy
from ..people import SUBJECTS
from ..values.spans import Span
from .sinks import emit_text
from .sources import add_policy, policies_given


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    add_policy(parser, required=False)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """List the policies."""
    emit_text("\n\n".join("\n".join(described(p)) for p in policies_given(args.policy)))
    return 0


def described(policy_: Policy) -> Iterator[str]:
    """A policy in a few lines."""
    life, last = policy_.life, policy_.last_target_year
    targets = "" if last is None else f"; targets up to {last}"
    yield f"{policy_.id}  {policy_.title.abreast}"
    yield f"  version {policy_.version}, fingerprint {policy_.fingerprint}"
    yield f"  有效期 life: {_span(life)}{targets}"
    for name, subject in SUBJECTS.items():
        benefits = policy_.benefits(subject)
        if benefits:
            yield f"  {name}:"
        for benefit in benefits:
            yield f"    {benefit.id}  {benefit.title.abreast}"
    if policy_.questions:
        yield "  待答问题 questions left open (--answer):"
    for question in policy_.questions:
        yield f"    {question.name} ({question.takes.value})  {question.text.abreast}"


def _span(life: Span | None) -> str:
    if life is None:
        return "未载明日期 no date printed"
    return f"from {life.since}" if life.until is None else f"from {life.since} to {life.until}"
