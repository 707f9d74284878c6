"""Tiers by name, as calls give them: a tier, its id, or the id of a clause for the tiers that the clause has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..clauses.marks import clause_of
from ..clauses.pairing import PairingRule
from ..values.errors import CallError, Code, Problem, unknown_name
from ..values.given import require, several, wrong_type
from ..values.plain import is_whole


def _by_name(rules: Iterable[PairingRule]) -> Mapping[str, tuple[PairingRule, ...]]:
    """The tiers that each id stands for: a tier's own, or a clause's."""
    found: dict[str, dict[str, PairingRule]] = {}
    for rule in rules:
        for name in (rule.id, clause_of(rule.id)):
            found.setdefault(name, {})[rule.id] = rule
    return {name: tuple(tiers.values()) for name, tiers in found.items()}


def _named(name: object, rules: Iterable[PairingRule], what: str) -> PairingRule | Problem:
    """The tier that has this id, or is the only one of the clause that has it; what is wrong where there is none."""
    if not isinstance(name, str):
        return wrong_type(what, name, str)
    known = _by_name(rules)
    tiers = known.get(name, ())
    own = [tier for tier in tiers if tier.id == name] or tiers
    if not own:
        return unknown_name("tier", name, known)
    if len(own) == 1:
        return own[0]
    expected = "expected one of the clause's tiers: " + ", ".join(tier.id for tier in own)
    return Problem(Code.UNKNOWN_NAME, what, name, expected)


def tier_named(name: object, rules: Iterable[PairingRule]) -> PairingRule:
    """The tier that has this id, or is the only one of the clause that has it.

    Raises:
        CallError: The tier is not known, or the clause has several: they are named.
    """
    found = _named(name, rules, "tier")
    if isinstance(found, Problem):
        raise CallError(found)
    return found


def tiers_named(rules: Any, known: Iterable[PairingRule]) -> frozenset[str]:
    """The ids of the tiers that a call names: by tiers themselves, their ids, or a clause's for all its tiers.

    Args:
        rules: What the call was given.
        known: The tiers that an id may name.

    Raises:
        CallError: It is text, or an item is neither a tier nor an id that names one.
    """
    names = _by_name(known)
    chosen: set[str] = set()
    problems: list[Problem] = []
    for place, rule in enumerate(several("rules", rules)):
        if isinstance(rule, PairingRule):
            chosen.add(rule.id)
        elif not isinstance(rule, str):
            problems.append(wrong_type(f"rules[{place}]", rule, (PairingRule, str)))
        elif rule in names:
            chosen |= {tier.id for tier in names[rule]}
        else:
            problems.append(unknown_name("tier", rule, names))
    if problems:
        raise CallError(problems)
    return frozenset(chosen)


def caps_given(caps: Any, known: Iterable[PairingRule]) -> Mapping[str, int]:
    """The caps that a call was given, by tier; a clause's id stands for its only tier.

    Args:
        caps: What the call was given.
        known: The tiers that an id may name, with links or without.

    Raises:
        CallError: A cap is none, or an id names no tier, or several.
    """
    require(caps=(caps, Mapping))
    rules = tuple(known)
    found: dict[str, int] = {}
    problems: list[Problem] = []
    for name, cap in caps.items():
        tier = _named(name, rules, "caps")
        if isinstance(tier, Problem):
            problems.append(tier)
        elif tier.id in found:
            expected = f"expected one cap for {tier.id}"
            problems.append(Problem(Code.DUPLICATE, "caps", name, expected))
        if not is_whole(cap, least=1):
            expected = "expected a whole number from 1"
            problems.append(Problem(Code.OUT_OF_RANGE, f"caps[{name}]", cap, expected))
        elif isinstance(tier, PairingRule):
            found.setdefault(tier.id, cap)
    if problems:
        raise CallError(problems)
    return found
