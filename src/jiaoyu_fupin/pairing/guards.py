"""What a call about pairings may be given: refused with a name and a remedy before anything is computed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pendulum

from ..clauses.marks import clause_of
from ..clauses.pairing import PairingRule
from ..values.errors import CallError, Code, Problem, did_you_mean, unknown_name
from ..values.plain import is_day, is_digits, is_whole
from ..values.terms import as_date

PLACE_DIGITS = (2, 4, 6)
"""How many digits the code of a province, a city and a county has."""


def require(**asked: tuple[object, type | tuple[type, ...]]) -> None:
    """Refuse arguments of a wrong type; all of them are named.

    Raises:
        CallError: With one problem for each.
    """
    problems = [
        wrong_type(name, value, kinds)
        for name, (value, kinds) in asked.items()
        if not isinstance(value, kinds)
    ]
    if problems:
        raise CallError(problems)


def wrong_type(name: str, value: object, kinds: type | tuple[type, ...]) -> Problem:
    """The problem of an argument of another type; what it holds is not shown."""
    every = kinds if isinstance(kinds, tuple) else (kinds,)
    expected = " or ".join("None" if k is type(None) else k.__name__ for k in every)
    return Problem(Code.WRONG_TYPE, name, type(value).__name__, f"expected {expected}")


def day_given(name: str, value: object) -> pendulum.Date:
    """A calendar date that a call was given.

    Raises:
        CallError: It is not a calendar date; a moment in time has no one date.
    """
    if not is_day(value):
        hint = "write pendulum.date(2017, 12, 31)"
        expected = "expected a calendar date"
        raise CallError(Problem(Code.WRONG_TYPE, name, type(value).__name__, expected, hint))
    return as_date(value)


def code_given(name: str, value: object, digits: Iterable[int] = PLACE_DIGITS) -> str:
    """A place's code that a call was given.

    Raises:
        CallError: It is no code of so many digits.
    """
    lengths = tuple(digits)
    if is_digits(value, *lengths):
        return value
    expected = f"expected a code of {' or '.join(map(str, lengths))} digits"
    shown = value if isinstance(value, str) else type(value).__name__
    raise CallError(Problem(Code.BAD_CODE, name, shown, expected))


def listed_given(name: str, value: Any) -> tuple[Any, ...]:
    """Several items that a call was given; text is refused, for its letters are no items.

    Raises:
        CallError: It is text, or nothing that has items.
    """
    if isinstance(value, (str, bytes)):
        hint = f"write {name}=[…]"
        raise CallError(Problem(Code.WRONG_TYPE, name, value, "expected several, in a list", hint))
    if not isinstance(value, Iterable):
        expected = "expected several, in a list"
        raise CallError(Problem(Code.WRONG_TYPE, name, type(value).__name__, expected))
    return tuple(value)


def rules_given(rules: Any) -> tuple[PairingRule, ...]:
    """Tiers that a call was given.

    Raises:
        CallError: They are no tiers.
    """
    given = listed_given("rules", rules)
    problems = [
        wrong_type(f"rules[{place}]", rule, PairingRule)
        for place, rule in enumerate(given)
        if not isinstance(rule, PairingRule)
    ]
    if problems:
        raise CallError(problems)
    return given


def tiers_named(rules: Any, known: Iterable[PairingRule]) -> frozenset[str]:
    """The ids of the tiers that a call names: by tiers themselves, their ids, or a clause's for all its tiers.

    Args:
        rules: What the call was given.
        known: The tiers that an id may name.

    Raises:
        CallError: It is text, or an item is neither a tier nor an id that names one.
    """
    ids = [rule.id for rule in known]
    names = {*ids, *map(clause_of, ids)}
    chosen: set[str] = set()
    problems: list[Problem] = []
    for place, rule in enumerate(listed_given("rules", rules)):
        if isinstance(rule, PairingRule):
            chosen.add(rule.id)
        elif not isinstance(rule, str):
            problems.append(wrong_type(f"rules[{place}]", rule, (PairingRule, str)))
        elif rule in names:
            chosen |= {id_ for id_ in ids if rule in {id_, clause_of(id_)}}
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
        CallError: A cap is not a whole number from 1, or an id names no tier, or several.
    """
    require(caps=(caps, Mapping))
    ids = list(dict.fromkeys(rule.id for rule in known))
    found: dict[str, int] = {}
    problems: list[Problem] = []
    for name, cap in caps.items():
        tiers = [name] if name in ids else [id_ for id_ in ids if clause_of(id_) == name]
        if not isinstance(name, str):
            problems.append(wrong_type("caps", name, str))
        elif not tiers:
            problems.append(unknown_name("tier", name, {*ids, *map(clause_of, ids)}))
        elif len(tiers) > 1:
            expected = "expected one tier, for the clause has several"
            problems.append(
                Problem(Code.WRONG_CALL, "caps", name, expected, did_you_mean(name, tiers))
            )
        elif tiers[0] in found:
            expected = f"expected one cap for {tiers[0]}"
            problems.append(Problem(Code.DUPLICATE, "caps", name, expected))
        if not is_whole(cap, least=1):
            expected = "expected a whole number from 1"
            problems.append(Problem(Code.OUT_OF_RANGE, f"caps[{name}]", cap, expected))
        elif len(tiers) == 1:
            found.setdefault(tiers[0], cap)
    if problems:
        raise CallError(problems)
    return found
