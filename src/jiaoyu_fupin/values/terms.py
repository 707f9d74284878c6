"""Every computation with dates: ages, terms, school years, and dates as people write them."""

from __future__ import annotations

import datetime
import functools
import re
from enum import Enum

import attrs
import pendulum

from .errors import Code, DataError, Problem
from .plain import is_day, is_whole
from .text import Text

FIRST_BIRTH_YEAR = 1900
"""No subject of these policies was born before this year."""

LAST_YEAR = 9998
"""The last year whose terms and birthdays can be computed."""


def as_date(value: datetime.date) -> pendulum.Date:
    """A calendar date as pendulum's; a moment in time is refused, since it has no one date."""
    if not is_day(value):
        raise DataError(
            Problem(
                Code.WRONG_TYPE, "", value, "expected a calendar date", "use pendulum.date(y, m, d)"
            )
        )
    if isinstance(value, pendulum.Date):
        return value
    return pendulum.date(value.year, value.month, value.day)


_WRITTEN = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})|(\d{4})(\d{2})(\d{2})|(\d{4})年(\d{1,2})月(\d{1,2})日", re.ASCII
)


def parse_date(text: str) -> pendulum.Date | None:
    """The date written as 2016-09-01, 20160901 or 2016年9月1日; None when it is written in no such way."""
    if not (found := _WRITTEN.fullmatch(text)):
        return None
    year, month, day = (int(part) for part in found.groups() if part)
    try:
        return pendulum.date(year, month, day)
    except ValueError:
        return None


def years_before(on: datetime.date, years: int) -> pendulum.Date:
    """The last birth date of those who are `years` old on a date.

    Someone born on 29 February is a year older on 1 March of a common year.

    >>> years_before(pendulum.date(2016, 2, 29), 1)
    Date(2015, 2, 28)
    """
    return as_date(on).subtract(years=years)


def age(birth: datetime.date, on: datetime.date) -> int:
    """Full years on a date; negative before birth.

    >>> age(pendulum.date(2012, 2, 29), pendulum.date(2015, 2, 28))
    2
    """
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))


class Season(Enum):
    """The two terms of a school year."""

    AUTUMN = "autumn"
    SPRING = "spring"


_SEASONS = {
    Season.AUTUMN: Text("{year}秋", "autumn {year}"),
    Season.SPRING: Text("{year}春", "spring {year}"),
}


@functools.total_ordering
@attrs.frozen
class Term:
    """A school term, named by the calendar year it starts in.

    Autumn of a year runs from 1 September to the end of February, spring from 1 March to 31 August.
    """

    year: int
    season: Season

    def __attrs_post_init__(self) -> None:
        if not is_whole(self.year) or not isinstance(self.season, Season):
            raise DataError(
                Problem(
                    Code.WRONG_TYPE,
                    "学期 (term)",
                    (self.year, self.season),
                    "expected a year and a Season",
                    "write Term.autumn(2016) or Term.spring(2017)",
                )
            )
        if not FIRST_BIRTH_YEAR <= self.year <= LAST_YEAR:
            raise DataError(
                Problem(
                    Code.OUT_OF_RANGE,
                    "学期 (term)",
                    self.year,
                    f"expected a year from {FIRST_BIRTH_YEAR} to {LAST_YEAR}",
                )
            )

    def __lt__(self, other: Term) -> bool:
        return self.first_day < other.first_day

    @property
    def first_day(self) -> pendulum.Date:
        """The day the term starts."""
        return pendulum.date(self.year, 9 if self.season is Season.AUTUMN else 3, 1)

    @classmethod
    def autumn(cls, year: int) -> Term:
        """The term that starts on 1 September of a year."""
        return cls(year, Season.AUTUMN)

    @classmethod
    def spring(cls, year: int) -> Term:
        """The term that starts on 1 March of a year."""
        return cls(year, Season.SPRING)

    @classmethod
    def of(cls, on: datetime.date) -> Term:
        """The term a date lies in."""
        if on.month >= 9:
            return cls.autumn(on.year)
        return cls.spring(on.year) if on.month >= 3 else cls.autumn(on.year - 1)

    @classmethod
    def parse(cls, text: str) -> Term:
        """The term written as 2016秋, 2017春 or 2016-2017学年第一学期.

        Raises:
            DataError: The text names no term.
        """
        if found := re.fullmatch(r"([12]\d{3})(秋|春)", text, re.ASCII):
            return cls.autumn(int(found[1])) if found[2] == "秋" else cls.spring(int(found[1]))
        if found := re.fullmatch(r"([12]\d{3})-([12]\d{3})学年第([一二])学期", text, re.ASCII):
            start, end = int(found[1]), int(found[2])
            if end == start + 1:
                return cls.autumn(start) if found[3] == "一" else cls.spring(end)
        raise DataError(
            Problem(
                Code.BAD_DATE,
                "学期 (term)",
                text,
                "expected a term",
                "write 2016秋 or 2016-2017学年第一学期",
            )
        )

    @property
    def school_year(self) -> SchoolYear:
        """The school year the term is part of."""
        return SchoolYear(self.year if self.season is Season.AUTUMN else self.year - 1)

    @property
    def text(self) -> Text:
        """The term in words."""
        return _SEASONS[self.season].filled(year=self.year)

    def __str__(self) -> str:
        return self.text.zh


@attrs.frozen(order=True)
class SchoolYear:
    """The school year that starts on 1 September of `start`."""

    start: int

    @classmethod
    def of(cls, on: datetime.date) -> SchoolYear:
        """The school year a date lies in."""
        return Term.of(on).school_year

    def __str__(self) -> str:
        return f"{self.start}-{self.start + 1}学年"
