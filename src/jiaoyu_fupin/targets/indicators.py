"""Indicators as exact ratios of counts, each with its formula, its scope and its year.

There is more than one way to count who is enrolled and who stays to the end, and the ways do not agree: a ratio
carries the way it was counted, and two that were counted differently are not compared.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import attrs

from ..clauses.indicators import OBSERVED_AS, Formula, Indicator, Variant
from ..clauses.target import MOST_PERCENT, Scope
from ..people.labels import Stage
from ..places.coordinates import is_place, is_year, no_place, no_year
from ..values.errors import CallError, Code, DataError, Problem
from ..values.label import Label
from ..values.plain import is_whole
from ..values.ranges import UNKNOWN, Range
from ..values.text import Text


@attrs.frozen(kw_only=True)
class Ratio:
    """A share in percent, exact, with the way it was counted.

    Attributes:
        formula: The way it was counted.
        stage: Of what stage of schooling; None where it is of all nine years, of schools or of another set.
        of: What set, where it is a coverage.
        scope: Of what part of a place.
        year: The year it is of.
        place: The place's code.
        percent: The share in percent; bounds where counts are partial, unknown where one is or the denominator is 0.
        numerator: What was counted; None where unknown.
        denominator: Out of what; None where unknown.
        capped: Whether the quotient exceeded 100 % and was set to it, as the formula says.
    """

    formula: Formula
    stage: Stage | None = None
    of: Text | None = None
    scope: Scope
    year: int
    place: str = ""
    percent: Range
    numerator: int | None
    denominator: int | None
    capped: bool = False

    @property
    def value(self) -> Fraction | None:
        """The share in percent where it is known exactly."""
        return self.percent.value

    @property
    def observed_as(self) -> tuple[Indicator, Variant] | None:
        """The indicator and variant of plans' targets that it measures; None where plans set no such target."""
        return OBSERVED_AS.get((self.formula, self.stage))

    def points_above(self, other: Ratio) -> Fraction:
        """By how many percentage points it is above another ratio, negative where below.

        Raises:
            CallError: The two were counted in different ways, are of different scopes, or one is not known exactly.
        """
        if not isinstance(other, Ratio):
            shown = type(other).__name__
            raise CallError(Problem(Code.WRONG_TYPE, "ratio", shown, "expected another ratio"))
        mine, theirs = _comparable(self, other)
        return mine - theirs

    def __lt__(self, other: Ratio) -> bool:
        return self.points_above(other) < 0

    def __le__(self, other: Ratio) -> bool:
        return self.points_above(other) <= 0

    def __gt__(self, other: Ratio) -> bool:
        return self.points_above(other) > 0

    def __ge__(self, other: Ratio) -> bool:
        return self.points_above(other) >= 0

    def __bool__(self) -> bool:
        msg = "a ratio is no yes or no: look at its percent"
        raise TypeError(msg)


def _comparable(one: Ratio, other: Ratio) -> tuple[Fraction, Fraction]:
    problems = [
        Problem(
            Code.CONFLICT,
            f"ratios of {one.place or '?'} {one.year} and {other.place or '?'} {other.year}",
            f"{_word(mine)} and {_word(theirs)}",
            f"expected two ratios of one {what}",
        )
        for what, mine, theirs in (
            ("formula", one.formula, other.formula),
            ("stage", one.stage, other.stage),
            ("set", one.of, other.of),
            ("scope", one.scope, other.scope),
        )
        if mine != theirs
    ]
    problems += [
        Problem(
            Code.CONFLICT,
            f"ratio of {ratio.place or '?'} {ratio.year}",
            str(ratio.percent),
            "expected a ratio that is known exactly",
        )
        for ratio in (one, other)
        if ratio.value is None
    ]
    mine_known, theirs_known = one.value, other.value
    if problems or mine_known is None or theirs_known is None:
        raise CallError(problems)
    return mine_known, theirs_known


def _word(part: Label | Text | None) -> str:
    if isinstance(part, Label):
        return str(part.value)
    return "none" if part is None else part.en


