"""Where targets stand: a pure function of a target, what was observed, and a date.

An observation of a year counts from the date on whose year is at least that year. Only observations of the target's
scope and of one variant count; the others are passed over, and how many is said.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, assert_never

import attrs
import pendulum

from ..clauses.indicators import VARIANTS, Indicator, Variant
from ..clauses.target import MOST_PERCENT, Budget, Count, Coverage, Judgement, Rate, Target
from ..places.coordinates import is_place, no_place
from ..values.errors import CallError, Code, DataError, Problem, unknown_name
from ..values.given import day_given, several, strays
from ..values.ranges import Range
from ..values.terms import Term
from ..values.text import Lang
from .observations import Judged, Measured, Observation, Observed, bad_variant, check_once, exceeds
from .report import report_html, report_text
from .standing import Point, SeriesStanding, standing
from .target_standing import PassedOver, TargetStanding


@attrs.frozen(kw_only=True)
class Progress(TargetStanding):
    """Where a target stands in a place on a date, told in words: a calculation, not an administrative decision.

    Every figure of it is declared once, where it is computed: by `TargetStanding` and the standing of a series.
    """

    def text(self, lang: Lang = "zh") -> str:
        """Where it stands and why, as lines, in Chinese or in English."""
        return report_text(self, lang)

    def html(self, lang: Lang = "zh") -> str:
        """Where it stands and why, as an HTML fragment, in Chinese or in English."""
        return report_html(self, lang)

    def _repr_html_(self) -> str:
        return self.html()

    def __str__(self) -> str:
        return self.text()

    def __bool__(self) -> bool:
        msg = "progress has five statuses, not two: compare progress.status with Status.MET and the others"
        raise TypeError(msg)


def progress(
    target: Target,
    observations: Iterable[Observed],
    *,
    on: datetime.date | Term,
    place: str | None = None,
    variant: Variant | None = None,
) -> Progress:
    """Where a target stands in a place on a date.

    Args:
        target: The target.
        observations: What was observed; what is about other targets does not matter.
        on: The date; a term stands for its first day.
        place: The place; may be left out when all observations that are about the target are of one.
        variant: For a rate, the way of counting that is asked about; the indicator's first when left out.

    Raises:
        CallError: The observations are of several places and none is named, or the indicator has no such variant.
        DataError: Two say something of the same, or one says what this target cannot be measured by.
    """
    observed = _checked([target], observations, [] if place is None else [place])
    about = [o for o in observed if _is_about(o, target)]
    check_once(about)
    if place is None:
        places = list(dict.fromkeys(o.place for o in about))
        if len(places) > 1:
            shown = ", ".join(places[:_SHOWN]) + (" …" if len(places) > _SHOWN else "")
            expected = f"expected the place that is asked about; the observations are of {shown}"
            raise CallError(Problem(Code.WRONG_CALL, "place", None, expected))
        place = places[0] if places else ""
    return _progress(
        target, [o for o in about if o.place == place], place, day_given("on", on), variant
    )


def progress_everywhere(
    targets: Iterable[Target],
    observations: Iterable[Observed],
    *,
    on: datetime.date | Term,
    places: Iterable[str] | None = None,
) -> tuple[Progress, ...]:
    """Where each target stands in each place: targets in their order, within places in theirs.

    Args:
        targets: The targets.
        observations: What was observed.
        on: The date; a term stands for its first day.
        places: The places; those of the observations, in the order they first appear in, when left out.

    Raises:
        CallError: An observation is about a target that is not among those given.
        DataError: Two say something of the same, or one says what its target cannot be measured by.
    """
    targets = several("targets", targets)
    asked_for = None if places is None else several("places", places)
    observed = _checked(targets, observations, asked_for or ())
    check_once(observed)
    known = {target.id for target in targets}
    strangers = {
        o.target for o in observed if not isinstance(o, Observation) and o.target not in known
    }
    if strangers:
        raise CallError(unknown_name("target", name, known) for name in sorted(strangers))
    day = day_given("on", on)
    by_subject: dict[tuple[str, Indicator | str], list[Observed]] = {}
    for o in observed:
        about = o.indicator if isinstance(o, Observation) else o.target
        by_subject.setdefault((o.place, about), []).append(o)
    asked = dict.fromkeys(o.place for o in observed) if asked_for is None else asked_for
    return tuple(
        _progress(target, by_subject.get((place, _subject(target)), ()), place, day, None)
        for place in asked
        for target in targets
    )


_SHOWN: Final = 5


def _checked(
    targets: Sequence[object], observations: Any, places: Sequence[object]
) -> tuple[Observed, ...]:
    """The observations, once they, the targets and the places are what they have to be."""
    observed = several("observations", observations)
    problems = strays("targets", targets, Target)
    problems += strays("observations", observed, (Observation, Measured, Judged))
    problems += [no_place(place) for place in places if place != "" and not is_place(place)]
    problems += [
        Problem(Code.DUPLICATE, "places", place, "expected each place once")
        for place, times in Counter(p for p in places if isinstance(p, str)).items()
        if times > 1
    ]
    if problems:
        raise CallError(problems)
    return observed


def _subject(target: Target) -> Indicator | str:
    """What observations have to be about to say something of a target."""
    return target.aim.indicator if isinstance(target.aim, Rate) else target.id


def _is_about(o: Observed, target: Target) -> bool:
    if isinstance(o, Observation):
        return o.indicator is _subject(target)
    return o.target == target.id


def _progress(
    target: Target,
    about: Sequence[Observed],
    place: str,
    on: pendulum.Date,
    variant: Variant | None,
) -> Progress:
    asked = _variant(target, variant)
    counting, passed_over = _counting(target, about, asked, on.year)
    points = tuple(sorted(counting, key=lambda p: p.year))
    found = standing(
        points,
        threshold=target.threshold,
        since=target.since,
        due=target.due,
        now=on.year,
        line=not isinstance(target.aim, Judgement),
    )
    if isinstance(target.aim, Judgement):
        found = attrs.evolve(found, gap=None)  # a judgement has no figures
    return Progress(
        target=target,
        place=place,
        on=on,
        variant=asked,
        points=points,
        passed_over=passed_over,
        **{field.name: getattr(found, field.name) for field in attrs.fields(SeriesStanding)},
    )


def _variant(target: Target, variant: Variant | None) -> Variant | None:
    if not isinstance(target.aim, Rate):
        if variant is not None:
            expected = f"expected no variant: {target.id} is about no indicator"
            raise CallError(Problem(Code.WRONG_CALL, "variant", str(variant.value), expected))
        return None
    known = VARIANTS[target.aim.indicator]
    if variant is not None and variant not in known:
        raise CallError(bad_variant(target.aim.indicator, variant))
    return variant or known[0]


def _counting(
    target: Target, about: Sequence[Observed], variant: Variant | None, now: int
) -> tuple[list[Point], PassedOver]:
    if not about:
        return [], _NOTHING
    points: list[Point] = []
    other_scope = other_variant = not_yet = 0
    problems: list[Problem] = []
    aim = target.aim
    for o in about:
        if isinstance(o, Observation) and isinstance(aim, Rate):
            if o.scope is not aim.scope:
                other_scope += 1
                continue
            if o.variant is not variant:
                other_variant += 1
                continue
        else:
            problems += _unfit(o, target)
        if o.year > now:
            not_yet += 1
        else:
            points.append(
                Point(o.year, o.value, None if isinstance(o, Judged) else o.out_of, o.source)
            )
    if problems:
        raise DataError(problems)
    return points, PassedOver(other_scope, other_variant, not_yet)


_NOTHING: Final = PassedOver()

_MEASURED_BY: Final[Mapping[type, str]] = MappingProxyType(
    {
        Coverage: "a Measured share in percent",
        Count: "a Measured whole number",
        Budget: "a Measured sum in yuan, in whole fen",
        Judgement: "a Judged, with its source: no figure shows it",
        Rate: "an Observation of its indicator",
    }
)


def _unfit(o: Observed, target: Target) -> list[Problem]:
    """A problem when something says what a target of its kind cannot be measured by."""
    aim = target.aim
    right = False
    match aim:
        case Judgement():
            right = isinstance(o, Judged)
        case Coverage():
            right = isinstance(o, Measured) and not exceeds(o.value, MOST_PERCENT)
        case Count():
            right = isinstance(o, Measured) and _in_units(o.value, 1)
        case Budget():
            right = isinstance(o, Measured) and _in_units(o.value, 100)
        case Rate():
            pass
        case _:
            assert_never(aim)
    if right:
        return []
    where = f"{target.id} {o.place} {o.year}"
    shown = f"{type(o).__name__} {o.value}"
    return [Problem(Code.CONFLICT, where, shown, f"expected {_MEASURED_BY[type(aim)]}")]


def _in_units(value: Range, parts: int) -> bool:
    return all(end is None or (end * parts).denominator == 1 for end in (value.low, value.high))
