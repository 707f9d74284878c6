"""Amounts once every case is decided: exact sums and products of figures and facts, in fen.

A `Figure` is a constant plus products of terms; equal amounts have equal figures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from math import floor
from typing import TypeAlias

import attrs

Number: TypeAlias = int | Fraction
"""Fen, or a plain number; a Fraction only where no whole number will do."""

Range: TypeAlias = tuple[Number | None, Number | None]
"""Lower and upper bound; None where there is none."""


@attrs.frozen
class FactTerm:
    """A fact's value: fen of an amount, a whole number as it is."""

    name: str


@attrs.frozen
class ExtremeTerm:
    """The smallest or the greatest of several figures."""

    least: bool
    parts: tuple[Figure, ...]


@attrs.frozen
class RoundedTerm:
    """A figure rounded half up to a multiple of `step` fen."""

    of: Figure
    step: Number


Term: TypeAlias = FactTerm | ExtremeTerm | RoundedTerm


@attrs.frozen
class Figure:
    """A constant plus a sum of products: each the terms multiplied, and how often it is taken."""

    constant: Number = 0
    products: tuple[tuple[tuple[Term, ...], Number], ...] = ()

    @property
    def is_constant(self) -> bool:
        """Whether no fact has a say in it."""
        return not self.products

    def facts(self) -> set[str]:
        """The facts that have a say in it."""
        return {name for terms, _ in self.products for term in terms for name in _facts_in(term)}


def _facts_in(term: Term) -> set[str]:
    match term:
        case FactTerm():
            return {term.name}
        case ExtremeTerm():
            return {name for part in term.parts for name in part.facts()}
        case RoundedTerm():
            return term.of.facts()


def _tidy(number: Number) -> Number:
    return number.numerator if isinstance(number, Fraction) and number.denominator == 1 else number


def constant(number: Number) -> Figure:
    """A figure that is the same for everybody."""
    return Figure(_tidy(number))


def fact(name: str) -> Figure:
    """The value of a fact."""
    return Figure(0, (((FactTerm(name),), 1),))


def _collect(start: Number, products: Iterable[tuple[tuple[Term, ...], Number]]) -> Figure:
    sums: dict[tuple[Term, ...], Number] = {}
    for terms, times in products:
        sums[terms] = sums.get(terms, 0) + times
    kept = sorted(
        ((t, _tidy(n)) for t, n in sums.items() if n != 0), key=lambda item: repr(item[0])
    )
    return Figure(_tidy(start), tuple(kept))


def total(figures: Iterable[Figure]) -> Figure:
    """The sum of some figures."""
    parts = tuple(figures)
    return _collect(sum(f.constant for f in parts), (p for f in parts for p in f.products))


def product(left: Figure, right: Figure) -> Figure:
    """Two figures multiplied."""
    a = (((), left.constant), *left.products)
    b = (((), right.constant), *right.products)
    pairs = [(tuple(sorted((*s, *t), key=repr)), m * n) for s, m in a for t, n in b if m and n]
    start = sum(n for terms, n in pairs if not terms)
    return _collect(start, ((terms, n) for terms, n in pairs if terms))


def extreme(figures: Iterable[Figure], *, least: bool) -> Figure:
    """The smallest or the greatest of some figures."""
    pick = min if least else max
    parts = tuple(figures)
    fixed = [f.constant for f in parts if f.is_constant]
    free = sorted({f for f in parts if not f.is_constant}, key=repr)
    if fixed:
        free.append(Figure(pick(fixed)))
    if len(free) == 1:
        return free[0]
    return Figure(0, (((ExtremeTerm(least, tuple(free)),), 1),))


def rounded(of: Figure, step: Number) -> Figure:
    """A figure rounded half up to a multiple of `step` fen."""
    if of.is_constant:
        return Figure(_tidy(half_up(Fraction(of.constant) / step) * step))
    return Figure(0, (((RoundedTerm(of, step),), 1),))


def half_up(number: Number) -> int:
    """The nearest whole number, halves upwards."""
    return number if isinstance(number, int) else floor(number + Fraction(1, 2))


def bounds(figure: Figure, value_of: Callable[[str], int | None]) -> Range:
    """Between which bounds a figure lies, given the facts that are known; None where it has no bound."""
    low: Number | None = figure.constant
    high: Number | None = figure.constant
    for terms, times in figure.products:
        term_low, term_high = _product_bounds(terms, value_of)
        low = None if low is None or term_low is None else low + times * term_low
        high = None if high is None or term_high is None else high + times * term_high
    return low, high


def _product_bounds(terms: tuple[Term, ...], value_of: Callable[[str], int | None]) -> Range:
    low: Number | None = 1
    high: Number | None = 1
    for term in terms:
        term_low, term_high = _term_bounds(term, value_of)
        if term_low == term_high == 0:  # nothing taken any number of times is nothing
            return 0, 0
        low = None if low is None or term_low is None else low * term_low
        high = None if high is None or term_high is None else high * term_high
    return low, high


def _term_bounds(term: Term, value_of: Callable[[str], int | None]) -> Range:
    match term:
        case FactTerm():
            value = value_of(term.name)
            return value, value
        case ExtremeTerm():
            ranges = [bounds(part, value_of) for part in term.parts]
            lows, highs = [low for low, _ in ranges], [high for _, high in ranges]
            return (
                (_least(lows), _least_known(highs))
                if term.least
                else (_most_known(lows), _most(highs))
            )
        case RoundedTerm():
            low, high = bounds(term.of, value_of)
            return _step(low, term.step), _step(high, term.step)


def _step(number: Number | None, step: Number) -> Number | None:
    return None if number is None else half_up(Fraction(number) / step) * step


def _least(numbers: list[Number | None]) -> Number | None:
    return None if None in numbers else min(n for n in numbers if n is not None)


def _most(numbers: list[Number | None]) -> Number | None:
    return None if None in numbers else max(n for n in numbers if n is not None)


def _least_known(numbers: list[Number | None]) -> Number | None:
    return min((n for n in numbers if n is not None), default=None)


def _most_known(numbers: list[Number | None]) -> Number | None:
    return max((n for n in numbers if n is not None), default=None)


def known_part(figure: Figure, value_of: Callable[[str], int | None]) -> Figure:
    """A figure with what is known of it added up; the products that hang on an unknown fact stay."""
    start: Number = figure.constant
    left = []
    for terms, times in figure.products:
        low, high = _product_bounds(terms, value_of)
        if low is not None and low == high:
            start += times * low
        else:
            left.append((terms, times))
    return Figure(_tidy(start), tuple(left))
