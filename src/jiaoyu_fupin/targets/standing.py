"""Where a series stands against a threshold: the arithmetic of progress, on values that may be known only in part.

A straight line through the first and the newest value says what would be reached if nothing changed. Where values are
ranges, every answer is the range of what it would be for each value in them, and a status is given only when it is the
same for all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

import attrs

from ..values.label import Label
from ..values.ranges import Range


class Status(Label):
    """进展"""

    MET = "met", "已达到"
    MISSED = "missed", "到期未达到"
    UNKNOWN = "unknown", "不明"
    ON_TRACK = "on_track", "按此进度可达到"
    BEHIND = "behind", "落后"


@attrs.frozen
class Point:
    """A value and the year it is of.

    Attributes:
        year: The year.
        value: The value.
        out_of: The denominator, where known.
        source: Where it stands; may be empty.
    """

    year: int
    value: Range
    out_of: int | None = None
    source: str = ""


@attrs.frozen(kw_only=True)
class SeriesStanding:
    """Where a series stands.

    Attributes:
        status: Met, missed, on track, behind; unknown when values leave it open or are lacking.
        possible: The statuses that the values leave open; the status alone when it is known.
        first: The point the line starts from.
        latest: The newest point.
        gap: What the newest value lacks of the threshold.
        pace: By how much the line rises a year; None for one point.
        required_pace: By how much it would have to rise a year from the newest point on; None when no year is left.
        projected: The line's value in the due year, not capped; None for one point.
        reached_in: After a miss, the first later year whose own value reaches the threshold.
    """

    status: Status
    possible: tuple[Status, ...]
    first: Point | None = None
    latest: Point | None = None
    gap: Range | None = None
    pace: Range | None = None
    required_pace: Range | None = None
    projected: Range | None = None
    reached_in: int | None = None


_ZERO: Final = Fraction(0)
_NONE: Final = SeriesStanding(status=Status.UNKNOWN, possible=())


def standing(
    points: Sequence[Point],
    *,
    threshold: Fraction,
    since: int,
    due: int,
    now: int,
    line: bool = True,
) -> SeriesStanding:
    """Where a series stands in a year.

    Args:
        points: The values, those of years to come among them, each year once and in order.
        threshold: What is to be reached.
        since: The first year that counts for the line, where any point lies there.
        due: The year by whose end it is to be reached.
        now: The year that is asked about.
        line: Whether the values are numbers that a line can be drawn through; judgements are not.
    """
    counted = [p for p in points if p.year <= now]
    if not counted:
        return _NONE
    latest = counted[-1]
    first = next((p for p in counted if p.year >= since), counted[0])
    gap = _gap(latest.value, threshold)
    pace = projected = None
    if line and first.year != latest.year:
        pace = (latest.value - first.value) * Fraction(1, latest.year - first.year)
        projected = _on_line(first, latest, pace, due)
    possible = (
        _after(counted, threshold, due)
        if now > due
        else _before(first, latest, projected, threshold, due)
    )
    status = possible[0] if len(possible) == 1 else Status.UNKNOWN
    return SeriesStanding(
        status=status,
        possible=possible,
        first=first,
        latest=latest,
        gap=gap,
        pace=pace,
        required_pace=_required(gap, due - latest.year) if line else None,
        projected=projected,
        reached_in=_reached(counted, threshold, due) if status is Status.MISSED else None,
    )


def _gap(value: Range, threshold: Fraction) -> Range:
    return (Range.of(threshold) - value).not_below(_ZERO)


def _on_line(first: Point, latest: Point, pace: Range, year: int) -> Range:
    """The line's value in a year.

    From the newest point on, value and pace rise together, so the ends of the sum are the sums of the ends. Before it
    they pull apart: there it is a mean of the two points, weighted by how near they are.
    """
    if year >= latest.year:
        return latest.value + pace * (year - latest.year)
    along = Fraction(year - first.year, latest.year - first.year)
    return first.value * (1 - along) + latest.value * along


def _required(gap: Range, years: int) -> Range | None:
    if gap.high == 0:
        return Range.of(_ZERO)
    return gap * Fraction(1, years) if years > 0 else None


def _at_least(value: Range, threshold: Fraction) -> tuple[bool, bool]:
    """Whether a value may reach a threshold, and whether it may not."""
    may = value.high is None or value.high >= threshold
    may_not = value.low is None or value.low < threshold
    return may, may_not


def _after(counted: Sequence[Point], threshold: Fraction, due: int) -> tuple[Status, ...]:
    """After the due year its own value decides; without one nothing does."""
    own = next((p for p in counted if p.year == due), None)
    if own is None:
        return ()
    may, may_not = _at_least(own.value, threshold)
    return (Status.MET,) * may + (Status.MISSED,) * may_not


def _before(
    first: Point, latest: Point, projected: Range | None, threshold: Fraction, due: int
) -> tuple[Status, ...]:
    """Until its end the newest value decides whether it is met, and the line whether it will be."""
    may, may_not = _at_least(latest.value, threshold)
    found = [Status.MET] if may else []
    if may_not:
        if projected is not None and due > latest.year:
            # with a newest value just short of the threshold, any line that rises gets there
            rises = first.value.low is None or first.value.low < threshold
            if rises if may else _at_least(projected, threshold)[0]:
                found.append(Status.ON_TRACK)
        if projected is None or due == latest.year or _at_least(projected, threshold)[1]:
            found.append(Status.BEHIND)
    return tuple(found)


def _reached(counted: Sequence[Point], threshold: Fraction, due: int) -> int | None:
    """The first year after the due one that reaches the threshold; None when no year does, or it is not sure which."""
    for point in counted:
        if point.year > due:
            may, may_not = _at_least(point.value, threshold)
            if may:
                return None if may_not else point.year
    return None