def gross_enrolment(
    *,
    stage: Stage,
    enrolled: int | None,
    population: int | None,
    year: int,
    scope: Scope = Scope.ALL,
    place: str = "",
) -> Ratio:
    """Everyone enrolled, whatever their age, out of the children of the official age; it may exceed 100 %.

    For preschool, children in kindergartens and attached classes out of the residents aged three to five; for senior
    schooling, pupils of general, adult and vocational schools out of the population aged fifteen to seventeen.

    Args:
        stage: The stage of schooling.
        enrolled: Those enrolled.
        population: Those of the official age.
        year: The year they were counted in.
        scope: Of what part of the place.
        place: The place's code.

    Raises:
        DataError: A count is negative, or the year is not a calendar year.
    """
    _check_stage(stage)
    return _ratio(
        Formula.GROSS, enrolled, population, stage=stage, year=year, scope=scope, place=place
    )


def net_enrolment(
    *,
    stage: Stage,
    enrolled_of_age: int | None,
    population: int | None,
    year: int,
    scope: Scope = Scope.ALL,
    place: str = "",
) -> Ratio:
    """Those enrolled who are of the official age, out of all who are.

    Args:
        stage: The stage of schooling.
        enrolled_of_age: Those enrolled who are of the official age.
        population: Those of the official age.
        year: The year they were counted in.
        scope: Of what part of the place.
        place: The place's code.

    Raises:
        DataError: A count is negative, more are enrolled than there are, or the year is not a calendar year.
    """
    _check_stage(stage)
    return _ratio(
        Formula.NET,
        enrolled_of_age,
        population,
        most=MOST_PERCENT,
        stage=stage,
        year=year,
        scope=scope,
        place=place,
    )


def completion_by_cohort(
    *,
    in_final_year: int | None,
    entered: int | None,
    year: int,
    stage: Stage | None = None,
    scope: Scope = Scope.ALL,
    place: str = "",
) -> Ratio:
    """Pupils of the final year out of those of their cohort when it entered; transfers are not counted out.

    Where more move in than out it exceeds 100 %.

    Args:
        in_final_year: Pupils of the final year.
        entered: Pupils of the first year when the cohort entered.
        year: The year of the final year's count.
        stage: Primary or junior where one of them is counted alone; None for the nine years.
        scope: Of what part of the place.
        place: The place's code.

    Raises:
        DataError: A count is negative, or the year is not a calendar year.
    """
    return _ratio(
        Formula.COHORT, in_final_year, entered, stage=stage, year=year, scope=scope, place=place
    )


def completion_by_dossier(
    *,
    graduates: int | None,
    intake: int | None,
    moved_in: int | None,
    moved_out: int | None,
    year: int,
    stage: Stage | None = None,
    scope: Scope = Scope.ALL,
    place: str = "",
) -> Ratio:
    """Graduates out of the intake plus those who moved in less those who moved out, at most 100 %.

    Args:
        graduates: Those who graduated.
        intake: Those who entered when the cohort did.
        moved_in: Those who joined it since.
        moved_out: Those who left it for another school.
        year: The year of graduation.
        stage: Primary or junior where one of them is counted alone, as dossiers do; None for the nine years.
        scope: Of what part of the place.
        place: The place's code.

    Raises:
        DataError: A count is negative, more moved out than there were, or the year is not a calendar year.
    """
    counts = {"graduates": graduates, "intake": intake}
    counts |= {"moved_in": moved_in, "moved_out": moved_out}
    _check(counts, year)
    denominator = (
        None
        if intake is None or moved_in is None or moved_out is None
        else intake + moved_in - moved_out
    )
    if denominator is not None and denominator < 0:
        expected = "expected no more to have moved out than entered and moved in"
        raise DataError(Problem(Code.OUT_OF_RANGE, "moved_out", moved_out, expected))
    raw = _ratio(
        Formula.DOSSIER,
        graduates,
        denominator,
        stage=stage,
        year=year,
        scope=scope,
        place=place,
    )
    if raw.value is None or raw.value <= MOST_PERCENT:
        return raw
    return attrs.evolve(raw, percent=Range(MOST_PERCENT, MOST_PERCENT), capped=True)


