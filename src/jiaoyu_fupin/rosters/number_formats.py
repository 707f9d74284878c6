"""Number formats of spreadsheets: whether a number is shown as a percentage or as a date."""

from __future__ import annotations

import operator
import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

LONGEST: Final = 255
"""No format has more characters; what is longer shows a number as a number."""

_CONDITION: Final = re.compile(r"(<=|>=|<>|<|>|=)(-?\d{1,15}(?:\.\d{1,15})?)", re.ASCII)
_ELAPSED: Final = re.compile(r"h{1,9}|m{1,9}|s{1,9}", re.IGNORECASE)
_COMPARE: Final = MappingProxyType(
    {
        "<": operator.lt,
        "<=": operator.le,
        ">": operator.gt,
        ">=": operator.ge,
        "=": operator.eq,
        "<>": operator.ne,
    }
)

BUILT_IN: Final[Mapping[int, str]] = MappingProxyType(
    {
        9: "0%",
        10: "0.00%",
        # of dates and times it matters only that they are some; 27 to 36 and 50 to 58 are those of Chinese editions
        **dict.fromkeys(
            [*range(14, 18), 22, *range(27, 32), 36, *range(50, 55), 57, 58], "yyyy-mm-dd"
        ),
        **dict.fromkeys([*range(18, 22), *range(32, 36), *range(45, 48), 55, 56], "h:mm:ss"),
    }
)
"""Formats that a file names by number alone."""


def shows_percent(number_format: str, value: float) -> bool:
    r"""Whether a spreadsheet shows a number as a percentage, by the section of its format that applies.

    >>> shows_percent("0.00%_);(0.00%)", 0.92), shows_percent("0\\%", 88), shows_percent('0.0" %"', 88)
    (True, False, False)
    """
    if "%" not in number_format or len(number_format) > LONGEST:
        return False
    sections = list(_sections(number_format))
    return "%" in sections[_section(sections, value)][0]


def shows_date(number_format: str) -> bool:
    """Whether a spreadsheet shows a number as a date or a time.

    >>> shows_date('yyyy"年"m"月"d"日"'), shows_date("[Red]0.00"), shows_date("[h]:mm"), shows_date('0" days"')
    (True, False, True, False)
    """
    if len(number_format) > LONGEST:
        return False
    signs, brackets = next(_sections(number_format))
    shown = signs.lower().replace("general", "")
    return any(sign in shown for sign in "ymdhs") or any(map(_ELAPSED.fullmatch, brackets))


_Section = tuple[str, list[str]]
"""The signs of a section that stand for themselves, and what stands in its brackets."""


def _sections(number_format: str) -> Iterator[_Section]:
    """The sections of a format, without what is quoted, escaped, padding or filling: none of that ends one."""
    signs: list[str] = []
    brackets: list[str] = []
    place = 0
    while place < len(number_format):
        sign = number_format[place]
        closing = {'"': '"', "[": "]"}.get(sign)
        end = number_format.find(closing, place + 1) if closing else -1
        if end >= 0:
            if sign == "[":
                brackets.append(number_format[place + 1 : end])
            place = end + 1
        elif sign in "\\_*":
            place += 2
        else:
            if sign == ";":
                yield "".join(signs), brackets
                signs, brackets = [], []
            else:
                signs.append(sign)
            place += 1
    yield "".join(signs), brackets


def _section(sections: Sequence[_Section], value: float) -> int:
    """Which section applies: the first whose condition holds, else by sign: positive, negative, zero."""
    conditions = [
        next(filter(None, map(_CONDITION.fullmatch, brackets)), None) for _, brackets in sections
    ]
    if any(conditions):
        for place, condition in enumerate(conditions):
            if condition is None or _COMPARE[condition[1]](value, float(condition[2])):
                return place
        return len(sections) - 1
    by_sign = 1 if value < 0 else 2 if value == 0 else 0
    return by_sign if by_sign < len(sections) else 0
