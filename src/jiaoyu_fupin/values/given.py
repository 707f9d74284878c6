"""What a call is given: refused with the argument's name and a remedy before anything is computed."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Any, TypeGuard, TypeVar, overload

import attrs
import pendulum

from .errors import CallError, Code, Problem
from .plain import is_day, is_digits
from .terms import FIRST_BIRTH_YEAR, LAST_YEAR, Term, as_date

T = TypeVar("T")


def require(**asked: tuple[object, type | tuple[type, ...]]) -> None:
    """Refuse arguments that are none of the types they are asked to be; all of them are named.

    `Iterable` asks for several items: text is none.

    Raises:
        CallError: With one problem for each.
    """
    problems = [
        not_several(name, value) if kinds is Iterable else wrong_type(name, value, kinds)
        for name, (value, kinds) in asked.items()
        if not (is_several(value) if kinds is Iterable else isinstance(value, kinds))
    ]
    if problems:
        raise CallError(problems)


def wrong_type(name: str, value: object, kinds: type | tuple[type, ...]) -> Problem:
    """The problem of an argument of another type; what it holds is not shown."""
    every = kinds if isinstance(kinds, tuple) else (kinds,)
    names = ["None" if kind is type(None) else kind.__name__ for kind in every]
    return Problem(
        Code.WRONG_TYPE, name, type(value).__name__, f"expected {_an(names[0])}{_or(names[1:])}"
    )


def _an(name: str) -> str:
    return f"{'an' if name[0] in 'AEIOU' else 'a'} {name}" if name != "None" else name


def _or(names: Sequence[str]) -> str:
    return "".join(f" or {name}" for name in names)


def is_several(value: object) -> TypeGuard[Iterable[Any]]:
    """Whether a value has items; text has none, for its letters are no items."""
    return isinstance(value, Iterable) and not isinstance(value, str | bytes)


def not_several(name: str, value: object) -> Problem:
    """The problem of one value where several are asked for; what it holds is not shown."""
    expected = f"expected several {name}, in a list"
    return Problem(Code.WRONG_TYPE, name, type(value).__name__, expected, f"write {name}=[…]")


@overload
def several(name: str, value: object) -> tuple[Any, ...]: ...


@overload
def several(name: str, value: object, kind: type[T]) -> tuple[T, ...]: ...


def several(name: str, value: object, kind: type[Any] = object) -> tuple[Any, ...]:
    """Several items that a call was given, of one type where that is said, as a tuple.

    Raises:
        CallError: It is text, or one value alone, or an item is of another type: every such item is named by its place.
    """
    if not is_several(value):
        raise CallError(not_several(name, value))
    items = tuple(value)
    if problems := strays(name, items, kind):
        raise CallError(problems)
    return items


def strays(name: str, items: Iterable[object], kinds: type | tuple[type, ...]) -> list[Problem]:
    """A problem for each item that is of another type, named by its place."""
    return [
        attrs.evolve(wrong_type(f"{name}[{place}]", item, kinds), item=place)
        for place, item in enumerate(items)
        if not isinstance(item, kinds)
    ]


def day_given(name: str, value: object) -> pendulum.Date:
    """The day that a call was given: a date, or a term's first day.

    Raises:
        CallError: It is neither, or lies in a year that nothing can be computed of.
    """
    if isinstance(value, Term):
        return value.first_day
    if not is_day(value):
        hint = "write pendulum.date(2016, 9, 1)"
        if isinstance(value, datetime.datetime):
            hint += "; a moment in time has no one date"
        expected = "expected a date or a Term"
        raise CallError(Problem(Code.WRONG_TYPE, name, value, expected, hint))
    if not FIRST_BIRTH_YEAR <= value.year <= LAST_YEAR:
        expected = f"expected a date from {FIRST_BIRTH_YEAR} to {LAST_YEAR}"
        raise CallError(Problem(Code.OUT_OF_RANGE, name, str(value), expected))
    return as_date(value)


def code_given(name: str, value: object, *digits: int) -> str:
    """A place's code that a call was given.

    Raises:
        CallError: It is no code of so many digits.
    """
    if is_digits(value, *digits):
        return value
    expected = f"expected a code of {' or '.join(map(str, digits))} digits"
    shown = value if isinstance(value, str) else type(value).__name__
    raise CallError(Problem(Code.BAD_CODE, name, shown, expected))