def standardisation_rate(
    *,
    up_to_standard: int | None,
    schools: int | None,
    year: int,
    unjudged: int | None = 0,
    scope: Scope = Scope.ALL,
    place: str = "",
) -> Ratio:
    """Compulsory schools judged to be up to the standard, out of all.

    Args:
        up_to_standard: Those judged to be.
        schools: All compulsory schools.
        year: The year of the judgement.
        unjudged: Those among all that nobody has judged; they may be either. None where nobody knows how many: then all
            the others may be.
        scope: Of what part of the place.
        place: The place's code.

    Raises:
        DataError: A count is negative, the parts exceed the whole, or the year is not a calendar year.
    """
    return _ratio(
        Formula.STANDARDISATION,
        up_to_standard,
        schools,
        undecided=unjudged,
        most=MOST_PERCENT,
        year=year,
        scope=scope,
        place=place,
    )


def coverage(
    *,
    covered: int | None,
    total: int | None,
    of: Text,
    year: int,
    undecided: int | None = 0,
    scope: Scope = Scope.ALL,
    place: str = "",
) -> Ratio:
    """Those of a set that are covered, out of all of it.

    Args:
        covered: Those that surely are.
        total: All of the set.
        of: The set.
        year: The year it is of.
        undecided: Those of whom it is not known; None where nobody knows how many: then all the others may be.
        scope: Of what part of the place.
        place: The place's code.

    Raises:
        DataError: A count is negative, the parts exceed the whole, or the year is not a calendar year.
    """
    if not isinstance(of, Text):
        raise DataError(Problem(Code.WRONG_TYPE, "of", of, "expected the set as a Text"))
    return _ratio(
        Formula.COVERAGE,
        covered,
        total,
        undecided=undecided,
        most=MOST_PERCENT,
        of=of,
        year=year,
        scope=scope,
        place=place,
    )


def _ratio(
    formula: Formula,
    numerator: int | None,
    denominator: int | None,
    *,
    undecided: int | None = 0,
    most: int | None = None,
    stage: Stage | None = None,
    of: Text | None = None,
    year: int,
    scope: Scope,
    place: str,
) -> Ratio:
    _check({"numerator": numerator, "denominator": denominator, "undecided": undecided}, year)
    _check_where(stage, scope, place)
    if undecided is None:
        undecided = (
            0 if numerator is None or denominator is None else max(0, denominator - numerator)
        )
    percent = UNKNOWN
    if numerator is not None and denominator:
        percent = Range(
            Fraction(numerator * MOST_PERCENT, denominator),
            Fraction((numerator + undecided) * MOST_PERCENT, denominator),
        )
    if most is not None and numerator is not None and denominator is not None:
        parts = numerator + undecided
        if parts > denominator:
            raise DataError(
                Problem(
                    Code.OUT_OF_RANGE,
                    f"{formula.zh} ({formula.value})",
                    f"{parts}/{denominator}",
                    "expected a part that is not greater than the whole: this rate cannot exceed 100 %",
                )
            )
    return Ratio(
        formula=formula,
        stage=stage,
        of=of,
        scope=scope,
        year=year,
        place=place,
        percent=percent,
        numerator=numerator,
        denominator=denominator,
    )


def _check_stage(stage: object) -> None:
    if not isinstance(stage, Stage):
        raise DataError(Problem(Code.BAD_LABEL, "学段 (stage)", stage, "expected a Stage"))


def _check_where(stage: object, scope: object, place: object) -> None:
    problems = []
    if stage is not None and not isinstance(stage, Stage):
        problems.append(Problem(Code.BAD_LABEL, "学段 (stage)", stage, "expected a Stage, or None"))
    if not isinstance(scope, Scope):
        problems.append(Problem(Code.BAD_LABEL, "范围 (scope)", scope, "expected a Scope"))
    if place != "" and not is_place(place):
        problems.append(no_place(place))
    if problems:
        raise DataError(problems)


def _check(counts: Mapping[str, int | None], year: int) -> None:
    problems = [
        Problem(Code.OUT_OF_RANGE, name, n, "expected a count from 0, None for unknown")
        for name, n in counts.items()
        if n is not None and not is_whole(n, least=0)
    ]
    if not is_year(year):
        problems.append(no_year(year))
    if problems:
        raise DataError(problems)
