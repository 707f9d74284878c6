"""Values that are one when their content is, told without asking `==` of what they hold.

A fact in a rule refuses `==` with a label, so that nobody takes it for a comparison. Two policies are compared all the
same: what they hold is taken apart into plain values first, and these are compared.
"""

from __future__ import annotations

import functools
from typing import Any

import attrs


class ByContent:
    """Base of frozen attrs values, declared with ``eq=False``, that are equal when class and content are."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return content(self) == content(other) if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash(content(self))


def content(value: Any) -> Any:
    """A value with all that is compared by content, however deep inside of tuples, taken apart into plain tuples."""
    if isinstance(value, tuple):
        return tuple(map(content, value))
    if isinstance(value, ByContent):
        kind: Any = type(value)
        return (kind, *(content(getattr(value, name)) for name in _names(kind)))
    return value


@functools.cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(kind))
