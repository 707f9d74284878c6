"""Splitting a target over places and years, in whole heads that add up to the whole.

A plan's aim is for a whole region; a county's yearly task is a part of it. The parts add up exactly, nobody is asked
for more than it lacks, and after a year the rest is planned anew from what was reached.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import ceil
from types import MappingProxyType
from typing import Any, assert_never

import attrs

from ..clauses.indicators import CAPPED, VARIANTS
from ..clauses.target import MOST_PERCENT, Budget, Count, Judgement, Rate, Target
from ..places.coordinates import is_year, no_year
from ..values.errors import CallError, Code, DataError, Problem
from ..values.given import require, several
from ..values.label import Label
from ..values.plain import is_whole
from ..values.ranges import exact


class Rule(Label):
    """分解办法"""

    EQUAL_GAP_CLOSING = "equal_gap_closing", "等幅缩小差距"
    PROPORTIONAL_TO_SHORTFALL = "proportional_to_shortfall", "按差额比例"


@attrs.frozen(kw_only=True)
class Share:
    """What a place has of what is wanted.

    Attributes:
        place: The place.
        has: How many heads have it.
        out_of: Out of how many.

    Raises:
        DataError: A count is negative. That more have it than there are, `split` refuses where it cannot be.
    """

    place: str
    has: int
    out_of: int

    def __attrs_post_init__(self) -> None:
        problems = [
            Problem(
                Code.OUT_OF_RANGE,
                f"{self.place} {name}",
                n,
                "expected a count from 0; a place of which it is not known cannot be planned for",
            )
            for name, n in (("has", self.has), ("out_of", self.out_of))
            if not is_whole(n, least=0)
        ]
        if not isinstance(self.place, str) or not self.place.strip():
            expected = "expected the place's name or code as text"
            problems.append(Problem(Code.WRONG_TYPE, "place", self.place, expected))
        if problems:
            raise DataError(problems)


@attrs.frozen(kw_only=True)
class Task:
    """What one place is asked for in one year.

    Attributes:
        place: The place.
        year: The year.
        heads: How many more in this year.
        total: How many have it at the year's end if the task is done.
        out_of: Out of how many.
    """

    place: str
    year: int
    heads: int
    total: int
    out_of: int

    @property
    def points(self) -> Fraction:
        """The task in percentage points of the place; 0 where there is nobody."""
        return Fraction(self.heads * MOST_PERCENT, self.out_of) if self.out_of else Fraction(0)

    @property
    def percent(self) -> Fraction | None:
        """The share at the year's end if the task is done; None where there is nobody."""
        return Fraction(self.total * MOST_PERCENT, self.out_of) if self.out_of else None


@attrs.frozen(kw_only=True)
class Schedule:
    """A target split over places and years.

    Attributes:
        target: The target.
        rule: How each year's part was shared out.
        since: The year whose end the plan starts from.
        whole: How many heads the target takes in all places and years together.
        tasks: A task for each place and year, places in their order within years.
    """

    target: Target
    rule: Rule
    since: int
    whole: int
    tasks: tuple[Task, ...]

    def of_year(self, year: int) -> tuple[Task, ...]:
        """The tasks of one year."""
        return tuple(t for t in self.tasks if t.year == year)

    def of_place(self, place: str) -> tuple[Task, ...]:
        """The tasks of one place."""
        return tuple(t for t in self.tasks if t.place == place)


@attrs.frozen(kw_only=True)
class Review:
    """How a place did in a year against its task.

    Attributes:
        task: The task.
        has: How many have it at the year's end.
    """

    task: Task
    has: int

    @property
    def short(self) -> int:
        """How many are lacking of what was asked for; 0 when the task is done."""
        return max(0, self.task.total - self.has)


