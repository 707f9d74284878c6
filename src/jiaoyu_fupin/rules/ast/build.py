"""What the constructors of nodes share."""

from __future__ import annotations

from ...values.errors import Code, Problem, RuleError

MOST_YEARS = 200
"""No rule reaches further back or ahead than this."""


def fill(node: object, **fields: object) -> None:
    """Set the fields of a frozen node whose constructor takes any number of parts."""
    for name, value in fields.items():
        object.__setattr__(node, name, value)


def refuse(where: str, value: object, expected: str, suggestion: str = "") -> RuleError:
    """The error of a node that cannot mean anything."""
    return RuleError(Problem(Code.BAD_RULE, where, value, expected, suggestion))
