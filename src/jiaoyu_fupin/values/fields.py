"""Values hold what their fields are declared to hold: the check that constructors of policies' parts share."""

from __future__ import annotations

import functools
import types
import typing
from collections.abc import Mapping
from typing import Any, Union

import attrs

from .errors import Code, Problem, RuleError


def listed(items: Any) -> Any:
    """Some items as a tuple; text is left alone, for its letters are no items, and the check will refuse it."""
    return items if isinstance(items, str) else tuple(items)


def refuse(where: str, problems: list[Problem]) -> None:
    """Refuse a value that any problem was found with.

    Raises:
        RuleError: With the problems; those without a place of their own get `where`.
    """
    if problems:
        raise RuleError(attrs.evolve(p, where=p.where or where) for p in problems)


def misfits(value: object) -> list[Problem]:
    """A problem for each field of an attrs value that holds another type than it is declared with."""
    found = []
    kind: Any = type(value)
    for name, hint in _hints(kind).items():
        held = getattr(value, name)
        if not _fits(held, hint):
            found.append(
                Problem(Code.WRONG_TYPE, "", held, f"expected {name} to be {_described(hint)}")
            )
    return found


@functools.cache
def _hints(kind: Any) -> Mapping[str, Any]:
    hints = typing.get_type_hints(kind)
    return types.MappingProxyType({f.name: hints[f.name] for f in attrs.fields(kind)})


def _fits(value: object, hint: Any) -> bool:
    origin = typing.get_origin(hint)
    if origin is Union or origin is types.UnionType:
        return any(_fits(value, member) for member in typing.get_args(hint))
    if origin is tuple:
        inner = typing.get_args(hint)[0]
        return isinstance(value, tuple) and all(_fits(item, inner) for item in value)
    if hint is int:
        return isinstance(value, int) and not isinstance(value, bool)
    if hint is str:
        return isinstance(value, str) and bool(value.strip())
    return isinstance(value, hint)


def _described(hint: Any) -> str:
    origin = typing.get_origin(hint)
    if origin is Union or origin is types.UnionType:
        return " or ".join(_described(member) for member in typing.get_args(hint))
    if origin is tuple:
        return f"a tuple of {_described(typing.get_args(hint)[0])}"
    return "None" if hint is types.NoneType else str(hint.__name__)