def split(
    target: Target,
    shares: Iterable[Share],
    *,
    since: int,
    rule: Rule = Rule.EQUAL_GAP_CLOSING,
    steps: Mapping[int, Fraction] | Iterable[tuple[int, Fraction]] = MappingProxyType({}),
) -> Schedule:
    """Split a target over places and the years that are left, in whole heads.

    What the whole lacks of the target at the end of `since` is spread evenly over the years up to the due one, earlier
    years getting the odd heads; a milestone in `steps` is reached in its year, and the years up to it share what it
    takes. Each year's part is shared out among the places by the rule, never beyond what a place lacks of the target's
    own threshold; odd heads go to the largest remainders, and among equals to the place that stands first.

    Args:
        target: A rate or coverage target: the places' denominators weigh. Or a count target, which sums over places:
            a place lacks whoever of its `of` does not have it yet.
        shares: What each place has, and out of how many; to plan anew after a year, what it has then.
        since: The year whose end `shares` tells of.
        rule: Equal gap closing asks every place for equally many points of its own denominator, or for all it lacks;
            proportional to shortfall asks every place for the same part of what it lacks.
        steps: Thresholds on the way, in the target's unit, by their years, as a mapping or as pairs; the due
            year's own, as `pathway` has it, may be among them.

    Raises:
        CallError: The target is about money or a judgement, no year is left, or a step is not on the way.
        DataError: A place comes twice or has more than there are where that cannot be, there is no place, or all places
            together lack less than the target takes.
    """
    places = several("shares", shares, Share)
    require(target=(target, Target))
    _check_rule(rule)
    _check_counted(target)
    on_the_way = _steps(target, steps)
    _check(target, places, since, on_the_way)
    wanted = {**on_the_way, target.due: target.threshold}
    reach = [s.out_of for s in places]
    lacks = [_lack(target, s) for s in places]
    has = [s.has for s in places]
    start = sum(has)
    whole = max(0, _needed(target, wanted[target.due], reach) - start)
    if whole > sum(lacks):
        expected = f"expected places that together lack at least {whole}; these lack {sum(lacks)}"
        raise DataError(Problem(Code.OUT_OF_RANGE, target.id, sum(lacks), expected))
    tasks: list[Task] = []
    before, done = since, 0
    for year_of_step in sorted(wanted):
        aim = max(done, min(whole, _needed(target, wanted[year_of_step], reach) - start))
        years = range(before + 1, year_of_step + 1)
        for position, year in enumerate(years):
            amount, odd = divmod(aim - done, len(years))
            parts = share_out(amount + (position < odd), lacks, weights=reach, rule=rule)
            lacks = [lack - part for lack, part in zip(lacks, parts, strict=True)]
            has = [h + part for h, part in zip(has, parts, strict=True)]
            tasks += (
                Task(place=s.place, year=year, heads=part, total=h, out_of=s.out_of)
                for s, part, h in zip(places, parts, has, strict=True)
            )
        before, done = year_of_step, aim
    return Schedule(target=target, rule=rule, since=since, whole=whole, tasks=tuple(tasks))


def review(schedule: Schedule, shares: Iterable[Share], *, year: int) -> tuple[Review, ...]:
    """How each place did in a year; to go on from there, `split` again with the same shares.

    Raises:
        DataError: A place of the schedule is lacking, comes twice or has another size, one is not among its places, or
            the schedule has no such year.
    """
    given = several("shares", shares, Share)
    by_place = {s.place: s for s in given}
    tasks = schedule.of_year(year)
    task_of = {t.place: t for t in tasks}
    problems = _twice(given)
    problems += [
        Problem(Code.UNKNOWN_NAME, "shares", s.place, "expected a place of the schedule")
        for s in given
        if tasks and s.place not in task_of
    ]
    problems += [
        Problem(
            Code.CONFLICT,
            f"{s.place} of",
            s.out_of,
            f"expected {task_of[s.place].out_of}, as in the schedule; split anew where it has changed",
        )
        for s in given
        if s.place in task_of and s.out_of != task_of[s.place].out_of
    ]
    problems += [
        Problem(Code.REQUIRED, t.place, None, f"expected what {t.place} has at the end of {year}")
        for t in tasks
        if t.place not in by_place
    ]
    if not tasks:
        problems.append(Problem(Code.OUT_OF_RANGE, "year", year, "expected a year of the schedule"))
    if problems:
        raise DataError(problems)
    return tuple(Review(task=t, has=by_place[t.place].has) for t in tasks)


def share_out(
    heads: int, lacks: Sequence[int], *, weights: Sequence[int], rule: Rule
) -> tuple[int, ...]:
    """Share heads out among places: whole numbers that add up, none above what the place lacks.

    Args:
        heads: How many; not more than all lack together.
        lacks: What each lacks.
        weights: The denominator of each, for equal gap closing.
        rule: How they are shared out.

    Raises:
        DataError: There are more heads than all lack together.
    """
    _check_rule(rule)
    wrong = [n for n in (heads, *lacks, *weights) if not is_whole(n, least=0)]
    uneven = len(lacks) != len(weights)
    if wrong or uneven or any(k and not w for k, w in zip(lacks, weights, strict=True)):
        expected = (
            "expected counts from 0, and for every place a weight, above 0 where it lacks anything"
        )
        raise DataError(Problem(Code.OUT_OF_RANGE, "lacks, weights", wrong or None, expected))
    if not 0 <= heads <= sum(lacks):
        expected = f"expected from 0 to {sum(lacks)}, what all places lack together"
        raise DataError(Problem(Code.OUT_OF_RANGE, "heads", heads, expected))
    if heads == 0:
        return (0,) * len(lacks)
    match rule:
        case Rule.EQUAL_GAP_CLOSING:
            exact = _equal_points(heads, lacks, weights)
        case Rule.PROPORTIONAL_TO_SHORTFALL:
            exact = [Fraction(heads * lack, sum(lacks)) for lack in lacks]
        case _:
            assert_never(rule)
    return largest_remainder(exact)


