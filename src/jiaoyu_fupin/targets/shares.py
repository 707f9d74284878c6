"""What share of a set is covered, read from lists of ids: findings, payments, or a network of pairs.

The lists say who belongs to the set and who of it has what the plan wants for it. Where a finding is undetermined, or a
payment's fate is not known, the share lies between bounds.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

import attrs

from ..clauses.target import MOST_PERCENT, Scope
from ..values.errors import CallError, Code, DataError, Problem
from ..values.given import is_several, not_several
from ..values.ranges import UNKNOWN, Range
from ..values.text import Text
from .indicators import Ratio
from .indicators import coverage as counted


def coverage_of(
    members: Iterable[str],
    covered: Iterable[str],
    *,
    of: Text,
    year: int,
    perhaps_members: Iterable[str] = (),
    perhaps_covered: Iterable[str] = (),
    scope: Scope = Scope.ALL,
    place: str = "",
) -> Ratio:
    """The share of a set that is covered.

    Someone covered who is not of the set counts for nothing: a payment to one who is not entitled covers nobody.

    Args:
        members: Who surely belongs to the set, such as those entitled.
        covered: Who surely has what is wanted, such as those paid.
        of: The set, in words.
        year: The year it is of.
        perhaps_members: Who may belong, such as those whose finding is undetermined.
        perhaps_covered: Who may have it.
        scope: Of what part of a place.
        place: The place's code.

    Returns:
        A ratio that is exact when nothing is in doubt; unknown when nobody surely belongs, for the share of no one is
        none. Its denominator is unknown where someone may belong.

    Raises:
        DataError: One id is both surely and perhaps a member, or the year is not a calendar year.
    """
    lists = {
        "members": members,
        "covered": covered,
        "perhaps_members": perhaps_members,
        "perhaps_covered": perhaps_covered,
    }
    if words := [not_several(name, ids) for name, ids in lists.items() if not is_several(ids)]:
        raise CallError(words)
    sure, perhaps = set(members), set(perhaps_members)
    if both := sorted(sure & perhaps):
        expected = "expected nobody to be both surely and perhaps a member"
        raise DataError(Problem(Code.CONFLICT, "perhaps_members", len(both), expected))
    has = set(covered)
    may_have = set(perhaps_covered) - has
    ratio = counted(
        covered=len(sure & has),
        total=len(sure),
        undecided=len(sure & may_have),
        of=of,
        year=year,
        scope=scope,
        place=place,
    )
    return attrs.evolve(
        ratio,
        percent=_bounds(sure, perhaps, has, may_have),
        denominator=None if perhaps else len(sure),
    )


def _bounds(sure: set[str], perhaps: set[str], has: set[str], may_have: set[str]) -> Range:
    """The least share when those in doubt are all without, the greatest when they are all with."""
    if not sure:
        return UNKNOWN
    low_part, high_part = len(sure & has), len(sure & (has | may_have))
    without, with_ = len(perhaps - has), len(perhaps & (has | may_have))
    return Range(
        Fraction(low_part * MOST_PERCENT, len(sure) + without),
        Fraction((high_part + with_) * MOST_PERCENT, len(sure) + with_),
    )
