"""Pairing targets through the same progress as every other: a network's coverage as the measured value of a target."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from fractions import Fraction

from ..clauses.target import MOST_PERCENT, Coverage, CoveredSet, Ledger, Scope, Target
from ..targets.observations import Measured
from ..targets.progress import Progress, progress
from ..values.errors import CallError, Code, Problem
from ..values.given import day_given, require, several
from ..values.ranges import Range
from ..values.terms import Term
from .coverage import PairingCoverage, pairing_coverage
from .network import Network


def measured_coverage(
    target: Target, coverage: PairingCoverage, *, place: str = "", source: str = ""
) -> Measured:
    """What a network's coverage measures of a target, in percent: a range where members or links are not wholly known.

    Args:
        target: A target on the coverage of a set by a network.
        coverage: The coverage; its last day tells the year.
        place: The place's code.
        source: Where the network comes from; may be empty.

    Raises:
        CallError: A network says nothing of such a target, or is about another set.
    """
    require(coverage=(coverage, PairingCoverage))
    wanted = covered_set(target)
    if coverage.of is not wanted:
        expected = f"expected the coverage of {wanted.value}, for {target.id}"
        raise CallError(Problem(Code.CONFLICT, "coverage", str(coverage.of.value), expected))
    share = coverage.share
    low, high = (None, None) if share is None else share
    sure = all(item.belongs for item in coverage.items) and not coverage.unlisted_may
    return Measured(
        target=target.id,
        place=place,
        year=(coverage.span.until or coverage.span.since).year,
        value=Range(_percent(low), _percent(high)),
        out_of=coverage.total if sure and coverage.total else None,
        source=source,
    )


def pairing_progress(
    target: Target,
    network: Network,
    *,
    dates: Iterable[datetime.date],
    on: datetime.date | Term,
    place: str = "",
) -> Progress:
    """Where a target on coverage by a network stands, read on some dates of different years (GX-T2).

    Args:
        target: The target, such as ``GX-T2/teachers``.
        network: The network.
        dates: The dates on which the coverage is read, one a year, such as the last days of years.
        on: The date that is asked about.
        place: The code of a province, a city or a county: only who lies there counts; everybody when left empty.

    A target about poor areas counts who lies in one.

    Raises:
        CallError: A network says nothing of such a target, a date lies after `on`, or the place is no such code.
        DataError: Two dates are of one year.
    """
    of = covered_set(target)
    asked = day_given("on", on)
    days = [day_given(f"dates[{n}]", day) for n, day in enumerate(several("dates", dates))]
    late = [
        Problem(
            Code.OUT_OF_RANGE, f"dates[{n}]", str(day), f"expected a date not after on, {asked}"
        )
        for n, day in enumerate(days)
        if day > asked
    ]
    if late:
        raise CallError(late)
    measured = [
        measured_coverage(
            target,
            pairing_coverage(
                network, of, since=day, place=place or None, poor_areas=_of_poor_areas(target)
            ),
            place=place,
        )
        for day in days
    ]
    return progress(target, measured, on=on, place=place)


def covered_set(target: Target) -> CoveredSet:
    """The set whose coverage by a network a target is about, as its aim declares it.

    Raises:
        CallError: The target is no coverage by a network, or its aim declares no set that a network knows.
    """
    require(target=(target, Target))
    aim = target.aim
    if not isinstance(aim, Coverage) or aim.ledger is not Ledger.NETWORK:
        expected = "expected a target on the coverage of a set by a network, such as GX-T2/schools"
        raise CallError(Problem(Code.WRONG_CALL, "target", target.id, expected))
    if aim.network_set is None:
        expected = "expected a target whose aim declares the set that a network covers"
        hint = "write Coverage(…, network_set=CoveredSet.SCHOOLS)"
        raise CallError(Problem(Code.REQUIRED, "target", target.id, expected, hint))
    return aim.network_set


def _of_poor_areas(target: Target) -> bool:
    return isinstance(target.aim, Coverage) and target.aim.scope is Scope.POOR_AREAS


def _percent(share: Fraction | None) -> Fraction | None:
    return None if share is None else share * MOST_PERCENT
