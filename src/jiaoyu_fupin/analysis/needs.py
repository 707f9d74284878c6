"""Which facts a policy may ask of a kind of subject."""

from __future__ import annotations

from ..clauses.policy import Policy
from ..people import Subject, key_of
from ..people.fact import specs
from ..rules.ast import handles_in


def facts_needed(policy: Policy, subject: type[Subject]) -> tuple[str, ...]:
    """The facts that the policy's benefits for one kind of subject may ask on any date, the subject's id first."""
    parts = [(b.place, b.when, b.amount) for b in policy.benefits(subject)]
    asked = {handle.name for handle in handles_in(tuple(parts))}
    own = sorted(asked - set(specs(subject)))
    return (key_of(subject), *(name for name in specs(subject) if name in asked), *own)
