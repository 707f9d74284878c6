"""What Python's own types do not tell apart: a whole number and a truth value, a date and a moment, text and a code."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TypeGuard


def is_whole(value: object, *, least: int | None = None) -> TypeGuard[int]:
    """Whether a value is a whole number, not below `least` where that is given; True and False are no numbers.

    >>> is_whole(3), is_whole(True), is_whole(0, least=1)
    (True, False, False)
    """
    if not isinstance(value, int) or isinstance(value, bool):
        return False
    return least is None or value >= least


def is_exact(value: object) -> TypeGuard[int | Decimal]:
    """Whether a value is a whole number or a Decimal."""
    return isinstance(value, Decimal) or is_whole(value)


def is_number(value: object) -> TypeGuard[int | float | Decimal]:
    """Whether a value is a number of any type that cells have."""
    return isinstance(value, float) or is_exact(value)


def is_day(value: object) -> TypeGuard[datetime.date]:
    """Whether a value is a calendar date; a moment in time has no one date."""
    return isinstance(value, datetime.date) and not isinstance(value, datetime.datetime)


def is_digits(value: object, *lengths: int) -> TypeGuard[str]:
    """Whether a value is text of the digits 0 to 9, so many of them where lengths are given.

    >>> is_digits("360781", 6), is_digits("36078A"), is_digits("4503", 2, 6)
    (True, False, False)
    """
    if not (isinstance(value, str) and value.isascii() and value.isdigit()):
        return False
    return not lengths or len(value) in lengths
