"""Values hold what their fields are declared to hold: the check that constructors of policies' parts share.

The declared types are the rule: `hedges: tuple[Hedge, ...]` is checked item by item, `Annotated[int, Limits(0)]` as a
number from 0. So a field that is added is checked without another word.
"""

from __future__ import annotations

import functools
import types
import typing
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Annotated, Any, Final, TypeVar, Union

import attrs
import pendulum

from .errors import Code, Problem, RuleError, did_you_mean
from .label import Label
from .plain import is_day, is_whole
from .terms import FIRST_BIRTH_YEAR, LAST_YEAR

MOST_WHOLE: Final = 10**15
"""No whole number of a policy reaches this."""

MAY_BE_BLANK: Final = "may be blank"
"""The key of a field's metadata that allows text without a sign in it."""


@attrs.frozen
class Limits:
    """Between which whole numbers a field's value lies: ``Annotated[int, Limits(1949, 2100)]``."""

    least: int
    most: int | None = None

    def __str__(self) -> str:
        upper = "" if self.most is None else f" to {self.most}"
        return f"a whole number from {self.least}{upper}"


def listed(items: Any) -> Any:
    """Some items as a tuple; what has no items in order is left alone, and the check will refuse it."""
    no_list = isinstance(items, str | bytes | bytearray | Mapping | AbstractSet | type)
    return items if no_list or not isinstance(items, Iterable) else tuple(items)


def refuse(where: str, problems: list[Problem]) -> None:
    """Refuse a value that any problem was found with.

    Raises:
        RuleError: With the problems; those without a place of their own get `where`.
    """
    if problems:
        raise RuleError(attrs.evolve(p, where=p.where or where) for p in problems)


def check_fields(value: object, where: str = "") -> None:
    """Refuse an attrs value any of whose fields holds what it is not declared to hold.

    Args:
        value: The value, its fields filled.
        where: What messages call it; the name of its class where nothing is given.

    Raises:
        RuleError: With a problem for each field, or item of a field, that does not fit.
    """
    refuse(where or type(value).__name__, misfits(value))


def misfits(value: object) -> list[Problem]:
    """A problem for each field of an attrs value, or item of one, that holds another type than it is declared with."""
    found: list[Problem] = []
    kind: Any = type(value)
    for name, (hint, default, blank) in _declared(kind).items():
        held = getattr(value, name)
        if held is default or fits(held, hint) or (blank and isinstance(held, str)):
            continue
        found += _problems(name, held, hint)
    return found


@functools.cache
def _declared(kind: Any) -> Mapping[str, tuple[Any, object, bool]]:
    """Of each field its type, its default and whether it may be blank."""
    hints = typing.get_type_hints(kind, include_extras=True)
    return types.MappingProxyType(
        {
            f.name: (hints[f.name], f.default, bool(f.metadata.get(MAY_BE_BLANK)))
            for f in attrs.fields(kind)
        }
    )


# ── what fits ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _is_union(hint: Any) -> bool:
    return typing.get_origin(hint) is Union or isinstance(hint, types.UnionType)


def _members(hint: Any) -> tuple[Any, ...]:
    """The types that a type stands for: of a union each, also inside of its parts."""
    if isinstance(hint, TypeVar):
        return _members(hint.__bound__ or object)
    if _is_union(hint):
        return tuple(m for part in typing.get_args(hint) for m in _members(part))
    return (hint,)


def _item(hint: Any) -> Any:
    """The type of each item where a type is a tuple of any number of items, else None."""
    args = typing.get_args(hint)
    return args[0] if typing.get_origin(hint) is tuple and args[-1] is Ellipsis else None


def fits(value: object, hint: Any) -> bool:
    """Whether a value is of a declared type."""
    if isinstance(hint, type) and not isinstance(hint, types.GenericAlias):
        return _is_a(value, hint)
    members = _members(hint)
    return any(_fits_one(value, m) for m in members)


def _fits_one(value: object, hint: Any) -> bool:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin is None:
        return hint is Any or _is_a(value, hint)
    if origin is Annotated:
        kind, *rest = args
        return fits(value, kind) and all(_inside(value, limits) for limits in rest)
    if origin is typing.Literal:
        return any(type(value) is type(a) and value == a for a in args)
    if origin is tuple and args[-1] is Ellipsis:
        return isinstance(value, tuple) and all(fits(item, args[0]) for item in value)
    if origin is tuple:
        right = isinstance(value, tuple) and len(value) == len(args)
        return right and all(map(fits, typing.cast("tuple[object, ...]", value), args))
    if origin is type:
        kinds = _members(args[0])
        return isinstance(value, type) and any(k is Any or issubclass(value, k) for k in kinds)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        key, held = args
        right = isinstance(value, Mapping)
        items = typing.cast("Mapping[object, object]", value).items() if right else ()
        return right and all(fits(k, key) and fits(v, held) for k, v in items)
    return isinstance(value, origin)


