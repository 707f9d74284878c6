"""Tiers by name: a clause's id stands for the only tier that the clause has."""

from __future__ import annotations

from collections.abc import Iterable

from ..clauses.marks import clause_of
from ..clauses.pairing import PairingRule
from ..values.errors import CallError, Code, Problem, unknown_name


def tier_named(name: object, rules: Iterable[PairingRule]) -> PairingRule:
    """The tier that has this id, or is the only one of the clause that has it.

    Raises:
        CallError: The tier is not known, or the clause has several: they are named.
    """
    if not isinstance(name, str):
        kind = type(name).__name__
        raise CallError(Problem(Code.WRONG_TYPE, "tier", kind, "expected the id of a tier"))
    by_id = {rule.id: rule for rule in rules}
    if name in by_id:
        return by_id[name]
    of_clause = [rule for rule in by_id.values() if clause_of(rule.id) == name]
    if len(of_clause) == 1:
        return of_clause[0]
    if not of_clause:
        raise CallError(unknown_name("tier", name, by_id))
    expected = "expected one of the clause's tiers: " + ", ".join(r.id for r in of_clause)
    raise CallError(Problem(Code.UNKNOWN_NAME, "tier", name, expected))
