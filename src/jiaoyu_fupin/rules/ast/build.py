"""What the constructors of nodes share."""

from __future__ import annotations

from ...values.errors import Code, Problem, RuleError
from ...values.fields import check_fields

MOST_YEARS = 200
"""No rule reaches further back or ahead than this."""


def fill(node: object, **fields: object) -> None:
    """Set the fields of a frozen node whose constructor takes any number of parts."""
    for name, value in fields.items():
        object.__setattr__(node, name, value)


def check_parts(node: object, parts: tuple[object, ...]) -> None:
    """Check a node whose constructor takes any number of parts, once they are filled in.

    Raises:
        RuleError: The parts came in brackets of their own, or a field does not fit.
    """
    name = type(node).__name__
    if len(parts) == 1 and isinstance(parts[0], tuple | list | set | frozenset):
        hint = f"leave out the brackets inside: {name}(one, other)"
        raise refuse(name, parts[0], "expected the parts one by one", hint)
    check_fields(node)


def refuse(where: str, value: object, expected: str, suggestion: str = "") -> RuleError:
    """The error of a node that cannot mean anything."""
    return RuleError(Problem(Code.BAD_RULE, where, value, expected, suggestion))