def _inside(value: Any, limits: object) -> bool:
    return not isinstance(limits, Limits) or (
        value >= limits.least and (limits.most is None or value <= limits.most)
    )


def _is_a(value: Any, kind: type) -> bool:
    if kind is int:
        return is_whole(value) and -MOST_WHOLE < value < MOST_WHOLE
    if kind is str:
        return isinstance(value, str) and bool(value.strip())
    if kind is Decimal:
        return isinstance(value, Decimal) and value.is_finite()
    if kind is pendulum.Date:
        right = isinstance(value, pendulum.Date) and is_day(value)
        return right and FIRST_BIRTH_YEAR <= value.year <= LAST_YEAR
    return isinstance(value, kind)


# ── what is said of what does not ─────────────────────────────────────────────────────────────────────────────────


def _problems(name: str, value: object, hint: Any) -> Iterator[Problem]:
    """The problem of one field; where single items of a tuple are wrong, one for each of these."""
    if isinstance(value, tuple):
        for item in filter(None, map(_item, _members(hint))):
            wrong = [(k, part) for k, part in enumerate(value) if not fits(part, item)]
            for k, part in wrong:
                yield from _problems(f"{name}[{k}]", part, item)
            if wrong:
                return
    wanted = described(hint) + (", not None" if value is None else "")
    code = Code.OUT_OF_RANGE if _is_beyond(value, hint) else Code.WRONG_TYPE
    yield Problem(code, "", value, f"expected {name} to be {wanted}", remedy(name, value, hint))


def _is_beyond(value: object, hint: Any) -> bool:
    """Whether a value is of the right type, only too small or too large."""
    kinds = {
        typing.get_args(m)[0] if typing.get_origin(m) is Annotated else m for m in _members(hint)
    }
    if isinstance(value, bool | datetime):
        return False
    return any(k in (int, Decimal, pendulum.Date) and isinstance(value, k) for k in kinds)


def described(hint: Any) -> str:
    """A type in the words of a message."""
    if hint is types.NoneType:
        return "None"
    if isinstance(hint, TypeVar) or _is_union(hint):
        *first, last = dict.fromkeys(map(described, _members(hint)))
        return f"{', '.join(first)} or {last}" if first else last
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin is Annotated:
        return " and ".join(str(limits) for limits in args[1:])
    if origin is typing.Literal:
        return " or ".join(map(repr, args))
    if origin is tuple and args[-1] is Ellipsis:
        return f"a tuple of {described(args[0])}"
    if origin is tuple:
        return f"({', '.join(map(described, args))})"
    if origin is type:
        return f"the class {described(args[0])}"
    if hint is str:
        return "text (str) that is not blank"
    if hint is pendulum.Date:
        return f"a pendulum.Date from {FIRST_BIRTH_YEAR} to {LAST_YEAR}"
    return str(getattr(origin or hint, "__name__", hint))


def remedy(name: str, value: object, hint: Any) -> str:
    """What to write instead, where the mistake is a usual one; empty where it is not."""
    kinds = _members(hint)
    for item in filter(None, map(_item, kinds)):
        if fits(value, item):
            return f"a tuple of one ends in a comma: {name}=(…,)"
        if isinstance(value, str):
            hint = remedy(name, value, item)
            return f"{hint}{'; ' if hint else ''}a tuple of one ends in a comma: {name}=(…,)"
    enums = [k for k in kinds if isinstance(k, type) and issubclass(k, Enum)]
    if isinstance(value, str):
        for kind in enums:
            return _member(value, kind)
        if any(getattr(k, "__name__", "") == "Text" for k in kinds):
            return 'write Text("中文", "English")'
        if pendulum.Date in kinds:
            return "this is text: write pendulum.date(y, m, d)"
    if isinstance(value, float) and any(map(_is_number, kinds)):
        return f'a float is never exact: write Decimal("{value}")'
    if pendulum.Date in kinds and hasattr(value, "first_day"):
        return "write term.first_day for a term"
    if isinstance(value, type) and issubclass(value, Enum) and value in enums:
        return f"write one of its members, such as {next(iter(value))}"
    return ""


def _is_number(kind: Any) -> bool:
    """Whether a type is an exact number, or stands for just one as a figure does."""
    if kind in (Decimal, Fraction):
        return True
    return attrs.has(kind) and [hint for hint, _, _ in _declared(kind).values()] == [Decimal]


def _member(word: str, kind: type[Enum]) -> str:
    words = {spelling: m for m in kind for spelling in (m.name, str(m.value))}
    words |= {m.zh: m for m in kind if isinstance(m, Label)}
    return f"write {words[word]}" if word in words else did_you_mean(word, words)
