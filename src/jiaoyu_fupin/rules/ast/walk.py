"""What a rule is made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from ...people import Subject
from ..facts import Day, Flag, Handle, Labelled, Money, PlaceCode, Whole, Words


def nodes_in(value: Any) -> Iterator[Any]:
    """Every value a rule is made of, in order of appearance; what a fact handle is made of is not looked into."""
    if isinstance(value, tuple):
        for item in value:
            yield from nodes_in(item)
    elif attrs.has(type(value)):
        yield value
        if not isinstance(value, _HANDLES):
            for field in attrs.fields(type(value)):
                yield from nodes_in(getattr(value, field.name))


_HANDLES = (Flag, Labelled, Whole, Money, Day, PlaceCode, Words)


def handles_in(value: object) -> list[Handle]:
    """Every fact handle in a rule, in order of appearance, as often as it appears."""
    return [node for node in nodes_in(value) if isinstance(node, _HANDLES)]


def subjects_in(value: object) -> set[type[Subject]]:
    """The kinds of subject whose facts a rule speaks of."""
    return {handle.subject for handle in handles_in(value)}
