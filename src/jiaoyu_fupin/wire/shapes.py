"""How single values and lists of them are read from JSON and written to it, strictly and without loss."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any, NoReturn

import attrs
import pendulum

from ..values.errors import WITHHELD, Code, DataError, Problem, did_you_mean
from ..values.label import Label
from ..values.plain import is_day, is_number, is_whole
from .faults import Faults, fault, step_to, type_word


@attrs.frozen
class Shape:
    """How values of one type are read and written.

    Attributes:
        read: From what JSON holds to the value.
        write: From the value to what JSON holds.
    """

    read: Callable[[object], Any]
    write: Callable[[Any], object]


# ── single values ─────────────────────────────────────────────────────────────────────────────────────────────────


def _wrong(code: Code, value: object, expected: str) -> NoReturn:
    raise fault(code, value, expected)


def _write_text(value: object) -> object:
    if not isinstance(value, str):
        _wrong(Code.WRONG_TYPE, value, "expected text")
    try:
        value.encode()
    except UnicodeEncodeError:  # half of a sign, which JSON can spell and no file can hold
        _wrong(Code.BAD_ENCODING, value, "expected text of whole signs that UTF-8 can hold")
    return value


def _write_whole(value: object) -> object:
    return value if is_whole(value) else _wrong(Code.WRONG_TYPE, value, "expected a whole number")


def _write_flag(value: object) -> object:
    return (
        value
        if isinstance(value, bool)
        else _wrong(Code.BAD_BOOLEAN, value, "expected true or false")
    )


TEXT = Shape(_write_text, _write_text)
WHOLE = Shape(_write_whole, _write_whole)
FLAG = Shape(_write_flag, _write_flag)

_DECIMAL = re.compile(r"-?\d{1,40}(\.\d{1,40})?(E[+-]?\d{1,3})?", re.ASCII)
_A_DECIMAL = 'expected an exact number as text, such as "12.50"'


def read_decimal(value: object) -> Decimal:
    """An exact number out of its text.

    Raises:
        DataError: It is not an amount as text; a JSON number is refused, since readers of JSON make floats of them.
    """
    if isinstance(value, str) and _DECIMAL.fullmatch(value):
        return Decimal(value)
    raise fault(Code.BAD_MONEY, value, _A_DECIMAL, "put it in quotes" if is_number(value) else "")


def _write_decimal(value: object) -> str:
    if isinstance(value, Decimal) and _DECIMAL.fullmatch(str(value)):
        return str(value)
    return _wrong(Code.BAD_MONEY, value, "expected a finite Decimal")


def write_yuan(value: object) -> str:
    """An amount in yuan as text with two decimals, or with as many as it takes."""
    if (
        isinstance(value, Decimal)
        and value.is_finite()
        and abs(value) < 10**20
        and value == round(value, 2)
    ):
        return f"{value:.2f}"
    return _write_decimal(value)


DECIMAL = Shape(read_decimal, _write_decimal)
YUAN = Shape(read_decimal, write_yuan)

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)


def read_day(value: object) -> pendulum.Date:
    """A calendar date out of its text, such as 2016-09-01.

    Raises:
        DataError: It is not a date as text.
    """
    if isinstance(value, str) and (found := _DAY.fullmatch(value)):
        try:
            return pendulum.date(*map(int, found.groups()))
        except ValueError:
            pass
    raise fault(Code.BAD_DATE, value, 'expected a date such as "2016-09-01"')


def write_day(value: object) -> str:
    """A calendar date as text."""
    if is_day(value):
        return value.isoformat()
    return _wrong(Code.BAD_DATE, value, "expected a calendar date")


DAY = Shape(read_day, write_day)

_FRACTION = re.compile(r"\d{1,40}(/[1-9]\d{0,39})?", re.ASCII)


def _read_fraction(value: object) -> Fraction:
    if isinstance(value, str) and _FRACTION.fullmatch(value):
        return Fraction(value)
    raise fault(Code.BAD_NUMBER, value, 'expected a share as text, such as "1/3"')


def _write_fraction(value: object) -> str:
    if isinstance(value, Fraction) and value >= 0:
        return str(value)
    return _wrong(Code.BAD_NUMBER, value, "expected a share as Fraction, not negative")


FRACTION = Shape(_read_fraction, _write_fraction)


def member_of(members: type[Enum]) -> Shape:
    """One of a closed list, by its canonical name."""
    by_value = {member.value: member for member in members}
    spellings = {name: member for member in members for name in (member.name, member.name.lower())}
    spellings |= {member.zh: member for member in members if isinstance(member, Label)}

    def read(value: object) -> Enum:
        if isinstance(value, str) and value in by_value:
            return by_value[value]
        hint = ""
        if isinstance(value, str):
            known = spellings.get(value)
            hint = f"write {known.value}" if known else did_you_mean(value, by_value)
        raise fault(Code.BAD_LABEL, value, f"expected a label of {members.__name__}", hint)

    def write(value: object) -> object:
        if isinstance(value, members):
            return value.value
        return _wrong(Code.BAD_LABEL, value, f"expected a {members.__name__}")

    return Shape(read, write)


def name_of(things: Mapping[str, type], what: str, remedy: str = "") -> Shape:
    """A class, by its name in a table; `remedy` says how one that is not in it gets there."""
    names = {thing: name for name, thing in things.items()}

    def read(value: object) -> type:
        if isinstance(value, str) and value in things:
            return things[value]
        hint = did_you_mean(value, things) if isinstance(value, str) else ""
        raise fault(Code.UNKNOWN_NAME, value, f"expected {what}", hint or remedy.format(value))

    def write(value: type) -> str:
        if value in names:
            return names[value]
        raise fault(
            Code.UNKNOWN_NAME, value.__name__, f"expected {what}", remedy.format(value.__name__)
        )

    return Shape(read, write)


# ── made of others ────────────────────────────────────────────────────────────────────────────────────────────────


def withheld(shape: Shape) -> Shape:
    """The same, but no fault shows the value: it identifies a person."""

    def read(value: object) -> object:
        faults = Faults()
        result = faults.part("", shape.read, value)
        faults.found = [
            attrs.evolve(p, value=None if p.value is None else WITHHELD, suggestion="")
            for p in faults.found
        ]
        faults.stop()
        return result

    return Shape(read, shape.write)


def optional(shape: Shape) -> Shape:
    """The same, or null for None."""
    return Shape(
        lambda value: None if value is None else shape.read(value),
        lambda value: None if value is None else shape.write(value),
    )


def array(value: object) -> list[object]:
    """A JSON array.

    Raises:
        DataError: It is of another type; its content is not shown.
    """
    if isinstance(value, list):
        return value
    if isinstance(value, tuple):  # what a caller's own Python holds
        return list(value)
    raise DataError(
        Problem(Code.WRONG_TYPE, "$", None, f"expected an array, not {type_word(value)}")
    )


class Doubled(dict[str, object]):
    """A JSON object in which some key stands twice.

    Attributes:
        twice: These keys.
    """

    twice: tuple[str, ...] = ()


def pairs(items: list[tuple[str, object]]) -> dict[str, object]:
    """The object that a JSON reader has found, with the keys that stand twice remembered."""
    made = dict(items)
    if len(made) == len(items):
        return made
    doubled = Doubled(made)
    keys = [key for key, _ in items]
    doubled.twice = tuple(key for key in made if keys.count(key) > 1)
    return doubled


def an_object(value: object) -> Mapping[str, object]:
    """A JSON object, no key of which stands twice.

    Raises:
        DataError: It is of another type; its content is not shown.
    """
    if not isinstance(value, Mapping):
        raise DataError(
            Problem(Code.WRONG_TYPE, "$", None, f"expected an object, not {type_word(value)}")
        )
    if not all(isinstance(key, str) for key in value):
        raise DataError(
            Problem(Code.WRONG_TYPE, "$", None, "expected an object whose keys are text")
        )
    if isinstance(value, Doubled):
        raise DataError(
            Problem(Code.DUPLICATE, f"${step_to(key)}", None, "expected each key once")
            for key in value.twice
        )
    return value


def tuple_of(item: Shape) -> Shape:
    """Any number of values of one shape, as an array."""

    def read(value: object) -> tuple[object, ...]:
        faults = Faults()
        found = tuple(faults.part(f"[{k}]", item.read, part) for k, part in enumerate(array(value)))
        faults.stop()
        return found

    return Shape(read, lambda value: [item.write(part) for part in value])


def row_of(*items: Shape) -> Shape:
    """Some values, each of a shape of its own, as an array."""

    def read(value: object) -> tuple[object, ...]:
        parts = array(value)
        if len(parts) != len(items):
            raise fault(Code.WRONG_TYPE, len(parts), f"expected an array of {len(items)} values")
        faults = Faults()
        found = tuple(
            faults.part(f"[{k}]", i.read, p)
            for k, (i, p) in enumerate(zip(items, parts, strict=True))
        )
        faults.stop()
        return found

    return Shape(read, lambda value: [i.write(p) for i, p in zip(items, value, strict=True)])