def _check_rule(rule: object) -> None:
    if not isinstance(rule, Rule):
        known = ", ".join(f"Rule.{r.name}" for r in Rule)
        raise CallError(Problem(Code.BAD_LABEL, "rule", rule, f"expected one of {known}"))


def _twice(places: Sequence[Share]) -> list[Problem]:
    return [
        Problem(Code.DUPLICATE, "shares", name, "expected each place once")
        for name, times in Counter(s.place for s in places).items()
        if times > 1
    ]


def _steps(target: Target, steps: Any) -> dict[int, Fraction]:
    """The thresholds on the way by year, exact; the target's own is left to the target."""
    expected = "expected exact thresholds by year, such as {2018: 90}"
    try:
        pairs: dict[Any, Any] = dict(steps)
    except (TypeError, ValueError):
        shown = type(steps).__name__
        raise CallError(Problem(Code.WRONG_TYPE, "steps", shown, expected)) from None
    found = {year: exact(step) for year, step in pairs.items()}
    problems = [
        Problem(Code.WRONG_TYPE, f"steps[{year}]", step, expected)
        for year, step in found.items()
        if not isinstance(step, Fraction) or not is_year(year)
    ]
    if problems:
        raise CallError(problems)
    own = found.get(target.due)
    if own is not None and own == target.threshold:
        del found[target.due]
    return found


def _equal_points(heads: int, lacks: Sequence[int], weights: Sequence[int]) -> list[Fraction]:
    """The same part of each weight, or all that is lacked: the exact level at which it adds up."""
    # a place without weight lacks nothing of a rate; of a count it lacks nobody either
    by_need = sorted(
        (k for k, lack in enumerate(lacks) if lack), key=lambda k: Fraction(lacks[k], weights[k])
    )
    left, weight = Fraction(heads), sum(weights[k] for k in by_need)
    parts = [Fraction(0)] * len(lacks)
    for k in by_need:
        part = min(Fraction(lacks[k]), left * weights[k] / weight)
        parts[k] = part
        left, weight = left - part, weight - weights[k]
    return parts


def largest_remainder(exact: Sequence[Fraction]) -> tuple[int, ...]:
    """Whole numbers with the same sum, each the whole part or one more; the largest remainders get the ones more.

    >>> largest_remainder([Fraction(5, 2), Fraction(5, 4), Fraction(5, 4)])
    (3, 1, 1)
    """
    whole = [e.numerator // e.denominator for e in exact]
    odd = sum(exact, Fraction(0)) - sum(whole)
    order = sorted(range(len(exact)), key=lambda k: (whole[k] - exact[k], k))
    for k in order[: int(odd)]:
        whole[k] += 1
    return tuple(whole)


def _may_exceed(target: Target) -> bool:
    """Whether more may have what is wanted than there are: only of a rate that can lie above 100 %."""
    aim = target.aim
    return isinstance(aim, Rate) and (aim.indicator, VARIANTS[aim.indicator][0]) not in CAPPED


def _check_counted(target: Target) -> None:
    if isinstance(target.aim, Budget | Judgement):
        expected = "expected a target that heads can be counted for: a rate, a coverage or a count"
        raise CallError(Problem(Code.WRONG_CALL, "target", target.id, expected))


def _needed(target: Target, threshold: Fraction, reach: Sequence[int]) -> int:
    """How many heads of all places together reach a threshold."""
    return ceil(
        threshold if isinstance(target.aim, Count) else threshold * sum(reach) / MOST_PERCENT
    )


def _lack(target: Target, share: Share) -> int:
    """How many a place lacks of the target's own threshold."""
    most = (
        share.out_of
        if isinstance(target.aim, Count)
        else ceil(target.threshold * share.out_of / MOST_PERCENT)
    )
    return max(0, most - share.has)


def _check(
    target: Target, places: Sequence[Share], since: int, steps: Mapping[int, Fraction]
) -> None:
    threshold = target.threshold
    problems: list[Problem] = []
    if not is_year(since):
        problems.append(no_year(since))
    elif since >= target.due:
        expected = f"expected a year before {target.due}, the due one: no year is left"
        problems.append(Problem(Code.OUT_OF_RANGE, "since", since, expected))
    problems += [
        Problem(
            Code.OUT_OF_RANGE,
            f"steps[{year}]",
            str(step),
            f"expected a threshold from 0 to {threshold} in a year after {since} and before {target.due}",
        )
        for year, step in steps.items()
        if not since < year < target.due or not 0 <= step <= threshold
    ]
    if problems:
        raise CallError(problems)
    faults = _twice(places)
    faults += [
        Problem(
            Code.OUT_OF_RANGE,
            f"{s.place} has",
            s.has,
            f"expected at most {s.out_of}, all there are",
        )
        for s in places
        if s.has > s.out_of and not _may_exceed(target)
    ]
    if not places:
        faults.append(Problem(Code.REQUIRED, "shares", None, "expected at least one place"))
    if faults:
        raise DataError(faults)
