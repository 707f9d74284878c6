"""Listings: the things a clause names one by one, such as channels, subjects or departments."""

from __future__ import annotations

import attrs

from ..values.errors import Code, Problem
from ..values.fields import listed, misfits, refuse
from ..values.text import Text


@attrs.frozen(kw_only=True)
class Listing:
    """A list that a clause prints.

    Attributes:
        id: The clause's id, with a part's name after a slash where the clause has several.
        title: What is listed.
        items: The items, in the order printed.
        open: Whether the clause goes on with "and others" (等): what is not listed may belong too.
    """

    id: str
    title: Text
    items: tuple[Text, ...] = attrs.field(converter=listed)
    open: bool = False

    def __attrs_post_init__(self) -> None:
        problems = misfits(self)
        if not problems and not self.items:
            problems = [Problem(Code.REQUIRED, "", None, "expected one item or more")]
        refuse(f"listing {self.id}", problems)
