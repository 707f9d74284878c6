"""Of where and when an observation may be: places by their codes, and years."""

from __future__ import annotations

from typing import Annotated, Final, TypeAlias

from ..values.errors import Code, Problem
from ..values.fields import Limits
from ..values.plain import is_digits, is_whole

PLACE_DIGITS: Final = (2, 4, 6)
"""A province's, a prefecture's and a county's code have so many digits."""

FIRST_OBSERVED_YEAR: Final = 1949
LAST_OBSERVED_YEAR: Final = 2100
"""Years of observations and targets lie between these."""

CalendarYear: TypeAlias = Annotated[int, Limits(FIRST_OBSERVED_YEAR, LAST_OBSERVED_YEAR)]
"""A year that a policy speaks of."""


def is_place(value: object) -> bool:
    """Whether a value is the code of a province, a prefecture or a county."""
    return is_digits(value, *PLACE_DIGITS)


def no_place(value: object) -> Problem:
    """The problem of a value that is not the code of a place."""
    expected = "expected a code of 2, 4 or 6 digits as text"
    return Problem(Code.BAD_CODE, "地区代码 (place)", value, expected)


def is_year(value: object) -> bool:
    """Whether a value is a calendar year."""
    return is_whole(value, least=FIRST_OBSERVED_YEAR) and value <= LAST_OBSERVED_YEAR


def no_year(value: object) -> Problem:
    """The problem of a value that is not a calendar year."""
    expected = f"expected a year from {FIRST_OBSERVED_YEAR} to {LAST_OBSERVED_YEAR}"
    return Problem(Code.OUT_OF_RANGE, "年份 (year)", value, expected)
