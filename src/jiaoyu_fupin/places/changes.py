"""Counties that changed their code: what is known of GB/T 2260, and what a place adds to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

import attrs

from ..values.errors import Code, Problem, RuleError
from ..values.fields import check_fields
from ..values.plain import is_digits
from .coordinates import CalendarYear


@attrs.frozen
class CodeChange:
    """A county that changed its code: both codes are the one county.

    Where counties were merged or split there is no one county: a territory lists the codes of all of them instead.

    Attributes:
        old: The code before.
        new: The code after.
        name: The county's name after the change.
        year: The year of the change, where known.

    Raises:
        RuleError: A code has not six digits, or both are the same.
    """

    old: str
    new: str
    name: str
    year: CalendarYear | None = None

    def __attrs_post_init__(self) -> None:
        check_fields(self, "change of code")
        wrong = [c for c in (self.old, self.new) if not is_digits(c, 6)]
        if wrong or self.old == self.new:
            expected = "expected two different codes of 6 digits"
            shown = wrong or self.old
            raise RuleError(Problem(Code.BAD_CODE, "change of code", shown, expected))


COUNTY_CHANGES: Final = (
    CodeChange("360782", "360703", "南康区", 2013),
    CodeChange("360721", "360704", "赣县区", 2016),
    CodeChange("360727", "360783", "龙南市", 2020),
    CodeChange("451025", "451081", "靖西市", 2015),
    CodeChange("451281", "451203", "宜州区", 2016),
    CodeChange("451021", "451003", "田阳区"),
    CodeChange("451023", "451082", "平果市"),
    CodeChange("341521", "340422", "寿县", 2015),
)
"""What the library knows of GB/T 2260's history: facts about the country, which hold whatever policy is asked about.

It is not all of that history. A territory and a list of counties bring the changes that they need besides.
"""


def _newer(changes: Iterable[CodeChange]) -> Mapping[str, str]:
    return MappingProxyType({c.old: c.new for c in changes})


def _older(changes: Iterable[CodeChange]) -> Mapping[str, str]:
    return MappingProxyType({c.new: c.old for c in changes})


_NEWER: Final = _newer(COUNTY_CHANGES)
_OLDER: Final = _older(COUNTY_CHANGES)


def codes_of(county: str, changes: Iterable[CodeChange] = ()) -> tuple[str, ...]:
    """All codes of the county that has this code, the given one first, then the newer and the older ones.

    Args:
        county: One of its codes.
        changes: Changes besides those in `COUNTY_CHANGES`.

    >>> codes_of("360721")
    ('360721', '360704')
    >>> codes_of("360704", [CodeChange("360704", "999901", "某县")])
    ('360704', '999901', '360721')
    """
    changes = tuple(changes)
    newer = {**_NEWER, **_newer(changes)} if changes else _NEWER
    older = {**_OLDER, **_older(changes)} if changes else _OLDER
    found = [county]
    for step in (newer, older):
        code = step.get(county)
        while code is not None and code not in found:
            found.append(code)
            code = step.get(code)
    return tuple(found)


def newest(county: str, changes: Iterable[CodeChange] = ()) -> str:
    """The newest code of the county that has this code.

    Args:
        county: One of its codes.
        changes: Changes besides those in `COUNTY_CHANGES`.

    >>> newest("360721")
    '360704'
    """
    changes = tuple(changes)
    newer = {**_NEWER, **_newer(changes)} if changes else _NEWER
    seen = {county}
    while (code := newer.get(county)) is not None and code not in seen:
        seen.add(code)
        county = code
    return county


def every_change(changes: Iterable[CodeChange] = ()) -> tuple[CodeChange, ...]:
    """The changes of `COUNTY_CHANGES` and others, each pair of codes once."""
    pairs = {(c.old, c.new): c for c in (*COUNTY_CHANGES, *changes)}
    return tuple(pairs.values())


def clashes(changes: Iterable[CodeChange], where: str) -> list[Problem]:
    """What is wrong with changes that come on top of `COUNTY_CHANGES`: each county has one newer and one older code."""
    known = every_change(changes)
    found = []
    for what, sides in (
        ("after", [(c.old, c.new) for c in known]),
        ("before", [(c.new, c.old) for c in known]),
    ):
        first: dict[str, str] = {}
        for code, other in sides:
            one = first.setdefault(code, other)
            if one != other:
                expected = f"expected one code {what} it; {one} and {other} are both said to be"
                hint = "of counties that merged or split, list all codes in the territory"
                found.append(Problem(Code.CONFLICT, where, code, expected, hint))
    newer = _newer(known)
    for start in () if found else newer:
        later = newer.get(newer[start])
        while later is not None and later != start:
            later = newer.get(later)
        if later == start:
            expected = "expected changes that do not lead back to the code they begin with"
            found.append(Problem(Code.CONFLICT, where, start, expected))
            break
    return found
