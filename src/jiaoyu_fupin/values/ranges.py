"""Exact numbers that may be known only between bounds."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs

from .errors import Code, DataError, Problem
from .plain import is_whole


def exact(value: object) -> Any:
    """A whole number or a finite Decimal as the fraction it stands for; all else as it is, for a check to refuse."""
    if type(value) is Fraction or value is None:
        return value
    if is_whole(value) or (isinstance(value, Decimal) and value.is_finite()):
        return Fraction(value)
    return value


def fixed(value: Fraction, places: int = 4) -> str:
    """A fraction as a decimal with so many places, ties away from zero; what rounds to zero has no sign.

    >>> fixed(Fraction(5, 100000)), fixed(Fraction(-5, 100000)), fixed(Fraction(-4, 100000))
    ('0.0001', '-0.0001', '0.0000')
    """
    doubled = 2 * abs(value.numerator) * 10**places + value.denominator
    digits = str(doubled // (2 * value.denominator)).rjust(places + 1, "0")
    whole, part = (digits[:-places], digits[-places:]) if places else (digits, "")
    sign = "-" if value < 0 and digits.strip("0") else ""
    return f"{sign}{whole}.{part}" if places else f"{sign}{whole}"


def brief(value: Fraction) -> str:
    """A fraction as people write it: up to two places, none where it is whole."""
    text = fixed(value, 2)
    return text.rstrip("0").rstrip(".") if "." in text else text


_ZERO = Fraction(0)


@attrs.frozen
class Range:
    """Between which numbers something lies; None where no bound is known, both ends the same where it is exact.

    >>> str(Range(Fraction(85), Fraction(95)))
    '[85, 95]'

    Attributes:
        low: It is not less.
        high: It is not more.

    Raises:
        DataError: An end is no exact number, or the ends are in the wrong order.
    """

    low: Fraction | None = attrs.field(converter=exact)
    high: Fraction | None = attrs.field(converter=exact)

    def __attrs_post_init__(self) -> None:
        low, high = self.low, self.high
        # `type` and `is`: most ranges are of one exact number, and there are many of them
        for end in (low,) if low is high else (low, high):
            if end is not None and type(end) is not Fraction:
                raise DataError(not_exact("a bound", end))
        if low is high:
            return
        if low is not None and high is not None and low > high:
            expected = "expected a lower bound that is not above the upper one"
            raise DataError(Problem(Code.OUT_OF_RANGE, "", f"{low} > {high}", expected))

    @classmethod
    def of(cls, value: Fraction) -> Range:
        """The range of a number that is known exactly."""
        return cls(value, value)

    @property
    def value(self) -> Fraction | None:
        """The number, where it is exact."""
        if self.low is self.high or self.low == self.high:
            return self.low
        return None

    @property
    def is_unknown(self) -> bool:
        """Whether nothing is known of it."""
        return self.low is None and self.high is None

    def __add__(self, other: Range) -> Range:
        if self.low is self.high and other.low is other.high and self.low and other.low:
            return Range.of(self.low + other.low)
        return Range(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
        )

    def __sub__(self, other: Range) -> Range:
        if self.low is self.high and other.low is other.high and self.low and other.low:
            return Range.of(self.low - other.low)
        return self + other * -1

    def __mul__(self, factor: Fraction | int) -> Range:
        """Each number of it times a factor; a factor of zero gives zero, whatever the number."""
        if factor == 0:
            return Range.of(_ZERO)
        if self.low is self.high:
            return self if self.low is None else Range.of(self.low * factor)
        ends = (
            None if self.low is None else self.low * factor,
            None if self.high is None else self.high * factor,
        )
        return Range(*(ends if factor > 0 else ends[::-1]))

    def not_below(self, least: Fraction) -> Range:
        """Each number of it, or `least` where it is less."""
        if self.low is self.high and self.low is not None:
            return self if self.low >= least else Range.of(least)
        return Range(
            least if self.low is None else max(least, self.low),
            None if self.high is None else max(least, self.high),
        )

    def text(self, unit: str = "") -> str:
        """The range as people write it, with its unit."""
        if (value := self.value) is not None:
            return f"{brief(value)}{unit}"
        low, high = ("?" if end is None else brief(end) for end in (self.low, self.high))
        return f"[{low}, {high}]{unit}"

    def __str__(self) -> str:
        return self.text()


UNKNOWN = Range(None, None)
"""Nothing is known."""


def as_range(value: object) -> Any:
    """A number as the range that it is, None as unknown; all else as it is, for a check to refuse."""
    if type(value) is Range:
        return value
    if value is None:
        return UNKNOWN
    number = exact(value)
    return Range(number, number) if type(number) is Fraction else value


def not_exact(what: str, value: object) -> Problem:
    """The problem of a value that is no exact number."""
    hint = (
        f'a float is never exact: write Decimal("{value}")'
        if isinstance(value, float)
        else 'write Decimal("79.6"), Fraction(398, 5) or a whole number'
    )
    return Problem(Code.WRONG_TYPE, "", value, f"expected {what} as an exact number", hint)
