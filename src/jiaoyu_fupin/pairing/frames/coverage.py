"""PairingCoverage for whole frames: the same answers, member by member, in the engine of the frame."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Final, assert_never

import attrs
import narwhals.stable.v2 as nw

from ...clauses.pairing import PairingRule, Party
from ...clauses.target import CoveredSet
from ...places import CodeChange, CountyList, newest
from ...places.coordinates import PLACE_DIGITS
from ...values.errors import CallError, Code, Problem
from ...values.given import code_given, day_given, require, several
from ...values.spans import Span
from ..coverage import PART, TakesPart, share_of
from .columns import NO, UNKNOWN, YES, links_laid, members_laid, rows, state_of

_PARTIES: Final = MappingProxyType(
    {
        CoveredSet.SCHOOLS: (Party.SCHOOL, ()),
        CoveredSet.TEACHERS: (Party.TEACHER, ()),
        CoveredSet.REGISTERED_CHILDREN: (Party.STUDENT, ("registered",)),
        CoveredSet.LEFT_BEHIND_CHILDREN: (Party.STUDENT, ("left_behind",)),
        CoveredSet.REGISTERED_HOUSEHOLDS: (Party.HOUSEHOLD, ("registered",)),
        CoveredSet.POOR_VILLAGES: (Party.VILLAGE, ("poor", "poor_county")),
    }
)
"""Of each set what its members are, and the facts by which they belong."""

_KEY: Final = ("party", "id")


def pairing_coverage_frame(
    links: Any,
    members: Any,
    rules: Iterable[PairingRule],
    of: CoveredSet,
    *,
    since: datetime.date,
    until: datetime.date | None = None,
    part: TakesPart | None = None,
    poor_counties: CountyList | None = None,
    county_changes: Iterable[CodeChange] = (),
    place: str | None = None,
    poor_areas: bool = False,
) -> Any:
    """Whether help reaches each member of a set on a date, or on every day of a period, in the engine of the frames.

    Args:
        links: As for `check_pairing_frame`.
        members: As for `check_pairing_frame`.
        rules: The tiers; links of others are refused, so filter them out where only some are to count.
        of: The set; counties are told by `pairing_coverage` from the few rows that a grouping leaves.
        since: The date, or the first day of the period.
        until: The last day of the period; the date alone when left out.
        part: On which end somebody has to stand; as `PART` says when left out.
        poor_counties: The list by which a county is a poor one.
        county_changes: Code changes of counties that the library does not know of, such as a policy's own.
        place: As for `pairing_coverage`.
        poor_areas: As for `pairing_coverage`.

    Returns:
        ``party``, ``id``, ``belongs`` (0 yes, 1 unknown) and ``reached`` (0 yes, 1 unknown, 2 no) of whoever belongs
        to the set or may.

    Raises:
        CallError: A column or a tier nobody knows, a type that does not fit, or the set is that of counties.
        DataError: Rows that can be no link or no member, or the days are reversed.
    """
    require(
        of=(of, CoveredSet),
        part=(part, (TakesPart, type(None))),
        poor_counties=(poor_counties, (CountyList, type(None))),
        poor_areas=(poor_areas, bool),
    )
    changes = several("county_changes", county_changes, CodeChange)
    if place is not None:
        place = newest(code_given("place", place, *PLACE_DIGITS), changes)
    if of is CoveredSet.COUNTIES:
        expected = "expected a set of members; counties are told by coverage()"
        raise CallError(Problem(Code.WRONG_CALL, "of", of.value, expected))
    begin = day_given("since", since)
    span = Span(begin, begin if until is None else day_given("until", until))
    first = span.since.toordinal()
    last = (span.until or span.since).toordinal()
    frame, _ = links_laid(links, rules)
    people: Any = members_laid(members, poor_counties, changes)
    chosen = _set_of(people, of, first, last, _where(of, place, poor_areas=poor_areas))
    side = PART[of] if part is None else part
    spells = _spells(frame, people, side, first, last).filter(
        nw.col("party") == _PARTIES[of][0].value
    )
    # what may reach somebody matters only to those whom a link with an unknown end may reach
    doubtful = spells.filter(~nw.col("__known")).select(*_KEY).unique()
    perhaps = spells.join(doubtful, how="semi", on=list(_KEY))
    answered = chosen
    for name, some in (("__sure", spells.filter(nw.col("__known"))), ("__all", perhaps)):
        answered = answered.join(_unbroken(some, name), how="left", on=list(_KEY))
        answered = answered.with_columns(_throughout(name).alias(name))
    reached = (
        nw.when(nw.col("__sure"))
        .then(nw.lit(YES))
        .otherwise(nw.when(nw.col("__all")).then(nw.lit(UNKNOWN)).otherwise(nw.lit(NO)))
    )
    return nw.to_native(answered.select(*_KEY, "belongs", reached.cast(nw.Int8).alias("reached")))


def _where(of: CoveredSet, place: str | None, *, poor_areas: bool) -> list[nw.Expr]:
    """Whether a member lies where only those count who do."""
    asked = []
    if place is not None:
        county = nw.col("county")
        inside = county.str.starts_with(place).fill_null(False)
        asked.append(state_of(inside, county.is_null()))
    if poor_areas:
        village = of in {CoveredSet.SCHOOLS, CoveredSet.TEACHERS}
        county = nw.col("poor_county")
        asked.append(nw.min_horizontal(county, "in_poor_village") if village else county)
    return asked


def _set_of(people: Any, of: CoveredSet, first: int, last: int, where: list[nw.Expr]) -> Any:
    """Whoever belongs to a set or may, with the days on which it has to be reached."""
    party, facts = _PARTIES[of]
    asked = [*map(nw.col, facts), *where]
    belongs = nw.max_horizontal(*asked) if asked else nw.lit(YES)
    there = (nw.col("opened") <= last) & (nw.col("closed") >= first)
    found = people.filter((nw.col("party") == party.value) & there).with_columns(
        belongs.cast(nw.Int8).alias("belongs")
    )
    return found.filter(nw.col("belongs") != NO).select(
        *_KEY,
        "belongs",
        nw.max_horizontal(nw.col("opened"), nw.lit(first)).alias("__from"),
        nw.min_horizontal(nw.col("closed"), nw.lit(last)).alias("__to"),
    )


def _spells(frame: Any, people: Any, part: TakesPart, first: int, last: int) -> Any:
    """The days of each link that may reach somebody, cut to the days asked about and to the lives of its ends."""
    for mark, side in (("h", "helper"), ("r", "recipient")):
        lives = people.select(
            nw.col("party").alias(f"{mark}_party"),
            nw.col("id").alias(f"{mark}_id"),
            nw.col("opened").alias(f"{mark}_opened"),
            nw.col("closed").alias(f"{mark}_closed"),
        )
        frame = frame.join(
            lives,
            how="left",
            left_on=[f"{side}_party", side],
            right_on=[f"{mark}_party", f"{mark}_id"],
        )
    frame = frame.with_columns(
        (~nw.col("h_opened").is_null() & ~nw.col("r_opened").is_null()).alias("__known")
    )
    begins = [nw.col("since"), nw.lit(first)]
    ends = [nw.col("until"), nw.lit(last)]
    for mark in "hr":
        # a link with an unknown end may hold on every one of its days, so the other end's life cuts nothing here
        begins.append(_where_known(f"{mark}_opened", first))
        ends.append(_where_known(f"{mark}_closed", last))
    frame = frame.with_columns(
        nw.max_horizontal(*begins).alias("__since"), nw.min_horizontal(*ends).alias("__until")
    ).filter(nw.col("__since") <= nw.col("__until"))
    match part:
        case TakesPart.HELPER:
            return _end_of(frame, "helper")
        case TakesPart.RECIPIENT:
            return _end_of(frame, "recipient")
        case TakesPart.EITHER:
            return nw.concat([_end_of(frame, "helper"), _end_of(frame, "recipient")])
        case _:
            assert_never(part)


def _where_known(column: str, otherwise: int) -> nw.Expr:
    return nw.when(nw.col("__known")).then(nw.col(column)).otherwise(nw.lit(otherwise))


def _end_of(frame: Any, side: str) -> Any:
    return frame.select(
        nw.col(f"{side}_party").alias("party"),
        nw.col(side).alias("id"),
        "link_id",
        "__since",
        "__until",
        "__known",
    )


def _unbroken(spells: Any, name: str) -> Any:
    """Of each member with spells: the first and the last day of them all, and whether a day between is missed.

    Only where there are several spells can one be missed: most have one.
    """
    several = spells.with_columns(nw.len().over(*_KEY).alias("__spells"))
    several = several.filter(nw.col("__spells") > 1)
    order = ("__since", "link_id")
    several = several.with_columns(
        nw.col("__until").cum_max().over(*_KEY, order_by=order).alias("__last")
    )
    several = several.with_columns(
        nw.col("__last").shift(1).over(*_KEY, order_by=order).alias("__before")
    )
    missed = (nw.col("__since") > nw.col("__before") + 1).fill_null(False)
    broken = several.filter(missed).select(*_KEY).unique()
    whole = spells.group_by(*_KEY).agg(
        nw.col("__since").min().alias(f"{name}_from"),
        nw.col("__until").max().alias(f"{name}_to"),
    )
    return whole.join(
        broken.with_columns(nw.lit(1).alias(f"{name}_broken")), how="left", on=list(_KEY)
    )


def _throughout(name: str) -> nw.Expr:
    """Whether spells without a gap take up all of the days that count."""
    return (
        (nw.col(f"{name}_from") <= nw.col("__from"))
        & (nw.col(f"{name}_to") >= nw.col("__to"))
        & nw.col(f"{name}_broken").is_null()
    ).fill_null(False)


@attrs.frozen
class CoverageCounts:
    """How many of a set are covered, as numbers only.

    Attributes:
        covered: Who belongs and is reached.
        uncovered: Who belongs and is not.
        unknown: Of whom one of the two is unknown.
        share: The least and the greatest share of the set that can be covered, exact; None where nobody may belong.
    """

    covered: int
    uncovered: int
    unknown: int
    share: tuple[Fraction, Fraction] | None

    @property
    def total(self) -> int:
        """How many belong to the set or may."""
        return self.covered + self.uncovered + self.unknown


def counts(reached: Any) -> CoverageCounts:
    """What the answers of `pairing_coverage_frame` come to."""
    frame: Any = nw.from_native(reached)
    found = {
        (None if row["belongs"] else True, _ANSWERS[row["reached"]]): int(row["n"])
        for row in rows(frame.group_by("belongs", "reached").agg(nw.len().alias("n")))
    }
    covered, uncovered = found.get((True, True), 0), found.get((True, False), 0)
    return CoverageCounts(
        covered, uncovered, sum(found.values()) - covered - uncovered, share_of(found)
    )


_ANSWERS: Final = MappingProxyType({YES: True, UNKNOWN: None, NO: False})
