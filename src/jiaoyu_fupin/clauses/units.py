"""Responsible units: the ways in which a plan prints each of them."""

from __future__ import annotations

import attrs

from ..values.fields import check_fields, listed
from ..values.text import Text


@attrs.frozen
class Unit:
    """A unit that a plan makes responsible.

    Attributes:
        name: What it is called.
        aliases: The other ways in which the plan prints it.
    """

    name: Text
    aliases: tuple[str, ...] = attrs.field(default=(), converter=listed)

    def __attrs_post_init__(self) -> None:
        check_fields(self)

    @property
    def written(self) -> tuple[str, ...]:
        """All ways in which it is printed."""
        return (self.name.zh, *self.aliases)

    def as_printed(self, printed: str) -> Text:
        """Its name where a plan prints it in one of these ways; the Chinese is what is printed."""
        return attrs.evolve(self.name, zh=printed)
