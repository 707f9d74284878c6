"""What was observed: values of indicators by place and year, what was measured of a target, and recorded judgements."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction
from typing import TypeAlias

import attrs

from ..clauses.indicators import CAPPED, VARIANTS, Formula, Indicator, Variant
from ..clauses.target import MOST_PERCENT, Scope
from ..places.coordinates import is_place, is_year, no_place, no_year
from ..values.errors import CallError, Code, DataError, Problem
from ..values.plain import is_whole
from ..values.ranges import Range, as_range, not_exact
from ..values.repeats import repeated
from .indicators import Ratio


@attrs.frozen(kw_only=True)
class Observation:
    """The value of an indicator in a place and a year.

    Attributes:
        indicator: Which.
        place: The place's code of 2, 4 or 6 digits, as written.
        year: The year it is of.
        value: Percent, from 0; a range where it is known only in part, None where it is not known.
        scope: Of what part of the place.
        variant: The way it was counted; the indicator's first when left out.
        out_of: The denominator, such as the children of the official age, where known.
        source: Where it stands; may be empty.

    Raises:
        DataError: A field cannot hold its value; each of them is named.
    """

    indicator: Indicator
    place: str
    year: int
    value: Range = attrs.field(converter=as_range)
    scope: Scope = Scope.ALL
    variant: Variant = attrs.field(
        default=attrs.Factory(lambda self: _first_variant(self.indicator), takes_self=True)
    )
    out_of: int | None = None
    source: str = ""

    def __attrs_post_init__(self) -> None:
        problems = _observed(self)
        if problems:
            raise DataError(problems)

    @property
    def key(self) -> tuple[Indicator, str, Scope, int, Variant]:
        """What no two observations have in common."""
        return self.indicator, self.place, self.scope, self.year, self.variant

    @classmethod
    def from_ratio(cls, ratio: Ratio, *, source: str = "") -> Observation:
        """The observation that a counted ratio is.

        Raises:
            CallError: No plan's target is about a ratio counted like this.
            DataError: The ratio has no place.
        """
        if not isinstance(ratio, Ratio):
            shown = type(ratio).__name__
            raise CallError(Problem(Code.WRONG_TYPE, "ratio", shown, "expected a counted ratio"))
        known = ratio.observed_as
        if known is None:
            expected = "expected a ratio that plans set a target for; this one is of another kind"
            raise CallError(Problem(Code.WRONG_CALL, "ratio", str(ratio.formula.value), expected))
        return cls(
            indicator=known[0],
            variant=known[1],
            place=ratio.place,
            year=ratio.year,
            value=ratio.percent,
            scope=ratio.scope,
            out_of=ratio.denominator,
            source=source,
        )


def _first_variant(indicator: object) -> Variant:
    variants = VARIANTS.get(indicator) if isinstance(indicator, Indicator) else None
    return variants[0] if variants else Variant.STANDARD


def _observed(o: Observation) -> list[Problem]:
    problems = []
    if not isinstance(o.indicator, Indicator):
        names = ", ".join(str(i.value) for i in Indicator)
        expected = f"expected an Indicator: {names}"
        problems.append(Problem(Code.BAD_LABEL, "指标 (indicator)", o.indicator, expected))
    elif o.variant not in VARIANTS[o.indicator]:
        problems.append(bad_variant(o.indicator, o.variant))
    if not is_place(o.place):
        problems.append(no_place(o.place))
    if not is_year(o.year):
        problems.append(no_year(o.year))
    if not isinstance(o.scope, Scope):
        names = ", ".join(str(s.value) for s in Scope)
        expected = f"expected a Scope: {names}"
        problems.append(Problem(Code.BAD_LABEL, "范围 (scope)", o.scope, expected))
    problems += _amount(o.value, "数值 (value)")
    if not problems and (o.indicator, o.variant) in CAPPED and exceeds(o.value, MOST_PERCENT):
        problems.append(over_100(o.indicator, o.variant, str(o.value)))
    problems += _heads(o.out_of)
    return problems


def bad_variant(indicator: Indicator, value: object) -> Problem:
    """The problem of a variant that an indicator does not have."""
    known = ", ".join(f"{v.zh} ({v.value})" for v in VARIANTS[indicator])
    shown = value.value if isinstance(value, Variant) else value
    expected = f"expected a variant of {indicator.zh} ({indicator.value}): {known}"
    return Problem(Code.CONFLICT, "口径 (variant)", shown, expected)


def over_100(indicator: Indicator, variant: Variant, value: object) -> Problem:
    """The problem of a percentage over 100 where it cannot be."""
    expected = (
        f"expected at most 100: {indicator.zh}, {variant.zh} ({variant.value}) cannot exceed it"
    )
    return Problem(Code.OUT_OF_RANGE, "数值 (value)", value, expected)


def _amount(value: object, where: str) -> list[Problem]:
    if not isinstance(value, Range):
        return [attrs.evolve(not_exact("a value", value), where=where)]
    if any(end is not None and end.numerator < 0 for end in (value.low, value.high)):
        return [Problem(Code.OUT_OF_RANGE, where, str(value), "expected a value from 0")]
    return []


def exceeds(value: Range, most: int) -> bool:
    """Whether a value may or must lie above a number that it cannot exceed, by either of its ends."""
    return any(end is not None and end > most for end in (value.low, value.high))


def _heads(of: object) -> list[Problem]:
    if of is None or is_whole(of, least=0):
        return []
    return [Problem(Code.OUT_OF_RANGE, "基数 (of)", of, "expected a count from 0")]


@attrs.frozen(kw_only=True)
class Measured:
    """What was measured of one target that no indicator is about: a share of a set, a count, or money.

    Attributes:
        target: The target's id.
        year: By the end of which year.
        value: Percent of the set, how many, or yuan, as the target has it; a range where it is known only in part.
        place: The place's code; empty where the plan is of one place.
        out_of: How many the set has, for a share, where known.
        source: Where it stands; may be empty.

    Raises:
        DataError: A field cannot hold its value; each of them is named.
    """

    target: str
    year: int
    value: Range = attrs.field(converter=as_range)
    place: str = ""
    out_of: int | None = None
    source: str = ""

    def __attrs_post_init__(self) -> None:
        problems = _whose(self.target, self.year, self.place)
        problems += [*_amount(self.value, "数值 (value)"), *_heads(self.out_of)]
        if problems:
            raise DataError(problems)

    @classmethod
    def from_ratio(cls, target: str, ratio: Ratio, *, source: str = "") -> Measured:
        """What a counted coverage says of a target.

        That it is a coverage of the target's own set and scope is the caller's word: the target's id says so.

        Raises:
            CallError: It is no coverage, but a ratio of another formula.
        """
        if not isinstance(ratio, Ratio) or ratio.formula is not Formula.COVERAGE:
            shown = ratio.formula.value if isinstance(ratio, Ratio) else type(ratio).__name__
            expected = "expected a coverage, such as coverage() and coverage_of() count"
            raise CallError(Problem(Code.CONFLICT, "ratio", str(shown), expected))
        return cls(
            target=target,
            year=ratio.year,
            value=ratio.percent,
            place=ratio.place,
            out_of=ratio.denominator,
            source=source,
        )

    @property
    def key(self) -> tuple[str, str, int]:
        """What no two measurements have in common."""
        return self.target, self.place, self.year


@attrs.frozen(kw_only=True)
class Judged:
    """A judgement that somebody recorded of a target that no figure shows.

    Attributes:
        target: The target's id.
        year: The year whose end it is about.
        met: Whether it was found to be so; None where it was looked into and could not be told.
        source: Who judged, and where it is recorded; never empty.
        place: The place's code; empty where the plan is of one place.

    Raises:
        DataError: A field cannot hold its value; each of them is named.
    """

    target: str
    year: int
    met: bool | None
    source: str
    place: str = ""

    def __attrs_post_init__(self) -> None:
        problems = _whose(self.target, self.year, self.place)
        if self.met is not None and not isinstance(self.met, bool):
            expected = "expected True, False, or None where it could not be told"
            problems.append(Problem(Code.BAD_BOOLEAN, "met", self.met, expected))
        if not isinstance(self.source, str) or not self.source.strip():
            expected = (
                "expected where the judgement is recorded: without its source it says nothing"
            )
            problems.append(Problem(Code.REQUIRED, "source", None, expected))
        if problems:
            raise DataError(problems)

    @property
    def key(self) -> tuple[str, str, int]:
        """What no two judgements have in common."""
        return self.target, self.place, self.year

    @property
    def value(self) -> Range:
        """The judgement as a number: 1 for met, 0 for not, between them where it could not be told."""
        if self.met is None:
            return Range(Fraction(0), Fraction(1))
        return Range.of(Fraction(self.met))


def _whose(target: object, year: object, place: object) -> list[Problem]:
    problems = []
    if not isinstance(target, str) or not target.strip():
        problems.append(Problem(Code.REQUIRED, "target", target, "expected a target's id"))
    if not is_year(year):
        problems.append(no_year(year))
    if place != "" and not is_place(place):
        expected = "expected a code of 2, 4 or 6 digits as text, or none"
        problems.append(Problem(Code.BAD_CODE, "地区代码 (place)", place, expected))
    return problems


Observed: TypeAlias = Observation | Measured | Judged
"""Anything that says where a target stands."""


def check_once(observed: Collection[Observed]) -> None:
    """Refuse two that say something of the same.

    Raises:
        DataError: Two have one key; each such pair is named by its positions, counted from 0.
    """
    if len({one.key for one in observed}) == len(observed):
        return
    items = tuple(observed)
    problems = []
    for before, *others in repeated((one.key, position) for position, one in enumerate(items)):
        for position in others:
            shown = " ".join(str(getattr(part, "value", part)) for part in items[position].key)
            problems.append(
                Problem(
                    Code.DUPLICATE,
                    f"observations {before} and {position}",
                    shown,
                    "expected one value for one place, scope, year and variant",
                )
            )
    raise DataError(problems)
