"""What is wrong with a document: where, what was expected, and never whom it is about.

A fault is a `DataError` whose places start at ``$``, the value being read; whoever holds the value puts the rest of
the path in front. Errors are raised where no other is being handled, so that none hangs on to a value it withholds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import attrs
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)

from ..values.errors import Code, DataError, FupinError, Problem, clip, did_you_mean

T = TypeVar("T")


def type_word(value: object) -> str:
    """What sort of thing JSON holds, in words."""
    words: dict[type, str] = {
        bool: "true or false",
        str: "text",
        int: "a number",
        float: "a number",
        type(None): "null",
    }
    words |= {list: "an array", dict: "an object"}
    return words.get(type(value), f"a {type(value).__name__}")


def fault(code: Code, value: object, expected: str, suggestion: str = "") -> DataError:
    """The error of one value that does not fit; of an object or array only that it is one is told."""
    if value is None or isinstance(value, dict | list):
        value, expected = None, f"{expected}, not {type_word(value)}"
    return DataError(Problem(code, "$", value, expected, suggestion))


def below(problem: Problem, step: str) -> Problem:
    """A problem one step further down: `step` is put between ``$`` and the rest of its place."""
    return attrs.evolve(problem, where=f"${step}{problem.where[1:]}")


def step_to(key: str) -> str:
    """The step of a path that leads to a key."""
    return f".{key}" if key.isidentifier() else f"[{clip(key)}]"


_PLACE_IN_WORDS = re.compile(r"\((\w+)\)((?:\[\d+\])?)", re.ASCII)


def _placed(problem: Problem) -> Problem:
    """A constructor's problem, whose place is in words such as ``学段 (stage)``, with the place as a path."""
    if problem.where.startswith("$"):
        return problem
    if found := re.search(f"{_PLACE_IN_WORDS.pattern}$", problem.where, re.ASCII):
        return attrs.evolve(problem, where=f"$.{found[1]}{found[2]}")
    prefix = f"{problem.where}: " if problem.where else ""
    return attrs.evolve(problem, where="$", expected=prefix + problem.expected)


def problems(error: Exception) -> tuple[Problem, ...]:
    """All that is wrong, one problem a fault, out of an error raised while a converter read something.

    The error may be this library's or the group of errors that cattrs raises for a class of the caller's own that
    holds one of this library's; places are paths from ``$``, the value that was read.
    """
    match error:
        case FupinError():
            return tuple(map(_placed, error.problems))
        case BaseValidationError():
            return tuple(below(p, _step(e)) for e in error.exceptions for p in problems(e))
        case ForbiddenExtraKeysError():
            known = [field.name for field in attrs.fields(error.cl)] if attrs.has(error.cl) else []
            return tuple(unknown_key(key, known) for key in sorted(error.extra_fields))
        case KeyError():
            return (Problem(Code.REQUIRED, "$", None, "expected a value"),)
        case _:
            # its text is not ours and might show what must not be shown
            return (Problem(Code.BAD_DOCUMENT, "$", None, "expected a value that fits"),)


def _step(error: BaseException) -> str:
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return step_to(note.name)
        if isinstance(note, IterableValidationNote):
            return f"[{note.index!r}]"
    return ""


def unknown_key(key: str, known: Iterable[str]) -> Problem:
    """The problem of a key that nothing is known by."""
    return Problem(
        Code.UNKNOWN_NAME,
        f"${step_to(key)}",
        None,
        "expected a known key",
        did_you_mean(key, known),
    )


class Faults:
    """Gathers the problems of the parts of one value, so that all are told at once."""

    def __init__(self) -> None:
        self.found: list[Problem] = []

    def part(self, step: str, read: Callable[[Any], T], value: object) -> T | None:
        """What is read from one part; None where it cannot be, with the problems kept."""
        try:
            return read(value)
        except (ValueError, BaseValidationError) as error:
            self.found += [below(p, step) for p in problems(error)]
            return None

    def stop(self) -> None:
        """Raise what was found, if anything was."""
        if self.found:
            raise DataError(self.found)
